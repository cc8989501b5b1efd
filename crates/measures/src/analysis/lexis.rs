//! Age by calendar year, for a heat map.

use crate::{Answer, Exposure, Filter, Measure, Note, Row, answer, codes_of};
use data::Dataset;
use kernels::stable_sort as order;
use stats::Status;

use super::{Failure, Scope};

/// Whose rates.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The dimensions that tell the panels apart.
    pub by: Vec<String>,
    /// The part of the data set.
    pub scope: Scope,
}

/// Rates by age and year, one panel a group.
#[derive(Clone, Debug, PartialEq)]
pub struct LexisTable {
    /// The table that answered.
    pub table: String,
    /// Codes of the ages, lowest first.
    pub ages: Vec<String>,
    /// Codes of the years.
    pub years: Vec<String>,
    /// The panels.
    pub panels: Vec<Panel>,
    /// Highest rate of all panels, for a common scale of colours.
    pub highest: Option<f64>,
    /// Remarks of the answer.
    pub notes: Vec<Note>,
}

/// One group.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Key of the group.
    pub key: Vec<String>,
    /// Rates, a row an age, a column a year. A cell without people has no rate, which is not 0.
    pub cells: Vec<Vec<Row>>,
    /// Rates over all years, one an age.
    pub by_age: Vec<Row>,
    /// Rates over all ages, one a year.
    pub by_year: Vec<Row>,
}

/// Rates by age and year, with their margins.
pub fn lexis(dataset: &Dataset, request: &Request) -> Result<LexisTable, Failure> {
    let by = request.by.len();
    let question = |more: &[&str]| {
        let more = more.iter().map(|name| (*name).to_owned());
        request
            .scope
            .question(Measure::Rate, request.by.iter().cloned().chain(more))
    };
    let cells = answer(dataset, &question(&["age", "year"]))?;
    let occurring = |dimension: &str, place: usize| -> Vec<String> {
        let mut codes = codes_of(dataset, dimension);
        codes.retain(|code| cells.rows.iter().any(|row| row.key[place] == *code));
        codes
    };
    let ages = occurring("age", by);
    let years = occurring("year", by + 1);
    // The margins use the denominator and the codes of the cells, whichever table answers them.
    let used = cells.notes.iter().find_map(|note| match note {
        Note::Denominator(exposure) | Note::DenominatorInstead(exposure) => Some(*exposure),
        _ => None,
    });
    let margin = |dimension: &str, other: &str, codes: &[String]| {
        let mut question = question(&[dimension]);
        question.exposure = used.or(Some(Exposure::MidYear));
        if question.filter_on(other).is_none() {
            question
                .filter
                .push(Filter::new(other, codes.iter().cloned()));
        }
        answer(dataset, &question)
    };
    let by_age = margin("age", "year", &years)?;
    let by_year = margin("year", "age", &ages)?;
    let (in_cells, in_ages, in_years) = (index(&cells), index(&by_age), index(&by_year));
    let mut keys: Vec<&[String]> = cells.rows.iter().map(|row| &row.key[..by]).collect();
    keys.dedup();
    let panels: Vec<Panel> = keys
        .into_iter()
        .map(|key| Panel {
            key: key.to_vec(),
            cells: ages
                .iter()
                .map(|age| {
                    let cell = |year| find(&in_cells, key, &[age, year]);
                    years.iter().map(cell).collect()
                })
                .collect(),
            by_age: ages.iter().map(|age| find(&in_ages, key, &[age])).collect(),
            by_year: years
                .iter()
                .map(|year| find(&in_years, key, &[year]))
                .collect(),
        })
        .collect();
    let highest = cells
        .rows
        .iter()
        .filter_map(|row| row.value)
        .max_by(f64::total_cmp);
    Ok(LexisTable {
        table: cells.table,
        ages,
        years,
        panels,
        highest,
        notes: cells.notes,
    })
}

/// The rows of an answer in the order of their keys.
fn index(answer: &Answer) -> Vec<&Row> {
    let mut rows: Vec<&Row> = answer.rows.iter().collect();
    order::sort_by(&mut rows, &|one, two| one.key.cmp(&two.key));
    rows
}

/// The row of a group's age or year; a combination without a row is not in the table.
fn find(rows: &[&Row], group: &[String], rest: &[&String]) -> Row {
    let mut key = group.to_vec();
    key.extend(rest.iter().map(|code| (*code).clone()));
    match rows.binary_search_by(|row| row.key.cmp(&key)) {
        Ok(at) => rows[at].clone(),
        Err(_) => Row {
            key,
            numerator: None,
            denominator: None,
            value: None,
            status: Status::NotInTable,
            left_out: None,
            rounding: None,
        },
    }
}
