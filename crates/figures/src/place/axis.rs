//! The value axis, the numeric x axis, and how their numbers are written.

use super::board::{Board, Hang};
use super::marks::{Anchor, Rect, Stroke};
use crate::scale::{Mapping, Ticks, ratio_ticks, ticks_around, ticks_within};
use crate::sheet::{Axis, Panel, Scale, TickFormat};
use crate::theme::Role;
use text::{Lang, number};

/// The distance between the numbers of an axis and its plot.
pub(super) const TICK_GAP: f64 = 6.0;

/// The range of values a panel has to show: the domain of the sheet, points, intervals, and
/// zero where asked.
/// Points without a value do not count; a panel without values gets an empty scale from 0 to 1.
pub(super) fn value_range(panel: &Panel, from_zero: bool) -> (f64, f64) {
    let mut range: Option<(f64, f64)> = panel
        .y
        .domain
        .filter(|(low, high)| low.is_finite() && high.is_finite());
    let ratios = panel.y.scale == Scale::Log;
    let from_zero = from_zero && !ratios;
    if ratios && range.is_some_and(|(low, _)| low <= 0.0) {
        range = None;
    }
    let mut include = |value: f64| {
        if ratios && value <= 0.0 {
            return;
        }
        let (low, high) = range.unwrap_or((value, value));
        range = Some((low.min(value), high.max(value)));
    };
    for point in panel.series.iter().flat_map(|series| &series.points) {
        if let Some(value) = point.value() {
            include(value);
            let limits = [point.lower, point.upper].into_iter().flatten();
            limits
                .filter(|limit| limit.is_finite())
                .for_each(&mut include);
        }
    }
    for line in &panel.lines {
        include(line.at);
    }
    for point in panel.curves.iter().flat_map(|curve| &curve.points) {
        include(point.1);
    }
    if from_zero {
        include(0.0);
    }
    range.unwrap_or(if ratios { (0.1, 10.0) } else { (0.0, 1.0) })
}

/// The mapping of a value axis over its ticks.
pub(super) fn mapping(axis: &Axis, ticks: &Ticks, range: (f64, f64)) -> Mapping {
    match axis.scale {
        Scale::Linear => Mapping::new(ticks.ends(), range),
        Scale::Log => Mapping::logarithmic(ticks.ends(), range),
    }
}

/// The ticks of a value axis of the given length.
pub(super) fn value_ticks(axis: &Axis, range: (f64, f64), length: f64, spacing: f64) -> Ticks {
    let most = ((length / spacing) as usize + 1).clamp(3, 8);
    if axis.scale == Scale::Log {
        return ratio_ticks(range.0, range.1, most);
    }
    ticks_around(range.0, range.1, most, axis.format.is_whole())
}

/// The numbers at the ticks of an axis, and the unit that follows the last of them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Numbers {
    pub plain: Vec<String>,
    pub unit: String,
}

impl Numbers {
    /// What stands at the ticks. Only the last one carries the unit, as in a newspaper.
    pub fn texts(&self) -> Vec<String> {
        let mut texts = self.plain.clone();
        if let Some(last) = texts.last_mut() {
            last.push_str(&self.unit);
        }
        texts
    }
}

/// Writes the numbers at the ticks in the language's form. Zero needs no decimals.
pub(super) fn numbers(ticks: &Ticks, format: TickFormat, lang: Lang) -> Numbers {
    let space = match lang {
        Lang::Nb | Lang::Nn => "\u{202f}",
        Lang::En => "",
    };
    let (factor, unit) = match format {
        TickFormat::Percent => (100.0, format!("{space}%")),
        TickFormat::PerMille => (1000.0, format!("{space}‰")),
        TickFormat::Number | TickFormat::Year | TickFormat::Age => (1.0, String::new()),
    };
    // Where distances differ, every number has the decimals it needs.
    let decimals = |value: f64| match ticks.step {
        0.0 => Ticks {
            values: Vec::new(),
            step: value,
        }
        .decimals(factor),
        _ => ticks.decimals(factor),
    };
    let write = |&value: &f64| match format {
        TickFormat::Year | TickFormat::Age => format!("{value:.0}"),
        _ if value == 0.0 => number::integer(0.0, lang),
        _ => number::decimal(value * factor, decimals(value), lang),
    };
    Numbers {
        plain: ticks.values.iter().map(write).collect(),
        unit,
    }
}

/// The name of the value axis, above the plot. Returns the lower end.
pub(super) fn title_above(board: &mut Board, axis: &Axis, area: Rect) -> f64 {
    if axis.title.trim().is_empty() {
        return area.y;
    }
    let hang = Hang {
        role: Role::AxisTitle,
        anchor: Anchor::Start,
        colour: board.theme.quiet,
    };
    let lines = board.wrap(Role::AxisTitle, &axis.title, area.width);
    board.block(hang, &lines, area.x, area.y)
}

/// The width of the column of numbers left of an upright value axis, with the gap.
pub(super) fn tick_column(board: &Board, numbers: &Numbers) -> f64 {
    let widest = numbers
        .plain
        .iter()
        .map(|text| board.width(Role::Tick, text))
        .fold(0.0, f64::max);
    widest + board.width(Role::Tick, &numbers.unit) + TICK_GAP
}

/// Horizontal grid lines with their numbers, digits below digits. The line at zero is left to
/// [`base_line`], which is drawn over the marks.
pub(super) fn grid(board: &mut Board, plot: Rect, y: &Mapping, ticks: &Ticks, numbers: &Numbers) {
    let hang = Hang {
        role: Role::Tick,
        anchor: Anchor::End,
        colour: board.theme.quiet,
    };
    let unit_width = board.width(Role::Tick, &numbers.unit);
    let last = ticks.values.len().saturating_sub(1);
    for (index, (&tick, text)) in ticks.values.iter().zip(numbers.texts()).enumerate() {
        let at = hairline(y.at(tick));
        if tick != 0.0 {
            let stroke = Stroke::new(board.theme.grid, 1.0);
            board.line(vec![(plot.x, at), (plot.right(), at)], stroke);
        }
        let unit = if index == last { 0.0 } else { unit_width };
        board.centred(hang, &text, plot.x - TICK_GAP - unit, at);
    }
}

/// The line at zero, or at the foot of the plot when zero is not shown.
pub(super) fn base_line(board: &mut Board, plot: Rect, y: &Mapping, ticks: &Ticks) {
    let foot = if ticks.values.contains(&0.0) {
        y.at(0.0)
    } else {
        plot.bottom()
    };
    let at = hairline(foot);
    let stroke = Stroke::new(board.theme.axis, 1.0);
    board.line(vec![(plot.x, at), (plot.right(), at)], stroke);
}

/// Values that others are set against: a level dashed line each, its name above its right end.
/// A name that would meet another one is left out; the footer has it.
pub(super) fn reference_lines(board: &mut Board, panel: &Panel, plot: Rect, y: &Mapping) {
    for line in &panel.lines {
        let at = hairline(y.at(line.at));
        if at < plot.y || at > plot.bottom() + 1.0 {
            continue;
        }
        let stroke = Stroke::new(board.theme.ink, 1.0).dashed(5.0, 3.0);
        board.line(vec![(plot.x, at), (plot.right(), at)], stroke);
    }
}

/// The middle of a row of pixels, so that a line one pixel wide fills that row only.
pub(super) fn hairline(at: f64) -> f64 {
    libm::floor(at) + 0.5
}

/// The numbers below a numeric x axis: tidy ones, and the first and last value where they do
/// not get in the way, so that the reader sees where the data begin and end.
/// Returns the lower end.
pub(super) fn x_axis(
    board: &mut Board,
    axis: &Axis,
    plot: Rect,
    x: &Mapping,
    range: (f64, f64),
) -> f64 {
    const APART: f64 = 14.0;
    const TICK: f64 = 5.0;
    let widest = |board: &Board, ticks: &Ticks| {
        numbers(ticks, axis.format, board.lang)
            .texts()
            .iter()
            .map(|text| board.width(Role::Tick, text))
            .fold(0.0, f64::max)
    };
    let (low, high) = range;
    let rough = ticks_within(low, high, 2, axis.format.is_whole());
    let room = (plot.width / (widest(board, &rough) + APART)) as usize;
    let ticks = ticks_within(low, high, room.clamp(2, 12), axis.format.is_whole());

    let mut chosen: Vec<(f64, String)> = Vec::new();
    // The ends come first, since they may displace a tidy number but not each other.
    let is_whole = |value: f64| value == libm::floor(value);
    let mut wanted = ticks.values.clone();
    if axis.format.is_whole() && is_whole(low) && is_whole(high) {
        wanted.splice(0..0, [low, high]);
    }
    for value in wanted {
        let single = Ticks {
            values: vec![value],
            step: ticks.step,
        };
        let text = numbers(&single, axis.format, board.lang).texts().concat();
        let half = board.width(Role::Tick, &text) / 2.0;
        let clear = chosen.iter().all(|(other, other_text)| {
            let apart = half + board.width(Role::Tick, other_text) / 2.0 + APART;
            (x.at(*other) - x.at(value)).abs() >= apart
        });
        if clear {
            chosen.push((value, text));
        }
    }
    let hang = Hang {
        role: Role::Tick,
        anchor: Anchor::Middle,
        colour: board.theme.quiet,
    };
    let stroke = Stroke::new(board.theme.axis, 1.0);
    let top = plot.bottom() + TICK + 4.0;
    let size = board.style(Role::Tick).size;
    let mut bottom = plot.bottom() + TICK;
    for (value, text) in chosen {
        let at = hairline(x.at(value));
        board.line(
            vec![(at, plot.bottom() + 1.0), (at, plot.bottom() + TICK)],
            stroke,
        );
        let baseline = top + crate::metrics::CAP_HEIGHT * size;
        board.text(hang, &text, x.at(value), baseline);
        bottom = top + board.block_height(Role::Tick, 1);
    }
    if axis.title.trim().is_empty() {
        return bottom;
    }
    let title = Hang {
        role: Role::AxisTitle,
        ..hang
    };
    let lines = board.wrap(Role::AxisTitle, &axis.title, plot.width);
    board.block(title, &lines, plot.x + plot.width / 2.0, bottom + 6.0)
}

/// The numbers of a value axis that lies, its capitals starting at `top`. Numbers that would
/// meet or leave the page are left out, from the right.
pub(super) fn lying(
    board: &mut Board,
    axis: &Axis,
    x: &Mapping,
    ticks: &Ticks,
    top: f64,
    plot: Rect,
) {
    const APART: f64 = 8.0;
    let baseline = top + crate::metrics::CAP_HEIGHT * board.style(Role::Tick).size;
    let hang = Hang {
        role: Role::Tick,
        anchor: Anchor::Middle,
        colour: board.theme.quiet,
    };
    let texts = numbers(ticks, axis.format, board.lang).texts();
    let mut free_from = f64::NEG_INFINITY;
    for (&value, text) in ticks.values.iter().zip(&texts) {
        let half = board.width(Role::Tick, text) / 2.0;
        // The first number may stand a little to the right of its tick, the last to the left.
        let most = (board.placed.width - half - 2.0).min(plot.right() + 12.0 - half.min(12.0));
        let middle = x
            .at(value)
            .min(plot.right().max(plot.x) - half.min(8.0))
            .min(most);
        let is_on = x.at(value) <= plot.right() + 0.5 && x.at(value) >= plot.x - 0.5;
        if is_on && middle - half >= free_from && middle - half >= 0.0 {
            board.text(hang, text, middle, baseline);
            free_from = middle + half + APART;
        }
    }
}

/// Half the width of the last number of an x axis: what it needs beyond the plot.
pub(super) fn overhang(board: &Board, axis: &Axis, value: f64) -> f64 {
    let single = Ticks {
        values: vec![value],
        step: 1.0,
    };
    let text = numbers(&single, axis.format, board.lang).texts().concat();
    board.width(Role::Tick, &text) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_tick_carries_the_unit() {
        let ticks = ticks_around(0.0, 0.05, 4, false);
        let texts = numbers(&ticks, TickFormat::Percent, Lang::Nb).texts();
        assert_eq!(texts, ["0", "2", "4", "6\u{202f}%"]);
        let fine = Ticks {
            values: vec![0.0, 0.0025, 0.005],
            step: 0.0025,
        };
        let texts = numbers(&fine, TickFormat::PerMille, Lang::Nb).texts();
        assert_eq!(texts, ["0", "2,5", "5,0\u{202f}‰"]);
        let years = ticks_within(2000.0, 2010.0, 3, true);
        let texts = numbers(&years, TickFormat::Year, Lang::En).texts();
        assert_eq!(texts, ["2000", "2005", "2010"]);
    }
}
