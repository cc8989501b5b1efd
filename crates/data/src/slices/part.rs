//! One slice, read on its own.

use std::borrow::Cow;

use crate::cell::Cell;
use crate::columns::{PartAmounts, PartCodes, write_amounts, write_codes};
use crate::contract::Domain;
use crate::csv_table::Expectations;
use crate::csv_table::rules::{RowCells, SignsSeen, is_ordinal, read_cell, unguarded};
use crate::decimal_sign::{MOST_DIGITS, evidence_of};
use crate::dictionary::Dictionary;

use kernels::scan::Scan;
use vocabulary::words::is_hidden;

use super::plan::{Kind, Plan};
use crate::wire::{Reader, Writer};

/// Where a slice begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// With a record.
    Record,
    /// Anywhere. It is read as if its first line ended a record, which whoever joins the parts can tell.
    Anywhere,
}

/// Reads the records that lie in a slice as a whole, and gives them as bytes for a
/// [`super::ChunkMerger`].
pub fn read_slice(plan: &Plan, bytes: &[u8], start: Start) -> Vec<u8> {
    let head = match start {
        Start::Record => 0,
        Start::Anywhere => match bytes.iter().position(|byte| *byte == b'\n') {
            Some(place) => place + 1,
            None => bytes.len(),
        },
    };
    let (head, rest) = bytes.split_at(head);
    let mut slice = Slice::new(plan);
    let end = slice.read(rest, false);
    slice.write(head, &rest[end..])
}

/// Reads records that begin the bytes and end with them: the last may lack its end of line.
pub(super) fn read_last(plan: &Plan, bytes: &[u8]) -> Vec<u8> {
    let mut slice = Slice::new(plan);
    slice.read(bytes, true);
    slice.write(&[], &[])
}

/// The columns of a slice being read.
struct Slice<'a> {
    plan: &'a Plan,
    expectations: Expectations,
    /// Whether digits are always a number: no mark for what is missing looks like one.
    digits_are_numbers: bool,
    dimensions: Vec<Codes>,
    measures: Vec<Amounts>,
    /// For each column its place among the dimensions or the measures.
    places: Vec<usize>,
    rows: usize,
    signs: SignsSeen,
    wrong: bool,
}

#[derive(Default)]
struct Codes {
    dictionary: Dictionary,
    rows: Vec<u32>,
}

#[derive(Default)]
struct Amounts {
    numbers: Vec<f64>,
    states: Vec<u8>,
}

/// What ended a field.
enum End {
    Delimiter,
    Record,
    /// The bytes ended before the field did.
    Bytes,
}

impl<'a> Slice<'a> {
    fn new(plan: &'a Plan) -> Slice<'a> {
        let (mut dimensions, mut measures, mut places) = (Vec::new(), Vec::new(), Vec::new());
        for kind in &plan.columns {
            match kind {
                Kind::Dimension { .. } => {
                    places.push(dimensions.len());
                    dimensions.push(Codes::default());
                }
                Kind::Measure { .. } => {
                    places.push(measures.len());
                    measures.push(Amounts::default());
                }
                Kind::Note => places.push(0),
            }
        }
        let digit = |mark: &str| mark.starts_with(|first: char| first.is_ascii_digit());
        Slice {
            plan,
            expectations: plan.expectations(),
            digits_are_numbers: !plan.marks.iter().any(|(mark, _)| digit(mark)),
            dimensions,
            measures,
            places,
            rows: 0,
            signs: SignsSeen::default(),
            wrong: false,
        }
    }

    /// Reads records and returns where the last one ended. What begins after it is not a whole
    /// record, unless the file ends with the bytes.
    fn read(&mut self, bytes: &[u8], file_ends: bool) -> usize {
        let mut scan = Scan::new(bytes, self.plan.delimiter);
        let width = self.plan.columns.len();
        let mut at = 0;
        let mut record;
        let complete = 'records: loop {
            while at < bytes.len() && matches!(bytes[at], b'\n' | b'\r') {
                at += 1;
            }
            record = at;
            if at == bytes.len() {
                break true;
            }
            let mut row = RowCells::default();
            let mut column = 0;
            loop {
                let start = at;
                let (field, end) = if bytes.get(at) == Some(&b'"') {
                    let (field, end) = quoted(bytes, start, &mut scan);
                    if end == bytes.len() && !file_ends {
                        break 'records false;
                    }
                    (field, end)
                } else {
                    let end = scan.next(at);
                    (Cow::Borrowed(&bytes[start..end]), end)
                };
                let ended = match bytes.get(end) {
                    Some(byte) if *byte == self.plan.delimiter => End::Delimiter,
                    Some(_) => End::Record,
                    None => End::Bytes,
                };
                if matches!(ended, End::Bytes) && !file_ends {
                    break 'records false;
                }
                if column < width {
                    self.field(column, &field, &mut row);
                }
                column += 1;
                at = (end + 1).min(bytes.len());
                match ended {
                    // A delimiter at the very end is followed by one more field, which is empty.
                    End::Delimiter => {}
                    End::Record | End::Bytes => break,
                }
            }
            self.wrong |= column != width || row.contradiction().is_some();
            self.rows += 1;
        };
        if complete {
            record = bytes.len();
        }
        if !scan.is_plain() {
            let read = &bytes[..record];
            self.wrong |= read.contains(&0) || std::str::from_utf8(read).is_err();
        }
        // The fields of a record that is not whole are read again with the rest of it.
        for codes in &mut self.dimensions {
            codes.rows.truncate(self.rows);
        }
        for amounts in &mut self.measures {
            amounts.numbers.truncate(self.rows);
            amounts.states.truncate(self.rows);
        }
        record
    }

    #[inline(always)]
    fn field(&mut self, column: usize, field: &[u8], row: &mut RowCells) {
        let place = self.places[column];
        match self.plan.columns[column] {
            Kind::Dimension { ordinal } => {
                let code = match self.plan.guarded {
                    true => unguarded(trimmed(field)),
                    false => trimmed(field).into(),
                };
                let code: &[u8] = &code;
                let codes = &mut self.dimensions[place];
                let (number, is_new) = codes.dictionary.number(code);
                codes.rows.push(number);
                if is_new {
                    let is_hidden = || String::from_utf8_lossy(code).contains(is_hidden);
                    self.wrong |= code.is_empty() || (ordinal && !is_ordinal(code)) || is_hidden();
                }
            }
            Kind::Measure { domain, agrees } => {
                let cell = match self.number(field) {
                    Some(number) if is_within(number, domain) => Cell::Number(number),
                    _ => self.cell(field, domain),
                };
                let amounts = &mut self.measures[place];
                let (number, state) = cell.parts();
                amounts.numbers.push(number);
                amounts.states.push(state);
                if let Some(place) = agrees {
                    row.note(usize::from(place), cell);
                }
            }
            Kind::Note => {}
        }
    }

    /// A number of digits and perhaps a decimal sign, as most cells are. It is what the strict reader
    /// would find: with at most 15 digits, the digits and the power of ten that they are divided by are
    /// exact, so that the quotient is rounded once.
    #[inline(always)]
    fn number(&mut self, field: &[u8]) -> Option<f64> {
        if !self.digits_are_numbers || field.is_empty() || field.len() > MOST_DIGITS {
            return None;
        }
        let sign = self.plan.sign.character() as u8;
        let (mut digits, mut point) = (0_u64, None);
        for (place, byte) in field.iter().enumerate() {
            let digit = byte.wrapping_sub(b'0');
            if digit <= 9 {
                digits = digits * 10 + u64::from(digit);
            } else if *byte == sign && point.is_none() {
                point = Some(place);
            } else {
                return None;
            }
        }
        let Some(point) = point else {
            return Some(digits as f64);
        };
        let after = field.len() - point - 1;
        if point == 0 || after == 0 {
            return None;
        }
        if self.plan.watch_signs {
            let evidence = evidence_of(self.plan.sign, &field[..point], after);
            self.signs.note_evidence(evidence, self.plan.delimiter);
        }
        Some(digits as f64 / POWERS[after])
    }

    /// A cell that is not simply a number.
    fn cell(&mut self, field: &[u8], domain: Domain) -> Cell {
        if self.plan.watch_signs {
            let text = std::str::from_utf8(field).unwrap_or_default();
            self.signs.note(text, self.plan.delimiter);
        }
        match read_cell(field, domain, self.plan.sign, &self.expectations) {
            Ok(cell) => cell,
            Err(_) => {
                self.wrong = true;
                Cell::Missing
            }
        }
    }

    fn write(&mut self, head: &[u8], tail: &[u8]) -> Vec<u8> {
        if self.wrong {
            // Nobody wants the rows any more, and they may be ragged.
            self.rows = 0;
            self.dimensions
                .iter_mut()
                .for_each(|codes| *codes = Codes::default());
            self.measures
                .iter_mut()
                .for_each(|amounts| *amounts = Amounts::default());
        }
        let mut out = Writer::default();
        out.bytes(head);
        out.bytes(tail);
        let flags = [
            self.wrong,
            self.signs.point,
            self.signs.comma,
            self.signs.unclear,
        ];
        for flag in flags {
            out.byte(u8::from(flag));
        }
        out.number(self.rows);
        for codes in &self.dimensions {
            write_codes(&mut out, codes.dictionary.codes(), &codes.rows);
        }
        for amounts in &self.measures {
            write_amounts(&mut out, &amounts.numbers, &amounts.states);
        }
        out.0
    }
}

/// A field that begins with a quote at `start`, without its quotes, and where it ends. As in the strict
/// reader, what stands after the closing quote belongs to the field, and a quote that is never closed
/// takes everything.
#[cold]
fn quoted<'a>(bytes: &'a [u8], start: usize, scan: &mut Scan) -> (Cow<'a, [u8]>, usize) {
    let mut from = start + 1;
    let mut before: Vec<u8> = Vec::new();
    let close = loop {
        let Some(length) = bytes[from..].iter().position(|byte| *byte == b'"') else {
            before.extend_from_slice(&bytes[from..]);
            return (Cow::Owned(before), bytes.len());
        };
        let quote = from + length;
        if bytes.get(quote + 1) != Some(&b'"') {
            break quote;
        }
        before.extend_from_slice(&bytes[from..=quote]);
        from = quote + 2;
    };
    let end = scan.next(close + 1);
    if before.is_empty() && end == close + 1 {
        return (Cow::Borrowed(&bytes[from..close]), end);
    }
    before.extend_from_slice(&bytes[from..close]);
    before.extend_from_slice(&bytes[close + 1..end]);
    (Cow::Owned(before), end)
}

/// A field without the white space around it.
#[inline(always)]
fn trimmed(field: &[u8]) -> &[u8] {
    match (field.first(), field.last()) {
        (Some(first), Some(last)) if *first > b' ' && *last > b' ' => field,
        _ => field.trim_ascii(),
    }
}

/// Whether a number that is zero or more may stand in a column.
#[inline(always)]
fn is_within(number: f64, domain: Domain) -> bool {
    match domain {
        Domain::Count => libm::floor(number) == number,
        Domain::Amount => true,
        Domain::Percent => number <= 100.0,
    }
}

/// The powers of ten, each exact.
const POWERS: [f64; MOST_DIGITS] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14,
];

/// A part as it lies in its bytes.
pub(super) struct Part<'a> {
    /// What stands before the first whole record.
    pub(super) head: &'a [u8],
    /// What stands after the last.
    pub(super) tail: &'a [u8],
    pub(super) wrong: bool,
    pub(super) signs: SignsSeen,
    pub(super) rows: usize,
    pub(super) dimensions: Vec<PartCodes<'a>>,
    pub(super) measures: Vec<PartAmounts<'a>>,
}

impl<'a> Part<'a> {
    /// The part that [`read_slice`] wrote, by the same plan.
    pub(super) fn of(plan: &Plan, bytes: &'a [u8]) -> Option<Part<'a>> {
        let mut read = Reader(bytes);
        let (head, tail) = (read.bytes()?, read.bytes()?);
        let wrong = read.byte()? == 1;
        let signs = SignsSeen {
            point: read.byte()? == 1,
            comma: read.byte()? == 1,
            unclear: read.byte()? == 1,
        };
        let rows = read.number()?;
        let count = |dimension: bool| {
            let kinds = plan.columns.iter();
            kinds
                .filter(|kind| match kind {
                    Kind::Dimension { .. } => dimension,
                    Kind::Measure { .. } => !dimension,
                    Kind::Note => false,
                })
                .count()
        };
        let dimensions = (0..count(true)).map(|_| PartCodes::read(&mut read, rows));
        let dimensions = dimensions.collect::<Option<_>>()?;
        let measures = (0..count(false)).map(|_| PartAmounts::read(&mut read, rows));
        let measures = measures.collect::<Option<_>>()?;
        Some(Part {
            head,
            tail,
            wrong,
            signs,
            rows,
            dimensions,
            measures,
        })
    }
}
