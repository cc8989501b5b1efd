//! Claims that a reader puts together, held against the shipped data: the verdicts against the published rows,
//! added up here by other means, and the words as a person has read them.
//!
//! `UPDATE_GOLDENS=1 cargo test --test check` rewrites the words.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod goldens;
mod shipped;

use std::collections::BTreeMap;

use utvandring::data::Dataset;
use utvandring::data::open::{NamedBytes, open};
use utvandring::explain::of_number;
use utvandring::figures::build::build;
use utvandring::text::Lang;
use utvandring::view_models::check::{CheckPage, page};

use goldens::Goldens;
use shipped::{package, text};

fn asked(parts: &str) -> Vec<(String, String)> {
    let pairs = parts.split('&').filter_map(|pair| pair.split_once('='));
    pairs
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

fn check(dataset: &Dataset, parts: &str) -> CheckPage {
    page(dataset, &asked(parts), Lang::En)
}

fn verdict(dataset: &Dataset, parts: &str) -> &'static str {
    let found = check(dataset, parts);
    found
        .readings
        .first()
        .map_or("nothing", |first| first.verdict)
}

#[test]
fn checks_are_as_reviewed() {
    let claims = [
        (
            "europe",
            "form=compare&measure=rate&of=country&a=no&b=se&way=less&year=2015",
        ),
        (
            "europe",
            "form=rank&measure=rate&of=country&a=lu&way=more&year=2019",
        ),
        (
            "europe",
            "form=since&measure=emigrations&of=&way=more&since=2009&year=2019",
        ),
        (
            "europe",
            "form=since&measure=emigrations&of=country&a=ro&way=less&since=2008&year=2019",
        ),
        (
            "norway",
            "form=bound&measure=rate&of=&way=less&value=1&year=2022",
        ),
        (
            "norway",
            "form=since&measure=rate&of=&way=less&since=2012&year=2022",
        ),
        (
            "norway-age",
            "form=compare&measure=rate&of=sex&a=m&b=f&way=more&where-age=25&year=2019",
        ),
        (
            "teaching",
            "form=compare&measure=rate&of=group&a=majority&b=immigrated_age_0_9&way=less&year=2019",
        ),
        (
            "teaching",
            "form=compare&measure=destination_share&of=group&to=nordic&year=",
        ),
        (
            "teaching",
            "form=rank&measure=rebased_share&of=destination&a=uk&way=more&year=",
        ),
        (
            "teaching",
            "form=bound&measure=return_share&of=group&a=majority&way=more&value=50&year=2015",
        ),
        (
            "report-2026",
            "form=compare&measure=return_share&of=group&way=more",
        ),
    ];
    let mut goldens = Goldens::of("check");
    for (place, (name, parts)) in claims.iter().enumerate() {
        let dataset = package(name);
        for lang in Lang::ALL {
            let found = page(&dataset, &asked(parts), lang);
            let mut said = format!("{parts}\n");
            for control in &found.controls {
                let chosen = control
                    .choices
                    .iter()
                    .find(|(value, _)| *value == control.value);
                let chosen = chosen.map_or(control.value.as_str(), |(_, label)| label.as_str());
                said += &format!("[{}: {chosen}]\n", control.label);
            }
            said += &format!("# {}\n", found.claim);
            for reading in &found.readings {
                let (label, verdict) = (&reading.label, reading.verdict);
                said += &format!(
                    "{label}: {verdict} {} {}\n",
                    reading.computed, reading.reason
                );
            }
            said += &format!("{}\n{}\n", found.counted, found.notes.join("\n"));
            if let Some(spec) = &found.spec {
                let figure = build(spec, &dataset, lang);
                said += &format!(
                    "figure: {} | {}\n",
                    figure.sheet.title,
                    figure.sheet.footer.join(" | ")
                );
            }
            goldens.hold(&format!("{place}-{name}.{}", lang.tag()), &said);
        }
    }
    goldens.conclude();
}

/// Rates of a table by code and year.
fn rates(csv: &str, of: &str) -> BTreeMap<(String, i32), f64> {
    let mut lines = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let head = lines.next().unwrap();
    let place = |name: &str| head.iter().position(|known| *known == name).unwrap();
    let (code, year, events) = (place(of), place("year"), place("emigrations"));
    let (first, last) = (place("population_jan1"), place("population_dec31"));
    lines
        .filter_map(|cells| {
            let number = |at: usize| cells[at].parse::<f64>().ok();
            let exposure = (number(first)? + number(last)?) / 2.0;
            let key = (cells[code].to_owned(), cells[year].parse().unwrap());
            Some((key, number(events)? / exposure))
        })
        .collect()
}

#[test]
fn verdicts_are_those_of_the_rows() {
    let dataset = package("europe");
    let rates = rates(&text("europe", "country.csv"), "country");
    let of = |country: &str, year: i32| rates[&(country.to_owned(), year)];
    let mut seen = [0, 0];
    for (one, other) in [
        ("no", "se"),
        ("dk", "fi"),
        ("lu", "cy"),
        ("pl", "de"),
        ("at", "nl"),
    ] {
        for year in 2012..=2019 {
            let holds = of(one, year) > of(other, year);
            let parts = format!(
                "form=compare&measure=rate&of=country&a={one}&b={other}&way=more&year={year}"
            );
            let found = check(&dataset, &parts);
            let first = &found.readings[0];
            assert_eq!(first.verdict == "holds", holds, "{parts}");
            assert_eq!(first.verdict == "differs", !holds, "{parts}");
            let wanted = [of(one, year), of(other, year)].map(|rate| 100.0 * rate);
            for (found, wanted) in first.values.iter().zip(wanted) {
                assert!(
                    (found - wanted).abs() < 1e-9 * wanted,
                    "{parts}: {found} {wanted}"
                );
            }
            assert!(first.computed.contains(" against "), "{}", first.computed);
            let reverse = parts.replace("way=more", "way=less");
            let turned = check(&dataset, &reverse);
            assert_eq!(turned.readings[0].verdict == "holds", !holds, "{reverse}");
            // The one that the claim is of is told first, whichever way it is claimed.
            assert_eq!(turned.readings[0].values, first.values, "{reverse}");
            assert_eq!(turned.readings[0].computed, first.computed, "{reverse}");
            seen[usize::from(holds)] += 1;
        }
    }
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
    for year in 2012..=2019 {
        let of_year = rates.iter().filter(|((_, at), _)| *at == year);
        let highest = of_year.max_by(|a, b| a.1.total_cmp(b.1)).unwrap();
        let country = &highest.0.0;
        let parts = format!("form=rank&measure=rate&of=country&a={country}&way=more&year={year}");
        assert_eq!(verdict(&dataset, &parts), "holds", "{parts}");
        let second = if country == "mt" { "lu" } else { "mt" };
        let parts = parts.replace(&format!("a={country}"), &format!("a={second}"));
        assert_eq!(verdict(&dataset, &parts), "differs", "{parts}");
    }
}

#[test]
fn what_is_not_alike_or_broken_cannot_be_told() {
    let dataset = package("europe");
    // Not the same countries have numbers in both years.
    let found = check(
        &dataset,
        "form=since&measure=emigrations&of=&way=more&since=1990&year=2019",
    );
    assert_eq!(found.readings[0].verdict, "not_computable");
    assert!(
        found.readings[0].reason.contains("the same countries"),
        "{}",
        found.readings[0].reason
    );
    // A break between the years keeps them apart, whether its own year is chosen or not; a number over both sides
    // of it is none to judge by.
    for parts in [
        "form=since&measure=rate&of=country&a=no&way=less&since=2007&year=2019",
        "form=since&measure=rate&of=country&a=pl&way=more&since=2008&year=2019",
        "form=since&measure=rate&of=country&a=de&way=less&since=2007&year=2018",
        "form=rank&measure=rate&of=country&a=lu&way=more&year=",
        "form=bound&measure=rate&of=country&a=no&way=less&value=0.5&year=",
    ] {
        assert_eq!(verdict(&dataset, parts), "not_computable", "{parts}");
    }
    // Belgium marks a break in 2010.
    let flags: Vec<String> = text("europe", "country.csv")
        .lines()
        .filter(|line| {
            line.split(',')
                .next_back()
                .is_some_and(|flag| flag.contains('b'))
        })
        .map(str::to_owned)
        .collect();
    let mut broken = 0;
    for line in &flags {
        let cells: Vec<&str> = line.split(',').collect();
        let year: i32 = cells[1].parse().unwrap();
        let parts = format!(
            "form=since&measure=emigrations&of=country&a={}&way=more&since={}&year={year}",
            cells[0],
            year - 1
        );
        let found = check(&dataset, &parts);
        let control = |name: &str| found.controls.iter().find(|one| one.name == name).unwrap();
        if control("since").value == (year - 1).to_string()
            && control("year").value == year.to_string()
        {
            assert_eq!(found.readings[0].verdict, "not_computable", "{parts}");
            broken += 1;
        }
    }
    assert!(broken > 0, "{flags:?}");
}

fn of_csv(csv: &str) -> Dataset {
    let file = NamedBytes {
        name: "own.csv".to_owned(),
        bytes: csv.as_bytes().to_vec(),
    };
    open(&[file]).unwrap()
}

#[test]
fn a_missing_number_leaves_a_rank_open_only_where_it_could_turn_it() {
    let dataset = of_csv("region,year,emigrations\na,2020,50\nb,2020,70\nc,2020,:\n");
    let rank = |code: &str| {
        verdict(
            &dataset,
            &format!("form=rank&measure=emigrations&of=region&a={code}&way=more"),
        )
    };
    // One that is beaten stays beaten, whatever is withheld.
    assert_eq!(rank("a"), "differs");
    assert_eq!(
        rank("b"),
        "holds",
        "a withheld one is not among those that can be chosen"
    );
    let found = check(
        &dataset,
        "form=compare&measure=emigrations&of=region&a=a&b=c",
    );
    let control = found
        .controls
        .iter()
        .find(|control| control.name == "b")
        .unwrap();
    assert!(!control.choices.iter().any(|(code, _)| code == "c"));
}

#[test]
fn a_bound_needs_a_number_and_reads_it_as_the_language_writes_it() {
    let dataset = package("norway");
    let found = check(&dataset, "form=bound&measure=rate&of=");
    assert!(found.readings.is_empty() && found.notes.len() == 1);
    let lines = text("norway", "nation.csv");
    let with_code = lines.lines().enumerate().map(|(at, line)| {
        let code = if at == 0 { "of" } else { "x" };
        format!("{code},{line}\n")
    });
    let rates = rates(&with_code.collect::<String>(), "of");
    let rate = 100.0 * rates[&("x".to_owned(), 2022)];
    for (value, lang) in [
        ("0,55", Lang::Nb),
        ("0.55", Lang::En),
        ("0,65", Lang::Nn),
        ("0.65 %", Lang::En),
    ] {
        let parts = asked(&format!(
            "form=bound&measure=rate&of=&way=more&value={value}&year=2022"
        ));
        let found = page(&dataset, &parts, lang);
        let bound: f64 = value
            .replace(',', ".")
            .trim_end_matches(" %")
            .parse()
            .unwrap();
        assert_eq!(
            found.readings[0].verdict == "holds",
            rate > bound,
            "{value} {rate}"
        );
        assert!(
            found.claim.contains("0,") || found.claim.contains("0."),
            "{}",
            found.claim
        );
    }
}

#[test]
fn the_numbers_of_a_check_open_their_arithmetic() {
    for (name, parts) in [
        ("europe", "form=rank&measure=rate&of=country&a=lu&year=2019"),
        ("norway", "form=since&measure=rate&of=&since=2012"),
        (
            "teaching",
            "form=compare&measure=destination_share&of=group&to=uk",
        ),
    ] {
        let dataset = package(name);
        let found = check(&dataset, parts);
        let mut opened = 0;
        for reading in found
            .readings
            .iter()
            .filter(|reading| reading.verdict != "not_computable")
        {
            assert!(!reading.numbers.is_empty(), "{name}: {}", reading.label);
            for number in &reading.numbers {
                of_number(&dataset, number, 0.95, Lang::En).unwrap();
                opened += 1;
            }
        }
        assert!(opened > 2, "{name} {opened}");
    }
}

#[test]
fn every_package_can_be_asked_something() {
    for name in ["norway", "norway-age", "europe", "teaching", "report-2026"] {
        let dataset = package(name);
        for form in ["compare", "bound", "since", "rank"] {
            for measure in [
                "rate",
                "emigrations",
                "destination_share",
                "rebased_share",
                "return_share",
            ] {
                let found = check(&dataset, &format!("form={form}&measure={measure}&value=5"));
                // Either there is a claim with its readings, or it is said why not.
                assert!(
                    !(found.readings.is_empty() && found.notes.is_empty()),
                    "{name} {form} {measure}"
                );
                assert!(
                    found.readings.is_empty() || !found.claim.is_empty(),
                    "{name} {form} {measure}"
                );
                if let Some(spec) = &found.spec {
                    assert_eq!(
                        build(spec, &dataset, Lang::Nb).absent,
                        None,
                        "{name} {form} {measure}"
                    );
                }
            }
        }
    }
}

#[test]
fn whoever_has_chosen_nothing_sees_a_claim_that_is_held_against_the_data() {
    for name in ["norway", "norway-age", "europe", "teaching"] {
        let dataset = package(name);
        for lang in Lang::ALL {
            let first = page(&dataset, &Vec::new(), lang);
            assert!(!first.claim.is_empty(), "{name}");
            assert!(!first.readings.is_empty(), "{name}");
            // A kind that was asked for is kept, if only to say that there is nothing.
            let asked = vec![("form".to_owned(), "compare".to_owned())];
            let compared = page(&dataset, &asked, lang);
            assert_eq!(compared.controls[0].value, "compare", "{name}");
        }
    }
}

#[test]
fn the_sentence_of_a_claim_is_of_its_years_and_numbers_that_differ_are_read_as_two() {
    let europe = package("europe");
    let said = |data: &Dataset, parts: &str| {
        let page = check(data, parts);
        build(&page.spec.unwrap(), data, Lang::En).sheet.summary
    };
    let compared = "form=compare&measure=rate&of=country&a=no&b=se&way=less&year=2015";
    assert_eq!(
        said(&europe, compared),
        "In 2015 the emigration rate was higher in Sweden (0.57%) than in Norway (0.56%)."
    );
    let norway = package("norway");
    let bound = "form=bound&measure=rate&of=&way=more&value=0.5&year=2020";
    assert_eq!(
        said(&norway, bound),
        "In 2020 the emigration rate was 0.50%."
    );
    assert_eq!(check(&norway, bound).readings[0].computed, "0.497%");
    let count = "form=bound&measure=emigrations&of=&way=more&value=0.5&year=2020";
    assert_eq!(check(&norway, count).readings[0].computed, "26,744");
    // Of few events: the sentence counts those that the verdict does.
    let few = of_csv(
        "municipality,year,emigrations,population_jan1,population_dec31\n\
         a,2020,3,1000,1000\nb,2020,12,1000,1000\nc,2020,30,1000,1000\n",
    );
    let least = said(
        &few,
        "form=rank&measure=rate&of=municipality&a=b&way=less&year=2020",
    );
    assert!(least.contains("lowest in a (0.30%)"), "{least}");
}
