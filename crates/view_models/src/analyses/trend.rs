//! Annual per cent change of each group's rate.

use data::Dataset;
use explain::{of_dispersion, of_trend, reason};
use figures::sheet::{Axis, Curve, Kind, Panel, Shade, TickFormat};
use figures::theme::Hue;
use measures::analysis::trend::{PANDEMIC, Point, Request, TrendRow, Trends, trend};
use measures::analysis::{Failure, Scope};
use measures::{Measure, Status, breaks};
use text::case::capital_first;
use text::naming::Naming;
use text::places::{self, Place};
use text::{analyses as words, kinds, methods, number};

use super::builder::{AnalysisBuilder, Named, named, plain};
use super::page::Line;
use super::picture::{Dotted, Form, Spot, with_rows};
use crate::overview::only;

/// The fewest years that have a trend.
const LEAST_YEARS: usize = 3;

/// The years that a trend rests on.
fn years_of(row: &TrendRow) -> Vec<i32> {
    let points = row.points.iter();
    let used = points.filter(|point| point.used && point.row.value.is_some());
    used.map(|point| point.year).collect()
}

/// The groups whose years have a marked break among them: one slope over it is of no one series.
fn broken(dataset: &Dataset, found: &Trends, of: &str) -> Vec<Vec<String>> {
    let Some(table) = dataset.table(&found.table) else {
        return Vec::new();
    };
    let is_broken = |row: &&TrendRow| {
        let years = years_of(row);
        let ends = years.first().copied().zip(years.last().copied());
        ends.zip(row.key.first())
            .is_some_and(|(ends, code)| breaks::broken(table, of, ends).contains(code))
    };
    let rows = found.rows.iter().filter(is_broken);
    rows.map(|row| row.key.clone()).collect()
}

/// The rates of every year with the fitted curves, none of them over a break.
fn picture(
    desk: &mut AnalysisBuilder,
    (found, broken, ends): (&Trends, &[Vec<String>], [&str; 2]),
    stretch: Option<&str>,
    is_without_pandemic: bool,
) {
    let lang = desk.lang;
    let names: Vec<String> = found
        .rows
        .iter()
        .map(|row| desk.short_name(&found.by, &row.key))
        .collect();
    let years = found.years();
    // Of more lines than there are colours only those that the sentence names have one.
    let are_many = found.rows.len() > Hue::NUMBERED;
    let named = |row: &TrendRow| {
        let place = desk.place(&found.by, &row.key);
        ends.iter().position(|end| *end == place)
    };
    let hue = |row: &TrendRow| {
        let code = row.key.first().map_or("", String::as_str);
        match named(row) {
            Some(number) if are_many => Hue::Numbered(number as u8),
            None if are_many => Hue::Muted,
            _ => desk.hue(code).unwrap_or_default(),
        }
    };
    let rows = found.rows.iter().zip(&names).map(|(row, name)| {
        let spots = years.iter().map(|year| {
            let Some(point) = row.at(*year) else {
                return Spot {
                    absent: Some(reason(Status::NotInTable, lang).to_owned()),
                    ..Spot::default()
                };
            };
            Spot {
                absent: point
                    .row
                    .value
                    .is_none()
                    .then(|| reason(point.row.status, lang).to_owned()),
                row: Some(point.row.clone()),
                ..desk.spot(point.row.value, None, Form::percent(2))
            }
        });
        Dotted {
            key: row.key.first().map_or("", String::as_str),
            label: name,
            hue: hue(row),
            spots: spots.collect(),
        }
    });
    let unbroken = found.rows.iter();
    let unbroken = unbroken.filter(|row| !broken.contains(&row.key));
    let curves = unbroken.map(|row| Curve {
        hue: hue(row),
        points: row
            .points
            .iter()
            .filter_map(|point| Some((f64::from(point.year), point.fitted?)))
            .collect(),
        ..Curve::default()
    });
    let of_report = desk.dataset.is_of_report();
    let pandemic = of_report && years.contains(&2020) && years.contains(&2021);
    let shade = pandemic.then(|| Shade {
        from: 2020.0,
        to: 2021.0,
        label: text::words::pandemic(lang).to_owned(),
    });
    let panel = Panel {
        kind: Kind::Line,
        x: Axis {
            format: TickFormat::Year,
            ..Axis::default()
        },
        y: Axis {
            format: TickFormat::Percent,
            from_zero: true,
            ..Axis::default()
        },
        curves: curves.collect(),
        shades: shade.into_iter().collect(),
        ..Panel::default()
    };
    let stub = desk.dataset.dimension_name(lang, "year");
    let heads: Vec<String> = years.iter().map(i32::to_string).collect();
    let (mut panel, mut numbers) = with_rows(panel, &stub, &heads, rows.collect());
    numbers.question = Some(desk.by_groups(Measure::Rate, &["year"]));
    for series in &mut panel.series {
        for (point, year) in series.points.iter_mut().zip(&years) {
            point.x = f64::from(*year);
        }
    }
    let mut remarks = vec![kinds::fitted(lang).to_owned()];
    if are_many {
        remarks.push(kinds::steepest(lang).to_owned());
    }
    if is_without_pandemic && !found.without.is_empty() {
        remarks.push(methods::pandemic_excluded(lang).to_owned());
    }
    remarks.extend(stretch.map(str::to_owned));
    desk.years = heads;
    desk.draw(&desk.measured("rate"), vec![(panel, numbers)], remarks);
}

pub(super) fn fill(desk: &mut AnalysisBuilder) -> Result<(), Failure> {
    let (lang, level, dataset) = (desk.lang, desk.level, desk.dataset);
    desk.page.question = words::asks_trend(lang).to_owned();
    // The years of the pandemic can be left out where they are.
    let years = dataset.unordered_codes("year");
    let has_pandemic = PANDEMIC
        .iter()
        .any(|year| years.contains(&(*year).to_owned()));
    let years = [
        ("all", words::all_years(lang)),
        ("without_pandemic", words::without_pandemic(lang)),
    ]
    .map(|(name, label)| (name.to_owned(), label.to_owned()));
    let without = match has_pandemic {
        true => desk.choose("years", words::years(lang), years.to_vec(), "all"),
        false => String::new(),
    };
    let mut without: Vec<String> = match without.as_str() {
        "without_pandemic" => PANDEMIC.map(str::to_owned).to_vec(),
        _ => Vec::new(),
    };
    let is_without_pandemic = !without.is_empty();
    let request = |without: &[String]| Request {
        by: desk.groups(),
        without: without.to_vec(),
        scope: Scope::default(),
        level,
    };
    let mut found = trend(dataset, &request(&without))?;
    // A line has a slope on either side of a break, and none over it.
    let table = dataset.table(&found.table);
    let stretch = table.and_then(|table| breaks::stretch(table, found.years(), &[], LEAST_YEARS));
    if let Some(stretch) = &stretch {
        let mut cut_off = found.years();
        cut_off.retain(|year| !stretch.years.contains(year));
        without.extend(cut_off.iter().map(i32::to_string));
        found = trend(dataset, &request(&without))?;
    }
    let broken = broken(dataset, &found, &desk.of);
    let mut lines = Vec::new();
    let mut values: Vec<Named> = Vec::new();
    let mut widened = Vec::new();
    for row in &found.rows {
        let head = desk.name(&found.by, &row.key);
        if broken.contains(&row.key) {
            let cells = [text::notes::at_break(lang), "", ""].map(plain);
            lines.push(Line {
                head,
                cells: cells.to_vec(),
            });
            continue;
        }
        let at = desk.place(&found.by, &row.key);
        let mut cells = desk
            .numbers(of_trend(dataset, &found, row, level, lang))
            .to_vec();
        let mut dispersion = plain("");
        if let (Some(cell), Ok(shown)) = (cells.first(), &row.trend) {
            values.extend(named(&at, cell).map(|named| Named {
                limits: cells.get(1).and_then(|interval| interval.limits),
                ..named
            }));
            if shown.overdispersed {
                widened.push(row.key.first().map_or("", String::as_str));
            }
            [dispersion, _] = desk.numbers(of_dispersion(dataset, &found, row, lang));
        }
        cells.push(dispersion);
        lines.push(Line { head, cells });
    }
    // Slopes over other years are slopes of other times.
    let fitted = || found.rows.iter().filter(|row| row.trend.is_ok());
    let unbroken = || fitted().filter(|row| !broken.contains(&row.key));
    let first = fitted().next().map(years_of);
    let mut told = values;
    if fitted().any(|row| Some(years_of(row)) != first) {
        // Those with all years and no break among them can be told.
        let all = fitted()
            .map(years_of)
            .max_by(|one, two| one.len().cmp(&two.len()));
        let all = all.unwrap_or_default();
        let ends = all.first().copied().zip(all.last().copied());
        let cut = match (dataset.table(&found.table), ends) {
            (Some(table), Some(ends)) => breaks::broken(table, &desk.of, ends),
            _ => Vec::new(),
        };
        let is_whole = |row: &&TrendRow| {
            years_of(row) == all && row.key.first().is_some_and(|code| !cut.contains(code))
        };
        let mut whole = unbroken().map(|row| is_whole(&row));
        told.retain(|_| whole.next().unwrap_or(false));
        match told.len() {
            0 | 1 => desk.are_apart("year"),
            count => {
                let of = words::of_whole(
                    lang,
                    &number::small(lang, count),
                    &places::all(lang, &desk.of),
                );
                desk.answer_changes(&told, ends.unwrap_or_default(), &of);
            }
        }
    } else if desk.are_alike(&desk.by_groups(Measure::Rate, &["year"])) {
        let years = first.unwrap_or_default();
        let ends = years.first().copied().zip(years.last().copied());
        desk.answer_changes(&told, ends.unwrap_or_default(), "");
    }
    let group = desk.group_heading();
    let columns = [
        group.as_str(),
        words::change(lang),
        words::interval(lang),
        words::dispersion(lang),
    ];
    let title = desk.with_interval(words::change(lang));
    desk.table(&title, &columns, lines);
    let stretch = stretch.map(|stretch| only(lang, &stretch));
    let by_value = |one: &&Named, two: &&Named| one.value.total_cmp(&two.value);
    let ends = [told.iter().max_by(by_value), told.iter().min_by(by_value)];
    let ends = ends.map(|end| end.map_or("", |named| named.place.as_str()));
    picture(
        desk,
        (&found, &broken, ends),
        stretch.as_deref(),
        is_without_pandemic,
    );

    // One slope over a bent curve misleads, so the points stand below it.
    let question = desk.by_groups(Measure::Rate, &["year"]);
    let mut by = found.by.clone();
    by.push("year".to_owned());
    let mut columns = vec![desk.dataset.dimension_name(lang, "year")];
    columns.extend(found.rows.iter().map(|row| desk.name(&found.by, &row.key)));
    let mut lines = Vec::new();
    for year in found.years() {
        let at_year: Vec<Option<&Point>> = found.rows.iter().map(|row| row.at(year)).collect();
        let cells = at_year.iter().map(|point| match point {
            Some(point) => {
                let of_answer = (found.table.as_str(), by.as_slice(), found.notes.as_slice());
                let [value, _] = desk.row(&question, of_answer, &point.row);
                value
            }
            None => plain(reason(Status::NotInTable, lang)),
        });
        let cells = cells.collect();
        let mark = match at_year.iter().flatten().all(|point| point.used) {
            true => "",
            false => " –",
        };
        lines.push(Line {
            head: format!("{year}{mark}"),
            cells,
        });
    }
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    desk.table(words::rate(lang), &columns, lines);
    desk.note(methods::trend_straight(lang));
    let fitted = unbroken().count();
    if widened.len() == fitted && fitted > 0 {
        desk.note(methods::overdispersed(lang));
    } else if !widened.is_empty() {
        let of = &desk.of;
        let place = |code: &&str| places::place(lang, of, code, &desk.label(of, code));
        let widened: Vec<Place> = widened.iter().map(place).collect();
        let widened = capital_first(&places::list(lang, &widened));
        desk.note(&methods::overdispersed_in(lang, &widened));
    }
    if is_without_pandemic && !found.without.is_empty() {
        desk.note(methods::pandemic_excluded(lang));
    }
    if let Some(stretch) = &stretch {
        desk.note(stretch);
    }
    desk.remarks(&found.notes);
    desk.assume(methods::independence(lang));
    Ok(())
}
