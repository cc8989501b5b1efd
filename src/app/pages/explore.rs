//! Any question: measure, breakdown, split, selection, base.

use std::rc::Rc;

use yew::prelude::*;

use super::codes::Codes;
use crate::app::parts::adjust::adjustments;
use crate::app::parts::figure::FigureView;
use crate::app::parts::select::{Choice, Select};
use crate::app::shell::{Event as ShellEvent, Handle, Message};
use crate::web::page;
use data::Dataset;
use measures::{Exposure, Measure};
use state::{Action, View};
use text::naming::Naming;
use text::{Lang, overview as said, places, words};
use view_models::overview;

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
            dispatcher.dispatch(ShellEvent::Act(Action::Ask(Box::new(
                view.mended(&dataset),
            ))));
        })
    };
    let copy = {
        let dispatcher = shell.dispatcher();
        Callback::from(move |_: MouseEvent| {
            page::copy(&page::address());
            dispatcher.dispatch(ShellEvent::Said(Message::fixed(words::copied)));
        })
    };
    let opens_choices = *use_state(page::has_room_for_choices);
    let spec = use_memo(view.clone(), |view| view.spec().map(Rc::new));
    let other = {
        let dataset = dataset.clone();
        use_memo((view.clone(), dataset.id()), move |(view, _)| {
            other_scope(&dataset, view)
        })
    };
    let is_cut = {
        let dataset = dataset.clone();
        use_memo((view.clone(), dataset.id()), move |(view, _)| {
            is_cut(&dataset, view)
        })
    };
    html! {
        <div class="explore">
            <div class="lead">
                <h1>{ words::page_explore(lang) }</h1>
                <p>{ words::explore_lead(lang) }</p>
            </div>
            <form class="controls drawer" onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
                { question_controls(lang, &dataset, &view, &ask, opens_choices) }
            </form>
            { balance(lang, &view, &other, &ask) }
            if *is_cut {
                { all_or_greatest(lang, &view, &ask) }
            }
            if let Some(spec) = (*spec).clone() {
                <FigureView {spec} explorable=false />
            }
            <p><button type="button" onclick={copy}>{ words::copy_link(lang) }</button></p>
        </div>
    }
}

/// Whether a dimension of a view is so long that only the greatest are told apart where nothing else is asked for.
fn is_cut(dataset: &Dataset, view: &View) -> bool {
    let mut view = view.clone();
    view.options.all = false;
    let spec = view.spec().map(|spec| spec.resolved(dataset));
    spec.is_some_and(|spec| spec.panels.iter().any(|panel| panel.cut.is_some()))
}

/// The button that tells all codes of a long dimension apart, or the greatest of them only.
fn all_or_greatest(lang: Lang, view: &View, ask: &Callback<View>) -> Html {
    let mut other = view.clone();
    other.options.all = !view.options.all;
    let label = match view.options.all {
        false => words::show_each(lang),
        true => words::show_greatest(lang),
    };
    let onclick = ask.reform(move |_: MouseEvent| other.clone());
    html! {
        <p><button type="button" class="all-or-greatest" {onclick}>{ label }</button></p>
    }
}

/// The view of those that can be compared, or of all, where the other of the two is shown; and what these are.
fn other_scope(dataset: &Dataset, view: &View) -> Option<(View, bool, String)> {
    let question = view.question()?;
    if let Some(balanced) = overview::balanced(dataset, &question) {
        let mut filters = balanced.filter.iter();
        let chosen =
            filters.find(|filter| question.filter_on(&filter.dimension) != Some(filter))?;
        let other = view.select(&chosen.dimension, chosen.codes.clone());
        return Some((other, true, chosen.dimension.clone()));
    }
    let dimension = overview::narrowed(dataset, &question)?;
    Some((view.select(&dimension, Vec::new()), false, dimension))
}

/// The button that shows those that can be compared, or all of them.
fn balance(
    lang: Lang,
    view: &View,
    other: &Option<(View, bool, String)>,
    ask: &Callback<View>,
) -> Html {
    let Some((other, is_balanced, dimension)) = other.clone().filter(|(other, ..)| other != view)
    else {
        return Html::default();
    };
    let all = places::all(lang, &dimension);
    let label = match is_balanced {
        true => said::only_balanced(lang, &all),
        false => said::with_all(lang, &all),
    };
    let onclick = ask.reform(move |_: MouseEvent| other.clone());
    html! {
        <p><button type="button" class="balance" {onclick}>{ label }</button></p>
    }
}

/// The choices that make up the question.
fn question_controls(
    lang: Lang,
    dataset: &Rc<Dataset>,
    view: &View,
    ask: &Callback<View>,
    opens_choices: bool,
) -> Html {
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
        .map(|name| Choice::new(name, dataset.measure_name(lang, name)))
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
                ..Choice::new(name.clone(), dataset.dimension_name(lang, name))
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
                    enabled: trial.is_crossed() && trial.is_answerable(dataset),
                    ..Choice::new(name.clone(), dataset.dimension_name(lang, name))
                }
            }),
    );
    let is_share = view.measure == "destination_share";
    let is_rate = view.measure == "rate";
    html! {
        <>
        <div class="question main">
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
        </div>
        <details class="more-choices" open={opens_choices}>
            <summary>{ words::more_choices(lang) }</summary>
            <div class="question">
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
            { selections(lang, dataset, view, ask) }
            { adjustments(lang, dataset, view, ask) }
        </details>
        </>
    }
}

/// For each dimension what of it counts.
fn selections(lang: Lang, dataset: &Rc<Dataset>, view: &View, ask: &Callback<View>) -> Html {
    let dimensions = view.dimensions(dataset);
    html! {
        <div class="selections">
            for dimension in dimensions.iter() {
                if let Some(run) = run_of(dataset, view, dimension) {
                    { from_to(lang, dataset, view, ask, dimension, &run) }
                } else {
                    { codes(lang, dataset, view, ask, dimension) }
                }
            }
        </div>
    }
}

/// Codes in a row, and which of them count.
struct Run {
    all: Vec<String>,
    first: usize,
    last: usize,
}

/// The years or ages of a data set, where those that count follow each other without a gap.
fn run_of(dataset: &Dataset, view: &View, dimension: &str) -> Option<Run> {
    if !matches!(dimension, "year" | "age") {
        return None;
    }
    let number = |code: &String| code.parse::<u16>().ok();
    let mut all = dataset.codes(dimension);
    kernels::stable_sort::sort_by(&mut all, &|one, two| number(one).cmp(&number(two)));
    let counts = |code: &String| view.selected(dimension).is_none_or(|of| of.contains(code));
    let first = all.iter().position(counts)?;
    let last = all.iter().rposition(counts)?;
    let is_run =
        all.iter().all(|code| number(code).is_some()) && all[first..=last].iter().all(counts);
    is_run.then_some(Run { all, first, last })
}

/// From one year to another, or from one age to another.
fn from_to(
    lang: Lang,
    dataset: &Dataset,
    view: &View,
    ask: &Callback<View>,
    dimension: &str,
    run: &Run,
) -> Html {
    let Run { all, first, last } = run;
    let choices: Vec<Choice> = all
        .iter()
        .map(|code| Choice::new(code.clone(), code.clone()))
        .collect();
    let on_choose = |other: usize| {
        let (view, ask, all) = (view.clone(), ask.clone(), all.clone());
        let dimension = dimension.to_owned();
        Callback::from(move |code: String| {
            let place = all.iter().position(|known| *known == code).unwrap_or(other);
            let (low, high) = (place.min(other), place.max(other));
            let is_all = low == 0 && high + 1 == all.len();
            let codes = match is_all {
                true => Vec::new(),
                false => all[low..=high].to_vec(),
            };
            ask.emit(view.select(&dimension, codes));
        })
    };
    html! {
        <fieldset class="from-to" key={dimension.to_owned()}>
            <legend>{ dataset.dimension_name(lang, dimension) }</legend>
            <Select
                id={format!("from-{dimension}")}
                label={words::control_from(lang)}
                choices={choices.clone()}
                value={all[*first].clone()}
                on_choose={on_choose(*last)}
            />
            <Select
                id={format!("to-{dimension}")}
                label={words::control_to(lang)}
                {choices}
                value={all[*last].clone()}
                on_choose={on_choose(*first)}
            />
        </fieldset>
    }
}

/// The codes of a dimension, to be chosen.
fn codes(
    lang: Lang,
    dataset: &Rc<Dataset>,
    view: &View,
    ask: &Callback<View>,
    dimension: &str,
) -> Html {
    let all = measures::codes_of(dataset, dimension);
    let named = |code: String| {
        let label = dataset.label(dimension, &code);
        let name = label.map_or(code.clone(), |label| label.name.get(lang).to_owned());
        (code, name)
    };
    let on_choose = {
        let (view, ask, dimension) = (view.clone(), ask.clone(), dimension.to_owned());
        Callback::from(move |codes: Vec<String>| ask.emit(view.select(&dimension, codes)))
    };
    html! {
        <Codes
            key={dimension.to_owned()}
            {lang}
            name={dataset.dimension_name(lang, dimension)}
            all={all.into_iter().map(named).collect::<Rc<[(String, String)]>>()}
            selected={view.selected(dimension).map(<[String]>::to_vec)}
            {on_choose}
        />
    }
}
