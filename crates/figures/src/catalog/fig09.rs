//! Back after five years by group and education: number and share.

use crate::spec::{Caveat, PanelSpec, Spec};
use measures::{Measure, Question};
use text::figures::PanelTitle;

/// The figure.
pub fn spec() -> Spec {
    let question = Question::new(Measure::ReturnShare, ["group", "education"]);
    let panel = || PanelSpec::new(question.clone(), "group", Some("education"));
    let panels = vec![
        panel().counted().titled(PanelTitle::NumberBack),
        panel().titled(PanelTitle::ShareBack),
    ];
    Spec::report(9, panels, &[Caveat::Deaths, Caveat::Education])
}
