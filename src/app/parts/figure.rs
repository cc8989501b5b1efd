//! A figure with everything that belongs to it: picture, sentence, table, links.

use std::rc::Rc;

use yew::prelude::*;

use super::definitions::definitions;
use super::folded::Folded;
use super::linked_text;
use super::number_table::Numbers;
use super::panel_tabs::FigurePanels;
use super::ptr_eq::Same;
use super::scheduled::{use_in_turn, waits};
use crate::app::on_demand::{Chunk, Wanted, on_demand};
use crate::app::shell::Handle;
use crate::web::session;
use ::tasks::file::Place;
use figures::build::{Figure, build};
use figures::spec::Spec;
use measures::DEFAULT_LEVEL;
use state::{Page, State, View, address};
use text::{case, tasks, terms, words};
use view_models::overview::Pieces;

/// Properties of [`FigureView`].
#[derive(Properties, PartialEq)]
pub struct FigureProps {
    /// What the figure shows.
    pub spec: Rc<Spec>,
    /// Whether a link leads to the same question on the explore page.
    #[prop_or(true)]
    pub explorable: bool,
    /// Whether it can be shared and downloaded from here.
    #[prop_or(true)]
    pub shareable: bool,
    /// The question that it answers, as a heading that is seen.
    #[prop_or_default]
    pub question: Option<AttrValue>,
    /// What is said of it, with what each number is; its own sentence when absent.
    #[prop_or_default]
    pub said: Option<Pieces>,
    /// What was left out of what is said.
    #[prop_or_default]
    pub left_out: AttrValue,
    /// Where its sentence stands, when that is elsewhere on the page.
    #[prop_or_default]
    pub told_by: Option<AttrValue>,
    /// How high the picture may be, when that is not its own choice.
    #[prop_or_default]
    pub height: Option<f64>,
}

/// A figure with its sentence and its table.
#[component]
pub fn FigureView(props: &FigureProps) -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let lacks_outlines = props.spec.is_map()
        && shell
            .dataset
            .as_ref()
            .is_some_and(|dataset| dataset.atlas.is_none());
    use_effect_with(lacks_outlines, |lacks| {
        if *lacks {
            wasm_bindgen_futures::spawn_local(session::bring_atlas());
        }
    });
    let figure = {
        let dataset = shell.dataset.clone();
        let spec = props.spec.clone();
        let data = dataset.clone().map(Same);
        let deps = (data, lang, props.spec.clone());
        use_in_turn(waits(shell.dataset.as_ref()), deps, move |_| {
            dataset.map(|dataset| Rc::new(build(&spec, &dataset, lang)))
        })
    };
    let Some(figure) = figure.and_then(|figure| (*figure).clone()) else {
        // It has its place meanwhile.
        return html! { <article class="figure" id={props.spec.id.clone()} /> };
    };
    let level = figure.level.unwrap_or(DEFAULT_LEVEL);
    let id = figure.id.clone();
    // A figure of the report stands under the heading of its chapter.
    let heading = if figure.number.is_some() { "h3" } else { "h2" };
    let sentence_id = props.told_by.clone();
    let sentence_id = sentence_id.unwrap_or_else(|| format!("{id}-sentence").into());
    let number = figure
        .number
        .map(|number| words::figure_number(lang, number));
    if let Some(reason) = &figure.absent {
        return html! {
            <article class="figure" {id}>
                <@{heading}>
                    if let Some(number) = number {
                        <span class="number">{ number }</span>
                    }
                    { " " }
                    { figure.sheet.title.clone() }
                </@>
                <p class="absent-figure" aria-busy={lacks_outlines.then_some("true")}>{ reason.to_owned() }</p>
            </article>
        };
    }
    let tables = {
        let figure = figure.clone();
        Callback::from(move |()| number_tables(&figure))
    };
    let meanings = {
        let spec = props.spec.clone();
        let of_report = shell.is_of_report();
        Callback::from(move |()| {
            definitions(
                terms::definitions_for(lang, &spec.terms(), of_report),
                false,
            )
        })
    };
    let task = {
        let id = props.spec.id.clone();
        let of = Place::View(Box::new(View::of_panel(&props.spec.panels[0])));
        Callback::from(move |()| {
            let wanted = Wanted::Make(of.clone(), id.clone());
            on_demand(Chunk::Classroom, wanted)
        })
    };
    let state = match View::of_spec(&props.spec).filter(|_| props.explorable) {
        Some(view) => State {
            page: Page::Explore,
            view,
            ..shell.state.clone()
        },
        None => shell.state.clone(),
    };
    let explore = props.explorable.then(|| address::write(&state));
    // What is said beside a figure is short: the first sentence stands above it, the others when they are asked for.
    let whole = props.said.clone().unwrap_or_else(|| figure.sentence());
    let [said, others] = match props.said {
        None => case::first_of_many(&whole).unwrap_or([whole, Vec::new()]),
        Some(_) => [whole, Vec::new()],
    };
    let has_others = !others.is_empty();
    let others = {
        let shell = shell.clone();
        Callback::from(move |()| {
            html! { <p class="sentence">{ linked_text::said(&shell, &others, level, &mut Vec::new()) }</p> }
        })
    };
    html! {
        <article class="figure" {id}>
            if let Some(question) = &props.question {
                <@{heading} class="question">{ question.clone() }</@>
            } else {
                <@{heading} class="for-readers">
                    { number.map(|number| format!("{number}. ")) }
                    { figure.sheet.title.clone() }
                </@>
            }
            if props.told_by.is_none() {
                <p class="sentence" id={sentence_id.clone()}>
                    { linked_text::said(&shell, &said, level, &mut Vec::new()) }
                </p>
                if has_others {
                    <Folded class="more-said" summary={words::row_more_said(lang)} make={others} />
                }
                if !props.left_out.is_empty() {
                    <p class="left-out">{ props.left_out.clone() }</p>
                }
            }
            <FigurePanels
                figure={Same(figure.clone())}
                ground={shell.ground()}
                described_by={sentence_id}
                height={props.height}
            />
            <div class="for-readers">
                for remark in figure.remarks() {
                    <p>{ remark }</p>
                }
            </div>
            <div class="figure-row">
                <Folded class="table" summary={words::row_table(lang)} make={tables} />
                <Folded class="terms" summary={words::row_terms(lang)} make={meanings} />
                if props.shareable {
                    if let Some(explore) = explore {
                        <p class="figure-links"><a href={explore}>{ words::row_explore(lang) }</a></p>
                    }
                    <super::share::Share figure={Same(figure.clone())} {state} />
                    <Folded class="make-task" summary={tasks::make(lang)} make={task} />
                }
            </div>
        </article>
    }
}

/// The numbers of every panel.
fn number_tables(figure: &Figure) -> Html {
    let tables = figure.panels.iter().zip(figure.captions()).enumerate();
    let tables = tables.map(|(index, (panel, caption))| {
        html! {
            <Numbers
                key={index}
                table={panel.table.clone()}
                numbers={figure.numbers(index)}
                method={figure.interval_method(index)}
                level={figure.level.unwrap_or(DEFAULT_LEVEL)}
                {caption}
            />
        }
    });
    tables.collect()
}
