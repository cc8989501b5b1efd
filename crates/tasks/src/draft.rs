//! A task made from a figure: what suits it, with words to begin with.

use data::Dataset;
use data::json::Json;
use data::write::json as written;
use figures::build::build;
use measures::codes_of;
use state::{Page, State, View, address};
use text::{Lang, tasks as said};

use super::file::Task;
use super::prepare::prepare;

/// A type by its name in files, and what it is called.
pub type NamedType = (&'static str, fn(Lang) -> &'static str);

/// The types that can be made of a figure, as a file calls them, with their names.
pub const TYPES: [NamedType; 6] = [
    ("draw", said::draw),
    ("bars", said::bars),
    ("order", said::order),
    ("estimate", said::estimate),
    ("choose", said::choose),
    ("explain", said::explain),
];

/// A task in the making.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The type, by its name in a file.
    pub kind: String,
    /// The figure.
    pub view: View,
    /// The heading.
    pub title: String,
    /// The question.
    pub ask: String,
    /// Why it is so; empty for the sentence of the figure, computed when the task is asked.
    pub why: String,
    /// The last place that is given, of a line; empty for none.
    pub until: String,
}

impl Draft {
    /// The task of a type with words to begin with.
    pub fn begin(kind: &str, view: &View, dataset: &Dataset, lang: Lang) -> Draft {
        let figure = view.spec().map(|spec| build(&spec, dataset, lang));
        let title = figure.map(|figure| figure.sheet.title).unwrap_or_default();
        let ask = match kind {
            "draw" => said::ask_draw(lang, &title),
            "bars" => said::ask_bars(lang, &title),
            "order" => said::ask_order(lang, &title),
            "estimate" => said::ask_estimate(lang, &title),
            "choose" => said::ask_choose(lang, &title),
            _ => said::ask_explain(lang, &title),
        };
        let codes = codes_of(dataset, &view.by);
        let until = match view.split.is_empty() {
            true => codes.get(codes.len() / 2).cloned().unwrap_or_default(),
            false => String::new(),
        };
        Draft {
            kind: kind.to_owned(),
            view: view.clone(),
            why: String::new(),
            title,
            ask,
            until,
        }
    }

    /// The types that suit a figure: those that the data can be asked.
    pub fn suited(view: &View, dataset: &Dataset, lang: Lang) -> Vec<&'static str> {
        let suits = |kind: &&'static str| {
            let task = Draft::begin(kind, view, dataset, lang).task(lang);
            task.is_some_and(|task| prepare(&task, dataset, lang).is_ok())
        };
        TYPES.iter().map(|(name, _)| *name).filter(suits).collect()
    }

    /// The task as it would be read.
    pub fn task(&self, lang: Lang) -> Option<Task> {
        Task::read(&self.file(lang)).ok()
    }

    /// The file of the task. Its words are in the language they were written in.
    pub fn file(&self, lang: Lang) -> String {
        let text = |text: &str| Json::Text(text.to_owned());
        let words = |words: &str| object([(lang.tag(), text(words))]);
        let at = |view: &View| {
            let state = State {
                page: Page::Explore,
                view: view.clone(),
                ..State::default()
            };
            text(&address::write(&state))
        };
        let is_line = self
            .view
            .spec()
            .and_then(|spec| spec.panels.first().cloned());
        let is_line = is_line.is_some_and(|panel| panel.chart == figures::spec::Chart::Line);
        let whole = View {
            split: String::new(),
            ..self.view.clone()
        };
        let mut fields = vec![
            ("task", Json::Number(f64::from(super::file::VERSION))),
            ("id", text(&self.id())),
            (
                "text",
                object([
                    ("title", words(&self.title)),
                    ("ask", words(&self.ask)),
                    // Braces would be read as the names of numbers.
                    ("why", words(&self.why.replace(['{', '}'], ""))),
                    ("model", words(&self.why.replace(['{', '}'], ""))),
                ]),
            ),
            ("kind", text(&self.kind)),
        ];
        match self.kind.as_str() {
            // The sum of what is shown in parts is drawn; a line alone goes on where it is hidden.
            "draw" if is_line && !self.view.split.is_empty() => {
                fields.push(("view", at(&whole)));
                fields.push(("shown", at(&self.view)));
            }
            "draw" if is_line => {
                fields.push(("view", at(&self.view)));
                if !self.until.is_empty() {
                    fields.push(("given_until", text(&self.until)));
                }
            }
            "bars" | "order" if !is_line => fields.push(("view", at(&self.view))),
            "estimate" => {
                let pick = if is_line { "@last" } else { "@highest" };
                let row = [
                    ("row", at(&whole)),
                    ("at", object([(self.view.by.as_str(), text(pick))])),
                ];
                fields.push(("of", Json::List(vec![object(row)])));
            }
            "choose" if !is_line => {
                fields.push((
                    "rows",
                    object([("view", at(&self.view)), ("right", text("@highest"))]),
                ));
            }
            "explain" => {
                fields.push(("shown", at(&self.view)));
                fields.push(("boxes", Json::List(Vec::new())));
            }
            _ => {}
        }
        let of_view = fields
            .iter()
            .any(|(name, _)| matches!(*name, "of" | "rows"));
        if of_view {
            fields.push(("reveal", at(&self.view)));
        }
        written(&object(fields))
    }

    /// A name that tells tasks apart: of the figure, the type and the question.
    fn id(&self) -> String {
        let state = State {
            page: Page::Explore,
            view: self.view.clone(),
            ..State::default()
        };
        let said = format!("{}{}{}", address::write(&state), self.kind, self.ask);
        let hash = said.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        format!("own-{:08x}", hash as u32)
    }
}

fn object<'a>(fields: impl IntoIterator<Item = (&'a str, Json)>) -> Json {
    Json::Object(
        fields
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}
