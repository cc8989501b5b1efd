//! One file a page.

pub mod about;
pub mod analysis;
pub mod audit;
pub mod beyond;
pub mod calculator;
pub mod data;
pub mod embed;
pub mod explore;
pub mod report;
