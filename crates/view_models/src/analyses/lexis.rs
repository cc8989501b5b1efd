//! Rates by age and year at once, or set against those of another group.

use explain::{Number, of_number, reason};
use figures::build::PanelNumbers;
use figures::sheet::{Axis, Kind, Panel, Ramp, TickFormat};
use measures::analysis::lexis::{LexisTable, Panel as Square, Request, lexis};
use measures::analysis::{Failure, Scope};
use measures::{Measure, Note, Question, Row, Status};
use text::kinds::{self as kinds, filled};
use text::naming::Naming;
use text::{analyses as words, number};

use super::builder::{AnalysisBuilder, plain};
use super::page::{Cell, Line};
use super::picture::{Dotted, Spot, with_rows};
use figures::theme::Hue;

pub(super) fn fill(desk: &mut AnalysisBuilder) -> Result<(), Failure> {
    let (lang, dataset) = (desk.lang, desk.dataset);
    let group = desk.choose_group(
        "group",
        &desk.group_word(),
        None,
        "nb_two_immigrant_parents",
    );
    let none = ("none", kinds::compared_with_nothing(lang));
    let reference = desk.choose_group("reference", words::reference(lang), Some(none), "none");
    let with_reference = reference != "none" && reference != group;
    desk.choose_method(&Question::new(Measure::Rate, [desk.of.as_str()]));
    desk.page.question = match with_reference {
        true => {
            let name = desk.group_place(&reference);
            filled(kinds::asks_lexis_ratio(lang), &[("reference", &name)])
        }
        false => kinds::asks_lexis(lang).to_owned(),
    };
    let codes = match with_reference {
        true => vec![group.clone(), reference.clone()],
        false => vec![group.clone()],
    };
    let found = lexis(
        dataset,
        &Request {
            by: desk.groups(),
            scope: Scope::default().filtered(&desk.of, codes),
        },
    )?;
    let of = |code: &str| {
        let mut panels = found.panels.iter();
        panels.find(|panel| panel.key.first().is_some_and(|key| key == code))
    };
    let Some(square) = of(&group) else {
        return Err(Failure::NoSuchGroup(vec![group]));
    };
    let other = if with_reference { of(&reference) } else { None };
    let spots = spots(desk, square, other);
    let against = with_reference.then_some(reference.as_str());
    extremes(desk, &found, &spots, (&group, against));
    margins(desk, &found, square);
    let (panel, mut numbers) = picture(desk, &found, spots, with_reference);
    let by = [desk.of.as_str(), "age", "year"];
    numbers.question = Some(Question::new(Measure::Rate, by));
    numbers.method = desk.own.unwrap_or_default();
    numbers.against = with_reference.then(|| (desk.of.clone(), reference.clone()));
    cells(desk, &found, &numbers, with_reference);
    let subtitle = match other {
        Some(_) => format!(
            "{}: {}",
            kinds::ratio_by_year(lang),
            desk.group_label(&group)
        ),
        None => format!("{}: {}", kinds::age_by_year(lang), desk.group_label(&group)),
    };
    desk.years.clone_from(&found.years);
    desk.remarks(&found.notes);
    // The fields on few events have a corner in the figure.
    let mut remarks = desk.page.notes.clone();
    remarks.extend(found.notes.iter().find_map(|note| match note {
        Note::SmallNumbers { rows } => Some(text::notes::small_numbers(lang, *rows, true)),
        _ => None,
    }));
    desk.draw(&subtitle, vec![(panel, numbers)], remarks);
    Ok(())
}

/// The fields, a row an age, a column a year.
fn spots(desk: &AnalysisBuilder, square: &Square, other: Option<&Square>) -> Vec<Vec<Spot>> {
    let lang = desk.lang;
    let absent = |status: Status| Spot {
        absent: Some(reason(status, lang).to_owned()),
        ..Spot::default()
    };
    let one = |age: usize, year: usize, row: &Row| -> Spot {
        let Some(value) = row.value else {
            return absent(row.status);
        };
        let Some(other) = other else {
            return Spot {
                value: Some(value),
                text: number::percent(value, if value < 0.095 { 1 } else { 0 }, lang),
                row: Some(row.clone()),
                ..Spot::default()
            };
        };
        let against = other.cells.get(age).and_then(|cells| cells.get(year));
        match against.and_then(|row| row.value) {
            Some(base) if base > 0.0 => Spot {
                value: Some(value / base),
                text: number::decimal(value / base, 1, lang),
                row: Some(row.clone()),
                ..Spot::default()
            },
            Some(_) => absent(Status::ZeroDenominator),
            None => absent(against.map_or(Status::NotInTable, |row| row.status)),
        }
    };
    square
        .cells
        .iter()
        .enumerate()
        .map(|(age, cells)| {
            let cells = cells.iter().enumerate();
            cells.map(|(year, row)| one(age, year, row)).collect()
        })
        .collect()
}

/// Where it is highest, and lowest where no field is left out; those on few events are.
fn extremes(
    desk: &mut AnalysisBuilder,
    found: &LexisTable,
    spots: &[Vec<Spot>],
    (group, against): (&str, Option<&str>),
) {
    let (lang, level, dataset) = (desk.lang, desk.level, desk.dataset);
    let question = Question::new(Measure::Rate, [desk.of.as_str(), "age", "year"]);
    let number = |row: &Row| match against {
        Some(group) => {
            let mut other = row.key.clone();
            other[0] = group.to_owned();
            Number::times(&question, &row.key, &other)
        }
        None => Number::value(&question, &row.key),
    };
    let certain = || {
        spots.iter().enumerate().flat_map(|(age, row)| {
            row.iter().enumerate().filter_map(move |(year, spot)| {
                let is_small = spot.row.as_ref().is_some_and(Row::is_small);
                Some((age, year, spot.value.filter(|_| !is_small)?, spot))
            })
        })
    };
    let most = certain().max_by(|one, two| one.2.total_cmp(&two.2));
    let least = certain().min_by(|one, two| one.2.total_cmp(&two.2));
    let mut shown = spots.iter().flatten().filter(|spot| spot.value.is_some());
    let is_left_out = shown.any(|spot| spot.row.as_ref().is_some_and(Row::is_small));
    if let (Some(most), Some(least)) = (most, least) {
        let [high, low] = [most, least].map(|(age, year, _, spot)| {
            let told = match &spot.row {
                Some(row) => of_number(dataset, &number(row), level, lang),
                None => Err(Status::NotInTable),
            };
            let text = desk.lead(&spot.text, told);
            kinds::field(lang, &found.ages[age], &found.years[year], &text)
        });
        let at = desk.group_place(group);
        let other = against.map(|other| desk.group_place(other));
        // Low rates have few events: the lowest of those that are left is none of the lowest.
        desk.say(match (&other, is_left_out) {
            (Some(other), true) => kinds::highest_ratio(lang, &at, other, &high),
            (None, true) => kinds::highest_field(lang, &at, &high),
            (Some(other), false) => kinds::ratio_fields(lang, &at, other, &high, &low),
            (None, false) => kinds::fields(lang, &at, &high, &low),
        });
    }
    if most.is_none() {
        desk.say(words::cannot(lang).to_owned());
    } else if is_left_out {
        desk.say(kinds::few_left_out(lang).to_owned());
    }
}

/// The rates of each age over all years and of each year over all ages, with their arithmetic.
fn margins(desk: &mut AnalysisBuilder, found: &LexisTable, square: &Square) {
    let lang = desk.lang;
    for (dimension, codes, rows) in [
        ("age", &found.ages, &square.by_age),
        ("year", &found.years, &square.by_year),
    ] {
        let question = Question::new(Measure::Rate, [desk.of.as_str(), dimension]);
        let by = vec![desk.of.clone(), dimension.to_owned()];
        let mut lines = Vec::new();
        for (code, row) in codes.iter().zip(rows) {
            let of_answer = (found.table.as_str(), by.as_slice(), found.notes.as_slice());
            let cells = desk.row(&question, of_answer, row).to_vec();
            lines.push(Line {
                head: code.clone(),
                cells,
            });
        }
        let stub = desk.dataset.dimension_name(lang, dimension);
        let title = desk.with_interval(words::rate(lang));
        let columns = [stub.as_str(), words::rate(lang), words::interval(lang)];
        desk.table(&title, &columns, lines);
    }
}

/// Every field as a table.
fn cells(
    desk: &mut AnalysisBuilder,
    found: &LexisTable,
    numbers: &PanelNumbers,
    with_reference: bool,
) {
    let lang = desk.lang;
    let stub = desk.dataset.dimension_name(lang, "age");
    let mut columns = vec![stub.as_str()];
    columns.extend(found.years.iter().map(String::as_str));
    // The figure has the ages from the top down, and the years along its table.
    let cell = |age: usize, year: usize| {
        let series = found.ages.len() - 1 - age;
        let shown = &numbers.table.rows[year].cells[series];
        match shown.value {
            None => plain(&shown.text),
            Some(_) => Cell {
                text: shown.text.clone(),
                value: shown.value,
                explain: None,
                number: numbers.number(series, year),
                ..Cell::default()
            },
        }
    };
    let lines = found.ages.iter().enumerate().map(|(age, name)| Line {
        head: name.clone(),
        cells: (0..found.years.len()).map(|year| cell(age, year)).collect(),
    });
    let title = match with_reference {
        true => kinds::ratio_by_year(lang),
        false => kinds::age_by_year(lang),
    };
    desk.table(title, &columns, lines.collect());
}

fn picture(
    desk: &AnalysisBuilder,
    found: &LexisTable,
    spots: Vec<Vec<Spot>>,
    with_reference: bool,
) -> (Panel, PanelNumbers) {
    let lang = desk.lang;
    let panel = Panel {
        kind: Kind::Heat,
        x: Axis {
            categories: Some(found.years.clone()),
            ..Axis::default()
        },
        y: Axis {
            format: match with_reference {
                true => TickFormat::Number,
                false => TickFormat::Percent,
            },
            from_zero: true,
            ..Axis::default()
        },
        ramp: match with_reference {
            true => Ramp::Ratio,
            false => Ramp::Sequential,
        },
        ..Panel::default()
    };
    // Ages rise upwards, as in every diagram of ages and years.
    let rows = found
        .ages
        .iter()
        .zip(spots)
        .rev()
        .map(|(age, spots)| Dotted {
            key: age,
            label: age,
            hue: Hue::Neutral,
            spots,
        });
    let stub = desk.dataset.dimension_name(lang, "year");
    with_rows(panel, &stub, &found.years, rows.collect())
}
