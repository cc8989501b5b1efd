//! Files as statistics offices give them out, to tables of the contract.
//!
//! May live here: one reader a format, what columns mean, totals and their parts, what has to be asked,
//! the file of a mapping. May not: words that the page says; remarks and questions are typed values.

pub mod formats;
pub mod mapping;
