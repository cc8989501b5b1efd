//! The words for a value that is not there.

use measures::Status;
use text::{Lang, reasons};

/// Why there is no number; empty when there is one.
pub fn reason(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::Ok => "",
        Status::NoExposure => reasons::no_exposure(lang),
        Status::EventsWithoutExposure => reasons::events_without_exposure(lang),
        Status::NoDenominator => reasons::no_denominator(lang),
        Status::Invalid => reasons::invalid(lang),
        Status::MissingInput => reasons::missing_input(lang),
        Status::SuppressedInput => reasons::suppressed_input(lang),
        Status::NoEvents => reasons::no_events(lang),
        Status::ZeroNumerator => reasons::zero_numerator(lang),
        Status::ZeroDenominator => reasons::zero_denominator(lang),
        Status::NoExposureInStratum => reasons::no_exposure_in_stratum(lang),
        Status::NoReferenceRate => reasons::no_reference_rate(lang),
        Status::NoExpected => reasons::no_expected(lang),
        Status::EventsWithoutExpected => reasons::events_without_expected(lang),
        Status::OneGroup => reasons::one_group(lang),
        Status::TooFewYears => reasons::too_few_years(lang),
        Status::NoFiniteEstimate => reasons::no_finite_estimate(lang),
        Status::NoKnown => reasons::no_known(lang),
        Status::DegenerateTarget => reasons::degenerate_target(lang),
        Status::Inconsistent => reasons::inconsistent(lang),
        Status::NoCompleteCohort => reasons::no_complete_cohort(lang),
        Status::NotApplicable => reasons::not_applicable(lang),
        Status::RangeOnly => reasons::range_only(lang),
        Status::NotInTable => reasons::not_in_table(lang),
        Status::NotConverged => reasons::not_converged(lang),
    }
}
