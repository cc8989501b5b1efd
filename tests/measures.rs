//! Measures at the boundary: worked examples, a slow obvious version, and what must always hold.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shipped;

use std::collections::BTreeMap;

use proptest::prelude::*;
use shipped::of_texts;
use utvandring::data::open::open;
use utvandring::data::{Cell, Dataset};
use utvandring::measures::{
    Answer, Exposure, Filter, Measure, Note, Question, Rebase, Refusal, Status, answer,
};

fn dataset(files: &[(&str, &str)]) -> Dataset {
    open(&of_texts(files)).unwrap()
}

fn share_of_destinations() -> Measure {
    Measure::Share {
        of: "destination".to_owned(),
    }
}

#[test]
fn two_persons_ten_person_years_one_emigration_is_ten_per_cent() {
    let data = dataset(&[("t.csv", "emigrations,person_years\n1,10\n")]);
    let answer = answer(&data, &Question::new(Measure::Rate, [])).unwrap();
    assert_eq!(answer.rows.len(), 1);
    let row = &answer.rows[0];
    assert_eq!(
        (row.numerator, row.denominator, row.value),
        (Some(1.0), Some(10.0), Some(0.1))
    );
    assert_eq!(answer.notes[0], Note::Denominator(Exposure::PersonYears));
}

#[test]
fn a_rate_of_a_year_uses_the_mid_year_population() {
    let csv = "year,emigrations,person_years,population_jan1,population_dec31\n\
               2000,3,70,100,200\n2001,5,80,200,300\n";
    let data = dataset(&[("t.csv", csv)]);
    let by_year = answer(&data, &Question::new(Measure::Rate, ["year"])).unwrap();
    assert_eq!(by_year.value(&["2000"]), Some(3.0 / 150.0));
    assert_eq!(by_year.value(&["2001"]), Some(5.0 / 250.0));
    let pooled = answer(&data, &Question::new(Measure::Rate, [])).unwrap();
    assert_eq!(pooled.rows[0].value, Some(8.0 / 150.0));
    let mut question = Question::new(Measure::Rate, []);
    question.exposure = Some(Exposure::MidYear);
    assert_eq!(
        answer(&data, &question).unwrap().rows[0].value,
        Some(8.0 / 400.0)
    );
    let population = answer(&data, &Question::new(Measure::Population, [])).unwrap();
    assert_eq!(population.rows[0].value, Some(200.0));
    assert!(population.notes.contains(&Note::MeanOfYears { years: 2 }));
}

#[test]
fn a_period_is_named_by_the_years_that_are_there() {
    let table = |years: &[i32]| {
        let rows = years.iter().map(|year| format!("{year},{}\n", year - 1990));
        format!("year,emigrations\n{}", rows.collect::<String>())
    };
    type Case = (&'static [i32], &'static [(&'static str, f64)]);
    let cases: [Case; 4] = [
        // Whole periods have their six years, wherever the data begin and end.
        (
            &[2019, 2018, 2017, 2016, 2015, 2014, 2013, 2012, 2011],
            &[("2011", 21.0), ("2012-2017", 147.0), ("2018-2019", 57.0)],
        ),
        (&[1999, 2000, 2005], &[("1999", 9.0), ("2000-2005", 25.0)]),
        (&[2018, 2020, 2023], &[("2018-2023", 91.0)]),
        (&[2022], &[("2022", 32.0)]),
    ];
    for (years, expected) in cases {
        let data = dataset(&[("t.csv", &table(years))]);
        let by_period = answer(&data, &Question::new(Measure::Emigrations, ["period"])).unwrap();
        let found: Vec<(&str, f64)> = by_period
            .rows
            .iter()
            .map(|row| (row.key[0].as_str(), row.value.unwrap()))
            .collect();
        assert_eq!(found, expected);
        // Each can be asked for by the name it has, and by no other.
        for (period, sum) in expected {
            let mut question = Question::new(Measure::Emigrations, []);
            question.filter = vec![Filter::new("period", [*period])];
            assert_eq!(answer(&data, &question).unwrap().rows[0].value, Some(*sum));
        }
        let mut question = Question::new(Measure::Emigrations, []);
        question.filter = vec![Filter::new("period", ["2006-2011"])];
        assert!(matches!(answer(&data, &question), Err(Refusal::NoTable(_))));
    }
}

#[test]
fn undefined_results_carry_their_reason() {
    let csv = "group,emigrations,person_years\na,3,\nb,:,4\nc,0,0\nd,2,8\n";
    let data = dataset(&[("t.csv", csv)]);
    let answer = answer(&data, &Question::new(Measure::Rate, ["group"])).unwrap();
    let statuses: Vec<Status> = answer.rows.iter().map(|row| row.status).collect();
    assert_eq!(
        statuses,
        [
            Status::MissingInput,
            Status::SuppressedInput,
            Status::NoExposure,
            Status::Ok
        ]
    );
    assert!(answer.rows[..3].iter().all(|row| row.value.is_none()));
    assert_eq!(answer.value(&["d"]), Some(0.25));
}

#[test]
fn a_sum_with_a_missing_part_is_missing() {
    let data = dataset(&[("t.csv", "year,emigrations\n2000,3\n2001,\n")]);
    let answer = answer(&data, &Question::new(Measure::Emigrations, [])).unwrap();
    assert_eq!(
        (answer.rows[0].value, answer.rows[0].status),
        (None, Status::MissingInput)
    );
}

#[test]
fn cohorts_without_five_years_are_not_yet_observable_and_not_zero() {
    let csv = "year,emigrations,returned_5y\n2018,10,4\n2019,10,5\n2020,50,.\n";
    let data = dataset(&[("t.csv", csv)]);
    let pooled = answer(&data, &Question::new(Measure::ReturnShare, [])).unwrap();
    assert_eq!(pooled.rows[0].value, Some(9.0 / 20.0));
    assert_eq!(
        pooled.notes[0],
        Note::NotYetObservable {
            years: vec!["2020".to_owned()]
        }
    );
    let by_year = answer(&data, &Question::new(Measure::ReturnShare, ["year"])).unwrap();
    assert_eq!(
        by_year.row(&["2020"]).unwrap().status,
        Status::NoCompleteCohort
    );
    assert_eq!(by_year.value(&["2019"]), Some(0.5));
}

#[test]
fn shares_have_every_destination_in_the_base_until_rebased() {
    let csv = "group,destination,emigrations\na,origin,50\na,nordic,30\na,uk,10\na,unknown,10\n";
    let data = dataset(&[("t.csv", csv)]);
    let all = answer(
        &data,
        &Question::new(share_of_destinations(), ["destination"]),
    )
    .unwrap();
    assert_eq!(all.value(&["nordic"]), Some(0.3));
    let question = Question::new(share_of_destinations(), ["group", "destination"])
        .rebased(Rebase::to_known_new_country());
    let rebased = answer(&data, &question).unwrap();
    assert_eq!(rebased.value(&["a", "nordic"]), Some(0.75));
    assert_eq!(rebased.row(&["a", "nordic"]).unwrap().left_out, Some(60.0));
    assert!(rebased.row(&["a", "origin"]).is_none());
    let pooled =
        Question::new(share_of_destinations(), ["group"]).filtered("destination", ["nordic", "uk"]);
    assert_eq!(answer(&data, &pooled).unwrap().value(&["a"]), Some(0.4));
    let kind = Question::new(
        Measure::Share {
            of: "destination_kind".into(),
        },
        ["destination_kind"],
    );
    assert_eq!(answer(&data, &kind).unwrap().value(&["other"]), Some(0.4));
}

#[test]
fn a_share_without_the_whole_base_is_refused() {
    let description = r#"{"name": "p", "labels": {"destination_kind": {"origin": {}, "other": {},
        "unknown": {}}}, "resources": [{"name": "t", "path": "t.csv"}]}"#;
    let data = dataset(&[
        ("datapackage.json", description),
        ("t.csv", "destination_kind,emigrations\norigin,6\nother,4\n"),
    ]);
    let kinds = Measure::Share {
        of: "destination_kind".to_owned(),
    };
    let refused = answer(&data, &Question::new(kinds, ["destination_kind"]));
    assert!(matches!(refused, Err(Refusal::NoTable(_))), "{refused:?}");
}

#[test]
fn a_share_of_a_code_that_is_not_there_is_refused() {
    let data = dataset(&[("t.csv", "destination,emigrations\nuk,6\nother,4\n")]);
    let question = Question::new(share_of_destinations(), []).filtered("destination", ["nope"]);
    assert!(matches!(answer(&data, &question), Err(Refusal::NoTable(_))));
}

#[test]
fn the_smallest_adequate_table_answers() {
    let data = dataset(&[
        (
            "fine.csv",
            "group,year,emigrations\na,2000,1\na,2001,2\nb,2000,3\nb,2001,4\n",
        ),
        ("coarse.csv", "group,emigrations\na,3\nb,7\n"),
        ("other.csv", "origin,emigrations\nx,10\n"),
    ]);
    let table_for = |by: &[&str]| {
        let question = Question::new(Measure::Emigrations, by.iter().copied());
        answer(&data, &question).map(|answer| answer.table)
    };
    assert_eq!(table_for(&["group"]).unwrap(), "coarse");
    assert_eq!(table_for(&["year"]).unwrap(), "fine");
    let Err(Refusal::NoTable(none)) = table_for(&["origin", "year"]) else {
        panic!("no table has both");
    };
    assert_eq!(none.tables.len(), 3);
    assert!(none.tables.iter().all(|(_, lacks)| !lacks.is_empty()));
}

#[test]
fn a_table_that_covers_part_of_a_dimension_says_so() {
    let data = dataset(&[
        ("all.csv", "group,emigrations\na,3\nb,7\n"),
        ("part.csv", "group,origin,emigrations\na,x,1\na,y,2\n"),
    ]);
    let answer_by = |by: &str| answer(&data, &Question::new(Measure::Emigrations, [by])).unwrap();
    let origins = answer_by("origin");
    assert_eq!(origins.value(&["y"]), Some(2.0));
    let covers = Note::CoversOnly {
        dimension: "group".into(),
        codes: vec!["a".into()],
    };
    assert!(origins.notes.contains(&covers));
    assert_eq!(answer_by("group").value(&["b"]), Some(7.0));
}

/// One row of a random table.
type RandomRow = (u8, u8, u8, u16, u16);

fn random_rows() -> impl Strategy<Value = Vec<RandomRow>> {
    prop::collection::btree_map((0..4_u8, 0..5_u8, 0..6_u8), (0..500_u16, 1..900_u16), 1..80)
        .prop_map(|cells| {
            cells
                .into_iter()
                .map(|((g, y, d), (x, t))| (g, y, d, x, t))
                .collect()
        })
}

fn random_dataset(rows: &[RandomRow]) -> Dataset {
    const DESTINATIONS: [&str; 6] = ["origin", "nordic", "uk", "germany", "other", "unknown"];
    let mut csv = "group,year,destination,emigrations,person_years\n".to_owned();
    for (g, y, d, x, t) in rows {
        csv += &format!(
            "g{g},{},{},{x},{t}.5\n",
            2000 + u16::from(*y),
            DESTINATIONS[usize::from(*d)]
        );
    }
    dataset(&[("t.csv", &csv)])
}

/// The obvious way: walk the rows, compare texts, add up in a map.
fn naive_rate(data: &Dataset, by: &[&str]) -> BTreeMap<Vec<String>, (f64, f64)> {
    let table = &data.tables[0];
    let mut sums = BTreeMap::new();
    for row in 0..table.rows {
        let key: Vec<String> = by
            .iter()
            .map(|name| {
                let column = table.dimension(name).unwrap();
                column.codes[column.rows.get(row) as usize].clone()
            })
            .collect();
        let number = |measure| match table.cell(measure, row) {
            Cell::Number(number) => number,
            other => panic!("{other:?}"),
        };
        let sum: &mut (f64, f64) = sums.entry(key).or_default();
        sum.0 += number("emigrations");
        sum.1 += number("person_years");
    }
    sums
}

fn total(answer: &Answer) -> f64 {
    answer.rows.iter().filter_map(|row| row.numerator).sum()
}

proptest! {
    #[test]
    fn rates_equal_the_obvious_computation(rows in random_rows()) {
        let data = random_dataset(&rows);
        for by in [vec![], vec!["group"], vec!["destination", "year"], vec!["year", "group", "destination"]] {
            let naive = naive_rate(&data, &by);
            let mut question = Question::new(Measure::Rate, by.iter().copied());
            question.exposure = Some(Exposure::PersonYears);
            let answer = answer(&data, &question).unwrap();
            prop_assert_eq!(answer.rows.len(), naive.len());
            for row in &answer.rows {
                let (events, exposure) = naive[&row.key];
                prop_assert_eq!(row.numerator, Some(events));
                prop_assert_eq!(row.value, Some(events / exposure));
            }
        }
    }

    #[test]
    fn totals_equal_their_parts(rows in random_rows()) {
        let data = random_dataset(&rows);
        let count = |by: &[&str]| {
            answer(&data, &Question::new(Measure::Emigrations, by.iter().copied())).unwrap()
        };
        let whole = count(&[]).rows[0].value.unwrap();
        for by in [["group"].as_slice(), &["year"], &["group", "destination"]] {
            prop_assert_eq!(total(&count(by)), whole);
        }
    }

    #[test]
    fn shares_sum_to_one_and_rebasing_keeps_their_ratios(rows in random_rows()) {
        let data = random_dataset(&rows);
        let question = Question::new(share_of_destinations(), ["group", "destination"]);
        let all = answer(&data, &question).unwrap();
        let rebased = answer(&data, &question.clone().rebased(Rebase::to_known_new_country())).unwrap();
        for group in data.codes("group") {
            let in_group = |answer: &Answer| -> Vec<(String, Option<f64>)> {
                answer.rows.iter().filter(|row| row.key[0] == group)
                    .map(|row| (row.key[1].clone(), row.value)).collect()
            };
            for shares in [in_group(&all), in_group(&rebased)] {
                let values: Vec<f64> = shares.iter().filter_map(|(_, value)| *value).collect();
                prop_assert!(values.is_empty() || (values.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            }
            let kept = in_group(&rebased);
            let before: BTreeMap<String, Option<f64>> = in_group(&all).into_iter().collect();
            for (first, p) in &kept {
                for (second, q) in &kept {
                    if let (Some(p), Some(q), Some(a), Some(b)) = (p, q, before[first], before[second]) {
                        prop_assert!((p * b - q * a).abs() < 1e-12);
                    }
                }
            }
        }
    }
}

/// A table of several blocks of rows: sorted by year and group, ages and origins mixed.
fn large_dataset(rows: usize, run: usize, mixed: usize, withheld: usize) -> Dataset {
    let mut csv =
        "year,group,age,origin,emigrations,returned_5y,person_years,population_jan1,population_dec31\n"
            .to_owned();
    for row in 0..rows {
        let year = 2016 + row * 5 / rows;
        let events = match withheld > 0 && row % withheld == withheld - 1 {
            true => ":".to_owned(),
            false => (row * 7 % 11 + 10).to_string(),
        };
        // Nobody has had five years since the last years of the table.
        let returned = if year > 2018 { "." } else { "3" };
        csv += &format!(
            "{year},g{},{},o{},{events},{returned},{}.{},{},{}\n",
            row / run % 4,
            row * mixed % 7,
            row,
            row % 400 + 40,
            row % 9 + 1,
            row % 600 + 40,
            row % 500 + 40,
        );
    }
    dataset(&[("t.csv", &csv)])
}

/// Numerator and denominator of each key, row by row.
fn row_by_row(data: &Dataset, question: &Question) -> BTreeMap<Vec<String>, [Option<f64>; 2]> {
    let table = &data.tables[0];
    let code = |name: &str, row: usize| {
        let column = table.dimension(name).unwrap();
        column.codes[column.rows.get(row) as usize].clone()
    };
    let add = |sum: &mut Option<f64>, cell: Cell| {
        *sum = match (*sum, cell) {
            (Some(sum), Cell::Number(number)) => Some(sum + number),
            _ => None,
        };
    };
    let mut sums = BTreeMap::new();
    for row in 0..table.rows {
        let mut filters = question.filter.iter();
        if !filters.all(|filter| filter.codes.contains(&code(&filter.dimension, row))) {
            continue;
        }
        let key: Vec<String> = question.by.iter().map(|name| code(name, row)).collect();
        let cell = |name: &str| table.cell(name, row);
        let [above, below] = match &question.measure {
            Measure::ReturnShare => [cell("returned_5y"), cell("emigrations")],
            Measure::Rate if question.exposure == Some(Exposure::MidYear) => {
                let (Cell::Number(start), Cell::Number(end)) =
                    (cell("population_jan1"), cell("population_dec31"))
                else {
                    panic!("populations are numbers");
                };
                [cell("emigrations"), Cell::Number((start + end) / 2.0)]
            }
            _ => [cell("emigrations"), cell("person_years")],
        };
        let sums: &mut [Option<f64>; 2] = sums.entry(key).or_insert([None, None]);
        if above == Cell::NotApplicable {
            continue;
        }
        for (sum, cell) in sums.iter_mut().zip([above, below]) {
            // What is once unknown stays so; a sum begins with its first row.
            if sum.is_none_or(|sum: f64| !sum.is_nan()) {
                let mut so_far = Some(sum.unwrap_or(0.0));
                add(&mut so_far, cell);
                *sum = Some(so_far.unwrap_or(f64::NAN));
            }
        }
    }
    for sum in sums.values_mut().flatten() {
        *sum = sum.filter(|sum| !sum.is_nan());
    }
    sums
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn answers_of_large_tables_equal_a_sum_row_by_row(
        rows in 1000_usize..4000,
        run in 40_usize..1500,
        mixed in 1_usize..7,
        withheld in prop_oneof![Just(0_usize), 100_usize..900],
        by in proptest::sample::subsequence(vec!["year", "group", "age"], 0..3),
        years in proptest::sample::subsequence(vec!["2016", "2017", "2019", "2020"], 0..3),
        groups in proptest::sample::subsequence(vec!["g0", "g1"], 0..2),
        ages in proptest::sample::subsequence(vec!["0", "1", "4", "5"], 0..4),
        origins in proptest::collection::vec(0_usize..1000, 0..3),
        measure in 0_usize..3,
    ) {
        let data = large_dataset(rows, run, mixed, withheld);
        let measure = [Measure::Rate, Measure::Rate, Measure::ReturnShare][measure].clone();
        let mut question = Question::new(measure, by);
        question.exposure = Some(if run % 2 == 0 { Exposure::MidYear } else { Exposure::PersonYears });
        let known = |name: &str, code: &str| {
            data.tables[0].dimension(name).unwrap().codes.iter().any(|known| known == code)
        };
        let origins: Vec<String> = origins.iter().map(|origin| format!("o{origin}")).collect();
        for (name, codes) in [
            ("year", years.iter().map(|code| (*code).to_owned()).collect()),
            ("group", groups.iter().map(|code| (*code).to_owned()).collect()),
            ("age", ages.iter().map(|code| (*code).to_owned()).collect()),
            ("origin", if mixed == 3 { origins } else { Vec::new() }),
        ] {
            let codes: Vec<String> = codes;
            let codes: Vec<String> = codes.into_iter().filter(|code| known(name, code)).collect();
            if !codes.is_empty() {
                question.filter.push(Filter::new(name, codes));
            }
        }
        let answer = answer(&data, &question).unwrap();
        let found: BTreeMap<Vec<String>, [Option<f64>; 2]> = answer
            .rows
            .iter()
            .map(|row| (row.key.clone(), [row.numerator, row.denominator]))
            .collect();
        prop_assert_eq!(found, row_by_row(&data, &question));
    }
}
