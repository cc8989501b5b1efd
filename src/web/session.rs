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

use claims::{Claim, ClaimError};
use data::dataset::own_id;
use data::descriptor::Descriptor;
use data::index::{Index, Listed, Site};
use data::open::{NamedBytes, Opened, Part, has_unknown_columns, open_with, read_csv};
use data::{Dataset, Geometry, Names, Problem, Table};
use state::Page;
use text::{Lang, words};

use super::files::Unreadable;
use super::import::Made;
use super::{host_functions, opening, reply, scheduler};

thread_local! {
    static SESSION: RefCell<Session> = RefCell::new(Session::default());
}

/// Printed claims, or why they cannot be read.
pub type Claims = Result<Rc<Vec<Claim>>, Rc<str>>;

/// What reads printed claims: whoever wants them brings it, so that it lies in a part of the module.
pub type ParseClaims = fn(&str) -> Result<Vec<Claim>, Vec<ClaimError>>;

#[derive(Default)]
struct Session {
    /// `read(path) -> Promise<Uint8Array>`: a file beside the page, or inside the one-file page.
    read: Option<Function>,
    shelf: Vec<Entry>,
    /// Identifier of the data set in use, which may still be missing. No other one stands in for it.
    wanted: String,
    /// Whether a script has chosen it.
    is_chosen: bool,
    /// Those of the first table in the list, for data without a table of their own.
    claims: Option<Claims>,
    /// Where these lie.
    claims_path: Option<String>,
    /// What reads the claims, once somebody has asked for them.
    parse_claims: Option<ParseClaims>,
    /// The outlines of countries, once somebody has asked for a map; empty when they could not be had.
    atlas: Option<Rc<Geometry>>,
    /// Whether they have been asked for.
    wants_atlas: bool,
    /// What the publisher says of the site itself.
    site: Rc<Site>,
    /// Its sign as an address; empty without one.
    logo: Rc<str>,
    listeners: Vec<Rc<dyn Fn()>>,
}

impl Session {
    fn choose(&mut self, index: usize) {
        if let Some(entry) = self.shelf.get(index) {
            self.wanted.clone_from(&entry.id);
        }
        self.is_chosen = true;
    }

    /// The place of a data set on the shelf.
    fn place(&self, id: &str) -> Option<usize> {
        self.shelf.iter().position(|entry| entry.id == id)
    }

    fn find(&self, id: &str) -> Result<Rc<Dataset>, Absence> {
        let Some(place) = self.place(id) else {
            return Err(Absence::Unknown);
        };
        let entry = &self.shelf[place];
        let absence = || {
            entry
                .failure
                .clone()
                .map_or(Absence::Coming, Absence::Failed)
        };
        entry.dataset.clone().ok_or_else(absence)
    }
}

/// Why a data set is not there.
#[derive(Clone, Debug, PartialEq)]
pub enum Absence {
    /// It is on its way.
    Coming,
    /// Nothing of that name is known here.
    Unknown,
    /// Its files could not be had, or are wrong.
    Failed(Rc<Failure>),
}

/// What is wrong with the files of a data set.
#[derive(Debug, PartialEq)]
pub struct Failure {
    /// The problems in them.
    pub problems: Vec<Problem>,
    /// Where there are none: what the browser says.
    pub said: String,
}

impl From<Vec<Problem>> for Failure {
    fn from(problems: Vec<Problem>) -> Failure {
        Failure {
            problems,
            said: String::new(),
        }
    }
}

impl From<Unreadable> for Failure {
    fn from(unreadable: Unreadable) -> Failure {
        match unreadable {
            Unreadable::Problems(problems) | Unreadable::Foreign(problems) => problems.into(),
            Unreadable::Browser(error) => error.into(),
            Unreadable::Cancelled => Vec::new().into(),
        }
    }
}

impl From<JsValue> for Failure {
    fn from(error: JsValue) -> Failure {
        Failure {
            problems: Vec::new(),
            said: said(error),
        }
    }
}
impl Failure {
    /// As scripts get it.
    pub fn to_js(&self) -> JsValue {
        match self.problems.is_empty() {
            true => reply::error(&self.said),
            false => reply::refused(&self.problems),
        }
    }
}

/// What an error of the browser's says.
pub fn said(error: JsValue) -> String {
    let error = error.dyn_into::<js_sys::Error>();
    error.map_or_else(|_| String::new(), |error| String::from(error.message()))
}

/// A data set on the shelf: open, or listed and fetched when asked for.
#[derive(Clone)]
pub struct Entry {
    /// What addresses and the API call it.
    pub id: String,
    title: Names,
    /// Whether somebody has opened or handed out the data, instead of the publisher having listed them.
    own: bool,
    name: String,
    synthetic: bool,
    /// Whether the report's figures are shown with it where the open data lack its groups.
    of_report: bool,
    /// Path of the description, for what is listed.
    path: Option<String>,
    dataset: Option<Rc<Dataset>>,
    failure: Option<Rc<Failure>>,
    /// Path of its printed claims, where they are not those of the site.
    claims_path: Option<String>,
    claims: Option<Claims>,
}

impl Entry {
    fn of_listed(listed: Listed) -> Entry {
        Entry {
            claims_path: listed.claims.as_ref().map(|path| format!("data/{path}")),
            claims: None,
            id: listed.id(),
            title: listed.titles,
            own: listed.own,
            name: listed.name,
            synthetic: listed.synthetic,
            of_report: listed.report,
            path: Some(format!("data/{}", listed.path)),
            dataset: None,
            failure: None,
        }
    }

    /// What readers choose it by.
    pub fn label(&self, lang: Lang) -> String {
        let title = match self.title.is_empty() {
            true => &self.name,
            false => self.title.get(lang),
        };
        match self.own {
            true => words::own_named(lang, title),
            false => title.to_owned(),
        }
    }

    /// The data set, when it has been opened.
    pub fn dataset(&self) -> Option<&Rc<Dataset>> {
        self.dataset.as_ref()
    }
}

/// Reads the list of packages and opens those that are not lazy, through
/// `read(path) -> Promise<Uint8Array>`. The page can be used in between.
#[wasm_bindgen(skip_typescript)]
pub async fn load(read: Function) -> Result<(), JsValue> {
    SESSION.with_borrow_mut(|session| session.read = Some(read));
    let list = bytes_of(ask_for("data/index.json")?).await?;
    scheduler::turn().await;
    let index = Index::parse(&text_of(&list))
        .map_err(|error| js_sys::Error::new(&format!("data/index.json: {error}")))?;
    let pages = Page::ALL.map(Page::slug);
    if let Some(fault) = index.site.fault(&pages) {
        return Err(js_sys::Error::new(&format!("data/index.json: {fault}")).into());
    }
    if !index.site.logo.is_empty() {
        // Without its sign a site is one all the same.
        let drawing = text_at(&format!("data/{}", index.site.logo))
            .await
            .unwrap_or_default();
        let drawing = String::from(js_sys::encode_uri_component(&drawing));
        let logo = format!("data:image/svg+xml,{drawing}");
        SESSION.with_borrow_mut(|session| session.logo = logo.into());
    }
    let site = Rc::new(index.site.clone());
    SESSION.with_borrow_mut(|session| session.site = site);
    let first = index.first();
    let mut packages = index.packages.iter();
    let claims = packages.find_map(|listed| listed.claims.as_ref());
    let claims = claims.map(|path| format!("data/{path}"));
    let mut rest = Vec::new();
    SESSION.with_borrow_mut(|session| {
        for (place, listed) in index.packages.into_iter().enumerate() {
            if !listed.lazy && Some(place) != first {
                rest.push(place);
            }
            session.shelf.push(Entry::of_listed(listed));
        }
        if let Some(entry) = first.and_then(|first| session.shelf.get(first)) {
            session.wanted.clone_from(&entry.id);
        }
    });
    // Whatever is wrong with one of them is told in its place; everything else works without it.
    for place in first.into_iter().chain(rest) {
        if !is_open(place) {
            let _ = fetch(place).await;
        }
    }
    SESSION.with_borrow_mut(|session| session.claims_path = claims);
    fetch_claims().await;
    tell();
    Ok(())
}

/// Fetches the printed claims of the site and of every open data set, which only who asks for them needs, and those
/// of data sets that are opened later.
pub async fn bring_claims(parse: ParseClaims) {
    SESSION.with_borrow_mut(|session| session.parse_claims = Some(parse));
    fetch_claims().await;
    tell();
}

/// Fetches the claims that are not there, where claims are wanted. Whatever is wrong with them is told where they
/// would stand.
async fn fetch_claims() {
    let Some(parse) = SESSION.with_borrow(|session| session.parse_claims) else {
        return;
    };
    let next = || {
        SESSION.with_borrow(|session| {
            let is_lacking = |entry: &&Entry| entry.dataset.is_some() && entry.claims.is_none();
            let mut open = session.shelf.iter().filter(is_lacking);
            let own = open.find_map(|entry| entry.claims_path.clone());
            own.or_else(|| {
                session
                    .claims_path
                    .clone()
                    .filter(|_| session.claims.is_none())
            })
        })
    };
    while let Some(path) = next() {
        let claims = claims_at(&path, parse).await;
        SESSION.with_borrow_mut(|session| {
            let is_of = |of: &Option<String>| of.as_ref() == Some(&path);
            if is_of(&session.claims_path) {
                session.claims = Some(claims.clone());
            }
            for entry in session
                .shelf
                .iter_mut()
                .filter(|entry| is_of(&entry.claims_path))
            {
                entry.claims = Some(claims.clone());
            }
        });
    }
}

/// The claims of a table, or why there are none.
async fn claims_at(path: &str, parse: ParseClaims) -> Claims {
    let bytes = async { bytes_of(ask_for(path)?).await };
    let table = bytes.await.map_err(said)?;
    scheduler::turn().await;
    let claims = parse(&text_of(&table));
    claims.map(Rc::new).map_err(|errors| {
        format!(
            "{path}: {}",
            errors.first().map_or_else(String::new, ToString::to_string)
        )
        .into()
    })
}

fn atlas() -> Option<Rc<Geometry>> {
    SESSION.with_borrow(|session| session.atlas.clone())
}

/// Fetches the outlines of countries, which only maps need, and puts them to every open data set. Where they
/// cannot be had, there are none, and maps say so.
pub async fn bring_atlas() {
    let is_first =
        SESSION.with_borrow_mut(|session| !std::mem::replace(&mut session.wants_atlas, true));
    if !is_first {
        return;
    }
    let text = text_at("geo/world.json").await.unwrap_or_default();
    let found = Rc::new(Geometry::parse(&text).unwrap_or_default());
    SESSION.with_borrow_mut(|session| {
        session.atlas = Some(found.clone());
        let open = session
            .shelf
            .iter_mut()
            .filter_map(|entry| entry.dataset.as_mut());
        for dataset in open {
            *dataset = Rc::new(Dataset {
                atlas: Some(found.clone()),
                ..(**dataset).clone()
            });
        }
    });
    tell();
}

/// Fetches the atlas for a data set that has nothing but codes of countries: it knows their names.
fn name_countries(dataset: &Dataset) {
    if dataset.lacks_countries() {
        wasm_bindgen_futures::spawn_local(bring_atlas());
    }
}

fn is_open(index: usize) -> bool {
    SESSION.with_borrow(|session| {
        let entry = session.shelf.get(index);
        entry.is_some_and(|entry| entry.dataset.is_some())
    })
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

/// The text of a file that lies beside the page, or is carried by it.
pub async fn text_at(path: &str) -> Result<String, JsValue> {
    let bytes = bytes_of(ask_for(path)?).await?;
    Ok(text_of(&bytes).into_owned())
}

/// A text file without the mark that some programs begin it with.
fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes))
}

/// Fetches a listed package; what is wrong with it stays known.
async fn fetch(index: usize) -> Result<(), Rc<Failure>> {
    let Some(entry) = SESSION.with_borrow(|session| session.shelf.get(index).cloned()) else {
        return Ok(());
    };
    let Some(path) = entry.path else {
        return Ok(());
    };
    let opened = match opened_at(path).await {
        Ok(dataset) => Ok(Rc::new(Dataset {
            own: entry.own,
            atlas: atlas(),
            ..dataset.listed_as(&entry.name, &entry.title, entry.synthetic)
        })),
        Err(failure) => Err(Rc::new(failure)),
    };
    SESSION.with_borrow_mut(|session| {
        if let Some(entry) = session.shelf.get_mut(index) {
            entry.failure = opened.as_ref().err().cloned();
            if let Ok(dataset) = &opened {
                entry.title = dataset.title.clone();
                entry.dataset = Some(dataset.clone());
            }
        }
    });
    if let Ok(dataset) = &opened {
        name_countries(dataset);
    }
    fetch_claims().await;
    opened.map(|_| ())
}

/// The package that a path describes.
async fn opened_at(path: String) -> Result<Dataset, Failure> {
    let description = NamedBytes {
        bytes: bytes_of(ask_for(&path)?).await?,
        name: path,
    };
    scheduler::turn().await;
    let files = fetch_tables(description).await?;
    scheduler::turn().await;
    let opened = opened(&files).await?;
    opening::settled(opened).await.map_err(Failure::from)
}

/// Opens a package, each table in a turn of its own.
async fn opened(files: &[NamedBytes]) -> Result<Opened, Vec<Problem>> {
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
        tables.extend(file.map(|file| read_csv(file, &name, &expectations)));
    }
    scheduler::turn().await;
    let mut tables = tables.into_iter();
    open_with(files, Part::Whole, &mut |_, _, _| {
        tables.next().unwrap_or_else(|| Err(Vec::new()))
    })
}

/// A description and its tables.
async fn fetch_tables(description: NamedBytes) -> Result<Vec<NamedBytes>, Failure> {
    let text = text_of(&description.bytes);
    let descriptor =
        Descriptor::of_package(&description.name, &text).map_err(|problem| vec![problem])?;
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

/// The data set in use, when it is there.
pub fn current() -> Option<Rc<Dataset>> {
    find(&wanted()).ok()
}

/// The data set in use, or for scripts why it is not there.
pub fn in_use() -> Result<Rc<Dataset>, JsValue> {
    let wanted = wanted();
    find(&wanted).map_err(|absence| match absence {
        _ if wanted.is_empty() => reply::error("no data set is open"),
        Absence::Failed(failure) => failure.to_js(),
        Absence::Coming | Absence::Unknown => {
            reply::error(&format!("the data set {wanted:?} is not open"))
        }
    })
}

/// Identifier of the data set in use, there or not; empty when there is none at all.
pub fn wanted() -> String {
    SESSION.with_borrow(|session| session.wanted.clone())
}

/// A data set by its identifier, or why it is not there.
pub fn find(id: &str) -> Result<Rc<Dataset>, Absence> {
    SESSION.with_borrow(|session| session.find(id))
}

/// Puts a data set in use, there or not. Asked for once more, one that could not be had may be there.
pub fn want(id: &str) {
    SESSION.with_borrow_mut(|session| {
        id.clone_into(&mut session.wanted);
        let entry = session.shelf.iter_mut().find(|entry| entry.id == id);
        if let Some(entry) = entry {
            entry.failure = None;
        }
    });
}

/// The place of a data set that has to be fetched.
pub fn to_fetch(id: &str) -> Option<usize> {
    SESSION.with_borrow(|session| {
        let is_coming = session.find(id) == Err(Absence::Coming);
        session.place(id).filter(|_| is_coming)
    })
}

/// The data set that the report's figures are shown with where the open one lacks its groups.
pub fn of_report() -> Option<String> {
    SESSION.with_borrow(|session| {
        let mut listed = session.shelf.iter();
        let entry = listed.find(|entry| entry.of_report)?;
        Some(entry.id.clone())
    })
}

/// Fetches the listed data set at a place, and tells when it has come or is known not to come.
pub async fn bring(place: usize) {
    let _ = fetch(place).await;
    tell();
}

/// Whether the data set in use was chosen, by a script before the page was shown.
pub fn is_chosen() -> bool {
    SESSION.with_borrow(|session| session.is_chosen)
}

/// Everything on the shelf, in order.
pub fn shelf() -> Vec<Entry> {
    SESSION.with_borrow(|session| session.shelf.clone())
}

/// The printed claims of the data set in use; where it brings none, those of the first table in the list.
pub fn claims() -> Option<Claims> {
    own_claims().or_else(|| SESSION.with_borrow(|session| session.claims.clone()))
}

/// Whether the data set in use brings printed claims itself.
pub fn has_own_claims() -> bool {
    SESSION.with_borrow(|session| {
        let place = session.place(&session.wanted);
        let entry = place.and_then(|place| session.shelf.get(place));
        entry.is_some_and(|entry| entry.claims_path.is_some())
    })
}

/// Whether there are printed claims that have not been fetched.
pub fn awaits_claims() -> bool {
    let has_any = SESSION.with_borrow(|session| session.claims_path.is_some());
    claims().is_none() && (has_any || has_own_claims())
}

fn own_claims() -> Option<Claims> {
    SESSION.with_borrow(|session| {
        let place = session.place(&session.wanted)?;
        session.shelf.get(place)?.claims.clone()
    })
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
        // Scripts know data that they have opened by their name.
        let index = session.place(name).or_else(|| session.place(&own_id(name)));
        let Some(index) = index else {
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

/// Fetches a listed data set and puts it in use; one that cannot be had changes nothing.
pub async fn fetch_and_use(index: usize) -> Result<(), JsValue> {
    fetch(index).await.map_err(|failure| failure.to_js())?;
    SESSION.with_borrow_mut(|session| session.choose(index));
    tell();
    Ok(())
}

/// Opens files of the visitor's, puts them in use and tells so. Nothing changes when a file is refused.
pub async fn open_blobs(blobs: Vec<(String, Blob)>) -> Result<Rc<Dataset>, Unreadable> {
    let dataset = put_in_use(blobs, Unknown::Asked).await?;
    tell();
    Ok(dataset)
}

/// The same for a script.
pub async fn open_for_script(blobs: Vec<(String, Blob)>) -> Result<Rc<Dataset>, Unreadable> {
    let dataset = put_in_use(blobs, Unknown::LeftApart).await?;
    told_to_script(&dataset);
    Ok(dataset)
}

/// Opens what foreign files have become, puts it in use and tells so.
pub async fn open_made(made: &Made) -> Result<Rc<Dataset>, Unreadable> {
    let dataset = put_made_in_use(made).await?;
    tell();
    Ok(dataset)
}

/// The same for a script.
pub async fn open_made_for_script(made: &Made) -> Result<Rc<Dataset>, Unreadable> {
    let dataset = put_made_in_use(made).await?;
    told_to_script(&dataset);
    Ok(dataset)
}

async fn put_made_in_use(made: &Made) -> Result<Rc<Dataset>, Unreadable> {
    let opened = opening::handed_over(&made.columns).await?;
    Ok(use_opened(opened, &made.package))
}

/// Tells at once; of large data a moment later, so that the page is drawn anew after the script that waits for them
/// has gone on.
fn told_to_script(dataset: &Rc<Dataset>) {
    match is_large(dataset) {
        true => scheduler::in_turn(tell),
        false => tell(),
    }
}

/// Tables of more rows than this take a moment with each question.
const MANY_ROWS: usize = 50_000;

/// And so do tables with a column of more codes than this: they are put in order, and compared with each other.
const MANY_CODES: usize = 2_000;

/// Whether a data set has a table whose questions take a moment.
pub fn is_large(dataset: &Rc<Dataset>) -> bool {
    dataset.tables.iter().any(|table| {
        let mut columns = table.dimensions.iter();
        table.rows > MANY_ROWS || columns.any(|column| column.codes.len() > MANY_CODES)
    })
}

/// What becomes of a column of a table of the contract that nothing tells the meaning of.
#[derive(Clone, Copy)]
enum Unknown {
    /// Who opens the table is asked.
    Asked,
    /// Nothing is added up over it.
    LeftApart,
}

/// Reads files of the visitor's and puts them in use.
async fn put_in_use(
    blobs: Vec<(String, Blob)>,
    unknown: Unknown,
) -> Result<Rc<Dataset>, Unreadable> {
    let opened = read(&blobs, unknown).await?;
    Ok(use_opened(opened, &blobs))
}

fn use_opened(opened: Dataset, blobs: &[(String, Blob)]) -> Rc<Dataset> {
    let (place, dataset) = shelve(opened, blobs);
    SESSION.with_borrow_mut(|session| session.choose(place));
    dataset
}

/// Opens files of the visitor's that an instance before this one had open, without putting them in use.
pub async fn put_back(blobs: Vec<(String, Blob)>) -> Result<(), Unreadable> {
    let opened = read(&blobs, Unknown::LeftApart).await?;
    shelve(opened, &blobs);
    Ok(())
}

async fn read(blobs: &[(String, Blob)], unknown: Unknown) -> Result<Dataset, Unreadable> {
    let opened = opening::dataset(blobs).await?;
    let names = blobs.iter().map(|(name, _)| name.as_str());
    match unknown {
        Unknown::Asked if has_unknown_columns(names, &opened) => {
            Err(Unreadable::Foreign(Vec::new()))
        }
        _ => Ok(opened),
    }
}

/// Puts what was opened of files on the shelf, and gives its place.
fn shelve(opened: Dataset, blobs: &[(String, Blob)]) -> (usize, Rc<Dataset>) {
    let dataset = Rc::new(Dataset {
        atlas: atlas(),
        ..opened.owned()
    });
    host_functions::keep_own(&dataset.id(), blobs);
    let entry = Entry {
        id: dataset.id(),
        title: dataset.title.clone(),
        own: dataset.own,
        name: dataset.name.clone(),
        synthetic: dataset.synthetic,
        of_report: false,
        path: None,
        dataset: Some(dataset.clone()),
        failure: None,
        claims_path: None,
        claims: None,
    };
    let place = SESSION.with_borrow_mut(|session| {
        // Data of their own take the place of their own only, never that of published ones.
        let known = session.shelf.iter().position(|known| known.id == entry.id);
        let index = known.unwrap_or(session.shelf.len());
        match session.shelf.get_mut(index) {
            Some(place) => *place = entry,
            None => session.shelf.push(entry),
        }
        index
    });
    name_countries(&dataset);
    (place, dataset)
}

/// Calls `listener` after every change.
pub fn listen(listener: Rc<dyn Fn()>) {
    SESSION.with_borrow_mut(|session| session.listeners.push(listener));
}

/// What the publisher says of the site itself.
pub fn site() -> Rc<Site> {
    SESSION.with_borrow(|session| session.site.clone())
}

/// The sign of the site as an address; empty without one.
pub fn logo() -> Rc<str> {
    SESSION.with_borrow(|session| session.logo.clone())
}

/// What the site is called.
pub fn site_name(lang: Lang) -> String {
    let site = site();
    match site.name.is_empty() {
        true => words::app_title(lang).to_owned(),
        false => site.name.get(lang).to_owned(),
    }
}

/// The languages that can be chosen.
pub fn languages() -> Vec<Lang> {
    let site = site();
    let offered = |lang: &Lang| {
        site.languages.is_empty() || site.languages.iter().any(|tag| tag == lang.tag())
    };
    Lang::ALL.into_iter().filter(offered).collect()
}

/// Identifiers of the data sets on the shelf.
pub fn ids() -> Vec<String> {
    shelf().into_iter().map(|entry| entry.id).collect()
}

/// Tells every listener that something changed.
pub fn tell() {
    // Listeners look at the session, so it must not be borrowed while they run.
    let listeners = SESSION.with_borrow(|session| session.listeners.clone());
    for listener in listeners {
        listener();
    }
}
