//! Cases looked at one by one: how many are so, and where a number is greatest.

use crate::arithmetic::{
    Arithmetic, Caveat, Derivation, Formula, Input, Label, Literal, Named, Pair, Profile, Reading,
    Script, Unit, Values, Weighted, Written, s,
};
use stats::Status;

/// Of how many pairs the first number is the greater one.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    /// The pairs.
    pub pairs: Vec<Pair>,
    /// Whether the numbers are read as per cent.
    pub percent: bool,
}

impl Arithmetic for Tally {
    fn profile(&self) -> Profile {
        Profile {
            reading: Reading::OutOf,
            ..Profile::of("tally")
        }
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        let holds = self.pairs.iter().filter(|(one, two)| one > two);
        Ok(counted(holds.count(), self.pairs.len()))
    }

    fn derivation(&self, _: Values) -> Derivation {
        let cases = self.pairs.iter();
        let cases = cases.map(|(one, two)| (*one, one > two, Written::Against(*two)));
        told_of_cases(cases, "[xᵢ > yᵢ]", self.percent)
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        Literal::lists(["first", "second"], &self.pairs)
    }

    fn script(&self) -> Script {
        Script {
            python: r#"show("value", sum(a > b for a, b in zip(first, second)))
show("of", len(first))
"#,
            r: r#"show("value", sum(first > second))
show("of", length(first))
"#,
        }
    }

    fn caveats(&self, _: Values) -> Vec<Caveat> {
        vec![Caveat::Key("chance_in_comparisons")]
    }
}

/// How many numbers lie outside their limits.
#[derive(Clone, Debug, PartialEq)]
pub struct Outside {
    /// Number, lower and upper limit.
    pub cases: Vec<Weighted>,
    /// Whether the numbers are read as per cent.
    pub percent: bool,
}

impl Arithmetic for Outside {
    fn profile(&self) -> Profile {
        Profile {
            reading: Reading::OutOf,
            ..Profile::of("tally")
        }
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        let outside = self.cases.iter().filter(|case| is_outside(case));
        Ok(counted(outside.count(), self.cases.len()))
    }

    fn derivation(&self, _: Values) -> Derivation {
        let cases = self.cases.iter().map(|case| {
            let (value, lower, upper) = *case;
            (value, is_outside(case), Written::Within(lower, upper))
        });
        told_of_cases(cases, "[xᵢ < Lᵢ ∨ xᵢ > Uᵢ]", self.percent)
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        Literal::three_lists(["number", "lower", "upper"], &self.cases)
    }

    fn script(&self) -> Script {
        Script {
            python: r#"show("value", sum(a < low or a > high for a, low, high in zip(number, lower, upper)))
show("of", len(number))
"#,
            r: r#"show("value", sum(number < lower | number > upper))
show("of", length(number))
"#,
        }
    }
}

/// Whether a number lies outside its limits.
pub fn is_outside((value, lower, upper): &Weighted) -> bool {
    value < lower || value > upper
}

fn counted(holding: usize, all: usize) -> Vec<Named> {
    vec![("value", holding as f64), ("of", all as f64)]
}

/// A count of the cases in which something holds; each case has its number, whether it counts, and
/// how that is written.
fn told_of_cases(
    cases: impl Iterator<Item = (f64, bool, Written)>,
    rule: &str,
    percent: bool,
) -> Derivation {
    let mut told = Derivation::new(Unit::Count, s(rule).total());
    let mut ones = Vec::new();
    for (place, (value, holds, written)) in cases.enumerate() {
        ones.push(Formula::given(f64::from(u8::from(holds))));
        told = told.written(Input {
            symbol: Label::none(),
            label: Label::Group(place),
            value,
            unit: Label::none(),
            written,
            percent,
        });
    }
    told.substituted(Formula::shortened(ones))
}

/// The place at which a number is greatest.
#[derive(Clone, Debug, PartialEq)]
pub struct Highest {
    /// Place and number.
    pub places: Vec<Pair>,
    /// Whether the numbers are read as per cent.
    pub percent: bool,
}

impl Arithmetic for Highest {
    fn profile(&self) -> Profile {
        Profile::of("highest")
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        let mut found = *self.places.first().ok_or(Status::NotInTable)?;
        for place in &self.places {
            if place.1 > found.1 {
                found = *place;
            }
        }
        Ok(vec![("value", found.0), ("highest", found.1)])
    }

    fn derivation(&self, values: Values) -> Derivation {
        let highest = values.or_zero("highest");
        let formula = Formula::function("arg max", s("yᵢ"));
        let mut told = Derivation::new(Unit::Count, formula);
        for (place, number) in &self.places {
            told = told.written(Input {
                symbol: Label::Number(*place),
                label: Label::none(),
                value: *number,
                unit: Label::none(),
                written: Written::Apart(highest),
                percent: self.percent,
            });
        }
        told.substituted(Formula::function("arg max", Formula::given(highest)))
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        Literal::lists(["place", "number"], &self.places)
    }

    fn script(&self) -> Script {
        Script {
            python: r#"show("value", place[number.index(max(number))])
show("highest", max(number))
"#,
            r: r#"show("value", place[which.max(number)])
show("highest", max(number))
"#,
        }
    }
}
