//! Share back by years since leaving.

use crate::{IntervalMethod, Measure, Note, Row, answer, interval};
use data::Dataset;
use kernels::stable_sort as order;
use stats::{Interval, Status};

use super::{Failure, Scope};

/// Whose return.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The dimensions that tell the curves apart.
    pub by: Vec<String>,
    /// The part of the data set.
    pub scope: Scope,
    /// How intervals are formed; Wilson by default.
    pub interval: IntervalMethod,
    /// Confidence level.
    pub level: f64,
}

/// The curves.
#[derive(Clone, Debug, PartialEq)]
pub struct ReturnCurves {
    /// The table that answered.
    pub table: String,
    /// The dimensions of the keys.
    pub by: Vec<String>,
    /// The groups.
    pub curves: Vec<ReturnCurve>,
    /// Remarks of the answer.
    pub notes: Vec<Note>,
}

/// One group.
#[derive(Clone, Debug, PartialEq)]
pub struct ReturnCurve {
    /// Key of the group.
    pub key: Vec<String>,
    /// The points, by number of years.
    pub points: Vec<ReturnPoint>,
}

/// One number of years.
#[derive(Clone, Debug, PartialEq)]
pub struct ReturnPoint {
    /// Years since leaving.
    pub years: i32,
    /// Back, of all who left.
    pub row: Row,
    /// Its interval. The same persons are counted at every point, so the points of one curve are
    /// not independent of each other.
    pub interval: Result<Interval, Status>,
}

/// Share back by years since leaving.
pub fn return_curve(dataset: &Dataset, request: &Request) -> Result<ReturnCurves, Failure> {
    let dimension = "years_since".to_owned();
    let by = request.by.iter().cloned().chain([dimension.clone()]);
    let question = request.scope.question(Measure::ReturnCurve, by);
    let answer = answer(dataset, &question)?;
    let mut curves: Vec<ReturnCurve> = Vec::new();
    for row in answer.rows {
        let Some((code, key)) = row.key.split_last() else {
            continue;
        };
        let years: i32 = code.parse().map_err(|_| Failure::NotNumbers {
            dimension: dimension.clone(),
        })?;
        if curves.last().is_none_or(|last| last.key != key) {
            curves.push(ReturnCurve {
                key: key.to_vec(),
                points: Vec::new(),
            });
        }
        let interval = interval(&row, request.interval, request.level);
        if let Some(curve) = curves.last_mut() {
            curve.points.push(ReturnPoint {
                years,
                row,
                interval,
            });
        }
    }
    for curve in &mut curves {
        order::sort_by(&mut curve.points, &|one, two| one.years.cmp(&two.years));
    }
    Ok(ReturnCurves {
        table: answer.table,
        by: request.by.clone(),
        curves,
        notes: answer.notes,
    })
}
