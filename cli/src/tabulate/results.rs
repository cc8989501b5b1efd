//! What an engine has written: small CSV files, one a query.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use text::{Lang, publish};

use crate::outcome::Stop;

/// The folder of the results of a run.
#[derive(Clone, Copy, Debug)]
pub struct Results<'a> {
    /// Where it is.
    pub folder: &'a Path,
    /// Whether the engine writes nothing at all where there are no rows.
    pub may_lack: bool,
    /// The language of what is said.
    pub lang: Lang,
}

impl Results<'_> {
    /// Reads the result of a query, a file or a folder of parts, whose columns `numbers` hold counts.
    pub fn read(self, name: &str, numbers: &[&str]) -> Result<Rows, Stop> {
        let path = self.folder.join(format!("{name}.csv"));
        let unreadable = |path: &Path, reason: &str| {
            Stop::Machine(publish::cannot_read(
                self.lang,
                &path.display().to_string(),
                reason,
            ))
        };
        let mut parts: Vec<PathBuf> = Vec::new();
        if path.is_dir() {
            let entries =
                fs::read_dir(&path).map_err(|error| unreadable(&path, &error.to_string()))?;
            parts.extend(entries.flatten().map(|entry| entry.path()));
            parts.retain(|part| part.extension().is_some_and(|ending| ending == "csv"));
            parts.sort();
        } else if path.exists() || !self.may_lack {
            parts.push(path);
        }
        let mut all = Rows::default();
        for part in parts {
            let failed = |error: csv::Error| unreadable(&part, &error.to_string());
            let mut reader = csv::Reader::from_path(&part).map_err(failed)?;
            let header = reader.headers().map_err(failed)?;
            if header.is_empty() {
                continue;
            }
            all.columns = header.iter().map(str::to_owned).collect();
            let places = numbers
                .iter()
                .map(|name| all.columns.iter().position(|own| own == name));
            let places: Option<Vec<usize>> = places.collect();
            let places = places.ok_or_else(|| unreadable(&part, &all.columns.join(", ")))?;
            for record in reader.records() {
                let cells: Vec<String> =
                    record.map_err(failed)?.iter().map(str::to_owned).collect();
                let is_count =
                    |at: &usize| cells[*at].is_empty() || cells[*at].parse::<i64>().is_ok();
                if !places.iter().all(is_count) {
                    return Err(unreadable(&part, &cells.join(", ")));
                }
                all.rows.push(cells);
            }
        }
        Ok(all)
    }
}

impl Results<'_> {
    /// The counts of a result of one row, by the names of its columns.
    pub fn single(self, name: &str) -> Result<BTreeMap<String, i64>, Stop> {
        let columns = self.read(name, &[])?.columns;
        let names: Vec<&str> = columns.iter().map(String::as_str).collect();
        let rows = self.read(name, &names)?;
        let row = rows.iter().next();
        let counts = row.into_iter().flat_map(|row| {
            columns
                .iter()
                .map(move |name| (name.clone(), row.number(name)))
        });
        Ok(counts.collect())
    }
}

/// The rows of a result, by the names of its columns.
#[derive(Debug, Default)]
pub struct Rows {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Rows {
    /// Each row with its texts and numbers by name.
    pub fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|cells| Row {
            columns: &self.columns,
            cells,
        })
    }

    /// Two columns as a map from text to number.
    pub fn counts(&self, key: &str, value: &str) -> BTreeMap<String, i64> {
        self.iter()
            .map(|row| (row.text(key).to_owned(), row.number(value)))
            .collect()
    }
}

/// One row.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    columns: &'a [String],
    cells: &'a [String],
}

impl<'a> Row<'a> {
    /// The text in a column; nothing where it is null.
    pub fn text(&self, column: &str) -> &'a str {
        let at = self.columns.iter().position(|name| name == column);
        at.and_then(|at| self.cells.get(at))
            .map_or("", String::as_str)
    }

    /// The count in a column; a sum of no rows is 0.
    pub fn number(&self, column: &str) -> i64 {
        self.text(column).parse().unwrap_or(0)
    }
}
