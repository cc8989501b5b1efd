//! Data sets as text, in the form that the readers of this room read back to the same data set.

use std::fmt::Write;

use super::cell::Cell;
use super::csv_table::FORMULA_STARTS;
use super::dataset::{Dataset, Names};
use super::json::Json;
use super::table::{Coverage, Table};

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// Between the fields.
    pub delimiter: char,
    /// In numbers.
    pub decimal_sign: char,
    /// Whether a spreadsheet is kept from taking text for formulas.
    pub guarded: bool,
}

impl Form {
    /// As programs read it.
    pub const PLAIN: Form = Form {
        delimiter: ',',
        decimal_sign: '.',
        guarded: false,
    };
}

/// A column for people, which no reader computes with.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// Column name.
    pub name: String,
    /// One text a row.
    pub cells: Vec<String>,
}

/// A table with the columns beside it, and where it is kept.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// The table.
    pub table: &'a Table,
    /// Columns after those of the table.
    pub remarks: &'a [Remark],
    /// File, relative to the description.
    pub path: &'a str,
    /// How it is written.
    pub form: Form,
}

/// The files of a package that holds the whole data set: name and text.
pub fn package(dataset: &Dataset) -> Vec<(String, String)> {
    let paths: Vec<String> = (1..=dataset.tables.len())
        .map(|number| format!("table-{number}.csv"))
        .collect();
    let tables = dataset.tables.iter().zip(&paths);
    let written: Vec<Written> = tables
        .map(|(table, path)| Written {
            table,
            remarks: &[],
            path,
            form: Form::PLAIN,
        })
        .collect();
    let description = json(&description(dataset, &written));
    let mut files = vec![("datapackage.json".to_owned(), description)];
    files.extend(written.iter().map(|one| (one.path.to_owned(), csv(one))));
    files
}

/// The description of a data set with these tables.
pub fn description(dataset: &Dataset, tables: &[Written]) -> Json {
    let titled = |title: &str| match title {
        "" => Json::List(Vec::new()),
        title => Json::List(vec![object([("title", text(title))])]),
    };
    let labels = dataset.labels.iter().map(|labels| {
        let codes = labels.labels.iter().map(|label| {
            let mut entries = names(&label.name);
            if !label.short.is_empty() {
                entries.push(("short".to_owned(), Json::Object(names(&label.short))));
            }
            (label.code.clone(), Json::Object(entries))
        });
        (labels.dimension.clone(), Json::Object(codes.collect()))
    });
    let notes = dataset.notes.iter().map(|note| Json::Object(names(note)));
    object([
        ("name", text(&dataset.name)),
        ("titles", Json::Object(names(&dataset.title))),
        ("descriptions", Json::Object(names(&dataset.description))),
        ("version", text(&dataset.version)),
        ("licenses", titled(&dataset.licence)),
        ("sources", titled(&dataset.source)),
        ("synthetic", Json::Flag(dataset.synthetic)),
        ("notes", Json::List(notes.collect())),
        ("coverage", coverage(&dataset.coverage)),
        ("labels", Json::Object(labels.collect())),
        ("view", text(&dataset.view)),
        (
            "resources",
            Json::List(tables.iter().map(resource).collect()),
        ),
    ])
}

fn resource(written: &Written) -> Json {
    let table = written.table;
    let field = |name: &str, role: &str| {
        vec![
            ("name".to_owned(), text(name)),
            ("role".to_owned(), text(role)),
        ]
    };
    let mut fields: Vec<Json> = Vec::new();
    for column in &table.dimensions {
        fields.push(Json::Object(field(&column.name, "dimension")));
    }
    for column in &table.measures {
        let mut entries = field(&column.name, "measure");
        if let Some(rounding) = column.rounding {
            let step = object([("step", Json::Number(rounding.step))]);
            entries.push(("rounded".to_owned(), step));
        }
        fields.push(Json::Object(entries));
    }
    for remark in written.remarks {
        fields.push(Json::Object(field(&remark.name, "note")));
    }
    let form = written.form;
    object([
        ("name", text(&table.name)),
        ("path", text(written.path)),
        ("guarded", Json::Flag(form.guarded)),
        (
            "dialect",
            object([("delimiter", text(&form.delimiter.to_string()))]),
        ),
        ("decimalChar", text(&form.decimal_sign.to_string())),
        ("coverage", coverage(&table.coverage)),
        ("schema", object([("fields", Json::List(fields))])),
    ])
}

fn object<const N: usize>(entries: [(&str, Json); N]) -> Json {
    let entries = entries.into_iter();
    Json::Object(
        entries
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    )
}

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

fn names(names: &Names) -> Vec<(String, Json)> {
    let given = names.given();
    given
        .map(|(tag, name)| (tag.to_owned(), text(name)))
        .collect()
}

fn coverage(coverage: &Coverage) -> Json {
    let entries = coverage.iter().map(|(dimension, codes)| {
        let codes = codes.iter().map(|code| text(code));
        (dimension.clone(), Json::List(codes.collect()))
    });
    Json::Object(entries.collect())
}

/// A table with its header line.
pub fn csv(written: &Written) -> String {
    let (table, form) = (written.table, written.form);
    let mut out = String::new();
    let names = table
        .dimensions
        .iter()
        .map(|column| &column.name)
        .chain(table.measures.iter().map(|column| &column.name))
        .chain(written.remarks.iter().map(|remark| &remark.name));
    line(&mut out, form, names.map(|name| guard(name, form)));
    for row in 0..table.rows {
        let codes = table.dimensions.iter().map(|column| {
            let index = column.rows.get(row) as usize;
            guard(column.codes.get(index).map_or("", String::as_str), form)
        });
        let numbers = table
            .measures
            .iter()
            .map(|column| cell(column.cells.get(row), form));
        let remarks = written
            .remarks
            .iter()
            .map(|remark| guard(remark.cells.get(row).map_or("", String::as_str), form));
        line(&mut out, form, codes.chain(numbers).chain(remarks));
    }
    out
}

fn line(out: &mut String, form: Form, fields: impl Iterator<Item = String>) {
    for (index, field) in fields.enumerate() {
        if index > 0 {
            out.push(form.delimiter);
        }
        let special = |letter: char| letter == form.delimiter || "\"\n\r#".contains(letter);
        if field.contains(special) {
            *out += &format!("\"{}\"", field.replace('"', "\"\""));
        } else {
            *out += &field;
        }
    }
    out.push('\n');
}

/// A cell: a number, or the mark of what stands in its place.
fn cell(cell: Cell, form: Form) -> String {
    match cell {
        Cell::Number(value) => number(value, form),
        Cell::Missing => "..".to_owned(),
        Cell::Suppressed => ":".to_owned(),
        Cell::NotApplicable => ".".to_owned(),
    }
}

/// The shortest decimals that are read back to the same number.
pub fn number(value: f64, form: Form) -> String {
    value
        .to_string()
        .replace('.', &form.decimal_sign.to_string())
}

/// Text that no spreadsheet takes for a formula: an apostrophe goes before it. Plain numbers stay.
pub fn guard(text: &str, form: Form) -> String {
    let begins = text.starts_with(FORMULA_STARTS) || text.starts_with('\'');
    let is_number = text
        .replace(',', ".")
        .parse::<f64>()
        .is_ok_and(f64::is_finite);
    if form.guarded && begins && !is_number {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// JSON on one line, without `<`, which could end a script element.
pub fn json(value: &Json) -> String {
    let mut out = String::new();
    write_json(&mut out, value, &[]);
    out
}

/// The same for a line of a table. A space after each comma, and no other commas or semicolons: a
/// spreadsheet that cuts the line at them makes no cell that begins like a formula.
pub fn json_for_table(value: &Json) -> String {
    let mut out = String::new();
    write_json(&mut out, value, &[',', ';']);
    out
}

fn write_json(out: &mut String, value: &Json, escaped: &[char]) {
    match value {
        Json::Null => *out += "null",
        Json::Flag(flag) => *out += if *flag { "true" } else { "false" },
        Json::Number(number) => *out += &number.to_string(),
        Json::Text(text) => write_text(out, text, escaped),
        Json::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                *out += if index > 0 { ", " } else { "" };
                write_json(out, item, escaped);
            }
            out.push(']');
        }
        Json::Object(entries) => {
            out.push('{');
            for (index, (key, item)) in entries.iter().enumerate() {
                *out += if index > 0 { ", " } else { "" };
                write_text(out, key, escaped);
                *out += ": ";
                write_json(out, item, escaped);
            }
            out.push('}');
        }
    }
}

fn write_text(out: &mut String, text: &str, escaped: &[char]) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => *out += "\\\"",
            '\\' => *out += "\\\\",
            // The last two end a line for some readers.
            '<' | '\0'..='\u{1f}' | '\u{7f}' | '\u{2028}' | '\u{2029}' => escape(out, letter),
            other if escaped.contains(&other) => escape(out, other),
            other => out.push(other),
        }
    }
    out.push('"');
}

fn escape(out: &mut String, letter: char) {
    let _ = write!(out, "\\u{:04x}", u32::from(letter));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_read_back_and_makes_no_cell_of_its_own() {
        let given = object([
            ("a,=b", text("x;=1,\t+2 \"q\" \\ <\u{2028}")),
            (
                "n",
                Json::List(vec![Json::Number(0.5), Json::Null, Json::Flag(true)]),
            ),
        ]);
        let written = json_for_table(&given);
        assert_eq!(Json::parse(&written).unwrap(), given);
        assert_eq!(Json::parse(&json(&given)).unwrap(), given);
        assert!(!written.contains([';', '\t', '<', '\n']));
        assert_eq!(written.matches(',').count(), written.matches(", ").count());
    }

    #[test]
    fn what_begins_like_a_formula_gets_an_apostrophe() {
        let form = Form {
            guarded: true,
            ..Form::PLAIN
        };
        let cases = [
            ("=1+1", "'=1+1"),
            ("+cmd", "'+cmd"),
            ("-cmd", "'-cmd"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("'quoted", "''quoted"),
            ("-5", "-5"),
            ("-5,5", "-5,5"),
            ("-inf", "'-inf"),
            ("a=b", "a=b"),
            ("", ""),
        ];
        for (given, written) in cases {
            assert_eq!(guard(given, form), written);
            assert_eq!(guard(given, Form::PLAIN), given);
        }
    }
}
