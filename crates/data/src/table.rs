//! A tidy table: dictionary-coded dimension columns and measure columns.

use std::ops::RangeInclusive;

use super::additivity::Additive;
use super::cell::{Cell, Cells};
use super::dataset::Names;
use super::indexes::Indexes;

/// A dimension column: the codes that occur, and one index into them a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Dimension {
    /// Column name.
    pub name: String,
    /// The distinct codes, in display order.
    pub codes: Vec<String>,
    /// For each row the index of its code.
    pub rows: Indexes,
    /// How the codes add up.
    pub additive: Additive,
}

/// How the publisher rounded the numbers of a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rounding {
    /// The unit that numbers were rounded to: 1 for whole numbers, 0.1 for one decimal, 100 000 ...
    pub step: f64,
}

/// How a publisher changed small counts, so that they tell of nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Small counts are rounded to 0 or the base, so that sums stay near.
    SmallCountRounding,
    /// Each cell gets the noise that a key of the persons in it decides.
    CellKey,
    /// Another one.
    Other,
}

impl Method {
    /// Every method.
    pub const ALL: [Method; 3] = [Method::SmallCountRounding, Method::CellKey, Method::Other];

    /// Its name in a description.
    pub fn name(self) -> &'static str {
        match self {
            Method::SmallCountRounding => "small_count_rounding",
            Method::CellKey => "cell_key",
            Method::Other => "other",
        }
    }
}

/// How the publisher changed the numbers of a column, each by another amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Perturbation {
    /// How they were changed.
    pub method: Method,
    /// What small counts were rounded to.
    pub base: Option<f64>,
    /// So much a published number may differ from the true one.
    pub max_difference: f64,
}

/// A measure column.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureColumn {
    /// Column name.
    pub name: String,
    /// The cells, one a row.
    pub cells: Cells,
    /// Present when the publisher gave rounded numbers.
    pub rounding: Option<Rounding>,
    /// Present when the publisher changed small counts.
    pub perturbed: Option<Perturbation>,
}

impl MeasureColumn {
    /// So much a number may lie from the true one, as it was rounded or changed.
    pub fn slack(&self) -> f64 {
        let half = self.rounding.map_or(0.0, |rounding| rounding.step / 2.0);
        half + self.perturbed.map_or(0.0, |one| one.max_difference)
    }
}

/// The codes covered of dimensions, by the name of the dimension. There are a handful at most.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage(Vec<(String, Vec<String>)>);

impl Coverage {
    /// The codes covered of a dimension; `None` when nothing is said of it.
    pub fn get(&self, dimension: &str) -> Option<&[String]> {
        let place = self.place(dimension).ok()?;
        Some(&self.0[place].1)
    }

    /// The place of a dimension, or the one that it would have: names stand in order.
    fn place(&self, dimension: &str) -> Result<usize, usize> {
        self.0
            .binary_search_by(|(name, _)| name.as_str().cmp(dimension))
    }

    /// Says what is covered of a dimension, in place of what was said before.
    pub fn set(&mut self, dimension: &str, codes: Vec<String>) {
        match self.place(dimension) {
            Ok(place) => self.0[place].1 = codes,
            Err(place) => self.0.insert(place, (dimension.to_owned(), codes)),
        }
    }

    /// Says nothing of a dimension.
    pub fn remove(&mut self, dimension: &str) {
        if let Ok(place) = self.place(dimension) {
            self.0.remove(place);
        }
    }

    /// Every dimension with its codes, in the order of the names.
    pub fn iter(&self) -> std::slice::Iter<'_, (String, Vec<String>)> {
        self.0.iter()
    }
}

/// A checked table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Name of the table within its data set.
    pub name: String,
    /// Dimension columns.
    pub dimensions: Vec<Dimension>,
    /// Measure columns.
    pub measures: Vec<MeasureColumn>,
    /// Number of rows.
    pub rows: usize,
    /// What the table covers of dimensions it has no column for.
    pub coverage: Coverage,
    /// Marks that the publisher has set at rows.
    pub flags: Option<Flags>,
    /// Whether there is nothing to count in a combination of codes that has no row.
    pub absent_is_zero: bool,
    /// Breaks that the description tells of.
    pub breaks: Vec<Break>,
}

/// A break in a series, as the description of a package tells of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Break {
    /// The first year that is counted in the new way.
    pub year: i32,
    /// The codes that it is a break for, by dimension; without any it is one for the whole table.
    pub of: Coverage,
    /// What has changed.
    pub note: Names,
    /// The rows that it is at, in order: in each series the first from that year on.
    pub rows: Vec<u32>,
}

/// Marks that a publisher sets at rows, in a note column of one of [`FLAG_COLUMNS`]: a letter for each
/// thing that is to be known of the numbers, as offices of statistics exchange them (SDMX `OBS_STATUS`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flags {
    /// Name of the column.
    pub column: String,
    /// The mark of each row; most are empty.
    pub rows: Vec<Box<str>>,
}

/// Names of note columns that hold marks.
pub const FLAG_COLUMNS: [&str; 4] = ["flag", "flags", "obs_flag", "obs_status"];

/// What the letter of a mark says of the numbers of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// They cannot be compared with those before.
    Break,
    /// They will be revised.
    Provisional,
    /// They are estimated.
    Estimated,
}

impl Mark {
    /// Every mark that is understood.
    pub const ALL: [Mark; 3] = [Mark::Break, Mark::Provisional, Mark::Estimated];

    /// How it is written in a column of flags.
    pub fn letter(self) -> char {
        match self {
            Mark::Break => 'b',
            Mark::Provisional => 'p',
            Mark::Estimated => 'e',
        }
    }
}

impl Flags {
    /// Whether a row has a mark.
    pub fn has(&self, row: usize, mark: Mark) -> bool {
        let flag = self.rows.get(row);
        flag.is_some_and(|flag| flag.to_ascii_lowercase().contains(mark.letter()))
    }
}

impl Table {
    /// A table with nothing in it.
    pub fn empty(name: &str) -> Table {
        Table {
            name: name.to_owned(),
            dimensions: Vec::new(),
            measures: Vec::new(),
            rows: 0,
            coverage: Coverage::default(),
            flags: None,
            absent_is_zero: false,
            breaks: Vec::new(),
        }
    }

    /// Whether anything is marked in it.
    pub fn has_marks(&self) -> bool {
        self.flags.is_some() || !self.breaks.is_empty()
    }

    /// The rows with a mark. A row with a break of both kinds is there twice.
    pub fn marked(&self, mark: Mark) -> impl Iterator<Item = usize> {
        let breaks = self.breaks.iter().filter(move |_| mark == Mark::Break);
        let declared = breaks.flat_map(|one| one.rows.iter().map(|row| *row as usize));
        self.flagged(mark).chain(declared)
    }

    /// The rows that have a mark in their column of flags.
    pub fn flagged(&self, mark: Mark) -> impl Iterator<Item = usize> {
        self.flags.iter().flat_map(move |flags| {
            let rows = 0..self.rows;
            rows.filter(move |row| flags.has(*row, mark))
        })
    }

    /// The dimension column of that name.
    pub fn dimension(&self, name: &str) -> Option<&Dimension> {
        self.dimensions
            .iter()
            .find(|dimension| dimension.name == name)
    }

    /// The measure column of that name.
    pub fn measure(&self, name: &str) -> Option<&MeasureColumn> {
        self.measures.iter().find(|measure| measure.name == name)
    }

    /// The cell of a measure in a row; missing when the table has no such measure.
    pub fn cell(&self, measure: &str, row: usize) -> Cell {
        self.measure(measure)
            .map_or(Cell::Missing, |column| column.cells.get(row))
    }
}

/// A range of more codes is not written out: years and ages are some hundred.
pub const LONGEST_RANGE: usize = 1000;

/// The numbers that `"2000..2023"` stands for; none where the text is one code.
fn range(text: &str) -> Option<RangeInclusive<i32>> {
    let (from, to) = text.split_once("..")?;
    numbers(from.trim().parse().ok()?, to.trim().parse().ok()?)
}

/// The numbers from one to another; none where there are none, or more than [`LONGEST_RANGE`].
pub fn numbers(from: i32, to: i32) -> Option<RangeInclusive<i32>> {
    let is_range = from <= to && (to.abs_diff(from) as usize) < LONGEST_RANGE;
    is_range.then_some(from..=to)
}

/// Writes `"2000..2023"` out as its codes; any other text is one code.
pub fn expand_range(text: &str) -> Vec<String> {
    match range(text) {
        Some(numbers) => numbers.map(|code| code.to_string()).collect(),
        None => vec![text.to_owned()],
    }
}

/// How many codes [`expand_range`] writes out, without writing them.
pub fn count_range(text: &str) -> usize {
    range(text).map_or(1, Iterator::count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_range_whose_ends_are_as_far_apart_as_numbers_go_is_one_code() {
        for text in ["-9..2147483647", "-2147483648..2147483647", "0..1000"] {
            assert_eq!(expand_range(text), [text]);
        }
        assert_eq!(expand_range("-1 .. 1"), ["-1", "0", "1"]);
        assert_eq!(expand_range("2147483646..2147483647").len(), 2);
    }

    proptest! {
        #[test]
        fn any_two_ends_are_a_short_range_or_one_code(from: i32, to: i32, near in 0..2_000) {
            for to in [to, from.saturating_add(near)] {
                let text = format!("{from}..{to}");
                let codes = expand_range(&text);
                prop_assert_eq!(codes.len(), count_range(&text));
                prop_assert!(codes.len() <= LONGEST_RANGE);
                let length = i64::from(to) - i64::from(from) + 1;
                let is_range = (1..=LONGEST_RANGE as i64).contains(&length);
                prop_assert_eq!(codes.len(), if is_range { length as usize } else { 1 });
                prop_assert!(is_range || codes == [text]);
            }
        }
    }
}
