//! The menu under a figure: links, citations, pictures, numbers.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::folded::Folded;
use super::ptr_eq::Same;
use crate::app::shell::{Event, Handle, Message};
use crate::web::share::{self, Made, Wish};
use crate::web::{canvas, download, page};
use data::dataset::name_of;
use figures::build::Figure;
use figures::place::{Size, place};
use figures::svg::svg;
use figures::theme::Theme;
use state::{Page, State, address};
use text::{Lang, share as share_words, words};

/// Properties of [`Share`].
#[derive(Properties, PartialEq)]
pub struct ShareProps {
    /// The figure.
    pub figure: Same<Figure>,
    /// The state that asks its question.
    pub state: State,
    /// The captions of the tables that are saved in place of those of its panels.
    #[prop_or_default]
    pub tables: Vec<String>,
}

/// The menu.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let copied = use_state(String::new);
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let figure = props.figure.0.clone();
    let onclick = {
        let (shell, figure, copied) = (shell.clone(), figure.clone(), copied.setter());
        let state = props.state.clone();
        Callback::from(move |event: MouseEvent| {
            let Some(form) = page::chosen(&event, "data-share") else {
                return;
            };
            let (shell, figure, copied) = (shell.clone(), figure.clone(), copied.clone());
            let state = state.clone();
            spawn_local(async move {
                let outcome = match shared(&state, &figure, &form).await {
                    Some(Shared::Text(text)) => {
                        let done = page::copied(&text).await;
                        copied.set(text);
                        match (done, is_own(&shell)) {
                            (false, _) => "copy_yourself",
                            (true, true) if form.starts_with('#') => "copied_own",
                            (true, _) => "copied",
                        }
                    }
                    Some(Shared::File) => return,
                    None => "failed",
                };
                let said = move |lang| share_words::outcome(lang, outcome).to_owned();
                shell.dispatch(Event::Said(Message::of(said)));
            });
        })
    };
    let own = is_own(&shell);
    let tables = props.tables.clone();
    let make = Callback::from(move |()| {
        spawn_local(share::prepare());
        html! {
            <>
                { group(share_words::copy(lang), copies(lang, own)) }
                if own {
                    <p class="quiet">{ words::embeds_published(lang) }</p>
                }
                { group(share_words::save(lang), files(&figure, &tables, lang)) }
                if !copied.is_empty() {
                    <textarea
                        aria-label={words::share_text(lang)}
                        readonly=true
                        rows="4"
                        value={(*copied).clone()}
                    />
                }
            </>
        }
    });
    html! { <Folded class="share" summary={words::row_share(lang)} {make} {onclick} /> }
}

/// A form of the figure, as in [`shared`], and the words of its button.
type Form = (String, String);

fn form(name: &str, label: &str) -> Form {
    (name.to_owned(), label.to_owned())
}

/// Whether the data are not the publisher's.
fn is_own(shell: &Handle) -> bool {
    shell.dataset.as_ref().is_some_and(|dataset| dataset.own)
}

/// What can be copied. Other sites can show published data only.
fn copies(lang: Lang, is_own: bool) -> Vec<Form> {
    let mut forms = vec![
        form("#", share_words::link(lang)),
        form("#embed", share_words::embed(lang)),
        form("citation", share_words::citation(lang)),
        form("bibtex", "BibTeX"),
        form("ris", "RIS"),
    ];
    forms.retain(|(name, _)| !is_own || name != "#embed");
    forms
}

/// What can be saved: pictures, the numbers of each panel that has some or of each table, the description.
fn files(figure: &Figure, tables: &[String], lang: Lang) -> Vec<Form> {
    let mut files = vec![form("svg", share_words::svg(lang))];
    files.extend((1..=4).map(|scale| (format!("png{scale}"), share_words::png(lang, scale))));
    let panels = figure.sheet.panels.iter().zip(&figure.panels);
    let panels =
        panels.map(|(panel, numbers)| (!numbers.source.is_empty()).then_some(panel.title.as_str()));
    let titles: Vec<Option<&str>> = match tables {
        [] => panels.collect(),
        [_] => vec![Some("")],
        several => several.iter().map(|title| Some(title.as_str())).collect(),
    };
    for (place, title) in (1..).zip(titles) {
        if let Some(title) = title {
            let label = match title {
                "" => share_words::csv(lang).to_owned(),
                title => format!("{}: {title}", share_words::csv(lang)),
            };
            files.push((format!("csv{place}"), label));
        }
    }
    files.push(form("xlsx", share_words::xlsx(lang)));
    files.push(form("json", share_words::json(lang)));
    files
}

fn group(name: &'static str, forms: Vec<Form>) -> Html {
    let buttons = forms.into_iter().map(|(form, label)| {
        html! { <button type="button" data-share={form}>{ label }</button> }
    });
    html! {
        <div role="group" aria-label={name}>
            <b>{ name }</b>
            { for buttons }
        </div>
    }
}

/// What came of a wish.
enum Shared {
    Text(String),
    File,
}

/// Width of exported pictures in CSS pixels.
const EXPORT_SIZE: Size = Size {
    width: 960.0,
    height: None,
};

/// Makes a form of the figure: text to copy, or a file that the visitor gets. Forms are `#` and
/// `#embed` for addresses, `svg`, `png1` to `png4`, `csv1` for the first panel and so on, `xlsx`,
/// `json`, `citation`, `bibtex`, `ris`.
async fn shared(state: &State, figure: &Figure, form: &str) -> Option<Shared> {
    let theme = &Theme::LIGHT;
    let at = address_of(state, figure, form == "#embed");
    let (kind, number) = match form.char_indices().last() {
        Some((at, '1'..='9')) => (&form[..at], form[at..].parse().unwrap_or(1)),
        _ => (form, 1),
    };
    let mut ending = kind.to_owned();
    let blob = match kind {
        "svg" => {
            let text = svg(&figure.sheet, EXPORT_SIZE, theme);
            download::text_blob(&text, "image/svg+xml").ok()?
        }
        "png" => {
            let canvas = canvas::detached().ok()?;
            let placed = place(&figure.sheet, EXPORT_SIZE, theme);
            canvas::show(&canvas, &placed, theme, f64::from(number)).ok()?;
            download::png_blob(&canvas).await.ok()?
        }
        _ => {
            let link = page::address_with(&at);
            if kind == "#" {
                return Some(Shared::Text(link));
            }
            let wish = Wish {
                form: kind,
                at: &at,
                date: &page::today(),
                link: &link,
                title: &figure.sheet.title,
                panel: number as usize,
            };
            match share::share(&wish).await? {
                Made::Text(text) => return Some(Shared::Text(text)),
                Made::File(blob) => blob,
            }
        }
    };
    let is_numbered = kind == "png" || number > 1 || figure.panels.len() > 1;
    if form.len() > kind.len() && is_numbered {
        ending = format!("{number}.{kind}");
    }
    let name = format!(
        "utvandring-{}-{}.{ending}",
        name_of(&state.dataset),
        figure.id
    );
    download::save(&blob, &name).ok()?;
    Some(Shared::File)
}

/// The address of a figure on a page of its own, or embedded, for somebody else.
fn address_of(state: &State, figure: &Figure, embedded: bool) -> String {
    let number = figure.number;
    let page = match (embedded, number) {
        (true, None) if state.page == Page::Analysis => Page::EmbedAnalysis,
        (false, None) if state.page == Page::Analysis => Page::Analysis,
        (true, figure) => Page::Embed { figure },
        (false, Some(_)) => Page::Report { figure: number },
        (false, None) => Page::Explore,
    };
    address::shared(&State {
        page,
        ..state.clone()
    })
}
