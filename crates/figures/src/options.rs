//! What a reader can change about a figure without asking another question.

use data::contract::has_order;
use data::{Dataset, Dictionary, is_hidden};
use kernels::stable_sort as order;
use measures::answer::SMALL_EVENTS;
use measures::{
    Answer, Filter, IntervalMethod, Measure, OTHERS, Question, Row, Together, answer, codes_of,
    columns_of, is_time, source,
};

use super::kinds::kinds_for;
use super::spec::{Chart, Cut, Order, PanelSpec, Spec};

/// The choices; each has a default that leaves the figure as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The kind of drawing; the one that suits the question when absent.
    pub chart: Option<Chart>,
    /// Codes of series that are not shown.
    pub hidden: Vec<String>,
    /// Codes of series, or of places on the axis, that stand out; all others are greyed.
    pub focus: Vec<String>,
    /// Confidence intervals.
    pub intervals: Intervals,
    /// How they are formed; the default of the measure when absent or when it does not suit.
    pub method: Option<IntervalMethod>,
    /// Whether equal ratios have equal lengths.
    pub log: bool,
    /// First and last code of the axis that are shown.
    pub zoom: Option<(String, String)>,
    /// The one year that is shown of a figure without years on its axis.
    pub at: Option<String>,
    /// The dimension that gives small multiples.
    pub facets: Option<String>,
    /// Whether each of the small multiples has an axis of its own.
    pub free_axes: bool,
    /// Whether the number of events is shown instead of the rate or share.
    pub counts: bool,
    /// The year whose value all others of a series are set against.
    pub index: Option<String>,
    /// The country that lines of a map go out from, by its code.
    pub from: Option<String>,
    /// Whether all codes of a long dimension are told apart.
    pub all: bool,
    /// Whether it is kept back which numbers rest on few events: while that is what is asked.
    pub hides_few: bool,
    /// Whether it is kept back how the figure was made: while it is asked what was changed about it.
    pub hides_form: bool,
    /// A heading instead of the figure's own; empty for none.
    pub title: String,
    /// A remark below the figure; empty for none.
    pub note: String,
    /// A source that is named after that of the data; empty for none.
    pub source: String,
    /// Places on a numeric axis, and what is written there.
    pub marks: Vec<(String, String)>,
    /// Whether those words are the page's, and not of whoever made the address.
    pub by_page: bool,
}

/// Words of a reader's that are longer are cut.
const LONGEST: usize = 300;
/// So many places can be marked.
const MOST_MARKS: usize = 8;

impl Options {
    /// Whether a reader has put words of their own to the figure.
    pub fn has_words(&self) -> bool {
        let words = [&self.title, &self.note, &self.source];
        words.iter().any(|words| !words.is_empty()) || !self.marks.is_empty()
    }

    /// Words as they can stand in a figure: in one line, and not without end.
    pub fn tidied(words: &str) -> String {
        // Names of data may have joiners between their letters; a heading does without.
        let is_joiner =
            |letter| matches!(letter, '\u{200c}' | '\u{200d}' | '\u{206a}'..='\u{206f}');
        let is_seen =
            |letter: &char| !letter.is_control() && !is_hidden(*letter) && !is_joiner(*letter);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let seen = words.chars().filter(is_seen);
        seen.take(LONGEST).collect()
    }

    /// The first marks, as many as can be told apart.
    pub fn fewer(mut marks: Vec<(String, String)>) -> Vec<(String, String)> {
        marks.truncate(MOST_MARKS);
        marks
    }

    /// The interval method for a question.
    pub fn method_for(&self, question: &Question) -> IntervalMethod {
        IntervalMethod::chosen(self.method, question)
    }
}

/// Which confidence intervals are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Intervals {
    /// At 95 per cent; drawn where few series leave room for them.
    #[default]
    Auto,
    /// None.
    None,
    /// Drawn, at this level in per cent: 90, 95 or 99.
    Level(u8),
}

impl Intervals {
    /// The name in an address; none for the default.
    pub fn name(self) -> Option<String> {
        match self {
            Intervals::Auto => None,
            Intervals::None => Some("none".to_owned()),
            Intervals::Level(level) => Some(level.to_string()),
        }
    }

    /// The intervals of a name; the default for a name that is not known.
    pub fn from_name(name: &str) -> Intervals {
        match name {
            "none" => Intervals::None,
            "90" => Intervals::Level(90),
            "95" => Intervals::Level(95),
            "99" => Intervals::Level(99),
            _ => Intervals::Auto,
        }
    }

    /// The level as a part of one; none when no interval is wanted.
    pub fn level(self) -> Option<f64> {
        match self {
            Intervals::Auto => Some(measures::DEFAULT_LEVEL),
            Intervals::None => None,
            Intervals::Level(level) => Some(f64::from(level) / 100.0),
        }
    }
}

/// The most small multiples.
const MOST_FACETS: usize = 24;

impl Spec {
    /// The spec as its options change it for a data set: kind, counts, one year, a part of the
    /// axis, small multiples. A choice that does not fit the question is left out. What is
    /// asked of the data is then in the panels, so that every export cuts out what is shown.
    #[must_use]
    pub fn resolved(&self, dataset: &Dataset) -> Spec {
        let mut spec = self.clone();
        let options = &self.options;
        for panel in &mut spec.panels {
            if options.counts && panel.question.measure.is_ratio() {
                panel.counts = true;
            }
            if let Some(year) = &options.at {
                one_year(panel, dataset, year);
            }
            if let Some(chart) = options.chart
                && kinds_for(panel, dataset).contains(&chart)
            {
                redraw(panel, dataset, chart);
            }
            if let Some((from, to)) = &options.zoom {
                zoom(panel, dataset, from, to);
            }
            if !options.all {
                cut(panel, dataset, &options.focus);
            }
        }
        if let Some(dimension) = &options.facets {
            spec.panels = spec
                .panels
                .iter()
                .flat_map(|panel| facets(panel, dataset, dimension))
                .collect();
            spec.shared_axis = !options.free_axes;
        }
        spec.options.chart = None;
        spec.options.facets = None;
        spec
    }

    /// The spec whose questions leave out the hidden series, for numbers that leave the page. Where
    /// nothing would be left, nothing is hidden.
    #[must_use]
    pub fn without_hidden(mut self, dataset: &Dataset) -> Spec {
        for panel in &mut self.panels {
            let Some(dimension) = panel.series.clone() else {
                continue;
            };
            let all = shown_codes(panel, dataset, &dimension);
            let is_hidden = |code: &str| self.options.hidden.iter().any(|hidden| hidden == code);
            let together = panel.question.together.as_ref();
            let together = together.filter(|of| of.dimension == dimension);
            let hidden = |code: &String| match together {
                Some(others) if others.codes.contains(code) => is_hidden(OTHERS),
                _ => is_hidden(code),
            };
            let left: Vec<String> = all.iter().filter(|code| !hidden(code)).cloned().collect();
            if !left.is_empty() && left.len() < all.len() {
                select(panel, &dimension, left);
            }
        }
        self
    }
}

/// The codes of a dimension that a panel shows, in their order.
pub(super) fn shown_codes(panel: &PanelSpec, dataset: &Dataset, dimension: &str) -> Vec<String> {
    let mut codes = codes_of(dataset, dimension);
    if let Some(filter) = panel.question.filter_on(dimension) {
        codes.retain(|code| filter.codes.contains(code));
    }
    codes
}

fn select(panel: &mut PanelSpec, dimension: &str, codes: Vec<String>) {
    let filters = &mut panel.question.filter;
    filters.retain(|filter| filter.dimension != dimension);
    filters.push(Filter::new(dimension, codes));
}

fn one_year(panel: &mut PanelSpec, dataset: &Dataset, year: &str) {
    let by_year = panel.question.by.iter().any(|name| name == "year");
    if !by_year && codes_of(dataset, "year").iter().any(|code| code == year) {
        select(panel, "year", vec![year.to_owned()]);
    }
}

fn zoom(panel: &mut PanelSpec, dataset: &Dataset, from: &str, to: &str) {
    let codes = shown_codes(panel, dataset, &panel.x);
    let place = |wanted: &str| codes.iter().position(|code| code == wanted);
    if let (Some(from), Some(to)) = (place(from), place(to)) {
        let (low, high) = (from.min(to), from.max(to));
        let x = panel.x.clone();
        select(panel, &x, codes[low..=high].to_vec());
    }
}

/// With more codes than this a dimension is too long to be read.
const LONGEST_LIST: usize = 40;
/// So many of its codes are told apart then, those with the greatest numbers.
const GREATEST: usize = 20;

/// Tells of a long dimension the codes with the greatest numbers apart. The others count together where they are
/// parts of a whole.
fn cut(panel: &mut PanelSpec, dataset: &Dataset, focus: &[String]) {
    if matches!(panel.chart, Chart::Map | Chart::Flow | Chart::People) || panel.cut.is_some() {
        return;
    }
    for dimension in [Some(panel.x.clone()), panel.series.clone()]
        .into_iter()
        .flatten()
    {
        let codes = shown_codes(panel, dataset, &dimension);
        if codes.len() > LONGEST_LIST && !is_of_time(&dimension) && !has_order(&dimension, &codes) {
            cut_to(panel, dataset, &dimension, (GREATEST, LONGEST_LIST), focus);
        }
    }
}

/// Whether the codes of a dimension follow each other, so that none can be left out between others.
fn is_of_time(dimension: &str) -> bool {
    const FOLLOWING: [&str; 8] = [
        "quarter",
        "month",
        "week",
        "decade",
        "cohort",
        "birth_year",
        "age_group",
        "length_of_stay",
    ];
    FOLLOWING.contains(&dimension)
}

/// Whether a code is of what has no place of its own, which always is told apart.
pub(crate) fn is_rest(code: &str) -> bool {
    matches!(code, "unknown" | "other")
}

/// Tells `greatest` codes of a dimension of a panel apart where more than `longest` have rows.
pub fn cut_to(
    panel: &mut PanelSpec,
    dataset: &Dataset,
    dimension: &str,
    (greatest, longest): (usize, usize),
    focus: &[String],
) -> Option<()> {
    let question = &panel.question;
    let place = question.by.iter().position(|name| name == dimension)?;
    let answer = answer(dataset, question).ok()?;
    let mut sizes = sizes(panel, &answer.rows, place);
    if sizes.len() <= longest {
        return None;
    }
    // A rate of few is as high as chance has it.
    let is_enough =
        |size: &Size| question.measure != Measure::Rate || panel.counts || !size.is_small();
    let enough = sizes.iter().filter(|(_, size)| is_enough(size)).count();
    let is_first = |size: &Size| enough < greatest || is_enough(size);
    order::sort_by(&mut sizes, &|(_, one), (_, two)| {
        let number = |size: &Size| size.number().unwrap_or(f64::NEG_INFINITY);
        let first = is_first(two).cmp(&is_first(one));
        first.then_with(|| number(two).total_cmp(&number(one)))
    });
    let adds_up = adds_up(panel, dataset, &answer, dimension);
    // Those without anything to count are not told of.
    let is_there = |size: &Size| size.number().is_some_and(|number| !adds_up || number > 0.0);
    let (mut kept, mut others) = (Vec::new(), Vec::new());
    let mut cut = Cut {
        dimension: dimension.to_owned(),
        has_few: enough >= greatest && enough < sizes.len(),
        ..Cut::default()
    };
    for (code, size) in sizes {
        if is_rest(&code) {
            kept.push(code);
            continue;
        }
        let is_chosen = focus.contains(&code);
        cut.among += usize::from(is_there(&size) && is_first(&size));
        if cut.shown < greatest || is_chosen {
            cut.has_chosen |= cut.shown >= greatest;
            cut.shown += 1;
            kept.push(code);
        } else {
            cut.others += usize::from(is_there(&size));
            others.push(code);
        }
    }
    panel.cut = Some(cut);
    let has_room = !matches!(panel.chart, Chart::Heat | Chart::Slope);
    match adds_up && has_room && panel.question.together.is_none() {
        true => {
            panel.question.together = Some(Together {
                dimension: dimension.to_owned(),
                codes: others,
            });
        }
        false => select(panel, dimension, kept),
    }
    Some(())
}

/// Whether what a panel shows of the codes of a dimension may be added up.
fn adds_up(panel: &PanelSpec, dataset: &Dataset, answer: &Answer, dimension: &str) -> bool {
    let measure = &panel.question.measure;
    let of_parts = match measure {
        Measure::Share { of } => of == dimension || panel.counts,
        measure => panel.counts || !measure.is_ratio(),
    };
    let column = source::column_behind(dimension).unwrap_or(dimension);
    let table = dataset.table(&answer.table);
    let column = table.and_then(|table| table.dimension(column));
    let can_pool = column.is_none_or(|column| column.additive.of(&columns_of(measure)).can_pool());
    let is_printed = |row: &Row| row.value.is_some() && row.numerator.is_none();
    of_parts && can_pool && !answer.rows.iter().any(is_printed)
}

/// How much there is of a code, over all rows of an answer.
#[derive(Clone, Copy, Default)]
struct Size {
    /// What is counted, and what it is set against where it is a ratio.
    sums: Option<(f64, f64)>,
    /// The greatest value, where it was published without its parts.
    greatest: Option<f64>,
    is_ratio: bool,
}

impl Size {
    fn number(&self) -> Option<f64> {
        match self.sums {
            Some((above, below)) if self.is_ratio => (below > 0.0).then(|| above / below),
            Some((above, _)) => Some(above),
            None => self.greatest,
        }
    }

    fn is_small(&self) -> bool {
        self.sums.is_some_and(|(above, _)| above < SMALL_EVENTS)
    }
}

/// The size of each code at a place of the keys.
fn sizes(panel: &PanelSpec, rows: &[Row], place: usize) -> Vec<(String, Size)> {
    let question = &panel.question;
    let of_whole = matches!(&question.measure, Measure::Share { of } if *of == question.by[place]);
    let is_ratio = question.measure.is_ratio() && !panel.counts && !of_whole;
    let mut known = Dictionary::default();
    let mut sizes: Vec<(String, Size)> = Vec::new();
    for row in rows {
        let (number, is_new) = known.number(row.key[place].as_bytes());
        if is_new {
            sizes.push((row.key[place].clone(), Size::default()));
        }
        let size = &mut sizes[number as usize].1;
        size.is_ratio = is_ratio;
        let Some(value) = row.value else { continue };
        size.greatest = Some(size.greatest.map_or(value, |known| known.max(value)));
        if let Some(above) = row.numerator {
            let (all, base) = size.sums.unwrap_or_default();
            size.sums = Some((all + above, base + row.denominator.unwrap_or(0.0)));
        }
    }
    sizes
}

/// The panel as another kind of drawing, with the question that kind needs.
fn redraw(panel: &mut PanelSpec, dataset: &Dataset, chart: Chart) {
    panel.chart = chart;
    match chart {
        Chart::Slope => {
            if is_time(panel.series.as_deref().unwrap_or_default()) && !is_time(&panel.x) {
                let series = panel.series.take().unwrap_or_default();
                panel.series = Some(std::mem::replace(&mut panel.x, series));
                panel.order = Order::AsLabelled;
            }
            let x = panel.x.clone();
            let codes = shown_codes(panel, dataset, &x);
            if let (Some(first), Some(last)) = (codes.first(), codes.last()) {
                select(panel, &x, vec![first.clone(), last.clone()]);
            }
        }
        Chart::Flow => {
            panel.question.measure = Measure::ReturnShare;
            panel.question.by = vec!["group".to_owned(), "destination_kind".to_owned()];
            let filters = &mut panel.question.filter;
            filters.retain(|filter| !filter.dimension.starts_with("destination"));
            panel.series = Some("group".to_owned());
            panel.x = "destination_kind".to_owned();
            panel.counts = false;
        }
        Chart::People if panel.question.measure == Measure::ReturnShare => {
            panel.question.by = vec![panel.x.clone()];
            panel.question.by.retain(|name| !name.is_empty());
            panel.series = None;
            panel.counts = false;
        }
        Chart::People => panel.counts = false,
        _ => {}
    }
}

/// One panel for each code of a dimension; the panel itself where that cannot be.
fn facets(panel: &PanelSpec, dataset: &Dataset, dimension: &str) -> Vec<PanelSpec> {
    let codes = shown_codes(panel, dataset, dimension);
    let cannot = dimension == panel.x
        || !(2..=MOST_FACETS).contains(&codes.len())
        || matches!(&panel.question.measure, Measure::Share { of } if of == dimension);
    if cannot {
        return vec![panel.clone()];
    }
    let one = |code: &String| {
        let mut facet = panel.clone();
        select(&mut facet, dimension, vec![code.clone()]);
        facet.facet = Some((dimension.to_owned(), code.clone()));
        facet
    };
    let facets: Vec<PanelSpec> = codes.iter().map(one).collect();
    let fits = |facet: &&PanelSpec| measures::is_answerable(dataset, &facet.question);
    match facets.iter().all(|facet| fits(&facet)) {
        true => facets,
        false => vec![panel.clone()],
    }
}
