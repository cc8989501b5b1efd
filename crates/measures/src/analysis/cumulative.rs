//! The chance of ever emigrating over a span of ages.

use crate::answer::SMALL_EVENTS;
use crate::{Note, codes_of, span};
use data::Dataset;
use stats::Status;
use stats::cumulative::cumulative as chance;

use super::strata::{FURTHEST, Part, Strata};
use super::{Estimate, Failure, Scope};

/// Whose chance.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The dimensions that tell the groups apart.
    pub by: Vec<String>,
    /// Rates of which years.
    pub rates: Rates,
    /// The part of the data set. A filter on `age` narrows the span of ages.
    pub scope: Scope,
    /// Confidence level.
    pub level: f64,
}

/// Which rates a life is put together from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rates {
    /// Those of all years of the scope, pooled age by age: nobody has lived that life.
    #[default]
    Period,
    /// Those of the persons who reach age a at the end of year `born` + a. Ages that fall outside
    /// the years of the table are missing, and with one missing there is no chance for the span.
    Cohort {
        /// Year of birth.
        born: i32,
    },
}

/// The chances.
#[derive(Clone, Debug, PartialEq)]
pub struct CumulativeChances {
    /// The table that answered.
    pub table: String,
    /// The dimensions of the keys.
    pub by: Vec<String>,
    /// Which rates the chances are put together from.
    pub rates: Rates,
    /// First and last age.
    pub ages: (i32, i32),
    /// Number of years of age the chance spans: 18 for 18 to 35 with 35 included.
    pub widths: f64,
    /// First and last year of age of each band; the same for single ages.
    pub bands: Vec<(i32, i32)>,
    /// The groups.
    pub rows: Vec<ChanceRow>,
    /// Remarks of the answer.
    pub notes: Vec<Note>,
}

/// One group.
#[derive(Clone, Debug, PartialEq)]
pub struct ChanceRow {
    /// Key of the group.
    pub key: Vec<String>,
    /// Events and exposure of each band.
    pub parts: Vec<Result<(f64, f64), Status>>,
    /// The chance of at least one emigration, between 0 and 1.
    pub chance: Estimate,
    /// The expected number of emigrations, the sum of width times rate.
    pub expected_moves: Option<f64>,
    /// How the interval was formed.
    pub method: ChanceMethod,
}

/// Interval of a chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChanceMethod {
    /// Delta method on the logarithm of the sum of rates.
    LogDelta,
    /// Fay and Feuer's limits of the sum, for fewer than ten events.
    Gamma,
}

/// Years of birth whose whole span of ages lies within the years of the data set: those for which
/// [`Rates::Cohort`] has an answer. Empty when ages or years are not single numbers.
pub fn complete_cohorts(dataset: &Dataset) -> Vec<i32> {
    let ends = |dimension: &str| {
        let codes = codes_of(dataset, dimension);
        let number = |code: &String| code.parse().ok().filter(|number| is_near(*number));
        let numbers: Option<Vec<i32>> = codes.iter().map(number).collect();
        let numbers = numbers?;
        Some((*numbers.iter().min()?, *numbers.iter().max()?))
    };
    match (ends("age"), ends("year")) {
        (Some((youngest, oldest)), Some((first, last))) => {
            (first - youngest..=last - oldest).collect()
        }
        _ => Vec::new(),
    }
}

/// Chance of at least one emigration over the ages of the scope.
pub fn cumulative(dataset: &Dataset, request: &Request) -> Result<CumulativeChances, Failure> {
    let (strata, codes) = match request.rates {
        Rates::Period => {
            let scope = request.scope.within_ends_of_age(dataset);
            let strata = Strata::ask(dataset, &scope, &request.by, &["age".to_owned()])?;
            let codes = strata.labels[0].clone();
            (strata, codes)
        }
        Rates::Cohort { born } => cohort(dataset, request, born)?,
    };
    let band = |code: &String| span(code).filter(|(first, last)| is_near(*first) && is_near(*last));
    let bands: Vec<(i32, i32)> = codes
        .iter()
        .map(band)
        .collect::<Option<_>>()
        .ok_or_else(|| not_numbers("age"))?;
    let widths: Vec<f64> = bands
        .iter()
        .map(|(first, last)| f64::from(last - first + 1))
        .collect();
    let ages = match (bands.first(), bands.last()) {
        (Some((first, _)), Some((_, last))) => (*first, *last),
        _ => return Err(not_numbers("age")),
    };
    // A hole between two bands would pass for ages at which nobody leaves.
    if bands.windows(2).any(|pair| pair[0].1 + 1 != pair[1].0) {
        return Err(Failure::Invalid);
    }
    let rows = strata
        .groups
        .iter()
        .zip(&strata.parts)
        .map(|(key, parts)| row(key, parts, &widths, request.level))
        .collect();
    Ok(CumulativeChances {
        table: strata.answer.table,
        by: request.by.clone(),
        rates: request.rates,
        ages,
        widths: widths.iter().sum(),
        bands,
        rows,
        notes: strata.answer.notes,
    })
}

/// Whether a number can be a year or an age; sums and differences of such are numbers too.
fn is_near(number: i32) -> bool {
    number.unsigned_abs() <= FURTHEST
}

fn not_numbers(dimension: &str) -> Failure {
    Failure::NotNumbers {
        dimension: dimension.to_owned(),
    }
}

/// A chance with what it rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    /// The chance of at least one emigration, between 0 and 1.
    pub estimate: Estimate,
    /// The expected number of emigrations, the sum of width times rate.
    pub expected_moves: Option<f64>,
    /// How the interval was formed.
    pub method: ChanceMethod,
}

impl Chance {
    /// No chance, for a reason.
    pub(super) fn absent(status: Status) -> Chance {
        Chance {
            estimate: Estimate::absent(status),
            expected_moves: None,
            method: ChanceMethod::LogDelta,
        }
    }
}

/// The chance over bands of ages: by the delta method, by Fay and Feuer's limits on few events.
pub(super) fn chance_of(parts: &[(f64, f64)], widths: &[f64], level: f64) -> Chance {
    let (events, exposure): (Vec<f64>, Vec<f64>) = parts.iter().copied().unzip();
    let few = events.iter().sum::<f64>() < SMALL_EVENTS;
    let found = match chance(&events, &exposure, widths, level) {
        Ok(found) => found,
        Err(status) => return Chance::absent(status),
    };
    let (method, interval) = match found.log_delta {
        Some(interval) if !few => (ChanceMethod::LogDelta, interval),
        _ => (ChanceMethod::Gamma, found.gamma),
    };
    Chance {
        estimate: Estimate {
            value: Some(found.chance),
            interval: Some(interval),
            status: found.status,
        },
        expected_moves: Some(found.sum),
        method,
    }
}

fn row(key: &[String], parts: &[Part], widths: &[f64], level: f64) -> ChanceRow {
    let known: Result<Vec<(f64, f64)>, Status> = parts.iter().copied().collect();
    let Chance {
        estimate,
        expected_moves,
        method,
    } = match known {
        Ok(known) => chance_of(&known, widths, level),
        Err(status) => Chance::absent(status),
    };
    ChanceRow {
        key: key.to_vec(),
        parts: parts.to_vec(),
        chance: estimate,
        expected_moves,
        method,
    }
}

/// The diagonal of an age by year table that one birth cohort passes through.
fn cohort(
    dataset: &Dataset,
    request: &Request,
    born: i32,
) -> Result<(Strata, Vec<String>), Failure> {
    let over = ["age".to_owned(), "year".to_owned()];
    let mut strata = Strata::ask(dataset, &request.scope, &request.by, &over)?;
    let ages = strata.labels[0].clone();
    let years = strata.labels[1].clone();
    let places: Vec<Option<usize>> = ages
        .iter()
        .enumerate()
        .map(|(row, age)| {
            let (age, last) = span(age).filter(|(first, last)| first == last)?;
            let year = (i64::from(born) + i64::from(last.max(age))).to_string();
            let column = years.iter().position(|known| *known == year)?;
            Some(row * years.len() + column)
        })
        .collect();
    for parts in &mut strata.parts {
        *parts = places
            .iter()
            .map(|place| place.map_or(Err(Status::NotInTable), |place| parts[place]))
            .collect();
    }
    Ok((strata, ages))
}
