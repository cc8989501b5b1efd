//! Exact elimination: sparse equations in whole numbers, brought to the form in which each has an unknown of its
//! own.

use std::collections::{BTreeMap, BTreeSet};

use super::identities::Equation;

/// An equation of whole numbers.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Factors by unknown; none is zero.
    pub terms: BTreeMap<usize, i128>,
    /// What they come to.
    pub value: i128,
}

/// Reduced equations by the unknown that only they hold.
#[derive(Clone, Debug, Default)]
pub struct Reduced {
    /// The equations.
    pub rows: BTreeMap<usize, Row>,
    /// For each unknown, the equations that hold it beside their own.
    holders: BTreeMap<usize, BTreeSet<usize>>,
}

/// Why elimination ends early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Numbers grow beyond what is exact.
    Overflow,
    /// The equations contradict each other.
    Contradiction,
}

fn gcd(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.abs()
}

impl Row {
    /// Subtracts another row so that `column` vanishes, and divides by what all have in common.
    fn without(&mut self, column: usize, other: &Row) -> Option<()> {
        let (Some(mine), Some(its)) = (self.terms.get(&column), other.terms.get(&column)) else {
            return Some(());
        };
        let common = gcd(*mine, *its);
        let (by, times) = (its / common, mine / common);
        for factor in self.terms.values_mut() {
            *factor = factor.checked_mul(by)?;
        }
        self.value = self.value.checked_mul(by)?;
        for (at, factor) in &other.terms {
            let change = factor.checked_mul(times)?;
            let entry = self.terms.entry(*at).or_default();
            *entry = entry.checked_sub(change)?;
            if *entry == 0 {
                self.terms.remove(at);
            }
        }
        self.value = self.value.checked_sub(other.value.checked_mul(times)?)?;
        let mut common = self.value.abs();
        for factor in self.terms.values() {
            common = gcd(common, *factor);
        }
        if common > 1 {
            self.terms.values_mut().for_each(|factor| *factor /= common);
            self.value /= common;
        }
        Some(())
    }
}

/// Reduces equations.
pub fn reduce(equations: &[&Equation]) -> Result<Reduced, Trouble> {
    let mut reduced = Reduced::default();
    // Short equations first: they stay short, and make others shorter.
    let mut order: Vec<&&Equation> = equations.iter().collect();
    order.sort_by_key(|equation| equation.terms.len());
    for equation in order {
        let terms = equation
            .terms
            .iter()
            .map(|(at, factor)| (*at, i128::from(*factor)));
        let mut row = Row {
            terms: terms.collect(),
            value: i128::from(equation.value),
        };
        let known: Vec<usize> = row
            .terms
            .keys()
            .copied()
            .filter(|at| reduced.rows.contains_key(at))
            .collect();
        for column in known {
            row.without(column, &reduced.rows[&column])
                .ok_or(Trouble::Overflow)?;
        }
        if row.terms.is_empty() {
            if row.value != 0 {
                return Err(Trouble::Contradiction);
            }
            continue;
        }
        // An unknown with factor one keeps numbers small; one in few rows keeps them few.
        let weight = |at: &usize| reduced.holders.get(at).map_or(0, BTreeSet::len);
        let own = row
            .terms
            .iter()
            .min_by_key(|(at, factor)| (factor.abs() != 1, weight(at)));
        let Some(own) = own.map(|(at, _)| *at) else {
            continue;
        };
        for holder in reduced.holders.remove(&own).unwrap_or_default() {
            let Some(mut other) = reduced.rows.remove(&holder) else {
                continue;
            };
            let before: Vec<usize> = other.terms.keys().copied().collect();
            other.without(own, &row).ok_or(Trouble::Overflow)?;
            for at in before.iter().filter(|at| !other.terms.contains_key(at)) {
                if let Some(holders) = reduced.holders.get_mut(at) {
                    holders.remove(&holder);
                }
            }
            for at in other.terms.keys().filter(|at| **at != holder) {
                reduced.holders.entry(*at).or_default().insert(holder);
            }
            reduced.rows.insert(holder, other);
        }
        for at in row.terms.keys().filter(|at| **at != own) {
            reduced.holders.entry(*at).or_default().insert(own);
        }
        reduced.rows.insert(own, row);
    }
    Ok(reduced)
}

impl Reduced {
    /// The number of an unknown, when it follows from the equations.
    pub fn determined(&self, unknown: usize) -> Option<i64> {
        let row = self.rows.get(&unknown)?;
        let factor = row.terms.get(&unknown)?;
        let whole = row.terms.len() == 1 && row.value % factor == 0;
        whole
            .then(|| i64::try_from(row.value / factor).ok())
            .flatten()
    }

    /// A change of all unknowns that no equation sees, in whole numbers, that changes the free unknown `free`.
    pub fn direction(&self, free: usize) -> Option<BTreeMap<usize, i128>> {
        let holders: Vec<(usize, &Row)> = self
            .holders
            .get(&free)
            .into_iter()
            .flatten()
            .filter_map(|own| Some((*own, self.rows.get(own)?)))
            .collect();
        let mut scale: i128 = 1;
        for (own, row) in &holders {
            let factor = row.terms.get(own)?;
            let times = row.terms.get(&free)?;
            let needed = (factor / gcd(*factor, *times)).abs();
            scale = scale.checked_mul(needed / gcd(scale, needed))?;
        }
        let mut direction = BTreeMap::from([(free, scale)]);
        for (own, row) in holders {
            let change = row.terms.get(&free)?.checked_mul(scale)? / row.terms.get(&own)?;
            direction.insert(own, -change);
        }
        Some(direction)
    }
}
