//! Delimited text as offices and spreadsheets write it: titles above the header, periods and
//! measures across it, notes below the data.
//!
//! Three passes over the text: how wide the table is; where header, data and notes are and what
//! each column holds; and the cells themselves.

use kernels::{Counts, TextColumn, Texts};

use super::foreign::{
    CellChoice, Choices, Encoding, Flag, ForeignMeasure, ForeignTable, Format, Meaning, OpenCell,
    Understood,
};
use super::long::{
    Dictionary, Draft, DraftDimension, MAX_CELLS, MarkerCount, distinct_without_marks, fits,
};
use super::number::{self, Evidence, MACHINE, NumberForm, Settled, Shape};
use super::period;
use super::records::{Field, Record, Records, Widths};
use data::cell::{Cell, Cells};
use data::problem::{ProblemKind, Problems};
use vocabulary::kinds;
use vocabulary::words::{self, is_letter};

/// So many plain records are taken before their cells are put away.
const PLAIN_AT_ONCE: usize = 4096;

/// More columns than this are refused; it is what a workbook can hold.
pub const MAX_COLUMNS: usize = 16_384;

/// A text to read and what is known of it.
pub struct Source<'a> {
    /// The text.
    pub text: &'a str,
    /// What stands between the fields; `None` for a single column.
    pub delimiter: Option<u8>,
    /// Whether bare numbers come from a program, as the numbers of a workbook do.
    pub machine_numbers: bool,
    /// The format to report.
    pub format: Format,
    /// The encoding to report.
    pub encoding: Option<Encoding>,
}

/// Reads a table; `None` when there are problems, or none to read.
pub fn read(
    name: &str,
    source: &Source,
    choices: &Choices,
    problems: &mut Problems,
) -> Option<ForeignTable> {
    // A text without delimiters is read with a sign it does not contain.
    let delimiter = source.delimiter.unwrap_or(0x1f);
    let width = width(source.text, delimiter);
    if width == 0 {
        problems.file(ProblemKind::Empty, "");
        return None;
    }
    if width > MAX_COLUMNS {
        problems.file(
            ProblemKind::TooManyColumns { limit: MAX_COLUMNS },
            width.to_string(),
        );
        return None;
    }
    let layout = Layout::find(source, delimiter, width, choices, problems)?;
    let roles = roles(&layout, source.machine_numbers, choices, problems)?;
    let plan = Plan::make(&layout, &roles, problems)?;
    let mut evidence = Evidence::default();
    for column in plan.value_columns() {
        evidence.merge(&layout.columns[column].evidence);
    }
    let settled = evidence.settle(choices, delimiter == b',');
    let (signs, question) = match settled {
        Settled::Form(decimal_sign, thousands) => ((decimal_sign, thousands), None),
        Settled::Ambiguous(open) => {
            let question = open.question(|column| layout.header[column].clone());
            ((None, None), Some(question))
        }
    };
    let form = NumberForm {
        decimal_sign: signs.0.unwrap_or(MACHINE.decimal_sign),
        thousands: signs.1,
    };
    let reading = CellReading {
        form,
        chosen: &choices.cells,
        machine_numbers: source.machine_numbers,
        unclear: question.is_some(),
        eurostat: layout.is_eurostat(),
    };
    let rows = layout.records.saturating_mul(plan.combinations.len());
    let columns = plan.stub.len() + plan.across.len() + plan.measures.len();
    // Names across the header can span far more cells than the rows below them hold.
    let cells = rows.saturating_mul(plan.measures.len());
    if cells > MAX_CELLS.max(source.text.len()) {
        let kind = ProblemKind::TooManyCells { limit: MAX_CELLS };
        problems.file(kind, cells.to_string());
        return None;
    }
    if !fits(rows, columns, problems) {
        return None;
    }
    let mut open_cells = Vec::new();
    let mut draft = fill(
        source,
        delimiter,
        &layout,
        &plan,
        &reading,
        &mut open_cells,
        problems,
    );
    draft.part_codes_and_labels();
    draft.check_keys(problems);
    draft.spread_contents(problems);
    if !problems.is_empty() {
        return None;
    }
    let mut texts: Vec<&str> = layout.header.iter().map(String::as_str).collect();
    texts.extend(layout.above.iter().map(String::as_str));
    let language = draft.language(&texts);
    let title_above = words::title_among(&layout.above);
    let understood = Understood {
        encoding: source.encoding,
        delimiter: source
            .delimiter
            .filter(|_| !source.format.is_workbook())
            .map(char::from),
        decimal_sign: match source.machine_numbers && signs.0.is_none() {
            true => plan
                .value_columns()
                .any(|column| layout.columns[column].machine_decimals)
                .then_some(MACHINE.decimal_sign),
            false => signs.0,
        },
        thousands: signs.1,
        header_line: Some(layout.header_line),
        title: plan.title.clone(),
        notes: layout
            .above
            .iter()
            .filter(|line| line.as_str() != title_above)
            .chain(&layout.below)
            .cloned()
            .collect(),
        language,
        open_cells,
        value_columns: columns_of(&layout, &roles, Role::Value),
        other_columns: columns_of(&layout, &roles, Role::Dimension),
        over_periods: columns_of(&layout, &roles, Role::OverPeriods),
        ..Understood::of(source.format)
    };
    let mut table = draft.finish(name, understood);
    table.ambiguity = question;
    Some(table)
}

fn columns_of(layout: &Layout, roles: &[Role], wanted: Role) -> Vec<String> {
    let columns = layout.header.iter().zip(roles);
    let columns = columns.filter(|(name, role)| **role == wanted && !name.is_empty());
    columns.map(|(name, _)| name.clone()).collect()
}

/// The most common width of two or more, else one; zero for an empty text.
fn width(text: &str, delimiter: u8) -> usize {
    let mut widths = Widths::default();
    let mut records = Records::new(text, delimiter);
    let mut record = Record::default();
    while records.read(&mut record) {
        if record.filled() > 0 {
            let width = record.len();
            widths.note(width, 1 + records.pass(&mut record) as u64);
        }
    }
    match widths.common() {
        Some((width, _)) => width,
        None => usize::from(widths.records() > 0),
    }
}

/// What the cells of a column look like.
#[derive(Clone, Debug, Default)]
struct ColumnSurvey {
    numbers_bare: u64,
    numbers_quoted: u64,
    /// Quoted numbers that hold the sign between the fields, which is why they are quoted.
    quoted_for_sign: u64,
    /// Texts that stand in place of numbers somewhere.
    odd: u64,
    /// Texts among the numbers that only a list of codes has: a total, `100+`.
    codes: u64,
    markers: u64,
    empty: u64,
    text_bare: u64,
    text_quoted: u64,
    periods: u64,
    leading_zeros: u64,
    machine_decimals: bool,
    example: Option<(u64, String)>,
    evidence: Evidence,
}

impl ColumnSurvey {
    fn note(&mut self, record: &Record, column: usize, machine_numbers: bool) {
        let (field, line) = (record.get(column), record.line);
        if field.whole().is_some() {
            match field.quoted {
                true => self.numbers_quoted += 1,
                false => self.numbers_bare += 1,
            }
            let text = field.text;
            self.leading_zeros += u64::from(text.len() > 1 && text.starts_with('0'));
            self.periods += u64::from(text.len() == 4 && period::is_period(text));
            return;
        }
        let text = field.trimmed();
        if text.is_empty() {
            self.empty += 1;
            return;
        }
        if record.is_plainly_text(column) {
            self.note_text(field.quoted, line, text);
            return;
        }
        let machine = machine_numbers && !field.quoted;
        let mut shape = number::shape(text);
        if machine && number::parse_machine(text).is_some() {
            self.machine_decimals |= shape != Shape::Whole;
            shape = Shape::Whole;
        }
        if number::with_exponent(text).is_some() {
            shape = Shape::Whole;
        }
        if shape != Shape::NotANumber {
            match field.quoted {
                true => self.numbers_quoted += 1,
                false => self.numbers_bare += 1,
            }
            self.quoted_for_sign += u64::from(field.quoted && text.contains(','));
            let digits = text.len() > 1 && text.starts_with('0');
            self.leading_zeros += u64::from(shape == Shape::Whole && digits && !text.contains('.'));
            self.periods += u64::from(period::is_period(text));
            if !machine {
                self.evidence.note(shape, line, column, text);
                if field.quoted && matches!(shape, Shape::Unclear(_)) {
                    self.evidence.note_quoted();
                }
            }
        } else if number::marker(text).is_some() {
            self.markers += 1;
        } else if number::is_odd_mark(text) {
            self.odd += 1;
            if self.example.is_none() {
                self.example = Some((line, text.to_owned()));
            }
        } else {
            self.periods += u64::from(period::is_period(text));
            self.note_text(field.quoted, line, text);
        }
    }

    /// Takes in what was counted at first sight.
    fn add(&mut self, counts: &Counts) {
        self.numbers_bare += counts.whole[0];
        self.numbers_quoted += counts.whole[1];
        self.periods += counts.years;
        self.leading_zeros += counts.leading_zeros;
        self.text_bare += counts.texts[0];
        self.text_quoted += counts.texts[1];
        self.empty += counts.empty;
    }

    fn note_text(&mut self, quoted: bool, line: u64, text: &str) {
        let open_end = text.strip_suffix('+').map(number::shape);
        let is_code = open_end.is_some_and(|shape| shape == Shape::Whole)
            || words::is_total(text)
            || words::is_total_code(text, true);
        self.codes += u64::from(is_code);
        match quoted {
            true => self.text_quoted += 1,
            false => self.text_bare += 1,
        }
        if self.example.is_none() {
            self.example = Some((line, text.to_owned()));
        }
    }

    fn text(&self) -> u64 {
        self.text_bare + self.text_quoted
    }

    fn numbers(&self) -> u64 {
        self.numbers_bare + self.numbers_quoted
    }

    fn quoted(&self) -> u64 {
        self.text_quoted + self.numbers_quoted
    }

    fn is_blank(&self) -> bool {
        self.text() + self.numbers() + self.markers + self.odd == 0
    }

    /// Holds numbers, with so few other texts that these are slips rather than codes: one of ten, or
    /// a single one. Where the name says that something is counted, as long as most are numbers.
    fn is_mostly_numbers(&self, name: &str) -> bool {
        let times = match self.text() {
            _ if words::names_count(name) => 2,
            1 => 4,
            _ => 10,
        };
        let is_list = self.codes > 0 && !words::names_count(name);
        !is_list
            && self.numbers() + self.markers > 0
            && self.text() * times + self.odd * 2 <= self.numbers()
    }

    /// Every number is a year or the like.
    fn is_periods(&self) -> bool {
        self.periods > 0 && self.periods == self.numbers() + self.text() && self.markers == 0
    }
}

/// Where things are in the text.
struct Layout {
    header: Vec<String>,
    header_line: u64,
    /// Whether every name in the header stands in quotes.
    header_quoted: bool,
    above: Vec<String>,
    below: Vec<String>,
    columns: Vec<ColumnSurvey>,
    /// Ordinal of the header and of the last record of data.
    header_at: usize,
    last: usize,
    records: usize,
    /// Whether short rows stand among the rows of data, as headings of groups.
    group_headings: bool,
    /// What plain records are counted into.
    counts: Vec<Counts>,
    /// The sign between the fields.
    delimiter: u8,
    /// Whether the next record may carry the header on.
    header_goes_on: bool,
    /// Where the header begins.
    first_header_at: usize,
}

/// The text of a record of title or notes.
fn joined(record: &Record, delimiter: u8) -> String {
    let fields: Vec<&str> = record.iter().map(|field| field.text).collect();
    let line = fields.join(&char::from(delimiter).to_string());
    line.trim_end_matches(char::from(delimiter))
        .trim()
        .to_owned()
}

fn names_of(record: &Record) -> (Vec<String>, bool) {
    let names = record
        .iter()
        .map(|field| field.text.trim().to_owned())
        .collect();
    let quoted = record
        .iter()
        .all(|field| field.quoted || field.text.trim().is_empty());
    (names, quoted)
}

/// The texts of a record that can be names of columns.
fn names_among(record: &Record) -> Vec<String> {
    let texts = record.iter().map(|field| field.text.trim().to_owned());
    texts.filter(|text| !text.is_empty()).collect()
}

fn is_bare_number(field: &Field) -> bool {
    let text = field.text.trim();
    !field.quoted && number::shape(text) != Shape::NotANumber && !period::is_period(text)
}

/// Whether a record cannot be one of names: a number beside a period, or nothing but numbers.
fn is_data(record: &Record) -> bool {
    let filled = || record.iter().filter(|field| !field.is_blank());
    let numbers = filled().filter(is_bare_number).count();
    let has_period = filled().any(|field| period::is_period(field.text.trim()));
    numbers > 0 && (has_period || (numbers == filled().count() && !record.get(0).is_blank()))
}

/// Whether a record holds nothing but words and periods.
fn holds_names(record: &Record) -> bool {
    let mut filled = record.iter().filter(|field| !field.is_blank());
    filled.all(|field| {
        let text = field.text.trim();
        let is_number = number::shape(text) != Shape::NotANumber && !period::is_period(text);
        !is_number && number::marker(text).is_none()
    })
}

/// Whether a record below the names of columns numbers these, before rows that begin with a name: `1;2;3`, `A;1;2`.
fn numbers_columns(record: &Record, next: &Records) -> bool {
    let number = |text: &str| {
        let digits = text.trim_start_matches(|c: char| is_letter(c) || "(. ".contains(c));
        digits.trim_end_matches(['.', ')']).parse::<u32>().ok()
    };
    let texts: Vec<&str> = record.iter().map(|field| field.text.trim()).collect();
    let Some((first, rest)) = texts.split_first() else {
        return false;
    };
    let from = match (number(first), rest.first().and_then(|text| number(text))) {
        (Some(first @ 0..=1), _) => first + 1,
        (None, Some(1)) if first.chars().count() == 1 => 1,
        _ => return false,
    };
    let ascends = rest
        .iter()
        .zip(from..)
        .all(|(text, at)| number(text) == Some(at));
    // A table of numbers alone may begin with these.
    const LOOKED_AT: usize = 10;
    let (mut next, mut following) = (next.clone(), Record::default());
    let mut are_named = || {
        let mut rows = 0;
        while rows < LOOKED_AT && next.read(&mut following) && following.filled() > 1 {
            let letters = following.get(0).text.chars().filter(|c| is_letter(*c));
            if letters.count() < 2 {
                return false;
            }
            rows += 1;
        }
        rows > 0
    };
    rest.len() > 1 && ascends && are_named()
}

impl Layout {
    fn find(
        source: &Source,
        delimiter: u8,
        width: usize,
        choices: &Choices,
        problems: &mut Problems,
    ) -> Option<Layout> {
        let mut records = Records::new(source.text, delimiter);
        let mut record = Record::default();
        let mut layout: Option<Layout> = None;
        let mut above: Vec<String> = Vec::new();
        // The record before, when it is no blank one: a header may be narrower than its rows.
        let mut before: Option<(usize, u64, Vec<String>, bool)> = None;
        // Names of columns that stand below each other, one a line.
        let mut listed: Vec<String> = Vec::new();
        let mut list_began = 0;
        let mut is_listing = false;
        let mut pending: Vec<String> = Vec::new();
        let mut blank_since_data = false;
        let mut at = 0;
        while records.read(&mut record) {
            let ordinal = at;
            at += 1;
            let filled = record.filled();
            if filled == 0 {
                before = None;
                is_listing = false;
                blank_since_data = true;
                continue;
            }
            let first_filled = !record.get(0).is_blank();
            let Some(found) = &mut layout else {
                let lists = names_among(&record);
                if choices.header_line.is_none()
                    && is_listing
                    && width == 2
                    && listed.len() == 1
                    && filled == 1
                    && lists.len() == 1
                    && !period::is_period(&lists[0])
                {
                    // The second of two names that stand below each other.
                    let names = [std::mem::take(&mut listed), lists].concat();
                    above.pop();
                    let mut made = Layout::with_header(names, false, list_began, ordinal);
                    made.delimiter = delimiter;
                    made.above = std::mem::take(&mut above);
                    made.header_goes_on = false;
                    made.columns.resize_with(width, ColumnSurvey::default);
                    layout = Some(made);
                    continue;
                }
                let is_header = match choices.header_line {
                    Some(line) => record.line == line,
                    // A title in a spreadsheet's row is followed by empty fields only.
                    None => record.len() >= width && (width == 1 || filled > 1 || !first_filled),
                };
                if !is_header {
                    let (names, quoted) = names_of(&record);
                    before = Some((ordinal, record.line, names, quoted));
                    above.push(joined(&record, delimiter));
                    if !is_listing {
                        listed.clear();
                        list_began = record.line;
                    }
                    is_listing = true;
                    listed.extend(lists);
                    continue;
                }
                let holds_data = choices.header_line.is_none() && is_data(&record);
                if holds_data && before.is_none() {
                    if listed.len() != record.len() {
                        let found = joined(&record, delimiter);
                        problems.line(record.line, ProblemKind::HeaderMissing, found);
                        return None;
                    }
                    let mut made = Layout::with_header(
                        std::mem::take(&mut listed),
                        false,
                        list_began,
                        ordinal - 1,
                    );
                    made.delimiter = delimiter;
                    made.header_goes_on = false;
                    made.columns.resize_with(width, ColumnSurvey::default);
                    made.survey(&record, ordinal, source.machine_numbers);
                    blank_since_data = false;
                    layout = Some(made);
                    continue;
                }
                let holds_numbers = record.iter().any(|field| {
                    let text = field.text.trim();
                    number::shape(text) != Shape::NotANumber && !period::is_period(text)
                });
                let narrow = before.take().filter(|(_, _, names, _)| {
                    choices.header_line.is_none() && names.len() >= 2 && holds_numbers
                });
                blank_since_data = false;
                let mut made = match narrow {
                    Some((at, line, names, quoted)) => {
                        above.pop();
                        Layout::with_header(names, quoted, line, at)
                    }
                    None => {
                        let (names, quoted) = names_of(&record);
                        Layout::with_header(names, quoted, record.line, ordinal)
                    }
                };
                made.delimiter = delimiter;
                made.header_goes_on = made.header_at == ordinal && choices.header_line.is_none();
                made.above = std::mem::take(&mut above);
                made.columns
                    .resize_with(width.max(made.header.len()), ColumnSurvey::default);
                if made.header_at != ordinal {
                    made.survey(&record, ordinal, source.machine_numbers);
                }
                layout = Some(made);
                continue;
            };
            if std::mem::take(&mut found.header_goes_on) && !blank_since_data {
                if numbers_columns(&record, &records) {
                    found.header_at = ordinal;
                    found.last = ordinal;
                    continue;
                }
                let is_merged = found.header_at != found.first_header_at;
                let goes_on = (found.is_open_header() || (is_merged && !first_filled))
                    && filled > 1
                    && record.len() <= found.columns.len();
                if goes_on && holds_names(&record) {
                    let (names, _) = names_of(&record);
                    found.add_names(&names);
                    found.header_at = ordinal;
                    found.last = ordinal;
                    found.header_goes_on = true;
                    continue;
                }
            }
            // After a blank line only numbers carry the table on; words there are notes.
            let goes_on = !blank_since_data
                || record.iter().skip(1).any(|field| {
                    let text = field.text.trim();
                    !text.is_empty()
                        && (number::marker(text).is_some()
                            || number::shape(text) != Shape::NotANumber)
                });
            let is_data = record.len() >= width && (goes_on || (width == 1 && filled == 1));
            if is_data {
                found.survey(&record, ordinal, source.machine_numbers);
                blank_since_data = false;
                found.group_headings |= !pending.is_empty();
                pending.clear();
                at += found.survey_plain(&mut records, &mut record);
            } else {
                pending.push(joined(&record, delimiter));
            }
        }
        if let Some(line) = records.unclosed() {
            problems.line(line, ProblemKind::Quoting, "");
            return None;
        }
        let Some(mut layout) = layout else {
            problems.file(ProblemKind::HeaderMissing, "");
            return None;
        };
        layout.below = pending;
        if layout.records == 0 {
            problems.file(ProblemKind::NoRows, "");
            return None;
        }
        layout.fit_header();
        Some(layout)
    }

    fn with_header(header: Vec<String>, header_quoted: bool, line: u64, at: usize) -> Layout {
        Layout {
            header,
            header_line: line,
            header_quoted,
            above: Vec::new(),
            below: Vec::new(),
            columns: Vec::new(),
            header_at: at,
            last: at,
            records: 0,
            group_headings: false,
            counts: Vec::new(),
            delimiter: 0,
            header_goes_on: true,
            first_header_at: at,
        }
    }

    /// Whether names are missing or stand for several columns, so that a second row must tell these apart.
    fn is_open_header(&self) -> bool {
        let last = self.header.iter().rposition(|name| !name.is_empty());
        let mut known = Texts::default();
        let mut names = self
            .header
            .iter()
            .take(last.map_or(0, |last| last + 1))
            .enumerate();
        names.any(|(at, name)| {
            (known.number(name.as_bytes()) as usize) < at || (at > 0 && name.is_empty())
        })
    }

    /// Takes a second row of names: the outer ones hold for every column to their right that has none.
    fn add_names(&mut self, inner: &[String]) {
        let mut outer = String::new();
        for (at, name) in self.header.iter_mut().enumerate() {
            let inner = inner.get(at).map_or("", String::as_str);
            match (name.is_empty(), inner.is_empty()) {
                (false, _) => outer.clone_from(name),
                (true, false) => name.clone_from(&outer),
                (true, true) => outer.clear(),
            }
            if !inner.is_empty() {
                if !name.is_empty() {
                    name.push(' ');
                }
                name.push_str(inner);
            }
        }
    }

    fn survey(&mut self, record: &Record, ordinal: usize, machine_numbers: bool) {
        for (at, column) in self.columns.iter_mut().enumerate().take(record.len()) {
            column.note(record, at, machine_numbers);
        }
        self.last = ordinal;
        self.records += 1;
    }

    /// Takes in the records that follow one of data, as far as they are plain; gives how many.
    fn survey_plain<'a>(&mut self, records: &mut Records<'a>, record: &mut Record<'a>) -> usize {
        if record.len() != self.columns.len() {
            return 0;
        }
        self.counts.clear();
        self.counts.extend(self.columns.iter().map(|column| Counts {
            // The first text of a column is kept as its example.
            takes_texts: column.example.is_some(),
            ..Counts::default()
        }));
        let counted = records.count(record, &mut self.counts);
        for (column, counts) in self.columns.iter_mut().zip(&self.counts) {
            column.add(counts);
        }
        self.last += counted;
        self.records += counted;
        counted
    }

    /// Makes header and columns equally long: columns beyond the header that are blank came from
    /// trailing delimiters; a single column that is not blank is one of row names.
    fn fit_header(&mut self) {
        while self.columns.len() > self.header.len() {
            if self.columns.last().is_some_and(ColumnSurvey::is_blank) {
                self.columns.pop();
            } else if self.columns.len() == self.header.len() + 1 {
                self.header.insert(0, String::new());
            } else {
                self.header.push(String::new());
            }
        }
        while self.header.len() > 1
            && self.header.last().is_some_and(String::is_empty)
            && self.columns.last().is_some_and(ColumnSurvey::is_blank)
        {
            self.header.pop();
            self.columns.pop();
        }
        // Unless a mark is all that tells two columns apart.
        let plain = distinct_without_marks(&self.header);
        if plain.len() == self.header.len() {
            self.header = plain;
        }
    }

    /// Whether this is a table of Eurostat's old Data Explorer, where a colon means missing.
    fn is_eurostat(&self) -> bool {
        let has = |name: &str| self.header.iter().any(|known| known == name);
        has("Flag and Footnotes") || (has("TIME") && has("GEO"))
    }
}

/// What a column is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Dimension,
    Value,
    Flags,
    /// A sum, a mean or a change over the columns of the periods.
    OverPeriods,
    Dropped,
}

/// Whether a column beside those of periods is worked out of these.
fn is_over_periods(name: &str) -> bool {
    words::is_total(name) || kinds::is_average(name) || kinds::is_comparison(name)
}

fn roles(
    layout: &Layout,
    machine_numbers: bool,
    choices: &Choices,
    problems: &mut Problems,
) -> Option<Vec<Role>> {
    let names = &layout.header;
    if let Some(chosen) = &choices.value_columns {
        for name in chosen.iter().filter(|name| !names.contains(name)) {
            problems.file(ProblemKind::ChosenColumnMissing, name);
        }
        let role = |name: &String| match chosen.contains(name) {
            true => Role::Value,
            false => Role::Dimension,
        };
        return problems
            .is_empty()
            .then(|| names.iter().map(role).collect());
    }
    let columns = &layout.columns;
    let any_bare_text = columns.iter().any(|column| column.text_bare > 0);
    let any_quoted = columns.iter().any(|column| column.quoted() > 0);
    let any_bare_number = columns.iter().any(|column| column.numbers_bare > 0);
    // Where every text is quoted and some numbers are not, the quotes tell texts from values.
    // In a workbook a number is bare whatever it is for.
    let quotes_tell =
        !machine_numbers && layout.header_quoted && any_quoted && !any_bare_text && any_bare_number;
    let mut roles: Vec<Role> = names
        .iter()
        .zip(columns)
        .enumerate()
        .map(|(at, (name, column))| {
            if column.is_blank() && period::dated(name).is_none() {
                return match name.is_empty() && !layout.group_headings {
                    true => Role::Dropped,
                    false => Role::Dimension,
                };
            }
            if words::names_flags(name) {
                return Role::Flags;
            }
            // R leaves years bare like any other number.
            if quotes_tell && column.quoted() == 0 && words::names_dimension(name) {
                return Role::Dimension;
            }
            if quotes_tell {
                // A slip in a column of counts is in quotes like any other text.
                let slips = column.numbers_quoted == 0
                    && words::names_count(name)
                    && column.is_mostly_numbers(name);
                return match column.quoted() == 0 || slips {
                    true => Role::Value,
                    false => Role::Dimension,
                };
            }
            let is_dimension = !column.is_mostly_numbers(name)
                || column.leading_zeros > 0
                || words::names_dimension(name)
                || (name.is_empty() && at == 0)
                || (any_bare_number
                    && column.numbers_quoted > 0
                    && column.numbers_bare == 0
                    && !(layout.delimiter == b','
                        && column.quoted_for_sign == column.numbers_quoted));
            match is_dimension {
                true => Role::Dimension,
                false => Role::Value,
            }
        })
        .collect();
    let is_dated = |at: &usize| period::dated(&names[*at]).is_some();
    let mut values: Vec<usize> = (0..roles.len())
        .filter(|at| roles[*at] == Role::Value)
        .collect();
    let time_in_stub = (0..roles.len()).any(|at| {
        roles[at] == Role::Dimension && (columns[at].is_periods() || words::names_time(&names[at]))
    });
    let is_bare = |at: &&usize| period::is_period(names[**at].trim());
    if !time_in_stub && values.iter().filter(is_bare).count() > 1 {
        for at in values.extract_if(.., |at| is_over_periods(&names[*at])) {
            roles[at] = Role::OverPeriods;
        }
    }
    if !quotes_tell {
        let dated = values.iter().filter(|at| is_dated(at)).count();
        for at in &values {
            let bare_years = columns[*at].is_periods() && !is_dated(at) && !time_in_stub;
            // Beside columns named by periods, other numbers are codes of the rows.
            let beside_periods = dated > 0 && !is_dated(at) && !time_in_stub;
            if (bare_years && values.len() > 1) || beside_periods {
                roles[*at] = Role::Dimension;
            }
        }
    }
    if roles.contains(&Role::Value) {
        return Some(roles);
    }
    let mut told = false;
    for (name, column) in names.iter().zip(columns) {
        if let Some((line, text)) = &column.example
            && column.numbers() >= column.text() * 3
            && !words::names_dimension(name)
        {
            problems.cell(*line, name, ProblemKind::NotANumber, text);
            told = true;
        }
    }
    if !told {
        problems.file(ProblemKind::NoValueColumn, names.join(", "));
    }
    None
}

/// Which cell of a record goes where.
struct Plan {
    title: String,
    /// Column of each stub dimension, and its name.
    stub: Vec<(usize, String)>,
    flags: Vec<usize>,
    /// Dimensions that lie across the header: name, codes.
    across: Vec<(String, Vec<String>)>,
    /// Whether the first of them is time.
    periods_across: bool,
    /// For each row made of a record: its code in the dimensions across, and its column for each
    /// measure.
    combinations: Vec<(Vec<u32>, Vec<Option<usize>>)>,
    measures: Vec<String>,
}

impl Plan {
    fn value_columns(&self) -> impl Iterator<Item = usize> + '_ {
        self.combinations
            .iter()
            .flat_map(|(_, columns)| columns.iter().flatten().copied())
    }

    fn make(layout: &Layout, roles: &[Role], problems: &mut Problems) -> Option<Plan> {
        let names = &layout.header;
        let with = |role: Role| (0..roles.len()).filter(move |at| roles[*at] == role);
        let values: Vec<usize> = with(Role::Value).collect();
        let stub_columns: Vec<usize> = with(Role::Dimension).collect();
        let mut title = words::title_among(&layout.above).to_owned();
        if title.is_empty()
            && let [only] = values[..]
            && words::title_parts(&names[only]).is_some_and(|parts| {
                parts
                    .variables
                    .iter()
                    .any(|name| names.iter().any(|known| known == name))
            })
        {
            title = names[only].clone();
        }
        // Below a publisher's name the title is prose, and lists no variables.
        let above = layout.above.first().filter(|first| !first.is_empty());
        let parts = words::title_parts(&title)
            .filter(|_| above.is_none_or(|first| *first == title))
            .unwrap_or_default();
        let stub = name_stub(names, &stub_columns, &parts.variables);
        let free: Vec<&str> = parts
            .variables
            .iter()
            .copied()
            .filter(|name| !stub.iter().any(|(_, known)| known == name))
            .collect();
        let time_in_stub = stub
            .iter()
            .any(|(at, name)| words::names_time(name) || layout.columns[*at].is_periods());
        let subject = match parts.subject {
            "" => words::without_number(&title),
            subject => subject,
        };

        let mut periods = Dictionary::default();
        let mut suffixes = Dictionary::default();
        let mut measures = Dictionary::default();
        let mut places: Vec<(Vec<u32>, u32, usize)> = Vec::new();
        let split: Vec<Option<period::Dated>> = values
            .iter()
            .map(|at| period::dated(&names[*at]).filter(|_| !time_in_stub))
            .collect();
        let pivoted = !split.is_empty() && split.iter().all(Option::is_some);
        // What follows the period is a dimension when something also stands before it, or when
        // it is the sexes; else it is what is counted.
        let has_before = split.iter().flatten().any(|dated| !dated.before.is_empty());
        let has_after = split.iter().flatten().any(|dated| !dated.after.is_empty());
        let sexes = split
            .iter()
            .flatten()
            .all(|dated| words::is_sex(dated.after));
        let suffix_across = pivoted && has_after && (has_before || sexes);
        // Columns for the sexes side by side are one measure too.
        let sexes_across =
            !pivoted && values.len() > 1 && values.iter().all(|at| words::is_sex(&names[*at]));
        for (at, dated) in values.iter().zip(&split) {
            let (key, measure) = match dated {
                Some(dated) if pivoted => {
                    let period = periods.code(dated.period);
                    match suffix_across {
                        true => (vec![period, suffixes.code(dated.after)], dated.before),
                        false if dated.before.is_empty() => (vec![period], dated.after),
                        false => (vec![period], dated.before),
                    }
                }
                _ if sexes_across => (vec![suffixes.code(&names[*at])], ""),
                _ => (Vec::new(), names[*at].as_str()),
            };
            let measure = match measure {
                "" if subject.is_empty() => "value",
                "" => subject,
                whole if whole == title => subject,
                own => own,
            };
            places.push((key, measures.code(measure), *at));
        }
        let mut combinations: Vec<(Vec<u32>, Vec<Option<usize>>)> = Vec::new();
        let mut known = Texts::default();
        for (key, measure, column) in places {
            let packed = key
                .iter()
                .fold(0, |packed, code| packed << 32 | u64::from(*code));
            let at = known.number(&packed.to_le_bytes()) as usize;
            if at == combinations.len() {
                combinations.push((key, vec![None; measures.texts.len()]));
            }
            let place = &mut combinations[at].1[measure as usize];
            if place.is_some() {
                problems.column(&names[column], ProblemKind::ColumnTwice, &names[column]);
            }
            *place = Some(column);
        }
        if combinations.is_empty() {
            // Without values each record is a row all the same.
            combinations.push((Vec::new(), Vec::new()));
        }
        let mut across = Vec::new();
        let time = match free.iter().rev().find(|name| words::names_time(name)) {
            Some(name) => Some(*name),
            None if free.len() == 1 && pivoted => free.first().copied(),
            None => None,
        };
        if pivoted {
            across.push((time.unwrap_or("time").to_owned(), periods.texts));
        }
        if suffix_across || sexes_across {
            let mut left = free
                .iter()
                .filter(|name| Some(**name) != time && !words::names_contents(name));
            let name = left.next_back().copied();
            let default = if sexes_across || sexes {
                "sex"
            } else {
                "category"
            };
            across.push((name.unwrap_or(default).to_owned(), suffixes.texts));
        }
        problems.is_empty().then(|| Plan {
            flags: with(Role::Flags).collect(),
            title,
            stub,
            across,
            periods_across: pivoted,
            combinations,
            measures: measures.texts,
        })
    }
}

/// Names the dimensions of the stub. A column without a name takes it from the title when none
/// of them has one, because the title lists the variables in the order of the columns.
fn name_stub(names: &[String], columns: &[usize], variables: &[&str]) -> Vec<(usize, String)> {
    let nameless = columns.iter().all(|at| names[*at].is_empty());
    columns
        .iter()
        .enumerate()
        .map(|(place, at)| {
            let name = match (names[*at].as_str(), variables.get(place)) {
                ("", Some(variable)) if nameless => (*variable).to_owned(),
                ("", _) => format!("#{}", at + 1),
                (name, _) => name.to_owned(),
            };
            (*at, name)
        })
        .collect()
}

struct CellReading<'a> {
    form: NumberForm,
    /// What the visitor has said of texts among the numbers.
    chosen: &'a [(String, CellChoice)],
    machine_numbers: bool,
    /// Unclear numbers wait for the visitor's answer.
    unclear: bool,
    eurostat: bool,
}

impl CellReading<'_> {
    /// What was chosen for the text of a field.
    fn choice(&self, field: Field) -> Option<CellChoice> {
        if self.chosen.is_empty() {
            return None;
        }
        let text = field.trimmed();
        let found = self.chosen.iter().find(|(known, _)| known == text);
        found.map(|(_, choice)| *choice)
    }

    /// The cell a field stands for; markers are counted.
    fn read(&self, field: Field, markers: &mut MarkerCount) -> Result<Cell, ProblemKind> {
        if let Some(number) = field.whole() {
            return Ok(Cell::Number(number as f64));
        }
        let text = field.trimmed();
        match self.choice(field) {
            Some(CellChoice::Means(meaning)) => {
                markers.add(text, meaning, 1);
                return Ok(meaning.cell().unwrap_or(Cell::Missing));
            }
            Some(CellChoice::Open | CellChoice::WithoutRow) => return Ok(Cell::Missing),
            None => {}
        }
        if let Some(number) = number::with_exponent(text) {
            return Ok(Cell::Number(number));
        }
        if let Some(meaning) = number::marker(text) {
            let meaning = match meaning {
                Meaning::Suppressed if self.eurostat => Meaning::Missing,
                meaning => meaning,
            };
            markers.add(text, meaning, 1);
            return Ok(meaning.cell().unwrap_or(Cell::Missing));
        }
        let machine = self.machine_numbers && !field.quoted;
        let number = match machine {
            true => number::parse_machine(text),
            false => number::parse(text, self.form),
        };
        match (number, number::shape(text)) {
            (_, Shape::Unclear(_)) if self.unclear && !machine => Ok(Cell::Missing),
            (Some(number), _) => Ok(Cell::Number(number)),
            (None, Shape::NotANumber) => Err(ProblemKind::NotANumber),
            (None, _) => Err(ProblemKind::OtherDecimalSign {
                sign: self.form.decimal_sign.character(),
            }),
        }
    }
}

fn fill(
    source: &Source,
    delimiter: u8,
    layout: &Layout,
    plan: &Plan,
    reading: &CellReading,
    open_cells: &mut Vec<OpenCell>,
    problems: &mut Problems,
) -> Draft {
    let width = layout.header.len();
    let mut stub: Vec<TextColumn> = Vec::with_capacity(plan.stub.len());
    stub.extend(plan.stub.iter().map(|(at, _)| TextColumn {
        at: *at,
        ..TextColumn::default()
    }));
    // Plain records are taken many at a time: those with whole numbers for values, and names and labels
    // on every row.
    let values: Vec<usize> = plan.value_columns().collect();
    let is_full = values.len() == plan.combinations.len() * plan.measures.len();
    let is_plain = is_full
        && plan.flags.is_empty()
        && plan
            .stub
            .iter()
            .all(|(at, _)| !layout.header[*at].is_empty());
    let mut numbers: Vec<f64> = Vec::new();
    let mut codes: Vec<Vec<u32>> = vec![Vec::new(); plan.stub.len()];
    let mut cells: Vec<Cells> = vec![Cells::default(); plan.measures.len()];
    let mut markers = MarkerCount::default();
    let mut lines = Vec::with_capacity(layout.records);
    // Labels that stand only on the first of their rows, or on a row of their own.
    let mut standing: Vec<String> = vec![String::new(); plan.stub.len()];
    let mut heading: Option<u64> = None;

    let mut records = Records::new(source.text, delimiter);
    let mut record = Record::default();
    let mut at = 0;
    while at <= layout.last && records.read(&mut record) {
        let ordinal = at;
        at += 1;
        if ordinal <= layout.header_at || record.filled() == 0 {
            continue;
        }
        let extra = (width..record.len()).any(|at| !record.get(at).is_blank());
        if record.len() < width || extra {
            let deepest = (0..record.len())
                .rev()
                .find(|at| !record.get(*at).text.trim().is_empty());
            let level = plan
                .stub
                .iter()
                .position(|(column, _)| Some(*column) == deepest);
            let nameless = level.is_some_and(|level| layout.header[plan.stub[level].0].is_empty());
            match level {
                Some(level) if nameless && level + 1 < plan.stub.len() => {
                    standing[level] = record.get(plan.stub[level].0).text.trim().to_owned();
                    heading = Some(record.line);
                }
                _ => {
                    let kind = ProblemKind::RowWidth { expected: width };
                    problems.line(record.line, kind, record.len().to_string());
                }
            }
            continue;
        }
        if !reading.chosen.is_empty() {
            let choice = |column: &usize| reading.choice(record.get(*column));
            if values
                .iter()
                .any(|column| choice(column) == Some(CellChoice::WithoutRow))
            {
                continue;
            }
            for column in values
                .iter()
                .filter(|column| choice(column) == Some(CellChoice::Open))
            {
                let text = record.get(*column).trimmed();
                match open_cells.iter_mut().find(|known| known.text == text) {
                    Some(known) => known.count += 1,
                    None => open_cells.push(OpenCell {
                        text: text.to_owned(),
                        line: record.line,
                        column: layout.header[*column].clone(),
                        count: 1,
                    }),
                }
            }
        }
        for (level, (column, _)) in plan.stub.iter().enumerate() {
            let text = record.get(*column).set_in();
            let nameless = layout.header[*column].is_empty();
            let text = if text.is_empty() && nameless && !standing[level].is_empty() {
                &standing[level]
            } else {
                if nameless {
                    standing[level].clear();
                    standing[level].push_str(text);
                }
                text
            };
            let code = stub[level].texts.number(text.as_bytes());
            codes[level].extend(std::iter::repeat_n(code, plan.combinations.len()));
        }
        heading = None;
        for column in &plan.flags {
            let text = record.get(*column).trimmed();
            if !text.is_empty() {
                markers.add(text, Meaning::Flag(Flag::Other), 1);
            }
        }
        for (_, columns) in &plan.combinations {
            for (column, cells) in columns.iter().zip(&mut cells) {
                let cell = match column {
                    None => {
                        markers.add("", Meaning::Absent, 1);
                        Cell::Missing
                    }
                    Some(column) => match reading.read(record.get(*column), &mut markers) {
                        Ok(cell) => cell,
                        Err(kind) => {
                            let found = record.get(*column).text.trim();
                            problems.cell(record.line, &layout.header[*column], kind, found);
                            Cell::Missing
                        }
                    },
                };
                cells.push(cell);
            }
        }
        lines.push(record.line);
        while is_plain && at <= layout.last {
            let most = PLAIN_AT_ONCE.min(layout.last + 1 - at);
            let size = (width, most);
            let (line, taken) = records.take(&mut record, size, &mut stub, &values, &mut numbers);
            at += taken;
            lines.extend(line..line + taken as u64);
            for (column, codes) in stub.iter_mut().zip(&mut codes) {
                match plan.combinations.len() {
                    1 => codes.append(&mut column.codes),
                    times => {
                        let each = column.codes.drain(..);
                        codes.extend(each.flat_map(|code| std::iter::repeat_n(code, times)));
                    }
                }
            }
            for (place, number) in numbers.drain(..).enumerate() {
                cells[place % plan.measures.len()].push(Cell::Number(number));
            }
            if taken < most {
                break;
            }
        }
    }
    if let Some(line) = heading {
        problems.line(line, ProblemKind::RowWidth { expected: width }, "1");
    }
    draft(plan, stub, codes, cells, markers, lines)
}

fn draft(
    plan: &Plan,
    stub: Vec<TextColumn>,
    codes: Vec<Vec<u32>>,
    cells: Vec<Cells>,
    markers: MarkerCount,
    lines: Vec<u64>,
) -> Draft {
    let mut dimensions: Vec<DraftDimension> = plan
        .stub
        .iter()
        .zip(stub)
        .zip(codes)
        .map(|(((_, name), column), rows)| DraftDimension {
            codes: (0..column.texts.len())
                .map(|code| String::from_utf8_lossy(column.texts.get(code)).into_owned())
                .collect(),
            rows,
            ..DraftDimension::named(name)
        })
        .collect();
    for (at, (name, texts)) in plan.across.iter().enumerate() {
        let pattern: Vec<u32> = plan.combinations.iter().map(|(key, _)| key[at]).collect();
        dimensions.push(DraftDimension {
            codes: texts.clone(),
            rows: pattern
                .iter()
                .copied()
                .cycle()
                .take(pattern.len() * lines.len())
                .collect(),
            is_time: (at == 0 && plan.periods_across).then_some(true),
            ..DraftDimension::named(name)
        });
    }
    let measures = plan
        .measures
        .iter()
        .zip(cells)
        .map(|(name, cells)| ForeignMeasure {
            name: name.clone(),
            label: name.clone(),
            unit: words::unit_in(name).map(str::to_owned),
            cells,
            ..ForeignMeasure::default()
        })
        .collect();
    Draft {
        dimensions,
        measures,
        rows: lines.len() * plan.combinations.len(),
        lines,
        per_line: plan.combinations.len(),
        markers,
        ..Draft::default()
    }
}
