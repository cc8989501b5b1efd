//! What went well, and everything that was wrong with a file.

use yew::prelude::*;

use crate::app::shell::{Event, Handle};
use crate::text::{problems as problem_words, words};

/// The last message, or the problems of the last files.
#[component]
pub fn Messages() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let dispatcher = shell.dispatcher();
    let dismiss = Callback::from(move |_: MouseEvent| dispatcher.dispatch(Event::Dismiss));
    html! {
        <>
            <div role="status" class="said">
                if let Some(message) = &shell.message {
                    <p>
                        { message.clone() }
                        { " " }
                        <button type="button" class="plain" onclick={dismiss.clone()}>
                            { words::close(lang) }
                        </button>
                    </p>
                }
            </div>
            <div role="alert">
                if !shell.problems.is_empty() {
                    <section class="problems" id="problems">
                        <h2>{ words::problems_title(lang) }</h2>
                        <p>{ words::problems_kept(lang) }</p>
                        <div class="scroll">
                            <table>
                                <thead>
                                    <tr>
                                        <th scope="col">{ words::problem_where(lang) }</th>
                                        <th scope="col">{ words::problem_found(lang) }</th>
                                        <th scope="col">{ words::problem_expected(lang) }</th>
                                        <th scope="col">{ words::problem_remedy(lang) }</th>
                                    </tr>
                                </thead>
                                <tbody>
                                    for problem in shell.problems.iter() {
                                        <tr>
                                            <td>{ problem.place(lang) }</td>
                                            <td><code>{ problem.found.clone() }</code></td>
                                            <td>{ problem.expected(lang) }</td>
                                            <td>
                                                { problem.remedy(lang) }
                                                if problem.repeats > 0 {
                                                    { " " }
                                                    { problem_words::repeats(lang, problem.repeats) }
                                                }
                                            </td>
                                        </tr>
                                    }
                                </tbody>
                            </table>
                        </div>
                        <button type="button" onclick={dismiss}>{ words::close(lang) }</button>
                    </section>
                }
            </div>
        </>
    }
}
