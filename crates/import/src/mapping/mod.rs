//! From the tables of statistics offices to a data set of the contract.
//!
//! May live here: what the columns of a foreign table mean, which of its rows are totals, how
//! values are grouped, how two tables are joined, and how the result is saved. Everything is
//! proposed first and then carried out as the visitor has left it. May not: reading of files.

pub mod aggregate;
pub mod apply;
pub mod grouping;
pub mod join;
mod labels;
pub mod nested;
pub mod parts;
pub mod plan;
pub mod questions;
pub mod read_options;
pub mod roles;
mod rows;
pub mod saved_mapping;
pub mod spelling;
pub mod time;
pub mod totals;

pub use apply::{Outcome, apply};
pub use plan::{Plan, propose};
