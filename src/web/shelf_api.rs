//! The part of the JavaScript API that opens data and puts them in use.

use std::rc::Rc;

use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use crate::data::{Dataset, Table};

use super::files::{self, Unreadable};
use super::reply::{ProblemOut, error, refused, to_js};
use super::session::{self, Choice};

/// Opens files of the visitor's; all or nothing.
#[wasm_bindgen(skip_typescript)]
pub async fn open(files: JsValue) -> Result<JsValue, JsValue> {
    let files = files::of_value(&files)?;
    let dataset = session::open_for_script(files)
        .await
        .map_err(|unreadable| match unreadable {
            Unreadable::Problems(problems) | Unreadable::Foreign(problems) => refused(&problems),
            Unreadable::Cancelled => error("open: cancelled"),
            Unreadable::Browser(error) => error,
        })?;
    to_js(&Opened {
        tables: tables_of(&dataset),
        problems: Vec::new(),
    })
}

/// Puts a data set in use; a promise only when it has to be fetched first.
#[wasm_bindgen(js_name = "use", skip_typescript)]
pub fn use_dataset(name: &str) -> Result<JsValue, JsValue> {
    match session::choose(name) {
        Choice::Now => Ok(JsValue::UNDEFINED),
        Choice::Later(index) => Ok(future_to_promise(async move {
            session::fetch_and_use(index)
                .await
                .map(|()| JsValue::UNDEFINED)
        })
        .into()),
        Choice::Unknown => Err(error(&format!(
            "use: found {name:?}, expected one of: {}",
            session::names().join(", ")
        ))),
    }
}

/// The tables of the data set in use.
#[wasm_bindgen(skip_typescript)]
pub fn tables() -> Result<JsValue, JsValue> {
    let dataset = session::current().ok_or_else(|| error("no data set is open"))?;
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
