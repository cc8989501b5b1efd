//! Sorting the rows of a table into the cells of a question, and adding them up.
//!
//! Codes are dictionary indexes, so a cell is a sum of strides and the accumulators are dense.

use kernels::{self as loops, DROPPED, Tally};

use data::cell::Cells as CellColumn;
use data::indexes::Indexes;
use data::{Cell, Dataset, Dictionary, Table};
use kernels::stable_sort as order;

use super::question::{OTHERS, Question};
use super::source::{Access, Source};
use stats::Status;

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

    /// The sum where a combination that no row mentions holds no emigrations.
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
                Status::NotApplicable
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

/// The sums of a part while they grow, one for each place.
enum Growing {
    /// Every cell of the part is a number: how many there were is counted for all such parts at once.
    Totals(Vec<f64>),
    Tallies(Vec<Tally>),
}

impl Summed<'_> {
    fn are_numbers(&self) -> bool {
        match self {
            Summed::Cells(cells) => cells.are_numbers(),
            Summed::Means(start, end) => start.are_numbers() && end.are_numbers(),
        }
    }

    /// Adds the cells of the rows of a block that are kept.
    fn add_to(&self, growing: &mut Growing, block: &mut Block, kept: Kept) {
        if let (Summed::Cells(cells), Growing::Totals(totals), Kept::One(place)) =
            (self, &mut *growing, kept)
        {
            let total = &mut totals[place as usize];
            *total = cells.add_up(*total, block.first, block.count);
            return;
        }
        if let Kept::One(place) = kept {
            loops::fill(&mut block.places, block.count, place);
        }
        let has_states = matches!(growing, Growing::Tallies(_));
        match self {
            Summed::Cells(cells) => block.read(cells, kept),
            Summed::Means(start, end) if has_states => block.read_means(start, end, kept),
            Summed::Means(start, end) => {
                block.read(end, kept);
                std::mem::swap(&mut block.numbers, &mut block.ends);
                block.read(start, kept);
                loops::means(&mut block.numbers, &block.ends);
            }
        }
        match growing {
            Growing::Totals(totals) => loops::add_up(totals, &block.places, &block.numbers),
            Growing::Tallies(tallies) => {
                loops::tally(tallies, &block.places, &block.numbers, &block.states);
            }
        }
    }
}

/// Which rows of a block are kept.
#[derive(Clone, Copy)]
enum Kept {
    /// All of them, and they belong to one place.
    One(u32),
    /// All of them.
    All,
    /// Those that are noted in the block.
    Picked,
}

/// Rows that are looked at together.
#[derive(Default)]
struct Block {
    first: usize,
    count: usize,
    /// The place of each row that is kept.
    places: Vec<u32>,
    /// Where in the block each of them stands, when not all are kept.
    picked: Vec<u32>,
    /// The numbers of their cells, and their states where the column has any.
    numbers: Vec<f64>,
    states: Vec<u8>,
    ends: Vec<f64>,
}

impl Block {
    fn read(&mut self, cells: &CellColumn, kept: Kept) {
        self.numbers.resize(self.places.len(), 0.0);
        if let Kept::Picked = kept {
            cells.pick(
                self.first,
                &self.picked,
                &mut self.numbers,
                &mut self.states,
            );
            return;
        }
        cells.read(self.first, &mut self.numbers);
        if let Some(states) = cells.states(self.first, self.count) {
            self.states.clear();
            self.states.extend_from_slice(states);
        }
    }

    fn read_means(&mut self, start: &CellColumn, end: &CellColumn, kept: Kept) {
        self.numbers.clear();
        self.states.clear();
        for place in 0..self.places.len() {
            let row = match kept {
                Kept::Picked => self.first + self.picked[place] as usize,
                Kept::One(_) | Kept::All => self.first + place,
            };
            let (number, state) = mean(start.get(row), end.get(row)).parts();
            self.numbers.push(number);
            self.states.push(state);
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

/// Sums the parts over the rows that are kept, one sum for each place.
fn sums(source: &Source, steps: &Steps, size: usize, parts: &[Part], keep: Keep) -> Vec<Vec<Sum>> {
    let table = &*source.table;
    let mut counts = vec![0; size];
    let mut columns: Vec<Option<(Summed, Growing)>> = Vec::with_capacity(parts.len());
    for part in parts {
        columns.push(part.columns(table).map(|column| {
            let growing = match column.are_numbers() {
                true => Growing::Totals(vec![0.0; size]),
                false => Growing::Tallies(vec![Tally::default(); size]),
            };
            (column, growing)
        }));
    }
    let mut block = Block::default();
    for first in (0..source.rows).step_by(Indexes::BLOCK) {
        block.first = first;
        block.count = Indexes::BLOCK.min(source.rows - first);
        let Some(kept) = steps.keep(table, keep, &mut block) else {
            continue;
        };
        match kept {
            Kept::One(place) => counts[place as usize] += block.count as u32,
            Kept::All | Kept::Picked => loops::count(&mut counts, &block.places),
        }
        for (column, growing) in columns.iter_mut().flatten() {
            column.add_to(growing, &mut block, kept);
        }
    }
    let counted = |(total, count): (&f64, &u32)| Sum {
        total: *total,
        rows: *count as usize,
        ..Sum::default()
    };
    let sums = columns.iter().map(|column| match column {
        Some((_, Growing::Totals(totals))) => totals.iter().zip(&counts).map(counted).collect(),
        Some((_, Growing::Tallies(tallies))) => tallies.iter().map(Sum::from).collect(),
        None => vec![Sum::default(); size],
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
    let wanted = filter.map(|filter| Dictionary::of(&filter.codes));
    // Those that count together are chosen one by one.
    let is_wanted = |code: &String| {
        let wanted = wanted.as_ref();
        code == OTHERS || wanted.is_none_or(|wanted| wanted.has(code))
    };
    let asked = |code: &String| known.has(code) && is_wanted(code);
    let mut codes: Vec<String> = dataset.codes(dimension).into_iter().filter(asked).collect();
    // Codes that are worked out from another column are in no table.
    let mut derived: Vec<String> = Vec::new();
    let mut listed = Dictionary::of(&codes);
    for code in present {
        if asked(code) && listed.number(code.as_bytes()).1 {
            derived.push(code.clone());
        }
    }
    if !derived.is_empty() {
        order::sort_by(&mut derived, &String::cmp);
        codes.extend(derived);
        codes = dataset.in_display_order(dimension, codes);
    }
    codes
}

/// What each code of a column adds to the place of its row among the cells of a question.
struct Steps {
    columns: Vec<Step>,
    constant: u32,
}

struct Step {
    column: usize,
    /// What each code adds.
    steps: Vec<u32>,
    /// Whether a code drops its rows.
    drops: bool,
}

/// Of a block with more codes of a column between the least and the greatest, nothing is known before
/// its rows are looked at.
const FEW_CODES: u32 = 64;

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
                let wanted = Dictionary::of(wanted);
                let pass = |code: &String| wanted.has(code).then_some(0);
                steps.add(*column, codes.iter().map(pass));
            }
        }
        steps
    }

    /// Adds the steps of a column's codes; a code without one drops its rows.
    fn add(&mut self, column: usize, steps: impl Iterator<Item = Option<u32>>) {
        let steps = steps.map(|step| step.unwrap_or(DROPPED));
        match self.columns.iter_mut().find(|known| known.column == column) {
            Some(known) => {
                for (sum, step) in known.steps.iter_mut().zip(steps) {
                    *sum = added(*sum, step);
                    known.drops |= *sum == DROPPED;
                }
            }
            None => {
                let mut steps: Vec<u32> = steps.collect();
                let drops = steps.contains(&DROPPED);
                // As many as a code of one byte can tell apart, so that none has to be checked.
                steps.resize(steps.len().max(256), DROPPED);
                self.columns.push(Step {
                    column,
                    steps,
                    drops,
                });
            }
        }
    }

    /// The rows of a block that are kept, and their places; `None` when there is none. The least and
    /// the greatest codes of the block often tell that no row passes, or that all have the same place.
    fn keep(&self, table: &Table, keep: Keep, block: &mut Block) -> Option<Kept> {
        let (first, count) = (block.first, block.count);
        let rows = |step: &Step| &table.dimensions[step.column].rows;
        let mut constant = self.constant;
        let (mut dropping, mut varying) = (Vec::new(), Vec::new());
        for step in &self.columns {
            let [least, greatest] = rows(step).bounds()[first / Indexes::BLOCK];
            let steps = &step.steps[least as usize..=greatest as usize];
            let few = greatest - least < FEW_CODES;
            if few && steps.iter().all(|other| *other == steps[0]) {
                constant += steps[0];
            } else if step.drops && (!few || steps.contains(&DROPPED)) {
                dropping.push(step);
            } else {
                varying.push(step);
            }
        }
        let applicable = match keep {
            Keep::All => None,
            Keep::Applicable(name) | Keep::NotApplicable(name) => {
                let column = table.measure(name);
                column.and_then(|column| column.cells.states(first, count))
            }
        };
        let wants_none = applicable.is_none() && matches!(keep, Keep::NotApplicable(_));
        if constant >= DROPPED || wants_none {
            return None;
        }
        if dropping.is_empty() && varying.is_empty() && applicable.is_none() {
            return Some(Kept::One(constant));
        }
        loops::fill(&mut block.places, count, constant);
        for step in &dropping {
            rows(step).add_steps(first, &mut block.places, &step.steps);
        }
        if let Some(states) = applicable {
            let state = Cell::NotApplicable.parts().1;
            let with_it = matches!(keep, Keep::Applicable(_));
            loops::drop_rows(&mut block.places, states, state, with_it);
        }
        let mut kept = Kept::All;
        if !dropping.is_empty() || applicable.is_some() {
            loops::keep(&mut block.places, &mut block.picked);
            match block.places.len() {
                0 => return None,
                some if some < count => kept = Kept::Picked,
                _ => {}
            }
        }
        for step in &varying {
            let (places, steps) = (&mut block.places, &step.steps);
            match kept {
                Kept::Picked => rows(step).add_steps_picked(first, places, &block.picked, steps),
                Kept::One(_) | Kept::All => rows(step).add_steps(first, places, steps),
            }
        }
        Some(kept)
    }
}

/// Two steps together; what is dropped once stays just dropped, so that sums of many do not overflow.
fn added(one: u32, two: u32) -> u32 {
    (one + two).min(DROPPED)
}
