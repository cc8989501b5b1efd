//! The engines: each gets the same queries between a few lines of its own that say where the files are and
//! where results go. What they get is a text file, which runs without this program too.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use text::{Lang, publish};

use super::spec::Spec;
use super::sql::{KEPT, Query, queries, views};
use crate::outcome::Stop;

/// An engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// The default: one machine, any size that fits on its disk.
    DuckDb,
    /// Pure Rust; the second opinion.
    DataFusion,
    /// For data that lie in a cluster.
    Spark,
}

/// An input as the engine sees it.
struct Input {
    table: &'static str,
    path: PathBuf,
    /// Columns as they stand in the file, when it is CSV.
    header: Vec<String>,
    /// What is selected: column, name, whether it is a number.
    columns: Vec<(String, String, bool)>,
}

impl Input {
    fn is_parquet(&self) -> bool {
        crate::files::ends_with(&self.path, "parquet")
    }
}

impl Engine {
    /// Every engine.
    pub const ALL: [Engine; 3] = [Engine::DuckDb, Engine::DataFusion, Engine::Spark];

    /// The name on the command line, of its Python package, and of its file of queries.
    pub fn name(self) -> &'static str {
        match self {
            Engine::DuckDb => "duckdb",
            Engine::DataFusion => "datafusion",
            Engine::Spark => "spark",
        }
    }

    /// The engine of a name.
    pub fn from_name(name: &str) -> Option<Engine> {
        Engine::ALL.into_iter().find(|engine| engine.name() == name)
    }

    /// A program that runs a file of queries, and what it is called with.
    fn program(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Engine::DuckDb => ("duckdb", &["-bail", "-f"]),
            Engine::DataFusion => ("datafusion-cli", &["-q", "-f"]),
            Engine::Spark => ("spark-sql", &["-S", "-f"]),
        }
    }

    /// What does the same with the Python package.
    fn python(self) -> &'static str {
        match self {
            Engine::DuckDb => "import sys, duckdb\nrun = duckdb.connect().execute\n",
            Engine::DataFusion => {
                "import sys, datafusion\ncontext = datafusion.SessionContext()\n\
                 run = lambda sql: context.sql(sql).collect()\n"
            }
            Engine::Spark => {
                "import sys\nfrom pyspark.sql import SparkSession\n\
                 session = SparkSession.builder.appName('utvandring').config('spark.ui.enabled', 'false')\
                 .config('spark.sql.shuffle.partitions', '8').getOrCreate()\n\
                 session.sparkContext.setLogLevel('ERROR')\nrun = session.sql\n"
            }
        }
    }

    /// Asks the Python package for its version.
    fn version_of_package(self) -> &'static str {
        match self {
            Engine::DuckDb => "import duckdb; print(duckdb.__version__)",
            Engine::DataFusion => "import datafusion; print(datafusion.__version__)",
            Engine::Spark => "import pyspark; print(pyspark.__version__)",
        }
    }

    /// The file of queries.
    fn script(self, inputs: &[Input], spec: &Spec, results: &Path, memory: &str) -> String {
        let mut script = format!("-- {}: {}\n", self.name(), "utvandring tabulate");
        if self == Engine::DuckDb {
            let spill = results.join("spill");
            script += &format!(
                "SET memory_limit = '{memory}';\nSET enable_progress_bar = false;\n\
                 SET preserve_insertion_order = false;\n\
                 SET temp_directory = '{}';\n",
                self.in_sql(&spill)
            );
        }
        for input in inputs {
            script += &self.input(input);
        }
        let view = match self {
            Engine::DataFusion => "CREATE OR REPLACE VIEW",
            _ => "CREATE OR REPLACE TEMPORARY VIEW",
        };
        let table = match self {
            Engine::DuckDb => "CREATE OR REPLACE TEMPORARY TABLE",
            Engine::DataFusion => "CREATE OR REPLACE TABLE",
            Engine::Spark => "CACHE TABLE",
        };
        for Query { name, sql } in views(spec) {
            let make = if KEPT.contains(&name.as_str()) {
                table
            } else {
                view
            };
            script += &format!("{make} {name} AS\n{sql};\n");
        }
        for Query { name, sql } in queries(spec) {
            let path = results.join(format!("{name}.csv"));
            let path = self.in_sql(&path);
            script += &match self {
                Engine::DuckDb => {
                    format!("COPY (\n{sql}\n) TO '{path}' (HEADER, DELIMITER ',');\n")
                }
                Engine::DataFusion => format!(
                    "COPY (\n{sql}\n) TO '{path}' STORED AS CSV OPTIONS ('format.has_header' 'true');\n"
                ),
                Engine::Spark => format!(
                    "INSERT OVERWRITE DIRECTORY '{path}' USING csv OPTIONS (header 'true')\n{sql};\n"
                ),
            };
        }
        script
    }

    /// The type of a column. Persons may have long numbers; all else fits in half of that, which is half the work
    /// where rows are grouped.
    fn type_of(self, column: &str, is_number: bool) -> &'static str {
        match (is_number, column) {
            (true, "person") => "BIGINT",
            (true, _) => "INTEGER",
            (false, _) if self == Engine::Spark => "STRING",
            (false, _) => "VARCHAR",
        }
    }

    /// A path between the quotes of a text in SQL. Two quotes are two texts to Spark, and a backslash is a sign.
    fn in_sql(self, path: &Path) -> String {
        let path = path.display().to_string();
        match self {
            Engine::Spark => path.replace('\\', "\\\\").replace('\'', "\\'"),
            _ => path.replace('\'', "''"),
        }
    }

    /// A file as a table of the engine.
    fn input(self, input: &Input) -> String {
        let (table, path) = (input.table, self.in_sql(&input.path));
        let quote = if self == Engine::Spark { '`' } else { '"' };
        let columns: Vec<String> = input
            .columns
            .iter()
            .map(|(column, name, number)| {
                let kind = self.type_of(column, *number);
                format!("CAST({quote}{column}{quote} AS {kind}) AS {name}")
            })
            .collect();
        let columns = columns.join(", ");
        match (self, input.is_parquet()) {
            (Engine::DuckDb, true) => {
                format!(
                    "CREATE TEMPORARY VIEW {table} AS SELECT {columns} FROM read_parquet('{path}');\n"
                )
            }
            (Engine::DuckDb, false) => {
                let types = input.columns.iter().map(|(column, _, number)| {
                    format!("'{column}': '{}'", self.type_of(column, *number))
                });
                let types = types.collect::<Vec<_>>().join(", ");
                format!(
                    "CREATE TEMPORARY TABLE {table} AS SELECT {columns}\n  \
                     FROM read_csv('{path}', header = true, delim = ',', types = {{{types}}});\n"
                )
            }
            (Engine::DataFusion, true) => format!(
                "CREATE EXTERNAL TABLE {table}_file STORED AS PARQUET LOCATION '{path}';\n\
                 CREATE OR REPLACE VIEW {table} AS SELECT {columns} FROM {table}_file;\n"
            ),
            (Engine::DataFusion, false) => {
                // Columns go by their place. What is not counted is called by it: its name can be anything.
                let all = input.header.iter().enumerate().map(|(place, column)| {
                    let known = input.columns.iter().find(|(name, ..)| name == column);
                    match known {
                        Some((name, _, number)) => {
                            format!("\"{name}\" {}", self.type_of(name, *number))
                        }
                        None => format!("\"unused {place}\" VARCHAR"),
                    }
                });
                let all = all.collect::<Vec<_>>().join(", ");
                format!(
                    "CREATE EXTERNAL TABLE {table}_file ({all}) STORED AS CSV LOCATION '{path}'\n  \
                     OPTIONS ('format.has_header' 'true');\n\
                     CREATE OR REPLACE VIEW {table} AS SELECT {columns} FROM {table}_file;\n"
                )
            }
            (Engine::Spark, parquet) => {
                let form = match parquet {
                    true => format!("parquet OPTIONS (path '{path}')"),
                    false => format!("csv OPTIONS (path '{path}', header 'true')"),
                };
                format!(
                    "CREATE OR REPLACE TEMPORARY VIEW {table}_file USING {form};\n\
                     CREATE OR REPLACE TEMPORARY VIEW {table} AS SELECT {columns} FROM {table}_file;\n"
                )
            }
        }
    }
}

/// The inputs of a spec that lies in `folder`.
fn inputs(spec: &Spec, folder: &Path, lang: Lang) -> Result<Vec<Input>, Stop> {
    let integer = spec.person == "integer";
    let column = |name: &str, number: bool| {
        let inside = if name == "group" { "grp" } else { name };
        (name.to_owned(), inside.to_owned(), number)
    };
    let number =
        |name: &str| matches!(name, "birth_year" | "death_year" | "year" | "emigration_no");
    let names = |list: &[&str]| -> Vec<(String, String, bool)> {
        list.iter()
            .map(|name| column(name, number(name) || *name == "person" && integer))
            .collect()
    };
    let mut person = names(&["person", "birth_year", "group", "origin_base"]);
    person.extend(spec.columns.iter().map(|name| column(name, number(name))));
    let given = &spec.inputs;
    let emigration = [
        "person",
        "emigration_no",
        "year",
        "education",
        "destination_country",
    ];
    let country = ["country", "base_group", "origin_group", "destination"];
    let all = [
        ("person", &given.person, person),
        (
            "resident",
            &given.resident,
            names(&["person", "year", "education"]),
        ),
        ("emigration", &given.emigration, names(&emigration)),
        ("country", &given.country_groups, names(&country)),
    ];
    let mut inputs = Vec::new();
    for (table, path, columns) in all {
        let path = folder.join(path);
        let path = std::path::absolute(&path).unwrap_or(path);
        let mut input = Input {
            table,
            path,
            header: Vec::new(),
            columns,
        };
        if !input.is_parquet() {
            input.header = header(&input.path, lang)?;
            let lacks = input.columns.iter().map(|(name, ..)| name);
            let lacks: Vec<&str> = lacks
                .filter(|name| !input.header.contains(name))
                .map(String::as_str)
                .collect();
            if !lacks.is_empty() {
                let (path, found) = (input.path.display().to_string(), input.header.join(", "));
                return Err(Stop::Refused(publish::columns_missing(
                    lang,
                    &path,
                    &found,
                    &lacks.join(", "),
                )));
            }
        }
        inputs.push(input);
    }
    Ok(inputs)
}

/// The first line of a CSV file.
fn header(path: &Path, lang: Lang) -> Result<Vec<String>, Stop> {
    let unreadable = |reason: String| {
        Stop::Machine(publish::cannot_read(
            lang,
            &path.display().to_string(),
            &reason,
        ))
    };
    let mut reader = csv::Reader::from_path(path).map_err(|error| unreadable(error.to_string()))?;
    let header = reader
        .headers()
        .map_err(|error| unreadable(error.to_string()))?;
    Ok(header
        .iter()
        .map(|name| name.trim_start_matches('\u{feff}').to_owned())
        .collect())
}

/// Where the file of an engine lies in a plan.
pub fn script_path(out: &Path, engine: Engine) -> PathBuf {
    out.join("sql").join(format!("{}.sql", engine.name()))
}

/// Where results go.
pub fn results(out: &Path) -> PathBuf {
    let path = out.join("results");
    std::path::absolute(&path).unwrap_or(path)
}

/// Writes the file of every engine.
pub fn plan(
    spec: &Spec,
    folder: &Path,
    out: &Path,
    memory: &str,
    lang: Lang,
) -> Result<Vec<PathBuf>, Stop> {
    let inputs = inputs(spec, folder, lang)?;
    let mut written = Vec::new();
    for engine in Engine::ALL {
        let path = script_path(out, engine);
        crate::files::write(
            &path,
            engine.script(&inputs, spec, &results(out), memory),
            lang,
        )?;
        written.push(path);
    }
    Ok(written)
}

/// The files of persons, in the order of the inputs.
pub fn input_paths(spec: &Spec, folder: &Path) -> Vec<(&'static str, PathBuf)> {
    let given = &spec.inputs;
    vec![
        ("person", folder.join(&given.person)),
        ("resident", folder.join(&given.resident)),
        ("emigration", folder.join(&given.emigration)),
        ("country_groups", folder.join(&given.country_groups)),
    ]
}

/// How an engine is started here, and its version; what to install where it is not there.
fn found(engine: Engine, script: &Path, lang: Lang) -> Result<(Command, String), Stop> {
    let (program, words) = engine.program();
    let version = |command: &mut Command| {
        let output = command.stdin(Stdio::null()).output().ok()?;
        let text = String::from_utf8_lossy(&output.stdout);
        let line = text
            .lines()
            .find(|line| !line.trim().is_empty())?
            .trim()
            .to_owned();
        output.status.success().then_some(line)
    };
    let own = std::env::var("UTVANDRING_PYTHON").ok();
    if own.is_none()
        && let Some(version) = version(Command::new(program).arg("--version"))
    {
        let mut command = Command::new(program);
        command.args(words).arg(script);
        return Ok((command, version));
    }
    let pythons = own.map_or_else(
        || vec!["python3".to_owned(), "python".to_owned()],
        |own| vec![own],
    );
    for python in pythons {
        let Some(version) =
            version(Command::new(&python).args(["-c", engine.version_of_package()]))
        else {
            continue;
        };
        // Statements end with a semicolon at the end of a line.
        let statements = "for sql in open(sys.argv[1], encoding='utf-8').read().split(';\\n'):\n    \
                          if sql.strip():\n        run(sql)\n";
        let mut command = Command::new(&python);
        command
            .args(["-c", &format!("{}{statements}", engine.python())])
            .arg(script);
        return Ok((command, version));
    }
    Err(Stop::Machine(publish::engine_missing(
        lang,
        engine.name(),
        program,
    )))
}

/// Runs the file of an engine, and says which version did. `tell` hears how many results there are.
pub fn run(engine: Engine, out: &Path, lang: Lang, tell: &dyn Fn(u64)) -> Result<String, Stop> {
    let script = script_path(out, engine);
    let (mut command, version) = found(engine, &script, lang)?;
    let folder = results(out);
    let unwritable = |error: std::io::Error| {
        Stop::Machine(publish::cannot_write(
            lang,
            &folder.display().to_string(),
            &error.to_string(),
        ))
    };
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(unwritable)?;
    let errors = out.join("engine.log");
    let log = fs::File::create(&errors).map_err(unwritable)?;
    let to_log = log.try_clone().map_err(unwritable)?;
    let child = command
        .stdin(Stdio::null())
        .stdout(to_log)
        .stderr(log)
        .spawn();
    let mut child = child.map_err(|error| {
        Stop::Machine(publish::engine_failed(
            lang,
            engine.name(),
            &error.to_string(),
        ))
    })?;
    let status = loop {
        match child.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) => {}
            Err(error) => {
                return Err(Stop::Machine(publish::engine_failed(
                    lang,
                    engine.name(),
                    &error.to_string(),
                )));
            }
        }
        let done = fs::read_dir(&folder).map_or(0, |entries| {
            let entries = entries.flatten().map(|entry| entry.path());
            entries
                .filter(|path| path.extension().is_some_and(|ending| ending == "csv"))
                .count()
        });
        tell(done as u64);
        std::thread::sleep(Duration::from_millis(100));
    };
    let _ = fs::remove_dir_all(folder.join("spill"));
    match status.success() {
        true => Ok(version),
        false => {
            let log = fs::read_to_string(&errors).unwrap_or_default();
            let lines: Vec<&str> = log.lines().filter(|line| !line.trim().is_empty()).collect();
            let last = lines[lines.len().saturating_sub(8)..].join("\n");
            Err(Stop::Machine(publish::engine_failed(
                lang,
                engine.name(),
                &last,
            )))
        }
    }
}
