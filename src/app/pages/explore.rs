//! Any question: measure, breakdown, split, selection, base.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::parts::adjust::adjustments;
use crate::app::parts::figure::FigureView;
use crate::app::parts::select::{Choice, Select};
use crate::app::shell::{Event as ShellEvent, Handle};
use crate::data::Dataset;
use crate::measures::{Exposure, Measure};
use crate::state::{Action, View};
use crate::text::{Lang, terms, words};
use crate::web::page;

/// The explore page.
#[component]
pub fn Explore() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let Some(dataset) = shell.dataset.clone() else {
        return Html::default();
    };
    let lang = shell.lang();
    let view = shell.state.view.clone();
    let ask = {
        let (dispatcher, dataset) = (shell.dispatcher(), dataset.clone());
        Callback::from(move |view: View| {
            dispatcher.dispatch(ShellEvent::Act(Action::Ask(view.mended(&dataset))));
        })
    };
    let copy = {
        let dispatcher = shell.dispatcher();
        Callback::from(move |_: MouseEvent| {
            page::copy(&page::address());
            dispatcher.dispatch(ShellEvent::Said(words::copied(lang).to_owned()));
        })
    };
    let spec = use_memo(view.clone(), |view| view.spec().map(Rc::new));
    html! {
        <div class="explore">
            <div class="lead">
                <h1>{ words::page_explore(lang) }</h1>
                <p>{ words::explore_lead(lang) }</p>
            </div>
            <form class="controls" onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
                { question_controls(lang, &dataset, &view, &ask) }
                { selections(lang, &dataset, &view, &ask) }
                { adjustments(lang, &dataset, &view, &ask) }
            </form>
            if let Some(spec) = (*spec).clone() {
                <FigureView {spec} explorable=false />
            }
            <p><button type="button" onclick={copy}>{ words::copy_link(lang) }</button></p>
        </div>
    }
}

/// The choices that make up the question.
fn question_controls(lang: Lang, dataset: &Dataset, view: &View, ask: &Callback<View>) -> Html {
    let on = |change: fn(&mut View, String)| {
        let (view, ask) = (view.clone(), ask.clone());
        Callback::from(move |value: String| {
            let mut view = view.clone();
            change(&mut view, value);
            ask.emit(view);
        })
    };
    let measures = Measure::NAMES
        .into_iter()
        .filter(|name| {
            let of = View {
                measure: (*name).to_owned(),
                ..View::default()
            };
            of.clone().mended(dataset).measure == *name && of.mended(dataset).is_answerable(dataset)
        })
        .map(|name| Choice::new(name, terms::measure(lang, name)))
        .collect::<Vec<Choice>>();
    let dimensions = view.dimensions(dataset);
    let axis: Vec<Choice> = dimensions
        .iter()
        .map(|name| {
            let trial = View {
                by: name.clone(),
                split: String::new(),
                ..view.clone()
            };
            Choice {
                enabled: trial.mended(dataset).by == *name,
                ..Choice::new(name.clone(), terms::dimension(lang, name))
            }
        })
        .collect();
    let mut splits = vec![Choice::new("", words::control_nothing(lang))];
    splits.extend(
        dimensions
            .iter()
            .filter(|name| **name != view.by)
            .map(|name| {
                let trial = View {
                    split: name.clone(),
                    ..view.clone()
                };
                Choice {
                    enabled: trial.is_answerable(dataset),
                    ..Choice::new(name.clone(), terms::dimension(lang, name))
                }
            }),
    );
    let is_share = view.measure == "destination_share";
    let is_rate = view.measure == "rate";
    html! {
        <div class="question">
            <Select
                id="measure"
                label={words::control_measure(lang)}
                choices={measures}
                value={view.measure.clone()}
                on_choose={on(|view, value| {
                    view.measure = value;
                    if view.measure == "destination_share" {
                        view.split = "destination".to_owned();
                    }
                })}
            />
            <Select
                id="by"
                label={words::control_breakdown(lang)}
                choices={axis}
                value={view.by.clone()}
                on_choose={on(|view, value| {
                    if view.split == value {
                        view.split = String::new();
                    }
                    view.by = value;
                })}
            />
            <Select
                id="split"
                label={words::control_split(lang)}
                choices={splits}
                value={view.split.clone()}
                on_choose={on(|view, value| view.split = value)}
            />
            if is_share {
                <Select
                    id="base"
                    label={words::control_base(lang)}
                    choices={vec![
                        Choice::new("all", words::base_all(lang)),
                        Choice::new("rebased", words::base_rebased(lang)),
                    ]}
                    value={if view.rebased { "rebased" } else { "all" }}
                    on_choose={on(|view, value| view.rebased = value == "rebased")}
                />
            }
            if is_rate {
                <Select
                    id="denominator"
                    label={words::control_denominator(lang)}
                    choices={vec![
                        Choice::new("", words::denominator_auto(lang)),
                        Choice::new("mid_year", words::denominator_mid_year(lang)),
                        Choice::new("person_years", words::denominator_person_years(lang)),
                    ]}
                    value={view.denominator.map_or("", Exposure::name)}
                    on_choose={on(|view, value| view.denominator = Exposure::from_name(&value))}
                />
            }
        </div>
    }
}

/// For each dimension what of it counts.
fn selections(lang: Lang, dataset: &Rc<Dataset>, view: &View, ask: &Callback<View>) -> Html {
    let dimensions = view.dimensions(dataset);
    html! {
        <div class="selections">
            for dimension in dimensions.iter() {
                if dimension == "year" {
                    { years(lang, dataset, view, ask) }
                } else {
                    { codes(lang, dataset, view, ask, dimension) }
                }
            }
        </div>
    }
}

/// From one year to another.
fn years(lang: Lang, dataset: &Rc<Dataset>, view: &View, ask: &Callback<View>) -> Html {
    let all = dataset.codes("year");
    let chosen = view.selected("year").unwrap_or(&all);
    let (Some(from), Some(to)) = (chosen.first().cloned(), chosen.last().cloned()) else {
        return Html::default();
    };
    let choices: Vec<Choice> = all
        .iter()
        .map(|year| Choice::new(year.clone(), year.clone()))
        .collect();
    let on_from = {
        let (view, ask, all, to) = (view.clone(), ask.clone(), all.clone(), to.clone());
        Callback::from(move |from: String| choose_years(&view, &ask, &all, &from, &to))
    };
    let on_to = {
        let (view, ask, all, from) = (view.clone(), ask.clone(), all.clone(), from.clone());
        Callback::from(move |to: String| choose_years(&view, &ask, &all, &from, &to))
    };
    html! {
        <fieldset class="years">
            <legend>{ words::control_period(lang) }</legend>
            <Select id="from-year" label={words::control_from(lang)} choices={choices.clone()} value={from} on_choose={on_from} />
            <Select id="to-year" label={words::control_to(lang)} {choices} value={to} on_choose={on_to} />
        </fieldset>
    }
}

/// Selects the years between two, whichever is first; nothing to select when it is all of them.
fn choose_years(view: &View, ask: &Callback<View>, all: &[String], from: &str, to: &str) {
    let place = |year: &str| all.iter().position(|known| known == year).unwrap_or(0);
    let (low, high) = (place(from).min(place(to)), place(from).max(place(to)));
    let whole = low == 0 && high + 1 == all.len();
    let codes = if whole {
        Vec::new()
    } else {
        all[low..=high].to_vec()
    };
    ask.emit(view.select("year", codes));
}

/// Check boxes for the codes of a dimension.
fn codes(
    lang: Lang,
    dataset: &Rc<Dataset>,
    view: &View,
    ask: &Callback<View>,
    dimension: &str,
) -> Html {
    let all = crate::measures::codes_of(dataset, dimension);
    let selected = view.selected(dimension);
    let count = selected.map_or(words::control_all(lang).to_owned(), |codes| {
        format!("{}/{}", codes.len(), all.len())
    });
    let label = |code: &String| {
        dataset
            .label(dimension, code)
            .map_or(code.clone(), |label| label.name.get(lang).to_owned())
    };
    let toggle = |code: &String| {
        let (view, ask, all) = (view.clone(), ask.clone(), all.clone());
        let (dimension, code) = (dimension.to_owned(), code.clone());
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
                return;
            };
            let before = view.selected(&dimension).unwrap_or(&all);
            let kept: Vec<String> = all
                .iter()
                .filter(|known| match **known == code {
                    true => input.checked(),
                    false => before.contains(known),
                })
                .cloned()
                .collect();
            let codes = if kept.len() == all.len() {
                Vec::new()
            } else {
                kept
            };
            ask.emit(view.select(&dimension, codes));
        })
    };
    let clear = {
        let (view, ask, dimension) = (view.clone(), ask.clone(), dimension.to_owned());
        Callback::from(move |_: MouseEvent| ask.emit(view.select(&dimension, Vec::new())))
    };
    html! {
        <details class="codes" key={dimension.to_owned()}>
            <summary>{ terms::dimension(lang, dimension) }{ ": " }<b>{ count }</b></summary>
            <div class="code-list">
                for code in all.iter() {
                    <label key={code.clone()}>
                        <input
                            type="checkbox"
                            checked={selected.is_none_or(|codes| codes.contains(code))}
                            onchange={toggle(code)}
                        />
                        { label(code) }
                    </label>
                }
            </div>
            if selected.is_some() {
                <button type="button" class="plain" onclick={clear}>{ words::control_clear(lang) }</button>
            }
        </details>
    }
}
