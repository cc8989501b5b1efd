//! What stands below a figure: source, definitions, and what a reader must know.

use data::Dataset;
use measures::{Exposure, Measure, Rebase, codes_of, columns_of};
use text::naming::Naming;
use text::{self, Lang, terms};

use crate::catalog::DESCENDANTS;
use crate::spec::{Caveat, Order, PanelSpec, Spec};

use super::{PanelNumbers, Words};

/// Where the numbers of a figure come from: what their tables say, else what the package says. Files that were
/// imported and made-up numbers come from nowhere else.
pub fn sources(dataset: &Dataset, numbers: &[PanelNumbers], lang: Lang) -> String {
    let is_published = !dataset.synthetic && dataset.mapping.is_empty();
    let mut sources: Vec<&str> = Vec::new();
    for panel in numbers {
        let mut own = dataset.table_sources.iter();
        let own = own.find(|(table, _)| *table == panel.source);
        let source = match own {
            Some((_, source)) => source,
            None if is_published => &dataset.source,
            None => continue,
        };
        let source = source.get(lang).trim_end_matches('.');
        if !source.is_empty() && !sources.contains(&source) {
            sources.push(source);
        }
    }
    text::figures::sources(lang, &sources.join("; "))
}

impl Words<'_> {
    /// Source, what is measured, and what the reader must know: one paragraph each.
    pub(super) fn footer(
        &self,
        spec: &Spec,
        numbers: &[PanelNumbers],
        mut remarks: Vec<String>,
    ) -> Vec<String> {
        let title = self.dataset.title.get(self.lang);
        let options = self.options;
        let mut footer = vec![text::figures::source_line(
            self.lang,
            &sources(self.dataset, numbers, self.lang),
            title,
            &self.dataset.version,
        )];
        let own = [&options.source, &options.note].into_iter();
        footer.extend(own.filter(|words| !words.is_empty()).cloned());
        if options.has_words() && !options.by_page {
            footer.push(text::figures::words_of_link(self.lang).to_owned());
        }
        let mut definitions: Vec<String> = Vec::new();
        for (panel, numbers) in spec.panels.iter().zip(numbers) {
            let definition = self.definition(panel, numbers);
            if !definition.is_empty() && !definitions.contains(&definition) {
                definitions.push(definition);
            }
        }
        let of_descendants = |panel: &PanelSpec| {
            let groups = panel.question.filter_on("group");
            groups.is_some_and(|groups| groups.codes == DESCENDANTS)
        };
        if spec.panels.iter().any(of_descendants) {
            definitions.push(terms::in_short(self.lang, "descendants"));
        }
        if !definitions.is_empty() {
            footer.push(definitions.join(" "));
        }
        if spec
            .panels
            .iter()
            .any(|panel| panel.order == Order::ByEmigrations)
        {
            remarks.push(text::notes::caveats::origin_order(self.lang).to_owned());
        }
        remarks.extend(
            spec.caveats
                .iter()
                .filter(|caveat| self.applies(**caveat, spec))
                .map(|caveat| self.caveat(*caveat).to_owned()),
        );
        let counts_emigrations =
            |panel: &PanelSpec| columns_of(&panel.question.measure).contains(&"emigrations");
        if spec.panels.iter().any(counts_emigrations) {
            let notes = self.dataset.emigration_notes.iter();
            remarks.extend(notes.map(|note| note.get(self.lang).to_owned()));
        }
        if !remarks.is_empty() {
            footer.push(remarks.join(" "));
        }
        footer
    }

    /// Whether a caveat is about what the data set has. What the report says of its people, of how it counts and
    /// of its years is said of no other data.
    pub(super) fn applies(&self, caveat: Caveat, spec: &Spec) -> bool {
        if !self.dataset.is_of_report() {
            return caveat == Caveat::KnownDestination;
        }
        let knows = |dimension: &str, code: &str| {
            let codes = self.dataset.codes(dimension);
            codes.iter().any(|known| known == code)
        };
        let shows = |year: &str| {
            let mut filters = spec
                .panels
                .iter()
                .map(|panel| panel.question.filter_on("year"));
            let counts = |codes: &[String]| codes.iter().any(|code| code == year);
            knows("year", year)
                && filters.any(|filter| filter.is_none_or(|filter| counts(&filter.codes)))
        };
        match caveat {
            Caveat::Nordic => knows("destination", "nordic"),
            Caveat::Unknown => {
                knows("destination", "unknown") || knows("destination_kind", "unknown")
            }
            Caveat::Pandemic => shows("2020") || shows("2021"),
            Caveat::PandemicPeriod => codes_of(self.dataset, "period")
                .iter()
                .any(|period| period == "2018-2023"),
            _ => true,
        }
    }

    /// What a panel measures, in one line.
    pub(super) fn definition(&self, spec: &PanelSpec, numbers: &PanelNumbers) -> String {
        if numbers.source.is_empty() {
            return String::new();
        }
        let id = match &spec.question.measure {
            Measure::Emigrations => "emigration",
            Measure::Persons => "population_studied",
            Measure::Population => "mid_year_population",
            Measure::PersonYears => "person_years",
            Measure::Rate => match numbers.exposure {
                Some(exposure) => {
                    let [rate, events] = ["rate", "emigrations"]
                        .map(|name| self.dataset.measure_name(self.lang, name));
                    let of_mid_year = exposure == Exposure::MidYear;
                    return terms::rate_in_short(self.lang, &rate, &events, of_mid_year);
                }
                None => "rate",
            },
            Measure::Share { of } if !of.starts_with("destination") => return String::new(),
            Measure::Share { .. } if spec.question.rebase == Rebase::to_known_new_country() => {
                "rebased_share"
            }
            Measure::Share { .. } => "destination_share",
            Measure::ReturnShare => "return_share",
            Measure::ReturnCurve => "return_curve",
        };
        match self.dataset.is_of_report() || !terms::is_of_report(id) {
            true => terms::in_short(self.lang, id),
            false => String::new(),
        }
    }

    pub(super) fn caveat(&self, caveat: Caveat) -> &'static str {
        use text::notes::caveats;
        match caveat {
            Caveat::Nordic => caveats::nordic(self.lang),
            Caveat::Students => caveats::students(self.lang),
            Caveat::Unknown => caveats::unknown(self.lang),
            Caveat::KnownDestination => caveats::known_destination(self.lang),
            Caveat::Education => caveats::education(self.lang),
            Caveat::Deaths => caveats::deaths(self.lang),
            Caveat::Pandemic => caveats::pandemic(self.lang),
            Caveat::PandemicPeriod => caveats::pandemic_period(self.lang),
        }
    }
}
