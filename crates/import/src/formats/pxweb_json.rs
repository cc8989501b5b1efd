//! The JSON of PxWeb's own: columns with their kind, and records with keys and values as texts.

use super::foreign::{Encoding, ForeignMeasure, ForeignTable, Format, Understood};
use super::json::{Json, find};
use super::json_stat::{self, text_of};
use super::long::{Dictionary, Draft, DraftDimension, MarkerCount};
use super::number;
use data::cell::{Cell, Cells};
use data::decimal_sign::DecimalSign;
use data::problem::{ProblemKind, Problems};

/// A column that is being filled.
struct Column {
    code: String,
    text: String,
    unit: String,
    is_time: bool,
    is_contents: bool,
    codes: Dictionary,
    rows: Vec<u32>,
    cells: Cells,
}

/// Reads the records.
pub fn read(
    name: &str,
    text: &str,
    encoding: Encoding,
    problems: &mut Problems,
) -> Option<ForeignTable> {
    let file = json_stat::parse(text, problems)?;
    let listed = |name: &str| find(&file, name).into_iter().flat_map(Json::items);
    let columns: Vec<Column> = listed("columns")
        .map(|column| {
            let parts = column.members();
            let kind = text_of(&parts, "type");
            let code = text_of(&parts, "code");
            let text = text_of(&parts, "text");
            Column {
                text: if text.is_empty() { code.clone() } else { text },
                code,
                unit: text_of(&parts, "unit"),
                is_time: kind == "t",
                is_contents: kind == "c",
                codes: Dictionary::default(),
                rows: Vec::new(),
                cells: Cells::default(),
            }
        })
        .collect();
    let (mut contents, mut dimensions): (Vec<Column>, Vec<Column>) =
        columns.into_iter().partition(|column| column.is_contents);
    let mut markers = MarkerCount::default();
    let mut rows = 0;
    for (at, record) in listed("data").enumerate() {
        let parts = record.members();
        let items = |name: &str| find(&parts, name).into_iter().flat_map(Json::items);
        let found = (items("key").count(), items("values").count());
        if found != (dimensions.len(), contents.len()) {
            let expected = dimensions.len() + contents.len();
            let found = format!("data[{at}]: {}", found.0 + found.1);
            problems.file(ProblemKind::RowWidth { expected }, found);
            continue;
        }
        for (key, column) in items("key").zip(&mut dimensions) {
            let code = column.codes.code(&key.word());
            column.rows.push(code);
        }
        for (value, column) in items("values").zip(&mut contents) {
            let value = value.word();
            let text = value.trim();
            let cell = match (number::marker(text), number::parse_machine(text)) {
                (Some(meaning), _) => {
                    markers.add(text, meaning, 1);
                    meaning.cell().unwrap_or(Cell::Missing)
                }
                (None, Some(number)) => Cell::Number(number),
                (None, None) => {
                    let found = format!("data[{at}]: {text}");
                    problems.file(ProblemKind::NotANumber, found);
                    Cell::Missing
                }
            };
            column.cells.push(cell);
        }
        rows += 1;
    }
    if contents.is_empty() {
        problems.file(ProblemKind::NoValueColumn, "");
    } else if rows == 0 && problems.is_empty() {
        problems.file(ProblemKind::NoRows, "");
    }
    if !problems.is_empty() {
        return None;
    }
    let has_decimals = contents.iter().any(|column| column.cells.has_decimals());
    let dimension = |column: Column| DraftDimension {
        name: column.code,
        label: column.text,
        codes: column.codes.texts,
        rows: column.rows,
        is_time: column.is_time.then_some(true),
        ..DraftDimension::default()
    };
    let measure = |column: Column| ForeignMeasure {
        name: column.code,
        label: column.text,
        unit: Some(column.unit).filter(|unit| !unit.is_empty()),
        cells: column.cells,
        ..ForeignMeasure::default()
    };
    let draft = Draft {
        dimensions: dimensions.into_iter().map(dimension).collect(),
        measures: contents.into_iter().map(measure).collect(),
        rows,
        lines: (1..=rows as u64).collect(),
        per_line: 1,
        markers,
        ..Draft::default()
    };
    draft.check_keys(problems);
    let metadata = listed("metadata")
        .next()
        .map(Json::members)
        .unwrap_or_default();
    let title = text_of(&metadata, "label");
    let notes =
        listed("comments").map(|note| text_of(&note.members(), "comment").trim().to_owned());
    let understood = Understood {
        encoding: Some(encoding),
        decimal_sign: has_decimals.then_some(DecimalSign::Point),
        language: draft.language(&[&title]),
        title,
        notes: notes.collect(),
        ..Understood::of(Format::PxWebJson)
    };
    problems.is_empty().then(|| draft.finish(name, understood))
}
