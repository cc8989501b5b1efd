//! Destinations by group and education: all emigrations, and known new countries only.

use crate::spec::{Caveat, PanelSpec, Spec};
use measures::{Question, Rebase};
use text::figures::PanelTitle;

use super::destinations;

/// The figure.
pub fn spec() -> Spec {
    let panel = |education: &str, rebase: Rebase, title| {
        let question = Question::new(destinations(), ["group", "destination"])
            .filtered("education", [education])
            .rebased(rebase);
        PanelSpec::new(question, "group", Some("destination")).titled(title)
    };
    let known = Rebase::to_known_new_country;
    let panels = vec![
        panel("no_higher", Rebase::None, PanelTitle::AllNoHigher),
        panel("bachelor_plus", Rebase::None, PanelTitle::AllBachelor),
        panel("no_higher", known(), PanelTitle::KnownNoHigher),
        panel("bachelor_plus", known(), PanelTitle::KnownBachelor),
    ];
    let caveats = [
        Caveat::Nordic,
        Caveat::Students,
        Caveat::Unknown,
        Caveat::Education,
    ];
    Spec::report(8, panels, &caveats)
}
