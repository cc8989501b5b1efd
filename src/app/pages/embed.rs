//! One figure without the frame of the page, as other sites show it in an `<iframe>`.
//!
//! The figure tells the page around it how high it is, by a message `{utvandring: height}`. Three
//! lines of script there keep the frame as high as the figure; the embed code carries them.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::app::on_demand::{Chunk, Wanted, on_demand};
use crate::app::parts::absent::Absent;
use crate::app::parts::figure::FigureView;
use crate::app::parts::panel_tabs::FigurePanels;
use crate::app::parts::ptr_eq::Same;
use crate::app::shell::Handle;
use crate::web::page;
use data::dataset::is_own_id;
use figures::catalog;
use figures::spec::Spec;
use state::{Page, State, address};
use text::words;
use view_models::analyses;

/// The figure of the analysis, with what the data say.
#[component]
pub fn Analysed() -> Html {
    let shell = use_context::<Handle>();
    let key = shell.as_ref().map(|shell| {
        let dataset = shell.dataset.clone().map(Same);
        (dataset, shell.lang(), shell.state.analysis.clone())
    });
    let found = use_memo(key, |key| {
        let (dataset, lang, asked) = key.as_ref()?;
        let (page, figure) = analyses::with_figure(&dataset.as_ref()?.0, asked, *lang);
        Some((page, figure.map(Rc::new)))
    });
    let (Some(shell), Some((found, figure))) = (shell, found.as_ref()) else {
        return Html::default();
    };
    html! {
        <>
            <h2 class={figure.is_some().then_some("for-readers")}>{ found.question.clone() }</h2>
            <p class="answer" id="analysis-answer">{ found.answer.clone() }</p>
            if let Some(figure) = figure {
                <article class="figure">
                    <FigurePanels
                        figure={Same(figure.clone())}
                        ground={shell.ground()}
                        described_by="analysis-answer"
                    />
                </article>
            }
        </>
    }
}

/// Properties of [`Embed`].
#[derive(Properties, PartialEq)]
pub struct EmbedProps {
    /// What is shown.
    pub page: Page,
}

/// The embedded figure.
#[component]
pub fn Embed(props: &EmbedProps) -> Html {
    let holder = use_node_ref();
    let shell = use_context::<Handle>();
    // Not even whether there is an own file of a name.
    let is_own = |shell: &Handle| is_own_id(&shell.state.dataset);
    let tells = shell.as_ref().is_some_and(|shell| !is_own(shell));
    {
        let holder = holder.clone();
        use_effect_with(tells, move |&tells| {
            let element = holder.cast::<HtmlElement>().filter(|_| tells);
            let observing = element.and_then(|element| {
                page::Observing::size(&element, |_, height| page::tell_height(height))
            });
            move || drop(observing)
        });
    }
    let Some(shell) = shell else {
        return Html::default();
    };
    let key = (props.page, shell.state.view.clone());
    let spec: Rc<Option<Rc<Spec>>> = use_memo(key, |(page, view)| {
        let spec = match page {
            Page::EmbedAnalysis => None,
            Page::Embed {
                figure: Some(number),
            } => catalog::find(&format!("fig{number}")),
            _ => view.spec(),
        };
        spec.map(Rc::new)
    });
    let whole = address::shared(&State {
        page: match props.page {
            Page::EmbedAnalysis => Page::Analysis,
            Page::Embed {
                figure: Some(number),
            } => Page::Report {
                figure: Some(number),
            },
            _ => Page::Explore,
        },
        ..shell.state.clone()
    });
    html! {
        <main class="embedded" ref={holder}>
            if shell.dataset.as_ref().is_some_and(|dataset| dataset.own) {
                // Whoever frames the page learns nothing about a file that is open in it.
                <p class="absent">{ words::embeds_published(shell.lang()) }</p>
            } else if shell.absence.is_some() {
                <Absent />
            } else if let Some(spec) = (*spec).clone() {
                <FigureView {spec} shareable=false />
            } else if props.page == Page::EmbedAnalysis {
                { on_demand(Chunk::Analyses, Wanted::Embedded) }
            }
            <p class="quiet">
                <a href={page::address_with(&whole)} target="_blank" rel="noopener">
                    { words::open_whole(shell.lang()) }
                </a>
            </p>
        </main>
    }
}
