//! A weighted sum of Poisson counts and its gamma limits.

use crate::measures::methods::special::gamma;
use crate::measures::methods::status::{Interval, Status};

/// R = sum of w x, its variance v = sum of w² x, and the largest weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightedSum {
    /// R
    pub value: f64,
    /// v
    pub variance: f64,
    /// m
    pub largest_weight: f64,
    /// Sum of the counts.
    pub events: f64,
}

impl WeightedSum {
    /// From pairs of count and weight.
    pub fn new(terms: impl Iterator<Item = (f64, f64)>) -> Self {
        let zero = Self {
            value: 0.0,
            variance: 0.0,
            largest_weight: 0.0,
            events: 0.0,
        };
        terms.fold(zero, |sum, (x, w)| Self {
            value: sum.value + w * x,
            variance: sum.variance + w * w * x,
            largest_weight: sum.largest_weight.max(w),
            events: sum.events + x,
        })
    }

    /// Gamma limits of Fay and Feuer (1997): L = (v/R) G^-1(a/2; R²/v),
    /// U = ((v+m²)/(R+m)) G^-1(1-a/2; (R+m)²/(v+m²)). Without events L = 0 and U = -m ln(a/2).
    ///
    /// Weights are divided by the largest one inside, so that no square can underflow.
    pub fn fay_feuer(&self, alpha: f64) -> Result<Interval, Status> {
        let m = self.largest_weight;
        let (r, v) = (self.value / m, self.variance / m / m);
        let lower = if self.events == 0.0 {
            0.0
        } else {
            v / r * gamma::lower_quantile(r * r / v, alpha / 2.0)?
        };
        let (r, v) = (r + 1.0, v + 1.0);
        let upper = v / r * gamma::upper_quantile(r * r / v, alpha / 2.0)?;
        Interval {
            lower: lower * m,
            upper: upper * m,
        }
        .checked()
    }
}
