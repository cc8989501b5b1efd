//! Lines over a numeric x axis.

use super::axis;
use super::board::{Board, Hang, Slot};
use super::labels::push_apart;
use super::marks::{Anchor, Paint, Rect, Shape, Stroke, Values};
use super::thin::thinned;
use crate::metrics::CAP_HEIGHT;
use crate::scale::Mapping;
use crate::sheet::{Kind, Marker, Panel, Point, Series, Sheet};
use crate::theme::{Hue, Role};

/// The least distance between two names beside their lines.
const LABEL_GAP: f64 = 6.0;
/// From the end of a line to its name, when they are on the same height.
const LABEL_NEAR: f64 = 9.0;
/// The same when a leader has to bridge a difference in height.
const LABEL_FAR: f64 = 24.0;

/// The height of the plot that suits a width.
fn plot_height(width: f64) -> f64 {
    (width * 0.5).clamp(220.0, 460.0)
}

/// The widest a column of names may be beside a plot.
fn column_limit(width: f64) -> f64 {
    (width * 0.32).min(230.0)
}

/// Series that have a line, so that a name can stand beside it.
fn named(panel: &Panel) -> impl Iterator<Item = (&Series, &Point)> {
    // A line that its panel is named after needs no name of its own.
    let shown = panel
        .series
        .iter()
        .filter(|series| series.label != panel.title)
        .filter(|series| has_name(panel, series));
    shown.filter_map(|series| {
        let last = series
            .points
            .iter()
            .rev()
            .find(|point| point.value().is_some())?;
        Some((series, last))
    })
}

/// Whether every panel has one line, which is what the heading names: the room beside it is better used.
pub(super) fn told_above(sheet: &Sheet) -> bool {
    let is_told = |panel: &Panel| match (panel.kind, panel.series.as_slice()) {
        (Kind::Line, [one]) => sheet.subtitle.starts_with(&one.label),
        _ => false,
    };
    sheet.shown().all(|(_, panel)| is_told(panel))
}

/// Whether a line is told by name in the figure: of many, those with a colour.
pub(super) fn has_name(panel: &Panel, series: &Series) -> bool {
    series.hue != Hue::Muted || panel.series.len() <= Hue::NUMBERED
}

/// Whether every line can have its name beside it without the names taking the plot's room.
pub(super) fn labels_fit(board: &Board, panel: &Panel, width: f64) -> bool {
    let limit = column_limit(width);
    let names: Vec<&Series> = named(panel).map(|(series, _)| series).collect();
    let fits = |series: &&Series| {
        !board.cuts_words(Role::SeriesLabel, &series.label, limit)
            && board.wrap(Role::SeriesLabel, &series.label, limit).len() <= 3
    };
    names.iter().all(fits) && names.len() <= 8
}

/// The room beside the last panel of a row for the names of the lines, where every panel has the same lines,
/// so that they need to be told once; else 0.
pub(super) fn names_of_all(board: &Board, sheet: &Sheet, width: f64) -> f64 {
    let names = |panel: &Panel| -> Vec<(String, Hue)> {
        named(panel)
            .map(|(series, _)| (series.label.clone(), series.hue))
            .collect()
    };
    let mut panels = sheet.panels.iter();
    let first = panels.next().map(names).unwrap_or_default();
    let is_alike = |panel: &Panel| panel.kind == Kind::Line && names(panel) == first;
    if !sheet.panels.iter().all(is_alike) {
        return 0.0;
    }
    let limit = column_limit(width);
    let lines = first
        .iter()
        .flat_map(|(name, _)| board.wrap_evenly(Role::SeriesLabel, name, limit));
    let widest = lines
        .map(|line| board.width(Role::SeriesLabel, &line))
        .fold(0.0, f64::max);
    if widest > 0.0 {
        libm::ceil(widest + LABEL_NEAR)
    } else {
        0.0
    }
}

/// Places the panel from the slot's upper edge down and returns its lower end.
pub(super) fn place(board: &mut Board, panel: &Panel, slot: Slot, with_labels: bool) -> f64 {
    let Slot { area, height, .. } = slot;
    let theme = board.theme;
    let head = axis::title_above(board, &panel.y, area);
    let shade_strip = shade_strip(board, panel);
    let tick_half = board.style(Role::Tick).size / 2.0;
    let gap_above = if head > area.y { 10.0 } else { tick_half };
    let top = libm::round(head + gap_above + shade_strip);

    // The names decide how low the plot may be, the numbers at the axis how wide.
    let limit = column_limit(area.width);
    let names: Vec<(&Series, &Point, Vec<String>)> = if with_labels {
        named(panel)
            .map(|(series, last)| {
                let lines = board.wrap_evenly(Role::SeriesLabel, &series.label, limit);
                (series, last, lines)
            })
            .collect()
    } else {
        Vec::new()
    };
    let stack: f64 = names
        .iter()
        .map(|(_, _, lines)| board.block_height(Role::SeriesLabel, lines.len()) + LABEL_GAP)
        .sum();
    let below = axis_height(board, panel, area.width);
    let natural = plot_height(area.width);
    let wanted = height.map_or(natural, |height| area.y + height - top - below);
    let bottom = top + libm::round(wanted.max(120.0).max(stack));

    let range = axis::value_range(panel, panel.y.from_zero);
    let ticks = axis::value_ticks(&panel.y, range, bottom - top, 44.0);
    let y = axis::mapping(&panel.y, &ticks, (bottom, top));
    let numbers = axis::numbers(&ticks, panel.y.format, board.lang);

    let wishes: Vec<(f64, f64)> = names
        .iter()
        .map(|(_, last, lines)| {
            let height = board.block_height(Role::SeriesLabel, lines.len());
            (y.at(last.value().unwrap_or(0.0)), height)
        })
        .collect();
    let middles = push_apart(&wishes, top - tick_half, bottom + LABEL_GAP, LABEL_GAP);
    let needs_leader = |index: usize| {
        let (wish, height) = wishes[index];
        (middles[index] - wish).abs() > height / 2.0
    };
    // One name that is out of place gives every name that has moved at all a leader: a mixture
    // would leave the reader to guess which of two neighbours a line belongs to.
    let with_leaders = (0..names.len()).any(needs_leader);
    let distance = if with_leaders { LABEL_FAR } else { LABEL_NEAR };
    let name_width = names
        .iter()
        .flat_map(|(_, _, lines)| lines)
        .map(|line| board.width(Role::SeriesLabel, line))
        .fold(0.0, f64::max);

    let x_range = x_range(panel);
    let left = area.x + axis::tick_column(board, &numbers);
    let beyond = axis::overhang(board, &panel.x, x_range.1);
    let right = if names.is_empty() {
        area.right() - beyond.max(5.0)
    } else {
        area.right() - (name_width + distance).max(beyond)
    };
    let plot = Rect::new(left, top, right - left, bottom - top);
    board.placed.plots.push(plot);
    board
        .placed
        .values
        .push(Values::upright(slot.panel, plot, y));
    let inset = if plot.width > 400.0 { 6.0 } else { 3.0 };
    let x = Mapping::new(x_range, (plot.x + inset, plot.right() - inset));

    shades(board, panel, plot, &x, shade_strip);
    // Empty axes are to be drawn on.
    if has_values(panel) || panel.series.is_empty() {
        axis::grid(board, plot, &y, &ticks, &numbers);
    } else {
        nothing(board, panel, plot);
    }
    axis::base_line(board, plot, &y, &ticks);
    let end = axis::x_axis(board, &panel.x, plot, &x, x_range);

    for series in &panel.series {
        band(board, series, &x, &y);
    }
    axis::reference_lines(board, panel, plot, &y);
    for fitted in &panel.curves {
        let spots: Vec<(f64, f64)> = fitted
            .points
            .iter()
            .map(|&(at, value)| (x.at(at), y.at(value)))
            .collect();
        let stroke = Stroke::new(theme.hue(fitted.hue), 1.5);
        let stroke = match fitted.fine {
            true => stroke.dashed(2.5, 3.0),
            false => stroke.dashed(6.0, 4.0),
        };
        board.line(spots, stroke);
    }
    // Lines out of focus lie below the others.
    for muted in [true, false] {
        for series in panel
            .series
            .iter()
            .filter(|series| (series.hue == Hue::Muted) == muted)
        {
            curve(board, series, &x, &y);
        }
    }
    for (which, (series, last, lines)) in names.iter().enumerate() {
        let spot = (x.at(last.x), y.at(last.value().unwrap_or(0.0)));
        let hang = Hang {
            role: Role::SeriesLabel,
            anchor: Anchor::Start,
            colour: theme.hue_text(series.hue),
        };
        let (middle, name_height) = (middles[which], wishes[which].1);
        let name_x = plot.right() + distance;
        let ends_early = plot.right() - spot.0 > 12.0;
        if with_leaders || ends_early {
            // What crosses the plot is no part of the line, which would seem to go on.
            let stroke = match ends_early {
                true => Stroke::new(theme.quiet, 1.0).dashed(1.0, 4.0),
                false => Stroke::new(theme.hue(series.hue), 1.0),
            };
            // An elbow: level with the end of the line, across, level with the name.
            let turn = plot.right() + 5.0;
            let arrive = name_x - 4.0;
            let points = vec![
                (spot.0 + 6.0, spot.1),
                (turn.max(spot.0 + 6.0), spot.1),
                (arrive - 3.0, middle),
                (arrive, middle),
            ];
            board.line(points, stroke);
        }
        board.block(hang, lines, name_x, middle - name_height / 2.0);
    }
    for (series_index, series) in panel.series.iter().enumerate() {
        for (point_index, point) in series.points.iter().enumerate() {
            if let Some(value) = point.value() {
                let spot = Shape::Spot {
                    x: x.at(point.x),
                    y: y.at(value),
                };
                board.target(slot.panel, series_index, point_index, spot);
            }
        }
    }
    end
}

fn has_values(panel: &Panel) -> bool {
    let mut points = panel.series.iter().flat_map(|series| &series.points);
    points.any(|point| point.value().is_some())
}

/// The reason why there is nothing to see, instead of a grid without lines.
fn nothing(board: &mut Board, panel: &Panel, plot: Rect) {
    let mut points = panel.series.iter().flat_map(|series| &series.points);
    let Some(reason) = points.find_map(|point| point.absent.as_deref()) else {
        return;
    };
    let hang = Hang {
        role: Role::Note,
        anchor: Anchor::Middle,
        colour: board.theme.quiet,
    };
    let lines = board.wrap(Role::Note, reason, plot.width);
    let height = board.block_height(Role::Note, lines.len());
    let (middle, top) = (
        plot.x + plot.width / 2.0,
        plot.y + (plot.height - height) / 2.0,
    );
    board.block(hang, &lines, middle, top);
}

/// The height of the numbers and the title below the plot.
fn axis_height(board: &Board, panel: &Panel, width: f64) -> f64 {
    let numbers = 9.0 + board.block_height(Role::Tick, 1);
    let lines = board
        .wrap(Role::AxisTitle, &panel.x.title, width * 0.6)
        .len();
    if lines == 0 {
        numbers
    } else {
        numbers + 6.0 + board.block_height(Role::AxisTitle, lines)
    }
}

/// First and last x: of the points, and of the domain of the sheet.
fn x_range(panel: &Panel) -> (f64, f64) {
    let given = panel
        .x
        .domain
        .into_iter()
        .flat_map(|(low, high)| [low, high]);
    let points = panel.series.iter().flat_map(|series| &series.points);
    given
        .chain(points.map(|point| point.x))
        .filter(|x| x.is_finite())
        .fold(None, |range: Option<(f64, f64)>, x| {
            let (low, high) = range.unwrap_or((x, x));
            Some((low.min(x), high.max(x)))
        })
        .unwrap_or((0.0, 1.0))
}

/// The height of the strip that holds the names of the shades, above the plot.
fn shade_strip(board: &Board, panel: &Panel) -> f64 {
    if panel
        .shades
        .iter()
        .all(|shade| shade.label.trim().is_empty())
    {
        return 0.0;
    }
    board.block_height(Role::Shade, 1) + 8.0
}

/// Tints stretches of the x axis, with their names on top of them, above the plot, where no
/// line can cross the letters. A name that would meet the one before it is left to the footer.
fn shades(board: &mut Board, panel: &Panel, plot: Rect, x: &Mapping, strip: f64) {
    let hang = Hang {
        role: Role::Shade,
        anchor: Anchor::Middle,
        colour: board.theme.quiet,
    };
    let mut free_from = plot.x;
    for shade in &panel.shades {
        if !shade.from.is_finite() || !shade.to.is_finite() {
            continue;
        }
        let within = |at: f64| at.clamp(plot.x, plot.right().max(plot.x));
        let (from, to) = (within(x.at(shade.from) - 3.0), within(x.at(shade.to) + 3.0));
        if shade.from == shade.to {
            let at = axis::hairline(x.at(shade.from));
            let stroke = Stroke::new(board.theme.axis, 1.0).dashed(4.0, 3.0);
            board.line(vec![(at, plot.y - strip), (at, plot.bottom())], stroke);
        } else {
            let rect = Rect::new(from, plot.y - strip, to - from, plot.height + strip);
            board.fill(rect, board.theme.shade);
        }
        let half = board.width(Role::Shade, &shade.label) / 2.0;
        let highest = plot.right() - half;
        let middle = ((from + to) / 2.0).min(highest).max(plot.x + half);
        if middle - half >= free_from && middle <= highest + 1e-9 {
            let size = board.style(Role::Shade).size;
            let baseline = plot.y - strip + 4.0 + CAP_HEIGHT * size;
            board.text(hang, &shade.label, middle, baseline);
            free_from = middle + half + 8.0;
        }
    }
}

/// Runs of neighbouring points for which `read` has a value; a break in the series ends one.
fn runs<T>(series: &Series, read: impl Fn(&Point) -> Option<T>) -> Vec<Vec<(&Point, T)>> {
    let mut runs = Vec::new();
    let mut run = Vec::new();
    for point in &series.points {
        if point.broken {
            runs.push(std::mem::take(&mut run));
        }
        match read(point) {
            Some(value) => run.push((point, value)),
            None => runs.push(std::mem::take(&mut run)),
        }
    }
    runs.push(run);
    runs.retain(|run| !run.is_empty());
    runs
}

/// The interval as a pale band; at a single point, as an upright line.
fn band(board: &mut Board, series: &Series, x: &Mapping, y: &Mapping) {
    let colour = board.theme.hue(series.hue);
    let read = |point: &Point| point.value().and_then(|_| point.interval());
    for run in runs(series, read) {
        let upper = run
            .iter()
            .map(|(point, (_, upper))| (x.at(point.x), y.at(*upper)));
        let lower = run
            .iter()
            .rev()
            .map(|(point, (lower, _))| (x.at(point.x), y.at(*lower)));
        let mut outline = thinned(upper.collect());
        outline.extend(thinned(lower.collect()));
        if run.len() == 1 {
            board.line(outline, Stroke::new(Paint::new(colour, 0.5), 2.0));
        } else {
            board.polygon(outline, Paint::new(colour, 0.16));
        }
    }
}

/// The line itself. A missing value interrupts it; a value between two missing ones and the
/// last value are dots; values that rest on few events are rings.
fn curve(board: &mut Board, series: &Series, x: &Mapping, y: &Mapping) {
    let colour = board.theme.hue(series.hue);
    let width = if series.hue == Hue::Muted { 1.5 } else { 2.5 };
    let runs = runs(series, Point::value);
    let last = runs.len().saturating_sub(1);
    for (index, run) in runs.into_iter().enumerate() {
        let spots: Vec<(f64, f64)> = run
            .iter()
            .map(|(point, value)| (x.at(point.x), y.at(*value)))
            .collect();
        let alone = spots.len() == 1;
        let end = spots.len() - 1;
        let stroke = board.dashes(Stroke::new(colour, width), series.hue);
        board.line(thinned(spots.clone()), stroke);
        for (place, ((point, _), spot)) in run.iter().zip(spots).enumerate() {
            if point.small {
                board.ring(spot, 3.0, colour);
            } else if point.unsettled {
                board.marker(Marker::Diamond, spot, 3.0, colour, true);
            } else if alone || (index == last && place == end) || point.marker != Marker::None {
                let marker = match point.marker {
                    Marker::None => Marker::Circle,
                    own => own,
                };
                board.marker(board.shape(marker, series.hue), spot, 3.5, colour, false);
            }
        }
    }
}
