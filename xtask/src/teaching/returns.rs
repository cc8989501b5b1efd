//! Who is resident again on 1 January so many years after the emigration.

use super::codes::{CURVE_LENGTH, DESCENDANTS, EDUCATION, GROUPS, KINDS, ORIGINS, RETURN_YEARS};
use super::dice::Dice;
use super::fit::{Grid, apportion, fit, rake, round_to_totals};
use super::margins::split_by_education;
use super::register::Emigration;
use super::targets::{GROUP, ORIGIN, RETURN_CURVE};

/// Marks the returns of every emigration. The list is ordered by group.
pub fn mark(emigrations: &mut [Emigration]) {
    for (group, part) in emigrations
        .chunk_by_mut(|a, b| a.place.group == b.place.group)
        .enumerate()
        .skip(DESCENDANTS)
    {
        let counts = group_return_counts(group, part);
        mark_returns(part, |e| (0, e.place.education, e.kind()), &[counts]);
    }
    let descendants = emigrations.partition_point(|e| e.place.group < DESCENDANTS);
    mark_descendant_returns(&mut emigrations[..descendants]);
    mark_return_years(emigrations);
}

/// Emigrations of 2000-2019 in `part` by `[education][kind]`.
fn followed(part: &[Emigration]) -> Grid<u32> {
    let mut counts = vec![vec![0; KINDS.len()]; EDUCATION.len()];
    for e in part.iter().filter(|e| e.place.year < RETURN_YEARS) {
        counts[e.place.education][e.kind()] += 1;
    }
    counts
}

/// Returned after five years in a group by `[education][kind]`.
fn group_return_counts(group: usize, part: &[Emigration]) -> Grid<u32> {
    let counts = followed(part);
    let mut returned = vec![vec![0; KINDS.len()]; EDUCATION.len()];
    for kind in 0..KINDS.len() {
        let sizes = [0, 1].map(|e| f64::from(counts[e][kind]));
        let ratio = GROUP[group].return_ratio[kind];
        let parts = split_by_education(GROUP[group].returned[kind], sizes, ratio);
        for e in 0..EDUCATION.len() {
            returned[e][kind] = parts[e];
        }
    }
    returned
}

/// Marks five-year returns so that each `(line, education, kind)` gets exactly `counts`, spread
/// over the years like the emigrations with some noise.
fn mark_returns(
    emigrations: &mut [Emigration],
    key: impl Fn(&Emigration) -> (usize, usize, usize),
    counts: &[Grid<u32>],
) {
    let mut dice = Dice::named("returns");
    let year_effect: Vec<f64> = (0..RETURN_YEARS).map(|_| dice.factor(0.015)).collect();
    let mut members: Vec<Vec<Vec<Vec<usize>>>> =
        vec![vec![vec![Vec::new(); KINDS.len()]; EDUCATION.len()]; counts.len()];
    for (i, e) in emigrations.iter().enumerate() {
        if e.place.year < RETURN_YEARS {
            let (line, education, kind) = key(e);
            members[line][education][kind].push(i);
        }
    }
    for (line, counts) in counts.iter().enumerate() {
        for (education, counts) in counts.iter().enumerate() {
            for (kind, &count) in counts.iter().enumerate() {
                let members = &members[line][education][kind];
                let mut sizes = vec![0_u32; RETURN_YEARS];
                members
                    .iter()
                    .for_each(|&i| sizes[emigrations[i].place.year] += 1);
                let mut left = returns_by_year(&sizes, count, &year_effect, &mut dice);
                let mut order = members.clone();
                dice.shuffle(&mut order);
                for i in order {
                    let e = &mut emigrations[i];
                    if left[e.place.year] > 0 {
                        left[e.place.year] -= 1;
                        e.returned_after = Some(5);
                    }
                }
            }
        }
    }
}

/// `count` returns over years with `sizes` emigrations, never more than there are.
fn returns_by_year(sizes: &[u32], count: u32, effect: &[f64], dice: &mut Dice) -> Vec<u32> {
    let total: u32 = sizes.iter().sum();
    if total == 0 {
        return vec![0; sizes.len()];
    }
    let share = f64::from(count) / f64::from(total);
    let seed = sizes
        .iter()
        .zip(effect)
        .map(|(&size, effect)| {
            let back = share * (effect * dice.factor(0.015)).clamp(0.8, 1.2);
            vec![
                f64::from(size) * back,
                f64::from(size) * (1.0 - back).max(0.02),
            ]
        })
        .collect();
    let grid = fit(seed, sizes, &[count, total - count], dice);
    grid.into_iter().map(|line| line[0]).collect()
}

/// Returns of the descendants: printed per group and kind of destination, and per origin and
/// education, so both sets of shares are met at once.
fn mark_descendant_returns(emigrations: &mut [Emigration]) {
    let mut dice = Dice::named("descendant returns");
    let columns = DESCENDANTS * KINDS.len();
    let mut sizes = vec![vec![vec![0_u32; columns]; ORIGINS.len()]; EDUCATION.len()];
    let column = |e: &Emigration| e.place.group * KINDS.len() + e.kind();
    for e in emigrations.iter().filter(|e| e.place.year < RETURN_YEARS) {
        sizes[e.place.education][e.place.origin][column(e)] += 1;
    }
    let mut by_column = vec![vec![0_u32; columns]; EDUCATION.len()];
    for group in 0..DESCENDANTS {
        let part: Vec<Emigration> = emigrations
            .iter()
            .filter(|e| e.place.group == group)
            .copied()
            .collect();
        let counts = group_return_counts(group, &part);
        for education in 0..EDUCATION.len() {
            for kind in 0..KINDS.len() {
                by_column[education][group * KINDS.len() + kind] = counts[education][kind];
            }
        }
    }
    let mut counts =
        vec![vec![vec![0_u32; KINDS.len() * DESCENDANTS]; EDUCATION.len()]; ORIGINS.len()];
    for education in 0..EDUCATION.len() {
        let sizes = &sizes[education];
        let rows = origin_return_counts(sizes, education, by_column[education].iter().sum());
        let odds = rake_odds(sizes, &rows, &by_column[education]);
        let grid = round_to_totals(&odds, &rows, &by_column[education], &mut dice);
        for (origin, line) in grid.into_iter().enumerate() {
            counts[origin][education] = line;
        }
    }
    for group in 0..DESCENDANTS {
        let start = emigrations.partition_point(|e| e.place.group < group);
        let end = emigrations.partition_point(|e| e.place.group <= group);
        let part: Vec<Grid<u32>> = counts
            .iter()
            .map(|grid| {
                grid.iter()
                    .map(|line| line[group * KINDS.len()..(group + 1) * KINDS.len()].to_vec())
                    .collect()
            })
            .collect();
        mark_returns(
            &mut emigrations[start..end],
            |e| (e.place.origin, e.place.education, e.kind()),
            &part,
        );
    }
}

/// Returned by origin: the wanted shares, with their odds moved together to meet the total.
fn origin_return_counts(sizes: &[Vec<u32>], education: usize, total: u32) -> Vec<u32> {
    let size: Vec<f64> = sizes
        .iter()
        .map(|line| f64::from(line.iter().sum::<u32>()))
        .collect();
    let counts = |odds: f64| -> Vec<f64> {
        ORIGIN
            .iter()
            .zip(&size)
            .map(|(origin, size)| {
                let share = origin.returned[education] / 100.0;
                size * odds * share / (1.0 - share + odds * share)
            })
            .collect()
    };
    let (mut low, mut high) = (0.1, 10.0);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if counts(middle).iter().sum::<f64>() < f64::from(total) {
            low = middle
        } else {
            high = middle
        }
    }
    apportion(&counts(low), total)
}

/// Returned by line and column, from margins of both, where a share is line odds times column
/// odds; no cell can exceed its size.
fn rake_odds(sizes: &[Vec<u32>], rows: &[u32], columns: &[u32]) -> Grid<f64> {
    let mut line_odds = vec![1.0_f64; rows.len()];
    let mut column_odds = vec![1.0_f64; columns.len()];
    let cell = |r: usize, c: usize, odds: f64| f64::from(sizes[r][c]) * odds / (1.0 + odds);
    let step = |now: f64, size: f64, target: f64| {
        (target * (size - now) + 1e-12) / (now * (size - target) + 1e-12)
    };
    for _ in 0..5000 {
        for (r, odds) in line_odds.iter_mut().enumerate() {
            let size = f64::from(sizes[r].iter().sum::<u32>());
            let now = (0..columns.len())
                .map(|c| cell(r, c, *odds * column_odds[c]))
                .sum();
            *odds *= step(now, size, f64::from(rows[r]));
        }
        for (c, odds) in column_odds.iter_mut().enumerate() {
            let size = sizes.iter().map(|line| f64::from(line[c])).sum();
            let now = (0..rows.len())
                .map(|r| cell(r, c, line_odds[r] * *odds))
                .sum();
            *odds *= step(now, size, f64::from(columns[c]));
        }
    }
    let fitted = (0..rows.len())
        .map(|r| {
            (0..columns.len())
                .map(|c| cell(r, c, line_odds[r] * column_odds[c]))
                .collect()
        })
        .collect();
    rake(fitted, rows, columns)
}

/// Spreads five-year returns over the first five years, and lets some of the others return in
/// the five years after that.
fn mark_return_years(emigrations: &mut [Emigration]) {
    let mut dice = Dice::named("return years");
    let by_five = RETURN_CURVE[4];
    let mut sizes = [[0_u32; 2]; GROUPS.len()];
    for e in emigrations.iter() {
        sizes[e.place.group][usize::from(e.returned_after.is_some())] += 1;
    }
    for e in emigrations
        .iter_mut()
        .filter(|e| e.place.year < RETURN_YEARS)
    {
        let draw = dice.uniform();
        e.returned_after = if e.returned_after.is_some() {
            (0..5)
                .find(|&k| draw <= RETURN_CURVE[k] / by_five)
                .map(|k| k + 1)
        } else {
            let [away, back] = sizes[e.place.group].map(f64::from);
            (5..CURVE_LENGTH)
                .find(|&k| draw * away <= (RETURN_CURVE[k] - by_five) * back)
                .map(|k| k + 1)
        };
    }
}
