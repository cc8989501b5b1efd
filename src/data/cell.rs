//! What a cell of a measure column can hold: four different things, never mixed up.

/// One cell of a measure column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// A number that was published.
    Number(f64),
    /// Nothing is known: an empty cell, `..` or the like.
    Missing,
    /// A small number that exists and was withheld.
    Suppressed,
    /// The quantity does not exist for this row, as returns of a cohort that has not had its five
    /// years yet.
    NotApplicable,
}

/// A column of cells: numbers side by side, and their states only where a column has any.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cells {
    numbers: Vec<f64>,
    /// Empty as long as every cell is a number.
    states: Vec<u8>,
}

const NUMBER: u8 = 0;
const MISSING: u8 = 1;
const SUPPRESSED: u8 = 2;
const NOT_APPLICABLE: u8 = 3;

impl Cells {
    /// Appends a cell.
    pub fn push(&mut self, cell: Cell) {
        let (number, state) = match cell {
            Cell::Number(number) => (number, NUMBER),
            Cell::Missing => (0.0, MISSING),
            Cell::Suppressed => (0.0, SUPPRESSED),
            Cell::NotApplicable => (0.0, NOT_APPLICABLE),
        };
        if state != NUMBER && self.states.is_empty() {
            self.states = vec![NUMBER; self.numbers.len()];
        }
        self.numbers.push(number);
        if state != NUMBER || !self.states.is_empty() {
            self.states.push(state);
        }
    }

    /// The cell of a row.
    pub fn get(&self, row: usize) -> Cell {
        match self.states.get(row) {
            None | Some(&NUMBER) => Cell::Number(self.numbers[row]),
            Some(&MISSING) => Cell::Missing,
            Some(&SUPPRESSED) => Cell::Suppressed,
            Some(_) => Cell::NotApplicable,
        }
    }

    /// Whether any number has decimals.
    pub fn has_decimals(&self) -> bool {
        self.numbers
            .iter()
            .any(|number| libm::trunc(*number) != *number)
    }

    /// Number of cells.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether the column has no cells.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }
}

impl FromIterator<Cell> for Cells {
    fn from_iter<I: IntoIterator<Item = Cell>>(cells: I) -> Self {
        let mut column = Cells::default();
        for cell in cells {
            column.push(cell);
        }
        column
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_survive_in_any_order() {
        let cells = [
            Cell::Number(3.0),
            Cell::Suppressed,
            Cell::Number(0.0),
            Cell::Missing,
            Cell::NotApplicable,
        ];
        let column: Cells = cells.into_iter().collect();
        assert_eq!(column.len(), 5);
        for (row, cell) in cells.into_iter().enumerate() {
            assert_eq!(column.get(row), cell);
        }
    }
}
