//! The commands: their names, what they take, and their help in the language of whoever asks.

use clap::{Arg, ArgAction, Command};
use text::{Lang, publish};

use crate::tabulate::engine::Engine;

/// The language of the help: `--lang` wherever it stands, else that of the terminal.
pub fn language(words: &[String], of_terminal: Option<&str>) -> Lang {
    let after = words.iter().position(|word| word == "--lang");
    let after = after.and_then(|place| words.get(place + 1).map(String::as_str));
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    let of_terminal = of_terminal.and_then(|name| name.get(..2));
    let tags = [after, joined, of_terminal];
    tags.into_iter()
        .flatten()
        .find_map(Lang::from_tag)
        .unwrap_or_default()
}

/// The whole program.
pub fn program(lang: Lang) -> Command {
    let commands = [
        check(lang),
        convert(lang),
        figure(lang),
        tabulate(lang),
        protect(lang),
        audit(lang),
        report(lang),
        package(lang),
        page(lang),
    ];
    let template = format!(
        "{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        publish::usage(lang)
    );
    let program = Command::new("utvandring")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .about(publish::about(lang))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(commands)
        .arg(
            option(lang, "lang")
                .global(true)
                .value_parser(["nb", "nn", "en"]),
        )
        .arg(flag(lang, "json").global(true));
    worded(program, lang, &template)
}

/// A command with its headings in the language, and those below it.
fn worded(command: Command, lang: Lang, template: &str) -> Command {
    let command = command
        .help_template(template.to_owned())
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .subcommand_help_heading(publish::commands(lang).trim_end_matches(':'))
        .arg(flag(lang, "help").short('h').action(ArgAction::Help))
        .mut_args(|arg| {
            let heading = match arg.is_positional() {
                true => publish::arguments(lang),
                false => publish::options(lang),
            };
            arg.help_heading(heading.trim_end_matches(':'))
        });
    command.mut_subcommands(|below| worded(below, lang, template))
}

/// What a word of the program is for.
fn said(lang: Lang, name: &str) -> &'static str {
    publish::help(lang, name).unwrap_or_default()
}

fn command(lang: Lang, name: &'static str, examples: &[&str]) -> Command {
    let examples: String = examples
        .iter()
        .map(|line| format!("\n  utvandring {line}"))
        .collect();
    Command::new(name)
        .about(said(lang, name))
        .after_help(format!("{}{examples}", publish::examples(lang)))
}

fn flag(lang: Lang, name: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .action(ArgAction::SetTrue)
        .help(said(lang, name))
}

/// A size of memory, which goes into a query: digits and a unit, and nothing else.
fn size(text: &str) -> Result<String, String> {
    const UNITS: [&str; 8] = ["KB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB"];
    let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let unit = text[digits.len()..].trim();
    let is_number = (1..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let is_known = UNITS.iter().any(|known| known.eq_ignore_ascii_case(unit));
    match is_number && is_known {
        true => Ok(text.to_owned()),
        false => Err(format!("3GB, 512MB, 1TB … ({})", UNITS.join(", "))),
    }
}

fn option(lang: Lang, name: &'static str) -> Arg {
    Arg::new(name).long(name).help(said(lang, name))
}

fn given(lang: Lang, name: &'static str) -> Arg {
    Arg::new(name).required(true).help(said(lang, name))
}

fn check(lang: Lang) -> Command {
    let examples = ["check www/data/teaching", "check package.zip --json"];
    command(lang, "check", &examples).arg(given(lang, "package").num_args(1..))
}

fn convert(lang: Lang) -> Command {
    let examples = [
        "convert table.px --mapping mapping.csv --out package.zip",
        "convert flows.csv population.csv --answer 0.measure.0=emigrations --out package",
    ];
    command(lang, "convert", &examples)
        .arg(given(lang, "files").num_args(1..))
        .arg(option(lang, "mapping"))
        .arg(option(lang, "answer").action(ArgAction::Append))
        .arg(option(lang, "out").required(true))
}

fn figure(lang: Lang) -> Command {
    let examples = [
        "figure www/data/teaching 3 --out fig3.svg",
        "figure www/data/teaching 3 --out fig3.png",
        "figure package.zip \"#/explore?measure=rate&by=age&split=education\" --theme dark > rate.svg",
    ];
    command(lang, "figure", &examples)
        .arg(given(lang, "package"))
        .arg(given(lang, "address"))
        .arg(option(lang, "out"))
        .arg(option(lang, "width").default_value("900"))
        .arg(
            option(lang, "theme")
                .value_parser(["light", "dark", "contrast"])
                .default_value("light"),
        )
}

fn tabulate(lang: Lang) -> Command {
    let taking = |command: Command| {
        command
            .arg(given(lang, "spec"))
            .arg(option(lang, "out").required(true))
            .arg(
                option(lang, "memory")
                    .value_parser(size)
                    .default_value("3GB"),
            )
    };
    let plan = taking(command(
        lang,
        "plan",
        &["tabulate plan spec.json --out counted"],
    ));
    let examples = [
        "tabulate run spec.json --out counted",
        "tabulate run spec.json --out counted --engine spark",
        "tabulate run spec.json --out counted --from-results",
    ];
    let engines = Engine::ALL.map(Engine::name);
    let run = taking(command(lang, "run", &examples))
        .arg(
            option(lang, "engine")
                .value_parser(engines)
                .default_value("duckdb"),
        )
        .arg(flag(lang, "from-results"));
    let examples = [
        "tabulate plan spec.json --out counted",
        "tabulate run spec.json --out counted",
    ];
    command(lang, "tabulate", &examples)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands([plan, run])
}

fn protect(lang: Lang) -> Command {
    let examples = ["protect counted", "protect counted --hidden suppressed.csv"];
    command(lang, "protect", &examples)
        .arg(given(lang, "counts"))
        .arg(option(lang, "hidden"))
}

fn audit(lang: Lang) -> Command {
    let examples = [
        "audit package.zip",
        "audit package.zip --before last-year.zip --threshold 5 --interval 5",
    ];
    command(lang, "audit", &examples)
        .arg(given(lang, "package").num_args(1..))
        .arg(option(lang, "before"))
        .arg(
            option(lang, "threshold")
                .default_value("3")
                .value_parser(clap::value_parser!(i64)),
        )
        .arg(
            option(lang, "interval")
                .default_value("3")
                .value_parser(clap::value_parser!(i64)),
        )
}

fn report(lang: Lang) -> Command {
    let examples = [
        "report counted --out report.html",
        "report counted --before last-year.zip --out report.html",
    ];
    command(lang, "report", &examples)
        .arg(given(lang, "counts"))
        .arg(option(lang, "before"))
        .arg(option(lang, "out").required(true))
}

fn package(lang: Lang) -> Command {
    let mut command = command(lang, "package", &["package counted --out package.zip"]);
    command = command.about(said(lang, "pack"));
    command
        .arg(given(lang, "counts"))
        .arg(option(lang, "out").required(true))
}

fn page(lang: Lang) -> Command {
    let examples = [
        "page pkg/offline.html package.zip --out offline.html",
        "page offline.html package --at \"#/explore?measure=rate\" --out mine.html",
        "page --site pkg package.zip other.zip --out site",
    ];
    command(lang, "page", &examples)
        .arg(given(lang, "offline"))
        .arg(given(lang, "package").num_args(1..))
        .arg(flag(lang, "site").conflicts_with("at"))
        .arg(option(lang, "at").default_value("#/"))
        .arg(option(lang, "out").required(true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_program_is_explained_in_every_language() {
        fn explained(command: &Command) {
            for arg in command.get_arguments() {
                let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(!help.is_empty(), "{} {}", command.get_name(), arg.get_id());
            }
            for below in command.get_subcommands() {
                assert!(below.get_about().is_some(), "{}", below.get_name());
                explained(below);
            }
        }
        for lang in Lang::ALL {
            let program = program(lang);
            program.clone().debug_assert();
            explained(&program);
        }
    }

    #[test]
    fn the_language_is_that_of_the_option_or_of_the_terminal() {
        let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(
            language(&words("check x --lang en"), Some("nn_NO.UTF-8")),
            Lang::En
        );
        assert_eq!(language(&words("--lang=nn check x"), None), Lang::Nn);
        assert_eq!(language(&words("check x"), Some("en_GB.UTF-8")), Lang::En);
        assert_eq!(language(&words("check x"), Some("C")), Lang::Nb);
    }
}
