//! A set of tasks on paper: black and white, with room to write, and the key on a page of its own.

use std::rc::Rc;

use yew::prelude::*;

use super::{Fetched, absent, by_whom, set_of, use_all_prepared, use_shelf};
use crate::app::shell::{Event as ShellEvent, Handle};
use crate::web::page;
use data::Dataset;
use state::{Action, Page, address};
use tasks::prepare::Offer;
use tasks::verdict::key;
use tasks::{Form, Prepared, qr, worksheet};
use text::{Lang, tasks as words, words as general};

/// The worksheet.
#[component]
pub fn Worksheet() -> Html {
    let fetched = use_shelf();
    let shell = use_context::<Handle>();
    let set = match (&shell, &fetched) {
        (Some(shell), Fetched::There(shelf)) => set_of(shell, &shelf.0),
        _ => None,
    };
    let title = set
        .as_ref()
        .map(|set| set.title.clone())
        .unwrap_or_default();
    let all = use_all_prepared(set);
    let Some(shell) = shell else {
        return Html::default();
    };
    let lang = shell.lang();
    let Some(dataset) = shell.dataset.clone().filter(|_| !all.is_empty()) else {
        return html! { <main class="paper">{ absent(&shell, &fetched) }</main> };
    };
    let with_key = shell.state.lesson("key") == "1";
    let set = shell.state.lesson("set").to_owned();
    let turn = {
        let (shell, set) = (shell.clone(), set.clone());
        Callback::from(move |_: Event| {
            let choices = [
                ("set", set.as_str()),
                ("key", if with_key { "" } else { "1" }),
            ];
            let next = shell.state.taught(Page::Worksheet, &choices);
            shell.dispatch(ShellEvent::Act(Action::Teach(Page::Worksheet, next.lesson)));
        })
    };
    let print = Callback::from(|_: MouseEvent| page::print());
    let list = address::write(&shell.state.taught(Page::Tasks, &[]));
    let here = page::address_with(&address::shared(&shell.state.taught(Page::Tasks, &[])));
    html! {
        <main class="paper">
            <div class="bar screen-only">
                <a href={list}>{ words::to_list(lang) }</a>
                <label>
                    <input type="checkbox" id="with-key" checked={with_key} onchange={turn} />
                    { " " }{ words::with_key(lang) }
                </label>
                <button type="button" id="print" class="button" onclick={print}>{ words::print(lang) }</button>
            </div>
            <article class="sheet">
                <header>
                    <div>
                        <h1>{ title.get(lang).to_owned() }</h1>
                        <p>{ marked(&dataset, lang) }</p>
                    </div>
                    { link(&here, lang) }
                </header>
                for (place, prepared) in all.iter().enumerate() {
                    { task(place + 1, prepared, lang) }
                }
            </article>
            if with_key {
                <article class="sheet key">
                    <h1>{ words::key(lang) }</h1>
                    <p>{ marked(&dataset, lang) }</p>
                    for (place, prepared) in all.iter().enumerate() {
                        { solution(place + 1, prepared) }
                    }
                </article>
            }
        </main>
    }
}

/// What data the sheet is of, and that they are made up.
fn marked(dataset: &Dataset, lang: Lang) -> String {
    general::marked(
        lang,
        dataset.title.get(lang),
        dataset.own,
        dataset.synthetic,
    )
}

/// The way to the tasks on a screen, where the page has an address for others.
fn link(address: &str, lang: Lang) -> Html {
    if page::is_from_disk() {
        return Html::default();
    }
    match qr::svg(address, words::qr(lang)) {
        Some(drawn) => html! { <div class="qr">{ raw(drawn) }</div> },
        None => Html::default(),
    }
}

/// Drawn by our own code, with every text in it escaped.
fn raw(drawn: String) -> Html {
    Html::from_html_unchecked(drawn.into())
}

fn task(number: usize, prepared: &Rc<Prepared>, lang: Lang) -> Html {
    let options = |labels: Vec<String>| {
        html! { <ul class="boxes">for label in labels { <li>{ label }</li> }</ul> }
    };
    let (labels, lines) = match &prepared.form {
        Form::Choose { options, .. } => (
            options
                .iter()
                .map(|Offer { label, .. }| label.clone())
                .collect(),
            0,
        ),
        Form::Order { items, .. } => (items.iter().map(|item| item.label.clone()).collect(), 0),
        Form::Range { .. } => (Vec::new(), 1),
        Form::Explain { .. } => (Vec::new(), 6),
        Form::Levels { .. } => (Vec::new(), 0),
    };
    let changed = match &prepared.form {
        Form::Choose {
            changed: Some(figure),
            ..
        } => Some(worksheet::in_black(figure)),
        _ => None,
    };
    html! {
        <section>
            <h2>{ format!("{number}. {}", prepared.title) }</h2>
            { by_whom(prepared) }
            <p>{ prepared.ask.clone() }</p>
            for drawn in worksheet::to_answer(prepared).into_iter().chain(changed) {
                <div class="drawn-sheet">{ raw(drawn) }</div>
            }
            if !labels.is_empty() {
                { options(labels) }
            }
            if lines > 0 {
                <p>{ words::write_here(lang) }</p>
                for _ in 0..lines {
                    <div class="line"></div>
                }
            }
        </section>
    }
}

fn solution(number: usize, prepared: &Rc<Prepared>) -> Html {
    html! {
        <section>
            <h2>{ format!("{number}. {}", prepared.title) }</h2>
            <p><b>{ key(prepared) }</b></p>
            if let Some(drawn) = worksheet::to_check(prepared) {
                <div class="drawn-sheet">{ raw(drawn) }</div>
            }
            <p>{ prepared.why.clone() }</p>
        </section>
    }
}
