//! The front page as HTML and SVG, drawn when the site is built.
//!
//! May live here: what a visitor sees before the app is there, in the elements of the app, so that it can
//! take their place without a jump. May not: anything that only the app has, and anything that the
//! components compute in another way. The code that asks, words and places is the app's own.
//!
//! ```
//! use data::Dataset;
//! use first_view::{Listed, draw};
//!
//! let none = Dataset::default();
//! let drawn = draw(&none, &none, &[]);
//! assert!(drawn.page.contains("<main id=\"content\""));
//! assert_eq!(drawn.pictures, 0);
//! ```

mod figure;
mod html;
mod picture;

use data::Dataset;
use figures::build::build;
use figures::catalog::{self, CHAPTERS};
use state::{Page, State, address};
use text::{Lang, first_view as said, words};
use view_models::findings::{self, Theme};

use html::escaped;
use picture::Colours;

/// The language in which it is drawn: the one in which the site opens.
pub const LANG: Lang = Lang::Nb;

/// The figures that are drawn at every width, for visitors who wait for the app.
const FIRST: u8 = 2;

/// A data set that can be chosen.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Name in addresses.
    pub name: String,
    /// Title in [`LANG`].
    pub title: String,
}

/// The front page.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// What stands in the place of the app until it is there: its first figures, and room for the others.
    pub page: String,
    /// The other figures, for those who read without scripts.
    pub further: String,
    /// The style sheet of the pictures: their colours, light and dark.
    pub style: String,
    /// How many figures the page shows.
    pub pictures: usize,
}

/// Draws the front page of a data set, and what is only read without scripts of the whole of it.
pub fn draw(dataset: &Dataset, whole: &Dataset, listed: &[Listed]) -> Drawn {
    let mut colours = Colours::default();
    let state = State {
        lang: LANG,
        dataset: dataset.name.clone(),
        ..State::default()
    };
    let mut pictures = 0;
    let mut chapters = String::new();
    let mut further = String::new();
    for (title, numbers) in CHAPTERS {
        let title = escaped(title(LANG));
        chapters += &format!("<section class=\"chapter\"><h2>{title}</h2>");
        let mut of_chapter = String::new();
        for number in numbers {
            let Some(spec) = catalog::find(&format!("fig{number}")) else {
                continue;
            };
            let figure = build(&spec, dataset, LANG);
            if *number <= FIRST && figure.absent.is_none() {
                chapters += &figure::whole(&figure, &spec, &state, &mut colours);
                pictures += 1;
            } else {
                chapters += &format!("<article class=\"figure\" id=\"fig{number}\"></article>");
                let figure = build(&spec, whole, LANG);
                of_chapter += &figure::to_read(&figure, &mut colours);
            }
        }
        chapters += "</section>";
        if !of_chapter.is_empty() {
            further +=
                &format!("<section class=\"chapter\"><h2>{title}</h2>{of_chapter}</section>");
        }
    }
    let page = format!(
        "<div class=\"site first-view\">\
         <a class=\"skip\" href=\"#content\">{skip}</a>{header}\
         <main id=\"content\" tabindex=\"-1\"><div class=\"report\">\
         <div class=\"lead\"><h1>{title}</h1><p>{lead}</p></div>{findings}{chapters}\
         </div></main></div>",
        skip = escaped(words::skip_to_content(LANG)),
        header = header(dataset, listed, &state),
        title = escaped(words::app_tagline(LANG)),
        lead = escaped(words::report_lead(LANG)),
        findings = findings(dataset),
    );
    let note = escaped(&said::drawn_when_built(
        LANG,
        dataset.title.get(LANG),
        &dataset.version,
    ));
    let further = format!("<section class=\"first-view further\"><p>{note}</p>{further}</section>");
    Drawn {
        page,
        further,
        style: colours.style(),
        pictures,
    }
}

fn header(dataset: &Dataset, listed: &[Listed], state: &State) -> String {
    let link = |page: Page| {
        let there = State {
            page,
            ..state.clone()
        };
        escaped(&address::write(&there))
    };
    let options = listed.iter().map(|one| {
        let selected = if one.name == dataset.name {
            " selected"
        } else {
            ""
        };
        format!("<option{selected}>{}</option>", escaped(&one.title))
    });
    let languages = Lang::ALL.into_iter().map(|lang| {
        format!(
            "<button type=\"button\" lang=\"{tag}\" aria-pressed=\"{pressed}\">{name}</button>",
            tag = lang.tag(),
            pressed = lang == LANG,
            name = escaped(words::language_own_name(lang)),
        )
    });
    let pages = Page::ALL.into_iter().map(|page| {
        let current = if page.slug() == state.page.slug() {
            " aria-current=\"page\""
        } else {
            ""
        };
        let name = escaped(page.name(LANG));
        format!("<a href=\"{}\"{current}>{name}</a>", link(page))
    });
    let synthetic = format!(
        "<p class=\"synthetic-line\"><strong>{}</strong> {}</p>",
        escaped(&words::synthetic_named(LANG, dataset.title.get(LANG))),
        escaped(words::synthetic_long(LANG)),
    );
    // Choices need the app; they have their places.
    format!(
        "<header class=\"top\"><div class=\"top-line\"><a class=\"name\" href=\"{front}\">{name}</a>\
         <div class=\"settings\" inert><div class=\"field\">\
         <label for=\"dataset\" class=\"for-readers\">{label}</label>\
         <select id=\"dataset\">{options}</select></div>\
         <div class=\"switch languages\" role=\"group\" aria-label=\"{language}\">{languages}</div>\
         </div></div><nav aria-label=\"{nav}\">{pages}</nav>{synthetic}</header>",
        front = link(Page::Report { figure: None }),
        name = escaped(words::app_title(LANG)),
        label = escaped(words::dataset(LANG)),
        options = options.collect::<String>(),
        language = escaped(words::language(LANG)),
        languages = languages.collect::<String>(),
        nav = escaped(words::nav_label(LANG)),
        pages = pages.collect::<String>(),
        synthetic = if dataset.synthetic { &synthetic } else { "" },
    )
}

fn findings(dataset: &Dataset) -> String {
    let themes = Theme::ALL.into_iter().map(|theme| {
        let found = findings::of_theme(dataset, theme, LANG);
        if found.is_empty() {
            return String::new();
        }
        let items = found.iter();
        let items = items.map(|finding| format!("<li>{}</li>", escaped(&finding.sentence)));
        format!(
            "<div><h3>{}</h3><ul>{}</ul></div>",
            escaped(theme.title(LANG)),
            items.collect::<String>(),
        )
    });
    format!(
        "<details class=\"findings\" id=\"findings\"><summary><h2>{}</h2></summary>\
         <div class=\"finding-themes\">{}</div></details>",
        escaped(words::findings_title(LANG)),
        themes.collect::<String>(),
    )
}
