//! `pkg/`: the published site, which is a JavaScript package as well.

use crate::bindgen::{self, Bound};
use crate::compile::{Effort, Module};
use crate::step::{self, Steps};
use crate::{bundle, compile, files, first_view, keeping, node, optimise, project, toolchain};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// The folder that is published.
pub const FOLDER: &str = "pkg";

/// Goes into `offline.html` only.
const OFFLINE_API: &str = "offline.js";

/// What workers do; goes after the glue of their module.
const WORKER_SCRIPT: &str = "worker.js";

/// Keeps the site in the browser of those who ask for it.
const SERVICE_WORKER: &str = "sw.js";

/// Builds the site and returns its folder.
pub fn build(effort: Effort) -> Result<PathBuf> {
    let mut steps = Steps::new("build", 4);
    steps.next("finding the compiler for the browser");
    let toolchain = toolchain::wasm()?;
    steps.next("compiling the page and the worker for the browser");
    let mut compiled = Vec::new();
    for module in Module::ALL {
        // Some end in the same file, so each is read before the next is compiled.
        compiled.push((
            module,
            files::read_bytes(&compile::module(toolchain, module, effort)?)?,
        ));
    }
    steps.next("writing the bindings and making the modules smaller");
    let can_optimise = effort == Effort::Full && optimise::prepare()?;
    let mut bound = Vec::new();
    for (module, compiled) in compiled {
        bound.push((module, bindings(module, &compiled, can_optimise)?));
    }
    steps.next("putting the site together");
    let folder = project::path(FOLDER);
    assemble(&bound, &folder, effort)?;
    println!("The site is in {FOLDER}/; {FOLDER}/offline.html is the same in one file.");
    Ok(folder)
}

/// The bindings, taken from the last build when the module is still the same.
fn bindings(module: Module, compiled: &[u8], can_optimise: bool) -> Result<Bound> {
    let kept = project::path("target/site").join(module.name());
    let (key, wasm, module_js, classic_js) = (
        kept.join("key"),
        kept.join("bg.wasm"),
        kept.join("module.js"),
        kept.join("classic.js"),
    );
    let current = key_of(compiled, can_optimise)?;
    if fs::read_to_string(&key).is_ok_and(|last| last == current) {
        return Ok(Bound {
            wasm: files::read_bytes(&wasm)?,
            module_js: files::read(&module_js)?,
            classic_js: files::read(&classic_js)?,
        });
    }
    let global = global_of(module);
    let mut bound = bindgen::bind(compiled, &global)?;
    let factory = bindgen::factory(&global, &bound.classic_js);
    bound.module_js = format!("export default {factory}");
    bound.classic_js = format!("const {global} = {factory}");
    if can_optimise {
        let before = bound.wasm.len();
        bound.wasm = optimise::shrink(&bound.wasm, module.has_vectors())?;
        step::note(&format!(
            "{}, wasm-opt: {before} bytes, now {}",
            module.name(),
            bound.wasm.len()
        ));
    }
    files::write(&wasm, &bound.wasm)?;
    files::write(&module_js, &bound.module_js)?;
    files::write(&classic_js, &bound.classic_js)?;
    files::write(&key, current)?;
    Ok(bound)
}

/// The variable that a classic script has the glue of a module in.
fn global_of(module: Module) -> String {
    format!("{}_glue", module.name())
}

fn key_of(compiled: &[u8], optimised: bool) -> Result<String> {
    let mut hash = Sha256::new();
    // What is made of the glue changes with this.
    hash.update(bindgen::factory("", ""));
    hash.update(project::locked_version("wasm-bindgen-cli-support")?);
    if optimised {
        hash.update(optimise::identity()?);
    }
    hash.update(compiled);
    Ok(node::hex(&hash.finalize()))
}

fn assemble(modules: &[(Module, Bound)], folder: &Path, effort: Effort) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot clear {}", folder.display()))?;
    }
    let www = project::path("www");
    for relative in files::below(&www)? {
        let is_part = [OFFLINE_API, WORKER_SCRIPT].map(Path::new);
        if is_part.contains(&relative.as_path()) {
            continue;
        }
        let (from, to) = (www.join(&relative), folder.join(&relative));
        match relative.extension().and_then(|end| end.to_str()) {
            Some("js") => files::write(&to, without_comments(&files::read(&from)?))?,
            Some("css") => files::write(&to, without_remarks(&files::read(&from)?))?,
            _ => files::write(&to, files::read_bytes(&from)?)?,
        }
    }
    files::write(&folder.join("package.json"), package_json(&www)?)?;
    for (module, bound) in modules {
        let file = |end: &str| folder.join(format!("{}_{end}", module.name()));
        files::write(&file("bg.wasm"), &bound.wasm)?;
        files::write(&file("glue.js"), &bound.module_js)?;
        if *module == Module::Worker {
            let script = without_comments(&files::read(&www.join(WORKER_SCRIPT))?);
            // Beside the page's own module, whose name its files begin with.
            files::write(
                &folder.join("utvandring_worker.js"),
                [&bound.classic_js, &*script].concat(),
            )?;
        }
    }

    let drawn = first_view::of_site(folder)?;
    let sheet = folder.join("style.css");
    files::write(&sheet, [files::read(&sheet)?, drawn.style].concat())?;
    let template = files::read(&project::path("index.html"))?;
    let page = bundle::offline_page(
        &template,
        &bundle::Parts {
            folder,
            modules,
            worker: &without_comments(&files::read(&www.join(WORKER_SCRIPT))?),
            api: &offline_api(&www)?,
            boot: &files::read(&folder.join("boot.js"))?,
            first_view: &drawn.html,
            effort,
        },
    )?;
    let checksum = node::hex(&Sha256::digest(&page));
    files::write(&folder.join("offline.html"), page)?;
    // In the form of `sha256sum`, so that it can be checked with it.
    files::write(
        &folder.join("offline.html.sha256"),
        format!("{checksum}  offline.html\n"),
    )?;
    files::write(
        &folder.join("index.html"),
        bundle::site_page(&template, &drawn.html, &checksum)?,
    )?;
    let worker = keeping::service_worker(folder, &files::read(&www.join(SERVICE_WORKER))?)?;
    files::write(&folder.join(SERVICE_WORKER), worker)
}

/// The script of the page in one file: what is a module on the site goes before it.
fn offline_api(www: &Path) -> Result<String> {
    let shared = ["first_view.js", "again.js"].map(|name| files::read(&www.join(name)));
    let shared = shared.into_iter().collect::<Result<String>>()?;
    let shared = shared.replace("export const ", "const ");
    let own = files::read(&www.join(OFFLINE_API))?;
    Ok(without_comments(&format!("{{\n{shared}{own}}}\n")))
}

/// A script without the lines that hold a comment only: a visitor does not download them.
fn without_comments(script: &str) -> String {
    let lines = script.lines();
    let lines = lines.filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// A style sheet without its comments.
fn without_remarks(sheet: &str) -> String {
    let mut kept = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before.trim_end_matches(' '));
        rest = after.split_once("*/").map_or("", |(_, after)| after);
        rest = rest.strip_prefix('\n').unwrap_or(rest);
    }
    kept + rest
}

/// `www/package.json` with the version of the crate.
fn package_json(www: &Path) -> Result<String> {
    let text = files::read(&www.join("package.json"))?;
    let mut package: serde_json::Value =
        serde_json::from_str(&text).context("www/package.json is not JSON")?;
    package["version"] = project::locked_version("utvandring")?.into();
    Ok(serde_json::to_string_pretty(&package)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_published_has_no_comments() {
        let script = "// one\nlet a = \"// two\"; // three\n  // four\nb();\n";
        assert_eq!(
            without_comments(script),
            "let a = \"// two\"; // three\nb();\n"
        );
        let sheet = "/* one\n two */\na { color: red }\n  /* three */\nb { top: 0 } /* four */\n";
        assert_eq!(without_remarks(sheet), "a { color: red }\nb { top: 0 }");
    }
}
