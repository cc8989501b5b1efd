//! Opening the visitor's files: small ones at once, large ones in slices, with a course that can be
//! watched and cancelled.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, HtmlInputElement};

use data::csv_table::{Expectations, MAX_BYTES, too_large, too_large_for};
use data::descriptor::MAX_DESCRIPTION;
use data::open::{
    self, DESCRIPTION, NamedBytes, Opened, Part, are_contract_files, are_to_be_asked_about,
    base_name, open_with, read_csv,
};
use data::{Dataset, Problem, Table, geometry};

use crate::protocol::progress::Progress;

use super::engine::{self, NoTable};
use super::files::{self, Unreadable};
use super::import;
use super::page::Listening;
use super::worker::Source;

/// Files larger than this are read in slices. Smaller ones are read sooner than workers start.
const LARGE: f64 = (2 << 20) as f64;

/// The beginning of a large file holds its remarks, its header and its first rows.
const BEGINNING: f64 = (1 << 20) as f64;

/// The course of one opening.
#[derive(Default)]
pub struct Task {
    total: f64,
    /// Bytes of the files before the one that is being read.
    before: Cell<f64>,
    cancelled: Cell<bool>,
    on_cancel: RefCell<Option<Box<dyn FnOnce()>>>,
}

/// Is told how far the opening is, and with `None` that it is over.
type Listener = Rc<dyn Fn(Option<Progress>)>;

thread_local! {
    static WATCH: RefCell<Option<Rc<Task>>> = const { RefCell::new(None) };
    static LISTENER: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Has `listener` told how far the reading of large files is.
pub fn listen(listener: Listener) {
    LISTENER.set(Some(listener));
}

/// Gives up the opening that is under way; what is open stays open.
pub fn cancel() {
    if let Some(watch) = WATCH.take() {
        watch.cancelled.set(true);
        tell(None);
        if let Some(act) = watch.on_cancel.take() {
            act();
        }
    }
}

fn tell(progress: Option<Progress>) {
    if let Some(listener) = LISTENER.with_borrow(Clone::clone) {
        listener(progress);
    }
}

impl Task {
    /// A new course; one that is still under way is given up for it.
    fn start(total: f64) -> Rc<Task> {
        cancel();
        let watch = Rc::new(Task {
            total,
            ..Task::default()
        });
        WATCH.set(Some(watch.clone()));
        watch
    }

    /// Says how many bytes of the present file are read.
    pub fn tell(&self, done: f64) {
        self.tell_all(Progress {
            done: self.before.get() + done,
            total: self.total,
            ..Progress::default()
        });
    }

    /// Says how far it is.
    pub fn tell_all(&self, now: Progress) {
        if !self.cancelled.get() {
            tell(Some(now));
        }
    }

    /// Whether the visitor does not want it any more.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.get()
    }

    /// What to do at once when the visitor cancels.
    pub fn on_cancel(&self, act: impl FnOnce() + 'static) {
        if self.is_cancelled() {
            act();
        } else {
            self.on_cancel.replace(Some(Box::new(act)));
        }
    }
}

/// The course ends with the opening, however that ends.
pub struct TaskHandle(Rc<Task>);

impl TaskHandle {
    /// Begins; a course that is still under way is given up for it.
    pub fn start(total: f64) -> TaskHandle {
        TaskHandle(Task::start(total))
    }

    /// Where it is told how far it is.
    pub fn watch(&self) -> &Rc<Task> {
        &self.0
    }
}

impl Drop for TaskHandle {
    fn drop(&mut self) {
        let is_own = |known: &Rc<Task>| Rc::ptr_eq(known, &self.0);
        if WATCH.with_borrow(|watch| watch.as_ref().is_some_and(is_own)) {
            WATCH.set(None);
            tell(None);
        }
    }
}

/// Watches for signs that a file may come, a visitor who uses a control for files or holds some over
/// the page: then the workers are there when it does. Who only reads has none.
pub fn expect() -> [Option<Listening>; 2] {
    let to_controls = Listening::to_window("click", |event| {
        let target = event.target();
        let control = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if control.is_some_and(|control| control.type_() == "file") {
            spawn_local(engine::prepare());
        }
    });
    let to_drags = Listening::to_window("dragenter", |_| spawn_local(engine::prepare()));
    [to_controls, to_drags]
}

/// Has the module of the workers fetched, where a visitor may be about to look for a file.
pub fn fetch_ahead() {
    spawn_local(async { drop(Source::lent().await) });
}

/// The data set that files of the visitor's hold.
pub async fn dataset(blobs: &[(String, Blob)]) -> Result<Dataset, Unreadable> {
    let opened = opened(blobs).await;
    engine::dismiss();
    settled(opened?).await
}

/// The data set that a worker hands over.
pub async fn handed_over(blobs: &[(String, Blob)]) -> Result<Dataset, Unreadable> {
    let files = files::read(blobs).await?;
    let opened = open::handed_over(&files).map_err(Unreadable::Problems)?;
    settled(opened).await
}

/// A data set that was opened, when it is known how the dimensions of its tables add up.
pub async fn settled(opened: Opened) -> Result<Dataset, Unreadable> {
    match opened.as_said() {
        Ok(dataset) => Ok(dataset),
        Err(opened) => Ok(import::settled(*opened).await?),
    }
}

async fn opened(blobs: &[(String, Blob)]) -> Result<Opened, Unreadable> {
    if are_packed(blobs).await? {
        return match import::unpacked(blobs).await {
            // What was unpacked is not packed any more, so this ends.
            Ok(Some(unpacked)) => plain(&unpacked).await,
            Ok(None) => {
                let files = beginnings(blobs).await?;
                let problems = open_with(&files, Part::Whole, &mut read_csv).err();
                Err(Unreadable::Foreign(problems.unwrap_or_default()))
            }
            Err(nothing) => Err(nothing.into()),
        };
    }
    plain(blobs).await
}

/// The data set in files that are no archives.
async fn plain(blobs: &[(String, Blob)]) -> Result<Opened, Unreadable> {
    if blobs.iter().any(|(_, blob)| blob.size() > LARGE) {
        return in_slices(blobs, beginnings(blobs).await?).await;
    }
    let files = files::read(blobs).await?;
    let opened = open_with(&files, Part::Whole, &mut read_csv);
    opened.map_err(|problems| refused(&files, problems))
}

/// Whether archives are among files.
async fn are_packed(blobs: &[(String, Blob)]) -> Result<bool, Unreadable> {
    for (_, blob) in blobs {
        let start = blob.slice_with_f64_and_f64(0.0, 4.0);
        let start = bytes_of(&start.map_err(Unreadable::Browser)?).await?;
        if files::is_packed(&start) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn refused(files: &[NamedBytes], problems: Vec<Problem>) -> Unreadable {
    match are_to_be_asked_about(files, &problems) {
        true => Unreadable::Foreign(problems),
        false => Unreadable::Problems(problems),
    }
}

/// Small files as they are, and the whole lines that large ones begin with.
async fn beginnings(blobs: &[(String, Blob)]) -> Result<Vec<NamedBytes>, Unreadable> {
    let mut files = Vec::with_capacity(blobs.len());
    for (name, blob) in blobs {
        // What has no lines to be read by has a longest size of its own, beyond which nothing is read.
        let whole = match base_name(name) {
            DESCRIPTION => MAX_DESCRIPTION,
            name if name.ends_with(".geojson") => geometry::LONGEST,
            _ => 0,
        } as f64;
        let is_large = whole == 0.0 && blob.size() > LARGE;
        let part = match is_large {
            true => blob.slice_with_f64_and_f64(0.0, BEGINNING),
            false if blob.size() > whole.max(LARGE) => {
                blob.slice_with_f64_and_f64(0.0, whole + 1.0)
            }
            false => Ok(blob.clone()),
        };
        let mut bytes = bytes_of(&part.map_err(Unreadable::Browser)?).await?;
        if is_large && !files::is_packed(&bytes) {
            let lines = bytes.iter().rposition(|byte| *byte == b'\n');
            bytes.truncate(lines.map_or(0, |end| end + 1));
        }
        files.push(NamedBytes {
            name: name.clone(),
            bytes,
        });
    }
    Ok(files)
}

async fn bytes_of(blob: &Blob) -> Result<Vec<u8>, Unreadable> {
    let buffer = JsFuture::from(blob.array_buffer())
        .await
        .map_err(Unreadable::Browser)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// A table that lies in a large file.
struct Wanted {
    file: String,
    name: String,
    expectations: Expectations,
}

async fn in_slices(
    blobs: &[(String, Blob)],
    mut files: Vec<NamedBytes>,
) -> Result<Opened, Unreadable> {
    let large = |file: &str| {
        blobs
            .iter()
            .find(|(name, blob)| name == file && blob.size() > LARGE)
    };
    // Opened once without the tables of large files, to see what is expected of them.
    let mut wanted = Vec::new();
    let checked = open_with(&files, Part::Whole, &mut |file, name, expectations| {
        if large(&file.name).is_none() {
            return read_csv(file, name, expectations);
        }
        wanted.push(Wanted {
            file: file.name.clone(),
            name: name.to_owned(),
            expectations: expectations.clone(),
        });
        Ok(Table::empty(name))
    });
    if let Err(problems) = checked {
        return Err(refused(&files, problems));
    }
    if !are_contract_files(&files) {
        return Err(Unreadable::Foreign(Vec::new()));
    }
    let total = blobs.iter().map(|(_, blob)| blob.size()).sum();
    let course = TaskHandle::start(total);
    course.0.tell(0.0);
    let mut tables: Vec<Option<Table>> = Vec::new();
    for Wanted {
        file,
        name,
        expectations,
    } in &wanted
    {
        let Some((_, blob)) = large(file) else {
            continue;
        };
        let Some(place) = files.iter().position(|known| known.name == *file) else {
            continue;
        };
        let mut read = engine::File {
            name: base_name(file).to_owned(),
            blob: blob.clone(),
            beginning: std::mem::take(&mut files[place].bytes),
        };
        let table = engine::table(&read, name, expectations, &course.0).await;
        files[place].bytes = std::mem::take(&mut read.beginning);
        if course.0.is_cancelled() {
            return Err(Unreadable::Cancelled);
        }
        let refuse = |problem: Problem| Unreadable::Problems(vec![problem]);
        match table {
            Ok(table) => tables.push(Some(table)),
            Err(NoTable::Cancelled) => return Err(Unreadable::Cancelled),
            Err(NoTable::Browser(error)) => return Err(Unreadable::Browser(error)),
            Err(NoTable::TooLarge(fits)) => {
                return Err(refuse(too_large_for(&read.name, blob.size() as u64, fits)));
            }
            // The strict reader needs the whole file in one piece.
            Err(NoTable::Left) if blob.size() > MAX_BYTES as f64 => {
                return Err(refuse(too_large(&read.name, blob.size() as u64)));
            }
            Err(NoTable::Left) => {
                let problems = engine::problems(&read, expectations, &course.0).await;
                if course.0.is_cancelled() {
                    return Err(Unreadable::Cancelled);
                }
                match problems {
                    Some(problems) if !problems.is_empty() => {
                        return Err(refused(&files, problems));
                    }
                    // Merely out of the ordinary, or no worker to ask.
                    _ => files[place].bytes = bytes_of(blob).await?,
                }
                tables.push(None);
            }
        }
        course.0.before.set(course.0.before.get() + blob.size());
    }
    let mut tables = tables.into_iter();
    let opened = open_with(&files, Part::Whole, &mut |file, name, expectations| {
        let ready = large(&file.name).and_then(|_| tables.next().flatten());
        match ready {
            Some(table) => Ok(table),
            None => read_csv(file, name, expectations),
        }
    });
    opened.map_err(|problems| refused(&files, problems))
}
