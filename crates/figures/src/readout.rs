//! What one mark of a figure says: to a tooltip, and to those who listen.

use text::kinds::{self, filled};
use text::{Lang, number, words};

use super::build::Figure;
use super::place::Target;

/// The words for a mark.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Readout {
    /// Series and place on the axis.
    pub place: String,
    /// The value.
    pub value: String,
    /// The interval with its level; empty when there is none.
    pub interval: String,
    /// The parts of the value, and what makes it uncertain.
    pub remarks: Vec<String>,
}

impl Readout {
    /// The whole of it as sentences for those who listen.
    pub fn spoken(&self) -> String {
        let mut spoken = format!("{}: {}.", self.place, self.value);
        let interval = (!self.interval.is_empty()).then_some(&self.interval);
        for remark in interval.into_iter().chain(&self.remarks) {
            spoken.push(' ');
            spoken += remark;
            if !remark.ends_with('.') {
                spoken.push('.');
            }
        }
        spoken
    }
}

/// The words for a mark of a figure; none for a mark the figure has no number for.
pub fn readout(figure: &Figure, target: &Target, lang: Lang) -> Option<Readout> {
    let panel = figure.panels.get(target.panel)?;
    let line = panel.table.rows.get(target.point)?;
    let cell = line.cells.get(target.series)?;
    let column = panel.table.columns.get(target.series)?;
    let rows = panel.rows.get(target.series)?;
    let mut remarks = Vec::new();
    if let Some(Some(row)) = rows.get(target.point)
        && let (Some(numerator), Some(denominator)) = (row.numerator, row.denominator)
    {
        let whole = |value| number::integer(value, lang);
        remarks.push(words::part_of(lang, &whole(numerator), &whole(denominator)));
    }
    if cell.small {
        remarks.push(words::small_mark(lang).to_owned());
    }
    if !cell.marks.is_empty() {
        remarks.push(text::notes::marks_in_words(lang, &cell.marks));
    }
    let level = figure.level.filter(|_| !cell.interval.is_empty());
    let place = match column.as_str() {
        "" => line.head.clone(),
        column => format!("{column}, {}", line.head),
    };
    Some(Readout {
        place,
        value: cell.text.clone(),
        interval: level.map_or(String::new(), |level| {
            let level = number::percent(level, 0, lang);
            let places = [("level", level.as_str()), ("between", &cell.interval)];
            filled(kinds::interval_at(lang), &places)
        }),
        remarks,
    })
}
