//! The arithmetic behind a number, in a dialog.

use web_sys::Element;
use yew::prelude::*;

use crate::web::page;
use view_models::analyses::page::Told;

/// Properties of [`Arithmetic`].
#[derive(Properties, PartialEq)]
pub struct ArithmeticProps {
    /// What is told; the dialog is closed without it.
    pub told: Option<Told>,
    /// Called when the visitor closes it.
    pub on_close: Callback<()>,
    /// Called with the place of a row that opens another computation.
    #[prop_or_default]
    pub on_choose: Option<Callback<usize>>,
    /// Choices about the computation, below its title.
    #[prop_or_default]
    pub children: Html,
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
            // The dialog begins at its heading, not at the first button, which may be far below.
            <h2 id="arithmetic" tabindex="-1" autofocus=true>{ told.title.clone() }</h2>
            { props.children.clone() }
            for part in told.parts.iter() {
                <section>
                    if !part.heading.is_empty() {
                        <h3>{ part.heading.clone() }</h3>
                    }
                    if !part.rows.is_empty() {
                        <div class="scroll">
                            <table>
                                if !part.head.is_empty() {
                                    <thead>
                                        <tr>
                                            for column in part.head.iter() {
                                                <th scope="col">{ column.clone() }</th>
                                            }
                                        </tr>
                                    </thead>
                                }
                                for (place, row) in part.rows.iter().enumerate() {
                                    <tr>
                                        for (column, cell) in row.iter().enumerate() {
                                            if column == 0 && !part.head.is_empty() {
                                                <th scope="row">{ cell.clone() }</th>
                                            } else {
                                                <td>{ inside(cell, place, column, &props.on_choose) }</td>
                                            }
                                        }
                                    </tr>
                                }
                            </table>
                        </div>
                    }
                    if !part.maths.is_empty() {
                        // Built from a tree of formulas whose texts are all escaped.
                        <div class="scroll">{ Html::from_html_unchecked(part.maths.clone().into()) }</div>
                    }
                    for line in part.lines.iter() {
                        <p>{ line.clone() }</p>
                    }
                </section>
            }
            <div class="buttons">
                for (label, text) in told.copies.iter() { { copies(label, text) } }
                <button type="button" onclick={close}>{ told.close.clone() }</button>
            </div>
        </dialog>
    }
}

/// The last cell of a row opens what the row is about.
fn inside(cell: &str, place: usize, column: usize, on_choose: &Option<Callback<usize>>) -> Html {
    let text = cell.to_owned();
    match on_choose {
        Some(on_choose) if column == 1 => {
            let onclick = on_choose.reform(move |_: MouseEvent| place);
            html! { <button type="button" class="shown" {onclick}>{ text }</button> }
        }
        _ => html! { { text } },
    }
}

/// A button that copies.
fn copies(label: &str, text: &str) -> Html {
    let text = text.to_owned();
    let onclick = Callback::from(move |_: MouseEvent| page::copy(&text));
    html! { <button type="button" {onclick}>{ label.to_owned() }</button> }
}
