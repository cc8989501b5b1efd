//! The arithmetic in the open: code that gives the same digits, and text that holds them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod scripts;
mod shipped;

use std::collections::BTreeMap;

use scripts::{Output, has_r, in_python, in_r};
use shipped::teaching;
use utvandring::explain::{
    Context, Explanation, explain, of_bounds, of_chance, of_decomposition, of_difference,
    of_direct, of_funnel, of_heterogeneity, of_joint_share, of_observed_expected, of_range,
    of_ratio, of_row, of_trend,
};
use utvandring::measures::analysis::comparison::{DifferenceMethod, RatioMethod};
use utvandring::measures::analysis::cumulative::ChanceMethod;
use utvandring::measures::analysis::standardised::DirectInterval;
use utvandring::measures::analysis::{
    Ages, Estimate, Scope, bounds, comparison, cumulative, decomposition, distribution, funnel,
    standardised, suppressed, trend,
};
use utvandring::methods::arithmetic::limits::limits;
use utvandring::methods::arithmetic::{Computation, Formula, Values};
use utvandring::methods::catalog::{
    Bounds, Count, Cross, Cumulative, Direct, Dispersion, Funnel, Heterogeneity, Highest, Indirect,
    JointShare, Kitagawa, Moves, Outside, Printed, Product, Quotient, Rate, RateDifference,
    RateRatio, Remainder, Share, ShareDifference, Sum, SuppressedCount, SuppressedRate,
    SuppressedShare, Tally, Trend, Whole, methods,
};
use utvandring::stats::interval::RateMethod;

use utvandring::measures::{IntervalMethod, Measure, Question, Rebase, answer, interval};
use utvandring::stats::share::ShareMethod;
use utvandring::text::{Lang, methods as texts};

/// Digits printed by a script agree with ours when they differ by less than this, relatively:
/// twelve significant digits leave at most half of it to rounding.
const TOLERANCE: f64 = 1e-11;

/// Every method, at ordinary and at extreme inputs.
fn computations() -> Vec<Computation> {
    let mut all = Vec::new();
    let rates = [
        (0.0, 250.5),
        (1.0, 12.0),
        (7.0, 1000.0),
        (98.0, 10786.5),
        (229_719.0, 1_413_070.0),
        (1e6, 1e9),
    ];
    for of in rates {
        for method in [
            RateMethod::Garwood,
            RateMethod::MidP,
            RateMethod::Byar,
            RateMethod::Score,
        ] {
            for level in [0.9, 0.95, 0.99] {
                all.push(Computation::new(Rate { of, method, level }));
            }
        }
    }
    for of in [
        (0.0, 9.0),
        (9.0, 9.0),
        (1.0, 40.0),
        (56.0, 70.0),
        (31.0, 1e6),
        (4e5, 1e6),
    ] {
        for method in [ShareMethod::Wilson, ShareMethod::ClopperPearson] {
            all.push(Computation::new(Share {
                of,
                method,
                level: 0.95,
            }));
        }
    }
    for place in 0..4 {
        let counts = vec![120.0, 0.0, 33.0, 7.0];
        all.push(Computation::new(JointShare {
            counts,
            place,
            level: 0.95,
        }));
    }
    let pairs = [
        ((60.0, 51477.5), (30.0, 54308.7)),
        ((0.0, 120.5), (4.0, 90.0)),
        ((4.0, 120.5), (0.0, 90.0)),
        ((5159.0, 433_120.0), (27_000.0, 4_100_000.5)),
    ];
    for (first, second) in pairs {
        for method in [RatioMethod::Exact, RatioMethod::MidP, RatioMethod::Wald] {
            all.push(Computation::new(RateRatio {
                first,
                second,
                method,
                level: 0.95,
            }));
        }
        for method in [DifferenceMethod::Score, DifferenceMethod::Garwood] {
            all.push(Computation::new(RateDifference {
                first,
                second,
                method,
                level: 0.99,
            }));
        }
    }
    for (first, second) in [
        ((56.0, 70.0), (48.0, 80.0)),
        ((0.0, 10.0), (0.0, 20.0)),
        ((10.0, 10.0), (3.0, 20.0)),
    ] {
        all.push(Computation::new(ShareDifference {
            first,
            second,
            level: 0.95,
        }));
    }
    let groups = vec![
        (98.0, 10786.5),
        (40.0, 8000.0),
        (0.0, 100.0),
        (12.0, 400.25),
    ];
    all.push(Computation::new(Heterogeneity {
        groups,
        shares: false,
    }));
    let groups = vec![(98.0, 300.0), (40.0, 100.0), (0.0, 4.0), (12.0, 12.0)];
    all.push(Computation::new(Heterogeneity {
        groups,
        shares: true,
    }));
    let strata = vec![
        (139.0, 57364.0, 900_000.0),
        (194.0, 54524.0, 880_000.5),
        (3.0, 120.5, 400_000.0),
        (5.0, 70.0, 0.0),
    ];
    let none: Vec<_> = strata.iter().map(|(_, t, w)| (0.0, *t, *w)).collect();
    for interval in [DirectInterval::FayFeuer, DirectInterval::DobsonByar] {
        for strata in [&strata, &none] {
            let strata = strata.clone();
            all.push(Computation::new(Direct {
                strata,
                interval,
                level: 0.95,
            }));
        }
    }
    let reference = vec![
        (120.0, 30.0, 4000.0),
        (80.5, 90.0, 3500.5),
        (0.0, 5.0, 100.0),
    ];
    for observed in [0.0, 6.0] {
        let strata = reference.clone();
        all.push(Computation::new(Indirect {
            observed,
            strata,
            level: 0.95,
        }));
    }
    let first = vec![
        (1.0, 100.0),
        (2.0, 120.0),
        (3.0, 50.5),
        (4.0, 80.0),
        (5.0, 90.0),
        (6.0, 77.0),
    ];
    let second = vec![
        (1.0, 300.0),
        (2.0, 100.0),
        (1.0, 20.0),
        (1.0, 70.0),
        (1.0, 30.0),
        (9.0, 60.0),
    ];
    all.push(Computation::new(Kitagawa {
        first: first.clone(),
        second: second.clone(),
    }));
    all.push(Computation::new(Cross {
        columns: 2,
        first,
        second,
    }));
    let bands = vec![(20.0, 1000.0, 1.0), (30.0, 1100.5, 1.0), (9.0, 700.0, 3.0)];
    let few = vec![(0.0, 1000.0, 1.0), (2.0, 1100.5, 1.0)];
    for method in [ChanceMethod::LogDelta, ChanceMethod::Gamma] {
        for bands in [&bands, &few] {
            let bands = bands.clone();
            all.push(Computation::new(Cumulative {
                bands,
                method,
                level: 0.95,
            }));
        }
    }
    let steady = vec![
        (2000.0, 100.0, 1000.0),
        (2001.0, 104.0, 1010.5),
        (2002.0, 109.0, 1020.0),
        (2005.0, 121.0, 1030.0),
    ];
    let wild = vec![
        (2015.0, 100.0, 1000.0),
        (2016.0, 40.0, 1010.5),
        (2017.0, 130.0, 1020.0),
        (2018.0, 0.0, 0.0),
        (2019.0, 20.0, 1030.0),
    ];
    for years in [steady, wild] {
        all.push(Computation::new(Trend { years, level: 0.95 }));
    }
    for assumption in [0.0, 0.3, 1.0] {
        all.push(Computation::new(Bounds {
            target: 30.0,
            known: 80.0,
            unknown: 20.0,
            assumption,
            level: 0.95,
        }));
    }
    for cells in [0.0, 3.0] {
        all.push(Computation::new(SuppressedRate {
            known: 0.0,
            cells,
            each: (1.0, 4.0),
            exposure: 500.5,
            level: 0.95,
        }));
    }
    all.extend([
        Computation::new(Count { value: 1234.5 }),
        Computation::new(Printed {
            value: 0.12,
            range: (0.115, 0.125),
        }),
        Computation::new(Remainder {
            whole: 322_602.0,
            part: 40_001.0,
        }),
        Computation::new(Quotient {
            first: 51_020.5,
            second: 10_004.0,
        }),
    ]);
    for (known, cells) in [(12.0, 0.0), (0.0, 3.0), (180.0, 2.0)] {
        let each = (1.0, 4.0);
        all.push(Computation::new(SuppressedCount { known, cells, each }));
        for of in [
            Whole::Known(185.0),
            Whole::WithRest {
                known: 40.0,
                cells: 2.0,
            },
        ] {
            all.push(Computation::new(SuppressedShare {
                known,
                cells,
                each,
                of,
                level: 0.9,
            }));
        }
    }
    for of in [(3.0, 40.0), (0.0, 2.0), (90.0, 10000.0)] {
        for level in [0.95, 0.998] {
            all.push(Computation::new(Funnel {
                of,
                target: (161.0, 14100.0),
                shares: false,
                level,
            }));
            all.push(Computation::new(Funnel {
                of,
                target: (4100.0, 14100.0),
                shares: true,
                level,
            }));
        }
    }
    for percent in [true, false] {
        all.push(Computation::new(Tally {
            pairs: vec![(0.25, 0.5), (0.125, 0.125), (0.75, 0.25)],
            percent,
        }));
        all.push(Computation::new(Outside {
            cases: vec![(0.0, 0.001, 0.002), (0.0, -0.5, 0.25), (0.3, 0.1, 0.2)],
            percent,
        }));
        all.push(Computation::new(Highest {
            places: vec![(18.0, 0.25), (19.0, 0.75), (20.0, 0.5)],
            percent,
        }));
    }
    all.push(Computation::new(Tally {
        pairs: vec![(98.0, 40.0)],
        percent: false,
    }));
    all.push(Computation::new(Sum {
        terms: vec![98.0, 40.0, 0.0, 12.0, 7.0],
    }));
    all.push(Computation::new(Product {
        first: 19.0,
        second: 0.05,
    }));
    all.push(Computation::new(Moves {
        bands: vec![(98.0, 10786.5, 1.0), (40.0, 8000.0, 5.0), (0.0, 100.0, 1.0)],
    }));
    all.push(Computation::new(Dispersion {
        years: vec![
            (2006.0, 98.0, 90.5),
            (2007.0, 40.0, 52.25),
            (2008.0, 12.0, 9.125),
            (2010.0, 0.0, 1.5),
        ],
    }));
    all
}

/// The numbers a script prints, by name.
fn printed(text: &str) -> BTreeMap<String, f64> {
    text.lines()
        .map(|line| {
            let (name, value) = line.split_once(" = ").unwrap();
            (name.to_owned(), value.parse().unwrap())
        })
        .collect()
}

/// Compares what scripts printed with what we compute.
fn compare(cases: &[Computation], outputs: &[Output]) {
    assert_eq!(cases.len(), outputs.len());
    let mut failures = Vec::new();
    for (computation, output) in cases.iter().zip(outputs) {
        let theirs = match output {
            Ok(text) => printed(text),
            Err(complaint) => {
                failures.push(format!("{computation:?}\n{complaint}"));
                continue;
            }
        };
        let ours: BTreeMap<String, f64> = computation
            .values()
            .unwrap()
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        let agree = theirs.keys().eq(ours.keys())
            && ours
                .iter()
                .all(|(name, value)| (theirs[name] - value).abs() <= TOLERANCE * value.abs());
        if !agree {
            failures.push(format!("{computation:?}\nours {ours:?}\ntheirs {theirs:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn python_code_gives_the_same_digits() {
    let cases = computations();
    let scripts: Vec<String> = cases.iter().filter_map(Computation::to_python).collect();
    compare(&cases, &in_python(&scripts));
}

#[test]
fn r_code_gives_the_same_digits_where_r_is_installed() {
    if !has_r() {
        return;
    }
    let cases = computations();
    let scripts: Vec<String> = cases.iter().filter_map(Computation::to_r).collect();
    compare(&cases, &in_r(&scripts));
}

#[test]
fn every_method_has_words() {
    for lang in Lang::ALL {
        let named = computations()
            .into_iter()
            .flat_map(|computation| [computation.method(), computation.measure()]);
        let known = methods().into_iter().map(|method| method.name);
        for id in named.chain(known) {
            assert!(texts::method(lang, id).is_some(), "{id}");
        }
    }
}

/// Whether every element is closed in the order in which it was opened.
fn is_balanced(xml: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    for piece in xml.split('<').skip(1) {
        let Some((tag, _)) = piece.split_once('>') else {
            return false;
        };
        match tag.strip_prefix('/') {
            Some(name) if open.pop() == Some(name) => {}
            Some(_) => return false,
            None => open.push(tag.split(' ').next().unwrap()),
        }
    }
    open.is_empty()
}

#[test]
fn every_computation_is_told_in_full() {
    for lang in Lang::ALL {
        for computation in computations() {
            let context = Context::typed_in(&computation, lang);
            let told = explain(&computation, &context, lang);
            let text = told.to_text();
            assert!(
                text.contains(&told.result) && text.contains(&told.rounding),
                "{text}"
            );
            assert!(!told.title.is_empty() && !told.plain.is_empty());
            let mut typeset = told.formula.to_mathml() + &told.substitution.to_mathml();
            if let Some(interval) = &told.interval {
                typeset += &interval.formula.to_mathml();
                typeset += &interval.substitution.to_mathml();
            }
            assert!(is_balanced(&typeset), "{typeset}");
            assert!(!told.inputs.is_empty() || told.table.is_some());
            assert!(!told.formula.to_text().is_empty());
            for given in &told.inputs {
                assert!(text.contains(&given.text), "{text}");
            }
            let bound = computation
                .values()
                .unwrap()
                .iter()
                .any(|(name, _)| *name == "lower");
            assert_eq!(
                told.interval.is_some(),
                bound && computation.level().is_some()
            );
            for never in ["NaN", "inf ", "  ", "()"] {
                assert!(!text.contains(never), "{never}: {text}");
            }
        }
    }
}

#[test]
fn the_formula_that_is_shown_comes_to_the_number_that_is_shown() {
    // Of these the formula is more than arithmetic: a rule that is counted, a place that is looked
    // up, sums along the margins of a table.
    let more = ["tally", "highest", "das_gupta_cross"];
    for computation in computations() {
        let found = computation.values().unwrap();
        let values = Values(&found);
        let told = computation.derivation(values);
        if more.contains(&computation.method()) {
            assert_eq!(told.evaluate(), None, "{computation:?}");
            continue;
        }
        // Of a range it is the lower end.
        let Some(wanted) = values.get("value").or(values.get("lowest")) else {
            // A ratio to nothing has no bound, and no number.
            assert_eq!(told.evaluate(), None, "{computation:?}");
            continue;
        };
        // 0 · ln 0 has no number, and adds nothing to a test.
        let has_zero = computation
            .of::<Heterogeneity>()
            .is_some_and(|test| test.groups.iter().any(|(x, _)| *x == 0.0));
        match told.evaluate() {
            Some(value) => {
                let scale = wanted.abs().max(1e-3);
                assert!(
                    (value - wanted).abs() <= 1e-12 * scale,
                    "{computation:?}: {value} and {wanted}"
                );
            }
            None => assert!(has_zero, "{computation:?}"),
        }
    }
}

/// Name, both sides and value of a line with its numbers put in.
fn sides(line: &Formula) -> Option<(&Formula, &Formula)> {
    match line {
        Formula::Approximately(exact, rounded) => match &**exact {
            Formula::Equal(sides) => Some((sides.get(1)?, rounded)),
            _ => None,
        },
        Formula::Equal(sides) if sides.len() == 3 => Some((&sides[1], &sides[2])),
        _ => None,
    }
}

#[test]
fn the_limits_that_are_shown_come_from_the_lines_that_are_shown() {
    let mut evaluated = BTreeMap::new();
    for computation in computations() {
        let found = computation.values().unwrap();
        let values = Values(&found);
        let told = limits(&*computation, values);
        let Some(told) = told.filter(|_| values.get("lower").is_some()) else {
            continue;
        };
        let Formula::Lines(lines) = &told.substituted else {
            panic!("{computation:?}");
        };
        for (inner, value) in lines.iter().filter_map(sides) {
            let nothing = |_: &Formula| None;
            let wanted = match value {
                Formula::Ends(lower, upper) => vec![*lower, *upper],
                value => vec![value.evaluate(&nothing).unwrap()],
            };
            // Both limits of one line are its two signs.
            let signed = |plus: bool| {
                inner.replaced(&|part| match part {
                    Formula::PlusMinus(middle, spread) => Some(match plus {
                        true => (**middle).clone().plus((**spread).clone()),
                        false => (**middle).clone().minus((**spread).clone()),
                    }),
                    _ => None,
                })
            };
            let signs: &[bool] = if wanted.len() == 2 {
                &[false, true]
            } else {
                &[true]
            };
            for (plus, wanted) in signs.iter().zip(wanted) {
                // Tails and control limits are said by equations, not by arithmetic.
                let Some(value) = signed(*plus).evaluate(&nothing) else {
                    continue;
                };
                *evaluated.entry(computation.method()).or_insert(0) += 1;
                // The numbers in the line have twelve digits, and some are nearly equal.
                let near = (value - wanted).abs() <= 1e-8 * wanted.abs().max(1e-4);
                assert!(near, "{computation:?}: {value} and {wanted}");
            }
        }
    }
    for method in [
        "rate_ci_garwood",
        "rate_ci_byar",
        "rate_ci_score",
        "share_wilson",
        "share_clopper_pearson",
        "share_goodman",
        "rate_ratio",
        "rate_ratio_wald",
        "rate_diff",
        "rate_diff_garwood",
        "share_diff_newcombe",
        "dsr",
        "dsr_dobson",
        "smr",
        "cumulative",
        "cumulative_gamma",
        "trend",
        "suppressed_rate",
    ] {
        assert!(evaluated.get(method) >= Some(&2), "{method}");
    }
}

#[test]
fn a_rate_is_told_as_on_paper() {
    let computation = Computation::new(Rate {
        of: (98.0, 10786.5),
        method: RateMethod::Garwood,
        level: 0.95,
    });
    let context = Context::typed_in(&computation, Lang::Nb);
    let told = explain(&computation, &context, Lang::Nb);
    assert_eq!(told.formula.to_text(), "rate = utvandringer / personår");
    assert_eq!(
        told.substitution.to_text(),
        "98 / 10\u{202f}786,5 ≈ 0,00908543086265"
    );
    assert_eq!(told.result, "0,909\u{202f}%");
    assert_eq!(
        told.interval.unwrap().limits,
        "0,738\u{202f}% til 1,107\u{202f}% (konfidensnivå 95\u{202f}%)"
    );
    let told = explain(&computation, &context, Lang::En);
    assert_eq!(told.result, "0.909%");
}

#[test]
fn effects_add_up_as_they_are_printed() {
    let computation = Computation::new(Kitagawa {
        first: vec![(1.0, 100.0), (12.0, 170.5)],
        second: vec![(1.0, 300.0), (9.0, 160.0)],
    });
    let told = explain(&computation, &Context::default(), Lang::En);
    let numbers: Vec<f64> = told
        .result
        .split([':', ';'])
        .filter_map(|part| {
            part.trim()
                .split(' ')
                .next()?
                .replace('\u{2212}', "-")
                .parse()
                .ok()
        })
        .collect();
    let [gap, composition, rates] = numbers.as_slice() else {
        panic!("{}", told.result);
    };
    assert!((gap - composition - rates).abs() < 1e-9, "{}", told.result);
}

#[test]
fn an_undefined_number_is_told_with_its_reason() {
    let computation = Computation::new(Rate {
        of: (0.0, 0.0),
        method: RateMethod::Garwood,
        level: 0.95,
    });
    let told = explain(
        &computation,
        &Context::typed_in(&computation, Lang::Nb),
        Lang::Nb,
    );
    assert_eq!((told.value, told.interval.is_none()), (None, true));
    assert_eq!(told.result, "ingen bosatte");
    assert!(told.rounding.is_empty());
}

#[test]
fn a_line_break_in_a_label_does_not_become_code() {
    let computation = Computation::new(Count { value: 3.0 });
    let context = Context {
        title: "a\nimport os\r\nquit()".to_owned(),
        ..Context::default()
    };
    let told = explain(&computation, &context, Lang::Nb);
    for script in [told.to_python(), told.to_r()].map(Option::unwrap) {
        assert!(script.starts_with("# a import os  quit()\n"), "{script}");
    }
}

#[test]
fn the_explanation_of_a_row_ends_at_the_number_of_the_row() {
    let data = teaching();
    let share = Measure::Share {
        of: "destination".to_owned(),
    };
    let questions = [
        Question::new(Measure::Rate, ["group", "year"]),
        Question::new(Measure::Emigrations, ["group"]),
        Question::new(share.clone(), ["group", "destination"])
            .rebased(Rebase::to_known_new_country()),
        Question::new(Measure::ReturnShare, ["group"]).filtered("education", ["no_higher"]),
        Question::new(Measure::ReturnCurve, ["years_since"]),
        Question::new(Measure::Population, ["group"]),
    ];
    for question in questions {
        let answer = answer(&data, &question).unwrap();
        let method = IntervalMethod::default_for(&question.measure);
        for row in &answer.rows {
            let told = of_row(&data, &question, &answer, row, method, 0.95, Lang::Nb);
            if row.value.is_none() {
                assert_eq!(told, Err(row.status));
                continue;
            }
            let told = told.unwrap();
            assert_eq!(told.value, row.value, "{told:?}");
            let limits = interval(row, method, 0.95);
            let told_limits = told
                .interval
                .as_ref()
                .map(|found| (found.lower, found.upper));
            assert_eq!(
                told_limits,
                limits.ok().map(|limits| (limits.lower, Some(limits.upper)))
            );
            // Made-up numbers say so wherever they are copied to.
            assert!(told.to_text().contains("Syntetiske undervisningsdata"));
        }
    }
}

#[test]
fn the_explanation_of_an_analysis_ends_at_its_number() {
    let data = teaching();
    let by = vec!["group".to_owned()];
    let scope = Scope::default;
    let lang = Lang::En;
    let limits = |told: &Explanation| {
        let found = told.interval.as_ref().unwrap();
        (found.lower, found.upper.unwrap())
    };
    let same = |told: &Explanation, estimate: &Estimate| {
        let wanted = estimate.interval.unwrap();
        assert_eq!(told.value, estimate.value);
        assert_eq!(limits(told), (wanted.lower, wanted.upper));
    };

    let request = standardised::Request {
        by: by.clone(),
        over: vec!["age".to_owned(), "education".to_owned()],
        standard: standardised::Standard::Pooled,
        interval: DirectInterval::FayFeuer,
        scope: scope(),
        level: 0.9,
    };
    let found = standardised::standardised(&data, &request).unwrap();
    for row in &found.rows {
        let told = of_direct(&data, &found, row, request.interval, 0.9, lang).unwrap();
        same(&told, &row.direct);
        let told = of_observed_expected(&data, &found, row, 0.9, lang).unwrap();
        same(&told, &row.observed_expected);
    }

    let question = Question::new(Measure::Rate, ["group"]);
    let majority = vec!["majority".to_owned()];
    let request = comparison::Request::new(question.clone(), majority.clone(), 0.9);
    let found = comparison::comparison(&data, &request).unwrap();
    for row in found.rows.iter().filter(|row| !row.is_reference) {
        let told = of_ratio(&data, &found, row, request.ratio, 0.9, lang).unwrap();
        let ratio = row.ratio.unwrap().unwrap();
        assert_eq!(told.value, ratio.ratio.finite());
        let (lower, upper) = ratio.limits.unwrap();
        assert_eq!(limits(&told), (lower, upper.finite().unwrap()));
        let method = request.difference;
        let told = of_difference(&data, &question, &found, row, method, 0.9, lang).unwrap();
        same(&told, &row.difference.unwrap());
    }
    let told = of_heterogeneity(&data, &question, &found, lang).unwrap();
    assert_eq!(
        told.value,
        Some(found.heterogeneity.unwrap().likelihood_ratio)
    );

    for (rates, life) in [
        (
            cumulative::Rates::Period,
            "nobody has lived exactly that life",
        ),
        (
            cumulative::Rates::Cohort { born: 1985 },
            "the birth cohort itself",
        ),
    ] {
        let request = cumulative::Request {
            by: by.clone(),
            rates,
            scope: scope(),
            level: 0.9,
        };
        let found = cumulative::cumulative(&data, &request).unwrap();
        let row = &found.rows[0];
        let told = of_chance(&data, &found, row, 0.9, lang).unwrap();
        same(&told, &row.chance);
        assert!(told.to_text().contains(life));
        let widths = "Ages 18 to 35 with both ends included: 18 one-year ages.";
        assert!(told.caveats.iter().any(|caveat| caveat == widths));
    }

    let request = trend::Request {
        by: by.clone(),
        without: trend::PANDEMIC.map(str::to_owned).to_vec(),
        scope: scope(),
        level: 0.9,
    };
    let found = trend::trend(&data, &request).unwrap();
    for row in &found.rows {
        let told = of_trend(&data, &found, row, 0.9, lang).unwrap();
        let shown = row.trend.unwrap();
        assert_eq!(told.value, Some(shown.change));
        assert_eq!(limits(&told), (shown.interval.lower, shown.interval.upper));
        assert!(
            told.to_text()
                .contains("2020 and 2021 are left out of the trend")
        );
    }

    for over in [
        vec!["age".to_owned()],
        vec!["age".to_owned(), "education".to_owned()],
    ] {
        let request = decomposition::Request {
            by: by.clone(),
            first: vec!["immigrated_age_0_9".to_owned()],
            second: majority.clone(),
            over,
            ages: Ages::MergedAsNeeded,
            scope: scope(),
        };
        let found = decomposition::decomposition(&data, &request).unwrap();
        let told =
            of_decomposition(&data, &found, &by, &request.first, &request.second, lang).unwrap();
        assert_eq!(told.value, Some(found.steps.unwrap().gap));
    }

    let request = bounds::Request::to_origin(by.clone(), 0.4, scope(), 0.9);
    let found = bounds::bounds(&data, &request).unwrap();
    for row in &found.rows {
        let told = of_bounds(&data, &found, row, 0.9, lang).unwrap();
        let bounds = row.bounds.unwrap();
        assert_eq!(told.value, Some(bounds.at_assumption));
        assert_eq!(limits(&told), (bounds.outer.lower, bounds.outer.upper));
    }

    for question in [
        Question::new(Measure::Rate, ["origin"]),
        Question::new(Measure::ReturnShare, ["origin"]),
    ] {
        let found = funnel::funnel(&data, &question).unwrap();
        for row in &found.rows {
            let told = of_funnel(&data, &question, &found, row, 0.998, lang).unwrap();
            let outer = row.limits.unwrap().outer;
            assert_eq!(told.value, row.row.value);
            assert_eq!(limits(&told), (outer.lower, outer.upper));
        }
    }

    let request = suppressed::Request::new(by, scope(), 0.9);
    let found = suppressed::suppressed(&data, &request).unwrap();
    for row in &found.rows {
        let each = (request.least, request.most);
        let told = of_range(&data, &found, row, each, 0.9, lang).unwrap();
        let outer = row.range.unwrap().range.unwrap().outer;
        assert_eq!(limits(&told), (outer.lower, outer.upper));
        assert_eq!(told.value, None, "a range has no point");
    }

    let share = Measure::Share {
        of: "destination".to_owned(),
    };
    let question = Question::new(share, ["group", "destination"]);
    let found = distribution::distribution(&data, &question, 0.9).unwrap();
    for group in &found.groups {
        for (place, joint) in group.intervals.as_ref().unwrap().iter().enumerate() {
            let told = of_joint_share(&data, &found, group, place, 0.9, lang).unwrap();
            assert_eq!(told.value, group.rows[place].value);
            assert_eq!(limits(&told), (joint.lower, joint.upper));
        }
    }
}

/// The substitution of the interval of a computation.
fn limits_of(computation: &Computation, lang: Lang) -> (String, Vec<String>) {
    let told = explain(computation, &Context::typed_in(computation, lang), lang);
    let interval = told.interval.unwrap();
    (interval.substitution.to_text(), interval.letters)
}

#[test]
fn the_quantile_that_is_told_is_the_one_that_is_used() {
    let of = (56.0, 70.0);
    let method = ShareMethod::Wilson;
    for (level, z) in [(0.9, "1.64485"), (0.95, "1.95996"), (0.99, "2.57582")] {
        let (put_in, letters) = limits_of(&Computation::new(Share { of, method, level }), Lang::En);
        assert!(put_in.contains(z), "{put_in}");
        let said = letters.iter().filter(|letter| letter.starts_with("z = "));
        let said: Vec<&String> = said.collect();
        assert!(said.len() == 1 && said[0].contains(z), "{letters:?}");
    }
    // Seven shares that hold together: the quantile at 1 - 0.05/14.
    let joint = Computation::new(JointShare {
        counts: vec![10.0; 7],
        place: 2,
        level: 0.95,
    });
    let (put_in, letters) = limits_of(&joint, Lang::Nb);
    assert!(put_in.contains("2,69010"), "{put_in}");
    assert!(!letters.join(" ").contains("1,95"), "{letters:?}");
    assert!(letters.iter().any(|letter| letter.contains("z = 2,69010")));
}

#[test]
fn limits_of_suppressed_cells_are_formed_at_both_ends() {
    let computation = Computation::new(SuppressedRate {
        known: 20.0,
        cells: 1.0,
        each: (1.0, 4.0),
        exposure: 2000.0,
        level: 0.95,
    });
    let told = explain(&computation, &Context::default(), Lang::En);
    let interval = told.interval.unwrap();
    let formula = interval.formula.to_text();
    assert!(formula.contains("x + c · a)") && formula.contains("x + c · b + 1)"));
    let put_in = interval.substitution.to_text();
    assert!(
        put_in.contains("G⁻¹(0.05 / 2; 20 + 1 · 1) / 2,000"),
        "{put_in}"
    );
    assert!(
        put_in.contains("G⁻¹(1 − 0.05 / 2; 20 + 1 · 4 + 1) / 2,000"),
        "{put_in}"
    );
}

#[test]
fn unrounded_limits_stand_beside_the_numbers_that_give_them() {
    for computation in computations() {
        let told = explain(&computation, &Context::default(), Lang::En);
        let Some(interval) = told.interval else {
            continue;
        };
        let put_in = interval.substitution.to_text().replace(',', "");
        let limits = [Some(interval.lower), interval.upper];
        for limit in limits.into_iter().flatten() {
            let rounded: f64 = format!("{limit:.11e}").parse().unwrap();
            let text = rounded.abs().to_string();
            assert!(put_in.contains(&text), "{computation:?}: {text}\n{put_in}");
        }
        // Nothing is left of the letters, apart from the names of the lines.
        for line in put_in.lines() {
            let (_, right) = line.split_once(['=', '≈']).unwrap();
            let letters = ["x", "T", "α", "z", "x₁", "p_L", "R", "se", "m²", "S"];
            let mut words = right.split([' ', '(', ')', ';', '^']);
            assert!(words.all(|word| !letters.contains(&word)), "{line}");
        }
    }
}

#[test]
fn limits_are_written_with_digits_that_tell_them_apart() {
    let computation = Computation::new(Rate {
        of: (1e7, 1e9),
        method: RateMethod::Garwood,
        level: 0.95,
    });
    let told = explain(&computation, &Context::default(), Lang::En);
    assert_eq!(told.interval.unwrap().between, "0.999% to 1.001%");
}

#[test]
fn there_is_no_code_where_there_is_no_number() {
    let rate = |of| {
        Computation::new(Rate {
            of,
            method: RateMethod::Garwood,
            level: 0.95,
        })
    };
    let share = |of| {
        Computation::new(Share {
            of,
            method: ShareMethod::Wilson,
            level: 0.95,
        })
    };
    let none = [
        rate((5.0, 0.0)),
        rate((0.0, 0.0)),
        rate((2.5, 10.0)),
        rate((-3.0, 10.0)),
        share((0.0, 0.0)),
        share((4.0, 3.0)),
        Computation::new(Direct {
            strata: vec![(3.0, 40.0, 1.0), (1.0, 0.0, 2.0)],
            interval: DirectInterval::FayFeuer,
            level: 0.95,
        }),
        Computation::new(RateRatio {
            first: (3.0, 0.0),
            second: (4.0, 10.0),
            method: RatioMethod::Exact,
            level: 0.95,
        }),
        Computation::new(Quotient {
            first: 3.0,
            second: 0.0,
        }),
        Computation::new(Trend {
            years: vec![(2001.0, 3.0, 10.0), (2002.0, 4.0, 10.0)],
            level: 0.95,
        }),
    ];
    for computation in none {
        let told = explain(&computation, &Context::default(), Lang::En);
        assert_eq!(
            (told.to_r(), told.to_python()),
            (None, None),
            "{computation:?}"
        );
        assert!(told.interval.is_none() && !told.result.is_empty());
        let text = told.to_text();
        assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
    }
    assert!(rate((0.0, 10.0)).to_r().is_some());
}

#[test]
fn a_trend_says_which_quantile_and_which_dispersion_widen_it() {
    let years = |events: [f64; 5]| {
        let rows = events.iter().enumerate();
        rows.map(|(place, x)| (2001.0 + place as f64, *x, 1000.0))
            .collect()
    };
    for (events, wide) in [
        ([100.0, 60.0, 130.0, 50.0, 120.0], true),
        ([100.0, 101.0, 99.0, 101.0, 100.0], false),
    ] {
        let computation = Computation::new(Trend {
            years: years(events),
            level: 0.9,
        });
        let told = explain(&computation, &Context::default(), Lang::En);
        let interval = told.interval.unwrap();
        let letters = interval.letters.join("\n");
        // Student's t with three degrees of freedom at 0.95, and the normal quantile there.
        assert_eq!(letters.contains("t = 2.3533634"), wide, "{letters}");
        assert_eq!(letters.contains("z = 1.6448536"), !wide, "{letters}");
        let lines = interval.substitution.to_text();
        for name in ["se ≈ ", "φ ≈ ", "df = 5 − 2 = 3"] {
            assert!(lines.contains(name), "{lines}");
        }
        // The dialog and its code have one unit.
        let change = told.value.unwrap();
        let rounded: f64 = format!("{change:.11e}").parse().unwrap();
        let ends_with = told.substitution.to_text();
        assert!(
            ends_with.ends_with(&rounded.abs().to_string()),
            "{ends_with}"
        );
        let values: BTreeMap<&str, f64> = computation.values().unwrap().into_iter().collect();
        assert_eq!(values["value"], change);
        assert_eq!((values["df"], values["dispersion"] > 1.0), (3.0, wide));
    }
}

#[test]
fn a_rate_ratio_names_the_limits_of_its_share() {
    let computation = |method| {
        Computation::new(RateRatio {
            first: (60.0, 51477.5),
            second: (30.0, 54308.7),
            method,
            level: 0.95,
        })
    };
    let (put_in, letters) = limits_of(&computation(RatioMethod::Exact), Lang::En);
    assert!(
        letters
            .iter()
            .any(|letter| letter.contains("Clopper–Pearson"))
    );
    assert!(
        put_in.contains("p_L = B⁻¹(0.05 / 2; 60; 30 + 1) ≈ 0.559450626987"),
        "{put_in}"
    );
    let (_, letters) = limits_of(&computation(RatioMethod::MidP), Lang::En);
    assert!(!letters.join(" ").contains("Clopper"), "{letters:?}");
}

#[test]
fn rows_follow_the_formula_and_can_be_pasted_into_a_spreadsheet() {
    let strata = vec![(139.0, 57364.0, 900_000.0), (194.0, 54524.5, 880_000.0)];
    let computation = Computation::new(Direct {
        strata,
        interval: DirectInterval::FayFeuer,
        level: 0.95,
    });
    let context = Context {
        groups: vec!["18".to_owned(), "19".to_owned()],
        stub: "Alder".to_owned(),
        ..Context::typed_in(&computation, Lang::Nb)
    };
    let told = explain(&computation, &context, Lang::Nb);
    let text = told.to_text();
    let rows = "Alder\tx: utvandringer\tT: personår\tW: personår i standarden\n18\t139\t57364\t900000\n\
        19\t194\t54524,5\t880000\n";
    let (formula, table) = (text.find("Formel\n").unwrap(), text.find(rows).unwrap());
    assert!(formula < table, "{text}");
    let table = told.table.unwrap();
    assert_eq!(table.head().len(), 4);
    assert_eq!(table.written(Lang::Nb)[1][2], "54\u{202f}524,5");
    assert!(told.inputs.is_empty());
}

/// The lines of a substitution that end in a result, as R would read them: what is to be computed,
/// and what it is said to come to. A line with two signs gives two.
fn lines_for_r(put_in: &str) -> Vec<(String, f64)> {
    let mut all = Vec::new();
    let plain = put_in.replace(',', "");
    // Tails of a mid-P interval are equations, not computations.
    for line in plain.lines().filter(|line| !line.starts_with("P(")) {
        let sides: Vec<&str> = line.split(['=', '≈']).map(str::trim).collect();
        let [_, computed, result] = sides.as_slice() else {
            continue;
        };
        let mut code = (*computed).to_owned();
        for (written, read) in [
            ("−", "-"),
            ("·", "*"),
            ("√", "sqrt"),
            ("G⁻¹", "qgamma"),
            ("B⁻¹", "qbeta"),
            ("Φ⁻¹", "qnorm"),
            (";", ","),
        ] {
            code = code.replace(written, read);
        }
        let results = result.replace('−', "-");
        for (result, sign) in results.split(';').zip(["-", "+"]) {
            all.push((code.replace('±', sign), result.trim().parse().unwrap()));
        }
    }
    all
}

#[test]
fn limits_can_be_redone_from_what_the_dialog_shows_where_r_is_installed() {
    if !has_r() {
        return;
    }
    let (mut scripts, mut wanted) = (Vec::new(), Vec::new());
    for computation in computations() {
        let told = explain(&computation, &Context::default(), Lang::En);
        let Some(interval) = told.interval else {
            continue;
        };
        let mut script = String::from(
            "wilson <- function(k, n, sign) { p <- k / n; (p + z^2 / (2 * n) + \
                sign * z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n) }\n\
                Wilson_L <- function(k, n) wilson(k, n, -1)\n\
                Wilson_U <- function(k, n) wilson(k, n, 1)\n",
        );
        script += &format!(
            "z <- qnorm({} / 2, lower.tail = FALSE)\n",
            1.0 - interval.level
        );
        let put_in = interval.substitution.to_text();
        if let Some(Funnel { shares, of, .. }) = computation.of::<Funnel>() {
            let middle = put_in.lines().find(|line| line.starts_with("μ")).unwrap();
            let mu = middle.split('≈').nth(1).unwrap().trim();
            script += &match shares {
                true => format!(
                    "F <- function(c) pbinom(c, {n}, {mu})\nf <- function(c) dbinom(c, {n}, {mu})\n",
                    n = of.1
                ),
                false => {
                    format!("F <- function(c) ppois(c, {mu})\nf <- function(c) dpois(c, {mu})\n")
                }
            };
        }
        for (line, value) in lines_for_r(&put_in) {
            let name = wanted.len();
            script += &format!("cat(sprintf(\"v{name} = %.15g\\n\", {line}))\n");
            wanted.push((value, format!("{computation:?}: {line}")));
        }
        scripts.push(script);
    }
    assert!(wanted.len() > 200, "{}", wanted.len());
    let mut found = BTreeMap::new();
    for output in in_r(&scripts) {
        found.extend(printed(&output.unwrap()));
    }
    for (place, (value, line)) in wanted.iter().enumerate() {
        let redone = found[&format!("v{place}")];
        let near = (redone - value).abs() <= 1e-7 * value.abs().max(1e-7);
        assert!(near, "{redone} {value}: {line}");
    }
}
