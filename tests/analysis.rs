//! Analyses of a data set: worked examples, a second computation the obvious way, and what must
//! always hold.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shipped;

use std::collections::BTreeMap;
use std::time::Instant;

use proptest::prelude::*;
use shipped::{of_texts, teaching};
use utvandring::data::Dataset;
use utvandring::data::open::{NamedBytes, open};
use utvandring::measures::analysis::{
    Ages, Failure, Scope, bounds, comparison, cumulative, decomposition, distribution, funnel,
    lexis, return_curve, standardised, suppressed, trend,
};
use utvandring::measures::{IntervalMethod, Measure, Note, Question, Rebase, answer};
use utvandring::stats::funnel::Position;
use utvandring::stats::{Limit, Status};

fn dataset(csv: &str) -> Dataset {
    let file = NamedBytes {
        name: "t.csv".to_owned(),
        bytes: csv.as_bytes().to_vec(),
    };
    open(&[file]).unwrap()
}

fn names(codes: &[&str]) -> Vec<String> {
    codes.iter().map(|code| (*code).to_owned()).collect()
}

fn close(left: f64, right: f64) -> bool {
    (left - right).abs() <= 1e-12 * left.abs().max(right.abs()).max(1e-12)
}

const TWO_GROUPS: &str = "group,age,emigrations,person_years\n\
    young,18,2,100\nyoung,19,3,300\nold,18,4,200\nold,19,9,200\n";

#[test]
fn a_ratio_and_a_difference_are_those_of_the_two_rates() {
    let data = dataset("group,emigrations,person_years\na,60,51477.5\nb,30,54308.7\nc,0,10\n");
    let question = Question::new(Measure::Rate, ["group"]);
    let request = comparison::Request::new(question, names(&["b"]), 0.95);
    let found = comparison::comparison(&data, &request).unwrap();
    let [a, b, c] = found.rows.as_slice() else {
        panic!("three groups");
    };
    assert!(b.is_reference && b.ratio.is_none() && b.difference.is_none());
    let ratio = a.ratio.unwrap().unwrap();
    assert_eq!(
        ratio.ratio,
        Limit::Finite(60.0 / 30.0 * (54308.7 / 51477.5))
    );
    assert!(ratio.excludes_equality());
    // Published limits of this difference per 100 000, by the same method.
    let limits = a.difference.unwrap().interval.unwrap();
    assert_eq!((limits.lower * 1e7).round() / 100.0, 26.19);
    assert_eq!((limits.upper * 1e7).round() / 100.0, 98.64);
    assert_eq!(c.ratio.unwrap().unwrap().status, Status::ZeroNumerator);
    assert_eq!(found.heterogeneity.unwrap().degrees_of_freedom, 2);
}

#[test]
fn overlapping_intervals_are_flagged_when_the_comparison_shows_a_difference() {
    // The single intervals 0.0814-0.1215 and 0.1133-0.1600 overlap; the ratio's does not reach 1.
    let cases = [
        ((100, 135), true),
        ((100, 101), false), // overlap, and no difference
        ((100, 300), false), // a difference, and no overlap
    ];
    for ((a, b), flagged) in cases {
        let data = dataset(&format!(
            "group,emigrations,person_years,returned_5y\na,{a},1000,{a}\nb,{b},1000,{b}\n"
        ));
        let question = Question::new(Measure::Rate, ["group"]);
        let request = comparison::Request::new(question, names(&["a"]), 0.95);
        let found = comparison::comparison(&data, &request).unwrap();
        assert_eq!(found.rows[1].overlaps_but_differs, flagged, "{a} {b}");
        assert!(!found.rows[0].overlaps_but_differs);
    }
}

#[test]
fn shares_are_compared_by_their_difference() {
    let data = dataset("group,emigrations,returned_5y\na,70,56\nb,80,48\nc,0,0\n");
    let question = Question::new(Measure::ReturnShare, ["group"]);
    let request = comparison::Request::new(question, names(&["b"]), 0.95);
    let found = comparison::comparison(&data, &request).unwrap();
    let a = found.rows[0].difference.unwrap();
    assert!(found.rows[0].ratio.is_none());
    assert!(close(a.value.unwrap(), 0.2));
    // Newcombe (1998), table II, example (a), method 10.
    let limits = a.interval.unwrap();
    assert_eq!((limits.lower * 1e4).round(), 524.0);
    assert_eq!((limits.upper * 1e4).round(), 3339.0);
    assert_eq!(
        found.rows[2].difference.unwrap().status,
        Status::NoDenominator
    );
    // The Pearson statistic of the table 56 14 / 48 32 worked by hand.
    let (k, n) = (104.0 / 150.0, 46.0 / 150.0);
    let by_hand: f64 = [(56.0, 14.0, 70.0), (48.0, 32.0, 80.0)]
        .iter()
        .map(|(x, y, all)| {
            let (e, f) = (all * k, all * n);
            (x - e) * (x - e) / e + (y - f) * (y - f) / f
        })
        .sum();
    let test = found.heterogeneity.unwrap();
    assert!(close(test.pearson, by_hand), "{} {by_hand}", test.pearson);
    assert_eq!(test.degrees_of_freedom, 1);
}

#[test]
fn a_destination_share_is_compared_on_its_own_base() {
    let data = dataset(
        "group,destination,emigrations\n\
         a,origin,50\na,nordic,30\na,uk,10\na,unknown,10\nb,origin,10\nb,nordic,20\nb,uk,60\nb,unknown,10\n",
    );
    let measure = Measure::Share {
        of: "destination".to_owned(),
    };
    let question = Question::new(measure, ["group"]).filtered("destination", ["nordic"]);
    let rebased = question.clone().rebased(Rebase::to_known_new_country());
    for (question, difference) in [(question, 0.3 - 0.2), (rebased, 0.75 - 0.25)] {
        let request = comparison::Request::new(question, names(&["b"]), 0.95);
        let found = comparison::comparison(&data, &request).unwrap();
        let a = found.rows[0].difference.unwrap();
        assert!(close(a.value.unwrap(), difference), "{a:?}");
        assert!(found.heterogeneity.is_ok());
    }
}

#[test]
fn a_rate_that_was_only_printed_is_not_compared() {
    let description = r#"{"name": "p", "resources": [{"name": "t", "path": "t.csv"}]}"#;
    let files = [
        ("datapackage.json", description),
        ("t.csv", "group,return_share_percent\na,40\nb,50\n"),
    ];
    let data = open(&of_texts(&files)).unwrap();
    let question = Question::new(Measure::ReturnShare, ["group"]);
    let request = comparison::Request::new(question.clone(), names(&["b"]), 0.95);
    let found = comparison::comparison(&data, &request).unwrap();
    assert_eq!(found.rows[0].row.value, Some(0.4));
    assert_eq!(found.rows[0].interval, Err(Status::RangeOnly));
    let difference = found.rows[0].difference.unwrap();
    assert_eq!(
        (difference.value, difference.status),
        (None, Status::RangeOnly)
    );
    assert!(matches!(
        funnel::funnel(&data, &question),
        Err(Failure::Refused(_))
    ));
}

#[test]
fn categories_of_one_total_are_not_compared() {
    let data = dataset("destination,emigrations\norigin,6\nnordic,4\n");
    let measure = Measure::Share {
        of: "destination".to_owned(),
    };
    let question = Question::new(measure, ["destination"]);
    let request = comparison::Request::new(question.clone(), names(&["origin"]), 0.95);
    let refused = Err(Failure::SameTotal {
        dimension: "destination".to_owned(),
    });
    assert_eq!(comparison::comparison(&data, &request), refused);
    assert!(matches!(
        funnel::funnel(&data, &question),
        Err(Failure::SameTotal { .. })
    ));
}

fn standardise(data: &Dataset, standard: standardised::Standard) -> standardised::Standardised {
    let request = standardised::Request {
        by: names(&["group"]),
        over: names(&["age"]),
        standard,
        interval: standardised::DirectInterval::FayFeuer,
        scope: Scope::default(),
        level: 0.95,
    };
    standardised::standardised(data, &request).unwrap()
}

#[test]
fn standardising_by_hand_gives_the_same_rates() {
    let found = standardise(&dataset(TWO_GROUPS), standardised::Standard::Pooled);
    let row = |key: &str| found.rows.iter().find(|row| row.key == [key]).unwrap();
    assert_eq!(row("young").crude.value, Some(5.0 / 400.0));
    // Pooled exposure: 300 at 18 and 500 at 19.
    let young = (0.02 * 300.0 + 0.01 * 500.0) / 800.0;
    let old = (0.02 * 300.0 + 0.045 * 500.0) / 800.0;
    assert!(close(row("young").direct.value.unwrap(), young));
    assert!(close(row("old").direct.value.unwrap(), old));
    // Pooled rates: 6/300 and 12/500.
    let expected = 100.0 * 0.02 + 300.0 * 0.024;
    assert!(close(row("young").expected.unwrap(), expected));
    assert!(close(
        row("young").observed_expected.value.unwrap(),
        5.0 / expected
    ));
    assert!(row("young").small && !row("old").small);
    assert_eq!(found.standard_parts, [Ok((6.0, 300.0)), Ok((12.0, 500.0))]);
}

#[test]
fn a_group_standardised_to_itself_keeps_its_crude_rate() {
    let data = teaching();
    let majority = standardised::Standard::Group(names(&["majority"]));
    for over in [
        names(&["age"]),
        names(&["education"]),
        names(&["age", "education"]),
    ] {
        let request = standardised::Request {
            by: names(&["group"]),
            over,
            standard: majority.clone(),
            interval: standardised::DirectInterval::FayFeuer,
            scope: Scope::default(),
            level: 0.95,
        };
        let found = standardised::standardised(&data, &request).unwrap();
        for row in &found.rows {
            let (direct, crude) = (row.direct.value.unwrap(), row.crude.value.unwrap());
            let itself = row.key == ["majority"];
            assert_eq!(
                close(direct, crude),
                itself,
                "{:?} {direct} {crude}",
                row.key
            );
            assert_eq!(close(row.observed_expected.value.unwrap(), 1.0), itself);
            let limits = row.direct.interval.unwrap();
            assert!(limits.lower < direct && direct < limits.upper);
        }
    }
}

#[test]
fn a_stratum_without_people_is_named_and_not_guessed() {
    let data = dataset(
        "group,age,emigrations,person_years\na,18,1,10\na,19,1,10\nb,19,5,10\nc,18,:,10\nc,19,1,10\n",
    );
    let found = standardise(&data, standardised::Standard::Group(names(&["a"])));
    let statuses: Vec<Status> = found.rows.iter().map(|row| row.direct.status).collect();
    assert_eq!(
        statuses,
        [
            Status::Ok,
            Status::NoExposureInStratum,
            Status::SuppressedInput
        ]
    );
    // b has its own rates only where it has people: indirect standardisation still works.
    assert_eq!(found.rows[1].observed_expected.value, Some(5.0));
}

fn decompose(data: &Dataset, over: &[&str], ages: Ages) -> decomposition::Decomposition {
    let request = decomposition::Request {
        by: names(&["group"]),
        first: names(&["old"]),
        second: names(&["young"]),
        over: names(over),
        ages,
        scope: Scope::default(),
    };
    decomposition::decomposition(data, &request).unwrap()
}

#[test]
fn kitagawa_by_hand_gives_the_same_steps() {
    let found = decompose(&dataset(TWO_GROUPS), &["age"], Ages::Single);
    let steps = found.steps.unwrap();
    let composition = (0.5 - 0.25) * (0.02 + 0.02) / 2.0 + (0.5 - 0.75) * (0.045 + 0.01) / 2.0;
    let rates = (0.045 - 0.01) * (0.5 + 0.75) / 2.0;
    assert_eq!(
        steps.steps[0].cause,
        decomposition::Cause::Composition("age".to_owned())
    );
    assert!(close(steps.steps[0].effect, composition));
    assert!(close(steps.steps[1].effect, rates));
    assert_eq!(
        (steps.steps[0].from, steps.steps[1].to),
        (5.0 / 400.0, 13.0 / 400.0)
    );
    assert_eq!(steps.steps[0].to, steps.steps[1].from);
}

#[test]
fn two_compositions_add_up_over_merged_ages() {
    // Nobody of 18 has a degree: the two ages become one stratum, and 20 stays its own.
    let data = dataset(
        "group,age,education,emigrations,person_years\n\
         old,18,no,1,100\nold,18,yes,0,0\nold,19,no,2,100\nold,19,yes,3,50\nold,20,no,4,80\nold,20,yes,5,90\n\
         young,18,no,1,300\nyoung,18,yes,0,0\nyoung,19,no,2,100\nyoung,19,yes,1,20\nyoung,20,no,1,70\n\
         young,20,yes,1,30\n",
    );
    let refused = decompose(&data, &["age", "education"], Ages::Single);
    assert_eq!(refused.steps, Err(Status::NoExposureInStratum));
    let found = decompose(&data, &["age", "education"], Ages::MergedAsNeeded);
    assert!(!found.merged.is_empty());
    assert_eq!(found.labels[0], ["18-19", "20"]);
    assert_eq!(found.first[0], Ok((3.0, 200.0)));
    let steps = found.steps.unwrap();
    assert_eq!(steps.steps.len(), 3);
    let sum: f64 = steps.steps.iter().map(|step| step.effect).sum();
    assert!(close(sum, steps.gap) && close(steps.gap, 15.0 / 420.0 - 6.0 / 520.0));
    let bands = decompose(&data, &["age", "education"], Ages::From(vec![18, 20]));
    assert_eq!(bands.labels[0], ["18-19", "20"]);
    assert_eq!(bands.steps.unwrap(), steps);
}

#[test]
fn printed_steps_add_up_to_the_last_digit() {
    let data = teaching();
    let groups = data.codes("group");
    for over in [["age"].as_slice(), &["education"], &["age", "education"]] {
        for first in &groups {
            for second in &groups {
                let request = decomposition::Request {
                    by: names(&["group"]),
                    first: vec![first.clone()],
                    second: vec![second.clone()],
                    over: names(over),
                    ages: Ages::MergedAsNeeded,
                    scope: Scope::default(),
                };
                let found = decomposition::decomposition(&data, &request).unwrap();
                let steps = found.steps.unwrap();
                assert_eq!(steps.steps.last().unwrap().to, steps.rate1);
                assert_eq!(steps.steps[0].from, steps.rate2);
                for unit in [0.01, 0.001, 0.0001] {
                    let printed = steps.printed(unit).unwrap();
                    let sum: i64 = printed.effects.iter().sum();
                    assert_eq!(printed.rate2 + sum, printed.rate1);
                    for (step, printed) in steps.steps.iter().zip(&printed.effects) {
                        assert!((step.effect / unit - *printed as f64).abs() <= 1.0 + 1e-9);
                    }
                }
            }
        }
    }
}

#[test]
fn the_chance_over_three_ages_by_hand() {
    let data = dataset("age,emigrations,person_years\n18,20,1000\n19,20,1000\n20,30,1000\n");
    let request = cumulative::Request {
        by: vec![],
        rates: cumulative::Rates::Period,
        scope: Scope::default(),
        level: 0.95,
    };
    let found = cumulative::cumulative(&data, &request).unwrap();
    assert_eq!((found.widths, found.ages), (3.0, (18, 20)));
    let row = &found.rows[0];
    assert!(close(row.expected_moves.unwrap(), 0.07));
    assert!(close(row.chance.value.unwrap(), 1.0 - libm::exp(-0.07)));
    assert_eq!(row.method, cumulative::ChanceMethod::LogDelta);
}

#[test]
fn ages_18_to_35_are_18_widths() {
    let request = cumulative::Request {
        by: names(&["group"]),
        rates: cumulative::Rates::Period,
        scope: Scope::default(),
        level: 0.95,
    };
    let found = cumulative::cumulative(&teaching(), &request).unwrap();
    assert_eq!((found.widths, found.ages), (18.0, (18, 35)));
    assert_eq!(found.rows.len(), 5);
    for row in &found.rows {
        let chance = row.chance.value.unwrap();
        let limits = row.chance.interval.unwrap();
        assert!(0.0 < limits.lower && limits.lower < chance);
        assert!(chance < limits.upper && limits.upper < 1.0);
        assert!(chance < row.expected_moves.unwrap());
    }
}

#[test]
fn a_birth_cohort_follows_its_diagonal() {
    let data = dataset(
        "age,year,emigrations,person_years\n\
         18,2000,1,100\n18,2001,90,100\n19,2000,90,100\n19,2001,2,100\n",
    );
    let chance = |born| {
        let request = cumulative::Request {
            by: vec![],
            rates: cumulative::Rates::Cohort { born },
            scope: Scope::default(),
            level: 0.95,
        };
        cumulative::cumulative(&data, &request).unwrap().rows[0].clone()
    };
    assert!(close(chance(1982).expected_moves.unwrap(), 0.03));
    // Born in 1983: 18 in 2001, 19 after the last year of the table.
    assert_eq!(chance(1983).chance.status, Status::NotInTable);
}

#[test]
fn exactly_the_complete_cohorts_have_a_chance() {
    let data = teaching();
    let complete = cumulative::complete_cohorts(&data);
    assert_eq!(complete, (1982..=1988).collect::<Vec<i32>>());
    for born in 1980..1991 {
        let request = cumulative::Request {
            by: names(&["group"]),
            rates: cumulative::Rates::Cohort { born },
            scope: Scope::default(),
            level: 0.95,
        };
        let found = cumulative::cumulative(&data, &request).unwrap();
        for row in &found.rows {
            assert_eq!(
                row.chance.value.is_some(),
                complete.contains(&born),
                "{born}"
            );
        }
    }
}

#[test]
fn a_hole_in_the_ages_gives_no_chance() {
    let data = dataset("age,emigrations,person_years\n18,1,10\n20,1,10\n");
    let request = cumulative::Request {
        by: vec![],
        rates: cumulative::Rates::Period,
        scope: Scope::default(),
        level: 0.95,
    };
    assert_eq!(
        cumulative::cumulative(&data, &request),
        Err(Failure::Invalid)
    );
}

#[test]
fn the_margins_of_a_lexis_table_are_sum_over_sum() {
    let data = teaching();
    let request = lexis::Request {
        by: names(&["group"]),
        scope: Scope::default(),
    };
    let found = lexis::lexis(&data, &request).unwrap();
    assert_eq!(
        (found.ages.len(), found.years.len(), found.panels.len()),
        (18, 24, 5)
    );
    let sum = |rows: &mut dyn Iterator<Item = &measures::Row>| {
        rows.fold((0.0, 0.0), |(x, t), row| {
            (x + row.numerator.unwrap(), t + row.denominator.unwrap())
        })
    };
    for panel in &found.panels {
        for (cells, margin) in panel.cells.iter().zip(&panel.by_age) {
            let (x, t) = sum(&mut cells.iter());
            assert_eq!((margin.numerator, margin.denominator), (Some(x), Some(t)));
        }
        for (place, margin) in panel.by_year.iter().enumerate() {
            let (x, t) = sum(&mut panel.cells.iter().map(|cells| &cells[place]));
            assert_eq!((margin.numerator, margin.denominator), (Some(x), Some(t)));
        }
    }
}

fn trend_of(data: &Dataset, without: &[&str]) -> trend::Trends {
    let request = trend::Request {
        by: names(&["group"]),
        without: names(without),
        scope: Scope::default(),
        level: 0.95,
    };
    trend::trend(data, &request).unwrap()
}

#[test]
fn counts_that_double_every_year_rise_by_a_hundred_per_cent() {
    let mut csv = "group,year,emigrations,population_jan1,population_dec31\n".to_owned();
    for (year, x) in [(2000, 100), (2001, 200), (2002, 400), (2003, 800)] {
        csv += &format!("a,{year},{x},1000,1000\nb,{year},7,1000,1000\n");
    }
    let found = trend_of(&dataset(&csv), &[]);
    let doubling = found.rows[0].trend.unwrap();
    assert!(
        (doubling.change - 100.0).abs() < 1e-9,
        "{}",
        doubling.change
    );
    assert!(!doubling.overdispersed);
    assert_eq!(doubling.interval, doubling.trend.poisson);
    for point in &found.rows[0].points {
        assert!((point.fitted.unwrap() / point.row.value.unwrap() - 1.0).abs() < 1e-9);
    }
    assert!(found.rows[1].trend.unwrap().change.abs() < 1e-9);
}

#[test]
fn a_fitted_curve_ends_with_the_years_it_was_fitted_to() {
    let mut csv = "group,year,emigrations,population_jan1,population_dec31\n".to_owned();
    for (place, year) in (2015..2024).enumerate() {
        csv += &format!("a,{year},{},1000,1000\n", 40 + place);
    }
    let found = trend_of(&dataset(&csv), &["2015", "2016", "2020", "2023"]);
    let points = found.rows[0].points.iter();
    let fitted = points.filter(|point| point.fitted.is_some());
    let years: Vec<i32> = fitted.map(|point| point.year).collect();
    assert_eq!(years, [2017, 2018, 2019, 2020, 2021, 2022]);
}

#[test]
fn years_left_out_do_not_bend_the_trend() {
    let mut csv = "group,year,emigrations,population_jan1,population_dec31\n".to_owned();
    for year in 2015..2024 {
        let x = if (2020..2022).contains(&year) {
            10
        } else {
            100
        };
        csv += &format!("a,{year},{x},1000,1000\n");
    }
    let data = dataset(&csv);
    let all = trend_of(&data, &[]).rows[0].trend.unwrap();
    assert!(all.overdispersed && all.interval == all.trend.quasi);
    let kept = trend_of(&data, &trend::PANDEMIC);
    assert_eq!(kept.without, ["2020", "2021"]);
    let row = &kept.rows[0];
    assert!(row.trend.unwrap().change.abs() < 1e-9);
    assert_eq!(row.trend.unwrap().trend.years, 7);
    assert_eq!(row.points.iter().filter(|point| point.used).count(), 7);
    assert_eq!(row.points.len(), 9);
}

#[test]
fn unknown_destinations_give_bounds_round_the_re_based_share() {
    let data = dataset(
        "group,destination,emigrations\na,origin,30\na,nordic,50\na,unknown,20\nb,origin,0\nb,nordic,5\nb,unknown,5\n\
         c,nordic,5\nc,unknown,5\n",
    );
    let at = |q| {
        let request = bounds::Request::to_origin(names(&["group"]), q, Scope::default(), 0.95);
        bounds::bounds(&data, &request)
    };
    let found = at(0.25).unwrap();
    let a = found.rows[0].bounds.unwrap();
    assert_eq!(a.rebased, Some(30.0 / 80.0));
    assert_eq!((a.bounds.lower, a.bounds.upper), (0.3, 0.5));
    assert_eq!(a.at_assumption, 0.35);
    assert!(a.outer.lower < 0.3 && a.outer.upper > 0.5);
    let b = found.rows[1].bounds.unwrap();
    assert_eq!((b.bounds.lower, b.bounds.upper), (0.0, 0.5));
    // Nothing tells how many of the third came back.
    assert_eq!(found.rows[2].bounds, Err(Status::NotInTable));
    assert_eq!(at(0.0).unwrap().rows[0].bounds.unwrap().at_assumption, 0.3);
    assert_eq!(at(1.0).unwrap().rows[0].bounds.unwrap().at_assumption, 0.5);
    assert_eq!(at(1.1), Err(Failure::Invalid));
}

#[test]
fn groups_at_the_pooled_rate_lie_inside_the_funnel() {
    let data = dataset(
        "origin,emigrations,person_years\na,90,10000\nb,10,1000\nc,1,100\nd,60,3000\ne,0,0\n",
    );
    let found = funnel::funnel(&data, &Question::new(Measure::Rate, ["origin"])).unwrap();
    assert_eq!(found.target.value, Some(161.0 / 14100.0));
    let positions: Vec<Result<Position, Status>> = found
        .rows
        .iter()
        .map(|row| row.limits.map(|limits| limits.inner_position))
        .collect();
    assert_eq!(
        positions,
        [
            Ok(Position::Below),
            Ok(Position::Inside),
            Ok(Position::Inside),
            Ok(Position::Above),
            Err(Status::NoExposure)
        ]
    );
    assert!(close(found.outside_by_chance, 0.2));
    assert_eq!(
        (found.curve[0].size, found.curve[59].size),
        (100.0, 10000.0)
    );
    for point in &found.curve {
        assert!(point.outer.lower <= point.inner.lower && point.inner.upper < point.outer.upper);
    }
}

#[test]
fn the_funnel_of_origins_pools_exactly_these_origins() {
    let data = teaching();
    let question = Question::new(Measure::Rate, ["origin"]);
    let found = funnel::funnel(&data, &question).unwrap();
    let events: f64 = found.rows.iter().filter_map(|row| row.row.numerator).sum();
    assert_eq!(found.target.numerator, Some(events));
    let returns = Question::new(Measure::ReturnShare, ["origin"]);
    let found = funnel::funnel(&data, &returns).unwrap();
    assert!(found.rows.iter().all(|row| row.limits.is_ok()));
    assert_eq!(found.rows.len(), 19);
}

#[test]
fn suppressed_cells_become_a_range_and_never_a_point() {
    let data = dataset(
        "group,year,emigrations,population_jan1,population_dec31\n\
         a,2000,10,100,100\na,2001,:,100,100\na,2002,:,100,100\n\
         b,2000,5,100,100\nb,2001,6,100,100\nb,2002,,100,100\n\
         c,2000,5,50,50\nc,2001,6,50,50\nc,2002,7,50,50\n",
    );
    let request = suppressed::Request::new(names(&["group"]), Scope::default(), 0.95);
    let found = suppressed::suppressed(&data, &request).unwrap();
    let a = found.rows[0].range.unwrap();
    assert_eq!((a.events_min, a.events_max), (12.0, 18.0));
    let range = a.range.unwrap();
    assert_eq!((range.rate.lower, range.rate.upper), (0.04, 0.06));
    assert!(range.outer.lower < 0.04 && range.outer.upper > 0.06);
    assert_eq!(found.rows[1].range, Err(Status::MissingInput));
    let c = found.rows[2].range.unwrap();
    assert_eq!((c.events_min, c.events_max), (18.0, 18.0));
    let plain = answer(&data, &Question::new(Measure::Rate, ["group"])).unwrap();
    assert_eq!(plain.rows[2].value, Some(c.range.unwrap().rate.lower));
}

#[test]
fn a_return_curve_has_a_point_and_an_interval_a_year() {
    let request = return_curve::Request {
        by: names(&["group"]),
        scope: Scope::default(),
        interval: IntervalMethod::default_for(&Measure::ReturnCurve),
        level: 0.95,
    };
    let found = return_curve::return_curve(&teaching(), &request).unwrap();
    assert_eq!(found.curves.len(), 5);
    for curve in &found.curves {
        let years: Vec<i32> = curve.points.iter().map(|point| point.years).collect();
        assert_eq!(years, (1..=10).collect::<Vec<i32>>());
        for point in &curve.points {
            let (value, limits) = (point.row.value.unwrap(), point.interval.unwrap());
            assert!(limits.lower < value && value < limits.upper);
        }
    }
}

#[test]
fn joint_intervals_are_wider_than_single_ones() {
    let measure = Measure::Share {
        of: "destination".to_owned(),
    };
    let question =
        Question::new(measure, ["group", "destination"]).filtered("destination", ["origin"]);
    let found = distribution::distribution(&teaching(), &question, 0.95).unwrap();
    assert_eq!(found.groups.len(), 5);
    for group in &found.groups {
        let total: f64 = group.rows.iter().filter_map(|row| row.value).sum();
        assert!(
            close(total, 1.0),
            "the filter leaves the whole distribution"
        );
        for (row, joint) in group.rows.iter().zip(group.intervals.as_ref().unwrap()) {
            let wilson = IntervalMethod::default_for(&Measure::ReturnShare);
            let single = measures::interval(row, wilson, 0.95).unwrap();
            assert!(joint.lower < single.lower && single.upper < joint.upper);
        }
    }
}

/// Group, age, year, emigrations, person-years.
type RandomRow = (u8, u8, u8, u16, u16);

fn random_rows() -> impl Strategy<Value = Vec<RandomRow>> {
    prop::collection::vec((0..200_u16, 1..900_u16), 2 * 3 * 4).prop_map(|cells| {
        cells
            .into_iter()
            .enumerate()
            .map(|(index, (x, t))| {
                let index = index as u8;
                (index / 12, index / 4 % 3, index % 4, x, t)
            })
            .collect()
    })
}

fn random_dataset(rows: &[RandomRow]) -> Dataset {
    let mut csv = "group,age,year,emigrations,person_years\n".to_owned();
    for (g, a, y, x, t) in rows {
        csv += &format!("g{g},{},{},{x},{t}.5\n", 18 + a, 2000 + u16::from(*y));
    }
    dataset(&csv)
}

/// Events and exposure by group and age, added up in a map.
fn naive(rows: &[RandomRow]) -> BTreeMap<(u8, u8), (f64, f64)> {
    let mut sums: BTreeMap<(u8, u8), (f64, f64)> = BTreeMap::new();
    for (g, a, _, x, t) in rows {
        let sum = sums.entry((*g, *a)).or_default();
        sum.0 += f64::from(*x);
        sum.1 += f64::from(*t) + 0.5;
    }
    sums
}

proptest! {
    #[test]
    fn standardised_rates_equal_the_obvious_computation(rows in random_rows()) {
        let data = random_dataset(&rows);
        let sums = naive(&rows);
        let found = standardise(&data, standardised::Standard::Group(names(&["g1"])));
        let total: f64 = (0..3).map(|a| sums[&(1, a)].1).sum();
        for group in 0..2_u8 {
            let direct: f64 = (0..3)
                .map(|a| sums[&(1, a)].1 / total * (sums[&(group, a)].0 / sums[&(group, a)].1))
                .sum();
            let expected: f64 = (0..3)
                .map(|a| sums[&(1, a)].0 / sums[&(1, a)].1 * sums[&(group, a)].1)
                .sum();
            let row = &found.rows[usize::from(group)];
            prop_assert!(close(row.direct.value.unwrap(), direct));
            prop_assert!(close(row.expected.unwrap(), expected));
        }
    }

    #[test]
    fn steps_run_from_one_crude_rate_to_the_other(rows in random_rows()) {
        let data = random_dataset(&rows);
        let request = decomposition::Request {
            by: names(&["group"]),
            first: names(&["g0"]),
            second: names(&["g1"]),
            over: names(&["age"]),
            ages: Ages::Single,
            scope: Scope::default(),
        };
        let found = decomposition::decomposition(&data, &request).unwrap();
        let steps = found.steps.unwrap();
        let crude = answer(&data, &Question::new(Measure::Rate, ["group"])).unwrap();
        prop_assert!(close(steps.rate1, crude.value(&["g0"]).unwrap()));
        prop_assert!(close(steps.rate2, crude.value(&["g1"]).unwrap()));
        let sum: f64 = steps.steps.iter().map(|step| step.effect).sum();
        prop_assert!((sum - steps.gap).abs() < 1e-13 * (steps.rate1 + steps.rate2 + 1e-300));
        let terms: f64 = steps.rate_terms.iter().sum();
        prop_assert_eq!(terms, steps.steps[1].effect);
        // The other way round every effect changes its sign.
        let back = decomposition::decomposition(&data, &decomposition::Request {
            first: request.second.clone(),
            second: request.first.clone(),
            ..request
        }).unwrap().steps.unwrap();
        for (there, back) in steps.steps.iter().zip(&back.steps) {
            prop_assert_eq!(there.effect, -back.effect);
        }
    }

    #[test]
    fn a_longer_span_never_lowers_the_chance(rows in random_rows()) {
        let data = random_dataset(&rows);
        let sums = naive(&rows);
        let chance = |ages: &[&str]| {
            let request = cumulative::Request {
                by: names(&["group"]),
                rates: cumulative::Rates::Period,
                scope: Scope::default().filtered("age", ages.iter().copied()),
                level: 0.95,
            };
            cumulative::cumulative(&data, &request).unwrap().rows
        };
        let (short, long) = (chance(&["18", "19"]), chance(&["18", "19", "20"]));
        for (group, (short, long)) in (0..2_u8).zip(short.iter().zip(&long)) {
            prop_assert!(short.chance.value <= long.chance.value);
            let moves: f64 = (0..3).map(|a| sums[&(group, a)].0 / sums[&(group, a)].1).sum();
            prop_assert!(close(long.chance.value.unwrap(), 1.0 - libm::exp(-moves)));
        }
    }

    #[test]
    fn comparing_the_other_way_round_inverts_the_ratio(rows in random_rows()) {
        let data = random_dataset(&rows);
        let against = |reference: &str| {
            let question = Question::new(Measure::Rate, ["group"]);
            let request = comparison::Request::new(question, names(&[reference]), 0.9);
            comparison::comparison(&data, &request).unwrap()
        };
        let (one, other) = (against("g1"), against("g0"));
        if let (Some(Ok(there)), Some(Ok(back))) = (&one.rows[0].ratio, &other.rows[1].ratio)
            && let (Limit::Finite(ratio), Limit::Finite(inverse)) = (there.ratio, back.ratio) {
                prop_assert!(ratio == 0.0 || (ratio * inverse - 1.0).abs() < 1e-12);
                let (Some((lower, _)), Some((_, Limit::Finite(upper)))) = (there.limits, back.limits) else {
                    return Ok(());
                };
                prop_assert!(lower == 0.0 || (lower * upper - 1.0).abs() < 1e-9);
            }
        let (there, back) = (one.rows[0].difference.unwrap(), other.rows[1].difference.unwrap());
        prop_assert_eq!(there.value.unwrap(), -back.value.unwrap());
        prop_assert_eq!(there.interval.unwrap().lower, -back.interval.unwrap().upper);
    }
}

#[test]
fn everything_for_all_origins_has_an_answer() {
    let data = teaching();
    let groups = Scope::default();
    let by_origin = names(&["origin"]);
    let rate = Question::new(Measure::Rate, ["origin"]);
    let reference = names(&["pakistan"]);
    let mut counts = Vec::new();
    let begin = Instant::now();
    for question in [
        rate.clone(),
        Question::new(Measure::ReturnShare, ["origin"]),
    ] {
        let request = comparison::Request::new(question.clone(), reference.clone(), 0.9);
        counts.push(comparison::comparison(&data, &request).unwrap().rows.len());
        counts.push(funnel::funnel(&data, &question).unwrap().rows.len());
    }
    let request = standardised::Request {
        by: by_origin.clone(),
        over: names(&["education"]),
        standard: standardised::Standard::Pooled,
        interval: standardised::DirectInterval::FayFeuer,
        scope: groups.clone(),
        level: 0.9,
    };
    counts.push(
        standardised::standardised(&data, &request)
            .unwrap()
            .rows
            .len(),
    );
    let request = bounds::Request::to_origin(by_origin.clone(), 0.5, groups.clone(), 0.9);
    counts.push(bounds::bounds(&data, &request).unwrap().rows.len());
    let request = suppressed::Request::new(by_origin.clone(), groups.clone(), 0.9);
    counts.push(suppressed::suppressed(&data, &request).unwrap().rows.len());
    for origin in data.codes("origin") {
        let request = decomposition::Request {
            by: by_origin.clone(),
            first: vec![origin],
            second: reference.clone(),
            over: names(&["education"]),
            ages: Ages::Single,
            scope: groups.clone(),
        };
        let found = decomposition::decomposition(&data, &request).unwrap();
        assert!(found.steps.is_ok());
    }
    println!("all statistics for 19 origins: {:?}", begin.elapsed());
    let origins = Instant::now();
    let by_group = names(&["group"]);
    let request = trend::Request {
        by: by_group.clone(),
        without: names(&trend::PANDEMIC),
        scope: groups.clone(),
        level: 0.9,
    };
    assert!(
        trend::trend(&data, &request)
            .unwrap()
            .rows
            .iter()
            .all(|row| row.trend.is_ok())
    );
    println!("trend of 5 groups: {:?}", origins.elapsed());
    let request = cumulative::Request {
        by: by_group.clone(),
        rates: cumulative::Rates::Cohort { born: 1985 },
        scope: groups.clone(),
        level: 0.9,
    };
    let chances = cumulative::cumulative(&data, &request).unwrap();
    assert!(
        chances
            .rows
            .iter()
            .all(|row| row.chance.status == Status::Ok)
    );
    println!("and cohort chance: {:?}", origins.elapsed());
    let request = lexis::Request {
        by: by_group,
        scope: groups,
    };
    assert!(lexis::lexis(&data, &request).is_ok());
    println!("and Lexis: {:?}", origins.elapsed());
    assert_eq!(counts, [19; 7]);
}

#[test]
fn remarks_of_the_answer_travel_with_the_analysis() {
    let request = standardised::Request {
        by: names(&["origin"]),
        over: names(&["education"]),
        standard: standardised::Standard::Pooled,
        interval: standardised::DirectInterval::FayFeuer,
        scope: Scope::default(),
        level: 0.95,
    };
    let found = standardised::standardised(&teaching(), &request).unwrap();
    let covers =
        |note: &Note| matches!(note, Note::CoversOnly { dimension, .. } if dimension == "group");
    assert!(found.notes.iter().any(covers));
}
