//! How the numbers of a calculation are written.

use crate::text::{Lang, claims, number};

/// How the numbers of a result are written.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    Plain,
    Percent,
    Points,
    /// A rate per 1000 person-years.
    PerThousand,
    /// A difference between such rates.
    PerThousandApart,
}

impl Form {
    /// What a number is multiplied by when it is written.
    fn factor(self) -> f64 {
        match self {
            Form::Plain | Form::PerThousand | Form::PerThousandApart => 1.0,
            Form::Percent | Form::Points => 100.0,
        }
    }

    /// The same number in per cent, as figures have rates; empty for what is no rate.
    pub fn also(self, value: f64, decimals: usize, lang: Lang) -> String {
        match self {
            Form::PerThousand => number::percent(value / 1000.0, decimals + 1, lang),
            Form::PerThousandApart => {
                claims::points(lang, &number::decimal(value / 10.0, decimals + 1, lang))
            }
            _ => String::new(),
        }
    }

    /// Decimals that show three digits of a number, two of what it lacks to a whole, and two of how
    /// far its limits are apart.
    pub fn decimals(self, value: f64, limits: [Option<f64>; 2]) -> usize {
        let factor = self.factor();
        let of_limits = match limits {
            [Some(lower), Some(upper)] => number::decimals_for((upper - lower) * factor, 2),
            _ => 0,
        };
        let of_rest = match self {
            Form::Percent => number::decimals_for((1.0 - value) * factor, 2),
            _ => 0,
        };
        let of_value = number::decimals_for(value * factor, 3);
        of_value.max(of_limits).max(of_rest).max(1)
    }

    /// A number with so many decimals.
    pub fn write(self, value: f64, decimals: usize, lang: Lang) -> String {
        match self {
            Form::Percent => number::percent(value, decimals, lang),
            _ => number::decimal(value * self.factor(), decimals, lang),
        }
    }
}
