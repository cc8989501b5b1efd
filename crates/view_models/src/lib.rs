//! Pages as plain data: what a component only has to draw, or a script to read.
//!
//! May live here: view models, with their words. May not: anything of a browser, and what is to be known of
//! tables and measures without a page.
//!
//! ```
//! use text::Lang;
//! # use data::open::{NamedBytes, open};
//! # let csv = "group,year,emigrations,person_years\nmajority,2020,30,10000\nmajority,2021,40,10000\n";
//! # let file = NamedBytes { name: "table.csv".to_owned(), bytes: csv.as_bytes().to_vec() };
//! # let dataset = open(&[file]).unwrap();
//! let findings = view_models::findings::of_dataset(&dataset, Lang::En);
//! assert!(findings.iter().all(|finding| !finding.sentence.is_empty()));
//! ```

pub mod analyses;
pub mod attack;
pub mod calculator;
pub mod check;
pub mod findings;
pub mod import;
pub mod overview;
pub mod problem;
mod reader;
pub mod recipes;
