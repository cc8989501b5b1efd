//! Opening the visitor's files, and the button that lets them be chosen.

use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, HtmlInputElement};
use yew::prelude::*;

use crate::app::shell::{Event as ShellEvent, Handle, Message, Shell};
use crate::web::{files, import, page, session};
use data::dataset::{name_of, own_id};
use state::Action;
use text::words;

/// Reads and opens files; the shell hears how it went.
pub fn open(shell: &Handle, list: Vec<(String, Blob)>) {
    if list.is_empty() {
        return;
    }
    if page::is_framed() {
        return shell.dispatch(ShellEvent::Said(Message::fixed(words::framed)));
    }
    let dispatcher = shell.dispatcher();
    let lang = shell.lang();
    let awaited = match shell.absence {
        Some(_) => own_id(name_of(&shell.state.dataset)),
        None => String::new(),
    };
    spawn_local(async move {
        match session::open_blobs(list.clone()).await {
            Ok(dataset) => {
                let rows = dataset.tables.iter().map(|table| table.rows).sum();
                let (titles, tables) = (dataset.title.clone(), dataset.tables.len());
                let said = Message::of(move |lang| {
                    words::opened_tables(lang, titles.get(lang), tables, rows)
                });
                import::put_away();
                dispatcher.dispatch(ShellEvent::Import(None));
                // Numbers that were saved here open at the view in which they were saved, unless an address
                // that was waiting for them has another one.
                if !dataset.view.is_empty() && awaited != dataset.id() {
                    let view = Action::Look(dataset.view.clone());
                    dispatcher.dispatch(ShellEvent::Act(view));
                }
                dispatcher.dispatch(ShellEvent::Said(said));
            }
            Err(files::Unreadable::Foreign(problems)) => {
                match import::lay(&list, false, lang).await {
                    Ok(wizard) => dispatcher.dispatch(ShellEvent::Import(Some(wizard))),
                    Err(import::Nothing::Browser) => {
                        dispatcher.dispatch(ShellEvent::Refused(problems));
                    }
                    Err(nothing) => tell(&dispatcher, nothing.into()),
                }
                page::scroll_to_top();
            }
            Err(unreadable) => tell(&dispatcher, unreadable),
        }
    });
}

/// Tells why files are not open now.
pub fn tell(dispatcher: &UseReducerDispatcher<Shell>, why: files::Unreadable) {
    dispatcher.dispatch(match why {
        files::Unreadable::Problems(problems) | files::Unreadable::Foreign(problems) => {
            page::scroll_to_top();
            ShellEvent::Refused(problems)
        }
        files::Unreadable::Cancelled => ShellEvent::Said(Message::fixed(words::opening_cancelled)),
        files::Unreadable::Browser(_) => ShellEvent::Said(Message::fixed(words::unreadable)),
    });
}

/// The button that opens the file picker.
#[component]
pub fn OpenFiles() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    if page::is_framed() {
        return html! {
            <div class="open-files">
                <p>{ words::framed(lang) }</p>
                <a class="button" href={page::address()} target="_blank" rel="noopener">{ words::own_tab(lang) }</a>
            </div>
        };
    }
    let onchange = {
        let shell = shell.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                if let Some(list) = input.files() {
                    open(&shell, files::of_list(&list));
                }
                // The same file can be chosen again after it has been corrected.
                input.set_value("");
            }
        })
    };
    html! {
        <div class="open-files">
            <label class="button" for="files">{ words::choose_files(lang) }</label>
            <input id="files" class="for-readers" type="file" multiple=true {onchange} />
            <span>{ words::or_drop(lang) }</span>
            <p class="quiet">{ words::stays_here(lang) }</p>
        </div>
    }
}
