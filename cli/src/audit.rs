//! `utvandring audit`: what can be known of the cells that a package hides.

use std::path::PathBuf;

use text::Lang;
use view_models::attack::{Limits, audited, target};

use crate::files;
use crate::outcome::{Outcome, Said};

/// Attacks a package, alone and together with the release before it.
pub fn run(paths: &[PathBuf], before: Option<PathBuf>, limits: Limits, lang: Lang) -> Outcome {
    let read = |paths: &[PathBuf]| Ok(target(&files::dataset(paths, lang)?));
    let now = read(paths)?;
    let before = before.map(|path| read(&[path])).transpose()?;
    let found = audited(&now, before.as_ref(), limits, lang, &mut |_, _| ());
    Ok(Said {
        lines: found.lines,
        values: found.values,
        failed: found.failed,
    })
}
