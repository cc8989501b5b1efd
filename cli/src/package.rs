//! `utvandring package`: what leaves the zone, when nothing holds it back.

use std::path::Path;

use data::csv_table::rules::delimiter_of;
use data::open::{NamedBytes, open};
use serde_json::Value;
use text::{Lang, publish};

use crate::outcome::{Outcome, Said, Stop};
use crate::protect::{DONE, PROTECTED};
use crate::{check, files};

/// Names of columns that point out persons.
const OF_PERSONS: [&str; 7] = [
    "person",
    "person_id",
    "pid",
    "id",
    "fnr",
    "lnr",
    "w19_0634_lnr",
];

/// A number of so many digits is that of a person in the Nordic registers.
const DIGITS: std::ops::RangeInclusive<usize> = 10..=12;

/// What was done to protect a run.
pub fn done(folder: &Path, lang: Lang) -> Result<Value, Stop> {
    let path = folder.join(DONE);
    if !path.exists() {
        return Err(Stop::Refused(publish::protect_first(lang).to_owned()));
    }
    let text = files::bytes(&path, lang)?;
    serde_json::from_slice(&text).map_err(|error| Stop::Refused(error.to_string()))
}

/// Writes the protected package of a run, unless it can be opened, or the page would not open it.
pub fn run(folder: &Path, out: &Path, lang: Lang) -> Outcome {
    let done = done(folder, lang)?;
    if done["holds"] != true {
        return Err(Stop::Refused(publish::package_refused(lang).to_owned()));
    }
    let given = files::given(&[folder.join(PROTECTED)], lang)?;
    if let Some((file, found)) = identifier(&given) {
        return Err(Stop::Refused(publish::looks_like_identifier(
            lang, &file, &found,
        )));
    }
    let dataset = open(&given).map_err(Stop::Problems)?;
    let texts = given
        .into_iter()
        .map(|file| (file.name, String::from_utf8_lossy(&file.bytes).into_owned()));
    files::write_package(out, &texts.collect::<Vec<_>>(), lang)?;
    let mut said = Said::default();
    said.line(publish::written(lang, &out.display().to_string()));
    for (number, reason) in check::absent(&dataset, lang) {
        said.line(publish::absent(lang, &number.to_string(), &reason));
    }
    said.line(publish::office_decides(lang));
    said.value("written", out.display().to_string());
    said.value("protect", done);
    Ok(said)
}

/// A column, a code or a text that points out a person: file, and what was found. Nothing is left out: labels and
/// notes of a description are published as cells are.
fn identifier(given: &[NamedBytes]) -> Option<(String, String)> {
    given.iter().find_map(|file| {
        let text = String::from_utf8_lossy(&file.bytes);
        let found = match serde_json::from_str::<Value>(&text) {
            Ok(value) if file.name.ends_with(".json") => in_json(&value),
            _ => in_table(&text),
        };
        Some((file.name.clone(), found?))
    })
}

fn in_table(text: &str) -> Option<String> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter_of(text))
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let mut is_first = true;
    for record in reader.records().filter_map(Result::ok) {
        let column = record
            .iter()
            .find(|name| OF_PERSONS.contains(&name.trim().to_lowercase().as_str()));
        if let Some(name) = column.filter(|_| is_first) {
            return Some(name.to_owned());
        }
        if let Some(found) = record.iter().find_map(number_in) {
            return Some(found);
        }
        // Remarks stand above the names of columns.
        is_first &= record.get(0).is_some_and(|field| field.starts_with('#'));
    }
    None
}

fn in_json(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => number_in(text),
        Value::Array(items) => items.iter().find_map(in_json),
        Value::Object(entries) => entries
            .iter()
            .find_map(|(key, value)| number_in(key).or_else(|| in_json(value))),
        Value::Number(_) | Value::Bool(_) | Value::Null => None,
    }
}

/// A number that may be that of a person, in one piece or as six digits and five.
fn number_in(text: &str) -> Option<String> {
    // Decimals are no numbers of their own.
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '.';
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let words: Vec<&str> = text.split(|letter| !is_part(letter)).collect();
    let one = words
        .iter()
        .find(|word| DIGITS.contains(&word.len()) && is_number(word));
    let two = || {
        let is_date_and_number =
            |pair: &&[&str]| pair[0].len() == 6 && pair[1].len() == 5 && pair.iter().all(is_number);
        words.windows(2).find(is_date_and_number)
    };
    one.map(|word| (*word).to_owned())
        .or_else(|| two().map(|pair| pair.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str, text: &str) -> Option<String> {
        let bytes = text.as_bytes().to_vec();
        let name = name.to_owned();
        identifier(&[NamedBytes { name, bytes }]).map(|(_, found)| found)
    }

    #[test]
    fn a_person_is_found_in_whatever_file_and_however_it_is_quoted() {
        let cases = [
            ("t.csv", "year,\"person_id\"\n2020,1\n", "person_id"),
            ("t.csv", "year;PID\n2020;1\n", "PID"),
            ("t.csv", "# note\nyear,pid\n2020,1\n", "pid"),
            ("t.csv", "group,n\n\"01019012345\",1\n", "01019012345"),
            ("t.csv", "group;n\n 010190 12345 ;1\n", "010190 12345"),
            ("t.txt", "group\tn\n01019012345\t1\n", "01019012345"),
            (
                "datapackage.json",
                r#"{"labels": {"group": {"a": {"nb": "Ola (01019012345)"}}}}"#,
                "01019012345",
            ),
            (
                "datapackage.json",
                r#"{"labels": {"group": {"01019012345": {}}}}"#,
                "01019012345",
            ),
        ];
        for (name, text, wanted) in cases {
            assert_eq!(found(name, text).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn numbers_of_the_table_are_no_persons() {
        for text in [
            "year,rate\n2020,0.01234567890\n",
            "period,n\n2000-2005,123456789\n",
            "month,n\n202001,12345\n",
        ] {
            assert_eq!(found("t.csv", text), None, "{text}");
        }
    }
}
