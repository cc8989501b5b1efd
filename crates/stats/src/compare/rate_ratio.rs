//! Ratio of two rates.

use crate::check;
use crate::special::beta::{Split, quantile_odds, tails};
use crate::special::{Special, density, newton};
use crate::status::{Interval, Limit, Status};

/// Limits of a ratio; the upper one may be without bound.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RatioLimits {
    /// Lower limit.
    pub lower: f64,
    /// Upper limit, unbounded when the second rate is 0.
    pub upper: Limit,
}

/// A ratio of rates with three intervals.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateRatio {
    /// First rate over second rate; unbounded when the second is 0.
    pub ratio: Limit,
    /// Default: conditional exact.
    pub exact: RatioLimits,
    /// Conditional mid-P.
    pub mid_p: RatioLimits,
    /// Wald's limits on the logarithm; only with events in both.
    pub wald: Option<Interval>,
    /// `ok`, `zero_numerator` or `zero_denominator`.
    pub status: Status,
}

/// (x1/T1) / (x2/T2).
///
/// Given x1 + x2, the first count is binomial with odds p/(1-p) = RR T1/T2, so the limits of
/// Clopper and Pearson for p, as odds and times T2/T1, are limits of the ratio. Both counts 0 is
/// `no_events`, T = 0 in either `no_exposure`.
///
/// References: Przyborowski and Wilenski (1940); Breslow and Day (1987).
pub fn rate_ratio(x1: f64, t1: f64, x2: f64, t2: f64, level: f64) -> Result<RateRatio, Status> {
    check::counts(&[x1, x2])?;
    check::amounts(&[t1, t2])?;
    let tail = check::alpha(level)? / 2.0;
    if t1 == 0.0 || t2 == 0.0 {
        return Err(Status::NoExposure);
    }
    if x1 + x2 == 0.0 {
        return Err(Status::NoEvents);
    }
    let scale = t2 / t1;
    // The upper limit of the odds of the first is the inverse of the lower limit of the second.
    let limits = |odds: &dyn Fn(f64, f64) -> Special| -> Result<RatioLimits, Status> {
        let lower = if x1 == 0.0 {
            0.0
        } else {
            odds(x1, x2)? * scale
        };
        let upper = if x2 == 0.0 {
            Limit::Unbounded
        } else {
            Limit::Finite(check::finite(scale / odds(x2, x1)?)?)
        };
        Ok(RatioLimits {
            lower: check::finite(lower)?,
            upper,
        })
    };
    let exact = limits(&|k, rest| quantile_odds(k, rest + 1.0, tail))?;
    let mid_p = limits(&|k, rest| mid_p_odds(k, rest, tail))?;
    let (ratio, wald) = if x2 == 0.0 {
        (Limit::Unbounded, None)
    } else {
        let ratio = check::finite(x1 / x2 * scale)?;
        let spread = libm::exp(check::z(level)? * (1.0 / x1 + 1.0 / x2).sqrt());
        let wald = Interval {
            lower: ratio / spread,
            upper: ratio * spread,
        };
        (
            Limit::Finite(ratio),
            if x1 > 0.0 {
                Some(wald.checked()?)
            } else {
                None
            },
        )
    };
    let status = if x1 == 0.0 {
        Status::ZeroNumerator
    } else if x2 == 0.0 {
        Status::ZeroDenominator
    } else {
        Status::Ok
    };
    Ok(RateRatio {
        ratio,
        exact,
        mid_p,
        wald,
        status,
    })
}

/// Odds p/(1-p) where P(X > k) + P(X = k)/2 = `tail` for X binomial(k + rest, p), k > 0.
fn mid_p_odds(k: f64, rest: f64, tail: f64) -> Special {
    if rest == 0.0 {
        // p^k / 2 = tail.
        let ln_p = libm::log(2.0 * tail) / k;
        return Ok(libm::exp(ln_p) / -libm::expm1(ln_p));
    }
    newton::solve(tail, quantile_odds(k, rest + 1.0, tail)?, |odds| {
        let at = Split::from_odds(odds);
        let density = density::binomial(k, rest, at.p, at.q);
        let above = tails(k + 1.0, rest, at)?.lower;
        // Mean of the slopes of P(X > k) and P(X >= k) by the log odds.
        Ok((
            above + 0.5 * density,
            0.5 * density * (rest * at.p + k * at.q),
        ))
    })
}
