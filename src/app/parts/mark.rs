//! What one mark of a figure says.

use crate::figures::build::Figure;
use crate::figures::place::Target;
use crate::text::{Lang, number, words};

/// The words for a mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Readout {
    /// Series and place on the axis.
    pub place: String,
    /// The value.
    pub value: String,
    /// The parts of the value, and what makes it uncertain.
    pub remarks: Vec<String>,
}

impl Readout {
    /// The whole of it as one sentence for those who listen.
    pub fn spoken(&self) -> String {
        let mut spoken = format!("{}: {}.", self.place, self.value);
        for remark in &self.remarks {
            spoken.push(' ');
            spoken += remark;
            if !remark.ends_with('.') {
                spoken.push('.');
            }
        }
        spoken
    }
}

/// The words for a mark of a figure.
pub fn readout(figure: &Figure, target: &Target, lang: Lang) -> Option<Readout> {
    let panel = figure.panels.get(target.panel)?;
    let line = panel.table.rows.get(target.point)?;
    let cell = line.cells.get(target.series)?;
    let column = panel.table.columns.get(target.series)?;
    let row = panel.rows.get(target.series)?.get(target.point)?.as_ref();
    let mut remarks = Vec::new();
    if let Some(row) = row
        && let (Some(numerator), Some(denominator)) = (row.numerator, row.denominator)
    {
        let whole = |value| number::integer(value, lang);
        remarks.push(words::part_of(lang, &whole(numerator), &whole(denominator)));
    }
    if cell.small {
        remarks.push(words::small_mark(lang).to_owned());
    }
    Some(Readout {
        place: format!("{column}, {}", line.head),
        value: cell.text.clone(),
        remarks,
    })
}
