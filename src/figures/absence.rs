//! The words for a value that is not there.

pub use crate::measures::explain::reason as words;
