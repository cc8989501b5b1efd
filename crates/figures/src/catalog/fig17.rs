//! Descendants' share back after five years by country of origin: in all, and by education.

use crate::spec::{Caveat, PanelSpec, Spec};
use measures::{Measure, Question};
use text::figures::PanelTitle;

use super::DESCENDANTS;

/// The figure.
pub fn spec() -> Spec {
    let total = Question::new(Measure::ReturnShare, ["origin"]).filtered("group", DESCENDANTS);
    let by_education =
        Question::new(Measure::ReturnShare, ["origin", "education"]).filtered("group", DESCENDANTS);
    let panels = vec![
        PanelSpec::new(total, "origin", None).titled(PanelTitle::Derived),
        PanelSpec::new(by_education, "origin", Some("education")).titled(PanelTitle::ByEducation),
    ];
    Spec::report(17, panels, &[Caveat::Deaths, Caveat::Education]).with_shared_axis()
}
