//! What the service worker keeps: every file of the site.

use crate::files;
use anyhow::Result;
use std::path::Path;
use utvandring::first_view::site;

/// The service worker of an assembled site.
pub fn service_worker(folder: &Path, script: &str) -> Result<String> {
    let read = |relative: &std::path::PathBuf| {
        let bytes = files::read_bytes(&folder.join(relative))?;
        Ok((files::address(relative), bytes))
    };
    let all = files::below(folder)?;
    let all = all.iter().map(read).collect::<Result<Vec<_>>>()?;
    Ok(site::service_worker(&all, script))
}
