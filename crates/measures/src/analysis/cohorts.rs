//! Birth cohorts along the diagonals of an age by year table.

use crate::Note;
use data::Dataset;
use kernels::stable_sort as order;
use stats::Status;
use stats::interval::{RateMethod, rate_interval};
use stats::rate::rate;

use super::cumulative::{Chance, chance_of};
use super::strata::{FURTHEST, Part, Strata, whole};
use super::{Estimate, Failure, Scope};

/// Which cohorts.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The dimensions that tell the groups apart.
    pub by: Vec<String>,
    /// How many years of birth make a cohort. Wider ones begin at a multiple of the width, as
    /// 1980 to 1984.
    pub width: i32,
    /// The part of the data set. A filter on `age` narrows the span of ages.
    pub scope: Scope,
    /// How the intervals of rates are formed.
    pub interval: RateMethod,
    /// Confidence level.
    pub level: f64,
}

/// The cohorts of all groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Cohorts {
    /// The table that answered.
    pub table: String,
    /// The dimensions of the keys.
    pub by: Vec<String>,
    /// First and last age.
    pub ages: (i32, i32),
    /// First and last calendar year.
    pub years: (i32, i32),
    /// The groups.
    pub groups: Vec<CohortGroup>,
    /// Remarks of the answer.
    pub notes: Vec<Note>,
}

/// The cohorts of one group.
#[derive(Clone, Debug, PartialEq)]
pub struct CohortGroup {
    /// Key of the group.
    pub key: Vec<String>,
    /// The cohorts that are observed at one age at least, oldest first.
    pub cohorts: Vec<Cohort>,
    /// The same for all years pooled, age by age: a life that nobody has lived.
    pub period: Vec<Step>,
}

/// One cohort.
#[derive(Clone, Debug, PartialEq)]
pub struct Cohort {
    /// First and last year of birth.
    pub born: (i32, i32),
    /// The ages at which every year of birth is observed, youngest first.
    pub steps: Vec<Step>,
}

impl Cohort {
    /// The years of birth as a code: "1982", or "1980-1984".
    pub fn code(&self) -> String {
        match self.born {
            (first, last) if first == last => first.to_string(),
            (first, last) => format!("{first}-{last}"),
        }
    }
}

/// One age of a cohort.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The age.
    pub age: i32,
    /// Events and exposure.
    pub part: Result<(f64, f64), Status>,
    /// The rate at this age.
    pub rate: Estimate,
    /// Events and exposure from the first age of the table to this one. A cohort that was older
    /// when the table began has none.
    pub so_far: Result<Vec<(f64, f64)>, Status>,
    /// The chance of at least one emigration by the end of this age.
    pub chance: Chance,
}

/// Rates by age, and the chance so far, of every cohort that a table of single ages and single
/// years holds.
///
/// The cohort of a field is its year minus its age. That is exact when ages are counted at the end
/// of the year; with ages in completed years a field holds the cohort of the year before as well.
pub fn cohorts(dataset: &Dataset, request: &Request) -> Result<Cohorts, Failure> {
    if request.width < 1 {
        return Err(Failure::Invalid);
    }
    let over = ["age", "year"].map(str::to_owned);
    let scope = request.scope.within_ends_of_age(dataset);
    let strata = Strata::ask(dataset, &scope, &request.by, &over)?;
    let (ages, row_of) = numbers("age", &strata.labels[0])?;
    let (years, column_of) = numbers("year", &strata.labels[1])?;
    let (Some(youngest), Some(oldest)) = (ages.first().copied(), ages.last().copied()) else {
        return Err(Failure::Invalid);
    };
    let (Some(first), Some(last)) = (years.first().copied(), years.last().copied()) else {
        return Err(Failure::Invalid);
    };
    // A hole would pass for an age at which nobody leaves, or shift a diagonal.
    let is_whole = |first: i32, last: i32, count: usize| last.abs_diff(first) as usize + 1 == count;
    if !is_whole(youngest, oldest, ages.len()) || !is_whole(first, last, years.len()) {
        return Err(Failure::Invalid);
    }
    // What lies further from zero is no year and no age, and its cohorts would be no numbers.
    if [youngest, oldest, first, last, request.width]
        .iter()
        .any(|number| number.unsigned_abs() > FURTHEST)
    {
        return Err(Failure::Invalid);
    }
    let width = request.width;
    let begins = (first - oldest).div_euclid(width)..=(last - youngest).div_euclid(width);
    let groups = strata
        .groups
        .iter()
        .zip(&strata.parts)
        .map(|(key, parts)| {
            let cell = |age: i32, year: i32| {
                let row = row_of[(age - youngest) as usize];
                parts[row * years.len() + column_of[(year - first) as usize]]
            };
            let cohort = |place: i32| {
                let born = (place * width, place * width + width - 1);
                let observed = |age: &i32| born.0 + age >= first && born.1 + age <= last;
                let pooled = |age: i32| {
                    let cells: Vec<Part> = (born.0..=born.1)
                        .map(|born| cell(age, born + age))
                        .collect();
                    (age, whole(&cells))
                };
                let parts = ages.iter().copied().filter(observed).map(pooled).collect();
                Cohort {
                    born,
                    steps: steps(parts, youngest, request),
                }
            };
            let all_years = |age: i32| {
                let cells: Vec<Part> = years.iter().map(|year| cell(age, *year)).collect();
                (age, whole(&cells))
            };
            CohortGroup {
                key: key.clone(),
                cohorts: begins
                    .clone()
                    .map(cohort)
                    .filter(|cohort| !cohort.steps.is_empty())
                    .collect(),
                period: steps(
                    ages.iter().copied().map(all_years).collect(),
                    youngest,
                    request,
                ),
            }
        })
        .collect();
    Ok(Cohorts {
        table: strata.answer.table,
        by: request.by.clone(),
        ages: (youngest, oldest),
        years: (first, last),
        groups,
        notes: strata.answer.notes,
    })
}

/// Codes as whole numbers in rising order, and the place of each among the codes, which a publisher
/// may list in another order.
fn numbers(dimension: &str, codes: &[String]) -> Result<(Vec<i32>, Vec<usize>), Failure> {
    let numbers: Option<Vec<(i32, usize)>> = codes
        .iter()
        .zip(0..)
        .map(|(code, place)| Some((code.parse().ok()?, place)))
        .collect();
    let mut numbers = numbers
        .filter(|numbers| !numbers.is_empty())
        .ok_or_else(|| Failure::NotNumbers {
            dimension: dimension.to_owned(),
        })?;
    order::sort_by(&mut numbers, &Ord::cmp);
    Ok(numbers.into_iter().unzip())
}

fn steps(parts: Vec<(i32, Part)>, youngest: i32, request: &Request) -> Vec<Step> {
    let from_the_start = parts.first().is_some_and(|(age, _)| *age == youngest);
    parts
        .iter()
        .enumerate()
        .map(|(place, (age, part))| {
            let so_far: Result<Vec<(f64, f64)>, Status> = match from_the_start {
                true => parts[..=place].iter().map(|(_, part)| *part).collect(),
                false => Err(Status::NotInTable),
            };
            let chance = match &so_far {
                Ok(pairs) => chance_of(pairs, &vec![1.0; pairs.len()], request.level),
                Err(status) => Chance::absent(*status),
            };
            let rate = part.and_then(|(x, t)| {
                let limits = rate_interval(request.interval, x, t, request.level)?;
                Ok(Estimate::new(rate(x, t)?, limits))
            });
            Step {
                age: *age,
                part: *part,
                rate: Estimate::from_result(rate),
                so_far,
                chance,
            }
        })
        .collect()
}
