//! Which kinds of figures suit a question.

use data::Dataset;
use data::geometry::is_country;
use measures::{Measure, Question, is_answerable, is_time};
use text::{Lang, kinds as words};

use super::options::shown_codes;
use super::spec::{Chart, PanelSpec};

/// The most bars that can be read.
const MOST_BARS: usize = 120;
/// The most rows of dots, and lines of a slope.
const MOST_ROWS: usize = 40;

impl Chart {
    /// Every kind a reader can choose, the plainest first.
    pub const ALL: [Chart; 10] = [
        Chart::Line,
        Chart::Bars,
        Chart::Sums,
        Chart::Stacked,
        Chart::Dots,
        Chart::Slope,
        Chart::Heat,
        Chart::Flow,
        Chart::People,
        Chart::Map,
    ];

    /// The name in addresses and in exported descriptions.
    pub fn name(self) -> &'static str {
        match self {
            Chart::Line => "line",
            Chart::Bars => "bars",
            Chart::Sums => "sums",
            Chart::Stacked => "stacked",
            Chart::Dots => "dots",
            Chart::Slope => "slope",
            Chart::Heat => "heat",
            Chart::Flow => "flow",
            Chart::People => "people",
            Chart::Map => "map",
        }
    }

    /// The kind of a name.
    pub fn from_name(name: &str) -> Option<Chart> {
        Chart::ALL.into_iter().find(|chart| chart.name() == name)
    }

    /// The kind as a reader calls it.
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Chart::Line => words::line(lang),
            Chart::Bars => words::bars(lang),
            Chart::Sums => words::sums(lang),
            Chart::Stacked => words::full(lang),
            Chart::Dots => words::dots(lang),
            Chart::Slope => words::slope(lang),
            Chart::Heat => words::heat(lang),
            Chart::Flow => words::flow(lang),
            Chart::People => words::people(lang),
            Chart::Map => words::map(lang),
        }
    }
}

/// The kinds that make sense for a panel, the one that suits its question first.
pub fn kinds_for(panel: &PanelSpec, dataset: &Dataset) -> Vec<Chart> {
    let question = &panel.question;
    let suited = Chart::suited(question, &panel.x, panel.series.as_deref());
    let mut kinds = vec![suited];
    let others = Chart::ALL.into_iter().filter(|chart| *chart != suited);
    kinds.extend(others.filter(|chart| suits(panel, dataset, *chart)));
    kinds
}

/// The fewest places that a map is drawn of.
const FEWEST_PLACES: usize = 4;

/// Whether a panel tells places apart that have outlines, and nothing else.
pub fn is_of_countries(dataset: &Dataset, panel: &PanelSpec) -> bool {
    if panel.series.is_some() || panel.x.is_empty() {
        return false;
    }
    let codes = shown_codes(panel, dataset, &panel.x);
    let own = dataset
        .geometry
        .iter()
        .find(|(dimension, _)| *dimension == panel.x);
    let has_outline = |code: &&String| match own {
        Some((_, geometry)) => geometry.find(code).is_some(),
        None => is_country(code),
    };
    let places = codes.iter().filter(has_outline).count();
    places >= FEWEST_PLACES && 2 * places >= codes.len()
}

/// The countries that lines of a map can go out from: whoever leaves goes to a destination, from the one country
/// that is asked about, or from Norway, whose offices the published data are of.
pub fn origins(dataset: &Dataset, panel: &PanelSpec) -> Vec<String> {
    if !panel.x.starts_with("destination") || !is_of_countries(dataset, panel) {
        return Vec::new();
    }
    let filters = panel.question.filter.iter();
    let mut asked = filters.filter_map(|filter| match filter.codes.as_slice() {
        [code] if filter.dimension == "country" && is_country(code) => Some(code.clone()),
        _ => None,
    });
    vec![asked.next().unwrap_or_else(|| NORWAY.to_owned())]
}

/// The code of Norway.
const NORWAY: &str = "no";

/// The name of a country that lines go out from.
pub fn origin_name(dataset: &Dataset, panel: &PanelSpec, code: &str, lang: Lang) -> String {
    let named = [panel.x.as_str(), "country"].into_iter();
    let mut labels = named.filter_map(|dimension| dataset.label(dimension, code));
    match labels.next() {
        Some(label) => label.name.get(lang).to_owned(),
        None if code == NORWAY => words::norway(lang).to_owned(),
        None => code.to_uppercase(),
    }
}

fn suits(panel: &PanelSpec, dataset: &Dataset, chart: Chart) -> bool {
    let question = &panel.question;
    let count = |dimension: &str| shown_codes(panel, dataset, dimension).len();
    let x = count(&panel.x).max(1);
    let series = panel.series.as_deref().map_or(1, count).max(1);
    let split = panel.series.as_deref();
    let numeric = matches!(panel.x.as_str(), "year" | "age" | "years_since");
    let of_whole = |of: &str| split == Some(of);
    match chart {
        Chart::Line => numeric && x > 1,
        Chart::Bars => x * series <= MOST_BARS,
        // Counts of disjoint groups add up; rates and persons of several years do not.
        Chart::Sums => {
            let adds_up = matches!(
                question.measure,
                Measure::Emigrations | Measure::PersonYears
            ) || question.measure == Measure::Population && panel.x == "year";
            adds_up && series > 1 && x <= MOST_ROWS
        }
        Chart::Stacked => {
            matches!(&question.measure, Measure::Share { of } if of_whole(of)) && x <= MOST_ROWS
        }
        Chart::Dots => {
            question.measure.is_ratio() && !panel.counts && x <= MOST_ROWS && series <= 5
        }
        Chart::Slope => {
            let (time, lines) = match split {
                Some(split) if is_time(split) && !is_time(&panel.x) => (split, x),
                _ if is_time(&panel.x) => (panel.x.as_str(), series),
                _ => return false,
            };
            count(time) > 1 && (1..=20).contains(&lines)
        }
        Chart::Heat => x > 2 && series > 1 && x * series >= 8,
        Chart::Flow => {
            let by_group = panel.x == "group" || split == Some("group");
            let about = match &question.measure {
                Measure::ReturnShare => true,
                Measure::Share { of } => of.starts_with("destination"),
                _ => false,
            };
            let asked = Question {
                measure: Measure::ReturnShare,
                by: vec!["group".to_owned(), "destination_kind".to_owned()],
                filter: question
                    .filter
                    .iter()
                    .filter(|filter| !filter.dimension.starts_with("destination"))
                    .cloned()
                    .collect(),
                ..Question::new(Measure::ReturnShare, [])
            };
            about && by_group && is_answerable(dataset, &asked)
        }
        Chart::Map => is_of_countries(dataset, panel),
        Chart::People => match &question.measure {
            Measure::ReturnShare => !numeric && x <= 12,
            Measure::Share { of } => of_whole(of) && !numeric && x <= 12,
            _ => false,
        },
    }
}
