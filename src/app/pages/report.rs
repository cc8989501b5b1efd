//! The report remade: its figures in the order of its questions.

use std::rc::Rc;

use yew::prelude::*;

use super::findings::Findings;
use crate::app::parts::figure::FigureView;
use crate::app::parts::linked_text;
use crate::app::parts::scheduled::use_turns;
use crate::app::shell::Handle;
use crate::web::page;
use data::Dataset;
use figures::catalog::{self, CHAPTERS};
use figures::spec::Spec;
use state::Page;
use text::{Lang, words};

/// The report page.
#[component]
pub fn Report() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let specs: Rc<Vec<Rc<Spec>>> =
        use_memo((), |()| catalog::all().into_iter().map(Rc::new).collect());
    let figure = match shell.state.page {
        Page::Report { figure } => figure,
        _ => None,
    };
    use_effect_with(figure, |figure| {
        if let Some(number) = figure {
            page::scroll_to(&format!("fig{number}"));
        }
    });
    // Paper has what is folded away on the screen.
    use_effect_with((), |()| {
        let listening =
            page::Listening::to_window("beforeprint", |_| page::open_all("details.chapter-more"));
        move || drop(listening)
    });
    let spec = |number: &u8| specs.get(usize::from(*number) - 1).cloned();
    // A figure that is wanted is there at once.
    let come = use_turns(CHAPTERS.len()).max(figure.map_or(0, |_| CHAPTERS.len()));
    html! {
        <div class="report">
            <div class="lead">
                <h1>{ words::app_tagline(lang) }</h1>
                <p>{ linked_text::worded(&shell, lead(&shell)) }</p>
            </div>
            <Findings />
            for (index, (title, numbers)) in CHAPTERS.iter().enumerate() {
                <section key={index} class="chapter">
                    <h2>{ title(lang) }</h2>
                    for spec in numbers[..1].iter().filter_map(spec) {
                        { one(&spec, index < come) }
                    }
                    if let [_, further @ ..] = numbers && !further.is_empty() {
                        // A link to one of them opens it.
                        <details
                            class="chapter-more"
                            open={figure.is_some_and(|figure| further.contains(&figure))}
                        >
                            <summary>{ further_summary(lang, further) }</summary>
                            for spec in further.iter().filter_map(spec) {
                                { one(&spec, index < come) }
                            }
                        </details>
                    }
                </section>
            }
        </div>
    }
}

/// A figure, or its place until its turn comes.
fn one(spec: &Rc<Spec>, is_there: bool) -> Html {
    match is_there {
        true => html! { <FigureView key={spec.id.clone()} spec={spec.clone()} /> },
        false => {
            html! { <article key={spec.id.clone()} class="figure" id={spec.id.clone()} /> }
        }
    }
}

/// The figures that are folded away, by their numbers.
fn further_summary(lang: Lang, numbers: &[u8]) -> String {
    let numbers: Vec<String> = numbers.iter().map(u8::to_string).collect();
    format!(
        "{}: {}",
        words::further_figures(lang),
        text::ranges(lang, &numbers)
    )
}

/// What the figures are of; of data without the groups there is no figure of the report.
fn lead(shell: &Handle) -> &'static str {
    let lang = shell.lang();
    let lacks_groups = |dataset: &Rc<Dataset>| {
        let mut tables = dataset.tables.iter();
        !tables.any(|table| table.dimension("group").is_some())
    };
    match shell.dataset.as_ref().is_some_and(lacks_groups) {
        true => words::report_lacks_groups(lang),
        false => words::report_lead(lang),
    }
}
