//! What a visitor downloads, against its budget.

use crate::compile::Effort;
use crate::{files, site};
use anyhow::{Result, anyhow, bail};
use std::io::Write;
use std::path::{Path, PathBuf};
use utvandring::first_view::site::default_data as default_data_of;

/// Until a figure is on the screen, as a web server would compress it once and for all.
const FIRST_PAINT_BUDGET: usize = 100 * 1024;
const PAGE_MODULE_BUDGET: usize = 600 * 1024;
/// All that a visit fetches.
const VISIT_BUDGET: usize = 1250 * 1024;
/// The page in one file, as it is.
const OFFLINE_BUDGET: usize = 2_500_000;

const PAGE_MODULE: &str = "utvandring_bg.wasm";

/// What the first view needs besides the data it was drawn from.
const FIRST_PAINT: [&str; 7] = [
    "index.html",
    "boot.js",
    "utvandring.js",
    "files.js",
    "first_view.js",
    "style.css",
    "skeleton.css",
];

/// What is fetched besides.
const AFTER_IT: [&str; 5] = [
    "icon.svg",
    "again.js",
    "utvandring_glue.js",
    PAGE_MODULE,
    "along.js",
];

/// What is fetched when a file of the visitor's may come.
const FOR_FILES: [&str; 2] = ["utvandring_worker.js", "utvandring_worker_bg.wasm"];

/// Prints the sizes and fails when a budget is exceeded.
pub fn run() -> Result<()> {
    let folder = site::build(Effort::Full)?;
    let first_paint = first_paint(&folder)?;
    let visit = visit(&folder)?;
    let later: Vec<PathBuf> = visit
        .into_iter()
        .filter(|path| !first_paint.contains(path))
        .collect();
    let first = print_sizes("first paint with a figure", &folder, &first_paint)?;
    let rest = print_sizes("after it", &folder, &later)?;
    let mut wanted: Vec<PathBuf> = FOR_FILES.iter().map(PathBuf::from).collect();
    let parts = files::below(&folder.join(site::PARTS))?;
    wanted.extend(parts.iter().map(|part| Path::new(site::PARTS).join(part)));
    print_sizes("when it is asked for", &folder, &wanted)?;
    let module = brotli_len(&files::read_bytes(&folder.join(PAGE_MODULE))?)?;
    let offline = files::read_bytes(&folder.join("offline.html"))?.len();
    println!();
    let within = [
        verdict(
            "first paint with a figure, brotli",
            first,
            FIRST_PAINT_BUDGET,
        ),
        verdict("page module, brotli", module, PAGE_MODULE_BUDGET),
        verdict(
            "all that a visit fetches, brotli",
            first + rest,
            VISIT_BUDGET,
        ),
        verdict("offline.html", offline, OFFLINE_BUDGET),
    ];
    if within.contains(&false) {
        bail!("larger than the budget");
    }
    Ok(())
}

/// Files of a built site that the first paint with a figure waits for, relative to its folder.
pub fn first_paint(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut names: Vec<PathBuf> = FIRST_PAINT.iter().map(PathBuf::from).collect();
    // Whoever reads another language fetches the page in it as well.
    let other = Path::new("first_view.en.html");
    names.extend(folder.join(other).exists().then(|| other.to_owned()));
    names.extend(default_data(folder)?);
    Ok(names)
}

/// Everything that a visit fetches.
fn visit(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut names = first_paint(folder)?;
    names.extend(AFTER_IT.iter().map(PathBuf::from));
    for path in files::below(&folder.join("data"))? {
        let path = Path::new("data").join(path);
        if !names.contains(&path) {
            names.push(path);
        }
    }
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

/// The files of the default package of a site that its first view is drawn from.
fn default_data(folder: &Path) -> Result<Vec<PathBuf>> {
    let read = |path: &str| files::read_bytes(&folder.join(path)).ok();
    let data = default_data_of(&read).map_err(|reason| anyhow!(reason))?;
    let first = data.unwrap_or_default().first.into_iter();
    Ok(first.map(PathBuf::from).collect())
}

fn brotli_len(content: &[u8]) -> Result<usize> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    writer.write_all(content)?;
    Ok(writer.into_inner().len())
}
