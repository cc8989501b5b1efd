//! The numbers of a panel as a table to read: one line a place on the axis, one column a series.

/// A table of numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NumberTable {
    /// Heading of the first column.
    pub stub: String,
    /// Headings of the number columns.
    pub columns: Vec<String>,
    /// The lines.
    pub rows: Vec<Line>,
}

/// One line of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// What the line is about.
    pub head: String,
    /// The numbers, parallel to the columns.
    pub cells: Vec<TableCell>,
}

/// One number of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableCell {
    /// The unrounded value.
    pub value: Option<f64>,
    /// The value, or why there is none, as the reader sees it.
    pub text: String,
    /// The interval as the reader sees it; empty when there is none.
    pub interval: String,
    /// Where the value lies when the publisher rounded it; empty otherwise.
    pub range: String,
    /// Whether it rests on few events.
    pub small: bool,
    /// What the publisher marks, in the letters of a column of flags; empty for nothing.
    pub marks: String,
}
