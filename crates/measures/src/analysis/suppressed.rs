//! Sums and rates with suppressed cells, carried as ranges.

use crate::compute::{Tally, tallies};
use crate::lineage::{Summed, lineage};
use crate::{DEFAULT_LEVEL, Measure, Note, Question, Row};
use data::Dataset;
use stats::Status;
use stats::incomplete::{
    ShareCells, SuppressedCells, SuppressedRate, suppressed_rate, suppressed_share,
};

use super::{Failure, Scope};

/// The least number a suppressed cell holds: it is suppressed because it is small, not zero.
pub const LEAST: f64 = 1.0;

/// The largest number that is usually suppressed.
pub const DEFAULT_MOST: f64 = 4.0;

/// Which rates.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The dimensions of the rows.
    pub by: Vec<String>,
    /// The least number a suppressed cell can hold: 1, or 0 where the table's note says so.
    pub least: f64,
    /// The greatest number a suppressed cell can hold.
    pub most: f64,
    /// The part of the data set.
    pub scope: Scope,
    /// Confidence level of the outer limits.
    pub level: f64,
}

impl Request {
    /// Suppressed cells of 1 to [`DEFAULT_MOST`].
    pub fn new(by: Vec<String>, scope: Scope, level: f64) -> Request {
        Request {
            by,
            least: LEAST,
            most: DEFAULT_MOST,
            scope,
            level,
        }
    }
}

/// The ranges.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranges {
    /// The table that answered.
    pub table: String,
    /// The dimensions of the keys.
    pub by: Vec<String>,
    /// The rows.
    pub rows: Vec<RangeRow>,
    /// Remarks of the answer.
    pub notes: Vec<Note>,
}

/// One sum of events, and its rate. There is no point value when a cell is suppressed, and a value
/// that can be worked out from a total must not be shown either.
#[derive(Clone, Debug, PartialEq)]
pub struct RangeRow {
    /// Key of the row.
    pub key: Vec<String>,
    /// Events in the cells that are given.
    pub known: f64,
    /// Number of suppressed cells of events.
    pub suppressed: usize,
    /// Exposure, or why it is not known.
    pub exposure: Result<f64, Status>,
    /// Range of the events and of the rate. A missing cell, which may hold anything, leaves none.
    pub range: Result<SuppressedRate, Status>,
}

/// The range in which a withheld number of an answer lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Withheld {
    /// Least value, in the unit of the measure.
    pub lowest: f64,
    /// Greatest value.
    pub highest: f64,
    /// Number of suppressed cells that went in.
    pub cells: usize,
}

/// The range of a row that is withheld because cells behind it are suppressed, or of its numerator
/// when that is what is `counted`; none when a part of it can be anything. Every suppressed cell is
/// taken to hold from [`LEAST`] to [`DEFAULT_MOST`].
pub fn withheld(
    dataset: &Dataset,
    question: &Question,
    row: &Row,
    counted: bool,
) -> Option<Withheld> {
    if row.status != Status::SuppressedInput {
        return None;
    }
    let sums = lineage(dataset, question, row).ok()?;
    // Of cells that were changed the others tell nothing exact.
    let is_changed = |sum: &Summed| {
        let table = dataset.table(&sum.table);
        let mut columns = sum.columns.iter().filter_map(|name| table?.measure(name));
        columns.any(|column| column.perturbed.is_some())
    };
    if sums.iter().any(is_changed) {
        return None;
    }
    let ends = |sum: &Summed| {
        let cells = sum.suppressed as f64;
        (sum.total + cells * LEAST, sum.total + cells * DEFAULT_MOST)
    };
    let (above, below) = (sums.first()?, sums.get(1));
    let (lowest, highest) = match (&question.measure, below) {
        (Measure::Emigrations | Measure::Persons, None) => ends(above),
        (measure, Some(_)) if counted && measure.is_ratio() => ends(above),
        (Measure::Rate, Some(exposure)) if exposure.suppressed == 0 && exposure.total > 0.0 => {
            let (least, most) = ends(above);
            (least / exposure.total, most / exposure.total)
        }
        (Measure::Share { .. }, Some(base)) => {
            let cells = ShareCells {
                k_known: above.total,
                k_suppressed: above.suppressed as f64,
                rest_known: base.total - above.total,
                rest_suppressed: base.suppressed.checked_sub(above.suppressed)? as f64,
                each_min: LEAST,
                each_max: DEFAULT_MOST,
                total: None,
            };
            let range = suppressed_share(cells, DEFAULT_LEVEL).ok()?.share;
            (range.lower, range.upper)
        }
        (Measure::ReturnShare | Measure::ReturnCurve, Some(base))
            if base.suppressed == 0 && base.total > 0.0 =>
        {
            let (least, most) = ends(above);
            let part = |of: f64| (of / base.total).min(1.0);
            (part(least), part(most))
        }
        _ => return None,
    };
    Some(Withheld {
        lowest,
        highest,
        cells: above.suppressed + below.map_or(0, |below| below.suppressed),
    })
}

/// Ranges of events and rates.
pub fn suppressed(dataset: &Dataset, request: &Request) -> Result<Ranges, Failure> {
    let question = request
        .scope
        .question(Measure::Rate, request.by.iter().cloned());
    let (table, notes, tallies) = tallies(dataset, &question)?;
    let rows = tallies
        .into_iter()
        .map(|tally| {
            let Tally {
                key,
                known,
                suppressed,
                missing,
                exposure,
            } = tally;
            let cells = SuppressedCells {
                cells: suppressed as f64,
                each_min: request.least,
                each_max: request.most,
            };
            let range = if missing > 0 {
                Err(Status::MissingInput)
            } else {
                exposure.and_then(|exposure| suppressed_rate(known, cells, exposure, request.level))
            };
            RangeRow {
                key,
                known,
                suppressed,
                exposure,
                range,
            }
        })
        .collect();
    Ok(Ranges {
        table,
        by: request.by.clone(),
        rows,
        notes,
    })
}
