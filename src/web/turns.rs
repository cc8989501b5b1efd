//! What is done a part at a time, so that the page can be used in between.

use std::cell::{Cell, OnceCell, RefCell};

use wasm_bindgen::JsValue;
use web_sys::{MessageChannel, MessagePort};

use super::page::Listening;

type Turn = Box<dyn FnOnce()>;

thread_local! {
    static TURNS: RefCell<Vec<Turn>> = const { RefCell::new(Vec::new()) };
    static HELD: Cell<bool> = const { Cell::new(false) };
    /// A message to oneself comes sooner than a timer, which browsers slow down.
    static BELL: OnceCell<Option<(Listening, MessagePort)>> = const { OnceCell::new() };
}

/// Does something after everything else that waits for its turn, and lets the browser do what it has
/// to do before each.
pub fn in_turn(act: impl FnOnce() + 'static) {
    let is_first = TURNS.with_borrow_mut(|turns| {
        turns.push(Box::new(act));
        turns.len() == 1
    });
    if is_first {
        next_turn();
    }
}

/// Does what waits longest for its turn; false when nothing does.
fn take() -> bool {
    let act = TURNS.with_borrow_mut(|turns| (!turns.is_empty()).then(|| turns.remove(0)));
    let Some(act) = act else {
        return false;
    };
    act();
    true
}

fn next_turn() {
    let has_rung = BELL.with(|bell| {
        let bell = bell.get_or_init(|| {
            let channel = MessageChannel::new().ok()?;
            let port = channel.port1();
            port.start();
            let listening = Listening::to(port.into(), "message", |_| {
                if !HELD.get() && take() && has_turns() {
                    next_turn();
                }
            })?;
            Some((listening, channel.port2()))
        });
        let bell = bell.as_ref();
        bell.is_some_and(|(_, port)| port.post_message(&JsValue::NULL).is_ok())
    });
    if !has_rung {
        TURNS.take();
    }
}

fn has_turns() -> bool {
    TURNS.with_borrow(|turns| !turns.is_empty())
}

/// Has everything that waits for its turn wait longer, or go on.
#[cfg(not(feature = "whole"))]
pub fn hold(is_held: bool) {
    HELD.set(is_held);
    next_turn();
}
