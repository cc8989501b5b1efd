//! What a rounded rate says about the true one.

use super::Decimal;
use super::decimal::power_of_ten;
use crate::status::Status;

/// The range behind a rounded rate. Never a confidence interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RoundedRate {
    /// Least true rate, per the same `per`.
    pub rate_min: f64,
    /// Greatest true rate.
    pub rate_max: f64,
    /// Least and greatest whole number of events, when the exposure is known and some number fits.
    pub events: Option<(f64, f64)>,
    /// `range_only`, or `inconsistent` when no whole number fits.
    pub status: Status,
}

/// Range of a rate printed with d decimals: ± 0.5 · 10^-d, cut at 0. With exposure T, whole events
/// from ceil(low T/per) to floor(high T/per), in exact decimals.
///
/// Numbers too long for exact arithmetic in 128 bits are `invalid`.
pub fn rounding(
    rate: Decimal,
    per: Decimal,
    exposure: Option<Decimal>,
) -> Result<RoundedRate, Status> {
    if per.digits == 0 {
        return Err(Status::Invalid);
    }
    // Ends in units of half the last digit.
    let low = (2 * rate.digits - 1).max(0);
    let high = 2 * rate.digits + 1;
    let halves = 2 * power_of_ten(rate.decimals);
    let end = |units: i128| units as f64 / halves as f64;
    let (rate_min, rate_max) = (end(low), end(high));
    let (events, status) = match exposure {
        None => (None, Status::RangeOnly),
        Some(t) => {
            let multiply = |a: i128, b: i128| a.checked_mul(b).ok_or(Status::Invalid);
            // events = units / halves · (t / 10^dt) / (per / 10^dper)
            let over = multiply(t.digits, power_of_ten(per.decimals))?;
            let under = multiply(multiply(halves, power_of_ten(t.decimals))?, per.digits)?;
            let (least, greatest) = (multiply(low, over)?, multiply(high, over)?);
            let least = least / under + i128::from(least % under != 0);
            let greatest = greatest / under;
            if least > greatest {
                (None, Status::Inconsistent)
            } else {
                (Some((least as f64, greatest as f64)), Status::RangeOnly)
            }
        }
    };
    Ok(RoundedRate {
        rate_min,
        rate_max,
        events,
        status,
    })
}
