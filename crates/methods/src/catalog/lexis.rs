//! Exposure and rates by age and calendar year.

use stats::Status;
use stats::lexis;

use super::arguments::Arguments;
use super::method::{
    Answer, Field, Method, PER, STATUS, choice, list_out, ok, per, table, table_out,
};
use super::value::Value;

/// The method.
pub static METHOD: Method = Method {
    name: "lexis",
    title: "exposure and rates by age and calendar year",
    field: Field::AgesAndYears,
    inputs: &[
        choice("kind", &["square", "parallelogram"]),
        table("pop"),
        table("events"),
        PER,
    ],
    outputs: &[
        table_out("exposure"),
        table_out("rate"),
        list_out("rate_by_age"),
        list_out("rate_by_year"),
        STATUS,
    ],
    run: Some(lexis_table),
    ..Method::NONE
};

fn lexis_table(a: &Arguments) -> Result<Answer, Status> {
    let per = per(a)?;
    let kind = match a.word("kind")? {
        "square" => lexis::AgeKind::Square,
        _ => lexis::AgeKind::Parallelogram,
    };
    let answer = lexis::lexis(kind, &a.table("pop")?, &a.table("events")?)?;
    let scaled = |rate: Option<f64>| rate.map(|rate| rate * per);
    let rates = answer
        .rate
        .into_iter()
        .map(|row| row.into_iter().map(scaled).collect());
    let exposure = answer
        .exposure
        .into_iter()
        .map(|row| row.into_iter().map(Some).collect());
    ok([
        Value::Table(exposure.collect()),
        Value::Table(rates.collect()),
        answer.rate_by_age.into_iter().map(scaled).collect(),
        answer.rate_by_year.into_iter().map(scaled).collect(),
    ])
}
