//! One descriptor a method: its names, inputs and outputs, its formula as a tree that evaluates itself,
//! its interval, its source, and its code in R and Python.
//!
//! May live here: what is told of a method. May not: loops over numbers (`stats`), words in languages
//! (`text`).

pub mod arithmetic;
pub mod catalog;
