//! The file of a task, and that of a set of tasks.
//!
//! A task holds no answers: it names views of the page by their addresses, and numbers in them. What
//! it may say is closed; a word that is not known is refused with its place and with what would fit.

use std::fmt;

use data::Names;
use data::json::{FromJson, InOrder, Json, Misfit};
use state::{Asked, Page, State, View, address};

use super::premise::Premise;
use super::quantity::Quantity;

/// The version of the form that is read and written.
pub const VERSION: u32 = 1;

/// Why a file is no task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not JSON; what the parser says.
    NotJson(String),
    /// It is of another version, or does not say of which: the field, and what stands there.
    Version(&'static str, String),
    /// Something is missing or of another kind.
    Misfit(Misfit),
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Fault::NotJson(said) => out.write_str(said),
            Fault::Version(field, found) => write!(out, "{field}: {VERSION}, found {found}"),
            Fault::Misfit(misfit) => misfit.fmt(out),
        }
    }
}

impl From<Misfit> for Fault {
    fn from(misfit: Misfit) -> Fault {
        Fault::Misfit(misfit)
    }
}

/// Parses a file whose field `version` must be the version that is read here.
fn versioned(text: &str, version: &'static str) -> Result<Json, Fault> {
    let json = Json::parse(text).map_err(|error| Fault::NotJson(error.to_string()))?;
    let found = json.entries()?.iter().find(|(key, _)| key == version);
    match found.map(|(_, value)| value) {
        Some(Json::Number(number)) if *number == f64::from(VERSION) => Ok(json),
        Some(other) => Err(Fault::Version(version, data::write::json(other))),
        None => Err(Fault::Version(version, "null".to_owned())),
    }
}

/// A task.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// Its name, by which codes and addresses know it.
    pub id: String,
    /// Dimensions that the data must have.
    pub needs: Vec<String>,
    /// Its words.
    pub text: Texts,
    /// Numbers that texts and premises call by a name, each computed from the data.
    pub numbers: Vec<(String, Quantity)>,
    /// The view that is seen while guessing.
    pub shown: Option<View>,
    /// What is done.
    pub kind: Kind,
    /// What must hold in the data.
    pub premise: Vec<Premise>,
    /// Where the arithmetic is.
    pub reveal: Option<Place>,
    /// For the teacher.
    pub teacher: Teacher,
}

/// The words of a task.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Texts {
    /// Its heading.
    pub title: Names,
    /// What is asked.
    pub ask: Names,
    /// A hint; may be empty.
    pub hint: Names,
    /// Why it is so. Numbers stand in it by their names: `{last}`, `{last.between}`, `{last.of}`.
    pub why: Names,
    /// A model answer for what is explained in own words.
    pub model: Names,
}

/// What is done.
#[derive(Clone, Debug, PartialEq)]
#[allow(
    clippy::large_enum_variant,
    reason = "a task has one, and a lesson few tasks"
)]
pub enum Kind {
    /// Draw a line.
    Draw {
        /// The line.
        view: View,
        /// The last place on the axis that is given; all is drawn when absent.
        given_until: Option<String>,
        /// How many handles there are at most.
        handles: usize,
        /// Whether it can be answered that nothing is known there.
        may_be_unknown: bool,
    },
    /// Set bars.
    Bars {
        /// The bars.
        view: View,
    },
    /// Put in order, the greatest first.
    Order {
        /// What is ordered.
        view: View,
    },
    /// Give a range in which a number lies, or two bounds.
    Estimate {
        /// One number, or two.
        of: Vec<Quantity>,
    },
    /// Choose one of several.
    Choose(Choices),
    /// Find what was changed between two pictures of the same numbers.
    Spot {
        /// The picture.
        view: View,
        /// The other one.
        changed: View,
    },
    /// Explain in own words.
    Explain {
        /// What a good text says.
        boxes: Vec<Names>,
    },
}

/// Between what is chosen.
#[derive(Clone, Debug, PartialEq)]
#[allow(
    clippy::large_enum_variant,
    reason = "a task has one, and a lesson few tasks"
)]
pub enum Choices {
    /// Sentences or numbers, each right where its conditions hold.
    Listed(Vec<Choice>),
    /// The rows of a view, of which one is right.
    Rows {
        /// The view.
        view: View,
        /// Which one.
        right: super::quantity::Pick,
    },
}

/// One of the choices.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Its words; empty for a number alone.
    pub text: Names,
    /// Its number.
    pub number: Option<Quantity>,
    /// It is right when all of these hold.
    pub when: Vec<Premise>,
}

/// A place on the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    /// A question.
    View(Box<View>),
    /// An analysis.
    Analysis(Asked),
}

/// What a teacher wants to know.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Teacher {
    /// How many minutes it takes.
    pub minutes: u32,
    /// Codes of the aims of the curriculum.
    pub aims: Vec<String>,
    /// What many believe.
    pub misconception: Names,
    /// A question to ask before.
    pub before: Names,
    /// A question to ask after.
    pub after: Names,
    /// Questions of pupils with answers.
    pub faq: Vec<(Names, Names)>,
}

/// Texts in three languages.
#[derive(Default)]
pub(super) struct Words(pub Names);

impl FromJson for Words {
    fn from_json(json: &Json) -> Result<Words, Misfit> {
        for (tag, _) in json.entries()? {
            if data::lang::Lang::ALL.iter().all(|lang| lang.tag() != tag) {
                return Err(Misfit::of("object with nb, nn and en"));
            }
        }
        Ok(Words(Names {
            nb: json.field("nb")?,
            nn: json.field("nn")?,
            en: json.field("en")?,
        }))
    }
}

pub(super) fn words(json: &Json, field: &str) -> Result<Names, Misfit> {
    json.field::<Words>(field).map(|words| words.0)
}

/// The address of a view.
pub(super) struct At(pub View);

impl FromJson for At {
    fn from_json(json: &Json) -> Result<At, Misfit> {
        match Place::from_json(json)? {
            Place::View(view) => Ok(At(*view)),
            Place::Analysis(_) => Err(Misfit::of(VIEW)),
        }
    }
}

const VIEW: &str = "address of a view, #/explore?measure=...";
const PLACE: &str = "address, #/explore?measure=... or #/analysis?kind=...";

impl FromJson for Place {
    fn from_json(json: &Json) -> Result<Place, Misfit> {
        let text = String::from_json(json)?;
        let state = address::read(&text, &State::default());
        match state.page {
            Page::Explore if state.view.question().is_some() => {
                Ok(Place::View(Box::new(state.view)))
            }
            Page::Analysis => Ok(Place::Analysis(state.analysis)),
            _ => Err(Misfit::of(PLACE)),
        }
    }
}

impl Task {
    /// Reads the file of a task.
    pub fn read(text: &str) -> Result<Task, Fault> {
        Ok(Task::from_json(&versioned(text, "task")?)?)
    }

    /// The task with an identifier, of several.
    pub fn find<'a>(tasks: &'a [Task], id: &str) -> Option<&'a Task> {
        tasks.iter().find(|task| task.id == id)
    }
}

/// Every field that a task may have.
const FIELDS: [&str; 19] = [
    "task",
    "id",
    "needs",
    "text",
    "numbers",
    "shown",
    "kind",
    "view",
    "changed",
    "given_until",
    "handles",
    "may_be_unknown",
    "of",
    "choices",
    "rows",
    "boxes",
    "premise",
    "reveal",
    "teacher",
];

impl FromJson for Task {
    fn from_json(json: &Json) -> Result<Task, Misfit> {
        if json
            .entries()?
            .iter()
            .any(|(key, _)| !FIELDS.contains(&key.as_str()))
        {
            return Err(Misfit::of("only fields that a task has"));
        }
        let text: Json = json.required("text")?;
        let teacher: Json = json
            .field::<Option<Json>>("teacher")?
            .unwrap_or(Json::Object(Vec::new()));
        let InOrder(numbers) = json.field("numbers")?;
        let kind: String = json.required("kind")?;
        let view = || json.required::<At>("view").map(|at| at.0);
        Ok(Task {
            id: json.required("id")?,
            needs: json.field("needs")?,
            numbers,
            shown: json.field::<Option<At>>("shown")?.map(|at| at.0),
            premise: json.field("premise")?,
            reveal: json.field("reveal")?,
            kind: match kind.as_str() {
                "draw" => Kind::Draw {
                    view: view()?,
                    given_until: json.field("given_until")?,
                    handles: json
                        .field::<Option<f64>>("handles")?
                        .map_or(6, |count| count as usize),
                    may_be_unknown: json.field("may_be_unknown")?,
                },
                "bars" => Kind::Bars { view: view()? },
                "order" => Kind::Order { view: view()? },
                "estimate" => Kind::Estimate {
                    of: json.required("of")?,
                },
                "choose" => Kind::Choose(match json.field::<Option<Json>>("rows")? {
                    Some(rows) => Choices::Rows {
                        view: rows.required::<At>("view")?.0,
                        right: rows.required("right")?,
                    },
                    None => Choices::Listed(json.required("choices")?),
                }),
                "spot" => Kind::Spot {
                    view: view()?,
                    changed: json.required::<At>("changed")?.0,
                },
                "explain" => Kind::Explain {
                    boxes: json
                        .required::<Vec<Words>>("boxes")?
                        .into_iter()
                        .map(|words| words.0)
                        .collect(),
                },
                _ => {
                    return Err(Misfit::of(
                        "kind: draw, bars, order, estimate, choose, spot or explain",
                    ));
                }
            },
            text: Texts {
                title: words(&text, "title")?,
                ask: words(&text, "ask")?,
                hint: words(&text, "hint")?,
                why: words(&text, "why")?,
                model: words(&text, "model")?,
            },
            teacher: Teacher {
                minutes: teacher.field::<Option<f64>>("minutes")?.unwrap_or_default() as u32,
                aims: teacher.field("aims")?,
                misconception: words(&teacher, "misconception")?,
                before: words(&teacher, "before")?,
                after: words(&teacher, "after")?,
                faq: teacher
                    .field::<Vec<Json>>("faq")?
                    .iter()
                    .map(|entry| Ok((words(entry, "q")?, words(entry, "a")?)))
                    .collect::<Result<_, Misfit>>()?,
            },
        })
    }
}

impl FromJson for Choice {
    fn from_json(json: &Json) -> Result<Choice, Misfit> {
        Ok(Choice {
            text: words(json, "text")?,
            number: json.field("number")?,
            when: json.required("when")?,
        })
    }
}

/// A set of tasks: what a lesson is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskSet {
    /// Its name in addresses.
    pub id: String,
    /// The published data set that it was made for; empty for any.
    pub data: String,
    /// Its heading.
    pub title: Names,
    /// The names of the files of its tasks.
    pub files: Vec<String>,
    /// Tasks that stand in the set itself.
    pub tasks: Vec<Task>,
}

impl FromJson for TaskSet {
    fn from_json(json: &Json) -> Result<TaskSet, Misfit> {
        let (mut files, mut tasks) = (Vec::new(), Vec::new());
        for item in json.required::<Vec<Json>>("tasks")? {
            match item {
                Json::Text(name) => files.push(name),
                other => tasks.push(Task::from_json(&other)?),
            }
        }
        Ok(TaskSet {
            id: json.field("id")?,
            data: json.field("data")?,
            title: words(json, "title")?,
            files,
            tasks,
        })
    }
}

impl TaskSet {
    /// Reads the file of a set.
    pub fn read(text: &str) -> Result<TaskSet, Fault> {
        Ok(TaskSet::from_json(&versioned(text, "set")?)?)
    }

    /// Reads a file that is a task or a set; a task alone is a set of one.
    pub fn of_file(text: &str) -> Result<TaskSet, Fault> {
        let json = Json::parse(text).map_err(|error| Fault::NotJson(error.to_string()))?;
        if json.entries()?.iter().any(|(key, _)| key == "set") {
            return TaskSet::read(text);
        }
        let task = Task::read(text)?;
        Ok(TaskSet {
            id: task.id.clone(),
            data: String::new(),
            title: task.text.title.clone(),
            files: Vec::new(),
            tasks: vec![task],
        })
    }
}
