//! Categories below each other, each with its name and a row for its bars.

use super::board::{Board, Hang};
use super::marks::{Anchor, Mark, Rect};
use crate::metrics::CAP_HEIGHT;
use crate::theme::Role;

/// The rows of a panel.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rows {
    /// Whether the names stand beside the bars.
    pub beside: bool,
    /// Left edge of the bars.
    pub left: f64,
    /// For each category the upper edge and the height of its bars.
    pub bars: Vec<(f64, f64)>,
    /// Lower end of the last row.
    pub bottom: f64,
    /// The names among the marks, from and to.
    pub names: (usize, usize),
}

impl Rows {
    /// From where to where an upright line is drawn: along all rows, or, where names stand above
    /// their bars, along each row by itself, so that no line runs through names.
    pub fn bands(&self, whole: (f64, f64)) -> Vec<(f64, f64)> {
        let mut bands = Vec::new();
        for (top, height) in &self.bars {
            bands.push((top - 3.0, top + height + 3.0));
        }
        if self.beside { vec![whole] } else { bands }
    }

    /// Sets names that stand above their bars over whatever has been drawn since, on paper, so
    /// that no line of an axis crosses their letters.
    pub fn lift_names(&self, board: &mut Board) {
        if self.beside {
            return;
        }
        let marks = &mut board.placed.marks;
        let names: Vec<Mark> = marks.drain(self.names.0..self.names.1).collect();
        for mark in names {
            if let Mark::Text(text) = &mark {
                let rect = text.rect();
                let ground = Rect::new(rect.x, rect.y - 2.0, rect.width + 3.0, rect.height + 3.0);
                board.fill(ground, board.theme.paper);
            }
            board.placed.marks.push(mark);
        }
    }
}

/// How the rows are to be.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowsWanted {
    /// The height of the bars of one category.
    pub bars: f64,
    /// The height below which values beside the bars would touch.
    pub least: f64,
    /// The width that bars and values need at least.
    pub width: f64,
    /// The distance between two categories.
    pub gap: f64,
    /// The height to fill, when it is given.
    pub height: Option<f64>,
}

/// Sets the names of the categories and finds the rows for their bars.
///
/// Names stand in a column left of the bars where they fit there in at most three lines,
/// otherwise above their bars, so that bars keep at least 60 % of the width on a phone.
pub(super) fn place(
    board: &mut Board,
    categories: &[String],
    area: Rect,
    wanted: RowsWanted,
) -> Rows {
    let hang = Hang {
        role: Role::Category,
        anchor: Anchor::Start,
        colour: board.theme.ink,
    };
    let limit = (area.width * 0.38).min(260.0);
    let beside = area.width - limit - 10.0 >= wanted.width
        && categories.iter().all(|name| {
            !board.cuts_words(Role::Category, name, limit)
                && board.wrap(Role::Category, name, limit).len() <= 3
        });
    // A name above its bars must be nearer to them than to the bars of the category before.
    let wanted = RowsWanted {
        gap: if beside {
            wanted.gap
        } else {
            wanted.gap.max(16.0)
        },
        ..wanted
    };
    let name_limit = if beside { limit } else { area.width };
    let names: Vec<Vec<String>> = categories
        .iter()
        .map(|name| board.wrap_evenly(Role::Category, name, name_limit))
        .collect();
    let name_height =
        |board: &Board, lines: &[String]| board.block_height(Role::Category, lines.len());

    // A given height stretches bars and gaps alike; names keep their size.
    let row_height = |board: &Board, lines: &[String], bars: f64| {
        let name = name_height(board, lines);
        if beside {
            name.max(bars)
        } else {
            name + 5.0 + bars
        }
    };
    let total = |board: &Board, factor: f64| -> f64 {
        let rows: f64 = names
            .iter()
            .map(|lines| row_height(board, lines, wanted.bars * factor) + wanted.gap * factor)
            .sum();
        rows - wanted.gap * factor
    };
    let factor = wanted.height.map_or(1.0, |height| {
        // Names of several lines are higher than a bar at first and lower when it has grown, so
        // the height is no straight line in the factor.
        let (mut low, mut high) = ((wanted.least / wanted.bars).min(1.0), 3.0);
        for _ in 0..24 {
            let middle = (low + high) / 2.0;
            if total(board, middle) < height {
                low = middle;
            } else {
                high = middle;
            }
        }
        low
    });
    let least = wanted.least.min(wanted.bars);
    let bar_height = libm::floor(wanted.bars * factor).max(least);
    // What rounding takes from the bars goes to the gaps, so that rows of several panels meet.
    let gap = wanted.gap * factor + (wanted.bars * factor - bar_height).max(0.0);

    let column = names
        .iter()
        .flatten()
        .map(|line| board.width(Role::Category, line))
        .fold(0.0, f64::max);
    let left = if beside {
        libm::ceil(area.x + column + 10.0)
    } else {
        area.x
    };
    let mut top = area.y;
    let first = board.placed.marks.len();
    let mut bars = Vec::with_capacity(names.len());
    for lines in &names {
        let height = row_height(board, lines, bar_height);
        if beside {
            // The middle of the letters, without the depth of the last line, faces the bars.
            let style = board.style(Role::Category);
            let letters = CAP_HEIGHT * style.size + (lines.len().max(1) - 1) as f64 * style.leading;
            let middle = top + height / 2.0;
            board.block(hang, lines, area.x, middle - letters / 2.0);
            bars.push((libm::round(middle - bar_height / 2.0), bar_height));
        } else {
            let end = board.block(hang, lines, area.x, top);
            bars.push((libm::round(end + 5.0), bar_height));
        }
        top += height + gap;
    }
    Rows {
        beside,
        names: (first, board.placed.marks.len()),
        left,
        bars,
        bottom: if names.is_empty() { area.y } else { top - gap },
    }
}
