//! The report remade: its figures in the order of its questions.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::parts::figure::FigureView;
use crate::app::parts::same::Same;
use crate::app::shell::Handle;
use crate::figures::catalog;
use crate::figures::spec::Spec;
use crate::state::{Page, State, address};
use crate::text::{Lang, words};
use crate::web::audit_page::FindingLine;
use crate::web::{page, tools};

/// A chapter: its heading and the figures in it.
type Chapter = (fn(Lang) -> &'static str, &'static [u8]);

const CHAPTERS: [Chapter; 6] = [
    (words::chapter_level, &[1, 2, 3, 4]),
    (words::chapter_destination, &[5]),
    (words::chapter_return, &[6]),
    (words::chapter_education, &[7, 8, 9, 10]),
    (words::chapter_origin, &[11, 12, 13, 14, 15, 16, 17]),
    (words::chapter_appendix, &[18]),
];

/// The report page.
#[component]
pub fn Report() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let specs: Rc<Vec<Rc<Spec>>> =
        use_memo((), |()| catalog::all().into_iter().map(Rc::new).collect());
    let figure = match shell.state.page {
        Page::Report { figure } => figure,
        _ => None,
    };
    use_effect_with(figure, |figure| {
        if let Some(number) = figure {
            page::scroll_to(&format!("fig{number}"));
        }
    });
    let spec = |number: &u8| specs.get(usize::from(*number) - 1).cloned();
    html! {
        <div class="report">
            <div class="lead">
                <h1>{ words::app_tagline(lang) }</h1>
                <p>{ words::report_lead(lang) }</p>
            </div>
            <Findings />
            for (index, (title, numbers)) in CHAPTERS.iter().enumerate() {
                <section key={index} class="chapter">
                    <h2>{ title(lang) }</h2>
                    for spec in numbers.iter().filter_map(spec) {
                        <FigureView key={spec.id.clone()} spec={spec.clone()} />
                    }
                </section>
            }
        </div>
    }
}

/// The main findings of the open data, each with a link to its figure. Folded away, so that the
/// first figure stays where it is when the tools arrive.
#[component]
fn Findings() -> Html {
    let Some(shell) = use_context::<Handle>() else {
        return Html::default();
    };
    let lang = shell.lang();
    let key = (shell.dataset.clone().map(Same), lang, shell.has_tools);
    let lines = use_memo(key, |(dataset, lang, here)| match dataset {
        Some(dataset) if *here => tools::findings(&dataset.0.name, lang.tag()).unwrap_or_default(),
        _ => Vec::new(),
    });
    let mut themes: Vec<(&str, Vec<&FindingLine>)> = Vec::new();
    for line in lines.iter() {
        match themes.last_mut() {
            Some((theme, of_it)) if *theme == line.theme => of_it.push(line),
            _ => themes.push((&line.theme, vec![line])),
        }
    }
    let link = |figure: u8| {
        let page = Page::Report {
            figure: Some(figure),
        };
        address::write(&State {
            page,
            ..shell.state.clone()
        })
    };
    html! {
        <details class="findings" id="findings">
            <summary><h2>{ words::findings_title(lang) }</h2></summary>
            if lines.is_empty() {
                <p>{ words::loading(lang) }</p>
            }
            <div class="finding-themes">
                for (theme, of_it) in themes {
                    <div>
                        <h3>{ theme }</h3>
                        <ul>
                            for line in of_it {
                                <li>
                                    { line.sentence.clone() }
                                    { " " }
                                    <a href={link(line.figure)}>
                                        { words::figure_number(lang, line.figure) }
                                    </a>
                                </li>
                            }
                        </ul>
                    </div>
                }
            </div>
        </details>
    }
}
