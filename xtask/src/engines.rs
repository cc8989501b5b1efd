//! The engines that count person files: set up in a Python environment of their own below `target`.

use crate::toolchain::Toolchain;
use crate::{project, step, system, teaching};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// The environment.
const FOLDER: &str = "target/engines";
/// Engines of every test run, with the versions that they are tried with.
const PACKAGES: [&str; 2] = ["duckdb==2.0.1", "datafusion==55.0.0"];
/// The engine for clusters.
const SPARK: &str = "pyspark==4.3.0";
/// What person files are counted with by hand, to be compared with.
const BY_HAND: [&str; 2] = ["pandas==3.1.1", "polars==2.1.0"];
/// A part of the teaching register, as person files.
const REGISTER: &str = "target/publishers/register";
/// The group in it.
const GROUP: &str = "nb_two_immigrant_parents";

/// The Python of the environment.
fn python() -> PathBuf {
    let inside = if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    };
    project::path(FOLDER).join(inside)
}

/// Sets up the engines and the register that the tests count.
pub fn prepare() -> Result<()> {
    install(&PACKAGES)?;
    let register = project::path(REGISTER);
    if !register.join("spec.json").is_file() {
        step::note("writing a part of the teaching register as person files");
        teaching::register(&register, &[GROUP])?;
    }
    Ok(())
}

/// Installs packages that the environment does not have in this version.
fn install(packages: &[&str]) -> Result<()> {
    let python = python();
    if !python.is_file() {
        create()?;
    }
    let has = |package: &&&str| {
        let Some((name, version)) = package.split_once("==") else {
            return false;
        };
        let asked =
            format!("import importlib.metadata as m; assert m.version('{name}') == '{version}'");
        step::succeeds(Command::new(&python).args(["-c", &asked]))
    };
    let lacks: Vec<&&str> = packages.iter().filter(|package| !has(package)).collect();
    if lacks.is_empty() {
        return Ok(());
    }
    step::note(&format!("installing packages of Python below {FOLDER}"));
    let mut command = Command::new(&python);
    step::run(
        command
            .args(["-m", "pip", "install", "--quiet"])
            .args(lacks),
    )
}

fn create() -> Result<()> {
    let folder = project::path(FOLDER);
    let create = || {
        let mut command = Command::new("python3");
        command.args(["-m", "venv"]).arg(&folder);
        command
    };
    if system::program("python3").is_some() && step::succeeds(&mut create()) {
        return Ok(());
    }
    // Debian keeps the module apart.
    if !system::offers(&["python3-venv"]) {
        bail!("the tests of the engines need Python 3 with its module venv");
    }
    system::install(&["python3-venv"])?;
    step::run(&mut create())
}

/// Runs the tests of the command line with Spark beside the other engines, on the whole register.
pub fn test() -> Result<()> {
    prepare()?;
    install(&[SPARK])?;
    if system::program("java").is_none() {
        if !system::offers(&["default-jre-headless"]) {
            bail!("Apache Spark needs Java 17 or newer");
        }
        system::install(&["default-jre-headless"])?;
    }
    let whole = project::path("target/publishers/whole");
    if !whole.join("spec.json").is_file() {
        teaching::register(&whole, &[])?;
    }
    let mut command = Toolchain::Current.cargo();
    command
        .args(["test", "--package", "utvandring-cli", "--test", "tabulate"])
        .env("UTVANDRING_ENGINES", "duckdb datafusion spark")
        .env("UTVANDRING_REGISTER", &whole);
    step::run(&mut command).context("the tests of the engines failed")
}

/// Counts synthetic person files of 29 million person-years, or of so many millions, beside pandas and polars.
pub fn bench(words: &[&str]) -> Result<()> {
    install(&PACKAGES)?;
    install(&BY_HAND)?;
    let mut command = Toolchain::Current.cargo();
    step::run(command.args(["build", "--release", "--package", "utvandring-cli"]))?;
    let runs = words
        .iter()
        .find_map(|word| word.strip_prefix("--runs="))
        .unwrap_or("3");
    let millions = words
        .iter()
        .find(|word| !word.starts_with("--"))
        .unwrap_or(&"29");
    let mut command = Command::new(python());
    command
        .arg(project::path("bench/tabulate/compare.py"))
        .arg(project::path("target/release/utvandring"))
        .arg(project::path(&format!("target/bench/tabulate-{millions}")))
        .args([millions, runs]);
    step::run(&mut command)
}
