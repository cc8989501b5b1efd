//! Every kind of figure from the teaching data: nothing is cut or covered at any width, what is
//! drawn is what was computed, and a reader's choices are honoured.
//!
//! `UPDATE_GOLDENS=1 cargo test --test kinds` rewrites the transcripts.
//! `FIGURES_OUT=folder` writes every example as SVG, for eyes.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod goldens;
mod shipped;

use std::path::{Path, PathBuf};

use goldens::Goldens;
use shipped::package;
use utvandring::data::Dataset;
use utvandring::data::open::{NamedBytes, open};
use utvandring::figures::build::{Figure, build};
use utvandring::figures::kinds::kinds_for;
use utvandring::figures::options::{Intervals, Options};
use utvandring::figures::place::{Mark, Placed, Shape, Size, place};
use utvandring::figures::readout::readout;
use utvandring::figures::record::transcript;
use utvandring::figures::sheet::{Kind, Marker, Scale};
use utvandring::figures::spec::{Chart, Spec};
use utvandring::figures::svg::svg;
use utvandring::figures::theme::{Hue, Theme};
use utvandring::measures::{IntervalMethod, Measure, Question};
use utvandring::text::{Lang, number};
use utvandring::view_models::analyses::figure;
use utvandring::view_models::analyses::page::Asked;

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
        (
            "dots_groups",
            spec(rate(), "group", None, drawn_as(Chart::Dots)),
        ),
        (
            "dots_education",
            spec(rate(), "group", Some("education"), drawn_as(Chart::Dots)),
        ),
        ("dots_origins", origins),
        (
            "slope_groups",
            spec(rate(), "year", Some("group"), drawn_as(Chart::Slope)),
        ),
        (
            "slope_origins",
            spec(rate(), "origin", Some("period"), drawn_as(Chart::Slope)),
        ),
        (
            "heat_groups",
            spec(rate(), "year", Some("group"), drawn_as(Chart::Heat)),
        ),
        (
            "heat_lexis",
            spec(rate(), "year", Some("age"), drawn_as(Chart::Heat)),
        ),
        (
            "heat_destinations",
            spec(
                share("destination"),
                "group",
                Some("destination"),
                drawn_as(Chart::Heat),
            ),
        ),
        (
            "stacked_intervals",
            spec(
                share("destination"),
                "group",
                Some("destination"),
                Options {
                    intervals: Intervals::Level(95),
                    method: Some(IntervalMethod::Joint),
                    ..Options::default()
                },
            ),
        ),
        (
            "flow",
            spec(
                Measure::ReturnShare,
                "group",
                Some("destination_kind"),
                drawn_as(Chart::Flow),
            ),
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
            spec(
                Measure::Emigrations,
                "year",
                Some("group"),
                drawn_as(Chart::Sums),
            ),
        ),
        (
            "bars_intervals",
            spec(
                Measure::ReturnShare,
                "group",
                Some("education"),
                drawn_as(Chart::Bars),
            ),
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
    let kind = kinds
        .into_iter()
        .find(|kind| name.starts_with(kind))
        .unwrap();
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
    assert!(
        found.is_empty(),
        "{}: {:#?}",
        found.len(),
        &found[..found.len().min(30)]
    );
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

fn find(dataset: &Dataset, name: &str) -> Figure {
    let spec = asked()
        .into_iter()
        .find(|(known, _)| *known == name)
        .unwrap()
        .1;
    build(&spec, dataset, Lang::En)
}

/// Events and exposure of a group, added up from the lines of a table, without the program's
/// own way of answering questions.
fn counted(table: &str, group: &str, columns: (&str, &str)) -> (f64, f64) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("www/data/teaching")
        .join(format!("{table}.csv"));
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.lines();
    let heads: Vec<&str> = lines
        .next()
        .unwrap()
        .trim_start_matches('\u{feff}')
        .split(',')
        .collect();
    let place = |name: &str| heads.iter().position(|head| *head == name).unwrap();
    let (own, one, two) = (place("group"), place(columns.0), place(columns.1));
    let mut sums = (0.0, 0.0);
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        if cells[own] == group
            && let (Ok(first), Ok(second)) = (cells[one].parse::<f64>(), cells[two].parse::<f64>())
        {
            sums = (sums.0 + first, sums.1 + second);
        }
    }
    sums
}

#[test]
fn dots_stand_where_independent_sums_put_them() {
    let dataset = package("teaching");
    let figure = find(&dataset, "dots_groups");
    let placed = place(&figure.sheet, wide(768.0), &Theme::LIGHT);
    let groups = measures::codes_of(&dataset, "group");
    let middles: Vec<f64> = placed
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Circle { centre, .. } => Some(centre.0),
            _ => None,
        })
        .collect();
    assert_eq!(middles.len(), groups.len());
    let rates: Vec<f64> = groups
        .iter()
        .map(|group| {
            let (events, exposure) = counted("by_age", group, ("emigrations", "person_years"));
            events / exposure
        })
        .collect();
    // Two of them fix the scale; the others must lie on it.
    let (low, high) = (4, 3);
    let unit = (middles[high] - middles[low]) / (rates[high] - rates[low]);
    for (rate, middle) in rates.iter().zip(&middles) {
        let expected = middles[low] + (rate - rates[low]) * unit;
        assert!((middle - expected).abs() < 0.01, "{middle} for {expected}");
    }
    let series = &figure.sheet.panels[0].series[0];
    for (point, rate) in series.points.iter().zip(&rates) {
        assert!((point.y.unwrap() - rate).abs() < 1e-15);
        let (lower, upper) = point.interval().unwrap();
        assert!(lower < *rate && *rate < upper);
    }
}

#[test]
fn the_steps_of_a_waterfall_meet_and_add_up() {
    let dataset = package("teaching");
    for name in ["decomposition", "decomposition_two"] {
        let (_, choices) = analyses()
            .into_iter()
            .find(|(known, _)| *known == name)
            .unwrap();
        let figure = figure(&dataset, &analysis(name, &choices), Lang::En).unwrap();
        let points = &figure.sheet.panels[0].series[0].points;
        let (first, last) = (&points[0], &points[points.len() - 1]);
        let mut at = first.span.unwrap().1;
        let mut sum = first.y.unwrap();
        for step in &points[1..points.len() - 1] {
            let (from, to) = step.span.unwrap();
            assert_eq!(
                from, at,
                "{name}: every step begins where the one before ended"
            );
            assert!((to - from - step.y.unwrap()).abs() < 1e-15);
            at = to;
            sum += step.y.unwrap();
        }
        assert!((at - last.span.unwrap().1).abs() < 1e-15);
        assert!((sum - last.y.unwrap()).abs() < 1e-15, "{name}");
        // The rates themselves, from the lines of the table.
        for (point, group) in [(first, "majority"), (last, "nb_two_immigrant_parents")] {
            let (events, exposure) = counted("by_age", group, ("emigrations", "person_years"));
            assert!(
                (point.y.unwrap() - events / exposure).abs() < 1e-12,
                "{group}"
            );
        }
        for width in [360.0, 768.0] {
            let placed = place(&figure.sheet, wide(width), &Theme::LIGHT);
            let bars: Vec<(f64, f64)> = placed
                .targets
                .iter()
                .map(|target| match target.shape {
                    Shape::Area(rect) => (rect.x, rect.right()),
                    Shape::Spot { x, .. } => (x, x),
                })
                .collect();
            for pair in bars.windows(2) {
                let ends = [pair[0].0, pair[0].1];
                let meets = ends
                    .iter()
                    .any(|end| (end - pair[1].0).abs() <= 1.0 || (end - pair[1].1).abs() <= 1.0);
                assert!(meets, "{name} {width}: {pair:?}");
            }
        }
    }
}

#[test]
fn ribbons_are_as_wide_as_their_counts_and_add_up() {
    let dataset = package("teaching");
    let figure = find(&dataset, "flow");
    let panel = &figure.sheet.panels[0];
    for (index, group) in measures::codes_of(&dataset, "group").iter().enumerate() {
        let (left, back) = counted("returns", group, ("emigrations", "returned_5y"));
        let counts: Vec<f64> = panel.series[index]
            .points
            .iter()
            .map(|p| p.y.unwrap())
            .collect();
        let backs: f64 = counts.iter().step_by(2).sum();
        assert_eq!((counts.iter().sum::<f64>(), backs), (left, back), "{group}");
    }
    let placed = place(&figure.sheet, wide(1440.0), &Theme::LIGHT);
    let mut units: Vec<f64> = Vec::new();
    for (index, target) in placed.targets.iter().enumerate() {
        let count = panel.series[target.series].points[target.point].y.unwrap();
        let Shape::Area(rect) = target.shape else {
            panic!("ribbons are areas")
        };
        if count > 5000.0 {
            units.push(rect.height / count);
        }
        // A pointer on the ribbon finds it, away from the stations too, unless another lies on it.
        let region = placed
            .regions
            .iter()
            .find(|region| region.target == index)
            .unwrap();
        let corner = region.corners[region.corners.len() / 4];
        let found = placed
            .target_at(corner.0, corner.1 + rect.height / 2.0, 0.0)
            .unwrap();
        assert!(found >= index);
    }
    let (least, most) = (
        units.iter().copied().fold(f64::INFINITY, f64::min),
        units.iter().copied().fold(0.0, f64::max),
    );
    assert!(units.len() > 4 && most / least < 1.0 + 1e-9, "{units:?}");
}

#[test]
fn a_hundred_people_are_a_hundred_and_said_as_drawn() {
    let dataset = package("teaching");
    let figure = find(&dataset, "people_back");
    let placed = place(&figure.sheet, wide(768.0), &Theme::LIGHT);
    let heads = |colour| {
        let is_head = |mark: &&Mark| matches!(mark, Mark::Circle { fill: Some(fill), .. } if fill.rgb == colour);
        placed.marks.iter().filter(is_head).count()
    };
    let panel = &figure.sheet.panels[0];
    let groups = measures::codes_of(&dataset, "group");
    let mut all_back = 0;
    for (group, point) in groups.iter().zip(&panel.series[0].points) {
        let (left, back) = counted("returns", group, ("emigrations", "returned_5y"));
        // Of two parts the nearer whole number is the one with the larger remainder.
        let expected = (back / left * 100.0).round() as usize;
        assert!(
            point.name.contains(&format!(" {expected} were back")),
            "{}",
            point.name
        );
        assert!(
            figure
                .sheet
                .summary
                .contains(&format!(" {expected} were back"))
        );
        all_back += expected;
    }
    assert_eq!(heads(Theme::LIGHT.hue(Hue::Neutral)), all_back);
    assert_eq!(
        heads(Theme::LIGHT.hue(Hue::Muted)),
        groups.len() * 100 - all_back
    );
}

#[test]
fn a_field_of_a_heat_map_has_the_colour_of_its_class() {
    let dataset = package("teaching");
    let figure = find(&dataset, "heat_lexis");
    let placed = place(&figure.sheet, wide(768.0), &Theme::LIGHT);
    let panel = &figure.sheet.panels[0];
    // Ages rise upwards.
    assert_eq!(panel.series.first().unwrap().key, "35");
    let mut seen: Vec<(f64, f64)> = Vec::new();
    for target in &placed.targets {
        let value = panel.series[target.series].points[target.point].y.unwrap();
        let Shape::Area(place) = target.shape else {
            panic!("fields are areas")
        };
        // What is drawn last is seen, and the field is of one colour.
        let seen_fill = placed.marks.iter().rev().find_map(|mark| match mark {
            Mark::Rect {
                rect,
                fill: Some(fill),
                ..
            } if rect.overlaps(&place) => Some((rect, fill.rgb)),
            _ => None,
        });
        let (rect, colour) = seen_fill.unwrap();
        assert!(rect.x <= place.x && rect.y <= place.y, "{rect:?} {place:?}");
        assert!(rect.right() >= place.right() && rect.bottom() >= place.bottom());
        seen.push((value, colour.luminance()));
    }
    assert_eq!(seen.len(), 18 * 24);
    let calls = transcript(&placed, &Theme::LIGHT).lines().count();
    assert!(
        calls < 300,
        "{calls} calls: neighbours of a class are one shape"
    );
    seen.sort_by(|a, b| a.0.total_cmp(&b.0));
    assert!(
        seen.windows(2).all(|pair| pair[0].1 >= pair[1].1),
        "more is darker"
    );
    let mut classes: Vec<u64> = seen.iter().map(|(_, light)| light.to_bits()).collect();
    classes.dedup();
    assert!((4..=7).contains(&classes.len()), "{}", classes.len());
}

#[test]
fn only_points_outside_the_limits_of_a_funnel_are_named() {
    let dataset = package("teaching");
    let figure = figure(&dataset, &analysis("funnel", &[]), Lang::En).unwrap();
    let panel = &figure.sheet.panels[0];
    let target = panel.lines[0].at;
    for point in &panel.series[0].points {
        let (size, rate) = (point.x, point.y.unwrap());
        // Limits of a Poisson count by its normal approximation, which is near for such counts.
        let z = (rate - target) / (target / size).sqrt();
        let outside = z.abs() > 1.96;
        if (z.abs() - 1.96).abs() > 0.2 {
            assert_eq!(!point.name.is_empty(), outside, "{z} {}", point.name);
        }
        if (z.abs() - 3.09).abs() > 0.3 {
            assert_eq!(point.marker == Marker::Diamond, z.abs() > 3.09, "{z}");
        }
    }
}

#[test]
fn every_question_offers_kinds_that_can_be_drawn() {
    let dataset = package("teaching");
    let cases: [(Measure, &str, Option<&str>, &[Chart]); 7] = [
        (
            Measure::Rate,
            "year",
            Some("group"),
            &[
                Chart::Line,
                Chart::Bars,
                Chart::Dots,
                Chart::Slope,
                Chart::Heat,
            ],
        ),
        (Measure::Rate, "group", None, &[Chart::Bars, Chart::Dots]),
        (
            Measure::Rate,
            "year",
            Some("age"),
            &[Chart::Line, Chart::Slope, Chart::Heat],
        ),
        (
            Measure::Emigrations,
            "year",
            Some("group"),
            &[
                Chart::Line,
                Chart::Bars,
                Chart::Sums,
                Chart::Slope,
                Chart::Heat,
            ],
        ),
        (
            share("destination"),
            "group",
            Some("destination"),
            &[
                Chart::Stacked,
                Chart::Bars,
                Chart::Heat,
                Chart::Flow,
                Chart::People,
            ],
        ),
        (
            Measure::ReturnShare,
            "group",
            None,
            &[Chart::Bars, Chart::Dots, Chart::Flow, Chart::People],
        ),
        (
            Measure::Rate,
            "origin",
            Some("period"),
            &[Chart::Bars, Chart::Dots, Chart::Slope, Chart::Heat],
        ),
    ];
    for (measure, x, series, expected) in cases {
        let plain = spec(measure.clone(), x, series, Options::default());
        let kinds = kinds_for(&plain.panels[0], &dataset);
        assert_eq!(kinds, expected, "{measure:?} by {x} and {series:?}");
        for kind in kinds {
            let figure = build(
                &spec(measure.clone(), x, series, drawn_as(kind)),
                &dataset,
                Lang::Nb,
            );
            assert_eq!(figure.absent, None, "{kind:?}");
            let drawn = figure.sheet.panels[0].kind;
            assert_eq!(format!("{drawn:?}"), format!("{kind:?}"));
            assert!(!figure.sheet.summary.is_empty(), "{kind:?}");
            let placed = place(&figure.sheet, wide(360.0), &Theme::CONTRAST);
            assert_eq!(problems(&placed), Vec::<String>::new(), "{kind:?} by {x}");
        }
    }
}

#[test]
fn a_kind_that_does_not_suit_the_question_is_not_drawn() {
    let dataset = package("teaching");
    for chart in [Chart::Flow, Chart::People, Chart::Stacked, Chart::Sums] {
        let figure = build(
            &spec(Measure::Rate, "year", Some("group"), drawn_as(chart)),
            &dataset,
            Lang::Nb,
        );
        assert_eq!(figure.sheet.panels[0].kind, Kind::Line, "{chart:?}");
    }
}

fn by_year(options: Options) -> Figure {
    let dataset = package("teaching");
    build(
        &spec(Measure::Rate, "year", Some("group"), options),
        &dataset,
        Lang::En,
    )
}

fn said(figure: &Figure, words: &str) -> bool {
    figure.sheet.footer.iter().any(|line| line.contains(words))
}

#[test]
fn hidden_series_leave_picture_and_table_and_are_named() {
    let hidden = vec!["majority".to_owned(), "nb_one_foreign_parent".to_owned()];
    let figure = by_year(Options {
        hidden,
        ..Options::default()
    });
    let panel = &figure.sheet.panels[0];
    let keys: Vec<&str> = panel
        .series
        .iter()
        .map(|series| series.key.as_str())
        .collect();
    assert_eq!(
        keys,
        [
            "nb_two_immigrant_parents",
            "immigrated_age_0_9",
            "immigrated_age_10_plus"
        ]
    );
    let numbers = &figure.panels[0];
    assert_eq!((numbers.table.columns.len(), numbers.rows.len()), (3, 3));
    assert!(numbers.table.rows.iter().all(|line| line.cells.len() == 3));
    let offered: Vec<bool> = numbers.keys.iter().map(|key| key.hidden).collect();
    assert_eq!(offered, [false, false, true, false, true]);
    assert!(said(&figure, "Not shown: "), "{:?}", figure.sheet.footer);
    // Each series keeps its colour.
    assert_eq!(panel.series[2].hue, Hue::ImmigratedLater);
    let all = panel.series.iter().map(|series| series.key.clone());
    let everything = all.chain(["majority".to_owned(), "nb_one_foreign_parent".to_owned()]);
    let nothing = by_year(Options {
        hidden: everything.collect(),
        ..Options::default()
    });
    assert_eq!(
        nothing.sheet.panels[0].series.len(),
        5,
        "hiding everything hides nothing"
    );
}

#[test]
fn shares_of_a_whole_stand_beside_each_other_when_their_intervals_are_asked_for() {
    let dataset = package("teaching");
    let figure = |intervals, method| {
        let options = Options {
            intervals,
            method,
            ..Options::default()
        };
        let of = share("destination");
        build(
            &spec(of, "group", Some("destination"), options),
            &dataset,
            Lang::En,
        )
    };
    let plain = figure(Intervals::Auto, None);
    assert_eq!(plain.sheet.panels[0].kind, Kind::Stacked);
    for (intervals, method) in [
        (Intervals::Level(99), None),
        (Intervals::Auto, Some(IntervalMethod::Joint)),
    ] {
        let beside = figure(intervals, method);
        let panel = &beside.sheet.panels[0];
        assert_eq!(panel.kind, Kind::Dots);
        assert!(said(&beside, "points beside each other"));
        assert!(said(&beside, "confidence intervals"));
        // The same numbers in the same sentence, with a digit more, as their intervals need.
        let of = |figure: &Figure| -> Vec<_> {
            figure.said.iter().map(|said| said.of.clone()).collect()
        };
        assert_eq!(of(&beside), of(&plain));
        assert!(
            beside.sheet.summary.contains("49.3%"),
            "{}",
            beside.sheet.summary
        );
        let placed = place(&beside.sheet, wide(360.0), &Theme::LIGHT);
        let mut whiskers = 0;
        for (index, series) in panel.series.iter().enumerate() {
            for (place, point) in series.points.iter().enumerate() {
                let was = &plain.sheet.panels[0].series[index].points[place];
                assert_eq!(point.value(), was.value());
                let (lower, upper) = point.interval().unwrap();
                assert!(lower <= point.value().unwrap() && point.value().unwrap() <= upper);
                whiskers += 1;
            }
        }
        assert_eq!(placed.targets.len(), whiskers);
    }
    let none = figure(Intervals::None, None);
    assert_eq!(none.sheet.panels[0].kind, Kind::Stacked);
}

#[test]
fn intervals_are_drawn_for_few_series_or_when_asked_for() {
    let drawn = |figure: &Figure| {
        let mut points = figure.sheet.panels[0]
            .series
            .iter()
            .flat_map(|series| &series.points);
        points.any(|point| point.interval().is_some())
    };
    let plain = by_year(Options::default());
    assert!(!drawn(&plain) && !said(&plain, "confidence interval"));
    // The table has them all the same.
    assert!(
        plain.panels[0].table.rows[0].cells[0]
            .interval
            .ends_with('%')
    );
    let wanted = |intervals| {
        by_year(Options {
            intervals,
            ..Options::default()
        })
    };
    let wide = wanted(Intervals::Level(99));
    assert!(drawn(&wide) && said(&wide, "99% confidence intervals"));
    let none = wanted(Intervals::None);
    assert!(!drawn(&none) && none.panels[0].table.rows[0].cells[0].interval.is_empty());
    let width = |figure: &Figure| {
        let (lower, upper) = figure.sheet.panels[0].series[0].points[0]
            .interval()
            .unwrap();
        upper - lower
    };
    let narrow = wanted(Intervals::Level(90));
    assert!(width(&wide) > width(&narrow));
    // Few series: drawn without being asked for.
    let hidden = vec!["majority".to_owned(), "nb_one_foreign_parent".to_owned()];
    let few = by_year(Options {
        hidden,
        ..Options::default()
    });
    assert!(drawn(&few) && said(&few, "95% confidence intervals"));
}

#[test]
fn a_rounded_share_has_no_interval_and_the_figure_says_why() {
    let dataset = package("report-2026");
    let asked = spec(Measure::ReturnShare, "group", None, Options::default());
    let figure = build(&asked, &dataset, Lang::En);
    let points = &figure.sheet.panels[0].series[0].points;
    assert!(
        points
            .iter()
            .all(|point| point.y.is_some() && point.interval().is_none())
    );
    assert!(
        said(&figure, "only rounded shares were published"),
        "{:?}",
        figure.sheet.footer
    );
    assert!(!said(&figure, "95% confidence"));
}

#[test]
fn a_logarithmic_scale_needs_values_above_zero_and_marks_without_a_base() {
    let log = |chart| {
        by_year(Options {
            log: true,
            chart,
            ..Options::default()
        })
    };
    let figure = log(None);
    assert_eq!(figure.sheet.panels[0].y.scale, Scale::Log);
    assert!(said(&figure, "equal ratios"));
    let placed = place(&figure.sheet, wide(768.0), &Theme::LIGHT);
    let height = |series: usize| {
        let target = placed
            .targets
            .iter()
            .find(|target| (target.series, target.point) == (series, 0));
        match target.unwrap().shape {
            Shape::Spot { y, .. } => y,
            Shape::Area(rect) => rect.y,
        }
    };
    let value = |series: usize| figure.sheet.panels[0].series[series].points[0].y.unwrap();
    let unit =
        |one: usize, two: usize| (height(one) - height(two)) / libm::log(value(one) / value(two));
    assert!(
        (unit(3, 4) / unit(3, 0) - 1.0).abs() < 1e-9,
        "equal ratios have equal lengths"
    );
    let bars = log(Some(Chart::Bars));
    assert_eq!(bars.sheet.panels[0].y.scale, Scale::Linear);
    assert!(said(&bars, "begins at zero"));
    let file = NamedBytes {
        name: "t.csv".to_owned(),
        bytes: b"group,year,emigrations,person_years\na,2000,0,10\na,2001,2,10\na,2002,3,10\n"
            .to_vec(),
    };
    let asked = spec(
        Measure::Rate,
        "year",
        None,
        Options {
            log: true,
            ..Options::default()
        },
    );
    let zero = build(&asked, &open(&[file]).unwrap(), Lang::En);
    assert_eq!(zero.sheet.panels[0].y.scale, Scale::Linear);
    assert!(said(&zero, "needs every value above zero"));
}

#[test]
fn a_part_of_the_axis_one_year_and_small_multiples_are_honoured() {
    let dataset = package("teaching");
    let zoom = Some(("2005".to_owned(), "2009".to_owned()));
    let zoomed = by_year(Options {
        zoom,
        ..Options::default()
    });
    let years: Vec<f64> = zoomed.sheet.panels[0].series[0]
        .points
        .iter()
        .map(|p| p.x)
        .collect();
    assert_eq!(years, [2005.0, 2006.0, 2007.0, 2008.0, 2009.0]);
    assert!(said(&zoomed, "2005–2009"));

    let year = |at: &str| {
        let options = Options {
            at: Some(at.to_owned()),
            ..Options::default()
        };
        build(
            &spec(Measure::Rate, "group", None, options),
            &dataset,
            Lang::En,
        )
    };
    let (one, other) = (year("2003"), year("2020"));
    let (first, second) = (&one.sheet.panels[0], &other.sheet.panels[0]);
    assert_eq!(first.y.domain, second.y.domain, "the axis stands still");
    assert_ne!(first.series[0].points[0].y, second.series[0].points[0].y);
    let lines = by_year(Options::default());
    let by_group = &lines.sheet.panels[0].series[0];
    let in_2003 = by_group
        .points
        .iter()
        .find(|point| point.x == 2003.0)
        .unwrap();
    assert_eq!(first.series[0].points[0].y, in_2003.y);

    let facets = |free_axes| {
        let options = Options {
            facets: Some("group".to_owned()),
            free_axes,
            ..Options::default()
        };
        build(
            &spec(Measure::Rate, "age", Some("education"), options),
            &dataset,
            Lang::En,
        )
    };
    let (shared, free) = (facets(false), facets(true));
    assert_eq!((shared.sheet.panels.len(), free.sheet.panels.len()), (5, 5));
    let domain = shared.sheet.panels[0].y.domain;
    assert!(
        domain.is_some()
            && shared
                .sheet
                .panels
                .iter()
                .all(|panel| panel.y.domain == domain)
    );
    assert!(
        free.sheet
            .panels
            .iter()
            .all(|panel| panel.y.domain.is_none())
    );
    assert_ne!(
        shared.sheet.footer, free.sheet.footer,
        "which axes they have is said"
    );
    assert!(
        shared
            .sheet
            .panels
            .iter()
            .all(|panel| !panel.title.is_empty())
    );
}

#[test]
fn what_is_in_focus_keeps_its_colour_and_all_else_is_grey() {
    let focus = vec!["majority".to_owned()];
    let figure = by_year(Options {
        focus: focus.clone(),
        ..Options::default()
    });
    let hues: Vec<Hue> = figure.sheet.panels[0]
        .series
        .iter()
        .map(|series| series.hue)
        .collect();
    assert_eq!(hues[..4], [Hue::Muted; 4]);
    assert_eq!(hues[4], Hue::Majority);
    let dataset = package("teaching");
    let options = Options {
        focus,
        ..Options::default()
    };
    let bars = build(
        &spec(Measure::Rate, "group", None, options),
        &dataset,
        Lang::En,
    );
    let points = &bars.sheet.panels[0].series[0].points;
    assert_eq!(
        (points[0].hue, points[4].hue),
        (Some(Hue::Muted), Some(Hue::Majority))
    );
}

#[test]
fn a_mark_tells_its_value_interval_and_parts() {
    let dataset = package("teaching");
    let figure = find(&dataset, "dots_groups");
    let placed = place(&figure.sheet, wide(768.0), &Theme::LIGHT);
    let told = readout(&figure, &placed.targets[0], Lang::En).unwrap();
    let (events, exposure) = counted(
        "by_age",
        "nb_two_immigrant_parents",
        ("emigrations", "person_years"),
    );
    let whole = |value| number::integer(value, Lang::En);
    assert!(told.remarks[0].contains(&whole(events)) && told.remarks[0].contains(&whole(exposure)));
    assert!(
        told.interval.starts_with("95% interval: 0."),
        "{}",
        told.interval
    );
    assert!(told.spoken().contains(&told.interval) && told.spoken().ends_with('.'));
}

#[test]
fn drawing_calls_of_every_kind_are_as_reviewed() {
    let mut goldens = Goldens::of("kinds");
    let dataset = package("teaching");
    let cases = [
        "dots_education",
        "slope_groups",
        "heat_destinations",
        "flow",
        "people_destinations",
        "sums",
        "line_log",
        "one_year",
        "comparison",
        "decomposition",
        "funnel",
        "trend",
        "unknown",
        "return_curve",
        "destinations",
    ];
    let figures = all(&dataset, Lang::Nb);
    for name in cases {
        let (_, figure) = figures.iter().find(|(known, _)| known == name).unwrap();
        for theme in [Theme::LIGHT, Theme::CONTRAST] {
            if theme == Theme::CONTRAST && !["dots_education", "line_log"].contains(&name) {
                continue;
            }
            let drawn = transcript(&place(&figure.sheet, wide(360.0), &theme), &theme);
            goldens.hold(&format!("{name}_{}", theme.name), &drawn);
        }
    }
    goldens.conclude();
}

#[test]
fn a_caveat_stands_only_where_the_data_have_what_it_is_about() {
    // Of the report, whose groups nobody else has, and of anybody.
    let footer = |group: &str, years: [&str; 2]| {
        let [one, two] = years;
        let text = format!(
            "group,destination,year,emigrations,person_years\n{group},x,{one},9,900\n{group},x,{two},8,900\n\
             {group},y,{two},7,900\n"
        );
        let file = NamedBytes {
            name: "moves.csv".to_owned(),
            bytes: text.into_bytes(),
        };
        let data = open(&[file]).unwrap();
        let question = Question::new(Measure::Emigrations, ["destination", "year"]);
        let spec = Spec::of_question(question, "year", Some("destination"));
        build(&spec, &data, Lang::En).sheet.footer.join(" ")
    };
    let of_report = "nb_two_immigrant_parents";
    let (before, during) = (
        footer(of_report, ["1990", "1991"]),
        footer(of_report, ["2019", "2020"]),
    );
    let others = footer("a", ["2019", "2020"]);
    assert!(!others.contains("pandemic"), "{others}");
    assert!(!before.contains("pandemic"), "{before}");
    assert!(during.contains("pandemic"), "{during}");
    assert!(!during.contains("Nordic"), "{during}");
    assert!(!during.contains("unknown destination"), "{during}");
}
