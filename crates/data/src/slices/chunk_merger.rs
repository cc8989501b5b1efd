//! Parts joined to a table, in the order of the slices.

use crate::additivity::Additive;
use crate::cell::Cells;
use crate::csv_table::Expectations;
use crate::csv_table::rules::{Column, SignsSeen, Use};
use crate::dictionary::Dictionary;
use crate::indexes::Indexes;
use crate::table::{Dimension, MeasureColumn, Table};

use super::keys::Keys;
use super::part::{Part, Start, read_last, read_slice};
use super::plan::{Plan, plan};

/// A table of more bytes than this is refused: a page with less memory than that left would be
/// closed by the browser, and everything in it with it.
const MOST_BYTES: u64 = 1 << 30;

/// A record longer than this is left to the strict reader: most likely a stray quote has swallowed
/// the lines that follow it.
const LONGEST_RECORD: usize = 1 << 20;

/// What came of a part.
#[derive(Debug, PartialEq, Eq)]
pub enum Taken {
    /// Its rows are in the table.
    Yes,
    /// It was read as if its first line ended a record, but a quoted field goes on there. It must be
    /// read once more, with these bytes before it and [`Start::Record`].
    Again(Vec<u8>),
    /// Something is wrong with the file, or out of the ordinary.
    Wrong,
    /// The table would take more memory than there is. A file of so many bytes would do.
    TooLarge(u64),
}

/// A table in the making.
pub struct ChunkMerger {
    plan: Plan,
    columns: Vec<Column>,
    dimensions: Vec<Codes>,
    measures: Vec<Cells>,
    rows: usize,
    keys: Keys,
    signs: SignsSeen,
    /// The beginning of a record whose end is still to come.
    carried: Vec<u8>,
    /// Bytes of the file that rows lie in.
    bytes: u64,
    has_room: bool,
}

#[derive(Default)]
struct Codes {
    dictionary: Dictionary,
    rows: Indexes,
}

impl ChunkMerger {
    /// Nothing yet of a file with so many bytes that begins with these; the slices begin where the
    /// plan says that rows begin. `None` when the file must be left to the strict reader.
    pub fn of_file(
        file: &str,
        beginning: &[u8],
        bytes: u64,
        expectations: &Expectations,
    ) -> Option<ChunkMerger> {
        let is_whole = beginning.len() as u64 >= bytes;
        let (plan, columns) = plan(file, beginning, is_whole, expectations)?;
        let bytes = bytes - plan.rows_begin as u64;
        Some(ChunkMerger::new(plan, columns, bytes))
    }

    fn new(plan: Plan, columns: Vec<Column>, bytes: u64) -> ChunkMerger {
        let count = |wanted: fn(&Use) -> bool| columns.iter().filter(|c| wanted(&c.use_as)).count();
        let mut dimensions = Vec::new();
        dimensions.resize_with(
            count(|u| matches!(u, Use::Dimension { .. })),
            Codes::default,
        );
        let measures = vec![Cells::default(); count(|u| matches!(u, Use::Measure { .. }))];
        ChunkMerger {
            plan,
            columns,
            dimensions,
            measures,
            rows: 0,
            keys: Keys::default(),
            signs: SignsSeen::default(),
            carried: Vec::new(),
            bytes,
            has_room: false,
        }
    }

    /// The plan by which slices have to be read.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Rows so far.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Takes the part of the next slice, which has so many bytes.
    pub fn take(&mut self, part: &[u8], slice: usize) -> Taken {
        if slice == 0 {
            return Taken::Yes;
        }
        let plan = self.plan.clone();
        let Some(part) = Part::of(&plan, part) else {
            return Taken::Wrong;
        };
        if !part.head.is_empty() {
            let before = self.carried.len();
            self.carried.extend_from_slice(part.head);
            if self.carried.len() > LONGEST_RECORD {
                return Taken::Wrong;
            }
            let between = read_slice(&plan, &self.carried, Start::Record);
            let Some(between) = Part::of(&plan, &between) else {
                return Taken::Wrong;
            };
            let ends_a_line = part.head.ends_with(b"\n");
            if ends_a_line && !between.tail.is_empty() {
                self.carried.truncate(before);
                return Taken::Again(std::mem::take(&mut self.carried));
            }
            if !self.add(&between) {
                return Taken::Wrong;
            }
            self.carried = between.tail.to_vec();
            if !ends_a_line {
                return Taken::Yes;
            }
        }
        if !self.has_room
            && part.rows > 0
            && let Some(bytes) = self.make_room(&part, slice)
        {
            return Taken::TooLarge(bytes);
        }
        self.carried = part.tail.to_vec();
        match self.add(&part) {
            true => Taken::Yes,
            false => Taken::Wrong,
        }
    }

    /// The table, when all parts have been taken. `None` when something is wrong with the file.
    pub fn finish(&mut self, name: &str, expectations: &Expectations) -> Option<Table> {
        let last = read_last(&self.plan, &std::mem::take(&mut self.carried));
        let plan = self.plan.clone();
        if !self.add(&Part::of(&plan, &last)?) || self.rows == 0 || self.sign_is_wrong() {
            return None;
        }
        let mut table = Table {
            name: name.to_owned(),
            dimensions: Vec::new(),
            measures: Vec::new(),
            rows: self.rows,
            coverage: expectations.coverage.clone(),
            flags: None,
            absent_is_zero: false,
            breaks: Vec::new(),
        };
        let mut dimensions = std::mem::take(&mut self.dimensions).into_iter();
        let mut measures = std::mem::take(&mut self.measures).into_iter();
        for column in self.columns.clone() {
            match column.use_as {
                Use::Dimension { .. } => {
                    let codes = dimensions.next()?;
                    table.coverage.remove(&column.name);
                    let text = |code: &[u8]| String::from_utf8_lossy(code).into_owned();
                    table.dimensions.push(Dimension {
                        name: column.name,
                        codes: codes.dictionary.codes().map(text).collect(),
                        rows: codes.rows,
                        additive: Additive::default(),
                    });
                }
                Use::Measure {
                    rounding,
                    perturbed,
                    ..
                } => table.measures.push(MeasureColumn {
                    name: column.name,
                    cells: measures.next()?,
                    rounding,
                    perturbed,
                }),
                Use::Note => {}
            }
        }
        Some(table)
    }

    /// The same file from its first slice on.
    pub fn anew(&self) -> ChunkMerger {
        ChunkMerger::new(self.plan.clone(), self.columns.clone(), self.bytes)
    }

    /// The same file from its first slice on, when the cells so far say that the decimal sign is not
    /// the one that the first rows looked like.
    pub fn with_other_sign(&self) -> Option<ChunkMerger> {
        let sign = self.signs.decide(self.plan.delimiter)?;
        let plan = self.plan.with_sign(sign);
        let anew = || ChunkMerger::new(plan, self.columns.clone(), self.bytes);
        self.sign_is_wrong().then(anew)
    }

    fn sign_is_wrong(&self) -> bool {
        // Where nothing tells the sign, every number is whole and any sign does.
        let told = self.signs.point || self.signs.comma || self.signs.unclear;
        self.plan.watch_signs
            && told
            && self.signs.decide(self.plan.delimiter) != Some(self.plan.sign)
    }

    /// Room for the whole table, judged by its first part; else the bytes of a file that has room.
    fn make_room(&mut self, part: &Part, slice: usize) -> Option<u64> {
        let share = part.rows as f64 / slice.max(1) as f64;
        let rows = self.bytes as f64 * share * 1.05 + 1000.0;
        let codes = part.dimensions.iter().map(|codes| codes.width);
        let amounts = part.measures.iter();
        let amounts =
            amounts.map(|amounts| amounts.width + usize::from(!amounts.states.is_empty()));
        let width: usize = codes.chain(amounts).sum();
        let keys = Keys::bytes(rows as usize) as f64;
        let memory = rows * width as f64 + keys;
        let fits = self.bytes as f64 * (MOST_BYTES as f64 / memory);
        if memory > MOST_BYTES as f64 || rows > f64::from(i32::MAX) {
            return Some(fits as u64);
        }
        let rows = rows as usize;
        let keys = self.keys.room(rows);
        let mut has_room = keys.is_some();
        for (codes, part) in self.dimensions.iter_mut().zip(&part.dimensions) {
            let largest = part.codes.len().saturating_sub(1) as u32;
            has_room = has_room && codes.rows.try_reserve(rows, largest);
        }
        for (cells, part) in self.measures.iter_mut().zip(&part.measures) {
            cells.append(&[], part.width, &[]);
            has_room = has_room && cells.try_reserve(rows);
        }
        self.has_room = true;
        // Less than half of what was asked for is there.
        (!has_room).then_some(fits.min(self.bytes as f64 / 2.0) as u64)
    }

    /// Adds the rows of a part; false when something is wrong with them.
    fn add(&mut self, part: &Part) -> bool {
        self.signs.point |= part.signs.point;
        self.signs.comma |= part.signs.comma;
        self.signs.unclear |= part.signs.unclear;
        if part.wrong {
            return false;
        }
        let mut known = true;
        for (codes, part) in self.dimensions.iter_mut().zip(&part.dimensions) {
            known &= part.append_to(&mut codes.dictionary, &mut codes.rows);
        }
        if !known {
            return false;
        }
        for (cells, part) in self.measures.iter_mut().zip(&part.measures) {
            cells.append(part.numbers, part.width, part.states);
        }
        self.rows += part.rows;
        let columns = self.dimensions.iter();
        let columns: Vec<(&Indexes, usize)> = columns
            .map(|codes| (&codes.rows, codes.dictionary.len()))
            .collect();
        self.keys.add(part.rows, &columns)
    }
}
