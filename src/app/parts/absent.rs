//! What stands in place of numbers when the data set that was asked for is not there: why, and what
//! can be done. Another data set is never shown instead.

use text::problems::ProblemWords;
use yew::prelude::*;

use super::messages::problem_table;
use super::picker::OpenFiles;
use crate::app::shell::Handle;
use crate::web::session::{Absence, Failure};
use data::dataset::name_of;
use state::Page;
use text::words;

/// Says why the data set in use is not there; nothing when it is.
#[component]
pub fn Absent() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let Some(absence) = &shell.absence else {
        return Html::default();
    };
    // An embedded figure has no room for files, and the page of data has its own.
    let opens = !shell.state.page.is_embedded() && shell.state.page != Page::Data;
    let heading = match shell.state.page {
        Page::Data => "h2",
        _ => "h1",
    };
    let name = name_of(&shell.state.dataset);
    let (title, said) = match absence {
        Absence::Coming => {
            return html! { <p class="absent" aria-busy="true">{ words::loading(lang) }</p> };
        }
        Absence::Unknown if name.is_empty() => {
            let none = words::none_published(lang).to_owned();
            (
                words::no_dataset(lang).to_owned(),
                html! { <p>{ none }</p> },
            )
        }
        Absence::Unknown => (
            words::dataset_absent(lang, name),
            html! { <p>{ words::dataset_unknown(lang, name) }</p> },
        ),
        Absence::Failed(failure) => (words::dataset_absent(lang, name), failed(&shell, failure)),
    };
    html! {
        <section class="absent" role="alert">
            <@{heading}>{ title }</@>
            { said }
            if *absence == Absence::Unknown && opens {
                <OpenFiles />
            }
        </section>
    }
}

fn failed(shell: &Handle, failure: &Failure) -> Html {
    let lang = shell.lang();
    let rows: Vec<Vec<String>> = failure
        .problems
        .iter()
        .map(|problem| problem.row(lang))
        .collect();
    html! {
        <>
            <p>{ words::dataset_failed(lang) }</p>
            if !failure.said.is_empty() {
                <p><code>{ failure.said.clone() }</code></p>
            }
            if !rows.is_empty() {
                { problem_table(lang, &rows) }
            }
        </>
    }
}
