//! A computation told step by step.

use crate::text::{Lang, explain as words};

use super::computation::Computation;
use super::formula::Formula;

/// One number that went in.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// Its letter in the formula; empty where the formula uses words.
    pub symbol: String,
    /// What it is.
    pub label: String,
    /// The number.
    pub value: f64,
    /// The number as it is written.
    pub text: String,
    /// Its unit.
    pub unit: String,
}

/// The interval of a number.
#[derive(Clone, Debug, PartialEq)]
pub struct IntervalExplanation {
    /// What kind of limits these are.
    pub heading: String,
    /// Name of the method.
    pub method: String,
    /// What the method does, for everybody.
    pub plain: String,
    /// What the method is, for a statistician.
    pub exact: String,
    /// Confidence level.
    pub level: f64,
    /// Lower limit.
    pub lower: f64,
    /// Upper limit; absent when it is without bound.
    pub upper: Option<f64>,
    /// The limits as they are written.
    pub between: String,
    /// The same with the confidence level.
    pub limits: String,
    /// How they come about.
    pub formula: Formula,
    /// What the letters of the formula stand for.
    pub letters: Vec<String>,
    /// What they mean.
    pub sentence: String,
}

/// A computation told step by step, in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// What the number is.
    pub title: String,
    /// Name of the method.
    pub method: String,
    /// What the method does, for everybody.
    pub plain: String,
    /// What the method is, for a statistician.
    pub exact: String,
    /// The numbers that went in.
    pub inputs: Vec<Given>,
    /// Which rows of which table they were summed from; empty for typed-in numbers.
    pub summed: Vec<String>,
    /// The formula.
    pub formula: Formula,
    /// The formula with the numbers put in.
    pub substitution: Formula,
    /// The unrounded result; absent when it cannot be computed.
    pub value: Option<f64>,
    /// The result as it is shown, or why there is none.
    pub result: String,
    /// What rounding did to it; empty without a result.
    pub rounding: String,
    /// The interval.
    pub interval: Option<IntervalExplanation>,
    /// What must be kept in mind.
    pub caveats: Vec<String>,
    /// Where numbers and method come from.
    pub sources: Vec<String>,
    /// The computation, for code.
    pub computation: Computation,
    /// The language of all words.
    pub lang: Lang,
}

impl Explanation {
    /// The whole as text that can be copied, one step a paragraph.
    pub fn to_text(&self) -> String {
        let lang = self.lang;
        let mut parts: Vec<String> = vec![self.title.clone()];
        let mut add = |heading: &str, lines: Vec<String>| {
            if lines.iter().any(|line| !line.is_empty()) {
                parts.push(format!("{heading}\n{}", lines.join("\n")));
            }
        };
        add(
            words::method(lang),
            vec![format!("{}: {}", self.method, self.plain)],
        );
        let inputs = self.inputs.iter().map(Given::to_text);
        add(
            words::inputs(lang),
            inputs.chain(self.summed.iter().cloned()).collect(),
        );
        add(words::formula(lang), vec![self.formula.to_text()]);
        add(words::substitution(lang), vec![self.substitution.to_text()]);
        add(words::result(lang), vec![self.result.clone()]);
        add(words::rounding(lang), vec![self.rounding.clone()]);
        if let Some(interval) = &self.interval {
            let mut lines = vec![
                format!("{}: {}", interval.method, interval.limits),
                interval.formula.to_text(),
            ];
            lines.extend(interval.letters.iter().cloned());
            lines.push(interval.sentence.clone());
            add(&interval.heading, lines);
        }
        add(words::caveats(lang), self.caveats.clone());
        add(words::sources(lang), self.sources.clone());
        let mut text = parts.join("\n\n");
        text.push('\n');
        text
    }

    /// A self-contained script for R that gives the same digits.
    pub fn to_r(&self) -> String {
        format!("# {}\n{}", comment(&self.title), self.computation.to_r())
    }

    /// A self-contained script for Python that gives the same digits.
    pub fn to_python(&self) -> String {
        format!(
            "# {}\n{}",
            comment(&self.title),
            self.computation.to_python()
        )
    }
}

/// A title on one line: labels come from files, and a line break in one must not become code.
fn comment(title: &str) -> String {
    title.replace(char::is_control, " ")
}

impl Given {
    fn to_text(&self) -> String {
        let mut text = self.text.clone();
        if !self.symbol.is_empty() {
            text = format!("{} = {text}", self.symbol);
        }
        let about: Vec<&str> = [self.unit.as_str(), self.label.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        if about.is_empty() {
            text
        } else {
            format!("{text} ({})", about.join(", "))
        }
    }
}
