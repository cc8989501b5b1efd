//! Formulas as small trees: evaluated, written as text, and typeset.

use stats::special::{beta, gamma, normal};

/// Words in a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// Fixed words, by their key.
    Key(&'static str),
    /// What is counted.
    Events,
    /// What it is set against.
    Exposure,
    /// The effect of being composed differently: by the dimension at this place, and whether there
    /// are two of them.
    Composition(usize, bool),
}

/// A formula.
#[derive(Clone, Debug, PartialEq)]
pub enum Formula {
    /// A number, not yet written in a language: with so many digits.
    Value(f64, usize),
    /// Two limits, not yet written in a language.
    Ends(f64, f64),
    /// A count set against a number, not yet written in a language: `X > 3`.
    Counted(&'static str, f64),
    /// Words, not yet in a language.
    Word(Word),
    /// A letter, with its index where it has one: `x₁`.
    Symbol(String),
    /// A number, written in the reader's language.
    Number(String),
    /// Words.
    Text(String),
    /// Terms with plus between them.
    Sum(Vec<Formula>),
    /// First less second.
    Difference(Box<Formula>, Box<Formula>),
    /// A minus sign in front.
    Negative(Box<Formula>),
    /// Factors with a times sign between them.
    Product(Vec<Formula>),
    /// Numerator over denominator.
    Fraction(Box<Formula>, Box<Formula>),
    /// Base and exponent.
    Power(Box<Formula>, Box<Formula>),
    /// A square root.
    Root(Box<Formula>),
    /// A named function of some arguments.
    Function(String, Vec<Formula>),
    /// A sum over all strata or groups.
    Total(Box<Formula>),
    /// First plus or minus second.
    PlusMinus(Box<Formula>, Box<Formula>),
    /// Sides with an equals sign between them.
    Equal(Vec<Formula>),
    /// The first side, and what it is after rounding.
    Approximately(Box<Formula>, Box<Formula>),
    /// Several formulas, one after the other.
    Lines(Vec<Formula>),
}

/// A letter.
pub fn s(name: &str) -> Formula {
    Formula::symbol(name)
}

/// Words of the context.
pub fn w(word: Word) -> Formula {
    Formula::Word(word)
}

/// Fixed words.
pub fn key(key: &'static str) -> Formula {
    Formula::Word(Word::Key(key))
}

/// The number 1.
pub fn one() -> Formula {
    Formula::Value(1.0, 1)
}

/// The number 2.
pub fn two() -> Formula {
    Formula::Value(2.0, 1)
}

/// How tightly the parts of a formula hang together.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Binding {
    Line,
    Relation,
    Sum,
    Product,
    Power,
    Atom,
}

impl Formula {
    /// A letter.
    pub fn symbol(name: impl Into<String>) -> Formula {
        Formula::Symbol(name.into())
    }

    /// Words.
    pub fn text(words: impl Into<String>) -> Formula {
        Formula::Text(words.into())
    }

    /// A number as it is written.
    pub fn number(digits: impl Into<String>) -> Formula {
        Formula::Number(digits.into())
    }

    /// Numerator over denominator.
    pub fn over(self, denominator: Formula) -> Formula {
        Formula::Fraction(Box::new(self), Box::new(denominator))
    }

    /// The formula less another.
    pub fn minus(self, other: Formula) -> Formula {
        Formula::Difference(Box::new(self), Box::new(other))
    }

    /// The formula plus another.
    pub fn plus(self, other: Formula) -> Formula {
        Formula::Sum(vec![self, other])
    }

    /// The formula with a minus sign in front.
    pub fn negative(self) -> Formula {
        Formula::Negative(Box::new(self))
    }

    /// The formula times another.
    pub fn times(self, other: Formula) -> Formula {
        Formula::Product(vec![self, other])
    }

    /// The formula to a power.
    pub fn to_the(self, exponent: Formula) -> Formula {
        Formula::Power(Box::new(self), Box::new(exponent))
    }

    /// The formula with what it equals.
    pub fn equals(self, other: Formula) -> Formula {
        match self {
            Formula::Equal(mut sides) => {
                sides.push(other);
                Formula::Equal(sides)
            }
            side => Formula::Equal(vec![side, other]),
        }
    }

    /// A function of one argument.
    pub fn function(name: impl Into<String>, argument: Formula) -> Formula {
        Formula::Function(name.into(), vec![argument])
    }

    /// A sum over all strata or groups.
    pub fn total(self) -> Formula {
        Formula::Total(Box::new(self))
    }

    /// The formula with some of its parts replaced, from the outside inwards.
    pub fn replaced(&self, known: &dyn Fn(&Formula) -> Option<Formula>) -> Formula {
        if let Some(found) = known(self) {
            return found;
        }
        let one = |of: &Formula| Box::new(of.replaced(known));
        let all = |parts: &[Formula]| parts.iter().map(|part| part.replaced(known)).collect();
        match self {
            Formula::Symbol(_)
            | Formula::Number(_)
            | Formula::Text(_)
            | Formula::Value(..)
            | Formula::Ends(..)
            | Formula::Counted(..)
            | Formula::Word(_) => self.clone(),
            Formula::Sum(parts) => Formula::Sum(all(parts)),
            Formula::Product(parts) => Formula::Product(all(parts)),
            Formula::Equal(parts) => Formula::Equal(all(parts)),
            Formula::Lines(parts) => Formula::Lines(all(parts)),
            Formula::Function(name, parts) => Formula::Function(name.clone(), all(parts)),
            Formula::Difference(a, b) => Formula::Difference(one(a), one(b)),
            Formula::Fraction(a, b) => Formula::Fraction(one(a), one(b)),
            Formula::Power(a, b) => Formula::Power(one(a), one(b)),
            Formula::PlusMinus(a, b) => Formula::PlusMinus(one(a), one(b)),
            Formula::Approximately(a, b) => Formula::Approximately(one(a), one(b)),
            Formula::Negative(of) => Formula::Negative(one(of)),
            Formula::Root(of) => Formula::Root(one(of)),
            Formula::Total(of) => Formula::Total(one(of)),
        }
    }

    /// What the formula comes to; `known` are the values of its letters, words and sums over rows.
    /// `None` for what has more than one value, or is more than arithmetic.
    pub fn evaluate(&self, known: &dyn Fn(&Formula) -> Option<f64>) -> Option<f64> {
        let of = |part: &Formula| part.evaluate(known);
        Some(match self {
            Formula::Value(value, _) => *value,
            Formula::Symbol(_) | Formula::Word(_) | Formula::Total(_) => return known(self),
            Formula::Sum(parts) => {
                let mut sum = 0.0;
                for part in parts {
                    sum += of(part)?;
                }
                sum
            }
            Formula::Product(parts) => {
                let mut product = 1.0;
                for part in parts {
                    product *= of(part)?;
                }
                product
            }
            Formula::Difference(first, second) => of(first)? - of(second)?,
            Formula::Negative(part) => -of(part)?,
            Formula::Fraction(above, below) => of(above)? / of(below)?,
            Formula::Power(base, exponent) => libm::pow(of(base)?, of(exponent)?),
            Formula::Root(part) => of(part)?.sqrt(),
            Formula::Function(name, arguments) => match (name.as_str(), arguments.as_slice()) {
                ("exp", [power]) => libm::exp(of(power)?),
                ("ln", [number]) => libm::log(of(number)?),
                ("min", [one, two]) => of(one)?.min(of(two)?),
                ("Φ⁻¹", [tail]) => normal::upper_quantile(1.0 - of(tail)?).ok()?,
                ("G⁻¹", [tail, shape]) => gamma::lower_quantile(of(shape)?, of(tail)?).ok()?,
                ("B⁻¹", [tail, one, two]) => {
                    beta::lower_quantile(of(one)?, of(two)?, of(tail)?).ok()?
                }
                _ => return None,
            },
            _ => return None,
        })
    }

    /// The formula on one line a formula, as text that can be copied.
    pub fn to_text(&self) -> String {
        self.within(Binding::Line)
    }

    /// The formula in MathML, which browsers typeset themselves: one `math` element a line.
    pub fn to_mathml(&self) -> String {
        match self {
            Formula::Lines(lines) => lines.iter().map(Formula::to_mathml).collect(),
            formula => format!("<math display=\"block\">{}</math>", formula.element()),
        }
    }

    /// One element, in brackets when it binds more loosely than its place asks for.
    fn element_within(&self, least: Binding) -> String {
        let element = self.element();
        if self.binding() < least {
            format!("<mrow><mo>(</mo>{element}<mo>)</mo></mrow>")
        } else {
            element
        }
    }

    fn element(&self) -> String {
        let joined = |parts: &[Formula], sign: &str, least: Binding| {
            let parts: Vec<String> = parts
                .iter()
                .map(|part| part.element_within(least))
                .collect();
            format!("<mrow>{}</mrow>", parts.join(&format!("<mo>{sign}</mo>")))
        };
        let pair = |first: &Formula, sign: &str, second: &Formula| {
            let first = first.element_within(Binding::Sum);
            let second = second.element_within(Binding::Product);
            format!("<mrow>{first}<mo>{sign}</mo>{second}</mrow>")
        };
        match self {
            Formula::Symbol(text) => format!("<mi>{}</mi>", escaped(text)),
            Formula::Number(text) => format!("<mn>{}</mn>", escaped(text)),
            Formula::Text(text) => format!("<mtext>{}</mtext>", escaped(text)),
            Formula::Value(..) | Formula::Ends(..) => format!("<mn>{}</mn>", self.bare()),
            Formula::Counted(..) => format!("<mi>{}</mi>", escaped(&self.bare())),
            Formula::Word(_) => format!("<mtext>{}</mtext>", escaped(&self.bare())),
            Formula::Sum(parts) => {
                let term =
                    |(place, part): (usize, &Formula)| part.element_within(term_binding(place));
                let parts: Vec<String> = parts.iter().enumerate().map(term).collect();
                format!("<mrow>{}</mrow>", parts.join("<mo>+</mo>"))
            }
            Formula::Difference(first, second) => pair(first, "\u{2212}", second),
            Formula::PlusMinus(first, second) => pair(first, "±", second),
            Formula::Negative(of) => {
                let of = of.element_within(Binding::Product);
                format!("<mrow><mo>\u{2212}</mo>{of}</mrow>")
            }
            // A fraction bar already holds its parts together.
            Formula::Fraction(above, below) => {
                format!("<mfrac>{}{}</mfrac>", above.element(), below.element())
            }
            Formula::Product(parts) => {
                let parts: Vec<String> = parts
                    .iter()
                    .map(|part| match part {
                        Formula::Fraction(..) => part.element(),
                        part => part.element_within(Binding::Power),
                    })
                    .collect();
                format!("<mrow>{}</mrow>", parts.join("<mo>·</mo>"))
            }
            Formula::Power(base, exponent) => {
                let base = base.element_within(Binding::Atom);
                format!("<msup>{base}{}</msup>", exponent.element())
            }
            Formula::Root(of) => format!("<msqrt>{}</msqrt>", of.element()),
            Formula::Function(name, arguments) => {
                let arguments = joined(arguments, ";", Binding::Line);
                let name = escaped(name);
                format!("<mrow><mi>{name}</mi><mo>(</mo>{arguments}<mo>)</mo></mrow>")
            }
            Formula::Total(of) => {
                let of = of.element_within(Binding::Product);
                format!("<mrow><mo>∑</mo>{of}</mrow>")
            }
            Formula::Equal(sides) => joined(sides, "=", Binding::Sum),
            Formula::Approximately(exact, rounded) => {
                let exact = exact.element_within(Binding::Relation);
                format!("<mrow>{exact}<mo>≈</mo>{}</mrow>", rounded.element())
            }
            Formula::Lines(lines) => joined(lines, ";", Binding::Line),
        }
    }

    fn binding(&self) -> Binding {
        match self {
            Formula::Lines(_) => Binding::Line,
            Formula::Equal(_) | Formula::Approximately(..) => Binding::Relation,
            Formula::Sum(_)
            | Formula::Difference(..)
            | Formula::PlusMinus(..)
            | Formula::Negative(_) => Binding::Sum,
            // A minus sign in front behaves like a difference.
            Formula::Number(digits) if digits.starts_with('\u{2212}') => Binding::Sum,
            Formula::Value(value, _) if *value < 0.0 => Binding::Sum,
            Formula::Product(_) | Formula::Fraction(..) | Formula::Total(_) => Binding::Product,
            Formula::Power(..) => Binding::Power,
            Formula::Symbol(_)
            | Formula::Number(_)
            | Formula::Text(_)
            | Formula::Value(..)
            | Formula::Ends(..)
            | Formula::Counted(..)
            | Formula::Word(_)
            | Formula::Root(_)
            | Formula::Function(..) => Binding::Atom,
        }
    }

    /// The text, in brackets when it binds more loosely than its place asks for.
    fn within(&self, least: Binding) -> String {
        let text = self.bare();
        if self.binding() < least {
            format!("({text})")
        } else {
            text
        }
    }

    fn bare(&self) -> String {
        let joined = |parts: &[Formula], sign: &str, least: Binding| {
            let parts: Vec<String> = parts.iter().map(|part| part.within(least)).collect();
            parts.join(sign)
        };
        match self {
            Formula::Symbol(text) | Formula::Number(text) | Formula::Text(text) => text.clone(),
            Formula::Value(value, _) => value.to_string(),
            Formula::Ends(lower, upper) => format!("{lower}; {upper}"),
            Formula::Counted(sign, count) => format!("X {sign} {count}"),
            Formula::Word(Word::Key(key)) => (*key).to_owned(),
            Formula::Word(word) => format!("{word:?}"),
            // A term that begins with a minus sign gets brackets, except the first.
            Formula::Sum(parts) => {
                let term = |(place, part): (usize, &Formula)| part.within(term_binding(place));
                let parts: Vec<String> = parts.iter().enumerate().map(term).collect();
                parts.join(" + ")
            }
            Formula::Difference(first, second) => {
                let (first, second) = (first.within(Binding::Sum), second.within(Binding::Product));
                format!("{first} \u{2212} {second}")
            }
            Formula::Negative(of) => format!("\u{2212}{}", of.within(Binding::Product)),
            Formula::PlusMinus(first, second) => {
                let (first, second) = (first.within(Binding::Sum), second.within(Binding::Product));
                format!("{first} ± {second}")
            }
            Formula::Product(parts) => joined(parts, " · ", Binding::Power),
            Formula::Fraction(above, below) => {
                let (above, below) = (above.within(Binding::Power), below.within(Binding::Power));
                format!("{above} / {below}")
            }
            Formula::Power(base, exponent) => {
                let (base, exponent) = (base.within(Binding::Atom), exponent.within(Binding::Atom));
                format!("{base}^{exponent}")
            }
            Formula::Root(of) => format!("√({})", of.bare()),
            Formula::Function(name, arguments) => {
                format!("{name}({})", joined(arguments, "; ", Binding::Line))
            }
            Formula::Total(of) => format!("Σ {}", of.within(Binding::Product)),
            Formula::Equal(sides) => joined(sides, " = ", Binding::Sum),
            Formula::Approximately(exact, rounded) => {
                let (exact, rounded) = (exact.within(Binding::Relation), rounded.bare());
                format!("{exact} ≈ {rounded}")
            }
            Formula::Lines(lines) => {
                let lines: Vec<String> = lines.iter().map(Formula::bare).collect();
                lines.join("\n")
            }
        }
    }
}

/// How tightly a term of a sum has to hang together.
fn term_binding(place: usize) -> Binding {
    if place == 0 {
        Binding::Sum
    } else {
        Binding::Product
    }
}

/// Labels come from files: they are text, never markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_stand_where_they_change_the_meaning() {
        let (a, b, c) = (
            || Formula::symbol("a"),
            || Formula::symbol("b"),
            || Formula::symbol("c"),
        );
        let cases = [
            (a().over(b()), "a / b"),
            (a().plus(b()).over(c()), "(a + b) / c"),
            (a().over(b()).over(c()), "(a / b) / c"),
            (a().minus(b().minus(c())), "a \u{2212} (b \u{2212} c)"),
            (a().minus(b()).minus(c()), "a \u{2212} b \u{2212} c"),
            (a().times(b().plus(c())), "a · (b + c)"),
            (a().plus(b()).to_the(c()), "(a + b)^c"),
            (a().plus(b()).negative(), "\u{2212}(a + b)"),
            (a().times(b()).negative(), "\u{2212}a · b"),
            (a().equals(b()).equals(c()), "a = b = c"),
            (a().over(b()).total(), "Σ a / b"),
            (Formula::Root(Box::new(a().plus(b()))), "√(a + b)"),
            (Formula::function("exp", a().plus(b())), "exp(a + b)"),
            (a().times(Formula::number("\u{2212}2")), "a · (\u{2212}2)"),
            (
                Formula::number("\u{2212}2").plus(Formula::number("\u{2212}3")),
                "\u{2212}2 + (\u{2212}3)",
            ),
        ];
        for (formula, text) in cases {
            assert_eq!(formula.to_text(), text);
        }
    }
    #[test]
    fn typeset_fractions_need_no_brackets_and_labels_stay_text() {
        let (a, b) = (|| Formula::symbol("a"), || Formula::symbol("b"));
        let cases = [
            (
                a().plus(b()).over(b()),
                "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>b</mi></mfrac>",
            ),
            (
                a().plus(b()).to_the(b()),
                "<msup><mrow><mo>(</mo><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mo>)</mo></mrow><mi>b</mi></msup>",
            ),
            (
                Formula::text("<img> & co"),
                "<mtext>&lt;img&gt; &amp; co</mtext>",
            ),
        ];
        for (formula, inner) in cases {
            let whole = format!("<math display=\"block\">{inner}</math>");
            assert_eq!(formula.to_mathml(), whole);
        }
    }
}
