//! Code in R and Python that gives the digits of a computation again.
//!
//! A script stands on its own: inputs under the names of the formula, then the method, then one
//! line of output a number, `name = digits`. R uses base R. Python uses its standard library only;
//! quantiles that it lacks are written out in the script.
//!
//! Inputs, shared functions and the choice of the method are the same for both, and a [`Dialect`]
//! writes them. The method itself stands twice, side by side in a [`Script`]: each language in the way
//! its readers would write it, R with its distributions and `glm`, Python with what has to be spelt
//! out there.

use super::{Arithmetic, Pair, Weighted};

/// A method in both languages.
#[derive(Clone, Copy)]
pub struct Script {
    /// In Python.
    pub python: &'static str,
    /// In R.
    pub r: &'static str,
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
    fn script(&self, computation: &dyn Arithmetic, body: &str) -> String {
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
pub enum Literal {
    /// A number.
    Number(f64),
    /// A list.
    List(Vec<f64>),
}

/// A self-contained script for R.
pub(super) fn to_r(computation: &dyn Arithmetic) -> Option<String> {
    computation.values().ok()?;
    Some(R.script(computation, computation.script().r))
}

/// A self-contained script for Python.
pub(super) fn to_python(computation: &dyn Arithmetic) -> Option<String> {
    computation.values().ok()?;
    Some(PYTHON.script(computation, computation.script().python))
}

/// One minus the level in decimals: 0.05, not the 0.050000000000000044 of binary subtraction.
pub fn alpha(level: f64) -> f64 {
    const DECIMALS: f64 = 1e15;
    libm::round((1.0 - level) * DECIMALS) / DECIMALS
}

fn inputs(computation: &dyn Arithmetic) -> Vec<(&'static str, Literal)> {
    let mut all = computation.literals();
    if let Some(level) = computation.level() {
        all.push(("alpha", Literal::Number(alpha(level))));
    }
    all
}

impl Literal {
    /// Two numbers under their names.
    pub fn two(names: [&'static str; 2], of: Pair) -> Vec<(&'static str, Literal)> {
        Literal::singly(names.into_iter().zip([of.0, of.1]))
    }

    /// Numbers under their names.
    pub fn singly(
        numbers: impl IntoIterator<Item = (&'static str, f64)>,
    ) -> Vec<(&'static str, Literal)> {
        let numbers = numbers.into_iter();
        numbers
            .map(|(name, value)| (name, Literal::Number(value)))
            .collect()
    }

    /// A list for each of two columns.
    pub fn lists(names: [&'static str; 2], rows: &[Pair]) -> Vec<(&'static str, Literal)> {
        let (first, second) = rows.iter().copied().unzip();
        vec![
            (names[0], Literal::List(first)),
            (names[1], Literal::List(second)),
        ]
    }

    /// A list for each of three columns.
    pub fn three_lists(
        names: [&'static str; 3],
        rows: &[Weighted],
    ) -> Vec<(&'static str, Literal)> {
        let column = |of: fn(&Weighted) -> f64| Literal::List(rows.iter().map(of).collect());
        let columns = [
            column(|row| row.0),
            column(|row| row.1),
            column(|row| row.2),
        ];
        names.into_iter().zip(columns).collect()
    }

    /// Events and exposure of both populations.
    pub fn populations(first: &[Pair], second: &[Pair]) -> Vec<(&'static str, Literal)> {
        let mut all = Literal::lists(["x1", "t1"], first);
        all.extend(Literal::lists(["x2", "t2"], second));
        all
    }
}
