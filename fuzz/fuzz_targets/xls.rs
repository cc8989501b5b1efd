//! See `tests/readers/mod.rs`.
#![no_main]

#[path = "../../tests/readers/mod.rs"]
#[allow(dead_code)]
mod readers;

libfuzzer_sys::fuzz_target!(
    init: {
        // Where the library comes to grief is caught, and told as a damaged file; whatever else panics ends the
        // search as ever.
        std::panic::set_hook(Box::new(|_| ()));
    },
    |bytes: &[u8]| readers::xls(bytes)
);
