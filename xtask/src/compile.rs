//! The library as a wasm module, before bindings.

use crate::bindgen::Form;
use crate::project;
use crate::step;
use crate::toolchain::{TARGET, Toolchain};
use anyhow::Result;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::PathBuf;

/// Where the browser's build lies: apart from the host's, since the compilers may differ.
const TARGET_DIR: &str = "target/wasm";

/// The package of the site.
const PACKAGE: &str = "utvandring";

/// The modules that the site consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Module {
    /// The page.
    Page,
    /// What workers do beside it.
    Worker,
    /// What unpacks both in `offline.html`.
    Unpacker,
}

impl Module {
    /// Those that a visitor gets, in that order.
    pub const ALL: [Module; 2] = [Module::Page, Module::Worker];

    /// The package that it is made of, and the feature of it.
    fn source(self) -> (&'static str, &'static str) {
        match self {
            Module::Page => (PACKAGE, "web"),
            Module::Worker => (PACKAGE, "worker"),
            Module::Unpacker => ("utvandring-unpack", ""),
        }
    }

    /// The profile of cargo, which is the name of the folder as well: the page is compiled for size, the
    /// worker for speed, and neither while something is being worked on.
    fn profile(self, effort: Effort) -> &'static str {
        match (self, effort) {
            (_, Effort::Quick) => "quick",
            (Module::Page, Effort::Full) => "release",
            (Module::Worker | Module::Unpacker, Effort::Full) => "worker",
        }
    }

    /// Whether the module uses vector instructions.
    pub fn has_vectors(self) -> bool {
        self != Module::Page
    }

    /// Whether it is taken apart: a visit needs some of the page only, a worker all of its module.
    pub fn form(self) -> Form {
        match self {
            Module::Page => Form::Parts,
            Module::Worker | Module::Unpacker => Form::Whole,
        }
    }

    /// The name of its files, before `_bg.wasm` and `_glue.js`.
    pub fn name(self) -> &'static str {
        match self {
            Module::Page => "utvandring",
            Module::Worker => "utvandring_worker",
            Module::Unpacker => "utvandring_unpack",
        }
    }
}

/// How much time a build may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// As it is published.
    Full,
    /// For looking at while working: does the same, is several times larger.
    Quick,
}

/// Compiles a module of the site.
pub fn module(toolchain: Toolchain, module: Module, effort: Effort) -> Result<PathBuf> {
    let mut flags = renamed_paths();
    if module.has_vectors() {
        flags.push("-Ctarget-feature=+simd128".into());
    }
    if module.form() == Form::Parts {
        flags.extend(with_relocations());
    }
    compiled(toolchain, module.source(), module.profile(effort), &flags)
}

/// Compiles the library with one of its features that is no module of the site.
pub fn with_feature(toolchain: Toolchain, feature: &str) -> Result<PathBuf> {
    let flags: Vec<OsString> = renamed_paths()
        .into_iter()
        .chain(with_relocations())
        .collect();
    compiled(toolchain, (PACKAGE, feature), "release", &flags)
}

/// A module is taken apart by what refers to what in it.
fn with_relocations() -> [OsString; 2] {
    ["-Clink-arg=--emit-relocs".into(), "-Cstrip=none".into()]
}

/// Compiles a feature of a package for the browser; cargo decides whether there is anything to do.
fn compiled(
    toolchain: Toolchain,
    (package, feature): (&str, &str),
    profile: &str,
    flags: &[OsString],
) -> Result<PathBuf> {
    step::run(
        toolchain
            .cargo()
            .args(["build", "--lib", "--package", package])
            .args(["--profile", profile])
            .args(["--no-default-features", "--features", feature])
            .args(["--target", TARGET, "--target-dir", TARGET_DIR])
            .env(RUSTFLAGS, joined(flags)),
    )?;
    Ok(project::path(TARGET_DIR)
        .join(TARGET)
        .join(profile)
        .join(format!("{}.wasm", package.replace('-', "_"))))
}

/// The variable in which cargo takes compiler flags that may hold spaces.
pub const RUSTFLAGS: &str = "CARGO_ENCODED_RUSTFLAGS";

/// Compiler flags as [`RUSTFLAGS`] takes them.
pub fn joined(flags: &[OsString]) -> OsString {
    flags.join(OsStr::new("\u{1f}"))
}

/// Messages in the module name source files: the same names on every machine, so that equal
/// sources give equal bytes and nothing tells where it was built.
pub fn renamed_paths() -> Vec<OsString> {
    let mut renamed = vec![(project::root().to_owned(), "utvandring")];
    if let Some(home) = cargo_home() {
        let mirrors = fs::read_dir(home.join("registry/src"))
            .into_iter()
            .flatten()
            .flatten();
        renamed.extend(mirrors.map(|entry| (entry.path(), "crates")));
    }
    renamed.sort();
    let flag = |(folder, name): (PathBuf, &str)| {
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(folder);
        flag.push("=");
        flag.push(name);
        flag
    };
    renamed.into_iter().map(flag).collect()
}

fn cargo_home() -> Option<PathBuf> {
    let set = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    set.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
}
