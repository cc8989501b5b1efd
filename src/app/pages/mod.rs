//! One file a page.

pub mod about;
pub mod analysis;
pub mod audit;
pub mod beyond;
pub mod calculator;
pub mod data;
pub mod explore;
pub mod report;
