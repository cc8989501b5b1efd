//! What a publisher lists and what somebody opens: names lead to one data set each, and made-up data
//! and data of one's own say so wherever they are shown, with what is true of them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shipped;

use utvandring::data::dataset::{is_own_id, name_of, own_id};
use utvandring::data::index::{Index, Listed, Site};
use utvandring::data::open::{NamedBytes, open};
use utvandring::data::{Dataset, Names, Problem};
use utvandring::figures::build::build;
use utvandring::figures::catalog;
use utvandring::figures::export::{Request, csv, json};
use utvandring::figures::place::Size;
use utvandring::figures::svg::svg;
use utvandring::figures::theme::Theme;
use utvandring::state::{Page, State, address};
use utvandring::text::Lang;
use utvandring::text::problems::ProblemWords;
use utvandring::view_models::analyses;

use shipped::{of_texts, package};

fn opened(name: &str, text: &str) -> Dataset {
    let file = NamedBytes {
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    open(&[file]).unwrap()
}

/// Every text in which a figure leaves the page.
fn leaving(dataset: &Dataset, lang: Lang) -> Vec<String> {
    let spec = catalog::find("fig5").unwrap();
    let figure = build(&spec, dataset, lang);
    let size = Size {
        width: 900.0,
        height: None,
    };
    let views = ["#/explore".to_owned(), "#/explore".to_owned()];
    let request = Request {
        spec: &spec,
        dataset,
        lang,
        date: "2026-11-30",
        link: "https://example.org/#/report/5",
        views: &views,
    };
    vec![
        svg(&figure.sheet, size, &Theme::LIGHT),
        csv::csv(&request, 0).unwrap(),
        json::json(&request),
        request.citation(),
        request.bibtex(),
        request.ris(),
    ]
}

#[test]
fn a_list_whose_names_lead_to_two_packages_is_refused() {
    let list = |entries: &str| Index::parse(&format!(r#"{{"packages":[{entries}]}}"#));
    let a = r#"{"name":"a","path":"a/datapackage.json"}"#;
    let same = r#"{"name":"a","path":"b/datapackage.json","default":true}"#;
    let own = r#"{"name":"a","path":"handed-out/datapackage.json","own":true}"#;
    let posing = r#"{"name":"~a","path":"a/datapackage.json"}"#;
    let refused = list(&[a, same].join(",")).unwrap_err();
    assert!(
        refused.contains("packages[1].name") && refused.contains("packages[0]"),
        "{refused}"
    );
    assert!(list(posing).unwrap_err().contains("~a"));
    assert!(list(r#"{"name":"","path":"a/datapackage.json"}"#).is_err());
    let both = list(&[a, own].join(",")).unwrap();
    let ids: Vec<String> = both.packages.iter().map(Listed::id).collect();
    assert_eq!(ids, ["a", "~a"]);
    // No list at all is none, and one without packages has no first one.
    assert!(Index::parse("{}").is_err());
    assert_eq!(list("").unwrap().first(), None);
    assert_eq!(list(a).unwrap().first(), Some(0));
}

#[test]
fn what_a_publisher_says_of_the_site_is_read_or_told_by_its_place() {
    let site = |text: &str| {
        Index::parse(&format!(r#"{{"packages": [], "site": {text}}}"#)).map(|index| index.site)
    };
    let said = site(
        r##"{"name": {"nb": "Fylket i tall", "en": "The county in numbers"}, "start": "#/explore?by=year",
            "menu": ["explore", "check", "about"], "languages": ["nb", "en"], "logo": "logo.svg"}"##,
    )
    .unwrap();
    assert_eq!(said.name.get(Lang::Nn), "Fylket i tall");
    let pages = ["", "explore", "check", "about"];
    assert_eq!(said.fault(&pages), None);
    assert_eq!(
        Index::parse(r#"{"packages": []}"#).unwrap().site,
        Site::default()
    );
    let wrong = [
        (
            r#"{"menu": ["explore", "explor"]}"#,
            "site.menu[1]: found \"explor\", expected one of",
        ),
        (
            r#"{"languages": ["de"]}"#,
            "site.languages[0]: found \"de\", expected one of \"nb\", \"nn\", \"en\"",
        ),
        (r#"{"start": "explore"}"#, "site.start: found \"explore\""),
        (r#"{"logo": "logo.png"}"#, "site.logo: found \"logo.png\""),
        (r#"{"logo": "https://example.org/a.svg"}"#, "site.logo"),
    ];
    for (text, told) in wrong {
        let fault = site(text).unwrap().fault(&pages).unwrap_or_default();
        assert!(fault.contains(told), "{fault}");
    }
    assert!(
        site(r#"{"menu": "explore"}"#)
            .unwrap_err()
            .contains("site.menu: array")
    );
}

#[test]
fn the_list_of_the_publisher_has_the_word_on_name_titles_and_made_up_data() {
    let packaged = || Dataset {
        name: "inside".to_owned(),
        title: Names {
            en: "Packaged".to_owned(),
            ..Names::default()
        },
        ..Dataset::default()
    };
    let titles = Names {
        nn: "Lista".to_owned(),
        en: "Listed".to_owned(),
        ..Names::default()
    };
    let listed = packaged().listed_as("outside", &titles, true);
    assert_eq!((listed.id().as_str(), listed.synthetic), ("outside", true));
    assert_eq!(listed.title.get(Lang::Nn), "Lista");
    assert_eq!(listed.title.get(Lang::En), "Packaged");
    // Made up in the package is made up, whatever the list says.
    let made_up = Dataset {
        synthetic: true,
        ..packaged()
    };
    assert!(made_up.listed_as("outside", &titles, false).synthetic);
    assert!(!packaged().listed_as("outside", &titles, false).synthetic);
    // Without any title the name is one.
    let untitled = Dataset::default().listed_as("county", &Names::default(), false);
    assert_eq!(untitled.title.get(Lang::Nb), "county");
}

#[test]
fn names_of_own_data_and_of_published_data_never_meet() {
    let published = package("teaching");
    let own = package("teaching").owned();
    assert_eq!(published.id(), "teaching");
    assert_ne!(own.id(), published.id());
    assert_eq!(own.id(), own_id("teaching"));
    assert!(is_own_id(&own.id()) && !is_own_id(&published.id()));
    assert_eq!(name_of(&own.id()), name_of(&published.id()));
    // The address keeps them apart, and is read as it was written.
    let state = State {
        page: Page::Explore,
        dataset: own.id(),
        ..State::default()
    };
    let written = address::write(&state);
    assert!(written.contains("data=~teaching"), "{written}");
    assert_eq!(address::read(&written, &State::default()).dataset, own.id());
    // A package without a name gets one, so that it has an address.
    let nameless = Dataset::default().owned();
    assert!(!name_of(&nameless.id()).is_empty());
    assert!(!nameless.title.is_empty());
}

#[test]
fn own_data_say_so_in_pictures_files_and_citations() {
    let marks = [
        (Lang::Nb, "Egne data: "),
        (Lang::Nn, "Eigne data: "),
        (Lang::En, "Own data: "),
    ];
    for (lang, mark) in marks {
        let published = package("teaching");
        let own = package("teaching").owned();
        for (shown, own) in leaving(&published, lang).iter().zip(leaving(&own, lang)) {
            assert!(own.contains(mark), "{mark}: {own}");
            assert!(!shown.contains(mark), "{shown}");
        }
        let asked = vec![("kind".to_owned(), "trend".to_owned())];
        let (_, figure) = analyses::with_figure(&own, &asked, lang);
        assert!(figure.unwrap().sheet.badge.text.starts_with(mark));
    }
    // Data that are not made up have the mark in the picture as well.
    let csv = opened(
        "min.csv",
        "group,year,emigrations,person_years\na,2020,3,70\na,2021,4,80\n",
    );
    let spec = state::View::default().spec().unwrap();
    let badge = build(&spec, &csv.owned(), Lang::Nb).sheet.badge;
    assert_eq!(
        (badge.text.as_str(), badge.synthetic),
        ("Egne data: min", false)
    );
}

#[test]
fn made_up_data_are_told_with_what_is_true_of_them() {
    let mut made_up = package("teaching");
    made_up.title = Names::same("Kommunen i tall");
    made_up.name = "kommunen".to_owned();
    made_up.source = Names::same("Kommunen");
    made_up.notes.clear();
    made_up.description = Names::default();
    for lang in Lang::ALL {
        for text in leaving(&made_up, lang) {
            // The program knows of no teaching that such data are for.
            let small = text.to_lowercase();
            let untrue = ["undervisning", "teaching"];
            assert!(untrue.iter().all(|word| !small.contains(word)), "{text}");
            assert!(
                small.contains("synteti") || small.contains("synthetic"),
                "{text}"
            );
        }
    }
    // What says so in its title does not say it twice.
    let badge = |dataset: &Dataset, lang| {
        let spec = catalog::find("fig5").unwrap();
        build(&spec, dataset, lang).sheet.badge.text
    };
    assert_eq!(
        badge(&package("teaching"), Lang::Nb),
        "Syntetiske undervisningsdata"
    );
    assert_eq!(
        badge(&made_up, Lang::Nb),
        "Syntetiske data: Kommunen i tall"
    );
    assert_eq!(badge(&made_up, Lang::En), "Synthetic data: Kommunen i tall");
    for lang in Lang::ALL {
        let long = text::words::synthetic_long(lang);
        assert!(
            !long.contains("rapport") && !long.contains("report"),
            "{long}"
        );
        let caveat = text::explain::synthetic(lang);
        assert!(
            !caveat.contains("undervisning") && !caveat.contains("teaching"),
            "{caveat}"
        );
    }
}

#[test]
fn a_coverage_of_what_is_not_there_is_refused_with_its_place() {
    let package = |of_table: &str, of_package: &str| {
        let description = format!(
            r#"{{"name": "p", "coverage": {of_package},
                "resources": [{{"name": "t", "path": "t.csv", "coverage": {of_table}}}]}}"#
        );
        let csv = "region,year,emigrations\na,2020,3\na,2021,4\n";
        let files = [("datapackage.json", description.as_str()), ("t.csv", csv)];
        open(&of_texts(&files))
    };
    let told = |found: Result<Dataset, Vec<Problem>>| {
        let problems = found.unwrap_err();
        assert_eq!(problems.len(), 1, "{problems:?}");
        Lang::ALL.map(|lang| problems[0].sentence(lang))
    };
    let [nb, nn, en] = told(package(r#"{"year": ["2020..2023"]}"#, "{}"));
    assert!(
        en.contains("t.coverage.year: 2022") && en.contains("codes that the table has"),
        "{en}"
    );
    assert!(
        nb.contains("koder som tabellen") && nn.contains("kodar som tabellen"),
        "{nb} {nn}"
    );
    let [.., en] = told(package("{}", r#"{"yaer": ["2020"]}"#));
    assert!(
        en.contains("coverage.yaer") && en.contains("datapackage.json"),
        "{en}"
    );
    // What a table has no column for, and a package that covers more than one of its tables.
    for (of_table, of_package) in [
        (r#"{"age": ["18..35"]}"#, "{}"),
        (r#"{"year": ["2020"]}"#, "{}"),
        ("{}", r#"{"year": ["2000..2023"], "sex": ["f"]}"#),
    ] {
        assert!(
            package(of_table, of_package).is_ok(),
            "{of_table} {of_package}"
        );
    }
}
