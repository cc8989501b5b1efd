//! A task made from a figure or an analysis: type, words, what is hidden; tried at once, saved or linked.

use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{Fetched, use_shelf};
use crate::app::parts::ptr_eq::Same;
use crate::app::parts::select::{Choice, Select};
use crate::app::shell::{Event as ShellEvent, Handle, Message};
use crate::web::tasks as kept;
use crate::web::{download, page};
use data::{Dataset, Names};
use state::{Page, address};
use tasks::draft::{Draft, Field, TYPES};
use tasks::file::{Origin, Place};
use tasks::{prepare, qr};
use text::{Lang, enumerate, tasks as words};

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
    let fetched = use_shelf();
    let language = use_state(|| None::<Lang>);
    let begun = use_memo(
        (props.of.clone(), dataset.clone().map(Same), suited.clone()),
        |(of, dataset, suited)| {
            let (dataset, first) = dataset.as_ref().zip(suited.first())?;
            Some(Draft::begin(first, of, &dataset.0))
        },
    );
    let Some((shell, dataset)) = shell.zip(dataset) else {
        return Html::default();
    };
    // Another question of the page is another task.
    let kept = (*draft).clone().filter(|draft| draft.of == props.of);
    let Some(now) = kept.or_else(|| (*begun).clone()) else {
        return html! { <p>{ words::none_suits(lang) }</p> };
    };
    let written = (*language).unwrap_or(lang);
    let write = |field: Field| {
        let (draft, now, dataset) = (draft.clone(), now.clone(), dataset.clone());
        Callback::from(move |value: String| {
            let mut next = now.clone();
            next.write(field, written, &value, &dataset);
            draft.set(Some(next));
        })
    };
    let change = |alter: fn(&Draft, &str, &Dataset) -> Draft| {
        let (draft, now, dataset) = (draft.clone(), now.clone(), dataset.clone());
        Callback::from(move |value: String| draft.set(Some(alter(&now, &value, &dataset))))
    };
    let on_type = change(|now, kind, dataset| now.of_kind(kind, dataset));
    let on_part = change(|now, part, dataset| {
        let mut next = now.clone();
        next.of_part(part.to_owned(), dataset);
        next
    });
    let on_minutes = change(|now, minutes, _| Draft {
        minutes: minutes.trim().parse().unwrap_or_default(),
        ..now.clone()
    });
    let on_aim = change(|now, aim, _| Draft {
        aim: aim.to_owned(),
        ..now.clone()
    });
    let on_language = {
        let language = language.clone();
        Callback::from(move |tag: String| language.set(Lang::from_tag(&tag)))
    };
    let types: Vec<Choice> = TYPES
        .iter()
        .filter(|(name, _)| suited.contains(name))
        .map(|(name, label)| Choice::new(*name, label(lang)))
        .collect();
    let file = now.file();
    let found = now.task().map(|task| prepare(&task, &dataset, lang));
    let letters = now.letters(lang);
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
            // A visitor's own data have no address for others.
            let data = Some(&shell.state.dataset).filter(|id| !id.starts_with('~'));
            if kept::add(&file, data.map_or("", |id| id), Origin::Site).is_ok() {
                shell.dispatch(ShellEvent::Said(Message::fixed(words::added)));
            }
        })
    };
    let is_ready = matches!(found, Some(Ok(_)));
    let missing: Vec<String> = now
        .missing()
        .into_iter()
        .map(|one| words::name_of(lang, one).to_owned())
        .collect();
    let why = match now.kind.as_str() {
        "estimate" => words::text_why_only(lang),
        _ => words::text_why(lang),
    };
    let minutes = match now.minutes {
        0 => String::new(),
        minutes => minutes.to_string(),
    };
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
            <Select
                id={format!("language-{}", props.id)}
                label={words::text_language(lang)}
                choices={Lang::ALL.map(|one| Choice::new(one.tag(), words::name_of(lang, one))).to_vec()}
                value={written.tag()}
                on_choose={on_language}
            />
            { line(words::text_title(lang), in_lang(&now.title, written), "text", write(Field::Title)) }
            { area(words::text_ask(lang), in_lang(&now.ask, written), write(Field::Ask)) }
            { area(why, in_lang(&now.why, written), write(Field::Why)) }
            <p class="quiet" role="status">
                if !missing.is_empty() {
                    { words::lacks_words(lang, &enumerate(lang, &missing)) }
                }
            </p>
            <div class="question">
                { line(words::text_minutes(lang), &minutes, "number", on_minutes) }
                { aims(&now, &fetched, lang, &props.id, on_aim) }
            </div>
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
fn code(to: Option<&str>, lang: Lang) -> Html {
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
    lang: Lang,
    id: &str,
    on_choose: Callback<String>,
) -> Html {
    let (name, label, none) = match now.of {
        Place::View(_) if now.kind != "estimate" => {
            ("until", words::until(lang), Some(words::from_start(lang)))
        }
        _ => ("number", words::which_number(lang), None),
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

/// Words as they are written in a language, and in no other.
fn in_lang(names: &Names, lang: Lang) -> &str {
    let found = names.given().find(|(tag, _)| *tag == lang.tag());
    found.map_or("", |(_, words)| words)
}

/// The aim of the curriculum, when the list of them has come.
fn aims(now: &Draft, fetched: &Fetched, lang: Lang, id: &str, on_choose: Callback<String>) -> Html {
    let Fetched::There(shelf) = fetched else {
        return Html::default();
    };
    let named = shelf.0.aims.iter().map(|aim| {
        let label = format!("{}: {}", aim.subject.get(lang), aim.about.get(lang));
        Choice::new(aim.code.clone(), label)
    });
    let choices: Vec<Choice> = [Choice::new("", words::no_aim(lang))]
        .into_iter()
        .chain(named)
        .collect();
    html! {
        <Select id={format!("aim-{id}")} label={words::aim(lang)} {choices} value={now.aim.clone()} {on_choose} />
    }
}

fn line(label: &'static str, value: &str, kind: &'static str, on_change: Callback<String>) -> Html {
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            on_change.emit(input.value());
        }
    });
    let is_wide = kind == "text";
    html! {
        <label class={classes!("field", is_wide.then_some("wide"))}>
            { label }
            <input type={kind} min="0" max="240" value={value.to_owned()} {oninput} />
        </label>
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
