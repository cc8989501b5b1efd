//! The gap between two products of factors.

use stats::Status;
use stats::decompose;

use super::arguments::Arguments;
use super::method::{Answer, Field, Method, STATUS, list_out, ok, out, table};

/// The method.
pub static METHOD: Method = Method {
    name: "das_gupta",
    title: "gap between two products of factors",
    field: Field::Decomposition,
    inputs: &[table("factors1"), table("factors2")],
    outputs: &[
        out("value1"),
        out("value2"),
        out("gap"),
        list_out("effects"),
        STATUS,
    ],
    run: Some(das_gupta),
    ..Method::NONE
};

fn das_gupta(a: &Arguments) -> Result<Answer, Status> {
    let answer = decompose::das_gupta(&a.table("factors1")?, &a.table("factors2")?)?;
    ok([
        answer.value1.into(),
        answer.value2.into(),
        answer.gap.into(),
        answer.effects.into_iter().collect(),
    ])
}
