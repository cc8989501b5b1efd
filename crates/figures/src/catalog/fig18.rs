//! Destinations of all emigrants: all emigrations, and known new countries only.

use crate::spec::{Caveat, PanelSpec, Spec};
use measures::{Question, Rebase};
use text::figures::PanelTitle;

use super::destinations;

/// The figure.
pub fn spec() -> Spec {
    let question = Question::new(destinations(), ["destination"]);
    let panel = |question| PanelSpec::new(question, "destination", None);
    let panels = vec![
        panel(question.clone()).titled(PanelTitle::AllDestinations),
        panel(question.rebased(Rebase::to_known_new_country()))
            .titled(PanelTitle::KnownNewDestinations),
    ];
    Spec::report(
        18,
        panels,
        &[Caveat::Nordic, Caveat::Students, Caveat::Unknown],
    )
    .with_shared_axis()
}
