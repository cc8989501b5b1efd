//! `utvandring convert`: files as offices give them out, made a package as the page would make it.

use std::path::{Path, PathBuf};

use data::open::NamedBytes;
use data::{Problem, write};
use serde_json::{Value, json};
use text::problems::ProblemWords;
use text::{Lang, publish};
use view_models::import::ImportSession;

use crate::files;
use crate::outcome::{Outcome, Said, Stop, listed};

/// Answers as they are typed: `question=answer`.
fn answers(given: &[String]) -> Vec<(String, String)> {
    let pairs = given
        .iter()
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs
        .map(|(id, value)| (id.to_owned(), value.to_owned()))
        .collect()
}

/// Reads the files, asks what is not known, and writes the package when nothing is left to ask.
pub fn run(paths: &[PathBuf], answered: &[String], out: &Path, lang: Lang) -> Outcome {
    let mut given = Vec::new();
    for path in paths {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        given.push(NamedBytes {
            name,
            bytes: files::bytes(path, lang)?,
        });
    }
    let mut session = ImportSession::default();
    session.add(given, &mut |_| {}).map_err(Stop::Problems)?;
    session.answer(&answers(answered)).map_err(Stop::Problems)?;
    let mut said = Said::default();
    let understood = session.understood(lang);
    if !understood.questions.is_empty() {
        said.failed = true;
        said.line(publish::open_questions(lang));
        for question in &understood.questions {
            said.line(format!("{}: {}", question.id, question.text));
            let choices = question.choices.iter();
            said.lines.extend(
                choices
                    .map(|choice| format!("  {}={}: {}", question.id, choice.value, choice.text)),
            );
        }
        said.value("understood", json!(understood));
        return Ok(said);
    }
    let outcome = session
        .outcome()
        .and_then(|outcome| match session.nothing_to_show(&outcome) {
            Some(problem) => Err(vec![problem]),
            None => Ok(outcome),
        });
    let outcome = match outcome {
        Ok(outcome) => outcome,
        Err(problems) => return Ok(in_the_way(&session, &problems, lang)),
    };
    files::write_package(out, &write::package(&outcome.dataset), lang)?;
    said.lines.extend(understood.remarks.iter().cloned());
    said.line(publish::written(lang, &out.display().to_string()));
    said.value("understood", json!(understood));
    said.value("written", Value::from(out.display().to_string()));
    Ok(said)
}

/// What stands in the way, with the meanings that the columns of numbers can be given.
fn in_the_way(session: &ImportSession, problems: &[Problem], lang: Lang) -> Said {
    let mut said = Said {
        failed: true,
        ..Said::default()
    };
    said.lines
        .extend(problems.iter().map(|problem| problem.sentence(lang)));
    said.line(publish::meanings_of_columns(lang));
    let mut choices = Vec::new();
    for control in session
        .wizard(lang)
        .cards
        .iter()
        .flat_map(|card| &card.controls)
    {
        if !control.id.contains(".measure.") {
            continue;
        }
        let values: Vec<&str> = control
            .options
            .iter()
            .filter_map(|option| option.first())
            .map(String::as_str)
            .collect();
        said.line(format!(
            "  {}=…  {}: {}",
            control.id,
            control.label,
            values.join(" ")
        ));
        choices.push(json!({"id": control.id, "column": control.label, "choices": values}));
    }
    said.value("problems", listed(problems));
    said.value("choices", choices);
    said
}
