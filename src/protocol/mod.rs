//! What a page and its workers hand to each other.
//!
//! May live here: messages with their two directions, and the plain values in them. May not: what is done
//! with them; that is in `web` on the page and in `worker` beside it.

pub mod files;
pub mod progress;
pub mod request;
