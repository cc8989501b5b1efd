//! Name, pages, data set, language and appearance.

use yew::prelude::*;

use crate::app::pages::dataset_for;
use crate::web::session;
use data::dataset::name_of;
use state::{Action, Page, State, address};
use text::{Lang, words};

use super::select::{Choice, Select};
use crate::app::shell::{Event, Handle, speak};

/// The top of every page.
#[component]
pub fn Header() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let current = shell.state.page.of_navigation().slug();
    let anchor = |target: Page| {
        html! {
            <a
                key={target.slug()}
                href={link(&shell, target)}
                aria-current={(target.slug() == current).then_some("page")}
            >
                { target.name(lang) }
            </a>
        }
    };
    let offered: Vec<Page> =
        Page::of(shell.dataset.as_deref(), session::has_own_claims()).collect();
    let menu = &session::site().menu;
    let (first, more): (Vec<Page>, Vec<Page>) = match menu.is_empty() {
        true => offered
            .into_iter()
            .partition(|page| Page::FIRST.contains(page)),
        false => {
            let listed = |slug: &String| offered.iter().copied().find(|page| page.slug() == slug);
            let mut listed: Vec<Page> = menu.iter().filter_map(listed).collect();
            let more = listed.split_off(listed.len().min(Page::FIRST.len()));
            (listed, more)
        }
    };
    let logo = session::logo();
    // Where one is stands in the row, also when its link is in the menu.
    let here = more.iter().find(|page| page.slug() == current);
    html! {
        <header class="top">
            <div class="top-line">
                <a class="name" href={link(&shell, Page::Overview)}>
                    if !logo.is_empty() {
                        <img class="logo" src={logo.to_string()} alt="" />
                    }
                    { session::site_name(lang) }
                </a>
                <nav aria-label={words::nav_label(lang)}>
                    <div class="first">{ for first.iter().copied().map(anchor) }</div>
                    // Another page closes it. On a phone it has the row as well.
                    <details class={classes!("more", more.is_empty().then_some("bare"))} key={current}>
                        <summary class={here.map(|_| "here")}>
                            // On a phone the row is in the menu as well.
                            <span class="narrow">{ shell.state.page.of_navigation().name(lang) }</span>
                            <span class="wide">{ here.map_or(words::more(lang), |page| page.name(lang)) }</span>
                        </summary>
                        <div>{ for more.iter().copied().map(anchor) }</div>
                    </details>
                </nav>
                <div class="settings">
                    <DatasetChoice />
                    <Languages />
                </div>
            </div>
            if let Some(dataset) = &shell.dataset {
                if dataset.own {
                    <p class="synthetic-line own-line">
                        <strong>{ words::own_named(lang, dataset.title.get(lang)) }</strong>
                        { " " }
                        { words::own_long(lang) }
                    </p>
                }
                if dataset.synthetic {
                    <p class="synthetic-line">
                        <strong>{ words::synthetic_named(lang, dataset.title.get(lang)) }</strong>
                        { " " }
                        { words::synthetic_long(lang) }
                    </p>
                }
            }
        </header>
    }
}

fn link(shell: &Handle, page: Page) -> String {
    address::write(&State {
        page,
        dataset: dataset_for(shell, page),
        ..shell.state.clone()
    })
}

#[component]
fn DatasetChoice() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let mut choices: Vec<Choice> = session::shelf()
        .iter()
        .map(|entry| Choice::new(entry.id.clone(), entry.label(lang)))
        .collect();
    let wanted = &shell.state.dataset;
    if choices.iter().all(|choice| choice.value != *wanted) {
        // What is in use is what the list shows, there or not.
        choices.push(Choice::new(wanted.clone(), name_of(wanted)));
    }
    let dispatcher = shell.dispatcher();
    let on_choose = Callback::from(move |name| dispatcher.dispatch(Event::Act(Action::Use(name))));
    html! {
        <Select
            id="dataset"
            label={words::dataset(lang)}
            {choices}
            value={shell.state.dataset.clone()}
            {on_choose}
            quiet=true
        />
    }
}

#[component]
fn Languages() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let current = shell.lang();
    let button = |lang: Lang| {
        let dispatcher = shell.dispatcher();
        let onclick = Callback::from(move |_| speak(&dispatcher, lang));
        html! {
            <button
                type="button"
                key={lang.tag()}
                lang={lang.tag()}
                {onclick}
                aria-pressed={(lang == current).to_string()}
            >
                { words::language_own_name(lang) }
            </button>
        }
    };
    html! {
        <div class="switch languages" role="group" aria-label={words::language(current)}>
            { for session::languages().into_iter().map(button) }
        </div>
    }
}
