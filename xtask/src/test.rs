//! Every test: on the host, and of the built site in browsers.

use crate::compile::Effort;
use crate::step::{self, Steps};
use crate::toolchain::Toolchain;
use crate::{browsers, engines, node, project, site};
use anyhow::{Context, Result, anyhow, bail};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// The programs that drive the browsers.
pub const FOLDER: &str = "tests/browser";

/// Tests that passed and tests that failed.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    fn add(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The browsers of the usual run, and those of them that do what differs between engines only: everything takes
/// WebKit as long as the other two together, and has a command of its own.
const USUAL: [(&str, &str); 2] = [
    ("UTVANDRING_BROWSERS", "chromium firefox webkit"),
    ("UTVANDRING_CHOSEN", "webkit"),
];

/// What the tests of the host are compiled of: nothing of them runs in a browser, and without its features
/// everything is compiled as this program has it.
pub const ON_THE_HOST: [&str; 2] = ["--workspace", "--no-default-features"];

/// Runs the browser tests in WebKit; with names, only those whose name contains one of them.
pub fn webkit(names: &[&str]) -> Result<()> {
    let browsers = prepare()?;
    site::build(Effort::Full)?;
    let mut command = harness("run.mjs", &browsers);
    command.env("UTVANDRING_BROWSERS", "webkit");
    let tally = counted(command.args(names), browser_line)?;
    match tally.failed {
        0 => Ok(()),
        _ => bail!("tests failed"),
    }
}

/// Runs everything; with names, only the browser tests whose name contains one of them.
pub fn run(names: &[&str]) -> Result<()> {
    let mut tally = Tally::default();
    let mut steps = Steps::new("test", 3);
    steps.next("finding the browsers");
    let browsers = prepare()?;
    if names.is_empty() {
        engines::prepare()?;
        steps.next("on the host, and building the site, one beside the other");
        // The last step of compiling a module has one processor, and the other has nothing to do.
        let (host, built) = std::thread::scope(|scope| {
            let host = scope.spawn(host_tests);
            let built = site::build(Effort::Full);
            (host.join(), built)
        });
        built?;
        tally.add(host.map_err(|_| anyhow!("the tests on the host broke off"))??);
    } else {
        steps.next("building the site");
        site::build(Effort::Full)?;
    }
    steps.next("the site and the page in one file, in Chromium, Firefox and WebKit");
    let mut command = harness("run.mjs", &browsers);
    command.envs(USUAL);
    tally.add(counted(command.args(names), browser_line)?);

    println!("\n{} passed, {} failed", tally.passed, tally.failed);
    if tally.failed > 0 {
        bail!("tests failed");
    }
    Ok(())
}

/// Takes pictures of every page into a folder.
pub fn shots(folder: &str) -> Result<()> {
    let browsers = prepare()?;
    site::build(Effort::Full)?;
    step::run(harness("shots.mjs", &browsers).arg(project::path(folder)))
}

fn prepare() -> Result<Vec<browsers::Browser>> {
    node::ensure()?;
    node::install(FOLDER)?;
    browsers::prepare(true)
}

fn harness(script: &str, browsers: &[browsers::Browser]) -> Command {
    let mut command = Command::new("node");
    command.arg(project::path(FOLDER).join(script));
    command.envs(
        browsers
            .iter()
            .map(|browser| (browser.variable, &browser.path)),
    );
    command
}

fn host_tests() -> Result<Tally> {
    let mut command = Toolchain::Current.cargo();
    command.args(["test", "--no-fail-fast"]).args(ON_THE_HOST);
    counted(&mut command, host_line)
}

/// Runs a command with its output in view, adding up what its lines report. A command that fails
/// without reporting a failed test, because it does not compile, counts as one failure.
fn counted(command: &mut Command, line_tally: fn(&str) -> Option<Tally>) -> Result<Tally> {
    let typed = step::typed(command);
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{typed}`"))?;
    let mut tally = Tally::default();
    let output = child
        .stdout
        .take()
        .with_context(|| format!("`{typed}` has no output"))?;
    for line in BufReader::new(output).lines() {
        let line = line?;
        tally.add(line_tally(&line).unwrap_or_default());
        println!("{line}");
    }
    if !child.wait()?.success() && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}

/// `test result: ok. 5 passed; 0 failed; 0 ignored; ...`
fn host_line(line: &str) -> Option<Tally> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let mut words = counts.split([' ', ';']).filter(|word| !word.is_empty());
    let passed = words.next()?.parse().ok()?;
    let failed = words.nth(1)?.parse().ok()?;
    Some(Tally { passed, failed })
}

/// `browser tests: 5 passed, 0 failed`
fn browser_line(line: &str) -> Option<Tally> {
    let (passed, failed) = line
        .strip_prefix("browser tests: ")?
        .split_once(" passed, ")?;
    let failed = failed.strip_suffix(" failed")?;
    Some(Tally {
        passed: passed.parse().ok()?,
        failed: failed.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_read_from_the_lines_that_report_them() {
        let cargo = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered \
                     out; finished in 0.00s";
        assert_eq!(
            host_line(cargo),
            Some(Tally {
                passed: 12,
                failed: 3
            })
        );
        assert_eq!(host_line("test a_name ... ok"), None);
        let browser = "browser tests: 8 passed, 1 failed";
        assert_eq!(
            browser_line(browser),
            Some(Tally {
                passed: 8,
                failed: 1
            })
        );
    }
}
