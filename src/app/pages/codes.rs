//! Which codes of a dimension count: boxes to tick, with a search where there are many.

use std::collections::HashSet;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::parts::folded::Folded;
use text::{Lang, case, words};

/// More codes than this are looked for by name.
const MANY: usize = 12;

/// More boxes than this nobody reads; the others are found by name.
const SHOWN: usize = 300;

/// Properties of [`Codes`].
#[derive(Properties, PartialEq, Clone)]
pub struct CodesProps {
    /// The language.
    pub lang: Lang,
    /// What the dimension is called.
    pub name: AttrValue,
    /// Every code with its name.
    pub all: Rc<[(String, String)]>,
    /// The codes that count; all when absent.
    pub selected: Option<Vec<String>>,
    /// Called with the codes that count; with none when all do.
    pub on_choose: Callback<Vec<String>>,
}

/// The boxes, folded away.
#[component]
pub fn Codes(props: &CodesProps) -> Html {
    let count = match &props.selected {
        Some(codes) => format!("{}/{}", codes.len(), props.all.len()),
        None => words::control_all(props.lang).to_owned(),
    };
    let make = {
        let props = props.clone();
        Callback::from(move |()| html! { <Boxes ..props.clone() /> })
    };
    let summary = html! { <>{ props.name.clone() }{ ": " }<b>{ count }</b></> };
    html! { <Folded class="codes" {summary} {make} /> }
}

#[component]
fn Boxes(props: &CodesProps) -> Html {
    let lang = props.lang;
    let wanted = use_state_eq(String::new);
    // A question about nothing cannot be asked, so that no box is ticked is known here only.
    let is_none = use_state_eq(|| false);
    let ticked: Rc<HashSet<String>> = Rc::new(match &props.selected {
        _ if *is_none => HashSet::new(),
        Some(codes) => codes.iter().cloned().collect(),
        None => props.all.iter().map(|(code, _)| code.clone()).collect(),
    });
    // One for all boxes: what each of ten thousand would hold of all others is more than a page has.
    let toggle = {
        let (all, ticked) = (props.all.clone(), ticked.clone());
        let (on_choose, is_none) = (props.on_choose.clone(), is_none.setter());
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
                return;
            };
            let turned = input.value();
            let codes = all.iter().map(|(code, _)| code);
            let kept = codes.filter(|code| match **code == turned {
                true => input.checked(),
                false => ticked.contains(*code),
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
    let found = || props.all.iter().filter(|(_, name)| is_found(name));
    let left = found().skip(SHOWN).count();
    html! {
        <>
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
            <div class="code-list" onchange={toggle}>
                for (code, name) in found().take(SHOWN) {
                    <label key={code.clone()}>
                        <input type="checkbox" value={code.clone()} checked={ticked.contains(code)} />
                        { name.clone() }
                    </label>
                }
            </div>
            if left > 0 {
                <p class="quiet">{ words::more_by_search(lang, left) }</p>
            }
        </>
    }
}
