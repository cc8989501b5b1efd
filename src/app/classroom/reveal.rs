//! What the data say: a sentence, a picture, why, and the numbers behind it.

use std::rc::Rc;

use yew::prelude::*;

use super::answering::{both, shown};
use crate::app::parts::arithmetic::Arithmetic;
use crate::app::parts::linked_text;
use crate::app::parts::ptr_eq::Same;
use crate::app::shell::Handle;
use figures::build::Figure;
use figures::place::fits;
use figures::theme::Theme;
use measures::DEFAULT_LEVEL;
use state::{Page, State, address};
use tasks::file::Place;
use tasks::picture::{self, Drawn};
use tasks::prepare::numbers_of;
use tasks::quantity::{Found, Opens};
use tasks::verdict::{key, verdict};
use tasks::{Answer, Prepared};
use text::{explain, tasks as words};
use view_models::analyses;

/// How much is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
pub enum Depth {
    /// The sentences.
    Visitor,
    /// The numbers behind them.
    Pupil,
    /// Intervals and premises.
    Researcher,
}

impl Depth {
    /// Every depth, with its name in an address.
    pub const ALL: [(&'static str, Depth); 3] = [
        ("visitor", Depth::Visitor),
        ("pupil", Depth::Pupil),
        ("researcher", Depth::Researcher),
    ];

    /// The depth of a name; that of a pupil when it is not known.
    pub fn of(name: &str) -> Depth {
        let found = Depth::ALL.into_iter().find(|(known, _)| *known == name);
        found.map_or(Depth::Pupil, |(_, depth)| depth)
    }
}

/// Properties of the parts of the reveal.
#[derive(Properties, PartialEq)]
pub struct RevealProps {
    /// The task.
    pub prepared: Same<Prepared>,
    /// The own answer, where there is one.
    #[prop_or_default]
    pub answer: Option<Answer>,
    /// The answers of a class.
    #[prop_or_default]
    pub class: Vec<Answer>,
    /// How much is told.
    pub depth: Depth,
    /// Whether the figure is shown beside its numbers.
    #[prop_or(true)]
    pub with_figure: bool,
}

/// The verdict and its picture.
#[component]
pub fn Answered(props: &RevealProps) -> Html {
    let shell = use_context::<Handle>();
    let figure = {
        let key = (
            props.prepared.clone(),
            props.answer.clone(),
            props.class.clone(),
        );
        use_memo(key, |(prepared, own, class)| {
            let median = tasks::class::median(&prepared.0, class);
            let drawn = Drawn {
                own: own.as_ref(),
                class,
                median: median.as_ref(),
                revealed: true,
            };
            picture::picture(&prepared.0, drawn).map(Rc::new)
        })
    };
    let two = use_memo(props.prepared.clone(), |prepared| {
        let told = picture::told(&prepared.0).iter();
        told.map(|figure| Rc::new(figure.clone()))
            .collect::<Vec<_>>()
    });
    let Some(shell) = shell else {
        return Html::default();
    };
    let prepared = &props.prepared.0;
    let said = match &props.answer {
        Some(answer) => verdict(prepared, answer).text(),
        None => key(prepared),
    };
    html! {
        <>
            <p class="answer" id="verdict">{ said }</p>
            if let Some(figure) = (*figure).clone() {
                { shown(&figure, shell.ground()) }
            }
            if !two.is_empty() {
                <div class="pictures">{ for both(&two, shell.ground(), prepared.lang) }</div>
            }
        </>
    }
}

/// Why it is so.
#[component]
pub fn Why(props: &RevealProps) -> Html {
    let shell = use_context::<Handle>();
    let Some(shell) = shell else {
        return Html::default();
    };
    let prepared = &props.prepared.0;
    html! {
        <>
            <p class="answer" id="why">{ linked_text::worded(&shell, &prepared.why) }</p>
            if props.depth == Depth::Researcher {
                <h3>{ words::premises(prepared.lang) }</h3>
                <ul>for premise in prepared.premises.iter() { <li>{ premise.clone() }</li> }</ul>
            }
        </>
    }
}

/// The figure where the arithmetic is.
#[component]
pub fn Whole(props: &WholeProps) -> Html {
    let shell = use_context::<Handle>();
    let dataset = shell.as_ref().and_then(|shell| shell.dataset.clone());
    let key = (props.prepared.clone(), dataset.map(Same));
    let whole = use_memo(key, |(prepared, dataset)| {
        let dataset = dataset.as_ref()?;
        picture::revealed(&prepared.0, &dataset.0).map(Rc::new)
    });
    let has_room = |figure: &Rc<Figure>| {
        let within = props.within;
        within.is_none_or(|room| fits(&figure.sheet, room, &Theme::LIGHT))
    };
    match (shell, (*whole).clone().filter(has_room)) {
        (Some(shell), Some(figure)) => shown(&figure, shell.ground()),
        _ => Html::default(),
    }
}

/// Properties of [`Whole`].
#[derive(Properties, PartialEq)]
pub struct WholeProps {
    /// The task.
    pub prepared: Same<Prepared>,
    /// The room it must have, in its own pixels; none for any. It can be opened in full.
    #[prop_or_default]
    pub within: Option<(f64, f64)>,
}

/// The numbers behind it, and where they come from.
#[component]
pub fn Numbers(props: &RevealProps) -> Html {
    let shell = use_context::<Handle>();
    let told = use_state(|| None);
    let dataset = shell.as_ref().and_then(|shell| shell.dataset.clone());
    let Some((shell, dataset)) = shell.zip(dataset) else {
        return Html::default();
    };
    let prepared = &props.prepared.0;
    let lang = prepared.lang;
    let on_close = {
        let told = told.clone();
        Callback::from(move |()| told.set(None))
    };
    let opens = |found: &Found| match &found.opens {
        Opens::Analysis(asked, id) => {
            let (told, dataset) = (told.clone(), dataset.clone());
            let (asked, id) = (asked.clone(), id.clone());
            let open = Callback::from(move |()| {
                told.set(analyses::explanation(&dataset, &asked, &id, lang))
            });
            linked_text::opens(&found.text, explain::show_arithmetic(lang), &open)
        }
        _ => linked_text::shown(&shell, &found.text, numbers_of(found), DEFAULT_LEVEL),
    };
    let line = |found: &Found| {
        let between = match props.depth {
            Depth::Researcher if !found.between.is_empty() => format!(" ({})", found.between),
            _ => String::new(),
        };
        html! { <div><dt>{ found.title.clone() }</dt><dd>{ opens(found) }{ between }</dd></div> }
    };
    html! {
        <>
            if !prepared.numbers.is_empty() {
                <dl class="behind">{ for prepared.numbers.iter().map(line) }</dl>
            }
            if props.with_figure {
                <Whole prepared={props.prepared.clone()} />
            }
            if let Some(place) = &prepared.reveal {
                <p><a href={there(&shell.state, place)}>{ words::open_there(lang) }</a></p>
            }
            <Arithmetic told={(*told).clone()} {on_close} />
        </>
    }
}

/// The address of a place on the page.
fn there(state: &State, place: &Place) -> String {
    address::write(&match place {
        Place::View(view) => State {
            page: Page::Explore,
            view: (**view).clone(),
            ..state.clone()
        },
        Place::Analysis(asked) => State {
            page: Page::Analysis,
            analysis: asked.clone(),
            ..state.clone()
        },
    })
}
