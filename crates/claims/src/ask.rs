//! From a measure of the facts table to questions the measures answer.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use data::Dataset;
use explain::{Number, Shown};
use measures::source::NoTable;
use measures::{Answer, Exposure, Measure, Note, Question, Rebase, Refusal, Row, Status, answer};

use super::claim::{Base, GROUPS, Measured};
use super::verdict::Reason;

/// A value in the unit of the facts table (shares and rates in percent).
pub(super) type Value = Result<f64, Reason>;

/// A dimension and the codes asked for.
pub(super) type Pick = (String, Vec<String>);

/// What to measure where: one cell for each combination of the `spread` codes, the `pooled` codes
/// summed.
#[derive(Clone, Debug)]
pub(super) struct Query {
    pub(super) measured: Measured,
    pub(super) base: Base,
    pub(super) spread: Vec<Pick>,
    pub(super) pooled: Vec<Pick>,
    /// The denominator of rates; by rule when absent.
    pub(super) exposure: Option<Exposure>,
}

/// The cells of a query, one for each combination of its spread codes.
pub(super) type Grid = Vec<(Vec<String>, Value)>;

/// Asks a data set, and remembers what was answered: many claims rest on the same numbers.
pub(super) struct Asker<'a> {
    pub(super) dataset: &'a Dataset,
    /// The numbers that were read off answers since they were last taken.
    used: RefCell<Vec<(Number, Option<f64>)>>,
    answers: RefCell<BTreeMap<String, Asked>>,
}

type Asked = Rc<Result<Answer, Refusal>>;

const PERCENT: f64 = 100.0;

impl<'a> Asker<'a> {
    pub(super) fn new(dataset: &'a Dataset) -> Asker<'a> {
        Asker {
            dataset,
            used: RefCell::default(),
            answers: RefCell::default(),
        }
    }

    /// The numbers used since the last call, each once, with their values in the unit of the facts.
    pub(super) fn take_used(&self) -> Vec<(Number, Option<f64>)> {
        let mut used: Vec<(Number, Option<f64>)> = Vec::new();
        for number in self.used.take() {
            if !used.contains(&number) {
                used.push(number);
            }
        }
        used
    }

    /// The answer to a question, from memory when it was asked before.
    pub(super) fn ask(&self, question: &Question) -> Asked {
        let key = format!("{question:?}");
        if let Some(known) = self.answers.borrow().get(&key) {
            return known.clone();
        }
        let fresh = Rc::new(answer(self.dataset, question));
        self.answers.borrow_mut().insert(key, fresh.clone());
        fresh
    }

    /// The cells of a query.
    pub(super) fn grid(&self, query: &Query) -> Result<Grid, Reason> {
        match query.measured {
            Measured::Count => self.count(query),
            Measured::MeanAnnualCount => {
                let years = query.codes("year").map_or(0, <[String]>::len);
                if years == 0 {
                    return Err(Reason::NoDimension("year".to_owned()));
                }
                let grid = self.count(query)?;
                Ok(each_value(grid, |count| Ok(count / years as f64)))
            }
            Measured::SampleEmigrations => self.plain(query, Measure::Emigrations, Take::Value),
            Measured::Persons => self.plain(query, Measure::Persons, Take::Value),
            Measured::PersonYears => self.plain(query, Measure::PersonYears, Take::Value),
            Measured::Population => self.plain(query, Measure::Population, Take::Value),
            Measured::MeanPopulation => self.mean_population(query),
            Measured::Rate => self
                .plain(query, Measure::Rate, Take::Percent)
                .or_else(|refused| self.pooled_rate(query).ok_or(refused)),
            Measured::DestinationShare => {
                let of = query.destination_dimension();
                self.share_of_all(query, of)
            }
            Measured::RebasedDestinationShare => {
                let of = query.destination_dimension();
                let question = query
                    .question(share(of))
                    .rebased(Rebase::to_known_new_country());
                self.cells(query, &question, Take::Percent)
            }
            Measured::DestinationKindShare => self.share_of_all(query, "destination_kind"),
            Measured::GroupShareOfEmigrations => self.plain(query, share("group"), Take::Percent),
            Measured::OriginShareOfEmigrations | Measured::OriginComposition => {
                self.plain(query, share("origin"), Take::Percent)
            }
            Measured::ReturnShare => self.plain(query, Measure::ReturnShare, Take::Percent),
            Measured::ReturnedCount => self.plain(query, Measure::ReturnShare, Take::Numerator),
            Measured::EmigrationsPerPerson => self.emigrations_per_person(query),
            Measured::EducationRateRatio => self.education_rate_ratio(query),
            Measured::PeakAge => self.peak_age(query),
            _ => Err(Reason::NotANumber),
        }
    }

    /// Emigrations. The base of a figure of destinations or returns is asked as the base of its
    /// share, so that a table that lacks some of the emigrations is found out.
    fn count(&self, query: &Query) -> Result<Grid, Reason> {
        let base = match query.base {
            Base::Returns => self.plain(query, Measure::ReturnShare, Take::Denominator),
            Base::Destinations if query.codes("destination").is_none() => {
                let question = query
                    .question(share("destination"))
                    .filtered("destination", ["origin"]);
                self.cells(query, &question, Take::Denominator)
            }
            _ => return self.plain(query, Measure::Emigrations, Take::Value),
        };
        match base {
            Ok(grid) if grid.iter().all(|(_, value)| value.is_ok()) => Ok(grid),
            _ => self.plain(query, Measure::Emigrations, Take::Value),
        }
    }

    /// Part of all emigrations. Where no table has both, or the table with the destinations lacks
    /// some of the emigrations, the two counts come from different tables.
    fn share_of_all(&self, query: &Query, of: &str) -> Result<Grid, Reason> {
        let shares = self.plain(query, share(of), Take::Percent);
        let mut whole = query.clone();
        whole.base = Base::Emigrations;
        whole.pooled.retain(|(dimension, _)| dimension != of);
        if whole.spread.iter().any(|(dimension, _)| dimension == of) {
            return shares;
        }
        let Ok(all) = self.plain(&whole, Measure::Emigrations, Take::Value) else {
            return shares;
        };
        let complete = match &shares {
            Err(_) => false,
            Ok(shares) => match self.plain(query, share(of), Take::Denominator) {
                Ok(bases) => bases.iter().zip(&all).all(|((_, base), (_, all))| {
                    // A printed share has no base to compare.
                    base.is_err() || base == all
                }),
                Err(_) => !shares.is_empty(),
            },
        };
        if complete {
            return shares;
        }
        match self.plain(query, Measure::Emigrations, Take::Value) {
            Ok(parts) => Ok(percentages(parts, all)),
            Err(refused) => shares.map_err(|_| refused),
        }
    }

    /// Emigrations and person-years of several years from different tables.
    fn pooled_rate(&self, query: &Query) -> Option<Grid> {
        if query.codes("year").is_none_or(|years| years.len() < 2) {
            return None;
        }
        let events = self.plain(query, Measure::Emigrations, Take::Value).ok()?;
        let lived = self.plain(query, Measure::PersonYears, Take::Value).ok()?;
        Some(percentages(events, lived))
    }

    /// Person-years of a year are its mean population, so their number over the years is the mean
    /// where the populations themselves were not published.
    fn mean_population(&self, query: &Query) -> Result<Grid, Reason> {
        let population = self.plain(query, Measure::Population, Take::Value);
        let years = query.codes("year").map_or(0, <[String]>::len);
        if population.is_ok() || years == 0 {
            return population;
        }
        let lived = self.plain(query, Measure::PersonYears, Take::Value)?;
        Ok(each_value(lived, |lived| Ok(lived / years as f64)))
    }

    fn emigrations_per_person(&self, query: &Query) -> Result<Grid, Reason> {
        let events = self.plain(query, Measure::Emigrations, Take::Value)?;
        let persons = self.plain(query, Measure::Persons, Take::Value)?;
        let pairs = events.into_iter().zip(persons);
        Ok(pairs
            .map(|((key, events), (_, persons))| (key, quotient(events, persons)))
            .collect())
    }

    fn education_rate_ratio(&self, query: &Query) -> Result<Grid, Reason> {
        let rate = |education: &str| {
            let mut query = query.clone();
            query.measured = Measured::Rate;
            query
                .pooled
                .push(("education".to_owned(), vec![education.to_owned()]));
            self.grid(&query)
        };
        let (higher, lower) = (rate("bachelor_plus")?, rate("no_higher")?);
        let pairs = higher.into_iter().zip(lower);
        Ok(pairs
            .map(|((key, higher), (_, lower))| (key, quotient(higher, lower)))
            .collect())
    }

    /// The age with the highest rate; the youngest of them when several share it.
    fn peak_age(&self, query: &Query) -> Result<Grid, Reason> {
        let mut question = query.question(Measure::Rate);
        question.by.push("age".to_owned());
        let asked = self.ask(&question);
        let answer = asked.as_ref().as_ref().map_err(Reason::from)?;
        let peak = |cell: &[String]| {
            let mut peak: Option<(f64, f64)> = None;
            for row in &answer.rows {
                let Some((age, key)) = row.key.split_last() else {
                    continue;
                };
                if key != cell {
                    continue;
                }
                let rate = row.value.ok_or(Reason::NoValue(row.status))?;
                let number = Number::value(&question, &row.key);
                self.used.borrow_mut().push((number, Some(PERCENT * rate)));
                let age: f64 = age.parse().map_err(|_| Reason::NotANumber)?;
                if peak.is_none_or(|(highest, _)| rate > highest) {
                    peak = Some((rate, age));
                }
            }
            peak.map(|(_, age)| age)
                .ok_or(Reason::NoValue(Status::NotInTable))
        };
        Ok(query
            .keys()
            .into_iter()
            .map(|key| {
                let value = peak(&key);
                (key, value)
            })
            .collect())
    }

    /// A table that is not split by group covers all groups, unless it says otherwise. It can
    /// answer for all five together in a data set that knows the five.
    fn ask_about_everyone(&self, question: &Question) -> Option<(Asked, Question)> {
        let all = |codes: &[String]| GROUPS.iter().all(|group| codes.iter().any(|c| c == group));
        let group = question.filter_on("group")?;
        let split = question.by.iter().any(|dimension| dimension == "group");
        if split || !all(&group.codes) || !all(&self.dataset.codes("group")) {
            return None;
        }
        let mut whole = question.clone();
        whole.filter.retain(|filter| filter.dimension != "group");
        let asked = self.ask(&whole);
        let covers_everyone = asked.as_ref().as_ref().is_ok_and(|answer| {
            !answer.notes.iter().any(
                |note| matches!(note, Note::CoversOnly { dimension, .. } if dimension == "group"),
            )
        });
        covers_everyone.then_some((asked, whole))
    }

    fn plain(&self, query: &Query, measure: Measure, take: Take) -> Result<Grid, Reason> {
        self.cells(query, &query.question(measure), take)
    }

    fn cells(&self, query: &Query, question: &Question, take: Take) -> Result<Grid, Reason> {
        let mut asked = self.ask(question);
        let mut answered = question.clone();
        if asked.is_err()
            && let Some((whole, about)) = self.ask_about_everyone(question)
        {
            (asked, answered) = (whole, about);
        }
        let answer = asked.as_ref().as_ref().map_err(Reason::from)?;
        let value = |key: &[String]| match answer.rows.iter().find(|row| row.key == key) {
            None => Err(Reason::NoValue(Status::NotInTable)),
            Some(row) => {
                let value = take.of(row);
                if value.is_some() {
                    let number = Number {
                        shown: take.shown(),
                        ..Number::value(&answered, key)
                    };
                    self.used.borrow_mut().push((number, value));
                }
                value.ok_or(match row.status {
                    Status::Ok => Reason::OnlyRounded,
                    status => Reason::NoValue(status),
                })
            }
        };
        Ok(query
            .keys()
            .into_iter()
            .map(|key| {
                let value = value(&key);
                (key, value)
            })
            .collect())
    }
}

/// What is read off a row.
#[derive(Clone, Copy)]
enum Take {
    Value,
    /// The value in per cent.
    Percent,
    Numerator,
    Denominator,
}

impl Take {
    fn of(self, row: &Row) -> Option<f64> {
        match self {
            Take::Value => row.value,
            Take::Percent => row.value.map(|value| PERCENT * value),
            Take::Numerator => row.numerator,
            Take::Denominator => row.denominator,
        }
    }

    fn shown(self) -> Shown {
        match self {
            Take::Value | Take::Percent => Shown::Value,
            Take::Numerator => Shown::Numerator,
            Take::Denominator => Shown::Denominator,
        }
    }
}

fn share(of: &str) -> Measure {
    Measure::Share { of: of.to_owned() }
}

fn each_value(grid: Grid, change: impl Fn(f64) -> Value) -> Grid {
    grid.into_iter()
        .map(|(key, value)| (key, value.and_then(&change)))
        .collect()
}

fn percentages(above: Grid, below: Grid) -> Grid {
    above
        .into_iter()
        .zip(below)
        .map(|((key, above), (_, below))| {
            let percent = quotient(above, below).map(|ratio| PERCENT * ratio);
            (key, percent)
        })
        .collect()
}

/// A ratio of two values; against zero there is none.
pub(super) fn quotient(above: Value, below: Value) -> Value {
    match (above?, below?) {
        (_, 0.0) => Err(Reason::NoValue(Status::NoDenominator)),
        (above, below) => Ok(above / below),
    }
}

impl Query {
    /// The codes asked for of a dimension.
    pub(super) fn codes(&self, dimension: &str) -> Option<&[String]> {
        self.spread
            .iter()
            .chain(&self.pooled)
            .find(|(name, _)| name == dimension)
            .map(|(_, codes)| codes.as_slice())
    }

    fn destination_dimension(&self) -> &'static str {
        if self.codes("destination_kind").is_some() {
            "destination_kind"
        } else {
            "destination"
        }
    }

    fn question(&self, measure: Measure) -> Question {
        let by = self.spread.iter().map(|(dimension, _)| dimension.as_str());
        let mut question = Question::new(measure, by);
        for (dimension, codes) in self.spread.iter().chain(&self.pooled) {
            question = question.filtered(dimension, codes.iter().cloned());
        }
        question.exposure = self.exposure.filter(|_| question.measure == Measure::Rate);
        question
    }

    /// Every combination of the spread codes.
    fn keys(&self) -> Vec<Vec<String>> {
        let mut keys: Vec<Vec<String>> = vec![Vec::new()];
        for (_, codes) in &self.spread {
            keys = keys
                .iter()
                .flat_map(|key| {
                    codes.iter().map(move |code| {
                        let mut key = key.clone();
                        key.push(code.clone());
                        key
                    })
                })
                .collect();
        }
        keys
    }
}

impl From<&Refusal> for Reason {
    fn from(refusal: &Refusal) -> Reason {
        match refusal {
            Refusal::NoTable(lacking) => Reason::NoTable(lacking.clone()),
            Refusal::ShareWithoutDimension { dimension } | Refusal::NotAdditive { dimension } => {
                Reason::NoDimension(dimension.clone())
            }
            Refusal::TooManyRows => Reason::NoTable(NoTable { tables: Vec::new() }),
        }
    }
}
