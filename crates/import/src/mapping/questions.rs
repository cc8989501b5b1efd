//! What the visitor must say before numbers are used: what a table means where nothing in it tells.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::formats::{Ambiguity, CellChoice, Choices, ForeignTable, Meaning};
use data::Additivity;
use vocabulary::kinds::Kind;
use vocabulary::words;

use super::apply::kept;
use super::plan::{TablePlan, Take, propose_table, rivals};
use super::roles::{self, Day};
use vocabulary::days::usual_day;

/// A question, as plain data.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What to hand back with the choice.
    pub id: String,
    /// What is asked.
    pub asked: Asked,
    /// Each choice with the value to hand back.
    pub choices: Vec<(String, Choice)>,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// Whether the values of a dimension are parts of a whole.
    Parts {
        /// The dimension.
        dimension: String,
        /// Some of its values.
        values: Vec<String>,
    },
    /// Which of the tables of a file counts, that have the same columns.
    Table {
        /// The tables.
        tables: Vec<String>,
    },
    /// Which of several columns that may be one measure has all of it.
    Which {
        /// The columns.
        columns: Vec<String>,
    },
    /// Whether a measure counts what its column is for, where something says otherwise.
    Counted {
        /// The measure.
        measure: String,
        /// What says otherwise.
        said: String,
        /// Whether it is to count people rather than those who leave.
        people: bool,
    },
    /// On which day a population was counted.
    Day {
        /// The measure.
        measure: String,
    },
    /// How numbers are written.
    Reading {
        /// In how many cells it is open.
        cells: u64,
        /// One of them.
        example: String,
    },
    /// What a text among the numbers means.
    Cell {
        /// The text.
        text: String,
        /// The line of the first.
        line: u64,
        /// Its column.
        column: String,
        /// In how many cells.
        count: u64,
    },
}

/// One of the answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// The values are added up.
    Sum,
    /// One value counts.
    Value(String),
    /// One column counts.
    Column(String),
    /// No column counts.
    NoColumn,
    /// The measure counts what was asked.
    Counts,
    /// It does not, and is left out.
    LeftOut,
    /// The day.
    On(Day),
    /// A number that the example stands for.
    Number {
        /// The example.
        example: String,
        /// What it is worth.
        worth: f64,
    },
    /// What a text means.
    Means(Meaning),
    /// The row is left out.
    WithoutRow,
}

/// In place of a column: none of them.
pub const NONE: &str = "none";

/// In place of a value: all of them are added up.
pub const SUM: &str = "sum";

/// The answers to what a text among numbers means.
pub const MEANINGS: [(&str, CellChoice); 5] = [
    ("missing", CellChoice::Means(Meaning::Missing)),
    ("suppressed", CellChoice::Means(Meaning::Suppressed)),
    ("not_applicable", CellChoice::Means(Meaning::NotApplicable)),
    ("zero", CellChoice::Means(Meaning::Nil)),
    ("row", CellChoice::WithoutRow),
];

/// More values than this are not offered one by one.
const OFFERED: usize = 60;

/// Which of some tables of a file counts, given the places of those that have the same columns.
pub fn which_table(file: usize, tables: &[ForeignTable], alike: &[usize]) -> Question {
    let name = |at: &usize| {
        let name = &tables[*at].name;
        let sheet = name
            .rsplit_once('/')
            .map_or(name.as_str(), |(_, sheet)| sheet);
        sheet.to_owned()
    };
    let choice = |at: &usize| (at.to_string(), Choice::Column(name(at)));
    Question {
        id: format!("{file}.table"),
        asked: Asked::Table {
            tables: alike.iter().map(name).collect(),
        },
        choices: alike.iter().map(choice).collect(),
    }
}

/// The tables of a file that have the columns and a measure of one of them, and tell other things: parts or versions of
/// each other. That one, whose plan it is, is among them; nothing where there is no other.
pub fn tables_alike(tables: &[ForeignTable], chosen: usize, plan: &TablePlan) -> Vec<usize> {
    let columns = |plan: &TablePlan| {
        let measures = plan.measures.iter().map(|plan| plan.column.clone());
        let measures: BTreeSet<String> = measures.filter(|column| !column.is_empty()).collect();
        (
            kept(plan).into_iter().collect::<BTreeSet<String>>(),
            measures,
        )
    };
    let tells_the_same = |other: &ForeignTable| {
        let own = &tables[chosen];
        let mut dimensions = own.dimensions.iter().zip(&other.dimensions);
        let mut measures = own.measures.iter().zip(&other.measures);
        (own.dimensions.len(), own.measures.len()) == (other.dimensions.len(), other.measures.len())
            && dimensions.all(|(one, two)| one.codes == two.codes && one.rows == two.rows)
            && measures.all(|(one, two)| one.cells == two.cells)
    };
    // One that says that it is of all stands before its parts.
    let title = &tables[chosen].understood.title;
    let opening = title.split(['.', ',', ':', ';']).next().unwrap_or_default();
    if tables.len() < 2 || words::is_total(opening) {
        return Vec::new();
    }
    let (own, measures) = columns(plan);
    let has_same_columns = |other: &ForeignTable| {
        let (dimensions, others) = columns(&propose_table(other));
        dimensions == own && !others.is_disjoint(&measures)
    };
    let is_alike = |at: &usize| {
        let other = &tables[*at];
        *at == chosen || (!tells_the_same(other) && has_same_columns(other))
    };
    let alike: Vec<usize> = (0..tables.len()).filter(is_alike).collect();
    match alike.len() {
        1 => Vec::new(),
        _ => alike,
    }
}

/// The questions that are open for a table, by the place of its file.
pub fn open(
    file: usize,
    table: &ForeignTable,
    plan: &TablePlan,
    choices: &Choices,
    ambiguity: Option<&Ambiguity>,
) -> Vec<Question> {
    let mut questions = Vec::new();
    if let Some(question) = ambiguity.filter(|_| choices.thousands.is_none()) {
        let example = question.examples.first().map_or("", |(_, _, text)| text);
        let readings = question.readings.iter().enumerate();
        questions.push(Question {
            id: format!("{file}.reading"),
            asked: Asked::Reading {
                cells: question.cells,
                example: example.to_owned(),
            },
            choices: readings
                .map(|(place, reading)| {
                    let choice = Choice::Number {
                        example: example.to_owned(),
                        worth: reading.first,
                    };
                    (place.to_string(), choice)
                })
                .collect(),
        });
    }
    for open in &table.understood.open_cells {
        let Some(place) = choices
            .cells
            .iter()
            .position(|(text, _)| *text == open.text)
        else {
            continue;
        };
        let choices = MEANINGS.iter().map(|(value, choice)| {
            let choice = match choice {
                CellChoice::Means(meaning) => Choice::Means(*meaning),
                CellChoice::Open | CellChoice::WithoutRow => Choice::WithoutRow,
            };
            ((*value).to_owned(), choice)
        });
        questions.push(Question {
            id: format!("{file}.cell.{place}"),
            asked: Asked::Cell {
                text: open.text.clone(),
                line: open.line,
                column: open.column.clone(),
                count: open.count,
            },
            choices: choices.collect(),
        });
    }
    if plan.measures.iter().all(|plan| plan.column.is_empty()) {
        return questions;
    }
    for (place, (dimension, plan)) in table.dimensions.iter().zip(&plan.dimensions).enumerate() {
        let is_open = match plan.additivity {
            Additivity::Unknown => true,
            Additivity::NotParts => plan.take == Take::Sum,
            Additivity::Parts | Additivity::Incomplete => false,
        };
        if !is_open || plan.is_settled || plan.grouping.is_some() || dimension.codes.len() < 2 {
            continue;
        }
        let mut choices = vec![(SUM.to_owned(), Choice::Sum)];
        let labels = dimension.labels.iter().take(OFFERED).enumerate();
        choices.extend(labels.map(|(at, label)| (at.to_string(), Choice::Value(label.clone()))));
        questions.push(Question {
            id: format!("{file}.take.{place}"),
            asked: Asked::Parts {
                dimension: dimension.label.clone(),
                values: dimension.labels.clone(),
            },
            choices,
        });
    }
    let mut among_rivals = BTreeSet::new();
    for (column, rivals) in rivals(table) {
        let is_settled = |at: &usize| plan.measures[*at].is_settled;
        let is_used = |at: &usize| plan.measures[*at].column == column;
        if rivals.iter().any(is_settled) || !rivals.iter().any(is_used) {
            continue;
        }
        let label = |at: &usize| table.measures[*at].label.clone();
        let choices = rivals
            .iter()
            .map(|at| (at.to_string(), Choice::Column(label(at))));
        questions.push(Question {
            id: format!("{file}.which.{}", rivals[0]),
            asked: Asked::Which {
                columns: rivals.iter().map(label).collect(),
            },
            choices: choices
                .chain([(NONE.to_owned(), Choice::NoColumn)])
                .collect(),
        });
        among_rivals.extend(rivals);
    }
    let shares = OnceCell::new();
    let has_shares = || {
        *shares.get_or_init(|| {
            let mut measures = table.measures.iter();
            measures.any(|one| roles::counted(table, one) == Some(Kind::Share))
        })
    };
    for (place, (measure, plan)) in table.measures.iter().zip(&plan.measures).enumerate() {
        let is_chosen = !plan.column.is_empty() && !plan.is_settled;
        if is_chosen
            && !among_rivals.contains(&place)
            && let Some(said) = roles::doubt(table, measure, &has_shares)
        {
            let people = roles::is_exposure(&plan.column);
            let days = [Day::First, Day::Last, Day::Middle]
                .map(|day| (roles::population_on(day).to_owned(), Choice::On(day)));
            let counts = match people {
                true => days.to_vec(),
                false => vec![(plan.column.clone(), Choice::Counts)],
            };
            questions.push(Question {
                id: format!("{file}.measure.{place}"),
                asked: Asked::Counted {
                    measure: measure.label.clone(),
                    said,
                    people,
                },
                choices: counts
                    .into_iter()
                    .chain([(String::new(), Choice::LeftOut)])
                    .collect(),
            });
            continue;
        }
        let is_stock = matches!(plan.column.as_str(), "population_jan1" | "population_dec31");
        let is_said = || {
            let language = table.understood.language.as_deref();
            roles::day_of(table, measure)
                .or_else(|| usual_day(language))
                .is_some()
        };
        let is_open = is_stock
            && !plan.is_settled
            && roles::counted(table, measure) == Some(Kind::Population)
            && !is_said();
        if is_open {
            let days = [Day::First, Day::Last, Day::Middle];
            questions.push(Question {
                id: format!("{file}.measure.{place}"),
                asked: Asked::Day {
                    measure: measure.label.clone(),
                },
                choices: days
                    .map(|day| (roles::population_on(day).to_owned(), Choice::On(day)))
                    .to_vec(),
            });
        }
    }
    questions
}
