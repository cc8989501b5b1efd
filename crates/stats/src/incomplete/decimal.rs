//! Exact decimals, for rules that depend on how many digits are printed.

use std::str::FromStr;

/// The number `digits` · 10^-`decimals`, not negative. "5.0" and "5" differ in `decimals`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    /// All digits as a whole number.
    pub digits: i128,
    /// Digits after the point.
    pub decimals: u32,
}

/// Text that is not a decimal number of reasonable length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotDecimal;

/// Longest number read; products of three such numbers fit in 128 bits only up to a point, which
/// is checked where they are formed.
const MAX_DIGITS: usize = 18;

impl FromStr for Decimal {
    type Err = NotDecimal;

    /// Digits with at most one point, and an optional exponent as in "1e9".
    fn from_str(text: &str) -> Result<Self, NotDecimal> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => {
                (mantissa, exponent.parse::<i32>().map_err(|_| NotDecimal)?)
            }
            None => (text, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = [whole, fraction].concat();
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        if digits.is_empty()
            || !plain
            || digits.len() > MAX_DIGITS
            || !(-18..=18).contains(&exponent)
        {
            return Err(NotDecimal);
        }
        let digits: i128 = digits.parse().map_err(|_| NotDecimal)?;
        let decimals = fraction.len() as i32 - exponent;
        Ok(if decimals >= 0 {
            Self {
                digits,
                decimals: decimals.unsigned_abs(),
            }
        } else {
            Self {
                digits: digits * power_of_ten(decimals.unsigned_abs()),
                decimals: 0,
            }
        })
    }
}

/// 10^n for n up to 36.
pub(super) fn power_of_ten(n: u32) -> i128 {
    10_i128.pow(n.min(36))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_zeros_count_and_words_do_not_parse() {
        let cases = [
            ("5", Ok((5, 0))),
            ("5.0", Ok((50, 1))),
            ("0.05", Ok((5, 2))),
            ("1e9", Ok((1_000_000_000, 0))),
            ("1.25e1", Ok((125, 1))),
            ("2e-3", Ok((2, 3))),
            ("", Err(NotDecimal)),
            ("-1", Err(NotDecimal)),
            ("1.2.3", Err(NotDecimal)),
            ("4,7", Err(NotDecimal)),
            ("NaN", Err(NotDecimal)),
            ("1e-2147483648", Err(NotDecimal)),
            ("1e2147483647", Err(NotDecimal)),
        ];
        for (text, want) in cases {
            let got = text.parse::<Decimal>().map(|d| (d.digits, d.decimals));
            assert_eq!(got, want, "{text}");
        }
    }
}
