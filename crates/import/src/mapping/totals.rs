//! Categories that add up the others of their dimension.
//!
//! The readers mark those that say so ("I alt", "Begge kjønn", `TOTAL`). Others only show it in
//! their numbers: a category that is the sum of all the others wherever both are published. Continents,
//! unions and counties are known by their names and codes.

use kernels as loops;

use crate::formats::{ForeignDimension, ForeignTable};
use data::Cell;
use kernels::stable_sort as order;
use vocabulary::words;

use super::parts::{self, Reach};
use super::{areas, roles};

/// Offices that protect small numbers change 1 and 2 to 0 or 3, in each part by itself. Nine sums
/// of ten must agree all the same.
const NOISE: f64 = 3.0;

/// So many sums must agree before numbers alone make a total: two small ones can agree by chance.
const AGREEING: usize = 3;

/// So many rows are enough to find a total by its numbers.
const ENOUGH: usize = 200_000;

/// The sums among the categories of a dimension.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// For each category whether it adds up others.
    pub totals: Vec<bool>,
    /// The one that adds up all others.
    pub whole: Option<usize>,
    /// Whether that one adds up nothing and is merely what counts where nothing is asked of the dimension.
    pub is_default: bool,
}

/// Finds the categories that add up others: those that say so, areas beside what lies in them, and the
/// one whose numbers show it.
pub fn of_dimension(table: &ForeignTable, place: usize) -> Sums {
    let dimension = &table.dimensions[place];
    let mut totals = dimension.totals.clone();
    // A hierarchy has totals of parts as well, and a part of the world can say that it is a total.
    let said = || (0..totals.len()).filter(|at| totals[*at]);
    let alone = said().count() == 1;
    let whole = said().find(|at| {
        let (code, label) = (&dimension.codes[*at], &dimension.labels[*at]);
        let says_so = alone || words::is_total(label) || words::is_total_code(code, true);
        says_so && !areas::is_area(code, label)
    });
    let sums = areas::with_parts(dimension)
        .into_iter()
        .zip(ages_with_parts(dimension));
    for (total, (area, age)) in totals.iter_mut().zip(sums) {
        *total |= area || age;
    }
    // What a file names for those who ask nothing of a dimension is a total of it or one of its values.
    let named = whole.filter(|at| {
        let (code, label) = (&dimension.codes[*at], &dimension.labels[*at]);
        !words::is_total(label) && !words::is_total_code(code, true)
    });
    if let Some(at) = named.filter(|_| totals.len() > 1) {
        let mut wholes = vec![false; totals.len()];
        wholes[at] = true;
        let parts: Vec<bool> = totals.iter().map(|total| !total).collect();
        if parts.contains(&true) && parts::reach(table, place, &wholes, &parts) == Reach::Beyond {
            totals[at] = false;
            return Sums {
                totals,
                whole,
                is_default: true,
            };
        }
    }
    let parts = totals.iter().filter(|total| !**total).count();
    // No year of age is the sum of the others, however the numbers fall.
    let are_ages = || {
        roles::dimension(dimension).starts_with("age") && roles::has_single_ages(dimension, &totals)
    };
    let is_ordered = dimension.is_time || are_ages();
    let is_open = whole.is_none() && !is_ordered && (3..=400).contains(&parts);
    let whole = whole.or_else(|| is_open.then(|| by_sums(table, place, &totals)).flatten());
    if let Some(whole) = whole {
        totals[whole] = true;
    }
    Sums {
        totals,
        whole,
        is_default: false,
    }
}

/// For each category whether it is a span of ages within which another one lies: `80 år eller eldre` beside
/// `81 år`, `15-64` beside `15-19`.
fn ages_with_parts(dimension: &ForeignDimension) -> Vec<bool> {
    if !roles::dimension(dimension).starts_with("age") {
        return vec![false; dimension.codes.len()];
    }
    let each = dimension.codes.iter().zip(&dimension.labels);
    let spans: Vec<Option<(u32, u32)>> =
        each.map(|(code, label)| roles::span(code, label)).collect();
    let holds = |whole: &Option<(u32, u32)>| {
        let Some((first, last)) = *whole else {
            return false;
        };
        let mut others = spans.iter().flatten();
        others.any(|other| (first, last) != *other && first <= other.0 && other.1 <= last)
    };
    spans.iter().map(holds).collect()
}

/// The one category that is the sum of all others in every measure, sums that are known apart.
fn by_sums(table: &ForeignTable, place: usize, known: &[bool]) -> Option<usize> {
    let dimension = &table.dimensions[place];
    let parts_of_all = known.iter().filter(|total| !**total).count();
    // Rows that differ in this dimension alone have the same key.
    let mut keys = vec![0_u64; table.rows];
    for (at, dimension) in table.dimensions.iter().enumerate() {
        if at != place {
            let size = dimension.codes.len() as u64;
            loops::pack_keys(&mut keys, &dimension.rows, size);
        }
    }
    // Of a large table some sums tell as much as all.
    let share = table.rows / ENOUGH + 1;
    let is_chosen = |row: &usize| {
        let mixed = keys[*row].wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
        (mixed as usize).is_multiple_of(share)
    };
    let chosen: Vec<usize> = (0..table.rows).filter(is_chosen).collect();
    let order = order::places(chosen.len(), &|one, two| {
        keys[chosen[one]].cmp(&keys[chosen[two]])
    });
    let order: Vec<usize> = order.into_iter().map(|at| chosen[at]).collect();
    let mut candidates = vec![true; dimension.codes.len()];
    let mut agreeing = vec![0_usize; dimension.codes.len()];
    let mut compared = agreeing.clone();
    // Rounded shares of a whole add up only roughly.
    let counted = |unit: &Option<String>| {
        unit.as_deref()
            .is_none_or(|unit| !["%", "prosent", "procent", "percent", "promille"].contains(&unit))
    };
    for measure in table
        .measures
        .iter()
        .filter(|measure| counted(&measure.unit))
    {
        for rows in order.chunk_by(|one, two| keys[*one] == keys[*two]) {
            let mut sum = 0.0;
            let mut numbers = Vec::with_capacity(rows.len());
            for row in rows {
                let code = dimension.rows[*row] as usize;
                if let Cell::Number(number) = measure.cells.get(*row)
                    && !known[code]
                {
                    sum += number;
                    numbers.push((code, number));
                }
            }
            let parts = numbers.iter().filter(|(_, number)| *number > 0.0).count();
            if numbers.len() < parts_of_all {
                continue;
            }
            let near = NOISE * parts as f64;
            for (code, number) in numbers {
                let off = libm::fabs(2.0 * number - sum);
                candidates[code] &= off <= near;
                if parts >= 3 {
                    compared[code] += 1;
                    agreeing[code] += usize::from(off < 1e-6);
                }
            }
        }
    }
    (0..candidates.len()).find(|code| {
        let mostly = agreeing[*code] * 10 >= compared[*code] * 9;
        candidates[*code] && mostly && agreeing[*code] >= AGREEING
    })
}
