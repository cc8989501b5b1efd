//! Points over the size they rest on, between the limits of chance.

use super::axis;
use super::board::{Board, Hang, Slot};
use super::marks::{Anchor, Rect, Shape, Stroke};
use crate::metrics::CAP_HEIGHT;
use crate::scale::{Mapping, ratio_ticks};
use crate::sheet::{Marker, Panel, Scale};
use crate::theme::{Hue, Role, TextStyle};

/// The radius of a point.
const RADIUS: f64 = 4.0;

/// Below this width there is no room for leaders.
const NARROW: f64 = 480.0;

/// Places the panel from the slot's upper edge down and returns its lower end.
pub(super) fn place(board: &mut Board, panel: &Panel, slot: Slot) -> f64 {
    let Slot { area, height, .. } = slot;
    let theme = board.theme;
    let head = axis::title_above(board, &panel.y, area);
    let tick_half = board.style(Role::Tick).size / 2.0;
    let top = libm::round(head + if head > area.y { 10.0 } else { tick_half });
    let title = board.wrap(Role::AxisTitle, &panel.x.title, area.width * 0.8);
    let below = 9.0
        + board.block_height(Role::Tick, 1)
        + 6.0
        + board.block_height(Role::AxisTitle, title.len());
    // A narrow funnel is higher, so that names find places beside their points.
    let natural = match area.width < NARROW {
        true => 380.0,
        false => (area.width * 0.62).clamp(300.0, 560.0),
    };
    let wanted = height.map_or(natural, |height| area.y + height - top - below);
    let bottom = top + libm::round(wanted.max(220.0));

    let range = axis::value_range(panel, panel.y.from_zero);
    let ticks = axis::value_ticks(&panel.y, range, bottom - top, 44.0);
    let y = axis::mapping(&panel.y, &ticks, (bottom, top));
    let numbers = axis::numbers(&ticks, panel.y.format, board.lang);
    let left = area.x + axis::tick_column(board, &numbers);
    let plot = Rect::new(left, top, area.right() - left - 6.0, bottom - top);
    board.placed.plots.push(plot);

    let points = || panel.series.iter().flat_map(|series| &series.points);
    let sizes = points()
        .map(|point| point.x)
        .chain(
            panel
                .curves
                .iter()
                .flat_map(|curve| &curve.points)
                .map(|spot| spot.0),
        )
        .filter(|size| size.is_finite() && *size > 0.0);
    let (low, high) = sizes.fold((f64::INFINITY, 0.0), |(low, high): (f64, f64), size| {
        (low.min(size), high.max(size))
    });
    let (low, high) = if low <= high {
        (low, high)
    } else {
        (1.0, 10.0)
    };
    let span = (plot.x + 8.0, plot.right() - 8.0);
    let logarithmic = panel.x.scale == Scale::Log;
    let x = match logarithmic {
        true => Mapping::logarithmic((low, high.max(low * 1.01)), span),
        false => Mapping::new((0.0, high), span),
    };
    axis::grid(board, plot, &y, &ticks, &numbers);
    axis::base_line(board, plot, &y, &ticks);
    for curve in &panel.curves {
        let spots: Vec<(f64, f64)> = curve
            .points
            .iter()
            .map(|&(size, value)| (x.at(size), y.at(value).clamp(plot.y, plot.bottom())))
            .collect();
        let stroke = Stroke::new(theme.hue(curve.hue), 1.5);
        let stroke = if curve.fine {
            stroke.dashed(2.5, 3.0)
        } else {
            stroke.dashed(8.0, 4.0)
        };
        board.line(spots, stroke);
    }
    for line in &panel.lines {
        let at = axis::hairline(y.at(line.at));
        let stroke = Stroke::new(theme.hue(Hue::Majority), 2.0);
        board.line(vec![(plot.x, at), (plot.right(), at)], stroke);
    }

    // Points first: names keep clear of all of them.
    let mut taken: Vec<Rect> = Vec::new();
    let mut named: Vec<(Rect, &str)> = Vec::new();
    for (series_index, series) in panel.series.iter().enumerate() {
        for (point_index, point) in series.points.iter().enumerate() {
            let Some(value) = point.value().filter(|_| point.x > 0.0) else {
                continue;
            };
            let spot = (x.at(point.x), y.at(value));
            let hue = point.hue.unwrap_or(series.hue);
            let shape = match point.marker {
                Marker::None => Marker::Circle,
                own => own,
            };
            let colour = theme.hue(hue);
            board.marker(shape, spot, RADIUS, colour, point.marker == Marker::None);
            let place = Shape::Spot {
                x: spot.0,
                y: spot.1,
            };
            board.target(slot.panel, series_index, point_index, place);
            let around = Rect::new(
                spot.0 - RADIUS - 1.0,
                spot.1 - RADIUS - 1.0,
                2.0 * RADIUS + 2.0,
                2.0 * RADIUS + 2.0,
            );
            taken.push(around);
            if !point.name.is_empty() {
                named.push((around, &point.name));
            }
        }
    }
    let across = panel.lines.iter().map(|line| y.at(line.at));
    let across = across.map(|at| Rect::new(plot.x, at - 3.0, plot.width, 6.0));
    names(board, &named, (taken, across.collect()), plot);
    size_axis(board, panel, plot, &x, (low, high), logarithmic, &title)
}

/// Names of points, where they cover neither a point nor another name. A name goes beside its
/// point where it can, else further off with a leader; one that finds no place is left to
/// pointer, keys and table.
fn names(
    board: &mut Board,
    named: &[(Rect, &str)],
    (mut taken, across): (Vec<Rect>, Vec<Rect>),
    plot: Rect,
) {
    let hang = Hang {
        role: Role::Value,
        anchor: Anchor::Start,
        colour: board.theme.ink,
    };
    let TextStyle { size, .. } = board.style(Role::Value);
    let page = plot.right() + 8.0;
    let high = (CAP_HEIGHT + 0.22) * size;
    for (around, name) in named {
        let lines = board.wrap(Role::Value, name, (plot.width * 0.42).max(90.0));
        let width = lines
            .iter()
            .map(|line| board.width(Role::Value, line))
            .fold(0.0, f64::max);
        let height = board.block_height(Role::Value, lines.len()).max(high);
        let middle = (
            around.x + around.width / 2.0,
            around.y + around.height / 2.0,
        );
        let (right, left) = (around.right() + 3.0, around.x - 3.0 - width);
        let mut places = vec![
            (right, middle.1 - height / 2.0),
            (left, middle.1 - height / 2.0),
            (middle.0 - width / 2.0, around.y - 3.0 - height),
            (middle.0 - width / 2.0, around.bottom() + 3.0),
        ];
        // On a phone a leader would soon cross other names.
        let steps: &[f64] = match plot.width < NARROW {
            true => &[],
            false => &[18.0, 32.0, 48.0, 66.0],
        };
        for off in steps {
            for up in [-1.0, 1.0] {
                let at = middle.1 + up * *off - height / 2.0;
                places.extend([
                    (right + 8.0, at),
                    (left - 8.0, at),
                    (middle.0 - width / 2.0, at),
                ]);
            }
        }
        let free = places.into_iter().find_map(|(x, y)| {
            let rect = Rect::new(x, y, width, height);
            let inside = x >= plot.x + 2.0
                && rect.right() <= page
                && y >= plot.y
                && rect.bottom() <= plot.bottom() - 2.0;
            let mut others = taken.iter().chain(&across);
            (inside && !others.any(|other| other.overlaps(&rect))).then_some(rect)
        });
        let Some(rect) = free else {
            continue;
        };
        let near = (
            middle.0.clamp(rect.x, rect.right()),
            middle.1.clamp(rect.y, rect.bottom()),
        );
        let away = libm::hypot(near.0 - middle.0, near.1 - middle.1);
        if away > 14.0 {
            let stroke = Stroke::new(board.theme.quiet, 1.0);
            board.line(vec![middle, near], stroke);
            taken.extend(along(middle, near));
        }
        // Paper keeps limits that pass behind from crossing the letters.
        board.fill(rect, crate::place::Paint::new(board.theme.paper, 0.8));
        board.block(hang, &lines, rect.x, rect.y);
        taken.push(rect);
    }
}

/// Small rectangles along a leader, which other names keep clear of.
fn along(from: (f64, f64), to: (f64, f64)) -> impl Iterator<Item = Rect> {
    (0..=6).map(move |part| {
        let part = f64::from(part) / 6.0;
        let at = |one: f64, two: f64| one + (two - one) * part;
        Rect::new(at(from.0, to.0) - 2.0, at(from.1, to.1) - 2.0, 4.0, 4.0)
    })
}

/// The sizes below the plot. Returns the lower end.
fn size_axis(
    board: &mut Board,
    panel: &Panel,
    plot: Rect,
    x: &Mapping,
    (low, high): (f64, f64),
    logarithmic: bool,
    title: &[String],
) -> f64 {
    let top = plot.bottom() + 9.0;
    let most = (plot.width / 70.0) as usize;
    let within = |most: usize| {
        let mut ticks = match logarithmic {
            true => ratio_ticks(low, high, most),
            false => crate::scale::ticks_within(0.0, high, most, true),
        };
        let inside = |tick: &f64| *tick >= low * 0.999 && *tick <= high * 1.001;
        ticks.values.retain(inside);
        ticks
    };
    // A scale is read off two numbers at least.
    let mut most = most.clamp(2, 8);
    let mut ticks = within(most);
    while ticks.values.len() < 2 && most < 8 {
        most += 1;
        ticks = within(most);
    }
    for &tick in &ticks.values {
        let at = axis::hairline(x.at(tick));
        let stroke = Stroke::new(board.theme.axis, 1.0);
        board.line(
            vec![(at, plot.bottom() + 1.0), (at, plot.bottom() + 5.0)],
            stroke,
        );
    }
    axis::lying(board, &panel.x, x, &ticks, top, plot);
    let end = top + board.block_height(Role::Tick, 1);
    let hang = Hang {
        role: Role::AxisTitle,
        anchor: Anchor::Middle,
        colour: board.theme.quiet,
    };
    board.block(hang, title, plot.x + plot.width / 2.0, end + 6.0)
}
