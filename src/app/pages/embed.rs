//! One figure without the frame of the page, as other sites show it in an `<iframe>`.
//!
//! The figure tells the page around it how high it is, by a message `{utvandring: height}`. Three
//! lines of script there keep the frame as high as the figure; the embed code carries them.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::app::parts::absent::Absent;
use crate::app::parts::figure::FigureView;
use crate::app::shell::Handle;
use crate::web::page;
use data::dataset::is_own_id;
use figures::catalog;
use figures::spec::Spec;
use state::{Page, State, address};
use text::words;

/// Properties of [`Embed`].
#[derive(Properties, PartialEq)]
pub struct EmbedProps {
    /// A figure of the report; absent for the question of the view.
    pub figure: Option<u8>,
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
    let key = (props.figure, shell.state.view.clone());
    let spec: Rc<Option<Rc<Spec>>> = use_memo(key, |(figure, view)| {
        let spec = match figure {
            Some(number) => catalog::find(&format!("fig{number}")),
            None => view.spec(),
        };
        spec.map(Rc::new)
    });
    let whole = address::write(&State {
        page: match props.figure {
            Some(_) => Page::Report {
                figure: props.figure,
            },
            None => Page::Explore,
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
            }
            <p class="quiet">
                <a href={page::address_with(&whole)} target="_blank" rel="noopener">
                    { words::open_whole(shell.lang()) }
                </a>
            </p>
        </main>
    }
}
