//! The share back by years since leaving.

use explain::reason;
use kernels::stable_sort as order;
use measures::analysis::return_curve::{Request, return_curve};
use measures::analysis::{Failure, Scope};
use measures::{Measure, Status};
use text::kinds::{self, filled};
use text::naming::Naming;
use text::{analyses as words, methods, notes::caveats};

use super::builder::{AnalysisBuilder, Named, named};
use super::page::Line;
use super::picture::{Dotted, Form, Spot, lines_along, with_rows};

pub(super) fn fill(desk: &mut AnalysisBuilder) -> Result<(), Failure> {
    let (lang, level, dataset) = (desk.lang, desk.level, desk.dataset);
    desk.page.question = words::asks_return_curve(lang).to_owned();
    let question = desk.by_groups(Measure::ReturnCurve, &["years_since"]);
    let request = Request {
        by: desk.groups(),
        scope: Scope::default(),
        interval: desk.choose_method(&question),
        level,
    };
    let found = return_curve(dataset, &request)?;
    let mut by = found.by.clone();
    by.push("years_since".to_owned());
    let mut years: Vec<i32> = Vec::new();
    for point in found.curves.iter().flat_map(|curve| &curve.points) {
        if !years.contains(&point.years) {
            years.push(point.years);
        }
    }
    order::sort_by(&mut years, &Ord::cmp);
    let mut last: Vec<Named> = Vec::new();
    let names: Vec<String> = found
        .curves
        .iter()
        .map(|curve| desk.short_name(&found.by, &curve.key))
        .collect();
    let rows = found.curves.iter().zip(&names).map(|(curve, name)| {
        let spots = years.iter().map(|year| {
            let point = curve.points.iter().find(|point| point.years == *year);
            let Some(point) = point else {
                return Spot {
                    absent: Some(reason(Status::NotInTable, lang).to_owned()),
                    ..Spot::default()
                };
            };
            let interval = point.interval.as_ref().ok().copied();
            Spot {
                absent: point
                    .row
                    .value
                    .is_none()
                    .then(|| reason(point.row.status, lang).to_owned()),
                row: Some(point.row.clone()),
                ..desk.spot(point.row.value, interval, Form::percent(1))
            }
        });
        let code = curve.key.first().map_or("", String::as_str);
        Dotted {
            key: code,
            label: name,
            hue: desk.hue(code).unwrap_or_default(),
            spots: spots.collect(),
        }
    });
    let stub = desk.dataset.dimension_name(lang, "years_since");
    let heads: Vec<String> = years.iter().map(i32::to_string).collect();
    let (mut panel, mut numbers) = with_rows(lines_along(&stub), &stub, &heads, rows.collect());
    numbers.method = request.interval;
    numbers.question = Some(question.clone());
    for series in &mut panel.series {
        for (point, year) in series.points.iter_mut().zip(&years) {
            point.x = f64::from(*year);
        }
    }
    // A table a group: with all years side by side it would be read through a slit on a phone.
    let columns = [stub.as_str(), words::share(lang), words::interval(lang)];
    for curve in &found.curves {
        let head = desk.name(&found.by, &curve.key);
        let at = desk.place(&found.by, &curve.key);
        let mut lines = Vec::new();
        for point in &curve.points {
            let of_answer = (found.table.as_str(), by.as_slice(), found.notes.as_slice());
            let numbers = desk.row(&question, of_answer, &point.row);
            if Some(&point.years) == years.last() {
                last.extend(named(&at, &numbers[0]));
            }
            lines.push(Line {
                head: words::years_since(lang, point.years),
                cells: numbers.to_vec(),
            });
        }
        let title = desk.with_interval(&head);
        desk.table(&title, &columns, lines);
    }
    desk.pool(&question, &found.table);
    if let Some(year) = years.last() {
        desk.answer_extremes("return_curve", &words::back_after(lang, *year), &last);
    }
    let bands = filled(kinds::bands(lang), &[("level", &desk.level_text())]);
    let not_independent = methods::curve_not_independent(lang).to_owned();
    let remarks = vec![bands, not_independent];
    desk.draw(
        &desk.measured("return_curve"),
        vec![(panel, numbers)],
        remarks,
    );
    desk.note(methods::curve_not_independent(lang));
    desk.note_of_report(caveats::deaths(lang));
    desk.remarks(&found.notes);
    desk.assume(methods::complete_register(lang));
    Ok(())
}
