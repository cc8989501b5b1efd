//! Who left, where they went, and whether they were back after five years.

use crate::sheet::{Axis, Kind, Panel, Point, Series, Stations};
use crate::spec::PanelSpec;
use crate::table::{Line, NumberTable, TableCell};
use crate::theme::Hue;
use measures::Row;
use text::naming::Naming;
use text::{kinds as words, number};

use super::{PanelNumbers, Parts, SeriesKey, Words};

/// One ribbon a group, destination and end; the points of a series are its ways.
pub(super) fn panel(
    words_of: &Words,
    spec: &PanelSpec,
    (groups, kinds): (&[String], &[String]),
    grid: &[Vec<Option<Row>>],
    (table, notes): (&str, Vec<String>),
) -> (Panel, PanelNumbers) {
    let (lang, focus) = (words_of.lang, &words_of.options.focus);
    let ends = [words::back(lang), words::not_back(lang)];
    let label = |dimension: &str, code: &String| words_of.label(dimension, code, true);
    let between: Vec<String> = kinds.iter().map(|code| label(&spec.x, code)).collect();
    let ways: Vec<String> = between
        .iter()
        .flat_map(|name| ends.map(|end| format!("{name}, {end}")))
        .collect();
    // Back first, then the rest of those who left.
    let counts = |row: &Row| -> [Option<f64>; 2] {
        let rest = row
            .denominator
            .zip(row.numerator)
            .map(|(all, back)| all - back);
        [row.numerator, rest]
    };
    let any_focus = groups.iter().any(|group| focus.contains(group));
    let series: Vec<Series> = groups
        .iter()
        .enumerate()
        .map(|(index, code)| {
            let own = Hue::of("group", code).unwrap_or(Hue::Numbered((index % 8) as u8));
            let cells = grid[index].iter().flat_map(|row| match row {
                Some(row) => counts(row).map(|count| (count, Some(row.status))),
                None => [(None, None); 2],
            });
            let points = cells.enumerate().map(|(way, (count, status))| Point {
                x: way as f64,
                y: count,
                text: count
                    .map(|count| number::integer(count, lang))
                    .unwrap_or_default(),
                absent: count.is_none().then(|| {
                    let status = status.unwrap_or(measures::Status::NotInTable);
                    crate::absence::words(status, lang).to_owned()
                }),
                ..Point::default()
            });
            Series {
                key: code.clone(),
                label: label("group", code),
                hue: if any_focus && !focus.contains(code) {
                    Hue::Muted
                } else {
                    own
                },
                points: points.collect(),
            }
        })
        .collect();
    let lines = ways.iter().enumerate().map(|(way, head)| Line {
        head: head.clone(),
        cells: series
            .iter()
            .map(|series| {
                let point = &series.points[way];
                TableCell {
                    value: point.y,
                    text: point.absent.clone().unwrap_or_else(|| point.text.clone()),
                    ..TableCell::default()
                }
            })
            .collect(),
    });
    let numbers = PanelNumbers {
        source: table.to_owned(),
        notes,
        // Each ribbon is a part of the row of its group and destination.
        rows: grid
            .iter()
            .map(|rows| rows.iter().flat_map(|row| [back(row), rest(row)]).collect())
            .collect(),
        table: NumberTable {
            stub: words_of.dataset.dimension_name(lang, &spec.x),
            columns: groups
                .iter()
                .map(|code| words_of.label("group", code, false))
                .collect(),
            rows: lines.collect(),
        },
        keys: groups
            .iter()
            .map(|code| SeriesKey {
                code: code.clone(),
                label: label("group", code),
                hidden: false,
            })
            .collect(),
        question: Some(spec.question.clone()),
        parts: Parts::CountsAndRest,
        ..PanelNumbers::default()
    };
    let panel = Panel {
        title: words_of.panel_title(spec),
        kind: Kind::Flow,
        x: Axis {
            categories: Some(ways),
            ..Axis::default()
        },
        series,
        stations: Stations {
            headings: [
                words::who_left(lang),
                words::where_to(lang),
                words::five_years_on(lang),
            ]
            .map(str::to_owned)
            .to_vec(),
            between,
            ends: ends.map(str::to_owned).to_vec(),
        },
        ..Panel::default()
    };
    (panel, numbers)
}

fn back(row: &Option<Row>) -> Option<Row> {
    row.clone()
}

/// The row of those who were not back.
fn rest(row: &Option<Row>) -> Option<Row> {
    let row = row.as_ref()?;
    Some(Row {
        numerator: row
            .denominator
            .zip(row.numerator)
            .map(|(all, back)| all - back),
        value: row.value.map(|share| 1.0 - share),
        ..row.clone()
    })
}
