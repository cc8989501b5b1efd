//! What is told of a method, put into the words and numbers of a language.

use methods::arithmetic::{
    Caveat, Column, Formula, Input, Label, Row, Table, Unit, Word, Written, rounded,
};
use text::{Lang, explain as words, methods as texts, number};

use super::describe::Context;
use super::explanation::{Given, GivenTable};

/// A number with at most `significant` digits and no zeros at the end.
pub(super) fn digits(value: f64, significant: usize, lang: Lang) -> String {
    let rounded = rounded(value.abs(), significant);
    // The shortest decimal of what is rounded has no stray digits.
    let plain = rounded.to_string();
    let (_, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = number::integer(libm::trunc(rounded), lang);
    if value < 0.0 && rounded > 0.0 {
        text.insert(0, number::MINUS);
    }
    if !fraction.is_empty() {
        text.push(match lang {
            Lang::Nb | Lang::Nn => ',',
            Lang::En => '.',
        });
        text.push_str(fraction);
    }
    text
}

/// How numbers of a unit are written.
pub(super) trait Shown {
    /// Decimals that suit a value; the limits use those of the value.
    fn decimals(self, value: f64) -> usize;

    /// One value.
    fn show(self, value: f64, decimals: usize, lang: Lang) -> String;

    /// Two values, with a unit of several words said once.
    fn show_range(self, lower: f64, upper: f64, decimals: usize, lang: Lang) -> String;
}

impl Shown for Unit {
    fn decimals(self, value: f64) -> usize {
        match self {
            Unit::Rate => number::decimals_for(value * 100.0, 3).clamp(1, 4),
            Unit::RatePoints => number::decimals_of_points(value * 100.0),
            Unit::Share | Unit::Chance | Unit::SharePoints => 1,
            Unit::Ratio => 2,
            Unit::Plain => number::decimals_for(value, 3).min(2),
            Unit::Change | Unit::Times => 1,
            Unit::Count => usize::from(libm::trunc(value) != value),
        }
    }

    fn show(self, value: f64, decimals: usize, lang: Lang) -> String {
        match self {
            Unit::Rate | Unit::Share | Unit::Chance => number::percent(value, decimals, lang),
            Unit::RatePoints | Unit::SharePoints => {
                words::points(lang, &number::decimal(value * 100.0, decimals, lang))
            }
            Unit::Change => words::per_year(lang, &number::percent(value / 100.0, decimals, lang)),
            // Of a test or a dispersion no more than three digits count.
            Unit::Plain if decimals == 0 => number::integer(rounded(value, 3), lang),
            Unit::Ratio | Unit::Times | Unit::Plain | Unit::Count => {
                number::decimal(value, decimals, lang)
            }
        }
    }

    fn show_range(self, lower: f64, upper: f64, decimals: usize, lang: Lang) -> String {
        let bare = |value: f64| number::decimal(value, decimals, lang);
        match self {
            Unit::RatePoints | Unit::SharePoints => {
                let (lower, upper) = (bare(lower * 100.0), bare(upper * 100.0));
                words::points(lang, &words::from_to(lang, &lower, Some(&upper)))
            }
            Unit::Change => {
                let upper = number::percent(upper / 100.0, decimals, lang);
                words::per_year(lang, &words::from_to(lang, &bare(lower), Some(&upper)))
            }
            _ => {
                let (lower, upper) = (
                    self.show(lower, decimals, lang),
                    self.show(upper, decimals, lang),
                );
                words::from_to(lang, &lower, Some(&upper))
            }
        }
    }
}

/// A language, and what a computation is about.
pub(super) struct Wording<'a> {
    pub(super) context: &'a Context,
    pub(super) lang: Lang,
}

impl Wording<'_> {
    pub(super) fn word(&self, word: &Word) -> String {
        match word {
            // A key without words shows itself, and a test finds it.
            Word::Key(key) => words::word(self.lang, key).unwrap_or(key).to_owned(),
            Word::Events => self.context.events.clone(),
            Word::Exposure => self.context.exposure.clone(),
            Word::Composition(place, two) => self.context.composition(*place, *two, self.lang),
        }
    }

    /// A formula in words and written numbers.
    pub(super) fn formula(&self, formula: &Formula) -> Formula {
        let digits = |value: f64, significant| digits(value, significant, self.lang);
        formula.replaced(&|part| {
            Some(match part {
                Formula::Value(value, significant) => Formula::number(digits(*value, *significant)),
                Formula::Ends(lower, upper) => {
                    Formula::number(format!("{}; {}", digits(*lower, 12), digits(*upper, 12)))
                }
                Formula::Counted(sign, count) => {
                    Formula::symbol(format!("X {sign} {}", digits(*count, 12)))
                }
                Formula::Word(word) => Formula::text(self.word(word)),
                _ => return None,
            })
        })
    }

    pub(super) fn label(&self, label: &Label) -> String {
        let lang = self.lang;
        let group = |place: usize| self.context.groups.get(place).cloned();
        match label {
            Label::Same(text) => text.clone(),
            Label::Number(value) => digits(*value, 15, lang),
            Label::Words(word) => self.word(word),
            Label::Group(place) => {
                group(*place).unwrap_or_else(|| words::numbered(lang, place + 1))
            }
            Label::Side(place) => group(*place).unwrap_or_else(|| {
                let unnamed = [words::first_group(lang), words::second_group(lang)];
                unnamed[usize::from(*place > 0)].to_owned()
            }),
            Label::OfPopulation(label, place) => match self.context.sides.get(*place) {
                Some(name) => format!("{}, {name}", self.label(label)),
                None => self.label(label),
            },
        }
    }

    pub(super) fn input(&self, input: &Input) -> Given {
        Given {
            symbol: self.label(&input.symbol),
            label: self.label(&input.label),
            value: input.value,
            text: self.written(input),
            unit: self.label(&input.unit),
        }
    }

    fn written(&self, input: &Input) -> String {
        let lang = self.lang;
        let apart = |one: f64, two: f64| apart([one, two], input.percent, lang);
        match input.written {
            Written::Digits => digits(input.value, 15, lang),
            Written::Apart(other) => {
                let [text, _] = apart(input.value, other);
                text
            }
            Written::Against(other) => {
                let [first, second] = apart(input.value, other);
                let sign = if input.value > other { ">" } else { "≤" };
                format!("{first} {sign} {second}")
            }
            Written::Within(lower, upper) => {
                let beside = if input.value < lower { lower } else { upper };
                let [number, _] = apart(input.value, beside);
                let ends = [lower, upper].map(|end| {
                    let [text, _] = apart(end, input.value);
                    text
                });
                let place = match input.value < lower || input.value > upper {
                    true => words::outside_of(lang),
                    false => words::within(lang),
                };
                let between = words::from_to(lang, &ends[0], Some(&ends[1]));
                [&number, place, &between].join(" ")
            }
        }
    }

    pub(super) fn table(&self, table: &Table) -> GivenTable {
        let column = |column: &Column| (column.symbol.clone(), self.label(&column.label));
        let row = |row: &Row| (self.label(&row.label), row.numbers.clone());
        GivenTable {
            stub: self.context.stub.clone(),
            columns: table.columns.iter().map(column).collect(),
            rows: table.rows.iter().map(row).collect(),
        }
    }

    pub(super) fn caveat(&self, caveat: &Caveat) -> String {
        match caveat {
            Caveat::Key(key) => self.caveat_of(key),
            Caveat::Dispersion(phi) => texts::dispersion(self.lang, *phi),
            Caveat::SuppressedEach(least, most) => texts::suppressed_each(self.lang, *least, *most),
        }
    }

    pub(super) fn caveat_of(&self, key: &str) -> String {
        let words = texts::word(self.lang, key).or_else(|| words::word(self.lang, key));
        words.unwrap_or(key).to_owned()
    }
}

/// Two numbers with as many digits as it takes to see that they differ.
fn apart([one, two]: [f64; 2], percent: bool, lang: Lang) -> [String; 2] {
    let mut decimals = match percent {
        true => number::decimals_for(one.abs().max(two.abs()) * 100.0, 3),
        false => usize::from(libm::trunc(one) != one || libm::trunc(two) != two),
    };
    let most = decimals + 7;
    loop {
        let shown = |value: f64| match percent {
            true => number::percent(value, decimals, lang),
            false => number::decimal(value, decimals, lang),
        };
        let texts = [shown(one), shown(two)];
        if texts[0] != texts[1] || one == two || decimals == most {
            return texts;
        }
        decimals += 1;
    }
}
