//! Only like is compared with like: sentences about data whose countries, years or tables differ.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use utvandring::data::Dataset;
use utvandring::data::open::{NamedBytes, open};
use utvandring::figures::build::build;
use utvandring::figures::spec::Spec;
use utvandring::measures::{Makeup, Measure, Question, answer};
use utvandring::text::Lang;
use utvandring::view_models::findings;

fn dataset(files: &[(&str, &str)]) -> Dataset {
    let files = files.iter().map(|(name, text)| NamedBytes {
        name: (*name).to_owned(),
        bytes: text.as_bytes().to_vec(),
    });
    open(&files.collect::<Vec<_>>()).unwrap()
}

/// Two countries of equal size; the second reports from 2001 on.
const REPORTING: &str = "country,year,emigrations,population_jan1,population_dec31\n\
    b,2001,300,10000,10000\nb,2002,310,10000,10000\n\
    a,2000,100,10000,10000\na,2001,110,10000,10000\na,2002,120,10000,10000\n";

fn said(dataset: &Dataset, measure: Measure, by: &[&str], split: Option<&str>) -> String {
    let names = split.iter().chain(by).copied();
    let question = Question::new(measure, names);
    build(
        &Spec::of_question(question, by[0], split),
        dataset,
        Lang::En,
    )
    .sheet
    .summary
}

#[test]
fn a_sum_over_more_countries_is_not_told_as_a_rise() {
    let data = dataset(&[("europe.csv", REPORTING)]);
    for measure in [Measure::Emigrations, Measure::Population, Measure::Rate] {
        let said = said(&data, measure, &["year"], None);
        assert!(
            said.contains("the same countries, so they are not compared"),
            "{said}"
        );
    }
    for lang in [Lang::Nb, Lang::Nn, Lang::En] {
        for finding in findings::of_dataset(&data, lang) {
            assert_ne!(finding.theme, findings::Theme::Time, "{}", finding.sentence);
        }
    }
}

#[test]
fn each_line_is_told_from_its_own_first_year_to_its_own_last() {
    let data = dataset(&[("europe.csv", REPORTING)]);
    let told = said(&data, Measure::Rate, &["year"], Some("country"));
    assert!(
        told.contains("In 2002 the emigration rate was higher in b (3.10%) than in a (1.20%)."),
        "{told}"
    );
    assert!(
        told.contains("From the first to the last year with figures it rose in both countries."),
        "{told}"
    );
}

#[test]
fn the_same_codes_can_be_compared_and_other_ones_name_their_dimension() {
    let data = dataset(&[("europe.csv", REPORTING)]);
    let question = Question::new(Measure::Emigrations, ["year"]);
    let makeup = Makeup::of(&data, &question, &answer(&data, &question).unwrap());
    let key = |year: &str| vec![year.to_owned()];
    let [first, second, third] = ["2000", "2001", "2002"].map(key);
    assert_eq!(makeup.differs([second.as_slice(), third.as_slice()]), None);
    assert_eq!(
        makeup.differs([first.as_slice(), third.as_slice()]),
        Some("country")
    );
}

#[test]
fn periods_with_fewer_years_are_not_set_against_full_ones() {
    let rows: String = (2000..=2007)
        .map(|year| {
            format!(
                "a,{year},{},10000,10000\nb,{year},50,10000,10000\n",
                100 + year % 10
            )
        })
        .collect();
    let file = format!("country,year,emigrations,population_jan1,population_dec31\n{rows}");
    let data = dataset(&[("t.csv", &file)]);
    let counts = said(&data, Measure::Emigrations, &["country"], Some("period"));
    assert!(counts.contains("are not compared here"), "{counts}");
    let rates = said(&data, Measure::Rate, &["country"], Some("period"));
    assert!(rates.contains("are not compared here"), "{rates}");
}

#[test]
fn what_is_unchanged_has_neither_risen_nor_fallen_and_zeros_have_no_name() {
    let mut file = "citizenship,year,emigrations\n".to_owned();
    for (code, first, last) in [
        ("up1", 10, 30),
        ("up2", 10, 40),
        ("down", 20, 12),
        ("same", 15, 15),
        ("z1", 0, 0),
        ("z2", 0, 0),
        ("z3", 0, 0),
        ("z4", 0, 0),
    ] {
        file += &format!("{code},2020,{first}\n{code},2021,{last}\n");
    }
    let data = dataset(&[("t.csv", &file)]);
    let told = said(&data, Measure::Emigrations, &["year"], Some("citizenship"));
    assert_eq!(
        told,
        "In 2021 the number of emigrations was highest among citizens of up2 (40) and lowest for 4 of 8 \
         citizenships (0). From 2020 to 2021 it rose for 2 of 8 citizenships and fell among citizens of \
         down; for 5 it was unchanged."
    );
    let told = said(&data, Measure::Emigrations, &["citizenship"], None);
    assert_eq!(
        told,
        "In 2020 and 2021 the number of emigrations was highest among citizens of up2 (50) and lowest for 4 of 8 \
         citizenships (0)."
    );
}

#[test]
fn the_table_that_leaves_out_least_answers() {
    let by_age = "age,year,emigrations\n1,2008,5\n2,2008,6\n1,2009,7\n2,2009,8\n";
    let by_destination = "destination,year,emigrations\nse,2024,90\n";
    let data = dataset(&[("age.csv", by_age), ("destination.csv", by_destination)]);
    let answer = answer(&data, &Question::new(Measure::Emigrations, ["year"])).unwrap();
    assert_eq!(answer.table, "age");
    let years: Vec<&str> = answer.rows.iter().map(|row| row.key[0].as_str()).collect();
    assert_eq!(years, ["2008", "2009"]);
}

#[test]
fn a_trend_has_its_numbers_under_their_own_years() {
    let data = dataset(&[("europe.csv", REPORTING)]);
    let asked = vec![("kind".to_owned(), "trend".to_owned())];
    let page = view_models::analyses::page(&data, &asked, Lang::En);
    let yearly = &page.tables[1];
    let lines: Vec<(String, Vec<Option<f64>>)> = yearly
        .rows
        .iter()
        .map(|line| {
            (
                line.head.clone(),
                line.cells.iter().map(|cell| cell.value).collect(),
            )
        })
        .collect();
    let b = yearly
        .columns
        .iter()
        .position(|column| column == "b")
        .unwrap()
        - 1;
    assert_eq!(lines[0].0, "2000");
    assert_eq!(lines[0].1[b], None);
    assert_eq!(lines[0].1[1 - b], Some(0.01));
    assert_eq!(lines[1].1[b], Some(0.03));
}

#[test]
fn slopes_over_other_years_are_not_ranked() {
    let mut rows = String::new();
    for (country, from) in [("a", 2000), ("b", 2004)] {
        for year in from..2010 {
            let moves = 100 + 7 * (year - 2000) + if country == "b" { 30 } else { 0 };
            rows += &format!("{country},{year},{moves},10000,10000\n");
        }
    }
    let asked = vec![("kind".to_owned(), "trend".to_owned())];
    let told = |rows: &str| {
        let file = format!("country,year,emigrations,population_jan1,population_dec31\n{rows}");
        let data = dataset(&[("t.csv", &file)]);
        view_models::analyses::page(&data, &asked, Lang::En).answer
    };
    assert!(
        told(&rows).contains("are not compared here"),
        "{}",
        told(&rows)
    );
    // Over the same years one of them rises most.
    let same: String = rows
        .lines()
        .filter(|row| row[2..6] >= *"2004")
        .map(|row| format!("{row}\n"))
        .collect();
    assert!(
        told(&same).contains(
            "emigration rate in 2004–2009 rise more in a (4.9% a year) than in b (4.1% a year)"
        ),
        "{}",
        told(&same)
    );
}

#[test]
fn a_mean_population_says_of_how_many_years_it_is() {
    use utvandring::measures::Note;
    let data = dataset(&[("europe.csv", REPORTING)]);
    let by_country = Question::new(Measure::Population, ["country"]);
    let found = answer(&data, &by_country).unwrap();
    assert!(
        found.notes.contains(&Note::MeanOfOwnYears),
        "{:?}",
        found.notes
    );
    let both = by_country.filtered("year", ["2001", "2002"]);
    let found = answer(&data, &both).unwrap();
    assert!(
        found.notes.contains(&Note::MeanOfYears { years: 2 }),
        "{:?}",
        found.notes
    );
}
