//! Wilson's limits for a given normal quantile.

use super::Interval;

/// (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n), for 0 <= k <= n, n > 0.
///
/// The lower limit comes from the product of the two roots, k²/(n(n + z²)), without cancellation
/// however small p is.
pub fn limits(k: f64, n: f64, z: f64) -> Interval {
    let square = z * z;
    let spread = z * (k * ((n - k) / n) + 0.25 * square).sqrt();
    let upper = if k == n {
        1.0
    } else {
        (k + 0.5 * square + spread) / (n + square)
    };
    let lower = if k == 0.0 {
        0.0
    } else {
        k / n * (k / (n + square)) / upper
    };
    Interval { lower, upper }
}
