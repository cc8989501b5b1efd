//! An explanation as steps to show, in reading order.

use ::explain::{Explanation, Number, of_number, reason};
use data::Dataset;
use methods::arithmetic::Formula;
use text::{Lang, analyses as words, explain};

use super::page::{Part, Told};

/// The arithmetic of a number of a data set; the reason where there is none.
pub fn number_told(dataset: &Dataset, number: &Number, level: f64, lang: Lang) -> Told {
    match of_number(dataset, number, level, lang) {
        Ok(explanation) => told(&explanation.beside(&number.printed)),
        Err(status) => Told {
            title: explain::cannot_be_computed(lang).to_owned(),
            parts: vec![lines("", vec![reason(status, lang).to_owned()])],
            copies: Vec::new(),
            close: words::close(lang).to_owned(),
        },
    }
}

/// Several numbers that something rests on, a row each: what it is, and the number itself.
pub fn numbers_told(dataset: &Dataset, numbers: &[Number], lang: Lang) -> Told {
    let row = |number: &Number| {
        let found = of_number(dataset, number, measures::DEFAULT_LEVEL, lang);
        match found {
            Ok(explanation) => vec![explanation.title, explanation.result],
            Err(status) => vec![String::new(), reason(status, lang).to_owned()],
        }
    };
    Told {
        title: explain::rests_on(lang).to_owned(),
        parts: vec![Part {
            rows: numbers.iter().map(row).collect(),
            ..Part::default()
        }],
        copies: Vec::new(),
        close: words::close(lang).to_owned(),
    }
}

/// The steps of an explanation.
pub(super) fn told(explanation: &Explanation) -> Told {
    let lang = explanation.lang;
    let mut parts = vec![
        lines("", vec![explanation.result.clone()]),
        lines(
            words::in_plain_words(lang),
            vec![format!("{}: {}", explanation.method, explanation.plain)],
        ),
        maths(explain::formula(lang), &explanation.formula),
        Part {
            heading: explain::inputs(lang).to_owned(),
            rows: explanation
                .inputs
                .iter()
                .map(|given| {
                    let about = [given.label.as_str(), given.unit.as_str()];
                    let about: Vec<&str> =
                        about.into_iter().filter(|text| !text.is_empty()).collect();
                    vec![given.symbol.clone(), given.text.clone(), about.join(", ")]
                })
                .collect(),
            lines: explanation.summed.clone(),
            ..Part::default()
        },
        by_rows(explanation),
        maths(explain::substitution(lang), &explanation.substitution),
        lines(explain::rounding(lang), vec![explanation.rounding.clone()]),
    ];
    if let Some(interval) = &explanation.interval {
        let method = match interval.plain.as_str() {
            "" => String::new(),
            plain => format!("{}: {plain}", interval.method),
        };
        let mut said = vec![interval.limits.clone(), method, interval.exact.clone()];
        said.extend(interval.letters.iter().cloned());
        said.push(interval.sentence.clone());
        parts.push(Part {
            lines: said,
            ..maths(&interval.heading, &interval.formula)
        });
        let put_in = maths(explain::limits_put_in(lang), &interval.substitution);
        parts.push(put_in);
    }
    parts.push(lines(
        words::for_statisticians(lang),
        vec![explanation.exact.clone()],
    ));
    parts.push(lines(explain::caveats(lang), explanation.caveats.clone()));
    parts.push(lines(explain::sources(lang), explanation.sources.clone()));
    for part in &mut parts {
        part.lines.retain(|line| !line.is_empty());
    }
    parts.retain(|part| !part.lines.is_empty() || !part.rows.is_empty() || !part.maths.is_empty());
    Told {
        title: explanation.title.clone(),
        parts,
        copies: [
            (words::copy_text(lang), Some(explanation.to_text())),
            (words::copy_r(lang), explanation.to_r()),
            (words::copy_python(lang), explanation.to_python()),
        ]
        .into_iter()
        .filter_map(|(label, text)| Some((label.to_owned(), text?)))
        .collect(),
        close: words::close(lang).to_owned(),
    }
}

/// The numbers that went in by rows.
fn by_rows(explanation: &Explanation) -> Part {
    let lang = explanation.lang;
    let Some(table) = &explanation.table else {
        return Part::default();
    };
    Part {
        heading: explain::row_by_row(lang).to_owned(),
        head: table.head(),
        rows: table.written(lang),
        ..Part::default()
    }
}

fn lines(heading: &str, lines: Vec<String>) -> Part {
    Part {
        heading: heading.to_owned(),
        lines,
        ..Part::default()
    }
}

fn maths(heading: &str, formula: &Formula) -> Part {
    Part {
        heading: heading.to_owned(),
        maths: formula.to_mathml(),
        ..Part::default()
    }
}
