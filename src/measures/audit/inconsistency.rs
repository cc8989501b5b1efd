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

/// `"65155 + 56531 = 121686"`, with the unit of every number. A number that ends in `%` is a
/// percentage, one that ends in `#` has no unit.
fn line(text: &str, unit: Unit) -> Line {
    text.split_whitespace()
        .filter_map(|word| token(word, unit))
        .collect()
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

/// The arithmetic of each inconsistency that is about numbers.
const ARITHMETIC: [(&str, Unit, &[&str]); 11] = [
    (
        "F386",
        Unit::Persons,
        &[
            "65155 + 56531 + 118856 + 141307 + 2169524 = 2551373",
            "3220297 - 2551373 = 668924",
            "2551373 != 3220297",
        ],
    ),
    (
        "F387",
        Unit::Emigrations,
        &[
            "4198 + 5159 + 8988 + 229719 + 74538 = 322602",
            "328205 - 322602 = 5603",
            "322602 != 328205",
        ],
    ),
    (
        "F388",
        Unit::Ratio,
        &["229719 / 141307 = 1.626", "1.626 > 1"],
    ),
    (
        "F389",
        Unit::PersonYears,
        &["141307 * 18# = 2543526", "229719 / 2543526 * 100# = 9.0%"],
    ),
    (
        "F390",
        Unit::Persons,
        &[
            "29000000 / 24# = 1208333",
            "1208333 * 41# / 18# = 2752314",
            "2551373 < 2752314",
        ],
    ),
    (
        "F391",
        Unit::Emigrations,
        &["100 + 100 = 200", "200 / 20000 * 100# = 1.0%"],
    ),
    (
        "F392",
        Unit::Emigrations,
        &[
            "9357 - 7362 = 1995",
            "1995 / 4# = 498.75",
            "300 + 300 = 600",
            "498.75 < 600",
        ],
    ),
    (
        "F393",
        Unit::Persons,
        &["20000 + 100000 = 120000", "121686 - 120000 = 1686"],
    ),
    (
        "F394",
        Unit::Emigrations,
        &[
            "0.20# * 4198 + 0.30# * 5159 + 0.10# * 4198 + 0.15# * 5159 = 3581",
            "9357 - 5707 = 3650",
            "3581 < 3650",
        ],
    ),
    (
        "F395",
        Unit::Emigrations,
        &[
            "276350 - 110406 - 95836 = 70108",
            "70108 / 276350 * 100# = 25.4%",
            "91709 - 70108 = 21601",
            "322602 - 276350 = 46252",
            "21601 / 46252 * 100# = 46.7%",
        ],
    ),
    ("F397", Unit::AgeYears, &["34 != 35"]),
];

/// The arithmetic of an inconsistency; empty when it is about words.
pub fn arithmetic(id: &str) -> Vec<Line> {
    ARITHMETIC
        .iter()
        .filter(|(known, _, _)| *known == id)
        .flat_map(|(_, unit, lines)| lines.iter().map(|text| line(text, *unit)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Value of a row of numbers and operators, products before sums.
    fn value(tokens: &[Token]) -> f64 {
        let (mut sum, mut product, mut sign, mut divide) = (0.0, 1.0, 1.0, false);
        for token in tokens {
            match token {
                Token::Number { value, .. } if divide => product /= value,
                Token::Number { value, .. } => product *= value,
                Token::Operator(Operator::Times) => divide = false,
                Token::Operator(Operator::DividedBy) => divide = true,
                Token::Operator(operator) => {
                    sum += sign * product;
                    product = 1.0;
                    divide = false;
                    sign = if *operator == Operator::Minus {
                        -1.0
                    } else {
                        1.0
                    };
                }
            }
        }
        sum + sign * product
    }

    #[test]
    fn every_line_of_arithmetic_is_true() {
        let relations = [
            Operator::Equals,
            Operator::Differs,
            Operator::Below,
            Operator::Above,
        ];
        for (id, unit, lines) in ARITHMETIC {
            for text in lines {
                let line = line(text, unit);
                let words = text.split_whitespace().count();
                assert_eq!(line.len(), words, "{id}: {text}");
                let is_relation = |token: &Token| matches!(token, Token::Operator(operator) if relations.contains(operator));
                let split = line.iter().position(is_relation).unwrap();
                let (left, right) = (value(&line[..split]), value(&line[split + 1..]));
                let Token::Number { decimals, .. } = line[split + 1] else {
                    panic!("{id}: {text}");
                };
                let half = 0.5 * libm::pow(10.0, -(decimals as f64)) + 1e-9;
                let holds = match line[split] {
                    Token::Operator(Operator::Equals) => (left - right).abs() <= half,
                    Token::Operator(Operator::Differs) => left != right,
                    Token::Operator(Operator::Below) => left < right,
                    _ => left > right,
                };
                assert!(holds, "{id}: {text}: {left} and {right}");
            }
        }
    }
}
