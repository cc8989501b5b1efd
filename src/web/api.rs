//! The part of the JavaScript API that asks and draws.
//!
//! `www/utvandring.d.ts` documents the whole API for those who call it.

use std::rc::Rc;

use js_sys::{Array, Object};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::data::Dataset;
use crate::figures::build::{build, note_texts, refusal_text};
use crate::figures::place::{Size, place};
use crate::figures::spec::Spec;
use crate::figures::theme::Theme;
use crate::figures::{catalog, svg::svg};
use crate::measures::methods::Interval;
use crate::measures::{
    DEFAULT_LEVEL, Exposure, Filter, IntervalMethod, Measure, Question, Rebase, Row, answer,
    interval,
};
use crate::state::View;
use crate::text::Lang;

use super::reply::{error, from_js, to_js};
use super::shelf_api::tables_of;
use super::{canvas, download, session, tools};

/// Takes over the module of tools, once it is there.
#[wasm_bindgen(skip_typescript)]
pub async fn lend_tools(module: JsValue) {
    tools::lend(module).await;
}

/// Name of the data set in use.
#[wasm_bindgen(skip_typescript)]
pub fn in_use() -> Option<String> {
    session::current().map(|dataset| dataset.name.clone())
}

fn dataset() -> Result<Rc<Dataset>, JsValue> {
    session::current().ok_or_else(|| error("no data set is open"))
}

/// The tables of the data set in use.
#[wasm_bindgen(skip_typescript)]
pub fn tables() -> Result<JsValue, JsValue> {
    to_js(&tables_of(&*dataset()?))
}

/// Answers a question.
#[wasm_bindgen(skip_typescript)]
pub fn compute(question: JsValue) -> Result<JsValue, JsValue> {
    let dataset = dataset()?;
    let asked: Asked = from_js(question, "compute")?;
    let (method, level) = (asked.interval.clone(), asked.level.unwrap_or(DEFAULT_LEVEL));
    let question = asked.question().map_err(|message| error(&message))?;
    let method = interval_method(method.as_deref(), &question.measure)?;
    if !(0.0..1.0).contains(&level) || level <= 0.0 {
        return Err(error(&format!(
            "compute: found level {level}, expected between 0 and 1"
        )));
    }
    let answer = answer(&dataset, &question)
        .map_err(|refusal| error(&refusal_text(&refusal, &dataset, Lang::En)))?;
    let rows = answer
        .rows
        .iter()
        .map(|row| AnswerRow::of(&answer.by, row, interval(row, method, level).ok()))
        .collect();
    to_js(&AnswerOut {
        rows,
        notes: note_texts(&answer, &dataset, Lang::En),
        table: &answer.table,
    })
}

/// Draws a figure of the report, or of a question.
#[wasm_bindgen(skip_typescript)]
pub async fn figure(figure: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let dataset = dataset()?;
    let options: FigureOptions = if options.is_undefined() {
        FigureOptions::default()
    } else {
        from_js(options, "figure")?
    };
    let spec = spec_of(figure)?;
    let lang = match options.lang.as_deref() {
        None => Lang::Nb,
        Some(tag) => Lang::from_tag(tag)
            .ok_or_else(|| error(&format!("figure: found lang {tag:?}, expected nb or en")))?,
    };
    let figure = build(&spec, &dataset, lang);
    if let Some(reason) = figure.absent {
        return Err(error(&reason));
    }
    let size = Size {
        width: options.width.unwrap_or(900.0),
        height: options.height,
    };
    match options.format.as_deref().unwrap_or("svg") {
        "svg" => Ok(download::text_blob(
            &svg(&figure.sheet, size, &Theme::LIGHT),
            "image/svg+xml",
        )?
        .into()),
        "png" => {
            let canvas = canvas::detached().map_err(|message| error(&message))?;
            let placed = place(&figure.sheet, size, &Theme::LIGHT);
            canvas::show(
                &canvas,
                &placed,
                &Theme::LIGHT,
                options.scale.unwrap_or(2.0),
            )
            .map_err(|message| error(&message))?;
            Ok(download::png_blob(&canvas).await?.into())
        }
        other => Err(error(&format!(
            "figure: found format {other:?}, expected svg or png"
        ))),
    }
}

/// The report's figure of an id or number, or the figure of a question.
fn spec_of(value: JsValue) -> Result<Spec, JsValue> {
    if let Some(id) = value
        .as_string()
        .or_else(|| value.as_f64().map(|n| n.to_string()))
    {
        let id = if id.starts_with("fig") {
            id
        } else {
            format!("fig{id}")
        };
        return catalog::find(&id)
            .ok_or_else(|| error(&format!("figure: found {id:?}, expected fig1 to fig18")));
    }
    let asked: FigureAsked = from_js(value, "figure")?;
    let view = asked.view().map_err(|message| error(&message))?;
    view.spec().ok_or_else(|| error("figure: unknown measure"))
}

/// `where`: for each dimension one code or several. Read by hand, because a derived reader of
/// "one or several" first buffers whatever it meets, and its code is as large as all the others'.
fn filters_of(value: &JsValue, of: &str) -> Result<Vec<Filter>, String> {
    let Some(object) = value.dyn_ref::<Object>() else {
        return Ok(Vec::new());
    };
    let mut filters = Vec::new();
    for entry in Object::entries(object) {
        let entry = Array::from(&entry);
        let dimension = entry.get(0).as_string().unwrap_or_default();
        let codes = codes_of(&entry.get(1)).ok_or_else(|| {
            format!("{of}: found no code or list of codes for {dimension:?} in where")
        })?;
        filters.push(Filter { dimension, codes });
    }
    Ok(filters)
}

/// One code or a list of codes. Years and ages are often numbers.
fn codes_of(value: &JsValue) -> Option<Vec<String>> {
    let code = |value: &JsValue| {
        let number = || value.as_f64().map(|number| number.to_string());
        value.as_string().or_else(number)
    };
    match value.dyn_ref::<Array>() {
        Some(codes) => codes.iter().map(|value| code(&value)).collect(),
        None => Some(vec![code(value)?]),
    }
}

/// `rebase`: true, false, or the destinations to leave out.
fn rebase_of(value: &JsValue) -> Result<Rebase, String> {
    match value.as_bool() {
        Some(true) => Ok(Rebase::to_known_new_country()),
        Some(false) => Ok(Rebase::None),
        None if value.is_undefined() || value.is_null() => Ok(Rebase::None),
        None => codes_of(value)
            .map(Rebase::Without)
            .ok_or_else(|| "compute: found no true, false or list of codes in rebase".to_owned()),
    }
}

/// The denominator of that name; `None` when none was named.
fn denominator_of(name: Option<&str>, of: &str) -> Result<Option<Exposure>, String> {
    let Some(name) = name else {
        return Ok(None);
    };
    let exposure = Exposure::from_name(name).ok_or_else(|| {
        format!("{of}: found denominator {name:?}, expected mid_year or person_years")
    })?;
    Ok(Some(exposure))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    measure: String,
    #[serde(default)]
    by: Vec<String>,
    #[serde(rename = "where", default, with = "serde_wasm_bindgen::preserve")]
    filter: JsValue,
    #[serde(default, with = "serde_wasm_bindgen::preserve")]
    rebase: JsValue,
    #[serde(default)]
    denominator: Option<String>,
    #[serde(default)]
    interval: Option<String>,
    #[serde(default)]
    level: Option<f64>,
}

/// The interval method of a name, or the default of the measure.
fn interval_method(name: Option<&str>, measure: &Measure) -> Result<IntervalMethod, JsValue> {
    let Some(name) = name else {
        return Ok(IntervalMethod::default_for(measure));
    };
    IntervalMethod::from_name(name)
        .filter(|method| method.suits(measure))
        .ok_or_else(|| {
            let suited: Vec<&str> = IntervalMethod::NAMES
                .into_iter()
                .filter(|name| IntervalMethod::from_name(name).is_some_and(|m| m.suits(measure)))
                .collect();
            error(&format!(
                "compute: found interval {name:?}, expected one of: {}",
                suited.join(", ")
            ))
        })
}

impl Asked {
    fn question(self) -> Result<Question, String> {
        let filter = filters_of(&self.filter, "compute")?;
        let named: Vec<String> = self
            .by
            .iter()
            .cloned()
            .chain(filter.iter().map(|filter| filter.dimension.clone()))
            .collect();
        let measure = Measure::from_name(&self.measure, &named).ok_or_else(|| {
            format!(
                "compute: found measure {:?}, expected one of: {}",
                self.measure,
                Measure::NAMES.join(", ")
            )
        })?;
        Ok(Question {
            measure,
            by: self.by,
            filter,
            rebase: rebase_of(&self.rebase)?,
            exposure: denominator_of(self.denominator.as_deref(), "compute")?,
        })
    }
}

#[derive(Serialize)]
struct AnswerOut<'a> {
    rows: Vec<AnswerRow<'a>>,
    notes: Vec<String>,
    table: &'a str,
}

/// The code of each dimension, as an object.
struct Key<'a>(&'a [String], &'a [String]);

impl Serialize for Key<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().zip(self.1))
    }
}

#[derive(Serialize)]
struct AnswerRow<'a> {
    key: Key<'a>,
    numerator: Option<f64>,
    denominator: Option<f64>,
    value: Option<f64>,
    lower: Option<f64>,
    upper: Option<f64>,
    status: &'static str,
    left_out: Option<f64>,
    rounding: Option<(f64, f64)>,
}

impl<'a> AnswerRow<'a> {
    fn of(by: &'a [String], row: &'a Row, interval: Option<Interval>) -> AnswerRow<'a> {
        AnswerRow {
            key: Key(by, &row.key),
            numerator: row.numerator,
            denominator: row.denominator,
            value: row.value,
            lower: interval.map(|interval| interval.lower),
            upper: interval.map(|interval| interval.upper),
            status: row.status.as_str(),
            left_out: row.left_out,
            rounding: row.rounding,
        }
    }
}

#[derive(Default, Deserialize)]
struct FigureOptions {
    format: Option<String>,
    lang: Option<String>,
    width: Option<f64>,
    height: Option<f64>,
    scale: Option<f64>,
}

/// A figure of a question: along `by`, in series by `split`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureAsked {
    measure: String,
    #[serde(default)]
    by: String,
    #[serde(default)]
    split: String,
    #[serde(rename = "where", default, with = "serde_wasm_bindgen::preserve")]
    filter: JsValue,
    #[serde(default)]
    rebase: bool,
    #[serde(default)]
    denominator: Option<String>,
}

impl FigureAsked {
    fn view(self) -> Result<View, String> {
        Ok(View {
            measure: self.measure,
            by: self.by,
            split: self.split,
            filters: filters_of(&self.filter, "figure")?,
            rebased: self.rebase,
            denominator: denominator_of(self.denominator.as_deref(), "figure")?,
        })
    }
}
