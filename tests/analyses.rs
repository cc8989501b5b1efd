//! Analyses in words: every kind answers, and every number opens its own arithmetic.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shipped;

use std::rc::Rc;

use shipped::{package, teaching};
use utvandring::data::json::Json;
use utvandring::data::open::{NamedBytes, open};
use utvandring::data::{Dataset, Method, Perturbation};
use utvandring::explain::{of_number, of_row};
use utvandring::figures::build::{Figure, build};
use utvandring::figures::numbers::Spot;
use utvandring::figures::spec::Spec;
use utvandring::measures::{IntervalMethod, Measure, Question, answer};
use utvandring::text::{Lang, number, ranges};
use utvandring::view_models::analyses::export::Handed;
use utvandring::view_models::analyses::page::{AnalysisPage, Asked, Line};
use utvandring::view_models::analyses::{explanation, figure, page, typed_in, with_figure};

fn asked(pairs: &[(&str, &str)]) -> Asked {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    pairs.iter().map(owned).collect()
}

/// Every request whose choices are offered by the page itself, one choice changed at a time.
fn requests(dataset: &Dataset) -> Vec<Asked> {
    let first = page(dataset, &Vec::new(), Lang::En);
    let mut all = Vec::new();
    for (kind, _) in &first.controls[0].choices {
        let plain = asked(&[("kind", kind)]);
        for control in &page(dataset, &plain, Lang::En).controls {
            for (value, _) in &control.choices {
                if control.name != "kind" {
                    all.push(asked(&[("kind", kind), (&control.name, value)]));
                }
            }
        }
        all.push(plain);
    }
    all
}

fn texts(page: &AnalysisPage) -> String {
    format!("{page:?}")
}

#[test]
fn every_choice_on_the_page_leads_to_an_answer_without_broken_numbers() {
    let dataset = teaching();
    for request in requests(&dataset) {
        for lang in Lang::ALL {
            let page = page(&dataset, &request, lang);
            assert!(!page.answer.is_empty(), "{request:?}");
            assert!(
                page.question.ends_with('?'),
                "{request:?}: {}",
                page.question
            );
            assert!(!page.tables.is_empty(), "{request:?}: {}", page.answer);
            let all = texts(&page);
            assert!(!all.contains("NaN") && !all.contains("inf,"), "{request:?}");
            for table in &page.tables {
                for line in &table.rows {
                    assert_eq!(line.cells.len() + 1, table.columns.len(), "{request:?}");
                }
            }
        }
    }
}

#[test]
fn the_arithmetic_behind_a_number_holds_the_number() {
    let dataset = teaching();
    let kinds = &page(&dataset, &Vec::new(), Lang::Nb).controls[0]
        .choices
        .clone();
    for (kind, _) in kinds {
        let request = asked(&[("kind", kind)]);
        for lang in Lang::ALL {
            let page = page(&dataset, &request, lang);
            let cells = page.tables.iter().flat_map(|table| &table.rows);
            let explained: Vec<_> = cells
                .flat_map(|line| &line.cells)
                .filter_map(|cell| Some((cell, cell.explain.as_ref()?)))
                .collect();
            assert!(explained.len() > 3, "{kind}");
            for (cell, id) in explained.iter().step_by(7) {
                let told = explanation(&dataset, &request, id, lang).unwrap();
                let all: Vec<String> = told
                    .parts
                    .iter()
                    .flat_map(|part| part.lines.iter().cloned())
                    .collect();
                if kind == "decomposition" {
                    // Rounded so that the column adds up; the arithmetic is not.
                    continue;
                }
                let digits = cell.text.trim_start_matches(['+', '\u{2212}']);
                assert!(all.join("\n").contains(digits), "{kind} {digits}: {all:?}");
                assert_eq!(told.copies.len(), 3);
            }
        }
    }
}

#[test]
fn every_analysis_of_changed_counts_says_that_they_were_changed() {
    let mut dataset = teaching();
    let is_told = |dataset: &Dataset, kind: &str| {
        let page = page(dataset, &asked(&[("kind", kind)]), Lang::En);
        let told = |note: &String| note.contains("may be off by up to 2");
        assert!(!page.tables.is_empty(), "{kind}");
        page.notes.iter().any(told)
    };
    let first = page(&dataset, &Vec::new(), Lang::En);
    let kinds = first.controls[0].choices.clone();
    assert!(kinds.iter().all(|(kind, _)| !is_told(&dataset, kind)));
    let changed = Perturbation {
        method: Method::CellKey,
        base: None,
        max_difference: 2.0,
    };
    for table in &mut dataset.tables {
        for column in &mut Rc::make_mut(table).measures {
            column.perturbed = Some(changed);
        }
    }
    for (kind, _) in &kinds {
        assert!(is_told(&dataset, kind), "{kind}");
    }
}

/// The first number of a text.
fn number_in(text: &str) -> f64 {
    let number = text.split_whitespace().next().unwrap();
    number
        .trim_end_matches('%')
        .replace(',', ".")
        .replace('−', "-")
        .parse()
        .unwrap()
}

/// Whether words hold a number that was computed: a decimal, or a count of a whole.
fn holds_a_result(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digit = |place: usize| bytes.get(place).is_some_and(u8::is_ascii_digit);
    let decimal = (1..bytes.len())
        .any(|place| matches!(bytes[place], b',' | b'.') && digit(place - 1) && digit(place + 1));
    // The levels of the funnel's limits are given, not computed.
    let level = ["99,8-prosentgrensene", "99.8% limits"];
    decimal && !level.iter().any(|level| text.contains(level))
}

#[test]
fn the_numbers_of_an_answer_open_arithmetic_that_ends_at_them() {
    for lang in Lang::ALL {
        let dataset = teaching();
        let mut opened = 0;
        for request in requests(&dataset) {
            let page = page(&dataset, &request, lang);
            let whole: String = page.said.iter().map(|piece| piece.text.as_str()).collect();
            assert_eq!(whole, page.answer);
            for piece in &page.said {
                let Some(place) = piece.place else {
                    assert!(!holds_a_result(&piece.text), "{request:?}: {}", page.answer);
                    continue;
                };
                let told = explanation(&dataset, &request, &place.to_string(), lang).unwrap();
                let text: String = told.copies[0].1.clone();
                let said = piece.text.trim_start_matches(['+', '−']);
                // Small counts are words in a sentence and digits in the arithmetic.
                let digits = |word: &str| {
                    let count = (1..=10).find(|count| number::small(lang, *count) == word);
                    count.map_or(word.to_owned(), |count| count.to_string())
                };
                let said: Vec<String> = said.split(' ').map(digits).collect();
                let said = said.join(" ");
                // Of ages by years there is less room, and fewer digits are written.
                let coarser = request.iter().any(|(_, value)| value == "lexis");
                let agree = match coarser {
                    true => {
                        let shown = number_in(&told.parts[0].lines[0]);
                        let number = said.split_whitespace().next().unwrap();
                        let digits = number.trim_end_matches('%').split([',', '.']).nth(1);
                        let digits = digits.map_or(0, str::len);
                        let unit = libm::pow(0.1, digits as f64);
                        (shown - number_in(&said)).abs() <= 0.5 * unit + 1e-9
                    }
                    false => text.contains(&said),
                };
                assert!(agree, "{request:?}: {said}: {text}");
                opened += 1;
            }
        }
        assert!(opened > 100, "{opened}");
    }
}

#[test]
fn a_level_is_offered_where_it_changes_something() {
    let dataset = teaching();
    let mut without = Vec::new();
    for control in page(&dataset, &Asked::new(), Lang::Nb).controls {
        let kinds = control.choices.iter().filter(|_| control.name == "kind");
        for (kind, _) in kinds {
            let [low, high] = ["90", "99"].map(|level| {
                let request = asked(&[("kind", kind), ("level", level)]);
                let (page, figure) = with_figure(&dataset, &request, Lang::Nb);
                (page.tables, page.answer, figure.map(|figure| figure.sheet))
            });
            let page = page(&dataset, &asked(&[("kind", kind)]), Lang::Nb);
            let offered = page.controls.iter().any(|one| one.name == "level");
            assert_eq!(offered, low != high, "{kind}");
            if !offered {
                without.push(kind.clone());
            }
        }
    }
    assert_eq!(without, ["decomposition", "over_time", "funnel"]);
}

#[test]
fn every_number_in_a_table_opens_its_arithmetic() {
    let dataset = teaching();
    for request in requests(&dataset) {
        let page = page(&dataset, &request, Lang::Nb);
        let lines = page.tables.iter().flat_map(|table| &table.rows);
        for cell in lines.flat_map(|line| &line.cells) {
            let opens = cell.explain.is_some() || cell.number.is_some();
            // Spans of ages and levels of limits are what was asked, not what came out.
            let is_span = cell.text.split('–').all(|end| end.parse::<u8>().is_ok());
            let is_number = cell.text.contains(|one: char| one.is_ascii_digit());
            let is_level = cell.text.contains("95\u{202f}%") || cell.text.contains("99,8\u{202f}%");
            assert!(
                opens || !is_number || is_span || is_level,
                "{request:?}: {}",
                cell.text
            );
        }
    }
}

#[test]
fn where_there_are_intervals_it_is_said_what_they_mean_for_a_complete_count() {
    let dataset = teaching();
    for lang in Lang::ALL {
        let mut with_intervals = 0;
        for request in requests(&dataset) {
            let page = page(&dataset, &request, lang);
            let lines = page.tables.iter().flat_map(|table| &table.rows);
            let mut cells = lines.flat_map(|line| &line.cells);
            if cells.any(|cell| cell.explain.is_some() && cell.value.is_none()) {
                let said = text::methods::complete_register(lang);
                assert!(
                    page.assumptions.iter().any(|text| text == said),
                    "{request:?}"
                );
                with_intervals += 1;
            }
        }
        assert!(with_intervals > 10);
    }
}

#[test]
fn labels_of_a_file_cannot_become_elements_of_a_formula() {
    let csv = "group,age,emigrations,person_years\n\
        <img src=x onerror=alert(1)>,18,2,100\n<img src=x onerror=alert(1)>,19,3,300\n\
        \"\"\"&<script>\",18,4,200\n\"\"\"&<script>\",19,9,200\n";
    let file = NamedBytes {
        name: "t.csv".to_owned(),
        bytes: csv.as_bytes().to_vec(),
    };
    let dataset = open(&[file]).unwrap();
    let mut formulas = 0;
    for kind in ["comparison", "standardised", "decomposition", "chance"] {
        let request = asked(&[
            ("kind", kind),
            ("group", "<img src=x onerror=alert(1)>"),
            ("reference", "\"&<script>"),
        ]);
        let page = page(&dataset, &request, Lang::En);
        let lines = page.tables.iter().flat_map(|table| &table.rows);
        for id in lines
            .flat_map(|line| &line.cells)
            .filter_map(|cell| cell.explain.as_ref())
        {
            for part in explanation(&dataset, &request, id, Lang::En).unwrap().parts {
                for tag in part.maths.split('<').skip(1) {
                    let name = tag.trim_start_matches('/');
                    let name: String = name
                        .chars()
                        .take_while(|c| c.is_ascii_alphabetic())
                        .collect();
                    let known = [
                        "math", "mrow", "mi", "mn", "mo", "mtext", "mfrac", "msup", "msqrt",
                    ];
                    assert!(known.contains(&name.as_str()), "{kind}: <{tag}");
                    formulas += 1;
                }
            }
        }
    }
    assert!(formulas > 100);
}

#[test]
fn the_waterfall_adds_up_as_it_is_printed() {
    let dataset = teaching();
    for over in ["age", "education", "age-education"] {
        for group in [
            "nb_two_immigrant_parents",
            "immigrated_age_10_plus",
            "nb_one_foreign_parent",
        ] {
            let request = asked(&[("kind", "decomposition"), ("over", over), ("group", group)]);
            let page = page(&dataset, &request, Lang::En);
            let units: Vec<i64> = page.tables[0]
                .rows
                .iter()
                .map(|line| {
                    let text = line.cells[0].text.replace('\u{2212}', "-").replace('+', "");
                    (text.parse::<f64>().unwrap() * 1e8).round() as i64
                })
                .collect();
            let (last, steps) = units.split_last().unwrap();
            assert_eq!(steps.iter().sum::<i64>(), *last, "{over} {group} {units:?}");
            // The gap that is told is the true one, rounded.
            let crude = |name: &str| {
                let question = Question::new(Measure::Rate, ["group"]);
                let rows = answer(&dataset, &question).unwrap().rows;
                let row = rows.iter().find(|row| row.key[0] == name).unwrap();
                row.value.unwrap() * 100.0
            };
            let gap = (crude(group) - crude("majority")).abs();
            let said = &page.answer;
            let told = (0..9).map(|decimals| format!(" {gap:.decimals$} percentage"));
            assert!(
                told.into_iter().any(|told| said.contains(&told)),
                "{gap} {said}"
            );
        }
    }
}

/// A method, its inputs, and its result as it is read.
type TypedIn<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str);

#[test]
fn typed_in_numbers_are_told_like_those_of_a_data_set() {
    let rate = [("events", "12"), ("exposure", "3400"), ("conf", "0.95")];
    let two = [
        ("x1", "30"),
        ("t1", "4000"),
        ("x2", "12"),
        ("t2", "3400"),
        ("conf", "0.9"),
    ];
    let strata = [
        ("events", "10;20"),
        ("exposure", "1000;1500"),
        ("weights", "500;700"),
        ("conf", "0.95"),
    ];
    let cases: [TypedIn; 3] = [
        ("rate_ci_garwood", &rate, "0.353%"),
        ("rate_ratio", &two, "2.13"),
        ("dsr", &strata, "1.19%"),
    ];
    for (method, inputs, result) in cases {
        let told = typed_in(method, &asked(inputs), "", Lang::En).unwrap();
        assert_eq!(told.parts[0].lines, [result], "{method}");
    }
    assert_eq!(typed_in("rate_ratio", &asked(&rate), "", Lang::En), None);
    assert_eq!(typed_in("no_such", &asked(&rate), "", Lang::En), None);
}

#[test]
fn every_mark_of_every_analysis_leads_to_the_arithmetic_of_what_it_shows() {
    let dataset = teaching();
    let mut marks = 0;
    for request in requests(&dataset) {
        let Some(figure) = figure(&dataset, &request, Lang::En) else {
            continue;
        };
        for (panel, numbers) in figure.panels.iter().enumerate() {
            for (point, line) in numbers.table.rows.iter().enumerate() {
                // Every field of a table of ages by years is the same kind of number.
                for (series, cell) in line.cells.iter().enumerate().step_by(7) {
                    let Some(value) = cell.value else { continue };
                    let spot = Spot {
                        panel,
                        series,
                        point,
                    };
                    marks += 1;
                    if let Some(id) = figure.told(spot) {
                        // All of a panel are told in one way.
                        if (series, point) == (0, 0) {
                            let told = explanation(&dataset, &request, id, Lang::En).unwrap();
                            assert!(told.parts.len() > 3, "{request:?} {}", told.title);
                        }
                        continue;
                    }
                    let number = figure.number(spot);
                    let number = number.unwrap_or_else(|| panic!("{request:?} {spot:?}"));
                    let told = of_number(&dataset, &number, 0.95, Lang::En).unwrap();
                    let found = told.value.unwrap();
                    let near = (found - value).abs() <= 1e-12 * value.abs();
                    assert!(near, "{request:?} {found} {value}");
                }
            }
        }
    }
    assert!(marks > 1000, "{marks}");
}

#[test]
fn the_fields_of_ages_by_years_open_their_arithmetic_from_the_table() {
    let dataset = teaching();
    for reference in ["none", "majority"] {
        let request = asked(&[("kind", "lexis"), ("reference", reference)]);
        let page = page(&dataset, &request, Lang::Nb);
        let fields = page.tables.last().unwrap();
        for (line, age) in fields.rows.iter().zip(18..).step_by(5) {
            assert_eq!(line.head, age.to_string());
            for cell in line.cells.iter().filter(|cell| cell.value.is_some()) {
                let number = cell.number.as_ref().unwrap();
                assert_eq!(number.key[1], line.head);
                let told = of_number(&dataset, number, 0.95, Lang::Nb).unwrap();
                let (found, shown) = (told.value.unwrap(), cell.value.unwrap());
                assert!((found - shown).abs() <= 1e-12 * shown, "{found} {shown}");
                assert!(told.interval.is_some());
            }
        }
    }
}

#[test]
fn numbers_of_the_data_in_the_tables_open_what_they_are() {
    let dataset = teaching();
    let mut seen: Vec<&str> = Vec::new();
    for kind in ["unknown", "funnel", "destinations"] {
        let request = asked(&[("kind", kind)]);
        let page = page(&dataset, &request, Lang::Nn);
        let lines = page.tables.iter().flat_map(|table| &table.rows);
        for cell in lines.flat_map(|line| &line.cells) {
            let Some(number) = &cell.number else { continue };
            let told = of_number(&dataset, number, 0.95, Lang::Nn).unwrap();
            let (found, shown) = (told.value.unwrap(), cell.value.unwrap());
            assert!(
                (found - shown).abs() <= 1e-12 * shown,
                "{kind} {found} {shown}"
            );
            if !seen.contains(&kind) {
                seen.push(kind);
            }
        }
    }
    assert_eq!(seen, ["unknown", "funnel", "destinations"]);
}

#[test]
fn the_interval_of_a_rate_ratio_can_be_chosen() {
    let dataset = teaching();
    let ratios = |method: &str| -> Vec<(String, Option<f64>, String)> {
        let request = asked(&[("kind", "comparison"), ("ratio", method), ("level", "99")]);
        let page = page(&dataset, &request, Lang::En);
        let lines = page.tables[0].rows.iter();
        let mut found = Vec::new();
        for line in lines.filter(|line| line.cells[2].explain.is_some()) {
            let id = line.cells[3].explain.clone().unwrap();
            let told = explanation(&dataset, &request, &id, Lang::En).unwrap();
            // The arithmetic names the method and ends at the limits of the table.
            assert!(told.copies[0].1.contains(&line.cells[3].text));
            let code = told.copies[1].1.clone();
            found.push((line.cells[3].text.clone(), line.cells[2].value, code));
        }
        found
    };
    let [exact, mid_p, wald] = ["exact", "midp", "wald"].map(ratios);
    assert_eq!(exact, ratios(""));
    assert_eq!(exact.len(), 4);
    for others in [&mid_p, &wald] {
        for (one, other) in exact.iter().zip(others) {
            // Of so many events the limits agree as they are printed; they are formed differently.
            assert_eq!(one.1, other.1);
            assert_ne!(one.2, other.2);
        }
    }
}

/// Data of regions and sexes by age and year, without the groups of the report.
fn of_regions() -> Dataset {
    let mut text = "region,sex,age,year,emigrations,person_years\n".to_owned();
    for (place, region) in ["north", "south", "west"].iter().enumerate() {
        for (half, sex) in ["female", "male"].iter().enumerate() {
            for age in 18..24 {
                for year in 2015..2020 {
                    let moves = 5 + place * 7 + half * 2 + (age - 18) + (year - 2015);
                    let years = 1000 + 100 * place;
                    text += &format!("{region},{sex},{age},{year},{moves},{years}\n");
                }
            }
        }
    }
    open(&[NamedBytes {
        name: "regions.csv".to_owned(),
        bytes: text.into_bytes(),
    }])
    .unwrap()
}

#[test]
fn data_without_the_groups_of_the_report_are_compared_by_what_they_have() {
    let dataset = of_regions();
    let answered = [
        "comparison",
        "standardised",
        "decomposition",
        "chance",
        "cohorts",
        "trend",
        "lexis",
        "funnel",
    ];
    for lang in Lang::ALL {
        for kind in answered {
            let by_region = page(&dataset, &asked(&[("kind", kind)]), lang);
            let offered = by_region.controls.iter().find(|one| one.name == "of");
            let values: Vec<&str> = offered
                .unwrap()
                .choices
                .iter()
                .map(|(name, _)| name.as_str())
                .collect();
            assert_eq!(values, ["region", "sex"], "{kind}");
            let all = texts(&by_region);
            assert!(!by_region.tables.is_empty(), "{kind}: {}", by_region.answer);
            assert!(!all.contains("«»") && !all.contains("“”"), "{kind}: {all}");
            assert!(all.contains("north"), "{kind}");
            let by_sex = page(&dataset, &asked(&[("kind", kind), ("of", "sex")]), lang);
            assert!(!by_sex.tables.is_empty(), "{kind}: {}", by_sex.answer);
            assert!(!texts(&by_sex).contains("north"), "{kind}");
        }
    }
    // The numbers are those of the rows: 2 x 6 x 5 of them for each region.
    let found = page(&dataset, &asked(&[("kind", "comparison")]), Lang::En);
    let events: usize = (0..2)
        .flat_map(|half| {
            (0..6).flat_map(move |age| (0..5).map(move |year| 5 + half * 2 + age + year))
        })
        .sum();
    let north = found.tables[0].rows.iter().find(|row| row.head == "north");
    let rate = north.unwrap().cells[0].value.unwrap();
    assert_eq!(rate, events as f64 / (60.0 * 1000.0));
}

#[test]
fn every_figure_of_an_analysis_says_which_years_and_ages_it_is_of() {
    let dataset = teaching();
    for request in requests(&dataset) {
        let Some(figure) = figure(&dataset, &request, Lang::Nb) else {
            continue;
        };
        let is = |wanted: &str| request.iter().any(|(_, value)| value == wanted);
        let chosen = |end: &str| {
            let mut pairs = request.iter();
            let pair = pairs.find(|(name, _)| name == end);
            pair.map(|(_, year)| year.as_str())
        };
        let years = match () {
            () if is("return_share") => "2000–2019".to_owned(),
            () if is("return_curve") => "2000–2013".to_owned(),
            () if is("over_time") => {
                let ends = [("from", "2000"), ("to", "2023")];
                let mut ends = ends.map(|(end, usual)| chosen(end).unwrap_or(usual));
                ends.sort_unstable();
                ranges(Lang::Nb, &ends.map(str::to_owned))
            }
            () => "2000–2023".to_owned(),
        };
        let said = &figure.sheet.subtitle;
        assert!(
            said.contains(&format!("18–35 år, {years}")),
            "{request:?}: {said}"
        );
    }
}

#[test]
fn two_different_groups_are_taken_apart_and_a_refusal_is_said_once() {
    let dataset = of_regions();
    let split = page(&dataset, &asked(&[("kind", "decomposition")]), Lang::En);
    // Of the first and the one with the most person-years, which the others are set against.
    let asked_of = ["north", "south", "west"].map(|one| split.question.contains(one));
    assert_eq!(asked_of, [true, false, true], "{}", split.question);
    let absent = page(&dataset, &asked(&[("kind", "destinations")]), Lang::En);
    assert_eq!(
        absent.answer.matches("lacks the numbers").count(),
        1,
        "{}",
        absent.answer
    );
    let funnel = page(&dataset, &asked(&[("kind", "funnel")]), Lang::En);
    assert!(!funnel.question.contains("origin"), "{}", funnel.question);
}

#[test]
fn names_keep_their_hyphens_and_ranges_have_a_dash() {
    let places = ["Midt-Telemark", "Nord-Odal", "Guinea-Bissau"];
    let mut csv = "group,age_group,year,emigrations,person_years\n".to_owned();
    for (place, name) in places.iter().enumerate() {
        for (step, age) in ["18-22", "23-27"].iter().enumerate() {
            for year in 2018..2024 {
                let events = 20 + 7 * place + 3 * step + (year - 2018);
                csv += &format!("{name},{age},{year},{events},{}\n", 1000 + 100 * place);
            }
        }
    }
    let file = NamedBytes {
        name: "t.csv".to_owned(),
        bytes: csv.into_bytes(),
    };
    let dataset = open(&[file]).unwrap();
    let question = Question::new(Measure::Rate, ["group", "age_group"]);
    let spec = Spec::of_question(question.clone(), "group", Some("age_group"));
    let answered = answer(&dataset, &question).unwrap();
    for lang in Lang::ALL {
        let mut seen = vec![texts_of_figure(&build(&spec, &dataset, lang))];
        for row in &answered.rows {
            let method = IntervalMethod::default_for(&question.measure);
            let told = of_row(&dataset, &question, &answered, row, method, 0.95, lang).unwrap();
            seen.push(format!("{told:?}"));
        }
        for (index, text) in seen.iter().enumerate() {
            assert!(text.contains("18–22") || text.contains("23–27"), "{text}");
            assert!(places.iter().any(|name| text.contains(name)), "{text}");
            assert!(index > 0 || places.iter().all(|name| text.contains(name)));
        }
        for request in requests(&dataset) {
            seen.push(texts(&page(&dataset, &request, lang)));
        }
        assert!(
            seen.iter()
                .filter(|text| text.contains("Midt-Telemark"))
                .count()
                > 8
        );
        for name in places {
            let dashed = name.replace('-', "–");
            assert!(seen.iter().all(|text| !text.contains(&dashed)), "{dashed}");
        }
    }
}

/// All that is drawn and written of a figure.
fn texts_of_figure(figure: &Figure) -> String {
    let cells = figure
        .panels
        .iter()
        .map(|panel| format!("{:?}", panel.table));
    let sheet = format!("{:?}", figure.sheet);
    cells.chain([sheet]).collect()
}

#[test]
fn an_analysis_leaves_with_its_numbers_unrounded_and_its_intervals() {
    let dataset = teaching();
    let kinds = page(&dataset, &Vec::new(), Lang::En);
    let mut with_limits = 0;
    for (kind, _) in &kinds.controls[0].choices {
        for lang in Lang::ALL {
            let asked = asked(&[("kind", kind)]);
            let (found, figure) = with_figure(&dataset, &asked, lang);
            let handed = Handed {
                dataset: &dataset,
                asked: &asked,
                lang,
                date: "2026-12-01",
                link: "https://example.org/#/analysis",
            };
            let Some(figure) = figure else {
                assert_eq!(handed.csv(0), None, "{kind}");
                continue;
            };
            let (delimiter, sign) = match lang {
                Lang::En => (',', '.'),
                _ => (';', ','),
            };
            for (place, table) in found.tables.iter().enumerate() {
                let text = handed.csv(place).unwrap();
                let lines: Vec<&str> = text
                    .lines()
                    .filter(|line| !line.starts_with(['#', '\u{feff}']))
                    .collect();
                assert_eq!(lines.len(), table.rows.len() + 1, "{kind}: {text}");
                for (line, row) in lines[1..].iter().zip(&table.rows) {
                    for cell in &row.cells {
                        let limits = cell.limits.map(|(lower, upper)| [Some(lower), upper]);
                        with_limits += usize::from(limits.is_some());
                        let numbers = limits.into_iter().flatten().chain([cell.value]).flatten();
                        for number in numbers {
                            let written = number.to_string().replace('.', &sign.to_string());
                            let mut fields = line.split(delimiter);
                            assert!(
                                fields.any(|field| field == written),
                                "{kind}: {written} in {line}"
                            );
                        }
                    }
                }
                assert!(text.contains(&dataset.version), "{kind}");
                assert!(text.contains("2026-12-01"), "{kind}");
            }
            assert_eq!(handed.csv(found.tables.len()), None);
            let described = Json::parse(&handed.json().unwrap()).unwrap();
            let tables: Vec<Json> = described.field("tables").unwrap();
            assert_eq!(tables.len(), found.tables.len(), "{kind}");
            assert_eq!(described.field::<String>("summary").unwrap(), found.answer);
            let book = handed.xlsx().unwrap();
            let archive = zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
            let sheets = archive
                .file_names()
                .filter(|name| name.as_ref().is_ok_and(|name| name.contains("worksheets/")));
            assert_eq!(sheets.count(), found.tables.len() + 1, "{kind}");
            for form in ["citation", "bibtex", "ris"] {
                let reference = handed.reference(form).unwrap();
                assert!(reference.contains("https://example.org/"), "{reference}");
            }
            let cited = handed.reference("citation").unwrap();
            assert!(cited.contains(&figure.sheet.title), "{cited}");
        }
    }
    assert!(with_limits > 60, "{with_limits}");
}

#[test]
fn a_value_has_the_decimals_of_its_limits_and_stands_within_them() {
    let mut seen = 0;
    for name in ["teaching", "europe", "norway-age"] {
        let dataset = package(name);
        for kind in ["comparison", "standardised", "trend", "chance"] {
            let asked = vec![("kind".to_owned(), kind.to_owned())];
            for table in page(&dataset, &asked, Lang::En).tables {
                for line in &table.rows {
                    for pair in line.cells.windows(2) {
                        if pair[1].limits.is_none() || pair[0].value.is_none() {
                            continue;
                        }
                        let (lower, upper) = pair[1].text.split_once(" to ").unwrap();
                        let [lower, value, upper] = [lower, &pair[0].text, upper].map(number_in);
                        let told = format!("{name}, {kind}, {}: {:?}", line.head, pair[0].text);
                        assert!(lower < value && value < upper, "{told}, {}", pair[1].text);
                        seen += 1;
                    }
                }
            }
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn a_slope_over_a_marked_break_is_not_told() {
    let dataset = package("europe");
    let asked = asked(&[("kind", "trend")]);
    let found = page(&dataset, &asked, Lang::Nb);
    let is_broken = |line: &&Line| line.cells[0].text == "brudd i tidsserien";
    let rows = &found.tables[0].rows;
    let germany = rows.iter().find(|line| line.head == "Tyskland").unwrap();
    assert!(is_broken(&germany) && germany.cells[0].value.is_none());
    assert_eq!(
        (rows.len(), rows.iter().filter(is_broken).count()),
        (32, 13)
    );
    let drawn = figure(&dataset, &asked, Lang::Nb).unwrap();
    assert_eq!(drawn.sheet.panels[0].curves.len(), 19);
    // None begins before the years that it is fitted to.
    let years = drawn.sheet.panels[0]
        .curves
        .iter()
        .flat_map(|curve| &curve.points);
    assert!(
        years
            .map(|(year, _)| *year)
            .all(|year| (2008.0..=2019.0).contains(&year))
    );
}

/// What the shipped packages are told to have by default, and the years above the figure.
#[test]
fn sentences_of_the_shipped_packages_say_what_their_numbers_are() {
    use Lang::{En, Nb, Nn};
    let cases = [
        (
            ("norway", "trend", Nb, "1951–2022"),
            "Den tilpassede kurven for utvandringsraten i 1951–2022 stiger med 1,2 % per år.",
        ),
        (
            ("norway", "trend", Nn, "1951–2022"),
            "Den tilpassa kurva for utvandringsraten i 1951–2022 stig med 1,2 % per år.",
        ),
        (
            ("norway", "trend", En, "1951–2022"),
            "The fitted curve for the emigration rate in 1951–2022 rises by 1.2% a year.",
        ),
        (
            ("norway-age", "trend", Nb, "2008–2015"),
            "De tilpassede kurvene for utvandringsraten i 2008–2015 stiger mer blant menn (9,0 % per år) enn blant \
             kvinner (7,8 % per år). Konfidensintervallene overlapper.",
        ),
        (
            ("norway-age", "trend", En, "2008–2015"),
            "The fitted curves for the emigration rate in 2008–2015 rise more among men (9.0% a year) than among \
             women (7.8% a year). The confidence intervals overlap.",
        ),
        (
            ("europe", "trend", Nb, "1990–2019"),
            "De tilpassede kurvene for utvandringsraten i 2008–2019 stiger mest i Kroatia (16,8 % per år) og faller \
             mest i Latvia (6,8 % per år), av de 18 landene med tall i alle år og uten merket brudd mellom årene. \
             Noen av de andre har konfidensintervaller som overlapper med disse.",
        ),
        (
            ("europe", "funnel", Nb, "2019"),
            "I 2019 hadde alle de 32 landene en utvandringsrate utenfor både 95- og 99,8-prosentgrensene. Med 32 \
             grupper havner i snitt 1,6 utenfor 95-prosentgrensene bare ved tilfeldigheter.",
        ),
        (
            ("teaching", "funnel", Nn, "2000–2023"),
            "I 2000–2023 hadde 17 av 19 opphavsland ein utvandringsrate utanfor både 95- og 99,8-prosentgrensene. \
             Med 19 grupper hamnar i snitt 1,0 utanfor 95-prosentgrensene berre ved tilfeldig variasjon.",
        ),
        // Low rates have few events, so that the lowest of the fields that count is none of the lowest.
        (
            ("norway-age", "lexis", Nb, "2008–2015"),
            "Utvandringsraten blant kvinner var høyest for 27-åringer i 2014 (1,8 %). Felt med færre enn ti \
             hendelser er ikke regnet med her.",
        ),
        // "100+" is no year of a life.
        (
            ("norway-age", "chance", Nb, "2008–2015"),
            "Med ratene i 2008–2015 var sjansen for å flytte ut minst én gang fra 0 til og med 99 år høyere blant \
             menn (32,2 %) enn blant kvinner (28,9 %).",
        ),
        (
            ("norway-age", "over_time", Nb, "2008 og 2015"),
            "Fra 2008 til 2015 økte utvandringsraten med 0,290 prosentpoeng. Endret sammensetning etter alder bidrar \
             med +0,003 prosentpoeng, og endrede rater for samme alder med +0,287 prosentpoeng.",
        ),
        (
            ("europe", "comparison", Nb, "2019"),
            "I 2019 var utvandringsraten høyest i Luxembourg (2,51 %) og lavest i Slovakia (0,06 %). I alle 31 \
             sammenligningene med nivået i Tyskland ligger hele konfidensintervallet for forskjellen på samme side \
             av null.",
        ),
    ];
    for ((name, kind, lang, years), expected) in cases {
        let (page, figure) = with_figure(&package(name), &asked(&[("kind", kind)]), lang);
        assert_eq!(
            page.answer.replace('\u{202f}', " "),
            expected,
            "{name} {kind}"
        );
        let subtitle = figure.unwrap().sheet.subtitle;
        assert!(subtitle.ends_with(years), "{name} {kind}: {subtitle}");
    }
    let offers_years = |name: &str| {
        let page = page(&package(name), &asked(&[("kind", "trend")]), Nb);
        page.controls.iter().any(|control| control.name == "years")
    };
    let offered = ["norway", "norway-age", "europe", "teaching"].map(offers_years);
    assert_eq!(offered, [true, false, false, true]);
}
