//! Workers read the slices, each whichever is next, and the page joins the parts in their order.
//! There is no memory that they share: parts are handed over.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Worker};

use crate::web::opening::Task;
use crate::web::worker::{Receive, Running, Source};
use crate::web::{files, page};
use data::csv_table::Expectations;
use data::slices::ChunkMerger;

use super::{Next, NoTable, Outcome, Slices, take, taken_out};

/// Large enough that handing over costs little, small enough that joining a part is done in a few
/// milliseconds and that many of them fit in memory.
const SLICE: usize = 4 << 20;

/// More workers are no faster: joining the parts is left to one.
const MOST_WORKERS: usize = 6;

/// How long workers wait for a file before they are ended, in milliseconds.
const PATIENCE: i32 = 60_000;

/// Slices that a worker has at a time: one in work, one on its way from the disk.
const AT_A_TIME: usize = 2;

/// What the workers read while they wait, so that the browser makes the code of their module fast
/// before the file is there: a header, and a row so many times.
const REHEARSED: (&str, &str, usize) = (
    "year,sex,age,emigrations,person_years\n",
    "2001,women,18,12,345.25\n",
    4_000,
);

/// How many times they do.
const REHEARSALS: usize = 10;

/// The place of what is only read to rehearse, in no file.
const NO_PLACE: u32 = u32::MAX;

thread_local! {
    static WAITING: RefCell<Option<Waiting>> = const { RefCell::new(None) };
}

/// Workers that wait for a file, and the end of their patience.
struct Waiting {
    pool: Pool,
    _patience: Option<page::Ticking>,
}

/// Starts the workers for a file that is about to come and has them rehearse, unless they wait already.
pub(super) async fn prepare() {
    if !is_waiting() {
        gather().await;
        WAITING.with_borrow(|waiting| {
            let worker = waiting
                .as_ref()
                .and_then(|waiting| waiting.pool.workers.first());
            // All have the same module, and what is made fast for one is so for all.
            worker.and_then(|running| rehearse(&running.worker))
        });
    }
}

fn rehearse(worker: &Worker) -> Option<()> {
    let (header, row, rows) = REHEARSED;
    let file = [header, &row.repeat(rows)].concat();
    let (bytes, expectations) = (file.as_bytes(), Expectations::default());
    let gathering = ChunkMerger::of_file("", bytes, bytes.len() as u64, &expectations)?;
    let slice = files::of_bytes(&bytes[gathering.plan().rows_begin..]).ok()?;
    let plan = Uint8Array::from(&*gathering.plan().to_bytes());
    let message = message(NO_PLACE, &slice, &plan, true, None);
    for _ in 0..REHEARSALS {
        worker.post_message(&message).ok()?;
    }
    Some(())
}

fn is_waiting() -> bool {
    WAITING.with_borrow(Option::is_some)
}

/// Ends the workers that wait.
pub(super) fn dismiss() {
    WAITING.take();
}

/// Starts the workers, unless they wait already.
async fn gather() {
    if is_waiting() {
        return;
    }
    if let Some(source) = Source::lent().await
        && !is_waiting()
    {
        let pool = Pool::start(&source, page::processors().clamp(1, MOST_WORKERS));
        WAITING.set(Some(Waiting {
            pool,
            _patience: page::Ticking::every(PATIENCE, || drop(WAITING.take())),
        }));
    }
}

/// The workers that wait, or new ones; `None` where there are none to be had.
async fn pool() -> Option<Pool> {
    gather().await;
    let waiting = WAITING.take()?;
    (!waiting.pool.workers.is_empty()).then_some(waiting.pool)
}

pub(super) async fn read(
    blob: &Blob,
    gathering: &mut ChunkMerger,
    watch: &Rc<Task>,
) -> Result<Outcome, NoTable> {
    let Some(pool) = pool().await else {
        return Ok(Outcome::NoWorkers);
    };
    let slices = Slices::new(blob, gathering, SLICE);
    let work = Rc::new(RefCell::new(Work {
        plan: Uint8Array::from(&*gathering.plan().to_bytes()),
        gathering: gathering.anew(),
        slices,
        blobs: Vec::new(),
        sent: 0,
        taken: 0,
        waiting: Vec::new(),
        outcome: None,
        wake: None,
    }));
    let done = Promise::new(&mut |wake, _| work.borrow_mut().wake = Some(wake));
    {
        let (work, watch) = (work.clone(), watch.clone());
        let receive = move |worker: &Worker, message: Option<Array>| {
            let mut work = work.borrow_mut();
            match message {
                Some(message) => work.receive(worker, &message, &watch),
                None => work.end(Ok(Outcome::NoWorkers)),
            }
        };
        pool.listen(Rc::new(receive));
    }
    {
        let mut work = work.borrow_mut();
        let all = (0..work.slices.count()).map(|place| work.slices.slice(place));
        let blobs = all.collect::<Result<_, _>>();
        work.blobs = blobs.map_err(NoTable::Browser)?;
    }
    for _ in 0..AT_A_TIME {
        for running in &pool.workers {
            work.borrow_mut().send_next(&running.worker);
        }
    }
    {
        let work = work.clone();
        watch.on_cancel(move || work.borrow_mut().end(Err(NoTable::Cancelled)));
    }
    // The promise is only ever kept.
    let _ = JsFuture::from(done).await;
    drop(pool);
    let mut work = work.borrow_mut();
    std::mem::swap(gathering, &mut work.gathering);
    work.outcome.take().unwrap_or(Ok(Outcome::NoWorkers))
}

/// What the strict reader finds wrong with a file, told by a worker.
pub(super) async fn problems(
    blob: &Blob,
    name: &str,
    expectations: &[u8],
    watch: &Task,
) -> Option<Vec<u8>> {
    let pool = pool().await?;
    let told: Rc<RefCell<(Option<Array>, Option<Function>)>> = Rc::default();
    let wake = {
        let told = told.clone();
        move || {
            let wake = told.borrow_mut().1.take();
            let _ = wake.map(|wake| wake.call0(&JsValue::NULL));
        }
    };
    let receive = {
        let (told, wake) = (told.clone(), wake.clone());
        move |_: &Worker, message: Option<Array>| {
            told.borrow_mut().0 = message;
            wake();
        }
    };
    let worker = &pool.workers.first()?.worker;
    let done = Promise::new(&mut |wake, _| told.borrow_mut().1 = Some(wake));
    pool.listen(Rc::new(receive));
    let expectations = Uint8Array::from(expectations);
    let message = Array::of4(&"problems".into(), &name.into(), blob, &expectations);
    worker.post_message(&message).ok()?;
    watch.on_cancel(wake);
    let _ = JsFuture::from(done).await;
    let message = told.borrow_mut().0.take()?;
    let bytes: ArrayBuffer = message.get(1).dyn_into().ok()?;
    Some(Uint8Array::new(&bytes).to_vec()).filter(|bytes| !bytes.is_empty())
}

/// A slice as a worker gets it.
fn message(
    place: u32,
    slice: &Blob,
    plan: &Uint8Array,
    at_record: bool,
    before: Option<&[u8]>,
) -> Array {
    let message = Array::of5(
        &"slice".into(),
        &place.into(),
        slice,
        plan,
        &at_record.into(),
    );
    message.push(&before.map_or(JsValue::NULL, |before| Uint8Array::from(before).into()));
    message
}

/// What has been sent to the workers and what has come back.
struct Work {
    plan: Uint8Array,
    gathering: ChunkMerger,
    slices: Slices,
    /// Cut before any is read: the browser, asked for one while it reads, lets the page wait.
    blobs: Vec<Blob>,
    /// Slices sent so far.
    sent: usize,
    /// Parts joined so far.
    taken: usize,
    /// Parts that wait for the one before them.
    waiting: Vec<(usize, ArrayBuffer)>,
    outcome: Option<Result<Outcome, NoTable>>,
    wake: Option<Function>,
}

impl Work {
    /// Ends the work; what comes after that is not looked at.
    fn end(&mut self, outcome: Result<Outcome, NoTable>) {
        if self.outcome.is_none() {
            self.outcome = Some(outcome);
            if let Some(wake) = self.wake.take() {
                let _ = wake.call0(&JsValue::NULL);
            }
        }
    }

    /// Sends the next slice to a worker, if any is left. Nobody runs far ahead of the joining, so
    /// that few parts wait in memory.
    fn send_next(&mut self, worker: &Worker) {
        if self.sent < self.slices.count() && self.sent < self.taken + 4 * MOST_WORKERS {
            let place = self.sent;
            self.sent += 1;
            self.send(worker, place, place == 0, None);
        }
    }

    fn send(&mut self, worker: &Worker, place: usize, at_record: bool, before: Option<&[u8]>) {
        let (slice, plan) = (&self.blobs[place], &self.plan);
        let message = message(place as u32, slice, plan, at_record, before);
        if worker.post_message(&message).is_err() {
            self.end(Ok(Outcome::NoWorkers));
        }
    }

    /// Takes what a worker has sent back.
    fn receive(&mut self, worker: &Worker, message: &Array, watch: &Task) {
        if self.outcome.is_some() {
            return;
        }
        let place = message.get(0).as_f64().unwrap_or_default() as usize;
        let Ok(part) = message.get(1).dyn_into::<ArrayBuffer>() else {
            // It says what was wrong; the page finds out whether it is the file or the worker.
            self.end(Ok(Outcome::NoWorkers));
            return;
        };
        self.waiting.push((place, part));
        while let Some(at) = self.waiting.iter().position(|(at, _)| *at == self.taken) {
            let (_, part) = self.waiting.swap_remove(at);
            let place = self.taken;
            let part = taken_out(&part);
            match take(&mut self.gathering, &part, self.slices.length(place)) {
                Ok(Next::Go) => self.taken += 1,
                Ok(Next::Again(before)) => {
                    self.send(worker, place, true, Some(&before));
                    return;
                }
                Err(no_table) => {
                    self.end(Err(no_table));
                    return;
                }
            }
            watch.tell(self.slices.end(place));
        }
        if self.taken == self.slices.count() {
            self.end(Ok(Outcome::Done));
        }
        self.send_next(worker);
    }
}

/// Workers that are ended when nobody needs them any more.
struct Pool {
    workers: Vec<Running>,
    handler: Rc<MessageHandler>,
}

/// Who handles the messages of the workers, and whether one failed before anybody did.
#[derive(Default)]
struct MessageHandler {
    receive: RefCell<Option<Rc<Receive>>>,
    has_failed: Cell<bool>,
}

impl MessageHandler {
    fn handle(&self, worker: &Worker, message: Option<Array>) {
        // A worker says that it is there with an empty message.
        let place = message.as_ref().map(|message| message.get(0));
        if place.is_some_and(|place| place.is_undefined() || place == NO_PLACE) {
            return;
        }
        let receive = self.receive.borrow().clone();
        match receive {
            Some(receive) => receive(worker, message),
            None => self.has_failed.set(true),
        }
    }
}

impl Pool {
    /// As many workers as can be had; a module that cannot be handed over to one can be handed over to
    /// none.
    fn start(source: &Source, wanted: usize) -> Pool {
        let handler = Rc::<MessageHandler>::default();
        let receive: Rc<Receive> = {
            let handler = handler.clone();
            Rc::new(move |worker, message| handler.handle(worker, message))
        };
        let workers = (0..wanted).map_while(|_| Running::start(source, &receive));
        Pool {
            workers: workers.collect(),
            handler,
        }
    }

    /// Has `receive` get each message of a worker, and `None` when one has failed or fails.
    fn listen(&self, receive: Rc<Receive>) {
        self.handler.receive.replace(Some(receive.clone()));
        if let (true, Some(running)) = (self.handler.has_failed.get(), self.workers.first()) {
            receive(&running.worker, None);
        }
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.handler.receive.take();
    }
}
