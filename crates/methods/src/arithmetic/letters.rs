//! Numbers in the place of the letters of a formula.

use super::Pair;
use super::derivation::COMPUTED;
use super::formula::{Formula, two};

/// What a letter stands for.
struct Letter {
    name: String,
    shown: Formula,
    /// Whether all digits are shown.
    exact: bool,
    /// Whether it is set and not computed, as the lower limit of no events.
    fixed: bool,
}

/// A number rounded to so many significant digits. Rounding through text is exact.
pub fn rounded(value: f64, significant: usize) -> f64 {
    let places = significant.saturating_sub(1);
    format!("{value:.places$e}").parse().unwrap_or(0.0)
}

/// Whether the digits that code prints are all there are.
fn is_exact(value: f64) -> bool {
    rounded(value, COMPUTED) == rounded(value, 15)
}

/// The letters of a formula with their numbers.
#[derive(Default)]
pub struct Letters {
    known: Vec<Letter>,
}

impl Letters {
    fn add(&mut self, letter: Letter) {
        self.known.retain(|known| known.name != letter.name);
        self.known.push(letter);
    }

    /// What a letter stands for.
    pub fn set(&mut self, name: &str, value: f64) {
        let letter = Letter {
            name: name.to_owned(),
            shown: Formula::computed(value),
            exact: is_exact(value),
            fixed: false,
        };
        self.add(letter);
    }

    /// The same for one whose formula does not hold at its end.
    pub fn fix(&mut self, name: &str, value: f64) {
        self.set(name, value);
        if let Some(letter) = self.known.last_mut() {
            letter.fixed = true;
        }
    }

    /// A letter as it is to be written.
    pub fn shown(&mut self, name: &str, shown: Formula) {
        self.add(Letter {
            name: name.to_owned(),
            shown,
            exact: true,
            fixed: false,
        });
    }

    /// Two limits that one formula gives.
    pub fn ends(&mut self, name: &str, lower: f64, upper: f64) {
        let letter = Letter {
            name: name.to_owned(),
            shown: Formula::Ends(lower, upper),
            exact: is_exact(lower) && is_exact(upper),
            fixed: false,
        };
        self.add(letter);
    }

    /// Events and exposure.
    pub fn rate(&mut self, index: &str, (x, t): Pair) {
        self.set(&format!("x{index}"), x);
        self.set(&format!("y{index}"), x + 1.0);
        self.set(&format!("T{index}"), t);
        for sign in [">", "=", "<"] {
            self.shown(&format!("X {sign} x{index}"), Formula::Counted(sign, x));
        }
    }

    /// k and n, and the share.
    pub fn share(&mut self, index: &str, (k, n): Pair) {
        self.set(&format!("k{index}"), k);
        self.set(&format!("n{index}"), n);
        self.shown(&format!("n{index}²"), Formula::computed(n).to_the(two()));
        self.set(&format!("p{index}"), k / n);
    }

    /// A sum with suppressed cells: the letters of the sum and of their number.
    pub fn suppressed(&mut self, names: [&str; 2], of: Pair, each: Pair) {
        let letters = [
            (names[0], of.0),
            (names[1], of.1),
            ("a", each.0),
            ("b", each.1),
        ];
        for (name, value) in letters {
            self.set(name, value);
        }
    }

    fn find(&self, name: &str) -> Option<&Letter> {
        self.known.iter().find(|letter| letter.name == name)
    }

    /// What some letters come to.
    pub(super) fn results(&self, names: &[&str]) -> Vec<Formula> {
        let found = names.iter().filter_map(|name| self.find(name));
        found
            .map(|letter| letter.ends(Formula::symbol(&letter.name)))
            .collect()
    }

    /// Every line with its numbers and what it comes to. A line about sums over all rows has only
    /// its result, and one that is known already is left out.
    pub(super) fn lines(&self, lines: &[Formula]) -> Vec<Formula> {
        let known = |part: &Formula| match part {
            Formula::Symbol(name) => self.find(name).map(|letter| letter.shown.clone()),
            _ => None,
        };
        let line = |line: &Formula| {
            let named = match line {
                Formula::Equal(sides) => match sides.as_slice() {
                    [Formula::Symbol(name), rest] => Some((name, rest)),
                    _ => None,
                },
                _ => None,
            };
            let Some((name, rest)) = named else {
                return Some(line.replaced(&known)).filter(|put| put != line);
            };
            // An upper limit without bound has no number.
            let letter = self.find(name)?;
            let left = Formula::symbol(name);
            if letter.fixed {
                Some(left.equals(letter.shown.clone()))
            } else if matches!(rest, Formula::Value(..)) {
                None
            } else if is_sum(rest) {
                Some(letter.ends(left))
            } else {
                Some(letter.ends(left.equals(rest.replaced(&known))))
            }
        };
        lines.iter().filter_map(line).collect()
    }
}

impl Letter {
    /// A side that comes to this letter's number.
    fn ends(&self, side: Formula) -> Formula {
        if self.exact {
            side.equals(self.shown.clone())
        } else {
            Formula::Approximately(Box::new(side), Box::new(self.shown.clone()))
        }
    }
}

/// Whether something is computed from rows that have no letters of their own.
fn is_sum(formula: &Formula) -> bool {
    formula.to_text().contains('Σ')
        || matches!(formula, Formula::Function(name, _) if name == "max")
}
