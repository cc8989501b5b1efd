//! Every printed claim of the report, held against the open data set.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::parts::same::Same;
use crate::app::parts::select::{Choice, Select};
use crate::app::shell::Handle;
use crate::data::Dataset;
use crate::measures::audit::claim::Place;
use crate::measures::audit::{Claim, Finding, Verdict, audit, claims, describe, report};
use crate::state::{Page, State, address};
use crate::text::{Lang, number, words};
use crate::web::session;

/// A claim and what came of it.
type Checked = (Claim, Finding);

/// The audit page.
#[component]
pub fn Audit() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let shown = use_state(String::new);
    let checked: Rc<Vec<Checked>> =
        use_memo(shell.dataset.clone().map(Same), |dataset| match dataset {
            Some(dataset) => check(&dataset.0),
            None => Vec::new(),
        });
    let Some(dataset) = shell.dataset.clone() else {
        return Html::default();
    };
    if checked.is_empty() {
        return html! { <p>{ words::audit_none(lang) }</p> };
    }
    let on_choose = {
        let shown = shown.clone();
        Callback::from(move |value| shown.set(value))
    };
    let tally = tally(&checked);
    let choices: Vec<Choice> = std::iter::once(Choice::new("", words::audit_all(lang)))
        .chain(tally.iter().map(|(verdict, count)| {
            let count = number::integer(*count as f64, lang);
            Choice::new(
                verdict.code(),
                format!("{} ({count})", report::verdict(verdict, lang)),
            )
        }))
        .collect();
    html! {
        <div class="audit">
            <div class="lead">
                <h1>{ words::page_audit(lang) }</h1>
                <p>{ words::audit_lead(lang) }</p>
            </div>
            <ul class="tally">
                for (verdict, count) in tally.iter() {
                    <li class={classes!("verdict", verdict.code())} data-count={count.to_string()}>
                        <b>{ number::integer(*count as f64, lang) }</b>
                        { " " }
                        { report::verdict(verdict, lang) }
                    </li>
                }
            </ul>
            <div class="controls">
                <Select
                    id="verdict"
                    label={words::audit_show(lang)}
                    {choices}
                    value={(*shown).clone()}
                    {on_choose}
                />
            </div>
            for (place, rows) in by_place(&checked, &shown) {
                <section key={describe::place(place, lang)}>
                    <h2>{ heading(&shell.state, place, lang) }</h2>
                    <div class="scroll">
                        <table class="claims">
                            <thead>
                                <tr>
                                    <th scope="col">{ words::audit_claim(lang) }</th>
                                    <th scope="col">{ words::audit_printed(lang) }</th>
                                    <th scope="col">{ words::audit_computed(lang) }</th>
                                    <th scope="col">{ words::audit_verdict(lang) }</th>
                                </tr>
                            </thead>
                            <tbody>
                                for (claim, finding) in rows {
                                    { line(claim, finding, &dataset, lang) }
                                }
                            </tbody>
                        </table>
                    </div>
                </section>
            }
        </div>
    }
}

/// Holds every claim of the publisher against a data set.
fn check(dataset: &Dataset) -> Vec<Checked> {
    let claims = session::claims()
        .and_then(|text| claims(&text).ok())
        .unwrap_or_default();
    let findings = audit(dataset, &claims);
    claims.into_iter().zip(findings).collect()
}

/// How many claims got each verdict, in the order in which verdicts are shown.
fn tally(checked: &[Checked]) -> Vec<(Verdict, usize)> {
    let mut tally: Vec<(Verdict, usize)> = Vec::new();
    for (_, finding) in checked {
        match tally
            .iter_mut()
            .find(|(known, _)| known.code() == finding.verdict.code())
        {
            Some((_, count)) => *count += 1,
            None => tally.push((finding.verdict.clone(), 1)),
        }
    }
    let order = [
        "holds",
        "differs",
        "inconsistent_in_source",
        "not_computable",
    ];
    tally.sort_by_key(|(verdict, _)| order.iter().position(|code| *code == verdict.code()));
    tally
}

/// The claims of each place, those with the verdict asked for.
fn by_place<'a>(checked: &'a [Checked], verdict: &str) -> Vec<(Place, Vec<&'a Checked>)> {
    let mut places: Vec<(Place, Vec<&Checked>)> = Vec::new();
    let asked = |row: &&Checked| verdict.is_empty() || row.1.verdict.code() == verdict;
    for row in checked.iter().filter(asked) {
        match places.iter_mut().find(|(place, _)| *place == row.0.figure) {
            Some((_, rows)) => rows.push(row),
            None => places.push((row.0.figure, vec![row])),
        }
    }
    places.sort_by_key(|(place, _)| place.figure().unwrap_or(u8::MAX));
    places
}

/// The place, as a link to the figure that shows it.
fn heading(state: &State, place: Place, lang: Lang) -> Html {
    let name = describe::place(place, lang);
    match place.figure() {
        Some(number) => {
            let page = Page::Report {
                figure: Some(number),
            };
            let href = address::write(&State {
                page,
                ..state.clone()
            });
            html! { <a {href}>{ name }</a> }
        }
        None => html! { { name } },
    }
}

fn line(claim: &Claim, finding: &Finding, dataset: &Dataset, lang: Lang) -> Html {
    let reason = match &finding.verdict {
        Verdict::NotComputable(reason) => report::reason(reason, Some(dataset), lang),
        _ => String::new(),
    };
    let failing: Vec<String> = match finding.verdict {
        Verdict::Differs if finding.parts.len() > 1 => finding
            .failing()
            .take(5)
            .map(|part| report::part(claim, part, Some(dataset), lang))
            .collect(),
        _ => Vec::new(),
    };
    html! {
        <tr key={claim.id.clone()} id={claim.id.clone()} data-verdict={finding.verdict.code()}>
            <td>
                { describe::sentence(claim, Some(dataset), lang) }
                if claim.judgement {
                    <span class="remark">{ words::audit_judgement(lang) }</span>
                }
                for line in finding.arithmetic.iter() {
                    <span class="sum">{ report::arithmetic(line, lang) }</span>
                }
                for part in failing {
                    <span class="remark">{ part }</span>
                }
            </td>
            <td>{ describe::printed(claim, lang) }</td>
            <td>{ report::computed(claim, finding, lang) }</td>
            <td>
                <span class={classes!("verdict", finding.verdict.code())}>
                    { report::verdict(&finding.verdict, lang) }
                </span>
                if !reason.is_empty() {
                    <span class="remark">{ reason }</span>
                }
            </td>
        </tr>
    }
}
