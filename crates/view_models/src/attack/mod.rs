//! A package as an attacker reads it: its tables with what is hidden, and everything that must be true of them.

mod audited;
mod handed;

pub use audited::{Audited, COUNTS, Limits, ZEROS, audited};

use std::collections::{BTreeMap, BTreeSet};

use data::descriptor::MAX_COVERED;
use data::table::numbers;
use data::{Cell as Published, Dataset};
use disclosure::{Audit, Cell, Column, Derived, Finding, Place, Table, Verdict};
use serde_json::{Value, json};
use text::{Lang, publish};

/// Measures of who came back: that all or none did tells of everybody.
const RETURNED: [&str; 2] = ["returned_5y", "returned"];

/// Measures that are counted doubled, so that halves are whole.
const DOUBLED: &str = "person_years";

/// A package as an attacker reads it.
pub struct Target {
    /// The tables.
    pub tables: Vec<Table>,
    /// Periods of years, and kinds of destinations.
    pub derived: Vec<Derived>,
}

/// Reads a data set as an attacker does. What was rounded or changed, or is no whole number, says nothing exact.
pub fn target(dataset: &Dataset) -> Target {
    let derived = derived(dataset);
    let mut tables: Vec<Table> = dataset.tables.iter().map(|table| plain(table)).collect();
    let whole = whole_codes(&tables);
    for (table, own) in tables.iter_mut().zip(&dataset.tables) {
        let given = |name: &str| {
            let covered = own
                .coverage
                .get(name)
                .or_else(|| dataset.coverage.get(name));
            covered.map(<[String]>::to_vec)
        };
        for (name, codes) in &whole {
            if table.dimension(name).is_none() {
                let codes = given(name).unwrap_or_else(|| codes.clone());
                table.coverage.push((name.clone(), codes));
            }
        }
    }
    for table in &mut tables {
        cover_derived(table, &derived);
    }
    Target { tables, derived }
}

fn plain(table: &data::Table) -> Table {
    let columns = table.dimensions.iter().map(|one| Column {
        name: one.name.clone(),
        codes: one.codes.clone(),
    });
    let row = |row: usize| {
        let places = table
            .dimensions
            .iter()
            .map(|one| one.rows.get(row) as usize);
        places.collect()
    };
    let measures = table.measures.iter().map(|column| {
        let factor = if column.name == DOUBLED { 2.0 } else { 1.0 };
        let cell = |row: usize| match column.cells.get(row) {
            Published::Suppressed => Cell::Hidden,
            Published::Number(number) if column.slack() == 0.0 => {
                let units = number * factor;
                match units.fract() == 0.0 && units.abs() < 1e12 {
                    true => Cell::Number(units as i64),
                    false => Cell::Absent,
                }
            }
            _ => Cell::Absent,
        };
        (column.name.clone(), (0..table.rows).map(cell).collect())
    });
    Table {
        name: table.name.clone(),
        dimensions: columns.collect(),
        rows: (0..table.rows).map(row).collect(),
        measures: measures.collect(),
        coverage: Vec::new(),
    }
}

/// Every code of each dimension in some table.
fn whole_codes(tables: &[Table]) -> Vec<(String, Vec<String>)> {
    let mut whole: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for column in tables.iter().flat_map(|table| &table.dimensions) {
        whole
            .entry(column.name.clone())
            .or_default()
            .extend(column.codes.iter().cloned());
    }
    whole
        .into_iter()
        .map(|(name, codes)| (name, codes.into_iter().collect()))
        .collect()
}

/// What a table covers of a coarser dimension follows from the finer one: a code that it covers in part is
/// marked by one that no table has.
fn cover_derived(table: &mut Table, derived: &[Derived]) {
    for one in derived {
        let is_column = |name: &str| table.dimension(name).is_some();
        if is_column(&one.from) || is_column(&one.to) {
            continue;
        }
        let Some(fine) = table.covered(&one.from).map(<[String]>::to_vec) else {
            continue;
        };
        let fine: BTreeSet<String> = fine.into_iter().collect();
        // Those of which some of what makes them up is covered, and those of which some is not.
        let is_covered = |(from, _): &&(String, String)| fine.contains(from);
        let codes = || one.codes.iter();
        let partly: BTreeSet<String> = codes()
            .filter(|pair| !is_covered(pair))
            .map(|(_, to)| to.clone())
            .collect();
        let coarse: BTreeSet<String> = codes()
            .filter(is_covered)
            .map(|(_, to)| {
                if partly.contains(to) {
                    String::new()
                } else {
                    to.clone()
                }
            })
            .collect();
        table.coverage.retain(|(name, _)| *name != one.to);
        table
            .coverage
            .push((one.to.clone(), coarse.into_iter().collect()));
    }
}

fn derived(dataset: &Dataset) -> Vec<Derived> {
    let codes = |name: &str| -> BTreeSet<String> {
        let columns = dataset
            .tables
            .iter()
            .filter_map(|table| table.dimension(name));
        columns
            .flat_map(|column| column.codes.iter().cloned())
            .collect()
    };
    let mut periods = Vec::new();
    for period in codes("period") {
        let ends = period.split_once(['-', '–']);
        let years = ends.and_then(|(from, to)| numbers(from.parse().ok()?, to.parse().ok()?));
        // Counted before they are written out: no table has more of them.
        let count = years.clone().map_or(0, Iterator::count);
        if periods.len() + count <= MAX_COVERED {
            let years = years.into_iter().flatten();
            periods.extend(years.map(|year| (year.to_string(), period.clone())));
        }
    }
    let kind = |code: &String| match code.as_str() {
        "origin" | "unknown" => code.clone(),
        _ => "other".to_owned(),
    };
    let kinds = codes("destination")
        .iter()
        .map(|code| (code.clone(), kind(code)))
        .collect();
    let named = |from: &str, to: &str, codes| Derived {
        from: from.to_owned(),
        to: to.to_owned(),
        codes,
    };
    vec![
        named("year", "period", periods),
        named("destination", "destination_kind", kinds),
    ]
}

/// Whether what was found of a cell tells of few persons. Nobody is told by a large number that is
/// hidden in vain; of those who came back, any number tells something, because the rest is known too.
pub fn is_harmful(finding: &Finding, tables: &[Table], threshold: i64) -> bool {
    let (measure, _) = &tables[finding.place.table].measures[finding.place.measure];
    let limit = if measure == DOUBLED {
        2 * threshold
    } else {
        threshold
    };
    let of_returned = RETURNED.contains(&measure.as_str());
    match finding.verdict {
        Verdict::Wide(..) => false,
        Verdict::Undecided => true,
        Verdict::Determined(low) | Verdict::Narrow(low, _) => of_returned || low < limit,
    }
}

/// A cell in words: its table, its codes and its measure.
pub fn cell_name(tables: &[Table], place: &Place) -> String {
    let table = &tables[place.table];
    let codes = (0..table.dimensions.len()).map(|at| table.code(place.row, at));
    let codes: Vec<&str> = codes.collect();
    format!(
        "{} [{}] {}",
        table.name,
        codes.join(", "),
        table.measures[place.measure].0
    )
}

/// What an audit found, in words. No number of a cell is told: the place is enough to mend it.
pub fn told(tables: &[Table], audit: &Audit, threshold: i64, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for finding in audit
        .cells
        .iter()
        .filter(|finding| is_harmful(finding, tables, threshold))
    {
        let cell = cell_name(tables, &finding.place);
        lines.push(match finding.verdict {
            Verdict::Determined(_) => publish::cell_determined(lang, &cell),
            Verdict::Undecided => publish::cell_undecided(lang, &cell),
            _ => publish::cell_narrow(lang, &cell),
        });
    }
    for (one, other, _) in &audit.contradictions {
        let (one, other) = (&tables[*one].name, &tables[*other].name);
        let line = publish::tables_contradict(lang, one, other);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// The cells that an audit found, by what was found of them.
fn opens(tables: &[Table], audit: &Audit, threshold: i64) -> [(&'static str, Vec<String>); 3] {
    let kind = |finding: &Finding| match finding.verdict {
        Verdict::Determined(_) => 0,
        Verdict::Undecided => 2,
        _ => 1,
    };
    let mut found = ["determined", "narrow", "undecided"].map(|name| (name, Vec::new()));
    let harmful = |one: &&Finding| is_harmful(one, tables, threshold);
    for finding in audit.cells.iter().filter(harmful) {
        let cell = cell_name(tables, &finding.place);
        found[kind(finding)].1.push(cell);
    }
    found
}

/// An audit as counts, for programs and for the report.
pub fn summary(tables: &[Table], audit: &Audit, threshold: i64) -> Value {
    let count =
        |of: &dyn Fn(&Finding) -> bool| audit.cells.iter().filter(|finding| of(finding)).count();
    json!({
        "hidden_cells": audit.cells.len(),
        "equations": audit.equations,
        "determined": count(&|one| matches!(one.verdict, Verdict::Determined(_))),
        "narrow": count(&|one| matches!(one.verdict, Verdict::Narrow(..))),
        "undecided": count(&|one| one.verdict == Verdict::Undecided),
        "harmful": count(&|one| is_harmful(one, tables, threshold)),
        "narrowest_interval": audit.narrowest(),
        "contradictions": audit.contradictions.len(),
    })
}

/// Whether nothing harmful was found.
pub fn holds(tables: &[Table], audit: &Audit, threshold: i64) -> bool {
    audit.contradictions.is_empty()
        && !audit
            .cells
            .iter()
            .any(|one| is_harmful(one, tables, threshold))
}

/// Cells of two releases that tell more together: hidden now and published before, and numbers that differ
/// by fewer than so many. Gives the names of the cells.
pub fn differences(now: &[Table], before: &[Table], threshold: i64) -> (Vec<String>, Vec<String>) {
    let mut opened = Vec::new();
    let mut small = Vec::new();
    for (at, table) in now.iter().enumerate() {
        let Some(old) = before.iter().find(|old| old.name == table.name) else {
            continue;
        };
        let keyed = |table: &Table, row: usize| -> Vec<(String, String)> {
            let columns = 0..table.dimensions.len();
            let mut key: Vec<(String, String)> = columns
                .map(|at| {
                    (
                        table.dimensions[at].name.clone(),
                        table.code(row, at).to_owned(),
                    )
                })
                .collect();
            key.sort();
            key
        };
        let rows: BTreeMap<_, usize> = (0..old.rows.len())
            .map(|row| (keyed(old, row), row))
            .collect();
        for (measure, (name, cells)) in table.measures.iter().enumerate() {
            let Some(in_old) = old.measure(name) else {
                continue;
            };
            let limit = if name == DOUBLED {
                2 * threshold
            } else {
                threshold
            };
            for (row, cell) in cells.iter().enumerate() {
                let Some(old_row) = rows.get(&keyed(table, row)) else {
                    continue;
                };
                let place = Place {
                    table: at,
                    measure,
                    row,
                };
                match (cell, old.measures[in_old].1[*old_row]) {
                    (Cell::Hidden, Cell::Number(_)) => opened.push(cell_name(now, &place)),
                    (Cell::Number(new), Cell::Number(old))
                        if new - old != 0 && (new - old).abs() < limit =>
                    {
                        small.push(cell_name(now, &place));
                    }
                    _ => {}
                }
            }
        }
    }
    (opened, small)
}
