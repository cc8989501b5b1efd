//! The command line for those who publish.
//!
//! May live here: arguments, files, engines that are started, and what is said. May not: what a number
//! means; that is in the library, as the page has it, and in `utvandring-disclosure`.

mod args;
mod audit;
mod check;
mod convert;
mod figure;
mod files;
mod outcome;
mod package;
mod page;
mod protect;
mod report;
mod tabulate;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ArgMatches;
use text::Lang;

use outcome::{Outcome, tell};
use tabulate::engine::Engine;
use view_models::attack::Limits;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().collect();
    let of_terminal = ["LC_ALL", "LC_MESSAGES", "LANG"].map(std::env::var);
    let of_terminal = of_terminal
        .into_iter()
        .flatten()
        .find(|name| !name.is_empty());
    let lang = args::language(&words, of_terminal.as_deref());
    let matches = args::program(lang).get_matches();
    let Some((name, given)) = matches.subcommand() else {
        return ExitCode::from(2);
    };
    tell(carry_out(name, given, lang), lang, given.get_flag("json"))
}

fn carry_out(name: &str, given: &ArgMatches, lang: Lang) -> Outcome {
    let text = |name: &str| given.get_one::<String>(name).map_or("", String::as_str);
    let texts = |name: &str| -> Vec<String> {
        given
            .get_many::<String>(name)
            .into_iter()
            .flatten()
            .cloned()
            .collect()
    };
    let paths = |name: &str| -> Vec<PathBuf> { texts(name).iter().map(PathBuf::from).collect() };
    let path = |name: &str| given.get_one::<String>(name).map(Path::new);
    let quiet = given.get_flag("json");
    let out = || path("out").unwrap_or(Path::new("."));
    match name {
        "check" => check::run(&paths("package"), lang),
        "convert" => {
            let mut files = paths("files");
            files.extend(path("mapping").map(Path::to_owned));
            convert::run(&files, &texts("answer"), out(), lang)
        }
        "protect" => protect::run(Path::new(text("counts")), path("hidden"), quiet, lang),
        "audit" => {
            let number = |name: &str| given.get_one::<i64>(name).copied().unwrap_or(3);
            let limits = Limits {
                threshold: number("threshold"),
                interval: number("interval"),
            };
            audit::run(
                &paths("package"),
                path("before").map(Path::to_owned),
                limits,
                lang,
            )
        }
        "report" => report::run(Path::new(text("counts")), path("before"), out(), lang),
        "page" => {
            let at = page::Start {
                page: Path::new(text("offline")),
                address: text("at"),
            };
            match given.get_flag("site") {
                true => page::site(at.page, &paths("package"), out(), lang),
                false => page::run(&at, &paths("package"), out(), lang),
            }
        }
        "package" => package::run(Path::new(text("counts")), out(), lang),
        "tabulate" => {
            let (name, given) = given.subcommand().unwrap_or(("", given));
            let text = |name: &str| given.get_one::<String>(name).map_or("", String::as_str);
            let is_run = name == "run";
            let wish = tabulate::Wish {
                spec: Path::new(text("spec")),
                out: Path::new(text("out")),
                engine: if is_run {
                    Engine::from_name(text("engine"))
                } else {
                    None
                }
                .unwrap_or(Engine::DuckDb),
                memory: text("memory"),
                counted: is_run && given.get_flag("from-results"),
                quiet,
            };
            if is_run {
                tabulate::run(&wish, lang)
            } else {
                tabulate::plan(&wish, lang)
            }
        }
        _ => {
            let form = figure::Form {
                width: text("width"),
                theme: text("theme"),
            };
            figure::run(
                PathBuf::from(text("package")),
                text("address"),
                path("out"),
                &form,
                lang,
            )
        }
    }
}
