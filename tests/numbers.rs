//! Every number that is shown knows what it is: the same number comes out of its explanation, and
//! of the code that the explanation hands out.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod scripts;
mod shipped;

use std::collections::BTreeMap;
use std::path::Path;

use scripts::{Output, has_r, in_python, in_r};
use shipped::{package, with_outlines};
use utvandring::claims;
use utvandring::data::Dataset;
use utvandring::data::open::{NamedBytes, open};
use utvandring::explain::{Derived, Explanation, Number, Shown, of_number};
use utvandring::figures::build::{Figure, build};
use utvandring::figures::catalog;
use utvandring::figures::numbers::{Of, Spot};
use utvandring::figures::options::Intervals;
use utvandring::figures::sheet::Kind;
use utvandring::figures::spec::Chart;
use utvandring::measures::analysis::suppressed::withheld;
use utvandring::measures::{IntervalMethod, Measure, Question, Rebase, Status, answer};
use utvandring::methods::arithmetic::Computation;
use utvandring::methods::catalog::{Highest, SuppressedRate, Tally};
use utvandring::state::View;
use utvandring::text::{Lang, number};
use utvandring::view_models::analyses::page::{AnalysisPage, Asked, Told};
use utvandring::view_models::analyses::{
    explanation, explanation_at, number_told, numbers_told, page, typed_in, with_figure,
};
use utvandring::view_models::calculator;
use utvandring::view_models::findings;

fn table(text: &str) -> Dataset {
    open(&[NamedBytes {
        name: "own.csv".to_owned(),
        bytes: text.as_bytes().to_vec(),
    }])
    .unwrap()
}

const PACKAGES: [&str; 2] = ["teaching", "report-2026"];

/// Every place of a figure's tables.
fn spots(figure: &Figure) -> Vec<Spot> {
    let mut all = Vec::new();
    for (panel, of_panel) in figure.panels.iter().enumerate() {
        for (point, line) in of_panel.table.rows.iter().enumerate() {
            for series in 0..line.cells.len() {
                all.push(Spot {
                    panel,
                    series,
                    point,
                });
            }
        }
    }
    all
}

/// Every number of every figure of a data set, with the value of its cell.
fn of_figures(dataset: &Dataset) -> Vec<(Number, f64)> {
    let mut all = Vec::new();
    for spec in catalog::all() {
        let figure = build(&spec, dataset, Lang::Nb);
        for spot in spots(&figure) {
            let line = &figure.panels[spot.panel].table.rows[spot.point];
            let value = line.cells[spot.series].value;
            let found = figure.number(spot);
            assert_eq!(found.is_some(), value.is_some(), "{} {spot:?}", spec.id);
            all.extend(found.zip(value));
        }
    }
    all
}

#[test]
fn every_cell_of_every_figure_is_explained_by_the_number_it_shows() {
    for name in PACKAGES {
        let dataset = package(name);
        let numbers = of_figures(&dataset);
        assert!(numbers.len() > 5, "{name}: {}", numbers.len());
        for (number, value) in numbers {
            let told = of_number(&dataset, &number, 0.95, Lang::Nb).unwrap();
            assert_eq!(told.value, Some(value), "{number:?}");
            assert!(!told.summed.is_empty() && !told.title.is_empty());
            assert!(!told.title.ends_with(": "), "{}", told.title);
        }
    }
}

#[test]
fn the_sums_that_are_told_are_the_parts_of_the_number() {
    let dataset = package("teaching");
    let share = || Measure::Share {
        of: "destination".to_owned(),
    };
    let questions = [
        Question::new(Measure::Rate, ["group", "year"]),
        Question::new(Measure::Rate, ["group"]).filtered("age", ["20", "21"]),
        Question::new(share(), ["group", "destination"]),
        Question::new(share(), ["group"]).filtered("destination", ["usa_canada", "uk"]),
        Question::new(share(), ["group", "destination"]).rebased(Rebase::to_known_new_country()),
        Question::new(Measure::ReturnShare, ["group"]),
        Question::new(Measure::ReturnCurve, ["group", "years_since"]),
        Question::new(Measure::Emigrations, ["origin"]),
    ];
    for question in questions {
        let found = answer(&dataset, &question).unwrap();
        for row in &found.rows {
            let sums = measures::lineage::lineage(&dataset, &question, row).unwrap();
            assert_eq!(row.numerator, Some(sums[0].total), "{question:?} {row:?}");
            assert_eq!(row.denominator, sums.get(1).map(|sum| sum.total));
            assert_eq!(row.left_out, sums.get(2).map(|sum| sum.total));
            assert_eq!(sums[0].table, found.table);
        }
    }
}

fn printed(output: &str) -> BTreeMap<&str, f64> {
    let pairs = output.lines().filter_map(|line| line.split_once(" = "));
    pairs
        .filter_map(|(name, value)| Some((name, value.trim().parse().ok()?)))
        .collect()
}

fn agree(told: &[Explanation], outputs: &[Output]) {
    assert_eq!(told.len(), outputs.len());
    for (told, output) in told.iter().zip(outputs) {
        let output = output.as_ref().unwrap();
        let theirs = printed(output);
        let ours = told.computation.values().unwrap();
        assert_eq!(theirs.len(), ours.len(), "{}\n{output}", told.title);
        for (name, value) in ours {
            let near = (theirs[name] - value).abs() <= 1e-11 * value.abs();
            assert!(near, "{}: {name} {value}\n{output}", told.title);
        }
    }
}

/// The explanations that figures of both data sets lead to, each computation once.
fn reachable() -> Vec<Explanation> {
    let mut all: BTreeMap<String, Explanation> = BTreeMap::new();
    for name in PACKAGES {
        let dataset = package(name);
        for (number, _) in of_figures(&dataset) {
            let told = of_number(&dataset, &number, 0.99, Lang::Nb).unwrap();
            all.insert(format!("{:?}", told.computation), told);
        }
    }
    all.into_values().collect()
}

#[test]
fn python_gives_the_digits_of_every_number_that_a_figure_shows() {
    let told = reachable();
    assert!(told.len() > 500, "{}", told.len());
    let scripts: Vec<String> = told.iter().filter_map(Explanation::to_python).collect();
    agree(&told, &in_python(&scripts));
}

#[test]
fn r_gives_the_digits_of_numbers_that_figures_show_where_it_is_installed() {
    if !has_r() {
        return;
    }
    let told = reachable();
    let scripts: Vec<String> = told.iter().filter_map(Explanation::to_r).collect();
    agree(&told, &in_r(&scripts));
}

#[test]
fn the_numbers_of_a_figures_sentence_are_those_of_its_marks() {
    for (name, lang) in PACKAGES.into_iter().zip(Lang::ALL) {
        let dataset = package(name);
        let mut numbers = 0;
        for spec in catalog::all() {
            let figure = build(&spec, &dataset, lang);
            let whole: String = figure.said.iter().map(|said| said.text.as_str()).collect();
            assert_eq!(whole, figure.sheet.summary);
            for said in &figure.said {
                let Of::Spot(spot) = said.of else { continue };
                let series = &figure.sheet.panels[spot.panel].series[spot.series];
                assert_eq!(said.text, series.points[spot.point].text);
                numbers += 1;
            }
            let sentence: Vec<String> = figure
                .sentence()
                .into_iter()
                .map(|(text, _)| text)
                .collect();
            assert_eq!(sentence.concat(), figure.sheet.summary);
        }
        // Few of the printed numbers stand beside others that they can be compared with.
        let least = if name == "teaching" { 10 } else { 1 };
        assert!(numbers > least, "{name}: {numbers}");
    }
}

/// Whether a text is a value rounded in one of the forms that sentences use.
fn is_rounded(text: &str, value: f64, lang: Lang) -> bool {
    let per_cents = (0..4).map(|decimals| number::percent(value, decimals, lang));
    per_cents
        .chain([number::integer(value, lang)])
        .any(|form| form == text)
}

/// The whole numbers in a text, digits or words.
fn whole_numbers(text: &str, lang: Lang) -> Vec<f64> {
    let words = text.split_whitespace();
    let found = words.filter_map(|word| {
        let word = word.trim_end_matches(['.', ',']).to_lowercase();
        let spelt = || (1..=10).find(|count| number::small(lang, *count) == word);
        match word.as_str() {
            "begge" | "both" => Some(2.0),
            "one" | "én" | "éi" => Some(1.0),
            // "None of the 19" is said of a count of zero.
            "ingen" | "none" => Some(0.0),
            word => word
                .parse()
                .ok()
                .or_else(|| spelt().map(|count| count as f64)),
        }
    });
    found.collect()
}

/// A count or a peak says in the sentence what its arithmetic ends at.
fn says_as_much(text: &str, told: &Explanation) {
    let value = told.value.unwrap();
    let said = whole_numbers(text, told.lang);
    let computation = &told.computation;
    match (computation.of::<Tally>(), computation.of::<Highest>()) {
        (Some(Tally { pairs, .. }), _) => {
            let of = pairs.len() as f64;
            let all: &[&[f64]] = &[&[value, of], &[value]];
            assert!(all.contains(&said.as_slice()), "{text}: {}", told.result);
            assert!(
                said.len() == 2
                    || value == of
                    || text.contains("andre")
                    || text.contains("anna")
                    || text.contains("other"),
                "{text}: {}",
                told.result
            );
            assert_eq!(told.inputs.len(), pairs.len());
        }
        (_, Some(Highest { places, .. })) => {
            assert_eq!(said, [value], "{text}");
            let top = places.iter().max_by(|one, two| one.1.total_cmp(&two.1));
            assert_eq!(top.unwrap().0, value);
        }
        _ => panic!("{computation:?}"),
    }
    assert!(!told.summed.is_empty() && !told.sources.is_empty());
}

/// The digits that are left of a text without calendar years, and without the age that the names
/// of two groups hold.
fn without_years(text: &str) -> String {
    let named = [
        "10 år eller eldre",
        "10 or older",
        "10 or more",
        "10+",
        "0–9",
    ];
    let mut text = text.to_owned();
    for name in named {
        text = text.replace(name, "");
    }
    let is_year = |word: &str| {
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
    };
    let parts = text.split(|one: char| !one.is_ascii_digit());
    let left = parts.filter(|part| !part.is_empty() && !is_year(part));
    left.collect::<Vec<_>>().join(" ")
}

#[test]
fn no_number_of_a_sentence_is_left_that_opens_nothing() {
    let dataset = package("teaching");
    for lang in Lang::ALL {
        for finding in findings::of_dataset(&dataset, lang) {
            for (text, _) in finding.pieces.iter().filter(|(_, of)| of.is_none()) {
                assert_eq!(without_years(text), "", "{}", finding.sentence);
            }
        }
        for spec in catalog::all() {
            let figure = build(&spec, &dataset, lang);
            for (text, _) in figure.sentence().iter().filter(|(_, of)| of.is_none()) {
                assert_eq!(without_years(text), "", "{}", figure.sheet.summary);
            }
        }
    }
}

#[test]
fn the_numbers_of_the_findings_are_explained_by_what_they_say() {
    for lang in Lang::ALL {
        let dataset = package("teaching");
        let (mut numbers, mut ratios, mut formed) = (0, 0, 0);
        for finding in findings::of_dataset(&dataset, lang) {
            let whole: String = finding
                .pieces
                .iter()
                .map(|(text, _)| text.as_str())
                .collect();
            assert_eq!(whole, finding.sentence);
            for (text, number) in &finding.pieces {
                let Some(number) = number else { continue };
                let told = of_number(&dataset, number, 0.95, lang).unwrap();
                if matches!(number.together, Derived::Formed(..)) {
                    says_as_much(text, &told);
                    formed += 1;
                    continue;
                }
                if number.together != Derived::Alone {
                    let times = number::decimal(told.value.unwrap(), 1, lang);
                    assert_eq!(*text, times);
                    assert_eq!(told.result, times);
                    ratios += 1;
                    continue;
                }
                assert!(
                    is_rounded(text, told.value.unwrap(), lang),
                    "{text}: {told:?}"
                );
                numbers += 1;
            }
        }
        assert!(numbers >= 20, "{numbers}");
        assert!(formed >= 10, "counts of groups and ages of peaks: {formed}");
        assert_eq!(
            ratios, 2,
            "so many times as many residents, and emigrations"
        );
    }
}

#[test]
fn what_the_audit_computes_can_be_traced_to_numbers_of_the_data() {
    let dataset = package("teaching");
    let facts = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data/report-2026/facts.csv");
    let claims = claims::claims(&std::fs::read_to_string(facts).unwrap()).unwrap();
    let found = claims::audit(&dataset, &claims);
    let computed = || {
        let known = |finding: &&claims::Finding| {
            finding.parts.iter().any(|part| part.computed.is_some()) && finding.members.is_none()
        };
        found.iter().filter(known)
    };
    let traced = computed()
        .filter(|finding| !finding.numbers.is_empty())
        .count();
    let all = computed().count();
    assert!(traced * 10 > all * 9, "{traced} of {all}");
    let (mut single, mut direct) = (0, 0);
    for finding in computed() {
        for number in finding.numbers.iter().take(3) {
            let told = of_number(&dataset, number, 0.95, Lang::Nb);
            assert!(told.is_ok(), "{}: {number:?} {told:?}", finding.id);
        }
        let ([part], [number]) = (finding.parts.as_slice(), finding.numbers.as_slice()) else {
            continue;
        };
        let value = of_number(&dataset, number, 0.95, Lang::Nb)
            .unwrap()
            .value
            .unwrap();
        let computed = part.computed.unwrap();
        direct += usize::from([value, 100.0 * value].contains(&computed));
        single += 1;
    }
    // The others are a count over years, or an age: formed from the number, not the number itself.
    assert!(
        single > 100 && direct * 10 > single * 9,
        "{direct} of {single}"
    );
}

#[test]
fn suppressed_cells_give_a_range_with_its_reason_and_never_a_point() {
    let dataset = table(
        "group,year,destination,emigrations\na,2001,x,:\na,2001,y,10\na,2002,x,6\na,2002,y,:\nb,2001,x,3\n\
            b,2001,y,5\nb,2002,x,2\nb,2002,y,1\n",
    );
    let question = Question::new(Measure::Emigrations, ["group"]);
    let found = answer(&dataset, &question).unwrap();
    let [a, b] = found.rows.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!((a.status, a.value), (Status::SuppressedInput, None));
    let range = withheld(&dataset, &question, a, false).unwrap();
    // Sixteen known, and two cells of one to four.
    assert_eq!((range.lowest, range.highest, range.cells), (18.0, 24.0, 2));
    assert_eq!(withheld(&dataset, &question, b, false), None);

    let of = "destination".to_owned();
    let question = Question::new(Measure::Share { of }, ["group", "destination"]);
    let found = answer(&dataset, &question).unwrap();
    let x = found.row(&["a", "x"]).unwrap();
    let range = withheld(&dataset, &question, x, false).unwrap();
    // 6 + 1 of 6 + 1 + 10 + 4 at least, 6 + 4 of 6 + 4 + 10 + 1 at most.
    assert_eq!((range.lowest, range.highest), (7.0 / 21.0, 10.0 / 21.0));
}

#[test]
fn a_rate_with_suppressed_cells_is_explained_as_its_range() {
    let dataset = table(
        "group,year,emigrations,person_years\na,2001,:,1000\na,2002,20,1000\nb,2001,3,500\nb,2002,4,500\n",
    );
    let question = Question::new(Measure::Rate, ["group"]);
    let number = Number::value(&question, &["a".to_owned()]);
    let told = of_number(&dataset, &number, 0.95, Lang::En).unwrap();
    let wanted = Computation::new(SuppressedRate {
        known: 20.0,
        cells: 1.0,
        each: (1.0, 4.0),
        exposure: 2000.0,
        level: 0.95,
    });
    assert_eq!((told.computation, told.value), (wanted, None));
    let spec = figures::spec::Spec::of_question(question, "group", None);
    let figure = build(&spec, &dataset, Lang::En);
    let cell = &figure.panels[0].table.rows[0].cells[0];
    assert_eq!(cell.value, None);
    assert_eq!(cell.text, "1.050–1.200% (suppressed)");
    assert!(
        figure
            .number(Spot {
                panel: 0,
                series: 0,
                point: 0
            })
            .is_some()
    );
}

#[test]
fn a_rounded_number_has_a_range_and_no_interval() {
    let dataset = package("report-2026");
    let mut rounded = 0;
    for spec in catalog::all() {
        let figure = build(&spec, &dataset, Lang::Nb);
        for panel in &figure.panels {
            for cell in panel.table.rows.iter().flat_map(|line| &line.cells) {
                assert!(
                    cell.interval.is_empty() || cell.range.is_empty(),
                    "{cell:?}"
                );
                rounded += usize::from(!cell.range.is_empty());
            }
        }
    }
    assert!(rounded > 10, "{rounded}");
}

#[test]
fn a_rebased_share_says_what_its_base_leaves_out() {
    let dataset = package("teaching");
    let of = "destination".to_owned();
    let question = Question::new(Measure::Share { of }, ["group", "destination"])
        .rebased(Rebase::to_known_new_country());
    let found = answer(&dataset, &question).unwrap();
    let row = &found.rows[0];
    let told = number_told(
        &dataset,
        &Number::value(&question, &row.key),
        0.95,
        Lang::En,
    );
    let text = format!("{told:?}");
    let count = number::integer(row.left_out.unwrap(), Lang::En);
    assert!(
        text.contains(&format!("Left out of the base: {count} of")),
        "{text}"
    );
    assert!(text.contains("The base is without"), "{text}");
}

#[test]
fn a_part_of_a_number_and_a_list_of_numbers_are_told_too() {
    let dataset = package("teaching");
    let question = Question::new(Measure::Rate, ["group"]);
    let found = answer(&dataset, &question).unwrap();
    let row = &found.rows[0];
    let parts = [
        (Shown::Numerator, row.numerator),
        (Shown::Denominator, row.denominator),
    ];
    let mut numbers = Vec::new();
    for (shown, value) in parts {
        let number = Number {
            shown,
            ..Number::value(&question, &row.key)
        };
        let told = of_number(&dataset, &number, 0.95, Lang::Nb).unwrap();
        assert_eq!((told.value, told.summed.len()), (value, 1));
        assert_eq!(told.interval, None);
        numbers.push(number);
    }
    let list = numbers_told(&dataset, &numbers, Lang::Nb);
    assert_eq!(list.parts[0].rows.len(), 2);
}

fn asked(pairs: &[(&str, &str)]) -> Asked {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    pairs.iter().map(owned).collect()
}

#[test]
fn the_effects_of_a_decomposition_are_rounded_in_the_table_as_in_the_dialog() {
    let dataset = package("teaching");
    let groups = dataset.codes("group");
    for group in &groups {
        for reference in &groups {
            for over in ["age", "education", "age_and_education"] {
                let request = asked(&[
                    ("kind", "decomposition"),
                    ("group", group),
                    ("reference", reference),
                    ("over", over),
                ]);
                effects_agree(&dataset, &request);
            }
        }
    }
}

fn effects_agree(dataset: &Dataset, request: &Asked) {
    let found: AnalysisPage = page(dataset, request, Lang::Nb);
    let Some(table) = found.tables.first() else {
        return;
    };
    let effects = table.rows[1..table.rows.len() - 1].iter();
    for line in effects {
        let cell = &line.cells[0];
        let told = explanation(dataset, request, cell.explain.as_ref().unwrap(), Lang::Nb).unwrap();
        let result = &told.parts[0].lines[0];
        let effect = cell.text.trim_start_matches('+');
        assert!(
            result.contains(&format!(": {effect} prosentpoeng")),
            "{request:?}: {} in {result}",
            cell.text
        );
    }
}

/// Views with a choice of interval method, and the names that can be chosen.
fn with_methods() -> [(View, &'static [&'static str]); 4] {
    let view = |measure: &str, by: &str, split: &str| View {
        measure: measure.to_owned(),
        by: by.to_owned(),
        split: split.to_owned(),
        ..View::default()
    };
    [
        (view("rate", "year", "group"), &["garwood", "midp", "byar"]),
        (
            view("return_share", "group", ""),
            &["wilson", "clopper_pearson"],
        ),
        (
            view("destination_share", "group", "destination"),
            &["wilson", "clopper_pearson", "goodman"],
        ),
        (
            View {
                rebased: true,
                ..view("destination_share", "destination", "group")
            },
            &["wilson", "clopper_pearson", "goodman"],
        ),
    ]
}

#[test]
fn a_chosen_interval_method_is_that_of_picture_table_and_arithmetic() {
    let dataset = package("teaching");
    for (view, names) in with_methods() {
        let question = view.question().unwrap();
        let offered = IntervalMethod::names_for(&question);
        assert_eq!(offered, [names, &["none"]].concat());
        let mut seen: Vec<String> = Vec::new();
        for name in names {
            let mut view = view.clone();
            view.options.method = IntervalMethod::from_name(name);
            view.options.intervals = Intervals::Level(90);
            let figure = build(&view.spec().unwrap(), &dataset, Lang::En);
            let title = figure.interval_method(0);
            assert!(
                !title.is_empty() && !seen.contains(&title.to_owned()),
                "{title}"
            );
            assert!(figure.sheet.footer.join(" ").contains(title), "{title}");
            seen.push(title.to_owned());
            let method = view.options.method.unwrap();
            let intervals = measures::Intervals::new(&dataset, &question, method, 0.9);
            for spot in spots(&figure) {
                let panel = &figure.panels[spot.panel];
                let row = panel.rows[spot.series][spot.point].as_ref().unwrap();
                let cell = &panel.table.rows[spot.point].cells[spot.series];
                let limits = intervals.of(row).unwrap();
                // Shares that stand beside each other have a digit more, as rates have.
                let beside = figure.sheet.panels[spot.panel].kind == Kind::Dots;
                let decimals = 1 + usize::from(beside || question.measure == Measure::Rate);
                let upper = number::decimal(limits.upper * 100.0, decimals, Lang::En);
                assert!(
                    cell.interval.contains(&upper),
                    "{name}: {} {upper}",
                    cell.interval
                );
                let told = of_number(&dataset, &figure.number(spot).unwrap(), 0.9, Lang::En);
                let told = told.unwrap();
                assert_eq!(told.value, cell.value);
                let shown = told.interval.unwrap();
                assert_eq!(shown.method, title);
                assert_eq!(
                    (shown.lower, shown.upper),
                    (limits.lower, Some(limits.upper))
                );
            }
        }
    }
}

#[test]
fn joint_intervals_are_those_of_the_analysis_and_wider_than_one_by_one() {
    let dataset = package("teaching");
    let of = "destination".to_owned();
    let question = Question::new(Measure::Share { of }, ["group", "destination"]);
    // A filter does not change how many shares the total has.
    let few = question
        .clone()
        .filtered("destination", ["uk", "usa_canada"]);
    let joint =
        |question| measures::Intervals::new(&dataset, question, IntervalMethod::Joint, 0.95);
    let (all, part) = (joint(&question), joint(&few));
    let whole = answer(&dataset, &question).unwrap();
    let number_of = dataset.codes("destination").len();
    assert_eq!(all.among, Some((number_of, number_of)));
    let wilson = IntervalMethod::default_for(&question.measure);
    for row in &whole.rows {
        let (k, n) = (row.numerator.unwrap(), row.denominator.unwrap());
        let limits = all.of(row).unwrap();
        let single = measures::interval(row, wilson, 0.95).unwrap();
        assert!(limits.lower <= single.lower && single.upper < limits.upper || k == n);
        // Goodman's interval is Wilson's at a level shared between the categories.
        let shared = 1.0 - 0.05 / number_of as f64;
        let same = measures::interval(row, wilson, shared).unwrap();
        assert!((limits.upper - same.upper).abs() < 1e-12, "{row:?}");
        assert!((limits.lower - same.lower).abs() < 1e-12, "{row:?}");
    }
    for row in &answer(&dataset, &few).unwrap().rows {
        assert_eq!(part.of(row), all.of(row));
    }
}

#[test]
fn every_mark_of_every_kind_of_figure_is_explained_by_the_number_it_shows() {
    let (teaching, europe) = (package("teaching"), with_outlines("europe"));
    let views = [
        ("rate", "country", ""),
        ("rate", "year", "group"),
        ("rate", "origin", ""),
        ("rate", "period", "group"),
        ("rate", "year", "age"),
        ("return_share", "destination_kind", "group"),
        ("return_share", "group", ""),
        ("destination_share", "group", "destination"),
        ("emigrations", "group", "destination"),
    ];
    let mut kinds: Vec<Chart> = Vec::new();
    for (measure, by, split) in views {
        let mut view = View {
            measure: measure.to_owned(),
            by: by.to_owned(),
            split: split.to_owned(),
            ..View::default()
        };
        let dataset = if by == "country" { &europe } else { &teaching };
        for kind in view.kinds(dataset) {
            view.options.chart = Some(kind);
            let figure = build(&view.spec().unwrap(), dataset, Lang::Nn);
            kinds.push(kind);
            for spot in spots(&figure) {
                let cell = &figure.panels[spot.panel].table.rows[spot.point].cells[spot.series];
                let Some(value) = cell.value else { continue };
                let number = figure.number(spot).unwrap();
                let told = of_number(dataset, &number, 0.95, Lang::Nn).unwrap();
                let found = told.value.unwrap();
                let near = (found - value).abs() <= 1e-12 * value.abs();
                assert!(near, "{kind:?} {value} {found} {number:?}");
                let beside = told.interval.is_some_and(|found| !found.between.is_empty());
                assert!(beside || cell.interval.is_empty(), "{kind:?} {cell:?}");
            }
        }
    }
    for kind in Chart::ALL {
        assert!(kinds.contains(&kind), "{kind:?}");
    }
}

#[test]
fn suppressed_counts_and_shares_are_explained_as_their_ranges() {
    let dataset = table(
        "group,year,destination,emigrations\na,2001,x,:\na,2001,y,10\na,2002,x,6\na,2002,y,:\nb,2001,x,3\n\
            b,2001,y,5\nb,2002,x,2\nb,2002,y,1\n",
    );
    let ends = |number: &Number| {
        let told = of_number(&dataset, number, 0.95, Lang::En).unwrap();
        assert_eq!(told.value, None, "a range has no point");
        let values = told.computation.values().unwrap();
        let of = |name| {
            let mut values = values.iter();
            values
                .find(|(known, _)| *known == name)
                .map(|(_, value)| *value)
        };
        (
            of("lowest").unwrap(),
            of("highest").unwrap(),
            told.result,
            of("lower").zip(of("upper")),
        )
    };
    let count = Question::new(Measure::Emigrations, ["group"]);
    let a = ["a".to_owned()];
    let (low, high, text, _) = ends(&Number::value(&count, &a));
    // Sixteen known, and two cells of one to four.
    assert_eq!((low, high, text.as_str()), (18.0, 24.0, "18 to 24"));
    let of = "destination".to_owned();
    let share = Question::new(Measure::Share { of }, ["group", "destination"]);
    let key = ["a".to_owned(), "x".to_owned()];
    let number = Number::value(&share, &key);
    let (low, high, _, outer) = ends(&number);
    // Six and one to four of x, ten and one to four of y.
    assert_eq!((low, high), (7.0 / 21.0, 10.0 / 21.0));
    let (lower, upper) = outer.unwrap();
    assert!(lower < low && high < upper && upper < 1.0);
    let counted = Number {
        shown: Shown::Numerator,
        ..number
    };
    assert_eq!(ends(&counted).0, 7.0);
    // The figure has the same ranges in its table, and each leads to its arithmetic.
    for counts in [false, true] {
        let mut view = View {
            measure: "destination_share".to_owned(),
            by: "group".to_owned(),
            split: "destination".to_owned(),
            ..View::default()
        };
        view.options.counts = counts;
        let figure = build(&view.spec().unwrap(), &dataset, Lang::En);
        let spot = Spot {
            panel: 0,
            series: 0,
            point: 0,
        };
        let text = &figure.panels[0].table.rows[0].cells[0].text;
        let wanted = if counts { "7–10" } else { "33.3–47.6" };
        assert!(text.contains(wanted), "{text}");
        let (low, ..) = ends(&figure.number(spot).unwrap());
        assert_eq!(low, if counts { 7.0 } else { 7.0 / 21.0 });
    }

    let returns = table("group,year,emigrations,returned_5y\na,2001,20,:\na,2002,30,7\n");
    let question = Question::new(Measure::ReturnShare, ["group"]);
    let told = of_number(&returns, &Number::value(&question, &a), 0.95, Lang::Nb).unwrap();
    let values = told.computation.values().unwrap();
    assert!(values.contains(&("lowest", 8.0 / 50.0)) && values.contains(&("highest", 11.0 / 50.0)));
}

/// Everything that a dialog says, a sentence each.
fn sentences(told: &Told) -> Vec<String> {
    let lines = told.parts.iter().flat_map(|part| &part.lines);
    let split = lines.flat_map(|line| line.split_inclusive(". "));
    split.map(|line| line.trim().to_owned()).collect()
}

#[test]
fn the_dialogs_of_analyses_say_what_the_number_is_and_nothing_twice() {
    let dataset = package("teaching");
    let groups = dataset.codes("group");
    let mut tables = 0;
    for kind in [
        "comparison",
        "standardised",
        "decomposition",
        "chance",
        "cohorts",
        "trend",
        "unknown",
        "funnel",
        "destinations",
    ] {
        let request = asked(&[("kind", kind)]);
        let found = page(&dataset, &request, Lang::Nb);
        let cells = found.tables.iter().flat_map(|table| &table.rows);
        let mut ids: Vec<&String> = cells
            .flat_map(|line| line.cells.iter().filter_map(|cell| cell.explain.as_ref()))
            .collect();
        ids.dedup();
        assert!(!ids.is_empty(), "{kind}");
        for id in ids.into_iter().take(12) {
            let told = explanation(&dataset, &request, id, Lang::Nb).unwrap();
            // A title is more than the name of the group.
            let is_name = |code: &String| {
                dataset
                    .label("group", code)
                    .is_some_and(|label| label.name.get(Lang::Nb) == told.title)
            };
            assert!(!groups.iter().any(is_name), "{kind}: {}", told.title);
            assert!(told.title.contains(": "), "{kind}: {}", told.title);
            let said = sentences(&told);
            for (place, sentence) in said.iter().enumerate() {
                let before = said.iter().take(place);
                let twice = before.clone().any(|other| {
                    other == sentence
                        || (sentence.ends_with('.') && other.ends_with(sentence.as_str()))
                });
                assert!(!twice, "{kind}, {}: {sentence}", told.title);
            }
            for part in told.parts.iter().filter(|part| !part.head.is_empty()) {
                tables += 1;
                assert!(!part.head[0].is_empty(), "{kind}: {:?}", part.head);
                assert!(part.rows.iter().all(|row| row.len() == part.head.len()));
            }
        }
    }
    assert!(tables > 20, "{tables}");
}

#[test]
fn a_standardised_rate_names_its_standard() {
    let dataset = package("teaching");
    let group = dataset.codes("group")[1].clone();
    let label = dataset
        .label("group", &group)
        .unwrap()
        .name
        .get(Lang::Nb)
        .to_owned();
    for (standard, name) in [("pooled", "Alle gruppene samlet"), (&group, label.as_str())] {
        let request = asked(&[("kind", "standardised"), ("standard", standard)]);
        let found = page(&dataset, &request, Lang::Nb);
        // Standardised rate, and observed over expected.
        for column in [2, 4] {
            let id = found.tables[0].rows[0].cells[column]
                .explain
                .clone()
                .unwrap();
            let told = explanation(&dataset, &request, &id, Lang::Nb).unwrap();
            let wanted = format!("Standardbefolkning: {name}.");
            assert!(sentences(&told).contains(&wanted), "{told:?}");
            if column == 2 {
                assert!(
                    told.title.starts_with("Rate standardisert etter alder: "),
                    "{}",
                    told.title
                );
            }
        }
    }
}

#[test]
fn a_number_is_told_beside_how_it_stands_where_it_was_opened() {
    let dataset = package("teaching");
    let rate = Question::new(Measure::Rate, ["group", "age", "year"]);
    let row = &answer(&dataset, &rate).unwrap().rows[5];
    let value = row.value.unwrap();
    let coarse = number::percent(value, 1, Lang::En);
    let told = |printed: &str| {
        let mut number = Number::value(&rate, &row.key);
        number.printed = printed.to_owned();
        sentences(&number_told(&dataset, &number, 0.95, Lang::En)).join(" ")
    };
    let (same, other) = (told(""), told(&coarse));
    assert!(
        same.contains("is shown as") && !same.contains("on the page"),
        "{same}"
    );
    assert!(
        other.contains(&format!("stands on the page as {coarse}, here as ")),
        "{other}"
    );
    // What stands there with the same digits, but without the sign, is no other number.
    let shown = same
        .split("is shown as ")
        .nth(1)
        .unwrap()
        .split("%.")
        .next()
        .unwrap();
    assert!(!told(shown).contains("on the page"));
    // A mark hands over what is written at it.
    for spec in catalog::all() {
        let figure = build(&spec, &dataset, Lang::En);
        for spot in spots(&figure) {
            let Some(number) = figure.number(spot) else {
                continue;
            };
            let point = &figure.sheet.panels[spot.panel].series[spot.series].points[spot.point];
            assert_eq!(number.printed, point.text);
        }
    }
}

#[test]
fn a_typed_in_number_is_told_in_the_unit_of_the_page() {
    let typed = |name: &str| match name {
        "events" => "10000000",
        _ => "1000000000",
    };
    let found = calculator::results(calculator::Kind::Rate, typed, 0.95, Lang::En).unwrap();
    let line = &found.lines[0];
    let (given, printed) = (&line.call.1, &line.printed());
    let told = typed_in("rate_ci_garwood", given, printed, Lang::En);
    let said = sentences(&told.unwrap()).join(" ");
    assert!(
        said.contains(
            "0.01 stands on the page as 10.000 (Rate per 1,000 person-years), here as 1.000%."
        ),
        "{said}"
    );
    assert!(said.contains("0.999% to 1.001%"), "{said}");
}

#[test]
fn a_typed_in_number_that_is_none_offers_no_code() {
    for (events, exposure) in [("5", "0"), ("0", "0"), ("2.5", "10"), ("-3", "10")] {
        let given = asked(&[("events", events), ("exposure", exposure), ("conf", "0.95")]);
        let told = typed_in("rate_ci_garwood", &given, "", Lang::En).unwrap();
        assert_eq!(told.copies.len(), 1, "{events}/{exposure}: the text alone");
    }
}

#[test]
fn only_the_groups_that_vary_more_than_chance_are_said_to_be_widened() {
    // The numbers of group a swing, those of b hardly do.
    let mut text = "group,year,emigrations,person_years\n".to_owned();
    for (year, x) in [
        (2001, 100),
        (2002, 50),
        (2003, 150),
        (2004, 40),
        (2005, 120),
    ] {
        text += &format!("a,{year},{x},1000\nb,{year},{},1000\n", 100 + year % 2);
    }
    let request = asked(&[("kind", "trend")]);
    let notes = page(&table(&text), &request, Lang::En).notes.join("\n");
    assert!(
        notes.contains(
            "In the group a the counts swing more than chance makes them (overdispersion)"
        ),
        "{notes}"
    );
    assert!(!notes.contains("has been widened"), "{notes}");
}

#[test]
fn merged_ages_are_named_with_the_groups_that_nobody_lived_in() {
    // At 19 one of the groups has nobody with long schooling, at 21 neither has.
    let mut text = "group,age,education,emigrations,person_years\n".to_owned();
    for (group, empty) in [("a", [19, 21]), ("b", [21, 21])] {
        for age in 18..=23 {
            for education in ["short", "long"] {
                let nobody = education == "long" && empty.contains(&age);
                let years = if nobody { 0 } else { 100 + age };
                text += &format!(
                    "{group},{age},{education},{},{years}\n",
                    i32::from(!nobody) * 3
                );
            }
        }
    }
    let request = asked(&[
        ("kind", "decomposition"),
        ("group", "a"),
        ("reference", "b"),
        ("over", "age-education"),
    ]);
    let dataset = table(&text);
    let notes = page(&dataset, &request, Lang::En).notes;
    let said = |text: &str| notes.iter().any(|note| note == text);
    assert!(
        said(
            "Merged: ages 19–20, because one of the two groups does not have residents with every education at \
                every age."
        ),
        "{notes:?}"
    );
    assert!(
        said(
            "Merged: ages 21–22, because neither of the two groups has residents with every education at every age."
        ),
        "{notes:?}"
    );
}

#[test]
fn a_mark_of_an_analysis_is_told_beside_its_own_text_and_no_other() {
    let dataset = package("teaching");
    let (mut beside, mut shared) = (0, 0);
    for kind in ["standardised", "decomposition", "chance", "unknown"] {
        let request = asked(&[("kind", kind)]);
        let (_, figure) = with_figure(&dataset, &request, Lang::En);
        let figure = figure.unwrap();
        for spot in spots(&figure).into_iter().take(6) {
            let Some(told) = explanation_at(&dataset, &request, (&figure, spot), Lang::En) else {
                continue;
            };
            let line = &figure.panels[spot.panel].table.rows[spot.point];
            let value = line.cells[spot.series].value.unwrap();
            let said = sentences(&told).join(" ");
            let Some((before, after)) = said.split_once(" stands on the page as ") else {
                shared += 1;
                continue;
            };
            let unrounded: f64 = before.rsplit(' ').next().unwrap().parse().unwrap();
            assert!((unrounded / value - 1.0).abs() < 1e-11, "{kind}: {said}");
            let point = &figure.sheet.panels[spot.panel].series[spot.series].points[spot.point];
            assert!(after.starts_with(&point.text), "{kind}: {said}");
            beside += 1;
        }
    }
    assert!(beside > 5 && shared > 2, "{beside} {shared}");
}

#[test]
fn the_rates_of_a_decomposition_are_told_as_they_stand_in_its_table() {
    let dataset = package("teaching");
    let mut other_digits = 0;
    for over in ["age", "education", "age-education"] {
        let request = asked(&[("kind", "decomposition"), ("over", over)]);
        let found = page(&dataset, &request, Lang::Nb);
        let rows = &found.tables[0].rows;
        for line in [&rows[0], &rows[rows.len() - 1]] {
            let cell = &line.cells[0];
            let told = explanation(&dataset, &request, cell.explain.as_ref().unwrap(), Lang::Nb);
            let said = sentences(&told.unwrap()).join(" ");
            assert!(
                said.contains(&format!(" {}", cell.text)),
                "{}: {said}",
                cell.text
            );
            other_digits += usize::from(said.contains("står på siden som"));
        }
    }
    assert!(other_digits > 0);
}

#[test]
fn tests_and_terms_of_a_gap_have_no_more_digits_than_count() {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    for name in ["teaching", "norway-age", "europe"] {
        let dataset = package(name);
        for kind in ["decomposition", "over_time", "comparison", "trend"] {
            let asked = vec![("kind".to_owned(), kind.to_owned())];
            let found = page(&dataset, &asked, Lang::En);
            if kind == "decomposition" || kind == "over_time" {
                for line in found.tables.iter().flat_map(|table| &table.rows) {
                    let text = &line.cells[0].text;
                    let decimals = text.split_once('.').map_or(0, |(_, rest)| digits(rest));
                    assert!(decimals <= 4, "{name}, {kind}: {text}");
                }
            }
            for cell in found
                .tables
                .iter()
                .flat_map(|table| &table.rows)
                .flat_map(|line| &line.cells)
            {
                if let Some((test, _)) = cell.text.split_once(", df = ") {
                    let told = test
                        .trim_start_matches("G² = ")
                        .trim_end_matches(['0', ',']);
                    assert!(digits(told) <= 3, "{name}: {}", cell.text);
                }
            }
        }
    }
}
