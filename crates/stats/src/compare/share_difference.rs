//! Difference of two shares.

use super::mover;
use crate::status::{Interval, Status};
use crate::{check, share};

/// A difference of shares, in units of 1 (0.05 is five percentage points).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShareDifference {
    /// First share minus second share.
    pub difference: f64,
    /// Newcombe's interval.
    pub interval: Interval,
}

/// k1/n1 - k2/n2 with the interval of Newcombe (1998, method 10) from Wilson's limits.
///
/// For separate groups only: two categories of the same total are dependent. Either n = 0 is
/// `no_denominator`; 0 of 9 against 0 of 9 still has an interval.
pub fn newcombe(k1: f64, n1: f64, k2: f64, n2: f64, level: f64) -> Result<ShareDifference, Status> {
    let (p1, p2) = (share::share(k1, n1)?, share::share(k2, n2)?);
    let z = check::z(level)?;
    let interval = mover::difference(
        p1,
        share::wilson_limits(k1, n1, z),
        p2,
        share::wilson_limits(k2, n2, z),
    );
    Ok(ShareDifference {
        difference: p1 - p2,
        interval,
    })
}
