//! From a spec and a data set to a worded figure: select, measure, put into words.

use data::Dataset;
use explain::{Shown, code_label};
use measures::{Answer, Exposure, IntervalMethod, Question, Refusal, Row};
use text::{Lang, words};

use super::options::Options;
use super::sheet::{Kind, Panel, Point, Scale, Shade, Sheet};
use super::spec::{Chart, PanelSpec, Spec};
use super::table::NumberTable;

mod appearance;
mod flow;
mod footer;
pub(crate) mod form;
mod heading;
mod index;
mod map;
mod panel;
mod people;
mod remarks;
pub mod sentence;

pub use footer::sources;
pub(super) use form::ValueForm;
pub use form::decimals_in;
pub use heading::{badge, covered, is_observable};
use panel::Showing;

/// A figure ready to be placed, with its table and its sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Identifier.
    pub id: String,
    /// Number in the report.
    pub number: Option<u8>,
    /// What is drawn.
    pub sheet: Sheet,
    /// The panels with their numbers, parallel to the panels of the sheet.
    pub panels: Vec<PanelNumbers>,
    /// The sentence of the sheet, with the place of each number in it.
    pub said: Vec<sentence::Said>,
    /// Why nothing can be drawn, when no panel can.
    pub absent: Option<String>,
    /// The level of the intervals, as a part of one; none when none are wanted.
    pub level: Option<f64>,
}

/// The numbers of a panel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PanelNumbers {
    /// Name of the table that answered.
    pub source: String,
    /// Remarks, in words.
    pub notes: Vec<String>,
    /// The denominator used, when what is shown is a rate.
    pub exposure: Option<Exposure>,
    /// Rows as computed, by series and point of the sheet.
    pub rows: Vec<Vec<Option<Row>>>,
    /// The same numbers to read.
    pub table: NumberTable,
    /// Every series that can be shown, hidden or put in focus.
    pub keys: Vec<SeriesKey>,
    /// What was asked to get the rows; absent where the numbers come from several questions.
    pub question: Option<Question>,
    /// What of the rows is shown.
    pub parts: Parts,
    /// A dimension and the code of it that every number is set against, in ratios to one group.
    pub against: Option<(String, String)>,
    /// In an analysis: by series and point the identifier of the explanation.
    pub told: Vec<Vec<Option<String>>>,
    /// How the intervals are formed.
    pub method: IntervalMethod,
    /// Whether the last point of each series is of those that are not told apart.
    pub others_at_end: bool,
    /// Among how many shares of one total, at least and at most, the intervals hold jointly.
    pub among: Option<(usize, usize)>,
}

/// What of the rows of a panel is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Parts {
    /// The values.
    #[default]
    Values,
    /// The numerators.
    Counts,
    /// The values in the first series, what they leave of one in the second.
    SharesAndRest,
    /// By turns along the axis the numerators and what they leave of the denominators.
    CountsAndRest,
}

impl Parts {
    /// What is shown at a series and a point.
    pub fn at(self, series: usize, point: usize) -> Shown {
        match self {
            Parts::Values => Shown::Value,
            Parts::Counts => Shown::Numerator,
            Parts::SharesAndRest if series == 0 => Shown::Value,
            Parts::SharesAndRest => Shown::RestShare,
            Parts::CountsAndRest if point.is_multiple_of(2) => Shown::Numerator,
            Parts::CountsAndRest => Shown::Rest,
        }
    }
}

/// A series as a reader can choose it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeriesKey {
    /// The code in the data.
    pub code: String,
    /// The name as the reader sees it.
    pub label: String,
    /// Whether it is hidden now.
    pub hidden: bool,
}

/// Builds a figure, as its options change it.
pub fn build(spec: &Spec, dataset: &Dataset, lang: Lang) -> Figure {
    let spec = &spec.resolved(dataset);
    let words = Words {
        dataset,
        lang,
        options: &spec.options,
    };
    let mut panels = Vec::new();
    let mut numbers = Vec::new();
    let mut reasons = Vec::new();
    for panel in &spec.panels {
        let mut built = words.panel(panel);
        let stacked = built.as_ref().ok();
        let beside = stacked.and_then(|built| appearance::beside(spec, panel, &built.0));
        if let Some(beside) = beside {
            built = words.panel(&beside);
        }
        match built {
            Ok((sheet_panel, panel_numbers)) => {
                panels.push(sheet_panel);
                numbers.push(panel_numbers);
            }
            Err(reason) => {
                panels.push(Panel {
                    title: words.panel_title(panel),
                    note: Some(reason.clone()),
                    ..Panel::default()
                });
                numbers.push(PanelNumbers::default());
                reasons.push(reason);
            }
        }
    }
    let drawn = spec.panels.len() - reasons.len();
    let absent = (drawn == 0).then(|| reasons.swap_remove(0));
    let mut changes = appearance::remarks(spec, &mut panels, &mut numbers, lang);
    if spec.shared_axis {
        share_axis(&mut panels);
    }
    let mut remarks = common_notes(&mut panels, &numbers);
    remarks.append(&mut changes);
    if drawn > 1 {
        remarks.push(scales(spec, &panels, lang).to_owned());
    }
    for panel in panels.iter_mut().filter(|panel| panel.kind == Kind::Line) {
        mark(panel, &spec.options.marks);
    }
    let mut sheet = Sheet {
        title: match spec.options.title.as_str() {
            "" => words.title(spec),
            own => own.to_owned(),
        },
        subtitle: words.subtitle(
            spec,
            numbers.first().map_or("", |panel| panel.source.as_str()),
        ),
        summary: String::new(),
        panels,
        badge: badge(dataset, lang),
        footer: words.footer(spec, &numbers, remarks),
        lang,
        only: None,
    };
    let said = sentence::said(&sheet, spec, &numbers, dataset);
    sheet.summary = said.iter().map(|piece| piece.text.as_str()).collect();
    Figure {
        id: spec.id.clone(),
        number: spec.number,
        sheet,
        panels: numbers,
        said,
        absent,
        level: spec.options.intervals.level(),
    }
}

/// Writes what a reader has to say at places of an axis.
fn mark(panel: &mut Panel, marks: &[(String, String)]) {
    for (at, label) in marks {
        if let Ok(at) = at.parse::<f64>()
            && at.is_finite()
        {
            panel.shades.push(Shade {
                from: at,
                to: at,
                label: label.clone(),
            });
        }
    }
}

fn same_measure(spec: &Spec) -> bool {
    let first = &spec.panels[0];
    spec.panels.iter().all(|panel| {
        panel.question.measure == first.question.measure && panel.counts == first.counts
    })
}

/// Whether panels beside each other can be compared by eye.
fn scales(spec: &Spec, panels: &[Panel], lang: Lang) -> &'static str {
    let stacked = |panel: &PanelSpec| panel.chart == Chart::Stacked;
    let beside = panels.iter().any(|panel| panel.kind == Kind::Dots);
    if spec.panels.iter().all(stacked) && !beside {
        words::scales_full(lang)
    } else if !same_measure(spec) {
        words::scales_own(lang)
    } else if spec.shared_axis {
        words::scales_same(lang)
    } else {
        words::scales_differ(lang)
    }
}

/// Sets the remarks that differ between panels below the panel they belong to, and returns
/// those that all panels have.
fn common_notes(panels: &mut [Panel], numbers: &[PanelNumbers]) -> Vec<String> {
    let single = panels.len() == 1;
    let drawn = || numbers.iter().filter(|panel| !panel.source.is_empty());
    let several = drawn().count() > 1;
    let is_common =
        |note: &String| single || several && drawn().all(|panel| panel.notes.contains(note));
    for (panel, numbers) in panels.iter_mut().zip(numbers) {
        let own = numbers.notes.iter().filter(|note| !is_common(note));
        let own: Vec<&str> = own.map(String::as_str).collect();
        if panel.note.is_none() && !own.is_empty() {
            panel.note = Some(own.join(" "));
        }
    }
    let first = drawn().next().map(|panel| panel.notes.as_slice());
    let notes = first.unwrap_or_default().iter();
    notes.filter(|note| is_common(note)).cloned().collect()
}

/// Gives every panel the range of all of them.
fn share_axis(panels: &mut [Panel]) {
    let x_domain = appearance::x_range(panels);
    let points = || {
        let series = panels.iter().flat_map(|panel| &panel.series);
        series.flat_map(|series| &series.points)
    };
    let uppers = points().filter_map(|point| point.interval());
    let highest = points()
        .filter_map(Point::value)
        .chain(uppers.map(|(_, upper)| upper))
        .fold(0.0, f64::max);
    let lowest = points().filter_map(Point::value).fold(highest, f64::min);
    for panel in panels {
        // A scale of ratios has no zero.
        let low = match panel.y.scale {
            Scale::Linear => 0.0,
            Scale::Log => lowest,
        };
        panel.y.domain = Some((low, highest));
        if panel.kind == Kind::Line {
            panel.x.domain = x_domain;
        }
    }
}

struct Words<'a> {
    dataset: &'a Dataset,
    lang: Lang,
    options: &'a Options,
}

impl Words<'_> {
    /// The label of a code, the short one where space is tight.
    fn label(&self, dimension: &str, code: &str, short: bool) -> String {
        match self.dataset.label(dimension, code) {
            Some(label) if short && !label.short.is_empty() => {
                label.short.get(self.lang).to_owned()
            }
            _ => code_label(self.dataset, dimension, code, self.lang),
        }
    }
}

/// The years that the numbers of a question are of, where a table answers it.
pub fn years_of(question: &Question, dataset: &Dataset, table: &str) -> Vec<String> {
    let options = &Options::default();
    let words = Words {
        dataset,
        lang: Lang::default(),
        options,
    };
    let spec = Spec::of_question(question.clone(), "", None);
    let panel = spec.panels.first();
    panel.map_or(Vec::new(), |panel| words.years(panel, table))
}

/// A refusal of the measures in words, for callers without a figure.
pub fn refusal_text(refusal: &Refusal, dataset: &Dataset, lang: Lang) -> String {
    let options = &Options::default();
    let words = Words {
        dataset,
        lang,
        options,
    };
    words.refusal(refusal)
}

/// The remarks of an answer in words, for callers without a figure.
pub fn note_texts(answer: &Answer, dataset: &Dataset, lang: Lang) -> Vec<String> {
    let options = &Options::default();
    let words = Words {
        dataset,
        lang,
        options,
    };
    let form = ValueForm {
        percent: false,
        decimals: 0,
        counts: false,
        under_subtitle: false,
        tells_few: true,
    };
    let texts = answer.notes.iter().map(|note| words.note(note, form));
    texts.filter(|text| !text.is_empty()).collect()
}
