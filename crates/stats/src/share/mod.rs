//! Shares k of n with their intervals, all between 0 and 1.

mod clopper_pearson;
mod goodman;
mod wilson;

pub use goodman::goodman;
pub(super) use wilson::limits as wilson_limits;

use super::check;
use super::status::{Interval, Status};

/// How an interval for a share is formed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareMethod {
    /// Score interval without continuity correction; the default.
    Wilson,
    /// Exact, never covers less than stated.
    ClopperPearson,
}

/// The share k/n. n = 0 is `no_denominator`, k > n `invalid`.
pub fn share(k: f64, n: f64) -> Result<f64, Status> {
    check::part(k, n)?;
    Ok(k / n)
}

/// Limits for a share by either method.
pub fn share_interval(method: ShareMethod, k: f64, n: f64, level: f64) -> Result<Interval, Status> {
    check::part(k, n)?;
    match method {
        ShareMethod::Wilson => Ok(wilson::limits(k, n, check::z(level)?)),
        ShareMethod::ClopperPearson => clopper_pearson::limits(k, n, check::alpha(level)?),
    }
}

/// Wilson's score interval (1927; Brown, Cai and DasGupta 2001). At k = 0 the lower limit is
/// exactly 0, at k = n the upper limit exactly 1.
pub fn wilson(k: f64, n: f64, level: f64) -> Result<Interval, Status> {
    share_interval(ShareMethod::Wilson, k, n, level)
}

/// Exact interval of Clopper and Pearson (1934): L = B^-1(a/2; k, n-k+1), U = 1 - B^-1(a/2; n-k,
/// k+1), both from the small tail.
pub fn clopper_pearson(k: f64, n: f64, level: f64) -> Result<Interval, Status> {
    share_interval(ShareMethod::ClopperPearson, k, n, level)
}
