//! Recipes: which tables to fetch, and that a file as the office gives it out, dropped with the recipe's mapping,
//! opens without a question. Files are made up in the layout of the office.

// A helper of a test may stop it as the test itself may.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use utvandring::data::open::NamedBytes;
use utvandring::import::mapping::saved_mapping::Mapping;
use utvandring::measures::{Measure, Question, answer};
use utvandring::text::Lang;
use utvandring::view_models::import::ImportSession;
use utvandring::view_models::recipes::{Recipe, parse};

fn recipes() -> Vec<Recipe> {
    parse(include_str!("../www/recipes/index.json")).unwrap()
}

fn named(name: &str, text: &str) -> NamedBytes {
    NamedBytes {
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}

#[test]
fn every_recipe_is_told_in_three_languages_and_in_six_steps_at_most() {
    let recipes = recipes();
    let ids: BTreeSet<&str> = recipes.iter().map(|recipe| recipe.id.as_str()).collect();
    assert_eq!(ids.len(), recipes.len());
    assert!(recipes.len() >= 10);
    for recipe in &recipes {
        assert!((3..=6).contains(&recipe.steps.len()), "{}", recipe.id);
        for lang in Lang::ALL {
            let texts = [&recipe.title, &recipe.gives]
                .into_iter()
                .chain(&recipe.steps);
            assert!(
                texts.map(|text| text.get(lang)).all(|text| text.len() > 10),
                "{}",
                recipe.id
            );
        }
        assert!(
            recipe.mapping.is_empty() || Mapping::parse(&recipe.mapping).is_some(),
            "{}",
            recipe.id
        );
    }
}

#[test]
fn a_recipe_that_lacks_a_field_or_a_language_is_refused_by_its_name() {
    let error = |text: &str| parse(text).unwrap_err();
    assert!(error("{}").contains("recipes"));
    let one = |title: &str| {
        format!(
            "{{\"recipes\": [{{\"id\": \"a\", \"agency\": \"b\", \"table\": \"c\", \"title\": {title}, \
             \"gives\": {{\"nb\": \"x\", \"nn\": \"x\", \"en\": \"x\"}}, \"steps\": []}}]}}"
        )
    };
    assert!(error(&one("{\"nb\": \"x\", \"nn\": \"x\"}")).contains("en"));
    assert!(parse(&one("{\"nb\": \"x\", \"nn\": \"x\", \"en\": \"x\"}")).is_ok());
}

const SSB_05803: &str = "\"05803: Endringer i befolkningen i løpet av året, etter statistikkvariabel og år\"\n\n\
    \"statistikkvariabel\";\"2018\";\"2019\"\n\"Befolkning 1. januar\";1000;1100\n\
    \"Innvandringer\";90;80\n\"Utvandringer\";30;20\n\"Nettoinnvandring\";60;60\n";
const SSB_11327: &str = "\"11327: Flyttingar, etter statsborgarskap, statistikkvariabel og kvartal\"\n\n\
    \"statsborgarskap\";\"statistikkvariabel\";\"2020K1\";\"2020K2\";\"2020K3\";\"2020K4\"\n\
    \"I alt\";\"Innvandring\";9;9;9;9\n\"I alt\";\"Utvandring\";6;8;10;12\n\"I alt\";\"Nettoinnvandring\";3;1;-1;-3\n\
    \"Noreg\";\"Innvandring\";4;4;4;4\n\"Noreg\";\"Utvandring\";2;3;4;5\n\"Noreg\";\"Nettoinnvandring\";2;1;0;-1\n\
    \"Sverige\";\"Innvandring\";5;5;5;5\n\"Sverige\";\"Utvandring\";4;5;6;7\n\
    \"Sverige\";\"Nettoinnvandring\";1;0;-1;-2\n";
const SSB_10211: &str = "\"10211: Befolkning, etter alder, kjønn, år og statistikkvariabel\"\n\n\
    \"alder\";\"kjønn\";\"år\";\"Personer\"\n\"20 år\";\"Menn\";\"2020\";100\n\"20 år\";\"Kvinner\";\"2020\";110\n\
    \"20 år\";\"Menn\";\"2021\";101\n\"20 år\";\"Kvinner\";\"2021\";111\n";
const EMI2: &str = "freq,age,agedef,unit,sex,geo\\TIME_PERIOD\t2014 \t2015 \n\
    A,TOTAL,COMPLET,NR,F,NO\t12 \t10 b\nA,TOTAL,COMPLET,NR,M,NO\t22 \t20 \nA,TOTAL,COMPLET,NR,T,NO\t34 \t30 \n";
const PJAN: &str = "freq,unit,age,sex,geo\\TIME_PERIOD\t2014 \t2015 \n\
    A,NR,TOTAL,F,NO\t1000 \t1200 \nA,NR,TOTAL,M,NO\t2000 \t2200 \nA,NR,TOTAL,T,NO\t3000 \t3400 \n";
const EMI1CTZ: &str = "freq,citizen,agedef,age,unit,sex,geo\\TIME_PERIOD\t2014 \n\
    A,NO,COMPLET,TOTAL,NR,T,SE\t5 \nA,DK,COMPLET,TOTAL,NR,T,SE\t7 \nA,TOTAL,COMPLET,TOTAL,NR,T,SE\t12 \n";
const EMI3NXT: &str = "freq,partner,agedef,age,unit,sex,geo\\TIME_PERIOD\t2024 \n\
    A,SE,COMPLET,TOTAL,NR,T,NO\t5 \nA,DK,COMPLET,TOTAL,NR,T,NO\t7 \nA,TOTAL,COMPLET,TOTAL,NR,T,NO\t12 \n";

/// A recipe, its files, the dimensions that come of them, and the sum of their numbers.
type Case = (&'static str, Files, &'static str, f64);
type Files = &'static [(&'static str, &'static str)];

#[test]
fn a_file_dropped_with_the_mapping_of_its_recipe_opens_without_a_question() {
    let cases: [Case; 7] = [
        ("ssb-05803", &[("05803.csv", SSB_05803)], "year", 50.0),
        (
            "ssb-11327",
            &[("11327.csv", SSB_11327)],
            "citizenship year",
            36.0,
        ),
        (
            "ssb-10211",
            &[("10211.csv", SSB_10211)],
            "age sex year",
            211.0,
        ),
        (
            "eurostat-migr-emi2",
            &[("migr_emi2.tsv", EMI2)],
            "country sex year",
            64.0,
        ),
        (
            "eurostat-demo-pjan",
            &[("migr_emi2.tsv", EMI2), ("demo_pjan.tsv", PJAN)],
            "country sex year",
            64.0,
        ),
        (
            "eurostat-migr-emi1ctz",
            &[("migr_emi1ctz.tsv", EMI1CTZ)],
            "citizenship country year",
            12.0,
        ),
        (
            "eurostat-migr-emi3nxt",
            &[("migr_emi3nxt.tsv", EMI3NXT)],
            "country destination year",
            12.0,
        ),
    ];
    let recipes = recipes();
    let with_mapping = recipes.iter().filter(|recipe| !recipe.mapping.is_empty());
    let tried: BTreeSet<&str> = cases.iter().map(|case| case.0).collect();
    assert_eq!(
        tried,
        with_mapping.map(|recipe| recipe.id.as_str()).collect()
    );
    for (id, files, dimensions, sum) in cases {
        let recipe = recipes.iter().find(|recipe| recipe.id == id).unwrap();
        let mut given: Vec<NamedBytes> =
            files.iter().map(|(name, text)| named(name, text)).collect();
        given.push(named("mapping.csv", &recipe.mapping));
        let mut desk = ImportSession::default();
        desk.add(given, &mut |_| ()).unwrap();
        assert!(desk.questions().is_empty(), "{id}");
        let outcome = desk
            .outcome()
            .unwrap_or_else(|problems| panic!("{id}: {problems:?}"));
        let of_persons = id == "ssb-10211";
        let column = if of_persons {
            "population_jan1"
        } else {
            "emigrations"
        };
        let mut tables = outcome.dataset.tables.iter();
        let table =
            tables.find(|table| table.measures.iter().any(|measure| measure.name == column));
        let table = table.unwrap_or_else(|| panic!("{id}: no {column}"));
        let mut names: Vec<&str> = table
            .dimensions
            .iter()
            .map(|column| column.name.as_str())
            .collect();
        names.sort_unstable();
        assert_eq!(names.join(" "), dimensions, "{id}");
        let measure = if of_persons {
            Measure::Population
        } else {
            Measure::Emigrations
        };
        let answer = answer(&outcome.dataset, &Question::new(measure, ["year"])).unwrap();
        let values = answer.rows.iter().filter_map(|row| row.value);
        assert_eq!(values.sum::<f64>(), sum, "{id}");
    }
}
