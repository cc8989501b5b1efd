//! Sorting the rows of a table into the cells of a question, and adding them up.
//!
//! Codes are dictionary indexes, so a cell is a sum of strides and the accumulators are dense.

use crate::data::{Cell, Dataset};
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

    pub(super) fn cell(self, source: &Source, row: usize) -> Cell {
        match self {
            Part::Column(name) => source.table.cell(name, row),
            Part::MidYear => {
                let cell = |name| source.table.cell(name, row);
                match (cell("population_jan1"), cell("population_dec31")) {
                    (Cell::Number(start), Cell::Number(end)) => Cell::Number((start + end) / 2.0),
                    (Cell::Suppressed, _) | (_, Cell::Suppressed) => Cell::Suppressed,
                    (Cell::NotApplicable, Cell::NotApplicable) => Cell::NotApplicable,
                    _ => Cell::Missing,
                }
            }
        }
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
    pub(super) fn add(&mut self, cell: Cell) {
        match cell {
            Cell::Number(number) => {
                self.total += number;
                self.rows += 1;
            }
            Cell::Missing => self.missing += 1,
            Cell::Suppressed => self.suppressed += 1,
            Cell::NotApplicable => self.not_applicable += 1,
        }
    }

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

/// Rows of a table sorted into the cells of a question.
pub(super) struct Cells {
    /// Display order of the codes of each dimension of the question.
    pub(super) codes: Vec<Vec<String>>,
    /// Sums of each part, one for each combination of codes.
    pub(super) sums: Vec<Vec<Sum>>,
    pub(super) size: usize,
}

impl Cells {
    /// Sums `parts` over the rows that pass the filters and `keep`; `None` when the question asks
    /// for more cells than can be held.
    pub(super) fn collect(
        dataset: &Dataset,
        question: &Question,
        source: &Source,
        parts: &[Part],
        keep: impl Fn(usize) -> bool,
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
        let filters = Passes::new(source);
        let mut sums = vec![vec![Sum::default(); size]; parts.len()];
        for row in 0..source.table.rows {
            if !filters.pass(source, row) || !keep(row) {
                continue;
            }
            if let Some(cell) = steps.cell_of(source, row) {
                for (part, sums) in parts.iter().zip(&mut sums) {
                    sums[cell].add(part.cell(source, row));
                }
            }
        }
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
    let asked = |code: &String| {
        present.contains(code) && filter.is_none_or(|filter| filter.codes.contains(code))
    };
    let mut codes: Vec<String> = dataset.codes(dimension).into_iter().filter(asked).collect();
    // Codes that are worked out from another column are in no table.
    let mut derived: Vec<String> = Vec::new();
    for code in present {
        if asked(code) && !codes.contains(code) && !derived.contains(code) {
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

/// For each dimension of the question, what a code of the table's column adds to the cell index.
struct Steps {
    columns: Vec<(usize, Vec<Option<usize>>)>,
    constant: usize,
    nothing: bool,
}

impl Steps {
    fn new(source: &Source, codes: &[Vec<String>]) -> Steps {
        let mut steps = Steps {
            columns: Vec::new(),
            constant: 0,
            nothing: false,
        };
        let mut stride = 1;
        for (access, codes) in source.by.iter().zip(codes).rev() {
            let place = |code: &String| codes.iter().position(|known| known == code);
            match access {
                Access::Column {
                    column,
                    codes: mapped,
                } => {
                    let step = |code| place(code).map(|place| place * stride);
                    steps
                        .columns
                        .push((*column, mapped.iter().map(step).collect()));
                }
                Access::Constant(code) => match place(code) {
                    Some(place) => steps.constant += place * stride,
                    None => steps.nothing = true,
                },
            }
            stride *= codes.len();
        }
        steps
    }

    fn cell_of(&self, source: &Source, row: usize) -> Option<usize> {
        if self.nothing {
            return None;
        }
        let mut cell = self.constant;
        for (column, steps) in &self.columns {
            cell += steps[source.table.dimensions[*column].rows[row] as usize]?;
        }
        Some(cell)
    }
}

/// For each filtered column, which of its codes pass.
pub(super) struct Passes(Vec<(usize, Vec<bool>)>);

impl Passes {
    pub(super) fn new(source: &Source) -> Passes {
        let pass = |(access, wanted): &(Access, Vec<String>)| match access {
            Access::Column { column, codes } => Some((
                *column,
                codes.iter().map(|code| wanted.contains(code)).collect(),
            )),
            Access::Constant(_) => None,
        };
        Passes(source.filters.iter().filter_map(pass).collect())
    }

    pub(super) fn pass(&self, source: &Source, row: usize) -> bool {
        self.0
            .iter()
            .all(|(column, passes)| passes[source.table.dimensions[*column].rows[row] as usize])
    }
}
