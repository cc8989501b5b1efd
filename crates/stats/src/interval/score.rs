//! Score limits for the expected count.

use super::Interval;

/// The two roots of (x - mu)² = z² mu. Their product is x², which gives the lower one without
/// cancellation.
pub(super) fn limits(x: f64, z: f64) -> Interval {
    let upper = x + 0.5 * z * z + z * (x + 0.25 * z * z).sqrt();
    Interval {
        lower: x / upper * x,
        upper,
    }
}
