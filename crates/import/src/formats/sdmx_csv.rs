//! SDMX-CSV: a row for each observation, as Eurostat and the OECD write it, with codes alone or
//! with a column of labels behind each column of codes.

use kernels::Texts;

use super::foreign::{Encoding, Flag, ForeignMeasure, ForeignTable, Format, Meaning, Understood};
use super::json_stat::{flag, marks_break, withheld};
use super::long::{Dictionary, Draft, DraftDimension, MarkerCount};
use super::number;
use super::records::{Record, Records};
use data::cell::{Cell, Cells};
use data::decimal_sign::DecimalSign;
use data::problem::{ProblemKind, Problems};

/// Columns about the message rather than the observation.
const MESSAGE: [&str; 6] = [
    "DATAFLOW",
    "STRUCTURE",
    "STRUCTURE_ID",
    "STRUCTURE_NAME",
    "ACTION",
    "LAST UPDATE",
];

/// Columns that say something of an observation and tell it from no other.
const ATTRIBUTES: [&str; 16] = [
    "OBS_VALUE",
    "OBS_STATUS",
    "OBS_FLAG",
    "CONF_STATUS",
    "UNIT_MULT",
    "DECIMALS",
    "OBS_COMMENT",
    "COMMENT_OBS",
    "COMMENT_TS",
    "TITLE",
    "TITLE_COMPL",
    "TIME_FORMAT",
    "BASE_PER",
    "PRE_BREAK_VALUE",
    "REF_PERIOD_DETAIL",
    "SOURCE",
];

struct DimensionColumn {
    code: usize,
    label: Option<usize>,
    codes: Dictionary,
    labels: Vec<String>,
    rows: Vec<u32>,
}

/// Reads the observations.
pub fn read(
    name: &str,
    text: &str,
    encoding: Encoding,
    delimiter: u8,
    problems: &mut Problems,
) -> Option<ForeignTable> {
    let mut records = Records::new(text, delimiter);
    let mut record = Record::default();
    records.read(&mut record);
    let header: Vec<String> = record
        .iter()
        .map(|field| field.text.trim().to_owned())
        .collect();
    // A name can be a code and a label with a colon between.
    let code = |at: usize| header[at].split(':').next().unwrap_or_default().trim();
    let find = |wanted: &str| (0..header.len()).find(|at| code(*at) == wanted);
    let Some(value_at) = find("OBS_VALUE") else {
        problems.line(1, ProblemKind::NoValueColumn, header.join(", "));
        return None;
    };
    let first = (0..header.len())
        .rev()
        .find(|at| MESSAGE.contains(&code(*at)))
        .map_or(0, |at| at + 1);
    let labelled =
        find("STRUCTURE_NAME").is_some() && (value_at.saturating_sub(first)).is_multiple_of(2);
    let step = if labelled { 2 } else { 1 };
    // The value may stand before some of the dimensions. What is empty there tells nothing apart.
    let is_attribute = |at: usize| ATTRIBUTES.contains(&code(at)) || header[at].is_empty();
    let behind = value_at + step..header.len();
    let behind = behind.step_by(step).filter(|at| !is_attribute(*at));
    let mut dimensions: Vec<DimensionColumn> = (first..value_at)
        .step_by(step)
        .chain(behind)
        .filter(|at| *at + step <= header.len())
        .map(|at| DimensionColumn {
            code: at,
            label: labelled.then_some(at + 1),
            codes: Dictionary::default(),
            labels: Vec::new(),
            rows: Vec::new(),
        })
        .collect();
    let statuses: Vec<usize> = ["CONF_STATUS", "OBS_STATUS", "OBS_FLAG"]
        .iter()
        .filter_map(|name| find(name))
        .collect();
    let multiplier = find("UNIT_MULT");
    let action = find("ACTION");
    let title_at = find("STRUCTURE_NAME")
        .or_else(|| find("DATAFLOW"))
        .or_else(|| find("STRUCTURE_ID"));

    let mut title = String::new();
    let mut cells = Cells::default();
    let mut markers = MarkerCount::default();
    let mut breaks = Vec::new();
    let mut lines = Vec::new();
    while records.read(&mut record) {
        if record.filled() == 0 {
            continue;
        }
        if record.len() != header.len() {
            let kind = ProblemKind::RowWidth {
                expected: header.len(),
            };
            problems.line(record.line, kind, record.len().to_string());
            continue;
        }
        // An observation that is taken back.
        if action.is_some_and(|at| record.get(at).text.trim() == "D") {
            continue;
        }
        if let Some(at) = title_at.filter(|_| title.is_empty()) {
            title = record.get(at).text.trim().to_owned();
        }
        for dimension in &mut dimensions {
            let code = dimension.codes.code(record.get(dimension.code).text.trim());
            if code as usize == dimension.labels.len() {
                let label = dimension.label.map_or("", |at| record.get(at).text.trim());
                dimension.labels.push(label.to_owned());
            }
            dimension.rows.push(code);
        }
        let power = multiplier.map_or("", |at| record.get(at).text.trim());
        let flags: Vec<&str> = statuses
            .iter()
            .map(|at| {
                record
                    .get(*at)
                    .text
                    .split(':')
                    .next()
                    .unwrap_or_default()
                    .trim()
            })
            .filter(|flag| !flag.is_empty())
            .collect();
        let value = record.get(value_at).text.trim();
        let cell = match value {
            "" | "NaN" | ":" => {
                let meaning = flags
                    .iter()
                    .map(|flag| withheld(flag))
                    .find(|meaning| *meaning != Meaning::Missing)
                    .unwrap_or(Meaning::Missing);
                markers.add(flags.first().copied().unwrap_or(value), meaning, 1);
                meaning.cell()
            }
            _ => scaled(value, power).map(|number| {
                // A is a normal value, F one that is free to publish.
                for text in flags.iter().filter(|flag| **flag != "A") {
                    let first = text.get(..1).map_or(Flag::Other, flag);
                    let meaning = if text.len() == 1 { first } else { Flag::Other };
                    markers.add(text, Meaning::Flag(meaning), 1);
                }
                if flags.iter().any(|letters| marks_break(letters)) {
                    breaks.push(cells.len() as u32);
                }
                Cell::Number(number)
            }),
        };
        cells.push(cell.unwrap_or_else(|| {
            problems.cell(record.line, "OBS_VALUE", ProblemKind::NotANumber, value);
            Cell::Missing
        }));
        lines.push(record.line);
    }
    if let Some(line) = records.unclosed() {
        problems.line(line, ProblemKind::Quoting, "");
    }
    if lines.is_empty() && problems.is_empty() {
        problems.file(ProblemKind::NoRows, "");
    }
    if !problems.is_empty() {
        return None;
    }
    let has_decimals = cells.has_decimals();
    // What stands behind the value and is not needed to tell observations apart is a remark on them.
    let before = dimensions
        .iter()
        .filter(|column| column.code < value_at)
        .count();
    let keys = |columns: &[DimensionColumn]| {
        let mut known = Texts::default();
        let mut key = Vec::new();
        (0..lines.len()).all(|row| {
            key.clear();
            for column in columns {
                key.extend_from_slice(&column.rows[row].to_le_bytes());
            }
            known.number(&key) as usize == row
        })
    };
    if dimensions.len() > before && keys(&dimensions[..before]) {
        dimensions.truncate(before);
    }
    let mut unit = None;
    let drafts: Vec<DraftDimension> = dimensions
        .into_iter()
        .map(|column| {
            let name = code(column.code).to_owned();
            if let ("UNIT_MEASURE" | "unit", [only]) = (name.as_str(), &column.codes.texts[..]) {
                let label = column.labels.first().filter(|label| !label.is_empty());
                unit = Some(label.unwrap_or(only).clone());
            }
            let labels = match column.labels.iter().any(|label| !label.is_empty()) {
                true => column
                    .labels
                    .iter()
                    .zip(&column.codes.texts)
                    .map(|(label, code)| {
                        if label.is_empty() {
                            code.clone()
                        } else {
                            label.clone()
                        }
                    })
                    .collect(),
                false => Vec::new(),
            };
            DraftDimension {
                label: column
                    .label
                    .map_or_else(|| header[column.code].clone(), |at| header[at].clone()),
                is_time: (name == "TIME_PERIOD").then_some(true),
                is_contents: name == "MEASURE",
                name: match header[column.code].contains(':') {
                    true => header[column.code].clone(),
                    false => name,
                },
                codes: column.codes.texts,
                labels,
                rows: column.rows,
                totals: Vec::new(),
                holders: Vec::new(),
                children: Vec::new(),
            }
        })
        .collect();
    let count = lines.len();
    let shown = if title.is_empty() {
        "OBS_VALUE".to_owned()
    } else {
        title.clone()
    };
    let mut draft = Draft {
        dimensions: drafts,
        measures: vec![ForeignMeasure {
            name: "OBS_VALUE".to_owned(),
            label: shown,
            unit,
            cells,
            ..ForeignMeasure::default()
        }],
        rows: count,
        lines,
        per_line: 1,
        markers,
        breaks,
        ..Draft::default()
    };
    draft.part_codes_and_labels();
    draft.check_keys(problems);
    draft.spread_contents(problems);
    let understood = Understood {
        encoding: Some(encoding),
        delimiter: Some(char::from(delimiter)),
        decimal_sign: has_decimals.then_some(DecimalSign::Point),
        header_line: Some(1),
        title,
        ..Understood::of(Format::SdmxCsv)
    };
    problems.is_empty().then(|| draft.finish(name, understood))
}

/// A value with its power of ten, read as one number so that nothing is lost on the way.
fn scaled(value: &str, power: &str) -> Option<f64> {
    let power: i32 = if power.is_empty() {
        0
    } else {
        power.split(':').next()?.trim().parse().ok()?
    };
    // A comma can only be decimal: the format has no sign for thousands.
    let pointed = value.replacen(',', ".", 1);
    let value = if value.contains('.') { value } else { &pointed };
    if power == 0 {
        return number::parse_machine(value);
    }
    if !(-24..=24).contains(&power) || value.contains(['e', 'E']) {
        return None;
    }
    number::parse_machine(value)?;
    number::parse_machine(&format!("{value}e{power}"))
}
