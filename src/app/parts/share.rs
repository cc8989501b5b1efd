//! The menu under a figure: links, citations, pictures, numbers.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::same::Same;
use crate::app::shell::{Event, Handle};
use crate::figures::build::Figure;
use crate::figures::place::{Size, place};
use crate::figures::spec::Spec;
use crate::figures::svg::svg;
use crate::figures::theme::Theme;
use crate::state::{Page, State, address};
use crate::text::{Lang, share as words};
use crate::web::{canvas, download, page, session, tools};

/// Properties of [`Share`].
#[derive(Properties, PartialEq)]
pub struct ShareProps {
    /// The figure.
    pub figure: Same<Figure>,
    /// What it shows.
    pub spec: Rc<Spec>,
}

/// Something in the menu.
#[derive(Clone, Copy, PartialEq)]
enum Item {
    /// A text to copy, by its form.
    Copy(&'static str),
    Svg,
    Png(u8),
    /// A file of the other module, by its form and panel.
    File(&'static str, usize),
}

/// The menu.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let copied = use_state(String::new);
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let on = |item: Item| {
        let (shell, props) = (shell.clone(), (props.figure.0.clone(), props.spec.clone()));
        let copied = copied.setter();
        Callback::from(move |_: MouseEvent| {
            let (shell, figure, copied) = (shell.clone(), props.0.clone(), copied.clone());
            spawn_local(async move {
                let said = match item {
                    Item::Copy(form) => {
                        let text = text_of(&shell.state, &figure, form);
                        let said = match (&text, page::copied(text.as_deref().unwrap_or("")).await)
                        {
                            (None, _) => words::failed(lang),
                            (_, false) => words::copy_yourself(lang),
                            _ if matches!(form, "link" | "embed") && session::current_is_own() => {
                                words::copied_own(lang)
                            }
                            _ => words::copied(lang),
                        };
                        copied.set(text.unwrap_or_default());
                        Some(said)
                    }
                    item => save(&shell.state, &figure, item)
                        .await
                        .is_none()
                        .then(|| words::failed(lang)),
                };
                if let Some(said) = said {
                    shell.dispatch(Event::Said(said.to_owned()));
                }
            });
        })
    };
    let texts = [
        ("link", words::link(lang)),
        ("embed", words::embed(lang)),
        ("citation", words::citation(lang)),
        ("bibtex", "BibTeX"),
        ("ris", "RIS"),
    ];
    let mut copies = Vec::new();
    for (form, label) in texts {
        copies.push((form.to_owned(), Item::Copy(form), label.to_owned()));
    }
    let mut files = vec![("svg".to_owned(), Item::Svg, words::svg(lang).to_owned())];
    for scale in 1..=4 {
        files.push((
            format!("png{scale}"),
            Item::Png(scale),
            words::png(lang, scale),
        ));
    }
    files.extend(numbers(&props.figure.0, lang));
    let buttons = |items: Vec<(String, Item, String)>| {
        let needs_tools = |item: &Item| match item {
            Item::Copy(form) => !matches!(*form, "link" | "embed"),
            Item::File(..) => true,
            Item::Svg | Item::Png(_) => false,
        };
        items
            .into_iter()
            .map(|(name, item, label)| {
                let disabled = needs_tools(&item) && !shell.has_tools;
                html! {
                    <button type="button" key={name.clone()} data-share={name} onclick={on(item)} {disabled}>
                        { label }
                    </button>
                }
            })
            .collect::<Html>()
    };
    let field = format!("{}-copied", props.figure.0.id);
    html! {
        <details class="share">
            <summary>{ words::menu(lang) }</summary>
            <div role="group" aria-label={words::copy(lang)}>
                <b>{ words::copy(lang) }</b>
                { buttons(copies) }
            </div>
            <div role="group" aria-label={words::save(lang)}>
                <b>{ words::save(lang) }</b>
                { buttons(files) }
            </div>
            if !copied.is_empty() {
                <label for={field.clone()}>{ words::copied_text(lang) }</label>
                <textarea id={field} readonly=true rows="4" value={(*copied).clone()} />
            }
        </details>
    }
}

/// Files of numbers: one CSV file for each panel that has any, and both of the whole figure.
fn numbers(figure: &Figure, lang: Lang) -> Vec<(String, Item, String)> {
    let mut items = Vec::new();
    for (index, panel) in figure.panels.iter().enumerate() {
        if panel.source.is_empty() {
            continue;
        }
        let title = &figure.sheet.panels[index].title;
        let label = match title.as_str() {
            "" => words::csv(lang).to_owned(),
            title => format!("{}: {title}", words::csv(lang)),
        };
        items.push((format!("csv{}", index + 1), Item::File("csv", index), label));
    }
    for (form, label) in [("xlsx", words::xlsx(lang)), ("json", words::json(lang))] {
        items.push((form.to_owned(), Item::File(form, 0), label.to_owned()));
    }
    items
}

/// The address of a figure on a page of its own, or embedded.
fn address_of(state: &State, figure: &Figure, embedded: bool) -> String {
    let number = figure.number;
    let page = match (embedded, number) {
        (true, figure) => Page::Embed { figure },
        (false, Some(_)) => Page::Report { figure: number },
        (false, None) => Page::Explore,
    };
    address::write(&State {
        page,
        ..state.clone()
    })
}

/// A text to copy.
fn text_of(state: &State, figure: &Figure, form: &str) -> Option<String> {
    let link = |embedded| page::address_with(&address_of(state, figure, embedded));
    match form {
        "link" => Some(link(false)),
        "embed" => Some(embed_code(&link(true), &figure.sheet.title)),
        form => shared(state, figure, form, 0, tools::shared_text),
    }
}

/// The frame with the listener that keeps it as high as the figure.
fn embed_code(link: &str, title: &str) -> String {
    let attribute = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;");
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"640\" loading=\"lazy\"></iframe>\n\
         <script>addEventListener(\"message\", (event) => {{\n  \
         for (const frame of document.querySelectorAll(\"iframe\"))\n    \
         if (frame.contentWindow === event.source && event.data.utvandring > 0) \
         frame.height = event.data.utvandring;\n}});</script>\n",
        attribute(link),
        attribute(title),
    )
}

/// Hands the request for a form of a figure to `ask`.
fn shared<T>(
    state: &State,
    figure: &Figure,
    form: &str,
    panel: usize,
    ask: impl Fn(&str, &tools::Shared) -> Option<T>,
) -> Option<T> {
    let address = address_of(state, figure, false);
    let shared = tools::Shared {
        form,
        address: &address,
        panel,
        date: &page::today(),
        link: &page::address_with(&address),
    };
    ask(&state.dataset, &shared)
}

/// Width of exported pictures in CSS pixels.
const EXPORT_SIZE: Size = Size {
    width: 960.0,
    height: None,
};

/// Makes a file and hands it to the visitor.
async fn save(state: &State, figure: &Figure, item: Item) -> Option<()> {
    let theme = &Theme::LIGHT;
    let (blob, ending) = match item {
        Item::Copy(_) => return None,
        Item::Svg => {
            let text = svg(&figure.sheet, EXPORT_SIZE, theme);
            (
                download::text_blob(&text, "image/svg+xml"),
                ".svg".to_owned(),
            )
        }
        Item::Png(scale) => {
            let canvas = canvas::detached().ok()?;
            let placed = place(&figure.sheet, EXPORT_SIZE, theme);
            canvas::show(&canvas, &placed, theme, f64::from(scale)).ok()?;
            (download::png_blob(&canvas).await, format!("@{scale}x.png"))
        }
        Item::File(form, panel) => {
            let media_type = match form {
                "csv" => "text/csv",
                "json" => "application/json",
                _ => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            };
            let part = match form {
                "csv" if figure.panels.len() > 1 => format!("-{}", panel + 1),
                _ => String::new(),
            };
            let ask = |dataset: &str, asked: &tools::Shared| {
                tools::shared_blob(dataset, asked, media_type)
            };
            let blob = shared(state, figure, form, panel, ask)?;
            (Ok(blob), format!("{part}.{form}"))
        }
    };
    let name = format!("utvandring-{}-{}{ending}", state.dataset, figure.id);
    download::save(&blob.ok()?, &name).ok()
}
