//! Numbers and markers as offices write them, read in one place for every format.
//!
//! A number is first classified without deciding anything, then the evidence of the whole table
//! decides on decimal and thousands sign, and only then is it read.

use super::foreign::{Ambiguity, Choices, Meaning, Reading, Thousands};
use data::decimal_sign::DecimalSign;

/// How the numbers of a table are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberForm {
    /// The decimal sign.
    pub decimal_sign: DecimalSign,
    /// The thousands sign.
    pub thousands: Option<Thousands>,
}

/// Numbers written by a program for programs.
pub const MACHINE: NumberForm = NumberForm {
    decimal_sign: DecimalSign::Point,
    thousands: None,
};

/// What a text looks like before its signs are settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// No number in any reading.
    NotANumber,
    /// Digits only, perhaps below zero.
    Whole,
    /// One to three digits, a sign, three digits: decimals or thousands.
    Unclear(DecimalSign),
    /// Can only be read with these signs.
    Clear {
        /// The decimal sign, when there are decimals.
        decimal_sign: Option<DecimalSign>,
        /// The thousands sign, when there are groups.
        thousands: Option<Thousands>,
    },
}

/// The digits after a sign that may stand before a number: hyphen, plus or U+2212.
fn unsigned(text: &str) -> (bool, &str) {
    if let Some(rest) = text
        .strip_prefix('-')
        .or_else(|| text.strip_prefix('\u{2212}'))
    {
        (true, rest)
    } else {
        (false, text.strip_prefix('+').unwrap_or(text))
    }
}

fn thousands_of(sign: char) -> Option<Thousands> {
    Some(match sign {
        ' ' => Thousands::Space,
        '\u{a0}' => Thousands::NoBreakSpace,
        '\u{202f}' | '\u{2009}' => Thousands::NarrowNoBreakSpace,
        ',' => Thousands::Comma,
        '.' => Thousands::Point,
        _ => return None,
    })
}

fn decimal_of(sign: char) -> Option<DecimalSign> {
    match sign {
        '.' => Some(DecimalSign::Point),
        ',' => Some(DecimalSign::Comma),
        _ => None,
    }
}

/// What a text looks like.
pub fn shape(text: &str) -> Shape {
    let (_, digits) = unsigned(text);
    if digits.is_empty() || digits.len() > 64 {
        return Shape::NotANumber;
    }
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Shape::Whole;
    }
    // Groups of digits, and the sign before each group but the first.
    let mut lengths = [0_usize; 24];
    let mut signs = ['\0'; 24];
    let mut group = 0;
    for c in digits.chars() {
        if c.is_ascii_digit() {
            lengths[group] += 1;
        } else if thousands_of(c).is_some() && lengths[group] > 0 && group + 1 < lengths.len() {
            group += 1;
            signs[group] = c;
        } else {
            return Shape::NotANumber;
        }
    }
    if lengths[group] == 0 {
        return Shape::NotANumber;
    }
    let starts_group = lengths[0] <= 3 && !digits.starts_with('0');
    let last = signs[group];
    if group == 1 {
        let could_be_group = starts_group && lengths[1] == 3;
        return match (decimal_of(last), could_be_group) {
            (Some(sign), true) => Shape::Unclear(sign),
            (Some(sign), false) => Shape::Clear {
                decimal_sign: Some(sign),
                thousands: None,
            },
            (None, true) => Shape::Clear {
                decimal_sign: None,
                thousands: thousands_of(last),
            },
            (None, false) => Shape::NotANumber,
        };
    }
    let first = signs[1];
    let whole_groups =
        |upto: usize| starts_group && (1..=upto).all(|i| signs[i] == first && lengths[i] == 3);
    if last == first {
        if whole_groups(group) {
            return Shape::Clear {
                decimal_sign: None,
                thousands: thousands_of(first),
            };
        }
    } else if let Some(sign) = decimal_of(last)
        && whole_groups(group - 1)
    {
        return Shape::Clear {
            decimal_sign: Some(sign),
            thousands: thousands_of(first),
        };
    }
    Shape::NotANumber
}

/// Reads a number in a form; `None` when the text is no number in that form.
pub fn parse(text: &str, form: NumberForm) -> Option<f64> {
    let fits = match shape(text) {
        Shape::NotANumber => false,
        Shape::Whole => return whole(text),
        Shape::Unclear(sign) => {
            sign == form.decimal_sign
                || form.thousands.map(Thousands::character) == Some(sign.character())
        }
        Shape::Clear {
            decimal_sign,
            thousands,
        } => {
            decimal_sign.is_none_or(|sign| sign == form.decimal_sign)
                && thousands.is_none_or(|sign| fits_thousands(sign, form.thousands))
        }
    };
    if !fits {
        return None;
    }
    let (negative, digits) = unsigned(text);
    let mut plain = String::with_capacity(digits.len() + 1);
    if negative {
        plain.push('-');
    }
    for c in digits.chars() {
        if c.is_ascii_digit() {
            plain.push(c);
        } else if c == form.decimal_sign.character() {
            plain.push('.');
        }
    }
    finite(&plain)
}

/// The three spaces are one sign to a reader; comma and point are not.
fn fits_thousands(found: Thousands, agreed: Option<Thousands>) -> bool {
    let is_space = |sign| !matches!(sign, Thousands::Comma | Thousands::Point);
    agreed.is_some_and(|agreed| agreed == found || (is_space(agreed) && is_space(found)))
}

fn whole(text: &str) -> Option<f64> {
    let (negative, digits) = unsigned(text);
    let number = if digits.len() <= 15 {
        let number = digits
            .bytes()
            .fold(0_u64, |sum, byte| sum * 10 + u64::from(byte - b'0'));
        number as f64
    } else {
        finite(digits)?
    };
    Some(if negative && number != 0.0 {
        -number
    } else {
        number
    })
}

/// Reads a number in the form programs use: a point, and an exponent where there is one.
pub fn parse_machine(text: &str) -> Option<f64> {
    if let Some(number) = parse(text, MACHINE) {
        return Some(number);
    }
    let starts_well = text
        .bytes()
        .find(|byte| !matches!(byte, b'-' | b'+'))
        .is_some_and(|byte| byte.is_ascii_digit() || byte == b'.');
    starts_well.then(|| finite(text)).flatten()
}

fn finite(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Stands in a workbook for what a formula gives and no program has worked out yet.
pub const UNCOMPUTED: &str = "=?";

/// A number with an exponent, as R writes large round ones: `1e+05`.
pub fn with_exponent(text: &str) -> Option<f64> {
    let (digits, power) = text.split_once(['e', 'E'])?;
    let is_plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let power = power.strip_prefix(['+', '-']).unwrap_or(power);
    let is_number = is_plain(power) && power.len() <= 2 && parse(digits, MACHINE).is_some();
    is_number.then(|| finite(text)).flatten()
}

/// Whether a text is one that stands in place of a number somewhere, with a meaning that only its publisher knows.
pub fn is_odd_mark(text: &str) -> bool {
    let known = [
        "none",
        "nan",
        "na",
        "n.a.",
        "n/a",
        "null",
        "nil",
        "*",
        "**",
        "***",
        "x",
        "xx",
        "c",
        "s",
        "f",
        "u",
        "z",
        "…",
        "#",
        "?",
        "missing",
        "suppressed",
        "confidential",
        "not available",
        "(x)",
        "(d)",
        "(s)",
        "##",
    ];
    let small = vocabulary::words::lower(text);
    let in_brackets = small.len() <= 5 && small.starts_with('[') && small.ends_with(']');
    let bound = small.strip_prefix(['<', '>', '≤', '≥', '~']).map(str::trim);
    known.contains(&small.as_str())
        || in_brackets
        || bound.is_some_and(|number| shape(number) != Shape::NotANumber)
}

/// What a marker of PxWeb and its relatives says; `None` when the text is none.
pub fn marker(text: &str) -> Option<Meaning> {
    Some(match text {
        "" => Meaning::Empty,
        "." => Meaning::NotApplicable,
        ".." => Meaning::Missing,
        "..." => Meaning::NotYetAvailable,
        "...." | "....." | "......" => Meaning::Missing,
        ":" => Meaning::Suppressed,
        "-" | "–" => Meaning::Nil,
        UNCOMPUTED => Meaning::Missing,
        "NA" | "N/A" | "n/a" | "#N/A" | "NULL" | "null" => Meaning::Missing,
        _ => return None,
    })
}

/// What the numbers of a table tell of their signs.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    decimals: [u64; 2],
    thousands: [u64; 5],
    unclear: [u64; 2],
    unclear_quoted: u64,
    examples: Vec<(u64, usize, String)>,
}

const THOUSANDS: [Thousands; 5] = [
    Thousands::Space,
    Thousands::NoBreakSpace,
    Thousands::NarrowNoBreakSpace,
    Thousands::Comma,
    Thousands::Point,
];

/// How many unclear cells are kept to show.
const EXAMPLES: usize = 5;

impl Evidence {
    /// Takes in a cell of a value column.
    pub fn note(&mut self, shape: Shape, line: u64, column: usize, text: &str) {
        match shape {
            Shape::NotANumber | Shape::Whole => {}
            Shape::Unclear(sign) => {
                self.unclear[sign as usize] += 1;
                if self.examples.len() < EXAMPLES {
                    self.examples.push((line, column, text.to_owned()));
                }
            }
            Shape::Clear {
                decimal_sign,
                thousands,
            } => {
                if let Some(sign) = decimal_sign {
                    self.decimals[sign as usize] += 1;
                }
                if let Some(at) = thousands.and_then(|t| THOUSANDS.iter().position(|k| *k == t)) {
                    self.thousands[at] += 1;
                }
            }
        }
    }

    /// Takes in that an unclear cell stood in quotes.
    pub fn note_quoted(&mut self) {
        self.unclear_quoted += 1;
    }

    /// Adds what another column tells.
    pub fn merge(&mut self, other: &Evidence) {
        let add = |into: &mut [u64], from: &[u64]| {
            for (sum, more) in into.iter_mut().zip(from) {
                *sum += more;
            }
        };
        add(&mut self.decimals, &other.decimals);
        add(&mut self.thousands, &other.thousands);
        add(&mut self.unclear, &other.unclear);
        self.unclear_quoted += other.unclear_quoted;
        let room = EXAMPLES - self.examples.len();
        self.examples
            .extend(other.examples.iter().take(room).cloned());
    }

    /// Settles the signs. With commas between the fields a bare point can only be decimal.
    pub fn settle(&self, choices: &Choices, comma_delimited: bool) -> Settled {
        let mut thousands = choices.thousands.unwrap_or_else(|| {
            let most = self
                .thousands
                .iter()
                .enumerate()
                .max_by_key(|(at, n)| (**n, 5 - at));
            most.filter(|(_, n)| **n > 0).map(|(at, _)| THOUSANDS[at])
        });
        let [points, commas] = self.decimals;
        let [unclear_points, unclear_commas] = self.unclear;
        let mut decimal_sign = choices.decimal_sign.or(match (points, commas) {
            (0, 0) => None,
            (points, commas) if points >= commas => Some(DecimalSign::Point),
            _ => Some(DecimalSign::Comma),
        });
        if decimal_sign.is_none() {
            decimal_sign = match (thousands, unclear_points, unclear_commas) {
                (_, 0, 0) => None,
                (Some(Thousands::Comma), ..) => Some(DecimalSign::Point),
                (Some(Thousands::Point), ..) => Some(DecimalSign::Comma),
                // Spaces already part the thousands.
                (Some(_), _, 0) => Some(DecimalSign::Point),
                (Some(_), 0, _) => Some(DecimalSign::Comma),
                (None, _, 0)
                    if choices.thousands == Some(None)
                        || (comma_delimited && self.unclear_quoted == 0) =>
                {
                    Some(DecimalSign::Point)
                }
                (None, 0, _) if choices.thousands == Some(None) => Some(DecimalSign::Comma),
                // Where commas part the fields, one within a number that is quoted for it is no decimal sign.
                (None, 0, commas) if comma_delimited && self.unclear_quoted == commas => {
                    thousands = Some(Thousands::Comma);
                    Some(DecimalSign::Point)
                }
                _ => return Settled::Ambiguous(self.ambiguity()),
            };
        }
        if thousands.is_none() && choices.thousands.is_none() {
            thousands = match decimal_sign {
                Some(DecimalSign::Point) if unclear_commas > 0 => Some(Thousands::Comma),
                Some(DecimalSign::Comma) if unclear_points > 0 => Some(Thousands::Point),
                _ => None,
            };
        }
        Settled::Form(decimal_sign, thousands)
    }

    fn ambiguity(&self) -> Unsettled {
        Unsettled {
            cells: self.unclear.iter().sum(),
            examples: self.examples.clone(),
        }
    }
}

/// Signs that are settled, or the cells that leave them open.
pub enum Settled {
    /// The decimal sign, if any number has one, and the thousands sign.
    Form(Option<DecimalSign>, Option<Thousands>),
    /// Nothing in the file decides.
    Ambiguous(Unsettled),
}

/// Cells that can be read in two ways.
pub struct Unsettled {
    cells: u64,
    examples: Vec<(u64, usize, String)>,
}

impl Unsettled {
    /// The question to the visitor.
    pub fn question(self, column_name: impl Fn(usize) -> String) -> Ambiguity {
        let first = self
            .examples
            .first()
            .map_or("", |(_, _, text)| text.as_str());
        let readings = [
            (DecimalSign::Point, Thousands::Comma),
            (DecimalSign::Comma, Thousands::Point),
        ];
        Ambiguity {
            cells: self.cells,
            readings: readings
                .into_iter()
                .filter_map(|(decimal_sign, thousands)| {
                    let thousands = Some(thousands);
                    let form = NumberForm {
                        decimal_sign,
                        thousands,
                    };
                    parse(first, form).map(|first| Reading {
                        decimal_sign,
                        thousands,
                        first,
                    })
                })
                .collect(),
            examples: self
                .examples
                .into_iter()
                .map(|(line, column, text)| (line, column_name(column), text))
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const POINT: NumberForm = MACHINE;
    const COMMA: NumberForm = NumberForm {
        decimal_sign: DecimalSign::Comma,
        thousands: None,
    };

    fn with(form: NumberForm, thousands: Thousands) -> NumberForm {
        NumberForm {
            thousands: Some(thousands),
            ..form
        }
    }

    #[test]
    fn numbers_are_read_in_the_agreed_form_only() {
        let cases = [
            ("12", POINT, Some(12.0)),
            ("-362", POINT, Some(-362.0)),
            ("\u{2212}5", POINT, Some(-5.0)),
            ("12.50", POINT, Some(12.5)),
            ("12,50", POINT, None),
            ("12,50", COMMA, Some(12.5)),
            ("1.234", POINT, Some(1.234)),
            ("1.234", COMMA, None),
            ("1.234", with(COMMA, Thousands::Point), Some(1234.0)),
            (
                "1 234 567",
                with(COMMA, Thousands::Space),
                Some(1_234_567.0),
            ),
            (
                "1\u{a0}234,5",
                with(COMMA, Thousands::NoBreakSpace),
                Some(1234.5),
            ),
            ("1\u{202f}234", with(COMMA, Thousands::Space), Some(1234.0)),
            ("1 234", COMMA, None),
            (
                "1,839,347.3",
                with(POINT, Thousands::Comma),
                Some(1_839_347.3),
            ),
            ("12 34", with(POINT, Thousands::Space), None),
            ("0301 123", with(POINT, Thousands::Space), None),
            ("123456789012345678", POINT, Some(123_456_789_012_345_680.0)),
            ("0.1", POINT, Some(0.1)),
        ];
        for (text, form, number) in cases {
            assert_eq!(parse(text, form), number, "{text}");
        }
        for text in [
            "", "-", "..", "2023*", "015a", "1e5", "inf", "NaN", "1.", ".5", "--1", "1..2",
        ] {
            assert_eq!(parse(text, POINT), None, "{text}");
        }
    }

    #[test]
    fn programs_may_write_exponents() {
        assert_eq!(parse_machine("1.5E-3"), Some(0.0015));
        assert_eq!(parse_machine("-.5"), Some(-0.5));
        for text in ["inf", "nan", "-inf", "1e999", "0x1", "", "e5"] {
            assert_eq!(parse_machine(text), None, "{text}");
        }
    }

    fn settle(cells: &[&str], choices: &Choices, comma_delimited: bool) -> Settled {
        let mut evidence = Evidence::default();
        for cell in cells {
            evidence.note(shape(cell), 1, 0, cell);
        }
        evidence.settle(choices, comma_delimited)
    }

    #[test]
    fn the_table_settles_what_a_cell_leaves_open() {
        use DecimalSign::{Comma, Point};
        let none = Choices::default();
        type Case = (
            &'static [&'static str],
            bool,
            Option<DecimalSign>,
            Option<Thousands>,
        );
        let cases: [Case; 9] = [
            (&["1", "23"], false, None, None),
            (&["1.234", "0.5"], false, Some(Point), None),
            (
                &["1.234", "12,5"],
                false,
                Some(Comma),
                Some(Thousands::Point),
            ),
            (
                &["1,234", "1,234,567"],
                false,
                Some(Point),
                Some(Thousands::Comma),
            ),
            (&["1.234"], true, Some(Point), None),
            (
                &["1 234", "1,234"],
                false,
                Some(Comma),
                Some(Thousands::Space),
            ),
            (&["1 234", "12"], false, None, Some(Thousands::Space)),
            (
                &["1.234.567", "1.234"],
                false,
                Some(Comma),
                Some(Thousands::Point),
            ),
            (&["12,5", "1,234"], false, Some(Comma), None),
        ];
        for (cells, comma_delimited, decimal_sign, thousands) in cases {
            match settle(cells, &none, comma_delimited) {
                Settled::Form(d, t) => assert_eq!((d, t), (decimal_sign, thousands), "{cells:?}"),
                Settled::Ambiguous(_) => panic!("{cells:?}"),
            }
        }
    }

    #[test]
    fn an_open_sign_is_asked_about_and_a_choice_closes_it() {
        for (cells, point, comma) in [
            (["1.234", "2.345"], 1.234, 1234.0),
            (["1,234", "5"], 1234.0, 1.234),
        ] {
            let Settled::Ambiguous(open) = settle(&cells, &Choices::default(), false) else {
                panic!("{cells:?} was guessed");
            };
            let question = open.question(|_| "Personer".to_owned());
            let values: Vec<f64> = question.readings.iter().map(|r| r.first).collect();
            assert_eq!(values, [point, comma]);
            let chosen = Choices {
                decimal_sign: Some(DecimalSign::Comma),
                ..Choices::default()
            };
            assert!(matches!(
                settle(&cells, &chosen, false),
                Settled::Form(Some(DecimalSign::Comma), _)
            ));
        }
    }
}
