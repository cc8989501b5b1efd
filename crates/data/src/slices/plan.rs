//! How the slices of a file are to be read, from its beginning.

use crate::cell::Cell;
use crate::contract::Domain;
use crate::csv_table::Expectations;
use crate::csv_table::own_columns::{FIRST_ROWS, FirstRows};
use crate::csv_table::rules::{
    Column, SignsSeen, Use, as_text, delimiter_of, is_flag, is_own, read_header, reader,
    without_remarks,
};
use crate::decimal_sign::DecimalSign;
use crate::problem::Problems;

use crate::wire::{Reader, Writer};

/// What every reader of a slice has to know.
#[derive(Clone)]
pub struct Plan {
    /// Where the rows begin in the file.
    pub rows_begin: usize,
    pub(super) delimiter: u8,
    pub(super) sign: DecimalSign,
    /// Whether the sign is only what the first rows look like, so that all cells have to be looked at.
    pub(super) watch_signs: bool,
    pub(super) guarded: bool,
    pub(super) marks: Vec<(String, Cell)>,
    pub(super) columns: Vec<Kind>,
}

/// How the fields of a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Dimension {
        ordinal: bool,
    },
    Measure {
        domain: Domain,
        /// The place among the cells of a row that must agree.
        agrees: Option<u8>,
    },
    Note,
}

/// The plan for a file that begins with these bytes, and its columns. `None` when the file must be
/// read by the strict reader: something is wrong with its beginning or out of the ordinary.
pub(super) fn plan(
    file: &str,
    beginning: &[u8],
    is_whole: bool,
    expectations: &Expectations,
) -> Option<(Plan, Vec<Column>)> {
    let whole_lines = beginning.iter().rposition(|byte| *byte == b'\n')? + 1;
    let beginning = &beginning[..whole_lines];
    let text = as_text(file, beginning).ok()?;
    let text = &*without_remarks(text);
    let delimiter = expectations.delimiter.unwrap_or_else(|| delimiter_of(text));
    if !delimiter.is_ascii() || matches!(delimiter, b'"' | b'\r' | b'\n' | 0) {
        return None;
    }
    let mut problems = Problems::new(file);
    let columns = read_header(text, delimiter, expectations, &mut problems)?;
    // Marks at rows are few, and in small files.
    let has_flags = |column: &Column| matches!(column.use_as, Use::Note) && is_flag(&column.name);
    if !problems.is_empty() || columns.iter().any(has_flags) {
        return None;
    }
    // What columns of other names hold is seen from the first rows, which must all be there.
    let has_own = columns
        .iter()
        .any(|column| is_own(&column.name, expectations));
    if has_own && !is_whole && !FirstRows::of(text, delimiter, columns.len()).are_all() {
        return None;
    }
    let mut records = reader(text, delimiter);
    let mut record = csv::ByteRecord::new();
    records.read_byte_record(&mut record).ok()?;
    let header = usize::try_from(records.position().byte()).ok()?;
    // A header without rows, or one that took the rows for its own because of a stray quote. Where
    // lines end in CR alone, the delimiter is looked for beyond the first.
    if header >= text.len() || text[..header].trim_end().contains('\r') {
        return None;
    }
    let kinds: Vec<Kind> = columns.iter().map(kind).collect();
    let sign = match expectations.decimal_sign {
        Some(sign) => sign,
        None => {
            // Where others tell otherwise than the first, the file is read anew.
            let mut seen = SignsSeen::default();
            for _ in 0..FIRST_ROWS {
                if !matches!(records.read_byte_record(&mut record), Ok(true)) {
                    break;
                }
                for (field, kind) in record.iter().zip(&kinds) {
                    if let Kind::Measure { .. } = kind {
                        seen.note(std::str::from_utf8(field).unwrap_or_default(), delimiter);
                    }
                }
            }
            seen.decide(delimiter).unwrap_or(DecimalSign::Point)
        }
    };
    let plan = Plan {
        rows_begin: whole_lines - (text.len() - header),
        delimiter,
        sign,
        watch_signs: expectations.decimal_sign.is_none(),
        guarded: expectations.guarded,
        marks: expectations.marks.clone(),
        columns: kinds,
    };
    Some((plan, columns))
}

fn kind(column: &Column) -> Kind {
    match &column.use_as {
        Use::Dimension { ordinal } => Kind::Dimension { ordinal: *ordinal },
        Use::Measure { domain, .. } => Kind::Measure {
            domain: *domain,
            agrees: column.agrees().map(|place| place as u8),
        },
        Use::Note => Kind::Note,
    }
}

impl Plan {
    /// What the strict reader would expect of cells.
    pub(super) fn expectations(&self) -> Expectations {
        Expectations::of_marks(self.marks.clone())
    }

    /// The same plan with the other decimal sign.
    pub(super) fn with_sign(&self, sign: DecimalSign) -> Plan {
        Plan {
            sign,
            ..self.clone()
        }
    }

    /// The plan as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.byte(self.delimiter);
        out.byte(u8::from(self.sign == DecimalSign::Comma));
        out.byte(u8::from(self.watch_signs));
        out.byte(u8::from(self.guarded));
        out.number(self.marks.len());
        for (mark, cell) in &self.marks {
            out.bytes(mark.as_bytes());
            out.byte(cell.parts().1);
        }
        out.number(self.columns.len());
        for kind in &self.columns {
            match kind {
                Kind::Dimension { ordinal } => out.byte(u8::from(*ordinal)),
                Kind::Measure { domain, agrees } => {
                    out.byte(match domain {
                        Domain::Count => 2,
                        Domain::Amount => 3,
                        Domain::Percent => 4,
                    });
                    out.byte(agrees.unwrap_or(u8::MAX));
                }
                Kind::Note => out.byte(5),
            }
        }
        out.0
    }

    /// The plan that [`Plan::to_bytes`] wrote; it does not know any more where the rows begin.
    pub fn from_bytes(bytes: &[u8]) -> Option<Plan> {
        let mut read = Reader(bytes);
        let mut plan = Plan {
            rows_begin: 0,
            delimiter: read.byte()?,
            sign: match read.byte()? {
                0 => DecimalSign::Point,
                _ => DecimalSign::Comma,
            },
            watch_signs: read.byte()? == 1,
            guarded: read.byte()? == 1,
            marks: Vec::new(),
            columns: Vec::new(),
        };
        for _ in 0..read.number()? {
            let mark = std::str::from_utf8(read.bytes()?).ok()?.to_owned();
            plan.marks.push((mark, Cell::of_state(read.byte()?)));
        }
        for _ in 0..read.number()? {
            let kind = read.byte()?;
            let domain = match kind {
                0 | 1 => {
                    let ordinal = kind == 1;
                    plan.columns.push(Kind::Dimension { ordinal });
                    continue;
                }
                2 => Domain::Count,
                3 => Domain::Amount,
                4 => Domain::Percent,
                _ => {
                    plan.columns.push(Kind::Note);
                    continue;
                }
            };
            let agrees = Some(read.byte()?).filter(|place| *place != u8::MAX);
            plan.columns.push(Kind::Measure { domain, agrees });
        }
        Some(plan)
    }
}
