//! Beta distribution: the regularised incomplete beta function I_x(a, b) and its inverse.
//!
//! A point is given by its odds x/(1 - x), which keep all digits at both ends.
//!
//! References: DLMF 8.17.22 (continued fraction), its even part as in Didonato and Morris (1992);
//! Abramowitz and Stegun 26.5.22 (start).

use super::density::{binomial, log1p_minus};
use super::{
    NoValue, Side, Special, Tails, finite, is_open_probability, newton, normal, quadrature,
};

/// When both parameters are at least this, the integral has a fixed cost.
const INTEGRAL_FROM: f64 = 200.0;

/// Bound for the continued fraction; with one parameter below [`INTEGRAL_FROM`] it needs some 100.
const MAX_TERMS: usize = 2_000;

/// A probability together with its complement, so that neither is formed by subtraction.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Split {
    /// x
    pub p: f64,
    /// 1 - x
    pub q: f64,
}

impl Split {
    /// x in [0, 1] and 1 - x.
    pub fn new(p: f64) -> Self {
        Self { p, q: 1.0 - p }
    }

    /// The complement first.
    fn swapped(self) -> Self {
        Self {
            p: self.q,
            q: self.p,
        }
    }

    /// From the odds x/(1 - x).
    pub fn from_odds(odds: f64) -> Self {
        Self {
            p: odds / (1.0 + odds),
            q: 1.0 / (1.0 + odds),
        }
    }
}

/// Both tails at a point of a beta variable with parameters a, b > 0.
pub fn tails(a: f64, b: f64, at: Split) -> Result<Tails, NoValue> {
    let Split { p, q } = at;
    if !(a > 0.0 && b > 0.0 && a.is_finite() && b.is_finite() && p >= 0.0 && q >= 0.0) {
        return Err(NoValue);
    }
    if p == 0.0 {
        return Ok(Tails {
            lower: 0.0,
            upper: 1.0,
        });
    }
    if q == 0.0 {
        return Ok(Tails {
            lower: 1.0,
            upper: 0.0,
        });
    }
    // x^a (1-x)^b / B(a, b), which is the slope of I_x by the log odds.
    let front = slope(a, b, at);
    if a.min(b) >= INTEGRAL_FROM {
        let tail = |end, direction| (front / (p * q) * integral(a, b, at, end, direction)).min(1.0);
        Ok(if p * b < q * a {
            Tails::from_lower(tail(p, -1.0))
        } else {
            Tails::from_upper(tail(q, 1.0))
        })
    } else if p * (b + 1.0) <= q * (a + 1.0) {
        Ok(Tails::from_lower((front * fraction(a, b, at)?).min(1.0)))
    } else {
        Ok(Tails::from_upper(
            (front * fraction(b, a, at.swapped())?).min(1.0),
        ))
    }
}

/// Density relative to its value at the point, integrated `end` far in `direction` (±1).
fn integral(a: f64, b: f64, at: Split, end: f64, direction: f64) -> f64 {
    let Split { p, q } = at;
    let (a1, b1) = (a - 1.0, b - 1.0);
    let drift = direction * (a1 * q - b1 * p) / (p * q);
    let curvature = a1 / (p * p) + b1 / (q * q);
    quadrature::falling(end, -drift, curvature, |h| {
        let step = direction * h;
        a1 * log1p_minus(step / p) + b1 * log1p_minus(-step / q) + drift * h
    })
}

/// I_x(a, b) B(a, b) / (x^a (1-x)^b), by the modified method of Lentz on the even part of the
/// fraction. There x enters through a(1-x) - bx, which keeps its digits when x is near 1.
fn fraction(a: f64, b: f64, Split { p: x, q: y }: Split) -> Special {
    let lambda = a * y - b * x;
    let mut bottom = a / (a + 1.0) * (lambda + 1.0);
    let mut c = f64::INFINITY;
    let mut d = 1.0 / bottom;
    let mut value = d;
    let mut n = 0.0;
    for _ in 0..MAX_TERMS {
        n += 1.0;
        let odd = a + 2.0 * n - 1.0;
        let rest = n * (b - n) * x / odd;
        let top = (a + n - 1.0) / odd * (a + b + n - 1.0) * x * rest;
        bottom = n + rest + (a + n) / (odd + 2.0) * (lambda + 1.0 + n * (1.0 + y));
        c = bottom + top / c;
        d = 1.0 / (bottom + top * d);
        let factor = c * d;
        value *= factor;
        if (factor - 1.0).abs() <= f64::EPSILON {
            return finite(value);
        }
    }
    Err(NoValue)
}

/// Derivative of I_x(a, b) with respect to ln(x/(1 - x)).
fn slope(a: f64, b: f64, at: Split) -> f64 {
    a / (a + b) * b * binomial(a, b, at.p, at.q)
}

/// I_x(a, b), the lower tail, for 0 <= x <= 1.
pub fn lower_tail(a: f64, b: f64, x: f64) -> Special {
    tails(a, b, Split::new(x)).map(|t| t.lower)
}

/// x with I_x(a, b) = p, 0 < p < 1.
pub fn lower_quantile(a: f64, b: f64, p: f64) -> Special {
    quantile_odds(a, b, p).map(|odds| Split::from_odds(odds).p)
}

/// Odds x/(1 - x) of the x with I_x(a, b) = p, 0 < p < 1.
pub fn quantile_odds(a: f64, b: f64, p: f64) -> Special {
    if !(a > 0.0 && b > 0.0 && a.is_finite() && b.is_finite() && is_open_probability(p)) {
        return Err(NoValue);
    }
    let (side, tail, sign) = if p > 0.5 {
        (Side::Upper, 1.0 - p, -1.0)
    } else {
        (Side::Lower, p, 1.0)
    };
    newton::solve(tail, start(a, b, p)?, |odds| {
        let at = Split::from_odds(odds);
        Ok((tails(a, b, at)?.side(side), sign * slope(a, b, at)))
    })
}

/// Approximate odds of the quantile. With a parameter below 1 the approximation does not hold, and
/// the odds of the mean do: a tail that is a power needs one step from anywhere.
fn start(a: f64, b: f64, p: f64) -> Special {
    if a < 1.0 || b < 1.0 {
        return finite(a / b);
    }
    let z = normal::upper_quantile(p)?;
    let (u, v) = (1.0 / (2.0 * a - 1.0), 1.0 / (2.0 * b - 1.0));
    let h = 2.0 / (u + v);
    let lambda = (z * z - 3.0) / 6.0;
    let w = z * (h + lambda).sqrt() / h - (v - u) * (lambda + 5.0 / 6.0 - 2.0 / (3.0 * h));
    finite(a / b * libm::exp((-2.0 * w).clamp(-50.0, 50.0)))
}
