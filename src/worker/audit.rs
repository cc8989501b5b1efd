//! What a package tells of the cells that it hides, worked out beside the page.

use crate::protocol::progress::{Progress, Stage};
use crate::protocol::request::Request;
use data::open::NamedBytes;
use view_models::attack::{Audited, Limits, Target, audited};

/// Audits what the page hands over, a file, alone or with the release before it, a second one; `None` when these are
/// not what a page hands over.
pub fn done(files: &[NamedBytes], request: &Request, tell: &dyn Fn(&Progress)) -> Option<Audited> {
    let limits = Limits::of_text(&request.value)?;
    let targets = files.iter().map(|file| Target::of_bytes(&file.bytes));
    let targets = targets.collect::<Option<Vec<_>>>()?;
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
    let (now, before) = (targets.first()?, targets.get(1));
    Some(audited(now, before, limits, request.lang, &mut told))
}
