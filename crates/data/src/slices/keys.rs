//! Whether two rows of a table have the same codes.
//!
//! Each combination of codes has a number, and where there are not too many of them a bit each says
//! whether it was met. Where there are, the rows are found by a hash of their codes, which takes
//! several times as long.

use kernels as loops;

use crate::indexes::Indexes;

/// The rows so far.
#[derive(Default)]
pub(super) struct Keys {
    rows: usize,
    /// Rows that the table will have, as far as is known.
    expected: usize,
    found: Found,
}

enum Found {
    Bits(Bits),
    Slots(Vec<u64>),
}

impl Default for Found {
    fn default() -> Self {
        Found::Bits(Bits::default())
    }
}

/// A column and how many codes it has so far.
type Codes<'a> = (&'a Indexes, usize);

/// Rows that are looked at together: few enough to stay in the nearest memory.
const BLOCK: usize = Indexes::BLOCK;

/// So many bits are always had. Tests have rows for less.
const FEW_BITS: u64 = if cfg!(test) { 64 } else { 8 << 23 };

/// Bits are numbered with 32 bits.
const MOST_BITS: u64 = 1 << 31;

/// Of four slots, three may be taken.
fn slots_for(rows: usize) -> usize {
    (rows / 3 * 4 + 4).next_power_of_two()
}

impl Keys {
    /// Bytes that so many rows take at most.
    pub(super) fn bytes(rows: usize) -> usize {
        slots_for(rows) * size_of::<u64>()
    }

    /// As much room as so many rows can take, to be given back before they come; `None` when there is
    /// not that much memory.
    pub(super) fn room(&mut self, rows: usize) -> Option<Vec<u64>> {
        self.expected = rows;
        let mut room = Vec::new();
        room.try_reserve_exact(slots_for(rows)).ok()?;
        Some(room)
    }

    /// Adds the rows that follow, which the columns have already; false when one has the codes of
    /// another.
    pub(super) fn add(&mut self, rows: usize, columns: &[Codes]) -> bool {
        let first = self.rows;
        self.rows += rows;
        if let Found::Bits(bits) = &mut self.found {
            // As many as hashes would take.
            let most = 8 * Keys::bytes(self.expected.max(self.rows)) as u64;
            match bits.fit(columns, most.clamp(FEW_BITS, MOST_BITS)) {
                Fit::As => return bits.set(columns, first, self.rows),
                Fit::Anew => return bits.set(columns, 0, self.rows),
                Fit::Not => self.found = Found::Slots(Vec::new()),
            }
        }
        let Found::Slots(slots) = &mut self.found else {
            return false;
        };
        let mut first = first;
        if slots_for(self.rows) > slots.len() {
            *slots = vec![0; slots_for((2 * self.rows).max(self.expected))];
            first = 0;
        }
        let mut same = |one: u32, other: u32| {
            let mut columns = columns.iter();
            columns.all(|(rows, _)| rows.get(one as usize) == rows.get(other as usize))
        };
        for first in (first..self.rows).step_by(BLOCK) {
            let mut hashes = [0; BLOCK];
            let hashes = &mut hashes[..BLOCK.min(self.rows - first)];
            for (rows, _) in columns {
                rows.mix(first, hashes);
            }
            if loops::place_rows(slots, hashes, first as u32, &mut same).is_some() {
                return false;
            }
        }
        true
    }
}

/// A bit for each combination of codes. The number of a combination has a digit for each column.
#[derive(Default)]
struct Bits {
    bits: Vec<u64>,
    /// For each column how many codes have room.
    room: Vec<usize>,
    /// What a code of each column counts in the number of a combination.
    worth: Vec<u32>,
    /// The column with the highest digit, which can have more codes without other numbers for the
    /// combinations so far. In sorted tables it is the only one that gets more.
    highest: usize,
}

enum Fit {
    /// The bits so far are good.
    As,
    /// All rows have to be numbered anew.
    Anew,
    /// There are too many combinations.
    Not,
}

impl Bits {
    /// Makes room for the codes of the columns, with at most so many bits.
    fn fit(&mut self, columns: &[Codes], most: u64) -> Fit {
        let is_first = self.room.is_empty();
        let fits = |place: usize| {
            self.room
                .get(place)
                .is_some_and(|room| columns[place].1 <= *room)
        };
        let beyond = (0..columns.len()).rfind(|place| *place != self.highest && !fits(*place));
        let is_same = !is_first && beyond.is_none();
        if !is_same {
            if let (false, Some(place)) = (is_first, beyond) {
                self.highest = place;
            }
            self.room.resize(columns.len(), 0);
            for (room, (_, codes)) in self.room.iter_mut().zip(columns) {
                // Whatever has got more codes once will do so again.
                *room = match is_first || *codes <= *room {
                    true => (*room).max(*codes),
                    false => codes.next_power_of_two(),
                };
            }
        }
        let Some((_, codes)) = columns.get(self.highest) else {
            return Fit::Not;
        };
        self.room[self.highest] = *codes;
        let mut size = 1_u64;
        self.worth.resize(columns.len(), 0);
        let others = (0..columns.len()).filter(|place| *place != self.highest);
        for place in others.chain([self.highest]) {
            self.worth[place] = size as u32;
            size = match size.checked_mul(self.room[place] as u64) {
                Some(size) if size <= most => size,
                _ => return Fit::Not,
            };
        }
        if !is_same {
            self.bits.clear();
        }
        self.bits.resize(size.div_ceil(64) as usize, 0);
        if is_same { Fit::As } else { Fit::Anew }
    }

    /// Sets the bits of the rows from `first` on; false when one was set before.
    fn set(&mut self, columns: &[Codes], first: usize, end: usize) -> bool {
        let steps: Vec<Vec<u32>> = columns
            .iter()
            .zip(&self.worth)
            .map(|((_, codes), worth)| {
                // As many as a code of one byte can tell apart, so that none has to be checked.
                let mut steps: Vec<u32> = (0..*codes as u32).map(|code| code * worth).collect();
                steps.resize(steps.len().max(256), 0);
                steps
            })
            .collect();
        (first..end).step_by(BLOCK).all(|first| {
            let mut keys = [0; BLOCK];
            let keys = &mut keys[..BLOCK.min(end - first)];
            for ((rows, _), steps) in columns.iter().zip(&steps) {
                rows.add_steps(first, keys, steps);
            }
            loops::set_bits(&mut self.bits, keys)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn rows_given_twice_are_found_however_the_codes_come(
            rows in proptest::collection::vec((0_u32..40, 0_u32..4, 0_u32..3000), 1..400),
            parts in proptest::collection::vec(1_usize..60, 1..20),
            few in proptest::prelude::any::<bool>(),
        ) {
            let mut keys = Keys::default();
            if !few {
                keys.found = Found::Slots(Vec::new());
            }
            let mut columns = [const { (Vec::new(), Vec::<u32>::new()) }; 3];
            let mut taken = 0;
            for part in parts.iter().cycle() {
                let more = &rows[taken..(taken + part).min(rows.len())];
                for row in more {
                    // Codes are numbered in the order in which they come.
                    for (code, (known, numbers)) in [row.0, row.1, row.2].iter().zip(&mut columns) {
                        let number = known.iter().position(|other| other == code);
                        numbers.push(number.unwrap_or(known.len()) as u32);
                        if number.is_none() {
                            known.push(*code);
                        }
                    }
                }
                taken += more.len();
                let indexes = columns.each_ref().map(|(_, numbers)| numbers.iter().copied().collect());
                let given: Vec<Codes> =
                    indexes.iter().zip(&columns).map(|(rows, (known, _))| (rows, known.len())).collect();
                let unique = keys.add(more.len(), &given);
                let mut sorted = rows[..taken].to_vec();
                sorted.sort_unstable();
                proptest::prop_assert_eq!(unique, sorted.windows(2).all(|two| two[0] != two[1]));
                if !unique || taken == rows.len() {
                    break;
                }
            }
            proptest::prop_assert!(few || matches!(keys.found, Found::Slots(_)));
        }
    }
}
