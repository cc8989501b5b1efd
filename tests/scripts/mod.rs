//! The code that a reader copies, run: many scripts in one process of Python or of R.

use std::io::Write;
use std::process::{Command, Stdio};

/// What a script printed, or its complaint.
pub type Output = Result<String, String>;

/// Runs every script with names of its own.
const IN_PYTHON: &str = r#"
import contextlib, io, sys, traceback
between = "\u001e"
for script in sys.stdin.buffer.read().decode().split(between):
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            exec(script, {})
        said = "o" + out.getvalue()
    except Exception:
        said = "e" + traceback.format_exc()
    sys.stdout.buffer.write((said + between).encode())
"#;

/// Between two scripts, and the outputs of two; nothing that a number or a message holds.
const BETWEEN: &str = "\u{1e}";

/// Runs every script in a fresh environment, below the base packages only.
const IN_R: &str = r#"
between <- "\u001e"
input <- file("stdin")
text <- paste(readLines(input, encoding = "UTF-8"), collapse = "\n")
close(input)
for (script in strsplit(text, between, fixed = TRUE)[[1]]) {
  said <- tryCatch({
    lines <- capture.output(eval(parse(text = script), new.env()))
    paste0("o", paste0(lines, collapse = "\n"))
  }, error = function(e) paste0("e", conditionMessage(e)))
  cat(said, between, sep = "")
}
"#;

/// Whether R is here; says so where it is not.
pub fn has_r() -> bool {
    let is_here = Command::new("Rscript").arg("--version").output().is_ok();
    if !is_here {
        println!("SKIPPED: R is not installed here, so its code was not run");
    }
    is_here
}

/// What R prints for each script.
pub fn in_r(scripts: &[String]) -> Vec<Output> {
    run(
        Command::new("Rscript").args(["--vanilla", "-e", IN_R]),
        scripts,
    )
}

/// What Python prints for each script.
pub fn in_python(scripts: &[String]) -> Vec<Output> {
    run(Command::new("python3").args(["-c", IN_PYTHON]), scripts)
}

fn run(command: &mut Command, scripts: &[String]) -> Vec<Output> {
    let mut process = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let text = scripts.join(BETWEEN);
    let mut stdin = process.stdin.take().unwrap();
    // Both ends at once: outputs fill their pipe before the last script is written.
    let writing = std::thread::spawn(move || stdin.write_all(text.as_bytes()).unwrap());
    let output = process.wait_with_output().unwrap();
    writing.join().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let outputs: Vec<Output> = text
        .split_terminator(BETWEEN)
        .map(|said| match said.strip_prefix('o') {
            Some(printed) => Ok(printed.to_owned()),
            None => Err(said.to_owned()),
        })
        .collect();
    assert_eq!(outputs.len(), scripts.len(), "every script was answered");
    outputs
}
