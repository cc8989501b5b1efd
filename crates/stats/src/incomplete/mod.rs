//! What may be said when a table is incomplete: bounds and ranges, never a plain interval.

mod decimal;
mod rounding;
mod small_numbers;
mod suppressed;
mod unknown;

pub use decimal::Decimal;
pub use rounding::{RoundedRate, rounding};
pub use small_numbers::{Flags, Kind, SMALL_BASE, SMALL_EVENTS, small_numbers};
pub use suppressed::{
    RateRange, ShareCells, ShareRange, SuppressedCells, SuppressedRate, suppressed_rate,
    suppressed_share,
};
pub use unknown::{UnknownBounds, unknown_bounds};
