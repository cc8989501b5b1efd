//! `utvandring page`: the page in one file with a package inside, without compiling.

use std::path::{Path, PathBuf};

use figures::export::hand_out::hand_out;
use text::{Lang, publish};

use crate::files;
use crate::outcome::{Outcome, Said, Stop};

/// The page to begin with, and where it opens.
pub struct Start<'a> {
    /// An `offline.html`, as it was built or handed out.
    pub page: &'a Path,
    /// The address, from `#` on.
    pub address: &'a str,
}

/// Writes the page with the package in it.
pub fn run(start: &Start, package: PathBuf, out: &Path, lang: Lang) -> Outcome {
    let page = String::from_utf8_lossy(&files::bytes(start.page, lang)?).into_owned();
    let dataset = files::dataset(&[package], lang)?;
    let Some(made) = hand_out(&page, &dataset, start.address) else {
        let path = start.page.display().to_string();
        return Err(Stop::Refused(publish::no_offline_page(lang, &path)));
    };
    files::write(out, made, lang)?;
    let mut said = Said::default();
    said.line(publish::written(lang, &out.display().to_string()));
    said.value("written", out.display().to_string());
    Ok(said)
}
