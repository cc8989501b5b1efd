//! Another confidence level: what changes and what does not, and how long all statistics of all
//! countries of origin take.
//!
//! `cargo test --release --no-default-features --test level -- --nocapture` prints the times. A
//! frame of a screen lasts 16 ms.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shipped;

use std::time::Instant;

use utvandring::data::Dataset;
use utvandring::measures::analysis::Scope;
use utvandring::measures::analysis::by_name::{AnalysisRequest, Line};
use utvandring::measures::{IntervalMethod, Measure, Question, answer, interval};
use utvandring::methods::catalog::analyse;
use utvandring::text::Lang;
use utvandring::view_models::analyses::{page, with_figure};

use shipped::teaching;

fn kind() -> Measure {
    Measure::Share {
        of: "destination_kind".to_owned(),
    }
}

fn asked(
    name: &str,
    by: &[&str],
    of: Option<Measure>,
    reference: &str,
    level: f64,
) -> AnalysisRequest {
    let mut scope = Scope::default();
    if of == Some(kind()) {
        scope = scope.filtered("destination_kind", ["origin"]);
    }
    AnalysisRequest {
        name: name.to_owned(),
        by: by.iter().map(|name| (*name).to_owned()).collect(),
        scope,
        of,
        over: Vec::new(),
        reference: vec![reference.to_owned()],
        group: Vec::new(),
        standard: None,
        assumption: 0.5,
        without: Vec::new(),
        born: None,
        width: None,
        interval: None,
        level,
    }
}

/// Value and limits.
type Found = (Option<f64>, Option<f64>, Option<f64>);

/// Every statistic that the tables by country of origin allow, at a level.
fn all_statistics(dataset: &Dataset, level: f64) -> Vec<(String, Vec<Found>)> {
    let mut all = Vec::new();
    for measure in [Measure::Rate, Measure::ReturnShare, kind()] {
        let name = measure.name().to_owned();
        let mut question = Question::new(measure, ["origin"]);
        if question.measure == kind() {
            question = question.filtered("destination_kind", ["origin"]);
        }
        let method = IntervalMethod::default_for(&question.measure);
        let rows = answer(dataset, &question).unwrap().rows;
        let found = |row| {
            let limits = interval(row, method, level).ok();
            let row: &measures::Row = row;
            let (lower, upper) = (limits.map(|l| l.lower), limits.map(|l| l.upper));
            (row.value, lower, upper)
        };
        all.push((name, rows.iter().map(found).collect()));
    }
    let rates = answer(dataset, &Question::new(Measure::Rate, ["origin"])).unwrap();
    let reference = rates.rows[0].key[0].clone();
    let analyses = [
        ("rate_ratio", &["origin"][..], None),
        ("rate_diff", &["origin"], None),
        (
            "share_diff_newcombe",
            &["origin"],
            Some(Measure::ReturnShare),
        ),
        ("share_diff_newcombe", &["origin"], Some(kind())),
        ("heterogeneity", &["origin"], None),
        ("heterogeneity", &["origin"], Some(Measure::ReturnShare)),
        ("funnel_rate", &["origin"], None),
        ("funnel_share", &["origin"], Some(Measure::ReturnShare)),
        ("unknown_bounds", &["origin"], None),
        ("suppressed_rate", &["origin"], None),
        ("share_goodman", &["origin", "destination_kind"], None),
    ];
    for (name, by, of) in analyses {
        let label = format!("{name} {of:?}");
        let found = analyse(dataset, &asked(name, by, of, &reference, level)).unwrap();
        let numbers = |line: &Line| {
            let upper = line.upper.and_then(|upper| upper.finite());
            (line.value, line.lower, upper)
        };
        all.push((label, found.rows.iter().map(numbers).collect()));
    }
    all
}

#[test]
fn another_level_changes_intervals_and_no_value() {
    let dataset = teaching();
    let levels = [0.9, 0.95, 0.99].map(|level| all_statistics(&dataset, level));
    let mut wider = 0;
    for (narrow, wide) in [(&levels[0], &levels[1]), (&levels[1], &levels[2])] {
        for ((name, narrow), (_, wide)) in narrow.iter().zip(wide) {
            assert_eq!(narrow.len(), wide.len());
            for (one, two) in narrow.iter().zip(wide) {
                assert_eq!(one.0, two.0, "{name}");
                if let ((_, Some(l1), Some(u1)), (_, Some(l2), Some(u2))) = (one, two) {
                    assert!(l2 <= l1 && u1 <= u2, "{name}: {one:?} {two:?}");
                    wider += usize::from(l2 < l1 || u1 < u2);
                }
            }
        }
    }
    assert!(wider > 200, "{wider}");
}

#[test]
fn the_time_of_all_statistics_of_all_origins_is_printed() {
    let dataset = teaching();
    let mut times: Vec<f64> = Vec::new();
    let mut numbers = 0;
    for round in 0..20 {
        let level = [0.9, 0.95, 0.99][round % 3];
        let begin = Instant::now();
        let found = all_statistics(&dataset, level);
        times.push(begin.elapsed().as_secs_f64() * 1000.0);
        numbers = found.iter().map(|(_, rows)| rows.len()).sum();
    }
    times.sort_by(f64::total_cmp);
    println!(
        "{numbers} numbers with limits: fastest {:.2} ms, median {:.2} ms, slowest {:.2} ms",
        times[0],
        times[times.len() / 2],
        times[times.len() - 1]
    );
    assert!(numbers > 100);
    for (kind, _) in &page(&dataset, &Vec::new(), Lang::Nb).controls[0].choices {
        let mut times: Vec<f64> = Vec::new();
        for level in ["90", "95", "99"].iter().cycle().take(9) {
            let asked = [("kind", kind.as_str()), ("level", *level)];
            let asked = asked.map(|(name, value)| (name.to_owned(), value.to_owned()));
            let begin = Instant::now();
            let (page, figure) = with_figure(&dataset, &asked.to_vec(), Lang::Nb);
            times.push(begin.elapsed().as_secs_f64() * 1000.0);
            assert!(!page.tables.is_empty() && figure.is_some());
        }
        times.sort_by(f64::total_cmp);
        println!(
            "the page of {kind}: median {:.2} ms",
            times[times.len() / 2]
        );
    }
}
