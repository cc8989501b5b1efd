//! A data set as the files of a contract data package: `datapackage.json`, a CSV for each table,
//! and the mapping that led to it. Opened again they give the same data set.

use std::fmt::Write;

use crate::data::contract::{Domain, measure_domain};
use crate::data::table::Coverage;
use crate::data::{Cell, Dataset, Names, Table};
use crate::text::Lang;

use super::grouping::{self, Grouping};

/// The files of a data package, by name.
pub fn package(dataset: &Dataset, groupings: &[Grouping]) -> Vec<(String, String)> {
    let mut files = vec![("datapackage.json".to_owned(), description(dataset))];
    for table in &dataset.tables {
        files.push((format!("{}.csv", table.name), csv(table)));
    }
    if !groupings.is_empty() {
        files.push(("mapping.csv".to_owned(), grouping::write(groupings)));
    }
    files
}

/// A table as contract CSV. An empty cell is missing, `:` withheld, `.` not applicable.
pub fn csv(table: &Table) -> String {
    let names = table.dimensions.iter().map(|column| &column.name);
    let names = names.chain(table.measures.iter().map(|measure| &measure.name));
    let mut text = names
        .map(|name| cell(name))
        .collect::<Vec<String>>()
        .join(",");
    text.push('\n');
    for row in 0..table.rows {
        let mut between = "";
        for column in &table.dimensions {
            text += between;
            text += &cell(&column.codes[column.rows.get(row) as usize]);
            between = ",";
        }
        for measure in &table.measures {
            text += between;
            match measure.cells.get(row) {
                Cell::Number(number) => {
                    let _ = write!(text, "{number}");
                }
                Cell::Missing => text += "..",
                Cell::Suppressed => text.push(':'),
                Cell::NotApplicable => text.push('.'),
            }
            between = ",";
        }
        text.push('\n');
    }
    text
}

/// A CSV field, quoted where it must be.
pub fn cell(text: &str) -> String {
    let plain = !text.contains([',', '"', '\n', '\r', ';']) && text.trim() == text;
    match plain {
        true => text.to_owned(),
        false => format!("\"{}\"", text.replace('"', "\"\"")),
    }
}

fn description(dataset: &Dataset) -> String {
    let title = dataset.title.get(Lang::Nb);
    let mut fields = vec![
        ("name", text(&dataset.name)),
        ("title", text(title)),
        ("titles", names(&dataset.title, None)),
        ("descriptions", names(&dataset.description, None)),
        ("version", text(&dataset.version)),
        ("synthetic", dataset.synthetic.to_string()),
        (
            "notes",
            list(dataset.notes.iter().map(|note| names(note, None))),
        ),
        ("sources", titled(&dataset.source)),
        ("licenses", titled(&dataset.licence)),
        ("coverage", coverage(&dataset.coverage)),
    ];
    let labels = dataset.labels.iter().map(|dimension| {
        let of_codes = dimension
            .labels
            .iter()
            .map(|label| (label.code.as_str(), names(&label.name, Some(&label.short))));
        (dimension.dimension.as_str(), object(of_codes))
    });
    fields.push(("labels", object(labels)));
    let tables = dataset.tables.iter().map(|table| resource(table));
    fields.push(("resources", list(tables)));
    object(fields.into_iter())
}

fn resource(table: &Table) -> String {
    let dimensions = table.dimensions.iter().map(|column| {
        let fields = [
            ("name", text(&column.name)),
            ("type", text("string")),
            ("role", text("dimension")),
        ];
        object(fields.into_iter())
    });
    let measures = table.measures.iter().map(|measure| {
        let is_count = measure_domain(&measure.name) == Some(Domain::Count);
        let mut fields = vec![
            ("name", text(&measure.name)),
            ("type", text(if is_count { "integer" } else { "number" })),
            ("role", text("measure")),
        ];
        if let Some(rounding) = &measure.rounding {
            let step = [("step", format!("{}", rounding.step))];
            fields.push(("rounded", object(step.into_iter())));
        }
        object(fields.into_iter())
    });
    let mark = |value: &str, label: &str| {
        object([("value", text(value)), ("label", text(label))].into_iter())
    };
    let marks = [
        mark("..", "missing"),
        mark(":", "suppressed"),
        mark(".", "not_applicable"),
    ];
    let schema = [
        ("fields", list(dimensions.chain(measures))),
        ("missingValues", list(marks.into_iter())),
    ];
    let fields = [
        ("name", text(&table.name)),
        ("path", text(&format!("{}.csv", table.name))),
        ("profile", text("tabular-data-resource")),
        ("encoding", text("utf-8")),
        ("decimalChar", text(".")),
        ("dialect", object([("delimiter", text(","))].into_iter())),
        ("coverage", coverage(&table.coverage)),
        ("schema", object(schema.into_iter())),
    ];
    object(fields.into_iter())
}

fn names(names: &Names, short: Option<&Names>) -> String {
    let given = names.given();
    let mut fields: Vec<_> = given.map(|(tag, name)| (tag, text(name))).collect();
    if let Some(short) = short.filter(|short| !short.is_empty()) {
        fields.push(("short", self::names(short, None)));
    }
    object(fields.into_iter())
}

fn titled(title: &str) -> String {
    match title.is_empty() {
        true => list(std::iter::empty()),
        false => list(std::iter::once(object(
            [("title", text(title))].into_iter(),
        ))),
    }
}

fn coverage(coverage: &Coverage) -> String {
    let entries = coverage
        .iter()
        .map(|(name, codes)| (name.as_str(), list(codes.iter().map(|code| text(code)))));
    object(entries)
}

fn object<'a>(entries: impl Iterator<Item = (&'a str, String)>) -> String {
    let entries: Vec<String> = entries
        .map(|(name, value)| format!("{}: {value}", text(name)))
        .collect();
    format!("{{{}}}", entries.join(", "))
}

fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<String>>().join(", "))
}

/// A JSON string.
fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out += "\\\"",
            '\\' => out += "\\\\",
            c if c < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
