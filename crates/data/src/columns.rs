//! Columns as bytes: how parts of a table come from those who read slices, and whole tables from whoever made them of
//! foreign files. Nothing is parsed again, and nothing of the form of a text is left in them.

use kernels as loops;

use crate::additivity::Additive;
use crate::cell::{Cells, Numbers};
use crate::csv_table::Expectations;
use crate::dictionary::Dictionary;
use crate::indexes::Indexes;
use crate::table::{Dimension, Flags, MeasureColumn, Rounding, Table};
use crate::wire::{Reader, Writer};

/// The codes of a column and the code of each row, as they lie in bytes.
pub(crate) struct PartCodes<'a> {
    pub(crate) codes: Vec<&'a [u8]>,
    pub(crate) width: usize,
    pub(crate) rows: &'a [u8],
}

/// The cells of a column, as they lie in bytes.
pub(crate) struct PartAmounts<'a> {
    pub(crate) width: usize,
    pub(crate) numbers: &'a [u8],
    pub(crate) states: &'a [u8],
}

/// Writes the codes of a column and the code of each row.
pub(crate) fn write_codes<'c>(
    out: &mut Writer,
    codes: impl ExactSizeIterator<Item = &'c [u8]>,
    rows: &[u32],
) {
    let count = codes.len();
    out.number(count);
    codes.for_each(|code| out.bytes(code));
    match count {
        0..=0x100 => {
            out.byte(1);
            loops::bytes_u8(&mut out.0, rows);
        }
        0x101..=0x1_0000 => {
            out.byte(2);
            loops::bytes_u16(&mut out.0, rows);
        }
        _ => {
            out.byte(4);
            loops::bytes_u32(&mut out.0, rows);
        }
    }
}

/// Writes the cells of a column: numbers, and states where any cell is none.
pub(crate) fn write_amounts(out: &mut Writer, numbers: &[f64], states: &[u8]) {
    let width = numbers.iter().map(|number| Numbers::width_of(*number));
    let width = width.max().unwrap_or(1);
    out.byte(width as u8);
    loops::bytes_of_numbers(&mut out.0, numbers, width);
    let has_states = states.iter().any(|state| *state != 0);
    out.byte(u8::from(has_states));
    if has_states {
        out.0.extend_from_slice(states);
    }
}

impl<'a> PartCodes<'a> {
    /// What [`write_codes`] wrote of so many rows.
    pub(crate) fn read(from: &mut Reader<'a>, rows: usize) -> Option<PartCodes<'a>> {
        let mut codes = Vec::new();
        for _ in 0..from.number()? {
            codes.push(from.bytes()?);
        }
        let width = usize::from(from.byte()?);
        let rows = from.exactly(rows.checked_mul(width)?)?;
        Some(PartCodes { codes, width, rows })
    }

    /// Adds the rows to those of a column; false when one has no code.
    pub(crate) fn append_to(&self, known: &mut Dictionary, rows: &mut Indexes) -> bool {
        let numbers = self.codes.iter();
        let to: Vec<u32> = numbers.map(|code| known.number(code).0).collect();
        let largest = known.len().saturating_sub(1) as u32;
        rows.append(self.rows, self.width, &to, largest)
    }
}

impl<'a> PartAmounts<'a> {
    /// What [`write_amounts`] wrote of so many rows.
    pub(crate) fn read(from: &mut Reader<'a>, rows: usize) -> Option<PartAmounts<'a>> {
        let width = usize::from(from.byte()?);
        let numbers = from.exactly(rows.checked_mul(width)?)?;
        let has_states = from.byte()? == 1;
        Some(PartAmounts {
            width,
            numbers,
            states: from.exactly(if has_states { rows } else { 0 })?,
        })
    }
}

/// A table as bytes: its columns with their rows, and the publisher's marks. What a description tells of it, how
/// codes add up and what is covered, is not among them.
pub fn to_bytes(table: &Table) -> Vec<u8> {
    let mut out = Writer::default();
    out.number(table.rows);
    out.number(table.dimensions.len());
    for column in &table.dimensions {
        out.bytes(column.name.as_bytes());
        let rows: Vec<u32> = column.rows.iter().collect();
        let codes = column.codes.iter();
        write_codes(&mut out, codes.map(|code| code.as_bytes()), &rows);
    }
    out.number(table.measures.len());
    let mut numbers = vec![0.0; table.rows];
    for column in &table.measures {
        out.bytes(column.name.as_bytes());
        let step = column.rounding.map_or(0.0, |rounding| rounding.step);
        out.0.extend_from_slice(&step.to_le_bytes());
        column.cells.read(0, &mut numbers);
        let states = column.cells.states(0, table.rows);
        write_amounts(&mut out, &numbers, states.unwrap_or_default());
    }
    out.byte(u8::from(table.flags.is_some()));
    if let Some(flags) = &table.flags {
        out.bytes(flags.column.as_bytes());
        flags
            .rows
            .iter()
            .for_each(|mark| out.bytes(mark.as_bytes()));
    }
    out.0
}

/// The table that [`to_bytes`] wrote, under a name and with what is expected of it. `None` when these are no such
/// bytes.
pub fn of_bytes(bytes: &[u8], name: &str, expectations: &Expectations) -> Option<Table> {
    let mut from = Reader(bytes);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok();
    let rows = from.number()?;
    let mut table = Table {
        rows,
        coverage: expectations.coverage.clone(),
        ..Table::empty(name)
    };
    for _ in 0..from.number()? {
        let name = text(from.bytes()?)?;
        let part = PartCodes::read(&mut from, rows)?;
        let (mut known, mut rows) = (Dictionary::default(), Indexes::default());
        if !part.append_to(&mut known, &mut rows) {
            return None;
        }
        table.coverage.remove(&name);
        table.dimensions.push(Dimension {
            name,
            codes: known.codes().map(text).collect::<Option<_>>()?,
            rows,
            additive: Additive::default(),
        });
    }
    for _ in 0..from.number()? {
        let name = text(from.bytes()?)?;
        let step = f64::from_le_bytes(from.exactly(8)?.try_into().ok()?);
        let part = PartAmounts::read(&mut from, rows)?;
        let mut cells = Cells::default();
        cells.append(part.numbers, part.width, part.states);
        table.measures.push(MeasureColumn {
            perturbed: expectations.perturbed(&name),
            name,
            cells,
            rounding: (step > 0.0).then_some(Rounding { step }),
        });
    }
    if from.byte()? == 1 {
        let column = text(from.bytes()?)?;
        let mark = |_| Some(text(from.bytes()?)?.into_boxed_str());
        let rows = (0..rows).map(mark).collect::<Option<Vec<_>>>()?;
        table.flags = Some(Flags { column, rows });
    }
    Some(table)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell::Cell;

    #[test]
    fn a_table_is_the_same_on_the_other_side_and_half_of_it_is_none() {
        let years: Vec<String> = (0..300).map(|year| year.to_string()).collect();
        let mut table = Table {
            rows: 300,
            ..Table::empty("t")
        };
        table.dimensions.push(Dimension {
            name: "year".to_owned(),
            codes: years,
            rows: (0..300).rev().collect(),
            additive: Additive::default(),
        });
        let cells = |at: u32| match at % 50 {
            0 => Cell::Suppressed,
            1 => Cell::Missing,
            _ => Cell::Number(f64::from(at) * 0.5),
        };
        for (name, step) in [("population", None), ("emigrations", Some(5.0))] {
            table.measures.push(MeasureColumn {
                name: name.to_owned(),
                cells: match step {
                    None => (0..300).map(|at| Cell::Number(f64::from(at))).collect(),
                    Some(_) => (0..300).map(cells).collect(),
                },
                rounding: step.map(|step| Rounding { step }),
                perturbed: None,
            });
        }
        table.flags = Some(Flags {
            column: "flag".to_owned(),
            rows: (0..300)
                .map(|at| if at == 7 { "b" } else { "" }.into())
                .collect(),
        });
        let bytes = to_bytes(&table);
        let expectations = Expectations::default();
        assert_eq!(of_bytes(&bytes, "t", &expectations), Some(table));
        for end in 0..bytes.len() {
            assert_eq!(of_bytes(&bytes[..end], "t", &expectations), None, "{end}");
        }
    }
}
