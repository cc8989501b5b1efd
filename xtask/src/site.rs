//! `pkg/`: the published site, which is a JavaScript package as well.

use crate::bindgen::{self, Bound};
use crate::compile::{Effort, Module};
use crate::step::{self, Steps};
use crate::{
    bundle, compile, files, first_view, keeping, minify, node, optimise, project, toolchain,
};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use utvandring::first_view::site::with_colours;

/// The folder that is published.
pub const FOLDER: &str = "pkg";

/// Where the parts of the page's module lie that are fetched when they are asked for.
pub const PARTS: &str = "parts";

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
    for module in Module::ALL.into_iter().chain([Module::Unpacker]) {
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
        let bindings = bindings(module, &compiled, can_optimise)?;
        bound.push((module, bindings.named_by_content()));
    }
    steps.next("putting the site together");
    let unpacker = bound.pop().context("the unpacker comes last")?;
    let folder = project::path(FOLDER);
    assemble(&bound, &unpacker, &folder, effort)?;
    println!("The site is in {FOLDER}/; {FOLDER}/offline.html is the same in one file.");
    Ok(folder)
}

/// The bindings, taken from the last build when the module is still the same.
fn bindings(module: Module, compiled: &[u8], can_optimise: bool) -> Result<Bound> {
    let kept = project::path("target/site").join(module.name());
    let (key, wasm, parts, needed, js) = (
        kept.join("key"),
        kept.join("bg.wasm"),
        kept.join("parts"),
        kept.join("needed.json"),
        kept.join("bindings.js"),
    );
    let current = key_of(compiled, can_optimise)?;
    if fs::read_to_string(&key).is_ok_and(|last| last == current) {
        return Ok(Bound {
            wasm: files::read_bytes(&wasm)?,
            parts: kept_parts(&parts)?,
            needed: serde_json::from_str(&files::read(&needed)?)?,
            js: files::read(&js)?,
        });
    }
    let mut bound = bindgen::bind(compiled, module.name(), module.form())?;
    if can_optimise {
        let before = bound.wasm.len();
        bound.wasm = optimise::shrink(&bound.wasm, module)?;
        step::note(&format!(
            "{}, wasm-opt: {before} bytes, now {}",
            module.name(),
            bound.wasm.len()
        ));
        for part in bound.parts.values_mut() {
            *part = optimise::shrink(part, module)?;
        }
    }
    if kept.exists() {
        fs::remove_dir_all(&kept).with_context(|| format!("cannot clear {}", kept.display()))?;
    }
    files::write(&wasm, &bound.wasm)?;
    for (name, part) in &bound.parts {
        files::write(&parts.join(format!("{name}.wasm")), part)?;
    }
    files::write(&needed, serde_json::to_string(&bound.needed)?)?;
    files::write(&js, &bound.js)?;
    files::write(&key, current)?;
    Ok(bound)
}

/// The parts that the last build has left.
fn kept_parts(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    if !folder.is_dir() {
        return Ok(BTreeMap::new());
    }
    let part = |path: PathBuf| {
        let name = files::address(&path).trim_end_matches(".wasm").to_owned();
        Ok((name, files::read_bytes(&folder.join(path))?))
    };
    files::below(folder)?.into_iter().map(part).collect()
}

fn key_of(compiled: &[u8], optimised: bool) -> Result<String> {
    let mut hash = Sha256::new();
    for library in ["wasm-bindgen-cli-support", "wasm_split_cli_support"] {
        hash.update(project::locked_version(library)?);
    }
    if optimised {
        hash.update(optimise::identity()?);
    }
    hash.update(compiled);
    Ok(node::hex(&hash.finalize()))
}

fn assemble(
    modules: &[(Module, Bound)],
    unpacker: &(Module, Bound),
    folder: &Path,
    effort: Effort,
) -> Result<()> {
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
            Some("js") => files::write(&to, minify::script(&files::read(&from)?)?)?,
            Some("css") => files::write(&to, minify::sheet(&files::read(&from)?)?)?,
            _ => files::write(&to, files::read_bytes(&from)?)?,
        }
    }
    files::write(&folder.join("package.json"), package_json(&www)?)?;
    // The site takes the page in one file apart as well, to hand it out.
    for (module, bound) in modules.iter().chain([unpacker]) {
        let file = |end: &str| folder.join(format!("{}_{end}", module.name()));
        files::write(&file("bg.wasm"), &bound.wasm)?;
        files::write(
            &file("glue.js"),
            minify::script(&bound.module_js(module.name())?)?,
        )?;
        for (name, part) in bound.fetched() {
            files::write(&folder.join(PARTS).join(format!("{name}.wasm")), part)?;
        }
        if *module == Module::Worker {
            let script = files::read(&www.join(WORKER_SCRIPT))?;
            // Beside the page's own module, whose name its files begin with.
            files::write(
                &folder.join("utvandring_worker.js"),
                minify::script(&[bound.classic_js(module.name())?, script].concat())?,
            )?;
        }
    }

    let drawn = first_view::of_site(folder)?;
    for (name, page) in &drawn.others {
        files::write(&folder.join(name), page)?;
    }
    let sheet = folder.join("style.css");
    files::write(&sheet, with_colours(&files::read(&sheet)?, &drawn.style))?;
    let template = files::read(&project::path("index.html"))?;
    let page = bundle::offline_page(
        &template,
        &bundle::Parts {
            folder,
            modules,
            unpacker: &unpacker.1,
            worker: &minify::script(&files::read(&www.join(WORKER_SCRIPT))?)?,
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
    minify::script(&format!("{{\n{shared}{own}}}\n"))
}

/// `www/package.json` with the version of the crate.
fn package_json(www: &Path) -> Result<String> {
    let text = files::read(&www.join("package.json"))?;
    let mut package: serde_json::Value =
        serde_json::from_str(&text).context("www/package.json is not JSON")?;
    package["version"] = project::locked_version("utvandring")?.into();
    Ok(serde_json::to_string_pretty(&package)? + "\n")
}
