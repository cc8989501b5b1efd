//! Whether two rows of a table have the same codes.

use utvandring_loops as loops;

use crate::data::indexes::Indexes;

/// The rows so far, to be found by the hash of their codes.
#[derive(Default)]
pub(super) struct Keys {
    slots: Vec<u64>,
    rows: usize,
}

/// Of four slots, three may be taken.
fn slots_for(rows: usize) -> usize {
    (rows / 3 * 4 + 4).next_power_of_two()
}

impl Keys {
    /// Bytes that so many rows take.
    pub(super) fn bytes(rows: usize) -> usize {
        slots_for(rows) * size_of::<u64>()
    }

    /// Room for so many rows; false when there is not that much memory.
    pub(super) fn try_reserve(&mut self, rows: usize) -> bool {
        let slots = slots_for(rows);
        let fits = self.slots.try_reserve_exact(slots).is_ok();
        if fits {
            self.slots.resize(slots, 0);
        }
        fits
    }

    /// Adds rows by the hashes of their codes; false when one has the codes of another. The columns
    /// have them already.
    pub(super) fn add(&mut self, hashes: &[u64], columns: &[&Indexes]) -> bool {
        let all = self.rows + hashes.len();
        if slots_for(all) > self.slots.len() {
            self.slots = vec![0; 2 * slots_for(all)];
            loops::spread_rows(&mut self.slots, &hashes_of(columns, self.rows));
        }
        let mut same = |one: u32, other: u32| {
            let mut codes = columns.iter();
            codes.all(|rows| rows.get(one as usize) == rows.get(other as usize))
        };
        let twice = loops::place_rows(&mut self.slots, hashes, self.rows as u32, &mut same);
        self.rows = all;
        twice.is_none()
    }
}

/// The hashes of the first rows.
fn hashes_of(columns: &[&Indexes], rows: usize) -> Vec<u64> {
    let mut hashes = vec![0; rows];
    for column in columns {
        let codes: Vec<u32> = column.iter().take(rows).collect();
        loops::mix(&mut hashes, &codes);
    }
    hashes
}
