//! Descendants' emigration rate by country of origin and period.

use crate::spec::{Caveat, PanelSpec, Spec};
use measures::{Measure, Question};

use super::DESCENDANTS;

/// The figure.
pub fn spec() -> Spec {
    let question =
        Question::new(Measure::Rate, ["origin", "period"]).filtered("group", DESCENDANTS);
    let panels = vec![PanelSpec::new(question, "origin", Some("period"))];
    Spec::report(13, panels, &[Caveat::PandemicPeriod])
}
