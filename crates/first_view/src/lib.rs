//! The front page as HTML and SVG, drawn when the site is built.
//!
//! May live here: what a visitor sees before the app is there, in the elements of the app, so that it can
//! take their place without a jump, and what else of a site depends on its data (`site`). May not: anything
//! that only the app has, and anything that the components compute in another way. The code that asks, words
//! and places is the app's own.
//!
//! ```
//! use data::Dataset;
//! use first_view::{Listed, draw};
//!
//! let none = Dataset::default();
//! let drawn = draw(&none, &none, &[]);
//! assert!(drawn.pages.iter().all(|(_, page)| page.contains("<main id=\"content\"")));
//! assert_eq!(drawn.pictures, 0);
//! ```

mod figure;
mod html;
mod picture;
pub mod site;

use data::{Dataset, Names};
use figures::build::build;
use state::{Page, State, View, address};
use text::{Lang, first_view as said, overview as asks, words};
use view_models::overview::{KeyNumber, Overview, Part, of_dataset};

use html::escaped;
use picture::Colours;

/// The language of the page as it is sent, and of what is read without scripts.
pub const LANG: Lang = Lang::Nb;

/// A data set that can be chosen.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Name in addresses.
    pub name: String,
    /// Its title.
    pub titles: Names,
    /// Whether the report's figures are shown with it where the open data lack its groups.
    pub report: bool,
}

/// The front page.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// What stands in the place of the app until it is there, in each language, [`LANG`] first: the first answer
    /// and its figure.
    pub pages: Vec<(Lang, String)>,
    /// The other figures, for those who read without scripts.
    pub further: String,
    /// The style sheet of the pictures of all pages: their colours, light and dark.
    pub style: String,
    /// How many figures the page draws.
    pub pictures: usize,
}

impl Drawn {
    /// The page in [`LANG`].
    pub fn page(&self) -> &str {
        self.pages.first().map_or("", |(_, page)| page)
    }
}

/// Draws the front page of a data set, and what is only read without scripts of the whole of it.
pub fn draw(dataset: &Dataset, whole: &Dataset, listed: &[Listed]) -> Drawn {
    let mut colours = Colours::default();
    let others = Lang::ALL.into_iter().filter(|lang| *lang != LANG);
    let langs = std::iter::once(LANG).chain(others);
    let pages: Vec<(Lang, String)> = langs
        .map(|lang| (lang, page(dataset, listed, lang, &mut colours)))
        .collect();
    let mut pictures = usize::from(of_dataset(dataset, LANG).lead.is_some());
    let mut further = String::new();
    for part in of_dataset(whole, LANG).parts {
        let figure = build(&part.spec, whole, LANG);
        let said = match part.left_out.as_str() {
            "" => part.sentence,
            left_out => format!("{} {left_out}", part.sentence),
        };
        further += &figure::to_read(&figure, (&part.question, &said), &mut colours);
        pictures += 1;
    }
    let note = escaped(&said::drawn_when_built(
        LANG,
        dataset.title.get(LANG),
        &dataset.version,
    ));
    let further = format!(
        "<section class=\"first-view further\"><h2>{}</h2><p>{note}</p>{further}</section>",
        escaped(asks::questions_title(LANG)),
    );
    Drawn {
        pages,
        further,
        style: colours.style(),
        pictures,
    }
}

/// The page in a language.
fn page(dataset: &Dataset, listed: &[Listed], lang: Lang, colours: &mut Colours) -> String {
    let state = State {
        lang,
        dataset: dataset.name.clone(),
        view: View::first_of(dataset),
        ..State::default()
    };
    let overview = of_dataset(dataset, lang);
    let reports = match dataset.is_of_report() {
        true => &[],
        false => listed,
    };
    let figure = overview.lead.as_ref().map(|lead| {
        let figure = build(&lead.spec, dataset, lang);
        figure::whole(
            &figure,
            &lead.spec,
            (&state, dataset.is_of_report()),
            colours,
        )
    });
    format!(
        "<div class=\"site first-view\">\
         <a class=\"skip\" href=\"#content\">{skip}</a>{header}\
         <main id=\"content\" tabindex=\"-1\"><div class=\"overview\"><div class=\"hero\">\
         <div class=\"hero-words\"><h1>{title}</h1>{answer}</div>{figure}{more}\
         </div></div></main></div>",
        skip = escaped(words::skip_to_content(lang)),
        header = header(dataset, (listed, reports), &state),
        title = escaped(dataset.title.get(lang)),
        answer = answer(overview.lead.as_ref(), lang),
        figure = figure.map_or_else(String::new, |figure| format!(
            "<div class=\"hero-figure\">{figure}</div>"
        )),
        more = more(&overview, reports, &state),
    )
}

/// What is told first.
fn answer(lead: Option<&Part>, lang: Lang) -> String {
    let Some(lead) = lead else {
        return format!("<p class=\"answer\">{}</p>", escaped(asks::nothing(lang)));
    };
    let left_out = match lead.left_out.as_str() {
        "" => String::new(),
        left_out => format!("<p class=\"left-out\">{}</p>", escaped(left_out)),
    };
    let sentence = escaped(&lead.sentence);
    format!("<p class=\"answer\" id=\"answer\">{sentence}</p>{left_out}")
}

/// The numbers that stand by themselves, and where to go.
fn more(overview: &Overview, reports: &[Listed], state: &State) -> String {
    let key = |key: &KeyNumber| {
        let (caption, value) = (escaped(&key.caption), escaped(&key.value));
        format!("<div><dt>{caption}</dt><dd>{value}</dd></div>")
    };
    let keys = overview.keys.iter().map(key).collect::<String>();
    let link = |page: Page| escaped(&to(page, reports, state));
    format!(
        "<div class=\"hero-more\"><dl class=\"key-numbers\">{keys}</dl><p class=\"hero-links\">\
         <a class=\"button\" href=\"{explore}\">{explore_all}</a><a href=\"{data}\">{own}</a>\
         <a href=\"{report}\">{report_all}</a></p></div>",
        explore = link(Page::Explore),
        explore_all = escaped(words::explore_all(state.lang)),
        data = link(Page::Data),
        own = escaped(words::page_data(state.lang)),
        report = link(Page::Report { figure: None }),
        report_all = escaped(words::report_all(state.lang)),
    )
}

/// The address of a page; that of the report's figures is with data that have its groups.
fn to(page: Page, reports: &[Listed], state: &State) -> String {
    let other = reports.iter().find(|one| one.report);
    let other = other.filter(|_| page.is_of_report());
    address::write(&State {
        page,
        dataset: other.map_or_else(|| state.dataset.clone(), |one| one.name.clone()),
        ..state.clone()
    })
}

fn header(dataset: &Dataset, (listed, reports): (&[Listed], &[Listed]), state: &State) -> String {
    let lang = state.lang;
    let link = |page: Page| escaped(&to(page, reports, state));
    let options = listed.iter().map(|one| {
        let selected = if one.name == dataset.name {
            " selected"
        } else {
            ""
        };
        format!(
            "<option{selected}>{}</option>",
            escaped(one.titles.get(lang))
        )
    });
    let languages = Lang::ALL.into_iter().map(|one| {
        format!(
            "<button type=\"button\" lang=\"{tag}\" aria-pressed=\"{pressed}\">{name}</button>",
            tag = one.tag(),
            pressed = one == lang,
            name = escaped(words::language_own_name(one)),
        )
    });
    let anchor = |page: Page| {
        let current = if page.slug() == state.page.slug() {
            " aria-current=\"page\""
        } else {
            ""
        };
        let name = escaped(page.name(lang));
        format!("<a href=\"{}\"{current}>{name}</a>", link(page))
    };
    let (first, more): (Vec<Page>, Vec<Page>) =
        Page::of(Some(dataset), false).partition(|page| Page::FIRST.contains(page));
    let anchors = |pages: Vec<Page>| pages.into_iter().map(anchor).collect::<String>();
    let synthetic = format!(
        "<p class=\"synthetic-line\"><strong>{}</strong> {}</p>",
        escaped(&words::synthetic_named(lang, dataset.title.get(lang))),
        escaped(words::synthetic_long(lang)),
    );
    // Choices need the app; they have their places.
    format!(
        "<header class=\"top\"><div class=\"top-line\"><a class=\"name\" href=\"{front}\">{name}</a>\
         <nav aria-label=\"{nav}\"><div class=\"first\">{first}</div>\
         <details class=\"more\"><summary><span class=\"narrow\">{here}</span>\
         <span class=\"wide\">{menu}</span></summary><div>{more}</div></details></nav>\
         <div class=\"settings\" inert><div class=\"field\">\
         <label for=\"dataset\" class=\"for-readers\">{label}</label>\
         <select id=\"dataset\">{options}</select></div>\
         <div class=\"switch languages\" role=\"group\" aria-label=\"{language}\">{languages}</div>\
         </div></div>{synthetic}</header>",
        front = link(Page::Overview),
        name = escaped(words::app_title(lang)),
        nav = escaped(words::nav_label(lang)),
        first = anchors(first),
        here = escaped(Page::Overview.name(lang)),
        menu = escaped(words::more(lang)),
        more = anchors(more),
        label = escaped(words::dataset(lang)),
        options = options.collect::<String>(),
        language = escaped(words::language(lang)),
        languages = languages.collect::<String>(),
        synthetic = if dataset.synthetic { &synthetic } else { "" },
    )
}
