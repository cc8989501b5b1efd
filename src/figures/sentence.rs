//! The sentence that says what a figure shows, read off its numbers.

use std::cell::RefCell;

use crate::measures::explain::How;
use crate::text::case::small_first as lowered;
use crate::text::explain::so_many_of;
use crate::text::figures::{self as words, Spot as Shown};
use crate::text::kinds::{self, filled};
use crate::text::{Lang, marks};

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
    Formed(How, Vec<Spot>),
}

/// What the sentence has formed from several numbers. The first view opens nothing.
#[derive(Default)]
struct Formed {
    /// The marked numbers come first.
    marked: usize,
    /// How, and the marks of the numbers.
    all: RefCell<Vec<(How, Vec<usize>)>>,
}

/// The mark of a point.
fn place(point: &Point) -> Option<usize> {
    marks::place(&point.text)
}

impl Formed {
    /// A text that leads to what is formed from points, when all their numbers are known.
    fn mark(&self, text: &str, how: How, points: &[&Point]) -> String {
        let mut marks = Vec::new();
        for point in points {
            marks.extend(place(point));
        }
        if marks.len() < points.len() || marks.is_empty() {
            return text.to_owned();
        }
        let mut all = self.all.borrow_mut();
        all.push((how, marks));
        marks::mark(self.marked + all.len() - 1, text)
    }
}

/// What the figure shows, in plain words. Cells on few events are left out of comparisons.
pub fn said(sheet: &Sheet, spec: &Spec) -> Vec<Said> {
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
    let formed = Formed {
        marked: spots.len(),
        ..Formed::default()
    };
    let pieces = marks::pieces(&of_sheet(&marked, spec, &formed));
    let all = formed.all.into_inner();
    let of = |place: usize| match (spots.get(place), all.get(place.wrapping_sub(spots.len()))) {
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

fn of_sheet(sheet: &Sheet, spec: &Spec, formed: &Formed) -> String {
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
            (Kind::Line, "age") => over_age(lang, panel, formed),
            (Kind::Line, "years_since") => over_years_since(lang, panel),
            (Kind::Line, _) => over_time(lang, panel, formed),
            (Kind::Stacked, _) => stacked(lang, panel, formed),
            // Shares of a whole stay that when they stand beside each other.
            (Kind::Dots, _) if panel_spec.chart == Chart::Stacked => stacked(lang, panel, formed),
            (Kind::Bars, _) => bars(lang, panel, panel_spec, formed),
            (Kind::Dots | Kind::Sums, _) => bars(lang, panel, panel_spec, formed),
            (Kind::Heat, _) => bars(lang, panel, panel_spec, formed),
            (Kind::Slope, _) => slope(lang, panel, formed),
            (Kind::Flow, _) => flow(lang, panel, formed),
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

fn highest<'a>(points: impl Iterator<Item = (&'a str, &'a Point)>) -> Option<(Shown, Shown)> {
    let certain: Vec<(&str, &Point)> = points.filter(|(_, point)| certain(point)).collect();
    let by_value = |a: &&(&str, &Point), b: &&(&str, &Point)| {
        let value = |entry: &(&str, &Point)| entry.1.value().unwrap_or(0.0);
        value(a).total_cmp(&value(b))
    };
    let spot = |(label, point): &(&str, &Point)| Shown {
        label: (*label).to_owned(),
        value: point.text.clone(),
    };
    let top = certain.iter().max_by(by_value)?;
    let bottom = certain.iter().min_by(by_value)?;
    (certain.len() > 1).then(|| (spot(top), spot(bottom)))
}

fn ends(series: &Series) -> Option<(&Point, &Point)> {
    let mut certain = series.points.iter().filter(certain);
    let first = certain.next()?;
    Some((first, certain.next_back()?))
}

fn whole(x: f64) -> String {
    format!("{x:.0}")
}

fn over_time(lang: Lang, panel: &Panel, formed: &Formed) -> String {
    let lines: Vec<(&Series, &Point, &Point)> = panel
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
            words::one_over_time(lang, &series.label, &spot(first), &spot(last))
        }
        [(_, first, last), ..] => {
            let at_end = lines
                .iter()
                .map(|(series, _, last)| (series.label.as_str(), *last));
            let Some((top, bottom)) = highest(at_end) else {
                return String::new();
            };
            let moved = |up: bool| -> Vec<String> {
                lines
                    .iter()
                    .filter(|(_, first, last)| {
                        let (a, b) = (first.value(), last.value());
                        if up { b > a } else { b < a }
                    })
                    .map(|(series, ..)| series.label.clone())
                    .collect()
            };
            let years = (whole(first.x), whole(last.x));
            let (up, down) = (moved(true), moved(false));
            let count = words::all_of(lang, up.len() + down.len());
            let mut pairs = Vec::new();
            for (_, first, last) in &lines {
                if first.value() != last.value() {
                    pairs.extend(match down.is_empty() {
                        true => [*last, *first],
                        false => [*first, *last],
                    });
                }
            }
            let count = formed.mark(&count, How::Tally, &pairs);
            words::over_time(
                lang,
                (&years.0, &years.1),
                (&top, &bottom),
                &count,
                (&up, &down),
            )
        }
    }
}

fn over_age(lang: Lang, panel: &Panel, formed: &Formed) -> String {
    let tops: Vec<(Shown, String)> = panel
        .series
        .iter()
        .filter_map(|series| {
            let top = series.points.iter().filter(certain).max_by(|a, b| {
                a.value()
                    .unwrap_or(0.0)
                    .total_cmp(&b.value().unwrap_or(0.0))
            })?;
            let spot = Shown {
                label: series.label.clone(),
                value: top.text.clone(),
            };
            let mut points = Vec::new();
            for point in &series.points {
                if certain(&point) {
                    points.push(point);
                }
            }
            let age = formed.mark(&whole(top.x), How::PeakAge, &points);
            Some((spot, age))
        })
        .collect();
    words::over_age(lang, &tops)
}

fn over_years_since(lang: Lang, panel: &Panel) -> String {
    let last = panel
        .series
        .iter()
        .filter_map(ends)
        .map(|(_, last)| last.x)
        .fold(0.0, f64::max);
    let spots: Vec<Shown> = panel
        .series
        .iter()
        .filter_map(|series| {
            let point = series
                .points
                .iter()
                .find(|point| point.x == last && certain(point))?;
            Some(Shown {
                label: series.label.clone(),
                value: point.text.clone(),
            })
        })
        .collect();
    words::over_years_since(lang, &whole(last), &spots)
}

fn bars(lang: Lang, panel: &Panel, spec: &PanelSpec, formed: &Formed) -> String {
    let categories = panel.x.categories.as_deref().unwrap_or_default();
    let named = |point: &Point| categories.get(point.x as usize).map_or("", String::as_str);
    match panel.series.as_slice() {
        [one] => {
            let points = one.points.iter().map(|point| (named(point), point));
            match (highest(points), one.points.as_slice()) {
                (Some((top, bottom)), _) => words::extremes(lang, &top, &bottom),
                (None, [point]) => words::single(lang, named(point), &point.text),
                (None, _) => String::new(),
            }
        }
        [first, second] => pairwise(lang, panel, first, second, formed),
        // Of periods the reader wants to know what has changed.
        [first, .., last] if matches!(spec.series.as_deref(), Some("period" | "year")) => {
            pairwise(lang, panel, first, last, formed)
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
            highest(points)
                .map(|(top, bottom)| words::extremes(lang, &top, &bottom))
                .unwrap_or_default()
        }
    }
}

/// Two series of bars: which of them is higher in most categories.
fn pairwise(lang: Lang, panel: &Panel, first: &Series, second: &Series, formed: &Formed) -> String {
    let categories = panel.x.categories.as_deref().unwrap_or_default();
    let mut firsts = Vec::new();
    let mut seconds = Vec::new();
    for (a, b) in first.points.iter().zip(&second.points) {
        if !certain(&a) || !certain(&b) {
            continue;
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
    let cases = formed.mark(&words::cases(lang, wins, of), How::Tally, &pairs);
    words::pairwise(lang, &higher.label, &other.label, &cases, exceptions)
}

/// How many lines rise, and which of them ends highest and lowest.
fn slope(lang: Lang, panel: &Panel, formed: &Formed) -> String {
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
    let whole = |count: usize| crate::text::number::integer(count as f64, lang);
    let count = so_many_of(lang, &whole(risen.count()), &whole(lines.len()));
    let mut pairs = Vec::new();
    for (_, first, last) in &lines {
        pairs.extend([*last, *first]);
    }
    let count = formed.mark(&count, How::Tally, &pairs);
    let rose = filled(
        kinds::rose_in(lang),
        &[("count", &count), ("from", from), ("to", to)],
    );
    let at_end = lines
        .iter()
        .map(|(series, _, last)| (series.label.as_str(), *last));
    match highest(at_end) {
        _ if lines.is_empty() => String::new(),
        Some((top, bottom)) => format!("{rose} {}", words::extremes(lang, &top, &bottom)),
        None => rose,
    }
}

/// How many of all were back.
fn flow(lang: Lang, panel: &Panel, formed: &Formed) -> String {
    let ends = panel.stations.ends.len().max(1);
    let points = || panel.series.iter().flat_map(|series| &series.points);
    let sum =
        |points: &mut dyn Iterator<Item = &Point>| -> f64 { points.filter_map(Point::value).sum() };
    let all = sum(&mut points());
    let back = sum(&mut points().filter(|point| (point.x as usize).is_multiple_of(ends)));
    if all <= 0.0 {
        return String::new();
    }
    let whole = |count: f64| crate::text::number::integer(count, lang);
    let share = crate::text::number::percent(back / all, 0, lang);
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
            ("all", &formed.mark(&whole(all), How::Sum, &all_of)),
            (
                "back",
                &formed.mark(&whole(back), How::Sum, &all_of[..first]),
            ),
            ("share", &formed.mark(&share, How::Part(first), &all_of)),
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

fn stacked(lang: Lang, panel: &Panel, formed: &Formed) -> String {
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
    match (highest(points.iter().copied()), bars) {
        (Some((top, _)), _) => {
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
            let count = formed.mark(&count, How::Tally, &pairs);
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
