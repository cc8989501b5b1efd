//! The pages of the classroom: the list, a task, its presentation, paper, and a class together.
//!
//! Tasks are fetched when one of these pages is shown for the first time.

mod answering;
mod list;
mod make;
mod notes;
mod pack;
mod play;
mod present;
mod reveal;
mod together;
mod worksheet;

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::app::parts::ptr_eq::Same;
use crate::app::shell::Handle;
use crate::web::scheduler::Awaited;
use crate::web::tasks::{self as kept, Shelf};
use data::Dataset;
use state::{Page, State, address};
use tasks::{Hidden, Prepared, Task, TaskSet, packed, prepare};
use text::{Lang, tasks as words};

pub use make::Make;

/// What stands on a page of the classroom.
pub fn content(shell: &Handle) -> Html {
    match shell.state.page {
        Page::Task => html! { <play::TaskPage /> },
        Page::Present => html! { <present::Present /> },
        Page::Worksheet => html! { <worksheet::Worksheet /> },
        Page::Class => html! { <together::ClassPage /> },
        _ => html! { <list::List /> },
    }
}

/// The tasks: on their way, not to be had, or there.
#[derive(Clone, PartialEq)]
enum Fetched {
    Coming,
    Failed,
    There(Same<Shelf>),
}

/// Fetches the tasks when they are not there yet.
#[hook]
fn use_shelf() -> Fetched {
    let fetched = use_state(|| match kept::known() {
        Some(shelf) => Fetched::There(Same(shelf)),
        None => Fetched::Coming,
    });
    let set = fetched.setter();
    use_effect_with((), move |()| {
        if kept::known().is_none() {
            let awaited = Awaited::begin();
            spawn_local(async move {
                set.set(match kept::shelf().await {
                    Ok(shelf) => Fetched::There(Same(shelf)),
                    Err(_) => Fetched::Failed,
                });
                drop(awaited);
            });
        }
    });
    (*fetched).clone()
}

/// What stands in place of tasks that are not there.
fn absent(shell: &Handle, fetched: &Fetched) -> Html {
    let lang = shell.lang();
    match fetched {
        Fetched::Coming => html! { <p class="absent">{ words::loading(lang) }</p> },
        _ => html! { <p class="absent" role="alert">{ words::unreadable(lang) }</p> },
    }
}

/// Every set: those that lie beside the page, and those that the visitor has opened.
fn all_sets(shelf: &Shelf) -> Vec<TaskSet> {
    shelf.sets.iter().cloned().chain(kept::own()).collect()
}

/// The set of the address; the first one when it names none.
fn set_of(shell: &Handle, shelf: &Shelf) -> Option<TaskSet> {
    let wanted = shell.state.lesson("set");
    let mut sets = all_sets(shelf).into_iter();
    sets.find(|set| wanted.is_empty() || set.id == wanted)
}

/// The task of the address: the one packed in it, or one of a set.
fn task_of(shell: &Handle, shelf: &Shelf) -> Option<Task> {
    let letters = shell.state.lesson("t");
    if !letters.is_empty() {
        return packed::unpack(letters).ok();
    }
    let wanted = shell.state.lesson("id");
    let sets = all_sets(shelf);
    let mut tasks = sets.iter().flat_map(|set| &set.tasks);
    tasks.find(|task| task.id == wanted).cloned()
}

/// Who the words of a task are by, where that is not the publisher.
fn by_whom(prepared: &Prepared) -> Html {
    let by_whom = prepared.by_whom();
    by_whom.map_or_else(
        Html::default,
        |who| html! { <p class="quiet by-whom">{ who }</p> },
    )
}

/// A task put to the data of the page; computed anew when either changes.
#[hook]
fn use_prepared(task: Option<Task>) -> Rc<Option<Result<Rc<Prepared>, Hidden>>> {
    let shell = use_context::<Handle>();
    let dataset = shell.as_ref().and_then(|shell| shell.dataset.clone());
    let lang = shell.as_ref().map(|shell| shell.lang()).unwrap_or_default();
    use_memo((task, dataset.map(Same), lang), |(task, dataset, lang)| {
        let (task, dataset) = (task.as_ref()?, dataset.as_ref()?);
        Some(prepare(task, &dataset.0, *lang).map(Rc::new))
    })
}

/// A set and its tasks that can be asked of the data of the page.
#[derive(Clone, PartialEq)]
struct Lesson {
    set: TaskSet,
    tasks: Vec<Rc<Prepared>>,
    hidden: Vec<Hidden>,
}

impl Lesson {
    fn new(set: &TaskSet, dataset: &Dataset, lang: Lang) -> Lesson {
        let (mut tasks, mut hidden) = (Vec::new(), Vec::new());
        for task in &set.tasks {
            match prepare(task, dataset, lang) {
                Ok(prepared) => tasks.push(Rc::new(prepared)),
                Err(reason) => hidden.push(reason),
            }
        }
        let set = set.clone();
        Lesson { set, tasks, hidden }
    }
}

/// The set of the address, or what stands in its place: it is on its way, unknown, or for other data.
#[hook]
fn use_lesson() -> Result<Rc<Lesson>, Html> {
    let fetched = use_shelf();
    let shell = use_context::<Handle>();
    let set = match (&shell, &fetched) {
        (Some(shell), Fetched::There(shelf)) => set_of(shell, &shelf.0),
        _ => None,
    };
    let dataset = shell.as_ref().and_then(|shell| shell.dataset.clone());
    let lang = shell.as_ref().map(|shell| shell.lang()).unwrap_or_default();
    let key = (set.clone(), dataset.clone().map(Same), lang);
    let lesson = use_memo(key, |(set, dataset, lang)| {
        let (set, dataset) = set.as_ref().zip(dataset.as_ref())?;
        Some(Rc::new(Lesson::new(set, &dataset.0, *lang)))
    });
    let Some(shell) = shell else {
        return Err(Html::default());
    };
    match (fetched, set, lesson.as_ref()) {
        (Fetched::There(_), Some(_), Some(lesson)) if !lesson.tasks.is_empty() => {
            Ok(lesson.clone())
        }
        (Fetched::There(_), Some(_), Some(lesson)) => {
            let title = lesson.set.title.get(lang);
            Err(elsewhere(&shell, title, &lesson.set, &lesson.hidden))
        }
        (Fetched::There(_), None, _) => Err(unknown(&shell)),
        (Fetched::There(_), Some(_), None) => Err(absent(&shell, &Fetched::Coming)),
        (other, ..) => Err(absent(&shell, &other)),
    }
}

/// What stands in place of what nobody knows here.
fn unknown(shell: &Handle) -> Html {
    let lang = shell.lang();
    html! {
        <section class="absent" role="alert">
            <h1>{ words::title(lang) }</h1>
            <p>{ words::unknown_task(lang) }</p>
            { to_list(shell) }
        </section>
    }
}

/// Back to the list.
fn to_list(shell: &Handle) -> Html {
    let list = address::write(&shell.state.taught(Page::Tasks, &[]));
    html! { <p><a id="to-list" href={list}>{ words::to_list(shell.lang()) }</a></p> }
}

/// What stands in place of tasks that cannot be asked of the open data: why, and the way to data they are for.
fn elsewhere(shell: &Handle, title: &str, set: &TaskSet, hidden: &[Hidden]) -> Html {
    html! {
        <section class="absent" role="alert">
            <h1>{ title.to_owned() }</h1>
            { way_to_data(shell, set) }
            { reasons(hidden) }
            { to_list(shell) }
        </section>
    }
}

/// Leads to the same place with the data that a set was made for, where others are open.
fn way_to_data(shell: &Handle, set: &TaskSet) -> Html {
    let is_open = shell
        .dataset
        .as_ref()
        .is_some_and(|open| open.id() == set.data);
    if set.data.is_empty() || is_open {
        return Html::default();
    }
    let there = address::write(&State {
        dataset: set.data.clone(),
        ..shell.state.clone()
    });
    let lang = shell.lang();
    let shelf = crate::web::session::shelf();
    let listed = shelf.iter().find(|entry| entry.id == set.data);
    let title = listed.map_or_else(|| set.data.clone(), |entry| entry.label(lang));
    html! {
        <p>{ words::needs_data(lang) }{ " " }<a class="to-data" href={there}>{ words::open_data(lang, &title) }</a></p>
    }
}

/// Tasks that cannot be asked, each with the reason.
fn reasons(hidden: &[Hidden]) -> Html {
    html! {
        if !hidden.is_empty() {
            <ul class="quiet">
                for one in hidden {
                    <li><b>{ one.title.clone() }</b>{ ": " }{ one.reason.clone() }</li>
                }
            </ul>
        }
    }
}
