//! A claim that a reader puts together, held against the open data.

use std::rc::Rc;

use yew::prelude::*;

use super::analysis::with;
use crate::app::parts::control;
use crate::app::parts::figure::FigureView;
use crate::app::parts::linked_text;
use crate::app::parts::ptr_eq::Same;
use crate::app::shell::{Event as ShellEvent, Handle};
use measures::DEFAULT_LEVEL;
use state::Action;
use text::check as words;
use view_models::analyses::page::Control;
use view_models::check::{Reading, page};

/// The page that checks a claim.
#[component]
pub fn Check() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let asked = shell.state.claim.clone();
    let found = {
        let key = (shell.dataset.clone().map(Same), lang, asked.clone());
        use_memo(key, |(dataset, lang, asked)| {
            let dataset = dataset.as_ref()?;
            Some(page(&dataset.0, asked, *lang))
        })
    };
    let Some(found) = found.as_ref() else {
        return Html::default();
    };
    let choose = {
        let (dispatcher, asked) = (shell.dispatcher(), asked.clone());
        Callback::from(move |choice| {
            let next = with(&asked, choice);
            dispatcher.dispatch(ShellEvent::Act(Action::Claim(next)));
        })
    };
    let verdict = found.readings.first();
    html! {
        <div class="check">
            <div class="lead">
                <h1>{ words::title(lang) }</h1>
                <p>{ words::lead(lang) }</p>
            </div>
            <div class="controls">
                <div class="question">{ for found.controls.iter().map(|control| field(control, &choose)) }</div>
            </div>
            <div role="status" aria-live="polite">
                if let Some(reading) = verdict {
                    <h2>{ found.claim.clone() }</h2>
                    <p class="answer">
                        <span class={classes!("verdict", reading.verdict)}>
                            { words::verdict(lang, reading.verdict).unwrap_or_default() }
                        </span>
                        if !reading.computed.is_empty() {
                            { ": " }
                            { linked_text::shown(&shell, &reading.computed, reading.numbers.clone(), DEFAULT_LEVEL) }
                            { "." }
                        }
                        if !reading.reason.is_empty() {
                            { " " }
                            { linked_text::worded(&shell, &reading.reason) }
                        }
                    </p>
                    if !found.counted.is_empty() {
                        <p>{ found.counted.clone() }</p>
                    }
                }
                for note in found.notes.iter() {
                    <p class="quiet">{ linked_text::worded(&shell, note) }</p>
                }
            </div>
            if let Some(spec) = &found.spec {
                <FigureView spec={Rc::new(spec.clone())} question={words::picture(lang)} />
            }
            if found.readings.len() > 1 {
                <div class="scroll">
                    <table class="claims readings">
                        <caption>{ words::readings(lang) }</caption>
                        <thead>
                            <tr>
                                <th scope="col">{ words::reading(lang) }</th>
                                <th scope="col">{ words::numbers(lang) }</th>
                                <th scope="col">{ words::answer(lang) }</th>
                            </tr>
                        </thead>
                        <tbody>{ for found.readings.iter().map(|reading| row(&shell, reading)) }</tbody>
                    </table>
                </div>
            }
        </div>
    }
}

fn row(shell: &Handle, reading: &Reading) -> Html {
    html! {
        <tr data-verdict={reading.verdict}>
            <th scope="row">{ reading.label.clone() }</th>
            <td>
                { linked_text::shown(shell, &reading.computed, match reading.computed.is_empty() {
                    true => Vec::new(),
                    false => reading.numbers.clone(),
                }, DEFAULT_LEVEL) }
            </td>
            <td>
                <span class={classes!("verdict", reading.verdict)}>
                    { words::outcome(shell.lang(), reading.verdict).unwrap_or_default() }
                </span>
                if !reading.reason.is_empty() {
                    <span class="remark">{ reading.reason.clone() }</span>
                }
            </td>
        </tr>
    }
}

fn field(control: &Control, choose: &Callback<(String, String)>) -> Html {
    control::field(control, "claim", choose, |id, label, value, oninput| {
        html! {
            <div class="field">
                <label for={id.clone()}>{ label }</label>
                <input {id} type="text" inputmode="decimal" autocomplete="off" {value} {oninput} />
            </div>
        }
    })
}
