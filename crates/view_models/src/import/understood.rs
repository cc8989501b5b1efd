//! What was understood of foreign files, as plain data for scripts.

use serde::{Deserialize, Serialize};
use text::problems::ProblemWords;

use crate::problem::ProblemOut;
use data::Problem;
use import::mapping::questions;
use text::{Lang, mapping as words};

use super::ImportSession;

/// What came of files that a script gave.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Reply {
    /// What was understood; absent when a file cannot be read.
    pub understood: Option<Understood>,
    /// What stands in the way.
    pub problems: Vec<ProblemOut>,
}

/// What the import page would show.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Understood {
    /// Whether the files can be used as they are.
    pub ready: bool,
    /// What must be said first.
    pub questions: Vec<Question>,
    /// What happened on the way, and what was assumed.
    pub remarks: Vec<String>,
    /// The tables.
    pub tables: Vec<Table>,
}

/// A question with the answers to it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Question {
    /// What to hand back with the answer.
    pub id: String,
    /// What is asked.
    pub text: String,
    /// The answers.
    pub choices: Vec<Choice>,
}

/// An answer to a question.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Choice {
    /// What to hand back.
    pub value: String,
    /// What it says.
    pub text: String,
}

/// A table of a file.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Table {
    /// Its file, within an archive with its path, and the sheet of a workbook.
    pub name: String,
    /// Rows in long form.
    pub rows: usize,
    /// Its dimensions.
    pub dimensions: Vec<Dimension>,
    /// Its measures.
    pub measures: Vec<Measure>,
}

/// A dimension of a table.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Dimension {
    /// Its name in the contract, else that of the column.
    pub name: String,
    /// The name of the column.
    pub label: String,
    /// Whether the sum over its values is the whole: `parts`, `not_parts` or `unknown`.
    pub additive: String,
    /// Its values, totals left out.
    pub values: Vec<String>,
}

/// A measure of a table.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Measure {
    /// Its name in the contract; empty when it is not used.
    pub name: String,
    /// The name in the file.
    pub label: String,
    /// Its unit, where the file states one.
    pub unit: Option<String>,
    /// What its numbers are multiplied by.
    pub scale: f64,
}

impl ImportSession {
    /// Answers questions by their ids, and then makes whatever other choices are named like controls.
    pub fn answer(&mut self, answers: &[(String, String)]) -> Result<(), Vec<Problem>> {
        let mut left: Vec<&(String, String)> = answers.iter().collect();
        // An answer may open the next question.
        while let Some(place) = left.iter().position(|(id, _)| {
            let open = self.questions();
            open.iter().any(|question| question.id == *id)
        }) {
            let (id, value) = left.remove(place);
            self.set(id, value)?;
        }
        for (id, value) in left {
            self.set(id, value)?;
        }
        Ok(())
    }

    /// What was understood, or what stands in the way, for a script.
    pub fn reply(&self) -> Reply {
        let problems = match self.outcome() {
            Ok(outcome) => self.nothing_to_show(&outcome).into_iter().collect(),
            Err(problems) => problems,
        };
        Reply {
            understood: Some(self.understood(Lang::En)),
            problems: problems.iter().map(ProblemOut::of).collect(),
        }
    }

    /// What was understood, in the words of a language.
    pub fn understood(&self, lang: Lang) -> Understood {
        let open = self.questions();
        let mut remarks = Vec::new();
        let mut ready = open.is_empty();
        match self.outcome() {
            Ok(outcome) => {
                ready &= self.nothing_to_show(&outcome).is_none();
                let told = outcome.dataset.notes.iter();
                remarks.extend(told.map(|note| note.get(lang).to_owned()));
            }
            Err(problems) => {
                ready = false;
                remarks.extend(problems.iter().map(|problem| problem.sentence(lang)));
            }
        }
        Understood {
            ready,
            questions: open.iter().map(|question| asked(lang, question)).collect(),
            remarks,
            tables: self.tables().into_iter().map(table).collect(),
        }
    }
}

fn asked(lang: Lang, question: &questions::Question) -> Question {
    let choices = question.choices.iter().map(|(value, choice)| Choice {
        value: value.clone(),
        text: words::choice(lang, choice),
    });
    Question {
        id: question.id.clone(),
        text: words::question(lang, &question.asked),
        choices: choices.collect(),
    }
}

fn table((table, plan): super::session::Planned) -> Table {
    let dimensions = table.dimensions.iter().zip(&plan.dimensions);
    let dimensions = dimensions.map(|(dimension, plan)| {
        let values = dimension.labels.iter().zip(&plan.totals);
        let values = values.filter(|(_, total)| !**total);
        let proposed = match plan.column.is_empty() {
            true => dimension.label.clone(),
            false => plan.column.clone(),
        };
        let is_of_contract = data::contract::DIMENSIONS.contains(&proposed.as_str());
        Dimension {
            name: match is_of_contract {
                true => proposed,
                false => dimension.label.clone(),
            },
            label: dimension.label.clone(),
            additive: plan.additivity.told().to_owned(),
            values: values.map(|(label, _)| label.clone()).collect(),
        }
    });
    let measures = table.measures.iter().zip(&plan.measures);
    let measures = measures.map(|(measure, plan)| Measure {
        name: plan.column.clone(),
        label: measure.label.clone(),
        unit: measure.unit.clone(),
        scale: plan.scale,
    });
    Table {
        name: table.name.clone(),
        rows: table.rows,
        dimensions: dimensions.collect(),
        measures: measures.collect(),
    }
}
