//! What went well, and everything that was wrong with a file.

use text::problems::ProblemWords;
use yew::prelude::*;

use crate::app::shell::{Event, Handle};
use text::{Lang, words};

/// The last message, or the problems of the last files.
#[component]
pub fn Messages() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let dispatcher = shell.dispatcher();
    let dismiss = Callback::from(move |_: MouseEvent| dispatcher.dispatch(Event::Dismiss));
    let rows: Vec<Vec<String>> = shell
        .problems
        .iter()
        .map(|problem| problem.row(lang))
        .collect();
    html! {
        <>
            <div role="status" class="said">
                if let Some(message) = &shell.message {
                    <p>
                        { message.said(lang) }
                        { " " }
                        <button type="button" class="plain" onclick={dismiss.clone()}>
                            { words::close(lang) }
                        </button>
                    </p>
                }
            </div>
            <div role="alert">
                if !shell.problems.is_empty() {
                    <section class="problems" id="problems">
                        <h2>{ words::problems_title(lang) }</h2>
                        <p>{ words::problems_kept(lang) }</p>
                        { problem_table(lang, &rows) }
                        <button type="button" onclick={dismiss}>{ words::close(lang) }</button>
                    </section>
                }
            </div>
        </>
    }
}

/// Problems in a table: where, what was found, what was expected, what to do.
pub fn problem_table(lang: Lang, rows: &[Vec<String>]) -> Html {
    let heads = [
        words::problem_where(lang),
        words::problem_found(lang),
        words::problem_expected(lang),
        words::problem_remedy(lang),
    ];
    html! {
        <div class="scroll">
            <table>
                <thead>
                    <tr>
                        for head in heads {
                            <th scope="col">{ head }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for row in rows.iter() {
                        <tr>
                            for (place, cell) in row.iter().enumerate() {
                                if place == 1 {
                                    <td><code>{ cell.clone() }</code></td>
                                } else {
                                    <td>{ cell.clone() }</td>
                                }
                            }
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}
