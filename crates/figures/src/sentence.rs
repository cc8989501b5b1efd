//! The sentence that says what a figure shows, read off its numbers.

use std::cell::{OnceCell, RefCell};
use std::cmp::Ordering;

use data::Dataset;
use explain::Aggregate;
use measures::{Makeup, Row, answer, breaks};
use text::case::small_first as lowered;
use text::explain::so_many_of;
use text::figures::{self as words, Extreme, Spot as Shown};
use text::kinds::{self, filled};
use text::naming::Naming;
use text::{Lang, marks};

use super::build::PanelNumbers;
use super::extremes::NAMED;
use super::numbers::Spot;
use super::sheet::{Kind, Panel, Point, Series, Sheet};
use super::spec::{Chart, PanelSpec, Spec};

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

impl Figured<'_> {
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

    fn row(&self, spot: Spot) -> Option<&Row> {
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

    /// Whether the publisher marks a break between the first and the last of some points of a panel.
    fn are_broken(&self, points: &[&Point]) -> bool {
        let spots = points
            .iter()
            .filter_map(|point| self.spots.get(place(point)?));
        let spots: Vec<Spot> = spots.copied().collect();
        let numbers = spots.first().and_then(|spot| self.numbers.get(spot.panel));
        let found = numbers.and_then(|numbers| {
            let table = self.dataset.table(&numbers.source)?;
            Some((table, numbers.question.as_ref()?))
        });
        let Some((table, question)) = found.filter(|(table, _)| table.flags.is_some()) else {
            return false;
        };
        let rows: Vec<&Row> = spots.iter().filter_map(|spot| self.row(*spot)).collect();
        let [first, others @ ..] = rows.as_slice() else {
            return false;
        };
        let mut others = others.iter();
        others.any(|other| breaks::between(table, question, &first.key, &other.key))
    }

    /// The sentence of points that cannot be compared; none when they can.
    fn apart(&self, lang: Lang, points: &[&Point]) -> Option<String> {
        if self.are_broken(points) {
            return Some(words::over_break(lang));
        }
        let dimension = self.differing(points)?;
        Some(words::not_alike(
            lang,
            &self.dataset.dimension_within(lang, dimension),
        ))
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
        let sentence = match (panel.kind, panel_spec.x.as_str()) {
            _ if panel.series.is_empty() => continue,
            (Kind::Line, "age") => over_age(lang, panel, figured),
            (Kind::Line, "years_since") => over_years_since(lang, panel, figured),
            (Kind::Line, _) => over_time(lang, panel, figured),
            (Kind::Stacked, _) => stacked(lang, panel, figured),
            // Shares of a whole stay that when they stand beside each other.
            (Kind::Dots, _) if panel_spec.chart == Chart::Stacked => stacked(lang, panel, figured),
            (Kind::Bars, _) => bars(lang, panel, panel_spec, figured),
            (Kind::Dots | Kind::Sums, _) => bars(lang, panel, panel_spec, figured),
            (Kind::Heat | Kind::Map, _) => bars(lang, panel, panel_spec, figured),
            (Kind::Slope, _) => slope(lang, panel, figured),
            (Kind::Flow, _) => flow(lang, panel, figured),
            (Kind::People, _) => people(panel),
            // The analyses that draw these say what they show.
            (Kind::Funnel | Kind::Waterfall, _) => String::new(),
        };
        let again = |earlier: &String| marks::plain(earlier).ends_with(&marks::plain(&sentence));
        if sentence.is_empty() || said.iter().any(again) {
            continue;
        }
        said.push(match panel.title.as_str() {
            "" => sentence,
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

/// The highest and the lowest of some named points, as they can be told. None of a single point, and
/// a reason in words where the points are not alike.
fn extremes<'a>(
    lang: Lang,
    points: impl Iterator<Item = (&'a str, &'a Point)>,
    figured: &Figured,
) -> Option<Result<(Extreme, Extreme), String>> {
    let certain: Vec<(&str, &Point)> = points.filter(|(_, point)| certain(point)).collect();
    let entries = certain
        .iter()
        .map(|(label, point)| (*label, point.value().unwrap_or(0.0), point.text.as_str()));
    let found = super::extremes::extremes(&entries.collect::<Vec<_>>())?;
    let compared: Vec<&Point> = certain.iter().map(|(_, point)| *point).collect();
    Some(match figured.apart(lang, &compared) {
        Some(apart) => Err(apart),
        None => Ok(found),
    })
}

/// The sentence of the highest and the lowest; empty where there is nothing to compare.
fn told_extremes<'a>(
    lang: Lang,
    points: impl Iterator<Item = (&'a str, &'a Point)>,
    figured: &Figured,
) -> String {
    match extremes(lang, points, figured) {
        Some(Ok((top, bottom))) => words::extremes(lang, "", &top, &bottom),
        Some(Err(apart)) => apart,
        None => String::new(),
    }
}

fn ends(series: &Series) -> Option<(&Point, &Point)> {
    let mut certain = series.points.iter().filter(certain);
    let first = certain.next()?;
    Some((first, certain.next_back().unwrap_or(first)))
}

fn whole(x: f64) -> String {
    format!("{x:.0}")
}

/// A line with its first and its last certain point.
type Ends<'a> = (&'a Series, &'a Point, &'a Point);

fn over_time(lang: Lang, panel: &Panel, figured: &Figured) -> String {
    let lines: Vec<Ends> = panel
        .series
        .iter()
        .filter_map(|series| ends(series).map(|(first, last)| (series, first, last)))
        .collect();
    match lines.as_slice() {
        [] => String::new(),
        [(series, first, last)] => {
            let spot = |point: &Point| Shown {
                label: whole(point.x),
                value: point.text.clone(),
            };
            match figured.apart(lang, &[*first, *last]) {
                _ if first.x == last.x => words::single(
                    lang,
                    &format!("{}, {}", series.label, whole(first.x)),
                    &first.text,
                ),
                Some(apart) => apart,
                None => words::one_over_time(lang, &series.label, &spot(first), &spot(last)),
            }
        }
        _ => {
            let newest = lines
                .iter()
                .map(|(_, _, last)| last.x)
                .fold(f64::MIN, f64::max);
            let at_end = lines
                .iter()
                .filter(|(_, _, last)| last.x == newest)
                .map(|(series, _, last)| (series.label.as_str(), *last));
            let ends = match extremes(lang, at_end, figured) {
                Some(Ok((top, bottom))) => words::extremes(lang, &whole(newest), &top, &bottom),
                Some(Err(apart)) => return apart,
                None => String::new(),
            };
            let said = [ends, directions(lang, &lines, figured)];
            let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
            said.join(" ")
        }
    }
}

/// How many lines have risen and fallen, each from its own first year to its own last.
fn directions(lang: Lang, lines: &[Ends], figured: &Figured) -> String {
    let moving: Vec<&Ends> = lines
        .iter()
        .filter(|(_, first, last)| first.x < last.x)
        .collect();
    let compared = moving
        .iter()
        .map(|(_, first, last)| figured.apart(lang, &[*first, *last]));
    if let Some(apart) = compared.flatten().next() {
        return apart;
    }
    let named = |wanted: Ordering| -> Vec<String> {
        let moved = |line: &&&Ends| {
            let (first, last) = (line.1.value().unwrap_or(0.0), line.2.value().unwrap_or(0.0));
            last.total_cmp(&first) == wanted
        };
        moving
            .iter()
            .filter(moved)
            .map(|(series, ..)| series.label.clone())
            .collect()
    };
    let (up, down) = (named(Ordering::Greater), named(Ordering::Less));
    let Some((_, first, last)) = moving.first() else {
        return String::new();
    };
    let same_years = moving
        .iter()
        .all(|(_, one, two)| one.x == first.x && two.x == last.x);
    let all = moving.len();
    let pairs = |upwards: bool| {
        let mut points = Vec::new();
        for (_, first, last) in &moving {
            points.extend(match upwards {
                true => [*last, *first],
                false => [*first, *last],
            });
        }
        points
    };
    let so_many = |part: usize, upwards: bool| {
        let [part, all] = [part, all].map(|count| text::number::integer(count as f64, lang));
        figured.mark(
            &so_many_of(lang, &part, &all),
            Aggregate::Tally,
            &pairs(upwards),
        )
    };
    let from = same_years.then(|| whole(first.x));
    if up.len() == all || down.len() == all {
        let count = words::all_of(lang, all);
        let count = figured.mark(&count, Aggregate::Tally, &pairs(!up.is_empty()));
        return words::all_moved(lang, from.as_deref(), &count, !up.is_empty());
    }
    let few = |labels: &[String]| (1..=NAMED).contains(&labels.len());
    let nobody_stood = up.len() + down.len() == all;
    match from {
        Some(from) if nobody_stood && down.len() <= up.len() && few(&down) => {
            words::others_rose(lang, &from, &down)
        }
        Some(from) if nobody_stood && up.len() < down.len() && few(&up) => {
            words::others_fell(lang, &from, &up)
        }
        from => words::so_many_moved(
            lang,
            from.as_deref(),
            &so_many(up.len(), true),
            &so_many(down.len(), false),
            all - up.len() - down.len(),
        ),
    }
}

fn over_age(lang: Lang, panel: &Panel, figured: &Figured) -> String {
    let mut tops: Vec<(f64, Shown, String)> = Vec::new();
    for series in &panel.series {
        let points: Vec<&Point> = series.points.iter().filter(certain).collect();
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
        let spot = Shown {
            label: series.label.clone(),
            value: top.text.clone(),
        };
        tops.push((
            top.x,
            spot,
            figured.mark(&whole(top.x), Aggregate::PeakAge, &points),
        ));
    }
    if tops.len() > MOST_PEAKS {
        let youngest = tops.iter().min_by(|one, two| one.0.total_cmp(&two.0));
        let oldest = tops.iter().rev().max_by(|one, two| one.0.total_cmp(&two.0));
        if let (Some((_, young, from)), Some((_, old, to))) = (youngest, oldest) {
            return words::peaks_between(lang, (young, from), (old, to));
        }
    }
    let tops: Vec<(Shown, String)> = tops.into_iter().map(|(_, spot, age)| (spot, age)).collect();
    words::over_age(lang, &tops)
}

/// More peaks than this are told by the first and the last of them.
const MOST_PEAKS: usize = 8;

fn over_years_since(lang: Lang, panel: &Panel, figured: &Figured) -> String {
    let lines = panel
        .series
        .iter()
        .filter_map(|series| Some((series, ends(series)?.1)));
    let lines: Vec<(&Series, &Point)> = lines.collect();
    let last = lines.iter().map(|(_, last)| last.x).fold(0.0, f64::max);
    let at_end = lines.iter().filter(|(_, point)| point.x == last);
    let at_end = at_end.map(|(series, point)| (series.label.as_str(), *point));
    if lines.len() > MOST_PEAKS {
        return match extremes(lang, at_end, figured) {
            Some(Ok((top, bottom))) => words::back_between(lang, &whole(last), &top, &bottom),
            Some(Err(apart)) => apart,
            None => String::new(),
        };
    }
    let spots = at_end.map(|(label, point)| Shown {
        label: label.to_owned(),
        value: point.text.clone(),
    });
    words::over_years_since(lang, &whole(last), &spots.collect::<Vec<_>>())
}

fn bars(lang: Lang, panel: &Panel, spec: &PanelSpec, figured: &Figured) -> String {
    let categories = panel.x.categories.as_deref().unwrap_or_default();
    let named = |point: &Point| categories.get(point.x as usize).map_or("", String::as_str);
    match panel.series.as_slice() {
        [one] => {
            let points = one.points.iter().map(|point| (named(point), point));
            match one.points.as_slice() {
                [point] => words::single(lang, named(point), &point.text),
                _ => told_extremes(lang, points, figured),
            }
        }
        [first, second] => pairwise(lang, panel, first, second, figured),
        // Of periods the reader wants to know what has changed.
        [first, .., last] if matches!(spec.series.as_deref(), Some("period" | "year")) => {
            pairwise(lang, panel, first, last, figured)
        }
        several => {
            let labels: Vec<(String, &Point)> = several
                .iter()
                .flat_map(|series| {
                    series.points.iter().map(|point| {
                        (
                            format!("{}, {}", named(point), lowered(&series.label)),
                            point,
                        )
                    })
                })
                .collect();
            let points = labels.iter().map(|(label, point)| (label.as_str(), *point));
            told_extremes(lang, points, figured)
        }
    }
}

/// Two series of bars: which of them is higher in most categories.
fn pairwise(
    lang: Lang,
    panel: &Panel,
    first: &Series,
    second: &Series,
    figured: &Figured,
) -> String {
    let categories = panel.x.categories.as_deref().unwrap_or_default();
    let mut firsts = Vec::new();
    let mut seconds = Vec::new();
    for (a, b) in first.points.iter().zip(&second.points) {
        if !certain(&a) || !certain(&b) {
            continue;
        }
        if let Some(apart) = figured.apart(lang, &[a, b]) {
            return apart;
        }
        let name = categories.get(a.x as usize).cloned().unwrap_or_default();
        if a.value() > b.value() {
            firsts.push(name);
        } else if b.value() > a.value() {
            seconds.push(name);
        }
    }
    let of = firsts.len() + seconds.len();
    if of == 0 {
        return String::new();
    }
    let (higher, other, wins, exceptions) = if firsts.len() > seconds.len() {
        (first, second, firsts.len(), &seconds)
    } else {
        (second, first, seconds.len(), &firsts)
    };
    let mut pairs = Vec::new();
    for (a, b) in higher.points.iter().zip(&other.points) {
        if certain(&a) && certain(&b) && a.value() != b.value() {
            pairs.extend([a, b]);
        }
    }
    let cases = figured.mark(&words::cases(lang, wins, of), Aggregate::Tally, &pairs);
    words::pairwise(lang, &higher.label, &other.label, &cases, exceptions)
}

/// How many lines rise, and which of them ends highest and lowest.
fn slope(lang: Lang, panel: &Panel, figured: &Figured) -> String {
    let lines: Vec<(&Series, &Point, &Point)> = panel
        .series
        .iter()
        .filter_map(|series| ends(series).map(|(first, last)| (series, first, last)))
        .filter(|(_, first, last)| first.x < last.x)
        .collect();
    let categories = panel.x.categories.as_deref().unwrap_or_default();
    let [from, .., to] = categories else {
        return String::new();
    };
    let risen = lines
        .iter()
        .filter(|(_, first, last)| last.value() > first.value());
    let whole = |count: usize| text::number::integer(count as f64, lang);
    let count = so_many_of(lang, &whole(risen.count()), &whole(lines.len()));
    let mut pairs = Vec::new();
    for (_, first, last) in &lines {
        pairs.extend([*last, *first]);
    }
    let count = figured.mark(&count, Aggregate::Tally, &pairs);
    let rose = filled(
        kinds::rose_in(lang),
        &[("count", &count), ("from", from), ("to", to)],
    );
    let at_end = lines
        .iter()
        .map(|(series, _, last)| (series.label.as_str(), *last));
    let mut compared = lines
        .iter()
        .map(|(_, first, last)| figured.apart(lang, &[*first, *last]));
    match compared.find_map(|apart| apart) {
        _ if lines.is_empty() => String::new(),
        Some(apart) => apart,
        None => format!("{rose} {}", told_extremes(lang, at_end, figured))
            .trim_end()
            .to_owned(),
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

/// Shares that add up to this much are the whole; printed ones are rounded.
const WHOLE: f64 = 0.95;

fn stacked(lang: Lang, panel: &Panel, figured: &Figured) -> String {
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
    let named = |point: &Point| categories.get(point.x as usize).map_or("", String::as_str);
    let points: Vec<(&str, &Point)> = series
        .points
        .iter()
        .map(|point| (named(point), point))
        .collect();
    match (extremes(lang, points.iter().copied(), figured), bars) {
        (Some(Err(apart)), _) => apart,
        (Some(Ok((top, _))), _) => {
            let count = so_many_of(lang, &most.to_string(), &bars.to_string());
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
            let all = *most == bars;
            let count = if all {
                words::every_bar(lang).to_owned()
            } else {
                count
            };
            let count = figured.mark(&count, Aggregate::Tally, &pairs);
            words::largest_segment(lang, &series.label, &count, all, &top)
        }
        (None, 1) => {
            let value = series
                .points
                .first()
                .map_or("", |point| point.text.as_str());
            words::single(lang, &series.label, value)
        }
        _ => String::new(),
    }
}
