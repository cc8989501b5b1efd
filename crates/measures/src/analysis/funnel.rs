//! Many groups against what all of them show together.

use crate::{Measure, Note, Question, Row, answer};
use data::Dataset;
use stats::funnel::{Position, rate as rate_limits, share as share_limits};
use stats::{Interval, Status};

use super::{Failure, parts, pooled};

/// Levels of the two pairs of limits.
pub const LEVELS: (f64, f64) = (0.95, 0.998);

/// Points along the limits of a drawn funnel.
const CURVE_POINTS: usize = 60;

/// The groups of a funnel.
#[derive(Clone, Debug, PartialEq)]
pub struct Funnel {
    /// The table that answered.
    pub table: String,
    /// The dimensions of the keys.
    pub by: Vec<String>,
    /// The pooled number, the middle of the funnel.
    pub target: Row,
    /// The groups.
    pub rows: Vec<FunnelRow>,
    /// Limits for sizes from the smallest group to the largest, for drawing.
    pub curve: Vec<CurvePoint>,
    /// How many groups fall outside the inner limits by chance alone, on average.
    pub outside_by_chance: f64,
    /// Remarks of the answer.
    pub notes: Vec<Note>,
}

/// One group. Never rank groups inside the limits.
#[derive(Clone, Debug, PartialEq)]
pub struct FunnelRow {
    /// The group's number with its size as denominator.
    pub row: Row,
    /// Limits and where the group lies.
    pub limits: Result<Limits, Status>,
}

/// Both pairs of limits at a group's size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// Limits at 0.95.
    pub inner: Interval,
    /// Where the group lies by them.
    pub inner_position: Position,
    /// Limits at 0.998.
    pub outer: Interval,
    /// Where the group lies by them.
    pub outer_position: Position,
}

/// The limits at one size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurvePoint {
    /// Exposure, or number of emigrations.
    pub size: f64,
    /// Limits at 0.95.
    pub inner: Interval,
    /// Limits at 0.998.
    pub outer: Interval,
}

/// Sets every group of a rate or share against the pooled one.
pub fn funnel(dataset: &Dataset, question: &Question) -> Result<Funnel, Failure> {
    if !question.measure.is_ratio() || question.by.is_empty() {
        return Err(Failure::NotARatio);
    }
    if let Measure::Share { of } = &question.measure
        && question.by.contains(of)
    {
        return Err(Failure::SameTotal {
            dimension: of.clone(),
        });
    }
    let answer = answer(dataset, question)?;
    let target = pooled(dataset, question, &answer)?;
    let is_rate = question.measure == Measure::Rate;
    let middle = parts(&target);
    let at = |observed: f64, size: f64| limits(is_rate, observed, size, middle?);
    let rows: Vec<FunnelRow> = answer
        .rows
        .iter()
        .map(|row| FunnelRow {
            row: row.clone(),
            limits: parts(row).and_then(|(observed, size)| at(observed, size)),
        })
        .collect();
    let sizes = || {
        let of = |row: &FunnelRow| row.row.denominator.filter(|size| *size > 0.0);
        rows.iter().filter_map(of)
    };
    let smallest = sizes().min_by(f64::total_cmp);
    let largest = sizes().max_by(f64::total_cmp);
    let curve = match (smallest, largest) {
        (Some(smallest), Some(largest)) => (0..CURVE_POINTS)
            .filter_map(|step| {
                let along = step as f64 / (CURVE_POINTS - 1) as f64;
                let size = smallest * libm::pow(largest / smallest, along);
                let size = if is_rate { size } else { libm::round(size) };
                let limits = at(0.0, size).ok()?;
                Some(CurvePoint {
                    size,
                    inner: limits.inner,
                    outer: limits.outer,
                })
            })
            .collect(),
        _ => Vec::new(),
    };
    let judged = rows.iter().filter(|row| row.limits.is_ok()).count();
    Ok(Funnel {
        table: answer.table,
        by: answer.by,
        target,
        curve,
        outside_by_chance: judged as f64 * (1.0 - LEVELS.0),
        rows,
        notes: answer.notes,
    })
}

fn limits(
    is_rate: bool,
    observed: f64,
    size: f64,
    (target, whole): (f64, f64),
) -> Result<Limits, Status> {
    let at = |level: f64| -> Result<(Interval, Position), Status> {
        if is_rate {
            let found = rate_limits(observed, size, target, whole, level)?;
            Ok((found.rate, found.position))
        } else {
            let found = share_limits(observed, size, target, whole, level)?;
            Ok((found.share, found.position))
        }
    };
    let (inner, inner_position) = at(LEVELS.0)?;
    let (outer, outer_position) = at(LEVELS.1)?;
    Ok(Limits {
        inner,
        inner_position,
        outer,
        outer_position,
    })
}
