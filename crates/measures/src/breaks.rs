//! Breaks in a series, as publishers mark them at rows or descriptions tell of them: what was counted before and
//! after is not the same.

use std::borrow::Cow;
use std::collections::BTreeMap;

use data::{Break, Dimension, Mark, Table};

use super::question::Question;
use super::source::{self, Access, is_time, span};

/// The codes of a dimension that have a break after the first of some years and not after the last, in the
/// order of the table. Numbers of the first year and of the last one cannot be compared for them.
pub fn broken(table: &Table, dimension: &str, (first, last): (i32, i32)) -> Vec<String> {
    let columns = (table.dimension(dimension), table.dimension("year"));
    let (Some(of), Some(years)) = columns else {
        return Vec::new();
    };
    let mut is_broken = vec![false; of.codes.len()];
    for row in table.marked(Mark::Break) {
        if year_of(years, row).is_some_and(|year| first < year && year <= last) {
            is_broken[of.rows.get(row) as usize] = true;
        }
    }
    let codes = of.codes.iter().zip(is_broken);
    let broken = codes.filter(|(_, is_broken)| *is_broken);
    broken.map(|(code, _)| code.clone()).collect()
}

/// How many rows of a table that count for a key of a question have a mark. Dimensions that the table has no
/// column for, and that follow from none, tell nothing apart.
pub fn marked(table: &Table, question: &Question, key: &[String], mark: Mark) -> usize {
    counted(table, question, key, table.marked(mark))
}

/// Whether a row that counts for a key of a question has a mark in its column of flags.
pub fn is_flagged(table: &Table, question: &Question, key: &[String], mark: Mark) -> bool {
    counted(table, question, key, table.flagged(mark)) > 0
}

/// How many of some rows count for a key of a question. Where there are none, the question is not looked at.
fn counted(
    table: &Table,
    question: &Question,
    key: &[String],
    rows: impl Iterator<Item = usize>,
) -> usize {
    let mut rows = rows.peekable();
    match rows.peek() {
        Some(_) => rows.filter(counting(table, question, key)).count(),
        None => 0,
    }
}

/// The year of a row, where it is one.
fn year_of(years: &Dimension, row: usize) -> Option<i32> {
    years.codes[years.rows.get(row) as usize].parse().ok()
}

/// Whether the number of a key of a question is one of years before a break and of years after it.
pub fn is_over_break(table: &Table, question: &Question, key: &[String]) -> bool {
    let mut marked = table.marked(Mark::Break).peekable();
    if marked.peek().is_none() || question.by.iter().any(|name| is_time(name)) {
        return false;
    }
    let Some(years) = table.dimension("year") else {
        return false;
    };
    let counts = counting(table, question, key);
    let year = |row: usize| year_of(years, row);
    let last = marked.filter(&counts).filter_map(year).max();
    let mut all = (0..table.rows).filter(&counts).filter_map(year);
    last.is_some_and(|last| all.any(|year| year < last))
}

/// The breaks that the description tells of among the rows that count for a key of a question; of numbers that are
/// sums over years, those that lie between these.
pub fn told<'a>(table: &'a Table, question: &Question, key: &[String]) -> Vec<&'a Break> {
    if table.breaks.is_empty() {
        return Vec::new();
    }
    let counts = counting(table, question, key);
    let years = table.dimension("year");
    let is_pooled = !question.by.iter().any(|name| is_time(name));
    let is_before = |row: usize, year: i32| {
        let of_row = years.and_then(|years| year_of(years, row));
        of_row.is_some_and(|of_row| of_row < year)
    };
    let is_told = |one: &&Break| {
        let mut rows = one.rows.iter();
        rows.any(|row| counts(&(*row as usize)))
            && (!is_pooled || (0..table.rows).any(|row| is_before(row, one.year) && counts(&row)))
    };
    table.breaks.iter().filter(is_told).collect()
}

/// Whether a row of a table counts for a key of a question.
fn counting<'a>(
    table: &'a Table,
    question: &'a Question,
    key: &'a [String],
) -> impl Fn(&usize) -> bool + 'a {
    let by = question.by.iter().zip(key);
    let by = by.map(|(name, code)| (name, std::slice::from_ref(code)));
    let codes_of = |name: &str, access: fn(&Table, &str, &Question) -> Option<Access>| {
        if let Some(column) = table
            .dimension(name)
            .filter(|_| question.together.is_none())
        {
            return Some((&column.rows, Cow::Borrowed(&column.codes)));
        }
        match access(table, name, question)? {
            Access::Column { column, codes } => {
                Some((&table.dimensions[column].rows, Cow::Owned(codes)))
            }
            Access::Constant(_) => None,
        }
    };
    // A period that is no column is told by its years.
    let is_derived = |name: &String| name == "period" && table.dimension(name).is_none();
    let columns = by.clone().filter(|(name, _)| !is_derived(name));
    let columns =
        columns.filter_map(|(name, wanted)| Some((codes_of(name, source::access)?, wanted)));
    let filters = question.filter.iter().filter_map(|filter| {
        let found = codes_of(&filter.dimension, source::own_access)?;
        Some((found, filter.codes.as_slice()))
    });
    let wanted: Vec<_> = columns.chain(filters).collect();
    let mut periods = by.filter(|(name, _)| is_derived(name));
    let period = periods.find_map(|(_, codes)| Some((table.dimension("year")?, span(&codes[0])?)));
    move |row: &usize| {
        let is_within = period.is_none_or(|(years, (first, last))| {
            year_of(years, *row).is_some_and(|year| (first..=last).contains(&year))
        });
        is_within
            && wanted
                .iter()
                .all(|((rows, codes), wanted)| wanted.contains(&codes[rows.get(*row) as usize]))
    }
}

/// The year of a break between two keys of a question that differ in nothing but the year or the period: after
/// the first of the years, and not after the last.
pub fn between(table: &Table, question: &Question, one: &[String], two: &[String]) -> Option<i32> {
    years_between(table, question, one, two)?.next()
}

/// The years of all breaks between two numbers of a question.
pub fn years(table: &Table, question: &Question, one: &[String], two: &[String]) -> Vec<i32> {
    years_between(table, question, one, two).map_or(Vec::new(), Iterator::collect)
}

fn years_between(
    table: &Table,
    question: &Question,
    one: &[String],
    two: &[String],
) -> Option<impl Iterator<Item = i32>> {
    let mut by = question.by.iter();
    let place = by.position(|name| is_time(name));
    let place = place.filter(|_| table.has_marks())?;
    let is_other = |(at, (one, two)): (usize, (&String, &String))| at != place && one != two;
    if one.iter().zip(two).enumerate().any(is_other) {
        return None;
    }
    let (one_span, two_span) = (span(&one[place])?, span(&two[place])?);
    let first = one_span.0.min(two_span.0).saturating_add(1);
    let years = first..=one_span.1.max(two_span.1);
    let (mut key, mut by_year) = (one.to_vec(), question.clone());
    "year".clone_into(&mut by_year.by[place]);
    // A break lies in the years between, whether a question is asked of them or not.
    by_year.filter.retain(|filter| !is_time(&filter.dimension));
    Some(years.filter(move |year| {
        key[place] = year.to_string();
        marked(table, &by_year, &key, Mark::Break) > 0
    }))
}

/// Years that follow each other without a break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The years, in order.
    pub years: Vec<i32>,
    /// The first years after each of the breaks.
    pub starts: Vec<i32>,
}

/// The last of some years, at least so many, that follow each other without a break that the description of a table
/// tells of for all of it, or that is in one of the years `marked`. None where there is none among them.
pub fn stretch(
    table: &Table,
    mut years: Vec<i32>,
    marked: &[i32],
    least: usize,
) -> Option<Stretch> {
    years.sort_unstable();
    years.dedup();
    let of_all = table.breaks.iter().filter(|one| one.of.iter().len() == 0);
    let broken: Vec<i32> = of_all
        .map(|one| one.year)
        .chain(marked.iter().copied())
        .collect();
    let goes_on = |before: &i32, year: &i32| !broken.iter().any(|one| before < one && one <= year);
    let stretches: Vec<&[i32]> = years.chunk_by(goes_on).collect();
    let last = stretches
        .iter()
        .rev()
        .find(|stretch| stretch.len() >= least);
    let last = last.filter(|_| stretches.len() > 1)?;
    Some(Stretch {
        years: last.to_vec(),
        starts: stretches.iter().skip(1).map(|stretch| stretch[0]).collect(),
    })
}

/// The year of a break between any two of some keys of a question that differ in nothing but the year or the period.
pub fn among<'a>(
    table: &Table,
    question: &Question,
    keys: impl IntoIterator<Item = &'a [String]>,
) -> Option<i32> {
    let mut by = question.by.iter();
    let place = by.position(|name| is_time(name));
    let place = place.filter(|_| table.has_marks())?;
    let mut ends: BTreeMap<Vec<String>, [&[String]; 2]> = BTreeMap::new();
    for key in keys {
        let mut others = key.to_vec();
        others.remove(place);
        let [first, last] = ends.entry(others).or_insert([key, key]);
        if span(&key[place]) < span(&first[place]) {
            *first = key;
        }
        if span(&key[place]) > span(&last[place]) {
            *last = key;
        }
    }
    let mut ends = ends.into_values();
    ends.find_map(|[first, last]| between(table, question, first, last))
}

#[cfg(test)]
mod tests {
    use data::open::{NamedBytes, open};

    use super::*;

    /// A table whose column `flag` has the marks of the publisher.
    fn flagged(csv: &str) -> data::Dataset {
        let description = r#"{"name": "x", "resources": [{"name": "t", "path": "t.csv", "schema": {"fields":
            [{"name": "flag", "type": "string", "role": "note"}]}}]}"#;
        let file = |name: &str, text: &str| NamedBytes {
            name: name.to_owned(),
            bytes: text.as_bytes().to_vec(),
        };
        open(&[file("datapackage.json", description), file("t.csv", csv)])
            .expect("the package opens")
    }

    #[test]
    fn a_period_has_the_name_and_the_marks_of_the_years_that_count() {
        let csv = "country,year,emigrations,flag\na,2006,1,\na,2008,10,\na,2011,11,\na,2013,12,e\nb,2013,5,p\n";
        let dataset = flagged(csv);
        let all = Question::new(crate::Measure::Emigrations, ["period"]);
        let some = all.clone().filtered("year", ["2008", "2011", "2013"]);
        let told = |question: &Question| -> Vec<(String, Option<f64>, usize)> {
            let answer = crate::answer(&dataset, question).expect("the table has periods");
            let marks = |key: &[String]| marked(&dataset.tables[0], question, key, Mark::Estimated);
            let rows = answer.rows.iter();
            rows.map(|row| (row.key[0].clone(), row.value, marks(&row.key)))
                .collect()
        };
        let period = |name: &str, value: f64, marks| (name.to_owned(), Some(value), marks);
        assert_eq!(
            told(&all),
            [period("2006-2011", 22.0, 0), period("2013", 17.0, 1)]
        );
        assert_eq!(
            told(&some),
            [period("2008-2011", 21.0, 0), period("2013", 17.0, 1)]
        );
        // A period that is chosen keeps its name.
        let chosen = all.filtered("period", ["2006-2011"]);
        assert_eq!(told(&chosen), [period("2006-2011", 22.0, 0)]);
    }

    #[test]
    fn a_break_in_the_first_year_is_none_between_the_years() {
        let csv = "country,year,emigrations,flag\na,2008,10,b\na,2009,11,\nb,2008,10,\nb,2009,11,be\n\
                   c,2008,10,\nc,2009,11,p\n";
        let dataset = flagged(csv);
        let table = &dataset.tables[0];
        assert_eq!(broken(table, "country", (2008, 2009)), ["b"]);
        assert_eq!(broken(table, "country", (2007, 2008)), ["a"]);
        assert_eq!(broken(table, "country", (2009, 2009)), [""; 0]);

        let question = Question::new(crate::Measure::Emigrations, ["country", "year"]);
        let key = |country: &str, year: &str| [country, year].map(str::to_owned);
        let count = |country, year, mark| marked(table, &question, &key(country, year), mark);
        assert_eq!(count("b", "2009", Mark::Break), 1);
        assert_eq!(count("b", "2009", Mark::Estimated), 1);
        assert_eq!(count("c", "2009", Mark::Provisional), 1);
        assert_eq!(count("c", "2009", Mark::Break), 0);
        let is_between = |country| {
            between(
                table,
                &question,
                &key(country, "2008"),
                &key(country, "2009"),
            )
            .is_some()
        };
        assert_eq!(["a", "b", "c"].map(is_between), [false, true, false]);
        // Of a sum over countries, as soon as one of them has a break.
        let all = Question::new(crate::Measure::Emigrations, ["year"]);
        let years = ["2008", "2009"].map(|year| vec![year.to_owned()]);
        assert_eq!(between(table, &all, &years[0], &years[1]), Some(2009));
        let some = all.filtered("country", ["a", "c"]);
        assert_eq!(between(table, &some, &years[0], &years[1]), None);
        // Of periods, as soon as one lies after the first year of them.
        let periods = Question::new(crate::Measure::Rate, ["country", "period"]);
        let [early, late] = ["2002-2005", "2006-2009"];
        let is_between =
            |country| between(table, &periods, &key(country, early), &key(country, late));
        assert_eq!(["b", "c"].map(is_between), [Some(2009), None]);
    }

    #[test]
    fn a_break_lies_between_years_that_are_asked_of_alone_and_in_sums_over_it() {
        // Years that are not asked of are between those that are.
        let csv = "country,year,emigrations,flag\na,2007,10,\na,2008,11,b\na,2009,12,\n";
        let dataset = flagged(csv);
        let table = &dataset.tables[0];
        let ends =
            Question::new(crate::Measure::Emigrations, ["year"]).filtered("year", ["2007", "2009"]);
        let years = ["2007", "2009"].map(|year| vec![year.to_owned()]);
        assert_eq!(between(table, &ends, &years[0], &years[1]), Some(2008));
        let pooled = Question::new(crate::Measure::Emigrations, ["country"]);
        let of_a = ["a".to_owned()];
        assert!(is_over_break(table, &pooled, &of_a));
        assert!(!is_over_break(
            table,
            &pooled.clone().filtered("year", ["2008", "2009"]),
            &of_a
        ));
        assert!(!is_over_break(table, &ends, &years[1]));
    }
}
