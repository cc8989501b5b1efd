//! Everything that can be said about the code without running it.

use crate::dependencies;
use crate::step::{self, Steps};
use crate::test;
use crate::toolchain::{self, TARGET, Toolchain};
use anyhow::Result;

/// Stops at the first check that fails.
pub fn run() -> Result<()> {
    let mut steps = Steps::new("check", 6);
    let host = || Toolchain::Current.cargo();

    steps.next("formatting");
    step::run(host().args(["fmt", "--all", "--check"]))?;

    steps.next("lints");
    step::run(host().args(["clippy", "--workspace", "--all-targets", "--", "-Dwarnings"]))?;

    steps.next("lints, for the browser");
    for_the_browser(toolchain::wasm()?)?;

    steps.next("documentation");
    let mut documentation = host();
    documentation.args(["doc", "--no-deps", "--workspace", "--exclude", "xtask"]);
    step::run(documentation.env("RUSTDOCFLAGS", "-Dwarnings"))?;

    steps.next("the direction between the rooms");
    // As the tests of the host are compiled, so that it is done once.
    let layers = ["test", "--test", "layers", "--quiet"];
    step::run(host().args(layers).args(test::ON_THE_HOST))?;

    steps.next("licences and sources of the dependencies");
    dependencies::check()?;
    println!("all checks passed");
    Ok(())
}

fn for_the_browser(toolchain: Toolchain) -> Result<()> {
    let browser = ["--lib", "--package", "utvandring", "--target", TARGET];
    let apart = ["--target-dir", "target/wasm"];
    if step::succeeds(toolchain.cargo().args(["clippy", "--version"])) {
        let mut clippy = toolchain.cargo();
        return step::run(
            clippy
                .arg("clippy")
                .args(browser)
                .args(apart)
                .args(["--", "-Dwarnings"]),
        );
    }
    step::note("the compiler for the browser comes without clippy: warnings of the compiler only");
    let mut check = toolchain.cargo();
    step::run(
        check
            .arg("check")
            .args(browser)
            .args(apart)
            .env("RUSTFLAGS", "-Dwarnings"),
    )
}
