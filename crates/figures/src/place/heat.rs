//! Values as colours: one row a series, one column a category.

use std::ops::Range;

use super::axis;
use super::board::{Board, Hang, Slot};
use super::marks::{Anchor, Rect, Shape, Stroke};
use crate::metrics::CAP_HEIGHT;
use crate::scale::{Ticks, ratio_ticks, ticks_around};
use crate::sheet::{Panel, Point, Ramp, TickFormat};
use crate::theme::{Rgb, Role, Theme};
use text::{Lang, kinds as words};

/// Ratios at which the class changes when colours tell more and less than 1.
const RATIOS: [f64; Theme::CLASSES - 1] = [0.33, 0.5, 0.8, 1.25, 2.0, 3.0];

/// The most columns whose names all stand below them.
const MOST_NAMES: usize = 24;

/// The classes of a panel: where one ends and the next begins.
pub(super) struct Classes {
    limits: Vec<f64>,
    texts: Vec<String>,
    pub(super) diverging: bool,
}

impl Classes {
    pub(super) fn of(board: &Board, panel: &Panel) -> Classes {
        if panel.ramp == Ramp::Ratio {
            let ticks = Ticks {
                values: RATIOS.to_vec(),
                step: 0.0,
            };
            return Classes {
                texts: axis::numbers(&ticks, TickFormat::Number, board.lang).texts(),
                limits: RATIOS.to_vec(),
                diverging: true,
            };
        }
        let range = axis::value_range(panel, true);
        let whole = panel.y.format == TickFormat::Number && range.1 > 10.0;
        let mut ticks = match skewed(panel) {
            Some(low) => ratio_ticks(low, range.1, Theme::CLASSES + 1),
            None => ticks_around(range.0, range.1, Theme::CLASSES + 2, whole),
        };
        if ticks.values.len() > Theme::CLASSES + 2 {
            ticks = ticks_around(range.0, range.1, Theme::CLASSES + 1, whole);
        }
        let last = ticks.values.len().saturating_sub(1);
        ticks.values = ticks.values[1.min(last)..last].to_vec();
        // The last class is open upwards.
        ticks.values.truncate(Theme::CLASSES - 1);
        let numbers = axis::numbers(&ticks, panel.y.format, board.lang);
        Classes {
            texts: numbers.texts(),
            limits: ticks.values,
            diverging: false,
        }
    }

    pub(super) fn count(&self) -> usize {
        self.limits.len() + 1
    }

    pub(super) fn place(&self, value: f64) -> usize {
        self.limits.iter().filter(|limit| value >= **limit).count()
    }
}

/// Why fields have no number, each with a hatching of its own.
pub(super) struct Empty {
    reasons: Vec<String>,
    none: String,
}

impl Empty {
    /// The reasons of a panel, in the order in which they are met.
    pub(super) fn of(panel: &Panel, lang: Lang) -> Empty {
        let mut empty = Empty {
            reasons: Vec::new(),
            none: words::no_number(lang).to_owned(),
        };
        let points = panel.series.iter().flat_map(|series| &series.points);
        for point in points.filter(|point| point.value().is_none()) {
            let reason = empty.reason(point).to_owned();
            if !empty.reasons.contains(&reason) {
                empty.reasons.push(reason);
            }
        }
        empty
    }

    fn reason<'a>(&'a self, point: &'a Point) -> &'a str {
        let reason = point.absent.as_deref().unwrap_or_default();
        if reason.is_empty() {
            &self.none
        } else {
            reason
        }
    }

    /// Which hatching a point without a number has.
    pub(super) fn place(&self, point: &Point) -> usize {
        let reason = self.reason(point);
        let place = self.reasons.iter().position(|known| known == reason);
        place.unwrap_or_default()
    }
}

/// Where classes of equal ratios begin when a few high values would leave all others in one
/// class: the value a tenth of the fields lie below. None where values are spread evenly enough.
fn skewed(panel: &Panel) -> Option<f64> {
    let points = panel.series.iter().flat_map(|series| &series.points);
    let mut values: Vec<f64> = points.filter_map(|point| point.value()).collect();
    kernels::stable_sort::sort_by(&mut values, &|one, two| one.total_cmp(two));
    let at = |part: f64| values.get((values.len() as f64 * part) as usize).copied();
    let (low, middle, high) = (at(0.1)?, at(0.5)?, *values.last()?);
    (low > 0.0 && high > 5.0 * middle).then_some(low.max(high / 200.0))
}

/// Places the panel from the slot's upper edge down and returns its lower end.
pub(super) fn place(board: &mut Board, panel: &Panel, slot: Slot) -> f64 {
    let Slot { area, height, .. } = slot;
    let theme = board.theme;
    let classes = Classes::of(board, panel);
    // Fields are too small for more than one hatching.
    let mut empty = Empty::of(panel, board.lang);
    empty.reasons.truncate(1);
    let head = axis::title_above(board, &panel.y, area);
    let top = key(
        board,
        panel,
        &classes,
        &empty,
        Rect::new(area.x, head, area.width, 0.0),
    ) + 14.0;

    // Names of the rows; long ones take lines, but never more than a third of the width.
    let limit = libm::floor((area.width * 0.34).min(220.0));
    let names: Vec<Vec<String>> = panel
        .series
        .iter()
        .map(|series| board.wrap_evenly(Role::Category, &series.label, limit))
        .collect();
    let column = names
        .iter()
        .flatten()
        .map(|line| board.width(Role::Category, line))
        .fold(0.0, f64::max);
    let left = libm::ceil(area.x + column + 8.0);
    let columns = panel.x.categories.as_deref().unwrap_or_default();
    let most_lines = names.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let least = board.block_height(Role::Category, most_lines) + 5.0;
    let count = panel.series.len().max(1) as f64;
    let width = (area.right() - left) / columns.len().max(1) as f64;
    let natural = (width * 0.62).clamp(18.0, 34.0).max(least);
    let below = axis_height(board, panel, columns);
    let row = height.map_or(natural, |height| {
        ((area.y + height - top - below) / count).max(least)
    });
    let row = libm::floor(row.min(60.0).max(least));
    let bottom = top + row * count;
    let plot = Rect::new(left, top, area.right() - left, bottom - top);
    board.placed.plots.push(plot);

    let edge = |place: usize| libm::round(left + place as f64 * width);
    let gap = if width > 9.0 { 1.0 } else { 0.0 };
    let points = || panel.series.iter().flat_map(|series| &series.points);
    // Numbers stand in the fields when all of them fit: some without would look empty.
    let fits = |text: &str| board.width(Role::Value, text) + 6.0 <= width - gap;
    let with_numbers = row >= 18.0
        && points().any(|point| !point.text.is_empty())
        && points().all(|point| fits(&point.text));
    // Which colour is read best takes long to find out, so once a class.
    let inks: Vec<Rgb> = (0..classes.count())
        .map(|class| theme.text_on(theme.class(class, classes.count(), classes.diverging)))
        .collect();
    let field = |series: usize, place: usize| {
        let (from, to) = (edge(place), edge(place + 1));
        let row_top = top + series as f64 * row;
        Rect::new(from, row_top, to - from - gap, row - gap)
    };
    // A call a field would take longer than all the rest: neighbours of a class are one shape, and
    // the lines between fields are drawn over it.
    let of_fields: Vec<Vec<Option<usize>>> = panel
        .series
        .iter()
        .map(|series| classes_of(&series.points, columns.len(), &classes))
        .collect();
    let (mut upright, mut level) = (vec![false; columns.len()], vec![false; of_fields.len()]);
    for block in blocks(&of_fields) {
        let colour = theme.class(block.class, classes.count(), classes.diverging);
        let (first, last) = (
            field(block.rows.start, block.columns.start),
            field(block.rows.end - 1, block.columns.end - 1),
        );
        let (width, height) = (last.right() - first.x, last.bottom() - first.y);
        board.fill(Rect::new(first.x, first.y, width, height), colour);
        upright[block.columns.start..block.columns.end - 1].fill(true);
        level[block.rows.start..block.rows.end - 1].fill(true);
    }
    if gap > 0.0 {
        let paper = theme.paper;
        for place in (0..columns.len()).filter(|place| upright[*place]) {
            board.fill(
                Rect::new(edge(place + 1) - gap, top, gap, plot.height),
                paper,
            );
        }
        for place in (0..level.len()).filter(|place| level[*place]) {
            let below = top + (place + 1) as f64 * row - gap;
            board.fill(Rect::new(left, below, plot.width, gap), paper);
        }
    }
    for (series_index, series) in panel.series.iter().enumerate() {
        let row_top = top + series_index as f64 * row;
        let lines = &names[series_index];
        let style = board.style(Role::Category);
        let letters = CAP_HEIGHT * style.size + (lines.len().max(1) - 1) as f64 * style.leading;
        let hang = Hang {
            role: Role::Category,
            anchor: Anchor::End,
            colour: theme.ink,
        };
        board.block(
            hang,
            lines,
            left - 8.0,
            row_top + (row - gap - letters) / 2.0,
        );
        for (point_index, point) in series.points.iter().enumerate() {
            let place = point.x.max(0.0) as usize;
            if place >= columns.len() {
                continue;
            }
            let rect = field(series_index, place);
            match point.value() {
                None => board.empty_field(rect),
                Some(value) => {
                    let class = classes.place(value);
                    if point.small && rect.width > 7.0 {
                        small(board, rect, class, &classes);
                    }
                    if with_numbers {
                        let hang = Hang {
                            role: Role::Value,
                            anchor: Anchor::Middle,
                            colour: inks[class],
                        };
                        let middle = (rect.x + rect.width / 2.0, rect.y + rect.height / 2.0);
                        board.centred(hang, &point.text, middle.0, middle.1);
                    }
                }
            }
            board.target(slot.panel, series_index, point_index, Shape::Area(rect));
        }
    }
    frame(board, panel, plot);
    below_plot(board, panel, columns, &edge, plot)
}

/// The class of the value in each column; none where there is no number.
fn classes_of(points: &[Point], columns: usize, classes: &Classes) -> Vec<Option<usize>> {
    let mut found = vec![None; columns];
    for point in points {
        if let Some(field) = found.get_mut(point.x.max(0.0) as usize) {
            *field = point.value().map(|value| classes.place(value));
        }
    }
    found
}

/// Neighbouring fields of one class.
#[derive(Debug, PartialEq)]
struct Block {
    class: usize,
    rows: Range<usize>,
    columns: Range<usize>,
}

/// Blocks that together have every field with a class once: the fields of a row that follow each
/// other, with the same ones of the rows below. Class by class, the lowest first.
fn blocks(of_fields: &[Vec<Option<usize>>]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    // Those that the row before has, in the order of their columns.
    let mut open: Vec<usize> = Vec::new();
    for (row, fields) in of_fields.iter().enumerate() {
        let above = std::mem::take(&mut open);
        let mut start = 0;
        for run in fields.chunk_by(|one, next| one == next) {
            let columns = start..start + run.len();
            start = columns.end;
            let Some(class) = run[0] else { continue };
            let is_same = |index: &&usize| {
                blocks[**index].class == class && blocks[**index].columns == columns
            };
            let index = above.iter().find(is_same).copied();
            match index {
                Some(index) => blocks[index].rows.end = row + 1,
                None => blocks.push(Block {
                    class,
                    rows: row..row + 1,
                    columns,
                }),
            }
            open.push(index.unwrap_or(blocks.len() - 1));
        }
    }
    kernels::stable_sort::sort_by(&mut blocks, &|one, two| one.class.cmp(&two.class));
    blocks
}

/// A triangle in the corner of a field that rests on few events.
fn small(board: &mut Board, rect: Rect, class: usize, classes: &Classes) {
    let colour = board.theme.class(class, classes.count(), classes.diverging);
    let side = (rect.width / 3.0).clamp(3.0, 5.0);
    let corner = (rect.right(), rect.y);
    let points = vec![
        (corner.0 - side, corner.1),
        corner,
        (corner.0, corner.1 + side),
    ];
    let ink = colour.mix(board.theme.text_on(colour), 0.6);
    board.polygon(points, ink.into());
}

/// Lines round breaks: a dashed line between the columns a break of the series falls between.
fn frame(board: &mut Board, panel: &Panel, plot: Rect) {
    let columns = panel.x.categories.as_deref().unwrap_or_default();
    for shade in panel.shades.iter().filter(|shade| shade.from == shade.to) {
        let before = columns
            .iter()
            .position(|name| name.parse::<f64>().is_ok_and(|value| value >= shade.from));
        if let Some(place) = before {
            let width = plot.width / columns.len().max(1) as f64;
            let at = axis::hairline(plot.x + place as f64 * width);
            let stroke = Stroke::new(board.theme.ink, 1.0).dashed(4.0, 3.0);
            board.line(vec![(at, plot.y - 4.0), (at, plot.bottom() + 4.0)], stroke);
        }
    }
}

fn axis_height(board: &Board, panel: &Panel, columns: &[String]) -> f64 {
    let is_number = columns.iter().all(|name| name.parse::<i32>().is_ok());
    if !is_number && columns.len() <= MOST_NAMES {
        let widths = columns.iter().map(|name| board.width(Role::Tick, name));
        return 8.0 + widths.fold(0.0, f64::max).min(150.0);
    }
    let numbers = 8.0 + board.block_height(Role::Tick, 1);
    match panel.x.title.trim().is_empty() {
        true => numbers,
        false => numbers + 6.0 + board.block_height(Role::AxisTitle, 1),
    }
}

/// The names of the columns: every one when they fit, else those that keep apart, first and
/// last among them. Returns the lower end.
fn below_plot(
    board: &mut Board,
    panel: &Panel,
    columns: &[String],
    edge: &dyn Fn(usize) -> f64,
    plot: Rect,
) -> f64 {
    let hang = Hang {
        role: Role::Tick,
        anchor: Anchor::Middle,
        colour: board.theme.quiet,
    };
    let middle = |place: usize| (edge(place) + edge(place + 1)) / 2.0;
    let top = plot.bottom() + 8.0;
    let is_number = columns.iter().all(|name| name.parse::<i32>().is_ok());
    let is_number = is_number || columns.len() > MOST_NAMES;
    let step = (edge(1) - edge(0)).max(1.0);
    let mut end = top + board.block_height(Role::Tick, 1);
    if !is_number {
        // Names of things may take lines, and are never left out; where words would be cut, they
        // are turned.
        if columns
            .iter()
            .any(|name| board.cuts_words(Role::Tick, name, step - 4.0))
        {
            let upright = Hang {
                anchor: Anchor::End,
                ..hang
            };
            let size = board.style(Role::Tick).size;
            // Columns narrower than a line leave out names; pointer, keys and table have them.
            let every = libm::ceil(size * 1.05 / step).max(1.0) as usize;
            for (place, name) in columns.iter().enumerate().step_by(every) {
                let lines = board.wrap_evenly(Role::Tick, name, 150.0);
                let lines = match (lines.len() as f64) * size * 1.15 <= step {
                    true => lines,
                    false => vec![name.clone()],
                };
                let high = (lines.len() as f64 - 1.0) * size * 1.15 + CAP_HEIGHT * size;
                for (row, line) in lines.iter().enumerate() {
                    let baseline =
                        middle(place) - high / 2.0 + CAP_HEIGHT * size + row as f64 * size * 1.15;
                    board.turned(upright, line, baseline, top);
                    end = end.max(top + board.width(Role::Tick, line));
                }
            }
            return end;
        }
        let wrapped: Vec<Vec<String>> = columns
            .iter()
            .map(|name| board.wrap(Role::Tick, name, step - 4.0))
            .collect();
        for (place, lines) in wrapped.iter().enumerate() {
            end = end.max(board.block(hang, lines, middle(place), top));
        }
    } else {
        let baseline = top + CAP_HEIGHT * board.style(Role::Tick).size;
        let mut taken: Vec<(f64, f64)> = Vec::new();
        let last = columns.len().saturating_sub(1);
        let tidy = |place: &usize| {
            columns[*place]
                .parse::<i32>()
                .is_ok_and(|value| value % 5 == 0)
        };
        let order = [0, last]
            .into_iter()
            .chain((0..columns.len()).filter(tidy))
            .chain(0..columns.len());
        for place in order.filter(|place| *place < columns.len()) {
            let half = board.width(Role::Tick, &columns[place]) / 2.0;
            let at = middle(place).min(plot.right() + 10.0 - half);
            let meets =
                |&(other, other_half): &(f64, f64)| (other - at).abs() < half + other_half + 6.0;
            // Single numbers between tidy ones only where every number fits.
            let single = !tidy(&place) && place != 0 && place != last;
            let tight = step < 2.0 * half + 6.0;
            let leaves_out = single && tight || taken.iter().any(meets);
            if !leaves_out {
                board.text(hang, &columns[place], at, baseline);
                taken.push((at, half));
            }
        }
    }
    if panel.x.title.trim().is_empty() {
        return end;
    }
    let title = Hang {
        role: Role::AxisTitle,
        ..hang
    };
    let lines = board.wrap(Role::AxisTitle, &panel.x.title, plot.width);
    board.block(title, &lines, plot.x + plot.width / 2.0, end + 6.0)
}

/// What stands in the key beside the classes.
enum Key {
    /// Fields without a number, by their reason.
    Hatching(usize),
    /// Fields on few events.
    Few,
    /// Land that the numbers are not of.
    Ground,
}

/// The key: a strip of the classes with the numbers between them, and what a field without a
/// number looks like. Returns the lower end.
pub(super) fn key(
    board: &mut Board,
    panel: &Panel,
    classes: &Classes,
    empty: &Empty,
    area: Rect,
) -> f64 {
    const HIGH: f64 = 12.0;
    let count = classes.count();
    let widest = classes
        .texts
        .iter()
        .map(|text| board.width(Role::Tick, text))
        .fold(0.0, f64::max);
    let each = libm::floor(((widest + 10.0).max(34.0)).min(area.width / count as f64));
    let top = area.y + if area.y > 0.0 { 4.0 } else { 0.0 };
    for place in 0..count {
        let rect = Rect::new(area.x + place as f64 * each, top, each, HIGH);
        let colour = board.theme.class(place, count, classes.diverging);
        board.fill(rect, colour);
    }
    let strip = Rect::new(area.x, top, each * count as f64, HIGH);
    board.outline(strip, Stroke::new(board.theme.axis, 1.0));
    let hang = Hang {
        role: Role::Tick,
        anchor: Anchor::Middle,
        colour: board.theme.quiet,
    };
    let baseline = top + HIGH + 5.0 + CAP_HEIGHT * board.style(Role::Tick).size;
    let mut free_from = f64::NEG_INFINITY;
    for (place, text) in classes.texts.iter().enumerate() {
        let half = board.width(Role::Tick, text) / 2.0;
        let at = area.x + (place + 1) as f64 * each;
        if at - half >= free_from {
            board.text(hang, text, at, baseline);
            free_from = at + half + 4.0;
        }
    }
    let mut end = top + HIGH + 5.0 + board.block_height(Role::Tick, 1);
    let points = || panel.series.iter().flat_map(|series| &series.points);
    let hatched = empty.reasons.iter().enumerate();
    let mut entries: Vec<(Key, String)> = hatched
        .map(|(place, reason)| (Key::Hatching(place), reason.clone()))
        .collect();
    if points().any(|point| point.small && point.value().is_some()) {
        entries.push((Key::Few, words::few_events(board.lang).to_owned()));
    }
    let outlines = panel.outlines.as_ref();
    let has_ground = outlines.is_some_and(|outlines| !outlines.ground.is_empty());
    if has_ground && !empty.reasons.contains(&empty.none) {
        entries.push((Key::Ground, empty.none.clone()));
    }
    let legend = Hang {
        role: Role::Legend,
        anchor: Anchor::Start,
        colour: board.theme.ink,
    };
    // Beside the strip where there is room, else below it.
    let (mut x, mut y) = (strip.right() + 22.0, top);
    for (sign, text) in entries {
        let width = board.width(Role::Legend, &text) + 24.0;
        if x + width > area.right() {
            (x, y) = (area.x, end + 8.0);
        }
        let rect = Rect::new(x, y, 16.0, HIGH);
        match sign {
            Key::Hatching(place) => {
                board.fill(rect, board.theme.shade);
                let corners = [
                    (rect.x, rect.y),
                    (rect.right(), rect.y),
                    (rect.right(), rect.bottom()),
                    (rect.x, rect.bottom()),
                ];
                match place {
                    0 => board.empty_field(rect),
                    _ => board.hatched(&corners, place),
                }
            }
            Key::Few => {
                let colour = board.theme.class(count / 2, count, classes.diverging);
                board.fill(rect, colour);
                small(board, rect, count / 2, classes);
            }
            Key::Ground => board.outline(rect, Stroke::new(board.theme.axis, 0.5)),
        }
        let lines = board.wrap(Role::Legend, &text, area.right() - x - 24.0);
        let letters = CAP_HEIGHT * board.style(Role::Legend).size;
        let foot = board.block(legend, &lines, x + 22.0, y + (HIGH - letters) / 2.0);
        end = end.max(foot);
        x += width + 18.0;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn neighbours_of_a_class_are_one_block() {
        let fields = [
            vec![Some(1), Some(1), None, Some(0)],
            vec![Some(1), Some(1), Some(0), Some(0)],
            vec![Some(1), Some(2), Some(0), Some(0)],
        ];
        let block = |class, rows, columns| Block {
            class,
            rows,
            columns,
        };
        let expected = vec![
            block(0, 0..1, 3..4),
            block(0, 1..3, 2..4),
            block(1, 0..2, 0..2),
            block(1, 2..3, 0..1),
            block(2, 2..3, 1..2),
        ];
        assert_eq!(blocks(&fields), expected);
    }

    proptest! {
        #[test]
        fn blocks_have_every_field_once_and_no_other(
            fields in (1usize..6, 1usize..7).prop_flat_map(|(rows, columns)| {
                let class = proptest::option::of(0usize..3);
                prop::collection::vec(prop::collection::vec(class, columns), rows)
            })
        ) {
            let mut painted: Vec<Vec<Option<usize>>> =
                fields.iter().map(|row| vec![None; row.len()]).collect();
            for block in blocks(&fields) {
                for row in block.rows {
                    for column in block.columns.clone() {
                        prop_assert_eq!(painted[row][column], None);
                        painted[row][column] = Some(block.class);
                    }
                }
            }
            prop_assert_eq!(painted, fields);
        }
    }
}
