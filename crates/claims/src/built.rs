//! A claim that is put together from choices instead of being read from a table: the same grammar, judged in
//! the same way.

use measures::Exposure;

use super::claim::{
    Among, Base, Claim, Codes, Kind, Measured, Over, Place, Printed, Relation, Selection, Side,
    Term, Tolerance, Unit,
};

/// A dimension and codes of it, added up.
pub type Pick = (String, Vec<String>);

/// What is said.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// One code of a dimension is above another one.
    Above {
        /// The dimension.
        of: String,
        /// The greater one.
        one: String,
        /// The one that is less.
        other: String,
    },
    /// The number is beyond a value.
    Beyond {
        /// Above it, or below.
        above: bool,
        /// The value, in the unit of the measure.
        value: f64,
        /// Digits after its decimal sign.
        decimals: usize,
    },
    /// The number of one year is beyond that of another.
    Changed {
        /// Up, or down.
        up: bool,
        /// The first year.
        from: String,
        /// The last year.
        to: String,
    },
    /// The same of all the years: the ends, and the slope over them.
    Tends {
        /// Up, or down.
        up: bool,
        /// The years, in their order.
        years: Vec<String>,
    },
    /// A code is beyond all others of its dimension.
    First {
        /// The dimension.
        of: String,
        /// The code.
        one: String,
        /// Highest, or lowest.
        most: bool,
        /// Those that compete.
        among: Vec<String>,
    },
}

/// A claim in parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Built {
    /// What is measured.
    pub measure: Measured,
    /// Of what: what is not named is pooled.
    pub of: Vec<Pick>,
    /// What is said of it.
    pub said: Said,
    /// The denominator of rates; by rule when absent.
    pub exposure: Option<Exposure>,
}

impl Built {
    /// The unit of the values.
    pub fn unit(&self) -> Unit {
        match self.measure {
            Measured::Count => Unit::Emigrations,
            Measured::Population | Measured::Persons => Unit::Persons,
            Measured::PersonYears => Unit::PersonYears,
            _ => Unit::Percent,
        }
    }

    /// The claim, to be held against a data set.
    pub fn claim(&self) -> Claim {
        let term = |dimension: &str, codes: &[String]| Term {
            dimension: dimension.to_owned(),
            codes: Codes::Listed(codes.to_vec()),
            each: false,
        };
        let with = |more: &[(&str, &str)]| {
            let own = self.of.iter().map(|(name, codes)| term(name, codes));
            let more = more.iter();
            let more = more.map(|(name, code)| term(name, &[(*code).to_owned()]));
            Side {
                terms: own.chain(more).collect(),
                ..Side::default()
            }
        };
        let (mut left, mut right) = (with(&[]), None);
        let (mut value, mut digits) = (Printed::Nothing, 0);
        let relation = match &self.said {
            Said::Above { of, one, other } => {
                left = with(&[(of, one)]);
                right = Some(with(&[(of, other)]));
                Relation::GreaterThan
            }
            Said::Changed { up, from, to } => {
                let (high, low) = if *up { (to, from) } else { (from, to) };
                left = with(&[("year", high)]);
                right = Some(with(&[("year", low)]));
                Relation::GreaterThan
            }
            Said::Beyond {
                above,
                value: bound,
                decimals,
            } => {
                (value, digits) = (Printed::Number(*bound), *decimals);
                if *above { Relation::Gt } else { Relation::Lt }
            }
            Said::Tends { up, years } => {
                left.terms.push(term("year", years));
                left.over = Some(Over::Dimension("year".to_owned()));
                if *up {
                    Relation::Increasing
                } else {
                    Relation::Decreasing
                }
            }
            Said::First {
                of,
                one,
                most,
                among,
            } => {
                left = with(&[(of, one)]);
                left.among = Some(Among {
                    dimension: of.clone(),
                    codes: Some(Codes::Listed(among.clone())),
                    single_areas_only: false,
                });
                if *most {
                    Relation::RanksFirst
                } else {
                    Relation::RanksLast
                }
            }
        };
        Claim {
            id: String::new(),
            figure: Place::Text,
            base: Base::Emigrations,
            measure: self.measure,
            selection: Selection {
                bound: None,
                left,
                right,
            },
            relation,
            value,
            decimals: digits,
            tolerance: Tolerance::Absolute(0.0),
            unit: self.unit(),
            kind: Kind::Ordering,
            words: data::Names::default(),
            arithmetic: Vec::new(),
            note: String::new(),
            judgement: false,
            exceptions: 0,
            exposure: self.exposure,
        }
    }
}
