//! The part of the JavaScript API that opens data and puts them in use.

use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::Reflect;
use serde::Serialize;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use web_sys::Blob;

use data::open::MAPPING;
use data::{Dataset, Problem, Table};
use view_models::import::understood::Understood;
use view_models::problem::ProblemOut;

use super::files::{self, Unreadable};
use super::import;
use super::reply::{asked, error, from_js, refused, to_js};
use super::session::{self, Choice};

/// Opens files of the visitor's; all or nothing.
pub async fn open(files: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let files = files::of_value(&files)?;
    let options = Options::of(&options, "open")?;
    let opened = match session::open_for_script(files.clone()).await {
        Err(Unreadable::Foreign(found)) => foreign(&options.beside(files), &options, &found).await,
        opened => opened.map_err(|unreadable| told(unreadable, "open")),
    };
    let dataset: Rc<Dataset> = opened?;
    to_js(&Opened {
        tables: tables_of(&dataset),
        problems: Vec::new(),
    })
}

/// Opens files again that an instance before this one had open; what is in use stays in use.
#[wasm_bindgen(skip_typescript)]
pub async fn put_back(files: JsValue) -> Result<(), JsValue> {
    let opened = session::put_back(files::of_value(&files)?).await;
    opened.map_err(|unreadable| told(unreadable, "put_back"))
}

/// Tells what the import page would show of files, as plain data.
pub async fn understand(files: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let files = files::of_value(&files)?;
    let options = Options::of(&options, "understand")?;
    let understood = import::understand(&options.beside(files), &options.answers).await;
    let (reply, _) = understood.map_err(|nothing| told(nothing.into(), "understand"))?;
    match reply.understood {
        Some(understood) => to_js(&understood),
        None => Err(asked(&[], &reply.problems)),
    }
}

/// What a script says of files beside themselves.
#[derive(Default)]
struct Options {
    mapping: Option<Blob>,
    /// Answers by the ids of questions, as JSON.
    answers: String,
}

impl Options {
    fn of(value: &JsValue, function: &str) -> Result<Options, JsValue> {
        let field = |name: &str| {
            let found = value.is_object().then(|| Reflect::get(value, &name.into()));
            let found = found.and_then(Result::ok);
            found.filter(|found| !found.is_undefined() && !found.is_null())
        };
        let mapping = match field("mapping") {
            None => None,
            Some(text) => Some(match (text.as_string(), text.dyn_ref::<Blob>()) {
                (Some(text), _) => files::of_bytes(text.as_bytes())?,
                (None, Some(blob)) => blob.clone(),
                (None, None) => return Err(error(&format!("{function}: mapping: string, Blob"))),
            }),
        };
        let answers = match field("answers") {
            None => String::new(),
            Some(answers) => {
                let answers: BTreeMap<String, String> = from_js(answers, function)?;
                serde_json::to_string(&answers).unwrap_or_default()
            }
        };
        Ok(Options { mapping, answers })
    }

    /// Files with the mapping beside them.
    fn beside(&self, mut files: Vec<(String, Blob)>) -> Vec<(String, Blob)> {
        let mapping = self.mapping.iter();
        files.extend(mapping.map(|blob| (MAPPING.to_owned(), blob.clone())));
        files
    }
}

/// Whether some column was recognised as one that is counted.
fn counts_anything(understood: &Understood) -> bool {
    let measures = understood.tables.iter().flat_map(|table| &table.measures);
    measures.into_iter().any(|measure| !measure.name.is_empty())
}

fn told(unreadable: Unreadable, function: &str) -> JsValue {
    match unreadable {
        Unreadable::Problems(problems) | Unreadable::Foreign(problems) => refused(&problems),
        Unreadable::Cancelled => error(&format!("{function}: cancelled")),
        Unreadable::Browser(error) => error,
    }
}

/// Opens files of other forms when nothing is open to question. Where they are no tables at all, what kept
/// them from being opened as they are is told.
async fn foreign(
    files: &[(String, Blob)],
    options: &Options,
    found: &[Problem],
) -> Result<Rc<Dataset>, JsValue> {
    let understood = import::understand(files, &options.answers).await;
    let (reply, made) = understood.map_err(|nothing| told(nothing.into(), "open"))?;
    let Some(made) = made else {
        return Err(match reply.understood {
            None if !found.is_empty() => refused(found),
            Some(understood) if !found.is_empty() && !counts_anything(&understood) => {
                refused(found)
            }
            understood => {
                let questions = understood.map(|understood| understood.questions);
                asked(&questions.unwrap_or_default(), &reply.problems)
            }
        });
    };
    let opened = session::open_made_for_script(&made).await;
    opened.map_err(|unreadable| told(unreadable, "open"))
}

/// Puts a data set in use; a promise only when it has to be fetched first.
pub fn use_dataset(name: JsValue) -> Result<JsValue, JsValue> {
    let name = name.as_string().unwrap_or_default();
    match session::choose(&name) {
        Choice::Now => Ok(JsValue::UNDEFINED),
        Choice::Later(index) => Ok(future_to_promise(async move {
            session::fetch_and_use(index)
                .await
                .map(|()| JsValue::UNDEFINED)
        })
        .into()),
        Choice::Unknown => Err(error(&format!(
            "use: found {name:?}, expected one of: {}",
            session::ids().join(", ")
        ))),
    }
}

/// The tables of the data set in use.
pub fn tables() -> Result<JsValue, JsValue> {
    let dataset = session::in_use()?;
    to_js(&tables_of(&dataset))
}

#[derive(Serialize)]
struct Opened {
    tables: Vec<TableOut>,
    problems: Vec<ProblemOut>,
}

#[derive(Serialize)]
struct TableOut {
    name: String,
    rows: usize,
    dimensions: Vec<DimensionOut>,
    measures: Vec<String>,
}

#[derive(Serialize)]
struct DimensionOut {
    name: String,
    values: Vec<String>,
}

fn tables_of(dataset: &Dataset) -> Vec<TableOut> {
    let out = |table: &Rc<Table>| TableOut {
        name: table.name.clone(),
        rows: table.rows,
        dimensions: table
            .dimensions
            .iter()
            .map(|column| DimensionOut {
                name: column.name.clone(),
                values: column.codes.clone(),
            })
            .collect(),
        measures: table
            .measures
            .iter()
            .map(|measure| measure.name.clone())
            .collect(),
    };
    dataset.tables.iter().map(out).collect()
}
