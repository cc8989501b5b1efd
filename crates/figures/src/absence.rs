//! The words for a value that is not there.

pub use explain::reason as words;
