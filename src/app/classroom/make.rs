//! A task made from a figure or an analysis: type, words, what is hidden; tried at once, saved or linked.

use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::app::parts::ptr_eq::Same;
use crate::app::parts::select::{Choice, Select};
use crate::app::shell::{Event as ShellEvent, Handle, Message};
use crate::web::tasks as kept;
use crate::web::{download, page};
use state::{Page, address};
use tasks::draft::{Draft, TYPES};
use tasks::file::{Origin, Place};
use tasks::{packed, prepare, qr};
use text::tasks as words;

/// Properties of [`Make`].
#[derive(Properties, PartialEq)]
pub struct MakeProps {
    /// What the task is made from.
    pub of: Place,
    /// The name of its figure on the page.
    pub id: String,
}

/// The editor.
#[component]
pub fn Make(props: &MakeProps) -> Html {
    let shell = use_context::<Handle>();
    let draft = use_state(|| None::<Draft>);
    let dataset = shell.as_ref().and_then(|shell| shell.dataset.clone());
    let lang = shell.as_ref().map(|shell| shell.lang()).unwrap_or_default();
    let suited = use_memo(
        (props.of.clone(), dataset.clone().map(Same), lang),
        |(of, dataset, lang)| {
            let dataset = dataset.as_ref();
            dataset.map_or(Vec::new(), |dataset| Draft::suited(of, &dataset.0, *lang))
        },
    );
    let Some((shell, dataset)) = shell.zip(dataset) else {
        return Html::default();
    };
    let Some(first) = suited.first() else {
        return html! { <p>{ words::none_suits(lang) }</p> };
    };
    let begun = |kind: &str| Draft::begin(kind, &props.of, &dataset, lang);
    // Another question of the page is another task.
    let kept = (*draft).clone().filter(|draft| draft.of == props.of);
    let now = kept.unwrap_or_else(|| begun(first));
    let change = |alter: fn(&mut Draft, String)| {
        let (draft, now) = (draft.clone(), now.clone());
        Callback::from(move |value: String| {
            let mut next = now.clone();
            alter(&mut next, value);
            draft.set(Some(next));
        })
    };
    let on_type = {
        let (draft, of, dataset) = (draft.clone(), props.of.clone(), dataset.clone());
        Callback::from(move |kind: String| {
            draft.set(Some(Draft::begin(&kind, &of, &dataset, lang)))
        })
    };
    let on_part = {
        let (draft, now, dataset) = (draft.clone(), now.clone(), dataset.clone());
        Callback::from(move |part: String| {
            let mut next = now.clone();
            next.of_part(part, &dataset, lang);
            draft.set(Some(next));
        })
    };
    let types: Vec<Choice> = TYPES
        .iter()
        .filter(|(name, _)| suited.contains(name))
        .map(|(name, label)| Choice::new(*name, label(lang)))
        .collect();
    let file = now.file(lang);
    let found = now.task(lang).map(|task| prepare(&task, &dataset, lang));
    let letters = packed::pack(&file);
    let to = letters.as_ref().map(|letters| {
        address::shared(&shell.state.taught(Page::Task, &[("t", letters.as_str())]))
    });
    let save = {
        let (file, id) = (file.clone(), now.kind.clone());
        Callback::from(move |_: MouseEvent| {
            if let Ok(blob) = download::text_blob(&file, "application/json") {
                let _ = download::save(&blob, &format!("{id}.oppgave.json"));
            }
        })
    };
    let add = {
        let (shell, file) = (shell.clone(), file.clone());
        Callback::from(move |_: MouseEvent| {
            if kept::add(&file, Origin::Site).is_ok() {
                shell.dispatch(ShellEvent::Said(Message::fixed(words::added)));
            }
        })
    };
    let is_ready = matches!(found, Some(Ok(_)));
    html! {
        <div class="make">
            <div class="question">
                <Select
                    id={format!("type-{}", props.id)}
                    label={words::type_of(lang)}
                    choices={types}
                    value={now.kind.clone()}
                    on_choose={on_type}
                />
                { part(&now, now.parts(&dataset, lang), lang, &props.id, on_part) }
            </div>
            { line(words::text_title(lang), &now.title, change(|draft, value| draft.title = value)) }
            { area(words::text_ask(lang), &now.ask, change(|draft, value| draft.ask = value)) }
            { area(words::text_why(lang), &now.why, change(|draft, value| draft.why = value)) }
            if let Some(Err(hidden)) = &found {
                <p class="absent" role="status">{ hidden.reason.clone() }</p>
            }
            <p class="set-links">
                <button type="button" class="add-task button" disabled={!is_ready} onclick={add}>
                    { words::add_to_lesson(lang) }
                </button>
                if let Some(to) = &to {
                    <a href={to.clone()} class="try-task">{ words::preview(lang) }</a>
                    { copy(&shell, &page::address_with(to)) }
                }
                <button type="button" class="save-task" onclick={save}>{ words::save_task(lang) }</button>
            </p>
            { code(to.as_deref(), lang) }
        </div>
    }
}

/// The QR code of the link, or why there is none.
fn code(to: Option<&str>, lang: text::Lang) -> Html {
    let Some(to) = to else {
        return html! { <p class="quiet">{ words::only_file(lang) }</p> };
    };
    if page::is_from_disk() {
        return html! { <p class="quiet">{ words::no_qr_from_disk(lang) }</p> };
    }
    match qr::svg(&page::address_with(to), words::qr(lang)) {
        // Drawn by our own code, with the one text in it escaped.
        Some(drawn) => html! { <div class="qr">{ Html::from_html_unchecked(drawn.into()) }</div> },
        None => Html::default(),
    }
}

fn copy(shell: &Handle, link: &str) -> Html {
    let (shell, link, lang) = (shell.clone(), link.to_owned(), shell.lang());
    let onclick = Callback::from(move |_: MouseEvent| {
        let (shell, link) = (shell.clone(), link.clone());
        spawn_local(async move {
            if page::copied(&link).await {
                shell.dispatch(ShellEvent::Said(Message::fixed(words::copied)));
            }
        });
    });
    html! { <button type="button" {onclick}>{ words::copy_link(lang) }</button> }
}

/// Which part of a figure or an analysis is asked for, where there are several.
fn part(
    now: &Draft,
    parts: Vec<(String, String)>,
    lang: text::Lang,
    id: &str,
    on_choose: Callback<String>,
) -> Html {
    let (name, label, none) = match now.of {
        Place::View(_) => ("until", words::until(lang), Some(words::from_start(lang))),
        Place::Analysis(_) => ("number", words::which_number(lang), None),
    };
    if parts.len() < 2 {
        return Html::default();
    }
    let mut choices: Vec<Choice> = none.into_iter().map(|none| Choice::new("", none)).collect();
    let parts = parts.into_iter();
    choices.extend(parts.map(|(part, label)| Choice::new(part, label)));
    html! {
        <Select id={format!("{name}-{id}")} {label} {choices} value={now.part.clone()} {on_choose} />
    }
}

fn line(label: &'static str, value: &str, on_change: Callback<String>) -> Html {
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            on_change.emit(input.value());
        }
    });
    html! {
        <label class="field wide">{ label }<input type="text" value={value.to_owned()} {oninput} /></label>
    }
}

fn area(label: &'static str, value: &str, on_change: Callback<String>) -> Html {
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
            on_change.emit(area.value());
        }
    });
    html! {
        <label class="field wide">{ label }<textarea rows="3" value={value.to_owned()} {oninput} /></label>
    }
}
