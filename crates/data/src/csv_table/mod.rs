//! The strict reader of contract CSV files.
//!
//! A file is usable as a whole or refused as a whole. Everything that is wrong is reported at
//! once, with line and column; nothing is repaired silently.
//!
//! Lines that begin with `#` may stand above the header, and only there: remarks for people, and
//! perhaps one line `# datapackage: {...}` that describes the table as `datapackage.json` would.

pub(crate) mod own_columns;
pub mod rules;
mod strict;
pub mod worker_codec;

pub use rules::{
    Expectations, MAX_BYTES, MAX_CODES, MAX_COLUMNS, MAX_TEXT, begins_field, begins_formula,
    beyond_choice, carried_description, is_set_in, too_large, too_large_for,
};
pub use rules::{RowCells, is_ordinal};
pub use strict::read;
