//! The compiler and standard library for the browser: found, or set up.
//!
//! Two ways lead there. Where toolchain downloads are reachable rustup adds the target. Where only
//! a distribution mirror and a crates mirror are, Debian's `rustc-web` packages serve: they carry
//! the source of the standard library, which is compiled once.

use crate::step::{self, Steps};
use crate::{compile, files, project, system};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// The target of the browser module.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The name under which rustup knows the distribution's compiler.
const LINKED: &str = "distro";
const DISTRIBUTION_PREFIX: &str = "/usr";
const PACKAGES: [&str; 5] = [
    "rustc-web",
    "cargo-web",
    "rust-web-src",
    "rust-web-llvm",
    "rust-web-clippy",
];

/// Names the compiler whose standard library lies beside it, so that an update is noticed.
const BUILT_BY: &str = "built-by.txt";

const RUSTUP_LIMIT: Duration = Duration::from_secs(60);

/// A Rust toolchain that can be asked to compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toolchain {
    /// The one that runs this program.
    Current,
    /// The distribution's, beside the current one.
    Distribution,
}

impl Toolchain {
    /// One of the toolchain's programs: `cargo`, `rustc`.
    pub fn program(self, name: &str) -> Command {
        match self {
            Toolchain::Current => Command::new(name),
            Toolchain::Distribution if system::program("rustup").is_some() => {
                let mut command = Command::new("rustup");
                command.args(["run", LINKED, name]);
                command
            }
            Toolchain::Distribution => {
                let bin = Path::new(DISTRIBUTION_PREFIX).join("bin");
                let mut command = Command::new(bin.join(name));
                command.env("RUSTC", bin.join("rustc"));
                command
            }
        }
    }

    /// The toolchain's cargo, in the folder of the repository.
    pub fn cargo(self) -> Command {
        let mut command = self.program("cargo");
        command.current_dir(project::root());
        command
    }

    /// Whether it can compile for the browser as it is.
    fn is_ready(self) -> bool {
        let Ok(library) = self.wasm_library() else {
            return false;
        };
        let built_by = fs::read_to_string(library.join(BUILT_BY));
        holds_std(&library)
            && match built_by {
                Ok(version) => self
                    .version()
                    .is_ok_and(|current| current == version.trim()),
                Err(_) => true,
            }
    }

    fn version(self) -> Result<String> {
        step::capture(self.program("rustc").arg("--version"))
    }

    fn sysroot(self) -> Result<PathBuf> {
        Ok(step::capture(self.program("rustc").args(["--print", "sysroot"]))?.into())
    }

    fn wasm_library(self) -> Result<PathBuf> {
        Ok(self.sysroot()?.join("lib/rustlib").join(TARGET).join("lib"))
    }
}

/// A toolchain that compiles for the browser, set up first when there is none.
pub fn wasm() -> Result<Toolchain> {
    if let Some(toolchain) = installed() {
        return Ok(toolchain);
    }
    println!("The Rust standard library for the browser ({TARGET}) is not on this machine.");
    if add_with_rustup()? {
        return Ok(Toolchain::Current);
    }
    match add_from_distribution() {
        Ok(true) => return Ok(Toolchain::Distribution),
        Ok(false) => {}
        Err(error) => step::note(&format!(
            "the distribution's packages do not serve: {error:#}"
        )),
    }
    bail!(
        "no compiler for the browser. Either of two ways leads there:\n\
         1. where downloads from the Rust project are reachable: rustup target add {TARGET}\n\
         2. on Debian 12 or newer with its package mirror: as root, apt-get install {}, \
         then this command again\n",
        PACKAGES.join(" ")
    )
}

/// The toolchain that can compile for the browser, if there is one.
pub fn installed() -> Option<Toolchain> {
    let linked = || {
        Path::new(DISTRIBUTION_PREFIX).join("bin/rustc").is_file()
            && step::succeeds(Toolchain::Distribution.program("rustc").arg("--version"))
    };
    if Toolchain::Current.is_ready() {
        return Some(Toolchain::Current);
    }
    (linked() && Toolchain::Distribution.is_ready()).then_some(Toolchain::Distribution)
}

/// Sets up the distribution's toolchain whether or not another one is there.
pub fn from_distribution() -> Result<()> {
    if !add_from_distribution()? {
        bail!("the distribution's packages do not lead to a compiler for the browser");
    }
    Ok(())
}

fn add_with_rustup() -> Result<bool> {
    if system::program("rustup").is_none() {
        return Ok(false);
    }
    println!(
        "  CHANGES THIS MACHINE: rustup target add {TARGET} (given up after {} s)",
        RUSTUP_LIMIT.as_secs()
    );
    let mut command = Command::new("rustup");
    let added = step::succeeds_within(command.args(["target", "add", TARGET]), RUSTUP_LIMIT)?;
    if !added {
        step::note("rustup could not fetch it; trying the distribution's packages instead");
    }
    Ok(added && Toolchain::Current.is_ready())
}

fn add_from_distribution() -> Result<bool> {
    if system::program("apt-get").is_none() {
        return Ok(false);
    }
    let mut steps = Steps::new("compiler for the browser", 5);
    steps.next("looking for the distribution's packages");
    system::refresh()?;
    if !system::offers(&PACKAGES) {
        step::note("this distribution does not offer them");
        return Ok(false);
    }
    steps.next("installing them (a few hundred megabytes)");
    system::install(&PACKAGES)?;
    steps.next("installing the linker they expect");
    install_linker()?;
    if system::program("rustup").is_some() {
        println!(
            "  CHANGES THIS MACHINE: rustup toolchain link {LINKED} {DISTRIBUTION_PREFIX} \
             (your default toolchain stays)"
        );
        let mut command = Command::new("rustup");
        step::run(command.args(["toolchain", "link", LINKED, DISTRIBUTION_PREFIX]))?;
    }
    steps.next("compiling the standard library once (about a minute)");
    let libraries = build_std()?;
    steps.next("putting it where the compiler looks for it");
    place_std(&libraries)?;
    // Code compiled against another standard library does not link with this one.
    let _ = fs::remove_dir_all(project::path("target/wasm"));
    Ok(Toolchain::Distribution.is_ready())
}

/// `rust-lld` is a symbolic link to a linker in a package of its own, named in the link's target.
fn install_linker() -> Result<()> {
    let link = Path::new(DISTRIBUTION_PREFIX).join("bin/rust-lld");
    if link.exists() {
        return Ok(());
    }
    let target = fs::read_link(&link)
        .with_context(|| format!("{} is not the link it was expected to be", link.display()))?;
    let package = linker_package(&target)
        .with_context(|| format!("no known package has {}", target.display()))?;
    system::install(&[package.as_str()])
}

/// `/usr/bin/lld-22` belongs to the package `lld-22`, `/usr/lib/llvm-22/bin/lld` as well.
fn linker_package(target: &Path) -> Option<String> {
    target.iter().find_map(|part| {
        let part = part.to_str()?;
        let version = part
            .strip_prefix("llvm-")
            .or_else(|| part.strip_prefix("lld-"))?;
        version
            .parse::<u32>()
            .ok()
            .map(|version| format!("lld-{version}"))
    })
}

/// Compiles the standard library as a dependency of an empty crate.
fn build_std() -> Result<Vec<PathBuf>> {
    let stub = project::path("target/std-for-wasm");
    files::write(
        &stub.join("Cargo.toml"),
        "[package]\nname = \"stub\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n",
    )?;
    files::write(&stub.join("src/lib.rs"), "#![no_std]\n")?;
    let mut flags = compile::renamed_paths();
    // Link-time optimisation of the page needs the library's bitcode.
    flags.push("-Cembed-bitcode=yes".into());
    step::run(
        Toolchain::Distribution
            .program("cargo")
            .current_dir(&stub)
            .args([
                "build",
                "--release",
                "--target",
                TARGET,
                "--target-dir",
                "target",
            ])
            .arg("-Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test")
            // The flag -Z is closed in released compilers otherwise.
            .env("RUSTC_BOOTSTRAP", "1")
            .env(compile::RUSTFLAGS, compile::joined(&flags)),
    )?;
    let compiled = stub.join("target").join(TARGET).join("release/deps");
    let libraries: Vec<PathBuf> = files::below(&compiled)?
        .into_iter()
        .filter(|file| {
            file.extension()
                .is_some_and(|extension| extension == "rlib")
        })
        .filter(|file| !file.to_string_lossy().starts_with("libstub"))
        .map(|file| compiled.join(file))
        .collect();
    if libraries.is_empty() {
        bail!(
            "the standard library was compiled, but {} is empty",
            compiled.display()
        );
    }
    Ok(libraries)
}

fn place_std(libraries: &[PathBuf]) -> Result<()> {
    let folder = Toolchain::Distribution.wasm_library()?;
    println!(
        "  CHANGES THIS MACHINE: writing the library to {}",
        folder.display()
    );
    let version = project::path("target/std-for-wasm").join(BUILT_BY);
    files::write(&version, Toolchain::Distribution.version()?)?;
    step::run(system::as_root("mkdir")?.arg("-p").arg(&folder))?;
    // Two versions of one library in the folder would both be found.
    for old in files::below(&folder)? {
        step::run(system::as_root("rm")?.arg(folder.join(old)))?;
    }
    step::run(
        system::as_root("cp")?
            .args(libraries)
            .arg(&version)
            .arg(&folder),
    )?;
    step::run(system::as_root("chmod")?.args(["-R", "a+rX"]).arg(&folder))
}

fn holds_std(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else {
        return false;
    };
    entries.flatten().any(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        name.starts_with("libstd-") && name.ends_with(".rlib")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_linkers_package_follows_from_the_links_target() {
        for (target, package) in [
            ("lld-22", Some("lld-22")),
            ("../lib/llvm-22/bin/lld", Some("lld-22")),
            ("/usr/bin/lld", None),
        ] {
            assert_eq!(
                linker_package(Path::new(target)).as_deref(),
                package,
                "{target}"
            );
        }
    }
}
