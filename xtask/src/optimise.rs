//! A smaller wasm module by `wasm-opt`, where Node is there to run it.

use crate::compile::Module;
use crate::step;
use crate::{files, node, project};
use anyhow::Result;
use std::process::Command;

/// The programs that make the site smaller: wasm-opt, and esbuild for [`crate::minify`].
pub const FOLDER: &str = "xtask/shrink";

/// Exactly what the compiler uses and every current browser has. "All features" would let
/// wasm-opt write modules that browsers refuse.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Modules with vector instructions have these as well.
const VECTORS: &str = "--enable-simd";

/// For what unpacks the others, which is waited for and small in any case.
const FAST: [&str; 1] = ["-O3"];

/// For all others. Loops over rows are what the compiler made of them: they take as long after these passes as after
/// those for speed, which lengthen the module of the workers by a tenth.
///
/// Two passes of `-Oz` that shorten the module lengthen what is sent: repeated code is what the
/// compression lives on. Nothing lies in the first 1024 bytes of memory, where the stack ends.
const SMALL: [&str; 4] = [
    "-Oz",
    "--skip-pass=inlining-optimizing",
    "--skip-pass=local-cse",
    "--low-memory-unused",
];

/// Installs what makes the site smaller; false where it cannot run.
pub fn prepare() -> Result<bool> {
    if !node::is_here() {
        step::note(
            "Node.js is not here, so wasm-opt and esbuild are left out: the site is larger than it need be",
        );
        return Ok(false);
    }
    match node::install(FOLDER) {
        Ok(_) => Ok(true),
        Err(error) => {
            step::note(&format!(
                "wasm-opt and esbuild are left out, the site is larger than it need be: {error:#}"
            ));
            Ok(false)
        }
    }
}

/// What decides the result besides the module itself.
pub fn identity() -> Result<String> {
    let lock = files::read(&project::path(FOLDER).join("package-lock.json"))?;
    let flags = [&FEATURES[..], &FAST, &SMALL].concat().join(" ");
    Ok(format!("{flags}\n{lock}"))
}

/// The module made smaller or faster. Needs [`prepare`] to have succeeded.
pub fn shrink(wasm: &[u8], module: Module) -> Result<Vec<u8>> {
    let before = project::path("target/site/before.wasm");
    let after = project::path("target/site/after.wasm");
    files::write(&before, wasm)?;
    let program = project::path(FOLDER).join("node_modules/binaryen/bin/wasm-opt");
    let mut command = Command::new("node");
    command
        .arg(program)
        .args(FEATURES)
        .args(module.has_vectors().then_some(VECTORS))
        .args(match module {
            Module::Page | Module::Worker => &SMALL[..],
            Module::Unpacker => &FAST,
        })
        .arg(&before)
        .arg("-o")
        .arg(&after);
    step::run(&mut command)?;
    files::read_bytes(&after)
}
