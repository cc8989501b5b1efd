//! Asking a data set, and keeping only numbers that may carry a finding.

use kernels::stable_sort as order;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use data::Dataset;
use explain::{Aggregate, Number, code_label};
use measures::answer::SMALL_EVENTS;
use measures::{Answer, Makeup, Measure, Note, Question, Row, answer, breaks};
use text::findings::{self as say, Count, Part, Pattern};
use text::{self, Lang, claims, marks, number};

pub(crate) use figures::catalog::DESCENDANTS;

/// Numbers that sentences name.
#[derive(Default)]
struct Asked {
    /// What was asked so far, each once.
    questions: Vec<Rc<Question>>,
    /// What was found, in this order.
    numbers: Vec<Found>,
}

/// A number that a sentence names.
enum Found {
    /// The value of a row, by which it is found again.
    Row(Rc<Question>, Row),
    /// What is formed from several.
    Formed(Number),
}

impl Asked {
    /// The row of a number that is one.
    fn row(&self, place: usize) -> Option<&Row> {
        match &self.numbers[place] {
            Found::Row(_, row) => Some(row),
            Found::Formed(_) => None,
        }
    }

    /// Remembers a number, and where.
    fn form(&mut self, number: Number) -> usize {
        self.numbers.push(Found::Formed(number));
        self.numbers.len() - 1
    }
}

/// A data set and the language it is told in.
pub(crate) struct Reader<'a> {
    pub dataset: &'a Dataset,
    pub lang: Lang,
    /// Whether the data set knows the report's two groups of descendants.
    pub descendants: bool,
    /// What was asked so far.
    asked: RefCell<Asked>,
    /// What was answered so far: a sentence, its figure and what is told beside it ask the same.
    answers: RefCell<Vec<(Question, Option<Rc<Answer>>)>>,
}

/// A value that may carry a finding, by the codes of the question.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Known {
    /// Codes in the order asked.
    pub key: Vec<String>,
    /// The value.
    pub value: f64,
    /// How many it is a share of, of rates and shares.
    pub people: Option<f64>,
}

/// Two numbers of a place that are compared: the first less the second says which is greater.
pub(crate) struct Difference {
    /// The code of the place.
    pub code: String,
    /// The first less the second.
    pub value: f64,
    /// The numbers.
    pub pair: Vec<Number>,
}

/// The values of a question.
pub(crate) struct Values<'a> {
    dataset: &'a Dataset,
    /// The question.
    question: Question,
    /// Its answer.
    answer: Rc<Answer>,
    /// Which codes its numbers are sums over. Looked at only where numbers are compared.
    makeup: OnceCell<Makeup>,
    /// How many codes the keys have in front that the question does not know.
    added: usize,
    /// Those that may carry a finding.
    pub known: Vec<Known>,
    /// Whether no row of the answer was left out.
    pub complete: bool,
}

impl Values<'_> {
    /// The value of a key.
    pub fn of(&self, key: &[&str]) -> Option<f64> {
        self.known(key).map(|known| known.value)
    }

    /// The value of a key, with the key.
    pub fn known(&self, key: &[&str]) -> Option<&Known> {
        let is_key = |known: &&Known| known.key.iter().map(String::as_str).eq(key.iter().copied());
        self.known.iter().find(is_key)
    }

    /// What the value of a key is.
    pub fn number(&self, key: &[&str]) -> Number {
        let key = key.iter().skip(self.added).map(|code| (*code).to_owned());
        Number::value(&self.question, &key.collect::<Vec<_>>())
    }

    /// Whether the values of some keys can be compared: sums over the same codes, without a break between them.
    pub fn are_alike(&self, keys: &[&[&str]]) -> bool {
        let makeup = self
            .makeup
            .get_or_init(|| Makeup::of(self.dataset, &self.question, &self.answer));
        let own = |key: &&[&str]| -> Vec<String> {
            let key = key.iter().skip(self.added);
            key.map(|code| (*code).to_owned()).collect()
        };
        let keys: Vec<Vec<String>> = keys.iter().map(own).collect();
        let keys = || keys.iter().map(Vec::as_slice);
        let table = self.dataset.table(&self.answer.table);
        let broken = table.and_then(|table| breaks::among(table, &self.question, keys()));
        broken.is_none() && makeup.differs(keys()).is_none()
    }

    /// The dimension of whose codes the values are sums, where these are not the same for all of them.
    pub fn differs_by(&self) -> Option<String> {
        let makeup = Makeup::of(self.dataset, &self.question, &self.answer);
        let keys = self.known.iter().map(|known| known.key.as_slice());
        makeup.differs(keys).map(str::to_owned)
    }

    /// Whether every value that may carry a finding can be compared with every other.
    pub fn all_alike(&self) -> bool {
        let keys = self.known.iter().map(|known| known.key.iter());
        let keys: Vec<Vec<&str>> = keys.map(|key| key.map(String::as_str).collect()).collect();
        let keys: Vec<&[&str]> = keys.iter().map(Vec::as_slice).collect();
        self.are_alike(&keys)
    }

    /// The values of two keys of a place, compared; none when one of them is missing, or when they
    /// are not alike.
    pub fn difference(&self, code: &str, first: &[&str], second: &[&str]) -> Option<Difference> {
        if !self.are_alike(&[first, second]) {
            return None;
        }
        Some(Difference {
            code: code.to_owned(),
            value: self.of(first)? - self.of(second)?,
            pair: vec![self.number(first), self.number(second)],
        })
    }

    /// The codes at a place of the key, in the order of the answer.
    pub fn codes(&self, place: usize) -> Vec<&str> {
        let mut codes: Vec<&str> = Vec::new();
        for known in &self.known {
            if !codes.contains(&known.key[place].as_str()) {
                codes.push(&known.key[place]);
            }
        }
        codes
    }
}

/// Whether a row may carry a finding: a value without reservations, not on few events. A printed
/// share has no events to count; its publisher has stated it.
fn may_carry(row: &Row, measure: &Measure) -> bool {
    let counts_events = matches!(measure, Measure::Emigrations);
    match row.value {
        None => false,
        Some(value) if counts_events => value >= SMALL_EVENTS,
        Some(_) => row.numerator.is_none_or(|events| events >= SMALL_EVENTS),
    }
}

impl<'a> Reader<'a> {
    pub fn new(dataset: &'a Dataset, lang: Lang) -> Reader<'a> {
        let groups = dataset.codes("group");
        let descendants = DESCENDANTS
            .iter()
            .all(|code| groups.iter().any(|group| group == code));
        Reader {
            dataset,
            lang,
            descendants,
            asked: RefCell::default(),
            answers: RefCell::default(),
        }
    }

    /// The answer to a question; none where the data have no numbers for it.
    pub fn answer(&self, question: &Question) -> Option<Rc<Answer>> {
        let known = |(asked, _): &&(Question, _)| asked == question;
        if let Some((_, found)) = self.answers.borrow().iter().find(known) {
            return found.clone();
        }
        let found = answer(self.dataset, question).ok().map(Rc::new);
        let mut answers = self.answers.borrow_mut();
        answers.push((question.clone(), found.clone()));
        found
    }

    /// A number of a sentence, marked with what it is. Two counts of the same value cannot be told
    /// apart by it and are not marked; ratios of the same parts are the same number, asked for in
    /// two ways.
    fn told(&self, value: f64, text: String) -> String {
        let asked = self.asked.borrow();
        let row = |place: usize| asked.row(place);
        let same = |place: &usize| {
            row(*place).and_then(|row| row.value).map(f64::to_bits) == Some(value.to_bits())
        };
        let mut found = (0..asked.numbers.len()).filter(same);
        let Some(first) = found.next() else {
            return text;
        };
        let parts = |place: usize| row(place).and_then(|row| row.numerator.zip(row.denominator));
        let alike = |place: usize| parts(place).is_some() && parts(place) == parts(first);
        match found.all(alike) {
            true => marks::mark(first, &text),
            false => text,
        }
    }

    /// The pieces of a sentence, each number with what it is.
    pub fn pieces(&self, sentence: &str) -> Vec<(String, Option<Number>)> {
        let asked = self.asked.borrow();
        let number = |place: usize| {
            Some(match asked.numbers.get(place)? {
                Found::Row(question, row) => Number::value(question, &row.key),
                Found::Formed(number) => number.clone(),
            })
        };
        let pieces = marks::pieces(sentence).into_iter();
        pieces
            .map(|piece| (piece.text, piece.place.and_then(number)))
            .collect()
    }

    /// Remembers which numbers the values of an answer are.
    fn remember<'r>(&self, question: &Question, rows: impl Iterator<Item = &'r Row>) {
        let mut asked = self.asked.borrow_mut();
        let mut questions = asked.questions.iter();
        let (question, is_new) = match questions.find(|known| ***known == *question) {
            Some(known) => (known.clone(), false),
            None => (Rc::new(question.clone()), true),
        };
        let is_known = |row: &Row| {
            let mut numbers = asked.numbers.iter();
            numbers.any(|found| matches!(found, Found::Row(of, known) if *of == question && known.key == row.key))
        };
        let rows = rows.filter(|row| is_new || !is_known(row));
        let found: Vec<Found> = rows
            .map(|row| Found::Row(question.clone(), row.clone()))
            .collect();
        asked.numbers.extend(found);
        if is_new {
            asked.questions.push(question);
        }
    }

    /// How many times the value of one row of a question that of another is, with one decimal.
    pub fn times(&self, question: &Question, to: &Known, from: &Known) -> String {
        let text = number::decimal(to.value / from.value, 1, self.lang);
        let number = Number::times(question, &to.key, &from.key);
        marks::mark(self.asked.borrow_mut().form(number), &text)
    }

    /// The values of a question. None when no table answers, when the table is about a part of
    /// what was asked (other than the years), or when nothing may carry a finding.
    pub fn ask(&self, question: &Question) -> Option<Values<'a>> {
        let answer = self.answer(question)?;
        self.values(question, answer, |row| may_carry(row, &question.measure))
    }

    /// The rates of all that are large enough for ten events to be expected at the rate of all together. Who had
    /// few events is not left out for having a low rate.
    pub fn ask_of_large(&self, question: &Question) -> Option<Values<'a>> {
        let answer = self.answer(question)?;
        let parts = |row: &Row| row.numerator.zip(row.denominator);
        let all = answer.rows.iter().filter_map(parts);
        let (events, people) = all.fold((0.0, 0.0), |sum, (x, t)| (sum.0 + x, sum.1 + t));
        self.values(question, answer, |row| {
            parts(row).is_none_or(|(_, t)| t * events >= SMALL_EVENTS * people)
        })
    }

    /// The values of an answer that may carry a finding.
    fn values(
        &self,
        question: &Question,
        answer: Rc<Answer>,
        may_carry: impl Fn(&Row) -> bool,
    ) -> Option<Values<'a>> {
        let narrower = |note: &Note| match note {
            Note::CoversOnly { dimension, .. } => Some(dimension.clone()),
            _ => None,
        };
        let mut narrower: Vec<String> = answer.notes.iter().filter_map(narrower).collect();
        // Returns are known for the years observed, and that is what they are about.
        narrower.retain(|dimension| !matches!(dimension.as_str(), "year" | "period"));
        let spread = |dimension: &String| question.by.contains(dimension);
        if !narrower.iter().all(spread) {
            return None;
        }
        let rows = answer.rows.len();
        let carries = |row: &&Row| may_carry(row) && row.value.is_some_and(f64::is_finite);
        let carrying = || answer.rows.iter().filter(carries);
        self.remember(question, carrying());
        let known = carrying().filter_map(|row| {
            let key = row.key.clone();
            Some(Known {
                key,
                value: row.value?,
                people: row.denominator,
            })
        });
        let known: Vec<Known> = known.collect();
        let complete = known.len() == rows && narrower.is_empty();
        (!known.is_empty()).then(|| Values {
            dataset: self.dataset,
            question: question.clone(),
            answer,
            makeup: OnceCell::new(),
            added: 0,
            known,
            complete,
        })
    }

    /// The same question by group as well, the group first in the key; a data set without groups
    /// has one place with an empty code.
    pub fn by_group(&self, question: &Question) -> Option<Values<'a>> {
        if self.dataset.unordered_codes("group").len() > 1 {
            let mut grouped = question.clone();
            grouped.by.insert(0, "group".to_owned());
            return self.ask(&grouped);
        }
        self.everyone(question)
    }

    /// The values of a question with one place in front, that of everyone.
    pub fn everyone(&self, question: &Question) -> Option<Values<'a>> {
        let mut values = self.ask(question)?;
        values.added += 1;
        for known in &mut values.known {
            known.key.insert(0, String::new());
        }
        Some(values)
    }

    /// The same question for descendants; for everyone when the data set has no such groups.
    pub fn of_descendants(&self, question: Question) -> Question {
        if self.descendants {
            question.filtered("group", DESCENDANTS)
        } else {
            question
        }
    }

    /// "blant ...": a group as a phrase of place; empty for the one place of a data set without
    /// groups.
    pub fn among(&self, code: &str) -> String {
        match say::among_group(self.lang, code) {
            _ if code.is_empty() => String::new(),
            Some(words) => words.to_owned(),
            None => say::among_labelled(self.lang, &self.label("group", code)),
        }
    }

    pub fn label(&self, dimension: &str, code: &str) -> String {
        match self.dataset.label(dimension, code) {
            Some(label) if !label.name.is_empty() => label.name.get(self.lang).to_owned(),
            _ => code_label(self.dataset, dimension, code, self.lang).replace('_', " "),
        }
    }

    /// An origin after "fra".
    pub fn origin(&self, code: &str) -> String {
        match claims::origin(self.lang, code) {
            Some(words) => words.to_owned(),
            None => claims::mid_sentence(&self.label("origin", code)),
        }
    }

    /// A destination after "til".
    pub fn destination(&self, code: &str) -> String {
        match say::destination(self.lang, code) {
            Some(words) => words.to_owned(),
            None => claims::mid_sentence(&self.label("destination", code)),
        }
    }

    /// The years the data set covers.
    pub fn years(&self) -> String {
        let covered = self.dataset.coverage.get("year").map(<[String]>::to_vec);
        let years = covered.unwrap_or_else(|| self.dataset.codes("year"));
        text::ranges(self.lang, &years)
    }

    pub fn count(&self, value: f64) -> String {
        self.told(value, number::integer(value, self.lang))
    }

    /// A share in whole per cent; below ten with one decimal.
    pub fn share(&self, value: f64) -> String {
        let decimals = number::decimals_of_share(value);
        self.told(value, number::percent(value, decimals, self.lang))
    }

    /// A rate with two significant digits.
    pub fn rate(&self, value: f64) -> String {
        self.rate_with(value, number::decimals_for(value * 100.0, 2))
    }

    /// Rates that are held against each other.
    pub fn rates(&self, values: &[f64]) -> Vec<String> {
        let texts: Vec<String> = values.iter().map(|value| self.rate(*value)).collect();
        let told = values.iter().copied();
        let told: Vec<(f64, &str)> = told.zip(texts.iter().map(String::as_str)).collect();
        number::held(self.lang, &told)
    }

    /// A rate with so many decimals.
    pub fn rate_with(&self, value: f64, decimals: usize) -> String {
        self.told(value, number::percent(value, decimals, self.lang))
    }

    pub fn part(&self, place: String, value: String) -> Part {
        Part { place, value }
    }

    /// Remembers what is formed from several numbers, and where a text leads that says it.
    pub fn formed(&self, how: Aggregate, of: Vec<Number>) -> Option<usize> {
        let number = Number::formed(how, of)?;
        Some(self.asked.borrow_mut().form(number))
    }

    /// How many of some comparisons come out one way: with the first greater, or the second. Whether
    /// equal values count among them is for the sentence to say.
    pub fn counted(&self, differences: &[Difference], first: bool, equal: bool) -> Count {
        let mut count = Count::default();
        let mut pairs = Vec::new();
        for difference in differences {
            let value = difference.value;
            if value == 0.0 && !equal {
                continue;
            }
            count.of += 1;
            count.part += usize::from(if first { value > 0.0 } else { value < 0.0 });
            pairs.extend_from_slice(&difference.pair);
            if !first {
                let last = pairs.len();
                pairs.swap(last - 2, last - 1);
            }
        }
        count.place = self.formed(Aggregate::Tally, pairs);
        count
    }

    /// Sorts groups by whether a comparison of two values is positive or negative; equal values
    /// say nothing. The answer has the commoner outcome first: whether it is the positive one,
    /// and where it holds.
    pub fn pattern(&self, differences: &[Difference]) -> Option<(bool, Pattern)> {
        let places = |sign: fn(f64) -> bool| -> Vec<String> {
            differences
                .iter()
                .filter(|one| sign(one.value))
                .map(|one| self.among(&one.code))
                .collect()
        };
        let (above, below) = (places(|x| x > 0.0), places(|x| x < 0.0));
        let positive = above.len() >= below.len();
        let (holds, fails) = if positive {
            (above, below)
        } else {
            (below, above)
        };
        if holds.is_empty() {
            return None;
        }
        let pattern = Pattern {
            partial: holds.len() + fails.len() < self.dataset.unordered_codes("group").len().max(1),
            counted: self.counted(differences, positive, false).place,
            holds,
            fails,
        };
        Some((positive, pattern))
    }
}

/// Sentences that belong together, as far as there are any.
pub(crate) fn joined<const N: usize>(sentences: [Option<String>; N]) -> Option<String> {
    let said: Vec<String> = sentences.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// The highest of some values with their names; None of none.
pub(crate) fn highest<T: Clone>(values: &[(T, f64)]) -> Option<(T, f64)> {
    values.iter().max_by(|a, b| a.1.total_cmp(&b.1)).cloned()
}

/// The lowest.
pub(crate) fn lowest<T: Clone>(values: &[(T, f64)]) -> Option<(T, f64)> {
    values.iter().min_by(|a, b| a.1.total_cmp(&b.1)).cloned()
}

/// Highest first; equal values keep their order.
pub(crate) fn descending<T>(mut values: Vec<(T, f64)>) -> Vec<(T, f64)> {
    order::sort_by(&mut values, &|a, b| b.1.total_cmp(&a.1));
    values
}
