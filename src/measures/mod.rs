//! measures
pub mod methods;
