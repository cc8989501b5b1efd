//! How a visitor had a file read, kept so that the file of the next year is read in the same way: its
//! encoding, what stands between its fields, the line of its header, its decimal sign.
//!
//! In a mapping file these are rows without a dimension: a setting in `code` and its value in `value`,
//! followed by a row `column` for each column of the file by which it is known again.

use crate::formats::{Choices, Encoding, ForeignTable, Format, Thousands, read_foreign};
use data::decimal_sign::DecimalSign;
use data::problem::Problem;

use super::plan::TablePlan;
use super::questions::MEANINGS;
use super::saved_mapping::same;

/// The formats that can be chosen.
pub const FORMATS: [Format; 6] = [
    Format::Csv,
    Format::Px,
    Format::JsonStat,
    Format::PxWebJson,
    Format::EurostatTsv,
    Format::SdmxCsv,
];

/// The encodings that can be chosen.
pub const ENCODINGS: [Encoding; 7] = [
    Encoding::Utf8,
    Encoding::Utf8Bom,
    Encoding::Utf16Le,
    Encoding::Utf16Be,
    Encoding::Iso8859_1,
    Encoding::Windows1252,
    Encoding::Iso8859_15,
];

/// Signs that stand between fields and cannot be seen in a file, by name.
const DELIMITERS: [(char, &str); 2] = [('\t', "tab"), (' ', "space")];

const THOUSANDS: [(Option<Thousands>, &str); 6] = [
    (None, "none"),
    (Some(Thousands::Space), "space"),
    (Some(Thousands::NoBreakSpace), "no-break space"),
    (Some(Thousands::NarrowNoBreakSpace), "narrow no-break space"),
    (Some(Thousands::Comma), ","),
    (Some(Thousands::Point), "."),
];

/// How the files with certain columns are read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What was chosen instead of the detection.
    pub choices: Choices,
    /// The columns of the file.
    pub columns: Vec<String>,
}

/// The decimal sign of a text that is one.
pub fn sign_of(value: &str) -> Option<DecimalSign> {
    match value {
        "," => Some(DecimalSign::Comma),
        "." => Some(DecimalSign::Point),
        _ => None,
    }
}

/// The readings that visitors chose. Where two files have the same columns and are read in different
/// ways, nothing tells which way is meant.
pub fn chosen(tables: &[&ForeignTable], plans: &[TablePlan]) -> Vec<Reading> {
    let each = tables.iter().zip(plans).map(|(table, plan)| Reading {
        choices: plan.reading.clone(),
        columns: labels(table).map(str::to_owned).collect(),
    });
    let each: Vec<Reading> = each.collect();
    let contested = |one: &Reading| {
        let mut others = each.iter();
        others.any(|other| other.columns == one.columns && other.choices != one.choices)
    };
    let mut readings: Vec<Reading> = Vec::new();
    for reading in &each {
        let says = reading.choices != Choices::default() && !contested(reading);
        if says && !readings.contains(reading) {
            readings.push(reading.clone());
        }
    }
    readings
}

fn labels(table: &ForeignTable) -> impl Iterator<Item = &str> {
    let dimensions = table.dimensions.iter().map(|column| column.label.as_str());
    dimensions.chain(table.measures.iter().map(|column| column.label.as_str()))
}

impl Reading {
    /// Reads a file in this way, if it is one with these columns that does not say otherwise itself:
    /// with the choices by which it was read.
    pub fn read(&self, name: &str, bytes: &[u8]) -> Option<(Vec<ForeignTable>, Choices)> {
        let is_utf8 = matches!(
            self.choices.encoding,
            Some(Encoding::Utf8 | Encoding::Utf8Bom)
        );
        // Letters beyond ASCII that make UTF-8 are not there by chance.
        if self.choices.encoding.is_some()
            && !is_utf8
            && !bytes.is_ascii()
            && std::str::from_utf8(bytes).is_ok()
        {
            return None;
        }
        // The answer to a question holds where the question comes up again.
        if self.choices.thousands.is_some() {
            let open = Choices {
                decimal_sign: None,
                thousands: None,
                ..self.choices.clone()
            };
            let tables = self.fitting(read_foreign(name, bytes, &open))?;
            if tables.iter().all(|table| table.ambiguity.is_none()) {
                return Some((tables, open));
            }
        }
        let tables = self.fitting(read_foreign(name, bytes, &self.choices))?;
        Some((tables, self.choices.clone()))
    }

    /// Tables of which one has all the columns.
    fn fitting(&self, read: Result<Vec<ForeignTable>, Vec<Problem>>) -> Option<Vec<ForeignTable>> {
        let has_all = |table: &ForeignTable| {
            let mut columns = self.columns.iter();
            columns.all(|column| labels(table).any(|label| same(label, column)))
        };
        read.ok().filter(|tables| tables.iter().any(has_all))
    }

    /// The rows of a mapping file, each a code and a value.
    pub(super) fn rows(&self) -> Vec<(&'static str, String)> {
        let Choices {
            format,
            encoding,
            delimiter,
            decimal_sign,
            thousands,
            header_line,
            cells,
            ..
        } = &self.choices;
        let settings = [
            ("format", format.map(|format| format.name().to_owned())),
            ("encoding", encoding.map(|known| known.name().to_owned())),
            (
                "delimiter",
                delimiter.map(|sign| {
                    let named = DELIMITERS.iter().find(|(known, _)| *known == sign);
                    named.map_or(sign.to_string(), |(_, name)| (*name).to_owned())
                }),
            ),
            ("header", header_line.map(|line| line.to_string())),
            (
                "decimal",
                decimal_sign.map(|sign| sign.character().to_string()),
            ),
            (
                "thousands",
                thousands.and_then(|sign| {
                    let named = THOUSANDS.iter().find(|(known, _)| *known == sign);
                    named.map(|(_, name)| (*name).to_owned())
                }),
            ),
        ];
        let settings = settings.into_iter();
        let settings = settings.filter_map(|(code, value)| Some((code, value?)));
        let marks = cells.iter().filter_map(|(text, choice)| {
            let (name, _) = MEANINGS.iter().find(|(_, known)| known == choice)?;
            Some(("mark", format!("{name} {text}")))
        });
        let columns = self.columns.iter().map(|label| ("column", label.clone()));
        settings.chain(marks).chain(columns).collect()
    }

    /// Takes in a row of a mapping file.
    pub(super) fn note(readings: &mut Vec<Reading>, code: &str, value: String) {
        let goes_on = |known: &Reading| code == "column" || known.columns.is_empty();
        if !readings.last().is_some_and(goes_on) {
            readings.push(Reading::default());
        }
        let Some(Reading { choices, columns }) = readings.last_mut() else {
            return;
        };
        match code {
            "format" => choices.format = FORMATS.into_iter().find(|known| known.name() == value),
            "encoding" => {
                choices.encoding = ENCODINGS.into_iter().find(|known| known.name() == value);
            }
            "delimiter" => {
                let named = DELIMITERS.iter().find(|(_, name)| *name == value);
                let sign = named.map(|(sign, _)| *sign);
                choices.delimiter = sign.or_else(|| value.chars().next());
            }
            "header" => choices.header_line = value.parse().ok(),
            "decimal" => choices.decimal_sign = sign_of(&value),
            "thousands" => {
                let named = THOUSANDS.iter().find(|(_, name)| *name == value);
                choices.thousands = named.map(|(sign, _)| *sign);
            }
            "mark" => {
                let meaning = value.split_once(' ').and_then(|(name, text)| {
                    let (_, choice) = MEANINGS.iter().find(|(known, _)| *known == name)?;
                    Some((text.to_owned(), *choice))
                });
                choices.cells.extend(meaning);
            }
            "column" => columns.push(value),
            _ => {}
        }
    }
}
