//! Columns under names of the publisher's own: codes that tell rows apart, or numbers.
//!
//! May live here: what such a column holds, by its name and the first rows. May not: what numbers of
//! an unknown name count; the visitor is asked for that.

use csv::ByteRecord;
use kernels::Texts;
use vocabulary::kinds::{self, Kind};
use vocabulary::words::{is_listed, lower, names_rows};

use crate::additivity::scattered;
use crate::decimal_sign::{self, DecimalSign};

use super::rules::{Expectations, reader};

/// So many rows are looked at to see what a file holds.
pub const FIRST_ROWS: usize = 200;

/// So few different numbers may be codes where rows are told apart by them.
const FEW: usize = 20;

/// Numbers of an unknown name are looked at where there are so many rows.
const ENOUGH: usize = 5;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Codes.
    Codes,
    /// Numbers that count something, and nobody has said what.
    Numbers,
    /// Nothing that is used here: row numbers, those who came, rates, what is no people.
    Unused,
}

/// The first rows of a file, field by field.
pub struct FirstRows(Vec<Vec<String>>);

impl FirstRows {
    /// Those below a header of so many columns.
    pub fn of(text: &str, delimiter: u8, columns: usize) -> FirstRows {
        let mut records = reader(text, delimiter);
        let mut record = ByteRecord::new();
        let mut rows = Vec::new();
        let mut is_header = true;
        while rows.len() < FIRST_ROWS && matches!(records.read_byte_record(&mut record), Ok(true)) {
            if !std::mem::take(&mut is_header) && record.len() == columns {
                let fields = record.iter();
                rows.push(
                    fields
                        .map(|field| String::from_utf8_lossy(field.trim_ascii()).into_owned())
                        .collect(),
                );
            }
        }
        FirstRows(rows)
    }

    /// Whether these are as many as are looked at.
    pub fn are_all(&self) -> bool {
        self.0.len() == FIRST_ROWS
    }

    /// What the columns at these places hold, in their order. `keys` are the places of all columns that may
    /// tell rows apart, these among them.
    pub fn holds(
        &self,
        names: &[String],
        own: &[usize],
        keys: &[usize],
        expectations: &Expectations,
    ) -> Vec<Holds> {
        let seen: Vec<(usize, Option<Numbers>)> = own
            .iter()
            .map(|at| (*at, self.numbers(*at, expectations)))
            .collect();
        let says = |at: usize| {
            kinds::kind(&names[at].replace('_', " ")).filter(|kind| *kind != Kind::Count)
        };
        // Those that are numbers by their name do not tell the others apart.
        let counts = |at: &usize| {
            let name = &names[*at];
            let is_number = seen
                .iter()
                .any(|(own, numbers)| own == at && numbers.is_some());
            is_number && (names_rows(name) || (says(*at).is_some() && !names_codes(name)))
        };
        let keys: Vec<usize> = keys.iter().copied().filter(|at| !counts(at)).collect();
        let combined = Combined::of(self, &keys);
        let of_one = |(at, numbers): &(usize, Option<Numbers>)| {
            let name = &names[*at];
            let Some(numbers) = numbers else {
                return Holds::Codes;
            };
            let others: Vec<usize> = keys.iter().copied().filter(|key| key != at).collect();
            let are_apart = combined.are_distinct_without(*at);
            match says(*at) {
                _ if numbers.ascend && are_apart && (name.is_empty() || names_rows(name)) => {
                    Holds::Unused
                }
                _ if names_codes(name) => Holds::Codes,
                Some(
                    Kind::Out
                    | Kind::OutSomewhere
                    | Kind::Population
                    | Kind::PersonYears
                    | Kind::Returned,
                ) => match are_apart || numbers.different > FEW {
                    true => Holds::Numbers,
                    false => Holds::Codes,
                },
                Some(_) if are_apart => Holds::Unused,
                None if are_apart && self.are_of_no_code(*at, numbers, &others) => Holds::Numbers,
                _ => Holds::Codes,
            }
        };
        seen.iter().map(of_one).collect()
    }

    /// The numbers of a column; `None` where most of its cells hold something else, or numbers as only codes
    /// are written.
    fn numbers(&self, at: usize, expectations: &Expectations) -> Option<Numbers> {
        let mut known = Texts::default();
        let mut numbers = Numbers {
            ascend: true,
            ..Numbers::default()
        };
        let mut others = 0;
        let mut last = f64::NEG_INFINITY;
        for row in &self.0 {
            let cell = row[at].as_str();
            if expectations.marked(cell).is_some() {
                numbers.ascend = false;
                continue;
            }
            let read = [DecimalSign::Point, DecimalSign::Comma]
                .map(|sign| decimal_sign::parse(cell, sign));
            let Some(number) = read.into_iter().flatten().next() else {
                others += 1;
                continue;
            };
            let digits = cell.trim_start_matches(['-', '+']);
            if digits.len() > 1
                && digits.starts_with('0')
                && digits.bytes().all(|byte| byte.is_ascii_digit())
            {
                return None;
            }
            numbers.ascend &=
                number == last + 1.0 || (numbers.count == 0 && (number == 0.0 || number == 1.0));
            last = number;
            numbers.varied |= numbers.count > 0 && digits.len() != numbers.digits;
            numbers.digits = digits.len();
            numbers.count += 1;
            numbers.different = numbers
                .different
                .max(known.number(cell.as_bytes()) as usize + 1);
        }
        numbers.ascend &= numbers.count > 1 && others == 0;
        (numbers.count > others).then_some(numbers)
    }

    /// How many combinations of fields stand in these columns.
    fn different(&self, columns: &[usize]) -> usize {
        let mut known = Texts::default();
        let mut count = 0;
        for row in &self.0 {
            let fields: Vec<&str> = columns.iter().map(|at| row[*at].as_str()).collect();
            count = count.max(known.number(fields.join("\u{1f}").as_bytes()) as usize + 1);
        }
        count
    }

    /// Whether numbers under an unknown name cannot be codes: nearly each of them is another one, they are of
    /// several lengths, and no other column goes with them one by one as names go with codes.
    fn are_of_no_code(&self, at: usize, numbers: &Numbers, others: &[usize]) -> bool {
        let goes_along = |other: &usize| {
            let different = self.different(&[*other]);
            different == numbers.different && self.different(&[at, *other]) == different
        };
        numbers.count >= ENOUGH
            && numbers.varied
            && numbers.different * 4 >= numbers.count * 3
            && !others.iter().any(goes_along)
    }
}

/// Rows by what stands in some columns, from which each column can be taken away again.
struct Combined {
    /// The columns, and for each row the number of what stands there.
    columns: Vec<(usize, Vec<u32>)>,
    of_rows: Vec<u128>,
}

impl Combined {
    fn of(rows: &FirstRows, columns: &[usize]) -> Combined {
        let mut of_rows = vec![0_u128; rows.0.len()];
        let numbered = |at: &usize| {
            let mut known = Texts::default();
            let rows = rows.0.iter();
            let fields: Vec<u32> = rows.map(|row| known.number(row[*at].as_bytes())).collect();
            for (sum, field) in of_rows.iter_mut().zip(&fields) {
                *sum = sum.wrapping_add(scattered(*at, *field));
            }
            (*at, fields)
        };
        let columns = columns.iter().map(numbered).collect();
        Combined { columns, of_rows }
    }

    /// Whether the columns tell all rows apart, one of them left out.
    fn are_distinct_without(&self, at: usize) -> bool {
        let fields = self.columns.iter().find(|(known, _)| *known == at);
        let mut left = self.of_rows.clone();
        for (sum, field) in left
            .iter_mut()
            .zip(fields.into_iter().flat_map(|(_, fields)| fields))
        {
            *sum = sum.wrapping_sub(scattered(at, *field));
        }
        left.sort_unstable();
        left.windows(2).all(|two| two[0] != two[1])
    }
}

/// What the numbers of a column look like.
#[derive(Default)]
struct Numbers {
    count: usize,
    different: usize,
    /// As many digits as the last one has.
    digits: usize,
    /// Whether they are of several lengths.
    varied: bool,
    /// Whether they number the rows.
    ascend: bool,
}

/// Whether a column of this name holds codes, whatever else the name says.
fn names_codes(name: &str) -> bool {
    const LAST: &str = "code|codes|group|groups|category|categories|class|classes|type|kind|status|background|country|\
        place|region|municipality|county|area|month|day|date|year|age|cohort|band|level|kode|gruppe|kategori|\
        klasse|bakgrunn|land|fylke|kommune|nummer|måned|månad|dato|år|alder|kohort|nivå|id|size|størrelse|storleik|\
        reason|\
        årsak|grunn|alternative|variant|method|metode";
    let name = lower(name);
    let last = name.rsplit(['_', ' ', '-']).next().unwrap_or_default();
    is_listed(LAST, last)
}
