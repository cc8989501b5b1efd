//! Typed-in numbers, through the same methods as the figures.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::app::parts::arithmetic::Arithmetic;
use crate::app::parts::select::{Choice, Select};
use crate::app::shell::{Event as ShellEvent, Handle};
use state::Action;
use state::calculation::Calculation;
use text::{Lang, calculator as words, explain, number};
use view_models::analyses;
use view_models::calculator::{Kind, Line, Results, input_name, kind_name, results};

/// The calculator page.
#[component]
pub fn Calculator() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let calculation = shell.state.calculation.clone();
    let calculate = {
        let dispatcher = shell.dispatcher();
        Callback::from(move |next| dispatcher.dispatch(ShellEvent::Act(Action::Calculate(next))))
    };
    let found = use_memo((calculation.clone(), lang), |(calculation, lang)| {
        let typed = |name: &str| calculation.input(name);
        results(calculation.kind, typed, calculation.level(), *lang)
    });
    let choose_kind = {
        let calculate = calculate.clone();
        let level = calculation.level.clone();
        Callback::from(move |name: String| {
            let kind = Kind::from_name(&name).unwrap_or_default();
            calculate.emit(Calculation {
                kind,
                level: level.clone(),
                ..Calculation::default()
            });
        })
    };
    let choose_level = {
        let (calculate, calculation) = (calculate.clone(), calculation.clone());
        Callback::from(move |level| {
            calculate.emit(Calculation {
                level,
                ..calculation.clone()
            })
        })
    };
    let told = use_state(|| None);
    let open = {
        let told = told.clone();
        Callback::from(move |line: Line| {
            let (method, given) = &line.call;
            told.set(analyses::typed_in(method, given, &line.printed(), lang));
        })
    };
    let on_close = {
        let told = told.clone();
        Callback::from(move |()| told.set(None))
    };
    let level = if calculation.level.is_empty() {
        "95"
    } else {
        &calculation.level
    };
    html! {
        <div class="calculator">
            <div class="lead">
                <h1>{ words::title(lang) }</h1>
                <p>{ words::lead(lang) }</p>
            </div>
            <form class="controls" onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
                <div class="question">
                    <Select
                        id="kind"
                        label={words::kind(lang)}
                        choices={Kind::ALL.map(|kind| Choice::new(kind.name(), kind_name(kind, lang))).to_vec()}
                        value={calculation.kind.name()}
                        on_choose={choose_kind}
                    />
                    for (name, _) in calculation.kind.inputs().iter() {
                        { field(&calculation, name, lang, &calculate) }
                    }
                    <Select
                        id="level"
                        label={words::level(lang)}
                        choices={["90", "95", "99"].map(|level| {
                            let part = level.parse::<u32>().map_or(0.95, |level| f64::from(level) / 100.0);
                            Choice::new(level, number::percent(part, 0, lang))
                        }).to_vec()}
                        value={level.to_owned()}
                        on_choose={choose_level}
                    />
                </div>
            </form>
            <div role="status" aria-live="polite">
                { shown(&found, lang, &open) }
            </div>
            <Arithmetic told={(*told).clone()} {on_close} />
        </div>
    }
}

fn shown(found: &Result<Results, String>, lang: Lang, open: &Callback<Line>) -> Html {
    match found {
        Err(reason) => html! { <p class="absent-figure">{ reason.clone() }</p> },
        Ok(found) => html! {
            <>
                <div class="scroll">
                    <table class="results">
                        <thead>
                            <tr>
                                <th scope="col">{ words::result(lang) }</th>
                                <th scope="col">{ words::value(lang) }</th>
                                <th scope="col">{ words::interval(lang) }</th>
                                <th scope="col">{ words::method(lang) }</th>
                            </tr>
                        </thead>
                        <tbody>
                            for line in found.lines.iter() {
                                <tr>
                                    <th scope="row">{ line.name }</th>
                                    <td
                                        class={if line.raw.is_some() { "count" } else { "why" }}
                                        data-value={line.raw.map(|raw| raw.to_string())}
                                    >
                                        <button
                                            type="button"
                                            class="shown"
                                            title={explain::show_arithmetic(lang)}
                                            onclick={opens(line, open)}
                                        >
                                            { line.value.clone() }
                                        </button>
                                        if !line.also.is_empty() {
                                            <span class="also">{ format!("= {}", line.also) }</span>
                                        }
                                    </td>
                                    <td class="count">{ line.interval.clone() }</td>
                                    <td>{ line.method }</td>
                                </tr>
                            }
                        </tbody>
                    </table>
                </div>
                for remark in found.remarks.iter() {
                    <p class="quiet">{ *remark }</p>
                }
            </>
        },
    }
}

fn field(
    calculation: &Calculation,
    name: &'static str,
    lang: Lang,
    calculate: &Callback<Calculation>,
) -> Html {
    let typed = {
        let (calculation, calculate) = (calculation.clone(), calculate.clone());
        move |text: String| calculate.emit(calculation.with(name, &text))
    };
    let value = calculation.input(name).to_owned();
    let id = format!("input-{name}");
    if name == "strata" {
        let oninput = Callback::from(move |event: InputEvent| {
            if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
                typed(area.value());
            }
        });
        return html! {
            <div class="field wide">
                <label for={id.clone()}>{ input_name(name, lang) }</label>
                <textarea {id} rows="6" spellcheck="false" {oninput} {value} />
            </div>
        };
    }
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            typed(input.value());
        }
    });
    html! {
        <div class="field">
            <label for={id.clone()}>{ input_name(name, lang) }</label>
            <input {id} type="text" inputmode="decimal" autocomplete="off" {oninput} {value} />
        </div>
    }
}

fn opens(line: &Line, open: &Callback<Line>) -> Callback<MouseEvent> {
    let line = line.clone();
    open.reform(move |_| line.clone())
}
