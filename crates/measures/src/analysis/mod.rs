//! Statistical methods applied to a data set: one file an analysis, a plain request in, plain
//! results out.
//!
//! May live here: which questions an analysis asks, and how their answers go into the methods. May
//! not: formulas (they are in `methods`), words, drawing. Every count and exposure comes through
//! [`answer()`], so an analysis never disagrees with the table it stands beside.
//!
//! A request is [`Err`] only when the data set cannot answer it at all; a single group without a
//! result carries its [`Status`].

pub mod bounds;
pub mod by_name;
pub mod cohorts;
pub mod comparison;
pub mod cumulative;
pub mod decomposition;
pub mod distribution;
pub mod funnel;
pub mod lexis;
pub mod return_curve;
pub mod standardised;
mod strata;
pub mod suppressed;
pub mod trend;

pub use strata::Ages;

use data::Dataset;

use super::{Answer, Exposure, Filter, Measure, Question, Refusal, Row, answer, codes_of};
use stats::{Interval, Status};

/// Which part of a data set an analysis looks at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Which rows of the table count.
    pub filter: Vec<Filter>,
    /// Denominator of rates; chosen as for any question when absent.
    pub exposure: Option<Exposure>,
}

impl Scope {
    /// The scope narrowed to some codes of a dimension.
    #[must_use]
    pub fn filtered<T: Into<String>>(
        mut self,
        dimension: &str,
        codes: impl IntoIterator<Item = T>,
    ) -> Scope {
        self.filter.push(Filter::new(dimension, codes));
        self
    }

    /// The scope without ages that are called "100 and over": they are no year of a life. Where ages were chosen it
    /// is those.
    #[must_use]
    pub fn within_ends_of_age(&self, dataset: &Dataset) -> Scope {
        let mut ages = codes_of(dataset, "age");
        let all = ages.len();
        ages.retain(|code| !dataset.is_open_ended("age", code));
        let is_chosen = self.filter.iter().any(|filter| filter.dimension == "age");
        match is_chosen || ages.is_empty() || ages.len() == all {
            true => self.clone(),
            false => self.clone().filtered("age", ages),
        }
    }

    /// A question of a measure about this part of the data set.
    pub fn question(&self, measure: Measure, by: impl IntoIterator<Item = String>) -> Question {
        let mut question = Question::new(measure, []);
        question.by = by.into_iter().collect();
        question.filter = self.filter.clone();
        question.exposure = self.exposure;
        question
    }
}

/// Why an analysis cannot be made at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The data set cannot answer a question the analysis asks.
    Refused(Refusal),
    /// The measure is not a rate or a share, so the analysis does not apply to it.
    NotARatio,
    /// No group has the key that others are to be set against.
    NoSuchGroup(Vec<String>),
    /// Two categories of one total depend on each other: more of one is less of the other. Their
    /// difference needs another formula than that of separate groups.
    SameTotal {
        /// The dimension that divides the total.
        dimension: String,
    },
    /// The dimension has codes that are not whole numbers or ranges of them.
    NotNumbers {
        /// The dimension.
        dimension: String,
    },
    /// The request itself is out of range: a level, an assumption, the number of dimensions.
    Invalid,
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Failure {
        Failure::Refused(refusal)
    }
}

/// A value with its interval, or the reason why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The unrounded value.
    pub value: Option<f64>,
    /// Its interval. May exist without a value, and a value without it.
    pub interval: Option<Interval>,
    /// `ok`, or what must be said.
    pub status: Status,
}

impl Estimate {
    fn new(value: f64, interval: Interval) -> Estimate {
        Estimate {
            value: Some(value),
            interval: Some(interval),
            status: Status::Ok,
        }
    }

    fn absent(status: Status) -> Estimate {
        Estimate {
            value: None,
            interval: None,
            status,
        }
    }

    fn from_result(result: Result<Estimate, Status>) -> Estimate {
        result.unwrap_or_else(Estimate::absent)
    }
}

/// Numerator and denominator of a row; the reason when one of them is not known. A share that was
/// only printed rounded has neither.
pub fn parts(row: &Row) -> Result<(f64, f64), Status> {
    match (row.numerator, row.denominator, row.status) {
        (Some(numerator), Some(denominator), _) => Ok((numerator, denominator)),
        (_, _, Status::Ok) => Err(Status::RangeOnly),
        (_, _, status) => Err(status),
    }
}

/// The same question without telling groups apart, over exactly the groups of its answer.
fn pooled(dataset: &Dataset, question: &Question, answer_by: &Answer) -> Result<Row, Failure> {
    let mut whole = question.clone();
    for (place, dimension) in question.by.iter().enumerate() {
        if whole.filter_on(dimension).is_none() {
            let mut codes: Vec<String> = Vec::new();
            for row in &answer_by.rows {
                if !codes.contains(&row.key[place]) {
                    codes.push(row.key[place].clone());
                }
            }
            whole.filter.push(Filter::new(dimension, codes));
        }
    }
    whole.by.clear();
    let mut rows = answer(dataset, &whole)?.rows;
    if rows.len() == 1 {
        Ok(rows.remove(0))
    } else {
        Err(Failure::Invalid)
    }
}
