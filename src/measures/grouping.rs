//! Sorting the rows of a table into the cells of a question, and adding them up.
//!
//! Codes are dictionary indexes, so a cell is a sum of strides and the accumulators are dense.

use utvandring_loops::{self as loops, DROPPED, Tally};

use crate::data::cell::Cells as CellColumn;
use crate::data::{Cell, Dataset, Dictionary, Table};
use crate::order;

use super::methods::Status;
use super::question::Question;
use super::source::{Access, Source};

/// More cells than this are refused.
const MAX_CELLS: usize = 2_000_000;

/// What is summed for each row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Part {
    Column(&'static str),
    /// Mean of the populations on 1 January and 31 December.
    MidYear,
}

impl Part {
    pub(super) fn column(name: &'static str) -> Part {
        Part::Column(name)
    }

    pub(super) fn needs(self) -> Vec<&'static str> {
        match self {
            Part::Column(name) => vec![name],
            Part::MidYear => vec!["population_jan1", "population_dec31"],
        }
    }

    /// The columns that have it; `None` when the table lacks one.
    fn columns(self, table: &Table) -> Option<Summed<'_>> {
        let cells = |name| table.measure(name).map(|column| &column.cells);
        Some(match self {
            Part::Column(name) => Summed::Cells(cells(name)?),
            Part::MidYear => Summed::Means(cells("population_jan1")?, cells("population_dec31")?),
        })
    }
}

/// A running sum that remembers what it could not add.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sum {
    pub(super) total: f64,
    pub(super) rows: usize,
    pub(super) missing: usize,
    pub(super) suppressed: usize,
    not_applicable: usize,
}

impl Sum {
    pub(super) fn merge(&mut self, other: &Sum) {
        self.total += other.total;
        self.rows += other.rows;
        self.missing += other.missing;
        self.suppressed += other.suppressed;
        self.not_applicable += other.not_applicable;
    }

    /// A combination that no row mentions holds no emigrations.
    pub(super) fn result_or_zero(&self) -> Result<f64, Status> {
        match self.result() {
            Err(Status::NotInTable) => Ok(0.0),
            result => result,
        }
    }

    /// A sum with a missing part is missing, one with a withheld part is withheld.
    pub(super) fn result(&self) -> Result<f64, Status> {
        if self.missing > 0 {
            Err(Status::MissingInput)
        } else if self.suppressed > 0 {
            Err(Status::SuppressedInput)
        } else if self.rows == 0 {
            Err(if self.not_applicable > 0 {
                Status::NoCompleteCohort
            } else {
                Status::NotInTable
            })
        } else {
            Ok(self.total)
        }
    }
}

impl From<&Tally> for Sum {
    fn from(tally: &Tally) -> Sum {
        let [rows, missing, suppressed, not_applicable] = tally.states.map(|count| count as usize);
        Sum {
            total: tally.total,
            rows,
            missing,
            suppressed,
            not_applicable,
        }
    }
}

/// The columns behind a part.
enum Summed<'a> {
    Cells(&'a CellColumn),
    Means(&'a CellColumn, &'a CellColumn),
}

/// The mean of two cells, as [`Part::MidYear`] takes it.
fn mean(start: Cell, end: Cell) -> Cell {
    match (start, end) {
        (Cell::Number(start), Cell::Number(end)) => Cell::Number((start + end) / 2.0),
        (Cell::Suppressed, _) | (_, Cell::Suppressed) => Cell::Suppressed,
        (Cell::NotApplicable, Cell::NotApplicable) => Cell::NotApplicable,
        _ => Cell::Missing,
    }
}

impl Summed<'_> {
    /// Adds the cells of some rows to the tallies of the places that the rows belong to.
    fn tally(&self, first: usize, places: &[u32], numbers: &mut [f64], tallies: &mut [Tally]) {
        let numbers = &mut numbers[..places.len()];
        match self {
            Summed::Cells(cells) => cells.tally(first, places, tallies),
            Summed::Means(start, end) => {
                let mut ends = vec![0.0; places.len()];
                if start.read(first, numbers).is_none() && end.read(first, &mut ends).is_none() {
                    loops::means(numbers, &ends);
                    loops::tally_f64(places, numbers, tallies);
                    return;
                }
                let mut states = vec![0; places.len()];
                for (at, (number, state)) in numbers.iter_mut().zip(&mut states).enumerate() {
                    let row = first + at;
                    (*number, *state) = mean(start.get(row), end.get(row)).parts();
                }
                loops::tally_states_f64(places, numbers, &states, tallies);
            }
        }
    }
}

/// Which rows are counted besides those that the filters drop.
#[derive(Clone, Copy, Debug)]
pub(super) enum Keep {
    /// All of them.
    All,
    /// Those in which the column is not [`Cell::NotApplicable`].
    Applicable(&'static str),
    /// Those in which it is.
    NotApplicable(&'static str),
}

/// So many rows are looked at together: few enough to stay in the nearest memory.
const ROWS_AT_ONCE: usize = 4096;

/// Sums the parts over the rows that are kept, one sum for each place.
fn sums(source: &Source, steps: &Steps, size: usize, parts: &[Part], keep: Keep) -> Vec<Vec<Sum>> {
    let table = &*source.table;
    let mut tallies = vec![vec![Tally::default(); size + 1]; parts.len()];
    let columns: Vec<Option<Summed>> = parts.iter().map(|part| part.columns(table)).collect();
    let mut numbers = vec![0.0; ROWS_AT_ONCE];
    let mut places = Vec::with_capacity(ROWS_AT_ONCE);
    for first in (0..source.rows).step_by(ROWS_AT_ONCE) {
        let count = ROWS_AT_ONCE.min(source.rows - first);
        steps.places(table, first, count, &mut places);
        if let Keep::Applicable(name) | Keep::NotApplicable(name) = keep {
            let drop_applicable = matches!(keep, Keep::NotApplicable(_));
            let column = table.measure(name);
            let state = Cell::NotApplicable.parts().1;
            match column.and_then(|column| column.cells.read(first, &mut numbers[..count])) {
                Some(states) => {
                    loops::drop_rows(&mut places, states, state, !drop_applicable);
                }
                None if drop_applicable => places.fill(DROPPED),
                None => {}
            }
        }
        for (column, tallies) in columns.iter().zip(&mut tallies) {
            if let Some(column) = column {
                column.tally(first, &places, &mut numbers, tallies);
            }
        }
    }
    let sums = tallies.iter().map(|tallies| {
        // The last tally has the rows that were dropped.
        tallies[..size].iter().map(Sum::from).collect()
    });
    sums.collect()
}

/// For each code of a column, whether a row that passes the filters and is kept has it.
pub(super) fn codes_among(source: &Source, column: usize, keep: Keep, part: Part) -> Vec<bool> {
    let codes = source.table.dimensions[column].codes.len();
    let mut steps = Steps::of_filters(source);
    steps.add(column, (0..codes).map(|code| Some(code as u32)));
    let sums = sums(source, &steps, codes, &[part], keep);
    sums.iter()
        .flatten()
        .map(|sum| *sum != Sum::default())
        .collect()
}

/// Rows of a table sorted into the cells of a question.
pub(super) struct Cells {
    /// Display order of the codes of each dimension of the question.
    pub(super) codes: Vec<Vec<String>>,
    /// Sums of each part, one for each combination of codes.
    pub(super) sums: Vec<Vec<Sum>>,
    pub(super) size: usize,
}

impl Cells {
    /// Sums `parts` over the rows that pass the filters and are kept; `None` when the question asks
    /// for more cells than can be held.
    pub(super) fn collect(
        dataset: &Dataset,
        question: &Question,
        source: &Source,
        parts: &[Part],
        keep: Keep,
    ) -> Option<Cells> {
        let codes: Vec<Vec<String>> = question
            .by
            .iter()
            .zip(&source.by)
            .map(|(dimension, access)| asked_codes(dataset, question, dimension, access))
            .collect();
        let size = codes
            .iter()
            .try_fold(1_usize, |size, codes| size.checked_mul(codes.len()))
            .filter(|size| *size <= MAX_CELLS)?;
        let steps = Steps::new(source, &codes);
        let sums = sums(source, &steps, size, parts, keep);
        Some(Cells { codes, sums, size })
    }

    pub(super) fn key(&self, mut cell: usize) -> Vec<String> {
        let mut key = vec![String::new(); self.codes.len()];
        for (slot, codes) in key.iter_mut().zip(&self.codes).rev() {
            *slot = codes[cell % codes.len()].clone();
            cell /= codes.len();
        }
        key
    }

    /// Whether any row of the table fell into the cell.
    pub(super) fn occurs(&self, cell: usize) -> bool {
        self.sums.iter().any(|sums| sums[cell] != Sum::default())
    }
}

/// The codes of a dimension that a question asks for, in display order.
fn asked_codes(
    dataset: &Dataset,
    question: &Question,
    dimension: &str,
    access: &Access,
) -> Vec<String> {
    let present = match access {
        Access::Column { codes, .. } => codes.as_slice(),
        Access::Constant(code) => std::slice::from_ref(code),
    };
    let filter = question.filter_on(dimension);
    let known = Dictionary::of(present);
    let asked = |code: &String| {
        known.find(code.as_bytes()).is_some()
            && filter.is_none_or(|filter| filter.codes.contains(code))
    };
    let mut codes: Vec<String> = dataset.codes(dimension).into_iter().filter(asked).collect();
    // Codes that are worked out from another column are in no table.
    let mut derived: Vec<String> = Vec::new();
    let mut listed = Dictionary::of(&codes);
    for code in present {
        if asked(code) && listed.number(code.as_bytes()).1 {
            derived.push(code.clone());
        }
    }
    order::sort_by(&mut derived, &String::cmp);
    codes.extend(derived);
    if let Some(labels) = dataset.dimension_labels(dimension) {
        let place = |code: &String| {
            labels
                .labels
                .iter()
                .position(|label| label.code == *code)
                .unwrap_or(usize::MAX)
        };
        order::sort_by(&mut codes, &|one, two| place(one).cmp(&place(two)));
    }
    codes
}

/// What each code of a column adds to the place of its row among the cells of a question.
struct Steps {
    columns: Vec<(usize, Vec<u32>)>,
    constant: u32,
}

impl Steps {
    fn new(source: &Source, codes: &[Vec<String>]) -> Steps {
        let mut steps = Steps::of_filters(source);
        let mut stride = 1;
        for (access, codes) in source.by.iter().zip(codes).rev() {
            let places = Dictionary::of(codes);
            let step = |code: &String| Some(places.find(code.as_bytes())? * stride as u32);
            match access {
                Access::Column {
                    column,
                    codes: mapped,
                } => steps.add(*column, mapped.iter().map(step)),
                Access::Constant(code) => {
                    steps.constant = added(steps.constant, step(code).unwrap_or(DROPPED));
                }
            }
            stride *= codes.len();
        }
        steps
    }

    /// Drops the rows that do not pass the filters.
    fn of_filters(source: &Source) -> Steps {
        let mut steps = Steps {
            columns: Vec::new(),
            constant: 0,
        };
        for (access, wanted) in &source.filters {
            if let Access::Column { column, codes } = access {
                let pass = |code: &String| wanted.contains(code).then_some(0);
                steps.add(*column, codes.iter().map(pass));
            }
        }
        steps
    }

    /// Adds the steps of a column's codes; a code without one drops its rows.
    fn add(&mut self, column: usize, steps: impl Iterator<Item = Option<u32>>) {
        let steps = steps.map(|step| step.unwrap_or(DROPPED));
        match self.columns.iter_mut().find(|(known, _)| *known == column) {
            Some((_, sums)) => {
                for (sum, step) in sums.iter_mut().zip(steps) {
                    *sum = added(*sum, step);
                }
            }
            None => {
                let mut steps: Vec<u32> = steps.collect();
                // As many as a code of one byte can tell apart, so that none has to be checked.
                steps.resize(steps.len().max(256), DROPPED);
                self.columns.push((column, steps));
            }
        }
    }

    /// The places of some rows; one of [`DROPPED`] or more belongs to none.
    fn places(&self, table: &Table, first: usize, count: usize, places: &mut Vec<u32>) {
        places.clear();
        places.resize(count, self.constant);
        for (column, steps) in &self.columns {
            table.dimensions[*column]
                .rows
                .add_steps(first, places, steps);
        }
    }
}

/// Two steps together; what is dropped once stays just dropped, so that sums of many do not overflow.
fn added(one: u32, two: u32) -> u32 {
    (one + two).min(DROPPED)
}
