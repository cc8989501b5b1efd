//! Code in R and Python that gives the digits of a computation again.
//!
//! A script stands on its own: inputs under the names of the formula, then the method, then one
//! line of output a number, `name = digits`. R uses base R. Python uses its standard library only;
//! quantiles that it lacks are written out in the script.

mod python;
mod r;

use super::computation::{Computation, columns, three_columns};

/// An input as it is written in code.
enum Literal {
    Number(f64),
    List(Vec<f64>),
}

impl Computation {
    /// A self-contained script for R.
    pub fn to_r(&self) -> String {
        let list = |numbers: &[String]| format!("c({})", numbers.join(", "));
        let mut text = assignments(self, " <- ", list);
        text.push_str(
            "show <- function(name, value) cat(sprintf(\"%s = %.12g\\n\", name, value))\n\n",
        );
        text.push_str(r::body(self));
        text
    }

    /// A self-contained script for Python 3.8 or later, without packages.
    pub fn to_python(&self) -> String {
        let list = |numbers: &[String]| format!("[{}]", numbers.join(", "));
        let body = python::body(self);
        let mut text = "import math\n".to_owned();
        if body.contains("NormalDist") {
            text.push_str("from statistics import NormalDist\n");
        }
        text.push('\n');
        text.push_str(&assignments(self, " = ", list));
        text.push_str("\ndef show(name, value):\n    print(f\"{name} = {value:.12g}\")\n\n");
        for part in python::parts(body) {
            text.push_str(part);
            text.push('\n');
        }
        text.push_str(body);
        text
    }
}

/// The inputs, one a line.
fn assignments(
    computation: &Computation,
    sign: &str,
    list: impl Fn(&[String]) -> String,
) -> String {
    let mut text = String::new();
    for (name, value) in inputs(computation) {
        let value = match value {
            Literal::Number(number) => number.to_string(),
            Literal::List(numbers) => {
                let numbers: Vec<String> = numbers.iter().map(f64::to_string).collect();
                list(&numbers)
            }
        };
        text.push_str(&format!("{name}{sign}{value}\n"));
    }
    text
}

/// One minus the level in decimals: 0.05, not the 0.050000000000000044 of binary subtraction.
fn alpha(level: f64) -> f64 {
    const DECIMALS: f64 = 1e15;
    libm::round((1.0 - level) * DECIMALS) / DECIMALS
}

fn inputs(computation: &Computation) -> Vec<(&'static str, Literal)> {
    let number = |name, value: f64| (name, Literal::Number(value));
    let two = |names: [&'static str; 2], pair: (f64, f64)| {
        [number(names[0], pair.0), number(names[1], pair.1)]
    };
    let mut all: Vec<(&'static str, Literal)> = Vec::new();
    match computation {
        Computation::Count { value } => all.push(number("x", *value)),
        Computation::Printed { value, range } => {
            all.push(number("printed", *value));
            all.extend(two(["lowest", "highest"], *range));
        }
        Computation::Rate { of, .. } => all.extend(two(["x", "t"], *of)),
        Computation::Share { of, .. } => all.extend(two(["k", "n"], *of)),
        Computation::JointShare { counts, place, .. } => {
            all.push(("counts", Literal::List(counts.clone())));
            all.push(number("k", counts.get(*place).copied().unwrap_or(0.0)));
        }
        Computation::RateRatio { first, second, .. }
        | Computation::RateDifference { first, second, .. } => {
            all.extend(two(["x1", "t1"], *first));
            all.extend(two(["x2", "t2"], *second));
        }
        Computation::ShareDifference { first, second, .. } => {
            all.extend(two(["k1", "n1"], *first));
            all.extend(two(["k2", "n2"], *second));
        }
        Computation::Heterogeneity { groups, shares } => {
            let (x, t) = columns(groups);
            let names = if *shares { ["k", "n"] } else { ["x", "t"] };
            all.push((names[0], Literal::List(x)));
            all.push((names[1], Literal::List(t)));
        }
        Computation::Direct { strata, .. } => {
            let (x, t, w) = three_columns(strata);
            let lists = [("x", x), ("t", t), ("weight", w)];
            all.extend(lists.map(|(name, list)| (name, Literal::List(list))));
        }
        Computation::Indirect {
            observed, strata, ..
        } => {
            let (t, x, s) = three_columns(strata);
            all.push(number("observed", *observed));
            let lists = [("t", t), ("ref_x", x), ("ref_t", s)];
            all.extend(lists.map(|(name, list)| (name, Literal::List(list))));
        }
        Computation::Kitagawa { first, second } => all.extend(populations(first, second)),
        Computation::Cross {
            columns,
            first,
            second,
        } => {
            all.extend(populations(first, second));
            all.push(number("columns", *columns as f64));
        }
        Computation::Cumulative { bands, .. } => {
            let (x, t, n) = three_columns(bands);
            let lists = [("x", x), ("t", t), ("width", n)];
            all.extend(lists.map(|(name, list)| (name, Literal::List(list))));
        }
        Computation::Trend { years, .. } => {
            let (year, x, t) = three_columns(years);
            let lists = [("year", year), ("x", x), ("t", t)];
            all.extend(lists.map(|(name, list)| (name, Literal::List(list))));
        }
        Computation::Bounds {
            target,
            known,
            unknown,
            assumption,
            ..
        } => {
            all.push(number("k", *target));
            all.push(number("known", *known));
            all.push(number("unknown", *unknown));
            all.push(number("q", *assumption));
        }
        Computation::SuppressedRate {
            known,
            cells,
            each,
            exposure,
            ..
        } => {
            all.push(number("known", *known));
            all.push(number("cells", *cells));
            all.extend(two(["least", "most"], *each));
            all.push(number("t", *exposure));
        }
        Computation::Funnel {
            of, target, shares, ..
        } => {
            let names = if *shares { ["k", "n"] } else { ["x", "t"] };
            all.extend(two(names, *of));
            let names = if *shares {
                ["all_k", "all_n"]
            } else {
                ["all_x", "all_t"]
            };
            all.extend(two(names, *target));
        }
    }
    if let Some(level) = computation.level() {
        all.push(number("alpha", alpha(level)));
    }
    all
}

fn populations(first: &[(f64, f64)], second: &[(f64, f64)]) -> [(&'static str, Literal); 4] {
    let ((x1, t1), (x2, t2)) = (columns(first), columns(second));
    [("x1", x1), ("t1", t1), ("x2", x2), ("t2", t2)].map(|(name, list)| (name, Literal::List(list)))
}
