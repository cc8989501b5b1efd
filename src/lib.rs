//! Emigration rates, destination shares and return shares from published aggregates.
//!
//! The rooms depend on each other in one direction only:
//! `data -> measures -> figures -> state -> web -> app`. `text` and `order` are
//! leaves that all may use.
//! Without the feature `web` the crate is pure: bytes in, values out. With it, it is the report as a
//! first view; with `whole`, which holds `web`, it is the whole page; with `engine` alone it is
//! the module of the workers that read large files.
//! `tests/layers.rs` holds the rule.

pub mod data;
pub mod figures;
pub mod measures;
pub mod order;
pub mod state;
pub mod text;

#[cfg(feature = "web")]
pub mod app;
#[cfg(feature = "web")]
pub mod web;
#[cfg(feature = "engine")]
pub mod worker;
