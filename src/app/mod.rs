//! What the visitor sees and does: Yew components, and nothing else.
//!
//! May live here: pages, parts of pages, and the wiring between the state, the session and the
//! browser. May not: computation. Components are functions of small properties.

mod classroom;
mod import;
mod on_demand;
mod pages;
mod parts;
mod root;
mod shell;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::AppHandle;

use crate::web::{page, scheduler};
use shell::Shell;

thread_local! {
    static APP: RefCell<Option<AppHandle<root::Root>>> = const { RefCell::new(None) };
}

/// Shows the app inside `root`, in place of what is in it. Each has a turn of its own: what the address says, what is
/// asked of the data, and the frame.
#[wasm_bindgen(skip_typescript)]
pub fn start(root: Element) {
    root.set_inner_html("");
    scheduler::begin_start();
    let hash = Shell::address(page::follow_hash());
    scheduler::in_turn(|| {
        let shell = Shell::at(&hash);
        scheduler::in_turn(move || {
            let begin = Rc::new(shell.settled(&hash));
            scheduler::in_turn(|| {
                let props = root::Props { begin };
                let app = yew::Renderer::<root::Root>::with_root_and_props(root, props).render();
                APP.set(Some(app));
            });
        });
    });
}

/// Whether parts of the app are still to come.
#[wasm_bindgen(skip_typescript)]
pub fn is_starting() -> bool {
    scheduler::is_any_awaited()
}
