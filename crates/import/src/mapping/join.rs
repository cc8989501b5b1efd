//! Emigrations from one table, population from another, matched on the dimensions they share.

use crate::formats::long::Dictionary;
use data::Cell;
use vocabulary::words::lower;

use super::aggregate::{Aggregated, Column, Finder};

/// What matched and what did not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Match {
    /// The dimensions on which the tables were matched.
    pub on: Vec<String>,
    /// Names of dimensions that only the first table has, and over which it was added up.
    pub alone_first: Vec<String>,
    /// Names of dimensions that only the second table has, and over which it was added up.
    pub alone_second: Vec<String>,
    /// How many keys are in both.
    pub both: usize,
    /// Values that only the first table has, by dimension.
    pub only_first: Vec<(String, Vec<String>)>,
    /// Values that only the second table has, by dimension.
    pub only_second: Vec<(String, Vec<String>)>,
    /// Rows of the second table that both would go with one of the first: some of them, by their labels.
    pub twice: Vec<String>,
    /// How many keys only the first table has.
    pub keys_first: usize,
    /// How many keys only the second table has.
    pub keys_second: usize,
}

/// So many rows that go with the same one are told.
const TWICE_TOLD: usize = 5;

/// Joins two tables with the same columns on keys that both have.
pub fn join(first: &Aggregated, second: &Aggregated) -> (Aggregated, Match) {
    let mut report = Match {
        on: first.names(),
        ..Match::default()
    };
    // For each column of the first table its place in the second, and the second's codes as its.
    let links: Vec<(usize, Vec<Option<u32>>)> = first
        .columns
        .iter()
        .filter_map(|column| {
            let at = second.column(&column.name)?;
            Some((at, link(column, &second.columns[at])))
        })
        .collect();
    for ((at, link), column) in links.iter().zip(&first.columns) {
        let other = &second.columns[*at];
        let mut met = vec![false; column.codes.len()];
        for code in link.iter().flatten() {
            met[*code as usize] = true;
        }
        let only_first = labels(column, |place| !met[place]);
        let only_second = labels(other, |place| link[place].is_none());
        let name = column.name.clone();
        if !only_first.is_empty() {
            report.only_first.push((name.clone(), only_first));
        }
        if !only_second.is_empty() {
            report.only_second.push((name, only_second));
        }
    }
    // The keys of the second table as the first would write them.
    let steps = first.steps();
    let mut translated = vec![Some(0_u64); second.keys.len()];
    for ((at, link), step) in links.iter().zip(&steps) {
        for (key, code) in translated.iter_mut().zip(second.codes(*at)) {
            let add = link[code as usize].map(|code| u64::from(code) * step);
            *key = key.zip(add).map(|(key, add)| key + add);
        }
    }
    const NONE: u32 = u32::MAX;
    let mut partner = vec![NONE; first.keys.len()];
    let mut finder = Finder::new(&first.keys);
    // A unit that was renamed can have a row under either name; the one that nobody lives in yields.
    let counts = |row: usize| {
        let mut cells = second.measures.iter().map(|(_, cells)| cells.get(row));
        cells.any(|cell| matches!(cell, Cell::Number(number) if number != 0.0))
    };
    for (row, key) in translated.into_iter().enumerate() {
        let Some(found) = key.and_then(|key| finder.find(key)) else {
            report.keys_second += 1;
            continue;
        };
        let known = partner[found];
        if known == NONE || (counts(row) && !counts(known as usize)) {
            partner[found] = row as u32;
        } else if counts(row) && report.twice.len() < TWICE_TOLD {
            let both = [known as usize, row].map(|row| second.labels(row).join(", "));
            report.twice.push(both.join(" / "));
        }
    }
    let rows: Vec<usize> = (0..partner.len())
        .filter(|row| partner[*row] != NONE)
        .collect();
    report.keys_first = partner.len() - rows.len();
    report.both = rows.len();
    let of_first = first.measures.iter().map(|(name, cells)| {
        let cells = rows.iter().map(|row| cells.get(*row));
        (name.clone(), cells.collect())
    });
    let added = second
        .measures
        .iter()
        .filter(|(name, _)| first.measure(name).is_none());
    let of_second = added.map(|(name, cells)| {
        let cells = rows.iter().map(|row| cells.get(partner[*row] as usize));
        (name.clone(), cells.collect())
    });
    let joined = Aggregated {
        columns: first.columns.clone(),
        measures: of_first.chain(of_second).collect(),
        keys: rows.iter().map(|row| first.keys[*row]).collect(),
        origins: rows.iter().map(|row| first.origins[*row]).collect(),
        breaks: match first.breaks.is_empty() && second.breaks.is_empty() {
            true => Vec::new(),
            false => {
                let is_broken = |breaks: &[bool], row: usize| breaks.get(row) == Some(&true);
                let rows = rows.iter().map(|row| {
                    is_broken(&first.breaks, *row)
                        || is_broken(&second.breaks, partner[*row] as usize)
                });
                rows.collect()
            }
        },
        remarks: Vec::new(),
    };
    (joined, report)
}

/// For each code of the second column the one of the first that it is: by code or by label,
/// whichever finds more.
fn link(first: &Column, second: &Column) -> Vec<Option<u32>> {
    let find = |known: &[String], texts: &[String], form: fn(&str) -> String| {
        let mut index = Dictionary::default();
        // Where several are the same in this form, the first one counts.
        let mut places = Vec::new();
        for (place, text) in known.iter().enumerate() {
            if index.code(&form(text)) as usize == places.len() {
                places.push(place as u32);
            }
        }
        let found = texts.iter().map(|text| {
            let number = index.find(&form(text))?;
            Some(places[number as usize])
        });
        found.collect::<Vec<Option<u32>>>()
    };
    let by_code = find(&first.codes, &second.codes, plain);
    let by_label = find(&first.labels, &second.labels, bare);
    // Two values that both become the same one are no match.
    let count = |link: &[Option<u32>]| {
        let mut met = vec![false; first.codes.len()];
        for code in link.iter().flatten() {
            met[*code as usize] = true;
        }
        met.iter().filter(|met| **met).count()
    };
    if count(&by_code) >= count(&by_label) {
        by_code
    } else {
        by_label
    }
}

fn plain(text: &str) -> String {
    lower(text.trim())
}

/// A label without a code before it and without the years of its life behind it.
fn bare(text: &str) -> String {
    let text = lower(text.trim());
    let name = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '-');
    let name = name.split(" (").next().unwrap_or(name).trim();
    if name.is_empty() {
        return text;
    }
    name.to_owned()
}

fn labels(column: &Column, which: impl Fn(usize) -> bool) -> Vec<String> {
    let places = (0..column.labels.len()).filter(|place| which(*place));
    places.map(|place| column.labels[place].clone()).collect()
}
