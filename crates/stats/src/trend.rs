//! Annual per cent change of a rate.

use super::check;
use super::special::density::deviance;
use super::special::student;
use super::status::{Cell, Interval, Status};

/// A log-linear trend by maximum likelihood. Changes are in per cent a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trend {
    /// b, the slope of the log rate per year.
    pub slope: f64,
    /// Standard error of b under the Poisson distribution.
    pub standard_error: f64,
    /// 100 (exp(b) - 1)
    pub change: f64,
    /// Poisson interval of the change.
    pub poisson: Interval,
    /// phi, Pearson's X² over years - 2; above 1 the counts vary more than Poisson.
    pub dispersion: f64,
    /// Residual deviance.
    pub deviance: f64,
    /// Standard error times √phi.
    pub quasi_standard_error: f64,
    /// Interval with the quasi-Poisson error and Student's t. Show it when phi > 1.
    pub quasi: Interval,
    /// Years used.
    pub years: usize,
}

/// One year of a series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Year {
    /// Calendar year.
    pub year: f64,
    /// Events.
    pub events: Cell,
    /// Exposure.
    pub exposure: Cell,
}

/// Poisson regression ln mu = A + b t + ln T by maximum likelihood.
///
/// Missing and suppressed years, and years without exposure, are dropped, never taken as 0; gaps
/// are allowed. Fewer than three years is `too_few_years`, no events `no_events`, all events in the
/// first or last year `no_finite_estimate`. One slope over a bent curve misleads: show the points.
///
/// Reference: McCullagh and Nelder (1989).
pub fn trend(series: &[Year], level: f64) -> Result<Trend, Status> {
    let alpha = check::alpha(level)?;
    let z = check::z(level)?;
    let mut used = Vec::with_capacity(series.len());
    for Year {
        year,
        events,
        exposure,
    } in series
    {
        if let (Cell::Number(x), Cell::Number(t)) = (events, exposure) {
            match check::at_risk(*x, *t) {
                Ok(()) => used.push((check::finite(*year)?, *x, *t)),
                Err(Status::NoExposure) => {}
                Err(status) => return Err(status),
            }
        }
    }
    if used.len() < 3 {
        return Err(Status::TooFewYears);
    }
    let total: f64 = used.iter().map(|(_, x, _)| x).sum();
    if total == 0.0 {
        return Err(Status::NoEvents);
    }
    let first = used.iter().map(|(y, ..)| *y).fold(f64::INFINITY, f64::min);
    let last = used
        .iter()
        .map(|(y, ..)| *y)
        .fold(f64::NEG_INFINITY, f64::max);
    let only_in = |end: f64| used.iter().all(|(y, x, _)| *x == 0.0 || *y == end);
    if only_in(first) || only_in(last) {
        return Err(Status::NoFiniteEstimate);
    }
    let profile = Profile::new(&used, total);
    let slope = profile.solve(last - first)?;
    let at = profile.at(slope);
    let standard_error = 1.0 / (total * at.variance).sqrt();
    let (mut pearson, mut half_deviance) = (0.0, 0.0);
    for ((_, x, _), share) in used.iter().zip(profile.shares(slope)) {
        let mu = total * share;
        pearson += (x - mu) * ((x - mu) / mu);
        half_deviance += deviance(*x, mu);
    }
    let df = used.len() as f64 - 2.0;
    let dispersion = check::finite(pearson / df)?;
    let quasi_standard_error = standard_error * dispersion.sqrt();
    let t = student::upper_quantile(df, alpha / 2.0)?;
    let change = |b: f64| 100.0 * libm::expm1(b);
    let around = |half: f64| {
        Interval {
            lower: change(slope - half),
            upper: change(slope + half),
        }
        .checked()
    };
    Ok(Trend {
        slope,
        standard_error,
        change: check::finite(change(slope))?,
        poisson: around(z * standard_error)?,
        dispersion,
        deviance: check::finite(2.0 * half_deviance)?,
        quasi_standard_error,
        quasi: around(t * quasi_standard_error)?,
        years: used.len(),
    })
}

/// The likelihood of b with the intercept maximised out. Its score is total times (mean year of
/// the events - mean year under weights T exp(b t)), its information total times the variance of
/// the year under these weights.
struct Profile {
    /// Years from their mean, with the logarithm of exposure.
    points: Vec<(f64, f64)>,
    /// Mean year of the events, from the same centre.
    target: f64,
}

/// Mean and variance of the year under the weights of one slope.
struct Moments {
    mean: f64,
    variance: f64,
}

impl Profile {
    fn new(used: &[(f64, f64, f64)], total: f64) -> Self {
        let centre = used.iter().map(|(y, ..)| y).sum::<f64>() / used.len() as f64;
        let points = used
            .iter()
            .map(|(y, _, t)| (y - centre, libm::log(*t)))
            .collect();
        let target = used.iter().map(|(y, x, _)| (y - centre) * x).sum::<f64>() / total;
        Self { points, target }
    }

    /// Share of the fitted events in each year; the largest exponent is taken out, so no series
    /// can overflow.
    fn shares(&self, slope: f64) -> Vec<f64> {
        let exponent = |(u, ln_t): &(f64, f64)| slope * u + ln_t;
        let top = self
            .points
            .iter()
            .map(exponent)
            .fold(f64::NEG_INFINITY, f64::max);
        let weights: Vec<f64> = self
            .points
            .iter()
            .map(|p| libm::exp(exponent(p) - top))
            .collect();
        let sum: f64 = weights.iter().sum();
        weights.into_iter().map(|w| w / sum).collect()
    }

    fn at(&self, slope: f64) -> Moments {
        let shares = self.shares(slope);
        let years = || self.points.iter().zip(&shares);
        let mean: f64 = years().map(|((u, _), w)| w * u).sum();
        let variance = years().map(|((u, _), w)| w * (u - mean) * (u - mean)).sum();
        Moments { mean, variance }
    }

    /// Newton's method on the score, which falls with b; steps that leave what is known to hold
    /// the root are replaced by bisection. `span` is the number of years between first and last.
    fn solve(&self, span: f64) -> Result<f64, Status> {
        const MAX_STEPS: usize = 200;
        // A larger step would change the ratio of the end years by more than e^20.
        let largest = 20.0 / span;
        let (mut low, mut high) = (f64::NEG_INFINITY, f64::INFINITY);
        let mut slope = 0.0;
        for _ in 0..MAX_STEPS {
            let Moments { mean, variance } = self.at(slope);
            let score = self.target - mean;
            if score > 0.0 {
                low = slope;
            } else {
                high = slope;
            }
            let step = (score / variance).clamp(-largest, largest);
            let mut next = slope + step;
            if !(next > low && next < high) && low.is_finite() && high.is_finite() {
                next = 0.5 * (low + high);
            }
            // Newton's steps end in rounding; a last one of this size leaves an error of its square.
            if step.abs() * span <= 1e-12 {
                return check::finite(slope + step);
            }
            slope = next;
        }
        Err(Status::NotConverged)
    }
}
