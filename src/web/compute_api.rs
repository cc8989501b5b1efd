//! The part of the JavaScript API that answers questions.

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::figures::build::{note_texts, refusal_text};
use crate::measures::methods::Interval;
use crate::measures::{
    DEFAULT_LEVEL, IntervalMethod, Measure, Question, Rebase, Row, answer, interval,
};
use crate::text::Lang;

use super::asking::{codes_of, denominator_of, filters_of};
use super::reply::{error, from_js, to_js};
use super::session;

/// Answers a question.
#[wasm_bindgen(skip_typescript)]
pub fn compute(question: JsValue) -> Result<JsValue, JsValue> {
    let dataset = session::current().ok_or_else(|| error("no data set is open"))?;
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
