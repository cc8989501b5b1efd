//! `utvandring audit`: what can be known of the cells that a package hides.

use std::path::PathBuf;

use disclosure::{Wanted, audit};
use serde_json::Value;
use text::{Lang, publish};

use crate::outcome::{Outcome, Said};
use crate::{attack, files};

/// What a cell must withstand.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Numbers below it tell of few persons.
    pub threshold: i64,
    /// So wide a range must be left.
    pub interval: i64,
}

/// Measures whose zeros are published where numbers are hidden because they are small.
pub const ZEROS: [&str; 4] = [
    "emigrations",
    "person_years",
    "population_jan1",
    "population_dec31",
];

/// How many places are told of each kind.
const TOLD: usize = 20;

/// Attacks a package, alone and together with the release before it.
pub fn run(paths: &[PathBuf], before: Option<PathBuf>, limits: Limits, lang: Lang) -> Outcome {
    let target = attack::target(&files::dataset(paths, lang)?);
    let wanted = Wanted {
        interval: limits.interval,
        sensitive: None,
        zeros: &ZEROS,
        truth: None,
    };
    let found = audit(&target.tables, &target.derived, &wanted);
    let mut said = Said::default();
    let holds = attack::holds(&target.tables, &found, limits.threshold);
    said.failed = !holds;
    said.line(publish::audited(lang, found.cells.len(), found.equations));
    tell(
        &mut said,
        attack::told(&target.tables, &found, limits.threshold, lang),
        lang,
    );
    if holds {
        said.line(publish::audit_holds(lang));
    }
    said.value(
        "audit",
        attack::summary(&target.tables, &found, limits.threshold),
    );
    if let Some(before) = before {
        let old = attack::target(&files::dataset(&[before], lang)?);
        let (opened, small) = attack::differences(&target.tables, &old.tables, limits.threshold);
        said.failed |= !opened.is_empty() || !small.is_empty();
        tell(
            &mut said,
            opened
                .iter()
                .map(|cell| publish::cell_opened(lang, cell))
                .collect(),
            lang,
        );
        tell(
            &mut said,
            small
                .iter()
                .map(|cell| publish::cell_shifted(lang, cell))
                .collect(),
            lang,
        );
        said.value("opened_by_release_before", Value::from(opened));
        said.value("small_differences", Value::from(small));
    }
    said.line(publish::office_decides(lang));
    Ok(said)
}

/// Tells the first lines, and how many more there are.
fn tell(said: &mut Said, lines: Vec<String>, lang: Lang) {
    let more = lines.len().saturating_sub(TOLD);
    said.lines.extend(lines.into_iter().take(TOLD));
    if more > 0 {
        said.line(publish::and_more(lang, more));
    }
}
