//! All shares of one total at once.

use super::{Interval, Status, wilson};
use crate::check;
use crate::special::normal;

/// Simultaneous intervals of Goodman (1965): Wilson's with z² the chi-square quantile (1 df) at
/// 1 - a/m, m the number of categories shown, those with 0 included. The limits hold jointly; they
/// need not sum to 1, and regrouping changes every one of them.
///
/// No events in any category is `no_denominator`; m = 1 equals Wilson.
pub fn goodman(counts: &[f64], level: f64) -> Result<Vec<(f64, Interval)>, Status> {
    check::counts(counts)?;
    let alpha = check::alpha(level)?;
    let n: f64 = counts.iter().sum();
    if n == 0.0 {
        return Err(Status::NoDenominator);
    }
    let z = normal::upper_quantile(alpha / (2.0 * counts.len() as f64))?;
    Ok(counts
        .iter()
        .map(|k| (k / n, wilson::limits(*k, n, z)))
        .collect())
}
