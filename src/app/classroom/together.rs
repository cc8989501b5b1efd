//! What a class thinks: codes that are pasted, files of them, hands that are counted. What is right is
//! not shown before it is asked for.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::answering::shown;
use super::reveal::{Answered, Depth, Why};
use super::{to_list, use_lesson};
use crate::app::parts::ptr_eq::Same;
use crate::app::parts::select::{Choice, Select};
use crate::app::shell::{Event as ShellEvent, Handle};
use crate::web::files;
use crate::web::tasks::{self as kept, Derived};
use state::{Action, Page};
use tasks::Prepared;
use tasks::class::{counted, held, tally};
use tasks::code::{Elsewhere, MOST_CODES, elsewhere, gather};
use tasks::handed_in;
use tasks::picture::{Drawn, picture};
use text::{Lang, tasks as words};

/// The page of a class.
#[component]
pub fn ClassPage() -> Html {
    let lesson = use_lesson();
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lesson = match lesson {
        Ok(lesson) => lesson,
        Err(instead) => return instead,
    };
    let (lang, all) = (shell.lang(), &lesson.tasks);
    let wanted = shell.state.lesson("id");
    let found = all.iter().find(|one| one.id == wanted);
    let Some(prepared) = found.or(all.first()).cloned() else {
        return Html::default();
    };
    let choices: Vec<Choice> = all
        .iter()
        .map(|one| Choice::new(one.id.clone(), one.title.clone()))
        .collect();
    let on_choose = {
        let (dispatcher, lesson) = (shell.dispatcher(), shell.state.lesson.clone());
        Callback::from(move |id: String| {
            let kept = lesson.iter().filter(|(known, _)| known == "set").cloned();
            let lesson = kept.chain([("id".to_owned(), id)]).collect();
            dispatcher.dispatch(ShellEvent::Act(Action::Teach(Page::Class, lesson)));
        })
    };
    html! {
        <div class="task class-page">
            <div class="lead">
                <h1>{ words::class(lang) }</h1>
                <p class="quiet">{ words::class_private(lang) }</p>
            </div>
            <Select
                id="class-task"
                label={words::which_task(lang)}
                {choices}
                value={prepared.id.clone()}
                on_choose={on_choose.clone()}
            />
            <ClassOf
                key={prepared.id.clone()}
                prepared={Same(prepared.clone())}
                others={all.iter().cloned().map(Same).collect::<Vec<_>>()}
                {on_choose}
            />
            { to_list(&shell) }
        </div>
    }
}

/// Properties of [`ClassOf`].
#[derive(Properties, PartialEq)]
pub struct ClassProps {
    /// The task.
    pub prepared: Same<Prepared>,
    /// The tasks of the lesson, whose codes may lie in the same files.
    #[prop_or_default]
    pub others: Vec<Same<Prepared>>,
    /// Called with the name of another task, to see the answers to it.
    #[prop_or_default]
    pub on_choose: Callback<String>,
    /// Whether only hands are counted and the picture is shown, as on a projector.
    #[prop_or_default]
    pub on_screen: bool,
}

/// The answers of a class to one task.
#[component]
pub fn ClassOf(props: &ClassProps) -> Html {
    let prepared = props.prepared.0.clone();
    let together = use_state(|| kept::together(&prepared.id));
    let revealed = use_state_eq(|| false);
    let told = use_state_eq(String::new);
    let others = use_memo(props.others.clone(), |others| {
        let others = others.iter().map(|one| one.0.clone());
        others
            .filter(|one| one.id != prepared.id)
            .collect::<Vec<Rc<Prepared>>>()
    });
    let apart = use_memo(
        (others.clone(), together.found.others.clone()),
        |(others, _)| elsewhere(&together.found, others.iter().map(|one| &**one)),
    );
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = prepared.lang;
    let keep = {
        let (together, id) = (together.setter(), prepared.id.clone());
        Callback::from(move |next: Derived| {
            kept::gather(&id, next.clone());
            together.set(next);
        })
    };
    let paste = {
        let (prepared, together, keep) = (prepared.clone(), together.clone(), keep.clone());
        let others = props.others.clone();
        Callback::from(move |text: String| {
            // Codes of the whole lesson are pasted once: what is pasted here is there for the other tasks, but for
            // those that have got something else.
            for other in others.iter().filter(|other| other.0.id != prepared.id) {
                let before = kept::together(&other.0.id);
                if before.pasted.is_empty() || before.pasted == together.pasted {
                    kept::gather(&other.0.id, with_codes(&other.0, before, text.clone()));
                }
            }
            keep.emit(with_codes(&prepared, (*together).clone(), text));
        })
    };
    let bring = {
        let (paste, told, together) = (paste.clone(), told.setter(), together.clone());
        let (id, others) = (prepared.id.clone(), props.others.clone());
        Callback::from(move |list: Vec<(String, Blob)>| {
            let (paste, told, id, others) =
                (paste.clone(), told.clone(), id.clone(), others.clone());
            let pasted = together.pasted.clone();
            spawn_local(async move {
                let brought = files::read(&list).await.unwrap_or_default();
                let mut texts = Vec::new();
                let mut unread = list.len() - brought.len();
                for file in brought {
                    let found = handed_in::read(&file.bytes);
                    unread += found.unread;
                    texts.extend(found.texts);
                }
                let with = |pasted: &str| format!("{pasted}\n{}", texts.join("\n"));
                for other in others.iter().filter(|other| other.0.id != id) {
                    let before = kept::together(&other.0.id);
                    let pasted = with(&before.pasted);
                    kept::gather(&other.0.id, with_codes(&other.0, before, pasted));
                }
                let mut said = words::files_read(lang, &texts.len().to_string());
                if unread > 0 {
                    said = format!("{said} {}", words::files_unread(lang, &unread.to_string()));
                }
                told.set(said);
                paste.emit(with(&pasted));
            });
        })
    };
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let ondrop = (!props.on_screen).then(|| {
        let bring = bring.clone();
        Callback::from(move |event: DragEvent| {
            // They are no data to be opened.
            event.prevent_default();
            event.stop_propagation();
            if let Some(list) = event.data_transfer().and_then(|transfer| transfer.files()) {
                bring.emit(files::of_list(&list));
            }
        })
    });
    let answers = &together.found.answers;
    let tally = tally(&prepared, answers, &together.hands);
    let class = Drawn {
        class: answers,
        median: tally.median.as_ref(),
        ..Drawn::default()
    };
    let has_levels = tally.median.is_some();
    let figure = picture(&prepared, class)
        .filter(|_| has_levels && !*revealed)
        .map(Rc::new);
    let reveal = {
        let revealed = revealed.setter();
        Callback::from(move |_: MouseEvent| revealed.set(true))
    };
    html! {
        <div class="class-of" {ondragover} {ondrop}>
            if !props.on_screen {
                <p class="answer">{ prepared.ask.clone() }</p>
                { pasting(&together, &paste, &bring, lang) }
                { of_others(&apart, &others, &props.on_choose, lang) }
                <p role="status" id="files-told">{ (*told).clone() }</p>
            }
            <p class="answer" role="status" id="class-count">{ tally.sentence.clone() }</p>
            { counts(&together, &tally.lines, &keep, lang) }
            if let Some(figure) = figure {
                { shown(&figure, shell.ground()) }
            }
            if !props.on_screen {
                if *revealed {
                    <section aria-live="polite">
                        <h2>{ words::reveal(lang) }</h2>
                        if let Some(held) = held(&prepared, answers) {
                            <p>{ words::ranges_hold(lang, &held.to_string(), &answers.len().to_string()) }</p>
                        }
                        <Answered
                            prepared={props.prepared.clone()}
                            class={together.found.answers.clone()}
                            depth={Depth::Pupil}
                        />
                        if !prepared.why.is_empty() {
                            <h2>{ words::why(lang) }</h2>
                            <Why prepared={props.prepared.clone()} depth={Depth::Pupil} />
                        }
                    </section>
                } else {
                    <p><button type="button" id="reveal-class" class="button" onclick={reveal}>
                        { words::reveal_class(lang) }
                    </button></p>
                }
            }
        </div>
    }
}

/// What a class has answered to a task, with the codes of a text in place of those before.
fn with_codes(prepared: &Prepared, before: Derived, pasted: String) -> Derived {
    Derived {
        found: gather(prepared, &pasted),
        pasted,
        ..before
    }
}

/// Where codes are pasted or opened, and what was in them besides.
fn pasting(
    together: &Derived,
    paste: &Callback<String>,
    bring: &Callback<Vec<(String, Blob)>>,
    lang: Lang,
) -> Html {
    let oninput = {
        let paste = paste.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
                paste.emit(area.value());
            }
        })
    };
    let onchange = {
        let bring = bring.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
                return;
            };
            let list = input
                .files()
                .map(|list| files::of_list(&list))
                .unwrap_or_default();
            input.set_value("");
            bring.emit(list);
        })
    };
    let found = &together.found;
    html! {
        <>
            <label class="field wide">
                { words::paste(lang) }
                <textarea id="codes" rows="5" value={together.pasted.clone()} {oninput} />
            </label>
            <p>
                <label for="code-files">{ words::paste_files(lang) }{ " " }</label>
                <input id="code-files" type="file" multiple=true accept=".txt,.csv,.md,.zip" {onchange} />
            </p>
            <ul class="quiet">
                if found.again > 0 {
                    <li>{ words::again_codes(lang, &found.again.to_string()) }</li>
                }
                if found.too_many {
                    <li>{ words::too_many_codes(lang, &MOST_CODES.to_string()) }</li>
                }
                if !found.slips.is_empty() {
                    <li>{ words::slips(lang, &found.slips.join(", ")) }</li>
                }
            </ul>
        </>
    }
}

/// What was pasted and is not of the task: the way to the tasks that it is of, and codes of none.
fn of_others(
    apart: &Elsewhere,
    others: &[Rc<Prepared>],
    on_choose: &Callback<String>,
    lang: Lang,
) -> Html {
    let one = |(place, count, slips): &(usize, usize, Vec<String>)| {
        let other = others.get(*place)?;
        let onclick = {
            let id = other.id.clone();
            on_choose.reform(move |_: MouseEvent| id.clone())
        };
        let said = format!(
            "{}: {}",
            other.title,
            counted(*count, lang).trim_end_matches('.')
        );
        Some(html! {
            <li>
                <button type="button" class="to-task" {onclick}>{ said }</button>
                if !slips.is_empty() {
                    { " " }{ words::slips(lang, &slips.join(", ")) }
                }
            </li>
        })
    };
    html! {
        <ul class="quiet elsewhere">
            { for apart.of.iter().filter_map(one) }
            if !apart.unknown.is_empty() {
                <li>{ words::unknown_codes(lang, &apart.unknown.join(", ")) }</li>
            }
        </ul>
    }
}

/// How many chose what, with bars; hands are counted by a tap each.
fn counts(
    together: &Derived,
    lines: &[(String, usize)],
    keep: &Callback<Derived>,
    lang: Lang,
) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    let button = |place: usize, label: &str, more: bool| {
        let (keep, together, count) = (keep.clone(), together.clone(), lines.len());
        let onclick = Callback::from(move |_: MouseEvent| {
            let mut next = together.clone();
            next.hands.resize(count, 0);
            let hands = &mut next.hands[place];
            *hands = if more {
                *hands + 1
            } else {
                hands.saturating_sub(1)
            };
            keep.emit(next);
        });
        let name = format!(
            "{}: {label}",
            if more { "+1" } else { words::one_less(lang) }
        );
        let id = format!("{}-{place}", if more { "hand" } else { "less" });
        html! {
            <button type="button" {id} aria-label={name} {onclick}>{ if more { "+1" } else { "−1" } }</button>
        }
    };
    let most = lines.iter().map(|(_, count)| *count).fold(1, usize::max);
    html! {
        <table class="numbers counts" id="class-table">
            <caption>{ words::hands(lang) }</caption>
            <tbody>
                for (place, (label, count)) in lines.iter().enumerate() {
                    <tr>
                        <th scope="row">{ label.clone() }</th>
                        <td>{ *count }</td>
                        <td class="bar-of">
                            <svg viewBox={format!("0 0 {most} 1")} preserveAspectRatio="none" aria-hidden="true">
                                <rect width={count.to_string()} height="1" />
                            </svg>
                        </td>
                        <td class="taps">{ button(place, label, true) }{ button(place, label, false) }</td>
                    </tr>
                }
            </tbody>
        </table>
    }
}
