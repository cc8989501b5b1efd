//! Reading inputs by what a method declares.

use std::collections::BTreeMap;

use stats::incomplete::Decimal;
use stats::{Cell, Status};

use super::method::{CalculateError, Method};

/// An input as it arrives.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    /// A number; also a list or table of one.
    Number(f64),
    /// Text: a decimal number with a point, lists with ";", tables with "|" between rows. An empty
    /// element, ".." or "." is missing, ":" suppressed, "-" zero.
    Text(String),
}

impl From<f64> for Input {
    fn from(number: f64) -> Self {
        Input::Number(number)
    }
}

impl From<&str> for Input {
    fn from(text: &str) -> Self {
        Input::Text(text.to_owned())
    }
}

impl Input {
    fn text(&self) -> String {
        match self {
            Input::Number(number) => number.to_string(),
            Input::Text(text) => text.trim().to_owned(),
        }
    }
}

/// An input a method has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InputSpec {
    /// Its name.
    pub name: &'static str,
    /// How it is read.
    pub kind: InputKind,
}

impl InputSpec {
    /// An input that is read so.
    pub const fn new(name: &'static str, kind: InputKind) -> InputSpec {
        InputSpec { name, kind }
    }
}

/// How an input is read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum InputKind {
    /// A number.
    Number,
    /// A number that may be left out.
    Optional,
    /// A number with a value to fall back on.
    Default(f64),
    /// A decimal number whose printed digits count ("5.0" is not "5").
    Decimal,
    /// The same with a value to fall back on.
    DefaultDecimal(f64),
    /// The same, may be left out.
    OptionalDecimal,
    /// A list of numbers; all lists of a method are equally long.
    List,
    /// A list that may be left out.
    OptionalList,
    /// A table of numbers.
    Table,
    /// One of these words.
    Choice(&'static [&'static str]),
}

impl InputKind {
    /// Whether it must be given.
    pub fn is_needed(self) -> bool {
        use InputKind::{Choice, Decimal, List, Number, Table};
        matches!(self, Number | Decimal | List | Table | Choice(_))
    }

    fn expected(self) -> String {
        match self {
            Self::Number | Self::Optional | Self::Default(_) => {
                "a number with a decimal point, \"..\" (missing) or \":\" (suppressed)".to_owned()
            }
            Self::Decimal | Self::DefaultDecimal(_) | Self::OptionalDecimal => {
                "a number of at most 18 digits, not negative, with a decimal point".to_owned()
            }
            Self::List | Self::OptionalList => "numbers with \";\" between them".to_owned(),
            Self::Table => {
                "rows with \"|\" between them, numbers with \";\" between them".to_owned()
            }
            Self::Choice(words) => words.join(" or "),
        }
    }
}

/// An input after reading.
enum Argument {
    Cell(Cell),
    List(Vec<Cell>),
    Table(Vec<Vec<Cell>>),
    Decimal(Option<Decimal>),
    Word(&'static str),
}

/// The inputs of one call. Asking for an input under a name or kind the method does not declare
/// gives `invalid`; the golden files call every method, so that shows.
pub struct Arguments {
    by_name: BTreeMap<&'static str, Argument>,
}

impl Arguments {
    /// Reads what `method` declares.
    pub(super) fn read(
        method: &Method,
        inputs: &BTreeMap<String, Input>,
    ) -> Result<Self, CalculateError> {
        let names = |needed: bool| {
            let specs = method
                .inputs
                .iter()
                .filter(|spec| !needed || spec.kind.is_needed());
            specs.map(|spec| spec.name).collect::<Vec<_>>()
        };
        if let Some(found) = inputs
            .keys()
            .find(|name| !names(false).contains(&name.as_str()))
        {
            return Err(CalculateError::UnknownInput {
                method: method.name,
                found: found.clone(),
                known: names(false),
            });
        }
        let mut by_name = BTreeMap::new();
        for spec in method.inputs {
            let given = inputs.get(spec.name);
            if given.is_none() && spec.kind.is_needed() {
                return Err(CalculateError::AbsentInput {
                    method: method.name,
                    input: spec.name,
                    needed: names(true),
                });
            }
            let text = given.map(Input::text);
            let argument =
                read(spec.kind, text.as_deref()).ok_or_else(|| CalculateError::Unreadable {
                    method: method.name,
                    input: spec.name,
                    found: text.unwrap_or_default(),
                    expected: spec.kind.expected(),
                })?;
            by_name.insert(spec.name, argument);
        }
        let lengths: Vec<(&'static str, usize)> = method
            .inputs
            .iter()
            .filter_map(|spec| match by_name.get(spec.name) {
                Some(Argument::List(list)) if !list.is_empty() => Some((spec.name, list.len())),
                _ => None,
            })
            .collect();
        if lengths.windows(2).any(|pair| pair[0].1 != pair[1].1) {
            return Err(CalculateError::UnequalLists {
                method: method.name,
                lengths,
            });
        }
        Ok(Self { by_name })
    }

    /// A cell in any of its states.
    pub fn cell(&self, name: &str) -> Result<Cell, Status> {
        match self.by_name.get(name) {
            Some(Argument::Cell(cell)) => Ok(*cell),
            _ => Err(Status::Invalid),
        }
    }

    /// A number that must be known.
    pub fn number(&self, name: &str) -> Result<f64, Status> {
        self.cell(name)?.number()
    }

    /// A number that may be missing, but not suppressed.
    pub fn optional(&self, name: &str) -> Result<Option<f64>, Status> {
        match self.cell(name)? {
            Cell::Missing => Ok(None),
            cell => cell.number().map(Some),
        }
    }

    /// A number that must be whole, such as a year.
    pub fn whole(&self, name: &str) -> Result<i32, Status> {
        whole(self.number(name)?)
    }

    /// A list of cells; empty when it was left out.
    pub fn cells(&self, name: &str) -> Result<&[Cell], Status> {
        match self.by_name.get(name) {
            Some(Argument::List(list)) => Ok(list),
            _ => Err(Status::Invalid),
        }
    }

    /// A list of numbers that must all be known.
    pub fn numbers(&self, name: &str) -> Result<Vec<f64>, Status> {
        known(self.cells(name)?)
    }

    /// Rows of three lists that must all be known.
    pub fn three(&self, names: [&str; 3]) -> Result<Vec<(f64, f64, f64)>, Status> {
        let [first, second, third] = names.map(|name| self.numbers(name));
        let rows = first?.into_iter().zip(second?).zip(third?);
        Ok(rows.map(|((one, two), three)| (one, two, three)).collect())
    }

    /// A table of numbers that must all be known.
    pub fn table(&self, name: &str) -> Result<Vec<Vec<f64>>, Status> {
        match self.by_name.get(name) {
            Some(Argument::Table(rows)) => rows.iter().map(|row| known(row)).collect(),
            _ => Err(Status::Invalid),
        }
    }

    /// An exact decimal that may be left out.
    pub fn decimal(&self, name: &str) -> Result<Option<Decimal>, Status> {
        match self.by_name.get(name) {
            Some(Argument::Decimal(decimal)) => Ok(*decimal),
            _ => Err(Status::Invalid),
        }
    }

    /// A word out of those declared.
    pub fn word(&self, name: &str) -> Result<&'static str, Status> {
        match self.by_name.get(name) {
            Some(Argument::Word(word)) => Ok(word),
            _ => Err(Status::Invalid),
        }
    }
}

/// A number that must be whole and in the range of years.
pub fn whole(number: f64) -> Result<i32, Status> {
    let whole = number as i32;
    if f64::from(whole) == number {
        Ok(whole)
    } else {
        Err(Status::Invalid)
    }
}

/// All numbers, or the status of the list: suppressed counts before missing.
fn known(cells: &[Cell]) -> Result<Vec<f64>, Status> {
    if cells.contains(&Cell::Suppressed) {
        return Err(Status::SuppressedInput);
    }
    cells.iter().map(|cell| cell.number()).collect()
}

/// Reads one input; None if it cannot be read.
fn read(kind: InputKind, text: Option<&str>) -> Option<Argument> {
    match kind {
        InputKind::Number | InputKind::Optional => cell(text.unwrap_or("")).map(Argument::Cell),
        InputKind::Default(value) => match text {
            Some(text) => cell(text).map(Argument::Cell),
            None => Some(Argument::Cell(Cell::Number(value))),
        },
        InputKind::Decimal | InputKind::OptionalDecimal => decimal(text.unwrap_or("")),
        InputKind::DefaultDecimal(value) => decimal(text.unwrap_or(&value.to_string())),
        InputKind::List => list(text?).map(Argument::List),
        InputKind::OptionalList => match text {
            None | Some("") => Some(Argument::List(Vec::new())),
            Some(text) => list(text).map(Argument::List),
        },
        InputKind::Table => text?
            .split('|')
            .map(list)
            .collect::<Option<Vec<_>>>()
            .map(Argument::Table),
        InputKind::Choice(words) => words
            .iter()
            .find(|word| text == Some(**word))
            .map(|word| Argument::Word(word)),
    }
}

fn decimal(text: &str) -> Option<Argument> {
    match text {
        "" | "." | ".." => Some(Argument::Decimal(None)),
        text => text
            .parse()
            .ok()
            .map(|decimal| Argument::Decimal(Some(decimal))),
    }
}

fn list(text: &str) -> Option<Vec<Cell>> {
    text.split(';').map(cell).collect()
}

fn cell(text: &str) -> Option<Cell> {
    match text.trim() {
        "" | "." | ".." => Some(Cell::Missing),
        ":" => Some(Cell::Suppressed),
        "-" => Some(Cell::Number(0.0)),
        text => text
            .parse()
            .ok()
            .filter(|number: &f64| number.is_finite())
            .map(Cell::Number),
    }
}
