//! Which codes of a dimension count: boxes to tick, with a search where there are many.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use text::{Lang, case, words};

/// More codes than this are looked for by name.
const MANY: usize = 12;

/// Properties of [`Codes`].
#[derive(Properties, PartialEq)]
pub struct CodesProps {
    /// The language.
    pub lang: Lang,
    /// What the dimension is called.
    pub name: AttrValue,
    /// Every code with its name.
    pub all: Vec<(String, String)>,
    /// The codes that count; all when absent.
    pub selected: Option<Vec<String>>,
    /// Called with the codes that count; with none when all do.
    pub on_choose: Callback<Vec<String>>,
}

/// The boxes, folded away.
#[component]
pub fn Codes(props: &CodesProps) -> Html {
    let lang = props.lang;
    let wanted = use_state_eq(String::new);
    // A question about nothing cannot be asked, so that no box is ticked is known here only.
    let is_none = use_state_eq(|| false);
    let count = match &props.selected {
        Some(codes) => format!("{}/{}", codes.len(), props.all.len()),
        None => words::control_all(lang).to_owned(),
    };
    let counts = |code: &String| {
        let selected = props.selected.as_ref();
        !*is_none && selected.is_none_or(|codes| codes.contains(code))
    };
    let ticked: Vec<String> = props.all.iter().map(|(code, _)| code.clone()).collect();
    let ticked: Vec<String> = ticked.into_iter().filter(counts).collect();
    let toggle = |code: &String| {
        let (all, code, ticked) = (props.all.clone(), code.clone(), ticked.clone());
        let (on_choose, is_none) = (props.on_choose.clone(), is_none.setter());
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
                return;
            };
            let kept = all
                .iter()
                .map(|(known, _)| known)
                .filter(|known| match **known == code {
                    true => input.checked(),
                    false => ticked.contains(known),
                });
            let kept: Vec<String> = kept.cloned().collect();
            is_none.set(kept.is_empty());
            if !kept.is_empty() {
                let is_all = kept.len() == all.len();
                on_choose.emit(if is_all { Vec::new() } else { kept });
            }
        })
    };
    let choose_all = {
        let (on_choose, is_none) = (props.on_choose.clone(), is_none.setter());
        Callback::from(move |_: MouseEvent| {
            is_none.set(false);
            on_choose.emit(Vec::new());
        })
    };
    let choose_none = {
        let is_none = is_none.setter();
        Callback::from(move |_: MouseEvent| is_none.set(true))
    };
    let search = {
        let wanted = wanted.setter();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                wanted.set(input.value());
            }
        })
    };
    let sought = case::small(&wanted);
    let is_found = |name: &str| sought.is_empty() || case::small(name).contains(&sought);
    let is_many = props.all.len() > MANY;
    html! {
        <details class="codes">
            <summary>{ props.name.clone() }{ ": " }<b>{ count }</b></summary>
            if is_many {
                <input
                    type="search"
                    aria-label={words::control_search(lang)}
                    placeholder={words::control_search(lang)}
                    value={(*wanted).clone()}
                    oninput={search}
                />
            }
            <div class="code-buttons">
                if props.selected.is_some() || *is_none {
                    <button type="button" class="plain" onclick={choose_all}>
                        { words::control_clear(lang) }
                    </button>
                }
                if is_many && !*is_none {
                    <button type="button" class="plain" onclick={choose_none}>
                        { words::control_none(lang) }
                    </button>
                }
            </div>
            <div class="code-list">
                for (code, name) in props.all.iter().filter(|(_, name)| is_found(name)) {
                    <label key={code.clone()}>
                        <input type="checkbox" checked={counts(code)} onchange={toggle(code)} />
                        { name.clone() }
                    </label>
                }
            </div>
        </details>
    }
}
