//! The file of a task, and that of a set of tasks.
//!
//! A task holds no answers: it names views of the page by their addresses, and numbers in them. What
//! it may say is closed; a word that is not known is refused with its place and with what would fit.

use std::fmt;

use data::Names;
use data::json::{FromJson, InOrder, Json, Misfit, object, text};
use state::{Asked, Page, State, View, address};

use super::premise::Premise;
use super::quantity::{Pick, Quantity, within_bounds};

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

/// Who has written a task, as far as the page can know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// Whoever publishes the site, or the visitor.
    #[default]
    Site,
    /// Somebody who has sent a link or a file. Their words are not the publisher's.
    Sent,
}

/// The most premises of a task, and of a choice; the most choices and boxes. Each is a question to the data or a line
/// of the page.
const MOST_LISTED: usize = 30;

/// A task.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// Who has written it.
    pub origin: Origin,
    /// Its name, by which codes and addresses know it.
    pub id: String,
    /// Dimensions that the data must have.
    pub needs: Vec<String>,
    /// Its words.
    pub text: Texts,
    /// Numbers that texts and premises call by a name, each computed from the data.
    pub numbers: Vec<(String, Quantity)>,
    /// What is seen while guessing.
    pub shown: Option<Place>,
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
        right: Pick,
    },
    /// The lines of the table of an analysis, of which one is right by its number.
    Lines {
        /// The analysis.
        asked: Asked,
        /// The column of the numbers, counted from zero after the head.
        column: usize,
        /// Which one: the highest or the lowest.
        right: Pick,
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
pub(super) const ANALYSIS: &str = "address of an analysis, #/analysis?kind=...";
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

    /// The task as one that somebody has sent.
    #[must_use]
    pub fn sent(self) -> Task {
        Task {
            origin: Origin::Sent,
            ..self
        }
    }

    /// Whether it asks no more than a page can be asked by a stranger.
    fn within_bounds(&self) -> Result<(), Misfit> {
        let no_choices: &[Choice] = &[];
        let no_numbers: &[Quantity] = &[];
        let (choices, boxes, of) = match &self.kind {
            Kind::Choose(Choices::Listed(choices)) => (choices.as_slice(), 0, no_numbers),
            Kind::Explain { boxes } => (no_choices, boxes.len(), no_numbers),
            Kind::Estimate { of } => (no_choices, 0, of.as_slice()),
            _ => (no_choices, 0, no_numbers),
        };
        let listed = [self.premise.len(), self.needs.len(), choices.len(), boxes];
        let whens = choices.iter().map(|choice| choice.when.len());
        if listed
            .into_iter()
            .chain(whens)
            .any(|count| count > MOST_LISTED)
        {
            return Err(Misfit::of("needs, premise, choices, boxes: 30 at most"));
        }
        let premises = self
            .premise
            .iter()
            .chain(choices.iter().flat_map(|choice| &choice.when));
        let of_choices = choices.iter().filter_map(|choice| choice.number.as_ref());
        let others = premises.flat_map(Premise::numbers).chain(of_choices);
        within_bounds(&self.numbers, others.chain(of))
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
        let task = Task {
            origin: Origin::default(),
            id: json.required("id")?,
            needs: json.field("needs")?,
            numbers,
            shown: json.field("shown")?,
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
                    Some(rows) => Choices::of_rows(&rows)?,
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
        };
        task.within_bounds()?;
        Ok(task)
    }
}

impl Choices {
    fn of_rows(rows: &Json) -> Result<Choices, Misfit> {
        let right: Pick = rows.required("right")?;
        let Some(table) = rows.field("table")? else {
            let At(view) = rows.required("view")?;
            return Ok(Choices::Rows { view, right });
        };
        match (table, &right) {
            (Place::Analysis(asked), Pick::Highest | Pick::Lowest) => Ok(Choices::Lines {
                asked,
                column: rows.field::<f64>("column")? as usize,
                right,
            }),
            (Place::Analysis(_), _) => Err(Misfit::of("@highest or @lowest")),
            (Place::View(_), _) => Err(Misfit::of(ANALYSIS)),
        }
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
        let listed: Vec<Json> = json.required("tasks")?;
        if listed.len() > MOST_TASKS {
            return Err(too_many());
        }
        for item in listed {
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

/// No lesson has more tasks: all of them stand on one page.
pub const MOST_TASKS: usize = 100;

/// That a set or a lesson has more than [`MOST_TASKS`].
pub fn too_many() -> Misfit {
    Misfit::of("tasks: 100 at most")
}

/// The name of the lesson that a visitor puts together.
pub const LESSON: &str = "my-lesson";

/// The name of the set that is such a lesson in a pack.
pub const PACKED: &str = "packed-lesson";

impl TaskSet {
    /// The file of a set that holds the files of its tasks, which are taken as they are.
    pub fn file<'a>(
        id: &str,
        data: &str,
        title: &Names,
        tasks: impl Iterator<Item = &'a str>,
    ) -> String {
        let titles = [("nb", &title.nb), ("nn", &title.nn), ("en", &title.en)];
        let titles = titles.map(|(tag, title)| (tag.to_owned(), text(title)));
        let fields = [
            ("set", Json::Number(f64::from(VERSION))),
            ("id", text(id)),
            ("data", text(data)),
            ("title", Json::Object(titles.into())),
            (
                "tasks",
                Json::List(tasks.filter_map(|task| Json::parse(task).ok()).collect()),
            ),
        ];
        data::write::json(&object(fields))
    }

    /// A list of sets, as `index.json` is, with the set of a file before the others; none when either cannot be
    /// read. It has a name of its own, so that a lesson that is put together there is another.
    pub fn listed_first(index: &str, file: &str) -> Option<String> {
        let (mut index, mut set) = (Json::parse(index).ok()?, Json::parse(file).ok()?);
        field_mut(&mut set, "id").map(|id| *id = text(PACKED))?;
        match field_mut(&mut index, "sets")? {
            Json::List(sets) => sets.insert(0, set),
            _ => return None,
        }
        Some(data::write::json(&index))
    }

    /// Reads the file of a set.
    pub fn read(text: &str) -> Result<TaskSet, Fault> {
        Ok(TaskSet::from_json(&versioned(text, "set")?)?)
    }

    /// Reads a file that somebody has sent, a task or a set; a task alone is a set of one.
    pub fn of_file(text: &str) -> Result<TaskSet, Fault> {
        let mut set = TaskSet::task_or_set(text)?;
        set.tasks = set.tasks.into_iter().map(Task::sent).collect();
        Ok(set)
    }

    fn task_or_set(text: &str) -> Result<TaskSet, Fault> {
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

fn field_mut<'a>(json: &'a mut Json, name: &str) -> Option<&'a mut Json> {
    let Json::Object(fields) = json else {
        return None;
    };
    let found = fields.iter_mut().find(|(key, _)| key == name);
    found.map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(numbers: &str, premise: &str) -> Result<Task, Fault> {
        Task::read(&format!(
            r#"{{"task": 1, "id": "x", "kind": "explain", "boxes": [], "text": {{}},
            "numbers": {{{numbers}}}, "premise": [{premise}]}}"#
        ))
    }

    fn fault(numbers: &str, premise: &str) -> String {
        task(numbers, premise).map_or_else(|fault| fault.to_string(), |_| String::new())
    }

    const ROW: &str = r##"{"row": "#/explore?measure=rate&by=year", "at": {"year": "@last"}}"##;

    #[test]
    fn numbers_that_name_numbers_are_three_deep_at_most() {
        let of = |place: usize| format!(r#""n{place}": {{"less": ["n{0}", "n{0}"]}}"#, place - 1);
        let chain = |length: usize| {
            let links: Vec<String> = (1..=length).map(of).collect();
            [format!("\"n0\": {ROW}"), links.join(", ")].join(", ")
        };
        assert_eq!(fault(&chain(3), ""), "");
        for length in [4, 26] {
            let said = fault(&chain(length), "");
            assert!(said.contains("three times"), "{said}");
        }
        let within = r#"{"positive": {"gap": ["n3", "n0"]}}"#;
        assert!(fault(&chain(3), within).contains("three times"));
        // Nested where they stand, without a name.
        let nested = (0..4).fold(ROW.to_owned(), |inner, _| {
            format!(r#"{{"gap": [{inner}, {ROW}]}}"#)
        });
        assert!(fault(&format!("\"a\": {nested}"), "").contains("three times"));
    }

    #[test]
    fn a_task_asks_for_so_many_numbers_and_no_more() {
        let rows = |count: usize| {
            let rows: Vec<String> = (0..count).map(|at| format!("\"n{at}\": {ROW}")).collect();
            rows.join(", ")
        };
        assert_eq!(fault(&rows(30), ""), "");
        assert!(fault(&rows(31), "").contains("30 at most"));
        let premise = vec![format!(r#"{{"positive": {ROW}}}"#); 11].join(", ");
        assert!(fault(&rows(30), &premise).contains("40 asked"));
        let many = vec![r#"{"positive": "n0"}"#; 31].join(", ");
        assert!(fault(&rows(1), &many).contains("30 at most"));
        let codes: Vec<String> = (0..11).map(|at| format!(r#""d{at}": "@last""#)).collect();
        let row = format!(
            r##"{{"row": "#/explore?measure=rate", "at": {{{}}}}}"##,
            codes.join(", ")
        );
        assert!(fault(&format!("\"a\": {row}"), "").contains("ten codes"));
    }

    #[test]
    fn letters_that_nobody_sees_leave_the_words_of_a_task() {
        let text = "{\"task\": 1, \"id\": \"x\", \"kind\": \"explain\", \"boxes\": [], \
            \"text\": {\"title\": {\"nb\": \"a\u{202e}b\u{e0041}\\u3164\"}}}";
        let task = Task::read(text).ok();
        assert_eq!(task.map(|task| task.text.title.nb).as_deref(), Some("ab"));
    }

    #[test]
    fn what_somebody_has_sent_is_known_as_sent() {
        let text = r#"{"task": 1, "id": "x", "kind": "explain", "boxes": [], "text": {}}"#;
        let origins = |set: TaskSet| set.tasks.iter().map(|task| task.origin).collect::<Vec<_>>();
        assert_eq!(Task::read(text).map(|task| task.origin), Ok(Origin::Site));
        assert_eq!(TaskSet::of_file(text).map(origins), Ok(vec![Origin::Sent]));
        let set = format!(r#"{{"set": 1, "tasks": [{text}, {text}]}}"#);
        assert_eq!(TaskSet::read(&set).map(origins), Ok(vec![Origin::Site; 2]));
        assert_eq!(
            TaskSet::of_file(&set).map(origins),
            Ok(vec![Origin::Sent; 2])
        );
        let letters = crate::packed::pack(text).unwrap_or_default();
        let unpacked = crate::packed::unpack(&letters);
        assert_eq!(unpacked.map(|task| task.origin), Ok(Origin::Sent));
    }
}
