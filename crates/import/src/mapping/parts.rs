//! Whether the values of a dimension of a foreign table make up a whole: by what reaches what, cell by cell,
//! and by what their names say.

use std::collections::BTreeMap;

use crate::formats::kinds::is_of_kinds;
use crate::formats::{ForeignDimension, ForeignMeasure, ForeignTable};
use data::cell::{Cell, Cells};
use data::nested::{NOISE, step};
use data::sums::Sums;
use data::{Additivity, areas};
use kernels::stable_sort as order;
use vocabulary::{kinds, words};

use super::plan::follows;
use super::{nested, roles, rows, totals};

/// How a whole stands to its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The parts add up to it wherever it is given, and are all there where it is not.
    Whole,
    /// Something of it is in no part, a part is not known, or small numbers are protected.
    Less,
    /// The parts are more than it: it is no sum of them.
    Beyond,
}

/// How far a sum of so many numbers may be off.
type Near<'a> = dyn Fn(usize) -> f64 + 'a;

/// Goes through the rows that differ in one dimension alone: the cells of each measure that counts people, how far a
/// sum of so many may be off, and the rows, until that gives false. False as well where the rows cannot be told apart.
fn all_beside(
    table: &ForeignTable,
    place: usize,
    look: &mut dyn FnMut(&Cells, &Near, &[usize]) -> bool,
) -> bool {
    let (keys, are_exact) = rows::keys_beside(table, place);
    if !are_exact {
        return false;
    }
    let order = order::places(table.rows, &|one, two| keys[one].cmp(&keys[two]));
    let counted = |measure: &&ForeignMeasure| nested::counts(table, measure);
    table.measures.iter().filter(counted).all(|measure| {
        let step = step(nested::numbers(measure), roles::scale(table, measure));
        let all: f64 = nested::numbers(measure)
            .map(|cell| match cell {
                Cell::Number(number) => number.abs(),
                _ => 0.0,
            })
            .fold(0.0, f64::max);
        let near = |known: usize| 1e-9 * all.max(1.0) + step / 2.0 * (known + 1) as f64;
        let mut groups = order.chunk_by(|one, two| keys[*one] == keys[*two]);
        groups.all(|rows| look(&measure.cells, &near, rows))
    })
}

/// The parts of something that are known in some rows: their sum and how many they are.
#[derive(Clone, Copy, Default)]
struct Known {
    sum: f64,
    count: usize,
}

impl Known {
    fn add(&mut self, cell: Cell) {
        match cell {
            Cell::Number(number) => self.sum += number,
            Cell::NotApplicable => {}
            Cell::Missing | Cell::Suppressed => return,
        }
        self.count += 1;
    }

    /// Whether they are more than the whole can be.
    fn exceed(&self, whole: f64, near: &Near) -> bool {
        self.sum > whole + near(self.count) + NOISE * self.count as f64
    }
}

/// How the wholes among the categories of a dimension stand to the parts among them, over all numbers.
pub fn reach(table: &ForeignTable, place: usize, wholes: &[bool], parts: &[bool]) -> Reach {
    let dimension = &table.dimensions[place];
    let count = parts.iter().filter(|part| **part).count();
    let mut found = Reach::Whole;
    let are_told = all_beside(table, place, &mut |cells, near, rows| {
        let mut known = Known::default();
        let (mut whole, mut has_whole, mut is_given) = (0.0, false, true);
        for row in rows {
            let code = dimension.rows[*row] as usize;
            let cell = cells.get(*row);
            if parts[code] {
                known.add(cell);
            } else if wholes[code] {
                has_whole = true;
                match cell {
                    Cell::Number(number) => whole += number,
                    _ => is_given = false,
                }
            }
        }
        let near_whole = near(known.count);
        match () {
            () if has_whole && is_given && known.exceed(whole, near) => found = Reach::Beyond,
            () if has_whole && is_given && known.sum > whole + near_whole => found = Reach::Less,
            () if has_whole && is_given && known.sum + near_whole >= whole => {}
            // Without a whole the parts must be there to stand for it.
            () if !(has_whole && is_given) && known.count == count => {}
            () if !has_whole && known.count == 0 => {}
            () if has_whole && !is_given && known.count == 0 => {}
            () => found = Reach::Less,
        }
        found != Reach::Beyond
    });
    match are_told || found == Reach::Beyond {
        true => found,
        false => Reach::Less,
    }
}

/// Whether what the file hangs right below a category is more than it for one of them, which then is no sum of that.
pub fn exceed(table: &ForeignTable, place: usize, children: &[Vec<usize>]) -> bool {
    let dimension = &table.dimensions[place];
    let mut holders = vec![Vec::new(); children.len()];
    for (holder, below) in children.iter().enumerate() {
        below.iter().for_each(|child| holders[*child].push(holder));
    }
    let mut known = vec![Known::default(); children.len()];
    let mut do_exceed = false;
    all_beside(table, place, &mut |cells, near, rows| {
        let code = |row: &usize| dimension.rows[*row] as usize;
        rows.iter()
            .for_each(|row| known[code(row)] = Known::default());
        for row in rows {
            for holder in &holders[code(row)] {
                known[*holder].add(cells.get(*row));
            }
        }
        do_exceed = rows.iter().any(|row| match cells.get(*row) {
            Cell::Number(whole) => {
                !children[code(row)].is_empty() && known[code(row)].exceed(whole, near)
            }
            _ => false,
        });
        !do_exceed
    });
    do_exceed
}

/// Whether numbers may be added up over the values of a dimension whose sums are known.
pub fn of_dimension(table: &ForeignTable, place: usize, sums: &Sums, column: &str) -> Additivity {
    let dimension = &table.dimensions[place];
    let parts: Vec<bool> = sums.totals.iter().map(|total| !total).collect();
    let count = parts.iter().filter(|part| **part).count();
    // What was left out beside the only one that is left may hold more than it.
    let is_alone = count + usize::from(sums.whole.is_some()) <= 1 && !sums.is_open;
    if dimension.is_time || is_alone {
        return Additivity::Parts;
    }
    let is_technical = [&dimension.name, &dimension.label]
        .into_iter()
        .any(|name| words::names_technical(name) || words::names_rows(name));
    if is_technical || sums.is_default || is_of_kinds(dimension) {
        return Additivity::NotParts;
    }
    if let Some(whole) = sums.whole {
        let mut wholes = vec![false; parts.len()];
        wholes[whole] = true;
        return match reach(table, place, &wholes, &parts) {
            Reach::Whole => Additivity::Parts,
            Reach::Less | Reach::Beyond => Additivity::Incomplete,
        };
    }
    let labels = dimension.labels.iter().map(String::as_str);
    if kinds::are_alternatives([dimension.label.as_str(), &dimension.name], labels) {
        return Additivity::NotParts;
    }
    if sums.is_open || kinds::are_once_more(&dimension.labels) {
        return Additivity::Unknown;
    }
    if let Some(roots) = areas::roots(&totals::values(dimension))
        && reach(table, place, &roots, &parts) != Reach::Whole
    {
        return Additivity::Incomplete;
    }
    if tells_levels(table, place, &parts) {
        return Additivity::Unknown;
    }
    // Where the office says that its numbers are not to be added up, only the visitor may.
    match roles::is_partition(dimension, column) && table.understood.sums_allowed {
        true => Additivity::Parts,
        false => Additivity::Unknown,
    }
}

/// Whether a column tells of which kind the values of another one are, and all of each kind are as many wherever both
/// are given: levels of regions, and versions of their borders, which hold the same people.
fn tells_levels(table: &ForeignTable, place: usize, parts: &[bool]) -> bool {
    let dimension = &table.dimensions[place];
    let mut others = table
        .dimensions
        .iter()
        .enumerate()
        .filter(|(at, other)| *at != place && !other.is_time);
    if !others
        .any(|(_, other)| other.codes.len() > dimension.codes.len() && follows(dimension, other))
    {
        return false;
    }
    let times: Vec<&ForeignDimension> = table
        .dimensions
        .iter()
        .filter(|other| other.is_time)
        .collect();
    let counted = table
        .measures
        .iter()
        .filter(|measure| nested::counts(table, measure));
    let mut is_met = false;
    for measure in counted {
        let mut sums: BTreeMap<Vec<u32>, BTreeMap<u32, f64>> = BTreeMap::new();
        for row in 0..table.rows {
            let code = dimension.rows[row];
            if let (true, Cell::Number(number)) = (parts[code as usize], measure.cells.get(row)) {
                let time = times.iter().map(|time| time.rows[row]).collect();
                *sums.entry(time).or_default().entry(code).or_default() += number;
            }
        }
        for sums in sums.values().filter(|sums| sums.len() > 1) {
            let first = sums.values().copied().next().unwrap_or(0.0);
            if first <= 0.0 || sums.values().any(|sum| (sum - first).abs() > 1e-9 * first) {
                return false;
            }
            is_met = true;
        }
    }
    is_met
}
