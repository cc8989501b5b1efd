//! What is drawn a part at a time, and whether all of it has come.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::page::window;

type Turn = Box<dyn FnOnce()>;

thread_local! {
    static TURNS: RefCell<VecDeque<Turn>> = const { RefCell::new(VecDeque::new()) };
    static AWAITED: Cell<usize> = const { Cell::new(0) };
    static ASIDE: Cell<bool> = const { Cell::new(false) };
    static FRAME: RefCell<Option<Awaited>> = const { RefCell::new(None) };
}

/// A part of the page that is still to come, until this is dropped.
#[derive(Debug)]
pub struct Awaited(());

impl Awaited {
    /// From now on the part is awaited.
    pub fn begin() -> Self {
        AWAITED.set(AWAITED.get() + 1);
        Self(())
    }
}

impl Drop for Awaited {
    fn drop(&mut self) {
        AWAITED.set(AWAITED.get() - 1);
    }
}

/// Whether parts of the page are still to come.
pub fn is_any_awaited() -> bool {
    AWAITED.get() > 0
}

/// Says whether the app is drawn out of sight, while the visitor uses the first view. Its frame is
/// awaited before its parts are known.
pub fn set_aside(is_aside: bool) {
    ASIDE.set(is_aside);
    FRAME.set(is_aside.then(Awaited::begin));
}

/// The frame of the page is there, and its parts have said that they are awaited.
pub fn frame_came() {
    FRAME.take();
}

/// Whether the app is drawn out of sight.
pub fn is_aside() -> bool {
    ASIDE.get()
}

/// Does something after everything else that waits for its turn, and lets the browser do what it has
/// to do before each.
pub fn in_turn(act: impl FnOnce() + 'static) {
    let is_first = TURNS.with_borrow_mut(|turns| {
        turns.push_back(Box::new(act));
        turns.len() == 1
    });
    if is_first {
        next_turn();
    }
}

fn next_turn() {
    let act = Closure::once_into_js(|| {
        if let Some(act) = TURNS.with_borrow_mut(VecDeque::pop_front) {
            act();
        }
        if TURNS.with_borrow(|turns| !turns.is_empty()) {
            next_turn();
        }
    });
    let waiting = window().map(|window| {
        window.set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), 0)
    });
    if !matches!(waiting, Some(Ok(_))) {
        TURNS.take();
    }
}
