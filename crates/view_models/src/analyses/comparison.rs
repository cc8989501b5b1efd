//! Every group against a reference group.

use ::explain::{of_difference, of_differing, of_heterogeneity, of_ratio, reason};
use data::Dataset;
use figures::sheet::{Marker, Reference, Scale};
use figures::theme::Hue;
use measures::analysis::Failure;
use measures::analysis::comparison::{
    Compared, DifferenceMethod, RatioMethod, Request, comparison,
};
use measures::{Measure, Question, answer, codes_of};
use stats::Interval;
use text::case::small_first as within;
use text::kinds::{self, filled};
use text::{Lang, analyses as words, calculator, explain, methods, number, places};

use super::builder::{AnalysisBuilder, Named, named, plain};
use super::page::Line;
use super::picture::{Dotted, Form, Spot};

/// Offers a rate or a share of a group; gives the question and how a sentence about it begins.
pub(super) fn choose_measure(desk: &mut AnalysisBuilder, by: &str) -> (Question, &'static str) {
    let lang = desk.lang;
    let known = known_measures(desk.dataset, by);
    let choices = match known.as_slice() {
        // The reason is that of the first.
        [] => &MEASURES[..1],
        known => known,
    };
    let label = |name: &str| match name {
        "return_share" => words::return_share(lang),
        "origin_share" => words::origin_share(lang),
        _ => words::rate(lang),
    };
    let choices = choices.iter();
    let choices = choices.map(|name| ((*name).to_owned(), label(name).to_owned()));
    let measure = desk.choose("measure", words::measure(lang), choices.collect(), "rate");
    let said = match measure.as_str() {
        "return_share" => words::the_return_share(lang),
        "origin_share" => words::the_origin_share(lang),
        _ => words::the_rate(lang),
    };
    (asked(&measure, by), said)
}

/// What groups can be compared by.
const MEASURES: [&str; 3] = ["rate", "return_share", "origin_share"];

/// The question of a measure.
fn asked(measure: &str, by: &str) -> Question {
    match measure {
        "return_share" => Question::new(Measure::ReturnShare, [by]),
        "origin_share" => {
            let of = "destination_kind".to_owned();
            let question = Question::new(Measure::Share { of }, [by]);
            question.filtered("destination_kind", ["origin"])
        }
        _ => Question::new(Measure::Rate, [by]),
    }
}

/// Those of which a data set has a number at least.
pub(super) fn known_measures(dataset: &Dataset, by: &str) -> Vec<&'static str> {
    let mut known = MEASURES.to_vec();
    known.retain(|measure| {
        let found = answer(dataset, &asked(measure, by));
        found.is_ok_and(|answer| answer.rows.iter().any(|row| row.value.is_some()))
    });
    known
}

/// The name of a measure in a caption.
pub(super) fn caption(question: &Question, lang: Lang) -> &'static str {
    match question.measure {
        Measure::Rate => words::rate(lang),
        Measure::ReturnShare => words::return_share(lang),
        _ => words::origin_share(lang),
    }
}

/// A group as a dot: the ratio or the difference, in points of a per cent.
fn drawn(desk: &AnalysisBuilder, row: &Compared, is_rate: bool) -> Spot {
    let hue = row.row.key.first().and_then(|code| desk.hue(code));
    if row.is_reference {
        let at = if is_rate { 1.0 } else { 0.0 };
        let decimals = if is_rate { 2 } else { 1 };
        return Spot {
            hue,
            marker: Marker::Square,
            absent: None,
            text: number::decimal(at, 0, desk.lang),
            between: String::new(),
            ..desk.spot(Some(at), None, Form::plain(decimals))
        };
    }
    let spot = if is_rate {
        match &row.ratio {
            Some(Ok(ratio)) => match (ratio.ratio.finite(), ratio.limits) {
                (Some(value), Some((lower, upper))) if value > 0.0 => {
                    let limits = Interval {
                        lower,
                        upper: upper.finite().unwrap_or(f64::INFINITY),
                    };
                    let spot = desk.spot(Some(value), Some(limits), Form::plain(2));
                    Spot {
                        // A limit of zero or without bound is an arrow.
                        lower: Some(lower).filter(|lower| *lower > 0.0),
                        upper: upper.finite(),
                        between: match upper.finite() {
                            Some(_) => spot.between.clone(),
                            None => explain::from_to(
                                desk.lang,
                                &number::decimal(lower, 2, desk.lang),
                                None,
                            ),
                        },
                        ..spot
                    }
                }
                _ => Spot {
                    absent: Some(reason(ratio.status, desk.lang).to_owned()),
                    ..Spot::default()
                },
            },
            Some(Err(status)) => Spot {
                absent: Some(reason(*status, desk.lang).to_owned()),
                ..Spot::default()
            },
            None => Spot::default(),
        }
    } else {
        match row.difference {
            Some(estimate) => {
                let limits = estimate.interval.map(|limits| Interval {
                    lower: limits.lower * 100.0,
                    upper: limits.upper * 100.0,
                });
                let value = estimate.value.map(|value| value * 100.0);
                let spot = desk.spot(value, limits, Form::plain(1));
                let text = match value {
                    Some(value) if value > 0.0 => format!("+{}", spot.text),
                    _ => spot.text.clone(),
                };
                Spot {
                    absent: value
                        .is_none()
                        .then(|| reason(estimate.status, desk.lang).to_owned()),
                    // A dash between two signed numbers cannot be read.
                    between: limits.map_or(String::new(), |limits| {
                        let of = |value| number::decimal(value, 1, desk.lang);
                        explain::from_to(desk.lang, &of(limits.lower), Some(&of(limits.upper)))
                    }),
                    text,
                    ..spot
                }
            }
            None => Spot::default(),
        }
    };
    Spot {
        hue,
        row: Some(row.row.clone()),
        ..spot
    }
}

/// Offers the intervals of a rate ratio.
fn choose_ratio(desk: &mut AnalysisBuilder) -> RatioMethod {
    let lang = desk.lang;
    let name = |id: &str| methods::method(lang, id).map_or("", |method| method.name);
    let known = [
        (
            "exact",
            calculator::conditional_exact(lang),
            RatioMethod::Exact,
        ),
        ("midp", name("rate_ratio_midp"), RatioMethod::MidP),
        ("wald", name("rate_ratio_wald"), RatioMethod::Wald),
    ];
    let choices = known.map(|(name, label, _)| (name.to_owned(), label.to_owned()));
    let chosen = desk.choose("ratio", words::ratio_interval(lang), choices.to_vec(), "");
    let found = known.into_iter().find(|(name, ..)| *name == chosen);
    found.map_or(RatioMethod::Exact, |(.., method)| method)
}

pub(super) fn fill(desk: &mut AnalysisBuilder) -> Result<(), Failure> {
    let (lang, level, dataset) = (desk.lang, desk.level, desk.dataset);
    let (question, what) = choose_measure(desk, &desk.of.clone());
    let question = desk.choose_year(question);
    let usual = desk.usual_reference(&question, "");
    let reference = desk.choose_group("reference", words::reference(lang), None, &usual);
    let reference_place = desk.group_place(&reference);
    let mut others = codes_of(dataset, &desk.of);
    others.retain(|code| *code != reference);
    let others = match others.as_slice() {
        [other] => desk.group_place(other),
        _ => places::in_others(lang, &desk.of),
    };
    desk.page.question = words::asks_comparison(lang, &within(what), &reference_place, &others);
    let mut request = Request::new(question.clone(), vec![reference], level);
    request.own = desk.choose_method(&question);
    let is_rate = question.measure == Measure::Rate;
    if is_rate {
        request.ratio = choose_ratio(desk);
    }
    let found = comparison(dataset, &request)?;
    desk.pool(&question, &found.table);

    let mut lines = Vec::new();
    let mut values: Vec<Named> = Vec::new();
    let (mut heads, mut spots): (Vec<String>, Vec<Spot>) = (Vec::new(), Vec::new());
    let (mut compared, mut differ) = (0, 0);
    for row in &found.rows {
        let head = desk.name(&found.by, &row.row.key);
        let at = desk.place(&found.by, &row.row.key);
        let of_answer = (
            found.table.as_str(),
            found.by.as_slice(),
            found.notes.as_slice(),
        );
        let mut cells = desk.row(&question, of_answer, &row.row).to_vec();
        values.extend(cells.first().and_then(|cell| named(&at, cell)));
        heads.push(desk.short_name(&found.by, &row.row.key));
        let drawn = drawn(desk, row, is_rate);
        if row.is_reference {
            let explain = cells.first().and_then(|cell| cell.explain.clone());
            spots.push(Spot { explain, ..drawn });
            let empty = if is_rate { 4 } else { 2 };
            cells.extend((0..empty).map(|_| plain("")));
            cells.push(plain(words::is_reference(lang)));
            lines.push(Line { head, cells });
            continue;
        }
        if is_rate {
            let method = request.ratio;
            cells.extend(desk.numbers(of_ratio(dataset, &found, row, method, level, lang)));
        }
        let method = DifferenceMethod::Score;
        let difference = of_difference(dataset, &question, &found, row, method, level, lang);
        let difference = desk.numbers(difference);
        // What is drawn is the ratio of rates, and the difference of shares.
        let explain = match is_rate {
            true => cells.get(2).and_then(|cell| cell.explain.clone()),
            false => difference[0].explain.clone(),
        };
        spots.push(Spot { explain, ..drawn });
        if let Some(estimate) = row.difference
            && let (Some(_), Some(interval)) = (estimate.value, estimate.interval)
        {
            compared += 1;
            differ += usize::from(interval.lower > 0.0 || interval.upper < 0.0);
        }
        cells.extend(difference);
        cells.push(plain(if row.overlaps_but_differs {
            words::overlap_mark(lang)
        } else {
            ""
        }));
        lines.push(Line { head, cells });
    }
    let are_alike = desk.are_alike(&question);
    if are_alike {
        desk.answer_extremes(question.measure.name(), what, &values);
    }
    if are_alike && compared > 0 {
        let told = of_differing(dataset, &question, &found, lang);
        if compared > 1 {
            let all = number::small(lang, compared);
            let say = match differ {
                0 => words::none_differ,
                differ if differ == compared => words::all_differ,
                _ => words::so_many_differ,
            };
            let count = match differ == 0 || differ == compared {
                true => all,
                false => explain::so_many_of(lang, &number::small(lang, differ), &all),
            };
            let count = desk.lead(&count, told);
            desk.say(say(lang, &count, &reference_place));
        } else if differ == 1 {
            desk.say(words::differs(lang).to_owned());
        } else {
            desk.say(words::may_not_differ(lang).to_owned());
        }
    }
    let stub = desk.group_heading();
    let name = caption(&question, lang);
    let interval = words::interval(lang);
    let mut columns = vec![stub.as_str(), name, interval];
    if is_rate {
        columns.extend([words::ratio(lang), interval]);
    }
    columns.extend([words::difference(lang), interval, words::remark(lang)]);
    let title = desk.with_interval(name);
    desk.table(&title, &columns, lines);
    let form = if is_rate {
        Form::plain(2)
    } else {
        Form::plain(1)
    };
    let measured = match is_rate {
        true => words::ratio(lang),
        false => words::difference(lang),
    };
    let series = Dotted {
        key: "comparison",
        label: measured,
        hue: Hue::Neutral,
        spots,
    };
    let (mut panel, numbers) = desk.dots(&stub, &heads, vec![series], form);
    if is_rate {
        panel.y.scale = Scale::Log;
        panel.y.title = kinds::ratio_axis(lang).to_owned();
    } else {
        panel.y.title = kinds::difference_axis(lang).to_owned();
    }
    panel.y.from_zero = false;
    panel.lines = vec![Reference {
        at: if is_rate { 1.0 } else { 0.0 },
        label: match is_rate {
            true => {
                let name = desk.short_name(&found.by, &found.reference);
                filled(kinds::equal_to(lang), &[("group", &name)])
            }
            false => kinds::no_difference(lang).to_owned(),
        },
    }];
    let whiskers = filled(kinds::whiskers(lang), &[("level", &desk.level_text())]);
    let measured = desk.measured(question.measure.name());
    desk.draw(&measured, vec![(panel, numbers)], vec![whiskers]);

    let [test, _] = desk.numbers(of_heterogeneity(dataset, &question, &found, lang));
    let line = Line {
        head: words::test(lang).to_owned(),
        cells: vec![test],
    };
    let heading = words::heterogeneity(lang);
    desk.table(heading, &["", "G²"], vec![line]);
    desk.note(words::overlap(lang));
    if differ == compared {
        desk.note(methods::size_not_p(lang));
    }
    desk.remarks(&found.notes);
    desk.assume(methods::complete_register(lang));
    if is_rate {
        desk.assume(methods::independence(lang));
    }
    Ok(())
}
