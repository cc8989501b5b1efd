//! `utvandring figure`: what an address of the page shows, as SVG.

use std::path::{Path, PathBuf};

use data::Dataset;
use figures::build::{Figure, build};
use figures::catalog;
use figures::place::Size;
use figures::svg::svg;
use figures::theme::Theme;
use state::{Page, State, address};
use text::{Lang, publish};
use view_models::analyses;

use crate::files;
use crate::outcome::{Outcome, Said, Stop};

/// How it is drawn.
pub struct Form<'a> {
    /// In CSS pixels.
    pub width: &'a str,
    /// `light`, `dark` or `contrast`.
    pub theme: &'a str,
}

/// Draws the figure into a file, or to standard output.
pub fn run(package: PathBuf, at: &str, out: Option<&Path>, form: &Form, lang: Lang) -> Outcome {
    let width = form
        .width
        .parse()
        .ok()
        .filter(|width| (200.0..=4000.0).contains(width));
    let Some(width) = width else {
        return Err(Stop::Refused(publish::bad_width(lang).to_owned()));
    };
    let theme = match form.theme {
        "dark" => Theme::DARK,
        "contrast" => Theme::CONTRAST,
        _ => Theme::LIGHT,
    };
    let dataset = files::dataset(&[package], lang)?;
    let Some(figure) = figure(&dataset, at, lang) else {
        return Err(Stop::Refused(publish::no_figure(lang).to_owned()));
    };
    if let Some(reason) = &figure.absent {
        return Err(Stop::Refused(publish::absent(lang, &figure.id, reason)));
    }
    let picture = svg(
        &figure.sheet,
        Size {
            width,
            height: None,
        },
        &theme,
    );
    let mut said = Said::default();
    said.value("figure", figure.id.as_str());
    said.value("title", figure.sheet.title.as_str());
    said.value("sentence", figure.sheet.summary.as_str());
    match out {
        Some(path) => {
            files::write(path, &picture, lang)?;
            said.line(publish::written(lang, &path.display().to_string()));
        }
        None => {
            said.line(picture.trim_end());
            said.value("svg", picture);
        }
    }
    Ok(said)
}

/// The figure of a number of the report, or of an address with or without what stands before its `#`.
/// The language is that of the address, where it names one.
fn figure(dataset: &Dataset, at: &str, lang: Lang) -> Option<Figure> {
    let number = at.strip_prefix("fig").unwrap_or(at);
    if number.parse::<u8>().is_ok() {
        return Some(build(
            &catalog::find(&format!("fig{number}"))?,
            dataset,
            lang,
        ));
    }
    let (_, hash) = at.split_once('#')?;
    let state = address::read(
        hash,
        &State {
            lang,
            ..State::default()
        },
    );
    let of_report = |number: u8| catalog::find(&format!("fig{number}"));
    let spec = match state.page {
        Page::Report { figure } => of_report(figure?)?,
        Page::Embed {
            figure: Some(number),
        } => of_report(number)?,
        Page::Explore | Page::Embed { figure: None } => state.view.spec()?,
        Page::Analysis => return analyses::figure(dataset, &state.analysis, state.lang),
        _ => return None,
    };
    Some(build(&spec, dataset, state.lang))
}
