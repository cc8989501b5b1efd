//! The front page as it is drawn when the site is built.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shipped;

use std::fs;
use std::path::{Path, PathBuf};

use utvandring::data::open::{NamedBytes, Part, open_part};
use utvandring::data::{Dataset, Names};
use utvandring::figures::build::build;
use utvandring::first_view::{Drawn, LANG, Listed, draw};
use utvandring::text::{Lang, words};
use utvandring::view_models::overview::of_dataset;

fn path(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

fn teaching(part: Part) -> Dataset {
    let mut files = Vec::new();
    for entry in fs::read_dir(path("www/data/teaching")).unwrap() {
        let entry = entry.unwrap();
        files.push(NamedBytes {
            name: entry.file_name().into_string().unwrap(),
            bytes: fs::read(entry.path()).unwrap(),
        });
    }
    open_part(&files, part).unwrap()
}

fn drawn(dataset: &Dataset) -> Drawn {
    let listed = [Listed {
        name: dataset.name.clone(),
        titles: Names {
            nb: "<Tall> & \"mer\"".to_owned(),
            ..Names::default()
        },
        report: false,
    }];
    draw(dataset, &teaching(Part::Whole), &listed)
}

/// Texts between a tag and its end.
fn all<'a>(html: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    let parts = html.split(open).skip(1);
    parts
        .map(|part| part.split(close).next().unwrap())
        .collect()
}

#[test]
fn the_first_answer_is_on_the_page_and_the_others_are_read_below() {
    let dataset = teaching(Part::First);
    let drawn = drawn(&dataset);
    let places = all(drawn.page(), "<article class=\"figure\" id=\"", "\"");
    assert_eq!(places, ["trend"]);
    // Each picture of the page at three widths.
    assert_eq!(drawn.page().matches("<svg").count(), 3);
    let overview = of_dataset(&teaching(Part::Whole), LANG);
    assert!(overview.parts.len() > 3);
    assert_eq!(
        drawn.further.matches("<article").count(),
        overview.parts.len()
    );
    // Without scripts every figure has its picture, those of deferred tables as well.
    assert_eq!(drawn.further.matches("<svg").count(), overview.parts.len());
    assert_eq!(drawn.pictures, 1 + overview.parts.len());
}

#[test]
fn sentences_and_numbers_are_those_of_the_overview() {
    let dataset = teaching(Part::First);
    let drawn = drawn(&dataset);
    let overview = of_dataset(&dataset, LANG);
    let lead = overview.lead.as_ref().unwrap();
    assert!(drawn.page().contains(&format!(">{}</p>", lead.sentence)));
    for key in &overview.keys {
        let (value, caption) = (&key.value, &key.caption);
        let said = format!("<dt>{caption}</dt><dd>{value}</dd>");
        assert!(drawn.page().contains(&said), "{said}");
    }
    let figure = build(&lead.spec, &dataset, LANG);
    for panel in &figure.panels {
        for line in &panel.table.rows {
            assert!(drawn.page().contains(&format!(">{}</th>", line.head)));
            for cell in &line.cells {
                let said = format!(">{}<", cell.text);
                assert!(drawn.page().contains(&said), "{}", cell.text);
            }
        }
    }
    for part in of_dataset(&teaching(Part::Whole), LANG).parts {
        assert!(drawn.further.contains(&part.question));
        assert!(drawn.further.contains(&part.sentence));
    }
}

#[test]
fn the_reports_figures_are_shown_with_data_that_have_its_groups() {
    let norway = shipped::package("norway");
    let listed = ["norway", "teaching"].map(|name| Listed {
        name: name.to_owned(),
        titles: Names {
            nb: name.to_owned(),
            ..Names::default()
        },
        report: name == "teaching",
    });
    let page = draw(&norway, &norway, &listed).page().to_owned();
    let links = all(&page, "href=\"#/report?", "\"");
    assert!(!links.is_empty() && links.iter().all(|link| link.contains("data=teaching")));
    // Of a data set with the groups they are shown with itself, and the audit is there as well.
    let own = drawn(&teaching(Part::First)).page().to_owned();
    assert!(own.contains("href=\"#/audit?") && !page.contains("href=\"#/audit?"));
}

#[test]
fn made_up_data_are_marked_in_the_page_and_in_every_picture() {
    let mut dataset = teaching(Part::First);
    assert!(dataset.synthetic);
    let marked = drawn(&dataset);
    let badge = words::marked(LANG, dataset.title.get(LANG), dataset.own, true);
    assert!(marked.page().contains("synthetic-line"));
    for picture in all(marked.page(), "<svg", "</svg>") {
        assert!(picture.contains(&badge), "{picture}");
    }
    dataset.synthetic = false;
    assert!(!drawn(&dataset).page().contains("synthetic-line"));
}

#[test]
fn texts_of_the_publisher_cannot_end_an_element() {
    let drawn = drawn(&teaching(Part::First));
    let page = drawn.page();
    assert!(page.contains("&lt;Tall&gt; &amp; &quot;mer&quot;"));
    assert!(!page.contains("<Tall>"));
    // It stands in <noscript>, whose end it must not hold.
    assert!(!page.contains("noscript"));
}

#[test]
fn no_style_stands_in_the_page_and_every_colour_has_a_light_and_a_dark_value() {
    let drawn = drawn(&teaching(Part::First));
    assert!(
        !drawn.page().contains("style="),
        "the content policy forbids it"
    );
    let used = all(drawn.page(), "var(--c", ")");
    assert!(!used.is_empty());
    for number in used {
        // Light, dark by the system, dark by choice.
        let set = drawn.style.matches(&format!("--c{number}:")).count();
        assert_eq!(set, 3, "--c{number}");
    }
}

#[test]
fn what_is_shown_while_it_is_looked_for_has_the_words_of_the_page() {
    let template = fs::read_to_string(path("index.html")).unwrap();
    for words in [words::app_title(LANG), words::app_tagline(LANG)] {
        assert!(template.contains(&format!(">{words}<")), "{words}");
    }
}

#[test]
fn every_language_has_the_same_page_in_its_words() {
    let dataset = teaching(Part::First);
    let drawn = drawn(&dataset);
    let langs: Vec<Lang> = drawn.pages.iter().map(|(lang, _)| *lang).collect();
    assert_eq!(langs, [Lang::Nb, Lang::Nn, Lang::En]);
    let tags = |page: &str| -> Vec<String> {
        let names = page.split('<').skip(1);
        let names = names.filter_map(|tag| tag.split([' ', '>']).next());
        names
            .filter(|name| {
                !matches!(
                    name.trim_start_matches('/'),
                    "rect" | "path" | "polyline" | "circle" | "text" | "line"
                )
            })
            .map(str::to_owned)
            .collect()
    };
    for (lang, page) in &drawn.pages {
        assert!(page.contains(words::app_title(*lang)), "{lang:?}");
        let lead = of_dataset(&dataset, *lang).lead.unwrap();
        assert!(
            page.contains(&format!(">{}</p>", lead.sentence)),
            "{lang:?}"
        );
        assert!(page.contains(words::row_table(*lang)), "{lang:?}");
        assert_eq!(tags(page), tags(drawn.page()), "{lang:?}");
        let pressed = format!("lang=\"{}\" aria-pressed=\"true\"", lang.tag());
        assert!(page.contains(&pressed), "{lang:?}");
        if *lang != Lang::Nb {
            assert!(
                page.contains(&format!("lang={}", lang.tag())),
                "links stay in {lang:?}"
            );
        }
    }
}
