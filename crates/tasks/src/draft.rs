//! A task made from a figure or an analysis: what suits it, with words to begin with.

use data::json::{Json, object, text};
use data::write::json as written;
use data::{Dataset, Names};
use explain::code_label;
use figures::build::build;
use measures::{Row, answer, codes_of};
use state::{Asked, Page, State, View, address};
use text::{Lang, tasks as said};
use view_models::analyses;
use view_models::analyses::page::Cell;

use super::file::{Place, Task};
use super::packed;
use super::prepare::prepare;
use super::quantity::Pick;

/// A type by its name in files, and what it is called.
pub type NamedType = (&'static str, fn(Lang) -> &'static str);

/// The types that can be made of a figure or an analysis, as a file calls them, with their names.
pub const TYPES: [NamedType; 6] = [
    ("draw", said::draw),
    ("bars", said::bars),
    ("order", said::order),
    ("estimate", said::estimate),
    ("choose", said::choose),
    ("explain", said::explain),
];

/// A task in the making. Its words are those to begin with, in every language, until somebody writes some.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The type, by its name in a file.
    pub kind: String,
    /// What it is made from.
    pub of: Place,
    /// The heading.
    pub title: Names,
    /// The question.
    pub ask: Names,
    /// Why it is so; empty for the sentence of the figure, computed when the task is asked.
    pub why: Names,
    /// Which part is asked for, as [`Draft::parts`] names it: the last place that is given of a line, empty for
    /// none; the number of an analysis.
    pub part: String,
    /// How many minutes it takes; none when nobody has said.
    pub minutes: u32,
    /// The code of the aim of the curriculum; empty for none.
    pub aim: String,
}

/// Which words of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The heading.
    Title,
    /// The question.
    Ask,
    /// Why it is so.
    Why,
}

impl Draft {
    /// The task of a type with words to begin with.
    pub fn begin(kind: &str, of: &Place, dataset: &Dataset) -> Draft {
        let mut draft = Draft::bare(kind, of, dataset);
        draft.title = draft.titles(dataset);
        draft.ask = draft.questions(dataset);
        draft
    }

    /// The task of a type without words.
    fn bare(kind: &str, of: &Place, dataset: &Dataset) -> Draft {
        let mut draft = Draft {
            kind: kind.to_owned(),
            of: of.clone(),
            title: Names::default(),
            ask: Names::default(),
            why: Names::default(),
            part: String::new(),
            minutes: 0,
            aim: String::new(),
        };
        let parts = draft.parts(dataset, Lang::default());
        let first = match of {
            Place::View(view) if kind == "estimate" => picked(view, dataset),
            Place::View(_) => parts.get(parts.len() / 2).map(|(part, _)| part.clone()),
            Place::Analysis(_) => parts.first().map(|(part, _)| part.clone()),
        };
        draft.part = first.unwrap_or_default();
        draft
    }

    /// The headings to begin with.
    fn titles(&self, dataset: &Dataset) -> Names {
        in_each(|lang| self.heading(dataset, lang))
    }

    fn heading(&self, dataset: &Dataset, lang: Lang) -> String {
        match &self.of {
            Place::View(view) => view
                .spec()
                .map(|spec| build(&spec, dataset, lang).sheet.title)
                .unwrap_or_default(),
            Place::Analysis(asked) => analyses::page(dataset, asked, lang).question,
        }
    }

    /// The questions to begin with.
    fn questions(&self, dataset: &Dataset) -> Names {
        in_each(|lang| {
            // Braces would be read as the names of numbers.
            let question = self.question(&self.parts(dataset, lang), dataset, lang);
            question.replace(['{', '}'], "")
        })
    }

    fn words(&mut self, field: Field) -> &mut Names {
        match field {
            Field::Title => &mut self.title,
            Field::Ask => &mut self.ask,
            Field::Why => &mut self.why,
        }
    }

    /// Writes words in a language. Those to begin with in other languages would say something else, and go; they
    /// come again when nothing is written any more.
    pub fn write(&mut self, field: Field, lang: Lang, text: &str, dataset: &Dataset) {
        let first = match field {
            Field::Title => self.titles(dataset),
            Field::Ask => self.questions(dataset),
            Field::Why => Names::default(),
        };
        let words = self.words(field);
        if *words == first {
            *words = Names::default();
        }
        *in_lang(words, lang) = text.to_owned();
        if words.is_empty() {
            *words = first;
        }
    }

    /// The languages in which some of the words are missing that others have.
    pub fn missing(&self) -> Vec<Lang> {
        let all = [&self.title, &self.ask, &self.why];
        let lacks = |names: &&Names, lang: Lang| {
            let mut given = names.given().peekable();
            given.peek().is_some() && given.all(|(tag, _)| tag != lang.tag())
        };
        let lacking = |lang: &Lang| all.iter().any(|names| lacks(names, *lang));
        Lang::ALL.into_iter().filter(lacking).collect()
    }

    /// The question to begin with.
    fn question(&self, parts: &[(String, String)], dataset: &Dataset, lang: Lang) -> String {
        let part = parts.iter().find(|(part, _)| *part == self.part);
        let heading = self.heading(dataset, lang);
        let part = part.map_or(heading.as_str(), |(_, label)| label);
        let is_of_table = matches!(self.of, Place::Analysis(_));
        let asked = || self.asked(dataset, lang);
        match self.kind.as_str() {
            "draw" => said::ask_draw(lang, &asked()),
            "bars" => said::ask_bars(lang, &asked()),
            "order" => said::ask_order(lang, &asked()),
            "estimate" if is_of_table => said::ask_number(lang, part),
            "estimate" => match self.counted(dataset, lang) {
                Some((unit, of)) => said::ask_count(lang, &unit, &of),
                None => said::ask_number(lang, &asked()),
            },
            "choose" if is_of_table => said::ask_highest(lang, part),
            "choose" => said::ask_choose(lang, &asked()),
            // The title of an analysis is a question.
            _ => said::ask_explain(lang, heading.trim_end_matches('?')),
        }
    }

    /// What is counted by the number that is asked for, and whom and when it is of; none for what is no count.
    fn counted(&self, dataset: &Dataset, lang: Lang) -> Option<(String, String)> {
        let Place::View(view) = &self.of else {
            return None;
        };
        let task = self.task()?;
        let prepared = prepare(&task, dataset, lang).ok()?;
        let unit = prepared.numbers.first()?.unit.clone();
        let about = self.about(
            &build(&whole(view).spec()?, dataset, lang).sheet.subtitle,
            dataset,
            lang,
        );
        (!unit.is_empty() && !about.is_empty()).then_some((unit, about))
    }

    /// Whom and when what is asked for is of, from the line under the title of its figure.
    fn about(&self, subtitle: &str, dataset: &Dataset, lang: Lang) -> String {
        let is_number = self.kind == "estimate";
        let is_split = matches!(&self.of, Place::View(view) if !view.split.is_empty());
        let is_of_all = is_split && (is_number || self.kind == "draw");
        let scope = subtitle
            .split_once(" · ")
            .map(|(_, scope)| scope.to_owned());
        let place = is_number
            .then(|| self.place_of_number(dataset, lang))
            .flatten();
        let all = is_of_all.then(|| said::all_together(lang).to_owned());
        let about: Vec<String> = [place, all, scope].into_iter().flatten().collect();
        about.join(", ")
    }

    /// What is asked for of a figure: its title with whom and when it is of. Of a figure in parts a line and a number
    /// are those of all together.
    fn asked(&self, dataset: &Dataset, lang: Lang) -> String {
        let Place::View(view) = &self.of else {
            return self.heading(dataset, lang);
        };
        let shown = match self.kind.as_str() {
            "estimate" | "draw" => whole(view),
            _ => (**view).clone(),
        };
        let Some(spec) = shown.spec() else {
            return String::new();
        };
        let sheet = build(&spec, dataset, lang).sheet;
        match self.about(&sheet.subtitle, dataset, lang) {
            none if none.is_empty() => sheet.title,
            about => format!("{} ({about})", sheet.title),
        }
    }

    /// What the number that is asked for is of, by the rule by which it is asked for.
    fn place_of_number(&self, dataset: &Dataset, lang: Lang) -> Option<String> {
        let mut task = self.task()?;
        task.text.ask = Names::same("{asked.of}");
        let prepared = prepare(&task, dataset, lang).ok()?;
        Some(prepared.ask.clone())
    }

    /// The same task asked of another part; a question that nobody has written goes with it.
    pub fn of_part(&mut self, part: String, dataset: &Dataset) {
        let is_own = self.ask != self.questions(dataset);
        self.part = part;
        if !is_own {
            self.ask = self.questions(dataset);
        }
    }

    /// The task as one of another type; what somebody has written stays.
    #[must_use]
    pub fn of_kind(&self, kind: &str, dataset: &Dataset) -> Draft {
        let is_own = self.ask != self.questions(dataset);
        let begun = Draft::begin(kind, &self.of, dataset);
        Draft {
            title: self.title.clone(),
            ask: if is_own { self.ask.clone() } else { begun.ask },
            why: self.why.clone(),
            minutes: self.minutes,
            aim: self.aim.clone(),
            ..begun
        }
    }

    /// What can be asked for, with what it is called: the places of a line up to which it is given, the numbers of a
    /// figure of which one is estimated, or those of an analysis, of which a share is estimated and one of a column is
    /// chosen.
    pub fn parts(&self, dataset: &Dataset, lang: Lang) -> Vec<(String, String)> {
        match (&self.of, self.kind.as_str()) {
            (Place::View(view), "draw") if view.split.is_empty() => {
                let mut codes = codes_of(dataset, &view.by);
                codes.pop();
                let label = |code: String| {
                    let label = code_label(dataset, &view.by, &code, lang);
                    (code, label)
                };
                codes.into_iter().map(label).collect()
            }
            (Place::View(view), "estimate") => {
                let label = |(code, _): (String, Row)| {
                    let label = code_label(dataset, &view.by, &code, lang);
                    (code, label)
                };
                numbered(view, dataset).into_iter().map(label).collect()
            }
            (Place::Analysis(asked), "estimate") => cells(dataset, asked, lang),
            (Place::Analysis(asked), "choose") => columns(dataset, asked, lang),
            _ => Vec::new(),
        }
    }

    /// The types that suit a figure or an analysis: those that the data can be asked.
    pub fn suited(of: &Place, dataset: &Dataset, lang: Lang) -> Vec<&'static str> {
        let suits = |kind: &&'static str| {
            let task = Draft::bare(kind, of, dataset).task();
            task.is_some_and(|task| prepare(&task, dataset, lang).is_ok())
        };
        TYPES.iter().map(|(name, _)| *name).filter(suits).collect()
    }

    /// The task as it would be read.
    pub fn task(&self) -> Option<Task> {
        Task::read(&self.file()).ok()
    }

    /// The file of the task, with its words in every language that has some.
    pub fn file(&self) -> String {
        self.file_in(&Lang::ALL)
    }

    /// The letters of a link to the task: with the words of every language, or of one where they are too many.
    pub fn letters(&self, lang: Lang) -> Option<String> {
        packed::pack(&self.file()).or_else(|| packed::pack(&self.file_in(&[lang])))
    }

    /// The file with the words of some languages; of any other where those have none.
    fn file_in(&self, langs: &[Lang]) -> String {
        let words = |names: &Names| {
            let is_in = |tag: &str| langs.iter().any(|lang| lang.tag() == tag);
            let has_any = names.given().any(|(tag, _)| is_in(tag));
            let given = names.given().filter(|(tag, _)| is_in(tag) || !has_any);
            object(given.map(|(tag, words)| (tag, text(words))))
        };
        // Braces would be read as the names of numbers.
        let why = in_each(|lang| in_lang(&mut self.why.clone(), lang).replace(['{', '}'], ""));
        let mut fields = vec![
            ("task", Json::Number(f64::from(super::file::VERSION))),
            ("id", text(&self.id())),
            (
                "text",
                object([
                    ("title", words(&self.title)),
                    ("ask", words(&self.ask)),
                    ("why", words(&why)),
                    ("model", words(&why)),
                ]),
            ),
            ("kind", text(&self.kind)),
        ];
        match &self.of {
            Place::View(view) => fields.extend(self.of_view(view)),
            Place::Analysis(_) => fields.extend(self.of_analysis()),
        }
        let mut teacher = Vec::new();
        if self.minutes > 0 {
            teacher.push(("minutes", Json::Number(f64::from(self.minutes))));
        }
        if !self.aim.is_empty() {
            teacher.push(("aims", Json::List(vec![text(&self.aim)])));
        }
        if !teacher.is_empty() {
            fields.push(("teacher", object(teacher)));
        }
        written(&object(fields))
    }

    /// The fields of a task of a figure.
    fn of_view(&self, view: &View) -> Vec<(&'static str, Json)> {
        let is_line = is_line(view);
        let at = |view: &View| at(&Place::View(Box::new(view.clone())));
        let whole = whole(view);
        match self.kind.as_str() {
            // The sum of what is shown in parts is drawn; a line alone goes on where it is hidden.
            "draw" if is_line && !view.split.is_empty() => {
                vec![("view", at(&whole)), ("shown", at(view))]
            }
            "draw" if is_line && self.part.is_empty() => vec![("view", at(view))],
            "draw" if is_line => vec![("view", at(view)), ("given_until", text(&self.part))],
            "bars" | "order" if !is_line => vec![("view", at(view))],
            "estimate" => {
                let row = [
                    ("row", at(&whole)),
                    ("at", object([(view.by.as_str(), text(&self.part))])),
                ];
                asked_for(object(row), at(view))
            }
            "choose" if !is_line => vec![
                (
                    "rows",
                    object([("view", at(view)), ("right", text("@highest"))]),
                ),
                ("reveal", at(view)),
            ],
            "explain" => vec![("shown", at(view)), ("boxes", Json::List(Vec::new()))],
            _ => Vec::new(),
        }
    }

    /// The fields of a task of an analysis.
    fn of_analysis(&self) -> Vec<(&'static str, Json)> {
        let here = || at(&self.of);
        let (line, column) = self.part.split_once(SEPARATOR).unwrap_or(("", &self.part));
        let column = Json::Number(column.parse().unwrap_or_default());
        match self.kind.as_str() {
            "estimate" => {
                let line = match line.parse::<f64>() {
                    Ok(place) => Json::Number(place),
                    Err(_) => text(line),
                };
                let cell = [("cell", here()), ("line", line), ("column", column)];
                asked_for(object(cell), here())
            }
            "choose" => vec![
                (
                    "rows",
                    object([
                        ("table", here()),
                        ("column", column),
                        ("right", text("@highest")),
                    ]),
                ),
                ("reveal", here()),
            ],
            "explain" => vec![
                ("shown", here()),
                ("reveal", here()),
                ("boxes", Json::List(Vec::new())),
            ],
            _ => Vec::new(),
        }
    }

    /// A name that tells tasks apart: of the figure, the type and the question.
    fn id(&self) -> String {
        let asked: String = self.ask.given().map(|(_, words)| words).collect();
        let said = format!("{}{}{asked}", place(&self.of), self.kind);
        let hash = said.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        format!("own-{:08x}", hash as u32)
    }
}

/// A text of each language.
fn in_each(make: impl Fn(Lang) -> String) -> Names {
    let [nb, nn, en] = Lang::ALL.map(make);
    Names { nb, nn, en }
}

fn in_lang(names: &mut Names, lang: Lang) -> &mut String {
    match lang {
        Lang::Nb => &mut names.nb,
        Lang::Nn => &mut names.nn,
        Lang::En => &mut names.en,
    }
}

/// The view of all together.
fn whole(view: &View) -> View {
    View {
        split: String::new(),
        ..view.clone()
    }
}

fn is_line(view: &View) -> bool {
    view.spec().is_some_and(|spec| {
        let panel = spec.panels.first();
        panel.is_some_and(|panel| panel.chart == figures::spec::Chart::Line)
    })
}

/// The rows of a figure of all together that have a number, each with its code.
fn numbered(view: &View, dataset: &Dataset) -> Vec<(String, Row)> {
    let whole = whole(view);
    let answer = whole
        .question()
        .and_then(|question| answer(dataset, &question).ok());
    let Some(answer) = answer else {
        return Vec::new();
    };
    let Some(place) = answer.by.iter().position(|name| *name == view.by) else {
        return Vec::new();
    };
    let rows = answer.rows.into_iter().filter(|row| row.value.is_some());
    rows.map(|row| (row.key[place].clone(), row)).collect()
}

/// The number that is asked for to begin with: the last of a line, else the only highest, else the first.
fn picked(view: &View, dataset: &Dataset) -> Option<String> {
    let rows = numbered(view, dataset);
    let question = whole(view).question()?;
    let all: Vec<&Row> = rows.iter().map(|(_, row)| row).collect();
    let pick = if is_line(view) {
        Pick::Last
    } else {
        Pick::Highest
    };
    let place = pick.among(&question, &all).unwrap_or_default();
    rows.get(place).map(|(code, _)| code.clone())
}

/// Between the line and the column of a number of an analysis.
const SEPARATOR: char = '/';

/// The numbers of the first table of an analysis that are parts of a whole and have their arithmetic.
fn cells(dataset: &Dataset, asked: &Asked, lang: Lang) -> Vec<(String, String)> {
    let page = analyses::page(dataset, asked, lang);
    let Some(table) = page.tables.first() else {
        return Vec::new();
    };
    let is_share = |cell: &Cell| {
        let is_number = cell.value.is_some_and(|value| value >= 0.0);
        is_number && cell.explain.is_some() && cell.text.contains('%')
    };
    let mut found = Vec::new();
    for (place, line) in table.rows.iter().enumerate() {
        for (column, cell) in line.cells.iter().enumerate() {
            if is_share(cell) {
                let heading = table.columns.get(column + 1).map_or("", |name| name);
                let name = code_of(dataset, &line.head, lang).unwrap_or(place.to_string());
                found.push((
                    format!("{name}{SEPARATOR}{column}"),
                    format!("{}: {heading}", line.head),
                ));
            }
        }
    }
    found
}

/// The columns of the first table of an analysis in which two lines or more have a number.
fn columns(dataset: &Dataset, asked: &Asked, lang: Lang) -> Vec<(String, String)> {
    let page = analyses::page(dataset, asked, lang);
    let Some(table) = page.tables.first() else {
        return Vec::new();
    };
    let headings = table.columns.iter().skip(1).enumerate();
    let has_numbers = |column: &usize| {
        let cells = table.rows.iter().filter_map(|line| line.cells.get(*column));
        cells.filter(|cell| cell.value.is_some()).count() > 1
    };
    headings
        .filter(|(column, heading)| has_numbers(column) && !heading.is_empty())
        .map(|(column, heading)| (column.to_string(), heading.clone()))
        .collect()
}

/// The code that a line is of, by which it is found again in other data. A code that is a number would be read as
/// the place of a line.
fn code_of(dataset: &Dataset, head: &str, lang: Lang) -> Option<String> {
    let mut labels = dataset.labels.iter().flat_map(|all| &all.labels);
    let found = labels.find(|label| label.name.get(lang) == head)?;
    let is_name = found.code.parse::<f64>().is_err() && !found.code.contains(SEPARATOR);
    is_name.then(|| found.code.clone())
}

/// A range is asked for in which a number lies, which has a name so that its arithmetic is shown.
fn asked_for(number: Json, reveal: Json) -> Vec<(&'static str, Json)> {
    vec![
        ("numbers", object([("asked", number)])),
        ("of", Json::List(vec![text("asked")])),
        ("reveal", reveal),
    ]
}

/// The address of a place.
fn place(place: &Place) -> String {
    address::write(&match place {
        Place::View(view) => State {
            page: Page::Explore,
            view: (**view).clone(),
            ..State::default()
        },
        Place::Analysis(asked) => State {
            page: Page::Analysis,
            analysis: asked.clone(),
            ..State::default()
        },
    })
}

fn at(of: &Place) -> Json {
    text(&place(of))
}
