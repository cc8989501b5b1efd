//! The change of a rate between two years, as steps that add up: who there is, and how often they leave.

use data::Dataset;
use measures::analysis::Failure;
use measures::{Measure, Question, answer, breaks, codes_of, dimensions_for, is_answerable};
use text::analyses as words;
use text::naming::Naming;

use super::builder::{AnalysisBuilder, GROUP};
use super::decomposition::{Gap, taken_apart};

/// The dimension of time.
const YEAR: &str = "year";

/// Dimensions that tell of time itself, or of what came of an emigration.
const NO_STRATA: [&str; 5] = [
    YEAR,
    "period",
    "years_since",
    "destination",
    "destination_kind",
];

/// Dimensions whose rates are known year by year.
pub(super) fn strata(dataset: &Dataset) -> Vec<String> {
    let mut names = dimensions_for(dataset, &[]);
    names.retain(|name| {
        let rates = Question::new(Measure::Rate, [YEAR, name.as_str()]);
        !NO_STRATA.contains(&name.as_str()) && is_answerable(dataset, &rates)
    });
    names
}

/// The years that can be set against the last one: all parts have a rate in them, and none has a break after.
fn years(dataset: &Dataset, over: &str) -> Vec<String> {
    let question = Question::new(Measure::Rate, [YEAR, over]);
    let Ok(found) = answer(dataset, &question) else {
        return Vec::new();
    };
    let known = |year: &str| {
        let rows = found.rows.iter();
        rows.filter(|row| row.key[0] == year && row.value.is_some())
            .count()
    };
    let mut years = codes_of(dataset, YEAR);
    let most = years.iter().map(|year| known(year)).max().unwrap_or(0);
    years.retain(|year| known(year) == most);
    let table = dataset.table(&found.table);
    let last = years.last().and_then(|year| year.parse::<i32>().ok());
    if let (Some(table), Some(last)) = (table, last) {
        years.retain(|year| {
            let first = year.parse().unwrap_or(last);
            breaks::broken(table, over, (first, last)).is_empty()
        });
    }
    years
}

/// Whether there are two years whose rates can be set against each other.
pub(super) fn is_told(dataset: &Dataset) -> bool {
    let mut strata = strata(dataset).into_iter();
    strata.any(|over| years(dataset, &over).len() > 1)
}

pub(super) fn fill(desk: &mut AnalysisBuilder) -> Result<(), Failure> {
    let (lang, dataset) = (desk.lang, desk.dataset);
    desk.page.question = words::over_time(lang).to_owned();
    // The groups come first.
    let groups = match desk.of.as_str() {
        GROUP => GROUP,
        // Who there is: age tells more than where they live.
        _ => "age",
    };
    let strata: Vec<(String, String)> = strata(dataset)
        .into_iter()
        .map(|name| (name.clone(), dataset.dimension_name(lang, &name)))
        .collect();
    if strata.is_empty() {
        return Err(Failure::Invalid);
    }
    let over = desk.choose("over", words::split_by(lang), strata, groups);
    let years = years(dataset, &over);
    let end = |place: Option<&String>| place.cloned().unwrap_or_default();
    let (begin, last) = (end(years.first()), end(years.last()));
    YEAR.clone_into(&mut desk.of);
    let is_one = |year: &str| years.iter().any(|known| known == year);
    let second = desk.choose_group_that("from", words::from_year(lang), None, &begin, is_one);
    let first = desk.choose_group_that("to", words::to_year(lang), None, &last, is_one);
    // Time goes one way, in whatever order the years were chosen.
    let [second, first] = match second.parse::<i32>().ok() > first.parse::<i32>().ok() {
        true => [first, second],
        false => [second, first],
    };
    desk.page.question = words::asks_over_time(lang, &second, &first);
    let ends = vec![second.clone(), first.clone()];
    let gap: Gap = (words::changed_by, words::not_changed);
    taken_apart(desk, (first, second), vec![over], gap)?;
    desk.years = ends;
    Ok(())
}
