//! A weighted sum of Poisson counts and its gamma limits.

use crate::special::gamma;
use crate::status::{Interval, Status};

/// R = sum of w x and v = sum of w² x. Kept in units of the largest weight m, so that no square
/// of a weight can leave the range of numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightedSum {
    largest_weight: f64,
    /// R/m
    value: f64,
    /// v/m²
    variance: f64,
    /// Sum of the counts.
    pub events: f64,
}

impl WeightedSum {
    /// From pairs of count and weight, of which at least one weight must be above 0.
    pub fn new(terms: impl Iterator<Item = (f64, f64)> + Clone) -> Result<Self, Status> {
        let largest_weight = terms.clone().map(|(_, w)| w).fold(0.0, f64::max);
        if !(largest_weight > 0.0 && largest_weight.is_finite()) {
            return Err(Status::Invalid);
        }
        let zero = Self {
            largest_weight,
            value: 0.0,
            variance: 0.0,
            events: 0.0,
        };
        let sum = terms.fold(zero, |sum, (x, weight)| {
            let w = weight / largest_weight;
            Self {
                value: sum.value + w * x,
                variance: sum.variance + w * w * x,
                events: sum.events + x,
                ..sum
            }
        });
        Ok(sum)
    }

    /// R
    pub fn value(&self) -> f64 {
        self.value * self.largest_weight
    }

    /// √v
    pub fn standard_error(&self) -> f64 {
        self.variance.sqrt() * self.largest_weight
    }

    /// Gamma limits of Fay and Feuer (1997): L = (v/R) G^-1(a/2; R²/v),
    /// U = ((v+m²)/(R+m)) G^-1(1-a/2; (R+m)²/(v+m²)). Without events L = 0 and U = -m ln(a/2).
    pub fn fay_feuer(&self, alpha: f64) -> Result<Interval, Status> {
        let tail = alpha / 2.0;
        let (r, v) = (self.value, self.variance);
        let lower = if r > 0.0 && v > 0.0 {
            v / r * gamma::lower_quantile(r * r / v, tail)?
        } else {
            0.0
        };
        let (r, v) = (r + 1.0, v + 1.0);
        let upper = v / r * gamma::upper_quantile(r * r / v, tail)?;
        Interval { lower, upper }
            .scaled(self.largest_weight)
            .checked()
    }
}
