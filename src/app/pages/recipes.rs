//! Which tables to fetch from the offices, and how.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::app::parts::ptr_eq::Same;
use crate::app::shell::Handle;
use crate::web::scheduler::Awaited;
use crate::web::{download, session};
use state::{Page, State, address};
use text::{Lang, words};
use view_models::recipes::{Recipe, parse};

/// Where they lie.
const FILE: &str = "recipes/index.json";

#[derive(Clone, PartialEq)]
enum Fetched {
    Coming,
    Failed(String),
    There(Same<Vec<Recipe>>),
}

/// The page of recipes.
#[component]
pub fn Recipes() -> Html {
    let fetched = use_state(|| Fetched::Coming);
    let set = fetched.setter();
    use_effect_with((), move |()| {
        let awaited = Awaited::begin();
        spawn_local(async move {
            let text = session::text_at(FILE).await.map_err(session::said);
            set.set(match text.and_then(|text| parse(&text)) {
                Ok(recipes) => Fetched::There(Same(Rc::new(recipes))),
                Err(error) => Fetched::Failed(format!("{FILE}: {error}")),
            });
            drop(awaited);
        });
    });
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let data = address::write(&State {
        page: Page::Data,
        ..shell.state.clone()
    });
    html! {
        <div class="recipes">
            <div class="lead">
                <h1>{ words::page_recipes(lang) }</h1>
                <p>{ words::recipes_lead(lang) }</p>
                <p><a href={data}>{ words::recipes_to_data(lang) }</a></p>
            </div>
            {
                match &*fetched {
                    Fetched::Coming => html! { <p class="absent" aria-busy="true">{ words::recipes_coming(lang) }</p> },
                    Fetched::Failed(error) => html! { <p class="absent" role="alert">{ error.clone() }</p> },
                    Fetched::There(recipes) => recipes.0.iter().map(|recipe| told(recipe, lang)).collect(),
                }
            }
        </div>
    }
}

fn told(recipe: &Recipe, lang: Lang) -> Html {
    let save = {
        let (name, mapping) = (format!("{}.mapping.csv", recipe.id), recipe.mapping.clone());
        Callback::from(move |_| {
            if let Ok(blob) = download::text_blob(&mapping, "text/csv") {
                let _ = download::save(&blob, &name);
            }
        })
    };
    html! {
        <section key={recipe.id.clone()} id={recipe.id.clone()}>
            <h2>{ recipe.title.get(lang) }</h2>
            <p class="quiet">{ &recipe.agency }{ " · " }{ &recipe.table }</p>
            <p>{ recipe.gives.get(lang) }</p>
            <ol>{ for recipe.steps.iter().map(|step| html! { <li>{ step.get(lang) }</li> }) }</ol>
            if !recipe.mapping.is_empty() {
                <p><button type="button" onclick={save}>{ words::recipes_mapping(lang) }</button></p>
            }
        </section>
    }
}
