//! Taking the page along: in one file, with the open data inside, or kept by the browser.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::app::shell::{Event, Handle};
use crate::state::{Page, State, address};
use crate::text::share as words;
use crate::web::{download, page, tools};

/// The file in which the whole page is.
const OFFLINE: &str = "offline.html";

/// The part of the data page on using it without a network.
#[component]
pub fn TakeAlong() -> Html {
    let kept = use_state(|| false);
    let shell = use_context::<Handle>();
    let has_tools = shell.as_ref().is_some_and(|shell| shell.has_tools);
    {
        let kept = kept.setter();
        use_effect_with(has_tools, move |has_tools| {
            if *has_tools && tools::offers("is_kept") {
                spawn_local(async move {
                    kept.set(
                        tools::ask("is_kept", "")
                            .await
                            .is_ok_and(|is| is.is_truthy()),
                    );
                });
            }
        });
    }
    let Some(shell) = shell else {
        return Html::default();
    };
    let lang = shell.lang();
    let hand_out = {
        let shell = shell.clone();
        Callback::from(move |_: MouseEvent| {
            let shell = shell.clone();
            spawn_local(async move {
                let said = match handed_out(&shell.state).await {
                    Some(()) => words::handed_out(lang),
                    None => words::failed(lang),
                };
                shell.dispatch(Event::Said(said.to_owned()));
            });
        })
    };
    let change = |wish: &'static str| {
        let (kept, dispatcher) = (kept.setter(), shell.dispatcher());
        Callback::from(move |_: MouseEvent| {
            let (kept, dispatcher) = (kept.clone(), dispatcher.clone());
            spawn_local(async move {
                let done = tools::ask(wish, "").await.is_ok();
                if done {
                    kept.set(wish == "keep");
                }
                let said = match (done, wish) {
                    (false, _) => words::keep_failed(lang),
                    (true, "keep") => words::kept(lang),
                    (true, _) => words::forgotten(lang),
                };
                dispatcher.dispatch(Event::Said(said.to_owned()));
            });
        })
    };
    html! {
        <section class="along">
            <h2>{ words::offline_title(lang) }</h2>
            if let Some(checksum) = page::meta("offline-sha256") {
                <p>{ words::offline_text(lang) }</p>
                <p><a href={OFFLINE} download={OFFLINE}>{ words::offline_link(lang) }</a></p>
                <p class="quiet">{ words::checksum(lang) }{ ": " }<code>{ checksum }</code></p>
            }
            <p>{ words::hand_out_text(lang) }</p>
            <p>
                <button type="button" id="hand-out" onclick={hand_out} disabled={!has_tools}>
                    { words::hand_out(lang) }
                </button>
            </p>
            if tools::offers("keep") {
                <p>{ words::keep_text(lang) }</p>
                if *kept {
                    <p>
                        { words::kept(lang) }
                        { " " }
                        <button type="button" id="forget" onclick={change("forget")}>
                            { words::forget(lang) }
                        </button>
                    </p>
                } else {
                    <p>
                        <button type="button" id="keep" onclick={change("keep")}>
                            { words::keep(lang) }
                        </button>
                    </p>
                }
            }
        </section>
    }
}

/// Makes the page in one file with the open data inside, and hands it to the visitor. It opens at
/// the question that was asked last.
async fn handed_out(state: &State) -> Option<()> {
    let start = address::write(&State {
        page: Page::Explore,
        ..state.clone()
    });
    let page = tools::ask("hand_out", &start).await.ok()?.as_string()?;
    let blob = download::text_blob(&page, "text/html").ok()?;
    download::save(&blob, &format!("utvandring-{}.html", state.dataset)).ok()
}

/// Says that the browser holds a newer version of the page than the one shown.
#[component]
pub fn NewVersion() -> Html {
    let here = use_state(|| false);
    {
        let here = here.setter();
        use_effect_with((), move |()| {
            let listening =
                page::Listening::to_window("utvandring:new-version", move |_| here.set(true));
            move || drop(listening)
        });
    }
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let renew = Callback::from(|_: MouseEvent| {
        spawn_local(async {
            let _ = tools::ask("renew", "").await;
        });
    });
    html! {
        <div role="status" class="new-version">
            if *here {
                <p>
                    { words::new_version(lang) }
                    { " " }
                    <button type="button" id="renew" onclick={renew}>{ words::use_new_version(lang) }</button>
                </p>
            }
        </div>
    }
}
