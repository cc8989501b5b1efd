//! The shape in which every analysis is asked for and answered by scripts.

use crate::{Measure, Note, Question};
use stats::{Interval, Limit, Status};

use super::{Failure, Scope};

/// What is asked for. Which fields count depends on the name; the others are left alone.
#[derive(Clone, Debug, PartialEq)]
pub struct AnalysisRequest {
    /// The name of the method.
    pub name: String,
    /// The dimensions that tell the groups apart.
    pub by: Vec<String>,
    /// The part of the data set.
    pub scope: Scope,
    /// The share that is compared or tested: `return_share` or `destination_share`. A test or a
    /// funnel without one is of rates.
    pub of: Option<Measure>,
    /// The dimensions that are made alike or taken apart by; age when empty.
    pub over: Vec<String>,
    /// Key of the group that others are set against, or that stands second in a decomposition.
    pub reference: Vec<String>,
    /// Key of the group that stands first in a decomposition.
    pub group: Vec<String>,
    /// Key of the group whose composition is the standard; all groups together when absent.
    pub standard: Option<Vec<String>>,
    /// Which part of the unknown is taken to belong to the target.
    pub assumption: f64,
    /// Years that a trend leaves out.
    pub without: Vec<String>,
    /// The cohort whose chance or rates are wanted; the period's rates, or every cohort, when absent.
    pub born: Option<i32>,
    /// How many years of birth make a cohort; one when absent.
    pub width: Option<i32>,
    /// Name of a variant of the interval; the default when absent.
    pub interval: Option<String>,
    /// Confidence level.
    pub level: f64,
}

/// One number, and what belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Dimension and code of the group.
    pub key: Vec<(String, String)>,
    /// What is counted above the line.
    pub numerator: Option<f64>,
    /// What it is set against.
    pub denominator: Option<f64>,
    /// The number, unrounded; absent when the status says why.
    pub value: Option<f64>,
    /// Lower limit.
    pub lower: Option<f64>,
    /// Upper limit.
    pub upper: Option<Limit>,
    /// `ok`, or what must be said.
    pub status: Status,
    /// Further numbers by name.
    pub details: Vec<(&'static str, Option<f64>)>,
}

impl Default for Line {
    fn default() -> Line {
        Line {
            key: Vec::new(),
            numerator: None,
            denominator: None,
            value: None,
            lower: None,
            upper: None,
            status: Status::Ok,
            details: Vec::new(),
        }
    }
}

/// All numbers of an analysis.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines {
    /// The table that answered.
    pub table: String,
    /// The numbers.
    pub rows: Vec<Line>,
    /// Remarks of the answer.
    pub notes: Vec<Note>,
}

/// Why there is no answer at all.
#[derive(Clone, Debug, PartialEq)]
pub enum Missing {
    /// The analysis needs a field that is not given; its name and what it holds.
    Field(&'static str, &'static str),
    /// A field holds something that does not fit; its name, what was found, what would fit.
    Unfit(&'static str, String, String),
    /// The data set, or the analysis, refuses.
    Failure(Failure),
}

impl From<Failure> for Missing {
    fn from(failure: Failure) -> Missing {
        Missing::Failure(failure)
    }
}

impl AnalysisRequest {
    /// Refuses a question without groups.
    pub fn needs_by(&self) -> Result<(), Missing> {
        match self.by.is_empty() {
            true => Err(Missing::Field(
                "by",
                "the dimensions that tell the groups apart",
            )),
            false => Ok(()),
        }
    }

    /// A key with a code for each dimension.
    pub fn key<'a>(
        &'a self,
        name: &'static str,
        key: &'a [String],
    ) -> Result<&'a [String], Missing> {
        self.needs_by()?;
        match key.len() {
            0 => Err(Missing::Field(name, "a code for each dimension of by")),
            length if length == self.by.len() => Ok(key),
            _ => Err(Missing::Unfit(
                name,
                key.join(", "),
                format!("a code for each of: {}", self.by.join(", ")),
            )),
        }
    }

    /// The name of the interval among those that fit; the first when none was asked for.
    pub fn variant<T: Copy>(&self, known: &[(&str, T)]) -> Result<T, Missing> {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        let wanted = match &self.interval {
            None => known.first(),
            Some(name) => known.iter().find(|(known, _)| known == name),
        };
        wanted.map(|(_, variant)| *variant).ok_or_else(|| {
            let found = self.interval.clone().unwrap_or_default();
            Missing::Unfit("interval", found, names.join(", "))
        })
    }

    /// The dimensions that are made alike or taken apart by.
    pub fn over(&self) -> Vec<String> {
        match self.over.is_empty() {
            true => vec!["age".to_owned()],
            false => self.over.clone(),
        }
    }

    /// A key with the names of its dimensions.
    pub fn keyed(&self, key: &[String]) -> Vec<(String, String)> {
        self.by.iter().cloned().zip(key.iter().cloned()).collect()
    }

    /// The question of a comparison, a test or a funnel.
    pub fn question(&self, shares: bool) -> Result<Question, Missing> {
        self.needs_by()?;
        let measure = match (&self.of, shares) {
            (Some(measure), true) => measure.clone(),
            (None, true) => {
                return Err(Missing::Field("of", "return_share or destination_share"));
            }
            (_, false) => Measure::Rate,
        };
        Ok(self.scope.question(measure, self.by.iter().cloned()))
    }
}

/// Both limits of an interval, where there is one.
pub fn limits(interval: Option<Interval>) -> (Option<f64>, Option<Limit>) {
    match interval {
        Some(found) => (Some(found.lower), Some(Limit::Finite(found.upper))),
        None => (None, None),
    }
}
