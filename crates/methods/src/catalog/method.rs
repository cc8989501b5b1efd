//! What a method is: what goes in, what comes out, how it is told, and how it meets a data set.

use std::collections::BTreeMap;

use crate::arithmetic::{Computation, Pair};
use data::Dataset;
use measures::analysis::by_name::{AnalysisRequest, Lines, Missing};
use stats::interval::RateMethod;
use stats::{Interval, Status};

use super::arguments::{Arguments, Input, InputKind, InputSpec};
use super::value::Value;

/// A method by its name. What it lacks it is not asked for.
pub struct Method {
    /// The name, such as `rate_ci_garwood`. Its words and its golden values have the same.
    pub name: &'static str,
    /// What it computes, in a few words.
    pub title: &'static str,
    /// What it is about.
    pub field: Field,
    /// Inputs in file order.
    pub inputs: &'static [InputSpec],
    /// Outputs in file order. `status`, where present, is a code of [`Status`].
    pub outputs: &'static [Output],
    /// Computes it from typed-in numbers.
    pub run: Option<Run<Answer>>,
    /// The arithmetic of its first output.
    pub computation: Option<Run<Computation>>,
    /// How the calculator shows it.
    pub shown: Option<Shown>,
    /// Applies it to a data set.
    pub on_data: Option<OnData>,
}

/// What becomes of typed-in numbers.
pub type Run<T> = fn(&Arguments) -> Result<T, Status>;

/// A method on a data set.
pub struct OnData {
    /// What comes out, and which fields of the request count; for the type declarations.
    pub about: &'static str,
    /// Applies it: what is asked for becomes lines.
    pub run: fn(&Dataset, &AnalysisRequest) -> Result<Lines, Missing>,
}

/// Fields of use, in the order in which methods are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Rates and shares.
    RatesAndShares,
    /// Standardisation and comparison.
    Comparison,
    /// Gaps between rates taken apart.
    Decomposition,
    /// Ages and years.
    AgesAndYears,
    /// Many groups at once.
    ManyGroups,
    /// Tables with gaps.
    Incomplete,
    /// What the others rest on.
    Functions,
}

impl Field {
    /// Every field.
    pub const ALL: [Field; 7] = [
        Field::RatesAndShares,
        Field::Comparison,
        Field::Decomposition,
        Field::AgesAndYears,
        Field::ManyGroups,
        Field::Incomplete,
        Field::Functions,
    ];

    /// The heading in lists of methods.
    pub fn title(self) -> &'static str {
        match self {
            Field::RatesAndShares => "Rates and shares",
            Field::Comparison => "Standardisation and comparison",
            Field::Decomposition => "Decomposition",
            Field::AgesAndYears => "Ages and years",
            Field::ManyGroups => "Many groups",
            Field::Incomplete => "Incomplete tables",
            Field::Functions => "Special functions",
        }
    }
}

/// An output of a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Output {
    /// Its name.
    pub name: &'static str,
    /// Its shape.
    pub shape: Shape,
}

/// The shape of an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One value.
    One,
    /// A list.
    List,
    /// A table.
    Table,
}

/// How the calculator shows a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Key of the words for the result.
    pub result: &'static str,
    /// Key of the words for the interval's method.
    pub method: &'static str,
    /// The outputs that hold the value and its limits.
    pub outputs: [&'static str; 3],
    /// How the numbers are written.
    pub form: Form,
}

/// How the numbers of a result are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As they are.
    Plain,
    /// A part of 1 as per cent.
    Percent,
    /// A difference between parts of 1 in percentage points.
    Points,
    /// A rate per 1000 person-years.
    PerThousand,
    /// A difference between such rates.
    PerThousandApart,
}

/// The outputs of a method but for its status.
pub struct Answer {
    /// The values in the order of the outputs.
    pub values: Vec<Value>,
    /// What is said of them.
    pub status: Status,
}

impl Method {
    /// A method that can do nothing yet, as a base for others.
    pub const NONE: Method = Method {
        name: "",
        title: "",
        field: Field::Functions,
        inputs: &[],
        outputs: &[],
        run: None,
        computation: None,
        shown: None,
        on_data: None,
    };

    /// Computes it from typed-in numbers. The outputs come in file order.
    pub fn calculate(
        &self,
        inputs: &BTreeMap<String, Input>,
    ) -> Result<Vec<(String, Value)>, CalculateError> {
        let arguments = Arguments::read(self, inputs)?;
        let found = match self.run {
            Some(run) => run(&arguments),
            None => Err(Status::Invalid),
        };
        let (values, status) = match found {
            Ok(answer) => (answer.values, answer.status),
            Err(status) => (Vec::new(), status),
        };
        let mut values = values.into_iter();
        let named = self.outputs.iter().map(|output| {
            let value = match output.name {
                "status" => Value::Text(status.as_str().to_owned()),
                _ => values
                    .next()
                    .map_or(Value::Absent, Value::without_infinities),
            };
            (output.name.to_owned(), value)
        });
        Ok(named.collect())
    }

    /// The names of the inputs that cannot be left out.
    pub fn needed(&self) -> impl Iterator<Item = &'static str> {
        let needed = self.inputs.iter().filter(|input| input.kind.is_needed());
        needed.map(|input| input.name)
    }
}

/// A number.
pub const fn number(name: &'static str) -> InputSpec {
    InputSpec::new(name, InputKind::Number)
}

/// A number that may be left out.
pub const fn optional(name: &'static str) -> InputSpec {
    InputSpec::new(name, InputKind::Optional)
}

/// A list.
pub const fn list(name: &'static str) -> InputSpec {
    InputSpec::new(name, InputKind::List)
}

/// A list that may be left out.
pub const fn optional_list(name: &'static str) -> InputSpec {
    InputSpec::new(name, InputKind::OptionalList)
}

/// A table.
pub const fn table(name: &'static str) -> InputSpec {
    InputSpec::new(name, InputKind::Table)
}

/// One of some words.
pub const fn choice(name: &'static str, words: &'static [&'static str]) -> InputSpec {
    InputSpec::new(name, InputKind::Choice(words))
}

/// What rates are multiplied by.
pub const PER: InputSpec = InputSpec::new("per", InputKind::Default(1000.0));

/// The confidence level.
pub const CONF: InputSpec = InputSpec::new("conf", InputKind::Default(0.95));

/// The level of control limits.
pub const LEVEL: InputSpec = InputSpec::new("level", InputKind::Default(0.95));

/// One value that comes out.
pub const fn out(name: &'static str) -> Output {
    Output {
        name,
        shape: Shape::One,
    }
}

/// A list that comes out.
pub const fn list_out(name: &'static str) -> Output {
    Output {
        name,
        shape: Shape::List,
    }
}

/// A table that comes out.
pub const fn table_out(name: &'static str) -> Output {
    Output {
        name,
        shape: Shape::Table,
    }
}

/// The last output of almost every method.
pub const STATUS: Output = out("status");

/// An answer without reservations.
pub fn ok<const N: usize>(values: [Value; N]) -> Result<Answer, Status> {
    with(Status::Ok, values)
}

/// An answer with its status.
pub fn with<const N: usize>(status: Status, values: [Value; N]) -> Result<Answer, Status> {
    Ok(Answer {
        values: values.into(),
        status,
    })
}

/// Both limits of an interval that may be absent.
pub fn ends(interval: Option<Interval>) -> [Value; 2] {
    [
        interval.map(|i| i.lower).into(),
        interval.map(|i| i.upper).into(),
    ]
}

/// What rates are multiplied by for display.
pub fn per(a: &Arguments) -> Result<f64, Status> {
    let per = a.number("per")?;
    match per > 0.0 {
        true => Ok(per),
        false => Err(Status::Invalid),
    }
}

/// Some numbers that must be known.
pub fn numbers<const N: usize>(a: &Arguments, names: [&str; N]) -> Result<[f64; N], Status> {
    let mut found = [0.0; N];
    for (place, name) in names.into_iter().enumerate() {
        found[place] = a.number(name)?;
    }
    Ok(found)
}

/// Two numbers that must be known.
pub fn pair(a: &Arguments, names: [&str; 2]) -> Result<Pair, Status> {
    let [first, second] = numbers(a, names)?;
    Ok((first, second))
}

/// Methods of the interval of a rate, by their names in a question.
pub const RATE_METHODS: [(&str, RateMethod); 3] = [
    ("garwood", RateMethod::Garwood),
    ("midp", RateMethod::MidP),
    ("byar", RateMethod::Byar),
];

/// Why a method could not even be called. Everything a method says about its numbers is in the
/// output `status` instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CalculateError {
    /// No method has this name.
    UnknownMethod {
        /// The name asked for.
        found: String,
        /// All names there are.
        known: Vec<&'static str>,
    },
    /// The method has no such input.
    UnknownInput {
        /// The method.
        method: &'static str,
        /// The input given.
        found: String,
        /// Its inputs.
        known: Vec<&'static str>,
    },
    /// A needed input was not given. (Given but empty is missing data, which is a status.)
    AbsentInput {
        /// The method.
        method: &'static str,
        /// The input that lacks.
        input: &'static str,
        /// All inputs that must be given.
        needed: Vec<&'static str>,
    },
    /// An input could not be read.
    Unreadable {
        /// The method.
        method: &'static str,
        /// The input.
        input: &'static str,
        /// What was given.
        found: String,
        /// What can be read.
        expected: String,
    },
    /// Lists that must run in parallel do not.
    UnequalLists {
        /// The method.
        method: &'static str,
        /// Each list with its length.
        lengths: Vec<(&'static str, usize)>,
    },
}

impl std::fmt::Display for CalculateError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::UnknownMethod { found, known } => {
                write!(f, "no method \"{found}\"; methods are {}", known.join(", "))
            }
            Self::UnknownInput {
                method,
                found,
                known,
            } => {
                write!(
                    f,
                    "{method}: no input \"{found}\"; inputs are {}",
                    known.join(", ")
                )
            }
            Self::AbsentInput {
                method,
                input,
                needed,
            } => {
                write!(
                    f,
                    "{method}: input \"{input}\" is not given; needs {}",
                    needed.join(", ")
                )
            }
            Self::Unreadable {
                method,
                input,
                found,
                expected,
            } => {
                write!(
                    f,
                    "{method}: input \"{input}\" is \"{found}\"; expected {expected}"
                )
            }
            Self::UnequalLists { method, lengths } => {
                let lists: Vec<String> = lengths
                    .iter()
                    .map(|(name, length)| format!("{name} has {length}"))
                    .collect();
                write!(
                    f,
                    "{method}: lists must be equally long, but {}",
                    lists.join(", ")
                )
            }
        }
    }
}

impl std::error::Error for CalculateError {}
