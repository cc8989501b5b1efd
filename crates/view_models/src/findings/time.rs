//! What has changed between the first and the last year.

use kernels::stable_sort as order;
use measures::{Measure, Question};
use text::findings::{self as say, Change};

use super::Found;
use crate::reader::{DESCENDANTS, Difference, Reader, Values};

pub(super) fn findings(reader: &Reader) -> Vec<Found> {
    vec![
        (1, numbers(reader)),
        (2, population(reader)),
        (3, rates(reader)),
    ]
}

/// The first and the last of the years at a place of the key.
fn first_and_last(values: &Values, place: usize) -> Option<(String, String)> {
    let mut years: Vec<(i32, &str)> = Vec::new();
    for code in values.codes(place) {
        years.push((code.parse().ok()?, code));
    }
    order::sort_by(&mut years, &Ord::cmp);
    match years.as_slice() {
        [(_, first), .., (_, last)] => Some(((*first).to_owned(), (*last).to_owned())),
        _ => None,
    }
}

/// Emigrations of each group of descendants, or of everyone.
fn numbers(reader: &Reader) -> Option<String> {
    let question = Question::new(Measure::Emigrations, ["year"]);
    let (values, groups) = if reader.descendants {
        (reader.by_group(&question)?, DESCENDANTS.to_vec())
    } else {
        (reader.everyone(&question)?, vec![""])
    };
    let (first, last) = first_and_last(&values, 1)?;
    let mut changes = Vec::new();
    for group in groups {
        let from = values.of(&[group, &first])?;
        let to = values.of(&[group, &last])?;
        if from == to || !values.are_alike(&[&[group, &first], &[group, &last]]) {
            return None;
        }
        changes.push(Change {
            place: reader.among(group),
            from: reader.count(from),
            to: reader.count(to),
            up: to > from,
        });
    }
    Some(say::number_over_time(
        reader.lang,
        (&first, &last),
        &changes,
    ))
}

/// Whether the population grew as much as the emigrations.
fn population(reader: &Reader) -> Option<String> {
    let ends = |measure: Measure| {
        let question = reader.of_descendants(Question::new(measure, ["year"]));
        let values = reader.ask(&question)?;
        let years = first_and_last(&values, 0)?;
        let (from, to) = (values.known(&[&years.0])?, values.known(&[&years.1])?);
        let ends = (from.value, to.value);
        let are_alike = values.are_alike(&[&[&years.0], &[&years.1]]);
        (from.value > 0.0 && are_alike).then(|| (years, ends, reader.times(&question, to, from)))
    };
    let (years, (from, to), residents) = ends(Measure::Population)?;
    let (same_years, _, events) = ends(Measure::Emigrations)?;
    (years == same_years).then(|| {
        say::population_over_time(
            reader.lang,
            reader.descendants,
            (&reader.count(from), &reader.count(to)),
            &residents,
            &events,
        )
    })
}

/// Whether the rate fell.
pub(crate) fn rates(reader: &Reader) -> Option<String> {
    let values = reader.by_group(&Question::new(Measure::Rate, ["year"]))?;
    let (first, last) = first_and_last(&values, 1)?;
    let groups = values.codes(0).into_iter();
    let changes: Vec<Difference> = groups
        .filter_map(|group| values.difference(group, &[group, &first], &[group, &last]))
        .collect();
    let (lower, pattern) = reader.pattern(&changes)?;
    Some(say::rate_over_time(
        reader.lang,
        (&first, &last),
        &pattern,
        lower,
    ))
}
