//! What leaves the product: it says what it is, and opened again it gives the same figure.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shipped;

use std::io::Read as _;

use utvandring::data::csv_table::begins_formula;
use utvandring::data::index::{Index, Listed};
use utvandring::data::json::Json;
use utvandring::data::open::{NamedBytes, open};
use utvandring::data::{Dataset, write};
use utvandring::figures::build::build;
use utvandring::figures::catalog;
use utvandring::figures::export::{Request, csv, hand_out, json, xlsx};
use utvandring::figures::options::Intervals;
use utvandring::figures::spec::{Order, Spec};
use utvandring::measures::{Filter, Measure, Question, answer};
use utvandring::state::{Page, State, View, address};
use utvandring::text::Lang;

use shipped::package;

const DATE: &str = "2026-11-23";
const LINK: &str = "https://example.org/utvandring/#/report/5";

fn reopened(text: &str) -> Dataset {
    let file = NamedBytes {
        name: "lagret.csv".to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    open(&[file]).unwrap_or_else(|problems| panic!("{problems:#?}\n{text}"))
}

fn views(spec: &Spec) -> Vec<String> {
    let view = |panel| {
        address::write(&State {
            page: Page::Explore,
            view: View::of_panel(panel),
            ..State::default()
        })
    };
    spec.panels.iter().map(view).collect()
}

fn exported(dataset: &Dataset, spec: &Spec, lang: Lang, panel: usize) -> Option<String> {
    let request = Request {
        spec,
        dataset,
        lang,
        date: DATE,
        link: LINK,
        views: &views(spec),
    };
    csv::csv(&request, panel)
}

/// Holds the numbers of a panel against those from its own file.
fn same_again(dataset: &Dataset, spec: &Spec, panel: usize) -> bool {
    let question = &spec.panels[panel].question;
    let Ok(before) = answer(dataset, question) else {
        return false;
    };
    for lang in Lang::ALL {
        let file = exported(dataset, spec, lang, panel).unwrap();
        let again = reopened(&file);
        let after =
            answer(&again, question).unwrap_or_else(|refusal| panic!("{refusal:?}\n{file}"));
        assert_eq!(after.rows, before.rows, "{} panel {panel}", spec.id);
        let one = Spec {
            panels: vec![spec.panels[panel].clone()],
            ..spec.clone()
        };
        for lang in Lang::ALL {
            let (mut before, mut after) = (build(&one, dataset, lang), build(&one, &again, lang));
            if one.panels[0].order == Order::ByEmigrations {
                // They are ordered by the emigrations in the data set, of which the file has a part.
                for figure in [&mut before, &mut after] {
                    let rows = &mut figure.panels[0].table.rows;
                    rows.sort_by(|one, two| one.head.cmp(&two.head));
                    figure.sheet.panels[0].series.clear();
                }
            }
            assert_eq!(after.panels[0].table, before.panels[0].table, "{}", spec.id);
            assert_eq!(after.sheet.title, before.sheet.title);
            assert_eq!(after.sheet.subtitle, before.sheet.subtitle);
            assert_eq!(after.sheet.badge, before.sheet.badge);
            assert_eq!(after.sheet.footer[0], before.sheet.footer[0]);
            assert_eq!(after.sheet.panels[0].series, before.sheet.panels[0].series);
        }
    }
    true
}

#[test]
fn every_panel_of_the_report_is_the_same_from_its_own_file() {
    let mut compared = 0;
    for name in ["teaching", "report-2026"] {
        let dataset = package(name);
        for spec in catalog::all() {
            for panel in 0..spec.panels.len() {
                compared += usize::from(same_again(&dataset, &spec, panel));
            }
        }
    }
    assert!(compared > 35, "only {compared} panels could be compared");
}

#[test]
fn a_hidden_series_is_not_in_the_file() {
    let dataset = package("teaching");
    let mut view = View::default();
    view.options.hidden = vec!["majority".to_owned()];
    let spec = view.spec().unwrap().resolved(&dataset);
    let spec = spec.without_hidden(&dataset);
    let request = Request {
        spec: &spec,
        dataset: &dataset,
        lang: Lang::En,
        date: DATE,
        link: LINK,
        views: &["#/explore".to_owned()],
    };
    let text = csv::csv(&request, 0).unwrap();
    let rows = |code: &str| text.lines().filter(|line| line.starts_with(code)).count();
    assert_eq!(rows("majority,") + rows("majority;"), 0);
    assert_eq!(rows("nb_two_immigrant_parents,"), 24, "{text}");
}

#[test]
fn questions_of_visitors_are_the_same_from_their_own_file() {
    let dataset = package("teaching");
    let view = |measure: &str, by: &str, split: &str, filters: &[(&str, &[&str])], rebased| View {
        measure: measure.to_owned(),
        by: by.to_owned(),
        split: split.to_owned(),
        filters: filters
            .iter()
            .map(|(dimension, codes)| Filter::new(*dimension, codes.iter().copied()))
            .collect(),
        rebased,
        denominator: None,
        ..View::default()
    };
    let cases = [
        view("rate", "year", "", &[("group", &["majority"])], false),
        view("rate", "group", "", &[("year", &["2003", "2004"])], false),
        view("rate", "period", "group", &[], false),
        view("population", "group", "", &[], false),
        view(
            "population",
            "year",
            "group",
            &[("year", &["2001", "2002", "2003"])],
            false,
        ),
        view("person_years", "age", "", &[], false),
        view("persons", "group", "", &[], false),
        view(
            "destination_share",
            "group",
            "destination",
            &[("destination", &["nordic"])],
            false,
        ),
        view(
            "destination_share",
            "year",
            "destination",
            &[("group", &["majority"])],
            true,
        ),
        view("destination_share", "group", "destination_kind", &[], false),
        view("return_share", "year", "group", &[], false),
        view("return_share", "", "", &[], false),
        view("return_curve", "years_since", "group", &[], false),
    ];
    let mut compared = 0;
    for view in cases {
        let spec = view.spec().unwrap();
        if same_again(&dataset, &spec, 0) {
            compared += 1;
        }
    }
    assert!(
        compared >= 10,
        "only {compared} questions could be compared"
    );
}

#[test]
fn a_file_opens_at_its_own_view() {
    let dataset = package("teaching");
    let spec = catalog::find("fig5").unwrap();
    let again = reopened(&exported(&dataset, &spec, Lang::Nb, 1).unwrap());
    let state = address::read(&again.view, &State::default());
    assert_eq!(state.page, Page::Explore);
    assert_eq!(state.view, View::of_panel(&spec.panels[1]));
    assert!(state.view.is_answerable(&again));
}

#[test]
fn a_file_says_what_it_is_above_its_header() {
    let dataset = package("teaching");
    let spec = catalog::find("fig5").unwrap();
    let cases = [
        (
            Lang::Nb,
            [
                "Syntetiske undervisningsdata",
                "Definisjon: ",
                "Merknader: ",
                "Versjon: 1.0.0",
                "Lisens: ",
                "Hentet: ",
                "Lenke: ",
            ],
        ),
        (
            Lang::En,
            [
                "Synthetic teaching data",
                "Definition: ",
                "Remarks: ",
                "Version: 1.0.0",
                "Licence: ",
                "Retrieved: ",
                "Link: ",
            ],
        ),
    ];
    for (lang, wanted) in cases {
        let file = exported(&dataset, &spec, lang, 0).unwrap();
        let notes: Vec<&str> = file
            .trim_start_matches('\u{feff}')
            .lines()
            .take_while(|line| line.starts_with('#'))
            .collect();
        assert!(notes[0].contains(wanted[0]), "{}", notes[0]);
        for words in wanted {
            assert!(
                notes.iter().any(|note| note.contains(words)),
                "{words} in {notes:#?}"
            );
        }
        assert!(notes.iter().any(|note| note.contains(DATE)));
        assert!(notes.iter().any(|note| note.contains(LINK)));
    }
}

#[test]
fn no_cell_of_a_hostile_table_begins_a_formula() {
    let hostile = "group,year,emigrations,person_years\n\
                   \"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",2020,1,10\n\
                   +cmd|calc,2020,2,10\n-cmd,2020,3,10\n@SUM(A1),2020,4,10\n'=x,2020,5,10\n\
                   '',2020,6,10\n\"a;=b,=c\",2020,7,10\nt\t=1,2020,8,10\n＝x,2020,9,10\n";
    let dataset = reopened(hostile);
    let spec = Spec::of_question(
        Question::new(Measure::Rate, ["group", "year"]),
        "group",
        Some("year"),
    );
    for (lang, delimiter) in [(Lang::Nb, b';'), (Lang::Nn, b';'), (Lang::En, b',')] {
        let file = exported(&dataset, &spec, lang, 0).unwrap();
        let mut cells = 0;
        // As a spreadsheet reads it, whatever sign it takes for the one between fields: notes are lines like any other.
        for sign in [delimiter, b',', b';', b'\t'] {
            let mut records = ::csv::ReaderBuilder::new();
            let records = records.delimiter(sign).has_headers(false).flexible(true);
            for record in records
                .from_reader(file.trim_start_matches('\u{feff}').as_bytes())
                .records()
            {
                for cell in &record.unwrap() {
                    let begins = cell.trim_start_matches(' ').starts_with(begins_formula);
                    assert!(!begins, "{cell:?} in\n{file}");
                    cells += usize::from(sign == delimiter);
                }
            }
        }
        assert!(cells > 50);
        let again = reopened(&file);
        let codes = |dataset: &Dataset| dataset.tables[0].dimension("group").unwrap().codes.clone();
        assert_eq!(
            codes(&again),
            codes(&dataset),
            "codes come back as they were"
        );
    }
}

#[test]
fn remarks_stand_above_the_header_and_nowhere_else() {
    let opened = |text: &str| {
        open(&[NamedBytes {
            name: "a.csv".to_owned(),
            bytes: text.as_bytes().to_vec(),
        }])
    };
    let accepted = [
        "# a\n# b; c\nyear,emigrations\n2020,3\n",
        "\u{feff}# a\r\nyear;emigrations\r\n2020;3\r\n",
        "\"# quoted, by a spreadsheet\",\nyear,emigrations\n2020,3\n",
    ];
    for text in accepted {
        let dataset = opened(text).unwrap_or_else(|problems| panic!("{problems:?}"));
        assert_eq!(dataset.tables[0].rows, 1, "{text}");
    }
    let refused = [
        ("# a\nyear,emigrations\n# b\n2020,3\n", Some(3)),
        ("# a\nyear,emigrations\n2020,x\n", Some(3)),
        ("# only remarks\n", None),
        (
            "# datapackage: {\"name\"\nyear,emigrations\n2020,3\n",
            Some(1),
        ),
        (
            "# datapackage: {\"resources\": []}\nyear,emigrations\n2020,3\n",
            None,
        ),
    ];
    for (text, line) in refused {
        let problems = opened(text).unwrap_err();
        assert_eq!(problems[0].line, line, "{text}: {problems:?}");
    }
}

#[test]
fn a_data_set_written_as_a_package_is_read_back_the_same() {
    for name in ["teaching", "report-2026"] {
        let dataset = package(name);
        let files: Vec<NamedBytes> = write::package(&dataset)
            .into_iter()
            .map(|(name, text)| NamedBytes {
                name,
                bytes: text.into_bytes(),
            })
            .collect();
        assert_eq!(open(&files).unwrap(), dataset, "{name}");
    }
}

/// A page in one file, as far as handing out is concerned.
fn page() -> String {
    let index = r#"{"packages":[{"name":"teaching","path":"teaching/datapackage.json","default":true},{"name":"other","path":"other/datapackage.json","claims":"other/facts.csv"}]}"#;
    let described = r#"{"name":"teaching","version":"1.0.0","resources":[]}"#;
    let block = Json::Object(vec![
        ("data/index.json".to_owned(), Json::Text(index.to_owned())),
        (
            "data/teaching/datapackage.json".to_owned(),
            Json::Text(described.to_owned()),
        ),
    ]);
    format!(
        "<!doctype html><p>before</p><script type=\"application/json\" id=\"utvandring-data\">{}</script><script>\
            after()</script>",
        write::json(&block)
    )
}

/// The files in the block of a page.
fn block(page: &str) -> Vec<(String, String)> {
    let (_, rest) = page.split_once("id=\"utvandring-data\">").unwrap();
    let (block, rest) = rest.split_once("</script>").unwrap();
    assert!(rest.starts_with("<script>after()"));
    let Json::Object(files) = Json::parse(block).unwrap() else {
        panic!("not an object");
    };
    let texts = files.into_iter().map(|(path, text)| match text {
        Json::Text(text) => (path, text),
        other => panic!("{other:?}"),
    });
    texts.collect()
}

/// The packages of the list: name and whether it opens first.
fn listed(page: &str) -> Vec<(String, bool)> {
    let files = block(page);
    let (_, index) = files
        .iter()
        .find(|(path, _)| path == "data/index.json")
        .unwrap();
    let Json::Object(fields) = Json::parse(index).unwrap() else {
        panic!("{index}");
    };
    let Json::List(packages) = &fields[0].1 else {
        panic!("{index}");
    };
    let read = |package: &Json| {
        (
            package.required("name").unwrap(),
            package.field("default").unwrap(),
        )
    };
    packages.iter().map(read).collect()
}

#[test]
fn a_page_is_handed_out_with_the_visitors_data_inside() {
    let mut own = reopened("group,year,emigrations\n</script><b>,2020,3\nb,2021,4\n");
    own.name = "min klasse".to_owned();
    let own = own.owned();
    let handed = hand_out::hand_out(&page(), &own, "#/explore?v=1&data=~min%20klasse").unwrap();
    let named = |name: &str, first| (name.to_owned(), first);
    assert_eq!(
        listed(&handed),
        [
            named("min klasse", true),
            named("teaching", false),
            named("other", false)
        ]
    );
    let files = block(&handed);
    let start = files.iter().find(|(path, _)| path == "start").unwrap();
    assert_eq!(start.1, "#/explore?v=1&data=~min%20klasse");
    let inside: Vec<NamedBytes> = files
        .iter()
        .filter_map(|(path, text)| {
            Some(NamedBytes {
                name: path.strip_prefix("data/handed-out/")?.to_owned(),
                bytes: text.clone().into_bytes(),
            })
        })
        .collect();
    assert_eq!(open(&inside).unwrap().owned(), own);

    // From the page that was handed out, another one can be handed out.
    let next = Dataset {
        name: "ny".to_owned(),
        ..own.clone()
    };
    let again = hand_out::hand_out(&handed, &next, "#/data").unwrap();
    assert_eq!(
        listed(&again),
        [
            named("ny", true),
            named("teaching", false),
            named("other", false)
        ]
    );
}

#[test]
fn what_a_page_was_handed_out_with_before_is_not_handed_on() {
    let mut first = reopened("group,year,emigrations\nhemmelig,2020,3\nb,2021,4\n");
    // The table of the second one has another name, so no file of the first is written over.
    first.name = "forste".to_owned();
    let first = first.owned();
    let handed = hand_out::hand_out(&page(), &first, "#/explore?data=~forste&group=hemmelig");
    let handed = handed.unwrap();
    assert!(handed.contains("hemmelig"));
    let file = NamedBytes {
        name: "andre.csv".to_owned(),
        bytes: b"group,year,emigrations\na,2020,3\n".to_vec(),
    };
    let second = open(&[file]).unwrap().owned();
    for next in [second, package("teaching"), package("report-2026")] {
        let again = hand_out::hand_out(&handed, &next, "#/data").unwrap();
        assert!(
            !again.contains("hemmelig") && !again.contains("forste"),
            "{}",
            next.name
        );
        let first = listed(&again).into_iter().filter(|(_, first)| *first);
        assert_eq!(first.collect::<Vec<_>>(), [(next.name.clone(), true)]);
    }
}

#[test]
fn data_that_call_themselves_published_are_handed_out_beside_the_published_ones() {
    let posing = Dataset {
        version: "1.0.0".to_owned(),
        ..package("teaching")
    };
    let handed = hand_out::hand_out(&page(), &posing.owned(), "#/report").unwrap();
    let named = |name: &str, first| (name.to_owned(), first);
    assert_eq!(
        listed(&handed),
        [
            named("teaching", true),
            named("teaching", false),
            named("other", false)
        ]
    );
    let files = block(&handed);
    let (_, index) = files
        .iter()
        .find(|(path, _)| path == "data/index.json")
        .unwrap();
    let index = Index::parse(index).unwrap();
    let ids: Vec<String> = index.packages.iter().map(Listed::id).collect();
    assert_eq!(ids, ["~teaching", "teaching", "other"]);
    assert!(
        files
            .iter()
            .any(|(path, _)| path == "data/handed-out/datapackage.json")
    );
}

#[test]
fn published_data_are_not_carried_twice() {
    let dataset = package("teaching");
    let handed = hand_out::hand_out(&page(), &dataset, "#/report").unwrap();
    assert!(
        block(&handed)
            .iter()
            .all(|(path, _)| !path.contains("handed-out"))
    );
    assert_eq!(listed(&handed)[0], ("teaching".to_owned(), true));
    // Unless the publisher has replaced them since the page was made.
    let newer = Dataset {
        version: "2.0.0".to_owned(),
        ..dataset
    };
    let handed = hand_out::hand_out(&page(), &newer, "#/report").unwrap();
    assert!(
        block(&handed)
            .iter()
            .any(|(path, _)| path == "data/handed-out/datapackage.json")
    );
}

#[test]
fn a_page_without_a_block_of_data_is_not_handed_out() {
    let dataset = package("report-2026");
    assert_eq!(hand_out::hand_out("<p>no data</p>", &dataset, "#/"), None);
}

#[test]
fn the_description_and_the_workbook_hold_notes_and_numbers() {
    let dataset = package("teaching");
    let spec = catalog::find("fig6").unwrap();
    let views = views(&spec);
    let request = Request {
        spec: &spec,
        dataset: &dataset,
        lang: Lang::En,
        date: DATE,
        link: LINK,
        views: &views,
    };
    let described = Json::parse(&json::json(&request)).unwrap();
    assert_eq!(described.field::<String>("date").unwrap(), DATE);
    let panels = described
        .entries()
        .unwrap()
        .iter()
        .find(|(key, _)| key == "panels");
    assert!(matches!(panels, Some((_, Json::List(panels))) if panels.len() == spec.panels.len()));
    let book = xlsx::xlsx(&request);
    assert!(book.starts_with(b"PK\x03\x04"));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
    let mut text = String::new();
    for place in 0..archive.len() {
        let mut member = archive.by_index(place).unwrap();
        text += &member.name().unwrap();
        member.read_to_string(&mut text).unwrap();
    }
    for part in [
        "xl/worksheets/sheet1.xml",
        "Synthetic teaching data",
        "Definition",
        DATE,
    ] {
        assert!(text.contains(part), "{part}");
    }
}

#[test]
fn a_workbook_has_numbers_in_columns_of_numbers_only() {
    for (codes, is_number) in [
        (["2001", "2002"], true),
        (["-1", "10.5"], true),
        (["1E5", "2"], false),
        (["12345678901234567", "2"], false),
        (["0301", "1103"], false),
        (["100+", "2"], false),
    ] {
        let table = format!("place,emigrations\n{},3\n{},4\n", codes[0], codes[1]);
        let dataset = reopened(&table);
        let spec = Spec::of_question(
            Question::new(Measure::Emigrations, ["place"]),
            "place",
            None,
        );
        let request = Request {
            spec: &spec,
            dataset: &dataset,
            lang: Lang::En,
            date: DATE,
            link: LINK,
            views: &[],
        };
        let book = xlsx::xlsx(&request);
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
        let mut sheet = String::new();
        let mut member = archive.by_name("xl/worksheets/sheet1.xml").unwrap();
        member.read_to_string(&mut sheet).unwrap();
        for code in codes {
            let number = sheet.contains(&format!("<c><v>{code}</v></c>"));
            let text = sheet.contains(&format!("<t xml:space=\"preserve\">{code}</t>"));
            assert_eq!([number, text], [is_number, !is_number], "{code}: {sheet}");
        }
    }
}

#[test]
fn citations_name_figure_data_version_and_day() {
    let dataset = package("teaching");
    let spec = catalog::find("fig5").unwrap();
    for lang in Lang::ALL {
        let request = Request {
            spec: &spec,
            dataset: &dataset,
            lang,
            date: DATE,
            link: LINK,
            views: &[],
        };
        let title = build(&spec, &dataset, lang).sheet.title;
        for citation in [request.citation(), request.bibtex(), request.ris()] {
            for part in [
                title.as_str(),
                dataset.title.get(lang),
                "1.0.0",
                LINK,
                "synt",
            ] {
                assert!(citation.contains(part), "{part} in {citation}");
            }
            assert!(citation.contains(DATE) || citation.contains("2026/11/23"));
        }
    }
}

#[test]
fn a_panel_that_cannot_be_answered_has_no_file() {
    let dataset = package("report-2026");
    let spec = catalog::find("fig4").unwrap();
    assert!(build(&spec, &dataset, Lang::Nb).absent.is_some());
    assert_eq!(exported(&dataset, &spec, Lang::Nb, 0), None);
}

/// The cells of a file by heading, without its remarks.
fn columns(text: &str) -> Vec<Vec<(String, String)>> {
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = text.lines().filter(|line| !line.starts_with('#'));
    let head: Vec<String> = lines
        .next()
        .unwrap()
        .split(',')
        .map(str::to_owned)
        .collect();
    let row = |line: &str| {
        let cells = line.split(',').map(str::to_owned);
        head.iter().cloned().zip(cells).collect()
    };
    lines.map(row).collect()
}

fn cell<'a>(row: &'a [(String, String)], name: &str) -> &'a str {
    let found = row.iter().find(|(heading, _)| heading == name);
    &found.unwrap_or_else(|| panic!("no column {name}")).1
}

#[test]
fn a_file_has_the_interval_of_each_number_and_its_level() {
    let dataset = package("teaching");
    let mut spec = Spec::of_question(Question::new(Measure::Rate, ["group"]), "group", None);
    spec.options.intervals = Intervals::Level(90);
    let figure = build(&spec, &dataset, Lang::En);
    let text = exported(&dataset, &spec, Lang::En, 0).unwrap();
    let rows = columns(&text);
    assert_eq!(rows.len(), 5);
    let points = figure.sheet.panels[0].series[0].points.iter();
    let rows_of = &figure.panels[0].rows[0];
    for (point, row) in points.zip(rows_of) {
        let code = &row.as_ref().unwrap().key[0];
        let line = rows
            .iter()
            .find(|line| cell(line, "group") == code)
            .unwrap();
        for (name, limit) in [("lower", point.lower), ("upper", point.upper)] {
            assert_eq!(cell(line, name).parse().ok(), limit, "{code} {name}");
        }
        assert!(point.lower < point.y && point.y < point.upper);
        assert_eq!(cell(line, "level"), "0.9");
    }
    assert!(text.contains("the confidence interval and its level"));
    // Without intervals there are no columns of them.
    spec.options.intervals = Intervals::None;
    let text = exported(&dataset, &spec, Lang::En, 0).unwrap();
    assert!(
        columns(&text)[0]
            .iter()
            .all(|(name, _)| name != "lower" && name != "level")
    );
}

#[test]
fn a_file_keeps_what_the_source_marks_and_opens_with_it() {
    let europe = package("europe");
    let question = Question::new(Measure::Rate, ["country", "year"]);
    let spec = Spec::of_question(question, "year", Some("country"));
    let text = exported(&europe, &spec, Lang::En, 0).unwrap();
    let flags: std::collections::BTreeMap<(String, String), String> =
        shipped::text("europe", "country.csv")
            .lines()
            .skip(1)
            .map(|line| {
                let cells: Vec<String> = line.split(',').map(str::to_owned).collect();
                let known = cells
                    .last()
                    .unwrap()
                    .chars()
                    .filter(|letter| "bpe".contains(*letter));
                ((cells[0].clone(), cells[1].clone()), known.collect())
            })
            .collect();
    let rows = columns(&text);
    assert_eq!(rows.len(), flags.len());
    for row in &rows {
        let key = (
            cell(row, "country").to_owned(),
            cell(row, "year").to_owned(),
        );
        let mut letters: Vec<char> = cell(row, "flag").chars().collect();
        let mut expected: Vec<char> = flags[&key].chars().collect();
        // The package declares that definitions are others from this year on.
        if key.1 == "2008" && !expected.contains(&'b') {
            expected.push('b');
        }
        letters.sort_unstable();
        expected.sort_unstable();
        assert_eq!(letters, expected, "{key:?}");
    }
    assert!(text.contains("b for a break in the series"));
}
