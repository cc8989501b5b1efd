//! What stands above a figure and above a panel: titles, what is measured, the badge.

use data::Dataset;
use measures::{Measure, span};
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

    /// What is measured, of whom and when; `table` is the one that answers the first panel.
    pub(super) fn subtitle(&self, spec: &Spec, table: &str) -> String {
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
        let ages = match panel.question.filter_on("age") {
            Some(filter) => filter.codes.clone(),
            None => covered(self.dataset, "age"),
        };
        let ages = text::figures::of_ages(self.lang, &text::ranges(self.lang, &ages));
        let people = match spec.number {
            // The titles of the report's figures say it.
            Some(_) => String::new(),
            None => self.people(panel),
        };
        let years = self.years(panel, table);
        let told = text::ranges(self.lang, &years);
        let years = match (years.as_slice(), told.matches(", ").count()) {
            // Where there are many gaps the ends say more than a list.
            ([first, .., last], 3..) => format!("{first}–{last}"),
            _ => told,
        };
        text::figures::subtitle(&measure, unit, &[people, ages, years])
    }

    /// Of whom the numbers are, where one code of a dimension is chosen.
    fn people(&self, panel: &PanelSpec) -> String {
        let chosen = panel.question.filter.iter().filter_map(|filter| {
            let name = filter.dimension.as_str();
            let told = ["age", "year", "period"].contains(&name)
                || self.is_said_by_measure(panel, name)
                || panel.facet.as_ref().is_some_and(|(facet, _)| facet == name);
            let [code] = filter.codes.as_slice() else {
                return None;
            };
            (!told).then(|| self.label(name, code, false))
        });
        chosen.collect::<Vec<_>>().join(", ")
    }

    /// The years that the numbers of a table are of, as they are chosen.
    pub(super) fn years(&self, panel: &PanelSpec, table: &str) -> Vec<String> {
        let question = &panel.question;
        if let Some(filter) = question.filter_on("year") {
            return filter.codes.clone();
        }
        let table = self.dataset.table(table);
        let own = table
            .and_then(|table| table.dimension("year"))
            .map(|column| column.codes.clone());
        let own = own.or_else(|| table?.coverage.get("year").map(<[String]>::to_vec));
        let mut years = own.unwrap_or_else(|| covered(self.dataset, "year"));
        if let Some(periods) = question.filter_on("period") {
            let spans: Vec<(i32, i32)> =
                periods.codes.iter().filter_map(|code| span(code)).collect();
            let is_within = |year: i32| {
                spans
                    .iter()
                    .any(|(first, last)| (*first..=*last).contains(&year))
            };
            years.retain(|year| year.parse().is_ok_and(is_within));
            if years.is_empty() {
                return periods.codes.clone();
            }
        }
        if question.measure == Measure::ReturnShare {
            years.retain(|year| is_observable(self.dataset, year));
        }
        self.dataset.in_display_order("year", years)
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
        (Ok(year), Some(last)) => i64::from(year) + 5 <= i64::from(last) + 1,
        _ => true,
    }
}
