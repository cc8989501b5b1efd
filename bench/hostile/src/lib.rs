//! The module whose steps are counted: an input is made, and then read.
//!
//! May live here: what the counting program calls. May not: an input that only the program knows.

pub mod inputs;

use std::cell::RefCell;

use inputs::{Input, KINDS};

thread_local! {
    static MADE: RefCell<Option<Input>> = const { RefCell::new(None) };
}

/// Makes the input of a kind at a size.
// In the module alone: in a program such names stand for functions of the system.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn prepare(kind: u32, size: u32) {
    MADE.set(
        KINDS
            .get(kind as usize)
            .map(|kind| (kind.make)(size as usize)),
    );
}

/// Reads what has been made.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn read() -> u32 {
    MADE.take().map_or(0, inputs::read) as u32
}
