//! Emigration rates, destination shares and return shares from published aggregates.
//!
//! The rooms depend on each other in one direction only:
//! `data -> text -> measures -> figures -> state -> web -> app`. `order` is a leaf that all may use;
//! `pages` stands beside `figures`, `tasks` behind `state`, and `first_view` is beside `web`.
//! Without features the crate is pure: bytes in, values out. With `web` it is the page; with `worker` it
//! is what workers do beside it. The two are modules of their own and speak by `protocol`.
//! `tests/layers.rs` holds the rule.

pub mod data;
pub mod figures;
pub mod first_view;
pub mod measures;
pub mod order;
pub mod pages;
pub mod state;
pub mod tasks;
pub mod text;

#[cfg(feature = "web")]
pub mod app;
#[cfg(any(feature = "web", feature = "worker"))]
pub mod protocol;
#[cfg(feature = "web")]
pub mod web;
#[cfg(feature = "worker")]
pub mod worker;
