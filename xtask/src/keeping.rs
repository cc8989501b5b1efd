//! What the service worker keeps: every file of the site, each with its hash, and a version that
//! changes with any of them.

use crate::{files, node};
use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};
use std::path::Path;

/// Not needed to run the site, or the worker itself.
const LEFT_OUT: [&str; 6] = [
    "sw.js",
    "offline.html",
    "offline.html.sha256",
    "package.json",
    "utvandring.d.ts",
    "manifest.webmanifest",
];

/// The service worker of an assembled site.
pub fn service_worker(folder: &Path, script: &str) -> Result<String> {
    let mut version = Sha256::new();
    version.update(script);
    let mut kept = Vec::new();
    for relative in files::below(folder)? {
        let path = files::address(&relative);
        if LEFT_OUT.contains(&path.as_str()) {
            continue;
        }
        let hash = Sha256::digest(files::read_bytes(&folder.join(&relative))?);
        version.update(&path);
        version.update(hash);
        // A server may answer the name of the page with a redirection to the folder.
        let path = if path == "index.html" { "./" } else { &path };
        // Data, recipes and tasks may be another publisher's, who has no build to hash them.
        let replaceable = ["data/", "recipes/", "tasks/"];
        let integrity = if replaceable.iter().any(|folder| path.starts_with(folder)) {
            String::new()
        } else {
            format!("sha256-{}", BASE64.encode(hash))
        };
        kept.push((path.to_owned(), integrity));
    }
    let version = &node::hex(&version.finalize())[..16];
    let list = serde_json::to_string(&kept)?;
    Ok(format!(
        "const VERSION = \"{version}\";\nconst FILES = {list};\n\n{script}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_follows_every_file_and_the_list_leaves_out_the_worker() -> Result<()> {
        let folder =
            std::env::temp_dir().join(format!("utvandring-keeping-{}", std::process::id()));
        let write = |name: &str, text: &str| files::write(&folder.join(name), text);
        write("index.html", "page")?;
        write("sw.js", "old")?;
        write("data/a.csv", "x")?;
        let first = service_worker(&folder, "script")?;
        assert!(
            first.contains("[[\"data/a.csv\",\"\"],[\"./\",\"sha256-"),
            "{first}"
        );
        assert!(!first.contains("\"sw.js\""));
        write("sw.js", "new")?;
        assert_eq!(service_worker(&folder, "script")?, first);
        write("data/a.csv", "y")?;
        assert_ne!(service_worker(&folder, "script")?, first);
        std::fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
