//! The figures of the report from the shipped data sets: what each says, word for word, and that
//! nothing in the picture is cut or covered at any width.
//!
//! `UPDATE_GOLDENS=1 cargo test --test catalog` rewrites the transcripts.
//! `FIGURES_OUT=folder` writes every figure as SVG, for eyes.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod goldens;
mod shipped;

use std::fmt::Write;
use std::path::PathBuf;

use goldens::Goldens;
use shipped::package;
use utvandring::data::open::{NamedBytes, open};
use utvandring::data::{Dataset, Names};
use utvandring::figures::build::{Figure, build};
use utvandring::figures::catalog;
use utvandring::figures::place::{Placed, Size, place};
use utvandring::figures::sheet::{Panel, Series, Sheet};
use utvandring::figures::svg::svg;
use utvandring::figures::theme::Theme;
use utvandring::text::{Lang, notes::caveats};

/// One line a series: its values as the reader sees them, `~` at those on few events. A long
/// line over years or ages is told by every sixth point.
fn series_line(panel: &Panel, series: &Series) -> String {
    let shown = |index: usize| panel.x.categories.is_some() || index.is_multiple_of(6);
    let values: Vec<String> = series
        .points
        .iter()
        .enumerate()
        .filter(|(index, _)| shown(*index) || index + 1 == series.points.len())
        .map(|(_, point)| {
            let at = match &panel.x.categories {
                Some(names) => names[point.x as usize].clone(),
                None => point.x.to_string(),
            };
            let value = match (&point.absent, point.small) {
                (Some(reason), _) => format!("[{reason}]"),
                (None, true) => format!("~{}", point.text),
                (None, false) => point.text.clone(),
            };
            format!("{at}: {value}")
        })
        .collect();
    format!("  {} | {}", series.label, values.join("; "))
}

fn transcript(figure: &Figure) -> String {
    let sheet = &figure.sheet;
    let mut out = String::new();
    let badge = &sheet.badge.text;
    writeln!(out, "# {}\n{}\n[{badge}]", sheet.title, sheet.subtitle).unwrap();
    for (panel, numbers) in sheet.panels.iter().zip(&figure.panels) {
        writeln!(out, "\n## {} ({})", panel.title, numbers.source).unwrap();
        for series in &panel.series {
            writeln!(out, "{}", series_line(panel, series)).unwrap();
        }
        for shade in &panel.shades {
            writeln!(out, "shaded {}-{}: {}", shade.from, shade.to, shade.label).unwrap();
        }
        if let Some(note) = &panel.note {
            writeln!(out, "note: {note}").unwrap();
        }
    }
    writeln!(out, "\n{}\n", sheet.summary).unwrap();
    for line in &sheet.footer {
        writeln!(out, "{line}").unwrap();
    }
    out
}

#[test]
fn every_figure_says_what_was_reviewed() {
    let mut goldens = Goldens::of("catalog");
    let teaching = package("teaching");
    for spec in catalog::all() {
        for lang in Lang::ALL {
            let said = transcript(&build(&spec, &teaching, lang));
            let number = spec.number.unwrap();
            goldens.hold(&format!("fig{number:02}.{}", lang.tag()), &said);
        }
    }
    goldens.conclude();
}

fn problems(sheet: &Sheet, placed: &Placed) -> Vec<String> {
    let mut problems = Vec::new();
    let boxes = &placed.label_boxes;
    for (index, one) in boxes.iter().enumerate() {
        let rect = one.rect;
        let inside = rect.x >= 0.0
            && rect.y >= 0.0
            && rect.right() <= placed.width
            && rect.bottom() <= placed.height;
        if !inside {
            problems.push(format!("{:?} leaves the page", one.text));
        }
        for two in &boxes[..index] {
            if rect.overlaps(&two.rect) {
                problems.push(format!("{:?} covers {:?}", one.text, two.text));
            }
        }
    }
    // Lines of one label follow each other, so a word that was cut is missed here.
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    let drawn: String = boxes.iter().map(|label| letters(&label.text)).collect();
    let panels = sheet.panels.iter();
    let names = panels
        .clone()
        .filter_map(|panel| panel.x.categories.as_ref());
    let headings = panels.flat_map(|panel| [Some(&panel.title), panel.note.as_ref()]);
    let texts = [&sheet.title, &sheet.subtitle, &sheet.badge.text].into_iter();
    for text in texts
        .chain(&sheet.footer)
        .chain(names.flatten())
        .chain(headings.flatten())
    {
        if !drawn.contains(&letters(text)) {
            problems.push(format!("{text:?} is cut"));
        }
    }
    problems
}

#[test]
fn no_text_of_a_report_figure_is_cut_or_covered_at_any_width() {
    let folder = std::env::var_os("FIGURES_OUT").map(PathBuf::from);
    for name in ["teaching", "report-2026"] {
        let dataset = package(name);
        for spec in catalog::all() {
            for lang in Lang::ALL {
                let sheet = build(&spec, &dataset, lang).sheet;
                for width in [320.0, 360.0, 768.0, 1280.0, 2560.0] {
                    let size = Size {
                        width,
                        height: None,
                    };
                    let found = problems(&sheet, &place(&sheet, size, &Theme::LIGHT));
                    let at = format!("{name} {} {} at {width}", spec.id, lang.tag());
                    assert_eq!(found, Vec::<String>::new(), "{at}");
                }
                if let Some(folder) = &folder {
                    for width in [360.0, 960.0] {
                        let size = Size {
                            width,
                            height: None,
                        };
                        let file = format!("{name}-{}-{}-{width}.svg", spec.id, lang.tag());
                        let text = svg(&sheet, size, &Theme::LIGHT);
                        std::fs::write(folder.join(file), text).unwrap();
                    }
                }
            }
        }
    }
}

/// A panel without numbers says which table and numbers it would need, and draws no axes.
#[test]
fn a_missing_panel_says_what_it_would_need() {
    let printed = package("report-2026");
    let figure = build(&catalog::find("fig6").unwrap(), &printed, Lang::En);
    assert_eq!(figure.absent, None);
    let note = figure.sheet.panels[1].note.clone().unwrap();
    assert!(
        note.contains("numbers for back after five years") && note.contains("a breakdown by group"),
        "{note}"
    );
    // A visitor reads words, not the names of columns.
    assert!(!note.contains("returned_5y"), "{note}");
    let size = Size {
        width: 360.0,
        height: None,
    };
    assert_eq!(place(&figure.sheet, size, &Theme::LIGHT).plots.len(), 1);
}

/// Every picture names its data set, its source and what is measured.
#[test]
fn every_report_figure_names_source_base_and_definition() {
    let teaching = package("teaching");
    for spec in catalog::all() {
        for lang in Lang::ALL {
            let figure = build(&spec, &teaching, lang);
            let sheet = &figure.sheet;
            assert!(!sheet.badge.text.is_empty() && !sheet.summary.is_empty());
            assert_eq!(
                sheet.footer.len(),
                3,
                "{}: source, definition, remarks",
                spec.id
            );
            for panel in &sheet.panels {
                let note = panel.note.clone().unwrap_or_default();
                let remarks = format!("{note} {}", sheet.footer[2]);
                assert!(remarks.contains("N = "), "{}", spec.id);
            }
            let spread = spec.panels.len() > 1;
            let scale = ["panel", "Panel"]
                .iter()
                .any(|word| sheet.footer[2].contains(word));
            assert_eq!(scale, spread, "{} tells how its panels compare", spec.id);
        }
    }
}

/// What a re-based share leaves out stands below its panel.
#[test]
fn rebased_panels_tell_what_was_left_out() {
    let teaching = package("teaching");
    for (id, panel, left_out) in [
        ("fig5", 1, "211,090 of 322,602"),
        ("fig8", 3, "46,277 of 90,734"),
        ("fig14", 1, "3,650 of 9,357"),
        ("fig18", 1, "211,090 of 322,602"),
    ] {
        let figure = build(&catalog::find(id).unwrap(), &teaching, Lang::En);
        let note = figure.sheet.panels[panel].note.clone().unwrap();
        assert!(note.contains(left_out), "{id}: {note}");
    }
}

#[test]
fn figures_of_periods_name_only_years_that_are_there() {
    for (last, period, is_told) in [(2019, "2018–2019", false), (2023, "2018–2023", true)] {
        let mut csv = "group,origin,year,emigrations,person_years\n".to_owned();
        for year in 2012..=last {
            for group in ["nb_two_immigrant_parents", "immigrated_age_0_9"] {
                for (origin, left) in [("iran", 40), ("turkey", 60)] {
                    writeln!(csv, "{group},{origin},{year},{left},4000").unwrap();
                }
            }
        }
        let file = NamedBytes {
            name: "t.csv".to_owned(),
            bytes: csv.into_bytes(),
        };
        let dataset = open(&[file]).unwrap();
        for number in [12, 13] {
            let spec = catalog::all()
                .into_iter()
                .find(|spec| spec.number == Some(number))
                .unwrap();
            for lang in Lang::ALL {
                let figure = build(&spec, &dataset, lang);
                let series = figure.sheet.panels[0].series.iter();
                let labels: Vec<&str> = series.map(|series| series.label.as_str()).collect();
                assert_eq!(labels, ["2012–2017", period]);
                let footer = figure.sheet.footer.join(" ");
                let pandemic = caveats::pandemic_period(lang);
                assert_eq!(footer.contains(pandemic), is_told, "{footer}");
            }
        }
    }
}

#[test]
fn the_source_of_a_package_is_named_where_its_tables_name_none() {
    let mut own = package("teaching");
    (own.synthetic, own.source) = (false, Names::same("An office, table 1"));
    let spec = catalog::all().swap_remove(0);
    let footer = |own: &Dataset| build(&spec, own, Lang::En).sheet.footer.swap_remove(0);
    assert!(footer(&own).starts_with("Source: An office, table 1, in the data set "));
    own.synthetic = true;
    assert!(!footer(&own).contains("An office"));
}
