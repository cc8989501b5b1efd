//! The main findings of the open data, each with a link to its figure.

use yew::prelude::*;

use crate::app::parts::linked_text;
use crate::app::parts::ptr_eq::Same;
use crate::app::parts::scheduled::{use_in_turn, waits};
use crate::app::shell::Handle;
use measures::DEFAULT_LEVEL;
use state::{Page, State, address};
use text::words;
use view_models::findings::{self, Theme};

/// The findings, folded away.
#[component]
pub fn Findings() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let is_opened = use_state_eq(|| false);
    let ontoggle = {
        let is_opened = is_opened.setter();
        Callback::from(move |_: Event| is_opened.set(true))
    };
    html! {
        <details class="findings" id="findings" {ontoggle}>
            <summary><h2>{ words::findings_title(lang) }</h2></summary>
            <div class="finding-themes">
                // They ask many questions, which nobody needs to wait for who does not look.
                if *is_opened {
                    for theme in Theme::ALL {
                        <OfTheme {theme} />
                    }
                }
            </div>
        </details>
    }
}

#[derive(Properties, PartialEq)]
struct OfThemeProps {
    theme: Theme,
}

/// The findings of a theme, if there are any.
#[component]
fn OfTheme(props: &OfThemeProps) -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let theme = props.theme;
    let deps = (shell.dataset.clone().map(Same), lang, theme);
    let found = use_in_turn(
        waits(shell.dataset.as_ref()),
        deps,
        |(dataset, lang, theme)| {
            dataset.as_ref().map_or_else(Vec::new, |dataset| {
                findings::of_theme(&dataset.0, *theme, *lang)
            })
        },
    );
    let Some(found) = found.filter(|found| !found.is_empty()) else {
        return Html::default();
    };
    let link = |figure: u8| {
        let page = Page::Report {
            figure: Some(figure),
        };
        address::write(&State {
            page,
            ..shell.state.clone()
        })
    };
    let mut met = Vec::new();
    html! {
        <div>
            <h3>{ theme.title(lang) }</h3>
            <ul>
                for finding in found.iter() {
                    <li>
                        { linked_text::said(&shell, &finding.pieces, DEFAULT_LEVEL, &mut met) }
                        { " " }
                        <a href={link(finding.figure)}>
                            { words::figure_number(lang, finding.figure) }
                        </a>
                    </li>
                }
            </ul>
        </div>
    }
}
