//! The few loops that run once for every row of a table, and the one sort of the program.
//!
//! The modules of the site are compiled for size, which makes such loops several times slower. This
//! crate alone is compiled for speed (`Cargo.toml` of the workspace says so), and therefore the loops have
//! no generic functions in their interface: those would be compiled where they are called.
//!
//! May live here: loops over plain slices. May not: tables, cells, anything with a meaning.
//!
//! ```
//! let places = kernels::stable_sort::places(3, &|one, two| [30, 10, 20][one].cmp(&[30, 10, 20][two]));
//! assert_eq!(places, [1, 2, 0]);
//! ```

#![no_std]
extern crate alloc;

use alloc::vec::Vec;

pub mod scan;
pub mod stable_sort;

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
    ($($code:ty, $add:ident, $add_picked:ident, $numbers:ident, $pick:ident,
       $mix:ident, $bounds:ident, $sum:ident;)*) => {$(
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

        /// Adds to each cell the step of the code of the row that was picked for it.
        #[inline(never)]
        pub fn $add_picked(cells: &mut [u32], codes: &[$code], picked: &[u32], steps: &[u32]) {
            for (cell, row) in cells.iter_mut().zip(picked) {
                *cell += steps[codes[*row as usize] as usize];
            }
        }

        /// The numbers as doubles.
        #[inline(never)]
        pub fn $numbers(out: &mut [f64], numbers: &[$code]) {
            for (out, number) in out.iter_mut().zip(numbers) {
                *out = f64::from(*number);
            }
        }

        /// The numbers of the rows that were picked, as doubles.
        #[inline(never)]
        pub fn $pick(out: &mut [f64], numbers: &[$code], picked: &[u32]) {
            for (out, row) in out.iter_mut().zip(picked) {
                *out = f64::from(numbers[*row as usize]);
            }
        }

        /// Mixes the codes of a column into the hash of each row.
        #[inline(never)]
        pub fn $mix(hashes: &mut [u64], codes: &[$code]) {
            for (hash, code) in hashes.iter_mut().zip(codes) {
                *hash = (hash.rotate_left(29) ^ u64::from(*code)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            }
        }

        /// The least and the greatest of every `rows` codes.
        #[inline(never)]
        pub fn $bounds(codes: &[$code], rows: usize) -> Vec<[u32; 2]> {
            let bounds = codes.chunks(rows.max(1)).map(|codes| {
                let (mut least, mut greatest) = (<$code>::MAX, 0);
                for code in codes {
                    least = least.min(*code);
                    greatest = greatest.max(*code);
                }
                [u32::from(least), u32::from(greatest)]
            });
            bounds.collect()
        }

        /// The numbers added up, which is exact.
        #[inline(never)]
        pub fn $sum(numbers: &[$code]) -> u64 {
            numbers.iter().map(|number| u64::from(*number)).sum()
        }
    )*};
}

for_each_width! {
    u8, add_u8, add_picked_u8, numbers_u8, pick_u8, mix_u8, bounds_u8, sum_u8;
    u16, add_u16, add_picked_u16, numbers_u16, pick_u16, mix_u16, bounds_u16, sum_u16;
    u32, add_u32, add_picked_u32, numbers_u32, pick_u32, mix_u32, bounds_u32, sum_u32;
}

/// Appends codes as they lie in the bytes of a part, one byte each, translated into the codes of the
/// whole, which fit in a byte. False when a code is not in the translation.
#[inline(never)]
pub fn translate_u8(out: &mut Vec<u8>, bytes: &[u8], to: &[u32]) -> bool {
    // A table of all there can be, so that none has to be checked.
    let mut table = [0; 256];
    for (code, to) in table.iter_mut().zip(to) {
        *code = *to as u8;
    }
    let mut greatest = 0;
    out.extend(bytes.iter().map(|byte| {
        greatest = greatest.max(*byte);
        table[usize::from(*byte)]
    }));
    bytes.is_empty() || usize::from(greatest) < to.len()
}

/// Codes as they lie in the bytes of a part, `width` bytes each, translated into the codes of the
/// whole. `None` when a code is not in the translation.
#[inline(never)]
pub fn translate(bytes: &[u8], width: usize, to: &[u32]) -> Option<Vec<u32>> {
    let code = |code: usize| to.get(code).copied();
    match width {
        1 => bytes.iter().map(|byte| code(usize::from(*byte))).collect(),
        2 => {
            let codes = bytes.as_chunks().0.iter();
            codes
                .map(|two| code(usize::from(u16::from_le_bytes(*two))))
                .collect()
        }
        _ => {
            let codes = bytes.as_chunks().0.iter();
            codes
                .map(|four| code(u32::from_le_bytes(*four) as usize))
                .collect()
        }
    }
}

/// Appends values that fit in two bytes.
#[inline(never)]
pub fn narrow_u16(out: &mut Vec<u16>, values: &[u32]) {
    out.extend(values.iter().map(|value| *value as u16));
}

/// Makes all of the cells the same.
#[inline(never)]
pub fn fill(cells: &mut Vec<u32>, count: usize, cell: u32) {
    cells.clear();
    cells.resize(count, cell);
}

/// The numbers of the rows that were picked.
#[inline(never)]
pub fn pick_f64(out: &mut [f64], numbers: &[f64], picked: &[u32]) {
    for (out, row) in out.iter_mut().zip(picked) {
        *out = numbers[*row as usize];
    }
}

/// The states of the rows that were picked.
#[inline(never)]
pub fn pick_states(out: &mut Vec<u8>, states: &[u8], picked: &[u32]) {
    out.clear();
    out.extend(picked.iter().map(|row| states[*row as usize]));
}

/// Numbers added to a sum, one after the other.
#[inline(never)]
pub fn sum_f64(mut total: f64, numbers: &[f64]) -> f64 {
    for number in numbers {
        total += number;
    }
    total
}

/// Adds each number to the sum of its cell. Tables are mostly sorted, so the sum of a cell is kept at
/// hand as long as the rows that follow belong to it.
#[inline(never)]
pub fn add_up(totals: &mut [f64], cells: &[u32], numbers: &[f64]) {
    let rows = cells.len().min(numbers.len());
    let (cells, numbers) = (&cells[..rows], &numbers[..rows]);
    let mut row = 0;
    while row < rows {
        let cell = cells[row];
        let sum = &mut totals[cell as usize];
        let mut total = *sum;
        while row < rows && cells[row] == cell {
            total += numbers[row];
            row += 1;
        }
        *sum = total;
    }
}

/// Counts the rows of each cell.
#[inline(never)]
pub fn count(counts: &mut [u32], cells: &[u32]) {
    let mut row = 0;
    while row < cells.len() {
        let (cell, first) = (cells[row], row);
        while row < cells.len() && cells[row] == cell {
            row += 1;
        }
        counts[cell as usize] += (row - first) as u32;
    }
}

/// Adds each cell of a column in which not every one is a number to the tally of its row's cell.
#[inline(never)]
pub fn tally(tallies: &mut [Tally], cells: &[u32], numbers: &[f64], states: &[u8]) {
    for ((cell, number), state) in cells.iter().zip(numbers).zip(states) {
        let tally = &mut tallies[*cell as usize];
        if *state == NUMBER {
            tally.total += *number;
        }
        tally.states[usize::from(*state & 3)] += 1;
    }
}

/// Leaves the cells that are not dropped, in their order, and notes the places they were picked from.
#[inline(never)]
pub fn keep(cells: &mut Vec<u32>, picked: &mut Vec<u32>) {
    picked.clear();
    picked.resize(cells.len(), 0);
    let mut kept = 0;
    for at in 0..cells.len() {
        let cell = cells[at];
        cells[kept] = cell;
        picked[kept] = at as u32;
        kept += usize::from(cell < DROPPED);
    }
    cells.truncate(kept);
    picked.truncate(kept);
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

/// Appends values that fit in a byte.
#[inline(never)]
pub fn bytes_u8(out: &mut Vec<u8>, values: &[u32]) {
    out.extend(values.iter().map(|value| *value as u8));
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

/// Sets a bit for each key; false when it was set before.
#[inline(never)]
pub fn set_bits(bits: &mut [u64], keys: &[u32]) -> bool {
    let mut twice = 0;
    for key in keys {
        let bit = 1_u64 << (key & 63);
        let word = &mut bits[(key >> 6) as usize];
        twice |= *word & bit;
        *word |= bit;
    }
    twice == 0
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

/// What signs a field of a text has.
pub mod signs {
    /// ASCII digits.
    pub const DIGIT: u8 = 1;
    /// ASCII spaces.
    pub const SPACE: u8 = 2;
    /// ASCII letters.
    pub const LETTER: u8 = 4;
    /// Any other sign of ASCII.
    pub const OTHER: u8 = 8;
    /// Anything beyond ASCII.
    pub const BEYOND: u8 = 16;

    /// The sign that a byte is.
    pub const OF: [u8; 256] = {
        let mut table = [OTHER; 256];
        let mut byte = 0;
        while byte < 256 {
            let sign = byte as u8;
            if sign.is_ascii_digit() {
                table[byte] = DIGIT;
            } else if sign.is_ascii_alphabetic() {
                table[byte] = LETTER;
            } else if matches!(sign, b' ' | 9..=13) {
                table[byte] = SPACE;
            } else if sign >= 128 {
                table[byte] = BEYOND;
            }
            byte += 1;
        }
        table
    };
}

/// Where a field lies in its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The signs it has, of [`signs`].
    pub signs: u8,
    /// Whether it stands in quotes, which are not part of it.
    pub quoted: bool,
}

/// All signs of a text together.
#[inline(never)]
pub fn signs_of(text: &[u8]) -> u8 {
    text.iter()
        .fold(0, |signs, byte| signs | signs::OF[usize::from(*byte)])
}

/// The fields of the record that begins at `at`, and where the next one begins. `None` when its quotes
/// have quotes or line breaks in them.
#[inline(never)]
pub fn split_record(
    bytes: &[u8],
    at: usize,
    delimiter: u8,
    spans: &mut Vec<Span>,
) -> Option<usize> {
    spans.clear();
    if delimiter == b'"' {
        return None;
    }
    let mut at = at;
    loop {
        let mut span = Span::default();
        if bytes.get(at) == Some(&b'"') {
            span.quoted = true;
            at += 1;
            span.start = at;
            loop {
                match *bytes.get(at)? {
                    b'"' => break,
                    b'\n' | b'\r' => return None,
                    byte => span.signs |= signs::OF[usize::from(byte)],
                }
                at += 1;
            }
            span.end = at;
            at += 1;
        } else {
            span.start = at;
            while at < bytes.len() {
                let byte = bytes[at];
                if byte == delimiter || byte == b'\n' || byte == b'\r' {
                    break;
                }
                span.signs |= signs::OF[usize::from(byte)];
                at += 1;
            }
            span.end = at;
        }
        spans.push(span);
        match bytes.get(at) {
            None => return Some(at),
            Some(byte) if *byte == delimiter => at += 1,
            Some(b'\n') => return Some(at + 1),
            Some(b'\r') => {
                return Some(match bytes[at..] {
                    [_, b'\r', b'\n', ..] => at + 3,
                    [_, b'\n', ..] => at + 2,
                    _ => at + 1,
                });
            }
            Some(_) => return None,
        }
    }
}

/// The number that digits make; there must be 19 at most.
#[inline(never)]
pub fn whole_number(digits: &[u8]) -> u64 {
    digits.iter().fold(0, |number: u64, byte| {
        number
            .wrapping_mul(10)
            .wrapping_add(u64::from(byte.wrapping_sub(b'0')))
    })
}

/// Distinct texts, numbered in the order in which they come.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    /// A power of two of places for numbers + 1; 0 is free.
    slots: Vec<u32>,
    /// For each text the one that came after it the last time.
    after: Vec<u32>,
    latest: u32,
}

impl Texts {
    #[inline(never)]
    fn is(&self, number: u32, text: &[u8]) -> bool {
        let number = number as usize;
        let start = match number {
            0 => 0,
            _ => self.ends[number - 1],
        };
        let known = &self.bytes[start..self.ends[number]];
        if known.len() != text.len() {
            return false;
        }
        // Texts are short: a call to compare them costs more than the comparison.
        let ((eights, rest), (others, other_rest)) = (known.as_chunks(), text.as_chunks());
        let mut eights = eights.iter().zip(others);
        let mut rest = rest.iter().zip(other_rest);
        eights.all(|(one, other)| u64::from_le_bytes(*one) == u64::from_le_bytes(*other))
            && rest.all(|(one, other)| one == other)
    }

    fn hash(text: &[u8]) -> u64 {
        let mut hash = text.len() as u64;
        let (eights, rest) = text.as_chunks();
        let mut mix = |part: u64| {
            hash = (hash.rotate_left(29) ^ part).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        };
        for eight in eights {
            mix(u64::from_le_bytes(*eight));
        }
        let last = rest
            .iter()
            .fold(0, |last, byte| last << 8 | u64::from(*byte));
        mix(last);
        hash ^ hash >> 32
    }

    /// The slot of a text, or the free one where it would be.
    #[inline(never)]
    fn slot(&self, text: &[u8]) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = Texts::hash(text) as usize & mask;
        while self.slots[slot] != 0 && !self.is(self.slots[slot] - 1, text) {
            slot = (slot + 1) & mask;
        }
        slot
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text of a number.
    pub fn get(&self, number: usize) -> &[u8] {
        let start = match number {
            0 => 0,
            _ => self.ends[number - 1],
        };
        &self.bytes[start..self.ends[number]]
    }

    /// The number of a text that has one.
    #[inline(never)]
    pub fn find(&self, text: &[u8]) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        self.slots[self.slot(text)].checked_sub(1)
    }

    /// The number of a text; a new one is given to a text not seen before.
    #[inline(never)]
    pub fn number(&mut self, text: &[u8]) -> u32 {
        // Rows mostly agree with the one before, or go on as the last time.
        if !self.ends.is_empty() {
            for guess in [self.latest, self.after[self.latest as usize]] {
                if self.is(guess, text) {
                    self.latest = guess;
                    return guess;
                }
            }
        }
        if self.slots.len() < 2 * (self.ends.len() + 1) {
            self.slots = alloc::vec![0; (4 * (self.ends.len() + 1)).next_power_of_two()];
            for number in 0..self.ends.len() {
                let start = if number == 0 {
                    0
                } else {
                    self.ends[number - 1]
                };
                let slot = self.slot(&self.bytes[start..self.ends[number]]);
                self.slots[slot] = number as u32 + 1;
            }
        }
        let slot = self.slot(text);
        let number = match self.slots[slot] {
            0 => {
                self.bytes.extend_from_slice(text);
                self.ends.push(self.bytes.len());
                self.after.push(0);
                let number = self.ends.len() as u32;
                self.slots[slot] = number;
                number - 1
            }
            known => known - 1,
        };
        self.after[self.latest as usize] = number;
        self.latest = number;
        number
    }
}

/// Bytes of which each is one letter, as UTF-8; `beyond` has the letters from 128 on.
#[inline(never)]
pub fn utf8_of_bytes(bytes: &[u8], beyond: &[u16; 128]) -> Vec<u8> {
    let mut text = Vec::with_capacity(bytes.len() + bytes.len() / 16);
    for byte in bytes {
        if *byte < 128 {
            text.push(*byte);
            continue;
        }
        let letter = beyond[usize::from(*byte - 128)];
        if letter >= 0x800 {
            text.push(0xE0 | (letter >> 12) as u8);
            text.push(0x80 | (letter >> 6 & 0x3F) as u8);
        } else {
            text.push(0xC0 | (letter >> 6) as u8);
        }
        text.push(0x80 | (letter & 0x3F) as u8);
    }
    text
}

/// Whether some byte lies from `from` on and below `to`.
#[inline(never)]
pub fn has_byte(bytes: &[u8], from: u8, to: u8) -> bool {
    bytes.iter().any(|byte| (from..to).contains(byte))
}

/// Takes the code of each row into its key: the key times `size`, and the code.
#[inline(never)]
pub fn pack_keys(keys: &mut [u64], codes: &[u32], size: u64) {
    for (key, code) in keys.iter_mut().zip(codes) {
        *key = key.wrapping_mul(size).wrapping_add(u64::from(*code));
    }
}

/// Adds to each key what its code adds; what is too much stays the greatest number.
#[inline(never)]
pub fn add_to_keys(keys: &mut [u64], codes: &[u32], add: &[u64]) {
    for (key, code) in keys.iter_mut().zip(codes) {
        *key = key.saturating_add(add[*code as usize]);
    }
}

/// Whether each key is there once; all of them are below `combinations`.
#[inline(never)]
pub fn are_distinct(keys: &[u64], combinations: u64) -> bool {
    let mut bits = alloc::vec![0_u64; combinations as usize / 64 + 1];
    let mut twice = 0;
    for key in keys {
        let bit = 1 << (key & 63);
        let word = &mut bits[(key >> 6) as usize];
        twice |= *word & bit;
        *word |= bit;
    }
    twice == 0
}

/// Whether the keys that are not `dropped` ascend without being twice there.
#[inline(never)]
pub fn are_ascending(keys: &[u64], dropped: u64) -> bool {
    let mut least = 0;
    for key in keys.iter().filter(|key| **key != dropped) {
        if *key < least {
            return false;
        }
        least = key + 1;
    }
    true
}

/// How many fields of a column are what at first sight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Digits and nothing else: bare, and in quotes.
    pub whole: [u64; 2],
    /// Those of them that are years.
    pub years: u64,
    /// Those of them that open with a zero and go on.
    pub leading_zeros: u64,
    /// Texts that are no number, marker or period: bare, and in quotes.
    pub texts: [u64; 2],
    /// Empty fields.
    pub empty: u64,
    /// Whether texts are counted; else the first one ends the counting.
    pub takes_texts: bool,
}

impl Span {
    /// The bytes of the field.
    pub fn of<'a>(&self, bytes: &'a [u8]) -> &'a [u8] {
        &bytes[self.start..self.end]
    }

    /// Whether there are digits and nothing else, and no more of them than a double holds exactly.
    pub fn is_whole(&self) -> bool {
        self.signs == signs::DIGIT && self.end - self.start <= 15
    }

    /// Whether it opens as no number, marker or period does.
    pub fn is_plainly_text(&self, bytes: &[u8]) -> bool {
        match self.of(bytes) {
            [b'N' | b'n', ..] => false,
            // Digits with letters and spaces, as in an age or a region, are no period.
            [b'0'..=b'9', .., last] if *last > b' ' => {
                let both = signs::LETTER | signs::SPACE;
                self.signs & both == both
            }
            // From À on these open the letters of Latin and Greek.
            [first, ..] => first.is_ascii_alphabetic() || (0xC3..0xD0).contains(first),
            [] => false,
        }
    }

    /// Whether there is surely no space around the text, of those beyond ASCII as well.
    fn is_trimmed(&self, bytes: &[u8]) -> bool {
        if self.signs & (signs::SPACE | signs::BEYOND) == 0 {
            return true;
        }
        // The bytes that open the letters among which the spaces are.
        let opens_space = |byte: u8| matches!(byte, 0xC2 | 0xE1..=0xE3);
        let text = self.of(bytes);
        let first = text
            .first()
            .is_some_and(|byte| *byte > b' ' && !opens_space(*byte));
        let last = match text {
            [.., three, two, last] if *last >= 128 => !opens_space(*two) && !opens_space(*three),
            [.., last] => *last > b' ' && *last < 128,
            [] => true,
        };
        first && last
    }

    fn is_filled(&self) -> bool {
        self.signs & (signs::DIGIT | signs::LETTER | signs::OTHER) != 0
    }
}

/// Passes records that have as many fields as `width` and are not blank; gives where the next one begins
/// and how many were passed.
#[inline(never)]
pub fn pass_records(
    bytes: &[u8],
    mut at: usize,
    delimiter: u8,
    width: usize,
    spans: &mut Vec<Span>,
) -> (usize, usize) {
    let mut records = 0;
    while at < bytes.len() {
        let Some(next) = split_record(bytes, at, delimiter, spans) else {
            break;
        };
        if spans.len() != width || !spans.iter().any(Span::is_filled) {
            break;
        }
        at = next;
        records += 1;
    }
    (at, records)
}

/// Counts what the fields of records are, as far as each has as many as there are counts and all of them
/// are plain; gives where the next one begins and how many were counted.
#[inline(never)]
pub fn count_records(
    bytes: &[u8],
    mut at: usize,
    delimiter: u8,
    counts: &mut [Counts],
    spans: &mut Vec<Span>,
) -> (usize, usize) {
    let mut records = 0;
    while at < bytes.len() {
        let Some(next) = split_record(bytes, at, delimiter, spans) else {
            break;
        };
        let is_plain = |(span, counts): (&Span, &Counts)| {
            span.signs == 0
                || span.is_whole()
                || (counts.takes_texts && span.is_plainly_text(bytes))
        };
        if spans.len() != counts.len()
            || !spans.iter().any(Span::is_filled)
            || !spans.iter().zip(&*counts).all(is_plain)
        {
            break;
        }
        for (span, counts) in spans.iter().zip(counts.iter_mut()) {
            let quoted = usize::from(span.quoted);
            if span.signs == 0 {
                counts.empty += 1;
            } else if span.is_whole() {
                let text = span.of(bytes);
                counts.whole[quoted] += 1;
                counts.leading_zeros += u64::from(text.len() > 1 && text[0] == b'0');
                let is_year = text.len() == 4 && (1500..2200).contains(&whole_number(text));
                counts.years += u64::from(is_year);
            } else {
                counts.texts[quoted] += 1;
            }
        }
        at = next;
        records += 1;
    }
    (at, records)
}

/// A column of texts, each as its number.
#[derive(Clone, Debug, Default)]
pub struct TextColumn {
    /// Which field of a record it is.
    pub at: usize,
    /// The texts.
    pub texts: Texts,
    /// The number of each record's text.
    pub codes: Vec<u32>,
}

/// Takes in records of `width` fields, `limit` at most, as far as texts stand without spaces around them and
/// every value is a whole number; gives where the next one begins and how many were taken. Values are
/// appended record by record.
#[inline(never)]
#[expect(
    clippy::too_many_arguments,
    reason = "a struct for one call would say the same twice"
)]
pub fn take_records(
    bytes: &[u8],
    mut at: usize,
    delimiter: u8,
    width: usize,
    limit: usize,
    texts: &mut [TextColumn],
    values: &[usize],
    numbers: &mut Vec<f64>,
    spans: &mut Vec<Span>,
) -> (usize, usize) {
    let mut records = 0;
    while at < bytes.len() && records < limit {
        let Some(next) = split_record(bytes, at, delimiter, spans) else {
            break;
        };
        if spans.len() != width
            || !values.iter().all(|at| spans[*at].is_whole())
            || !texts
                .iter()
                .all(|column| spans[column.at].is_trimmed(bytes))
            || !spans.iter().any(Span::is_filled)
        {
            break;
        }
        for column in texts.iter_mut() {
            let text = spans[column.at].of(bytes);
            column.codes.push(column.texts.number(text));
        }
        for at in values {
            numbers.push(whole_number(spans[*at].of(bytes)) as f64);
        }
        at = next;
        records += 1;
    }
    (at, records)
}
