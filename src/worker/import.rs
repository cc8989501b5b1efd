//! The desk on which foreign files become data, and what is done at it.

use std::cell::RefCell;
use std::collections::BTreeMap;

use js_sys::{Function, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::audit;
use crate::protocol::files::{self, Files};
use crate::protocol::progress::{Progress, Stage};
use crate::protocol::request::{Answer, Request, Task, progress_to_value};
use data::csv_table::{MAX_BYTES, too_large};
use data::open::{NamedBytes, described};
use data::zip;
use data::{Dataset, Problem, write};
use import::formats::unpacked_contract;
use view_models::import::understood::Reply;
use view_models::import::wizard::Wizard;
use view_models::import::{ImportSession, in_words};
use view_models::problem::ProblemOut;

thread_local! {
    static DESK: RefCell<ImportSession> = RefCell::default();
}

/// Files are read in pieces of this size, so that it can be told how far the reading is.
const PIECE: f64 = (4 << 20) as f64;

/// What is done with less is done before anyone could read that it is being done.
const SLOW: usize = 1 << 20;

/// Does what a message asks for and gives the answer as a message. `tell` gets messages
/// about how far it is.
#[wasm_bindgen(skip_typescript)]
pub async fn serve_import(message: JsValue, tell: Option<Function>) -> Result<JsValue, JsValue> {
    let Some((number, request)) = Request::of_value(&message) else {
        return Err(JsValue::NULL);
    };
    let tell = |now: &Progress| {
        let told = progress_to_value(number, now);
        let _ = tell.as_ref().map(|tell| tell.call1(&JsValue::NULL, &told));
    };
    serve(request, &tell).await?.to_value(number)
}

/// Does what is asked for.
async fn serve(request: Request, tell: &dyn Fn(&Progress)) -> Result<Answer, JsValue> {
    let mut answer = Answer {
        accepted: true,
        ..Answer::default()
    };
    match request.task {
        Task::Unpack => match read(&request.files, tell).await?.map(unpacked_contract) {
            Ok(Some(unpacked)) => {
                let blobs = unpacked
                    .into_iter()
                    .map(|file| Ok((file.name, files::of_bytes(&file.bytes)?)));
                answer.files = blobs.collect::<Result<Files, JsValue>>()?;
            }
            _ => answer.accepted = false,
        },
        Task::Package | Task::Zip => {
            slowly(Stage::Writing, "", tell);
            let made = DESK.with_borrow(ImportSession::outcome);
            let Ok(outcome) = made else {
                answer.accepted = false;
                return Ok(answer);
            };
            match request.task {
                Task::Zip => {
                    let name = format!("{}.zip", outcome.dataset.name);
                    let packed = zip::pack(&write::package(&outcome.dataset));
                    answer.files = vec![(name, files::of_bytes(&packed)?)];
                }
                _ => answer.hand_over(&outcome.dataset)?,
            }
        }
        Task::Lay | Task::Add => {
            let laid = match read(&request.files, tell).await? {
                Ok(files) => lay(files, request.task == Task::Add, tell),
                Err(problems) => Err(problems),
            };
            answer.accepted = laid.is_ok();
            answer.wizard = shown(&request, laid.err().unwrap_or_default(), tell);
        }
        Task::Set => {
            slowly(Stage::Understanding, "", tell);
            let set = DESK.with_borrow_mut(|desk| desk.set(&request.id, &request.value));
            answer.accepted = set.is_ok();
            answer.wizard = shown(&request, set.err().unwrap_or_default(), tell);
        }
        Task::Show => answer.wizard = shown(&request, Vec::new(), tell),
        Task::Clear => drop(DESK.take()),
        Task::Audit => {
            let read = read(&request.files, tell).await?;
            let found = read.ok();
            let found = found.and_then(|files| audit::done(&files, &request, tell));
            answer.reply = serde_json::to_string(&found).unwrap_or_default();
        }
        Task::Settle => {
            // Columns of a page's tables, which has read what they come from.
            let files = read_all(&request.files, tell).await?;
            answer.reply = described(&files).unwrap_or_default();
        }
        Task::Understand => {
            let read = read(&request.files, tell).await?;
            let (reply, dataset) = understand(read, &request);
            answer.reply = serde_json::to_string(&reply).unwrap_or_default();
            answer.accepted = dataset.is_some();
            if let Some(dataset) = dataset {
                answer.hand_over(&dataset)?;
            }
        }
    }
    Ok(answer)
}

impl Answer {
    /// Hands a data set over, for the page to open, and as the package that a visitor keeps.
    fn hand_over(&mut self, dataset: &Dataset) -> Result<(), JsValue> {
        for (name, text) in write::package(dataset) {
            self.files.push((name, files::of_bytes(text.as_bytes())?));
        }
        for file in write::hand_over(dataset) {
            self.columns
                .push((file.name, files::of_bytes(&file.bytes)?));
        }
        Ok(())
    }
}

/// What files are understood to be, and the data set that they become when nothing is open to question.
fn understand(
    read: Result<Vec<NamedBytes>, Vec<Problem>>,
    request: &Request,
) -> (Reply, Option<Dataset>) {
    let answers: BTreeMap<String, String> =
        serde_json::from_str(&request.value).unwrap_or_default();
    let answers: Vec<(String, String)> = answers.into_iter().collect();
    let mut session = ImportSession::default();
    let made = read
        .and_then(|files| session.add(files, &mut |_| ()))
        .and_then(|()| session.answer(&answers));
    if let Err(problems) = made {
        let problems = problems.iter().map(ProblemOut::of).collect();
        let reply = Reply {
            problems,
            ..Reply::default()
        };
        return (reply, None);
    }
    let reply = session.reply();
    let ready = reply
        .understood
        .as_ref()
        .is_some_and(|understood| understood.ready);
    let outcome = session.outcome().ok().filter(|_| ready);
    (reply, outcome.map(|outcome| outcome.dataset.clone()))
}

/// Tells of a step that takes long, if the desk holds enough for that.
fn slowly(stage: Stage, file: &str, tell: &dyn Fn(&Progress)) {
    if DESK.with_borrow(ImportSession::weight) > SLOW {
        tell(&Progress::at(stage, file));
    }
}

fn lay(files: Vec<NamedBytes>, beside: bool, tell: &dyn Fn(&Progress)) -> Result<(), Vec<Problem>> {
    let mut desk = match beside {
        true => DESK.take(),
        false => ImportSession::default(),
    };
    let laid = desk.add(files, &mut |file| {
        if file.bytes.len() > SLOW / 4 {
            tell(&Progress::at(Stage::Understanding, &file.name));
        }
    });
    // What lay there before is as it was; a desk that was cleared for files that cannot be read stays
    // clear.
    DESK.set(desk);
    laid
}

/// What lies on the desk, and what was wrong with the last step.
fn shown(request: &Request, problems: Vec<Problem>, tell: &dyn Fn(&Progress)) -> Wizard {
    slowly(Stage::Joining, "", tell);
    let mut wizard = DESK.with_borrow(|desk| match desk.is_empty() {
        true => Wizard::default(),
        false => desk.wizard(request.lang),
    });
    if !problems.is_empty() {
        wizard.problems = in_words(&problems, request.lang);
    }
    wizard
}

/// Reads files into memory; those too large are refused before a byte is read.
async fn read(
    files: &Files,
    tell: &dyn Fn(&Progress),
) -> Result<Result<Vec<NamedBytes>, Vec<Problem>>, JsValue> {
    let refused: Vec<Problem> = files
        .iter()
        .filter(|(_, blob)| blob.size() > MAX_BYTES as f64)
        .map(|(name, blob)| too_large(name, blob.size() as u64))
        .collect();
    match refused.is_empty() {
        true => Ok(Ok(read_all(files, tell).await?)),
        false => Ok(Err(refused)),
    }
}

async fn read_all(files: &Files, tell: &dyn Fn(&Progress)) -> Result<Vec<NamedBytes>, JsValue> {
    let mut all = Vec::with_capacity(files.len());
    for (name, blob) in files {
        let total = blob.size();
        let mut bytes = Vec::with_capacity(total as usize);
        while (bytes.len() as f64) < total {
            let from = bytes.len() as f64;
            let piece = blob.slice_with_f64_and_f64(from, (from + PIECE).min(total))?;
            let buffer = JsFuture::from(piece.array_buffer()).await?;
            let piece = Uint8Array::new(&buffer);
            if piece.length() == 0 {
                // Shorter than it said it was.
                break;
            }
            bytes.extend(piece.to_vec());
            if total > PIECE {
                tell(&Progress {
                    done: bytes.len() as f64,
                    total,
                    ..Progress::at(Stage::Reading, name)
                });
            }
        }
        all.push(NamedBytes {
            name: name.clone(),
            bytes,
        });
    }
    Ok(all)
}
