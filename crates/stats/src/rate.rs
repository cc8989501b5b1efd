//! Rates: events over exposure.

use super::check;
use super::status::{Cell, Status};

/// A rate with what it was formed from. Multiply by `per` (1 000 by default) for display.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    /// Events.
    pub events: f64,
    /// Person-years, or mid-year population times years.
    pub exposure: f64,
    /// Events per unit of exposure; may be above 1. None without exposure.
    pub rate: Option<f64>,
    /// `ok` or `no_exposure`.
    pub status: Status,
}

/// Mid-year population of one year: the mean of the population at its start and its end. The
/// population of 1 January alone is wrong by up to a factor 2 for growing groups.
pub fn mid_year_population(start: f64, end: f64) -> f64 {
    0.5 * (start + end)
}

/// Rate of one group in one period, x / T.
///
/// T = 0 with x = 0 is `no_exposure`, with x > 0 `events_without_exposure`.
pub fn rate(events: f64, exposure: f64) -> Result<f64, Status> {
    check::at_risk(events, exposure)?;
    check::finite(events / exposure)
}

/// Rate pooled over years or groups: sum of events over sum of exposure, never a mean of rates.
///
/// A part without events and exposure adds nothing. A suppressed part makes the whole suppressed, a
/// missing one missing, a negative one invalid, in that order; events where a part has no exposure
/// are an error.
///
/// Reference: Preston, Heuveline and Guillot (2001).
pub fn pooled(parts: &[(Cell, Cell)]) -> Result<Rate, Status> {
    if parts
        .iter()
        .any(|part| [part.0, part.1].contains(&Cell::Suppressed))
    {
        return Err(Status::SuppressedInput);
    }
    let numbers = parts
        .iter()
        .map(|(x, t)| Ok((x.number()?, t.number()?)))
        .collect::<Result<Vec<_>, Status>>()?;
    for (x, t) in &numbers {
        check::count(*x)?;
        check::amount(*t)?;
    }
    if numbers.iter().any(|(x, t)| *x > 0.0 && *t == 0.0) {
        return Err(Status::EventsWithoutExposure);
    }
    let events: f64 = numbers.iter().map(|(x, _)| x).sum();
    let exposure: f64 = numbers.iter().map(|(_, t)| t).sum();
    if exposure == 0.0 {
        return Ok(Rate {
            events,
            exposure,
            rate: None,
            status: Status::NoExposure,
        });
    }
    let rate = check::finite(events / exposure)?;
    Ok(Rate {
        events,
        exposure,
        rate: Some(rate),
        status: Status::Ok,
    })
}
