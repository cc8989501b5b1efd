//! What several pages are made of, and what stands around all of them.

pub mod canvas;
pub mod control;
pub mod definitions;
pub mod dropping;
pub mod figure;
pub mod folded;
pub mod footer;
pub mod header;
pub mod linked_text;
pub mod messages;
pub mod number_table;
pub mod panel_tabs;
pub mod ptr_eq;
pub mod scheduled;
pub mod select;

pub mod absent;
pub mod adjust;
pub mod arithmetic;
pub mod asked;
pub mod opening;
pub mod picker;
mod play;
pub mod share;
pub mod shortcuts;
