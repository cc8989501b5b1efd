//! Steps from one whole to another: each row begins where the one before it ended.

use super::axis;
use super::bars::point_in;
use super::board::{Board, Hang, Slot};
use super::marks::{Anchor, Rect, Shape, Stroke};
use super::rows::{self, RowsWanted};
use crate::scale::Mapping;
use crate::sheet::Panel;
use crate::theme::Role;

/// Between the end of a bar and its value.
const VALUE_GAP: f64 = 6.0;

/// Places the panel from the slot's upper edge down and returns its lower end.
pub(super) fn place(board: &mut Board, panel: &Panel, slot: Slot) -> f64 {
    let Slot { area, height, .. } = slot;
    let theme = board.theme;
    let categories = panel.x.categories.as_deref().unwrap_or_default();
    let head = axis::title_above(board, &panel.y, area);
    let top = if head > area.y { head + 10.0 } else { area.y };
    let Some(series) = panel.series.first() else {
        return top;
    };
    let ends = series.points.iter().filter_map(|point| {
        point.value()?;
        point.span
    });
    let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(low, high), (from, to)| {
        (low.min(from).min(to), high.max(from).max(to))
    });
    let widest = series
        .points
        .iter()
        .map(|point| board.width(Role::Value, &point.text))
        .fold(0.0, f64::max);
    let wanted = RowsWanted {
        bars: 26.0,
        least: 18.0,
        width: widest + 120.0,
        gap: 12.0,
        height: height.map(|height| area.y + height - top),
    };
    let rest = Rect::new(area.x, top, area.width, 0.0);
    let rows = rows::place(board, categories, rest, wanted);
    let plot = Rect::new(rows.left, top, area.right() - rows.left, rows.bottom - top);
    board.placed.plots.push(plot);
    // Values stand right of the bars, so that no step hides behind a number.
    let x = Mapping::new(
        (low, if high > low { high } else { low + 1.0 }),
        (
            plot.x,
            (plot.right() - widest - VALUE_GAP).max(plot.x + 40.0),
        ),
    );
    let mut end_before: Option<(f64, f64)> = None;
    for (category, &(row_top, row_height)) in rows.bars.iter().enumerate() {
        let Some((point_index, point)) = point_in(series, category) else {
            continue;
        };
        let (Some((from, to)), Some(_)) = (point.span, point.value()) else {
            continue;
        };
        let (start, end) = (libm::round(x.at(from)), libm::round(x.at(to)));
        if let Some((at, bottom)) = end_before {
            let stroke = Stroke::new(theme.axis, 1.0).dashed(2.0, 2.0);
            let at = axis::hairline(at);
            board.line(vec![(at, bottom), (at, row_top)], stroke);
        }
        let rect = Rect::new(
            start.min(end),
            row_top,
            (end - start).abs().max(1.0),
            row_height,
        );
        let hue = point.hue.unwrap_or(series.hue);
        board.field(rect, hue, false);
        // An arrowhead of paper tells the direction of a step without its colour.
        if from != 0.0 && rect.width > 14.0 {
            let (tip, back) = if end > start {
                (end - 4.0, end - 10.0)
            } else {
                (end + 4.0, end + 10.0)
            };
            let middle = row_top + row_height / 2.0;
            let points = vec![(back, middle - 6.0), (tip, middle), (back, middle + 6.0)];
            let ground = theme.text_on(theme.hue(hue));
            board.polygon(points, ground.into());
        }
        let hang = Hang {
            role: Role::Value,
            anchor: Anchor::Start,
            colour: theme.ink,
        };
        let middle = row_top + row_height / 2.0;
        board.centred(hang, &point.text, rect.right() + VALUE_GAP, middle);
        board.target(slot.panel, 0, point_index, Shape::Area(rect));
        end_before = Some((end, row_top + row_height));
    }
    let zero = axis::hairline(x.at(0.0));
    let stroke = Stroke::new(theme.axis, 1.0);
    for (from, to) in rows.bands((top - 3.0, rows.bottom + 3.0)) {
        board.line(vec![(zero, from), (zero, to)], stroke);
    }
    rows.lift_names(board);
    rows.bottom
}
