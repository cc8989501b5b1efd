//! Parts that pages are made of.

pub mod along;
pub mod arithmetic;
pub mod canvas;
pub mod figure;
pub mod footer;
pub mod header;
mod mark;
pub mod messages;
pub mod number_table;
pub mod opening;
pub mod same;
pub mod select;
pub mod share;
