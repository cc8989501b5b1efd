//! The strict reader of contract CSV files.
//!
//! A file is usable as a whole or refused as a whole. Everything that is wrong is reported at
//! once, with line and column; nothing is repaired silently.
//!
//! Lines that begin with `#` may stand above the header, and only there: remarks for people, and
//! perhaps one line `# datapackage: {...}` that describes the table as `datapackage.json` would.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher};

use csv::{ByteRecord, ErrorKind, ReaderBuilder};

use super::cell::{Cell, Cells};
use super::contract::{self, Domain};
use super::decimal_sign::{self, DecimalSign, Evidence};
use super::descriptor::{Field, MissingValue, Resource, Role};
use super::problem::{Problem, ProblemKind, Problems};
use super::table::{Coverage, Dimension, MeasureColumn, Rounding, Table};

/// More bytes than this are refused before reading: a table of aggregates is far smaller, and
/// the copy in memory must leave room for the columns built from it.
pub const MAX_BYTES: u64 = 256 * 1024 * 1024;

/// More columns than this are refused: the values lie sideways.
pub const MAX_COLUMNS: usize = 200;

/// What was seen where: a code at its index, or the indices of a row's codes at its line. Hashes
/// with fixed keys, so that a file is read in the same way every time.
type Seen = HashMap<Vec<u8>, u64, BuildHasherDefault<DefaultHasher>>;

/// What is known about a file before it is read.
#[derive(Clone, Debug, Default)]
pub struct Expectations {
    delimiter: Option<u8>,
    decimal_sign: Option<DecimalSign>,
    fields: Vec<Field>,
    marks: Vec<(String, Cell)>,
    coverage: Coverage,
    guarded: bool,
}

impl Expectations {
    /// What a package description says of one of its tables.
    pub fn of_resource(resource: &Resource, package: &Coverage) -> Expectations {
        let decimal_char = resource
            .decimal_char
            .as_ref()
            .or(resource.dialect.decimal_char.as_ref())
            .or_else(|| {
                resource
                    .schema
                    .fields
                    .iter()
                    .find_map(|field| field.decimal_char.as_ref())
            });
        Expectations {
            delimiter: resource
                .dialect
                .delimiter
                .as_ref()
                .and_then(|text| text.bytes().next()),
            decimal_sign: decimal_char.and_then(|text| match text.as_str() {
                "," => Some(DecimalSign::Comma),
                "." => Some(DecimalSign::Point),
                _ => None,
            }),
            fields: resource.schema.fields.clone(),
            marks: resource.schema.missing_values.iter().map(mark).collect(),
            coverage: resource.table_coverage(package),
            guarded: resource.guarded,
        }
    }

    fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The cell that a mark stands for.
    fn marked(&self, text: &str) -> Option<Cell> {
        let own = self.marks.iter().find(|(mark, _)| mark == text);
        match (own, text) {
            (Some((_, cell)), _) => Some(*cell),
            (None, "" | "..") => Some(Cell::Missing),
            (None, ":") => Some(Cell::Suppressed),
            (None, ".") => Some(Cell::NotApplicable),
            _ => None,
        }
    }
}

fn mark(value: &MissingValue) -> (String, Cell) {
    match value {
        MissingValue::Plain(value) => (value.clone(), Cell::Missing),
        MissingValue::Labelled { value, label } => {
            let cell = match label.as_str() {
                "suppressed" => Cell::Suppressed,
                "not_applicable" => Cell::NotApplicable,
                _ => Cell::Missing,
            };
            (value.clone(), cell)
        }
    }
}

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

/// The bytes as text, or what they are instead.
fn as_text<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, Box<Problem>> {
    let whole = |kind, found: String| Box::new(Problem::of_file(file, kind, found));
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Box::new(too_large(file, bytes.len() as u64)));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(whole(ProblemKind::Empty, String::new()));
    }
    let formats: [(&[u8], &str); 6] = [
        (b"%PDF", "PDF"),
        (b"PK\x03\x04", "zip/xlsx"),
        (b"\xd0\xcf\x11\xe0", "xls"),
        (b"\x1f\x8b", "gzip"),
        (b"\xff\xfe", "UTF-16"),
        (b"\xfe\xff", "UTF-16"),
    ];
    for (start, format) in formats {
        if bytes.starts_with(start) {
            return Err(whole(ProblemKind::OtherFormat(format), String::new()));
        }
    }
    let start = bytes.trim_ascii_start();
    if starts_like(start, b"<!doctype html") || starts_like(start, b"<html") {
        return Err(whole(ProblemKind::OtherFormat("HTML"), String::new()));
    }
    let line_of = |position: usize| 1 + bytes[..position].iter().filter(|b| **b == b'\n').count();
    if let Some(position) = bytes.iter().position(|byte| *byte == 0) {
        let problem = Problem::of_file(file, ProblemKind::Binary, "\\0");
        return Err(Box::new(problem.at_line(line_of(position) as u64)));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.trim_start_matches('\u{feff}')),
        Err(error) => {
            let position = error.valid_up_to();
            let found = format!("0x{:02X}", bytes[position]);
            let problem = Problem::of_file(file, ProblemKind::Encoding, found);
            Err(Box::new(problem.at_line(line_of(position) as u64)))
        }
    }
}

/// The problem of a file with too many bytes.
pub fn too_large(file: &str, bytes: u64) -> Problem {
    let limit_mb = MAX_BYTES / 1_000_000;
    let found = format!("{} MB", bytes / 1_000_000);
    Problem::of_file(file, ProblemKind::TooLarge { limit_mb }, found)
}

fn starts_like(bytes: &[u8], prefix: &[u8]) -> bool {
    bytes.len() >= prefix.len() && bytes[..prefix.len()].eq_ignore_ascii_case(prefix)
}

/// Begins the remark that describes the table.
const DESCRIPTION: &str = "# datapackage: ";

/// The lines above the header that begin with `#`. A spreadsheet that saved the file may have put
/// quotes round them.
fn remarks(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive('\n')
        .take_while(|line| line.starts_with('#') || line.starts_with("\"#"))
}

/// The text with every remark made an empty line, so that the lines below keep their numbers.
fn without_remarks(text: &str) -> Cow<'_, str> {
    let (mut lines, mut length) = (0, 0);
    for remark in remarks(text) {
        lines += 1;
        length += remark.len();
    }
    if lines == 0 {
        return Cow::Borrowed(text);
    }
    Cow::Owned("\n".repeat(lines) + &text[length..])
}

/// The description that a table carries in a remark, in the form of `datapackage.json`.
pub fn carried_description(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    remarks(text.trim_start_matches('\u{feff}')).find_map(|remark| {
        let remark = remark.trim_end();
        let Some(quoted) = remark.strip_prefix('"') else {
            return Some(remark.strip_prefix(DESCRIPTION)?.to_owned());
        };
        // Empty cells may follow the quoted one.
        let content = quoted.trim_end_matches([',', ';']).strip_suffix('"')?;
        Some(
            content
                .replace("\"\"", "\"")
                .strip_prefix(DESCRIPTION)?
                .to_owned(),
        )
    })
}

/// Characters with which a spreadsheet begins a formula, or hides the beginning of one.
pub const FORMULA_STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A code as it was before [`crate::data::write`] put an apostrophe before what a spreadsheet would
/// take for a formula.
fn unguarded(code: &[u8]) -> &[u8] {
    match code {
        [b'\'', rest @ ..]
            if rest.first().is_some_and(|first| {
                FORMULA_STARTS.contains(&char::from(*first)) || *first == b'\''
            }) =>
        {
            rest
        }
        _ => code,
    }
}

/// Semicolon when the header has one outside quotes, else comma.
fn delimiter_of(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.is_empty());
    let header = header.unwrap_or_default();
    let mut quoted = false;
    for byte in header.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b';' if !quoted => return b';',
            _ => {}
        }
    }
    b','
}

/// A column before its rows are read.
struct Column {
    name: String,
    use_as: Use,
}

enum Use {
    Dimension {
        ordinal: bool,
    },
    Measure {
        domain: Domain,
        rounding: Option<Rounding>,
    },
    Note,
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// The columns, or `None` when the file cannot be read on.
fn read_header(
    text: &str,
    delimiter: u8,
    expectations: &Expectations,
    problems: &mut Problems,
) -> Option<Vec<Column>> {
    let mut header = ByteRecord::new();
    let read = reader(text, delimiter).read_byte_record(&mut header);
    if !matches!(read, Ok(true)) {
        problems.file(ProblemKind::Empty, "");
        return None;
    }
    if header.len() > MAX_COLUMNS {
        let found = header.len().to_string();
        problems.file(ProblemKind::TooManyColumns { limit: MAX_COLUMNS }, found);
        return None;
    }
    let names: Vec<String> = header
        .iter()
        .map(|name| String::from_utf8_lossy(name).trim().to_owned())
        .collect();
    let mut columns: Vec<Column> = Vec::with_capacity(names.len());
    for (index, name) in names.iter().enumerate() {
        let declared = expectations.field(name);
        if name.is_empty() {
            problems.column(&(index + 1).to_string(), ProblemKind::ColumnUnnamed, "");
        } else if columns.iter().any(|column| column.name == *name) {
            problems.column(name, ProblemKind::ColumnTwice, name);
        } else if declared.is_none()
            && let Some(meant) = contract::meant_name(name)
        {
            problems.column(name, ProblemKind::ColumnMisspelt { meant }, name);
        }
        columns.push(Column {
            name: name.clone(),
            use_as: use_of(name, declared),
        });
    }
    for field in &expectations.fields {
        if !names.contains(&field.name) {
            problems.column(&field.name, ProblemKind::ColumnMissing, names.join(", "));
        }
    }
    if !columns
        .iter()
        .any(|column| matches!(column.use_as, Use::Measure { .. }))
    {
        problems.file(ProblemKind::NoMeasure, names.join(", "));
        return None;
    }
    Some(columns)
}

fn use_of(name: &str, declared: Option<&Field>) -> Use {
    let domain = contract::measure_domain(name);
    let role = declared.and_then(|field| field.role);
    match (role, domain) {
        (Some(Role::Note), _) => Use::Note,
        (Some(Role::Measure), _) | (None, Some(_)) => Use::Measure {
            domain: domain.unwrap_or(Domain::Amount),
            rounding: declared.and_then(|field| field.rounded).map(Rounding::from),
        },
        _ => Use::Dimension {
            ordinal: matches!(name, "year" | "age" | "years_since"),
        },
    }
}

/// The decimal sign of the measure columns, from cells that can be read in one way only.
fn detect_sign(
    text: &str,
    delimiter: u8,
    columns: &[Column],
    problems: &mut Problems,
) -> DecimalSign {
    let mut seen = [false; 2];
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
            match decimal_sign::evidence(cell) {
                Evidence::Clear(DecimalSign::Point) => seen[0] = true,
                Evidence::Clear(DecimalSign::Comma) => seen[1] = true,
                // With a comma between the fields, a bare point can only be decimal.
                Evidence::Unclear(DecimalSign::Point) if delimiter == b',' => seen[0] = true,
                Evidence::Unclear(_) if unclear.is_none() => {
                    let line = record.position().map_or(0, |position| position.line());
                    unclear = Some((line, index, cell.trim().to_owned()));
                }
                _ => {}
            }
        }
    }
    match (seen, unclear) {
        ([true, false], _) => DecimalSign::Point,
        ([false, true], _) => DecimalSign::Comma,
        ([false, false], Some((line, index, cell))) => {
            problems.cell(
                line,
                &columns[index].name,
                ProblemKind::AmbiguousNumber,
                cell,
            );
            DecimalSign::Point
        }
        // Neither seen: every number is whole. Both seen: the rarer one is reported cell by cell.
        _ if delimiter == b';' => DecimalSign::Comma,
        _ => DecimalSign::Point,
    }
}

/// Columns being filled.
struct Rows {
    columns: Vec<Column>,
    dimensions: Vec<DimensionRows>,
    measures: Vec<Cells>,
    count: usize,
}

#[derive(Default)]
struct DimensionRows {
    index: Seen,
    codes: Vec<String>,
    rows: Vec<u32>,
}

impl Rows {
    fn into_table(self, name: &str, coverage: &Coverage) -> Table {
        let mut table = Table {
            name: name.to_owned(),
            dimensions: Vec::new(),
            measures: Vec::new(),
            rows: self.count,
            coverage: coverage.clone(),
        };
        let mut dimensions = self.dimensions.into_iter();
        let mut measures = self.measures.into_iter();
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
                    });
                }
                Use::Measure { rounding, .. } => {
                    let Some(cells) = measures.next() else {
                        continue;
                    };
                    table.measures.push(MeasureColumn {
                        name: column.name,
                        cells,
                        rounding,
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
    let mut keys = Seen::default();
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
        let line = record.position().map_or(0, |position| position.line());
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
        for (column, field) in columns.iter().zip(record.iter()) {
            match &column.use_as {
                Use::Dimension { ordinal } => {
                    let mut code = field.trim_ascii();
                    if expectations.guarded {
                        code = unguarded(code);
                    }
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
                    cells.note(&column.name, cell);
                    measures[at_measure].push(cell);
                    at_measure += 1;
                }
                Use::Note => {}
            }
        }
        if let Some((found, kind)) = cells.contradiction() {
            problems.cell(line, "emigrations", kind, found.to_string());
        }
        match keys.get(&key) {
            Some(&first_line) => {
                let codes: Vec<&str> = dimensions.iter().map(DimensionRows::last).collect();
                problems.line(
                    line,
                    ProblemKind::DuplicateKey { first_line },
                    codes.join(", "),
                );
            }
            None => {
                keys.insert(key, line);
            }
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
        count: rows,
    }
}

/// A record that spans many lines has most likely swallowed them after a stray quote.
fn swallowed_lines(record: &ByteRecord) -> bool {
    record
        .iter()
        .any(|field| field.iter().filter(|byte| **byte == b'\n').count() > 1)
}

fn is_ordinal(code: &[u8]) -> bool {
    let digits = code.strip_prefix(b"-").unwrap_or(code);
    (1..=4).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit)
}

impl DimensionRows {
    /// The code of the row read last.
    fn last(&self) -> &str {
        self.rows
            .last()
            .map_or("", |index| &self.codes[*index as usize])
    }

    fn push(&mut self, code: &[u8]) -> u32 {
        let index = match self.index.get(code) {
            Some(index) => *index as u32,
            None => {
                let index = self.codes.len() as u32;
                self.codes.push(String::from_utf8_lossy(code).into_owned());
                self.index.insert(code.to_vec(), u64::from(index));
                index
            }
        };
        self.rows.push(index);
        index
    }
}

fn read_cell(
    field: &[u8],
    domain: Domain,
    sign: DecimalSign,
    expectations: &Expectations,
) -> Result<Cell, ProblemKind> {
    let text = std::str::from_utf8(field).unwrap_or_default().trim();
    if let Some(cell) = expectations.marked(text) {
        return Ok(cell);
    }
    let Some(number) = decimal_sign::parse(text, sign) else {
        return Err(match decimal_sign::evidence(text) {
            Evidence::None => ProblemKind::NotANumber,
            _ => ProblemKind::OtherDecimalSign {
                sign: sign.character(),
            },
        });
    };
    if number < 0.0 {
        return Err(ProblemKind::Negative);
    }
    match domain {
        Domain::Count if libm::floor(number) != number => Err(ProblemKind::NotWhole),
        Domain::Percent if number > 100.0 => Err(ProblemKind::NotPercent),
        _ => Ok(Cell::Number(number)),
    }
}

/// The numbers of a row that must agree with each other.
#[derive(Default)]
struct RowCells {
    emigrations: Option<f64>,
    returned: Option<f64>,
    person_years: Option<f64>,
    population_jan1: Option<f64>,
    population_dec31: Option<f64>,
}

impl RowCells {
    fn note(&mut self, column: &str, cell: Cell) {
        let number = match cell {
            Cell::Number(number) => Some(number),
            _ => None,
        };
        match column {
            "emigrations" => self.emigrations = number,
            "returned_5y" | "returned" => self.returned = number,
            "person_years" => self.person_years = number,
            "population_jan1" => self.population_jan1 = number,
            "population_dec31" => self.population_dec31 = number,
            _ => {}
        }
    }

    /// The emigrations of the row and what they contradict, if anything.
    fn contradiction(&self) -> Option<(f64, ProblemKind)> {
        let emigrations = self.emigrations?;
        if self.returned.is_some_and(|returned| returned > emigrations) {
            return Some((emigrations, ProblemKind::MoreReturnedThanEmigrated));
        }
        // One of the two populations may be zero: somebody can move in and out within a year.
        let populations = [self.population_jan1, self.population_dec31];
        let given: Vec<f64> = populations.into_iter().flatten().collect();
        let nobody = !given.is_empty() && given.iter().all(|number| *number == 0.0);
        let no_exposure = self.person_years == Some(0.0) || nobody;
        (emigrations > 0.0 && no_exposure)
            .then_some((emigrations, ProblemKind::EventsWithoutExposure))
    }
}
