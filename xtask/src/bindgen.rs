//! The JavaScript around the wasm module, by the library behind `wasm-bindgen`.

use crate::node;
use crate::project;
use crate::split::{self, Split};
use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use wasm_bindgen_cli_support::Bindgen;

/// The module and the JavaScript that loads it.
#[derive(Default)]
pub struct Bound {
    /// The module with only the imports and exports the JavaScript needs.
    pub wasm: Vec<u8>,
    /// What of it is fetched when it is asked for, by name.
    pub parts: BTreeMap<String, Vec<u8>>,
    /// The parts that each name needs which is marked in the page.
    pub needed: BTreeMap<String, Vec<String>>,
    /// The JavaScript around the module.
    pub js: String,
}

/// Whether a module is taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// In parts, at the functions that are marked in it.
    Parts,
    /// In one piece.
    Whole,
}

/// A part of so many bytes is not worth a request of its own, and goes into the glue.
const SMALL: usize = 4096;

impl Bound {
    /// With the hash of each part at the end of its name: a page that was opened before its publisher replaced the
    /// site finds the part that it was built with or none, never another one.
    #[must_use]
    pub fn named_by_content(mut self) -> Self {
        let with_hash = |(name, part): (String, Vec<u8>)| {
            let hash = node::hex(&Sha256::digest(&part));
            (format!("{name}_{}", &hash[..8]), name, part)
        };
        let named: Vec<_> = self.parts.into_iter().map(with_hash).collect();
        let new: BTreeMap<&String, &String> =
            named.iter().map(|(new, name, _)| (name, new)).collect();
        for needed in self.needed.values_mut().flatten() {
            if let Some(new) = new.get(needed) {
                (*new).clone_into(needed);
            }
        }
        self.parts = named
            .into_iter()
            .map(|(new, _, part)| (new, part))
            .collect();
        self
    }

    /// The parts that are fetched one by one.
    pub fn fetched(&self) -> impl Iterator<Item = (&String, &Vec<u8>)> {
        self.parts.iter().filter(|(_, part)| part.len() > SMALL)
    }

    /// An ES module, for the site. `name` is that of the module.
    pub fn module_js(&self, name: &str) -> Result<String> {
        let small = self.parts.iter().filter(|(_, part)| part.len() <= SMALL);
        let small = small.map(|(name, part)| (name, BASE64.encode(part)));
        Ok(format!(
            "export default {};\n",
            self.glue(name, small.collect())?
        ))
    }

    /// A classic script that sets a variable of the name and `_glue`, for workers and the page in one file, which has
    /// all parts packed.
    pub fn classic_js(&self, name: &str) -> Result<String> {
        let glue = self.glue(name, BTreeMap::new())?;
        Ok(format!("const {name}_glue = {glue};\n"))
    }

    /// The glue as a function that makes a fresh one, around an instance of its own, each time it is called. It is
    /// given what stands in for the browser's `WebAssembly` and `Worker`, and what makes the loaders of parts: from the
    /// parts that each name needs, and those parts that are not worth a request.
    fn glue(&self, name: &str, small: BTreeMap<&String, String>) -> Result<String> {
        let needed = serde_json::to_string(&self.needed)?;
        let small = serde_json::to_string(&small)?;
        let js = &self.js;
        Ok(format!(
            "(WebAssembly, Worker, loaders) => {{\nconst require = () => loaders({needed}, {small});\n{js}\n\
             return {name}_glue;\n}}"
        ))
    }
}

/// Bindings for a compiled module of a name.
pub fn bind(compiled: &[u8], name: &str, form: Form) -> Result<Bound> {
    check_versions()?;
    let split = match form {
        Form::Parts => split::split(compiled)?,
        Form::Whole => Split {
            main: compiled.to_vec(),
            ..Split::default()
        },
    };
    let (wasm, js) = generate(split.main, &format!("{name}_glue"))?;
    Ok(Bound {
        wasm,
        parts: split.parts,
        needed: split.needed,
        js,
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

fn generate(compiled: Vec<u8>, global: &str) -> Result<(Vec<u8>, String)> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes("utvandring_glue", compiled)
        .out_name("utvandring_glue")
        .debug(false)
        .keep_debug(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        // The parts put their functions into the table.
        .keep_lld_exports(true)
        .typescript(false);
    let mut output = bindgen
        .no_modules(true)?
        .no_modules_global(global)?
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_part_changes_with_what_is_in_it() {
        let bound = |part: &[u8]| {
            let bound = Bound {
                parts: BTreeMap::from([("data".to_owned(), part.to_vec())]),
                needed: BTreeMap::from([("data".to_owned(), vec!["data".to_owned()])]),
                ..Bound::default()
            };
            bound.named_by_content()
        };
        let abc = bound(b"abc");
        // The beginning of the hash of "abc" in FIPS 180.
        assert_eq!(abc.parts["data_ba7816bf"], b"abc");
        assert_eq!(abc.needed["data"], ["data_ba7816bf"]);
        let other = bound(b"abd");
        assert_ne!(other.needed["data"], abc.needed["data"]);
        assert!(other.parts.contains_key(&other.needed["data"][0]));
    }
}
