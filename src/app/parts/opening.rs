//! How far the reading of a large file is, with a way to give it up.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::shell::Handle;
use crate::protocol::progress::{Progress, Stage};
use crate::web::opening;
use text::{number, publish, words};

/// Nothing as long as no large file is being read.
#[component]
pub fn Opening() -> Html {
    let progress = use_state_eq(|| None::<Progress>);
    {
        let progress = progress.clone();
        use_effect_with((), move |()| {
            let setter = progress.setter();
            opening::listen(Rc::new(move |now| setter.set(now)));
        });
    }
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let Some(now) = &*progress else {
        return Html::default();
    };
    let lang = shell.lang();
    let megabytes = |bytes: f64| number::integer(bytes / 1e6, lang);
    let is_counted = now.total > 0.0;
    let told = match now.stage {
        Stage::Reading => words::opening_file(lang),
        Stage::Understanding => words::opening_understands(lang),
        Stage::Joining => words::opening_joins(lang),
        Stage::Writing => words::opening_writes(lang),
        Stage::Auditing => publish::auditing(lang),
    };
    html! {
        <section class="opening" aria-labelledby="opening-title">
            <p id="opening-title">
                { told }
                if !now.file.is_empty() {
                    { ": " }{ now.file.clone() }
                }
            </p>
            <progress
                aria-labelledby="opening-title"
                max={is_counted.then(|| now.total.to_string())}
                value={is_counted.then(|| now.done.to_string())}
            />
            if is_counted && now.stage != Stage::Auditing {
                <p class="quiet">
                    { words::read_of(lang, &megabytes(now.done), &megabytes(now.total)) }
                </p>
            }
            <button type="button" onclick={|_| opening::cancel()}>{ words::cancel(lang) }</button>
        </section>
    }
}
