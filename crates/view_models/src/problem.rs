//! Problems as scripts see them.

use serde::{Deserialize, Serialize};
use text::problems::ProblemWords;

use data::Problem;
use text::Lang;

/// A problem as scripts see it, in English.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct ProblemOut {
    /// The file.
    pub file: Option<String>,
    /// The line, counted from 1.
    pub line: Option<u32>,
    /// The column.
    pub column: Option<String>,
    /// What was found.
    pub found: Option<String>,
    /// What was expected.
    pub expected: Option<String>,
    /// What to do.
    pub remedy: Option<String>,
    /// All of it in one line.
    pub message: String,
    /// How many further places have the same problem.
    pub repeats: u32,
}

impl ProblemOut {
    /// A problem in English.
    pub fn of(problem: &Problem) -> ProblemOut {
        ProblemOut {
            file: Some(problem.file.clone()),
            line: problem.line.map(|line| line as u32),
            column: problem.column.clone(),
            found: Some(problem.found.clone()),
            expected: Some(problem.expected(Lang::En)),
            remedy: Some(problem.remedy(Lang::En)),
            message: problem.sentence(Lang::En),
            repeats: problem.repeats as u32,
        }
    }
}
