//! Taking the page along: in one file, with the open data inside, or kept by the browser.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::app::shell::{Event, Handle, Message};
use crate::web::{download, host_functions, page};
use data::dataset::name_of;
use state::{Page, State, address};
use text::share as words;

/// The part of the data page on using it without a network.
#[component]
pub fn TakeAlong() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let onclick = {
        let shell = shell.clone();
        Callback::from(move |event: MouseEvent| {
            let Some(wish) = page::chosen(&event, "data-along") else {
                return;
            };
            let shell = shell.clone();
            spawn_local(async move {
                let done = fulfil(&shell.state, &wish).await.is_some();
                let said = move |lang| words::along_outcome(lang, &wish, done).to_owned();
                shell.dispatch(Event::Said(Message::of(said)));
            });
        })
    };
    let checksum = page::meta("offline-sha256").filter(|sum| !sum.is_empty());
    html! {
        <section class="along" {onclick}>
            <h2>{ words::offline_title(lang) }</h2>
            // The one-file page does not offer itself.
            if let Some(checksum) = checksum {
                <p>{ words::offline_text(lang) }</p>
                <p>
                    <a href="offline.html" download="offline.html">{ words::offline_link(lang) }</a>
                </p>
                <p class="quiet">{ words::checksum(lang) }{ ": " }<code>{ checksum }</code></p>
            }
            <p>{ words::hand_out_text(lang) }</p>
            { button("hand_out", words::hand_out(lang)) }
            <div class="keeping">
                <p>{ words::keep_text(lang) }</p>
                { button("keep", words::keep(lang)) }
                <p class="forget">{ words::kept(lang) }</p>
                { button("forget", words::forget(lang)) }
            </div>
        </section>
    }
}

fn button(wish: &'static str, label: &'static str) -> Html {
    html! {
        <p class={wish}>
            <button type="button" data-along={wish}>{ label }</button>
        </p>
    }
}

/// Does what was chosen. The page with the data inside opens at the question asked last.
async fn fulfil(state: &State, wish: &str) -> Option<()> {
    let start = address::write(&State {
        page: Page::Explore,
        ..state.clone()
    });
    let made = host_functions::ask(wish, &start).await?;
    if wish == "hand_out" {
        let blob = download::text_blob(&made, "text/html").ok()?;
        download::save(
            &blob,
            &format!("utvandring-{}.html", name_of(&state.dataset)),
        )
        .ok()?;
    }
    Some(())
}
