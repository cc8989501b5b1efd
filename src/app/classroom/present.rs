//! A set of tasks on a projector: one thing a screen, large, led by keys.

use std::rc::Rc;

use yew::prelude::*;

use super::answering::{Answering, shown};
use super::reveal::{Answered, Depth, Numbers, Whole, Why};
use super::together::ClassOf;
use super::{by_whom, use_lesson};
use crate::app::parts::canvas::FromAfar;
use crate::app::parts::ptr_eq::Same;
use crate::app::shell::{Event as ShellEvent, Handle};
use crate::web::{page, tasks as kept};
use figures::build::Figure;
use figures::theme::Role;
use state::{Action, Page};
use tasks::class::for_hands;
use tasks::picture::{beside, has_picture};
use tasks::{Answer, Form, Prepared};
use text::{Lang, tasks as words};

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

/// The size of a projector's picture, on which no letter of a figure is smaller than [`LETTERS`].
const PROJECTOR: (f64, f64) = (1920.0, 1080.0);

/// How high letters are at least there, and on any screen as wide as [`LAPTOP`], as is what stands beside figures.
const LETTERS: (f64, f64) = (28.0, 22.0);

/// A screen that is as wide or less has the same layout, drawn smaller.
const LAPTOP: f64 = 1280.0;

/// The room that a figure has below a text on such a screen, in its own pixels.
const BELOW: (f64, f64) = (610.0, 255.0);

/// How figures are shown on a screen of a size, in CSS pixels.
fn from_afar((width, height): (f64, f64)) -> FromAfar {
    let size = (width / PROJECTOR.0).min(height / PROJECTOR.1);
    let least = LETTERS.1 * (width / LAPTOP).min(1.0);
    FromAfar((size * LETTERS.0).max(least) / Role::LEAST)
}

/// How figures are shown, followed as the window changes. A screen in the hand is not seen from afar.
#[hook]
fn use_from_afar() -> Option<FromAfar> {
    let now = || page::matches_media(FAR).then(|| from_afar(page::window_size()));
    let afar = use_state_eq(now);
    let set = afar.setter();
    use_effect_with((), move |()| {
        let listening = page::Listening::to_window("resize", move |_| set.set(now()));
        move || drop(listening)
    });
    *afar
}

/// The screens that hold a step as a whole, as in the style sheet.
const FAR: &str = "(min-width: 60rem) and (min-height: 40rem)";

/// Seconds of the silent clock.
const SECONDS: i32 = 60;

/// The clock: seconds that are left, and whether it runs.
#[derive(Clone, Copy, PartialEq)]
struct Clock {
    left: i32,
    runs: bool,
}

impl Clock {
    /// One that has been started or stopped; anew after it has come to its end.
    fn pressed(before: Option<Clock>) -> Clock {
        match before {
            Some(Clock { left, runs }) if left > 0 => Clock { left, runs: !runs },
            _ => Clock {
                left: SECONDS,
                runs: true,
            },
        }
    }

    fn text(self, lang: Lang) -> String {
        match self {
            Clock { left: 0, .. } => words::time_is_up(lang).to_owned(),
            Clock { left, runs: true } => words::seconds(lang, &left.to_string()),
            Clock { left, .. } => words::seconds_paused(lang, &left.to_string()),
        }
    }
}

/// The steps of a task at which there is something to see.
fn steps_of(prepared: &Prepared) -> Vec<usize> {
    let has_class = !for_hands(prepared, prepared.lang).is_empty()
        || !kept::together(&prepared.id).found.answers.is_empty();
    let is_there = |step: Step| match step {
        Step::Question | Step::Guess | Step::Reveal => true,
        Step::Class => has_class,
        Step::Why => !prepared.why.is_empty(),
        Step::Numbers => !prepared.numbers.is_empty(),
    };
    let steps = STEPS.into_iter().enumerate();
    let there = steps.filter(|(_, step)| is_there(*step));
    there.map(|(place, _)| place).collect()
}

/// A set of tasks on a projector. A place in an address is that of a step among all of all tasks, those with
/// nothing to see included.
#[component]
pub fn Present() -> Html {
    let lesson = use_lesson();
    let shell = use_context::<Handle>();
    let answers = use_state(|| Rc::new(Vec::<(String, Answer)>::new()));
    let clock = use_state_eq(|| None::<Clock>);
    let afar = use_from_afar();
    let tasks = lesson.as_ref().map_or(&[][..], |lesson| &lesson.tasks);
    let of_task = |(task, prepared): (usize, &Rc<Prepared>)| {
        let steps = steps_of(prepared).into_iter();
        steps.map(move |step| task * STEPS.len() + step)
    };
    let places: Vec<usize> = tasks.iter().enumerate().flat_map(of_task).collect();
    let wanted = shell
        .as_ref()
        .map_or("", |shell| shell.state.lesson("step"));
    let wanted = wanted.parse::<usize>().unwrap_or(0);
    let last = places.len().saturating_sub(1);
    let at = places
        .iter()
        .position(|place| *place >= wanted)
        .unwrap_or(last);
    let place = places.get(at).copied().unwrap_or_default();
    let go = {
        let (shell, places) = (shell.clone(), places.clone());
        Callback::from(move |at: usize| {
            // A number that cannot be read is mended first.
            if page::focus_first(".answering [aria-invalid]") {
                return;
            }
            if let (Some(shell), Some(place)) = (&shell, places.get(at)) {
                let set = shell.state.lesson("set");
                let choices = [("set", set), ("step", &place.to_string())];
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
        let (go, end, clock) = (go.clone(), end.clone(), clock.clone());
        let reveal = place / STEPS.len() * STEPS.len() + Step::Reveal as usize;
        let reveal = places.iter().position(|place| *place == reveal);
        use_effect_with((at, last, *clock), move |&(at, ..)| {
            let listening = page::Listening::to_window("keydown", move |event| {
                let Some(key) = page::free_key(&event) else {
                    return;
                };
                // A button that has the focus is pressed by the same keys.
                if page::is_on_control(&event) && matches!(key.as_str(), " " | "Enter") {
                    return;
                }
                match key.as_str() {
                    " " | "ArrowRight" | "ArrowDown" | "PageDown" | "Enter" => go.emit(at + 1),
                    "ArrowLeft" | "ArrowUp" | "PageUp" => go.emit(at.saturating_sub(1)),
                    "r" | "R" => go.emit(reveal.unwrap_or(at)),
                    "t" | "T" if page::has_shift(&event) => clock.set(None),
                    "t" | "T" => clock.set(Some(Clock::pressed(*clock))),
                    "f" | "F" => page::fill_screen(),
                    "Escape" => end.emit(()),
                    _ => return,
                }
                event.prevent_default();
            });
            move || drop(listening)
        });
    }
    use_effect_with(at, |_| page::focus("screen"));
    {
        let set = clock.setter();
        use_effect_with(*clock, move |clock| {
            let running = clock.filter(|clock| clock.runs && clock.left > 0);
            let ticking = running.and_then(|Clock { left, runs }| {
                let left = left - 1;
                page::Ticking::every(1000, move || set.set(Some(Clock { left, runs })))
            });
            move || drop(ticking)
        });
    }
    let Some(shell) = shell else {
        return Html::default();
    };
    let lesson = match lesson {
        Ok(lesson) => lesson,
        Err(instead) => return html! { <main class="present">{ instead }</main> },
    };
    let lang = shell.lang();
    let prepared = lesson.tasks[place / STEPS.len()].clone();
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
    let clock_text = clock.map_or_else(String::new, |clock| clock.text(lang));
    let next = go.reform(move |_: MouseEvent| at + 1);
    let previous = go.reform(move |_: MouseEvent| at.saturating_sub(1));
    let shown = screen(&shell, &prepared, step, answer, on_answer);
    html! {
        <main class="present">
            <section id="screen" class="screen" tabindex="-1" aria-live="polite" data-step={place.to_string()}>
                <header>
                    <h1>{ prepared.title.clone() }</h1>
                    <p class="quiet">{ heading(step, lang) }</p>
                    <p class="clock" role="timer">{ clock_text }</p>
                </header>
                { by_whom(&prepared) }
                <div class="stage">
                    if let Some(context) = afar {
                        <ContextProvider<FromAfar> {context}>{ shown }</ContextProvider<FromAfar>>
                    } else {
                        { shown }
                    }
                </div>
            </section>
            <footer class="bar">
                { press(words::previous(lang), "previous", previous) }
                <span>{ words::screen_of(lang, &(at + 1).to_string(), &(last + 1).to_string()) }</span>
                { press(words::next(lang), "next", next) }
                { press(words::finish(lang), "finish", end.reform(|_: MouseEvent| ())) }
                <details class="keys">
                    <summary>{ words::keys_title(lang) }</summary>
                    <p>{ words::keys(lang) }</p>
                </details>
            </footer>
        </main>
    }
}

fn press(label: &'static str, id: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {id} {onclick}>{ label }</button> }
}

fn heading(step: Step, lang: Lang) -> &'static str {
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
    let class = || kept::together(&prepared.id).found.answers;
    match step {
        Step::Question => html! {
            <>
                <p class="ask">{ prepared.ask.clone() }</p>
                { pictures(prepared, shell) }
            </>
        },
        Step::Guess => {
            let answer = answer.unwrap_or_else(|| Answer::start(prepared));
            // What stands beside what is set has been on the screen before.
            html! {
                <>
                    <p class="ask">{ prepared.ask.clone() }</p>
                    <Answering key={prepared.id.clone()} prepared={same} {answer} {on_answer} is_alone=true />
                </>
            }
        }
        Step::Class => {
            html! { <ClassOf key={prepared.id.clone()} prepared={same} on_screen=true /> }
        }
        Step::Reveal => {
            let answer = answer.filter(Answer::is_whole);
            html! {
                <>
                    <Answered prepared={same.clone()} {answer} class={class()} {depth} />
                    // What has no picture of its own is seen where the arithmetic is.
                    if !has_picture(prepared) {
                        <Whole prepared={same} within={Some(BELOW)} />
                    }
                </>
            }
        }
        Step::Why => html! {
            <>
                <Why prepared={same.clone()} {depth} />
                if has_picture(prepared) {
                    <Whole prepared={same} within={Some(BELOW)} />
                }
            </>
        },
        Step::Numbers => html! { <Numbers prepared={same} {depth} with_figure=false /> },
    }
}

/// What is seen before one guesses: the figure beside, or the two that differ.
fn pictures(prepared: &Prepared, shell: &Handle) -> Html {
    let changed = match &prepared.form {
        Form::Choose { changed, .. } => changed.as_deref(),
        _ => None,
    };
    let figures: Vec<Rc<Figure>> = beside(prepared)
        .into_iter()
        .chain(changed)
        .map(|figure| Rc::new(figure.clone()))
        .collect();
    html! {
        if !figures.is_empty() {
            <div class="pictures">
                for figure in figures.iter() { <div>{ shown(figure, shell.ground()) }</div> }
            </div>
        }
    }
}
