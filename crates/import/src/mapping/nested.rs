//! The numbers of a dimension of a foreign table as lines, for what tells that some hold others.

use crate::formats::{ForeignMeasure, ForeignTable};
use data::Cell;
use data::nested::{LOOKED_AT, Lines, step};
use vocabulary::kinds;

use super::{roles, rows};

/// So many rows are enough.
const ROWS: usize = 200_000;

/// Whether a measure counts people, so that the numbers of parts are those of the whole.
pub(super) fn counts(table: &ForeignTable, measure: &ForeignMeasure) -> bool {
    let unit = measure.unit.as_deref().unwrap_or_default();
    kinds::counts_people(unit) && roles::counted(table, measure) != Some(kinds::Kind::Share)
}

/// The cells of a measure.
pub(super) fn numbers(measure: &ForeignMeasure) -> impl Iterator<Item = Cell> {
    (0..measure.cells.len()).map(|row| measure.cells.get(row))
}

/// Whether people are the same beside each value of a dimension: those of the whole, once more beside each.
pub fn are_repeated(table: &ForeignTable, place: usize, measure: usize) -> bool {
    let dimension = &table.dimensions[place];
    let parts: Vec<bool> = dimension.totals.iter().map(|total| !total).collect();
    let of_moves = [&dimension.name, &dimension.label]
        .into_iter()
        .any(|name| kinds::divides_moves(name));
    let lines = lines_of(table, place, &|other| {
        std::ptr::eq(other, &table.measures[measure])
    });
    !dimension.is_time && data::nested::are_repeated(&lines, &parts, of_moves)
}

/// The numbers of some of the rows, where these are many.
pub fn lines(table: &ForeignTable, place: usize) -> Lines {
    lines_of(table, place, &|measure| counts(table, measure))
}

fn lines_of(
    table: &ForeignTable,
    place: usize,
    is_counted: &dyn Fn(&ForeignMeasure) -> bool,
) -> Lines {
    let dimension = &table.dimensions[place];
    let mut lines = Lines::new(dimension.codes.len());
    let (keys, are_exact) = rows::keys_beside(table, place);
    if !are_exact {
        return lines;
    }
    let ordered = rows::in_order(&keys, ROWS);
    let groups: Vec<&[usize]> = ordered
        .chunk_by(|one, two| keys[*one] == keys[*two])
        .filter(|rows| rows.len() > 1)
        .collect();
    let apart = groups.len() / LOOKED_AT + 1;
    let time = table.dimensions.iter().find(|other| other.is_time);
    let time = time.filter(|_| !dimension.is_time);
    for measure in table.measures.iter().filter(|measure| is_counted(measure)) {
        let step = step(numbers(measure), roles::scale(table, measure));
        for rows in groups.iter().step_by(apart) {
            let year = time.and_then(|time| {
                let code = &time.codes[time.rows[rows[0]] as usize];
                code.get(..4)?.parse().ok()
            });
            let rows = rows.iter().map(|row| (*row, dimension.rows[*row] as usize));
            lines.add(&measure.cells, step, year, rows);
        }
    }
    lines
}
