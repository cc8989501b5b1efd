//! Many scripts in one process of R.

use std::io::Write;
use std::process::{Command, Stdio};

/// What a script printed, or its complaint.
pub type Output = Result<String, String>;

/// Between the outputs of two scripts; nothing that a number or a message holds.
const BETWEEN: &str = "\u{1e}";

/// Runs every script in a fresh environment, below the base packages only.
const RUNNER: &str = r#"
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

/// What R prints for each script.
pub fn in_r(scripts: &[String]) -> Vec<Output> {
    let mut process = Command::new("Rscript")
        .args(["--vanilla", "-e", RUNNER])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let text = scripts.join(BETWEEN);
    let mut stdin = process.stdin.take().unwrap();
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
    assert_eq!(outputs.len(), scripts.len(), "R answered every script");
    outputs
}
