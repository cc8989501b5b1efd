//! The data sets that are open, shared by the page and the JavaScript API.
//!
//! A page has one thread and one visitor, so the session is one thread-local value. Whoever shows
//! it asks to be told when it changes.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::data::csv_table;
use crate::data::descriptor::{Descriptor, TextByLanguage};
use crate::data::json::{FromJson, Json, Misfit};
use crate::data::open::{NamedBytes, Part, base_name, open_with};
use crate::data::{Dataset, Names, Problem, Table};
use crate::measures::audit::{self, Claim};

use super::files::Unreadable;
use super::{opening, scheduler};

thread_local! {
    static SESSION: RefCell<Session> = RefCell::new(Session::default());
}

#[derive(Default)]
struct Session {
    /// `read(path) -> Promise<Uint8Array>`: a file beside the page, or inside the one-file page.
    read: Option<Function>,
    shelf: Vec<Entry>,
    current: Option<usize>,
    /// Whether someone has chosen it.
    is_chosen: bool,
    claims: Option<Rc<Vec<Claim>>>,
    listeners: Vec<Rc<dyn Fn()>>,
}

impl Session {
    fn choose(&mut self, index: usize) {
        self.current = Some(index);
        self.is_chosen = true;
    }
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
    own: bool,
}

impl Entry {
    /// The data set, when it has been opened.
    pub fn dataset(&self) -> Option<&Rc<Dataset>> {
        self.dataset.as_ref()
    }

    /// Whether the visitor has opened it.
    pub fn is_own(&self) -> bool {
        self.own
    }
}

/// `data/index.json`.
struct Index {
    packages: Vec<Listed>,
    /// A table of printed claims that belongs to a package.
    claims: Option<String>,
}

struct Listed {
    entry: Entry,
    default: bool,
    /// Fetched only when a visitor asks for it.
    lazy: bool,
    claims: Option<String>,
}

impl FromJson for Listed {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        Ok(Listed {
            entry: Entry {
                name: json.required("name")?,
                title: Names::from(&json.field::<TextByLanguage>("titles")?),
                synthetic: json.field("synthetic")?,
                path: Some(format!("data/{}", json.required::<String>("path")?)),
                dataset: None,
                own: false,
            },
            default: json.field("default")?,
            lazy: json.field("lazy")?,
            claims: json.field("claims")?,
        })
    }
}

impl Index {
    fn parse(text: &str) -> Result<Index, String> {
        let json = Json::parse(text).map_err(|error| error.to_string())?;
        let packages: Vec<Listed> = json
            .required("packages")
            .map_err(|misfit| misfit.to_string())?;
        let claims = packages.iter().find_map(|listed| listed.claims.clone());
        Ok(Index { packages, claims })
    }
}

/// Reads the list of packages and opens those that are not lazy, and the claims, through
/// `read(path) -> Promise<Uint8Array>`. The page can be used in between.
#[wasm_bindgen(skip_typescript)]
pub async fn load(read: Function) -> Result<(), JsValue> {
    SESSION.with_borrow_mut(|session| session.read = Some(read));
    let list = bytes_of(ask_for("data/index.json")?).await?;
    let Index { packages, claims } = Index::parse(&text_of(&list))
        .map_err(|error| js_sys::Error::new(&format!("data/index.json: {error}")))?;
    let default = packages
        .iter()
        .position(|listed| listed.default)
        .unwrap_or(0);
    let others = packages.iter().enumerate();
    let others = others.filter(|(index, listed)| !listed.lazy && *index != default);
    let wanted: Vec<usize> = others.map(|(index, _)| index).collect();
    SESSION.with_borrow_mut(|session| {
        session.current = (!packages.is_empty()).then_some(default);
        session.shelf = packages.into_iter().map(|listed| listed.entry).collect();
    });
    fetch(default).await?;
    for index in wanted {
        fetch(index).await?;
    }
    if let Some(path) = claims.map(|path| format!("data/{path}")) {
        let table = bytes_of(ask_for(&path)?).await?;
        scheduler::turn().await;
        let claims = audit::claims(&text_of(&table))
            .map_err(|_| js_sys::Error::new(&format!("{path}: damaged")))?;
        SESSION.with_borrow_mut(|session| session.claims = Some(Rc::new(claims)));
    }
    tell();
    Ok(())
}

/// Asks for a file.
fn ask_for(path: &str) -> Result<Promise, JsValue> {
    let read = SESSION
        .with_borrow(|session| session.read.clone())
        .ok_or_else(|| js_sys::Error::new("no way to read files was given"))?;
    read.call1(&JsValue::NULL, &JsValue::from_str(path))?
        .dyn_into()
}

/// The bytes of a file, when they have come. They are copied once; a text would be taken letter by
/// letter.
async fn bytes_of(file: Promise) -> Result<Vec<u8>, JsValue> {
    let bytes: Uint8Array = JsFuture::from(file).await?.dyn_into()?;
    Ok(bytes.to_vec())
}

/// A text file without the mark that some programs begin it with.
fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes))
}

/// Fetches a listed package.
async fn fetch(index: usize) -> Result<(), JsValue> {
    let Some(path) = SESSION.with_borrow(|session| session.shelf.get(index)?.path.clone()) else {
        return Ok(());
    };
    let description = NamedBytes {
        bytes: bytes_of(ask_for(&path)?).await?,
        name: path,
    };
    let files = fetch_tables(description).await?;
    let dataset = opened(&files).await;
    let dataset = dataset.map_err(|problems| super::reply::refused(&problems))?;
    SESSION.with_borrow_mut(|session| {
        if let Some(entry) = session.shelf.get_mut(index) {
            entry.title = dataset.title.clone();
            entry.synthetic = dataset.synthetic;
            entry.dataset = Some(Rc::new(dataset));
        }
    });
    Ok(())
}

/// Opens a package, each table in a turn of its own.
async fn opened(files: &[NamedBytes]) -> Result<Dataset, Vec<Problem>> {
    // Opened once without the tables, to see what is expected of them.
    let mut wanted = Vec::new();
    let _ = open_with(files, Part::Whole, &mut |file, name, expectations| {
        wanted.push((file.name.clone(), name.to_owned(), expectations.clone()));
        Ok(Table::empty(name))
    });
    let mut tables = Vec::new();
    for (file, name, expectations) in wanted {
        scheduler::turn().await;
        let file = files.iter().find(|known| known.name == file);
        let read = |file: &NamedBytes| {
            csv_table::read(base_name(&file.name), &name, &file.bytes, &expectations)
        };
        tables.extend(file.map(read));
    }
    scheduler::turn().await;
    let mut tables = tables.into_iter();
    open_with(files, Part::Whole, &mut |_, _, _| {
        tables.next().unwrap_or_else(|| Err(Vec::new()))
    })
}

/// A description and its tables.
async fn fetch_tables(description: NamedBytes) -> Result<Vec<NamedBytes>, JsValue> {
    let text = text_of(&description.bytes);
    let descriptor = Descriptor::parse(&description.name, &text)
        .map_err(|problem| super::reply::refused(&[problem]))?;
    let folder = description
        .name
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder);
    let wanted = descriptor.resources.iter().map(|resource| {
        let path = format!("{folder}/{}", resource.path);
        // All are asked for before one is waited for, so that they travel side by side.
        ask_for(&path).map(|file| (path, file))
    });
    let pending = wanted.collect::<Result<Vec<_>, _>>()?;
    let mut files = vec![description];
    for (name, file) in pending {
        let bytes = bytes_of(file).await?;
        files.push(NamedBytes { name, bytes });
    }
    Ok(files)
}

/// The data set in use.
pub fn current() -> Option<Rc<Dataset>> {
    SESSION.with_borrow(|session| session.shelf.get(session.current?)?.dataset.clone())
}

/// Whether the data set in use was chosen, by a script before the page was shown.
pub fn is_chosen() -> bool {
    SESSION.with_borrow(|session| session.is_chosen)
}

/// Whether the data set in use is one that the visitor has opened.
pub fn current_is_own() -> bool {
    SESSION.with_borrow(|session| {
        let entry = session.current.and_then(|index| session.shelf.get(index));
        entry.is_some_and(Entry::is_own)
    })
}

/// Everything on the shelf, in order.
pub fn shelf() -> Vec<Entry> {
    SESSION.with_borrow(|session| session.shelf.clone())
}

/// The printed claims, when the publisher gives them.
pub fn claims() -> Option<Rc<Vec<Claim>>> {
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
        session.choose(index);
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
    SESSION.with_borrow_mut(|session| session.choose(index));
    tell();
    Ok(())
}

/// Opens files of the visitor's, puts them in use and tells so. Nothing changes when a file is refused.
pub async fn open_blobs(blobs: Vec<(String, Blob)>) -> Result<Rc<Dataset>, Unreadable> {
    let dataset = put_in_use(blobs).await?;
    tell();
    Ok(dataset)
}

/// Opens files of the visitor's and puts them in use; of large ones, whoever listens is told a moment
/// later, so that the page is drawn anew after the script that waits for them has gone on.
pub async fn open_for_script(blobs: Vec<(String, Blob)>) -> Result<Rc<Dataset>, Unreadable> {
    let dataset = put_in_use(blobs).await?;
    match is_large(&dataset) {
        true => scheduler::in_turn(tell),
        false => tell(),
    }
    Ok(dataset)
}

/// Tables of more rows than this take a moment with each question.
const MANY_ROWS: usize = 50_000;

/// Whether a data set has a table whose questions take a moment.
pub fn is_large(dataset: &Rc<Dataset>) -> bool {
    dataset.tables.iter().any(|table| table.rows > MANY_ROWS)
}

async fn put_in_use(blobs: Vec<(String, Blob)>) -> Result<Rc<Dataset>, Unreadable> {
    let dataset = Rc::new(opening::dataset(&blobs).await?);
    SESSION.with_borrow_mut(|session| {
        let entry = Entry {
            name: dataset.name.clone(),
            title: dataset.title.clone(),
            synthetic: dataset.synthetic,
            path: None,
            dataset: Some(dataset.clone()),
            own: true,
        };
        let known = session
            .shelf
            .iter()
            .position(|known| known.name == entry.name);
        let index = known.unwrap_or(session.shelf.len());
        match session.shelf.get_mut(index) {
            Some(place) => *place = entry,
            None => session.shelf.push(entry),
        }
        session.choose(index);
    });
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

/// Tells every listener that something changed.
pub fn tell() {
    // Listeners look at the session, so it must not be borrowed while they run.
    let listeners = SESSION.with_borrow(|session| session.listeners.clone());
    for listener in listeners {
        listener();
    }
}
