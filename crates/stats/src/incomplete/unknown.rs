//! Bounds for a share when part of the total is of unknown kind.

use crate::status::{Interval, Status};
use crate::{check, share};

/// A share under every assumption about the unknown. No point between the bounds is more likely
/// than another: no shading towards the middle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnknownBounds {
    /// k/known: assumes that the unknown spread like the known. None when nothing is known.
    pub rebased: Option<f64>,
    /// None of the unknown belongs here to all of them do.
    pub bounds: Interval,
    /// (k + q u)/(known + u) for an assumed share q of the unknown.
    pub at_assumption: f64,
    /// Wilson's lower limit of the low bound to his upper limit of the high bound.
    pub outer: Interval,
    /// `ok` or `no_known`.
    pub status: Status,
}

/// Bounds of k/(all) with `known` of known and `unknown` of unknown kind, and the value if a share
/// `q` of the unknown belongs to k.
///
/// k > known is `invalid`, nobody at all `no_denominator`, known = 0 `no_known` with bounds 0 to 1.
///
/// References: Manski (1989, 2003); Horowitz and Manski (2000).
pub fn unknown_bounds(
    k: f64,
    known: f64,
    unknown: f64,
    q: f64,
    level: f64,
) -> Result<UnknownBounds, Status> {
    check::counts(&[k, known, unknown])?;
    let z = check::z(level)?;
    if k > known || !(0.0..=1.0).contains(&q) {
        return Err(Status::Invalid);
    }
    let total = known + unknown;
    if total == 0.0 {
        return Err(Status::NoDenominator);
    }
    let some = known > 0.0;
    Ok(UnknownBounds {
        rebased: some.then(|| k / known),
        bounds: Interval {
            lower: k / total,
            upper: (k + unknown) / total,
        },
        at_assumption: (k + q * unknown) / total,
        outer: Interval {
            lower: share::wilson_limits(k, total, z).lower,
            upper: share::wilson_limits(k + unknown, total, z).upper,
        },
        status: if some { Status::Ok } else { Status::NoKnown },
    })
}
