//! Which decimal sign a file uses, decided without guessing.
//!
//! A decimal sign read wrongly turns 1.234 into 1 234. So a sign is taken only from what the
//! publisher declares or from cells that can be read in one way; where neither settles it, the
//! cells are reported as ambiguous.

/// The decimal sign of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalSign {
    /// `12.5`
    Point,
    /// `12,5`
    Comma,
}

impl DecimalSign {
    /// The character.
    pub fn character(self) -> char {
        match self {
            DecimalSign::Point => '.',
            DecimalSign::Comma => ',',
        }
    }
}

/// What one cell tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// Digits only, or no number at all: tells nothing.
    None,
    /// Can only be read with this sign.
    Clear(DecimalSign),
    /// One to three digits, a sign, three digits: decimals or thousands.
    Unclear(DecimalSign),
}

/// What a cell tells of the decimal sign.
pub fn evidence(cell: &str) -> Evidence {
    let digits = cell.trim().trim_start_matches(['-', '+']);
    let mut signs = digits.char_indices().filter(|(_, c)| !c.is_ascii_digit());
    let (position, sign) = match (signs.next(), signs.next()) {
        (Some((position, '.')), None) => (position, DecimalSign::Point),
        (Some((position, ',')), None) => (position, DecimalSign::Comma),
        _ => return Evidence::None,
    };
    let (before, after) = digits.as_bytes().split_at(position);
    if before.is_empty() || after.len() == 1 {
        return Evidence::None;
    }
    evidence_of(sign, before, after.len() - 1)
}

/// What a sign tells that has these digits before it and so many after it, at least one each.
pub fn evidence_of(sign: DecimalSign, before: &[u8], after: usize) -> Evidence {
    let could_be_thousands = after == 3 && before.len() <= 3 && before.first() != Some(&b'0');
    if could_be_thousands {
        Evidence::Unclear(sign)
    } else {
        Evidence::Clear(sign)
    }
}

/// So many digits are exact in a double, whatever they are.
pub(crate) const MOST_DIGITS: usize = 15;

/// Reads a number written with a decimal sign and no thousands separators, correctly rounded.
pub fn parse(cell: &str, sign: DecimalSign) -> Option<f64> {
    let cell = cell.trim();
    let digits = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    let (whole, fraction) = match digits.split_once(sign.character()) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let all_digits =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(whole) || fraction.is_some_and(|fraction| !all_digits(fraction)) {
        return None;
    }
    if fraction.is_none() && cell.len() <= MOST_DIGITS && digits.len() == cell.len() {
        let add = |number, digit| number * 10 + u64::from(digit - b'0');
        return Some(digits.bytes().fold(0_u64, add) as f64);
    }
    let number: f64 = match sign {
        DecimalSign::Comma if fraction.is_some() => cell.replacen(',', ".", 1).parse().ok()?,
        _ => cell.parse().ok()?,
    };
    number.is_finite().then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_is_only_clear_where_one_reading_is_left() {
        let cases = [
            ("12", Evidence::None),
            ("12,5", Evidence::Clear(DecimalSign::Comma)),
            ("12.5", Evidence::Clear(DecimalSign::Point)),
            ("1.234", Evidence::Unclear(DecimalSign::Point)),
            ("1,234", Evidence::Unclear(DecimalSign::Comma)),
            ("0.234", Evidence::Clear(DecimalSign::Point)),
            ("1234.567", Evidence::Clear(DecimalSign::Point)),
            ("1.234.567", Evidence::None),
            ("..", Evidence::None),
            ("abc", Evidence::None),
        ];
        for (cell, expected) in cases {
            assert_eq!(evidence(cell), expected, "{cell}");
        }
    }

    proptest::proptest! {
        #[test]
        fn both_signs_read_the_same_number(whole in "[0-9]{1,20}", fraction in "[0-9]{1,20}") {
            let number: f64 = format!("{whole}.{fraction}").parse().unwrap();
            let written = [
                (DecimalSign::Point, format!("{whole}.{fraction}")),
                (DecimalSign::Comma, format!("{whole},{fraction}")),
            ];
            for (sign, text) in written {
                proptest::prop_assert_eq!(parse(&text, sign), Some(number));
            }
            proptest::prop_assert_eq!(parse(&whole, DecimalSign::Comma), whole.parse().ok());
        }
    }

    #[test]
    fn numbers_are_read_with_the_given_sign_only() {
        assert_eq!(parse("12,5", DecimalSign::Comma), Some(12.5));
        assert_eq!(parse("12,5", DecimalSign::Point), None);
        assert_eq!(parse("-3", DecimalSign::Point), Some(-3.0));
        for cell in ["1e5", "inf", "NaN", "1 000", "", "1.", ".5", "--1"] {
            assert_eq!(parse(cell, DecimalSign::Point), None, "{cell}");
        }
    }
}
