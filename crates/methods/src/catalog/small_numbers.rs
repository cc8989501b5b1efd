//! Flags for small, suppressed and missing numbers.

use stats::Status;
use stats::incomplete;

use super::arguments::Arguments;
use super::method::{Answer, Field, Method, choice, number, ok, optional, out};
use super::value::Value;

/// The method.
pub static METHOD: Method = Method {
    name: "small_numbers",
    title: "flags for small, suppressed and missing numbers",
    field: Field::Incomplete,
    inputs: &[
        choice("kind", &["rate", "share"]),
        optional("events"),
        optional("n"),
        number("suppressed_cells"),
        number("missing_cells"),
    ],
    outputs: &[out("flags"), out("point"), out("ranked")],
    run: Some(small_numbers),
    ..Method::NONE
};

fn small_numbers(a: &Arguments) -> Result<Answer, Status> {
    let kind = match a.word("kind")? {
        "share" => incomplete::Kind::Share,
        _ => incomplete::Kind::Rate,
    };
    let flags = incomplete::small_numbers(
        kind,
        a.cell("events")?,
        a.optional("n")?,
        a.number("suppressed_cells")?,
        a.number("missing_cells")?,
    );
    let names: Vec<&str> = flags.names().collect();
    let text = if names.is_empty() {
        "none".to_owned()
    } else {
        names.join(";")
    };
    ok([
        Value::Text(text),
        flags.point().into(),
        flags.ranked().into(),
    ])
}
