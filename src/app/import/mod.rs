//! Files of other forms on their way to become data: what was understood, what each column
//! means, and what comes of it. Every word and every choice comes from the desk; here they are only
//! drawn.

mod again;

pub use again::Again;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::parts::messages::problem_table;
use crate::app::parts::picker::tell;
use crate::app::parts::select::{Choice, Select};
use crate::app::shell::{Event as ShellEvent, Handle, Shell};
use crate::web::{download, files, import, session};
use state::{Action, View};
use text::{mapping as wording, words};
use view_models::import::wizard::{Card, Control, Wizard};

/// The files that are on their way, when there are any.
#[component]
pub fn Import() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let dispatcher = shell.dispatcher();
    {
        let dispatcher = dispatcher.clone();
        let is_open = shell.import.is_some();
        use_effect_with(lang, move |&lang| {
            if is_open {
                show(dispatcher, import::now(lang));
            }
        });
    }
    let Some(wizard) = shell.import.clone() else {
        return Html::default();
    };
    let on_set = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |(id, value): (String, String)| {
            show(dispatcher.clone(), import::set(id, value, lang));
        })
    };
    let on_add = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
                return;
            };
            let list = input.files().map(|list| files::of_list(&list));
            input.set_value("");
            let list = list.unwrap_or_default();
            show(dispatcher.clone(), async move {
                import::lay(&list, true, lang).await
            });
        })
    };
    let on_use = {
        let shell = shell.clone();
        Callback::from(move |_: MouseEvent| show_result(&shell))
    };
    let on_save = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |_: MouseEvent| {
            let dispatcher = dispatcher.clone();
            spawn_local(async move {
                match import::zipped().await {
                    Ok(made) => {
                        for (name, blob) in made {
                            let _ = download::save(&blob, &name);
                        }
                    }
                    Err(nothing) => tell(&dispatcher, nothing.into()),
                }
            });
        })
    };
    let on_cancel = Callback::from(move |_: MouseEvent| {
        import::put_away();
        dispatcher.dispatch(ShellEvent::Import(None));
    });
    let button = |place: usize| wizard.buttons.get(place).cloned().unwrap_or_default();
    html! {
        <section class="import" id="import">
            <h2>{ wizard.heading.clone() }</h2>
            <p>{ wizard.lead.clone() }</p>
            if !wizard.story.is_empty() {
                <ul class="story" id="import-story">
                    for line in wizard.story.iter() {
                        <li>{ line.clone() }</li>
                    }
                </ul>
            }
            if !wizard.questions.is_empty() {
                <section class="card questions" id="import-questions">
                    <h3>{ wording::asks(lang) }</h3>
                    <div class="controls">
                        for shown in wizard.questions.iter() {
                            { question(shown, &on_set) }
                        }
                    </div>
                </section>
            }
            for (place, shown) in wizard.cards.iter().enumerate() {
                { card(place, shown, &on_set) }
            }
            if !wizard.problems.is_empty() {
                <div role="alert" class="problems" id="problems">
                    if wizard.cards.is_empty() {
                        <h2>{ words::problems_title(lang) }</h2>
                        <p>{ words::problems_kept(lang) }</p>
                    }
                    { problem_table(lang, &wizard.problems) }
                </div>
            }
            <p class="import-buttons">
                if wizard.cards.is_empty() {
                    <button type="button" onclick={on_cancel}>{ words::close(lang) }</button>
                } else {
                    <button
                        type="button"
                        id="import-use"
                        class={wizard.has_rate.then_some("button")}
                        disabled={!wizard.ready}
                        onclick={on_use}
                    >
                        { button(0) }
                    </button>
                    <label class={classes!("button", wizard.has_rate.then_some("second"))} for="import-add">
                        { button(1) }
                    </label>
                    <input id="import-add" class="for-readers" type="file" multiple=true onchange={on_add} />
                    <button type="button" id="import-save" disabled={!wizard.ready} onclick={on_save}>
                        { button(2) }
                    </button>
                    <button type="button" onclick={on_cancel}>{ button(3) }</button>
                }
            </p>
        </section>
    }
}

fn card(place: usize, card: &Card, on_set: &Callback<(String, String)>) -> Html {
    html! {
        <section class="card" id={format!("import-card-{place}")}>
            <h3>{ card.heading.clone() }</h3>
            <ul>
                for line in card.lines.iter() {
                    <li>{ line.clone() }</li>
                }
            </ul>
            <div class="controls">
                for shown in card.controls.iter() {
                    { control(shown, on_set) }
                }
            </div>
            if let Some((head, rows)) = card.rows.split_first() {
                <div class="scroll">
                    <table>
                        <thead>
                            <tr>
                                for name in head.iter() {
                                    <th scope="col">{ name.clone() }</th>
                                }
                            </tr>
                        </thead>
                        <tbody>
                            for row in rows.iter() {
                                <tr>
                                    for cell in row.iter() {
                                        <td>{ cell.clone() }</td>
                                    }
                                </tr>
                            }
                        </tbody>
                    </table>
                </div>
            }
        </section>
    }
}

/// A question above the cards; the control of the same choice further down has an id of its own.
fn question(asked: &Control, on_set: &Callback<(String, String)>) -> Html {
    html! {
        <div class="question">
            { select(asked, format!("ask-{}", asked.id.replace('.', "-")), on_set) }
        </div>
    }
}

fn control(control: &Control, on_set: &Callback<(String, String)>) -> Html {
    select(
        control,
        format!("import-{}", control.id.replace('.', "-")),
        on_set,
    )
}

fn select(control: &Control, name: String, on_set: &Callback<(String, String)>) -> Html {
    let choices: Vec<Choice> = control
        .options
        .iter()
        .filter_map(|option| Some(Choice::new(option.first()?.clone(), option.last()?.clone())))
        .collect();
    let id = control.id.clone();
    html! {
        <Select
            key={control.id.clone()}
            id={name}
            label={control.label.clone()}
            {choices}
            value={control.value.clone()}
            on_choose={on_set.reform(move |value| (id.clone(), value))}
        />
    }
}

/// Shows what lies on the desk, once that is known.
fn show(
    dispatcher: UseReducerDispatcher<Shell>,
    coming: impl Future<Output = Result<Wizard, import::Nothing>> + 'static,
) {
    spawn_local(async move {
        match coming.await {
            Ok(wizard) => dispatcher.dispatch(ShellEvent::Import(Some(wizard))),
            Err(nothing) => tell(&dispatcher, nothing.into()),
        }
    });
}

/// Opens what the files become and shows it as a figure.
fn show_result(shell: &Handle) {
    let dispatcher = shell.dispatcher();
    spawn_local(async move {
        let opened = match import::made().await {
            Ok(made) => session::open_made(&made).await,
            Err(nothing) => Err(nothing.into()),
        };
        let dataset = match opened {
            Ok(dataset) => dataset,
            Err(why) => return tell(&dispatcher, why),
        };
        import::put_away();
        dispatcher.dispatch(ShellEvent::Import(None));
        let view = View {
            split: String::new(),
            ..View::default()
        };
        dispatcher.dispatch(ShellEvent::Act(Action::Ask(Box::new(
            view.suited(&dataset),
        ))));
    });
}
