//! The report remade: its figures in the order of its questions.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::parts::figure::FigureView;
use crate::app::parts::worded;
use crate::app::shell::Handle;
#[cfg(feature = "whole")]
use crate::data::Dataset;
use crate::figures::catalog;
use crate::figures::spec::Spec;
use crate::state::Page;
use crate::text::{Lang, words};
#[cfg(not(feature = "whole"))]
use crate::web::arriving::Awaited;
use crate::web::page;

/// A chapter: its heading and the figures in it.
type Chapter = (fn(Lang) -> &'static str, &'static [u8]);

const CHAPTERS: [Chapter; 6] = [
    (words::chapter_level, &[1, 2, 3, 4]),
    (words::chapter_destination, &[5]),
    (words::chapter_return, &[6]),
    (words::chapter_education, &[7, 8, 9, 10]),
    (words::chapter_origin, &[11, 12, 13, 14, 15, 16, 17]),
    (words::chapter_appendix, &[18]),
];

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
    let drawn = use_drawn(figure);
    let spec = |number: &u8| specs.get(usize::from(*number) - 1).cloned();
    html! {
        <div class="report">
            <div class="lead">
                <h1>{ words::app_tagline(lang) }</h1>
                <p>{ worded::worded(&shell, lead(&shell)) }</p>
            </div>
            { findings(lang) }
            for (index, (title, numbers)) in CHAPTERS.iter().enumerate() {
                <section key={index} class="chapter">
                    <h2>{ title(lang) }</h2>
                    for spec in numbers.iter().filter_map(spec) {
                        if drawn.is_none_or(|drawn| spec.number <= Some(drawn as u8)) {
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
#[cfg(feature = "whole")]
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

/// The first view is of the report's data.
#[cfg(not(feature = "whole"))]
fn lead(shell: &Handle) -> &'static str {
    words::report_lead(shell.lang())
}

/// Up to which figure the report is drawn; `None` for all of them, as in the whole page.
#[cfg(feature = "whole")]
#[hook]
fn use_drawn(_wanted: Option<u8>) -> Option<usize> {
    None
}

/// Up to which figure the report is drawn; `None` for all of them. A visitor sees the first one first;
/// the others have their places, and come one after the other. Where one of them is wanted, all are
/// there at once.
#[cfg(not(feature = "whole"))]
#[hook]
fn use_drawn(wanted: Option<u8>) -> Option<usize> {
    const LAST: usize = 18;
    let drawn = use_state_eq(|| wanted.is_none().then_some(1));
    let set = drawn.setter();
    use_effect_with(drawn.is_some(), |is_some| {
        let awaited = is_some.then(Awaited::begin);
        move || drop(awaited)
    });
    use_effect_with(*drawn, move |drawn| {
        if let Some(drawn) = *drawn {
            crate::web::turns::in_turn(move || set.set((drawn < LAST - 1).then_some(drawn + 1)));
        }
    });
    *drawn
}

#[cfg(feature = "whole")]
fn findings(_: Lang) -> Html {
    html! { <crate::app::parts::findings::Findings /> }
}

/// The first view has their place only.
#[cfg(not(feature = "whole"))]
fn findings(lang: Lang) -> Html {
    html! {
        <details class="findings">
            <summary><h2>{ words::findings_title(lang) }</h2></summary>
            <p>{ words::loading(lang) }</p>
        </details>
    }
}
