//! Bytes to checked tables.
//!
//! May live here: the shape of tables and data packages, one reader a file format, and the
//! problems a reader can meet. May not: measures, figures, anything that touches the outside
//! world. Readers get bytes and give either a usable table or every problem found in it.

pub mod additivity;
pub mod cell;
pub mod contract;
pub mod csv_table;
pub mod dataset;
pub mod decimal_sign;
pub mod descriptor;
pub mod dictionary;
pub mod index;
pub mod indexes;
pub mod json;
pub mod lang;
pub mod open;
pub mod problem;
pub mod slices;
pub mod table;
pub mod wire;
pub mod write;

pub use additivity::{Additive, Additivity};
pub use cell::Cell;
pub use dataset::{Dataset, Names};
pub use dictionary::Dictionary;
pub use problem::{Problem, ProblemKind};
pub use table::{Coverage, Dimension, MeasureColumn, Rounding, Table};
