//! Tasks for a class: every shipped one holds on its data and is computed anew on others, answers are
//! weighed in words, and codes survive the way through a class.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shipped;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use utvandring::data::json::{FromJson, Json};
use utvandring::data::{Dataset, Names};
use utvandring::figures;
use utvandring::figures::place::place_within;
use utvandring::figures::theme::Hue;
use utvandring::state::{Asked, View};
use utvandring::tasks::aims::Aim;
use utvandring::tasks::code::{self, Read, gather};
use utvandring::tasks::draft::{Draft, Field};
use utvandring::tasks::file::{Origin, Place};
use utvandring::tasks::picture::{Drawn, own_series, picture, revealed};
use utvandring::tasks::prepare::Handle;
use utvandring::tasks::quantity::written;
use utvandring::tasks::verdict::{key, verdict};
use utvandring::tasks::{
    Answer, Fault, Form, Kind, Prepared, Task, TaskSet, class, packed, prepare, worksheet,
};
use utvandring::text::Lang;
use utvandring::view_models::analyses;

use shipped::{changed, package};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www/tasks")
}

fn text(name: &str) -> String {
    std::fs::read_to_string(folder().join(name)).unwrap()
}

fn index() -> Json {
    Json::parse(&text("index.json")).unwrap()
}

fn sets() -> Vec<TaskSet> {
    let sets: Vec<Json> = index().required("sets").unwrap();
    sets.iter()
        .map(|set| TaskSet::from_json(set).unwrap())
        .collect()
}

/// Every shipped task with the name of its data.
fn tasks() -> Vec<(String, Task)> {
    let mut found: Vec<(String, Task)> = Vec::new();
    for set in sets() {
        for file in &set.files {
            let task = Task::read(&text(file)).unwrap_or_else(|fault| panic!("{file}: {fault}"));
            assert_eq!(*file, format!("{}.oppgave.json", task.id));
            if found.iter().all(|(_, known)| known.id != task.id) {
                found.push((set.data.clone(), task));
            }
        }
    }
    found
}

fn task(id: &str) -> Task {
    Task::read(&text(&format!("{id}.oppgave.json"))).unwrap()
}

fn on(dataset: &Dataset, id: &str) -> Prepared {
    prepare(&task(id), dataset, Lang::En).unwrap_or_else(|hidden| panic!("{id}: {}", hidden.reason))
}

fn names_of(task: &Task) -> Vec<&Names> {
    let Task {
        text,
        teacher,
        kind,
        ..
    } = task;
    let mut all = vec![
        &text.title,
        &text.ask,
        &text.why,
        &teacher.misconception,
        &teacher.before,
        &teacher.after,
    ];
    all.extend(
        teacher
            .faq
            .iter()
            .flat_map(|(question, answer)| [question, answer]),
    );
    match kind {
        Kind::Explain { boxes } => all.extend(boxes.iter().chain([&text.model])),
        Kind::Choose(tasks::file::Choices::Listed(listed)) => {
            all.extend(
                listed
                    .iter()
                    .filter(|choice| choice.number.is_none())
                    .map(|choice| &choice.text),
            );
        }
        _ => {}
    }
    all
}

#[test]
fn every_file_is_in_a_set_and_every_text_has_three_languages() {
    let mut files: BTreeSet<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".oppgave.json"))
        .collect();
    let aims: Vec<Aim> = index().required("aims").unwrap();
    for (_, task) in tasks() {
        assert!(
            files.remove(&format!("{}.oppgave.json", task.id)),
            "{}",
            task.id
        );
        for names in names_of(&task) {
            let given: Vec<&str> = names.given().map(|(tag, _)| tag).collect();
            assert_eq!(given, ["nb", "nn", "en"], "{}: {names:?}", task.id);
        }
        assert!(
            task.teacher.minutes > 0 && task.teacher.faq.len() > 1,
            "{}",
            task.id
        );
        for code in &task.teacher.aims {
            assert!(
                aims.iter().any(|aim| aim.code == *code),
                "{}: {code}",
                task.id
            );
        }
    }
    assert!(files.is_empty(), "in no set: {files:?}");
    for set in sets() {
        assert_eq!(set.title.given().count(), 3, "{}", set.id);
    }
    for aim in aims {
        assert!(
            aim.source().starts_with("https://www.udir.no/lk20/"),
            "{aim:?}"
        );
        assert_eq!(aim.checked.len(), 10);
        let [year, month, day] = [0..4, 5..7, 8..10].map(|part| &aim.checked[part]);
        assert_eq!(aim.checked_in(Lang::Nn), format!("{day}.{month}.{year}"));
        assert_eq!(aim.checked_in(Lang::En), aim.checked);
    }
}

#[test]
fn the_twelve_tasks_are_of_all_seven_types_and_there_are_six_of_published_data() {
    let all = tasks();
    let of = |data: &str| all.iter().filter(|(known, _)| known == data).count();
    assert_eq!(of("teaching"), 12);
    assert!(of("norway") + of("europe") >= 6);
    let types: BTreeSet<&str> = all
        .iter()
        .filter(|(data, _)| data == "teaching")
        .map(|(_, task)| match task.kind {
            Kind::Draw { .. } => "draw",
            Kind::Bars { .. } => "bars",
            Kind::Order { .. } => "order",
            Kind::Estimate { .. } => "estimate",
            Kind::Choose(_) => "choose",
            Kind::Spot { .. } => "spot",
            Kind::Explain { .. } => "explain",
        })
        .collect();
    assert_eq!(types.len(), 7, "{types:?}");
}

#[test]
fn every_premise_holds_on_the_data_it_was_made_for_in_every_language() {
    for (data, task) in tasks() {
        let dataset = package(&data);
        let mut right = Vec::new();
        for lang in Lang::ALL {
            let prepared = prepare(&task, &dataset, lang);
            let prepared =
                prepared.unwrap_or_else(|hidden| panic!("{}: {}", task.id, hidden.reason));
            assert_eq!(prepared.premises.len(), task.premise.len());
            for said in [&prepared.title, &prepared.ask, &prepared.why]
                .into_iter()
                .chain(&prepared.premises)
            {
                assert!(
                    !said.is_empty() && !said.contains(['{', '}']),
                    "{}: {said}",
                    task.id
                );
                assert!(
                    !said.contains("NaN") && !said.contains("  "),
                    "{}: {said}",
                    task.id
                );
            }
            let told = verdict(&prepared, &Answer::right(&prepared)).text();
            assert!(told.len() > 10, "{}: {told}", task.id);
            right.push(Answer::right(&prepared));
        }
        assert!(
            right.windows(2).all(|pair| pair[0] == pair[1]),
            "{}: the language changes no answer",
            task.id
        );
    }
}

#[test]
fn the_right_answer_is_met_and_where_one_begins_gives_nothing_away() {
    for (data, task) in tasks() {
        let prepared = prepare(&task, &package(&data), Lang::En).unwrap();
        let right = Answer::right(&prepared);
        let told = verdict(&prepared, &right);
        assert_ne!(told.met, Some(false), "{}: {}", task.id, told.text());
        let start = Answer::start(&prepared);
        assert_ne!(start, right, "{}", task.id);
        let is_begun = !matches!(prepared.form, Form::Choose { .. } | Form::Range { .. });
        assert_eq!(start.is_whole(), is_begun, "{}", task.id);
    }
}

/// Rewrites the cells of each line of a CSV file below its header.
fn cells(text: &str, change: impl Fn(&[&str], &mut Vec<String>)) -> String {
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let mut out = format!("{}\n", header.join(","));
    for line in lines {
        let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
        change(&header, &mut cells);
        if !cells.is_empty() {
            out += &format!("{}\n", cells.join(","));
        }
    }
    out
}

/// A copy of a package in which the cells of each table are others.
fn copy(
    package: &str,
    change: impl Fn(&dyn Fn(&str) -> Option<usize>, &mut Vec<String>),
) -> Dataset {
    let apart = ["sample.csv", "unmet.csv"];
    changed(package, |file, text| {
        match file.ends_with(".csv") && !apart.contains(&file) {
            true => cells(&text, |header, cells| {
                let column = |name: &str| header.iter().position(|known| *known == name);
                change(&column, cells);
            }),
            false => text,
        }
    })
}

/// The columns of a row by their names, and the row.
type Change = fn(&dyn Fn(&str) -> Option<usize>, &mut Vec<String>);

fn scaled(column: Option<usize>, cells: &mut [String], factor: f64) {
    if let Some(cell) = column.and_then(|column| cells.get_mut(column))
        && let Ok(value) = cell.parse::<f64>()
    {
        *cell = (value * factor).to_string();
    }
}

fn exchanged(column: Option<usize>, cells: &mut [String], one: &str, other: &str) {
    if let Some(cell) = column.and_then(|column| cells.get_mut(column)) {
        let new = match cell.as_str() {
            code if code == one => other,
            code if code == other => one,
            code => code,
        };
        *cell = new.to_owned();
    }
}

fn backwards(column: Option<usize>, cells: &mut [String], sum: i32) {
    if let Some(cell) = column.and_then(|column| cells.get_mut(column))
        && let Ok(year) = cell.parse::<i32>()
    {
        *cell = (sum - year).to_string();
    }
}

/// Leaves a row without emigrations, and so without returns.
fn emptied(column: &dyn Fn(&str) -> Option<usize>, row: &mut [String]) {
    for name in ["emigrations", "returned_5y", "returned"] {
        scaled(column(name), row, 0.0);
    }
}

fn is(column: Option<usize>, cells: &[String], codes: &[&str]) -> bool {
    column.is_some_and(|column| codes.contains(&cells[column].as_str()))
}

/// For each task a copy of its data in which it cannot be asked.
const BROKEN: [(&str, &str, Change); 16] = [
    ("total-and-parts", "teaching", |column, row| {
        backwards(column("year"), row, 4023)
    }),
    ("education-in-each-group", "teaching", |column, row| {
        exchanged(column("education"), row, "no_higher", "bachelor_plus");
    }),
    ("many-or-likely", "teaching", |column, row| {
        exchanged(column("group"), row, "majority", "nb_two_immigrant_parents");
    }),
    ("two-sentences", "teaching", |column, row| {
        scaled(column("person_years"), row, 0.01)
    }),
    ("divide-by-what", "teaching", |column, row| {
        emptied(column, row)
    }),
    ("new-base", "teaching", |column, row| {
        if is(column("destination"), row, &["origin", "unknown"]) {
            emptied(column, row);
        }
    }),
    ("what-we-do-not-know", "teaching", |column, row| {
        let place = column("destination").or(column("destination_kind"));
        if is(place, row, &["unknown"]) {
            emptied(column, row);
        }
    }),
    ("just-young", "teaching", |column, row| {
        exchanged(column("group"), row, "majority", "nb_two_immigrant_parents");
    }),
    ("few-events", "teaching", |column, row| {
        scaled(column("emigrations"), row, 100.0)
    }),
    ("not-yet", "teaching", |column, row| {
        if is(
            column("year"),
            row,
            &["2019", "2020", "2021", "2022", "2023"],
        ) {
            row.clear();
        }
    }),
    ("year-after-year", "teaching", |column, row| {
        if column("age").is_some() && !is(column("age"), row, &["18", "19", "20"]) {
            row.clear();
        }
    }),
    ("same-numbers", "teaching", |column, row| {
        emptied(column, row)
    }),
    ("norway-since-1951", "norway", |column, row| {
        backwards(column("year"), row, 3973)
    }),
    ("norway-grown", "norway", |column, row| {
        backwards(column("year"), row, 3973)
    }),
    ("europe-many-or-likely", "europe", |column, row| {
        if is(column("country"), row, &["de"]) {
            scaled(column("emigrations"), row, 50.0);
        }
    }),
    ("europe-ireland", "europe", |column, row| {
        if is(column("country"), row, &["ie"]) && is(column("year"), row, &["2006"]) {
            scaled(column("emigrations"), row, 50.0);
        }
    }),
];

#[test]
fn what_is_seen_while_something_is_asked_does_not_mark_which_numbers_rest_on_few_events() {
    let prepared = on(&package("teaching"), "few-events");
    let shown = prepared.shown.unwrap();
    let series = shown.sheet.panels.iter().flat_map(|panel| &panel.series);
    let mut points = series.flat_map(|series| &series.points);
    assert!(points.all(|point| !point.small));
    let told = format!("{:?}", shown.sheet);
    assert!(!told.contains("ten events"), "{told}");
}

#[test]
fn a_task_whose_premise_does_not_hold_is_hidden_with_the_reason() {
    for (data, task) in tasks() {
        let broken = BROKEN.iter().filter(|(id, ..)| *id == task.id);
        let mut count = 0;
        for (_, package, change) in broken {
            assert_eq!(*package, data);
            count += 1;
            let other = copy(package, change);
            for lang in Lang::ALL {
                let hidden = prepare(&task, &other, lang).err();
                let hidden = hidden
                    .unwrap_or_else(|| panic!("{} is asked of data that do not show it", task.id));
                assert!(hidden.reason.len() > 20, "{}: {}", task.id, hidden.reason);
                assert_eq!(hidden.title, task.text.title.get(lang));
            }
        }
        assert_eq!(count, usize::from(!task.premise.is_empty()), "{}", task.id);
    }
}

#[test]
fn answers_are_computed_from_the_data_that_are_open() {
    let (own, other) = (
        package("europe"),
        copy("europe", |column, row| {
            exchanged(column("country"), row, "no", "is");
        }),
    );
    let orders = [&own, &other].map(|dataset| match on(dataset, "europe-order").form {
        Form::Order { right, items, .. } => right
            .iter()
            .map(|item| items[*item].label.clone())
            .collect::<Vec<String>>(),
        form => panic!("{form:?}"),
    });
    let exchanged = |label: &String| match label.as_str() {
        "Norway" => "Iceland".to_owned(),
        "Iceland" => "Norway".to_owned(),
        label => label.to_owned(),
    };
    assert_ne!(orders[0], orders[1]);
    assert_eq!(
        orders[0].iter().map(exchanged).collect::<Vec<String>>(),
        orders[1]
    );
    // Twice the events, twice the line.
    let twice = copy("teaching", |column, row| {
        scaled(column("emigrations"), row, 2.0)
    });
    let lines =
        [package("teaching"), twice].map(|dataset| match on(&dataset, "total-and-parts").form {
            Form::Levels { handles, .. } => handles
                .iter()
                .map(|handle| handle.truth.unwrap())
                .collect::<Vec<f64>>(),
            form => panic!("{form:?}"),
        });
    for (one, two) in lines[0].iter().zip(&lines[1]) {
        assert!((two / one - 2.0).abs() < 1e-12, "{one} {two}");
    }
}

#[test]
fn the_total_rises_while_every_part_falls() {
    let prepared = on(&package("teaching"), "total-and-parts");
    let Form::Levels { handles, scale, .. } = &prepared.form else {
        panic!("a line")
    };
    // Steps of 0.1 per cent, the finest of those that one would say for which a code has room.
    assert_eq!((handles.len(), scale.steps), (4, 80));
    // Kitagawa by year over group, computed from the same table in another way.
    let value = |name: usize| prepared.numbers[name].value;
    let (first, last, composition, rates) = (value(0), value(1), value(2), value(3));
    assert!((last - first - composition - rates).abs() < 1e-12);
    assert_eq!(
        format!("{:.2} {:.2}", first * 100.0, last * 100.0),
        "0.86 0.96"
    );
    assert_eq!(
        format!("{:.2} {:.2}", composition * 100.0, rates * 100.0),
        "0.63 -0.52"
    );
    let down = Answer::Levels {
        levels: vec![40, 30, 12, 9],

        unknown: false,
    };
    let told = verdict(&prepared, &down);
    assert_eq!(told.met, Some(false));
    assert!(
        told.sentences[0].contains("goes down") && told.sentences[0].contains("goes up"),
        "{}",
        told.text()
    );
}

#[test]
fn what_cannot_be_known_is_no_line() {
    let prepared = on(&package("teaching"), "not-yet");
    let drawn = |unknown| Answer::Levels {
        levels: vec![10; 4],
        unknown,
    };
    assert_eq!(verdict(&prepared, &drawn(false)).met, Some(false));
    let told = verdict(&prepared, &drawn(true));
    assert_eq!(told.met, Some(true), "{}", told.text());
    assert!(
        told.text().contains("2020") && told.text().contains("2023"),
        "{}",
        told.text()
    );
}

#[test]
fn a_range_is_met_when_it_holds_every_bound() {
    let prepared = on(&package("teaching"), "what-we-do-not-know");
    let Form::Range { scale, truth, .. } = &prepared.form else {
        panic!("a range")
    };
    assert_eq!(truth.len(), 2);
    let range = |low: f64, high: f64| Answer::Levels {
        levels: vec![scale.step(low), scale.step(high)],
        unknown: false,
    };
    let (low, high) = (truth[0].value, truth[1].value);
    assert_eq!(
        verdict(&prepared, &range(low - 0.1, high + 0.1)).met,
        Some(true)
    );
    assert_eq!(
        verdict(&prepared, &range(low + 0.1, high + 0.1)).met,
        Some(false)
    );
    assert_eq!(
        verdict(&prepared, &range(low - 0.1, high - 0.1)).met,
        Some(false)
    );
}

#[test]
fn the_ends_of_a_range_never_pass_each_other() {
    let start = Answer::Levels {
        levels: vec![10, 20],
        unknown: false,
    };
    let levels = |answer: Answer| match answer {
        Answer::Levels { levels, .. } => levels,
        other => panic!("{other:?}"),
    };
    assert_eq!(levels(start.with_level(0, 30, true)), [30, 30]);
    assert_eq!(levels(start.with_level(1, 5, true)), [5, 5]);
    assert_eq!(levels(start.with_level(1, 5, false)), [10, 5]);
}

#[test]
fn pictures_show_the_numbers_only_when_they_are_revealed_and_always_say_what_data_they_are_of() {
    for (data, task) in tasks() {
        let dataset = package(&data);
        let prepared = prepare(&task, &dataset, Lang::En).unwrap();
        let start = Answer::start(&prepared);
        let before = picture(
            &prepared,
            Drawn {
                own: Some(&start),
                ..Drawn::default()
            },
        );
        let after = picture(
            &prepared,
            Drawn {
                own: Some(&start),
                revealed: true,
                ..Drawn::default()
            },
        );
        if let Some(before) = &before {
            assert!(own_series(before).is_some(), "{}", task.id);
            assert_eq!(
                before.sheet.badge.synthetic,
                data == "teaching",
                "{}",
                task.id
            );
            let series = &before.sheet.panels[0].series;
            assert!(
                series.iter().all(|series| series.key != "truth"),
                "{}",
                task.id
            );
            for (series, rows) in series.iter().zip(&before.panels[0].rows) {
                assert_eq!(
                    series.points.len(),
                    rows.len(),
                    "{}: {}",
                    task.id,
                    series.key
                );
            }
            assert_eq!(
                before.panels[0].table.columns.len(),
                series.len(),
                "{}",
                task.id
            );
        }
        let has_picture = matches!(
            prepared.form,
            Form::Levels { .. } | Form::Range { .. } | Form::Order { .. }
        );
        assert_eq!(after.is_some(), has_picture, "{}", task.id);
        assert!(!has_picture || before != after, "{}", task.id);
    }
}

#[test]
fn paper_is_black_and_white() {
    for (data, task) in tasks() {
        let prepared = prepare(&task, &package(&data), Lang::Nb).unwrap();
        let pictures = worksheet::to_answer(&prepared)
            .into_iter()
            .chain(worksheet::to_check(&prepared));
        for svg in pictures {
            for (at, _) in svg.match_indices('#') {
                let colour = &svg[at + 1..at + 7];
                let grey = colour[..2] == colour[2..4] && colour[2..4] == colour[4..];
                assert!(grey, "{}: {colour}", task.id);
            }
        }
    }
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % sides
    }
}

fn any_answer(prepared: &Prepared, dice: &mut Dice) -> Answer {
    match &prepared.form {
        Form::Levels {
            handles,
            scale,
            may_be_unknown,
            ..
        } => Answer::Levels {
            levels: handles
                .iter()
                .map(|_| dice.roll(u64::from(scale.steps) + 1) as u16)
                .collect(),
            unknown: *may_be_unknown && dice.roll(2) == 1,
        },
        Form::Range { scale, .. } => {
            let ends = [(); 2].map(|()| dice.roll(u64::from(scale.steps) + 1) as u16);
            Answer::Levels {
                levels: vec![ends[0].min(ends[1]), ends[0].max(ends[1])],
                unknown: false,
            }
        }
        Form::Order { items, .. } => {
            let mut order: Vec<usize> = (0..items.len()).collect();
            for place in (1..order.len()).rev() {
                order.swap(place, dice.roll(place as u64 + 1) as usize);
            }
            Answer::Order(order)
        }
        Form::Choose { options, .. } => {
            Answer::Choice(Some(dice.roll(options.len() as u64) as usize))
        }
        Form::Explain { boxes, .. } => {
            Answer::Boxes(boxes.iter().map(|_| dice.roll(2) == 1).collect())
        }
    }
}

fn all_prepared() -> Vec<Prepared> {
    tasks()
        .iter()
        .map(|(data, task)| prepare(task, &package(data), Lang::Nb).unwrap())
        .collect()
}

#[test]
fn ten_thousand_answers_come_back_from_their_codes() {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let all = all_prepared();
    for round in 0..10_000 {
        let prepared = &all[round % all.len()];
        let answer = any_answer(prepared, &mut dice);
        let nonce = dice.roll(1 << 16) as u16;
        let written = code::write(prepared, &answer, nonce);
        let letters = written.replace('-', "");
        assert!(
            (12..=16).contains(&letters.len()),
            "{}: {written}",
            prepared.id
        );
        let lower = letters
            .to_lowercase()
            .replace('0', "o")
            .replace('1', if round % 2 == 0 { "i" } else { "l" });
        for text in [&written, &letters, &lower] {
            assert_eq!(
                code::read(prepared, text),
                Read::Answer(nonce, answer.clone()),
                "{}: {text}",
                prepared.id
            );
        }
    }
}

#[test]
fn one_letter_mistaken_or_two_exchanged_are_always_found() {
    let symbols: Vec<char> = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().collect();
    let mut dice = Dice(88_172_645_463_325_252);
    for prepared in all_prepared() {
        let answer = any_answer(&prepared, &mut dice);
        let letters: Vec<char> = code::write(&prepared, &answer, 4711)
            .replace('-', "")
            .chars()
            .collect();
        for place in 0..letters.len() {
            let mut wrong = Vec::new();
            for symbol in symbols.iter().filter(|symbol| **symbol != letters[place]) {
                let mut other = letters.clone();
                other[place] = *symbol;
                wrong.push(other);
            }
            if place + 1 < letters.len() && letters[place] != letters[place + 1] {
                let mut other = letters.clone();
                other.swap(place, place + 1);
                wrong.push(other);
            }
            for other in wrong {
                let text: String = other.iter().collect();
                let read = code::read(&prepared, &text);
                assert!(
                    matches!(read, Read::Slip | Read::Chatter),
                    "{}: {text} is {read:?}",
                    prepared.id
                );
                // Where the beginning is whole, it is known what was meant.
                if place > 3 {
                    assert_eq!(read, Read::Slip, "{}: {text}", prepared.id);
                }
            }
        }
    }
}

#[test]
fn chatter_around_codes_is_left_alone() {
    let all = all_prepared();
    let prepared = &all[0];
    let other = &all[1];
    let mut dice = Dice(2023);
    let answers: Vec<Answer> = (0..3).map(|_| any_answer(prepared, &mut dice)).collect();
    let codes: Vec<String> = answers
        .iter()
        .zip(1..)
        .map(|(answer, nonce)| code::write(prepared, answer, nonce))
        .collect();
    let foreign = code::write(other, &any_answer(other, &mut dice), 9);
    let (whole, last) = codes[2].split_at(codes[2].len() - 1);
    let slip = format!("{whole}{}", if last == "7" { "8" } else { "7" });
    let pasted = format!(
        "Kari 10:31  hei alle sammen, her er min: {}.\nOla: {} <3\n(kopi) {}\n\
         internasjonalisering 1234567890123456 ABCDEFGHJKMN\n{}\n{}\nMona skrev med mellomrom {}\n\
         https://example.org/abcdefgh-ijkl?x=0123456789AB\n",
        codes[0],
        codes[1].to_lowercase(),
        codes[0],
        foreign,
        slip,
        codes[2].replace('-', " "),
    );
    let found = gather(prepared, &pasted);
    assert_eq!(found.answers, answers);
    assert_eq!((found.again, found.others), (1, vec![foreign]));
    assert_eq!(found.slips.len(), 1, "{:?}", found.slips);
    // Prose holds no codes.
    let prose: String = Lang::ALL
        .iter()
        .map(|lang| text::tasks::privacy_text(*lang))
        .collect();
    assert_eq!(gather(prepared, &prose), code::Gathered::default());
}

#[test]
fn codes_of_other_tasks_of_a_lesson_lead_there_and_those_of_none_are_named() {
    let all = all_prepared();
    let at = |id: &str| all.iter().find(|prepared| prepared.id == id).unwrap();
    let (chosen, many, slipped) = (at("total-and-parts"), at("divide-by-what"), at("not-yet"));
    let foreign = at("norway-citizens");
    let mut dice = Dice(8);
    let mut pasted = String::new();
    for nonce in 1..=4 {
        pasted += &format!(
            "{}\n",
            code::write(many, &any_answer(many, &mut dice), nonce)
        );
    }
    let slip = code::write(slipped, &any_answer(slipped, &mut dice), 5);
    let slip = format!(
        "{}{}",
        &slip[..slip.len() - 1],
        if slip.ends_with('7') { "8" } else { "7" }
    );
    let unknown = code::write(foreign, &any_answer(foreign, &mut dice), 6);
    // One letter is lost, and so is a group of it.
    let (lost, short) = (&slip[..slip.len() - 1], &unknown[..14]);
    pasted += &format!(
        "{slip} x\n{lost} x\n{unknown} x\n{unknown} x\n{short} x\nABCD-E Per-Arne 2026-12-02"
    );
    let found = gather(chosen, &pasted);
    assert_eq!((found.answers.len(), found.slips.len()), (0, 0));
    let others = [many, slipped];
    let apart = code::elsewhere(&found, others.into_iter());
    let slips = vec![slip.clone(), lost.to_owned()];
    assert_eq!(apart.of, [(0, 4, Vec::new()), (1, 0, slips)]);
    assert_eq!(apart.unknown, [unknown.as_str(), short]);
    // Where everything is of the task itself there is nothing else.
    let own = code::write(chosen, &any_answer(chosen, &mut dice), 7);
    let apart = code::elsewhere(&gather(chosen, &own), others.into_iter());
    assert_eq!(apart, code::Elsewhere::default());
}

#[test]
fn two_who_answer_alike_are_two() {
    let prepared = on(&package("teaching"), "just-young");
    let answer = Answer::Choice(Some(1));
    let pasted = format!(
        "{} {}",
        code::write(&prepared, &answer, 1),
        code::write(&prepared, &answer, 2)
    );
    let found = gather(&prepared, &pasted);
    assert_eq!(found.answers.len(), 2);
    let tally = class::tally(&prepared, &found.answers, &[1, 0, 3]);
    assert_eq!(tally.count, 6);
    assert_eq!(
        tally
            .lines
            .iter()
            .map(|(_, count)| *count)
            .collect::<Vec<usize>>(),
        [1, 2, 3]
    );
}

#[test]
fn of_very_many_codes_the_first_are_read() {
    let prepared = on(&package("teaching"), "just-young");
    assert_eq!(prepared.by_whom(), None);
    let code = |nonce| code::write(&prepared, &Answer::Choice(Some(1)), nonce);
    let codes = |count: u16| (0..count).map(code).collect::<Vec<_>>().join("\n");
    let most = code::MOST_CODES as u16;
    let all = gather(&prepared, &codes(most));
    assert_eq!((all.answers.len(), all.too_many), (code::MOST_CODES, false));
    let more = gather(&prepared, &codes(most + 1));
    assert_eq!((more.answers, more.too_many), (all.answers, true));
}

#[test]
fn a_range_begins_without_ends_on_an_axis_whose_middle_is_not_what_is_asked_for() {
    let teaching = package("norway");
    let of = Place::View(Box::new(View {
        measure: "emigrations".to_owned(),
        by: "year".to_owned(),
        split: String::new(),
        ..View::default()
    }));
    let mut draft = Draft::begin("estimate", &of, &teaching);
    let mut all = all_prepared();
    let parts = draft.parts(&teaching, Lang::Nb);
    assert!(parts.len() > 20, "every year can be asked about: {parts:?}");
    assert_eq!(Some(&draft.part), parts.last().map(|(part, _)| part));
    for (part, label) in parts {
        draft.of_part(part, &teaching);
        assert!(draft.ask.nb.contains(&label), "{}", draft.ask.nb);
        assert!(draft.ask.nb.starts_with("Hvor mange "), "{}", draft.ask.nb);
        all.push(prepare(&draft.task().unwrap(), &teaching, Lang::Nb).unwrap());
    }
    let mut ranges = 0;
    for prepared in &all {
        let Form::Range { scale, truth, .. } = &prepared.form else {
            continue;
        };
        ranges += 1;
        let start = Answer::start(prepared);
        assert!(!start.is_whole() && !start.with_level(0, 3, true).is_whole());
        assert!(
            start
                .with_level(1, 9, true)
                .with_level(0, 3, true)
                .is_whole()
        );
        assert!(
            verdict(
                prepared,
                &start.with_level(1, 9, true).with_level(0, 12, true)
            )
            .met
            .is_some()
        );
        for found in truth.iter().filter(|_| truth.len() == 1) {
            let part = found.value / scale.top;
            let is_whole = scale.percent && scale.top == 1.0;
            assert!(
                is_whole || !(0.4..=0.6).contains(&part),
                "{}: {part}",
                prepared.id
            );
            assert!(part < 0.95, "{}: {part}", prepared.id);
            let told = key(prepared);
            assert!(
                found.unit.is_empty() || told.ends_with(&format!(" {}.", found.unit)),
                "{told}"
            );
        }
    }
    assert!(ranges > 20);
}

#[test]
fn parts_of_a_whole_begin_alike_and_make_the_whole() {
    let mut wholes = 0;
    for prepared in all_prepared() {
        let Form::Levels {
            handles,
            scale,
            is_whole: true,
            ..
        } = &prepared.form
        else {
            continue;
        };
        wholes += 1;
        let Answer::Levels { levels, .. } = Answer::start(&prepared) else {
            panic!("{}", prepared.id)
        };
        let sum: f64 = levels.iter().map(|level| scale.value(*level)).sum();
        assert!((sum - 1.0).abs() < 1e-12, "{}: {sum}", prepared.id);
        assert!(levels.iter().all(|level| *level == levels[0]) && handles.len() > 1);
    }
    assert_eq!(wholes, 1);
}

#[test]
fn what_was_changed_about_a_figure_is_told_with_the_answer_only_and_both_are_seen_then() {
    let teaching = package("teaching");
    let plain = "#/explore?v=2&measure=rate&by=year&split=group";
    for change in ["&scale=log", "&zoom=2010,2020", "&hidden=majority"] {
        let task = text("same-numbers.oppgave.json")
            .replace(&format!("{plain}&scale=log"), &format!("{plain}{change}"));
        let prepared = prepare(&Task::read(&task).unwrap(), &teaching, Lang::En).unwrap();
        let Form::Choose {
            changed: Some(changed),
            told,
            ..
        } = &prepared.form
        else {
            panic!("{change}")
        };
        let shown = prepared.shown.as_ref().unwrap();
        let [first, second] = told.as_slice() else {
            panic!("{change}")
        };
        // While it is asked, the one has no remark that the other lacks.
        assert_eq!(shown.remarks().len(), changed.remarks().len(), "{change}");
        let is_told = |remark: &String| !changed.remarks().contains(remark);
        assert_eq!(
            second
                .remarks()
                .iter()
                .filter(|remark| is_told(remark))
                .count(),
            1,
            "{change}"
        );
        assert_eq!(first.remarks(), shown.remarks(), "{change}");
        let data = |figure: &figures::build::Figure| figure.panels.clone();
        assert_eq!(
            (data(first), data(second)),
            (data(shown), data(changed)),
            "{change}"
        );
        assert_eq!(revealed(&prepared, &teaching), None);
    }
}

#[test]
fn a_line_is_told_by_the_years_its_numbers_are_of() {
    let prepared = on(&package("norway"), "norway-since-1951");
    let Form::Levels { handles, scale, .. } = &prepared.form else {
        panic!()
    };
    let (first, last) = (&handles[0], &handles[handles.len() - 1]);
    let read = |handle: &Handle| written(handle.truth.unwrap(), scale.percent, Lang::En);
    let told = key(&prepared);
    assert_eq!(first.label, "1986");
    assert_eq!(
        told,
        format!(
            "The answer is {} in 1986 and {} in {}.",
            read(first),
            read(last),
            last.label
        )
    );
}

#[test]
fn what_is_chosen_or_ordered_stands_as_the_figure_has_it_and_its_answer_from_the_greatest() {
    let mut seen = 0;
    for (data, task) in tasks() {
        let prepared = prepare(&task, &package(&data), Lang::Nb).unwrap();
        if let Form::Order {
            items,
            right,
            whole,
            ..
        } = &prepared.form
        {
            let heads = whole.panels[0]
                .table
                .rows
                .iter()
                .map(|row| row.head.as_str());
            assert!(
                items.iter().map(|item| item.label.as_str()).eq(heads),
                "{}",
                task.id
            );
            let drawn = Drawn {
                revealed: true,
                ..Drawn::default()
            };
            let figure = picture(&prepared, drawn).unwrap();
            let series = &figure.sheet.panels[0].series[0];
            let values: Vec<f64> = series.points.iter().filter_map(|point| point.y).collect();
            assert!(
                values.windows(2).all(|pair| pair[0] > pair[1]),
                "{}: {values:?}",
                task.id
            );
            assert_eq!(values.len(), right.len());
            seen += 1;
        }
        if let (Form::Choose { options, .. }, Kind::Choose(tasks::file::Choices::Rows { .. })) =
            (&prepared.form, &task.kind)
        {
            let shown = prepared.shown.as_ref().unwrap();
            let heads = shown.panels[0]
                .table
                .rows
                .iter()
                .map(|row| row.head.as_str());
            let heads: Vec<&str> = heads.collect();
            let labels: Vec<&str> = options.iter().map(|offer| offer.label.as_str()).collect();
            assert_eq!(labels, heads, "{}", task.id);
            seen += 1;
        }
    }
    assert!(seen >= 4, "{seen}");
}

#[test]
fn the_figure_of_an_analysis_says_what_the_task_is_about() {
    for (data, task) in tasks() {
        let dataset = package(&data);
        let prepared = prepare(&task, &dataset, Lang::En).unwrap();
        let figure = revealed(&prepared, &dataset);
        if let (Some(figure), Some(Place::Analysis(_))) = (figure, &prepared.reveal) {
            assert_eq!(figure.sheet.summary, prepared.why, "{}", task.id);
        }
    }
}

#[test]
fn the_median_of_a_class_is_taken_handle_by_handle() {
    let prepared = on(&package("teaching"), "total-and-parts");
    let line = |levels: [u16; 4]| Answer::Levels {
        levels: levels.to_vec(),
        unknown: false,
    };
    let answers = [line([0, 5, 9, 127]), line([2, 5, 1, 0]), line([9, 4, 2, 3])];
    assert_eq!(class::median(&prepared, &answers), Some(line([2, 5, 2, 3])));
    assert_eq!(
        class::median(&prepared, &answers[..2]),
        Some(line([1, 5, 5, 63]))
    );
    assert_eq!(class::median(&prepared, &[]), None);
}

#[test]
fn no_two_tasks_of_a_class_share_their_codes() {
    let all = all_prepared();
    for one in &all {
        let code = code::write(one, &Answer::right(one), 7);
        for other in all.iter().filter(|other| other.id != one.id) {
            assert_eq!(
                code::read(other, &code),
                Read::Other,
                "{} {}",
                one.id,
                other.id
            );
        }
    }
}

#[test]
fn a_file_of_another_version_or_shape_is_refused_with_the_place_and_what_would_fit() {
    let whole = text("total-and-parts.oppgave.json");
    let cases = [
        (
            whole.replace("\"task\": 1", "\"task\": 2"),
            "task: 1, found 2",
        ),
        (whole.replace("\"task\": 1,", ""), "task: 1, found null"),
        (
            whole.replace("\"task\": 1", "\"task\": \"1\""),
            "task: 1, found \"1\"",
        ),
        (
            whole.replace("\"kind\": \"draw\"", "\"kind\": \"paint\""),
            "draw, bars, order, estimate",
        ),
        (
            whole.replace("@first", "@middle"),
            "numbers.first.at.year: a code, @first",
        ),
        (
            whole.replace("{\"falls\"", "{\"wobbles\""),
            "premise[0]: above, same",
        ),
        (
            whole.replace("\"shown\": \"#/explore", "\"shown\": \"#/about"),
            "shown: address",
        ),
        (
            whole.replace("\"handles\"", "\"answers\""),
            "only fields that a task has",
        ),
        (
            whole.replace("\"title\": {\"nb\"", "\"title\": {\"no\""),
            "title: object with nb, nn and en",
        ),
    ];
    for (text, wanted) in cases {
        let said = Task::read(&text).unwrap_err().to_string();
        assert!(said.contains(wanted), "{said} has not {wanted}");
    }
    assert!(matches!(Task::read("{"), Err(Fault::NotJson(_))));
    let set = "{\"set\": 1, \"tasks\": [\"a.oppgave.json\"]}";
    assert_eq!(TaskSet::read(set).unwrap().files, ["a.oppgave.json"]);
    assert!(matches!(
        TaskSet::read(&set.replace('1', "7")),
        Err(Fault::Version("set", _))
    ));
    assert_eq!(TaskSet::of_file(&whole).unwrap().tasks.len(), 1);
}

#[test]
fn a_drafted_task_can_be_asked_and_travels_in_a_link() {
    let teaching = package("teaching");
    let line = View {
        split: String::new(),
        ..View::default()
    };
    let bars = View {
        by: "group".to_owned(),
        ..line.clone()
    };
    let total = View::default();
    for (view, wanted) in [
        (&line, vec!["draw", "estimate", "explain"]),
        (&total, vec!["draw", "estimate", "explain"]),
        (
            &bars,
            vec!["bars", "order", "estimate", "choose", "explain"],
        ),
    ] {
        let of = Place::View(Box::new(view.clone()));
        assert_eq!(Draft::suited(&of, &teaching, Lang::Nn), wanted, "{view:?}");
        for kind in wanted {
            let draft = Draft::begin(kind, &of, &teaching);
            let letters = draft.letters(Lang::Nn).unwrap();
            assert!(
                letters
                    .bytes()
                    .all(|letter| letter.is_ascii_alphanumeric() || b"-_".contains(&letter))
            );
            let task = packed::unpack(&letters).unwrap();
            let drafted = draft.task().map(Task::sent);
            assert_eq!(Some(&task), drafted.as_ref());
            for (lang, (_, title)) in Lang::ALL.into_iter().zip(draft.title.given()) {
                let prepared = prepare(&task, &teaching, lang).unwrap();
                assert_eq!((prepared.title.as_str(), prepared.words_in), (title, None));
            }
            let prepared = prepare(&task, &teaching, Lang::En).unwrap();
            // Its words are not the publisher's.
            assert!(
                prepared
                    .by_whom()
                    .is_some_and(|said| said.contains("whoever made the task"))
            );
        }
    }
    let of = Place::View(Box::new(bars));
    let mut long = Draft::begin("explain", &of, &teaching);
    let mut dice = Dice(7);
    let mut noise = |count: usize| -> String {
        (0..count)
            .map(|_| char::from(b'a' + dice.roll(26) as u8))
            .collect()
    };
    // Words of three languages are too many for a link; those of one are not.
    for lang in Lang::ALL {
        long.write(Field::Why, lang, &noise(700), &teaching);
    }
    assert_eq!(packed::pack(&long.file()), None);
    let one = packed::unpack(&long.letters(Lang::Nn).unwrap()).unwrap();
    assert_eq!(
        one.text.why.given().collect::<Vec<_>>(),
        [("nn", long.why.nn.as_str())]
    );
    assert_eq!(prepare(&one, &teaching, Lang::Nn).unwrap().words_in, None);
    let told = prepare(&one, &teaching, Lang::En)
        .unwrap()
        .by_whom()
        .unwrap();
    assert!(
        told.ends_with("Its words are in Norwegian (nynorsk)."),
        "{told}"
    );
    long.write(Field::Why, Lang::Nn, &noise(4000), &teaching);
    assert_eq!(long.letters(Lang::Nn), None);
    for broken in ["", "a", "!!", "AAAA", "eyJ0YXNrIjox"] {
        assert!(packed::unpack(broken).is_err(), "{broken}");
    }
}

#[test]
fn every_analysis_makes_tasks_whose_answers_are_computed() {
    let teaching = package("teaching");
    let kinds = analyses::page(&teaching, &Asked::new(), Lang::En);
    let mut made = BTreeSet::new();
    for (kind, _) in &kinds.controls[0].choices {
        let asked: Asked = vec![("kind".to_owned(), kind.clone())];
        let page = analyses::page(&teaching, &asked, Lang::En);
        let of = Place::Analysis(asked);
        for name in Draft::suited(&of, &teaching, Lang::En) {
            made.insert(name);
            let mut draft = Draft::begin(name, &of, &teaching);
            for (part, label) in draft.parts(&teaching, Lang::En) {
                draft.of_part(part.clone(), &teaching);
                assert!(
                    draft.ask.en.contains(&label),
                    "{kind} {name}: {:?}",
                    draft.ask
                );
                let Some(task) = draft.task() else {
                    panic!("{kind} {name} {part}")
                };
                // A column in which two share the highest place has no one answer.
                let Ok(prepared) = prepare(&task, &teaching, Lang::En) else {
                    assert_eq!(name, "choose", "{kind} {part}");
                    continue;
                };
                // A number is asked for without the figure, whose sentence would be about others.
                let why = if name == "estimate" {
                    ""
                } else {
                    page.answer.as_str()
                };
                assert_eq!(prepared.why, why, "{kind} {name} {part}");
                let table = &page.tables[0];
                match &prepared.form {
                    Form::Range { truth, .. } => {
                        let (_, column) = part.split_once('/').unwrap();
                        let column: usize = column.parse().unwrap();
                        let head = label.split(": ").next().unwrap();
                        let line = table.rows.iter().find(|line| line.head == head).unwrap();
                        assert_eq!(Some(truth[0].value), line.cells[column].value, "{label}");
                        let read: String = truth[0]
                            .text
                            .chars()
                            .filter(|sign| !"% ,".contains(*sign))
                            .collect();
                        let read = read.trim().parse::<f64>().unwrap() / 100.0;
                        let apart = (read - truth[0].value).abs();
                        assert!(apart < 0.0006 + 0.01 * read, "{label}: {}", truth[0].text);
                        assert_eq!(prepared.numbers.len(), 1, "its arithmetic is shown");
                    }
                    Form::Choose { options, .. } => {
                        let column: usize = part.parse().unwrap();
                        let number = |head: &str| {
                            let line = table.rows.iter().find(|line| line.head == head);
                            line.unwrap().cells[column].value.unwrap()
                        };
                        let right = options.iter().find(|offer| offer.right).unwrap();
                        let others = options.iter().filter(|offer| !offer.right);
                        for other in others {
                            assert!(number(&right.label) > number(&other.label), "{kind} {part}");
                        }
                    }
                    other => panic!("{kind} {name}: {other:?}"),
                }
            }
            if name == "explain" {
                let mut task = draft.task().unwrap();
                let prepared = prepare(&task, &teaching, Lang::En).unwrap();
                assert!(prepared.shown.is_some(), "{kind}");
                // Whoever gets it knows that it was sent.
                task.origin = Origin::Sent;
                assert_eq!(
                    packed::unpack(&packed::pack(&draft.file()).unwrap()),
                    Ok(task)
                );
            }
        }
    }
    assert_eq!(
        made.into_iter().collect::<Vec<_>>(),
        ["choose", "estimate", "explain"]
    );
}

#[test]
fn a_question_of_ones_own_stays_when_another_number_is_asked_for() {
    let teaching = package("teaching");
    let of = Place::Analysis(vec![("kind".to_owned(), "comparison".to_owned())]);
    let mut draft = Draft::begin("estimate", &of, &teaching);
    let parts = draft.parts(&teaching, Lang::Nb);
    draft.write(Field::Ask, Lang::Nb, "Hva tror du?", &teaching);
    draft.of_part(parts[1].0.clone(), &teaching);
    assert_eq!(draft.ask.nb, "Hva tror du?");
    let other = draft.of_kind("explain", &teaching);
    assert_eq!(
        (other.kind.as_str(), other.ask.nb.as_str()),
        ("explain", "Hva tror du?")
    );
}

#[test]
fn words_of_ones_own_are_missing_where_nobody_has_written_them() {
    let teaching = package("teaching");
    let of = Place::View(Box::new(View {
        by: "group".to_owned(),
        split: String::new(),
        ..View::default()
    }));
    let mut draft = Draft::begin("order", &of, &teaching);
    assert_eq!(
        (draft.missing(), draft.ask.given().count()),
        (Vec::new(), 3)
    );
    let first = draft.clone();
    draft.write(Field::Ask, Lang::Nb, "Hvem flytter oftest?", &teaching);
    assert_eq!(
        draft.missing(),
        [Lang::Nn, Lang::En],
        "what it said before is not the same"
    );
    for (lang, words) in [
        (Lang::Nb, None),
        (Lang::Nn, Some(Lang::Nb)),
        (Lang::En, Some(Lang::Nb)),
    ] {
        let prepared = prepare(&draft.task().unwrap(), &teaching, lang).unwrap();
        assert_eq!(prepared.ask, "Hvem flytter oftest?");
        assert_eq!(prepared.words_in, words);
        assert_eq!(prepared.by_whom().is_some(), words.is_some(), "{lang:?}");
    }
    draft.write(Field::Ask, Lang::Nn, "Kven flyttar oftast?", &teaching);
    draft.write(Field::Ask, Lang::En, "Who moves most often?", &teaching);
    assert_eq!(draft.missing(), []);
    draft.write(Field::Why, Lang::En, "Many are young.", &teaching);
    assert_eq!(draft.missing(), [Lang::Nb, Lang::Nn]);
    for lang in Lang::ALL {
        draft.write(Field::Ask, lang, "", &teaching);
        draft.write(Field::Why, lang, "", &teaching);
    }
    assert_eq!(draft, first, "nothing written is what one begins with");
    draft.minutes = 12;
    draft.aim = "geo01-02/kv49".to_owned();
    let teacher = draft.task().unwrap().teacher;
    assert_eq!((teacher.minutes, teacher.aims), (12, vec![draft.aim]));
}

#[test]
fn a_lesson_is_listed_before_the_sets_of_a_pack_and_knows_its_data() {
    let title = Names::same("Mine");
    let tasks = [
        text("few-events.oppgave.json"),
        text("not-yet.oppgave.json"),
    ];
    let file = TaskSet::file(
        "my-lesson",
        "teaching",
        &title,
        tasks.iter().map(String::as_str),
    );
    let lesson = TaskSet::of_file(&file).unwrap();
    assert_eq!(
        (lesson.id.as_str(), lesson.data.as_str()),
        ("my-lesson", "teaching")
    );
    let listed = TaskSet::listed_first(&text("index.json"), &file).unwrap();
    let listed: Vec<Json> = Json::parse(&listed).unwrap().required("sets").unwrap();
    let listed: Vec<TaskSet> = listed
        .iter()
        .map(|set| TaskSet::from_json(set).unwrap())
        .collect();
    let ids: Vec<&str> = listed[0]
        .tasks
        .iter()
        .map(|task| task.id.as_str())
        .collect();
    assert_eq!(ids, ["few-events", "not-yet"]);
    // What is put together in the page of the pack is another lesson.
    assert_ne!(listed[0].id, "my-lesson");
    assert_eq!(listed[1..], sets());
    assert_eq!(TaskSet::listed_first("{}", &file), None);
}

#[test]
fn the_answers_of_a_class_look_like_no_group_and_stand_in_the_key() {
    let prepared = on(&package("teaching"), "total-and-parts");
    let start = Answer::start(&prepared);
    let class = [
        start.with_level(0, 10, false),
        start.clone(),
        start.with_level(3, 90, false),
    ];
    let median = class::median(&prepared, &class);
    let drawn = Drawn {
        class: &class,
        median: median.as_ref(),
        revealed: true,
        ..Drawn::default()
    };
    let figure = picture(&prepared, drawn).unwrap();
    let panel = &figure.sheet.panels[0];
    assert_eq!(panel.curves.len(), 3);
    let groups = panel
        .series
        .iter()
        .filter(|series| series.hue == Hue::Muted);
    assert_eq!(groups.count(), 5);
    let of = |key: &str| {
        panel
            .series
            .iter()
            .find(|series| series.key == key)
            .unwrap()
    };
    assert!(
        panel
            .curves
            .iter()
            .all(|curve| curve.hue == of("median").hue && curve.fine)
    );
    assert_ne!(of("truth").hue, of("median").hue);
    let size = figures::place::Size {
        width: 900.0,
        height: None,
    };
    let placed = figures::place::place(&figure.sheet, size, &figures::theme::Theme::LIGHT);
    let written: Vec<&str> = placed
        .label_boxes
        .iter()
        .map(|label| label.text.as_str())
        .collect();
    for label in ["Each answer of the class", "Middle of the class", "Answer"] {
        assert!(written.contains(&label), "{label}: {written:?}");
    }
    // Its numbers are those of the median and of the data; what each has drawn is read by nobody.
    assert_eq!(figure.panels[0].table.columns.len(), 7);
}

#[test]
fn what_is_drawn_in_has_no_intervals_and_says_nothing_of_them() {
    for id in ["total-and-parts", "new-base", "not-yet"] {
        let prepared = on(&package("teaching"), id);
        let drawn = Drawn {
            revealed: true,
            ..Drawn::default()
        };
        let figure = picture(&prepared, drawn).unwrap();
        let points = figure.sheet.panels[0]
            .series
            .iter()
            .flat_map(|series| &series.points);
        assert!(
            points.filter(|point| point.interval().is_some()).count() == 0,
            "{id}"
        );
        let footer = figure.sheet.footer.join(" ");
        assert!(
            !footer.contains("interval") && footer.contains("Source"),
            "{id}: {footer}"
        );
    }
}

#[test]
fn figures_of_tasks_have_large_letters_on_a_laptop_and_are_never_cut() {
    let theme = figures::theme::Theme::LIGHT;
    for (data, task) in tasks() {
        let prepared = prepare(&task, &package(&data), Lang::Nb).unwrap();
        let revealed = Drawn {
            revealed: true,
            ..Drawn::default()
        };
        let all = [
            picture(&prepared, Drawn::default()),
            picture(&prepared, revealed),
        ];
        for figure in all
            .iter()
            .flatten()
            .chain(tasks::picture::beside(&prepared))
        {
            let placed = place_within(&figure.sheet, (1232.0, 530.0), 2.0, &theme);
            assert_eq!(placed.width, 616.0, "{}: letters of 22 px", task.id);
            assert!(placed.height <= 265.0, "{}: {}", task.id, placed.height);
            // Where there is less room letters are smaller, and what says whose data they are stays.
            let placed = place_within(&figure.sheet, (700.0, 330.0), 2.0, &theme);
            assert!(placed.height * 700.0 / placed.width < 335.0, "{}", task.id);
            let badge = &figure.sheet.badge;
            let mut labels = placed.label_boxes.iter();
            let is_marked = labels.any(|label| badge.text.contains(&label.text));
            assert!(is_marked || !badge.synthetic, "{}", task.id);
        }
    }
}

#[test]
fn the_words_of_tasks_are_plain() {
    for (data, task) in tasks() {
        for lang in Lang::ALL {
            let prepared = prepare(&task, &package(&data), lang).unwrap();
            let titles = prepared.numbers.iter().map(|found| &found.title);
            let texts = [
                &prepared.title,
                &prepared.ask,
                &prepared.hint,
                &prepared.why,
            ];
            for said in texts.into_iter().chain(titles) {
                for hard in [
                    "Kitagawa",
                    "tandardi",
                    "Yttergrense",
                    "Dekomponer",
                    "Decompos",
                ] {
                    assert!(!said.contains(hard), "{}: {said}", task.id);
                }
                // A label in quotation marks is a phrase nobody has written.
                let is_quoted = said.contains('«') || said.contains('“');
                let quotes = ["two-sentences", "just-young"];
                assert!(
                    !is_quoted || quotes.contains(&task.id.as_str()),
                    "{}: {said}",
                    task.id
                );
            }
            for found in &prepared.numbers {
                let point = if lang == Lang::En { '.' } else { ',' };
                let decimals = found.text.split_once(point).map_or("", |(_, after)| after);
                let digits = decimals.chars().take_while(char::is_ascii_digit).count();
                assert!(digits < 4, "{}: {}", task.id, found.text);
            }
            let mut titles: Vec<&str> = prepared
                .numbers
                .iter()
                .map(|found| found.title.as_str())
                .collect();
            let all = titles.len();
            titles.sort_unstable();
            titles.dedup();
            assert_eq!(
                titles.len(),
                all,
                "{}: two numbers of one name: {titles:?}",
                task.id
            );
        }
    }
}

#[test]
fn labels_lose_their_capital_within_a_sentence_and_names_keep_it() {
    let teaching = package("teaching");
    let said = |id: &str, data: &str| {
        let prepared = prepare(&task(id), &package(data), Lang::Nb).unwrap();
        key(&prepared)
    };
    let groups = said("many-or-likely", "teaching");
    assert!(groups.contains(": innvandret i alderen 10"), "{groups}");
    assert!(groups.contains("og majoritetsbefolkningen ("), "{groups}");
    let shares = said("new-base", "teaching");
    assert!(
        shares.contains("Storbritannia") && shares.contains("og andre land 18"),
        "{shares}"
    );
    assert!(said("europe-order", "europe").contains(": Island ("));
    let prepared = prepare(&task("divide-by-what"), &teaching, Lang::Nb).unwrap();
    let phrase = "utvandringer blant norskfødte med to innvandrerforeldre i 2023";
    assert!(prepared.ask.contains(phrase), "{}", prepared.ask);
}

#[test]
fn a_number_that_is_written_is_the_step_of_a_slider() {
    let prepared = on(&package("teaching"), "total-and-parts");
    let Form::Levels { scale, .. } = &prepared.form else {
        panic!("a line")
    };
    for lang in Lang::ALL {
        for step in 0..=scale.steps {
            // What is read has fewer digits than steps have.
            let read = scale.read(step, lang);
            let typed = scale.typed(&read, lang).unwrap();
            assert_eq!(scale.typed(&scale.bare(step, lang), lang), Some(typed));
            assert_eq!(scale.read(typed, lang), read, "{step}");
        }
    }
    assert_eq!(scale.typed("0,5", Lang::Nb), Some(scale.step(0.005)));
    assert_eq!(scale.typed(" 0.5 % ", Lang::En), Some(scale.step(0.005)));
    assert_eq!(scale.typed("0", Lang::Nn), Some(0));
    let top = scale.bare(scale.steps, Lang::Nb);
    assert_eq!(scale.typed(&top, Lang::Nb), Some(scale.steps));
    for wrong in ["", "en", "-0,5", "99", "1,2,3", "NaN", "1e-3"] {
        assert_eq!(scale.typed(wrong, Lang::Nb), None, "{wrong}");
    }
}

#[test]
fn a_guess_lies_straight_between_its_handles() {
    let prepared = on(&package("teaching"), "total-and-parts");
    let Form::Levels { handles, scale, .. } = &prepared.form else {
        panic!("a line")
    };
    let levels = [0, 10, 30, 20];
    let at = |point| tasks::picture::between(handles, &levels, scale, point);
    let points: Vec<usize> = handles.iter().map(|Handle { point, .. }| *point).collect();
    assert_eq!((points[0], points[3]), (0, 23));
    for (place, level) in levels.iter().enumerate() {
        assert_eq!(at(points[place]), Some(scale.value(*level)));
    }
    let (one, two) = (points[1], points[2]);
    let middle = (at(one).unwrap() + at(two).unwrap()) / 2.0;
    if (one + two) % 2 == 0 {
        assert!((at((one + two) / 2).unwrap() - middle).abs() < 1e-12);
    }
    assert_eq!(at(24), None);
}
