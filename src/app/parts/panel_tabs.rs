//! A figure of two panels, of which a narrow screen shows the one that is chosen.

use std::rc::Rc;

use yew::prelude::*;

use super::canvas::{CanvasProps, FigureCanvas};
use super::ptr_eq::Same;
use crate::app::shell::Handle;
use crate::web::page;
use figures::build::Figure;
use figures::sheet::Sheet;
use text::words;

/// Where two panels do not fit beside each other.
const NARROW: &str = "(max-width: 34rem)";

/// A figure on a canvas, with its panels in turn where it is narrow.
#[component]
pub fn FigurePanels(props: &CanvasProps) -> Html {
    let lang = use_context::<Handle>()
        .map(|shell| shell.lang())
        .unwrap_or_default();
    let is_narrow = use_narrow();
    let chosen = use_state_eq(|| 0);
    let sheet = &props.figure.0.sheet;
    let has_tabs = is_narrow
        && sheet.panels.len() == 2
        && sheet.panels.iter().all(|panel| !panel.title.is_empty());
    let only = has_tabs.then_some(*chosen);
    let figure = use_memo((props.figure.clone(), only), |(figure, only)| match only {
        None => figure.clone(),
        Some(_) => {
            let sheet = Sheet {
                only: *only,
                ..figure.0.sheet.clone()
            };
            Same(Rc::new(Figure {
                sheet,
                ..(*figure.0).clone()
            }))
        }
    });
    let tab = |(place, title): (usize, String)| {
        let set = chosen.setter();
        let onclick = Callback::from(move |_: MouseEvent| set.set(place));
        let is_chosen = (*chosen == place).to_string();
        html! { <button type="button" aria-pressed={is_chosen} {onclick}>{ title }</button> }
    };
    let titles = sheet.panels.iter().map(|panel| panel.title.clone());
    html! {
        <>
            if has_tabs {
                <div class="switch panel-tabs" role="group" aria-label={words::panels(lang)}>
                    { for titles.enumerate().map(tab) }
                </div>
            }
            <FigureCanvas ..CanvasProps { figure: (*figure).clone(), ..props.clone() } />
        </>
    }
}

/// Whether the screen is narrow, followed as it changes.
#[hook]
fn use_narrow() -> bool {
    let is_narrow = use_state_eq(|| page::matches_media(NARROW));
    let set = is_narrow.setter();
    use_effect_with((), move |()| {
        let listening =
            page::Listening::to_media(NARROW, move |_| set.set(page::matches_media(NARROW)));
        move || drop(listening)
    });
    *is_narrow
}
