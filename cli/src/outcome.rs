//! What a command came to: words for people, values for machines, and an exit code.

use std::process::ExitCode;

use data::Problem;
use serde_json::{Map, Value, json};
use text::Lang;
use text::problems::ProblemWords;
use view_models::problem::ProblemOut;

/// What a command says.
#[derive(Debug, Default)]
pub struct Said {
    /// Lines for people.
    pub lines: Vec<String>,
    /// The same for programs.
    pub values: Map<String, Value>,
    /// Whether what was asked about does not hold.
    pub failed: bool,
}

/// Why a command could not be carried out.
#[derive(Debug)]
pub enum Stop {
    /// What was given has problems, as the page tells them.
    Problems(Vec<Problem>),
    /// What was given is not enough or does not fit.
    Refused(String),
    /// The machine: a file, or a program that is not there.
    Machine(String),
}

/// What a command gives.
pub type Outcome = Result<Said, Stop>;

impl Said {
    /// Adds a line.
    pub fn line(&mut self, line: impl Into<String>) {
        self.lines.push(line.into());
    }

    /// Adds a value.
    pub fn value(&mut self, name: &str, value: impl Into<Value>) {
        self.values.insert(name.to_owned(), value.into());
    }
}

/// Problems for programs.
pub fn listed(problems: &[Problem]) -> Value {
    let listed = problems
        .iter()
        .map(|problem| json!(ProblemOut::of(problem)));
    listed.collect()
}

/// Says it, and gives the exit code: 0 when all is well, 1 when what was given is not, 3 when the machine
/// was in the way. (2 is for a command that nobody understands.)
pub fn tell(outcome: Outcome, lang: Lang, as_json: bool) -> ExitCode {
    let (said, code) = match outcome {
        Ok(said) => {
            let code = u8::from(said.failed);
            (said, code)
        }
        Err(Stop::Problems(problems)) => {
            let mut said = Said::default();
            said.lines
                .extend(problems.iter().map(|problem| problem.sentence(lang)));
            said.line(text::publish::problems(lang, problems.len()));
            said.value("problems", listed(&problems));
            (said, 1)
        }
        Err(Stop::Refused(reason)) => (refusal(reason), 1),
        Err(Stop::Machine(reason)) => (refusal(reason), 3),
    };
    if as_json {
        let mut values = Map::new();
        values.insert("ok".to_owned(), Value::Bool(code == 0));
        values.extend(said.values);
        println!("{}", Value::Object(values));
    } else {
        for line in &said.lines {
            match code {
                0 => println!("{line}"),
                _ => eprintln!("{line}"),
            }
        }
    }
    ExitCode::from(code)
}

fn refusal(reason: String) -> Said {
    let mut said = Said::default();
    said.value("reason", reason.as_str());
    said.line(reason);
    said
}
