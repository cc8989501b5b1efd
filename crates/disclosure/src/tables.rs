//! Tables as an attacker sees them.

/// A cell of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A published number; person-years doubled.
    Number(i64),
    /// A number that is withheld.
    Hidden,
    /// No number, and everybody knows why.
    Absent,
}

/// A dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Name.
    pub name: String,
    /// Its codes.
    pub codes: Vec<String>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Name.
    pub name: String,
    /// Dimensions.
    pub dimensions: Vec<Column>,
    /// For each row, the positions of its codes.
    pub rows: Vec<Vec<usize>>,
    /// Measures with a cell a row.
    pub measures: Vec<(String, Vec<Cell>)>,
    /// The codes covered of dimensions that are no columns, where that is known.
    pub coverage: Vec<(String, Vec<String>)>,
}

/// A dimension whose codes follow from those of another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derived {
    /// The finer dimension.
    pub from: String,
    /// The coarser one.
    pub to: String,
    /// Pairs of a finer and a coarser code.
    pub codes: Vec<(String, String)>,
}

/// Where a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Position of the table.
    pub table: usize,
    /// Position of the measure in it.
    pub measure: usize,
    /// Row.
    pub row: usize,
}

impl Table {
    /// Position of a dimension.
    pub fn dimension(&self, name: &str) -> Option<usize> {
        self.dimensions
            .iter()
            .position(|column| column.name == name)
    }

    /// Position of a measure.
    pub fn measure(&self, name: &str) -> Option<usize> {
        self.measures.iter().position(|(own, _)| own == name)
    }

    /// The code of a row in a dimension.
    pub fn code(&self, row: usize, dimension: usize) -> &str {
        &self.dimensions[dimension].codes[self.rows[row][dimension]]
    }

    /// What is covered of a dimension that is no column.
    pub fn covered(&self, name: &str) -> Option<&[String]> {
        let (_, codes) = self.coverage.iter().find(|(own, _)| own == name)?;
        Some(codes)
    }
}
