//! Scripts and style sheets as they are published: shortened by `esbuild`, where Node is there to run it, and else as
//! they were written.

use crate::{files, optimise, project, step};
use anyhow::Result;
use std::process::Command;

/// The oldest browsers that the page runs in. What is newer in a script is written in older words or refused.
const BROWSERS: &str = "--target=chrome96,firefox113,safari16.4";

/// A script. Names that other scripts could know stay.
pub fn script(script: &str) -> Result<String> {
    shortened(script, "js")
}

/// A style sheet.
pub fn sheet(sheet: &str) -> Result<String> {
    shortened(sheet, "css")
}

fn shortened(text: &str, ending: &str) -> Result<String> {
    let program = project::path(optimise::FOLDER).join("node_modules/esbuild/bin/esbuild");
    if !program.exists() {
        return Ok(text.to_owned());
    }
    let before = project::path(&format!("target/site/before.{ending}"));
    files::write(&before, text)?;
    let mut command = Command::new("node");
    command.arg(program).arg(&before);
    // Letters stay as they are: the page says that it is UTF-8.
    let short =
        step::capture(command.args(["--minify", "--charset=utf8", "--log-level=error", BROWSERS]))?;
    Ok(short + "\n")
}
