//! Large contract CSV files, read in slices that know nothing of each other.
//!
//! A [`Plan`] is made from the beginning of the file. With it, each slice is read on its own, by
//! whoever is free, into a part: dictionary-coded columns of the records that lie in the slice
//! as a whole, and the bytes before and after them. A [`ChunkMerger`] takes the parts in their order
//! and joins the bytes between two of them to records.
//!
//! Nothing is reported from here. Whatever is wrong, or merely unusual, is left to the strict reader
//! ([`super::csv_table`]), which has the same rules for cells and tells every problem with its line.
//! The table is the same as the strict reader's, however the file was cut.
//!
//! May live here: reading and joining slices. May not: rules of what a cell may hold, problems.

mod chunk_merger;
mod keys;
mod part;
mod plan;

pub use chunk_merger::{ChunkMerger, Taken};
pub use part::{Start, read_slice};
pub use plan::Plan;
