//! How far numbers may be off that were summed from cells which the publisher has changed.

use data::{Perturbation, Table};
use stats::Status;

use super::answer::{Note, Row};
use super::grouping::{Part, Sum};

/// What is known of the cells behind an answer, and how many of them stand behind its largest sum.
pub(super) struct Perturbed {
    /// So much a cell of each part may be off.
    slack: Vec<f64>,
    /// How they were changed.
    told: Vec<Perturbation>,
    /// Whether the numbers are parts of a whole, which are no more than all of it.
    is_part: bool,
    most: usize,
}

impl Perturbed {
    /// Of the parts of a number. Where nothing was changed nothing is off, whatever was rounded.
    pub(super) fn of(table: &Table, parts: &[Part], is_part: bool) -> Perturbed {
        let columns = |part: &Part| {
            let names = part.needs();
            names.into_iter().filter_map(|name| table.measure(name))
        };
        let mut told: Vec<Perturbation> = Vec::new();
        for one in parts
            .iter()
            .flat_map(columns)
            .filter_map(|column| column.perturbed)
        {
            if !told.contains(&one) {
                told.push(one);
            }
        }
        let mean = |part: &Part| {
            let slacks: Vec<f64> = columns(part).map(|column| column.slack()).collect();
            slacks.iter().sum::<f64>() / slacks.len().max(1) as f64
        };
        Perturbed {
            slack: match told.is_empty() {
                true => Vec::new(),
                false => parts.iter().map(mean).collect(),
            },
            told,
            is_part,
            most: 0,
        }
    }

    /// Gives a row that was made of these sums, the first over the second, the range that its number lies in. A count
    /// that is the mean of several sums is divided by their number.
    pub(super) fn settle(&mut self, row: &mut Row, sums: &[&Sum], means: usize) {
        if self.told.is_empty() {
            return;
        }
        self.count(sums);
        // A part of which there is one column stands above and below the line.
        let off = |place: usize| {
            let slack = self.slack.get(place).or(self.slack.last());
            slack.copied().unwrap_or(0.0) * sums[place].rows as f64
        };
        let (Some(above), Some(value)) = (row.numerator, row.value) else {
            return;
        };
        let Some(below) = row.denominator else {
            let off = off(0) / means.max(1) as f64;
            row.rounding = Some(((value - off).max(0.0), value + off));
            return;
        };
        if self.is_part && above > below {
            // Each was changed by itself; more than all is no share.
            (row.value, row.status) = (None, Status::Inconsistent);
            return;
        }
        let low = (above - off(0)).max(0.0) / (below + off(1));
        let least = below - off(1);
        let high = (least > 0.0).then(|| (above + off(0)) / least);
        row.rounding = match (self.is_part, high) {
            (true, high) => Some((low, high.unwrap_or(1.0).min(1.0))),
            (false, high) => high.map(|high| (low, high)),
        };
    }

    /// Counts the cells of sums whose range is told otherwise.
    pub(super) fn count(&mut self, sums: &[&Sum]) {
        let cells = sums.iter().map(|sum| sum.rows).max();
        self.most = self.most.max(cells.unwrap_or(0));
    }

    /// What is to be said of it.
    pub(super) fn notes(self) -> impl Iterator<Item = Note> {
        let cells = self.most;
        let told = self.told.into_iter();
        told.map(move |how| Note::Perturbed { how, cells })
    }
}
