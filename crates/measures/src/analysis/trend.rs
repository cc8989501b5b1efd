//! Annual per cent change by group.

use std::collections::BTreeSet;

use crate::{Measure, Note, Row, answer};
use data::Dataset;
use stats::trend::{Trend, Year, trend as fit};
use stats::{Cell, Interval, Status};

use super::{Failure, Scope, parts};

/// The years of the pandemic, the ones a reader most often wants left out.
pub const PANDEMIC: [&str; 2] = ["2020", "2021"];

/// Whose trend.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The dimensions that tell the groups apart.
    pub by: Vec<String>,
    /// Years that do not count; the gap they leave is allowed.
    pub without: Vec<String>,
    /// The part of the data set. A filter on `year` narrows the span of years.
    pub scope: Scope,
    /// Confidence level.
    pub level: f64,
}

/// The trends.
#[derive(Clone, Debug, PartialEq)]
pub struct Trends {
    /// The table that answered.
    pub table: String,
    /// The dimensions of the keys.
    pub by: Vec<String>,
    /// Years that were in the answer and left out on request.
    pub without: Vec<String>,
    /// The groups.
    pub rows: Vec<TrendRow>,
    /// Remarks of the answer.
    pub notes: Vec<Note>,
}

impl Trends {
    /// Every year that a group has a row for, earliest first. Groups may have different years.
    pub fn years(&self) -> Vec<i32> {
        let points = self.rows.iter().flat_map(|row| &row.points);
        let years: BTreeSet<i32> = points.map(|point| point.year).collect();
        years.into_iter().collect()
    }
}

/// One group.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendRow {
    /// Key of the group.
    pub key: Vec<String>,
    /// The rates of the years, those left out included: one slope over a bent curve misleads, so
    /// show the points.
    pub points: Vec<Point>,
    /// The fitted trend.
    pub trend: Result<Shown, Status>,
}

impl TrendRow {
    /// What the group has for a year.
    pub fn at(&self, year: i32) -> Option<&Point> {
        self.points.iter().find(|point| point.year == year)
    }
}

/// One year.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Calendar year.
    pub year: i32,
    /// Events, exposure and rate.
    pub row: Row,
    /// Whether the trend rests on it.
    pub used: bool,
    /// The rate on the fitted curve, from the first year that the trend rests on to the last.
    pub fitted: Option<f64>,
}

/// A trend with the interval to show.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shown {
    /// The fit, with both intervals.
    pub trend: Trend,
    /// Change in per cent a year.
    pub change: f64,
    /// The quasi-Poisson interval when the counts vary more than Poisson; the Poisson interval
    /// otherwise, since a small dispersion never narrows it.
    pub interval: Interval,
    /// Whether the dispersion is above 1.
    pub overdispersed: bool,
}

/// Log-linear trends of the rates by year.
pub fn trend(dataset: &Dataset, request: &Request) -> Result<Trends, Failure> {
    let year = "year".to_owned();
    let by = request.by.iter().cloned().chain([year]);
    let answer = answer(dataset, &request.scope.question(Measure::Rate, by))?;
    let mut without: Vec<String> = Vec::new();
    let mut rows: Vec<TrendRow> = Vec::new();
    for row in answer.rows {
        let Some((code, key)) = row.key.split_last() else {
            continue;
        };
        let year: i32 = code.parse().map_err(|_| Failure::NotNumbers {
            dimension: "year".to_owned(),
        })?;
        let used = !request.without.contains(code);
        if !used && !without.contains(code) {
            without.push(code.clone());
        }
        if rows.last().is_none_or(|last| last.key != key) {
            rows.push(TrendRow {
                key: key.to_vec(),
                points: Vec::new(),
                trend: Err(Status::TooFewYears),
            });
        }
        if let Some(last) = rows.last_mut() {
            last.points.push(Point {
                year,
                used,
                fitted: None,
                row,
            });
        }
    }
    for row in &mut rows {
        fit_group(row, request.level);
    }
    Ok(Trends {
        table: answer.table,
        by: request.by.clone(),
        without,
        rows,
        notes: answer.notes,
    })
}

/// The years a trend rests on, in the form the method takes.
pub fn series(points: &[Point]) -> Vec<Year> {
    let cell = |number: Result<f64, Status>| match number {
        Ok(number) => Cell::Number(number),
        Err(Status::SuppressedInput) => Cell::Suppressed,
        Err(_) => Cell::Missing,
    };
    points
        .iter()
        .filter(|point| point.used)
        .map(|point| {
            let found = parts(&point.row);
            Year {
                year: f64::from(point.year),
                events: cell(found.map(|(events, _)| events)),
                exposure: cell(found.map(|(_, exposure)| exposure)),
            }
        })
        .collect()
}

fn fit_group(row: &mut TrendRow, level: f64) {
    let series = series(&row.points);
    row.trend = fit(&series, level).map(|trend| {
        let overdispersed = trend.dispersion > 1.0;
        Shown {
            trend,
            change: trend.change,
            interval: if overdispersed {
                trend.quasi
            } else {
                trend.poisson
            },
            overdispersed,
        }
    });
    let Ok(shown) = row.trend else {
        return;
    };
    // The curve passes through as many events as were counted: sum of T exp(A + bt) = sum of x.
    let Some(centre) = row.points.first().map(|point| point.year) else {
        return;
    };
    let growth = |year: f64| libm::exp(shown.trend.slope * (year - f64::from(centre)));
    let (mut events, mut weight) = (0.0, 0.0);
    for year in &series {
        if let (Cell::Number(x), Cell::Number(t)) = (year.events, year.exposure) {
            events += x;
            weight += t * growth(year.year);
        }
    }
    // A curve says nothing of years before or after those it was fitted to.
    let used = |point: &&Point| point.used && point.row.value.is_some();
    let year = |point: &Point| point.year;
    let (Some(first), Some(last)) = (
        row.points.iter().find(used).map(year),
        row.points.iter().rfind(used).map(year),
    ) else {
        return;
    };
    let within = |point: &&mut Point| (first..=last).contains(&point.year);
    for point in row.points.iter_mut().filter(within) {
        let fitted = events / weight * growth(f64::from(point.year));
        point.fitted = fitted.is_finite().then_some(fitted);
    }
}
