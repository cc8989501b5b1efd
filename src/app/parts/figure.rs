//! A figure with everything that belongs to it: picture, sentence, table, links.

use std::rc::Rc;

use yew::prelude::*;

use super::canvas::FigureCanvas;
use super::definitions::definitions;
use super::number_table::Numbers;
use super::same::Same;
use super::turns::use_in_turn;
use super::worded;
use crate::app::shell::Handle;
use crate::figures::build::{Figure, build};
use crate::figures::spec::Spec;
use crate::measures::DEFAULT_LEVEL;
use crate::state::{Page, State, View, address};
use crate::text::{Lang, terms, words};

/// Properties of [`FigureView`].
#[derive(Properties, PartialEq)]
pub struct FigureProps {
    /// What the figure shows.
    pub spec: Rc<Spec>,
    /// Whether a link leads to the same question on the explore page.
    #[prop_or(true)]
    pub explorable: bool,
    /// Whether it can be shared and downloaded from here.
    #[prop_or(true)]
    pub shareable: bool,
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
        let deps = (data, lang, props.spec.clone());
        use_in_turn(shell.dataset.as_ref(), deps, move |_| {
            dataset.map(|dataset| Rc::new(build(&spec, &dataset, lang)))
        })
    };
    let Some(figure) = figure.and_then(|figure| (*figure).clone()) else {
        return Html::default();
    };
    let level = figure.level.unwrap_or(DEFAULT_LEVEL);
    let id = figure.id.clone();
    // A figure of the report stands under the heading of its chapter.
    let heading = if figure.number.is_some() { "h3" } else { "h2" };
    let sentence_id = format!("{id}-sentence");
    let number = figure
        .number
        .map(|number| words::figure_number(lang, number));
    if let Some(reason) = &figure.absent {
        // Tables that the first view does without are on their way.
        let reason = match cfg!(feature = "whole") {
            true => reason,
            false => words::loading(lang),
        };
        return html! {
            <article class="figure" {id}>
                <@{heading}>
                    if let Some(number) = number {
                        <span class="number">{ number }</span>
                    }
                    { " " }
                    { figure.sheet.title.clone() }
                </@>
                <p class="absent-figure">{ reason.to_owned() }</p>
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
                ground={shell.ground()}
                described_by={sentence_id.clone()}
            />
            <p class="sentence" id={sentence_id}>{ worded::said(&shell, &figure.sentence(), level, &mut Vec::new()) }</p>
            <div class="for-readers">
                for remark in remarks(&figure) {
                    <p>{ remark }</p>
                }
            </div>
            <details>
                <summary>{ words::table_show(lang) }</summary>
                for (index, (panel, caption)) in figure.panels.iter().zip(captions).enumerate() {
                    <Numbers
                        table={panel.table.clone()}
                        numbers={figure.numbers(index)}
                        method={figure.interval_method(index)}
                        {level}
                        {caption}
                    />
                }
            </details>
            <details class="terms">
                <summary>{ words::terms_show(lang) }</summary>
                { definitions(terms::definitions_of(lang, &props.spec.terms()), false) }
            </details>
            if props.shareable {
                if let Some(explore) = explore {
                    <p class="figure-links"><a href={explore}>{ words::explore_this(lang) }</a></p>
                }
                { share_menu(&figure, lang) }
            }
        </article>
    }
}

#[cfg(feature = "whole")]
fn share_menu(figure: &Rc<Figure>, _: Lang) -> Html {
    html! { <super::share::Share figure={Same(figure.clone())} /> }
}

/// In the first view there is room for it only.
#[cfg(not(feature = "whole"))]
fn share_menu(_: &Rc<Figure>, lang: Lang) -> Html {
    html! { <details class="share"><summary>{ words::share(lang) }</summary></details> }
}

/// What the picture says in small print, for those who cannot see it.
fn remarks(figure: &Figure) -> Vec<String> {
    let notes = figure
        .sheet
        .panels
        .iter()
        .filter_map(|panel| panel.note.clone());
    notes.chain(figure.sheet.footer.iter().cloned()).collect()
}
