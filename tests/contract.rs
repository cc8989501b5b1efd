//! Contract files: what is read, what is refused, and what a refusal says.

use utvandring::data::csv_table::MAX_COLUMNS;
use utvandring::data::descriptor::Descriptor;
use utvandring::data::open::{NamedBytes, Part, open, open_part};
use utvandring::data::{Cell, Dataset, Names, Problem, ProblemKind};
use utvandring::text::Lang;
use utvandring::text::problems::ProblemWords;

fn open_csv(text: impl AsRef<[u8]>) -> Result<Dataset, Vec<Problem>> {
    let bytes = text.as_ref().to_vec();
    open(&[NamedBytes {
        name: "minfil.csv".to_owned(),
        bytes,
    }])
}

/// The problems of a file, one line each: place, found.
fn problems_of(text: impl AsRef<[u8]>) -> Vec<String> {
    let problems = open_csv(text).err().unwrap_or_default();
    for problem in &problems {
        for lang in Lang::ALL {
            assert!(!problem.expected(lang).is_empty());
            assert!(!problem.remedy(lang).is_empty());
            assert!(problem.sentence(lang).starts_with(&problem.place(lang)));
        }
    }
    let repeated = |count: u64| {
        if count > 0 {
            format!(" (+{count})")
        } else {
            String::new()
        }
    };
    problems
        .iter()
        .map(|problem| {
            let kind = format!("{:?}", problem.kind);
            let kind = kind
                .split([' ', '(', '{'])
                .next()
                .unwrap_or_default()
                .to_owned();
            format!(
                "{} | {} | {kind}{}",
                problem.place(Lang::En),
                problem.found,
                repeated(problem.repeats)
            )
        })
        .collect()
}

#[test]
fn every_refusal_names_place_and_kind() {
    let wide = format!("emigrations{}\n", ",x".repeat(MAX_COLUMNS));
    let cases: Vec<(&str, Vec<u8>, Vec<&str>)> = vec![
        ("an empty file", b"".to_vec(), vec!["minfil.csv |  | Empty"]),
        (
            "only blank lines",
            b"\r\n \n".to_vec(),
            vec!["minfil.csv |  | Empty"],
        ),
        (
            "a PDF renamed",
            b"%PDF-1.7\n1 0 obj".to_vec(),
            vec!["minfil.csv |  | OtherFormat"],
        ),
        (
            "a spreadsheet renamed",
            b"PK\x03\x04....".to_vec(),
            vec!["minfil.csv |  | OtherFormat"],
        ),
        (
            "a web page",
            b"<!DOCTYPE html><p>".to_vec(),
            vec!["minfil.csv |  | OtherFormat"],
        ),
        (
            "NUL bytes",
            b"group,emigrations\na,\x001\n".to_vec(),
            vec!["minfil.csv, line 2 | \\0 | Binary"],
        ),
        (
            "Windows-1252",
            b"group,emigrations\nS\xf8r,1\n".to_vec(),
            vec!["minfil.csv, line 2 | 0xF8 | Encoding"],
        ),
        (
            "only a header",
            b"group,emigrations\n".to_vec(),
            vec!["minfil.csv |  | NoRows"],
        ),
        (
            "no measure column",
            b"group,year\na,2000\n".to_vec(),
            vec!["minfil.csv | group, year | NoMeasure"],
        ),
        (
            "a misspelt column",
            b"group,emigratons\na,3\n".to_vec(),
            vec![
                "minfil.csv, line 1, column \u{201c}emigratons\u{201d} | emigratons | ColumnMisspelt",
                "minfil.csv | group, emigratons | NoMeasure",
            ],
        ),
        (
            "a column twice and one without a name",
            b"group,group,,emigrations\na,b,c,3\n".to_vec(),
            vec![
                "minfil.csv, line 1, column \u{201c}group\u{201d} | group | ColumnTwice",
                "minfil.csv, line 1, column \u{201c}3\u{201d} |  | ColumnUnnamed",
            ],
        ),
        (
            "a fault after lines that end in CR LF, and after blank ones",
            b"group,emigrations\r\n\r\na,1\r\n\r\nb,-3\r\n".to_vec(),
            vec!["minfil.csv, line 5, column \u{201c}emigrations\u{201d} | -3 | Negative"],
        ),
        (
            "several faults at once",
            b"group,year,emigrations\na,2000,-3\nb,20x0,1.5\n,2001,four\na,2002,1,9\n".to_vec(),
            vec![
                "minfil.csv, line 2, column \u{201c}emigrations\u{201d} | -3 | Negative",
                "minfil.csv, line 3, column \u{201c}year\u{201d} | 20x0 | NotAnOrdinal",
                "minfil.csv, line 3, column \u{201c}emigrations\u{201d} | 1.5 | NotWhole",
                "minfil.csv, line 4, column \u{201c}group\u{201d} |  | CodeMissing",
                "minfil.csv, line 4, column \u{201c}emigrations\u{201d} | four | NotANumber",
                "minfil.csv, line 5 | 4 | RowWidth",
            ],
        ),
        (
            "thousands or decimals",
            b"group;person_years;emigrations\na;1.234;5\n".to_vec(),
            vec![
                "minfil.csv, line 2, column \u{201c}person_years\u{201d} | 1.234 | AmbiguousNumber",
            ],
        ),
        (
            "both decimal signs",
            b"group;person_years\na;12,5\nb;1.234\n".to_vec(),
            vec![
                "minfil.csv, line 3, column \u{201c}person_years\u{201d} | 1.234 | OtherDecimalSign",
            ],
        ),
        (
            "the same key twice",
            b"group,year,emigrations\na,2000,1\nb,2000,1\na,2000,2\n".to_vec(),
            vec!["minfil.csv, line 4 | a, 2000 | DuplicateKey"],
        ),
        (
            "emigrations without exposure",
            b"group,person_years,emigrations\na,0,3\nb,1,1\n".to_vec(),
            vec![
                "minfil.csv, line 2, column \u{201c}emigrations\u{201d} | 3 | EventsWithoutExposure",
            ],
        ),
        (
            "more returned than left",
            b"group,emigrations,returned_5y\na,3,4\n".to_vec(),
            vec![
                "minfil.csv, line 2, column \u{201c}emigrations\u{201d} | 3 | MoreReturnedThanEmigrated",
            ],
        ),
        (
            "a quote that never closes",
            b"group,emigrations\n\"a,1\nb,2\nc,3\n".to_vec(),
            vec!["minfil.csv, line 2 | 1 | Quoting"],
        ),
        (
            "far too many columns",
            wide.into_bytes(),
            vec!["minfil.csv | 201 | TooManyColumns"],
        ),
    ];
    for (name, bytes, expected) in cases {
        assert_eq!(problems_of(bytes), expected, "{name}");
    }
}

#[test]
fn two_million_columns_are_refused_at_the_header() {
    let mut text = "x,".repeat(2_000_000);
    text.push_str("emigrations\n");
    assert_eq!(problems_of(text), ["minfil.csv | 2000001 | TooManyColumns"]);
}

#[test]
fn a_fault_repeated_ten_thousand_times_is_counted() {
    let mut text = "year,emigrations\n".to_owned();
    for row in 0..10_000 {
        text += &format!("{},x\n", row % 9999);
    }
    let problems = problems_of(text);
    let numbers: Vec<&String> = problems
        .iter()
        .filter(|p| p.contains("NotANumber"))
        .collect();
    assert_eq!(numbers.len(), 5);
    assert!(numbers[4].ends_with("NotANumber (+9995)"), "{}", numbers[4]);
}

#[test]
fn both_norwegian_and_english_forms_are_read() {
    let forms = [
        "group,year,emigrations,person_years\na,2000,3,12.5\nb,2001,..,7\n",
        "\u{feff}group;year;emigrations;person_years\r\na;2000;3;12,5\r\nb;2001;..;7\r\n",
        "group,year,emigrations,person_years\n\"a\",2000,3,\"12,5\"\nb,2001,,7\n",
        "group;year;emigrations;person_years\na;2000;3;12.5\nb;2001;;7\n",
    ];
    for text in forms {
        let dataset = open_csv(text).unwrap();
        let table = &dataset.tables[0];
        assert_eq!((table.name.as_str(), table.rows), ("minfil", 2));
        assert_eq!(table.cell("person_years", 0), Cell::Number(12.5), "{text}");
        assert_eq!(table.cell("emigrations", 1), Cell::Missing);
        assert_eq!(table.dimension("group").unwrap().codes, ["a", "b"]);
    }
}

#[test]
fn missing_suppressed_and_not_applicable_stay_apart() {
    let dataset = open_csv("g,emigrations\na,\nb,..\nc,:\nd,.\ne,0\n").unwrap();
    let cells: Vec<Cell> = (0..5)
        .map(|row| dataset.tables[0].cell("emigrations", row))
        .collect();
    assert_eq!(
        cells,
        [
            Cell::Missing,
            Cell::Missing,
            Cell::Suppressed,
            Cell::NotApplicable,
            Cell::Number(0.0)
        ]
    );
}

#[test]
fn a_text_that_lacks_a_language_is_given_in_another_one() {
    let named = |nb: &str, nn: &str, en: &str| {
        let [nb, nn, en] = [nb, nn, en].map(str::to_owned);
        Lang::ALL.map(|lang| {
            Names {
                nb: nb.clone(),
                nn: nn.clone(),
                en: en.clone(),
            }
            .get(lang)
            .to_owned()
        })
    };
    assert_eq!(named("a", "b", "c"), ["a", "b", "c"]);
    assert_eq!(named("a", "", "c"), ["a", "a", "c"]);
    assert_eq!(named("", "b", "c"), ["b", "b", "c"]);
    assert_eq!(named("", "b", ""), ["b", "b", "b"]);
    assert_eq!(named("", "", "c"), ["c", "c", "c"]);
    assert_eq!(named("a", "b", ""), ["a", "b", "a"]);
}

#[test]
fn a_package_is_read_as_described_or_refused_as_a_whole() {
    let description = r#"{"name": "eksempel", "titles": {"nb": "Eksempel", "en": "Example"},
        "coverage": {"year": ["2000..2002"]},
        "labels": {"group": {"b": {"nb": "Be", "nn": "Bee nn", "en": "Bee"}, "a": {"nb": "A", "en": "Ay"}}},
        "resources": [{"name": "rates", "path": "rates.csv", "decimalChar": ",",
            "dialect": {"delimiter": ";"},
            "schema": {"fields": [{"name": "group"}, {"name": "person_years"}, {"name": "place", "role": "note"}],
            "missingValues": [{"value": "x", "label": "suppressed"}]}}]}"#;
    let file = |name: &str, text: &str| NamedBytes {
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let package = [
        file("p/datapackage.json", description),
        file(
            "p/rates.csv",
            "group;person_years;place\na;1,234;App.\nb;x;\n",
        ),
    ];
    let dataset = open(&package).unwrap();
    let table = dataset.table("rates").unwrap();
    assert_eq!(table.cell("person_years", 0), Cell::Number(1.234));
    assert_eq!(table.cell("person_years", 1), Cell::Suppressed);
    assert_eq!(
        table.coverage.get("year").unwrap(),
        ["2000", "2001", "2002"]
    );
    assert_eq!(dataset.codes("group"), ["b", "a"]);
    assert_eq!(
        dataset.label("group", "b").unwrap().name.get(Lang::En),
        "Bee"
    );
    let in_nynorsk = |code: &str| dataset.label("group", code).unwrap().name.get(Lang::Nn);
    assert_eq!((in_nynorsk("b"), in_nynorsk("a")), ("Bee nn", "A"));

    let alone = open(&package[..1]).unwrap_err();
    assert_eq!(alone[0].found, "rates.csv");
    let broken = open(&[file("datapackage.json", "{\"resources\": [}")]).unwrap_err();
    assert_eq!(broken[0].line, Some(1));
    let lacking = [
        file("datapackage.json", description),
        file("rates.csv", "group\na\n"),
    ];
    assert!(open(&lacking).is_err());
}

#[test]
fn the_first_part_of_a_package_does_without_its_deferred_tables() {
    let file = |name: &str, text: &str| NamedBytes {
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let description = file(
        "datapackage.json",
        r#"{"name": "p", "resources": [
            {"name": "late", "path": "late.csv", "deferred": true},
            {"name": "early", "path": "early.csv"}]}"#,
    );
    let late = file("late.csv", "group,emigrations\nb,1\n");
    let early = file("early.csv", "group,emigrations\na,1\n");

    let first = open_part(&[description.clone(), early.clone()], Part::First).unwrap();
    assert_eq!(first.codes("group"), ["a"]);
    let whole = open(&[description.clone(), late, early.clone()]).unwrap();
    assert_eq!(whole.codes("group"), ["b", "a"]);

    let lacking = open_part(&[description, early], Part::Whole).unwrap_err();
    assert_eq!(lacking[0].found, "late.csv");
}

#[test]
fn a_description_is_refused_with_the_place_of_the_misfit() {
    let cases = [
        ("{}", "resources: array"),
        (
            r#"{"resources": [{"name": "t"}]}"#,
            "resources[0].path: string",
        ),
        (
            r#"{"resources": [], "titles": {"nb": 1}}"#,
            "titles.nb: string",
        ),
    ];
    for (text, found) in cases {
        let problem = Descriptor::parse("datapackage.json", text).unwrap_err();
        assert_eq!(problem.kind, ProblemKind::DescriptorField, "{text}");
        assert_eq!(problem.found, found, "{text}");
    }
}
