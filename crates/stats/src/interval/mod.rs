//! Intervals for one rate, seen as one outcome of a Poisson process.
//!
//! The counts come from registers and are complete; an interval describes chance variation only.
//! All functions take events and exposure and give limits per unit of exposure.

mod byar;
mod garwood;
mod mid_p;
mod score;

use super::check;
use super::status::{Interval, Status};

/// How an interval for a rate is formed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RateMethod {
    /// Exact, never covers less than stated; the default.
    Garwood,
    /// Exact with half of the observed probability; a little narrower.
    MidP,
    /// Byar's closed approximation.
    Byar,
    /// Inverted score test, closed; only inside differences of rates.
    Score,
}

/// Limits for the expected number of events, given the events seen.
pub fn expected_events(method: RateMethod, events: f64, level: f64) -> Result<Interval, Status> {
    check::count(events)?;
    match method {
        RateMethod::Garwood => garwood::limits(events, check::alpha(level)?),
        RateMethod::MidP => mid_p::limits(events, check::alpha(level)?),
        RateMethod::Byar => Ok(byar::limits(events, check::z(level)?)),
        RateMethod::Score => Ok(score::limits(events, check::z(level)?)),
    }
}

/// Limits for a rate by any method.
pub fn rate_interval(
    method: RateMethod,
    events: f64,
    exposure: f64,
    level: f64,
) -> Result<Interval, Status> {
    check::at_risk(events, exposure)?;
    let limits = expected_events(method, events, level)?;
    // Division, not multiplication by 1/T: it rounds once.
    Interval {
        lower: limits.lower / exposure,
        upper: limits.upper / exposure,
    }
    .checked()
}

/// Exact interval of Garwood (1936): gamma quantiles, L = G^-1(a/2; x)/T, U = G^-1(1 - a/2; x + 1)/T.
/// At x = 0, L = 0 and U = -ln(a/2)/T (3.6889/T at the level 0.95).
pub fn garwood(events: f64, exposure: f64, level: f64) -> Result<Interval, Status> {
    rate_interval(RateMethod::Garwood, events, exposure, level)
}

/// Mid-P interval (Lancaster 1961; Cohen and Yang 1994): L solves P(X > x) + P(X = x)/2 = a/2, U
/// solves P(X < x) + P(X = x)/2 = a/2. At x = 0, L = 0 and U = -ln(a)/T.
pub fn mid_p(events: f64, exposure: f64, level: f64) -> Result<Interval, Status> {
    rate_interval(RateMethod::MidP, events, exposure, level)
}

/// Byar's approximation (Breslow and Day 1987), with x in the lower and x + 1 in the upper limit;
/// good to 1 % from 5 events on. L = 0 at x = 0 and where the bracket is negative.
pub fn byar(events: f64, exposure: f64, level: f64) -> Result<Interval, Status> {
    rate_interval(RateMethod::Byar, events, exposure, level)
}

/// Score interval, x + z²/2 ± z √(x + z²/4) over T; the twin of Wilson's for a share.
pub fn score(events: f64, exposure: f64, level: f64) -> Result<Interval, Status> {
    rate_interval(RateMethod::Score, events, exposure, level)
}
