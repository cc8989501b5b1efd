//! One task: guess, hand in, see, understand.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::answering::Answering;
use super::reveal::{Answered, Depth, Numbers, Why};
use super::{
    Fetched, absent, all_sets, by_whom, task_of, to_list, unknown, use_prepared, use_shelf,
    way_to_data,
};
use crate::app::parts::folded::Folded;
use crate::app::parts::ptr_eq::Same;
use crate::app::parts::select::{Choice, Select};
use crate::app::shell::{Event as ShellEvent, Handle, Message};
use crate::web::page;
use crate::web::tasks::{Done, remember};
use state::{Action, Page};
use tasks::verdict::verdict;
use tasks::{Answer, Form, Prepared, code};
use text::tasks as words;

/// The page of a task.
#[component]
pub fn TaskPage() -> Html {
    let fetched = use_shelf();
    let shell = use_context::<Handle>();
    let task = match (&shell, &fetched) {
        (Some(shell), Fetched::There(shelf)) => task_of(shell, &shelf.0),
        _ => None,
    };
    let prepared = use_prepared(task.clone());
    let Some(shell) = shell else {
        return Html::default();
    };
    let Fetched::There(shelf) = &fetched else {
        return absent(&shell, &fetched);
    };
    let Some(task) = task else {
        return unknown(&shell);
    };
    match prepared.as_ref() {
        None => absent(&shell, &Fetched::Coming),
        Some(Err(hidden)) => {
            let mut sets = all_sets(&shelf.0).into_iter();
            let set = sets.find(|set| set.tasks.iter().any(|known| known.id == task.id));
            html! {
                <section class="absent" role="alert">
                    <h1>{ hidden.title.clone() }</h1>
                    <p>{ hidden.reason.clone() }</p>
                    if let Some(set) = set {
                        { way_to_data(&shell, &set) }
                    }
                    { to_list(&shell) }
                </section>
            }
        }
        Some(Ok(prepared)) => {
            let key = format!("{} {}", prepared.id, shell.state.dataset);
            html! {
                <>
                    <Play {key} prepared={Same(prepared.clone())} />
                    { to_list(&shell) }
                </>
            }
        }
    }
}

#[derive(Properties, PartialEq)]
struct PlayProps {
    prepared: Same<Prepared>,
}

#[component]
fn Play(props: &PlayProps) -> Html {
    let prepared = props.prepared.0.clone();
    let answer = use_state(|| Answer::start(&prepared));
    let handed_in = use_state(|| None::<String>);
    let warned = use_state_eq(|| false);
    let shell = use_context::<Handle>();
    {
        // Where what was asked for can be read at once.
        use_effect_with(handed_in.is_some(), |is| {
            if *is {
                page::focus("reveal");
            }
        });
    }
    let Some(shell) = shell else {
        return Html::default();
    };
    let lang = prepared.lang;
    let depth = Depth::of(shell.state.lesson("depth"));
    let on_answer = {
        let (answer, warned) = (answer.setter(), warned.setter());
        Callback::from(move |next| {
            answer.set(next);
            warned.set(false);
        })
    };
    let hand_in = {
        let (prepared, answer, handed_in) = (prepared.clone(), answer.clone(), handed_in.setter());
        let warned = warned.setter();
        Callback::from(move |_: MouseEvent| {
            // What cannot be read as a number says so beside it, and is no answer.
            if page::focus_first(".answering [aria-invalid]") {
                return;
            }
            if !answer.is_whole() {
                warned.set(true);
                return;
            }
            let code = code::write(&prepared, &answer, page::random());
            remember(Done {
                id: prepared.id.clone(),
                code: code.clone(),
                said: verdict(&prepared, &answer).text(),
            });
            handed_in.set(Some(code));
        })
    };
    let again = {
        let (prepared, answer, handed_in) = (prepared.clone(), answer.setter(), handed_in.setter());
        Callback::from(move |_: MouseEvent| {
            answer.set(Answer::start(&prepared));
            handed_in.set(None);
        })
    };
    let hint = {
        let hint = prepared.hint.clone();
        Callback::from(move |()| html! { <p>{ hint.clone() }</p> })
    };
    html! {
        <div class="task">
            <div class="lead">
                <h1>{ prepared.title.clone() }</h1>
                { by_whom(&prepared) }
                <p>{ prepared.ask.clone() }</p>
            </div>
            if !prepared.hint.is_empty() {
                <Folded class="hint" summary={words::hint(lang)} make={hint} />
            }
            if let Some(code) = (*handed_in).clone() {
                <section aria-live="polite" class="revealed">
                    <h2 id="reveal" tabindex="-1">{ words::reveal(lang) }</h2>
                    <Answered prepared={props.prepared.clone()} answer={Some((*answer).clone())} {depth} />
                </section>
                if !prepared.why.is_empty() || depth == Depth::Researcher {
                    <section>
                        <h2>{ words::why(lang) }</h2>
                        <Why prepared={props.prepared.clone()} {depth} />
                    </section>
                }
                if depth >= Depth::Pupil {
                    <section>
                        <h2>{ words::arithmetic(lang) }</h2>
                        <Numbers prepared={props.prepared.clone()} {depth} />
                    </section>
                }
                <section class="code">
                    <h2>{ words::code(lang) }</h2>
                    <p><code id="code">{ code.clone() }</code>{ " " }{ copy(&shell, &code) }</p>
                    <p class="quiet">{ words::code_holds(lang) }</p>
                </section>
                <p><button type="button" id="again" onclick={again}>{ words::again(lang) }</button></p>
            } else {
                <Answering prepared={props.prepared.clone()} answer={(*answer).clone()} {on_answer} />
                <p role="status" class="warned">
                    if *warned {
                        { match &prepared.form {
                            Form::Range { .. } => words::set_both(lang),
                            _ => words::choose_first(lang),
                        } }
                    }
                </p>
                <p>
                    <button type="button" id="hand-in" class="button" onclick={hand_in}>
                        { words::hand_in(lang) }
                    </button>
                </p>
            }
            { depths(&shell, depth) }
        </div>
    }
}

/// The button that copies a code.
fn copy(shell: &Handle, code: &str) -> Html {
    let (shell, code, lang) = (shell.clone(), code.to_owned(), shell.lang());
    let onclick = Callback::from(move |_: MouseEvent| {
        let (shell, code) = (shell.clone(), code.clone());
        spawn_local(async move {
            if page::copied(&code).await {
                shell.dispatch(ShellEvent::Said(Message::fixed(words::copied)));
            }
        });
    });
    html! { <button type="button" {onclick}>{ words::copy_code(lang) }</button> }
}

/// The choice of how much is told.
fn depths(shell: &Handle, depth: Depth) -> Html {
    let lang = shell.lang();
    let label = |depth: Depth| match depth {
        Depth::Visitor => words::visitor(lang),
        Depth::Pupil => words::pupil(lang),
        Depth::Researcher => words::researcher(lang),
    };
    let choices: Vec<Choice> = Depth::ALL
        .into_iter()
        .map(|(name, depth)| Choice::new(name, label(depth)))
        .collect();
    let value = Depth::ALL
        .into_iter()
        .find(|(_, known)| *known == depth)
        .map_or("", |(name, _)| name);
    let on_choose = {
        let (dispatcher, lesson) = (shell.dispatcher(), shell.state.lesson.clone());
        Callback::from(move |name: String| {
            let kept = lesson.iter().filter(|(known, _)| known != "depth").cloned();
            let lesson = kept.chain([("depth".to_owned(), name)]).collect();
            dispatcher.dispatch(ShellEvent::Act(Action::Teach(Page::Task, lesson)));
        })
    };
    html! { <Select id="depth" label={words::depth(lang)} {choices} {value} {on_choose} /> }
}
