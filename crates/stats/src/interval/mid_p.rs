//! Mid-P limits for the expected count.

use super::super::special::{density, gamma, newton};
use super::{Interval, Status, garwood};

/// Limits at 1 - `alpha`, from Garwood's limits as start.
///
/// Either tail is the mean of two gamma tails with shapes x and x + 1, whose density in ln mu is
/// log-concave too, so Newton's method keeps its guarantee. The slope by ln mu is
/// (x + mu) P(X = x)/2.
pub(super) fn limits(x: f64, alpha: f64) -> Result<Interval, Status> {
    if x == 0.0 {
        return Ok(Interval {
            lower: 0.0,
            upper: -libm::log(alpha),
        });
    }
    let p = alpha / 2.0;
    let start = garwood::limits(x, alpha)?;
    let lower = newton::solve(p, start.lower, |mu| {
        let density = density::poisson(x, mu);
        let above = gamma::lower_tail(x + 1.0, mu)?;
        Ok((above + 0.5 * density, 0.5 * (x + mu) * density))
    })?;
    let upper = newton::solve(p, start.upper, |mu| {
        let density = density::poisson(x, mu);
        let below = gamma::upper_tail(x, mu)?;
        Ok((below + 0.5 * density, -0.5 * (x + mu) * density))
    })?;
    Ok(Interval { lower, upper })
}
