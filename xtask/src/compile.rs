//! The library as a wasm module, before bindings.

use crate::project;
use crate::step;
use crate::toolchain::{TARGET, Toolchain};
use anyhow::Result;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

/// Where the browser's build lies: apart from the host's, since the compilers may differ.
const TARGET_DIR: &str = "target/wasm";

/// Compiles the library for the browser; cargo decides whether there is anything to do.
pub fn module(toolchain: Toolchain) -> Result<PathBuf> {
    step::run(
        toolchain
            .cargo()
            .args(["build", "--lib", "--release", "--package", "utvandring"])
            .args(["--target", TARGET, "--target-dir", TARGET_DIR])
            .env("CARGO_ENCODED_RUSTFLAGS", flags()),
    )?;
    Ok(project::path(TARGET_DIR)
        .join(TARGET)
        .join("release/utvandring.wasm"))
}

/// Messages in the module name source files: the same names on every machine, so that equal
/// sources give equal bytes and nothing tells where it was built.
fn flags() -> OsString {
    let mut renamed: Vec<(PathBuf, &str)> = vec![(project::root().to_owned(), "utvandring")];
    if let Some(home) = cargo_home() {
        let mirrors = fs::read_dir(home.join("registry/src"))
            .into_iter()
            .flatten()
            .flatten();
        let mut mirrors: Vec<PathBuf> = mirrors.map(|entry| entry.path()).collect();
        mirrors.sort();
        renamed.extend(mirrors.into_iter().map(|folder| (folder, "crates")));
    }
    let mut flags = OsString::new();
    for (folder, name) in renamed {
        if !flags.is_empty() {
            flags.push("\u{1f}");
        }
        flags.push("--remap-path-prefix=");
        flags.push(folder);
        flags.push("=");
        flags.push(name);
    }
    flags
}

fn cargo_home() -> Option<PathBuf> {
    let set = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    set.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
}
