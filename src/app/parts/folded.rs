//! A part that is folded away, and made when it is opened for the first time.

use web_sys::Element;
use yew::prelude::*;

/// Properties of [`Folded`].
#[derive(Properties, PartialEq)]
pub struct FoldedProps {
    /// Class of the element.
    #[prop_or_default]
    pub class: Classes,
    /// What is always seen.
    pub summary: Html,
    /// Makes what is folded away.
    pub make: Callback<(), Html>,
    /// Called with a click on anything in it.
    #[prop_or_default]
    pub onclick: Callback<MouseEvent>,
}

/// A part that is folded away.
#[component]
pub fn Folded(props: &FoldedProps) -> Html {
    let is_made = use_state_eq(|| false);
    let ontoggle = {
        let is_made = is_made.setter();
        Callback::from(move |event: Event| {
            // What is inside may be folded too, and tells of it as well.
            let is_open = |element: Element| element.has_attribute("open");
            if event.target_dyn_into::<Element>().is_some_and(is_open) {
                is_made.set(true);
            }
        })
    };
    html! {
        <details class={props.class.clone()} {ontoggle} onclick={props.onclick.clone()}>
            <summary>{ props.summary.clone() }</summary>
            if *is_made {
                { props.make.emit(()) }
            }
        </details>
    }
}
