//! What is attacked, as bytes on its way from the page to a worker: less than the data sets, and no descriptions.

use data::wire::{Reader, Writer};
use disclosure::{Cell, Column, Derived, Table};

use super::Target;

const ABSENT: u8 = 0;
const HIDDEN: u8 = 1;
const NUMBER: u8 = 2;

fn put(out: &mut Writer, text: &str) {
    out.bytes(text.as_bytes());
}

fn put_all(out: &mut Writer, texts: &[String]) {
    out.number(texts.len());
    texts.iter().for_each(|text| put(out, text));
}

fn take(from: &mut Reader) -> Option<String> {
    String::from_utf8(from.bytes()?.to_vec()).ok()
}

/// As many of something as were written.
fn many<T>(from: &mut Reader, mut one: impl FnMut(&mut Reader) -> Option<T>) -> Option<Vec<T>> {
    (0..from.number()?).map(|_| one(from)).collect()
}

fn cell(from: &mut Reader) -> Option<Cell> {
    Some(match from.byte()? {
        HIDDEN => Cell::Hidden,
        NUMBER => {
            let (low, high) = (from.number()? as u64, from.number()? as u64);
            Cell::Number((high << 32 | low) as i64)
        }
        _ => Cell::Absent,
    })
}

impl Target {
    /// As bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.number(self.tables.len());
        for table in &self.tables {
            put(&mut out, &table.name);
            out.number(table.dimensions.len());
            for column in &table.dimensions {
                put(&mut out, &column.name);
                put_all(&mut out, &column.codes);
            }
            out.number(table.rows.len());
            for row in &table.rows {
                row.iter().for_each(|place| out.number(*place));
            }
            out.number(table.measures.len());
            for (name, cells) in &table.measures {
                put(&mut out, name);
                for cell in cells {
                    match cell {
                        Cell::Absent => out.byte(ABSENT),
                        Cell::Hidden => out.byte(HIDDEN),
                        Cell::Number(number) => {
                            out.byte(NUMBER);
                            // A number is written as its lower 32 bits.
                            out.number(*number as usize);
                            out.number((*number >> 32) as usize);
                        }
                    }
                }
            }
            out.number(table.coverage.len());
            for (name, codes) in &table.coverage {
                put(&mut out, name);
                put_all(&mut out, codes);
            }
        }
        out.number(self.derived.len());
        for one in &self.derived {
            put(&mut out, &one.from);
            put(&mut out, &one.to);
            out.number(one.codes.len());
            for (fine, coarse) in &one.codes {
                put(&mut out, fine);
                put(&mut out, coarse);
            }
        }
        out.0
    }

    /// What [`Target::to_bytes`] has written; `None` when these are no such bytes.
    pub fn of_bytes(bytes: &[u8]) -> Option<Target> {
        let mut from = Reader(bytes);
        let tables = many(&mut from, table)?;
        let derived = many(&mut from, |from| {
            Some(Derived {
                from: take(from)?,
                to: take(from)?,
                codes: many(from, |from| Some((take(from)?, take(from)?)))?,
            })
        })?;
        Some(Target { tables, derived })
    }
}

fn table(from: &mut Reader) -> Option<Table> {
    let name = take(from)?;
    let dimensions = many(from, |from| {
        Some(Column {
            name: take(from)?,
            codes: many(from, take)?,
        })
    })?;
    let width = dimensions.len();
    let rows = many(from, |from| (0..width).map(|_| from.number()).collect())?;
    let count = rows.len();
    let measures = many(from, |from| {
        let name = take(from)?;
        let cells = (0..count).map(|_| cell(from)).collect::<Option<_>>()?;
        Some((name, cells))
    })?;
    let coverage = many(from, |from| Some((take(from)?, many(from, take)?)))?;
    Some(Table {
        name,
        dimensions,
        rows,
        measures,
        coverage,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_attacked_is_the_same_on_the_other_side_and_half_of_it_is_none() {
        let numbers = [0, 1, -1, 1 << 40, -(1 << 40), i64::MAX];
        let mut cells: Vec<Cell> = numbers.map(Cell::Number).to_vec();
        cells.extend([Cell::Hidden, Cell::Absent]);
        let target = Target {
            tables: vec![Table {
                name: "t".to_owned(),
                dimensions: vec![Column {
                    name: "group".to_owned(),
                    codes: vec!["a".to_owned(), "ø".to_owned()],
                }],
                rows: (0..cells.len()).map(|row| vec![row % 2]).collect(),
                measures: vec![("emigrations".to_owned(), cells)],
                coverage: vec![("year".to_owned(), vec!["2000".to_owned()])],
            }],
            derived: vec![Derived {
                from: "year".to_owned(),
                to: "period".to_owned(),
                codes: vec![("2000".to_owned(), "2000-2001".to_owned())],
            }],
        };
        let bytes = target.to_bytes();
        let again = Target::of_bytes(&bytes).unwrap();
        assert_eq!(
            (again.tables, again.derived),
            (target.tables, target.derived)
        );
        for end in 0..bytes.len() {
            assert!(Target::of_bytes(&bytes[..end]).is_none(), "{end}");
        }
    }
}
