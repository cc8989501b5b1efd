//! Numbers that a task speaks of, each computed from the open data.

use std::rc::Rc;

use data::json::{FromJson, InOrder, Json, Misfit};
use data::{Dataset, Names};
use explain::{Number, Shown, code_label, of_number};
use measures::{DEFAULT_LEVEL, IntervalMethod, Measure, Question, Row, Status, answer, interval};
use state::{Asked, View};
use text::naming::Naming;
use text::{Lang, case, number, places, tasks as said};
use view_models::analyses;
use view_models::calculator::typed;

use super::file::{ANALYSIS, At, Place, Words};

/// The most numbers that a task gives a name.
pub const MOST_NAMED: usize = 30;

/// The most numbers of the data that a task asks for, those in premises and choices included: each is a question.
pub const MOST_ASKED: usize = 40;

/// How often a number may be formed of others that are formed of others: what it is said to be names them all.
pub const MOST_DEPTH: usize = 3;

/// The most codes by which a row is picked.
const MOST_PICKED: usize = 10;

/// A number of the data.
#[derive(Clone, Debug, PartialEq)]
pub enum Quantity {
    /// A number that the task has given a name.
    Named(String),
    /// A number of a row of an answer.
    Row {
        /// The question.
        view: Box<View>,
        /// The row, by dimension.
        at: Vec<(String, Pick)>,
        /// What of the row.
        part: Shown,
    },
    /// A number of the table of an analysis.
    Cell {
        /// The analysis.
        asked: Asked,
        /// The line: its place, or the code whose label stands at its head.
        line: String,
        /// The column, counted from zero after the head.
        column: usize,
    },
    /// A number by a name of its own: that of the method may be too hard for a class.
    Called(Names, Box<Quantity>),
    /// One number in relation to another.
    Of(Relation, Box<Quantity>, Box<Quantity>),
}

/// How two numbers are related.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// How far they are from each other.
    Gap,
    /// The first less the second.
    Less,
    /// The part that the first is of the second.
    Part,
    /// How many times the second the first is.
    Times,
}

impl Quantity {
    /// How many relations lie within each other, those of named numbers included.
    fn depth(&self, named: &[(&str, usize)]) -> usize {
        match self {
            Quantity::Named(name) => {
                let found = named.iter().find(|(known, _)| known == name);
                found.map_or(0, |(_, depth)| *depth)
            }
            Quantity::Row { .. } | Quantity::Cell { .. } => 0,
            Quantity::Called(_, number) => number.depth(named),
            Quantity::Of(_, one, other) => one.depth(named).max(other.depth(named)) + 1,
        }
    }

    /// How many numbers of the data it asks for itself.
    fn asked(&self) -> usize {
        match self {
            Quantity::Named(_) => 0,
            Quantity::Row { .. } | Quantity::Cell { .. } => 1,
            Quantity::Called(_, number) => number.asked(),
            Quantity::Of(_, one, other) => one.asked() + other.asked(),
        }
    }
}

/// Whether numbers that have a name and others beside them stay within what a task may ask for.
pub(super) fn within_bounds<'a>(
    numbers: &'a [(String, Quantity)],
    others: impl Iterator<Item = &'a Quantity>,
) -> Result<(), Misfit> {
    if numbers.len() > MOST_NAMED {
        return Err(Misfit::of("numbers: 30 at most"));
    }
    let mut named: Vec<(&str, usize)> = Vec::new();
    let mut asked = 0_usize;
    let all = numbers
        .iter()
        .map(|(name, quantity)| (Some(name), quantity));
    for (name, quantity) in all.chain(others.map(|quantity| (None, quantity))) {
        let depth = quantity.depth(&named);
        if depth > MOST_DEPTH {
            return Err(Misfit::of("numbers: formed of others three times at most"));
        }
        asked += quantity.asked();
        if asked > MOST_ASKED {
            return Err(Misfit::of("numbers: 40 asked of the data at most"));
        }
        named.extend(name.map(|name| (name.as_str(), depth)));
    }
    Ok(())
}

impl Relation {
    const NAMED: [(&'static str, Relation); 4] = [
        ("gap", Relation::Gap),
        ("less", Relation::Less),
        ("part", Relation::Part),
        ("times", Relation::Times),
    ];
}

/// Which code of a dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// This one.
    Code(String),
    /// The first that has a value.
    First,
    /// The last that has a value.
    Last,
    /// That of the highest value.
    Highest,
    /// That of the lowest value.
    Lowest,
    /// That of the interval that is widest beside its value.
    Widest,
    /// That of the most events.
    Most,
}

impl Pick {
    const NAMED: [(&'static str, Pick); 6] = [
        ("@first", Pick::First),
        ("@last", Pick::Last),
        ("@highest", Pick::Highest),
        ("@lowest", Pick::Lowest),
        ("@widest", Pick::Widest),
        ("@most", Pick::Most),
    ];

    /// The place of the row that is picked among some; none when no row has what it is picked by, or
    /// when two share the place.
    pub fn among(&self, question: &Question, rows: &[&Row]) -> Option<usize> {
        let by = |of: &dyn Fn(&Row) -> Option<f64>| {
            let values = rows.iter().enumerate();
            let values: Vec<(usize, f64)> = values
                .filter_map(|(place, row)| Some((place, of(row)?)))
                .collect();
            let best = values
                .iter()
                .map(|(_, value)| *value)
                .fold(f64::NEG_INFINITY, f64::max);
            let mut at_best = values.iter().filter(|(_, value)| *value == best);
            let found = at_best.next()?;
            at_best.next().is_none().then_some(found.0)
        };
        match self {
            Pick::Code(_) => (rows.len() == 1).then_some(0),
            Pick::First => rows.iter().position(|row| row.value.is_some()),
            Pick::Last => rows.iter().rposition(|row| row.value.is_some()),
            Pick::Highest => by(&|row| row.value),
            Pick::Lowest => by(&|row| row.value.map(|value| -value)),
            Pick::Most => by(&|row| row.numerator),
            Pick::Widest => by(&|row| width(question, row)),
        }
    }
}

/// The width of the interval of a row, as a part of its value.
fn width(question: &Question, row: &Row) -> Option<f64> {
    let method = IntervalMethod::default_for(&question.measure);
    let limits = interval(row, method, DEFAULT_LEVEL).ok()?;
    let value = row.value.filter(|value| *value > 0.0)?;
    Some((limits.upper - limits.lower) / value)
}

impl FromJson for Pick {
    fn from_json(json: &Json) -> Result<Pick, Misfit> {
        let text = String::from_json(json)?;
        if !text.starts_with('@') {
            return Ok(Pick::Code(text));
        }
        let mut named = Pick::NAMED.into_iter();
        named
            .find(|(name, _)| *name == text)
            .map(|(_, pick)| pick)
            .ok_or(Misfit::of(
                "a code, @first, @last, @highest, @lowest, @widest or @most",
            ))
    }
}

impl FromJson for Quantity {
    fn from_json(json: &Json) -> Result<Quantity, Misfit> {
        if let Json::Text(name) = json {
            return Ok(Quantity::Named(name.clone()));
        }
        let number = Quantity::uncalled(json)?;
        Ok(match json.field::<Option<Words>>("called")? {
            Some(Words(names)) => Quantity::Called(names, Box::new(number)),
            None => number,
        })
    }
}

impl Quantity {
    /// A number without the name it may have been given.
    fn uncalled(json: &Json) -> Result<Quantity, Misfit> {
        let InOrder(at) = json.field("at")?;
        if at.len() > MOST_PICKED {
            return Err(Misfit::of("at: ten codes at most"));
        }
        if let Some(At(view)) = json.field("row")? {
            let part: String = json.field("part")?;
            let part = match part.as_str() {
                "" | "value" => Shown::Value,
                "numerator" => Shown::Numerator,
                "denominator" => Shown::Denominator,
                _ => return Err(Misfit::of("part: value, numerator or denominator")),
            };
            let view = Box::new(view);
            return Ok(Quantity::Row { view, at, part });
        }
        if let Some(place) = json.field("cell")? {
            let Place::Analysis(asked) = place else {
                return Err(Misfit::of(ANALYSIS));
            };
            let column: f64 = json.field("column")?;
            let line = match json.required("line")? {
                Json::Number(place) => place.to_string(),
                other => String::from_json(&other)?,
            };
            let column = column as usize;
            return Ok(Quantity::Cell {
                asked,
                line,
                column,
            });
        }
        for (name, relation) in Relation::NAMED {
            if let Some(two) = json.field::<Option<Vec<Quantity>>>(name)? {
                let two: [Quantity; 2] = two.try_into().map_err(|_| Misfit::of("two numbers"))?;
                let [one, other] = two.map(Box::new);
                return Ok(Quantity::Of(relation, one, other));
            }
        }
        Err(Misfit::of("a name, row, cell, gap, less, part or times"))
    }
}

/// A number that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The unrounded value.
    pub value: f64,
    /// As it is read.
    pub text: String,
    /// What is counted, as it stands after the number: "emigrations"; empty for what is no count.
    pub unit: String,
    /// The interval as it is read; empty for none.
    pub between: String,
    /// What it is.
    pub title: String,
    /// What it is of: the labels of its row.
    pub of: String,
    /// The same as a phrase of a sentence: "among those who immigrated as children".
    pub among: String,
    /// Whether it is a part of a whole, written as per cent.
    pub percent: bool,
    /// The events behind it.
    pub events: Option<f64>,
    /// What opens its arithmetic.
    pub opens: Opens,
}

impl Found {
    /// The number with what it counts.
    pub fn counted(&self) -> String {
        match self.unit.is_empty() {
            true => self.text.clone(),
            false => format!("{} {}", self.text, self.unit),
        }
    }
}

/// What opens the arithmetic of a number.
#[derive(Clone, Debug, PartialEq)]
pub enum Opens {
    /// The number itself.
    Number(Box<Number>),
    /// An explanation of an analysis.
    Analysis(Asked, String),
    /// Nothing of its own: the two that it was formed from do. Whoever names it holds the same two.
    Parts(Rc<[Found; 2]>),
}

/// The data, and the numbers that have a name.
pub struct Known<'a> {
    /// The data.
    pub dataset: &'a Dataset,
    /// The language of what is read.
    pub lang: Lang,
    /// Named numbers, in their order.
    pub named: Vec<(String, Found)>,
}

impl<'a> Known<'a> {
    /// Computes the named numbers of a task.
    pub fn new(
        dataset: &'a Dataset,
        numbers: &[(String, Quantity)],
        lang: Lang,
    ) -> Result<Known<'a>, String> {
        let mut known = Known {
            dataset,
            lang,
            named: Vec::new(),
        };
        for (name, quantity) in numbers {
            let found = known.find(quantity)?;
            known.named.push((name.clone(), found));
        }
        Ok(known)
    }

    /// A number; the reason where the data do not have it.
    pub fn find(&self, quantity: &Quantity) -> Result<Found, String> {
        match quantity {
            Quantity::Named(name) => {
                let found = self.named.iter().find(|(known, _)| known == name);
                found
                    .map(|(_, found)| found.clone())
                    .ok_or_else(|| said::no_number(self.lang, name))
            }
            Quantity::Row { view, at, part } => self.row(view, at, *part),
            Quantity::Cell {
                asked,
                line,
                column,
            } => self.cell(asked, line, *column),
            Quantity::Called(names, number) => {
                let title = names.get(self.lang).to_owned();
                Ok(Found {
                    title,
                    ..self.find(number)?
                })
            }
            Quantity::Of(relation, one, other) => {
                let (one, other) = (self.find(one)?, self.find(other)?);
                self.related(*relation, one, other)
            }
        }
    }

    fn row(&self, view: &View, at: &[(String, Pick)], part: Shown) -> Result<Found, String> {
        let (dataset, lang) = (self.dataset, self.lang);
        let question = view
            .question()
            .ok_or_else(|| said::no_measure(lang, &view.measure))?;
        let answer = answer(dataset, &question)
            .map_err(|refusal| figures::build::refusal_text(&refusal, dataset, lang))?;
        let mut rows: Vec<&Row> = answer.rows.iter().collect();
        let mut named = Vec::new();
        // Codes that are given first: others are picked among what they leave.
        for is_code in [true, false] {
            for (dimension, pick) in at {
                let place = answer.by.iter().position(|name| name == dimension);
                let place = place.ok_or_else(|| said::no_dimension(lang, dimension))?;
                match pick {
                    Pick::Code(code) if is_code => rows.retain(|row| row.key[place] == *code),
                    Pick::Code(_) => {}
                    _ if is_code => named.push(place),
                    _ => {
                        let found = pick.among(&question, &rows);
                        let found = found.ok_or_else(|| said::not_one(lang).to_owned())?;
                        let code = rows[found].key[place].clone();
                        rows.retain(|row| row.key[place] == code);
                    }
                }
            }
        }
        let [row] = rows.as_slice() else {
            return Err(said::not_one(lang).to_owned());
        };
        let mut number = Number::value(&question, &row.key);
        number.shown = part;
        let mut found = self.number(number)?;
        // What was picked by its number is told by its name.
        let told = (0..answer.by.len()).filter(|place| named.is_empty() || named.contains(place));
        let told: Vec<[String; 2]> = told
            .map(|place| {
                let (dimension, code) = (&answer.by[place], &row.key[place]);
                let label = code_label(dataset, dimension, code, lang);
                let among = places::place(lang, dimension, code, &label).said();
                [label, among]
            })
            .collect();
        found.of = told
            .iter()
            .map(|[label, _]| label.as_str())
            .collect::<Vec<_>>()
            .join(", ");
        found.among = told
            .iter()
            .map(|[_, among]| among.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        found.events = row.numerator.or(row.value);
        found.unit = match (part, &question.measure) {
            (Shown::Value, Measure::Emigrations | Measure::Persons | Measure::PersonYears) => {
                case::within(&dataset.measure_name(lang, question.measure.name()))
            }
            _ => String::new(),
        };
        Ok(found)
    }

    /// A number of the data as it is read.
    pub fn number(&self, mut number: Number) -> Result<Found, String> {
        let lang = self.lang;
        let told = of_number(self.dataset, &number, DEFAULT_LEVEL, lang);
        let told = told.map_err(|status| explain::reason(status, lang).to_owned())?;
        let value = told.value.ok_or_else(|| said::not_one(lang).to_owned())?;
        let percent = number.is_ratio();
        let text = written(value, percent, lang);
        number.printed.clone_from(&text);
        Ok(Found {
            value,
            text,
            unit: String::new(),
            between: told
                .interval
                .map(|limits| limits.between)
                .unwrap_or_default(),
            title: told.title,
            of: String::new(),
            among: String::new(),
            percent,
            events: None,
            opens: Opens::Number(Box::new(number)),
        })
    }

    fn cell(&self, asked: &Asked, line: &str, column: usize) -> Result<Found, String> {
        let (dataset, lang) = (self.dataset, self.lang);
        let page = analyses::page(dataset, asked, lang);
        let none = || match page.answer.as_str() {
            "" => said::not_one(lang).to_owned(),
            told => told.to_owned(),
        };
        let of_page: Vec<_> = page
            .tables
            .first()
            .into_iter()
            .flat_map(|table| &table.rows)
            .collect();
        let place = match line.parse::<usize>() {
            Ok(place) => Some(place),
            Err(_) => {
                let labels = dataset
                    .labels
                    .iter()
                    .filter_map(|all| dataset.label(&all.dimension, line));
                let names: Vec<&str> = labels.map(|label| label.name.get(lang)).collect();
                of_page
                    .iter()
                    .position(|row| names.contains(&row.head.as_str()))
            }
        };
        let row = place
            .and_then(|place| of_page.get(place))
            .ok_or_else(none)?;
        let cell = row.cells.get(column).ok_or_else(none)?;
        let (value, id) = cell.value.zip(cell.explain.clone()).ok_or_else(none)?;
        let title = analyses::explanation(dataset, asked, &id, lang).map(|told| told.title);
        let mut dimensions = dataset.labels.iter().map(|all| &all.dimension);
        let dimension = dimensions.find(|dimension| dataset.label(dimension, line).is_some());
        let among = dimension.map_or_else(String::new, |dimension| {
            places::place(lang, dimension, line, &row.head).said()
        });
        Ok(Found {
            value,
            text: rounded(&cell.text, value, lang),
            unit: String::new(),
            between: row
                .cells
                .get(column + 1)
                .map(|cell| cell.text.clone())
                .unwrap_or_default(),
            title: match title {
                Some(title) if title.contains(&row.head) => title,
                Some(title) => format!("{title}: {}", row.head),
                None => row.head.clone(),
            },
            of: row.head.clone(),
            among,
            percent: true,
            events: None,
            opens: Opens::Analysis(asked.clone(), id),
        })
    }

    fn related(&self, relation: Relation, one: Found, other: Found) -> Result<Found, String> {
        let lang = self.lang;
        let (a, b) = (one.value, other.value);
        let divides = matches!(relation, Relation::Part | Relation::Times);
        if divides && b == 0.0 {
            let reason = explain::reason(Status::NoDenominator, lang);
            return Err(reason.to_owned());
        }
        let value = match relation {
            Relation::Gap => (a - b).abs(),
            Relation::Less => a - b,
            Relation::Part | Relation::Times => a / b,
        };
        let percent = match relation {
            Relation::Gap | Relation::Less => one.percent,
            Relation::Part => true,
            Relation::Times => false,
        };
        let text = match relation {
            Relation::Times => number::decimal(value, 1, lang),
            Relation::Part => written(value, true, lang),
            _ if percent => {
                let decimals = number::decimals_for(value * 100.0, 2);
                text::explain::points(lang, &number::decimal(value * 100.0, decimals, lang))
            }
            _ => number::integer(value, lang),
        };
        let [first, then] = [&one, &other].map(|found| case::within(&found.title));
        let title = match relation {
            Relation::Gap => said::gap_of(lang, &first, &then),
            Relation::Less => said::less_of(lang, &one.title, &then),
            Relation::Part => said::part_of(lang, &one.title, &then),
            Relation::Times => said::times_of(lang, &one.title, &then),
        };
        Ok(Found {
            value,
            text,
            unit: String::new(),
            between: String::new(),
            title,
            of: one.of.clone(),
            among: one.among.clone(),
            percent,
            events: None,
            opens: Opens::Parts(Rc::new([one, other])),
        })
    }
}

/// The text of a cell; percentage points, which an analysis gives with the digits that make its terms add up, with
/// two digits that count.
pub(super) fn rounded(text: &str, value: f64, lang: Lang) -> String {
    /// How far the last of those digits may have been moved.
    const MOVED: f64 = 5e-4;
    let digits = text.trim_start_matches(['+', '−']);
    let points = value.abs() * 100.0;
    let is_points = typed::read(digits, lang).is_ok_and(|read| (read - points).abs() < MOVED);
    match is_points && !text.contains('%') {
        true => {
            let sign = text.strip_suffix(digits).unwrap_or_default();
            let decimals = number::decimals_for(points, 2).min(4);
            format!("{sign}{}", number::decimal(points, decimals, lang))
        }
        false => text.to_owned(),
    }
}

/// A number as it is read: a part of a whole with two digits that count, any other without decimals.
pub fn written(value: f64, percent: bool, lang: Lang) -> String {
    match percent {
        true => number::percent(value, number::decimals_for(value * 100.0, 2).min(2), lang),
        false => number::integer(value, lang),
    }
}
