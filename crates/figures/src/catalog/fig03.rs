//! Emigration rate per year: all groups, and without those who immigrated aged ten or more.

use crate::spec::{Caveat, PanelSpec, Spec};
use measures::{Measure, Question};
use text::figures::PanelTitle;

use super::WITHOUT_IMMIGRATED_LATER;

/// The figure.
pub fn spec() -> Spec {
    let question = Question::new(Measure::Rate, ["group", "year"]);
    let panel = |question| PanelSpec::new(question, "year", Some("group"));
    let panels = vec![
        panel(question.clone()).titled(PanelTitle::AllGroups),
        panel(question.filtered("group", WITHOUT_IMMIGRATED_LATER))
            .titled(PanelTitle::WithoutImmigratedLater),
    ];
    Spec::report(3, panels, &[Caveat::Pandemic])
}
