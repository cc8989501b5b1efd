//! What a cell of a measure column can hold: four different things, never mixed up.

use kernels as loops;

use super::indexes::widened;

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

/// Numbers in as few bytes as the largest of them allows, so equal columns are equal values.
#[derive(Clone, Debug, PartialEq)]
pub enum Numbers {
    /// Whole numbers up to 255.
    One(Vec<u8>),
    /// Whole numbers up to 65 535.
    Two(Vec<u16>),
    /// Whole numbers up to 4 294 967 295.
    Four(Vec<u32>),
    /// Any number.
    Eight(Vec<f64>),
}

impl Default for Numbers {
    fn default() -> Self {
        Numbers::One(Vec::new())
    }
}

impl Numbers {
    /// Bytes that a number needs: 1, 2, 4 or 8.
    pub fn width_of(number: f64) -> usize {
        // A cast saturates, so what does not come back as itself is no whole number that fits.
        let whole = number as u32;
        if f64::from(whole) != number {
            return 8;
        }
        match whole {
            0..=0xFF => 1,
            0x100..=0xFFFF => 2,
            _ => 4,
        }
    }

    /// Bytes of one number.
    pub fn width(&self) -> usize {
        match self {
            Numbers::One(_) => 1,
            Numbers::Two(_) => 2,
            Numbers::Four(_) => 4,
            Numbers::Eight(_) => 8,
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Numbers::One(numbers) => numbers.len(),
            Numbers::Two(numbers) => numbers.len(),
            Numbers::Four(numbers) => numbers.len(),
            Numbers::Eight(numbers) => numbers.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn get(&self, row: usize) -> f64 {
        match self {
            Numbers::One(numbers) => f64::from(numbers[row]),
            Numbers::Two(numbers) => f64::from(numbers[row]),
            Numbers::Four(numbers) => f64::from(numbers[row]),
            Numbers::Eight(numbers) => numbers[row],
        }
    }

    fn push(&mut self, number: f64) {
        self.widen(Numbers::width_of(number));
        match self {
            Numbers::One(numbers) => numbers.push(number as u8),
            Numbers::Two(numbers) => numbers.push(number as u16),
            Numbers::Four(numbers) => numbers.push(number as u32),
            Numbers::Eight(numbers) => numbers.push(number),
        }
    }

    /// Makes the numbers at least so many bytes wide.
    fn widen(&mut self, width: usize) {
        if width <= self.width() {
            return;
        }
        *self = match (&*self, width) {
            (Numbers::One(numbers), 2) => Numbers::Two(widened(numbers)),
            (Numbers::One(numbers), 4) => Numbers::Four(widened(numbers)),
            (Numbers::One(numbers), _) => Numbers::Eight(widened(numbers)),
            (Numbers::Two(numbers), 4) => Numbers::Four(widened(numbers)),
            (Numbers::Two(numbers), _) => Numbers::Eight(widened(numbers)),
            (Numbers::Four(numbers), _) => Numbers::Eight(widened(numbers)),
            (Numbers::Eight(_), _) => return,
        };
    }

    /// The numbers from `first` on, as doubles.
    fn read(&self, first: usize, out: &mut [f64]) {
        let end = first + out.len();
        match self {
            Numbers::One(numbers) => loops::numbers_u8(out, &numbers[first..end]),
            Numbers::Two(numbers) => loops::numbers_u16(out, &numbers[first..end]),
            Numbers::Four(numbers) => loops::numbers_u32(out, &numbers[first..end]),
            Numbers::Eight(numbers) => out.copy_from_slice(&numbers[first..end]),
        }
    }

    /// Appends numbers that are as wide as `width` as they lie in bytes, the lowest first.
    fn append(&mut self, bytes: &[u8], width: usize) {
        self.widen(width);
        match (self, width) {
            (Numbers::One(numbers), _) => numbers.extend_from_slice(bytes),
            (Numbers::Two(numbers), _) => loops::append_u16(numbers, bytes, width),
            (Numbers::Four(numbers), _) => loops::append_u32(numbers, bytes, width),
            (Numbers::Eight(numbers), _) => loops::append_f64(numbers, bytes, width),
        }
    }

    fn try_reserve(&mut self, more: usize) -> bool {
        match self {
            Numbers::One(numbers) => numbers.try_reserve_exact(more),
            Numbers::Two(numbers) => numbers.try_reserve_exact(more),
            Numbers::Four(numbers) => numbers.try_reserve_exact(more),
            Numbers::Eight(numbers) => numbers.try_reserve_exact(more),
        }
        .is_ok()
    }
}

/// A column of cells: numbers side by side, and their states only where a column has any.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cells {
    numbers: Numbers,
    /// Empty as long as every cell is a number.
    states: Vec<u8>,
}

const NUMBER: u8 = loops::NUMBER;
const MISSING: u8 = 1;
const SUPPRESSED: u8 = 2;
const NOT_APPLICABLE: u8 = 3;

impl Cell {
    /// The number, and the state as columns keep it; 0 stands where there is no number.
    pub fn parts(self) -> (f64, u8) {
        match self {
            Cell::Number(number) => (number, NUMBER),
            Cell::Missing => (0.0, MISSING),
            Cell::Suppressed => (0.0, SUPPRESSED),
            Cell::NotApplicable => (0.0, NOT_APPLICABLE),
        }
    }
}

impl Cell {
    /// The cell of a state that has no number; [`Cell::Missing`] for any other.
    pub(super) fn of_state(state: u8) -> Cell {
        match state {
            SUPPRESSED => Cell::Suppressed,
            NOT_APPLICABLE => Cell::NotApplicable,
            _ => Cell::Missing,
        }
    }
}

impl Cells {
    /// Appends a cell.
    pub fn push(&mut self, cell: Cell) {
        let (number, state) = cell.parts();
        if state != NUMBER && self.states.is_empty() {
            self.states = vec![NUMBER; self.numbers.len()];
        }
        self.numbers.push(number);
        if state != NUMBER || !self.states.is_empty() {
            self.states.push(state);
        }
    }

    /// Appends cells as they lie in bytes: numbers of `width` bytes each, which must be the fewest
    /// that the largest of them needs, and their states, none when all are numbers.
    pub fn append(&mut self, numbers: &[u8], width: usize, states: &[u8]) {
        let before = self.numbers.len();
        self.numbers.append(numbers, width);
        if !states.is_empty() && self.states.is_empty() {
            self.states.reserve_exact(self.numbers.len());
            self.states.resize(before, NUMBER);
        }
        if !states.is_empty() {
            self.states.extend_from_slice(states);
        } else if !self.states.is_empty() {
            self.states.resize(self.numbers.len(), NUMBER);
        }
    }

    /// The cell of a row.
    pub fn get(&self, row: usize) -> Cell {
        match self.states.get(row) {
            None | Some(&NUMBER) => Cell::Number(self.numbers.get(row)),
            Some(&MISSING) => Cell::Missing,
            Some(&SUPPRESSED) => Cell::Suppressed,
            Some(_) => Cell::NotApplicable,
        }
    }

    /// The numbers of the cells from the row `first` on; 0 where there is none.
    pub fn read(&self, first: usize, numbers: &mut [f64]) {
        self.numbers.read(first, numbers);
    }

    /// The states of so many cells from the row `first` on, if any in the column is not a number.
    pub fn states(&self, first: usize, count: usize) -> Option<&[u8]> {
        (!self.states.is_empty()).then(|| &self.states[first..first + count])
    }

    /// Whether every cell is a number.
    pub fn are_numbers(&self) -> bool {
        self.states.is_empty()
    }

    /// Some of the cells from the row `first` on: their numbers, and their states if any in the column
    /// is not a number.
    pub fn pick(&self, first: usize, picked: &[u32], numbers: &mut [f64], states: &mut Vec<u8>) {
        match &self.numbers {
            Numbers::One(all) => loops::pick_u8(numbers, &all[first..], picked),
            Numbers::Two(all) => loops::pick_u16(numbers, &all[first..], picked),
            Numbers::Four(all) => loops::pick_u32(numbers, &all[first..], picked),
            Numbers::Eight(all) => loops::pick_f64(numbers, &all[first..], picked),
        }
        if !self.states.is_empty() {
            loops::pick_states(states, &self.states[first..], picked);
        }
    }

    /// A sum with so many numbers from the row `first` on added to it, in the order of the rows.
    pub fn add_up(&self, total: f64, first: usize, count: usize) -> f64 {
        let rows = first..first + count;
        // Whole numbers of these widths add up exactly in any order.
        total
            + match &self.numbers {
                Numbers::One(numbers) => loops::sum_u8(&numbers[rows]) as f64,
                Numbers::Two(numbers) => loops::sum_u16(&numbers[rows]) as f64,
                Numbers::Four(numbers) => loops::sum_u32(&numbers[rows]) as f64,
                Numbers::Eight(numbers) => return loops::sum_f64(total, &numbers[rows]),
            }
    }

    /// Whether any number has decimals.
    pub fn has_decimals(&self) -> bool {
        match &self.numbers {
            Numbers::Eight(numbers) => numbers.iter().any(|number| libm::trunc(*number) != *number),
            _ => false,
        }
    }

    /// Room for more rows; false when there is not that much memory.
    pub fn try_reserve(&mut self, rows: usize) -> bool {
        self.numbers.try_reserve(rows)
            && (self.states.is_empty() || self.states.try_reserve_exact(rows).is_ok())
    }

    /// Bytes of one cell.
    pub fn width(&self) -> usize {
        self.numbers.width() + usize::from(!self.states.is_empty())
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

    #[test]
    fn numbers_survive_whatever_follows_them() {
        let mut given = Vec::new();
        let mut column = Cells::default();
        for number in [0.0, 255.0, 256.0, 65_536.0, 4_294_967_295.0, 0.5, 5e9, -3.0] {
            given.push(Cell::Number(number));
            column.push(Cell::Number(number));
            let read: Vec<Cell> = (0..column.len()).map(|row| column.get(row)).collect();
            assert_eq!(read, given);
        }
        assert!(column.has_decimals());
    }
}
