//! The browser: the only place with JavaScript values.
//!
//! May live here: files, canvas, downloads, storage, the address bar, and the JavaScript API. May
//! not: anything that could be computed without a browser.

pub mod api;
pub mod canvas;
pub mod download;
pub mod files;
pub mod page;
pub mod session;
