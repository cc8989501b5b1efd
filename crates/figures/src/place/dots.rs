//! Dots with intervals, one row a category: a forest of ratios, or plain rates beside each other.

use super::axis;
use super::bars::{absence, point_in};
use super::board::{Board, Hang, Slot};
use super::marks::{Anchor, Rect, Shape, Stroke};
use super::rows::{self, RowsWanted};
use crate::scale::Mapping;
use crate::sheet::{Panel, Point};
use crate::theme::{Hue, Role};

/// The radius of a dot.
const RADIUS: f64 = 4.5;
/// The height of the row of one dot.
const ROW: f64 = 20.0;
/// Between the plot and the values beside it.
const GAP: f64 = 12.0;

/// What stands beside a row: the value, and its interval where there is room.
fn beside(point: &Point, with_interval: bool) -> String {
    if with_interval && !point.between.is_empty() {
        format!("{} ({})", point.text, point.between)
    } else {
        point.text.clone()
    }
}

/// Places the panel from the slot's upper edge down and returns its lower end.
pub(super) fn place(board: &mut Board, panel: &Panel, slot: Slot) -> f64 {
    let Slot { area, height, .. } = slot;
    let theme = board.theme;
    let categories = panel.x.categories.as_deref().unwrap_or_default();
    let head = axis::title_above(board, &panel.y, area);
    let line_names = board.block_height(Role::Shade, 1) + 6.0;
    let named = panel.lines.iter().any(|line| !line.label.is_empty());
    let top = head + if head > area.y { 8.0 } else { 0.0 } + if named { line_names } else { 0.0 };
    let count = panel.series.len().max(1) as f64;
    let below = 10.0 + board.block_height(Role::Tick, 1);

    // Values in a column of their own, with the interval where the dots keep half of the width.
    let points = || panel.series.iter().flat_map(|series| &series.points);
    let widest = |board: &Board, with_interval: bool| {
        points()
            .filter(|point| point.value().is_some())
            .map(|point| board.width(Role::Value, &beside(point, with_interval)))
            .fold(0.0, f64::max)
    };
    let full = widest(board, true);
    let with_interval = full <= area.width * 0.25;
    let column = if with_interval {
        full
    } else {
        widest(board, false)
    };
    let with_values = column <= area.width * 0.4;
    let column = if with_values { column + GAP } else { 0.0 };

    let wanted = RowsWanted {
        bars: ROW * count,
        least: ROW * count,
        width: column + 130.0,
        gap: if count > 1.0 { 10.0 } else { 4.0 },
        height: height.map(|height| area.y + height - top - below),
    };
    let rest = Rect::new(area.x, top, area.width, 0.0);
    let rows = rows::place(board, categories, rest, wanted);
    let plot = Rect::new(
        rows.left,
        top,
        area.right() - column - rows.left,
        rows.bottom - top,
    );
    board.placed.plots.push(plot);

    let range = axis::value_range(panel, panel.y.from_zero);
    let ticks = axis::value_ticks(&panel.y, range, plot.width - 2.0 * RADIUS, 62.0);
    let x = axis::mapping(
        &panel.y,
        &ticks,
        (plot.x + RADIUS + 2.0, plot.right() - RADIUS - 2.0),
    );
    for &tick in &ticks.values {
        let at = axis::hairline(x.at(tick));
        let stroke = Stroke::new(theme.grid, 1.0);
        board.line(vec![(at, plot.y), (at, plot.bottom() + 4.0)], stroke);
    }
    let foot = plot.bottom() + 4.0;
    axis::lying(board, &panel.y, &x, &ticks, foot + 6.0, plot);
    let bands = rows.bands((plot.y - 4.0, plot.bottom() + 4.0));
    reference(board, panel, &x, plot, (area, &bands));
    rows.lift_names(board);

    for (category, &(row_top, row_height)) in rows.bars.iter().enumerate() {
        for (series_index, series) in panel.series.iter().enumerate() {
            let Some((point_index, point)) = point_in(series, category) else {
                continue;
            };
            let each = row_height / count;
            let middle = libm::floor(row_top + (series_index as f64 + 0.5) * each) + 0.5;
            let hue = point.hue.unwrap_or(series.hue);
            let hang = Hang {
                role: Role::Value,
                anchor: Anchor::Start,
                colour: if hue == Hue::Muted {
                    theme.quiet
                } else {
                    theme.ink
                },
            };
            let area_of = |from: f64, to: f64| {
                let (from, to) = (from.max(plot.x), to.min(plot.right()));
                Shape::Area(Rect::new(from, middle - each / 2.0, to - from, each))
            };
            let Some(value) = point.value() else {
                let quiet = Hang {
                    colour: theme.quiet,
                    ..hang
                };
                let reason = absence(board, point, plot.width);
                let width = board.width(Role::Value, &reason);
                let ground = Rect::new(plot.x, middle - 7.0, width + 4.0, 14.0);
                board.fill(ground, theme.paper);
                board.centred(quiet, &reason, plot.x, middle);
                board.target(
                    slot.panel,
                    series_index,
                    point_index,
                    area_of(plot.x, plot.x + width),
                );
                continue;
            };
            let at = x.at(value);
            let (mut from, mut to) = (at - RADIUS, at + RADIUS);
            interval(board, point, hue, &x, plot, middle, (&mut from, &mut to));
            let colour = theme.hue(hue);
            let shape = board.shape(point.marker, hue);
            board.marker(shape, (at, middle), RADIUS, colour, point.small);
            board.target(
                slot.panel,
                series_index,
                point_index,
                area_of(from - 3.0, to + 3.0),
            );
            if with_values {
                let text = beside(point, with_interval);
                board.centred(hang, &text, plot.right() + GAP, middle);
            }
        }
    }
    rows.bottom + below
}

/// The interval as a line; an end beyond the plot, or none at all, as an arrow.
fn interval(
    board: &mut Board,
    point: &Point,
    hue: Hue,
    x: &Mapping,
    plot: Rect,
    middle: f64,
    (from, to): (&mut f64, &mut f64),
) {
    let (lower, upper) = (point.lower, point.upper);
    if lower.is_none() && upper.is_none() {
        return;
    }
    let colour = board.theme.hue(hue);
    let stroke = Stroke::new(colour, 2.0);
    let at = |limit: Option<f64>, beyond: f64| {
        let place = limit
            .filter(|limit| limit.is_finite())
            .map(|limit| x.at(limit));
        place.unwrap_or(beyond)
    };
    let (low, high) = (at(lower, plot.x - 1.0), at(upper, plot.right() + 1.0));
    let (left, right) = (low.max(plot.x), high.min(plot.right()));
    board.line(vec![(left, middle), (right, middle)], stroke);
    const ARROW: f64 = 4.0;
    for (is_cut, end, back) in [
        (low < plot.x, left, left + ARROW),
        (high > plot.right(), right, right - ARROW),
    ] {
        if is_cut {
            let points = vec![
                (back, middle - ARROW),
                (end, middle),
                (back, middle + ARROW),
            ];
            board.line(points, stroke);
        } else {
            board.line(vec![(end, middle - 3.0), (end, middle + 3.0)], stroke);
        }
    }
    *from = from.min(left);
    *to = to.max(right);
}

/// The values that others are set against, as dashed lines with their names above the plot.
fn reference(
    board: &mut Board,
    panel: &Panel,
    x: &Mapping,
    plot: Rect,
    (area, bands): (Rect, &[(f64, f64)]),
) {
    let hang = Hang {
        role: Role::Shade,
        anchor: Anchor::Middle,
        colour: board.theme.quiet,
    };
    let mut free_from = area.x;
    for line in &panel.lines {
        let at = axis::hairline(x.at(line.at));
        if at < plot.x || at > plot.right() {
            continue;
        }
        let stroke = Stroke::new(board.theme.ink, 1.0).dashed(4.0, 3.0);
        for (from, to) in bands {
            board.line(vec![(at, *from), (at, *to)], stroke);
        }
        let half = board.width(Role::Shade, &line.label) / 2.0;
        let most = area.right() - half;
        let middle = at.min(most).max(area.x + half);
        if middle - half >= free_from && middle <= most + 1e-9 {
            board.text(hang, &line.label, middle, plot.y - 7.0);
            free_from = middle + half + 8.0;
        }
    }
}
