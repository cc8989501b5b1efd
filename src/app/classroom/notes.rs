//! What a teacher wants to know of a task.

use yew::prelude::*;

use crate::app::parts::ptr_eq::Same;
use crate::app::shell::Handle;
use tasks::Prepared;
use tasks::aims::Aim;
use text::tasks as words;

/// Properties of [`Notes`].
#[derive(Properties, PartialEq)]
pub struct NotesProps {
    /// The task.
    pub prepared: Same<Prepared>,
    /// Aims of the curriculum.
    pub aims: Same<Vec<Aim>>,
}

/// Minutes, questions, misconception, aims, advice.
#[component]
pub fn Notes(props: &NotesProps) -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let prepared = &props.prepared.0;
    let (lang, teacher) = (prepared.lang, &prepared.teacher);
    let aim = |code: &String| {
        let Some(aim) = props.aims.0.iter().find(|aim| aim.code == *code) else {
            return html! { <li>{ code.clone() }</li> };
        };
        let checked = words::checked(lang, &aim.checked_in(lang));
        html! {
            <li>
                { format!("{}: {} (", aim.subject.get(lang), aim.about.get(lang)) }
                <a href={aim.source()} rel="noopener">{ code.clone() }</a>
                { format!(", {checked})") }
            </li>
        }
    };
    let part = |label: &'static str, text: &str| {
        let text = text.to_owned();
        html! {
            if !text.is_empty() {
                <div><dt>{ label }</dt><dd>{ text }</dd></div>
            }
        }
    };
    let is_synthetic = shell
        .dataset
        .as_ref()
        .is_some_and(|dataset| dataset.synthetic);
    let real = match is_synthetic {
        true => words::real_synthetic(lang),
        false => words::real_published(lang),
    };
    html! {
        <dl class="definitions">
            if teacher.minutes > 0 {
                <div><dd>{ words::minutes(lang, &teacher.minutes.to_string()) }</dd></div>
            }
            { part(words::before(lang), teacher.before.get(lang)) }
            { part(words::misconception(lang), teacher.misconception.get(lang)) }
            { part(words::after(lang), teacher.after.get(lang)) }
            <div>
                <dt>{ words::faq(lang) }</dt>
                for (question, answer) in teacher.faq.iter() {
                    <dd><b>{ question.get(lang).to_owned() }</b>{ " " }{ answer.get(lang).to_owned() }</dd>
                }
                <dd><b>{ words::are_they_real(lang) }</b>{ " " }{ real }</dd>
            </div>
            if !teacher.aims.is_empty() {
                <div>
                    <dt>{ words::aim(lang) }</dt>
                    <dd><ul>{ for teacher.aims.iter().map(aim) }</ul></dd>
                </div>
            }
            <div><dd>{ words::care(lang) }</dd></div>
        </dl>
    }
}
