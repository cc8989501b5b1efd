//! Numbers that are formed from several others: counts of comparisons, peaks, sums.

use crate::data::Dataset;
use crate::measures::methods::Status;
use crate::measures::methods::share::ShareMethod;
use crate::measures::{Answer, Question, Row, answer};
use crate::text::{Lang, explain as words, terms};

use super::computation::{Computation, Pair};
use super::describe::explain;
use super::explanation::Explanation;
use super::from_row::{Subject, titled};
use super::number::{Number, Shown, Together};

/// Answers by question, so that numbers of one question ask it once.
struct Answers<'a> {
    dataset: &'a Dataset,
    known: Vec<(&'a Question, Answer)>,
}

impl<'a> Answers<'a> {
    fn of(&mut self, question: &'a Question) -> Result<&Answer, Status> {
        let place = match self.known.iter().position(|(known, _)| *known == question) {
            Some(place) => place,
            None => {
                let found = answer(self.dataset, question).map_err(|_| Status::NotInTable)?;
                self.known.push((question, found));
                self.known.len() - 1
            }
        };
        Ok(&self.known[place].1)
    }

    fn value(&mut self, number: &'a Number) -> Result<f64, Status> {
        let rows = &self.of(&number.question)?.rows;
        let row = rows.iter().find(|row| row.key == number.key);
        value_of(row.ok_or(Status::NotInTable)?, number.shown)
    }

    fn values(&mut self, numbers: &'a [Number]) -> Result<Vec<f64>, Status> {
        numbers.iter().map(|number| self.value(number)).collect()
    }
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

/// Whether a number is read as per cent.
fn is_percent(number: &Number) -> bool {
    matches!(number.shown, Shown::Value | Shown::RestShare) && number.question.measure.is_ratio()
}

/// The labels by which a number is known: of its key, and of what is selected besides.
fn labels(subject: &Subject, number: &Number) -> Vec<String> {
    let question = &number.question;
    let keyed = question.by.iter().zip(&number.key);
    let mut labels: Vec<String> = keyed
        .map(|(dimension, code)| subject.label(dimension, code))
        .collect();
    for filter in &question.filter {
        if !question.by.contains(&filter.dimension) {
            let of_filter = filter.codes.iter();
            let of_filter = of_filter.map(|code| subject.label(&filter.dimension, code));
            let named: Vec<String> = of_filter.collect();
            labels.push(crate::text::ranges(subject.lang, &named));
        }
    }
    labels.retain(|label| !label.is_empty());
    labels
}

/// "Iran: 2018–2023 against 2006–2011": what two numbers have in common is said once.
fn pair_name(subject: &Subject, [first, second]: &[Number; 2]) -> String {
    let (one, two) = (labels(subject, first), labels(subject, second));
    let both: Vec<String> = one.iter().filter(|of| two.contains(of)).cloned().collect();
    let rest = |of: Vec<String>| -> String {
        let rest: Vec<String> = of.into_iter().filter(|of| !both.contains(of)).collect();
        rest.join(", ")
    };
    let (one, two) = (rest(one), rest(two));
    let sides = match (one.is_empty(), two.is_empty()) {
        (true, true) => String::new(),
        (false, true) => one,
        (true, false) => two,
        (false, false) => words::against(subject.lang, &one, &two),
    };
    match (both.join(", "), sides) {
        (both, sides) if sides.is_empty() => both,
        (both, sides) => match both.is_empty() {
            true => sides,
            false => format!("{both}: {sides}"),
        },
    }
}

/// The arithmetic of a number that is formed from several; the reason when one of them is missing.
pub(super) fn of_several(
    dataset: &Dataset,
    number: &Number,
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    let question = &number.question;
    let known = Vec::new();
    let mut answers = Answers { dataset, known };
    let of_first = answers.of(question)?.clone();
    let subject = Subject::new(
        dataset,
        &of_first.table,
        &question.by,
        &of_first.notes,
        lang,
    );
    let general = subject.of_measure(question, String::new(), Vec::new());
    let what = match number.shown {
        Shown::Value | Shown::RestShare => terms::measure(lang, question.measure.name()),
        Shown::Denominator => general.exposure,
        Shown::Numerator | Shown::Rest => words::events(lang).to_owned(),
    };
    let measure = crate::text::case::capital_first(&what);
    let percent = is_percent(number);
    let (computation, groups, title) = match &number.together {
        Together::Tally(pairs) => {
            let mut cases: Vec<(Pair, String)> = Vec::new();
            for pair in pairs {
                let values = (answers.value(&pair[0])?, answers.value(&pair[1])?);
                cases.push((values, pair_name(&subject, pair)));
            }
            let (holds, fails): (Vec<_>, Vec<_>) =
                cases.into_iter().partition(|((one, two), _)| one > two);
            let (pairs, names) = holds.into_iter().chain(fails).unzip();
            let computation = Computation::Tally { pairs, percent };
            (computation, names, words::counted(lang).to_owned())
        }
        Together::Highest(dimension, of) => {
            let values = answers.values(of)?;
            let at = question.by.iter().position(|name| name == dimension);
            let place = |number: &Number| -> Option<f64> { number.key.get(at?)?.parse().ok() };
            let mut places = Vec::new();
            let mut names = Vec::new();
            for (number, value) in of.iter().zip(values) {
                places.push((place(number).ok_or(Status::Invalid)?, value));
                names.push(String::new());
            }
            let mut key = number.key.clone();
            if let Some(at) = at
                && at < key.len()
            {
                key.remove(at);
            }
            let by: Vec<String> = question
                .by
                .iter()
                .filter(|by| *by != dimension)
                .cloned()
                .collect();
            let subject = Subject::new(dataset, &of_first.table, &by, &of_first.notes, lang);
            let name = subject.full_name(question, &key);
            let highest =
                words::highest_at(lang, &terms::dimension(lang, dimension).to_lowercase());
            let title = match name.is_empty() {
                true => highest,
                false => format!("{name}, {highest}"),
            };
            (Computation::Highest { places, percent }, names, title)
        }
        Together::Sum(of) => {
            let terms = answers.values(of)?;
            let names = of.iter().map(|number| labels(&subject, number).join(", "));
            let computation = Computation::Sum { terms };
            (computation, names.collect(), words::in_all(lang).to_owned())
        }
        Together::Part(part, whole) => {
            let sum = |values: Vec<f64>| values.into_iter().sum::<f64>();
            let of = (sum(answers.values(part)?), sum(answers.values(whole)?));
            let method = ShareMethod::Wilson;
            let computation = Computation::Share { of, method, level };
            (computation, Vec::new(), words::in_all(lang).to_owned())
        }
        Together::Alone | Together::Times(_) => return Err(Status::NotInTable),
    };
    let mut context = subject.of_measure(question, titled(&measure, &title), groups);
    if let Computation::Sum { .. } = computation {
        context.events = what;
    }
    let mut told = explain(&computation, &context, lang);
    let mut tables: Vec<&str> = Vec::new();
    for (_, answer) in &answers.known {
        if !tables.contains(&answer.table.as_str()) {
            tables.push(&answer.table);
        }
    }
    told.summed = tables
        .into_iter()
        .map(|table| words::each_from(lang, table))
        .collect();
    Ok(told)
}
