//! A table of strata, pasted from a spreadsheet or typed line by line.

use text::{Lang, calculator as words};

use super::typed::read;
use crate::analyses::page::Asked;

/// What stands in a line: events, person-years, standard population.
const COLUMNS: [&str; 3] = ["events", "exposure", "weights"];

/// The three columns as lists, by the names the method gives them. A first line without any number
/// is a header; where each line has one field more, the first is the name of its stratum.
pub fn strata(text: &str, lang: Lang) -> Result<Asked, String> {
    let lines = text.lines().enumerate();
    let mut lines: Vec<(usize, Vec<String>)> = lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| (index + 1, fields(line)))
        .collect();
    let is_header = |fields: &[String]| !fields.iter().any(|field| field.contains(is_digit));
    if lines.first().is_some_and(|(_, fields)| is_header(fields)) {
        lines.remove(0);
    }
    if lines.is_empty() {
        return Err(words::nothing_typed(lang).to_owned());
    }
    let is_named = lines
        .iter()
        .all(|(_, fields)| fields.len() == COLUMNS.len() + 1);
    let mut columns: [Vec<String>; 3] = Default::default();
    for (line, fields) in &lines {
        let fields = &fields[usize::from(is_named)..];
        if fields.len() != COLUMNS.len() {
            return Err(words::strata_line(lang, *line, fields.len()));
        }
        let wrong = |reason: &str| format!("{}: {reason}", words::line(lang, *line));
        let mut numbers = [0.0; 3];
        for (number, field) in numbers.iter_mut().zip(fields) {
            *number = read(field, lang).map_err(|reason| wrong(&reason))?;
        }
        match numbers {
            [events, 0.0, _] if events > 0.0 => {
                return Err(wrong(words::events_without_exposure(lang)));
            }
            [_, 0.0, weight] if weight > 0.0 => return Err(wrong(words::no_exposure(lang))),
            _ => {}
        }
        for (column, number) in columns.iter_mut().zip(numbers) {
            column.push(number.to_string());
        }
    }
    let named = COLUMNS.into_iter().zip(columns);
    Ok(named
        .map(|(name, list)| (name.to_owned(), list.join(";")))
        .collect())
}

/// The fields of a line. A space is a part of numbers where something else stands between them, and
/// so is a comma.
fn fields(line: &str) -> Vec<String> {
    let line = line.trim();
    let fields: Vec<&str> = if line.contains(['\t', ';']) {
        line.split(['\t', ';']).collect()
    } else if line.contains(char::is_whitespace) {
        let words = line.split_whitespace();
        words.map(|word| word.trim_end_matches(',')).collect()
    } else {
        line.split(',').collect()
    };
    let fields = fields.into_iter().map(str::trim);
    fields
        .filter(|field| !field.is_empty())
        .map(str::to_owned)
        .collect()
}

fn is_digit(sign: char) -> bool {
    sign.is_ascii_digit()
}
