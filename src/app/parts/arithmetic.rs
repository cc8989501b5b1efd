//! The arithmetic behind a number, in a dialog.

use web_sys::Element;
use yew::prelude::*;

use crate::web::page;
use crate::web::said::Said;

/// Properties of [`Arithmetic`].
#[derive(Properties, PartialEq)]
pub struct ArithmeticProps {
    /// What is told; the dialog is closed without it.
    pub told: Option<Said>,
    /// Called when the visitor closes it.
    pub on_close: Callback<()>,
}

/// A dialog with the computation of one number.
#[component]
pub fn Arithmetic(props: &ArithmeticProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(props.told.is_some(), move |open| {
            if let (true, Some(element)) = (open, dialog.cast::<Element>()) {
                page::show_dialog(&element);
            }
        });
    }
    let Some(told) = &props.told else {
        return Html::default();
    };
    let closed = props.on_close.reform(|_: Event| ());
    let close = Callback::from({
        let dialog = dialog.clone();
        move |_: MouseEvent| {
            if let Some(element) = dialog.cast::<Element>() {
                page::close_dialog(&element);
            }
        }
    });
    html! {
        <dialog class="arithmetic" ref={dialog} onclose={closed} aria-labelledby="arithmetic">
            <h2 id="arithmetic">{ told.text("title") }</h2>
            for part in told.list("parts") {
                <section>
                    <h3>{ part.text("heading") }</h3>
                    if !part.list("rows").is_empty() {
                        <div class="scroll">
                            <table>
                                for row in part.list("rows") {
                                    <tr>for cell in row.items() { <td>{ cell.itself() }</td> }</tr>
                                }
                            </table>
                        </div>
                    }
                    if !part.text("maths").is_empty() {
                        // Built from a tree of formulas whose texts are all escaped.
                        <div class="scroll">{ Html::from_html_unchecked(part.text("maths").into()) }</div>
                    }
                    for line in part.list("lines") {
                        <p>{ line.itself() }</p>
                    }
                </section>
            }
            <div class="buttons">
                for copy in told.list("copies") { { copies(&copy.items()) } }
                <button type="button" onclick={close}>{ told.text("close") }</button>
            </div>
        </dialog>
    }
}

/// A button that copies: its label and the text.
fn copies(copy: &[Said]) -> Html {
    let [label, text] = copy else {
        return Html::default();
    };
    let text = text.itself();
    let onclick = Callback::from(move |_: MouseEvent| page::copy(&text));
    html! { <button type="button" {onclick}>{ label.itself() }</button> }
}
