//! Emigrations from one table, population from another, matched on the dimensions they share.

use std::collections::{BTreeMap, BTreeSet};

use crate::data::Cell;
use crate::data::formats::words::lower;

use super::gather::{Column, Gathered};

/// What matched and what did not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Match {
    /// The dimensions on which the tables were matched.
    pub on: Vec<String>,
    /// How many keys are in both.
    pub both: usize,
    /// Values that only the first table has, by dimension.
    pub only_first: Vec<(String, Vec<String>)>,
    /// Values that only the second table has, by dimension.
    pub only_second: Vec<(String, Vec<String>)>,
    /// How many keys only the first table has.
    pub keys_first: usize,
    /// How many keys only the second table has.
    pub keys_second: usize,
}

/// Joins two tables with the same columns on keys that both have.
pub fn join(first: &Gathered, second: &Gathered) -> (Gathered, Match) {
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
        let met = |place: usize| link.contains(&Some(place as u32));
        let only_first = labels(column, |place| !met(place));
        let only_second = labels(other, |place| link[place].is_none());
        let name = column.name.clone();
        if !only_first.is_empty() {
            report.only_first.push((name.clone(), only_first));
        }
        if !only_second.is_empty() {
            report.only_second.push((name, only_second));
        }
    }
    let mut rows: BTreeMap<Vec<u32>, usize> = BTreeMap::new();
    for (row, key) in second.keys.iter().enumerate() {
        let translated: Option<Vec<u32>> = links
            .iter()
            .map(|(at, link)| link[key[*at] as usize])
            .collect();
        match translated {
            Some(key) if first.keys.binary_search(&key).is_ok() => {
                rows.insert(key, row);
            }
            _ => report.keys_second += 1,
        }
    }
    let mut joined = Gathered {
        columns: first.columns.clone(),
        ..Gathered::default()
    };
    let added: Vec<&(String, Vec<Cell>)> = second
        .measures
        .iter()
        .filter(|(name, _)| first.measure(name).is_none())
        .collect();
    for (name, _) in first.measures.iter().chain(added.iter().copied()) {
        joined.measures.push((name.clone(), Vec::new()));
    }
    for (row, key) in first.keys.iter().enumerate() {
        let Some(other) = rows.get(key) else {
            report.keys_first += 1;
            continue;
        };
        let cells = first.measures.iter().map(|(_, cells)| cells[row]);
        let cells = cells.chain(added.iter().map(|(_, cells)| cells[*other]));
        for ((_, column), cell) in joined.measures.iter_mut().zip(cells) {
            column.push(cell);
        }
        joined.keys.push(key.clone());
    }
    report.both = joined.keys.len();
    (joined, report)
}

/// For each code of the second column the one of the first that it is: by code or by label,
/// whichever finds more.
fn link(first: &Column, second: &Column) -> Vec<Option<u32>> {
    let find = |known: &BTreeMap<String, u32>, texts: &[String], form: fn(&str) -> String| {
        let found = texts.iter().map(|text| known.get(&form(text)).copied());
        found.collect::<Vec<Option<u32>>>()
    };
    let index = |texts: &[String], form: fn(&str) -> String| {
        let places = texts.iter().enumerate().rev();
        places
            .map(|(place, text)| (form(text), place as u32))
            .collect::<BTreeMap<String, u32>>()
    };
    let by_code = find(&index(&first.codes, plain), &second.codes, plain);
    let by_label = find(&index(&first.labels, bare), &second.labels, bare);
    // Two values that both become the same one are no match.
    let count = |link: &[Option<u32>]| link.iter().flatten().collect::<BTreeSet<_>>().len();
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
