//! One descriptor a method: its names, inputs and outputs, its formula as a tree that evaluates itself,
//! its interval, its source, and its code in R and Python.
//!
//! May live here: what is told of a method. May not: loops over numbers (`stats`), words in languages
//! (`text`).
//!
//! ```
//! use methods::catalog::METHODS;
//!
//! let method = METHODS.find("share_wilson").unwrap();
//! assert!(method.run.is_some());
//! ```

pub mod arithmetic;
pub mod catalog;
