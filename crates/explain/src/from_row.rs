//! Explanations of the rows of an answer.

use data::Dataset;
use data::geometry::is_country;
use measures::analysis::distribution::distribution;
use measures::{Answer, Exposure, IntervalMethod, Measure, Note, OTHERS, Question, Rebase, Row};
use methods::arithmetic::Computation;
use methods::catalog::{Count, JointShare, Printed, Rate, Share};
use stats::Status;
use stats::interval::RateMethod;
use stats::share::ShareMethod;
use text::naming::Naming;
use text::notes::caveats;
use text::words::marked;
use text::{Lang, explain as words, notes, number};

use super::describe::{Context, explain};
use super::explanation::Explanation;

/// A data set as the subject of explanations: its labels, its table, its remarks.
pub(super) struct Subject<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) table: &'a str,
    pub(super) by: &'a [String],
    pub(super) notes: &'a [Note],
    pub(super) lang: Lang,
}

impl<'a> Subject<'a> {
    pub(super) fn new(
        dataset: &'a Dataset,
        table: &'a str,
        by: &'a [String],
        notes: &'a [Note],
        lang: Lang,
    ) -> Subject<'a> {
        Subject {
            dataset,
            table,
            by,
            notes,
            lang,
        }
    }

    /// What the report says of its people and of how it counts, where the data are those of the report.
    pub(super) fn of_report(&self, said: &str) -> Option<String> {
        self.dataset.is_of_report().then(|| said.to_owned())
    }

    /// The label of a code.
    pub(super) fn label(&self, dimension: &str, code: &str) -> String {
        code_label(self.dataset, dimension, code, self.lang)
    }

    /// The labels of a key.
    pub(super) fn name(&self, key: &[String]) -> String {
        labels_of(self, self.by, key)
    }

    /// The labels of a key, and of what the question selects besides.
    pub(super) fn full_name(&self, question: &Question, key: &[String]) -> String {
        let mut parts = vec![self.name(key)];
        for filter in &question.filter {
            if !self.by.contains(&filter.dimension) {
                let labels: Vec<String> = filter
                    .codes
                    .iter()
                    .map(|code| self.label(&filter.dimension, code))
                    .collect();
                parts.push(text::ranges(self.lang, &labels));
            }
        }
        parts.retain(|part| !part.is_empty());
        parts.join(", ")
    }

    /// The word for the denominator that was used.
    pub(super) fn exposure(&self) -> &'static str {
        let mid_year = self.notes.iter().any(|note| {
            matches!(
                note,
                Note::Denominator(Exposure::MidYear) | Note::DenominatorInstead(Exposure::MidYear)
            )
        });
        if mid_year {
            words::mid_year(self.lang)
        } else {
            words::person_years(self.lang)
        }
    }

    /// The context of a rate or of something formed from rates.
    pub(super) fn of_rates(&self, title: String, groups: Vec<String>) -> Context {
        self.context(
            title,
            words::events(self.lang).to_owned(),
            self.exposure().to_owned(),
            groups,
        )
    }

    pub(super) fn context(
        &self,
        title: String,
        events: String,
        exposure: String,
        groups: Vec<String>,
    ) -> Context {
        let title_of_data = self.dataset.title.get(self.lang);
        let title_of_data = marked(self.lang, title_of_data, self.dataset.own, false);
        let mut sources = vec![words::table_of(self.lang, &title_of_data, self.table)];
        let source = self.dataset.source_of(self.table).get(self.lang);
        if !source.is_empty() {
            sources.push(source.to_owned());
        }
        let mut caveats = Vec::new();
        if self.dataset.synthetic {
            caveats.push(words::synthetic(self.lang).to_owned());
        }
        Context {
            title,
            events,
            exposure,
            groups,
            caveats,
            sources,
            ..Context::default()
        }
    }

    /// The context of a measure; `title` names the group.
    pub(super) fn of_measure(
        &self,
        question: &Question,
        title: String,
        groups: Vec<String>,
    ) -> Context {
        let lang = self.lang;
        let (events, exposure) = match &question.measure {
            Measure::Rate => (words::events(lang).to_owned(), self.exposure().to_owned()),
            Measure::Share { .. } => {
                let base = if question.rebase == Rebase::None {
                    words::all_emigrations(lang)
                } else {
                    words::kept_emigrations(lang)
                };
                (words::to_destination(lang).to_owned(), base.to_owned())
            }
            Measure::ReturnShare | Measure::ReturnCurve => (
                words::returned(lang).to_owned(),
                words::events(lang).to_owned(),
            ),
            other => (
                text::case::within(&self.dataset.measure_name(lang, other.name())),
                String::new(),
            ),
        };
        let mut context = self.context(title, events, exposure, groups);
        let named = question.dimensions();
        match &question.measure {
            Measure::Share { .. } => context
                .caveats
                .extend(self.of_report(caveats::unknown(lang))),
            Measure::ReturnShare | Measure::ReturnCurve => {
                context
                    .caveats
                    .extend(self.of_report(caveats::deaths(lang)));
            }
            _ => {}
        }
        if named.contains(&"education") {
            context
                .caveats
                .extend(self.of_report(caveats::education(lang)));
        }
        context
    }
}

/// The label of a code; where the data set has none, the code itself, a range with its dash.
pub fn code_label(dataset: &Dataset, dimension: &str, code: &str, lang: Lang) -> String {
    match dataset.label(dimension, code) {
        _ if code == OTHERS => notes::the_others(lang).to_owned(),
        Some(label) if !label.name.is_empty() => label.name.get(lang).to_owned(),
        // A code in small letters would pass for a word.
        _ if is_of_countries(dimension) && is_country(code) => code.to_ascii_uppercase(),
        _ => number::range(code),
    }
}

/// Whether the codes of a dimension are countries, as its name tells.
fn is_of_countries(dimension: &str) -> bool {
    matches!(
        dimension,
        "country" | "destination" | "citizenship" | "country_of_birth" | "origin"
    )
}

/// What a number is of: the measure, and the name of the group when it has one.
pub(super) fn titled(measure: &str, name: &str) -> String {
    match name {
        "" => measure.to_owned(),
        name => format!("{measure}: {name}"),
    }
}

fn labels_of(subject: &Subject, by: &[String], key: &[String]) -> String {
    let labels: Vec<String> = by
        .iter()
        .zip(key)
        .map(|(dimension, code)| subject.label(dimension, code))
        .collect();
    labels.join(", ")
}

/// The computation of a row; the reason when its parts are not known.
pub fn row_computation(
    question: &Question,
    row: &Row,
    method: IntervalMethod,
    level: f64,
) -> Result<Computation, Status> {
    if row.status != Status::Ok {
        return Err(row.status);
    }
    let value = row.value.ok_or(Status::MissingInput)?;
    if !question.measure.is_ratio() {
        return Ok(Computation::new(Count { value }));
    }
    let (Some(numerator), Some(denominator)) = (row.numerator, row.denominator) else {
        let range = row.rounding.ok_or(Status::RangeOnly)?;
        return Ok(Computation::new(Printed { value, range }));
    };
    let of = (numerator, denominator);
    Ok(if question.measure == Measure::Rate {
        let method = match method {
            IntervalMethod::Rate(method) => method,
            _ => RateMethod::Garwood,
        };
        Computation::new(Rate { of, method, level })
    } else {
        let method = match method {
            IntervalMethod::Share(method) => method,
            _ => ShareMethod::Wilson,
        };
        Computation::new(Share { of, method, level })
    })
}

/// How a number of an answer came about; the reason when it has no parts to show.
///
/// Without an interval method the explanation has no interval. A joint interval is told with all the
/// counts that share the total.
pub fn of_row(
    dataset: &Dataset,
    question: &Question,
    answer: &Answer,
    row: &Row,
    method: IntervalMethod,
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    let mut groups = Vec::new();
    let computation = match (method, row.status) {
        (IntervalMethod::Joint, Status::Ok) => {
            let all = distribution(dataset, question, level).map_err(|_| Status::NotInTable)?;
            let (group, place) = all.place(&row.key).ok_or(Status::NotInTable)?;
            let place_of = all.by.iter().position(|dimension| *dimension == all.of);
            let subject = Subject::new(dataset, &all.table, &all.by, &all.notes, lang);
            let name = |row: &Row| {
                let code = row.key.get(place_of?)?;
                Some(subject.label(&all.of, code))
            };
            groups = group.rows.iter().filter_map(name).collect();
            Computation::new(JointShare {
                counts: group.counts()?,
                place,
                level,
            })
        }
        _ => row_computation(question, row, method, level)?,
    };
    let subject = Subject::new(dataset, &answer.table, &answer.by, &answer.notes, lang);
    let measure = dataset.measure_name(lang, question.measure.name());
    let title = titled(&measure, &subject.full_name(question, &row.key));
    let context = subject.of_measure(question, title, groups);
    let mut explanation = explain(&computation, &context, lang);
    if method == IntervalMethod::None {
        explanation.interval = None;
    }
    Ok(explanation)
}
