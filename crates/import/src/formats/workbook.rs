//! Workbooks (.xlsx, .xlsb, .xls, .ods): each sheet is written out as delimited text, texts quoted and
//! numbers bare, with the row numbers of the sheet as line numbers, and then read like any such text.
//!
//! What a sheet has beyond a text file is settled here: headers over several rows and merged
//! cells.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::io::Cursor;
use std::panic::{self, AssertUnwindSafe};

use calamine::{
    Data, DataRef, ExcelDateTime, Ods, Reader, SheetType, Xls, XlsError, Xlsb, Xlsx,
    open_workbook_from_rs,
};

use super::archive::{self, Archive};
use super::delimited::{self, Source};
use super::foreign::{Choices, ForeignTable, Format};
use super::long::fits;
use super::number;
use super::old_workbook;
use super::period;
use super::references;
use data::problem::{Problem, ProblemKind, Problems};

/// The kinds of workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Excel since 2007.
    Xlsx,
    /// The same in binary form.
    Xlsb,
    /// Excel until 2003.
    Xls,
    /// OpenDocument.
    Ods,
}

impl Kind {
    /// The kind of workbook that an archive with such members is.
    pub fn of_members(names: &[String]) -> Option<Kind> {
        let has = |path: &str| names.iter().any(|name| name.eq_ignore_ascii_case(path));
        match () {
            () if has("xl/workbook.xml") => Some(Kind::Xlsx),
            () if has("xl/workbook.bin") => Some(Kind::Xlsb),
            () if has("content.xml") && has("META-INF/manifest.xml") => Some(Kind::Ods),
            () => None,
        }
    }

    fn format(self) -> Format {
        match self {
            Kind::Xlsx => Format::Xlsx,
            Kind::Xlsb => Format::Xlsb,
            Kind::Xls => Format::Xls,
            Kind::Ods => Format::Ods,
        }
    }
}

/// A workbook that is open.
enum Book<'a> {
    Xlsx(Box<Xlsx<Cursor<&'a [u8]>>>),
    Xlsb(Box<Xlsb<Cursor<&'a [u8]>>>),
    Xls(Box<Xls<Cursor<Vec<u8>>>>),
    Ods(Box<Ods<Cursor<&'a [u8]>>>),
}

fn opened<'a, R: Reader<Cursor<&'a [u8]>>>(bytes: &'a [u8]) -> Result<Box<R>, String>
where
    R::Error: Display,
{
    match open_workbook_from_rs::<R, _>(Cursor::new(bytes)) {
        Ok(book) => Ok(Box::new(book)),
        Err(error) => Err(error.to_string()),
    }
}

/// The bytes of an old workbook, filled up to whole sectors: the library relies on the last one being whole.
fn in_sectors(bytes: &[u8]) -> Vec<u8> {
    const LARGEST: usize = 4096;
    let mut whole = bytes.to_vec();
    whole.resize(bytes.len().next_multiple_of(LARGEST), 0);
    whole
}

impl<'a> Book<'a> {
    fn open(bytes: &'a [u8], kind: Kind) -> Result<Book<'a>, ProblemKindFound> {
        let broken = |error: String| (ProblemKind::WorkbookPart, error);
        Ok(match kind {
            Kind::Xlsx => Book::Xlsx(opened(bytes).map_err(broken)?),
            Kind::Xlsb => Book::Xlsb(opened(bytes).map_err(broken)?),
            Kind::Ods => Book::Ods(opened(bytes).map_err(broken)?),
            Kind::Xls => {
                let whole = in_sectors(bytes);
                match old_workbook::cells(&whole) {
                    // What is no container at all the library tells.
                    _ if !whole.starts_with(old_workbook::SIGNATURE) => {}
                    Some(0..=MAX_CELLS) => {}
                    Some(_) => return Err((archive::too_large(), String::new())),
                    None => return Err(broken(String::new())),
                }
                match open_workbook_from_rs::<Xls<_>, _>(Cursor::new(whole)) {
                    Ok(book) => Book::Xls(Box::new(book)),
                    Err(XlsError::Password) => {
                        return Err((ProblemKind::ArchiveUnsupported("password"), String::new()));
                    }
                    Err(error) => return Err(broken(error.to_string())),
                }
            }
        })
    }

    fn sheets(&self) -> Vec<String> {
        let all = match self {
            Book::Xlsx(book) => book.sheets_metadata(),
            Book::Xlsb(book) => book.sheets_metadata(),
            Book::Xls(book) => book.sheets_metadata(),
            Book::Ods(book) => book.sheets_metadata(),
        };
        all.iter()
            .filter(|sheet| sheet.typ == SheetType::WorkSheet)
            .map(|sheet| sheet.name.clone())
            .collect()
    }

    /// The merged ranges of a sheet, as far as the format tells them.
    fn merged(&mut self, name: &str) -> Vec<Merged> {
        let ranges = match self {
            Book::Xlsx(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
            Book::Xls(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
            Book::Xlsb(_) | Book::Ods(_) => Vec::new(),
        };
        let merged = ranges.iter().map(|range| Merged {
            rows: (range.start.0 as usize + 1, range.end.0 as usize + 1),
            columns: (range.start.1 as usize, range.end.1 as usize),
        });
        merged.collect()
    }

    /// The cells of a sheet. Workbooks of the usual kind are read cell by cell, since one cell far out
    /// would make a table of all cells too large.
    fn sheet(&mut self, name: &str) -> Result<Sheet<'_>, String> {
        let mut sheet = Sheet {
            merged: self.merged(name),
            ..Sheet::default()
        };
        match self {
            Book::Xlsx(book) => {
                let set_in = set_in(book, name)?;
                let mut cells = told(book.worksheet_cells_reader(name))?;
                while let Some(cell) = told(cells.next_cell_with_formula())? {
                    let value = match Value::of_shared(cell.value) {
                        // What a formula gives is not there before a program has worked it out.
                        None if cell.formula.is_some() => {
                            Some(Value::Text(Cow::Borrowed(number::UNCOMPUTED)))
                        }
                        Some(Value::Text(text)) if set_in.contains_key(&cell.pos) => {
                            let spaces = "  ".repeat(usize::from(set_in[&cell.pos].min(15)));
                            Some(Value::Text(Cow::Owned(spaces + &text)))
                        }
                        value => value,
                    };
                    sheet.push(cell.pos, value);
                }
            }
            Book::Xlsb(book) => {
                let mut cells = told(book.worksheet_cells_reader(name))?;
                while let Some(cell) = told(cells.next_cell())? {
                    sheet.push(
                        cell.get_position(),
                        Value::of_shared(cell.get_value().clone()),
                    );
                }
            }
            Book::Xls(book) => sheet.fill(&told(book.worksheet_range(name))?),
            Book::Ods(book) => sheet.fill(&told(book.worksheet_range(name))?),
        }
        Ok(sheet)
    }
}

/// How far cells in the first columns of a sheet are set in by their style.
fn set_in(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<BTreeMap<(u32, u32), u8>, String> {
    const STUB: u32 = 8;
    let mut cells = told(book.worksheet_cells_reader(name))?;
    let of_styles = cells.styles().iter().map(|style| style.alignment.as_ref());
    let of_styles: Vec<u8> = of_styles
        .map(|alignment| alignment.and_then(|known| known.indent).unwrap_or(0))
        .collect();
    let mut found = BTreeMap::new();
    if of_styles.iter().all(|indent| *indent == 0) {
        return Ok(found);
    }
    while let Some((row, column, style)) = told(cells.next_style_id())? {
        let indent = of_styles.get(style).copied().unwrap_or(0);
        if column < STUB && indent > 0 {
            found.insert((row, column), indent);
        }
    }
    Ok(found)
}

fn told<T, E: Display>(result: Result<T, E>) -> Result<T, String> {
    result.map_err(|error| error.to_string())
}

/// A kind of problem, and what was found.
type ProblemKindFound = (ProblemKind, String);

/// What an archive holds grows within the budget, whatever its directory says: a library that unpacks it
/// has none.
pub fn is_within(
    archive: &mut Archive,
    kind: Kind,
    budget: &mut usize,
    problems: &mut Problems,
) -> bool {
    for place in 0..archive.names().len() {
        let Some(bytes) = archive.unpack(place, budget, problems) else {
            return false;
        };
        if kind == Kind::Ods
            && archive.names()[place] == "content.xml"
            && repeated_cells(&String::from_utf8_lossy(&bytes)) > MAX_CELLS
        {
            problems.file(archive::too_large(), "content.xml");
            return false;
        }
        if kind == Kind::Xlsx {
            let text = String::from_utf8_lossy(&bytes);
            let astray = text
                .contains("sheetData")
                .then(|| references::astray(&text));
            if let Some(reference) = astray.flatten() {
                problems.file(ProblemKind::WorkbookPart, reference);
                return false;
            }
        }
    }
    true
}

/// What the library makes of a damaged workbook; where it comes to grief, that is told as well. The module of the
/// workers ends there instead, which the page notices.
fn unharmed<T>(act: impl FnOnce() -> Result<T, ProblemKindFound>) -> Result<T, ProblemKindFound> {
    let made = panic::catch_unwind(AssertUnwindSafe(act));
    made.unwrap_or_else(|_| Err((ProblemKind::WorkbookPart, String::new())))
}

/// More cells than this are not made of the repetitions of a sheet.
const MAX_CELLS: usize = 10_000_000;

/// How many cells the sheets of an OpenDocument text come to, repetitions written out. Repeated rows at the
/// end of a sheet, which are empty, do not count.
fn repeated_cells(xml: &str) -> usize {
    let number = |text: &str, name: &str| -> usize {
        let value = text
            .split_once(name)
            .and_then(|(_, rest)| rest.split('"').nth(1));
        value.and_then(|value| value.parse().ok()).unwrap_or(1)
    };
    let mut largest = 0_usize;
    for sheet in xml.split("<table:table ").skip(1) {
        let (mut cells, mut waiting) = (0_usize, 0_usize);
        for row in sheet.split("<table:table-row").skip(1) {
            let (tag, inside) = row.split_once('>').unwrap_or((row, ""));
            let rows = number(tag, "table:number-rows-repeated");
            let (mut width, mut blank) = (0_usize, 0_usize);
            for cell in inside.split("<table:table-cell").skip(1) {
                let (tag, inside) = cell.split_once('>').unwrap_or((cell, ""));
                let columns = number(tag, "table:number-columns-repeated");
                blank = blank.saturating_add(columns);
                if tag.contains("office:value") || inside.starts_with("<text:p") {
                    width = width.saturating_add(std::mem::take(&mut blank));
                }
            }
            match width {
                0 => waiting = waiting.saturating_add(rows),
                _ => {
                    let rows = rows.saturating_add(std::mem::take(&mut waiting));
                    cells = cells.saturating_add(rows.saturating_mul(width));
                }
            }
        }
        largest = largest.saturating_add(cells);
    }
    largest
}

/// Reads every sheet that holds a table. A workbook that is an archive has been found to be within its budget
/// ([`is_within`]).
pub fn read(
    name: &str,
    bytes: &[u8],
    kind: Kind,
    choices: &Choices,
) -> Result<Vec<ForeignTable>, Vec<Problem>> {
    let mut problems = Problems::new(name);
    let mut book = match unharmed(|| Book::open(bytes, kind)) {
        Ok(book) => book,
        Err((kind, found)) => {
            problems.file(kind, found);
            return Err(problems.into_list());
        }
    };
    let mut tables: Vec<ForeignTable> = Vec::new();
    let mut aside: Vec<String> = Vec::new();
    let mut refused = Vec::new();
    let mut empty = Vec::new();
    let sheets = book.sheets();
    for title in sheets.iter().take(MAX_SHEETS) {
        let table_name = match sheets.len() {
            1 => name.to_owned(),
            _ => format!("{name}/{title}"),
        };
        let mut own = Problems::new(&table_name);
        let damaged = |error| (ProblemKind::WorkbookPart, error);
        let text = match unharmed(|| Ok(book.sheet(title).map_err(damaged)?.as_text(&mut own))) {
            Ok(text) => text,
            Err((kind, found)) => {
                own.file(kind, found);
                None
            }
        };
        let Some(text) = text else {
            aside.push(title.clone());
            refused.extend(own.into_list());
            continue;
        };
        let source = Source {
            text: &text,
            delimiter: Some(b'\t'),
            machine_numbers: true,
            format: kind.format(),
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

/// A cell that holds something.
#[derive(Clone, Debug, PartialEq)]
enum Value<'a> {
    Number(String),
    Text(Cow<'a, str>),
}

impl<'a> Value<'a> {
    /// What a cell holds whose text may be shared by any number of cells; `None` when it is empty.
    fn of_shared(cell: DataRef<'a>) -> Option<Value<'a>> {
        match cell {
            DataRef::SharedString(words) if words.trim().is_empty() => None,
            DataRef::SharedString(words) => Some(Value::Text(Cow::Borrowed(words))),
            cell => Value::of(cell.into()),
        }
    }

    /// What a cell holds; `None` when it is empty.
    fn of(cell: Data) -> Option<Value<'a>> {
        let text = |text: String| Value::Text(Cow::Owned(text));
        let value = match cell {
            Data::Int(number) => Value::Number(number.to_string()),
            Data::Float(number) => Value::Number(number.to_string()),
            Data::String(words) | Data::DateTimeIso(words) | Data::DurationIso(words) => {
                text(words)
            }
            Data::Bool(is_true) => text(u8::from(is_true).to_string()),
            Data::DateTime(time) => Value::of_time(&time),
            Data::Error(error) => text(error.to_string()),
            Data::Empty => return None,
        };
        (!value.text().trim().is_empty()).then_some(value)
    }

    /// A date; a time of day or a duration is a number, as the sheet keeps it.
    fn of_time(time: &ExcelDateTime) -> Value<'static> {
        if time.is_duration() || time.as_f64() < 1.0 {
            return Value::Number(time.as_f64().to_string());
        }
        let (year, month, day, ..) = time.to_ymd_hms_milli();
        Value::Text(Cow::Owned(format!("{year:04}-{month:02}-{day:02}")))
    }
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

/// A merged range: its first and last row and column, rows counted from 1.
#[derive(Clone, Debug)]
struct Merged {
    rows: (usize, usize),
    columns: (usize, usize),
}

#[derive(Default)]
struct Sheet<'a> {
    rows: Vec<Row<'a>>,
    merged: Vec<Merged>,
    /// Rows or cells stand in another order than their numbers, or where none can be, as no program writes them.
    disordered: bool,
}

/// Sheets beyond this are not looked at.
const MAX_SHEETS: usize = 256;

impl<'a> Sheet<'a> {
    /// Takes over the cells of a table.
    fn fill(&mut self, range: &calamine::Range<Data>) {
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, cell) in range.used_cells() {
            let place = (top + row as u32, left + column as u32);
            self.push(place, Value::of(cell.clone()));
        }
    }

    /// Adds a cell at a row and a column, both counted from 0.
    fn push(&mut self, (row, column): (u32, u32), value: Option<Value<'a>>) {
        let Some(value) = value else {
            return;
        };
        if row >= references::LAST.0 || column >= references::LAST.1 {
            self.disordered = true;
            return;
        }
        let (line, column) = (row as usize + 1, column as usize);
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
        for merged in &self.merged {
            let ((from, to), (left, right)) = (merged.rows, merged.columns);
            let row = self.rows.binary_search_by(|row| row.line.cmp(&from));
            if let Ok(row) = row
                && to > from
                && left == right
                && left < width
            {
                starts[row].push((left, to));
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
