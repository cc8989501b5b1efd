//! A set of tasks on paper: black and white, with room to write, and the key on a page of its own.

use std::rc::Rc;

use yew::prelude::*;

use super::{by_whom, use_lesson};
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
    let lesson = use_lesson();
    let shell = use_context::<Handle>();
    let dataset = shell.as_ref().and_then(|shell| shell.dataset.clone());
    let Some((shell, dataset)) = shell.zip(dataset) else {
        return html! { <main class="paper">{ lesson.err() }</main> };
    };
    let lesson = match lesson {
        Ok(lesson) => lesson,
        Err(instead) => return html! { <main class="paper">{ instead }</main> },
    };
    let lang = shell.lang();
    let (all, title) = (&lesson.tasks, &lesson.set.title);
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
    let changed = match &prepared.form {
        Form::Choose { changed, .. } => changed.as_deref(),
        _ => None,
    };
    let lines = |label: &'static str, count: usize| {
        html! {
            <>
                <p class="write">{ label }</p>
                for _ in 0..count {
                    <div class="line"></div>
                }
            </>
        }
    };
    let room = match &prepared.form {
        Form::Choose { options, .. } => html! {
            <>
                <ul class="boxes">for Offer { label, .. } in options { <li>{ label.clone() }</li> }</ul>
                { lines(words::because(lang), 2) }
            </>
        },
        Form::Order { items, .. } => html! {
            <>
                <p class="write">{ words::number_the_places(lang, &items.len().to_string()) }</p>
                <ul class="places">for item in items { <li>{ item.label.clone() }</li> }</ul>
            </>
        },
        Form::Range { .. } => html! {
            <p class="ends">
                for label in [words::lower(lang), words::upper(lang)] { <span>{ label }</span> }
            </p>
        },
        Form::Explain { .. } => lines(words::write_here(lang), 6),
        Form::Levels { .. } => Html::default(),
    };
    html! {
        <section>
            <h2>{ format!("{number}. {}", prepared.title) }</h2>
            { by_whom(prepared) }
            <p>{ prepared.ask.clone() }</p>
            for drawn in worksheet::to_answer(prepared).into_iter().chain(changed.map(worksheet::in_black)) {
                <div class="drawn-sheet">{ raw(drawn) }</div>
            }
            { room }
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
            if !prepared.why.is_empty() {
                <p>{ prepared.why.clone() }</p>
            }
        </section>
    }
}
