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
use state::Page;
use tasks::{Hidden, Prepared, Task, TaskSet, packed, prepare};
use text::tasks as words;

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
    let sets = all_sets(shelf);
    let found = sets.iter().find(|set| set.id == wanted);
    found
        .or(sets.first().filter(|_| wanted.is_empty()))
        .cloned()
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

/// The tasks of a set that can be asked of the data of the page.
#[hook]
fn use_all_prepared(set: Option<TaskSet>) -> Rc<Vec<Rc<Prepared>>> {
    let shell = use_context::<Handle>();
    let dataset = shell.as_ref().and_then(|shell| shell.dataset.clone());
    let lang = shell.as_ref().map(|shell| shell.lang()).unwrap_or_default();
    use_memo((set, dataset.map(Same), lang), |(set, dataset, lang)| {
        let (Some(set), Some(dataset)) = (set, dataset) else {
            return Vec::new();
        };
        let prepared = set
            .tasks
            .iter()
            .map(|task| prepare(task, &dataset.0, *lang));
        prepared.filter_map(Result::ok).map(Rc::new).collect()
    })
}
