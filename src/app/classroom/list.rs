//! The list of tasks, in sets; those that the data do not show are named with the reason.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::notes::Notes;
use super::pack::Pack;
use super::{Fetched, absent, all_sets, reasons, use_shelf, way_to_data};
use crate::app::parts::folded::Folded;
use crate::app::parts::ptr_eq::Same;
use crate::app::shell::{Event as ShellEvent, Handle, Message};
use crate::web::{download, files, page, tasks as kept};
use data::Dataset;
use state::{Page, address};
use tasks::aims::Aim;
use tasks::file::{LESSON, Origin, PACKED, VERSION};
use tasks::{Fault, Hidden, Kind, Prepared, Task, TaskSet, prepare};
use text::{Lang, tasks as words};

/// The list of tasks.
#[component]
pub fn List() -> Html {
    let fetched = use_shelf();
    let opened = use_state(|| 0);
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let sets = match &fetched {
        Fetched::There(shelf) => {
            let aims = Same(Rc::new(shelf.0.aims.clone()));
            let mut sets = all_sets(&shelf.0);
            // What the visitor has put together comes first.
            if let Some(place) = sets.iter().position(|set| set.id == LESSON) {
                sets[..=place].rotate_right(1);
            }
            let on_change = {
                let opened = opened.clone();
                Callback::from(move |()| opened.set(*opened + 1))
            };
            let sets = sets.into_iter().map(|set| {
                let key = set.id.clone();
                html! {
                    <SetOfTasks
                        {key}
                        set={Same(Rc::new(set))}
                        aims={aims.clone()}
                        on_change={on_change.clone()}
                    />
                }
            });
            html! {
                <>
                    for (name, fault) in shelf.0.faults.iter() {
                        <p class="absent" role="alert">{ told(name, fault, lang) }</p>
                    }
                    { for sets }
                </>
            }
        }
        _ => absent(&shell, &fetched),
    };
    html! {
        <div class="tasks">
            <div class="lead">
                <h1>{ words::title(lang) }</h1>
                <p>{ words::lead(lang) }</p>
            </div>
            { sets }
            <section>
                <h2>{ words::own(lang) }</h2>
                { opener(&shell, &opened) }
                { progress(lang) }
            </section>
            <Pack />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct SetProps {
    set: Same<TaskSet>,
    aims: Same<Vec<Aim>>,
    /// Called when a task has been taken out.
    on_change: Callback<()>,
}

#[component]
fn SetOfTasks(props: &SetProps) -> Html {
    let shell = use_context::<Handle>();
    let dataset = shell.as_ref().and_then(|shell| shell.dataset.clone());
    let lang = shell.as_ref().map(|shell| shell.lang()).unwrap_or_default();
    let moved = use_mut_ref(|| None::<String>);
    {
        let moved = moved.clone();
        use_effect(move || {
            if let Some(id) = moved.borrow_mut().take() {
                page::focus(&id);
            }
        });
    }
    let key = (props.set.clone(), dataset.clone().map(Same), lang);
    let prepared = use_memo(key, |(set, dataset, lang)| {
        let Some(dataset) = dataset.as_ref().filter(|dataset| suits(&set.0, &dataset.0)) else {
            return Vec::new();
        };
        let tasks = set.0.tasks.iter();
        tasks
            .map(|task| prepare(task, &dataset.0, *lang).map(Rc::new))
            .collect()
    });
    let Some(shell) = shell else {
        return Html::default();
    };
    let set = &props.set.0;
    let to =
        |page: Page, choices: &[(&str, &str)]| address::write(&shell.state.taught(page, choices));
    let of_set = [("set", set.id.as_str())];
    if prepared.is_empty() {
        return html! {
            <section class="task-set">
                <h2>{ set.title.get(lang).to_owned() }</h2>
                { way_to_data(&shell, set) }
            </section>
        };
    }
    let is_lesson = set.id == LESSON;
    let ready = prepared.iter().zip(&set.tasks);
    let ready: Vec<(&Rc<Prepared>, &Task)> = ready
        .filter_map(|(found, task)| Some((found.as_ref().ok()?, task)))
        .collect();
    let hidden: Vec<Hidden> = prepared
        .iter()
        .filter_map(|found| found.as_ref().err().cloned())
        .collect();
    // The focus stays with the task that was moved.
    let mover = |task: &Task, prepared: &Prepared, up: bool| {
        let id = format!("{}-{}", if up { "up" } else { "down" }, task.id);
        let name = match up {
            true => words::move_up(lang, &prepared.title),
            false => words::move_down(lang, &prepared.title),
        };
        let onclick = {
            let (of, id, on_change) = (task.id.clone(), id.clone(), props.on_change.clone());
            let moved = moved.clone();
            Callback::from(move |_: MouseEvent| {
                kept::move_task(&of, up);
                *moved.borrow_mut() = Some(id.clone());
                on_change.emit(());
            })
        };
        html! {
            <button type="button" class="plain move" {id} aria-label={name} {onclick}>
                { if up { "↑" } else { "↓" } }
            </button>
        }
    };
    let item = |(prepared, task): (&Rc<Prepared>, &Task)| {
        let notes = {
            let (prepared, aims) = (Same(prepared.clone()), props.aims.clone());
            Callback::from(
                move |()| html! { <Notes prepared={prepared.clone()} aims={aims.clone()} /> },
            )
        };
        html! {
            <li key={task.id.clone()}>
                <a href={to(Page::Task, &[("id", &task.id)])}>{ prepared.title.clone() }</a>
                <span class="quiet">
                    { format!(" {}", kind_name(&task.kind, lang)) }
                    if task.teacher.minutes > 0 {
                        { format!(", {}", words::minutes(lang, &task.teacher.minutes.to_string())) }
                    }
                </span>
                if is_lesson {
                    { mover(task, prepared, true) }
                    { mover(task, prepared, false) }
                    { take_out(task, prepared, &props.on_change, lang) }
                } else if task.origin == Origin::Site && set.id != PACKED {
                    { put_in(task, prepared, &props.on_change, lang) }
                }
                <Folded class="notes" summary={words::notes(lang)} make={notes} />
            </li>
        }
    };
    html! {
        <section class="task-set" id={format!("set-{}", set.id)}>
            <h2>{ set.title.get(lang).to_owned() }</h2>
            if !ready.is_empty() {
                <p class="set-links">
                    <a href={to(Page::Present, &of_set)}>{ words::present(lang) }</a>
                    <a href={to(Page::Worksheet, &of_set)}>{ words::worksheet(lang) }</a>
                    <a href={to(Page::Class, &of_set)}>{ words::class(lang) }</a>
                    if is_lesson {
                        <button type="button" id="save-lesson" onclick={save_lesson()}>
                            { words::save_lesson(lang) }
                        </button>
                    }
                </p>
            }
            if is_lesson {
                <p class="quiet">{ words::lesson_stays(lang) }</p>
            }
            <ol>{ for ready.into_iter().map(item) }</ol>
            if !hidden.is_empty() {
                <h3>{ words::hidden(lang) }</h3>
                { way_to_data(&shell, set) }
                { reasons(&hidden) }
            }
        </section>
    }
}

/// The button that takes a task out of the lesson.
fn take_out(task: &Task, prepared: &Prepared, on_change: &Callback<()>, lang: Lang) -> Html {
    let (id, on_change) = (task.id.clone(), on_change.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        kept::take_out(&id);
        on_change.emit(());
    });
    let name = format!("{}: {}", words::take_out(lang), prepared.title);
    let said = words::take_out(lang);
    html! { <button type="button" class="plain take-out" aria-label={name} {onclick}>{ said }</button> }
}

/// The button that puts a task into the lesson.
fn put_in(task: &Task, prepared: &Prepared, on_change: &Callback<()>, lang: Lang) -> Html {
    if kept::is_in_lesson(&task.id) {
        return html! { <span class="quiet">{ " " }{ words::is_in_lesson(lang) }</span> };
    }
    let (id, on_change) = (task.id.clone(), on_change.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        kept::add_known(&id);
        on_change.emit(());
    });
    let name = format!("{}: {}", words::put_in(lang), prepared.title);
    let said = words::put_in(lang);
    html! { <button type="button" class="plain put-in" aria-label={name} {onclick}>{ said }</button> }
}

fn save_lesson() -> Callback<MouseEvent> {
    Callback::from(|_: MouseEvent| {
        let Some((name, file)) = kept::lesson_file() else {
            return;
        };
        let saved = download::text_blob(&file, "application/json")
            .and_then(|blob| download::save(&blob, name));
        if saved.is_ok() {
            kept::lesson_is_saved();
        }
    })
}

/// Whether a set is for a data set: the one it was made for, or one with every dimension it needs.
fn suits(set: &TaskSet, dataset: &Dataset) -> bool {
    let has = |name: &String| !measures::codes_of(dataset, name).is_empty();
    let needs = || set.tasks.iter().flat_map(|task| &task.needs);
    set.data.is_empty() || set.data == dataset.id() || needs().all(has)
}

/// What the pupils do.
fn kind_name(kind: &Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Draw { .. } => words::draw(lang),
        Kind::Bars { .. } => words::bars(lang),
        Kind::Order { .. } => words::order(lang),
        Kind::Estimate { .. } => words::estimate(lang),
        Kind::Choose(_) => words::choose(lang),
        Kind::Spot { .. } => words::spot(lang),
        Kind::Explain { .. } => words::explain(lang),
    }
}

/// Why a file is no task: what is expected, what was found, what can be done.
pub fn told(name: &str, fault: &Fault, lang: Lang) -> String {
    match fault {
        Fault::Version(field, found) => words::other_version(
            lang,
            name,
            &format!("{field} {VERSION}"),
            &format!("{field} {found}"),
        ),
        other => words::not_a_task(lang, name, &other.to_string()),
    }
}

/// Opens files of tasks.
fn opener(shell: &Handle, opened: &UseStateHandle<i32>) -> Html {
    let lang = shell.lang();
    let onchange = {
        let (dispatcher, opened) = (shell.dispatcher(), opened.clone());
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
                return;
            };
            let list = input
                .files()
                .map(|list| files::of_list(&list))
                .unwrap_or_default();
            input.set_value("");
            let (dispatcher, opened) = (dispatcher.clone(), opened.clone());
            spawn_local(async move {
                for file in files::read(&list).await.unwrap_or_default() {
                    let text = String::from_utf8_lossy(&file.bytes);
                    if let Err(fault) = kept::open_file(&text) {
                        let name = file.name.clone();
                        let said = Message::of(move |lang| told(&name, &fault, lang));
                        dispatcher.dispatch(ShellEvent::Said(said));
                    }
                }
                opened.set(*opened + 1);
            });
        })
    };
    html! {
        <div class="open-files">
            <label class="button" for="files">{ words::open_file(lang) }</label>
            <input id="files" class="for-readers" type="file" accept=".json" multiple=true {onchange} />
        </div>
    }
}

/// What has been done in this tab, and a way to keep it.
fn progress(lang: Lang) -> Html {
    let done = kept::done();
    if done.is_empty() {
        return html! { <p class="quiet">{ words::progress_stays(lang) }</p> };
    }
    let lines = done
        .iter()
        .map(|done| format!("{}\n{}\n{}\n", done.id, done.code, done.said));
    let text: String = lines.collect::<Vec<String>>().join("\n");
    let onclick = Callback::from(move |_: MouseEvent| {
        if let Ok(blob) = download::text_blob(&text, "text/plain;charset=utf-8") {
            let _ = download::save(&blob, "utvandring-oppgaver.txt");
        }
    });
    html! {
        <>
            <ul>
                for one in done.iter() {
                    <li><code>{ one.code.clone() }</code>{ " " }{ one.said.clone() }</li>
                }
            </ul>
            <p><button type="button" id="save-progress" {onclick}>{ words::save_progress(lang) }</button></p>
            <p class="quiet">{ words::progress_stays(lang) }</p>
        </>
    }
}
