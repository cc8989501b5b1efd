//! Pages as plain data: what a component only has to draw, or a script to read.
//!
//! May live here: view models, with their words. May not: anything of a browser, and what is to be known of
//! tables and measures without a page.

pub mod analyses;
pub mod calculator;
pub mod findings;
pub mod import;
pub mod problem;
