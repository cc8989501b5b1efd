//! A figure with everything that belongs to it: picture, sentence, table, links.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::canvas::FigureCanvas;
use super::number_table::Numbers;
use super::same::Same;
use crate::app::shell::{Event, Handle};
use crate::figures::build::{Figure, build};
use crate::figures::place::{Size, place};
use crate::figures::spec::Spec;
use crate::figures::svg::svg;
use crate::figures::theme::Theme;
use crate::state::{Page, State, View, address};
use crate::text::words;
use crate::web::{canvas, download};

/// Properties of [`FigureView`].
#[derive(Properties, PartialEq)]
pub struct FigureProps {
    /// What the figure shows.
    pub spec: Rc<Spec>,
    /// Whether a link leads to the same question on the explore page.
    #[prop_or(true)]
    pub explorable: bool,
}

/// A figure with its sentence and its table.
#[component]
pub fn FigureView(props: &FigureProps) -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let figure = {
        let dataset = shell.dataset.clone();
        let spec = props.spec.clone();
        let data = dataset.clone().map(Same);
        use_memo((data, lang, props.spec.clone()), move |_| {
            dataset.map(|dataset| Rc::new(build(&spec, &dataset, lang)))
        })
    };
    let Some(figure) = (*figure).clone() else {
        return Html::default();
    };
    let id = figure.id.clone();
    // A figure of the report stands under the heading of its chapter.
    let heading = if figure.number.is_some() { "h3" } else { "h2" };
    let sentence_id = format!("{id}-sentence");
    let number = figure
        .number
        .map(|number| words::figure_number(lang, number));
    if let Some(reason) = &figure.absent {
        return html! {
            <article class="figure" {id}>
                <@{heading}>
                    if let Some(number) = number {
                        <span class="number">{ number }</span>
                    }
                    { " " }
                    { figure.sheet.title.clone() }
                </@>
                <p class="absent-figure">{ reason.clone() }</p>
            </article>
        };
    }
    let captions: Vec<String> = figure
        .sheet
        .panels
        .iter()
        .map(|panel| match panel.title.as_str() {
            "" => figure.sheet.title.clone(),
            title => format!("{}: {title}", figure.sheet.title),
        })
        .collect();
    let explore = props.explorable.then(|| {
        let view = View::of_panel(&props.spec.panels[0]);
        address::write(&State {
            page: Page::Explore,
            view,
            ..shell.state.clone()
        })
    });
    html! {
        <article class="figure" {id}>
            <@{heading} class="for-readers">
                { number.map(|number| format!("{number}. ")) }
                { figure.sheet.title.clone() }
            </@>
            <FigureCanvas
                figure={Same(figure.clone())}
                dark={shell.is_dark()}
                described_by={sentence_id.clone()}
            />
            <p class="sentence" id={sentence_id}>{ figure.sheet.summary.clone() }</p>
            <details>
                <summary>{ words::table_show(lang) }</summary>
                for (panel, caption) in figure.panels.iter().zip(captions) {
                    <Numbers table={panel.table.clone()} {caption} />
                }
            </details>
            <p class="figure-links">
                if let Some(explore) = explore {
                    <a href={explore}>{ words::explore_this(lang) }</a>
                }
                <button type="button" class="plain" onclick={save_svg(&figure)}>
                    { words::save_svg(lang) }
                </button>
                <button type="button" class="plain" onclick={save_png(&shell, &figure)}>
                    { words::save_png(lang) }
                </button>
            </p>
        </article>
    }
}

/// Width of exported pictures in CSS pixels.
const EXPORT_WIDTH: f64 = 960.0;

fn export_size() -> Size {
    Size {
        width: EXPORT_WIDTH,
        height: None,
    }
}

fn save_svg(figure: &Rc<Figure>) -> Callback<MouseEvent> {
    let figure = figure.clone();
    Callback::from(move |_| {
        let text = svg(&figure.sheet, export_size(), &Theme::LIGHT);
        if let Ok(blob) = download::text_blob(&text, "image/svg+xml") {
            let _ = download::save(&blob, &format!("utvandring-{}.svg", figure.id));
        }
    })
}

fn save_png(shell: &Handle, figure: &Rc<Figure>) -> Callback<MouseEvent> {
    let (figure, dispatcher) = (figure.clone(), shell.dispatcher());
    Callback::from(move |_| {
        let (figure, dispatcher) = (figure.clone(), dispatcher.clone());
        spawn_local(async move {
            let drawn = canvas::detached().and_then(|canvas| {
                let placed = place(&figure.sheet, export_size(), &Theme::LIGHT);
                canvas::show(&canvas, &placed, &Theme::LIGHT, 2.0).map(|()| canvas)
            });
            match drawn {
                Ok(canvas) => {
                    if let Ok(blob) = download::png_blob(&canvas).await {
                        let _ = download::save(&blob, &format!("utvandring-{}.png", figure.id));
                    }
                }
                Err(message) => dispatcher.dispatch(Event::Said(message)),
            }
        });
    })
}
