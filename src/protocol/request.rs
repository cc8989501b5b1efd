//! What is asked about foreign files and what is answered, as messages.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use text::Lang;
use view_models::import::wizard::Wizard;

use super::files::{self, Files};
use super::progress::{Progress, Stage};

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Unpack contract files.
    Unpack,
    /// Clear the desk and lay files on it.
    Lay,
    /// Lay files beside those that lie there.
    Add,
    /// Make a choice.
    Set,
    /// Show what lies there.
    Show,
    /// Make a data package of it.
    Package,
    /// Make a zip of the data package.
    Zip,
    /// Clear the desk.
    Clear,
    /// Tell a script what files are understood to be, whatever lies on the desk.
    Understand,
    /// Try to work out what a package hides, whatever lies on the desk.
    Audit,
    /// Find how the dimensions of opened tables add up, whatever lies on the desk.
    Settle,
}

impl Task {
    const ALL: [Task; 11] = [
        Task::Unpack,
        Task::Lay,
        Task::Add,
        Task::Set,
        Task::Show,
        Task::Package,
        Task::Zip,
        Task::Clear,
        Task::Understand,
        Task::Audit,
        Task::Settle,
    ];

    /// Whether the desk is another afterwards.
    pub fn changes(self) -> bool {
        matches!(self, Task::Lay | Task::Add | Task::Set)
    }
}

/// Something asked of the desk.
#[derive(Clone)]
pub struct Request {
    /// What is to be done.
    pub task: Task,
    /// The language of what is shown.
    pub lang: Lang,
    /// Which choice is made.
    pub id: String,
    /// What is chosen.
    pub value: String,
    /// Files that are given.
    pub files: Files,
}

/// What came of it.
#[derive(Default)]
pub struct Answer {
    /// Whether it was done; else everything is as it was.
    pub accepted: bool,
    /// What is shown now.
    pub wizard: Wizard,
    /// Files that were made.
    pub files: Files,
    /// Those of a package once more, with the columns of tables in place of their text.
    pub columns: Files,
    /// What a script is told, as JSON, or a description.
    pub reply: String,
}

/// What a worker sends: how far it is, or what came of a request.
pub enum Sent {
    /// How far it is.
    Progress(Progress),
    /// What came of it.
    Answer(Box<Answer>),
    /// A file could not be read.
    Unreadable,
    /// The module has stopped and cannot go on.
    Broken,
}

impl Request {
    /// A request that needs nothing but its language.
    pub fn of(task: Task, lang: Lang) -> Request {
        Request {
            task,
            lang,
            id: String::new(),
            value: String::new(),
            files: Vec::new(),
        }
    }

    /// Under a number, by which the answer is known.
    pub fn to_value(&self, number: u32) -> Result<JsValue, JsValue> {
        let message = Array::new();
        message.push(&number.into());
        message.push(&(self.task as u32).into());
        message.push(&self.lang.tag().into());
        message.push(&self.id.as_str().into());
        message.push(&self.value.as_str().into());
        message.push(&files::to_value(&self.files)?);
        Ok(message.into())
    }

    /// From [`Request::to_value`], with its number.
    pub fn of_value(message: &JsValue) -> Option<(u32, Request)> {
        let message: &Array = message.dyn_ref()?;
        let number = |place| message.get(place).as_f64().map(|number| number as u32);
        let text = |place| message.get(place).as_string();
        let request = Request {
            task: *Task::ALL.get(number(1)? as usize)?,
            lang: Lang::from_tag(&text(2)?)?,
            id: text(3)?,
            value: text(4)?,
            files: files::of_value(&message.get(5)).ok()?,
        };
        Some((number(0)?, request))
    }
}

impl Answer {
    /// Under the number of the request.
    pub fn to_value(&self, number: u32) -> Result<JsValue, JsValue> {
        let message = Array::of3(
            &number.into(),
            &self.accepted.into(),
            &Uint8Array::from(&*self.wizard.to_bytes()),
        );
        message.push(&files::to_value(&self.files)?);
        message.push(&files::to_value(&self.columns)?);
        message.push(&self.reply.as_str().into());
        Ok(message.into())
    }
}

/// How far a request is, as a message.
pub fn progress_to_value(number: u32, now: &Progress) -> JsValue {
    let message = Array::of2(&number.into(), &now.file.as_str().into());
    for part in [f64::from(now.stage as u32), now.done, now.total] {
        message.push(&part.into());
    }
    message.into()
}

/// What a message of a worker says, and of which request.
pub fn sent(message: &Array) -> Option<(u32, Sent)> {
    let number = message.get(0).as_f64()? as u32;
    let second = message.get(1);
    let sent = match (second.as_string(), second.as_bool()) {
        (Some(file), _) => {
            let part = |place| message.get(place).as_f64().unwrap_or_default();
            Sent::Progress(Progress {
                file,
                stage: Stage::of_number(part(2)),
                done: part(3),
                total: part(4),
            })
        }
        (None, Some(accepted)) => Sent::Answer(Box::new(Answer {
            accepted,
            wizard: Wizard::from_bytes(&Uint8Array::new(&message.get(2)).to_vec())?,
            files: files::of_value(&message.get(3)).ok()?,
            columns: files::of_value(&message.get(4)).ok()?,
            reply: message.get(5).as_string()?,
        })),
        (None, None) if message.get(2).is_truthy() => Sent::Broken,
        (None, None) => Sent::Unreadable,
    };
    Some((number, sent))
}
