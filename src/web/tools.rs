//! The second module, as the page reaches it.
//!
//! Statistics by name, the audit and the words of both are a module of their own, fetched after
//! the first view. It keeps data sets of its own: the publisher's packages come to it by the same
//! way, and what the visitor opens is handed on.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::audit_page::AuditLine;
use super::session;

thread_local! {
    static TOOLS: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Takes over the second module and hands it what the visitor has opened before it came.
pub async fn lend(tools: JsValue) {
    TOOLS.set(Some(tools));
    for blobs in session::opened_blobs() {
        // Files that could be opened here can be opened there.
        let _ = hand_on(&blobs).await;
    }
    session::tell();
}

/// Whether the second module is there.
pub fn are_here() -> bool {
    TOOLS.with_borrow(Option::is_some)
}

fn call(name: &str, given: &Array) -> Result<JsValue, JsValue> {
    let tools = TOOLS
        .with_borrow(Clone::clone)
        .ok_or_else(|| js_sys::Error::new("the tools have not been fetched yet"))?;
    let function: Function = Reflect::get(&tools, &JsValue::from_str(name))?.dyn_into()?;
    function.apply(&JsValue::NULL, given)
}

/// Lets the second module open the visitor's files too.
pub async fn hand_on(files: &Rc<Vec<(String, Blob)>>) -> Result<(), JsValue> {
    if !are_here() {
        return Ok(());
    }
    let list = Array::new();
    for (name, blob) in files.iter() {
        let file = Object::new();
        Reflect::set(&file, &JsValue::from_str("name"), &JsValue::from_str(name))?;
        Reflect::set(&file, &JsValue::from_str("blob"), blob)?;
        list.push(&file);
    }
    let promise: Promise = call("open", &Array::of1(&list))?.dyn_into()?;
    JsFuture::from(promise).await.map(|_| ())
}

/// Every printed claim held against a data set, in the words of a language.
pub fn audit(dataset: &str, lang: &str) -> Result<Vec<AuditLine>, JsValue> {
    call("use", &Array::of1(&JsValue::from_str(dataset)))?;
    let lines = call("audit_page", &Array::of1(&JsValue::from_str(lang)))?;
    Ok(serde_wasm_bindgen::from_value(lines)?)
}

/// What the second module makes of a figure.
pub enum Made {
    /// Text to copy.
    Text(String),
    /// A file.
    File(Blob),
}

/// A form of a figure. `asked` is the form, the address of the figure, today, the whole address and
/// the title; `number` is that of the panel.
pub fn share(dataset: &str, asked: &[&str], number: u32) -> Option<Made> {
    call("use", &Array::of1(&JsValue::from_str(dataset))).ok()?;
    let given = texts(asked);
    given.push(&JsValue::from(number));
    let made = call("share", &given).ok()?;
    match made.as_string() {
        Some(text) => Some(Made::Text(text)),
        None => made.dyn_into().ok().map(Made::File),
    }
}

fn texts(given: &[&str]) -> Array {
    given.iter().map(|text| JsValue::from_str(text)).collect()
}

/// Words that only the second module has; none as long as it is not there.
pub fn words(name: &str, given: &[&str]) -> String {
    let said = call(name, &texts(given)).ok();
    said.and_then(|said| said.as_string()).unwrap_or_default()
}

/// Waits for something that the way in which the page was loaded offers; `None` when it fails.
pub async fn ask(name: &str, given: &str) -> Option<String> {
    let promise: Promise = call(name, &texts(&[given])).ok()?.dyn_into().ok()?;
    let answer = JsFuture::from(promise).await.ok()?;
    Some(answer.as_string().unwrap_or_default())
}
