//! Code in R and Python that gives the digits of a computation again.
//!
//! A script stands on its own: inputs under the names of the formula, then the method, then one
//! line of output a number, `name = digits`. R uses base R. Python uses its standard library only;
//! quantiles that it lacks are written out in the script.
//!
//! Inputs, shared functions and the choice of the method are the same for both, and a [`Dialect`]
//! writes them. The method itself stands twice, side by side in a [`Twin`]: each language in the way
//! its readers would write it, R with its distributions and `glm`, Python with what has to be spelt
//! out there.

mod compared;
mod decomposed;
mod funnel;
mod incomplete;
mod plain;
mod rates;
mod shares;
mod spans;
mod standardised;

use crate::measures::analysis::comparison::{DifferenceMethod, RatioMethod};
use crate::measures::analysis::cumulative::ChanceMethod;
use crate::measures::analysis::standardised::DirectInterval;
use crate::measures::methods::interval::RateMethod;
use crate::measures::methods::share::ShareMethod;

use super::computation::{Computation, Whole, columns, three_columns};

/// A method in both languages.
struct Twin {
    python: &'static str,
    r: &'static str,
}

/// How a language writes what all scripts have in common.
struct Dialect {
    /// Lines at the top, each with the word that calls for it; an empty word always does.
    imports: &'static [(&'static str, &'static str)],
    /// Between a name and its value.
    assign: &'static str,
    /// Round the items of a list.
    list: [&'static str; 2],
    /// The function that prints a number.
    show: &'static str,
    /// Functions that scripts share, each with the words that call for it, in order.
    parts: &'static [(&'static [&'static str], &'static str)],
}

const R: Dialect = Dialect {
    imports: &[],
    assign: " <- ",
    list: ["c(", ")"],
    show: "show <- function(name, value) cat(sprintf(\"%s = %.12g\\n\", name, value))\n",
    parts: &[
        (&["wilson("], include_str!("parts/wilson.r")),
        (&["byar("], include_str!("parts/byar.r")),
    ],
};

const PYTHON: Dialect = Dialect {
    imports: &[
        ("", "import math\n"),
        ("NormalDist", "from statistics import NormalDist\n"),
    ],
    assign: " = ",
    list: ["[", "]"],
    show: "\ndef show(name, value):\n    print(f\"{name} = {value:.12g}\")\n",
    parts: &[
        (
            &["gamma_", "poisson(", "beta_", "binomial("],
            include_str!("parts/density.py"),
        ),
        (&["gamma_", "poisson("], include_str!("parts/gamma.py")),
        (&["beta_", "binomial("], include_str!("parts/beta.py")),
        (&["wilson("], include_str!("parts/wilson.py")),
        (&["byar("], include_str!("parts/byar.py")),
    ],
};

impl Dialect {
    /// The script of a computation whose method is `body`.
    fn script(&self, computation: &Computation, body: &str) -> String {
        let mut text = String::new();
        for (word, line) in self.imports {
            if body.contains(word) {
                text.push_str(line);
            }
        }
        if !text.is_empty() {
            text.push('\n');
        }
        for (name, value) in inputs(computation) {
            let value = match value {
                Literal::Number(number) => number.to_string(),
                Literal::List(numbers) => {
                    let numbers: Vec<String> = numbers.iter().map(f64::to_string).collect();
                    self.list.join(&numbers.join(", "))
                }
            };
            text.push_str(&[name, self.assign, &value, "\n"].concat());
        }
        text.push_str(self.show);
        text.push('\n');
        for (words, part) in self.parts {
            if words.iter().any(|word| body.contains(word)) {
                text.push_str(part);
                text.push('\n');
            }
        }
        text.push_str(body);
        text
    }
}

/// An input as it is written in code.
enum Literal {
    Number(f64),
    List(Vec<f64>),
}

impl Computation {
    /// A self-contained script for R; none where there is no number to compute.
    pub fn to_r(&self) -> Option<String> {
        self.values().ok()?;
        Some(R.script(self, twin(self).r))
    }

    /// A self-contained script for Python 3.8 or later, without packages; none where there is no
    /// number to compute.
    pub fn to_python(&self) -> Option<String> {
        self.values().ok()?;
        Some(PYTHON.script(self, twin(self).python))
    }
}

/// The method of a computation.
fn twin(computation: &Computation) -> Twin {
    match computation {
        Computation::Count { .. } => plain::COUNT,
        Computation::Remainder { .. } => plain::REMAINDER,
        Computation::Quotient { .. } => plain::QUOTIENT,
        Computation::Sum { .. } => plain::SUM,
        Computation::Product { .. } => plain::PRODUCT,
        Computation::Tally { .. } => plain::TALLY,
        Computation::Outside { .. } => plain::OUTSIDE,
        Computation::Highest { .. } => plain::HIGHEST,
        Computation::Moves { .. } => spans::MOVES,
        Computation::Dispersion { .. } => spans::DISPERSION,
        Computation::Printed { .. } => plain::PRINTED,
        Computation::Rate { method, .. } => match method {
            RateMethod::Garwood => rates::RATE_GARWOOD,
            RateMethod::MidP => rates::RATE_MID_P,
            RateMethod::Byar => rates::RATE_BYAR,
            RateMethod::Score => rates::RATE_SCORE,
        },
        Computation::Share { method, .. } => match method {
            ShareMethod::Wilson => shares::WILSON,
            ShareMethod::ClopperPearson => shares::CLOPPER_PEARSON,
        },
        Computation::JointShare { .. } => shares::GOODMAN,
        Computation::RateRatio { method, .. } => match method {
            RatioMethod::Exact => compared::RATIO_EXACT,
            RatioMethod::MidP => compared::RATIO_MID_P,
            RatioMethod::Wald => compared::RATIO_WALD,
        },
        Computation::RateDifference { method, .. } => match method {
            DifferenceMethod::Score => compared::DIFFERENCE_SCORE,
            DifferenceMethod::Garwood => compared::DIFFERENCE_GARWOOD,
        },
        Computation::ShareDifference { .. } => compared::NEWCOMBE,
        Computation::Heterogeneity { shares: false, .. } => compared::HETEROGENEITY,
        Computation::Heterogeneity { shares: true, .. } => compared::HETEROGENEITY_SHARES,
        Computation::Direct { interval, .. } => match interval {
            DirectInterval::FayFeuer => standardised::FAY_FEUER,
            DirectInterval::DobsonByar => standardised::DOBSON_BYAR,
        },
        Computation::Indirect { .. } => standardised::INDIRECT,
        Computation::Kitagawa { .. } => decomposed::KITAGAWA,
        Computation::Cross { .. } => decomposed::CROSS,
        Computation::Cumulative { method, .. } => match method {
            ChanceMethod::LogDelta => spans::CUMULATIVE,
            ChanceMethod::Gamma => spans::CUMULATIVE_GAMMA,
        },
        Computation::Trend { .. } => spans::TREND,
        Computation::Bounds { .. } => incomplete::BOUNDS,
        Computation::SuppressedCount { .. } => incomplete::SUPPRESSED_COUNT,
        Computation::SuppressedRate { .. } => incomplete::SUPPRESSED_RATE,
        Computation::SuppressedShare { of, .. } => match of {
            Whole::Known(_) => incomplete::SUPPRESSED_PART,
            Whole::WithRest { .. } => incomplete::SUPPRESSED_SHARE,
        },
        Computation::Funnel { shares: false, .. } => funnel::FUNNEL_RATE,
        Computation::Funnel { shares: true, .. } => funnel::FUNNEL_SHARE,
    }
}

/// One minus the level in decimals: 0.05, not the 0.050000000000000044 of binary subtraction.
pub(super) fn alpha(level: f64) -> f64 {
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
        Computation::Remainder { whole, part } => {
            all.extend(two(["whole", "part"], (*whole, *part)));
        }
        Computation::Quotient { first, second } | Computation::Product { first, second } => {
            all.extend(two(["first", "second"], (*first, *second)));
        }
        Computation::Sum { terms } => all.push(("counts", Literal::List(terms.clone()))),
        Computation::Tally { pairs, .. } => all.extend(lists_of(["first", "second"], pairs)),
        Computation::Highest { places, .. } => all.extend(lists_of(["place", "number"], places)),
        Computation::Outside { cases, .. } => {
            all.extend(three_lists(["number", "lower", "upper"], cases));
        }
        Computation::Moves { bands } => all.extend(three_lists(["x", "t", "width"], bands)),
        Computation::Dispersion { years } => {
            all.extend(three_lists(["year", "x", "fitted"], years));
        }
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
            let names = if *shares { ["k", "n"] } else { ["x", "t"] };
            all.extend(lists_of(names, groups));
        }
        Computation::Direct { strata, .. } => {
            all.extend(three_lists(["x", "t", "weight"], strata));
        }
        Computation::Indirect {
            observed, strata, ..
        } => {
            all.push(number("observed", *observed));
            all.extend(three_lists(["t", "ref_x", "ref_t"], strata));
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
            all.extend(three_lists(["x", "t", "width"], bands));
        }
        Computation::Trend { years, .. } => {
            all.extend(three_lists(["year", "x", "t"], years));
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
        Computation::SuppressedCount { known, cells, each } => {
            all.extend(two(["known", "cells"], (*known, *cells)));
            all.extend(two(["least", "most"], *each));
        }
        Computation::SuppressedRate {
            known,
            cells,
            each,
            exposure,
            ..
        } => {
            all.extend(two(["known", "cells"], (*known, *cells)));
            all.extend(two(["least", "most"], *each));
            all.push(number("t", *exposure));
        }
        Computation::SuppressedShare {
            known,
            cells,
            each,
            of,
            ..
        } => {
            all.extend(two(["known", "cells"], (*known, *cells)));
            all.extend(two(["least", "most"], *each));
            match of {
                Whole::Known(n) => all.push(number("n", *n)),
                Whole::WithRest { known, cells } => {
                    all.extend(two(["rest_known", "rest_cells"], (*known, *cells)));
                }
            }
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

fn lists_of(names: [&'static str; 2], rows: &[(f64, f64)]) -> [(&'static str, Literal); 2] {
    let (first, second) = columns(rows);
    [
        (names[0], Literal::List(first)),
        (names[1], Literal::List(second)),
    ]
}

fn three_lists(names: [&'static str; 3], rows: &[(f64, f64, f64)]) -> [(&'static str, Literal); 3] {
    let (first, second, third) = three_columns(rows);
    let list = |place: usize, values| (names[place], Literal::List(values));
    [list(0, first), list(1, second), list(2, third)]
}

fn populations(first: &[(f64, f64)], second: &[(f64, f64)]) -> [(&'static str, Literal); 4] {
    let ((x1, t1), (x2, t2)) = (columns(first), columns(second));
    [("x1", x1), ("t1", t1), ("x2", x2), ("t2", t2)].map(|(name, list)| (name, Literal::List(list)))
}
