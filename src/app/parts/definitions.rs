//! Terms with their meaning, formula and place in the report.

use yew::prelude::*;

use text::terms::Definition;

/// A list of terms. Where it `leads`, each can be linked to.
pub fn definitions(terms: impl IntoIterator<Item = Definition>, leads: bool) -> Html {
    let entries = terms.into_iter().map(|definition| {
        html! {
            <div key={definition.id} id={leads.then_some(definition.id)}>
                <dt>{ definition.term }</dt>
                <dd>
                    { definition.meaning }
                    if !definition.formula.is_empty() {
                        <span class="formula">{ definition.formula }</span>
                    }
                    if !definition.place.is_empty() {
                        <span class="place">{ definition.place }</span>
                    }
                </dd>
            </div>
        }
    });
    html! { <dl class="definitions">{ for entries }</dl> }
}
