//! Data sets as text, in the form that the readers of this room read back to the same data set.

use std::fmt::Write;

use super::additivity::{self, Additive};
use super::cell::Cell;
use super::columns;
use super::contract::{Domain, ORDINALS, measure_domain};
use super::csv_table::{begins_field, begins_formula};
use super::dataset::{Dataset, Names};
use super::descriptor::Field;
use super::json::{Json, object, text};
use super::lang::Lang;
use super::open::{DESCRIPTION, MAPPING, NamedBytes};
use super::table::{Break, Coverage, Perturbation, Table};

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
    /// What is said of how its dimensions add up, where that is not known of the table itself.
    pub said: Option<&'a [Field]>,
}

/// What stands in place of a number, and its name in a description.
const MARKS: [(Cell, &str, &str); 3] = [
    (Cell::Missing, "..", "missing"),
    (Cell::Suppressed, ":", "suppressed"),
    (Cell::NotApplicable, ".", "not_applicable"),
];

/// The files of a package that holds the whole data set, its mapping included: name and text.
pub fn package(dataset: &Dataset) -> Vec<(String, String)> {
    package_with(dataset, &[], &|text| text, &csv)
}

/// The description of that package.
pub fn description_of(dataset: &Dataset) -> String {
    let mut files = package_with(dataset, &[], &|text| text, &|_| String::new());
    files.swap_remove(0).1
}

/// The same files in the form in which a worker hands them to the page, which need not parse a table again: what is no
/// table as text, and the [`columns`] of each table. [`super::open::handed_over`] opens them.
pub fn hand_over(dataset: &Dataset) -> Vec<NamedBytes> {
    hand_over_as_said(dataset, &[])
}

/// The same of tables of which no more is known of how their dimensions add up than what descriptions say of their
/// columns; of the tables themselves where there are none.
pub fn hand_over_as_said(dataset: &Dataset, said: &[Vec<Field>]) -> Vec<NamedBytes> {
    let files = package_with(dataset, said, &String::into_bytes, &|written| {
        columns::to_bytes(written.table)
    });
    let named = files.into_iter();
    named
        .map(|(name, bytes)| NamedBytes { name, bytes })
        .collect()
}

/// The files of a package, with its texts and its tables each in a form of choice.
fn package_with<T>(
    dataset: &Dataset,
    said: &[Vec<Field>],
    of_text: &dyn Fn(String) -> T,
    of_table: &dyn Fn(&Written) -> T,
) -> Vec<(String, T)> {
    let paths = paths(dataset);
    let marks: Vec<Vec<Remark>> = dataset.tables.iter().map(|table| marks(table)).collect();
    let written: Vec<Written> = dataset
        .tables
        .iter()
        .zip(&paths)
        .zip(&marks)
        .enumerate()
        .map(|(at, ((table, path), remarks))| Written {
            table,
            remarks,
            path,
            form: Form {
                guarded: true,
                ..Form::PLAIN
            },
            said: said.get(at).map(Vec::as_slice),
        })
        .collect();
    let mut description = description(dataset, &written);
    let mut outlines = Vec::new();
    if let Json::Object(entries) = &mut description
        && let Some((_, Json::List(resources))) =
            entries.iter_mut().find(|(key, _)| key == "resources")
    {
        for (place, (dimension, geometry)) in dataset.geometry.iter().enumerate() {
            let name = format!("outlines-{}", place + 1);
            let path = format!("{name}.geojson");
            resources.push(object([
                ("name", text(&name)),
                ("path", text(&path)),
                ("geometry", text(dimension)),
            ]));
            outlines.push((path, of_text(json(&geometry.features()))));
        }
    }
    let mut files = vec![(DESCRIPTION.to_owned(), of_text(json(&description)))];
    files.extend(outlines);
    files.extend(
        written
            .iter()
            .map(|one| (one.path.to_owned(), of_table(one))),
    );
    if !dataset.mapping.is_empty() {
        files.push((MAPPING.to_owned(), of_text(dataset.mapping.clone())));
    }
    files
}

/// The publisher's marks at rows, as the column that they came in.
fn marks(table: &Table) -> Vec<Remark> {
    let remark = table.flags.as_ref().map(|flags| Remark {
        name: flags.column.clone(),
        cells: flags.rows.iter().map(|mark| mark.to_string()).collect(),
    });
    remark.into_iter().collect()
}

/// A file for each table, named after it where the name can be that of a file.
fn paths(dataset: &Dataset) -> Vec<String> {
    let is_plain = |name: &str| {
        let is_safe = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        !name.is_empty() && name.len() <= 60 && name.bytes().all(is_safe)
    };
    // Some systems do not tell letter case apart.
    let lower: Vec<String> = dataset
        .tables
        .iter()
        .map(|table| table.name.to_ascii_lowercase())
        .collect();
    let paths = lower.iter().enumerate().map(|(at, name)| {
        let path = format!("{}.csv", dataset.tables[at].name);
        let is_own = is_plain(name) && lower.iter().filter(|other| *other == name).count() == 1;
        let is_taken = path == MAPPING || name.starts_with("table-");
        match is_own && !is_taken {
            true => path,
            false => format!("table-{}.csv", at + 1),
        }
    });
    paths.collect()
}

/// A title as a list of one, by language where the languages have their own; none where there is no title.
fn titled(title: &Names) -> Json {
    if title.is_empty() {
        return Json::List(Vec::new());
    }
    let mut entries = vec![("title", text(title.get(Lang::En)))];
    if *title != Names::same(title.get(Lang::En)) {
        entries.push(("titles", Json::Object(names(title))));
    }
    Json::List(vec![object(entries)])
}

/// The description of a data set with these tables.
pub fn description(dataset: &Dataset, tables: &[Written]) -> Json {
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
    let listed = |notes: &[Names]| {
        let notes = notes.iter().map(|note| Json::Object(names(note)));
        Json::List(notes.collect())
    };
    let mut entries = vec![
        ("name", text(&dataset.name)),
        ("title", text(dataset.title.get(Lang::En))),
        ("titles", Json::Object(names(&dataset.title))),
        ("descriptions", Json::Object(names(&dataset.description))),
        ("version", text(&dataset.version)),
        ("licenses", titled(&Names::same(&dataset.licence))),
        ("sources", titled(&dataset.source)),
        ("synthetic", Json::Flag(dataset.synthetic)),
        ("notes", listed(&dataset.notes)),
        ("coverage", coverage(&dataset.coverage)),
        ("labels", Json::Object(labels.collect())),
        ("view", text(&dataset.view)),
        (
            "resources",
            Json::List(
                tables
                    .iter()
                    .map(|table| resource(dataset, table))
                    .collect(),
            ),
        ),
    ];
    for (key, named) in [
        ("dimensions", &dataset.dimension_names),
        ("measures", &dataset.measure_names),
    ] {
        if !named.is_empty() {
            let named = named.iter();
            let named = named.map(|(name, own)| (name.clone(), Json::Object(names(own))));
            entries.push((key, Json::Object(named.collect())));
        }
    }
    if dataset.defaults.iter().next().is_some() {
        entries.push(("defaults", coverage(&dataset.defaults)));
    }
    if !dataset.emigration_notes.is_empty() {
        entries.push(("emigration_notes", listed(&dataset.emigration_notes)));
    }
    let entries = entries.into_iter();
    Json::Object(
        entries
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    )
}

fn resource(dataset: &Dataset, written: &Written) -> Json {
    let table = written.table;
    let field = |name: &str, kind: &str, role: &str| {
        let entries = [("name", name), ("type", kind), ("role", role)];
        let entries = entries.map(|(key, value)| (key.to_owned(), text(value)));
        entries.to_vec()
    };
    let mut fields: Vec<Json> = Vec::new();
    for column in &table.dimensions {
        let kind = match ORDINALS.contains(&column.name.as_str()) {
            true => "integer",
            false => "string",
        };
        let mut entries = field(&column.name, kind, "dimension");
        // Said even where codes and numbers show it: who opens it again need not look.
        let said = match written.said {
            Some(fields) => additivity::said(column, fields),
            None => Some(&column.additive),
        };
        entries.extend(said.map(|said| ("additive".to_owned(), additive(said))));
        fields.push(Json::Object(entries));
    }
    for column in &table.measures {
        let kind = match measure_domain(&column.name) {
            Some(Domain::Count) => "integer",
            _ => "number",
        };
        let mut entries = field(&column.name, kind, "measure");
        if let Some(rounding) = column.rounding {
            let step = object([("step", Json::Number(rounding.step))]);
            entries.push(("rounded".to_owned(), step));
        }
        if let Some(one) = &column.perturbed {
            entries.push(("perturbed".to_owned(), perturbed(one)));
        }
        fields.push(Json::Object(entries));
    }
    for remark in written.remarks {
        fields.push(Json::Object(field(&remark.name, "string", "note")));
    }
    let form = written.form;
    let marks = MARKS
        .iter()
        .map(|(_, mark, label)| object([("value", text(mark)), ("label", text(label))]));
    let schema = object([
        ("fields", Json::List(fields)),
        ("missingValues", Json::List(marks.collect())),
    ]);
    let mut entries = vec![
        ("name", text(&table.name)),
        ("path", text(written.path)),
        ("guarded", Json::Flag(form.guarded)),
        (
            "dialect",
            object([("delimiter", text(&form.delimiter.to_string()))]),
        ),
        ("decimalChar", text(&form.decimal_sign.to_string())),
        ("coverage", coverage(&table.coverage)),
        ("schema", schema),
    ];
    if table.absent_is_zero {
        entries.push(("absent", text("zero")));
    }
    if !table.breaks.is_empty() {
        entries.push((
            "breaks",
            Json::List(table.breaks.iter().map(of_break).collect()),
        ));
    }
    let mut own = dataset.table_sources.iter();
    if let Some((_, source)) = own.find(|(name, _)| *name == table.name) {
        entries.push(("sources", titled(source)));
    }
    object(entries)
}

fn perturbed(one: &Perturbation) -> Json {
    let base = one.base.map(|base| ("base", Json::Number(base)));
    let ends = [
        Some(("method", text(one.method.name()))),
        base,
        Some(("max_difference", Json::Number(one.max_difference))),
    ];
    object(ends.into_iter().flatten())
}

fn of_break(one: &Break) -> Json {
    object([
        ("year", Json::Number(f64::from(one.year))),
        ("where", coverage(&one.of)),
        ("note", Json::Object(names(&one.note))),
    ])
}

/// How the codes of a dimension add up: a word where that says it all.
fn additive(additive: &Additive) -> Json {
    let codes = text(additive.codes.name());
    let list = |codes: &mut dyn Iterator<Item = &String>| {
        Json::List(codes.map(|code| text(code)).collect())
    };
    let is_all = *additive
        == Additive {
            codes: additive.codes,
            ..Additive::default()
        };
    if is_all {
        return codes;
    }
    let of_measures = additive.of_measures.iter();
    let of_measures = of_measures.map(|(name, of)| (name.clone(), text(of.name())));
    object([
        ("codes", codes),
        ("measures", Json::Object(of_measures.collect())),
        ("whole", list(&mut additive.whole.iter())),
        ("sums", list(&mut additive.sums.iter())),
    ])
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
    // Codes are written again and again.
    let codes: Vec<Vec<String>> = table
        .dimensions
        .iter()
        .map(|column| {
            let fields = column.codes.iter().map(|code| guard(code, form));
            fields.map(|text| field(form, text)).collect()
        })
        .collect();
    let delimiter = form.delimiter.to_string();
    for row in 0..table.rows {
        let mut between = "";
        for (column, codes) in table.dimensions.iter().zip(&codes) {
            out += between;
            out += codes
                .get(column.rows.get(row) as usize)
                .map_or("", String::as_str);
            between = &delimiter;
        }
        for column in &table.measures {
            out += between;
            push_cell(&mut out, column.cells.get(row), form);
            between = &delimiter;
        }
        for remark in written.remarks {
            out += between;
            let text = remark.cells.get(row).map_or("", String::as_str);
            out += &field(form, guard(text, form));
            between = &delimiter;
        }
        out.push('\n');
    }
    out
}

/// Adds a line, its fields quoted where they must be.
pub fn line(out: &mut String, form: Form, fields: impl Iterator<Item = String>) {
    for (index, text) in fields.enumerate() {
        if index > 0 {
            out.push(form.delimiter);
        }
        *out += &field(form, text);
    }
    out.push('\n');
}

/// A field, quoted where it must be.
fn field(form: Form, text: String) -> String {
    let special = |letter: char| letter == form.delimiter || "\"\n\r#".contains(letter);
    if text.contains(special) || text.trim() != text {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// A cell: a number, or the mark of what stands in its place.
fn push_cell(out: &mut String, cell: Cell, form: Form) {
    match cell {
        Cell::Number(value) if value >= 0.0 && f64::from(value as u32) == value => {
            let _ = write!(out, "{}", value as u32);
        }
        Cell::Number(value) => *out += &number(value, form),
        _ => {
            let mark = MARKS.iter().find(|(known, ..)| *known == cell);
            *out += mark.map_or("", |(_, mark, _)| mark);
        }
    }
}

/// The shortest decimals that are read back to the same number.
pub fn number(value: f64, form: Form) -> String {
    value
        .to_string()
        .replace('.', &form.decimal_sign.to_string())
}

/// Text that no spreadsheet takes for a formula, whatever sign it takes for the one between fields: an
/// apostrophe goes before what could be one. Plain numbers stay.
pub fn guard(text: &str, form: Form) -> String {
    let is_number = || {
        let read = text.replace(',', ".").parse::<f64>();
        read.is_ok_and(f64::is_finite)
    };
    if !form.guarded || is_number() {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 1);
    let (mut before, mut at_start) = (None, true);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        // A spreadsheet takes an apostrophe at the very start for its own, and a reader one before such a beginning.
        let is_first = before.is_none_or(|before| begins_field(false, before));
        let would_go = |next: &char| begins_formula(*next) || *next == '\'';
        let is_own = letter == '\'' && (is_first || letters.peek().is_some_and(would_go));
        if at_start && (begins_formula(letter) || is_own) {
            out.push('\'');
        }
        at_start = begins_field(at_start, letter);
        before = Some(letter);
        out.push(letter);
    }
    out
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
    use crate::csv_table::rules::unguarded;
    use proptest::prelude::*;

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

    proptest! {
        #[test]
        fn what_is_guarded_is_read_back_and_begins_no_cell_like_a_formula(
            text in "[x' ;,=+@\t]{0,12}"
        ) {
            let form = Form { guarded: true, ..Form::PLAIN };
            let written = guard(&text, form);
            let read = unguarded(written.as_bytes());
            prop_assert_eq!(read.as_ref(), text.as_bytes());
            for cell in written.split([',', ';']) {
                let begins = cell.trim_start_matches(' ').starts_with(begins_formula);
                prop_assert!(!begins, "{:?}", written);
            }
        }
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
            ("x;=1+1", "x;'=1+1"),
            ("x,@a;-b", "x,'@a;'-b"),
            ("x\t=1\n=2", "x\t'=1\n'=2"),
            ("x;'=1", "x;''=1"),
            ("＝1+1", "'＝1+1"),
            ("it's, 'so'", "it's, 'so'"),
            ("x; =1+1", "x; '=1+1"),
            ("x;  '=1", "x;  ''=1"),
            ("x, ''a", "x, '''a"),
            ("x;\u{a0}@a", "x;\u{a0}'@a"),
            (" =1+1", " '=1+1"),
            ("", ""),
        ];
        for (given, written) in cases {
            assert_eq!(guard(given, form), written);
            assert_eq!(unguarded(written.as_bytes()), given.as_bytes());
            assert_eq!(guard(given, Form::PLAIN), given);
        }
    }
}
