//! Lying bars cut into segments: shares of a whole, or counts that add up.

use super::axis;
use super::bars::absence;
use super::board::{Board, Hang, Slot};
use super::marks::{Anchor, Rect, Shape};
use super::rows::{self, RowsWanted};
use crate::metrics::CAP_HEIGHT;
use crate::scale::{Mapping, Ticks};
use crate::sheet::{Kind, Panel, Point, Series};
use crate::theme::Role;

/// The room a value needs on each side of it inside a segment.
const INSIDE: f64 = 4.0;

/// Places the panel from the slot's upper edge down and returns its lower end.
pub(super) fn place(board: &mut Board, panel: &Panel, slot: Slot) -> f64 {
    let Slot { area, height, .. } = slot;
    let theme = board.theme;
    let categories = panel.x.categories.as_deref().unwrap_or_default();
    let head = axis::title_above(board, &panel.y, area);
    let top = if head > area.y { head + 10.0 } else { area.y };
    let many = categories.len() > 8;
    let numbers = 8.0 + board.block_height(Role::Tick, 1);
    let shares = panel.kind == Kind::Stacked;
    let sums = (0..categories.len()).map(|category| {
        let all = segments(panel, category).map(|(_, _, _, value)| value);
        all.sum::<f64>()
    });
    let highest = sums.fold(0.0, f64::max);
    let wanted = RowsWanted {
        bars: if many { 20.0 } else { 28.0 },
        least: 16.0,
        width: 120.0,
        gap: if many { 7.0 } else { 12.0 },
        height: height.map(|height| area.y + height - top - numbers),
    };
    let rest = Rect::new(area.x, top, area.width, 0.0);
    let rows = rows::place(board, categories, rest, wanted);
    let plot = Rect::new(rows.left, top, area.right() - rows.left, rows.bottom - top);
    board.placed.plots.push(plot);

    // Printed shares are rounded and may add up to a little more than the whole.
    let ticks = axis::value_ticks(&panel.y, (0.0, highest), plot.width, 90.0);
    let whole = match shares {
        true => highest.max(1.0),
        false => panel
            .y
            .domain
            .map_or(ticks.ends().1, |(_, high)| high.max(highest)),
    };
    let x = Mapping::new((0.0, whole), (plot.x, plot.right()));
    for (category, &(bar_top, bar_height)) in rows.bars.iter().enumerate() {
        let mut sum = 0.0;
        for (series_index, point_index, point, share) in segments(panel, category) {
            let from = libm::round(x.at(sum));
            sum += share;
            let to = libm::round(x.at(sum));
            // One pixel of paper parts a segment from the next one.
            let apart = if to - from > 2.0 && sum < whole - 1e-9 {
                1.0
            } else {
                0.0
            };
            let rect = Rect::new(from, bar_top, to - from - apart, bar_height);
            let hue = point.hue.unwrap_or(panel.series[series_index].hue);
            let colour = theme.hue(hue);
            board.field(rect, hue, point.small);
            board.target(slot.panel, series_index, point_index, Shape::Area(rect));
            let fits = board.width(Role::Value, &point.text) + 2.0 * INSIDE <= rect.width;
            if fits && !point.small {
                let hang = Hang {
                    role: Role::Value,
                    anchor: Anchor::Middle,
                    colour: theme.text_on(colour),
                };
                let middle = (rect.x + rect.width / 2.0, bar_top + bar_height / 2.0);
                let hang = if theme.patterned {
                    // Digits on a pattern cannot be read.
                    let width = board.width(Role::Value, &point.text) + 4.0;
                    let ground = Rect::new(middle.0 - width / 2.0, middle.1 - 7.0, width, 14.0);
                    board.fill(ground, theme.paper);
                    Hang {
                        colour: theme.ink,
                        ..hang
                    }
                } else {
                    hang
                };
                board.centred(hang, &point.text, middle.0, middle.1);
            }
        }
        if sum == 0.0 {
            let hang = Hang {
                role: Role::Value,
                anchor: Anchor::Start,
                colour: theme.quiet,
            };
            let missing = panel
                .series
                .iter()
                .find_map(|series| in_category(series, category));
            if let Some((_, point)) = missing {
                let reason = absence(board, point, plot.width);
                board.centred(hang, &reason, plot.x, bar_top + bar_height / 2.0);
            }
        }
    }

    if shares {
        share_axis(board, panel, &x, rows.bottom + 8.0);
    } else {
        let ticks = axis::value_ticks(&panel.y, (0.0, whole), plot.width, 90.0);
        axis::lying(board, &panel.y, &x, &ticks, rows.bottom + 8.0, plot);
    }
    rows.bottom + numbers
}

/// The numbers below the bars: quarters, or fewer where those would meet.
fn share_axis(board: &mut Board, panel: &Panel, x: &Mapping, top: f64) {
    let size = board.style(Role::Tick).size;
    let baseline = top + CAP_HEIGHT * size;
    for parts in [4.0, 2.0, 1.0] {
        let ticks = Ticks {
            values: (0..=parts as usize)
                .map(|part| part as f64 / parts)
                .collect(),
            step: 1.0 / parts,
        };
        let texts = axis::numbers(&ticks, panel.y.format, board.lang).texts();
        let last = texts.len() - 1;
        let placed: Vec<(Anchor, f64, &String)> = ticks
            .values
            .iter()
            .zip(&texts)
            .enumerate()
            .map(|(index, (&value, text))| {
                let anchor = match index {
                    0 => Anchor::Start,
                    _ if index == last => Anchor::End,
                    _ => Anchor::Middle,
                };
                (anchor, x.at(value), text)
            })
            .collect();
        // The last number has the unit and does not stick out, so the last gap is the tightest.
        let widths: Vec<f64> = texts
            .iter()
            .map(|text| board.width(Role::Tick, text))
            .collect();
        let room = x.at(1.0 / parts) - x.at(0.0);
        let before = if last == 1 {
            widths[0]
        } else {
            widths[last - 1] / 2.0
        };
        if before + widths[last] + 8.0 > room {
            continue;
        }
        for (anchor, at, text) in placed {
            let hang = Hang {
                role: Role::Tick,
                anchor,
                colour: board.theme.quiet,
            };
            board.text(hang, text, at, baseline);
        }
        return;
    }
}

/// The point of a series in a category.
fn in_category(series: &Series, category: usize) -> Option<(usize, &Point)> {
    let place = category as f64;
    series
        .points
        .iter()
        .enumerate()
        .find(|(_, point)| point.x == place)
}

/// The segments of one bar with index of series, index of point, point and share. A share
/// below zero has no length.
fn segments(panel: &Panel, category: usize) -> impl Iterator<Item = (usize, usize, &Point, f64)> {
    panel
        .series
        .iter()
        .enumerate()
        .filter_map(move |(series_index, series)| {
            let (point_index, point) = in_category(series, category)?;
            Some((series_index, point_index, point, point.value()?.max(0.0)))
        })
}

/// Every segment of a panel: index of series and point, category, and value.
pub(super) fn segment_counts(panel: &Panel) -> Vec<(usize, usize, usize, f64)> {
    let count = panel.x.categories.as_ref().map_or(0, Vec::len);
    (0..count)
        .flat_map(|category| {
            segments(panel, category)
                .map(move |(series, point, _, value)| (series, point, category, value))
        })
        .collect()
}
