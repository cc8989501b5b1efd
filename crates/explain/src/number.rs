//! One number of a data set, wherever it is shown: which it is, and how it came about.

use data::Dataset;
use measures::analysis::comparison::RatioMethod;
use measures::analysis::suppressed::{DEFAULT_MOST, LEAST};
use measures::lineage::{Summed, lineage};
use measures::{Answer, IntervalMethod, Measure, Note, Question, Rebase, Row, answer};
use methods::arithmetic::Computation;
use methods::catalog::{
    Count, Printed, Quotient, RateRatio, Remainder, Share, SuppressedCount, SuppressedRate,
    SuppressedShare, Whole,
};
use stats::Status;
use stats::share::ShareMethod;
use text::naming::Naming;
use text::{Lang, enumerate, explain as words, notes, number};

use super::describe::{Context, explain};
use super::explanation::Explanation;
use super::from_row::{Subject, of_row, titled};
use super::several::of_several;

/// What of a row is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// The value.
    #[default]
    Value,
    /// What is counted above the line.
    Numerator,
    /// What it is set against.
    Denominator,
    /// What the numerator leaves of the denominator.
    Rest,
    /// The part that the numerator leaves of the denominator.
    RestShare,
}

/// How a number is formed from several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aggregate {
    /// Two by two: of how many pairs the first is the greater one.
    Tally,
    /// The age at which the greatest stands.
    PeakAge,
    /// The sum.
    Sum,
    /// The part that so many of the first are of all together.
    Part(usize),
}

/// What a number is formed from besides the row that it names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Derived {
    /// Nothing: it is a number of that row.
    #[default]
    Alone,
    /// It says how many times the value of another row, with this key, that of its own row is.
    Times(Vec<String>),
    /// It is formed from these.
    Formed(Aggregate, Vec<Number>),
}

/// A number of a data set. Figures, tables and sentences name their numbers in this one way.
///
/// What is formed from several numbers has the question and the row of the first of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The question that is answered.
    pub question: Question,
    /// The key of the row among the answers.
    pub key: Vec<String>,
    /// What of the row is shown.
    pub shown: Shown,
    /// The method of its interval; the default of the measure when absent.
    pub method: Option<IntervalMethod>,
    /// How it is written where it was opened; empty when that is not known.
    pub printed: String,
    /// What else it is formed from.
    pub together: Derived,
}

impl Number {
    /// The value of a row.
    pub fn value(question: &Question, key: &[String]) -> Number {
        Number {
            question: question.clone(),
            key: key.to_vec(),
            shown: Shown::Value,
            method: None,
            printed: String::new(),
            together: Derived::Alone,
        }
    }

    /// What is formed from several numbers; none of no numbers.
    pub fn formed(how: Aggregate, of: Vec<Number>) -> Option<Number> {
        let first = of.first()?.clone();
        Some(Number {
            method: None,
            together: Derived::Formed(how, of),
            ..first
        })
    }

    /// How many times the value of one row that of another is.
    pub fn times(question: &Question, key: &[String], other: &[String]) -> Number {
        Number {
            together: Derived::Times(other.to_vec()),
            ..Number::value(question, key)
        }
    }

    /// Whether chance has a part in it, so that a confidence level can be chosen.
    pub fn is_ratio(&self) -> bool {
        match &self.together {
            Derived::Alone | Derived::Times(_) => {
                matches!(self.shown, Shown::Value | Shown::RestShare)
                    && self.question.measure.is_ratio()
            }
            Derived::Formed(how, _) => matches!(how, Aggregate::Part(_)),
        }
    }

    /// Whether a method of its interval can be chosen.
    pub fn has_methods(&self) -> bool {
        self.is_ratio() && self.together == Derived::Alone
    }
}

/// How a number came about; the reason when there is none to explain.
///
/// The interval is formed by the method of the number at `level`. A number with suppressed cells
/// behind it is explained as the range in which it lies.
pub fn of_number(
    dataset: &Dataset,
    number: &Number,
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    let question = &number.question;
    if let Derived::Formed(how, of) = &number.together {
        return of_several(dataset, number, (*how, of), level, lang);
    }
    let answer = answer(dataset, question).map_err(|_| Status::NotInTable)?;
    let row = answer
        .rows
        .iter()
        .find(|row| row.key == number.key)
        .ok_or(Status::NotInTable)?;
    let sums = lineage(dataset, question, row).unwrap_or_default();
    let subject = Subject::new(dataset, &answer.table, &answer.by, &answer.notes, lang);
    let other = match &number.together {
        Derived::Times(key) => Some(answer.rows.iter().find(|row| row.key == *key)),
        _ => None,
    };
    let mut told = match number.shown {
        Shown::Numerator | Shown::Value if row.status == Status::SuppressedInput => {
            of_withheld(&subject, number, row, &sums, level)?
        }
        Shown::Value if other.is_some() => {
            of_times(&subject, question, row, other.flatten(), level)?
        }
        Shown::Numerator => of_part(&subject, question, row, row.numerator, true)?,
        Shown::Denominator => of_part(&subject, question, row, row.denominator, false)?,
        Shown::Rest | Shown::RestShare => of_rest(&subject, number, row, level)?,
        Shown::Value => {
            let method = IntervalMethod::chosen(number.method, question);
            of_row(dataset, question, &answer, row, method, level, lang)?
        }
    };
    told.summed = sources_of(&subject, number, &answer, row, &sums);
    told.caveats
        .extend(remarks(&answer, row, number, &subject, &sums));
    if told.computation.of::<Printed>().is_some() {
        told.summed = vec![words::printed_in(lang, &answer.table)];
    }
    Ok(told)
}

/// A part of a ratio, or the events behind it, as a plain sum.
fn of_part(
    subject: &Subject,
    question: &Question,
    row: &Row,
    part: Option<f64>,
    above: bool,
) -> Result<Explanation, Status> {
    let value = part.ok_or(match row.status {
        Status::Ok => Status::RangeOnly,
        status => status,
    })?;
    let lang = subject.lang;
    let general = subject.of_measure(question, String::new(), Vec::new());
    let counted = if above {
        general.events
    } else {
        general.exposure
    };
    let name = subject.full_name(question, &row.key);
    let title = titled(&text::case::capital_first(&counted), &name);
    let context = Context {
        events: counted,
        ..subject.context(title, String::new(), String::new(), Vec::new())
    };
    Ok(explain(&Computation::new(Count { value }), &context, lang))
}

/// How many times the value of one row that of another is: for rates with an interval.
fn of_times(
    subject: &Subject,
    question: &Question,
    row: &Row,
    other: Option<&Row>,
    level: f64,
) -> Result<Explanation, Status> {
    let other = other.ok_or(Status::NotInTable)?;
    let parts = |row: &Row| row.numerator.zip(row.denominator).ok_or(Status::RangeOnly);
    let value = |row: &Row| row.value.ok_or(row.status);
    let computation = match &question.measure {
        Measure::Rate => Computation::new(RateRatio {
            first: parts(row)?,
            second: parts(other)?,
            method: RatioMethod::Exact,
            level,
        }),
        measure if measure.is_ratio() => return Err(Status::RangeOnly),
        _ => Computation::new(Quotient {
            first: value(row)?,
            second: value(other)?,
        }),
    };
    let lang = subject.lang;
    let names = [row, other].map(|row| subject.full_name(question, &row.key));
    let measure = subject.dataset.measure_name(lang, question.measure.name());
    let title = titled(&measure, &words::against(lang, &names[0], &names[1]));
    let context = subject.of_measure(question, title, names.to_vec());
    Ok(explain(&computation, &context, lang))
}

/// Those who are not back, or their part of those who left.
fn of_rest(
    subject: &Subject,
    number: &Number,
    row: &Row,
    level: f64,
) -> Result<Explanation, Status> {
    let (part, whole) = row.numerator.zip(row.denominator).ok_or(match row.status {
        Status::Ok => Status::RangeOnly,
        status => status,
    })?;
    let (lang, question) = (subject.lang, &number.question);
    let computation = match number.shown {
        Shown::Rest => Computation::new(Remainder { whole, part }),
        _ => Computation::new(Share {
            of: (whole - part, whole),
            method: match IntervalMethod::chosen(number.method, question) {
                IntervalMethod::Share(method) => method,
                _ => ShareMethod::Wilson,
            },
            level,
        }),
    };
    let rest = words::not_returned(lang);
    let name = subject.full_name(question, &row.key);
    let title = titled(&text::case::capital_first(rest), &name);
    let mut context = subject.of_measure(question, title, Vec::new());
    if number.shown == Shown::RestShare {
        context.events = rest.to_owned();
    }
    Ok(explain(&computation, &context, lang))
}

/// A number behind which cells are suppressed, as the range in which it lies.
fn of_withheld(
    subject: &Subject,
    number: &Number,
    row: &Row,
    sums: &[Summed],
    level: f64,
) -> Result<Explanation, Status> {
    let (lang, question) = (subject.lang, &number.question);
    let above = sums.first().ok_or(row.status)?;
    let (known, cells) = (above.total, above.suppressed as f64);
    let each = (LEAST, DEFAULT_MOST);
    let counted = number.shown == Shown::Numerator;
    let computation = match (&question.measure, sums.get(1)) {
        (Measure::Emigrations | Measure::Persons, None) => {
            Computation::new(SuppressedCount { known, cells, each })
        }
        (measure, Some(_)) if counted && measure.is_ratio() => {
            Computation::new(SuppressedCount { known, cells, each })
        }
        (Measure::Rate, Some(exposure)) if exposure.suppressed == 0 => {
            Computation::new(SuppressedRate {
                known,
                cells,
                each,
                exposure: exposure.total,
                level,
            })
        }
        (Measure::Share { .. }, Some(base)) => {
            let rest = base.suppressed.checked_sub(above.suppressed);
            Computation::new(SuppressedShare {
                known,
                cells,
                each,
                of: Whole::WithRest {
                    known: base.total - known,
                    cells: rest.ok_or(row.status)? as f64,
                },
                level,
            })
        }
        (Measure::ReturnShare | Measure::ReturnCurve, Some(base)) if base.suppressed == 0 => {
            Computation::new(SuppressedShare {
                known,
                cells,
                each,
                of: Whole::Known(base.total),
                level,
            })
        }
        _ => return Err(row.status),
    };
    let name = subject.full_name(question, &row.key);
    let mut context = subject.of_measure(question, String::new(), Vec::new());
    let measure = match counted {
        true => text::case::capital_first(&context.events),
        false => subject.dataset.measure_name(lang, question.measure.name()),
    };
    context.title = titled(&measure, &name);
    Ok(explain(&computation, &context, lang))
}

/// From which rows of which table the parts were summed.
fn sources_of(
    subject: &Subject,
    number: &Number,
    answer: &Answer,
    row: &Row,
    sums: &[Summed],
) -> Vec<String> {
    let lang = subject.lang;
    let context = subject.of_measure(&number.question, String::new(), Vec::new());
    let mean_of_years = answer.notes.iter().find_map(|note| match note {
        Note::MeanOfYears { years } => Some(notes::mean_of_years(lang, *years)),
        Note::MeanOfOwnYears => Some(notes::mean_of_own_years(lang).to_owned()),
        _ => None,
    });
    let of_part = |(place, sum): (usize, &Summed)| {
        let what = match place {
            0 if number.question.measure == Measure::Population => words::mid_year(lang),
            0 => context.events.as_str(),
            1 => context.exposure.as_str(),
            _ => words::left_out_emigrations(lang),
        };
        let count = number::integer(sum.rows as f64, lang);
        let columns: Vec<String> = sum.columns.iter().map(|name| (*name).to_owned()).collect();
        let columns = enumerate(lang, &columns);
        words::summed_over(lang, what, &count, sum.rows, &sum.table, &columns)
    };
    let used = match number.shown {
        Shown::Value | Shown::Rest | Shown::RestShare => sums,
        Shown::Numerator => sums.get(..1).unwrap_or_default(),
        Shown::Denominator => sums.get(1..2).unwrap_or_default(),
    };
    let first = usize::from(number.shown == Shown::Denominator);
    let mut said: Vec<String> = used
        .iter()
        .enumerate()
        .map(|(place, sum)| of_part((place + first, sum)))
        .collect();
    said.extend(mean_of_years);
    if let Some(left_out) = row.left_out
        && number.shown == Shown::Value
    {
        said.push(words::left_out_of_base(
            lang,
            &number::integer(left_out, lang),
            &number::integer(left_out + row.denominator.unwrap_or(0.0), lang),
        ));
    }
    said
}

/// What the computation of this answer has to say about this row.
fn remarks(
    answer: &Answer,
    row: &Row,
    of: &Number,
    subject: &Subject,
    sums: &[Summed],
) -> Vec<String> {
    let lang = subject.lang;
    let (question, shown) = (&of.question, of.shown);
    let mut said = Vec::new();
    for note in &answer.notes {
        match note {
            Note::NotYetObservable { years } => {
                said.push(notes::not_yet_observable(lang, &text::ranges(lang, years)));
            }
            Note::DenominatorInstead(exposure) => {
                let mid_year = *exposure == measures::Exposure::MidYear;
                said.push(notes::denominator_instead(lang, mid_year).to_owned());
            }
            Note::Perturbed { how, .. } => {
                // This number may be a sum of fewer cells than others of the answer.
                let cells = sums.iter().map(|sum| sum.rows).max();
                said.push(notes::perturbed(lang, how, cells.unwrap_or(1)));
                let lies = row.rounding.filter(|_| shown == Shown::Value);
                let written = |end: f64| match question.measure.is_ratio() {
                    true => number::percent(end, 2, lang),
                    false => number::decimal(end, 1, lang),
                };
                let lies = lies.map(|(low, high)| (written(low), written(high)));
                said.extend(lies.map(|(low, high)| notes::lies_between(lang, &low, &high)));
            }
            _ => {}
        }
    }
    if let Rebase::Without(codes) = &question.rebase
        && row.left_out.is_some()
        && let Measure::Share { of } = &question.measure
    {
        let labels: Vec<String> = codes.iter().map(|code| subject.label(of, code)).collect();
        said.push(words::base_without(lang, &enumerate(lang, &labels)));
    }
    said
}
