//! Every method in a file of its own: what goes in, what comes out, its formula, its interval, its
//! code, and how it is applied to a data set.
//!
//! May live here: one file a method, or a few that share their formulas. Each holds the inputs of
//! a number as a type that implements [`Arithmetic`](super::arithmetic::Arithmetic), and a
//! [`Method`] under the name by which scripts reach it. May not: formulas that compute (they are in
//! [`methods`](stats) and [`analysis`](measures::analysis)), and words, which have the
//! method's name as their key.
//!
//! From here come [`calculate()`], [`analyse`], the arithmetic of a number, its R and Python, the
//! calculator's lines and the list of methods in the type declarations. A new method is a file, its
//! line in [`METHODS`], its words and its golden values.
//!
//! ```
//! use methods::catalog::{Input, METHODS, Value};
//!
//! let inputs = [("k", "30"), ("n", "40")];
//! let inputs = inputs.map(|(name, text)| (name.to_owned(), Input::from(text)));
//! let found = METHODS.calculate("share_wilson", &inputs.into()).unwrap();
//! assert_eq!(found[0], ("share".to_owned(), Value::Number(0.75)));
//! ```

mod arguments;
mod cases;
mod cohorts;
mod cumulative;
mod das_gupta;
mod das_gupta_cross;
mod declarations;
mod dsr;
mod funnel;
mod heterogeneity;
mod kitagawa;
mod lexis;
mod method;
mod plain;
mod rate;
mod rate_diff;
mod rate_ratio;
mod return_cohorts;
mod rounding;
mod share;
mod share_diff_newcombe;
mod share_goodman;
mod small_numbers;
mod smr;
mod special;
mod suppressed;
mod trend;
mod unknown_bounds;
mod value;

use std::collections::BTreeMap;

use data::Dataset;

use super::arithmetic::Computation;
use measures::analysis::by_name::{AnalysisRequest, Lines, Missing};

pub use arguments::{Arguments, Input, InputKind, InputSpec};
pub use cases::{Highest, Outside, Tally, is_outside};
pub use cumulative::{Cumulative, Moves};
pub use das_gupta_cross::Cross;
pub use dsr::Direct;
pub use funnel::Funnel;
pub use heterogeneity::Heterogeneity;
pub use kitagawa::Kitagawa;
pub use method::{
    Answer, CONF, CalculateError, Field, Form, Method, OnData, Output, PER, STATUS, Shape, Shown,
    choice, ends, list, list_out, number, numbers, ok, optional, optional_list, out, pair, per,
    table, table_out, with,
};
pub use plain::{Count, Product, Quotient, Remainder, Sum};
pub use rate::Rate;
pub use rate_diff::RateDifference;
pub use rate_ratio::RateRatio;
pub use rounding::Printed;
pub use share::Share;
pub use share_diff_newcombe::ShareDifference;
pub use share_goodman::JointShare;
pub use smr::Indirect;
pub use suppressed::{SuppressedCount, SuppressedRate, SuppressedShare, Whole};
pub use trend::{Dispersion, Trend};
pub use unknown_bounds::Bounds;
pub use value::Value;

/// Every method, field by field.
pub static METHODS: Catalog = Catalog(&[
    &rate::POINT,
    &rate::GARWOOD,
    &rate::MID_P,
    &rate::BYAR,
    &share::WILSON,
    &share::CLOPPER_PEARSON,
    &share_goodman::METHOD,
    &return_cohorts::METHOD,
    &dsr::METHOD,
    &smr::METHOD,
    &rate_ratio::METHOD,
    &rate_diff::METHOD,
    &share_diff_newcombe::METHOD,
    &heterogeneity::METHOD,
    &kitagawa::METHOD,
    &das_gupta::METHOD,
    &das_gupta_cross::METHOD,
    &cumulative::METHOD,
    &cohorts::METHOD,
    &lexis::METHOD,
    &trend::METHOD,
    &funnel::RATE,
    &funnel::SHARE,
    &unknown_bounds::METHOD,
    &suppressed::RATE,
    &suppressed::SHARE,
    &rounding::METHOD,
    &small_numbers::METHOD,
    &special::METHOD,
]);

/// Some methods, and what can be done with them by name.
#[derive(Clone, Copy)]
pub struct Catalog<'a>(pub &'a [&'a Method]);

impl<'a> Catalog<'a> {
    /// The method of a name.
    pub fn find(&self, name: &str) -> Option<&'a Method> {
        self.0.iter().find(|method| method.name == name).copied()
    }

    /// The methods that compute from typed-in numbers.
    pub fn calculable(&self) -> Vec<&'a Method> {
        let all = self.0.iter().copied();
        all.filter(|method| method.run.is_some()).collect()
    }

    /// The names of the methods that can be applied to a data set.
    pub fn analyses(&self) -> Vec<&'static str> {
        let all = self.0.iter().filter(|method| method.on_data.is_some());
        all.map(|method| method.name).collect()
    }

    /// Computes a method from its inputs. Inputs with a default (`per`, `conf`, `level`, `window`)
    /// and optional ones may be left out. The outputs come in file order.
    pub fn calculate(
        &self,
        method: &str,
        inputs: &BTreeMap<String, Input>,
    ) -> Result<Vec<(String, Value)>, CalculateError> {
        let found = self.find(method).filter(|method| method.run.is_some());
        let method = found.ok_or_else(|| CalculateError::UnknownMethod {
            found: method.to_owned(),
            known: self.calculable().iter().map(|known| known.name).collect(),
        })?;
        method.calculate(inputs)
    }

    /// The arithmetic of a method with its inputs; none for a method that has none, and without a
    /// number that is needed.
    pub fn computation(
        &self,
        method: &str,
        inputs: &BTreeMap<String, Input>,
    ) -> Option<Computation> {
        let method = self.find(method)?;
        let arguments = Arguments::read(method, inputs).ok()?;
        (method.computation?)(&arguments).ok()
    }

    /// Applies the method that is asked for to a data set.
    pub fn analyse(&self, dataset: &Dataset, asked: &AnalysisRequest) -> Result<Lines, Missing> {
        let method = self.find(&asked.name);
        match method.and_then(|method| method.on_data.as_ref()) {
            Some(on_data) => (on_data.run)(dataset, asked),
            None => Err(Missing::Unfit(
                "measure",
                asked.name.clone(),
                self.analyses().join(", "),
            )),
        }
    }
}

/// The methods that compute from typed-in numbers.
pub fn methods() -> Vec<&'static Method> {
    METHODS.calculable()
}

/// Computes a method from its inputs, by name.
pub fn calculate(
    method: &str,
    inputs: &BTreeMap<String, Input>,
) -> Result<Vec<(String, Value)>, CalculateError> {
    METHODS.calculate(method, inputs)
}

/// Applies the method that is asked for to a data set.
pub fn analyse(dataset: &Dataset, asked: &AnalysisRequest) -> Result<Lines, Missing> {
    METHODS.analyse(dataset, asked)
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
