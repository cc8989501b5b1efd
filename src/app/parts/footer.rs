//! The bottom of every page.

use yew::prelude::*;

use crate::app::shell::Handle;
use crate::text::words;

/// The bottom of every page.
#[component]
pub fn Footer() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    html! {
        <footer class="bottom">
            <p>{ words::app_title(lang) }{ " " }{ env!("CARGO_PKG_VERSION") }</p>
            <p>{ words::stays_here(lang) }{ " " }{ words::footer_made(lang) }</p>
        </footer>
    }
}
