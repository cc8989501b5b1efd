//! Where an answer is given: every type by pointer, by touch and by keyboard alike.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::parts::canvas::FigureCanvas;
use crate::app::parts::ptr_eq::Same;
use crate::app::shell::{Ground, Handle};
use crate::web::page;
use figures::build::Figure;
use tasks::answer::UNSET;
use tasks::picture::{Drawn, beside, handle_text, own_series, picture};
use tasks::prepare::{Handle as Grip, Offer, Scale};
use tasks::{Answer, Form, Prepared};
use text::{Lang, number, tasks as words};

/// Properties of [`Answering`].
#[derive(Properties, PartialEq)]
pub struct AnsweringProps {
    /// The task.
    pub prepared: Same<Prepared>,
    /// The answer so far.
    pub answer: Answer,
    /// Called with another answer.
    pub on_answer: Callback<Answer>,
    /// Whether what stands beside the own picture has been seen before.
    #[prop_or_default]
    pub is_alone: bool,
}

/// What is seen, and what answers.
#[component]
pub fn Answering(props: &AnsweringProps) -> Html {
    let shell = use_context::<Handle>();
    let prepared = &props.prepared.0;
    let figure = use_memo(
        (props.prepared.clone(), props.answer.clone()),
        |(prepared, answer)| {
            let drawn = Drawn {
                own: Some(answer),
                ..Drawn::default()
            };
            picture(&prepared.0, drawn).map(Rc::new)
        },
    );
    let seen = use_memo(props.prepared.clone(), |prepared| {
        beside(&prepared.0).cloned().map(Rc::new)
    });
    let Some(shell) = shell else {
        return Html::default();
    };
    let (lang, ground) = (prepared.lang, shell.ground());
    let changed = match &prepared.form {
        Form::Choose { changed, .. } => changed.as_ref().map(|figure| Rc::new((**figure).clone())),
        _ => None,
    };
    let own = match &prepared.form {
        // A range without ends has nothing to show.
        Form::Levels { .. } | Form::Range { .. } => {
            (*figure).clone().filter(|_| props.answer.is_whole())
        }
        _ => None,
    };
    let has_other = own.is_some() || changed.is_some();
    let seen = (*seen).clone().filter(|_| !props.is_alone || !has_other);
    let is_many = changed.is_some();
    html! {
        <div class="answering">
            if seen.is_some() || has_other {
                <div class="pictures">
                    if let Some(figure) = seen {
                        { named(is_many.then(|| words::first_picture(lang)), &figure, ground) }
                    }
                    if let Some(figure) = changed {
                        { named(Some(words::second_picture(lang)), &figure, ground) }
                    }
                    if let Some(figure) = own {
                        { own_picture(props, figure, ground, lang) }
                    }
                </div>
            }
            <div class="fields">{ fields(props, lang) }</div>
        </div>
    }
}

/// The picture of the own answer: drawn in where it has a line or bars.
fn own_picture(props: &AnsweringProps, figure: Rc<Figure>, ground: Ground, lang: Lang) -> Html {
    let Form::Levels { handles, scale, .. } = &props.prepared.0.form else {
        return html! { <div>{ shown(&figure, ground) }</div> };
    };
    html! {
        <div>
            <p class="quiet" id="how-to-answer">{ words::how_to_draw(lang) }</p>
            { drawing(props, figure, ground, handles, scale) }
        </div>
    }
}

/// A figure to look at.
pub fn shown(figure: &Rc<Figure>, ground: Ground) -> Html {
    let id = format!("about-{}", figure.id);
    html! {
        <article class="figure">
            <FigureCanvas figure={Same(figure.clone())} {ground} described_by={id.clone()} />
            <p class="for-readers" {id}>{ figure.sheet.summary.clone() }</p>
            <div class="for-readers">
                for remark in figure.remarks() {
                    <p>{ remark }</p>
                }
            </div>
        </article>
    }
}

/// Two pictures that differ, each with which it is.
pub fn both(two: &[Rc<Figure>], ground: Ground, lang: Lang) -> Vec<Html> {
    let names = [words::first_picture(lang), words::second_picture(lang)].map(Some);
    let pairs = names.into_iter().zip(two);
    pairs
        .map(|(name, figure)| named(name, figure, ground))
        .collect()
}

/// A figure, with which of two it is.
fn named(name: Option<&'static str>, figure: &Rc<Figure>, ground: Ground) -> Html {
    html! {
        <div>
            if let Some(name) = name {
                <h3>{ name }</h3>
            }
            { shown(figure, ground) }
        </div>
    }
}

fn fields(props: &AnsweringProps, lang: Lang) -> Html {
    let prepared = &props.prepared.0;
    match (&prepared.form, &props.answer) {
        (
            Form::Levels {
                handles,
                scale,
                may_be_unknown,
                is_whole,
                ..
            },
            Answer::Levels { levels, unknown },
        ) => html! {
            <>
                { numbers(
                    props,
                    handles.iter().map(|handle| handle.label.clone()).zip(levels.iter().copied()),
                    scale,
                    false,
                ) }
                if *is_whole {
                    <p class="quiet" id="in-all" role="status">
                        { words::sums_to(lang, &in_all(levels, scale, lang)) }
                    </p>
                }
                if *may_be_unknown {
                    { unknown_box(props, levels, *unknown, lang) }
                }
            </>
        },
        (Form::Range { scale, .. }, Answer::Levels { levels, .. }) => {
            let ends = [words::lower(lang), words::upper(lang)].map(str::to_owned);
            numbers(
                props,
                ends.into_iter().zip(levels.iter().copied()),
                scale,
                true,
            )
        }
        (Form::Order { items, .. }, Answer::Order(order)) => {
            html! { <Ordering {lang} items={items.clone()} order={order.clone()} on_move={moves(props)} /> }
        }
        (Form::Choose { options, .. }, Answer::Choice(choice)) => {
            choices(props, options, *choice, lang)
        }
        (Form::Explain { boxes, .. }, Answer::Boxes(ticked)) => {
            let text = html! {
                <label class="field wide">
                    { words::own_words(lang) }
                    <textarea id="own-words" rows="5" />
                </label>
            };
            html! {
                <>
                    { text }
                    if !boxes.is_empty() {
                        <fieldset class="options">
                            <legend>{ words::my_text_says(lang) }</legend>
                            for (place, (label, is)) in boxes.iter().zip(ticked).enumerate() {
                                { tick(props, place, label, *is, ticked) }
                            }
                        </fieldset>
                    }
                </>
            }
        }
        _ => Html::default(),
    }
}

/// The picture that is drawn in.
fn drawing(
    props: &AnsweringProps,
    figure: Rc<Figure>,
    ground: Ground,
    handles: &[Grip],
    scale: &Scale,
) -> Html {
    let on_draw = {
        let (handles, scale) = (handles.to_vec(), *scale);
        let (answer, on_answer) = (props.answer.clone(), props.on_answer.clone());
        Callback::from(move |(point, value): (usize, f64)| {
            let apart = |handle: &Grip| handle.point.abs_diff(point);
            let nearest = (0..handles.len()).min_by_key(|place| apart(&handles[*place]));
            if let Some(place) = nearest {
                on_answer.emit(answer.with_level(place, scale.step(value), false));
            }
        })
    };
    let draws = own_series(&figure).map(|series| (series, on_draw));
    html! {
        <article class="figure">
            <FigureCanvas figure={Same(figure)} {ground} described_by="how-to-answer" {draws} />
        </article>
    }
}

/// The table in which every number is set by a slider or written, whatever the picture offers.
fn numbers(
    props: &AnsweringProps,
    handles: impl Iterator<Item = (String, u16)>,
    scale: &Scale,
    is_range: bool,
) -> Html {
    let lang = props.prepared.0.lang;
    let unit = match scale.percent {
        true => words::in_per_cent(lang),
        false => words::as_number(lang),
    };
    html! {
        <table class="handles">
            <caption>{ words::write_numbers(lang) }</caption>
            <thead>
                <tr>
                    <td></td>
                    <th scope="col">{ words::slider(lang) }</th>
                    <th scope="col">{ unit }</th>
                </tr>
            </thead>
            <tbody>
                for (place, handle) in handles.enumerate() {
                    { row(props, place, handle, scale, is_range) }
                }
            </tbody>
        </table>
    }
}

/// The sum of what is set.
fn in_all(levels: &[u16], scale: &Scale, lang: Lang) -> String {
    let sum: f64 = levels.iter().map(|level| scale.value(*level)).sum();
    number::percent(sum, 0, lang)
}

fn row(
    props: &AnsweringProps,
    place: usize,
    (label, level): (String, u16),
    scale: &Scale,
    is_range: bool,
) -> Html {
    let lang = props.prepared.0.lang;
    let on_level = {
        let (answer, on_answer) = (props.answer.clone(), props.on_answer.clone());
        Callback::from(move |level: u16| {
            on_answer.emit(answer.with_level(place, level, is_range));
        })
    };
    let oninput = {
        let on_level = on_level.clone();
        Callback::from(move |event: InputEvent| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            if let Some(level) = input.and_then(|input| input.value().parse().ok()) {
                on_level.emit(level);
            }
        })
    };
    // What nobody has set has no place of its own; to leave it there is to set it.
    let is_set = level != UNSET;
    let at = if is_set { level } else { scale.steps / 2 };
    let onclick = on_level.reform(move |_: MouseEvent| at);
    let onclick = (!is_set).then_some(onclick);
    let told = match is_set {
        true => handle_text(&label, level, scale, lang),
        false => format!("{label}: {}", words::not_set(lang)),
    };
    let id = format!("handle-{place}");
    html! {
        <tr class="handle">
            <th scope="row"><label for={id.clone()}>{ label.clone() }</label></th>
            <td>
                <input
                    {id}
                    type="range"
                    min="0"
                    max={scale.steps.to_string()}
                    step="1"
                    value={at.to_string()}
                    aria-valuetext={told}
                    class={classes!((!is_set).then_some("unset"))}
                    {oninput}
                    {onclick}
                />
            </td>
            <td><Typed id={format!("number-{place}")} {label} {level} scale={*scale} {lang} {on_level} /></td>
        </tr>
    }
}

#[derive(Properties, PartialEq)]
struct TypedProps {
    id: String,
    label: String,
    level: u16,
    scale: Scale,
    lang: Lang,
    on_level: Callback<u16>,
}

/// A number that is written. What is none stays to be mended, and the answer as it was.
#[component]
fn Typed(props: &TypedProps) -> Html {
    let wrong = use_state(|| None::<String>);
    let (scale, lang) = (props.scale, props.lang);
    let onchange = {
        let (wrong, on_level) = (wrong.setter(), props.on_level.clone());
        let is_unset = props.level == UNSET;
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
                return;
            };
            if input.value().trim().is_empty() && is_unset {
                wrong.set(None);
                return;
            }
            let level = scale.typed(&input.value(), lang);
            wrong.set(level.is_none().then(|| input.value()));
            if let Some(level) = level {
                on_level.emit(level);
            }
        })
    };
    {
        // Another answer, by whatever way, is one.
        let wrong = wrong.setter();
        use_effect_with(props.level, move |_| wrong.set(None));
    }
    let said = format!("{}-said", props.id);
    let own = || match props.level {
        UNSET => String::new(),
        level => scale.bare(level, lang),
    };
    html! {
        <>
            <input
                id={props.id.clone()}
                type="text"
                inputmode="decimal"
                autocomplete="off"
                aria-label={props.label.clone()}
                aria-invalid={wrong.is_some().then_some("true")}
                aria-describedby={wrong.is_some().then(|| said.clone())}
                value={(*wrong).clone().unwrap_or_else(own)}
                {onchange}
            />
            if wrong.is_some() {
                <span class="warned" id={said} role="alert">
                    { words::write_up_to(lang, &scale.bare(scale.steps, lang)) }
                </span>
            }
        </>
    }
}

fn unknown_box(props: &AnsweringProps, levels: &[u16], unknown: bool, lang: Lang) -> Html {
    let (on_answer, levels) = (props.on_answer.clone(), levels.to_vec());
    let onchange = Callback::from(move |_: Event| {
        on_answer.emit(Answer::Levels {
            levels: levels.clone(),
            unknown: !unknown,
        });
    });
    html! {
        <p class="options">
            <label>
                <input type="checkbox" id="cannot-know" checked={unknown} {onchange} />
                { words::cannot_know(lang) }
            </label>
        </p>
    }
}

fn choices(props: &AnsweringProps, options: &[Offer], choice: Option<usize>, lang: Lang) -> Html {
    let option = |(place, offer): (usize, &Offer)| {
        let onchange = props
            .on_answer
            .reform(move |_: Event| Answer::Choice(Some(place)));
        html! {
            <label>
                <input
                    type="radio"
                    name="choice"
                    id={format!("choice-{place}")}
                    checked={choice == Some(place)}
                    {onchange}
                />
                <span>{ offer.label.clone() }</span>
            </label>
        }
    };
    html! {
        <fieldset class="options">
            <legend>{ words::your_turn(lang) }</legend>
            { for options.iter().enumerate().map(option) }
        </fieldset>
    }
}

fn tick(props: &AnsweringProps, place: usize, label: &str, is: bool, ticked: &[bool]) -> Html {
    let (on_answer, ticked) = (props.on_answer.clone(), ticked.to_vec());
    let onchange = Callback::from(move |_: Event| {
        let mut ticked = ticked.clone();
        if let Some(at) = ticked.get_mut(place) {
            *at = !*at;
        }
        on_answer.emit(Answer::Boxes(ticked));
    });
    html! {
        <label>
            <input type="checkbox" id={format!("box-{place}")} checked={is} {onchange} />
            <span>{ label.to_owned() }</span>
        </label>
    }
}

/// What moves an item of an order.
fn moves(props: &AnsweringProps) -> Callback<(usize, bool)> {
    let (answer, on_answer) = (props.answer.clone(), props.on_answer.clone());
    Callback::from(move |(place, up)| on_answer.emit(answer.moved(place, up)))
}

#[derive(Properties, PartialEq)]
struct OrderingProps {
    lang: Lang,
    items: Vec<Grip>,
    order: Vec<usize>,
    on_move: Callback<(usize, bool)>,
}

/// A list that is put in order by buttons. The focus stays with what was moved.
#[component]
fn Ordering(props: &OrderingProps) -> Html {
    let moved = use_mut_ref(|| None::<String>);
    {
        let moved = moved.clone();
        use_effect_with(props.order.clone(), move |_| {
            if let Some(id) = moved.borrow_mut().take() {
                page::focus(&id);
            }
        });
    }
    let lang = props.lang;
    let button = |place: usize, item: usize, up: bool| {
        let id = format!("{}-{item}", if up { "up" } else { "down" });
        let label = &props.items[item].label;
        let name = match up {
            true => words::move_up(lang, label),
            false => words::move_down(lang, label),
        };
        let onclick = {
            let (on_move, moved, id) = (props.on_move.clone(), moved.clone(), id.clone());
            Callback::from(move |_: MouseEvent| {
                *moved.borrow_mut() = Some(id.clone());
                on_move.emit((place, up));
            })
        };
        html! {
            <button type="button" {id} aria-label={name} {onclick}>{ if up { "↑" } else { "↓" } }</button>
        }
    };
    html! {
        <>
            <p class="quiet">{ words::how_to_order(lang) }</p>
            <ol class="ordering">
                for (place, item) in props.order.iter().copied().enumerate() {
                    <li key={item}>
                        <span>{ props.items[item].label.clone() }</span>
                        { button(place, item, true) }
                        { button(place, item, false) }
                    </li>
                }
            </ol>
        </>
    }
}
