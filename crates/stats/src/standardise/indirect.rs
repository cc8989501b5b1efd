//! Indirect standardisation: observed over expected.

use crate::check;
use crate::interval::{RateMethod, expected_events};
use crate::status::{Interval, Status};

/// One stratum: the group's exposure and the reference it is measured by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stratum {
    /// Exposure of the group.
    pub exposure: f64,
    /// Events of the reference population; may be a mean of several years.
    pub reference_events: f64,
    /// Exposure of the reference population.
    pub reference_exposure: f64,
}

/// Observed over expected, with exact and Byar's limits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IndirectRatio {
    /// Expected events E.
    pub expected: f64,
    /// The rest, when E > 0.
    pub ratio: Option<Ratio>,
    /// `ok`, `no_expected` or `events_without_expected`.
    pub status: Status,
}

/// The ratio and what follows from it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ratio {
    /// O/E
    pub ratio: f64,
    /// Default: Garwood's limits of O, over E.
    pub exact: Interval,
    /// Byar's limits of O, over E.
    pub byar: Interval,
    /// Ratio times the crude reference rate, per unit of exposure.
    pub indirect_rate: f64,
}

/// Ratio of observed events to E = sum of T · reference rate.
///
/// E is taken as known: not for a reference that is hardly larger than the group. Two such ratios
/// are not comparable when their age structures differ. A stratum with exposure but without
/// reference exposure is `no_reference_rate`; a stratum without exposure is not used.
///
/// Reference: Breslow and Day (1987).
pub fn indirect(observed: f64, strata: &[Stratum], level: f64) -> Result<IndirectRatio, Status> {
    check::count(observed)?;
    check::alpha(level)?;
    let (mut expected, mut events, mut exposure) = (0.0, 0.0, 0.0);
    for stratum in strata {
        check::amounts(&[
            stratum.exposure,
            stratum.reference_events,
            stratum.reference_exposure,
        ])?;
        events += stratum.reference_events;
        exposure += stratum.reference_exposure;
        if stratum.exposure > 0.0 {
            if stratum.reference_exposure == 0.0 {
                return Err(Status::NoReferenceRate);
            }
            expected += stratum.exposure * stratum.reference_events / stratum.reference_exposure;
        }
    }
    let expected = check::finite(expected)?;
    if expected == 0.0 {
        let status = if observed > 0.0 {
            Status::EventsWithoutExpected
        } else {
            Status::NoExpected
        };
        return Ok(IndirectRatio {
            expected,
            ratio: None,
            status,
        });
    }
    let over = |method| {
        let limits = expected_events(method, observed, level)?;
        Interval {
            lower: limits.lower / expected,
            upper: limits.upper / expected,
        }
        .checked()
    };
    let ratio = observed / expected;
    let ratio = Ratio {
        ratio,
        exact: over(RateMethod::Garwood)?,
        byar: over(RateMethod::Byar)?,
        indirect_rate: check::finite(ratio * (events / exposure))?,
    };
    Ok(IndirectRatio {
        expected,
        ratio: Some(ratio),
        status: Status::Ok,
    })
}
