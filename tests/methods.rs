//! Every method against golden values, through the same entry the page and the JavaScript API use.
//!
//! The files in `tests/golden` are written by `tests/golden/generate.py`. Another folder of files
//! of the same form is read as well when `UTVANDRING_GOLDEN` names it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use utvandring::measures::methods::{Input, Value, calculate, methods};

/// Columns behind the expected values.
const TAIL: [&str; 4] = ["digits", "scale", "source", "note"];

/// Largest relative difference allowed. Every file is held to 10^-12 but for those named: there a
/// condition number, not the method, sets what binary numbers can give.
const TOLERANCE: f64 = 1e-12;

/// What was found in one file.
struct Report {
    rows: usize,
    largest: f64,
    failures: Vec<String>,
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "csv"))
        .collect();
    files.sort();
    files
}

/// Relative difference of two numbers in text against max(|want|, scale).
fn difference(got: f64, want: &str, scale: f64) -> f64 {
    let want: f64 = want.parse().unwrap();
    let size = want.abs().max(scale);
    if got == want {
        0.0
    } else {
        (got - want).abs() / size
    }
}

/// Largest difference between an output and a cell, or what is wrong with its form.
fn compare(got: &Value, want: &str, scale: f64) -> Result<f64, String> {
    let wrong = || Err(format!("got {got:?}, want {want:?}"));
    let list = |numbers: &[Option<f64>], cells: &str| {
        let cells: Vec<&str> = cells.split(';').collect();
        if cells.len() != numbers.len() {
            return wrong();
        }
        numbers
            .iter()
            .zip(cells)
            .try_fold(0.0_f64, |largest, pair| match pair {
                (None, "") => Ok(largest),
                (Some(number), cell) if !cell.is_empty() => {
                    Ok(largest.max(difference(*number, cell, scale)))
                }
                _ => wrong(),
            })
    };
    match got {
        Value::Absent if want.is_empty() => Ok(0.0),
        Value::Unbounded if want == "inf" => Ok(0.0),
        Value::Text(text) if text == want => Ok(0.0),
        Value::Number(number) if !want.is_empty() && want != "inf" => {
            Ok(difference(*number, want, scale))
        }
        Value::List(numbers) => list(numbers, want),
        Value::Table(rows) => {
            let wanted: Vec<&str> = want.split('|').collect();
            if wanted.len() != rows.len() {
                return wrong();
            }
            rows.iter()
                .zip(wanted)
                .try_fold(0.0_f64, |largest, (row, cells)| {
                    list(row, cells).map(|difference| largest.max(difference))
                })
        }
        _ => wrong(),
    }
}

fn run(path: &Path) -> Report {
    let name = path.file_stem().unwrap().to_str().unwrap();
    let mut reader = csv::Reader::from_path(path).unwrap();
    let header = reader.headers().unwrap().clone();
    let mut report = Report {
        rows: 0,
        largest: 0.0,
        failures: Vec::new(),
    };
    for record in reader.records() {
        let record = record.unwrap();
        let cell = |column: &str| {
            header
                .iter()
                .position(|name| name == column)
                .and_then(|at| record.get(at))
                .unwrap()
        };
        let inputs: BTreeMap<String, Input> = header
            .iter()
            .zip(record.iter())
            .filter(|(column, _)| {
                *column != "case" && !column.starts_with("exp_") && !TAIL.contains(column)
            })
            .map(|(column, text)| (column.to_owned(), Input::from(text)))
            .collect();
        let scale = cell("scale").parse().unwrap_or(0.0);
        let tolerance = if cell("digits") == "exact" {
            0.0
        } else {
            TOLERANCE
        };
        let outputs = calculate(name, &inputs).unwrap_or_else(|error| panic!("{path:?}: {error}"));
        let named: Vec<String> = outputs
            .iter()
            .map(|(name, _)| format!("exp_{name}"))
            .collect();
        let wanted: Vec<&str> = header
            .iter()
            .filter(|column| column.starts_with("exp_"))
            .collect();
        assert_eq!(named, wanted, "{path:?}");
        for (column, (_, got)) in named.iter().zip(&outputs) {
            let place = || format!("{name} {} {column}", &record[0]);
            match compare(got, cell(column), scale) {
                Ok(difference) => {
                    report.largest = report.largest.max(difference);
                    if difference > tolerance {
                        let text =
                            format!("{}: {got}, {} ({difference:.1e})", place(), cell(column));
                        report.failures.push(text);
                    }
                }
                Err(wrong) => report.failures.push(format!("{}: {wrong}", place())),
            }
        }
        report.rows += 1;
    }
    report
}

/// Runs all files of a folder and prints one line a file (`--nocapture` shows them).
fn check(folder: &Path) {
    let mut failures = Vec::new();
    let mut seen = Vec::new();
    for path in files(folder) {
        let report = run(&path);
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        println!(
            "{name}: {} rows, largest difference {:.1e}",
            report.rows, report.largest
        );
        assert!(report.rows > 0, "{path:?} is empty");
        failures.extend(report.failures);
        seen.push(name);
    }
    let mut known: Vec<&str> = methods().iter().map(|method| method.name).collect();
    known.sort_unstable();
    assert_eq!(seen, known, "one file for each method");
    assert!(
        failures.is_empty(),
        "{} differ:\n{}",
        failures.len(),
        failures.join("\n")
    );
}

#[test]
fn every_method_gives_the_golden_values() {
    check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden"));
}

#[test]
fn every_method_gives_the_values_of_a_folder_named_from_outside() {
    if let Some(folder) = std::env::var_os("UTVANDRING_GOLDEN") {
        check(Path::new(&folder));
    }
}
