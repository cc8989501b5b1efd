//! Ribbons from a group by where it went to where it is: as wide as the number of persons.

use super::board::{Board, Hang, Slot};
use super::labels::push_apart;
use super::marks::{Anchor, Paint, Rect, Region, Shape};
use super::stacked::segment_counts;
use crate::sheet::Panel;
use crate::theme::{Hue, Role};
use text::number;

/// The width of a station.
const STATION: f64 = 10.0;
/// Between two stations of one column.
const GAP: f64 = 14.0;
/// The least height of a ribbon with anybody in it.
const LEAST: f64 = 0.75;

/// One ribbon: series, point, station between, end, persons.
struct Ribbon {
    series: usize,
    point: usize,
    between: usize,
    end: usize,
    count: f64,
    hue: Hue,
}

/// A station with its name, persons, and where it stands.
struct Station {
    name: String,
    count: f64,
    top: f64,
    height: f64,
}

/// Places the panel from the slot's upper edge down and returns its lower end.
pub(super) fn place(board: &mut Board, panel: &Panel, slot: Slot) -> f64 {
    let Slot { area, height, .. } = slot;
    let stations = &panel.stations;
    let ends = stations.ends.len().max(1);
    let ribbons: Vec<Ribbon> = segment_counts(panel)
        .into_iter()
        .filter(|(_, _, way, count)| *count > 0.0 && way / ends < stations.between.len())
        .filter(|_| !stations.ends.is_empty())
        .map(|(series, point, way, count)| Ribbon {
            series,
            point,
            between: way / ends,
            end: way % ends,
            count,
            hue: panel.series[series].points[point]
                .hue
                .unwrap_or(panel.series[series].hue),
        })
        .collect();
    let narrow = area.width < 560.0;
    let columns = [
        panel.series.len(),
        stations.between.len(),
        stations.ends.len(),
    ];
    let most = columns.into_iter().max().unwrap_or(1).max(1) as f64;
    let natural = (area.width * 0.5).clamp(340.0, 520.0).max(most * 60.0);

    let headings: Vec<Vec<String>> = stations
        .headings
        .iter()
        .map(|text| board.wrap(Role::AxisTitle, text, area.width / 3.0 - 10.0))
        .collect();
    let lines = headings.iter().map(Vec::len).max().unwrap_or(0);
    let head = area.y + board.block_height(Role::AxisTitle, lines) + 10.0;
    let wanted = height.map_or(natural, |height| area.y + height - head);
    // Names stand beside the outer stations where there is room; on a phone they take the width
    // of a third, above the ribbons' ends.
    let limit = libm::floor(area.width * if narrow { 0.27 } else { 0.22 }).min(220.0);
    let label = |name: &str, count: f64| format!("{name} {}", number::integer(count, board.lang));
    let sums = |place: &dyn Fn(&Ribbon) -> usize, which: usize| -> f64 {
        let of = ribbons.iter().filter(|ribbon| place(ribbon) == which);
        of.map(|ribbon| ribbon.count).sum()
    };
    let names: [Vec<(String, f64)>; 3] = [
        panel
            .series
            .iter()
            .enumerate()
            .map(|(index, series)| (series.label.clone(), sums(&|r| r.series, index)))
            .collect(),
        stations
            .between
            .iter()
            .enumerate()
            .map(|(index, name)| (name.clone(), sums(&|r| r.between, index)))
            .collect(),
        stations
            .ends
            .iter()
            .enumerate()
            .map(|(index, name)| (name.clone(), sums(&|r| r.end, index)))
            .collect(),
    ];
    let widest = |column: &[(String, f64)]| {
        column
            .iter()
            .flat_map(|(name, count)| board.wrap(Role::Category, &label(name, *count), limit))
            .map(|line| board.width(Role::Category, &line))
            .fold(0.0, f64::max)
    };
    let (left_names, right_names) = (widest(&names[0]), widest(&names[2]));
    // On a phone the names lie on the ribbons, and the stations take the whole width.
    let left = if narrow {
        area.x
    } else {
        area.x + left_names + 8.0
    };
    let right = match narrow {
        true => area.right() - STATION,
        false => (area.right() - right_names - 8.0 - STATION).max(left + 60.0),
    };
    let part = if narrow { 0.42 } else { 0.5 };
    let middle = libm::round(left + (right - left) * part);
    let at = [libm::round(left), middle, libm::round(right)];

    // No column is lower than the names beside it.
    let limits = match narrow {
        true => [
            at[1] - at[0] - STATION - 10.0,
            at[2] - at[1] - STATION - 10.0,
            area.width * 0.34,
        ],
        false => [limit; 3],
    };
    let stacks: Vec<f64> = names
        .iter()
        .zip(limits)
        .map(|(column, limit)| {
            let heights = column.iter().map(|(name, count)| {
                let lines = board.wrap(Role::Category, &label(name, *count), limit);
                board.block_height(Role::Category, lines.len()) + 7.0
            });
            heights.sum()
        })
        .collect();
    let tallest = match narrow {
        true => stacks[0].max(stacks[1] + stacks[2]),
        false => stacks.iter().copied().fold(0.0, f64::max),
    };
    let total = wanted.max(240.0).max(tallest);

    let all: f64 = ribbons.iter().map(|ribbon| ribbon.count).sum();
    let gaps = (most - 1.0) * GAP;
    let unit = if all > 0.0 { (total - gaps) / all } else { 0.0 };
    let columns: Vec<Vec<Station>> = names
        .iter()
        .map(|column| {
            let shown: f64 = column
                .iter()
                .map(|(_, count)| (count * unit).max(1.0))
                .sum();
            let spare = (total - shown).max(0.0);
            let gap = spare / column.len().max(1) as f64;
            let mut top = head + gap / 2.0;
            column
                .iter()
                .map(|(name, count)| {
                    let height = (count * unit).max(1.0);
                    let station = Station {
                        name: name.clone(),
                        count: *count,
                        top,
                        height,
                    };
                    top += height + gap;
                    station
                })
                .collect()
        })
        .collect();
    let plot = Rect::new(at[0], head, at[2] + STATION - at[0], total);
    board.placed.plots.push(plot);

    for (column, lines) in headings.iter().enumerate().take(3) {
        let (anchor, x) = match column {
            0 => (Anchor::Start, area.x),
            1 => {
                // Within the middle third, whatever the names beside it are.
                let widths = lines.iter().map(|line| board.width(Role::AxisTitle, line));
                let half = widths.fold(0.0, f64::max) / 2.0;
                let third = area.width / 3.0;
                let most = area.right() - third - half;
                let centre = (at[1] + STATION / 2.0).min(most).max(area.x + third + half);
                (Anchor::Middle, centre)
            }
            _ => (Anchor::End, area.right()),
        };
        let hang = Hang {
            role: Role::AxisTitle,
            anchor,
            colour: board.theme.quiet,
        };
        board.block(hang, lines, x, area.y);
    }
    ribbons_of(board, slot, &ribbons, &columns, at, unit);
    for (place, column) in columns.iter().enumerate() {
        for (index, station) in column.iter().enumerate() {
            let rect = Rect::new(at[place], station.top, STATION, station.height);
            let hue = match place {
                0 => panel.series[index].hue,
                _ => Hue::Majority,
            };
            let colour = if place == 0 {
                board.theme.hue(hue)
            } else {
                board.theme.ink
            };
            board.fill(rect, colour);
        }
    }
    if narrow {
        let (first, rest) = columns.split_at(1);
        names_on(board, first, 0, at, area, (head, total));
        names_on(board, rest, 1, at, area, (head, total));
    } else {
        for (place, column) in columns.iter().enumerate() {
            names_of(board, column, place, at, limit, head, total);
        }
    }
    head + total
}

/// The ribbons, those of the widest series lowest, each in two pieces that meet between.
fn ribbons_of(
    board: &mut Board,
    slot: Slot,
    ribbons: &[Ribbon],
    columns: &[Vec<Station>],
    at: [f64; 3],
    unit: f64,
) {
    // Within a station ribbons are stacked in the order of where they come from or go to.
    let offset = |index: usize,
                  same: &dyn Fn(&Ribbon) -> usize,
                  before: &dyn Fn(&Ribbon, &Ribbon) -> bool|
     -> f64 {
        let own = &ribbons[index];
        ribbons
            .iter()
            .filter(|other| same(other) == same(own) && before(other, own))
            .map(|other| other.count * unit)
            .sum()
    };
    for (index, ribbon) in ribbons.iter().enumerate() {
        let height = (ribbon.count * unit).max(LEAST);
        let way = |r: &Ribbon| (r.between, r.end, r.series);
        let from =
            columns[0][ribbon.series].top + offset(index, &|r| r.series, &|a, b| way(a) < way(b));
        let between = columns[1][ribbon.between].top
            + offset(index, &|r| r.between, &|a, b| {
                (a.end, a.series) < (b.end, b.series)
            });
        let to = columns[2][ribbon.end].top
            + offset(index, &|r| r.end, &|a, b| {
                (a.between, a.series) < (b.between, b.series)
            });
        let colour = board.theme.hue(ribbon.hue);
        let alpha = if ribbon.hue == Hue::Muted { 0.25 } else { 0.55 };
        let target = board.placed.targets.len();
        for (start, end, high, low) in [
            (at[0] + STATION, at[1], from, between),
            (at[1] + STATION, at[2], between, to),
        ] {
            let corners = ribbon_corners(start, end, high, low, height);
            board.polygon(corners.clone(), Paint::new(colour, alpha));
            if board.theme.patterned {
                let upper: Vec<(f64, f64)> = corners[..corners.len() / 2].to_vec();
                let stroke = super::marks::Stroke::new(board.theme.ink, 1.0);
                let stroke = board.dashes(stroke, ribbon.hue);
                board.line(upper, stroke);
            }
            board.placed.regions.push(Region { target, corners });
        }
        let rect = Rect::new(at[1] - 1.0, between, STATION + 2.0, height);
        board.target(slot.panel, ribbon.series, ribbon.point, Shape::Area(rect));
    }
}

/// The outline of a ribbon: the upper edge from left to right, then the lower one back.
fn ribbon_corners(start: f64, end: f64, from: f64, to: f64, height: f64) -> Vec<(f64, f64)> {
    const STEPS: usize = 18;
    let edge = |step: usize| {
        let part = step as f64 / STEPS as f64;
        let eased = part * part * (3.0 - 2.0 * part);
        (start + (end - start) * part, from + (to - from) * eased)
    };
    let upper = (0..=STEPS).map(edge);
    let lower = (0..=STEPS).rev().map(|step| {
        let (x, y) = edge(step);
        (x, y + height)
    });
    upper.chain(lower).collect()
}

/// Names on the ribbons of a phone. Those of the last two columns share the room between them, so
/// they keep apart together.
fn names_on(
    board: &mut Board,
    columns: &[Vec<Station>],
    first: usize,
    at: [f64; 3],
    area: Rect,
    (head, total): (f64, f64),
) {
    struct Name {
        lines: Vec<String>,
        anchor: Anchor,
        x: f64,
    }
    let mut names: Vec<Name> = Vec::new();
    let mut wishes: Vec<(f64, f64)> = Vec::new();
    for (offset, column) in columns.iter().enumerate() {
        let (anchor, x, limit) = match first + offset {
            0 => (
                Anchor::Start,
                at[0] + STATION + 4.0,
                at[1] - at[0] - STATION - 10.0,
            ),
            1 => (
                Anchor::Start,
                at[1] + STATION + 4.0,
                at[2] - at[1] - STATION - 10.0,
            ),
            _ => (Anchor::End, at[2] - 5.0, area.width * 0.34),
        };
        for station in column {
            let count = number::integer(station.count, board.lang);
            let text = format!("{} {count}", station.name);
            let lines = board.wrap(Role::Category, &text, limit);
            let height = board.block_height(Role::Category, lines.len());
            wishes.push((station.top + station.height / 2.0, height));
            names.push(Name { lines, anchor, x });
        }
    }
    let middles = push_apart(&wishes, head, head + total, 7.0);
    for (name, (middle, (_, height))) in names.iter().zip(middles.iter().zip(&wishes)) {
        let hang = Hang {
            role: Role::Category,
            anchor: name.anchor,
            colour: board.theme.ink,
        };
        let widths = name
            .lines
            .iter()
            .map(|line| board.width(Role::Category, line));
        let width = widths.fold(0.0, f64::max);
        let left = match name.anchor {
            Anchor::End => name.x - width,
            _ => name.x,
        };
        let top = middle - height / 2.0;
        let ground = Rect::new(left - 2.0, top - 3.0, width + 4.0, height + 6.0);
        board.fill(ground, Paint::new(board.theme.paper, 0.82));
        board.block(hang, &name.lines, name.x, top);
    }
}

/// Names and numbers of a column's stations: outside the outer ones, inside the middle.
fn names_of(
    board: &mut Board,
    column: &[Station],
    place: usize,
    at: [f64; 3],
    limit: f64,
    head: f64,
    total: f64,
) {
    let lines: Vec<Vec<String>> = column
        .iter()
        .map(|station| {
            let count = number::integer(station.count, board.lang);
            let text = format!("{} {count}", station.name);
            board.wrap(Role::Category, &text, limit)
        })
        .collect();
    let wishes: Vec<(f64, f64)> = column
        .iter()
        .zip(&lines)
        .map(|(station, lines)| {
            let height = board.block_height(Role::Category, lines.len());
            (station.top + station.height / 2.0, height)
        })
        .collect();
    let middles = push_apart(&wishes, head, head + total, 6.0);
    for (lines, (middle, (_, height))) in lines.iter().zip(middles.iter().zip(&wishes)) {
        let top = middle - height / 2.0;
        let (anchor, x) = match place {
            0 => (Anchor::End, at[0] - 8.0),
            1 => (Anchor::Start, at[1] + STATION + 5.0),
            _ => (Anchor::Start, at[2] + STATION + 8.0),
        };
        let hang = Hang {
            role: Role::Category,
            anchor,
            colour: board.theme.ink,
        };
        if place == 1 {
            let width = lines
                .iter()
                .map(|line| board.width(Role::Category, line))
                .fold(0.0, f64::max);
            let ground = Rect::new(x - 3.0, top - 3.0, width + 6.0, height + 6.0);
            board.fill(ground, Paint::new(board.theme.paper, 0.82));
        }
        board.block(hang, lines, x, top);
    }
}
