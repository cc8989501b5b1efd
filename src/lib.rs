//! Emigration rates, destination shares and return shares from published aggregates.
//!
//! The rooms depend on each other in one direction only:
//! `data -> measures -> figures -> state -> web -> app`. `text` and `order` are
//! leaves that all may use.
//! Without the features `web` and `tools` the crate is pure: bytes in, values out. With one of them
//! it is one of the two modules of the site: the page, or what is fetched after the first view.
//! `tests/layers.rs` holds the rule.

pub mod data;
pub mod figures;
pub mod measures;
pub mod order;
pub mod state;
pub mod text;

#[cfg(feature = "web")]
pub mod app;
#[cfg(any(feature = "web", feature = "tools"))]
pub mod web;
