//! The few loops that run once for every row of a table.
//!
//! The modules of the site are compiled for size, which makes such loops several times slower. This
//! crate alone is compiled for speed (`Cargo.toml` of the workspace says so), and therefore has
//! no generic functions in its interface: those would be compiled where they are called.

#![no_std]
extern crate alloc;

use alloc::vec::Vec;

/// What a dropped row adds to its cell: more than there are cells, so that a sum of such steps and
/// places is recognised. The steps of 200 columns still fit in 32 bits.
pub const DROPPED: u32 = 1 << 24;

/// State of a cell that holds a number.
pub const NUMBER: u8 = 0;

/// A running sum, and how many cells of each state were met (0 is a number).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    /// The numbers added up, in the order of the rows.
    pub total: f64,
    /// How many cells had the state 0, 1, 2, 3.
    pub states: [u32; 4],
}

macro_rules! for_each_width {
    ($($code:ty, $add:ident, $numbers:ident, $narrow:ident;)*) => {$(
        /// Adds to each cell the step of its row's code.
        #[inline(never)]
        pub fn $add(cells: &mut [u32], codes: &[$code], steps: &[u32]) {
            // With so many steps there is nothing to check for a code of one byte.
            if let (1, Some(steps)) = (size_of::<$code>(), steps.first_chunk::<256>()) {
                for (cell, code) in cells.iter_mut().zip(codes) {
                    *cell += steps[*code as usize & 0xFF];
                }
                return;
            }
            for (cell, code) in cells.iter_mut().zip(codes) {
                *cell += steps[*code as usize];
            }
        }

        /// The numbers as doubles.
        #[inline(never)]
        pub fn $numbers(out: &mut [f64], numbers: &[$code]) {
            for (out, number) in out.iter_mut().zip(numbers) {
                *out = f64::from(*number);
            }
        }

        /// Appends values that are known to fit.
        #[inline(never)]
        pub fn $narrow(out: &mut Vec<$code>, values: &[u32]) {
            out.extend(values.iter().map(|value| *value as $code));
        }
    )*};
}

for_each_width! {
    u8, add_u8, numbers_u8, narrow_u8;
    u16, add_u16, numbers_u16, narrow_u16;
    u32, add_u32, numbers_u32, narrow_u32;
}

macro_rules! tally_each {
    ($($name:ident, $with_states:ident: $number:ty;)*) => {$(
        /// Adds each number to the tally of its row's cell. The last tally takes the rows that are
        /// dropped. Tables are mostly sorted, so the sum of a cell is kept at hand as long as the rows
        /// that follow belong to it.
        #[inline(never)]
        pub fn $name(cells: &[u32], numbers: &[$number], tallies: &mut [Tally]) {
            let Some(last) = tallies.len().checked_sub(1) else {
                return;
            };
            let rows = cells.len().min(numbers.len());
            let (cells, numbers) = (&cells[..rows], &numbers[..rows]);
            let mut row = 0;
            while row < rows {
                let cell = cells[row];
                let tally = &mut tallies[(cell as usize).min(last)];
                let mut total = tally.total;
                let first = row;
                while row < rows && cells[row] == cell {
                    total += numbers[row] as f64;
                    row += 1;
                }
                tally.total = total;
                tally.states[0] += (row - first) as u32;
            }
        }

        /// The same for a column in which not every cell is a number.
        #[inline(never)]
        pub fn $with_states(
            cells: &[u32],
            numbers: &[$number],
            states: &[u8],
            tallies: &mut [Tally],
        ) {
            let Some(last) = tallies.len().checked_sub(1) else {
                return;
            };
            for ((cell, number), state) in cells.iter().zip(numbers).zip(states) {
                let tally = &mut tallies[(*cell as usize).min(last)];
                if *state == NUMBER {
                    tally.total += *number as f64;
                }
                tally.states[usize::from(*state & 3)] += 1;
            }
        }
    )*};
}

tally_each! {
    tally_u8, tally_states_u8: u8;
    tally_u16, tally_states_u16: u16;
    tally_u32, tally_states_u32: u32;
    tally_f64, tally_states_f64: f64;
}

/// Drops the rows whose state is `state`, or those whose state is not.
#[inline(never)]
pub fn drop_rows(cells: &mut [u32], states: &[u8], state: u8, with_it: bool) {
    for (cell, found) in cells.iter_mut().zip(states) {
        if (*found == state) == with_it {
            *cell = DROPPED;
        }
    }
}

/// Codes as they lie in the bytes of a part, translated into the codes of the whole. `width` is the
/// number of bytes of each. False when a code is not in the translation.
#[inline(never)]
pub fn translate(out: &mut Vec<u32>, bytes: &[u8], width: usize, to: &[u32]) -> bool {
    out.clear();
    let mut known = true;
    let mut push = |code: usize| match to.get(code) {
        Some(code) => out.push(*code),
        None => known = false,
    };
    match width {
        1 => bytes.iter().for_each(|byte| push(usize::from(*byte))),
        2 => bytes
            .as_chunks()
            .0
            .iter()
            .for_each(|two| push(usize::from(u16::from_le_bytes(*two)))),
        _ => bytes
            .as_chunks()
            .0
            .iter()
            .for_each(|four| push(u32::from_le_bytes(*four) as usize)),
    }
    known
}

/// Appends values that fit in two bytes as bytes, the lowest first.
#[inline(never)]
pub fn bytes_u16(out: &mut Vec<u8>, values: &[u32]) {
    out.reserve(2 * values.len());
    for value in values {
        out.extend_from_slice(&(*value as u16).to_le_bytes());
    }
}

/// Appends values as bytes, the lowest first.
#[inline(never)]
pub fn bytes_u32(out: &mut Vec<u8>, values: &[u32]) {
    out.reserve(4 * values.len());
    for value in values {
        out.extend_from_slice(&value.to_le_bytes());
    }
}

/// Appends numbers that fit in `width` bytes as bytes, the lowest first.
#[inline(never)]
pub fn bytes_of_numbers(out: &mut Vec<u8>, numbers: &[f64], width: usize) {
    out.reserve(width * numbers.len());
    match width {
        1 => out.extend(numbers.iter().map(|number| *number as u8)),
        2 => {
            for number in numbers {
                out.extend_from_slice(&(*number as u16).to_le_bytes());
            }
        }
        4 => {
            for number in numbers {
                out.extend_from_slice(&(*number as u32).to_le_bytes());
            }
        }
        _ => {
            for number in numbers {
                out.extend_from_slice(&number.to_le_bytes());
            }
        }
    }
}

/// The mean of each two numbers, in place of the first.
#[inline(never)]
pub fn means(starts: &mut [f64], ends: &[f64]) {
    for (start, end) in starts.iter_mut().zip(ends) {
        *start = (*start + end) / 2.0;
    }
}

macro_rules! append_each {
    ($($name:ident: $number:ty;)*) => {$(
        /// Appends numbers as they lie in bytes, `width` bytes each, the lowest first.
        #[inline(never)]
        pub fn $name(out: &mut Vec<$number>, bytes: &[u8], width: usize) {
            match width {
                1 => out.extend(bytes.iter().map(|byte| *byte as $number)),
                2 => out.extend(bytes.as_chunks().0.iter().map(|two| u16::from_le_bytes(*two) as $number)),
                4 => out.extend(bytes.as_chunks().0.iter().map(|four| u32::from_le_bytes(*four) as $number)),
                _ => out.extend(bytes.as_chunks().0.iter().map(|eight| f64::from_le_bytes(*eight) as $number)),
            }
        }
    )*};
}

append_each! {
    append_u16: u16;
    append_u32: u32;
    append_f64: f64;
}

/// Mixes the codes of a column into the hash of each row.
#[inline(never)]
pub fn mix(hashes: &mut [u64], codes: &[u32]) {
    for (hash, code) in hashes.iter_mut().zip(codes) {
        *hash = (hash.rotate_left(29) ^ u64::from(*code)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

/// Puts rows at the slots that their hashes lead to, and reports each two with the same hash.
///
/// `slots` has a power of two of places, more than there are rows; 0 is free, else the row + 1 below
/// the upper half of its hash. `first` is the row that the first hash belongs to. `same` says whether
/// two rows are the same; the first two that are end the search and are returned.
#[inline(never)]
pub fn place_rows(
    slots: &mut [u64],
    hashes: &[u64],
    first: u32,
    same: &mut dyn FnMut(u32, u32) -> bool,
) -> Option<(u32, u32)> {
    let mask = slots.len() - 1;
    for (row, hash) in (first..).zip(hashes) {
        let upper = hash >> 32;
        let mut slot = (hash ^ upper) as usize & mask;
        loop {
            let taken = slots[slot];
            if taken == 0 {
                break;
            }
            let earlier = (taken as u32).wrapping_sub(1);
            if taken >> 32 == upper && same(earlier, row) {
                return Some((earlier, row));
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = upper << 32 | u64::from(row + 1);
    }
    None
}

/// Moves what lies in the slots into more of them.
#[inline(never)]
pub fn spread_rows(slots: &mut [u64], hashes: &[u64]) {
    let mask = slots.len() - 1;
    for (row, hash) in (1_u32..).zip(hashes) {
        let upper = hash >> 32;
        let mut slot = (hash ^ upper) as usize & mask;
        while slots[slot] != 0 {
            slot = (slot + 1) & mask;
        }
        slots[slot] = upper << 32 | u64::from(row);
    }
}
