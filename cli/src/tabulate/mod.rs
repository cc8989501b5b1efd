//! `utvandring tabulate`: from person files to the tables of a spec, on an engine that exists.
//!
//! `spec` says what is wanted, `sql` how it is asked, `engine` who answers, `results` what they wrote, and
//! `tables` lays it out. No person is ever read here: only counts come back.

pub mod engine;
pub mod results;
pub mod spec;
pub mod sql;
pub mod tables;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use text::{Lang, publish};

use crate::outcome::{Outcome, Said, Stop};
use crate::{files, protect};
use engine::Engine;
use results::{Results, Row, Rows};
use spec::Spec;
use tables::Counted;

/// The folder of the tables as they were counted, below the folder of a run.
pub const COUNTED: &str = "counted";
/// The folder of the persons behind them.
pub const PERSONS: &str = "persons";
/// What is known of the run.
pub const RUN: &str = "run.json";
/// The spec of the run.
pub const SPEC: &str = "spec.json";

/// How it is run.
pub struct Wish<'a> {
    /// The spec.
    pub spec: &'a Path,
    /// Where everything is written.
    pub out: &'a Path,
    /// The engine.
    pub engine: Engine,
    /// What the engine may take of memory, where that can be said.
    pub memory: &'a str,
    /// Whether the results are there already, from a run of the file of queries without this program.
    pub counted: bool,
    /// Whether progress is shown.
    pub quiet: bool,
}

fn read_spec(path: &Path, lang: Lang) -> Result<(Spec, String), Stop> {
    let text = String::from_utf8_lossy(&files::bytes(path, lang)?).into_owned();
    Ok((Spec::parse(&text, lang)?, text))
}

fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new(""))
}

/// Writes the queries for every engine.
pub fn plan(wish: &Wish, lang: Lang) -> Outcome {
    let (spec, _) = read_spec(wish.spec, lang)?;
    let written = engine::plan(&spec, folder_of(wish.spec), wish.out, wish.memory, lang)?;
    let mut said = Said::default();
    let results = engine::results(wish.out).display().to_string();
    fs::create_dir_all(&results).map_err(|error| {
        Stop::Machine(publish::cannot_write(lang, &results, &error.to_string()))
    })?;
    for path in &written {
        said.line(publish::written(lang, &path.display().to_string()));
    }
    said.line(publish::plan_is_ready(lang, &results));
    let written: Vec<String> = written
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    said.value("written", written);
    said.value("results", results);
    Ok(said)
}

/// Counts, checks, and lays out.
pub fn run(wish: &Wish, lang: Lang) -> Outcome {
    let (spec, text) = read_spec(wish.spec, lang)?;
    let folder = folder_of(wish.spec);
    engine::plan(&spec, folder, wish.out, wish.memory, lang)?;
    let bar = bar(wish.quiet, sql::queries(&spec).len() as u64);
    bar.set_message(publish::counting(lang, wish.engine.name()));
    let version = match wish.counted {
        true => String::new(),
        false => engine::run(wish.engine, wish.out, lang, &|done| bar.set_position(done))?,
    };
    let path = engine::results(wish.out);
    let may_lack = wish.engine == Engine::DataFusion;
    let results = Results {
        folder: &path,
        may_lack,
        lang,
    };
    let rows = results.read("input_rows", &["found"])?;
    let checks = checks(&spec, results)?;
    let mut said = Said::default();
    let mut refused = Vec::new();
    for check in checks.iter().filter(|check| check.found > 0) {
        let name = publish::check_name(lang, check.name).unwrap_or(check.name);
        let done = publish::check_done(lang, check.done).unwrap_or_default();
        let line = publish::check_line(lang, name, check.found, done);
        match check.done {
            "refused" => refused.push(line),
            _ => said.line(line),
        }
    }
    let absent = years_without_data(&spec, results)?;
    refused.extend(
        absent
            .iter()
            .map(|(input, year)| publish::year_without_data(lang, input, *year)),
    );
    if !refused.is_empty() {
        refused.push(publish::input_refused(lang).to_owned());
        return Err(Stop::Refused(refused.join("\n")));
    }
    let tables = tables::lay_out(&spec, results)?;
    let totals = tables::totals(&tables);
    for (measure, sums) in totals.iter().filter(|(_, sums)| !tables::agree(sums)) {
        said.failed = true;
        said.line(tables::disagreement(lang, measure, sums));
    }
    bar.set_message(publish::hashing(lang).to_owned());
    let mut inputs = Vec::new();
    let found = rows.counts("input", "found");
    for (name, path) in engine::input_paths(&spec, folder) {
        let rows = found.get(if name == "country_groups" {
            "country"
        } else {
            name
        });
        inputs.push(json!({"input": name, "rows": rows, "sha256": hash(&path, lang)?}));
    }
    bar.finish_and_clear();
    let queries: String = (sql::views(&spec).iter().chain(&sql::queries(&spec)))
        .map(|query| format!("{}\n{}\n", query.name, query.sql))
        .collect();
    let run = json!({
        "engine": wish.engine.name(),
        "engine_version": version,
        "program_version": env!("CARGO_PKG_VERSION"),
        "sha256_sql": hex(&Sha256::digest(queries.as_bytes())),
        "sha256_spec": hex(&Sha256::digest(text.as_bytes())),
        "inputs": inputs,
        "checks": checks.iter().map(Check::json).collect::<Vec<_>>(),
        "totals": totals.iter().map(total).collect::<Vec<_>>(),
        "balance": balance(&spec, results)?,
    });
    write(&spec, &text, &tables, &run, wish.out, lang)?;
    said.line(publish::counted(
        lang,
        tables.len(),
        &wish.out.join(COUNTED).display().to_string(),
    ));
    said.line(publish::not_protected(lang));
    said.value("run", run);
    Ok(said)
}

/// A bar for what takes long; none where output is for a program.
fn bar(quiet: bool, steps: u64) -> ProgressBar {
    let target = if quiet {
        ProgressDrawTarget::hidden()
    } else {
        ProgressDrawTarget::stderr()
    };
    let bar = ProgressBar::with_draw_target(Some(steps), target);
    if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {elapsed}") {
        bar.set_style(style);
    }
    bar
}

/// Something in the input that contradicts itself or is not known.
struct Check {
    name: &'static str,
    found: i64,
    /// `refused`, `left_out`, `as_level`, `as_unknown` or `counted`.
    done: &'static str,
}

impl Check {
    fn json(&self) -> Value {
        json!({"problem": self.name, "found": self.found, "done": self.done})
    }
}

/// Every check with what is done about it.
const CHECKS: [&str; 18] = [
    "person_twice",
    "resident_twice",
    "emigration_twice",
    "country_twice",
    "resident_without_person",
    "emigration_without_person",
    "person_without_birth_year",
    "resident_without_year",
    "emigration_without_year",
    "resident_before_birth",
    "emigration_before_birth",
    "resident_after_death",
    "emigration_after_death",
    "unknown_country",
    "unknown_origin_base",
    "resident_without_education",
    "emigration_without_education",
    "emigrants_never_resident",
];

fn checks(spec: &Spec, results: Results) -> Result<Vec<Check>, Stop> {
    let mut found = results
        .read("checks_twice", &["found"])?
        .counts("problem", "found");
    let patterns = results.read(sql::PATTERNS, &["pattern", "found", "persons"])?;
    let twice = patterns
        .iter()
        .filter(|row| i64::from(row.number("pattern").count_ones()) != row.number("found"));
    found.insert(
        "resident_twice".to_owned(),
        twice.map(|row| row.number("persons")).sum(),
    );
    for name in [
        "checks_emigration",
        "checks_person",
        "checks_origin",
        "checks_moves",
    ] {
        found.extend(results.single(name)?);
    }
    match sql::refuses(spec) {
        true => found.extend(of_residents(spec, results)?),
        false => found.extend(results.single("checks_resident")?),
    }
    let rules = &spec.rules;
    let done = |name: &str| match name {
        "country_twice" | "unknown_origin_base" => "refused",
        "unknown_country" if rules.unknown_country == "as_unknown" => "as_unknown",
        "unknown_country" => "refused",
        "emigrants_never_resident" => "counted",
        name if name.ends_with("_without_education") => match rules.missing_education.as_str() {
            "refuse" => "refused",
            _ => "as_level",
        },
        _ if rules.bad_rows == "leave_out" => "left_out",
        _ => "refused",
    };
    let asked = CHECKS
        .into_iter()
        .filter(|name| spec.knows_deaths() || !name.ends_with("_after_death"));
    let checks = asked.map(|name| match found.get(name) {
        Some(found) => Ok(Check {
            name,
            found: *found,
            done: done(name),
        }),
        None => {
            let folder = results.folder.display().to_string();
            Err(Stop::Machine(publish::cannot_read(
                results.lang,
                &folder,
                name,
            )))
        }
    });
    checks.collect()
}

/// What is wrong with residents, by the counts of all their rows.
fn of_residents(spec: &Spec, results: Results) -> Result<BTreeMap<String, i64>, Stop> {
    let mut found = BTreeMap::new();
    let mut add = |name: &str, holds: bool, residents: i64| {
        *found.entry(name.to_owned()).or_default() += if holds { residents } else { 0 };
    };
    // A file without rows has none that are wrong.
    [
        "without_person",
        "without_year",
        "before_birth",
        "after_death",
        "without_education",
    ]
    .iter()
    .for_each(|what| add(&format!("resident_{what}"), false, 0));
    for row in stock(spec, results)?.iter() {
        let residents = row.number("residents");
        let born = !row.text("birth_year").is_empty();
        let dated = !row.text("year").is_empty();
        let before = born && dated && row.number("year") <= row.number("birth_year");
        let nameless = row.text("education").is_empty() && in_scope(spec, row);
        add(
            "resident_without_person",
            row.number("nobody") == 1,
            residents,
        );
        add("resident_without_year", !dated, residents);
        add("resident_before_birth", before, residents);
        add("resident_after_death", row.number("dead") == 2, residents);
        add("resident_without_education", nameless, residents);
    }
    Ok(found)
}

/// The count of residents.
fn stock(spec: &Spec, results: Results) -> Result<Rows, Stop> {
    let mut numbers = vec!["year", "birth_year", "residents"];
    if sql::refuses(spec) {
        numbers.push("nobody");
        numbers.extend(spec.knows_deaths().then_some("dead"));
    }
    results.read("stock", &numbers)
}

/// Whether residents are of the years and ages that are counted.
fn in_scope(spec: &Spec, row: Row) -> bool {
    let age = row.number("year") - row.number("birth_year");
    let within =
        |[from, to]: [i32; 2], number: i64| (i64::from(from)..=i64::from(to)).contains(&number);
    within(spec.years, row.number("year")) && within(spec.ages, age)
}

/// Years that an input should have and has not one row of.
fn years_without_data(spec: &Spec, results: Results) -> Result<Vec<(&'static str, i32)>, Stop> {
    let [first, last] = spec.years;
    let residents = match sql::refuses(spec) {
        true => stock(spec, results)?.counts("year", "residents"),
        false => results
            .read("resident_years", &["found"])?
            .counts("year", "found"),
    };
    let moves = results
        .read("emigration_years", &["found"])?
        .counts("year", "found");
    let lacks = |of: &BTreeMap<String, i64>, year: &i32| !of.contains_key(&year.to_string());
    let of_residents = (first..=spec.last_january).filter(|year| lacks(&residents, year));
    let mut absent: Vec<(&str, i32)> = of_residents.map(|year| ("resident", year)).collect();
    if spec.rules.bad_rows == "refuse" {
        let of_moves = (first..=last).filter(|year| lacks(&moves, year));
        absent.extend(of_moves.map(|year| ("emigration", year)));
    }
    Ok(absent)
}

fn total((measure, sums): &(String, Vec<(String, i64)>)) -> Value {
    let sums = sums
        .iter()
        .map(|(table, twice)| json!({"table": table, "sum": *twice as f64 / 2.0}));
    json!({"measure": measure, "sums": sums.collect::<Vec<_>>()})
}

/// Each year: residents at both ends, moves, those to an unknown destination, deaths, and what must have
/// arrived for these to be right.
fn balance(spec: &Spec, results: Results) -> Result<Value, Stop> {
    let mut years: BTreeMap<i32, [i64; 5]> = (spec.years[0]..=spec.years[1])
        .map(|year| (year, [0; 5]))
        .collect();
    let mut add = |year: i64, at: usize, count: i64| {
        if let Some(of_year) = years.get_mut(&(year as i32)) {
            of_year[at] += count;
        }
    };
    let has_stock = spec.tables.iter().any(spec::TableSpec::has_population);
    if has_stock {
        for row in stock(spec, results)?.iter() {
            let (year, residents) = (row.number("year"), row.number("residents"));
            let age = (year - row.number("birth_year")) as i32;
            let counted = |age: i32| (spec.ages[0]..=spec.ages[1]).contains(&age);
            add(year, 0, if counted(age) { residents } else { 0 });
            add(year - 1, 1, if counted(age - 1) { residents } else { 0 });
        }
    }
    for row in results.read("move_kinds", &["year", "found"])?.iter() {
        add(row.number("year"), 2, row.number("found"));
        let unknown = row.text("destination_kind") == "unknown";
        add(
            row.number("year"),
            3,
            if unknown { row.number("found") } else { 0 },
        );
    }
    if spec.knows_deaths() && sql::refuses(spec) {
        let rows = stock(spec, results)?;
        for row in rows
            .iter()
            .filter(|row| row.number("dead") == 1 && in_scope(spec, *row))
        {
            add(row.number("year"), 4, row.number("residents"));
        }
    } else if spec.knows_deaths() {
        for row in results.read("deaths", &["year", "found"])?.iter() {
            add(row.number("year"), 4, row.number("found"));
        }
    }
    let years = years.into_iter().map(|(year, [jan1, dec31, moves, unknown, deaths])| {
        json!({
            "year": year, "population_jan1": jan1, "population_dec31": dec31, "emigrations": moves,
            "unknown_destination": unknown, "deaths": spec.knows_deaths().then_some(deaths),
            "arrivals": (has_stock && spec.knows_deaths()).then_some(dec31 - jan1 + moves + deaths),
        })
    });
    Ok(years.collect())
}

/// The hash of a file, or of every file in a folder by name.
fn hash(path: &Path, lang: Lang) -> Result<String, Stop> {
    let mut paths: Vec<PathBuf> = match path.is_dir() {
        true => files::below(path, lang)?,
        false => vec![path.to_owned()],
    };
    paths.sort();
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 20];
    for path in paths {
        let failed = |error: std::io::Error| {
            Stop::Machine(publish::cannot_read(
                lang,
                &path.display().to_string(),
                &error.to_string(),
            ))
        };
        let mut file = fs::File::open(&path).map_err(failed)?;
        loop {
            let read = file.read(&mut buffer).map_err(failed)?;
            if read == 0 {
                break;
            }
            hash.update(&buffer[..read]);
        }
    }
    Ok(hex(&hash.finalize()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn write(
    spec: &Spec,
    text: &str,
    tables: &[Counted],
    run: &Value,
    out: &Path,
    lang: Lang,
) -> Result<(), Stop> {
    // What was made of an earlier run is of other counts.
    for stale in [COUNTED, PERSONS, protect::PROTECTED] {
        let _ = fs::remove_dir_all(out.join(stale));
    }
    let _ = fs::remove_file(out.join(protect::DONE));
    for (name, content) in tables::package(spec, tables) {
        files::write(&out.join(COUNTED).join(name), content, lang)?;
    }
    for table in tables {
        let path = out.join(PERSONS).join(format!("{}.csv", table.spec.name));
        files::write(&path, table.persons_csv(), lang)?;
    }
    files::write(&out.join(SPEC), text, lang)?;
    let run = serde_json::to_string_pretty(run).unwrap_or_default() + "\n";
    files::write(&out.join(RUN), run, lang)
}
