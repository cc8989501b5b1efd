//! Indices of codes, one a row, in as few bytes as the number of codes allows.

use std::cell::OnceCell;

use kernels as loops;

/// The codes of the rows of a dimension column. The width follows from the largest index, so equal
/// columns are equal values.
#[derive(Clone, Debug, Default)]
pub struct Indexes {
    rows: Rows,
    bounds: OnceCell<Vec<[u32; 2]>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Rows {
    /// Up to 256 codes.
    One(Vec<u8>),
    /// Up to 65 536 codes.
    Two(Vec<u16>),
    /// More.
    Four(Vec<u32>),
}

impl Default for Rows {
    fn default() -> Self {
        Rows::One(Vec::new())
    }
}

impl PartialEq for Indexes {
    fn eq(&self, other: &Indexes) -> bool {
        // The bounds follow from the rows.
        self.rows == other.rows
    }
}

impl Indexes {
    /// Rows that [`Indexes::bounds`] looks at together: few enough to stay in the nearest memory.
    pub const BLOCK: usize = 1024;

    /// The index of a row's code.
    pub fn get(&self, row: usize) -> u32 {
        match &self.rows {
            Rows::One(rows) => u32::from(rows[row]),
            Rows::Two(rows) => u32::from(rows[row]),
            Rows::Four(rows) => rows[row],
        }
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        match &self.rows {
            Rows::One(rows) => rows.len(),
            Rows::Two(rows) => rows.len(),
            Rows::Four(rows) => rows.len(),
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
        match &self.rows {
            Rows::One(_) => 1,
            Rows::Two(_) => 2,
            Rows::Four(_) => 4,
        }
    }

    /// The least and the greatest index of every [`Indexes::BLOCK`] rows; found once.
    pub fn bounds(&self) -> &[[u32; 2]] {
        self.bounds.get_or_init(|| match &self.rows {
            Rows::One(rows) => loops::bounds_u8(rows, Indexes::BLOCK),
            Rows::Two(rows) => loops::bounds_u16(rows, Indexes::BLOCK),
            Rows::Four(rows) => loops::bounds_u32(rows, Indexes::BLOCK),
        })
    }

    /// Appends an index.
    pub fn push(&mut self, index: u32) {
        match self.fit(index) {
            Rows::One(rows) => rows.push(index as u8),
            Rows::Two(rows) => rows.push(index as u16),
            Rows::Four(rows) => rows.push(index),
        }
    }

    /// Appends indices as they lie in bytes, `width` bytes each, the lowest first, each translated by
    /// `to`. None is then above `largest`, which occurs among them or before. False when one is not in
    /// the translation.
    pub fn append(&mut self, bytes: &[u8], width: usize, to: &[u32], largest: u32) -> bool {
        let rows = self.fit(largest);
        if let (Rows::One(rows), 1) = (&mut *rows, width) {
            return loops::translate_u8(rows, bytes, to);
        }
        let Some(codes) = loops::translate(bytes, width, to) else {
            return false;
        };
        match rows {
            Rows::One(rows) => loops::bytes_u8(rows, &codes),
            Rows::Two(rows) => loops::narrow_u16(rows, &codes),
            Rows::Four(rows) => rows.extend_from_slice(&codes),
        }
        true
    }

    /// Room for more rows, none of which has an index above `largest`; false when there is not that
    /// much memory.
    pub fn try_reserve(&mut self, rows: usize, largest: u32) -> bool {
        match self.fit(largest) {
            Rows::One(vec) => vec.try_reserve_exact(rows),
            Rows::Two(vec) => vec.try_reserve_exact(rows),
            Rows::Four(vec) => vec.try_reserve_exact(rows),
        }
        .is_ok()
    }

    /// Adds to each cell the step of its row's code, from the row `first` on.
    pub fn add_steps(&self, first: usize, cells: &mut [u32], steps: &[u32]) {
        let end = first + cells.len();
        match &self.rows {
            Rows::One(rows) => loops::add_u8(cells, &rows[first..end], steps),
            Rows::Two(rows) => loops::add_u16(cells, &rows[first..end], steps),
            Rows::Four(rows) => loops::add_u32(cells, &rows[first..end], steps),
        }
    }

    /// Adds to each cell the step of the code of the row picked for it, counted from the row `first`.
    pub fn add_steps_picked(&self, first: usize, cells: &mut [u32], picked: &[u32], steps: &[u32]) {
        match &self.rows {
            Rows::One(rows) => loops::add_picked_u8(cells, &rows[first..], picked, steps),
            Rows::Two(rows) => loops::add_picked_u16(cells, &rows[first..], picked, steps),
            Rows::Four(rows) => loops::add_picked_u32(cells, &rows[first..], picked, steps),
        }
    }

    /// Mixes the codes into the hash of each row, from the row `first` on.
    pub fn mix(&self, first: usize, hashes: &mut [u64]) {
        let end = first + hashes.len();
        match &self.rows {
            Rows::One(rows) => loops::mix_u8(hashes, &rows[first..end]),
            Rows::Two(rows) => loops::mix_u16(hashes, &rows[first..end]),
            Rows::Four(rows) => loops::mix_u32(hashes, &rows[first..end]),
        }
    }

    /// The rows, to be changed: wide enough for an index.
    fn fit(&mut self, index: u32) -> &mut Rows {
        self.bounds.take();
        if let Rows::One(rows) = &self.rows
            && index > u32::from(u8::MAX)
        {
            self.rows = match u16::try_from(index) {
                Ok(_) => Rows::Two(widened(rows)),
                Err(_) => Rows::Four(widened(rows)),
            };
        }
        if let Rows::Two(rows) = &self.rows
            && index > u32::from(u16::MAX)
        {
            self.rows = Rows::Four(widened(rows));
        }
        &mut self.rows
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
            let bytes: Vec<u8> = given.iter().flat_map(|index| index.to_le_bytes()).collect();
            let (one, two) = bytes.split_at(bytes.len() / 8 * 4);
            let to: Vec<u32> = (0..=largest).collect();
            let mut extended = Indexes::default();
            let middle = given[..given.len() / 2].iter().copied().max().unwrap_or(0);
            assert!(extended.append(one, 4, &to, middle));
            assert!(extended.append(two, 4, &to, largest));
            assert!(!extended.clone().append(&[255; 4], 4, &to, largest));
            assert_eq!(extended, pushed);
        }
    }

    #[test]
    fn bounds_are_those_of_the_rows_there_are() {
        let mut indexes: Indexes = (0..1500).map(|row| row / 300).collect();
        assert_eq!(indexes.bounds(), [[0, 3], [3, 4]]);
        indexes.push(70_000);
        assert_eq!(indexes.bounds(), [[0, 3], [3, 70_000]]);
    }
}
