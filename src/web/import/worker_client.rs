//! Who does what is asked of the desk: a worker, or the page itself where there is none.
//!
//! A worker can be ended at any moment, which is how its work is given up. What led to the desk is
//! remembered, files as references, and done again in the next worker before anything else.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::protocol::files::Files;
use crate::protocol::progress::Progress;
use crate::protocol::request::{Answer, Request, Sent, Task, sent};
use crate::web::host_functions;
use crate::web::opening::TaskHandle;
use crate::web::worker::{Receive, Running, Source};
use data::problem::{Problem, ProblemKind};
use text::Lang;

use super::Nothing;

thread_local! {
    static CLIENT: RefCell<Client> = RefCell::default();
}

#[derive(Default)]
struct Client {
    worker: Option<Running>,
    /// Whether the worker has said anything yet.
    is_ready: bool,
    /// No worker can be had: the page has loaded their module, and does it itself.
    inline: Option<JsValue>,
    /// What led to the desk.
    steps: Vec<Request>,
    last: u32,
    /// Who waits for the answer to which request.
    waiting: Vec<(u32, Function)>,
    answers: Vec<(u32, Outcome)>,
    /// The course of everything that is under way.
    course: Option<TaskHandle>,
}

/// What came of a request to a worker.
enum Outcome {
    Answer(Box<Answer>),
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
    let answer = match inline() {
        Some(host) => on_page(&host, &request).await?,
        None => match by_worker(&request).await {
            Outcome::Answer(answer) => *answer,
            Outcome::Cancelled => return Err(Nothing::Cancelled),
            // WebKit keeps the visitor's files from the workers of a page that is opened from the disk.
            Outcome::Unreadable if can_read(&request).await => {
                let host = begin_on_page().await?;
                on_page(&host, &request).await?
            }
            Outcome::Unreadable => return Err(Nothing::Browser),
            Outcome::Broken => return Err(Nothing::Problems(vec![out_of_memory(&request)])),
            Outcome::NoWorker => {
                let host = begin_on_page().await?;
                on_page(&host, &request).await?
            }
        },
    };
    CLIENT.with_borrow_mut(|client| {
        if request.task == Task::Lay {
            client.steps.clear();
        }
        if request.task.changes() && answer.accepted {
            client.steps.push(request);
        } else if client.steps.is_empty() && client.waiting.is_empty() {
            // Nothing lies there that would have to be kept.
            client.end(&|| Outcome::Cancelled);
        }
    });
    Ok(answer)
}

/// Clears the desk; the worker and its memory go.
pub(super) fn put_away() {
    CLIENT.with_borrow_mut(|client| {
        client.steps.clear();
        client.end(&|| Outcome::Cancelled);
    });
    if let Some(host) = inline() {
        let request = Request::of(Task::Clear, Lang::default());
        spawn_local(async move { drop(on_page(&host, &request).await) });
    }
}

/// The module of the workers on the page, where it does their work.
fn inline() -> Option<JsValue> {
    CLIENT.with_borrow(|client| client.inline.clone())
}

/// Has the module of the workers do something on the page.
async fn on_page(host: &JsValue, request: &Request) -> Result<Answer, Nothing> {
    let serve = || -> Option<Promise> {
        let serve = Reflect::get(host, &"serve_import".into()).ok()?;
        let message = request.to_value(0).ok()?;
        let serve: Function = serve.dyn_into().ok()?;
        let answer = serve.call1(&JsValue::NULL, &message).ok()?;
        answer.dyn_into().ok()
    };
    let answer = JsFuture::from(serve().ok_or(Nothing::Browser)?).await;
    let broken = |error: &JsValue| error.is_instance_of::<js_sys::WebAssembly::RuntimeError>();
    if answer.as_ref().is_err_and(broken) {
        // The next request gets a module of its own, as it gets a worker.
        CLIENT.with_borrow_mut(|client| client.inline = None);
        return Err(Nothing::Problems(vec![out_of_memory(request)]));
    }
    let answer = answer.ok().and_then(|answer| answer.dyn_into().ok());
    match answer.as_ref().and_then(sent) {
        Some((_, Sent::Answer(answer))) => Ok(*answer),
        _ => Err(Nothing::Browser),
    }
}

/// Loads the module of the workers into the page and brings its desk to where that of the worker should
/// have been.
async fn begin_on_page() -> Result<JsValue, Nothing> {
    let load = || -> Option<Promise> {
        let promise = host_functions::lent("worker_inline")?.call0(&JsValue::NULL);
        promise.ok()?.dyn_into().ok()
    };
    let loaded = JsFuture::from(load().ok_or(Nothing::Browser)?).await;
    let host = loaded.map_err(|_| Nothing::Browser)?;
    if let Some(host) = inline() {
        // Another request has come before.
        return Ok(host);
    }
    let steps = CLIENT.with_borrow_mut(|client| {
        client.inline = Some(host.clone());
        client.steps.clone()
    });
    for step in steps {
        on_page(&host, &step).await?;
    }
    Ok(host)
}

/// The files of a request and of what led to it.
fn files_for(request: &Request) -> Files {
    let mut files = CLIENT.with_borrow(|client| {
        let files = client.steps.iter().flat_map(|step| step.files.clone());
        files.collect::<Files>()
    });
    files.extend(request.files.clone());
    files
}

/// Whether the page itself can read of each file what a worker could not.
async fn can_read(request: &Request) -> bool {
    for (_, blob) in files_for(request) {
        let Ok(first) = blob.slice_with_f64_and_f64(0.0, 1.0) else {
            return false;
        };
        if JsFuture::from(first.array_buffer()).await.is_err() {
            return false;
        }
    }
    true
}

fn out_of_memory(request: &Request) -> Problem {
    let files = files_for(request);
    let size: f64 = files.iter().map(|(_, blob)| blob.size()).sum();
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let found = format!("{} MB", (size / 1e6).ceil());
    Problem::of_file(&names.join(", "), ProblemKind::OutOfMemory, found)
}

async fn by_worker(request: &Request) -> Outcome {
    let has_worker = CLIENT.with_borrow(|client| client.worker.is_some());
    if !has_worker {
        let Some(source) = Source::lent().await else {
            return Outcome::NoWorker;
        };
        // Another request may have started one meanwhile.
        let started = CLIENT.with_borrow_mut(|client| {
            if client.worker.is_none() {
                let receive: Rc<Receive> = Rc::new(|_, message| {
                    CLIENT.with_borrow_mut(|client| client.receive(message));
                });
                client.worker = Running::start(&source, &receive);
                client.is_ready = false;
                for step in client.steps.clone() {
                    // Nobody waits for these.
                    client.send(&step);
                }
            }
            client.worker.is_some()
        });
        if !started {
            return Outcome::NoWorker;
        }
    }
    let mut number = None;
    let done = Promise::new(&mut |wake, _| {
        number = CLIENT.with_borrow_mut(|client| {
            let number = client.send(request)?;
            client.waiting.push((number, wake));
            Some(number)
        });
    });
    let Some(number) = number else {
        return Outcome::NoWorker;
    };
    // The promise is only ever kept.
    let _ = JsFuture::from(done).await;
    CLIENT.with_borrow_mut(|client| {
        if client.waiting.is_empty() {
            client.course = None;
        }
        let mut answers = client.answers.iter();
        let place = answers.position(|(known, _)| *known == number);
        place.map_or(Outcome::Cancelled, |place| client.answers.remove(place).1)
    })
}

impl Client {
    /// Sends a request and gives its number.
    fn send(&mut self, request: &Request) -> Option<u32> {
        self.last += 1;
        let message = Array::of2(&"import".into(), &request.to_value(self.last).ok()?);
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
        if self.worker.is_none() {
            return;
        }
        let was_ready = std::mem::replace(&mut self.is_ready, true);
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
            let course = TaskHandle::start(0.0);
            course.watch().on_cancel(|| {
                CLIENT.with_borrow_mut(|client| client.end(&|| Outcome::Cancelled));
            });
            course
        });
        course.watch().tell_all(now);
    }
}
