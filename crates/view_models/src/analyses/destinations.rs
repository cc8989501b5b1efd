//! All destinations of a group with intervals that hold at once.

use data::Dataset;
use explain::{Number, Shown, of_joint_share, reason};
use figures::build::PanelNumbers;
use figures::sheet::{Axis, Kind, Panel, TickFormat};
use figures::theme::Hue;
use measures::analysis::Failure;
use measures::analysis::distribution::distribution;
use measures::{Measure, Question, answer, codes_of};
use text::kinds::{self, filled};
use text::naming::Naming;
use text::{analyses as words, methods, notes::caveats, number};

use super::builder::{AnalysisBuilder, GROUP, Named, named, plain};
use super::page::{Cell, Line};
use super::picture::{Dotted, Form, Spot, with_rows};

/// The whole as one bar of shares, and each share with its interval.
fn panels(
    desk: &AnalysisBuilder,
    stub: &str,
    codes: &[String],
    heads: &[String],
    spots: Vec<Spot>,
) -> Vec<(Panel, PanelNumbers)> {
    let lang = desk.lang;
    let hue = |place: usize| {
        let own = Hue::own("destination", codes, &codes[place]);
        Hue::among("destination", codes, place, own)
    };
    let whole = vec![text::words::total(lang).to_owned()];
    let bar = Panel {
        kind: Kind::Stacked,
        x: Axis {
            categories: Some(whole.clone()),
            ..Axis::default()
        },
        y: Axis {
            format: TickFormat::Percent,
            from_zero: true,
            ..Axis::default()
        },
        ..Panel::default()
    };
    let segments = spots.iter().enumerate().map(|(place, spot)| Dotted {
        key: &codes[place],
        label: &heads[place],
        hue: hue(place),
        spots: vec![spot.clone()],
    });
    let bar = with_rows(bar, stub, &whole, segments.collect());
    let coloured = spots.into_iter().enumerate().map(|(place, spot)| Spot {
        hue: Some(hue(place)),
        ..spot
    });
    let dots = Dotted {
        key: "share",
        label: words::share(lang),
        hue: Hue::Neutral,
        spots: coloured.collect(),
    };
    vec![bar, desk.dots(stub, heads, vec![dots], Form::percent(1))]
}

/// The groups all of whose parts are known: of some of them nothing is a share.
pub(super) fn known_groups(dataset: &Dataset, of_groups: &str) -> Vec<String> {
    let of = "destination".to_owned();
    let shares = Question::new(Measure::Share { of }, [of_groups, "destination"]);
    let rows = answer(dataset, &shares).map_or(Vec::new(), |found| found.rows);
    let mut codes = codes_of(dataset, of_groups);
    codes.retain(|code| {
        let mut of_code = rows.iter().filter(|row| row.key[0] == *code).peekable();
        of_code.peek().is_some() && of_code.all(|row| row.value.is_some())
    });
    codes
}

pub(super) fn fill(desk: &mut AnalysisBuilder) -> Result<(), Failure> {
    let (lang, level, dataset) = (desk.lang, desk.level, desk.dataset);
    let known = known_groups(dataset, &desk.of);
    let counts = Question::new(Measure::Emigrations, [desk.of.as_str()]);
    let default = match desk.of.as_str() {
        GROUP => "nb_two_immigrant_parents".to_owned(),
        _ => desk.usual_reference(&counts, ""),
    };
    let code = desk.choose_group_that("group", &desk.group_word(), None, &default, |code| {
        known.is_empty() || known.iter().any(|one| one == code)
    });
    let group = desk.group_place(&code);
    desk.page.question = words::asks_destinations(lang, &group);
    let of = "destination".to_owned();
    let question = Question::new(Measure::Share { of }, ["destination"]).filtered(&desk.of, [code]);
    let found = distribution(dataset, &question, level)?;
    let mut lines = Vec::new();
    let mut shown: Vec<Named> = Vec::new();
    let (mut heads, mut spots) = (Vec::new(), Vec::new());
    let mut codes: Vec<String> = Vec::new();
    for shares in &found.groups {
        for (place, row) in shares.rows.iter().enumerate() {
            let head = desk.name(&found.by, &row.key);
            let at = desk.place(&found.by, &row.key);
            let [share, interval] =
                desk.numbers(of_joint_share(dataset, &found, shares, place, level, lang));
            let count = row.numerator.map_or(plain(""), |count| Cell {
                text: number::integer(count, lang),
                value: Some(count),
                explain: None,
                number: Some(Number {
                    shown: Shown::Numerator,
                    ..Number::value(&question, &row.key)
                }),
                ..Cell::default()
            });
            shown.extend(named(&at, &share));
            codes.push(row.key.first().cloned().unwrap_or_default());
            heads.push(desk.short_name(&found.by, &row.key));
            let limits = shares.intervals.as_ref().ok();
            let limits = limits.and_then(|limits| limits.get(place)).copied();
            spots.push(Spot {
                absent: row
                    .value
                    .is_none()
                    .then(|| reason(row.status, lang).to_owned()),
                row: Some(row.clone()),
                explain: share.explain.clone(),
                ..desk.spot(row.value, limits, Form::percent(1))
            });
            lines.push(Line {
                head,
                cells: vec![count, share, interval],
            });
        }
    }
    desk.pool(&question, &found.table);
    if let Some(most) = shown
        .iter()
        .max_by(|one, two| one.value.total_cmp(&two.value))
    {
        let said = words::most_to(lang, &desk.when, &group, &most.place, &most.text);
        desk.say(said);
    } else {
        desk.say(words::cannot(lang).to_owned());
    }
    let destination = desk.dataset.dimension_name(lang, "destination");
    let columns = [
        destination.as_str(),
        words::emigrations(lang),
        words::share(lang),
        words::joint_interval(lang),
    ];
    let title = desk.with_interval(words::destinations(lang));
    desk.table(&title, &columns, lines);
    let panels = panels(desk, &destination, &codes, &heads, spots);
    let whiskers = filled(kinds::whiskers(lang), &[("level", &desk.level_text())]);
    let joint = methods::joint_intervals(lang).to_owned();
    desk.draw(
        &desk.measured("destination_share"),
        panels,
        vec![whiskers, joint],
    );
    desk.note(methods::joint_intervals(lang));
    desk.note_of_report(caveats::unknown(lang));
    desk.remarks(&found.notes);
    desk.assume(methods::complete_register(lang));
    Ok(())
}
