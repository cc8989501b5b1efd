//! The pictures of a task: empty axes, the own guess, a class's guesses, and the numbers.
//!
//! All are figures like any other, placed and drawn by the same code, with the mark of the data.

use data::Dataset;
use figures::build::{Figure, PanelNumbers, build};
use figures::sheet::{Axis, Curve, Kind as Shape, Panel, Point, Series, Sheet, TickFormat};
use figures::table::{Line, NumberTable, TableCell};
use figures::theme::Hue;
use text::{Lang, case, tasks as said};
use view_models::analyses;

use super::answer::Answer;
use super::file::Place;
use super::prepare::{Form, Handle, Prepared, Scale};
use super::quantity::{rounded, written};

/// What is drawn besides what is given.
#[derive(Clone, Copy, Debug, Default)]
pub struct Drawn<'a> {
    /// The own answer.
    pub own: Option<&'a Answer>,
    /// The answers of a class.
    pub class: &'a [Answer],
    /// The median of the class.
    pub median: Option<&'a Answer>,
    /// Whether the numbers are shown.
    pub revealed: bool,
}

/// Whether what is shown while guessing is a part of the picture, not one beside it.
fn is_within(prepared: &Prepared) -> bool {
    let same = |whole: &Figure, shown: &Figure| {
        let heads = |figure: &Figure| figure.panels.first().map(|panel| panel.table.rows.len());
        heads(whole) == heads(shown)
    };
    match (&prepared.form, &prepared.shown) {
        (
            Form::Levels {
                is_line: true,
                whole,
                ..
            },
            Some(shown),
        ) => same(whole, shown),
        _ => false,
    }
}

/// What is seen beside the picture while guessing.
pub fn beside(prepared: &Prepared) -> Option<&Figure> {
    prepared.shown.as_ref().filter(|_| !is_within(prepared))
}

/// The series of the own answer in [`picture`], for a pointer that draws.
pub fn own_series(figure: &Figure) -> Option<usize> {
    let panel = figure.sheet.panels.first()?;
    panel.series.iter().position(|series| series.key == OWN)
}

const OWN: &str = "own-answer";

/// The colour of the own answer: neither that of the data nor that of anybody else.
const OWN_HUE: Hue = Hue::Numbered(1);
/// The colour of the median of a class.
const MEDIAN_HUE: Hue = Hue::Numbered(4);

/// Whether what is right has a picture of its own.
pub fn has_picture(prepared: &Prepared) -> bool {
    match &prepared.form {
        Form::Choose { told, .. } => !told.is_empty(),
        form => !matches!(form, Form::Explain { .. }),
    }
}

/// The two pictures that differ, as they are seen with the answer; empty for other tasks.
pub fn told(prepared: &Prepared) -> &[Figure] {
    match &prepared.form {
        Form::Choose { told, .. } => told,
        _ => &[],
    }
}

/// The picture of a task; none where there is nothing to draw.
pub fn picture(prepared: &Prepared, drawn: Drawn) -> Option<Figure> {
    match &prepared.form {
        Form::Levels { .. } => levels(prepared, drawn),
        Form::Range { .. } => Some(range(prepared, drawn)),
        Form::Order { .. } => ordered(prepared, drawn),
        Form::Choose { .. } | Form::Explain { .. } => None,
    }
}

/// The figure where the arithmetic is; none where the answer shows it already, beside the one that differs.
pub fn revealed(prepared: &Prepared, dataset: &Dataset) -> Option<Figure> {
    if !told(prepared).is_empty() {
        return None;
    }
    let figure = match prepared.reveal.as_ref()? {
        Place::View(view) => build(&view.spec()?, dataset, prepared.lang),
        Place::Analysis(asked) => {
            let mut figure = analyses::figure(dataset, asked, prepared.lang)?;
            // That of the analysis speaks of its first line, and the task may be about another.
            figure.said.clear();
            figure.sheet.summary.clone_from(&prepared.why);
            // As they are read in the text: the digits by which terms add up are those of the analysis.
            let panels = figure.sheet.panels.iter_mut();
            for point in panels
                .flat_map(|panel| &mut panel.series)
                .flat_map(|series| &mut series.points)
            {
                if let Some(value) = point.value() {
                    point.text = rounded(&point.text, value, prepared.lang);
                }
            }
            figure
        }
    };
    figure.absent.is_none().then_some(figure)
}

fn levels(prepared: &Prepared, drawn: Drawn) -> Option<Figure> {
    let Form::Levels {
        handles,
        scale,
        whole,
        from,
        is_line,
        ..
    } = &prepared.form
    else {
        return None;
    };
    let lang = prepared.lang;
    let truth = whole.sheet.panels.first()?.series.first()?.clone();
    let mut figure = match &prepared.shown {
        Some(shown) if is_within(prepared) => shown.clone(),
        _ => emptied(whole),
    };
    figure.said.clear();
    figure.sheet.summary.clear();
    if !drawn.revealed {
        // What is said of the numbers would give them away; the source does not.
        figure.sheet.footer.truncate(1);
    }
    let panel = figure.sheet.panels.first_mut()?;
    for series in &mut panel.series {
        series.hue = Hue::Muted;
    }
    panel.y.domain = Some((0.0, scale.top));
    panel.y.from_zero = true;
    let ends = truth.points.first().zip(truth.points.last());
    panel.x.domain = ends
        .filter(|_| *is_line)
        .map(|(first, last)| (first.x, last.x));
    let numbers = figure.panels.first_mut()?;
    let mut add = |key: &str, label: &str, hue: Hue, values: Vec<Option<f64>>| {
        let points = truth
            .points
            .iter()
            .zip(&values)
            .map(|(point, value)| Point {
                x: point.x,
                y: *value,
                text: value
                    .map(|value| written(value, scale.percent, lang))
                    .unwrap_or_default(),
                ..Point::default()
            });
        let series = Series {
            key: key.to_owned(),
            label: label.to_owned(),
            hue,
            points: points.collect(),
        };
        for (line, point) in numbers.table.rows.iter_mut().zip(&series.points) {
            line.cells.push(TableCell {
                value: point.y,
                text: point.text.clone(),
                ..TableCell::default()
            });
        }
        numbers.table.columns.push(label.to_owned());
        numbers.rows.push(vec![None; series.points.len()]);
        panel.series.push(series);
    };
    let known: Vec<Option<f64>> = truth.points.iter().map(|point| point.value()).collect();
    if *from > 0 && !drawn.revealed {
        let given = known
            .iter()
            .enumerate()
            .map(|(point, value)| value.filter(|_| point < *from));
        add("given", said::given(lang), Hue::Neutral, given.collect());
    }
    let over = |answer: &Answer| {
        let Answer::Levels { levels, .. } = answer else {
            return vec![None; known.len()];
        };
        let mut values: Vec<Option<f64>> = (0..known.len())
            .map(|point| between(handles, levels, scale, point))
            .collect();
        if let Some(last) = from.checked_sub(1) {
            // The line goes on from where the given one ends.
            values[last] = known[last];
        }
        values
    };
    if let Some(median) = drawn.median {
        add("median", said::median(lang), MEDIAN_HUE, over(median));
    }
    if let Some(own) = drawn.own {
        add(OWN, said::own_answer(lang), OWN_HUE, over(own));
    }
    if drawn.revealed {
        add("truth", said::the_data(lang), Hue::Neutral, known.clone());
    }
    // What a class has drawn is no data: dashed, in the colour of its median, with one entry in the key.
    let guesses = drawn.class.iter().filter(|_| *is_line).map(|answer| Curve {
        label: said::each_answer(lang).to_owned(),
        hue: MEDIAN_HUE,
        fine: true,
        points: truth
            .points
            .iter()
            .zip(over(answer))
            .filter_map(|(point, value)| Some((point.x, value?)))
            .collect(),
    });
    let guesses: Vec<Curve> = guesses.collect();
    panel.curves.extend(guesses);
    Some(figure)
}

/// A figure with its axes and without its numbers.
fn emptied(whole: &Figure) -> Figure {
    let mut figure = whole.clone();
    for panel in &mut figure.sheet.panels {
        panel.series.clear();
        panel.lines.clear();
        panel.curves.clear();
    }
    for panel in &mut figure.panels {
        let rows = panel.table.rows.iter();
        panel.table = NumberTable {
            stub: panel.table.stub.clone(),
            columns: Vec::new(),
            rows: rows
                .map(|line| Line {
                    head: line.head.clone(),
                    cells: Vec::new(),
                })
                .collect(),
        };
        panel.rows.clear();
        panel.keys.clear();
    }
    figure
}

/// The value of an answer at a point: on the straight line between the handles at both sides.
pub fn between(handles: &[Handle], levels: &[u16], scale: &Scale, point: usize) -> Option<f64> {
    let pairs: Vec<(usize, f64)> = handles
        .iter()
        .zip(levels)
        .map(|(handle, level)| (handle.point, scale.value(*level)))
        .collect();
    let after = pairs.iter().position(|(at, _)| *at >= point)?;
    let (to, high) = pairs[after];
    if to == point {
        return Some(high);
    }
    let (from, low) = pairs[after.checked_sub(1)?];
    let part = (point - from) as f64 / (to - from) as f64;
    Some(low + part * (high - low))
}

fn range(prepared: &Prepared, drawn: Drawn) -> Figure {
    let Form::Range {
        scale,
        truth,
        badge,
    } = &prepared.form
    else {
        return empty(
            prepared,
            Vec::new(),
            Vec::new(),
            &Scale {
                top: 1.0,
                steps: 1,
                percent: false,
            },
        );
    };
    let lang = prepared.lang;
    let ends = |answer: &Answer| match answer {
        Answer::Levels { levels, .. } => match levels.as_slice() {
            [low, high] if answer.is_whole() => Some((*low, *high)),
            _ => None,
        },
        _ => None,
    };
    let mut heads = Vec::new();
    let mut points = Vec::new();
    let mut add = |label: &str, point: Point| {
        points.push(Point {
            x: heads.len() as f64,
            ..point
        });
        heads.push(label.to_owned());
    };
    let guesses = [
        (said::own_answer(lang), drawn.own, OWN_HUE),
        (said::median(lang), drawn.median, MEDIAN_HUE),
    ];
    for (label, answer, hue) in guesses {
        if let Some((low, high)) = answer.and_then(ends) {
            let text = format!("{}–{}", scale.read(low, lang), scale.read(high, lang));
            let (low, high) = (scale.value(low), scale.value(high));
            add(
                label,
                Point {
                    y: Some((low + high) / 2.0),
                    lower: Some(low),
                    upper: Some(high),
                    text,
                    hue: Some(hue),
                    ..Point::default()
                },
            );
        }
    }
    if drawn.revealed {
        let ends = [said::lower(lang), said::upper(lang)];
        for (place, found) in truth.iter().enumerate() {
            let label = match truth.len() {
                2 => format!("{}, {}", said::the_data(lang), case::within(ends[place])),
                _ => said::the_data(lang).to_owned(),
            };
            add(
                &label,
                Point {
                    y: Some(found.value),
                    text: found.text.clone(),
                    hue: Some(Hue::Neutral),
                    ..Point::default()
                },
            );
        }
    }
    let mut figure = empty(prepared, heads, points, scale);
    figure.sheet.badge = badge.clone();
    figure
}

/// A figure of rows with dots.
fn empty(prepared: &Prepared, heads: Vec<String>, points: Vec<Point>, scale: &Scale) -> Figure {
    let table = NumberTable {
        stub: String::new(),
        columns: vec![String::new()],
        rows: heads
            .iter()
            .zip(&points)
            .map(|(head, point)| Line {
                head: head.clone(),
                cells: vec![TableCell {
                    value: point.y,
                    text: point.text.clone(),
                    ..TableCell::default()
                }],
            })
            .collect(),
    };
    let panel = Panel {
        kind: Shape::Dots,
        x: Axis {
            categories: Some(heads),
            ..Axis::default()
        },
        y: Axis {
            format: if scale.percent {
                TickFormat::Percent
            } else {
                TickFormat::Number
            },
            from_zero: true,
            domain: Some((0.0, scale.top)),
            ..Axis::default()
        },
        series: vec![Series {
            key: OWN.to_owned(),
            points,
            ..Series::default()
        }],
        ..Panel::default()
    };
    Figure {
        id: format!("task-{}", prepared.id),
        number: None,
        sheet: Sheet {
            title: prepared.title.clone(),
            panels: vec![panel],
            lang: prepared.lang,
            ..Sheet::default()
        },
        panels: vec![PanelNumbers {
            rows: vec![vec![None; table.rows.len()]],
            table,
            ..PanelNumbers::default()
        }],
        said: Vec::new(),
        absent: None,
        level: None,
    }
}

/// The bars in the right order.
fn ordered(prepared: &Prepared, drawn: Drawn) -> Option<Figure> {
    let Form::Order { right, whole, .. } = &prepared.form else {
        return None;
    };
    if !drawn.revealed {
        return None;
    }
    let mut figure = (**whole).clone();
    figure.said.clear();
    let panel = figure.sheet.panels.first_mut()?;
    let names = panel.x.categories.clone()?;
    panel.x.categories = Some(
        right
            .iter()
            .filter_map(|item| names.get(*item).cloned())
            .collect(),
    );
    for series in &mut panel.series {
        let points = right.iter().enumerate().filter_map(|(place, item)| {
            let point = series.points.get(*item)?.clone();
            Some(Point {
                x: place as f64,
                ..point
            })
        });
        series.points = points.collect();
    }
    for numbers in &mut figure.panels {
        let rows = &numbers.table.rows;
        numbers.table.rows = right
            .iter()
            .filter_map(|item| rows.get(*item).cloned())
            .collect();
        for series in &mut numbers.rows {
            *series = right
                .iter()
                .filter_map(|item| series.get(*item).cloned())
                .collect();
        }
    }
    Some(figure)
}

/// What a handle says to those who listen, and stands beside it: "2010: 1,2 %".
pub fn handle_text(label: &str, level: u16, scale: &Scale, lang: Lang) -> String {
    format!("{label}: {}", scale.read(level, lang))
}
