//! What a method gives back.

use stats::Limit;

/// One output. In the text form of data files ([`std::fmt::Display`]) lists are joined by ";" and
/// rows of tables by "|"; an absent value is empty and a value without bound is "inf".
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// No number may be given; `status` says why.
    Absent,
    /// A number, never NaN or infinite.
    Number(f64),
    /// Larger than any number: print "cannot be computed".
    Unbounded,
    /// A code: a status, a flag, "yes" or "no".
    Text(String),
    /// A list; None is an absent element.
    List(Vec<Option<f64>>),
    /// A table, row by row.
    Table(Vec<Vec<Option<f64>>>),
}

impl Value {
    /// Replaces what is not a number by an absent value.
    pub(super) fn without_infinities(self) -> Self {
        let known = |value: Option<f64>| value.filter(|number| number.is_finite());
        match self {
            Value::Number(number) if !number.is_finite() => Value::Absent,
            Value::List(list) => Value::List(list.into_iter().map(known).collect()),
            Value::Table(table) => Value::Table(
                table
                    .into_iter()
                    .map(|row| row.into_iter().map(known).collect())
                    .collect(),
            ),
            other => other,
        }
    }
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Value::Absent => Ok(()),
            Value::Number(number) => f.write_str(&shortest(*number)),
            Value::Unbounded => f.write_str("inf"),
            Value::Text(text) => f.write_str(text),
            Value::List(list) => f.write_str(&joined(list)),
            Value::Table(table) => {
                let rows: Vec<String> = table.iter().map(|row| joined(row)).collect();
                f.write_str(&rows.join("|"))
            }
        }
    }
}

fn joined(list: &[Option<f64>]) -> String {
    let parts: Vec<String> = list
        .iter()
        .map(|value| value.map(shortest).unwrap_or_default())
        .collect();
    parts.join(";")
}

/// Shortest text that reads back as the same number.
fn shortest(number: f64) -> String {
    let plain = number == 0.0 || (1e-6..1e16).contains(&number.abs());
    if plain {
        number.to_string()
    } else {
        format!("{number:e}")
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Value::Number(number)
    }
}

impl From<Option<f64>> for Value {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Value::Absent, Value::Number)
    }
}

impl From<Limit> for Value {
    fn from(limit: Limit) -> Self {
        limit.finite().map_or(Value::Unbounded, Value::Number)
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Self {
        Value::from(if yes { "yes" } else { "no" })
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl FromIterator<f64> for Value {
    fn from_iter<I: IntoIterator<Item = f64>>(numbers: I) -> Self {
        Value::List(numbers.into_iter().map(Some).collect())
    }
}

impl FromIterator<Option<f64>> for Value {
    fn from_iter<I: IntoIterator<Item = Option<f64>>>(numbers: I) -> Self {
        Value::List(numbers.into_iter().collect())
    }
}
