//! `cargo xtask fuzz`: each reader of files for a while on bytes that nobody thought of.
//!
//! The long suite. What a target finds lies in `target/fuzz/found`; once mended, the file goes to
//! `tests/fuzz_regressions`, which the normal suite reads (`tests/readers.rs`).

use crate::step::{self, Steps};
use crate::toolchain::Toolchain;
use crate::{files, project, system};
use anyhow::{Context, Result, bail};
use std::fs;
use std::process::Command;

/// Seconds for each target unless others are asked for.
const SECONDS: u64 = 60;

/// A reader that takes longer for a small file hangs, as far as a visitor is concerned.
const SECONDS_A_FILE: u32 = 10;

/// Memory that a reader may use for a small file.
const MEGABYTES: u32 = 2048;

/// Longer files repeat what shorter ones show, and slow the search down.
const LONGEST: u32 = 8192;

/// Small files of every text format, as further beginnings.
const FIXTURES: &str = "tests/fixtures/formats/files";

/// Runs every target, or those named, for so many seconds each.
pub fn run(words: &[&str]) -> Result<()> {
    let (seconds, names) = match words {
        [first, names @ ..] if first.bytes().all(|byte| byte.is_ascii_digit()) => {
            (first.parse().context("not a number of seconds")?, names)
        }
        names => (SECONDS, names),
    };
    let targets = targets()?;
    if let Some(unknown) = names
        .iter()
        .find(|name| !targets.iter().any(|target| target == *name))
    {
        bail!(
            "no such target: {unknown}; there are {}",
            targets.join(", ")
        );
    }
    let compiler = Compiler::find()?;
    let chosen: Vec<&String> = targets
        .iter()
        .filter(|target| names.is_empty() || names.contains(&target.as_str()))
        .collect();
    let mut steps = Steps::new("fuzz", chosen.len());
    let mut failed = Vec::new();
    for target in chosen {
        steps.next(&format!("{target}, {seconds} s"));
        if let Err(error) = one(compiler, target, seconds) {
            println!("{error:#}");
            failed.push(target.as_str());
        }
    }
    if !failed.is_empty() {
        bail!(
            "{} found something; the files are in target/fuzz/found",
            failed.join(", ")
        );
    }
    println!("no reader was brought down");
    Ok(())
}

/// The names of the targets.
fn targets() -> Result<Vec<String>> {
    let sources = files::below(&project::path("fuzz/fuzz_targets"))?;
    let names = sources.iter().filter_map(|path| path.file_stem());
    Ok(names
        .map(|name| name.to_string_lossy().into_owned())
        .collect())
}

/// The instrumentation needs flags that only a nightly compiler takes, or one that is told to.
#[derive(Clone, Copy)]
enum Compiler {
    Nightly,
    /// Without the address sanitizer: the library has no `unsafe` that it could watch.
    ToldTo,
}

impl Compiler {
    fn find() -> Result<Compiler> {
        if !step::succeeds(Command::new("cargo").args(["fuzz", "--version"])) {
            bail!("cargo-fuzz is not on this machine: `cargo install cargo-fuzz`");
        }
        if system::program("rustup").is_some()
            && step::succeeds(Command::new("rustup").args(["run", "nightly", "rustc", "--version"]))
        {
            return Ok(Compiler::Nightly);
        }
        step::note(
            "no nightly compiler (`rustup toolchain install nightly`): the stable one serves, \
             without the address sanitizer",
        );
        Ok(Compiler::ToldTo)
    }

    fn cargo_fuzz(self) -> Command {
        match self {
            Compiler::Nightly => {
                let mut command = Command::new("rustup");
                command.args(["run", "nightly", "cargo", "fuzz", "run"]);
                command
            }
            Compiler::ToldTo => {
                let mut command = Toolchain::Current.cargo();
                command
                    .env("RUSTC_BOOTSTRAP", "1")
                    .args(["fuzz", "run", "--sanitizer", "none"]);
                command
            }
        }
    }
}

fn one(compiler: Compiler, target: &str, seconds: u64) -> Result<()> {
    // The first folder is the one that grows; what is kept in the repository is chosen by hand.
    let grown = project::path("target/fuzz/corpus").join(target);
    let found = project::path("target/fuzz/found").join(target);
    for folder in [&grown, &found] {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
    }
    let mut command = compiler.cargo_fuzz();
    command
        .current_dir(project::root())
        .args(["--target-dir", "target/fuzz/build", target])
        .arg(&grown)
        .arg(project::path("fuzz/corpus").join(target))
        .arg(project::path(FIXTURES))
        .arg("--")
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-timeout={SECONDS_A_FILE}"))
        .arg(format!("-rss_limit_mb={MEGABYTES}"))
        .arg(format!("-max_len={LONGEST}"))
        .arg(format!("-artifact_prefix={}/", found.display()))
        .arg("-print_final_stats=1");
    step::run(&mut command)
}
