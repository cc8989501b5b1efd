//! Garwood's exact limits for the expected count.

use super::super::special::gamma;
use super::{Interval, Status};

/// Limits at 1 - `alpha`; the same code for all counts, without a branch to the normal.
pub(super) fn limits(x: f64, alpha: f64) -> Result<Interval, Status> {
    let lower = if x == 0.0 {
        0.0
    } else {
        gamma::lower_quantile(x, alpha / 2.0)?
    };
    let upper = if x == 0.0 {
        -libm::log(alpha / 2.0)
    } else {
        gamma::upper_quantile(x + 1.0, alpha / 2.0)?
    };
    Ok(Interval { lower, upper })
}
