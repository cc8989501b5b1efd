//! The program as it is called, and folders for what it writes.

use std::path::{Path, PathBuf};
use std::process::Command;

/// What a call came to.
pub struct Called {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

/// Calls the program from the folder of the repository.
#[allow(dead_code, reason = "not every test program calls it so")]
pub fn call(words: &[&str]) -> Called {
    call_with(words, &[])
}

/// The same with variables.
pub fn call_with(words: &[&str], variables: &[(&str, &str)]) -> Called {
    let output = Command::new(env!("CARGO_BIN_EXE_utvandring"))
        .args(words)
        .current_dir(root())
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "C.UTF-8")
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    Called {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The folder of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// An empty folder of a test's own.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A path as an argument.
#[allow(dead_code, reason = "not every test program writes")]
pub fn arg(path: &Path) -> &str {
    path.to_str().unwrap()
}
