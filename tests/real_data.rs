//! The published figures that come with the site, held against sums taken from the agencies' tables
//! by other means, and what goes with the figures: labels, names, notes and sources.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shipped;

use std::collections::{BTreeMap, BTreeSet};

use utvandring::data::additivity::shown;
use utvandring::data::contract;

use utvandring::figures::build::build;
use utvandring::figures::export::Request;
use utvandring::figures::spec::Spec;
use utvandring::measures::{Filter, Measure, Note, Question, answer};
use utvandring::state::View;
use utvandring::text::{Lang, figures as words};
use utvandring::view_models::analyses;

use shipped::{package, text};

const PACKAGES: [&str; 3] = ["norway", "norway-age", "europe"];

/// Emigrations from Norway by year from 1951 on, as Statistics Norway gives them in table 05803.
const NATION: [u64; 72] = [
    10172, 7803, 7529, 7295, 8728, 10156, 12599, 11266, 11807, 18681, 10610, 12534, 11364, 14264,
    14021, 13391, 13022, 13644, 13526, 18352, 12682, 13965, 13939, 14287, 14782, 14066, 14369,
    14851, 15085, 14705, 14522, 14728, 15778, 15927, 15630, 16745, 17380, 19821, 27300, 23784,
    18238, 16801, 18903, 19475, 19312, 20590, 21257, 22881, 22842, 26854, 26309, 22948, 24672,
    23271, 21709, 22053, 22122, 23615, 26549, 31506, 32466, 31227, 35716, 31875, 37474, 40724,
    36843, 34382, 26826, 26744, 34297, 32536,
];

/// Sums over the citizenships of table 11327, from 2007 on.
const CITIZENSHIPS: [u64; 16] = [
    22122, 23615, 26549, 31506, 32466, 31227, 35716, 31952, 37569, 40798, 36939, 34471, 26904,
    26840, 34358, 32662,
];

/// Emigrations in the 32 countries from 1990 on, and how many countries have figures.
const EUROPE: [(u64, usize); 30] = [
    (1_040_414, 16),
    (1_167_198, 20),
    (1_312_055, 20),
    (1_388_852, 20),
    (1_320_497, 21),
    (1_238_820, 23),
    (1_269_890, 23),
    (1_368_244, 24),
    (1_593_772, 24),
    (1_566_803, 24),
    (1_593_947, 23),
    (1_528_196, 25),
    (1_622_884, 27),
    (1_628_593, 27),
    (1_765_597, 27),
    (1_753_601, 26),
    (2_137_728, 29),
    (2_158_632, 30),
    (2_745_192, 30),
    (2_538_693, 30),
    (2_619_036, 31),
    (2_736_686, 31),
    (2_791_064, 32),
    (2_895_166, 32),
    (2_912_823, 32),
    (2_910_657, 32),
    (3_154_583, 32),
    (3_144_793, 32),
    (3_077_927, 32),
    (3_208_011, 32),
];

/// Emigrations of women and of men from 2008 on, and the population on 1 January.
const BY_SEX: [(u64, u64, u64); 8] = [
    (6129, 6847, 4_737_171),
    (7841, 9231, 4_799_252),
    (12035, 13800, 4_858_199),
    (9764, 10585, 4_920_305),
    (10580, 12113, 4_985_870),
    (11704, 14819, 5_051_275),
    (13263, 16045, 5_109_056),
    (13125, 16048, 5_165_802),
];

/// The rows of a table as they stand in the file, by column.
fn rows(package: &str, file: &str) -> Vec<BTreeMap<String, String>> {
    let text = text(package, file);
    let mut lines = text
        .lines()
        .map(|line| line.split(',').map(str::to_owned).collect());
    let head: Vec<String> = lines.next().unwrap();
    let row = |cells: Vec<String>| {
        assert_eq!(cells.len(), head.len(), "{cells:?}");
        head.iter().cloned().zip(cells).collect()
    };
    lines.map(row).collect()
}

fn number(row: &BTreeMap<String, String>, column: &str) -> u64 {
    row[column].parse().unwrap()
}

/// Sums of a measure over the rows with the same code in a column.
fn sums(rows: &[BTreeMap<String, String>], by: &str, measure: &str) -> BTreeMap<String, u64> {
    let mut sums = BTreeMap::new();
    for row in rows {
        *sums.entry(row[by].clone()).or_default() += number(row, measure);
    }
    sums
}

fn total(rows: &[BTreeMap<String, String>], measure: &str) -> u64 {
    rows.iter().map(|row| number(row, measure)).sum()
}

/// Numbers of consecutive years by the code of the year.
fn from_year(first: usize, numbers: impl IntoIterator<Item = u64>) -> BTreeMap<String, u64> {
    let years = (first..).map(|year| year.to_string());
    years.zip(numbers).collect()
}

fn filter(dimension: &str, codes: impl IntoIterator<Item = usize>) -> Filter {
    Filter {
        dimension: dimension.to_owned(),
        codes: codes.into_iter().map(|code| code.to_string()).collect(),
    }
}

#[test]
fn norway_has_the_figures_of_statistics_norway() {
    let nation = rows("norway", "nation.csv");
    assert_eq!(
        sums(&nation, "year", "emigrations"),
        from_year(1951, NATION)
    );
    assert_eq!(total(&nation, "emigrations"), 1_418_127);
    assert_eq!(total(&nation, "population_jan1"), 305_677_446);
    let populations = sums(&nation, "year", "population_jan1");
    for (year, population) in [
        ("1951", 3_280_296),
        ("2000", 4_478_497),
        ("2022", 5_425_270),
    ] {
        assert_eq!(populations[year], population, "{year}");
    }
    for pair in nation.windows(2) {
        assert_eq!(pair[0]["population_dec31"], pair[1]["population_jan1"]);
    }
    assert_eq!(nation.last().unwrap()["population_dec31"], "5488984");

    let citizenship = rows("norway", "citizenship.csv");
    assert_eq!(
        sums(&citizenship, "year", "emigrations"),
        from_year(2007, CITIZENSHIPS)
    );
    assert_eq!(total(&citizenship, "emigrations"), 505_694);
    let by_code = sums(&citizenship, "citizenship", "emigrations");
    assert_eq!((by_code.len(), citizenship.len()), (276, 276 * 16));
    let mut largest: Vec<(u64, &str)> = by_code
        .iter()
        .map(|(code, sum)| (*sum, code.as_str()))
        .collect();
    largest.sort_unstable_by(|one, two| two.cmp(one));
    let expected = [
        (147_534, "000"),
        (54_812, "131"),
        (48_330, "106"),
        (22_123, "136"),
        (17_379, "144"),
    ];
    assert_eq!(largest[..5], expected);
}

#[test]
fn totals_for_norway_never_come_from_sums_over_citizenships() {
    let data = package("norway");
    let nation: BTreeMap<String, u64> = from_year(1951, NATION);
    let year = |year: usize| nation[&year.to_string()] as f64;

    let all = answer(&data, &Question::new(Measure::Emigrations, ["year"])).unwrap();
    assert_eq!((all.table.as_str(), all.rows.len()), ("nation", 72));
    for row in &all.rows {
        assert_eq!(row.value, Some(nation[&row.key[0]] as f64), "{:?}", row.key);
    }
    // Also where the smaller table has every year that is asked for.
    for first in [1951, 2007, 2014, 2022] {
        for by in [vec!["year"], vec![]] {
            let mut question = Question::new(Measure::Emigrations, by.clone());
            question.filter = vec![filter("year", first..=2022)];
            let answer = answer(&data, &question).unwrap();
            assert_eq!(answer.table, "nation", "{first} {by:?}");
            let sum: f64 = answer.rows.iter().map(|row| row.value.unwrap()).sum();
            assert_eq!(sum, (first..=2022).map(year).sum::<f64>(), "{first} {by:?}");
        }
    }
    for measure in [Measure::Rate, Measure::Population] {
        let answer = answer(&data, &Question::new(measure, ["year"])).unwrap();
        assert_eq!((answer.table.as_str(), answer.rows.len()), ("nation", 72));
    }

    // By citizenship the sum is what the note says it is: 61 to 126 above, from 2014 on.
    let mut question = Question::new(Measure::Emigrations, ["year", "citizenship"]);
    question.filter = vec![filter("year", 2007..=2022)];
    let split = answer(&data, &question).unwrap();
    assert_eq!(split.table, "citizenship");
    let mut above = BTreeMap::new();
    for row in &split.rows {
        *above.entry(row.key[0].clone()).or_insert(0.0) += row.value.unwrap();
    }
    let above: Vec<f64> = above
        .iter()
        .map(|(code, sum)| sum - nation[code] as f64)
        .collect();
    assert_eq!(
        above,
        [
            0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 77.0, 95.0, 74.0, 96.0, 89.0, 78.0, 96.0, 61.0,
            126.0
        ]
    );
    assert!(data.notes.iter().any(|note| note.en.contains("61–126")));

    // Without years asked for, an answer by citizenship says that it is of fewer years.
    let by = answer(&data, &Question::new(Measure::Emigrations, ["citizenship"])).unwrap();
    let covers = by.notes.iter().find_map(|note| match note {
        Note::CoversOnly { dimension, codes } => Some((dimension.as_str(), codes.len())),
        _ => None,
    });
    assert_eq!(covers, Some(("year", 16)));
}

#[test]
fn periods_of_norway_claim_no_year_that_is_not_there() {
    let data = package("norway");
    let by_period = answer(&data, &Question::new(Measure::Emigrations, ["period"])).unwrap();
    let mut year = 1951;
    for row in &by_period.rows {
        let (from, to) = row.key[0]
            .split_once('-')
            .unwrap_or((&row.key[0], &row.key[0]));
        let (from, to): (usize, usize) = (from.parse().unwrap(), to.parse().unwrap());
        assert_eq!(from, year, "{:?}", row.key);
        let sum: u64 = NATION[from - 1951..=to - 1951].iter().sum();
        assert_eq!(row.value, Some(sum as f64), "{:?}", row.key);
        year = to + 1;
    }
    assert_eq!(year, 2023);
    let last: Vec<&str> = by_period.rows[11..]
        .iter()
        .map(|row| row.key[0].as_str())
        .collect();
    assert_eq!(last, ["2012-2017", "2018-2022"]);

    // A sum over one or five years is not compared with sums over six.
    let view = View {
        measure: "emigrations".to_owned(),
        by: "period".to_owned(),
        split: String::new(),
        ..View::default()
    };
    let spec = view.spec().unwrap();
    for lang in Lang::ALL {
        let figure = build(&spec, &data, lang);
        let apart = words::unlike_periods(lang);
        assert!(
            figure.sheet.summary.contains(apart),
            "{}",
            figure.sheet.summary
        );
    }
}

#[test]
fn norway_by_age_has_the_figures_of_eurostat() {
    let table = rows("norway-age", "age_sex.csv");
    assert_eq!(table.len(), 101 * 2 * 8);
    for (sex, place) in [("f", 0), ("m", 1)] {
        let of_sex: Vec<_> = table
            .iter()
            .filter(|row| row["sex"] == sex)
            .cloned()
            .collect();
        let expected = BY_SEX.map(|(women, men, _)| [women, men][place]);
        assert_eq!(
            sums(&of_sex, "year", "emigrations"),
            from_year(2008, expected)
        );
    }
    let populations = BY_SEX.map(|(_, _, population)| population);
    assert_eq!(
        sums(&table, "year", "population_jan1"),
        from_year(2008, populations)
    );
    let ends = populations.into_iter().skip(1).chain([5_213_985]);
    assert_eq!(
        sums(&table, "year", "population_dec31"),
        from_year(2008, ends)
    );

    // A cohort is a year older in the next year; the last age is open.
    let at = |age: usize, sex: &str, year: usize, column: &str| {
        let is_it = |row: &&BTreeMap<String, String>| {
            row["age"] == age.to_string() && row["sex"] == sex && row["year"] == year.to_string()
        };
        number(table.iter().find(is_it).unwrap(), column)
    };
    for sex in ["f", "m"] {
        for year in 2008..2015 {
            for age in (0..99).step_by(9) {
                assert_eq!(
                    at(age, sex, year, "population_dec31"),
                    at(age + 1, sex, year + 1, "population_jan1"),
                    "{age} {sex} {year}"
                );
            }
            let oldest = [99, 100].map(|age| at(age, sex, year, "population_dec31"));
            assert_eq!(
                oldest.iter().sum::<u64>(),
                at(100, sex, year + 1, "population_jan1")
            );
        }
    }
    let cells = [
        (0, "f", 2010, 79),
        (100, "f", 2010, 9),
        (0, "m", 2008, 46),
        (100, "m", 2009, 6),
    ];
    for (age, sex, year, emigrations) in cells {
        assert_eq!(at(age, sex, year, "emigrations"), emigrations);
    }

    let destinations = rows("norway-age", "destination.csv");
    assert_eq!(
        (destinations.len(), total(&destinations, "emigrations")),
        (171, 31_968)
    );
    let by_code = sums(&destinations, "destination", "emigrations");
    for (code, emigrations) in [
        ("ua", 4563),
        ("dk", 3020),
        ("us", 1468),
        ("ae", 228),
        ("unknown", 253),
        ("zm", 7),
        ("zw", 8),
    ] {
        assert_eq!(by_code[code], emigrations, "{code}");
    }
    assert!(destinations.iter().all(|row| row["year"] == "2024"));

    // The two tables are of different years, and no answer mixes them.
    let data = package("norway-age");
    let by_year = answer(&data, &Question::new(Measure::Emigrations, ["year"])).unwrap();
    assert_eq!((by_year.table.as_str(), by_year.rows.len()), ("age_sex", 8));
    let leaving = answer(&data, &Question::new(Measure::Emigrations, ["destination"])).unwrap();
    assert_eq!(
        (leaving.table.as_str(), leaving.rows.len()),
        ("destination", 171)
    );
}

#[test]
fn europe_has_the_figures_of_eurostat() {
    let table = rows("europe", "country.csv");
    assert_eq!(table.len(), 807);
    let yearly = EUROPE.map(|(emigrations, _)| emigrations);
    assert_eq!(sums(&table, "year", "emigrations"), from_year(1990, yearly));
    let mut countries: BTreeMap<String, u64> = BTreeMap::new();
    for row in &table {
        *countries.entry(row["year"].clone()).or_default() += 1;
    }
    let expected = EUROPE.map(|(_, countries)| countries as u64);
    assert_eq!(countries, from_year(1990, expected));
    let totals = ["emigrations", "population_jan1", "population_dec31"];
    assert_eq!(
        totals.map(|measure| total(&table, measure)),
        [62_190_354, 12_465_816_950, 12_518_091_043]
    );
    let at = |country: &str, year: usize| {
        let is_it = |row: &&BTreeMap<String, String>| {
            row["country"] == country && row["year"] == year.to_string()
        };
        table.iter().find(is_it)
    };
    for row in &table {
        let year: usize = row["year"].parse().unwrap();
        if let Some(next) = at(&row["country"], year + 1) {
            assert_eq!(
                row["population_dec31"], next["population_jan1"],
                "{} {year}",
                row["country"]
            );
        }
    }
    for (country, year, emigrations, flag) in [
        ("de", 2008, 737_889, ""),
        ("de", 2009, 286_582, "b"),
        ("bg", 2012, 16_615, "bp"),
        ("pl", 2016, 236_441, "ep"),
        ("uk", 2018, 344_347, "p"),
        ("no", 2019, 23_207, ""),
    ] {
        let row = at(country, year).unwrap();
        assert_eq!(
            (number(row, "emigrations"), row["flag"].as_str()),
            (emigrations, flag)
        );
    }
    let flags: BTreeSet<&str> = table.iter().map(|row| row["flag"].as_str()).collect();
    assert_eq!(
        flags.into_iter().collect::<Vec<_>>(),
        ["", "b", "be", "bp", "e", "ep", "p"]
    );
}

#[test]
fn every_code_is_labelled_in_three_languages_and_every_label_has_a_code() {
    let expected = [
        ("norway", vec![("citizenship", 276)]),
        ("norway-age", vec![("sex", 2), ("destination", 171)]),
        ("europe", vec![("country", 32)]),
    ];
    for (name, counts) in expected {
        let data = package(name);
        let named: Vec<String> = data
            .dimensions()
            .into_iter()
            .filter(|dimension| !contract::is_ordered(dimension))
            .collect();
        let mut labelled: Vec<&str> = counts.iter().map(|(dimension, _)| *dimension).collect();
        let mut present: Vec<&str> = named.iter().map(String::as_str).collect();
        labelled.sort_unstable();
        present.sort_unstable();
        assert_eq!(present, labelled, "{name}");
        for (dimension, count) in counts {
            let codes = data.codes(dimension);
            let labels = &data.dimension_labels(dimension).unwrap().labels;
            assert_eq!((codes.len(), labels.len()), (count, count), "{dimension}");
            for code in codes {
                let label = data.label(dimension, &code).unwrap();
                let names = [&label.name.nb, &label.name.nn, &label.name.en];
                assert!(
                    names.iter().all(|name| !name.is_empty() && **name != code),
                    "{code}"
                );
            }
            // Two codes with one name could not be told apart.
            for lang in Lang::ALL {
                let names: BTreeSet<&str> =
                    labels.iter().map(|label| label.name.get(lang)).collect();
                assert_eq!(names.len(), count, "{dimension} {lang:?}");
            }
        }
    }
    let label = |package_name: &str, dimension: &str, code: &str| {
        let data = package(package_name);
        let label = data.label(dimension, code).unwrap();
        [&label.name.nb, &label.name.nn, &label.name.en].map(Clone::clone)
    };
    let cases = [
        ("norway", "citizenship", "000", ["Norge", "Noreg", "Norway"]),
        (
            "norway",
            "citizenship",
            "135",
            ["Sovjetunionen", "Sovjetunionen", "Soviet Union"],
        ),
        (
            "norway",
            "citizenship",
            "279",
            ["Kongo", "Kongo", "DR Congo"],
        ),
        (
            "norway",
            "citizenship",
            "980",
            ["Statsløse", "Statslause", "Stateless"],
        ),
        (
            "norway",
            "citizenship",
            "990",
            ["Uoppgitt", "Ikkje oppgitt", "Not stated"],
        ),
        (
            "norway-age",
            "destination",
            "el",
            ["Hellas", "Hellas", "Greece"],
        ),
        (
            "europe",
            "country",
            "at",
            ["Østerrike", "Austerrike", "Austria"],
        ),
        (
            "europe",
            "country",
            "uk",
            ["Storbritannia", "Storbritannia", "United Kingdom"],
        ),
    ];
    for (name, dimension, code, expected) in cases {
        assert_eq!(label(name, dimension, code), expected);
    }
}

#[test]
fn what_goes_with_the_figures_is_there_in_three_languages() {
    let index: serde_json::Value = serde_json::from_str(&text("", "index.json")).unwrap();
    let listed = index["packages"].as_array().unwrap();
    for name in PACKAGES {
        let data = package(name);
        assert_eq!(data.name, name);
        assert!(!data.synthetic && data.licence.contains("Creative Commons Attribution 4.0"));
        let agency = if name == "norway" {
            "Statistisk sentralbyrå"
        } else {
            "Eurostat"
        };
        assert!(data.source.nb.contains(agency), "{:?}", data.source);
        let said = [&data.title, &data.description]
            .into_iter()
            .chain(&data.notes)
            .chain(&data.emigration_notes);
        for names in said {
            assert_eq!(names.given().count(), 3, "{names:?}");
        }
        assert!(!data.notes.is_empty() && !data.emigration_notes.is_empty());

        let entry = listed.iter().find(|entry| entry["name"] == name).unwrap();
        assert_eq!(entry["path"], format!("{name}/datapackage.json"));
        assert_eq!(entry["synthetic"], false);
        // The one that the site opens on is there at once.
        assert_eq!(entry["lazy"] == true, name != "norway");
        for (tag, title) in data.title.given() {
            assert_eq!(entry["titles"][tag], title);
        }
    }
    let first: Vec<&serde_json::Value> = listed
        .iter()
        .filter(|entry| entry["default"] == true)
        .map(|entry| &entry["name"])
        .collect();
    assert_eq!(first, ["norway"]);
    let of_report = listed.iter().find(|entry| entry["report"] == true);
    assert_eq!(of_report.unwrap()["name"], "teaching");
    assert_eq!(of_report.unwrap()["lazy"], true);
}

/// Names of the analyses that are offered, and the answer to the one that is chosen.
fn compared(package_name: &str, kind: &str) -> (Vec<String>, String) {
    let asked = match kind {
        "" => Vec::new(),
        kind => vec![("kind".to_owned(), kind.to_owned())],
    };
    let page = analyses::page(&package(package_name), &asked, Lang::En);
    let kinds = page.controls.iter().find(|one| one.name == "kind").unwrap();
    let names = kinds.choices.iter().map(|(name, _)| name.clone());
    (names.collect(), page.answer)
}

#[test]
fn compare_offers_what_the_data_can_answer() {
    // Norway as a whole has rates by year only, and a trend is asked of them.
    let (kinds, answer) = compared("norway", "");
    assert_eq!(kinds, ["trend"]);
    let page = analyses::page(&package("norway"), &Vec::new(), Lang::En);
    let (table, yearly) = (&page.tables[0], &page.tables[1]);
    assert_eq!((table.rows.len(), yearly.rows.len()), (1, 72), "{answer}");
    assert_eq!(table.rows[0].head, "Total");
    let change = table.rows[0].cells[0].value.unwrap();
    // The slope of the logarithms of 72 rates, in per cent a year: between the first and the last.
    assert!((0.5..2.0).contains(&change), "{change}");
    // A link to another one gets its reason.
    let (kinds, answer) = compared("norway", "lexis");
    assert!(kinds.contains(&"lexis".to_owned()) && !answer.is_empty());
    let (kinds, answer) = compared("europe", "");
    assert_eq!(kinds[0], "comparison");
    assert!(!answer.is_empty() && !kinds.contains(&"unknown".to_owned()));
    assert_eq!(compared("teaching", "").0.len(), 12);
}

#[test]
fn explore_begins_with_what_can_be_compared() {
    let europe = package("europe");
    let view = View::first_of(&europe);
    assert_eq!((view.by.as_str(), view.split.as_str()), ("year", ""));
    assert_eq!(view.selected("year").map(<[String]>::len), Some(12));
    assert_eq!(view.selected("country").map(<[String]>::len), Some(18));
    let norway = View::first_of(&package("norway"));
    assert_eq!(
        (norway.measure.as_str(), norway.by.as_str()),
        ("rate", "year")
    );
    assert_eq!(View::first_of(&package("teaching")), View::default());
}

#[test]
fn figures_and_citations_name_the_table_of_the_agency() {
    let norway = package("norway");
    let footer = |by: &str, measure: Measure| {
        let spec = Spec::of_question(Question::new(measure, [by]), by, None);
        let figure = build(&spec, &norway, Lang::Nb);
        assert_eq!(
            figure.sheet.badge.text, "",
            "published figures need no badge"
        );
        figure.sheet.footer[0].clone()
    };
    let nation = footer("year", Measure::Rate);
    assert!(
        nation.contains("tabell 05803") && !nation.contains("11327"),
        "{nation}"
    );
    let citizenship = footer("citizenship", Measure::Emigrations);
    assert!(citizenship.contains("tabell 11327") && !citizenship.contains("05803"));
    let spec = Spec::of_question(Question::new(Measure::Rate, ["year"]), "year", None);
    let request = Request {
        spec: &spec,
        dataset: &norway,
        lang: Lang::En,
        date: "2026-12-01",
        link: "https://example.org",
        views: &[],
    };
    for citation in [request.citation(), request.bibtex(), request.ris()] {
        assert!(citation.contains("05803"), "{citation}");
        assert!(!citation.contains("11327"), "{citation}");
    }
}

#[test]
fn countries_are_ranked_by_their_numbers() {
    let europe = package("europe");
    let question = Question::new(Measure::Rate, ["country"]).filtered("year", ["2019"]);
    let spec = Spec::of_question(question.clone(), "country", None);
    let figure = build(&spec, &europe, Lang::En);
    let found = answer(&europe, &question).unwrap();
    let mut rates: Vec<(f64, &str)> = found
        .rows
        .iter()
        .map(|row| (row.value.unwrap(), row.key[0].as_str()))
        .collect();
    rates.sort_by(|one, two| two.0.total_cmp(&one.0));
    let expected: Vec<&str> = rates
        .iter()
        .map(|(_, code)| europe.label("country", code).unwrap().name.en.as_str())
        .collect();
    let lines = figure.panels[0].table.rows.iter();
    let heads: Vec<&str> = lines.map(|line| line.head.as_str()).collect();
    assert_eq!(heads, expected);
}

/// Whether numbers may be added up over a column is said in the description, so that no visit has to find it out;
/// it is what the numbers show.
#[test]
fn descriptions_say_how_columns_add_up() {
    for name in PACKAGES.into_iter().chain(["teaching", "report-2026"]) {
        let description: serde_json::Value =
            serde_json::from_str(&text(name, "datapackage.json")).unwrap();
        let dataset = package(name);
        for table in &dataset.tables {
            let resources = description["resources"].as_array().unwrap();
            let resource = resources.iter().find(|one| one["name"] == *table.name);
            let fields = resource.unwrap()["schema"]["fields"].as_array().unwrap();
            for (place, column) in table.dimensions.iter().enumerate() {
                let field = fields.iter().find(|field| field["name"] == *column.name);
                let place_of = format!("{name}, {}, {}", table.name, column.name);
                let shown = shown(table, place, &dataset.labels);
                assert_eq!(column.additive, shown, "{place_of}");
                assert!(
                    field.unwrap().get("additive").is_some(),
                    "{place_of}: {shown:?}"
                );
            }
        }
    }
}

#[test]
fn the_figure_of_an_analysis_names_the_producer() {
    let cases = [
        ("norway", "trend", "05803"),
        ("norway-age", "comparison", "migr_emi2"),
        ("norway-age", "decomposition", "migr_emi2"),
        ("norway-age", "chance", "migr_emi2"),
        ("norway-age", "cohorts", "migr_emi2"),
        ("europe", "comparison", "tps00177"),
        ("europe", "funnel", "tps00177"),
    ];
    for (name, kind, table) in cases {
        let asked = vec![("kind".to_owned(), kind.to_owned())];
        let figure = analyses::figure(&package(name), &asked, Lang::En).unwrap();
        let source = &figure.sheet.footer[0];
        assert!(source.contains(table), "{name} {kind}: {source}");
    }
}
