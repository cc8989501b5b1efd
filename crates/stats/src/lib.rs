//! Statistical methods as pure functions on numbers.
//!
//! May live here: formulas with their edge rules. May not: tables, dimensions, words, drawing.
//!
//! Every function either gives numbers or a [`Status`] that says why it cannot; NaN and infinity
//! never come out. A value without bound is [`Limit::Unbounded`]. Rates and their limits are per
//! unit of exposure: multiply by `per` for display. `level` is the confidence level, 0.95 by
//! default, and 1 - level is taken in decimals.
//!
//! An interval describes chance variation: the counts come from registers and are complete. Do
//! not form one when only a rounded rate is known, when a count is missing or suppressed
//! ([`incomplete`]), without exposure, or when the denominator is not the population at risk.
//! Emigrations are events, not persons: families leave together, so plain intervals are too narrow.
//!
//! The crate `methods` reaches every method by name with its inputs as numbers or text.
//!
//! ```
//! let rate = stats::rate::rate(30.0, 10_000.0).unwrap();
//! assert!((rate - 0.003).abs() < 1e-15);
//! assert_eq!(stats::rate::rate(0.0, 0.0), Err(stats::Status::NoExposure));
//! ```

mod check;
pub mod compare;
pub mod cumulative;
pub mod decompose;
pub mod funnel;
pub mod incomplete;
pub mod interval;
pub mod lexis;
pub mod rate;
pub mod return_cohorts;
pub mod share;
pub mod special;
pub mod standardise;
mod status;
pub mod trend;

pub use status::{Cell, Interval, Limit, Status};
