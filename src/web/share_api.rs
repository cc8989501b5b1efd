//! The part of the module of tools that turns a figure into what is shared, and the page into one
//! with the data inside.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag};

use crate::figures::catalog;
use crate::figures::export::{Request, csv, hand_out as handing, json, xlsx};
use crate::figures::spec::{PanelSpec, Spec};
use crate::state::{Page, State, View, address};
use crate::text::{Lang, share as words};

use super::reply::error;
use super::session;

/// A figure of the data set in use in a form to share: text to copy, or a file.
#[wasm_bindgen(skip_typescript)]
pub fn share(
    form: &str,
    at: &str,
    date: &str,
    link: &str,
    title: &str,
    number: usize,
) -> Result<JsValue, JsValue> {
    if form == "#embed" {
        return Ok(words::embed_code(link, title).into());
    }
    let dataset = session::current().ok_or_else(|| error("no data set is open"))?;
    let state = address::read(at, &State::default());
    let spec = spec_of(&state).ok_or_else(|| error("share: the address leads to no figure"))?;
    let views: Vec<String> = spec
        .panels
        .iter()
        .map(|panel| view_of(&state, panel))
        .collect();
    let request = Request {
        spec: &spec,
        dataset: &dataset,
        lang: state.lang,
        date,
        link,
        views: &views,
    };
    let refused = || error("share: the data set cannot answer this panel");
    match form {
        "citation" => Ok(request.citation().into()),
        "bibtex" => Ok(request.bibtex().into()),
        "ris" => Ok(request.ris().into()),
        "csv" => {
            let text = csv::csv(&request, number.saturating_sub(1)).ok_or_else(refused)?;
            file(&text.into(), "text/csv")
        }
        "json" => file(&json::json(&request).into(), "application/json"),
        "xlsx" => {
            let bytes = js_sys::Uint8Array::from(xlsx::xlsx(&request).as_slice());
            file(&bytes, WORKBOOK)
        }
        other => Err(error(&format!("share: found form {other:?}"))),
    }
}

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

fn file(content: &JsValue, media_type: &str) -> Result<JsValue, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(content);
    Ok(Blob::new_with_str_sequence_and_options(&parts, &options)?.into())
}

/// The address that asks the question of a panel. The name of the data set is left out: whoever
/// opens the numbers has them open.
fn view_of(state: &State, panel: &PanelSpec) -> String {
    address::write(&State {
        lang: state.lang,
        page: Page::Explore,
        view: View::of_panel(panel),
        ..State::default()
    })
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

fn lang_of(tag: &str) -> Lang {
    Lang::from_tag(tag).unwrap_or_default()
}

/// The buttons of the menu under a figure, for panels with these titles.
#[wasm_bindgen(skip_typescript, variadic)]
pub fn share_menu(lang: &str, panels: Vec<String>) -> String {
    words::menu_markup(lang_of(lang), &panels)
}

/// What came of sharing, in words.
#[wasm_bindgen(skip_typescript)]
pub fn share_said(lang: &str, outcome: &str) -> String {
    words::outcome(lang_of(lang), outcome).to_owned()
}

/// The part of the data page on using it without a network.
#[wasm_bindgen(skip_typescript)]
pub fn along(lang: &str, checksum: &str) -> String {
    words::along_markup(lang_of(lang), checksum)
}

/// What came of taking the page along, in words.
#[wasm_bindgen(skip_typescript)]
pub fn along_said(lang: &str, wish: &str, done: &str) -> String {
    words::along_outcome(lang_of(lang), wish, !done.is_empty()).to_owned()
}

/// That a newer version of the page is there, and the button that takes it over.
#[wasm_bindgen(skip_typescript)]
pub fn new_version(lang: &str) -> Vec<String> {
    let lang = lang_of(lang);
    let texts = [words::new_version(lang), words::use_new_version(lang)];
    texts.map(str::to_owned).to_vec()
}
