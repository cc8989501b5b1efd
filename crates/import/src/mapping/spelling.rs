//! Values that are one and spelt in several ways, as `2002` and `2002*`: told, and never a reason to add a
//! cell to itself.

use std::cmp::Ordering;

use crate::formats::long::Dictionary;
use crate::formats::{ForeignDimension, ForeignTable};
use data::Cell;
use data::problem::{Obstacle, Problem, ProblemKind, Problems};
use kernels::stable_sort as order;

use super::aggregate::{DROPPED, standard};
use super::plan::TablePlan;
use super::{roles, time};

/// For each category the number of the value that it is; `None` when each is a value of its own.
fn values(dimension: &ForeignDimension, column: &str) -> Option<Vec<u32>> {
    let proposed;
    let column = match column {
        "" => {
            proposed = roles::dimension(dimension);
            &proposed
        }
        column => column,
    };
    let mut known = Dictionary::default();
    let each = dimension.codes.iter().enumerate();
    let values = each.map(|(place, code)| match time::moment(code) {
        // Quarters of a year are parts of it and no spellings.
        Some(moment) if column == "year" => {
            let time::Moment { year, part, parts } = moment;
            known.code(&format!("{year}-{part}-{parts}"))
        }
        _ => known.code(&standard(column, dimension, place).0),
    });
    let values: Vec<u32> = values.collect();
    (known.texts.len() < values.len()).then_some(values)
}

/// The values of a dimension that are spelt in several ways by categories that count, each with its
/// spellings.
pub(super) fn several(
    dimension: &ForeignDimension,
    column: &str,
    counts: impl Fn(usize) -> bool,
) -> Vec<String> {
    let Some(values) = values(dimension, column) else {
        return Vec::new();
    };
    let mut spellings = vec![Vec::new(); values.len()];
    let shared = shared(dimension);
    for (place, value) in values
        .iter()
        .enumerate()
        .filter(|(place, _)| counts(*place))
    {
        spellings[*value as usize].push(shown(dimension, &shared, place));
    }
    let several = spellings.into_iter().filter(|list| list.len() > 1);
    several.map(|list| list.join(" / ")).collect()
}

/// Of rows that are the same cell in several spellings leaves the one that gives a number. Where several
/// do, only the visitor can say which one holds.
pub(super) fn leave_one_of_each(
    table: &ForeignTable,
    plan: &TablePlan,
    keys: &mut [u64],
) -> Result<(), Vec<Problem>> {
    let planned = table.dimensions.iter().zip(&plan.dimensions);
    let values: Vec<Option<Vec<u32>>> = planned
        .map(|(dimension, plan)| values(dimension, &plan.column))
        .collect();
    if values.iter().all(Option::is_none) {
        return Ok(());
    }
    let value = |at: usize, row: usize| {
        let code = table.dimensions[at].rows[row];
        let values = values[at].as_ref();
        values.map_or(code, |values| values[code as usize])
    };
    // Only rows with a value that has several spellings can meet another one.
    let has_several: Vec<Option<Vec<bool>>> = values
        .iter()
        .map(|values| {
            let values = values.as_ref()?;
            let mut times = vec![0_u32; values.len()];
            for value in values {
                times[*value as usize] += 1;
            }
            Some(
                values
                    .iter()
                    .map(|value| times[*value as usize] > 1)
                    .collect(),
            )
        })
        .collect();
    let can_meet = |row: &usize| {
        let mut dimensions = table.dimensions.iter().zip(&has_several);
        dimensions.any(|(dimension, several)| {
            let code = dimension.rows[*row] as usize;
            several.as_ref().is_some_and(|several| several[code])
        })
    };
    let rows: Vec<usize> = (0..table.rows)
        .filter(|row| keys[*row] != DROPPED)
        .filter(can_meet)
        .collect();
    let compare = |one: usize, two: usize| {
        let mut dimensions = 0..table.dimensions.len();
        let differs = dimensions.find_map(|at| {
            let order = value(at, rows[one]).cmp(&value(at, rows[two]));
            (order != Ordering::Equal).then_some(order)
        });
        differs.unwrap_or(Ordering::Equal)
    };
    let measures: Vec<usize> = (0..plan.measures.len())
        .filter(|at| !plan.measures[*at].column.is_empty())
        .collect();
    let gives = |row: usize| {
        let mut cells = measures.iter().map(|at| table.measures[*at].cells.get(row));
        cells.any(|cell| cell != Cell::Missing)
    };
    let mut problems = Problems::new(&table.name);
    let shared: Vec<Vec<bool>> = table.dimensions.iter().map(shared).collect();
    let order = order::places(rows.len(), &compare);
    for same in order.chunk_by(|one, two| compare(*one, *two) == Ordering::Equal) {
        let mut giving = same.iter().map(|at| rows[*at]).filter(|row| gives(*row));
        let first = giving.next().unwrap_or(rows[same[0]]);
        // What is the same number as well is the same cell once more.
        let is_other = |row: &usize| {
            let mut measures = measures.iter().map(|at| &table.measures[*at].cells);
            measures.any(|cells| cells.get(first) != cells.get(*row))
        };
        for row in giving.filter(is_other) {
            tell(table, &measures, &shared, (first, row), &mut problems);
        }
        for at in same.iter().filter(|at| rows[**at] != first) {
            keys[rows[*at]] = DROPPED;
        }
    }
    match problems.is_empty() {
        true => Ok(()),
        false => Err(problems.into_list()),
    }
}

fn tell(
    table: &ForeignTable,
    measures: &[usize],
    shared: &[Vec<bool>],
    (first, row): (usize, usize),
    problems: &mut Problems,
) {
    let cell = |row: usize| {
        let values = table.dimensions.iter().zip(shared);
        let values = values
            .map(|(dimension, shared)| shown(dimension, shared, dimension.rows[row] as usize));
        values.collect::<Vec<String>>().join(", ")
    };
    let found = [cell(first), cell(row)].join(" / ");
    let line = |row: usize| {
        let mut measures = measures.iter();
        measures.find_map(|at| table.lines.of_cell(row, *at))
    };
    match (line(first), line(row)) {
        (Some(first_line), Some(line)) => {
            problems.line(line, ProblemKind::DuplicateKey { first_line }, found);
        }
        _ => problems.file(ProblemKind::Obstacle(Obstacle::SpeltTwice), found),
    }
}

/// Whether the label of each category is one that others have as well.
fn shared(dimension: &ForeignDimension) -> Vec<bool> {
    let mut known = Dictionary::default();
    let labels: Vec<u32> = dimension
        .labels
        .iter()
        .map(|label| known.code(label))
        .collect();
    let mut times = vec![0_u32; labels.len()];
    for label in &labels {
        times[*label as usize] += 1;
    }
    labels
        .iter()
        .map(|label| times[*label as usize] > 1)
        .collect()
}

/// A category as it is told apart from others with the same label.
fn shown(dimension: &ForeignDimension, shared: &[bool], place: usize) -> String {
    match shared[place] {
        true => dimension.codes[place].clone(),
        false => dimension.labels[place].clone(),
    }
}
