//! The JavaScript around the wasm module, by the library behind `wasm-bindgen`.

use crate::project;
use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

/// The module and the two forms of JavaScript that load it.
pub struct Bound {
    /// The module with only the imports and exports the JavaScript needs.
    pub wasm: Vec<u8>,
    /// An ES module, for the site.
    pub module_js: String,
    /// A classic script that sets a variable, for workers and the page in one file.
    pub classic_js: String,
}

/// The glue as a function that makes a fresh one, around an instance of its own, each time it is called. It is
/// given what stands in for the browser's `WebAssembly` and `Worker`.
pub fn factory(global: &str, classic_js: &str) -> String {
    format!("(WebAssembly, Worker) => {{\n{classic_js}\nreturn {global};\n}};\n")
}

/// Bindings for a compiled module. The classic script sets a variable of the name `global`.
pub fn bind(compiled: &[u8], global: &str) -> Result<Bound> {
    check_versions()?;
    let (wasm, module_js) = generate(compiled, |bindgen| bindgen.web(true))?;
    let (classic_wasm, classic_js) = generate(compiled, |bindgen| {
        bindgen.no_modules(true)?.no_modules_global(global)
    })?;
    if wasm != classic_wasm {
        bail!("the site and the page in one file would need different wasm modules");
    }
    Ok(Bound {
        wasm,
        module_js,
        classic_js,
    })
}

/// The generator and the library in the page speak only to their own version.
fn check_versions() -> Result<()> {
    let page = project::locked_version("wasm-bindgen")?;
    let generator = project::locked_version("wasm-bindgen-cli-support")?;
    if page != generator {
        bail!(
            "Cargo.lock has wasm-bindgen {page} but wasm-bindgen-cli-support {generator}. \
             Write the same exact version (=x.y.z) for wasm-bindgen in Cargo.toml and for \
             wasm-bindgen-cli-support in xtask/Cargo.toml, then run: \
             cargo update wasm-bindgen wasm-bindgen-cli-support"
        );
    }
    Ok(())
}

fn generate(
    compiled: &[u8],
    form: impl Fn(&mut Bindgen) -> Result<&mut Bindgen, anyhow::Error>,
) -> Result<(Vec<u8>, String)> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes("utvandring_glue", compiled.to_vec())
        .out_name("utvandring_glue")
        .debug(false)
        .keep_debug(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        .typescript(false);
    let mut output = form(&mut bindgen)?
        .generate_output()
        .context("cannot bind the module")?;
    let brought = output
        .snippets()
        .values()
        .any(|scripts| !scripts.is_empty())
        || !output.local_modules().is_empty();
    if brought {
        // A page in one file has no place to import them from.
        bail!("a crate brings JavaScript of its own, which offline.html cannot carry");
    }
    let js = output.js().to_owned();
    Ok((output.wasm_mut().emit_wasm(), js))
}
