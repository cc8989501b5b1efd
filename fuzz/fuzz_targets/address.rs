//! See `tests/readers/mod.rs`.
#![no_main]

#[path = "../../tests/readers/mod.rs"]
#[allow(dead_code)]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::address(bytes));
