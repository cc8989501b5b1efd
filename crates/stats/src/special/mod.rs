//! Special functions: tails and quantiles of the normal, gamma, beta, chi-square and Student
//! distributions, densities of the Poisson and binomial.
//!
//! Why they are our own, on top of `libm`. A national register gives up to 10^7 events, and there
//! the crates for wasm fail: `statrs` and `special` never return from an inverse beta with
//! parameters (1, 10^7), `statrs` loses half the digits of the incomplete beta from 10^5 on,
//! `puruspe` panics on a gamma quantile of shape 100 and gives 0 in far tails, `spec_math` has no
//! inverses. A page must not hang, and a limit that is off in the fifth digit is wrong.
//!
//! How they work, in three ideas:
//! - densities in the form of Loader (2000), which never subtracts large logarithms ([`density`]);
//! - a tail is the density at its edge times an integral of a smooth, log-concave ratio: by series
//!   and continued fractions (DLMF chapter 8) while a parameter is small, by a fixed Gauss rule
//!   when all are large, so that the work does not grow with the counts ([`quadrature`]);
//! - the logarithm of such a tail is concave, so Newton's method on it converges from any start
//!   ([`newton`]).
//!
//! Tails are always computed on their own side, never as one minus the other, and come with a
//! relative accuracy of about 10^-13 down to 10^-300. Every loop is bounded; what does not
//! converge, or lies outside the domain, is [`NoValue`] and never NaN.

pub mod beta;
pub mod density;
pub mod gamma;
pub mod newton;
pub mod normal;
pub mod quadrature;
pub mod student;

#[cfg(test)]
mod properties;

/// A special function has no value here: an argument outside the domain, or no convergence within
/// the bounded number of steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoValue;

impl std::fmt::Display for NoValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("argument outside the domain, or no convergence")
    }
}

impl std::error::Error for NoValue {}

/// What a special function gives back.
pub type Special = Result<f64, NoValue>;

/// Both tails of a distribution at one point; they add up to 1, and the smaller one carries its
/// full relative accuracy.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tails {
    /// Probability at or below the point.
    pub lower: f64,
    /// Probability above the point.
    pub upper: f64,
}

impl Tails {
    fn from_lower(lower: f64) -> Self {
        Self {
            lower,
            upper: 1.0 - lower,
        }
    }

    fn from_upper(upper: f64) -> Self {
        Self {
            lower: 1.0 - upper,
            upper,
        }
    }

    /// The tail on that side.
    fn side(self, side: Side) -> f64 {
        match side {
            Side::Lower => self.lower,
            Side::Upper => self.upper,
        }
    }
}

/// Which tail is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// At or below.
    Lower,
    /// Above.
    Upper,
}

/// ln Γ(x) for x > 0.
pub fn ln_gamma(x: f64) -> Special {
    finite(if x > 0.0 { libm::lgamma(x) } else { f64::NAN })
}

/// Accepts a value that is a number, refuses NaN and infinities.
fn finite(value: f64) -> Special {
    if value.is_finite() {
        Ok(value)
    } else {
        Err(NoValue)
    }
}

/// True for probabilities a quantile can be asked for.
fn is_open_probability(p: f64) -> bool {
    p > 0.0 && p < 1.0
}
