//! Maps: the outlines that come with the site, where they lie, and what is drawn, said and reached.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shipped;

use std::path::Path;
use std::rc::Rc;

use utvandring::data::open::open;
use utvandring::data::{Dataset, Geometry, Problem, write};
use utvandring::figures::build::{Figure, build};
use utvandring::figures::options::Options;
use utvandring::figures::place::{Mark, Size, place};
use utvandring::figures::spec::{Chart, Spec};
use utvandring::figures::svg::svg;
use utvandring::figures::theme::Theme;
use utvandring::measures::{Measure, Question};
use utvandring::text::Lang;

use shipped::{of_texts, package, with_outlines};

fn atlas() -> Rc<Geometry> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/geo/world.json");
    Rc::new(Geometry::parse(&std::fs::read_to_string(path).unwrap()).unwrap())
}

fn mapped(measure: Measure, by: &str, year: &str) -> Spec {
    let question = Question::new(measure, [by]).filtered("year", [year]);
    let mut spec = Spec::of_question(question, by, None);
    spec.options = Options {
        chart: Some(Chart::Map),
        ..Options::default()
    };
    spec
}

fn pictures(figure: &Figure, name: &str) {
    if let Some(folder) = std::env::var_os("FIGURES_OUT") {
        for (width, suffix) in [(960.0, ""), (360.0, "-phone")] {
            let size = Size {
                width,
                height: None,
            };
            for (theme, shade) in [
                (&Theme::LIGHT, ""),
                (&Theme::DARK, "-dark"),
                (&Theme::CONTRAST, "-contrast"),
            ] {
                let path = Path::new(&folder).join(format!("{name}{suffix}{shade}.svg"));
                std::fs::write(path, svg(&figure.sheet, size, theme)).unwrap();
            }
        }
    }
}

#[test]
fn every_country_of_the_packages_lies_where_it_is() {
    let atlas = atlas();
    let europe = with_outlines("europe");
    for code in europe.codes("country") {
        assert!(atlas.find(&code).is_some(), "{code}");
    }
    // Places that everybody knows, by ISO code of two letters, of three, and by number.
    for (code, longitude, latitude) in [
        ("no", 9.0, 61.0),
        ("NOR", 9.0, 61.0),
        ("578", 9.0, 61.0),
        ("el", 22.0, 39.5),
        ("br", -50.0, -10.0),
        ("au", 134.0, -25.0),
    ] {
        let rings = &atlas.find(code).unwrap().rings;
        let inside = |ring: &Vec<(f64, f64)>| {
            let next = ring.iter().cycle().skip(1);
            let crossed = ring.iter().zip(next).filter(|(from, to)| {
                (from.1 > latitude) != (to.1 > latitude)
                    && longitude < from.0 + (latitude - from.1) / (to.1 - from.1) * (to.0 - from.0)
            });
            crossed.count() % 2 == 1
        };
        assert!(inside(&rings[0]), "{code}");
    }
}

#[test]
fn a_map_of_europe_has_every_country_within_reach() {
    let dataset = with_outlines("europe");
    let figure = build(
        &mapped(Measure::Rate, "country", "2015"),
        &dataset,
        Lang::En,
    );
    assert_eq!(figure.absent, None);
    pictures(&figure, "map-europe");
    let points = &figure.sheet.panels[0].series[0].points;
    let sentence: String = figure
        .said
        .iter()
        .map(|piece| piece.text.as_str())
        .collect();
    assert!(sentence.contains("Luxembourg"), "{sentence}");
    for width in [320.0, 960.0] {
        for theme in [&Theme::LIGHT, &Theme::DARK, &Theme::CONTRAST] {
            let placed = place(
                &figure.sheet,
                Size {
                    width,
                    height: None,
                },
                theme,
            );
            assert_eq!(placed.targets.len(), points.len(), "{width}");
            // Small ones too can be pointed at, and are found at their place.
            for (index, target) in placed.targets.iter().enumerate() {
                let regions = placed
                    .regions
                    .iter()
                    .filter(|region| region.target == index);
                assert!(
                    regions.clone().count() > 0,
                    "{:?}",
                    figure.panels[0].table.rows[target.point].head
                );
                let wide = |of: fn(&(f64, f64)) -> f64| {
                    regions
                        .clone()
                        .flat_map(|region| &region.corners)
                        .map(of)
                        .fold((f64::MAX, f64::MIN), |(low, high), at| {
                            (low.min(at), high.max(at))
                        })
                };
                let (across, down) = (wide(|at| at.0), wide(|at| at.1));
                assert!(
                    (across.1 - across.0).max(down.1 - down.0) >= 6.9,
                    "{width} {index}"
                );
            }
            let plot = placed.plots[0];
            let inside = |at: &(f64, f64)| {
                at.0 >= plot.x - 6.0
                    && at.0 <= plot.right() + 6.0
                    && at.1 >= plot.y - 6.0
                    && at.1 <= plot.bottom() + 6.0
            };
            let outlines = placed.regions.iter().flat_map(|region| &region.corners);
            assert!(outlines.clone().all(inside));
        }
    }
}

#[test]
fn a_map_of_destinations_is_of_the_world_and_says_what_it_lacks() {
    let dataset = with_outlines("norway-age");
    let mut spec = mapped(Measure::Emigrations, "destination", "2024");
    let figure = build(&spec, &dataset, Lang::Nb);
    assert_eq!(figure.absent, None);
    pictures(&figure, "map-world");
    let outlines = figure.sheet.panels[0].outlines.clone().unwrap();
    let missing = outlines
        .places
        .iter()
        .filter(|rings| rings.is_empty())
        .count();
    let note = figure.sheet.panels[0].note.clone().unwrap_or_default();
    assert_eq!(
        missing > 0,
        note.contains(&format!("Ikke på kartet: {missing}")),
        "{note}"
    );
    // Russia lies on both sides of the edge, and no line of it runs across the map.
    let rings = outlines
        .places
        .iter()
        .chain(std::iter::once(&outlines.ground))
        .flatten();
    let [left, _, right, _] = outlines.bounds;
    for ring in rings {
        let next = ring.iter().cycle().skip(1);
        let longest = ring
            .iter()
            .zip(next)
            .map(|(one, two)| (one.0 - two.0).abs())
            .fold(0.0, f64::max);
        assert!(longest < (right - left) / 4.0, "{longest}");
    }
    // What is not on the map is in the table.
    let places = figure.panels[0].table.rows.len();
    assert_eq!(places, outlines.places.len());
    // Without the outlines it is said that they are on their way, and no other figure stands in for it.
    let without = build(&spec, &package("norway-age"), Lang::En);
    assert_eq!(
        without.absent.as_deref(),
        Some("The outlines of the countries are on their way.")
    );
    spec.options.chart = None;
    assert_eq!(build(&spec, &package("norway-age"), Lang::En).absent, None);
}

fn of_files(files: &[(&str, &str)]) -> Result<Dataset, Vec<Problem>> {
    open(&of_texts(files))
}

const DESCRIPTION: &str = r#"{"name": "mine", "resources": [
    {"name": "moves", "path": "moves.csv"},
    {"name": "outlines", "path": "outlines.geojson", "geometry": "region"}]}"#;
const MOVES: &str = "region,year,emigrations\nr1,2020,10\nr2,2020,:\nr3,2020,..\nr4,2020,40\n";

fn square(code: &str, left: f64, low: f64) -> String {
    let (right, high) = (left + 1.0, low + 1.0);
    format!(
        r#"{{"type": "Feature", "id": "{code}", "geometry": {{"type": "Polygon", "coordinates":
        [[[{left}, {low}], [{right}, {low}], [{right}, {high}], [{left}, {high}], [{left}, {low}]]]}}}}"#
    )
}

fn outlines() -> String {
    let squares = [
        ("r1", 5.0, 60.0),
        ("r2", 6.0, 60.0),
        ("r3", 5.0, 61.0),
        ("r4", 6.0, 61.0),
    ];
    let squares: Vec<String> = squares
        .iter()
        .map(|(code, left, low)| square(code, *left, *low))
        .collect();
    format!(
        r#"{{"type": "FeatureCollection", "features": [{}]}}"#,
        squares.join(",")
    )
}

#[test]
fn a_package_brings_outlines_of_its_own_and_hatches_what_is_missing_and_withheld_apart() {
    let dataset = of_files(&[
        ("datapackage.json", DESCRIPTION),
        ("moves.csv", MOVES),
        ("outlines.geojson", &outlines()),
    ]);
    let dataset = dataset.unwrap();
    assert_eq!(dataset.tables.len(), 1);
    let figure = build(
        &mapped(Measure::Emigrations, "region", "2020"),
        &dataset,
        Lang::En,
    );
    assert_eq!(figure.absent, None);
    pictures(&figure, "map-regions");
    let placed = place(
        &figure.sheet,
        Size {
            width: 600.0,
            height: None,
        },
        &Theme::LIGHT,
    );
    assert_eq!(placed.targets.len(), 4);
    let plot = placed.plots[0];
    // Lines that rise, and lines that fall: one reason each.
    let slopes = |rising: bool| {
        let lines = placed.marks.iter().filter_map(|mark| match mark {
            Mark::Line { points, .. } if points.len() == 2 => Some((points[0], points[1])),
            _ => None,
        });
        let of = lines.filter(|(one, _)| one.1 >= plot.y && one.1 <= plot.bottom());
        of.filter(|(one, two)| one.0 != two.0 && one.1 != two.1 && ((two.1 < one.1) == rising))
            .count()
    };
    assert!(
        slopes(true) > 2 && slopes(false) > 2,
        "{} {}",
        slopes(true),
        slopes(false)
    );
    let key: Vec<&str> = placed
        .label_boxes
        .iter()
        .map(|text| text.text.as_str())
        .collect();
    assert!(
        key.contains(&"withheld") || key.iter().any(|text| text.contains("suppressed")),
        "{key:?}"
    );
    // A saved package brings them again.
    let saved = write::package(&dataset);
    let saved: Vec<(&str, &str)> = saved
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    assert_eq!(of_files(&saved).unwrap().geometry, dataset.geometry);
    // Outlines without any extent are none.
    let flat = square("r1", 5.0, 60.0)
        .replace("6.0", "5.0")
        .replace("6,", "5,")
        .replace("61", "60");
    let flat =
        format!(r#"{{"type": "FeatureCollection", "features": [{flat}]}}"#).replace("[6", "[5");
    let flat = of_files(&[
        ("datapackage.json", DESCRIPTION),
        ("moves.csv", MOVES),
        ("outlines.geojson", &flat),
    ])
    .unwrap();
    let spec = mapped(Measure::Emigrations, "region", "2020");
    let figure = build(&spec, &flat, Lang::En);
    let placed = place(
        &figure.sheet,
        Size {
            width: 600.0,
            height: None,
        },
        &Theme::LIGHT,
    );
    assert!(placed.height.is_finite() && placed.targets.len() <= 4);
    let broken = of_files(&[
        ("datapackage.json", DESCRIPTION),
        ("moves.csv", MOVES),
        ("outlines.geojson", "{}"),
    ]);
    let problems = broken.unwrap_err();
    assert_eq!(problems[0].file, "outlines.geojson");
}

#[test]
fn lines_go_from_one_country_to_its_destinations() {
    let dataset = with_outlines("norway-age");
    let mut spec = mapped(Measure::Emigrations, "destination", "2024");
    let plain = build(&spec, &dataset, Lang::En);
    spec.options.from = Some("no".to_owned());
    let lined = build(&spec, &dataset, Lang::En);
    pictures(&lined, "map-lines");
    // The numbers, their table and the sentence are the same; a remark says what the lines are.
    assert_eq!(lined.panels, plain.panels);
    assert_eq!(lined.sheet.summary, plain.sheet.summary);
    let note = lined.sheet.panels[0].note.clone().unwrap();
    assert!(note.starts_with("The lines go from Norway"), "{note}");
    let size = Size {
        width: 960.0,
        height: None,
    };
    let widths = |figure: &Figure| -> Vec<f64> {
        let placed = place(&figure.sheet, size, &Theme::LIGHT);
        let lines = placed.marks.iter().filter_map(|mark| match mark {
            // Outlines of countries have more corners or thinner edges.
            Mark::Line { points, stroke } if points.len() == 25 && stroke.width != 0.75 => {
                Some(stroke.width)
            }
            _ => None,
        });
        lines.collect()
    };
    assert!(widths(&plain).is_empty());
    // Each is drawn upon a wider one of paper, the thickest first.
    let drawn = widths(&lined);
    let inked: Vec<f64> = drawn.iter().skip(1).step_by(2).copied().collect();
    assert!((10..=20).contains(&inked.len()), "{inked:?}");
    assert!(inked.is_sorted_by(|one, two| one >= two), "{inked:?}");
    let targets = |figure: &Figure| place(&figure.sheet, size, &Theme::LIGHT).targets;
    assert_eq!(
        targets(&lined),
        targets(&plain),
        "pointer and keys find the same"
    );
    // Where nobody leaves for a destination no line says so.
    let europe = with_outlines("europe");
    let mut rates = mapped(Measure::Rate, "country", "2015");
    rates.options.from = Some("no".to_owned());
    let of_rates = build(&rates, &europe, Lang::En);
    assert!(widths(&of_rates).is_empty());
}
