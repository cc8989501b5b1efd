//! A labelled choice among a few options.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// One option.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The value that is handed back.
    pub value: String,
    /// What the visitor reads.
    pub label: String,
    /// Whether it can be chosen now.
    pub enabled: bool,
}

impl Choice {
    /// An option that can be chosen.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Choice {
        Choice {
            value: value.into(),
            label: label.into(),
            enabled: true,
        }
    }
}

/// Properties of [`Select`].
#[derive(Properties, PartialEq)]
pub struct SelectProps {
    /// Identifier of the element.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// The options.
    pub choices: Vec<Choice>,
    /// The value chosen.
    pub value: AttrValue,
    /// Called with another value.
    pub on_choose: Callback<String>,
    /// Whether the label is for screen readers only.
    #[prop_or_default]
    pub quiet: bool,
}

/// A labelled choice.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let on_choose = props.on_choose.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            on_choose.emit(select.value());
        }
    });
    html! {
        <div class="field">
            <label for={props.id.clone()} class={props.quiet.then_some("for-readers")}>
                { props.label.clone() }
            </label>
            <select id={props.id.clone()} {onchange}>
                for choice in props.choices.iter() {
                    <option
                        key={choice.value.clone()}
                        value={choice.value.clone()}
                        selected={choice.value == props.value.as_str()}
                        disabled={!choice.enabled}
                    >
                        { choice.label.clone() }
                    </option>
                }
            </select>
        </div>
    }
}
