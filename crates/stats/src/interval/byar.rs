//! Byar's limits for the expected count.

use super::Interval;

/// L = x (1 - 1/(9x) - z/(3√x))³, U = y (1 - 1/(9y) + z/(3√y))³ with y = x + 1.
pub(super) fn limits(x: f64, z: f64) -> Interval {
    let cube = |n: f64, z: f64| {
        let root = (1.0 - 1.0 / (9.0 * n) + z / (3.0 * n.sqrt())).max(0.0);
        n * root * root * root
    };
    Interval {
        lower: if x == 0.0 { 0.0 } else { cube(x, -z) },
        upper: cube(x + 1.0, z),
    }
}
