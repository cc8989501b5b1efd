//! All shares of one total together, with intervals that hold jointly.

use crate::{Measure, Note, Question, Row, answer};
use data::Dataset;
use stats::share::goodman;
use stats::{Interval, Status};

use super::{Failure, parts};

/// The shares of every group.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// The table that answered.
    pub table: String,
    /// The dimensions of the keys.
    pub by: Vec<String>,
    /// The dimension that divides the total.
    pub of: String,
    /// The groups.
    pub groups: Vec<SharesOfOneTotal>,
    /// Remarks of the answer.
    pub notes: Vec<Note>,
}

/// The shares of one total.
#[derive(Clone, Debug, PartialEq)]
pub struct SharesOfOneTotal {
    /// The rows of the shares.
    pub rows: Vec<Row>,
    /// Goodman's simultaneous intervals, parallel to the rows. Their number is how many categories
    /// are shown; other categories give other limits.
    pub intervals: Result<Vec<Interval>, Status>,
}

impl Distribution {
    /// The shares among which a key is, and its place there.
    pub fn place(&self, key: &[String]) -> Option<(&SharesOfOneTotal, usize)> {
        self.groups.iter().find_map(|group| {
            let place = group.rows.iter().position(|row| row.key == key)?;
            Some((group, place))
        })
    }
}

impl SharesOfOneTotal {
    /// The counts of all categories; the reason when one is not known.
    pub fn counts(&self) -> Result<Vec<f64>, Status> {
        self.rows.iter().map(|row| Ok(parts(row)?.0)).collect()
    }
}

/// Simultaneous intervals of a question for shares by the dimension that divides the total.
pub fn distribution(
    dataset: &Dataset,
    question: &Question,
    level: f64,
) -> Result<Distribution, Failure> {
    let place = match &question.measure {
        Measure::Share { of } => question.by.iter().position(|dimension| dimension == of),
        _ => None,
    };
    let place = place.ok_or(Failure::NotARatio)?;
    // A filter on the categories would leave out part of the total they share.
    let mut whole = question.clone();
    whole
        .filter
        .retain(|filter| filter.dimension != question.by[place]);
    let answer = answer(dataset, &whole)?;
    let group = |row: &Row| {
        let mut key = row.key.clone();
        key.remove(place);
        key
    };
    let mut groups: Vec<(Vec<String>, Vec<Row>)> = Vec::new();
    for row in answer.rows {
        let key = group(&row);
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, rows)) => rows.push(row),
            None => groups.push((key, vec![row])),
        }
    }
    let groups = groups
        .into_iter()
        .map(|(_, rows)| {
            let mut shares = SharesOfOneTotal {
                rows,
                intervals: Ok(Vec::new()),
            };
            shares.intervals = shares.counts().and_then(|counts| {
                let found = goodman(&counts, level)?;
                Ok(found.into_iter().map(|(_, interval)| interval).collect())
            });
            shares
        })
        .collect();
    Ok(Distribution {
        table: answer.table,
        of: question.by[place].clone(),
        by: answer.by,
        groups,
        notes: answer.notes,
    })
}
