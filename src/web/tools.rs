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

/// What is asked of the second module when a figure is shared.
pub struct Shared<'a> {
    /// The form: `csv`, `xlsx`, `json`, `citation`, `bibtex` or `ris`.
    pub form: &'a str,
    /// Address of the figure, from `#` on.
    pub address: &'a str,
    /// The panel, for forms that hold one.
    pub panel: usize,
    /// Today, as `2026-11-23`.
    pub date: &'a str,
    /// The whole address of the figure.
    pub link: &'a str,
}

/// A figure in a form that is text.
pub fn shared_text(dataset: &str, shared: &Shared) -> Option<String> {
    share(dataset, shared).ok()?.as_string()
}

/// A figure in a form for a file.
pub fn shared_blob(dataset: &str, shared: &Shared, media_type: &str) -> Option<Blob> {
    let value = share(dataset, shared).ok()?;
    super::download::value_blob(&value, media_type).ok()
}

fn share(dataset: &str, shared: &Shared) -> Result<JsValue, JsValue> {
    call("use", &Array::of1(&JsValue::from_str(dataset)))?;
    let given = [shared.form, shared.address, shared.date, shared.link].map(JsValue::from_str);
    let given: Array = given.into_iter().collect();
    given.push(&JsValue::from(shared.panel as u32));
    call("share", &given)
}

/// Whether the way in which the page was loaded offers something.
pub fn offers(name: &str) -> bool {
    let tools = TOOLS.with_borrow(Clone::clone);
    tools.is_some_and(|tools| {
        Reflect::get(&tools, &JsValue::from_str(name)).is_ok_and(|value| value.is_function())
    })
}

/// Waits for something that the way in which the page was loaded offers.
pub async fn ask(name: &str, given: &str) -> Result<JsValue, JsValue> {
    let promise: Promise = call(name, &Array::of1(&JsValue::from_str(given)))?.dyn_into()?;
    JsFuture::from(promise).await
}
