//! The data packages of the site, read from the disk.

use std::path::Path;

use utvandring::data::Dataset;
use utvandring::data::open::{NamedBytes, open};

/// The package of a name: `teaching` or `report-2026`.
pub fn package(name: &str) -> Dataset {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("www/data")
        .join(name);
    let mut files: Vec<NamedBytes> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| NamedBytes {
            name: entry.file_name().into_string().unwrap(),
            bytes: std::fs::read(entry.path()).unwrap(),
        })
        .collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    open(&files).unwrap()
}
