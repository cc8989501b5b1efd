//! The part of the JavaScript API with methods by name, and the audit.

use std::collections::BTreeMap;

use js_sys::Reflect;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use claims as audit;
use methods::catalog::{self, Input, Value};
use text::Lang;

use super::reply::{entries, error, measured, to_js};
use super::session;

/// Runs one statistical method on given numbers.
pub fn calculate(input: JsValue) -> Result<JsValue, JsValue> {
    let mut method = String::new();
    let mut inputs: BTreeMap<String, Input> = BTreeMap::new();
    if !input.is_object() {
        return Err(error(
            "calculate: expected an object with method and inputs",
        ));
    }
    for entry in entries(&input)?.iter() {
        let pair = js_sys::Array::from(&entry);
        let (name, value) = (pair.get(0).as_string().unwrap_or_default(), pair.get(1));
        if name == "method" {
            method = value.as_string().unwrap_or_default();
        } else {
            inputs.insert(name, input_of(&value)?);
        }
    }
    let values = catalog::calculate(&method, &inputs)
        .map_err(|found| error(&format!("calculate: {found}")))?;
    let result = js_sys::Object::new();
    for (name, value) in values {
        Reflect::set(&result, &JsValue::from_str(&name), &value_to_js(&value))?;
    }
    Ok(result.into())
}

/// An input as a script gives it; a list may be an array, a table an array of arrays, and null is missing.
fn input_of(value: &JsValue) -> Result<Input, JsValue> {
    if let Some(number) = value.as_f64() {
        return Ok(Input::Number(number));
    }
    measured(value)?;
    if js_sys::Array::is_array(value) {
        let rows = js_sys::Array::from(value);
        let nested = rows.iter().any(|row| js_sys::Array::is_array(&row));
        let texts: Result<Vec<String>, JsValue> = rows.iter().map(|row| row_text(&row)).collect();
        return Ok(Input::Text(texts?.join(if nested { "|" } else { ";" })));
    }
    Ok(Input::Text(item_text(value)))
}

fn row_text(row: &JsValue) -> Result<String, JsValue> {
    measured(row)?;
    if !js_sys::Array::is_array(row) {
        return Ok(item_text(row));
    }
    let items = js_sys::Array::from(row);
    let texts: Vec<String> = items.iter().map(|item| item_text(&item)).collect();
    Ok(texts.join(";"))
}

/// A number or a text. What is in an array that is in a row is nothing: arrays may hold themselves.
fn item_text(value: &JsValue) -> String {
    let number = || value.as_f64().map(|number| number.to_string());
    value.as_string().or_else(number).unwrap_or_default()
}

/// A result: lists and tables in the text form of their inputs, absent values as null.
fn value_to_js(value: &Value) -> JsValue {
    match value {
        Value::Absent => JsValue::NULL,
        Value::Number(number) => JsValue::from_f64(*number),
        Value::Unbounded => JsValue::from_f64(f64::INFINITY),
        Value::Text(text) => JsValue::from_str(text),
        Value::List(_) | Value::Table(_) => JsValue::from_str(&value.to_string()),
    }
}

/// Every printed claim, held against the data set in use.
pub fn audit() -> Result<JsValue, JsValue> {
    let dataset = session::in_use()?;
    let claims = session::claims().ok_or_else(|| error("audit: there is no table of claims"))?;
    let claims = claims.map_err(|said| error(&format!("audit: {said}")))?;
    let findings: Vec<FindingOut> = audit::audit(&dataset, &claims)
        .iter()
        .zip(claims.iter())
        .map(|(finding, claim)| FindingOut {
            id: &claim.id,
            claim: audit::describe::sentence(claim, None, Lang::En),
            printed: audit::describe::printed(claim, Lang::En),
            computed: match finding.parts.as_slice() {
                [part] => part.computed,
                _ => None,
            },
            computed_text: audit::report::computed(claim, finding, Lang::En),
            verdict: finding.verdict.code(),
            figure: claim.figure.figure(),
        })
        .collect();
    to_js(&findings)
}

#[derive(Serialize)]
struct FindingOut<'a> {
    id: &'a str,
    claim: String,
    printed: String,
    computed: Option<f64>,
    computed_text: String,
    verdict: &'static str,
    figure: Option<u8>,
}
