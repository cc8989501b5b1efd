//! The functions of the JavaScript API, whose code is fetched when a script waits for it.

use std::cell::Cell;
use std::pin::Pin;

use js_sys::Error;
use wasm_bindgen::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::reply::error;
use super::{check_api, compute_api, datasets_api, figure_api, methods_api, overview_api, session};

type Answer = Result<JsValue, JsValue>;
type Promised = Pin<Box<dyn Future<Output = Answer>>>;

/// The functions.
struct Functions {
    open: fn(JsValue, JsValue) -> Promised,
    understand: fn(JsValue, JsValue) -> Promised,
    choose: fn(JsValue) -> Answer,
    tables: fn() -> Answer,
    compute: fn(JsValue) -> Answer,
    figure: fn(JsValue, JsValue) -> Promised,
    calculate: fn(JsValue) -> Answer,
    audit: fn() -> Answer,
    check: fn(JsValue, JsValue) -> Answer,
    overview: fn(JsValue) -> Promised,
    parse_claims: session::ParseClaims,
}

static FUNCTIONS: Functions = Functions {
    open: |files, options| Box::pin(datasets_api::open(files, options)),
    understand: |files, options| Box::pin(datasets_api::understand(files, options)),
    choose: datasets_api::use_dataset,
    tables: datasets_api::tables,
    compute: compute_api::compute,
    figure: |figure, options| Box::pin(figure_api::figure(figure, options)),
    calculate: methods_api::calculate,
    audit: methods_api::audit,
    check: check_api::check,
    overview: |options| Box::pin(overview_api::overview(options)),
    parse_claims: claims::claims,
};

#[wasm_split(api, fallible)]
fn functions() -> Result<&'static Functions, SplitLoaderError> {
    Ok(&FUNCTIONS)
}

thread_local! {
    static THERE: Cell<Option<&'static Functions>> = const { Cell::new(None) };
}

/// Fetches the functions.
#[wasm_bindgen(skip_typescript)]
pub async fn prepare() -> Result<(), JsValue> {
    let found = functions()
        .await
        .map_err(|error| Error::new(&error.to_string()))?;
    THERE.set(Some(found));
    session::bring_claims(found.parse_claims).await;
    Ok(())
}

fn there() -> Result<&'static Functions, JsValue> {
    THERE
        .get()
        .ok_or_else(|| error("await utvandring.ready first"))
}

/// Opens files of the visitor's; all or nothing.
#[wasm_bindgen(skip_typescript)]
pub async fn open(files: JsValue, options: JsValue) -> Answer {
    (there()?.open)(files, options).await
}

/// Tells what the import page would show of files, as plain data.
#[wasm_bindgen(skip_typescript)]
pub async fn understand(files: JsValue, options: JsValue) -> Answer {
    (there()?.understand)(files, options).await
}

/// Puts a data set in use; a promise only when it has to be fetched first.
#[wasm_bindgen(js_name = "use", skip_typescript)]
pub fn use_dataset(name: JsValue) -> Answer {
    (there()?.choose)(name)
}

/// The tables of the data set in use.
#[wasm_bindgen(skip_typescript)]
pub fn tables() -> Answer {
    (there()?.tables)()
}

/// Answers a question.
#[wasm_bindgen(skip_typescript)]
pub fn compute(question: JsValue) -> Answer {
    (there()?.compute)(question)
}

/// Draws a figure of the report, or of a question.
#[wasm_bindgen(skip_typescript)]
pub async fn figure(figure: JsValue, options: JsValue) -> Answer {
    (there()?.figure)(figure, options).await
}

/// Runs one statistical method on given numbers.
#[wasm_bindgen(skip_typescript)]
pub fn calculate(input: JsValue) -> Answer {
    (there()?.calculate)(input)
}

/// Every printed claim, held against the data set in use.
#[wasm_bindgen(skip_typescript)]
pub fn audit() -> Answer {
    (there()?.audit)()
}

/// A claim, held against the data set in use.
#[wasm_bindgen(skip_typescript)]
pub fn check(claim: JsValue, options: JsValue) -> Answer {
    (there()?.check)(claim, options)
}

/// What `#/` shows of the data set in use, as plain data.
#[wasm_bindgen(skip_typescript)]
pub async fn overview(options: JsValue) -> Answer {
    (there()?.overview)(options).await
}
