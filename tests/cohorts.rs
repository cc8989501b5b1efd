//! Birth cohorts: a table small enough to reckon by hand, and a second computation in Python that
//! reads the file itself.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;
use std::process::Command;

use utvandring::data::Dataset;
use utvandring::data::open::{NamedBytes, open};
use utvandring::explain::AtAge;
use utvandring::measures::analysis::cohorts::{Cohorts, Request, cohorts};
use utvandring::measures::analysis::{Failure, Scope, cumulative};
use utvandring::stats::Status;
use utvandring::stats::interval::RateMethod;
use utvandring::text::Lang;
use utvandring::view_models::analyses::{explanation, figure, page};

fn dataset(csv: &str) -> Dataset {
    let file = NamedBytes {
        name: "t.csv".to_owned(),
        bytes: csv.as_bytes().to_vec(),
    };
    open(&[file]).unwrap()
}

const TABLE: &str = "www/data/teaching/by_age_year.csv";

fn teaching() -> Dataset {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(TABLE);
    dataset(&std::fs::read_to_string(path).unwrap())
}

fn found(data: &Dataset, by: &[&str], width: i32) -> Result<Cohorts, Failure> {
    cohorts(
        data,
        &Request {
            by: by.iter().map(|name| (*name).to_owned()).collect(),
            width,
            scope: Scope::default(),
            interval: RateMethod::Garwood,
            level: 0.95,
        },
    )
}

/// Three ages in four years, with person-years that are easy to divide by.
const SMALL: &str = "age,year,emigrations,person_years\n\
    20,2000,1,100\n20,2001,2,100\n20,2002,3,100\n20,2003,4,100\n\
    21,2000,5,100\n21,2001,6,100\n21,2002,7,100\n21,2003,8,100\n\
    22,2000,9,100\n22,2001,10,100\n22,2002,11,100\n22,2003,12,200\n";

#[test]
fn a_cohort_is_the_diagonal_of_year_minus_age() {
    let data = dataset(SMALL);
    let found = found(&data, &[], 1).unwrap();
    assert_eq!((found.ages, found.years), ((20, 22), (2000, 2003)));
    let group = &found.groups[0];
    let born: Vec<i32> = group.cohorts.iter().map(|cohort| cohort.born.0).collect();
    assert_eq!(born, [1978, 1979, 1980, 1981, 1982, 1983]);
    let events = |place: usize| -> Vec<(i32, f64)> {
        let steps = group.cohorts[place].steps.iter();
        steps.map(|step| (step.age, step.part.unwrap().0)).collect()
    };
    assert_eq!(events(0), [(22, 9.0)]);
    assert_eq!(events(1), [(21, 5.0), (22, 10.0)]);
    assert_eq!(events(2), [(20, 1.0), (21, 6.0), (22, 11.0)]);
    assert_eq!(events(3), [(20, 2.0), (21, 7.0), (22, 12.0)]);
    assert_eq!(events(5), [(20, 4.0)]);

    // 1/100 + 6/100 + 11/100 moves are expected of those born in 1980.
    let steps = &group.cohorts[2].steps;
    let moves: Vec<f64> = steps
        .iter()
        .map(|step| step.chance.expected_moves.unwrap())
        .collect();
    for (got, want) in moves.iter().zip([0.01, 0.07, 0.18]) {
        assert!((got - want).abs() < 1e-15, "{got}");
    }
    let chance = steps[2].chance.estimate.value.unwrap();
    assert!((chance - (1.0 - libm::exp(-0.18))).abs() < 1e-15);
    // Born in 1981: 2/100 + 7/100 + 12/200.
    let last = group.cohorts[3].steps[2].chance.estimate.value.unwrap();
    assert!((last - (1.0 - libm::exp(-0.15))).abs() < 1e-15);
    // Those born in 1979 were 21 when the table began.
    let late = group.cohorts[1].steps[0].chance.estimate;
    assert_eq!((late.value, late.status), (None, Status::NotInTable));

    // All years: 10/400, 26/400, 42/500.
    let period: Vec<f64> = group
        .period
        .iter()
        .map(|step| step.rate.value.unwrap())
        .collect();
    assert_eq!(period, [10.0 / 400.0, 26.0 / 400.0, 42.0 / 500.0]);
}

#[test]
fn the_order_in_which_a_publisher_lists_years_changes_nothing() {
    let labels = ["2003", "2002", "2001", "2000"]
        .map(|year| format!("\"{year}\": {{\"nb\": \"{year}\", \"en\": \"{year}\"}}"))
        .join(", ");
    let description = format!(
        "{{\"name\": \"t\", \"titles\": {{\"nb\": \"T\", \"en\": \"T\"}}, \"version\": \"1\", \
         \"synthetic\": true, \"labels\": {{\"year\": {{{labels}}}}}, \
         \"resources\": [{{\"name\": \"t\", \"path\": \"t.csv\"}}]}}"
    );
    let files = [("datapackage.json", description.as_str()), ("t.csv", SMALL)];
    let files = files.map(|(name, text)| NamedBytes {
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
    });
    let listed = open(&files).unwrap();
    let labels = listed.dimension_labels("year").unwrap();
    assert_eq!(labels.labels[0].code, "2003");
    let groups = |data: &Dataset| found(data, &[], 1).unwrap().groups;
    assert_eq!(groups(&listed), groups(&dataset(SMALL)));
}

#[test]
fn wider_cohorts_are_seen_only_where_all_their_years_are() {
    let data = dataset(SMALL);
    let found = found(&data, &[], 2).unwrap();
    let group = &found.groups[0];
    let born: Vec<(i32, i32)> = group.cohorts.iter().map(|cohort| cohort.born).collect();
    assert_eq!(born, [(1978, 1979), (1980, 1981), (1982, 1983)]);
    // Of those born in 1978 and 1979 both are observed at 22 only: 9 + 10 of 200.
    let oldest = &group.cohorts[0];
    assert_eq!((oldest.steps.len(), oldest.steps[0].age), (1, 22));
    assert_eq!(oldest.steps[0].part, Ok((19.0, 200.0)));
    let middle: Vec<_> = group.cohorts[1]
        .steps
        .iter()
        .map(|step| step.part)
        .collect();
    assert_eq!(
        middle,
        [Ok((3.0, 200.0)), Ok((13.0, 200.0)), Ok((23.0, 300.0))]
    );
    assert_eq!(group.cohorts[1].code(), "1980-1981");
    assert_eq!(group.cohorts[2].steps.len(), 1);
}

#[test]
fn grouped_ages_and_holes_are_refused() {
    // Ages in groups, or years in periods, are dimensions of their own.
    let grouped = [
        "age_group,year,emigrations,person_years\n18-24,2000,1,10\n25-35,2000,1,10\n",
        "age,period,emigrations,person_years\n18,2000-2005,1,10\n19,2000-2005,1,10\n",
    ];
    let asked = vec![("kind".to_owned(), "cohorts".to_owned())];
    for csv in grouped {
        let data = dataset(csv);
        let refusal = found(&data, &[], 1);
        assert!(matches!(refusal, Err(Failure::Refused(_))), "{refusal:?}");
        for (lang, words) in [
            (Lang::Nb, "både alder og år som enkeltår"),
            (Lang::Nn, "både alder og år som enkeltår"),
            (Lang::En, "single years of both age and time"),
        ] {
            let page = page(&data, &asked, lang);
            assert!(page.answer.contains(words), "{}", page.answer);
            assert!(page.tables.is_empty());
        }
    }
    let hole = "age,year,emigrations,person_years\n18,2000,1,10\n18,2002,1,10\n19,2000,1,10\n19,2002,1,10\n";
    assert_eq!(found(&dataset(hole), &[], 1), Err(Failure::Invalid));
}

#[test]
fn a_missing_cell_is_missing_in_its_cohort_only() {
    let data = dataset(&SMALL.replace("21,2001,6,", "21,2001,..,"));
    let found = found(&data, &[], 1).unwrap();
    let steps = &found.groups[0].cohorts[2].steps;
    assert_eq!(steps[1].part, Err(Status::MissingInput));
    assert_eq!(steps[1].rate.status, Status::MissingInput);
    // The age before it has its chance, the ages from it on have none.
    assert!(steps[0].chance.estimate.value.is_some());
    assert_eq!(steps[2].chance.estimate.status, Status::MissingInput);
    assert!(steps[2].rate.value.is_some());
    assert!(
        found.groups[0].cohorts[3].steps[2]
            .chance
            .estimate
            .value
            .is_some()
    );
}

#[test]
fn a_complete_cohort_has_the_chance_of_the_cumulative_analysis() {
    let data = teaching();
    let found = found(&data, &["group"], 1).unwrap();
    for born in cumulative::complete_cohorts(&data) {
        let request = cumulative::Request {
            by: vec!["group".to_owned()],
            rates: cumulative::Rates::Cohort { born },
            scope: Scope::default(),
            level: 0.95,
        };
        let chances = cumulative::cumulative(&data, &request).unwrap();
        for (group, row) in found.groups.iter().zip(&chances.rows) {
            let mut cohorts = group.cohorts.iter();
            let cohort = cohorts.find(|cohort| cohort.born.0 == born).unwrap();
            let last = cohort.steps.last().unwrap();
            assert_eq!(last.chance.estimate, row.chance);
        }
    }
}

/// Rates, chances and their limits of one group, from the file itself; `delta` only.
const PYTHON: &str = r#"
import csv, math, sys
from statistics import NormalDist
path, group, width = sys.argv[1], sys.argv[2], int(sys.argv[3])
cells = {}
for row in csv.DictReader(open(path)):
    if row["group"] == group:
        t = (float(row["population_jan1"]) + float(row["population_dec31"])) / 2
        cells[int(row["age"]), int(row["year"])] = float(row["emigrations"]), t
z = NormalDist().inv_cdf(0.975)
ages = sorted({age for age, year in cells})
for first in range(1960, 2010):
    if first % width:
        continue
    s = v = x = 0.0
    alive = True
    for age in ages:
        own = [cells.get((age, born + age)) for born in range(first, first + width)]
        if None in own:
            alive = alive and age > ages[0] and s > 0
            if s == 0:
                alive = False
            continue
        a, b = sum(c[0] for c in own), sum(c[1] for c in own)
        line = [first, age, a / b]
        if alive:
            s, v, x = s + a / b, v + a / b ** 2, x + a
            spread = math.exp(z * math.sqrt(v) / s)
            if x >= 10:
                line += [1 - math.exp(-s), 1 - math.exp(-s / spread), 1 - math.exp(-s * spread)]
        print(*line)
"#;

#[test]
fn rates_and_chances_are_those_of_a_second_computation() {
    let data = teaching();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(TABLE);
    let near = |one: f64, two: f64| (one - two).abs() <= 1e-10 * two.abs();
    let (mut rates, mut chances) = (0, 0);
    for width in [1, 5, 10] {
        let found = found(&data, &["group"], width).unwrap();
        for group in &found.groups {
            let output = Command::new("python3")
                .args(["-c", PYTHON])
                .arg(&path)
                .args([&group.key[0], &width.to_string()])
                .output()
                .unwrap();
            let text = String::from_utf8(output.stdout).unwrap();
            let mut theirs: Vec<Vec<f64>> = text
                .lines()
                .map(|line| line.split(' ').map(|n| n.parse().unwrap()).collect())
                .collect();
            for cohort in &group.cohorts {
                for step in &cohort.steps {
                    let key = [f64::from(cohort.born.0), f64::from(step.age)];
                    let place = theirs.iter().position(|line| line[..2] == key).unwrap();
                    let line = theirs.remove(place);
                    assert!(near(step.rate.value.unwrap(), line[2]));
                    rates += 1;
                    let Some(limits) = line.get(3..6) else {
                        continue;
                    };
                    let chance = step.chance.estimate;
                    let interval = chance.interval.unwrap();
                    let ours = [chance.value.unwrap(), interval.lower, interval.upper];
                    for (one, two) in ours.iter().zip(limits) {
                        assert!(near(*one, *two), "{key:?} {one} {two}");
                    }
                    chances += 1;
                }
            }
            assert!(theirs.is_empty(), "{theirs:?}");
        }
    }
    assert!(rates > 2000 && chances > 700, "{rates} {chances}");
}

#[test]
fn the_arithmetic_of_an_age_ends_at_its_number() {
    let data = teaching();
    let found = found(&data, &["group"], 5).unwrap();
    let group = &found.groups[1];
    let cohort = group
        .cohorts
        .iter()
        .find(|cohort| cohort.born.0 == 1990)
        .unwrap();
    let step = &cohort.steps[4];
    let at = AtAge {
        cohorts: &found,
        key: &group.key,
        cohort: Some(cohort),
        step,
    };
    let told = at.rate(&data, RateMethod::Garwood, 0.95, Lang::En).unwrap();
    assert_eq!(told.value, step.rate.value);
    assert!(
        told.title.contains("born 1990–1994, age 22"),
        "{}",
        told.title
    );
    let limits = told.interval.unwrap();
    let wanted = step.rate.interval.unwrap();
    assert_eq!(
        (limits.lower, limits.upper),
        (wanted.lower, Some(wanted.upper))
    );
    let told = at.chance(&data, 0.95, Lang::Nb).unwrap();
    assert_eq!(told.value, step.chance.estimate.value);
    let text = told.to_text();
    assert!(text.contains("født 1990–1994") && text.contains("året minus alderen"));
    assert!(text.contains("18–22"), "the ages that were summed");
}

#[test]
fn the_page_follows_the_cohorts_and_its_figure_shows_the_same_numbers() {
    let data = teaching();
    for (width, lines) in [("5", 7), ("10", 4), ("1", 8)] {
        let asked = vec![
            ("kind".to_owned(), "cohorts".to_owned()),
            ("width".to_owned(), width.to_owned()),
        ];
        let page = page(&data, &asked, Lang::Nb);
        assert_eq!(page.tables[0].rows.len(), lines, "{width}");
        let figure = figure(&data, &asked, Lang::Nb).unwrap();
        assert_eq!(figure.panels.len(), 2);
        for (numbers, table) in figure.panels.iter().zip(&page.tables[1..]) {
            for (place, line) in table.rows.iter().enumerate().step_by(6) {
                assert_eq!(line.head, numbers.table.rows[place].head);
                for (cell, shown) in line.cells.iter().zip(&numbers.table.rows[place].cells) {
                    assert_eq!(cell.value, shown.value);
                    if let Some(id) = &cell.explain {
                        assert!(explanation(&data, &asked, id, Lang::Nb).is_some());
                        break;
                    }
                }
            }
        }
    }
}
