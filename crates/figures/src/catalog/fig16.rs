//! Descendants' destinations by country of origin and education, destinations merged to three.

use crate::spec::{Caveat, PanelSpec, Spec};
use measures::{Measure, Question};
use text::figures::PanelTitle;

use super::DESCENDANTS;

/// The figure.
pub fn spec() -> Spec {
    let panel = |education: &str, title| {
        let kinds = Measure::Share {
            of: "destination_kind".to_owned(),
        };
        let question = Question::new(kinds, ["origin", "destination_kind"])
            .filtered("group", DESCENDANTS)
            .filtered("education", [education]);
        PanelSpec::new(question, "origin", Some("destination_kind")).titled(title)
    };
    let panels = vec![
        panel("no_higher", PanelTitle::AllNoHigher),
        panel("bachelor_plus", PanelTitle::AllBachelor),
    ];
    Spec::report(16, panels, &[Caveat::Unknown, Caveat::Education])
}
