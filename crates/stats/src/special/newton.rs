//! Quantiles: solving tail = p by Newton's method on the logarithm of the tail.
//!
//! Written in y = ln x (gamma) or y = ln odds (beta) all densities used here are log-concave, so
//! the logarithm of either tail is a concave monotone function of y. Newton's method on such a
//! function lands at most once on the wrong side and then approaches the root from one side; it
//! needs no bracket. The bound on the steps only guards against rounding.

use super::{NoValue, Special, finite};

/// More steps than any start needs: far out a step changes ln tail by a constant factor.
const MAX_STEPS: usize = 100;

/// Once ln tail is this close, the next Newton step leaves an error of the order of its square.
const NEARLY_THERE: f64 = 1e-9;

/// Largest change of y in one step, so that no start can overflow.
const MAX_CHANGE: f64 = 20.0;

/// Finds x > 0 where a tail is `p`. `tail` gives, at x, the tail and its derivative with respect
/// to ln x (negative for an upper tail).
///
/// The unknown is kept as x and changed by factors, so it is exact to the last bit however far
/// ln x is from 0.
pub fn solve(
    p: f64,
    start: f64,
    mut tail: impl FnMut(f64) -> Result<(f64, f64), NoValue>,
) -> Special {
    let (mut x, mut before) = (start, start);
    for _ in 0..MAX_STEPS {
        let (value, slope) = tail(x)?;
        if (value <= 0.0 || slope == 0.0) && x != before {
            // So far out that the tail is less than the least number: halve the last step.
            x = x.sqrt() * before.sqrt();
            continue;
        }
        // ln(p / value), exact where the two nearly agree and without overflow where they do not.
        let excess = p - value;
        let residual = if excess.abs() < 0.5 * value {
            libm::log1p(excess / value)
        } else {
            libm::log(p) - libm::log(value)
        };
        let step = residual * value / slope;
        if !step.is_finite() {
            return Err(NoValue);
        }
        before = x;
        x *= libm::exp(step.clamp(-MAX_CHANGE, MAX_CHANGE));
        // Beyond 10^13 events a tail jumps by more than that from one number x to the next.
        if residual.abs() <= NEARLY_THERE || step.abs() <= f64::EPSILON {
            return finite(x);
        }
    }
    Err(NoValue)
}
