//! An audit told to people and to programs, on the command line as on the page of data.

use data::write::{Form, guard};
use disclosure::{Wanted, audit_telling};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use text::{Lang, publish};

use super::{Target, differences, holds, opens, summary, told};

/// What a cell must withstand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Numbers below it tell of few persons.
    pub threshold: i64,
    /// So wide a range must be left.
    pub interval: i64,
}

impl Limits {
    /// As text, for a worker.
    pub fn to_text(self) -> String {
        format!("{} {}", self.threshold, self.interval)
    }

    /// What [`Limits::to_text`] has written.
    pub fn of_text(text: &str) -> Option<Limits> {
        let (threshold, interval) = text.split_once(' ')?;
        Some(Limits {
            threshold: threshold.parse().ok()?,
            interval: interval.parse().ok()?,
        })
    }
}

/// Measures whose zeros are published where numbers are hidden because they are small.
pub const ZEROS: [&str; 4] = [
    "emigrations",
    "person_years",
    "population_jan1",
    "population_dec31",
];

/// The counts of an audit that people are told, in the order of the report.
pub const COUNTS: [&str; 7] = [
    "hidden_cells",
    "equations",
    "determined",
    "narrow",
    "undecided",
    "narrowest_interval",
    "contradictions",
];

/// How many places are told of each kind.
const TOLD: usize = 20;

/// What an audit came to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Audited {
    /// Whether something was found.
    pub failed: bool,
    /// Sentences for people.
    pub lines: Vec<String>,
    /// Counts, each with its word.
    pub counts: Vec<(String, String)>,
    /// Everything for programs.
    pub values: Map<String, Value>,
}

impl Audited {
    /// Tells the first lines, and how many more there are.
    fn tell(&mut self, lines: Vec<String>, lang: Lang) {
        let more = lines.len().saturating_sub(TOLD);
        self.lines.extend(lines.into_iter().take(TOLD));
        if more > 0 {
            self.lines.push(publish::and_more(lang, more));
        }
    }

    /// Everything that was found, as the command line says it with `--json`.
    pub fn json(&self) -> String {
        let mut all = Map::new();
        all.insert("ok".to_owned(), Value::Bool(!self.failed));
        all.extend(self.values.clone());
        serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
    }

    /// The places that were found, a line each, as a table for a spreadsheet.
    pub fn csv(&self) -> String {
        let mut out = "found,cell\n".to_owned();
        for (found, places) in &self.values {
            for place in places.as_array().into_iter().flatten() {
                let place = guard(
                    place.as_str().unwrap_or_default(),
                    Form {
                        guarded: true,
                        ..Form::PLAIN
                    },
                );
                out += &format!("{found},\"{}\"\n", place.replace('"', "\"\""));
            }
        }
        out
    }
}

/// Attacks a package, alone and together with the release before it. `tell` gets how many of how many cells are tried.
pub fn audited(
    now: &Target,
    before: Option<&Target>,
    limits: Limits,
    lang: Lang,
    tell: &mut dyn FnMut(usize, usize),
) -> Audited {
    let Limits {
        threshold,
        interval,
    } = limits;
    let wanted = Wanted {
        interval,
        sensitive: None,
        zeros: &ZEROS,
        truth: None,
    };
    let found = audit_telling(&now.tables, &now.derived, &wanted, tell);
    let is_safe = holds(&now.tables, &found, threshold);
    let mut said = Audited {
        failed: !is_safe,
        lines: vec![publish::audited(lang, found.cells.len(), found.equations)],
        ..Audited::default()
    };
    said.tell(told(&now.tables, &found, threshold, lang), lang);
    if is_safe {
        said.lines.push(publish::audit_holds(lang).to_owned());
    }
    let sums = summary(&now.tables, &found, threshold);
    for name in COUNTS {
        let word = publish::report_word(lang, name).unwrap_or(name);
        let value = match &sums[name] {
            Value::Null => "–".to_owned(),
            value => value.to_string(),
        };
        said.counts.push((word.to_owned(), value));
    }
    said.values.insert("audit".to_owned(), sums);
    for (name, cells) in opens(&now.tables, &found, threshold) {
        said.values.insert(name.to_owned(), Value::from(cells));
    }
    if let Some(before) = before {
        let (opened, small) = differences(&now.tables, &before.tables, threshold);
        said.failed |= !opened.is_empty() || !small.is_empty();
        if opened.is_empty() && small.is_empty() {
            said.lines
                .push(publish::before_opens_nothing(lang).to_owned());
        }
        let lines = |cells: &[String], line: fn(Lang, &str) -> String| {
            cells.iter().map(|cell| line(lang, cell)).collect()
        };
        said.tell(lines(&opened, publish::cell_opened), lang);
        said.tell(lines(&small, publish::cell_shifted), lang);
        let listed = [
            ("opened_by_release_before", opened),
            ("small_differences", small),
        ];
        for (name, cells) in listed {
            said.values.insert(name.to_owned(), Value::from(cells));
        }
    }
    said.lines.push(publish::office_decides(lang).to_owned());
    said
}
