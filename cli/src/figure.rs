//! `utvandring figure`: what an address of the page shows, as SVG, or as PNG where the name of the file says so.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use data::{Dataset, Geometry};
use figures::build::{Figure, build};
use figures::catalog;
use figures::place::Size;
use figures::svg::svg;
use figures::theme::Theme;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;
use state::{Page, State, address};
use text::{Lang, publish};
use view_models::analyses;

use crate::files;
use crate::outcome::{Outcome, Said, Stop};

/// The outlines of countries, as the page fetches them.
const OUTLINES: &str = include_str!("../../www/geo/world.json");

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
    let mut dataset = files::dataset(&[package], lang)?;
    // A package may have outlines of its own; those of countries come along.
    dataset.atlas = Geometry::parse(OUTLINES).ok().map(Rc::new);
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
            match files::ends_with(path, "png") {
                true => files::write(path, png(&picture, lang)?, lang)?,
                false => files::write(path, &picture, lang)?,
            }
            said.line(publish::written(lang, &path.display().to_string()));
        }
        None => {
            said.line(picture.trim_end());
            said.value("svg", picture);
        }
    }
    Ok(said)
}

/// Pixels of a PNG for each CSS pixel, as in what the page saves.
const DENSITY: f32 = 2.0;

/// Families that the words are drawn with where the machine has none of those that the picture asks for.
const FAMILIES: [&str; 5] = [
    "Helvetica",
    "Noto Sans",
    "DejaVu Sans",
    "Segoe UI",
    "Verdana",
];

/// The picture in pixels. Its words are drawn with the fonts of the machine; without any there would be a figure
/// that does not say what it shows, nor that its data are synthetic.
fn png(svg: &str, lang: Lang) -> Result<Vec<u8>, Stop> {
    let failed = |reason: String| Stop::Machine(publish::no_picture(lang, &reason));
    let mut options = usvg::Options::default();
    let fonts = options.fontdb_mut();
    fonts.load_system_fonts();
    let has = |name: &&str| {
        fonts
            .faces()
            .any(|face| face.families.iter().any(|(own, _)| own == name))
    };
    let first = || Some(fonts.faces().next()?.families.first()?.0.clone());
    if let Some(family) = FAMILIES
        .iter()
        .find(|name| has(name))
        .map(|name| (*name).to_owned())
        .or_else(first)
    {
        fonts.set_sans_serif_family(family);
    }
    let tree = usvg::Tree::from_str(svg, &options).map_err(|error| failed(error.to_string()))?;
    if words(tree.root()) < svg.matches("<text ").count() {
        return Err(Stop::Machine(publish::no_fonts(lang).to_owned()));
    }
    let size = tree.size();
    let pixels = |length: f32| (length * DENSITY).ceil() as u32;
    let too_large = || failed(format!("{} × {}", size.width(), size.height()));
    let mut pixels =
        Pixmap::new(pixels(size.width()), pixels(size.height())).ok_or_else(too_large)?;
    resvg::render(
        &tree,
        Transform::from_scale(DENSITY, DENSITY),
        &mut pixels.as_mut(),
    );
    pixels
        .encode_png()
        .map_err(|error| failed(error.to_string()))
}

/// How many texts have letters in the picture.
fn words(group: &usvg::Group) -> usize {
    let count = |node: &usvg::Node| match node {
        usvg::Node::Group(group) => words(group),
        usvg::Node::Text(text) => usize::from(!text.flattened().children().is_empty()),
        _ => 0,
    };
    group.children().iter().map(count).sum()
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
        Page::Analysis | Page::EmbedAnalysis => {
            return analyses::figure(dataset, &state.analysis, state.lang);
        }
        _ => return None,
    };
    Some(build(&spec, dataset, state.lang))
}
