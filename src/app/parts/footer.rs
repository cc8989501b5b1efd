//! The bottom of every page.

use yew::prelude::*;

use crate::app::shell::{Appearance, Event, Handle};
use text::words;

use super::select::{Choice, Select};

/// The bottom of every page.
#[component]
pub fn Footer() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    html! {
        <footer class="bottom">
            <AppearanceChoice />
            { keys(&shell) }
            <p>{ words::app_title(lang) }{ " " }{ env!("CARGO_PKG_VERSION") }</p>
            <p>{ words::stays_here(lang) }{ " " }{ words::footer_made(lang) }</p>
        </footer>
    }
}

fn keys(shell: &Handle) -> Html {
    let dispatcher = shell.dispatcher();
    let onclick = Callback::from(move |_: MouseEvent| dispatcher.dispatch(Event::ShowKeys(true)));
    let label = text::shortcuts::show(shell.lang());
    html! { <p><button type="button" id="show-keys" {onclick}>{ label }</button></p> }
}

#[component]
fn AppearanceChoice() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let label = |appearance| match appearance {
        Appearance::System => words::theme_auto(lang),
        Appearance::Light => words::theme_light(lang),
        Appearance::Dark => words::theme_dark(lang),
        Appearance::Contrast => words::theme_contrast(lang),
    };
    let choices = Appearance::ALL
        .into_iter()
        .map(|appearance| Choice::new(appearance.name(), label(appearance)))
        .collect::<Vec<Choice>>();
    let dispatcher = shell.dispatcher();
    let on_choose = Callback::from(move |name: String| {
        dispatcher.dispatch(Event::Appear(Appearance::from_name(&name)));
    });
    html! {
        <Select
            id="appearance"
            label={words::theme(lang)}
            {choices}
            value={shell.appearance.name()}
            {on_choose}
        />
    }
}
