//! The second module, as the page reaches it.
//!
//! Statistics by name, the audit and the words of both are a module of their own, fetched after
//! the first view. It keeps data sets of its own: the publisher's packages come to it by the same
//! way, and what the visitor opens is handed on.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::data::json::{FromJson, Json};
use crate::data::mapping::desk::Wizard;
use crate::figures::analyses::page::Asked;
use crate::text::Lang;

use super::audit_page::{AuditLine, FindingLine, TextPage};
use super::said::Said;
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

/// Lets the second module fetch a package that is fetched only when asked for.
pub async fn fetch(dataset: &str) -> Result<(), JsValue> {
    if !are_here() {
        return Ok(());
    }
    match call("use", &Array::of1(&JsValue::from_str(dataset)))?.dyn_into::<Promise>() {
        Ok(promise) => JsFuture::from(promise).await.map(|_| ()),
        Err(_) => Ok(()),
    }
}

/// Every printed claim held against a data set, in the words of a language.
pub fn audit(dataset: &str, lang: &str) -> Result<Vec<AuditLine>, JsValue> {
    about(dataset, "audit_page", lang)
}

/// The main findings of a data set, in the words of a language.
pub fn findings(dataset: &str, lang: &str) -> Result<Vec<FindingLine>, JsValue> {
    about(dataset, "findings", lang)
}

/// An analysis of a data set, in the words of a language.
pub fn analysis(dataset: &str, asked: &Asked, lang: Lang) -> Result<Said, JsValue> {
    let given = Array::of2(&lang.tag().into(), &pairs(asked));
    said(dataset, "analysis", &given)
}

/// The arithmetic behind a number of that analysis.
pub fn explanation(dataset: &str, asked: &Asked, id: &str, lang: Lang) -> Result<Said, JsValue> {
    let given = Array::of3(&lang.tag().into(), &pairs(asked), &id.into());
    said(dataset, "explanation", &given)
}

/// The arithmetic of a method with typed-in numbers.
pub fn typed_in(method: &str, inputs: &Asked, lang: Lang) -> Result<Said, JsValue> {
    let given = Array::of3(&lang.tag().into(), &pairs(inputs), &method.into());
    call("typed_in", &given).map(Said::new)
}

/// Choices as an object.
fn pairs(asked: &Asked) -> JsValue {
    let object = Object::new();
    for (name, value) in asked {
        let _ = Reflect::set(&object, &name.into(), &value.into());
    }
    object.into()
}

/// One output of a method.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A number.
    Number(f64),
    /// Larger than any number.
    Unbounded,
    /// A status other than "ok", in the words of the API.
    Reason(String),
    /// No number may be given.
    Absent,
}

/// Runs a method on named texts; an error says what is wrong with the call.
pub fn calculate(
    method: &str,
    inputs: &[(String, String)],
) -> Result<Vec<(String, Outcome)>, String> {
    let said = |error: JsValue| {
        let error: Option<js_sys::Error> = error.dyn_into().ok();
        error
            .map(|error| String::from(error.message()))
            .unwrap_or_default()
    };
    let input = Object::new();
    let set = |name: &str, text: &str| {
        Reflect::set(&input, &JsValue::from_str(name), &JsValue::from_str(text))
    };
    set("method", method).map_err(said)?;
    for (name, text) in inputs {
        set(name, text).map_err(said)?;
    }
    let result = call("calculate", &Array::of1(&input)).map_err(said)?;
    let entries = Object::entries(result.unchecked_ref());
    Ok(entries
        .iter()
        .map(|entry| {
            let pair = Array::from(&entry);
            let value = pair.get(1);
            let outcome = match (value.as_f64(), value.as_string()) {
                (Some(number), _) if number.is_finite() => Outcome::Number(number),
                (Some(_), _) => Outcome::Unbounded,
                (None, Some(text)) => Outcome::Reason(text),
                (None, None) => Outcome::Absent,
            };
            (pair.get(0).as_string().unwrap_or_default(), outcome)
        })
        .collect())
}

/// The themes of the interviews, in the words of a language.
pub fn interviews(lang: &str) -> Result<TextPage, JsValue> {
    let page = call("interviews", &Array::of1(&JsValue::from_str(lang)))?;
    Ok(serde_wasm_bindgen::from_value(page)?)
}

/// What a function of the tools says about a data set in a language.
fn about<T: DeserializeOwned>(dataset: &str, name: &str, lang: &str) -> Result<T, JsValue> {
    call("use", &Array::of1(&JsValue::from_str(dataset)))?;
    let said = call(name, &Array::of1(&JsValue::from_str(lang)))?;
    Ok(serde_wasm_bindgen::from_value(said)?)
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

fn said(dataset: &str, name: &str, given: &Array) -> Result<Said, JsValue> {
    call("use", &Array::of1(&JsValue::from_str(dataset)))?;
    call(name, given).map(Said::new)
}
