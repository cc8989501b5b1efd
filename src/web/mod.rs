//! The browser: the only place with JavaScript values.
//!
//! May live here: files, canvas, downloads, storage, the address bar, and the JavaScript API. May
//! not: anything that could be computed without a browser.
//!
//! The crate is compiled to two modules for the site. The first view is the report alone, with
//! `web`; the whole is everything, with `whole`, and takes over when it has arrived.

pub mod arriving;
pub mod canvas;
pub mod files;
pub mod page;
pub mod reply;
pub mod session;
pub mod turns;
pub mod waiting;

#[cfg(feature = "whole")]
pub mod asking;
#[cfg(feature = "whole")]
pub mod compute_api;
#[cfg(feature = "whole")]
pub mod download;
#[cfg(feature = "whole")]
pub mod engine;
#[cfg(feature = "whole")]
pub mod figure_api;
#[cfg(feature = "whole")]
pub mod import;
#[cfg(feature = "whole")]
pub mod loader;
#[cfg(feature = "whole")]
pub mod methods_api;
#[cfg(feature = "whole")]
pub mod opening;
#[cfg(feature = "redraw")]
pub mod redraw;
#[cfg(feature = "whole")]
pub mod share;
#[cfg(feature = "whole")]
pub mod shelf_api;
