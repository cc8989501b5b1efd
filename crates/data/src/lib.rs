//! Tables and packages of the contract: bytes in, checked columns out, and back.
//!
//! May live here: the shape of tables and data packages, their strict reader, the reader in slices, their
//! writer, and the problems a reader can meet, as typed values. May not: words that the page says, measures,
//! figures, anything that touches the outside world. Readers give either a usable table or every problem
//! found in it.
//!
//! ```
//! use data::open::{NamedBytes, open};
//!
//! let csv = "group,year,emigrations,person_years\nmajority,2020,30,10000\n";
//! let file = NamedBytes { name: "table.csv".to_owned(), bytes: csv.as_bytes().to_vec() };
//! let dataset = open(&[file]).unwrap();
//! assert_eq!(dataset.tables[0].dimensions.len(), 2);
//! ```

pub mod additivity;
pub mod areas;
pub mod breaks;
pub mod cell;
pub mod columns;
pub mod contract;
pub mod csv_table;
pub mod dataset;
pub mod decimal_sign;
pub mod descriptor;
pub mod dictionary;
pub mod geometry;
pub mod holding;
pub mod index;
pub mod indexes;
pub mod json;
pub mod lang;
pub mod nested;
pub mod open;
pub mod problem;
pub mod slices;
pub mod spans;
pub mod sums;
pub mod table;
pub mod wire;
pub mod write;
pub mod zip;

pub use additivity::{Additive, Additivity};
pub use cell::Cell;
pub use dataset::{Dataset, Names};
pub use dictionary::Dictionary;
pub use geometry::Geometry;
pub use problem::{Problem, ProblemKind};
pub use table::{
    Break, Coverage, Dimension, Flags, Mark, MeasureColumn, Method, Perturbation, Rounding, Table,
};
pub use vocabulary::words::{is_hidden, visible};
