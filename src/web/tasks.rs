//! The tasks that lie beside the page, and what a class does with them while the tab is open.
//!
//! Nothing of it is stored: what is kept here is gone with the tab.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use data::Names;
use data::json::{FromJson, Json, Misfit};
use tasks::aims::Aim;
use tasks::code::Gathered;
use tasks::file::Origin;
use tasks::{Fault, Task, TaskSet, file};
use text::{Lang, tasks as words};

use super::page::Listening;
use super::session;

/// The folder of the tasks.
pub const FOLDER: &str = "tasks/";

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
    /// Asks before the page is left, as long as there is a lesson that no file holds.
    static UNSAVED: RefCell<Option<Listening>> = const { RefCell::new(None) };
    static CLASS: RefCell<BTreeMap<String, Derived>> = const { RefCell::new(BTreeMap::new()) };
}

/// A task in the lesson of the visitor.
struct InLesson {
    id: String,
    file: String,
    /// The published data that it was made with; empty for a visitor's own.
    data: String,
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
    let misfit = |misfit: Misfit| told(format!("{FOLDER}index.json: {misfit}"));
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
fn open(set: TaskSet) {
    OWN.with_borrow_mut(|own| {
        own.retain(|known| known.id != set.id);
        own.push(set);
    });
}

/// Puts the file of a task into the lesson of the visitor; one of the same name is replaced. What somebody has sent
/// and lies beside the page as it is, is the publisher's.
pub fn add(file: &str, data: &str, origin: Origin) -> Result<(), Fault> {
    add_all(&[file.to_owned()], data, origin)
}

/// Puts the files of several tasks into the lesson: all of them, or none where one is no task or they are too many.
fn add_all(files: &[String], data: &str, origin: Origin) -> Result<(), Fault> {
    // Written anew, as in the file of a lesson, it is still the same.
    let anew = |file: &str| Json::parse(file).ok().map(|json| data::write::json(&json));
    let shelf = known().unwrap_or_default();
    let known: BTreeSet<String> = shelf
        .files
        .iter()
        .filter_map(|(_, file)| anew(file))
        .collect();
    let mut added = Vec::new();
    for file in files {
        let is_known = anew(file).is_some_and(|file| known.contains(&file));
        added.push(InLesson {
            id: Task::read(file)?.id,
            file: file.clone(),
            data: data.to_owned(),
            origin: if is_known { Origin::Site } else { origin },
        });
    }
    LESSON.with_borrow_mut(|lesson| {
        let ids = lesson.iter().chain(&added).map(|one| one.id.clone());
        if ids.collect::<BTreeSet<String>>().len() > file::MOST_TASKS {
            return Err(Fault::Misfit(file::too_many()));
        }
        for one in added {
            match lesson.iter_mut().find(|known| known.id == one.id) {
                Some(known) => *known = one,
                None => lesson.push(one),
            }
        }
        Ok(())
    })?;
    show_lesson();
    ask_before_leaving();
    Ok(())
}

/// Opens a file that somebody has sent. A task, and those of a lesson, come into the lesson of the visitor; any other
/// set stands beside it.
pub fn open_file(text: &str) -> Result<(), Fault> {
    let was_saved = UNSAVED.with_borrow(Option::is_none);
    let is_first = LESSON.with_borrow(Vec::is_empty);
    if Task::read(text).is_ok() {
        return add(text, "", Origin::Sent);
    }
    let set = TaskSet::of_file(text)?;
    if set.id != file::LESSON {
        open(set);
        return Ok(());
    }
    let json = Json::parse(text).map_err(|error| Fault::NotJson(error.to_string()))?;
    let tasks: Vec<Json> = json.required("tasks")?;
    let files: Vec<String> = tasks.iter().map(data::write::json).collect();
    add_all(&files, &set.data, Origin::Sent)?;
    if is_first && was_saved {
        // It is what the file holds.
        lesson_is_saved();
    }
    Ok(())
}

/// Puts a task that lies beside the page into the lesson.
pub fn add_known(id: &str) {
    let shelf = known().unwrap_or_default();
    let mut files = shelf.files.iter().map(|(_, file)| file);
    if let Some(file) = files.find(|file| Task::read(file).is_ok_and(|task| task.id == id)) {
        let mut sets = shelf.sets.iter();
        let set = sets.find(|set| set.tasks.iter().any(|task| task.id == id));
        // It has just been read.
        let _ = add(file, set.map_or("", |set| &set.data), Origin::Site);
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
    ask_before_leaving();
}

/// Moves a task of the lesson one place up or down.
pub fn move_task(id: &str, up: bool) {
    LESSON.with_borrow_mut(|lesson| {
        let Some(place) = lesson.iter().position(|known| known.id == id) else {
            return;
        };
        let other = if up { place.wrapping_sub(1) } else { place + 1 };
        if other < lesson.len() {
            lesson.swap(place, other);
        }
    });
    show_lesson();
    ask_before_leaving();
}

/// The lesson as a file, with its name; none when nothing is in it.
pub fn lesson_file() -> Option<(&'static str, String)> {
    LESSON.with_borrow(|lesson| {
        let first = lesson.first()?;
        let is_one = lesson.iter().all(|one| one.data == first.data);
        let data = if is_one { first.data.as_str() } else { "" };
        let files = lesson.iter().map(|one| one.file.as_str());
        let file = TaskSet::file(file::LESSON, data, &lesson_title(), files);
        Some(("min-time.oppgave.json", file))
    })
}

/// Nothing is lost any more when the page is left.
pub fn lesson_is_saved() {
    UNSAVED.set(None);
}

/// What is put together lives in the tab alone: the browser asks before the tab is closed or loaded anew.
fn ask_before_leaving() {
    let is_empty = LESSON.with_borrow(Vec::is_empty);
    let listening = Listening::to_window("beforeunload", |event| {
        event.prevent_default();
        // Browsers of some years ago look at this.
        let _ = js_sys::Reflect::set(&event, &"returnValue".into(), &"!".into());
    });
    UNSAVED.set(listening.filter(|_| !is_empty));
}

/// The lesson is a set like others, as long as something is in it.
fn show_lesson() {
    let mut set = lesson_file().and_then(|(_, file)| TaskSet::of_file(&file).ok());
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
