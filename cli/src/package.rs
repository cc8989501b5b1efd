//! `utvandring package`: what leaves the zone, when nothing holds it back.

use std::path::Path;

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

/// A column or a code that points out a person: file, and what was found.
fn identifier(given: &[NamedBytes]) -> Option<(String, String)> {
    for file in given.iter().filter(|file| file.name.ends_with(".csv")) {
        let text = String::from_utf8_lossy(&file.bytes);
        let mut lines = text.lines();
        let header = lines.next().unwrap_or_default();
        let column = header
            .split(',')
            .find(|name| OF_PERSONS.contains(&name.trim()));
        let is_number = |field: &str| {
            DIGITS.contains(&field.len()) && field.bytes().all(|b| b.is_ascii_digit())
        };
        let found = column
            .or_else(|| lines.find_map(|line| line.split(',').find(|field| is_number(field))));
        if let Some(found) = found {
            return Some((file.name.clone(), found.to_owned()));
        }
    }
    None
}
