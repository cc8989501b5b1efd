//! Where everything goes: a sheet becomes marks with positions in CSS pixels.
//!
//! One file a kind of chart (`line`, `bars`, `stacked`); `layout` arranges headings, panels and
//! source on the page, `axis` and `rows` are shared by the kinds, `labels` keeps names apart.
//! A new kind is a new file and one arm in `layout::body`.
//!
//! No mark knows about devices, and nothing is measured by a browser: the same sheet and size
//! give the same placement everywhere.

mod axis;
mod bars;
mod board;
mod labels;
mod layout;
mod line;
mod marks;
mod rows;
mod stacked;

pub use layout::{Size, place};
pub use marks::{Anchor, LabelBox, Mark, Paint, Placed, Rect, Shape, Stroke, Target, Text};
