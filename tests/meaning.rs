//! What a table means: a number is a sum of things that may be summed, or it is not there. Cases are
//! data: the text of a file, and the numbers that are right.

// A helper of a test may stop it as the test itself may.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::io::Write;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use utvandring::data::open::{
    NamedBytes, Part, are_contract_files, are_to_be_asked_about, described, handed_over,
    has_unknown_columns, open, open_with, read_csv,
};
use utvandring::data::problem::Obstacle;
use utvandring::data::table::Mark;
use utvandring::data::{Additivity, Cell, Dataset, Problem, ProblemKind, write};
use utvandring::figures::build::build;
use utvandring::figures::spec::Spec;
use utvandring::import::formats::{Choices, read_foreign};
use utvandring::measures::{Measure, Question, Refusal, answer};
use utvandring::text::Lang;
use utvandring::text::problems::ProblemWords;
use utvandring::view_models::analyses::page;
use utvandring::view_models::import::ImportSession;
use utvandring::view_models::overview::left_aside;

fn named(name: &str, bytes: impl Into<Vec<u8>>) -> NamedBytes {
    NamedBytes {
        name: name.to_owned(),
        bytes: bytes.into(),
    }
}

fn sentences(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(|p| p.sentence(Lang::En)).collect();
    lines.join("\n")
}

/// Files of the contract as the page opens them: how their dimensions add up is found beside it.
fn opened_beside(files: &[NamedBytes]) -> Result<Dataset, Vec<Problem>> {
    let opened = open_with(files, Part::Whole, &mut read_csv)?;
    let dataset = match opened.as_said() {
        Ok(dataset) => dataset,
        Err(opened) => {
            let found = described(&opened.to_files()).unwrap();
            opened.with(&found).unwrap()
        }
    };
    assert!(open(files).as_ref() == Ok(&dataset));
    Ok(dataset)
}

/// A table of the contract.
fn contract(text: &str) -> Dataset {
    let opened = opened_beside(&[named("tabell.csv", text)]);
    opened.unwrap_or_else(|problems| panic!("{}", sentences(&problems)))
}

/// The numbers of a measure by some dimensions: each key and its value, `..` where there is none.
fn numbers(dataset: &Dataset, measure: Measure, by: &[&str]) -> Vec<String> {
    let question = Question::new(measure, by.iter().copied());
    match answer(dataset, &question) {
        Ok(answer) => answer
            .rows
            .iter()
            .map(|row| {
                let value = row.value.map_or("..".to_owned(), |value| value.to_string());
                [row.key.join(" "), value].join(" ").trim().to_owned()
            })
            .collect(),
        Err(refusal) => vec![format!("{refusal:?}")],
    }
}

#[test]
fn a_total_beside_its_parts_in_a_contract_file_is_never_added_to_them() {
    let text = "sex,year,emigrations,person_years\nBoth sexes,2019,30,3000\nMen,2019,20,2000\n\
                Women,2019,10,1000\n";
    let dataset = contract(text);
    assert_eq!(numbers(&dataset, Measure::Emigrations, &[]), ["30"]);
    assert_eq!(
        numbers(&dataset, Measure::PersonYears, &["year"]),
        ["2019 3000"]
    );
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["sex"]),
        ["Men 20", "Women 10"]
    );
    let rate = answer(&dataset, &Question::new(Measure::Rate, ["year"])).unwrap();
    assert_eq!(rate.rows[0].numerator, Some(30.0));
    assert_eq!(rate.rows[0].denominator, Some(3000.0));
    // Asked for by its name, the total is there.
    let total = Question::new(Measure::Emigrations, []).filtered("sex", ["Both sexes"]);
    assert_eq!(answer(&dataset, &total).unwrap().value(&[]), Some(30.0));
    // What is counted twice in it is not given.
    let twice = Question::new(Measure::Emigrations, []).filtered("sex", ["Both sexes", "Men"]);
    let refused = answer(&dataset, &twice).unwrap_err();
    assert_eq!(
        refused,
        Refusal::NotAdditive {
            dimension: "sex".to_owned()
        }
    );
}

#[test]
fn a_total_that_its_parts_do_not_reach_answers_what_is_not_broken_down() {
    let text = "region,year,emigrations,person_years\nTotal,2019,1000,100000\nOslo,2019,400,20000\n\
                Bergen,2019,100,10000\n";
    let dataset = contract(text);
    assert_eq!(numbers(&dataset, Measure::Rate, &["year"]), ["2019 0.01"]);
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["region"]),
        ["Oslo 400", "Bergen 100"]
    );
    let both = Question::new(Measure::Emigrations, []).filtered("region", ["Oslo", "Bergen"]);
    assert_eq!(answer(&dataset, &both).unwrap().value(&[]), Some(500.0));
    assert_eq!(
        dataset.tables[0].dimensions[0].additive.codes,
        Additivity::Incomplete
    );
    // A part that is withheld is no reason to do without the whole.
    let text = "sex,year,emigrations\nTotal,2001,10\nMen,2001,:\nWomen,2001,:\nTotal,2002,7\nMen,2002,4\n\
                Women,2002,3\n";
    let withheld = contract(text);
    assert_eq!(
        numbers(&withheld, Measure::Emigrations, &["year"]),
        ["2001 10", "2002 7"]
    );
    // Parts without a total in one year say nothing of the whole of that year.
    let text =
        "sex,year,emigrations\nTotal,2001,10\nMen,2001,4\nWomen,2001,3\nMen,2002,4\nWomen,2002,3\n";
    assert_eq!(
        numbers(&contract(text), Measure::Emigrations, &["year"]),
        ["2001 10"]
    );
    let text = text.replace("10", "7");
    assert_eq!(
        numbers(&contract(&text), Measure::Emigrations, &["year"]),
        ["2001 7", "2002 7"]
    );
}

#[test]
fn what_is_left_out_of_sums_of_a_contract_file_is_told() {
    let told = |text: &str| left_aside(&contract(text), Lang::En);
    let reached = "sex,year,emigrations\nBoth sexes,2019,30\nMen,2019,20\nWomen,2019,10\n";
    assert_eq!(
        told(reached),
        [
            "“tabell” has totals of sex among its values. They are left out where numbers are added up: Both sexes."
        ]
    );
    assert_eq!(
        told(&reached.replace("30", "31")),
        [
            "The parts of sex in “tabell” do not make up all of “Both sexes”, which holds where numbers are not \
                broken down."
        ]
    );
    assert!(told("sex,year,emigrations\nMen,2019,20\nWomen,2019,10\n").is_empty());
    // The page of foreign files tells it as well.
    let remarks = session(&[("tabell.csv", reached)])
        .understood(Lang::En)
        .remarks;
    assert!(
        remarks.iter().any(|remark| remark.contains("Both sexes")),
        "{remarks:?}"
    );
}

#[test]
fn a_total_that_only_its_numbers_show_is_found_in_a_contract_file() {
    let mut text = "land,year,emigrations\n".to_owned();
    for (year, [a, b, c]) in [(2001, [3, 4, 2]), (2002, [5, 4, 3]), (2003, [1, 4, 1])] {
        let whole = a + b + c;
        text += &format!("w,{year},{whole}\na,{year},{a}\nb,{year},{b}\nc,{year},{c}\n");
    }
    let dataset = contract(&text);
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["year"]),
        ["2001 9", "2002 12", "2003 6"]
    );
    assert_eq!(numbers(&dataset, Measure::Emigrations, &["land"]).len(), 3);
}

#[test]
fn kinds_of_measure_in_a_contract_file_are_not_added_up() {
    let text = "region,direction,year,emigrations\nA,Arrivals,2020,50\nA,Departures,2020,30\nA,Net,2020,20\n\
                B,Arrivals,2020,52\nB,Departures,2020,31\nB,Net,2020,21\n";
    let dataset = contract(text);
    let refused = answer(&dataset, &Question::new(Measure::Emigrations, ["year"])).unwrap_err();
    assert_eq!(
        refused,
        Refusal::NotAdditive {
            dimension: "direction".to_owned()
        }
    );
    let one = Question::new(Measure::Emigrations, ["year"]).filtered("direction", ["Departures"]);
    assert_eq!(answer(&dataset, &one).unwrap().value(&["2020"]), Some(61.0));
}

#[test]
fn a_package_says_how_its_dimensions_add_up_and_keeps_it() {
    let description = |additive: &str| {
        format!(
            r#"{{"name":"p","resources":[{{"name":"t","path":"t.csv","schema":{{"fields":[
            {{"name":"method","role":"dimension","additive":{additive}}},{{"name":"year","role":"dimension"}},
            {{"name":"emigrations","role":"measure"}},{{"name":"persons","role":"measure"}}]}}}}]}}"#
        )
    };
    let table = "method,year,emigrations,persons\nregister,2001,100,5\nsurvey,2001,90,6\n";
    let opened = |additive: &str| {
        let files = [
            named("datapackage.json", description(additive)),
            named("t.csv", table),
        ];
        open(&files).unwrap_or_else(|problems| panic!("{}", sentences(&problems)))
    };
    let refused = ["NotAdditive { dimension: \"method\" }"];
    for (additive, emigrations, persons) in [
        (r#""parts""#, &["190"][..], &["11"][..]),
        (r#""not_parts""#, &refused, &refused),
        (r#""unknown""#, &refused, &refused),
        (
            r#"{"codes":"unknown","whole":["register"]}"#,
            &["100"],
            &["5"],
        ),
        (
            r#"{"codes":"parts","measures":{"persons":"not_parts"}}"#,
            &["190"],
            &refused,
        ),
    ] {
        let dataset = opened(additive);
        let again = write::package(&dataset).into_iter();
        let again: Vec<NamedBytes> = again.map(|(name, text)| named(&name, text)).collect();
        for dataset in [&dataset, &open(&again).unwrap()] {
            let of = |measure| numbers(dataset, measure, &[]);
            assert_eq!(of(Measure::Emigrations), emigrations, "{additive}");
            assert_eq!(of(Measure::Persons), persons, "{additive}");
        }
        assert_eq!(open(&again).unwrap(), dataset, "{additive}");
    }
    // The value that is taken is told.
    let taken = opened(r#"{"codes":"not_parts","whole":["register"]}"#);
    let answer = answer(&taken, &Question::new(Measure::Emigrations, [])).unwrap();
    assert!(
        format!("{:?}", answer.notes).contains("register"),
        "{:?}",
        answer.notes
    );
}

#[test]
fn codes_that_count_what_others_count_are_told_and_stay_out_of_figures_and_files() {
    let text = "age_group,year,emigrations,person_years\n18-24,2020,12,1000\n25-35,2020,25,2000\n\
                18-35,2020,37,3000\n";
    let dataset = contract(text);
    assert_eq!(
        left_aside(&dataset, Lang::En),
        [
            "Some values of age group in “tabell” count what other values count as well. They are left out where \
            numbers are added up: 18-35."
        ]
    );
    let whole = |dataset: &Dataset| numbers(dataset, Measure::Emigrations, &["year"]);
    assert_eq!(whole(&dataset), ["2020 37"]);
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["age_group"]),
        ["18-24 12", "25-35 25"]
    );
    let spec = Spec::of_question(
        Question::new(Measure::Emigrations, ["age_group"]),
        "age_group",
        None,
    );
    let figure = build(&spec, &dataset, Lang::En);
    let figure = format!("{:?} {:?}", figure.sheet, figure.panels);
    assert!(figure.contains("N = 37 emigrations"), "{figure}");
    assert!(!figure.contains("18-35"), "{figure}");
    // As a package and opened again.
    let again = write::package(&dataset).into_iter();
    let again: Vec<NamedBytes> = again.map(|(name, text)| named(&name, text)).collect();
    assert_eq!(whole(&open(&again).unwrap()), ["2020 37"]);
}

#[test]
fn what_the_visitor_or_publisher_has_said_of_codes_is_kept_by_a_package() {
    // By its numbers alone, Alfa may hold the others.
    let text =
        "region,year,emigrations\nAlfa,2020,1000\nOslo,2020,600\nBergen,2020,300\nAlta,2020,100\n";
    let package = |additive: &str| {
        let description = format!(
            r#"{{"name":"p","resources":[{{"name":"t","path":"t.csv","schema":{{"fields":[
            {{"name":"region","role":"dimension"{additive}}},{{"name":"year","role":"dimension"}},
            {{"name":"emigrations","role":"measure"}}]}}}}]}}"#
        );
        [named("datapackage.json", description), named("t.csv", text)]
    };
    let sum = |dataset: &Dataset| numbers(dataset, Measure::Emigrations, &[]);
    let refused = ["NotAdditive { dimension: \"region\" }"];
    for (additive, expected) in [
        ("", &refused[..]),
        (r#","additive":"parts""#, &["2000"]),
        (
            r#","additive":{"codes":"parts","whole":["Alfa"],"sums":["Alfa"]}"#,
            &["1000"],
        ),
    ] {
        let dataset = open(&package(additive)).unwrap();
        assert_eq!(sum(&dataset), expected, "{additive}");
        let again = write::package(&dataset).into_iter();
        let again: Vec<NamedBytes> = again.map(|(name, text)| named(&name, text)).collect();
        assert_eq!(open(&again).unwrap(), dataset, "{additive}");
    }
}

#[test]
fn a_name_is_no_slip_beside_the_name_itself() {
    let text =
        "region,year,immigrations,emigrations,person_years\nA,2020,70,50,1000\nA,2021,60,40,1000\n";
    let dataset = contract(text);
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["year"]),
        ["2020 50", "2021 40"]
    );
    assert_eq!(dataset.dimensions(), ["region", "year"]);
    let slip = open(&[named("a.csv", "region,year,emigratons\nA,2020,50\n")]);
    assert!(slip.is_err());
}

#[test]
fn an_event_where_nobody_lives_on_either_day_is_counted_and_has_no_rate() {
    let text = "country,year,emigrations,population_jan1,population_dec31\nPoland,2020,10,1000,1010\n\
                Tuvalu,2020,1,0,0\n";
    let dataset = contract(text);
    let by_country = numbers(&dataset, Measure::Rate, &["country"]);
    assert_eq!(
        by_country,
        [format!("Poland {}", 10.0 / 1005.0), "Tuvalu ..".to_owned()]
    );
    let total = answer(&dataset, &Question::new(Measure::Rate, ["year"])).unwrap();
    assert_eq!(total.rows[0].numerator, Some(11.0));
    assert_eq!(total.rows[0].denominator, Some(1005.0));
}

/// A foreign file as it is proposed.
fn foreign(name: &str, text: &str) -> Dataset {
    taken(&[(name, text)]).unwrap_or_else(|problems| panic!("{}", sentences(&problems)))
}

fn taken(files: &[(&str, &str)]) -> Result<Dataset, Vec<Problem>> {
    let mut desk = ImportSession::default();
    let files = files.iter().map(|(name, text)| named(name, *text));
    desk.add(files.collect(), &mut |_| ())?;
    as_the_page_has_it(&desk.outcome()?.dataset)
}

/// What comes out of the worker.
fn as_the_page_has_it(dataset: &Dataset) -> Result<Dataset, Vec<Problem>> {
    handed_over(&write::hand_over(dataset)).map(|opened| opened.as_said().unwrap())
}

#[test]
fn breaks_that_an_office_marks_at_its_numbers_stay_at_them() {
    let tsv = "unit,geo\\TIME_PERIOD\t2007 \t2008 \t2009 \nNR,IT\t50 \t90 bp\t95 p\nNR,SE\t40 \t41 \t: b\n";
    let sdmx = "DATAFLOW,freq,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n\
        ESTAT:MIGR_EMI2(1.0),A,IT,2007,50,\nESTAT:MIGR_EMI2(1.0),A,IT,2008,90,bp\nESTAT:MIGR_EMI2(1.0),A,IT,2009,95,p\n\
        ESTAT:MIGR_EMI2(1.0),A,SE,2007,40,\nESTAT:MIGR_EMI2(1.0),A,SE,2008,41,\n";
    let stat = r#"{"version":"2.0","class":"dataset","label":"Emigration","id":["ContentsCode","geo","time"],
        "size":[2,2,3],"role":{"time":["time"],"metric":["ContentsCode"]},
        "value":[50,90,95,40,41,null,7,8,9,1,2,3],"status":{"1":"b","5":"b"},
        "dimension":{"ContentsCode":{"category":{"index":["E","I"],"label":{"E":"Emigrations","I":"Immigrations"}}},
        "geo":{"category":{"index":["IT","SE"]}},"time":{"category":{"index":["2007","2008","2009"]}}}}"#;
    for (name, text) in [
        ("migr_emi2.tsv", tsv),
        ("migr_emi2.csv", sdmx),
        ("migr_emi2.json", stat),
    ] {
        let dataset = foreign(name, text);
        let table = &dataset.tables[0];
        let key = |row: usize| {
            let columns = table.dimensions.iter();
            let codes = columns.map(|column| column.codes[column.rows.get(row) as usize].as_str());
            codes.collect::<Vec<_>>().join(" ")
        };
        let marked: Vec<String> = table.marked(Mark::Break).map(key).collect();
        assert_eq!(marked, ["IT 2008"], "{name}");
    }
}

/// The emigrations of each year in a foreign file: `2020 250`.
fn emigrations(text: &str) -> Vec<String> {
    match taken(&[("fil.csv", text)]) {
        Ok(dataset) => numbers(&dataset, Measure::Emigrations, &["year"]),
        Err(problems) => vec![sentences(&problems)],
    }
}

#[test]
fn kinds_of_measure_in_one_column_are_never_added_up() {
    let cases: [(&str, &str, &[&str]); 9] = [
        (
            "counts and per cent",
            "\"region\";\"måltype\";\"år\";\"Utvandringer\"\n\"A\";\"Antall\";\"2020\";100\n\
             \"A\";\"Prosent\";\"2020\";40.0\n\"B\";\"Antall\";\"2020\";150\n\"B\";\"Prosent\";\"2020\";60.0\n",
            &["2020 250"],
        ),
        (
            "counts, per cent and change under a name that says nothing",
            "region;slag;år;Utvandring\nA;Antall;2020;100\nA;Prosent;2020;40\nA;Endring;2020;7\n\
             B;Antall;2020;150\nB;Prosent;2020;60\nB;Endring;2020;9\n",
            &["2020 250"],
        ),
        (
            "arrivals, departures and net",
            "Region,Year,Direction,Emigrations\nA,2020,Arrivals,50\nA,2020,Departures,30\nA,2020,Net,20\n\
             A,2021,Arrivals,52\nA,2021,Departures,31\nA,2021,Net,21\nA,2022,Arrivals,54\nA,2022,Departures,33\n\
             A,2022,Net,21\n",
            &["2020 30", "2021 31", "2022 33"],
        ),
        (
            "one region and two years",
            "Region,Year,Direction,Emigrations\nA,2020,Arrivals,50\nA,2020,Departures,30\nA,2020,Net,20\n\
             A,2021,Arrivals,52\nA,2021,Departures,31\nA,2021,Net,21\n",
            &["2020 30", "2021 31"],
        ),
        (
            "in Norwegian",
            "region;år;flytting;Personer\nA;2020;Innflytting;50\nA;2020;Utflytting;30\nA;2020;Netto;20\n",
            &["2020 30"],
        ),
        (
            "in Danish",
            "område;tid;bevægelse;antal\nA;2020;Tilflyttede;50\nA;2020;Fraflyttede;30\nA;2020;Nettotilflyttede;20\n",
            &["2020 30"],
        ),
        (
            "in German",
            "Land;Jahr;Art;Anzahl\nA;2020;Zuzüge;50\nA;2020;Fortzüge;30\nA;2020;Wanderungssaldo;20\n",
            &["2020 30"],
        ),
        (
            "in French",
            "pays;année;type;nombre\nA;2020;Immigration;50\nA;2020;Émigration;30\nA;2020;Solde migratoire;20\n",
            &["2020 30"],
        ),
        (
            "moves within the country beside those across its border",
            "region;år;retning;Personer\nA;2020;Innenlandsk utflytting;70\nA;2020;Utvandring;30\n\
                A;2020;Innvandring;50\n",
            &["2020 30"],
        ),
    ];
    for (what, text, expected) in cases {
        assert_eq!(emigrations(text), expected, "{what}");
    }
    // A column of both ways of moving counts no emigrations.
    let both = "region;år;Utvandringer og innvandringer\nA;2020;80\nB;2020;90\n";
    assert!(taken(&[("a.csv", both)]).is_err());
}

#[test]
fn a_total_is_left_out_only_where_its_parts_reach_it() {
    let some = "region;år;Folkemengde 1. januar;Utvandring\n0 Hele landet;2020;100000;1000\n\
                0301 Oslo;2020;20000;400\n4601 Bergen;2020;10000;100\n0 Hele landet;2021;100000;1000\n\
                0301 Oslo;2021;20000;400\n4601 Bergen;2021;10000;100\n";
    let dataset = foreign("a.csv", some);
    assert_eq!(numbers(&dataset, Measure::Rate, &["year"]), ["2020 0.01"]);
    assert_eq!(
        numbers(&dataset, Measure::Rate, &["region"])[0],
        "0301 0.02"
    );
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["year"]),
        ["2020 1000", "2021 1000"]
    );
    let told = "1 000 av 2 000 er ikke fordelt".replace(' ', "\u{a0}");
    let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}', ' '], "");
    let notes = dataset.notes.iter().map(|note| plain(&note.nb));
    assert!(
        notes.clone().any(|note| note.contains(&plain(&told))),
        "{:?}",
        dataset.notes
    );
    // A part that is withheld, missing or cannot be.
    for mark in [".", "..", ":"] {
        let text = format!(
            "kjønn;år;Utvandring\nBegge kjønn;2001;10\nMenn;2001;{mark}\nKvinner;2001;{mark}\n"
        );
        assert_eq!(emigrations(&text), ["2001 10"], "{mark}");
    }
    // In one of the years only.
    let one = "kjønn;år;Utvandring\nBegge kjønn;2001;10\nMenn;2001;6\nKvinner;2001;4\nBegge kjønn;2002;9\n\
               Menn;2002;:\nKvinner;2002;4\n";
    assert_eq!(emigrations(one), ["2001 10", "2002 9"]);
    // Without a total the sum of what is there is no whole.
    let none = "land;år;Utvandring\na;2001;3\nb;2001;4\na;2002;5\nb;2002;..\n";
    assert_eq!(emigrations(none), ["2001 7", "2002 .."]);
    // Two dimensions, of which neither is whole.
    let two = "region;kjønn;år;Utvandring\nHele landet;I alt;2020;100\nHele landet;Menn;2020;60\n\
               Hele landet;Kvinner;2020;30\nOslo;I alt;2020;20\nOslo;Menn;2020;12\nOslo;Kvinner;2020;8\n";
    let dataset = foreign("a.csv", two);
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["year"]),
        ["2020 100"]
    );
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["sex"]),
        ["m 60", "f 30"]
    );
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["region"]),
        ["Oslo 20"]
    );
    // Rounded thousands add up roughly, and that is enough.
    let rounded = "kjønn;år;Utvandring (1 000)\nBegge;2001;10,1\nMenn;2001;5,0\nKvinner;2001;5,0\n";
    let dataset = foreign("a.csv", rounded);
    assert_eq!(dataset.tables.len(), 1);
    assert_eq!(numbers(&dataset, Measure::Emigrations, &[]), ["10000"]);
    // Regions that lie in others and do not reach them.
    let counties = "region;år;Utvandring\n03 Oslo;2020;100\n0301 Oslo kommune;2020;100\n46 Vestland;2020;80\n\
                    4601 Bergen;2020;50\n";
    assert_eq!(emigrations(counties), ["2020 180"]);
}

#[test]
fn what_nothing_is_known_of_is_not_added_up() {
    let text = "region;ordning;år;Utvandring\nA;x;2020;1\nA;y;2020;2\nB;x;2020;3\nB;y;2020;4\n";
    assert_eq!(
        emigrations(text),
        ["NotAdditive { dimension: \"ordning\" }"]
    );
    let dataset = foreign("a.csv", text);
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["ordning"]),
        ["x 4", "y 6"]
    );
    let alternatives = "alternativ;år;Utvandring\nLav vekst;2030;1\nHovedalternativet (MMMM);2030;2\n\
        Høy vekst;2030;3\n";
    let dataset = foreign("a.csv", alternatives);
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["year"]),
        ["2030 2"]
    );
    assert!(
        dataset
            .notes
            .iter()
            .any(|note| note.en.contains("Hovedalternativet (MMMM)"))
    );
}

#[test]
fn the_value_that_holds_by_default_is_no_total() {
    let file = |default: &str, data: &str| {
        format!(
            "CHARSET=\"ANSI\";\nTITLE=\"Emigrations by count method and year\";\nCONTENTS=\"Emigrations\";\n\
                UNITS=\"persons\";\n\
             STUB=\"count method\";\nHEADING=\"year\";\nVALUES(\"count method\")=\"Register\",\"Survey\",\"Model\";\n\
             VALUES(\"year\")=\"2001\",\"2002\";\nTIMEVAL(\"year\")=TLIST(A1),\"2001\",\"2002\";\n\
             ELIMINATION(\"count method\")={default};\nDATA=\n{data};\n"
        )
    };
    let year = |text: &str| numbers(&foreign("a.px", text), Measure::Emigrations, &["year"]);
    let default = file("\"Register\"", "100 110 90 95 105 112");
    assert_eq!(year(&default), ["2001 100", "2002 110"]);
    // One that the others add up to is a total, whatever its name.
    assert_eq!(
        year(&file("\"Register\"", "195 207 90 95 105 112")),
        ["2001 195", "2002 207"]
    );
    // Where no value holds, one is taken and said to be.
    let none = file("YES", "100 110 90 95 105 112");
    assert_eq!(year(&none), ["2001 100", "2002 110"]);
    let notes = foreign("a.px", &none).notes;
    assert!(
        notes
            .iter()
            .any(|note| note.en.contains("the numbers are of “Register”"))
    );
}

#[test]
fn the_day_of_a_population_is_what_the_file_says() {
    let px = |refperiod: &str| {
        format!(
            "CHARSET=\"ANSI\";\nLANGUAGE=\"en\";\nTITLE=\"Emigrations and population by contents and year\";\n\
                UNITS=\"persons\";\n\
             STUB=\"contents\";\nHEADING=\"year\";\nCONTVARIABLE=\"contents\";\n\
             VALUES(\"contents\")=\"Emigrations\",\"Population\";\nCODES(\"contents\")=\"E\",\"P\";\n\
             VALUES(\"year\")=\"2003\",\"2004\",\"2005\";\nTIMEVAL(\"year\")=TLIST(A1),\"2003\",\"2004\",\"2005\";\n\
             {refperiod}DATA=\n30 30 30 1000 2000 4000;\n"
        )
    };
    let last = px("REFPERIOD(\"Population\")=\"31 December each year\";\n");
    let dataset = foreign("a.px", &last);
    assert_eq!(
        numbers(&dataset, Measure::Rate, &["year"]),
        ["2004 0.02", "2005 0.01"]
    );
    assert!(
        !dataset
            .notes
            .iter()
            .any(|note| note.en.contains("which day"))
    );
    let first = px("REFPERIOD(\"Population\")=\"1 January\";\n");
    assert_eq!(
        numbers(&foreign("a.px", &first), Measure::Rate, &["year"]),
        ["2003 0.02", "2004 0.01"]
    );
    let stat = |extension: &str| {
        format!(
            r#"{{"version":"2.0","class":"dataset","label":"Moves and people","id":["ContentsCode","year"],"size":[2,3],
            "role":{{"time":["year"],"metric":["ContentsCode"]}},"value":[30,30,30,1000,2000,4000],
            "dimension":{{"ContentsCode":{{"category":{{"index":["E","P"],"label":{{"E":"Emigrations","P":"Population"}}}},
            "extension":{extension}}},"year":{{"category":{{"index":["2003","2004","2005"]}}}}}}}}"#
        )
    };
    let last = stat(r#"{"refperiod":{"P":"December 31"}}"#);
    assert_eq!(
        numbers(&foreign("a.json", &last), Measure::Rate, &["year"]),
        ["2004 0.02", "2005 0.01"]
    );
    // Dates say it as well, and so does a title.
    for (text, years) in [
        (
            "date,Emigrations,Population\n2003-12-31,30,1000\n2004-12-31,30,2000\n2005-12-31,30,4000\n",
            ["2004 0.02", "2005 0.01"],
        ),
        (
            "dato;Utvandring;Folkemengde\n01.01.2003;30;1000\n01.01.2004;30;2000\n01.01.2005;30;4000\n",
            ["2003 0.02", "2004 0.01"],
        ),
        (
            "Population on 31 December and emigrations, by year\n\nyear,Emigrations,Population\n2003,30,1000\n\
             2004,30,2000\n2005,30,4000\n",
            ["2004 0.02", "2005 0.01"],
        ),
    ] {
        assert_eq!(
            numbers(&foreign("a.csv", text), Measure::Rate, &["year"]),
            years,
            "{text}"
        );
    }
}

#[test]
fn row_numbers_are_no_dimension() {
    let rows = [
        "A,Tous,2017,30",
        "A,Hommes,2017,20",
        "A,Femmes,2017,10",
        "B,Tous,2017,30",
        "B,Hommes,2017,20",
        "B,Femmes,2017,10",
    ];
    for (name, from) in [
        ("id", 0),
        ("ID", 1),
        ("", 0),
        ("Unnamed: 0", 0),
        ("index", 1),
        ("rownames", 1),
    ] {
        let mut text = format!("{name},region,sexe,år,Utvandring\n");
        for (at, row) in rows.iter().enumerate() {
            text += &format!("{},{row}\n", at + from);
        }
        assert_eq!(emigrations(&text), ["2017 60"], "{name}");
    }
    // R quotes its texts and row names and leaves numbers bare.
    let bare = "\"region\",\"year\",\"Emigrations\",\"Person-years\"\n\"A\",2020,10,1000\n\"A\",2021,12,1010\n";
    let named = "\"\",\"region\",\"year\",\"Emigrations\",\"Person-years\"\n\"1\",\"A\",2020,10,1000\n\
                 \"2\",\"A\",2021,12,1010\n";
    for text in [bare, named] {
        let dataset = foreign("a.csv", text);
        assert_eq!(
            numbers(&dataset, Measure::Rate, &["year"]),
            ["2020 0.01".to_owned(), format!("2021 {}", 12.0 / 1010.0)],
            "{text}"
        );
    }
}

#[test]
fn a_measure_is_what_its_table_says_and_never_what_is_left() {
    let sdmx = |flow: &str, rows: &str| {
        format!(
            "STRUCTURE,STRUCTURE_ID,freq,unit,sex,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n{}",
            rows.lines()
                .map(|row| format!("dataflow,ESTAT:{flow}(1.0),A,NR,T,NO,{row},\n"))
                .collect::<String>()
        )
    };
    let of = |text: &str| {
        taken(&[("data.csv", text)])
            .map(|dataset| numbers(&dataset, Measure::Emigrations, &["year"]))
    };
    let emigration = sdmx("MIGR_EMI1CTZ", "2020,26744\n2021,34297");
    assert_eq!(of(&emigration).unwrap(), ["2020 26744", "2021 34297"]);
    for flow in ["MIGR_IMM1CTZ", "MIGR_ACQ", "NRG_BAL_C", "TPS00176"] {
        assert!(of(&sdmx(flow, "2020,26744\n2021,34297")).is_err(), "{flow}");
    }
    assert!(of(&sdmx("TPS00177", "2020,5\n2021,6")).is_ok());
    for nothing in [
        "land;år;\nA;2020;5235476\nB;2020;5\n",
        "land,year,Value\nA,2020,5235476\nB,2020,5\nA,2021,5235476\nB,2021,5\n",
        "land;år;Tonnes\nA;2020;5\nB;2020;6\n",
        "område;tid;Tilflyttede\nA;2020;5\nA;2021;6\n",
        "land;år;Energi (TJ)\nA;2020;5\nB;2020;6\n",
    ] {
        assert!(taken(&[("a.csv", nothing)]).is_err(), "{nothing}");
    }
    // Indicators of one table.
    let gind = "DATAFLOW,LAST UPDATE,freq,indic_de,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n\
        ESTAT:DEMO_GIND(1.0),x,A,JAN,NO,2020,5302020,\nESTAT:DEMO_GIND(1.0),x,A,AVG,NO,2020,5312020,\n\
        ESTAT:DEMO_GIND(1.0),x,A,GROW,NO,2020,20000,\nESTAT:DEMO_GIND(1.0),x,A,CNMIGRATRT,NO,2020,2.1,\n\
        ESTAT:DEMO_GIND(1.0),x,A,JAN,NO,2021,5322020,\nESTAT:DEMO_GIND(1.0),x,A,AVG,NO,2021,5332020,\n";
    let dataset = foreign("demo_gind.csv", gind);
    let population = dataset.tables.iter().find_map(|table| {
        let cells = &table.measure("population_jan1")?.cells;
        Some((0..2).map(|row| cells.get(row)).collect::<Vec<Cell>>())
    });
    assert_eq!(population.unwrap()[0], Cell::Number(5_302_020.0));
    assert_eq!(
        numbers(&dataset, Measure::PersonYears, &["year"]),
        ["2020 5312020", "2021 5332020"]
    );
    // JSON-stat without roles.
    let plain = r#"{"version":"2.0","class":"dataset","label":"Folketall og flytting","id":["hva","year"],"size":[4,2],
        "value":[50,52,30,31,20,21,1000,1010],"dimension":{"hva":{"category":{"index":["a","b","c","d"],"label":{
        "a":"Innvandring","b":"Utvandring","c":"Nettoinnvandring","d":"Folkemengde 1. januar"}}},
        "year":{"category":{"index":["2020","2021"]}}}}"#;
    let dataset = foreign("a.json", plain);
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["year"]),
        ["2020 30", "2021 31"]
    );
    // Words of other languages.
    for (name, measure) in [
        ("Personar som utvandra", "emigrations"),
        ("Outmigrated", "emigrations"),
        ("Fraflyttede", "emigrations"),
        ("Mannfjöldi 1. janúar", "population_jan1"),
        ("Auswanderungen", "emigrations"),
        ("Väkiluku 31.12.", "population_dec31"),
    ] {
        let text =
            format!("kyn;år;{name}\nKarlar;2020;5\nKonur;2020;6\nKarlar;2021;5\nKonur;2021;6\n");
        let dataset = foreign("a.csv", &text);
        let has = dataset
            .tables
            .iter()
            .any(|table| table.measure(measure).is_some());
        assert!(has, "{name}");
        assert_eq!(dataset.tables[0].dimensions[0].codes, ["m", "f"], "{name}");
    }
}

#[test]
fn thousands_are_applied_wherever_they_are_said() {
    let dataset = foreign(
        "a.csv",
        "REF_DATE,GEO,UOM,UOM_ID,SCALAR_FACTOR,SCALAR_ID,VECTOR,COORDINATE,Emigrants,STATUS,DECIMALS\n\
        2020,Canada,Persons,249,thousands,3,v1,1,60.5,,1\n2021,Canada,Persons,249,thousands,3,v1,1,61.5,,1\n",
    );
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["year"]),
        ["2020 60500", "2021 61500"]
    );
    let mixed = foreign(
        "a.csv",
        "year,sex,UNIT_MULT,Emigrations\n2020,M,3,1.5\n2020,F,0,700\n2021,M,3,2.5\n2021,F,0,800\n",
    );
    assert_eq!(
        numbers(&mixed, Measure::Emigrations, &["year"]),
        ["2020 2200", "2021 3300"]
    );
    for name in [
        "Utvandring (1 000)",
        "Utvandring (1000)",
        "Utvandring i tusen",
        "Utvandringer (i 1 000)",
        "Emigrations (thousands)",
    ] {
        let text = format!("land;år;{name}\nA;2020;1,5\nB;2020;2,5\n");
        assert_eq!(emigrations(&text), ["2020 4000"], "{name}");
    }
}

#[test]
fn years_are_known_in_every_form_in_which_offices_write_them() {
    for (first, second) in [
        ("2020.0", "2021.0"),
        ("2020-01-01", "2021-01-01"),
        ("01.01.2020", "01.01.2021"),
        ("2020JJ00", "2021JJ00"),
        ("31.12.2020", "31.12.2021"),
        ("2020*", "2021*"),
    ] {
        let text =
            format!("land;år;Utvandring\nA;{first};3\nB;{first};4\nA;{second};5\nB;{second};6\n");
        assert_eq!(emigrations(&text), ["2020 7", "2021 11"], "{first}");
    }
    let parts = |forms: &[&str]| {
        let rows = forms.iter().enumerate();
        let rows = rows.map(|(at, form)| format!("A;{form};{}\n", at + 1));
        emigrations(&format!(
            "land;periode;Utvandring\n{}",
            rows.collect::<String>()
        ))
    };
    for forms in [
        ["2013T1", "2013T2", "2013T3", "2013T4"],
        ["2013-01", "2013-04", "2013-07", "2013-10"],
        ["2013-01-01", "2013-04-01", "2013-07-01", "2013-10-01"],
        [
            "1. kvartal 2013",
            "2. kvartal 2013",
            "3. kvartal 2013",
            "4. kvartal 2013",
        ],
        ["2013 Q1", "2013 Q2", "2013 Q3", "2013 Q4"],
        ["2013KW01", "2013KW02", "2013KW03", "2013KW04"],
    ] {
        assert_eq!(parts(&forms), ["2013 10"], "{forms:?}");
    }
    let months = [
        "jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des",
    ];
    let months: Vec<String> = months.iter().map(|month| format!("{month}.20")).collect();
    let months: Vec<&str> = months.iter().map(String::as_str).collect();
    assert_eq!(parts(&months), ["2020 78"]);
    // A school year is no calendar year.
    let dataset = foreign(
        "a.csv",
        "land;skoleår;Utvandring\nA;2019/20;3\nA;2020/21;4\n",
    );
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["period"]),
        ["2019/20 3", "2020/21 4"]
    );
}

#[test]
fn an_incomplete_year_is_left_out_of_the_sum_too() {
    let mut text = "statsborgerskap;kvartal;Utvandring\n".to_owned();
    for quarter in [
        "2007K2", "2007K3", "2007K4", "2008K1", "2008K2", "2008K3", "2008K4",
    ] {
        text += &format!("Norge;{quarter};10\n");
    }
    for year in [2007, 2008] {
        for quarter in 1..=4 {
            text += &format!("Polen;{year}K{quarter};1\n");
        }
    }
    assert_eq!(emigrations(&text), ["2007 ..", "2008 44"]);
    let dataset = foreign("a.csv", &text);
    let polen =
        Question::new(Measure::Emigrations, ["year"]).filtered("statsborgerskap", ["Polen"]);
    assert_eq!(
        answer(&dataset, &polen).unwrap().value(&["2007"]),
        Some(4.0)
    );
    // Nothing but a part of a year is told as what it is.
    let part = "land;kvartal;Utvandring\nA;2023K1;1\nA;2023K2;1\nA;2023K3;1\n";
    let problems = taken(&[("a.csv", part)]).unwrap_err();
    assert_eq!(problems[0].found, "2023K1 … 2023K3");
    assert_ne!(problems[0].kind, ProblemKind::NoRows);
}

#[test]
fn headers_are_found_wherever_they_stand() {
    let right = ["2020 30", "2021 31"];
    for (what, text) in [
        (
            "a name a line",
            "region\n;år\n;Utvandring\n\nA;2020;10\nB;2020;20\nA;2021;11\nB;2021;20\n",
        ),
        (
            "a name a line, quoted",
            "\"region\"\n;\"år\"\n;\"Utvandring\"\n\n\"A\";\"2020\";10\n\"B\";\"2020\";20\n\
            \"A\";\"2021\";11\n\"B\";\"2021\";20\n",
        ),
        (
            "after blank lines",
            "\n\nregion;år;Utvandring\n\nA;2020;10\nB;2020;20\nA;2021;11\nB;2021;20\n",
        ),
        (
            "blocks above",
            ";Utvandring;;Innvandring;\nregion;2020;2021;2020;2021\nA;10;11;5;5\nB;20;20;5;5\n",
        ),
        (
            "two rows",
            "region;2020;2020;2021;2021\n;Zuzüge;Fortzüge;Zuzüge;Fortzüge\nA;5;10;5;11\nB;5;20;5;20\n",
        ),
        (
            "thousands in quotes",
            "region,year,Emigrations\nA,2020,10\nB,2020,20\nA,2021,11\nB,2021,20\n",
        ),
    ] {
        assert_eq!(emigrations(text), right, "{what}");
    }
    let spreadsheet = "year,country,Emigrations\n2001,Norway,\"1,200\"\n2002,Norway,950\n2003,Norway,\"12,345\"\n";
    assert_eq!(
        emigrations(spreadsheet),
        ["2001 1200", "2002 950", "2003 12345"]
    );
    let all = "year,country,Emigrations\n2001,Norway,\"1,200\"\n2002,Norway,\"1,950\"\n";
    assert_eq!(emigrations(all), ["2001 1200", "2002 1950"]);
    // Without names nothing is taken for them.
    let none = "A;2020;10\nB;2020;20\nA;2021;11\nB;2021;20\n";
    assert_eq!(
        taken(&[("a.csv", none)]).unwrap_err()[0].kind,
        ProblemKind::HeaderMissing
    );
}

#[test]
fn areas_are_known_by_their_labels_as_by_their_codes() {
    for area in [
        "European Union (28 countries)",
        "European Union - 27 countries (from 2020)",
        "Euro area (19 countries)",
        "EU27",
        "Euro area - 20 countries (from 2023)",
        "Nordic countries",
        "World",
        "Sub-Saharan Africa",
        "European Economic Area (EU28 - 2013-2020 and Iceland, Liechtenstein, Norway)",
        "European Free Trade Association",
        "EU-15",
    ] {
        let text = format!(
            "geo;year;Emigrations\n{area};2001;9\nSweden;2001;3\nGermany;2001;4\nFinland;2001;1\n\
            Kenya;2001;1\n"
        );
        assert_eq!(emigrations(&text), ["2001 9"], "{area}");
    }
}

#[test]
fn equal_labels_get_their_codes() {
    let text = "\"region\";\"år\";\"Utvandring\"\n\"0441 Os\";\"2001\";3\n\"1243 Os\";\"2001\";4\n\
        \"0301 Oslo\";\"2001\";5\n";
    let dataset = foreign("a.csv", text);
    let label = |code: &str| {
        dataset
            .label("region", code)
            .unwrap()
            .name
            .get(Lang::Nb)
            .to_owned()
    };
    assert_eq!(
        [label("0441"), label("1243"), label("0301")],
        ["Os (0441)", "Os (1243)", "Oslo"]
    );
}

#[test]
fn sdmx_csv_is_read_as_its_second_version_says() {
    let text = "STRUCTURE;STRUCTURE_ID;ACTION;geo;TIME_PERIOD;OBS_VALUE;sex\n\
        dataflow;ESTAT:MIGR_EMI2(1.0);I;NO;2020;10,5e0;M\ndataflow;ESTAT:MIGR_EMI2(1.0);I;NO;2020;20;F\n\
        dataflow;ESTAT:MIGR_EMI2(1.0);D;NO;2021;99;M\ndataflow;ESTAT:MIGR_EMI2(1.0);I;NO;2021;3;F\n";
    let dataset = foreign("a.csv", &text.replace("10,5e0", "10"));
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["sex", "year"]),
        ["m 2020 10", "f 2020 20", "f 2021 3"]
    );
    let years = text
        .replace("MIGR_EMI2", "DEMO_GIND")
        .replace("geo", "indic_de")
        .replace("NO", "AVG")
        .replace("10,5e0", "10,5");
    assert_eq!(
        numbers(
            &foreign("a.csv", &years),
            Measure::PersonYears,
            &["sex", "year"]
        ),
        ["m 2020 10.5", "f 2020 20", "f 2021 3"]
    );
}

#[test]
fn emigrations_where_the_population_is_nobody_are_counted_with_a_remark() {
    let text = "country;år;Utvandring;Folkemengde 1. januar;Folkemengde 31. desember\nPoland;2020;10;1000;1010\n\
        Tuvalu;2020;1;0;0\n";
    let dataset = foreign("a.csv", text);
    let total = answer(&dataset, &Question::new(Measure::Rate, ["year"])).unwrap();
    assert_eq!(
        (total.rows[0].numerator, total.rows[0].denominator),
        (Some(11.0), Some(1005.0))
    );
    assert!(
        dataset
            .notes
            .iter()
            .any(|note| note.nb.contains("0 ved begge årsskiftene: 1."))
    );
}

/// An archive with its members as they are.
fn zip(members: &[(&str, &str)]) -> Vec<u8> {
    let members: Vec<(String, String)> = members
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect();
    data::zip::pack(&members)
}

#[test]
fn descriptions_in_an_archive_are_named_and_left_alone() {
    let bank = "\"Data Source\",\"World Development Indicators\",\n\n\"Last Updated Date\",\"2026-01-01\",\n\n\
        \"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"2019\",\"2020\",\n\
        \"Norway\",\"NOR\",\"Emigrants\",\"SM.POP.EMIG\",\"5\",\"6\",\n\
        \"Sweden\",\"SWE\",\"Emigrants\",\"SM.POP.EMIG\",\"7\",\"8\",\n";
    let metadata = "\"Country Code\",\"Region\",\"SpecialNotes\",\n\
        \"NOR\",\"Europe\",\"Fiscal year, ends in December\",\n\
        \"SWE\",\"Europe\",\"\",\n";
    let archive = zip(&[("API_SM.csv", bank), ("Metadata_Country_API.csv", metadata)]);
    let tables = read_foreign("bank.zip", &archive, &Choices::default()).unwrap();
    assert_eq!(tables.len(), 1);
    assert_eq!(
        tables[0].understood.left_aside,
        ["Metadata_Country_API.csv"]
    );
    let mut desk = ImportSession::default();
    desk.add(vec![named("bank.zip", archive)], &mut |_| ())
        .unwrap();
    let dataset = desk.outcome().unwrap().dataset.clone();
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["year"]),
        ["2019 12", "2020 14"]
    );
    let nothing = zip(&[("Metadata_Country_API.csv", metadata)]);
    assert!(read_foreign("bank.zip", &nothing, &Choices::default()).is_err());
}

/// Where a workbook begins.
const PACKAGE: &str = "<Relationships><Relationship Id=\"r0\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
    Target=\"xl/workbook.xml\"/></Relationships>";

/// A workbook of sheets, each the rows of its sheet data; texts stand in their cells.
fn workbook(sheets: &[&str]) -> Vec<u8> {
    let each = |part: &dyn Fn(usize) -> String| (1..=sheets.len()).map(part).collect::<String>();
    let book = each(&|at| format!("<sheet name=\"Ark {at}\" sheetId=\"{at}\" r:id=\"rId{at}\"/>"));
    let relations = each(&|at| {
        format!(
            "<Relationship Id=\"rId{at}\" \
                Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
                Target=\"worksheets/sheet{at}.xml\"/>"
        )
    });
    let mut members = vec![
        ("_rels/.rels".to_owned(), PACKAGE.to_owned()),
        (
            "xl/workbook.xml".to_owned(),
            format!("<workbook><sheets>{book}</sheets></workbook>"),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!("<Relationships>{relations}</Relationships>"),
        ),
        (
            "xl/styles.xml".to_owned(),
            "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>\
                <xf numFmtId=\"0\" applyAlignment=\"1\"><alignment horizontal=\"left\" indent=\"1\"/></xf>\
                </cellXfs></styleSheet>"
                .to_owned(),
        ),
    ];
    for (at, rows) in sheets.iter().enumerate() {
        let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
        members.push((format!("xl/worksheets/sheet{}.xml", at + 1), sheet));
    }
    data::zip::pack(&members)
}

/// A row of a sheet: texts, those that are set in as `>Oslo`, numbers as `#5`, dates as `@43831`, formulas without a
/// result as `=`.
fn row(line: usize, cells: &[&str]) -> String {
    let cells = cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty());
    let cells = cells.map(|(at, cell)| {
        let place = format!("{}{line}", char::from(b'A' + at as u8));
        match cell.split_at_checked(1).unwrap_or(("", cell)) {
            ("#", number) => format!("<c r=\"{place}\"><v>{number}</v></c>"),
            ("@", days) => format!("<c r=\"{place}\" s=\"1\"><v>{days}</v></c>"),
            (">", text) => format!("<c r=\"{place}\" s=\"2\" t=\"str\"><v>{text}</v></c>"),
            ("=", _) => format!("<c r=\"{place}\"><f>SUM(A1)</f></c>"),
            _ => format!("<c r=\"{place}\" t=\"str\"><v>{cell}</v></c>"),
        }
    });
    format!("<row r=\"{line}\">{}</row>", cells.collect::<String>())
}

fn of_workbook(sheets: &[&str]) -> Result<Dataset, Vec<Problem>> {
    let mut desk = ImportSession::default();
    desk.add(vec![named("bok.xlsx", workbook(sheets))], &mut |_| ())?;
    Ok(desk.outcome()?.dataset.clone())
}

#[test]
fn workbooks_have_dates_blank_rows_in_their_headers_and_sheets_without_tables() {
    let dates = [
        row(1, &["land", "dato", "Utvandring"]),
        row(2, &["A", "@43831", "#5"]),
        row(3, &["A", "@44197", "#6"]),
    ]
    .concat();
    let dataset = of_workbook(&[&dates]).unwrap();
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["year"]),
        ["2020 5", "2021 6"]
    );
    let blocks = [
        row(1, &["Flytting"]),
        row(3, &["", "Utvandring", "", "Innvandring", ""]),
        row(6, &["land", "#2020", "#2021", "#2020", "#2021"]),
        row(7, &["A", "#5", "#6", "#50", "#60"]),
        row(8, &["B", "#7", "#8", "#70", "#80"]),
    ]
    .concat();
    let dataset = of_workbook(&[&blocks]).unwrap();
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["year"]),
        ["2020 12", "2021 14"]
    );
    // A sheet that is refused does not stand in the way of the others.
    let twice = [
        row(1, &["land", "år", "Tall"]),
        row(2, &["A", "#2020", "#5"]),
        row(3, &["A", "#2020", "#6"]),
    ]
    .concat();
    let dataset = of_workbook(&[&twice, &dates]).unwrap();
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["year"]),
        ["2020 5", "2021 6"]
    );
    // A formula without a result is a number that is missing.
    let formula = [
        row(1, &["land", "år", "Utvandring"]),
        row(2, &["A", "#2020", "#5"]),
        row(3, &["B", "#2020", "="]),
        row(4, &["A", "#2021", "#5"]),
        row(5, &["B", "#2021", "#1"]),
    ]
    .concat();
    let dataset = of_workbook(&[&formula]).unwrap();
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["year"]),
        ["2020 ..", "2021 6"]
    );
}

#[test]
fn cells_that_are_set_in_lie_in_those_above_them() {
    let sheet = |moss: &str| {
        [
            row(1, &["region", "år", "Utvandring"]),
            row(2, &["Østlandet", "#2020", "#41"]),
            row(3, &[">Oslo", "#2020", "#30"]),
            row(4, &[">Moss", "#2020", moss]),
            row(5, &["Vestlandet", "#2020", "#23"]),
            row(6, &[">Bergen", "#2020", "#23"]),
        ]
        .concat()
    };
    let dataset = of_workbook(&[&sheet("#11")]).unwrap();
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["region"]),
        ["Oslo 30", "Moss 11", "Bergen 23"]
    );
    // Where the parts do not reach it, the visitor says what counts.
    let mut desk = ImportSession::default();
    let files = vec![named("bok.xlsx", workbook(&[&sheet("#8")]))];
    desk.add(files, &mut |_| ()).unwrap();
    assert_eq!(desk.understood(Lang::En).questions.len(), 1);
}

fn session(files: &[(&str, &str)]) -> ImportSession {
    let mut session = ImportSession::default();
    let files = files.iter().map(|(name, text)| named(name, *text));
    let added = session.add(files.collect(), &mut |_| ());
    added.unwrap_or_else(|problems| panic!("{}", sentences(&problems)));
    session
}

#[test]
fn what_the_file_does_not_say_is_asked_and_the_answer_holds() {
    // Whether values are parts.
    let text = "region;ordning;år;Utvandring\nA;x;2020;1\nA;y;2020;2\nB;x;2020;3\nB;y;2020;4\n";
    for (answer, sum) in [("sum", "2020 10"), ("0", "2020 4"), ("1", "2020 6")] {
        let mut session = session(&[("a.csv", text)]);
        let asked = session.understood(Lang::En);
        assert!(!asked.ready);
        let [question] = asked.questions.as_slice() else {
            panic!("{:?}", asked.questions);
        };
        assert_eq!(question.id, "0.take.1");
        assert!(
            question.text.contains("“ordning” (x, y)"),
            "{}",
            question.text
        );
        let values = question.choices.iter().map(|choice| choice.value.as_str());
        assert_eq!(values.collect::<Vec<_>>(), ["sum", "0", "1"]);
        assert_eq!(asked.tables[0].dimensions[1].additive, "unknown");
        session.set(&question.id, answer).unwrap();
        assert!(session.understood(Lang::En).ready, "{answer}");
        let outcome = session.outcome().unwrap();
        assert_eq!(
            numbers(&outcome.dataset, Measure::Emigrations, &["year"]),
            [sum]
        );
        // The mapping keeps it.
        let again = self::session(&[("a.csv", text), ("mapping.csv", &outcome.dataset.mapping)]);
        assert!(
            again.understood(Lang::En).ready,
            "{}",
            outcome.dataset.mapping
        );
        assert_eq!(
            again.outcome().unwrap().dataset.tables,
            outcome.dataset.tables
        );
    }
    // On which day a population was counted.
    let text =
        "region,year,Emigrations,Population\nA,2003,30,1000\nA,2004,30,2000\nA,2005,30,4000\n";
    for (day, rates) in [
        ("population_jan1", &["2003 0.02", "2004 0.01"][..]),
        ("population_dec31", &["2004 0.02", "2005 0.01"]),
        ("person_years", &["2003 0.03", "2004 0.015", "2005 0.0075"]),
    ] {
        let mut session = session(&[("a.csv", text)]);
        let asked = session.understood(Lang::En);
        assert!(!asked.ready && asked.questions.len() == 1);
        assert!(
            asked.questions[0]
                .text
                .contains("On which day was “Population” counted?")
        );
        session.set(&asked.questions[0].id, day).unwrap();
        assert!(session.understood(Lang::En).ready);
        let outcome = session.outcome().unwrap();
        assert_eq!(numbers(&outcome.dataset, Measure::Rate, &["year"]), rates);
    }
    // In Norwegian the population is that of 1 January, unless something else is said.
    let text = "region;år;Utvandring;Folkemengde\nA;2003;30;1000\nA;2004;30;2000\n";
    assert!(session(&[("a.csv", text)]).understood(Lang::En).ready);
}

#[test]
fn one_cell_never_spoils_a_file() {
    for odd in ["*", "<5", "[c]", "x", "None", "n.a.", "12 ca"] {
        let text = format!(
            "region;år;Utvandring\nA;2020;10\nB;2020;{odd}\nC;2020;7\nA;2021;11\nB;2021;5\nC;2021;8\n"
        );
        for (answer, by_year, of_b) in [
            ("missing", ["2020 ..", "2021 24"], "2020 .."),
            ("suppressed", ["2020 ..", "2021 24"], "2020 .."),
            ("zero", ["2020 17", "2021 24"], "2020 0"),
            ("not_applicable", ["2020 17", "2021 24"], "2020 .."),
            ("row", ["2020 17", "2021 24"], "2021 5"),
        ] {
            let mut session = session(&[("a.csv", &text)]);
            let asked = session.understood(Lang::En);
            assert!(!asked.ready, "{odd}");
            let question = &asked.questions[0];
            let told =
                format!("What does “{odd}” mean in the column of numbers “Utvandring” (line 3)?");
            assert_eq!(question.text, told);
            session.set(&question.id, answer).unwrap();
            assert!(session.understood(Lang::En).ready, "{odd} {answer}");
            let outcome = session.outcome().unwrap();
            let dataset = &outcome.dataset;
            assert_eq!(
                numbers(dataset, Measure::Emigrations, &["year"]),
                by_year,
                "{odd} {answer}"
            );
            let b = Question::new(Measure::Emigrations, ["year"]).filtered("region", ["B"]);
            let rows = answer_of(dataset, &b);
            assert_eq!(rows[0], of_b, "{odd} {answer}");
            let again = self::session(&[("a.csv", &text), ("mapping.csv", &dataset.mapping)]);
            assert!(again.understood(Lang::En).ready, "{}", dataset.mapping);
            assert_eq!(again.outcome().unwrap().dataset.tables, dataset.tables);
        }
    }
    // What R writes for a hundred thousand is a number.
    let text = "region,year,Emigrations\nA,2020,99999\nA,2021,1e+05\nA,2022,100001\n";
    assert_eq!(
        emigrations(text),
        ["2020 99999", "2021 100000", "2022 100001"]
    );
    // A list of codes is no column of numbers because most of them are.
    let mut text = "klasse;år;Utvandring\nTOTAL;2020;4950\n".to_owned();
    for age in 0..100 {
        text += &format!("{age};2020;{age}\n");
    }
    text += "100+;2020;0\n";
    let dataset = foreign("a.csv", &text);
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["year"]),
        ["2020 4950"]
    );
}

fn answer_of(dataset: &Dataset, question: &Question) -> Vec<String> {
    let rows = answer(dataset, question).unwrap().rows;
    let shown = rows.iter().map(|row| {
        let value = row.value.map_or("..".to_owned(), |value| value.to_string());
        format!("{} {value}", row.key[0])
    });
    shown.collect()
}

#[test]
fn the_role_of_every_column_can_be_changed() {
    let text = "region;sone;år;Utvandring\nA;1;2020;5\nB;2;2020;6\nA;1;2021;8\nB;2;2021;9\n";
    let mut session = session(&[("a.csv", text)]);
    let labels = |session: &ImportSession| {
        let table = session.understood(Lang::En).tables.remove(0);
        let dimensions = table
            .dimensions
            .into_iter()
            .map(|dimension| dimension.label);
        let measures = table.measures.into_iter().map(|measure| measure.label);
        (dimensions.collect::<Vec<_>>(), measures.collect::<Vec<_>>())
    };
    let at = labels(&session)
        .1
        .iter()
        .position(|label| label == "sone")
        .unwrap();
    session
        .set(&format!("0.measure.{at}"), "dimension")
        .unwrap();
    assert_eq!(
        labels(&session),
        (
            ["region", "sone", "år"].map(str::to_owned).to_vec(),
            vec!["Utvandring".to_owned()]
        )
    );
    session.set("0.dimension.1", "values").unwrap();
    assert_eq!(labels(&session).1, ["sone", "Utvandring"]);
}

#[test]
fn what_was_understood_is_plain_data_and_a_story() {
    let text = "region;retning;år;Personer;Folkemengde 1. januar\n0 Hele landet;Utvandring;2020;10;100\n\
        0 Hele landet;Innvandring;2020;20;100\n0301 Oslo;Utvandring;2020;4;40\n0301 Oslo;Innvandring;2020;5;40\n";
    let session = session(&[("tall.csv", text)]);
    let understood = session.understood(Lang::En);
    assert!(
        understood.ready && understood.questions.is_empty(),
        "{:?}",
        understood.questions
    );
    let [table] = understood.tables.as_slice() else {
        panic!("one file has one table");
    };
    let dimensions: Vec<(&str, &str, &str)> = table
        .dimensions
        .iter()
        .map(|dimension| {
            (
                dimension.name.as_str(),
                dimension.label.as_str(),
                dimension.additive.as_str(),
            )
        })
        .collect();
    assert_eq!(
        dimensions,
        [("region", "region", "not_parts"), ("year", "år", "parts")]
    );
    assert_eq!(table.dimensions[0].values, ["Oslo"]);
    let used: Vec<&str> = table
        .measures
        .iter()
        .map(|measure| measure.name.as_str())
        .collect();
    assert_eq!(
        used.iter().filter(|name| **name == "emigrations").count(),
        1
    );
    let wizard = session.wizard(Lang::Nb);
    assert!(
        wizard.story[0].starts_with("tall.csv har"),
        "{:?}",
        wizard.story
    );
    assert!(wizard.story[0].contains("for 2020, fordelt på region (én verdi og «Hele landet»)"));
}

/// Moves out by region, sex and year; a cell that is withheld has no number for readers, and is part of the totals.
#[derive(Clone, Debug)]
struct Cube {
    regions: usize,
    years: usize,
    cells: Vec<(u32, bool)>,
}

const REGIONS: [&str; 4] = ["Alfa", "Beta", "Gamma", "Delta"];
const SEXES: [&str; 2] = ["Menn", "Kvinner"];

impl Cube {
    fn cell(&self, region: usize, sex: usize, year: usize) -> (u32, bool) {
        self.cells[(region * 2 + sex) * self.years + year]
    }

    /// The sum over some regions and sexes.
    fn sum(
        &self,
        regions: std::ops::Range<usize>,
        sexes: std::ops::Range<usize>,
        year: usize,
    ) -> u32 {
        let each = regions.flat_map(|region| sexes.clone().map(move |sex| (region, sex)));
        each.map(|(region, sex)| self.cell(region, sex, year).0)
            .sum()
    }

    fn year(&self, at: usize) -> String {
        (2010 + at).to_string()
    }

    fn text(&self, region: usize, sex: usize, year: usize) -> String {
        match self.cell(region, sex, year) {
            (_, true) => ":".to_owned(),
            (number, false) => number.to_string(),
        }
    }

    /// Rows of labels and the text of the number: the cells, and the published sums.
    fn rows(&self, from: usize, with_totals: bool) -> Vec<[String; 4]> {
        let mut rows = Vec::new();
        let total = usize::from(with_totals);
        for region in from..self.regions + total {
            for sex in 0..2 + total {
                for year in 0..self.years {
                    let regions = if region < self.regions {
                        region..region + 1
                    } else {
                        0..self.regions
                    };
                    let sexes = if sex < 2 { sex..sex + 1 } else { 0..2 };
                    let number = match region < self.regions && sex < 2 {
                        true => self.text(region, sex, year),
                        false => self.sum(regions, sexes, year).to_string(),
                    };
                    let region = REGIONS.get(region).filter(|_| region < self.regions);
                    let sex = SEXES.get(sex).unwrap_or(&"Begge kjønn");
                    let region = region.unwrap_or(&"Hele landet");
                    rows.push([
                        (*region).to_owned(),
                        (*sex).to_owned(),
                        self.year(year),
                        number,
                    ]);
                }
            }
        }
        rows
    }

    /// The cube in every form: a name, the text, and whether the published sums are in it.
    fn written(&self) -> Vec<(&'static str, String, bool)> {
        let long = |rows: Vec<[String; 4]>, sign: &str| {
            let lines = rows.iter().map(|row| row.join(sign) + "\n");
            ["region", "kjønn", "år", "Utvandring"].join(sign) + "\n" + &lines.collect::<String>()
        };
        let mut pivoted = "region;kjønn".to_owned();
        for year in 0..self.years {
            pivoted += &format!(";Utvandring {}", self.year(year));
        }
        let mut kinds = "region;kjønn;retning;år;Personer\n".to_owned();
        let mut tsv = format!(
            "sex,geo\\TIME_PERIOD\t{}\n",
            (0..self.years)
                .map(|y| self.year(y))
                .collect::<Vec<_>>()
                .join("\t")
        );
        let mut sdmx =
            "DATAFLOW,LAST UPDATE,freq,sex,region,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n".to_owned();
        let mut dense = Vec::new();
        let mut px = Vec::new();
        for (region, name) in REGIONS.iter().enumerate().take(self.regions) {
            for sex in 0..2 {
                pivoted += &format!("\n{};{}", name, SEXES[sex]);
                tsv += ["M", "F"][sex];
                tsv += &format!(",{}", name);
                for year in 0..self.years {
                    let text = self.text(region, sex, year);
                    let (number, is_withheld) = self.cell(region, sex, year);
                    pivoted += &format!(";{text}");
                    let year = self.year(year);
                    let row = |kind: &str, number: &str| {
                        format!("{};{};{kind};{year};{number}\n", name, SEXES[sex])
                    };
                    kinds += &row("Innvandring", &(number + 7).to_string());
                    kinds += &row("Utvandring", &text);
                    kinds += &row("Nettoinnvandring", "7");
                    tsv += &format!("\t{}", if is_withheld { ": c" } else { &text });
                    let value = if is_withheld {
                        String::new()
                    } else {
                        text.clone()
                    };
                    let flag = if is_withheld { "c" } else { "" };
                    sdmx += &format!(
                        "ESTAT:MIGR_EMI2(1.0),x,A,{},{},{year},{value},{flag}\n",
                        ["M", "F"][sex],
                        name
                    );
                    dense.push(if is_withheld {
                        "null".to_owned()
                    } else {
                        text.clone()
                    });
                    px.push(if is_withheld {
                        "\"..\"".to_owned()
                    } else {
                        text
                    });
                }
                tsv.push('\n');
            }
        }
        pivoted.push('\n');
        let quoted = |list: &mut dyn Iterator<Item = String>| {
            list.map(|one| format!("\"{one}\""))
                .collect::<Vec<_>>()
                .join(",")
        };
        let regions = quoted(&mut REGIONS[..self.regions].iter().map(|one| (*one).to_owned()));
        let sexes = quoted(&mut SEXES.iter().map(|one| (*one).to_owned()));
        let years = quoted(&mut (0..self.years).map(|year| self.year(year)));
        let stat = format!(
            r#"{{"version":"2.0","class":"dataset","label":"Utvandring etter region, kjønn og år","id":["region","kjønn","Tid"],
            "size":[{},2,{}],"role":{{"time":["Tid"]}},"value":[{}],"dimension":{{"region":{{"category":{{"index":[{regions}]}}}},
            "kjønn":{{"category":{{"index":[{sexes}]}}}},"Tid":{{"category":{{"index":[{years}]}}}}}}}}"#,
            self.regions,
            self.years,
            dense.join(",")
        );
        let axis = format!(
            "CHARSET=\"ANSI\";\nTITLE=\"Utvandring, etter region, kjønn og år\";\nCONTENTS=\"Utvandring\";\n\
                UNITS=\"personer\";\n\
             STUB=\"region\",\"kjønn\";\nHEADING=\"år\";\nVALUES(\"region\")={regions};\nVALUES(\"kjønn\")={sexes};\n\
             VALUES(\"år\")={years};\nTIMEVAL(\"år\")=TLIST(A1),{years};\nDATA=\n{};\n",
            px.join(" ")
        );
        vec![
            ("long.csv", long(self.rows(0, false), ";"), false),
            ("comma.csv", long(self.rows(0, false), ","), false),
            ("totals.csv", long(self.rows(0, true), ";"), true),
            ("without_a_part.csv", long(self.rows(1, true), ";"), true),
            ("pivoted.csv", pivoted, false),
            ("kinds.csv", kinds, false),
            ("migr_emi.tsv", tsv, false),
            ("sdmx.csv", sdmx, false),
            ("stat.json", stat, false),
            ("axis.px", axis, false),
        ]
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_cube_in_any_form_comes_back_with_the_same_sums_or_none(
        (regions, years, cells) in (2..=4_usize, 2..=3_usize).prop_flat_map(|(regions, years)| {
            let cell = (1..500_u32, proptest::bool::weighted(0.05));
            (Just(regions), Just(years), proptest::collection::vec(cell, regions * 2 * years))
        }),
    ) {
        let cube = Cube { regions, years, cells };
        for (name, text, has_totals) in cube.written() {
            let dataset = foreign(name, &text);
            let found = numbers(&dataset, Measure::Emigrations, &["year"]);
            let expected = (0..cube.years).map(|year| {
                let withheld = (0..cube.regions).any(|region| (0..2).any(|sex| cube.cell(region, sex, year).1));
                match withheld && !has_totals {
                    true => format!("{} ..", cube.year(year)),
                    false => format!("{} {}", cube.year(year), cube.sum(0..cube.regions, 0..2, year)),
                }
            });
            prop_assert_eq!(&found, &expected.collect::<Vec<_>>(), "{}\n{}", name, text);
            let by_sex = numbers(&dataset, Measure::Emigrations, &["sex", "year"]);
            let expected = (0..2).flat_map(|sex| (0..cube.years).map(move |year| (sex, year))).map(|(sex, year)| {
                let withheld = (0..cube.regions).any(|region| cube.cell(region, sex, year).1);
                let value = match withheld && !has_totals {
                    true => "..".to_owned(),
                    false => cube.sum(0..cube.regions, sex..sex + 1, year).to_string(),
                };
                format!("{} {} {value}", ["m", "f"][sex], cube.year(year))
            });
            prop_assert_eq!(&by_sex, &expected.collect::<Vec<_>>(), "{}\n{}", name, text);
        }
    }
}

#[test]
fn what_came_to_grief_before_is_noticed() {
    let lines = |text: &str| {
        session(&[("a.csv", text)]).wizard(Lang::En).cards[0]
            .lines
            .join("\n")
    };
    assert!(
        lines("region;Ã¥r;Utvandring\nA;2020;5\nB;2020;6\n").contains("Some letters are broken")
    );
    assert!(
        lines("region;år;Utvandring\nTroms\u{fffd};2020;5\nB;2020;6\n")
            .contains("Some letters are broken")
    );
    let ages = "alder;år;Utvandring\n0-4;2020;5\n05.sep;2020;6\nokt.14;2020;6\n";
    assert!(lines(ages).contains("“05.sep” among the ages looks like a date"));
    let well = lines("alder;år;Utvandring\n0-4;2020;5\n5-9;2020;6\n");
    assert!(!well.contains("broken") && !well.contains("looks like a date"));
    // An incomplete year beside complete ones is told as that and as nothing else.
    let mut text = "region;kvartal;Utvandring\n".to_owned();
    for quarter in ["2007K1", "2007K2", "2007K3", "2007K4", "2008K1"] {
        text += &format!("A;{quarter};1\nB;{quarter};2\n");
    }
    let notes = foreign("a.csv", &text).notes;
    assert!(notes.iter().any(|note| note.en.contains("not complete")));
    assert!(
        !notes
            .iter()
            .any(|note| note.en.contains("only the rows of sums"))
    );
}

#[test]
fn tables_as_the_offices_write_them_give_their_own_numbers() {
    // Each dimension beside the totals of the others only.
    let crossed = "kjønn;alder;år;Utvandring\nI alt;I alt;2020;10\nMenn;I alt;2020;6\nKvinner;I alt;2020;4\n\
        I alt;0-17 år;2020;3\nI alt;18 år og over;2020;7\n";
    let dataset = foreign("a.csv", crossed);
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["year"]),
        ["2020 10"]
    );
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["sex"]),
        ["m 6", "f 4"]
    );
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["age_group"]).len(),
        2
    );
    // Names of years, of what is counted, and of units, each on a row of its own.
    let three = "Wanderungen;;;;\n;2019;2019;2020;2020\n;Zuzüge;Fortzüge;Zuzüge;Fortzüge\n\
        ;Anzahl;Anzahl;Anzahl;Anzahl\nDeutschland;1558612;1231552;1186702;966451\n";
    assert_eq!(emigrations(three), ["2019 1231552", "2020 966451"]);
    let danish = "UDVAND;KØN;TID;INDHOLD\nDanmark;Mænd;2019;100\nDanmark;Kvinder;2019;90\nSverige;Mænd;2019;10\n\
        Sverige;Kvinder;2019;12\n";
    assert_eq!(emigrations(danish), ["2019 212"]);
    let mut canadian = "REF_DATE,GEO,DGUID,Type of \
        migrant,Gender,UOM,UOM_ID,SCALAR_FACTOR,SCALAR_ID,VECTOR,COORDINATE,VALUE,\
        STATUS,SYMBOL,TERMINATED,DECIMALS\n"
        .to_owned();
    for year in [2019, 2020] {
        for (vector, (kind, gender, number)) in [
            ("Immigrants", "Total - gender", 90),
            ("Immigrants", "Men+", 50),
            ("Immigrants", "Women+", 40),
            ("Emigrants", "Total - gender", 30),
            ("Emigrants", "Men+", 20),
            ("Emigrants", "Women+", 10),
            ("Net emigration", "Total - gender", 5),
            ("Net emigration", "Men+", 3),
            ("Net emigration", "Women+", 2),
        ]
        .into_iter()
        .enumerate()
        {
            canadian += &format!(
                "{year},Canada,2016A1,{kind},{gender},Persons,249,units,0,v{vector},1.{vector},{number},,,,0\n"
            );
        }
    }
    let dataset = foreign("17100014.csv", &canadian);
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["year"]),
        ["2019 30", "2020 30"]
    );
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["sex"]),
        ["m 40", "f 20"]
    );
}

/// What the visitor is asked about a contract file, or what stands in its way.
fn refused(text: &str) -> Vec<(Option<String>, ProblemKind)> {
    let files = [named("tabell.csv", text)];
    let problems = open(&files).expect_err("a column of numbers has no meaning");
    assert!(are_to_be_asked_about(&files, &problems), "{text}");
    problems
        .into_iter()
        .map(|problem| (problem.column, problem.kind))
        .collect()
}

#[test]
fn a_column_of_numbers_in_a_contract_file_is_no_dimension() {
    let of_numbers = |name: &str| vec![(Some(name.to_owned()), ProblemKind::ColumnOfNumbers)];
    for name in [
        "population",
        "folkemengde",
        "mean_population",
        "utvandringer",
        "Residents",
    ] {
        let text = format!(
            "region,year,{name},emigrations\nA,2020,1000,10\nB,2020,2000,20\nA,2021,1010,11\n"
        );
        assert_eq!(refused(&text), of_numbers(name), "{name}");
    }
    // A mark among them changes nothing, nor do codes of a name that nothing is known of.
    let marked =
        "region,year,population,emigrations\nA,2020,*,10\nB,2020,2000,20\nA,2021,1010,11\n";
    assert_eq!(refused(marked), of_numbers("population"));
    let unknown = "region,year,kpi,emigrations\nA,2020,9.5,10\nB,2020,10.25,20\nA,2021,11,11\nB,2021,101.5,9\n\
        A,2022,7.25,8\nB,2022,88,9\n";
    assert_eq!(refused(unknown), of_numbers("kpi"));
    // On the import page it is asked when they were counted, and the answer gives a rate.
    let text =
        "region,year,population,emigrations\nA,2003,1000,30\nA,2004,2000,30\nA,2005,4000,30\n";
    assert_eq!(refused(text), of_numbers("population"));
    let mut session = session(&[("tabell.csv", text)]);
    let asked = session.understood(Lang::En);
    let [question] = asked.questions.as_slice() else {
        panic!("{:?}", asked.questions);
    };
    assert!(
        question
            .text
            .contains("On which day was “population” counted?"),
        "{}",
        question.text
    );
    session.set(&question.id, "population_dec31").unwrap();
    let dataset = session.outcome().unwrap().dataset.clone();
    assert_eq!(
        numbers(&dataset, Measure::Rate, &["year"]),
        ["2004 0.02", "2005 0.01"]
    );
    // A package says itself what its columns are.
    let package = |role: &str| {
        let description = format!(
            r#"{{"name":"p","resources":[{{"name":"t","path":"t.csv","schema":{{"fields":[{{"name":"region"}},
            {{"name":"year"}},{{"name":"population"{role}}},{{"name":"emigrations"}}]}}}}]}}"#
        );
        [named("datapackage.json", description), named("t.csv", text)]
    };
    for role in ["dimension", "measure", "note"] {
        assert!(
            open(&package(&format!(r#","role":"{role}""#))).is_ok(),
            "{role}"
        );
    }
    let problems = open(&package("")).unwrap_err();
    assert_eq!(problems[0].kind, ProblemKind::ColumnOfNumbers);
    assert!(!are_to_be_asked_about(&package(""), &problems));
}

#[test]
fn what_else_is_counted_in_a_contract_file_is_left_aside() {
    for name in [
        "immigrations",
        "net_migration",
        "births",
        "rate",
        "share_pct",
        "andel",
        "tilvekst",
        "deaths",
        "id",
        "",
    ] {
        let text = format!(
            "region,year,{name},emigrations\nA,2020,1,10\nB,2020,2,20\nA,2021,3,11\nB,2021,4,12\n"
        );
        let dataset = contract(&text);
        assert_eq!(dataset.dimensions(), ["region", "year"], "{name}");
        assert_eq!(
            numbers(&dataset, Measure::Emigrations, &["year"]),
            ["2020 30", "2021 23"],
            "{name}"
        );
    }
    // Row numbers hide no total that only numbers show, nor a row that is there twice.
    let mut text = "id,land,year,emigrations\n".to_owned();
    let rows = [
        ("w", 2001, 9),
        ("a", 2001, 3),
        ("b", 2001, 4),
        ("c", 2001, 2),
        ("w", 2002, 12),
        ("a", 2002, 5),
        ("b", 2002, 4),
        ("c", 2002, 3),
        ("w", 2003, 6),
        ("a", 2003, 1),
        ("b", 2003, 4),
        ("c", 2003, 1),
    ];
    for (at, (land, year, number)) in rows.iter().enumerate() {
        text += &format!("{at},{land},{year},{number}\n");
    }
    assert_eq!(
        numbers(&contract(&text), Measure::Emigrations, &["year"]),
        ["2001 9", "2002 12", "2003 6"]
    );
    let twice = open(&[named(
        "a.csv",
        "id,land,year,emigrations\n0,a,2001,5\n1,a,2001,5\n2,b,2001,7\n",
    )]);
    assert_eq!(twice.unwrap().dimensions(), ["id", "land", "year"]);
}

#[test]
fn codes_that_are_numbers_stay_codes() {
    for (name, codes) in [
        ("municipality", ["0301", "4601", "1103"]),
        ("birth_country_code", ["101", "102", "25"]),
        ("population_group", ["1", "2", "10"]),
        ("household_size", ["1", "2", "10"]),
        ("isco", ["1.1", "1.2", "10.1"]),
        ("bosatt", ["0", "1", "2"]),
        ("immigrant_background", ["1", "2", "3"]),
    ] {
        let mut text = format!("{name},year,emigrations\n");
        for year in 2001..=2004 {
            for code in codes {
                text += &format!("{code},{year},1\n");
            }
        }
        let dataset = contract(&text);
        assert_eq!(dataset.dimensions(), [name, "year"]);
        assert_eq!(
            numbers(&dataset, Measure::Emigrations, &[name]).len(),
            3,
            "{name}"
        );
    }
    // Beside the names that they stand for.
    let mut text = "knr,kommune,year,emigrations\n".to_owned();
    for (code, label) in [
        ("301", "Oslo"),
        ("1103", "Stavanger"),
        ("4601", "Bergen"),
        ("5001", "Trondheim"),
        ("42", "x"),
    ] {
        text += &format!("{code},{label},2001,1\n");
    }
    assert_eq!(contract(&text).dimensions(), ["knr", "kommune", "year"]);
}

#[test]
fn a_total_is_found_by_its_numbers_in_a_large_table_too() {
    let (lands, regions) = (5_u32, 9_000_u32);
    let mut text = "land,region,year,emigrations\n".to_owned();
    for region in 0..regions {
        for year in 2001..=2004 {
            let number = |land: u32| (region * 7 + land * 13 + year) % 50 + 1;
            let whole: u32 = (0..lands).map(number).sum();
            text += &format!("w,{region},{year},{whole}\n");
            for land in 0..lands {
                text += &format!("{land},{region},{year},{}\n", number(land));
            }
        }
    }
    assert!(text.lines().count() > 200_000);
    let dataset = contract(&text);
    let land = dataset.tables[0].dimension("land").unwrap();
    assert_eq!(
        (land.additive.codes, &land.additive.whole),
        (Additivity::Parts, &vec!["w".to_owned()])
    );
    let region = dataset.tables[0].dimension("region").unwrap();
    assert_eq!(
        (region.additive.codes, region.additive.whole.len()),
        (Additivity::Parts, 0)
    );
}

#[test]
fn numbers_that_the_office_says_are_not_to_be_added_up_are_asked_about() {
    let file = |allowed: &str| {
        format!(
            "CHARSET=\"ANSI\";\nTITLE=\"Emigrations by region and year\";\nCONTENTS=\"Emigrations\";\n\
                UNITS=\"persons\";\n\
             {allowed}STUB=\"region\";\nHEADING=\"year\";\nVALUES(\"region\")=\"A\",\"B\";\n\
             VALUES(\"year\")=\"2001\",\"2002\";\n\
             TIMEVAL(\"year\")=TLIST(A1),\"2001\",\"2002\";\nDATA=\n1 2 3 4;\n"
        )
    };
    let asked = |text: &str| {
        session(&[("a.px", text)])
            .understood(Lang::En)
            .questions
            .len()
    };
    assert_eq!(
        [
            asked(&file("")),
            asked(&file("AGGREGALLOWED=YES;\n")),
            asked(&file("AGGREGALLOWED=NO;\n"))
        ],
        [0, 0, 1]
    );
    let refused = ["NotAdditive { dimension: \"region\" }"];
    let dataset = foreign("a.px", &file("AGGREGALLOWED=NO;\n"));
    assert_eq!(numbers(&dataset, Measure::Emigrations, &["year"]), refused);
    assert_eq!(
        numbers(&dataset, Measure::Emigrations, &["region", "year"]).len(),
        4
    );
}

#[test]
fn a_json_text_that_breaks_off_or_goes_too_deep_is_told_as_that() {
    let kind = |text: &str| taken(&[("a.json", text)]).unwrap_err()[0].kind.clone();
    let whole = r#"{"version":"2.0","class":"dataset","id":["year"],"size":[2],"value":[1,2],"dimension":{"year":{"category":{"index":["2020","2021"]}}}}"#;
    for end in [whole.len() - 1, whole.len() - 10, 60, 30] {
        assert_eq!(
            kind(&whole[..end]),
            ProblemKind::CutOff,
            "{}",
            &whole[..end]
        );
    }
    let deep = ProblemKind::TooDeep { limit: 64 };
    assert_eq!(
        [kind(&"[".repeat(200_000)), kind(&"{\"a\":".repeat(100_000))],
        [deep.clone(), deep]
    );
    assert_eq!(kind("[{\"a\":1}]"), ProblemKind::JsonMember);
    assert_eq!(kind("{\"a\" 1}"), ProblemKind::Json);
}

/// A file of a folder, opened with answers as `0.take.1=sum 0.measure.0=person_years`.
fn opened(path: &Path, answers: &str) -> Result<Dataset, Vec<Problem>> {
    let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let mut session = ImportSession::default();
    session.add(vec![named(&name, bytes)], &mut |_| ())?;
    let answers: Vec<(String, String)> = answers
        .split_whitespace()
        .filter_map(|answer| answer.split_once('='))
        .map(|(id, value)| (id.to_owned(), value.to_owned()))
        .collect();
    let asked: Vec<String> = session
        .questions()
        .into_iter()
        .map(|question| question.id)
        .collect();
    let answered: Vec<&String> = answers.iter().map(|(id, _)| id).collect();
    assert_eq!(
        asked.iter().collect::<Vec<_>>(),
        answered,
        "{}",
        path.display()
    );
    session.answer(&answers)?;
    let outcome = session.outcome()?;
    match session.nothing_to_show(&outcome) {
        Some(problem) => Err(vec![problem]),
        None => as_the_page_has_it(&outcome.dataset),
    }
}

/// Checks the files of a folder against a table of sums that was made without the readers.
fn check_sums(folder: &Path, table: &Path) -> usize {
    let table = std::fs::read_to_string(table).unwrap();
    let mut rows: Vec<Vec<&str>> = table
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect())
        .collect();
    if table.starts_with("file,measure") {
        rows.iter_mut().for_each(|row| row.insert(1, ""));
    }
    let files = rows.chunk_by(|one, two| one[..2] == two[..2]);
    let mut checked = 0;
    for rows in files {
        let path = folder.join(rows[0][0]);
        let dataset = opened(&path, rows[0][1]);
        for row in rows {
            let [file, _, measure, year, sum] = row[..] else {
                panic!("{row:?}");
            };
            checked += 1;
            if measure == "refused" {
                let problems = dataset.as_ref().expect_err(file);
                assert_eq!(problems[0].found, year, "{file}");
                assert_eq!(
                    format!("{:?}", problems[0].kind),
                    format!("Obstacle({sum})"),
                    "{file}"
                );
                continue;
            }
            let measure = match measure {
                "population" => Measure::Population,
                "person_years" => Measure::PersonYears,
                _ => Measure::Emigrations,
            };
            let dataset = dataset
                .as_ref()
                .unwrap_or_else(|problems| panic!("{file}: {}", sentences(problems)));
            let found = answer(dataset, &Question::new(measure, ["year"]));
            let found = found.unwrap_or_else(|refusal| panic!("{file}: {refusal:?}"));
            let found = found.value(&[year]);
            let near = |found: f64, sum: f64| (found - sum).abs() <= 1e-9 * sum.abs();
            let is_right = match (found, sum.parse::<f64>()) {
                (Some(found), Ok(sum)) => near(found, sum),
                (found, sum) => found.is_none() && sum.is_err(),
            };
            assert!(is_right, "{file} {year}: {found:?}, not {sum}");
        }
    }
    checked
}

#[test]
fn each_form_of_the_offices_gives_the_sums_that_were_counted_beside_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/meaning");
    let checked = check_sums(&folder, &folder.join("sums.csv"));
    assert_eq!(checked, 31);
    let files = std::fs::read_dir(&folder).unwrap().count();
    assert_eq!(files, 18, "a file is in no row of sums.csv");
}

#[test]
fn each_sample_gives_the_sums_that_were_computed_without_the_readers() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let given = std::env::var_os("UTVANDRING_SAMPLES").map(PathBuf::from);
    let folder = given.unwrap_or_else(|| root.join("../shared/samples"));
    if !folder.is_dir() {
        // Written past the capture of the test runner, so that the gap is seen.
        let line = format!("skipped: samples not there ({})\n", folder.display());
        std::io::stderr().write_all(line.as_bytes()).unwrap();
        return;
    }
    assert_eq!(
        check_sums(&folder, &root.join("tests/fixtures/formats/sums.csv")),
        357
    );
}

#[test]
fn no_word_of_the_report_stands_under_other_data() {
    let mut text = "citizenship,sex,age,education,destination,year,emigrations,returned_5y,population_jan1,population_dec31\n"
        .to_owned();
    for citizenship in ["a", "b"] {
        for (age, sex) in [(20, "k"), (21, "m"), (22, "k"), (23, "m")] {
            for year in [2018, 2019, 2020, 2021] {
                for (at, destination) in ["origin", "nordic", "unknown"].into_iter().enumerate() {
                    let education = ["high", "low"][at % 2];
                    let number = 10 + age % 7 + at;
                    text += &format!(
                        "{citizenship},{sex},{age},{education},{destination},{year},{number},3,{},{}\n",
                        1000 + number + usize::from(citizenship == "b"),
                        1010 + number
                    );
                }
            }
        }
    }
    let dataset = contract(&text);
    let of_report = [
        "talt opp i registre",
        "talde opp i register",
        "come from registers",
        "registrert flytting",
        "registered move",
        "six months",
        "seks mån",
        "18–35",
        "pandemi",
        "living in norway",
        "bosatt i norge",
        "busett i noreg",
        "died",
        "døde",
        "døydde",
        "studenter",
        "students",
        "immigrated",
        "innvandret",
        "innvandra",
        "descendant",
        "etterkommer",
        "etterkomar",
    ];
    let check = |shown: String, lang: Lang| {
        // What a choice is called in addresses is no word.
        let shown = shown.to_lowercase().replace("without_pandemic", "");
        for word in of_report {
            let at = shown.find(word);
            let around = |at: usize| {
                shown
                    .chars()
                    .skip(shown[..at].chars().count().saturating_sub(80))
                    .take(200)
            };
            assert!(
                at.is_none(),
                "{lang:?} {word}: {}",
                around(at.unwrap_or(0)).collect::<String>()
            );
        }
    };
    let share = |of: &str| Measure::Share { of: of.to_owned() };
    for lang in Lang::ALL {
        for (measure, x, series) in [
            (Measure::Emigrations, "year", Some("citizenship")),
            (Measure::Rate, "year", None),
            (Measure::Rate, "education", Some("sex")),
            (Measure::Population, "year", None),
            (Measure::ReturnShare, "citizenship", None),
            (share("destination"), "destination", Some("citizenship")),
        ] {
            let by: Vec<&str> = std::iter::once(x).chain(series).collect();
            let spec = Spec::of_question(Question::new(measure, by), x, series);
            let figure = build(&spec, &dataset, lang);
            assert_eq!(figure.absent, None);
            check(format!("{:?}", figure.sheet), lang);
        }
        let first = page(&dataset, &Vec::new(), lang);
        for (kind, _) in &first.controls[0].choices {
            let found = page(&dataset, &vec![("kind".to_owned(), kind.clone())], lang);
            check(format!("{found:?}"), lang);
        }
    }
}

#[test]
fn the_number_of_people_behind_a_figure_counts_each_of_them_once() {
    let base = |dataset: &Dataset, measure: Measure, x: &str| {
        let spec = Spec::of_question(Question::new(measure, [x]), x, None);
        let figure = build(&spec, dataset, Lang::En);
        let texts = format!("{:?} {:?}", figure.sheet, figure.panels);
        let at = texts.find("N = ");
        at.map(|at| {
            texts[at..]
                .chars()
                .take_while(|letter| *letter != '.')
                .collect::<String>()
        })
    };
    let parts = contract(
        "land,year,emigrations,persons\na,2001,3,30\nb,2001,4,40\na,2002,5,31\nb,2002,6,41\n",
    );
    assert_eq!(
        base(&parts, Measure::Emigrations, "land").as_deref(),
        Some("N = 18 emigrations")
    );
    assert_eq!(
        base(&parts, Measure::Emigrations, "year").as_deref(),
        Some("N = 18 emigrations")
    );
    // Whoever is there in two years is one person.
    assert_eq!(base(&parts, Measure::Persons, "year"), None);
    // Two ways of counting the same are no eleven.
    let alternatives = foreign(
        "a.csv",
        "metode;år;Utvandring\nregister;2020;5\nutvalg;2020;6\n",
    );
    assert_eq!(base(&alternatives, Measure::Emigrations, "metode"), None);
}

#[test]
fn files_of_the_same_columns_never_pass_for_each_other() {
    let of = |region: &str, number: u32| {
        format!("region;år;Utvandring\n{region};2020;{number}\n{region};2021;{number}\n")
    };
    let refused = |one: &str, two: &str| {
        let problems = taken(&[("a.csv", one), ("b.csv", two)]).unwrap_err();
        assert_eq!(problems.len(), 1, "{problems:?}");
        (
            problems[0].file.clone(),
            problems[0].found.clone(),
            problems[0].kind.clone(),
        )
    };
    let told = (
        "b.csv".to_owned(),
        "a.csv".to_owned(),
        ProblemKind::Obstacle(Obstacle::SeveralVersions),
    );
    // Parts of one table, and two versions of it.
    assert_eq!(refused(&of("A", 5), &of("B", 7)), told);
    assert_eq!(refused(&of("A", 5), &of("A", 6)), told);
    assert_eq!(refused(&of("A", 5), &(of("A", 5) + "B;2020;1\n")), told);
    // The same one twice is one, and other columns or measures are another table.
    let same = taken(&[("a.csv", &of("A", 5)), ("b.csv", &of("A", 5))]).unwrap();
    assert_eq!(
        numbers(&same, Measure::Emigrations, &["year"]),
        ["2020 5", "2021 5"]
    );
    let sexes = "kjønn;år;Utvandring\nMenn;2020;3\nKvinner;2020;2\nMenn;2021;3\nKvinner;2021;2\n";
    let both = taken(&[("a.csv", &of("A", 5)), ("b.csv", sexes)]).unwrap();
    assert_eq!(numbers(&both, Measure::Emigrations, &["region"]), ["A 10"]);
    assert_eq!(
        numbers(&both, Measure::Emigrations, &["sex"]),
        ["m 6", "f 4"]
    );
    let people = "region;år;Folkemengde 1. januar\nA;2020;100\nA;2021;100\nA;2022;100\n";
    let rates = taken(&[("a.csv", &of("A", 5)), ("b.csv", people)]).unwrap();
    assert_eq!(
        numbers(&rates, Measure::Rate, &["year"]),
        ["2020 0.05", "2021 0.05"]
    );
}

/// A file that an office could write, and what is right of it.
struct Case {
    name: String,
    file: String,
    /// How it is to end: `right`, `asked`, `refused`, or `absent` where it opens without the number.
    end: String,
    /// A measure, by what, and each key with its number.
    sums: Vec<(Measure, Vec<String>, Vec<String>)>,
    text: String,
}

/// Cases are written one below the other: `=== name`, the file's name, how it ends, the right numbers, `---`,
/// and the file as it is.
fn cases(written: &str) -> Vec<Case> {
    let each = written
        .split("\n=== ")
        .map(|case| case.trim_start_matches("=== "));
    each.filter(|case| case.contains("\n---\n"))
        .map(case)
        .collect()
}

fn case(written: &str) -> Case {
    let (head, text) = written.split_once("\n---\n").unwrap();
    let mut lines = head.lines();
    let mut case = Case {
        name: lines.next().unwrap().to_owned(),
        file: "fil.csv".to_owned(),
        end: String::new(),
        sums: Vec::new(),
        text: format!("{}\n", text.trim_end_matches('\n')),
    };
    for line in lines {
        let (what, is) = line.split_once(": ").unwrap_or_else(|| panic!("{line}"));
        match what {
            "file" => is.clone_into(&mut case.file),
            "end" => is.clone_into(&mut case.end),
            _ => {
                let (measure, by) = what.split_once(" by ").unwrap_or((what, "year"));
                let measure = Measure::from_name(measure, &[]).unwrap_or_else(|| panic!("{line}"));
                let by = by.split(' ').filter(|by| *by != "all").map(str::to_owned);
                let numbers = is.split(", ").map(str::to_owned).collect();
                case.sums.push((measure, by.collect(), numbers));
            }
        }
    }
    case
}

/// The bytes of the file; sheets of a workbook are written with `;` between cells and a line `~~~` between them.
fn bytes_of(case: &Case) -> Vec<u8> {
    if !case.file.ends_with(".xlsx") {
        return case.text.clone().into_bytes();
    }
    let sheets = case.text.split("~~~\n").map(|sheet| {
        let rows = sheet
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.is_empty());
        let rows = rows.map(|(at, line)| row(at + 1, &line.split(';').collect::<Vec<_>>()));
        rows.collect::<String>()
    });
    let sheets: Vec<String> = sheets.collect();
    workbook(&sheets.iter().map(String::as_str).collect::<Vec<_>>())
}

/// How a case ends: `right`, `asked`, `refused`, `absent`, or `WRONG`, and what tells it.
fn ending(case: &Case) -> (&'static str, String) {
    let mut session = ImportSession::default();
    let files = vec![named(&case.file, bytes_of(case))];
    // As the page does: a table of the contract is opened, and what is no such table is asked about.
    if are_contract_files(&files) {
        match opened_beside(&files) {
            Ok(dataset) if !has_unknown_columns([case.file.as_str()].into_iter(), &dataset) => {
                return judged(case, &dataset);
            }
            Ok(_) => {}
            Err(problems) if !are_to_be_asked_about(&files, &problems) => {
                return ("refused", sentences(&problems));
            }
            Err(_) => {}
        }
    }
    if let Err(problems) = session.add(files, &mut |_| ()) {
        return ("refused", sentences(&problems));
    }
    let asked = session.understood(Lang::En).questions;
    if !asked.is_empty() {
        let asked: Vec<String> = asked.into_iter().map(|asked| asked.text).collect();
        return ("asked", asked.join("\n"));
    }
    let outcome = match session.outcome() {
        Ok(outcome) => outcome,
        Err(problems) => return ("refused", sentences(&problems)),
    };
    if let Some(problem) = session.nothing_to_show(&outcome) {
        return ("refused", sentences(&[problem]));
    }
    judged(case, &outcome.dataset)
}

/// How the numbers of an open data set are, against those that are right.
fn judged(case: &Case, dataset: &Dataset) -> (&'static str, String) {
    let (mut end, mut told) = ("right", Vec::new());
    for (measure, by, expected) in &case.sums {
        let by: Vec<&str> = by.iter().map(String::as_str).collect();
        let found = numbers(dataset, measure.clone(), &by);
        if found == *expected {
            continue;
        }
        let is_number = |row: &&String| {
            let value = row.rsplit(' ').next().unwrap_or_default();
            value.parse::<f64>().is_ok()
        };
        let is_wrong = found
            .iter()
            .filter(is_number)
            .any(|row| !expected.contains(row));
        if is_wrong || end == "right" {
            end = if is_wrong { "WRONG" } else { "absent" };
        }
        told.push(format!("{measure:?} by {by:?}: {}", found.join(", ")));
    }
    if end != "right" {
        let notes = dataset.notes.iter().map(|note| note.en.clone());
        told.extend(notes);
    }
    (end, told.join("\n"))
}

#[test]
fn no_form_that_an_office_could_write_gives_another_number() {
    let own = std::env::var_os("UTVANDRING_CASES").map(PathBuf::from);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = own.unwrap_or_else(|| root.join("tests/fixtures/unseen"));
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    let (mut count, mut wrong) = (0, String::new());
    for file in files {
        let written = std::fs::read_to_string(&file).unwrap();
        for case in cases(&written) {
            count += 1;
            let (end, told) = ending(&case);
            if end != case.end {
                let name = file.file_name().unwrap().to_string_lossy();
                wrong += &format!("{name}: {}: {end}, not {}\n{told}\n\n", case.name, case.end);
            }
        }
    }
    assert!(wrong.is_empty(), "{count} cases\n{wrong}");
}
