//! Descendants' destinations by country of origin: all, and known new countries only.

use crate::spec::{Caveat, PanelSpec, Spec};
use measures::{Question, Rebase};
use text::figures::PanelTitle;

use super::{DESCENDANTS, destinations};

/// The figure.
pub fn spec() -> Spec {
    let question =
        Question::new(destinations(), ["origin", "destination"]).filtered("group", DESCENDANTS);
    let panel = |question| PanelSpec::new(question, "origin", Some("destination"));
    let panels = vec![
        panel(question.clone()).titled(PanelTitle::AllDestinations),
        panel(question.rebased(Rebase::to_known_new_country()))
            .titled(PanelTitle::KnownNewDestinations),
    ];
    Spec::report(
        14,
        panels,
        &[Caveat::Nordic, Caveat::Students, Caveat::Unknown],
    )
}
