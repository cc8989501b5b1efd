//! From a spec and a data set to a worded figure: select, measure, put into words.

use crate::data::Dataset;
use crate::data::decimal_sign::{self, DecimalSign};
use crate::measures::explain::Shown;
use crate::measures::methods::Interval;
use crate::measures::source::Lack;
use crate::measures::{
    Answer, Exposure, IntervalMethod, Intervals, Measure, Note, Question, Rebase, Refusal, Row,
    Status,
};
use crate::order;
use crate::text::figures::panel_title;
use crate::text::number;
use crate::text::{self, Lang, terms, words};

use super::EVERY_KIND;
use super::absence;
use super::catalog::DESCENDANTS;
use super::options::Options;
use super::range;
use super::sentence;
use super::sheet::{Axis, Badge, Kind, Panel, Point, Scale, Series, Shade, Sheet, TickFormat};
use super::spec::{Caveat, Chart, Order, PanelSpec, Spec};
use super::table::NumberTable;
use super::theme::Hue;

mod appearance;
mod flow;
mod people;

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
        match words.panel(panel) {
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
        remarks.push(scales(spec, lang).to_owned());
    }
    let mut sheet = Sheet {
        title: words.title(spec),
        subtitle: words.subtitle(spec),
        summary: String::new(),
        panels,
        badge: words.badge(),
        footer: words.footer(spec, &numbers, remarks),
        lang,
    };
    let said = sentence::said(&sheet, spec);
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

fn same_measure(spec: &Spec) -> bool {
    let first = &spec.panels[0];
    spec.panels.iter().all(|panel| {
        panel.question.measure == first.question.measure && panel.counts == first.counts
    })
}

/// Whether panels beside each other can be compared by eye.
fn scales(spec: &Spec, lang: Lang) -> &'static str {
    let stacked = |panel: &PanelSpec| panel.chart == Chart::Stacked;
    if spec.panels.iter().all(stacked) {
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

/// How the numbers of a panel are shown.
struct Showing<'a> {
    spec: &'a PanelSpec,
    form: ValueForm,
    /// None when no interval is wanted, or can be.
    intervals: Option<Intervals>,
}

impl Showing<'_> {
    /// The interval of a number; none where it cannot be given or is not wanted.
    fn interval(&self, row: Option<&Row>) -> Option<Interval> {
        self.intervals.as_ref()?.of(row?).ok()
    }
}

impl Words<'_> {
    fn title(&self, spec: &Spec) -> String {
        match (spec.number, spec.panels.first()) {
            (Some(number), _) => text::figures::title(self.lang, number).to_owned(),
            (None, Some(panel)) if panel.chart == Chart::Flow => {
                text::kinds::flow_title(self.lang).to_owned()
            }
            (None, Some(panel)) => {
                let by: Vec<String> = [Some(panel.x.as_str()), panel.series.as_deref()]
                    .into_iter()
                    .flatten()
                    .filter(|dimension| !dimension.is_empty())
                    .filter(|dimension| !self.is_said_by_measure(panel, dimension))
                    .map(|dimension| terms::by_dimension(self.lang, dimension))
                    .collect();
                let measure = terms::measure(self.lang, panel.question.measure.name());
                text::figures::question_title(self.lang, &measure, &by)
            }
            (None, None) => String::new(),
        }
    }

    fn is_said_by_measure(&self, panel: &PanelSpec, dimension: &str) -> bool {
        match &panel.question.measure {
            Measure::Share { of } => of == dimension,
            Measure::ReturnCurve => dimension == "years_since",
            _ => false,
        }
    }

    fn subtitle(&self, spec: &Spec) -> String {
        let Some(panel) = spec.panels.first() else {
            return String::new();
        };
        let name = measure_name(panel);
        let several = !same_measure(spec);
        let measure = if several {
            String::new()
        } else {
            terms::measure(self.lang, name)
        };
        let unit = if several {
            ""
        } else {
            terms::unit(self.lang, name)
        };
        let covered = |dimension: &str| -> Vec<String> {
            match panel.question.filter_on(dimension) {
                Some(filter) => filter.codes.clone(),
                None => self
                    .dataset
                    .coverage
                    .get(dimension)
                    .unwrap_or_default()
                    .to_vec(),
            }
        };
        let ages = text::ranges(self.lang, &covered("age"));
        let mut years = covered("year");
        if panel.question.measure == Measure::ReturnShare {
            years.retain(|year| !self.is_unobservable(year));
        }
        let years = text::ranges(self.lang, &years);
        text::figures::subtitle(self.lang, &measure, unit, &ages, &years)
    }

    /// Whether no return after this year can have been observed, seen from the years covered.
    fn is_unobservable(&self, year: &str) -> bool {
        let last = self
            .dataset
            .coverage
            .get("year")
            .and_then(|years| years.last());
        match (
            year.parse::<i32>(),
            last.and_then(|last| last.parse::<i32>().ok()),
        ) {
            (Ok(year), Some(last)) => year + 5 > last + 1,
            _ => false,
        }
    }

    fn badge(&self) -> Badge {
        let text = if self.dataset.synthetic {
            words::synthetic(self.lang).to_owned()
        } else {
            self.dataset.title.get(self.lang).to_owned()
        };
        Badge {
            text,
            synthetic: self.dataset.synthetic,
        }
    }

    /// Source, what is measured, and what the reader must know: one paragraph each.
    fn footer(
        &self,
        spec: &Spec,
        numbers: &[PanelNumbers],
        mut remarks: Vec<String>,
    ) -> Vec<String> {
        let title = self.dataset.title.get(self.lang);
        let mut footer = vec![text::figures::source_line(
            self.lang,
            title,
            &self.dataset.version,
        )];
        let mut definitions: Vec<String> = Vec::new();
        for (panel, numbers) in spec.panels.iter().zip(numbers) {
            let definition = self.definition(panel, numbers);
            if !definition.is_empty() && !definitions.contains(&definition) {
                definitions.push(definition);
            }
        }
        let of_descendants = |panel: &PanelSpec| {
            let groups = panel.question.filter_on("group");
            groups.is_some_and(|groups| groups.codes == DESCENDANTS)
        };
        if spec.panels.iter().any(of_descendants) {
            definitions.push(terms::in_short(self.lang, "descendants"));
        }
        if !definitions.is_empty() {
            footer.push(definitions.join(" "));
        }
        if spec
            .panels
            .iter()
            .any(|panel| panel.order == Order::ByEmigrations)
        {
            remarks.push(text::notes::caveats::origin_order(self.lang).to_owned());
        }
        remarks.extend(
            spec.caveats
                .iter()
                .filter(|caveat| self.applies(**caveat, spec))
                .map(|caveat| self.caveat(*caveat).to_owned()),
        );
        if !remarks.is_empty() {
            footer.push(remarks.join(" "));
        }
        footer
    }

    /// Whether a caveat is about what the data set has: others' tables may know neither the Nordic
    /// countries nor the pandemic years.
    fn applies(&self, caveat: Caveat, spec: &Spec) -> bool {
        let knows = |dimension: &str, code: &str| {
            let codes = self.dataset.codes(dimension);
            codes.iter().any(|known| known == code)
        };
        let shows = |year: &str| {
            let mut filters = spec
                .panels
                .iter()
                .map(|panel| panel.question.filter_on("year"));
            let counts = |codes: &[String]| codes.iter().any(|code| code == year);
            knows("year", year)
                && filters.any(|filter| filter.is_none_or(|filter| counts(&filter.codes)))
        };
        match caveat {
            Caveat::Nordic => knows("destination", "nordic"),
            Caveat::Unknown => {
                knows("destination", "unknown") || knows("destination_kind", "unknown")
            }
            Caveat::Pandemic => shows("2020") || shows("2021"),
            _ => true,
        }
    }

    /// What a panel measures, in one line.
    fn definition(&self, spec: &PanelSpec, numbers: &PanelNumbers) -> String {
        if numbers.source.is_empty() {
            return String::new();
        }
        let id = match &spec.question.measure {
            Measure::Emigrations => "emigration",
            Measure::Persons => "population_studied",
            Measure::Population => "mid_year_population",
            Measure::PersonYears => "person_years",
            Measure::Rate => match numbers.exposure {
                Some(Exposure::MidYear) => "rate_of_year",
                Some(Exposure::PersonYears) => "rate_of_years",
                None => "rate",
            },
            Measure::Share { of } if !of.starts_with("destination") => return String::new(),
            Measure::Share { .. } if spec.question.rebase == Rebase::to_known_new_country() => {
                "rebased_share"
            }
            Measure::Share { .. } => "destination_share",
            Measure::ReturnShare => "return_share",
            Measure::ReturnCurve => "return_curve",
        };
        terms::in_short(self.lang, id)
    }

    fn caveat(&self, caveat: Caveat) -> &'static str {
        use text::notes::caveats;
        match caveat {
            Caveat::Nordic => caveats::nordic(self.lang),
            Caveat::Students => caveats::students(self.lang),
            Caveat::Unknown => caveats::unknown(self.lang),
            Caveat::KnownDestination => caveats::known_destination(self.lang),
            Caveat::Education => caveats::education(self.lang),
            Caveat::Deaths => caveats::deaths(self.lang),
            Caveat::Pandemic => caveats::pandemic(self.lang),
            Caveat::PandemicPeriod => caveats::pandemic_period(self.lang),
        }
    }

    fn panel_title(&self, spec: &PanelSpec) -> String {
        match &spec.facet {
            Some((dimension, code)) => self.label(dimension, code, false),
            None => panel_title(self.lang, spec.title).to_owned(),
        }
    }

    /// The label of a code, the short one where space is tight.
    fn label(&self, dimension: &str, code: &str, short: bool) -> String {
        let Some(label) = self.dataset.label(dimension, code) else {
            return code.replace('-', "–");
        };
        let names = if short && !label.short.is_empty() {
            &label.short
        } else {
            &label.name
        };
        names.get(self.lang).to_owned()
    }

    fn panel(&self, spec: &PanelSpec) -> Result<(Panel, PanelNumbers), String> {
        let answer = crate::measures::answer(self.dataset, &spec.question)
            .map_err(|refusal| self.refusal(&refusal))?;
        let x_codes = self.codes(spec, &answer, &spec.x);
        let series_codes = match &spec.series {
            Some(series) => self.codes(spec, &answer, series),
            None => vec![String::new()],
        };
        let place = |dimension: &str| answer.by.iter().position(|name| name == dimension);
        let x_place = place(&spec.x);
        let series_place = spec.series.as_deref().and_then(place);
        let mut grid: Vec<Vec<Option<Row>>> = vec![vec![None; x_codes.len()]; series_codes.len()];
        for row in &answer.rows {
            let at = |place: Option<usize>, codes: &[String]| match place {
                Some(place) => codes.iter().position(|code| *code == row.key[place]),
                None => Some(0),
            };
            if let (Some(x), Some(series)) =
                (at(x_place, &x_codes), at(series_place, &series_codes))
            {
                grid[series][x] = Some(row.clone());
            }
        }
        let form = ValueForm::of(spec, &grid);
        let showing = self.showing(spec, form);
        let notes = self.notes(spec, &answer, &x_codes, form);
        if EVERY_KIND && spec.chart == Chart::Flow {
            return Ok(flow::panel(
                self,
                spec,
                (&series_codes, &x_codes),
                &grid,
                (&answer.table, notes),
            ));
        }
        if EVERY_KIND
            && spec.chart == Chart::People
            && spec.question.measure == Measure::ReturnShare
        {
            return Ok(people::panel(
                self,
                &showing,
                &x_codes,
                &grid,
                (&answer.table, notes),
            ));
        }
        let (series_codes, grid) = appearance::drawing_order(spec, series_codes, grid);
        let series = self.series(&showing, &series_codes, &x_codes, &grid);
        let keys = series_codes
            .iter()
            .zip(&series)
            .map(|(code, series)| SeriesKey {
                code: code.clone(),
                label: series.label.clone(),
                hidden: false,
            });
        let keys = if spec.series.is_some() {
            keys.collect()
        } else {
            Vec::new()
        };
        let numbers = PanelNumbers {
            source: answer.table.clone(),
            notes,
            keys,
            exposure: answer.notes.iter().find_map(|note| match note {
                Note::Denominator(exposure) | Note::DenominatorInstead(exposure) => Some(*exposure),
                _ => None,
            }),
            table: self.table(&showing, &series_codes, &x_codes, &grid),
            rows: grid,
            question: Some(spec.question.clone()),
            parts: match spec.counts {
                true => Parts::Counts,
                false => Parts::Values,
            },
            method: match spec.counts {
                true => IntervalMethod::None,
                false => self.options.method_for(&spec.question),
            },
            among: showing.intervals.as_ref().and_then(|found| found.among),
            against: None,
            told: Vec::new(),
        };
        let numeric = spec.chart == Chart::Line;
        let categories = (!numeric).then(|| {
            let label = |code: &String| match spec.x.as_str() {
                "" => words::total(self.lang).to_owned(),
                x => self.label(x, code, true),
            };
            x_codes.iter().map(label).collect()
        });
        let mut panel = Panel {
            title: self.panel_title(spec),
            kind: match spec.chart {
                Chart::Line => Kind::Line,
                Chart::Bars => Kind::Bars,
                Chart::Stacked => Kind::Stacked,
                Chart::Sums => Kind::Sums,
                Chart::Dots => Kind::Dots,
                Chart::Slope => Kind::Slope,
                Chart::Heat => Kind::Heat,
                Chart::Flow => Kind::Flow,
                Chart::People => Kind::People,
            },
            x: Axis {
                title: match spec.x.as_str() {
                    "age" | "years_since" if matches!(spec.chart, Chart::Line | Chart::Heat) => {
                        terms::dimension(self.lang, &spec.x)
                    }
                    _ => String::new(),
                },
                format: match spec.x.as_str() {
                    "year" => TickFormat::Year,
                    "age" | "years_since" => TickFormat::Age,
                    _ => TickFormat::Number,
                },
                categories,
                ..Axis::default()
            },
            y: Axis {
                format: if form.percent {
                    TickFormat::Percent
                } else {
                    TickFormat::Number
                },
                from_zero: !matches!(spec.chart, Chart::Slope),
                ..Axis::default()
            },
            series,
            shades: match spec.chart {
                Chart::Line => self.shades(spec, &x_codes),
                _ => Vec::new(),
            },
            ..Panel::default()
        };
        if let (Some((dimension, code)), [only]) = (&spec.facet, panel.series.as_mut_slice())
            && spec.series.is_none()
        {
            // The one series of a small multiple is what the panel is about.
            only.hue = Hue::of(dimension, code).unwrap_or(only.hue);
            only.label.clone_from(&panel.title);
        }
        if EVERY_KIND && spec.chart == Chart::People {
            people::say(&mut panel, self.lang);
        }
        if EVERY_KIND && spec.chart == Chart::Slope {
            appearance::colour_directions(&mut panel);
        }
        if self.options.at.is_some() {
            panel.y.domain = self.over_all_years(spec, form);
        }
        Ok((panel, numbers))
    }

    /// The range of a panel over all years, so that the axis stands still while years pass.
    fn over_all_years(&self, spec: &PanelSpec, form: ValueForm) -> Option<(f64, f64)> {
        let mut question = spec.question.clone();
        question.filter.retain(|filter| filter.dimension != "year");
        if question.by.iter().any(|name| name == "year") {
            return None;
        }
        question.by.push("year".to_owned());
        let answer = crate::measures::answer(self.dataset, &question).ok()?;
        let values = answer.rows.iter().filter_map(|row| form.value(row));
        let highest = values.fold(0.0, f64::max);
        (highest > 0.0).then_some((0.0, highest))
    }

    /// The codes of a dimension that the answer has, in the order in which they are shown.
    fn codes(&self, spec: &PanelSpec, answer: &Answer, dimension: &str) -> Vec<String> {
        let Some(place) = answer.by.iter().position(|name| name == dimension) else {
            return vec![String::new()];
        };
        let mut codes: Vec<String> = Vec::new();
        for row in &answer.rows {
            if !codes.contains(&row.key[place]) {
                codes.push(row.key[place].clone());
            }
        }
        if spec.order == Order::ByEmigrations && dimension == spec.x {
            let mut filters = spec.question.filter.clone();
            filters.retain(|filter| filter.dimension == "group");
            let question = Question {
                filter: filters,
                ..Question::new(Measure::Emigrations, [dimension])
            };
            if let Ok(sizes) = crate::measures::answer(self.dataset, &question) {
                let size = |code: &String| sizes.value(&[code.as_str()]).unwrap_or(0.0);
                order::sort_by(&mut codes, &|one, two| size(two).total_cmp(&size(one)));
            }
        }
        codes
    }

    fn series(
        &self,
        showing: &Showing,
        series_codes: &[String],
        x_codes: &[String],
        grid: &[Vec<Option<Row>>],
    ) -> Vec<Series> {
        let spec = showing.spec;
        let one = spec.series.is_none();
        series_codes
            .iter()
            .enumerate()
            .map(|(index, code)| {
                let dimension = spec.series.as_deref().unwrap_or_default();
                let numbered = Hue::Numbered((index % Hue::NUMBERED) as u8);
                let hue = if one {
                    Hue::Neutral
                } else {
                    Hue::of(dimension, code).unwrap_or(numbered)
                };
                let focus = &self.options.focus;
                let focuses = |codes: &[String]| codes.iter().any(|code| focus.contains(code));
                let hue = match focuses(series_codes) && !focus.contains(code) {
                    true => Hue::Muted,
                    false => hue,
                };
                let by_place = !focuses(series_codes) && focuses(x_codes);
                let points = x_codes
                    .iter()
                    .enumerate()
                    .map(|(place, x_code)| {
                        let own_hue = if one { Hue::of(&spec.x, x_code) } else { None };
                        let own_hue = match by_place && !focus.contains(x_code) {
                            true => Some(Hue::Muted),
                            false => own_hue,
                        };
                        let row = grid[index][place].as_ref();
                        self.point(showing, place, x_code, row, own_hue)
                    })
                    .collect();
                Series {
                    key: code.clone(),
                    label: if one {
                        terms::measure(self.lang, measure_name(spec))
                    } else {
                        self.label(dimension, code, true)
                    },
                    hue,
                    points,
                }
            })
            .collect()
    }

    fn point(
        &self,
        showing: &Showing,
        place: usize,
        x_code: &str,
        row: Option<&Row>,
        hue: Option<Hue>,
    ) -> Point {
        let (spec, form) = (showing.spec, showing.form);
        let numeric = spec.chart == Chart::Line;
        let x = if numeric {
            decimal_sign::parse(x_code, DecimalSign::Point).unwrap_or(place as f64)
        } else {
            place as f64
        };
        let value = row.and_then(|row| form.value(row));
        let absent = match row {
            None => Some(absence::words(Status::NotInTable, self.lang)),
            Some(row) if value.is_none() => Some(absence::words(row.status, self.lang)),
            Some(_) => None,
        };
        let interval = showing.interval(row);
        Point {
            x,
            y: value,
            text: value
                .map(|value| form.short(value, self.lang))
                .unwrap_or_default(),
            lower: interval.map(|interval| interval.lower),
            upper: interval.map(|interval| interval.upper),
            between: interval
                .map(|interval| form.between(interval, form.decimals, self.lang))
                .unwrap_or_default(),
            small: row.is_some_and(|row| !form.counts && row.is_small()),
            absent: absent.map(str::to_owned),
            hue,
            ..Point::default()
        }
    }

    /// How the numbers of a panel are shown; intervals belong to ratios.
    fn showing<'a>(&self, spec: &'a PanelSpec, form: ValueForm) -> Showing<'a> {
        let question = &spec.question;
        let level = self.options.intervals.level();
        let level = level.filter(|_| !spec.counts && question.measure.is_ratio());
        let method = self.options.method_for(question);
        let intervals = level.map(|level| Intervals::new(self.dataset, question, method, level));
        Showing {
            spec,
            form,
            intervals,
        }
    }

    fn table(
        &self,
        showing: &Showing,
        series_codes: &[String],
        x_codes: &[String],
        grid: &[Vec<Option<Row>>],
    ) -> NumberTable {
        let spec = showing.spec;
        let x_label = |code: &String| match spec.x.as_str() {
            "" => words::total(self.lang).to_owned(),
            x => self.label(x, code, false),
        };
        NumberTable {
            stub: terms::dimension(self.lang, &spec.x),
            columns: match &spec.series {
                Some(series) => series_codes
                    .iter()
                    .map(|code| self.label(series, code, false))
                    .collect(),
                None => vec![terms::measure(self.lang, measure_name(spec))],
            },
            rows: x_codes
                .iter()
                .enumerate()
                .map(|(place, code)| super::table::Line {
                    head: x_label(code),
                    cells: grid
                        .iter()
                        .map(|series| self.cell(showing, series[place].as_ref()))
                        .collect(),
                })
                .collect(),
        }
    }

    fn cell(&self, showing: &Showing, row: Option<&Row>) -> super::table::TableCell {
        let (spec, form) = (showing.spec, showing.form);
        let interval = showing.interval(row);
        let value = row.and_then(|row| form.value(row));
        let status = row.map_or(Status::NotInTable, |row| row.status);
        super::table::TableCell {
            value,
            text: match value {
                Some(value) => form.long(value, self.lang),
                None => row
                    .and_then(|row| range::withheld(self.dataset, spec, row, form, self.lang))
                    .unwrap_or_else(|| absence::words(status, self.lang).to_owned()),
            },
            interval: interval
                .map(|interval| form.between(interval, form.decimals + 1, self.lang))
                .unwrap_or_default(),
            range: row.map_or(String::new(), |row| {
                range::rounded(spec, row, form, self.lang)
            }),
            small: row.is_some_and(|row| !form.counts && row.is_small()),
        }
    }

    fn shades(&self, spec: &PanelSpec, x_codes: &[String]) -> Vec<Shade> {
        let pandemic = ["2020", "2021"].map(str::to_owned);
        // The pandemic kept people from moving; it says nothing about how many lived where.
        let counts_moves = !matches!(
            spec.question.measure,
            Measure::Population | Measure::PersonYears | Measure::Persons
        );
        if counts_moves && spec.x == "year" && pandemic.iter().all(|year| x_codes.contains(year)) {
            let label = words::pandemic(self.lang).to_owned();
            return vec![Shade {
                from: 2020.0,
                to: 2021.0,
                label,
            }];
        }
        Vec::new()
    }

    fn notes(
        &self,
        spec: &PanelSpec,
        answer: &Answer,
        x_codes: &[String],
        form: ValueForm,
    ) -> Vec<String> {
        let mut notes = vec![self.base(spec, answer)];
        for note in &answer.notes {
            // The definition of a rate names its denominator.
            if !matches!(note, Note::Denominator(_)) {
                notes.push(self.note(note, form));
            }
            if matches!(note, Note::Rebased { .. }) {
                notes.push(self.left_out(spec, answer, x_codes));
            }
        }
        let told = |note: &Note| matches!(note, Note::NotYetObservable { .. });
        if spec.question.measure == Measure::ReturnShare && !answer.notes.iter().any(told) {
            notes.push(self.cohorts_left_out());
        }
        notes.retain(|note| !note.is_empty());
        notes
    }

    /// How much of each bar a re-based share leaves out: every bar when there are few, else the
    /// most and the least.
    fn left_out(&self, spec: &PanelSpec, answer: &Answer, x_codes: &[String]) -> String {
        const FEW: usize = 6;
        let lang = self.lang;
        let Some(place) = answer.by.iter().position(|name| *name == spec.x) else {
            return String::new();
        };
        let parts: Vec<(String, f64)> = x_codes
            .iter()
            .filter_map(|code| {
                let row = answer.rows.iter().find(|row| row.key[place] == *code)?;
                let (left_out, base) = (row.left_out?, row.denominator?);
                let all = left_out + base;
                (all > 0.0).then(|| (self.label(&spec.x, code, true), left_out / all))
            })
            .collect();
        let spot = |(label, share): &(String, f64)| text::figures::Spot {
            label: label.clone(),
            value: number::percent(*share, 0, lang),
        };
        let by_share = |a: &&(String, f64), b: &&(String, f64)| a.1.total_cmp(&b.1);
        match (parts.iter().max_by(by_share), parts.iter().min_by(by_share)) {
            _ if parts.len() < 2 || answer.by.len() < 2 => String::new(),
            _ if parts.len() <= FEW => {
                text::notes::left_out_each(lang, &parts.iter().map(spot).collect::<Vec<_>>())
            }
            (Some(most), Some(least)) => {
                text::notes::left_out_range(lang, &spot(most), &spot(least))
            }
            _ => String::new(),
        }
    }

    /// The remark on cohorts that a table without years has left out before it was published.
    fn cohorts_left_out(&self) -> String {
        let years = self.dataset.coverage.get("year").map(<[String]>::to_vec);
        let mut years = years.unwrap_or_default();
        years.retain(|year| self.is_unobservable(year));
        if years.is_empty() {
            return String::new();
        }
        text::notes::not_yet_observable(self.lang, &text::ranges(self.lang, &years))
    }

    /// How many events or person-years the panel rests on.
    fn base(&self, spec: &PanelSpec, answer: &Answer) -> String {
        let lang = self.lang;
        let sum =
            |part: fn(&Row) -> Option<f64>| -> f64 { answer.rows.iter().filter_map(part).sum() };
        let (count, what) = match spec.question.measure {
            Measure::Emigrations | Measure::Rate | Measure::Share { .. } => {
                (sum(|row| row.numerator), terms::emigrations(lang))
            }
            Measure::ReturnShare => (sum(|row| row.denominator), terms::emigrations(lang)),
            Measure::PersonYears => (sum(|row| row.value), terms::person_years(lang)),
            Measure::Population if spec.x == "year" => {
                (sum(|row| row.value), terms::person_years(lang))
            }
            Measure::Persons => (sum(|row| row.value), terms::persons(lang)),
            Measure::Population | Measure::ReturnCurve => return String::new(),
        };
        if count <= 0.0 {
            return String::new();
        }
        text::figures::base_size(lang, &number::integer(count, lang), what) + "."
    }

    /// A remark of the computation, in words.
    pub fn note(&self, note: &Note, form: ValueForm) -> String {
        let lang = self.lang;
        match note {
            Note::CoversOnly { dimension, codes }
                if matches!(dimension.as_str(), "year" | "age") =>
            {
                if form.under_subtitle {
                    return String::new();
                }
                let name = terms::dimension(lang, dimension);
                text::notes::covers_only(lang, &name, &text::ranges(lang, codes))
            }
            Note::CoversOnly { dimension, codes } => {
                let labels: Vec<String> = codes
                    .iter()
                    .map(|code| text::claims::mid_sentence(&self.label(dimension, code, false)))
                    .collect();
                let name = terms::dimension(lang, dimension);
                text::notes::covers_only(lang, &name, &text::enumerate(lang, &labels))
            }
            Note::Denominator(exposure) => {
                text::notes::denominator(lang, *exposure == Exposure::MidYear).to_owned()
            }
            Note::DenominatorInstead(exposure) => {
                text::notes::denominator_instead(lang, *exposure == Exposure::MidYear).to_owned()
            }
            Note::NotYetObservable { years } => {
                text::notes::not_yet_observable(lang, &text::ranges(lang, years))
            }
            Note::Rebased {
                without,
                left_out,
                of,
            } => {
                let labels: Vec<String> = without
                    .iter()
                    .map(|code| text::claims::mid_sentence(&self.label("destination", code, true)))
                    .collect();
                let share = if *of > 0.0 { left_out / of } else { 0.0 };
                text::notes::rebased(
                    lang,
                    &labels,
                    &number::integer(*left_out, lang),
                    &number::integer(*of, lang),
                    &number::percent(share, 0, lang),
                )
            }
            Note::Rounded => text::notes::rounded(lang).to_owned(),
            Note::MeanOfYears { years } => text::notes::mean_of_years(lang, *years),
            Note::SmallNumbers { .. } if form.counts => String::new(),
            Note::SmallNumbers { rows } => text::notes::small_numbers(lang, *rows),
        }
    }

    fn refusal(&self, refusal: &Refusal) -> String {
        let lang = self.lang;
        match refusal {
            Refusal::NoTable(none) => match none.tables.first() {
                Some((table, lacks)) => {
                    let lacks: Vec<String> = lacks
                        .iter()
                        .take(4)
                        .map(|lack| match lack {
                            Lack::Dimension(name) | Lack::Measure(name) => {
                                text::figures::lacks_column(lang, name)
                            }
                            Lack::Code { dimension, code } => {
                                text::figures::lacks_code(lang, dimension, code)
                            }
                        })
                        .collect();
                    text::figures::needs(lang, table, &lacks)
                }
                None => text::figures::needs_table(lang).to_owned(),
            },
            Refusal::ShareWithoutDimension { dimension } => {
                text::figures::share_needs(lang, &terms::dimension(lang, dimension))
            }
            Refusal::TooManyRows => text::figures::needs_table(lang).to_owned(),
        }
    }
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
    };
    let texts = answer.notes.iter().map(|note| words.note(note, form));
    texts.filter(|text| !text.is_empty()).collect()
}

/// The name of what a panel shows.
fn measure_name(spec: &PanelSpec) -> &'static str {
    match (&spec.question.measure, spec.counts) {
        _ if spec.chart == Chart::Flow => "emigrations",
        (Measure::ReturnShare, true) => "returned_5y",
        (Measure::Rate | Measure::Share { .. }, true) => "emigrations",
        (measure, _) => measure.name(),
    }
}

/// How the values of a panel are written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ValueForm {
    /// A ratio, written as per cent.
    pub percent: bool,
    /// Decimals in the figure; the table has one more for per cents.
    pub decimals: usize,
    /// The numerator is shown instead of the ratio.
    pub counts: bool,
    /// Whether a subtitle says which years and ages are covered.
    pub under_subtitle: bool,
}

impl ValueForm {
    fn of(spec: &PanelSpec, grid: &[Vec<Option<Row>>]) -> ValueForm {
        let counts = spec.counts;
        if counts || !spec.question.measure.is_ratio() {
            return ValueForm {
                percent: false,
                decimals: 0,
                counts,
                under_subtitle: true,
            };
        }
        let highest = grid
            .iter()
            .flatten()
            .flatten()
            .filter_map(|row| row.value)
            .fold(0.0, f64::max);
        // Rates of a few per cent need decimals to differ; shares of a whole do not.
        let decimals = match highest {
            _ if spec.question.measure != Measure::Rate => 0,
            highest if highest < 0.04 => 2,
            highest if highest < 0.2 => 1,
            _ => 0,
        };
        // An interval needs a digit more than the value in it.
        let decimals = match spec.chart {
            Chart::Dots => (decimals + 1).min(2),
            _ => decimals,
        };
        ValueForm {
            percent: true,
            decimals,
            counts,
            under_subtitle: true,
        }
    }

    fn value(self, row: &Row) -> Option<f64> {
        if self.counts {
            row.numerator.filter(|_| row.status == Status::Ok)
        } else {
            row.value
        }
    }

    fn between(self, interval: Interval, decimals: usize, lang: Lang) -> String {
        self.range((interval.lower, interval.upper), decimals, lang)
    }

    /// Two ends, with the unit said once.
    pub(super) fn range(self, (lower, upper): (f64, f64), decimals: usize, lang: Lang) -> String {
        if !self.percent {
            let [lower, upper] = [lower, upper].map(|end| number::integer(end, lang));
            return format!("{lower}–{upper}");
        }
        let lower = number::decimal(lower * 100.0, decimals, lang);
        format!("{lower}–{}", number::percent(upper, decimals, lang))
    }

    fn short(self, value: f64, lang: Lang) -> String {
        if self.percent {
            number::percent(value, self.decimals, lang)
        } else {
            number::integer(value, lang)
        }
    }

    fn long(self, value: f64, lang: Lang) -> String {
        if self.percent {
            number::percent(value, self.decimals + 1, lang)
        } else {
            number::integer(value, lang)
        }
    }
}
