//! Any number of factors whose product gives the rate.

use crate::check;
use crate::status::Status;

/// Most factors offered; the work doubles with each.
pub const MAX_FACTORS: usize = 6;

/// A gap split over the factors.
#[derive(Debug, Clone, PartialEq)]
pub struct Effects {
    /// Value of population 1: sum over cells of the product of its factors.
    pub value1: f64,
    /// Value of population 2.
    pub value2: f64,
    /// value1 - value2
    pub gap: f64,
    /// One effect a factor; they sum to the gap.
    pub effects: Vec<f64>,
}

/// Das Gupta's decomposition (1993): the effect of a factor is its mean effect over all K! orders
/// of switching factors from population 2 to 1.
///
/// Equal to a sum over subsets S of the other factors with weight |S|!(K-1-|S|)!/K!. Each factor
/// is a list over the same cells. Two factors give Kitagawa. Unequal shapes, none or more than
/// [`MAX_FACTORS`] factors are `invalid`.
pub fn das_gupta(first: &[Vec<f64>], second: &[Vec<f64>]) -> Result<Effects, Status> {
    let k = first.len();
    let cells = first.first().map_or(0, Vec::len);
    let shaped = |factors: &[Vec<f64>]| factors.iter().all(|factor| factor.len() == cells);
    if k == 0 || k > MAX_FACTORS || second.len() != k || !shaped(first) || !shaped(second) {
        return Err(Status::Invalid);
    }
    // The value with the factors in `mask` from population 1, the rest from population 2.
    let values: Vec<f64> = (0..1_usize << k)
        .map(|mask| {
            let factor = |j: usize| {
                if mask >> j & 1 == 1 {
                    &first[j]
                } else {
                    &second[j]
                }
            };
            (0..cells)
                .map(|cell| (0..k).map(|j| factor(j)[cell]).product::<f64>())
                .sum()
        })
        .collect();
    values
        .iter()
        .try_for_each(|value| check::finite(*value).map(|_| ()))?;
    let effects = (0..k)
        .map(|j| {
            let without = (0..values.len()).filter(|mask| mask >> j & 1 == 0);
            without
                .map(|mask| {
                    let switched = mask.count_ones() as usize;
                    weight(switched, k) * (values[mask | 1 << j] - values[mask])
                })
                .sum()
        })
        .collect();
    let (value1, value2) = (values[values.len() - 1], values[0]);
    Ok(Effects {
        value1,
        value2,
        gap: value1 - value2,
        effects,
    })
}

/// s!(k-1-s)!/k!, the share of all orders in which a given set of s factors comes first.
fn weight(s: usize, k: usize) -> f64 {
    let factorial = |n: usize| (1..=n).product::<usize>() as f64;
    factorial(s) * factorial(k - 1 - s) / factorial(k)
}
