//! The visitor's files of other forms on the desk, on their way to become data.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use web_sys::Blob;

use crate::data::formats::{Unpacked, unpack};
use crate::data::mapping::desk::{Desk, Wizard, in_words};
use crate::data::mapping::zip;
use crate::data::{Problem, open};
use crate::text::Lang;

use super::files::{self, Unreadable};

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// The contract files in archives; `None` when there are none.
pub async fn unpacked(packed: &[(String, Blob)]) -> Option<Vec<(String, Blob)>> {
    let mut unpacked = Vec::new();
    for file in files::read(packed).await.ok()? {
        match unpack(&file.name, &file.bytes).ok()? {
            Unpacked::NotAnArchive => unpacked.push(file),
            Unpacked::Files(files) | Unpacked::Package(files) => unpacked.extend(files),
        }
    }
    if !open::are_contract_files(&unpacked) {
        return None;
    }
    unpacked
        .into_iter()
        .map(|file| Some((file.name, files::of_bytes(&file.bytes).ok()?)))
        .collect()
}

/// Lays files on the desk, cleared first unless they go beside those that lie there.
pub async fn lay(given: &[(String, Blob)], beside: bool, lang: Lang) -> Result<Wizard, JsValue> {
    let files = match files::read(given).await {
        Ok(files) => files,
        Err(Unreadable::Problems(problems) | Unreadable::Foreign(problems)) => {
            return Ok(shown(lang, &problems));
        }
        Err(Unreadable::Cancelled) => return Ok(now(lang)),
        Err(Unreadable::Browser(error)) => return Err(error),
    };
    let mut desk = if beside {
        DESK.with_borrow(Clone::clone)
    } else {
        Desk::default()
    };
    let problems = desk.add(files).err().unwrap_or_default();
    if problems.is_empty() || !beside {
        DESK.set(desk);
    }
    Ok(shown(lang, &problems))
}

/// Makes a choice about the files on the desk.
pub fn set(id: &str, value: &str, lang: Lang) -> Wizard {
    let problems = DESK.with_borrow_mut(|desk| desk.set(id, value).err());
    shown(lang, &problems.unwrap_or_default())
}

/// What lies on the desk.
pub fn now(lang: Lang) -> Wizard {
    shown(lang, &[])
}

/// The files of the data package that the files on the desk become.
pub fn package() -> Option<Vec<(String, Blob)>> {
    let outcome = DESK.with_borrow(Desk::outcome).ok()?;
    files::of_texts(outcome.files).ok()
}

/// That package as one zip.
pub fn zipped() -> Option<(String, Blob)> {
    let outcome = DESK.with_borrow(Desk::outcome).ok()?;
    let blob = files::of_bytes(&zip::pack(&outcome.files)).ok()?;
    Some((format!("{}.zip", outcome.dataset.name), blob))
}

/// What lies on the desk, and what was wrong with the last step.
fn shown(lang: Lang, problems: &[Problem]) -> Wizard {
    let mut wizard = DESK.with_borrow(|desk| match desk.is_empty() {
        true => Wizard::default(),
        false => desk.wizard(lang),
    });
    if !problems.is_empty() {
        wizard.problems = in_words(problems, lang);
    }
    wizard
}
