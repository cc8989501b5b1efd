//! Numbers in the place of the letters of a formula.

use crate::text::Lang;

use super::computation::Pair;
use super::describe::digits;
use super::formula::Formula;

/// What a letter stands for.
struct Letter {
    name: String,
    shown: Formula,
    /// Whether all digits are shown.
    exact: bool,
    /// Whether it is set and not computed, as the lower limit of no events.
    fixed: bool,
}

/// The letters of a formula with their numbers.
pub(super) struct Letters {
    lang: Lang,
    known: Vec<Letter>,
}

impl Letters {
    pub(super) fn new(lang: Lang) -> Letters {
        Letters {
            lang,
            known: Vec::new(),
        }
    }

    /// A number with as many digits as code prints.
    pub(super) fn number(&self, value: f64) -> Formula {
        Formula::number(digits(value, 12, self.lang))
    }

    fn is_exact(&self, value: f64) -> bool {
        digits(value, 12, self.lang) == digits(value, 15, self.lang)
    }

    fn add(&mut self, letter: Letter) {
        self.known.retain(|known| known.name != letter.name);
        self.known.push(letter);
    }

    /// What a letter stands for.
    pub(super) fn set(&mut self, name: &str, value: f64) {
        let letter = Letter {
            name: name.to_owned(),
            shown: self.number(value),
            exact: self.is_exact(value),
            fixed: false,
        };
        self.add(letter);
    }

    /// The same for one whose formula does not hold at its end.
    pub(super) fn fix(&mut self, name: &str, value: f64) {
        self.set(name, value);
        if let Some(letter) = self.known.last_mut() {
            letter.fixed = true;
        }
    }

    /// A letter as it is to be written.
    pub(super) fn shown(&mut self, name: &str, shown: Formula) {
        self.add(Letter {
            name: name.to_owned(),
            shown,
            exact: true,
            fixed: false,
        });
    }

    /// Two limits that one formula gives.
    pub(super) fn ends(&mut self, name: &str, lower: f64, upper: f64) {
        let [low, high] = [lower, upper].map(|value| digits(value, 12, self.lang));
        let letter = Letter {
            name: name.to_owned(),
            shown: Formula::number(format!("{low}; {high}")),
            exact: self.is_exact(lower) && self.is_exact(upper),
            fixed: false,
        };
        self.add(letter);
    }

    /// Events and exposure.
    pub(super) fn rate(&mut self, index: &str, (x, t): Pair) {
        self.set(&format!("x{index}"), x);
        self.set(&format!("y{index}"), x + 1.0);
        self.set(&format!("T{index}"), t);
        let count = digits(x, 12, self.lang);
        for sign in [">", "=", "<"] {
            let counted = Formula::symbol(format!("X {sign} {count}"));
            self.shown(&format!("X {sign} x{index}"), counted);
        }
    }

    /// k and n, and the share.
    pub(super) fn share(&mut self, index: &str, (k, n): Pair) {
        self.set(&format!("k{index}"), k);
        self.set(&format!("n{index}"), n);
        self.shown(
            &format!("n{index}²"),
            self.number(n).to_the(Formula::number("2")),
        );
        self.set(&format!("p{index}"), k / n);
    }

    /// A sum with suppressed cells: the letters of the sum and of their number.
    pub(super) fn suppressed(&mut self, names: [&str; 2], of: Pair, each: Pair) {
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
        let known = |name: &str| self.find(name).map(|letter| letter.shown.clone());
        let line = |line: &Formula| {
            let named = match line {
                Formula::Equal(sides) => match sides.as_slice() {
                    [Formula::Symbol(name), rest] => Some((name, rest)),
                    _ => None,
                },
                _ => None,
            };
            let Some((name, rest)) = named else {
                return Some(line.with(&known)).filter(|put| put != line);
            };
            // An upper limit without bound has no number.
            let letter = self.find(name)?;
            let left = Formula::symbol(name);
            if letter.fixed {
                Some(left.equals(letter.shown.clone()))
            } else if matches!(rest, Formula::Number(_)) {
                None
            } else if is_sum(rest) {
                Some(letter.ends(left))
            } else {
                Some(letter.ends(left.equals(rest.with(&known))))
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
