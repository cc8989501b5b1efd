//! The overviews of the shipped data sets: every number of every sentence, in every language, held against
//! the published rows, added up here by other means; and the words as a person has read them.
//!
//! `UPDATE_GOLDENS=1 cargo test --test overview` rewrites the words.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod goldens;
mod shipped;

use std::collections::{BTreeMap, BTreeSet};

use utvandring::data::Dataset;
use utvandring::data::open::{NamedBytes, open};
use utvandring::figures::build::build;
use utvandring::state::View;
use utvandring::text::number::{integer, percent, small};
use utvandring::text::{Lang, findings::among_group, overview::Topic, places};
use utvandring::view_models::overview::{Overview, Part, of_dataset};

use goldens::Goldens;
use shipped::{changed, text, with_outlines as package};

const ALL: [&str; 5] = ["norway", "norway-age", "europe", "teaching", "report-2026"];

#[test]
fn overviews_are_as_reviewed() {
    let mut goldens = Goldens::of("overview");
    for name in ALL {
        let dataset = package(name);
        for lang in Lang::ALL {
            let overview = of_dataset(&dataset, lang);
            let keys = overview.keys.iter();
            let mut said: String = keys
                .map(|key| format!("{} {}\n", key.value, key.caption))
                .collect();
            for part in overview.all() {
                said += &format!("# {}\n{}\n", part.question, part.sentence);
                if !part.left_out.is_empty() {
                    said += &format!("({})\n", part.left_out);
                }
            }
            goldens.hold(&format!("{name}.{}", lang.tag()), &said);
        }
    }
    goldens.conclude();
}

/// The rows of a table as they stand in the file, by column.
type Row = BTreeMap<String, String>;

fn rows_of(text: &str) -> Vec<Row> {
    let mut lines = text
        .lines()
        .map(|line| line.split(',').map(str::to_owned).collect());
    let head: Vec<String> = lines.next().unwrap();
    let row = |cells: Vec<String>| head.iter().cloned().zip(cells).collect();
    lines.map(row).collect()
}

fn rows(package: &str, file: &str) -> Vec<Row> {
    rows_of(&text(package, file))
}

fn number(row: &Row, column: &str) -> f64 {
    row[column].parse().unwrap()
}

/// Sums by the codes of a column: emigrations, and the population in the middle of the year where there is
/// one.
fn sums(rows: &[Row], by: &str) -> BTreeMap<String, (f64, f64)> {
    let mut sums: BTreeMap<String, (f64, f64)> = BTreeMap::new();
    for row in rows {
        let sum = sums.entry(row[by].clone()).or_default();
        sum.0 += number(row, "emigrations");
        if row.contains_key("population_jan1") {
            sum.1 += (number(row, "population_jan1") + number(row, "population_dec31")) / 2.0;
        }
    }
    sums
}

fn rates(sums: &BTreeMap<String, (f64, f64)>) -> Vec<(String, f64)> {
    sums.iter()
        .map(|(code, (events, people))| (code.clone(), events / people))
        .collect()
}

fn counts(sums: &BTreeMap<String, (f64, f64)>) -> Vec<(String, f64)> {
    sums.iter()
        .map(|(code, (events, _))| (code.clone(), *events))
        .collect()
}

fn highest(values: &[(String, f64)]) -> (String, f64) {
    let most = values.iter().max_by(|one, two| one.1.total_cmp(&two.1));
    most.unwrap().clone()
}

fn lowest(values: &[(String, f64)]) -> (String, f64) {
    let least = values.iter().min_by(|one, two| one.1.total_cmp(&two.1));
    least.unwrap().clone()
}

fn of_year(rows: &[Row], year: &str) -> Vec<Row> {
    let of_it = rows.iter().filter(|row| row["year"] == year);
    of_it.cloned().collect()
}

/// A rate as figures of rates below four per cent have it.
fn rate(value: f64, lang: Lang) -> String {
    percent(value, 2, lang)
}

fn label(dataset: &Dataset, dimension: &str, code: &str, lang: Lang) -> String {
    dataset
        .label(dimension, code)
        .unwrap()
        .name
        .get(lang)
        .to_owned()
}

fn part(overview: &Overview, topic: Topic) -> &Part {
    overview.all().find(|part| part.topic == topic).unwrap()
}

/// A sentence holds facts in this order, and no digit besides.
fn holds(sentence: &str, facts: &[String]) {
    let mut rest = sentence;
    let mut between = String::new();
    for fact in facts {
        let Some((before, after)) = rest.split_once(fact.as_str()) else {
            panic!("{fact:?} is not in {rest:?} of {sentence:?}, expected {facts:?}");
        };
        between += before;
        rest = after;
    }
    between += rest;
    let has_digit = between.contains(|letter: char| letter.is_ascii_digit());
    assert!(!has_digit, "{sentence:?} says more than {facts:?}");
}

/// What a sentence on a change says of values by year, in the order of the sentence: the first, the last, and
/// the highest between.
fn change(values: &[(String, f64)], written: impl Fn(f64) -> String) -> Vec<String> {
    let (first, last) = (values.first().unwrap(), values.last().unwrap());
    let peak = highest(values);
    let mut said = Vec::new();
    for (year, value) in [first, last] {
        said.extend([written(*value), year.clone()]);
    }
    if peak.0 != last.0 && peak.0 != first.0 {
        said.extend([peak.0, written(peak.1)]);
    }
    said
}

#[test]
fn norway_is_told_as_its_rows_have_it() {
    let dataset = package("norway");
    let nation = sums(&rows("norway", "nation.csv"), "year");
    let citizenship = rows("norway", "citizenship.csv");
    let mut of_2022 = counts(&sums(&of_year(&citizenship, "2022"), "citizenship"));
    of_2022.sort_by(|one, two| two.1.total_cmp(&one.1));
    let of_2007 = sums(&of_year(&citizenship, "2007"), "citizenship");
    let growth: Vec<(String, f64)> = of_2022
        .iter()
        .map(|(code, count)| (code.clone(), count - of_2007[code].0))
        .collect();
    let (grown, _) = highest(&growth);
    for lang in Lang::ALL {
        let overview = of_dataset(&dataset, lang);
        assert_eq!(overview.lead.as_ref().unwrap().topic, Topic::Trend);
        let facts = change(&rates(&nation), |value| rate(value, lang));
        assert_eq!(facts.len(), 6, "the peak is between");
        holds(&part(&overview, Topic::Trend).sentence, &facts);

        let mut facts = vec!["2022".to_owned()];
        for (code, count) in &of_2022[..3] {
            facts.push(label(&dataset, "citizenship", code, lang));
            facts.push(integer(*count, lang));
        }
        let who = part(&overview, Topic::Who);
        holds(&who.sentence, &facts);
        // Who is not drawn is counted, and added up: they are parts of a whole.
        let with_some = of_2022.iter().filter(|(_, count)| *count > 0.0).count();
        let rest: f64 = of_2022[10..].iter().map(|(_, count)| count).sum();
        for number in [integer(with_some as f64, lang), integer(rest, lang)] {
            assert!(who.left_out.contains(&number), "{number}: {}", who.left_out);
        }
        // They have a bar of their own, so that the figure is of everyone.
        let figure = build(&who.spec, &dataset, lang);
        let bars = &figure.sheet.panels[0].series[0].points;
        let drawn: Vec<f64> = bars.iter().filter_map(|bar| bar.y).collect();
        let mut expected: Vec<f64> = of_2022[..10].iter().map(|(_, count)| *count).collect();
        expected.push(rest);
        assert_eq!(drawn, expected);

        let (most, fewest) = (highest(&counts(&nation)), lowest(&counts(&nation)));
        let facts = [
            "1951–2022".to_owned(),
            most.0,
            integer(most.1, lang),
            fewest.0,
            integer(fewest.1, lang),
        ];
        holds(&part(&overview, Topic::Most).sentence, &facts);

        let to = of_2022.iter().find(|(code, _)| *code == grown).unwrap().1;
        let facts = [
            "2007".to_owned(),
            "2022".to_owned(),
            label(&dataset, "citizenship", &grown, lang),
            integer(of_2007[&grown].0, lang),
            integer(to, lang),
        ];
        holds(&part(&overview, Topic::Growth).sentence, &facts);
        assert_eq!(overview.all().count(), 4);
    }
}

#[test]
fn norway_by_age_is_told_as_its_rows_have_it() {
    let dataset = package("norway-age");
    let people = rows("norway-age", "age_sex.csv");
    let by_year = sums(&people, "year");
    let of_2015 = of_year(&people, "2015");
    let mut gone = counts(&sums(&rows("norway-age", "destination.csv"), "destination"));
    gone.sort_by(|one, two| two.1.total_cmp(&one.1));
    let of_sex = |sex: &str| -> Vec<Row> {
        let rows = of_2015.iter().filter(|row| row["sex"] == sex);
        rows.cloned().collect()
    };
    for lang in Lang::ALL {
        let overview = of_dataset(&dataset, lang);
        let facts = change(&rates(&by_year), |value| rate(value, lang));
        holds(&part(&overview, Topic::Trend).sentence, &facts);

        let mut facts = vec!["2015".to_owned()];
        for sex in ["f", "m"] {
            // Of at least ten emigrations, as every finding.
            let mut ages = sums(&of_sex(sex), "age");
            ages.retain(|_, (events, _)| *events >= 10.0);
            let (age, peak) = highest(&rates(&ages));
            let name = label(&dataset, "sex", sex, lang).to_lowercase();
            facts.extend([age, name, rate(peak, lang)]);
        }
        holds(&part(&overview, Topic::Age).sentence, &facts);

        let by_sex = rates(&sums(&of_2015, "sex"));
        let (more, less) = (highest(&by_sex), lowest(&by_sex));
        let mut facts = vec!["2015".to_owned()];
        for (sex, value) in [more, less] {
            facts.push(label(&dataset, "sex", &sex, lang).to_lowercase());
            facts.push(rate(value, lang));
        }
        holds(&part(&overview, Topic::Sex).sentence, &facts);

        let mut facts = vec!["2024".to_owned()];
        for (code, count) in &gone[..3] {
            facts.push(label(&dataset, "destination", code, lang));
            facts.push(integer(*count, lang));
        }
        holds(&part(&overview, Topic::Destination).sentence, &facts);
    }
}

/// What is told of Europe over some years, from its rows.
fn europe(dataset: &Dataset, rows: &[Row], (first, last): (i32, i32)) {
    let is_within = |row: &&Row| {
        let year: i32 = row["year"].parse().unwrap();
        (first..=last).contains(&year)
    };
    let rows: Vec<Row> = rows.iter().filter(is_within).cloned().collect();
    let years: BTreeSet<&String> = rows.iter().map(|row| &row["year"]).collect();
    let countries: BTreeSet<&String> = rows.iter().map(|row| &row["country"]).collect();
    let is_whole = |country: &&&String| {
        let own: Vec<&Row> = rows
            .iter()
            .filter(|row| row["country"] == ***country)
            .collect();
        let is_broken =
            |row: &&&Row| row["flag"].contains('b') && row["year"].parse::<i32>().unwrap() > first;
        own.len() == years.len() && own.iter().filter(is_broken).count() == 0
    };
    let whole: BTreeSet<&String> = countries.iter().filter(is_whole).copied().collect();
    let balanced: Vec<Row> = rows
        .iter()
        .filter(|row| whole.contains(&row["country"]))
        .cloned()
        .collect();
    let has_gaps = countries.iter().any(|country| {
        let own = rows.iter().filter(|row| row["country"] == **country);
        own.count() < years.len()
    });
    let (start, end) = (first.to_string(), last.to_string());
    for lang in Lang::ALL {
        let overview = of_dataset(dataset, lang);
        let mut units = vec![small(lang, whole.len())];
        if has_gaps {
            units.extend([start.clone(), end.clone()]);
        }
        let told = part(&overview, Topic::Trend);
        let mut facts = units.clone();
        facts.extend(change(&rates(&sums(&balanced, "year")), |value| {
            rate(value, lang)
        }));
        holds(&told.sentence, &facts);
        // The figure is of the same countries.
        let filter = told.spec.panels[0].question.filter_on("country").unwrap();
        assert_eq!(filter.codes.iter().collect::<BTreeSet<_>>(), whole);

        let of_last = rates(&sums(&of_year(&rows, &end), "country"));
        let (top, bottom) = (highest(&of_last), lowest(&of_last));
        let who = part(&overview, Topic::Who);
        let facts = [
            end.clone(),
            label(dataset, "country", &top.0, lang),
            rate(top.1, lang),
            label(dataset, "country", &bottom.0, lang),
            rate(bottom.1, lang),
        ];
        holds(&who.sentence, &facts);

        let by_year = counts(&sums(&balanced, "year"));
        let (most, fewest) = (highest(&by_year), lowest(&by_year));
        let mut facts = units.clone();
        facts.extend([most.0, integer(most.1, lang)]);
        facts.extend([fewest.0, integer(fewest.1, lang)]);
        holds(&part(&overview, Topic::Most).sentence, &facts);

        let ends = [&start, &end].map(|year| sums(&of_year(&balanced, year), "country"));
        let growth: Vec<(String, f64)> = ends[1]
            .iter()
            .map(|(code, (count, _))| (code.clone(), count - ends[0][code].0))
            .collect();
        let (grown, _) = highest(&growth);
        let mut facts = units;
        facts.extend([start.clone(), end.clone()]);
        facts.push(label(dataset, "country", &grown, lang));
        facts.extend(ends.map(|of| integer(of[&grown].0, lang)));
        holds(&part(&overview, Topic::Growth).sentence, &facts);
    }
}

#[test]
fn europe_is_told_of_the_countries_that_can_be_compared() {
    europe(
        &package("europe"),
        &rows("europe", "country.csv"),
        (2008, 2019),
    );
}

/// Also of all years, where few countries have numbers in each of them.
#[test]
fn no_sentence_compares_years_over_other_countries() {
    let all_years = |text: String| text.replace("\"defaults\": {\"year\": [\"2008..2019\"]},", "");
    let whole = changed("europe", |_, text| {
        all_years(text).replace("\"breaks\":", "\"nothing\":")
    });
    assert_eq!(whole.defaults.iter().count(), 0);
    let rows = rows("europe", "country.csv");
    europe(&whole, &rows, (1990, 2019));
    // With the break of definitions that the package tells of, what is compared begins after it.
    let broken = changed("europe", |_, text| all_years(text));
    let overview = of_dataset(&broken, Lang::Nb);
    let of = of_dataset(&package("europe"), Lang::Nb);
    for topic in [Topic::Trend, Topic::Most, Topic::Growth] {
        let told = part(&overview, topic);
        assert_eq!(told.sentence, part(&of, topic).sentence);
    }
    let left_out = &part(&overview, Topic::Trend).left_out;
    assert!(left_out.contains("brudd i tidsserien i 2008"), "{left_out}");
}

/// Rows lack, and stand in another order.
#[test]
fn holes_and_shuffled_rows_change_who_is_told_of() {
    let csv = text("europe", "country.csv");
    let mut lines: Vec<&str> = csv.lines().collect();
    let head = lines.remove(0);
    let mut kept: Vec<&str> = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        // The last year is whole, so that the same countries are ranked.
        if place % 61 != 17 || line.contains(",2019,") {
            kept.push(line);
        }
    }
    let middle = kept.len() / 2;
    kept.rotate_left(middle);
    kept.reverse();
    let holes = format!("{head}\n{}\n", kept.join("\n"));
    let dataset = changed("europe", |file, text| match file {
        "country.csv" => holes.clone(),
        _ => text,
    });
    europe(&dataset, &rows_of(&holes), (2008, 2019));
}

#[test]
fn the_teaching_data_are_told_as_their_rows_have_them() {
    let dataset = package("teaching");
    let by_year = rows("teaching", "by_year.csv");
    let [first, last] = ["2000", "2023"].map(|year| sums(&of_year(&by_year, year), "group"));
    let fell = rates(&first)
        .iter()
        .zip(rates(&last))
        .filter(|(one, two)| two.1 < one.1)
        .count();
    assert_eq!(fell, 5, "the sentence says all five");
    let of_2023 = of_year(&rows("teaching", "by_age_year.csv"), "2023");
    let ages = sums(&of_2023, "age");
    let shares = |file: &str, column: &str, counts: &dyn Fn(&Row) -> bool| {
        let mut parts: BTreeMap<String, (f64, f64)> = BTreeMap::new();
        for row in rows("teaching", file) {
            let Ok(all) = row["emigrations"].parse::<f64>() else {
                continue;
            };
            let Ok(of) = row[column].parse::<f64>() else {
                continue;
            };
            let part = parts.entry(row["group"].clone()).or_default();
            part.1 += all;
            part.0 += if counts(&row) { of } else { 0.0 };
        }
        rates(&parts)
    };
    let to_origin = shares("destinations.csv", "emigrations", &|row| {
        row["destination"] == "origin"
    });
    let back = shares("returns.csv", "returned_5y", &|_| true);
    for lang in Lang::ALL {
        let overview = of_dataset(&dataset, lang);
        let trend = part(&overview, Topic::Trend);
        holds(&trend.sentence, &["2000".to_owned(), "2023".to_owned()]);
        let group = |code: &str| among_group(lang, code).unwrap().to_owned();
        let share = |value: f64| percent(value, usize::from(value < 0.0995), lang);

        let of_last = rates(&last);
        let (top, bottom) = (highest(&of_last), lowest(&of_last));
        let facts = [
            "2023".to_owned(),
            group(&top.0),
            rate(top.1, lang),
            group(&bottom.0),
            rate(bottom.1, lang),
        ];
        holds(&part(&overview, Topic::Who).sentence, &facts);

        let (age, peak) = highest(&rates(&ages));
        let facts = ["2023".to_owned(), age, rate(peak, lang)];
        holds(&part(&overview, Topic::Age).sentence, &facts);

        let of_all = "2000–2023".to_owned();
        // Those who left later have not had five years to come back in.
        let followed = "2000–2019".to_owned();
        for (topic, years, values) in [
            (Topic::Destination, of_all, &to_origin),
            (Topic::Return, followed, &back),
        ] {
            let (top, bottom) = (highest(values), lowest(values));
            let facts = [
                years,
                group(&top.0),
                share(top.1),
                group(&bottom.0),
                share(bottom.1),
            ];
            holds(&part(&overview, topic).sentence, &facts);
        }

        let numbers = counts(&sums(&by_year, "year"));
        let (most, fewest) = (highest(&numbers), lowest(&numbers));
        let facts = [
            "2000–2023".to_owned(),
            most.0,
            integer(most.1, lang),
            fewest.0,
            integer(fewest.1, lang),
        ];
        holds(&part(&overview, Topic::Most).sentence, &facts);

        let growth: Vec<(String, f64)> = last
            .iter()
            .map(|(code, (count, _))| (code.clone(), count - first[code].0))
            .collect();
        let (grown, _) = highest(&growth);
        let facts = [
            "2000".to_owned(),
            "2023".to_owned(),
            group(&grown),
            integer(first[&grown].0, lang),
            integer(last[&grown].0, lang),
        ];
        holds(&part(&overview, Topic::Growth).sentence, &facts);
    }
}

fn table(text: &str) -> Dataset {
    open(&[NamedBytes {
        name: "table.csv".to_owned(),
        bytes: text.as_bytes().to_vec(),
    }])
    .unwrap()
}

#[test]
fn a_part_is_there_only_when_the_data_answer_it() {
    let persons = table("group,persons\nnorth,12\nsouth,15\n");
    assert_eq!(of_dataset(&persons, Lang::Nb), Overview::default());
    let years = table("year,emigrations\n2001,120\n2002,150\n2003,100\n");
    let topics: Vec<Topic> = of_dataset(&years, Lang::En)
        .all()
        .map(|part| part.topic)
        .collect();
    assert_eq!(topics, [Topic::Trend, Topic::Most]);
    let sentence = &of_dataset(&years, Lang::En).lead.unwrap().sentence;
    assert_eq!(
        sentence,
        "The number of emigrations fell from 120 in 2001 to 100 in 2003. It was highest in 2002 (150)."
    );
}

/// A reader who looks from a sentence to its figure finds the same number, written alike.
#[test]
fn rates_of_a_sentence_are_written_as_in_its_figure() {
    let mut found = 0;
    for name in ALL {
        let dataset = package(name);
        for lang in Lang::ALL {
            for part in of_dataset(&dataset, lang).all() {
                let figure = build(&part.spec, &dataset, lang);
                let drawn = figure.sheet.panels.iter().flat_map(|panel| &panel.series);
                let drawn: BTreeSet<&str> = drawn
                    .flat_map(|series| &series.points)
                    .map(|point| point.text.as_str())
                    .collect();
                for (text, number) in &part.pieces {
                    if number.is_some() && text.ends_with('%') {
                        assert!(drawn.contains(text.as_str()), "{name}: {}", part.sentence);
                        found += 1;
                    }
                }
            }
        }
    }
    assert!(found > 60, "{found}");
}

/// The ones that are among the largest are places; who has gone nobody knows where is none of them.
#[test]
fn the_lowest_of_those_shown_is_a_place() {
    let dataset = package("norway-age");
    let gone = counts(&sums(&rows("norway-age", "destination.csv"), "destination"));
    let mut known = gone.clone();
    known.retain(|(code, _)| code != "unknown");
    known.sort_by(|one, two| two.1.total_cmp(&one.1));
    assert!(known.len() < gone.len());
    for lang in Lang::ALL {
        let overview = of_dataset(&dataset, lang);
        let figure = build(&part(&overview, Topic::Destination).spec, &dataset, lang);
        let said = figure.sheet.summary;
        for (code, count) in [&known[0], &known[9]] {
            let name = label(&dataset, "destination", code, lang);
            let told = format!("{name} ({})", integer(*count, lang));
            assert!(said.contains(&told), "{told}: {said}");
        }
    }
}

/// Names stand in the order of the reader's alphabet, with an article where English has one.
#[test]
fn names_of_those_left_out_stand_in_the_order_of_the_alphabet() {
    let dataset = package("europe");
    let left_out = |lang| {
        part(&of_dataset(&dataset, lang), Topic::Trend)
            .left_out
            .clone()
    };
    let said = left_out(Lang::En);
    let expected = "Cyprus, Czechia, Estonia, France, Germany, Greece, Hungary, Iceland, Ireland, the Netherlands, \
                    Poland and Switzerland.";
    assert!(said.ends_with(expected), "{said}");
    let said = places::named(
        Lang::Nb,
        "country",
        ["Østerrike", "Åland", "Ungarn", "Armenia"]
            .map(str::to_owned)
            .to_vec(),
    );
    assert_eq!(said, "Armenia, Ungarn, Østerrike og Åland");
}

#[test]
fn every_part_leads_to_a_figure_that_can_be_drawn() {
    for name in ALL {
        let dataset = package(name);
        let overview = of_dataset(&dataset, Lang::Nb);
        assert!(overview.parts.len() <= 6);
        for part in overview.all() {
            let figure = build(&part.spec, &dataset, Lang::Nb);
            assert_eq!(figure.absent, None, "{name} {:?}", part.topic);
            let view = View::of_spec(&part.spec).unwrap();
            assert!(view.is_answerable(&dataset), "{name} {:?}", part.topic);
        }
    }
}

#[test]
fn a_key_number_says_of_how_many_places_it_is_itself() {
    // People of three countries, emigrations of two of them.
    let csv = "country,year,emigrations,population_jan1,population_dec31\n\
        a,2020,10,1000,1000\na,2021,11,1000,1000\nb,2020,20,1000,1000\nb,2021,21,1000,1000\n\
        c,2020,,1000,1000\nc,2021,,1000,1000\n";
    let overview = of_dataset(&table(csv), Lang::En);
    let captions: Vec<&str> = overview
        .keys
        .iter()
        .map(|key| key.caption.as_str())
        .collect();
    let people = captions
        .iter()
        .find(|caption| caption.starts_with("mid-year"));
    assert_eq!(
        people,
        Some(&"mid-year population in all 3 countries with figures in 2021")
    );
    let moves = captions
        .iter()
        .find(|caption| caption.starts_with("emigrations"));
    assert!(
        moves.is_none_or(|said| said.contains("in all 2 countries")),
        "{captions:?}"
    );
}

#[test]
fn groups_are_not_asked_for_by_where() {
    let csv = "group,year,population_jan1,population_dec31\nx,2020,10,10\nx,2021,12,12\ny,2020,20,20\ny,2021,25,25\n";
    let overview = of_dataset(&table(csv), Lang::En);
    let asked: Vec<&str> = overview.all().map(|part| part.question.as_str()).collect();
    assert!(asked.contains(&"Which group is largest?"), "{asked:?}");
}

/// Who had few emigrations because few of them leave is among those compared; who has few people is not.
#[test]
fn the_lowest_rate_is_among_the_large_and_not_among_those_with_many_events() {
    let mut csv = "country,year,emigrations,population_jan1,population_dec31\n".to_owned();
    for (code, gone, people) in [
        ("no", 900, 100_000),
        ("se", 500, 100_000),
        ("dk", 4, 20_000),
        ("is", 0, 50),
    ] {
        csv += &format!("{code},2020,{gone},{people},{people}\n");
    }
    let files = [NamedBytes {
        name: "rates.csv".to_owned(),
        bytes: csv.into_bytes(),
    }];
    let overview = of_dataset(&open(&files).unwrap(), Lang::Nb);
    let sentence = part(&overview, Topic::Who)
        .sentence
        .replace('\u{202f}', " ");
    for told in [
        "(0,90 %)",
        "(0,02 %)",
        "av 3 land som er store nok til at ti utvandringer var å vente",
    ] {
        assert!(sentence.contains(told), "{sentence}");
    }
}

#[test]
fn destinations_that_cannot_be_summed_are_told_of_with_the_reason() {
    let rows = |last: &str| {
        let mut csv = "country,destination,year,emigrations\n".to_owned();
        for (place, country) in ["dk", "no", "se"].into_iter().enumerate() {
            for (number, to) in ["de", "fr", "it", last].into_iter().enumerate() {
                // Of the last country one destination is not known.
                let is_there = last != "pl" || country != "se" || to != "pl";
                for year in [2020, 2021].into_iter().filter(|_| is_there) {
                    let count = 100 * (place + 1) + 10 * number + year - 2020;
                    csv += &format!("{country},{to},{year},{count}\n");
                }
            }
        }
        csv
    };
    let told = |csv: &str| {
        let overview = of_dataset(&table(csv), Lang::Nb);
        let has_part = overview.all().any(|part| part.topic == Topic::Destination);
        (has_part, overview.lead.unwrap().left_out)
    };
    let (has_part, left_out) = told(&rows("pl"));
    assert!(!has_part);
    let reason = "Hvor de drar, er ikke summert, for landene har ikke tall for de samme tilflyttingslandene.";
    assert!(left_out.ends_with(reason), "{left_out}");
    assert_eq!(told(&rows("es")).1, "");
}
