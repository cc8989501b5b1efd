//! The share to the country of origin under every assumption about unknown destinations.

use ::explain::{Number, of_bounds, of_rebased, reason};
use figures::sheet::Marker;
use figures::theme::Hue;
use measures::analysis::bounds::{Request, bounds};
use measures::analysis::{Failure, Scope};
use measures::{Measure, Question, Status};
use text::{analyses as words, explain, kinds, methods, notes::caveats, number};

use super::builder::{AnalysisBuilder, plain};
use super::page::{Cell, Line};
use super::picture::{Dotted, Form, Spot};

/// Where the slider stands first, in per cent.
const DEFAULT: u8 = 50;

/// Where the emigrations of groups went.
fn unknown_question(by: &[String]) -> Question {
    let of = "destination_kind".to_owned();
    let mut question = Question::new(Measure::Share { of: of.clone() }, []);
    question.by = by.iter().cloned().chain([of]).collect();
    question
}

/// The part of a group's emigrations that went to an unknown destination.
fn unknown_share(by: &[String], key: &[String]) -> Number {
    let question = unknown_question(by);
    let key: Vec<String> = key.iter().cloned().chain(["unknown".to_owned()]).collect();
    Number::value(&question, &key)
}

pub(super) fn fill(desk: &mut AnalysisBuilder) -> Result<(), Failure> {
    let (lang, level, dataset) = (desk.lang, desk.level, desk.dataset);
    desk.page.question = words::asks_unknown(lang).to_owned();
    let q: u8 = desk.asked("q").parse().unwrap_or(DEFAULT).min(100);
    desk.slide("q", words::assumption(lang), q);
    let assumption = f64::from(q) / 100.0;
    let by = desk.groups();
    let request = Request::to_origin(by, assumption, Scope::default(), level);
    let found = bounds(dataset, &request)?;
    desk.pool(&unknown_question(&found.by), &found.table);
    let mut lines = Vec::new();
    let (mut heads, mut spots, mut among_known) = (Vec::new(), Vec::new(), Vec::new());
    for row in &found.rows {
        let head = desk.name(&found.by, &row.key);
        let share = match &row.bounds {
            Ok(share) => share,
            Err(status) => {
                heads.push(desk.short_name(&found.by, &row.key));
                let absent = Spot {
                    absent: Some(reason(*status, lang).to_owned()),
                    ..Spot::default()
                };
                spots.push(absent.clone());
                among_known.push(absent);
                let mut cells = vec![plain(reason(*status, lang))];
                cells.extend((0..4).map(|_| plain("")));
                lines.push(Line { head, cells });
                continue;
            }
        };
        let id = desk.keep(of_bounds(dataset, &found, row, level, lang));
        let text = |value: f64| number::percent(value, 1, lang);
        let cell = |text: String, value: Option<f64>| Cell {
            text,
            value,
            explain: id.clone(),
            ..Cell::default()
        };
        let range = explain::from_to(
            lang,
            &text(share.bounds.lower),
            Some(&text(share.bounds.upper)),
        );
        let outer = explain::from_to(
            lang,
            &text(share.outer.lower),
            Some(&text(share.outer.upper)),
        );
        let at = text(share.at_assumption);
        let unknown = row.counts.ok().map_or(plain(""), |counts| {
            let part = counts.unknown / (counts.known + counts.unknown);
            Cell {
                text: text(part),
                value: Some(part),
                explain: None,
                number: Some(unknown_share(&found.by, &row.key)),
                ..Cell::default()
            }
        });
        if spots.iter().all(|spot: &Spot| spot.value.is_none()) {
            let q = number::percent(assumption, 0, lang);
            let group = desk.place(&found.by, &row.key);
            let [at, range] =
                [&at, &range].map(|text| AnalysisBuilder::leading(&cell(text.clone(), None)));
            let when = match desk.when.as_str() {
                "" => String::new(),
                when => format!(" {when}"),
            };
            desk.say(words::under_assumption(
                lang, &group, &when, &q, &at, &range,
            ));
        }
        heads.push(desk.short_name(&found.by, &row.key));
        spots.push(Spot {
            hue: row.key.first().and_then(|code| desk.hue(code)),
            explain: id.clone(),
            ..desk.spot(
                Some(share.at_assumption),
                Some(share.bounds),
                Form::percent(1),
            )
        });
        let rebased = share.rebased;
        let [known, _] = desk.numbers(of_rebased(dataset, &found, row, level, lang));
        among_known.push(Spot {
            explain: known.explain.clone(),
            marker: Marker::Diamond,
            hue: row.key.first().and_then(|code| desk.hue(code)),
            absent: rebased
                .is_none()
                .then(|| reason(Status::NoKnown, lang).to_owned()),
            ..desk.spot(rebased, None, Form::percent(1))
        });
        lines.push(Line {
            head,
            cells: vec![
                cell(at, Some(share.at_assumption)),
                cell(range, None),
                cell(outer, None),
                known,
                unknown,
            ],
        });
    }
    let group = desk.group_heading();
    let columns = [
        group.as_str(),
        words::at_assumption(lang),
        words::bounds(lang),
        explain::outer_limits(lang),
        words::rebased(lang),
        words::unknown_share(lang),
    ];
    let title = desk.with_interval(words::origin_share(lang));
    desk.table(&title, &columns, lines);
    let series = Dotted {
        key: "share",
        label: words::at_assumption(lang),
        hue: Hue::Neutral,
        spots,
    };
    let rebased = Dotted {
        key: "rebased",
        label: words::rebased(lang),
        hue: Hue::Muted,
        spots: among_known,
    };
    let drawn = desk.dots(&group, &heads, vec![series, rebased], Form::percent(1));
    let remark = kinds::bounds_mark(lang).to_owned();
    desk.draw(words::origin_share(lang), vec![drawn], vec![remark]);
    desk.note(methods::bounds_no_middle(lang));
    desk.note_of_report(caveats::unknown(lang));
    desk.remarks(&found.notes);
    desk.assume(methods::rebased_assumes(lang));
    Ok(())
}
