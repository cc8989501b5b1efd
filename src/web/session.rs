//! The data sets that are open, shared by the page and the JavaScript API.
//!
//! A page has one thread and one visitor, so the session is one thread-local value. Whoever shows
//! it asks to be told when it changes.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use serde::Deserialize;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::data::descriptor::{Descriptor, TextByLanguage};
use crate::data::open::{NamedBytes, open};
use crate::data::{Dataset, Names, Problem};

thread_local! {
    static SESSION: RefCell<Session> = RefCell::new(Session::default());
}

#[derive(Default)]
struct Session {
    /// `read(path) -> Promise<string>`: a file beside the page, or inside the one-file page.
    read: Option<Function>,
    shelf: Vec<Entry>,
    current: Option<usize>,
    claims: Option<String>,
    listeners: Vec<Rc<dyn Fn()>>,
}

/// A data set on the shelf: open, or listed and fetched when asked for.
#[derive(Clone)]
pub struct Entry {
    /// Name in addresses and in the API.
    pub name: String,
    /// Title for readers.
    pub title: Names,
    /// Whether the data are made up.
    pub synthetic: bool,
    /// Path of the description, for packages of the publisher.
    path: Option<String>,
    dataset: Option<Rc<Dataset>>,
}

impl Entry {
    /// The data set, when it has been opened.
    pub fn dataset(&self) -> Option<&Rc<Dataset>> {
        self.dataset.as_ref()
    }
}

/// `data/index.json`.
#[derive(Deserialize)]
struct Index {
    packages: Vec<Listed>,
}

#[derive(Deserialize)]
struct Listed {
    name: String,
    path: String,
    #[serde(default)]
    titles: TextByLanguage,
    #[serde(default)]
    synthetic: bool,
    #[serde(default)]
    default: bool,
    /// Fetched only when a visitor asks for it.
    #[serde(default)]
    lazy: bool,
    /// A table of printed claims that belongs to the package.
    #[serde(default)]
    claims: Option<String>,
}

/// Reads the list of packages and opens those that are not lazy.
pub async fn load(read: Function) -> Result<(), JsValue> {
    SESSION.with_borrow_mut(|session| session.read = Some(read));
    let text = read_text("data/index.json").await?;
    let index: Index = serde_json::from_str(&text)
        .map_err(|error| js_sys::Error::new(&format!("data/index.json: {error}")))?;
    let default = index
        .packages
        .iter()
        .position(|listed| listed.default)
        .unwrap_or(0);
    let claims = index
        .packages
        .iter()
        .find_map(|listed| listed.claims.clone());
    let lazy: Vec<bool> = index.packages.iter().map(|listed| listed.lazy).collect();
    SESSION.with_borrow_mut(|session| {
        session.shelf = index
            .packages
            .into_iter()
            .map(|listed| Entry {
                name: listed.name,
                title: Names::from(&listed.titles),
                synthetic: listed.synthetic,
                path: Some(format!("data/{}", listed.path)),
                dataset: None,
            })
            .collect();
        session.current = (!session.shelf.is_empty()).then_some(default);
    });
    for (index, lazy) in lazy.into_iter().enumerate() {
        if !lazy || index == default {
            fetch(index).await?;
        }
    }
    if let Some(path) = claims {
        let text = read_text(&format!("data/{path}")).await?;
        SESSION.with_borrow_mut(|session| session.claims = Some(text));
    }
    tell();
    Ok(())
}

async fn read_text(path: &str) -> Result<String, JsValue> {
    let read = SESSION
        .with_borrow(|session| session.read.clone())
        .ok_or_else(|| js_sys::Error::new("no way to read files was given"))?;
    let promise: Promise = read
        .call1(&JsValue::NULL, &JsValue::from_str(path))?
        .dyn_into()?;
    let text = JsFuture::from(promise).await?;
    text.as_string()
        .ok_or_else(|| js_sys::Error::new(&format!("{path}: expected text")).into())
}

/// Fetches a listed package, all of its files at once.
async fn fetch(index: usize) -> Result<(), JsValue> {
    let Some(path) = SESSION.with_borrow(|session| session.shelf.get(index)?.path.clone()) else {
        return Ok(());
    };
    let folder = path
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder)
        .to_owned();
    let text = read_text(&path).await?;
    let descriptor =
        Descriptor::parse(&path, &text).map_err(|problem| super::api::refused(&[problem]))?;
    let paths: Vec<String> = descriptor
        .resources
        .iter()
        .map(|resource| format!("{folder}/{}", resource.path))
        .collect();
    // Futures start when they are made, so that the files travel side by side.
    let pending: Vec<_> = paths
        .iter()
        .map(|path| {
            let path = path.clone();
            wasm_bindgen_futures::future_to_promise(async move {
                read_text(&path).await.map(JsValue::from)
            })
        })
        .collect();
    let mut files = vec![NamedBytes {
        name: path.clone(),
        bytes: text.into_bytes(),
    }];
    for (path, promise) in paths.into_iter().zip(pending) {
        let text = JsFuture::from(promise)
            .await?
            .as_string()
            .unwrap_or_default();
        files.push(NamedBytes {
            name: path,
            bytes: text.into_bytes(),
        });
    }
    let dataset = open(&files).map_err(|problems| super::api::refused(&problems))?;
    SESSION.with_borrow_mut(|session| {
        if let Some(entry) = session.shelf.get_mut(index) {
            entry.title = dataset.title.clone();
            entry.synthetic = dataset.synthetic;
            entry.dataset = Some(Rc::new(dataset));
        }
    });
    Ok(())
}

/// The data set in use.
pub fn current() -> Option<Rc<Dataset>> {
    SESSION.with_borrow(|session| session.shelf.get(session.current?)?.dataset.clone())
}

/// Everything on the shelf, in order.
pub fn shelf() -> Vec<Entry> {
    SESSION.with_borrow(|session| session.shelf.clone())
}

/// The table of printed claims, when the publisher gives one.
pub fn claims() -> Option<String> {
    SESSION.with_borrow(|session| session.claims.clone())
}

/// What came of asking for a data set.
pub enum Choice {
    /// It is in use now.
    Now,
    /// It has to be fetched first.
    Later(usize),
    /// There is none of that name.
    Unknown,
}

/// Puts a data set in use if it is open.
pub fn choose(name: &str) -> Choice {
    let choice = SESSION.with_borrow_mut(|session| {
        let Some(index) = session.shelf.iter().position(|entry| entry.name == name) else {
            return Choice::Unknown;
        };
        if session.shelf[index].dataset.is_none() {
            return Choice::Later(index);
        }
        session.current = Some(index);
        Choice::Now
    });
    if matches!(choice, Choice::Now) {
        tell();
    }
    choice
}

/// Fetches a listed data set and puts it in use.
pub async fn fetch_and_use(index: usize) -> Result<(), JsValue> {
    fetch(index).await?;
    SESSION.with_borrow_mut(|session| session.current = Some(index));
    tell();
    Ok(())
}

/// Opens files of the visitor's and puts them in use. Nothing changes when a file is refused.
pub fn open_files(files: &[NamedBytes]) -> Result<Rc<Dataset>, Vec<Problem>> {
    let dataset = Rc::new(open(files)?);
    SESSION.with_borrow_mut(|session| {
        let entry = Entry {
            name: dataset.name.clone(),
            title: dataset.title.clone(),
            synthetic: dataset.synthetic,
            path: None,
            dataset: Some(dataset.clone()),
        };
        let index = match session
            .shelf
            .iter()
            .position(|known| known.name == entry.name)
        {
            Some(index) => {
                session.shelf[index] = entry;
                index
            }
            None => {
                session.shelf.push(entry);
                session.shelf.len() - 1
            }
        };
        session.current = Some(index);
    });
    tell();
    Ok(dataset)
}

/// Calls `listener` after every change.
pub fn listen(listener: Rc<dyn Fn()>) {
    SESSION.with_borrow_mut(|session| session.listeners.push(listener));
}

/// Names of the data sets on the shelf.
pub fn names() -> Vec<String> {
    SESSION.with_borrow(|session| {
        session
            .shelf
            .iter()
            .map(|entry| entry.name.clone())
            .collect()
    })
}

fn tell() {
    // Listeners look at the session, so it must not be borrowed while they run.
    let listeners = SESSION.with_borrow(|session| session.listeners.clone());
    for listener in listeners {
        listener();
    }
}
