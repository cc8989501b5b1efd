//! What a visitor downloads, against its budget.

use crate::{files, site};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};

const FIRST_VIEW_BUDGET: usize = 300 * 1024;
const OFFLINE_BUDGET: usize = 1_500_000;

/// What the first view needs besides the default data package.
const FIRST_VIEW: [&str; 8] = [
    "index.html",
    "boot.js",
    "utvandring.js",
    "utvandring_first_glue.js",
    "utvandring_first_bg.wasm",
    "style.css",
    "skeleton.css",
    "icon.svg",
];

/// What is fetched once the first view is there, besides deferred tables and further packages.
const AFTER_IT: [&str; 7] = [
    "along.js",
    "desk_worker.js",
    "takeover.js",
    "utvandring_glue.js",
    "utvandring_bg.wasm",
    "utvandring_engine_worker.js",
    "utvandring_engine_bg.wasm",
];

/// Prints the sizes and fails when a budget is exceeded.
pub fn run() -> Result<()> {
    let folder = site::build()?;
    let sum = print_sizes("first view", &folder, &first_view(&folder)?)?;
    let mut later: Vec<PathBuf> = AFTER_IT.iter().map(PathBuf::from).collect();
    later.extend(default_data(&folder)?.deferred);
    print_sizes("after it", &folder, &later)?;
    let offline = files::read_bytes(&folder.join("offline.html"))?.len();
    let within = [
        verdict("first view, brotli", sum, FIRST_VIEW_BUDGET),
        verdict("offline.html", offline, OFFLINE_BUDGET),
    ];
    if within.contains(&false) {
        bail!("larger than the budget");
    }
    Ok(())
}

/// Files of a built site that the first view waits for, relative to its folder.
pub fn first_view(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut names: Vec<PathBuf> = FIRST_VIEW.iter().map(PathBuf::from).collect();
    names.extend(default_data(folder)?.first);
    Ok(names)
}

/// Prints the size of each file and returns the compressed sum.
fn print_sizes(title: &str, folder: &Path, names: &[PathBuf]) -> Result<usize> {
    println!("\n{title:<44} {:>9} {:>8}", "bytes", "brotli");
    let mut sum = 0;
    for name in names {
        let content = files::read_bytes(&folder.join(name))?;
        let compressed = brotli_len(&content)?;
        sum += compressed;
        println!(
            "  {:<42} {:>9} {compressed:>8}",
            files::address(name),
            content.len()
        );
    }
    Ok(sum)
}

fn verdict(what: &str, size: usize, budget: usize) -> bool {
    let within = size <= budget;
    let word = if within { "within" } else { "EXCEEDS" };
    println!("{what}: {size} bytes, {word} the budget of {budget}");
    within
}

/// Files of the package that opens first.
#[derive(Debug, Default, PartialEq)]
struct DefaultData {
    /// The list of packages, the descriptor and the tables that the first view waits for.
    first: Vec<PathBuf>,
    /// Tables that are fetched after it.
    deferred: Vec<PathBuf>,
}

fn default_data(folder: &Path) -> Result<DefaultData> {
    let index = PathBuf::from("data/index.json");
    if !folder.join(&index).is_file() {
        return Ok(DefaultData::default());
    }
    let list: Value = serde_json::from_str(&files::read(&folder.join(&index))?)
        .context("data/index.json is not JSON")?;
    let descriptor = default_descriptor(&list).context("data/index.json names no package")?;
    let descriptor = Path::new("data").join(descriptor);
    let package: Value = serde_json::from_str(&files::read(&folder.join(&descriptor))?)
        .with_context(|| format!("{} is not JSON", descriptor.display()))?;
    let beside = descriptor.parent().unwrap_or(Path::new("data"));
    let mut data = DefaultData {
        first: vec![index, descriptor.clone()],
        deferred: Vec::new(),
    };
    for resource in package["resources"].as_array().into_iter().flatten() {
        let list = if resource["deferred"] == true {
            &mut data.deferred
        } else {
            &mut data.first
        };
        list.extend(resource["path"].as_str().map(|path| beside.join(path)));
    }
    Ok(data)
}

/// The descriptor of the package marked as default, else of the first, relative to `data/`.
fn default_descriptor(list: &Value) -> Option<&str> {
    let packages = list["packages"].as_array()?;
    let marked = packages.iter().find(|entry| entry["default"] == true);
    marked.or(packages.first())?["path"].as_str()
}

fn brotli_len(content: &[u8]) -> Result<usize> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    writer.write_all(content)?;
    Ok(writer.into_inner().len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_package_that_opens_first_is_the_marked_one() {
        let (a, b) = (
            json!({"path": "a/x.json"}),
            json!({"path": "b/x.json", "default": true}),
        );
        for (packages, descriptor) in [
            (json!([a, b]), Some("b/x.json")),
            (json!([a]), Some("a/x.json")),
            (json!([]), None),
        ] {
            let list = json!({"packages": packages});
            assert_eq!(default_descriptor(&list), descriptor, "{list}");
        }
    }
}
