//! A hundred persons a category, parted among the series by the largest remainders.

use super::board::{Board, Hang, Slot};
use super::marks::{Anchor, Rect, Region, Shape};
use crate::rounding::whole_parts;
use crate::sheet::Panel;
use crate::theme::{Hue, Role};

/// Persons beside each other, and below each other.
const SIDE: usize = 10;
/// Between two arrays.
const BETWEEN: f64 = 20.0;
/// The narrowest array in which persons can be told apart.
const LEAST: f64 = 130.0;

/// Places the panel from the slot's upper edge down and returns its lower end.
pub(super) fn place(board: &mut Board, panel: &Panel, slot: Slot) -> f64 {
    let area = slot.area;
    let categories = panel.x.categories.as_deref().unwrap_or_default();
    let count = categories.len().max(1);
    let least = if area.width < 480.0 {
        LEAST
    } else {
        1.4 * LEAST
    };
    let fit = ((area.width + BETWEEN) / (least + BETWEEN)) as usize;
    let fit = fit.clamp(1, count);
    // As many rows as needed, filled as evenly as possible.
    let columns = count.div_ceil(count.div_ceil(fit));
    let width = libm::floor((area.width - BETWEEN * (columns as f64 - 1.0)) / columns as f64);
    let step = libm::floor((width.min(300.0)) / SIDE as f64);
    let mut top = area.y;
    for row in categories.chunks(columns).enumerate() {
        let (row_index, names) = row;
        let first = row_index * columns;
        let headings: Vec<Vec<String>> = names
            .iter()
            .map(|name| board.wrap(Role::PanelTitle, name, width))
            .collect();
        let words: Vec<Vec<String>> = (0..names.len())
            .map(|place| {
                let text = said(panel, first + place);
                board.wrap(Role::Category, &text, width)
            })
            .collect();
        let most = |blocks: &[Vec<String>]| blocks.iter().map(Vec::len).max().unwrap_or(0);
        let heading = board.block_height(Role::PanelTitle, most(&headings));
        let body = top + heading + 10.0;
        let below = body + step * SIDE as f64 + 8.0;
        for place in 0..names.len() {
            let x = area.x + place as f64 * (width + BETWEEN);
            let title = Hang {
                role: Role::PanelTitle,
                anchor: Anchor::Start,
                colour: board.theme.ink,
            };
            let own = board.block_height(Role::PanelTitle, headings[place].len());
            board.block(title, &headings[place], x, top + heading - own);
            array(board, panel, slot, first + place, (x, body), step);
            let text = Hang {
                role: Role::Category,
                anchor: Anchor::Start,
                colour: board.theme.ink,
            };
            board.block(text, &words[place], x, below);
        }
        top = below + board.block_height(Role::Category, most(&words)) + 26.0;
    }
    (top - 26.0).max(area.y)
}

/// What the array of a category says, or why there is none.
fn said(panel: &Panel, category: usize) -> String {
    let of = |index: usize| {
        let series = panel.series.get(index)?;
        series
            .points
            .iter()
            .find(|point| point.x == category as f64)
    };
    let first = of(0);
    match first {
        Some(point) if point.value().is_none() => point.absent.clone().unwrap_or_default(),
        Some(point) => point.name.clone(),
        None => String::new(),
    }
}

/// One array of a hundred persons.
fn array(
    board: &mut Board,
    panel: &Panel,
    slot: Slot,
    category: usize,
    (left, top): (f64, f64),
    step: f64,
) {
    let points: Vec<(usize, usize, Hue, Option<f64>)> = panel
        .series
        .iter()
        .enumerate()
        .filter_map(|(index, series)| {
            let points = series.points.iter().enumerate();
            let mut own = points.filter(|(_, point)| point.x == category as f64);
            own.next().map(|(place, point)| {
                (index, place, point.hue.unwrap_or(series.hue), point.value())
            })
        })
        .collect();
    let shares: Option<Vec<f64>> = points.iter().map(|(_, _, _, share)| *share).collect();
    let Some(shares) = shares.filter(|shares| !shares.is_empty()) else {
        let rect = Rect::new(left, top, step * SIDE as f64, step * SIDE as f64);
        board.empty_field(rect);
        for (series, place, _, _) in points {
            board.target(slot.panel, series, place, Shape::Area(rect));
        }
        return;
    };
    let mut person = 0;
    for ((series, place, hue, _), persons) in points.iter().zip(whole_parts(&shares, 100)) {
        let target = board.placed.targets.len();
        let range = person..person + persons;
        let mut bounds: Option<(f64, f64, f64, f64)> = None;
        for index in range {
            let (column, row) = (index % SIDE, index / SIDE);
            let (x, y) = (left + column as f64 * step, top + row as f64 * step);
            figure(board, (x, y), step, *hue, *series > 0);
            board.placed.regions.push(Region {
                target,
                corners: vec![(x, y), (x + step, y), (x + step, y + step), (x, y + step)],
            });
            let (l, t, r, b) = bounds.unwrap_or((x, y, x + step, y + step));
            bounds = Some((l.min(x), t.min(y), r.max(x + step), b.max(y + step)));
        }
        person += persons;
        // A part that rounds to nobody keeps a place at the lower edge for the keys.
        let foot = top + step * SIDE as f64;
        let (l, t, r, b) = bounds.unwrap_or((left, foot - 2.0, left + step, foot));
        let rect = Rect::new(l, t, r - l, b - t);
        board.target(slot.panel, *series, *place, Shape::Area(rect));
    }
}

/// One person: head and shoulders. Those of the first series are filled; where shapes tell
/// meanings, the others are outlines.
fn figure(board: &mut Board, (x, y): (f64, f64), step: f64, hue: Hue, other: bool) {
    let colour = board.theme.hue(hue);
    let middle = x + step / 2.0;
    let head = step * 0.17;
    let hollow = other && board.theme.patterned;
    let (top, bottom) = (y + step * 0.46, y + step * 0.92);
    let half = step * 0.3;
    let round = half * 0.7;
    let body = vec![
        (middle - half, bottom),
        (middle - half, top + round),
        (middle - half * 0.6, top + round * 0.3),
        (middle - half * 0.25, top),
        (middle + half * 0.25, top),
        (middle + half * 0.6, top + round * 0.3),
        (middle + half, top + round),
        (middle + half, bottom),
    ];
    let centre = (middle, y + step * 0.26);
    if hollow {
        board.ring(centre, head, colour);
        let closed = body.iter().chain(body.first()).copied().collect();
        board.line(closed, super::marks::Stroke::new(colour, 1.0));
    } else {
        board.dot(centre, head, colour);
        board.polygon(body, colour.into());
    }
}
