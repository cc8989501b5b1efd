//! From foreign tables to data sets of the contract: meanings, totals, groups, joins, and saving.

// A helper of a test may stop it as the test itself may.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::borrow::Borrow;
use std::io::Write;
use std::path::PathBuf;
use utvandring::text::problems::ProblemWords;

use utvandring::data::open::{NamedBytes, are_contract_files, handed_over, open};
use utvandring::data::problem::Obstacle;
use utvandring::data::write::{self, Form, Written};
use utvandring::data::zip;
use utvandring::data::{Cell, Dataset, Problem, ProblemKind};
use utvandring::figures::build::build;
use utvandring::figures::spec::Spec;
use utvandring::import::formats::{Choices, ForeignTable, Unpacked, read_foreign, unpack};
use utvandring::import::mapping::aggregate::Remark;
use utvandring::import::mapping::{self, Plan};
use utvandring::import::mapping::{Outcome, propose};
use utvandring::measures::{Measure, Question, answer};
use utvandring::text::{Lang, mapping as words};
use utvandring::view_models::import::wizard::{Control, Wizard};
use utvandring::view_models::import::{ImportSession, with_notes};

fn named(name: &str, bytes: impl Into<Vec<u8>>) -> NamedBytes {
    NamedBytes {
        name: name.to_owned(),
        bytes: bytes.into(),
    }
}

/// A real file; where the samples are not there a line says so.
fn sample(path: &str) -> Option<NamedBytes> {
    let given = std::env::var_os("UTVANDRING_SAMPLES").map(PathBuf::from);
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let file = given
        .unwrap_or_else(|| root.join("../shared/samples"))
        .join(path);
    match std::fs::read(&file) {
        Ok(bytes) => Some(named(path.rsplit('/').next().unwrap(), bytes)),
        Err(_) => {
            // Written past the capture of the test runner, so that the gap is seen.
            let line = format!("skipped: sample not there ({})\n", file.display());
            std::io::stderr().write_all(line.as_bytes()).unwrap();
            None
        }
    }
}

fn tables(texts: &[(&str, &str)]) -> Vec<ForeignTable> {
    texts
        .iter()
        .flat_map(|(name, text)| {
            read_foreign(name, text.as_bytes(), &Choices::default())
                .unwrap_or_else(|problems| panic!("{}", sentences(&problems)))
        })
        .collect()
}

/// A plan carried out, with what happened among the notes of the data set.
fn apply<T: Borrow<ForeignTable>>(tables: &[T], plan: &Plan) -> Result<Outcome, Vec<Problem>> {
    let made = mapping::apply(tables, plan)?;
    let dataset = with_notes(&made);
    Ok(Outcome { dataset, ..made })
}

fn outcome(texts: &[(&str, &str)]) -> Outcome {
    let tables = tables(texts);
    apply(&tables, &propose(&tables)).unwrap_or_else(|problems| panic!("{}", sentences(&problems)))
}

fn refused(texts: &[(&str, &str)]) -> Vec<Problem> {
    let tables = tables(texts);
    let problems = apply(&tables, &propose(&tables))
        .err()
        .unwrap_or_else(|| panic!("it was taken"));
    for problem in &problems {
        for lang in Lang::ALL {
            assert!(!problem.expected(lang).is_empty() && !problem.remedy(lang).is_empty());
        }
    }
    problems
}

fn sentences(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(|p| p.sentence(Lang::En)).collect();
    lines.join("\n")
}

/// The rows of a table: codes and numbers, `..` `:` `.` for cells without one.
fn rows(dataset: &Dataset, table: &str) -> Vec<String> {
    let table = dataset.table(table).expect("the table is there");
    let written = Written {
        table,
        remarks: &[],
        path: "",
        form: Form::PLAIN,
        said: None,
    };
    write::csv(&written).lines().map(str::to_owned).collect()
}

/// Numerator and denominator of the rate of each year.
fn rates(dataset: &Dataset) -> Vec<(String, f64, f64)> {
    let question = Question::new(Measure::Rate, ["year"]);
    let answer = answer(dataset, &question).expect("rates can be worked out");
    answer
        .rows
        .iter()
        .map(|row| {
            let year = row.key[0].clone();
            (year, row.numerator.unwrap(), row.denominator.unwrap())
        })
        .collect()
}

fn control<'a>(wizard: &'a Wizard, id: &str) -> &'a Control {
    let mut controls = wizard.cards.iter().flat_map(|card| &card.controls);
    controls
        .find(|known| known.id == id)
        .expect("the control is there")
}

#[test]
fn years_without_a_partner_are_told_as_spans() {
    let years: Vec<String> = [2001, 2002, 2003, 2007, 2009, 2010]
        .map(|year: i32| year.to_string())
        .to_vec();
    assert_eq!(
        words::unmatched(Lang::Nb, true, "år", &years),
        "Bare i filen med utvandringer (år): 2001–2003, 2007 og 2009–2010."
    );
}

fn lines(wizard: &Wizard) -> String {
    let lines = wizard.cards.iter().flat_map(|card| card.lines.clone());
    lines.collect::<Vec<String>>().join("\n")
}

const CHANGES: &str = "region;tid;Folkemengde;Utflyttinger\n\
    Øst;2001;1000;30\nØst;2002;1020;20\nØst;2003;1040;25\n\
    Vest;2001;500;5\nVest;2002;510;6\nVest;2003;530;7\n";

#[test]
fn the_next_first_of_january_stands_in_for_the_last_of_december() {
    let outcome = outcome(&[("tall.csv", CHANGES)]);
    let expected = [
        ("2001".to_owned(), 35.0, (1500.0 + 1530.0) / 2.0),
        ("2002".to_owned(), 26.0, (1530.0 + 1570.0) / 2.0),
    ];
    assert_eq!(rates(&outcome.dataset), expected);
    let notes = &outcome.dataset.notes;
    assert!(
        notes
            .iter()
            .any(|note| note.nb.contains("1. januar året etter"))
    );
    assert!(
        notes
            .iter()
            .any(|note| note.nb.contains("2003 er ikke med"))
    );
}

#[test]
fn sweden_counts_on_the_last_day_so_the_year_before_gives_the_first() {
    let text = "region;år;Folkmängd;Utvandringar\n\
        Län A;2001;1000;30\nLän A;2002;1020;20\nLän A;2003;1040;25\n";
    let outcome = outcome(&[("Folkmängden efter region och år.csv", text)]);
    let expected = [
        ("2002".to_owned(), 20.0, 1010.0),
        ("2003".to_owned(), 25.0, 1030.0),
    ];
    assert_eq!(rates(&outcome.dataset), expected);
}

#[test]
fn columns_are_known_in_five_languages() {
    let cases = [
        ("Utvandring", "Folkemengde", "kjønn"),
        ("Utflytting", "Folketal", "kjønn"),
        ("Utvandra", "Folkemengd 1. januar", "kjønn"),
        ("Utvandringar", "Busette", "kjønn"),
        ("Utvandringar", "Folkmängd", "kön"),
        ("Udvandrede", "Befolkning", "køn"),
        ("Emigration", "Population", "sex"),
    ];
    for (events, base, sex) in cases {
        let text = format!("{sex};year;{events};{base}\nx;2001;3;100\ny;2001;4;110\n");
        let plan = propose(&tables(&[("fil.csv", &text)]));
        let columns: Vec<&str> = plan.tables[0]
            .measures
            .iter()
            .map(|plan| plan.column.as_str())
            .collect();
        let end = if base == "Folkmängd" {
            "population_dec31"
        } else {
            "population_jan1"
        };
        assert_eq!(columns, ["emigrations", end], "{events}");
        assert_eq!(plan.tables[0].dimensions[0].column, "sex", "{events}");
    }
}

#[test]
fn what_is_neither_emigration_nor_population_is_left_out() {
    for name in [
        "Nettoinnvandring",
        "Innvandring",
        "Fødte",
        "Folketilvekst",
        "Auke i folketalet",
        "Fødde",
        "Andel av befolkningen (prosent)",
        "Net emigration rate per 1000",
        "Deaths",
    ] {
        let text = format!("region;år;{name}\na;2001;3\nb;2001;4\n");
        let plan = propose(&tables(&[("fil.csv", &text)]));
        assert_eq!(plan.tables[0].measures[0].column, "", "{name}");
    }
}

#[test]
fn totals_that_say_so_are_not_added_to_their_parts() {
    let text = "kjønn;år;Utvandring\nBegge kjønn;2001;7\nMenn;2001;3\nKvinner;2001;4\n";
    let outcome = outcome(&[("fil.csv", text)]);
    assert_eq!(
        rows(&outcome.dataset, "emigrations"),
        ["sex,year,emigrations", "m,2001,3", "f,2001,4"]
    );
}

#[test]
fn a_total_that_only_its_numbers_show_is_found() {
    let text = "land;år;Utvandring\nVerden samlet sett;2001;9\nA;2001;3\nB;2001;4\nC;2001;2\n\
        Verden samlet sett;2002;12\nA;2002;5\nB;2002;4\nC;2002;3\n\
        Verden samlet sett;2003;6\nA;2003;1\nB;2003;4\nC;2003;1\n";
    let tables = tables(&[("fil.csv", text)]);
    let plan = propose(&tables);
    assert_eq!(
        plan.tables[0].dimensions[0].totals,
        [true, false, false, false]
    );
    // One year less agrees too seldom to be more than chance.
    let short: String = text
        .lines()
        .take(9)
        .map(|line| format!("{line}\n"))
        .collect();
    let tables = self::tables(&[("fil.csv", &short)]);
    assert_eq!(propose(&tables).tables[0].dimensions[0].totals, [false; 4]);
}

#[test]
fn a_dropped_dimension_is_read_from_its_total_when_there_is_one() {
    // The total counts one whose sex is not told.
    let text = "kjønn;år;Utvandring\nBegge kjønn;2001;8\nMenn;2001;3\nKvinner;2001;4\n";
    let tables = tables(&[("fil.csv", text)]);
    let mut plan = propose(&tables);
    plan.tables[0].dimensions[0].column = String::new();
    let with_total = apply(&tables, &plan).unwrap();
    assert_eq!(rows(&with_total.dataset, "emigrations")[1], "2001,8");
}

/// The lines and findings of problems.
fn places(problems: &[Problem]) -> Vec<(Option<u64>, &str)> {
    let places = problems.iter();
    places
        .map(|problem| (problem.line, problem.found.as_str()))
        .collect()
}

#[test]
fn a_cell_given_twice_in_two_spellings_is_told_with_both_lines_and_never_added_up() {
    let twice = "region;år;Utvandring\nOslo;2001;3\nOslo;2002;4\nBergen;2002*;5\nOslo;2002*;6\n";
    let problems = refused(&[("fil.csv", twice)]);
    assert_eq!(places(&problems), [(Some(5), "Oslo, 2002 / Oslo, 2002*")]);
    assert_eq!(
        problems[0].kind,
        ProblemKind::DuplicateKey { first_line: 3 }
    );
    let sexes = "kjønn;år;Utvandring\nMenn;2001;3\nKvinner;2001;4\nMale;2001;6\n";
    assert_eq!(
        places(&refused(&[("fil.csv", sexes)])),
        [(Some(4), "Menn, 2001 / Male, 2001")]
    );
    // The same for a column that is left out and added up.
    let tables = tables(&[("fil.csv", twice)]);
    let mut plan = propose(&tables);
    plan.tables[0].dimensions[1].column = String::new();
    assert_eq!(apply(&tables, &plan).err().unwrap()[0].line, Some(5));
    // A mapping file says which one holds.
    let mapping = "dimension,code,group\når,2002,\n";
    let mut desk = ImportSession::default();
    let files = vec![named("fil.csv", twice), named("m.csv", mapping)];
    desk.add(files, &mut |_| ()).unwrap();
    assert_eq!(
        rows(&desk.outcome().unwrap().dataset, "emigrations")[1..],
        ["Oslo,2001,3", "Oslo,2002,6", "Bergen,2002,5"]
    );
}

#[test]
fn spellings_that_never_meet_are_one_value_and_said_to_be() {
    let text = "region;år;Utvandring\nOslo;2001;3\nOslo;2002*;4\nBergen;2001;5\nBergen;2002;6\n";
    let outcome = outcome(&[("fil.csv", text)]);
    assert_eq!(
        rows(&outcome.dataset, "emigrations")[1..],
        [
            "Oslo,2001,3",
            "Oslo,2002,4",
            "Bergen,2001,5",
            "Bergen,2002,6"
        ]
    );
    let note = "fil: Different spellings in “år” were taken as one value: 2002* / 2002.";
    let notes = &outcome.dataset.notes;
    assert!(notes.iter().any(|known| known.en == note), "{notes:?}");
}

#[test]
fn footnote_marks_and_tags_in_names_and_values_are_left_off_and_never_part_a_value_in_two() {
    let text =
        "region 1);år;<b>Utvandring</b><br>i alt\nOslo¹;2001;3\nOslo¹;2002;4\nBergen 2);2001;5\n";
    let tables = tables(&[("fil.csv", text)]);
    assert_eq!(tables[0].dimensions[0].label, "region");
    assert_eq!(tables[0].measures[0].label, "Utvandring i alt");
    let found = outcome(&[("fil.csv", text)]);
    assert_eq!(
        rows(&found.dataset, "emigrations"),
        [
            "region,year,emigrations",
            "Oslo,2001,3",
            "Oslo,2002,4",
            "Bergen,2001,5"
        ]
    );
    // With the mark in some rows only it is one value all the same, and not twice the same cell.
    let some = "region;år;Utvandring\nOslo;2001;3\nOslo 1);2002;4\n";
    let found = outcome(&[("fil.csv", some)]);
    assert_eq!(
        rows(&found.dataset, "emigrations")[1..],
        ["Oslo,2001,3", "Oslo,2002,4"]
    );
    let told = "one value: Oslo / Oslo 1).";
    assert!(
        found
            .dataset
            .notes
            .iter()
            .any(|note| note.en.ends_with(told))
    );
    let twice = some.replace("2002", "2001");
    assert_eq!(
        places(&refused(&[("fil.csv", &twice)])),
        [(Some(3), "Oslo, 2001 / Oslo 1), 2001")]
    );
}

#[test]
fn a_cube_with_two_spellings_takes_the_one_with_a_number_and_refuses_two_numbers() {
    let cube = |values: &str| {
        format!(
            r#"{{"class":"dataset","id":["land","Tid"],"size":[2,2],"label":"Utvandring etter land og år",
            "role":{{"time":["Tid"]}},"dimension":{{"land":{{"category":{{"index":["a","b"]}}}},
            "Tid":{{"category":{{"index":["2002","2002*"]}}}}}},"value":{values}}}"#
        )
    };
    let one = outcome(&[("fil.json", &cube("[3,null,null,4]"))]);
    assert_eq!(
        rows(&one.dataset, "emigrations")[1..],
        ["a,2002,3", "b,2002,4"]
    );
    let problems = refused(&[("fil.json", &cube("[3,null,5,4]"))]);
    assert_eq!(places(&problems), [(None, "b, 2002 / b, 2002*")]);
}

#[test]
fn of_a_sparse_cube_only_what_is_there_is_read_and_sums_with_gaps_are_missing() {
    let codes = |count: usize| {
        let codes: Vec<String> = (0..count).map(|code| format!("\"{code}\"")).collect();
        codes.join(",")
    };
    let years: Vec<String> = (1524..2024).map(|year| format!("\"{year}\"")).collect();
    // 2 sexes x 1 000 countries x 1 000 regions x 500 years: 1 000 000 000 cells.
    let cube = |value: &str, status: &str| {
        format!(
            r#"{{"class":"dataset","id":["kjønn","land","region","Tid"],"size":[2,1000,1000,500],
            "label":"Utvandring etter kjønn, land, region og år","role":{{"time":["Tid"]}},"dimension":{{
            "kjønn":{{"category":{{"index":["m","f"]}}}},"land":{{"category":{{"index":[{0}]}}}},
            "region":{{"category":{{"index":[{0}]}}}},"Tid":{{"category":{{"index":[{1}]}}}}}},
            "value":{{{value}}},"status":{{{status}}}}}"#,
            codes(1000),
            years.join(",")
        )
    };
    // Land 7, region 9, for men and in the first two years for women.
    let place = |sex: u64, year: u64| ((sex * 1000 + 7) * 1000 + 9) * 500 + year;
    let mut value: Vec<String> = (0..500)
        .map(|year| format!("\"{}\":{}", place(0, year), year + 1))
        .collect();
    value.push(format!("\"{}\":10", place(1, 0)));
    let status = format!("\"{}\":\":\"", place(1, 1));
    let tables = tables(&[("fil.json", &cube(&value.join(","), &status))]);
    assert_eq!(tables[0].rows, 502);
    let markers = &tables[0].understood.markers;
    let absent = markers
        .iter()
        .find(|marker| marker.text.is_empty())
        .unwrap();
    assert_eq!(absent.count, 1_000_000_000 - 502);
    let mut plan = propose(&tables);
    let kept = apply(&tables, &plan).unwrap();
    let rows_kept = rows(&kept.dataset, "emigrations");
    assert_eq!(rows_kept.len(), 503);
    assert_eq!(rows_kept[1], "m,7,9,1524,1");
    // Both sexes together are there for one year and withheld for the next; more is not known.
    plan.tables[0].dimensions[0].column = String::new();
    let summed = rows(&apply(&tables, &plan).unwrap().dataset, "emigrations");
    assert_eq!(summed[1..4], ["7,9,1524,11", "7,9,1525,:", "7,9,1526,.."]);
    let outside = cube("\"1000000000\":1", "");
    let problems = read_foreign("f.json", outside.as_bytes(), &Choices::default());
    assert_eq!(problems.err().unwrap()[0].found, "1000000000");
}

#[test]
fn two_rows_of_the_population_that_match_one_row_are_told_or_the_empty_one_yields() {
    let moves = "region;år;Utvandring\n4601 Bergen;2007;6\n0301 Oslo;2007;7\n";
    let people = |second: &str| {
        format!(
            "region;år;Befolkning\nBergen (t.o.m. 1971);2007;{second}\nBergen (t.o.m. 1971);2008;{second}\n\
            Bergen;2007;600\nBergen;2008;600\nOslo;2007;900\nOslo;2008;900\nAlta;2007;0\n"
        )
    };
    for nobody in ["0", ".", ".."] {
        let outcome = outcome(&[("a.csv", moves), ("b.csv", &people(nobody))]);
        let rows = rows(&outcome.dataset, "rates");
        assert_eq!(rows[1], "4601,2007,6,600,600", "{nobody}");
    }
    let problems = refused(&[("a.csv", moves), ("b.csv", &people("40"))]);
    assert_eq!(
        problems[0].kind,
        ProblemKind::Obstacle(Obstacle::MatchedTwice)
    );
    assert_eq!(
        problems[0].found,
        "Bergen (t.o.m. 1971), 2007 / Bergen, 2007"
    );
}

#[test]
fn areas_beside_their_countries_are_left_out_and_named_in_five_languages() {
    let cases: [(&str, &str, &[&str], &[&str]); 6] = [
        (
            "land",
            "Utvandring",
            &["Sverige", "Polen", "Somalia"],
            &["Europa", "Afrika"],
        ),
        (
            "land",
            "Utvandra",
            &["Sverige", "Noreg", "Irak"],
            &["Norden", "Asia"],
        ),
        (
            "country",
            "Emigration",
            &["Sweden", "Kenya"],
            &["EU27_2020", "Sub-Saharan Africa"],
        ),
        (
            "land",
            "Utvandringar",
            &["Norge", "Irak"],
            &["Norden", "Asien"],
        ),
        (
            "land",
            "Udvandrede",
            &["Norge", "USA"],
            &["EU-lande", "Nordamerika"],
        ),
        (
            "geo",
            "Emigration",
            &["SE", "DE", "EL"],
            &["EU28", "EA19", "EFTA", "DE_TOT"],
        ),
    ];
    for (name, measure, countries, areas) in cases {
        let mut text = format!("{name};year;{measure}\n");
        for (number, label) in areas.iter().chain(countries).enumerate() {
            text += &format!("{label};2001;{}\n", number + 1);
        }
        let tables = tables(&[("fil.csv", &text)]);
        let mut plan = propose(&tables);
        let kept = apply(&tables, &plan).unwrap();
        let rows_kept = rows(&kept.dataset, "emigrations");
        assert_eq!(rows_kept.len(), 1 + countries.len(), "{areas:?}");
        let last = areas[areas.len() - 1];
        let told = kept.dataset.notes.iter();
        assert!(told.clone().any(|note| note.nb.contains(last)), "{areas:?}");
        // Added up, the countries count and nothing else.
        plan.tables[0].dimensions[0].column = String::new();
        let added = apply(&tables, &plan).unwrap();
        let sum: usize = (areas.len() + 1..=areas.len() + countries.len()).sum();
        assert_eq!(
            rows(&added.dataset, "emigrations")[1],
            format!("2001,{sum}"),
            "{areas:?}"
        );
    }
}

#[test]
fn spans_of_ages_that_overlap_are_divided_by_those_that_cover_all_once() {
    let cases: [(&[&str], &str, &[&str]); 6] = [
        (
            &["79 år", "80 år", "80 år eller eldre", "81 år"],
            "age",
            &["80 år", "81 år"],
        ),
        (&["103 år", "104 år", "105 år eller eldre"], "age", &[]),
        (
            &["15-64 år", "15-19 år", "20-64 år", "65 år eller eldre"],
            "age_group",
            &["15-64 år"],
        ),
        (
            &["Y_LT15", "Y_LT1", "Y1", "Y2", "Y_GE80", "Y80", "Y81"],
            "age_group",
            &["Y_LT1", "Y1", "Y2", "Y80", "Y81"],
        ),
        (
            &["Y_LT3", "Y_LT1", "Y1", "Y2", "Y_GE80", "Y80", "Y_GE81"],
            "age_group",
            &["Y_LT3", "Y_GE80"],
        ),
        (&["under 1 år", "1-4 år", "5-9 år"], "age_group", &[]),
    ];
    for (ages, column, sums) in cases {
        let lines: Vec<String> = ages.iter().map(|age| format!("{age};2001;1\n")).collect();
        let tables = tables(&[(
            "fil.csv",
            &format!("alder;år;Utvandring\n{}", lines.concat()),
        )]);
        let plan = &propose(&tables).tables[0].dimensions[0];
        let found = ages.iter().zip(&plan.totals).filter(|(_, sum)| **sum);
        let found: Vec<&str> = found.map(|(age, _)| *age).collect();
        assert_eq!(
            (plan.column.as_str(), found),
            (column, sums.to_vec()),
            "{ages:?}"
        );
    }
}

#[test]
fn a_total_counts_for_the_whole_and_never_one_of_the_areas_before_it() {
    let text = "land;år;Utvandring\nAfrika i alt;2001;9\nEuropa;2001;5\nI alt;2001;15\nSomalia;2001;8\n\
        Kenya;2001;1\nPolen;2001;5\nUoppgitt;2001;1\n";
    let tables = tables(&[("fil.csv", text)]);
    let mut plan = propose(&tables);
    plan.tables[0].dimensions[0].column = String::new();
    let outcome = apply(&tables, &plan).unwrap();
    assert_eq!(rows(&outcome.dataset, "emigrations")[1], "2001,15");
}

#[test]
fn samples_with_areas_keep_what_lies_in_them() {
    // How many categories of the dimension are sums, and two of them.
    let cases: [(&str, &str, usize, &[&str]); 9] = [
        (
            "eurostat/demo_pjangroup__custom_1879586_page_tabular.tsv",
            "geo",
            10,
            &["EU27_2020", "EFTA", "EEA31", "DE_TOT"],
        ),
        ("eurostat/migr_emi2.tsv", "geo", 0, &[]),
        (
            "undesa/UN_MigrantStockTotal_2019.xlsx",
            "Major area, region, country or area of destination",
            51,
            &[
                "WORLD",
                "Eastern Africa",
                "Less developed regions",
                "High-income countries",
            ],
        ),
        (
            "scb/BE0101F1datasymbols.px",
            "region",
            2,
            &["00 Sweden", "01 Stockholm county"],
        ),
        ("scb/Invandringar.csv", "region", 0, &[]),
        ("ssb/folketall.csv", "region", 0, &[]),
        ("ssb/innv_norge.csv", "landbakgrunn", 0, &[]),
        ("dst/befolkning.csv", "område", 0, &[]),
        (
            "oecd/International-migration-database.csv",
            "Reference area",
            0,
            &[],
        ),
    ];
    for (path, name, count, some) in cases {
        let Some(file) = sample(path) else {
            continue;
        };
        let tables = read_foreign(&file.name, &file.bytes, &Choices::default()).unwrap();
        let plan = &propose(&tables).tables[0];
        let at = tables[0]
            .dimensions
            .iter()
            .position(|known| known.label == name)
            .unwrap();
        let labels = tables[0].dimensions[at].labels.iter();
        let sums = labels
            .zip(&plan.dimensions[at].totals)
            .filter(|(_, sum)| **sum);
        let sums: Vec<&str> = sums.map(|(label, _)| label.trim()).collect();
        assert!(
            some.iter().all(|label| sums.contains(label)),
            "{path}: {sums:?}"
        );
        assert_eq!(sums.len(), count, "{path}: {sums:?}");
    }
}

const MOVES: &str = "statsborgerskap;kvartal;Utvandring\n\
    Norge;2007K1;20\nNorge;2007K2;10\nNorge;2007K3;30\nNorge;2007K4;15\nNorge;2008K1;22\n\
    Polen;2007K1;4\nPolen;2007K2;3\nPolen;2007K3;6\nPolen;2007K4;2\nPolen;2008K1;5\n";

const PEOPLE: &str = "alder;kjønn;år;Personer\n\
    0 år;Begge kjønn;2007;4000\n0 år;Begge kjønn;2008;4100\n\
    1 år;Begge kjønn;2007;6000\n1 år;Begge kjønn;2008;6100\n";

#[test]
fn quarters_become_years_and_a_population_file_joins() {
    let outcome = outcome(&[("Utvandring.csv", MOVES), ("Befolkning.csv", PEOPLE)]);
    assert_eq!(
        rates(&outcome.dataset),
        [("2007".to_owned(), 90.0, 10100.0)]
    );
    let matched = outcome.matched.unwrap();
    assert_eq!((matched.on, matched.both), (vec!["year".to_owned()], 1));
    assert_eq!(
        matched.only_second,
        [("year".to_owned(), vec!["2008".to_owned()])]
    );
    assert_eq!(
        rows(&outcome.dataset, "emigrations")[1..],
        ["Norge,2007,75", "Polen,2007,15"]
    );
}

#[test]
fn files_are_matched_by_name_where_their_codes_differ() {
    let moves =
        "region;år;Utvandring\n0301 Oslo;2007;10\n1103 Stavanger;2007;5\n4601 Bergen;2007;6\n";
    let people = "region;år;Befolkning\nOslo (t.o.m. 2019);2007;1000\nOslo (t.o.m. 2019);2008;1000\n\
        Bergen;2007;600\nBergen;2008;600\nAlta;2007;90\nAlta;2008;90\n";
    let outcome = outcome(&[("a.csv", moves), ("b.csv", people)]);
    let matched = outcome.matched.unwrap();
    assert_eq!(matched.both, 2);
    let only = |side: &[(String, Vec<String>)]| side[0].1.clone();
    assert_eq!(only(&matched.only_first), ["Stavanger"]);
    assert_eq!(only(&matched.only_second), ["Alta"]);
    assert_eq!((matched.keys_first, matched.keys_second), (1, 4));
}

#[test]
fn a_join_that_makes_no_sense_is_refused() {
    let kinds = |problems: Vec<Problem>| -> Vec<ProblemKind> {
        problems.into_iter().map(|problem| problem.kind).collect()
    };
    let moves = "region;år;Utvandring\nOslo;2007;10\nBergen;2007;5\n";
    let elsewhere = "region;år;Folkemengde\nTurku;2007;1000\nEspoo;2007;500\n";
    let apart = "måltid;Folkemengde\nfrokost;1000\nmiddag;500\n";
    let thousands =
        "region;år;Folkemengde\nOslo;2007;1\nOslo;2008;1\nBergen;2007;1\nBergen;2008;1\n";
    assert_eq!(
        kinds(refused(&[("a.csv", moves), ("b.csv", elsewhere)])),
        [ProblemKind::Obstacle(Obstacle::NothingMatched)]
    );
    assert_eq!(
        kinds(refused(&[("a.csv", moves), ("b.csv", apart)])),
        [ProblemKind::Obstacle(Obstacle::NothingShared)]
    );
    assert_eq!(
        kinds(refused(&[("a.csv", moves), ("b.csv", thousands)])),
        [ProblemKind::Obstacle(Obstacle::ScaleMismatch)]
    );
    let nothing = "region;år;Innvandring\na;2001;3\nb;2001;4\n";
    assert_eq!(
        kinds(refused(&[("a.csv", nothing)])),
        [ProblemKind::Obstacle(Obstacle::NoRole)]
    );
    let below = "region;år;Utvandring\na;2001;3\nb;2001;-4\n";
    let problems = refused(&[("a.csv", below)]);
    assert_eq!(problems[0].kind, ProblemKind::Negative);
    assert_eq!(problems[0].found, "-4");
    assert_eq!(problems[0].column.as_deref(), Some("Utvandring"));
    assert_eq!(problems[0].line, Some(3));
}

#[test]
fn a_number_that_cannot_be_is_told_with_its_line_or_else_with_its_codes() {
    let pivoted = "\"Utvandring, etter region og år\"\n\n\"region\";\"2001\";\"2002\"\n\
                   \"a\";3;4\n\"b\";5;-6\n\"c\";7.5;8\n";
    let problems = refused(&[("a.csv", pivoted)]);
    let told: Vec<(&ProblemKind, &str, Option<u64>)> = problems
        .iter()
        .map(|problem| (&problem.kind, problem.found.as_str(), problem.line))
        .collect();
    assert_eq!(
        told,
        [
            (&ProblemKind::Negative, "-6", Some(5)),
            (&ProblemKind::NotWhole, "7.5", Some(6)),
        ]
    );
    let cube = r#"{"version":"2.0","class":"dataset","id":["region","tid"],"size":[2,1],
        "role":{"time":["tid"]},"label":"Utvandring",
        "dimension":{"region":{"category":{"index":["a","b"]}},
        "tid":{"category":{"index":["2001"]}}},"value":[3,-4]}"#;
    let problems = refused(&[("a.json", cube)]);
    assert_eq!(problems[0].kind, ProblemKind::Negative);
    assert_eq!(problems[0].found, "-4 (b, 2001)");
    assert_eq!(problems[0].line, None);
}

#[test]
fn thousands_are_multiplied_without_fractions() {
    let text = "region;år;Utvandring;Folkemengde (1000 personer)\na;2001;3;12,3\na;2002;4;12,7\n";
    let outcome = outcome(&[("fil.csv", text)]);
    assert_eq!(rates(&outcome.dataset), [("2001".to_owned(), 3.0, 12500.0)]);
}

#[test]
fn a_sum_with_a_withheld_part_is_withheld() {
    let text = "region;kvartal;Utvandring\na;2001K1;3\na;2001K2;:\na;2001K3;1\na;2001K4;2\n\
        b;2001K1;3\nb;2001K2;1\nb;2001K3;..\nb;2001K4;2\nc;2001K1;1\nc;2001K2;1\nc;2001K3;1\nc;2001K4;1\n";
    let outcome = outcome(&[("fil.csv", text)]);
    let table = outcome.dataset.table("emigrations").unwrap();
    let cells: Vec<Cell> = (0..3).map(|row| table.cell("emigrations", row)).collect();
    assert_eq!(cells, [Cell::Suppressed, Cell::Missing, Cell::Number(4.0)]);
}

#[test]
fn countries_go_to_their_groups_and_the_mapping_is_saved_and_used_again() {
    let text = "statsborgerskap;år;Utvandring\nPakistan;2001;3\nSomalia;2001;4\nDjibouti;2001;1\n\
        Irak;2001;2\nIran;2001;5\nStatsløs;2001;6\nDanmark;2001;7\n";
    let mut desk = ImportSession::default();
    desk.add(vec![named("fil.csv", text)], &mut |_| ()).unwrap();
    desk.set("0.grouping.0", "origin").unwrap();
    let outcome = desk.outcome().unwrap();
    let grouped = rows(&outcome.dataset, "emigrations");
    assert!(grouped.contains(&"somalia_djibouti,2001,5".to_owned()));
    assert!(grouped.contains(&"Statsløs,2001,6".to_owned()));
    assert!(lines(&desk.wizard(Lang::Nb)).contains("uten gruppe står som i filen: Statsløs"));
    let mapping = &outcome.dataset.mapping;
    let mut again = ImportSession::default();
    again
        .add(
            vec![
                named("fil.csv", text),
                named("mapping.csv", mapping.as_str()),
            ],
            &mut |_| (),
        )
        .unwrap();
    assert_eq!(
        again.outcome().unwrap().dataset.tables,
        outcome.dataset.tables
    );
}

#[test]
fn ages_can_be_limited_to_18_to_35() {
    let mut text = "alder;år;Utvandring\n".to_owned();
    for age in 0..60 {
        text += &format!("{age} år;2001;{age}\n");
    }
    let mut desk = ImportSession::default();
    desk.add(vec![named("fil.csv", text)], &mut |_| ()).unwrap();
    desk.set("0.grouping.0", "ages").unwrap();
    let found = rows(&desk.outcome().unwrap().dataset, "emigrations");
    assert_eq!(found.len(), 1 + 18);
    assert_eq!(
        (found[1].as_str(), found[18].as_str()),
        ("18,2001,18", "35,2001,35")
    );
}

#[test]
fn groups_of_ages_can_be_limited_to_18_to_35_as_well() {
    let text = "alder;år;Utvandring\n0-17 år;2001;1\n18-24 år;2001;2\n25-29 år;2001;4\n\
                30-35 år;2001;8\n36-89 år;2001;16\n90 år eller eldre;2001;32\n";
    let mut desk = ImportSession::default();
    desk.add(vec![named("fil.csv", text)], &mut |_| ()).unwrap();
    desk.set("0.grouping.0", "ages").unwrap();
    let found = rows(&desk.outcome().unwrap().dataset, "emigrations");
    assert_eq!(
        found,
        [
            "age_group,year,emigrations",
            "18-24,2001,2",
            "25-29,2001,4",
            "30-35,2001,8"
        ]
    );
}

#[test]
fn an_ambiguous_number_is_asked_about_once_with_both_readings() {
    let text = "region;år;Utvandring;Folkemengde\na;2001;1.234;50.000\na;2002;2.345;51.000\n";
    let mut desk = ImportSession::default();
    desk.add(vec![named("fil.csv", text)], &mut |_| ()).unwrap();
    let wizard = desk.wizard(Lang::Nb);
    let question = control(&wizard, "0.reading");
    assert!(!wizard.ready && question.value.is_empty());
    assert_eq!(question.options.len(), 3);
    assert!(wizard.problems[0][2].contains("bare kan leses på én måte"));
    let thousands = question
        .options
        .iter()
        .find(|option| option[1].contains("234") && !option[1].contains(','))
        .unwrap();
    desk.set("0.reading", &thousands[0]).unwrap();
    let wizard = desk.wizard(Lang::Nb);
    assert!(wizard.ready);
    assert_eq!(control(&wizard, "0.reading").value, thousands[0]);
    assert_eq!(
        rates(&desk.outcome().unwrap().dataset),
        [("2001".to_owned(), 1234.0, 50500.0)]
    );
}

#[test]
fn the_format_can_be_changed() {
    let text = "geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nNO,2001,3,\nNO,2002,4,p\n";
    let mut desk = ImportSession::default();
    desk.add(vec![named("migr_emi.csv", text)], &mut |_| ())
        .unwrap();
    assert_eq!(
        control(&desk.wizard(Lang::Nb), "0.format").value,
        "SDMX-CSV"
    );
    desk.set("0.format", "CSV").unwrap();
    let wizard = desk.wizard(Lang::Nb);
    assert_eq!(control(&wizard, "0.format").value, "CSV");
    assert_eq!(wizard.cards[0].rows[0], ["geo", "TIME_PERIOD", "OBS_VALUE"]);
    assert!(desk.set("0.format", "PX").is_err());
    assert_eq!(desk.wizard(Lang::Nb), wizard);
}

#[test]
fn a_choice_that_cannot_be_read_leaves_everything_as_it_was() {
    let mut desk = ImportSession::default();
    desk.add(vec![named("fil.csv", CHANGES)], &mut |_| ())
        .unwrap();
    let before = desk.wizard(Lang::Nb);
    assert!(desk.set("0.delimiter", "\t").is_err());
    assert_eq!(desk.wizard(Lang::Nb), before);
    assert!(desk.add(vec![named("tom.csv", "")], &mut |_| ()).is_err());
    assert_eq!(desk.wizard(Lang::Nb), before);
}

#[test]
fn one_meaning_is_given_once() {
    let mut desk = ImportSession::default();
    desk.add(vec![named("fil.csv", CHANGES)], &mut |_| ())
        .unwrap();
    desk.set("0.measure.0", "emigrations").unwrap();
    let wizard = desk.wizard(Lang::Nb);
    assert!(!wizard.ready);
    assert_eq!(
        desk.outcome().unwrap_err()[0].kind,
        ProblemKind::Obstacle(Obstacle::RoleTwice)
    );
}

#[test]
fn a_saved_package_opens_identically_from_its_zip() {
    let outcome = outcome(&[("Utvandring.csv", MOVES), ("Befolkning.csv", PEOPLE)]);
    let Unpacked::Package(files) =
        unpack("pakke.zip", &zip::pack(&write::package(&outcome.dataset))).unwrap()
    else {
        panic!("a zip with a description is a package");
    };
    assert_eq!(open(&files).unwrap(), outcome.dataset);
}

/// A package as its files, written and opened again.
fn reopened(dataset: &Dataset) -> Dataset {
    let files = write::package(dataset).into_iter();
    let files: Vec<NamedBytes> = files.map(|(name, text)| named(&name, text)).collect();
    let opened = open(&files).unwrap_or_else(|problems| panic!("{}", sentences(&problems)));
    assert!(
        handed_over(&write::hand_over(dataset))
            .unwrap()
            .as_said()
            .ok()
            .as_ref()
            == Some(&opened)
    );
    opened
}

#[test]
fn what_is_used_is_what_its_files_say() {
    // The last code of the second column comes first, and a field is nothing but a mark.
    let odd = "region;år;Utvandring\n b;2002;3\n\"a;#\";2001;4\nc ;2003;..\nc;2001;:\nTom;2002;.\n";
    for texts in [
        &[("tall.csv", CHANGES)][..],
        &[("a.csv", odd)],
        &[("a.csv", MOVES), ("b.csv", PEOPLE)],
    ] {
        let outcome = outcome(texts);
        assert!(!outcome.dataset.mapping.is_empty());
        assert_eq!(reopened(&outcome.dataset), outcome.dataset);
    }
}

#[test]
fn fields_of_a_saved_package_have_the_types_of_their_numbers() {
    let outcome = outcome(&[("tall.csv", CHANGES)]);
    let files = write::package(&outcome.dataset);
    let (_, description) = &files[0];
    for part in [
        r#"{"name": "region", "type": "string", "role": "dimension", "additive": "#,
        r#"{"name": "year", "type": "integer", "role": "dimension", "additive": "parts"}"#,
        r#"{"name": "emigrations", "type": "integer", "role": "measure"}"#,
        r#"{"name": "population_dec31", "type": "number", "role": "measure"}"#,
        r#"{"value": ":", "label": "suppressed"}"#,
        r#""path": "rates.csv""#,
    ] {
        assert!(description.contains(part), "{part} in {description}");
    }
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "datapackage.json",
            "rates.csv",
            "emigrations.csv",
            "population.csv",
            "mapping.csv"
        ]
    );
}

#[test]
fn a_reopened_package_decides_the_same_for_the_files_of_the_next_year() {
    let text = "land;kjønn;periode;Antall flyttinger ut;Innbyggere (tusen)\n\
        Pakistan;Begge kjønn;2001;9;12\nPakistan;Menn;2001;4;6\nPakistan;Begge kjønn;2002;8;13\n\
        Pakistan;Menn;2002;3;6\n\
        Irak;Begge kjønn;2001;7;11\nIrak;Menn;2001;2;5\nIrak;Begge kjønn;2002;6;12\nIrak;Menn;2002;1;5\n";
    let mut desk = ImportSession::default();
    desk.add(vec![named("2002.csv", text)], &mut |_| ())
        .unwrap();
    for (id, value) in [
        ("0.dimension.0", "origin"),
        ("0.grouping.0", "origin"),
        ("0.dimension.1", ""),
        ("0.dimension.2", "year"),
        ("0.measure.0", "emigrations"),
        ("0.measure.1", "population_jan1"),
        ("0.scale.1", "1000"),
    ] {
        desk.set(id, value).unwrap();
    }
    let first = desk.outcome().unwrap();
    let package = reopened(&first.dataset);
    let next = text
        .replace("2002;8", "2003;80")
        .replace("2002", "2003")
        .replace("2001", "2002");
    let mut again = ImportSession::default();
    again
        .add(
            vec![
                named("2003.csv", next.as_str()),
                named("mapping.csv", package.mapping.as_str()),
            ],
            &mut |_| (),
        )
        .unwrap();
    let wizard = again.wizard(Lang::Nb);
    assert!(lines(&wizard).contains("5 kolonner har fått betydning fra grupperingsfilen"));
    for (id, value) in [
        ("0.dimension.0", "origin"),
        ("0.dimension.1", ""),
        ("0.take.1", "0"),
        ("0.measure.0", "emigrations"),
        ("0.scale.1", "1000"),
    ] {
        assert_eq!(control(&wizard, id).value, value, "{id}");
    }
    let expected = [("2002".to_owned(), 16.0, (23_000.0 + 25_000.0) / 2.0)];
    assert_eq!(rates(&again.outcome().unwrap().dataset), expected);
    assert_eq!(again.outcome().unwrap().dataset.mapping, package.mapping);
    // Without the mapping nothing says that these are emigrations.
    let mut without = ImportSession::default();
    without
        .add(vec![named("2003.csv", next)], &mut |_| ())
        .unwrap();
    assert!(!without.wizard(Lang::Nb).has_rate);
}

/// A desk with some files.
fn desk_with(files: &[(&str, &[u8])]) -> ImportSession {
    let mut desk = ImportSession::default();
    let files = files.iter().map(|(name, bytes)| named(name, *bytes));
    desk.add(files.collect(), &mut |_| ())
        .unwrap_or_else(|problems| panic!("{}", sentences(&problems)));
    desk
}

#[test]
fn how_a_file_is_read_is_kept_for_the_file_of_the_next_year() {
    const AGAIN: &str = "Filen er lest slik du valgte sist.";
    let text = "region;år;Utvandring;Folkemengde\na;2001;1.234;50.000\na;2002;2.345;51.000\n";
    let next = text.replace("2002;2.345;51.000", "2003;2.346;53.000");
    let kept = |text: &str, choices: &[(&str, &str)]| {
        let mut desk = desk_with(&[("2001.csv", text.as_bytes())]);
        for (id, value) in choices {
            desk.set(id, value).unwrap();
        }
        let dataset = desk.outcome().unwrap().dataset.clone();
        reopened(&dataset).mapping
    };
    // "1.234" is 1.234 or 1 234; the second reading has thousands.
    let mapping = kept(text, &[("0.reading", "1")]);
    let again = desk_with(&[("2003.csv", next.as_bytes()), ("m.csv", mapping.as_bytes())]);
    let wizard = again.wizard(Lang::Nb);
    assert!(lines(&wizard).contains(AGAIN), "{mapping}");
    assert_eq!(control(&wizard, "0.scale.0").value, "1");
    let dataset = &again.outcome().unwrap().dataset;
    assert_eq!(
        rows(dataset, "emigrations")[1..],
        ["a,2001,1234", "a,2003,2346"]
    );
    assert_eq!(dataset.mapping, mapping);
    // The mapping can also be laid beside the file afterwards.
    let mut after = desk_with(&[("2003.csv", next.as_bytes())]);
    assert!(!after.wizard(Lang::Nb).ready);
    after
        .add(vec![named("m.csv", mapping.as_bytes())], &mut |_| ())
        .unwrap();
    assert_eq!(after.outcome().unwrap().dataset.tables, dataset.tables);
    // A file that settles it for itself is not forced, and other columns are another kind of file.
    let settled = next.replace("2.346", "2.346,0");
    let other = settled.replace("Folkemengde", "Folketal").replace(",0", "");
    for (text, is_asked) in [(&settled, false), (&other, true)] {
        let desk = desk_with(&[("2003.csv", text.as_bytes()), ("m.csv", mapping.as_bytes())]);
        let wizard = desk.wizard(Lang::Nb);
        assert!(!lines(&wizard).contains(AGAIN), "{text}");
        assert_eq!(!wizard.ready, is_asked, "{text}");
    }
    let point = next.replace("2.346", "2346.5");
    let desk = desk_with(&[
        ("2003.csv", point.as_bytes()),
        ("m.csv", mapping.as_bytes()),
    ]);
    assert!(!lines(&desk.wizard(Lang::Nb)).contains(AGAIN));

    // Encoding, delimiter and header.
    let odd = "Flytting\nregion,\u{e5}r,Utvandring,Folkemengde\n\
        \u{d8}st,2001,3,10\n\u{d8}st,2002,4,11\n";
    let latin = |text: &str| -> Vec<u8> { text.chars().map(|c| c as u8).collect() };
    let mut desk = desk_with(&[("2001.csv", &latin(odd))]);
    for (id, value) in [
        ("0.encoding", "ISO-8859-15"),
        ("0.delimiter", ","),
        ("0.header", "2"),
        ("0.measure.0", "emigrations"),
    ] {
        desk.set(id, value).unwrap();
    }
    let mapping = desk.outcome().unwrap().dataset.mapping.clone();
    let next = latin(
        &odd.replace("2002,4", "2003,5")
            .replace("Flytting", "Tabell"),
    );
    let again = desk_with(&[("2003.csv", &next), ("m.csv", mapping.as_bytes())]);
    let wizard = again.wizard(Lang::Nb);
    for (id, value) in [
        ("0.encoding", "ISO-8859-15"),
        ("0.delimiter", ","),
        ("0.header", "2"),
    ] {
        assert_eq!(control(&wizard, id).value, value, "{id}");
    }
    let table = rows(&again.outcome().unwrap().dataset, "emigrations");
    assert_eq!(table[2], "Øst,2003,5");
    // The same in UTF-8 is not read as anything else.
    let utf8 = odd.replace("2002,4", "2003,5");
    let again = desk_with(&[("2003.csv", utf8.as_bytes()), ("m.csv", mapping.as_bytes())]);
    assert_eq!(
        control(&again.wizard(Lang::Nb), "0.encoding").value,
        "UTF-8"
    );
}

#[test]
fn the_visitor_can_have_areas_count_like_countries_and_the_mapping_keeps_it() {
    let text = "land;år;Utvandring\nEuropa;2001;9\nSverige;2001;4\nPolen;2001;2\n";
    let mut desk = desk_with(&[("fil.csv", text.as_bytes())]);
    assert_eq!(control(&desk.wizard(Lang::Nb), "0.sums.0").value, "");
    assert_eq!(
        rows(&desk.outcome().unwrap().dataset, "emigrations").len(),
        3
    );
    desk.set("0.sums.0", "all").unwrap();
    let dataset = desk.outcome().unwrap().dataset.clone();
    assert_eq!(rows(&dataset, "emigrations")[1], "Europa,2001,9");
    let mapping = dataset.mapping.as_bytes();
    let again = desk_with(&[("fil.csv", text.as_bytes()), ("m.csv", mapping)]);
    assert_eq!(again.outcome().unwrap().dataset.tables, dataset.tables);
}

#[test]
fn columns_of_one_name_that_became_different_things_are_not_in_the_mapping() {
    let moves = "år;Personer\n2001;3\n2002;4\n";
    let people = "år;Personer\n2001;100\n2002;110\n";
    let outcome = outcome(&[("Utvandring.csv", moves), ("Befolkning.csv", people)]);
    assert!(outcome.dataset.mapping.contains("år,,year"));
    assert!(!outcome.dataset.mapping.contains("Personer"));
}

#[test]
fn a_number_in_a_table_with_its_measures_below_each_other_is_told_with_its_line() {
    let text = "\"region\";\"år\";\"statistikkvariabel\";\"Flytting og folketall\"\n\
        \"a\";\"2001\";\"Utvandring\";3\n\"a\";\"2001\";\"Folkemengde\";100\n\
        \"a\";\"2002\";\"Utvandring\";4\n\"a\";\"2002\";\"Folkemengde\";-5\n\
        \"b\";\"2001\";\"Utvandring\";2.5\n\"b\";\"2001\";\"Folkemengde\";90\n\
        \"b\";\"2002\";\"Utvandring\";1\n\"b\";\"2002\";\"Folkemengde\";95\n";
    let problems = refused(&[("a.csv", text)]);
    let told: Vec<(&ProblemKind, &str, Option<u64>, Option<&str>)> = problems
        .iter()
        .map(|p| (&p.kind, p.found.as_str(), p.line, p.column.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            (&ProblemKind::NotWhole, "2.5", Some(6), Some("Utvandring")),
            (&ProblemKind::Negative, "-5", Some(5), Some("Folkemengde")),
        ]
    );
}

#[test]
fn emigrations_where_nobody_lives_are_told_of_the_visitors_file_and_counted_when_there_are_many() {
    let mut text = "region;år;Utvandring;Personår\nstor;2001;2;100000\n".to_owned();
    for region in 0..10_000 {
        text += &format!("r{region};2001;2;0\n");
    }
    let problems = refused(&[("a.csv", &text)]);
    assert_eq!(problems.len(), 5);
    assert_eq!(
        (problems[0].file.as_str(), problems[0].line),
        ("a.csv", Some(3))
    );
    assert_eq!(problems[0].kind, ProblemKind::EventsWithoutExposure);
    assert_eq!(problems[4].repeats, 9_995);
    let mut desk = ImportSession::default();
    desk.add(vec![named("a.csv", text)], &mut |_| ()).unwrap();
    let shown = desk.wizard(Lang::En).problems;
    assert!(shown[4][3].contains("9,995 more places"), "{:?}", shown[4]);
}

#[test]
fn who_moves_to_an_empty_place_and_on_within_a_year_is_no_contradiction() {
    let text = "region;år;Utvandring;Folkemengde\na;2001;3;0\na;2002;1;20\na;2003;1;25\n";
    let outcome = outcome(&[("a.csv", text)]);
    let expected = [
        ("2001".to_owned(), 3.0, 10.0),
        ("2002".to_owned(), 1.0, 22.5),
    ];
    assert_eq!(rates(&outcome.dataset), expected);
    assert_eq!(rows(&outcome.dataset, "emigrations")[1], "a,2001,3");
    assert_eq!(rows(&outcome.dataset, "population")[3], "a,2003,25");
    assert_eq!(reopened(&outcome.dataset), outcome.dataset);
}

#[test]
fn one_year_alone_has_no_rate_and_can_be_used_all_the_same() {
    let text = "region;år;Utvandring;Folkemengde\na;2001;3;40\nb;2001;1;20\n";
    let outcome = outcome(&[("a.csv", text)]);
    assert!(!outcome.has_rate);
    assert_eq!(rows(&outcome.dataset, "emigrations").len(), 3);
    assert!(
        outcome
            .dataset
            .notes
            .iter()
            .any(|note| note.nb.contains("2001 er ikke med"))
    );
}

#[test]
fn quarters_beside_their_year_are_not_added_to_it() {
    let text = "region;periode;Utvandring\na;2001;10\na;2001K1;1\na;2001K2;2\na;2001K3;3\na;2001K4;4\n\
        a;2002K1;1\na;2002K2;2\na;2002K3;3\na;2002K4;5\n";
    let outcome = outcome(&[("a.csv", text)]);
    assert_eq!(
        rows(&outcome.dataset, "emigrations")[1..],
        ["a,2001,10", "a,2002,11"]
    );
}

#[test]
fn rows_in_any_order_and_however_many_combinations_give_the_same_sums() {
    // Few combinations for the rows, and far more than rows.
    for places in [3_usize, 4_000] {
        let mut lines = Vec::new();
        for at in 0..4_000 {
            let (region, kind) = (at * 7 % places, (at * 13 + at / 7) % places);
            lines.push(format!("r{region};k{kind};{};{}", at % 9, 2001 + at % 2));
        }
        let sum = |lines: &[String]| {
            let text = format!("region;slag;Utvandring;løpenr;år\n{}\n", {
                let rows = lines.iter().enumerate();
                let rows = rows.map(|(at, line)| {
                    let (rest, year) = line.rsplit_once(';').unwrap();
                    format!("{rest};x{at};{year}")
                });
                rows.collect::<Vec<String>>().join("\n")
            });
            let tables = tables(&[("a.csv", &text)]);
            let mut plan = propose(&tables);
            // The running number is summed over.
            let dimensions = &tables[0].dimensions;
            let at = dimensions.iter().position(|known| known.label == "løpenr");
            plan.tables[0].dimensions[at.unwrap()].column = String::new();
            let outcome = apply(&tables, &plan).unwrap();
            let mut rows = rows(&outcome.dataset, "emigrations");
            rows.sort();
            rows
        };
        let forwards = sum(&lines);
        lines.reverse();
        assert!(sum(&lines) == forwards);
        let total: usize = forwards[..forwards.len() - 1]
            .iter()
            .map(|row| row.rsplit_once(',').unwrap().1.parse::<usize>().unwrap())
            .sum();
        assert_eq!(total, (0..4_000).map(|at| at % 9).sum::<usize>());
    }
}

#[test]
fn what_is_shown_is_handed_over_unchanged() {
    let mut desk = ImportSession::default();
    desk.add(vec![named("a.csv", CHANGES)], &mut |_| ())
        .unwrap();
    let wizard = desk.wizard(Lang::Nn);
    let bytes = wizard.to_bytes();
    assert_eq!(Wizard::from_bytes(&bytes), Some(wizard));
    for cut in 0..bytes.len() {
        assert_eq!(Wizard::from_bytes(&bytes[..cut]), None);
    }
}

#[test]
fn a_remark_stands_once_and_names_the_file_it_is_about() {
    let outcome = outcome(&[("Utvandring.csv", MOVES), ("Befolkning.csv", PEOPLE)]);
    let turns: Vec<&str> = outcome
        .dataset
        .notes
        .iter()
        .map(|note| note.nb.as_str())
        .filter(|note| note.contains("1. januar året etter"))
        .collect();
    let expected =
        "Befolkning: Folketallet 1. januar året etter er brukt som folketall 31. desember.";
    assert_eq!(turns, [expected]);
}

#[test]
fn shipped_packages_are_written_as_they_were_read() {
    for package in ["teaching", "report-2026", "norway", "norway-age", "europe"] {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("www/data")
            .join(package);
        let files: Vec<NamedBytes> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                named(&name, std::fs::read(&path).unwrap())
            })
            .collect();
        let dataset = open(&files).unwrap();
        assert!(reopened(&dataset) == dataset, "{package}");
    }
}

#[test]
fn contract_files_with_mistakes_are_told_from_foreign_files() {
    let cases = [
        ("a.csv", "group,year,emigrations\na,2000,-3\n", true),
        ("a.csv", "\"group\";\"person_years\"\n", true),
        ("datapackage.json", "{", true),
        ("a.csv", CHANGES, false),
        ("a.csv", "\"Tittel\"\n\n\"region\";\"Personer\"\n", false),
    ];
    for (name, text, expected) in cases {
        assert_eq!(are_contract_files(&[named(name, text)]), expected, "{text}");
    }
}

#[test]
fn ssb_population_and_changes_by_region_give_rates() {
    let Some(file) = sample("ssb/folketall.csv") else {
        return;
    };
    let mut desk = ImportSession::default();
    desk.add(vec![file], &mut |_| ()).unwrap();
    let wizard = desk.wizard(Lang::Nb);
    assert!(wizard.ready && wizard.has_rate);
    let rates = rates(&desk.outcome().unwrap().dataset);
    // 1951 to 2014; the sums are from the raw file.
    assert_eq!(rates.len(), 64);
    let mid_year = (3_280_296.0 + 3_310_821.0) / 2.0;
    assert_eq!(rates[0], ("1951".to_owned(), 156_287.0, mid_year));
}

#[test]
fn ssb_11327_with_a_population_file_gives_rates() {
    let samples = ["ssb/11327_TestExcel.xlsx", "ssb/10211_20230306-214644.csv"];
    let files: Vec<NamedBytes> = samples.into_iter().filter_map(sample).collect();
    if files.len() < samples.len() {
        return;
    }
    let mut desk = ImportSession::default();
    desk.add(vec![files[0].clone()], &mut |_| ()).unwrap();
    let wizard = desk.wizard(Lang::Nb);
    assert!(wizard.ready && !wizard.has_rate);
    desk.add(vec![files[1].clone()], &mut |_| ()).unwrap();
    let rates = rates(&desk.outcome().unwrap().dataset);
    // 2007 to 2022; of 2023 only one quarter is out.
    assert_eq!(rates.len(), 16);
    let mid_year = (4_681_134.0 + 4_737_171.0) / 2.0;
    assert_eq!(rates[0], ("2007".to_owned(), 22_122.0, mid_year));
}

#[test]
fn samples_of_other_offices_are_proposed_sensibly() {
    let cases: [(&str, &[&str], &[&str]); 6] = [
        (
            "dst/befolkning.csv",
            &["område", "year"],
            &["population_jan1"],
        ),
        ("scb/Invandringar.csv", &["region", "year"], &[]),
        (
            "scb/TAB6471_data.json",
            &["region", "age_group", "sex", "year"],
            &["population_dec31"],
        ),
        (
            "ssb/innv_norge.csv",
            &["", "innvandringskategori", "origin", "year"],
            &["population_jan1"],
        ),
        (
            "ssb/11327_TestJson.json",
            &["statsborgerskap", "year"],
            &["emigrations"],
        ),
        (
            "eurostat/migr_emi2.tsv",
            &["age_group", "", "", "sex", "geo", "year"],
            &["emigrations"],
        ),
    ];
    for (path, dimensions, measures) in cases {
        let Some(file) = sample(path) else {
            continue;
        };
        let tables = read_foreign(&file.name, &file.bytes, &Choices::default()).unwrap();
        let plan = &propose(&tables).tables[0];
        let columns = plan.dimensions.iter().map(|plan| plan.column.as_str());
        assert_eq!(columns.collect::<Vec<_>>(), dimensions, "{path}");
        let columns = plan.measures.iter().map(|plan| plan.column.as_str());
        let named: Vec<&str> = columns.filter(|column| !column.is_empty()).collect();
        assert_eq!(named, measures, "{path}");
    }
}

#[test]
fn an_office_category_that_adds_up_two_others_is_not_added_to_them() {
    let Some(file) = sample("ssb/innv_norge.csv") else {
        return;
    };
    let tables = read_foreign(&file.name, &file.bytes, &Choices::default()).unwrap();
    // Immigrants and Norwegian-born together, immigrants, Norwegian-born.
    let plan = &propose(&tables).tables[0].dimensions[1];
    assert_eq!(plan.totals, [true, false, false]);
}

#[test]
fn spans_of_ages_are_groups_whatever_their_codes_and_languages() {
    // Codes that look like single ages beside labels that are spans.
    let cube = r#"{"version":"2.0","class":"dataset","label":"Emigrations by age",
        "id":["age","year"],"size":[4,1],"value":[1,2,3,4],
        "role":{"time":["year"]},
        "dimension":{
          "age":{"label":"age group","category":{"index":["5","9","14","90"],
            "label":{"5":"under 5","9":"5 to 9","14":"10–14","90":"90 and over"}}},
          "year":{"category":{"index":["2001"]}}}}"#;
    let spans = outcome(&[("cube.json", cube)]);
    assert_eq!(
        rows(&spans.dataset, "emigrations"),
        [
            "age_group,year,emigrations",
            "5,2001,1",
            "5-9,2001,2",
            "10-14,2001,3",
            "90,2001,4"
        ]
    );
    let label = spans.dataset.label("age_group", "90").unwrap();
    assert_eq!(label.name.get(Lang::En), "90 and over");
    // Two files in two languages meet in their groups.
    let first = "alder;år;Utvandring\n0-4 år;2001;3\n5–9 år;2001;5\n";
    let second = "age group,year,person-years\n0 to 4,2001,300\n5 to 9,2001,500\n";
    let joined = outcome(&[("ut.csv", first), ("folk.csv", second)]);
    assert_eq!(
        rows(&joined.dataset, "rates"),
        [
            "age_group,year,emigrations,person_years",
            "0-4,2001,3,300",
            "5-9,2001,5,500"
        ]
    );
    if let Some(file) = sample("suites/jsonstat/canada.json") {
        let tables = read_foreign(&file.name, &file.bytes, &Choices::default()).unwrap();
        let gathered = apply(&tables, &propose(&tables)).unwrap();
        let table = gathered.dataset.table("population").unwrap();
        let column = table.dimensions.iter().find(|d| d.name == "age_group");
        let codes = &column.expect("the ages are groups").codes;
        assert_eq!((codes.len(), codes[0].as_str()), (19, "0-4"));
    }
}

/// What is shown of files on the desk.
fn shown(files: &[(&str, &str)]) -> Wizard {
    let mut desk = ImportSession::default();
    let files = files.iter().map(|(name, text)| named(name, *text));
    desk.add(files.collect(), &mut |_| ()).unwrap();
    desk.wizard(Lang::Nb)
}

fn sample_shown(path: &str) -> Option<Wizard> {
    let mut desk = ImportSession::default();
    desk.add(vec![sample(path)?], &mut |_| ()).unwrap();
    Some(desk.wizard(Lang::Nb))
}

#[test]
fn what_is_said_to_be_missing_is_missing() {
    let (ut, folk) = (
        "region;år;Utvandring\na;2001;3\na;2002;4\n",
        "region;år;Folkemengde\na;2001;300\na;2002;400\na;2003;410\n",
    );
    let neither = "region;år;Skilsmisser\na;2001;3\na;2002;4\n";
    let missing = |wizard: &Wizard| {
        let last = wizard.cards.last().unwrap();
        let told = [
            words::lacks_population(Lang::Nb),
            words::lacks_emigrations(Lang::Nb),
            words::lacks_both(Lang::Nb),
        ];
        told.map(|line| last.lines.iter().any(|known| known == line))
    };
    assert_eq!(missing(&shown(&[("a.csv", ut)])), [true, false, false]);
    assert_eq!(missing(&shown(&[("a.csv", folk)])), [false, true, false]);
    assert_eq!(missing(&shown(&[("a.csv", neither)])), [false, false, true]);
    let both = shown(&[("a.csv", ut), ("b.csv", folk)]);
    assert_eq!(missing(&both), [false; 3]);
    for path in [
        "ssb/Skilsmisser og ekteskap.csv",
        "scb/Invandringar.csv",
        "ssb/29843.json",
        "oecd/International-migration-database.csv",
        "suites/px/example5.px",
        "suites/csv-spectrum/newlines.csv",
    ] {
        let Some(wizard) = sample_shown(path) else {
            continue;
        };
        assert_eq!(missing(&wizard), [false, false, true], "{path}");
    }
}

#[test]
fn a_population_of_which_nothing_can_be_shown_is_told_before_it_is_used() {
    let one = "region;år;Folkemengde 1. januar\na;2001;300\nb;2001;400\n";
    let months = "region;måned;Folkemengde 1. januar\na;2001M03;300\na;2001M04;400\n";
    let words = |obstacle: Obstacle| words::obstacle(obstacle).words(Lang::Nb).0;
    for (text, told, found) in [
        (one, Obstacle::OneDate, "2001"),
        (months, Obstacle::NoTurn, "2001M03 … 2001M04"),
    ] {
        let wizard = shown(&[("folk.csv", text)]);
        assert!(!wizard.ready, "{text}");
        let [problem] = wizard.problems.as_slice() else {
            panic!("{:?}", wizard.problems);
        };
        assert!(problem[0].contains("Folkemengde 1. januar"), "{problem:?}");
        assert_eq!((&*problem[1], problem[2].as_str()), (found, &*words(told)));
    }
    // Two years in a row have a mid-year population, and emigrations are numbers by themselves.
    let two = format!("{one}a;2002;310\n");
    assert!(shown(&[("folk.csv", &two)]).ready);
    let alone = outcome(&[("folk.csv", &two)]).dataset;
    let question = Question::new(Measure::Population, ["region", "year"]);
    let shown_numbers = answer(&alone, &question).expect("there is a population");
    let numbers = shown_numbers.rows.iter().map(|row| row.value);
    assert_eq!(numbers.collect::<Vec<_>>(), [Some(305.0), None]);
    let ut = "region;år;Utvandring\na;2001;3\n";
    assert!(shown(&[("folk.csv", one), ("ut.csv", ut)]).ready);
    for (path, ready) in [
        ("statgl/BEXSTA_windows_1252.px", false),
        ("suites/jsonstat/canada.json", false),
        ("scb/TAB6471_data.json", false),
        ("ssb/folketall.csv", true),
    ] {
        if let Some(wizard) = sample_shown(path) {
            assert_eq!(wizard.ready, ready, "{path}");
            assert_eq!(wizard.problems.is_empty(), ready, "{path}");
        }
    }
}

#[test]
fn what_keeps_two_files_apart_is_told_by_the_visitors_own_column() {
    let ut = "land;år;Utvandring\nNorge;2001;3\nNorge;2002;4\n";
    let folk =
        "land,year,population\nTurku,2001,300\nEspoo,2001,300\nTurku,2002,310\nEspoo,2002,310\n";
    let problems = refused(&[("ut.csv", ut), ("folk.csv", folk)]);
    assert_eq!(problems.len(), 1, "{}", sentences(&problems));
    assert_eq!(problems[0].column.as_deref(), Some("land"));
    assert_eq!(problems[0].found, "Norge / Turku, Espoo");
    // Where the two have different names for it, both stand there.
    let years = "land;år;Utvandring\nTurku;1991;3\nEspoo;1992;4\n";
    let problems = refused(&[("ut.csv", years), ("folk.csv", folk)]);
    assert_eq!(problems[0].column.as_deref(), Some("år / year"));
    assert_eq!(problems[0].found, "1991, 1992 / 2001, 2002");
    // Every value is in both files, but never together.
    let crossed = "land;år;Utvandring\nTurku;2001;3\nEspoo;2002;4\n";
    let other = "land;år;Folkemengde\nTurku;2002;300\nEspoo;2001;400\n";
    let problems = refused(&[("ut.csv", crossed), ("folk.csv", other)]);
    assert_eq!(
        problems[0].kind,
        ProblemKind::Obstacle(Obstacle::NeverTogether)
    );
    assert_eq!(problems[0].column.as_deref(), Some("land, år"));
    // A rule of the contract names the column as well.
    let unnamed = "region;år;Utvandring\nOslo;2001;3\n;2002;4\n";
    let problems = refused(&[("a.csv", unnamed)]);
    assert_eq!(problems[0].column.as_deref(), Some("region"));
}

#[test]
fn the_sexes_of_one_file_meet_both_together_in_the_other() {
    let ut = "sex,land,year,emigrations\nF,a,2001,3\nM,a,2001,4\nF,a,2002,5\nM,a,2002,6\n";
    let folk = "sex,land,year,population\nT,a,2001,300\nT,a,2002,310\nT,a,2003,320\n";
    let joined = outcome(&[("ut.csv", ut), ("folk.csv", folk)]);
    assert_eq!(
        rates(&joined.dataset),
        [
            ("2001".to_owned(), 7.0, 305.0),
            ("2002".to_owned(), 11.0, 315.0)
        ]
    );
    let (Some(first), Some(second)) = (
        sample("eurostat/migr_emi2.tsv"),
        sample("eurostat/demo_pjangroup__custom_1879586_page_tabular.tsv"),
    ) else {
        return;
    };
    let mut desk = ImportSession::default();
    desk.add(vec![first, second], &mut |_| ()).unwrap();
    let wizard = desk.wizard(Lang::Nb);
    assert!(wizard.ready && wizard.has_rate, "{:?}", wizard.problems);
}

#[test]
fn columns_without_a_counterpart_are_named() {
    let ut = "land;år;Utvandring\na;2001;3\nb;2001;4\na;2002;5\nb;2002;6\n";
    let folk = "region;år;Folkemengde\nx;2001;300\ny;2001;400\nx;2002;500\ny;2002;600\n";
    let wizard = shown(&[("ut.csv", ut), ("folk.csv", folk)]);
    assert!(wizard.has_rate);
    let told = lines(&wizard);
    assert!(told.contains("«land» i filen med utvandringer har ikke noe motstykke"));
    assert!(told.contains("«region» i filen med folketall har ikke noe motstykke"));
    // With nothing in common they are what stands in the way.
    let (ut, folk) = (
        "land;Utvandring\na;3\nb;4\n",
        "region;Folkemengde\nx;300\ny;400\n",
    );
    let problems = refused(&[("ut.csv", ut), ("folk.csv", folk)]);
    assert_eq!(
        problems[0].kind,
        ProblemKind::Obstacle(Obstacle::NothingShared)
    );
    assert_eq!(problems[0].found, "land / region");
}

#[test]
fn moves_within_the_country_are_told_below_every_figure_of_emigrations() {
    let moved = outcome(&[("tall.csv", CHANGES)]).dataset;
    let told: Vec<&str> = moved
        .emigration_notes
        .iter()
        .map(|note| note.get(Lang::Nb))
        .collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].contains("«Utflyttinger» kan også omfatte flytting innenlands"));
    assert!(told[1].contains("Summer over «region»"));
    let footer = |dataset: &Dataset, measure: Measure| {
        let spec = Spec::of_question(Question::new(measure, ["year"]), "year", None);
        build(&spec, dataset, Lang::Nb).sheet.footer.join(" ")
    };
    for line in &told {
        assert!(footer(&moved, Measure::Rate).contains(line), "{line}");
        assert!(!footer(&moved, Measure::Population).contains(line));
    }
    // What is saved says the same, and the page about the data has it among its notes.
    let again = reopened(&moved);
    assert_eq!(again.emigration_notes, moved.emigration_notes);
    let notes = |word: &str| again.notes.iter().any(|note| note.nb.contains(word));
    assert!(notes("flytting innenlands") && notes("Summer over «region»"));
    // Emigrations that say so are not under suspicion, nor is there a sum without regions.
    let abroad = outcome(&[("a.csv", "region;år;Utvandring\na;2001;3\na;2002;4\n")]).dataset;
    assert!(abroad.emigration_notes.is_empty());
    let whole = outcome(&[("a.csv", "år;Utflyttinger\n2001;3\n2002;4\n")]).dataset;
    assert_eq!(whole.emigration_notes.len(), 1);
    if let Some(file) = sample("ssb/folketall.csv") {
        let tables = read_foreign(&file.name, &file.bytes, &Choices::default()).unwrap();
        let dataset = apply(&tables, &propose(&tables)).unwrap().dataset;
        assert_eq!(dataset.emigration_notes.len(), 2);
    }
}

#[test]
fn notes_and_columns_with_gaps_are_left_out_where_others_name_the_row() {
    let text = "land;Notes;kode;år;Utvandring;personår\na;b;1;2001;3;300\nb;;;2001;4;400\n\
                c;c;3;2001;5;500\na;b;1;2002;6;310\nb;;;2002;7;410\nc;c;3;2002;8;510\n";
    let made = outcome(&[("a.csv", text)]);
    let found = rows(&made.dataset, "rates");
    assert_eq!(found[0], "land,year,emigrations,person_years");
    assert_eq!(found.len(), 7);
    assert!(
        !made
            .dataset
            .notes
            .iter()
            .any(|note| note.en.contains("added up"))
    );
    // A gap in the only column that names the rows is a mistake.
    let gap = "land;år;Utvandring\na;2001;3\n;2001;4\na;2002;5\n;2002;6\n";
    let problems = refused(&[("a.csv", gap)]);
    assert_eq!(problems[0].kind, ProblemKind::CodeMissing);
    assert_eq!(problems[0].column.as_deref(), Some("land"));
    if let Some(wizard) = sample_shown("undesa/UN_MigrantStockTotal_2019.xlsx") {
        assert!(wizard.problems.is_empty(), "{:?}", wizard.problems);
        let title = &wizard.cards[0].lines[1];
        assert!(!title.contains("United Nations"), "{title}");
    }
}

#[test]
fn remarks_on_numbers_are_told_apart_from_marks_without_one() {
    let flagged = "freq,geo\\TIME_PERIOD\t2001 \t2002 \nA,NO\t1 b\t: \nA,SE\t2 p\t3 \n";
    let told = lines(&shown(&[("demo.tsv", flagged)]));
    assert!(told.contains("Tegn uten tall: : (1)\n"), "{told}");
    assert!(told.contains("Merknader til tall: b (1), p (1)"), "{told}");
    let tagged = r#"{"version":"2.0","class":"dataset","label":"Emigrations, a < b <em>[X]</em>",
        "id":["year"],"size":[1],"value":[1],"role":{"time":["year"]},
        "dimension":{"year":{"category":{"index":["2001"]}}}}"#;
    let told = lines(&shown(&[("a.json", tagged)]));
    assert!(told.contains("Emigrations, a < b [X]"), "{told}");
}

#[test]
fn last_years_of_nothing_but_zeros_are_not_counted_yet() {
    let table = |per_year: u32| {
        let mut text = "region;år;Utvandring;Folkemengde 1. januar\n".to_owned();
        for year in 2001..=2005 {
            let moves = if year < 2004 { per_year } else { 0 };
            text += &format!("a;{year};{moves};1000\nb;{year};{};2000\n", moves / 2);
        }
        text
    };
    let found = outcome(&[("land.csv", &table(400))]);
    let unfinished = Remark::YearsUnfinished(vec!["2004".to_owned(), "2005".to_owned()]);
    assert!(
        found
            .remarks
            .iter()
            .any(|(_, remark)| *remark == unfinished)
    );
    let question = Question::new(Measure::Rate, ["year"]);
    let counted = answer(&found.dataset, &question).unwrap().rows;
    let counted = counted.iter().filter(|row| row.value.is_some());
    let years: Vec<&str> = counted.map(|row| row.key[0].as_str()).collect();
    assert_eq!(years, ["2001", "2002", "2003"]);
    let kept = rows(&found.dataset, "emigrations");
    assert!(kept.contains(&"a,2003,400".to_owned()) && !kept.contains(&"a,2004,0".to_owned()));
    // Where few leave, none can have left.
    let found = outcome(&[("land.csv", &table(40))]);
    let is_unfinished = |remark: &Remark| matches!(remark, Remark::YearsUnfinished(_));
    assert!(
        !found
            .remarks
            .iter()
            .any(|(_, remark)| is_unfinished(remark))
    );
    assert!(rows(&found.dataset, "emigrations").contains(&"a,2004,0".to_owned()));
}

#[test]
fn a_file_that_is_not_used_is_named_and_names_nothing() {
    let found = outcome(&[
        (
            "innvandring.csv",
            "region;år;Innvandring\na;2001;5\na;2002;6\n",
        ),
        (
            "land.csv",
            "region;år;Utvandring;Folkemengde\na;2001;5;100\na;2002;6;110\n",
        ),
    ]);
    let unused = ("innvandring.csv".to_owned(), Remark::NotUsed);
    assert!(found.remarks.contains(&unused));
    assert_eq!(found.dataset.name, "land");
    // And that the day of the population was not said is told.
    let assumed = Remark::AssumedDay("Folkemengde".to_owned());
    assert!(found.remarks.contains(&("land.csv".to_owned(), assumed)));
    let dated = outcome(&[(
        "land.csv",
        "region;år;Utvandring;Folkemengde 1. januar\na;2001;5;100\na;2002;6;110\n",
    )]);
    let is_assumed = |remark: &Remark| matches!(remark, Remark::AssumedDay(_));
    assert!(!dated.remarks.iter().any(|(_, remark)| is_assumed(remark)));
}

#[test]
fn values_with_numbers_in_sums_only_are_named() {
    let mut text = "land;alder;år;Utvandring\n".to_owned();
    for (land, cells) in [("x", ["3", "4", "7"]), ("y", ["..", "..", "9"])] {
        for (age, cell) in ["18 år", "19 år", "I alt"].iter().zip(cells) {
            for year in [2001, 2002] {
                text += &format!("{land};{age};{year};{cell}\n");
            }
        }
    }
    let found = outcome(&[("alder.csv", &text)]);
    let lost = Remark::OnlyTotals("land".to_owned(), vec!["y".to_owned()]);
    assert!(
        found.remarks.iter().any(|(_, remark)| *remark == lost),
        "{:?}",
        found.remarks
    );
}

#[test]
fn marks_of_byte_order_within_a_file_are_no_part_of_a_name() {
    let text =
        "region;år;Utvandring;Folkemengde\na;2001;1;100\n\u{feff}a;2002;3;110\na;2003;3;120\n";
    let found = outcome(&[("to.csv", text)]);
    assert_eq!(
        rates(&found.dataset),
        [
            ("2001".to_owned(), 1.0, 105.0),
            ("2002".to_owned(), 3.0, 115.0)
        ]
    );
}

#[test]
fn a_web_page_in_place_of_a_table_is_said_to_be_one() {
    let page = "<!DOCTYPE html><html><body><h1>503</h1></body></html>";
    let problems = read_foreign("tabell.csv", page.as_bytes(), &Choices::default()).unwrap_err();
    assert!(
        sentences(&problems).contains("HTML"),
        "{}",
        sentences(&problems)
    );
}
