//! The module of the workers: reading slices of large files, and making data of foreign files.
//!
//! May live here: what a worker does for the page, messages in and messages out. May not: anything that
//! the page needs itself. Where no worker is to be had the page loads this module beside its own.

mod audit;
mod import;

use wasm_bindgen::prelude::*;

use data::csv_table::worker_codec;
use data::slices::{Plan, Start, read_slice};

/// The part of a slice by a plan; both are bytes that only this program reads. Empty when the plan
/// cannot be read. `at_record` says that the slice is known to begin with a record.
#[wasm_bindgen(js_name = "read_slice", skip_typescript)]
pub fn read(plan: &[u8], slice: &[u8], at_record: bool) -> Vec<u8> {
    let start = if at_record {
        Start::Record
    } else {
        Start::Anywhere
    };
    match Plan::from_bytes(plan) {
        Some(plan) => read_slice(&plan, slice, start),
        None => Vec::new(),
    }
}

/// Everything that is wrong with a file, by the strict reader. What is expected of the file and what
/// is found are bytes that only this program reads; empty when it cannot be put so.
#[wasm_bindgen(skip_typescript)]
pub fn problems(file: &str, bytes: &[u8], expectations: &[u8]) -> Vec<u8> {
    worker_codec::problems(file, bytes, expectations).unwrap_or_default()
}
