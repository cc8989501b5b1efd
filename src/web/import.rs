//! Files of other forms on their way to become data: the desk of the module of tools, as the page
//! reaches it.

use std::cell::RefCell;

use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::data::formats::{Unpacked, unpack};
use crate::data::mapping::desk::{Desk, Wizard, in_words};
use crate::data::mapping::zip;
use crate::data::{Problem, open};
use crate::text::Lang;

use super::files::{self, Unreadable};
use super::reply::refused;

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

fn unreadable(unreadable: Unreadable) -> JsValue {
    match unreadable {
        Unreadable::Problems(problems) | Unreadable::Foreign(problems) => refused(&problems),
        Unreadable::Browser(error) => error,
    }
}

/// The contract files in archives; an empty list when they are not contract files.
#[wasm_bindgen(skip_typescript)]
pub async fn import_unpack(given: JsValue) -> Result<JsValue, JsValue> {
    let blobs = files::of_value(&given)?;
    let mut unpacked = Vec::new();
    for file in files::read(&blobs).await.map_err(unreadable)? {
        match unpack(&file.name, &file.bytes).map_err(|problems| refused(&problems))? {
            Unpacked::NotAnArchive => unpacked.push(file),
            Unpacked::Files(files) | Unpacked::Package(files) => unpacked.extend(files),
        }
    }
    if !open::are_contract_files(&unpacked) {
        return Ok(Array::new().into());
    }
    let blobs: Result<Vec<_>, JsValue> = unpacked
        .into_iter()
        .map(|file| Ok((file.name, files::of_bytes(&file.bytes)?)))
        .collect();
    files::to_value(&blobs?)
}

/// Lays files on the desk, cleared first unless they go beside those that lie there.
#[wasm_bindgen(skip_typescript)]
pub async fn import_open(given: JsValue, beside: bool, lang: String) -> Result<JsValue, JsValue> {
    let blobs = files::of_value(&given)?;
    let files = match files::read(&blobs).await {
        Ok(files) => files,
        Err(Unreadable::Problems(problems)) => return shown(&lang, &problems),
        Err(other) => return Err(unreadable(other)),
    };
    let mut desk = if beside {
        DESK.with_borrow(Clone::clone)
    } else {
        Desk::default()
    };
    let problems = desk.add(files).err().unwrap_or_default();
    if problems.is_empty() || !beside {
        DESK.set(desk);
    }
    shown(&lang, &problems)
}

/// Makes a choice; an empty name changes nothing.
#[wasm_bindgen(skip_typescript)]
pub fn import_set(id: &str, value: &str, lang: &str) -> Result<JsValue, JsValue> {
    let problems = DESK.with_borrow_mut(|desk| desk.set(id, value).err());
    shown(lang, &problems.unwrap_or_default())
}

/// The data package that the files on the desk become: its files, or all of it in one zip.
#[wasm_bindgen(skip_typescript)]
pub fn import_result(as_zip: bool) -> Result<JsValue, JsValue> {
    let outcome = DESK
        .with_borrow(Desk::outcome)
        .map_err(|problems| refused(&problems))?;
    if as_zip {
        let name = format!("{}.zip", outcome.dataset.name);
        let blob = files::of_bytes(&zip::pack(&outcome.files))?;
        return files::to_value(&[(name, blob)]);
    }
    files::to_value(&files::of_texts(outcome.files)?)
}

/// What lies on the desk, and what was wrong with the last step.
fn shown(lang: &str, problems: &[Problem]) -> Result<JsValue, JsValue> {
    let lang = Lang::from_tag(lang).unwrap_or_default();
    let mut wizard = DESK.with_borrow(|desk| match desk.is_empty() {
        true => Wizard::default(),
        false => desk.wizard(lang),
    });
    if !problems.is_empty() {
        wizard.problems = in_words(problems, lang);
    }
    // As a text: the page has a parser of JSON already, and every other way costs it one more.
    serde_json::to_string(&wizard)
        .map(JsValue::from)
        .map_err(|error| super::reply::error(&error.to_string()))
}
