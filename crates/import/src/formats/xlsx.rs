//! Workbooks (.xlsx): each sheet is written out as delimited text, texts quoted and numbers bare,
//! with the row numbers of the sheet as line numbers, and then read like any such text.
//!
//! What a sheet has beyond a text file is settled here: headers over several rows and merged
//! cells.

use std::borrow::Cow;

use super::archive::{self, Member};
use super::delimited::{self, Source};
use super::foreign::{Choices, ForeignTable, Format};
use super::long::fits;
use super::number;
use super::period;
use data::problem::{Problem, ProblemKind, Problems};

/// Whether an archive is a workbook.
pub fn is_workbook(members: &[Member]) -> bool {
    members
        .iter()
        .any(|member| member.name == "xl/workbook.xml")
}

/// Reads every sheet that holds a table.
pub fn read(
    name: &str,
    bytes: &[u8],
    members: &[Member],
    budget: &mut usize,
    choices: &Choices,
) -> Result<Vec<ForeignTable>, Vec<Problem>> {
    let mut problems = Problems::new(name);
    let mut part = |path: &str, problems: &mut Problems| -> Option<String> {
        let Some(member) = members
            .iter()
            .find(|member| member.name.eq_ignore_ascii_case(path))
        else {
            problems.file(ProblemKind::WorkbookPart, path);
            return None;
        };
        let bytes = archive::unpack_member(bytes, member, budget, problems)?;
        match String::from_utf8(bytes) {
            Ok(text) => Some(text),
            Err(_) => {
                problems.file(ProblemKind::WorkbookPart, path);
                None
            }
        }
    };
    let has = |path: &str| {
        members
            .iter()
            .any(|member| member.name.eq_ignore_ascii_case(path))
    };
    let shared = match has("xl/sharedStrings.xml") {
        true => part("xl/sharedStrings.xml", &mut problems).map(|xml| shared_strings(&xml)),
        false => Some(Vec::new()),
    };
    let book = part("xl/workbook.xml", &mut problems);
    let relations = part("xl/_rels/workbook.xml.rels", &mut problems);
    let (Some(shared), Some(book), Some(relations)) = (shared, book, relations) else {
        return Err(problems.into_list());
    };
    let sheets = sheets(&book, &relations);
    let dates = match has("xl/styles.xml") {
        true => part("xl/styles.xml", &mut problems).map(|xml| Dates::of(&xml, &book)),
        false => Some(Dates::default()),
    };
    let Some(dates) = dates else {
        return Err(problems.into_list());
    };
    let mut tables: Vec<ForeignTable> = Vec::new();
    let mut aside: Vec<String> = Vec::new();
    let mut refused = Vec::new();
    let mut empty = Vec::new();
    for (title, path) in sheets.iter().take(MAX_SHEETS) {
        let Some(xml) = part(path, &mut problems) else {
            return Err(problems.into_list());
        };
        let sheet = Sheet::read(&xml, &shared, &dates);
        let table_name = match sheets.len() {
            1 => name.to_owned(),
            _ => format!("{name}/{title}"),
        };
        let mut own = Problems::new(&table_name);
        let Some(text) = sheet.as_text(&mut own) else {
            aside.push(title.clone());
            refused.extend(own.into_list());
            continue;
        };
        let source = Source {
            text: &text,
            delimiter: Some(b'\t'),
            machine_numbers: true,
            format: Format::Xlsx,
            encoding: None,
        };
        match delimited::read(&table_name, &source, choices, &mut own) {
            Some(table) => tables.push(table),
            None => {
                aside.push(title.clone());
                let list = own.into_list();
                // Tables of contents and notes stand on sheets of their own.
                match list.iter().all(super::holds_no_table) {
                    true => empty.extend(list),
                    false => refused.extend(list),
                }
            }
        }
    }
    // A sheet that cannot be read is no reason to do without the others.
    if let Some(table) = tables.first_mut() {
        table.understood.left_aside = aside;
        return Ok(tables);
    }
    match (refused.is_empty(), tables.is_empty()) {
        (false, _) => Err(refused),
        (true, false) => Ok(tables),
        (true, true) if empty.is_empty() => {
            problems.file(ProblemKind::Empty, "");
            Err(problems.into_list())
        }
        (true, true) => Err(empty),
    }
}

/// A piece of XML.
enum Piece<'a> {
    /// Name without its prefix, attributes, and whether it is empty.
    Open(&'a str, &'a str, bool),
    Close(&'a str),
    Text(Cow<'a, str>),
}

/// The pieces of an XML text, as far as a workbook needs them.
struct Pieces<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let Some(tag) = self.rest.strip_prefix('<') else {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                let (text, rest) = self.rest.split_at(end);
                self.rest = rest;
                return Some(Piece::Text(unescaped(text)));
            };
            if let Some(comment) = tag.strip_prefix("!--") {
                self.rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
                continue;
            }
            if let Some(data) = tag.strip_prefix("![CDATA[") {
                let (text, rest) = data.split_once("]]>").unwrap_or((data, ""));
                self.rest = rest;
                return Some(Piece::Text(Cow::Borrowed(text)));
            }
            let (inside, rest) = tag.split_once('>').unwrap_or((tag, ""));
            self.rest = rest;
            if inside.starts_with(['?', '!']) {
                continue;
            }
            let local = |name: &'a str| name.rsplit_once(':').map_or(name, |(_, local)| local);
            if let Some(name) = inside.strip_prefix('/') {
                return Some(Piece::Close(local(name.trim())));
            }
            let empty = inside.ends_with('/');
            let inside = inside.trim_end_matches('/');
            let (name, attributes) = inside
                .split_once(|c: char| c.is_ascii_whitespace())
                .unwrap_or((inside, ""));
            return Some(Piece::Open(local(name), attributes, empty));
        }
    }
}

fn pieces(xml: &str) -> Pieces<'_> {
    Pieces {
        rest: xml.trim_start_matches('\u{feff}'),
    }
}

/// An attribute by its name, prefix included where it has one.
fn attribute<'a>(attributes: &'a str, name: &str) -> Option<Cow<'a, str>> {
    let mut rest = attributes;
    loop {
        let (key, after) = rest.split_once('=')?;
        let quote = after.trim_start();
        let sign = quote
            .chars()
            .next()
            .filter(|sign| matches!(sign, '"' | '\''))?;
        let (value, next) = quote[1..].split_once(sign)?;
        if key.trim() == name {
            return Some(unescaped(value));
        }
        rest = next;
    }
}

fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let (entity, next) = after.split_once(';').unwrap_or((after, ""));
        let number =
            entity
                .strip_prefix('#')
                .and_then(|number| match number.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16).ok(),
                    None => number.parse().ok(),
                });
        match (entity, number.and_then(char::from_u32)) {
            (_, Some(c)) => plain.push(c),
            ("amp", _) => plain.push('&'),
            ("lt", _) => plain.push('<'),
            ("gt", _) => plain.push('>'),
            ("quot", _) => plain.push('"'),
            ("apos", _) => plain.push('\''),
            _ => plain.push(char::REPLACEMENT_CHARACTER),
        }
        rest = next;
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

fn shared_strings(xml: &str) -> Vec<String> {
    let mut list = Vec::new();
    let mut current = String::new();
    let (mut in_text, mut phonetic) = (false, false);
    for piece in pieces(xml) {
        match piece {
            Piece::Open("si", _, true) => list.push(String::new()),
            Piece::Open("t", _, empty) => in_text = !empty,
            Piece::Open("rPh", _, empty) => phonetic = !empty,
            Piece::Close("t") => in_text = false,
            Piece::Close("rPh") => phonetic = false,
            Piece::Close("si") => list.push(std::mem::take(&mut current)),
            Piece::Text(text) if in_text && !phonetic => current.push_str(&text),
            _ => {}
        }
    }
    list
}

/// Name and path of each sheet, in the order of the tabs.
fn sheets(book: &str, relations: &str) -> Vec<(String, String)> {
    let mut targets: Vec<(String, String)> = Vec::new();
    for piece in pieces(relations) {
        if let Piece::Open("Relationship", attributes, _) = piece
            && let (Some(id), Some(target)) =
                (attribute(attributes, "Id"), attribute(attributes, "Target"))
        {
            let path = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None => format!("xl/{target}"),
            };
            targets.push((id.into_owned(), path));
        }
    }
    let mut list = Vec::new();
    for piece in pieces(book) {
        if let Piece::Open("sheet", attributes, _) = piece
            && let (Some(name), Some(id)) =
                (attribute(attributes, "name"), attribute(attributes, "r:id"))
            && let Some((_, path)) = targets.iter().find(|(known, _)| *known == id)
            && path.contains("worksheets/")
        {
            list.push((name.into_owned(), path.clone()));
        }
    }
    list
}

/// Which cells hold dates: a workbook keeps them as numbers of days and says so in their style.
#[derive(Clone, Debug, Default)]
struct Dates {
    /// For each style whether it shows a date.
    styles: Vec<bool>,
    /// Whether days are counted from 1904.
    from_1904: bool,
}

impl Dates {
    fn of(styles: &str, book: &str) -> Dates {
        let mut own: Vec<(String, bool)> = Vec::new();
        let mut dates = Dates::default();
        let mut in_cells = false;
        for piece in pieces(styles) {
            match piece {
                Piece::Open("numFmt", attributes, _) => {
                    let id = attribute(attributes, "numFmtId").unwrap_or_default();
                    let form = attribute(attributes, "formatCode").unwrap_or_default();
                    own.push((id.into_owned(), shows_date(&form)));
                }
                Piece::Open("cellXfs", _, empty) => in_cells = !empty,
                Piece::Close("cellXfs") => in_cells = false,
                Piece::Open("xf", attributes, _) if in_cells => {
                    let id = attribute(attributes, "numFmtId").unwrap_or_default();
                    let known = own.iter().find(|(known, _)| *known == *id);
                    let built_in =
                        || matches!(id.parse(), Ok(14..=17 | 22 | 27..=31 | 36 | 50..=58));
                    dates
                        .styles
                        .push(known.map_or_else(built_in, |(_, date)| *date));
                }
                _ => {}
            }
        }
        dates.from_1904 = pieces(book).any(|piece| match piece {
            Piece::Open("workbookPr", attributes, _) => {
                matches!(
                    attribute(attributes, "date1904").as_deref(),
                    Some("1" | "true")
                )
            }
            _ => false,
        });
        dates
    }

    /// A number of days as a date, if the style of its cell shows one.
    fn date(&self, style: usize, text: &str) -> Option<String> {
        self.styles.get(style).filter(|date| **date)?;
        let days = libm::floor(text.parse().ok()?);
        let range = -100_000.0..200_000.0;
        let days = range.contains(&days).then_some(days as i64)?;
        // Days before March 1900 are off by one there; no table of an office has them.
        let since_1970 = days - if self.from_1904 { 24_107 } else { 25_569 };
        let (year, month, day) = civil(since_1970);
        Some(format!("{year:04}-{month:02}-{day:02}"))
    }
}

/// Whether a number format shows a year or a month: it has such letters outside quotes and brackets.
fn shows_date(form: &str) -> bool {
    let mut plain = String::new();
    let mut end = None;
    for c in form.chars() {
        match (end, c) {
            (Some(closing), c) if c == closing => end = None,
            (Some(_), _) => {}
            (None, '"') => end = Some('"'),
            (None, '[') => end = Some(']'),
            (None, c) => plain.push(c.to_ascii_lowercase()),
        }
    }
    plain.contains('y') || (plain.contains('m') && plain.contains('d'))
}

/// Year, month and day of a number of days since 1970, by the calendar that is in use.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

/// A cell that holds something.
#[derive(Clone, Debug, PartialEq)]
enum Value<'a> {
    Number(String),
    Text(Cow<'a, str>),
}

impl Value<'_> {
    fn text(&self) -> &str {
        match self {
            Value::Number(text) => text,
            Value::Text(text) => text,
        }
    }
}

struct Row<'a> {
    line: usize,
    cells: Vec<(usize, Value<'a>)>,
}

impl Row<'_> {
    fn get(&self, column: usize) -> Option<&Value<'_>> {
        let at = self
            .cells
            .binary_search_by(|(at, _)| at.cmp(&column))
            .ok()?;
        Some(&self.cells[at].1)
    }

    /// Whether this can be a row of data: a number that is no year, or a marker.
    fn holds_values(&self) -> bool {
        self.cells.len() >= 2
            && self.cells.iter().any(|(column, value)| match value {
                Value::Number(text) => !period::is_period(text),
                Value::Text(text) => *column > 0 && number::marker(text).is_some(),
            })
    }
}

struct Sheet<'a> {
    rows: Vec<Row<'a>>,
    /// Merged ranges: first and last row, first and last column.
    merged: Vec<(usize, usize, usize, usize)>,
    /// Rows or cells stand in another order than their numbers, as no program writes them.
    disordered: bool,
}

/// Sheets beyond this are not looked at.
const MAX_SHEETS: usize = 256;

/// Rows and columns of a sheet at most.
const LIMITS: (usize, usize) = (1_048_576, 16_384);

/// Row and column, counted from 1 and 0, of a reference such as `C17`.
fn place(reference: &str) -> Option<(usize, usize)> {
    let letters = reference.bytes().take_while(u8::is_ascii_uppercase).count();
    if letters == 0 || letters > 3 {
        return None;
    }
    let column = reference[..letters]
        .bytes()
        .fold(0, |sum, letter| sum * 26 + usize::from(letter - b'A') + 1)
        - 1;
    let row: usize = reference[letters..].parse().ok()?;
    ((1..=LIMITS.0).contains(&row) && column < LIMITS.1).then_some((row, column))
}

impl<'a> Sheet<'a> {
    fn read(xml: &str, shared: &'a [String], dates: &Dates) -> Sheet<'a> {
        let mut sheet = Sheet {
            rows: Vec::new(),
            merged: Vec::new(),
            disordered: false,
        };
        let mut row = 0;
        let mut column = 0;
        let mut kind = String::new();
        let mut style = usize::MAX;
        let mut is_formula = false;
        let mut text = String::new();
        let mut in_value = false;
        for piece in pieces(xml) {
            match piece {
                Piece::Open("row", attributes, _) => {
                    let given = attribute(attributes, "r").and_then(|number| number.parse().ok());
                    row = given.unwrap_or(row + 1);
                    column = 0;
                    if row == 0 || row > LIMITS.0 {
                        break;
                    }
                }
                Piece::Open("c", attributes, empty) => {
                    if let Some((_, at)) = attribute(attributes, "r").as_deref().and_then(place) {
                        column = at;
                    }
                    kind.clear();
                    kind.push_str(attribute(attributes, "t").as_deref().unwrap_or("n"));
                    let given = attribute(attributes, "s");
                    style = given
                        .and_then(|style| style.parse().ok())
                        .unwrap_or(usize::MAX);
                    is_formula = false;
                    text.clear();
                    if empty {
                        column += 1;
                    }
                }
                Piece::Open("v" | "t", _, empty) => in_value = !empty,
                Piece::Close("v" | "t") => in_value = false,
                Piece::Text(piece) if in_value => text.push_str(&piece),
                Piece::Open("f", _, _) => is_formula = true,
                Piece::Close("c") => {
                    if let Some(date) = dates.date(style, &text).filter(|_| kind == "n") {
                        text = date;
                    }
                    // What a formula gives is not there before a program has worked it out.
                    if is_formula && text.is_empty() {
                        kind = "str".to_owned();
                        number::UNCOMPUTED.clone_into(&mut text);
                    }
                    sheet.push(row, column, &kind, &text, shared);
                    column += 1;
                }
                Piece::Open("mergeCell", attributes, _) => {
                    let range = attribute(attributes, "ref");
                    let ends = range.as_deref().and_then(|range| range.split_once(':'));
                    if let Some((from, to)) = ends
                        && let (Some(from), Some(to)) = (place(from), place(to))
                    {
                        sheet.merged.push((from.0, to.0, from.1, to.1));
                    }
                }
                _ => {}
            }
        }
        sheet
    }

    fn push(&mut self, line: usize, column: usize, kind: &str, text: &str, shared: &'a [String]) {
        if text.trim().is_empty() || line == 0 || column >= LIMITS.1 {
            return;
        }
        let value = match kind {
            "n" => Value::Number(text.trim().to_owned()),
            "s" => match text
                .trim()
                .parse::<usize>()
                .ok()
                .and_then(|at| shared.get(at))
            {
                Some(text) if !text.trim().is_empty() => Value::Text(Cow::Borrowed(text)),
                _ => return,
            },
            _ => Value::Text(Cow::Owned(text.to_owned())),
        };
        match self.rows.last_mut() {
            Some(row) if row.line == line => {
                if row.cells.last().is_some_and(|(last, _)| *last >= column) {
                    self.disordered = true;
                }
                row.cells.push((column, value));
            }
            Some(row) if row.line > line => self.disordered = true,
            _ => self.rows.push(Row {
                line,
                cells: vec![(column, value)],
            }),
        }
    }

    /// The rows of the header: those directly above the first row of data that are not a title.
    fn header(&self) -> std::ops::Range<usize> {
        const DEEPEST: usize = 6;
        let Some(data) = self.rows.iter().position(Row::holds_values) else {
            return 0..0;
        };
        let mut first = data;
        while first > 0 && data - first < DEEPEST {
            let row = &self.rows[first - 1];
            let is_title = row.cells.len() == 1 && row.cells[0].0 == 0;
            if is_title || row.line + 1 != self.rows[first].line {
                break;
            }
            first -= 1;
        }
        // Names of blocks may stand above blank rows, where the names below are the same in each block.
        while first > 0 && data - first < DEEPEST {
            let names = self.names(&self.rows[first..data], self.width(&self.rows[first..data]));
            let mut named = names.iter().enumerate();
            let is_open = named.any(|(at, name)| !name.is_empty() && names[..at].contains(name));
            let row = &self.rows[first - 1];
            if !is_open || row.cells.len() < 2 || row.line + 5 < self.rows[first].line {
                break;
            }
            first -= 1;
        }
        first..data
    }

    /// How many columns some rows have.
    fn width(&self, rows: &[Row]) -> usize {
        let cells = rows.iter().flat_map(|row| row.cells.last());
        cells.map(|(column, _)| column + 1).max().unwrap_or(1)
    }

    /// The names of the columns: over several rows, the outer names hold for every column to
    /// their right that has an inner name.
    fn names(&self, header: &[Row], width: usize) -> Vec<String> {
        let mut names = vec![String::new(); width];
        let Some((lowest, upper)) = header.split_last() else {
            return names;
        };
        for row in upper {
            let mut outer = "";
            for (column, name) in names.iter_mut().enumerate() {
                let inner = lowest.get(column).is_some();
                match row.get(column) {
                    Some(value) => outer = value.text(),
                    None if !inner => outer = "",
                    None => {}
                }
                add_word(name, outer);
                if !inner {
                    outer = "";
                }
            }
        }
        for (column, name) in names.iter_mut().enumerate() {
            add_word(name, lowest.get(column).map_or("", Value::text));
        }
        names
    }

    /// For each row the labels of merged cells of the stub that start there: their column and
    /// the last row they hold for.
    fn merged_stubs(&self, width: usize) -> Vec<Vec<(usize, usize)>> {
        let mut starts = vec![Vec::new(); self.rows.len()];
        for (from, to, left, right) in &self.merged {
            let row = self.rows.binary_search_by(|row| row.line.cmp(from));
            if let Ok(row) = row
                && to > from
                && left == right
                && *left < width
            {
                starts[row].push((*left, *to));
            }
        }
        starts
    }

    /// The sheet as delimited text. Row numbers become line numbers.
    fn as_text(&self, problems: &mut Problems) -> Option<String> {
        if self.disordered {
            problems.file(ProblemKind::WorkbookPart, "");
            return None;
        }
        let header = self.header();
        let table = &self.rows[header.start..];
        let columns = table
            .iter()
            .flat_map(|row| &row.cells)
            .map(|(column, _)| column + 1);
        let width = columns.max().unwrap_or(1);
        let named = self.rows[header.clone()]
            .iter()
            .flat_map(|row| row.cells.last());
        let named = named.map(|(column, _)| column + 1).max().unwrap_or(width);
        let is_stray = |row: &&Row| row.cells.last().is_some_and(|(at, _)| *at > named);
        let mut own = Problems::new("");
        if !fits(table.len(), width, &mut own) {
            // One forgotten cell far to the right can be all that makes a sheet wide.
            match table
                .iter()
                .find(is_stray)
                .filter(|_| fits(table.len(), named, &mut own))
            {
                Some(row) => {
                    let found = row.cells.last().map_or("", |(_, value)| value.text());
                    let kind = ProblemKind::RowWidth { expected: named };
                    problems.line(row.line as u64, kind, found);
                }
                None => {
                    let _ = fits(table.len(), width, problems);
                }
            }
            return None;
        }
        // A text can be shared by any number of cells.
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        let length: usize = cells.map(|(_, value)| value.text().len()).sum();
        if length > archive::MAX_UNPACKED {
            problems.file(archive::too_large(), "");
            return None;
        }
        // Labels beyond the first columns are no stub.
        let mut standing: Vec<(usize, &str)> = vec![(0, ""); width.min(64)];
        let starts = self.merged_stubs(standing.len());
        let mut text = String::new();
        let mut line = 1;
        for (at, row) in self.rows.iter().enumerate() {
            if text.len() > archive::MAX_UNPACKED {
                problems.file(archive::too_large(), "");
                return None;
            }
            let in_header = header.contains(&at);
            if in_header && at + 1 < header.end {
                continue;
            }
            while line < row.line {
                text.push('\n');
                line += 1;
            }
            if in_header {
                let names = self.names(&self.rows[header.clone()], width);
                for (column, name) in names.iter().enumerate() {
                    if column > 0 {
                        text.push('\t');
                    }
                    push_quoted(&mut text, name);
                }
            } else if at < header.start {
                let words: Vec<&str> = row.cells.iter().map(|(_, value)| value.text()).collect();
                push_quoted(&mut text, &words.join(" "));
            } else if let [(0, only)] = &row.cells[..] {
                push_value(&mut text, only);
            } else {
                for (column, to) in &starts[at] {
                    standing[*column] = (*to, row.get(*column).map_or("", Value::text));
                }
                let mut cells = row.cells.iter().peekable();
                for column in 0..width {
                    if column > 0 {
                        text.push('\t');
                    }
                    let own = cells.next_if(|(place, _)| *place == column);
                    match (own, standing.get(column)) {
                        (Some((_, value)), _) => push_value(&mut text, value),
                        (None, Some((to, label))) if row.line <= *to => {
                            push_quoted(&mut text, label);
                        }
                        _ => {}
                    }
                }
            }
            text.push('\n');
            line += 1;
        }
        Some(text)
    }
}

fn add_word(name: &mut String, word: &str) {
    if !name.is_empty() && !word.is_empty() {
        name.push(' ');
    }
    name.push_str(word);
}

fn push_value(text: &mut String, value: &Value) {
    match value {
        Value::Number(number) => text.push_str(number),
        Value::Text(words) => push_quoted(text, words),
    }
}

/// A text in quotes; line ends within it become spaces, so that lines keep their numbers.
fn push_quoted(text: &mut String, words: &str) {
    if words.is_empty() {
        return;
    }
    text.push('"');
    if !words.contains(['"', '\n', '\r', '\t']) {
        text.push_str(words);
        text.push('"');
        return;
    }
    for c in words.chars() {
        match c {
            '"' => text.push_str("\"\""),
            '\r' => {}
            '\n' | '\t' => text.push(' '),
            c => text.push(c),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cell_references_are_places() {
        let cases = [
            ("A1", Some((1, 0))),
            ("Z2", Some((2, 25))),
            ("AA10", Some((10, 26))),
            ("XFD1048576", Some((1_048_576, 16_383))),
            ("XFE1", None),
            ("A0", None),
            ("1", None),
            ("", None),
        ];
        for (reference, expected) in cases {
            assert_eq!(place(reference), expected, "{reference}");
        }
    }

    #[test]
    fn xml_texts_lose_their_escapes() {
        assert_eq!(unescaped("a &lt; b &amp;&#229;&#xE6;"), "a < b &åæ");
        assert_eq!(attribute("r=\"A1\" t='s'", "t").as_deref(), Some("s"));
        assert_eq!(attribute("r=\"A1\"", "t"), None);
    }

    #[test]
    fn days_are_dates_where_their_style_says_so() {
        let styles = r#"<numFmts><numFmt numFmtId="164" formatCode="[$-414]mmm\ yyyy"/>
            <numFmt numFmtId="165" formatCode="0.0 &quot;dry&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>"#;
        let dates = Dates::of(styles, "");
        assert_eq!(dates.styles, [false, true, true, false]);
        for (days, date) in [
            ("43831", "2020-01-01"),
            ("44196", "2020-12-31"),
            ("36585.5", "2000-02-29"),
        ] {
            assert_eq!(dates.date(1, days).as_deref(), Some(date));
        }
        let later = Dates::of(styles, r#"<workbookPr date1904="1"/>"#);
        assert_eq!(later.date(2, "42369").as_deref(), Some("2020-01-01"));
        assert_eq!(dates.date(0, "43831"), None);
    }

    #[test]
    fn merged_headers_and_stubs_are_written_out() {
        let xml = r#"<x:sheetData>
            <x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Tittel</x:t></x:is></x:c></x:row>
            <x:row r="3"><x:c r="A3" t="str"><x:v>Land</x:v></x:c><x:c r="C3" t="str"><x:v>Ut</x:v></x:c></x:row>
            <x:row r="4"><x:c r="C4"><x:v>2023</x:v></x:c><x:c r="D4"><x:v>2024</x:v></x:c></x:row>
            <x:row r="5"><x:c r="A5" t="str"><x:v>Norge</x:v></x:c><x:c r="B5" t="str"><x:v>Menn</x:v></x:c><x:c r="C5"><x:v>1.5E1</x:v></x:c></x:row>
            <x:row r="6"><x:c r="B6" t="str"><x:v>Kvinner</x:v></x:c><x:c r="C6"><x:v>7</x:v></x:c><x:c r="D6" t="str"><x:v>..</x:v></x:c></x:row>
            </x:sheetData><x:mergeCells><x:mergeCell ref="A5:A6"/></x:mergeCells>"#;
        let sheet = Sheet::read(xml, &[], &Dates::default());
        let expected = [
            "\"Tittel\"",
            "",
            "",
            "\"Land\"\t\t\"Ut 2023\"\t\"Ut 2024\"",
            "\"Norge\"\t\"Menn\"\t1.5E1\t",
            "\"Norge\"\t\"Kvinner\"\t7\t\"..\"",
            "",
        ];
        let text = sheet.as_text(&mut Problems::new(""));
        assert_eq!(text, Some(expected.join("\n")));
    }
}
