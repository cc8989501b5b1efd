//! A figure turned into what is shared, and the page into one with the data inside.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::{Blob, BlobPropertyBag};

use data::Dataset;
use figures::catalog;
use figures::export::{Request, csv, hand_out as handing, json, xlsx};
use figures::spec::{PanelSpec, Spec};
use state::{Page, State, View, address};
use text::{Lang, share as words};
use view_models::analyses::export::Handed;

use super::reply::error;
use super::session;

/// What came of sharing.
pub enum Made {
    /// Text to copy.
    Text(String),
    /// A file.
    File(Blob),
}

/// A form of a figure that is wished for.
pub struct Wish<'a> {
    /// `#embed`, `citation`, `bibtex`, `ris`, `csv`, `json` or `xlsx`.
    pub form: &'a str,
    /// The address of the figure within the page.
    pub at: &'a str,
    /// Today, as the language writes it.
    pub date: &'a str,
    /// The whole address.
    pub link: &'a str,
    /// Title of the figure.
    pub title: &'a str,
    /// Number of the panel, from 1.
    pub panel: usize,
}

/// What makes the forms, and the page in one file.
#[derive(Clone, Copy)]
struct Making {
    form: fn(&Wish) -> Option<Made>,
    hand_out: fn(&str, &Dataset, &str) -> Option<String>,
}

#[wasm_split(share, fallible)]
fn making() -> Result<Making, SplitLoaderError> {
    Ok(Making {
        form: made,
        hand_out: handing::hand_out,
    })
}

/// Fetches what makes the forms, which may be wanted soon.
pub async fn prepare() {
    // Whoever wants one is told.
    let _ = making().await;
}

/// A figure of the data set in use in a form to share; `None` when there is none of that form.
pub async fn share(wish: &Wish<'_>) -> Option<Made> {
    (making().await.ok()?.form)(wish)
}

fn made(wish: &Wish) -> Option<Made> {
    let dataset = session::current()?;
    if wish.form == "#embed" {
        // Other sites have published data only.
        let code = words::embed_code(wish.link, wish.title);
        return (!dataset.own).then_some(Made::Text(code));
    }
    let state = address::read(wish.at, &State::default());
    if state.page == Page::Analysis {
        return analysis(wish, &state, &dataset);
    }
    // What is handed out is what is shown.
    let spec = spec_of(&state)?.resolved(&dataset).without_hidden(&dataset);
    let views: Vec<String> = spec
        .panels
        .iter()
        .map(|panel| view_of(&state, panel))
        .collect();
    let request = Request {
        spec: &spec,
        dataset: &dataset,
        lang: state.lang,
        date: wish.date,
        link: wish.link,
        views: &views,
    };
    match wish.form {
        "citation" => Some(Made::Text(request.citation())),
        "bibtex" => Some(Made::Text(request.bibtex())),
        "ris" => Some(Made::Text(request.ris())),
        "csv" => {
            let text = csv::csv(&request, wish.panel.saturating_sub(1))?;
            file(&text.into(), "text/csv")
        }
        "json" => file(&json::json(&request).into(), "application/json"),
        "xlsx" => {
            let bytes = js_sys::Uint8Array::from(xlsx::xlsx(&request).as_slice());
            file(&bytes, WORKBOOK)
        }
        _ => None,
    }
}

/// An analysis in a form to share.
fn analysis(wish: &Wish, state: &State, dataset: &Dataset) -> Option<Made> {
    let handed = Handed {
        dataset,
        asked: &state.analysis,
        lang: state.lang,
        date: wish.date,
        link: wish.link,
    };
    match wish.form {
        "csv" => {
            let text = handed.csv(wish.panel.saturating_sub(1))?;
            file(&text.into(), "text/csv")
        }
        "json" => file(&handed.json()?.into(), "application/json"),
        "xlsx" => {
            let bytes = js_sys::Uint8Array::from(handed.xlsx()?.as_slice());
            file(&bytes, WORKBOOK)
        }
        form => handed.reference(form).map(Made::Text),
    }
}

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

fn file(content: &JsValue, media_type: &str) -> Option<Made> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(content);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options);
    blob.ok().map(Made::File)
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
pub async fn hand_out(page: String, start: String) -> Result<String, JsValue> {
    let dataset = session::in_use()?;
    let making = making()
        .await
        .map_err(|failed| error(&format!("hand_out: {failed}")))?;
    (making.hand_out)(&page, &dataset, &start)
        .ok_or_else(|| error("hand_out: the page carries no data"))
}

/// That a newer version of the page is there, and the button that takes it over.
#[wasm_bindgen(skip_typescript)]
pub fn new_version(lang: &str) -> Vec<String> {
    let lang = Lang::from_tag(lang).unwrap_or_default();
    let texts = [words::new_version(lang), words::use_new_version(lang)];
    texts.map(str::to_owned).to_vec()
}
