//! Share back by group and education: of those who went to the country of origin, and elsewhere.

use crate::spec::{Caveat, PanelSpec, Spec};
use measures::{Measure, Question};
use text::figures::PanelTitle;

/// The figure.
pub fn spec() -> Spec {
    let panel = |kind: &str, title| {
        let question = Question::new(Measure::ReturnShare, ["group", "education"])
            .filtered("destination_kind", [kind]);
        PanelSpec::new(question, "group", Some("education")).titled(title)
    };
    let panels = vec![
        panel("origin", PanelTitle::WentToOrigin),
        panel("other", PanelTitle::WentElsewhere),
    ];
    let caveats = [Caveat::KnownDestination, Caveat::Deaths, Caveat::Education];
    Spec::report(10, panels, &caveats).with_shared_axis()
}
