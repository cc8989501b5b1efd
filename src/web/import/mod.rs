//! The visitor's files of other forms on the desk, on their way to become data.
//!
//! The desk is in a worker; files are read there and choices carried out there, and what is shown
//! comes back as plain data. Where there are no workers the page loads their module itself, with the
//! same results.

mod worker_client;

use web_sys::Blob;

use data::open::Opened;
use data::{Dataset, Problem};
use text::Lang;
use view_models::attack::{self, Audited, Limits};
use view_models::import::understood::Reply;
use view_models::import::wizard::Wizard;

use crate::protocol::files;
pub use crate::protocol::files::Files;
use crate::protocol::request::{Request, Task};
use crate::web::files::Unreadable;
use crate::web::opening;

/// Why nothing came of it.
pub enum Nothing {
    /// The visitor did not want it any more.
    Cancelled,
    /// These stand in the way.
    Problems(Vec<Problem>),
    /// The browser could not read a file.
    Browser,
}

/// The contract files in archives; `None` when there are none.
pub async fn unpacked(packed: &[(String, Blob)]) -> Result<Option<Files>, Nothing> {
    let request = Request {
        files: packed.to_vec(),
        ..Request::of(Task::Unpack, Lang::default())
    };
    let answer = worker_client::ask(request).await?;
    Ok(answer.accepted.then_some(answer.files))
}

/// Lays files on the desk, cleared first unless they go beside those that lie there.
pub async fn lay(files: &[(String, Blob)], beside: bool, lang: Lang) -> Result<Wizard, Nothing> {
    let task = if beside { Task::Add } else { Task::Lay };
    let request = Request {
        files: files.to_vec(),
        ..Request::of(task, lang)
    };
    Ok(worker_client::ask(request).await?.wizard)
}

/// Makes a choice about the files on the desk.
pub async fn set(id: String, value: String, lang: Lang) -> Result<Wizard, Nothing> {
    let request = Request {
        id,
        value,
        ..Request::of(Task::Set, lang)
    };
    Ok(worker_client::ask(request).await?.wizard)
}

/// What lies on the desk.
pub async fn now(lang: Lang) -> Result<Wizard, Nothing> {
    Ok(worker_client::ask(Request::of(Task::Show, lang))
        .await?
        .wizard)
}

/// What foreign files have become.
#[derive(Default)]
pub struct Made {
    /// The files of the data package, to be kept.
    pub package: Files,
    /// The same with the columns of tables in place of their text, to be opened.
    pub columns: Files,
}

/// What the files on the desk become.
pub async fn made() -> Result<Made, Nothing> {
    let answer = worker_client::ask(Request::of(Task::Package, Lang::default())).await?;
    Ok(Made {
        package: answer.files,
        columns: answer.columns,
    })
}

/// That package as one zip.
pub async fn zipped() -> Result<Files, Nothing> {
    let answer = worker_client::ask(Request::of(Task::Zip, Lang::default())).await?;
    Ok(answer.files)
}

/// What files of a script are understood to be, with answers to what was asked as JSON; and what they become when
/// nothing is open to question.
pub async fn understand(
    files: &[(String, Blob)],
    answers: &str,
) -> Result<(Reply, Option<Made>), Nothing> {
    let request = Request {
        files: files.to_vec(),
        value: answers.to_owned(),
        ..Request::of(Task::Understand, Lang::default())
    };
    let answer = worker_client::ask(request).await?;
    let reply = serde_json::from_str(&answer.reply).map_err(|_| Nothing::Browser)?;
    let made = answer.accepted.then_some(Made {
        package: answer.files,
        columns: answer.columns,
    });
    Ok((reply, made))
}

/// What the open package tells of the cells that it hides, alone and with the files of the release before it.
pub async fn audit(
    dataset: &Dataset,
    before: &[(String, Blob)],
    limits: Limits,
    lang: Lang,
) -> Result<Audited, Unreadable> {
    let mut targets = vec![attack::target(dataset)];
    if !before.is_empty() {
        targets.push(attack::target(&opening::dataset(before).await?));
    }
    let handed = targets.iter().map(|target| {
        let blob = files::of_bytes(&target.to_bytes()).ok()?;
        Some((String::new(), blob))
    });
    let files = handed.collect::<Option<Files>>().ok_or(Nothing::Browser)?;
    let request = Request {
        files,
        value: limits.to_text(),
        ..Request::of(Task::Audit, lang)
    };
    let answer = worker_client::ask(request).await?;
    let found = serde_json::from_str::<Option<Audited>>(&answer.reply);
    Ok(found.ok().flatten().ok_or(Nothing::Browser)?)
}

/// The data set of opened tables, when it was found how those dimensions add up of which no description says it.
pub async fn settled(opened: Opened) -> Result<Dataset, Nothing> {
    let files = opened.to_files().into_iter();
    let files = files.map(|file| Some((file.name, files::of_bytes(&file.bytes).ok()?)));
    let request = Request {
        files: files.collect::<Option<Files>>().ok_or(Nothing::Browser)?,
        ..Request::of(Task::Settle, Lang::default())
    };
    let answer = worker_client::ask(request).await?;
    opened.with(&answer.reply).ok_or(Nothing::Browser)
}

/// Clears the desk.
pub fn put_away() {
    worker_client::put_away();
}
