//! Numbers that are formed from several others: counts of comparisons, peaks, sums.

use data::Dataset;
use measures::{Answer, Question, Row, answer};
use methods::arithmetic::{Computation, Pair};
use methods::catalog::{Highest, Share, Sum, Tally};
use stats::Status;
use stats::share::ShareMethod;
use text::naming::Naming;
use text::{Lang, explain as words};

use super::describe::explain;
use super::explanation::Explanation;
use super::from_row::{Subject, titled};
use super::number::{Aggregate, Number, Shown};

/// The values of numbers, and the tables they come from. A question is asked once.
fn values(dataset: &Dataset, numbers: &[Number]) -> Result<(Vec<f64>, Vec<String>), Status> {
    let mut answers: Vec<(&Question, Answer)> = Vec::new();
    let mut values = Vec::with_capacity(numbers.len());
    for number in numbers {
        if !answers.iter().any(|(known, _)| *known == &number.question) {
            let found = answer(dataset, &number.question).map_err(|_| Status::NotInTable)?;
            answers.push((&number.question, found));
        }
        for (known, answer) in &answers {
            if *known == &number.question {
                let row = answer.rows.iter().find(|row| row.key == number.key);
                values.push(value_of(row.ok_or(Status::NotInTable)?, number.shown)?);
            }
        }
    }
    let mut tables: Vec<String> = Vec::new();
    for (_, answer) in answers {
        if !tables.contains(&answer.table) {
            tables.push(answer.table);
        }
    }
    Ok((values, tables))
}

/// What of a row is shown, as a number.
fn value_of(row: &Row, shown: Shown) -> Result<f64, Status> {
    let rest = || Some(row.denominator? - row.numerator?);
    let value = match shown {
        Shown::Value => row.value,
        Shown::Numerator => row.numerator,
        Shown::Denominator => row.denominator,
        Shown::Rest => rest(),
        Shown::RestShare => row.value.map(|share| 1.0 - share),
    };
    value.ok_or(match row.status {
        Status::Ok => Status::RangeOnly,
        status => status,
    })
}

/// The labels by which a number is known: of its key, and of what is selected besides. The age of a
/// peak is what is told, and not among them.
fn labels(subject: &Subject, number: &Number, peak: bool) -> Vec<String> {
    let question = &number.question;
    let mut labels = Vec::new();
    for (dimension, code) in question.by.iter().zip(&number.key) {
        if !(peak && dimension == "age") {
            labels.push(subject.label(dimension, code));
        }
    }
    for filter in &question.filter {
        if !question.by.contains(&filter.dimension) {
            let mut named = Vec::new();
            for code in &filter.codes {
                named.push(subject.label(&filter.dimension, code));
            }
            labels.push(text::ranges(subject.lang, &named));
        }
    }
    labels.retain(|label| !label.is_empty());
    labels
}

/// "Iran: 2018–2023 against 2006–2011": what two numbers have in common is said once.
fn pair_name(subject: &Subject, first: &Number, second: &Number) -> String {
    let (mut one, mut two) = (
        labels(subject, first, false),
        labels(subject, second, false),
    );
    let mut both = one.clone();
    both.retain(|label| two.contains(label));
    one.retain(|label| !both.contains(label));
    two.retain(|label| !both.contains(label));
    let (both, one, two) = (both.join(", "), one.join(", "), two.join(", "));
    let sides = match (one.is_empty(), two.is_empty()) {
        (false, false) => words::against(subject.lang, &one, &two),
        _ => one + &two,
    };
    match (both.is_empty(), sides.is_empty()) {
        (false, false) => titled(&both, &sides),
        _ => both + &sides,
    }
}

/// The arithmetic of a number that is formed from several; the reason when one of them is missing.
pub(super) fn of_several(
    dataset: &Dataset,
    number: &Number,
    (how, of): (Aggregate, &[Number]),
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    let question = &number.question;
    let (values, tables) = values(dataset, of)?;
    let of_first = answer(dataset, question).map_err(|_| Status::NotInTable)?;
    let subject = Subject::new(
        dataset,
        &of_first.table,
        &question.by,
        &of_first.notes,
        lang,
    );
    let general = subject.of_measure(question, String::new(), Vec::new());
    let what = match number.shown {
        Shown::Value | Shown::RestShare => dataset.measure_name(lang, question.measure.name()),
        Shown::Denominator => general.exposure,
        Shown::Numerator | Shown::Rest => words::events(lang).to_owned(),
    };
    let percent =
        matches!(number.shown, Shown::Value | Shown::RestShare) && question.measure.is_ratio();
    let mut names = Vec::new();
    let mut title = words::in_all(lang).to_owned();
    let computation = match how {
        Aggregate::Tally => {
            title = words::counted(lang).to_owned();
            // Those that are counted come first.
            let mut pairs: Vec<Pair> = Vec::new();
            for holds in [true, false] {
                for (two, numbers) in values.chunks_exact(2).zip(of.chunks_exact(2)) {
                    if (two[0] > two[1]) == holds {
                        pairs.push((two[0], two[1]));
                        names.push(pair_name(&subject, &numbers[0], &numbers[1]));
                    }
                }
            }
            Computation::new(Tally { pairs, percent })
        }
        Aggregate::PeakAge => {
            let age = question.by.iter().position(|name| name == "age");
            let age = age.ok_or(Status::Invalid)?;
            let mut places: Vec<Pair> = Vec::new();
            for (number, value) in of.iter().zip(values) {
                let place = number.key.get(age).and_then(|code| code.parse().ok());
                places.push((place.ok_or(Status::Invalid)?, value));
            }
            let mut parts = labels(&subject, number, true);
            parts.push(words::highest_age(lang).to_owned());
            title = parts.join(", ");
            Computation::new(Highest { places, percent })
        }
        Aggregate::Sum => {
            for number in of {
                names.push(labels(&subject, number, false).join(", "));
            }
            Computation::new(Sum { terms: values })
        }
        Aggregate::Part(first) => Computation::new(Share {
            of: (
                values.iter().take(first).sum::<f64>(),
                values.iter().sum::<f64>(),
            ),
            method: ShareMethod::Wilson,
            level,
        }),
    };
    let measure = text::case::capital_first(&what);
    let mut context = subject.of_measure(question, titled(&measure, &title), names);
    if how == Aggregate::Sum {
        context.events = what;
    }
    let mut told = explain(&computation, &context, lang);
    for table in &tables {
        told.summed.push(words::each_from(lang, table));
    }
    Ok(told)
}
