//! The part of the JavaScript API that checks a claim.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use state::{Page, State, address};
use view_models::analyses::page::{Asked, Control};
use view_models::check::{Reading, page};

use super::query_args::{codes_of, lang_option};
use super::reply::{entries, error, to_js};
use super::session;

/// A claim, held against the data set in use.
pub fn check(claim: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let dataset = session::in_use()?;
    let lang = lang_option(options, "check")?;
    let asked = asked_of(&claim).map_err(|message| error(&message))?;
    let found = page(&dataset, &asked, lang);
    // What is not among the choices is a mistake here, where the page has a default.
    for (name, value) in &asked {
        let control = found.controls.iter().find(|control| control.name == *name);
        let fits =
            control.is_some_and(|control| control.choices.is_empty() || control.value == *value);
        if !fits {
            return Err(error(&unfit((name, value), control, &found.controls)));
        }
    }
    let (holds_in, of) = found.tally();
    let state = State {
        lang,
        page: Page::Check,
        dataset: dataset.id(),
        claim: asked,
        ..State::default()
    };
    let readings: Vec<ReadingOut> = found.readings.iter().map(ReadingOut::of).collect();
    let Some(first) = readings.first() else {
        return Err(error(&format!("check: {}", found.notes.join(" "))));
    };
    to_js(&CheckOut {
        claim: &found.claim,
        verdict: first.verdict,
        reason: first.reason,
        values: first.values,
        computed_text: first.computed_text,
        notes: &found.notes,
        holds_in,
        of,
        address: address::write(&state),
        readings: &readings,
    })
}

/// A claim as names and texts: those of the address, and `where` with a code for each dimension.
fn asked_of(claim: &JsValue) -> Result<Asked, String> {
    let mut asked = Asked::new();
    for (name, value) in entries_of(claim)? {
        if name != "where" {
            asked.push((name.clone(), text_of(&name, &value)?));
            continue;
        }
        for (dimension, code) in entries_of(&value)? {
            let code = text_of(&dimension, &code)?;
            asked.push((format!("where-{dimension}"), code));
        }
    }
    Ok(asked)
}

fn entries_of(claim: &JsValue) -> Result<Vec<(String, JsValue)>, String> {
    let entries = claim.is_object().then(|| entries(claim).ok()).flatten();
    let Some(entries) = entries else {
        return Err("check: found no object with the parts of a claim".to_owned());
    };
    let entries = entries.iter().map(|entry| js_sys::Array::from(&entry));
    Ok(entries
        .map(|entry| (entry.get(0).as_string().unwrap_or_default(), entry.get(1)))
        .collect())
}

fn text_of(name: &str, value: &JsValue) -> Result<String, String> {
    let codes = codes_of(value).filter(|codes| codes.len() == 1);
    let code = codes.and_then(|mut codes| codes.pop());
    code.ok_or_else(|| format!("check: found no text or number for {name:?}"))
}

fn unfit((name, value): (&str, &str), control: Option<&Control>, controls: &[Control]) -> String {
    let listed = |names: Vec<&str>| names.join(", ");
    match control {
        Some(control) => {
            let choices = control.choices.iter().map(|(value, _)| value.as_str());
            let choices = listed(choices.take(40).collect());
            format!("check: found {name} {value:?}, expected one of: {choices}")
        }
        None => {
            let names = listed(
                controls
                    .iter()
                    .map(|control| control.name.as_str())
                    .collect(),
            );
            format!("check: found {name:?}, which this claim has no use for; expected: {names}")
        }
    }
}

#[derive(Serialize)]
struct CheckOut<'a> {
    claim: &'a str,
    verdict: &'a str,
    reason: &'a str,
    values: &'a [f64],
    computed_text: &'a str,
    notes: &'a [String],
    holds_in: usize,
    of: usize,
    address: String,
    readings: &'a [ReadingOut<'a>],
}

#[derive(Serialize)]
struct ReadingOut<'a> {
    reading: &'a str,
    verdict: &'a str,
    reason: &'a str,
    values: &'a [f64],
    computed_text: &'a str,
}

impl ReadingOut<'_> {
    fn of(reading: &Reading) -> ReadingOut<'_> {
        ReadingOut {
            reading: &reading.label,
            verdict: reading.verdict,
            reason: &reading.reason,
            values: &reading.values,
            computed_text: &reading.computed,
        }
    }
}
