//! All destinations of a group with intervals that hold at once.

use crate::measures::analysis::Failure;
use crate::measures::analysis::distribution::distribution;
use crate::measures::explain::of_joint_share;
use crate::measures::{Measure, Question};
use crate::text::{analyses as words, methods, notes::caveats, number, terms};

use super::desk::{Desk, Stretch, plain};
use super::page::Line;

pub(super) fn fill(desk: &mut Desk) -> Result<(), Failure> {
    let (lang, level, dataset) = (desk.lang, desk.level, desk.dataset);
    let default = "nb_two_immigrant_parents";
    let code = desk.choose_group("group", words::group(lang), None, default);
    let group = words::quoted(lang, &desk.label("group", &code));
    desk.page.question = words::asks_destinations(lang, &group);
    let of = "destination".to_owned();
    let question = Question::new(Measure::Share { of }, ["destination"]).filtered("group", [code]);
    let found = distribution(dataset, &question, level)?;
    let mut lines = Vec::new();
    let mut bars: Vec<Stretch> = Vec::new();
    for shares in &found.groups {
        for (place, row) in shares.rows.iter().enumerate() {
            let head = desk.name(&found.by, &row.key);
            let [share, interval] =
                desk.numbers(of_joint_share(dataset, &found, shares, place, level, lang));
            let count = row.numerator;
            let count = count.map_or(String::new(), |count| number::integer(count, lang));
            if let (Some(at), Ok(intervals)) = (row.value, &shares.intervals)
                && let Some(limits) = intervals.get(place)
            {
                bars.push(Stretch {
                    label: head.clone(),
                    text: share.text.clone(),
                    from: limits.lower,
                    to: limits.upper,
                    at: Some(at),
                    kind: "interval",
                });
            }
            lines.push(Line {
                head,
                cells: vec![plain(&count), share, interval],
            });
        }
    }
    let by_share = |a: &&Stretch, b: &&Stretch| a.at.unwrap_or(0.0).total_cmp(&b.at.unwrap_or(0.0));
    if let Some(most) = bars.iter().max_by(by_share) {
        let said = words::most_to(lang, &words::quoted(lang, &most.label), &most.text);
        desk.say(said);
    }
    let destination = terms::dimension(lang, "destination");
    let columns = [
        destination.as_str(),
        words::emigrations(lang),
        words::share(lang),
        words::joint_interval(lang),
    ];
    let title = format!("{}, {}", words::destinations(lang), desk.level_text());
    desk.table(&title, &columns, lines);
    desk.bars(0.0, bars);
    desk.note(methods::joint_intervals(lang));
    desk.note(caveats::unknown(lang));
    desk.remarks(&found.notes);
    desk.assume(methods::complete_register(lang));
    Ok(())
}
