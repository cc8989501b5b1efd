//! Which number of the data a mark, a cell or a word of a figure shows.

use crate::measures::Status;
use crate::measures::explain::{Number, Shown};

use super::build::Figure;

/// A place in a figure: panel, series and point, counted from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The panel.
    pub panel: usize,
    /// The series: a column of the table.
    pub series: usize,
    /// The point: a row of the table.
    pub point: usize,
}

impl Figure {
    /// The number at a place; none where there is nothing to explain.
    pub fn number(&self, spot: Spot) -> Option<Number> {
        let panel = self.panels.get(spot.panel)?;
        let row = panel.rows.get(spot.series)?.get(spot.point)?.as_ref()?;
        let question = panel.question.as_ref()?;
        if row.status != Status::Ok && row.status != Status::SuppressedInput {
            return None;
        }
        let shown = match panel.counts {
            true => Shown::Numerator,
            false => Shown::Value,
        };
        Some(Number {
            shown,
            ..Number::value(question, &row.key)
        })
    }
}
