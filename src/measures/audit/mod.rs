//! Every printed claim of the report, held against a data set.
//!
//! May live here: the facts table as claims, their evaluation by the measures, and each claim in
//! plain words. May not: sums of its own where the measures have one, so that the audit says what
//! the page shows.

pub mod claim;
pub mod parse;

pub use claim::Claim;
pub use parse::{ClaimError, claims};
