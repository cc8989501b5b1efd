//! Clopper and Pearson's limits.

use super::super::special::beta::{Split, quantile_odds};
use super::{Interval, Status};

/// Limits at 1 - `alpha` for 0 <= k <= n, n > 0.
pub(super) fn limits(k: f64, n: f64, alpha: f64) -> Result<Interval, Status> {
    let tail = alpha / 2.0;
    let lower = if k == 0.0 {
        0.0
    } else {
        Split::from_odds(quantile_odds(k, n - k + 1.0, tail)?).p
    };
    let upper = if k == n {
        1.0
    } else {
        Split::from_odds(quantile_odds(n - k, k + 1.0, tail)?).q
    };
    Ok(Interval { lower, upper })
}
