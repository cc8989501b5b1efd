//! Rates as they are, and as they would be with a common composition.

use explain::{of_direct, of_observed_expected, reason};
use figures::sheet::Marker;
use figures::theme::Hue;
use measures::analysis::standardised::{DirectInterval, Request, Standard, standardised};
use measures::analysis::{Failure, Scope};
use measures::{Measure, Question, Row, is_answerable};
use text::kinds::{self, filled};
use text::{analyses as words, calculator, methods, notes::caveats};

use super::builder::{AnalysisBuilder, Named, named};
use super::page::Line;
use super::picture::{Dotted, Form, Spot};

/// Offers age, education or both.
pub(super) fn choose_over(desk: &mut AnalysisBuilder, label: &str) -> Vec<String> {
    let lang = desk.lang;
    let all = [
        ("age", words::age(lang)),
        ("education", words::education(lang)),
        ("age-education", words::age_and_education(lang)),
    ];
    let is_known = |(name, _): &&(&str, &str)| {
        let parts: Vec<&str> = name.split('-').collect();
        is_answerable(desk.dataset, &desk.by_groups(Measure::Rate, &parts))
    };
    let mut known: Vec<&(&str, &str)> = all.iter().filter(is_known).collect();
    // Where there is none of them, the reason is that of the first.
    if known.is_empty() {
        known.extend(all.first());
    }
    let choices = known.into_iter();
    let choices = choices.map(|(name, label)| ((*name).to_owned(), (*label).to_owned()));
    let over = desk.choose("over", label, choices.collect(), "age");
    over.split('-').map(str::to_owned).collect()
}

/// Offers the intervals of a directly standardised rate.
fn choose_interval(desk: &mut AnalysisBuilder) -> DirectInterval {
    let lang = desk.lang;
    let known = [
        (
            "fay_feuer",
            calculator::fay_feuer(lang),
            DirectInterval::FayFeuer,
        ),
        (
            "dobson_byar",
            calculator::dobson_byar(lang),
            DirectInterval::DobsonByar,
        ),
    ];
    let choices = known.map(|(name, label, _)| (name.to_owned(), label.to_owned()));
    let chosen = desk.choose("method", kinds::choose_method(lang), choices.to_vec(), "");
    let found = known.into_iter().find(|(name, ..)| *name == chosen);
    found.map_or(DirectInterval::FayFeuer, |(.., interval)| interval)
}

pub(super) fn fill(desk: &mut AnalysisBuilder) -> Result<(), Failure> {
    let (lang, level, dataset) = (desk.lang, desk.level, desk.dataset);
    desk.page.question = words::asks_standardised(lang).to_owned();
    let over = choose_over(desk, words::over(lang));
    let pooled = ("pooled", words::pooled(lang));
    let standard = desk.choose_group("standard", words::standard(lang), Some(pooled), "pooled");
    let interval = choose_interval(desk);
    let found = standardised(
        dataset,
        &Request {
            by: desk.groups(),
            over,
            standard: if standard == "pooled" {
                Standard::Pooled
            } else {
                Standard::Group(vec![standard])
            },
            interval,
            scope: Scope::default(),
            level,
        },
    )?;
    let mut lines = Vec::new();
    let mut values: Vec<Named> = Vec::new();
    let mut heads = Vec::new();
    let mut spots: [Vec<Spot>; 2] = [Vec::new(), Vec::new()];
    for row in &found.rows {
        let head = desk.name(&found.by, &row.key);
        let at = desk.place(&found.by, &row.key);
        let of_answer = (
            found.table.as_str(),
            found.by.as_slice(),
            found.notes.as_slice(),
        );
        let crude = desk.crude(of_answer, &row.key, row.whole);
        let direct = desk.numbers(of_direct(dataset, &found, row, interval, level, lang));
        let ratio = desk.numbers(of_observed_expected(dataset, &found, row, level, lang));
        values.extend(named(&at, &direct[0]));
        heads.push(desk.short_name(&found.by, &row.key));
        let told = [&crude[0], &direct[0]].map(|cell| cell.explain.clone());
        let estimates = [row.crude, row.direct].into_iter().zip(told);
        for (spots, (estimate, explain)) in spots.iter_mut().zip(estimates) {
            let spot = desk.spot(estimate.value, estimate.interval, Form::percent(2));
            spots.push(Spot {
                absent: estimate
                    .value
                    .is_none()
                    .then(|| reason(estimate.status, lang).to_owned()),
                explain,
                row: row.whole.ok().map(|(events, exposure)| Row {
                    key: row.key.clone(),
                    numerator: Some(events),
                    denominator: Some(exposure),
                    value: estimate.value,
                    status: estimate.status,
                    left_out: None,
                    rounding: None,
                }),
                ..spot
            });
        }
        let cells = crude.into_iter().chain(direct).chain(ratio).collect();
        lines.push(Line { head, cells });
    }
    // What differs in composition is evened out; the rest must be the same.
    let by = found.by.iter().chain(&found.over).map(String::as_str);
    let question = Question::new(Measure::Rate, by);
    desk.pool(&question, &found.table);
    if desk.are_alike(&question) {
        desk.answer_extremes("rate", words::the_standardised_rate(lang), &values);
    }
    let stub = desk.group_heading();
    let interval = words::interval(lang);
    let columns = [
        stub.as_str(),
        words::crude(lang),
        interval,
        words::direct(lang),
        interval,
        words::observed_expected(lang),
        interval,
    ];
    let title = desk.with_interval(words::rate(lang));
    desk.table(&title, &columns, lines);
    let [crude, direct] = spots;
    let series = |key, label, hue, marker: Marker, spots: Vec<Spot>| Dotted {
        key,
        label,
        hue,
        spots: spots
            .into_iter()
            .map(|spot| Spot { marker, ..spot })
            .collect(),
    };
    let series = vec![
        series(
            "crude",
            words::crude(lang),
            Hue::Muted,
            Marker::Circle,
            crude,
        ),
        series(
            "direct",
            words::direct(lang),
            Hue::Neutral,
            Marker::Diamond,
            direct,
        ),
    ];
    let drawn = desk.dots(&stub, &heads, series, Form::percent(2));
    let whiskers = filled(kinds::whiskers(lang), &[("level", &desk.level_text())]);
    desk.draw(&desk.measured("rate"), vec![drawn], vec![whiskers]);
    desk.note(methods::same_standard(lang));
    desk.note(methods::observed_expected_alone(lang));
    if found.over.iter().any(|over| over == "education") {
        desk.note_of_report(caveats::education(lang));
    }
    desk.remarks(&found.notes);
    desk.assume(methods::complete_register(lang));
    Ok(())
}
