//! Test for equal rates in several groups.

use crate::check;
use crate::special::{density::deviance, gamma};
use crate::status::Status;

/// Below this expected count the chi-square approximation is poor.
const SMALL_EXPECTED: f64 = 5.0;

/// Result of the heterogeneity test. With national counts everything differs: show the size of
/// the differences, not only p.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Heterogeneity {
    /// Pooled rate per unit of exposure.
    pub pooled: f64,
    /// Groups with exposure, less one.
    pub degrees_of_freedom: usize,
    /// Pearson's statistic, sum of (x - e)²/e.
    pub pearson: f64,
    /// Its p-value.
    pub p_pearson: f64,
    /// Default: likelihood ratio, 2 sum of x ln(x/e).
    pub likelihood_ratio: f64,
    /// Its p-value.
    pub p_likelihood_ratio: f64,
    /// Smallest expected count.
    pub min_expected: f64,
    /// True below 5: the p-values are approximate.
    pub small_expected: bool,
}

/// Are the rates of all groups equal? Expected e = T sum(x)/sum(T), both statistics chi-square
/// with groups - 1 degrees of freedom.
///
/// Groups without exposure and events drop out; with events they are an error. Fewer than two
/// groups is `one_group`; no events is `no_events`.
///
/// Reference: Breslow and Day (1987).
pub fn heterogeneity(events: &[f64], exposure: &[f64]) -> Result<Heterogeneity, Status> {
    check::same_length(&[events.len(), exposure.len()])?;
    check::counts(events)?;
    check::amounts(exposure)?;
    let groups = || events.iter().copied().zip(exposure.iter().copied());
    if groups().any(|(x, t)| x > 0.0 && t == 0.0) {
        return Err(Status::EventsWithoutExposure);
    }
    let exposed = || groups().filter(|(_, t)| *t > 0.0);
    let number = exposed().count();
    if number < 2 {
        return Err(Status::OneGroup);
    }
    let total_events: f64 = events.iter().sum();
    if total_events == 0.0 {
        return Err(Status::NoEvents);
    }
    let total_exposure: f64 = exposure.iter().sum();
    let (mut pearson, mut half_ratio, mut min_expected) = (0.0, 0.0, f64::INFINITY);
    for (x, t) in exposed() {
        let expected = total_events * (t / total_exposure);
        pearson += (x - expected) * ((x - expected) / expected);
        // The deviance adds e - x to each term of the likelihood ratio; over all groups that is 0.
        half_ratio += deviance(x, expected);
        min_expected = min_expected.min(expected);
    }
    let likelihood_ratio = 2.0 * half_ratio;
    let degrees_of_freedom = number - 1;
    let df = degrees_of_freedom as f64;
    Ok(Heterogeneity {
        pooled: check::finite(total_events / total_exposure)?,
        degrees_of_freedom,
        pearson: check::finite(pearson)?,
        p_pearson: gamma::chi_square_upper_tail(df, pearson)?,
        likelihood_ratio,
        p_likelihood_ratio: gamma::chi_square_upper_tail(df, likelihood_ratio)?,
        min_expected,
        small_expected: min_expected < SMALL_EXPECTED,
    })
}
