//! Developer commands: `cargo xtask serve | build | test | check | teaching-data | size |
//! bench | fuzz | shots`.
//!
//! `serve` and `test` set up what they need on a fresh machine. Whatever changes something
//! outside this folder says so before it does it.

mod bench;
mod bindgen;
mod browsers;
mod bundle;
mod check;
mod compile;
mod dependencies;
mod engines;
mod files;
mod first_view;
mod fuzz;
mod keeping;
mod map;
mod minify;
mod node;
mod optimise;
mod project;
mod serve;
mod site;
mod size;
mod split;
mod step;
mod system;
mod teaching;
mod test;
mod toolchain;

use anyhow::{Result, bail};
use compile::Effort;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask <command>

  serve [port]         build the site and show it on this machine
  build [quick]        build the site into pkg/; quick: minutes sooner, larger, for looking at while working
  test [name ..]       every test, in Chromium and Firefox as well, and in WebKit where engines differ;
                       with names, only the browser tests whose name contains one of them
  test webkit [name ..]
                       every browser test in WebKit, on Linux
  test engines         what publishers run, on Apache Spark as well
  check                formatting, lints for host and browser, documentation, layer rule
  map-data             make the outlines of countries in www/geo again, from Natural Earth by npm
  teaching-data        make the synthetic teaching package in www/data again
  teaching-register <folder> [group ..]
                       the register behind it as person files, 29 million person-years, to be counted
  size                 what a visit downloads, against its budgets
  bench [part ..]      the site beside other products, in one run: data, import, draw, level, start;
                       --runs=5 for more or fewer repetitions
  bench tabulate [millions]
                       person files counted beside pandas and polars: 29 million person-years, or 300
  bench hostile [word ..]
                       files and links made to keep a page busy: steps, memory and time of each, or of those with
                       a word in their name; fails where one grows faster than its size
  fuzz [seconds] [target ..]
                       every reader of files on bytes that nobody thought of; 60 seconds each
  shots [folder]       pictures of every page into target/shots: widths, languages, light and dark
  setup                only the set-up that the other commands do when it is needed
  setup distribution   the compiler for the browser from Debian's packages, rustup not asked

Variables: UTVANDRING_CHROMIUM, UTVANDRING_FIREFOX and UTVANDRING_WEBKIT (WebKitWebDriver) name the
browsers to test with.";

fn main() -> ExitCode {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = given.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result<()> {
    match words {
        ["serve"] => serve::run(None),
        ["serve", port] => serve::run(Some(port)),
        ["build"] => site::build(Effort::Full).map(drop),
        ["build", "quick"] => site::build(Effort::Quick).map(drop),
        ["test", "engines"] => engines::test(),
        ["test", "webkit", names @ ..] => test::webkit(names),
        ["test", names @ ..] => test::run(names),
        ["check"] => check::run(),
        ["map-data"] => map::run(),
        ["teaching-data"] => Ok(teaching::run(&project::path("www/data"))?),
        ["teaching-register", folder, groups @ ..] => {
            Ok(teaching::register(folder.as_ref(), groups)?)
        }
        ["size"] => size::run(),
        ["bench", words @ ..] => bench::run(words),
        ["fuzz", words @ ..] => fuzz::run(words),
        ["shots"] => test::shots("target/shots"),
        ["shots", folder] => test::shots(folder),
        ["setup"] => setup(),
        ["setup", "distribution"] => toolchain::from_distribution(),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => {
            eprintln!("{USAGE}");
            bail!("no such command: {:?}", words.join(" "))
        }
    }
}

fn setup() -> Result<()> {
    toolchain::wasm()?;
    optimise::prepare()?;
    browsers::prepare(true).map(drop)
}
