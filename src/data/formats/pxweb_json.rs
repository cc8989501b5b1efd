//! The JSON of PxWeb's own: columns with their kind, and records with keys and values as texts.

use serde::Deserialize;

use super::foreign::{Encoding, ForeignMeasure, ForeignTable, Format, Understood};
use super::json_stat;
use super::long::{Dictionary, Draft, DraftDimension, MarkerCount};
use super::number;
use super::words;
use crate::data::cell::{Cell, Cells};
use crate::data::decimal_sign::DecimalSign;
use crate::data::problem::{ProblemKind, Problems};

#[derive(Deserialize)]
struct File {
    columns: Vec<Column>,
    data: Vec<Record>,
    #[serde(default)]
    comments: Vec<Comment>,
    #[serde(default)]
    metadata: Vec<Metadata>,
}

#[derive(Deserialize)]
struct Column {
    code: String,
    #[serde(default)]
    text: String,
    /// d dimension, t time, c contents.
    #[serde(rename = "type", default)]
    kind: String,
    #[serde(default)]
    unit: Option<String>,
}

#[derive(Deserialize)]
struct Record {
    #[serde(default)]
    key: Vec<String>,
    values: Vec<String>,
}

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Comment {
    comment: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Metadata {
    label: String,
}

/// Reads the records.
pub fn read(
    name: &str,
    text: &str,
    encoding: Encoding,
    problems: &mut Problems,
) -> Option<ForeignTable> {
    let file: File = json_stat::parse(text, problems)?;
    let (contents, dimensions): (Vec<Column>, Vec<Column>) = file
        .columns
        .into_iter()
        .partition(|column| column.kind == "c");
    let mut codes: Vec<Dictionary> = vec![Dictionary::default(); dimensions.len()];
    let mut rows: Vec<Vec<u32>> = vec![Vec::with_capacity(file.data.len()); dimensions.len()];
    let mut cells: Vec<Cells> = vec![Cells::default(); contents.len()];
    let mut markers = MarkerCount::default();
    let mut has_decimals = false;
    for (at, record) in file.data.iter().enumerate() {
        if record.key.len() != dimensions.len() || record.values.len() != contents.len() {
            let expected = dimensions.len() + contents.len();
            let found = record.key.len() + record.values.len();
            problems.file(
                ProblemKind::RowWidth { expected },
                format!("data[{at}]: {found}"),
            );
            continue;
        }
        for ((code, dictionary), rows) in record.key.iter().zip(&mut codes).zip(&mut rows) {
            rows.push(dictionary.code(code));
        }
        for ((value, column), cells) in record.values.iter().zip(&contents).zip(&mut cells) {
            let text = value.trim();
            let cell = match (number::marker(text), number::parse_machine(text)) {
                (Some(meaning), _) => {
                    markers.add(text, meaning, 1);
                    meaning.cell().unwrap_or(Cell::Missing)
                }
                (None, Some(number)) => {
                    has_decimals |= text.contains('.');
                    Cell::Number(number)
                }
                (None, None) => {
                    let found = format!("data[{at}]: {text}");
                    problems.file(ProblemKind::NotANumber, found);
                    Cell::Missing
                }
            };
            cells.push(cell);
        }
    }
    if file.data.is_empty() {
        problems.file(ProblemKind::NoRows, "");
    }
    if contents.is_empty() {
        problems.file(ProblemKind::NoValueColumn, "");
    }
    if !problems.is_empty() {
        return None;
    }
    let count = file.data.len();
    let shown = |column: &Column| match column.text.is_empty() {
        true => column.code.clone(),
        false => column.text.clone(),
    };
    let draft = Draft {
        dimensions: dimensions
            .iter()
            .zip(codes)
            .zip(rows)
            .map(|((column, dictionary), rows)| DraftDimension {
                name: column.code.clone(),
                label: shown(column),
                codes: dictionary.texts,
                rows,
                is_time: (column.kind == "t").then_some(true),
                ..DraftDimension::default()
            })
            .collect(),
        measures: contents
            .iter()
            .zip(cells)
            .map(|(column, cells)| ForeignMeasure {
                name: column.code.clone(),
                label: shown(column),
                unit: column.unit.clone(),
                cells,
            })
            .collect(),
        rows: count,
        lines: (1..=count as u64).collect(),
        per_line: 1,
        markers,
        ..Draft::default()
    };
    draft.check_keys(problems);
    let title = file
        .metadata
        .into_iter()
        .map(|metadata| metadata.label)
        .next()
        .unwrap_or_default();
    let labels = draft
        .dimensions
        .iter()
        .map(|dimension| dimension.label.as_str());
    let understood = Understood {
        encoding: Some(encoding),
        decimal_sign: has_decimals.then_some(DecimalSign::Point),
        language: words::language(labels.chain([title.as_str()])),
        title,
        notes: file
            .comments
            .into_iter()
            .map(|comment| comment.comment.trim().to_owned())
            .collect(),
        ..Understood::of(Format::PxWebJson)
    };
    problems.is_empty().then(|| draft.finish(name, understood))
}
