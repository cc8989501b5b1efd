//! Transcripts that were read by a person and are kept: what the program gives must be the same.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

/// The transcripts of one folder. `UPDATE_GOLDENS=1` writes them anew.
pub struct Goldens {
    folder: PathBuf,
    is_updated: bool,
    changed: Vec<String>,
}

impl Goldens {
    /// Those of a folder of `tests/goldens`.
    pub fn of(folder: &str) -> Self {
        let goldens = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens");
        Self {
            folder: goldens.join(folder),
            is_updated: std::env::var_os("UPDATE_GOLDENS").is_some(),
            changed: Vec::new(),
        }
    }

    /// Compares what is said now with what is kept under a name.
    pub fn hold(&mut self, name: &str, said: &str) {
        let path = self.folder.join(format!("{name}.txt"));
        if self.is_updated {
            std::fs::create_dir_all(&self.folder).unwrap();
            std::fs::write(&path, said).unwrap();
        } else if std::fs::read_to_string(&path).unwrap_or_default() != said {
            self.changed.push(path.display().to_string());
        }
    }

    /// Fails with the names of all that is not as it was kept.
    pub fn conclude(self) {
        assert!(
            self.changed.is_empty(),
            "changed; read, then UPDATE_GOLDENS=1: {:#?}",
            self.changed
        );
    }
}
