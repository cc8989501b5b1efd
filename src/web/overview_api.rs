//! The part of the JavaScript API that tells what the front page tells.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use state::{Page, State, View, address};
use view_models::overview::{KeyNumber, Part, of_dataset};

use super::query_args::lang_option_or;
use super::reply::to_js;
use super::{page, session};

/// What `#/` shows of the data set in use, as plain data.
pub async fn overview(options: JsValue) -> Result<JsValue, JsValue> {
    let dataset = session::in_use()?;
    let lang = lang_option_or(options, "overview", page::shown_language())?;
    let state = State {
        lang,
        dataset: dataset.id(),
        ..State::default()
    };
    let overview = of_dataset(&dataset, lang);
    to_js(&OverviewOut {
        dataset: dataset.id(),
        title: dataset.title.get(lang),
        synthetic: dataset.synthetic,
        keys: overview.keys.iter().map(KeyOut::of).collect(),
        sections: overview
            .all()
            .map(|part| SectionOut::of(part, &state))
            .collect(),
    })
}

#[derive(Serialize)]
struct OverviewOut<'a> {
    dataset: String,
    title: &'a str,
    synthetic: bool,
    keys: Vec<KeyOut<'a>>,
    sections: Vec<SectionOut<'a>>,
}

#[derive(Serialize)]
struct KeyOut<'a> {
    caption: &'a str,
    text: &'a str,
    value: Option<f64>,
}

impl KeyOut<'_> {
    fn of(key: &KeyNumber) -> KeyOut<'_> {
        KeyOut {
            caption: &key.caption,
            text: &key.value,
            value: key.amount,
        }
    }
}

#[derive(Serialize)]
struct SectionOut<'a> {
    id: &'a str,
    question: &'a str,
    sentence: &'a str,
    left_out: &'a str,
    address: String,
    embed: String,
}

impl SectionOut<'_> {
    fn of<'a>(part: &'a Part, state: &State) -> SectionOut<'a> {
        let at = |page| {
            let view = View::of_spec(&part.spec).unwrap_or_default();
            address::shared(&State {
                page,
                view,
                ..state.clone()
            })
        };
        SectionOut {
            id: &part.spec.id,
            question: &part.question,
            sentence: &part.sentence,
            left_out: &part.left_out,
            address: at(Page::Explore),
            embed: at(Page::Embed { figure: None }),
        }
    }
}
