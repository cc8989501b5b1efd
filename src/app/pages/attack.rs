//! Whether the tables that are open tell of the cells that they hide: what is asked, and what was found.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::parts::picker::tell;
use crate::app::shell::Handle;
use crate::web::{download, files, import};
use text::publish;
use view_models::attack::{Audited, Limits};

/// What is asked at first.
const USUAL: Limits = Limits {
    threshold: 3,
    interval: 3,
};

/// The part of the data page for those who publish.
#[component]
pub fn Audit() -> Html {
    let limits = use_state_eq(|| USUAL);
    let before = use_state(import::Files::new);
    // What was found holds for the data set and the choices that it was found of.
    let found = use_state(|| None::<Rc<Audited>>);
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let Some(dataset) = shell.dataset.clone() else {
        return Html::default();
    };
    {
        let found = found.setter();
        use_effect_with((dataset.id(), lang), move |_| found.set(None));
    }
    let number = |label: &'static str, id: &'static str, value: i64, set: fn(&mut Limits, i64)| {
        let (limits, found) = (limits.clone(), found.setter());
        let onchange = Callback::from(move |event: Event| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            let typed = input.as_ref().and_then(|input| input.value().parse().ok());
            let mut now = *limits;
            if let Some(typed) = typed.filter(|typed| (1..=1000).contains(typed)) {
                set(&mut now, typed);
                limits.set(now);
                found.set(None);
            } else if let Some(input) = input {
                input.set_value(&value.to_string());
            }
        });
        html! {
            <div class="field">
                <label for={id}>{ label }</label>
                <input type="number" {id} min="1" max="1000" value={value.to_string()} {onchange} />
            </div>
        }
    };
    let on_before = {
        let (before, found) = (before.setter(), found.setter());
        Callback::from(move |event: Event| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            let list = input.and_then(|input| input.files());
            before.set(list.map(|list| files::of_list(&list)).unwrap_or_default());
            found.set(None);
        })
    };
    let begin = {
        let (dispatcher, setter) = (shell.dispatcher(), found.setter());
        let (limits, before, dataset) = (*limits, (*before).clone(), dataset.clone());
        Callback::from(move |_: MouseEvent| {
            let (dispatcher, setter) = (dispatcher.clone(), setter.clone());
            let (before, dataset) = (before.clone(), dataset.clone());
            setter.set(None);
            spawn_local(async move {
                match import::audit(&dataset, &before, limits, lang).await {
                    Ok(found) => setter.set(Some(Rc::new(found))),
                    Err(unreadable) => tell(&dispatcher, unreadable),
                }
            });
        })
    };
    html! {
        <section class="audit-package" id="audit-package">
            <h2>{ publish::audit_title(lang) }</h2>
            <p>{ publish::audit_lead(lang) }</p>
            <div class="controls question">
                { number(publish::audit_threshold(lang), "audit-threshold", limits.threshold, |limits, typed| {
                    limits.threshold = typed;
                }) }
                { number(publish::audit_interval(lang), "audit-interval", limits.interval, |limits, typed| {
                    limits.interval = typed;
                }) }
                <div class="field">
                    <label for="audit-before">{ publish::audit_before(lang) }</label>
                    <input type="file" id="audit-before" multiple=true onchange={on_before} />
                </div>
            </div>
            <p><button type="button" id="audit-begin" onclick={begin}>{ publish::audit_begin(lang) }</button></p>
            if let Some(found) = &*found {
                <div id="audit-found" role="status">
                    if !found.counts.is_empty() {
                        <div class="scroll">
                            <table>
                                <tbody>
                                    for (word, count) in found.counts.iter() {
                                        <tr>
                                            <th scope="row">{ word.clone() }</th>
                                            <td class="count">{ count.clone() }</td>
                                        </tr>
                                    }
                                </tbody>
                            </table>
                        </div>
                    }
                    <ul>
                        for line in found.lines.iter() {
                            <li>{ line.clone() }</li>
                        }
                    </ul>
                    if !found.values.is_empty() {
                        <p>
                            { save(found, &dataset.name, "json", publish::audit_save_json(lang)) }
                            { save(found, &dataset.name, "csv", publish::audit_save_csv(lang)) }
                        </p>
                    }
                </div>
            }
        </section>
    }
}

/// A button that saves what was found in a form.
fn save(found: &Rc<Audited>, name: &str, form: &'static str, label: &'static str) -> Html {
    let (found, name) = (found.clone(), format!("{name}-audit.{form}"));
    let onclick = Callback::from(move |_: MouseEvent| {
        let text = match form {
            "csv" => found.csv(),
            _ => found.json(),
        };
        if let Ok(blob) = files::of_bytes(text.as_bytes()) {
            let _ = download::save(&blob, &name);
        }
    });
    html! { <button type="button" id={format!("audit-{form}")} {onclick}>{ label }</button> }
}
