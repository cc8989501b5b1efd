//! Descendants by country of origin: number and rate.

use crate::spec::{Caveat, PanelSpec, Spec};
use measures::{Measure, Question};
use text::figures::PanelTitle;

use super::DESCENDANTS;

/// The figure.
pub fn spec() -> Spec {
    let panel = |measure, title| {
        let question = Question::new(measure, ["origin"]).filtered("group", DESCENDANTS);
        PanelSpec::new(question, "origin", None).titled(title)
    };
    let panels = vec![
        panel(Measure::Emigrations, PanelTitle::Number),
        panel(Measure::Rate, PanelTitle::Rate),
    ];
    Spec::report(11, panels, &[Caveat::Nordic])
}
