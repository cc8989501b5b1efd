//! Which rows of a table the parts of a number were summed from.

use data::Dataset;

use super::answer::Row;
use super::compute::{Refusal, Rows, choose, rate_parts, rate_source};
use super::grouping::{Cells, Keep, Part, Sum};
use super::question::{Measure, Question, Rebase};
use super::source::Source;

/// One part of a number: a sum over rows of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Summed {
    /// The table.
    pub table: String,
    /// The columns; two for a mid-year population.
    pub columns: Vec<&'static str>,
    /// How many rows hold a number that went in.
    pub rows: usize,
    /// How many of the rows are suppressed.
    pub suppressed: usize,
    /// The sum of the rows with numbers.
    pub total: f64,
}

/// The sums behind a row: what stands above the line, and below it for a ratio.
///
/// A number that was only published rounded is a row of its table and gives no sums.
pub fn lineage(dataset: &Dataset, question: &Question, row: &Row) -> Result<Vec<Summed>, Refusal> {
    match &question.measure {
        Measure::Rate => {
            let (exposure, _, source) = rate_source(dataset, question, Rows::All)?;
            plain(dataset, question, &source, &rate_parts(exposure), row)
        }
        Measure::Share { of } => share(dataset, question, of, row),
        Measure::Emigrations => column(dataset, question, "emigrations", row),
        Measure::Persons => column(dataset, question, "persons", row),
        Measure::PersonYears => column(dataset, question, "person_years", row),
        Measure::Population => {
            let parts = [Part::MidYear];
            let source = choose(dataset, question, &parts, Rows::All)?;
            plain(dataset, question, &source, &parts, row)
        }
        Measure::ReturnShare => returned(dataset, question, "returned_5y", row),
        Measure::ReturnCurve => returned(dataset, question, "returned", row),
    }
}

fn column(
    dataset: &Dataset,
    question: &Question,
    name: &'static str,
    row: &Row,
) -> Result<Vec<Summed>, Refusal> {
    let parts = [Part::column(name)];
    let source = choose(dataset, question, &parts, Rows::All)?;
    plain(dataset, question, &source, &parts, row)
}

fn returned(
    dataset: &Dataset,
    question: &Question,
    name: &'static str,
    row: &Row,
) -> Result<Vec<Summed>, Refusal> {
    let parts = [Part::column(name), Part::column("emigrations")];
    let source = choose(dataset, question, &parts, Rows::All)?;
    // Cohorts that cannot be observed yet are in neither part.
    let cells = Cells::collect(dataset, question, &source, &parts, Keep::Applicable(name))
        .ok_or(Refusal::TooManyRows)?;
    Ok(of_cells(&cells, &source, &parts, |key| *key == row.key))
}

fn plain(
    dataset: &Dataset,
    question: &Question,
    source: &Source,
    parts: &[Part],
    row: &Row,
) -> Result<Vec<Summed>, Refusal> {
    let cells =
        Cells::collect(dataset, question, source, parts, Keep::All).ok_or(Refusal::TooManyRows)?;
    Ok(of_cells(&cells, source, parts, |key| *key == row.key))
}

/// The sum of each part over the cells that count.
fn of_cells(
    cells: &Cells,
    source: &Source,
    parts: &[Part],
    counts: impl Fn(&Vec<String>) -> bool,
) -> Vec<Summed> {
    let mut sums = vec![Sum::default(); parts.len()];
    for cell in (0..cells.size).filter(|cell| counts(&cells.key(*cell))) {
        for (sum, of_part) in sums.iter_mut().zip(&cells.sums) {
            sum.merge(&of_part[cell]);
        }
    }
    let of_part = |(part, sum): (&Part, &Sum)| Summed {
        table: source.table.name.clone(),
        columns: part.needs(),
        rows: sum.rows,
        suppressed: sum.suppressed,
        total: sum.total,
    };
    parts.iter().zip(&sums).map(of_part).collect()
}

/// The base of a share has every code of its dimension, save those left out.
fn share(
    dataset: &Dataset,
    question: &Question,
    of: &str,
    row: &Row,
) -> Result<Vec<Summed>, Refusal> {
    let mut whole = question.clone();
    whole.filter.retain(|filter| filter.dimension != of);
    let in_rows = whole.by.iter().position(|dimension| dimension == of);
    if in_rows.is_none() {
        whole.by.push(of.to_owned());
    }
    let place = in_rows.unwrap_or(whole.by.len() - 1);
    let parts = [Part::column("emigrations")];
    let source = choose(dataset, &whole, &parts, Rows::All)?;
    let cells =
        Cells::collect(dataset, &whole, &source, &parts, Keep::All).ok_or(Refusal::TooManyRows)?;
    let wanted = question.filter_on(of);
    let leaves_out = |code: &str| question.rebase.leaves_out(code);
    let same_group = |key: &[String]| {
        let mut own = row.key.clone();
        if in_rows.is_some() {
            own.remove(place);
        }
        let mut key = key.to_vec();
        key.remove(place);
        key == own
    };
    let above = of_cells(&cells, &source, &parts, |key| {
        let asked = match in_rows {
            Some(_) => key[place] == row.key[place],
            None => wanted.is_some_and(|filter| filter.codes.contains(&key[place])),
        };
        asked && !leaves_out(&key[place]) && same_group(key)
    });
    let below = of_cells(&cells, &source, &parts, |key| {
        !leaves_out(&key[place]) && same_group(key)
    });
    let mut sums: Vec<Summed> = above.into_iter().chain(below).collect();
    if question.rebase != Rebase::None {
        let dropped = |key: &Vec<String>| leaves_out(&key[place]) && same_group(key);
        sums.extend(of_cells(&cells, &source, &parts, dropped));
    }
    Ok(sums)
}
