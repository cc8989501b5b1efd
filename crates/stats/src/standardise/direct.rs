//! Direct standardisation.

use super::WeightedSum;
use crate::check;
use crate::interval::{RateMethod, expected_events};
use crate::status::{Interval, Status};

/// A directly standardised rate per unit of exposure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DirectRate {
    /// Sum of stratum rates times the standard's shares.
    pub rate: f64,
    /// Default: gamma interval of Fay and Feuer.
    pub fay_feuer: Interval,
    /// Dobson's interval with Byar's limits, the lower one not below 0; none without events.
    pub dobson_byar: Option<Interval>,
    /// Events in the strata used; flag below 10.
    pub events: f64,
    /// `ok` or `no_events`.
    pub status: Status,
}

/// Directly standardised rate R = sum of w x with w = W/(sum(W) T) for a standard population W.
///
/// Strata with W = 0 are not used; no weight at all is `invalid`. A used stratum with T = 0 is
/// `no_exposure_in_stratum`, or `events_without_exposure`. With one stratum the default interval is
/// Garwood's; with the group's own exposure as W the rate is the crude one. Two such rates
/// compare only with the same standard.
///
/// References: Fay and Feuer (1997); Dobson et al. (1991): R + √(v/O)(limit(O) - O).
pub fn direct(
    events: &[f64],
    exposure: &[f64],
    weights: &[f64],
    level: f64,
) -> Result<DirectRate, Status> {
    check::same_length(&[events.len(), exposure.len(), weights.len()])?;
    check::counts(events)?;
    check::amounts(exposure)?;
    check::amounts(weights)?;
    let alpha = check::alpha(level)?;
    let total: f64 = weights.iter().sum();
    if total == 0.0 {
        return Err(Status::Invalid);
    }
    let used = || {
        let strata = events.iter().zip(exposure).zip(weights);
        strata
            .filter(|(_, w)| **w > 0.0)
            .map(|((x, t), w)| (*x, *t, w / total))
    };
    if used().any(|(x, t, _)| x > 0.0 && t == 0.0) {
        return Err(Status::EventsWithoutExposure);
    }
    if used().any(|(_, t, _)| t == 0.0) {
        return Err(Status::NoExposureInStratum);
    }
    let sum = WeightedSum::new(used().map(|(x, t, w)| (x, w / t)))?;
    let dobson_byar = if sum.events > 0.0 {
        let around = expected_events(RateMethod::Byar, sum.events, level)?;
        let scale = sum.standard_error() / sum.events.sqrt();
        let limit = |count: f64| sum.value() + scale * (count - sum.events);
        let interval = Interval {
            lower: limit(around.lower).max(0.0),
            upper: limit(around.upper),
        };
        Some(interval.checked()?)
    } else {
        None
    };
    Ok(DirectRate {
        rate: check::finite(sum.value())?,
        fay_feuer: sum.fay_feuer(alpha)?,
        dobson_byar,
        events: sum.events,
        status: if sum.events > 0.0 {
            Status::Ok
        } else {
            Status::NoEvents
        },
    })
}
