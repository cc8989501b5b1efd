//! Emigration rate by single-year age, on person-years.

use crate::spec::{Caveat, PanelSpec, Spec};
use measures::{Measure, Question};
use text::figures::PanelTitle;

use super::WITHOUT_IMMIGRATED_LATER;

/// The figure.
pub fn spec() -> Spec {
    let question = Question::new(Measure::Rate, ["group", "age"]);
    let panel = |question| PanelSpec::new(question, "age", Some("group"));
    let panels = vec![
        panel(question.clone()).titled(PanelTitle::AllGroups),
        panel(question.filtered("group", WITHOUT_IMMIGRATED_LATER))
            .titled(PanelTitle::WithoutImmigratedLater),
    ];
    Spec::report(4, panels, &[Caveat::Students])
}
