//! Share back after five years by group: in all, and by where they went.

use crate::spec::{Caveat, PanelSpec, Spec};
use measures::{Measure, Question};
use text::figures::PanelTitle;

/// The figure.
pub fn spec() -> Spec {
    let total = Question::new(Measure::ReturnShare, ["group"]);
    let by_kind = Question::new(Measure::ReturnShare, ["group", "destination_kind"])
        .filtered("destination_kind", ["origin", "other"]);
    let panels = vec![
        PanelSpec::new(total, "group", None).titled(PanelTitle::Derived),
        PanelSpec::new(by_kind, "group", Some("destination_kind"))
            .titled(PanelTitle::ByDestinationKind),
    ];
    Spec::report(6, panels, &[Caveat::KnownDestination, Caveat::Deaths]).with_shared_axis()
}
