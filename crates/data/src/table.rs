//! A tidy table: dictionary-coded dimension columns and measure columns.

use super::additivity::Additive;
use super::cell::{Cell, Cells};
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

/// A measure column.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureColumn {
    /// Column name.
    pub name: String,
    /// The cells, one a row.
    pub cells: Cells,
    /// Present when the publisher gave rounded numbers.
    pub rounding: Option<Rounding>,
}

/// The codes covered of dimensions, by the name of the dimension. There are a handful at most.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage(Vec<(String, Vec<String>)>);

impl Coverage {
    /// The codes covered of a dimension; `None` when nothing is said of it.
    pub fn get(&self, dimension: &str) -> Option<&[String]> {
        let (_, codes) = self.0.iter().find(|(name, _)| name == dimension)?;
        Some(codes)
    }

    /// Says what is covered of a dimension, in place of what was said before.
    pub fn set(&mut self, dimension: &str, codes: Vec<String>) {
        self.remove(dimension);
        let place = self
            .0
            .partition_point(|(name, _)| name.as_str() < dimension);
        self.0.insert(place, (dimension.to_owned(), codes));
    }

    /// Says nothing of a dimension.
    pub fn remove(&mut self, dimension: &str) {
        self.0.retain(|(name, _)| name != dimension);
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

    fn letter(self) -> char {
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
        }
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

/// Writes `"2000..2023"` out as its codes; any other text is one code.
pub fn expand_range(text: &str) -> Vec<String> {
    let bounds = text.split_once("..").and_then(|(from, to)| {
        Some((
            from.trim().parse::<i32>().ok()?,
            to.trim().parse::<i32>().ok()?,
        ))
    });
    match bounds {
        Some((from, to)) if from <= to && to - from < 1000 => {
            (from..=to).map(|code| code.to_string()).collect()
        }
        _ => vec![text.to_owned()],
    }
}
