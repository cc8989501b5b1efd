//! Files as statistics offices give them out, to tables of the contract.
//!
//! May live here: one reader a format, what columns mean, totals and their parts, what has to be asked,
//! the file of a mapping. May not: words that the page says; remarks and questions are typed values.
//!
//! ```
//! use import::formats::{Choices, read_foreign};
//!
//! let csv = "region;kjønn;2023;2024\n0301 Oslo;Menn;10;12\n0301 Oslo;Kvinner;11;13\n";
//! let tables = read_foreign("table.csv", csv.as_bytes(), &Choices::default()).unwrap();
//! assert_eq!(tables[0].dimensions.len(), 3);
//! ```

pub mod formats;
pub mod mapping;
