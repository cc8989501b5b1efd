//! Method of variance estimates recovery: the interval of a difference from the two intervals.

use crate::status::Interval;

/// d - √((p1-l1)² + (u2-p2)²) to d + √((u1-p1)² + (p2-l2)²) with d = p1 - p2, for independent
/// estimates.
///
/// References: Newcombe (1998, method 10) for shares; Zou and Donner (2008) in general.
pub fn difference(p1: f64, first: Interval, p2: f64, second: Interval) -> Interval {
    let d = p1 - p2;
    Interval {
        lower: d - libm::hypot(p1 - first.lower, second.upper - p2),
        upper: d + libm::hypot(first.upper - p1, p2 - second.lower),
    }
}
