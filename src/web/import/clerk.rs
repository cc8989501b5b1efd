//! Who does what is asked of the desk: a worker, or the page itself where there is none.
//!
//! A worker can be ended at any moment, which is how its work is given up. What led to the desk is
//! remembered, files as references, and done again in the next worker before anything else.

use std::cell::RefCell;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, MessageEvent, Url, Worker, WorkerOptions, WorkerType};

use crate::data::problem::{Problem, ProblemKind};
use crate::text::mapping as words;
use crate::web::loader;
use crate::web::opening::{Course, Progress};

use super::asked::{Answer, Request, Sent, Task, sent};
use super::{Nothing, served};

thread_local! {
    static CLERK: RefCell<Clerk> = RefCell::default();
}

#[derive(Default)]
struct Clerk {
    worker: Option<Helper>,
    /// No worker can be had: the page does it itself.
    alone: bool,
    /// What led to the desk.
    steps: Vec<Request>,
    last: u32,
    /// Who waits for the answer to which request.
    waiting: Vec<(u32, Function)>,
    answers: Vec<(u32, Outcome)>,
    /// The course of everything that is under way.
    course: Option<Course>,
}

/// What came of a request to a worker.
enum Outcome {
    Answer(Answer),
    Cancelled,
    /// The worker came to grief in the middle of its work.
    Broken,
    /// A file could not be read.
    Unreadable,
    /// There never was a worker.
    NoWorker,
}

/// Has a request done and remembers it if it changed the desk.
pub(super) async fn ask(request: Request) -> Result<Answer, Nothing> {
    let answer = match alone() {
        true => on_page(&request).await?,
        false => match by_worker(&request).await {
            Outcome::Answer(answer) => answer,
            Outcome::Cancelled => return Err(Nothing::Cancelled),
            Outcome::Unreadable => return Err(Nothing::Browser),
            Outcome::Broken => return Err(Nothing::Problems(vec![out_of_memory(&request)])),
            Outcome::NoWorker => {
                begin_on_page().await?;
                on_page(&request).await?
            }
        },
    };
    CLERK.with_borrow_mut(|clerk| {
        if request.task == Task::Lay {
            clerk.steps.clear();
        }
        if request.task.changes() && answer.accepted {
            clerk.steps.push(request);
        } else if clerk.steps.is_empty() && clerk.waiting.is_empty() {
            // Nothing lies there that would have to be kept.
            clerk.end(&|| Outcome::Cancelled);
        }
    });
    Ok(answer)
}

/// Clears the desk; the worker and its memory go.
pub(super) fn put_away() {
    CLERK.with_borrow_mut(|clerk| {
        clerk.steps.clear();
        clerk.end(&|| Outcome::Cancelled);
    });
    served::clear();
}

fn alone() -> bool {
    CLERK.with_borrow(|clerk| clerk.alone)
}

async fn on_page(request: &Request) -> Result<Answer, Nothing> {
    let served = served::serve(request.clone(), &|_| ()).await;
    served.map_err(|_| Nothing::Browser)
}

/// Brings the desk of the page to where that of the worker should have been.
async fn begin_on_page() -> Result<(), Nothing> {
    let was_alone = CLERK.with_borrow_mut(|clerk| std::mem::replace(&mut clerk.alone, true));
    if was_alone {
        return Ok(());
    }
    let steps = CLERK.with_borrow(|clerk| clerk.steps.clone());
    for step in steps {
        on_page(&step).await?;
    }
    Ok(())
}

fn out_of_memory(request: &Request) -> Problem {
    let mut files = CLERK.with_borrow(|clerk| {
        let files = clerk.steps.iter().flat_map(|step| step.files.clone());
        files.collect::<Vec<_>>()
    });
    files.extend(request.files.clone());
    let size: f64 = files.iter().map(|(_, blob)| blob.size()).sum();
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let found = format!("{} MB", (size / 1e6).ceil());
    Problem::of_file(
        &names.join(", "),
        ProblemKind::Told(&words::OUT_OF_MEMORY),
        found,
    )
}

async fn by_worker(request: &Request) -> Outcome {
    let has_worker = CLERK.with_borrow(|clerk| clerk.worker.is_some());
    if !has_worker {
        let Some(lent) = lent().await else {
            return Outcome::NoWorker;
        };
        // Another request may have started one meanwhile.
        let started = CLERK.with_borrow_mut(|clerk| {
            if clerk.worker.is_none() {
                clerk.worker = Helper::start(&lent);
                for step in clerk.steps.clone() {
                    // Nobody waits for these.
                    clerk.send(&step);
                }
            }
            clerk.worker.is_some()
        });
        if !started {
            return Outcome::NoWorker;
        }
    }
    let mut number = None;
    let done = Promise::new(&mut |wake, _| {
        number = CLERK.with_borrow_mut(|clerk| {
            let number = clerk.send(request)?;
            clerk.waiting.push((number, wake));
            Some(number)
        });
    });
    let Some(number) = number else {
        return Outcome::NoWorker;
    };
    // The promise is only ever kept.
    let _ = JsFuture::from(done).await;
    CLERK.with_borrow_mut(|clerk| {
        if clerk.waiting.is_empty() {
            clerk.course = None;
        }
        let mut answers = clerk.answers.iter();
        let place = answers.position(|(known, _)| *known == number);
        place.map_or(Outcome::Cancelled, |place| clerk.answers.remove(place).1)
    })
}

/// The compiled module of the page, the text of a worker's script, and whether that is a module, lent
/// by whoever loaded the page.
async fn lent() -> Option<Array> {
    let promise = loader::lent("desk")?.call0(&JsValue::NULL).ok()?;
    let lent = JsFuture::from(promise.dyn_into::<Promise>().ok()?).await;
    lent.ok()?.dyn_into().ok()
}

impl Clerk {
    /// Sends a request and gives its number.
    fn send(&mut self, request: &Request) -> Option<u32> {
        self.last += 1;
        let message = request.to_value(self.last).ok()?;
        self.worker.as_ref()?.worker.post_message(&message).ok()?;
        Some(self.last)
    }

    /// Ends the worker; everything asked of it comes to the same end.
    fn end(&mut self, outcome: &dyn Fn() -> Outcome) {
        self.worker = None;
        self.course = None;
        for (number, wake) in std::mem::take(&mut self.waiting) {
            self.answers.push((number, outcome()));
            let _ = wake.call0(&JsValue::NULL);
        }
    }

    fn receive(&mut self, message: Option<Array>) {
        let Some(worker) = &mut self.worker else {
            return;
        };
        let was_ready = std::mem::replace(&mut worker.is_ready, true);
        let Some(message) = message else {
            self.end(&|| match was_ready {
                true => Outcome::Broken,
                false => Outcome::NoWorker,
            });
            return;
        };
        match sent(&message) {
            Some((_, Sent::Progress(now))) => self.tell(now),
            Some((number, Sent::Answer(answer))) => {
                let mut waiting = self.waiting.iter();
                if let Some(place) = waiting.position(|(known, _)| *known == number) {
                    let (_, wake) = self.waiting.remove(place);
                    self.answers.push((number, Outcome::Answer(answer)));
                    let _ = wake.call0(&JsValue::NULL);
                }
            }
            Some((_, Sent::Broken)) => self.end(&|| Outcome::Broken),
            // It may have been one of the steps that led to the desk.
            Some((_, Sent::Unreadable)) => self.end(&|| Outcome::Unreadable),
            // It says that it is there.
            None => {}
        }
    }

    fn tell(&mut self, now: Progress) {
        if self.waiting.is_empty() {
            return;
        }
        let course = self.course.get_or_insert_with(|| {
            let course = Course::start(0.0);
            course.watch().on_cancel(|| {
                CLERK.with_borrow_mut(|clerk| clerk.end(&|| Outcome::Cancelled));
            });
            course
        });
        course.watch().tell_all(now);
    }
}

/// A worker with the desk.
struct Helper {
    worker: Worker,
    is_ready: bool,
    address: String,
    /// Called by the worker as long as it lives.
    _listeners: [Closure<dyn FnMut(JsValue)>; 2],
}

impl Helper {
    fn start(lent: &Array) -> Option<Helper> {
        // A script that is a module must say that it is one of JavaScript.
        let kind = BlobPropertyBag::new();
        kind.set_type("text/javascript");
        let script = Array::of1(&lent.get(1));
        let script = Blob::new_with_str_sequence_and_options(&script, &kind).ok()?;
        let address = Url::create_object_url_with_blob(&script).ok()?;
        let options = WorkerOptions::new();
        if lent.get(2).is_truthy() {
            options.set_type(WorkerType::Module);
        }
        let worker = Worker::new_with_options(&address, &options).ok()?;
        let listen = |is_message: bool| {
            Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
                let event = event.dyn_ref::<MessageEvent>().filter(|_| is_message);
                let message = event.and_then(|event| event.data().dyn_into().ok());
                CLERK.with_borrow_mut(|clerk| clerk.receive(message));
            })
        };
        let listeners = [listen(true), listen(false)];
        worker.set_onmessage(Some(listeners[0].as_ref().unchecked_ref()));
        worker.set_onerror(Some(listeners[1].as_ref().unchecked_ref()));
        let helper = Helper {
            worker,
            is_ready: false,
            address,
            _listeners: listeners,
        };
        // A module that cannot be handed over leaves the page alone.
        helper.worker.post_message(&lent.get(0)).ok()?;
        Some(helper)
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
        let _ = Url::revoke_object_url(&self.address);
    }
}
