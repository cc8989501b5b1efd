//! A budget for every input: what is larger than a limit is refused with the limit, and what is allowed is read however
//! many lines, columns, codes or labels it has.
//!
//! Times are never asserted: they belong to a machine. The sizes are such that a step for each pair of lines, columns,
//! codes or labels would not come to an end.

// A helper of a test may stop it as the test itself may.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use utvandring::claims::claims;
use utvandring::claims::parse::MOST_CLAIMS;
use utvandring::data::descriptor::MAX_NOTES;
use utvandring::data::geometry::MOST_OUTLINES;
use utvandring::data::index::{Index, MOST_PACKAGES};
use utvandring::data::open::{NamedBytes, open};
use utvandring::data::{Dataset, Geometry, Problem, ProblemKind, csv_table};
use utvandring::figures::build::is_observable;
use utvandring::measures::{Measure, Question, answer};
use utvandring::tasks::TaskSet;
use utvandring::tasks::file::MOST_TASKS;
use utvandring::text::problems::ProblemWords;
use utvandring::text::{self, Lang};
use utvandring::view_models::attack::target;
use utvandring::view_models::import::ImportSession;

fn named(name: &str, text: &str) -> NamedBytes {
    NamedBytes {
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}

fn sentences(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(|p| p.sentence(Lang::En)).collect();
    lines.join("\n")
}

/// What the import page makes of a file, drawn once.
fn imported(text: &str) -> Result<ImportSession, Vec<Problem>> {
    let mut session = ImportSession::default();
    session.add(vec![named("fil.csv", text)], &mut |_| ())?;
    Ok(session)
}

fn emigrations(dataset: &Dataset) -> Option<f64> {
    let question = Question::new(Measure::Emigrations, []);
    answer(dataset, &question)
        .unwrap_or_else(|refusal| panic!("{refusal:?}"))
        .value(&[])
}

/// A short table behind many lines of some kind, or with many names, codes or labels.
fn table(before: &str, count: usize) -> String {
    before.repeat(count) + "region;år;Utvandring\nA;2020;5\nB;2020;6\n"
}

#[test]
fn lines_above_a_table_are_passed_however_many_they_are() {
    for before in ["\n", ";;\n", "Et notat om tabellen\n"] {
        let session = imported(&table(before, 100_000))
            .unwrap_or_else(|problems| panic!("{}", sentences(&problems)));
        let wizard = session.wizard(Lang::En);
        let header = wizard.cards[0]
            .controls
            .iter()
            .find(|control| control.id == "0.header")
            .unwrap();
        assert_eq!(header.value, "100001", "{before:?}");
        assert!(
            header
                .options
                .iter()
                .any(|option| option[0] == header.value)
        );
        // A choice of lines near the header, and no line of its own for each.
        assert!(header.options.len() <= 40, "{}", header.options.len());
        assert_eq!(emigrations(&session.outcome().unwrap().dataset), Some(11.0));
    }
}

#[test]
fn many_columns_are_read_and_few_are_offered() {
    let columns = 3_000;
    let names: String = (0..columns).map(|at| format!(";Mål {at}")).collect();
    let numbers = ";1".repeat(columns);
    let text = format!("region;år{names};Utvandring\nA;2020{numbers};5\nB;2020{numbers};6\n");
    let session = imported(&text).unwrap_or_else(|problems| panic!("{}", sentences(&problems)));
    let card = &session.wizard(Lang::En).cards[0];
    assert!(card.controls.len() < 200, "{}", card.controls.len());
    assert!(card.rows.iter().all(|row| row.len() < 200));
    assert!(
        card.controls
            .iter()
            .any(|control| control.id == format!("0.measure.{columns}"))
    );
    assert_eq!(emigrations(&session.outcome().unwrap().dataset), Some(11.0));
    let more = format!(
        "region{};år\nA{};2020\n",
        ";x".repeat(17_000),
        ";1".repeat(17_000)
    );
    let refused = imported(&more).unwrap_err();
    assert_eq!(
        refused[0].kind,
        ProblemKind::TooManyColumns { limit: 16_384 }
    );
    let contract = format!(
        "region{},emigrations\nA{},5\n",
        ",x".repeat(300),
        ",1".repeat(300)
    );
    let refused = open(&[named("t.csv", &contract)]).unwrap_err();
    assert_eq!(
        refused[0].kind,
        ProblemKind::TooManyColumns {
            limit: csv_table::MAX_COLUMNS
        }
    );
}

#[test]
fn many_labels_of_a_package_are_told_apart() {
    let count = 50_000;
    let labels: Vec<String> = (0..count)
        .map(|code| format!(r#""c{code}":{{"nb":"Os {}"}}"#, code / 2))
        .collect();
    let rows: String = (0..count).map(|code| format!("c{code},1\n")).collect();
    let description = format!(
        r#"{{"name":"p","labels":{{"place":{{{}}}}},"resources":[{{"name":"t","path":"t.csv"}}]}}"#,
        labels.join(",")
    );
    let files = [
        named("datapackage.json", &description),
        named("t.csv", &format!("place,emigrations\n{rows}")),
    ];
    let dataset = open(&files).unwrap_or_else(|problems| panic!("{}", sentences(&problems)));
    assert_eq!(emigrations(&dataset), Some(f64::from(count)));
    let label = |code: &str| {
        dataset
            .label("place", code)
            .unwrap()
            .name
            .get(Lang::Nb)
            .to_owned()
    };
    assert_eq!(
        [label("c0"), label("c1"), label("c49999")],
        ["Os 0 (c0)", "Os 0 (c1)", "Os 24999 (c49999)"]
    );
}

#[test]
fn many_codes_and_many_spellings_are_gathered() {
    let count = 30_000;
    // Each value in two spellings, of which one gives a number.
    let rows: String = (0..count)
        .map(|code| format!("Sted {code};2020;1\nsted {code};2020;..\n"))
        .collect();
    let session = imported(&format!("kommune;år;Utvandring\n{rows}"))
        .unwrap_or_else(|p| panic!("{}", sentences(&p)));
    let outcome = session
        .outcome()
        .unwrap_or_else(|problems| panic!("{}", sentences(&problems)));
    let found = answer(
        &outcome.dataset,
        &Question::new(Measure::Emigrations, ["year"]),
    )
    .unwrap();
    assert!(found.rows.len() == 1, "{}", found.rows.len());
    let keys: String = (0..count)
        .map(|code| format!("c{code},{},1\n", 2000 + code % 20))
        .collect();
    let dataset = open(&[named("t.csv", &format!("place,year,emigrations\n{keys}"))]).unwrap();
    assert_eq!(emigrations(&dataset), Some(f64::from(count)));
}

#[test]
fn a_package_names_each_file_once_and_none_outside_of_itself() {
    let package = |paths: &[String]| {
        let resources = paths.iter().enumerate();
        let resources = resources.map(|(at, path)| {
            format!(
                r#"{{"name":"t{at}","path":{}}}"#,
                serde_json::to_string(path).unwrap()
            )
        });
        let description = format!(
            r#"{{"name":"p","resources":[{}]}}"#,
            resources.collect::<Vec<_>>().join(",")
        );
        let table = "place,emigrations\na,1\n";
        open(&[
            named("datapackage.json", &description),
            named("t.csv", table),
            named("ut/æ b.csv", table),
        ])
    };
    let of = |paths: &[&str]| {
        package(
            &paths
                .iter()
                .map(|path| (*path).to_owned())
                .collect::<Vec<_>>(),
        )
    };
    assert_eq!(of(&["t.csv", "ut/æ b.csv"]).unwrap().tables.len(), 2);
    for paths in [
        &["t.csv", "t.csv"][..],
        &["../t.csv"],
        &["ut/../t.csv"],
        &["./t.csv"],
        &["/t.csv"],
        &["ut//t.csv"],
        &[""],
        &["t.csv?a=b"],
        &["t.csv#a"],
        &["%2e%2e/t.csv"],
        &["ut\\t.csv"],
        &["https://example.org/t.csv"],
    ] {
        let problems = of(paths).expect_err(paths[0]);
        assert_eq!(problems[0].kind, ProblemKind::ResourcePath, "{paths:?}");
        assert!(
            problems[0].found.ends_with(paths[paths.len() - 1]),
            "{}",
            problems[0].found
        );
    }
    let many: Vec<String> = (0..2_000).map(|at| format!("t{at}.csv")).collect();
    assert_eq!(
        package(&many).unwrap_err()[0].kind,
        ProblemKind::TooManyFiles { limit: 500 }
    );
}

#[test]
fn what_a_description_covers_is_counted_before_it_is_written_out() {
    let of = |coverage: &str, defaults: &str, tables: usize| {
        let each: Vec<String> = (0..tables)
            .map(|at| format!(r#"{{"name":"t{at}","path":"t{at}.csv"}}"#))
            .collect();
        let description = format!(
            r#"{{"name":"p","dimensions":{{"x":{{"nb":"X"}}}},"coverage":{{"x":[{coverage}]}},
            "defaults":{{"x":[{defaults}]}},"resources":[{}]}}"#,
            each.join(",")
        );
        let mut files = vec![named("datapackage.json", &description)];
        files
            .extend((0..tables).map(|at| named(&format!("t{at}.csv"), "place,emigrations\na,1\n")));
        open(&files)
    };
    let ranges = |count: usize| vec![r#""0..999""#; count].join(",");
    let whole = of(&ranges(9), "", 9).unwrap();
    // Each code once, however often it is said.
    assert_eq!(whole.coverage.get("x").map(<[String]>::len), Some(1_000));
    assert_eq!(
        whole.tables[8].coverage.get("x").map(<[String]>::len),
        Some(1_000)
    );
    let limit = ProblemKind::TooManyCovered { limit: 100_000 };
    for (coverage, defaults, tables) in [(60, 0, 1), (0, 101, 1), (1, 0, 120), (5_000, 5_000, 1)] {
        let refused = of(&ranges(coverage), &ranges(defaults), tables).unwrap_err();
        assert_eq!(refused[0].kind, limit, "{coverage} {defaults} {tables}");
    }
    let long = format!(r#"{{"title":"{}","resources":[]}}"#, "a".repeat(17 << 20));
    let refused = open(&[named("datapackage.json", &long)]).unwrap_err();
    assert_eq!(
        refused[0].kind,
        ProblemKind::DescriptionTooLong { limit: 16 << 20 }
    );
}

#[test]
fn years_at_the_ends_of_numbers_are_years_like_any() {
    let ends = ["2147483647", "-2147483648"];
    let description = format!(
        r#"{{"name":"p","coverage":{{"year":["{}","{}"]}},"resources":[{{"name":"t","path":"t.csv"}}]}}"#,
        ends[0], ends[1]
    );
    let table = named("t.csv", "age,emigrations,person_years\n0,1,10\n1,1,10\n");
    let dataset = open(&[named("datapackage.json", &description), table]).unwrap();
    for year in ends {
        is_observable(&dataset, year);
        let turned = Dataset {
            coverage: {
                let mut coverage = dataset.coverage.clone();
                coverage.set("year", vec![year.to_owned()]);
                coverage
            },
            ..dataset.clone()
        };
        assert!(!is_observable(&turned, ends[0]) && is_observable(&turned, "no year"));
        assert_eq!(is_observable(&turned, ends[1]), year == ends[0]);
    }
    assert_eq!(
        text::ranges(Lang::Nb, &ends.map(str::to_owned)),
        format!("{} og {}", ends[0], ends[1])
    );
}

#[test]
fn letters_that_nobody_sees_leave_claims() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/www/data/report-2026/facts.csv"
    );
    let text = std::fs::read_to_string(path).unwrap();
    let read = claims(&text).unwrap();
    assert!(!read.is_empty());
    let spoilt = text.replace('e', "\u{202e}e\u{3164}");
    assert_eq!(claims(&spoilt), Ok(read));
}

#[test]
fn letters_that_nobody_sees_turn_no_number_over_to_another_name() {
    let hidden = [
        "\u{202e}",
        "\u{2066}",
        "\u{200b}",
        "\u{200f}",
        "\u{feff}",
        "\u{61c}",
        "\u{ad}",
        "\u{34f}",
        "\u{115f}",
        "\u{1160}",
        "\u{180e}",
        "\u{206a}",
        "\u{3164}",
        "\u{ffa0}",
        "\u{fffa}",
        "\u{e0041}",
    ];
    for sign in hidden {
        // In a table of the contract, by itself and in a package.
        let text = format!("la{sign}nd,year,emigrations\nPo{sign}len,2020,5\nSverige,2020,6\n");
        let dataset = open(&[named("t.csv", &text)]).unwrap();
        assert_eq!(dataset.dimensions(), ["land", "year"], "{sign:?}");
        assert_eq!(dataset.codes("land"), ["Polen", "Sverige"]);
        let twice = format!("land,emigrations\nPolen,5\nPolen{sign},6\n");
        let refused = open(&[named("t.csv", &twice)]).unwrap_err();
        assert_eq!(refused[0].kind, ProblemKind::DuplicateKey { first_line: 2 });
        let description = format!(
            r#"{{"name":"p","title":"T{sign}ittel","labels":{{"land":{{"a":{{"nb":"Po{sign}len"}}}}}},"resources":[{{"name":"t","path":"t.csv"}}]}}"#
        );
        let files = [
            named("datapackage.json", &description),
            named("t.csv", "land,emigrations\na,5\n"),
        ];
        let dataset = open(&files).unwrap();
        assert_eq!(dataset.title.get(Lang::Nb), "Tittel");
        assert_eq!(
            dataset.label("land", "a").unwrap().name.get(Lang::Nb),
            "Polen"
        );
        // In a foreign one.
        let text = format!("land{sign};år;Utvandring\nPo{sign}len;2020;5\nSverige;2020;6\n");
        let dataset = imported(&text).unwrap().outcome().unwrap().dataset.clone();
        let table = &dataset.tables[0];
        assert_eq!(table.dimensions[0].codes, ["Polen", "Sverige"], "{sign:?}");
    }
    // Whatever else a description says.
    let sign = "\u{202e}";
    let said = format!("a{sign}b");
    let titled = format!(r#"[{{"title":"{said}"}}]"#);
    let description = format!(
        r#"{{"name":"{said}","version":"{said}","sources":{titled},"licenses":{titled},"view":"{said}",
        "notes":[{{"nb":"{said}"}}],"dimensions":{{"{said}":{{"nb":"{said}"}}}},"coverage":{{"year":["{said}"]}},
        "resources":[{{"name":"{said}","path":"t.csv","sources":{titled}}}]}}"#
    );
    let files = [
        named("datapackage.json", &description),
        named("t.csv", "land,emigrations\na,5\n"),
    ];
    let dataset = open(&files).unwrap();
    assert!(!format!("{dataset:?}").contains(&format!("{sign:?}").replace('"', "")));
    assert_eq!(dataset.source.en, "ab");
    // Where two would become one they stay two, and can be told apart.
    let text = "land;år;Utvandring\nPolen;2020;5\nPolen\u{202e};2020;6\n";
    if let Ok(outcome) = imported(text).unwrap().outcome() {
        let codes = &outcome.dataset.tables[0].dimensions[0].codes;
        assert!(
            codes.iter().all(|code| !code.contains('\u{202e}')),
            "{codes:?}"
        );
        assert_eq!(emigrations(&outcome.dataset), Some(11.0));
    }
    // Letters that join and part others belong to words.
    let dataset = open(&[named("t.csv", "land,emigrations\nمی\u{200c}خواهم,5\n")]).unwrap();
    assert_eq!(dataset.codes("land"), ["می\u{200c}خواهم"]);
}

#[test]
fn a_column_has_no_more_codes_than_can_be_offered_and_a_description_no_more_columns_labels_and_letters()
 {
    let with_codes = |count: usize| {
        let rows: Vec<String> = (0..count).map(|at| format!("2001,c{at},3\n")).collect();
        open(&[named(
            "t.csv",
            &format!("year,country,emigrations\n{}", rows.concat()),
        )])
    };
    assert_eq!(
        emigrations(&with_codes(csv_table::MAX_CODES).unwrap()),
        Some(150_000.0)
    );
    let refused = with_codes(csv_table::MAX_CODES + 1).unwrap_err();
    assert_eq!(refused[0].kind, ProblemKind::TooManyCodes { limit: 50_000 });
    assert_eq!(
        (refused[0].column.as_deref(), &*refused[0].found),
        (Some("country"), "50001")
    );

    let long = format!("year,country,emigrations\n2001,{},3\n", "W".repeat(1_001));
    let refused = open(&[named("t.csv", &long)]).unwrap_err();
    assert_eq!(refused[0].kind, ProblemKind::TextTooLong { limit: 1_000 });

    let described = |property: &str| {
        let description = format!(r#"{{"name":"p",{property}}}"#);
        let table = named("t.csv", "year,country,emigrations\n2001,a,3\n");
        open(&[named("datapackage.json", &description), table])
    };
    let resources = |fields: usize| {
        let fields = vec![r#"{"name":"year"}"#; fields].join(",");
        format!(r#""resources":[{{"name":"t","path":"t.csv","schema":{{"fields":[{fields}]}}}}]"#)
    };
    let labels = |name: &str, count: usize| {
        let texts: Vec<String> = (0..count)
            .map(|at| format!(r#""c{at}":{{"en":"{name}"}}"#))
            .collect();
        format!(
            r#""labels":{{"country":{{{}}}}},{}"#,
            texts.join(","),
            resources(1)
        )
    };
    assert!(described(&labels("A", 50_000)).is_ok());
    assert!(described(&labels(&"A".repeat(1_000), 1)).is_ok());
    let kind = |property: &str| described(property).unwrap_err()[0].kind.clone();
    assert_eq!(
        kind(&resources(201)),
        ProblemKind::TooManyColumns { limit: 200 }
    );
    assert_eq!(
        kind(&labels("A", 50_001)),
        ProblemKind::TooManyCodes { limit: 50_000 }
    );
    assert_eq!(
        kind(&labels(&"A".repeat(1_001), 1)),
        ProblemKind::TextTooLong { limit: 1_000 }
    );
}

#[test]
fn loose_tables_are_no_more_than_those_of_a_package_and_their_problems_are_told_up_to_a_number() {
    let files = |count: usize, text: &str| -> Vec<NamedBytes> {
        (0..count)
            .map(|at| named(&format!("t{at}.csv"), text))
            .collect()
    };
    let good = "year,country,emigrations\n2001,a,3\n";
    assert_eq!(open(&files(500, good)).unwrap().tables.len(), 500);
    let refused = open(&files(501, good)).unwrap_err();
    assert_eq!(refused[0].kind, ProblemKind::TooManyFiles { limit: 500 });

    let bad = "year,country,emigrations\n2001,a,x\n2002,b,-1\n";
    let refused = open(&files(500, bad)).unwrap_err();
    assert_eq!(refused.len(), 201);
    assert_eq!(refused[200].kind, ProblemKind::More { count: 800 });
    assert!(refused[200].sentence(Lang::En).contains("800"));
    assert_eq!(open(&files(100, bad)).unwrap_err().len(), 200);
}

#[test]
fn tables_of_one_name_in_several_folders_are_told_apart() {
    let table = |name: &str| named(name, "year,country,emigrations\n2001,a,3\n");
    let opened = open(&[table("x/a.csv"), table("y/a.csv"), table("A.csv")]).unwrap();
    let names: Vec<&str> = opened.tables.iter().map(|table| &*table.name).collect();
    assert_eq!(names, ["a", "y/a", "A"]);
}

/// A table of a total and of things, each with a number.
fn of_things(count: usize, name: impl Fn(usize) -> String) -> Dataset {
    let rows: String = (0..count).map(|at| format!("{},1\n", name(at))).collect();
    let table = format!("thing,emigrations\nTotal,{count}\n{rows}");
    open(&[named("t.csv", &table)]).unwrap_or_else(|problems| panic!("{}", sentences(&problems)))
}

#[test]
fn names_of_long_lists_are_looked_up_and_their_total_stays_the_total() {
    let count = 49_000;
    for name in [
        (|at| format!("x{at} og x{}", at + 1)) as fn(usize) -> String,
        |at| format!("x{at}{}", " y b".repeat(60)),
        |at| format!("{} x{at}", ["university", "bachelor"][at % 2]),
        |at| format!("not x{at}"),
        |at| format!("Europa uten x{at}"),
    ] {
        assert_eq!(
            emigrations(&of_things(count, name)),
            Some(count as f64),
            "{}",
            name(0)
        );
    }
    // Spans that divide what they cover, and those that do not.
    let spans = of_things(count, |at| format!("{at}-{at} years"));
    assert_eq!(emigrations(&spans), Some(count as f64));
    let overlapping = of_things(count, |at| format!("{at}-{} years", at + 1 + at % 7));
    assert_eq!(emigrations(&overlapping), Some(count as f64));
}

#[test]
fn lines_that_hang_below_others_are_looked_at_once_however_many_they_are() {
    let count = 20_000;
    let rows: String = (0..count)
        .map(|at| format!("Sted {at};2020;2\n  Del {at};2020;1\n  Rest {at};2020;1\n"))
        .collect();
    // Deep lines before any that they could lie in.
    let deep: String = (0..count)
        .map(|at| format!("    Dypt {at};2020;1\n"))
        .collect();
    imported(&format!("sted;år;Utvandring\n{deep}{rows}"))
        .unwrap_or_else(|problems| panic!("{}", sentences(&problems)));
}

#[test]
fn a_name_is_the_sum_of_two_others_however_many_joints_stand_before() {
    let table = |name: &str| {
        let rows = format!("a og b,5\nc,2\n{name},7\nd,1\n");
        open(&[named("t.csv", &format!("group,emigrations\n{rows}"))]).unwrap()
    };
    assert_eq!(emigrations(&table("a og b og c")), Some(8.0));
    let many = format!("{}a og b og c", "x og ".repeat(40));
    assert_eq!(emigrations(&table(&many)), Some(15.0));
}

#[test]
fn what_a_site_and_its_texts_may_have_is_counted_and_the_limit_is_named() {
    let packages = |count: usize| {
        let each = (0..count).map(|at| format!(r#"{{"name":"p{at}","path":"p"}}"#));
        let each: Vec<String> = each.collect();
        Index::parse(&format!(r#"{{"packages":[{}]}}"#, each.join(",")))
    };
    assert_eq!(
        packages(MOST_PACKAGES).unwrap().packages.len(),
        MOST_PACKAGES
    );
    let said = packages(MOST_PACKAGES + 1).unwrap_err();
    assert!(said.contains("found 501, expected 500 at most"), "{said}");

    let claims_of = |rows: &[String]| {
        let header = "id,figure,table,measure,selection,relation,value,tolerance,unit,kind,note,nb,nn,en,arithmetic\n";
        claims(&[header, &rows.concat()].concat())
    };
    let claim = |value: &str, arithmetic: &str| {
        format!(
            "a,appendix,emigrations,min_year,year=2020,eq,{value},0,year,exact,,,,,{arithmetic}\n"
        )
    };
    let long = "1".repeat(70_000);
    for (row, column) in [
        (claim(&format!("1.{long}"), ""), "value"),
        (claim("1", &format!("1.{long} = 2")), "arithmetic"),
    ] {
        let errors = claims_of(&[row]).unwrap_err();
        assert_eq!(errors[0].column, column);
        assert!(
            errors[0].found.contains("70000 decimals, 15 at most"),
            "{}",
            errors[0]
        );
    }
    let rows = vec![claim("1.5", "1 + 1 = 2"); MOST_CLAIMS + 1];
    assert_eq!(claims_of(&rows[1..]).unwrap().len(), MOST_CLAIMS);
    let said = claims_of(&rows).unwrap_err()[0].to_string();
    assert!(said.contains("2000 rows"), "{said}");

    let set = |count: usize| {
        let task = r#"{"task":1,"id":"x","kind":"explain","boxes":[],"text":{}}"#;
        let tasks = vec![task; count].join(",");
        TaskSet::of_file(&format!(
            r#"{{"set":1,"id":"s","title":{{}},"tasks":[{tasks}]}}"#
        ))
    };
    assert_eq!(set(MOST_TASKS).unwrap().tasks.len(), MOST_TASKS);
    let said = set(MOST_TASKS + 1).unwrap_err().to_string();
    assert!(said.contains("100 at most"), "{said}");
}

#[test]
fn what_stands_beside_tables_is_counted_and_rounding_is_a_number_that_can_be() {
    let of = |of_package: &str, of_field: &str| {
        let description = format!(
            r#"{{"name":"p",{of_package}"resources":[{{"name":"t","path":"t.csv",
            "schema":{{"fields":[{{"name":"emigrations"{of_field}}}]}}}}]}}"#
        );
        let table = "place,emigrations\na,1\n";
        open(&[
            named("datapackage.json", &description),
            named("t.csv", table),
        ])
    };
    let notes = |count: usize| format!(r#""notes":[{}],"#, vec![r#"{"nb":"x"}"#; count].join(","));
    assert_eq!(of(&notes(MAX_NOTES), "").unwrap().notes.len(), MAX_NOTES);
    let said = sentences(&of(&notes(MAX_NOTES + 1), "").unwrap_err());
    assert!(said.contains("notes: 1001, 1000 at most"), "{said}");
    for rounded in [
        r#"{"step":-5}"#,
        r#"{"step":0}"#,
        r#"{"step":1e308}"#,
        r#"{"decimals":-400}"#,
        r#"{"decimals":1.5}"#,
    ] {
        let said = sentences(&of("", &format!(r#","rounded":{rounded}"#)).unwrap_err());
        assert!(said.contains("rounded"), "{rounded}: {said}");
    }
    for rounded in [r#"{"step":0.5}"#, r#"{"step":1000}"#, r#"{"decimals":-3}"#] {
        assert!(
            of("", &format!(r#","rounded":{rounded}"#)).is_ok(),
            "{rounded}"
        );
    }
    let outlines = |count: usize| {
        let shape =
            r#"{"id":"a","geometry":{"type":"Polygon","coordinates":[[[1,2],[2,2],[2,3]]]}}"#;
        let shapes = vec![shape; count].join(",");
        Geometry::of_package(&format!(
            r#"{{"type":"FeatureCollection","features":[{shapes}]}}"#
        ))
    };
    assert!(outlines(MOST_OUTLINES).is_ok());
    let said = outlines(MOST_OUTLINES + 1).unwrap_err();
    assert!(said.contains("20000 at most"), "{said}");
}

#[test]
fn a_period_of_more_years_than_a_range_may_have_is_one_code_to_an_attacker() {
    for (period, years) in [
        ("2001-2003", 3),
        ("1-2000000000", 0),
        ("1900-999999", 0),
        ("9-1", 0),
    ] {
        let table = format!("period,emigrations\n{period},5\n");
        let dataset = open(&[named("t.csv", &table)]).unwrap();
        let of_years: usize = target(&dataset)
            .derived
            .iter()
            .map(|one| one.codes.len())
            .sum();
        assert_eq!(of_years, years, "{period}");
    }
}
