//! The front page: what the open data set tells.

use std::rc::Rc;

use yew::prelude::*;

use super::spark::Spark;
use crate::app::parts::figure::FigureView;
use crate::app::parts::linked_text;
use crate::app::parts::ptr_eq::Same;
use crate::app::parts::scheduled::{use_in_steps, waits};
use crate::app::shell::Handle;
use measures::DEFAULT_LEVEL;
use state::{Page, State, View, address};
use text::{overview as said, words};
use view_models::overview::{KeyNumber, LEAD_HEIGHT, Overview, PART_HEIGHT, Part, STEPS};

/// Where the first answer stands in the document.
const ANSWER: &str = "answer";

/// The overview page.
#[component]
pub fn OverviewPage() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let deps = (shell.dataset.clone().map(Same), lang);
    let overview = use_in_steps(
        waits(shell.dataset.as_ref()),
        deps,
        STEPS,
        |overview: &mut Overview, step, (dataset, lang)| {
            if let Some(dataset) = dataset {
                overview.take(step, &dataset.0, *lang);
            }
        },
    );
    let title = shell.dataset.as_ref();
    let title = title.map(|dataset| dataset.title.get(lang).to_owned());
    let is_told = |overview: &Overview, is_whole| is_whole || overview.lead.is_some();
    let overview = overview.filter(|(told, is_whole)| is_told(told, *is_whole));
    let overview = overview.filter(|_| shell.dataset.is_some());
    let Some((overview, _)) = overview else {
        return html! {
            <div class="overview">
                <div class="hero"><div class="hero-words"><h1>{ title }</h1></div></div>
            </div>
        };
    };
    let link = |page: Page| {
        let dataset = match page {
            Page::Report { .. } => super::dataset_for(&shell, page),
            _ => shell.state.dataset.clone(),
        };
        address::write(&State {
            page,
            dataset,
            ..shell.state.clone()
        })
    };
    html! {
        <div class="overview">
            <div class="hero">
                <div class="hero-words">
                    <h1>{ title }</h1>
                    if let Some(lead) = &overview.lead {
                        <p class="answer" id={ANSWER}>
                            { linked_text::said(&shell, &lead.pieces, DEFAULT_LEVEL, &mut Vec::new()) }
                        </p>
                        if !lead.left_out.is_empty() {
                            <p class="left-out">{ lead.left_out.clone() }</p>
                        }
                    } else {
                        <p class="answer">{ said::nothing(lang) }</p>
                    }
                </div>
                if let Some(lead) = &overview.lead {
                    <div class="hero-figure">
                        <FigureView spec={Rc::new(lead.spec.clone())} told_by={ANSWER} height={LEAD_HEIGHT} />
                    </div>
                }
                <div class="hero-more">
                    <dl class="key-numbers">
                        for key in overview.keys.iter() {
                            { key_number(&shell, key) }
                        }
                    </dl>
                    <p class="hero-links">
                        <a class="button" href={link(Page::Explore)}>{ words::explore_all(lang) }</a>
                        <a href={link(Page::Data)}>{ words::page_data(lang) }</a>
                        <a href={link(Page::Report { figure: None })}>{ words::report_all(lang) }</a>
                    </p>
                </div>
            </div>
            if !overview.parts.is_empty() {
                <h2>{ said::questions_title(lang) }</h2>
                <div class="parts">
                    for part in overview.parts.iter() {
                        if part.spark.is_empty() {
                            <FigureView
                                key={part.spec.id.clone()}
                                spec={Rc::new(part.spec.clone())}
                                question={part.question.clone()}
                                said={part.pieces.clone()}
                                left_out={part.left_out.clone()}
                                // A map is as high as it is wide.
                                height={(!part.spec.is_map()).then_some(PART_HEIGHT)}
                            />
                        } else {
                            { card(&shell, part) }
                        }
                    }
                </div>
            }
        </div>
    }
}

/// A number that stands by itself.
fn key_number(shell: &Handle, key: &KeyNumber) -> Html {
    let numbers = key.number.iter().cloned().collect();
    html! {
        <div key={key.caption.clone()}>
            <dt>{ key.caption.clone() }</dt>
            <dd>{ linked_text::shown(shell, &key.value, numbers, DEFAULT_LEVEL) }</dd>
        </div>
    }
}

/// A question whose answer needs a small line only.
fn card(shell: &Handle, part: &Part) -> Html {
    let explore = address::write(&State {
        page: Page::Explore,
        view: View::of_spec(&part.spec).unwrap_or_default(),
        ..shell.state.clone()
    });
    html! {
        <section class="figure card" key={part.spec.id.clone()} id={part.spec.id.clone()}>
            <h2 class="question">{ part.question.clone() }</h2>
            <p class="sentence">
                { linked_text::said(shell, &part.pieces, DEFAULT_LEVEL, &mut Vec::new()) }
            </p>
            if !part.left_out.is_empty() {
                <p class="left-out">{ part.left_out.clone() }</p>
            }
            <Spark values={part.spark.clone()} />
            <p class="figure-links"><a href={explore}>{ words::row_explore(shell.lang()) }</a></p>
        </section>
    }
}
