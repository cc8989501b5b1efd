//! Comparisons and what lies behind them, as the tools tell them.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::parts::arithmetic::Arithmetic;
use crate::app::parts::same::Same;
use crate::app::parts::select::{Choice, Select};
use crate::app::shell::{Event as ShellEvent, Handle};
use crate::figures::analyses::page::Asked;
use crate::state::Action;
use crate::text::words;
use crate::web::said::Said;
use crate::web::tools;

/// The page of analyses.
#[component]
pub fn Analysis() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let asked = shell.state.analysis.clone();
    let told = use_state(|| None);
    let found = {
        let key = (
            shell.dataset.clone().map(Same),
            lang,
            shell.has_tools,
            asked.clone(),
        );
        use_memo(key, |(dataset, lang, here, asked)| match dataset {
            Some(dataset) if *here => tools::analysis(&dataset.0.name, asked, *lang).ok(),
            _ => None,
        })
    };
    let Some(found) = found.as_ref() else {
        return html! { <p>{ words::loading(lang) }</p> };
    };
    let choose = {
        let (dispatcher, asked) = (shell.dispatcher(), asked.clone());
        Callback::from(move |choice| {
            let next = with(&asked, choice);
            dispatcher.dispatch(ShellEvent::Act(Action::Analyse(next)));
        })
    };
    let explain = {
        let (told, name) = (told.clone(), shell.state.dataset.clone());
        Callback::from(move |id: String| {
            told.set(tools::explanation(&name, &asked, &id, lang).ok());
        })
    };
    let on_close = {
        let told = told.clone();
        Callback::from(move |()| told.set(None))
    };
    html! {
        <div class="analysis">
            <div class="lead">
                <h1>{ found.text("title") }</h1>
            </div>
            <div class="controls">
                <div class="question">{ for found.list("controls").iter().map(|control| field(control, &choose)) }</div>
            </div>
            <div role="status" aria-live="polite">
                <h2>{ found.text("question") }</h2>
                <p class="answer">{ found.text("answer") }</p>
            </div>
            if !found.list("bars").is_empty() {
                <div class="bars" aria-hidden="true">{ for found.list("bars").iter().map(bar) }</div>
            }
            { for found.list("tables").iter().map(|table| numbers(table, &found.text("show"), &explain)) }
            { remarks(found) }
            <Arithmetic told={(*told).clone()} {on_close} />
        </div>
    }
}

/// The choices with another one; another kind begins anew and keeps the level.
fn with(asked: &Asked, (name, value): (String, String)) -> Asked {
    let kept = |known: &str| {
        if name == "kind" {
            known == "level"
        } else {
            known != name
        }
    };
    let kept = asked.iter().filter(|(known, _)| kept(known)).cloned();
    if name == "kind" {
        std::iter::once((name.clone(), value)).chain(kept).collect()
    } else {
        kept.chain(std::iter::once((name.clone(), value))).collect()
    }
}

fn field(control: &Said, choose: &Callback<(String, String)>) -> Html {
    let name = control.text("name");
    let on_choose = choose.reform(move |value| (name.clone(), value));
    let id = format!("choice-{}", control.text("name"));
    if !control.list("choices").is_empty() {
        let choices: Vec<Choice> = control
            .list("choices")
            .iter()
            .filter_map(|choice| match choice.items().as_slice() {
                [value, label] => Some(Choice::new(value.itself(), label.itself())),
                _ => None,
            })
            .collect();
        return html! {
            <Select {id} label={control.text("label")} {choices} value={control.text("value")} {on_choose} />
        };
    }
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            on_choose.emit(input.value());
        }
    });
    html! {
        <div class="field wide">
            <label for={id.clone()}>{ control.text("label") }</label>
            <input {id} type="range" min="0" max="100" value={control.text("value")} {oninput} />
        </div>
    }
}

fn bar(bar: &Said) -> Html {
    let [from, to] = ["from", "to"].map(|end| bar.number(end).unwrap_or(0.0));
    let stroke = |at: f64, class: &'static str| {
        let at = at.to_string();
        html! { <line {class} x1={at.clone()} x2={at} y1="0" y2="20" /> }
    };
    html! {
        <>
            <span>{ bar.text("label") }</span>
            <svg viewBox="-4 0 1008 20" preserveAspectRatio="none">
                { for bar.number("zero").map(|at| stroke(at, "zero")) }
                <rect
                    class={bar.text("kind")}
                    x={from.to_string()}
                    y="4"
                    width={(to - from).max(1.0).to_string()}
                    height="12"
                />
                { for bar.number("at").map(|at| stroke(at, "at")) }
            </svg>
            <span>{ bar.text("text") }</span>
        </>
    }
}

fn numbers(table: &Said, show: &str, explain: &Callback<String>) -> Html {
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={table.text("caption")}>
            <table class="numbers">
                <caption>{ table.text("caption") }</caption>
                <thead>
                    <tr>for column in table.list("columns") { { column_head(&column.itself()) } }</tr>
                </thead>
                <tbody>{ for table.list("rows").iter().map(|line| row(line, show, explain)) }</tbody>
            </table>
        </div>
    }
}

fn row(line: &Said, show: &str, explain: &Callback<String>) -> Html {
    let inside = |cell: &Said| {
        let (text, id) = (cell.text("text"), cell.text("explain"));
        if id.is_empty() {
            return html! { { text } };
        }
        let onclick = explain.reform(move |_: MouseEvent| id.clone());
        html! { <button type="button" class="shown" title={show.to_owned()} {onclick}>{ text }</button> }
    };
    html! {
        <tr>
            <th scope="row">{ line.text("head") }</th>
            for cell in line.list("cells") {
                <td data-value={cell.number("value").map(|value| value.to_string())}>
                    { inside(&cell) }
                </td>
            }
        </tr>
    }
}

fn remarks(found: &Said) -> Html {
    let list = |texts: Vec<Said>| {
        html! {
            <ul>for text in texts { <li>{ text.itself() }</li> }</ul>
        }
    };
    html! {
        <>
            { list(found.list("notes")) }
            if !found.list("assumptions").is_empty() {
                <h3>{ found.text("assumed") }</h3>
                { list(found.list("assumptions")) }
            }
        </>
    }
}

/// The head of a column; above the heads of the rows there may be nothing to say.
fn column_head(text: &str) -> Html {
    match text {
        "" => html! { <td></td> },
        _ => html! { <th scope="col">{ text.to_owned() }</th> },
    }
}
