//! Name, pages, data set, language and appearance.

use web_sys::Element;
use yew::prelude::*;

use crate::web::{page, session};
use data::dataset::name_of;
use state::{Action, Page, State, address};
use text::{Lang, words};

use super::select::{Choice, Select};
use crate::app::shell::{Event, Handle};

/// The top of every page.
#[component]
pub fn Header() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let pages = use_node_ref();
    {
        let pages = pages.clone();
        use_effect_with((shell.state.page.slug(), lang), move |_| {
            if let Some(row) = pages.cast::<Element>() {
                page::show_current(&row);
            }
        });
    }
    html! {
        <header class="top">
            <div class="top-line">
                <a class="name" href={link(&shell.state, Page::Report { figure: None })}>
                    { words::app_title(lang) }
                </a>
                <div class="settings">
                    <DatasetChoice />
                    <Languages />
                </div>
            </div>
            <nav aria-label={words::nav_label(lang)} ref={pages}>
                for target in Page::ALL {
                    <a
                        key={target.slug()}
                        href={link(&shell.state, target)}
                        aria-current={(target.slug() == shell.state.page.of_navigation().slug()).then_some("page")}
                    >
                        { target.name(lang) }
                    </a>
                }
            </nav>
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

fn link(state: &State, page: Page) -> String {
    address::write(&State {
        page,
        ..state.clone()
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
        let onclick = Callback::from(move |_| dispatcher.dispatch(Event::Act(Action::Speak(lang))));
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
            { for Lang::ALL.into_iter().map(button) }
        </div>
    }
}
