//! What the strict reader needs and what it finds, as bytes: it may read beside the page.

use crate::cell::Cell;
use crate::contract::{DIMENSIONS, MEASURES};
use crate::decimal_sign::DecimalSign;
use crate::descriptor::{Field, Role};
use crate::problem::{Problem, ProblemKind};
use crate::table::{Method, Perturbation};
use crate::wire::{Reader, Writer};

use super::rules::{Expectations, FORMATS, HTML};
use super::strict::read;

/// Reads a file strictly, as [`read`] does, and tells only what is wrong with it; nothing when that
/// cannot be put into bytes. `expectations` are from [`expectations_to_bytes`].
pub fn problems(file: &str, bytes: &[u8], expectations: &[u8]) -> Option<Vec<u8>> {
    let expectations = expectations_of(expectations)?;
    let problems = read(file, "", bytes, &expectations)
        .err()
        .unwrap_or_default();
    let mut out = Writer::default();
    out.number(problems.len());
    for problem in &problems {
        write(problem, &mut out)?;
    }
    Some(out.0)
}

/// The problems of a file that [`problems`] wrote.
pub fn problems_of(file: &str, bytes: &[u8]) -> Option<Vec<Problem>> {
    let mut from = Reader(bytes);
    (0..from.number()?)
        .map(|_| problem(file, &mut from))
        .collect()
}

/// What is expected of a file, as far as problems depend on it.
pub fn expectations_to_bytes(expectations: &Expectations) -> Vec<u8> {
    let mut out = Writer::default();
    out.byte(expectations.delimiter.unwrap_or(0));
    out.byte(match expectations.decimal_sign {
        None => 0,
        Some(sign) => sign.character() as u8,
    });
    out.byte(u8::from(expectations.guarded));
    out.number(expectations.marks.len());
    for (mark, cell) in &expectations.marks {
        out.bytes(mark.as_bytes());
        out.byte(cell.parts().1);
    }
    out.byte(u8::from(expectations.perturbed.is_some()));
    out.number(expectations.fields.len());
    for field in &expectations.fields {
        out.bytes(field.name.as_bytes());
        out.byte(match field.role {
            None => 0,
            Some(Role::Dimension) => 1,
            Some(Role::Measure) => 2,
            Some(Role::Note) => 3,
        });
        // By how much numbers were changed is no matter here, but that they were is.
        out.byte(u8::from(field.perturbed.is_some()));
    }
    out.0
}

fn expectations_of(bytes: &[u8]) -> Option<Expectations> {
    let mut from = Reader(bytes);
    let mut expectations = Expectations {
        delimiter: Some(from.byte()?).filter(|byte| *byte != 0),
        decimal_sign: match from.byte()? {
            b'.' => Some(DecimalSign::Point),
            b',' => Some(DecimalSign::Comma),
            _ => None,
        },
        guarded: from.byte()? == 1,
        ..Expectations::default()
    };
    for _ in 0..from.number()? {
        let mark = text(&mut from)?;
        let cell = Cell::of_state(from.byte()?);
        expectations.marks.push((mark, cell));
    }
    let some = Perturbation {
        method: Method::Other,
        base: None,
        max_difference: 1.0,
    };
    expectations.perturbed = (from.byte()? == 1).then_some(some);
    for _ in 0..from.number()? {
        expectations.fields.push(Field {
            name: text(&mut from)?,
            role: match from.byte()? {
                1 => Some(Role::Dimension),
                2 => Some(Role::Measure),
                3 => Some(Role::Note),
                _ => None,
            },
            perturbed: (from.byte()? == 1).then_some(some),
            ..Field::default()
        });
    }
    Some(expectations)
}

fn text(from: &mut Reader) -> Option<String> {
    String::from_utf8(from.bytes()?.to_vec()).ok()
}

/// Kinds without anything of their own.
const PLAIN: [ProblemKind; 19] = [
    ProblemKind::Empty,
    ProblemKind::NoRows,
    ProblemKind::Binary,
    ProblemKind::Encoding,
    ProblemKind::ColumnMissing,
    ProblemKind::ColumnTwice,
    ProblemKind::ColumnUnnamed,
    ProblemKind::NoMeasure,
    ProblemKind::Quoting,
    ProblemKind::NotANumber,
    ProblemKind::Negative,
    ProblemKind::NotWhole,
    ProblemKind::NotPercent,
    ProblemKind::AmbiguousNumber,
    ProblemKind::CodeMissing,
    ProblemKind::EventsWithoutExposure,
    ProblemKind::MoreReturnedThanEmigrated,
    ProblemKind::NotAnOrdinal,
    ProblemKind::ColumnOfNumbers,
];

const TOO_LARGE: u8 = 100;
const TOO_MANY_COLUMNS: u8 = 101;
const ROW_WIDTH: u8 = 102;
const DUPLICATE_KEY: u8 = 103;
const OTHER_SIGN: u8 = 104;
const MISSPELT: u8 = 105;
const OTHER_FORMAT: u8 = 106;

fn write(problem: &Problem, out: &mut Writer) -> Option<()> {
    out.number(problem.line.map_or(0, |line| line as usize));
    out.byte(u8::from(problem.column.is_some()));
    out.bytes(problem.column.as_deref().unwrap_or_default().as_bytes());
    out.bytes(problem.found.as_bytes());
    out.number(problem.repeats as usize);
    let (kind, number) = match &problem.kind {
        ProblemKind::TooLarge { limit_mb } => (TOO_LARGE, *limit_mb as usize),
        ProblemKind::TooManyColumns { limit } => (TOO_MANY_COLUMNS, *limit),
        ProblemKind::RowWidth { expected } => (ROW_WIDTH, *expected),
        ProblemKind::DuplicateKey { first_line } => (DUPLICATE_KEY, *first_line as usize),
        ProblemKind::OtherDecimalSign { sign } => (OTHER_SIGN, usize::from(*sign == ',')),
        ProblemKind::ColumnMisspelt { meant } => {
            (MISSPELT, names().position(|name| name == *meant)?)
        }
        ProblemKind::OtherFormat(format) => {
            let mut formats = FORMATS.iter();
            let html = (*format == HTML).then_some(FORMATS.len());
            (
                OTHER_FORMAT,
                formats.position(|(_, known)| known == format).or(html)?,
            )
        }
        plain => (PLAIN.iter().position(|kind| kind == plain)? as u8, 0),
    };
    out.byte(kind);
    out.number(number);
    Some(())
}

fn problem(file: &str, from: &mut Reader) -> Option<Problem> {
    let line = from.number()? as u64;
    let has_column = from.byte()? == 1;
    let (column, found) = (text(from)?, text(from)?);
    let repeats = from.number()? as u64;
    let (kind, number) = (from.byte()?, from.number()?);
    Some(Problem {
        file: file.to_owned(),
        line: (line > 0).then_some(line),
        column: has_column.then_some(column),
        found,
        repeats,
        kind: match kind {
            TOO_LARGE => ProblemKind::TooLarge {
                limit_mb: number as u64,
            },
            TOO_MANY_COLUMNS => ProblemKind::TooManyColumns { limit: number },
            ROW_WIDTH => ProblemKind::RowWidth { expected: number },
            DUPLICATE_KEY => ProblemKind::DuplicateKey {
                first_line: number as u64,
            },
            OTHER_SIGN => ProblemKind::OtherDecimalSign {
                sign: if number == 1 { ',' } else { '.' },
            },
            MISSPELT => ProblemKind::ColumnMisspelt {
                meant: names().nth(number)?,
            },
            OTHER_FORMAT => {
                ProblemKind::OtherFormat(FORMATS.get(number).map_or(HTML, |(_, name)| name))
            }
            plain => PLAIN.get(usize::from(plain))?.clone(),
        },
    })
}

/// The names that a column may be a slip of.
fn names() -> impl Iterator<Item = &'static str> {
    DIMENSIONS
        .into_iter()
        .chain(MEASURES.iter().map(|(name, _)| *name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_are_told_as_the_strict_reader_finds_them() {
        let files: [&[u8]; 11] = [
            b"group,year,emigrations\na,2000,-3\nb,20x0,1.5\n,2001,four\na,2002,1,9\na,2003,1,234\n",
            b"group,emigrations\na,1\nb,2\na,3\na,4\na,5\na,6\na,7\na,8\n",
            b"grup,grup,,emigratons\na,b,c,3\n",
            b"group;person_years\na;1.234\nb;5\n",
            b"group;person_years\na;1.5\nb;5,5\n",
            b"group,emigrations,returned,person_years\na,1,2,3\nb,1,1,0\n",
            b"%PDF-1.7",
            b"<html>",
            b"group,emigrations\na,\xff\n",
            b"group,emigrations\n",
            b"group,population,emigrations\na,2000,1\nb,10000,2\n",
        ];
        let mut expected = Expectations::of_marks(vec![("*".to_owned(), Cell::Suppressed)]);
        expected.fields.push(Field {
            name: "group".to_owned(),
            role: Some(Role::Dimension),
            ..Field::default()
        });
        for expectations in [Expectations::default(), expected] {
            for file in files {
                let found = read("t.csv", "", file, &expectations).unwrap_err();
                let passed = expectations_to_bytes(&expectations);
                let told = problems("t.csv", file, &passed).unwrap();
                assert_eq!(problems_of("t.csv", &told), Some(found));
            }
        }
    }
}
