//! Why two rates differ: composition and rates, as steps from one rate to the other.

use crate::{Note, span};
use data::Dataset;
use stats::Status;
use stats::decompose::{Population, das_gupta_cross, kitagawa};

use super::strata::{Ages, Strata, columns};
use super::{Failure, Scope};

/// Which two groups, and by which composition.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The dimensions that tell the groups apart.
    pub by: Vec<String>,
    /// Key of the group whose rate is explained.
    pub first: Vec<String>,
    /// Key of the group it is set against.
    pub second: Vec<String>,
    /// One dimension (Kitagawa) or two (Das Gupta, cross-classified).
    pub over: Vec<String>,
    /// How ages are merged. Two dimensions need people in every cell of both groups.
    pub ages: Ages,
    /// The part of the data set.
    pub scope: Scope,
}

/// What a step stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The groups are composed differently by this dimension.
    Composition(String),
    /// The groups have different rates within the same strata.
    Rates,
}

/// One step of the waterfall.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What it stands for.
    pub cause: Cause,
    /// The effect, in the unit of the rate; it may go against the gap.
    pub effect: f64,
    /// Where the step begins.
    pub from: f64,
    /// Where it ends; the next one begins there, and the last ends at the first group's rate.
    pub to: f64,
}

/// The gap as steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Steps {
    /// Rate of the first group.
    pub rate1: f64,
    /// Rate of the second group.
    pub rate2: f64,
    /// First less second.
    pub gap: f64,
    /// Composition first, one step a dimension, then rates.
    pub steps: Vec<Step>,
    /// What each stratum adds to the effect of the rates; for one dimension only. Single terms of
    /// a composition effect depend on the origin of the scale and are never given.
    pub rate_terms: Vec<f64>,
}

/// Which of the two groups had nobody in a stratum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vacancy {
    /// One of them, or each of them in another stratum.
    One,
    /// Neither had anybody there.
    Both,
}

/// Ages that were merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The merged ages, as "18-20".
    pub ages: String,
    /// Why.
    pub vacancy: Vacancy,
}

/// The gap of two groups' rates, taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Decomposition {
    /// The table that answered.
    pub table: String,
    /// The dimensions of the composition.
    pub over: Vec<String>,
    /// Labels of the strata along each dimension; merged ages as "18-20".
    pub labels: Vec<Vec<String>>,
    /// Events and exposure of the first group, the last dimension running fastest.
    pub first: Vec<Result<(f64, f64), Status>>,
    /// The same of the second group.
    pub second: Vec<Result<(f64, f64), Status>>,
    /// The steps.
    pub steps: Result<Steps, Status>,
    /// Ages that were merged because a group had nobody in some stratum of theirs.
    pub merged: Vec<Merged>,
    /// Remarks of the answer.
    pub notes: Vec<Note>,
}

/// Takes the gap between two groups' rates apart.
pub fn decomposition(dataset: &Dataset, request: &Request) -> Result<Decomposition, Failure> {
    if !(1..=2).contains(&request.over.len())
        || request.over.iter().any(|over| request.by.contains(over))
    {
        return Err(Failure::Invalid);
    }
    let mut strata = Strata::ask(dataset, &request.scope, &request.by, &request.over)?;
    let (first, second) = (
        strata.group(&request.first)?,
        strata.group(&request.second)?,
    );
    let mut merged = Vec::new();
    if let Some(place) = request.over.iter().position(|over| over == "age") {
        let singly = strata.clone();
        strata = strata.with_ages(place, &request.ages, &[first, second])?;
        merged = merged_ages(&singly, &strata.labels[place], place, [first, second]);
    }
    let (first, second) = (strata.parts[first].clone(), strata.parts[second].clone());
    let columns1 = columns(&first);
    let columns2 = columns(&second);
    let steps = columns1.and_then(|first| {
        let second = columns2?;
        match request.over.as_slice() {
            [dimension] => one_dimension(dimension, &first, &second),
            _ => two_dimensions(&request.over, strata.labels[1].len(), &first, &second),
        }
    });
    Ok(Decomposition {
        merged,
        table: strata.answer.table,
        over: request.over.clone(),
        labels: strata.labels,
        first,
        second,
        steps,
        notes: strata.answer.notes,
    })
}

/// The ages that stand for several now, and which of two groups had nobody in a stratum of theirs.
fn merged_ages(singly: &Strata, now: &[String], place: usize, groups: [usize; 2]) -> Vec<Merged> {
    let before = &singly.labels[place];
    let names = singly.names();
    let is_empty = |group: usize, stratum: usize| {
        singly.parts[group][stratum].is_ok_and(|(_, exposure)| exposure <= 0.0)
    };
    let reason = |ages: &String| {
        let (from, to) = span(ages)?;
        let within = |code: &str| span(code).is_some_and(|(a, b)| from <= a && b <= to);
        let strata = names.iter().enumerate();
        let mut empty = strata
            .filter(|(_, name)| within(&name[place]))
            .map(|(stratum, _)| groups.map(|group| is_empty(group, stratum)));
        let in_one = empty.any(|[first, second]| first != second);
        Some(Merged {
            ages: ages.clone(),
            vacancy: if in_one { Vacancy::One } else { Vacancy::Both },
        })
    };
    let new = now.iter().filter(|ages| !before.contains(ages));
    new.filter_map(reason).collect()
}

/// Events and exposure as two lists.
type Columns = (Vec<f64>, Vec<f64>);

fn one_dimension(dimension: &str, first: &Columns, second: &Columns) -> Result<Steps, Status> {
    let population = |columns| {
        let (events, exposure): &Columns = columns;
        Population { exposure, events }
    };
    let found = kitagawa(population(first), population(second))?;
    let causes = vec![(
        Cause::Composition(dimension.to_owned()),
        found.composition_effect,
    )];
    Ok(Steps {
        rate_terms: found.rate_terms,
        ..chain(found.rate1, found.rate2, causes, found.rate_effect)
    })
}

fn two_dimensions(
    dimensions: &[String],
    width: usize,
    first: &Columns,
    second: &Columns,
) -> Result<Steps, Status> {
    let table = |column: &[f64]| -> Vec<Vec<f64>> {
        column.chunks(width.max(1)).map(<[f64]>::to_vec).collect()
    };
    let found = das_gupta_cross(
        &table(&first.1),
        &table(&first.0),
        &table(&second.1),
        &table(&second.0),
    )?;
    let effects = [found.row_effect, found.column_effect];
    let causes = dimensions
        .iter()
        .zip(effects)
        .map(|(dimension, effect)| (Cause::Composition(dimension.clone()), effect))
        .collect();
    Ok(chain(found.rate1, found.rate2, causes, found.rate_effect))
}

/// Steps from the second rate to the first. The ends are the rates themselves, so rounding in the
/// sum of the effects cannot leave a gap in a waterfall.
fn chain(rate1: f64, rate2: f64, causes: Vec<(Cause, f64)>, rate_effect: f64) -> Steps {
    let mut at = rate2;
    let mut steps: Vec<Step> = causes
        .into_iter()
        .map(|(cause, effect)| {
            let from = at;
            at += effect;
            Step {
                cause,
                effect,
                from,
                to: at,
            }
        })
        .collect();
    steps.push(Step {
        cause: Cause::Rates,
        effect: rate_effect,
        from: at,
        to: rate1,
    });
    Steps {
        rate1,
        rate2,
        gap: rate1 - rate2,
        steps,
        rate_terms: Vec::new(),
    }
}

/// Numbers of a waterfall as they are printed, in whole units of the last digit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Rate of the first group.
    pub rate1: i64,
    /// Rate of the second group.
    pub rate2: i64,
    /// The steps: `rate2` plus all of them is exactly `rate1`.
    pub effects: Vec<i64>,
}

impl Steps {
    /// The numbers as they are printed; see [`adding_up`].
    pub fn printed(&self, unit: f64) -> Option<Printed> {
        let effects: Vec<f64> = self.steps.iter().map(|step| step.effect).collect();
        adding_up(self.rate1, self.rate2, &effects, unit)
    }
}

/// Decimals of per cent with which two rates and their gap, each rounded to the nearest, add up: as few
/// as there can be, from `least` to four more; `least` where there are none.
pub fn decimals(rate1: f64, rate2: f64, least: usize) -> usize {
    let add_up = |decimals: &usize| {
        let nearest = |value: f64| libm::round(value * libm::pow(10.0, *decimals as f64) * 100.0);
        nearest(rate1) - nearest(rate2) == nearest(rate1 - rate2)
    };
    (least..=least + 4).find(add_up).unwrap_or(least)
}

/// Rounds so that the printed numbers add up. `unit` is what one unit of the last digit is worth,
/// 0.0001 for per cent with two decimals.
///
/// Both rates are rounded to the nearest; of the effects those are rounded the other way that lie
/// closest to the middle between two units. None for numbers too large to print.
pub fn adding_up(rate1: f64, rate2: f64, effects: &[f64], unit: f64) -> Option<Printed> {
    const MANY: f64 = 1e15;
    let in_units = |value: f64| Some(value / unit).filter(|units| units.abs() < MANY);
    let nearest = |units: f64| libm::round(units) as i64;
    let (rate1, rate2) = (nearest(in_units(rate1)?), nearest(in_units(rate2)?));
    let exact: Vec<f64> = effects
        .iter()
        .map(|effect| in_units(*effect))
        .collect::<Option<_>>()?;
    let mut effects: Vec<i64> = exact.iter().map(|units| nearest(*units)).collect();
    // Each rounding is off by half a unit at most, so a few steps settle it.
    for _ in 0..exact.len() + 1 {
        let missing = rate1 - rate2 - effects.iter().sum::<i64>();
        if missing == 0 {
            return Some(Printed {
                rate1,
                rate2,
                effects,
            });
        }
        let sign = missing.signum();
        // The effect that its rounding has left furthest in the direction that is missing.
        let (place, _) = exact
            .iter()
            .zip(&effects)
            .map(|(exact, printed)| (exact - *printed as f64) * sign as f64)
            .enumerate()
            .max_by(|(_, a), (_, b)| a.total_cmp(b))?;
        effects[place] += sign;
    }
    None
}
