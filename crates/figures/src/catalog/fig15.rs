//! Descendants by country of origin and education: number and rate.

use crate::spec::{Caveat, PanelSpec, Spec};
use measures::{Measure, Question};
use text::figures::PanelTitle;

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
