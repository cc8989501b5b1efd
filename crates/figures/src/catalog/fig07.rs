//! Emigrations by group and education: number and rate.

use crate::spec::{Caveat, PanelSpec, Spec};
use measures::{Measure, Question};
use text::figures::PanelTitle;

/// The figure.
pub fn spec() -> Spec {
    let panel = |measure, title| {
        let question = Question::new(measure, ["group", "education"]);
        PanelSpec::new(question, "group", Some("education")).titled(title)
    };
    let panels = vec![
        panel(Measure::Emigrations, PanelTitle::Number),
        panel(Measure::Rate, PanelTitle::Rate),
    ];
    Spec::report(7, panels, &[Caveat::Education])
}
