//! Two factors: rates and composition.

use super::Population;
use crate::check;
use crate::status::Status;

/// A gap split in a rate effect and a composition effect, per unit of exposure.
#[derive(Debug, Clone, PartialEq)]
pub struct Kitagawa {
    /// Crude rate of population 1.
    pub rate1: f64,
    /// Crude rate of population 2.
    pub rate2: f64,
    /// rate1 - rate2
    pub gap: f64,
    /// Sum of (r1 - r2)(w1 + w2)/2.
    pub rate_effect: f64,
    /// Sum of (w1 - w2)(r1 + r2)/2. Show it only as a sum: its terms depend on the origin of r.
    pub composition_effect: f64,
    /// Terms of the rate effect.
    pub rate_terms: Vec<f64>,
    /// Terms of the composition effect.
    pub composition_terms: Vec<f64>,
}

/// Kitagawa's decomposition (1955), w being shares of exposure.
///
/// No exposure in a population is `no_exposure`; a stratum empty in one population only is
/// `no_exposure_in_stratum` (its rate is unknown, merge it); empty in both it counts for nothing.
pub fn kitagawa(first: Population, second: Population) -> Result<Kitagawa, Status> {
    check::same_length(&[
        first.exposure.len(),
        first.events.len(),
        second.exposure.len(),
        second.events.len(),
    ])?;
    let total1 = total_exposure(first)?;
    let total2 = total_exposure(second)?;
    if total1 == 0.0 || total2 == 0.0 {
        return Err(Status::NoExposure);
    }
    let strata = first.exposure.len();
    if (0..strata).any(|i| (first.exposure[i] == 0.0) != (second.exposure[i] == 0.0)) {
        return Err(Status::NoExposureInStratum);
    }
    let mut rate_terms = Vec::with_capacity(strata);
    let mut composition_terms = Vec::with_capacity(strata);
    for i in 0..strata {
        let (t1, t2) = (first.exposure[i], second.exposure[i]);
        let (x1, x2) = (first.events[i], second.events[i]);
        if t1 == 0.0 && x1 + x2 > 0.0 {
            return Err(Status::EventsWithoutExposure);
        }
        let (rate, composition) = if t1 == 0.0 {
            (0.0, 0.0)
        } else {
            let (w1, w2, r1, r2) = (t1 / total1, t2 / total2, x1 / t1, x2 / t2);
            ((r1 - r2) * (w1 + w2) / 2.0, (w1 - w2) * (r1 + r2) / 2.0)
        };
        rate_terms.push(check::finite(rate)?);
        composition_terms.push(check::finite(composition)?);
    }
    let rate1 = first.events.iter().sum::<f64>() / total1;
    let rate2 = second.events.iter().sum::<f64>() / total2;
    Ok(Kitagawa {
        rate1,
        rate2,
        gap: rate1 - rate2,
        rate_effect: rate_terms.iter().sum(),
        composition_effect: composition_terms.iter().sum(),
        rate_terms,
        composition_terms,
    })
}

fn total_exposure(population: Population) -> Result<f64, Status> {
    check::amounts(population.exposure)?;
    check::counts(population.events)?;
    Ok(population.exposure.iter().sum())
}
