//! What is told of a number: the numbers that went in, the formula, its interval, its code.
//!
//! May live here: the trait that every method implements once, formulas as trees that evaluate
//! themselves, and what all methods share of intervals and of code in R and Python. May not: words
//! (a key stands for each, and `explain` puts them in), data sets, and
//! the methods themselves, which are in [`catalog`](crate::catalog), a file each.
//!
//! ```
//! use methods::arithmetic::{Computation, Values};
//! use methods::catalog::Rate;
//! use stats::interval::RateMethod;
//!
//! let rate = Rate {
//!     of: (98.0, 10_786.5),
//!     method: RateMethod::Garwood,
//!     level: 0.95,
//! };
//! let computation = Computation::new(rate);
//! let values = computation.values().unwrap();
//! let derivation = computation.derivation(Values(&values));
//! assert_eq!(derivation.evaluate(), Some(values[0].1));
//! assert_eq!(derivation.substitution().to_text(), "98 / 10786.5");
//! assert!(computation.to_r().unwrap().contains("qgamma"));
//! ```

mod code;
mod derivation;
mod formula;
mod letters;
pub mod limits;

use std::any::Any;
use std::rc::Rc;

use stats::{Interval, Status};

pub use code::{Literal, Script, alpha};
pub use derivation::{Column, Derivation, Input, Label, Row, Table, Written};
pub use formula::{Formula, Word, key, one, s, two, w};
pub use letters::{Letters, rounded};
pub use limits::Limits;

/// Events (or k) and exposure (or n) of one group or stratum.
pub type Pair = (f64, f64);

/// Events and exposure with a weight: the standard's exposure, or a width in years of age.
pub type Weighted = (f64, f64, f64);

/// A named number of a result, with the name that the code prints too.
pub type Named = (&'static str, f64);

/// The numbers of a result by their names.
#[derive(Clone, Copy)]
pub struct Values<'a>(pub &'a [Named]);

impl Values<'_> {
    /// The number of a name.
    pub fn get(&self, name: &str) -> Option<f64> {
        let mut values = self.0.iter();
        values
            .find(|(known, _)| *known == name)
            .map(|(_, value)| *value)
    }

    /// The number of a name; 0 where there is none.
    pub fn or_zero(&self, name: &str) -> f64 {
        self.get(name).unwrap_or(0.0)
    }
}

/// A value with its limits, by the names they have everywhere.
pub fn three(value: f64, limits: Interval) -> Vec<Named> {
    vec![
        ("value", value),
        ("lower", limits.lower),
        ("upper", limits.upper),
    ]
}

/// How a result is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unit {
    /// Per cent with three significant digits.
    Rate,
    /// Per cent with one decimal.
    Share,
    /// A chance, per cent with one decimal.
    Chance,
    /// Percentage points with three significant digits.
    RatePoints,
    /// Percentage points with one decimal.
    SharePoints,
    /// A ratio with two decimals.
    Ratio,
    /// Per cent a year; the value itself is in per cent.
    Change,
    /// A ratio with one decimal.
    Times,
    /// A number without unit.
    Plain,
    /// A count or an amount, as exact as it is.
    Count,
}

/// How the numbers of a result are read together.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// The value alone.
    Value,
    /// A test: the value, its degrees of freedom (`df`) and its p-value (`p`).
    Test,
    /// The value as the sum of these effects: what each is, and its name among the values.
    Effects(Vec<(Word, &'static str)>),
    /// So many (`value`) of so many (`of`).
    OutOf,
    /// From `lowest` to `highest`, without a value between.
    Range,
    /// The value, and in brackets the range; its ends with a decimal more when `finer`.
    InRange {
        /// Whether the ends need a decimal more than the value.
        finer: bool,
    },
}

/// What kind of limits a method gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitsKind {
    /// A confidence interval.
    Confidence,
    /// Limits round a common value.
    Control,
    /// Limits that hold whatever is unknown, chance included.
    Outer,
}

/// What must be kept in mind with a method and its numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Caveat {
    /// Fixed words.
    Key(&'static str),
    /// How far counts vary more than chance alone would make them.
    Dispersion(f64),
    /// What each suppressed cell may hold.
    SuppressedEach(f64, f64),
}

/// What a method is, whatever its numbers come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// The name of the method, interval included; its words have the same key.
    pub method: &'static str,
    /// The name of what is computed, apart from its interval.
    pub measure: &'static str,
    /// The confidence level, where there is one.
    pub level: Option<f64>,
    /// How the numbers of the result are read.
    pub reading: Reading,
    /// What kind of limits it has.
    pub limits_kind: LimitsKind,
    /// Of how many shares the interval holds at once.
    pub held_together: Option<usize>,
    /// Letters of the limits with the keys of what they stand for here.
    pub letters: &'static [(&'static str, &'static str)],
    /// Whether typed-in numbers are parts of a whole, not events and exposure.
    pub is_share: bool,
    /// The least number of events that it rests on.
    pub least_events: Option<f64>,
    /// Whether its interval takes moves for independent of each other.
    pub is_of_moves: bool,
    /// What must be kept in mind when the numbers are typed in.
    pub caveats_of_typed_in: &'static [&'static str],
}

impl Profile {
    /// A plain number by a method.
    pub const fn of(method: &'static str) -> Profile {
        Profile {
            method,
            measure: method,
            level: None,
            reading: Reading::Value,
            limits_kind: LimitsKind::Confidence,
            held_together: None,
            letters: &[],
            is_share: false,
            least_events: None,
            is_of_moves: false,
            caveats_of_typed_in: &[],
        }
    }
}

/// A method with its inputs: all that is needed to redo a number and to tell how.
pub trait Arithmetic: std::fmt::Debug + Comparable {
    /// What it is.
    fn profile(&self) -> Profile;

    /// Computes it. Every number has a name; a limit without bound has no number and is left out.
    ///
    /// A method whose formula is all there is to it leaves this to the formula.
    fn values(&self) -> Result<Vec<Named>, Status> {
        let value = self.derivation(Values(&[])).evaluate();
        Ok(vec![("value", value.ok_or(Status::Invalid)?)])
    }

    /// The numbers that went in and the formula; `values` are those of [`Arithmetic::values`].
    fn derivation(&self, values: Values) -> Derivation;

    /// The formulas of the limits; their letters are added to `letters`.
    fn limits(&self, level: f64, values: Values, letters: &mut Letters) -> Option<Limits> {
        let _ = (level, values, letters);
        None
    }

    /// The numbers that went in by their names in code, but for `alpha`.
    fn literals(&self) -> Vec<(&'static str, Literal)>;

    /// The method in R and Python.
    fn script(&self) -> Script;

    /// What must be kept in mind.
    fn caveats(&self, values: Values) -> Vec<Caveat> {
        let _ = values;
        Vec::new()
    }

    /// The name of the method, interval included.
    fn method(&self) -> &'static str {
        self.profile().method
    }

    /// The name of what is computed, apart from its interval.
    fn measure(&self) -> &'static str {
        self.profile().measure
    }

    /// The confidence level, where there is one.
    fn level(&self) -> Option<f64> {
        self.profile().level
    }
}

/// Equality of values whose types are not known beforehand.
pub trait Comparable: Any {
    /// Whether the other is of the same type and equal.
    fn equals(&self, other: &dyn Any) -> bool;

    /// Itself, for a look at its type.
    fn as_any(&self) -> &dyn Any;
}

impl<T: Any + PartialEq> Comparable for T {
    fn equals(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<T>() == Some(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// One method with its inputs, whichever it is.
#[derive(Clone, Debug)]
pub struct Computation(Rc<dyn Arithmetic>);

impl PartialEq for Computation {
    fn eq(&self, other: &Computation) -> bool {
        self.0.equals(other.0.as_any())
    }
}

impl std::ops::Deref for Computation {
    type Target = dyn Arithmetic;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

impl Computation {
    /// A computation of a method.
    pub fn new(of: impl Arithmetic) -> Computation {
        Computation(Rc::new(of))
    }

    /// The inputs, when the method is this one.
    pub fn of<T: Arithmetic>(&self) -> Option<&T> {
        self.0.as_any().downcast_ref()
    }

    /// A self-contained script for R; none where there is no number to compute.
    pub fn to_r(&self) -> Option<String> {
        code::to_r(&**self)
    }

    /// A self-contained script for Python 3.8 or later, without packages; none where there is no
    /// number to compute.
    pub fn to_python(&self) -> Option<String> {
        code::to_python(&**self)
    }
}
