//! Flags for numbers too small to rank.

use crate::status::Cell;

/// Fewer events than this are flagged.
pub const SMALL_EVENTS: f64 = 10.0;

/// A share of fewer persons than this is flagged.
pub const SMALL_BASE: f64 = 30.0;

/// What kind of figure is flagged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A rate, judged by its events.
    Rate,
    /// A share, judged by its part and its base.
    Share,
}

/// Why a figure should be read with care. Any flag: left out of rankings, drawn hollow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flags {
    /// A cell is missing.
    pub missing: bool,
    /// A cell is suppressed.
    pub suppressed: bool,
    /// Fewer than [`SMALL_EVENTS`] events.
    pub small_events: bool,
    /// A share of fewer than [`SMALL_BASE`].
    pub small_base: bool,
}

impl Flags {
    /// A point value may be shown: nothing is missing or suppressed.
    pub fn point(self) -> bool {
        !self.missing && !self.suppressed
    }

    /// May stand in a ranking or in a sentence on the largest change: no flag at all.
    pub fn ranked(self) -> bool {
        self.point() && !self.small_events && !self.small_base
    }

    /// The names of the flags set, in the order data files use.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        [
            ("missing", self.missing),
            ("suppressed", self.suppressed),
            ("small_events", self.small_events),
            ("small_base", self.small_base),
        ]
        .into_iter()
        .filter_map(|(name, set)| set.then_some(name))
    }
}

/// Flags of one figure from its events (or k), its base n and the number of cells not known.
pub fn small_numbers(
    kind: Kind,
    events: Cell,
    n: Option<f64>,
    suppressed_cells: f64,
    missing_cells: f64,
) -> Flags {
    Flags {
        missing: missing_cells > 0.0 || events == Cell::Missing,
        suppressed: suppressed_cells > 0.0 || events == Cell::Suppressed,
        small_events: matches!(events, Cell::Number(x) if x < SMALL_EVENTS),
        small_base: kind == Kind::Share && n.is_some_and(|n| n < SMALL_BASE),
    }
}
