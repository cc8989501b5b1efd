//! The browser: on the page the only place with JavaScript values.
//!
//! May live here: files, canvas, downloads, storage, the address bar, and the JavaScript API. May
//! not: anything that could be computed without a browser.

pub mod canvas;
pub mod files;
pub mod page;
pub mod reply;
pub mod scheduler;
pub mod session;

pub mod api;
mod check_api;
mod compute_api;
pub mod datasets_api;
pub mod download;
pub mod engine;
mod figure_api;
pub mod host_functions;
pub mod import;
mod methods_api;
pub mod opening;
mod overview_api;
pub mod query_args;
#[cfg(feature = "redraw")]
pub mod redraw;
pub mod share;
pub mod tasks;
mod worker;
