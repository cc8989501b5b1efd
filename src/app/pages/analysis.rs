//! Comparisons and what lies behind them.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::on_demand::{Chunk, Wanted, on_demand};
use crate::app::parts::arithmetic::Arithmetic;
use crate::app::parts::control;
use crate::app::parts::folded::Folded;
use crate::app::parts::linked_text;
use crate::app::parts::panel_tabs::FigurePanels;
use crate::app::parts::ptr_eq::Same;
use crate::app::parts::share::Share;
use crate::app::shell::{Event as ShellEvent, Handle};
use crate::web::page;
use ::tasks::file::Place;
use figures::numbers::Spot;
use state::Action;
use text::{tasks, words};
use view_models::analyses;
use view_models::analyses::page::{AnalysisPage, Asked, Cell, Control, Line, Table};

/// The page of analyses.
#[component]
pub fn Analysis() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let asked = shell.state.analysis.clone();
    let told = use_state(|| None);
    let opens_choices = *use_state(page::has_room_for_choices);
    let found = {
        let key = (shell.dataset.clone().map(Same), lang, asked.clone());
        use_memo(key, |(dataset, lang, asked)| {
            let dataset = dataset.as_ref()?;
            let (page, figure) = analyses::with_figure(&dataset.0, asked, *lang);
            Some((page, figure.map(Rc::new)))
        })
    };
    let Some((found, figure)) = found.as_ref() else {
        return Html::default();
    };
    let found_figure = figure.clone();
    // The kind and what it is of; the rest is how.
    let (main, further) = found.controls.split_at(found.controls.len().min(2));
    let choose = {
        let (dispatcher, asked) = (shell.dispatcher(), asked.clone());
        Callback::from(move |choice| {
            let next = with(&asked, choice);
            dispatcher.dispatch(ShellEvent::Act(Action::Analyse(next)));
        })
    };
    let explain = {
        let (told, dataset, asked) = (told.clone(), shell.dataset.clone(), asked.clone());
        Callback::from(move |id: String| {
            let dataset = dataset.as_ref();
            told.set(dataset.and_then(|dataset| analyses::explanation(dataset, &asked, &id, lang)));
        })
    };
    let on_open = found_figure.clone().map(|figure| {
        let (dataset, asked, told) = (shell.dataset.clone(), asked.clone(), told.clone());
        Callback::from(move |spot: Spot| {
            let found = dataset.as_ref().and_then(|dataset| {
                analyses::explanation_at(dataset, &asked, (&figure, spot), lang)
            });
            told.set(found);
        })
    });
    let on_close = {
        let told = told.clone();
        Callback::from(move |()| told.set(None))
    };
    html! {
        <div class="analysis">
            <div class="lead">
                <h1>{ found.title.clone() }</h1>
            </div>
            <div class="controls drawer">
                <div class="question main">{ for main.iter().map(|control| field(control, &choose)) }</div>
                if !further.is_empty() {
                    <details class="more-choices" open={opens_choices}>
                        <summary>{ words::method_choices(lang) }</summary>
                        <div class="question">{ for further.iter().map(|control| field(control, &choose)) }</div>
                    </details>
                }
            </div>
            <div role="status" aria-live="polite">
                // A figure has the question as its title.
                <h2 class={found_figure.is_some().then_some("for-readers")}>{ found.question.clone() }</h2>
                <p class="answer" id="analysis-answer">
                    { linked_text::leading(&shell, &found.said, &found.show, &explain) }
                </p>
            </div>
            if let Some(figure) = found_figure {
                <article class="figure" id={figure.id.clone()}>
                    <FigurePanels
                        figure={Same(figure.clone())}
                        ground={shell.ground()}
                        described_by="analysis-answer"
                        {on_open}
                    />
                    <div class="for-readers">
                        for remark in figure.sheet.footer.iter() {
                            <p>{ remark.clone() }</p>
                        }
                    </div>
                    <div class="figure-row">
                        <Share
                            figure={Same(figure.clone())}
                            state={shell.state.clone()}
                            tables={found.tables.iter().map(|table| table.caption.clone()).collect::<Vec<_>>()}
                        />
                        <Folded class="make-task" summary={tasks::make(lang)} make={task(&asked, &figure.id)} />
                    </div>
                </article>
            }
            { for found.tables.iter().map(|table| numbers(&shell, table, found, &explain)) }
            { remarks(found) }
            <Arithmetic told={(*told).clone()} {on_close} />
        </div>
    }
}

/// The editor of a task of the analysis.
fn task(asked: &Asked, id: &str) -> Callback<(), Html> {
    let (of, id) = (Place::Analysis(asked.clone()), id.to_owned());
    Callback::from(move |()| on_demand(Chunk::Classroom, Wanted::Make(of.clone(), id.clone())))
}

/// The choices with another one; another kind begins anew and keeps the level.
pub(super) fn with(asked: &Asked, (name, value): (String, String)) -> Asked {
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

fn field(control: &Control, choose: &Callback<(String, String)>) -> Html {
    control::field(control, "choice", choose, |id, label, value, oninput| {
        html! {
            <div class="field wide">
                <label for={id.clone()}>{ label }</label>
                <input {id} type="range" min="0" max="100" {value} {oninput} />
            </div>
        }
    })
}

fn numbers(shell: &Handle, table: &Table, page: &AnalysisPage, explain: &Callback<String>) -> Html {
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={table.caption.clone()}>
            <table class="numbers">
                <caption>{ table.caption.clone() }</caption>
                <thead>
                    <tr>for column in table.columns.iter() { { column_head(shell, column) } }</tr>
                </thead>
                <tbody>{ for table.rows.iter().map(|line| row(shell, line, page, explain)) }</tbody>
            </table>
        </div>
    }
}

fn row(shell: &Handle, line: &Line, page: &AnalysisPage, explain: &Callback<String>) -> Html {
    let inside = |cell: &Cell| {
        let text = cell.text.clone();
        let Some(id) = cell.explain.clone() else {
            let number = cell.number.iter().cloned().collect();
            return linked_text::shown(shell, &text, number, page.level);
        };
        linked_text::opens(&text, &page.show, &explain.reform(move |()| id.clone()))
    };
    html! {
        <tr>
            <th scope="row">{ line.head.clone() }</th>
            for cell in line.cells.iter() {
                <td data-value={cell.value.map(|value| value.to_string())}>
                    { inside(cell) }
                </td>
            }
        </tr>
    }
}

fn remarks(found: &AnalysisPage) -> Html {
    let list = |texts: &[String]| {
        html! {
            <ul>for text in texts { <li>{ text.clone() }</li> }</ul>
        }
    };
    html! {
        <>
            { list(&found.notes) }
            if !found.assumptions.is_empty() {
                <h3>{ found.assumed.clone() }</h3>
                { list(&found.assumptions) }
            }
        </>
    }
}

/// The head of a column; above the heads of the rows there may be nothing to say.
fn column_head(shell: &Handle, text: &str) -> Html {
    match text {
        "" => html! { <td></td> },
        _ => html! { <th scope="col">{ linked_text::worded(shell, text) }</th> },
    }
}
