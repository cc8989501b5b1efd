//! The part of the module of tools that compares and explains.

use std::rc::Rc;

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

use crate::data::Dataset;
use crate::figures::analyses;
use crate::figures::analyses::page::Asked;
use crate::text::Lang;

use super::reply::{error, to_js};
use super::session;

/// An analysis in words and tables: `asked` holds the choices by name.
#[wasm_bindgen(skip_typescript)]
pub fn analysis(lang: &str, asked: JsValue) -> Result<JsValue, JsValue> {
    let lang = Lang::from_tag(lang).unwrap_or_default();
    to_js(&analyses::page(&*dataset()?, &choices(&asked), lang))
}

/// The arithmetic behind a number of that analysis, by the identifier in its cell.
#[wasm_bindgen(skip_typescript)]
pub fn explanation(lang: &str, asked: JsValue, id: &str) -> Result<JsValue, JsValue> {
    let lang = Lang::from_tag(lang).unwrap_or_default();
    let told = analyses::explanation(&*dataset()?, &choices(&asked), id, lang)
        .ok_or_else(|| error("explanation: there is no such number"))?;
    to_js(&told)
}

/// The arithmetic of a method with typed-in numbers; null where there is none to show.
#[wasm_bindgen(skip_typescript)]
pub fn typed_in(lang: &str, inputs: JsValue, method: &str) -> Result<JsValue, JsValue> {
    let lang = Lang::from_tag(lang).unwrap_or_default();
    let told = analyses::typed_in(method, &choices(&inputs), lang)
        .ok_or_else(|| error("typed_in: no arithmetic for these inputs"))?;
    to_js(&told)
}

fn dataset() -> Result<Rc<Dataset>, JsValue> {
    session::current().ok_or_else(|| error("no data set is open"))
}

fn choices(asked: &JsValue) -> Asked {
    let Some(object) = Object::try_from(asked) else {
        return Asked::new();
    };
    let text = |value: JsValue| {
        let number = value.as_f64().map(|number| number.to_string());
        value.as_string().or(number).unwrap_or_default()
    };
    Object::entries(object)
        .iter()
        .map(|entry| {
            let pair = Array::from(&entry);
            (text(pair.get(0)), text(pair.get(1)))
        })
        .collect()
}
