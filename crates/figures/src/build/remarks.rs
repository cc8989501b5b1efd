//! What the measures remark on an answer, in words, and why there is none.

use measures::source::{Lack, column_behind};
use measures::{Answer, Exposure, Measure, Note, Refusal, Row, columns_of};
use text;
use text::case;
use text::naming::Naming;
use text::number;
use text::places;

use crate::spec::PanelSpec;

use super::Words;
use super::form::ValueForm;
use super::heading::is_observable;

impl Words<'_> {
    pub(super) fn notes(
        &self,
        spec: &PanelSpec,
        answer: &Answer,
        x_codes: &[String],
        form: ValueForm,
    ) -> Vec<String> {
        let mut notes = vec![self.base(spec, answer)];
        for note in &answer.notes {
            // The definition of a rate names its denominator.
            if !matches!(note, Note::Denominator(_)) {
                notes.push(self.note(note, form));
            }
            if matches!(note, Note::Rebased { .. }) {
                notes.push(self.left_out(spec, answer, x_codes));
            }
        }
        let told = |note: &Note| matches!(note, Note::NotYetObservable { .. });
        if spec.question.measure == Measure::ReturnShare && !answer.notes.iter().any(told) {
            notes.push(self.cohorts_left_out());
        }
        notes.extend(self.counted(spec));
        notes.retain(|note| !note.is_empty());
        notes
    }

    /// Of which codes of places the numbers are sums, where some were left out.
    fn counted(&self, spec: &PanelSpec) -> Option<String> {
        /// More names are not read.
        const NAMES: usize = 15;
        let lang = self.lang;
        let is_shown = |name: &str| spec.x == name || spec.series.as_deref() == Some(name);
        let is_place = |name: &str| {
            matches!(
                data::contract::meant(name),
                "country" | "municipality" | "county" | "region" | "area"
            )
        };
        let mut filters = spec.question.filter.iter();
        let filter = filters.find(|filter| {
            let name = filter.dimension.as_str();
            filter.codes.len() > 1 && is_place(name) && !is_shown(name)
        })?;
        let name = filter.dimension.as_str();
        let all = measures::codes_of(self.dataset, name);
        let others: Vec<&String> = all
            .iter()
            .filter(|code| !filter.codes.contains(code))
            .collect();
        let whole = |count: usize| number::integer(count as f64, lang);
        let noun = places::some(lang, name);
        let count = number::small(lang, all.len() - others.len());
        let (count, of) = (case::capital_first(&count), whole(all.len()));
        match others.len() {
            0 => None,
            few if few <= NAMES => {
                let names = others.iter().map(|code| self.label(name, code, false));
                let names = places::named(lang, name, names.collect());
                Some(text::notes::some_counted(lang, &count, &of, &noun, &names))
            }
            _ => Some(text::notes::so_many_counted(lang, &count, &of, &noun)),
        }
    }

    /// How much of each bar a re-based share leaves out: every bar when there are few, else the
    /// most and the least.
    pub(super) fn left_out(&self, spec: &PanelSpec, answer: &Answer, x_codes: &[String]) -> String {
        const FEW: usize = 6;
        let lang = self.lang;
        let Some(place) = answer.by.iter().position(|name| *name == spec.x) else {
            return String::new();
        };
        let parts: Vec<(String, f64)> = x_codes
            .iter()
            .filter_map(|code| {
                let row = answer.rows.iter().find(|row| row.key[place] == *code)?;
                let (left_out, base) = (row.left_out?, row.denominator?);
                let all = left_out + base;
                (all > 0.0).then(|| (self.label(&spec.x, code, true), left_out / all))
            })
            .collect();
        let spot = |(label, share): &(String, f64)| text::figures::Spot {
            label: label.clone(),
            value: number::percent(*share, 0, lang),
        };
        let by_share = |a: &&(String, f64), b: &&(String, f64)| a.1.total_cmp(&b.1);
        match (parts.iter().max_by(by_share), parts.iter().min_by(by_share)) {
            _ if parts.len() < 2 || answer.by.len() < 2 => String::new(),
            _ if parts.len() <= FEW => {
                text::notes::left_out_each(lang, &parts.iter().map(spot).collect::<Vec<_>>())
            }
            (Some(most), Some(least)) => {
                text::notes::left_out_range(lang, &spot(most), &spot(least))
            }
            _ => String::new(),
        }
    }

    /// The remark on cohorts that a table without years has left out before it was published.
    pub(super) fn cohorts_left_out(&self) -> String {
        let years = self.dataset.coverage.get("year").map(<[String]>::to_vec);
        let mut years = years.unwrap_or_default();
        years.retain(|year| !is_observable(self.dataset, year));
        if years.is_empty() {
            return String::new();
        }
        text::notes::not_yet_observable(self.lang, &text::ranges(self.lang, &years))
    }

    /// How many events or person-years the panel rests on.
    pub(super) fn base(&self, spec: &PanelSpec, answer: &Answer) -> String {
        let lang = self.lang;
        let sum =
            |part: fn(&Row) -> Option<f64>| -> f64 { answer.rows.iter().filter_map(part).sum() };
        let (count, what) = match spec.question.measure {
            Measure::Emigrations | Measure::Rate | Measure::Share { .. } => {
                (sum(|row| row.numerator), "emigrations")
            }
            Measure::ReturnShare => (sum(|row| row.denominator), "emigrations"),
            Measure::PersonYears => (sum(|row| row.value), "person_years"),
            Measure::Population if spec.x == "year" => (sum(|row| row.value), "person_years"),
            Measure::Persons => (sum(|row| row.value), "persons"),
            Measure::Population | Measure::ReturnCurve => return String::new(),
        };
        // What counts the same people twice, or is no part of anything, has no number of people.
        let over_time = |name: &String| name == "year" || name == "period";
        let persons_again =
            spec.question.measure == Measure::Persons && answer.by.iter().any(over_time);
        if count <= 0.0 || persons_again || !self.can_add_up(spec, answer) {
            return String::new();
        }
        let what = self.dataset.measure_name(lang, what);
        text::figures::base_size(lang, &number::integer(count, lang), &what) + "."
    }

    /// Whether the rows of an answer may be added up.
    fn can_add_up(&self, spec: &PanelSpec, answer: &Answer) -> bool {
        let Some(table) = self.dataset.table(&answer.table) else {
            return false;
        };
        let measures = columns_of(&spec.question.measure);
        answer.by.iter().all(|name| {
            let column = column_behind(name).unwrap_or(name);
            let dimension = table.dimension(column);
            dimension.is_none_or(|dimension| dimension.additive.of(&measures).can_pool())
        })
    }

    /// A remark of the computation, in words.
    pub(super) fn note(&self, note: &Note, form: ValueForm) -> String {
        let lang = self.lang;
        match note {
            Note::CoversOnly { dimension, codes }
                if matches!(dimension.as_str(), "year" | "age") =>
            {
                if form.under_subtitle {
                    return String::new();
                }
                let ranges = text::ranges(lang, codes);
                if dimension == "year" {
                    return text::notes::covers_years(lang, &ranges);
                }
                let at = places::place(lang, dimension, &ranges, &ranges);
                text::notes::covers_only(lang, &at.said())
            }
            Note::CoversOnly { dimension, codes } => {
                let label = |code| self.label(dimension, code, false);
                let at = codes
                    .iter()
                    .map(|code| places::place(lang, dimension, code, &label(code)));
                let at: Vec<places::Place> = at.collect();
                text::notes::covers_only(lang, &places::list(lang, &at))
            }
            Note::Denominator(exposure) => {
                text::notes::denominator(lang, *exposure == Exposure::MidYear).to_owned()
            }
            Note::DenominatorInstead(exposure) => {
                text::notes::denominator_instead(lang, *exposure == Exposure::MidYear).to_owned()
            }
            Note::NotYetObservable { years } => {
                text::notes::not_yet_observable(lang, &text::ranges(lang, years))
            }
            Note::Rebased {
                without,
                left_out,
                of,
            } => {
                let labels: Vec<String> = without
                    .iter()
                    .map(|code| text::claims::mid_sentence(&self.label("destination", code, true)))
                    .collect();
                let share = if *of > 0.0 { left_out / of } else { 0.0 };
                text::notes::rebased(
                    lang,
                    &labels,
                    &number::integer(*left_out, lang),
                    &number::integer(*of, lang),
                    &number::percent(share, 0, lang),
                )
            }
            Note::Rounded => text::notes::rounded(lang).to_owned(),
            Note::Perturbed { how, cells } => text::notes::perturbed(lang, how, *cells),
            Note::MeanOfOwnYears => text::notes::mean_of_own_years(lang).to_owned(),
            Note::MeanOfYears { years } => text::notes::mean_of_years(lang, *years),
            Note::SmallNumbers { .. } if !form.tells_few => String::new(),
            Note::SmallNumbers { rows } => {
                text::notes::small_numbers(lang, *rows, form.under_subtitle)
            }
        }
    }

    pub(super) fn refusal(&self, refusal: &Refusal) -> String {
        let lang = self.lang;
        match refusal {
            Refusal::NoTable(none) => match none.tables.first() {
                Some((table, lacks)) => {
                    let lacks: Vec<String> = lacks
                        .iter()
                        .take(4)
                        .map(|lack| match lack {
                            Lack::Dimension(name) => text::figures::lacks_dimension(
                                lang,
                                &self.dataset.dimension_within(lang, name),
                            ),
                            Lack::Measure(name) => text::figures::lacks_numbers(
                                lang,
                                &case::within(&self.dataset.measure_name(lang, name)),
                            ),
                            Lack::Parts(name) => text::figures::lacks_parts(
                                lang,
                                &self.dataset.dimension_within(lang, name),
                            ),
                            Lack::Code { dimension, code } => text::figures::lacks_code(
                                lang,
                                &self.dataset.dimension_within(lang, dimension),
                                &self.label(dimension, code, false),
                            ),
                        })
                        .collect();
                    text::figures::needs(lang, table, &lacks)
                }
                None => text::figures::needs_table(lang).to_owned(),
            },
            Refusal::ShareWithoutDimension { dimension } => {
                text::figures::share_needs(lang, &self.dataset.dimension_within(lang, dimension))
            }
            Refusal::NotAdditive { dimension } => {
                text::figures::not_additive(lang, &self.dataset.dimension_within(lang, dimension))
            }
            Refusal::TooManyRows => text::figures::needs_table(lang).to_owned(),
        }
    }
}
