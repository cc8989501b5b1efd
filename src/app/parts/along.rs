//! Taking the page along: in one file, with the open data inside, or kept by the browser.
//!
//! What it says comes from the module of tools, as finished markup: few visitors need it, so it
//! must not weigh on the first view.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::app::shell::{Event, Handle};
use crate::state::{Page, State, address};
use crate::web::{download, page, tools};

/// The part of the data page on using it without a network.
#[component]
pub fn TakeAlong() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let tag = shell.lang().tag();
    let onclick = {
        let shell = shell.clone();
        Callback::from(move |event: MouseEvent| {
            let Some(wish) = page::chosen(&event, "data-along") else {
                return;
            };
            let shell = shell.clone();
            spawn_local(async move {
                let done = fulfil(&shell.state, &wish).await.is_some();
                let said =
                    tools::words("along_said", &[tag, &wish, if done { "done" } else { "" }]);
                shell.dispatch(Event::Said(said));
            });
        })
    };
    let checksum = page::meta("offline-sha256").unwrap_or_default();
    let content = tools::words("along", &[tag, &checksum]);
    html! {
        <section class="along" {onclick}>{ Html::from_html_unchecked(content.into()) }</section>
    }
}

/// Does what was chosen. The page with the data inside opens at the question asked last.
async fn fulfil(state: &State, wish: &str) -> Option<()> {
    let start = address::write(&State {
        page: Page::Explore,
        ..state.clone()
    });
    let made = tools::ask(wish, &start).await?;
    if wish == "hand_out" {
        let blob = download::text_blob(&made, "text/html").ok()?;
        download::save(&blob, &format!("utvandring-{}.html", state.dataset)).ok()?;
    }
    Some(())
}
