//! How the values of a panel are written.

use measures::{Answer, Measure, Row, Status};
use stats::Interval;
use text::Lang;
use text::number;

use crate::spec::{Chart, PanelSpec};

/// How the values of a panel are written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ValueForm {
    /// A ratio, written as per cent.
    pub percent: bool,
    /// Decimals in the figure; the table has one more for per cents.
    pub decimals: usize,
    /// The numerator is shown instead of the ratio.
    pub counts: bool,
    /// Whether a subtitle says which years and ages are covered.
    pub under_subtitle: bool,
    /// Whether it is told which numbers rest on few events.
    pub tells_few: bool,
}

impl ValueForm {
    pub fn of(spec: &PanelSpec, grid: &[Vec<Option<Row>>]) -> ValueForm {
        let counts = spec.counts;
        if counts || !spec.question.measure.is_ratio() {
            return ValueForm {
                percent: false,
                decimals: 0,
                counts,
                under_subtitle: true,
                tells_few: true,
            };
        }
        let highest = grid
            .iter()
            .flatten()
            .flatten()
            .filter_map(|row| row.value)
            .fold(0.0, f64::max);
        let decimals = decimals_for(spec, highest);
        ValueForm {
            percent: true,
            decimals,
            counts,
            under_subtitle: true,
            tells_few: true,
        }
    }

    /// Of parts of the value in another year.
    pub fn of_index() -> ValueForm {
        ValueForm {
            percent: true,
            decimals: 0,
            counts: false,
            under_subtitle: true,
            tells_few: true,
        }
    }

    pub fn value(self, row: &Row) -> Option<f64> {
        if self.counts {
            row.numerator.filter(|_| row.status == Status::Ok)
        } else {
            row.value
        }
    }

    pub fn between(self, interval: Interval, decimals: usize, lang: Lang) -> String {
        self.range((interval.lower, interval.upper), decimals, lang)
    }

    /// Two ends, with the unit said once.
    pub fn range(self, (lower, upper): (f64, f64), decimals: usize, lang: Lang) -> String {
        if !self.percent {
            let [lower, upper] = [lower, upper].map(|end| number::integer(end, lang));
            return format!("{lower}–{upper}");
        }
        let lower = number::decimal(lower * 100.0, decimals, lang);
        format!("{lower}–{}", number::percent(upper, decimals, lang))
    }

    pub fn short(self, value: f64, lang: Lang) -> String {
        if self.percent {
            let decimals = match self.decimals {
                0 => number::decimals_of_share(value),
                decimals => decimals,
            };
            number::percent(value, decimals, lang)
        } else {
            number::integer(value, lang)
        }
    }

    pub fn long(self, value: f64, lang: Lang) -> String {
        if self.percent {
            number::percent(value, self.decimals + 1, lang)
        } else {
            number::integer(value, lang)
        }
    }
}

/// The decimals of the per cents of a panel, the highest of which is given.
fn decimals_for(spec: &PanelSpec, highest: f64) -> usize {
    // Rates of a few per cent need decimals to differ; shares of a whole do not.
    let decimals = match highest {
        _ if spec.question.measure != Measure::Rate => 0,
        highest if highest < 0.04 => 2,
        highest if highest < 0.2 => 1,
        _ => 0,
    };
    // An interval needs a digit more than the value in it.
    match spec.chart {
        Chart::Dots => (decimals + 1).min(2),
        _ => decimals,
    }
}

/// The decimals of the per cents of a panel, for a sentence beside it.
pub fn decimals_in(spec: &PanelSpec, found: &Answer) -> usize {
    let known = found.rows.iter().filter_map(|row| row.value);
    decimals_for(spec, known.fold(0.0, f64::max))
}

/// The name of what a panel shows.
pub(crate) fn measure_name(spec: &PanelSpec) -> &'static str {
    match (&spec.question.measure, spec.counts) {
        _ if spec.chart == Chart::Flow => "emigrations",
        (Measure::ReturnShare, true) => "returned_5y",
        (Measure::Rate | Measure::Share { .. }, true) => "emigrations",
        (measure, _) => measure.name(),
    }
}
