//! Lines that hold others, where nothing but their order and their numbers tells it: a region, then what
//! lies in it, or last the sum of what stands above it.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::{Cell, Cells};

/// So many numbers of each line are enough.
pub const LOOKED_AT: usize = 200;

/// A table of more lines is a list, and looking at it would take long.
pub const LINES: usize = 3_000;

/// So many numbers are added up and compared before nothing is known of what lines hold. No table of an office comes
/// near: a line is passed as soon as those beside it are more.
pub const STEPS: usize = 50_000_000;

/// So many digits of two, beside those that the number of lines makes likely, must agree before numbers alone
/// say that a line holds others: fewer may agree by chance.
const SURE: f64 = 10.0;

/// From so many on the visitor is asked, of lines that hold all the others and of some among them.
const ASKED: [f64; 2] = [2.0, 3.0];

/// The same where each line holds but one that is as much.
const ALIKE: f64 = 5.0;

/// Offices that protect small numbers change 1 and 2 to 0 or 3, in each part by itself.
pub const NOISE: f64 = 3.0;

/// So many digits of two has a number of four digits, which two kinds of people hardly have both.
const LONG: f64 = 9.9;

/// So many sums must agree before numbers alone make a total: two small ones can agree by chance.
const AGREEING: usize = 3;

/// What the numbers of a dimension show.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Nested {
    /// For each category whether it holds others.
    pub sums: Vec<bool>,
    /// Those that may hold others, without enough numbers to tell.
    pub open: Vec<usize>,
}

/// The numbers of the lines of a dimension, each where all else is the same; NaN where there is none.
pub struct Lines {
    numbers: Vec<Vec<f64>>,
    /// How far each column may be off.
    steps: Vec<f64>,
    /// The year that each column is of, where that is known.
    years: Vec<Option<i32>>,
}

/// How much the numbers of a measure, so many times one, may be off because they were rounded.
pub fn step(cells: impl Iterator<Item = Cell>, scale: f64) -> f64 {
    let mut decimals = 0;
    for cell in cells {
        if let Cell::Number(number) = cell {
            while decimals < 6 {
                let shifted = number * libm::pow(10.0, f64::from(decimals));
                if (shifted - libm::round(shifted)).abs() < 1e-6 {
                    break;
                }
                decimals += 1;
            }
        }
    }
    match decimals {
        // Counts of persons are not rounded; thousands of them are.
        0 if scale == 1.0 => 0.0,
        decimals => libm::pow(10.0, -f64::from(decimals)),
    }
}

impl Lines {
    /// So many lines without numbers.
    pub fn new(count: usize) -> Lines {
        Lines {
            numbers: vec![Vec::new(); count],
            steps: Vec::new(),
            years: Vec::new(),
        }
    }

    /// Adds rows that differ in the line alone, each with its line: their numbers of a measure, which may be off by
    /// a step because they were rounded, and the year of all of them.
    pub fn add(
        &mut self,
        cells: &Cells,
        step: f64,
        year: Option<i32>,
        rows: impl Iterator<Item = (usize, usize)>,
    ) {
        for numbers in &mut self.numbers {
            numbers.push(f64::NAN);
        }
        self.steps.push(step);
        self.years.push(year);
        for (row, line) in rows {
            if let (Cell::Number(number), Some(last)) =
                (cells.get(row), self.numbers[line].last_mut())
            {
                *last = number;
            }
        }
    }

    pub(crate) fn is_positive(&self, line: usize) -> bool {
        self.numbers[line].iter().any(|number| *number > 0.0)
    }

    /// How surely a line is a sum of others: the digits that agree; `None` where it is not, and how it stands.
    fn compare(&self, whole: usize, sums: &[f64], count: usize) -> Standing {
        let (mut digits, mut is_met) = (0.0, false);
        for ((whole, sum), step) in self.numbers[whole].iter().zip(sums).zip(&self.steps) {
            if whole.is_nan() || sum.is_nan() {
                continue;
            }
            is_met = true;
            let near = 1e-9 * whole.abs() + step / 2.0 * (count + 1) as f64;
            match () {
                () if *sum > whole + near => return Standing::Beyond,
                () if *sum < whole - near => return Standing::Less,
                () => digits += libm::log2(1.0 + whole.abs() / (1.0 + 2.0 * near)) / 2.0,
            }
        }
        match is_met {
            true => Standing::Reached(digits),
            false => Standing::Beyond,
        }
    }

    /// How many numbers a line has.
    pub(crate) fn columns(&self) -> usize {
        self.steps.len()
    }

    /// The lines that hold those beside them on one side, when they are met in this order: those that
    /// hold others come after these. `None` where telling it takes more than [`STEPS`].
    fn forest(&self, lines: impl Iterator<Item = usize>) -> Option<Forest> {
        let mut forest = Forest::default();
        let mut steps = 0;
        for line in lines {
            let mut sums = vec![0.0; self.steps.len()];
            let (mut found, mut several) = (None, 0);
            for (count, (child, _)) in forest.roots.iter().rev().enumerate() {
                steps += self.steps.len();
                if steps > STEPS {
                    return None;
                }
                for (sum, number) in sums.iter_mut().zip(&self.numbers[*child]) {
                    *sum += number;
                }
                several += usize::from(self.is_positive(*child));
                match self.compare(line, &sums, count + 1) {
                    Standing::Less => {}
                    Standing::Beyond => break,
                    Standing::Reached(digits) => {
                        found = Some((count + 1, digits, several > 1));
                    }
                }
            }
            if let Some((count, digits, several)) = found.filter(|_| self.is_positive(line)) {
                forest.roots.truncate(forest.roots.len() - count);
                forest.roots.push((line, true));
                forest.holding.push((line, digits, several));
            } else {
                forest.roots.push((line, false));
            }
        }
        let mut holding = forest.holding.iter();
        forest.is_whole = (holding.any(|(_, _, several)| *several) || forest.holding.len() > 1)
            && forest
                .roots
                .iter()
                .all(|(line, holds)| *holds || !self.is_positive(*line));
        Some(forest)
    }
}

/// How a sum stands to a line.
enum Standing {
    Less,
    Reached(f64),
    Beyond,
}

#[derive(Default)]
struct Forest {
    /// The lines that lie in no other, and whether they hold others.
    roots: Vec<(usize, bool)>,
    /// Those that hold others, how many digits tell it, and whether of more than one.
    holding: Vec<(usize, f64, bool)>,
    /// Whether every line lies in one that holds others.
    is_whole: bool,
}

impl Forest {
    fn digits(&self) -> f64 {
        self.holding.iter().map(|(_, digits, _)| digits).sum()
    }
}

/// Looks for lines that hold others among those that are not known to.
pub fn of_lines(lines: &Lines, known: &[bool]) -> Nested {
    let count = known.len();
    let mut nested = Nested {
        sums: vec![false; count],
        open: Vec::new(),
    };
    let open: Vec<usize> = (0..count).filter(|line| !known[*line]).collect();
    if !(3..=LINES).contains(&open.len()) {
        return nested;
    }
    let mut numbers = lines.numbers.iter().flatten();
    if lines.steps.is_empty() || numbers.any(|number| *number < 0.0) {
        return nested;
    }
    let before = lines.forest(open.iter().rev().copied());
    let after = lines.forest(open.iter().copied());
    let (Some(before), Some(after)) = (before, after) else {
        nested.open = open;
        return nested;
    };
    let rank = |forest: &Forest| (forest.is_whole, forest.digits());
    let forest = match rank(&after) > rank(&before) {
        true => after,
        false => before,
    };
    let chance = libm::log2(open.len() as f64);
    let digits = forest.digits();
    let is_sure = forest.is_whole && digits >= SURE + chance;
    // Two that are alike are more often so by chance than one that is the sum of several.
    let holds_several = forest.holding.iter().any(|(_, _, several)| *several);
    let enough = if holds_several { ASKED[0] } else { ALIKE };
    let is_likely = forest.is_whole && digits >= enough;
    for (line, digits, several) in forest.holding {
        nested.sums[line] = is_sure || (several && digits >= SURE + chance);
        if !nested.sums[line] && (is_likely || (several && digits >= ASKED[1] + chance / 2.0)) {
            nested.open.push(line);
        }
    }
    nested
}

/// What some lines have in each column, added up once for all that they are held against.
pub struct Together {
    sums: Vec<f64>,
    /// The same of those that are there, and whether none of them is below nought.
    there: Vec<(f64, bool)>,
    /// The most that one of them has; NaN where none is there.
    highest: Vec<f64>,
    count: usize,
}

impl Together {
    /// Of these lines.
    pub fn of(lines: &Lines, parts: impl Iterator<Item = usize>) -> Together {
        let columns = lines.steps.len();
        let mut together = Together {
            sums: vec![0.0; columns],
            there: vec![(0.0, true); columns],
            highest: vec![f64::NAN; columns],
            count: 0,
        };
        for part in parts {
            together.count += 1;
            for (at, number) in lines.numbers[part].iter().enumerate() {
                together.sums[at] += number;
                if !number.is_nan() {
                    let (sum, is_counted) = &mut together.there[at];
                    *sum += number;
                    *is_counted &= *number >= 0.0;
                    together.highest[at] = together.highest[at].max(*number);
                }
            }
        }
        together
    }
}

/// In how many rows of everything else a category is the sum of some others; `None` where one of them
/// says that it is not.
pub fn agreeing(lines: &Lines, whole: usize, parts: &[bool]) -> Option<usize> {
    let others = (0..parts.len()).filter(|part| parts[*part] && *part != whole);
    agreeing_with(lines, whole, &Together::of(lines, others))
}

/// The same of lines that it is none of.
pub fn agreeing_with(lines: &Lines, whole: usize, parts: &Together) -> Option<usize> {
    let Together { sums, count, .. } = parts;
    let is_met = |at: &usize| !sums[*at].is_nan() && lines.numbers[whole][*at] > 0.0;
    match lines.compare(whole, sums, *count) {
        Standing::Reached(_) if *count > 0 => Some((0..sums.len()).filter(is_met).count()),
        _ => None,
    }
}

/// Whether one of some lines is somewhere more than another line, by more than it may be off.
pub fn is_exceeded(lines: &Lines, other: usize, by: &Together, off: f64) -> bool {
    let pairs = by.highest.iter().zip(&lines.numbers[other]);
    pairs
        .zip(&lines.steps)
        .any(|((one, other), step)| *one > other + step + off + 1e-9 * other.abs())
}

/// Whether the numbers of a category are somewhere more than those of its parts, as far as these are there. What is
/// left of those who come and go says nothing.
pub fn is_more(lines: &Lines, whole: usize, parts: &[bool]) -> bool {
    let others = (0..parts.len()).filter(|part| parts[*part] && *part != whole);
    is_more_than(lines, whole, &Together::of(lines, others))
}

/// The same of lines that it is none of.
pub fn is_more_than(lines: &Lines, whole: usize, parts: &Together) -> bool {
    let columns = parts.there.iter().zip(&lines.steps);
    let mut columns = columns.zip(&lines.numbers[whole]);
    columns.any(|(((sum, is_counted), step), number)| {
        let near = step * lines.numbers.len() as f64 + 1e-9 * sum;
        *is_counted && *number > sum + near
    })
}

/// Whether a line is no less than its parts together wherever some of these are there with it.
pub fn holds_what_is_there(lines: &Lines, whole: usize, parts: &[bool]) -> bool {
    let others = (0..parts.len()).filter(|part| parts[*part] && *part != whole);
    let parts = Together::of(lines, others);
    let columns = parts
        .there
        .iter()
        .zip(&parts.highest)
        .zip(&lines.numbers[whole]);
    let mut is_met = false;
    let holds = columns
        .zip(&lines.steps)
        .all(|((((sum, _), highest), number), step)| {
            let is_there = !highest.is_nan() && !number.is_nan();
            is_met |= is_there && *sum > 0.0;
            !is_there || *number + step * parts.count as f64 + 1e-9 * sum >= *sum
        });
    holds && is_met
}

/// Whether some lines together are somewhere more than others, as far as these are there.
pub fn are_more(lines: &Lines, wholes: &[bool], parts: &[bool]) -> bool {
    let sum = |of: &[bool], at: usize| -> f64 {
        let numbers = lines.numbers.iter().zip(of).filter(|(_, is)| **is);
        numbers
            .map(|(of, _)| of[at])
            .filter(|number| !number.is_nan())
            .sum()
    };
    (0..lines.steps.len()).any(|at| {
        let near = lines.steps[at] * parts.len() as f64 + 1e-9 * sum(parts, at).abs();
        sum(wholes, at) > sum(parts, at) + near
    })
}

/// How lines that are said to lie in another one stand to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// They are nowhere there with it, or one of them is more than it: it does not hold them.
    Apart,
    /// Wherever it is there they are there too and make it up.
    Exact,
    /// It may hold them, and others besides.
    Open,
}

/// How some lines stand to one that is said to hold them.
pub fn held(lines: &Lines, whole: usize, parts: &[usize]) -> Held {
    let (mut is_met, mut is_exact) = (false, parts.len() > 1);
    for (at, step) in lines.steps.iter().enumerate() {
        let number = lines.numbers[whole][at];
        if number.is_nan() || number <= 0.0 {
            continue;
        }
        let near = 1e-9 * number + step / 2.0 * (parts.len() + 1) as f64;
        let of_parts = || parts.iter().map(|part| lines.numbers[*part][at]);
        if of_parts().any(|part| part > number + near) {
            return Held::Apart;
        }
        is_met |= of_parts().any(|part| part > 0.0);
        is_exact &= (of_parts().sum::<f64>() - number).abs() <= near;
    }
    match is_met {
        false => Held::Apart,
        true if is_exact => Held::Exact,
        true => Held::Open,
    }
}

/// The mean of what some lines have together, year for year.
pub fn by_year(lines: &Lines, these: &[bool]) -> BTreeMap<i32, f64> {
    let mut sums: BTreeMap<i32, (f64, f64)> = BTreeMap::new();
    for (at, year) in lines.years.iter().enumerate() {
        let Some(year) = year else { continue };
        let of_these = lines.numbers.iter().zip(these).filter(|(_, is)| **is);
        let numbers = of_these.map(|(numbers, _)| numbers[at]);
        let (sum, count) = sums.entry(*year).or_default();
        *sum += numbers.filter(|number| !number.is_nan()).sum::<f64>();
        *count += 1.0;
    }
    let means = sums.into_iter();
    means
        .map(|(year, (sum, count))| (year, sum / count))
        .collect()
}

/// The years in which a line has a number above nought.
pub fn years_of(lines: &Lines, line: usize) -> BTreeSet<i32> {
    let numbers = lines.numbers[line].iter().zip(&lines.years);
    numbers
        .filter(|(number, _)| **number > 0.0)
        .filter_map(|(_, year)| *year)
        .collect()
}

/// Whether people are the same beside each part, wherever several are given: they are those of the whole, once more
/// beside each. Few that are alike may be so by chance, where the parts are people of several kinds; so may round
/// numbers, and one that is everywhere the same says no more the second time.
pub fn are_repeated(lines: &Lines, parts: &[bool], of_moves: bool) -> bool {
    let (mut digits, mut longest, mut met) = (0.0, 0.0_f64, BTreeSet::new());
    for at in 0..lines.steps.len() {
        let numbers = lines.numbers.iter().zip(parts).filter(|(_, part)| **part);
        let mut numbers = numbers
            .map(|(numbers, _)| numbers[at])
            .filter(|number| !number.is_nan());
        let Some(first) = numbers.next() else {
            continue;
        };
        let mut count = 0;
        for number in numbers {
            if number != first {
                return false;
            }
            count += 1;
        }
        if count > 0 && first > 0.0 && met.insert(first.to_bits()) {
            let own = libm::log2(1.0 + without_zeros(first));
            digits += own * f64::from(count);
            longest = longest.max(own);
        }
    }
    let is_sure = longest >= LONG || (met.len() > 1 && digits >= 3.0 * SURE);
    !met.is_empty() && (of_moves || is_sure)
}

/// A number without the zeros that it ends with.
fn without_zeros(mut number: f64) -> f64 {
    while number >= 10.0 && libm::fmod(number, 10.0) == 0.0 {
        number /= 10.0;
    }
    number
}

/// Whether a line is what some of a few others are together, wherever it has a number; nobody knows it of more.
pub fn may_be_of_some(lines: &Lines, line: usize, others: &[usize]) -> bool {
    const FEW: usize = 12;
    let number = |line: usize, at: usize| lines.numbers[line][at];
    let agrees = |some: usize| {
        let chosen = others.iter().enumerate();
        let chosen: Vec<usize> = chosen
            .filter(|(place, _)| some >> place & 1 == 1)
            .map(|(_, other)| *other)
            .collect();
        (0..lines.columns()).all(|at| {
            let sum: f64 = chosen.iter().map(|other| number(*other, at)).sum();
            let near = 1e-9 * sum + lines.steps[at] / 2.0 * (chosen.len() + 1) as f64;
            let off = (number(line, at) - sum).abs();
            off.is_nan() || off <= near
        })
    };
    others.len() > FEW || (1..1_usize << others.len()).any(agrees)
}

/// In how many columns two lines have a number above 0, and in how many of these it is the same.
pub fn met(lines: &Lines, one: usize, other: usize) -> (usize, usize) {
    let pairs = lines.numbers[one].iter().zip(&lines.numbers[other]);
    let met = pairs.filter(|(one, other)| **one > 0.0 && **other > 0.0);
    met.fold((0, 0), |(all, same), (one, other)| {
        (all + 1, same + usize::from(one == other))
    })
}

/// The lines that have a number in each column, for columns in which one has.
pub fn given(lines: &Lines) -> impl Iterator<Item = Vec<usize>> {
    let columns = 0..lines.columns();
    let of_column = |at: usize| -> Vec<usize> {
        let all = 0..lines.numbers.len();
        all.filter(|line| !lines.numbers[*line][at].is_nan())
            .collect()
    };
    columns.map(of_column).filter(|given| !given.is_empty())
}

/// Whether a line has a number somewhere, above 0, where none of some others has one.
pub fn stands_alone(lines: &Lines, line: usize, others: impl Iterator<Item = usize>) -> bool {
    let others: Vec<&Vec<f64>> = others.map(|other| &lines.numbers[other]).collect();
    let numbers = lines.numbers[line].iter().enumerate();
    let mut given = numbers.filter(|(_, number)| **number > 0.0);
    given.any(|(at, _)| others.iter().all(|other| other[at].is_nan()))
}

/// Whether one line is somewhere more than another, by more than it may be off.
pub fn exceeds(lines: &Lines, one: usize, other: usize, off: f64) -> bool {
    let pairs = lines.numbers[one].iter().zip(&lines.numbers[other]);
    pairs
        .zip(&lines.steps)
        .any(|((one, other), step)| *one > other + step + off + 1e-9 * other.abs())
}

/// Whether some lines together are as much as others, wherever all of them are known.
pub fn agree(lines: &Lines, wholes: &[bool], parts: &[bool]) -> bool {
    let sum = |of: &[bool], at: usize| -> f64 {
        let numbers = lines.numbers.iter().zip(of);
        numbers.filter(|(_, is)| **is).map(|(of, _)| of[at]).sum()
    };
    let mut is_met = false;
    let agrees = (0..lines.steps.len()).all(|at| {
        let (whole, sum) = (sum(wholes, at), sum(parts, at));
        is_met |= whole > 0.0 && sum > 0.0;
        let near = 1e-9 * whole.abs() + lines.steps[at] / 2.0 * parts.len() as f64;
        whole.is_nan() || sum.is_nan() || (whole - sum).abs() <= near
    });
    agrees && is_met
}

/// The line that is the sum of all others, sums that are known apart.
pub fn of_all(lines: &Lines, known: &[bool]) -> Option<usize> {
    let open: Vec<usize> = (0..known.len()).filter(|line| !known[*line]).collect();
    if open.len() > LINES {
        return None;
    }
    let mut candidates = vec![true; open.len()];
    let mut agreeing = vec![0_usize; open.len()];
    let mut compared = 0;
    for (at, step) in lines.steps.iter().enumerate() {
        let numbers = || open.iter().map(|line| lines.numbers[*line][at]);
        let sum: f64 = numbers().sum();
        // What is not wholly given neither shows a total nor speaks against it.
        if sum.is_nan() {
            continue;
        }
        let parts = numbers().filter(|number| *number > 0.0).count();
        let exact = 1e-9 * sum.abs() + step / 2.0 * (parts + 1) as f64;
        compared += usize::from(parts >= 3);
        for (place, number) in numbers().enumerate() {
            let off = (2.0 * number - sum).abs();
            candidates[place] &= off <= exact.max(NOISE * parts as f64);
            agreeing[place] += usize::from(parts >= 3 && off <= exact);
        }
    }
    // Of protected sums nine of ten must agree all the same.
    let is_whole = |place: &usize| {
        let agreeing = agreeing[*place];
        candidates[*place] && agreeing * 10 >= compared * 9 && agreeing >= AGREEING
    };
    (0..open.len()).find(is_whole).map(|place| open[place])
}
