//! The part of the module of tools that turns a figure into what is shared, and the page into one
//! with the data inside.

use wasm_bindgen::prelude::*;

use crate::figures::catalog;
use crate::figures::export::{Request, csv, hand_out as handing, json, xlsx};
use crate::figures::spec::Spec;
use crate::state::{Page, State, View, address};

use super::reply::error;
use super::session;

/// A figure of the data set in use in a form to share: text, or bytes.
#[wasm_bindgen(skip_typescript)]
pub fn share(
    form: &str,
    at: &str,
    date: &str,
    link: &str,
    panel: usize,
) -> Result<JsValue, JsValue> {
    let dataset = session::current().ok_or_else(|| error("no data set is open"))?;
    let state = address::read(at, &State::default());
    let spec = spec_of(&state).ok_or_else(|| error("share: the address leads to no figure"))?;
    let views: Vec<String> = spec
        .panels
        .iter()
        .map(|panel| {
            // The name of the data set is left out: whoever opens the numbers has them open.
            address::write(&State {
                lang: state.lang,
                page: Page::Explore,
                view: View::of_panel(panel),
                ..State::default()
            })
        })
        .collect();
    let request = Request {
        spec: &spec,
        dataset: &dataset,
        lang: state.lang,
        date,
        link,
        views: &views,
    };
    let text = match form {
        "csv" => csv::csv(&request, panel)
            .ok_or_else(|| error("share: the data set cannot answer this panel"))?,
        "xlsx" => return Ok(js_sys::Uint8Array::from(xlsx::xlsx(&request).as_slice()).into()),
        "json" => json::json(&request),
        "citation" => request.citation(),
        "bibtex" => request.bibtex(),
        "ris" => request.ris(),
        other => return Err(error(&format!("share: found form {other:?}"))),
    };
    Ok(JsValue::from_str(&text))
}

/// The figure that an address leads to.
fn spec_of(state: &State) -> Option<Spec> {
    match state.page {
        Page::Report { figure } | Page::Embed { figure } if figure.is_some() => {
            catalog::find(&format!("fig{}", figure?))
        }
        _ => state.view.spec(),
    }
}

/// The page in one file with the data set in use inside, opening at an address.
#[wasm_bindgen(skip_typescript)]
pub fn hand_out(page: &str, start: &str) -> Result<String, JsValue> {
    let dataset = session::current().ok_or_else(|| error("no data set is open"))?;
    handing::hand_out(page, &dataset, session::current_is_own(), start)
        .ok_or_else(|| error("hand_out: the page carries no data"))
}
