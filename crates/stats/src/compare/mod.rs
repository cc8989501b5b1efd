//! Comparing rates and shares. Overlapping intervals do not prove "no difference": show the ratio
//! or the difference with its own interval.

mod heterogeneity;
mod mover;
mod rate_difference;
mod rate_ratio;
mod share_difference;

pub use heterogeneity::{Heterogeneity, heterogeneity};
pub use rate_difference::{RateDifference, rate_difference};
pub use rate_ratio::{RateRatio, RatioLimits, rate_ratio};
pub use share_difference::{ShareDifference, newcombe};
