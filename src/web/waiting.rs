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

/// What was laid aside.
#[wasm_bindgen(skip_typescript)]
pub fn left_over() -> Result<JsValue, JsValue> {
    files::to_value(&WAITING.take())
}
