//! Counts, and what is formed of them without chance.

use crate::arithmetic::{
    Arithmetic, Derivation, Label, Literal, Named, Profile, Script, Unit, Values, Word, key, s, w,
};
use stats::Status;

/// A sum that is shown as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Count {
    /// The sum.
    pub value: f64,
}

impl Arithmetic for Count {
    fn profile(&self) -> Profile {
        Profile::of("count")
    }

    fn derivation(&self, _: Values) -> Derivation {
        Derivation::new(Unit::Count, w(Word::Events)).given(
            "",
            Label::none(),
            self.value,
            Label::EVENTS,
        )
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        Literal::singly([("x", self.value)])
    }

    fn script(&self) -> Script {
        Script {
            python: r#"show("value", x)
"#,
            r: r#"show("value", x)
"#,
        }
    }
}

/// What is left of a count without a part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Remainder {
    /// The whole.
    pub whole: f64,
    /// The part.
    pub part: f64,
}

impl Arithmetic for Remainder {
    fn profile(&self) -> Profile {
        Profile::of("remainder")
    }

    fn derivation(&self, _: Values) -> Derivation {
        Derivation::new(Unit::Count, w(Word::Exposure).minus(w(Word::Events)))
            .given("n", Label::none(), self.whole, Label::EXPOSURE)
            .given("k", Label::none(), self.part, Label::EVENTS)
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        Literal::two(["whole", "part"], (self.whole, self.part))
    }

    fn script(&self) -> Script {
        Script {
            python: r#"show("value", whole - part)
"#,
            r: r#"show("value", whole - part)
"#,
        }
    }
}

/// How many times one count is another.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotient {
    /// The count.
    pub first: f64,
    /// What it is set against.
    pub second: f64,
}

impl Arithmetic for Quotient {
    fn profile(&self) -> Profile {
        Profile::of("quotient")
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        match self.second == 0.0 {
            true => Err(Status::ZeroDenominator),
            false => Ok(vec![("value", self.first / self.second)]),
        }
    }

    fn derivation(&self, _: Values) -> Derivation {
        let formula = key("ratio").equals(s("x₁").over(s("x₂")));
        Derivation::new(Unit::Times, formula)
            .given("x₁", Label::Side(0), self.first, Label::EVENTS)
            .given("x₂", Label::Side(1), self.second, Label::EVENTS)
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        Literal::two(["first", "second"], (self.first, self.second))
    }

    fn script(&self) -> Script {
        Script {
            python: r#"show("value", first / second)
"#,
            r: r#"show("value", first / second)
"#,
        }
    }
}

/// The sum of counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Sum {
    /// The counts.
    pub terms: Vec<f64>,
}

impl Arithmetic for Sum {
    fn profile(&self) -> Profile {
        Profile::of("count")
    }

    fn derivation(&self, _: Values) -> Derivation {
        let mut told = Derivation::new(Unit::Count, s("xᵢ").total());
        for (place, term) in self.terms.iter().enumerate() {
            told = told.given("x", Label::Group(place), *term, Label::EVENTS);
        }
        told
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        vec![("counts", Literal::List(self.terms.clone()))]
    }

    fn script(&self) -> Script {
        Script {
            python: r#"show("value", math.fsum(counts))
"#,
            r: r#"show("value", sum(counts))
"#,
        }
    }
}

/// One number times another.
#[derive(Clone, Debug, PartialEq)]
pub struct Product {
    /// The one.
    pub first: f64,
    /// The other.
    pub second: f64,
}

impl Arithmetic for Product {
    fn profile(&self) -> Profile {
        Profile::of("product")
    }

    fn derivation(&self, _: Values) -> Derivation {
        Derivation::new(Unit::Times, s("n").times(s("q")))
            .given("n", Label::Side(0), self.first, Label::none())
            .given("q", Label::Side(1), self.second, Label::none())
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        Literal::two(["first", "second"], (self.first, self.second))
    }

    fn script(&self) -> Script {
        Script {
            python: r#"show("value", first * second)
"#,
            r: r#"show("value", first * second)
"#,
        }
    }
}
