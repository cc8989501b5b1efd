//! Emigrations per year: all groups, and the three with fewest emigrations.

use crate::spec::{Caveat, PanelSpec, Spec};
use measures::{Measure, Question};
use text::figures::PanelTitle;

use super::THREE_SMALLEST;

/// The figure.
pub fn spec() -> Spec {
    let question = Question::new(Measure::Emigrations, ["group", "year"]);
    let panel = |question| PanelSpec::new(question, "year", Some("group"));
    let panels = vec![
        panel(question.clone()).titled(PanelTitle::AllGroups),
        panel(question.filtered("group", THREE_SMALLEST)).titled(PanelTitle::ThreeSmallest),
    ];
    Spec::report(1, panels, &[Caveat::Pandemic])
}
