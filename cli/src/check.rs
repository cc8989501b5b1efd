//! `utvandring check`: a package opened as the page opens it.

use std::path::PathBuf;

use data::Dataset;
use figures::build::build;
use figures::catalog;
use serde_json::{Value, json};
use text::{Lang, publish};

use crate::files;
use crate::outcome::{Outcome, Said};

/// Opens it and says what it holds, or what is wrong.
pub fn run(paths: &[PathBuf], lang: Lang) -> Outcome {
    let dataset = files::dataset(paths, lang)?;
    let mut said = Said::default();
    said.line(publish::no_problem(lang));
    let mut tables = Vec::new();
    for table in &dataset.tables {
        let dimensions: Vec<&str> = table
            .dimensions
            .iter()
            .map(|one| one.name.as_str())
            .collect();
        let measures: Vec<&str> = table.measures.iter().map(|one| one.name.as_str()).collect();
        let columns = format!("{} – {}", dimensions.join(", "), measures.join(", "));
        said.line(publish::table(lang, &table.name, table.rows, &columns));
        tables.push(json!({
            "name": table.name, "rows": table.rows, "dimensions": dimensions, "measures": measures,
        }));
    }
    let absent = absent(&dataset, lang);
    if !absent.is_empty() {
        said.line(publish::figures_absent(lang));
        said.lines.extend(
            absent
                .iter()
                .map(|(number, reason)| format!("  {number}: {reason}")),
        );
    }
    let absent = absent
        .into_iter()
        .map(|(figure, reason)| json!({"figure": figure, "reason": reason}));
    said.value("problems", Value::Array(Vec::new()));
    said.value("synthetic", dataset.synthetic);
    said.value("tables", tables);
    said.value("absent_figures", absent.collect::<Value>());
    Ok(said)
}

/// The figures of the report that cannot be drawn, each with the reason.
pub fn absent(dataset: &Dataset, lang: Lang) -> Vec<(u8, String)> {
    let all = catalog::all();
    let figures = all.iter().map(|spec| build(spec, dataset, lang));
    figures
        .filter_map(|figure| Some((figure.number?, figure.absent?)))
        .collect()
}
