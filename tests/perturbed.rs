//! Counts that a publisher has changed so that they tell of nobody: said wherever their numbers are, from the
//! description to a file that leaves the page.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shipped;

use shipped::of_texts;
use utvandring::data::csv_table::Expectations;
use utvandring::data::csv_table::worker_codec;
use utvandring::data::descriptor::Descriptor;
use utvandring::data::open::{NamedBytes, handed_over, open};
use utvandring::data::{Dataset, Method, Perturbation, ProblemKind, write};
use utvandring::explain::{Number, Shown, of_number};
use utvandring::figures::build::build;
use utvandring::figures::export::{Request, csv};
use utvandring::figures::spec::Spec;
use utvandring::measures::analysis::suppressed::withheld;
use utvandring::measures::{Measure, Note, Question, Status, answer};
use utvandring::text::Lang;

const ROWS: &str = "group,year,emigrations,returned_5y,person_years\n\
                    a,2000,6,3,100\na,2001,9,3,110\nb,2000,0,3,0\nb,2001,3,3,200\nc,2000,:,0,50\n";

const HOW: Perturbation = Perturbation {
    method: Method::SmallCountRounding,
    base: Some(3.0),
    max_difference: 2.0,
};

const ON_EVENTS: &str = r#"{"name": "emigrations", "perturbed": {"method": "small_count_rounding", "base": 3,
    "max_difference": 2}}, {"name": "returned_5y", "perturbed": {"method": "small_count_rounding", "base": 3,
    "max_difference": 2}}"#;

fn described(resource: &str, fields: &str) -> String {
    format!(
        r#"{{"name": "p", "title": "P", "resources": [{{"name": "t", "path": "t.csv", {resource}
           "schema": {{"fields": [{fields}]}}}}]}}"#
    )
}

fn opened(resource: &str, fields: &str, rows: &str) -> Dataset {
    let description = described(resource, fields);
    open(&of_texts(&[
        ("datapackage.json", &description),
        ("t.csv", rows),
    ]))
    .unwrap()
}

fn perturbed() -> Dataset {
    opened("", ON_EVENTS, ROWS)
}

#[test]
fn what_is_wrong_with_a_perturbation_is_told_with_its_place() {
    let cases = [
        (
            r#"{"method": "noise", "max_difference": 1}"#,
            "method: small_count_rounding, cell_key, other",
        ),
        (r#"{"method": "cell_key"}"#, "max_difference: number"),
        (
            r#"{"method": "cell_key", "max_difference": 0}"#,
            "max_difference: number > 0",
        ),
        (
            r#"{"method": "cell_key", "max_difference": "2"}"#,
            "max_difference: number",
        ),
        (
            r#"{"method": "small_count_rounding", "max_difference": 2}"#,
            "base: number",
        ),
        (
            r#"{"method": "small_count_rounding", "base": -3, "max_difference": 2}"#,
            "base: number > 0",
        ),
    ];
    for (written, found) in cases {
        let on_field = described(
            "",
            &format!(r#"{{"name": "emigrations", "perturbed": {written}}}"#),
        );
        let problem = Descriptor::parse("datapackage.json", &on_field).unwrap_err();
        assert_eq!(problem.kind, ProblemKind::DescriptorField);
        assert_eq!(
            problem.found,
            format!("resources[0].schema.fields[0].perturbed.{found}")
        );
        let on_table = described(&format!(r#""perturbed": {written},"#), "");
        let problem = Descriptor::parse("datapackage.json", &on_table).unwrap_err();
        assert_eq!(problem.found, format!("resources[0].perturbed.{found}"));
    }
    assert!(
        Descriptor::parse("datapackage.json", &described(r#""perturbed": true,"#, "")).is_err()
    );
}

#[test]
fn said_of_a_table_it_holds_for_its_counts_and_said_of_a_field_for_that_one() {
    let rows = "group,emigrations,persons,return_share_percent\na,3,9,40\n";
    let table = r#""perturbed": {"method": "cell_key", "max_difference": 4.5},"#;
    let data = opened(table, &ON_EVENTS.replace("returned_5y", "persons"), rows);
    let of = |name: &str| data.tables[0].measure(name).unwrap().perturbed;
    assert_eq!(of("emigrations"), Some(HOW));
    assert_eq!(of("persons"), Some(HOW));
    assert_eq!(of("return_share_percent"), None);
    let data = opened(table, "", rows);
    let key = data.tables[0]
        .measure("persons")
        .unwrap()
        .perturbed
        .unwrap();
    assert_eq!(
        (key.method, key.base, key.max_difference),
        (Method::CellKey, None, 4.5)
    );
}

#[test]
fn changed_counts_need_not_agree_and_others_must() {
    let more_returned = "group,emigrations,returned_5y\na,2,3\n";
    assert!(open(&of_texts(&[("t.csv", more_returned)])).is_err());
    let data = opened("", ON_EVENTS, more_returned);
    let question = Question::new(Measure::ReturnShare, ["group"]);
    let row = &answer(&data, &question).unwrap().rows[0];
    assert_eq!(
        (row.value, row.status),
        (None, Status::Inconsistent),
        "150 % is no share"
    );
    // A worker that looks for problems finds none either.
    let description = Descriptor::parse("d", &described("", ON_EVENTS)).unwrap();
    let expected = Expectations::of_resource(&description.resources[0], &Default::default());
    let found = |expected: &Expectations| {
        let expected = worker_codec::expectations_to_bytes(expected);
        let found = worker_codec::problems("t.csv", more_returned.as_bytes(), &expected);
        worker_codec::problems_of("t.csv", &found.unwrap())
            .unwrap()
            .len()
    };
    assert_eq!((found(&expected), found(&Expectations::default())), (0, 1));
}

#[test]
fn a_number_lies_within_what_its_cells_may_be_off_together() {
    let data = perturbed();
    let of = |measure: Measure, by: &[&str]| {
        let question = Question::new(measure, by.iter().copied());
        answer(&data, &question).unwrap()
    };
    let row =
        |measure: Measure, by: &[&str], key: &[&str]| of(measure, by).row(key).unwrap().clone();
    // One cell, and two of which each may be off by 2.
    let one = row(Measure::Emigrations, &["group", "year"], &["a", "2000"]);
    assert_eq!((one.value, one.rounding), (Some(6.0), Some((4.0, 8.0))));
    let two = row(Measure::Emigrations, &["group"], &["a"]);
    assert_eq!((two.value, two.rounding), (Some(15.0), Some((11.0, 19.0))));
    let below = row(Measure::Emigrations, &["group", "year"], &["b", "2000"]);
    assert_eq!(below.rounding, Some((0.0, 2.0)), "no count is below zero");
    assert_eq!(row(Measure::PersonYears, &["group"], &["a"]).rounding, None);
    // The exposure is as it was counted.
    let rate = row(Measure::Rate, &["group"], &["a"]);
    let (low, high) = rate.rounding.unwrap();
    assert_eq!((low, high), (11.0 / 210.0, 19.0 / 210.0));
    // Above and below the line, two cells each.
    let share = row(Measure::ReturnShare, &["group"], &["a"]);
    assert_eq!(share.rounding, Some((2.0 / 19.0, 10.0 / 11.0)));
    let withheld_row = row(Measure::Rate, &["group"], &["c"]);
    assert_eq!(
        (withheld_row.status, withheld_row.rounding),
        (Status::SuppressedInput, None)
    );
    let question = Question::new(Measure::Rate, ["group"]);
    assert_eq!(
        withheld(&data, &question, &withheld_row, false),
        None,
        "changed cells bound nothing"
    );
    let told = Note::Perturbed { how: HOW, cells: 2 };
    for measure in [Measure::Emigrations, Measure::Rate, Measure::ReturnShare] {
        assert!(
            of(measure.clone(), &["group"]).notes.contains(&told),
            "{measure:?}"
        );
    }
    let exact = of(Measure::PersonYears, &["group"]);
    assert!(
        !exact
            .notes
            .iter()
            .any(|note| matches!(note, Note::Perturbed { .. }))
    );
}

#[test]
fn the_mean_of_years_is_off_by_the_mean_of_what_they_are() {
    let table = r#""perturbed": {"method": "other", "max_difference": 3},"#;
    let rows = "group,year,population_jan1,population_dec31\n\
                a,2000,100,200\na,2001,200,300\nb,2000,50,50\nb,2001,50,50\n";
    let data = opened(table, "", rows);
    let question = Question::new(Measure::Population, []);
    let found = answer(&data, &question).unwrap();
    // Two groups in each of two years: 6 of each year's 200 and 300.
    assert_eq!(found.rows[0].value, Some(250.0));
    assert_eq!(found.rows[0].rounding, Some((244.0, 256.0)));
}

/// Every combination within the bounds gives a number within the range.
#[test]
fn no_truth_within_the_bounds_lies_outside_the_range() {
    let data = perturbed();
    for measure in [Measure::Rate, Measure::ReturnShare] {
        let question = Question::new(measure, ["group", "year"]);
        for row in answer(&data, &question).unwrap().rows {
            let (Some((low, high)), Some(above), Some(below)) =
                (row.rounding, row.numerator, row.denominator)
            else {
                continue;
            };
            let is_share = question.measure == Measure::ReturnShare;
            for up in [-2.0, -1.0, 0.0, 1.0, 2.0] {
                for down in [-2.0, 0.0, 2.0] {
                    let above = above + up;
                    let below = below + if is_share { down } else { 0.0 };
                    if above < 0.0 || below <= 0.0 || (is_share && above > below) {
                        continue;
                    }
                    let truth = above / below;
                    assert!((low..=high).contains(&truth), "{truth} {low} {high}");
                }
            }
        }
    }
}

#[test]
fn figures_explanations_and_files_say_it_in_three_languages() {
    let data = perturbed();
    let question = Question::new(Measure::Rate, ["group"]);
    let spec = Spec::of_question(question.clone(), "group", None);
    let told = [
        (Lang::Nb, "inntil 2, en sum av 2 slike med inntil 4"),
        (Lang::Nn, "inntil 2, ein sum av 2 slike med inntil 4"),
        (Lang::En, "up to 2, a sum of 2 of them by up to 4"),
    ];
    for (lang, words) in told {
        let figure = build(&spec, &data, lang);
        let below = figure.sheet.footer.join(" ");
        assert!(below.contains(words), "{below}");
        let cell = &figure.panels[0].table.rows[0].cells[0];
        assert!(
            !cell.range.is_empty(),
            "where the number lies stands beside it"
        );
        let number = Number::value(&question, &["a".to_owned()]);
        let told = of_number(&data, &number, 0.95, lang).unwrap();
        let caveats = told.caveats.join(" ");
        assert!(caveats.contains(words), "{caveats}");
        let percent = if lang == Lang::En { "5.24%" } else { "5,24 %" };
        assert!(
            caveats
                .replace(['\u{a0}', '\u{202f}'], " ")
                .contains(percent),
            "{caveats}"
        );
        // Of one cell no sum is told.
        let by_year = Question::new(Measure::Emigrations, ["group", "year"]);
        let key = ["a".to_owned(), "2000".to_owned()];
        let told = of_number(&data, &Number::value(&by_year, &key), 0.95, lang).unwrap();
        assert!(!told.caveats.join(" ").contains(words) && !told.caveats.is_empty());
        let events = Number {
            shown: Shown::Numerator,
            ..Number::value(&question, &["a".to_owned()])
        };
        let told = of_number(&data, &events, 0.95, lang).unwrap();
        assert!(told.caveats.join(" ").contains(words));
        let request = Request {
            spec: &spec,
            dataset: &data,
            lang,
            date: "2026-12-02",
            link: "https://example.org/#/",
            views: &[String::new()],
        };
        let file = csv::csv(&request, 0).unwrap();
        assert!(
            file.lines()
                .any(|line| line.starts_with('#') && line.contains(words)),
            "{file}"
        );
        // Opened again it is as far off: the sums of two cells by up to 4.
        let again = open(&[NamedBytes {
            name: "a.csv".to_owned(),
            bytes: file.clone().into_bytes(),
        }]);
        let again = again.unwrap_or_else(|problems| panic!("{problems:?}\n{file}"));
        let rows = |data: &Dataset| answer(data, &question).unwrap().rows;
        assert_eq!(rows(&again), rows(&data), "{file}");
    }
}

#[test]
fn every_cut_of_counts_is_as_far_off_when_it_is_opened_again() {
    let rows = "group,destination,year,emigrations,returned_5y,person_years\n\
                a,se,2000,6,3,100\na,dk,2000,9,3,100\na,se,2001,3,3,120\na,dk,2001,3,0,120\n\
                b,se,2000,5,3,90\nb,dk,2000,3,0,90\nb,se,2001,0,0,95\nb,dk,2001,12,3,95\n";
    let data = opened("", ON_EVENTS, rows);
    let share = Measure::Share {
        of: "destination".to_owned(),
    };
    let cases = [
        (Measure::Emigrations, vec!["group"]),
        (Measure::ReturnShare, vec!["group"]),
        (share, vec!["group", "destination"]),
    ];
    for (measure, by) in cases {
        let question = Question::new(measure, by.iter().copied());
        let spec = Spec::of_question(question.clone(), by[0], by.get(1).copied());
        let request = Request {
            spec: &spec,
            dataset: &data,
            lang: Lang::Nb,
            date: "2026-12-02",
            link: "https://example.org/#/",
            views: &[String::new()],
        };
        let file = csv::csv(&request, 0).unwrap();
        let again = open(&of_texts(&[("a.csv", &file)])).unwrap();
        let (before, after) = (
            answer(&data, &question).unwrap(),
            answer(&again, &question).unwrap(),
        );
        assert!(before.rows.iter().all(|row| row.rounding.is_some()));
        assert_eq!(after.rows, before.rows, "{file}");
    }
}

#[test]
fn it_survives_saving_zips_and_what_workers_hand_over() {
    let mut data = opened(
        r#""perturbed": {"method": "cell_key", "max_difference": 4.5},"#,
        "",
        ROWS.replace("b,2000,0,3,0", "b,2000,0,0,0").as_str(),
    );
    data.name = "p".to_owned();
    let key = |data: &Dataset| data.tables[0].measure("emigrations").unwrap().perturbed;
    assert_eq!(key(&data).unwrap().max_difference, 4.5);
    let files: Vec<NamedBytes> = write::package(&data)
        .into_iter()
        .map(|(name, text)| NamedBytes {
            name,
            bytes: text.into_bytes(),
        })
        .collect();
    assert_eq!(key(&open(&files).unwrap()), key(&data));
    assert_eq!(
        key(&handed_over(&write::hand_over(&data)).unwrap().settled()),
        key(&data)
    );
}

#[test]
fn parts_of_a_changed_total_are_not_added_to_it() {
    // The total was changed by itself: it is one all the same.
    let rows = "group,year,emigrations\nall,2000,21\na,2000,9\nb,2000,14\nall,2001,30\na,2001,12\nb,2001,16\n\
                all,2002,41\na,2002,20\nb,2002,22\n";
    let table = r#""perturbed": {"method": "cell_key", "max_difference": 1},"#;
    let question = Question::new(Measure::Emigrations, ["year"]);
    let found = answer(&opened(table, "", rows), &question);
    let value = found.ok().and_then(|found| found.value(&["2000"]));
    assert_ne!(
        value,
        Some(44.0),
        "the total and its parts count the same people"
    );
}
