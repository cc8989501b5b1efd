//! The change of a rate between two years, as steps that add up: who there is, and how often they leave.

use measures::analysis::Failure;
use measures::{Measure, Question, answer, codes_of, dimensions_for};
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

pub(super) fn fill(desk: &mut AnalysisBuilder) -> Result<(), Failure> {
    let (lang, dataset) = (desk.lang, desk.dataset);
    desk.page.question = words::over_time(lang).to_owned();
    // Dimensions whose rates are known year by year; the groups come first.
    let groups = desk.of.clone();
    let mut names = dimensions_for(dataset, &[]);
    names.retain(|name| {
        let rates = Question::new(Measure::Rate, [YEAR, name.as_str()]);
        !NO_STRATA.contains(&name.as_str()) && answer(dataset, &rates).is_ok()
    });
    let strata: Vec<(String, String)> = names
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
