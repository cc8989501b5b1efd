//! How sure a number of an answer is.

use super::answer::Row;
use super::methods::interval::{RateMethod, rate_interval};
use super::methods::share::{ShareMethod, share_interval};
use super::methods::{Interval, Status};
use super::question::Measure;

/// The method of an interval, for rates or for shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntervalMethod {
    /// No interval is wanted.
    None,
    /// For a rate.
    Rate(RateMethod),
    /// For a share.
    Share(ShareMethod),
}

/// The confidence level when none is given.
pub const DEFAULT_LEVEL: f64 = 0.95;

impl IntervalMethod {
    /// The default of a measure: Garwood for rates, Wilson for shares, none for counts.
    pub fn default_for(measure: &Measure) -> IntervalMethod {
        match measure {
            Measure::Rate => IntervalMethod::Rate(RateMethod::Garwood),
            Measure::Share { .. } | Measure::ReturnShare | Measure::ReturnCurve => {
                IntervalMethod::Share(ShareMethod::Wilson)
            }
            _ => IntervalMethod::None,
        }
    }

    /// The method of a name in the JavaScript API.
    pub fn from_name(name: &str) -> Option<IntervalMethod> {
        Some(match name {
            "none" => IntervalMethod::None,
            "garwood" => IntervalMethod::Rate(RateMethod::Garwood),
            "midp" => IntervalMethod::Rate(RateMethod::MidP),
            "byar" => IntervalMethod::Rate(RateMethod::Byar),
            "wilson" => IntervalMethod::Share(ShareMethod::Wilson),
            "clopper_pearson" => IntervalMethod::Share(ShareMethod::ClopperPearson),
            _ => return None,
        })
    }

    /// Every name that [`IntervalMethod::from_name`] knows.
    pub const NAMES: [&'static str; 6] = [
        "garwood",
        "midp",
        "byar",
        "wilson",
        "clopper_pearson",
        "none",
    ];

    /// Whether the method belongs to the measure: a rate is not a share.
    pub fn suits(self, measure: &Measure) -> bool {
        match self {
            IntervalMethod::None => true,
            IntervalMethod::Rate(_) => *measure == Measure::Rate,
            IntervalMethod::Share(_) => measure.is_ratio() && *measure != Measure::Rate,
        }
    }
}

/// The interval of a row. A share that was only printed rounded has no numerator and gets none.
pub fn interval(row: &Row, method: IntervalMethod, level: f64) -> Result<Interval, Status> {
    if row.status != Status::Ok {
        return Err(row.status);
    }
    let (Some(numerator), Some(denominator)) = (row.numerator, row.denominator) else {
        return Err(Status::RangeOnly);
    };
    match method {
        IntervalMethod::None => Err(Status::RangeOnly),
        IntervalMethod::Rate(method) => rate_interval(method, numerator, denominator, level),
        IntervalMethod::Share(method) => share_interval(method, numerator, denominator, level),
    }
}
