//! The change of a rate between two years, as steps that add up: who there is, and how often they leave.

use data::Dataset;
use measures::analysis::Failure;
use measures::{Measure, Question, codes_of, dimensions_for, is_answerable};
use text::analyses as words;
use text::naming::Naming;

use super::builder::AnalysisBuilder;
use super::decomposition::taken_apart;

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

pub(super) fn fill(desk: &mut AnalysisBuilder) -> Result<(), Failure> {
    let (lang, dataset) = (desk.lang, desk.dataset);
    desk.page.question = words::over_time(lang).to_owned();
    // The groups come first.
    let groups = desk.of.clone();
    let strata: Vec<(String, String)> = strata(dataset)
        .into_iter()
        .map(|name| (name.clone(), dataset.dimension_name(lang, &name)))
        .collect();
    let over = desk.choose("over", words::split_by(lang), strata, &groups);
    let years = codes_of(dataset, YEAR);
    let end = |place: Option<&String>| place.cloned().unwrap_or_default();
    let (begin, last) = (end(years.first()), end(years.last()));
    YEAR.clone_into(&mut desk.of);
    let second = desk.choose_group("from", words::from_year(lang), None, &begin);
    let first = desk.choose_group("to", words::to_year(lang), None, &last);
    desk.page.question = words::asks_over_time(lang, &second, &first);
    taken_apart(desk, (first, second), vec![over], words::changed_by)
}
