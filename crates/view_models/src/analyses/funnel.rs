//! Countries of origin against all of them together, with limits for chance.

use data::Dataset;

use ::explain::{Aggregate, Number, Shown, of_by_chance, of_funnel, of_outside, reason};
use figures::sheet::{Axis, Curve, Kind, Marker, Panel, Reference, Scale, TickFormat};
use figures::theme::Hue;
use measures::analysis::Failure;
use measures::analysis::funnel::{CurvePoint, Funnel, FunnelRow, funnel};
use measures::{Exposure, Measure, Note, Question, Row, codes_of, dimensions_for, is_answerable};
use stats::funnel::Position;
use text::naming::Naming;
use text::{analyses as words, explain, kinds, methods, number, places};

use super::builder::{AnalysisBuilder, GROUP, plain};
use super::comparison::{caption, choose_measure};
use super::page::{Cell, Line};
use super::picture::{Dotted, Form, Spot, with_rows};

/// Points over their size between the limits.
fn picture(
    desk: &mut AnalysisBuilder,
    question: &Question,
    found: &Funnel,
    stub: &str,
    explained: Vec<Option<String>>,
) {
    let lang = desk.lang;
    let is_rate = question.measure == Measure::Rate;
    let form = if is_rate {
        Form::percent(2)
    } else {
        Form::percent(1)
    };
    let heads: Vec<String> = found
        .rows
        .iter()
        .map(|row| desk.short_name(&found.by, &row.row.key))
        .collect();
    let outside = |row: &FunnelRow| match &row.limits {
        Ok(limits) if limits.outer_position != Position::Inside => Marker::Diamond,
        Ok(limits) if limits.inner_position != Position::Inside => Marker::Circle,
        _ => Marker::None,
    };
    let spots = found.rows.iter().zip(explained).map(|(row, explain)| {
        let limits = row.limits.as_ref().ok().map(|limits| limits.inner);
        Spot {
            // The limits are those of the size, not of the point.
            lower: None,
            upper: None,
            between: String::new(),
            absent: row
                .row
                .value
                .is_none()
                .then(|| reason(row.row.status, lang).to_owned()),
            marker: outside(row),
            hue: Some(match outside(row) {
                Marker::Diamond => Hue::More,
                Marker::Circle => Hue::Neutral,
                _ => Hue::Muted,
            }),
            row: Some(row.row.clone()),
            explain,
            ..desk.spot(row.row.value, limits, form)
        }
    });
    let label = caption(question, lang);
    let row = Dotted {
        key: "groups",
        label,
        hue: Hue::Neutral,
        spots: spots.collect(),
    };
    let curve = |read: fn(&CurvePoint) -> f64, fine: bool| Curve {
        label: match fine {
            true => kinds::outer_limits(lang),
            false => kinds::inner_limits(lang),
        }
        .to_owned(),
        hue: Hue::Muted,
        fine,
        points: found
            .curve
            .iter()
            .map(|point| (point.size, read(point)))
            .collect(),
    };
    let size = size_name(desk, question, found);
    let target = found.target.value.map(|at| Reference {
        at,
        label: kinds::pooled(lang).to_owned(),
    });
    let panel = Panel {
        kind: Kind::Funnel,
        x: Axis {
            title: kinds::on_log_scale(lang, &size),
            scale: Scale::Log,
            ..Axis::default()
        },
        y: Axis {
            format: TickFormat::Percent,
            from_zero: true,
            ..Axis::default()
        },
        lines: target.into_iter().collect(),
        curves: vec![
            curve(|point| point.inner.lower, false),
            curve(|point| point.inner.upper, false),
            curve(|point| point.outer.lower, true),
            curve(|point| point.outer.upper, true),
        ],
        ..Panel::default()
    };
    let (mut panel, numbers) = with_rows(panel, stub, &heads, vec![row]);
    for ((point, row), head) in panel.series[0]
        .points
        .iter_mut()
        .zip(&found.rows)
        .zip(&heads)
    {
        point.x = row.row.denominator.unwrap_or(0.0);
        if point.marker != Marker::None {
            point.name.clone_from(head);
        }
    }
    let remarks = vec![
        kinds::funnel_marks(lang).to_owned(),
        methods::funnel_do_not_rank(lang).to_owned(),
    ];
    desk.draw(
        &desk.measured(question.measure.name()),
        vec![(panel, numbers)],
        remarks,
    );
}

/// What a funnel has a point for each of, where the data have it.
const ORIGIN: &str = "origin";

/// Of fewer the limits of chance tell nothing that a comparison does not.
const FEWEST: usize = 5;

/// Whether the funnel is one of countries of origin.
pub(super) fn has_origins(dataset: &Dataset) -> bool {
    dimensions_for(dataset, &[])
        .iter()
        .any(|name| name == ORIGIN)
}

/// Whether there are enough of what a funnel has a point for.
pub(super) fn is_told(dataset: &Dataset, groups: &[String]) -> bool {
    let mut many = match has_origins(dataset) {
        true => vec![ORIGIN.to_owned()],
        false => groups.to_vec(),
    };
    many.retain(|name| codes_of(dataset, name).len() >= FEWEST);
    many.iter()
        .any(|name| is_answerable(dataset, &Question::new(Measure::Rate, [name.as_str()])))
}

pub(super) fn fill(desk: &mut AnalysisBuilder) -> Result<(), Failure> {
    let (lang, dataset) = (desk.lang, desk.dataset);
    // Countries of origin are what there are many of; data without them have groups of their own.
    let has_origins = has_origins(dataset);
    let many = if has_origins {
        ORIGIN
    } else {
        &desk.of.clone()
    };
    desk.page.question = words::asks_funnel(lang, &places::some(lang, many));
    let (question, _) = choose_measure(desk, many);
    let mut question = desk.choose_year(question);
    if has_origins {
        let all = ("all", words::all_groups(lang));
        let label = desk.group_word();
        let group = desk.choose_group_that("group", &label, Some(all), "all", |code| {
            is_answerable(dataset, &question.clone().filtered(GROUP, [code]))
        });
        if group != "all" {
            question = question.filtered(GROUP, [group]);
        }
    }
    let found = funnel(dataset, &question)?;
    desk.pool(&question, &found.table);
    let of_answer = (
        found.table.as_str(),
        found.by.as_slice(),
        found.notes.as_slice(),
    );
    let mut lines = Vec::new();
    let mut explained: Vec<Option<String>> = Vec::new();
    let (mut outside, mut far) = (0, 0);
    for row in &found.rows {
        let head = desk.name(&found.by, &row.row.key);
        let [value, _] = desk.row(&question, of_answer, &row.row);
        let size = row.row.denominator;
        let size = Cell {
            text: size.map_or(String::new(), |size| number::integer(size, lang)),
            value: size,
            explain: None,
            number: size.map(|_| size_of(&row.row, &question)),
            ..Cell::default()
        };
        let mut cells = vec![value, size];
        match &row.limits {
            Err(status) => cells.extend([plain(""), plain(""), plain(reason(*status, lang))]),
            Ok(limits) => {
                for level in [0.95, 0.998] {
                    let found = of_funnel(dataset, &question, &found, row, level, lang);
                    let [_, limits] = desk.numbers(found);
                    cells.push(limits);
                }
                outside += usize::from(limits.inner_position != Position::Inside);
                far += usize::from(limits.outer_position != Position::Inside);
                cells.push(plain(
                    match (limits.inner_position, limits.outer_position) {
                        (_, Position::Above) => words::far_above(lang),
                        (_, Position::Below) => words::far_below(lang),
                        (Position::Above, _) => words::above(lang),
                        (Position::Below, _) => words::below(lang),
                        _ => words::inside(lang),
                    },
                ));
            }
        }
        // The mark stands between the limits of both levels; the inner ones are told.
        let told = [cells.get(2), cells.first()].into_iter().flatten();
        explained.push(told.filter_map(|cell| cell.explain.clone()).next());
        lines.push(Line { head, cells });
    }
    let [target, _] = desk.row(&question, of_answer, &found.target);
    let sizes = found.rows.iter().map(|row| size_of(&row.row, &question));
    let size = found.target.denominator;
    let size = Cell {
        text: size.map_or(String::new(), |size| number::integer(size, lang)),
        value: size,
        explain: None,
        number: Number::formed(Aggregate::Sum, sizes.collect()),
        ..Cell::default()
    };
    let mut cells: Vec<Cell> = vec![target, size];
    cells.extend((0..3).map(|_| plain("")));
    lines.push(Line {
        head: words::target(lang).to_owned(),
        cells,
    });
    let count = found.rows.len();
    let inner = match outside == count {
        true => count.to_string(),
        false => explain::so_many_of(lang, &outside.to_string(), &count.to_string()),
    };
    let [inner, outer] = [(inner, false), (far.to_string(), true)].map(|(text, outer)| {
        let told = of_outside(dataset, &question, &found, outer, lang);
        desk.lead(&text, told)
    });
    desk.say(words::outside(
        lang,
        (many, question.measure == Measure::Rate, &desk.when),
        (&inner, outside, count),
        (&outer, far),
    ));
    let by_chance = of_by_chance(dataset, &question, &found, lang);
    let expected = number::decimal(found.outside_by_chance, 1, lang);
    let expected = desk.lead(&expected, Ok(by_chance));
    let groups = found.rows.len().to_string();
    desk.say(methods::funnel_by_chance(lang, &groups, &expected));
    let origin = dataset.dimension_name(lang, many);
    picture(desk, &question, &found, &origin, explained);
    let size = size_name(desk, &question, &found);
    let name = caption(&question, lang);
    let columns = [
        origin.as_str(),
        name,
        &size,
        words::limits(lang),
        words::outer_limits(lang),
        words::position(lang),
    ];
    desk.table(name, &columns, lines);
    desk.note(methods::funnel_do_not_rank(lang));
    desk.remarks(&found.notes);
    desk.assume(methods::complete_register(lang));
    Ok(())
}

/// What the sizes are called: what the numbers are set against.
fn size_name(desk: &AnalysisBuilder, question: &Question, found: &Funnel) -> String {
    let is_mid_year = found.notes.iter().any(|note| {
        use Note::{Denominator, DenominatorInstead};
        matches!(
            note,
            Denominator(Exposure::MidYear) | DenominatorInstead(Exposure::MidYear)
        )
    });
    let name = match question.measure {
        Measure::Rate if is_mid_year => "population",
        Measure::Rate => "person_years",
        _ => "emigrations",
    };
    desk.dataset.measure_name(desk.lang, name)
}

/// What a number is set against.
fn size_of(row: &Row, question: &Question) -> Number {
    Number {
        shown: Shown::Denominator,
        ..Number::value(question, &row.key)
    }
}
