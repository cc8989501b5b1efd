//! The app's one reducer: the view of the visitor, and what the session holds for it.

use std::rc::Rc;

use yew::prelude::*;

use super::parts::ptr_eq::Same;
use crate::web::session::Absence;
use crate::web::{page, session};
use claims::Claim;
use data::{Dataset, Problem};
use explain::Number;
use state::Page;
use state::{Action, State, View, address, reduce};
use text::Lang;
use view_models::import::wizard::Wizard;

/// Light, dark, or as the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Appearance {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    Contrast,
}

/// What figures are drawn on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// White.
    Light,
    /// Nearly black.
    Dark,
    /// Black, in colours far apart.
    Contrast,
}

impl Appearance {
    /// Every choice.
    pub const ALL: [Appearance; 4] = [
        Appearance::System,
        Appearance::Light,
        Appearance::Dark,
        Appearance::Contrast,
    ];

    /// The name in the style sheet and in storage.
    pub fn name(self) -> &'static str {
        match self {
            Appearance::System => "system",
            Appearance::Light => "light",
            Appearance::Dark => "dark",
            Appearance::Contrast => "contrast",
        }
    }

    /// The choice of a name.
    pub fn from_name(name: &str) -> Appearance {
        Appearance::ALL
            .into_iter()
            .find(|known| known.name() == name)
            .unwrap_or_default()
    }
}

/// What the visitor wants explained.
#[derive(Clone, PartialEq)]
pub enum Asking {
    /// The arithmetic of some numbers.
    Numbers {
        /// The numbers.
        numbers: Rc<Vec<Number>>,
        /// The confidence level of the place they are shown at.
        level: f64,
    },
    /// What a word means.
    Term(&'static str),
}

/// Everything the components show.
#[derive(Clone, PartialEq)]
pub struct Shell {
    /// What the visitor has chosen.
    pub state: State,
    /// The data set in use, when it is there.
    pub dataset: Option<Rc<Dataset>>,
    /// Why it is not there.
    pub absence: Option<Absence>,
    /// The printed claims, when the publisher gives them, or why they cannot be read.
    pub claims: Option<Result<Same<Vec<Claim>>, Rc<str>>>,
    /// What was wrong with the last files.
    pub problems: Rc<Vec<Problem>>,
    /// The last thing that went well, in words.
    pub message: Option<Message>,
    /// Light or dark.
    pub appearance: Appearance,
    /// Whether the system asks for dark.
    pub system_dark: bool,
    /// Whether the list of keys is shown.
    pub shows_keys: bool,
    /// Files of another form, on their way to become data.
    pub import: Option<Rc<Wizard>>,
    /// What is explained in a dialog now.
    pub asking: Option<Asking>,
}

/// What has been said, in whichever language is read now.
#[derive(Clone)]
pub struct Message(Rc<dyn Fn(Lang) -> String>);

impl Message {
    /// What a language says of it.
    pub fn of(words: impl Fn(Lang) -> String + 'static) -> Message {
        Message(Rc::new(words))
    }

    /// Fixed words.
    pub fn fixed(words: fn(Lang) -> &'static str) -> Message {
        Message::of(move |lang| words(lang).to_owned())
    }

    /// The words.
    pub fn said(&self, lang: Lang) -> String {
        (self.0)(lang)
    }
}

impl PartialEq for Message {
    fn eq(&self, other: &Message) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What can happen to the shell.
pub enum Event {
    /// The visitor did something.
    Act(Action),
    /// The session has other data.
    SessionChanged,
    /// Files of another form were read, or put away.
    Import(Option<Wizard>),
    /// Files were refused.
    Refused(Vec<Problem>),
    /// Something is to be explained, or the explanation is put away.
    Ask(Option<Asking>),
    /// Something went well, or failed for a reason of the browser's.
    Said(Message),
    /// The message or the list of problems is put away.
    Dismiss,
    /// Light or dark was chosen.
    Appear(Appearance),
    /// The system switched between light and dark.
    SystemDark(bool),
    /// The list of keys is asked for or put away.
    ShowKeys(bool),
}

/// The shell with its dispatcher, as components get it.
pub type Handle = UseReducerHandle<Shell>;

/// Changes the language as the visitor chose it, here and at the next visit. That of an address is somebody else's
/// choice, and lasts as long as the address.
pub fn speak(dispatcher: &UseReducerDispatcher<Shell>, lang: Lang) {
    page::remember("lang", lang.tag());
    dispatcher.dispatch(Event::Act(Action::Speak(lang)));
}

impl Shell {
    /// Where a page opens at an address: with a bare one where the publisher wants it to.
    pub fn address(hash: String) -> String {
        match hash.as_str() {
            "" | "#" if !session::site().start.is_empty() => session::site().start.clone(),
            _ => hash,
        }
    }

    /// The language of an address that names none: the one chosen here, else the browser's, else the publisher's first.
    pub fn own_language() -> Lang {
        let languages = session::languages();
        let offered = |lang: &Lang| languages.contains(lang);
        let chosen = page::remembered("lang").and_then(|tag| Lang::from_tag(&tag));
        chosen
            .filter(offered)
            .or_else(|| Some(page::spoken()).filter(offered))
            .or_else(|| languages.first().copied())
            .unwrap_or_default()
    }

    /// The shell of a page that has just been opened at an address, before it is [`Shell::settled`].
    pub fn at(hash: &str) -> Shell {
        let lang = Shell::own_language();
        let before = State {
            lang,
            dataset: session::wanted(),
            ..State::default()
        };
        let appearance = page::remembered("theme").unwrap_or_default();
        let state = with_report(reduce(&before, Action::Follow(hash.to_owned())), hash);
        // What a script has opened meanwhile is newer than the address.
        let state = match session::is_chosen() {
            true => State {
                dataset: before.dataset,
                ..state
            },
            false => state,
        };
        // Before anything is drawn, so that nothing else is drawn in its place.
        if state.dataset != session::wanted() {
            session::want(&state.dataset);
        }
        let mut shell = Shell {
            state,
            dataset: None,
            absence: None,
            claims: claims(),
            problems: Rc::default(),
            message: None,
            appearance: Appearance::from_name(&appearance),
            system_dark: page::system_is_dark(),
            shows_keys: false,
            import: None,
            asking: None,
        };
        shell.look_up();
        shell
    }

    /// The same with a question that the data can answer.
    pub fn settled(mut self, hash: &str) -> Shell {
        if session::is_chosen() {
            self.suit();
        } else {
            self.settle(hash);
        }
        self
    }

    /// Takes over the data set that the state names, or why it is not there.
    fn look_up(&mut self) {
        self.claims = claims();
        match session::find(&self.state.dataset) {
            Ok(dataset) => {
                self.state.dataset = dataset.id();
                self.dataset = Some(dataset);
                self.absence = None;
            }
            Err(absence) => {
                self.dataset = None;
                self.absence = Some(absence);
            }
        }
    }

    /// Takes over other data: numbers that are being explained are those of the data before.
    fn change_data(&mut self) {
        self.asking = None;
        self.look_up();
        self.suit();
    }

    /// What an address asks is kept, whether the data can answer it or not; what it leaves out is such that they can.
    fn settle(&mut self, hash: &str) {
        if !address::asks(hash) {
            self.suit();
        } else if address::leaves_out(hash)
            && let Some(dataset) = &self.dataset
        {
            self.state.view = self.state.view.clone().mended(dataset);
        }
    }

    /// Makes the question one that the data can answer.
    fn suit(&mut self) {
        let Some(dataset) = &self.dataset else { return };
        if self.state.view == View::default() {
            self.state.view = View::first_of(dataset);
        } else if !self.state.view.is_answerable(dataset) {
            self.state.view = self.state.view.suited(dataset);
        }
    }

    /// Whether this is what the session has.
    pub fn is_current(&self) -> bool {
        let shown = self.dataset.as_ref().map(Rc::as_ptr);
        let found = session::find(&session::wanted());
        let has_data = shown == found.as_ref().ok().map(Rc::as_ptr)
            && self.absence.as_ref() == found.as_ref().err();
        let has_claims = self.claims == claims();
        has_data && has_claims
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.state.lang
    }

    /// Whether the open data are of the people that the report is about, so that its definitions hold for them.
    pub fn is_of_report(&self) -> bool {
        (self.dataset.as_ref()).is_some_and(|dataset| dataset.is_of_report())
    }

    /// What figures are drawn on.
    pub fn ground(&self) -> Ground {
        match self.appearance {
            Appearance::System if self.system_dark => Ground::Dark,
            Appearance::System | Appearance::Light => Ground::Light,
            Appearance::Dark => Ground::Dark,
            Appearance::Contrast => Ground::Contrast,
        }
    }
}

/// On a page of the report the data set that has its groups, where the published one in use has none and the
/// address names none.
fn with_report(state: State, hash: &str) -> State {
    let lacks_groups = |id: &str| match session::find(id) {
        // Nobody's own data are put away for others.
        Ok(dataset) => !dataset.own && !dataset.is_of_report(),
        Err(_) => false,
    };
    let wanted = state.page.is_of_report() && !address::names_dataset(hash);
    match session::of_report().filter(|_| wanted && lacks_groups(&state.dataset)) {
        Some(dataset) => State { dataset, ..state },
        None => state,
    }
}

/// The printed claims, when the publisher gives them, or why they cannot be read.
fn claims() -> Option<Result<Same<Vec<Claim>>, Rc<str>>> {
    session::claims().map(|claims| claims.map(Same))
}

impl Reducible for Shell {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let mut next = (*self).clone();
        match event {
            Event::Act(action) => {
                let hash = match &action {
                    Action::Follow(hash) => hash.clone(),
                    _ => String::new(),
                };
                let turns = matches!(action, Action::Follow(_) | Action::Go(_));
                next.state = reduce(&self.state, action);
                if turns {
                    next.state = with_report(next.state, &hash);
                }
                if !hash.is_empty() {
                    next.settle(&hash);
                }
                // What was said of a figure or a list is no word on the lesson that is opened.
                if next.state.page.is_lesson() && next.state.page != self.state.page {
                    next.message = None;
                }
                // Data of another name are never drawn under this one.
                if next.state.dataset != self.state.dataset {
                    // At once: what a script puts in use afterwards is later.
                    session::want(&next.state.dataset);
                    next.change_data();
                }
            }
            Event::SessionChanged => {
                next.state.dataset = session::wanted();
                next.change_data();
                next.problems = Rc::default();
            }
            Event::Import(wizard) => {
                if wizard.is_some() {
                    next.state.page = Page::Data;
                    next.problems = Rc::default();
                    next.message = None;
                }
                next.import = wizard.map(Rc::new);
            }
            Event::Refused(problems) => {
                next.problems = Rc::new(problems);
                next.message = None;
            }
            Event::Ask(asking) => next.asking = asking,
            Event::Said(message) => next.message = Some(message),
            Event::Dismiss => {
                next.problems = Rc::default();
                next.message = None;
            }
            Event::Appear(appearance) => next.appearance = appearance,
            Event::SystemDark(dark) => next.system_dark = dark,
            Event::ShowKeys(shown) => next.shows_keys = shown,
        }
        if next == *self { self } else { Rc::new(next) }
    }
}
