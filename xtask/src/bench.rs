//! `cargo xtask bench`: the built site beside other products, measured in one run.
//!
//! Here is only what has to be built and found; `bench/` measures.

use crate::bindgen::Form;
use crate::compile::Effort;
use crate::step::{self, Steps};
use crate::toolchain::TARGET;
use crate::{
    bindgen, browsers, compile, engines, files, node, optimise, project, site, size, test,
    toolchain,
};
use anyhow::Result;
use std::process::Command;

const FOLDER: &str = "bench";

/// The module that only draws: a feature of the crate, and where the page that measures finds it.
const DRAWING: &str = "redraw";
const DRAWING_FOLDER: &str = "target/bench/redraw";

/// The program that counts what hostile inputs cost, and where it is built.
const HOSTILE: &str = "bench/hostile/Cargo.toml";
const HOSTILE_TARGET: &str = "target/hostile";

/// Builds what is measured and measures it. The words are handed on: `data`, `start`, `--runs=5`.
pub fn run(words: &[&str]) -> Result<()> {
    if let ["tabulate", words @ ..] = words {
        return engines::bench(words);
    }
    if let ["hostile", words @ ..] = words {
        return hostile(words);
    }
    let mut steps = Steps::new("bench", 3);
    steps.next("the other products and the browser");
    node::ensure()?;
    node::install(test::FOLDER)?;
    node::install(FOLDER)?;
    let browsers = browsers::prepare(false)?;

    steps.next("the site, and the module that only draws");
    let folder = site::build(Effort::Full)?;
    drawing()?;

    steps.next("measuring; other work on this machine blurs it");
    let first_paint: Vec<String> = size::first_paint(&folder)?
        .iter()
        .map(|path| files::address(path))
        .collect();
    let mut command = Command::new("node");
    command
        .arg(project::path(FOLDER).join("run.mjs"))
        .arg(format!("--first-paint={}", first_paint.join(",")))
        .args(words)
        .envs(browsers.iter().map(|one| (one.variable, &one.path)));
    step::run(&mut command)
}

/// Files and links that are made to keep a page busy: their steps, memory and time.
fn hostile(words: &[&str]) -> Result<()> {
    let of = |mut cargo: Command, what: &str| {
        cargo
            .args([what, "--release", "--manifest-path", HOSTILE])
            .args(["--target-dir", HOSTILE_TARGET]);
        cargo
    };
    let mut module = of(toolchain::wasm()?.cargo(), "build");
    step::run(module.args(["--lib", "--target", TARGET]))?;
    let module = project::path(HOSTILE_TARGET)
        .join(TARGET)
        .join("release/utvandring_hostile.wasm");
    let mut count = of(toolchain::Toolchain::Current.cargo(), "run");
    step::run(count.arg("--").arg(module).args(words))
}

/// Builds the module that only draws, in the same way as those of the site.
fn drawing() -> Result<()> {
    let compiled = compile::with_feature(toolchain::wasm()?, DRAWING)?;
    let name = format!("utvandring_{DRAWING}");
    let mut bound = bindgen::bind(&files::read_bytes(&compiled)?, &name, Form::Parts)?;
    if optimise::prepare()? {
        bound.wasm = optimise::shrink(&bound.wasm, compile::Module::Page)?;
    }
    let folder = project::path(DRAWING_FOLDER);
    files::write(&folder.join(format!("{name}_bg.wasm")), &bound.wasm)?;
    files::write(
        &folder.join(format!("{name}_glue.js")),
        bound.module_js(&name)?,
    )
}
