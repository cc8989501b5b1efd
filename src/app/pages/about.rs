//! What the numbers are: definitions, data sets, privacy.

use yew::prelude::*;

use crate::app::parts::definitions::definitions;
use crate::app::shell::Handle;
use crate::web::session;
use ::data::Dataset;
use text::{Lang, terms, words};
use view_models::overview::left_aside;

/// Where the numbers come from, by table, where the tables say; else of the whole data set.
fn sources(dataset: &Dataset, lang: Lang) -> Vec<(String, String)> {
    let whole = [(dataset.name.clone(), dataset.source.clone())];
    let all = match dataset.table_sources.as_slice() {
        [] => &whole,
        own => own,
    };
    let all = all.iter().filter(|(_, source)| !source.is_empty());
    let told = all.map(|(name, source)| (name.clone(), source.get(lang).to_owned()));
    told.collect()
}

/// The page about the numbers.
#[component]
pub fn About() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let (lang, of_report) = (shell.lang(), shell.is_of_report());
    let defined = terms::definitions(lang, true).into_iter();
    let of_report_only = defined.filter(|definition| terms::is_of_report(definition.id));
    html! {
        <div class="about">
            <div class="lead">
                <h1>{ words::page_about(lang) }</h1>
            </div>
            <section>
                <h2>{ words::about_definitions(lang) }</h2>
                { definitions(terms::definitions(lang, of_report), true) }
            </section>
            <section>
                <h2>{ words::about_data(lang) }</h2>
                for entry in session::shelf().iter() {
                    <div key={entry.id.clone()}>
                        <h3>{ entry.label(lang) }</h3>
                        if let Some(dataset) = entry.dataset() {
                            <p>{ dataset.description.get(lang) }</p>
                            <dl class="names">
                                for (table, source) in sources(dataset, lang) {
                                    <div key={table.clone()}>
                                        <dt>{ table.clone() }</dt>
                                        <dd>{ source }</dd>
                                    </div>
                                }
                            </dl>
                            if !dataset.licence.is_empty() {
                                <p class="quiet">{ words::licence(lang) }{ ": " }{ dataset.licence.clone() }</p>
                            }
                            <ul>
                                for note in dataset.notes.iter() {
                                    <li>{ note.get(lang) }</li>
                                }
                                for note in left_aside(dataset, lang) {
                                    <li>{ note }</li>
                                }
                            </ul>
                        }
                    </div>
                }
            </section>
            <section>
                <h2>{ words::about_report(lang) }</h2>
                <p>{ words::about_report_text(lang) }</p>
                if !of_report {
                    { definitions(of_report_only, true) }
                }
            </section>
            <section>
                <h2>{ words::about_privacy(lang) }</h2>
                <p>{ words::about_privacy_text(lang) }</p>
            </section>
        </div>
    }
}
