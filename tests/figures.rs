//! Figures from made-up examples: nothing is cut or covered at any width, and the drawing
//! calls stay as reviewed.
//!
//! `UPDATE_GOLDENS=1 cargo test --test figures` rewrites the transcripts.
//! `FIGURES_OUT=folder` writes every example as SVG, for eyes.

mod goldens;

use std::path::PathBuf;

use goldens::Goldens;
use utvandring::figures::metrics::{Weight, width};
use utvandring::figures::place::{Mark, Placed, Shape, Size, Target, place};
use utvandring::figures::record::transcript;
use utvandring::figures::sheet::{
    Axis, Badge, Kind, Panel, Point, Series, Shade, Sheet, Stations, TickFormat,
};
use utvandring::figures::svg::svg;
use utvandring::figures::theme::{Hue, Role, Theme};
use utvandring::text::{Lang, number};

const WIDTHS: [f64; 7] = [320.0, 360.0, 480.0, 640.0, 768.0, 1280.0, 2560.0];

const GROUPS: [(&str, &str, &str, Hue); 5] = [
    (
        "nb_two_immigrant_parents",
        "Norskfødte med to innvandrerforeldre",
        "Norwegian-born with two immigrant parents",
        Hue::TwoImmigrantParents,
    ),
    (
        "immigrated_age_0_9",
        "Innvandret 0–9\u{a0}år",
        "Immigrated at age 0–9",
        Hue::ImmigratedAsChild,
    ),
    (
        "nb_one_foreign_parent",
        "Norskfødte med én utenlandsfødt forelder",
        "Norwegian-born with one foreign-born parent",
        Hue::OneForeignParent,
    ),
    (
        "immigrated_age_10_plus",
        "Innvandret 10\u{a0}år eller eldre",
        "Immigrated at age 10 or older",
        Hue::ImmigratedLater,
    ),
    ("majority", "Øvrige", "The rest", Hue::Majority),
];

const DESTINATIONS: [(&str, &str, &str, Hue); 7] = [
    (
        "origin",
        "Eget eller foreldrenes opprinnelsesland",
        "Own or parents’ country of origin",
        Hue::ToOrigin,
    ),
    ("nordic", "Norden", "Nordic countries", Hue::ToNordic),
    ("uk", "Storbritannia", "United Kingdom", Hue::ToUk),
    (
        "usa_canada",
        "USA og Canada",
        "USA and Canada",
        Hue::ToUsaCanada,
    ),
    ("germany", "Tyskland", "Germany", Hue::ToGermany),
    ("other", "Andre land", "Other countries", Hue::ToOther),
    ("unknown", "Ukjent", "Unknown", Hue::ToUnknown),
];

const ORIGINS: [(&str, f64); 19] = [
    ("Pakistan", 1340.0),
    ("Vest-Europa og Norden ellers", 930.0),
    ("Somalia/Djibouti", 870.0),
    ("Danmark", 760.0),
    ("Tidligere Jugoslavia, ikke-EU", 640.0),
    ("Irak", 610.0),
    ("Sverige", 590.0),
    ("Tyrkia", 540.0),
    ("Iran", 430.0),
    ("Vietnam", 420.0),
    ("Sri Lanka, India og Bangladesh", 400.0),
    ("Afrika utenom Somalia/Djibouti", 390.0),
    ("USA/Canada/Australia/New Zealand", 360.0),
    ("Vest-Asia ellers", 310.0),
    ("Øst-/Sørøst-Asia", 260.0),
    ("Sør-/Sentral-Amerika", 210.0),
    ("Øst-Europa ellers", 150.0),
    ("Island", 92.0),
    ("Andre", 4.0),
];

fn word(lang: Lang, nb: &str, en: &str) -> String {
    match lang {
        Lang::Nb | Lang::Nn => nb.to_string(),
        Lang::En => en.to_string(),
    }
}

/// A number between -1 and 1 that looks random and is always the same.
fn wobble(seed: u32) -> f64 {
    let mixed = seed.wrapping_mul(2_654_435_761).rotate_left(13) ^ seed.wrapping_mul(40_503);
    f64::from(mixed % 2001) / 1000.0 - 1.0
}

fn sheet(lang: Lang, title: (&str, &str), subtitle: (&str, &str), panels: Vec<Panel>) -> Sheet {
    Sheet {
        title: word(lang, title.0, title.1),
        subtitle: word(lang, subtitle.0, subtitle.1),
        summary: word(
            lang,
            "Et eksempel med oppdiktede tall.",
            "An example with made-up numbers.",
        ),
        panels,
        badge: Badge {
            text: word(
                lang,
                "Syntetiske undervisningsdata",
                "Synthetic teaching data",
            ),
            synthetic: true,
        },
        footer: vec![
            word(
                lang,
                "Kilde: Oppdiktede eksempeltall, laget for å prøve ut figurene. Tallene sier ingenting om \
                    virkeligheten.",
                "Source: Made-up example numbers, to try out the figures. They say nothing about reality.",
            ),
            word(
                lang,
                "Rate: utvandringer i løpet av året delt på middelfolkemengden. Åpne punkter: færre enn 20 hendelser.",
                "Rate: emigrations in the year divided by the mid-year population. Open points: fewer than 20 events.",
            ),
        ],
        lang,
        only: None,
    }
}

fn percent_axis() -> Axis {
    Axis {
        format: TickFormat::Percent,
        from_zero: true,
        ..Axis::default()
    }
}

fn categories(names: impl IntoIterator<Item = String>) -> Axis {
    Axis {
        categories: Some(names.into_iter().collect()),
        ..Axis::default()
    }
}

fn group_name(lang: Lang, index: usize) -> String {
    let (_, nb, en, _) = GROUPS[index];
    word(lang, nb, en)
}

fn group_lines(lang: Lang, which: &[usize], format: TickFormat, level: [f64; 5]) -> Vec<Series> {
    let is_age = format == TickFormat::Age;
    let (first, last) = if is_age { (18, 35) } else { (2000, 2023) };
    let line = |&index: &usize| {
        let (key, _, _, hue) = GROUPS[index];
        let points = (first..=last)
            .map(|x| {
                let place = f64::from(x - first) / f64::from(last - first);
                let shape = if is_age {
                    0.5 + 2.2 * place * (1.1 - place) * (1.0 + 0.2 * index as f64 * place)
                } else {
                    1.15 - 0.4 * place
                };
                let seed = x as u32 * 7 + index as u32 * 131;
                let value = level[index] * (shape + 0.07 * wobble(seed));
                Point {
                    x: f64::from(x),
                    y: Some(value),
                    text: number::percent(value, 2, lang),
                    ..Point::default()
                }
            })
            .collect();
        Series {
            key: key.to_string(),
            label: group_name(lang, index),
            hue,
            points,
        }
    };
    which.iter().map(line).collect()
}

/// Five lines over 24 years; one is ten times as high as the others.
fn rate_by_year(lang: Lang) -> Sheet {
    let level = [0.0085, 0.0096, 0.0079, 0.081, 0.0062];
    let panel = |title: (&str, &str), which: &[usize]| Panel {
        title: word(lang, title.0, title.1),
        kind: Kind::Line,
        x: Axis {
            format: TickFormat::Year,
            ..Axis::default()
        },
        y: percent_axis(),
        series: group_lines(lang, which, TickFormat::Year, level),
        shades: vec![Shade {
            from: 2020.0,
            to: 2021.0,
            label: word(lang, "Pandemi", "Pandemic"),
        }],
        ..Panel::default()
    };
    sheet(
        lang,
        (
            "De som kom som voksne, flytter ti ganger så ofte fra Norge som de andre",
            "Those who came as adults leave Norway ten times as often as the others",
        ),
        (
            "Utvandringer i prosent av middelfolkemengden, 18–35 år, 2000–2023",
            "Emigrations as a percentage of the mid-year population, aged 18–35, 2000–2023",
        ),
        vec![
            panel(("Alle fem gruppene", "All five groups"), &[0, 1, 2, 3, 4]),
            panel(
                (
                    "Uten dem som innvandret 10 år eller eldre",
                    "Without those who immigrated at 10 or older",
                ),
                &[0, 1, 2, 4],
            ),
        ],
    )
}

/// One panel with lines that end close together, intervals, gaps and small numbers.
fn rate_by_age(lang: Lang) -> Sheet {
    let level = [0.0085, 0.0096, 0.0079, 0.02, 0.0062];
    let mut series = group_lines(lang, &[0, 1, 2, 4], TickFormat::Age, level);
    for (index, point) in series[0].points.iter_mut().enumerate() {
        let value = point.y.unwrap_or_default();
        point.lower = Some(value * 0.88);
        point.upper = Some(value * 1.13);
        point.small = index < 3;
    }
    for index in [5, 6, 8] {
        let point = &mut series[1].points[index];
        point.y = None;
        point.absent = Some(word(lang, "prikket", "suppressed"));
    }
    let panel = Panel {
        kind: Kind::Line,
        x: Axis {
            title: word(
                lang,
                "Alder ved utgangen av året",
                "Age at the end of the year",
            ),
            format: TickFormat::Age,
            ..Axis::default()
        },
        y: Axis {
            title: word(lang, "Prosent per år", "Per cent a year"),
            ..percent_axis()
        },
        series,
        ..Panel::default()
    };
    sheet(
        lang,
        (
            "Utvandringen er høyest i slutten av tjueårene",
            "Emigration peaks in the late twenties",
        ),
        (
            "Utvandringer per hundre personår etter alder, 2000–2023",
            "Emigrations per hundred person-years by age, 2000–2023",
        ),
        vec![panel],
    )
}

/// Five bars with seven shares each, and five without origin and unknown.
fn destinations(lang: Lang) -> Sheet {
    let shares = [
        [0.20, 0.26, 0.17, 0.06, 0.04, 0.17, 0.10],
        [0.30, 0.20, 0.12, 0.05, 0.04, 0.14, 0.15],
        [0.41, 0.20, 0.12, 0.07, 0.03, 0.15, 0.02],
        [0.38, 0.07, 0.04, 0.02, 0.03, 0.07, 0.39],
        [0.01, 0.46, 0.15, 0.12, 0.05, 0.20, 0.01],
    ];
    let panel = |title: (&str, &str), which: std::ops::Range<usize>| {
        let total = |group: usize| -> f64 { shares[group][which.clone()].iter().sum() };
        let segment = |index: usize| {
            let (key, nb, en, hue) = DESTINATIONS[index];
            let points = (0..5)
                .map(|group| {
                    let share = shares[group][index] / total(group);
                    Point {
                        x: group as f64,
                        y: Some(share),
                        text: number::percent(share, 0, lang),
                        ..Point::default()
                    }
                })
                .collect();
            Series {
                key: key.to_string(),
                label: word(lang, nb, en),
                hue,
                points,
            }
        };
        Panel {
            title: word(lang, title.0, title.1),
            kind: Kind::Stacked,
            x: categories((0..5).map(|index| group_name(lang, index))),
            y: percent_axis(),
            series: which.clone().map(segment).collect(),
            ..Panel::default()
        }
    };
    sheet(
        lang,
        (
            "Hver femte flytter til foreldrenes opprinnelsesland",
            "One in five moves to the parents’ country of origin",
        ),
        (
            "Utvandringer etter tilflyttingsland, prosent, 18–35 år, 2000–2023",
            "Emigrations by destination, per cent, aged 18–35, 2000–2023",
        ),
        vec![
            panel(("Alle utvandringer", "All emigrations"), 0..7),
            panel(
                (
                    "Uten opprinnelsesland og ukjent",
                    "Without country of origin and unknown",
                ),
                1..6,
            ),
        ],
    )
}

/// Five groups with two bars each, one hatched, one missing, with intervals.
fn education(lang: Lang) -> Sheet {
    let rates = [
        [0.0071, 0.0098],
        [0.0080, 0.0112],
        [0.0065, 0.0091],
        [0.083, 0.062],
        [0.0041, 0.0096],
    ];
    let series = |column: usize, nb: &str, en: &str, hue: Hue| Series {
        key: column.to_string(),
        label: word(lang, nb, en),
        hue,
        points: (0..5)
            .map(|group| {
                let value = rates[group][column];
                let missing = group == 2 && column == 1;
                Point {
                    x: group as f64,
                    y: if missing { None } else { Some(value) },
                    lower: Some(value * 0.93),
                    upper: Some(value * 1.08),
                    text: if missing {
                        "–".to_string()
                    } else {
                        number::percent(value, 1, lang)
                    },
                    small: group == 1 && column == 1,
                    absent: missing.then(|| word(lang, "for få hendelser", "too few events")),
                    ..Point::default()
                }
            })
            .collect(),
    };
    let panel = Panel {
        kind: Kind::Bars,
        x: categories((0..5).map(|index| group_name(lang, index))),
        y: percent_axis(),
        series: vec![
            series(
                0,
                "Uten registrert høyere utdanning",
                "Without registered higher education",
                Hue::NoHigher,
            ),
            series(
                1,
                "Bachelor eller mer",
                "Bachelor or more",
                Hue::BachelorPlus,
            ),
        ],
        ..Panel::default()
    };
    sheet(
        lang,
        (
            "Høyt utdannede flytter oftest – unntatt blant dem som kom som voksne",
            "The highly educated move most often – except among those who came as adults",
        ),
        (
            "Utvandringer per hundre personår etter utdanning, 2000–2023",
            "Emigrations per hundred person-years by education, 2000–2023",
        ),
        vec![panel],
    )
}

/// Nineteen bars, as the data set of the report would show them.
fn origins(lang: Lang) -> Sheet {
    let points = ORIGINS
        .iter()
        .enumerate()
        .map(|(index, &(_, count))| Point {
            x: index as f64,
            y: Some(count),
            text: number::integer(count, lang),
            small: count < 20.0,
            ..Point::default()
        })
        .collect();
    let panel = Panel {
        kind: Kind::Bars,
        x: categories(ORIGINS.iter().map(|(name, _)| name.to_string())),
        y: Axis::default(),
        series: vec![Series {
            key: "count".to_string(),
            label: word(lang, "Utvandringer", "Emigrations"),
            hue: Hue::Neutral,
            points,
        }],
        ..Panel::default()
    };
    let mut sheet = sheet(
        lang,
        (
            "Flest utvandringer blant etterkommere med bakgrunn fra Pakistan",
            "Most emigrations among descendants with a Pakistani background",
        ),
        (
            "Antall utvandringer etter landbakgrunn, 18–35 år, 2000–2023",
            "Number of emigrations by country background, aged 18–35, 2000–2023",
        ),
        vec![panel],
    );
    sheet.badge = Badge {
        text: word(lang, "Eksempeltall", "Example numbers"),
        synthetic: false,
    };
    sheet
}

/// Two bar panels beside each other: upright, with values, differences below zero too.
fn differences(lang: Lang) -> Sheet {
    let values = [0.012, -0.004, 0.0, 0.03, -0.021];
    let panel = |title: &str, scale: f64| Panel {
        title: title.to_string(),
        kind: Kind::Bars,
        x: categories((0..5).map(|index| group_name(lang, index))),
        y: Axis {
            title: word(lang, "Prosentpoeng", "Percentage points"),
            ..Axis::default()
        },
        series: vec![Series {
            key: "difference".to_string(),
            label: word(lang, "Endring", "Change"),
            hue: Hue::Neutral,
            points: (0..5)
                .map(|group| Point {
                    x: group as f64,
                    y: Some(values[group] * 100.0 * scale),
                    text: number::decimal(values[group] * 100.0 * scale, 1, lang),
                    hue: Some(GROUPS[group].3),
                    ..Point::default()
                })
                .collect(),
        }],
        note: Some(word(
            lang,
            "Stolper under null betyr at andelen har falt.",
            "Bars below zero mean that the share has fallen.",
        )),
        ..Panel::default()
    };
    sheet(
        lang,
        (
            "Små endringer fra periode til periode",
            "Small changes from period to period",
        ),
        (
            "Endring i utvandringsraten",
            "Change in the emigration rate",
        ),
        vec![
            panel("2006–2011", 1.0),
            panel("2012–2017", 0.6),
            panel("2018–2023", 13.0),
        ],
    )
}

/// Two to seven lines that all end at the same height, with one very long word.
fn crowded(lang: Lang, count: usize) -> Sheet {
    let series = (0..count)
        .map(|index| Series {
            key: index.to_string(),
            label: match index {
                0 => "Menneskerettighetsorganisasjonsmedarbeidere".to_string(),
                1 => "Statsborgerskapsgruppe".to_string(),
                _ => format!(
                    "{} {index}",
                    word(lang, "Landbakgrunn nummer", "Country background number")
                ),
            },
            hue: Hue::Numbered(index as u8),
            points: (2000..=2023)
                .map(|year| Point {
                    x: f64::from(year),
                    y: Some(
                        12_000.0
                            + 40.0 * index as f64
                            + 300.0 * wobble(year as u32 * 17 + index as u32),
                    ),
                    text: "12 000".to_string(),
                    ..Point::default()
                })
                .collect(),
        })
        .collect();
    let panel = Panel {
        kind: Kind::Line,
        x: Axis {
            format: TickFormat::Year,
            ..Axis::default()
        },
        y: Axis::default(),
        series,
        ..Panel::default()
    };
    sheet(
        lang,
        (
            "Linjer som ender på samme sted",
            "Lines that end in the same place",
        ),
        ("Bosatte 1. januar", "Residents on 1 January"),
        vec![panel],
    )
}

/// Nothing to show, and values that are not numbers.
fn hollow(lang: Lang) -> Sheet {
    let nothing = |kind: Kind, x: Axis| Panel {
        kind,
        x,
        series: vec![Series {
            key: "empty".to_string(),
            label: "?".to_string(),
            hue: Hue::Numbered(200),
            points: vec![
                Point {
                    x: 0.0,
                    y: Some(f64::NAN),
                    upper: Some(f64::INFINITY),
                    absent: Some(word(lang, "kan ikke observeres ennå", "not yet observable")),
                    ..Point::default()
                },
                Point {
                    x: f64::NAN,
                    y: Some(1.0),
                    ..Point::default()
                },
            ],
        }],
        shades: vec![Shade {
            from: f64::NAN,
            to: 2.0,
            label: "x".to_string(),
        }],
        ..Panel::default()
    };
    let one = || categories(["A".to_string()]);
    sheet(
        lang,
        ("Uten tall", "Without numbers"),
        ("", ""),
        vec![
            nothing(Kind::Line, Axis::default()),
            nothing(Kind::Bars, one()),
            nothing(Kind::Stacked, one()),
            Panel::default(),
            Panel {
                kind: Kind::Bars,
                ..Panel::default()
            },
        ],
    )
}

fn examples(lang: Lang) -> Vec<(&'static str, Sheet)> {
    vec![
        ("rate_by_year", rate_by_year(lang)),
        ("rate_by_age", rate_by_age(lang)),
        ("destinations", destinations(lang)),
        ("education", education(lang)),
        ("origins", origins(lang)),
        ("differences", differences(lang)),
        ("two_lines", crowded(lang, 2)),
        ("seven_lines", crowded(lang, 7)),
        ("hollow", hollow(lang)),
    ]
}

fn wide(width: f64) -> Size {
    Size {
        width,
        height: None,
    }
}

fn check_texts(name: &str, placed: &Placed) {
    let boxes = &placed.label_boxes;
    assert!(!boxes.is_empty(), "{name} has no text");
    for (index, one) in boxes.iter().enumerate() {
        let rect = one.rect;
        let inside = rect.x >= 0.0
            && rect.y >= 0.0
            && rect.right() <= placed.width
            && rect.bottom() <= placed.height;
        assert!(
            inside,
            "{name}: {one:?} leaves the page of {}x{}",
            placed.width, placed.height
        );
        for two in &boxes[..index] {
            assert!(!rect.overlaps(&two.rect), "{name}: {one:?} covers {two:?}");
        }
    }
}

#[test]
fn no_text_is_cut_or_covered_at_any_width() {
    for lang in Lang::ALL {
        for (name, sheet) in examples(lang) {
            for width in WIDTHS {
                let placed = place(&sheet, wide(width), &Theme::LIGHT);
                check_texts(&format!("{name} {} {width}", lang.tag()), &placed);
            }
        }
        for count in 2..=7 {
            for width in WIDTHS {
                let placed = place(&crowded(lang, count), wide(width), &Theme::DARK);
                check_texts(&format!("{count} lines {} {width}", lang.tag()), &placed);
            }
        }
    }
}

#[test]
fn a_given_height_is_kept_or_exceeded_but_never_cuts() {
    for (name, sheet) in examples(Lang::Nb) {
        let natural = place(&sheet, wide(768.0), &Theme::LIGHT).height;
        for height in [50.0, natural * 0.8, natural, natural * 1.5, 4000.0] {
            let size = Size {
                width: 768.0,
                height: Some(height),
            };
            let placed = place(&sheet, size, &Theme::LIGHT);
            assert!(placed.height >= libm::floor(height), "{name}: {height}");
            if height >= natural {
                assert!(
                    placed.height <= height + 1.0,
                    "{name}: {} for {height}",
                    placed.height
                );
            }
            check_texts(&format!("{name} in {height}"), &placed);
        }
    }
}

fn check_marks(name: &str, placed: &Placed) {
    let spots = placed.marks.iter().flat_map(|mark| match mark {
        Mark::Line { points, .. } | Mark::Polygon { points, .. } => points.clone(),
        Mark::Rect { rect, .. } => vec![(rect.x, rect.y), (rect.right(), rect.bottom())],
        Mark::Circle { centre, .. } => vec![*centre],
        Mark::Text(text) => vec![(text.x, text.y)],
    });
    for (x, y) in spots {
        let inside = x >= 0.0 && x <= placed.width && y >= 0.0 && y <= placed.height;
        assert!(inside, "{name}: a mark at {x}, {y}");
    }
}

#[test]
fn every_mark_is_finite_and_on_the_page() {
    for (name, sheet) in examples(Lang::Nb) {
        for width in WIDTHS {
            let placed = place(&sheet, wide(width), &Theme::LIGHT);
            check_marks(&format!("{name} at {width}"), &placed);
        }
    }
}

#[test]
fn every_picture_names_its_data_set() {
    for (name, sheet) in examples(Lang::Nb) {
        for width in WIDTHS {
            let placed = place(&sheet, wide(width), &Theme::LIGHT);
            let shown = placed
                .label_boxes
                .iter()
                .any(|text| text.text == sheet.badge.text);
            assert!(shown, "{name} at {width}");
        }
    }
}

#[test]
fn names_stay_clear_of_bars_and_plots() {
    for lang in Lang::ALL {
        for (name, sheet) in examples(lang) {
            for width in WIDTHS {
                let placed = place(&sheet, wide(width), &Theme::LIGHT);
                for label in &placed.label_boxes {
                    if label.role == Role::SeriesLabel {
                        let crosses = placed.plots.iter().any(|plot| plot.overlaps(&label.rect));
                        assert!(!crosses, "{name} at {width}: {label:?}");
                    }
                    let covers = |target: &Target| match target.shape {
                        Shape::Area(bar) => bar.overlaps(&label.rect),
                        Shape::Spot { .. } => false,
                    };
                    if label.role != Role::Value {
                        let covered = placed.targets.iter().find(|target| covers(target));
                        assert_eq!(covered, None, "{name} at {width}: {label:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_value_can_be_reached() {
    for (name, sheet) in examples(Lang::Nb)
        .into_iter()
        .filter(|(name, _)| *name != "hollow")
    {
        let placed = place(&sheet, wide(360.0), &Theme::LIGHT);
        for (panel_index, panel) in sheet.panels.iter().enumerate() {
            for (series_index, series) in panel.series.iter().enumerate() {
                for point_index in
                    (0..series.points.len()).filter(|&i| series.points[i].y.is_some())
                {
                    let found = placed.targets.iter().filter(|target| {
                        (target.panel, target.series, target.point)
                            == (panel_index, series_index, point_index)
                    });
                    assert_eq!(
                        found.count(),
                        1,
                        "{name}: {panel_index} {series_index} {point_index}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_pointer_finds_the_bar_below_it() {
    let placed = place(&origins(Lang::Nb), wide(360.0), &Theme::LIGHT);
    let Shape::Area(bar) = placed.targets[3].shape else {
        panic!("bars are areas")
    };
    let middle = (bar.x + bar.width / 2.0, bar.y + bar.height / 2.0);
    assert_eq!(placed.target_at(middle.0, middle.1, 0.0), Some(3));
    assert_eq!(placed.target_at(1.0, 1.0, 5.0), None);
}

#[test]
fn bars_are_as_long_as_their_values() {
    for width in [360.0, 1280.0] {
        let placed = place(&origins(Lang::Nb), wide(width), &Theme::LIGHT);
        let length = |index: usize| match placed.targets[index].shape {
            Shape::Area(rect) => rect.width,
            Shape::Spot { .. } => 0.0,
        };
        for (index, (name, count)) in ORIGINS.iter().enumerate() {
            let expected = length(0) * count / ORIGINS[0].1;
            let actual = length(index);
            assert!(
                (actual - expected).abs() <= 1.0,
                "{name}: {actual} for {expected}"
            );
        }
    }
}

#[test]
fn bars_on_a_shared_domain_have_one_scale() {
    let mut sheet = differences(Lang::Nb);
    for panel in &mut sheet.panels {
        panel.y.domain = Some((-28.0, 40.0));
    }
    let placed = place(&sheet, wide(1280.0), &Theme::LIGHT);
    // 3.0 in the first panel, 1.8 in the second, 39.0 in the third.
    let length = |panel: usize| {
        let bar = placed
            .targets
            .iter()
            .find(|target| (target.panel, target.point) == (panel, 3));
        match bar.map(|target| target.shape) {
            Some(Shape::Area(rect)) => rect.width,
            _ => 0.0,
        }
    };
    assert!(
        (length(2) - length(0) * 13.0).abs() <= 13.0,
        "{} {}",
        length(2),
        length(0)
    );
    assert!((length(2) / 39.0 * 1.8 - length(1)).abs() <= 1.0);
}

#[test]
fn svg_carries_title_description_and_escaped_text() {
    let mut sheet = origins(Lang::En);
    sheet.title = "A < B & \"C\"\u{1}".to_string();
    sheet.summary = "Sums to <100 %".to_string();
    sheet.panels[0].x.categories.as_mut().unwrap()[0] = "<script>\u{2}&".to_string();
    let text = svg(&sheet, wide(600.0), &Theme::LIGHT);
    assert!(text.contains("<title>A &lt; B &amp; &quot;C&quot;</title>"));
    assert!(text.contains("Sums to &lt;100 %</desc>"));
    assert!(text.contains("role=\"img\""));
    assert!(text.contains("width=\"600\""));
    assert!(text.contains("viewBox=\"0 0 2400 "));
    assert!(text.contains("&lt;script&gt;&amp;"));
    assert!(!text.contains("<script>") && !text.contains('\u{1}') && !text.contains('\u{2}'));
    // Footer text of 11 px, four times as large in the view box, despite the backend's divisor.
    assert!(text.contains("font-size=\"44\""));
}

#[test]
fn drawing_calls_are_as_reviewed() {
    let mut goldens = Goldens::of("figures");
    let cases = [
        ("rate_by_year", 768.0, rate_by_year(Lang::Nb)),
        ("rate_by_age", 360.0, rate_by_age(Lang::En)),
        ("destinations", 360.0, destinations(Lang::Nb)),
        ("education", 768.0, education(Lang::Nb)),
        ("origins", 360.0, origins(Lang::Nb)),
        ("differences", 1280.0, differences(Lang::En)),
    ];
    for (name, width, sheet) in cases {
        let drawn = transcript(&place(&sheet, wide(width), &Theme::LIGHT), &Theme::LIGHT);
        goldens.hold(&format!("{name}_{width}"), &drawn);
    }
    goldens.conclude();
}

#[test]
fn examples_become_pictures_in_both_themes() {
    let folder = std::env::var_os("FIGURES_OUT").map(PathBuf::from);
    for lang in Lang::ALL {
        for (name, sheet) in examples(lang) {
            for theme in Theme::ALL {
                for width in [320.0, 360.0, 768.0, 1440.0] {
                    let text = svg(&sheet, wide(width), &theme);
                    assert!(text.starts_with("<svg ") && text.ends_with("</svg>\n"));
                    if let Some(folder) = &folder {
                        let file = format!("{name}-{}-{}-{width}.svg", lang.tag(), theme.name);
                        std::fs::write(folder.join(file), &text).unwrap();
                    }
                }
            }
        }
    }
}

/// A sheet of any shape: any number of panels, series and categories, names from one letter to
/// a sentence, values of any size and sign, gaps, intervals.
fn any_sheet(seed: u32) -> Sheet {
    let pick = |salt: u32, most: u32| -> u32 {
        let part = (wobble(seed.wrapping_mul(97).wrapping_add(salt)) + 1.0) / 2.0;
        ((part * f64::from(most + 1)) as u32).min(most)
    };
    const WORDS: [&str; 8] = [
        "å",
        "Norden",
        "innvandrerforeldre",
        "USA/Canada/Australia",
        "0–9",
        "Statsborgerskapsopplysninger",
        "med",
        "ЖЖЖ 東京",
    ];
    let name = |salt: u32| -> String {
        let words = (0..=pick(salt, 5)).map(|word| WORDS[pick(salt * 31 + word, 7) as usize]);
        words.collect::<Vec<_>>().join(" ")
    };
    let lang = Lang::ALL[pick(1, 1) as usize];
    let panels = (0..=pick(2, 3))
        .map(|panel| {
            let salt = 1000 * (panel + 1);
            let kind = [
                Kind::Line,
                Kind::Bars,
                Kind::Stacked,
                Kind::Sums,
                Kind::Dots,
                Kind::Slope,
                Kind::Heat,
                Kind::Funnel,
                Kind::Waterfall,
                Kind::Flow,
                Kind::People,
            ][pick(salt + 1, 10) as usize];
            let size = libm::pow(10.0, f64::from(pick(salt + 2, 18)) - 6.0);
            let count = pick(salt + 3, 19);
            let names = (0..count).map(|index| name(salt + 100 + index)).collect();
            let series = (0..pick(salt + 4, 7))
                .map(|series| Series {
                    key: format!("{panel} {series}"),
                    label: name(salt + 200 + series),
                    hue: Hue::Numbered(series as u8),
                    points: (0..count)
                        .map(|index| {
                            let turn = salt + 300 + series * 20 + index;
                            let value = match kind {
                                Kind::Stacked => (wobble(turn) + 1.0) / 8.0,
                                _ => (wobble(turn) + 0.6) * size,
                            };
                            Point {
                                x: f64::from(index),
                                y: (pick(turn * 7, 9) > 0).then_some(value),
                                lower: (pick(salt + 5, 1) > 0).then_some(value - size * 0.1),
                                upper: Some(value + size * 0.1),
                                text: number::decimal(value, 2, lang),
                                small: pick(turn * 11, 9) == 0,
                                absent: Some(name(turn)),
                                span: (pick(turn, 3) > 0).then_some((0.0, value)),
                                name: if kind == Kind::Funnel {
                                    name(turn + 5)
                                } else {
                                    String::new()
                                },
                                ..Point::default()
                            }
                        })
                        .collect(),
                })
                .collect();
            Panel {
                title: name(salt + 6),
                kind,
                x: Axis {
                    title: name(salt + 7),
                    format: TickFormat::Age,
                    categories: kind.has_categories().then_some(names),
                    ..Axis::default()
                },
                y: Axis {
                    title: name(salt + 8),
                    format: [
                        TickFormat::Number,
                        TickFormat::Percent,
                        TickFormat::PerMille,
                    ][pick(salt + 9, 2) as usize],
                    from_zero: pick(salt + 10, 1) > 0,
                    ..Axis::default()
                },
                series,
                shades: vec![
                    Shade {
                        from: 2.0,
                        to: 3.0,
                        label: name(salt + 11),
                    },
                    Shade {
                        from: 3.5,
                        to: 9.0,
                        label: name(salt + 12),
                    },
                ],
                stations: Stations {
                    headings: (0..3).map(|index| name(salt + 40 + index)).collect(),
                    between: (0..pick(salt + 14, 3))
                        .map(|index| name(salt + 50 + index))
                        .collect(),
                    ends: (0..pick(salt + 15, 3))
                        .map(|index| name(salt + 60 + index))
                        .collect(),
                },
                note: Some(name(salt + 13)),
                ..Panel::default()
            }
        })
        .collect();
    let title = name(3);
    sheet(lang, (&title, &title), (&title, &title), panels)
}

#[test]
fn sheets_of_any_shape_keep_their_texts_apart() {
    for seed in 0..200 {
        let sheet = any_sheet(seed);
        let size = Size {
            width: 320.0 + f64::from(seed % 23) * 61.0,
            height: (seed % 3 == 0).then_some(f64::from(seed) * 5.0),
        };
        let placed = place(&sheet, size, &Theme::LIGHT);
        check_texts(&format!("sheet {seed}"), &placed);
        check_marks(&format!("sheet {seed}"), &placed);
    }
}

/// The texts of a figure, as they stand in it.
fn texts(sheet: &Sheet, width: f64) -> Vec<String> {
    let marks = place(sheet, wide(width), &Theme::LIGHT).marks;
    let text = |mark: &Mark| match mark {
        Mark::Text(text) => Some(text.text.clone()),
        _ => None,
    };
    marks.iter().filter_map(text).collect()
}

/// Two panels with the same lines, as far as their names go.
fn twice(second: &str) -> Sheet {
    let mut sheet = rate_by_year(Lang::Nb);
    let mut panel = sheet.panels[0].clone();
    sheet.panels[0].title = "A".to_owned();
    panel.title = "B".to_owned();
    panel.series[0].label = second.to_owned();
    sheet.panels[0].series[0].label = "Pakistan".to_owned();
    sheet.panels.push(panel);
    sheet
}

#[test]
fn panels_beside_each_other_name_their_lines_once_where_they_are_the_same() {
    let count = |second: &str, width: f64| {
        let texts = texts(&twice(second), width);
        texts.iter().filter(|text| *text == "Pakistan").count()
    };
    assert_eq!(count("Pakistan", 1000.0), 1);
    assert_eq!(count("Irak", 1000.0), 1, "each has its own");
    // Below each other each needs its names.
    assert_eq!(count("Pakistan", 600.0), 2);
    // The plots stay equally wide.
    let plots = place(&twice("Pakistan"), wide(1000.0), &Theme::LIGHT).plots;
    assert!((plots[0].width - plots[1].width).abs() <= 20.0, "{plots:?}");
}

#[test]
fn the_only_line_of_a_figure_is_named_by_its_heading_and_has_the_whole_width() {
    let named = |subtitle: &str| {
        let mut sheet = twice("Pakistan");
        sheet.panels.truncate(1);
        sheet.panels[0].series.truncate(1);
        sheet.subtitle = subtitle.to_owned();
        sheet
    };
    let label = named("").panels[0].series[0].label.clone();
    let told = named(&format!("{label}, prosent per år"));
    let untold = named("Prosent per år");
    let times = |sheet: &Sheet| {
        let texts = texts(sheet, 390.0);
        texts.iter().filter(|text| **text == label).count()
    };
    assert_eq!((times(&told), times(&untold)), (0, 1));
    let plot = |sheet: &Sheet| place(sheet, wide(390.0), &Theme::LIGHT).plots[0].width;
    assert!(plot(&told) > plot(&untold) + 20.0);
}

#[test]
fn one_panel_can_be_shown_of_several_and_keeps_its_place() {
    let both = place(&twice("Irak"), wide(360.0), &Theme::LIGHT);
    let second = Sheet {
        only: Some(1),
        ..twice("Irak")
    };
    let one = place(&second, wide(360.0), &Theme::LIGHT);
    assert!(one.height < 0.75 * both.height);
    assert!(one.targets.iter().all(|target| target.panel == 1));
    assert!(!one.targets.is_empty());
    assert!(!texts(&second, 360.0).contains(&"Pakistan".to_owned()));
}

#[test]
fn svg_says_how_long_its_texts_are_but_not_of_letters_nobody_has_measured() {
    let mut sheet = origins(Lang::Nb);
    sheet.title = "Pakistan og Irak".to_owned();
    sheet.subtitle = "Пакистан".to_owned();
    let text = svg(&sheet, wide(600.0), &Theme::LIGHT);
    let of = |content: &str| {
        let end = text.find(&format!("\n{content}\n")).unwrap();
        let start = text[..end].rfind("<text ").unwrap();
        text[start..end].to_owned()
    };
    let expected = width("Pakistan og Irak", 20.0, Weight::Bold) * 4.0;
    let given = format!("textLength=\"{}\"", expected.round());
    assert!(
        of("Pakistan og Irak").contains(&given),
        "{}",
        of("Pakistan og Irak")
    );
    assert!(!of("Пакистан").contains("textLength"));
}

#[test]
fn a_line_that_ends_before_its_axis_does_not_seem_to_go_on_to_its_name() {
    for width in WIDTHS {
        let mut sheet = rate_by_year(Lang::En);
        sheet.panels.truncate(1);
        for point in sheet.panels[0]
            .series
            .iter_mut()
            .flat_map(|series| &mut series.points)
        {
            point.y = point.y.filter(|_| point.x < 2015.0);
        }
        let size = Size {
            width,
            height: None,
        };
        let placed = place(&sheet, size, &Theme::LIGHT);
        let plot = placed.plots[0];
        let spots = placed.targets.iter().filter(|target| target.panel == 0);
        let end = spots.map(|target| match target.shape {
            Shape::Spot { x, .. } => x,
            _ => 0.0,
        });
        let end = end.fold(0.0, f64::max);
        assert!(end < plot.right() - 12.0, "{width}");
        let hues: Vec<_> = sheet.panels[0]
            .series
            .iter()
            .map(|series| Theme::LIGHT.hue(series.hue))
            .collect();
        for mark in &placed.marks {
            let Mark::Line { points, stroke } = mark else {
                continue;
            };
            let reaches = points
                .iter()
                .any(|(x, y)| *x > end + 1.0 && *x < plot.right() && *y > plot.y);
            let goes_on = reaches && stroke.dash.is_none() && hues.contains(&stroke.paint.rgb);
            assert!(!goes_on, "{width}: {points:?}");
        }
    }
}
