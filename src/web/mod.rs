//! The browser: the only place with JavaScript values.
//!
//! May live here: files, canvas, downloads, storage, the address bar, and the JavaScript API. May
//! not: anything that could be computed without a browser.
//!
//! The crate is compiled to two modules. `web` is the page with its figures; `tools` is what the
//! first view does not need. Both keep a session, so that the same names mean the same data.

pub mod asking;
pub mod audit_page;
pub mod files;
pub mod reply;
pub mod session;
pub mod shelf_api;

#[cfg(feature = "web")]
pub mod api;
#[cfg(feature = "web")]
pub mod canvas;
#[cfg(feature = "web")]
pub mod download;
#[cfg(feature = "web")]
pub mod page;
#[cfg(feature = "web")]
pub mod said;
#[cfg(feature = "web")]
pub mod tools;

#[cfg(feature = "tools")]
pub mod compute_api;
#[cfg(feature = "tools")]
pub mod import;
#[cfg(feature = "tools")]
pub mod share_api;
#[cfg(feature = "tools")]
pub mod tools_analysis;
#[cfg(feature = "tools")]
pub mod tools_api;
