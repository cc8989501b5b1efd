//! The data packages that come with the site: their files, and opened.

#![allow(dead_code, reason = "each test uses the part that it needs")]

use std::path::{Path, PathBuf};
use std::rc::Rc;

use utvandring::data::open::{NamedBytes, open};
use utvandring::data::{Dataset, Geometry};

/// A file of a package on the disk.
pub fn path(package: &str, file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("www/data")
        .join(package)
        .join(file)
}

/// The text of a file of a package.
pub fn text(package: &str, file: &str) -> String {
    std::fs::read_to_string(path(package, file)).unwrap()
}

/// Files with these texts.
pub fn of_texts(files: &[(&str, &str)]) -> Vec<NamedBytes> {
    let files = files.iter().map(|(name, text)| NamedBytes {
        name: (*name).to_owned(),
        bytes: text.as_bytes().to_vec(),
    });
    files.collect()
}

/// Every file of a package, in the order of their names.
pub fn files(package: &str) -> Vec<NamedBytes> {
    let mut files: Vec<NamedBytes> = std::fs::read_dir(path(package, ""))
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| NamedBytes {
            name: entry.file_name().into_string().unwrap(),
            bytes: std::fs::read(entry.path()).unwrap(),
        })
        .collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

/// A package as it is shipped.
pub fn package(name: &str) -> Dataset {
    open(&files(name)).unwrap()
}

/// The same once somebody has asked for a map: with the outlines that come with the site.
pub fn with_outlines(name: &str) -> Dataset {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/geo/world.json");
    let outlines = Geometry::parse(&std::fs::read_to_string(path).unwrap()).unwrap();
    Dataset {
        atlas: Some(Rc::new(outlines)),
        ..package(name)
    }
}

/// The synthetic teaching data.
pub fn teaching() -> Dataset {
    package("teaching")
}

/// A package with the text of some of its files changed on the way, by the name of the file.
pub fn changed(name: &str, change: impl Fn(&str, String) -> String) -> Dataset {
    let files: Vec<NamedBytes> = files(name)
        .into_iter()
        .map(|file| NamedBytes {
            bytes: change(&file.name, String::from_utf8(file.bytes).unwrap()).into_bytes(),
            name: file.name,
        })
        .collect();
    open(&files).unwrap()
}
