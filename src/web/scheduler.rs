//! What is done a part at a time, so that the page can be used in between.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, MessagePort};

use super::page::Listening;

type Turn = Box<dyn FnOnce()>;

thread_local! {
    static TURNS: RefCell<VecDeque<Turn>> = const { RefCell::new(VecDeque::new()) };
    /// A message to oneself comes sooner than a timer, which browsers slow down.
    static BELL: OnceCell<Option<(Listening, MessagePort)>> = const { OnceCell::new() };
    static AWAITED: Cell<usize> = const { Cell::new(0) };
    static FRAME: RefCell<Option<Awaited>> = const { RefCell::new(None) };
    static IS_STARTING: Cell<bool> = const { Cell::new(false) };
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

/// Waits for a turn.
pub async fn turn() {
    let done = Promise::new(&mut |wake, _| {
        in_turn(move || drop(wake.call0(&JsValue::NULL)));
    });
    // The promise is only ever kept.
    let _ = JsFuture::from(done).await;
}

/// Does what waits longest for its turn.
fn take() {
    let act = TURNS.with_borrow_mut(VecDeque::pop_front);
    if let Some(act) = act {
        act();
    }
}

fn next_turn() {
    let has_rung = BELL.with(|bell| {
        let bell = bell.get_or_init(|| {
            let channel = MessageChannel::new().ok()?;
            let port = channel.port1();
            port.start();
            let listening = Listening::to(port.into(), "message", |_| {
                take();
                if TURNS.with_borrow(|turns| !turns.is_empty()) {
                    next_turn();
                }
            })?;
            Some((listening, channel.port2()))
        });
        let bell = bell.as_ref();
        bell.is_some_and(|(_, port)| port.post_message(&JsValue::NULL).is_ok())
    });
    if !has_rung {
        // Without a bell there are no turns, and everything is done at once.
        for act in TURNS.take() {
            act();
        }
    }
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
        if !is_any_awaited() {
            IS_STARTING.set(false);
        }
    }
}

/// Whether parts of the page are still to come.
pub fn is_any_awaited() -> bool {
    AWAITED.get() > 0
}

/// The app is being put on the page, where every part waits for its turn. Its frame is awaited before
/// its parts are known.
pub fn begin_start() {
    IS_STARTING.set(true);
    FRAME.set(Some(Awaited::begin()));
}

/// The frame of the page is there, and its parts have said that they are awaited.
pub fn frame_came() {
    FRAME.take();
}

/// Whether parts of the app that were there from the start are still to come.
pub fn is_starting() -> bool {
    IS_STARTING.get()
}
