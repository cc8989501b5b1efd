//! An analysis in one language, as plain data: what a page shows, without how it looks.

use explain::Number;
use text::marks::Piece;

/// What a visitor has asked for: names and texts, as they stand in the address.
pub type Asked = Vec<(String, String)>;

/// An analysis, ready to be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnalysisPage {
    /// Name of the analysis.
    pub title: String,
    /// What can be chosen, with what is chosen now.
    pub controls: Vec<Control>,
    /// What is asked, as one plain sentence.
    pub question: String,
    /// What the data say, in plain sentences.
    pub answer: String,
    /// The same in pieces; the place of a piece is the identifier of an explanation.
    pub said: Vec<Piece>,
    /// The numbers.
    pub tables: Vec<Table>,
    /// What the numbers rest on and how to read them.
    pub notes: Vec<String>,
    /// What is taken for granted.
    pub assumptions: Vec<String>,
    /// Heading of the assumptions.
    pub assumed: String,
    /// Confidence level of the intervals.
    pub level: f64,
    /// What a button on a number does, for screen readers.
    pub show: String,
}

/// One choice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Control {
    /// Its name in the address.
    pub name: String,
    /// Its label.
    pub label: String,
    /// What is chosen now.
    pub value: String,
    /// Values and labels; empty for what is put in: a share by a slider from 0 to 100, or a number that is typed.
    pub choices: Vec<(String, String)>,
}

impl Control {
    /// A choice among values: the first of those wanted that is one of them, else the first of all.
    pub fn among<'a>(
        name: &str,
        label: &str,
        choices: Vec<(String, String)>,
        wanted: impl IntoIterator<Item = &'a str>,
    ) -> Control {
        let is_there = |value: &&str| choices.iter().any(|(known, _)| known == value);
        let value = wanted.into_iter().find(is_there);
        let first = choices.first().map_or("", |(first, _)| first);
        Control {
            name: name.to_owned(),
            label: label.to_owned(),
            value: value.unwrap_or(first).to_owned(),
            choices,
        }
    }
}

/// What is asked of a choice, where it is named.
pub fn asked_of<'a>(asked: &'a Asked, name: &str) -> Option<&'a str> {
    let found = asked.iter().find(|(known, _)| known == name);
    found.map(|(_, value)| value.as_str())
}

/// A table of numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What the table is about.
    pub caption: String,
    /// Headings, that of the first column included.
    pub columns: Vec<String>,
    /// The lines.
    pub rows: Vec<Line>,
}

/// One line of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// What the line is about.
    pub head: String,
    /// The cells after it.
    pub cells: Vec<Cell>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What is read.
    pub text: String,
    /// The unrounded value.
    pub value: Option<f64>,
    /// Identifier of the explanation of the number.
    pub explain: Option<String>,
    /// The number itself, where it is one of the data set and no explanation is kept.
    pub number: Option<Number>,
    /// The unrounded ends, where the cell is an interval; it may be without bound above.
    pub limits: Option<(f64, Option<f64>)>,
}

/// The arithmetic behind one number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// What the number is.
    pub title: String,
    /// The steps in reading order.
    pub parts: Vec<Part>,
    /// What can be copied: the label of the button and the text.
    pub copies: Vec<(String, String)>,
    /// Label of the button that closes.
    pub close: String,
}

/// One step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// Its heading.
    pub heading: String,
    /// Headings of the rows; empty when every row says what it is.
    pub head: Vec<String>,
    /// Rows of symbol, number and what it is; under headings, a name and its numbers.
    pub rows: Vec<Vec<String>>,
    /// Formulas in MathML. Built from a tree of formulas, in which every text is escaped.
    pub maths: String,
    /// Sentences.
    pub lines: Vec<String>,
}
