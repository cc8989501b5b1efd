//! The second module, as the page reaches it.
//!
//! Statistics by name, the audit and the words of both are a module of their own, fetched after
//! the first view. It keeps data sets of its own: the publisher's packages come to it by the same
//! way, and what the visitor opens is handed on.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::data::json::{FromJson, Json};
use crate::data::mapping::desk::Wizard;

use super::audit_page::AuditLine;
use super::{files, session};

thread_local! {
    static TOOLS: RefCell<Option<JsValue>> = const { RefCell::new(None) };
    /// Who waits for the second module.
    static WAITING: RefCell<Vec<Function>> = const { RefCell::new(Vec::new()) };
}

/// Takes over the second module and hands it what the visitor has opened before it came.
pub async fn lend(tools: JsValue) {
    TOOLS.set(Some(tools));
    for blobs in session::opened_blobs() {
        // Files that could be opened here can be opened there.
        let _ = hand_on(&blobs).await;
    }
    for waiting in WAITING.take() {
        let _ = waiting.call0(&JsValue::NULL);
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
    wait_for("open", &Array::of1(&files::to_value(files)?))
        .await
        .map(|_| ())
}

async fn wait_for(name: &str, given: &Array) -> Result<JsValue, JsValue> {
    let promise: Promise = call(name, given)?.dyn_into()?;
    JsFuture::from(promise).await
}

/// The second module is on its way; this waits for it.
async fn arrival() {
    while !are_here() {
        let promise = Promise::new(&mut |resolve, _| {
            WAITING.with_borrow_mut(|waiting| waiting.push(resolve));
        });
        let _ = JsFuture::from(promise).await;
    }
}

/// The files in archives; `None` when there are none to be had.
pub async fn unpack(packed: &[(String, Blob)]) -> Option<Vec<(String, Blob)>> {
    arrival().await;
    let given = Array::of1(&files::to_value(packed).ok()?);
    let unpacked = wait_for("import_unpack", &given).await.ok()?;
    files::of_value(&unpacked)
        .ok()
        .filter(|files| !files.is_empty())
}

/// Lays files of other forms on the desk: the first ones, or beside those that lie there.
pub async fn import(given: &[(String, Blob)], beside: bool, lang: &str) -> Result<Wizard, JsValue> {
    arrival().await;
    let given = Array::of3(
        &files::to_value(given)?,
        &JsValue::from_bool(beside),
        &JsValue::from_str(lang),
    );
    Ok(wizard_of(wait_for("import_open", &given).await?))
}

fn wizard_of(value: JsValue) -> Wizard {
    let text = value.as_string().unwrap_or_default();
    let json = Json::parse(&text).unwrap_or(Json::Null);
    Wizard::from_json(&json).unwrap_or_default()
}

/// Makes a choice about the files on the desk; an empty name changes nothing.
pub fn import_set(id: &str, value: &str, lang: &str) -> Result<Wizard, JsValue> {
    let given = Array::of3(&id.into(), &value.into(), &lang.into());
    call("import_set", &given).map(wizard_of)
}

/// What the files on the desk become: the files of a data package, or that package as one zip.
pub fn import_result(as_zip: bool) -> Result<Vec<(String, Blob)>, JsValue> {
    let given = Array::of1(&JsValue::from_bool(as_zip));
    files::of_value(&call("import_result", &given)?)
}

/// Every printed claim held against a data set, in the words of a language.
pub fn audit(dataset: &str, lang: &str) -> Result<Vec<AuditLine>, JsValue> {
    call("use", &Array::of1(&JsValue::from_str(dataset)))?;
    let lines = call("audit_page", &Array::of1(&JsValue::from_str(lang)))?;
    Ok(serde_wasm_bindgen::from_value(lines)?)
}
