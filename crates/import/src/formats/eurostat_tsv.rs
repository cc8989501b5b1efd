//! Eurostat's tab-separated series: dimension codes joined by commas in the first column, a
//! column for each period in either direction, flags behind the numbers.

use super::foreign::{Encoding, Flag, ForeignMeasure, ForeignTable, Format, Meaning, Understood};
use super::json_stat::{flag, marks_break, withheld};
use super::long::{Dictionary, Draft, DraftDimension, MarkerCount, fits};
use super::number;
use data::cell::{Cell, Cells};
use data::decimal_sign::DecimalSign;
use data::problem::{ProblemKind, Problems};

/// Reads the series.
pub fn read(
    name: &str,
    text: &str,
    encoding: Encoding,
    problems: &mut Problems,
) -> Option<ForeignTable> {
    let mut lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    let Some((header_at, header)) = lines.next() else {
        problems.file(ProblemKind::Empty, "");
        return None;
    };
    let mut cells = header.split('\t');
    let Some((names, time)) = cells.next().and_then(|stub| stub.trim().split_once('\\')) else {
        problems.line(header_at as u64 + 1, ProblemKind::HeaderMissing, header);
        return None;
    };
    let names: Vec<&str> = names.split(',').map(str::trim).collect();
    let periods: Vec<&str> = cells.map(str::trim).collect();
    let records = text.lines().count();
    if !fits(
        records.saturating_mul(periods.len()),
        names.len() + 2,
        problems,
    ) {
        return None;
    }
    let mut codes: Vec<Dictionary> = vec![Dictionary::default(); names.len()];
    let mut rows: Vec<Vec<u32>> = vec![Vec::new(); names.len()];
    let mut values = Cells::default();
    let mut markers = MarkerCount::default();
    let mut breaks = Vec::new();
    let mut line_numbers = Vec::new();
    for (at, line) in lines {
        let number = at as u64 + 1;
        let mut cells = line.split('\t');
        let stub = cells.next().unwrap_or_default();
        if stub.split(',').count() != names.len() {
            let kind = ProblemKind::RowWidth {
                expected: names.len(),
            };
            problems.line(number, kind, stub);
            continue;
        }
        let found = line.split('\t').count() - 1;
        if found != periods.len() {
            let kind = ProblemKind::RowWidth {
                expected: periods.len() + 1,
            };
            problems.line(number, kind, (found + 1).to_string());
            continue;
        }
        for ((code, dictionary), rows) in stub.split(',').zip(&mut codes).zip(&mut rows) {
            let code = dictionary.code(code.trim());
            rows.extend(std::iter::repeat_n(code, periods.len()));
        }
        for (cell, period) in cells.zip(&periods) {
            let read = read_cell(cell.trim(), &mut markers).unwrap_or_else(|| {
                problems.cell(number, period, ProblemKind::NotANumber, cell.trim());
                Cell::Missing
            });
            if matches!(read, Cell::Number(_)) && marks_break(parts(cell.trim()).1) {
                breaks.push(values.len() as u32);
            }
            values.push(read);
        }
        line_numbers.push(number);
    }
    if line_numbers.is_empty() && problems.is_empty() {
        problems.file(ProblemKind::NoRows, "");
    }
    if !problems.is_empty() {
        return None;
    }
    let has_decimals = values.has_decimals();
    let count = line_numbers.len();
    let mut dimensions: Vec<DraftDimension> = names
        .iter()
        .zip(codes)
        .zip(rows)
        .map(|((name, dictionary), rows)| DraftDimension {
            codes: dictionary.texts,
            rows,
            ..DraftDimension::named(name)
        })
        .collect();
    dimensions.push(DraftDimension {
        codes: periods.iter().map(|period| (*period).to_owned()).collect(),
        rows: (0..count).flat_map(|_| 0..periods.len() as u32).collect(),
        is_time: Some(true),
        ..DraftDimension::named(time.trim())
    });
    let table = super::stem(super::base_name(name));
    let draft = Draft {
        dimensions,
        measures: vec![ForeignMeasure {
            name: table.to_owned(),
            label: table.to_owned(),
            unit: None,
            cells: values,
            ..ForeignMeasure::default()
        }],
        rows: count * periods.len(),
        lines: line_numbers,
        per_line: periods.len(),
        markers,
        breaks,
        ..Draft::default()
    };
    draft.check_keys(problems);
    let understood = Understood {
        encoding: Some(encoding),
        delimiter: Some('\t'),
        decimal_sign: has_decimals.then_some(DecimalSign::Point),
        header_line: Some(header_at as u64 + 1),
        ..Understood::of(Format::EurostatTsv)
    };
    problems.is_empty().then(|| draft.finish(name, understood))
}

/// The number of a cell and the letters behind it.
fn parts(cell: &str) -> (&str, &str) {
    let end = cell
        .find(|c: char| c.is_ascii_whitespace() || c.is_ascii_alphabetic())
        .unwrap_or(cell.len());
    (cell[..end].trim(), cell[end..].trim())
}

/// Value and flags of a cell: `24746`, `7779 bp`, `:`, `: c`, `0n`.
fn read_cell(cell: &str, markers: &mut MarkerCount) -> Option<Cell> {
    let (value, flags) = parts(cell);
    if !flags
        .bytes()
        .all(|byte| byte.is_ascii_alphabetic() || byte == b' ')
    {
        return None;
    }
    if value == ":" || value.is_empty() {
        let meaning = flags
            .split(' ')
            .flat_map(|word| word.split_inclusive(|_: char| true))
            .map(withheld)
            .find(|meaning| *meaning != Meaning::Missing)
            .unwrap_or(Meaning::Missing);
        markers.add(cell, meaning, 1);
        return meaning.cell();
    }
    let number = number::parse_machine(value)?;
    let mut letters = flags.split_inclusive(|_: char| true);
    if !flags.is_empty() {
        let first = letters.next().map_or(Flag::Other, flag);
        let meaning = match flags.len() {
            1 => Meaning::Flag(first),
            _ => Meaning::Flag(Flag::Other),
        };
        markers.add(flags, meaning, 1);
    }
    Some(Cell::Number(number))
}
