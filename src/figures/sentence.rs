//! The sentence that says what a figure shows, read off its numbers.

use crate::text::case::small_first as lowered;
use crate::text::figures::{self as words, Spot};
use crate::text::kinds::{self, filled};
use crate::text::{Lang, marks};

use super::EVERY_KIND;
use super::numbers;
use super::sheet::{Kind, Panel, Point, Series, Sheet};
use super::spec::{PanelSpec, Spec};

/// A stretch of the sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The words, or a number as it is read.
    pub text: String,
    /// Where in the figure the number stands.
    pub spot: Option<numbers::Spot>,
}

/// What the figure shows, in plain words. Cells on few events are left out of comparisons.
pub fn said(sheet: &Sheet, spec: &Spec) -> Vec<Said> {
    let mut marked = sheet.clone();
    let mut spots = Vec::new();
    for (panel, of_panel) in marked.panels.iter_mut().enumerate() {
        for (series, of_series) in of_panel.series.iter_mut().enumerate() {
            for (point, of_point) in of_series.points.iter_mut().enumerate() {
                of_point.text = marks::mark(spots.len(), &of_point.text);
                spots.push(numbers::Spot {
                    panel,
                    series,
                    point,
                });
            }
        }
    }
    let pieces = marks::pieces(&of_sheet(&marked, spec));
    let said = pieces.into_iter().map(|piece| Said {
        text: piece.text,
        spot: piece.place.and_then(|place| spots.get(place).copied()),
    });
    said.collect()
}

fn of_sheet(sheet: &Sheet, spec: &Spec) -> String {
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
            (Kind::Line, "age") => over_age(lang, panel),
            (Kind::Line, "years_since") => over_years_since(lang, panel),
            (Kind::Line, _) => over_time(lang, panel),
            (Kind::Stacked, _) => stacked(lang, panel),
            (Kind::Bars, _) => bars(lang, panel, panel_spec),
            _ if !EVERY_KIND => String::new(),
            (Kind::Dots | Kind::Sums, _) => bars(lang, panel, panel_spec),
            (Kind::Heat, _) => bars(lang, panel, panel_spec),
            (Kind::Slope, _) => slope(lang, panel),
            (Kind::Flow, _) => flow(lang, panel),
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

fn highest<'a>(points: impl Iterator<Item = (&'a str, &'a Point)>) -> Option<(Spot, Spot)> {
    let certain: Vec<(&str, &Point)> = points.filter(|(_, point)| certain(point)).collect();
    let by_value = |a: &&(&str, &Point), b: &&(&str, &Point)| {
        let value = |entry: &(&str, &Point)| entry.1.value().unwrap_or(0.0);
        value(a).total_cmp(&value(b))
    };
    let spot = |(label, point): &(&str, &Point)| Spot {
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

fn over_time(lang: Lang, panel: &Panel) -> String {
    let lines: Vec<(&Series, &Point, &Point)> = panel
        .series
        .iter()
        .filter_map(|series| ends(series).map(|(first, last)| (series, first, last)))
        .collect();
    match lines.as_slice() {
        [] => String::new(),
        [(series, first, last)] => {
            let spot = |point: &Point| Spot {
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
            words::over_time(
                lang,
                (&years.0, &years.1),
                &top,
                &bottom,
                &moved(true),
                &moved(false),
            )
        }
    }
}

fn over_age(lang: Lang, panel: &Panel) -> String {
    let tops: Vec<(Spot, String)> = panel
        .series
        .iter()
        .filter_map(|series| {
            let top = series.points.iter().filter(certain).max_by(|a, b| {
                a.value()
                    .unwrap_or(0.0)
                    .total_cmp(&b.value().unwrap_or(0.0))
            })?;
            let spot = Spot {
                label: series.label.clone(),
                value: top.text.clone(),
            };
            Some((spot, whole(top.x)))
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
    let spots: Vec<Spot> = panel
        .series
        .iter()
        .filter_map(|series| {
            let point = series
                .points
                .iter()
                .find(|point| point.x == last && certain(point))?;
            Some(Spot {
                label: series.label.clone(),
                value: point.text.clone(),
            })
        })
        .collect();
    words::over_years_since(lang, &whole(last), &spots)
}

fn bars(lang: Lang, panel: &Panel, spec: &PanelSpec) -> String {
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
        [first, second] => pairwise(lang, panel, first, second),
        // Of periods the reader wants to know what has changed.
        [first, .., last] if matches!(spec.series.as_deref(), Some("period" | "year")) => {
            pairwise(lang, panel, first, last)
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
fn pairwise(lang: Lang, panel: &Panel, first: &Series, second: &Series) -> String {
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
    words::pairwise(lang, &higher.label, &other.label, wins, of, exceptions)
}

/// How many lines rise, and which of them ends highest and lowest.
fn slope(lang: Lang, panel: &Panel) -> String {
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
    let rose = filled(
        kinds::rose_in(lang),
        &[
            ("up", &whole(risen.count())),
            ("all", &whole(lines.len())),
            ("from", from),
            ("to", to),
        ],
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
fn flow(lang: Lang, panel: &Panel) -> String {
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
    filled(
        kinds::flow_said(lang),
        &[
            ("all", &whole(all)),
            ("back", &whole(back)),
            ("share", &share),
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

fn stacked(lang: Lang, panel: &Panel) -> String {
    let categories = panel.x.categories.as_deref().unwrap_or_default();
    let mut wins = vec![0_usize; panel.series.len()];
    let mut bars = 0;
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
            bars += 1;
        }
    }
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
        (Some((top, _)), _) => words::largest_segment(lang, &series.label, *most, bars, &top),
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
