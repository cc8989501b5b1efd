//! A question as a visitor puts it: names only, so that it fits in an address.

use data::Dataset;
use figures::kinds::kinds_for;
use figures::options::Options;
use figures::spec::{Chart, PanelSpec, Spec};
use measures::{Exposure, Filter, Measure, Question, Rebase, source};

/// A question on the explore page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Name of the measure.
    pub measure: String,
    /// Dimension along the axis; empty for a single number.
    pub by: String,
    /// Dimension of the series; empty for one series.
    pub split: String,
    /// What is selected of each dimension; dimensions without a choice are not listed.
    pub filters: Vec<Filter>,
    /// Whether own or parents' origin and unknown are left out of shares.
    pub rebased: bool,
    /// Denominator of rates; by rule when absent.
    pub denominator: Option<Exposure>,
    /// How the answer is shown.
    pub options: Options,
}

impl Default for View {
    fn default() -> View {
        View {
            measure: "rate".to_owned(),
            by: "year".to_owned(),
            split: "group".to_owned(),
            filters: Vec::new(),
            rebased: false,
            denominator: None,
            options: Options::default(),
        }
    }
}

impl View {
    /// The question to the data; `None` when the measure does not exist.
    pub fn question(&self) -> Option<Question> {
        let named: Vec<String> = [&self.by, &self.split]
            .into_iter()
            .chain(self.filters.iter().map(|filter| &filter.dimension))
            .cloned()
            .collect();
        let measure = Measure::from_name(&self.measure, &named)?;
        let by = [&self.split, &self.by]
            .into_iter()
            .filter(|name| !name.is_empty())
            .cloned();
        Some(Question {
            measure,
            by: by.collect(),
            filter: self.filters.clone(),
            rebase: if self.rebased {
                Rebase::to_known_new_country()
            } else {
                Rebase::None
            },
            exposure: self.denominator,
            together: None,
        })
    }

    /// The figure of the question.
    pub fn spec(&self) -> Option<Spec> {
        let split = (!self.split.is_empty()).then_some(self.split.as_str());
        let mut spec = Spec::of_question(self.question()?, &self.by, split);
        spec.options = self.options.clone();
        Some(spec)
    }

    /// The kinds of figures that suit the question, the one shown by default first.
    pub fn kinds(&self, dataset: &Dataset) -> Vec<Chart> {
        let spec = self.spec();
        let panel = spec.as_ref().and_then(|spec| spec.panels.first());
        panel.map_or(Vec::new(), |panel| kinds_for(panel, dataset))
    }

    /// The view that shows the first panel of another figure.
    pub fn of_spec(spec: &Spec) -> Option<View> {
        let mut view = View::of_panel(spec.panels.first()?);
        // Whether intervals are shown belongs to what is told.
        view.options.intervals = spec.options.intervals;
        view.options.chart = spec.options.chart;
        Some(view)
    }

    /// The view that shows a panel of another figure.
    pub fn of_panel(panel: &PanelSpec) -> View {
        View {
            measure: match &panel.question.measure {
                Measure::ReturnShare | Measure::Rate if panel.counts => "emigrations".to_owned(),
                measure => measure.name().to_owned(),
            },
            by: panel.x.clone(),
            split: panel.series.clone().unwrap_or_default(),
            filters: panel.question.filter.clone(),
            rebased: panel.question.rebase != Rebase::None,
            denominator: panel.question.exposure,
            options: Options::default(),
        }
    }

    /// The codes selected of a dimension; `None` when all are.
    pub fn selected(&self, dimension: &str) -> Option<&[String]> {
        let filter = self
            .filters
            .iter()
            .find(|filter| filter.dimension == dimension)?;
        Some(&filter.codes)
    }

    /// The view with other codes of a dimension; all of them when `codes` is empty.
    pub fn select(&self, dimension: &str, codes: Vec<String>) -> View {
        let mut view = self.clone();
        view.filters.retain(|filter| filter.dimension != dimension);
        if !codes.is_empty() {
            view.filters.push(Filter {
                dimension: dimension.to_owned(),
                codes,
            });
        }
        view
    }

    /// Whether some table of a data set can answer.
    pub fn is_answerable(&self, dataset: &Dataset) -> bool {
        self.question()
            .is_some_and(|question| measures::is_answerable(dataset, &question))
    }

    /// Whether the split tells more than the axis does: of each year there is one period only.
    pub fn is_crossed(&self) -> bool {
        let (one, two) = (self.by.as_str(), self.split.as_str());
        let follows = |name, from| source::column_behind(name) == Some(from);
        !follows(one, two) && !follows(two, one)
    }

    /// The view a visitor meant when a choice has made the question unanswerable: the split goes
    /// first, then the selection, then the axis falls back to one that works.
    pub fn mended(self, dataset: &Dataset) -> View {
        let without_split = View {
            split: String::new(),
            ..self.clone()
        };
        let without_filters = View {
            filters: Vec::new(),
            ..self.clone()
        };
        let bare = View {
            filters: Vec::new(),
            split: String::new(),
            ..self.clone()
        };
        let axes = dataset.dimensions();
        let on_other_axis = axes.into_iter().map(|by| View { by, ..bare.clone() });
        let share_split = View {
            split: "destination".to_owned(),
            ..bare.clone()
        };
        // Those who are followed are told apart by how long.
        let followed = View {
            by: "years_since".to_owned(),
            ..self.clone()
        };
        let kind_split = View {
            split: "destination_kind".to_owned(),
            ..bare.clone()
        };
        [
            self.clone(),
            match self.measure.as_str() {
                "return_curve" => followed,
                _ => self.clone(),
            },
            without_split,
            without_filters,
            share_split,
            kind_split,
            bare.clone(),
        ]
        .into_iter()
        .chain(on_other_axis)
        .find(|view| view.by != view.split && view.is_crossed() && view.is_answerable(dataset))
        .unwrap_or(self)
    }

    /// The view that a data set is shown by where a visitor has asked nothing.
    pub fn first_of(dataset: &Dataset) -> View {
        let figure = view_models::overview::first_figure(dataset);
        let view = figure.and_then(|spec| View::of_spec(&spec));
        view.unwrap_or_else(|| View::default().suited(dataset))
    }

    /// The view as near to this one as a data set can answer, with another measure where it has no
    /// numbers for this one at all.
    pub fn suited(&self, dataset: &Dataset) -> View {
        let other = |measure: &str| {
            let view = View {
                measure: measure.to_owned(),
                ..self.clone()
            };
            view.mended(dataset)
        };
        let mut near = std::iter::once(self.measure.as_str())
            .chain(["rate", "emigrations", "population"])
            .chain(Measure::NAMES)
            .map(other);
        let found = near.find(|view| view.is_answerable(dataset));
        found.unwrap_or_else(|| self.clone())
    }

    /// Every dimension the measure can be broken down by in a data set.
    pub fn dimensions(&self, dataset: &Dataset) -> Vec<String> {
        let named = [self.by.clone(), self.split.clone()];
        let Some(measure) = Measure::from_name(&self.measure, &named) else {
            return Vec::new();
        };
        source::dimensions_for(dataset, &measures::columns_of(&measure))
    }
}
