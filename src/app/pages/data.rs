//! The visitor's own files: opening them, and seeing what is open.

use std::rc::Rc;

use yew::prelude::*;

use super::attack::Audit;
use super::offline_export::TakeAlong;
use crate::app::import::{Again, Import};
use crate::app::parts::folded::Folded;
use crate::app::parts::picker::OpenFiles;
use crate::app::shell::Handle;
use crate::web::{download, files, opening};
use data::zip;
use data::{Dataset, Perturbation, contract, write};
use state::{Page, State, address};
use text::naming::Naming;
use text::{Lang, notes, number, terms, words};

/// A table as the contract wants it; the numbers are made up.
const EXAMPLE: &str = "group,year,emigrations,person_years\n\
                       a,2022,12,1500.5\n\
                       a,2023,15,1620\n\
                       b,2022,..,90\n\
                       b,2023,:,95\n";

/// The data page.
#[component]
pub fn Data() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    use_effect_with((), |()| opening::fetch_ahead());
    let lang = shell.lang();
    let recipes = address::write(&State {
        page: Page::Recipes,
        ..shell.state.clone()
    });
    html! {
        <div class="data-page">
            <div class="lead">
                <h1>{ words::page_data(lang) }</h1>
            </div>
            <Import />
            <section>
                <h2>{ words::bring_title(lang) }</h2>
                <OpenFiles />
                <p>{ words::bring_formats(lang) }</p>
                <p><a href={recipes}>{ words::page_recipes(lang) }</a></p>
                <p>{ words::bring_text(lang) }</p>
                <h3>{ words::bring_example(lang) }</h3>
                <pre><code>{ EXAMPLE }</code></pre>
                <Folded class="names-of-columns" summary={words::bring_names(lang)} make={names(lang)} />
            </section>
            <TakeAlong />
            if let Some(dataset) = &shell.dataset {
                <section>
                    <h2>{ words::tables_open(lang) }</h2>
                    <p>{ dataset.title.get(lang) }</p>
                    <p>
                        <button type="button" id="save-package" onclick={save(dataset)}>
                            { words::save_package(lang) }
                        </button>
                    </p>
                    <Again />
                    <div class="scroll">
                        <table>
                            <thead>
                                <tr>
                                    <th scope="col">{ words::table_name(lang) }</th>
                                    <th scope="col">{ words::table_rows(lang) }</th>
                                    <th scope="col">{ words::table_dimensions(lang) }</th>
                                    <th scope="col">{ words::table_measures(lang) }</th>
                                </tr>
                            </thead>
                            <tbody>
                                for table in dataset.tables.iter() {
                                    <tr>
                                        <th scope="row"><code>{ table.name.clone() }</code></th>
                                        <td class="count">{ number::integer(table.rows as f64, lang) }</td>
                                        <td>
                                            { listed(table.dimensions.iter().map(|column| {
                                                dataset.dimension_name(lang, &column.name)
                                            })) }
                                        </td>
                                        <td>
                                            { listed(table.measures.iter().map(|column| {
                                                dataset.measure_name(lang, &column.name)
                                            })) }
                                        </td>
                                    </tr>
                                }
                            </tbody>
                        </table>
                    </div>
                    for (tables, how) in perturbed(dataset) {
                        <p class="perturbed">{ tables }{ ": " }{ notes::perturbed(lang, &how, 1) }</p>
                    }
                </section>
                <Audit />
            }
        </div>
    }
}

/// How the publisher has changed counts, and in which columns of which tables.
fn perturbed(dataset: &Dataset) -> Vec<(String, Perturbation)> {
    let mut found: Vec<(String, Perturbation)> = Vec::new();
    for table in &dataset.tables {
        for column in &table.measures {
            let Some(how) = column.perturbed else {
                continue;
            };
            let name = format!("{}.{}", table.name, column.name);
            match found.iter_mut().find(|(_, known)| *known == how) {
                Some((names, _)) => *names += &format!(", {name}"),
                None => found.push((name, how)),
            }
        }
    }
    found
}

/// The names of columns that have a meaning.
fn names(lang: Lang) -> Callback<(), Html> {
    Callback::from(move |()| {
        html! {
            <>
                <dl class="names">
                    for name in contract::DIMENSIONS {
                        <div><dt><code>{ name }</code></dt><dd>{ terms::dimension(lang, name) }</dd></div>
                    }
                    for (name, _) in contract::MEASURES {
                        <div><dt><code>{ name }</code></dt><dd>{ terms::measure(lang, name) }</dd></div>
                    }
                </dl>
                <p>{ words::bring_other(lang) }</p>
            </>
        }
    })
}

/// Saves the data set as it is open, as one file that opens again here.
fn save(dataset: &Rc<Dataset>) -> Callback<MouseEvent> {
    let dataset = dataset.clone();
    Callback::from(move |_| {
        let packed = zip::pack(&write::package(&dataset));
        if let Ok(blob) = files::of_bytes(&packed) {
            let _ = download::save(&blob, &format!("{}.zip", dataset.name));
        }
    })
}

fn listed(names: impl Iterator<Item = String>) -> String {
    names.collect::<Vec<String>>().join(", ")
}
