//! Distribution packages. Every change to the machine is announced before it is made.

use crate::step;
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// The path of a program that can be started by its name.
pub fn program(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&folders)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

/// Whether the distribution offers every one of these packages.
pub fn offers(packages: &[&str]) -> bool {
    program("apt-get").is_some()
        && packages
            .iter()
            .all(|name| step::succeeds(Command::new("apt-cache").args(["show", name])))
}

/// Installs distribution packages, after saying so.
pub fn install(packages: &[&str]) -> Result<()> {
    println!(
        "  CHANGES THIS MACHINE: installing the packages {} with apt-get",
        packages.join(" ")
    );
    // An install that would push out a package of the owner's stops instead.
    let mut command = as_root("apt-get")?;
    command.args([
        "install",
        "-y",
        "-q",
        "--no-install-recommends",
        "--no-remove",
    ]);
    step::run(
        command
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )
}

/// Fetches the distribution's list of packages.
pub fn refresh() -> Result<()> {
    println!("  CHANGES THIS MACHINE: fetching the list of packages with apt-get update");
    step::run(as_root("apt-get")?.args(["update", "-q"]))
}

/// A command with the rights of the administrator.
pub fn as_root(name: &str) -> Result<Command> {
    let user = step::capture(Command::new("id").arg("-u")).context("who runs this?")?;
    if user == "0" {
        return Ok(Command::new(name));
    }
    if program("sudo").is_none() {
        bail!("`{name}` needs the rights of the administrator, and there is no sudo");
    }
    let mut command = Command::new("sudo");
    command.arg(name);
    Ok(command)
}
