//! What a table means: a number is a sum of things that may be summed, or it is not there. Cases are
//! data: the text of a file, and the numbers that are right.

// A helper of a test may stop it as the test itself may.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use utvandring::data::open::{NamedBytes, open};
use utvandring::data::{Additivity, Dataset, Problem, write};
use utvandring::measures::{Measure, Question, Refusal, answer};
use utvandring::text::Lang;

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

/// A table of the contract.
fn contract(text: &str) -> Dataset {
    let opened = open(&[named("tabell.csv", text)]);
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
