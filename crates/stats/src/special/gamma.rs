//! Gamma distribution with scale 1: tails P(a, x), Q(a, x) and their quantiles. The chi-square
//! distribution with k degrees of freedom is twice a gamma variable of shape k/2.
//!
//! Reference: DLMF 8.7.1 (series), 8.9.2 (continued fraction).

use super::density::{log1p_minus, poisson};
use super::{
    NoValue, Side, Special, Tails, finite, is_open_probability, newton, normal, quadrature,
};

/// From this shape on the integral has a fixed cost and the series would need more terms.
const INTEGRAL_FROM: f64 = 200.0;

/// Bound for series and continued fraction; below [`INTEGRAL_FROM`] they need at most about 200.
const MAX_TERMS: usize = 2_000;

/// Both tails at x >= 0 of a gamma variable of shape a > 0.
pub fn tails(a: f64, x: f64) -> Result<Tails, NoValue> {
    if !(a > 0.0 && a.is_finite() && x >= 0.0) {
        return Err(NoValue);
    }
    if x == 0.0 {
        return Ok(Tails {
            lower: 0.0,
            upper: 1.0,
        });
    }
    if x.is_infinite() {
        return Ok(Tails {
            lower: 1.0,
            upper: 0.0,
        });
    }
    // x^a e^-x / Γ(a + 1), the common factor of all three forms.
    let front = poisson(a, x);
    if a >= INTEGRAL_FROM {
        let tail = |end, direction| (a * front / x * integral(a, x, end, direction)).min(1.0);
        Ok(if x < a {
            Tails::from_lower(tail(x, -1.0))
        } else {
            Tails::from_upper(tail(f64::INFINITY, 1.0))
        })
    } else if x < a + 1.0 {
        Ok(Tails::from_lower((front * series(a, x)?).min(1.0)))
    } else {
        Ok(Tails::from_upper((a * front * fraction(a, x)?).min(1.0)))
    }
}

/// Density relative to its value at x, integrated from x to `end` away in `direction` (±1).
fn integral(a: f64, x: f64, end: f64, direction: f64) -> f64 {
    // ln of the density ratio at t = x(1 + u) is (a - 1) ln(1 + u) - xu.
    let drift = (a - 1.0 - x) * direction / x;
    quadrature::falling(end, -drift, (a - 1.0) / (x * x), |h| {
        (a - 1.0) * log1p_minus(direction * h / x) + drift * h
    })
}

/// 1 + x/(a+1) + x^2/((a+1)(a+2)) + ...
fn series(a: f64, x: f64) -> Special {
    let mut term = 1.0;
    let mut sum = 1.0;
    let mut n = a;
    for _ in 0..MAX_TERMS {
        n += 1.0;
        term *= x / n;
        sum += term;
        if term <= sum * (0.1 * f64::EPSILON) {
            return Ok(sum);
        }
    }
    Err(NoValue)
}

/// Γ(a, x) e^x x^-a by the modified method of Lentz.
fn fraction(a: f64, x: f64) -> Special {
    let mut b = x + 1.0 - a;
    let mut c = f64::INFINITY;
    let mut d = 1.0 / b;
    let mut value = d;
    let mut i = 0.0;
    for _ in 0..MAX_TERMS {
        i += 1.0;
        let numerator = i * (a - i);
        b += 2.0;
        c = b + numerator / c;
        d = 1.0 / (b + numerator * d);
        let factor = c * d;
        value *= factor;
        if (factor - 1.0).abs() <= f64::EPSILON {
            return finite(value);
        }
    }
    Err(NoValue)
}

/// P(a, x), the lower tail.
pub fn lower_tail(a: f64, x: f64) -> Special {
    tails(a, x).map(|t| t.lower)
}

/// Q(a, x), the upper tail.
pub fn upper_tail(a: f64, x: f64) -> Special {
    tails(a, x).map(|t| t.upper)
}

/// x with P(a, x) = p, 0 < p < 1.
pub fn lower_quantile(a: f64, p: f64) -> Special {
    if p > 0.5 {
        quantile(a, 1.0 - p, Side::Upper)
    } else {
        quantile(a, p, Side::Lower)
    }
}

/// x with Q(a, x) = q, 0 < q < 1.
pub fn upper_quantile(a: f64, q: f64) -> Special {
    if q > 0.5 {
        quantile(a, 1.0 - q, Side::Lower)
    } else {
        quantile(a, q, Side::Upper)
    }
}

/// x where the tail on `side` is p <= 1/2.
fn quantile(a: f64, p: f64, side: Side) -> Special {
    if !(a > 0.0 && a.is_finite() && is_open_probability(p)) {
        return Err(NoValue);
    }
    let sign = match side {
        Side::Lower => 1.0,
        Side::Upper => -1.0,
    };
    newton::solve(p, start(a, p, side)?, |x| {
        // x times the density at x is a times the Poisson density.
        Ok((tails(a, x)?.side(side), sign * a * poisson(a, x)))
    })
}

/// Wilson and Hilferty's cube; deep in the lower tail, where it fails, the first term of the series
/// x^a / Γ(a + 1) = p.
fn start(a: f64, p: f64, side: Side) -> Special {
    let z = normal::upper_quantile(p)?;
    let signed = if side == Side::Lower { -z } else { z };
    let root = 1.0 - 1.0 / (9.0 * a) + signed / (3.0 * a.sqrt());
    let cube = a * root * root * root;
    if side == Side::Lower && (root < 0.3 || a < 1.0) {
        finite(libm::exp((libm::log(p) + libm::lgamma(a + 1.0)) / a).max(f64::MIN_POSITIVE))
    } else {
        finite(cube.max(0.1 * a))
    }
}

/// P(X > x) for a chi-square variable X with `df` degrees of freedom.
pub fn chi_square_upper_tail(df: f64, x: f64) -> Special {
    upper_tail(0.5 * df, 0.5 * x)
}
