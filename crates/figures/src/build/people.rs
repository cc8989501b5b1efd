//! A hundred persons each: shares of a whole, and what the arrays say.

use crate::rounding::whole_parts;
use crate::sheet::{Axis, Kind, Panel, Series};
use crate::table::{Line, NumberTable, TableCell};
use crate::theme::Hue;
use measures::Row;
use text::kinds::{self as words, filled};
use text::naming::Naming;
use text::{Lang, number};

use super::{PanelNumbers, Parts, Showing, Words};

/// Those who are back and those who are not, of those who left.
pub(super) fn panel(
    words_of: &Words,
    showing: &Showing,
    codes: &[String],
    grid: &[Vec<Option<Row>>],
    (table, notes): (&str, Vec<String>),
) -> (Panel, PanelNumbers) {
    let lang = words_of.lang;
    let spec = showing.spec;
    let label = |code: &String, short: bool| match spec.x.as_str() {
        "" => text::words::total(lang).to_owned(),
        x => words_of.label(x, code, short),
    };
    let rest = |row: &Row| Row {
        numerator: row
            .denominator
            .zip(row.numerator)
            .map(|(all, back)| all - back),
        value: row.value.map(|share| 1.0 - share),
        ..row.clone()
    };
    let backs: Vec<Option<Row>> = grid.first().cloned().unwrap_or_default();
    let others: Vec<Option<Row>> = backs.iter().map(|row| row.as_ref().map(rest)).collect();
    let part = |index: usize, name: &str, hue: Hue, rows: &[Option<Row>]| Series {
        key: ["back", "not_back"][index].to_owned(),
        label: name.to_owned(),
        hue,
        points: rows
            .iter()
            .enumerate()
            .map(|(place, row)| words_of.point(showing, place, "", row.as_ref(), None))
            .collect(),
    };
    let names = [words::back(lang), words::not_back(lang)];
    let rows = vec![backs, others];
    let mut panel = Panel {
        title: words_of.panel_title(spec),
        kind: Kind::People,
        x: Axis {
            categories: Some(codes.iter().map(|code| label(code, false)).collect()),
            ..Axis::default()
        },
        series: vec![
            part(0, names[0], Hue::Neutral, &rows[0]),
            part(1, names[1], Hue::Muted, &rows[1]),
        ],
        ..Panel::default()
    };
    say(&mut panel, lang);
    let cell = |row: &Option<Row>| -> TableCell { words_of.cell(showing, row.as_ref()) };
    let table_rows = codes.iter().enumerate().map(|(place, code)| Line {
        head: label(code, false),
        cells: rows.iter().map(|series| cell(&series[place])).collect(),
    });
    let numbers = PanelNumbers {
        source: table.to_owned(),
        notes: rounded(notes, lang),
        table: NumberTable {
            stub: words_of.dataset.dimension_name(lang, &spec.x),
            columns: names.map(str::to_owned).to_vec(),
            rows: table_rows.collect(),
        },
        rows,
        question: Some(spec.question.clone()),
        parts: Parts::SharesAndRest,
        method: words_of.options.method_for(&spec.question),
        ..PanelNumbers::default()
    };
    (panel, numbers)
}

fn rounded(mut notes: Vec<String>, lang: Lang) -> Vec<String> {
    notes.push(words::rounded_to_hundred(lang).to_owned());
    notes
}

/// Puts into words what each array shows: the rounded numbers that are drawn.
pub(super) fn say(panel: &mut Panel, lang: Lang) {
    let count = panel.x.categories.as_ref().map_or(0, Vec::len);
    for place in 0..count {
        let values: Option<Vec<f64>> = panel
            .series
            .iter()
            .map(|series| series.points.get(place)?.value())
            .collect();
        let Some(values) = values else {
            continue;
        };
        let parts = whole_parts(&values, 100);
        let of = |index: usize| number::integer(parts[index] as f64, lang);
        let said = match panel.series.as_slice() {
            [back, _] if back.key == "back" => {
                filled(words::of_hundred_back(lang), &[("n", &of(0))])
            }
            series => {
                let parts: Vec<String> = series
                    .iter()
                    .enumerate()
                    .map(|(index, series)| format!("{} {}", series.label, of(index)))
                    .collect();
                filled(words::of_hundred(lang), &[("parts", &parts.join(", "))])
            }
        };
        if let Some(point) = panel.series[0].points.get_mut(place) {
            point.name = said;
        }
    }
}
