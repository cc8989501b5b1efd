//! How the numbers of a calculation are written.

use methods::catalog::Form;
use text::{Lang, claims, number};

/// How the numbers of a form are written in a language.
pub trait Writing {
    /// What a number is multiplied by when it is written.
    fn factor(self) -> f64;

    /// The same number in per cent, as figures have rates; empty for what is no rate.
    fn also(self, value: f64, decimals: usize, lang: Lang) -> String;

    /// Decimals that show three digits of a number, two of what it lacks to a whole, and two of how
    /// far its limits are apart.
    fn decimals(self, value: f64, limits: [Option<f64>; 2]) -> usize;

    /// A number with so many decimals.
    fn write(self, value: f64, decimals: usize, lang: Lang) -> String;
}

impl Writing for Form {
    fn factor(self) -> f64 {
        match self {
            Form::Plain | Form::PerThousand | Form::PerThousandApart => 1.0,
            Form::Percent | Form::Points => 100.0,
        }
    }

    fn also(self, value: f64, decimals: usize, lang: Lang) -> String {
        match self {
            Form::PerThousand => number::percent(value / 1000.0, decimals + 1, lang),
            Form::PerThousandApart => {
                claims::points(lang, &number::decimal(value / 10.0, decimals + 1, lang))
            }
            _ => String::new(),
        }
    }

    fn decimals(self, value: f64, limits: [Option<f64>; 2]) -> usize {
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

    fn write(self, value: f64, decimals: usize, lang: Lang) -> String {
        match self {
            Form::Percent => number::percent(value, decimals, lang),
            _ => number::decimal(value * self.factor(), decimals, lang),
        }
    }
}
