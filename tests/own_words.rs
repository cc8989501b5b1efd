//! Words that a reader puts to a figure: they are in its pictures and files, marked as not the publisher's, and the
//! marks of made-up and own data stay.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shipped;

use utvandring::explain::of_number;
use utvandring::figures::build::{Figure, build};
use utvandring::figures::export::{Request, csv, json};
use utvandring::figures::numbers::Spot;
use utvandring::figures::options::Options;
use utvandring::figures::place::Size;
use utvandring::figures::spec::Spec;
use utvandring::figures::svg::svg;
use utvandring::figures::theme::Theme;
use utvandring::measures::{Measure, Question};
use utvandring::text::Lang;

use shipped::package;

fn spec(options: Options) -> Spec {
    let mut spec = Spec::of_question(Question::new(Measure::Rate, ["year"]), "year", None);
    spec.options = options;
    spec
}

fn worded() -> Options {
    Options {
        title: "Fewer leave".to_owned(),
        note: "Our reading of it.".to_owned(),
        source: "The Daily".to_owned(),
        marks: vec![
            ("2008".to_owned(), "Crisis".to_owned()),
            ("x".to_owned(), "nowhere".to_owned()),
        ],
        ..Options::default()
    }
}

#[test]
fn words_of_a_reader_are_in_pictures_and_files_and_told_apart_from_the_publishers() {
    let dataset = package("norway");
    let (plain, own) = (spec(Options::default()), spec(worded()));
    let figure = build(&own, &dataset, Lang::En);
    let size = Size {
        width: 900.0,
        height: None,
    };
    let picture = svg(&figure.sheet, size, &Theme::LIGHT);
    for words in [
        "Fewer leave",
        "Our reading of it.",
        "The Daily",
        "Crisis",
        "by whoever made the figure",
    ] {
        assert!(picture.contains(words), "{words}");
    }
    assert!(!picture.contains("nowhere"));
    // The publisher's source stays.
    assert!(
        figure
            .sheet
            .footer
            .iter()
            .any(|line| line.contains("Statistics Norway (SSB), table"))
    );
    let usual = build(&plain, &dataset, Lang::En);
    assert!(
        !usual
            .sheet
            .footer
            .iter()
            .any(|line| line.contains("whoever made"))
    );
    // The sentence and the numbers are those of the data.
    assert_eq!(usual.said, figure.said);
    assert_eq!(usual.panels[0].table, figure.panels[0].table);
    let request = Request {
        spec: &own,
        dataset: &dataset,
        lang: Lang::En,
        date: "2026-12-01",
        link: "https://example.org/#/explore",
        views: &[String::new()],
    };
    let (table, description) = (csv::csv(&request, 0).unwrap(), json::json(&request));
    for file in [&table, &description] {
        assert!(file.contains("Fewer leave"), "{file}");
    }
    assert!(description.contains("Our reading of it."), "{description}");
}

#[test]
fn words_of_a_reader_do_not_take_away_that_data_are_made_up() {
    let dataset = package("teaching");
    let figure = build(&spec(worded()), &dataset, Lang::Nb);
    assert!(figure.sheet.badge.synthetic && !figure.sheet.badge.text.is_empty());
    assert_eq!(figure.sheet.title, "Fewer leave");
}

#[test]
fn words_are_cut_to_what_a_figure_can_hold() {
    let long = Options::tidied(&format!("  a\n\tb {}", "c".repeat(1000)));
    assert!(long.starts_with("a b c") && long.chars().count() == 300);
    assert_eq!(Options::tidied("a\u{202e}b\u{0007}"), "ab");
    let many: Vec<_> = (0..20)
        .map(|year| (year.to_string(), String::new()))
        .collect();
    assert_eq!(Options::fewer(many).len(), 8);
}

#[test]
fn an_index_is_each_value_in_parts_of_that_of_its_year_and_opens_as_such() {
    let dataset = package("norway");
    let plain = build(&spec(Options::default()), &dataset, Lang::En);
    let index = Options {
        index: Some("2008".to_owned()),
        ..Options::default()
    };
    let figure = build(&spec(index.clone()), &dataset, Lang::En);
    assert!(
        figure
            .sheet
            .subtitle
            .contains("per cent of the value in 2008"),
        "{}",
        figure.sheet.subtitle
    );
    let values = |figure: &Figure| -> Vec<(String, Option<f64>)> {
        let rows = figure.panels[0].table.rows.iter();
        rows.map(|row| (row.head.clone(), row.cells[0].value))
            .collect()
    };
    let (levels, parts) = (values(&plain), values(&figure));
    let base = levels
        .iter()
        .find(|(year, _)| year == "2008")
        .unwrap()
        .1
        .unwrap();
    for ((year, level), (_, part)) in levels.iter().zip(&parts) {
        assert!(
            (level.unwrap() / base - part.unwrap()).abs() < 1e-12,
            "{year}"
        );
    }
    assert!(
        figure.sheet.panels[0].series[0]
            .points
            .iter()
            .all(|point| point.interval().is_none())
    );
    // Each opens as so many times the value of that year.
    let spot = Spot {
        panel: 0,
        series: 0,
        point: parts.len() - 1,
    };
    let told = of_number(&dataset, &figure.number(spot).unwrap(), 0.95, Lang::En).unwrap();
    assert!((told.value.unwrap() - parts.last().unwrap().1.unwrap()).abs() < 1e-12);
    // Sums over other countries are not set against each other, and no part goes over a break.
    let europe = package("europe");
    let all = build(&spec(index.clone()), &europe, Lang::En);
    let of_all = values(&all);
    assert_eq!(
        of_all.iter().find(|(year, _)| year == "2008").unwrap().1,
        Some(1.0)
    );
    assert_eq!(
        of_all.iter().find(|(year, _)| year == "1990").unwrap().1,
        None
    );
    let mut by_country = Spec::of_question(
        Question::new(Measure::Emigrations, ["country", "year"]),
        "year",
        Some("country"),
    );
    by_country.options = index;
    let figure = build(&by_country, &europe, Lang::En);
    let broken = figure.sheet.panels[0].series.iter().filter(|series| {
        let known = series
            .points
            .iter()
            .filter(|point| point.value().is_some())
            .count();
        known > 0 && known < series.points.len()
    });
    assert!(broken.count() > 0);
}
