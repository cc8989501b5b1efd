//! How sure a number of an answer is.

use std::collections::BTreeMap;

use data::Dataset;

use super::analysis::distribution::distribution;
use super::answer::Row;
use super::question::{Measure, Question};
use stats::interval::{RateMethod, rate_interval};
use stats::share::{ShareMethod, share_interval};
use stats::{Interval, Status};

/// The method of an interval, for rates or for shares.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IntervalMethod {
    /// No interval is wanted.
    #[default]
    None,
    /// For a rate.
    Rate(RateMethod),
    /// For a share.
    Share(ShareMethod),
    /// For all shares of one total at once, by Goodman.
    Joint,
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

    /// The methods, by their names in the JavaScript API and in addresses.
    const NAMED: [(&'static str, IntervalMethod); 7] = [
        ("garwood", IntervalMethod::Rate(RateMethod::Garwood)),
        ("midp", IntervalMethod::Rate(RateMethod::MidP)),
        ("byar", IntervalMethod::Rate(RateMethod::Byar)),
        ("wilson", IntervalMethod::Share(ShareMethod::Wilson)),
        (
            "clopper_pearson",
            IntervalMethod::Share(ShareMethod::ClopperPearson),
        ),
        ("goodman", IntervalMethod::Joint),
        ("none", IntervalMethod::None),
    ];

    /// The method of a name in the JavaScript API and in addresses.
    pub fn from_name(name: &str) -> Option<IntervalMethod> {
        let mut named = IntervalMethod::NAMED.iter();
        named
            .find(|(known, _)| *known == name)
            .map(|(_, method)| *method)
    }

    /// Its name in the JavaScript API and in addresses; empty for one that cannot be chosen.
    pub fn name(self) -> &'static str {
        let mut named = IntervalMethod::NAMED.iter();
        named
            .find(|(_, method)| *method == self)
            .map_or("", |(name, _)| name)
    }

    /// The name of the method in the table of methods; empty when there is none.
    pub fn id(self) -> &'static str {
        match self {
            IntervalMethod::None => "",
            IntervalMethod::Rate(RateMethod::Garwood) => "rate_ci_garwood",
            IntervalMethod::Rate(RateMethod::MidP) => "rate_ci_midp",
            IntervalMethod::Rate(RateMethod::Byar) => "rate_ci_byar",
            IntervalMethod::Rate(RateMethod::Score) => "rate_ci_score",
            IntervalMethod::Share(ShareMethod::Wilson) => "share_wilson",
            IntervalMethod::Share(ShareMethod::ClopperPearson) => "share_clopper_pearson",
            IntervalMethod::Joint => "share_goodman",
        }
    }

    /// The names of the methods that suit a question, the default of its measure first.
    pub fn names_for(question: &Question) -> Vec<&'static str> {
        let named = IntervalMethod::NAMED.iter();
        named
            .filter(|(_, method)| method.suits(question))
            .map(|(name, _)| *name)
            .collect()
    }

    /// The method that was chosen when it suits the question; the default of the measure otherwise.
    pub fn chosen(method: Option<IntervalMethod>, question: &Question) -> IntervalMethod {
        method
            .filter(|method| method.suits(question))
            .unwrap_or(IntervalMethod::default_for(&question.measure))
    }

    /// Whether the method belongs to what is asked: a rate is not a share, and intervals hold
    /// jointly only where all shares of a total are asked for.
    pub fn suits(self, question: &Question) -> bool {
        let measure = &question.measure;
        match self {
            IntervalMethod::None => true,
            IntervalMethod::Rate(_) => *measure == Measure::Rate,
            IntervalMethod::Share(_) => measure.is_ratio() && *measure != Measure::Rate,
            IntervalMethod::Joint => {
                matches!(measure, Measure::Share { of } if question.by.contains(of))
            }
        }
    }
}

/// The intervals of the rows of one question.
pub struct Intervals {
    method: IntervalMethod,
    level: f64,
    /// By key, where they hold jointly.
    joint: BTreeMap<Vec<String>, Result<Interval, Status>>,
    /// The least and the greatest number of shares of one total, where intervals hold jointly.
    pub among: Option<(usize, usize)>,
}

impl Intervals {
    /// Prepares the intervals of a question. Joint ones are formed among all codes that share a
    /// total, also those that a filter hides.
    pub fn new(
        dataset: &Dataset,
        question: &Question,
        method: IntervalMethod,
        level: f64,
    ) -> Intervals {
        let mut found = Intervals {
            method,
            level,
            joint: BTreeMap::new(),
            among: None,
        };
        if method == IntervalMethod::Joint
            && let Ok(all) = distribution(dataset, question, level)
        {
            let sizes = || all.groups.iter().map(|group| group.rows.len());
            found.among = sizes().min().zip(sizes().max());
            for group in all.groups {
                for (place, row) in group.rows.into_iter().enumerate() {
                    let limits = group.intervals.as_ref().map_err(|status| *status);
                    let limits = limits.map(|limits| limits[place]);
                    found.joint.insert(row.key, limits);
                }
            }
        }
        found
    }

    /// The interval of a row.
    pub fn of(&self, row: &Row) -> Result<Interval, Status> {
        if self.method == IntervalMethod::Joint {
            let found = self.joint.get(&row.key).copied();
            return found.unwrap_or(Err(Status::NotInTable));
        }
        interval(row, self.method, self.level)
    }
}

/// The interval of a row. A share that was only printed rounded has no numerator and gets none, and
/// a row alone has no joint interval.
pub fn interval(row: &Row, method: IntervalMethod, level: f64) -> Result<Interval, Status> {
    if row.status != Status::Ok {
        return Err(row.status);
    }
    let (Some(numerator), Some(denominator)) = (row.numerator, row.denominator) else {
        return Err(Status::RangeOnly);
    };
    match method {
        IntervalMethod::None | IntervalMethod::Joint => Err(Status::RangeOnly),
        IntervalMethod::Rate(method) => rate_interval(method, numerator, denominator, level),
        IntervalMethod::Share(method) => share_interval(method, numerator, denominator, level),
    }
}
