//! The part of the JavaScript API that answers questions.

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use data::Dataset;
use figures::build::{note_texts, refusal_text};
use measures::analysis::by_name::{self, Line, Missing};
use measures::analysis::{Failure, Scope};
use measures::{
    Answer, DEFAULT_LEVEL, IntervalMethod, Intervals, Measure, Question, Rebase, Row, answer,
};
use methods::catalog;
use stats::Interval;
use text::Lang;

use super::query_args::{codes_of, denominator_of, filters_of};
use super::reply::{error, from_js, named, to_js};
use super::session;

/// Answers a question.
pub fn compute(question: JsValue) -> Result<JsValue, JsValue> {
    let dataset = session::in_use()?;
    let asked: Asked = from_js(question, "compute")?;
    if catalog::METHODS
        .analyses()
        .contains(&asked.measure.as_str())
    {
        return analyse(&dataset, asked);
    }
    if let Some(name) = asked.only_of_analyses() {
        return Err(error(&format!(
            "compute: {name} belongs to the measures {}",
            catalog::METHODS.analyses().join(", ")
        )));
    }
    let (method, level) = (asked.interval.clone(), asked.level.unwrap_or(DEFAULT_LEVEL));
    let question = asked.question().map_err(|message| error(&message))?;
    let method = interval_method(method.as_deref(), &question)?;
    check_level(level)?;
    let answer = answer(&dataset, &question)
        .map_err(|refusal| error(&refusal_text(&refusal, &dataset, Lang::En)))?;
    let intervals = Intervals::new(&dataset, &question, method, level);
    let rows = answer
        .rows
        .iter()
        .map(|row| AnswerRow::of(&answer.by, row, intervals.of(row).ok()))
        .collect();
    to_js(&AnswerOut {
        rows,
        notes: note_texts(&answer, &dataset, Lang::En),
        table: &answer.table,
    })
}

fn check_level(level: f64) -> Result<(), JsValue> {
    match level > 0.0 && level < 1.0 {
        true => Ok(()),
        false => Err(error(&format!(
            "compute: found level {level}, expected between 0 and 1"
        ))),
    }
}

/// Answers an analysis by the name of its method.
fn analyse(dataset: &Dataset, asked: Asked) -> Result<JsValue, JsValue> {
    let level = asked.level.unwrap_or(DEFAULT_LEVEL);
    check_level(level)?;
    let asked = asked.analysis(level).map_err(|message| error(&message))?;
    let found = catalog::analyse(dataset, &asked).map_err(|missing| {
        error(&match missing {
            Missing::Field(name, holds) => {
                format!("compute: {} needs {name}: {holds}", asked.name)
            }
            Missing::Unfit(name, found, expected) => {
                format!("compute: found {name} {found:?}, expected {expected}")
            }
            Missing::Failure(failure) => failure_text(&failure, dataset),
        })
    })?;
    let answer = Answer {
        table: found.table,
        notes: found.notes,
        ..Answer::default()
    };
    to_js(&LinesOut {
        rows: found.rows.iter().map(LineOut::of).collect(),
        notes: note_texts(&answer, dataset, Lang::En),
        table: &answer.table,
    })
}

/// Why an analysis cannot be made.
fn failure_text(failure: &Failure, dataset: &Dataset) -> String {
    match failure {
        Failure::Refused(refusal) => refusal_text(refusal, dataset, Lang::En),
        Failure::NotARatio => "compute: the analysis needs a rate or a share".to_owned(),
        Failure::NoSuchGroup(key) => {
            format!("compute: no group has the key {:?}", key.join(", "))
        }
        Failure::SameTotal { dimension } => format!(
            "compute: shares of one total depend on each other; {dimension} cannot be in by, name its codes in where"
        ),
        Failure::NotNumbers { dimension } => format!(
            "compute: the codes of {dimension} are not whole numbers or ranges that follow each other"
        ),
        Failure::Invalid => {
            "compute: a dimension stands in both by and over, or a value is out of range".to_owned()
        }
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
    #[serde(default, with = "serde_wasm_bindgen::preserve")]
    over: JsValue,
    #[serde(default, with = "serde_wasm_bindgen::preserve")]
    reference: JsValue,
    #[serde(default, with = "serde_wasm_bindgen::preserve")]
    group: JsValue,
    #[serde(default, with = "serde_wasm_bindgen::preserve")]
    standard: JsValue,
    #[serde(default, with = "serde_wasm_bindgen::preserve")]
    without: JsValue,
    #[serde(default)]
    of: Option<String>,
    #[serde(default)]
    q: Option<f64>,
    #[serde(default)]
    born: Option<i32>,
    #[serde(default)]
    width: Option<i32>,
}

/// A field with codes; none when it is not given.
fn codes_in(value: &JsValue, name: &str) -> Result<Option<Vec<String>>, String> {
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    let found = codes_of(value)
        .ok_or_else(|| format!("compute: found no code or list of codes in {name}"))?;
    Ok(Some(found))
}

/// The interval method of a name, or the default of the measure.
fn interval_method(name: Option<&str>, question: &Question) -> Result<IntervalMethod, JsValue> {
    let Some(name) = name else {
        return Ok(IntervalMethod::default_for(&question.measure));
    };
    IntervalMethod::from_name(name)
        .filter(|method| method.suits(question))
        .ok_or_else(|| {
            error(&format!(
                "compute: found interval {name:?}, expected one of: {}",
                IntervalMethod::names_for(question).join(", ")
            ))
        })
}

impl Asked {
    /// The first field that is given and belongs to the analyses only.
    fn only_of_analyses(&self) -> Option<&'static str> {
        let given = |value: &JsValue| !value.is_undefined() && !value.is_null();
        let fields = [
            ("over", given(&self.over)),
            ("reference", given(&self.reference)),
            ("group", given(&self.group)),
            ("standard", given(&self.standard)),
            ("without", given(&self.without)),
            ("of", self.of.is_some()),
            ("q", self.q.is_some()),
            ("born", self.born.is_some()),
            ("width", self.width.is_some()),
        ];
        let found = fields.into_iter().find(|(_, given)| *given);
        found.map(|(name, _)| name)
    }

    fn analysis(self, level: f64) -> Result<by_name::AnalysisRequest, String> {
        let filter = filters_of(&self.filter, "compute")?;
        let named: Vec<String> = filter
            .iter()
            .map(|filter| filter.dimension.clone())
            .collect();
        let of = match self.of.as_deref() {
            None => None,
            Some(name @ ("return_share" | "destination_share")) => Measure::from_name(name, &named),
            Some(other) => {
                return Err(format!(
                    "compute: found of {other:?}, expected return_share or destination_share"
                ));
            }
        };
        let codes = |value: &JsValue, name: &str| {
            Ok::<_, String>(codes_in(value, name)?.unwrap_or_default())
        };
        Ok(by_name::AnalysisRequest {
            of,
            over: codes(&self.over, "over")?,
            reference: codes(&self.reference, "reference")?,
            group: codes(&self.group, "group")?,
            standard: codes_in(&self.standard, "standard")?.filter(|key| *key != ["pooled"]),
            without: codes(&self.without, "without")?,
            assumption: self.q.unwrap_or(0.5),
            born: self.born,
            width: self.width,
            interval: self.interval,
            scope: Scope {
                filter,
                exposure: denominator_of(self.denominator.as_deref(), "compute")?,
            },
            name: self.measure,
            by: self.by,
            level,
        })
    }

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
                [&Measure::NAMES[..], &catalog::METHODS.analyses()[..]]
                    .concat()
                    .join(", ")
            )
        })?;
        Ok(Question {
            measure,
            by: self.by,
            filter,
            rebase: rebase_of(&self.rebase)?,
            exposure: denominator_of(self.denominator.as_deref(), "compute")?,
            together: None,
        })
    }
}

#[derive(Serialize)]
struct LinesOut<'a> {
    rows: Vec<LineOut<'a>>,
    notes: Vec<String>,
    table: &'a str,
}

/// Pairs as an object.
struct Pairs<'a, K, V>(&'a [(K, V)]);

impl<K: Serialize, V: Serialize> Serialize for Pairs<'_, K, V> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

/// Codes by their dimensions as an object.
struct LineKey<'a>(&'a [(String, String)]);

impl Serialize for LineKey<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let pairs = self.0.iter();
        named(
            pairs.map(|(name, code)| (name.as_str(), code.as_str())),
            serializer,
        )
    }
}

#[derive(Serialize)]
struct LineOut<'a> {
    key: LineKey<'a>,
    numerator: Option<f64>,
    denominator: Option<f64>,
    value: Option<f64>,
    lower: Option<f64>,
    upper: Option<f64>,
    status: &'static str,
    details: Pairs<'a, &'static str, Option<f64>>,
}

impl LineOut<'_> {
    fn of(line: &Line) -> LineOut<'_> {
        LineOut {
            key: LineKey(&line.key),
            numerator: line.numerator,
            denominator: line.denominator,
            value: line.value,
            lower: line.lower,
            upper: line
                .upper
                .map(|upper| upper.finite().unwrap_or(f64::INFINITY)),
            status: line.status.as_str(),
            details: Pairs(&line.details),
        }
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
        let (names, codes) = (self.0.iter(), self.1.iter());
        named(
            names.map(String::as_str).zip(codes.map(String::as_str)),
            serializer,
        )
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
