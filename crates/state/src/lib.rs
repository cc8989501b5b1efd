//! The whole view as plain data, the one function that changes it, and its form in the address.
//!
//! May live here: what the visitor has chosen, and nothing that can be computed from it. May not:
//! tables, numbers, browser types. `reduce` is pure, and every state has an address.
//!
//! ```
//! use state::{State, address};
//!
//! let state = State::default();
//! assert_eq!(address::read(&address::write(&state), &state), state);
//! ```

pub mod address;
pub mod calculation;
pub mod view;

pub use calculation::Calculation;
pub use view::View;
pub use view_models::analyses::page::Asked;

use data::Dataset;
use text::{Lang, calculator, check, tasks, words};

/// What the visitor has chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The language.
    pub lang: Lang,
    /// The page.
    pub page: Page,
    /// Name of the open data set; empty until one is open.
    pub dataset: String,
    /// The question on the explore page, kept while other pages are read.
    pub view: View,
    /// The numbers on the calculator page.
    pub calculation: Calculation,
    /// The choices on the page of analyses, by name; what is not named has its default.
    pub analysis: Asked,
    /// The choices on the page that checks a claim, by name; what is not named has its default.
    pub claim: Asked,
    /// What is chosen on the pages of the classroom, by name: `set`, `id`, `t`, `depth`, `step`, `key`.
    pub lesson: Asked,
}

impl State {
    /// What is chosen on the pages of the classroom; empty for nothing.
    pub fn lesson(&self, name: &str) -> &str {
        let found = self.lesson.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    /// The state on a page of the classroom with these choices.
    #[must_use]
    pub fn taught(&self, page: Page, choices: &[(&str, &str)]) -> State {
        let given = choices.iter().filter(|(_, value)| !value.is_empty());
        State {
            page,
            lesson: given
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
            ..self.clone()
        }
    }
}

/// A page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// What the open data set tells.
    Overview,
    /// The figures of the report; perhaps at one of them.
    Report {
        /// The figure in view.
        figure: Option<u8>,
    },
    /// Any question.
    #[default]
    Explore,
    /// Comparisons and what lies behind them.
    Analysis,
    /// A claim that a reader puts together.
    Check,
    /// Typed-in numbers.
    Calculator,
    /// Every printed claim, held against the data.
    Audit,
    /// What the interviews tell.
    Beyond,
    /// Tasks for a class.
    Tasks,
    /// One task.
    Task,
    /// A set of tasks on a projector.
    Present,
    /// A set of tasks on paper.
    Worksheet,
    /// What a class has answered.
    Class,
    /// Opening files and seeing what is open.
    Data,
    /// Which tables to fetch from the offices, and how.
    Recipes,
    /// Definitions, data sets, privacy.
    About,
    /// One figure without the frame of the page, for other sites to show.
    Embed {
        /// A figure of the report; absent for the question of the view.
        figure: Option<u8>,
    },
    /// The figure of an analysis without the frame of the page.
    EmbedAnalysis,
}

impl Page {
    /// The pages in the order of the navigation.
    pub const ALL: [Page; 11] = [
        Page::Overview,
        Page::Explore,
        Page::Analysis,
        Page::Tasks,
        Page::Check,
        Page::Report { figure: None },
        Page::Calculator,
        Page::Data,
        Page::About,
        Page::Audit,
        Page::Beyond,
    ];

    /// Those that stand in the navigation; the others are in the menu behind it.
    pub const FIRST: [Page; 4] = [Page::Overview, Page::Explore, Page::Analysis, Page::Tasks];

    /// Whether the page is about the report, whose data have its groups.
    pub fn is_of_report(self) -> bool {
        matches!(
            self,
            Page::Report { .. } | Page::Audit | Page::Beyond | Page::Embed { figure: Some(_) }
        )
    }

    /// The pages that a data set fills: the report's claims and interviews belong to its groups, and claims of
    /// its own to itself.
    pub fn of(dataset: Option<&Dataset>, has_claims: bool) -> impl Iterator<Item = Page> {
        let of_report = dataset.is_some_and(Dataset::is_of_report);
        let fits = move |page: &Page| match page {
            Page::Audit => of_report || has_claims,
            Page::Beyond => of_report,
            _ => true,
        };
        Page::ALL.into_iter().filter(fits)
    }

    /// The name in the address.
    pub fn slug(self) -> &'static str {
        match self {
            Page::Overview => "",
            Page::Report { .. } => "report",
            Page::Explore => "explore",
            Page::Analysis => "analysis",
            Page::Check => "check",
            Page::Calculator => "calculator",
            Page::Audit => "audit",
            Page::Beyond => "beyond",
            Page::Data => "data",
            Page::Recipes => "recipes",
            Page::Tasks => "tasks",
            Page::Task => "task",
            Page::Present => "present",
            Page::Worksheet => "worksheet",
            Page::Class => "class",
            Page::About => "about",
            Page::Embed { .. } | Page::EmbedAnalysis => "embed",
        }
    }

    /// The name in the navigation.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Page::Overview => words::page_overview(lang),
            Page::Report { .. } => words::page_report(lang),
            Page::Explore => words::page_explore(lang),
            Page::Analysis => words::page_compare(lang),
            Page::Check => check::short_title(lang),
            Page::Calculator => calculator::title(lang),
            Page::Audit => words::page_audit(lang),
            Page::Beyond => words::page_beyond(lang),
            Page::Data => words::page_data(lang),
            Page::Recipes => words::page_recipes(lang),
            Page::About => words::page_about(lang),
            Page::Tasks | Page::Task | Page::Present | Page::Worksheet | Page::Class => {
                tasks::title(lang)
            }
            Page::Embed { .. } | Page::EmbedAnalysis => "",
        }
    }

    /// Whether the page belongs to the classroom.
    pub fn is_lesson(self) -> bool {
        matches!(
            self,
            Page::Tasks | Page::Task | Page::Present | Page::Worksheet | Page::Class
        )
    }

    /// The page of the navigation that the page stands under.
    pub fn of_navigation(self) -> Page {
        match self {
            Page::Recipes => Page::Data,
            page if page.is_lesson() => Page::Tasks,
            page => page,
        }
    }

    /// Whether the page fills the window: no header, no footer.
    pub fn is_bare(self) -> bool {
        self.is_embedded() || matches!(self, Page::Present | Page::Worksheet)
    }

    /// Whether the page is a figure for other sites to show.
    pub fn is_embedded(self) -> bool {
        matches!(self, Page::Embed { .. } | Page::EmbedAnalysis)
    }

    /// Whether an analysis is what the page shows.
    pub fn shows_analysis(self) -> bool {
        matches!(self, Page::Analysis | Page::EmbedAnalysis)
    }

    /// Whether the question of the view is what the page shows.
    pub fn shows_view(self) -> bool {
        matches!(self, Page::Explore | Page::Embed { figure: None })
    }
}

impl Default for State {
    fn default() -> State {
        State {
            lang: Lang::Nb,
            page: Page::Overview,
            dataset: String::new(),
            view: View::default(),
            calculation: Calculation::default(),
            analysis: Asked::new(),
            claim: Asked::new(),
            lesson: Asked::new(),
        }
    }
}

/// What a visitor can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Go to a page.
    Go(Page),
    /// Read in another language. Nothing else changes.
    Speak(Lang),
    /// Look at another data set.
    Use(String),
    /// Ask another question.
    Ask(Box<View>),
    /// Compute other numbers.
    Calculate(Calculation),
    /// Look at another analysis.
    Analyse(Asked),
    /// Check another claim.
    Claim(Asked),
    /// Do something in the classroom.
    Teach(Page, Asked),
    /// Take over an address that was typed, followed or restored.
    Follow(String),
    /// Take over the question of an address that came with data: neither language nor data set nor page.
    Look(String),
}

/// The state after an action.
pub fn reduce(state: &State, action: Action) -> State {
    let mut next = state.clone();
    match action {
        Action::Go(page) => next.page = page,
        Action::Speak(lang) => next.lang = lang,
        Action::Use(dataset) => next.dataset = dataset,
        Action::Ask(view) => {
            next.view = *view;
            next.page = Page::Explore;
        }
        Action::Calculate(calculation) => {
            next.calculation = calculation;
            next.page = Page::Calculator;
        }
        Action::Analyse(analysis) => {
            next.analysis = analysis;
            next.page = Page::Analysis;
        }
        Action::Claim(claim) => {
            next.claim = claim;
            next.page = Page::Check;
        }
        Action::Teach(page, lesson) => {
            next.lesson = lesson;
            next.page = page;
        }
        Action::Follow(address) => return address::read(&address, state),
        Action::Look(address) => {
            next.view = address::read(&address, state).view;
            next.page = Page::Explore;
        }
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_bring_a_question_and_nothing_else() {
        let before = State::default();
        let address = "#/embed/fig3?lang=en&data=other&measure=return_share&by=year";
        let after = reduce(&before, Action::Look(address.to_owned()));
        assert_eq!(after.view.measure, "return_share");
        assert_eq!(
            (after.page, after.lang, after.dataset),
            (Page::Explore, before.lang, before.dataset)
        );
    }

    #[test]
    fn switching_language_keeps_the_view() {
        let view = View {
            measure: "return_share".to_owned(),
            ..View::default()
        };
        let state = reduce(&State::default(), Action::Ask(Box::new(view.clone())));
        let english = reduce(&state, Action::Speak(Lang::En));
        assert_eq!(
            (english.lang, english.page, english.view),
            (Lang::En, Page::Explore, view)
        );
    }

    #[test]
    fn asking_goes_to_the_explore_page() {
        let state = reduce(&State::default(), Action::Go(Page::About));
        assert_eq!(
            reduce(&state, Action::Ask(Box::default())).page,
            Page::Explore
        );
    }
}
