//! What the visitor sees and does: Yew components, and nothing else.
//!
//! May live here: pages, parts of pages, and the wiring between the state, the session and the
//! browser. May not: computation. Components are functions of small properties.

#[cfg(feature = "whole")]
mod import;
mod pages;
mod parts;
mod root;
mod shell;

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::AppHandle;

use crate::web::arriving;
#[cfg(not(feature = "whole"))]
use crate::web::turns;

thread_local! {
    static APP: RefCell<Option<AppHandle<root::Root>>> = const { RefCell::new(None) };
}

/// Shows the app inside `root`, in place of what is in it.
#[wasm_bindgen(skip_typescript)]
pub fn start(root: Element) {
    root.set_inner_html("");
    let app = yew::Renderer::<root::Root>::with_root(root).render();
    APP.set(Some(app));
}

/// Shows the app inside an element out of sight, a part at a time, to be brought [`forward`].
#[cfg(feature = "whole")]
#[wasm_bindgen(skip_typescript)]
pub fn start_aside(root: Element) {
    arriving::set_aside(true);
    start(root);
}

/// Whether parts of the app are still to come.
#[wasm_bindgen(skip_typescript)]
pub fn is_arriving() -> bool {
    arriving::is_any_awaited()
}

/// The app is no longer out of sight.
#[cfg(feature = "whole")]
#[wasm_bindgen(skip_typescript)]
pub fn forward() {
    arriving::set_aside(false);
}

/// Has the parts that are still to come wait while the whole page reads its data, or go on.
#[cfg(not(feature = "whole"))]
#[wasm_bindgen(skip_typescript)]
pub fn hold(is_held: bool) {
    turns::hold(is_held);
}

/// Takes the app off the page.
#[wasm_bindgen(skip_typescript)]
pub fn stop() {
    if let Some(app) = APP.take() {
        app.destroy();
    }
}
