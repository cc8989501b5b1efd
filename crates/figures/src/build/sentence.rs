//! The sentence that says what a figure shows, read off its numbers.

use std::cell::{OnceCell, RefCell};
use std::cmp::Ordering;
use std::collections::BTreeMap;

use data::Dataset;
use data::dataset::own_name;
use explain::{Aggregate, code_label};
use measures::{Makeup, Measure, OTHERS, Row, answer, breaks, codes_of, is_time};
use text::case::small_first as lowered;
use text::explain::so_many_of;
use text::figures as words;
use text::kinds::{self, filled};
use text::overview::with_value;
use text::places::{self, Place};
use text::sentences::{self, Extreme, Holds, Moves, OfYear, Peak, Span, Subject};
use text::{Lang, marks};

use super::PanelNumbers;
use super::form::measure_name;
use super::years_of;
use crate::extremes::{NAMED, extremes};
use crate::numbers::Spot;
use crate::options::is_rest;
use crate::sheet::{Kind, Panel, Point, Series, Sheet};
use crate::spec::{Chart, PanelSpec, Spec};

/// A stretch of the sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The words, or a number as it is read.
    pub text: String,
    /// What the number is of.
    pub of: Of,
}

/// What a stretch of the sentence is of, by places in the figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Of {
    /// Words.
    #[default]
    Words,
    /// The number at a place.
    Spot(Spot),
    /// What is formed from the numbers at these places.
    Formed(Aggregate, Vec<Spot>),
}

/// The figure that a sentence is about, and what the sentence has formed from several of its numbers.
struct Figured<'a> {
    dataset: &'a Dataset,
    numbers: &'a [PanelNumbers],
    /// Where each marked number stands.
    spots: Vec<Spot>,
    /// By panel, which codes its numbers are sums over. Looked at only where numbers are compared.
    makeups: Vec<OnceCell<Makeup>>,
    /// Aggregate, and the marks of the numbers.
    formed: RefCell<Vec<(Aggregate, Vec<usize>)>>,
}

/// The mark of a point.
fn place(point: &Point) -> Option<usize> {
    marks::place(&point.text)
}

impl<'a> Figured<'a> {
    /// A text that leads to what is formed from points, when all their numbers are known.
    fn mark(&self, text: &str, how: Aggregate, points: &[&Point]) -> String {
        let mut marks = Vec::new();
        for point in points {
            marks.extend(place(point));
        }
        if marks.len() < points.len() || marks.is_empty() {
            return text.to_owned();
        }
        let mut formed = self.formed.borrow_mut();
        formed.push((how, marks));
        marks::mark(self.spots.len() + formed.len() - 1, text)
    }

    fn row(&self, spot: Spot) -> Option<&'a Row> {
        let rows = &self.numbers.get(spot.panel)?.rows;
        rows.get(spot.series)?.get(spot.point)?.as_ref()
    }

    fn makeup(&self, panel: usize) -> Option<&Makeup> {
        let question = self.numbers.get(panel)?.question.as_ref()?;
        let read = || match answer(self.dataset, question) {
            Ok(answer) => Makeup::of(self.dataset, question, &answer),
            Err(_) => Makeup::default(),
        };
        Some(self.makeups.get(panel)?.get_or_init(read))
    }

    /// Why points of a panel cannot be compared: the dimension of which they are sums over
    /// different codes.
    fn differing(&self, points: &[&Point]) -> Option<&str> {
        let spots = points
            .iter()
            .filter_map(|point| self.spots.get(place(point)?));
        let spots: Vec<Spot> = spots.copied().collect();
        let keys = spots.iter().filter_map(|spot| self.row(*spot));
        let panel = spots.first()?.panel;
        self.makeup(panel)?
            .differs(keys.map(|row| row.key.as_slice()))
    }

    /// The years of breaks between the first of some points of a panel and another one.
    fn broken_in(&self, points: &[&Point]) -> Vec<i32> {
        self.found_breaks(points).unwrap_or_default()
    }

    fn found_breaks(&self, points: &[&Point]) -> Option<Vec<i32>> {
        let spots = points
            .iter()
            .filter_map(|point| self.spots.get(place(point)?));
        let spots: Vec<Spot> = spots.copied().collect();
        let numbers = spots.first().and_then(|spot| self.numbers.get(spot.panel));
        let (numbers, mut rows) = (numbers?, spots.iter().filter_map(|spot| self.row(*spot)));
        let table = self.dataset.table(&numbers.source)?;
        let (question, first) = (numbers.question.as_ref()?, rows.next()?);
        let mut found = rows.map(|other| breaks::years(table, question, &first.key, &other.key));
        found.find(|years| !years.is_empty())
    }

    /// The sentence of points that cannot be compared; none when they can.
    fn apart(&self, lang: Lang, points: &[&Point]) -> Option<String> {
        let broken = self.broken_in(points);
        if !broken.is_empty() {
            return Some(words::over_break(lang, &words::in_years(lang, &broken)));
        }
        let dimension = self.differing(points)?;
        if dimension == "year" && self.differ_by_period(points) {
            return Some(words::unlike_periods(lang).to_owned());
        }
        Some(words::not_alike(lang, &places::all(lang, dimension)))
    }

    /// Whether points of the same period are sums over the same years.
    fn differ_by_period(&self, points: &[&Point]) -> bool {
        let period = |point: &&Point| {
            let spot = *self.spots.get(place(point)?)?;
            let question = self.numbers.get(spot.panel)?.question.as_ref()?;
            let at = question.by.iter().position(|name| name == "period")?;
            self.row(spot)?.key.get(at)
        };
        let mut of_each: BTreeMap<Option<&String>, Vec<&Point>> = BTreeMap::new();
        for point in points {
            of_each.entry(period(point)).or_default().push(point);
        }
        let are_alike = |points: &Vec<&Point>| self.differing(points) != Some("year");
        !of_each.contains_key(&None) && of_each.values().all(are_alike)
    }

    /// Leaves the years that a claim is of, each with its number on however few events: what is judged is told.
    fn keep_claimed(&self, panel: &mut Panel, numbers: &PanelNumbers, marks: &[(String, String)]) {
        let by = numbers.question.as_ref().map(|question| &question.by);
        let at = by.and_then(|by| by.iter().position(|name| name == "year"));
        for series in &mut panel.series {
            series.points.retain(|point| {
                let spot = place(point).and_then(|place| self.spots.get(place));
                let year = at.and_then(|at| self.row(*spot?)?.key.get(at));
                marks.is_empty()
                    || year.is_none_or(|year| marks.iter().any(|(mark, _)| mark == year))
            });
            series
                .points
                .iter_mut()
                .for_each(|point| point.small = false);
        }
    }

    /// A code as a phrase of place.
    fn place(&self, lang: Lang, dimension: &str, code: &str) -> Place {
        let label = code_label(self.dataset, dimension, code, lang);
        places::place(lang, dimension, code, &label)
    }
}

/// What the figure shows, in plain words. Cells on few events are left out of comparisons.
pub fn said(sheet: &Sheet, spec: &Spec, numbers: &[PanelNumbers], dataset: &Dataset) -> Vec<Said> {
    let mut marked = sheet.clone();
    let mut spots = Vec::new();
    for (panel, of_panel) in marked.panels.iter_mut().enumerate() {
        for (series, of_series) in of_panel.series.iter_mut().enumerate() {
            for (point, of_point) in of_series.points.iter_mut().enumerate() {
                of_point.text = marks::mark(spots.len(), &of_point.text);
                spots.push(Spot {
                    panel,
                    series,
                    point,
                });
            }
        }
    }
    let figured = Figured {
        dataset,
        numbers,
        spots,
        makeups: numbers.iter().map(|_| OnceCell::new()).collect(),
        formed: RefCell::default(),
    };
    for ((panel, numbers), of_panel) in marked.panels.iter_mut().zip(numbers).zip(&spec.panels) {
        leave_others(panel, numbers);
        leave_unknown(panel, numbers, of_panel);
        if spec.options.by_page {
            figured.keep_claimed(panel, numbers, &spec.options.marks);
        }
    }
    let pieces = marks::pieces(&of_sheet(&marked, spec, &figured));
    let spots = &figured.spots;
    let formed = figured.formed.borrow();
    let of = |place: usize| match (
        spots.get(place),
        formed.get(place.wrapping_sub(spots.len())),
    ) {
        (Some(spot), _) => Of::Spot(*spot),
        (None, Some((how, marks))) => {
            let mut of = Vec::new();
            for mark in marks {
                of.push(spots[*mark]);
            }
            Of::Formed(*how, of)
        }
        _ => Of::Words,
    };
    let said = pieces.into_iter().map(|piece| Said {
        text: piece.text,
        of: piece.place.map(of).unwrap_or_default(),
    });
    said.collect()
}

/// Takes out those that are not told apart: they are no place of their own. They stand last. Among the parts of a
/// whole they stay.
fn leave_others(panel: &mut Panel, numbers: &PanelNumbers) {
    if numbers.others_at_end {
        panel
            .series
            .iter_mut()
            .for_each(|series| drop(series.points.pop()));
        panel
            .x
            .categories
            .iter_mut()
            .for_each(|categories| drop(categories.pop()));
    }
    if panel.kind != Kind::Stacked {
        panel.series.retain(|series| series.key != OTHERS);
    }
}

/// Takes out those of unknown place, which stand beside the largest of many without being one of them.
fn leave_unknown(panel: &mut Panel, numbers: &PanelNumbers, spec: &PanelSpec) {
    let (Some(cut), Some(question)) = (&spec.cut, &numbers.question) else {
        return;
    };
    let place = question.by.iter().position(|name| *name == cut.dimension);
    let Some(place) = place.filter(|_| panel.kind != Kind::Stacked) else {
        return;
    };
    for (series, rows) in panel.series.iter_mut().zip(&numbers.rows) {
        let mut rows = rows.iter();
        series.points.retain(|_| {
            let row = rows.next().and_then(Option::as_ref);
            !row.is_some_and(|row| is_rest(&row.key[place]))
        });
    }
    panel.series.retain(|series| !series.points.is_empty());
}

fn of_sheet(sheet: &Sheet, spec: &Spec, figured: &Figured) -> String {
    let lang = sheet.lang;
    let mut said: Vec<String> = Vec::new();
    for (index, (panel, panel_spec)) in sheet.panels.iter().zip(&spec.panels).enumerate() {
        if panel_spec.x == "age"
            && sheet.panels[..index]
                .iter()
                .any(|wide| has_all(wide, panel))
        {
            continue;
        }
        let Some(numbers) = figured.numbers.get(index) else {
            continue;
        };
        let teller = Teller::of(lang, panel, panel_spec, numbers, figured);
        let sentence = match (panel.kind, panel_spec.x.as_str()) {
            _ if panel.series.is_empty() => continue,
            (Kind::Line, "age") => teller.over_age(),
            (Kind::Line, "years_since") => teller.over_years_since(),
            (Kind::Line | Kind::Slope, _) => teller.over_time(),
            (Kind::Stacked, _) => teller.stacked(),
            // Shares of a whole stay that when they stand beside each other.
            (Kind::Dots, _) if panel_spec.chart == Chart::Stacked => teller.stacked(),
            (Kind::Bars | Kind::Dots | Kind::Sums | Kind::Heat | Kind::Map, _) => teller.bars(),
            (Kind::Flow, _) => flow(lang, panel, figured),
            (Kind::People, _) => people(panel),
            // The analyses that draw these say what they show.
            (Kind::Funnel | Kind::Waterfall, _) => String::new(),
        };
        let again = |earlier: &String| marks::plain(earlier).ends_with(&marks::plain(&sentence));
        if sentence.is_empty() || said.iter().any(again) {
            continue;
        }
        let sentence = match panel.series.iter().any(has_small) {
            true if sentence != words::few_at_ends(lang) => {
                format!("{sentence} {}", words::few_left_out(lang))
            }
            _ => sentence,
        };
        said.push(match panel.title.as_str() {
            "" => sentence,
            // A small multiple says in its sentence what it is about.
            _ if panel_spec.facet.is_some() => sentence,
            title if spec.panels.len() > 1 => format!("{title}: {}", lowered(&sentence)),
            _ => sentence,
        });
    }
    said.join(" ")
}

/// Whether a panel shows every series of a panel that looks closer; its peaks are the same.
fn has_all(wide: &Panel, close: &Panel) -> bool {
    !close.series.is_empty()
        && close
            .series
            .iter()
            .all(|series| wide.series.iter().any(|other| other.key == series.key))
}

fn certain(point: &&Point) -> bool {
    point.value().is_some() && !point.small
}

/// The first and the last number of a line, on however few events: those that are left would be the high ones.
fn ends(series: &Series) -> Option<(&Point, &Point)> {
    let mut known = series.points.iter().filter(|point| point.value().is_some());
    let first = known.next()?;
    Some((first, known.next_back().unwrap_or(first)))
}

fn whole(x: f64) -> String {
    format!("{x:.0}")
}

/// Whether a line has numbers on too few events to be compared.
fn has_small(series: &Series) -> bool {
    series.points.iter().any(|point| point.small)
}

/// Whether two numbers are read alike.
fn is_read_as(one: &Point, two: &Point) -> bool {
    marks::plain(&one.text) == marks::plain(&two.text)
}

/// Whether two numbers are one to a reader: read alike, and no more apart than is lost by rounding to three digits.
/// That 0.34 and 0.27 per cent are read alike where decimals are few makes them no such numbers.
fn are_one(one: &Point, two: &Point) -> bool {
    let [one_value, two_value] = [one, two].map(|point| point.value().unwrap_or(0.0));
    let apart = (one_value - two_value).abs();
    is_read_as(one, two) && apart <= 0.005 * one_value.abs().max(two_value.abs())
}

/// A line with its first and its last certain point.
type Ends<'a> = (&'a Series, &'a Point, &'a Point);

/// More peaks than this are told by the first and the last of them.
const MOST_PEAKS: usize = 8;

/// More exceptions than this are not read.
const MOST_EXCEPTIONS: usize = 7;

/// Shares that add up to this much are the whole; printed ones are rounded.
const WHOLE: f64 = 0.95;

/// Whether a dimension tells where those who may come back have gone.
fn has_gone(measure: &Measure, dimension: &str) -> bool {
    let returns = matches!(measure, Measure::ReturnShare | Measure::ReturnCurve);
    returns && dimension.starts_with("destination")
}

/// Whether groups are the two of descendants, which have a name together.
fn is_descendants(codes: &[String]) -> bool {
    let both = ["nb_two_immigrant_parents", "immigrated_age_0_9"];
    codes.len() == both.len()
        && both
            .iter()
            .all(|code| codes.iter().any(|known| known == code))
}

/// A panel being told.
struct Teller<'a> {
    lang: Lang,
    panel: &'a Panel,
    spec: &'a PanelSpec,
    numbers: &'a PanelNumbers,
    figured: &'a Figured<'a>,
    /// What is measured, and of whom.
    subject: Subject,
    /// The one year that all numbers are of, as a phrase; nothing where there are several.
    when: String,
    /// The places that a number is a sum over, where they were chosen.
    within: Option<String>,
    /// Of what the highest and the lowest are, where only some were chosen.
    shown: String,
}

impl<'a> Teller<'a> {
    fn of(
        lang: Lang,
        panel: &'a Panel,
        spec: &'a PanelSpec,
        numbers: &'a PanelNumbers,
        figured: &'a Figured<'a>,
    ) -> Teller<'a> {
        let question = &spec.question;
        let measure = measure_name(spec);
        let is_told = |name: &str| spec.x == name || spec.series.as_deref() == Some(name);
        let mut of_what: Vec<(&str, Place)> = Vec::new();
        let (mut when, mut within, mut shown) = (String::new(), None, String::new());
        let mut several = Vec::new();
        for filter in &question.filter {
            let name = filter.dimension.as_str();
            match (name, filter.codes.as_slice()) {
                ("year" | "period" | "age", _) if is_told(name) => {}
                (_, codes)
                    if is_told(name) && codes.len() < codes_of(figured.dataset, name).len() =>
                {
                    shown = places::of_shown(lang, name, codes.len());
                }
                _ if is_told(name) => {}
                ("year", [year]) => when = sentences::in_year(lang, measure, year),
                ("year" | "period", codes) => {
                    several = codes.iter().map(|code| text::number::range(code)).collect();
                }
                ("age", codes) => {
                    let ages = text::ranges(lang, codes);
                    of_what.push((name, places::place(lang, name, &ages, &ages)));
                }
                // Where those who may come back have gone is who they are.
                (_, [code]) if has_gone(&question.measure, name) => {
                    let place = places::gone(lang, figured.place(lang, name, code));
                    of_what.push((places::GONE, place));
                }
                (_, [code]) => {
                    of_what.push((name, figured.place(lang, name, code)));
                }
                ("group", codes) if is_descendants(codes) => {
                    let place = Place {
                        before: "",
                        name: text::findings::among_descendants(lang).to_owned(),
                    };
                    of_what.push((name, place));
                }
                (_, codes) if codes.len() < codes_of(figured.dataset, name).len() => {
                    let count = text::number::small(lang, codes.len());
                    within = Some(places::in_some(lang, name, &count));
                }
                _ => {}
            }
        }
        if let Some(cut) = &spec.cut {
            shown = places::of_shown(lang, &cut.dimension, cut.shown);
        }
        // A sum over years says of which.
        let tells_time = question.by.iter().any(|name| is_time(name));
        if when.is_empty() && !tells_time {
            let years = match several.is_empty() {
                true => years_of(question, figured.dataset, &numbers.source),
                false => several,
            };
            when = sentences::in_year(lang, measure, &text::ranges(lang, &years));
        }
        let mut of_what = vec![places::together(lang, of_what)];
        let against = numbers.against.iter();
        of_what.extend(against.map(|(_, year)| sentences::against(lang, year)));
        of_what.retain(|said| !said.is_empty());
        let own = own_name(&figured.dataset.measure_names, lang, measure);
        Teller {
            lang,
            panel,
            spec,
            numbers,
            figured,
            subject: Subject {
                is_past: tells_time,
                ..sentences::subject(lang, measure, own.as_deref(), &of_what.join(" "))
            },
            when,
            within,
            shown,
        }
    }

    /// Whether a dimension tells where those who may come back have gone.
    fn has_gone(&self, dimension: &str) -> bool {
        has_gone(&self.spec.question.measure, dimension)
    }

    /// A code as a phrase of place; of those who may come back, where they went is who they are.
    fn place(&self, dimension: &str, code: &str) -> Place {
        let place = self.figured.place(self.lang, dimension, code);
        match self.has_gone(dimension) {
            true => places::gone(self.lang, place),
            false => place,
        }
    }

    /// What is measured, with the places that it is a sum over.
    fn subject(&self) -> Subject {
        let Some(within) = &self.within else {
            return self.subject.clone();
        };
        let together = words::together(self.lang, within);
        let name = self.subject.name.trim_end_matches(',');
        let comma = if name.len() < self.subject.name.len() {
            ","
        } else {
            ""
        };
        Subject {
            name: format!("{name} {together}{comma}"),
            ..self.subject.clone()
        }
    }

    /// The dimension of the series.
    fn split(&self) -> &'a str {
        self.spec.series.as_deref().unwrap_or_default()
    }

    /// Where a point stands, by some dimensions of its key.
    fn place_of(&self, point: &Point, dimensions: &[&str]) -> String {
        let row = place(point)
            .and_then(|place| self.figured.spots.get(place))
            .and_then(|spot| self.figured.row(*spot));
        let by = self.numbers.question.as_ref().map(|question| &question.by);
        let (Some(row), Some(by)) = (row, by) else {
            return String::new();
        };
        let mut found: Vec<(&str, Place)> = Vec::new();
        for (name, code) in by.iter().zip(&row.key) {
            if dimensions.contains(&name.as_str()) {
                let as_what = match self.has_gone(name) {
                    true => places::GONE,
                    false => name,
                };
                found.push((as_what, self.place(name, code)));
            }
        }
        places::together(self.lang, found)
    }

    /// Where a series stands; nothing where it is the only one.
    fn series_place(&self, series: &Series) -> String {
        match self.split() {
            "" => String::new(),
            split => self.place(split, &series.key).said(),
        }
    }

    /// The codes of some points along the axis, as phrases of place.
    fn list(&self, points: &[&Point]) -> String {
        let said = points.iter().map(|point| self.code_of(point));
        let places: Vec<Place> = said.collect();
        places::list(self.lang, &places)
    }

    fn code_of(&self, point: &Point) -> Place {
        match self.code_in(point, &self.spec.x) {
            Some(code) => self.place(&self.spec.x, code),
            None => Place::default(),
        }
    }

    /// The code of a point in a dimension.
    fn code_in(&self, point: &Point, dimension: &str) -> Option<&'a String> {
        let spot = self.figured.spots.get(place(point)?)?;
        let mut by = self.numbers.question.as_ref()?.by.iter();
        let at = by.position(|name| name == dimension)?;
        self.figured.row(*spot)?.key.get(at)
    }

    /// The highest and the lowest of some points at places told by some dimensions; empty where there is
    /// nothing to compare.
    fn extremes(&self, points: &[&Point], when: &str, dimensions: &[&str]) -> String {
        match self.found_extremes(points, dimensions) {
            Some(Ok((top, bottom))) => {
                let shared = match dimensions {
                    [one] => one,
                    ["destination", "destination_kind"] | ["destination_kind", "destination"] => {
                        "destination"
                    }
                    _ => "",
                };
                let subject = self.subject();
                let ends = (&top, &bottom);
                let said = sentences::extremes(self.lang, &subject, when, shared, ends);
                self.limited(&said, &top)
            }
            Some(Err(apart)) => apart,
            None => String::new(),
        }
    }

    /// A sentence on the highest and the lowest, of what they are that: of two both are named.
    fn limited(&self, said: &str, top: &Extreme) -> String {
        match top.of {
            2 => said.to_owned(),
            _ => sentences::limited(said, &self.shown),
        }
    }

    /// The same as numbers. None of a single point, and a reason in words where the points are not alike.
    fn found_extremes(
        &self,
        points: &[&Point],
        dimensions: &[&str],
    ) -> Option<Result<(Extreme, Extreme), String>> {
        let certain: Vec<&Point> = points.iter().copied().filter(certain).collect();
        let places: Vec<String> = certain
            .iter()
            .map(|point| self.place_of(point, dimensions))
            .collect();
        // What is there and too little for the decimals is not told as nothing.
        let mut texts: Vec<String> = certain
            .iter()
            .map(|point| {
                let read = marks::plain(&point.text);
                match text::number::is_nothing(&read) && point.value() > Some(0.0) {
                    true => point
                        .text
                        .replace(&read, &text::number::under(&read, self.lang)),
                    false => point.text.clone(),
                }
            })
            .collect();
        self.tell_apart(&certain, &mut texts);
        let entries: Vec<(&str, f64, &str)> = certain
            .iter()
            .zip(places.iter().zip(&texts))
            .map(|(point, (place, text))| {
                (place.as_str(), point.value().unwrap_or(0.0), text.as_str())
            })
            .collect();
        let found = extremes(&entries)?;
        Some(match self.figured.apart(self.lang, &certain) {
            Some(apart) => Err(apart),
            None => Ok(found),
        })
    }

    /// Gives the highest and the lowest more decimals where they are read alike.
    fn tell_apart(&self, points: &[&Point], texts: &mut [String]) {
        let value = |at: &usize| points[*at].value().unwrap_or(0.0);
        let by_value = |one: &usize, two: &usize| value(one).total_cmp(&value(two));
        let ends = (0..points.len())
            .max_by(by_value)
            .zip((0..points.len()).min_by(by_value));
        let Some((high, low)) = ends.filter(|(high, low)| is_read_as(points[*high], points[*low]))
        else {
            return;
        };
        let both = [high, low].map(|at| (value(&at), texts[at].as_str()));
        let finer = text::number::held(self.lang, &both);
        for (end, finer) in [high, low].into_iter().zip(finer) {
            texts[end] = finer;
        }
    }

    /// The name of a place along the axis.
    fn at_x(&self, x: f64) -> String {
        match &self.panel.x.categories {
            Some(categories) => categories.get(x as usize).cloned().unwrap_or_default(),
            None => whole(x),
        }
    }

    /// The year or the period that a point is of.
    fn time_of(&self, point: &Point) -> String {
        let along = if is_time(&self.spec.x) {
            &self.spec.x
        } else {
            self.split()
        };
        self.code_in(point, along)
            .cloned()
            .unwrap_or_else(|| self.at_x(point.x))
    }

    fn over_time(&self) -> String {
        let lines: Vec<Ends> = self
            .panel
            .series
            .iter()
            .filter_map(|series| ends(series).map(|(first, last)| (series, first, last)))
            .collect();
        match lines.as_slice() {
            [] => String::new(),
            [line] => self.one_over_time(line),
            _ => {
                let measure = measure_name(self.spec);
                let newest = lines
                    .iter()
                    .map(|(_, _, last)| last.x)
                    .fold(f64::MIN, f64::max);
                let at_end: Vec<&Point> = lines
                    .iter()
                    .filter(|(_, _, last)| last.x == newest && !last.small)
                    .map(|(_, _, last)| *last)
                    .collect();
                let ends = match self.found_extremes(&at_end, &[self.split()]) {
                    Some(Err(apart)) => return apart,
                    Some(Ok(found)) => {
                        let when = sentences::in_year(self.lang, measure, &self.at_x(newest));
                        let (subject, (top, bottom)) = (self.subject(), found);
                        let ends = (&top, &bottom);
                        let split = self.split();
                        let said = sentences::extremes(self.lang, &subject, &when, split, ends);
                        self.limited(&said, &top)
                    }
                    None => String::new(),
                };
                let subject = self.subject();
                let what = match ends.is_empty() {
                    true => subject.name.as_str(),
                    false => subject.it,
                };
                let said = [ends.clone(), self.directions(&lines, what)];
                let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
                match said.is_empty() && lines.iter().any(|(_, one, two)| one.small || two.small) {
                    true => words::few_at_ends(self.lang).to_owned(),
                    false => said.join(" "),
                }
            }
        }
    }

    /// One line over years: the last against the first, and the peak.
    fn one_over_time(&self, (series, first, last): &Ends) -> String {
        let (lang, figured) = (self.lang, self.figured);
        let mut subject = self.subject.clone();
        let place = self.series_place(series);
        if !place.is_empty() {
            subject.name = format!("{} {place}", subject.name);
        }
        if first.x == last.x {
            let when = sentences::in_year(lang, measure_name(self.spec), &self.at_x(first.x));
            return sentences::single(lang, &subject, &when, &first.text, "");
        }
        if let Some(apart) = figured.apart(lang, &[*first, *last]) {
            return apart;
        }
        // A number on few events has no direction, and neither has a line that ends in one.
        if first.small || last.small {
            return words::few_at_ends(lang).to_owned();
        }
        let points: Vec<&Point> = series.points.iter().filter(certain).collect();
        // What lies between may be of others than the ends.
        let told = match figured.apart(lang, &points) {
            Some(_) => vec![*first, *last],
            None => points,
        };
        self.first_to_last(&subject, &told)
    }

    /// From the first of some points to the last, and the highest of all.
    fn first_to_last(&self, subject: &Subject, points: &[&Point]) -> String {
        let value = |point: &Point| point.value().unwrap_or(0.0);
        let told = points.iter().map(|point| {
            let of_year = OfYear {
                year: text::number::range(&self.time_of(point)),
                value: point.text.clone(),
            };
            (value(point), of_year)
        });
        let mut told: Vec<(f64, OfYear)> = told.collect();
        sentences::tell_apart(self.lang, &mut told);
        let [(low, first), .., (high, last)] = told.as_slice() else {
            return String::new();
        };
        let (within, peak) = (self.within.as_deref(), Peak::of(&told));
        sentences::trend(self.lang, subject, within, (first, last), high > low, &peak)
    }

    /// Which lines have risen and fallen, each from its own first year to its own last.
    fn directions(&self, lines: &[Ends], what: &str) -> String {
        let (lang, figured, split) = (self.lang, self.figured, self.split());
        // Each period has years of its own.
        if split == "period" {
            return String::new();
        }
        let moving: Vec<&Ends> = lines
            .iter()
            .filter(|(_, first, last)| first.x < last.x && !first.small && !last.small)
            .collect();
        let pairs = moving.iter();
        let pairs =
            pairs.map(|(series, first, last)| (self.place(split, &series.key), *first, *last));
        let named: Vec<(Place, &Point, &Point)> = pairs.collect();
        if let Some(broken) = self.over_breaks(&named, split) {
            return broken;
        }
        let compared = moving
            .iter()
            .map(|(_, first, last)| figured.apart(lang, &[*first, *last]));
        if let Some(apart) = compared.flatten().next() {
            return apart;
        }
        let Some((_, first, last)) = moving.first() else {
            return String::new();
        };
        let same_years = moving
            .iter()
            .all(|(_, one, two)| one.x == first.x && two.x == last.x);
        let (from, to) = (self.at_x(first.x), self.at_x(last.x));
        let years = match same_years {
            true => Span::Between(&from, &to),
            false => Span::OfEach,
        };
        let few = |ends: &&Ends| ends.1.x < ends.2.x && (ends.1.small || ends.2.small);
        let untold = lines.iter().filter(few).count();
        let moves = self.moves(&named, split, (NAMED, true), untold);
        sentences::moved(lang, what, self.subject.it, years, &moves)
    }

    /// Where breaks lie between an earlier and a later number: of one place its years, of several how many they are.
    fn over_breaks(&self, pairs: &[(Place, &Point, &Point)], dimension: &str) -> Option<String> {
        let years =
            |(_, first, last): &(Place, &Point, &Point)| self.figured.broken_in(&[*first, *last]);
        let mut broken = pairs.iter().filter(|pair| !years(pair).is_empty());
        let one = broken.next()?;
        let at = match broken.count() {
            0 => format!(
                "{} {}",
                words::in_years(self.lang, &years(one)),
                one.0.said()
            ),
            others if others + 1 == pairs.len() => self.at(
                dimension,
                places::in_all(self.lang, dimension, pairs.len(), str::to_owned),
            ),
            others => {
                let written = |count: usize| text::number::integer(count as f64, self.lang);
                let count = so_many_of(self.lang, &written(others + 1), &written(pairs.len()));
                self.in_some(dimension, &count)
            }
        };
        Some(words::over_break(self.lang, at.trim_end()))
    }

    /// Which of some pairs of an earlier and a later number have risen and fallen, each at its place in a dimension; so
    /// many of them are named. Where they `are_read`, numbers that are one to a reader have stayed.
    fn moves(
        &self,
        moving: &[(Place, &Point, &Point)],
        dimension: &str,
        (most_named, are_read): (usize, bool),
        untold: usize,
    ) -> Moves {
        let (lang, figured) = (self.lang, self.figured);
        if moving.is_empty() {
            return Moves::default();
        }
        let all_seen = untold == 0
            && moving
                .iter()
                .all(|(_, one, two)| !are_read || one.value() == two.value() || !are_one(one, two));
        let of = |wanted: Ordering| -> Vec<Place> {
            let moved = |(_, first, last): &&(Place, &Point, &Point)| {
                let [before, after] = [first, last].map(|point| point.value().unwrap_or(0.0));
                let moved = match are_read && are_one(first, last) {
                    true => Ordering::Equal,
                    false => after.total_cmp(&before),
                };
                moved == wanted
            };
            let found = moving.iter().filter(moved);
            found.map(|(place, ..)| place.clone()).collect()
        };
        let [up, down, same] = [Ordering::Greater, Ordering::Less, Ordering::Equal].map(of);
        let all = moving.len() + untold;
        let pairs = |upwards: bool| {
            let mut points = Vec::new();
            for (_, first, last) in moving {
                points.extend(match upwards {
                    true => [*last, *first],
                    false => [*first, *last],
                });
            }
            points
        };
        // The arithmetic counts by the unrounded numbers.
        let tally = |text: &str, upwards: bool| match all_seen {
            true => figured.mark(text, Aggregate::Tally, &pairs(upwards)),
            false => text.to_owned(),
        };
        let written = |count: usize| text::number::integer(count as f64, lang);
        let before = self.before(dimension);
        // The first of them says of what; the others are of the same.
        let counted = |count: usize, upwards: bool, is_first: bool| match (count, is_first) {
            (0, _) => String::new(),
            (count, true) => {
                let count = so_many_of(lang, &written(count), &written(all));
                self.in_some(dimension, &tally(&count, upwards))
            }
            (count, false) => format!("{before} {}", tally(&written(count), upwards)),
        };
        let few = |places: &[Place]| (1..=most_named).contains(&places.len());
        let listed = |places: &[Place]| places::list(lang, places);
        let others = |places: &[Place]| match places {
            [one] => one.said(),
            _ => {
                let others = self.at(dimension, places::in_others(lang, dimension));
                match self.shown.as_str() {
                    "" => others,
                    _ => format!("{others} {}", places::shown(lang)),
                }
            }
        };
        let everywhere = |upwards: bool| {
            let said = places::in_all(lang, dimension, all, |count| tally(count, upwards));
            self.at(dimension, said)
        };
        let mut moves = Moves::default();
        if all == 1 {
            let place = listed(&[up.as_slice(), down.as_slice(), same.as_slice()].concat());
            let moved = match (up.len(), down.len()) {
                (1, _) => &mut moves.up,
                (_, 1) => &mut moves.down,
                _ => &mut moves.same,
            };
            *moved = place;
        } else if up.len() == all {
            moves.up = everywhere(true);
        } else if down.len() == all {
            moves.down = everywhere(false);
        } else if untold == 0 && same.is_empty() && down.len() <= up.len() && few(&down) {
            moves.up = others(&up);
            moves.down = listed(&down);
            moves.down_first = true;
        } else if untold == 0 && same.is_empty() && few(&up) {
            moves.up = listed(&up);
            moves.down = others(&down);
        } else {
            moves.up = counted(up.len(), true, true);
            moves.down = match !up.is_empty() && few(&down) {
                true => listed(&down),
                false => counted(down.len(), false, up.is_empty()),
            };
            moves.same = match same.len() {
                0 => String::new(),
                _ if few(&same) => listed(&same),
                count => format!("{before} {}", written(count)),
            };
        }
        if dimension.starts_with("destination") && !self.has_gone(dimension) {
            for at in [&mut moves.up, &mut moves.down, &mut moves.same] {
                if !at.is_empty() {
                    *at = format!("{} {at}", sentences::for_moves(lang));
                }
            }
        }
        moves
    }

    /// What stands before several codes of a dimension: those who may come back go to none.
    fn before(&self, dimension: &str) -> &'static str {
        match self.has_gone(dimension) {
            true => sentences::OF_GONE,
            false => places::nouns(self.lang, dimension).before,
        }
    }

    /// A phrase of several codes of a dimension, with what stands before them.
    fn at(&self, dimension: &str, said: String) -> String {
        let usual = places::nouns(self.lang, dimension).before;
        match said.strip_prefix(usual) {
            Some(rest) => format!("{}{rest}", self.before(dimension)),
            None => said,
        }
    }

    fn in_some(&self, dimension: &str, count: &str) -> String {
        self.at(dimension, places::in_some(self.lang, dimension, count))
    }

    fn over_age(&self) -> String {
        let (lang, figured) = (self.lang, self.figured);
        let mut tops: Vec<(f64, (String, String, String))> = Vec::new();
        let mut left_out = false;
        for series in &self.panel.series {
            let mut points: Vec<&Point> = series.points.iter().filter(certain).collect();
            // A rate of the few at the end of life is high or low by chance.
            let people: Vec<f64> = points.iter().map(|point| self.people_of(point)).collect();
            let enough = measures::enough_people(&people);
            let mut people = people.iter();
            let mut thin: Vec<&Point> = Vec::new();
            points.retain(|point| {
                let is_enough = people.next().is_none_or(|people| *people >= enough);
                if !is_enough {
                    thin.push(point);
                }
                is_enough
            });
            let highest = points.iter().filter_map(|point| point.value());
            let highest = highest.fold(0.0, f64::max);
            left_out |= thin.iter().any(|point| point.value() > Some(highest));
            let value = |point: &&&Point| point.value().unwrap_or(0.0);
            // The youngest of several ages with the same number; a flat line has no peak.
            let top = points
                .iter()
                .rev()
                .max_by(|one, two| value(one).total_cmp(&value(two)));
            let Some(top) = top.filter(|top| points.iter().any(|point| value(&point) < value(top)))
            else {
                continue;
            };
            if let Some(apart) = figured.apart(lang, &points) {
                return apart;
            }
            let age = figured.mark(&whole(top.x), Aggregate::PeakAge, &points);
            tops.push((top.x, (self.series_place(series), age, top.text.clone())));
        }
        let with_rest = |said: String| match left_out && !said.is_empty() {
            true => format!("{said} {}", words::ages_left_out(lang)),
            false => said,
        };
        if tops.len() > MOST_PEAKS {
            let youngest = tops.iter().min_by(|one, two| one.0.total_cmp(&two.0));
            let oldest = tops.iter().rev().max_by(|one, two| one.0.total_cmp(&two.0));
            if let (Some((_, young)), Some((_, old))) = (youngest, oldest) {
                let [young, old] = [young, old]
                    .map(|(place, age, value)| (place.as_str(), age.as_str(), value.as_str()));
                return with_rest(sentences::peaks_between(lang, young, old));
            }
        }
        let tops: Vec<(String, String, String)> = tops.into_iter().map(|(_, top)| top).collect();
        with_rest(sentences::peaks(lang, &self.subject(), &self.when, &tops))
    }

    /// How many people a rate or a share is of; of other numbers as many as for any.
    fn people_of(&self, point: &Point) -> f64 {
        let is_ratio = self.spec.question.measure.is_ratio() && !self.spec.counts;
        let spot = place(point).and_then(|place| self.figured.spots.get(place));
        let row = spot.and_then(|spot| self.figured.row(*spot));
        let people = row.and_then(|row| row.denominator);
        people.filter(|_| is_ratio).unwrap_or(f64::MAX)
    }

    /// Whether the panel is of shares of those who are followed.
    fn is_curve(&self) -> bool {
        self.spec.question.measure == Measure::ReturnCurve && !self.spec.counts
    }

    fn over_years_since(&self) -> String {
        // Numbers of those who are followed have no end to tell of.
        if !self.is_curve() {
            return String::new();
        }
        let lang = self.lang;
        let lines = self
            .panel
            .series
            .iter()
            .filter_map(|series| Some((series, ends(series)?.1)));
        let lines: Vec<(&Series, &Point)> = lines.collect();
        let last = lines.iter().map(|(_, last)| last.x).fold(0.0, f64::max);
        let at_end = lines.iter().filter(|(_, point)| point.x == last);
        let after = places::place(lang, "years_since", &whole(last), &whole(last)).said();
        if lines.len() > MOST_PEAKS {
            let points: Vec<&Point> = at_end.map(|(_, point)| *point).collect();
            return self.extremes(&points, &after, &[self.split()]);
        }
        let ends = at_end.map(|(series, point)| (self.series_place(series), point.text.clone()));
        sentences::ends_at(
            lang,
            &self.subject(),
            (&self.when, &after),
            &ends.collect::<Vec<_>>(),
        )
    }

    fn bars(&self) -> String {
        let (x, split) = (self.spec.x.as_str(), self.split());
        // The same people are counted in every year that they are followed.
        if [x, split].contains(&"years_since") && !self.is_curve() {
            return String::new();
        }
        match self.panel.series.as_slice() {
            [one] => match one.points.as_slice() {
                [point] if point.value().is_none() => String::new(),
                [point] => {
                    let place = self.place_of(point, &[x, split]);
                    let subject = self.subject();
                    sentences::single(self.lang, &subject, &self.when, &point.text, &place)
                }
                points => {
                    let points: Vec<&Point> = points.iter().collect();
                    let known: Vec<&Point> = points.iter().copied().filter(certain).collect();
                    match split {
                        "" if is_time(x) && known.len() == 2 => self.between(&known),
                        "" => self.extremes(&points, &self.when, &[x]),
                        split => self.extremes(&points, &self.when, &[x, split]),
                    }
                }
            },
            // Of periods the reader wants to know what has changed.
            several if is_time(split) => self.over_bars(several),
            [first, second] => self.pairwise(first, second),
            several => {
                let points: Vec<&Point> =
                    several.iter().flat_map(|series| &series.points).collect();
                self.extremes(&points, &self.when, &[x, split])
            }
        }
    }

    /// Of two numbers that follow each other in time, the one and the other.
    fn between(&self, two: &[&Point]) -> String {
        let apart = self.figured.apart(self.lang, two);
        apart.unwrap_or_else(|| self.first_to_last(&self.subject, two))
    }

    /// Series of bars that follow each other in time: what has changed from the first to the last with numbers.
    fn over_bars(&self, several: &'a [Series]) -> String {
        let (lang, figured) = (self.lang, self.figured);
        let mut known = several
            .iter()
            .filter(|series| series.points.iter().any(|point| certain(&point)));
        let (Some(first), Some(last)) = (known.next(), known.next_back()) else {
            return String::new();
        };
        // A number for each of them makes a line.
        if self.spec.x.is_empty() {
            let numbers = several.iter().flat_map(|series| &series.points);
            let numbers: Vec<&Point> = numbers.filter(certain).collect();
            return match numbers.as_slice() {
                [_, _] => self.between(&numbers),
                _ => self.extremes(&numbers, &self.when, &[self.split()]),
            };
        }
        let mut moving = Vec::new();
        for (before, after) in first.points.iter().zip(&last.points) {
            if certain(&before) && certain(&after) {
                moving.push((self.code_of(before), before, after));
            }
        }
        if let Some(broken) = self.over_breaks(&moving, &self.spec.x) {
            return broken;
        }
        let mut compared = moving
            .iter()
            .filter_map(|(_, before, after)| figured.apart(lang, &[*before, *after]));
        if let Some(apart) = compared.next() {
            return apart;
        }
        let pairs = first.points.iter().zip(&last.points);
        let few = pairs.filter(|(one, two)| {
            let known = one.value().is_some() && two.value().is_some();
            known && (one.small || two.small)
        });
        let moves = self.moves(&moving, &self.spec.x, (MOST_EXCEPTIONS, false), few.count());
        let [from, to] = [first, last].map(|series| text::number::range(&series.key));
        let subject = self.subject();
        let years = Span::Between(&from, &to);
        sentences::moved(lang, &subject.name, subject.it, years, &moves)
    }

    /// Two series of bars: which of them is higher in most categories.
    fn pairwise(&self, first: &Series, second: &Series) -> String {
        let (lang, figured) = (self.lang, self.figured);
        let (mut firsts, mut seconds, mut of) = (Vec::new(), Vec::new(), 0_usize);
        for (a, b) in first.points.iter().zip(&second.points) {
            if !certain(&a) || !certain(&b) {
                continue;
            }
            if let Some(apart) = figured.apart(lang, &[a, b]) {
                return apart;
            }
            of += 1;
            if a.value() > b.value() {
                firsts.push(a);
            } else if b.value() > a.value() {
                seconds.push(b);
            }
        }
        if firsts.is_empty() && seconds.is_empty() {
            return String::new();
        }
        // Of as many either way the second is set against the first.
        let (higher, other, wins, exceptions) = if firsts.len() > seconds.len() {
            (first, second, firsts, seconds)
        } else {
            (second, first, seconds, firsts)
        };
        // Where there are as many alike the exceptions are not all that is left.
        let ties = of - wins.len() - exceptions.len();
        let mut pairs = Vec::new();
        for (a, b) in higher.points.iter().zip(&other.points) {
            if certain(&a) && certain(&b) {
                pairs.extend([a, b]);
            }
        }
        let tally = |text: &str| figured.mark(text, Aggregate::Tally, &pairs);
        let written = |count: usize| text::number::integer(count as f64, lang);
        let holds = match (wins.len(), exceptions.len()) {
            _ if self.spec.x.is_empty() => String::new(),
            (1, _) => self.list(&wins),
            (won, 0) if won == of => {
                self.at(&self.spec.x, places::in_all(lang, &self.spec.x, of, tally))
            }
            (won, _) => {
                let count = so_many_of(lang, &written(won), &written(of));
                self.in_some(&self.spec.x, &tally(&count))
            }
        };
        let fails = match exceptions.len() {
            0 => String::new(),
            few if few <= MOST_EXCEPTIONS && ties == 0 => self.list(&exceptions),
            _ => String::new(),
        };
        let [high, low] = [higher, other].map(|series| self.series_place(series));
        let holds = Holds { holds, fails };
        sentences::pairwise(lang, &self.subject(), &self.when, (&high, &low), &holds)
    }

    fn stacked(&self) -> String {
        let (lang, figured, panel) = (self.lang, self.figured, self.panel);
        let categories = panel.x.categories.as_deref().unwrap_or_default();
        let mut wins = vec![0_usize; panel.series.len()];
        let mut complete = Vec::new();
        for category in 0..categories.len() {
            let shares = panel.series.iter();
            let sum: f64 = shares
                .filter_map(|series| series.points.get(category)?.value())
                .sum();
            // The largest of some parts is not the largest part of the whole.
            if sum < WHOLE {
                continue;
            }
            let largest = panel
                .series
                .iter()
                .enumerate()
                .filter(|(_, series)| series.key != OTHERS)
                .filter_map(|(index, series)| Some((index, series.points.get(category)?.value()?)))
                .max_by(|a, b| a.1.total_cmp(&b.1));
            if let Some((index, _)) = largest {
                wins[index] += 1;
                complete.push(category);
            }
        }
        let bars = complete.len();
        if bars == 0 {
            return words::parts_only(lang).to_owned();
        }
        let Some((index, most)) = wins.iter().enumerate().max_by_key(|(_, wins)| **wins) else {
            return String::new();
        };
        let series = &panel.series[index];
        let points: Vec<&Point> = series.points.iter().collect();
        let part = match self.split() {
            "" => Place::default(),
            split => self.place(split, &series.key),
        };
        let goes = matches!(self.split(), "destination" | "destination_kind");
        let x = self.spec.x.as_str();
        // A single bar of a year or a period is of that.
        let alone = categories.len() == 1 && self.when.is_empty() && is_time(x);
        let when = match points.first().filter(|_| alone) {
            Some(point) => sentences::in_year(
                lang,
                measure_name(self.spec),
                &text::number::range(&self.time_of(point)),
            ),
            None => self.when.clone(),
        };
        let is_past = self.subject.is_past || !when.is_empty();
        match self.found_extremes(&points, &[x]) {
            Some(Err(apart)) => apart,
            Some(Ok((top, _))) => {
                let mut pairs = Vec::new();
                for category in complete {
                    let mut second: Option<&Point> = None;
                    for (of, other) in panel.series.iter().enumerate() {
                        let point = other.points.get(category).filter(|_| of != index);
                        if point.and_then(Point::value) > second.and_then(Point::value) {
                            second = point;
                        }
                    }
                    pairs.extend(series.points.get(category).into_iter().chain(second));
                }
                let tally = |text: &str| figured.mark(text, Aggregate::Tally, &pairs);
                let holds = match *most == bars {
                    true => places::in_all(lang, x, bars, tally),
                    false => {
                        let count = so_many_of(lang, &most.to_string(), &bars.to_string());
                        places::in_some(lang, x, &tally(&count))
                    }
                };
                let at = text::enumerate(lang, &top.names);
                let top = (!at.is_empty()).then_some((at.as_str(), top.value.as_str()));
                sentences::largest_part(lang, (&when, &part), (goes, is_past), &holds, top)
            }
            None => {
                let Some(known) = points.iter().find(|point| point.value().is_some()) else {
                    return String::new();
                };
                let part = with_value(part, &known.text);
                sentences::largest_part(lang, (&when, &part), (goes, is_past), "", None)
            }
        }
    }
}

/// How many of all were back.
fn flow(lang: Lang, panel: &Panel, figured: &Figured) -> String {
    let ends = panel.stations.ends.len().max(1);
    let points = || panel.series.iter().flat_map(|series| &series.points);
    let sum =
        |points: &mut dyn Iterator<Item = &Point>| -> f64 { points.filter_map(Point::value).sum() };
    let all = sum(&mut points());
    let back = sum(&mut points().filter(|point| (point.x as usize).is_multiple_of(ends)));
    if all <= 0.0 {
        return String::new();
    }
    let whole = |count: f64| text::number::integer(count, lang);
    let share = text::number::percent(back / all, 0, lang);
    // Those who are back come first.
    let (mut all_of, mut others): (Vec<&Point>, Vec<&Point>) = (Vec::new(), Vec::new());
    for point in points().filter(|point| point.value().is_some()) {
        match (point.x as usize).is_multiple_of(ends) {
            true => all_of.push(point),
            false => others.push(point),
        }
    }
    let first = all_of.len();
    all_of.extend(others);
    filled(
        kinds::flow_said(lang),
        &[
            ("all", &figured.mark(&whole(all), Aggregate::Sum, &all_of)),
            (
                "back",
                &figured.mark(&whole(back), Aggregate::Sum, &all_of[..first]),
            ),
            (
                "share",
                &figured.mark(&share, Aggregate::Part(first), &all_of),
            ),
        ],
    )
}

/// What each array of a hundred says.
fn people(panel: &Panel) -> String {
    let categories = panel.x.categories.as_deref().unwrap_or_default();
    let first = panel.series.first();
    let points = first.into_iter().flat_map(|series| &series.points);
    let said = points.filter(|point| !point.name.is_empty()).map(|point| {
        let name = categories.get(point.x as usize).map_or("", String::as_str);
        match categories.len() {
            1 => point.name.clone(),
            _ => format!("{name}: {}", lowered(&point.name)),
        }
    });
    said.collect::<Vec<_>>().join(" ")
}
