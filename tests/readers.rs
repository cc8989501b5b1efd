//! No file brings a reader down: the corpus of the fuzz targets, the files that once did, our own
//! small files, and each of these cut short or spoilt in the middle.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "readers/mod.rs"]
mod readers;

use std::fs;
use std::path::{Path, PathBuf};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use readers::READERS;

fn files_in(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files = Vec::new();
    let mut open = vec![root];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => open.push(path),
                false => files.push(path),
            }
        }
    }
    files.sort();
    files
}

/// Runs every reader over some bytes; a panic names the reader and the file.
fn run_all(bytes: &[u8], place: &str) {
    for (name, read) in READERS {
        let outcome = std::panic::catch_unwind(|| read(bytes));
        assert!(outcome.is_ok(), "{name} panicked on {place}");
    }
}

#[test]
fn every_reader_survives_the_corpus_and_the_files_that_broke_one() {
    let files = [files_in("fuzz/corpus"), files_in("tests/fuzz_regressions")].concat();
    assert!(files.len() > READERS.len(), "the corpus is not there");
    for file in files {
        run_all(&fs::read(&file).unwrap(), &file.display().to_string());
    }
}

#[test]
fn every_reader_survives_files_that_are_cut_short_or_spoilt() {
    for file in files_in("tests/fixtures/formats/files") {
        let bytes = fs::read(&file).unwrap();
        let place = file.display().to_string();
        for part in 1..8 {
            run_all(&bytes[..bytes.len() * part / 8], &place);
            let mut spoilt = bytes.clone();
            let at = bytes.len() * part / 8;
            for (offset, byte) in [b'"', 0xff, b';', b'9'].into_iter().enumerate() {
                if let Some(place) = spoilt.get_mut(at + offset) {
                    *place = byte;
                }
            }
            run_all(&spoilt, &place);
        }
    }
}

/// Readers of what needs no file: it comes with a link, or with a task that somebody sends.
type Reader = fn(&[u8]);

fn of_links() -> Vec<(Vec<u8>, Reader)> {
    let readers: [(&str, Reader); 3] = [
        ("task", readers::task),
        ("address", readers::address),
        ("geometry", readers::geometry),
    ];
    let mut all = Vec::new();
    for (name, read) in readers {
        for file in files_in(&format!("fuzz/corpus/{name}")) {
            all.push((fs::read(file).unwrap(), read));
        }
    }
    all
}

proptest! {
    #[test]
    fn tasks_addresses_and_outlines_spoilt_anywhere_are_read_or_refused(
        which in any::<Index>(),
        edits in vec((any::<Index>(), 0..3_u8, any::<u8>()), 1..6),
    ) {
        let all = of_links();
        let (mut bytes, read) = which.get(&all).clone();
        for (place, kind, byte) in edits {
            let at = place.index(bytes.len() + 1);
            match (kind, bytes.get_mut(at)) {
                (0, Some(there)) => *there = byte,
                (1, Some(_)) => {
                    bytes.remove(at);
                }
                _ => bytes.insert(at, byte),
            }
        }
        read(&bytes);
    }

    #[test]
    fn any_address_is_read_as_one_that_is_written(
        hash in "#/(explore|analysis|check|calculator|present|embed|x)[/a-z0-9]{0,5}\\?(v=[0-9]&)?\
                 ((lang|data|measure|by|split|year|kind|born|title|mark|zoom|hidden|where-v)=\
                 [-0-9a-z.,:%æ]{0,12}&){0,6}"
    ) {
        readers::address(hash.as_bytes());
    }
}

#[test]
fn every_fuzz_target_runs_the_reader_of_its_name() {
    let targets = files_in("fuzz/fuzz_targets");
    let names: Vec<String> = targets
        .iter()
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let mut wanted: Vec<&str> = READERS.iter().map(|(name, _)| *name).collect();
    wanted.sort_unstable();
    assert_eq!(names, wanted);
    for (path, name) in targets.iter().zip(names) {
        let source = fs::read_to_string(path).unwrap();
        assert!(source.contains(&format!("readers::{name}(")), "{name}");
    }
}

#[test]
fn workbooks_spoilt_at_any_byte_are_read_or_refused() {
    type Probe = (&'static str, fn(&[u8]), usize);
    let books: [Probe; 2] = [
        (
            "tests/fixtures/formats/workbooks/workbook.xls",
            readers::xls,
            7,
        ),
        ("fuzz/corpus/xlsb/sheet", readers::xlsb, 1),
    ];
    for (path, read, step) in books {
        let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
        for at in (0..bytes.len()).step_by(step) {
            for value in [0, 0x7f, 0xff] {
                let mut spoilt = bytes.clone();
                spoilt[at] = value;
                let outcome = std::panic::catch_unwind(|| read(&spoilt));
                assert!(outcome.is_ok(), "{path} with {value} at {at}");
            }
            let outcome = std::panic::catch_unwind(|| read(&bytes[..at]));
            assert!(outcome.is_ok(), "{path} cut at {at}");
        }
    }
}
