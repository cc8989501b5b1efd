//! The words that offices use in their tables: for time, totals, sexes, units and kinds of measure.
//!
//! May live here: lists of words in the languages that tables come in, and questions asked of them. May
//! not: words that the page says itself (`text`), and what follows from a word for a table (`import`).
//!
//! ```
//! use vocabulary::kinds::{Kind, kind};
//!
//! assert_eq!(kind("Utvandringer"), Some(Kind::Out));
//! assert_eq!(kind("Net migration"), Some(Kind::Net));
//! assert!(vocabulary::words::is_total("I alt"));
//! ```

pub mod ages;
pub mod countries;
pub mod days;
pub mod dimensions;
pub mod holders;
pub mod kinds;
pub mod levels;
pub mod origins;
pub mod plain;
pub mod words;
