//! The chance of ever emigrating over the ages of the data set.

use explain::{of_chance, of_moves, reason};
use figures::theme::Hue;
use measures::Measure;
use measures::analysis::cumulative::{Rates, Request, cumulative};
use measures::analysis::{Failure, Scope};
use text::kinds::{self, filled};
use text::{analyses as words, methods};

use super::builder::{AnalysisBuilder, Named, named, plain};
use super::page::Line;
use super::picture::{Dotted, Form, Spot};

pub(super) fn fill(desk: &mut AnalysisBuilder) -> Result<(), Failure> {
    let (lang, level, dataset) = (desk.lang, desk.level, desk.dataset);
    let request = Request {
        by: desk.groups(),
        rates: Rates::Period,
        scope: Scope::default(),
        level,
    };
    desk.page.question = words::chance(lang).to_owned();
    let found = cumulative(dataset, &request)?;
    let (first, last) = found.ages;
    desk.page.question = words::asks_chance(lang, first, last);
    let mut lines = Vec::new();
    let mut values: Vec<Named> = Vec::new();
    let (mut heads, mut spots) = (Vec::new(), Vec::new());
    for row in &found.rows {
        let head = desk.name(&found.by, &row.key);
        let at = desk.place(&found.by, &row.key);
        let told = of_chance(dataset, &found, row, level, lang);
        let moves = told.as_ref().map(of_moves).map_err(|status| *status);
        let mut cells = desk.numbers(told).to_vec();
        values.extend(cells.first().and_then(|cell| named(&at, cell)));
        heads.push(desk.short_name(&found.by, &row.key));
        spots.push(Spot {
            hue: row.key.first().and_then(|code| desk.hue(code)),
            explain: cells.first().and_then(|cell| cell.explain.clone()),
            absent: row
                .chance
                .value
                .is_none()
                .then(|| reason(row.chance.status, lang).to_owned()),
            ..desk.spot(row.chance.value, row.chance.interval, Form::percent(1))
        });
        let [moves, _] = match moves {
            Ok(_) => desk.numbers(moves),
            Err(_) => [plain(""), plain("")],
        };
        cells.push(moves);
        lines.push(Line { head, cells });
    }
    let rates = desk.by_groups(Measure::Rate, &["age"]);
    desk.pool(&rates, &found.table);
    if desk.are_alike(&rates) {
        desk.when = words::with_rates(lang, &desk.when);
        desk.answer_extremes("rate", &words::the_chance_of(lang, first, last), &values);
    }
    let group = desk.group_heading();
    let columns = [
        group.as_str(),
        words::the_chance(lang),
        words::interval(lang),
        words::expected_moves(lang),
    ];
    let title = desk.with_interval(words::the_chance(lang));
    desk.table(&title, &columns, lines);
    let series = Dotted {
        key: "chance",
        label: words::the_chance(lang),
        hue: Hue::Neutral,
        spots,
    };
    let drawn = desk.dots(&group, &heads, vec![series], Form::percent(1));
    let whiskers = filled(kinds::whiskers(lang), &[("level", &desk.level_text())]);
    let hypothetical = methods::chance_hypothetical(lang).to_owned();
    desk.draw(
        words::the_chance(lang),
        vec![drawn],
        vec![whiskers, hypothetical],
    );
    desk.note(&methods::chance_widths(lang, first, last, found.widths));
    desk.remarks(&found.notes);
    desk.assume(methods::chance_hypothetical(lang));
    desk.assume(methods::chance_repeats(lang));
    desk.assume(methods::chance_no_deaths(lang));
    Ok(())
}
