//! The numbers that went into a result, by their letters, and the formula that they go into.

use super::formula::{Formula, Word};
use super::{Pair, Unit, Weighted};

/// More terms than this are shortened in a substitution.
const MOST_TERMS: usize = 4;

/// Digits with which a number that went in is written.
const GIVEN: usize = 15;

/// Digits with which a number that was computed is written, as many as code prints.
pub(super) const COMPUTED: usize = 12;

/// What a number is called.
#[derive(Clone, Debug, PartialEq)]
pub enum Label {
    /// By these characters in every language.
    Same(String),
    /// By this number.
    Number(f64),
    /// By fixed words or by words of the context.
    Words(Word),
    /// The group, stratum or case at this place.
    Group(usize),
    /// The first or the second of two groups.
    Side(usize),
    /// The label, and which of two populations it belongs to.
    OfPopulation(Box<Label>, usize),
}

impl Label {
    /// No name.
    pub const fn none() -> Label {
        Label::Same(String::new())
    }

    /// Fixed words.
    pub const fn key(key: &'static str) -> Label {
        Label::Words(Word::Key(key))
    }

    /// What is counted.
    pub const EVENTS: Label = Label::Words(Word::Events);

    /// What it is set against.
    pub const EXPOSURE: Label = Label::Words(Word::Exposure);
}

/// How a number that went in is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Written {
    /// With its digits.
    Digits,
    /// With as many digits as tell it from another number.
    Apart(f64),
    /// With the sign between it and another number.
    Against(f64),
    /// With its lower and upper limit, and on which side of them it lies.
    Within(f64, f64),
}

/// One number that went in.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// Its letter in the formula; empty where the formula uses words.
    pub symbol: Label,
    /// What it is.
    pub label: Label,
    /// The number.
    pub value: f64,
    /// Its unit.
    pub unit: Label,
    /// How it is written.
    pub written: Written,
    /// Whether it is written as per cent, where it is not written with its digits.
    pub percent: bool,
}

/// A column of numbers that went in by rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its letter.
    pub symbol: String,
    /// What it is.
    pub label: Label,
    /// Whether its numbers were computed, and so have fewer digits.
    pub computed: bool,
}

impl Column {
    /// A column of numbers that went in.
    pub fn new(symbol: &str, label: Label) -> Column {
        Column {
            symbol: symbol.to_owned(),
            label,
            computed: false,
        }
    }

    /// Letters for events and exposure.
    pub fn events_and_exposure([events, exposure]: [&str; 2]) -> [Column; 2] {
        [
            Column::new(events, Label::EVENTS),
            Column::new(exposure, Label::EXPOSURE),
        ]
    }
}

/// The numbers of one stratum, year or group.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name.
    pub label: Label,
    /// Its numbers.
    pub numbers: Vec<f64>,
    /// Whether it counts: a stratum without weight, or without anybody, does not.
    pub used: bool,
}

/// Numbers that went in by rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
}

impl Table {
    /// Two numbers a group.
    pub fn of_pairs(columns: [Column; 2], groups: &[Pair]) -> Table {
        let numbers = groups.iter().map(|group| vec![group.0, group.1]);
        Table::of_groups(columns.to_vec(), numbers, |_| true)
    }

    /// Three numbers a stratum, and which strata count.
    pub fn of_strata(
        columns: [Column; 3],
        strata: &[Weighted],
        used: impl Fn(&[f64]) -> bool,
    ) -> Table {
        let numbers = strata.iter().map(|row| vec![row.0, row.1, row.2]);
        Table::of_groups(columns.to_vec(), numbers, used)
    }

    /// Two numbers a year; a row begins with its year.
    pub fn of_years(columns: [Column; 2], years: &[Weighted]) -> Table {
        let row = |(year, one, two): &Weighted| Row {
            label: Label::Same(year.to_string()),
            numbers: vec![*one, *two],
            used: true,
        };
        Table {
            columns: columns.to_vec(),
            rows: years.iter().map(row).collect(),
        }
    }

    /// Events and exposure of both populations, stratum by stratum.
    pub fn of_populations(first: &[Pair], second: &[Pair]) -> Table {
        let mut columns = Vec::new();
        for (side, symbols) in [["x₁", "T₁"], ["x₂", "T₂"]].into_iter().enumerate() {
            for column in Column::events_and_exposure(symbols) {
                let label = Label::OfPopulation(Box::new(column.label), side);
                columns.push(Column { label, ..column });
            }
        }
        let strata = first.iter().zip(second);
        let numbers = strata.map(|(one, two)| vec![one.0, one.1, two.0, two.1]);
        Table::of_groups(columns, numbers, |_| true)
    }

    fn of_groups(
        columns: Vec<Column>,
        numbers: impl Iterator<Item = Vec<f64>>,
        used: impl Fn(&[f64]) -> bool,
    ) -> Table {
        let row = |(place, numbers): (usize, Vec<f64>)| Row {
            label: Label::Group(place),
            used: used(&numbers),
            numbers,
        };
        Table {
            columns,
            rows: numbers.enumerate().map(row).collect(),
        }
    }
}

/// What is told of a method.
#[derive(Clone, Debug, PartialEq)]
pub struct Derivation {
    /// Numbers that went in singly.
    pub inputs: Vec<Input>,
    /// Numbers that went in by rows.
    pub table: Option<Table>,
    /// The formula. Of several lines, the first and those that begin with words are results; others
    /// that begin with a letter say what the letter stands for.
    pub formula: Formula,
    /// How the result is shown.
    pub unit: Unit,
    /// Letters that are neither typed in nor said by a line, with the digits they are written with.
    letters: Vec<(&'static str, f64, usize)>,
    /// The formula with its numbers, where it is not simply that.
    substitution: Option<Formula>,
}

impl Derivation {
    /// A formula without its numbers.
    pub fn new(unit: Unit, formula: Formula) -> Derivation {
        Derivation {
            inputs: Vec::new(),
            table: None,
            formula,
            unit,
            letters: Vec::new(),
            substitution: None,
        }
    }

    /// With a number that went in.
    pub fn given(mut self, symbol: &str, label: Label, value: f64, unit: Label) -> Derivation {
        self.inputs.push(Input {
            symbol: Label::Same(symbol.to_owned()),
            label,
            value,
            unit,
            written: Written::Digits,
            percent: false,
        });
        self
    }

    /// With a number that went in and is not written with its digits.
    pub fn written(mut self, input: Input) -> Derivation {
        self.inputs.push(input);
        self
    }

    /// With events and exposure of one group.
    pub fn pair(self, [events, exposure]: [&str; 2], label: Label, of: Pair) -> Derivation {
        self.given(events, label.clone(), of.0, Label::EVENTS)
            .given(exposure, label, of.1, Label::EXPOSURE)
    }

    /// With events and exposure of both groups; the letters get an index.
    pub fn sides(self, letters: [&str; 2], first: Pair, second: Pair) -> Derivation {
        let with = |index: &str| letters.map(|letter| format!("{letter}{index}"));
        let (one, two) = (with("₁"), with("₂"));
        self.pair([&one[0], &one[1]], Label::Side(0), first).pair(
            [&two[0], &two[1]],
            Label::Side(1),
            second,
        )
    }

    /// With numbers by rows.
    pub fn rows(mut self, table: Table) -> Derivation {
        self.table = Some(table);
        self
    }

    /// With a letter for a number that follows from those that went in.
    pub fn letter(mut self, symbol: &'static str, value: f64) -> Derivation {
        self.letters.push((symbol, value, GIVEN));
        self
    }

    /// With a letter for a number that was computed elsewhere.
    pub fn computed(mut self, symbol: &'static str, value: f64) -> Derivation {
        self.letters.push((symbol, value, COMPUTED));
        self
    }

    /// With a substitution of its own.
    pub fn substituted(mut self, substitution: Formula) -> Derivation {
        self.substitution = Some(substitution);
        self
    }

    /// The formula with its numbers put in.
    pub fn substitution(&self) -> Formula {
        if let Some(own) = &self.substitution {
            return own.clone();
        }
        let mut results = self.results().map(|side| self.substitute(side, None));
        match (results.next(), results.next()) {
            (Some(only), None) => only,
            (first, second) => Formula::Lines(first.into_iter().chain(second).collect()),
        }
    }

    /// What the formula comes to with its numbers; none for one that holds more than arithmetic.
    /// Of a range it is the lower end.
    pub fn evaluate(&self) -> Option<f64> {
        let value = self.value(self.results().next()?, None, "")?;
        value.is_finite().then_some(value)
    }

    /// What stands right of the last equals sign of each result.
    fn results(&self) -> impl Iterator<Item = &Formula> {
        let lines = match &self.formula {
            Formula::Lines(lines) => lines.as_slice(),
            formula => std::slice::from_ref(formula),
        };
        lines
            .iter()
            .enumerate()
            .filter_map(|(place, line)| match line {
                Formula::Equal(sides) => {
                    let is_result = place == 0 || matches!(sides.first(), Some(Formula::Word(_)));
                    sides.last().filter(|_| is_result)
                }
                line => Some(line),
            })
    }

    /// What a line says that a letter, or words, stand for.
    fn definition(&self, of: &Formula) -> Option<&Formula> {
        let Formula::Lines(lines) = &self.formula else {
            return None;
        };
        lines.iter().find_map(|line| match line {
            Formula::Equal(sides) => match sides.as_slice() {
                [known, means] if known == of => Some(means),
                _ => None,
            },
            _ => None,
        })
    }

    /// A number that went in under a letter, and its digits: singly, or in the row.
    fn number(&self, name: &str, row: Option<usize>) -> Option<(f64, usize)> {
        let is_named = |input: &&Input| matches!(&input.symbol, Label::Same(own) if own == name);
        if let Some((_, value, digits)) = self.letters.iter().find(|(known, ..)| *known == name) {
            return Some((*value, *digits));
        }
        let place = |table: &Table| {
            let mut columns = table.columns.iter();
            columns.position(|column| column.symbol == name)
        };
        match (&self.table, row) {
            (Some(table), Some(row)) => {
                if let Some(place) = place(table) {
                    let value = *table.rows.get(row)?.numbers.get(place)?;
                    let computed = table.columns[place].computed;
                    return Some((value, if computed { COMPUTED } else { GIVEN }));
                }
            }
            // Numbers that went in singly under one letter are rows, too.
            (None, Some(row)) => {
                if let Some(input) = self.inputs.get(row).filter(is_named) {
                    return Some((input.value, GIVEN));
                }
            }
            _ => {}
        }
        let input = self.inputs.iter().find(is_named)?;
        Some((input.value, GIVEN))
    }

    /// The number that words stand for: the first that is counted in them.
    fn worded(&self, word: &Word) -> Option<f64> {
        let mut inputs = self.inputs.iter();
        let unit = Label::Words(word.clone());
        inputs
            .find(|input| input.unit == unit)
            .map(|input| input.value)
    }

    /// The rows that a sum runs over.
    fn used(&self) -> Vec<usize> {
        match &self.table {
            Some(table) => (0..table.rows.len())
                .filter(|row| table.rows[*row].used)
                .collect(),
            None => (0..self.inputs.len()).collect(),
        }
    }

    fn substitute(&self, formula: &Formula, row: Option<usize>) -> Formula {
        formula.replaced(&|part| match part {
            Formula::Symbol(name) => {
                let bare = name.trim_end_matches('ᵢ');
                match self.number(bare, row) {
                    Some((value, digits)) => Some(Formula::Value(value, digits)),
                    None => self.definition(part).map(|of| self.substitute(of, row)),
                }
            }
            Formula::Word(word) => Some(Formula::Value(self.worded(word)?, GIVEN)),
            Formula::Total(of) => {
                let rows = self.used().into_iter();
                Some(shortened(
                    rows.map(|row| self.substitute(of, Some(row))).collect(),
                ))
            }
            _ => None,
        })
    }

    /// The value of a formula; `index` belongs to the letters of a line that holds for both groups.
    fn value(&self, formula: &Formula, row: Option<usize>, index: &str) -> Option<f64> {
        formula.evaluate(&|part| match part {
            Formula::Word(word) => match self.worded(word) {
                Some(value) => Some(value),
                None => self.value(self.definition(part)?, row, index),
            },
            Formula::Symbol(name) => self.letter_value(name, row, index),
            Formula::Total(of) => {
                let mut sum = 0.0;
                for row in self.used() {
                    sum += self.value(of, Some(row), index)?;
                }
                Some(sum)
            }
            _ => None,
        })
    }

    fn letter_value(&self, name: &str, row: Option<usize>, index: &str) -> Option<f64> {
        let bare = name.trim_end_matches('ᵢ');
        let indexed = format!("{bare}{index}");
        if let Some((value, _)) = self
            .number(&indexed, row)
            .or_else(|| self.number(bare, row))
        {
            return Some(value);
        }
        if let Some(of) = self.definition(&Formula::symbol(name)) {
            return self.value(of, row, index);
        }
        // A line for "r" says what r₁ and r₂ are.
        ["₁", "₂"].into_iter().find_map(|index| {
            let of = self.definition(&Formula::symbol(bare.strip_suffix(index)?))?;
            self.value(of, row, index)
        })
    }
}

/// A long sum with its middle left out.
pub(super) fn shortened(terms: Vec<Formula>) -> Formula {
    if terms.len() <= MOST_TERMS {
        return Formula::Sum(terms);
    }
    let last = terms.last().cloned();
    let mut shown: Vec<Formula> = terms.into_iter().take(MOST_TERMS - 2).collect();
    shown.push(Formula::text("…"));
    shown.extend(last);
    Formula::Sum(shown)
}

impl Formula {
    /// A number that went in.
    pub fn given(value: f64) -> Formula {
        Formula::Value(value, GIVEN)
    }

    /// A number that was computed, with as many digits as code prints.
    pub fn computed(value: f64) -> Formula {
        Formula::Value(value, COMPUTED)
    }

    /// A long sum with its middle left out.
    pub fn shortened(terms: Vec<Formula>) -> Formula {
        shortened(terms)
    }
}
