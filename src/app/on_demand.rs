//! Parts of the page whose code is fetched when they are shown for the first time.
//!
//! What is marked here, and all that only it reaches, lies in a part of the module of its own
//! (`xtask/src/split.rs`): the front page and the question of a reader need none of it.

use std::cell::Cell;

use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;

use super::shell::{Event as ShellEvent, Handle};
use super::{classroom, pages, parts};
use crate::web::scheduler::Awaited;
use ::tasks::file::Place;
use text::words;

/// What is drawn by code that is fetched.
#[derive(Clone, PartialEq)]
pub enum Wanted {
    /// The page of the state.
    Page,
    /// What the visitor wants explained.
    Explanation,
    /// The figure of the analysis, for other sites.
    Embedded,
    /// The form that makes a task of what is shown at a place, by the name of its figure.
    Make(Place, String),
}

/// Draws what is wanted.
type Draw = fn(&Handle, &Wanted) -> Html;

type Fetched = Result<Draw, SplitLoaderError>;

#[wasm_split(analyses, fallible)]
fn analyses() -> Fetched {
    Ok(|shell, wanted| match wanted {
        Wanted::Embedded => html! { <pages::embed::Analysed /> },
        _ => pages::of_methods(shell),
    })
}

#[wasm_split(classroom, fallible)]
fn in_classroom() -> Fetched {
    Ok(|shell, wanted| match wanted {
        Wanted::Make(of, id) => html! { <classroom::Make of={of.clone()} id={id.clone()} /> },
        _ => classroom::content(shell),
    })
}

#[wasm_split(data, fallible)]
fn of_data() -> Fetched {
    Ok(|shell, _| pages::of_data(shell))
}

#[wasm_split(explanation, fallible)]
fn explanation() -> Fetched {
    Ok(|_, _| html! { <parts::asked::Asked /> })
}

#[wasm_split(report, fallible)]
fn of_report() -> Fetched {
    Ok(|shell, _| pages::of_report(shell))
}

/// A part of the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// Pages on which methods are applied, and the claims.
    Analyses,
    /// Tasks for a class.
    Classroom,
    /// Files of the visitor's, and where to get some.
    Data,
    /// The arithmetic of a number, and what words mean.
    Explanation,
    /// The report, and what is told about the numbers.
    Report,
}

thread_local! {
    static THERE: [Cell<Option<Draw>>; 5] = const { [const { Cell::new(None) }; 5] };
}

impl Chunk {
    fn known(self) -> Option<Draw> {
        THERE.with(|there| there[self as usize].get())
    }

    async fn fetch(self) -> Fetched {
        let fetched = match self {
            Chunk::Analyses => analyses().await,
            Chunk::Classroom => in_classroom().await,
            Chunk::Data => of_data().await,
            Chunk::Explanation => explanation().await,
            Chunk::Report => of_report().await,
        }?;
        THERE.with(|there| there[self as usize].set(Some(fetched)));
        Ok(fetched)
    }
}

/// What a part of the module draws, once it is there.
pub fn on_demand(chunk: Chunk, wanted: Wanted) -> Html {
    html! { <OnDemand key={chunk as usize} {chunk} {wanted} /> }
}

#[derive(Properties, PartialEq)]
struct OnDemandProps {
    chunk: Chunk,
    wanted: Wanted,
}

#[component]
fn OnDemand(props: &OnDemandProps) -> Html {
    let chunk = props.chunk;
    let has_failed = use_state_eq(|| false);
    let tries = use_state_eq(|| 0);
    {
        let (has_failed, update) = (has_failed.setter(), use_force_update());
        use_effect_with(*tries, move |_| {
            if chunk.known().is_some() {
                return;
            }
            let awaited = Awaited::begin();
            spawn_local(async move {
                match chunk.fetch().await {
                    Ok(_) => update.force_update(),
                    Err(_) => has_failed.set(true),
                }
                drop(awaited);
            });
        });
    }
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    if let Some(draw) = chunk.known() {
        return draw(&shell, &props.wanted);
    }
    let lang = shell.lang();
    // What is explained lies over the page, and so does that it is coming.
    let is_over = props.wanted == Wanted::Explanation;
    let over = is_over.then_some("over");
    if !*has_failed {
        return html! {
            <p class={classes!("absent", over)} role="status" aria-busy="true">{ words::part_comes(lang) }</p>
        };
    }
    let again = {
        let (has_failed, tries) = (has_failed.clone(), tries.clone());
        Callback::from(move |_: MouseEvent| {
            has_failed.set(false);
            tries.set(*tries + 1);
        })
    };
    let close = {
        let dispatcher = shell.dispatcher();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(ShellEvent::Ask(None)))
    };
    html! {
        <section class={classes!("absent", "not-fetched", over)} role="alert">
            <p>{ words::part_failed(lang) }</p>
            <p>
                <button type="button" onclick={again}>{ words::try_again(lang) }</button>
                if is_over {
                    { " " }
                    <button type="button" onclick={close}>{ words::close(lang) }</button>
                }
            </p>
        </section>
    }
}
