//! Where things are, and what Cargo.lock pins.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// The folder of the repository.
pub fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// A path inside the repository.
pub fn path(relative: &str) -> PathBuf {
    root().join(relative)
}

/// The one version of a crate in Cargo.lock.
pub fn locked_version(name: &str) -> Result<String> {
    let lock = crate::files::read(&path("Cargo.lock"))?;
    version_in(&lock, name).with_context(|| format!("Cargo.lock does not name {name}"))
}

fn version_in(lock: &str, name: &str) -> Option<String> {
    let wanted = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| *line != wanted);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_the_entry_with_exactly_that_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.129"));
        assert_eq!(version_in(lock, "wasm"), None);
    }
}
