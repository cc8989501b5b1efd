//! How far apart a hidden cell can be: exact where numbers show it, by integer programs elsewhere.

use std::collections::BTreeMap;

use microlp::{ComparisonOp, OptimizationDirection, Problem};

use super::elimination::{Reduced, reduce};
use super::identities::{Equation, System, Unknown};
use super::{Verdict, Wanted};

/// Whatever is unknown is below this: nobody counts so many.
const MOST: i64 = 1 << 40;

/// What can be known of each unknown. `tell` gets how many of how many have been tried.
pub fn verdicts(
    system: &System,
    least: &[i64],
    wanted: &Wanted,
    tell: &mut dyn FnMut(usize, usize),
) -> Vec<(Unknown, Verdict)> {
    let mut verdicts = vec![Verdict::Undecided; system.unknowns.len()];
    let (mut tried, all) = (0, verdicts.len());
    for part in parts(system) {
        let equations: Vec<&Equation> = part
            .equations
            .iter()
            .map(|at| &system.equations[*at])
            .collect();
        if equations.is_empty() {
            // No equation holds it, so it can be anything.
            part.unknowns
                .iter()
                .for_each(|at| verdicts[*at] = Verdict::Wide(least[*at], MOST));
            tried += part.unknowns.len();
            continue;
        }
        let Ok(reduced) = reduce(&equations) else {
            tried += part.unknowns.len();
            continue;
        };
        let ranges = ranges(&equations, &part.unknowns, least);
        // Any whole numbers that fit serve to show others that fit as well.
        let fitting = truth(system, &part.unknowns, least, wanted)
            .or_else(|| solved(&equations, &ranges, None, OptimizationDirection::Minimize));
        let shown = fitting.map(|truth| shown(&reduced, &part.unknowns, least, &truth));
        for at in &part.unknowns {
            tried += 1;
            tell(tried, all);
            let asked = match system.unknowns[*at] {
                Unknown::Cell(place) => wanted.sensitive.is_none_or(|cells| cells.contains(&place)),
                Unknown::Rest(_) => false,
            };
            if !asked {
                continue;
            }
            let (low, high) = ranges[at];
            verdicts[*at] = if let Some(number) = reduced.determined(*at) {
                Verdict::Determined(number)
            } else if low == high {
                Verdict::Determined(low)
            } else if high - low < wanted.interval {
                Verdict::Narrow(low, high)
            } else {
                let seen = shown.as_ref().and_then(|shown| shown.get(at)).copied();
                match seen {
                    Some((low, high)) if high - low >= wanted.interval => Verdict::Wide(low, high),
                    _ => exact(&equations, &ranges, *at, wanted.interval),
                }
            };
        }
    }
    system.unknowns.iter().copied().zip(verdicts).collect()
}

/// Unknowns that equations connect.
struct Part {
    unknowns: Vec<usize>,
    equations: Vec<usize>,
}

fn parts(system: &System) -> Vec<Part> {
    let mut root: Vec<usize> = (0..system.unknowns.len()).collect();
    fn find(root: &mut [usize], mut at: usize) -> usize {
        while root[at] != at {
            root[at] = root[root[at]];
            at = root[at];
        }
        at
    }
    for equation in &system.equations {
        for pair in equation.terms.windows(2) {
            let (one, other) = (find(&mut root, pair[0].0), find(&mut root, pair[1].0));
            root[one.max(other)] = one.min(other);
        }
    }
    let mut parts: BTreeMap<usize, Part> = BTreeMap::new();
    let empty = || Part {
        unknowns: Vec::new(),
        equations: Vec::new(),
    };
    for at in 0..system.unknowns.len() {
        parts
            .entry(find(&mut root, at))
            .or_insert_with(empty)
            .unknowns
            .push(at);
    }
    for (place, equation) in system.equations.iter().enumerate() {
        if let Some((at, _)) = equation.terms.first() {
            parts
                .entry(find(&mut root, *at))
                .or_insert_with(empty)
                .equations
                .push(place);
        }
    }
    parts.into_values().collect()
}

/// Bounds that follow equation by equation: no unknown lies outside them.
fn ranges(
    equations: &[&Equation],
    unknowns: &[usize],
    least: &[i64],
) -> BTreeMap<usize, (i64, i64)> {
    let mut ranges: BTreeMap<usize, (i64, i64)> = unknowns
        .iter()
        .map(|at| (*at, (least[*at], MOST)))
        .collect();
    for _ in 0..60 {
        let mut changed = false;
        for equation in equations {
            // The least and the greatest that the sum can be, in wide numbers.
            let ends = |at: usize, factor: i64| {
                let (low, high) = ranges[&at];
                let ends = [
                    i128::from(factor) * i128::from(low),
                    i128::from(factor) * i128::from(high),
                ];
                (ends[0].min(ends[1]), ends[0].max(ends[1]))
            };
            let each: Vec<(i128, i128)> =
                equation.terms.iter().map(|(at, f)| ends(*at, *f)).collect();
            let least: i128 = each.iter().map(|(low, _)| low).sum();
            let most: i128 = each.iter().map(|(_, high)| high).sum();
            for ((at, factor), (own_least, own_most)) in equation.terms.iter().zip(&each) {
                let (value, factor) = (i128::from(equation.value), i128::from(*factor));
                let (least, most) = (value - (most - own_most), value - (least - own_least));
                // factor * x lies between least and most.
                let (least, most) = if factor > 0 {
                    (least, most)
                } else {
                    (-most, -least)
                };
                let size = factor.abs();
                let up = least.div_euclid(size) + i128::from(least.rem_euclid(size) != 0);
                let down = most.div_euclid(size);
                let (low, high) = ranges[at];
                let tighter = (i128::from(low).max(up), i128::from(high).min(down));
                let narrowed = |end: i128, old: i64| i64::try_from(end).unwrap_or(old);
                let tighter = (narrowed(tighter.0, low), narrowed(tighter.1, high));
                if tighter != (low, high) && tighter.0 <= tighter.1 {
                    ranges.insert(*at, tighter);
                    changed = true;
                }
            }
        }
        if !changed {
            break;
        }
    }
    ranges
}

/// The hidden numbers of some unknowns, when all are known.
fn truth(
    system: &System,
    unknowns: &[usize],
    least: &[i64],
    wanted: &Wanted,
) -> Option<BTreeMap<usize, i64>> {
    let known = wanted.truth?;
    let numbers = unknowns.iter().map(|at| match system.unknowns[*at] {
        Unknown::Cell(place) => Some((*at, *known.get(&place)?)),
        Unknown::Rest(_) => Some((*at, i64::MIN)),
    });
    let mut numbers: BTreeMap<usize, i64> = numbers.collect::<Option<_>>()?;
    // What is left over follows from its equation.
    for equation in &system.equations {
        let rest = equation
            .terms
            .iter()
            .find(|(at, _)| numbers.get(at) == Some(&i64::MIN));
        if let Some((rest, factor)) = rest {
            let others = equation.terms.iter().filter(|(at, _)| at != rest);
            let others: i64 = others
                .map(|(at, factor)| factor * numbers.get(at).unwrap_or(&0))
                .sum();
            numbers.insert(*rest, (equation.value - others) / factor);
        }
    }
    numbers
        .iter()
        .all(|(at, number)| *number >= least[*at])
        .then_some(numbers)
}

/// Numbers that unknowns can be, shown by other whole numbers for all of them that no equation tells from
/// the true ones.
fn shown(
    reduced: &Reduced,
    unknowns: &[usize],
    least: &[i64],
    truth: &BTreeMap<usize, i64>,
) -> BTreeMap<usize, (i64, i64)> {
    let mut shown: BTreeMap<usize, (i64, i64)> = unknowns
        .iter()
        .map(|at| (*at, (truth[at], truth[at])))
        .collect();
    for free in unknowns.iter().filter(|at| !reduced.rows.contains_key(at)) {
        let Some(direction) = reduced.direction(*free) else {
            continue;
        };
        // How often the change can be made, either way, before something falls below what it is at least.
        let mut steps = [i128::from(MOST); 2];
        for (at, change) in &direction {
            let room = i128::from(truth[at] - least[*at]) / change.abs();
            let way = usize::from(*change > 0);
            steps[way] = steps[way].min(room);
        }
        for (at, change) in &direction {
            let number = i128::from(truth[at]);
            let ends = [number + steps[0] * change, number - steps[1] * change];
            let (low, high) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
            let (Ok(low), Ok(high)) = (i64::try_from(low), i64::try_from(high)) else {
                continue;
            };
            if let Some(range) = shown.get_mut(at) {
                *range = (range.0.min(low), range.1.max(high));
            }
        }
    }
    shown
}

/// The least and the greatest whole number that an unknown can be.
fn exact(
    equations: &[&Equation],
    ranges: &BTreeMap<usize, (i64, i64)>,
    asked: usize,
    interval: i64,
) -> Verdict {
    let ends = [
        OptimizationDirection::Minimize,
        OptimizationDirection::Maximize,
    ]
    .map(|direction| end(equations, ranges, asked, direction));
    match ends {
        [Some(low), Some(high)] if low == high => Verdict::Determined(low),
        [Some(low), Some(high)] if high - low < interval => Verdict::Narrow(low, high),
        [Some(low), Some(high)] if low <= high => Verdict::Wide(low, high),
        _ => Verdict::Undecided,
    }
}

/// The end of what an unknown can be, in one direction.
fn end(
    equations: &[&Equation],
    ranges: &BTreeMap<usize, (i64, i64)>,
    asked: usize,
    direction: OptimizationDirection,
) -> Option<i64> {
    solved(equations, ranges, Some(asked), direction)?
        .get(&asked)
        .copied()
}

/// Whole numbers for all unknowns that fit the equations, with the least or greatest of one of them.
fn solved(
    equations: &[&Equation],
    ranges: &BTreeMap<usize, (i64, i64)>,
    asked: Option<usize>,
    direction: OptimizationDirection,
) -> Option<BTreeMap<usize, i64>> {
    // Numbers of the solver are good to fifteen digits; no count needs more than this.
    let most = i64::from(i32::MAX);
    let mut problem = Problem::new(direction);
    let variables: BTreeMap<usize, _> = ranges
        .iter()
        .map(|(at, (low, high))| {
            let weight = if asked == Some(*at) { 1.0 } else { 0.0 };
            let ends = ((*low).min(most) as i32, (*high).min(most) as i32);
            (*at, problem.add_integer_var(weight, ends))
        })
        .collect();
    for equation in equations {
        let terms = equation
            .terms
            .iter()
            .map(|(at, factor)| (variables[at], *factor as f64));
        let terms: Vec<_> = terms.collect();
        problem.add_constraint(&terms, ComparisonOp::Eq, equation.value as f64);
    }
    let solution = problem.solve().ok()?.into_solution().ok()?;
    let numbers: BTreeMap<usize, i64> = variables
        .iter()
        .map(|(at, variable)| (*at, solution.var_value(*variable).round() as i64))
        .collect();
    // The solver works with tolerances: what is taken from it holds in whole numbers.
    let holds = |equation: &&&Equation| {
        let sum: i64 = equation
            .terms
            .iter()
            .map(|(at, factor)| factor * numbers[at])
            .sum();
        sum == equation.value
    };
    let all = equations.iter().filter(holds).count() == equations.len();
    let least = |(at, number): (&usize, &i64)| *number >= ranges[at].0;
    (all && numbers.iter().all(least)).then_some(numbers)
}
