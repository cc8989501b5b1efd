//! From a question to an answer.
//!
//! Numerators and denominators are summed first and divided last; a rate of several years is sum
//! over sum, never a mean of rates. Rows are added in table order, so the same table gives the
//! same bits everywhere.

use data::{Dataset, Dictionary};
use kernels::stable_sort as order;

use super::answer::{Answer, Note, Row};
use super::grouping::{Cells, Keep, Part, Sum, codes_among};
use super::perturbed::Perturbed;
use super::question::{Exposure, Measure, OTHERS, Question, Rebase};
use super::source::{self, Lack, NoTable, Source};
use stats::Status;

/// Why a question has no answer at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No table has what is asked for.
    NoTable(NoTable),
    /// A share needs its own dimension among the rows or in the filter.
    ShareWithoutDimension {
        /// The dimension.
        dimension: String,
    },
    /// The answer would be a sum over a dimension whose codes are not known to be parts of a whole.
    NotAdditive {
        /// The dimension.
        dimension: String,
    },
    /// More combinations than fit in memory or on a screen.
    TooManyRows,
}

impl From<NoTable> for Refusal {
    fn from(none: NoTable) -> Refusal {
        // A table that only lacks parts tells more than one that has nothing of what is asked.
        let parts = none
            .tables
            .iter()
            .find_map(|(_, lacks)| match lacks.as_slice() {
                [Lack::Parts(dimension), rest @ ..] => rest
                    .iter()
                    .all(|lack| matches!(lack, Lack::Parts(_)))
                    .then(|| dimension.clone()),
                _ => None,
            });
        match parts {
            Some(dimension) => Refusal::NotAdditive { dimension },
            None => Refusal::NoTable(none),
        }
    }
}

/// Answers a question from the smallest adequate table of a data set.
pub fn answer(dataset: &Dataset, question: &Question) -> Result<Answer, Refusal> {
    answer_from(dataset, question, Rows::All)
}

/// Which rows of a table an answer is computed from.
#[derive(Clone, Copy)]
pub(super) enum Rows {
    /// Every row.
    All,
    /// None of them: whether there is an answer does not depend on them.
    None,
}

fn answer_from(dataset: &Dataset, question: &Question, from: Rows) -> Result<Answer, Refusal> {
    let plain = |column| plain(dataset, question, Part::column(column), from);
    match &question.measure {
        Measure::Rate => rate(dataset, question, from),
        Measure::Share { of } => share(dataset, question, of, from),
        Measure::Emigrations => plain("emigrations"),
        Measure::Persons => plain("persons"),
        Measure::PersonYears => plain("person_years"),
        Measure::Population => population(dataset, question, from),
        Measure::ReturnShare => returned(dataset, question, "returned_5y", from),
        Measure::ReturnCurve => returned(dataset, question, "returned", from),
    }
}

pub(super) fn choose(
    dataset: &Dataset,
    question: &Question,
    parts: &[Part],
    from: Rows,
) -> Result<Source, Refusal> {
    let mut needs: Vec<&str> = parts.iter().flat_map(|part| part.needs()).collect();
    needs.dedup();
    let mut source = source::choose(dataset, question, &needs).map_err(Refusal::from)?;
    if let Rows::None = from {
        source.rows = 0;
    }
    Ok(source)
}

fn finish(question: &Question, source: &Source, rows: Vec<Row>, mut notes: Vec<Note>) -> Answer {
    for (dimension, codes) in &source.narrower {
        notes.push(Note::CoversOnly {
            dimension: dimension.clone(),
            codes: codes.clone(),
        });
    }
    let small = rows.iter().filter(|row| row.is_small()).count();
    if small > 0 {
        notes.push(Note::SmallNumbers { rows: small });
    }
    Answer {
        table: source.table.name.clone(),
        by: question.by.clone(),
        rows,
        notes,
    }
}

/// A row without parts, for a value that is a plain sum.
fn count_row(key: Vec<String>, sum: Result<f64, Status>) -> Row {
    Row {
        key,
        numerator: sum.ok(),
        denominator: None,
        value: sum.ok(),
        status: sum.err().unwrap_or(Status::Ok),
        left_out: None,
        rounding: None,
    }
}

fn ratio_row(
    key: Vec<String>,
    numerator: Result<f64, Status>,
    denominator: Result<f64, Status>,
    undefined: Status,
) -> Row {
    let status = match (numerator, denominator) {
        (Err(status), _) | (Ok(_), Err(status)) => status,
        (Ok(events), Ok(0.0)) if events > 0.0 => Status::EventsWithoutExposure,
        (Ok(_), Ok(0.0)) => undefined,
        _ => Status::Ok,
    };
    let value = match (numerator, denominator, status) {
        (Ok(numerator), Ok(denominator), Status::Ok) => Some(numerator / denominator),
        _ => None,
    };
    Row {
        key,
        numerator: numerator.ok(),
        denominator: denominator.ok(),
        value,
        status,
        left_out: None,
        rounding: None,
    }
}

/// A plain sum of one column.
fn plain(
    dataset: &Dataset,
    question: &Question,
    part: Part,
    from: Rows,
) -> Result<Answer, Refusal> {
    let source = choose(dataset, question, &[part], from)?;
    let cells = Cells::collect(dataset, question, &source, &[part], Keep::All)
        .ok_or(Refusal::TooManyRows)?;
    let column = match part {
        Part::Column(name) => source.table.measure(name),
        Part::MidYear => None,
    };
    let rounding = column.and_then(|column| column.rounding);
    let mut perturbed = Perturbed::of(&source.table, &[part], false);
    let rows = (0..cells.size)
        .filter(|cell| cells.occurs(*cell))
        .map(|cell| {
            let sum = &cells.sums[0][cell];
            let mut row = count_row(cells.key(cell), sum.result());
            // Rounding errors add up: the range of a sum is that of its parts together.
            row.rounding = rounding.zip(row.value).map(|(rounding, value)| {
                let half = rounding.step / 2.0 * sum.rows as f64;
                ((value - half).max(0.0), value + half)
            });
            perturbed.settle(&mut row, &[sum], 1);
            row
        })
        .collect();
    let notes = rounding.map(|_| Note::Rounded).into_iter();
    let notes = notes.chain(perturbed.notes()).collect();
    Ok(finish(question, &source, rows, notes))
}

/// Mid-year population; over several years the mean of the years, since a stock is not added up
/// over time.
fn population(dataset: &Dataset, question: &Question, from: Rows) -> Result<Answer, Refusal> {
    let parts = [Part::MidYear];
    let mut by_year = question.clone();
    let per_year = question.by.iter().any(|dimension| dimension == "year");
    if !per_year {
        by_year.by.push("year".to_owned());
    }
    let source = choose(dataset, &by_year, &parts, from)?;
    let cells = Cells::collect(dataset, &by_year, &source, &parts, Keep::All)
        .ok_or(Refusal::TooManyRows)?;
    let years = if per_year {
        1
    } else {
        cells.codes.last().map_or(1, Vec::len)
    };
    let mut rows = Vec::new();
    let mut means: Vec<usize> = Vec::new();
    let mut perturbed = Perturbed::of(&source.table, &parts, false);
    for first in (0..cells.size).step_by(years.max(1)) {
        let present: Vec<usize> = (first..first + years)
            .filter(|cell| cells.occurs(*cell))
            .collect();
        if present.is_empty() {
            continue;
        }
        means.push(present.len());
        let total: Result<f64, Status> =
            present.iter().try_fold(
                0.0,
                |total, cell| Ok(total + cells.sums[0][*cell].result()?),
            );
        let mut key = cells.key(first);
        key.truncate(question.by.len());
        let mut row = count_row(key, total.map(|total| total / present.len() as f64));
        let mut all = Sum::default();
        present
            .iter()
            .for_each(|cell| all.merge(&cells.sums[0][*cell]));
        perturbed.settle(&mut row, &[&all], present.len());
        rows.push(row);
    }
    let mut notes = if years > 1 {
        vec![match means.as_slice() {
            [first, others @ ..] if others.iter().any(|other| other != first) => {
                Note::MeanOfOwnYears
            }
            [first, ..] => Note::MeanOfYears { years: *first },
            [] => Note::MeanOfYears { years },
        }]
    } else {
        Vec::new()
    };
    notes.extend(perturbed.notes());
    Ok(finish(question, &source, rows, notes))
}

/// What the events of a rate were summed from, where some of them are withheld.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    /// Codes, parallel to the dimensions of the question.
    pub key: Vec<String>,
    /// Events in the cells that are given.
    pub known: f64,
    /// Cells of events that are suppressed.
    pub suppressed: usize,
    /// Cells of events that are missing.
    pub missing: usize,
    /// The exposure, or why it is not known.
    pub exposure: Result<f64, Status>,
}

/// The events of a rate as tallies: the table that answered, its remarks, one tally a row.
pub fn tallies(
    dataset: &Dataset,
    question: &Question,
) -> Result<(String, Vec<Note>, Vec<Tally>), Refusal> {
    let (exposure, wanted, source) = rate_source(dataset, question, Rows::All)?;
    let cells = Cells::collect(dataset, question, &source, &rate_parts(exposure), Keep::All)
        .ok_or(Refusal::TooManyRows)?;
    let mut perturbed = Perturbed::of(&source.table, &rate_parts(exposure), false);
    let tallies = (0..cells.size)
        .filter(|cell| cells.occurs(*cell))
        .map(|cell| {
            let events = &cells.sums[0][cell];
            perturbed.count(&[events, &cells.sums[1][cell]]);
            Tally {
                key: cells.key(cell),
                known: events.total,
                suppressed: events.suppressed,
                missing: events.missing,
                exposure: cells.sums[1][cell].result(),
            }
        })
        .collect();
    let mut notes = vec![rate_note(exposure, wanted)];
    notes.extend(perturbed.notes());
    let answer = finish(question, &source, Vec::new(), notes);
    Ok((answer.table, answer.notes, tallies))
}

pub(super) fn rate_parts(exposure: Exposure) -> [Part; 2] {
    let exposure = match exposure {
        Exposure::MidYear => Part::MidYear,
        Exposure::PersonYears => Part::column("person_years"),
    };
    [Part::column("emigrations"), exposure]
}

fn rate_note(used: Exposure, wanted: Exposure) -> Note {
    if used == wanted {
        Note::Denominator(used)
    } else {
        Note::DenominatorInstead(used)
    }
}

/// The exposure used for a rate, the one wanted, and the table that has it.
pub(super) fn rate_source(
    dataset: &Dataset,
    question: &Question,
    from: Rows,
) -> Result<(Exposure, Exposure, Source), Refusal> {
    let wanted = question.exposure.unwrap_or(if question.single_years() {
        Exposure::MidYear
    } else {
        Exposure::PersonYears
    });
    let other = match wanted {
        Exposure::MidYear => Exposure::PersonYears,
        Exposure::PersonYears => Exposure::MidYear,
    };
    let with = |exposure| choose(dataset, question, &rate_parts(exposure), from);
    match with(wanted) {
        Ok(source) => Ok((wanted, wanted, source)),
        Err(refusal) => match with(other) {
            Ok(source) => Ok((other, wanted, source)),
            Err(_) => Err(refusal),
        },
    }
}

/// Emigrations per exposure. A year with neither people nor events adds nothing.
fn rate(dataset: &Dataset, question: &Question, from: Rows) -> Result<Answer, Refusal> {
    let (exposure, wanted, source) = match rate_source(dataset, question, from) {
        Ok(found) => found,
        Err(refusal) => return printed(dataset, question, "rate_percent").ok_or(refusal),
    };
    let cells = Cells::collect(dataset, question, &source, &rate_parts(exposure), Keep::All)
        .ok_or(Refusal::TooManyRows)?;
    let mut perturbed = Perturbed::of(&source.table, &rate_parts(exposure), false);
    let rows = (0..cells.size)
        .filter(|cell| cells.occurs(*cell))
        .map(|cell| {
            let sum = |part: usize| &cells.sums[part][cell];
            let (events, exposed) = (sum(0).result(), sum(1).result());
            let mut row = ratio_row(cells.key(cell), events, exposed, Status::NoExposure);
            perturbed.settle(&mut row, &[sum(0), sum(1)], 1);
            row
        })
        .collect();
    let mut notes = vec![rate_note(exposure, wanted)];
    notes.extend(perturbed.notes());
    Ok(finish(question, &source, rows, notes))
}

/// The part of the emigrations that has a code of `of`.
fn share(dataset: &Dataset, question: &Question, of: &str, from: Rows) -> Result<Answer, Refusal> {
    let in_rows = question.by.iter().position(|dimension| dimension == of);
    let wanted = question.filter_on(of).map(|filter| filter.codes.clone());
    if in_rows.is_none() && wanted.is_none() {
        return Err(Refusal::ShareWithoutDimension {
            dimension: of.to_owned(),
        });
    }
    // The base needs every code of the dimension, so its filter is applied to the numerator only.
    let mut whole = question.clone();
    whole.filter.retain(|filter| filter.dimension != of);
    if in_rows.is_none() {
        whole.by.push(of.to_owned());
    }
    let place = in_rows.unwrap_or(whole.by.len() - 1);
    let parts = [Part::column("emigrations")];
    let source = match choose(dataset, &whole, &parts, from) {
        Ok(source) => source,
        Err(refusal) => {
            return printed(dataset, question, "destination_share_percent").ok_or(refusal);
        }
    };
    if !source::makes_up(&source, place, &["emigrations"]) {
        return Err(Refusal::NotAdditive {
            dimension: of.to_owned(),
        });
    }
    if let Some(lacks) = source::lacks_of_base(dataset, &source, place, of)
        .or_else(|| source::lacks_of_filter(&source, place, of, wanted.as_deref()))
    {
        let tables = vec![(source.table.name.clone(), lacks)];
        return Err(Refusal::NoTable(NoTable { tables }));
    }
    let cells =
        Cells::collect(dataset, &whole, &source, &parts, Keep::All).ok_or(Refusal::TooManyRows)?;
    let inner: usize = cells.codes[place + 1..].iter().map(Vec::len).product();
    let of_codes = cells.codes[place].clone();
    let sums = &cells.sums[0];

    let wanted = wanted.as_ref().map(|codes| Dictionary::of(codes));
    let mut perturbed = Perturbed::of(&source.table, &parts, true);
    let (mut all, mut left_out_of_all) = (0.0, 0.0);
    let mut rows = Vec::new();
    let block = inner * of_codes.len();
    for outer in 0..cells.size / block.max(1) {
        for rest in 0..inner {
            let cell = |code: usize| outer * block + code * inner + rest;
            let mut base = Sum::default();
            let mut left_out = Sum::default();
            for (index, code) in of_codes.iter().enumerate() {
                let into = if question.rebase.leaves_out(code) {
                    &mut left_out
                } else {
                    &mut base
                };
                into.merge(&sums[cell(index)]);
            }
            if base == Sum::default() && left_out == Sum::default() {
                continue;
            }
            all += base.total + left_out.total;
            left_out_of_all += left_out.total;
            let dropped = (question.rebase != Rebase::None)
                .then(|| left_out.result_or_zero().ok())
                .flatten();
            let mut push = |key: Vec<String>, sum: &Sum| {
                let denominator = base.result_or_zero();
                // What no row tells of is nothing only where the table says so.
                let part = match source.table.absent_is_zero {
                    true => sum.result_or_zero(),
                    false => sum.result(),
                };
                let mut row = ratio_row(key, part, denominator, Status::NoDenominator);
                row.left_out = dropped;
                perturbed.settle(&mut row, &[sum, &base], 1);
                rows.push(row);
            };
            if in_rows.is_some() {
                for (index, code) in of_codes.iter().enumerate() {
                    let is_chosen = wanted.as_ref().is_none_or(|codes| codes.has(code));
                    let asked = is_chosen || code == OTHERS;
                    if asked && !question.rebase.leaves_out(code) {
                        push(cells.key(cell(index)), &sums[cell(index)]);
                    }
                }
            } else {
                let mut part = Sum::default();
                for (index, code) in of_codes.iter().enumerate() {
                    let asked = wanted.as_ref().is_some_and(|codes| codes.has(code));
                    if asked && !question.rebase.leaves_out(code) {
                        part.merge(&sums[cell(index)]);
                    }
                }
                let mut key = cells.key(cell(0));
                key.remove(place);
                push(key, &part);
            }
        }
    }
    let mut notes = Vec::new();
    if let Rebase::Without(codes) = &question.rebase {
        notes.push(Note::Rebased {
            without: codes.clone(),
            left_out: left_out_of_all,
            of: all,
        });
    }
    notes.extend(perturbed.notes());
    Ok(finish(question, &source, rows, notes))
}

/// Returned of emigrated. Rows whose return cannot be known yet stay out of both parts.
fn returned(
    dataset: &Dataset,
    question: &Question,
    column: &'static str,
    from: Rows,
) -> Result<Answer, Refusal> {
    let parts = [Part::column(column), Part::column("emigrations")];
    let source = match choose(dataset, question, &parts, from) {
        Ok(source) => source,
        // What is printed rounded is the share after five years, not a curve.
        Err(refusal) if question.measure != Measure::ReturnShare => return Err(refusal),
        Err(refusal) => return printed(dataset, question, "return_share_percent").ok_or(refusal),
    };
    let cells = Cells::collect(dataset, question, &source, &parts, Keep::Applicable(column))
        .ok_or(Refusal::TooManyRows)?;
    let unobserved = Cells::collect(
        dataset,
        question,
        &source,
        &parts,
        Keep::NotApplicable(column),
    )
    .ok_or(Refusal::TooManyRows)?;
    let mut perturbed = Perturbed::of(&source.table, &parts, true);
    let rows = (0..cells.size)
        .filter(|cell| cells.occurs(*cell) || unobserved.occurs(*cell))
        .map(|cell| {
            let sum = |part: usize| {
                if cells.occurs(cell) {
                    cells.sums[part][cell].result()
                } else {
                    Err(Status::NoCompleteCohort)
                }
            };
            let mut row = ratio_row(cells.key(cell), sum(0), sum(1), Status::NoDenominator);
            perturbed.settle(&mut row, &[&cells.sums[0][cell], &cells.sums[1][cell]], 1);
            row
        })
        .collect();
    let mut notes = Vec::new();
    let years = unobserved_years(&source, column);
    if !years.is_empty() {
        notes.push(Note::NotYetObservable { years });
    }
    notes.extend(perturbed.notes());
    Ok(finish(question, &source, rows, notes))
}

/// The years whose return cannot be known yet and that the question asks for.
fn unobserved_years(source: &Source, measure: &'static str) -> Vec<String> {
    let dimensions = &source.table.dimensions;
    let Some(place) = dimensions.iter().position(|column| column.name == "year") else {
        return Vec::new();
    };
    let keep = Keep::NotApplicable(measure);
    let unobserved = codes_among(source, place, keep, Part::column(measure));
    let column = &dimensions[place];
    let years = column.codes.iter().zip(unobserved);
    let mut years: Vec<String> = years
        .filter(|(_, unobserved)| *unobserved)
        .map(|(year, _)| year.clone())
        .collect();
    order::sort_by(&mut years, &String::cmp);
    years
}

/// Shares that were only printed, rounded, without their parts. They cannot be pooled, so the
/// table must have exactly the dimensions of the question.
fn printed(dataset: &Dataset, question: &Question, column: &'static str) -> Option<Answer> {
    let source = source::choose(dataset, question, &[column]).ok()?;
    let told_apart = |name: &str| {
        question.by.iter().any(|dimension| dimension == name)
            || question
                .filter_on(name)
                .is_some_and(|filter| filter.codes.len() == 1)
    };
    let rebased = question.rebase != Rebase::None;
    if rebased
        || !source
            .table
            .dimensions
            .iter()
            .all(|column| told_apart(&column.name))
    {
        return None;
    }
    let parts = [Part::column(column)];
    let cells = Cells::collect(dataset, question, &source, &parts, Keep::All)?;
    let of = source.table.measure(column)?;
    let step = of.rounding.map_or(1.0, |rounding| rounding.step);
    let slack = step / 2.0 + of.perturbed.map_or(0.0, |one| one.max_difference);
    let rows = (0..cells.size)
        .filter(|cell| cells.occurs(*cell))
        .map(|cell| {
            let percent = cells.sums[0][cell].result();
            let value = percent.ok().map(|percent| percent / 100.0);
            Row {
                key: cells.key(cell),
                numerator: None,
                denominator: None,
                value,
                status: percent.err().unwrap_or(Status::Ok),
                left_out: None,
                rounding: percent.ok().map(|percent| {
                    (
                        (percent - slack).max(0.0) / 100.0,
                        (percent + slack) / 100.0,
                    )
                }),
            }
        })
        .collect();
    let perturbed = of.perturbed.map(|how| Note::Perturbed { how, cells: 1 });
    let notes = std::iter::once(Note::Rounded).chain(perturbed).collect();
    Some(finish(question, &source, rows, notes))
}

/// Whether some table can answer a question.
pub fn is_answerable(dataset: &Dataset, question: &Question) -> bool {
    answer_from(dataset, question, Rows::None).is_ok()
}

/// The measure columns a measure is computed from.
pub fn columns_of(measure: &Measure) -> Vec<&'static str> {
    match measure {
        Measure::Emigrations | Measure::Share { .. } | Measure::Rate => vec!["emigrations"],
        Measure::Persons => vec!["persons"],
        Measure::Population => Part::MidYear.needs(),
        Measure::PersonYears => vec!["person_years"],
        Measure::ReturnShare => vec!["returned_5y"],
        Measure::ReturnCurve => vec!["returned"],
    }
}
