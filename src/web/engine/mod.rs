//! Large files, read slice by slice beside the page.
//!
//! Workers read the slices where there are any; else the page does it itself, a slice at a time, so
//! that it stays usable. Either way the table is the same: [`data::slices`] joins the parts
//! in their order and leaves to the strict reader whatever is out of the ordinary.

mod inline_reader;
mod worker_pool;

use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::{Blob, MessageChannel};

use data::csv_table::{Expectations, worker_codec};
use data::slices::{ChunkMerger, Taken};
use data::{Problem, Table};

use super::opening::Task;

/// A file that is read in slices.
pub struct File {
    /// Its name, as problems show it.
    pub name: String,
    /// The file.
    pub blob: Blob,
    /// The lines that it begins with.
    pub beginning: Vec<u8>,
}

/// Why there is no table.
pub enum NoTable {
    /// Something is wrong with the file, or out of the ordinary: the strict reader knows.
    Left,
    /// The table would not fit in memory; a file of so many bytes would.
    TooLarge(u64),
    /// The visitor does not want it any more.
    Cancelled,
    /// The browser could not read the file.
    Browser(JsValue),
}

/// How the slices of a file were read.
enum Outcome {
    /// All parts are taken.
    Done,
    /// The workers gave up; the page can do it itself.
    NoWorkers,
}

/// Starts the workers for a large file that may come, so that it need not wait for them, and has their
/// code made fast. If none comes, they are ended after a while.
pub async fn prepare() {
    worker_pool::prepare().await;
}

/// Ends the workers that wait: the file that came is open, or has none for them to read.
pub fn dismiss() {
    worker_pool::dismiss();
}

/// Reads a table in slices.
pub async fn table(
    file: &File,
    name: &str,
    expectations: &Expectations,
    watch: &Rc<Task>,
) -> Result<Table, NoTable> {
    let size = file.blob.size() as u64;
    let begin = || ChunkMerger::of_file(&file.name, &file.beginning, size, expectations);
    let mut gathering = begin().ok_or(NoTable::Left)?;
    let mut with_workers = true;
    // Once as the first rows look, and once more if later ones have the other decimal sign.
    for _ in 0..2 {
        let outcome = if with_workers {
            worker_pool::read(&file.blob, &mut gathering, watch).await
        } else {
            inline_reader::read(&file.blob, &mut gathering, watch).await
        };
        let outcome = match outcome {
            Ok(Outcome::NoWorkers) => {
                with_workers = false;
                gathering = gathering.anew();
                inline_reader::read(&file.blob, &mut gathering, watch).await
            }
            outcome => outcome,
        };
        match outcome {
            Ok(_) => {
                if let Some(table) = gathering.finish(name, expectations) {
                    return Ok(table);
                }
            }
            Err(NoTable::Left) => {}
            Err(other) => return Err(other),
        }
        gathering = gathering.with_other_sign().ok_or(NoTable::Left)?;
    }
    Err(NoTable::Left)
}

/// Everything that is wrong with a file that has been left to the strict reader; `None` when a worker
/// cannot tell, and empty when nothing is wrong.
pub async fn problems(
    file: &File,
    expectations: &Expectations,
    watch: &Rc<Task>,
) -> Option<Vec<Problem>> {
    let expectations = worker_codec::expectations_to_bytes(expectations);
    let told = worker_pool::problems(&file.blob, &file.name, &expectations, watch).await?;
    worker_codec::problems_of(&file.name, &told)
}

/// The slices of a file from its first row on.
struct Slices {
    blob: Blob,
    first: f64,
    size: f64,
    each: f64,
}

impl Slices {
    fn new(blob: &Blob, gathering: &ChunkMerger, each: usize) -> Slices {
        let first = gathering.plan().rows_begin as f64;
        Slices {
            blob: blob.clone(),
            first,
            size: blob.size() - first,
            each: each as f64,
        }
    }

    fn count(&self) -> usize {
        (self.size / self.each).ceil() as usize
    }

    /// Bytes up to the end of a slice.
    fn end(&self, place: usize) -> f64 {
        ((place + 1) as f64 * self.each).min(self.size)
    }

    /// Bytes of a slice.
    fn length(&self, place: usize) -> usize {
        (self.end(place) - place as f64 * self.each) as usize
    }

    fn slice(&self, place: usize) -> Result<Blob, JsValue> {
        let start = self.first + place as f64 * self.each;
        let end = self.first + self.end(place);
        self.blob.slice_with_f64_and_f64(start, end)
    }
}

/// The bytes of a buffer, which is freed at once: the browser would let those of a whole file pile up.
fn taken_out(buffer: &ArrayBuffer) -> Vec<u8> {
    let bytes = Uint8Array::new(buffer).to_vec();
    // What is sent to a port that is closed before it is read goes with the port.
    if let Ok(channel) = MessageChannel::new() {
        let (one, other) = (channel.port1(), channel.port2());
        let _ = one.post_message_with_transferable(&JsValue::NULL, &Array::of1(buffer));
        one.close();
        other.close();
    }
    bytes
}

/// What is to be done after a part.
enum Next {
    Go,
    /// The slice has to be read once more after these bytes.
    Again(Vec<u8>),
}

/// Gives a part to the table in the making.
fn take(gathering: &mut ChunkMerger, part: &[u8], length: usize) -> Result<Next, NoTable> {
    match gathering.take(part, length) {
        Taken::Yes => Ok(Next::Go),
        Taken::Again(before) => Ok(Next::Again(before)),
        Taken::Wrong => Err(NoTable::Left),
        Taken::TooLarge(fits) => Err(NoTable::TooLarge(fits)),
    }
}
