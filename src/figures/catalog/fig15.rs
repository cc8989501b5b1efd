//! Descendants by country of origin and education: number and rate.

use crate::figures::spec::{Caveat, PanelSpec, Spec};
use crate::measures::{Measure, Question};
use crate::text::figures::PanelTitle;

use super::DESCENDANTS;

/// The figure.
pub fn spec() -> Spec {
    let panel = |measure, title| {
        let question =
            Question::new(measure, ["origin", "education"]).filtered("group", DESCENDANTS);
        PanelSpec::new(question, "origin", Some("education")).titled(title)
    };
    let panels = vec![
        panel(Measure::Emigrations, PanelTitle::Number),
        panel(Measure::Rate, PanelTitle::Rate),
    ];
    Spec::report(15, panels, &[Caveat::Education])
}
