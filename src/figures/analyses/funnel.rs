//! Countries of origin against all of them together, with limits for chance.

use crate::measures::analysis::Failure;
use crate::measures::analysis::funnel::funnel;
use crate::measures::explain::{of_funnel, reason};
use crate::measures::is_answerable;
use crate::measures::methods::funnel::Position;
use crate::text::{analyses as words, methods, number, terms};

use super::comparison::{caption, choose_measure};
use super::desk::{Desk, plain};
use super::page::{Cell, Line};

pub(super) fn fill(desk: &mut Desk) -> Result<(), Failure> {
    let (lang, dataset) = (desk.lang, desk.dataset);
    desk.page.question = words::asks_funnel(lang).to_owned();
    let (mut question, _) = choose_measure(desk, "origin");
    let all = ("all", words::all_groups(lang));
    let group = desk.choose_group_that("group", words::group(lang), Some(all), "all", |code| {
        is_answerable(dataset, &question.clone().filtered("group", [code]))
    });
    if group != "all" {
        question = question.filtered("group", [group]);
    }
    let found = funnel(dataset, &question)?;
    let of_answer = (
        found.table.as_str(),
        found.by.as_slice(),
        found.notes.as_slice(),
    );
    let mut lines = Vec::new();
    let (mut outside, mut far) = (0, 0);
    for row in &found.rows {
        let head = desk.name(&found.by, &row.row.key);
        let [value, _] = desk.row(&question, of_answer, &row.row);
        let size = row.row.denominator;
        let size_text = size.map_or(String::new(), |size| number::integer(size, lang));
        let mut cells = vec![value, plain(&size_text)];
        match &row.limits {
            Err(status) => cells.extend([plain(""), plain(""), plain(reason(*status, lang))]),
            Ok(limits) => {
                for level in [0.95, 0.998] {
                    let found = of_funnel(dataset, &question, &found, row, level, lang);
                    let [_, limits] = desk.numbers(found);
                    cells.push(limits);
                }
                outside += usize::from(limits.inner_position != Position::Inside);
                far += usize::from(limits.outer_position != Position::Inside);
                cells.push(plain(
                    match (limits.inner_position, limits.outer_position) {
                        (_, Position::Above) => words::far_above(lang),
                        (_, Position::Below) => words::far_below(lang),
                        (Position::Above, _) => words::above(lang),
                        (Position::Below, _) => words::below(lang),
                        _ => words::inside(lang),
                    },
                ));
            }
        }
        lines.push(Line { head, cells });
    }
    let [target, _] = desk.row(&question, of_answer, &found.target);
    let size = found.target.denominator;
    let size = size.map_or(String::new(), |size| number::integer(size, lang));
    let mut cells: Vec<Cell> = vec![target, plain(&size)];
    cells.extend((0..3).map(|_| plain("")));
    lines.push(Line {
        head: words::target(lang).to_owned(),
        cells,
    });
    desk.say(words::outside(lang, outside, far, found.rows.len()));
    desk.say(methods::funnel_by_chance(
        lang,
        found.rows.len(),
        found.outside_by_chance,
    ));
    let origin = terms::dimension(lang, "origin");
    let name = caption(&question, lang);
    let columns = [
        origin.as_str(),
        name,
        words::size(lang),
        words::limits(lang),
        words::outer_limits(lang),
        words::position(lang),
    ];
    desk.table(name, &columns, lines);
    desk.note(methods::funnel_do_not_rank(lang));
    desk.remarks(&found.notes);
    desk.assume(methods::complete_register(lang));
    Ok(())
}
