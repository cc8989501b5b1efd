//! The report remade: its figures in the order of its questions.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::parts::figure::FigureView;
use crate::app::parts::findings::Findings;
use crate::app::parts::linked_text;
use crate::app::parts::scheduled::use_turns;
use crate::app::shell::Handle;
use crate::web::page;
use data::Dataset;
use figures::catalog::{self, CHAPTERS};
use figures::spec::Spec;
use state::Page;
use text::words;

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
                    for spec in numbers.iter().filter_map(spec) {
                        if index < come {
                            <FigureView key={spec.id.clone()} spec={spec.clone()} />
                        } else {
                            <article key={spec.id.clone()} class="figure" id={spec.id.clone()} />
                        }
                    }
                </section>
            }
        </div>
    }
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
