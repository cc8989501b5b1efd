//! Every method against golden values, through the same entry the page and the JavaScript API use.
//!
//! The files in `tests/golden` are written by `tests/golden/generate.py`. A second folder of files
//! of the same form is read as well where there is one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use utvandring::methods::catalog::{Input, InputKind, Value, calculate, methods};
use utvandring::stats::Interval;
use utvandring::stats::compare::{rate_difference, rate_ratio};
use utvandring::stats::decompose::{Population, das_gupta, kitagawa};
use utvandring::stats::interval::{RateMethod, garwood, mid_p, rate_interval};
use utvandring::stats::share::{ShareMethod, share_interval};
use utvandring::stats::standardise::direct;

/// Columns behind the expected values.
const TAIL: [&str; 4] = ["digits", "scale", "source", "note"];

/// Largest relative difference allowed, against max(|want|, scale).
const TOLERANCE: f64 = 1e-12;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// What was found in one file.
struct Report {
    rows: usize,
    largest: f64,
    failures: Vec<String>,
}

/// All CSV files of a folder by method name.
fn files(folder: &Path) -> Outcome<BTreeMap<String, PathBuf>> {
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "csv") {
            let name = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            files.insert(name, path);
        }
    }
    Ok(files)
}

/// Largest difference between an output and a cell, against max(|want|, scale); None when they
/// differ in form.
fn difference(got: &Value, want: &str, scale: f64) -> Option<f64> {
    let number = |got: f64, want: &str| -> Option<f64> {
        let want: f64 = want.parse().ok().filter(|want: &f64| want.is_finite())?;
        Some(if got == want {
            0.0
        } else {
            (got - want).abs() / want.abs().max(scale)
        })
    };
    let list = |numbers: &[Option<f64>], cells: &str| -> Option<f64> {
        let cells: Vec<&str> = cells.split(';').collect();
        let mut pairs = numbers.iter().zip(&cells);
        let largest = pairs.try_fold(0.0_f64, |largest, pair| match pair {
            (None, cell) => cell.is_empty().then_some(largest),
            (Some(got), cell) => number(*got, cell).map(|difference| largest.max(difference)),
        });
        largest.filter(|_| cells.len() == numbers.len())
    };
    match got {
        Value::Absent => want.is_empty().then_some(0.0),
        Value::Unbounded => (want == "inf").then_some(0.0),
        Value::Text(text) => (text == want).then_some(0.0),
        Value::Number(got) => number(*got, want),
        Value::List(numbers) => list(numbers, want),
        Value::Table(rows) => {
            let wanted: Vec<&str> = want.split('|').collect();
            let largest = rows
                .iter()
                .zip(&wanted)
                .try_fold(0.0_f64, |largest, (row, cells)| {
                    list(row, cells).map(|difference| largest.max(difference))
                });
            largest.filter(|_| wanted.len() == rows.len())
        }
    }
}

/// Runs every row of a file.
fn run(name: &str, path: &Path) -> Outcome<Report> {
    let mut reader = csv::Reader::from_path(path)?;
    let header = reader.headers()?.clone();
    let mut report = Report {
        rows: 0,
        largest: 0.0,
        failures: Vec::new(),
    };
    for record in reader.records() {
        let record = record?;
        let cells: BTreeMap<&str, &str> = header.iter().zip(record.iter()).collect();
        let inputs: BTreeMap<String, Input> = cells
            .iter()
            .filter(|(column, _)| {
                **column != "case" && !column.starts_with("exp_") && !TAIL.contains(column)
            })
            .map(|(column, text)| ((*column).to_owned(), Input::from(*text)))
            .collect();
        let scale = cells["scale"].parse().unwrap_or(0.0);
        let tolerance = if cells["digits"] == "exact" {
            0.0
        } else {
            TOLERANCE
        };
        let outputs = calculate(name, &inputs)?;
        let named: Vec<String> = outputs
            .iter()
            .map(|(name, _)| format!("exp_{name}"))
            .collect();
        let wanted: Vec<&str> = header
            .iter()
            .filter(|column| column.starts_with("exp_"))
            .collect();
        assert_eq!(named, wanted, "outputs of {name}");
        for (column, (_, got)) in named.iter().zip(&outputs) {
            let want = cells[column.as_str()];
            let difference = difference(got, want, scale);
            report.largest = report.largest.max(difference.unwrap_or(0.0));
            if difference.is_none_or(|difference| difference > tolerance) {
                let case = cells["case"];
                report
                    .failures
                    .push(format!("{name} {case} {column}: {got}, not {want}"));
            }
        }
        report.rows += 1;
    }
    Ok(report)
}

/// Runs all files of a folder and prints one line a file (`--nocapture` shows them).
fn check(folder: &Path) -> Outcome<()> {
    let mut failures = Vec::new();
    let files = files(folder)?;
    let mut known: Vec<&str> = methods().iter().map(|method| method.name).collect();
    known.sort_unstable();
    assert!(files.keys().eq(&known), "one file for each method");
    for (name, path) in &files {
        let report = run(name, path)?;
        println!(
            "{name}: {} rows, largest difference {:.1e}",
            report.rows, report.largest
        );
        assert!(report.rows > 0, "{name} is empty");
        failures.extend(report.failures);
    }
    assert!(
        failures.is_empty(),
        "{} differ:\n{}",
        failures.len(),
        failures.join("\n")
    );
    Ok(())
}

#[test]
fn every_method_gives_the_golden_values() -> Outcome<()> {
    check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden"))
}

/// A second set of values, made by other code than the first. It lies beside the checkout or
/// where `UTVANDRING_GOLDEN` says; where it is not, that is said in the output.
#[test]
fn every_method_gives_the_values_of_a_second_set() -> Outcome<()> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/golden");
    let folder = std::env::var_os("UTVANDRING_GOLDEN").map_or(beside, PathBuf::from);
    if folder.is_dir() {
        check(&folder)
    } else {
        let said = format!(
            "skipped: no second set of golden values in {}\n",
            folder.display()
        );
        // Not through print!, which the test runner would keep to itself.
        std::io::Write::write_all(&mut std::io::stderr(), said.as_bytes())?;
        Ok(())
    }
}

/// Numbers of the size a register gives, small ones as likely as large ones.
fn spread(low: f64, high: f64) -> impl Strategy<Value = f64> {
    (libm::log(low)..libm::log(high)).prop_map(libm::exp)
}

fn events() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), spread(1.0, 1e7).prop_map(libm::floor)]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_rate_interval_encloses_its_rate(
        x in events(), t in spread(1e-3, 1e9), level in 0.8..0.999_f64,
    ) {
        for method in [RateMethod::Garwood, RateMethod::MidP, RateMethod::Byar, RateMethod::Score] {
            let Interval { lower, upper } = rate_interval(method, x, t, level).unwrap();
            prop_assert!(0.0 <= lower && lower <= x / t && x / t < upper, "{method:?} {lower} {upper}");
        }
    }

    #[test]
    fn mid_p_lies_within_garwood(x in events(), level in 0.8..0.999_f64) {
        let (outer, inner) = (garwood(x, 1.0, level).unwrap(), mid_p(x, 1.0, level).unwrap());
        prop_assert!(outer.lower <= inner.lower && inner.upper < outer.upper);
    }

    #[test]
    fn every_share_interval_encloses_its_share_and_mirrors(
        k in events(), rest in events(), level in 0.8..0.999_f64,
    ) {
        let rest = if k == 0.0 { rest.max(1.0) } else { rest };
        let (n, share) = (k + rest, k / (k + rest));
        for method in [ShareMethod::Wilson, ShareMethod::ClopperPearson] {
            let Interval { lower, upper } = share_interval(method, k, n, level).unwrap();
            prop_assert!(0.0 <= lower && lower <= share && share <= upper && upper <= 1.0);
            let mirrored = share_interval(method, rest, n, level).unwrap();
            prop_assert!((1.0 - mirrored.upper - lower).abs() < 1e-14);
            prop_assert!((1.0 - mirrored.lower - upper).abs() < 1e-14);
        }
    }

    #[test]
    fn swapping_the_groups_inverts_the_ratio_and_turns_the_difference(
        x1 in events(), x2 in events(), t1 in spread(1.0, 1e8), t2 in spread(1.0, 1e8),
        level in 0.8..0.999_f64,
    ) {
        let (there, back) =
            (rate_difference(x1, t1, x2, t2, level).unwrap(), rate_difference(x2, t2, x1, t1, level).unwrap());
        let size = (x1 / t1).max(x2 / t2).max(there.score.upper - there.score.lower);
        prop_assert!((there.score.lower + back.score.upper).abs() <= 1e-12 * size);
        prop_assert!(there.score.lower <= there.difference && there.difference <= there.score.upper);
        if x1 > 0.0 && x2 > 0.0 {
            let ratio = |x1, t1, x2, t2| rate_ratio(x1, t1, x2, t2, level).unwrap();
            let (there, back) = (ratio(x1, t1, x2, t2), ratio(x2, t2, x1, t1));
            let point = there.ratio.finite().unwrap();
            for (limits, mirrored) in [(there.exact, back.exact), (there.mid_p, back.mid_p)] {
                prop_assert!((limits.lower * mirrored.upper.finite().unwrap() - 1.0).abs() < 1e-12);
                prop_assert!(limits.lower <= point && point <= limits.upper.finite().unwrap());
            }
        }
    }

    #[test]
    fn the_effects_of_a_decomposition_add_up_to_the_gap(
        cells in prop::collection::vec((1.0..1e5_f64, 1.0..1e5_f64, 0..900_u32, 0..900_u32), 1..20),
    ) {
        let exposure1: Vec<f64> = cells.iter().map(|cell| cell.0).collect();
        let exposure2: Vec<f64> = cells.iter().map(|cell| cell.1).collect();
        let events1: Vec<f64> = cells.iter().map(|cell| f64::from(cell.2)).collect();
        let events2: Vec<f64> = cells.iter().map(|cell| f64::from(cell.3)).collect();
        let first = Population { exposure: &exposure1, events: &events1 };
        let second = Population { exposure: &exposure2, events: &events2 };
        let split = kitagawa(first, second).unwrap();
        let size = split.rate1.max(split.rate2).max(split.rate_effect.abs());
        prop_assert!((split.rate_effect + split.composition_effect - split.gap).abs() <= 1e-12 * size);
        // A weighted form of two factors gives the same two effects.
        let factors = |exposure: &[f64], events: &[f64]| {
            let total: f64 = exposure.iter().sum();
            let rates = events.iter().zip(exposure).map(|(x, t)| x / t).collect();
            vec![exposure.iter().map(|t| t / total).collect(), rates]
        };
        let both =
            das_gupta(&factors(&exposure1, &events1), &factors(&exposure2, &events2)).unwrap();
        prop_assert!((both.effects[0] - split.composition_effect).abs() <= 1e-12 * size);
        prop_assert!((both.effects[1] - split.rate_effect).abs() <= 1e-12 * size);
    }

    #[test]
    fn one_stratum_standardised_is_garwood_and_own_weights_give_the_crude_rate(
        x in events(), t in spread(1e-2, 1e9), w in spread(1.0, 1e6), level in 0.8..0.999_f64,
    ) {
        let one = direct(&[x], &[t], &[w], level).unwrap().fay_feuer;
        let exact = garwood(x, t, level).unwrap();
        prop_assert!((one.lower - exact.lower).abs() <= 1e-12 * exact.lower);
        prop_assert!((one.upper - exact.upper).abs() <= 1e-12 * exact.upper);
        let own = direct(&[x, 7.0], &[t, 90.0], &[t, 90.0], level).unwrap();
        let crude = (x + 7.0) / (t + 90.0);
        prop_assert!((own.rate - crude).abs() <= 1e-14 * crude);
    }

    #[test]
    fn no_input_makes_a_method_give_nan_or_panic(
        method in 0..methods().len(),
        texts in prop::collection::vec(
            prop::sample::select(vec!["0", "1", "3", "12.5", "-2", "1e300", "1e-300", "..", ":", "0.95"]), 8),
    ) {
        let method = &methods()[method];
        let inputs: BTreeMap<String, Input> = method
            .inputs
            .iter()
            .zip(texts)
            .map(|(input, text)| {
                let text = match input.kind {
                    InputKind::Choice(words) => words[text.len() % words.len()],
                    _ => text,
                };
                (input.name.to_owned(), Input::from(text))
            })
            .collect();
        if let Ok(outputs) = calculate(method.name, &inputs) {
            for (name, value) in outputs {
                prop_assert!(!matches!(value, Value::Number(number) if !number.is_finite()), "{name}");
                let stuck = Value::Text("not_converged".to_owned());
                prop_assert!(value != stuck, "{} {inputs:?}", method.name);
            }
        }
    }
}
