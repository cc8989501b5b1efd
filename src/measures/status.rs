//! Why there is a number, or why there is none.

/// State of a computed quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// There is a value.
    Ok,
    /// No exposure and no events.
    NoExposure,
    /// Events although nobody lived there: an error in the input.
    EventsWithoutExposure,
    /// A share of nothing.
    NoDenominator,
    /// A part was not published.
    MissingInput,
    /// A part was withheld because the number is small.
    SuppressedInput,
    /// No cohort has been followed long enough.
    NoCompleteCohort,
    /// No row of the table belongs here.
    NotInTable,
}

impl Status {
    /// The code used in the JavaScript API.
    pub fn code(self) -> &'static str {
        match self {
            Status::Ok => "ok",
            Status::NoExposure => "no_exposure",
            Status::EventsWithoutExposure => "events_without_exposure",
            Status::NoDenominator => "no_denominator",
            Status::MissingInput => "missing_input",
            Status::SuppressedInput => "suppressed_input",
            Status::NoCompleteCohort => "no_complete_cohort",
            Status::NotInTable => "not_in_table",
        }
    }
}
