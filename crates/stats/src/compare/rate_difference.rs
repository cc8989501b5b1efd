//! Difference of two rates.

use super::mover;
use crate::check;
use crate::interval::{RateMethod, rate_interval};
use crate::status::{Interval, Status};

/// A difference of rates per unit of exposure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateDifference {
    /// First rate minus second rate.
    pub difference: f64,
    /// Default: MOVER with score limits. Exists at 0 events.
    pub score: Interval,
    /// MOVER with Garwood's limits, wider.
    pub garwood: Interval,
    /// Wald's limits, for comparison only; none without events.
    pub wald: Option<Interval>,
}

/// x1/T1 - x2/T2 with intervals by MOVER.
///
/// The single limits inside the default are score limits, a little different from the Garwood
/// limits shown beside each rate. T = 0 in either is `no_exposure`.
///
/// References: Zou and Donner (2008); Li et al. (2011).
pub fn rate_difference(
    x1: f64,
    t1: f64,
    x2: f64,
    t2: f64,
    level: f64,
) -> Result<RateDifference, Status> {
    check::counts(&[x1, x2])?;
    check::amounts(&[t1, t2])?;
    if t1 == 0.0 || t2 == 0.0 {
        return Err(Status::NoExposure);
    }
    let (r1, r2) = (x1 / t1, x2 / t2);
    let by = |method| {
        let first = rate_interval(method, x1, t1, level)?;
        let second = rate_interval(method, x2, t2, level)?;
        mover::difference(r1, first, r2, second).checked()
    };
    let wald = if x1 + x2 > 0.0 {
        let half = check::z(level)? * libm::hypot(x1.sqrt() / t1, x2.sqrt() / t2);
        let difference = r1 - r2;
        Some(
            Interval {
                lower: difference - half,
                upper: difference + half,
            }
            .checked()?,
        )
    } else {
        None
    };
    Ok(RateDifference {
        difference: check::finite(r1 - r2)?,
        score: by(RateMethod::Score)?,
        garwood: by(RateMethod::Garwood)?,
        wald,
    })
}
