//! What a method answers besides numbers: status codes, limits, intervals.

use super::special::NoValue;

/// Why a result has no value, or what must be said beside it. [`Status::as_str`] gives the code
/// that data files and the JavaScript API use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// A value without reservations.
    Ok,
    /// Neither events nor exposure: there is nothing to divide by.
    NoExposure,
    /// Events where nobody was at risk; an error in the input.
    EventsWithoutExposure,
    /// A share of nothing.
    NoDenominator,
    /// Negative or fractional events, a part above its whole, a level outside 0 to 1, or lists of
    /// unequal length.
    Invalid,
    /// A part is missing, so the whole is missing.
    MissingInput,
    /// A part is suppressed (a small number that exists), so the whole is not known.
    SuppressedInput,
    /// No events at all, so a comparison or a point has nothing to rest on.
    NoEvents,
    /// The rate above the line is 0: the ratio is 0 with an upper limit only.
    ZeroNumerator,
    /// The rate below the line is 0: the ratio cannot be computed, the lower limit can.
    ZeroDenominator,
    /// A stratum that counts has no exposure; merge it with a neighbour.
    NoExposureInStratum,
    /// The reference has no exposure in a stratum the group is exposed in.
    NoReferenceRate,
    /// Nothing was expected and nothing observed.
    NoExpected,
    /// Events observed where none were expected.
    EventsWithoutExpected,
    /// A comparison of groups needs at least two with exposure.
    OneGroup,
    /// A trend needs at least three years.
    TooFewYears,
    /// All events in the first or the last year: the slope is infinite.
    NoFiniteEstimate,
    /// Everything is of unknown kind: the bounds are 0 and 1.
    NoKnown,
    /// A funnel round a share of 0 or 1 has no width.
    DegenerateTarget,
    /// No set of whole numbers fits what is published.
    Inconsistent,
    /// No cohort has been observed for the whole window.
    NoCompleteCohort,
    /// Only a range may be stated, never a point or a confidence interval.
    RangeOnly,
    /// No row of the table belongs here.
    NotInTable,
    /// The publisher says that no number can exist.
    NotApplicable,
    /// A numerical method stopped at its bound. Not expected for any input in range.
    NotConverged,
}

impl Status {
    /// Every status, in the order of declaration.
    pub const ALL: [Status; 25] = [
        Status::Ok,
        Status::NoExposure,
        Status::EventsWithoutExposure,
        Status::NoDenominator,
        Status::Invalid,
        Status::MissingInput,
        Status::SuppressedInput,
        Status::NoEvents,
        Status::ZeroNumerator,
        Status::ZeroDenominator,
        Status::NoExposureInStratum,
        Status::NoReferenceRate,
        Status::NoExpected,
        Status::EventsWithoutExpected,
        Status::OneGroup,
        Status::TooFewYears,
        Status::NoFiniteEstimate,
        Status::NoKnown,
        Status::DegenerateTarget,
        Status::Inconsistent,
        Status::NoCompleteCohort,
        Status::RangeOnly,
        Status::NotInTable,
        Status::NotApplicable,
        Status::NotConverged,
    ];

    /// The code, as in the `status` column of data files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Status::Ok => "ok",
            Status::NoExposure => "no_exposure",
            Status::EventsWithoutExposure => "events_without_exposure",
            Status::NoDenominator => "no_denominator",
            Status::Invalid => "invalid",
            Status::MissingInput => "missing_input",
            Status::SuppressedInput => "suppressed_input",
            Status::NoEvents => "no_events",
            Status::ZeroNumerator => "zero_numerator",
            Status::ZeroDenominator => "zero_denominator",
            Status::NoExposureInStratum => "no_exposure_in_stratum",
            Status::NoReferenceRate => "no_reference_rate",
            Status::NoExpected => "no_expected",
            Status::EventsWithoutExpected => "events_without_expected",
            Status::OneGroup => "one_group",
            Status::TooFewYears => "too_few_years",
            Status::NoFiniteEstimate => "no_finite_estimate",
            Status::NoKnown => "no_known",
            Status::DegenerateTarget => "degenerate_target",
            Status::Inconsistent => "inconsistent",
            Status::NoCompleteCohort => "no_complete_cohort",
            Status::RangeOnly => "range_only",
            Status::NotInTable => "not_in_table",
            Status::NotApplicable => "not_applicable",
            Status::NotConverged => "not_converged",
        }
    }
}

impl std::fmt::Display for Status {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<NoValue> for Status {
    fn from(_: NoValue) -> Self {
        Status::NotConverged
    }
}

/// A two-sided interval; both limits are finite and `lower <= upper`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower limit.
    pub lower: f64,
    /// Upper limit.
    pub upper: f64,
}

impl Interval {
    /// Both limits times `factor` > 0, for instance "per 1 000".
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        Self {
            lower: self.lower * factor,
            upper: self.upper * factor,
        }
    }

    /// Keeps an interval of numbers, refuses one that overflowed.
    pub(super) fn checked(self) -> Result<Self, Status> {
        if self.lower.is_finite() && self.upper.is_finite() {
            Ok(self)
        } else {
            Err(Status::Invalid)
        }
    }
}

/// A value that may be without bound. Print "cannot be computed" for [`Limit::Unbounded`], never a
/// symbol for infinity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Limit {
    /// A number.
    Finite(f64),
    /// Larger than any number.
    Unbounded,
}

impl Limit {
    /// The number, if there is one.
    pub fn finite(self) -> Option<f64> {
        match self {
            Limit::Finite(value) => Some(value),
            Limit::Unbounded => None,
        }
    }
}

/// A cell of a published table. The three states are never mixed up: 0 and "-" are numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell {
    /// A number.
    Number(f64),
    /// Not given: "..", "." or empty.
    Missing,
    /// ":", a small number that exists and is not shown.
    Suppressed,
}

impl Cell {
    /// The number, or the status that says why there is none.
    pub fn number(self) -> Result<f64, Status> {
        match self {
            Cell::Number(value) => Ok(value),
            Cell::Missing => Err(Status::MissingInput),
            Cell::Suppressed => Err(Status::SuppressedInput),
        }
    }
}
