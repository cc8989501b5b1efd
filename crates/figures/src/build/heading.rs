//! What stands above a figure and above a panel: titles, what is measured, the badge.

use data::Dataset;
use measures::Measure;
use text::figures::panel_title;
use text::naming::Naming;
use text::{self, Lang, terms, words};

use crate::sheet::Badge;
use crate::spec::{Chart, PanelSpec, Spec};

use super::form::measure_name;
use super::{Words, same_measure};

impl Words<'_> {
    pub(super) fn title(&self, spec: &Spec) -> String {
        match (spec.number, spec.panels.first()) {
            (Some(number), _) => text::figures::title(self.lang, number).to_owned(),
            (None, Some(panel)) if panel.chart == Chart::Flow => {
                text::kinds::flow_title(self.lang).to_owned()
            }
            (None, Some(panel)) => {
                let by: Vec<String> = [Some(panel.x.as_str()), panel.series.as_deref()]
                    .into_iter()
                    .flatten()
                    .filter(|dimension| !dimension.is_empty())
                    .filter(|dimension| !self.is_said_by_measure(panel, dimension))
                    .map(|dimension| {
                        let called = self.dataset.dimension_within(self.lang, dimension);
                        terms::by_dimension(self.lang, dimension, &called)
                    })
                    .collect();
                let measure = self
                    .dataset
                    .measure_name(self.lang, panel.question.measure.name());
                text::figures::question_title(self.lang, &measure, &by)
            }
            (None, None) => String::new(),
        }
    }

    pub(super) fn is_said_by_measure(&self, panel: &PanelSpec, dimension: &str) -> bool {
        match &panel.question.measure {
            Measure::Share { of } => of == dimension,
            Measure::ReturnCurve => dimension == "years_since",
            _ => false,
        }
    }

    pub(super) fn subtitle(&self, spec: &Spec) -> String {
        let Some(panel) = spec.panels.first() else {
            return String::new();
        };
        let name = measure_name(panel);
        let several = !same_measure(spec);
        let measure = if several {
            String::new()
        } else {
            self.dataset.measure_name(self.lang, name)
        };
        let of_index = self
            .base_year(panel)
            .map(|year| text::figures::index_unit(self.lang, year));
        let unit = match (&of_index, several) {
            (Some(unit), _) => unit,
            (None, true) => "",
            (None, false) => terms::unit(self.lang, name),
        };
        let covered = |dimension: &str| match panel.question.filter_on(dimension) {
            Some(filter) => filter.codes.clone(),
            None => covered(self.dataset, dimension),
        };
        let ages = text::ranges(self.lang, &covered("age"));
        let mut years = covered("year");
        if panel.question.measure == Measure::ReturnShare {
            years.retain(|year| is_observable(self.dataset, year));
        }
        let years = text::ranges(self.lang, &years);
        text::figures::subtitle(self.lang, &measure, unit, &ages, &years)
    }

    pub(super) fn panel_title(&self, spec: &PanelSpec) -> String {
        match &spec.facet {
            Some((dimension, code)) => self.label(dimension, code, false),
            None => panel_title(self.lang, spec.title).to_owned(),
        }
    }
}

/// The badge of a data set: its name, and that it is made up or not the publisher's. Published figures have
/// none: their source stands below them.
pub fn badge(dataset: &Dataset, lang: Lang) -> Badge {
    if !(dataset.synthetic || dataset.own || dataset.is_of_report()) {
        return Badge::default();
    }
    Badge {
        text: words::marked(
            lang,
            dataset.title.get(lang),
            dataset.own,
            dataset.synthetic,
        ),
        synthetic: dataset.synthetic,
    }
}

/// The codes of a dimension that the numbers of a data set are of.
pub fn covered(dataset: &Dataset, dimension: &str) -> Vec<String> {
    let codes = dataset.coverage.get(dimension);
    codes.unwrap_or_default().to_vec()
}

/// Whether the return of those who left in a year can have been observed, seen from the years
/// covered.
pub fn is_observable(dataset: &Dataset, year: &str) -> bool {
    let years = dataset.coverage.get("year");
    let last = years.and_then(|years| years.last());
    match (
        year.parse::<i32>(),
        last.and_then(|last| last.parse::<i32>().ok()),
    ) {
        (Ok(year), Some(last)) => year + 5 <= last + 1,
        _ => true,
    }
}
