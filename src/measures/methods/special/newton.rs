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
    let mut x = start;
    for _ in 0..MAX_STEPS {
        let (value, slope) = tail(x)?;
        // ln(p / value), exact also where the two nearly agree.
        let residual = if value > 0.0 {
            libm::log1p((p - value) / value)
        } else {
            f64::NAN
        };
        let step = residual * value / slope;
        if !step.is_finite() {
            return Err(NoValue);
        }
        x *= libm::exp(step.clamp(-MAX_CHANGE, MAX_CHANGE));
        if residual.abs() <= NEARLY_THERE {
            return finite(x);
        }
    }
    Err(NoValue)
}
