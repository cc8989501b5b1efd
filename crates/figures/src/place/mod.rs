//! Where everything goes: a sheet becomes marks with positions in CSS pixels.
//!
//! One file a kind of chart; `layout` arranges headings, panels and source on the page, `axis` and
//! `rows` are shared by the kinds, `labels` keeps names apart, `pattern` tells marks apart without
//! their colour.
//! A new kind is a new file and one arm in `layout::body`.
//!
//! No mark knows about devices, and nothing is measured by a browser: the same sheet and size
//! give the same placement everywhere.

mod axis;
mod bars;
mod board;
mod dots;
mod flow;
mod funnel;
mod heat;
mod labels;
mod layout;
mod line;
pub(crate) mod map;
mod marks;
mod pattern;
mod people;
mod rows;
mod slope;
mod stacked;
mod thin;
mod waterfall;

pub use layout::{Size, fits, place, place_within};
pub use marks::{Anchor, LabelBox, Mark, Paint, Placed, Rect, Region, Shape, Stroke, Target, Text};
