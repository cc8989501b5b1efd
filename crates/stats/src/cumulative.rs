//! Chance of at least one emigration over a span of ages.

use super::check;
use super::standardise::WeightedSum;
use super::status::{Interval, Status};

/// A cumulative chance with three intervals, all between 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cumulative {
    /// S, the sum of width times rate.
    pub sum: f64,
    /// Standard error of S.
    pub standard_error: f64,
    /// 1 - exp(-S)
    pub chance: f64,
    /// Default: delta method on ln S; none without events.
    pub log_delta: Option<Interval>,
    /// Delta method on the chance, cut at 0 and 1; for comparison. None without events.
    pub delta: Option<Interval>,
    /// Fay and Feuer's limits of S; for fewer than 10 events.
    pub gamma: Interval,
    /// `ok` or `no_events`.
    pub status: Status,
}

/// 1 - exp(-S), S = sum of n x/T over age bands of width n years.
///
/// Hypothetical: the rates of one period applied to one cohort, nobody dies, and repeated moves
/// count as first moves. "18 to 35" in single ages is 18 widths of 1 if 35 is included. A band
/// without exposure is `no_exposure_in_stratum`, or `events_without_exposure`.
///
/// References: Preston, Heuveline and Guillot (2001); Clayton and Hills (1993).
pub fn cumulative(
    events: &[f64],
    exposure: &[f64],
    widths: &[f64],
    level: f64,
) -> Result<Cumulative, Status> {
    check::same_length(&[events.len(), exposure.len(), widths.len()])?;
    check::counts(events)?;
    check::amounts(exposure)?;
    check::amounts(widths)?;
    let z = check::z(level)?;
    let bands = || {
        events
            .iter()
            .zip(exposure)
            .zip(widths)
            .map(|((x, t), n)| (*x, *t, *n))
    };
    if bands().any(|(x, t, _)| x > 0.0 && t == 0.0) {
        return Err(Status::EventsWithoutExposure);
    }
    if bands().any(|(_, t, _)| t == 0.0) {
        return Err(Status::NoExposureInStratum);
    }
    let sum = WeightedSum::new(bands().map(|(x, t, n)| (x, n / t)))?;
    let s = check::finite(sum.value())?;
    let standard_error = check::finite(sum.standard_error())?;
    let chance = |s: f64| -libm::expm1(-s);
    let limits = sum.fay_feuer(check::alpha(level)?)?;
    let some = s > 0.0;
    let spread = libm::exp(z * standard_error / s);
    let half = z * libm::exp(-s) * standard_error;
    Ok(Cumulative {
        sum: s,
        standard_error,
        chance: chance(s),
        log_delta: some.then(|| Interval {
            lower: chance(s / spread),
            upper: chance(s * spread),
        }),
        delta: some.then(|| Interval {
            lower: (chance(s) - half).max(0.0),
            upper: (chance(s) + half).min(1.0),
        }),
        gamma: Interval {
            lower: chance(limits.lower),
            upper: chance(limits.upper),
        },
        status: if some { Status::Ok } else { Status::NoEvents },
    })
}
