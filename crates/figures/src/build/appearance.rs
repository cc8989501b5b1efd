//! What a reader has changed about a figure: hidden series, intervals, the scale; and the remarks
//! that tell so.

use crate::options::Intervals;
use crate::sheet::{Kind, Panel, Scale};
use crate::spec::{Chart, PanelSpec, Spec};
use crate::theme::Hue;
use measures::{Row, Status};
use text::kinds::{self as words, filled};
use text::{Lang, enumerate, methods, number};

use super::PanelNumbers;

/// The most lines in a panel whose bands can be told apart.
const MOST_BANDS: usize = 3;
/// The most bars in a panel that have lines of their intervals by default.
const MOST_WHISKERS: usize = 40;
/// The most shares that stand beside each other with their intervals.
const MOST_DOTS: usize = 200;

/// The panel whose shares stand beside each other, when their intervals are asked for and known.
///
/// The end of a segment is the end of all segments before it too, so that a line there would be read
/// as the interval of their sum.
pub(super) fn beside(spec: &Spec, of: &PanelSpec, panel: &Panel) -> Option<PanelSpec> {
    let intervals = spec.options.intervals;
    let asked_for = match intervals {
        Intervals::None => false,
        Intervals::Level(_) => true,
        Intervals::Auto => spec.options.method.is_some(),
    };
    let mut points = panel.series.iter().flat_map(|series| &series.points);
    let wanted = asked_for && panel.kind == Kind::Stacked;
    let fits = wanted && points.clone().count() <= MOST_DOTS;
    let chart = Chart::Dots;
    (fits && points.any(|point| point.interval().is_some())).then(|| PanelSpec {
        chart,
        ..of.clone()
    })
}

/// Codes and rows of the series in the order they are drawn: ages rise upwards in a heat map.
pub(super) fn drawing_order(
    spec: &PanelSpec,
    mut codes: Vec<String>,
    mut grid: Vec<Vec<Option<Row>>>,
) -> (Vec<String>, Vec<Vec<Option<Row>>>) {
    if spec.chart == Chart::Heat && spec.series.as_deref() == Some("age") {
        codes.reverse();
        grid.reverse();
    }
    (codes, grid)
}

/// More lines than there are colours get the colours of up and down, which can be told apart.
pub(super) fn colour_directions(panel: &mut Panel) {
    if panel.series.len() <= Hue::NUMBERED {
        return;
    }
    for series in &mut panel.series {
        if !matches!(series.hue, Hue::Numbered(_)) {
            continue;
        }
        let mut values = series.points.iter().filter_map(|point| point.value());
        series.hue = match (values.next(), values.next_back()) {
            (Some(first), Some(last)) if last > first => Hue::More,
            (Some(_), Some(_)) => Hue::Less,
            _ => Hue::Muted,
        };
    }
}

/// First and last x of all panels.
pub(super) fn x_range(panels: &[Panel]) -> Option<(f64, f64)> {
    let series = panels.iter().flat_map(|panel| &panel.series);
    let points = series.flat_map(|series| &series.points);
    points.fold(None, |range, point| {
        let (low, high) = range.unwrap_or((point.x, point.x));
        Some((low.min(point.x), high.max(point.x)))
    })
}

/// Hides series, settles which intervals are drawn and which scale is used; says what was done.
pub(super) fn remarks(
    spec: &Spec,
    panels: &mut [Panel],
    numbers: &mut [PanelNumbers],
    lang: Lang,
) -> Vec<String> {
    let tells = !spec.options.hides_form;
    let mut said = hide(spec, panels, numbers, lang);
    said.retain(|_| tells);
    if let Some((from, to)) = &spec.options.zoom
        && tells
        && panels.iter().any(|panel| !panel.series.is_empty())
    {
        said.push(filled(words::zoomed(lang), &[("from", from), ("to", to)]));
    }
    if spec.options.at.is_some() && panels.iter().any(|panel| panel.y.domain.is_some()) {
        said.push(words::same_for_all_years(lang).to_owned());
    }
    said.extend(intervals(spec, panels, numbers, lang));
    if spec.options.log {
        let scale = logarithmic(panels, lang).to_owned();
        said.extend(tells.then_some(scale));
    }
    said
}

/// Takes hidden series out of panels and tables. What would hide a whole panel hides nothing.
fn hide(
    spec: &Spec,
    panels: &mut [Panel],
    numbers: &mut [PanelNumbers],
    lang: Lang,
) -> Vec<String> {
    let hidden = &spec.options.hidden;
    let mut names: Vec<String> = Vec::new();
    for (panel, numbers) in panels.iter_mut().zip(numbers) {
        let keeps = |key: &String| !hidden.contains(key);
        let shown: Vec<bool> = panel
            .series
            .iter()
            .map(|series| keeps(&series.key))
            .collect();
        if numbers.keys.is_empty() || !shown.contains(&true) {
            continue;
        }
        for key in &mut numbers.keys {
            key.hidden = !keeps(&key.code);
            if key.hidden && !names.contains(&key.label) {
                names.push(key.label.clone());
            }
        }
        retain(&mut panel.series, &shown);
        retain(&mut numbers.rows, &shown);
        retain(&mut numbers.table.columns, &shown);
        for line in &mut numbers.table.rows {
            retain(&mut line.cells, &shown);
        }
    }
    if names.is_empty() {
        return Vec::new();
    }
    let names = enumerate(lang, &names);
    vec![filled(words::hidden(lang), &[("names", &names)])]
}

/// Keeps the items whose place is shown; items beyond the places stay.
fn retain<T>(items: &mut Vec<T>, shown: &[bool]) {
    let mut place = 0;
    items.retain(|_| {
        place += 1;
        shown.get(place - 1).copied().unwrap_or(true)
    });
}

fn intervals(
    spec: &Spec,
    panels: &mut [Panel],
    numbers: &[PanelNumbers],
    lang: Lang,
) -> Vec<String> {
    let wanted = spec.options.intervals;
    let Some(level) = wanted.level() else {
        return Vec::new();
    };
    let count = |panel: &Panel| -> usize {
        let points = panel.series.iter().map(|series| series.points.len());
        points.sum()
    };
    let has = |panel: &Panel| {
        let mut points = panel.series.iter().flat_map(|series| &series.points);
        points.any(|point| point.interval().is_some())
    };
    let drawn = |panel: &Panel| match panel.kind {
        Kind::Dots => true,
        Kind::Line if wanted == Intervals::Auto => panel.series.len() <= MOST_BANDS,
        Kind::Bars if wanted == Intervals::Auto => count(panel) <= MOST_WHISKERS,
        Kind::Line | Kind::Bars => true,
        _ => false,
    };
    // One panel with intervals beside one without would look like a difference in the data.
    let all = panels.iter().all(drawn);
    let level = number::percent(level, 0, lang);
    let place = [("level", level.as_str())];
    let mut said = Vec::new();
    for panel in panels.iter_mut() {
        if !(all && drawn(panel)) {
            for point in panel
                .series
                .iter_mut()
                .flat_map(|series| &mut series.points)
            {
                (point.lower, point.upper) = (None, None);
            }
        } else if has(panel) {
            let remark = match panel.kind {
                Kind::Line => filled(words::bands(lang), &place),
                _ => filled(words::whiskers(lang), &place),
            };
            if !said.contains(&remark) {
                said.push(remark);
            }
        }
    }
    let mut of_spec = panels.iter().zip(&spec.panels);
    if of_spec.any(|(panel, of)| panel.kind == Kind::Dots && of.chart == Chart::Stacked) {
        said.push(words::shares_beside(lang).to_owned());
    }
    let rows = numbers
        .iter()
        .flat_map(|panel| panel.rows.iter().flatten().flatten());
    let cannot =
        |row: &Row| row.status == Status::Ok && row.value.is_some() && row.numerator.is_none();
    let only_printed = spec
        .panels
        .iter()
        .any(|panel| panel.question.measure.is_ratio() && !panel.counts);
    if only_printed && rows.clone().any(cannot) {
        said.push(words::no_intervals(lang).to_owned());
    }
    if spec.options.method.is_some() {
        for panel in numbers {
            let remark = of_method(panel, lang);
            if !remark.is_empty() && !said.contains(&remark) {
                said.push(remark);
            }
        }
    }
    said
}

/// By which method the intervals of a panel are formed, and among how many shares they hold
/// jointly; empty without intervals.
fn of_method(panel: &PanelNumbers, lang: Lang) -> String {
    let mut cells = panel.table.rows.iter().flat_map(|line| &line.cells);
    let method = methods::method(lang, panel.method.id());
    let Some(method) = method.filter(|_| cells.any(|cell| !cell.interval.is_empty())) else {
        return String::new();
    };
    let said = filled(words::by_method(lang), &[("method", method.name)]);
    let Some((least, most)) = panel.among else {
        return said;
    };
    let whole = |count: usize| number::integer(count as f64, lang);
    let count = match least == most {
        true => whole(most),
        false => format!("{}–{}", whole(least), whole(most)),
    };
    format!(
        "{said} {}",
        filled(words::jointly(lang), &[("count", &count)])
    )
}

/// A scale of ratios where every value shown has a place on it.
fn logarithmic(panels: &mut [Panel], lang: Lang) -> &'static str {
    let takes = |panel: &Panel| matches!(panel.kind, Kind::Line | Kind::Dots | Kind::Slope);
    if !panels
        .iter()
        .all(|panel| takes(panel) || panel.series.is_empty())
    {
        return words::log_not_here(lang);
    }
    let points = || {
        let series = panels.iter().flat_map(|panel| &panel.series);
        series.flat_map(|series| &series.points)
    };
    if points()
        .filter_map(|point| point.value())
        .any(|value| value <= 0.0)
    {
        return words::log_needs_positive(lang);
    }
    for panel in panels.iter_mut() {
        panel.y.scale = Scale::Log;
        panel.y.from_zero = false;
        panel.y.domain = None;
        for point in panel
            .series
            .iter_mut()
            .flat_map(|series| &mut series.points)
        {
            // A limit of zero lies beyond every end of such a scale.
            if point.lower.is_some_and(|lower| lower <= 0.0) {
                point.lower = None;
            }
        }
    }
    words::log_scale(lang)
}
