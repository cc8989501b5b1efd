//! Indices of codes, one a row, in as few bytes as the number of codes allows.

use utvandring_loops as loops;

/// The codes of the rows of a dimension column. The width follows from the largest index, so equal
/// columns are equal values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Indexes {
    /// Up to 256 codes.
    One(Vec<u8>),
    /// Up to 65 536 codes.
    Two(Vec<u16>),
    /// More.
    Four(Vec<u32>),
}

impl Default for Indexes {
    fn default() -> Self {
        Indexes::One(Vec::new())
    }
}

impl Indexes {
    /// The index of a row's code.
    pub fn get(&self, row: usize) -> u32 {
        match self {
            Indexes::One(rows) => u32::from(rows[row]),
            Indexes::Two(rows) => u32::from(rows[row]),
            Indexes::Four(rows) => rows[row],
        }
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        match self {
            Indexes::One(rows) => rows.len(),
            Indexes::Two(rows) => rows.len(),
            Indexes::Four(rows) => rows.len(),
        }
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Every index, in row order.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.len()).map(|row| self.get(row))
    }

    /// Bytes of one index.
    pub fn width(&self) -> usize {
        match self {
            Indexes::One(_) => 1,
            Indexes::Two(_) => 2,
            Indexes::Four(_) => 4,
        }
    }

    /// Appends an index.
    pub fn push(&mut self, index: u32) {
        self.fit(index);
        match self {
            Indexes::One(rows) => rows.push(index as u8),
            Indexes::Two(rows) => rows.push(index as u16),
            Indexes::Four(rows) => rows.push(index),
        }
    }

    /// Appends indices, none of which is above `largest`, which occurs among them or before.
    pub fn extend(&mut self, indexes: &[u32], largest: u32) {
        self.fit(largest);
        match self {
            Indexes::One(rows) => loops::narrow_u8(rows, indexes),
            Indexes::Two(rows) => loops::narrow_u16(rows, indexes),
            Indexes::Four(rows) => loops::narrow_u32(rows, indexes),
        }
    }

    /// Room for more rows; false when there is not that much memory.
    pub fn try_reserve(&mut self, rows: usize) -> bool {
        match self {
            Indexes::One(vec) => vec.try_reserve_exact(rows),
            Indexes::Two(vec) => vec.try_reserve_exact(rows),
            Indexes::Four(vec) => vec.try_reserve_exact(rows),
        }
        .is_ok()
    }

    /// Adds to each cell the step of its row's code, from the row `first` on.
    pub fn add_steps(&self, first: usize, cells: &mut [u32], steps: &[u32]) {
        let end = first + cells.len();
        match self {
            Indexes::One(rows) => loops::add_u8(cells, &rows[first..end], steps),
            Indexes::Two(rows) => loops::add_u16(cells, &rows[first..end], steps),
            Indexes::Four(rows) => loops::add_u32(cells, &rows[first..end], steps),
        }
    }

    /// Widens the column when an index does not fit.
    fn fit(&mut self, index: u32) {
        if let Indexes::One(rows) = self
            && index > u32::from(u8::MAX)
        {
            *self = match u16::try_from(index) {
                Ok(_) => Indexes::Two(widened(rows)),
                Err(_) => Indexes::Four(widened(rows)),
            };
        }
        if let Indexes::Two(rows) = self
            && index > u32::from(u16::MAX)
        {
            *self = Indexes::Four(widened(rows));
        }
    }
}

/// The same numbers in wider cells, with room for as many rows as before.
pub(super) fn widened<A: Copy, B: From<A>>(narrow: &Vec<A>) -> Vec<B> {
    let mut wide = Vec::with_capacity(narrow.capacity());
    wide.extend(narrow.iter().map(|value| B::from(*value)));
    wide
}

impl FromIterator<u32> for Indexes {
    fn from_iter<I: IntoIterator<Item = u32>>(indexes: I) -> Self {
        let mut rows = Indexes::default();
        for index in indexes {
            rows.push(index);
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indexes_survive_every_width_and_equal_columns_are_equal() {
        for largest in [3, 255, 256, 65_535, 65_536, 100_000] {
            let given: Vec<u32> = (0..=largest).step_by(251).chain([largest]).collect();
            let pushed: Indexes = given.iter().copied().collect();
            assert_eq!(pushed.iter().collect::<Vec<_>>(), given);
            let mut extended = Indexes::default();
            let (one, two) = given.split_at(given.len() / 2);
            extended.extend(one, one.iter().copied().max().unwrap_or(0));
            extended.extend(two, largest);
            assert_eq!(extended, pushed);
        }
    }
}
