//! Every method by name: inputs as numbers or text, outputs as named values.
//!
//! Names of methods, inputs and outputs are those of the files in `tests/golden`, where each
//! method has one file with the same name. The table of methods is [`methods()`]; it also serves
//! as documentation for an interface.

mod arguments;
mod table;
mod value;

pub use arguments::{Input, InputKind, InputSpec};
pub use value::Value;

use super::status::Status;
use arguments::Arguments;
use std::collections::BTreeMap;

/// One method: its name, what goes in, what comes out.
pub struct Method {
    /// The name, such as `rate_ci_garwood`.
    pub name: &'static str,
    /// What it computes, in a few words.
    pub title: &'static str,
    /// Inputs in file order.
    pub inputs: &'static [InputSpec],
    /// Outputs in file order. `status`, where present, is a code of [`Status`].
    pub outputs: &'static [&'static str],
    run: fn(&Arguments) -> Result<Answer, Status>,
}

/// The outputs of a method but for its status.
struct Answer {
    values: Vec<Value>,
    status: Status,
}

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

/// All methods, in the order of the fields of use: rates, shares, standardisation, comparison,
/// decomposition, ages and years, many groups, incomplete tables.
pub fn methods() -> &'static [Method] {
    table::METHODS
}

/// Computes `method` from its inputs. Inputs with a default (`per`, `conf`, `level`, `window`) and
/// optional ones may be left out. The outputs come in file order.
pub fn calculate(
    method: &str,
    inputs: &BTreeMap<String, Input>,
) -> Result<Vec<(String, Value)>, CalculateError> {
    let found = methods().iter().find(|known| known.name == method);
    let method = found.ok_or_else(|| CalculateError::UnknownMethod {
        found: method.to_owned(),
        known: methods().iter().map(|known| known.name).collect(),
    })?;
    let arguments = Arguments::read(method, inputs)?;
    let (values, status) = match (method.run)(&arguments) {
        Ok(answer) => (answer.values, answer.status),
        Err(status) => (Vec::new(), status),
    };
    let mut values = values.into_iter();
    let named = method.outputs.iter().map(|name| {
        let value = if *name == "status" {
            Value::Text(status.as_str().to_owned())
        } else {
            values
                .next()
                .map_or(Value::Absent, Value::without_infinities)
        };
        ((*name).to_owned(), value)
    });
    Ok(named.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(method: &str, inputs: &[(&str, &str)]) -> Result<Vec<(String, Value)>, CalculateError> {
        let inputs = inputs
            .iter()
            .map(|(name, text)| ((*name).to_owned(), Input::from(*text)))
            .collect();
        calculate(method, &inputs)
    }

    #[test]
    fn an_error_names_what_was_found_and_what_exists() {
        type Case = (
            &'static str,
            &'static [(&'static str, &'static str)],
            &'static [&'static str],
        );
        let cases: [Case; 6] = [
            (
                "rate_ci",
                &[],
                &["\"rate_ci\"", "rate_ci_garwood", "return_cohorts"],
            ),
            ("share_wilson", &[("m", "3")], &["\"m\"", "k, n, conf"]),
            (
                "share_wilson",
                &[("k", "3")],
                &["\"n\" is not given", "k, n"],
            ),
            (
                "share_wilson",
                &[("k", "x"), ("n", "3")],
                &["\"k\" is \"x\"", "a number"],
            ),
            (
                "heterogeneity",
                &[("events", "1;2"), ("exposure", "3")],
                &["events has 2", "exposure has 1"],
            ),
            (
                "lexis",
                &[("kind", "round"), ("pop", "1;2"), ("events", "1")],
                &["\"round\"", "square or parallelogram"],
            ),
        ];
        for (method, inputs, parts) in cases {
            let message = call(method, inputs).unwrap_err().to_string();
            for part in parts {
                assert!(message.contains(part), "{message} lacks {part}");
            }
        }
    }

    #[test]
    fn missing_and_suppressed_inputs_give_their_status_and_no_number() {
        for (text, status) in [
            ("", "missing_input"),
            ("..", "missing_input"),
            (":", "suppressed_input"),
        ] {
            let outputs = call("rate_ci_garwood", &[("events", text), ("exposure", "10")]).unwrap();
            let want = [
                Value::Absent,
                Value::Absent,
                Value::Absent,
                Value::Text(status.to_owned()),
            ];
            assert!(outputs.iter().map(|(_, value)| value).eq(&want), "{text}");
        }
    }

    #[test]
    fn a_dash_is_zero_and_defaults_fill_per_and_conf() {
        let named = [
            ("events", "-"),
            ("exposure", "1000"),
            ("per", "1000"),
            ("conf", "0.95"),
        ];
        assert_eq!(
            call("rate_ci_garwood", &named[..2]),
            call("rate_ci_garwood", &named)
        );
    }

    #[test]
    fn method_names_are_unique() {
        let names: std::collections::BTreeSet<&str> =
            methods().iter().map(|method| method.name).collect();
        assert_eq!(names.len(), methods().len());
    }

    #[test]
    fn a_value_reads_in_the_form_of_data_files() {
        let cases = [
            (Value::Absent, ""),
            (Value::Unbounded, "inf"),
            (Value::Number(40.0), "40"),
            (Value::Number(2.5e-9), "2.5e-9"),
            (Value::List(vec![Some(0.25), None]), "0.25;"),
            (
                Value::Table(vec![vec![Some(1.0), Some(2.0)], vec![None, Some(3.0)]]),
                "1;2|;3",
            ),
        ];
        for (value, text) in cases {
            assert_eq!(value.to_string(), text);
        }
    }
}
