//! What a file or an address costs grows at most as its size does: the generators of `bench/hostile`, each at a size
//! and at four times that.
//!
//! Counted is what is asked of the allocator, calls and bytes, which is the same on every machine; every instruction
//! is counted by `cargo xtask bench hostile`, which takes minutes.

#![allow(
    unsafe_code,
    reason = "an allocator that counts hands everything on to that of the system"
)]

#[path = "../bench/hostile/src/inputs.rs"]
mod inputs;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use inputs::{KINDS, read};

/// The largest that four times the input may cost, in the costs of the input. A table that is made anew when it is
/// full costs now a little more and now a little less than its share, so twice the input would be too short a way.
const LARGEST_GROWTH: f64 = 2.3 * 2.3;

struct Counting;

thread_local! {
    static CALLS: Cell<u64> = const { Cell::new(0) };
    static BYTES: Cell<u64> = const { Cell::new(0) };
}

fn count(bytes: usize) {
    CALLS.set(CALLS.get() + 1);
    BYTES.set(BYTES.get() + bytes as u64);
}

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        unsafe { System.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size);
        unsafe { System.realloc(block, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Calls and bytes that reading an input takes, the making of the input left out.
fn cost(make: fn(usize) -> inputs::Input, size: usize) -> [u64; 2] {
    let input = make(size);
    let before = [CALLS.get(), BYTES.get()];
    read(input);
    [CALLS.get() - before[0], BYTES.get() - before[1]]
}

#[test]
fn four_times_the_input_costs_about_four_times_as_much() {
    let mut found = Vec::new();
    for kind in KINDS {
        let costs = [kind.size / 8, kind.size / 2].map(|size| cost(kind.make, size));
        for (place, what) in ["calls", "bytes"].iter().enumerate() {
            let growth = costs[1][place] as f64 / costs[0][place].max(1) as f64;
            if growth > LARGEST_GROWTH {
                found.push(format!("{}: {what} {growth:.2} {costs:?}", kind.name));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
