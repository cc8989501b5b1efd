//! `utvandring audit`: what can be known of the cells that a package hides.

use std::path::PathBuf;

use text::Lang;
use view_models::attack::{Limits, audited};

use crate::files;
use crate::outcome::{Outcome, Said};

/// Attacks a package, alone and together with the release before it.
pub fn run(paths: &[PathBuf], before: Option<PathBuf>, limits: Limits, lang: Lang) -> Outcome {
    let now = files::dataset(paths, lang)?;
    let before = before
        .map(|path| files::dataset(&[path], lang))
        .transpose()?;
    let found = audited(&now, before.as_ref(), limits, lang, &mut |_, _| ());
    Ok(Said {
        lines: found.lines,
        values: found.values,
        failed: found.failed,
    })
}
