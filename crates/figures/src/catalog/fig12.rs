//! Descendants' emigrations by country of origin and period.

use crate::spec::{Caveat, PanelSpec, Spec};
use measures::{Measure, Question};

use super::DESCENDANTS;

/// The figure.
pub fn spec() -> Spec {
    let question =
        Question::new(Measure::Emigrations, ["origin", "period"]).filtered("group", DESCENDANTS);
    let panels = vec![PanelSpec::new(question, "origin", Some("period"))];
    Spec::report(12, panels, &[Caveat::PandemicPeriod])
}
