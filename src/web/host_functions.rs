//! What the way in which the page was loaded lends it: handing out a page in one file, keeping the
//! site, the module of the workers. Each is a JavaScript function that gives a promise.

use std::cell::RefCell;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Blob};

use crate::protocol::files;

thread_local! {
    static LENT: RefCell<JsValue> = const { RefCell::new(JsValue::NULL) };
}

/// Takes what is lent.
#[wasm_bindgen(skip_typescript)]
pub fn lend(functions: JsValue) {
    LENT.set(functions);
}

/// A function that is lent.
pub fn lent(name: &str) -> Option<Function> {
    let lent = LENT.with_borrow(Clone::clone);
    Reflect::get(&lent, &name.into()).ok()?.dyn_into().ok()
}

/// Ends the listening of this instance, should it stop: then a fresh one takes its place.
pub fn ending() -> Option<AbortSignal> {
    let lent = LENT.with_borrow(Clone::clone);
    Reflect::get(&lent, &"signal".into()).ok()?.dyn_into().ok()
}

/// Has files of own data kept beside the module, so that they outlive it.
pub fn keep_own(id: &str, files: &[(String, Blob)]) {
    if let (Some(keep), Ok(files)) = (lent("keep_own"), files::to_value(files)) {
        let _ = keep.call2(&JsValue::NULL, &id.into(), &files);
    }
}

/// Waits for a function that is lent; `None` when it fails, or is not lent.
pub async fn ask(name: &str, given: &str) -> Option<String> {
    let promise: Promise = lent(name)?
        .apply(&JsValue::NULL, &Array::of1(&given.into()))
        .ok()?
        .dyn_into()
        .ok()?;
    let answer = JsFuture::from(promise).await.ok()?;
    Some(answer.as_string().unwrap_or_default())
}
