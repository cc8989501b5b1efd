//! Student's t distribution: the quantile, through the beta distribution.

use super::{NoValue, Special, beta, finite};

/// t with P(T > t) = q for `df` degrees of freedom, 0 < q < 1.
///
/// For t > 0, df/(df + t^2) has the beta distribution with parameters df/2 and 1/2 and lower tail
/// 2q (DLMF 8.17, Abramowitz and Stegun 26.7.1), so t^2 = df / odds.
pub fn upper_quantile(df: f64, q: f64) -> Special {
    if !(df > 0.0 && q > 0.0 && q < 1.0) {
        return Err(NoValue);
    }
    if q == 0.5 {
        return Ok(0.0);
    }
    if q > 0.5 {
        return upper_quantile(df, 1.0 - q).map(|t| -t);
    }
    let odds = beta::quantile_odds(0.5 * df, 0.5, 2.0 * q)?;
    finite((df / odds).sqrt())
}
