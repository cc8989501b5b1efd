//! What was decided when the open data were made of foreign files, to be decided again for new ones.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::shell::Handle;
use crate::web::{files, import};
use ::import::mapping::saved_mapping::Mapping;
use data::open::MAPPING;
use text::{mapping as words, terms};

use super::show;

/// The mapping of the open data, when they have one.
#[component]
pub fn Again() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let text = shell
        .dataset
        .as_ref()
        .map(|dataset| dataset.mapping.clone());
    let Some(text) = text.filter(|text| !text.is_empty()) else {
        return Html::default();
    };
    let mapping = Mapping::parse(&text).unwrap_or_default();
    let onchange = {
        let dispatcher = shell.dispatcher();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
                return;
            };
            let mut list = input
                .files()
                .map(|list| files::of_list(&list))
                .unwrap_or_default();
            input.set_value("");
            if let Ok(own) = files::of_texts(vec![(MAPPING.to_owned(), text.clone())]) {
                list.extend(own);
            }
            show(dispatcher.clone(), async move {
                import::lay(&list, false, lang).await
            });
        })
    };
    let becomes = |name: &str, value: &str| match name {
        "" if value.is_empty() => words::left_out(lang).to_owned(),
        "" => [words::left_out(lang), " (", value, ")"].concat(),
        name => {
            let name = match data::contract::measure_domain(name) {
                Some(_) => terms::measure(lang, name),
                None => terms::dimension(lang, name),
            };
            if value.is_empty() {
                name
            } else {
                [&name, " × ", value].concat()
            }
        }
    };
    html! {
        <div class="again">
            <h3>{ words::again_title(lang) }</h3>
            <p>{ words::again_text(lang) }</p>
            <p>
                <label class="button second" for="again">{ words::again_button(lang) }</label>
                <input id="again" class="for-readers" type="file" multiple=true {onchange} />
            </p>
            <details>
                <summary>{ words::again_shown(lang) }</summary>
                <ul>
                    for role in mapping.roles.iter() {
                        <li>{ role.column.clone() }{ ": " }{ becomes(&role.becomes, &role.value) }</li>
                    }
                    for grouping in mapping.groupings.iter() {
                        <li>{ words::again_groups(lang, &grouping.dimension, grouping.pairs.len()) }</li>
                    }
                </ul>
            </details>
        </div>
    }
}
