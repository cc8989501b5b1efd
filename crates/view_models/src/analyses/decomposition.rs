//! The gap between two groups' rates, as steps that add up.

use ::explain::{merged_ages, of_decomposition, reason};
use figures::build::PanelNumbers;
use figures::sheet::{Axis, Kind, Panel};
use figures::theme::Hue;
use measures::analysis::decomposition::{Cause, Request, decimals, decomposition};
use measures::analysis::{Ages, Failure, Scope};
use measures::{Measure, Question, Status};
use text::naming::Naming;
use text::notes::caveats;
use text::{Lang, analyses as words, enumerate, explain, methods, number};

use super::builder::AnalysisBuilder;
use super::page::{Cell, Line};
use super::picture::{Dotted, Spot, with_rows};
use super::standardised::choose_over;

/// One bar of the waterfall: a rate from zero, or a step from where the one before ended.
struct Stage {
    label: String,
    text: String,
    from: f64,
    to: f64,
    hue: Hue,
}

pub(super) fn fill(desk: &mut AnalysisBuilder) -> Result<(), Failure> {
    let lang = desk.lang;
    let first = desk.choose_group(
        "group",
        &desk.group_word(),
        None,
        "nb_two_immigrant_parents",
    );
    // Another group than the first, whatever the data have.
    let rates = Question::new(Measure::Rate, [desk.of.as_str()]);
    let other = desk.usual_reference(&rates, &first);
    let second = desk.choose_group("reference", words::reference(lang), None, &other);
    let over = choose_over(desk, words::split_by(lang));
    let [one, two] = [&first, &second].map(|code| desk.group_place(code));
    desk.page.question = words::asks_decomposition(lang, &one, &two);
    taken_apart(desk, (first, second), over, (words::gap, words::no_gap))
}

/// How the size of a gap is said, and that there is none.
pub(super) type Gap = (
    fn(Lang, &str, [&str; 2], &str, bool) -> String,
    fn(Lang, &str, [&str; 2]) -> String,
);

/// The difference of two of what the desk compares, in steps; `gap` says how large it is.
pub(super) fn taken_apart(
    desk: &mut AnalysisBuilder,
    (first, second): (String, String),
    over: Vec<String>,
    (gap_of, no_gap): Gap,
) -> Result<(), Failure> {
    let (lang, dataset) = (desk.lang, desk.dataset);
    // Of two years the words say "in" themselves.
    let is_change = desk.of == "year";
    let [one, two] = [&first, &second].map(|code| match is_change {
        true => desk.group_label(code),
        false => desk.group_place(code),
    });
    let by = desk.groups();
    let (first, second) = (vec![first], vec![second]);
    let ages = if over.len() > 1 {
        Ages::MergedAsNeeded
    } else {
        Ages::Single
    };
    let found = decomposition(
        dataset,
        &Request {
            by: by.clone(),
            first: first.clone(),
            second: second.clone(),
            over,
            ages,
            scope: Scope::default(),
        },
    )?;
    let steps = match &found.steps {
        Ok(steps) => steps,
        Err(status) => {
            desk.say(text::claims::sentence(reason(*status, lang)));
            return Ok(());
        }
    };
    let explained = of_decomposition(dataset, &found, &by, &first, &second, lang);
    let id = desk.keep(explained);
    // As many digits as the arithmetic shows the gap with.
    let least = number::decimals_of_points(steps.gap * 100.0);
    let decimals = decimals(steps.rate1, steps.rate2, least);
    let unit = libm::pow(10.0, -(decimals as f64)) / 100.0;
    let printed = steps.printed(unit);
    let per_cent = |units: i64| number::decimal(units as f64 * unit * 100.0, decimals, lang);
    let [rate1, rate2] = match &printed {
        Some(printed) => [per_cent(printed.rate1), per_cent(printed.rate2)],
        None => {
            [steps.rate1, steps.rate2].map(|rate| number::decimal(rate * 100.0, decimals, lang))
        }
    };
    let cell = |text: String, value: f64| Cell {
        text,
        value: Some(value),
        explain: id.clone(),
        ..Cell::default()
    };
    let rates = [(&second, &found.second), (&first, &found.first)].map(|(key, parts)| {
        let of_answer = (found.table.as_str(), by.as_slice(), found.notes.as_slice());
        desk.crude(of_answer, key, sum(parts))
    });
    for (rate, text) in rates.iter().zip([&rate2, &rate1]) {
        desk.beside(&rate[0], text);
    }
    let rate = |[of, _]: &[Cell; 2], text: &str| Cell {
        text: text.to_owned(),
        ..of.clone()
    };
    let mut lines = vec![Line {
        head: desk.group_label(&second[0]),
        cells: vec![rate(&rates[0], &rate2)],
    }];
    let whole = |label: String, text: String, to: f64| Stage {
        label,
        text,
        from: 0.0,
        to,
        hue: Hue::Majority,
    };
    let mut bars = vec![whole(desk.group_label(&second[0]), rate2, steps.rate2)];
    let mut effects: Vec<String> = Vec::new();
    for (place, step) in steps.steps.iter().enumerate() {
        let units = printed
            .as_ref()
            .and_then(|printed| printed.effects.get(place));
        let text = units.map_or_else(
            || number::decimal(step.effect * 100.0, decimals, lang),
            |units| per_cent(*units),
        );
        let text = if text.starts_with(number::MINUS) || number::is_nothing(&text) {
            text
        } else {
            format!("+{text}")
        };
        let head = match &step.cause {
            Cause::Composition(dimension) => {
                let dimension = desk.dataset.dimension_within(lang, dimension);
                text::case::capital_first(&explain::composition_by(lang, &dimension))
            }
            Cause::Rates if is_change => words::changed_rates(lang).to_owned(),
            Cause::Rates => words::rates_effect(lang).to_owned(),
        };
        effects.push(text.clone());
        bars.push(Stage {
            label: head.clone(),
            text: text.clone(),
            from: step.from,
            to: step.to,
            hue: if step.effect < 0.0 {
                Hue::Less
            } else {
                Hue::More
            },
        });
        lines.push(Line {
            head,
            cells: vec![cell(text, step.effect)],
        });
    }
    bars.push(whole(
        desk.group_label(&first[0]),
        rate1.clone(),
        steps.rate1,
    ));
    lines.push(Line {
        head: desk.group_label(&first[0]),
        cells: vec![rate(&rates[1], &rate1)],
    });
    let gap = printed.as_ref().map_or_else(
        || number::decimal(libm::fabs(steps.gap) * 100.0, decimals, lang),
        |printed| per_cent((printed.rate1 - printed.rate2).abs()),
    );
    let lead = |text: &str| AnalysisBuilder::leading(&cell(text.to_owned(), 0.0));
    let is_told = !number::is_nothing(&gap);
    let gap = explain::points(lang, &lead(&gap));
    let pooled = by.iter().chain(&found.over).map(String::as_str);
    desk.pool(&Question::new(Measure::Rate, pooled), &found.table);
    let when = desk.when.clone();
    let are_nothing = effects.len() == 2 && number::is_nothing(&effects[0]);
    let effects: Vec<String> = effects.iter().map(|effect| lead(effect)).collect();
    desk.say(match is_told {
        true => gap_of(lang, &when, [&one, &two], &gap, steps.gap >= 0.0),
        false => no_gap(lang, &when, [&one, &two]),
    });
    if let Some((rates, compositions)) = effects.split_last() {
        let over: Vec<String> = found
            .over
            .iter()
            .map(|dimension| desk.dataset.dimension_within(lang, dimension))
            .collect();
        let compositions = enumerate(lang, compositions);
        let rates = explain::points(lang, rates);
        let is_alone = are_nothing && is_told;
        let compositions = match is_alone {
            true => compositions,
            false => explain::points(lang, &compositions),
        };
        let say = match (is_alone, is_change) {
            (true, false) => words::of_rates_alone,
            (true, true) => words::of_changed_rates_alone,
            (false, false) => words::of_the_gap,
            (false, true) => words::of_the_change,
        };
        desk.say(say(lang, &enumerate(lang, &over), &compositions, &rates));
    }
    desk.table(
        words::decomposition(lang),
        &[words::part(lang), words::amount(lang)],
        lines,
    );
    let mut heads: Vec<String> = bars.iter().map(|bar| bar.label.clone()).collect();
    let ends = [(0, &second), (bars.len() - 1, &first)];
    for (place, key) in ends {
        heads[place] = desk.short_name(&by, key);
    }
    let drawn = waterfall(&bars, &heads, &lines_of(desk));
    let adds_up = words::adds_up(lang).to_owned();
    let not_cause = methods::decomposition_not_cause(lang).to_owned();
    desk.draw(
        &desk.measured("rate"),
        vec![drawn],
        vec![adds_up, not_cause],
    );
    desk.note(words::adds_up(lang));
    desk.note(methods::decomposition_not_cause(lang));
    let opposite = |sign: f64| steps.steps.iter().any(|step| step.effect * sign > 0.0);
    if opposite(1.0) && opposite(-1.0) {
        desk.note(methods::opposite_effects(lang));
    }
    for merged in merged_ages(&found, lang) {
        desk.note(&merged);
    }
    if found.over.iter().any(|over| over == "education") {
        desk.note_of_report(caveats::education(lang));
    }
    desk.remarks(&found.notes);
    Ok(())
}

/// The numbers of the table that has just been made.
fn lines_of(desk: &AnalysisBuilder) -> Vec<Cell> {
    let lines = desk
        .page
        .tables
        .last()
        .into_iter()
        .flat_map(|table| &table.rows);
    lines
        .filter_map(|line| line.cells.first().cloned())
        .collect()
}

/// The two rates as wholes, and the steps between them.
fn waterfall(bars: &[Stage], heads: &[String], cells: &[Cell]) -> (Panel, PanelNumbers) {
    let spots = bars.iter().zip(cells).map(|(bar, cell)| Spot {
        value: cell.value,
        explain: cell.explain.clone(),
        text: bar.text.clone(),
        hue: Some(bar.hue),
        ..Spot::default()
    });
    let row = Dotted {
        key: "steps",
        label: "",
        hue: Hue::Majority,
        spots: spots.collect(),
    };
    let panel = Panel {
        kind: Kind::Waterfall,
        x: Axis {
            categories: Some(heads.to_vec()),
            ..Axis::default()
        },
        ..Panel::default()
    };
    let (mut panel, numbers) = with_rows(panel, "", heads, vec![row]);
    for (point, bar) in panel.series[0].points.iter_mut().zip(bars) {
        point.span = Some((bar.from, bar.to));
    }
    (panel, numbers)
}

/// All strata of a group together.
fn sum(parts: &[Result<(f64, f64), Status>]) -> Result<(f64, f64), Status> {
    parts
        .iter()
        .try_fold((0.0, 0.0), |(events, exposure), part| {
            let (x, t) = (*part)?;
            Ok((events + x, exposure + t))
        })
}
