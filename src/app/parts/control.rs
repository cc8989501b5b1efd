//! One choice of a page that is plain data: among values, or put in.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::select::{Choice, Select};
use view_models::analyses::page::Control;

/// The field of a choice; `input` draws one without values to choose from, of its identifier, label, value and
/// what to do with another value.
pub fn field(
    control: &Control,
    prefix: &str,
    choose: &Callback<(String, String)>,
    input: impl Fn(String, String, String, Callback<InputEvent>) -> Html,
) -> Html {
    let name = control.name.clone();
    let on_choose = choose.reform(move |value| (name.clone(), value));
    let id = format!("{prefix}-{}", control.name);
    let (label, value) = (control.label.clone(), control.value.clone());
    if !control.choices.is_empty() {
        let choices = control.choices.iter();
        let choices: Vec<Choice> = choices
            .map(|(value, label)| Choice::new(value.clone(), label.clone()))
            .collect();
        return html! { <Select {id} {label} {choices} {value} {on_choose} /> };
    }
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            on_choose.emit(input.value());
        }
    });
    input(id, label, value, oninput)
}
