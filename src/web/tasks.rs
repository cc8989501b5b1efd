//! The tasks that lie beside the page, and what a class does with them while the tab is open.
//!
//! Nothing of it is stored: what is kept here is gone with the tab.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use data::Names;
use data::json::{FromJson, Json};
use tasks::aims::Aim;
use tasks::code::Gathered;
use tasks::file::Origin;
use tasks::{Fault, Task, TaskSet, file};
use text::{Lang, tasks as words};

use super::session;

/// The folder of the tasks.
const FOLDER: &str = "tasks/";

/// The tasks there are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// Sets with their tasks.
    pub sets: Vec<TaskSet>,
    /// Aims of the curriculum.
    pub aims: Vec<Aim>,
    /// Files that are no tasks, and why.
    pub faults: Vec<(String, Fault)>,
    /// Every file as it is.
    pub files: Vec<(String, String)>,
}

/// What somebody has done.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// The task.
    pub id: String,
    /// The code of the answer.
    pub code: String,
    /// What was said of it.
    pub said: String,
}

thread_local! {
    static SHELF: RefCell<Option<Rc<Shelf>>> = const { RefCell::new(None) };
    static OWN: RefCell<Vec<TaskSet>> = const { RefCell::new(Vec::new()) };
    static LESSON: RefCell<Vec<InLesson>> = const { RefCell::new(Vec::new()) };
    static DONE: RefCell<Vec<Done>> = const { RefCell::new(Vec::new()) };
    static CLASS: RefCell<BTreeMap<String, Derived>> = const { RefCell::new(BTreeMap::new()) };
}

/// A task in the lesson of the visitor.
struct InLesson {
    id: String,
    file: String,
    /// Whose its words are, which no file can say of itself.
    origin: Origin,
}

/// What a class has answered to a task.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Derived {
    /// What was pasted, as it is.
    pub pasted: String,
    /// The codes in it, found once when it was pasted.
    pub found: Gathered,
    /// Hands, one number a choice.
    pub hands: Vec<usize>,
}

/// The tasks, when they have been fetched.
pub fn known() -> Option<Rc<Shelf>> {
    SHELF.with_borrow(Clone::clone)
}

/// Fetches the tasks, once.
pub async fn shelf() -> Result<Rc<Shelf>, JsValue> {
    if let Some(shelf) = known() {
        return Ok(shelf);
    }
    let text = session::text_at(&format!("{FOLDER}index.json")).await?;
    let told = |said: String| JsValue::from(js_sys::Error::new(&said));
    let index = Json::parse(&text).map_err(|error| told(error.to_string()))?;
    let misfit = |misfit: data::json::Misfit| told(format!("{FOLDER}index.json: {misfit}"));
    let listed: Vec<Json> = index.required("sets").map_err(misfit)?;
    let mut shelf = Shelf {
        aims: index.field("aims").map_err(misfit)?,
        files: vec![(format!("{FOLDER}index.json"), text)],
        ..Shelf::default()
    };
    for set in &listed {
        shelf.sets.push(TaskSet::from_json(set).map_err(misfit)?);
    }
    let mut names: Vec<String> = Vec::new();
    for name in shelf.sets.iter().flat_map(|set| &set.files) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    // All are asked for before one is waited for, so that they travel side by side.
    let asked: Vec<(String, Promise)> = names
        .into_iter()
        .map(|name| {
            let path = format!("{FOLDER}{name}");
            let file = async move { Ok(JsValue::from(session::text_at(&path).await?)) };
            (name, future_to_promise(file))
        })
        .collect();
    let mut tasks = Vec::new();
    for (name, file) in asked {
        let text = JsFuture::from(file)
            .await
            .ok()
            .and_then(|text| text.as_string());
        let text = text.unwrap_or_default();
        match Task::read(&text) {
            Ok(task) => tasks.push((name.clone(), task)),
            Err(fault) => shelf.faults.push((name.clone(), fault)),
        }
        shelf.files.push((format!("{FOLDER}{name}"), text));
    }
    for set in &mut shelf.sets {
        let of = |file: &String| {
            tasks
                .iter()
                .find(|(name, _)| name == file)
                .map(|(_, task)| task.clone())
        };
        set.tasks.extend(set.files.iter().filter_map(of));
    }
    let shelf = Rc::new(shelf);
    SHELF.set(Some(shelf.clone()));
    Ok(shelf)
}

/// Sets that the visitor has opened.
pub fn own() -> Vec<TaskSet> {
    OWN.with_borrow(Clone::clone)
}

/// Opens a set; one of the same name is replaced.
pub fn open(set: TaskSet) {
    OWN.with_borrow_mut(|own| {
        own.retain(|known| known.id != set.id);
        own.push(set);
    });
}

/// Puts the file of a task into the lesson of the visitor; one of the same name is replaced. What somebody has sent
/// and lies beside the page as it is, is the publisher's.
pub fn add(file: &str, origin: Origin) -> Result<(), Fault> {
    let task = Task::read(file)?;
    let is_known = known().is_some_and(|shelf| shelf.files.iter().any(|(_, known)| known == file));
    let added = InLesson {
        id: task.id,
        file: file.to_owned(),
        origin: if is_known { Origin::Site } else { origin },
    };
    LESSON.with_borrow_mut(
        |lesson| match lesson.iter_mut().find(|one| one.id == added.id) {
            Some(known) => *known = added,
            None => lesson.push(added),
        },
    );
    show_lesson();
    Ok(())
}

/// Puts a task that lies beside the page into the lesson.
pub fn add_known(id: &str) {
    let shelf = known().unwrap_or_default();
    let mut files = shelf.files.iter().map(|(_, file)| file);
    if let Some(file) = files.find(|file| Task::read(file).is_ok_and(|task| task.id == id)) {
        // It has just been read.
        let _ = add(file, Origin::Site);
    }
}

/// Whether a task is in the lesson.
pub fn is_in_lesson(id: &str) -> bool {
    LESSON.with_borrow(|lesson| lesson.iter().any(|one| one.id == id))
}

/// Takes a task out of the lesson.
pub fn take_out(id: &str) {
    LESSON.with_borrow_mut(|lesson| lesson.retain(|known| known.id != id));
    show_lesson();
}

/// The lesson as a file.
pub fn lesson_file() -> String {
    LESSON.with_borrow(|lesson| {
        let files = lesson.iter().map(|one| one.file.as_str());
        TaskSet::file(file::LESSON, &lesson_title(), files)
    })
}

/// The lesson is a set like others, as long as something is in it.
fn show_lesson() {
    let mut set = TaskSet::of_file(&lesson_file()).ok();
    LESSON.with_borrow(|lesson| {
        for task in set.iter_mut().flat_map(|set| &mut set.tasks) {
            let known = lesson.iter().find(|one| one.id == task.id);
            task.origin = known.map_or(task.origin, |one| one.origin);
        }
    });
    OWN.with_borrow_mut(|own| {
        own.retain(|known| known.id != file::LESSON);
        own.extend(set.filter(|set| !set.tasks.is_empty()));
    });
}

fn lesson_title() -> Names {
    Names {
        nb: words::my_lesson(Lang::Nb).to_owned(),
        nn: words::my_lesson(Lang::Nn).to_owned(),
        en: words::my_lesson(Lang::En).to_owned(),
    }
}

/// What has been done so far.
pub fn done() -> Vec<Done> {
    DONE.with_borrow(Clone::clone)
}

/// Remembers what has been done, until the tab is closed.
pub fn remember(done: Done) {
    DONE.with_borrow_mut(|all| {
        all.retain(|known| known.id != done.id);
        all.push(done);
    });
}

/// What the class has answered to a task.
pub fn together(id: &str) -> Derived {
    CLASS.with_borrow(|class| class.get(id).cloned().unwrap_or_default())
}

/// Keeps what the class has answered, until the tab is closed.
pub fn gather(id: &str, together: Derived) {
    CLASS.with_borrow_mut(|class| class.insert(id.to_owned(), together));
}
