//! One year after another, until the last one or until the reader stops it.

use yew::prelude::*;

use crate::app::shell::Handle;
use crate::web::page;
use text::kinds as words;

/// How long a year is shown: long enough to see what has changed.
const STEP: i32 = 900;

/// Properties of [`Play`].
#[derive(Properties, PartialEq)]
pub struct PlayProps {
    /// The years in order.
    pub years: Vec<String>,
    /// The place of the year that is shown.
    pub place: usize,
    /// Whether one year is shown, and not all of them.
    pub shown: bool,
    /// Called with the next year.
    pub on_year: Callback<String>,
}

/// The button that starts and stops.
#[component]
pub fn Play(props: &PlayProps) -> Html {
    let playing = use_state(|| false);
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let is_last = props.place + 1 >= props.years.len();
    {
        let next = props.years.get(props.place + 1).cloned();
        let (on_year, playing_now) = (props.on_year.clone(), playing.clone());
        use_effect_with((*playing, props.place), move |(playing, _)| {
            let ticking = playing.then(|| {
                page::Ticking::every(STEP, move || match &next {
                    Some(year) => on_year.emit(year.clone()),
                    None => playing_now.set(false),
                })
            });
            move || drop(ticking)
        });
    }
    let onclick = {
        let (playing, on_year) = (playing.clone(), props.on_year.clone());
        let first = props.years.first().cloned();
        let from_start = is_last || !props.shown;
        Callback::from(move |_: MouseEvent| {
            if !*playing
                && from_start
                && let Some(first) = &first
            {
                on_year.emit(first.clone());
            }
            playing.set(!*playing);
        })
    };
    let label = if *playing {
        words::stop(lang)
    } else {
        words::play(lang)
    };
    html! {
        <button type="button" id="play" {onclick} aria-pressed={playing.to_string()}>{ label }</button>
    }
}
