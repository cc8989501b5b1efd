//! What must hold in the data for a task to be asked, or for a choice to be right.
//!
//! A closed list: nothing is computed that is not written here.

use data::Dataset;
use data::json::{FromJson, Json, Misfit};
use measures::answer::SMALL_EVENTS;
use measures::{Answer, Question, Row, Status, answer};
use state::View;
use text::tasks as said;

use super::file::At;
use super::quantity::{Known, Quantity};

/// Something that holds or does not.
#[derive(Clone, Debug, PartialEq)]
pub enum Premise {
    /// The first number is above so many times the second.
    Above(Box<Quantity>, Box<Quantity>, f64),
    /// Two numbers are the same.
    Same(Box<Quantity>, Box<Quantity>),
    /// A number is above zero, or below.
    Sign(Box<Quantity>, bool),
    /// A number rests on few events.
    Few(Box<Quantity>),
    /// Every series of a view goes up, or down, from its first value to its last.
    Moves(Box<View>, bool),
    /// Of two codes along the axis, in at least so many series the one with more events has the lower
    /// rate.
    Reversed {
        /// Rates along the axis, by series.
        view: Box<View>,
        /// Two codes of the axis.
        between: [String; 2],
        /// In how many series.
        at_least: usize,
    },
    /// Some number of a view cannot be observed yet.
    NotYet(Box<View>),
}

impl FromJson for Premise {
    fn from_json(json: &Json) -> Result<Premise, Misfit> {
        let (name, value) = json.entries()?.first().ok_or(Misfit::of(KNOWN))?;
        let two = || -> Result<[Box<Quantity>; 2], Misfit> {
            let two: [Quantity; 2] = json
                .required::<Vec<Quantity>>(name)?
                .try_into()
                .map_err(|_| Misfit::of("two numbers"))?;
            Ok(two.map(Box::new))
        };
        let one = || json.required::<Quantity>(name).map(Box::new);
        let view = |json: &Json, field: &str| json.required::<At>(field).map(|at| Box::new(at.0));
        Ok(match name.as_str() {
            "above" => {
                let [one, other] = two()?;
                Premise::Above(
                    one,
                    other,
                    json.field::<Option<f64>>("times")?.unwrap_or(1.0),
                )
            }
            "same" => {
                let [one, other] = two()?;
                Premise::Same(one, other)
            }
            "positive" => Premise::Sign(one()?, true),
            "negative" => Premise::Sign(one()?, false),
            "few" => Premise::Few(one()?),
            "rises" => Premise::Moves(view(json, name)?, true),
            "falls" => Premise::Moves(view(json, name)?, false),
            "reversed" => {
                let between: Vec<String> = value.required("between")?;
                Premise::Reversed {
                    view: view(value, "view")?,
                    between: between
                        .try_into()
                        .map_err(|_| Misfit::of("between: two codes"))?,
                    at_least: value.field::<Option<f64>>("at_least")?.unwrap_or(1.0) as usize,
                }
            }
            "not_yet" => Premise::NotYet(view(json, name)?),
            _ => return Err(Misfit::of(KNOWN)),
        })
    }
}

const KNOWN: &str = "above, same, positive, negative, few, rises, falls, reversed or not_yet";

impl Premise {
    /// The numbers that it speaks of.
    pub(super) fn numbers(&self) -> Vec<&Quantity> {
        match self {
            Premise::Above(one, other, _) | Premise::Same(one, other) => vec![&**one, &**other],
            Premise::Sign(one, _) | Premise::Few(one) => vec![&**one],
            Premise::Moves(..) | Premise::Reversed { .. } | Premise::NotYet(_) => Vec::new(),
        }
    }

    /// Whether it holds; the reason where the data do not have what it speaks of.
    pub fn holds(&self, known: &Known) -> Result<bool, String> {
        let value = |quantity: &Quantity| known.find(quantity).map(|found| found.value);
        Ok(match self {
            Premise::Above(one, other, times) => value(one)? > times * value(other)?,
            Premise::Same(one, other) => value(one)? == value(other)?,
            Premise::Sign(one, true) => value(one)? > 0.0,
            Premise::Sign(one, false) => value(one)? < 0.0,
            Premise::Few(one) => {
                let found = known.find(one)?;
                found.events.is_some_and(|events| events < SMALL_EVENTS)
            }
            Premise::Moves(view, up) => {
                let lines = lines(view, known)?;
                let moves = lines.iter().map(|line| direction(line));
                !lines.is_empty() && moves.into_iter().all(|moves| moves == Some(*up))
            }
            Premise::Reversed {
                view,
                between,
                at_least,
            } => reversed(view, between, known)? >= *at_least,
            Premise::NotYet(view) => {
                let (_, answer) = asked(view, known)?;
                answer
                    .rows
                    .iter()
                    .any(|row| row.status == Status::NoCompleteCohort)
            }
        })
    }

    /// What is said when it holds.
    pub fn sentence(&self, known: &Known) -> String {
        let (lang, dataset) = (known.lang, known.dataset);
        let told = |quantity: &Quantity| match known.find(quantity) {
            Ok(found) => format!("{} ({})", found.title, found.text),
            Err(reason) => reason,
        };
        let then = |quantity: &Quantity| text::case::within(&told(quantity));
        let title = |view: &View| titled(view, dataset, known);
        match self {
            Premise::Above(one, other, times) if *times == 1.0 => {
                said::is_above(lang, &told(one), &then(other))
            }
            Premise::Above(one, other, times) => {
                let times = text::number::decimal(*times, 0, lang);
                said::is_times(lang, &told(one), &times, &then(other))
            }
            Premise::Same(one, other) => said::is_same(lang, &told(one), &then(other)),
            Premise::Sign(one, true) => said::is_positive(lang, &told(one)),
            Premise::Sign(one, false) => said::is_negative(lang, &told(one)),
            Premise::Few(one) => said::is_few(lang, &told(one)),
            Premise::Moves(view, true) => said::all_rise(lang, &title(view)),
            Premise::Moves(view, false) => said::all_fall(lang, &title(view)),
            Premise::Reversed {
                view,
                between,
                at_least,
            } => {
                let of = |code: &String| explain::code_label(dataset, &view.by, code, lang);
                let count = at_least.to_string();
                said::is_reversed(lang, &of(&between[0]), &of(&between[1]), &count)
            }
            Premise::NotYet(view) => said::is_not_yet(lang, &title(view)),
        }
    }
}

/// What a view shows.
fn titled(view: &View, dataset: &Dataset, known: &Known) -> String {
    let figure = view
        .spec()
        .map(|spec| figures::build::build(&spec, dataset, known.lang));
    figure.map(|figure| figure.sheet.title).unwrap_or_default()
}

/// The answer to a view.
pub(super) fn asked(view: &View, known: &Known) -> Result<(Question, Answer), String> {
    let question = view
        .question()
        .ok_or_else(|| said::no_measure(known.lang, &view.measure))?;
    let answer = answer(known.dataset, &question)
        .map_err(|refusal| figures::build::refusal_text(&refusal, known.dataset, known.lang))?;
    Ok((question, answer))
}

/// The rows of each series of a view along its axis.
pub(super) fn lines(view: &View, known: &Known) -> Result<Vec<Vec<Row>>, String> {
    let (_, answer) = asked(view, known)?;
    let place = answer.by.iter().position(|name| *name == view.split);
    let mut found: Vec<(String, Vec<Row>)> = Vec::new();
    for row in answer.rows {
        let code = place
            .map(|place| row.key[place].clone())
            .unwrap_or_default();
        match found.iter_mut().find(|(known, _)| *known == code) {
            Some((_, rows)) => rows.push(row),
            None => found.push((code, vec![row])),
        }
    }
    Ok(found.into_iter().map(|(_, rows)| rows).collect())
}

/// Whether a line ends above where it begins; none when it has no two values or ends where it began.
fn direction(line: &[Row]) -> Option<bool> {
    let mut values = line.iter().filter_map(|row| row.value);
    let (first, last) = (values.next()?, values.next_back()?);
    (first != last).then_some(last > first)
}

/// In how many series the code with more events has the lower rate.
fn reversed(view: &View, between: &[String; 2], known: &Known) -> Result<usize, String> {
    let (_, answer) = asked(view, known)?;
    let place = answer.by.iter().position(|name| *name == view.by);
    let place = place.ok_or_else(|| said::no_dimension(known.lang, &view.by))?;
    let lines = lines(view, known)?;
    let turns = |line: &&Vec<Row>| {
        let of = |code: &String| line.iter().find(|row| row.key[place] == *code);
        let two = of(&between[0]).zip(of(&between[1]));
        two.is_some_and(|(one, other)| {
            let more = one
                .numerator
                .zip(other.numerator)
                .map(|(a, b)| a.total_cmp(&b));
            let higher = one.value.zip(other.value).map(|(a, b)| a.total_cmp(&b));
            more.is_some() && more == higher.map(std::cmp::Ordering::reverse)
        })
    };
    Ok(lines.iter().filter(turns).count())
}
