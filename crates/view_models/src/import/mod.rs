//! Foreign files on their way to become data: what was understood, what is asked, what comes of it.

pub mod session;
pub mod understood;
pub mod wizard;

pub use session::ImportSession;

use data::problem::Problem;
use data::{Dataset, Names};
use import::mapping::Outcome;
use import::mapping::aggregate::Remark;
use import::mapping::plan::stem;
use text::problems::ProblemWords;
use text::{Lang, mapping as words};

/// Problems as rows of words: place, found, expected, remedy.
pub fn in_words(problems: &[Problem], lang: Lang) -> Vec<Vec<String>> {
    problems.iter().map(|problem| problem.row(lang)).collect()
}

/// The data set of an outcome, with what happened on the way among its notes.
pub fn with_notes(outcome: &Outcome) -> Dataset {
    let names = |of: &dyn Fn(Lang) -> String| Names {
        nb: of(Lang::Nb),
        nn: of(Lang::Nn),
        en: of(Lang::En),
    };
    let remarks = outcome.remarks.iter();
    let notes =
        remarks.map(|(file, remark)| names(&|lang| words::remark(lang, stem(file), remark)));
    let of_emigrations = outcome
        .remarks
        .iter()
        .filter(|(_, remark)| matches!(remark, Remark::MovesWithin(_) | Remark::MovesBetween(_)));
    let emigration_notes =
        of_emigrations.map(|(_, remark)| names(&|lang| words::remark_alone(lang, remark)));
    // Where moves within the country may be among them they are not called emigrations.
    let mut measure_names = outcome.dataset.measure_names.clone();
    let mut remarks = outcome.remarks.iter();
    if remarks.any(|(_, remark)| matches!(remark, Remark::MovesWithin(_))) {
        for measure in words::MOVES_OUT {
            let is_named = measure_names.iter().any(|(known, _)| known == measure);
            if !is_named {
                let name = names(&|lang| words::of_moves(lang, measure).to_owned());
                measure_names.push((measure.to_owned(), name));
            }
        }
    }
    Dataset {
        measure_names,
        notes: notes.collect(),
        emigration_notes: emigration_notes.collect(),
        ..outcome.dataset.clone()
    }
}
