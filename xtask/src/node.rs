//! Node programs that are pinned by a lock file in the repository.

use crate::step;
use crate::{files, project, system};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use std::process::Command;

/// Names the lock file that was installed.
const INSTALLED: &str = "node_modules/.installed-lock";

/// Whether Node and its package manager are on this machine.
pub fn is_here() -> bool {
    system::program("node").is_some() && system::program("npm").is_some()
}

/// Node, installed by the distribution's packages when it is missing.
pub fn ensure() -> Result<()> {
    if is_here() {
        return Ok(());
    }
    println!("Node.js is not on this machine; the browser tests are driven by it.");
    let packages = ["nodejs", "npm"];
    if system::program("apt-get").is_none() {
        anyhow::bail!("install Node.js 18 or newer (with npm), then run this command again");
    }
    if !system::offers(&packages) {
        system::refresh()?;
    }
    system::install(&packages)
}

/// The folder of `package.json`, with exactly the packages of its lock file below it.
pub fn install(relative: &str) -> Result<PathBuf> {
    let folder = project::path(relative);
    let lock = files::read_bytes(&folder.join("package-lock.json"))?;
    let wanted = hex(&Sha256::digest(&lock));
    let stamp = folder.join(INSTALLED);
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(folder);
    }
    step::note(&format!("npm ci in {relative}"));
    let mut command = Command::new("npm");
    // No package may run a program of its own while it is installed.
    command.args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]);
    step::run(command.current_dir(&folder)).context("cannot install the Node packages")?;
    files::write(&stamp, wanted)?;
    Ok(folder)
}

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
