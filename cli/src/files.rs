//! Files in and out: the only place that touches the disk for packages.

use std::fs;
use std::path::{Path, PathBuf};

use data::open::{self, DESCRIPTION, NamedBytes};
use data::zip;
use data::{Dataset, Problem};
use import::formats::{Unpacked, unpack};
use text::{Lang, publish};

use crate::outcome::Stop;

/// Endings of what can be a table on its own.
const TABLES: [&str; 3] = ["csv", "tsv", "txt"];

/// The bytes of a file.
pub fn bytes(path: &Path, lang: Lang) -> Result<Vec<u8>, Stop> {
    fs::read(path).map_err(|error| cannot_read(path, &error, lang))
}

fn cannot_read(path: &Path, error: &std::io::Error, lang: Lang) -> Stop {
    let (path, reason) = (path.display().to_string(), error.to_string());
    Stop::Machine(publish::cannot_read(lang, &path, &reason))
}

/// Writes a file, and the folders above it.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>, lang: Lang) -> Result<(), Stop> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let done = fs::create_dir_all(folder).and_then(|()| fs::write(path, bytes));
    done.map_err(|error| {
        let (path, reason) = (path.display().to_string(), error.to_string());
        Stop::Machine(publish::cannot_write(lang, &path, &reason))
    })
}

/// Every file below a folder with its path from there, in the order of the paths.
pub fn below(folder: &Path, lang: Lang) -> Result<Vec<PathBuf>, Stop> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| cannot_read(&folder, &error, lang))?;
        for entry in entries {
            let entry = entry.map_err(|error| cannot_read(&folder, &error, lang))?;
            let path = entry.path();
            match path.is_dir() {
                true => open.push(path),
                false => found.push(path),
            }
        }
    }
    found.sort();
    Ok(found)
}

/// What the paths lead to, as the page would be given it: the files of a folder or an archive, or the
/// files themselves. Beside a description only what it can name, without one only tables.
pub fn given(paths: &[PathBuf], lang: Lang) -> Result<Vec<NamedBytes>, Stop> {
    let mut files = Vec::new();
    for path in paths {
        let described = path.file_name().is_some_and(|name| name == DESCRIPTION);
        let folder = match (path.is_dir(), described) {
            (true, _) => Some(path.as_path()),
            (false, true) => Some(path.parent().unwrap_or(Path::new("."))),
            _ => None,
        };
        let Some(folder) = folder else {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let bytes = bytes(path, lang)?;
            match unpack(&name, &bytes).map_err(Stop::Problems)? {
                Unpacked::NotAnArchive => files.push(NamedBytes { name, bytes }),
                Unpacked::Files(inner) | Unpacked::Package(inner) => files.extend(inner),
            }
            continue;
        };
        let folder = match folder.as_os_str().is_empty() {
            true => Path::new("."),
            false => folder,
        };
        let below = below(folder, lang)?;
        let is_package = below.iter().any(|path| path.ends_with(DESCRIPTION));
        for path in below {
            let ending = path
                .extension()
                .unwrap_or_default()
                .to_string_lossy()
                .to_lowercase();
            let wanted = TABLES.contains(&ending.as_str()) || is_package && ending == "json";
            if wanted {
                let name = path.strip_prefix(folder).unwrap_or(&path);
                let parts: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
                files.push(NamedBytes {
                    name: parts.join("/"),
                    bytes: bytes(&path, lang)?,
                });
            }
        }
    }
    match files.is_empty() {
        true => Err(Stop::Refused(publish::nothing_given(lang).to_owned())),
        false => Ok(files),
    }
}

/// The data set that the paths lead to.
pub fn dataset(paths: &[PathBuf], lang: Lang) -> Result<Dataset, Stop> {
    open::open(&given(paths, lang)?).map_err(|problems: Vec<Problem>| Stop::Problems(problems))
}

/// Whether the name of a file ends so, in letters of any size.
pub fn ends_with(path: &Path, ending: &str) -> bool {
    path.extension()
        .is_some_and(|own| own.eq_ignore_ascii_case(ending))
}

/// Writes the files of a package: into an archive when the name says so, else into a folder.
pub fn write_package(out: &Path, files: &[(String, String)], lang: Lang) -> Result<(), Stop> {
    if ends_with(out, "zip") {
        return write(out, zip::pack(files), lang);
    }
    for (name, text) in files {
        write(&out.join(name), text, lang)?;
    }
    Ok(())
}
