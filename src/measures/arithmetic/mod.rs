//! What is told of a number: the numbers that went in, the formula, its interval, its code.
//!
//! May live here: the trait that every method implements once, formulas as trees that evaluate
//! themselves, and what all methods share of intervals and of code in R and Python. May not: words
//! (a key stands for each, and [`explain`](crate::measures::explain) puts them in), data sets, and
//! the methods themselves, which are in [`catalog`](crate::measures::catalog), a file each.

mod code;
mod formula;
mod letters;
pub mod limits;
mod told;

use std::any::Any;
use std::rc::Rc;

use crate::measures::methods::{Interval, Status};

pub use code::{Literal, Script, alpha};
pub use formula::{Formula, Word, key, one, s, two, w};
pub use letters::{Letters, rounded};
pub use limits::Limits;
pub use told::{Column, Input, Label, Row, Table, Told, Written};

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

/// A method with its inputs: all that is needed to redo a number and to tell how.
pub trait Arithmetic: std::fmt::Debug + Comparable {
    /// The name of the method, interval included; its words have the same key.
    fn method(&self) -> &'static str;

    /// The name of what is computed, apart from its interval.
    fn measure(&self) -> &'static str {
        self.method()
    }

    /// The confidence level, where there is one.
    fn level(&self) -> Option<f64> {
        None
    }

    /// Computes it. Every number has a name; a limit without bound has no number and is left out.
    ///
    /// A method whose formula is all there is to it leaves this to the formula.
    fn values(&self) -> Result<Vec<Named>, Status> {
        let value = self.tell(Values(&[])).evaluate();
        Ok(vec![("value", value.ok_or(Status::Invalid)?)])
    }

    /// The numbers that went in and the formula; `values` are those of [`Arithmetic::values`].
    fn tell(&self, values: Values) -> Told;

    /// The formulas of the limits; their letters are added to `letters`.
    fn limits(&self, level: f64, values: Values, letters: &mut Letters) -> Option<Limits> {
        let _ = (level, values, letters);
        None
    }

    /// The numbers that went in by their names in code, but for `alpha`.
    fn literals(&self) -> Vec<(&'static str, Literal)>;

    /// The method in R and Python.
    fn script(&self) -> Script;

    /// How the numbers of the result are read.
    fn reading(&self) -> Reading {
        Reading::Value
    }

    /// What kind of limits these are.
    fn limits_kind(&self) -> LimitsKind {
        LimitsKind::Confidence
    }

    /// Of how many shares the interval holds at once.
    fn held_together(&self) -> Option<usize> {
        None
    }

    /// Letters of the limits with the keys of what they stand for here.
    fn letters(&self) -> &'static [(&'static str, &'static str)] {
        &[]
    }

    /// Whether typed-in numbers are parts of a whole, not events and exposure.
    fn is_share(&self) -> bool {
        false
    }

    /// The least number of events that it rests on.
    fn least_events(&self) -> Option<f64> {
        None
    }

    /// Whether its interval takes moves for independent of each other.
    fn is_of_moves(&self) -> bool {
        false
    }

    /// What must be kept in mind.
    fn caveats(&self, values: Values) -> Vec<Caveat> {
        let _ = values;
        Vec::new()
    }

    /// What must be kept in mind when the numbers are typed in.
    fn caveats_of_typed_in(&self) -> &'static [&'static str] {
        &[]
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
