//! Ranges for sums that hold suppressed cells. A value that a single suppressed cell can be worked
//! out to from a total must not be shown, exported or charted.

use crate::interval::{RateMethod, rate_interval};
use crate::status::{Interval, Status};
use crate::{check, share};

/// How many cells are suppressed, and what each can be by the table's own note.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SuppressedCells {
    /// Number of suppressed cells.
    pub cells: f64,
    /// Least value of each (0 or 1).
    pub each_min: f64,
    /// Greatest value of each.
    pub each_max: f64,
}

impl SuppressedCells {
    /// Least and greatest sum together with `known`.
    fn range(self, known: f64) -> Result<(f64, f64), Status> {
        check::counts(&[known, self.cells, self.each_min, self.each_max])?;
        if self.each_min > self.each_max {
            return Err(Status::Invalid);
        }
        Ok((
            known + self.cells * self.each_min,
            known + self.cells * self.each_max,
        ))
    }
}

/// Range of a rate per unit of exposure. No point value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SuppressedRate {
    /// Least number of events.
    pub events_min: f64,
    /// Greatest number of events.
    pub events_max: f64,
    /// The rates, when there is exposure.
    pub range: Option<RateRange>,
    /// `ok` or `no_exposure`.
    pub status: Status,
}

/// Rates at both ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateRange {
    /// Least and greatest rate.
    pub rate: Interval,
    /// Garwood's lower limit at the least, his upper limit at the greatest.
    pub outer: Interval,
}

/// Range of (known + suppressed) events over exposure.
pub fn suppressed_rate(
    known_events: f64,
    suppressed: SuppressedCells,
    exposure: f64,
    level: f64,
) -> Result<SuppressedRate, Status> {
    let (events_min, events_max) = suppressed.range(known_events)?;
    check::alpha(level)?;
    if check::amount(exposure)? == 0.0 {
        let status = Status::NoExposure;
        return Ok(SuppressedRate {
            events_min,
            events_max,
            range: None,
            status,
        });
    }
    let limits = |events| rate_interval(RateMethod::Garwood, events, exposure, level);
    let range = RateRange {
        rate: Interval {
            lower: events_min / exposure,
            upper: events_max / exposure,
        }
        .checked()?,
        outer: Interval {
            lower: limits(events_min)?.lower,
            upper: limits(events_max)?.upper,
        },
    };
    Ok(SuppressedRate {
        events_min,
        events_max,
        range: Some(range),
        status: Status::Ok,
    })
}

/// A share whose part, or rest, has suppressed cells; k and the rest make up the total.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShareCells {
    /// Known part of k.
    pub k_known: f64,
    /// Suppressed cells in k.
    pub k_suppressed: f64,
    /// Known part of the rest.
    pub rest_known: f64,
    /// Suppressed cells in the rest.
    pub rest_suppressed: f64,
    /// Least value of each suppressed cell.
    pub each_min: f64,
    /// Greatest value of each suppressed cell.
    pub each_max: f64,
    /// The total, when it is published.
    pub total: Option<f64>,
}

/// Range of a share. No point value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShareRange {
    /// Least and greatest share.
    pub share: Interval,
    /// Wilson's lower limit at the least, his upper limit at the greatest.
    pub outer: Interval,
}

/// Range of k over the total: from least k with greatest rest to greatest k with least rest. A
/// published total n narrows k to max(k0, n - r1) .. min(k1, n - r0); nothing that fits is
/// `inconsistent`. A corner with base 0 is `no_denominator`.
pub fn suppressed_share(cells: ShareCells, level: f64) -> Result<ShareRange, Status> {
    let ShareCells {
        each_min, each_max, ..
    } = cells;
    let part = SuppressedCells {
        cells: cells.k_suppressed,
        each_min,
        each_max,
    };
    let rest = SuppressedCells {
        cells: cells.rest_suppressed,
        each_min,
        each_max,
    };
    let (k0, k1) = part.range(cells.k_known)?;
    let (r0, r1) = rest.range(cells.rest_known)?;
    let z = check::z(level)?;
    let (low, high) = match cells.total {
        Some(n) => {
            check::count(n)?;
            let (least, greatest) = (k0.max(n - r1), k1.min(n - r0));
            if least > greatest {
                return Err(Status::Inconsistent);
            }
            ((least, n), (greatest, n))
        }
        None => ((k0, k0 + r1), (k1, k1 + r0)),
    };
    if low.1 == 0.0 || high.1 == 0.0 {
        return Err(Status::NoDenominator);
    }
    // Wilson's limits rise with k and fall with the rest, so the corners are the extremes.
    Ok(ShareRange {
        share: Interval {
            lower: low.0 / low.1,
            upper: high.0 / high.1,
        },
        outer: Interval {
            lower: share::wilson_limits(low.0, low.1, z).lower,
            upper: share::wilson_limits(high.0, high.1, z).upper,
        },
    })
}
