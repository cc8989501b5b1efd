//! What a contract CSV file may hold: the rules for its beginning, its columns and its cells.
//!
//! Every reader takes them from here, so that a file means the same whichever way it is read.

use std::borrow::Cow;

use csv::{ByteRecord, ReaderBuilder};

use crate::cell::Cell;
use crate::contract::{self, DIMENSIONS, Domain};
use crate::decimal_sign::{self, DecimalSign, Evidence};
use crate::descriptor::{Field, MissingValue, Resource, Role};
use crate::problem::{Problem, ProblemKind, Problems};
use crate::table::{Coverage, FLAG_COLUMNS, Perturbation, Rounding};
use vocabulary::kinds::{self, Kind};
use vocabulary::levels::{self, Depths};
use vocabulary::words::visible;

use super::own_columns::{FirstRows, Holds};

/// More bytes than this are refused before reading: a table of aggregates is far smaller, and
/// the copy in memory must leave room for the columns built from it.
pub const MAX_BYTES: u64 = 256 * 1024 * 1024;

/// More columns than this are refused: the values lie sideways.
pub const MAX_COLUMNS: usize = 200;

/// More codes of a column than these are refused: every list of choices and every grouping walks through them.
pub const MAX_CODES: usize = 50_000;

/// A code or a label of more bytes is refused: no list, axis or table can show it.
pub const MAX_TEXT: usize = 1_000;

/// What keeps the codes of a column, or the labels of a dimension, from being offered for choice.
pub fn beyond_choice<'a>(
    file: &str,
    mut texts: impl ExactSizeIterator<Item = &'a str>,
) -> Option<Problem> {
    if texts.len() > MAX_CODES {
        let kind = ProblemKind::TooManyCodes { limit: MAX_CODES };
        return Some(Problem::of_file(file, kind, texts.len().to_string()));
    }
    let long = texts.find(|text| text.len() > MAX_TEXT)?;
    let kind = ProblemKind::TextTooLong { limit: MAX_TEXT };
    Some(Problem::of_file(file, kind, long))
}

/// What is known about a file before it is read.
#[derive(Clone, Debug, Default)]
pub struct Expectations {
    /// What stands between fields, where it is told.
    pub delimiter: Option<u8>,
    /// Point or comma, where it is told.
    pub decimal_sign: Option<DecimalSign>,
    /// The columns that the description names.
    pub fields: Vec<Field>,
    /// What stands in cells without a number, and what it means.
    pub marks: Vec<(String, Cell)>,
    /// Whom the table covers.
    pub coverage: Coverage,
    /// Whether a mark before a text keeps a spreadsheet from reading it as a formula.
    pub guarded: bool,
    /// How the counts of the table were changed.
    pub perturbed: Option<Perturbation>,
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
            perturbed: resource.perturbed,
        }
    }

    /// Nothing is known but the marks for what is missing.
    pub fn of_marks(marks: Vec<(String, Cell)>) -> Expectations {
        Expectations {
            marks,
            ..Expectations::default()
        }
    }

    fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// How the numbers of a measure were changed. What holds for a table is said of its counts, not of per cents.
    pub fn perturbed(&self, name: &str) -> Option<Perturbation> {
        let own = self.field(name).and_then(|field| field.perturbed);
        let counts = contract::measure_domain(name) != Some(Domain::Percent);
        own.or(self.perturbed.filter(|_| counts))
    }

    /// The cell that a mark stands for.
    pub(super) fn marked(&self, text: &str) -> Option<Cell> {
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

/// How files of other formats begin.
pub const FORMATS: [(&[u8], &str); 6] = [
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "zip/xlsx"),
    (b"\xd0\xcf\x11\xe0", "xls"),
    (b"\x1f\x8b", "gzip"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
];

/// HTML is known by how its text begins.
pub const HTML: &str = "HTML";

/// Whether a file is a web page, as servers send one in place of a table.
pub fn is_html(bytes: &[u8]) -> bool {
    let start = bytes.trim_ascii_start();
    starts_like(start, b"<!doctype html") || starts_like(start, b"<html")
}

/// The bytes as text, or what they are instead.
pub fn as_text<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, Box<Problem>> {
    let whole = |kind, found: String| Box::new(Problem::of_file(file, kind, found));
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Box::new(too_large(file, bytes.len() as u64)));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(whole(ProblemKind::Empty, String::new()));
    }
    for (start, format) in FORMATS {
        if bytes.starts_with(start) {
            return Err(whole(ProblemKind::OtherFormat(format), String::new()));
        }
    }
    if is_html(bytes) {
        return Err(whole(ProblemKind::OtherFormat(HTML), String::new()));
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

/// The problem of a file with too many bytes to be read as a whole.
pub fn too_large(file: &str, bytes: u64) -> Problem {
    too_large_for(file, bytes, MAX_BYTES)
}

/// The problem of a file with more bytes than a limit.
pub fn too_large_for(file: &str, bytes: u64, limit: u64) -> Problem {
    let limit_mb = limit / 1_000_000;
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
pub fn without_remarks(text: &str) -> Cow<'_, str> {
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

/// Whether a spreadsheet takes a text that begins with this letter for a formula, or the letter hides the
/// beginning of one.
pub fn begins_formula(letter: char) -> bool {
    matches!(
        letter,
        '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠'
    )
}

/// Whether a field may end at a letter when a spreadsheet takes another sign for the one between fields.
fn ends_field(letter: char) -> bool {
    matches!(letter, ',' | ';' | '\t' | '\n' | '\r')
}

/// Whether what comes after a letter may be the beginning of a field: spaces before it are cut away by many programs.
pub fn begins_field(began: bool, letter: char) -> bool {
    ends_field(letter) || (began && matches!(letter, ' ' | '\u{a0}'))
}

/// A code as it was before [`crate::write`] put an apostrophe before what a spreadsheet would
/// take for a formula.
pub fn unguarded(code: &[u8]) -> Cow<'_, [u8]> {
    let text = std::str::from_utf8(code).ok();
    let Some(text) = text.filter(|text| text.contains('\'')) else {
        return Cow::Borrowed(code);
    };
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut at_start = true;
    while let Some(mut letter) = letters.next() {
        let guards = |next: &char| begins_formula(*next) || *next == '\'';
        if at_start && letter == '\'' {
            letter = letters.next_if(guards).unwrap_or(letter);
        }
        at_start = begins_field(at_start, letter);
        plain.push(letter);
    }
    Cow::Owned(plain.into_bytes())
}

/// Semicolon when the header has one outside quotes, else comma.
pub fn delimiter_of(text: &str) -> u8 {
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
#[derive(Clone)]
pub struct Column {
    /// Its name in the header.
    pub name: String,
    /// What its cells are.
    pub use_as: Use,
}

/// What the cells of a column are.
#[derive(Clone)]
pub enum Use {
    /// Codes.
    Dimension {
        /// Whether they are whole numbers in order.
        ordinal: bool,
    },
    /// Numbers.
    Measure {
        /// Which numbers may stand there.
        domain: Domain,
        /// To what they are rounded.
        rounding: Option<Rounding>,
        /// How they were changed.
        perturbed: Option<Perturbation>,
    },
    /// Nothing that is counted.
    Note,
}

impl Column {
    /// The place of its cells among those of a row that must agree. Counts that were each changed need not.
    pub fn agrees(&self) -> Option<usize> {
        match self.use_as {
            Use::Measure {
                perturbed: None, ..
            } => RowCells::place(&self.name),
            _ => None,
        }
    }
}

/// The records of a text, without a header.
pub fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// Whether the names in some column of a table are set in to different depths, which says what lies in what. Numbers
/// and a table that carries its description are not looked at.
pub fn is_set_in(bytes: &[u8]) -> bool {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) if !text.starts_with('#') => text.trim_start_matches('\u{feff}'),
        _ => return false,
    };
    // Most files have no such sign at the beginning of a name, and need not be cut into fields for it.
    let mut signs = text.bytes().enumerate();
    let begins_a_name = |(at, sign): (usize, u8)| {
        matches!(sign, b',' | b';' | b'\n' | b'"') && levels::begins_set_in(&text[at + 1..])
    };
    if !signs.any(begins_a_name) {
        return false;
    }
    let mut columns: Vec<Depths> = Vec::new();
    let mut records = reader(text, delimiter_of(text));
    let mut record = ByteRecord::new();
    let mut is_header = true;
    while let Ok(true) = records.read_byte_record(&mut record) {
        if std::mem::take(&mut is_header) {
            columns = vec![Depths::default(); record.len()];
            continue;
        }
        for (depths, field) in columns.iter_mut().zip(record.iter()) {
            let field = std::str::from_utf8(field).unwrap_or_default();
            if field.contains(char::is_alphabetic) {
                depths.add(field);
            }
        }
    }
    columns.iter().any(Depths::are_levels)
}

/// The columns, or `None` when the file cannot be read on.
pub fn read_header(
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
    let name_of = |field: &[u8]| {
        let name = match expectations.guarded {
            true => unguarded(field.trim_ascii()),
            false => Cow::Borrowed(field),
        };
        visible(&String::from_utf8_lossy(&name)).trim().to_owned()
    };
    let names: Vec<String> = header.iter().map(name_of).collect();
    let mut columns: Vec<Column> = Vec::with_capacity(names.len());
    for name in &names {
        let declared = expectations.field(name);
        if name.is_empty() {
            // Whether it numbers the rows, as statistics programs write it, is seen below.
        } else if columns.iter().any(|column| column.name == *name) {
            problems.column(name, ProblemKind::ColumnTwice, name);
        } else if declared.is_none()
            && let Some(meant) = contract::meant_name(name)
            // Beside the name itself, or where it is a word of its own, it is no slip of it.
            && !names.iter().any(|other| other == meant)
            && !counts_others(name)
        {
            problems.column(name, ProblemKind::ColumnMisspelt { meant }, name);
        }
        columns.push(Column {
            name: name.clone(),
            use_as: use_of(name, declared, expectations),
        });
    }
    look_into_own(
        text,
        delimiter,
        &names,
        &mut columns,
        expectations,
        problems,
    );
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

/// Whether a column has a name of the publisher's own and no declared role.
pub fn is_own(name: &str, expectations: &Expectations) -> bool {
    let role = expectations.field(name).and_then(|field| field.role);
    role.is_none() && contract::measure_domain(name).is_none() && !DIMENSIONS.contains(&name)
}

/// Settles what columns hold that have a name of the publisher's own and no declared role.
fn look_into_own(
    text: &str,
    delimiter: u8,
    names: &[String],
    columns: &mut [Column],
    expectations: &Expectations,
    problems: &mut Problems,
) {
    let places = |wanted: &dyn Fn(&Column) -> bool| -> Vec<usize> {
        let columns = columns.iter().enumerate();
        columns
            .filter(|(_, column)| wanted(column))
            .map(|(at, _)| at)
            .collect()
    };
    let is_code = |column: &Column| matches!(column.use_as, Use::Dimension { .. });
    let own =
        places(&|column| is_own(&column.name, expectations) && !problems.are_of(&column.name));
    if own.is_empty() {
        return;
    }
    let first = FirstRows::of(text, delimiter, columns.len());
    let holds = first.holds(names, &own, &places(&is_code), expectations);
    for (at, holds) in own.into_iter().zip(holds) {
        match holds {
            Holds::Unused => columns[at].use_as = Use::Note,
            _ if names[at].is_empty() => {
                problems.column(&(at + 1).to_string(), ProblemKind::ColumnUnnamed, "");
            }
            Holds::Numbers => {
                problems.column(&names[at], ProblemKind::ColumnOfNumbers, &names[at]);
                columns[at].use_as = Use::Note;
            }
            Holds::Codes => {}
        }
    }
}

/// Whether a note column of this name holds marks of the publisher's.
pub fn is_flag(name: &str) -> bool {
    FLAG_COLUMNS.contains(&name)
}

/// Whether a column counts those who come, or what is left of both: nothing to be told apart by.
fn counts_others(name: &str) -> bool {
    let counted = kinds::kind(&name.replace('_', " "));
    matches!(counted, Some(Kind::In | Kind::Net))
}

fn use_of(name: &str, declared: Option<&Field>, expectations: &Expectations) -> Use {
    let domain = contract::measure_domain(name);
    let role = declared.and_then(|field| field.role);
    match (role, domain) {
        (Some(Role::Note), _) => Use::Note,
        (Some(Role::Measure), _) | (None, Some(_)) => Use::Measure {
            domain: domain.unwrap_or(Domain::Amount),
            rounding: declared.and_then(|field| field.rounded).map(Rounding::from),
            perturbed: expectations.perturbed(name),
        },
        _ => Use::Dimension {
            ordinal: contract::ORDINALS.contains(&name),
        },
    }
}

/// Whether a code is a whole number of at most four digits.
pub fn is_ordinal(code: &[u8]) -> bool {
    let digits = code.strip_prefix(b"-").unwrap_or(code);
    (1..=4).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit)
}

/// The cell that a field stands for.
pub fn read_cell(
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

/// What the decimal signs in a file tell of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct SignsSeen {
    /// A cell can only be read with a point.
    pub point: bool,
    /// A cell can only be read with a comma.
    pub comma: bool,
    /// A cell can be read in two ways.
    pub unclear: bool,
}

impl SignsSeen {
    /// Takes a cell into account; true when it is the first that can be read in two ways.
    pub fn note(&mut self, cell: &str, delimiter: u8) -> bool {
        self.note_evidence(decimal_sign::evidence(cell), delimiter)
    }

    /// Takes what a cell tells into account, as [`SignsSeen::note`].
    pub fn note_evidence(&mut self, evidence: Evidence, delimiter: u8) -> bool {
        match evidence {
            Evidence::Clear(DecimalSign::Point) => self.point = true,
            Evidence::Clear(DecimalSign::Comma) => self.comma = true,
            // With a comma between the fields, a bare point can only be decimal.
            Evidence::Unclear(DecimalSign::Point) if delimiter == b',' => self.point = true,
            Evidence::Unclear(_) => return !std::mem::replace(&mut self.unclear, true),
            Evidence::None => {}
        }
        false
    }

    /// The sign; `None` when cells can be read in two ways and none says in which.
    pub fn decide(self, delimiter: u8) -> Option<DecimalSign> {
        match (self.point, self.comma) {
            (true, false) => Some(DecimalSign::Point),
            (false, true) => Some(DecimalSign::Comma),
            (false, false) if self.unclear => None,
            // Neither seen: every number is whole. Both seen: the rarer one is reported cell by cell.
            _ if delimiter == b';' => Some(DecimalSign::Comma),
            _ => Some(DecimalSign::Point),
        }
    }
}

/// The numbers of a row that must agree with each other.
#[derive(Clone, Copy, Default)]
pub struct RowCells([Option<f64>; 3]);

const EMIGRATIONS: usize = 0;
const RETURNED: usize = 1;
const PERSON_YEARS: usize = 2;

impl RowCells {
    /// The place of a column's cells among those that must agree.
    pub fn place(column: &str) -> Option<usize> {
        match column {
            "emigrations" => Some(EMIGRATIONS),
            "returned_5y" | "returned" => Some(RETURNED),
            "person_years" => Some(PERSON_YEARS),
            _ => None,
        }
    }

    /// Takes a cell down at its place.
    pub fn note(&mut self, place: usize, cell: Cell) {
        self.0[place] = match cell {
            Cell::Number(number) => Some(number),
            _ => None,
        };
    }

    /// The emigrations of the row and what they contradict, if anything.
    pub fn contradiction(&self) -> Option<(f64, ProblemKind)> {
        let emigrations = self.0[EMIGRATIONS]?;
        if self.0[RETURNED].is_some_and(|returned| returned > emigrations) {
            return Some((emigrations, ProblemKind::MoreReturnedThanEmigrated));
        }
        // The populations may both be zero: somebody can move in and out between two counts.
        let no_exposure = self.0[PERSON_YEARS] == Some(0.0);
        (emigrations > 0.0 && no_exposure)
            .then_some((emigrations, ProblemKind::EventsWithoutExposure))
    }
}
