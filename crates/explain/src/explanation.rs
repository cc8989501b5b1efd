//! A computation told step by step.

use text::{Lang, explain as words};

use methods::arithmetic::{Computation, Formula};

use super::in_words::digits;

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

/// Numbers that went in by rows: a stratum, a year or a group each.
#[derive(Clone, Debug, PartialEq)]
pub struct GivenTable {
    /// What the rows are; empty where they are only numbered.
    pub stub: String,
    /// Letter and meaning of each column.
    pub columns: Vec<(String, String)>,
    /// Name and numbers of each row.
    pub rows: Vec<(String, Vec<f64>)>,
}

impl GivenTable {
    /// The headings, that of the names included.
    pub fn head(&self) -> Vec<String> {
        let column = |(symbol, label): &(String, String)| match label.is_empty() {
            true => symbol.clone(),
            false => format!("{symbol}: {label}"),
        };
        let columns = self.columns.iter().map(column);
        [self.stub.clone()].into_iter().chain(columns).collect()
    }

    /// The rows as they are read.
    pub fn written(&self, lang: Lang) -> Vec<Vec<String>> {
        let line = |(name, numbers): &(String, Vec<f64>)| {
            let numbers = numbers.iter().map(|number| digits(*number, 15, lang));
            [name.clone()].into_iter().chain(numbers).collect()
        };
        self.rows.iter().map(line).collect()
    }

    /// Lines with tabs, for a spreadsheet: no spaces between thousands.
    fn to_text(&self, lang: Lang) -> Vec<String> {
        let number = |number: &f64| match lang {
            Lang::Nb | Lang::Nn => number.to_string().replace('.', ","),
            Lang::En => number.to_string(),
        };
        let line = |(name, numbers): &(String, Vec<f64>)| {
            let numbers: Vec<String> = numbers.iter().map(number).collect();
            format!("{}\t{}", comment(name), numbers.join("\t"))
        };
        let head = self.head().join("\t");
        [head]
            .into_iter()
            .chain(self.rows.iter().map(line))
            .collect()
    }
}

/// The interval of a number.
#[derive(Clone, Debug, PartialEq)]
pub struct IntervalExplanation {
    /// What kind of limits these are.
    pub heading: String,
    /// Name of the method.
    pub method: String,
    /// What the method does, for everybody; empty where the number's own method says it.
    pub plain: String,
    /// What the method is, for a statistician; empty where the number's own method says it.
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
    /// The formula with the numbers put in, and the unrounded limits.
    pub substitution: Formula,
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
    /// The numbers that went in singly.
    pub inputs: Vec<Given>,
    /// The numbers that went in by rows.
    pub table: Option<GivenTable>,
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
    /// The unrounded result as it is written; empty without a result.
    pub unrounded: String,
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
        add(words::formula(lang), vec![self.formula.to_text()]);
        let inputs = self.inputs.iter().map(Given::to_text);
        let table = self.table.iter().flat_map(|table| table.to_text(lang));
        add(
            words::inputs(lang),
            inputs
                .chain(self.summed.iter().cloned())
                .chain(table)
                .collect(),
        );
        add(words::substitution(lang), vec![self.substitution.to_text()]);
        add(words::result(lang), vec![self.result.clone()]);
        add(words::rounding(lang), vec![self.rounding.clone()]);
        if let Some(interval) = &self.interval {
            let mut lines = vec![
                format!("{}: {}", interval.method, interval.limits),
                interval.formula.to_text(),
                format!("{}:", words::limits_put_in(lang)),
                interval.substitution.to_text(),
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

    /// The same, beside the number as it stands where it was opened.
    pub fn beside(mut self, printed: &str) -> Explanation {
        let bare = |text: &str| {
            let is_unit = |sign: char| sign == '%' || sign.is_whitespace();
            text.trim_matches(is_unit).to_owned()
        };
        if !self.unrounded.is_empty() && !printed.is_empty() && bare(printed) != bare(&self.result)
        {
            self.rounding = words::rounded_twice(self.lang, &self.unrounded, printed, &self.result);
        }
        self
    }

    /// A self-contained script for R that gives the same digits; none without a number.
    pub fn to_r(&self) -> Option<String> {
        let code = self.computation.to_r()?;
        Some(format!("# {}\n{code}", comment(&self.title)))
    }

    /// A self-contained script for Python that gives the same digits; none without a number.
    pub fn to_python(&self) -> Option<String> {
        let code = self.computation.to_python()?;
        Some(format!("# {}\n{code}", comment(&self.title)))
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
