//! Keys that lead somewhere, and the list of them.
//!
//! A single letter can be hit by mistake, or by speech input, so the keys can be turned off; the
//! choice is remembered.

use web_sys::Element;
use yew::prelude::*;

use crate::app::shell::{Event as ShellEvent, Handle, speak};
use crate::web::{page, session};
use state::{Action, Page};
use text::{Lang, shortcuts as words};

/// Where the choice is remembered.
const CHOICE: &str = "keys";

/// Listens for the keys, and shows their list when it is asked for.
#[component]
pub fn Shortcuts() -> Html {
    let on = use_state(|| page::remembered(CHOICE).as_deref() != Some("off"));
    let dialog = use_node_ref();
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    {
        let dispatcher = shell.dispatcher();
        use_effect_with((lang, *on), move |(lang, on)| {
            let (lang, on) = (*lang, *on);
            let listening = page::Listening::to_window("keydown", move |event| {
                let Some(key) = page::free_key(&event) else {
                    return;
                };
                if key == "?" {
                    event.prevent_default();
                    dispatcher.dispatch(ShellEvent::ShowKeys(true));
                } else if let Some(action) = on.then(|| meaning(&key, lang)).flatten() {
                    event.prevent_default();
                    match action {
                        Action::Speak(lang) => speak(&dispatcher, lang),
                        action => dispatcher.dispatch(ShellEvent::Act(action)),
                    }
                }
            });
            move || drop(listening)
        });
    }
    {
        let dialog = dialog.clone();
        use_effect_with(shell.shows_keys, move |open| {
            if let (true, Some(element)) = (open, dialog.cast::<Element>()) {
                page::show_dialog(&element);
            }
        });
    }
    if !shell.shows_keys {
        return Html::default();
    }
    let on_close = {
        let dispatcher = shell.dispatcher();
        Callback::from(move |_: Event| dispatcher.dispatch(ShellEvent::ShowKeys(false)))
    };
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(element) = dialog.cast::<Element>() {
                page::close_dialog(&element);
            }
        })
    };
    let turn = {
        let on = on.clone();
        Callback::from(move |_: Event| {
            page::remember(CHOICE, if *on { "off" } else { "on" });
            on.set(!*on);
        })
    };
    let pages = keyed().map(|(number, page)| {
        let name = page.name(lang);
        html! { <div><dt><kbd>{ number }</kbd></dt><dd>{ name }</dd></div> }
    });
    html! {
        <dialog class="arithmetic keys" ref={dialog} onclose={on_close} aria-labelledby="keys">
            <h2 id="keys">{ words::title(lang) }</h2>
            <dl>
                { for pages }
                <div><dt><kbd>{ "L" }</kbd></dt><dd>{ words::language(lang) }</dd></div>
                <div><dt><kbd>{ "?" }</kbd></dt><dd>{ words::list(lang) }</dd></div>
            </dl>
            <h3>{ words::figure(lang) }</h3>
            <dl>
                <div><dt><kbd>{ "← → ↑ ↓" }</kbd></dt><dd>{ words::walk(lang) }</dd></div>
                <div><dt><kbd>{ "Home" }</kbd>{ " " }<kbd>{ "End" }</kbd></dt><dd>{ words::ends(lang) }</dd></div>
            </dl>
            <p>
                <label>
                    <input type="checkbox" id="keys-on" checked={*on} onchange={turn} />
                    { " " }
                    { words::on(lang) }
                </label>
            </p>
            <div class="buttons">
                <button type="button" onclick={close}>{ text::words::close(lang) }</button>
            </div>
        </dialog>
    }
}

/// What a key that nothing else wants stands for.
fn meaning(key: &str, lang: Lang) -> Option<Action> {
    if key.eq_ignore_ascii_case("l") {
        let languages = session::languages();
        let place = languages.iter().position(|known| *known == lang);
        let next = place.map_or(0, |place| (place + 1) % languages.len().max(1));
        return Some(Action::Speak(*languages.get(next)?));
    }
    let number: usize = key.parse().ok()?;
    let mut keyed = keyed();
    let (_, page) = keyed.find(|(known, _)| *known == number)?;
    Some(Action::Go(page))
}

/// The pages by their keys. What readers have learnt stays when pages come to the menu.
fn keyed() -> impl Iterator<Item = (usize, Page)> {
    let learnt = Page::ALL.into_iter().filter(|page| *page != Page::Check);
    (1..).zip(learnt).chain([(0, Page::Check)])
}
