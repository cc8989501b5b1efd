//! `spec.json`: by which the person files are counted to the tables of the package.

use super::json::{Json, object, text};
use super::package::{DEFERRED, coverage, head, titles};
use super::tables::Table;

/// The spec of every table but the one that is copied from the report and counts nobody.
pub fn spec(tables: &[Table]) -> String {
    let counted = tables.iter().filter(|table| table.name != "sample");
    let range = |from: i32, to: i32| Json::List(vec![number(from), number(to)]);
    object([
        ("package", Json::Object(head())),
        ("ages", range(18, 35)),
        ("years", range(2000, 2023)),
        ("last_january", number(2024)),
        (
            "inputs",
            object([
                ("person", text("person.csv")),
                ("resident", text("resident.csv")),
                ("emigration", text("emigration.csv")),
                ("country_groups", text("country_groups.csv")),
            ]),
        ),
        ("columns", Json::List(vec![text("death_year")])),
        (
            "rules",
            object([
                ("education_dec31", text("this_january")),
                ("missing_education", text("refuse")),
                ("unknown_country", text("refuse")),
                ("bad_rows", text("refuse")),
            ]),
        ),
        (
            "disclosure",
            object([
                ("threshold", number(3)),
                ("interval", number(3)),
                ("all_or_none", Json::Flag(true)),
            ]),
        ),
        ("tables", Json::List(counted.map(table).collect())),
    ])
    .write()
}

fn number(number: i32) -> Json {
    Json::Number(number)
}

fn table(table: &Table) -> Json {
    let list = |names: &[&str]| Json::List(names.iter().map(|name| text(name)).collect());
    let mut entries = vec![
        ("name".to_owned(), text(table.name)),
        ("titles".to_owned(), titles(table)),
        ("dimensions".to_owned(), list(&table.dimensions)),
        ("measures".to_owned(), list(&table.measures)),
    ];
    let mut only = table.coverage.clone();
    if table.dimensions.contains(&"years_since") {
        only.push(("years_since", vec!["1..10"]));
    }
    if !only.is_empty() {
        entries.push(("where".to_owned(), coverage(&only)));
    }
    if DEFERRED.contains(&table.name) {
        entries.push(("deferred".to_owned(), Json::Flag(true)));
    }
    Json::Object(entries)
}
