//! What a package tells of the cells that it hides, worked out beside the page.

use crate::protocol::progress::{Progress, Stage};
use crate::protocol::request::Request;
use data::open::{NamedBytes, handed_over, open};
use data::{Dataset, Problem};
use import::formats::{Unpacked, unpack};
use view_models::attack::{Audited, Wish, audited};

/// Audits the package that the page hands over, its files first, with the release before it if there is one.
pub fn done(
    read: Result<Vec<NamedBytes>, Vec<Problem>>,
    request: &Request,
    tell: &dyn Fn(&Progress),
) -> Audited {
    let Some(wish) = Wish::of_text(&request.value) else {
        return Audited::default();
    };
    let opened = read.and_then(|mut files| {
        let before = files.split_off(wish.own.min(files.len()));
        Ok((handed_over(&files)?, opened(before)?))
    });
    let (now, before) = match opened {
        Ok(both) => both,
        Err(problems) => return Audited::refused(&problems, request.lang),
    };
    let mut last = 0;
    let mut told = |done: usize, all: usize| {
        // A hundred messages are enough.
        let part = done * 100 / all.max(1);
        if part != last {
            last = part;
            tell(&Progress {
                done: done as f64,
                total: all as f64,
                ..Progress::at(Stage::Auditing, "")
            });
        }
    };
    tell(&Progress::at(Stage::Auditing, ""));
    audited(&now, before.as_ref(), wish.limits, request.lang, &mut told)
}

/// The data set of files as a visitor has them, packed or not; none where there are none.
fn opened(files: Vec<NamedBytes>) -> Result<Option<Dataset>, Vec<Problem>> {
    let mut all = Vec::new();
    for file in files {
        match unpack(&file.name, &file.bytes)? {
            Unpacked::NotAnArchive => all.push(file),
            Unpacked::Files(inner) | Unpacked::Package(inner) => all.extend(inner),
        }
    }
    match all.is_empty() {
        true => Ok(None),
        false => open(&all).map(Some),
    }
}
