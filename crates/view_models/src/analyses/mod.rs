//! Analyses of a data set in the words of a language: what is asked, what the data say, and the
//! arithmetic behind every number.
//!
//! One file a kind. Choices come as names and texts from an address; whatever is missing or does
//! not fit the data set gets its default. `desk` collects, `page` is the result.

mod desk;
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
use text::{Lang, analyses as words, kinds, number};

pub use told::{number_told, numbers_told};
pub use typed_in::typed_in;

use desk::Desk;
use page::{AnalysisPage, Asked, Told};

/// Name, label and maker of a kind of analysis.
type Kind = (
    &'static str,
    fn(Lang) -> &'static str,
    fn(&mut Desk) -> Result<(), Failure>,
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

fn laid_out<'a>(dataset: &'a Dataset, asked: &'a Asked, lang: Lang) -> Desk<'a> {
    let mut desk = Desk::new(dataset, asked, lang);
    let kinds = KINDS.map(|(name, label, _)| (name.to_owned(), label(lang).to_owned()));
    let kind = desk.choose("kind", words::kind(lang), kinds.to_vec(), "");
    desk.choose_groups();
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
