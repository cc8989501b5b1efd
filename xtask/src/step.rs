//! Announcing what is done, and running other programs.

use anyhow::{Context, Result, bail};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A numbered course of work, so that a long wait tells how far it is.
pub struct Steps {
    name: &'static str,
    total: usize,
    done: usize,
}

impl Steps {
    /// A course of `total` steps.
    pub fn new(name: &'static str, total: usize) -> Self {
        Self {
            name,
            total,
            done: 0,
        }
    }

    /// Announces the next step.
    pub fn next(&mut self, what: &str) {
        self.done += 1;
        println!("[{} {}/{}] {what}", self.name, self.done, self.total);
    }
}

/// Says something beside the numbered steps.
pub fn note(what: &str) {
    println!("  {what}");
}

/// A command line as one would type it.
pub fn typed(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Runs a command with its output in view; a failure names the command.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("cannot start `{}`", typed(command)))?;
    if !status.success() {
        bail!("`{}` ended with {status}", typed(command));
    }
    Ok(())
}

/// Runs a command and returns what it wrote, without the surrounding white space.
pub fn capture(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start `{}`", typed(command)))?;
    if !output.status.success() {
        bail!("`{}` ended with {}", typed(command), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a command can be started and succeeds; its output is of no interest.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Whether a command succeeds within a time limit; it is ended when it takes longer.
pub fn succeeds_within(command: &mut Command, limit: Duration) -> Result<bool> {
    let mut child = command
        .spawn()
        .with_context(|| format!("cannot start `{}`", typed(command)))?;
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        if start.elapsed() > limit {
            child.kill()?;
            child.wait()?;
            return Ok(false);
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}
