//! Standardised rates: what a group's rate would be with another age structure.

mod direct;
mod indirect;
mod weighted;

pub use direct::{DirectRate, direct};
pub use indirect::{IndirectRatio, Ratio, Stratum, indirect};
pub(super) use weighted::WeightedSum;
