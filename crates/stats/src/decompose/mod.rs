//! Decomposition of a gap between two rates. The effects add up to the gap; the sign is always
//! population 1 minus population 2.

mod cross;
mod das_gupta;
mod kitagawa;

pub use cross::{CrossEffects, das_gupta_cross};
pub use das_gupta::{Effects, MAX_FACTORS, das_gupta};
pub use kitagawa::{Kitagawa, kitagawa};

/// One population in strata: exposure and events run in parallel.
#[derive(Debug, Clone, Copy)]
pub struct Population<'a> {
    /// Exposure by stratum.
    pub exposure: &'a [f64],
    /// Events by stratum.
    pub events: &'a [f64],
}
