//! What inputs may be: one place for the rules that all methods share.

use super::special::normal;
use super::status::Status;

/// From here on not every whole number has a floating-point number of its own.
const MANY: f64 = 9_007_199_254_740_992.0;

/// A count of events or persons: whole and not negative.
pub fn count(x: f64) -> Result<f64, Status> {
    if (0.0..MANY).contains(&x) && libm::trunc(x) == x {
        Ok(x)
    } else {
        Err(Status::Invalid)
    }
}

/// An amount that may have decimals (exposure, weight): finite and not negative.
pub fn amount(t: f64) -> Result<f64, Status> {
    if t >= 0.0 && t.is_finite() {
        Ok(t)
    } else {
        Err(Status::Invalid)
    }
}

/// Every count in a list.
pub fn counts(values: &[f64]) -> Result<(), Status> {
    values.iter().try_for_each(|x| count(*x).map(|_| ()))
}

/// Every amount in a list.
pub fn amounts(values: &[f64]) -> Result<(), Status> {
    values.iter().try_for_each(|t| amount(*t).map(|_| ()))
}

/// Lists that run in parallel.
pub fn same_length(lengths: &[usize]) -> Result<(), Status> {
    if lengths.windows(2).all(|pair| pair[0] == pair[1]) {
        Ok(())
    } else {
        Err(Status::Invalid)
    }
}

/// A result that left the range of numbers comes from an input outside any sensible range.
pub fn finite(value: f64) -> Result<f64, Status> {
    if value.is_finite() {
        Ok(value)
    } else {
        Err(Status::Invalid)
    }
}

/// Events in an exposure above 0; else the reason why there is no rate.
pub fn at_risk(events: f64, exposure: f64) -> Result<(), Status> {
    count(events)?;
    if amount(exposure)? > 0.0 {
        Ok(())
    } else if events > 0.0 {
        Err(Status::EventsWithoutExposure)
    } else {
        Err(Status::NoExposure)
    }
}

/// k of n with n above 0.
pub fn part(k: f64, n: f64) -> Result<(), Status> {
    if count(k)? > count(n)? {
        Err(Status::Invalid)
    } else if n == 0.0 {
        Err(Status::NoDenominator)
    } else {
        Ok(())
    }
}

/// 1 - level, taken in decimals: 0.95 leaves exactly 0.05, not the 0.050000000000000044 of binary
/// subtraction.
pub fn alpha(level: f64) -> Result<f64, Status> {
    const DECIMALS: f64 = 1e15;
    if !(level > 0.0 && level < 1.0) {
        return Err(Status::Invalid);
    }
    let alpha = libm::round((1.0 - level) * DECIMALS) / DECIMALS;
    if alpha > 0.0 && alpha < 1.0 {
        Ok(alpha)
    } else {
        Err(Status::Invalid)
    }
}

/// The normal quantile z of a two-sided interval: 1.95996 for the level 0.95.
pub fn z(level: f64) -> Result<f64, Status> {
    Ok(normal::upper_quantile(alpha(level)? / 2.0)?)
}
