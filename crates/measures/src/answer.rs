//! What a question gets: rows of numbers with their parts and their status.

use super::question::Exposure;
use stats::Status;

pub use stats::incomplete::SMALL_EVENTS;

/// The answer to a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// Name of the table that answered.
    pub table: String,
    /// The dimensions of the keys, in the order asked.
    pub by: Vec<String>,
    /// One row for each combination of codes that occurs, in display order.
    pub rows: Vec<Row>,
    /// What the reader must know.
    pub notes: Vec<Note>,
}

/// One number with its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Codes, parallel to [`Answer::by`].
    pub key: Vec<String>,
    /// Events or persons counted; absent when only the rounded result was published.
    pub numerator: Option<f64>,
    /// What they are set against; absent for plain counts.
    pub denominator: Option<f64>,
    /// The unrounded value; absent when the status says why.
    pub value: Option<f64>,
    /// Whether there is a value, or why not.
    pub status: Status,
    /// For a re-based share: how many were left out of the base.
    pub left_out: Option<f64>,
    /// Where the true value lies when the publisher gave a rounded one, or has changed the counts behind it.
    pub rounding: Option<(f64, f64)>,
}

impl Row {
    /// Whether the number rests on few events.
    pub fn is_small(&self) -> bool {
        self.denominator.is_some()
            && self
                .numerator
                .is_some_and(|numerator| numerator < SMALL_EVENTS)
    }
}

/// How many people an age at least has whose rate may be called the highest: a twentieth of those of the age that has
/// most. Of the few who are older, chance alone makes a rate high.
///
/// ```
/// assert_eq!(measures::enough_people(&[74_000.0, 60_000.0, 700.0]), 3_700.0);
/// ```
pub fn enough_people(people: &[f64]) -> f64 {
    people.iter().copied().fold(0.0, f64::max) / 20.0
}

/// A remark of the computation.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// The table covers only some of the codes of a dimension.
    CoversOnly {
        /// The dimension.
        dimension: String,
        /// The codes covered.
        codes: Vec<String>,
    },
    /// The denominator used for a rate.
    Denominator(Exposure),
    /// The denominator asked for is not in the data; this one was used instead.
    DenominatorInstead(Exposure),
    /// Cohorts without five observed years stay out of both parts of the share.
    NotYetObservable {
        /// Years of emigration.
        years: Vec<String>,
    },
    /// Codes left out of the base.
    Rebased {
        /// The codes.
        without: Vec<String>,
        /// Emigrations left out, over all rows.
        left_out: f64,
        /// All emigrations, over all rows.
        of: f64,
    },
    /// The publisher gave rounded numbers.
    Rounded,
    /// The publisher has changed the counts.
    Perturbed {
        /// How.
        how: data::Perturbation,
        /// So many changed cells at most stand behind a number.
        cells: usize,
    },
    /// A population over several years is the mean of the years.
    MeanOfYears {
        /// How many years.
        years: usize,
    },
    /// A population over several years is the mean of the years that each row has, which are not the same
    /// number for all.
    MeanOfOwnYears,
    /// Some rows rest on fewer than ten events.
    SmallNumbers {
        /// How many rows.
        rows: usize,
    },
}

impl Answer {
    /// The row of a key.
    pub fn row(&self, key: &[&str]) -> Option<&Row> {
        self.rows
            .iter()
            .find(|row| row.key.iter().map(String::as_str).eq(key.iter().copied()))
    }

    /// The value of a key.
    pub fn value(&self, key: &[&str]) -> Option<f64> {
        self.row(key)?.value
    }
}
