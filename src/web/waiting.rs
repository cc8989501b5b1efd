//! Files that the visitor opens before the whole page is there: it opens them when it takes over.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::Blob;

use super::files;

thread_local! {
    static WAITING: RefCell<Vec<(String, Blob)>> = const { RefCell::new(Vec::new()) };
}

/// Lays files aside.
pub fn put(files: Vec<(String, Blob)>) {
    WAITING.with_borrow_mut(|waiting| waiting.extend(files));
}

/// The files laid aside, which are then no longer here.
pub fn take() -> Vec<(String, Blob)> {
    WAITING.take()
}

/// The files laid aside, for the whole page.
#[wasm_bindgen(skip_typescript)]
pub fn left_over() -> Result<JsValue, JsValue> {
    files::to_value(&take())
}

/// Lays aside what the first view has left over.
#[wasm_bindgen(skip_typescript)]
pub fn lay_aside(files: &JsValue) -> Result<(), JsValue> {
    put(files::of_value(files)?);
    Ok(())
}
