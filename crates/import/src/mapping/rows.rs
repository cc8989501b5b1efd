//! Rows of a foreign table put beside each other: those that differ in one dimension alone.

use kernels as loops;
use kernels::stable_sort as order;

use crate::formats::ForeignTable;

/// For each row what it has in all dimensions but one, as a number: rows that differ in that one alone have the same.
/// False where there are more combinations than numbers, so that others may have the same as well.
pub fn keys_beside(table: &ForeignTable, place: usize) -> (Vec<u64>, bool) {
    let mut keys = vec![0_u64; table.rows];
    let mut combinations = Some(1_u64);
    for (at, other) in table.dimensions.iter().enumerate() {
        if at != place {
            let size = other.codes.len().max(1) as u64;
            combinations = combinations.and_then(|all| all.checked_mul(size));
            loops::pack_keys(&mut keys, &other.rows, size);
        }
    }
    (keys, combinations.is_some())
}

/// The rows in the order of their keys; of more than `most` some, each with all that have its key.
pub fn in_order(keys: &[u64], most: usize) -> Vec<usize> {
    let share = keys.len() / most + 1;
    let is_chosen = |row: &usize| {
        let mixed = keys[*row].wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
        (mixed as usize).is_multiple_of(share)
    };
    let chosen: Vec<usize> = (0..keys.len()).filter(is_chosen).collect();
    let order = order::places(chosen.len(), &|one, two| {
        keys[chosen[one]].cmp(&keys[chosen[two]])
    });
    order.into_iter().map(|at| chosen[at]).collect()
}
