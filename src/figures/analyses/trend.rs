//! Annual per cent change of each group's rate.

use crate::measures::analysis::trend::{PANDEMIC, Request, trend};
use crate::measures::analysis::{Failure, Scope};
use crate::measures::explain::of_trend;
use crate::measures::{Measure, Question};
use crate::text::{analyses as words, methods, number, terms};

use super::desk::{Desk, Named, Stretch, named, plain};
use super::page::Line;

pub(super) fn fill(desk: &mut Desk) -> Result<(), Failure> {
    let (lang, level, dataset) = (desk.lang, desk.level, desk.dataset);
    desk.page.question = words::asks_trend(lang).to_owned();
    let years = [
        ("all", words::all_years(lang)),
        ("without_pandemic", words::without_pandemic(lang)),
    ]
    .map(|(name, label)| (name.to_owned(), label.to_owned()));
    let without = desk.choose("years", words::years(lang), years.to_vec(), "all");
    let without: Vec<String> = match without.as_str() {
        "without_pandemic" => PANDEMIC.map(str::to_owned).to_vec(),
        _ => Vec::new(),
    };
    let request = Request {
        by: vec!["group".to_owned()],
        without,
        scope: Scope::default(),
        level,
    };
    let found = trend(dataset, &request)?;
    let mut lines = Vec::new();
    let mut values: Vec<Named> = Vec::new();
    let mut bars = Vec::new();
    let mut widened = false;
    for row in &found.rows {
        let head = desk.name(&found.by, &row.key);
        let mut cells = desk
            .numbers(of_trend(dataset, &found, row, level, lang))
            .to_vec();
        let mut dispersion = String::new();
        if let (Some(cell), Ok(shown)) = (cells.first(), &row.trend) {
            values.extend(named(&head, cell));
            bars.push(Stretch {
                label: head.clone(),
                text: cell.text.clone(),
                from: shown.interval.lower,
                to: shown.interval.upper,
                at: Some(shown.change),
                kind: "interval",
            });
            widened |= shown.overdispersed;
            dispersion = number::decimal(shown.trend.dispersion, 2, lang);
        }
        cells.push(plain(&dispersion));
        lines.push(Line { head, cells });
    }
    desk.answer_extremes(words::the_change(lang), &values);
    let group = terms::dimension(lang, "group");
    let columns = [
        group.as_str(),
        words::change(lang),
        words::interval(lang),
        words::dispersion(lang),
    ];
    let title = format!("{}, {}", words::change(lang), desk.level_text());
    desk.table(&title, &columns, lines);
    desk.bars(0.0, bars);

    // One slope over a bent curve misleads, so the points stand below it.
    let question = Question::new(Measure::Rate, ["group", "year"]);
    let mut by = found.by.clone();
    by.push("year".to_owned());
    let mut columns = vec![terms::dimension(lang, "year")];
    columns.extend(found.rows.iter().map(|row| desk.name(&found.by, &row.key)));
    let most = found
        .rows
        .iter()
        .map(|row| row.points.len())
        .max()
        .unwrap_or(0);
    let mut lines = Vec::new();
    for place in 0..most {
        let points = || found.rows.iter().filter_map(|row| row.points.get(place));
        let Some(first) = points().next() else {
            continue;
        };
        let mut cells = Vec::new();
        for point in points() {
            let of_answer = (found.table.as_str(), by.as_slice(), found.notes.as_slice());
            let [value, _] = desk.row(&question, of_answer, &point.row);
            cells.push(value);
        }
        let mark = if first.used { "" } else { " –" };
        lines.push(Line {
            head: format!("{}{mark}", first.year),
            cells,
        });
    }
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    desk.table(words::rate(lang), &columns, lines);
    desk.note(methods::trend_straight(lang));
    if widened {
        desk.note(methods::overdispersed(lang));
    }
    if !found.without.is_empty() {
        desk.note(methods::pandemic_excluded(lang));
    }
    desk.remarks(&found.notes);
    desk.assume(methods::independence(lang));
    Ok(())
}
