//! Bars from zero, in groups: upright where the names of the categories fit below them, lying
//! otherwise.

use super::axis;
use super::board::{Board, Hang, Slot};
use super::marks::{Anchor, Paint, Rect, Shape, Stroke, Values};
use super::rows::{self, RowsWanted};
use crate::metrics::CAP_HEIGHT;
use crate::scale::{Band, Mapping};
use crate::sheet::{Panel, Point, Series};
use crate::theme::Role;

/// Between the end of a bar and its value.
const VALUE_GAP: f64 = 5.0;
/// The least length of the longest lying bar.
const LEAST_BAR: f64 = 40.0;

/// Places the panel from the slot's upper edge down and returns its lower end.
/// `value_width` is the width of the widest value in any panel.
pub(super) fn place(board: &mut Board, panel: &Panel, slot: Slot, value_width: f64) -> f64 {
    let categories = panel.x.categories.as_deref().unwrap_or_default();
    if stands_upright(board, panel, categories, slot.area.width) {
        upright(board, panel, categories, slot)
    } else {
        lying(board, panel, categories, slot, value_width)
    }
}

/// The point of a series in a category.
pub(super) fn point_in(series: &Series, category: usize) -> Option<(usize, &Point)> {
    let place = category as f64;
    series
        .points
        .iter()
        .enumerate()
        .find(|(_, point)| point.x == place)
}

/// Upright bars need few categories whose names fit below them.
fn stands_upright(board: &Board, panel: &Panel, categories: &[String], width: f64) -> bool {
    let count = categories.len();
    if width < 420.0 || count == 0 || count > 12 {
        return false;
    }
    let step = (width - 50.0) / count as f64;
    let bar = step * 0.7 / panel.series.len().max(1) as f64;
    bar >= 14.0
        && categories.iter().all(|name| {
            !board.cuts_words(Role::Category, name, step - 10.0)
                && board.wrap(Role::Category, name, step - 10.0).len() <= 3
        })
}

fn upright(board: &mut Board, panel: &Panel, categories: &[String], slot: Slot) -> f64 {
    let Slot { area, height, .. } = slot;
    let theme = board.theme;
    let range = axis::value_range(panel, true);

    // The numbers at the axis decide how wide a bar can be, so they come first.
    let natural = (area.width * 0.42).clamp(200.0, 400.0);
    let likely = height.map_or(natural, |height| (height * 0.75).max(120.0));
    let ticks = axis::value_ticks(&panel.y, range, likely, 48.0);
    let numbers = axis::numbers(&ticks, panel.y.format, board.lang);
    let column = axis::tick_column(board, &numbers);
    let bands = Band::new(categories.len(), (area.x + column, area.right()));
    let count = panel.series.len().max(1) as f64;
    let inner_gap = if count > 1.0 { 2.0 } else { 0.0 };
    let bar = libm::floor(((bands.step() * 0.7 - inner_gap * (count - 1.0)) / count).min(72.0));
    let group = bar * count + inner_gap * (count - 1.0);

    // Values stand at the bars when all of them fit: some without would look like zero.
    let value_room = if count > 1.0 {
        bar + inner_gap
    } else {
        bands.step()
    } - 3.0;
    let mut points = panel.series.iter().flat_map(|series| &series.points);
    let with_values = points.all(|point| board.width(Role::Value, shown_text(point)) <= value_room);
    let value_height = board.block_height(Role::Value, 1) + VALUE_GAP;

    let head = axis::title_above(board, &panel.y, area);
    let gap_above = if with_values { value_height } else { 8.0 };
    let top = libm::round(head + gap_above);
    let names: Vec<Vec<String>> = categories
        .iter()
        .map(|name| board.wrap_evenly(Role::Category, name, bands.step() - 10.0))
        .collect();
    let most_lines = names.iter().map(Vec::len).max().unwrap_or(0);
    let names_gap = if with_values && range.0 < 0.0 {
        value_height + 6.0
    } else {
        8.0
    };
    let below = names_gap + board.block_height(Role::Category, most_lines);
    let title = board.wrap(Role::AxisTitle, &panel.x.title, area.width - column);
    let title_height = match title.len() {
        0 => 0.0,
        lines => 8.0 + board.block_height(Role::AxisTitle, lines),
    };
    let wanted = height.map_or(natural, |height| {
        area.y + height - top - below - title_height
    });
    let bottom = top + libm::round(wanted.max(120.0));
    let y = Mapping::new(ticks.ends(), (bottom, top));
    let plot = Rect::new(area.x + column, top, area.width - column, bottom - top);
    board.placed.plots.push(plot);
    board
        .placed
        .values
        .push(Values::upright(slot.panel, plot, y));
    axis::grid(board, plot, &y, &ticks, &numbers);
    let zero = libm::round(y.at(0.0));
    for (series_index, series) in panel.series.iter().enumerate() {
        for category in 0..categories.len() {
            let Some((point_index, point)) = point_in(series, category) else {
                continue;
            };
            let start = libm::round(bands.middle(category) - group / 2.0);
            let left = start + series_index as f64 * (bar + inner_gap);
            let middle = left + bar / 2.0;
            let Some(value) = point.value() else {
                if with_values {
                    let hang = Hang {
                        role: Role::Value,
                        anchor: Anchor::Middle,
                        colour: theme.quiet,
                    };
                    board.text(hang, shown_text(point), middle, zero - VALUE_GAP);
                }
                let place = Rect::new(left, zero - 16.0, bar, 16.0);
                board.target(slot.panel, series_index, point_index, Shape::Area(place));
                continue;
            };
            // A value that is not zero is never drawn as nothing.
            let end = match libm::round(y.at(value)) {
                end if end == zero && value > 0.0 => zero - 1.0,
                end if end == zero && value < 0.0 => zero + 1.0,
                end => end,
            };
            let rect = Rect::new(left, end.min(zero), bar, (end - zero).abs());
            board.field(rect, point.hue.unwrap_or(series.hue), point.small);
            board.target(slot.panel, series_index, point_index, Shape::Area(rect));
            let (mut high, mut low) = (rect.y, rect.bottom());
            if let Some((lower, upper)) = point.interval() {
                let (upper, lower) = (y.at(upper), y.at(lower));
                whisker(board, middle, (upper, lower), false);
                high = high.min(upper);
                low = low.max(lower);
            }
            if with_values {
                let hang = Hang {
                    role: Role::Value,
                    anchor: Anchor::Middle,
                    colour: theme.ink,
                };
                let size = board.style(Role::Value).size;
                let baseline = if value < 0.0 {
                    low + VALUE_GAP + CAP_HEIGHT * size
                } else {
                    high - VALUE_GAP
                };
                // Paper behind the digits, where a grid line would cross them.
                let width = board.width(Role::Value, &point.text);
                let ground = Rect::new(
                    middle - width / 2.0,
                    baseline - CAP_HEIGHT * size - 1.0,
                    width,
                    CAP_HEIGHT * size + 2.0,
                );
                board.fill(ground, theme.paper);
                board.text(hang, &point.text, middle, baseline);
            }
        }
    }
    axis::base_line(board, plot, &y, &ticks);

    let hang = Hang {
        role: Role::Category,
        anchor: Anchor::Middle,
        colour: theme.ink,
    };
    for (category, lines) in names.iter().enumerate() {
        board.block(hang, lines, bands.middle(category), bottom + names_gap);
    }
    let hang = Hang {
        role: Role::AxisTitle,
        anchor: Anchor::Middle,
        colour: theme.quiet,
    };
    let foot = bottom + below;
    if title.is_empty() {
        return foot;
    }
    board.block(hang, &title, plot.x + plot.width / 2.0, foot + 8.0)
}

/// The line of an interval, with end caps. Along x when `lying`, along y otherwise.
pub(super) fn whisker(board: &mut Board, across: f64, (from, to): (f64, f64), lying: bool) {
    const CAP: f64 = 3.0;
    // Paper on both sides keeps the line visible inside a dark bar.
    let halo = Stroke::new(Paint::new(board.theme.paper, 0.75), 3.0);
    let stroke = Stroke::new(board.theme.ink, 1.0);
    let turn = |along: f64, across: f64| {
        if lying {
            (along, across)
        } else {
            (across, along)
        }
    };
    board.line(vec![turn(from, across), turn(to, across)], halo);
    board.line(vec![turn(from, across), turn(to, across)], stroke);
    for end in [from, to] {
        board.line(
            vec![turn(end, across - CAP), turn(end, across + CAP)],
            stroke,
        );
    }
}

/// What stands at a bar: the value, or a sign that there is none.
pub(super) fn shown_text(point: &Point) -> &str {
    if point.value().is_none() && point.text.trim().is_empty() {
        "–"
    } else {
        &point.text
    }
}

fn lying(
    board: &mut Board,
    panel: &Panel,
    categories: &[String],
    slot: Slot,
    value_width: f64,
) -> f64 {
    let Slot { area, height, .. } = slot;
    let theme = board.theme;
    let head = axis::title_above(board, &panel.y, area);
    let top = if head > area.y { head + 10.0 } else { area.y };
    let count = panel.series.len().max(1) as f64;
    let bar: f64 = match panel.series.len() {
        0 | 1 => 18.0,
        2 => 15.0,
        _ => 13.0,
    };
    let gap = if count > 1.0 { 12.0 } else { 7.0 };
    // Every bar has its value at its end, so numbers at an axis would only say it twice. The
    // scale leaves room for the value beyond each bar's end; where panels share a domain, the
    // same room in each, so that bars can be compared across panels.
    let points = || panel.series.iter().flat_map(|series| &series.points);
    let (low, high) = axis::value_range(panel, true);
    let widest = |negative: bool| {
        points()
            .filter(|point| (point.value().unwrap_or(0.0) < 0.0) == negative)
            .map(|point| board.width(Role::Value, shown_text(point)) + VALUE_GAP)
            .fold(0.0, f64::max)
    };
    let is_shared = panel.y.domain.is_some();
    let room_right = widest(false);
    let room_left = match low < 0.0 && is_shared {
        true => value_width + VALUE_GAP,
        false => widest(true),
    };
    let wanted = RowsWanted {
        bars: bar * count + (count - 1.0),
        least: 12.0 * count + (count - 1.0),
        width: room_left + room_right + LEAST_BAR,
        gap,
        height: height.map(|height| area.y + height - top),
    };
    let rest = Rect::new(area.x, top, area.width, 0.0);
    let rows = rows::place(board, categories, rest, wanted);
    let plot = Rect::new(rows.left, top, area.right() - rows.left, rows.bottom - top);
    board.placed.plots.push(plot);
    // Numbers of a dozen digits on both sides may leave nothing for the bars on a phone.
    let with_values = plot.width >= wanted.width;

    let left = plot.x + if with_values { room_left } else { 0.0 };
    let base = Mapping::new((low, high), (0.0, 1.0)).at(0.0);
    let longest = match is_shared && with_values {
        true => plot.right() - left - value_width - VALUE_GAP,
        false => plot.right() - left,
    };
    let full = points()
        .filter_map(|point| {
            let value = point.value().filter(|value| *value >= 0.0 && high > 0.0)?;
            let end = point
                .interval()
                .map_or(value, |(_, upper)| value.max(upper));
            let share = (base + end / (high - low)).max(1e-9);
            let text = if with_values {
                board.width(Role::Value, &point.text) + VALUE_GAP
            } else {
                0.0
            };
            Some((plot.right() - left - text) / share)
        })
        .fold(longest, f64::min)
        .max(LEAST_BAR);
    let x = Mapping::new((low, high), (left, left + full));
    board.placed.values.push(Values::lying(slot.panel, plot, x));
    let zero = libm::round(x.at(0.0));

    for (category, &(row_top, row_height)) in rows.bars.iter().enumerate() {
        let thickness = libm::floor((row_height - (count - 1.0)) / count).max(1.0);
        for (series_index, series) in panel.series.iter().enumerate() {
            let Some((point_index, point)) = point_in(series, category) else {
                continue;
            };
            let bar_top = row_top + series_index as f64 * (thickness + 1.0);
            let middle = bar_top + thickness / 2.0;
            let Some(value) = point.value() else {
                let reason = absence(board, point, plot.right() - zero - VALUE_GAP);
                let hang = Hang {
                    role: Role::Value,
                    anchor: Anchor::Start,
                    colour: theme.quiet,
                };
                board.centred(hang, &reason, zero + VALUE_GAP, middle);
                let place = Rect::new(zero, bar_top, plot.right() - zero, thickness);
                board.target(slot.panel, series_index, point_index, Shape::Area(place));
                continue;
            };
            let end = match libm::round(x.at(value)) {
                end if end == zero && value > 0.0 => zero + 1.0,
                end if end == zero && value < 0.0 => zero - 1.0,
                end => end,
            };
            let rect = Rect::new(end.min(zero), bar_top, (end - zero).abs(), thickness);
            board.field(rect, point.hue.unwrap_or(series.hue), point.small);
            board.target(slot.panel, series_index, point_index, Shape::Area(rect));
            let (mut from, mut to) = (rect.x, rect.right());
            if let Some((lower, upper)) = point.interval() {
                let (lower, upper) = (x.at(lower), x.at(upper));
                whisker(board, middle, (lower, upper), true);
                from = from.min(lower);
                to = to.max(upper);
            }
            let (anchor, place) = if value < 0.0 {
                (Anchor::End, from - VALUE_GAP)
            } else {
                (Anchor::Start, to + VALUE_GAP)
            };
            let hang = Hang {
                role: Role::Value,
                anchor,
                colour: theme.ink,
            };
            if with_values {
                board.centred(hang, &point.text, place, middle);
            }
        }
    }
    let at = zero - 0.5;
    let stroke = Stroke::new(theme.axis, 1.0);
    if let (Some(first), Some(last)) = (rows.bars.first(), rows.bars.last()) {
        board.line(
            vec![(at, first.0 - 3.0), (at, last.0 + last.1 + 3.0)],
            stroke,
        );
    }
    rows.bottom
}

/// The reason for a missing value when it fits, otherwise the sign for it.
pub(super) fn absence(board: &Board, point: &Point, room: f64) -> String {
    let reason = point.absent.as_deref().unwrap_or_default();
    if !reason.is_empty() && board.width(Role::Value, reason) <= room {
        reason.to_string()
    } else {
        shown_text(point).to_string()
    }
}
