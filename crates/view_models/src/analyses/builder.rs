//! Where an analysis is put together: choices read, numbers written, explanations collected.

use ::explain::{Explanation, code_label, of_row, reason};
use data::Dataset;
use figures::build::{note_texts, refusal_text, years_of};
use figures::extremes;
use figures::theme::Hue;
use measures::analysis::Failure;
use measures::{
    Answer, IntervalMethod, Makeup, Measure, Note, Question, Row, Status, answer, codes_of,
    dimensions_for, is_answerable,
};
use text::analyses::{self as words, Changes};
use text::naming::Naming;
use text::{Lang, explain, kinds, marks, methods, number, places, sentences, terms};

use super::page::{AnalysisPage, Asked, Cell, Control, Line, Table, asked_of};
use super::picture::Picture;

/// The dimension of the groups of the report.
pub(super) const GROUP: &str = "group";
/// The group of the report that the others are set against.
const MAJORITY: &str = "majority";

/// What tells when, at which age or where to is no group of people to compare.
const NO_GROUPS: [&str; 6] = [
    "age",
    "year",
    "period",
    "years_since",
    "destination",
    "destination_kind",
];

/// The dimensions of a data set whose codes can be compared as groups: by their rates or, of data without
/// rates, by what else there is.
pub(super) fn group_dimensions(dataset: &Dataset) -> Vec<String> {
    let has_rate = |name: &str| {
        let by = Some(name).filter(|name| !name.is_empty());
        is_answerable(dataset, &Question::new(Measure::Rate, by))
    };
    let mut names = dimensions_for(dataset, &[]);
    names.retain(|name| !NO_GROUPS.contains(&name.as_str()));
    if has_rate("") && !names.iter().any(|name| name == GROUP) {
        names.retain(|name| has_rate(name));
    }
    names
}

/// An analysis in the making.
///
/// Every number is written by its own explanation, so that table and arithmetic cannot differ.
pub(super) struct AnalysisBuilder<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) lang: Lang,
    /// The dimension whose codes are the groups.
    pub(super) of: String,
    /// Confidence level.
    pub(super) level: f64,
    pub(super) page: AnalysisPage,
    /// How the intervals of plain rates and shares are formed; the default when absent.
    pub(super) own: Option<IntervalMethod>,
    /// The years that the numbers are of, as a phrase; nothing where all that the data set has is of the same ones.
    pub(super) when: String,
    /// Those years one by one, below the heading of a figure.
    pub(super) years: Vec<String>,
    /// The table that answered, for panels that are of no question by themselves.
    pub(super) of_table: String,
    asked: &'a Asked,
    explanations: Vec<Explanation>,
    pub(super) picture: Option<Picture>,
}

/// A group as a phrase of place with its number, for an answer in words.
pub(super) struct Named {
    pub(super) place: String,
    pub(super) value: f64,
    pub(super) text: String,
    /// Its confidence interval, where sentences ask for it; an upper limit may be without bound.
    pub(super) limits: Option<(f64, Option<f64>)>,
}

impl<'a> AnalysisBuilder<'a> {
    pub(super) fn new(dataset: &'a Dataset, asked: &'a Asked, lang: Lang) -> AnalysisBuilder<'a> {
        let page = AnalysisPage {
            title: words::title(lang).to_owned(),
            assumed: words::assumptions(lang).to_owned(),
            show: explain::show_arithmetic(lang).to_owned(),
            ..AnalysisPage::default()
        };
        AnalysisBuilder {
            dataset,
            lang,
            of: GROUP.to_owned(),
            level: 0.95,
            page,
            own: None,
            when: String::new(),
            years: Vec::new(),
            of_table: String::new(),
            asked,
            explanations: Vec::new(),
            picture: None,
        }
    }

    /// The analysis and the arithmetic behind its numbers, by position.
    pub(super) fn done(mut self) -> (AnalysisPage, Vec<Explanation>) {
        // Wherever there are intervals it is said what they mean for a complete count.
        let meaning = methods::complete_register(self.lang);
        let lines = self.page.tables.iter().flat_map(|table| &table.rows);
        let mut cells = lines.flat_map(|line| &line.cells);
        let any_interval = cells.any(|cell| cell.explain.is_some() && cell.value.is_none());
        if any_interval && !self.page.assumptions.iter().any(|said| said == meaning) {
            self.assume(meaning);
        }
        self.page.said = marks::pieces(&self.page.answer);
        self.page.answer = marks::plain(&self.page.answer);
        (self.page, self.explanations)
    }

    /// What the address says about a choice.
    pub(super) fn asked(&self, name: &str) -> &str {
        asked_of(self.asked, name).unwrap_or_default()
    }

    /// Offers a choice; what is asked for counts when it is among the values.
    pub(super) fn choose(
        &mut self,
        name: &str,
        label: &str,
        choices: Vec<(String, String)>,
        default: &str,
    ) -> String {
        let control = Control::among(name, label, choices, [self.asked(name), default]);
        let value = control.value.clone();
        self.page.controls.push(control);
        value
    }

    /// Offers the interval methods of a plain rate or share.
    pub(super) fn choose_method(&mut self, question: &Question) -> IntervalMethod {
        let names = IntervalMethod::names_for(question).into_iter();
        let choice = |name: &str| {
            let id = IntervalMethod::from_name(name)?.id();
            let method = methods::method(self.lang, id)?;
            Some((name.to_owned(), method.name.to_owned()))
        };
        let choices = names.filter_map(choice).collect();
        let name = self.choose("method", kinds::choose_method(self.lang), choices, "");
        let method = IntervalMethod::chosen(IntervalMethod::from_name(&name), question);
        self.own = Some(method);
        method
    }

    /// Offers a whole number from 0 to 100.
    pub(super) fn slide(&mut self, name: &str, label: &str, value: u8) {
        self.page.controls.push(Control {
            name: name.to_owned(),
            label: label.to_owned(),
            value: value.to_string(),
            choices: Vec::new(),
        });
    }

    /// Offers what can take the place of the groups in data without them: what rates can be told apart by.
    /// Where that is nothing, everyone is one group.
    pub(super) fn choose_groups(&mut self, needs_groups: bool) {
        let names = group_dimensions(self.dataset);
        if names.iter().any(|name| name == GROUP) {
            return;
        }
        let choices: Vec<(String, String)> = names
            .into_iter()
            .map(|name| (name.clone(), self.dataset.dimension_name(self.lang, &name)))
            .collect();
        match choices.as_slice() {
            // What needs groups says that there are none.
            [] if needs_groups => {}
            [] => self.of.clear(),
            [(only, _)] => self.of.clone_from(only),
            _ => self.of = self.choose("of", words::groups_are(self.lang), choices, ""),
        }
    }

    /// By groups; by nothing where everyone is one.
    pub(super) fn groups(&self) -> Vec<String> {
        let of = Some(self.of.clone());
        of.into_iter().filter(|of| !of.is_empty()).collect()
    }

    /// A question by groups, and by other dimensions after them.
    pub(super) fn by_groups(&self, measure: Measure, others: &[&str]) -> Question {
        let mut question = Question::new(measure, []);
        question.by = self.groups();
        question
            .by
            .extend(others.iter().map(|name| (*name).to_owned()));
        question
    }

    /// What one of the groups is called, in the label of a choice.
    pub(super) fn group_word(&self) -> String {
        match self.of.as_str() {
            GROUP => words::group(self.lang).to_owned(),
            _ => self.group_heading(),
        }
    }

    /// What the groups are, as a heading; nothing where everyone is one.
    pub(super) fn group_heading(&self) -> String {
        if self.of.is_empty() {
            return String::new();
        }
        self.dataset.dimension_name(self.lang, &self.of)
    }

    /// The label of a group.
    pub(super) fn group_label(&self, code: &str) -> String {
        self.label(&self.of, code)
    }

    /// A key as a phrase of place; nothing where everyone is one.
    pub(super) fn place(&self, by: &[String], key: &[String]) -> String {
        let mut parts = Vec::new();
        for (dimension, code) in by.iter().zip(key) {
            let label = self.label(dimension, code);
            let place = places::place(self.lang, dimension, code, &label);
            parts.push((dimension.as_str(), place));
        }
        places::together(self.lang, parts)
    }

    /// A group as a phrase of place.
    pub(super) fn group_place(&self, code: &str) -> String {
        self.place(std::slice::from_ref(&self.of), &[code.to_owned()])
    }

    /// The colour of a group.
    pub(super) fn hue(&self, code: &str) -> Option<Hue> {
        Hue::of(&self.of, code)
    }

    /// Offers the groups; `before` comes first.
    pub(super) fn choose_group(
        &mut self,
        name: &str,
        label: &str,
        before: Option<(&str, &str)>,
        default: &str,
    ) -> String {
        self.choose_group_that(name, label, before, default, |_| true)
    }

    /// Offers the groups that something can be said about.
    pub(super) fn choose_group_that(
        &mut self,
        name: &str,
        label: &str,
        before: Option<(&str, &str)>,
        default: &str,
        fits: impl Fn(&str) -> bool,
    ) -> String {
        let mut groups = codes_of(self.dataset, &self.of);
        groups.retain(|code| fits(code));
        let known = groups
            .iter()
            .map(|code| (code.clone(), self.group_label(code)));
        let before = before.map(|(code, label)| (code.to_owned(), label.to_owned()));
        let choices = before.into_iter().chain(known).collect();
        self.choose(name, label, choices, default)
    }

    /// The group that others are set against where nobody has chosen one: the majority of the report, the one that a
    /// package shows first, or the largest in the answer to a question.
    pub(super) fn usual_reference(&self, question: &Question, except: &str) -> String {
        let codes = codes_of(self.dataset, &self.of);
        if codes.iter().any(|code| code == MAJORITY) && except != MAJORITY {
            return MAJORITY.to_owned();
        }
        if let Some([code]) = self.dataset.defaults.get(&self.of)
            && code != except
        {
            return code.clone();
        }
        let place = question.by.iter().position(|name| *name == self.of);
        let found = answer(self.dataset, question).ok().zip(place);
        let Some((found, place)) = found else {
            return codes
                .into_iter()
                .find(|code| code != except)
                .unwrap_or_default();
        };
        let mut sizes: Vec<(&String, f64)> = Vec::new();
        for row in found.rows.iter().filter(|row| row.key[place] != except) {
            let size = row
                .denominator
                .or(row.numerator)
                .or(row.value)
                .unwrap_or(0.0);
            match sizes.iter_mut().find(|(code, _)| **code == row.key[place]) {
                Some((_, sum)) => *sum += size,
                None => sizes.push((&row.key[place], size)),
            }
        }
        let largest = sizes
            .into_iter()
            .rev()
            .max_by(|one, two| one.1.total_cmp(&two.1));
        largest.map_or(String::new(), |(code, _)| code.clone())
    }

    /// The label of a code.
    pub(super) fn label(&self, dimension: &str, code: &str) -> String {
        code_label(self.dataset, dimension, code, self.lang)
    }

    /// The short labels of a key, for a figure.
    pub(super) fn short_name(&self, by: &[String], key: &[String]) -> String {
        let short = |(dimension, code): (&String, &String)| {
            let found = self.dataset.label(dimension, code);
            let names = found.filter(|label| !label.short.is_empty());
            match names {
                Some(label) => label.short.get(self.lang).to_owned(),
                None => self.label(dimension, code),
            }
        };
        let labels: Vec<String> = by.iter().zip(key).map(short).collect();
        match labels.is_empty() {
            true => text::words::total(self.lang).to_owned(),
            false => labels.join(", "),
        }
    }

    /// What is measured with its unit, below the heading of a figure.
    pub(super) fn measured(&self, name: &str) -> String {
        let measure = self.dataset.measure_name(self.lang, name);
        match terms::unit(self.lang, name) {
            "" => measure,
            unit => format!("{measure}, {unit}"),
        }
    }

    /// The labels of a key.
    pub(super) fn name(&self, by: &[String], key: &[String]) -> String {
        let labels: Vec<String> = by
            .iter()
            .zip(key)
            .map(|(dimension, code)| self.label(dimension, code))
            .collect();
        match labels.is_empty() {
            true => text::words::total(self.lang).to_owned(),
            false => labels.join(", "),
        }
    }

    /// A number and its interval, both with the same explanation; the reason when there is none.
    pub(super) fn numbers(&mut self, found: Result<Explanation, Status>) -> [Cell; 2] {
        match found {
            Err(status) => [plain(reason(status, self.lang)), plain("")],
            Ok(explanation) => {
                let id = Some(self.explanations.len().to_string());
                let value = Cell {
                    text: explanation.result.clone(),
                    value: explanation.value,
                    explain: id.clone(),
                    ..Cell::default()
                };
                let interval = match &explanation.interval {
                    Some(interval) => Cell {
                        text: interval.between.clone(),
                        explain: id,
                        limits: Some((interval.lower, interval.upper)),
                        ..Cell::default()
                    },
                    None => plain(""),
                };
                self.explanations.push(explanation);
                [value, interval]
            }
        }
    }

    /// Says in the arithmetic of a cell how its number stands on the page.
    pub(super) fn beside(&mut self, cell: &Cell, printed: &str) {
        let place = cell
            .explain
            .as_ref()
            .and_then(|id| id.parse::<usize>().ok());
        if let Some(told) = place.and_then(|place| self.explanations.get_mut(place)) {
            *told = told.clone().beside(printed);
        }
    }

    /// Keeps an explanation that several cells share.
    pub(super) fn keep(&mut self, found: Result<Explanation, Status>) -> Option<String> {
        let explanation = found.ok()?;
        self.explanations.push(explanation);
        Some((self.explanations.len() - 1).to_string())
    }

    /// A row of an answer with the interval of its measure.
    pub(super) fn row(
        &mut self,
        question: &Question,
        (table, by, notes): (&str, &[String], &[Note]),
        row: &Row,
    ) -> [Cell; 2] {
        let answer = Answer {
            table: table.to_owned(),
            by: by.to_vec(),
            rows: Vec::new(),
            notes: notes.to_vec(),
        };
        let method = IntervalMethod::chosen(self.own, question);
        let (dataset, level, lang) = (self.dataset, self.level, self.lang);
        self.numbers(of_row(dataset, question, &answer, row, method, level, lang))
    }

    /// The crude rate of a group from its events and exposure.
    pub(super) fn crude(
        &mut self,
        of_answer: (&str, &[String], &[Note]),
        key: &[String],
        parts: Result<(f64, f64), Status>,
    ) -> [Cell; 2] {
        let (events, exposure) = match parts {
            Ok((_, exposure)) if exposure <= 0.0 => return self.numbers(Err(Status::NoExposure)),
            Ok(parts) => parts,
            Err(status) => return self.numbers(Err(status)),
        };
        let question = Question::new(Measure::Rate, [self.of.as_str()]);
        let row = Row {
            key: key.to_vec(),
            numerator: Some(events),
            denominator: Some(exposure),
            value: Some(events / exposure),
            status: Status::Ok,
            left_out: None,
            rounding: None,
        };
        self.row(&question, of_answer, &row)
    }

    pub(super) fn table(&mut self, caption: &str, columns: &[&str], rows: Vec<Line>) {
        self.page.tables.push(Table {
            caption: caption.to_owned(),
            columns: columns.iter().map(|column| (*column).to_owned()).collect(),
            rows,
        });
    }

    /// The text of a cell, for a sentence: it leads to the same arithmetic.
    pub(super) fn leading(cell: &Cell) -> String {
        let place = cell.explain.as_ref().and_then(|id| id.parse().ok());
        marks::maybe(place, &cell.text)
    }

    /// A text of a sentence that leads to an explanation.
    pub(super) fn lead(&mut self, text: &str, found: Result<Explanation, Status>) -> String {
        let place = found.ok().map(|explanation| {
            self.explanations.push(explanation);
            self.explanations.len() - 1
        });
        marks::maybe(place, text)
    }

    /// Adds the remarks of an answer.
    pub(super) fn remarks(&mut self, notes: &[Note]) {
        let mut answer = Answer {
            notes: notes.to_vec(),
            ..Answer::default()
        };
        // What an analysis is computed from is not what it shows: no number of these has a mark.
        answer
            .notes
            .retain(|note| !matches!(note, Note::SmallNumbers { .. }));
        let texts = note_texts(&answer, self.dataset, self.lang);
        self.page.notes.extend(texts);
    }

    pub(super) fn note(&mut self, text: &str) {
        self.page.notes.push(text.to_owned());
    }

    /// Notes what the report says of its people and of how it counts, where the data are those of the report.
    pub(super) fn note_of_report(&mut self, text: &str) {
        if self.dataset.is_of_report() {
            self.note(text);
        }
    }

    pub(super) fn assume(&mut self, text: impl Into<String>) {
        self.page.assumptions.push(text.into());
    }

    /// The question of one year, where the numbers of all years together are not alike: as of countries
    /// with different years. The newest year that most have is chosen at first.
    pub(super) fn choose_year(&mut self, question: Question) -> Question {
        let mut by_year = question.clone();
        by_year.by.push("year".to_owned());
        let found = (self.differing(&question).is_some())
            .then(|| answer(self.dataset, &by_year).ok())
            .flatten();
        let Some(found) = found else {
            return question;
        };
        let known = |year: &String| {
            let rows = found.rows.iter().filter(|row| row.value.is_some());
            rows.filter(|row| row.key.last() == Some(year)).count()
        };
        let mut years = codes_of(self.dataset, "year");
        years.retain(|year| known(year) > 1);
        years.reverse();
        let most = years.iter().map(known).max().unwrap_or(0);
        let newest = years.iter().find(|year| known(year) == most).cloned();
        let choices = years.into_iter().map(|year| (year.clone(), year)).collect();
        let label = self.dataset.dimension_name(self.lang, "year");
        let year = self.choose("year", &label, choices, &newest.unwrap_or_default());
        match year.is_empty() {
            true => question,
            false => {
                self.when = sentences::in_year(self.lang, question.measure.name(), &year);
                question.filtered("year", [year])
            }
        }
    }

    /// Keeps the years that the numbers of a question are sums over, to be told.
    pub(super) fn pool(&mut self, question: &Question, table: &str) {
        table.clone_into(&mut self.of_table);
        self.years = years_of(question, self.dataset, table);
        if self.when.is_empty() {
            let years = text::ranges(self.lang, &self.years);
            self.when = sentences::in_year(self.lang, question.measure.name(), &years);
        }
    }

    /// The dimension of which the numbers of a question are sums over different codes.
    fn differing(&self, question: &Question) -> Option<String> {
        let answer = answer(self.dataset, question).ok()?;
        let makeup = Makeup::of(self.dataset, question, &answer);
        let known = answer.rows.iter().filter(|row| row.value.is_some());
        let dimension = makeup.differs(known.map(|row| row.key.as_slice()));
        dimension.map(str::to_owned)
    }

    /// Whether the numbers of a question can be compared with each other; says why when they cannot:
    /// they are sums over different codes, as of countries with different years.
    pub(super) fn are_alike(&mut self, question: &Question) -> bool {
        let dimension = self.differing(question);
        if let Some(dimension) = &dimension {
            self.are_apart(dimension);
        }
        dimension.is_none()
    }

    /// Says that numbers are not of the same codes of a dimension, and cannot be compared.
    pub(super) fn are_apart(&mut self, dimension: &str) {
        let of = places::all(self.lang, dimension);
        self.say(text::figures::not_alike(self.lang, &of));
    }

    /// Says which group is highest and which is lowest; `what` is what the measure is called.
    pub(super) fn answer_extremes(&mut self, measure: &str, what: &str, all: &[Named]) {
        let entries = all
            .iter()
            .map(|named| (named.place.as_str(), named.value, named.text.as_str()));
        let Some((mut high, mut low)) = extremes::extremes(&entries.collect::<Vec<_>>()) else {
            return;
        };
        let values = || all.iter().map(|named| named.value);
        let (top, bottom) = (
            values().fold(f64::MIN, f64::max),
            values().fold(f64::MAX, f64::min),
        );
        let told = [&high.value, &low.value].map(|text| marks::plain(text));
        let even = number::evened(self.lang, [(top, &told[0]), (bottom, &told[1])]);
        for (end, text) in [&mut high, &mut low].into_iter().zip(even) {
            let place = marks::place(&end.value).and_then(|place| self.explanations.get(place));
            if text != marks::plain(&end.value)
                && let Some(told) = place
            {
                let told = told.clone().beside(&text);
                end.value = self.lead(&text, Ok(told));
            }
        }
        if high.shared < high.of {
            let what = sentences::subject(self.lang, measure, Some(what), "");
            let said = sentences::extremes(self.lang, &what, &self.when, &self.of, (&high, &low));
            self.say(said);
        }
    }

    /// Says where the curves through some years go up or down the most; of some only, which are named at the end of
    /// the sentence.
    pub(super) fn answer_changes(&mut self, all: &[Named], years: (i32, i32), of: &str) {
        let by_value = |one: &&Named, two: &&Named| one.value.total_cmp(&two.value);
        let (Some(high), Some(low)) = (all.iter().max_by(by_value), all.iter().min_by(by_value))
        else {
            return;
        };
        // What is too little for the decimals is no change.
        let is_told = |named: &Named| !number::is_nothing(&marks::plain(&named.text));
        let [top, bottom] = [high, low].map(|named| (named.place.as_str(), named.text.as_str()));
        let [top, bottom] = [top, bottom].map(|(at, by)| (at, by.replace(number::MINUS, "")));
        let [top, bottom] = [&top, &bottom].map(|(at, by)| (*at, by.as_str()));
        let falls = low.value < 0.0 && is_told(low);
        let rises = high.value > 0.0 && is_told(high);
        let (more, less) = if rises { (top, bottom) } else { (bottom, top) };
        let changes = match (falls, rises, all.len()) {
            (false, false, _) => Changes::Same,
            (_, _, 1) => Changes::One(rises, more),
            (true, true, _) => Changes::Both(top, bottom),
            (_, _, 2) => Changes::Two(rises, more, less),
            _ => Changes::Alike(rises, more, less),
        };
        let said = words::changes(self.lang, years, changes);
        self.say(sentences::limited(&said, of));
        let overlap = |end: &Named| {
            let others = all.iter().filter(|other| !std::ptr::eq(end, *other));
            let mut pairs = others.filter_map(|other| end.limits.zip(other.limits));
            let reaches = |upper: Option<f64>, lower| upper.is_none_or(|upper| upper >= lower);
            pairs.any(|(one, two)| reaches(one.1, two.0) && reaches(two.1, one.0))
        };
        if changes != Changes::Same && (overlap(high) || overlap(low)) {
            self.say(words::intervals_overlap(self.lang, all.len() == 2).to_owned());
        }
    }

    /// The answer as plain text.
    pub(super) fn answer(&self) -> String {
        marks::plain(&self.page.answer)
    }

    /// Adds a sentence to the answer; numbers may be marked with the places of explanations.
    pub(super) fn say(&mut self, sentence: String) {
        if !self.page.answer.is_empty() {
            self.page.answer.push(' ');
        }
        self.page.answer += &sentence;
    }

    /// Says why there is no answer.
    pub(super) fn refuse(&mut self, failure: &Failure) {
        let text = match failure {
            Failure::Refused(refusal) => refusal_text(refusal, self.dataset, self.lang),
            _ => String::new(),
        };
        self.say(match text.is_empty() {
            true => words::cannot(self.lang).to_owned(),
            false => text,
        });
    }

    /// A caption of numbers that have intervals beside them.
    pub(super) fn with_interval(&self, what: &str) -> String {
        words::with_interval(self.lang, what, &self.level_text())
    }

    /// The confidence level as it is read.
    pub(super) fn level_text(&self) -> String {
        number::percent(self.level, 0, self.lang)
    }
}

/// A cell of words.
pub(super) fn plain(text: &str) -> Cell {
    Cell {
        text: text.to_owned(),
        ..Cell::default()
    }
}

/// The number of a cell at a place, when there is one.
pub(super) fn named(place: &str, cell: &Cell) -> Option<Named> {
    Some(Named {
        place: place.to_owned(),
        value: cell.value?,
        text: AnalysisBuilder::leading(cell),
        limits: None,
    })
}
