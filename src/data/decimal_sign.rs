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
    let before = &digits[..position];
    let after = &digits[position + 1..];
    if before.is_empty() || after.is_empty() {
        return Evidence::None;
    }
    let could_be_thousands = after.len() == 3 && before.len() <= 3 && !before.starts_with('0');
    if could_be_thousands {
        Evidence::Unclear(sign)
    } else {
        Evidence::Clear(sign)
    }
}

/// Reads a number written with a decimal sign and no thousands separators, correctly rounded for
/// up to 19 significant digits; further digits are cut, which is less than a double can tell.
///
/// The standard library reads exponents and any number of digits as well, by tables that weigh as
/// much as a page of the app.
pub fn parse(cell: &str, sign: DecimalSign) -> Option<f64> {
    let cell = cell.trim();
    let (negative, digits) = match cell.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    let point = digits
        .iter()
        .position(|byte| *byte == sign.character() as u8);
    let (whole, fraction) = match point {
        Some(point) => (&digits[..point], Some(&digits[point + 1..])),
        None => (digits, None),
    };
    let all_digits = |part: &[u8]| !part.is_empty() && part.iter().all(u8::is_ascii_digit);
    if !all_digits(whole) || fraction.is_some_and(|fraction| !all_digits(fraction)) {
        return None;
    }
    let mut number = Decimal::default();
    whole
        .iter()
        .for_each(|digit| number.push(digit - b'0', false));
    fraction
        .unwrap_or_default()
        .iter()
        .for_each(|digit| number.push(digit - b'0', true));
    let value = number.value()?;
    Some(if negative { -value } else { value })
}

/// `mantissa * 10^(dropped - decimals)`.
#[derive(Default)]
struct Decimal {
    mantissa: u64,
    decimals: u32,
    dropped: u32,
}

impl Decimal {
    fn push(&mut self, digit: u8, after_point: bool) {
        const ROOM: u64 = (u64::MAX - 9) / 10;
        if self.mantissa <= ROOM {
            self.mantissa = self.mantissa * 10 + u64::from(digit);
            self.decimals += u32::from(after_point);
        } else {
            self.dropped += u32::from(!after_point);
        }
    }

    fn value(&self) -> Option<f64> {
        if self.mantissa == 0 {
            return Some(0.0);
        }
        if self.dropped > 0 {
            // Twenty digits before the point: no count of people, but still a number.
            let value = self.mantissa as f64 * libm::pow(10.0, f64::from(self.dropped));
            return value.is_finite().then_some(value);
        }
        // More leading zeros than any statistic has; nothing is lost by calling it zero digits.
        let mut mantissa = self.mantissa;
        let mut decimals = self.decimals;
        while decimals > 19 && mantissa > 0 {
            mantissa /= 10;
            decimals -= 1;
        }
        if mantissa == 0 {
            return Some(0.0);
        }
        Some(quotient(mantissa, 10_u64.pow(decimals.min(19))))
    }
}

/// `above / below`, rounded to the nearest double, ties to even.
fn quotient(above: u64, below: u64) -> f64 {
    const EXACT: u64 = 1 << 53;
    if above < EXACT && below <= EXACT {
        // Both are doubles already, so one division rounds once.
        return above as f64 / below as f64;
    }
    // 64 more bits than the quotient needs; what is left over only says on which side of a tie.
    let wide = u128::from(above) << 64;
    let (whole, rest) = (wide / u128::from(below), wide % u128::from(below));
    let sticky = u128::from(rest != 0);
    let excess = (128 - whole.leading_zeros()).saturating_sub(54);
    let lost = whole & ((1 << excess) - 1);
    let kept = (whole >> excess) as u64;
    // One bit below the last kept one, and whether anything is set below it.
    let (half, below_half) = (kept & 1 == 1, lost != 0 || sticky != 0);
    let mut mantissa = kept >> 1;
    if half && (below_half || mantissa & 1 == 1) {
        mantissa += 1;
    }
    libm::ldexp(mantissa as f64, excess as i32 + 1 - 64)
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
        fn numbers_are_read_as_the_standard_library_reads_them(
            whole in "[0-9]{1,10}",
            fraction in "[0-9]{1,9}",
        ) {
            let text = format!("{whole}.{fraction}");
            proptest::prop_assert_eq!(parse(&text, DecimalSign::Point), text.parse().ok());
            proptest::prop_assert_eq!(parse(&whole, DecimalSign::Comma), whole.parse().ok());
        }

        #[test]
        fn every_double_with_seventeen_digits_is_read_back(bits in 0_u64..(1 << 62)) {
            let number = (bits >> 9) as f64 / 4_503_599_627_370_496.0;
            let text = format!("{number:.16}");
            proptest::prop_assert_eq!(parse(&text, DecimalSign::Point), text.parse().ok());
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
