//! What a figure shows, as plain data: questions, and which dimension goes where.

use measures::{Measure, Question};
use text::figures::PanelTitle;

use super::options::Options;

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Spec {
    /// Identifier in addresses and in the JavaScript API, as `fig5`.
    pub id: String,
    /// Number in the report; absent for figures a visitor puts together.
    pub number: Option<u8>,
    /// One or more panels.
    pub panels: Vec<PanelSpec>,
    /// Whether panels of the same measure share their value axis.
    pub shared_axis: bool,
    /// What a reader must know.
    pub caveats: Vec<Caveat>,
    /// What a reader has changed about it.
    pub options: Options,
}

/// One panel of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct PanelSpec {
    /// What tells it from its neighbour.
    pub title: PanelTitle,
    /// The kind of drawing.
    pub chart: Chart,
    /// What is asked of the data, by the x dimension and the series dimension.
    pub question: Question,
    /// The dimension along the axis; absent for a figure of series only.
    pub x: String,
    /// The dimension that gives the series.
    pub series: Option<String>,
    /// How categories are ordered.
    pub order: Order,
    /// Whether the number drawn is the numerator of the measure, as the number of returned.
    pub counts: bool,
    /// Dimension and code of one of several small multiples.
    pub facet: Option<(String, String)>,
    /// What of a long dimension is shown.
    pub cut: Option<Cut>,
}

/// The codes of a long dimension that are told apart, and those that are not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// The dimension.
    pub dimension: String,
    /// How many codes are told apart.
    pub shown: usize,
    /// Among how many these are the greatest.
    pub among: usize,
    /// How many others have a number.
    pub others: usize,
    /// Whether rates of few stand behind all others.
    pub has_few: bool,
    /// Whether codes are among those told apart because a reader wants them to stand out.
    pub has_chosen: bool,
    /// Whether the page around the figure says so, and the figure need not.
    pub is_told: bool,
}

/// The kinds of drawing a panel can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chart {
    /// Lines over numbers.
    Line,
    /// Bars.
    Bars,
    /// Bars of shares that fill 100 %.
    Stacked,
    /// Bars of counts, stacked so that they add up.
    Sums,
    /// Dots with their intervals.
    Dots,
    /// Lines from the first point in time to the last.
    Slope,
    /// Values as colours.
    Heat,
    /// Ribbons from groups by destinations to where they are after five years.
    Flow,
    /// A hundred persons each.
    People,
    /// Values as the colours of countries or regions.
    Map,
}

/// The order of categories.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As the data set lists its labels.
    #[default]
    AsLabelled,
    /// Most emigrations first, the same in every panel of the figure.
    ByEmigrations,
    /// The greatest number first.
    ByValue,
}

/// A remark that belongs to what is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caveat {
    /// Nordic moves are recorded more easily.
    Nordic,
    /// Students abroad stay registered.
    Students,
    /// What unknown destinations mean.
    Unknown,
    /// Where they went is known.
    KnownDestination,
    /// Missing education.
    Education,
    /// Deaths count as returned.
    Deaths,
    /// The pandemic years.
    Pandemic,
    /// The last period includes the pandemic.
    PandemicPeriod,
}

impl PanelSpec {
    /// A panel whose chart follows from the dimension along the axis.
    pub fn new(question: Question, x: &str, series: Option<&str>) -> PanelSpec {
        PanelSpec {
            title: PanelTitle::None,
            chart: Chart::suited(&question, x, series),
            question,
            x: x.to_owned(),
            series: series.map(str::to_owned),
            order: match x {
                "origin" => Order::ByEmigrations,
                x if series.is_none() && is_ranked(x) => Order::ByValue,
                _ => Order::AsLabelled,
            },
            counts: false,
            facet: None,
            cut: None,
        }
    }

    /// The same panel with a title.
    pub fn titled(mut self, title: PanelTitle) -> PanelSpec {
        self.title = title;
        self
    }

    /// The same panel showing the numerator of its measure.
    pub fn counted(mut self) -> PanelSpec {
        self.counts = true;
        self
    }
}

/// Whether the codes of a dimension have no order of their own that a reader looks for.
fn is_ranked(dimension: &str) -> bool {
    const RANKED: [&str; 10] = [
        "country",
        "citizenship",
        "country_of_birth",
        "country_background",
        "municipality",
        "county",
        "region",
        "area",
        "occupation",
        "industry",
    ];
    RANKED.contains(&dimension)
}

impl Chart {
    /// The chart for a question: lines over numbers, stacked bars for shares of a whole, else bars.
    pub fn suited(question: &Question, x: &str, series: Option<&str>) -> Chart {
        let numeric = matches!(x, "year" | "age" | "years_since");
        match &question.measure {
            _ if numeric => Chart::Line,
            Measure::Share { of } if series == Some(of.as_str()) => Chart::Stacked,
            _ => Chart::Bars,
        }
    }
}

impl Spec {
    /// A figure of the report.
    pub fn report(number: u8, panels: Vec<PanelSpec>, caveats: &[Caveat]) -> Spec {
        Spec {
            id: format!("fig{number}"),
            number: Some(number),
            panels,
            shared_axis: false,
            options: Options::default(),
            caveats: caveats.to_vec(),
        }
    }

    /// The same figure with one value axis for all panels.
    pub fn with_shared_axis(mut self) -> Spec {
        self.shared_axis = true;
        self
    }

    /// Whether outlines of countries or regions are needed.
    pub fn is_map(&self) -> bool {
        let mut panels = self.panels.iter();
        self.options.chart == Some(Chart::Map) || panels.any(|panel| panel.chart == Chart::Map)
    }

    /// The terms a reader needs, by the identifiers of their definitions.
    pub fn terms(&self) -> Vec<&'static str> {
        let mut terms = vec!["population_studied", "emigration"];
        for panel in &self.panels {
            let question = &panel.question;
            terms.extend(match &question.measure {
                Measure::Rate => &["rate", "mid_year_population", "person_years"][..],
                Measure::Population => &["mid_year_population"],
                Measure::PersonYears => &["person_years"],
                Measure::Share { .. } => &["destination_share", "rebased_share", "nordic_rule"],
                Measure::ReturnShare | Measure::ReturnCurve => &["return_share"],
                Measure::Emigrations | Measure::Persons => &[],
            });
            let dimensions = question.dimensions();
            if dimensions.contains(&"education") {
                terms.push("education");
            }
            if dimensions.contains(&"group") {
                terms.push("descendants");
            }
            if dimensions.contains(&"origin") {
                terms.push("small_numbers");
            }
        }
        terms
    }

    /// A figure of one question.
    pub fn of_question(question: Question, x: &str, series: Option<&str>) -> Spec {
        let caveats = caveats_of(&question);
        Spec {
            id: "view".to_owned(),
            number: None,
            panels: vec![PanelSpec::new(question, x, series)],
            shared_axis: false,
            options: Options::default(),
            caveats,
        }
    }
}

/// The remarks that any figure of a question needs.
fn caveats_of(question: &Question) -> Vec<Caveat> {
    let dimensions = question.dimensions();
    let mut caveats = Vec::new();
    if dimensions.contains(&"destination") {
        caveats.extend([Caveat::Nordic, Caveat::Unknown]);
    }
    if dimensions.contains(&"education") {
        caveats.push(Caveat::Education);
    }
    if matches!(question.measure, Measure::ReturnShare) {
        caveats.push(Caveat::Deaths);
    }
    // It kept people from moving, and says nothing about how many there were.
    let counts_people = matches!(
        question.measure,
        Measure::Population | Measure::PersonYears | Measure::Persons
    );
    if dimensions.contains(&"year") && !counts_people {
        caveats.push(Caveat::Pandemic);
    }
    caveats
}
