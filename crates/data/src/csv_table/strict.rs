//! The strict reader: a whole file at once, with everything that is wrong in it.

use std::borrow::Cow;

use csv::{ByteRecord, ErrorKind};
use kernels::Texts;

use crate::additivity::Additive;
use crate::cell::{Cell, Cells};
use crate::decimal_sign::DecimalSign;
use crate::indexes::Indexes;
use crate::problem::{Problem, ProblemKind, Problems};
use vocabulary::words::visible;

use crate::table::{Coverage, Dimension, Flags, MeasureColumn, Table};

use super::rules::{
    Column, Expectations, RowCells, SignsSeen, Use, as_text, delimiter_of, is_flag, is_ordinal,
    read_cell, read_header, reader, unguarded, without_remarks,
};

/// Reads a table. `file` is the name shown in problems, `name` the table's name.
pub fn read(
    file: &str,
    name: &str,
    bytes: &[u8],
    expectations: &Expectations,
) -> Result<Table, Vec<Problem>> {
    let text = as_text(file, bytes).map_err(|problem| vec![*problem])?;
    let text = &*without_remarks(text);
    let mut problems = Problems::new(file);
    let delimiter = expectations.delimiter.unwrap_or_else(|| delimiter_of(text));

    let Some(columns) = read_header(text, delimiter, expectations, &mut problems) else {
        return Err(problems.into_list());
    };
    let sign = match expectations.decimal_sign {
        Some(sign) => sign,
        None => detect_sign(text, delimiter, &columns, &mut problems),
    };
    let rows = read_rows(text, delimiter, columns, sign, expectations, &mut problems);
    if problems.is_empty() {
        Ok(rows.into_table(name, &expectations.coverage))
    } else {
        Err(problems.into_list())
    }
}

/// The decimal sign of the measure columns, from cells that can be read in one way only.
fn detect_sign(
    text: &str,
    delimiter: u8,
    columns: &[Column],
    problems: &mut Problems,
) -> DecimalSign {
    let mut seen = SignsSeen::default();
    let mut unclear: Option<(u64, usize, String)> = None;
    let mut records = reader(text, delimiter);
    let mut record = ByteRecord::new();
    let mut is_header = true;
    while let Ok(true) = records.read_byte_record(&mut record) {
        if std::mem::take(&mut is_header) {
            continue;
        }
        for (index, field) in record.iter().enumerate() {
            if !matches!(
                columns.get(index),
                Some(Column {
                    use_as: Use::Measure { .. },
                    ..
                })
            ) {
                continue;
            }
            let cell = std::str::from_utf8(field).unwrap_or_default();
            if seen.note(cell, delimiter) {
                let line = line_of(text, &record);
                unclear = Some((line, index, cell.trim().to_owned()));
            }
        }
    }
    if let Some(sign) = seen.decide(delimiter) {
        return sign;
    }
    if let Some((line, index, cell)) = unclear {
        let column = &columns[index].name;
        problems.cell(line, column, ProblemKind::AmbiguousNumber, cell);
    }
    DecimalSign::Point
}

/// Columns being filled.
struct Rows {
    columns: Vec<Column>,
    dimensions: Vec<DimensionRows>,
    measures: Vec<Cells>,
    flags: Vec<Box<str>>,
    count: usize,
}

#[derive(Default)]
struct DimensionRows {
    known: Texts,
    codes: Vec<String>,
    rows: Indexes,
}

impl Rows {
    fn into_table(self, name: &str, coverage: &Coverage) -> Table {
        let mut table = Table {
            name: name.to_owned(),
            dimensions: Vec::new(),
            measures: Vec::new(),
            rows: self.count,
            coverage: coverage.clone(),
            flags: None,
            absent_is_zero: false,
            breaks: Vec::new(),
        };
        let mut dimensions = self.dimensions.into_iter();
        let mut measures = self.measures.into_iter();
        let mut flags = self.flags;
        for column in self.columns {
            match column.use_as {
                Use::Dimension { .. } => {
                    let Some(filled) = dimensions.next() else {
                        continue;
                    };
                    table.coverage.remove(&column.name);
                    table.dimensions.push(Dimension {
                        name: column.name,
                        codes: filled.codes,
                        rows: filled.rows,
                        additive: Additive::default(),
                    });
                }
                Use::Measure {
                    rounding,
                    perturbed,
                    ..
                } => {
                    let Some(cells) = measures.next() else {
                        continue;
                    };
                    table.measures.push(MeasureColumn {
                        name: column.name,
                        cells,
                        rounding,
                        perturbed,
                    });
                }
                Use::Note if is_flag(&column.name) && table.flags.is_none() => {
                    table.flags = Some(Flags {
                        column: column.name,
                        rows: std::mem::take(&mut flags),
                    });
                }
                Use::Note => {}
            }
        }
        table
    }
}

fn read_rows(
    text: &str,
    delimiter: u8,
    columns: Vec<Column>,
    sign: DecimalSign,
    expectations: &Expectations,
    problems: &mut Problems,
) -> Rows {
    let count = |wanted: fn(&Use) -> bool| columns.iter().filter(|c| wanted(&c.use_as)).count();
    let mut dimensions: Vec<DimensionRows> = Vec::new();
    dimensions.resize_with(
        count(|u| matches!(u, Use::Dimension { .. })),
        Default::default,
    );
    let mut measures: Vec<Cells> =
        vec![Cells::default(); count(|u| matches!(u, Use::Measure { .. }))];
    let mut keys = Texts::default();
    // The line of each key.
    let mut lines: Vec<u64> = Vec::new();
    let mut flags: Vec<Box<str>> = Vec::new();
    let mut rows = 0;

    let mut records = reader(text, delimiter);
    let mut record = ByteRecord::new();
    let mut is_header = true;
    loop {
        match records.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                let line = error.position().map_or(1, |position| position.line());
                let kind = match error.kind() {
                    ErrorKind::Utf8 { .. } => ProblemKind::Encoding,
                    _ => ProblemKind::Quoting,
                };
                problems.line(line, kind, error.to_string());
                break;
            }
        }
        if std::mem::take(&mut is_header) {
            continue;
        }
        let line = line_of(text, &record);
        if record.len() != columns.len() {
            let kind = if swallowed_lines(&record) {
                ProblemKind::Quoting
            } else {
                ProblemKind::RowWidth {
                    expected: columns.len(),
                }
            };
            problems.line(line, kind, record.len().to_string());
            continue;
        }
        let mut key: Vec<u8> = Vec::with_capacity(4 * dimensions.len());
        let mut cells = RowCells::default();
        let (mut at_dimension, mut at_measure) = (0, 0);
        let mut flag = None;
        for (column, field) in columns.iter().zip(record.iter()) {
            match &column.use_as {
                Use::Dimension { ordinal } => {
                    let mut code: Cow<[u8]> = match expectations.guarded {
                        true => unguarded(field.trim_ascii()),
                        false => field.trim_ascii().into(),
                    };
                    if !code.is_ascii() {
                        let seen = visible(&String::from_utf8_lossy(&code)).into_owned();
                        code = Cow::Owned(seen.into_bytes());
                    }
                    let code: &[u8] = &code;
                    let index = dimensions[at_dimension].push(code);
                    key.extend_from_slice(&index.to_le_bytes());
                    at_dimension += 1;
                    if code.is_empty() {
                        problems.cell(line, &column.name, ProblemKind::CodeMissing, "");
                    } else if *ordinal && !is_ordinal(code) {
                        let found = String::from_utf8_lossy(code);
                        problems.cell(line, &column.name, ProblemKind::NotAnOrdinal, found);
                    }
                }
                Use::Measure { domain, .. } => {
                    let cell = match read_cell(field, *domain, sign, expectations) {
                        Ok(cell) => cell,
                        Err(kind) => {
                            let found = String::from_utf8_lossy(field.trim_ascii());
                            problems.cell(line, &column.name, kind, found);
                            Cell::Missing
                        }
                    };
                    if let Some(place) = column.agrees() {
                        cells.note(place, cell);
                    }
                    measures[at_measure].push(cell);
                    at_measure += 1;
                }
                Use::Note if is_flag(&column.name) && flag.is_none() => {
                    flag = Some(String::from_utf8_lossy(field.trim_ascii()).into());
                }
                Use::Note => {}
            }
        }
        flags.extend(flag);
        if let Some((found, kind)) = cells.contradiction() {
            problems.cell(line, "emigrations", kind, found.to_string());
        }
        match lines.get(keys.number(&key) as usize) {
            Some(&first_line) => {
                let codes: Vec<&str> = dimensions.iter().map(DimensionRows::last).collect();
                problems.line(
                    line,
                    ProblemKind::DuplicateKey { first_line },
                    codes.join(", "),
                );
            }
            None => lines.push(line),
        }
        rows += 1;
    }
    if rows == 0 && problems.is_empty() {
        problems.file(ProblemKind::NoRows, "");
    }
    Rows {
        columns,
        dimensions,
        measures,
        flags,
        count: rows,
    }
}

/// The line on which a record begins. The position that comes with it is that of the end of the line
/// before it, when that is CR LF, or of blank lines.
fn line_of(text: &str, record: &ByteRecord) -> u64 {
    let Some(position) = record.position() else {
        return 0;
    };
    let before = text.as_bytes().iter().skip(position.byte() as usize);
    let ends = before.take_while(|byte| matches!(byte, b'\r' | b'\n'));
    position.line() + ends.filter(|byte| **byte == b'\n').count() as u64
}

/// A record that spans many lines has most likely swallowed them after a stray quote.
fn swallowed_lines(record: &ByteRecord) -> bool {
    record
        .iter()
        .any(|field| field.iter().filter(|byte| **byte == b'\n').count() > 1)
}

impl DimensionRows {
    /// The code of the row read last.
    fn last(&self) -> &str {
        match self.rows.len().checked_sub(1) {
            Some(row) => &self.codes[self.rows.get(row) as usize],
            None => "",
        }
    }

    fn push(&mut self, code: &[u8]) -> u32 {
        let index = self.known.number(code);
        if index as usize == self.codes.len() {
            self.codes.push(String::from_utf8_lossy(code).into_owned());
        }
        self.rows.push(index);
        index
    }
}
