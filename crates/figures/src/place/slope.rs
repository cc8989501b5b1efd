//! Two points in time, and what lies between them as one line a series.

use super::axis;
use super::board::{Board, Hang, Slot};
use super::labels::push_apart;
use super::marks::{Anchor, Rect, Shape, Stroke};
use crate::sheet::{Panel, Point, Series};
use crate::theme::{Hue, Role};

/// Between the end of a line and its value.
const NEAR: f64 = 9.0;
/// The least distance between two names.
const APART: f64 = 5.0;

/// A name at one end of a line: its lines of text, and the value beside it.
struct End<'a> {
    series: &'a Series,
    lines: Vec<String>,
    value: f64,
}

/// Places the panel from the slot's upper edge down and returns its lower end.
pub(super) fn place(board: &mut Board, panel: &Panel, slot: Slot) -> f64 {
    let Slot { area, height, .. } = slot;
    let theme = board.theme;
    let head = axis::title_above(board, &panel.y, area);
    let names = panel.x.categories.as_deref().unwrap_or_default();
    let half = area.width / 2.0 - 8.0;
    let headings: Vec<Vec<String>> = names
        .iter()
        .take(2)
        .map(|name| board.wrap(Role::PanelTitle, name, half))
        .collect();
    let most = headings.iter().map(Vec::len).max().unwrap_or(0);
    let heading = board.block_height(Role::PanelTitle, most);
    let top = head + if head > area.y { 10.0 } else { 0.0 } + heading + 16.0;

    // The right end has value and name, the left end the value; a line without a right end has
    // its name at the left one.
    let limit = libm::floor(area.width * 0.42).min(280.0);
    let at = |series: &'_ Series, place: f64| -> Option<(usize, Point)> {
        let points = series.points.iter().enumerate();
        let mut found = points.filter(|(_, point)| point.x == place && point.value().is_some());
        found.next().map(|(index, point)| (index, point.clone()))
    };
    let mut rights: Vec<End> = Vec::new();
    let mut lefts: Vec<End> = Vec::new();
    for series in &panel.series {
        let (first, last) = (at(series, 0.0), at(series, 1.0));
        if let Some((_, point)) = &last {
            let text = format!("{}\u{a0}\u{a0}{}", point.text, series.label);
            let lines = board.wrap(Role::SeriesLabel, &text, limit);
            let value = point.value().unwrap_or(0.0);
            rights.push(End {
                series,
                lines,
                value,
            });
        }
        if let Some((_, point)) = &first {
            let text = match last {
                Some(_) => point.text.clone(),
                None => format!("{}\u{a0}\u{a0}{}", series.label, point.text),
            };
            let lines = board.wrap(Role::SeriesLabel, &text, area.width * 0.25);
            let value = point.value().unwrap_or(0.0);
            lefts.push(End {
                series,
                lines,
                value,
            });
        }
    }
    let stack = |board: &Board, ends: &[End]| -> f64 {
        let heights = ends
            .iter()
            .map(|end| board.block_height(Role::SeriesLabel, end.lines.len()) + APART);
        heights.sum()
    };
    let needed = stack(board, &rights).max(stack(board, &lefts));
    let natural = (area.width * 0.6).clamp(240.0, 480.0);
    let wanted = height.map_or(natural, |height| area.y + height - top - 8.0);
    let bottom = top + libm::round(wanted.max(160.0).max(needed));

    let widest = |board: &Board, ends: &[End]| {
        let lines = ends.iter().flat_map(|end| &end.lines);
        lines
            .map(|line| board.width(Role::SeriesLabel, line))
            .fold(0.0, f64::max)
    };
    let (left_width, right_width) = (widest(board, &lefts), widest(board, &rights));
    let leader = 14.0;
    let left = area.x + left_width + NEAR + leader;
    let right = (area.right() - right_width - NEAR - leader).max(left + 40.0);
    let plot = Rect::new(left, top, right - left, bottom - top);
    board.placed.plots.push(plot);

    let range = axis::value_range(panel, panel.y.from_zero);
    let ticks = axis::value_ticks(&panel.y, range, plot.height, 44.0);
    // Values stand at the ends, so the scale needs no tidy ends.
    let ends = if panel.y.from_zero {
        ticks.ends()
    } else {
        range
    };
    let exact = crate::scale::Ticks {
        values: vec![ends.0, ends.1],
        step: ticks.step,
    };
    let y = axis::mapping(&panel.y, &exact, (bottom - 4.0, top + 4.0));
    let stroke = Stroke::new(theme.axis, 1.0);
    for (place, at) in [left, right].into_iter().enumerate() {
        let upright = axis::hairline(at);
        board.line(vec![(upright, top - 6.0), (upright, bottom)], stroke);
        let Some(lines) = headings.get(place) else {
            continue;
        };
        let hang = Hang {
            role: Role::PanelTitle,
            anchor: if place == 0 {
                Anchor::End
            } else {
                Anchor::Start
            },
            colour: theme.ink,
        };
        let widths = lines.iter().map(|line| board.width(Role::PanelTitle, line));
        let width = widths.fold(0.0, f64::max);
        // Over its line, as far as the page and the other heading let it.
        let centre = area.x + area.width / 2.0;
        let beside = match place {
            0 => (at + width / 2.0).max(area.x + width).min(centre - 4.0),
            _ => (at - width / 2.0)
                .min(area.right() - width)
                .max(centre + 4.0),
        };
        let own = board.block_height(Role::PanelTitle, lines.len());
        board.block(hang, lines, beside, top - 12.0 - own);
    }
    for muted in [true, false] {
        let shown = panel.series.iter().enumerate();
        for (index, series) in shown.filter(|(_, series)| (series.hue == Hue::Muted) == muted) {
            let colour = theme.hue(series.hue);
            let spots: Vec<(usize, bool, (f64, f64))> = [(0.0, left), (1.0, right)]
                .into_iter()
                .filter_map(|(place, x)| {
                    let (point_index, point) = at(series, place)?;
                    Some((point_index, point.small, (x, y.at(point.value()?))))
                })
                .collect();
            let width = if muted { 1.5 } else { 2.5 };
            let stroke = board.dashes(Stroke::new(colour, width), series.hue);
            // No line leads over a break in the series.
            if at(series, 1.0).is_none_or(|(_, last)| !last.broken) {
                board.line(spots.iter().map(|(_, _, spot)| *spot).collect(), stroke);
            }
            for (point_index, small, spot) in spots {
                let shape = board.shape(crate::sheet::Marker::None, series.hue);
                board.marker(shape, spot, 4.0, colour, small);
                let place = Shape::Spot {
                    x: spot.0,
                    y: spot.1,
                };
                board.target(slot.panel, index, point_index, place);
            }
        }
    }
    for (ends, is_left) in [(&lefts, true), (&rights, false)] {
        let wishes: Vec<(f64, f64)> = ends
            .iter()
            .map(|end| {
                let height = board.block_height(Role::SeriesLabel, end.lines.len());
                (y.at(end.value), height)
            })
            .collect();
        let middles = push_apart(&wishes, top - 4.0, bottom + APART, APART);
        for (end, (middle, (wish, height))) in ends.iter().zip(middles.iter().zip(&wishes)) {
            let hang = Hang {
                role: Role::SeriesLabel,
                anchor: if is_left { Anchor::End } else { Anchor::Start },
                colour: theme.hue_text(end.series.hue),
            };
            let side = if is_left { -1.0 } else { 1.0 };
            let from = if is_left { left } else { right };
            if (middle - wish).abs() > 3.0 {
                let points = vec![
                    (from + side * 6.0, *wish),
                    (from + side * (leader + 4.0), *middle),
                ];
                board.line(points, Stroke::new(theme.hue(end.series.hue), 1.0));
            }
            let x = from + side * (leader + NEAR - 2.0);
            board.block(hang, &end.lines, x, middle - height / 2.0);
        }
    }
    bottom + 8.0
}
