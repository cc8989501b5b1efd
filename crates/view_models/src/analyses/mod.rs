//! Analyses of a data set in the words of a language: what is asked, what the data say, and the
//! arithmetic behind every number.
//!
//! One file a kind. Choices come as names and texts from an address; whatever is missing or does
//! not fit the data set gets its default. `desk` collects, `page` is the result.

mod builder;
pub mod export;
pub mod page;
mod picture;
mod told;
mod typed_in;

mod chance;
mod cohorts;
mod comparison;
mod decomposition;
mod destinations;
mod funnel;
mod lexis;
mod over_time;
mod return_curve;
mod standardised;
mod trend;
mod unknown;

use data::Dataset;
use figures::build::Figure;
use figures::numbers::Spot;
use measures::analysis::Failure;
use measures::{Measure, Question, is_answerable};
use text::{Lang, analyses as words, kinds, number};

pub use told::{number_told, numbers_told};
pub use typed_in::typed_in;

use builder::AnalysisBuilder;
use page::{AnalysisPage, Asked, Told};

/// Name, label and maker of a kind of analysis.
type Kind = (
    &'static str,
    fn(Lang) -> &'static str,
    fn(&mut AnalysisBuilder) -> Result<(), Failure>,
);

/// Every kind, simplest first.
const KINDS: [Kind; 12] = [
    ("comparison", words::comparison, comparison::fill),
    ("standardised", words::standardised, standardised::fill),
    ("decomposition", words::decomposition, decomposition::fill),
    ("over_time", words::over_time, over_time::fill),
    ("chance", words::chance, chance::fill),
    ("cohorts", words::cohorts, cohorts::fill),
    ("trend", words::trend, trend::fill),
    ("lexis", kinds::lexis, lexis::fill),
    ("unknown", words::unknown, unknown::fill),
    ("funnel", words::funnel, funnel::fill),
    ("return_curve", words::return_curve, return_curve::fill),
    ("destinations", words::destinations, destinations::fill),
];

/// Analyses without a confidence level: effects that add up exactly, and limits of fixed levels.
const WITHOUT_LEVEL: [&str; 3] = ["decomposition", "over_time", "funnel"];

/// Analyses that can be of everyone as well.
const WITHOUT_GROUPS: [&str; 4] = ["chance", "cohorts", "trend", "return_curve"];

/// The analysis that is asked for.
pub fn page(dataset: &Dataset, asked: &Asked, lang: Lang) -> AnalysisPage {
    laid_out(dataset, asked, lang).done().0
}

/// The figure of that analysis: the same numbers, to be placed and drawn like any other figure.
pub fn figure(dataset: &Dataset, asked: &Asked, lang: Lang) -> Option<Figure> {
    with_figure(dataset, asked, lang).1
}

/// The analysis and its figure, computed once.
pub fn with_figure(dataset: &Dataset, asked: &Asked, lang: Lang) -> (AnalysisPage, Option<Figure>) {
    let desk = laid_out(dataset, asked, lang);
    let mut controls = desk.page.controls.iter();
    let kind = controls.find(|control| control.name == "kind");
    let figure = kind.and_then(|kind| desk.figure(&kind.value));
    (desk.done().0, figure)
}

/// The arithmetic behind a number of that analysis.
pub fn explanation(dataset: &Dataset, asked: &Asked, id: &str, lang: Lang) -> Option<Told> {
    let (_, explanations) = laid_out(dataset, asked, lang).done();
    let place: usize = id.parse().ok()?;
    explanations.get(place).map(told::told)
}

/// The arithmetic behind a mark of that analysis's figure, beside the number as it stands there.
pub fn explanation_at(
    dataset: &Dataset,
    asked: &Asked,
    (figure, spot): (&Figure, Spot),
    lang: Lang,
) -> Option<Told> {
    let place: usize = figure.told(spot)?.parse().ok()?;
    let (_, mut explanations) = laid_out(dataset, asked, lang).done();
    let found = (place < explanations.len()).then(|| explanations.swap_remove(place))?;
    let cells = &figure
        .panels
        .get(spot.panel)?
        .table
        .rows
        .get(spot.point)?
        .cells;
    let point = figure
        .sheet
        .panels
        .get(spot.panel)?
        .series
        .get(spot.series)?;
    let printed = point.points.get(spot.point).map_or("", |point| &point.text);
    // Several marks can share the arithmetic of which they are parts.
    if found.value.is_some() && cells.get(spot.series)?.value == found.value {
        Some(told::told(&found.beside(printed)))
    } else {
        Some(told::told(&found))
    }
}

/// Whether a data set has what a kind of analysis needs.
fn can(dataset: &Dataset, kind: &str) -> bool {
    let groups = builder::group_dimensions(dataset);
    let destination = || Measure::Share {
        of: "destination".to_owned(),
    };
    let by = |measure: Measure, others: &[&str]| {
        is_answerable(dataset, &Question::new(measure, others.iter().copied()))
    };
    let by_groups = |measure: Measure, others: &[&str]| {
        let mut groups = groups.iter();
        groups.any(|of| by(measure.clone(), &[&[of.as_str()], others].concat()))
    };
    // Where there are no groups, everyone is one.
    let of_some = |measure: Measure, others: &[&str]| match groups.is_empty() {
        true => by(measure, others),
        false => by_groups(measure, others),
    };
    match kind {
        "comparison" => {
            let mut groups = groups.iter();
            groups.any(|of| !comparison::known_measures(dataset, of).is_empty())
        }
        "funnel" => funnel::is_told(dataset, &groups),
        "standardised" | "decomposition" => {
            by_groups(Measure::Rate, &["age"]) || by_groups(Measure::Rate, &["education"])
        }
        "chance" => of_some(Measure::Rate, &["age"]),
        "trend" => of_some(Measure::Rate, &["year"]),
        "cohorts" => of_some(Measure::Rate, &["age", "year"]) && cohorts::is_told(dataset),
        "lexis" => by_groups(Measure::Rate, &["age", "year"]),
        "over_time" => over_time::is_told(dataset),
        "unknown" => {
            let codes = dataset.codes("destination");
            codes.iter().any(|code| code == "unknown") && by_groups(destination(), &["destination"])
        }
        "return_curve" => of_some(Measure::ReturnCurve, &["years_since"]),
        "destinations" => {
            let mut groups = groups.iter();
            groups.any(|of| !destinations::known_groups(dataset, of).is_empty())
        }
        _ => true,
    }
}

fn laid_out<'a>(dataset: &'a Dataset, asked: &'a Asked, lang: Lang) -> AnalysisBuilder<'a> {
    let mut desk = AnalysisBuilder::new(dataset, asked, lang);
    // What is asked for is answered, if only by the reason why it cannot be.
    let asked_kind = desk.asked("kind").to_owned();
    let offered = |name: &str| name == asked_kind || can(dataset, name);
    let named = |(name, label, _): &Kind| {
        let label = match *name {
            "funnel" if !funnel::has_origins(dataset) => words::funnel_of_groups,
            _ => *label,
        };
        ((*name).to_owned(), label(lang).to_owned())
    };
    let mut kinds: Vec<(String, String)> = KINDS.iter().map(named).collect();
    kinds.retain(|(name, _)| offered(name));
    if kinds.is_empty() {
        desk.say(words::none_can(lang).to_owned());
        return desk;
    }
    let kind = desk.choose("kind", words::kind(lang), kinds, "");
    desk.choose_groups(!WITHOUT_GROUPS.contains(&kind.as_str()));
    let levels = [90_u8, 95, 99].map(|level| {
        let label = number::percent(f64::from(level) / 100.0, 0, lang);
        (level.to_string(), label)
    });
    let place = desk.page.controls.len();
    let level = desk.choose("level", words::level(lang), levels.to_vec(), "95");
    desk.level = level.parse::<f64>().map_or(0.95, |level| level / 100.0);
    desk.page.level = desk.level;
    if let Some((_, _, fill)) = KINDS.iter().find(|(name, _, _)| *name == kind)
        && let Err(failure) = fill(&mut desk)
    {
        desk.refuse(&failure);
    }
    // The level is read first and stands last.
    let level = desk.page.controls.remove(place);
    if !WITHOUT_LEVEL.contains(&kind.as_str()) {
        desk.page.controls.push(level);
    }
    desk
}
