//! The part of the JavaScript API that lives in the module of tools: methods by name, and the audit.

use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::Reflect;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::data::Dataset;
use crate::figures::findings;
use crate::measures::audit::{self, Claim, Finding, Verdict};
use crate::measures::methods::{self, Input, Value};
use crate::text::{Lang, interviews};

use super::audit_page::{AuditLine, FindingLine, TextPage, TextSection};
use super::reply::{error, to_js};
use super::session;

/// Runs one statistical method on given numbers.
#[wasm_bindgen(skip_typescript)]
pub fn calculate(input: JsValue) -> Result<JsValue, JsValue> {
    let mut method = String::new();
    let mut inputs: BTreeMap<String, Input> = BTreeMap::new();
    let given = js_sys::Object::try_from(&input)
        .ok_or_else(|| error("calculate: expected an object with method and inputs"))?;
    for entry in js_sys::Object::entries(given).iter() {
        let pair = js_sys::Array::from(&entry);
        let (name, value) = (pair.get(0).as_string().unwrap_or_default(), pair.get(1));
        if name == "method" {
            method = value.as_string().unwrap_or_default();
        } else {
            inputs.insert(name, input_of(&value));
        }
    }
    let values = methods::calculate(&method, &inputs)
        .map_err(|found| error(&format!("calculate: {found}")))?;
    let result = js_sys::Object::new();
    for (name, value) in values {
        Reflect::set(&result, &JsValue::from_str(&name), &value_to_js(&value))?;
    }
    Ok(result.into())
}

/// An input as a script gives it; a list may be an array, and null is missing.
fn input_of(value: &JsValue) -> Input {
    if let Some(number) = value.as_f64() {
        return Input::Number(number);
    }
    if js_sys::Array::is_array(value) {
        let rows = js_sys::Array::from(value);
        let nested = rows.iter().any(|row| js_sys::Array::is_array(&row));
        let texts: Vec<String> = rows.iter().map(|row| input_text(&row)).collect();
        return Input::Text(texts.join(if nested { "|" } else { ";" }));
    }
    Input::Text(input_text(value))
}

fn input_text(value: &JsValue) -> String {
    match value.as_f64() {
        Some(number) => number.to_string(),
        None if js_sys::Array::is_array(value) => {
            let items: Vec<String> = js_sys::Array::from(value)
                .iter()
                .map(|item| input_text(&item))
                .collect();
            items.join(";")
        }
        None => value.as_string().unwrap_or_default(),
    }
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
#[wasm_bindgen(skip_typescript)]
pub fn audit() -> Result<JsValue, JsValue> {
    let (_, claims, findings) = checked()?;
    let findings: Vec<FindingOut> = findings
        .iter()
        .zip(&claims)
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

/// The same in words of a language, as the page shows it.
#[wasm_bindgen(skip_typescript)]
pub fn audit_page(lang: &str) -> Result<JsValue, JsValue> {
    let lang = Lang::from_tag(lang).unwrap_or_default();
    let (dataset, claims, findings) = checked()?;
    let lines: Vec<AuditLine> = claims
        .iter()
        .zip(&findings)
        .map(|(claim, finding)| line(claim, finding, &dataset, lang))
        .collect();
    to_js(&lines)
}

/// The main findings of the data set in use, in the words of a language.
#[wasm_bindgen(skip_typescript)]
pub fn findings(lang: &str) -> Result<JsValue, JsValue> {
    let lang = Lang::from_tag(lang).unwrap_or_default();
    let dataset = session::current().ok_or_else(|| error("no data set is open"))?;
    let lines: Vec<FindingLine> = findings::of_dataset(&dataset, lang)
        .into_iter()
        .map(|finding| FindingLine {
            theme: finding.theme.title(lang).to_owned(),
            sentence: finding.sentence,
            figure: finding.figure,
        })
        .collect();
    to_js(&lines)
}

/// The themes of the interviews, in the words of a language.
#[wasm_bindgen(skip_typescript)]
pub fn interviews(lang: &str) -> Result<JsValue, JsValue> {
    let lang = Lang::from_tag(lang).unwrap_or_default();
    let sections = interviews::sections(lang)
        .iter()
        .map(|section| TextSection {
            heading: section.heading.to_owned(),
            paragraphs: section
                .paragraphs
                .iter()
                .map(|text| (*text).to_owned())
                .collect(),
            themes: section
                .themes
                .iter()
                .map(|theme| (theme.name.to_owned(), theme.text.to_owned()))
                .collect(),
        })
        .collect();
    to_js(&TextPage {
        title: interviews::title(lang).to_owned(),
        lead: interviews::lead(lang).to_owned(),
        sections,
    })
}

/// The data set in use, the claims of the publisher, and what came of each.
type Checked = (Rc<Dataset>, Vec<Claim>, Vec<Finding>);

fn checked() -> Result<Checked, JsValue> {
    let dataset = session::current().ok_or_else(|| error("no data set is open"))?;
    let text = session::claims().ok_or_else(|| error("audit: there is no table of claims"))?;
    let claims =
        audit::claims(&text).map_err(|_| error("audit: the table of claims is damaged"))?;
    let findings = audit::audit(&dataset, &claims);
    Ok((dataset, claims, findings))
}

fn line(claim: &Claim, finding: &Finding, dataset: &Dataset, lang: Lang) -> AuditLine {
    let reason = match &finding.verdict {
        Verdict::NotComputable(reason) => audit::report::reason(reason, Some(dataset), lang),
        _ => String::new(),
    };
    let failing = match finding.verdict {
        Verdict::Differs if finding.parts.len() > 1 => finding
            .failing()
            .take(5)
            .map(|part| audit::report::part(claim, part, Some(dataset), lang))
            .collect(),
        _ => Vec::new(),
    };
    AuditLine {
        id: claim.id.clone(),
        place: audit::describe::place(claim.figure, lang),
        figure: claim.figure.figure(),
        claim: audit::describe::sentence(claim, Some(dataset), lang),
        judgement: claim.judgement,
        printed: audit::describe::printed(claim, lang),
        computed: audit::report::computed(claim, finding, lang),
        verdict: finding.verdict.code().to_owned(),
        verdict_words: audit::report::verdict(&finding.verdict, lang).to_owned(),
        reason,
        failing,
        arithmetic: finding
            .arithmetic
            .iter()
            .map(|line| audit::report::arithmetic(line, lang))
            .collect(),
    }
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
