//! Every printed claim of the report, held against the open data set.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::parts::linked_text;
use crate::app::parts::ptr_eq::Same;
use crate::app::parts::select::{Choice, Select};
use crate::app::shell::Handle;
use crate::web::session;
use claims::AuditLine;
use measures::DEFAULT_LEVEL;
use state::{Page, State, address};
use text::{Lang, number, words};

/// The verdicts in the order in which they are shown.
const VERDICTS: [&str; 4] = [
    "holds",
    "differs",
    "inconsistent_in_source",
    "not_computable",
];

/// The audit page.
#[component]
pub fn Audit() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    use_effect_with((), |()| {
        wasm_bindgen_futures::spawn_local(session::bring_claims(claims::claims))
    });
    let shown = use_state(String::new);
    let sought = use_state(String::new);
    let dataset = shell.dataset.clone().map(Same);
    let findings = use_memo((dataset.clone(), shell.claims.clone()), |key| match key {
        (Some(dataset), Some(Ok(claims))) => Some(claims::audit(&dataset.0, &claims.0)),
        _ => None,
    });
    let lines = use_memo(
        (dataset, shell.claims.clone(), Same(findings), lang),
        |(dataset, claims, findings, lang)| match (dataset, claims, findings.0.as_ref()) {
            (Some(dataset), Some(Ok(claims)), Some(findings)) => {
                Some(claims::lines(&dataset.0, &claims.0, findings, *lang))
            }
            _ => None,
        },
    );
    let on_choose = {
        let shown = shown.clone();
        Callback::from(move |value| shown.set(value))
    };
    let on_seek = {
        let sought = sought.setter();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                sought.set(input.value());
            }
        })
    };
    let Some(lines) = lines.as_ref() else {
        return match &shell.claims {
            Some(Err(said)) => html! {
                <p class="absent">{ words::audit_failed(lang) }{ " " }<code>{ said.to_string() }</code></p>
            },
            None if session::awaits_claims() => html! { <p>{ words::loading(lang) }</p> },
            _ => html! { <p>{ words::audit_none(lang) }</p> },
        };
    };
    let tally: Vec<(&AuditLine, String)> = VERDICTS
        .iter()
        .filter_map(|verdict| {
            let of_it = || lines.iter().filter(|line| line.verdict == *verdict);
            Some((
                of_it().next()?,
                number::integer(of_it().count() as f64, lang),
            ))
        })
        .collect();
    let choices: Vec<Choice> = std::iter::once(Choice::new("", words::audit_all(lang)))
        .chain(tally.iter().map(|(line, count)| {
            Choice::new(line.verdict, format!("{} ({count})", line.verdict_words))
        }))
        .collect();
    let found = by_place(lines, &shown, &sought);
    let count: usize = found.iter().map(|(_, rows)| rows.len()).sum();
    let is_asked = !shown.is_empty() || !sought.trim().is_empty();
    html! {
        <div class="audit">
            <div class="lead">
                <h1>{ words::page_audit(lang) }</h1>
                <p>{ words::audit_lead(lang) }</p>
                if let Some(dataset) = shell.dataset.as_ref().filter(|dataset| dataset.own) {
                    <p class="own-audit">{ words::audit_own(lang, dataset.title.get(lang)) }</p>
                }
            </div>
            <ul class="tally">
                for (line, count) in tally.iter() {
                    <li class={classes!("verdict", line.verdict)}>
                        <b>{ count.clone() }</b>
                        { " " }
                        { line.verdict_words }
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
                <div class="field">
                    <label for="seek-claims">{ words::audit_seek(lang) }</label>
                    <input
                        id="seek-claims"
                        type="search"
                        autocomplete="off"
                        value={(*sought).clone()}
                        oninput={on_seek}
                    />
                </div>
            </div>
            <p class="quiet" role="status">
                if is_asked {
                    { words::audit_found(lang, &number::integer(count as f64, lang)) }
                }
            </p>
            for (first, rows) in found {
                <details class="audit-place" key={first.place.clone()} open={is_asked}>
                    <summary>
                        <h2>{ first.place.clone() }</h2>
                        { " " }
                        { counts(&rows, lang) }
                    </summary>
                    { to_figure(&shell.state, first) }
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
                                for line in rows {
                                    { row(&shell, line, words::audit_judgement(lang)) }
                                }
                            </tbody>
                        </table>
                    </div>
                </details>
            }
        </div>
    }
}

/// How the claims of a place came out.
fn counts(rows: &[&AuditLine], lang: Lang) -> Html {
    let counted = VERDICTS.iter().filter_map(|verdict| {
        let of_it = || rows.iter().filter(|line| line.verdict == *verdict);
        let words = of_it().next()?.verdict_words;
        let count = number::integer(of_it().count() as f64, lang);
        Some(html! { <span class={classes!("verdict", *verdict)}>{ format!("{count} {words}") }</span> })
    });
    counted.collect()
}

/// The claims of each place, those with the verdict and the words asked for; the first of each names the place.
fn by_place<'a>(
    lines: &'a [AuditLine],
    verdict: &str,
    sought: &str,
) -> Vec<(&'a AuditLine, Vec<&'a AuditLine>)> {
    let mut places: Vec<(&AuditLine, Vec<&AuditLine>)> = Vec::new();
    let sought = sought.to_lowercase();
    let asked = |line: &&AuditLine| {
        let said = [
            &line.id,
            &line.place,
            &line.claim,
            &line.printed,
            &line.computed,
        ];
        let said = said.map(|text| text.to_lowercase());
        let mut words = sought.split_whitespace();
        (verdict.is_empty() || line.verdict == verdict)
            && words.all(|word| said.iter().any(|text| text.contains(word)))
    };
    // Figures in their order, then the text and the appendix.
    for figure in (1..=18).map(Some).chain([None]) {
        for line in lines
            .iter()
            .filter(asked)
            .filter(|line| line.figure == figure)
        {
            match places
                .iter_mut()
                .find(|(first, _)| first.place == line.place)
            {
                Some((_, rows)) => rows.push(line),
                None => places.push((line, vec![line])),
            }
        }
    }
    places
}

/// A link to the figure that shows a place.
fn to_figure(state: &State, line: &AuditLine) -> Html {
    match line.figure {
        Some(number) => {
            let page = Page::Report {
                figure: Some(number),
            };
            let href = address::write(&State {
                page,
                ..state.clone()
            });
            html! { <p><a {href}>{ words::figure_number(state.lang, number) }</a></p> }
        }
        None => Html::default(),
    }
}

fn row(shell: &Handle, line: &AuditLine, judgement: &'static str) -> Html {
    html! {
        <tr key={line.id.clone()} id={line.id.clone()} data-verdict={line.verdict}>
            <td>
                { line.claim.clone() }
                if line.judgement {
                    <span class="remark">{ judgement }</span>
                }
                for sum in line.arithmetic.iter() {
                    <span class="sum">{ sum.clone() }</span>
                }
                for part in line.failing.iter() {
                    <span class="remark">{ part.clone() }</span>
                }
            </td>
            <td>{ line.printed.clone() }</td>
            <td>{ computed(shell, line) }</td>
            <td>
                <span class={classes!("verdict", line.verdict)}>
                    { line.verdict_words }
                </span>
                if !line.reason.is_empty() {
                    <span class="remark">{ line.reason.clone() }</span>
                }
            </td>
        </tr>
    }
}

/// What was computed, which opens the numbers it rests on.
fn computed(shell: &Handle, line: &AuditLine) -> Html {
    let numbers = match line.computed.is_empty() {
        true => Vec::new(),
        false => line.numbers.clone(),
    };
    linked_text::shown(shell, &line.computed, numbers, DEFAULT_LEVEL)
}
