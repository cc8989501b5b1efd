//! A set of tasks on a projector: one thing a screen, large, led by keys.

use std::rc::Rc;

use yew::prelude::*;

use super::answering::{Answering, shown};
use super::reveal::{Answered, Depth, Numbers, Why};
use super::together::ClassOf;
use super::{Fetched, absent, by_whom, set_of, use_all_prepared, use_shelf};
use crate::app::parts::canvas::FromAfar;
use crate::app::parts::ptr_eq::Same;
use crate::app::shell::{Event as ShellEvent, Handle};
use crate::web::{page, tasks as kept};
use figures::theme::Role;
use state::{Action, Page};
use tasks::picture::beside;
use tasks::{Answer, Prepared};
use text::tasks as words;

/// What is on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Question,
    Guess,
    Class,
    Reveal,
    Why,
    Numbers,
}

const STEPS: [Step; 6] = [
    Step::Question,
    Step::Guess,
    Step::Class,
    Step::Reveal,
    Step::Why,
    Step::Numbers,
];

/// The size of a projector's picture, on which no letter of a figure is smaller than [`LEAST`].
const PROJECTOR: (f64, f64) = (1920.0, 1080.0);

/// How high letters are at least there, as what stands beside figures is.
const LEAST: f64 = 28.0;

/// The part of the height of the screen that a figure may take.
const PART: f64 = 0.7;

/// How figures are shown on a screen of a size, in CSS pixels.
fn from_afar((width, height): (f64, f64)) -> FromAfar {
    let size = (width / PROJECTOR.0).min(height / PROJECTOR.1);
    FromAfar {
        zoom: (size * LEAST / Role::LEAST).max(1.0),
        height: height * PART,
    }
}

/// How figures are shown, followed as the window changes.
#[hook]
fn use_from_afar() -> FromAfar {
    let afar = use_state_eq(|| from_afar(page::window_size()));
    let set = afar.setter();
    use_effect_with((), move |()| {
        let listening = page::Listening::to_window("resize", move |_| {
            set.set(from_afar(page::window_size()));
        });
        move || drop(listening)
    });
    *afar
}

/// Seconds of the silent clock.
const SECONDS: i32 = 60;

/// A set of tasks on a projector.
#[component]
pub fn Present() -> Html {
    let fetched = use_shelf();
    let shell = use_context::<Handle>();
    let set = match (&shell, &fetched) {
        (Some(shell), Fetched::There(shelf)) => set_of(shell, &shelf.0),
        _ => None,
    };
    let all = use_all_prepared(set);
    let answers = use_state(|| Rc::new(Vec::<(String, Answer)>::new()));
    let clock = use_state_eq(|| None::<i32>);
    let afar = use_from_afar();
    let last = (all.len() * STEPS.len()).saturating_sub(1);
    let place = shell
        .as_ref()
        .map_or("", |shell| shell.state.lesson("step"));
    let place = place.parse::<usize>().unwrap_or(0).min(last);
    let go = {
        let shell = shell.clone();
        Callback::from(move |place: usize| {
            if let Some(shell) = &shell {
                let set = shell.state.lesson("set");
                let choices = [("set", set), ("step", &place.min(last).to_string())];
                let next = shell.state.taught(Page::Present, &choices);
                shell.dispatch(ShellEvent::Act(Action::Teach(Page::Present, next.lesson)));
            }
        })
    };
    let end = {
        let shell = shell.clone();
        Callback::from(move |()| {
            if let Some(shell) = &shell {
                shell.dispatch(ShellEvent::Act(Action::Go(Page::Tasks)));
            }
        })
    };
    {
        let (go, end, clock) = (go.clone(), end.clone(), clock.setter());
        use_effect_with((place, last), move |&(place, _)| {
            page::focus("screen");
            let listening = page::Listening::to_window("keydown", move |event| {
                let Some(key) = page::free_key(&event) else {
                    return;
                };
                // A button that has the focus is pressed by the same keys.
                if page::is_on_control(&event) && matches!(key.as_str(), " " | "Enter") {
                    return;
                }
                match key.as_str() {
                    " " | "ArrowRight" | "ArrowDown" | "PageDown" | "Enter" => go.emit(place + 1),
                    "ArrowLeft" | "ArrowUp" | "PageUp" => go.emit(place.saturating_sub(1)),
                    "r" | "R" => go.emit(place / STEPS.len() * STEPS.len() + 3),
                    "t" | "T" => clock.set(Some(SECONDS)),
                    "f" | "F" => page::fill_screen(),
                    "Escape" => end.emit(()),
                    _ => return,
                }
                event.prevent_default();
            });
            move || drop(listening)
        });
    }
    {
        let set = clock.setter();
        use_effect_with(*clock, move |left| {
            let left = *left;
            let ticking = left
                .filter(|left| *left > 0)
                .and_then(|left| page::Ticking::every(1000, move || set.set(Some(left - 1))));
            move || drop(ticking)
        });
    }
    let Some(shell) = shell else {
        return Html::default();
    };
    let lang = shell.lang();
    let Some(prepared) = all.get(place / STEPS.len()).cloned() else {
        return html! {
            <main class="present">
                if matches!(fetched, Fetched::There(_)) && shell.dataset.is_some() {
                    <p>{ words::unknown_task(lang) }</p>
                    { press(words::finish(lang), "finish", end.reform(|_: MouseEvent| ())) }
                } else {
                    { absent(&shell, &if fetched == Fetched::Failed { Fetched::Failed } else { Fetched::Coming }) }
                }
            </main>
        };
    };
    let step = STEPS[place % STEPS.len()];
    let answer = answers
        .iter()
        .find(|(id, _)| *id == prepared.id)
        .map(|(_, answer)| answer.clone());
    let on_answer = {
        let (answers, id) = (answers.clone(), prepared.id.clone());
        Callback::from(move |next: Answer| {
            let kept = answers.iter().filter(|(known, _)| *known != id).cloned();
            answers.set(Rc::new(kept.chain([(id.clone(), next)]).collect()));
        })
    };
    let clock_text = match *clock {
        None => String::new(),
        Some(0) => words::time_is_up(lang).to_owned(),
        Some(left) => words::seconds(lang, &left.to_string()),
    };
    let next = go.reform(move |_: MouseEvent| place + 1);
    let previous = go.reform(move |_: MouseEvent| place.saturating_sub(1));
    html! {
        <main class="present">
            <section id="screen" tabindex="-1" aria-live="polite" data-step={place.to_string()}>
                <p class="quiet">{ heading(step, lang) }</p>
                <h1>{ prepared.title.clone() }</h1>
                { by_whom(&prepared) }
                <ContextProvider<FromAfar> context={afar}>
                    { screen(&shell, &prepared, step, answer, on_answer) }
                </ContextProvider<FromAfar>>
            </section>
            <p class="clock" role="timer">{ clock_text }</p>
            <footer class="bar">
                { press(words::previous(lang), "previous", previous) }
                <span>{ words::screen_of(lang, &(place + 1).to_string(), &(last + 1).to_string()) }</span>
                { press(words::next(lang), "next", next) }
                { press(words::finish(lang), "finish", end.reform(|_: MouseEvent| ())) }
                <span class="quiet">{ words::keys(lang) }</span>
            </footer>
        </main>
    }
}

fn press(label: &'static str, id: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {id} {onclick}>{ label }</button> }
}

fn heading(step: Step, lang: text::Lang) -> &'static str {
    match step {
        Step::Question => words::step_question(lang),
        Step::Guess => words::your_turn(lang),
        Step::Class => words::step_class(lang),
        Step::Reveal => words::reveal(lang),
        Step::Why => words::why(lang),
        Step::Numbers => words::arithmetic(lang),
    }
}

fn screen(
    shell: &Handle,
    prepared: &Rc<Prepared>,
    step: Step,
    answer: Option<Answer>,
    on_answer: Callback<Answer>,
) -> Html {
    let same = Same(prepared.clone());
    let depth = Depth::Pupil;
    match step {
        Step::Question => html! {
            <>
                <p class="ask">{ prepared.ask.clone() }</p>
                if let Some(figure) = beside(prepared).cloned() {
                    { shown(&Rc::new(figure), shell.ground()) }
                }
            </>
        },
        Step::Guess => {
            let answer = answer.unwrap_or_else(|| Answer::start(prepared));
            html! { <Answering prepared={same} {answer} {on_answer} /> }
        }
        Step::Class => html! { <ClassOf prepared={same} on_screen=true /> },
        Step::Reveal => {
            let answer = answer.filter(Answer::is_whole);
            html! { <Answered prepared={same} {answer} class={kept::together(&prepared.id).found.answers} {depth} /> }
        }
        Step::Why => html! { <Why prepared={same} {depth} /> },
        Step::Numbers => html! { <Numbers prepared={same} {depth} /> },
    }
}
