//! Emigration rates, destination shares and return shares from published aggregates.
//!
//! The rooms depend on each other in one direction only:
//! `data -> text -> measures -> figures -> state -> web -> app`. `kernels` is a leaf that all may use;
//! `view_models` stands behind `figures`, `tasks` behind `state`, and `first_view` is beside `web`.
//! Without features the crate is pure: bytes in, values out. With `web` it is the page; with `worker` it
//! is what workers do beside it. The two are modules of their own and speak by `protocol`.
//! `tests/layers.rs` holds the rule.

pub use {
    claims, data, explain, figures, first_view, import, kernels, measures, methods, state, stats,
    tasks, text, view_models, vocabulary,
};

#[cfg(feature = "web")]
pub mod app;
#[cfg(any(feature = "web", feature = "worker"))]
pub mod protocol;
#[cfg(feature = "web")]
pub mod web;
#[cfg(feature = "worker")]
pub mod worker;
