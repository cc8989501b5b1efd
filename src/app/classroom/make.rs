//! A task made from a figure: type, words, what is hidden; tried at once, saved or linked.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::app::parts::ptr_eq::Same;
use crate::app::parts::select::{Choice, Select};
use crate::app::shell::{Event as ShellEvent, Handle};
use crate::web::{download, page};
use explain::code_label;
use figures::spec::Spec;
use measures::codes_of;
use state::{Page, View, address};
use tasks::draft::{Draft, TYPES};
use tasks::{packed, prepare, qr};
use text::tasks as words;

/// Properties of [`Make`].
#[derive(Properties, PartialEq)]
pub struct MakeProps {
    /// The figure.
    pub spec: Rc<Spec>,
}

/// The editor.
#[component]
pub fn Make(props: &MakeProps) -> Html {
    let shell = use_context::<Handle>();
    let draft = use_state(|| None::<Draft>);
    let dataset = shell.as_ref().and_then(|shell| shell.dataset.clone());
    let lang = shell.as_ref().map(|shell| shell.lang()).unwrap_or_default();
    let view = use_memo(props.spec.clone(), |spec| View::of_panel(&spec.panels[0]));
    let suited = use_memo(
        (view.clone(), dataset.clone().map(Same), lang),
        |(view, dataset, lang)| {
            let dataset = dataset.as_ref();
            dataset.map_or(Vec::new(), |dataset| Draft::suited(view, &dataset.0, *lang))
        },
    );
    let Some((shell, dataset)) = shell.zip(dataset) else {
        return Html::default();
    };
    let Some(first) = suited.first() else {
        return html! { <p>{ words::none_suits(lang) }</p> };
    };
    let begun = |kind: &str| Draft::begin(kind, &view, &dataset, lang);
    let now = (*draft).clone().unwrap_or_else(|| begun(first));
    let change = |alter: fn(&mut Draft, String)| {
        let (draft, now) = (draft.clone(), now.clone());
        Callback::from(move |value: String| {
            let mut next = now.clone();
            alter(&mut next, value);
            draft.set(Some(next));
        })
    };
    let on_type = {
        let (draft, view, dataset) = (draft.clone(), view.clone(), dataset.clone());
        Callback::from(move |kind: String| {
            draft.set(Some(Draft::begin(&kind, &view, &dataset, lang)))
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
    let to = letters
        .as_ref()
        .map(|letters| address::write(&shell.state.taught(Page::Task, &[("t", letters.as_str())])));
    let save = {
        let (file, id) = (file.clone(), now.kind.clone());
        Callback::from(move |_: MouseEvent| {
            if let Ok(blob) = download::text_blob(&file, "application/json") {
                let _ = download::save(&blob, &format!("{id}.oppgave.json"));
            }
        })
    };
    html! {
        <div class="make">
            <div class="question">
                <Select
                    id={format!("type-{}", props.spec.id)}
                    label={words::type_of(lang)}
                    choices={types}
                    value={now.kind.clone()}
                    on_choose={on_type}
                />
                if now.kind == "draw" && now.view.split.is_empty() {
                    { until(&now, &dataset, lang, &props.spec.id, change(|draft, value| draft.until = value)) }
                }
            </div>
            { line(words::text_title(lang), &now.title, change(|draft, value| draft.title = value)) }
            { area(words::text_ask(lang), &now.ask, change(|draft, value| draft.ask = value)) }
            { area(words::text_why(lang), &now.why, change(|draft, value| draft.why = value)) }
            if let Some(Err(hidden)) = &found {
                <p class="absent" role="status">{ hidden.reason.clone() }</p>
            }
            <p class="set-links">
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
                shell.dispatch(ShellEvent::Said(words::copied(lang).to_owned()));
            }
        });
    });
    html! { <button type="button" {onclick}>{ words::copy_link(lang) }</button> }
}

fn until(
    now: &Draft,
    dataset: &data::Dataset,
    lang: text::Lang,
    id: &str,
    on_choose: Callback<String>,
) -> Html {
    let mut choices = vec![Choice::new("", words::from_start(lang))];
    let codes = codes_of(dataset, &now.view.by);
    let codes = codes.iter().take(codes.len().saturating_sub(1));
    choices
        .extend(codes.map(|code| Choice::new(code, code_label(dataset, &now.view.by, code, lang))));
    html! {
        <Select
            id={format!("until-{id}")}
            label={words::until(lang)}
            {choices}
            value={now.until.clone()}
            {on_choose}
        />
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
