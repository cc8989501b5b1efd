//! Every kind of figure from the teaching data: nothing is cut or covered at any width, what is
//! drawn is what was computed, and a reader's choices are honoured.
//!
//! `UPDATE_GOLDENS=1 cargo test --test kinds` rewrites the transcripts.
//! `FIGURES_OUT=folder` writes every example as SVG, for eyes.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

use utvandring::data::Dataset;
use utvandring::data::open::{NamedBytes, open};
use utvandring::figures::analyses::figure;
use utvandring::figures::analyses::page::Asked;
use utvandring::figures::build::{Figure, build};
use utvandring::figures::options::Options;
use utvandring::figures::place::{Mark, Placed, Size, place};
use utvandring::figures::sheet::Kind;
use utvandring::figures::spec::{Chart, Spec};
use utvandring::figures::svg::svg;
use utvandring::figures::theme::Theme;
use utvandring::measures::{Measure, Question};
use utvandring::text::Lang;

fn package(name: &str) -> Dataset {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("www/data")
        .join(name);
    let mut files: Vec<NamedBytes> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| NamedBytes {
            name: entry.file_name().into_string().unwrap(),
            bytes: std::fs::read(entry.path()).unwrap(),
        })
        .collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    open(&files).unwrap()
}

fn share(of: &str) -> Measure {
    Measure::Share { of: of.to_owned() }
}

fn spec(measure: Measure, x: &str, series: Option<&str>, options: Options) -> Spec {
    let by = series.into_iter().chain((!x.is_empty()).then_some(x));
    let mut spec = Spec::of_question(Question::new(measure, by), x, series);
    spec.options = options;
    spec
}

fn drawn_as(chart: Chart) -> Options {
    Options {
        chart: Some(chart),
        ..Options::default()
    }
}

const DESCENDANTS: [&str; 2] = ["nb_two_immigrant_parents", "immigrated_age_0_9"];

/// Every kind that a question can be drawn as, and some with the choices of a reader.
fn asked() -> Vec<(&'static str, Spec)> {
    let rate = || Measure::Rate;
    let mut origins = spec(rate(), "origin", None, drawn_as(Chart::Dots));
    origins.panels[0].question = origins.panels[0]
        .question
        .clone()
        .filtered("group", DESCENDANTS);
    vec![
        ("dots_groups", spec(rate(), "group", None, drawn_as(Chart::Dots))),
        (
            "dots_education",
            spec(rate(), "group", Some("education"), drawn_as(Chart::Dots)),
        ),
        ("dots_origins", origins),
        ("slope_groups", spec(rate(), "year", Some("group"), drawn_as(Chart::Slope))),
        (
            "slope_origins",
            spec(rate(), "origin", Some("period"), drawn_as(Chart::Slope)),
        ),
        ("heat_groups", spec(rate(), "year", Some("group"), drawn_as(Chart::Heat))),
        (
            "heat_lexis",
            spec(rate(), "year", Some("age"), drawn_as(Chart::Heat)),
        ),
        (
            "heat_destinations",
            spec(share("destination"), "group", Some("destination"), drawn_as(Chart::Heat)),
        ),
        (
            "flow",
            spec(Measure::ReturnShare, "group", Some("destination_kind"), drawn_as(Chart::Flow)),
        ),
        (
            "people_back",
            spec(Measure::ReturnShare, "group", None, drawn_as(Chart::People)),
        ),
        (
            "people_destinations",
            spec(
                share("destination_kind"),
                "group",
                Some("destination_kind"),
                drawn_as(Chart::People),
            ),
        ),
        (
            "sums",
            spec(Measure::Emigrations, "year", Some("group"), drawn_as(Chart::Sums)),
        ),
        (
            "bars_intervals",
            spec(Measure::ReturnShare, "group", Some("education"), drawn_as(Chart::Bars)),
        ),
        (
            "line_bands",
            spec(
                rate(),
                "year",
                Some("group"),
                Options {
                    hidden: vec!["immigrated_age_10_plus".to_owned(), "majority".to_owned()],
                    ..Options::default()
                },
            ),
        ),
        (
            "line_log",
            spec(
                rate(),
                "year",
                Some("group"),
                Options {
                    log: true,
                    ..Options::default()
                },
            ),
        ),
        (
            "line_focus",
            spec(
                rate(),
                "age",
                Some("group"),
                Options {
                    focus: vec!["nb_two_immigrant_parents".to_owned()],
                    ..Options::default()
                },
            ),
        ),
        (
            "facets",
            spec(
                rate(),
                "year",
                None,
                Options {
                    facets: Some("group".to_owned()),
                    ..Options::default()
                },
            ),
        ),
        (
            "facets_free",
            spec(
                rate(),
                "age",
                Some("education"),
                Options {
                    facets: Some("group".to_owned()),
                    free_axes: true,
                    zoom: Some(("20".to_owned(), "30".to_owned())),
                    ..Options::default()
                },
            ),
        ),
        (
            "one_year",
            spec(
                rate(),
                "group",
                None,
                Options {
                    at: Some("2012".to_owned()),
                    ..Options::default()
                },
            ),
        ),
    ]
}

/// The analyses, each with the choices that change its figure.
fn analyses() -> Vec<(&'static str, Vec<(&'static str, &'static str)>)> {
    vec![
        ("comparison", vec![]),
        ("comparison_shares", vec![("measure", "return_share")]),
        ("standardised", vec![]),
        ("decomposition", vec![]),
        ("decomposition_two", vec![("over", "age-education")]),
        ("chance", vec![]),
        ("trend", vec![("years", "without_pandemic")]),
        ("lexis", vec![]),
        ("lexis_ratio", vec![("reference", "majority")]),
        ("unknown", vec![("q", "25")]),
        ("funnel", vec![]),
        ("funnel_shares", vec![("measure", "return_share")]),
        ("return_curve", vec![]),
        ("destinations", vec![]),
    ]
}

fn analysis(name: &str, choices: &[(&str, &str)]) -> Asked {
    let kinds = [
        "comparison",
        "standardised",
        "decomposition",
        "chance",
        "trend",
        "lexis",
        "unknown",
        "funnel",
        "return_curve",
        "destinations",
    ];
    let kind = kinds.into_iter().find(|kind| name.starts_with(kind)).unwrap();
    let mut asked = vec![("kind".to_owned(), kind.to_owned())];
    let choices = choices.iter();
    asked.extend(choices.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    asked
}

fn all(dataset: &Dataset, lang: Lang) -> Vec<(String, Figure)> {
    let asked = asked().into_iter();
    let mut all: Vec<(String, Figure)> = asked
        .map(|(name, spec)| (name.to_owned(), build(&spec, dataset, lang)))
        .collect();
    for (name, choices) in analyses() {
        let found = figure(dataset, &analysis(name, &choices), lang);
        all.push((name.to_owned(), found.unwrap()));
    }
    all
}

const WIDTHS: [f64; 8] = [320.0, 360.0, 480.0, 640.0, 768.0, 1024.0, 1440.0, 2560.0];

fn wide(width: f64) -> Size {
    Size {
        width,
        height: None,
    }
}

fn problems(placed: &Placed) -> Vec<String> {
    let mut problems = Vec::new();
    for (index, one) in placed.label_boxes.iter().enumerate() {
        let rect = one.rect;
        let inside = rect.x >= 0.0
            && rect.y >= 0.0
            && rect.right() <= placed.width
            && rect.bottom() <= placed.height;
        if !inside {
            problems.push(format!("{:?} leaves the page", one.text));
        }
        for two in &placed.label_boxes[..index] {
            if rect.overlaps(&two.rect) {
                problems.push(format!("{:?} covers {:?}", one.text, two.text));
            }
        }
    }
    for mark in &placed.marks {
        let spots = match mark {
            Mark::Line { points, .. } | Mark::Polygon { points, .. } => points.clone(),
            Mark::Rect { rect, .. } => vec![(rect.x, rect.y), (rect.right(), rect.bottom())],
            Mark::Circle { centre, .. } => vec![*centre],
            Mark::Text(text) => vec![(text.x, text.y)],
        };
        for (x, y) in spots {
            let inside = x >= -0.5 && x <= placed.width + 0.5 && y >= -0.5 && y <= placed.height;
            if !inside {
                problems.push(format!("a mark at {x}, {y}"));
            }
        }
    }
    problems
}

#[test]
fn no_text_of_any_kind_is_cut_or_covered_at_any_width() {
    let dataset = package("teaching");
    let folder = std::env::var_os("FIGURES_OUT").map(PathBuf::from);
    let mut found = Vec::new();
    for lang in Lang::ALL {
        for (name, figure) in all(&dataset, lang) {
            assert_eq!(figure.absent, None, "{name}");
            for theme in Theme::ALL {
                for width in WIDTHS {
                    let placed = place(&figure.sheet, wide(width), &theme);
                    for problem in problems(&placed) {
                        found.push(format!("{name} {} {width}: {problem}", lang.tag()));
                    }
                }
                let Some(folder) = &folder else { continue };
                for width in [360.0, 768.0, 1440.0] {
                    let file = format!("{name}-{}-{}-{width}.svg", lang.tag(), theme.name);
                    let text = svg(&figure.sheet, wide(width), &theme);
                    std::fs::write(folder.join(file), text).unwrap();
                }
            }
        }
    }
    found.dedup();
    assert!(found.is_empty(), "{}: {:#?}", found.len(), &found[..found.len().min(30)]);
}

/// Every point with a value can be reached once, and what the table says there is its number.
#[test]
fn every_mark_of_every_kind_can_be_reached_and_read() {
    let dataset = package("teaching");
    for (name, figure) in all(&dataset, Lang::En) {
        let placed = place(&figure.sheet, wide(768.0), &Theme::LIGHT);
        for (panel_index, panel) in figure.sheet.panels.iter().enumerate() {
            let table = &figure.panels[panel_index].table;
            for (series_index, series) in panel.series.iter().enumerate() {
                for (point_index, point) in series.points.iter().enumerate() {
                    if point.value().is_none() {
                        continue;
                    }
                    let at = (panel_index, series_index, point_index);
                    let hits = placed
                        .targets
                        .iter()
                        .filter(|target| (target.panel, target.series, target.point) == at);
                    let expected = match panel.kind {
                        // Nobody went this way, so there is no ribbon.
                        Kind::Flow if point.y == Some(0.0) => 0,
                        _ => 1,
                    };
                    assert_eq!(hits.count(), expected, "{name}: {at:?}");
                    let cell = &table.rows[point_index].cells[series_index];
                    assert_eq!(cell.value, point.y, "{name}: {at:?}");
                }
            }
        }
    }
}
