//! `utvandring protect`: small numbers withheld, and as many more as it takes that they cannot be worked out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use data::open::{DESCRIPTION, NamedBytes};
use disclosure::{Audit, Cell, Place, Table, Wanted, audit, secondary};
use indicatif::ProgressBar;
use serde_json::{Value, json};
use text::{Lang, publish};
use view_models::attack::{self, Target, ZEROS};

use crate::files;
use crate::outcome::{Outcome, Said, Stop};
use crate::tabulate::results::Results;
use crate::tabulate::spec::{self, Spec};
use crate::tabulate::{COUNTED, PERSONS, SPEC};

/// The folder of the protected package, below that of the run.
pub const PROTECTED: &str = "protected";
/// What was done, as counts.
pub const DONE: &str = "protect.json";
/// The same for R.
pub const SCRIPT: &str = "protect.R";
/// The cells that a small number of persons stands behind, and those hidden beside them.
const CELLS: &str = "hidden.csv";
/// The emigrations by every dimension, for R.
const JOINT: &str = "results/joint.csv";

/// Protects the tables of a run: by the plain rule, or by a list of cells that something else has made.
pub fn run(folder: &Path, hidden: Option<&Path>, quiet: bool, lang: Lang) -> Outcome {
    let text = String::from_utf8_lossy(&files::bytes(&folder.join(SPEC), lang)?).into_owned();
    let spec = Spec::parse(&text, lang)?;
    let counted = folder.join(COUNTED);
    let dataset = files::dataset(std::slice::from_ref(&counted), lang)?;
    let mut target = attack::target(&dataset);
    let sensitive = sensitive(&spec, &target.tables, folder, lang)?;
    let whole = target.tables.clone();
    let bar = if quiet {
        ProgressBar::hidden()
    } else {
        ProgressBar::new_spinner()
    };
    let (secondary, found) = match hidden {
        Some(list) => listed(
            &mut target,
            &sensitive,
            &files::bytes(list, lang)?,
            &spec,
            lang,
        )?,
        None => {
            let interval = spec.disclosure.interval;
            let tell = |open: usize| {
                bar.set_message(publish::protecting(lang, open));
                bar.tick();
            };
            let zeros = zeros(&spec);
            let done = secondary(
                &mut target.tables,
                &target.derived,
                &sensitive,
                interval,
                &zeros,
                &tell,
            );
            (done.secondary, done.audit)
        }
    };
    bar.finish_and_clear();
    let out = folder.join(PROTECTED);
    for file in files::given(&[counted], lang)? {
        files::write(
            &out.join(&file.name),
            protected(&file, &target.tables, &spec),
            lang,
        )?;
    }
    let done = summary(
        &target.tables,
        &whole,
        &sensitive,
        &secondary,
        &found,
        &spec,
    );
    let pretty = serde_json::to_string_pretty(&done).unwrap_or_default() + "\n";
    files::write(&folder.join(DONE), pretty, lang)?;
    files::write(
        &folder.join(CELLS),
        cells(&target.tables, &sensitive, &secondary),
        lang,
    )?;
    files::write(&folder.join(SCRIPT), script(&spec), lang)?;
    let mut said = Said {
        failed: !found.holds(),
        ..Said::default()
    };
    said.line(publish::protected(
        lang,
        sensitive.len(),
        secondary.len(),
        &out.display().to_string(),
    ));
    if said.failed {
        said.lines.extend(
            attack::told(&target.tables, &found, i64::MAX, lang)
                .into_iter()
                .take(20),
        );
    }
    said.value("protect", done);
    Ok(said)
}

/// Measures of which everybody sees the zeros: those of who came back only where none is no secret.
pub fn zeros(spec: &Spec) -> Vec<&'static str> {
    let mut zeros = ZEROS.to_vec();
    if !spec.disclosure.all_or_none {
        zeros.extend(["returned_5y", "returned"]);
    }
    zeros
}

/// The cells that too few persons stand behind: by persons and not by moves, and with those who did not
/// come back as well as those who did.
pub fn sensitive(
    spec: &Spec,
    tables: &[Table],
    folder: &Path,
    lang: Lang,
) -> Result<Vec<Place>, Stop> {
    let persons = folder.join(PERSONS);
    let results = Results {
        folder: &persons,
        may_lack: false,
        lang,
    };
    let few = |count: i64| (1..spec.disclosure.threshold).contains(&count);
    let mut sensitive = BTreeSet::new();
    for (at, table) in tables.iter().enumerate() {
        let columns = ["emigrants", "returners", "stayers", "residents"];
        let rows = results.read(&table.name, &columns)?;
        for (row, persons) in rows.iter().enumerate() {
            let [emigrants, returners, stayers, residents] =
                columns.map(|name| persons.number(name));
            for (measure, (name, cells)) in table.measures.iter().enumerate() {
                let Some(Cell::Number(number)) = cells.get(row) else {
                    continue;
                };
                let is_small = match name.as_str() {
                    "emigrations" => few(emigrants),
                    "returned_5y" | "returned" => {
                        let same = (returners == 0 || stayers == 0) && spec.disclosure.all_or_none;
                        emigrants > 0 && (few(emigrants) || few(returners) || few(stayers) || same)
                    }
                    "person_years" => *number > 0 && few(residents),
                    _ => few(*number) || *number > 0 && few(residents),
                };
                if is_small {
                    sensitive.insert(Place {
                        table: at,
                        measure,
                        row,
                    });
                }
            }
        }
    }
    Ok(sensitive.into_iter().collect())
}

/// Hides what a list says, and audits it. The list is what R has written: a column for each dimension, with
/// `Total` where a table has none, and `suppressed`.
fn listed(
    target: &mut Target,
    sensitive: &[Place],
    list: &[u8],
    spec: &Spec,
    lang: Lang,
) -> Result<(Vec<Place>, Audit), Stop> {
    let mut truth = BTreeMap::new();
    let mut secondary = Vec::new();
    let mut places: BTreeSet<Place> = sensitive.iter().copied().collect();
    let mut reader = csv::Reader::from_reader(list);
    let refused = |error: csv::Error| Stop::Refused(error.to_string());
    let header: Vec<String> = reader
        .headers()
        .map_err(refused)?
        .iter()
        .map(str::to_owned)
        .collect();
    for record in reader.records() {
        let record = record.map_err(refused)?;
        let fields = || header.iter().map(String::as_str).zip(record.iter());
        if !fields().any(|(name, field)| name == "suppressed" && field.eq_ignore_ascii_case("true"))
        {
            continue;
        }
        let key: BTreeMap<&str, &str> = fields()
            .filter(|(name, field)| !spec::column(name).is_empty() && *field != "Total")
            .collect();
        let Some(place) = emigrations_of(&target.tables, &key) else {
            let found = record.iter().collect::<Vec<_>>().join(",");
            return Err(Stop::Refused(publish::cell_unknown(lang, &found)));
        };
        if places.insert(place) {
            secondary.push(place);
        }
    }
    for place in &places {
        let cell = &mut target.tables[place.table].measures[place.measure].1[place.row];
        if let Cell::Number(number) = *cell {
            truth.insert(*place, number);
            *cell = Cell::Hidden;
        }
    }
    let zeros = zeros(spec);
    let interval = spec.disclosure.interval;
    let wanted = Wanted {
        interval,
        sensitive: Some(sensitive),
        zeros: &zeros,
        truth: Some(&truth),
    };
    Ok((secondary, audit(&target.tables, &target.derived, &wanted)))
}

/// The cell of emigrations with just these codes.
fn emigrations_of(tables: &[Table], key: &BTreeMap<&str, &str>) -> Option<Place> {
    tables.iter().enumerate().find_map(|(at, table)| {
        let measure = table.measure("emigrations")?;
        let same = |row: &usize| {
            (0..table.dimensions.len()).all(|column| {
                key.get(table.dimensions[column].name.as_str()) == Some(&table.code(*row, column))
            })
        };
        let row =
            (table.dimensions.len() == key.len()).then(|| (0..table.rows.len()).find(same))??;
        Some(Place {
            table: at,
            measure,
            row,
        })
    })
}

/// A file of the package with its hidden cells as the mark of what is withheld.
fn protected(file: &NamedBytes, tables: &[Table], spec: &Spec) -> String {
    let text = String::from_utf8_lossy(&file.bytes);
    let Some(table) = tables
        .iter()
        .find(|table| file.name == format!("{}.csv", table.name))
    else {
        return match file.name == DESCRIPTION {
            true => described(&text, spec.disclosure.threshold),
            false => text.into_owned(),
        };
    };
    let mut lines = text.lines();
    let mut out = lines.next().unwrap_or_default().to_owned() + "\n";
    for (row, line) in lines.enumerate() {
        let mut fields: Vec<&str> = line.split(',').collect();
        let first = table.dimensions.len();
        for (at, (_, cells)) in table.measures.iter().enumerate() {
            if let (Cell::Hidden, Some(field)) = (cells[row], fields.get_mut(first + at)) {
                *field = ":";
            }
        }
        out += &fields.join(",");
        out.push('\n');
    }
    out
}

/// The description, with a note on what is withheld.
fn described(text: &str, threshold: i64) -> String {
    let Ok(mut description) = serde_json::from_str::<Value>(text) else {
        return text.to_owned();
    };
    let note: serde_json::Map<String, Value> = Lang::ALL
        .into_iter()
        .map(|lang| {
            (
                lang.tag().to_owned(),
                Value::from(publish::note_withheld(lang, threshold)),
            )
        })
        .collect();
    match description.get_mut("notes").and_then(Value::as_array_mut) {
        Some(notes) => notes.push(Value::Object(note)),
        None => description["notes"] = json!([note]),
    }
    serde_json::to_string_pretty(&description).unwrap_or_default() + "\n"
}

fn cells(tables: &[Table], sensitive: &[Place], secondary: &[Place]) -> String {
    let mut csv = "table,row,measure,reason\n".to_owned();
    for (places, reason) in [(sensitive, "primary"), (secondary, "secondary")] {
        for place in places {
            let table = &tables[place.table];
            csv += &format!(
                "{},{},{},{reason}\n",
                table.name, place.row, table.measures[place.measure].0
            );
        }
    }
    csv
}

fn summary(
    tables: &[Table],
    whole: &[Table],
    sensitive: &[Place],
    secondary: &[Place],
    found: &Audit,
    spec: &Spec,
) -> Value {
    let of_table =
        |at: usize, places: &[Place]| places.iter().filter(|place| place.table == at).count();
    let by_table: Vec<Value> = whole
        .iter()
        .enumerate()
        .map(|(at, table)| {
            let cells: usize = table.measures.iter().map(|(_, cells)| cells.len()).sum();
            json!({
                "table": table.name, "cells": cells,
                "primary": of_table(at, sensitive), "secondary": of_table(at, secondary),
            })
        })
        .collect();
    json!({
        "threshold": spec.disclosure.threshold,
        "interval": spec.disclosure.interval,
        "all_or_none": spec.disclosure.all_or_none,
        "primary": sensitive.len(),
        "secondary": secondary.len(),
        "tables": by_table,
        "holds": found.holds(),
        "audit": attack::summary(tables, found, spec.disclosure.threshold),
    })
}

/// The same protection by Statistics Norway's package, for where R is: all whole tables in one call.
fn script(spec: &Spec) -> String {
    let tables = spec.tables.iter().filter(|table| table.has_moves());
    let terms: Vec<String> = tables
        .filter(|table| table.only.is_empty() && !table.dimensions.is_empty())
        .map(|table| table.dimensions.join(":"))
        .collect();
    format!(
        "# Secondary suppression of the emigrations by GaussSuppression, for all whole tables in one call.\n\
         # Run it in the folder of the run: it reads {JOINT}, which stays in the zone.\n\
         # Then: utvandring protect <this folder> --hidden suppressed.csv\n\
         library(GaussSuppression)\n\
         joint <- read.csv(\"{JOINT}\")\n\
         names(joint)[names(joint) == \"grp\"] <- \"group\"\n\
         out <- SuppressSmallCounts(\n  \
         data = joint, freqVar = \"emigrations\", maxN = {most}, protectZeros = FALSE,\n  \
         formula = ~ {formula})\n\
         write.csv(out[out$suppressed, ], \"suppressed.csv\", row.names = FALSE)\n",
        most = spec.disclosure.threshold - 1,
        formula = terms.join(" + "),
    )
}
