//! What the visitor wants explained: the arithmetic of a number, or a word.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::adjust::method_choices;
use super::arithmetic::Arithmetic;
use super::ptr_eq::Same;
use super::select::{Choice, Select};
use crate::app::shell::{Asking, Event as ShellEvent, Handle};
use crate::web::page;
use ::explain::Number;
use measures::IntervalMethod;
use text::{Lang, analyses, explain, kinds, meanings, number};
use view_models::analyses::{number_told, numbers_told};

/// The dialog for whatever is asked; nothing otherwise.
#[component]
pub fn Asked() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let on_close = {
        let dispatcher = shell.dispatcher();
        Callback::from(move |()| dispatcher.dispatch(ShellEvent::Ask(None)))
    };
    match &shell.asking {
        None => Html::default(),
        Some(Asking::Numbers { numbers, level }) => {
            html! { <Numbers numbers={Same(numbers.clone())} level={*level} {on_close} /> }
        }
        Some(Asking::Term(id)) => {
            html! { <Term id={*id} lang={shell.lang()} of_report={shell.is_of_report()} {on_close} /> }
        }
    }
}

#[derive(Properties, PartialEq)]
struct NumbersProps {
    numbers: Same<Vec<Number>>,
    level: f64,
    on_close: Callback<()>,
}

/// The arithmetic of a number; of several, a list of them first.
#[component]
fn Numbers(props: &NumbersProps) -> Html {
    let shell = use_context::<Handle>();
    let numbers = props.numbers.0.clone();
    let level = use_state(|| props.level);
    let method = use_state(|| None::<IntervalMethod>);
    let chosen = use_state(|| (numbers.len() == 1).then_some(0));
    let Some((shell, dataset)) = shell.and_then(|shell| {
        let dataset = shell.dataset.clone()?;
        Some((shell, dataset))
    }) else {
        return Html::default();
    };
    let lang = shell.lang();
    let told = {
        let key = (
            props.numbers.clone(),
            *chosen,
            (*level, *method),
            lang,
            Same(dataset),
        );
        use_memo(key, |(numbers, chosen, (level, method), lang, dataset)| {
            let number = chosen.and_then(|place| numbers.0.get(place));
            match number {
                Some(number) => {
                    let mut number = number.clone();
                    number.method = method.or(number.method);
                    number_told(&dataset.0, &number, *level, *lang)
                }
                None => numbers_told(&dataset.0, &numbers.0, *lang),
            }
        })
    };
    let number = chosen.and_then(|place| numbers.get(place));
    let on_choose = {
        let chosen = chosen.clone();
        Callback::from(move |place: usize| chosen.set(Some(place)))
    };
    let back = {
        let chosen = chosen.clone();
        Callback::from(move |_: MouseEvent| chosen.set(None))
    };
    html! {
        <Arithmetic
            told={Some((*told).clone())}
            on_close={props.on_close.clone()}
            on_choose={(*chosen).is_none().then_some(on_choose)}
        >
            if numbers.len() > 1 && chosen.is_some() {
                <button type="button" onclick={back}>{ explain::back_to_list(lang) }</button>
            }
            if let Some(number) = number.filter(|number| number.is_ratio()) {
                <div class="question">
                    { levels(lang, &level) }
                    if number.has_methods() {
                        { methods(lang, number, &method) }
                    }
                </div>
            }
        </Arithmetic>
    }
}

/// The choice of the confidence level.
fn levels(lang: Lang, level: &UseStateHandle<f64>) -> Html {
    let percent = |level: f64| number::percent(level, 0, lang);
    let choices: Vec<Choice> = [0.9, 0.95, 0.99]
        .into_iter()
        .map(|level| Choice::new(level.to_string(), percent(level)))
        .collect();
    let value = level.to_string();
    let on_choose = {
        let level = level.clone();
        Callback::from(move |value: String| {
            if let Ok(value) = value.parse() {
                level.set(value);
            }
        })
    };
    html! {
        <Select id="arithmetic-level" label={explain::level(lang)} {choices} {value} {on_choose} />
    }
}

/// The choice of how the interval is formed.
fn methods(lang: Lang, number: &Number, method: &UseStateHandle<Option<IntervalMethod>>) -> Html {
    let shown = IntervalMethod::chosen(method.or(number.method), &number.question);
    let on_choose = {
        let method = method.clone();
        Callback::from(move |name: String| method.set(IntervalMethod::from_name(&name)))
    };
    html! {
        <Select
            id="arithmetic-method"
            label={kinds::choose_method(lang)}
            choices={method_choices(lang, &number.question)}
            value={shown.name()}
            {on_choose}
        />
    }
}

#[derive(Properties, PartialEq)]
struct TermProps {
    id: &'static str,
    lang: Lang,
    of_report: bool,
    on_close: Callback<()>,
}

/// What a word means.
#[component]
fn Term(props: &TermProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            if let Some(element) = dialog.cast::<Element>() {
                page::show_dialog(&element);
            }
        });
    }
    let lang = props.lang;
    let Some(meaning) = meanings::meaning(lang, props.id, props.of_report) else {
        return Html::default();
    };
    let closed = props.on_close.reform(|_: Event| ());
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(element) = dialog.cast::<Element>() {
                page::close_dialog(&element);
            }
        })
    };
    html! {
        <dialog class="arithmetic meaning" ref={dialog} onclose={closed} aria-labelledby="meaning">
            <h2 id="meaning" tabindex="-1" autofocus=true>{ meaning.term }</h2>
            for line in meaning.lines.iter() {
                <p>{ line.clone() }</p>
            }
            <div class="buttons">
                <button type="button" onclick={close}>{ analyses::close(lang) }</button>
            </div>
        </dialog>
    }
}

/// Asks for the arithmetic of some numbers.
pub fn ask(shell: &Handle, numbers: Vec<Number>, level: f64) {
    let numbers = Rc::new(numbers);
    shell.dispatch(ShellEvent::Ask(Some(Asking::Numbers { numbers, level })));
}
