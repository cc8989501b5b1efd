//! Every group against a reference group.

use crate::measures::analysis::Failure;
use crate::measures::analysis::comparison::{DifferenceMethod, RatioMethod, Request, comparison};
use crate::measures::explain::{of_difference, of_heterogeneity, of_ratio};
use crate::measures::{Measure, Question};
use crate::text::{Lang, analyses as words, methods, terms};

use super::desk::{Desk, Named, Stretch, named, plain};
use super::page::Line;

/// Offers a rate or a share of a group; gives the question and how a sentence about it begins.
pub(super) fn choose_measure(desk: &mut Desk, by: &str) -> (Question, &'static str) {
    let lang = desk.lang;
    let choices = [
        ("rate", words::rate(lang)),
        ("return_share", words::return_share(lang)),
        ("origin_share", words::origin_share(lang)),
    ]
    .map(|(name, label)| (name.to_owned(), label.to_owned()));
    let measure = desk.choose("measure", words::measure(lang), choices.to_vec(), "rate");
    match measure.as_str() {
        "return_share" => (
            Question::new(Measure::ReturnShare, [by]),
            words::the_return_share(lang),
        ),
        "origin_share" => {
            let of = "destination_kind".to_owned();
            let question = Question::new(Measure::Share { of }, [by]);
            (
                question.filtered("destination_kind", ["origin"]),
                words::the_origin_share(lang),
            )
        }
        _ => (Question::new(Measure::Rate, [by]), words::the_rate(lang)),
    }
}

/// The name of a measure in a caption.
pub(super) fn caption(question: &Question, lang: Lang) -> &'static str {
    match question.measure {
        Measure::Rate => words::rate(lang),
        Measure::ReturnShare => words::return_share(lang),
        _ => words::origin_share(lang),
    }
}

pub(super) fn fill(desk: &mut Desk) -> Result<(), Failure> {
    let (lang, level, dataset) = (desk.lang, desk.level, desk.dataset);
    let (question, what) = choose_measure(desk, "group");
    let reference = desk.choose_group("reference", words::reference(lang), None, "majority");
    let reference_name = words::quoted(lang, &desk.label("group", &reference));
    desk.page.question = words::asks_comparison(lang, &reference_name);
    let request = Request::new(question.clone(), vec![reference], level);
    let found = comparison(dataset, &request)?;

    let is_rate = question.measure == Measure::Rate;
    let mut lines = Vec::new();
    let mut values: Vec<Named> = Vec::new();
    let mut forest = Vec::new();
    let (mut compared, mut differ) = (0, 0);
    for row in &found.rows {
        let head = desk.name(&found.by, &row.row.key);
        let of_answer = (
            found.table.as_str(),
            found.by.as_slice(),
            found.notes.as_slice(),
        );
        let mut cells = desk.row(&question, of_answer, &row.row).to_vec();
        values.extend(cells.first().and_then(|cell| named(&head, cell)));
        if row.is_reference {
            let empty = if is_rate { 4 } else { 2 };
            cells.extend((0..empty).map(|_| plain("")));
            cells.push(plain(words::is_reference(lang)));
            lines.push(Line { head, cells });
            continue;
        }
        if is_rate {
            let method = RatioMethod::Exact;
            cells.extend(desk.numbers(of_ratio(dataset, &found, row, method, level, lang)));
        }
        let method = DifferenceMethod::Score;
        let difference = of_difference(dataset, &question, &found, row, method, level, lang);
        let difference = desk.numbers(difference);
        if let Some(estimate) = row.difference
            && let (Some(at), Some(interval)) = (estimate.value, estimate.interval)
        {
            compared += 1;
            differ += usize::from(interval.lower > 0.0 || interval.upper < 0.0);
            forest.push(Stretch {
                label: head.clone(),
                text: difference[0].text.clone(),
                from: interval.lower,
                to: interval.upper,
                at: Some(at),
                kind: "interval",
            });
        }
        cells.extend(difference);
        cells.push(plain(if row.overlaps_but_differs {
            words::overlap_mark(lang)
        } else {
            ""
        }));
        lines.push(Line { head, cells });
    }
    desk.answer_extremes(what, &values);
    if compared > 0 {
        desk.say(words::so_many_differ(
            lang,
            differ,
            compared,
            &reference_name,
        ));
    }
    let stub = terms::dimension(lang, "group");
    let name = caption(&question, lang);
    let interval = words::interval(lang);
    let mut columns = vec![stub.as_str(), name, interval];
    if is_rate {
        columns.extend([words::ratio(lang), interval]);
    }
    columns.extend([words::difference(lang), interval, words::remark(lang)]);
    let title = format!("{name}, {}", desk.level_text());
    desk.table(&title, &columns, lines);
    desk.bars(0.0, forest);

    let [test, _] = desk.numbers(of_heterogeneity(dataset, &question, &found, lang));
    let line = Line {
        head: words::test(lang).to_owned(),
        cells: vec![test],
    };
    let heading = words::heterogeneity(lang);
    desk.table(heading, &["", "G²"], vec![line]);
    desk.note(words::overlap(lang));
    desk.note(methods::size_not_p(lang));
    desk.remarks(&found.notes);
    desk.assume(methods::complete_register(lang));
    if is_rate {
        desk.assume(methods::independence(lang));
    }
    Ok(())
}
