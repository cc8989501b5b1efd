//! Emigration rates, destination shares and return shares from published aggregates.
//!
//! The rooms depend on each other in one direction only:
//! `data -> measures -> figures -> app`. `text` is a leaf; `state` knows data, measures and
//! figure ids; only `app` uses `web`. `tests/layers.rs` holds the rule.

pub mod data;
pub mod figures;
pub mod measures;
pub mod state;
pub mod text;
#[cfg(feature = "web")]
pub mod web;
