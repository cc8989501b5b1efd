//! The overview of a data set: what it tells, as questions with a sentence and a figure each.
//!
//! A part is there only when the data answer it. Sums over places that do not have numbers in every
//! year, or that have breaks in their series, are never compared: the balanced part is, and what was left
//! out is said. What a package shows first is what the overview is of.

mod aside;
mod balance;
mod kinds;
mod parts;
pub mod spark;

use data::Dataset;
use explain::Number;
use figures::options::Intervals;
use figures::spec::Spec;
use measures::{Exposure, Filter, Makeup, Measure, Question};
use text::naming::Naming;
pub use text::overview::Topic;
use text::{Lang, marks, overview as say};

pub use aside::left_aside;
pub(crate) use balance::only;

use crate::reader::Reader;
use balance::{Balanced, Scope, Series};
use kinds::is_place;

/// A sentence in pieces, with what each number is.
pub type Pieces = Vec<(String, Option<Number>)>;

/// A question, its answer and the figure that shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is about.
    pub topic: Topic,
    /// The question.
    pub question: String,
    /// The answer.
    pub sentence: String,
    /// The answer in pieces.
    pub pieces: Pieces,
    /// What was left out of it, in whole sentences; mostly empty.
    pub left_out: String,
    /// The figure that shows it.
    pub spec: Spec,
    /// Where a small line says enough: its years with their values, absent where there is no number.
    pub spark: Vec<(String, Option<f64>)>,
}

/// A number that stands by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyNumber {
    /// The number as it is read.
    pub value: String,
    /// The same unrounded, where it is one number: a rate as a part of 1.
    pub amount: Option<f64>,
    /// What it is.
    pub number: Option<Number>,
    /// What it is, in words.
    pub caption: String,
}

/// The overview of a data set.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    /// The numbers that stand by themselves.
    pub keys: Vec<KeyNumber>,
    /// What is told first.
    pub lead: Option<Part>,
    /// The others, in reading order, six at most.
    pub parts: Vec<Part>,
}

impl Overview {
    /// Every part, the first one first.
    pub fn all(&self) -> impl Iterator<Item = &Part> {
        self.lead.iter().chain(&self.parts)
    }
}

/// How high the picture of what is told first is, in CSS pixels.
pub const LEAD_HEIGHT: f64 = 396.0;
/// How high the pictures of the others are.
pub const PART_HEIGHT: f64 = 340.0;

/// So many questions can be taken in.
const MOST_PARTS: usize = 6;

/// In so many steps an overview is made.
pub const STEPS: usize = 9;

/// The overview of a data set in a language.
pub fn of_dataset(dataset: &Dataset, lang: Lang) -> Overview {
    let mut overview = Overview::default();
    for step in 0..STEPS {
        overview.take(step, dataset, lang);
    }
    overview
}

impl Overview {
    /// Takes one of the [`STEPS`], in their order: all of them take longer than a page may do nothing else.
    pub fn take(&mut self, step: usize, dataset: &Dataset, lang: Lang) {
        let teller = Teller {
            reader: Reader::new(dataset, lang),
            scope: Scope::of(dataset),
        };
        if step + 1 == STEPS {
            self.keys = teller.keys();
            return;
        }
        if self.parts.len() == MOST_PARTS {
            return;
        }
        let numbers = || teller.series(Measure::Emigrations);
        let part = match step {
            0 => {
                let series = teller.series(Measure::Rate).or_else(numbers);
                teller
                    .trend(series.as_ref())
                    .or_else(|| teller.trend_of_people())
            }
            1 => teller.who().or_else(|| teller.where_people_are()),
            2 => teller.age(),
            3 => teller.destination(),
            4 => teller.back(),
            5 => teller.sex(),
            6 => teller.most(numbers().as_ref()),
            _ => teller.growth(),
        };
        match (&mut self.lead, part) {
            // A question that the data seem to answer is not passed over in silence.
            (Some(lead), None) if step == 3 => {
                let told = teller.destinations_apart().unwrap_or_default();
                lead.left_out = format!("{} {told}", lead.left_out).trim().to_owned();
            }
            (_, None) => {}
            (None, part) => self.lead = part,
            (Some(lead), Some(mut part)) => {
                // What was left out is said once; the sentences say of what they are.
                if part.left_out == lead.left_out {
                    part.left_out.clear();
                }
                self.parts.push(part);
            }
        }
    }
}

/// A question by year as it can be compared: of those that have numbers in all years and no break, where the
/// sums over all of them are not alike. None where they are, or where nothing is left.
pub fn balanced(dataset: &Dataset, question: &Question) -> Option<Question> {
    if !matches!(question.by.as_slice(), [year] if year == "year") {
        return None;
    }
    let found = measures::answer(dataset, question).ok()?;
    let makeup = Makeup::of(dataset, question, &found);
    let keys = found.rows.iter().map(|row| row.key.as_slice());
    let dimension = makeup.differs(keys)?.to_owned();
    let table = dataset.table(&found.table)?;
    let reader = Reader::new(dataset, Lang::default());
    let balanced = Balanced::of(&reader, table, question, &dimension)?;
    (balanced.codes.len() > 1).then(|| question.clone().filtered(&dimension, balanced.codes))
}

/// The dimension of places of which a question counts only some, without telling them apart.
pub fn narrowed(dataset: &Dataset, question: &Question) -> Option<String> {
    let is_some = |filter: &&Filter| {
        let name = filter.dimension.as_str();
        let count = filter.codes.len();
        let is_told = question.by.iter().any(|by| by == name);
        !is_told && is_place(name) && count > 1 && count < measures::codes_of(dataset, name).len()
    };
    let found = question.filter.iter().find(is_some)?;
    Some(found.dimension.clone())
}

/// The figure that a data set is shown by where a visitor has asked nothing: the first of its overview.
pub fn first_figure(dataset: &Dataset) -> Option<Spec> {
    let teller = Teller {
        reader: Reader::new(dataset, Lang::default()),
        scope: Scope::of(dataset),
    };
    let series = || {
        let rates = teller.series(Measure::Rate);
        rates.or_else(|| teller.series(Measure::Emigrations))
    };
    let found = teller.trend_of_groups();
    let found = found.or_else(|| teller.trend_of_all(&series()?));
    let found = found
        .or_else(|| teller.who())
        .or_else(|| teller.trend_of_people());
    Some(found.or_else(|| teller.where_people_are())?.spec)
}

/// A data set being told.
struct Teller<'a> {
    reader: Reader<'a>,
    scope: Scope,
}

impl Teller<'_> {
    fn lang(&self) -> Lang {
        self.reader.lang
    }

    fn dataset(&self) -> &Dataset {
        self.reader.dataset
    }

    /// A measure by year, of what can be compared over the years.
    fn series(&self, measure: Measure) -> Option<Series> {
        balance::series(&self.reader, &self.scope, measure)
    }

    /// A part, from its marked sentence.
    fn part(&self, topic: Topic, sentence: &str, mut spec: Spec) -> Part {
        // An interval says how far chance can carry a rate of the few that the report follows; of whole
        // countries it would pass for the error of a sample.
        if !self.dataset().is_of_report() {
            spec.options.intervals = Intervals::None;
        }
        Part {
            topic,
            question: match topic {
                Topic::Trend if self.has_own_name() => say::asks_own_trend(self.lang()),
                topic => topic.question(self.lang()),
            }
            .to_owned(),
            sentence: marks::plain(sentence),
            pieces: self.reader.pieces(sentence),
            left_out: String::new(),
            spec: Spec {
                id: topic.id().to_owned(),
                ..spec
            },
            spark: Vec::new(),
        }
    }

    /// A code of a dimension as a phrase of place.
    fn place(&self, dimension: &str, code: &str) -> String {
        let label = self.reader.label(dimension, code);
        say::place(self.lang(), dimension, code, &label)
    }

    /// The numbers that stand by themselves: those of the last year, or of everything.
    fn keys(&self) -> Vec<KeyNumber> {
        let lang = self.lang();
        let Some(year) = self.scope.last_year(&self.reader) else {
            let all = self
                .key(Question::new(Measure::Emigrations, []), |_| {
                    say::key_all(lang, &self.events())
                })
                .into_iter();
            return all.collect();
        };
        let of = |measure| Question::new(measure, []).filtered("year", [year.as_str()]);
        // Not every place has each number.
        let when = |question: &Question| match balance::places(&self.reader, question) {
            Some(units) => say::key_in_units(lang, &units, &year),
            None => say::key_in(lang, &year),
        };
        let rate_name = text::case::within(&self.dataset().measure_name(lang, "rate"));
        let [emigrations, rate] = [Measure::Emigrations, Measure::Rate].map(of);
        let emigrations = self.key(emigrations.clone(), |_| {
            say::key_events(lang, &self.events(), &when(&emigrations))
        });
        let rate = self.key(rate.clone(), |_| {
            say::key_rate(lang, &rate_name, &when(&rate))
        });
        let mid_year = Question {
            exposure: Some(Exposure::MidYear),
            ..of(Measure::Population)
        };
        let population = self.key(mid_year.clone(), |_| {
            say::key_population(lang, &when(&mid_year))
        });
        let years = self.scope.years(self.dataset());
        let span = (years.len() > 1).then(|| KeyNumber {
            value: text::ranges(lang, &years),
            amount: None,
            number: None,
            caption: say::key_years(lang),
        });
        let is_short = |key: &KeyNumber| key.value.chars().count() <= 12;
        let keys = [emigrations, rate, population, span.filter(is_short)];
        keys.into_iter().flatten().collect()
    }

    fn key(&self, question: Question, caption: impl Fn(&str) -> String) -> Option<KeyNumber> {
        let values = self.reader.ask(&question)?;
        let known = values.known.first().filter(|_| values.known.len() == 1)?;
        let text = match question.measure.is_ratio() {
            true => self.reader.rate(known.value),
            false => self.reader.count(known.value),
        };
        Some(KeyNumber {
            value: marks::plain(&text),
            amount: Some(known.value),
            number: Some(Number::value(&question, &known.key)),
            caption: caption(&text),
        })
    }
}
