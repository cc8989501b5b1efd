//! A share when part of the emigrations went to an unknown country.

use crate::{Measure, Note, answer};
use data::Dataset;
use stats::Status;
use stats::incomplete::{UnknownBounds, unknown_bounds};

use super::{Failure, Scope, parts};

/// Whose share, and what is assumed about the unknown.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The dimensions that tell the groups apart.
    pub by: Vec<String>,
    /// The dimension that divides the emigrations, `destination_kind` or `destination`.
    pub of: String,
    /// The code whose share is wanted: `origin`.
    pub target: String,
    /// The code of the unknown: `unknown`.
    pub unknown: String,
    /// Which part of the unknown is taken to belong to the target, 0 to 1.
    pub assumption: f64,
    /// The part of the data set.
    pub scope: Scope,
    /// Confidence level of the outer limits.
    pub level: f64,
}

impl Request {
    /// The share that went to the own or parents' country of origin.
    pub fn to_origin(by: Vec<String>, assumption: f64, scope: Scope, level: f64) -> Request {
        Request {
            by,
            of: "destination_kind".to_owned(),
            target: "origin".to_owned(),
            unknown: "unknown".to_owned(),
            assumption,
            scope,
            level,
        }
    }
}

/// The shares.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareBounds {
    /// The table that answered.
    pub table: String,
    /// The dimensions of the keys.
    pub by: Vec<String>,
    /// The assumption used.
    pub assumption: f64,
    /// The groups.
    pub rows: Vec<BoundsRow>,
    /// Remarks of the answer.
    pub notes: Vec<Note>,
}

/// One group.
#[derive(Clone, Debug, PartialEq)]
pub struct BoundsRow {
    /// Key of the group.
    pub key: Vec<String>,
    /// Emigrations to the target, to known countries (the target included), to unknown ones.
    pub counts: Result<Counts, Status>,
    /// Bounds, the share at the assumption, the re-based share and the outer limits.
    pub bounds: Result<UnknownBounds, Status>,
}

/// Emigrations by what is known of their destination.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counts {
    /// To the target.
    pub target: f64,
    /// To any known destination.
    pub known: f64,
    /// To unknown destinations.
    pub unknown: f64,
}

/// Shares under every assumption about the unknown.
pub fn bounds(dataset: &Dataset, request: &Request) -> Result<ShareBounds, Failure> {
    if !(0.0..=1.0).contains(&request.assumption) {
        return Err(Failure::Invalid);
    }
    let measure = Measure::Share {
        of: request.of.clone(),
    };
    // The base of a share is all emigrations; the filter keeps the two rows that are needed.
    let scope = request
        .scope
        .clone()
        .filtered(&request.of, [&request.target, &request.unknown]);
    let by = request.by.iter().chain([&request.of]).cloned();
    let answer = answer(dataset, &scope.question(measure, by))?;
    let mut rows: Vec<BoundsRow> = Vec::new();
    for row in &answer.rows {
        let Some((_, key)) = row.key.split_last() else {
            continue;
        };
        if rows.iter().any(|known| known.key == key) {
            continue;
        }
        let of = |code: &String| {
            answer
                .rows
                .iter()
                .find(|row| row.key.split_last() == Some((code, key)))
                .map_or(Err(Status::NotInTable), parts)
        };
        let counts = of(&request.target).and_then(|(target, all)| {
            let unknown = match of(&request.unknown) {
                Ok((unknown, _)) => unknown,
                // A table without the code has no emigration of unknown destination.
                Err(Status::NotInTable) => 0.0,
                Err(status) => return Err(status),
            };
            Ok(Counts {
                target,
                known: all - unknown,
                unknown,
            })
        });
        let bounds = counts.and_then(|counts| {
            unknown_bounds(
                counts.target,
                counts.known,
                counts.unknown,
                request.assumption,
                request.level,
            )
        });
        rows.push(BoundsRow {
            key: key.to_vec(),
            counts,
            bounds,
        });
    }
    Ok(ShareBounds {
        table: answer.table,
        by: request.by.clone(),
        assumption: request.assumption,
        rows,
        notes: answer.notes,
    })
}
