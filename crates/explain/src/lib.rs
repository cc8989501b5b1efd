//! The arithmetic in the open: what went in, the formula, the substitution, the rounding, the
//! interval and its method, the caveats, and code that gives the same digits elsewhere.
//!
//! May live here: a [`Computation`](methods::arithmetic::Computation) put into words, and which
//! computation stands behind a number of a data set. May not: what is told of a method (it is in
//! `catalog`), drawing. Typed-in numbers and numbers of a data set are explained by the same code.
//!
//! ```
//! use explain::{Number, of_number};
//! use measures::{Measure, Question};
//! # use data::open::{NamedBytes, open};
//! # let csv = "group,year,emigrations,person_years\nmajority,2020,30,10000\nmajority,2021,40,10000\n";
//! # let file = NamedBytes { name: "table.csv".to_owned(), bytes: csv.as_bytes().to_vec() };
//! # let dataset = open(&[file]).unwrap();
//! let question = Question::new(Measure::Emigrations, ["group"]);
//! let number = Number::value(&question, &["majority".to_owned()]);
//! let explained = of_number(&dataset, &number, 0.95, text::Lang::En).unwrap();
//! assert_eq!(explained.value, Some(70.0));
//! ```

mod describe;
mod explanation;
mod from_analysis;
mod from_row;
mod in_words;
mod number;
mod reason;
mod several;

pub use describe::{Context, explain};
pub use explanation::{Explanation, Given, GivenTable, IntervalExplanation};
pub use from_analysis::{
    AtAge, merged_ages, of_bounds, of_by_chance, of_chance, of_decomposition, of_difference,
    of_differing, of_direct, of_dispersion, of_funnel, of_heterogeneity, of_joint_share, of_moves,
    of_observed_expected, of_outside, of_range, of_ratio, of_rebased, of_trend,
};
pub use from_row::{code_label, of_row, row_computation};
pub use number::{Aggregate, Derived, Number, Shown, of_number};
pub use reason::reason;
