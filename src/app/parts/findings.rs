//! The main findings of the open data, each with a link to its figure.

use yew::prelude::*;

use super::same::Same;
use super::worded;
use crate::app::shell::Handle;
use crate::figures::findings::{self, Finding, Theme};
use crate::measures::DEFAULT_LEVEL;
use crate::state::{Page, State, address};
use crate::text::words;

/// The findings, folded away.
#[component]
pub fn Findings() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let found = use_memo(
        (shell.dataset.clone().map(Same), lang),
        |(dataset, lang)| match dataset {
            Some(dataset) => findings::of_dataset(&dataset.0, *lang),
            None => Vec::new(),
        },
    );
    let mut themes: Vec<(Theme, Vec<&Finding>)> = Vec::new();
    for finding in found.iter() {
        match themes.last_mut() {
            Some((theme, of_it)) if *theme == finding.theme => of_it.push(finding),
            _ => themes.push((finding.theme, vec![finding])),
        }
    }
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
        <details class="findings" id="findings">
            <summary><h2>{ words::findings_title(lang) }</h2></summary>
            <div class="finding-themes">
                for (theme, of_it) in themes {
                    <div>
                        <h3>{ theme.title(lang) }</h3>
                        <ul>
                            for finding in of_it {
                                <li>
                                    { worded::said(&shell, &finding.pieces, DEFAULT_LEVEL, &mut met) }
                                    { " " }
                                    <a href={link(finding.figure)}>
                                        { words::figure_number(lang, finding.figure) }
                                    </a>
                                </li>
                            }
                        </ul>
                    </div>
                }
            </div>
        </details>
    }
}
