//! Text whose numbers open their arithmetic and whose terms open their definitions.
//!
//! In the first view it is text only: what opens is in the whole page.

use yew::prelude::*;

use crate::app::shell::Handle;
use crate::measures::explain::Number;

/// A text with terms.
pub fn worded(shell: &Handle, text: &str) -> Html {
    said(
        shell,
        &[(text.to_owned(), None)],
        crate::measures::DEFAULT_LEVEL,
    )
}

/// A number as text that opens its arithmetic; text alone when there is nothing to open.
#[cfg(feature = "whole")]
pub fn shown(shell: &Handle, text: &str, numbers: Vec<Number>, level: f64) -> Html {
    use crate::text::explain;
    if numbers.is_empty() {
        return html! { { text } };
    }
    let title = explain::show_arithmetic(shell.lang());
    let onclick = {
        let shell = shell.clone();
        Callback::from(move |_: MouseEvent| super::asked::ask(&shell, numbers.clone(), level))
    };
    html! {
        <button type="button" class="shown" {title} aria-haspopup="dialog" {onclick}>{ text }</button>
    }
}

/// A number as text.
#[cfg(not(feature = "whole"))]
pub fn shown(_: &Handle, text: &str, _: Vec<Number>, _: f64) -> Html {
    html! { { text } }
}

/// A text in pieces, some of them numbers.
#[cfg(feature = "whole")]
pub fn said(shell: &Handle, pieces: &[(String, Option<Number>)], level: f64) -> Html {
    use crate::app::shell::{Asking, Event as ShellEvent};
    use crate::text::meanings;
    let mut met: Vec<&'static str> = Vec::new();
    let mut html = Vec::new();
    for (text, number) in pieces {
        if let Some(number) = number {
            html.push(shown(shell, text, vec![number.clone()], level));
            continue;
        }
        for (text, term) in meanings::linked(shell.lang(), text, &mut met) {
            let Some(id) = term else {
                html.push(html! { { text } });
                continue;
            };
            let dispatcher = shell.dispatcher();
            let onclick = Callback::from(move |_: MouseEvent| {
                dispatcher.dispatch(ShellEvent::Ask(Some(Asking::Term(id))));
            });
            html.push(html! {
                <button type="button" class="term" aria-haspopup="dialog" {onclick}>{ text }</button>
            });
        }
    }
    html.into_iter().collect()
}

/// A text in pieces.
#[cfg(not(feature = "whole"))]
pub fn said(_: &Handle, pieces: &[(String, Option<Number>)], _: f64) -> Html {
    pieces
        .iter()
        .map(|(text, _)| html! { { text.clone() } })
        .collect()
}
