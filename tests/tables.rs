//! Tables as offices publish them: longer than anybody reads, with breaks that their descriptions tell of, and with
//! combinations that have no row.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shipped;

use utvandring::data::Dataset;
use utvandring::data::ProblemKind;
use utvandring::data::open::open;
use utvandring::data::write;
use utvandring::figures::build::{Figure, build};
use utvandring::figures::export::{Request, csv::csv};
use utvandring::figures::spec::{Chart, Spec};
use utvandring::measures::{Measure, Question, answer};
use utvandring::state::{State, View, address};
use utvandring::text::{Lang, number};
use utvandring::view_models::analyses;
use utvandring::view_models::overview::of_dataset;

use shipped::of_texts;

fn table(name: &str, text: &str) -> Dataset {
    open(&of_texts(&[(name, text)])).unwrap()
}

fn described(resource: &str, text: &str) -> Dataset {
    let description =
        format!(r#"{{"name": "x", "resources": [{{"name": "t", "path": "t.csv", {resource}}}]}}"#);
    open(&of_texts(&[
        ("datapackage.json", &description),
        ("t.csv", text),
    ]))
    .unwrap()
}

/// Sixty citizenships: that of a code has as many emigrations as its number in the first year and one more in the
/// second, the last five none. One of them is not known.
fn long() -> Dataset {
    let mut text = "citizenship,year,emigrations,person_years\n".to_owned();
    for code in 1..=60 {
        let count = if code > 55 { 0 } else { 10 * code };
        for year in [2020, 2021] {
            let count = if count > 0 { count + year - 2020 } else { 0 };
            text += &format!("c{code},{year},{count},{}\n", 1000 * code);
        }
    }
    text += "unknown,2020,7,1000\nunknown,2021,7,1000\n";
    table("long.csv", &text)
}

fn figure(data: &Dataset, spec: &Spec, lang: Lang) -> Figure {
    build(spec, data, lang)
}

/// The head and the value of each line of the first column.
fn lines(figure: &Figure) -> Vec<(String, Option<f64>)> {
    let lines = figure.panels[0].table.rows.iter();
    lines
        .map(|line| (line.head.clone(), line.cells[0].value))
        .collect()
}

fn exported(data: &Dataset, spec: &Spec) -> String {
    let spec = spec.resolved(data);
    let request = Request {
        spec: &spec,
        dataset: data,
        lang: Lang::En,
        date: "2026-01-01",
        link: "",
        views: &[],
    };
    csv(&request, 0).unwrap()
}

#[test]
fn of_a_long_dimension_the_greatest_are_told_apart_and_the_others_counted_together() {
    let data = long();
    let question = Question::new(Measure::Emigrations, ["citizenship"]).filtered("year", ["2021"]);
    let spec = Spec::of_question(question.clone(), "citizenship", None);
    let drawn = figure(&data, &spec, Lang::En);
    let lines = lines(&drawn);
    // Twenty, what is not known by itself, and the others: 35 with emigrations, since five have none.
    assert_eq!(lines.len(), 22);
    assert_eq!(lines[0], ("c55".to_owned(), Some(551.0)));
    assert_eq!(lines[19], ("c36".to_owned(), Some(361.0)));
    assert_eq!(lines[20], ("unknown".to_owned(), Some(7.0)));
    let rest: i32 = (1..=35).map(|code| 10 * code + 1).sum();
    assert_eq!(
        lines[21],
        ("The others (35)".to_owned(), Some(f64::from(rest)))
    );
    // The bars are those of the table, and of everyone together.
    let bars = &drawn.sheet.panels[0].series[0].points;
    let drawn_sum: f64 = bars.iter().filter_map(|bar| bar.y).sum();
    let all = answer(
        &data,
        &Question::new(Measure::Emigrations, []).filtered("year", ["2021"]),
    );
    assert_eq!(Some(drawn_sum), all.unwrap().rows[0].value);
    let footer = drawn.sheet.footer.concat();
    assert!(
        footer.contains("the 20 largest of 55 citizenships one by one"),
        "{footer}"
    );
    // The others are no citizenship that could be the highest.
    assert!(
        drawn.sheet.summary.contains("c55 (551)"),
        "{}",
        drawn.sheet.summary
    );
    assert!(
        !drawn.sheet.summary.contains("other"),
        "{}",
        drawn.sheet.summary
    );
    // The file has the same numbers, and gives them again when it is opened.
    let file = exported(&data, &spec);
    let again = table("again.csv", &file);
    let of_file = answer(
        &again,
        &Question::new(Measure::Emigrations, ["citizenship"]),
    )
    .unwrap();
    let others = of_file.value(&["~others"]);
    assert_eq!(others, Some(f64::from(rest)), "{file}");
    assert_eq!(of_file.rows.len(), 22);
    assert_eq!(
        again.label("citizenship", "~others").unwrap().name.nb,
        "De andre"
    );

    // Whoever asks for all of them gets them, by an address.
    let view = View {
        measure: "emigrations".to_owned(),
        by: "citizenship".to_owned(),
        split: String::new(),
        ..View::default()
    };
    let hash = "#/explore?v=6&measure=emigrations&by=citizenship&split=&top=all";
    let state = address::read(hash, &State::default());
    assert_ne!(state.view, view);
    assert_eq!(address::write(&state), hash);
    let whole = figure(&data, &state.view.spec().unwrap(), Lang::En);
    assert_eq!(whole.panels[0].table.rows.len(), 61);
    // In an address of before it is a dimension of somebody's own.
    let older = address::read(&hash.replace("v=6", "v=5"), &State::default());
    assert!(!older.view.options.all);
}

#[test]
fn rates_of_the_others_are_not_added_up_and_rates_of_few_do_not_come_first() {
    let mut text = "municipality,year,emigrations,person_years\n".to_owned();
    // One place has the highest rate of all, of three emigrations.
    text += "m0,2021,3,10\n";
    for code in 1..=50 {
        text += &format!("m{code},2021,{},10000\n", 100 + code);
    }
    let data = table("places.csv", &text);
    let question = Question::new(Measure::Rate, ["municipality"]);
    let drawn = figure(
        &data,
        &Spec::of_question(question, "municipality", None),
        Lang::En,
    );
    let heads: Vec<String> = lines(&drawn).into_iter().map(|(head, _)| head).collect();
    let expected: Vec<String> = (31..=50).rev().map(|code| format!("m{code}")).collect();
    assert_eq!(heads, expected);
    let footer = drawn.sheet.footer.concat();
    assert!(
        footer.contains("the 20 highest of 50 municipalities with at least ten emigrations. The other 31 are not"),
        "{footer}"
    );
    assert!(
        drawn
            .sheet
            .summary
            .contains("of the 20 municipalities shown"),
        "{}",
        drawn.sheet.summary
    );
}

#[test]
fn many_lines_and_many_parts_of_a_whole_are_cut_like_bars() {
    let data = long();
    let by_year = Question::new(Measure::Emigrations, ["citizenship", "year"]);
    let spec = Spec::of_question(by_year, "year", Some("citizenship"));
    let drawn = figure(&data, &spec, Lang::Nb);
    let series = &drawn.sheet.panels[0].series;
    assert_eq!(series.len(), 22);
    assert_eq!(series[21].label, "De andre (35)");
    let rest: i32 = (1..=35).map(|code| 10 * code).sum();
    let of_first = series[21].points[0].y;
    assert_eq!(of_first, Some(f64::from(rest)));
    assert_eq!(drawn.panels[0].table.columns[21], "De andre (35)");
    // Hidden as any other line, also in the file.
    let mut hidden = spec.clone();
    hidden.options.hidden = vec!["~others".to_owned()];
    let file = Spec::without_hidden(hidden.resolved(&data), &data);
    let left = answer(&data, &file.panels[0].question).unwrap();
    assert!(left.rows.iter().all(|row| row.key[0] != "~others"));
    assert_eq!(left.rows.len(), 2 * 21);

    let mut text = "group,destination,emigrations\n".to_owned();
    for code in 1..=50 {
        text += &format!("a,d{code},{code}\nb,d{code},{}\n", 51 - code);
    }
    let data = table("shares.csv", &text);
    let of = "destination".to_owned();
    let share = Question::new(Measure::Share { of }, ["group", "destination"]);
    let spec = Spec::of_question(share, "group", Some("destination"));
    let drawn = figure(&data, &spec, Lang::En);
    assert_eq!(spec.panels[0].chart, Chart::Stacked);
    let series = &drawn.sheet.panels[0].series;
    assert_eq!(series.len(), 21);
    // Parts of a whole still fill it.
    for bar in 0..2 {
        let sum: f64 = series.iter().filter_map(|part| part.points[bar].y).sum();
        assert!((sum - 1.0).abs() < 1e-12, "{sum}");
    }
}

const BROKEN: &str = "year,emigrations,person_years\n2010,10,1000\n2011,12,1000\n2012,14,1000\n2014,30,1000\n\
                      2015,33,1000\n2016,31,1000\n";
const BREAK: &str = r#""breaks": [{"year": 2013, "note": {"nb": "Ny definisjon.", "nn": "Ny definisjon på nynorsk.",
    "en": "New definition."}}]"#;

#[test]
fn a_break_that_is_declared_is_drawn_told_and_never_crossed() {
    let data = described(BREAK, BROKEN);
    let question = Question::new(Measure::Rate, ["year"]);
    let spec = Spec::of_question(question.clone(), "year", None);
    for (lang, note, mark) in [
        (
            Lang::Nb,
            "Brudd i tidsserien i 2013. Ny definisjon.",
            "Brudd",
        ),
        (
            Lang::Nn,
            "Brot i tidsserien i 2013. Ny definisjon på nynorsk.",
            "Brot",
        ),
        (
            Lang::En,
            "Break in the series in 2013. New definition.",
            "Break",
        ),
    ] {
        let drawn = figure(&data, &spec, lang);
        let panel = &drawn.sheet.panels[0];
        // A dashed line before the first year that is counted in the new way, and no line over it.
        let [line] = panel.shades.as_slice() else {
            panic!("{:?}", panel.shades)
        };
        assert_eq!(
            (line.from, line.to, line.label.as_str()),
            (2012.5, 2012.5, mark)
        );
        let broken = panel.series[0].points.iter().filter(|point| point.broken);
        assert_eq!(broken.map(|point| point.x).collect::<Vec<_>>(), [2014.0]);
        assert!(
            drawn.sheet.footer.concat().contains(note),
            "{:?}",
            drawn.sheet.footer
        );
        let marked = drawn.panels[0]
            .table
            .rows
            .iter()
            .filter(|line| !line.cells[0].marks.is_empty());
        assert_eq!(
            marked.map(|line| line.head.as_str()).collect::<Vec<_>>(),
            ["2014"]
        );
        // The sentence says that it is broken, and compares nothing.
        let said = &drawn.sheet.summary;
        assert!(said.contains("2014") && !said.contains('%'), "{said}");
        // The overview is of the years since.
        let overview = of_dataset(&data, lang);
        let lead = overview.lead.as_ref().unwrap();
        for year in ["2014", "2016"] {
            assert!(lead.sentence.contains(year), "{}", lead.sentence);
        }
        for part in overview.all() {
            for year in ["2010", "2011", "2012"] {
                assert!(!part.sentence.contains(year), "{}", part.sentence);
            }
        }
        assert!(lead.left_out.contains("2014–2016"), "{}", lead.left_out);
    }
    // Files have the mark, and a package that is saved has the break.
    let file = exported(&data, &spec);
    let row = file.lines().find(|line| line.starts_with("2014,")).unwrap();
    assert!(row.ends_with(",b"), "{row}");
    let files = write::package(&data);
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let again = open(&of_texts(&files)).unwrap();
    assert_eq!(again.tables[0].breaks, data.tables[0].breaks);

    // Sums over years say that they are over it.
    let mut by_sex = "sex,year,emigrations,person_years\n".to_owned();
    for line in BROKEN.lines().skip(1) {
        by_sex += &format!("f,{line}\nm,{line}\n");
    }
    let data = described(BREAK, &by_sex);
    let pooled = Spec::of_question(Question::new(Measure::Rate, ["sex"]), "sex", None);
    let footer = figure(&data, &pooled, Lang::En).sheet.footer.concat();
    assert!(
        footer.contains("before and after a break in the series in 2013"),
        "{footer}"
    );
    let since = Question::new(Measure::Rate, ["sex"]).filtered("year", ["2014", "2015", "2016"]);
    let footer = figure(&data, &Spec::of_question(since, "sex", None), Lang::En)
        .sheet
        .footer
        .concat();
    assert!(!footer.contains("break"), "{footer}");
}

#[test]
fn a_break_of_some_codes_is_one_for_them_only() {
    let text =
        "country,year,emigrations\nno,2012,10\nno,2013,20\nse,2012,10\nse,2013,20\ndk,2013,5\n";
    let data = described(
        r#""breaks": [{"year": 2013, "where": {"country": ["no", "dk"]}}]"#,
        text,
    );
    let question = Question::new(Measure::Emigrations, ["country", "year"]);
    let drawn = figure(
        &data,
        &Spec::of_question(question, "year", Some("country")),
        Lang::En,
    );
    let broken = |key: &str| {
        let mut series = drawn.sheet.panels[0].series.iter();
        let series = series.find(|series| series.key == key).unwrap();
        series.points.iter().any(|point| point.broken)
    };
    assert_eq!(["no", "se", "dk"].map(broken), [true, false, true]);
    for wrong in [
        r#""breaks": [{"year": 2013, "where": {"land": ["no"]}}]"#,
        r#""breaks": [{"year": 2013, "where": {"country": ["fi"]}}]"#,
    ] {
        let description =
            format!(r#"{{"name": "x", "resources": [{{"name": "t", "path": "t.csv", {wrong}}}]}}"#);
        let problems = open(&of_texts(&[
            ("datapackage.json", &description),
            ("t.csv", text),
        ]));
        assert_eq!(problems.unwrap_err()[0].kind, ProblemKind::BreakUnknown);
    }
}

#[test]
fn a_share_that_no_row_tells_of_is_absent_unless_the_table_says_that_it_is_zero() {
    let text = "group,destination,emigrations\na,x,30\na,y,10\nb,x,20\n";
    let of = "destination".to_owned();
    let question = Question::new(Measure::Share { of }, ["group", "destination"]);
    let share = |data: &Dataset, group: &str| answer(data, &question).unwrap().value(&[group, "y"]);
    let silent = table("t.csv", text);
    assert_eq!(
        (share(&silent, "a"), share(&silent, "b")),
        (Some(0.25), None)
    );
    let said = described(r#""absent": "zero""#, text);
    assert_eq!(
        (share(&said, "a"), share(&said, "b")),
        (Some(0.25), Some(0.0))
    );
    // In the figure it has a reason in place of a number.
    let spec = Spec::of_question(question.clone(), "destination", Some("group"));
    let drawn = figure(&silent, &spec, Lang::En);
    let point = &drawn.sheet.panels[0].series[1].points[1];
    assert!(point.y.is_none() && point.absent.is_some(), "{point:?}");
}

#[test]
fn data_of_people_alone_have_an_overview() {
    let mut text = "region,year,population_jan1,population_dec31\n".to_owned();
    for (region, start) in [("north", 1000), ("south", 3000), ("west", 500)] {
        for year in 0..4 {
            let first = start + 10 * year;
            text += &format!("{region},{},{first},{}\n", 2019 + year, first + 10);
        }
    }
    let data = table("people.csv", &text);
    for (lang, people, question) in [
        (
            Lang::Nb,
            "middelfolkemengden",
            "Hvordan har folkemengden endret seg?",
        ),
        (
            Lang::Nn,
            "middelfolkemengda",
            "Korleis har folkemengda endra seg?",
        ),
        (
            Lang::En,
            "mid-year population",
            "How has the population changed?",
        ),
    ] {
        let overview = of_dataset(&data, lang);
        // 1035 + 3035 + 535 in the middle of the last year.
        let keys: Vec<&str> = overview.keys.iter().map(|key| key.value.as_str()).collect();
        let number = number::integer(4605.0, lang);
        assert!(keys.contains(&number.as_str()), "{keys:?}");
        let lead = overview.lead.as_ref().unwrap();
        assert_eq!(lead.question, question);
        assert!(
            lead.sentence.contains(people) && lead.sentence.contains(&number),
            "{}",
            lead.sentence
        );
        let [by_region] = overview.parts.as_slice() else {
            panic!("{:?}", overview.parts)
        };
        assert!(
            by_region.sentence.contains("south"),
            "{}",
            by_region.sentence
        );
        assert!(
            by_region.sentence.contains("2022"),
            "{}",
            by_region.sentence
        );
    }
}

#[test]
fn others_are_set_against_the_largest_and_not_against_the_first_of_the_alphabet() {
    let reference = |data: &Dataset, kind: &str| {
        let asked = vec![("kind".to_owned(), kind.to_owned())];
        let page = analyses::page(data, &asked, Lang::En);
        let mut controls = page.controls.into_iter();
        controls
            .find(|control| control.name == "reference")
            .unwrap()
            .value
    };
    let europe = shipped::package("europe");
    let people = Question::new(Measure::Population, ["country"]).filtered("year", ["2019"]);
    let people = answer(&europe, &people).unwrap();
    let largest = people
        .rows
        .iter()
        .max_by(|one, two| one.value.partial_cmp(&two.value).unwrap());
    assert_eq!(reference(&europe, "comparison"), largest.unwrap().key[0]);
    // What the report sets its groups against stays.
    assert_eq!(reference(&shipped::teaching(), "comparison"), "majority");
    // And what a package shows first.
    let shown = shipped::changed("europe", |_, text| {
        text.replace("\"defaults\": {", "\"defaults\": {\"country\": [\"no\"], ")
    });
    assert_eq!(reference(&shown, "comparison"), "no");
}
