//! Parts that pages are made of.

pub mod canvas;
pub mod definitions;
pub mod dropping;
pub mod figure;
pub mod footer;
pub mod header;
pub mod messages;
pub mod number_table;
pub mod same;
pub mod select;
pub mod turns;
pub mod worded;

#[cfg(feature = "whole")]
pub mod absent;
#[cfg(feature = "whole")]
pub mod adjust;
#[cfg(feature = "whole")]
pub mod along;
#[cfg(feature = "whole")]
pub mod arithmetic;
#[cfg(feature = "whole")]
pub mod asked;
#[cfg(feature = "whole")]
pub mod findings;
#[cfg(feature = "whole")]
pub mod opening;
#[cfg(feature = "whole")]
pub mod picker;
#[cfg(feature = "whole")]
mod play;
#[cfg(feature = "whole")]
pub mod share;
#[cfg(feature = "whole")]
pub mod shortcuts;
