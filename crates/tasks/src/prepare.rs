//! A task put to the open data: what is asked, what is right, in one language.

use data::Dataset;
use explain::{Number, code_label, reason};
use figures::build::{Figure, badge, build};
use figures::options::Intervals;
use figures::sheet::Badge;
use figures::spec::Spec;
use kernels::stable_sort as order;
use measures::{Row, Status};
use state::{Asked, View};
use text::{Lang, case, places, tasks as said};
use view_models::analyses;
use view_models::analyses::page::Line;
use view_models::calculator::typed;

use super::code::MOST_BITS;
use super::file::{Choice, Choices, Kind, Origin, Place, Task, Teacher};
use super::premise::{asked, lines};
use super::quantity::{Found, Known, Pick, written};

/// Why a task is not asked of these data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// The title of the task.
    pub title: String,
    /// The reason, as sentences.
    pub reason: String,
}

/// A task with everything that the data say of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Prepared {
    /// Who has written the task.
    pub origin: Origin,
    /// The name of the task.
    pub id: String,
    /// The language.
    pub lang: Lang,
    /// The language of its words, where they are not in that one.
    pub words_in: Option<Lang>,
    /// Its heading.
    pub title: String,
    /// What is asked.
    pub ask: String,
    /// A hint; may be empty.
    pub hint: String,
    /// Why it is so.
    pub why: String,
    /// What is seen while guessing, when it is no part of the answer.
    pub shown: Option<Figure>,
    /// What is answered, and what is right.
    pub form: Form,
    /// The numbers behind the reveal.
    pub numbers: Vec<Found>,
    /// What held in the data, as sentences.
    pub premises: Vec<String>,
    /// Where the arithmetic is.
    pub reveal: Option<Place>,
    /// For the teacher.
    pub teacher: Teacher,
}

/// What is answered, and what is right.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// A line or bars.
    Levels {
        /// What is set.
        handles: Vec<Handle>,
        /// The scale of all of them.
        scale: Scale,
        /// The picture of the whole, with the right numbers.
        whole: Box<Figure>,
        /// The place of the first point that is not given, among those of the picture.
        from: usize,
        /// Whether it is a line.
        is_line: bool,
        /// Whether it can be answered that nothing is known.
        may_be_unknown: bool,
        /// Whether they are the parts of a whole.
        is_whole: bool,
    },
    /// A range.
    Range {
        /// Its scale.
        scale: Scale,
        /// What the range ought to hold.
        truth: Vec<Found>,
        /// The mark of the data in the picture.
        badge: Badge,
    },
    /// An order, the greatest first.
    Order {
        /// What is ordered, as the data list it.
        items: Vec<Handle>,
        /// Where one begins.
        start: Vec<usize>,
        /// The right order.
        right: Vec<usize>,
        /// Whether the values are parts of a whole.
        percent: bool,
        /// The picture with the right numbers.
        whole: Box<Figure>,
    },
    /// One of several.
    Choose {
        /// The choices.
        options: Vec<Offer>,
        /// The picture that was changed, for what is to be spotted.
        changed: Option<Box<Figure>>,
        /// The two pictures with everything that is said of them, for the answer; empty where none was changed.
        told: Vec<Figure>,
    },
    /// Own words.
    Explain {
        /// What a good text says.
        boxes: Vec<String>,
        /// A model answer.
        model: String,
    },
}

/// One thing that is set or ordered.
#[derive(Clone, Debug, PartialEq)]
pub struct Handle {
    /// What it is called.
    pub label: String,
    /// The same as a phrase of a sentence: "in 1986".
    pub at: String,
    /// The place of its point in the picture.
    pub point: usize,
    /// The right value, or why there is none.
    pub truth: Result<f64, Status>,
}

/// One of the choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its words.
    pub label: String,
    /// Whether it is right.
    pub right: bool,
}

/// The steps from zero to the top of an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The value of the last step; that of the first is zero.
    pub top: f64,
    /// The last step.
    pub steps: u16,
    /// Whether values are parts of a whole.
    pub percent: bool,
}

impl Scale {
    /// The scale for values up to `most`, with as many steps as a code has room for.
    fn of(most: f64, percent: bool, handles: usize) -> Scale {
        let top = match percent && most > 0.4 {
            true => 1.0,
            false => tidy_above(most * 1.1),
        };
        Scale {
            top,
            steps: most_steps(top, handles),
            percent,
        }
    }

    /// A scale for parts that make a whole together, with as many steps as can be shared out evenly.
    fn of_parts(handles: usize) -> Scale {
        let steps = Scale::of(1.0, true, handles).steps;
        Scale {
            top: 1.0,
            steps: steps - steps % handles as u16,
            percent: true,
        }
    }

    /// A scale for a range around numbers up to `most`: half way up is not where they are.
    fn of_range(most: f64, percent: bool) -> Scale {
        let first = Scale::of(most, percent, 2);
        // A share of a whole has its own end.
        if percent && first.top == 1.0 {
            return first;
        }
        let power = libm::pow(10.0, libm::floor(libm::log10(most.max(f64::MIN_POSITIVE))));
        let tops = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0].map(|factor| factor * power);
        let is_apart = |top: &f64| most * 1.1 <= *top && !MIDDLE.contains(&(most / top));
        let found = tops.into_iter().find(is_apart);
        let top = found.unwrap_or(first.top);
        let top = if percent { top.min(1.0) } else { top };
        Scale {
            top,
            steps: most_steps(top, 2),
            percent,
        }
    }

    /// The value of a step.
    pub fn value(&self, step: u16) -> f64 {
        self.top * f64::from(step) / f64::from(self.steps)
    }

    /// The nearest step to a value.
    pub fn step(&self, value: f64) -> u16 {
        let step = libm::round(value / self.top * f64::from(self.steps));
        step.clamp(0.0, f64::from(self.steps)) as u16
    }

    /// The step nearest to a number that was typed as the language writes it, in per cent for parts of a whole.
    /// None for what is no number, or beyond the scale.
    pub fn typed(&self, text: &str, lang: Lang) -> Option<u16> {
        let text = text.trim().trim_end_matches('%');
        let number = typed::read(text, lang).ok()?;
        let value = if self.percent { number / 100.0 } else { number };
        // The last digit that is read may lie beyond the last step.
        let is_within = value >= 0.0 && value <= self.top * (1.0 + 1e-9);
        is_within.then(|| self.step(value))
    }

    /// A step as it is typed: without the sign for per cent.
    pub fn bare(&self, step: u16, lang: Lang) -> String {
        self.read(step, lang)
            .trim_end_matches(['%', ' ', '\u{a0}', '\u{202f}'])
            .to_owned()
    }

    /// A step as it is read.
    pub fn read(&self, step: u16, lang: Lang) -> String {
        written(self.value(step), self.percent, lang)
    }
}

/// As many steps up to the top of an axis as a code has room for, of which each is a number one would say: 1, 2 or 5
/// times a power of ten.
fn most_steps(top: f64, handles: usize) -> u16 {
    let room = (MOST_BITS - 1) / (handles.max(1) as u32);
    let is_said = |steps: &u16| {
        let step = top / f64::from(*steps);
        let power = libm::pow(10.0, libm::floor(libm::log10(step) + 1e-9));
        let first = step / power;
        [1.0, 2.0, 5.0]
            .iter()
            .any(|digit| (first - digit).abs() < 1e-6)
    };
    let most: u16 = (1 << room.min(8)) - 1;
    (1..=most).rev().find(is_said).unwrap_or(1)
}

/// The next of 1, 1.5, 2, 3, 4, 5, 6, 8 and 10 times a power of ten.
fn tidy_above(value: f64) -> f64 {
    if value <= 0.0 || !value.is_finite() {
        return 1.0;
    }
    let power = libm::pow(10.0, libm::floor(libm::log10(value)));
    let factors = [1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
    let found = factors
        .into_iter()
        .map(|factor| factor * power)
        .find(|tidy| *tidy >= value);
    found.unwrap_or(10.0 * power)
}

/// Parts of an axis that are near its middle, where a range of those who know nothing would lie.
const MIDDLE: std::ops::RangeInclusive<f64> = 0.4..=0.6;

/// The most that are ordered: a code has room for no more.
const MOST_ITEMS: usize = 8;
/// The most handles.
const MOST_HANDLES: usize = 6;
/// The most choices.
const MOST_OPTIONS: usize = 16;

/// Puts a task to a data set.
pub fn prepare(task: &Task, dataset: &Dataset, lang: Lang) -> Result<Prepared, Hidden> {
    prepared(task, dataset, lang).map_err(|reason| Hidden {
        title: task.text.title.get(lang).to_owned(),
        reason,
    })
}

fn prepared(task: &Task, dataset: &Dataset, lang: Lang) -> Result<Prepared, String> {
    for dimension in &task.needs {
        if measures::codes_of(dataset, dimension).is_empty() {
            return Err(said::no_dimension(lang, dimension));
        }
    }
    let known = Known::new(dataset, &task.numbers, lang)?;
    let mut premises = Vec::new();
    for premise in &task.premise {
        let sentence = premise.sentence(&known);
        match premise.holds(&known)? {
            true => premises.push(sentence),
            false => return Err(said::does_not_hold(lang, &sentence)),
        }
    }
    let asker = Asker {
        task,
        known: &known,
    };
    let form = asker.form()?;
    let shown = match &task.kind {
        Kind::Spot { view, .. } => Some(asker.one_of_two(view)?),
        _ => {
            let shown = task.shown.as_ref();
            let figure = |place: &Place| match place {
                Place::View(view) => asker.asking_figure(view),
                place => asker.figure_at(place),
            };
            shown.map(figure).transpose()?
        }
    };
    let text = |names: &data::Names| filled(names.get(lang), &known);
    Ok(Prepared {
        origin: task.origin,
        id: task.id.clone(),
        lang,
        words_in: words_in(task, lang),
        title: text(&task.text.title)?,
        ask: text(&task.text.ask)?,
        hint: text(&task.text.hint)?,
        why: asker.or_sentence(text(&task.text.why)?),
        shown,
        form,
        premises,
        reveal: task.reveal.clone(),
        teacher: told(&task.teacher, &known),
        numbers: known.named.into_iter().map(|(_, found)| found).collect(),
    })
}

/// The language of the question, or else of the reason or heading, where it is not the one that is read.
fn words_in(task: &Task, lang: Lang) -> Option<Lang> {
    let text = &task.text;
    let all = [&text.ask, &text.why, &text.title];
    let lacks = |names: &&&data::Names| {
        !names.is_empty() && names.given().all(|(tag, _)| tag != lang.tag())
    };
    let names = all.iter().find(lacks)?;
    let other = |other: &Lang| {
        names
            .given()
            .any(|(tag, words)| tag == other.tag() && words == names.get(lang))
    };
    Lang::ALL.into_iter().find(other)
}

/// A text with its numbers: `{name}`, `{name.between}`, `{name.of}`, `{name.among}`, `{name.size}`.
fn filled(text: &str, known: &Known) -> Result<String, String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        out.push_str(before);
        let (number, part) = name.split_once('.').unwrap_or((name, ""));
        let found = known.named.iter().find(|(named, _)| named == number);
        let (_, found) = found.ok_or_else(|| said::no_number(known.lang, name))?;
        out.push_str(match part {
            "between" => &found.between,
            "of" => &found.of,
            "among" => &found.among,
            // Which way it goes is said in words.
            "size" => found.text.trim_start_matches(['+', '−', '-']),
            _ => &found.text,
        });
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

/// What is for the teacher, in the language that is read, with its numbers. What cannot be filled stays as it is.
fn told(teacher: &Teacher, known: &Known) -> Teacher {
    let text = |names: &data::Names| {
        let filled = filled(names.get(known.lang), known);
        filled.map_or_else(|_| names.clone(), |text| data::Names::same(&text))
    };
    let faq = teacher.faq.iter();
    Teacher {
        misconception: text(&teacher.misconception),
        before: text(&teacher.before),
        after: text(&teacher.after),
        faq: faq
            .map(|(question, answer)| (text(question), text(answer)))
            .collect(),
        ..teacher.clone()
    }
}

/// Asks the data for what is answered.
struct Asker<'a> {
    task: &'a Task,
    known: &'a Known<'a>,
}

impl Asker<'_> {
    fn form(&self) -> Result<Form, String> {
        let lang = self.known.lang;
        match &self.task.kind {
            Kind::Draw {
                view,
                given_until,
                handles,
                may_be_unknown,
            } => {
                let wanted = (*handles).clamp(2, MOST_HANDLES);
                self.line(view, given_until.as_deref(), wanted, *may_be_unknown)
            }
            Kind::Bars { view } => self.bars(view),
            Kind::Order { view } => self.order(view),
            Kind::Estimate { of } => {
                let truth: Vec<Found> = of
                    .iter()
                    .map(|quantity| self.known.find(quantity))
                    .collect::<Result<_, _>>()?;
                let most = truth.iter().map(|found| found.value).fold(0.0, f64::max);
                let percent = truth.iter().all(|found| found.percent);
                let scale = Scale::of_range(most, percent);
                match truth.is_empty() || truth.iter().any(|found| found.value < 0.0) {
                    true => Err(said::not_one(lang).to_owned()),
                    false => Ok(Form::Range {
                        scale,
                        truth,
                        badge: badge(self.known.dataset, lang),
                    }),
                }
            }
            Kind::Choose(choices) => {
                let options = match choices {
                    Choices::Listed(listed) => listed
                        .iter()
                        .map(|choice| self.offer(choice))
                        .collect::<Result<Vec<Offer>, _>>()?,
                    Choices::Rows { view, right } => self.rows(view, right)?,
                    Choices::Lines {
                        asked,
                        column,
                        right,
                    } => self.lines_of(asked, *column, *right == Pick::Lowest),
                };
                let right = options.iter().filter(|offer| offer.right).count();
                match right == 1 && (2..=MOST_OPTIONS).contains(&options.len()) {
                    true => Ok(Form::Choose {
                        options,
                        changed: None,
                        told: Vec::new(),
                    }),
                    false => Err(said::not_one_right(lang).to_owned()),
                }
            }
            Kind::Spot { view, changed } => {
                let figure = self.one_of_two(changed)?;
                let options = changes(view, changed, lang);
                match options.iter().filter(|offer| offer.right).count() {
                    1 => Ok(Form::Choose {
                        options,
                        changed: Some(Box::new(figure)),
                        told: vec![self.figure(view)?, self.figure(changed)?],
                    }),
                    _ => Err(said::not_one_change(lang).to_owned()),
                }
            }
            Kind::Explain { boxes } => Ok(Form::Explain {
                boxes: boxes
                    .iter()
                    .map(|names| names.get(lang).to_owned())
                    .collect(),
                model: self.or_sentence(filled(self.task.text.model.get(lang), self.known)?),
            }),
        }
    }

    /// A text; where there is none, what the figure of the task says. A number is asked for without a figure, whose
    /// sentence would speak of others.
    fn or_sentence(&self, text: String) -> String {
        if !text.is_empty() || matches!(self.task.kind, Kind::Estimate { .. }) {
            return text;
        }
        let asked = match &self.task.kind {
            Kind::Draw { view, .. } | Kind::Bars { view } | Kind::Order { view } => Some(view),
            _ => None,
        };
        let figure = match (&self.task.reveal, asked, &self.task.shown) {
            (Some(Place::Analysis(asked)), ..) => {
                return analyses::page(self.known.dataset, asked, self.known.lang).answer;
            }
            (Some(place), ..) | (None, None, Some(place)) => self.figure_at(place),
            (None, Some(view), _) => self.figure(view),
            (None, None, None) => return String::new(),
        };
        figure
            .map(|figure| figure.sheet.summary)
            .unwrap_or_default()
    }

    /// The figure at a place of the page.
    fn figure_at(&self, place: &Place) -> Result<Figure, String> {
        let (dataset, lang) = (self.known.dataset, self.known.lang);
        match place {
            Place::View(view) => self.figure(view),
            Place::Analysis(asked) => analyses::figure(dataset, asked, lang)
                .ok_or_else(|| analyses::page(dataset, asked, lang).answer),
        }
    }

    fn figure(&self, view: &View) -> Result<Figure, String> {
        self.built(&self.spec_of(view)?)
    }

    fn spec_of(&self, view: &View) -> Result<Spec, String> {
        let spec = view.spec();
        spec.ok_or_else(|| said::no_measure(self.known.lang, &view.measure))
    }

    /// A figure that is seen while something is asked: which numbers rest on few events may be that, and the reveal
    /// tells it.
    fn asking_figure(&self, view: &View) -> Result<Figure, String> {
        let mut spec = self.spec_of(view)?;
        spec.options.hides_few = true;
        self.built(&spec)
    }

    /// One of two figures that differ: what is said of how it was made would tell in what.
    fn one_of_two(&self, view: &View) -> Result<Figure, String> {
        let mut spec = self.spec_of(view)?;
        spec.options.hides_few = true;
        spec.options.hides_form = true;
        self.built(&spec)
    }

    fn built(&self, spec: &Spec) -> Result<Figure, String> {
        let lang = self.known.lang;
        let figure = build(spec, self.known.dataset, lang);
        match &figure.absent {
            Some(reason) => Err(reason.clone()),
            None => Ok(figure),
        }
    }

    /// The rows of a view's only series.
    fn only(&self, view: &View) -> Result<Vec<Row>, String> {
        let mut lines = lines(view, self.known)?.into_iter();
        match (lines.next(), lines.next()) {
            (Some(line), None) if line.len() > 1 => Ok(self.as_drawn(view, line)),
            _ => Err(said::not_one(self.known.lang).to_owned()),
        }
    }

    /// Rows in the order in which the figure of a view has them.
    fn as_drawn(&self, view: &View, rows: Vec<Row>) -> Vec<Row> {
        let Ok(figure) = self.figure(view) else {
            return rows;
        };
        let drawn = figure.panels.iter().flat_map(|panel| &panel.rows);
        let drawn: Vec<(usize, &Row)> = drawn
            .flat_map(|series| series.iter().enumerate())
            .filter_map(|(point, row)| Some((point, row.as_ref()?)))
            .collect();
        let place = |row: &Row| {
            let found = drawn.iter().find(|(_, drawn)| drawn.key == row.key);
            found.map_or(usize::MAX, |(point, _)| *point)
        };
        let mut rows: Vec<(usize, Row)> = rows.into_iter().map(|row| (place(&row), row)).collect();
        order::sort_by(&mut rows, &|one: &(usize, Row), other: &(usize, Row)| {
            one.0.cmp(&other.0)
        });
        rows.into_iter().map(|(_, row)| row).collect()
    }

    fn line(
        &self,
        view: &View,
        given_until: Option<&str>,
        wanted: usize,
        may_be_unknown: bool,
    ) -> Result<Form, String> {
        let lang = self.known.lang;
        let rows = self.only(view)?;
        let place = self.place_of(view)?;
        let from = match given_until {
            Some("@last") => {
                let found = rows.iter().rposition(|row| row.value.is_some());
                found.ok_or_else(|| said::not_one(lang).to_owned())? + 1
            }
            Some(code) => {
                let found = rows.iter().position(|row| row.key[place] == code);
                found.ok_or_else(|| said::not_one(lang).to_owned())? + 1
            }
            None => 0,
        };
        let left = rows.len() - from;
        if left == 0 {
            return Err(said::not_one(lang).to_owned());
        }
        let count = wanted.min(left);
        // The first and the last that are drawn have a handle, the others stand evenly between them.
        let points = (0..count).map(|handle| match count {
            1 => from,
            _ => from + (handle * (left - 1) + (count - 1) / 2) / (count - 1),
        });
        let handles: Vec<Handle> = points
            .map(|point| self.handle(view, &rows[point], place, point))
            .collect();
        let whole = Box::new(self.figure(&without_intervals(view))?);
        let most = self.highest(view, &rows)?;
        let percent = view
            .question()
            .is_some_and(|question| question.measure.is_ratio());
        Ok(Form::Levels {
            scale: Scale::of(most, percent, handles.len()),
            handles,
            whole,
            from,
            is_line: true,
            may_be_unknown,
            is_whole: false,
        })
    }

    fn bars(&self, view: &View) -> Result<Form, String> {
        let rows = self.only(view)?;
        let place = self.place_of(view)?;
        let count = rows.len();
        let all_known = rows.iter().all(|row| row.value.is_some());
        if count > MOST_HANDLES || !all_known {
            return Err(said::not_one(self.known.lang).to_owned());
        }
        let handles: Vec<Handle> = rows
            .iter()
            .enumerate()
            .map(|(point, row)| self.handle(view, row, place, point))
            .collect();
        let percent = view
            .question()
            .is_some_and(|question| question.measure.is_ratio());
        let sum: f64 = rows.iter().filter_map(|row| row.value).sum();
        let is_whole = percent && count > 1 && (sum - 1.0).abs() < 1e-9;
        let scale = match is_whole {
            true => Scale::of_parts(count),
            false => Scale::of(self.highest(view, &rows)?, percent, count),
        };
        Ok(Form::Levels {
            scale,
            handles,
            whole: Box::new(self.figure(&without_intervals(view))?),
            from: 0,
            is_line: false,
            may_be_unknown: false,
            is_whole,
        })
    }

    fn order(&self, view: &View) -> Result<Form, String> {
        let lang = self.known.lang;
        let rows = self.only(view)?;
        let place = self.place_of(view)?;
        let values: Option<Vec<f64>> = rows.iter().map(|row| row.value).collect();
        let values = values.filter(|values| values.len() <= MOST_ITEMS);
        let values = values.ok_or_else(|| said::not_one(lang).to_owned())?;
        let right = order::places(rows.len(), &|one, two| values[two].total_cmp(&values[one]));
        if right
            .windows(2)
            .any(|pair| values[pair[0]] == values[pair[1]])
        {
            return Err(said::two_alike(lang).to_owned());
        }
        let items = rows
            .iter()
            .enumerate()
            .map(|(point, row)| self.handle(view, row, place, point));
        // As the data list them, which the figure may not, unless that gives the answer away.
        let listed = lines(view, self.known)?.into_iter().flatten();
        let mut start: Vec<usize> = listed
            .filter_map(|one| rows.iter().position(|row| row.key == one.key))
            .collect();
        if start == right {
            start.rotate_left(1);
        }
        Ok(Form::Order {
            items: items.collect(),
            start,
            right,
            whole: Box::new(self.figure(view)?),
            percent: view
                .question()
                .is_some_and(|question| question.measure.is_ratio()),
        })
    }

    fn rows(&self, view: &View, right: &Pick) -> Result<Vec<Offer>, String> {
        let (question, _) = asked(view, self.known)?;
        let mut found = Vec::new();
        for line in lines(view, self.known)? {
            found.extend(line);
        }
        found.retain(|row| row.value.is_some());
        // As the figure that is seen has them: that of the answer may have the right one first.
        let found = match &self.task.shown {
            Some(Place::View(shown)) => self.as_drawn(shown, found),
            _ => found,
        };
        let rows: Vec<&Row> = found.iter().collect();
        let right = right.among(&question, &rows);
        let offer = |(place, row): (usize, &&Row)| {
            let codes = question.by.iter().zip(&row.key);
            let labels: Vec<String> = codes
                .map(|(dimension, code)| {
                    code_label(self.known.dataset, dimension, code, self.known.lang)
                })
                .collect();
            Offer {
                label: labels.join(", "),
                right: right == Some(place),
            }
        };
        Ok(rows.iter().enumerate().map(offer).collect())
    }

    /// The lines of the table of an analysis that have a number; right is the only highest, or lowest.
    fn lines_of(&self, asked: &Asked, column: usize, lowest: bool) -> Vec<Offer> {
        let page = analyses::page(self.known.dataset, asked, self.known.lang);
        let table = page.tables.into_iter().next().unwrap_or_default();
        let number = |line: &Line| line.cells.get(column).and_then(|cell| cell.value);
        let numbered = table.rows.iter().filter_map(|line| {
            let number = number(line)?;
            Some((line, if lowest { -number } else { number }))
        });
        let numbered: Vec<_> = numbered.collect();
        let best = numbered
            .iter()
            .map(|(_, number)| *number)
            .fold(f64::NEG_INFINITY, f64::max);
        let offer = |(line, number): &(&Line, f64)| Offer {
            label: line.head.clone(),
            right: *number == best,
        };
        numbered.iter().map(offer).collect()
    }

    fn offer(&self, choice: &Choice) -> Result<Offer, String> {
        let number = choice
            .number
            .as_ref()
            .map(|number| self.known.find(number))
            .transpose()?;
        let mut right = true;
        for premise in &choice.when {
            right &= premise.holds(self.known)?;
        }
        let text = filled(choice.text.get(self.known.lang), self.known)?;
        let label = match (number, text.is_empty()) {
            (Some(found), true) => format!("{} ({})", found.text, case::within(&found.title)),
            (Some(found), false) => format!("{}: {text}", found.text),
            (None, _) => text,
        };
        Ok(Offer { label, right })
    }

    fn place_of(&self, view: &View) -> Result<usize, String> {
        let (question, _) = asked(view, self.known)?;
        let place = question.by.iter().position(|name| *name == view.by);
        place.ok_or_else(|| said::no_dimension(self.known.lang, &view.by))
    }

    fn handle(&self, view: &View, row: &Row, place: usize, point: usize) -> Handle {
        let (lang, code) = (self.known.lang, &row.key[place]);
        let label = code_label(self.known.dataset, &view.by, code, lang);
        Handle {
            at: places::place(lang, &view.by, code, &label).said(),
            label,
            point,
            truth: row.value.ok_or(row.status),
        }
    }

    /// The highest value of what is asked and of what is seen beside it in the same measure.
    fn highest(&self, view: &View, rows: &[Row]) -> Result<f64, String> {
        let mut most = rows.iter().filter_map(|row| row.value).fold(0.0, f64::max);
        let beside = match &self.task.shown {
            Some(Place::View(shown)) => Some(shown),
            _ => None,
        };
        if let Some(shown) = beside.filter(|shown| shown.measure == view.measure) {
            let all = lines(shown, self.known)?;
            most = all
                .iter()
                .flatten()
                .filter_map(|row| row.value)
                .fold(most, f64::max);
        }
        Ok(most)
    }
}

/// A view as it is drawn in: lines and bars are set without intervals, and nothing is said of them.
fn without_intervals(view: &View) -> View {
    let mut view = view.clone();
    view.options.intervals = Intervals::None;
    view
}

/// What can be changed about a picture, and what was.
fn changes(view: &View, changed: &View, lang: Lang) -> Vec<Offer> {
    let (one, other) = (&view.options, &changed.options);
    let offer = |label: &str, right: bool| Offer {
        label: label.to_owned(),
        right,
    };
    vec![
        offer(said::changed_scale(lang), one.log != other.log),
        offer(
            said::changed_counts(lang),
            one.counts != other.counts || view.measure != changed.measure,
        ),
        offer(said::changed_zoom(lang), one.zoom != other.zoom),
        offer(
            said::changed_hidden(lang),
            one.hidden != other.hidden || view.filters != changed.filters,
        ),
    ]
}

impl Prepared {
    /// Who the words of the task are by, where that is not the publisher, and their language, where it is not the
    /// one that is read: for the screen and for paper.
    pub fn by_whom(&self) -> Option<String> {
        let sender = match self.origin {
            Origin::Site => None,
            Origin::Sent => Some(said::words_of_sender(self.lang).to_owned()),
        };
        let other = self
            .words_in
            .map(|other| said::words_in(self.lang, other).to_owned());
        let told: Vec<String> = sender.into_iter().chain(other).collect();
        (!told.is_empty()).then(|| told.join(" "))
    }
}

/// Why there is no number at a handle.
pub fn absent(handle: &Handle, lang: Lang) -> &'static str {
    handle.truth.err().map_or("", |status| reason(status, lang))
}

/// What opens the arithmetic of a found number: itself, or those it is formed from.
pub fn numbers_of(found: &Found) -> Vec<Number> {
    use super::quantity::Opens;
    match &found.opens {
        Opens::Number(number) => vec![(**number).clone()],
        Opens::Analysis(..) => Vec::new(),
        Opens::Parts(parts) => parts.iter().flat_map(numbers_of).collect(),
    }
}
