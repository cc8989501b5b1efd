//! Questions to tables: counts, exposure, rates, shares, and how sure they are.
//!
//! May live here: everything that turns checked tables into numbers with a status. May not: words, colours,
//! pixels, files. Every quantity that cannot be computed is a typed reason.
//!
//! A `question` is served by a table (`source`) and answered (`compute`); `uncertainty` adds intervals;
//! `analysis` applies the methods of `stats`, which know no tables.
//!
//! ```
//! use measures::{Measure, Question, answer};
//! # use data::open::{NamedBytes, open};
//! # let csv = "group,year,emigrations,person_years\nmajority,2020,30,10000\nmajority,2021,40,10000\n";
//! # let file = NamedBytes { name: "table.csv".to_owned(), bytes: csv.as_bytes().to_vec() };
//! # let dataset = open(&[file]).unwrap();
//! let answer = answer(&dataset, &Question::new(Measure::Emigrations, ["group"])).unwrap();
//! assert_eq!(answer.rows[0].value, Some(70.0));
//! ```

pub mod analysis;
pub mod answer;
pub mod breaks;
pub mod compute;
mod grouping;
pub mod lineage;
pub mod makeup;
mod perturbed;
pub mod question;
pub mod source;
pub mod uncertainty;

pub use answer::{Answer, Note, Row, enough_people};
pub use compute::{Refusal, answer, columns_of, is_answerable};
pub use makeup::Makeup;
pub use question::{Exposure, Filter, Measure, OTHERS, Question, Rebase, Together};
pub use source::{codes_of, dimensions_for, is_time, span};
pub use stats::Status;
pub use uncertainty::{DEFAULT_LEVEL, IntervalMethod, Intervals, interval};
