//! Where the report's own printed values disagree: the arithmetic, as numbers and operators.

use super::claim::Unit;

/// An operator between two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// Sum.
    Plus,
    /// Difference.
    Minus,
    /// Product.
    Times,
    /// Quotient.
    DividedBy,
    /// The result follows, rounded to the digits shown.
    Equals,
    /// The two sides are not the same.
    Differs,
    /// The left side is below the right.
    Below,
    /// The left side is above the right.
    Above,
}

/// A number or an operator of a line of arithmetic.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Token {
    /// A number, with the digits after the decimal sign it is shown with and its unit.
    Number {
        /// The number.
        value: f64,
        /// Digits after the decimal sign.
        decimals: usize,
        /// Unit.
        unit: Unit,
    },
    /// An operator.
    Operator(Operator),
}

/// One line of arithmetic.
pub type Line = Vec<Token>;

/// Lines such as `65155 + 56531 = 121686; 121686 < 130000`, with the unit of every number. A number
/// that ends in `%` is a percentage, one that ends in `#` has no unit. `None` for anything else.
pub fn lines(text: &str, unit: Unit) -> Option<Vec<Line>> {
    let lines = text.split(';').filter(|line| !line.trim().is_empty());
    let line = |line: &str| {
        line.split_whitespace()
            .map(|word| token(word, unit))
            .collect()
    };
    lines.map(line).collect()
}

fn token(word: &str, unit: Unit) -> Option<Token> {
    let operator = match word {
        "+" => Operator::Plus,
        "-" => Operator::Minus,
        "*" => Operator::Times,
        "/" => Operator::DividedBy,
        "=" => Operator::Equals,
        "!=" => Operator::Differs,
        "<" => Operator::Below,
        ">" => Operator::Above,
        _ => {
            let number = word.trim_end_matches(['%', '#']);
            return Some(Token::Number {
                value: number.parse().ok()?,
                decimals: number.split_once('.').map_or(0, |(_, digits)| digits.len()),
                unit: match word.chars().last() {
                    Some('%') => Unit::Percent,
                    Some('#') => Unit::Ratio,
                    _ => unit,
                },
            });
        }
    };
    Some(Token::Operator(operator))
}
