//! The page's module in parts: what a visit begins with, and what is fetched when it is asked for.
//!
//! `wasm_split` marks functions of the page. What only they reach goes into a part of the same name, what
//! several of them reach into parts that those share.

use crate::{files, project};
use anyhow::{Context, Result, anyhow};
use std::collections::BTreeMap;
use std::fs;

/// The module that the glue takes the loaders of parts from.
pub const LOADERS: &str = "parts";

/// A module in parts.
#[derive(Default)]
pub struct Split {
    /// What is there from the start, still without bindings.
    pub main: Vec<u8>,
    /// The parts by their names.
    pub parts: BTreeMap<String, Vec<u8>>,
    /// The parts that each marked name needs.
    pub needed: BTreeMap<String, Vec<String>>,
}

/// Takes a module apart that was linked with its relocations.
pub fn split(compiled: &[u8]) -> Result<Split> {
    let folder = project::path("target/site/parts");
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot clear {}", folder.display()))?;
    }
    let main = folder.join("main.wasm");
    let mut options = wasm_split_cli_support::Options::new(compiled);
    options.output_dir = &folder;
    options.main_out_path = &main;
    options.link_name = LOADERS;
    let made = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("cannot take the module apart: {error:#}"))?;
    let mut split = Split {
        main: files::read_bytes(&main)?,
        ..Split::default()
    };
    for path in &made.split_modules {
        let name = path.file_stem().and_then(|name| name.to_str());
        let name = name.context("a part without a name")?;
        split.parts.insert(named(name), files::read_bytes(path)?);
    }
    let needed = made.prefetch_map.into_iter();
    split.needed = needed
        .map(|(name, stems)| (name, stems.iter().map(|stem| named(stem)).collect()))
        .collect();
    let needed: Vec<&String> = split.needed.values().flatten().collect();
    // What nobody needs is empty.
    split.parts.retain(|name, _| needed.contains(&name));
    Ok(split)
}

/// The name of a part: that of the marked functions, or `shared_` with a number.
fn named(stem: &str) -> String {
    match stem.strip_prefix("split_") {
        Some(name) => name.to_owned(),
        None => stem.replace("chunk_", "shared_"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_called_as_what_they_are_of() {
        assert_eq!(named("split_classroom"), "classroom");
        assert_eq!(named("chunk_3"), "shared_3");
    }
}
