//! Control limits of a funnel plot: what a group of a given size would show by chance if its
//! underlying rate were the common one. Never rank groups inside the funnel; of 50 groups two or
//! three fall outside the limits at 0.95 by chance.
//!
//! Limits are those of the discrete distribution, interpolated (Spiegelhalter 2005). Inverting
//! the interval of each count, as some packages do, gives other limits.

use super::check;
use super::special::beta::Split;
use super::special::{Special, beta, density, gamma, normal};
use super::status::{Interval, Status};

/// Where a group lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Position {
    /// Fewer events than the lower limit.
    Below,
    /// Within the limits.
    Inside,
    /// More events than the upper limit.
    Above,
}

impl Position {
    fn of(observed: f64, limits: Interval) -> Self {
        if observed < limits.lower {
            Position::Below
        } else if observed > limits.upper {
            Position::Above
        } else {
            Position::Inside
        }
    }

    /// The flag as data files write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Position::Below => "below",
            Position::Inside => "inside",
            Position::Above => "above",
        }
    }
}

/// Funnel limits at one exposure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateFunnel {
    /// Common rate per unit of exposure.
    pub target_rate: f64,
    /// Expected events of the group.
    pub expected: f64,
    /// Limits of the count.
    pub count: Interval,
    /// Limits of the rate per unit of exposure.
    pub rate: Interval,
    /// Where the group lies, by its count.
    pub position: Position,
}

/// Funnel limits at one number of persons.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShareFunnel {
    /// Common share.
    pub target_share: f64,
    /// Limits of the share.
    pub share: Interval,
    /// Where the group lies, by its count.
    pub position: Position,
}

/// Poisson limits around the rate of all groups together, at a level of 0.95 or 0.998.
///
/// No exposure in the group or the target is `no_exposure`, a target without events `no_events`.
pub fn rate(
    observed: f64,
    exposure: f64,
    target_events: f64,
    target_exposure: f64,
    level: f64,
) -> Result<RateFunnel, Status> {
    check::counts(&[observed, target_events])?;
    check::amounts(&[exposure, target_exposure])?;
    let tail = check::alpha(level)? / 2.0;
    if exposure == 0.0 || target_exposure == 0.0 {
        return Err(Status::NoExposure);
    }
    if target_events == 0.0 {
        return Err(Status::NoEvents);
    }
    let expected = check::finite(target_events * exposure / target_exposure)?;
    let count = Discrete {
        mean: expected,
        sd: expected.sqrt(),
        skewness: 1.0 / expected.sqrt(),
        top: f64::INFINITY,
        density: |c| density::poisson(c, expected),
        lower: |c| gamma::upper_tail(c + 1.0, expected),
        upper: |c| gamma::lower_tail(c + 1.0, expected),
    }
    .limits(tail)?;
    Ok(RateFunnel {
        target_rate: check::finite(target_events / target_exposure)?,
        expected,
        count,
        rate: Interval {
            lower: count.lower / exposure,
            upper: count.upper / exposure,
        }
        .checked()?,
        position: Position::of(observed, count),
    })
}

/// Binomial limits around the share of all groups together.
///
/// n = 0 in the group or the target is `no_denominator`, a target of 0 or 1 `degenerate_target`.
pub fn share(
    observed: f64,
    n: f64,
    target_k: f64,
    target_n: f64,
    level: f64,
) -> Result<ShareFunnel, Status> {
    check::part(observed.min(n), n)?;
    check::part(target_k, target_n)?;
    check::part(observed, n)?;
    let tail = check::alpha(level)? / 2.0;
    if target_k == 0.0 || target_k == target_n {
        return Err(Status::DegenerateTarget);
    }
    let at = Split {
        p: target_k / target_n,
        q: (target_n - target_k) / target_n,
    };
    let sd = (n * at.p * at.q).sqrt();
    let count = Discrete {
        mean: n * at.p,
        sd,
        skewness: (at.q - at.p) / sd,
        top: n,
        density: |c| density::binomial(c, n - c, at.p, at.q),
        lower: |c| {
            if c >= n {
                Ok(1.0)
            } else {
                beta::tails(c + 1.0, n - c, at).map(|t| t.upper)
            }
        },
        upper: |c| {
            if c >= n {
                Ok(0.0)
            } else {
                beta::tails(c + 1.0, n - c, at).map(|t| t.lower)
            }
        },
    }
    .limits(tail)?;
    Ok(ShareFunnel {
        target_share: at.p,
        share: Interval {
            lower: count.lower / n,
            upper: count.upper / n,
        },
        position: Position::of(observed, count),
    })
}

/// A distribution on whole numbers 0 to `top`, by its density and both tails.
struct Discrete<D, L, U> {
    mean: f64,
    sd: f64,
    skewness: f64,
    top: f64,
    density: D,
    /// P(X <= c)
    lower: L,
    /// P(X > c)
    upper: U,
}

impl<D, L, U> Discrete<D, L, U>
where
    D: Fn(f64) -> f64,
    L: Fn(f64) -> Special,
    U: Fn(f64) -> Special,
{
    /// Lower limit c - (F(c) - q)/f(c) at the smallest c with F(c) >= q, not below 0; upper limit
    /// the same at 1 - q, worked from the upper tail.
    fn limits(&self, q: f64) -> Result<Interval, Status> {
        let z = normal::upper_quantile(q)?;
        let c = self.smallest(-z, |c| Ok((self.lower)(c)? >= q))?;
        let lower = c - ((self.lower)(c)? - q) / (self.density)(c);
        let c = self.smallest(z, |c| Ok((self.upper)(c)? <= q))?;
        let upper = c - (q - (self.upper)(c)?) / (self.density)(c);
        Interval {
            lower: lower.max(0.0),
            upper: upper.max(0.0),
        }
        .checked()
    }

    /// Smallest c where `holds`, which is false up to there and true from there on. Starts at the
    /// Cornish-Fisher value, which is off by one or two, and walks.
    fn smallest(&self, z: f64, holds: impl Fn(f64) -> Result<bool, Status>) -> Result<f64, Status> {
        const MAX_STEPS: usize = 200;
        let guess = self.mean + self.sd * (z + (z * z - 1.0) * self.skewness / 6.0);
        let mut c = libm::ceil(guess).max(0.0).min(self.top);
        let found = holds(c)?;
        for _ in 0..MAX_STEPS {
            if found {
                if c == 0.0 || !holds(c - 1.0)? {
                    return Ok(c);
                }
                c -= 1.0;
            } else {
                c += 1.0;
                if holds(c)? {
                    return Ok(c);
                }
            }
        }
        Err(Status::NotConverged)
    }
}
