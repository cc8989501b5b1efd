//! A map: places in the colour of their class, those without a number hatched, small ones as circles.

use super::axis;
use super::board::{Board, Slot};
use super::heat::{Classes, Empty, key};
use super::marks::{Paint, Rect, Region, Shape, Stroke};
use crate::projection::clipped;
use crate::sheet::{Panel, Ring};

/// A place that is drawn smaller than this each way is a circle as well.
const LEAST: f64 = 7.0;
/// The circle.
const RADIUS: f64 = 4.5;
/// What is drawn smaller is left out.
const SPECK: f64 = 0.8;

/// So many lines can be told apart.
pub(crate) const MOST_LINES: usize = 20;
/// How wide a line is at least, and how much wider that of the highest value.
const THIN: f64 = 0.8;
const WIDER: f64 = 4.7;
/// How far a line bends away from the straight one, as a part of its length.
const BEND: f64 = 0.16;
/// The straight pieces of a bent line.
const PIECES: u32 = 24;

/// Places the panel from the slot's upper edge down and returns its lower end.
pub(super) fn place(board: &mut Board, panel: &Panel, slot: Slot) -> f64 {
    let Slot { area, height, .. } = slot;
    let Some(outlines) = panel.outlines.as_deref() else {
        return area.y;
    };
    let theme = board.theme;
    let classes = Classes::of(board, panel);
    let empty = Empty::of(panel, board.lang);
    let head = axis::title_above(board, &panel.y, area);
    let strip = Rect::new(area.x, head, area.width, 0.0);
    let top = key(board, panel, &classes, &empty, strip) + 12.0;
    let [left, low, right, high] = outlines.bounds;
    let natural = area.width * (high - low) / (right - left);
    let room = height.map_or(natural.min(560.0), |height| {
        (area.y + height - top).max(160.0)
    });
    let scale = (area.width / (right - left)).min(room / (high - low));
    let plot = Rect::new(
        area.x + (area.width - scale * (right - left)) / 2.0,
        top,
        scale * (right - left),
        scale * (high - low),
    );
    board.placed.plots.push(plot);
    let on_page = |ring: &Ring| -> Ring {
        let ring = ring.iter();
        let ring = ring.map(|(x, y)| (plot.x + (x - left) * scale, plot.y + (high - y) * scale));
        within(ring.collect(), plot)
    };
    let border = Stroke::new(theme.paper, 0.75);
    // What the numbers are not of is an outline: a fill could be taken for the lowest class.
    let outline = Stroke::new(theme.axis, 0.5);
    for ring in outlines.ground.iter().map(on_page) {
        draw(board, ring, theme.paper.into(), outline);
    }
    let series = panel.series.first();
    let points = series.map_or(&[][..], |series| &series.points);
    // Larger ones first: what lies in a hole of another is drawn over it.
    let mut drawn: Vec<(usize, Vec<Ring>, f64)> = points
        .iter()
        .enumerate()
        .filter_map(|(index, point)| {
            let rings = outlines.places.get(point.x.max(0.0) as usize)?;
            let rings: Vec<Ring> = rings
                .iter()
                .map(on_page)
                .filter(|ring| ring.len() > 2)
                .collect();
            let size = rings.iter().map(|ring| extent(ring)).fold(0.0, f64::max);
            (!rings.is_empty()).then_some((index, rings, size))
        })
        .collect();
    kernels::stable_sort::sort_by(&mut drawn, &|one, two| two.2.total_cmp(&one.2));
    let mut regions: Vec<(usize, Ring)> = Vec::new();
    let mut circles: Vec<(usize, (f64, f64))> = Vec::new();
    for (index, rings, size) in &drawn {
        let point = &points[*index];
        let colour = point.value().map(|value| {
            let class = classes.place(value);
            theme.class(class, classes.count(), classes.diverging)
        });
        for ring in rings.iter().filter(|ring| extent(ring) > SPECK) {
            let fill = colour.unwrap_or(theme.shade);
            board.polygon(ring.clone(), fill.into());
            if colour.is_none() {
                board.hatched(ring, empty.place(point));
            }
            let closed: Ring = ring.iter().chain(ring.first()).copied().collect();
            board.line(closed, border);
            regions.push((*index, ring.clone()));
        }
        if *size < LEAST
            && let Some(ring) = rings.first()
        {
            circles.push((*index, middle(ring)));
        }
    }
    if let Some((x, y)) = outlines.origin {
        let from = (plot.x + (x - left) * scale, plot.y + (high - y) * scale);
        let ends = drawn.iter().filter_map(|(index, rings, _)| {
            let value = points[*index].value().filter(|value| *value > 0.0)?;
            Some((middle(rings.first()?), value))
        });
        lines(board, from, ends.collect());
    }
    // Those that nobody could hit or see stand over the others.
    for (index, centre) in circles {
        let point = &points[index];
        let corners = round(centre);
        let edge = Stroke::new(theme.ink, 1.0);
        match point.value() {
            Some(value) => {
                let class = classes.place(value);
                let colour = theme.class(class, classes.count(), classes.diverging);
                board.polygon(corners.clone(), colour.into());
            }
            None => {
                board.polygon(corners.clone(), theme.shade.into());
                board.hatched(&corners, empty.place(point));
            }
        }
        let closed: Ring = corners.iter().chain(corners.first()).copied().collect();
        board.line(closed, edge);
        regions.push((index, corners));
    }
    // In the order in which they are read, whatever the order in which they are drawn.
    for (index, point) in points.iter().enumerate() {
        let Some((_, rings, _)) = drawn.iter().find(|(known, ..)| *known == index) else {
            continue;
        };
        let target = board.placed.targets.len();
        let largest = rings.first().map_or((plot.x, plot.y), middle);
        let shape = Shape::Spot {
            x: largest.0,
            y: largest.1,
        };
        debug_assert!(point.x >= 0.0);
        board.target(slot.panel, 0, index, shape);
        for (known, corners) in &mut regions {
            if *known == index && !corners.is_empty() {
                let corners = std::mem::take(corners);
                board.placed.regions.push(Region { target, corners });
            }
        }
    }
    plot.bottom()
}

/// Lines from a place to those with the highest values, the thinner the lower, with a point at their end.
fn lines(board: &mut Board, from: (f64, f64), mut ends: Vec<((f64, f64), f64)>) {
    kernels::stable_sort::sort_by(&mut ends, &|one, two| two.1.total_cmp(&one.1));
    ends.truncate(MOST_LINES);
    let most = ends.first().map_or(1.0, |(_, value)| *value);
    let ink = board.theme.ink;
    // The thickest one lies lowest.
    for (to, value) in ends {
        let (across, down) = (to.0 - from.0, to.1 - from.1);
        let length = libm::sqrt(across * across + down * down);
        if length < 2.0 * LEAST {
            continue;
        }
        let width = THIN + WIDER * value / most;
        // Always to the upper side, so that lines to the same part of the world run side by side.
        let side = if across < 0.0 { BEND } else { -BEND };
        let top = (
            (from.0 + to.0) / 2.0 - down * side,
            (from.1 + to.1) / 2.0 + across * side,
        );
        let at = |part: f64| {
            let rest = 1.0 - part;
            let bent = |from: f64, top: f64, to: f64| {
                rest * rest * from + 2.0 * rest * part * top + part * part * to
            };
            (bent(from.0, top.0, to.0), bent(from.1, top.1, to.1))
        };
        let way = (0..=PIECES).map(|piece| at(f64::from(piece) / f64::from(PIECES)));
        let way: Ring = way.collect();
        let paper = Paint::new(board.theme.paper, 0.7);
        board.line(way.clone(), Stroke::new(paper, width + 1.4));
        board.line(way, Stroke::new(Paint::new(ink, 0.8), width));
        board.dot(to, 1.4 + width / 2.0, ink);
    }
}

fn draw(board: &mut Board, ring: Ring, fill: Paint, border: Stroke) {
    if ring.len() > 2 && extent(&ring) > SPECK {
        let closed: Ring = ring.iter().chain(ring.first()).copied().collect();
        board.polygon(ring, fill);
        board.line(closed, border);
    }
}

/// The larger side of the box round a ring.
fn extent(ring: &[(f64, f64)]) -> f64 {
    let span = |of: fn(&(f64, f64)) -> f64| {
        let low = ring.iter().map(of).fold(f64::INFINITY, f64::min);
        ring.iter().map(of).fold(f64::NEG_INFINITY, f64::max) - low
    };
    span(|at| at.0).max(span(|at| at.1)).max(0.0)
}

/// The middle of a ring by its area, or of its points where it has none.
pub(crate) fn middle(ring: &Ring) -> (f64, f64) {
    let next = ring.iter().cycle().skip(1);
    let (mut area, mut x, mut y) = (0.0, 0.0, 0.0);
    for (one, two) in ring.iter().zip(next) {
        let cross = one.0 * two.1 - two.0 * one.1;
        area += cross;
        x += (one.0 + two.0) * cross;
        y += (one.1 + two.1) * cross;
    }
    if area.abs() < 1e-6 {
        let count = ring.len().max(1) as f64;
        let sum = ring
            .iter()
            .fold((0.0, 0.0), |sum, at| (sum.0 + at.0, sum.1 + at.1));
        return (sum.0 / count, sum.1 / count);
    }
    (x / (3.0 * area), y / (3.0 * area))
}

fn round((x, y): (f64, f64)) -> Ring {
    let turn = |step: i32| f64::from(step) * std::f64::consts::TAU / 16.0;
    (0..16)
        .map(|step| {
            (
                x + RADIUS * libm::cos(turn(step)),
                y + RADIUS * libm::sin(turn(step)),
            )
        })
        .collect()
}

/// What of a ring lies in a rectangle, edge by edge.
fn within(ring: Ring, rect: Rect) -> Ring {
    let ring = clipped(&ring, |at| at.0 - rect.x);
    let ring = clipped(&ring, |at| rect.right() - at.0);
    let ring = clipped(&ring, |at| at.1 - rect.y);
    clipped(&ring, |at| rect.bottom() - at.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_outside_is_cut_off_at_the_edge() {
        let rect = Rect::new(0.0, 0.0, 10.0, 10.0);
        let half = within(vec![(5.0, 5.0), (15.0, 5.0), (15.0, 8.0), (5.0, 8.0)], rect);
        assert_eq!(extent(&half), 5.0);
        assert!(half.iter().all(|at| at.0 <= 10.0));
        assert_eq!(
            within(vec![(20.0, 20.0), (21.0, 20.0), (20.0, 21.0)], rect),
            []
        );
        let inner = vec![(1.0, 1.0), (2.0, 1.0), (1.0, 2.0)];
        assert_eq!(within(inner.clone(), rect), inner);
        assert_eq!(
            middle(&vec![(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)]),
            (1.0, 1.0)
        );
    }
}
