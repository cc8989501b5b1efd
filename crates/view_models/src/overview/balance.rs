//! What can be compared over the years: the places that have numbers in all of them, without a break.

use std::collections::BTreeSet;

use data::{Dataset, Mark, Table};
use figures::spec::Spec;
use kernels::stable_sort as order;
use measures::breaks::Stretch;
use measures::{Answer, Exposure, Filter, Makeup, Measure, Note, Question, breaks};
use text::overview::{self as say, Units};
use text::{Lang, number, places};

use super::kinds::is_place;
use crate::reader::{Reader, Values};

/// What of a data set the overview is of.
#[derive(Clone, Debug, Default)]
pub(super) struct Scope {
    /// What the package shows first.
    filters: Vec<Filter>,
}

impl Scope {
    pub fn of(dataset: &Dataset) -> Scope {
        let shown = dataset.defaults.iter();
        Scope {
            filters: shown
                .map(|(dimension, codes)| Filter::new(dimension.clone(), codes.clone()))
                .collect(),
        }
    }

    /// A question of what the overview is of.
    pub fn ask(&self, mut question: Question) -> Question {
        for filter in &self.filters {
            if question.filter_on(&filter.dimension).is_none() {
                question.filter.push(filter.clone());
            }
        }
        question
    }

    /// The years that are told of, in order.
    pub fn years(&self, dataset: &Dataset) -> Vec<String> {
        let shown = self
            .filters
            .iter()
            .find(|filter| filter.dimension == "year");
        let mut years = dataset.codes("year");
        years.retain(|year| shown.is_none_or(|filter| filter.codes.contains(year)));
        years
    }

    /// The last year with emigrations, of all that are told of; of data without any, with people.
    pub fn last_year(&self, reader: &Reader) -> Option<String> {
        let of = |measure| reader.ask(&self.ask(Question::new(measure, ["year"])));
        let values = of(Measure::Emigrations).or_else(|| of(Measure::Population))?;
        sorted_years(&values, 0).pop()
    }
}

/// The years at a place of the keys, in order.
pub(super) fn sorted_years(values: &Values, place: usize) -> Vec<String> {
    let mut years: Vec<(i32, String)> = Vec::new();
    for code in values.codes(place) {
        years.extend(code.parse().ok().map(|year| (year, code.to_owned())));
    }
    order::sort_by(&mut years, &|one, two| one.0.cmp(&two.0));
    years.into_iter().map(|(_, year)| year).collect()
}

/// A measure by year, all of whose numbers can be compared.
pub(super) struct Series {
    /// What was asked.
    pub question: Question,
    /// Years with their values, in order; two at least.
    pub points: Vec<Point>,
    /// The places that it is a sum over, in words; none where that is everyone.
    pub units: Option<String>,
    /// What was left out, in whole sentences.
    pub left_out: String,
}

/// A year and its number.
pub type Point = (String, f64);

impl Series {
    /// The figure of it.
    pub fn spec(&self) -> Spec {
        Spec::of_question(self.question.clone(), "year", None)
    }

    /// The first and the last point.
    pub fn ends(&self) -> Option<(&Point, &Point)> {
        match self.points.as_slice() {
            [first, .., last] => Some((first, last)),
            _ => None,
        }
    }
}

/// The places of a table that have numbers in every year and no break, and the others.
pub(super) struct Balanced {
    /// Their codes.
    pub codes: Vec<String>,
    /// Those that lack a number.
    gaps: Vec<String>,
    /// Those with a break.
    breaks: Vec<String>,
    /// The first and the last year.
    pub years: (String, String),
}

impl Balanced {
    /// Those of a dimension of which a measure has a number in every one of some years.
    pub fn of(
        reader: &Reader,
        table: &Table,
        question: &Question,
        dimension: &str,
    ) -> Option<Balanced> {
        let mut finer = question.clone();
        finer.by = vec![dimension.to_owned(), "year".to_owned()];
        let found = reader.answer(&finer)?;
        if found.table != table.name {
            return None;
        }
        let mut years: BTreeSet<i32> = BTreeSet::new();
        let mut known: BTreeSet<(&str, i32)> = BTreeSet::new();
        for row in &found.rows {
            let year = row.key[1].parse().ok()?;
            years.insert(year);
            if row.value.is_some() {
                known.insert((&row.key[0], year));
            }
        }
        let (first, last) = (*years.first()?, *years.last()?);
        let broken = breaks::broken(table, dimension, (first, last));
        let mut balanced = Balanced {
            codes: Vec::new(),
            gaps: Vec::new(),
            breaks: Vec::new(),
            years: (first.to_string(), last.to_string()),
        };
        let asked = question.filter_on(dimension);
        for code in reader.dataset.codes(dimension) {
            if asked.is_some_and(|filter| !filter.codes.contains(&code)) {
                continue;
            }
            let has = |year: &i32| known.contains(&(code.as_str(), *year));
            if !years.iter().all(has) {
                balanced.gaps.push(code);
            } else if broken.contains(&code) {
                balanced.breaks.push(code);
            } else {
                balanced.codes.push(code);
            }
        }
        Some(balanced)
    }

    pub fn is_whole(&self) -> bool {
        self.gaps.is_empty() && self.breaks.is_empty()
    }

    /// The places in words.
    pub fn units(&self, lang: Lang, dimension: &str) -> String {
        let units = Units {
            count: number::small(lang, self.codes.len()),
            noun: places::some(lang, dimension),
            years: (!self.gaps.is_empty()).then(|| self.years.clone()),
            unbroken: !self.breaks.is_empty(),
        };
        say::units_phrase(lang, &units)
    }

    /// What was left out, in whole sentences.
    pub fn left_out(&self, reader: &Reader, dimension: &str) -> String {
        /// More names are not read.
        const NAMES: usize = 15;
        let lang = reader.lang;
        let named = |codes: &[String]| match codes.len() {
            count if count > NAMES => say::so_many(
                lang,
                &number::integer(count as f64, lang),
                &places::some(lang, dimension),
            ),
            _ => {
                let names = codes.iter().map(|code| reader.label(dimension, code));
                places::named(lang, dimension, names.collect())
            }
        };
        let (first, last) = &self.years;
        let gaps = (!self.gaps.is_empty())
            .then(|| say::left_out_gaps(lang, &named(&self.gaps), first, last));
        let breaks =
            (!self.breaks.is_empty()).then(|| say::left_out_breaks(lang, &named(&self.breaks)));
        let said: Vec<String> = gaps.into_iter().chain(breaks).collect();
        said.join(" ")
    }
}

/// A question by year of the years that follow each other without a break that all of a table has, the last ones of
/// them; in whole sentences which these are, where they are not all.
pub(super) fn unbroken(
    lang: Lang,
    table: &Table,
    question: &Question,
    found: &Answer,
) -> (Question, String) {
    let place = question.by.iter().position(|name| name == "year");
    let Some(place) = place.filter(|_| table.has_marks()) else {
        return (question.clone(), String::new());
    };
    let years = found
        .rows
        .iter()
        .filter_map(|row| row.key[place].parse().ok());
    let years: Vec<i32> = years.collect();
    let is_marked =
        |year: &i32| breaks::marked(table, question, &[year.to_string()], Mark::Break) > 0;
    let marked: Vec<i32> = match question.by.len() == 1 && place_of(table).is_none() {
        true => years.iter().copied().filter(is_marked).collect(),
        false => Vec::new(),
    };
    let Some(stretch) = breaks::stretch(table, years, &marked, 2) else {
        return (question.clone(), String::new());
    };
    let mut question = question.clone();
    question.filter.retain(|filter| filter.dimension != "year");
    let question = question.filtered("year", stretch.years.iter().map(i32::to_string));
    (question, only(lang, &stretch))
}

/// That only some years are told of, since breaks cut off the others.
pub(crate) fn only(lang: Lang, stretch: &Stretch) -> String {
    let written = |years: &[i32]| years.iter().map(i32::to_string).collect::<Vec<_>>();
    let years = text::ranges(lang, &written(&stretch.years));
    say::unbroken_years(
        lang,
        &years,
        &text::enumerate(lang, &written(&stretch.starts)),
    )
}

/// The dimension of places that a table tells apart.
fn place_of(table: &Table) -> Option<&str> {
    let told = table.dimensions.iter().filter(|one| one.codes.len() > 1);
    let mut names = told.map(|one| one.name.as_str());
    names.find(|name| is_place(name))
}

/// A measure by year; where the places that it is a sum over change, of those that are there in all
/// years. None when nothing can be compared.
pub(super) fn series(reader: &Reader, scope: &Scope, measure: Measure) -> Option<Series> {
    let mut question = scope.ask(Question::new(measure, ["year"]));
    let (mut units, mut left_out) = (None, String::new());
    let mut found = reader.answer(&question)?;
    let table = reader.dataset.table(&found.table)?;
    let (comparable, broken) = unbroken(reader.lang, table, &question, &found);
    if !broken.is_empty() {
        question = comparable;
        found = reader.answer(&question)?;
    }
    // The denominator is part of what is asked, lest it change with what is left out.
    question.exposure = found.notes.iter().find_map(|note| match note {
        Note::Denominator(exposure) | Note::DenominatorInstead(exposure) => Some(*exposure),
        _ => None,
    });
    question.exposure = question.exposure.filter(|one| *one != Exposure::MidYear);
    let makeup = Makeup::of(reader.dataset, &question, &found);
    let changing = makeup.differs(found.rows.iter().map(|row| row.key.as_slice()));
    if let Some(dimension) = changing.or(place_of(table)) {
        let dimension = dimension.to_owned();
        let balanced = Balanced::of(reader, table, &question, &dimension)?;
        if !balanced.is_whole() {
            if balanced.codes.len() < 2 {
                return None;
            }
            question = question.filtered(&dimension, balanced.codes.clone());
        }
        units = Some(balanced.units(reader.lang, &dimension));
        left_out = balanced.left_out(reader, &dimension);
    }
    if !broken.is_empty() {
        left_out = format!("{broken} {left_out}").trim_end().to_owned();
    }
    let values = reader.ask(&question).filter(Values::all_alike)?;
    let mut points = Vec::new();
    for year in sorted_years(&values, 0) {
        let value = values.of(&[&year])?;
        points.push((year, value));
    }
    (points.len() > 1).then_some(Series {
        question,
        points,
        units,
        left_out,
    })
}

/// How many places a number of a year is a sum over, in words; none where that is everyone.
pub(super) fn places(reader: &Reader, question: &Question) -> Option<String> {
    let found = reader.answer(question)?;
    let table = reader.dataset.table(&found.table)?;
    let dimension = place_of(table)?;
    let mut finer = question.clone();
    finer.by.push(dimension.to_owned());
    let found = reader.answer(&finer)?;
    let known = found.rows.iter().filter(|row| row.value.is_some());
    let lang = reader.lang;
    let count = number::integer(known.count() as f64, lang);
    Some(say::so_many(lang, &count, &places::some(lang, dimension)))
}
