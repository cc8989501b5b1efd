//! The emigrations, one by one: a joint table of group, origin, education, age, year and
//! destination, with the return of each. Every published table is counted from this list.

use super::codes::{
    AGES, BACHELOR, CURVE_LENGTH, DESCENDANTS, DESTINATIONS, EDUCATION, FIRST_AGE, FIRST_YEAR,
    GROUPS, KIND_OF, KINDS, ORIGIN_GROUPS, ORIGINS, RETURN_YEARS, YEARS,
};
use super::dice::Dice;
use super::fit::{Grid, apportion, broken_line, fit, rake};
use super::population::{Place, Population, origins_of};
use super::targets::{
    EDUCATION_BY_DESTINATION, GROUP, ORIGIN, RETURN_CURVE, UNKNOWN_BY_YEAR, WESTERN,
    WESTERN_BY_YEAR,
};

/// One emigration. Codes are positions in [`super::codes`].
#[derive(Clone, Copy)]
pub struct Emigration {
    /// Group, origin, education, age and year.
    pub place: Place,
    /// Position in [`DESTINATIONS`].
    pub destination: usize,
    /// Resident again on 1 January so many years after; nobody is followed beyond ten.
    pub returned_after: Option<usize>,
}

impl Emigration {
    /// Position in [`KINDS`].
    pub fn kind(&self) -> usize {
        KIND_OF[self.destination]
    }
}

/// Emigrations 2000-2023 by `[group][origin][education][destination]`; a group not split by
/// origin has one line.
type Margins = Vec<Vec<Vec<Vec<u32>>>>;

/// Builds the list.
pub fn build(population: &Population) -> Vec<Emigration> {
    let margins = margins(population);
    let mut emigrations = Vec::new();
    for (group, margin) in margins.iter().enumerate() {
        let mut part = with_years(group, margin, population);
        with_ages(group, &mut part, population);
        emigrations.append(&mut part);
    }
    for (group, part) in emigrations
        .chunk_by_mut(|a, b| a.place.group == b.place.group)
        .enumerate()
    {
        if group >= DESCENDANTS {
            let shares = group_return_counts(group, part);
            mark_returns(part, |e| (0, e.place.education, e.kind()), &shares);
        }
    }
    let descendants = emigrations.partition_point(|e| e.place.group < DESCENDANTS);
    mark_descendant_returns(&mut emigrations[..descendants]);
    mark_return_years(&mut emigrations);
    emigrations
}

/// Twice the person-years of a group by `[origin][education]`.
fn exposure(population: &Population, group: usize) -> Vec<[f64; 2]> {
    population
        .exposure_by_origin(group)
        .iter()
        .map(|lines| [0, 1].map(|education: usize| lines[education].iter().sum()))
        .collect()
}

/// Emigrations of a group 2000-2023 by destination.
fn destination_totals(group: usize) -> Vec<u32> {
    let target = &GROUP[group];
    let both = |kind: usize| target.kinds[0][kind] + target.kinds[1][kind];
    let mut totals = vec![both(0)];
    totals.extend(target.areas);
    totals.push(both(2));
    totals
}

/// `total` by education, when the rate with higher education is `ratio` times the rate without.
fn split_by_education(total: u32, exposure: [f64; 2], ratio: f64) -> [u32; 2] {
    let parts = apportion(&[exposure[0], exposure[1] * ratio], total);
    [parts[0], parts[1]]
}

fn margins(population: &Population) -> Margins {
    let mut margins = descendant_margins(population);
    margins.push(one_parent_margins(population));
    for (group, target) in GROUP.iter().enumerate().skip(ORIGIN_GROUPS) {
        let exposures = exposure(population, group)[0];
        let total = target.emigrations.iter().sum();
        let by_education = split_by_education(total, exposures, target.education_ratio);
        let by_destination = destination_totals(group);
        let weights: Vec<f64> = by_destination.iter().map(|&n| f64::from(n)).collect();
        let seed = (0..EDUCATION.len())
            .map(|e| seed_by_education(&weights, e))
            .collect();
        let mut dice = Dice::named("destinations");
        margins.push(vec![fit(seed, &by_education, &by_destination, &mut dice)]);
    }
    margins
}

/// Destination weights of one education level.
fn seed_by_education(weights: &[f64], education: usize) -> Vec<f64> {
    weights
        .iter()
        .zip(EDUCATION_BY_DESTINATION)
        .map(|(weight, ratio)| {
            if education == BACHELOR {
                weight * ratio
            } else {
                *weight
            }
        })
        .collect()
}

/// Destination weights of the descendants of one origin, per cent.
fn destination_weights(origin: usize) -> Vec<f64> {
    let target = &ORIGIN[origin];
    let [home, unknown] = target.origin_unknown;
    let new = (100.0 - home - unknown) / 100.0;
    let mut weights = vec![home];
    weights.extend(target.areas.map(|area| area * new));
    weights.push(unknown);
    weights
}

/// The two descendant groups: first together by origin, education and destination, where most
/// of the printed claims are, then split between the groups.
fn descendant_margins(population: &Population) -> Margins {
    let groups = 0..DESCENDANTS;
    let lines: Vec<(usize, usize)> = (0..ORIGINS.len())
        .flat_map(|o| (0..EDUCATION.len()).map(move |e| (o, e)))
        .collect();
    let exposures: Vec<Vec<f64>> = groups
        .clone()
        .map(|g| exposure(population, g).concat())
        .collect();

    let by_line: Vec<u32> = (0..ORIGINS.len())
        .flat_map(|origin| {
            let both = [0, 1].map(|e| exposures.iter().map(|x| x[origin * 2 + e]).sum());
            split_by_education(
                ORIGIN[origin].emigrations,
                both,
                ORIGIN[origin].education_ratio,
            )
        })
        .collect();
    let group_destinations: Vec<Vec<u32>> = groups.clone().map(destination_totals).collect();
    let by_destination: Vec<u32> = (0..DESTINATIONS.len())
        .map(|d| group_destinations.iter().map(|totals| totals[d]).sum())
        .collect();
    let seed = lines
        .iter()
        .map(|&(o, e)| seed_by_education(&destination_weights(o), e))
        .collect();
    let mut dice = Dice::named("descendant destinations");
    let together = fit(seed, &by_line, &by_destination, &mut dice);

    let mut margins: Margins =
        vec![vec![vec![vec![0; DESTINATIONS.len()]; EDUCATION.len()]; ORIGINS.len()]; DESCENDANTS];
    for d in 0..DESTINATIONS.len() {
        let rows: Vec<u32> = together.iter().map(|line| line[d]).collect();
        let columns: Vec<u32> = group_destinations.iter().map(|totals| totals[d]).collect();
        let seed = lines
            .iter()
            .enumerate()
            .map(|(line, _)| groups.clone().map(|g| exposures[g][line]).collect())
            .collect();
        let split = fit(seed, &rows, &columns, &mut dice);
        for (&(o, e), parts) in lines.iter().zip(&split) {
            for g in groups.clone() {
                margins[g][o][e][d] = parts[g];
            }
        }
    }
    margins
}

/// Those with one foreign-born parent: origins are published by period, not by destination.
fn one_parent_margins(population: &Population) -> Vec<Vec<Vec<u32>>> {
    let group = DESCENDANTS;
    let total = GROUP[group].emigrations.iter().sum();
    let weights: Vec<f64> = ORIGIN.iter().map(|origin| origin.one_parent[1]).collect();
    let mut rows = Vec::new();
    let mut seed = Vec::new();
    let exposures = exposure(population, group);
    for (origin, emigrations) in apportion(&weights, total).into_iter().enumerate() {
        // Half way between the ratio of the group and the one of the origin.
        let ratio = (GROUP[group].education_ratio + ORIGIN[origin].education_ratio) / 2.0;
        rows.extend(split_by_education(emigrations, exposures[origin], ratio));
        for e in 0..EDUCATION.len() {
            seed.push(seed_by_education(&destination_weights(origin), e));
        }
    }
    let mut dice = Dice::named("one parent destinations");
    let grid = fit(seed, &rows, &destination_totals(group), &mut dice);
    grid.chunks(EDUCATION.len())
        .map(<[Vec<u32>]>::to_vec)
        .collect()
}

/// The calendar year at a position.
fn year_number(year: usize) -> f64 {
    f64::from(FIRST_YEAR) + year as f64
}

/// Emigrations of a group by year, exact in 2000-2019 and 2020-2023.
fn by_year(group: usize) -> Vec<u32> {
    let target = &GROUP[group];
    let mut dice = Dice::named(GROUPS[group]);
    let curve: Vec<f64> = (0..YEARS)
        .map(|year| {
            let level = broken_line(target.yearly, year_number(year));
            // Small groups vary more from year to year, as counts do.
            level * dice.factor(0.012 + 0.25 / level.sqrt())
        })
        .collect();
    let (early, late) = curve.split_at(RETURN_YEARS);
    let [first, last] = target.emigrations;
    [apportion(early, first), apportion(late, last)].concat()
}

/// Spreads the emigrations of a group over the years, and within each education and destination
/// over the origins.
fn with_years(group: usize, margin: &[Vec<Vec<u32>>], population: &Population) -> Vec<Emigration> {
    let mut dice = Dice::named(&format!("years of {}", GROUPS[group]));
    let years = by_year(group);
    let lines: Vec<(usize, usize)> = (0..EDUCATION.len())
        .flat_map(|e| (0..DESTINATIONS.len()).map(move |d| (e, d)))
        .collect();
    let line_total = |&(e, d): &(usize, usize)| margin.iter().map(|o| o[e][d]).sum::<u32>();
    let exposures = population.exposure_by_origin(group);
    let trend = |&(e, d): &(usize, usize), year: usize| {
        let exposure: f64 = exposures.iter().map(|lines| lines[e][year]).sum();
        let unknown = if KIND_OF[d] == 2 {
            broken_line(UNKNOWN_BY_YEAR, year_number(year))
        } else {
            1.0
        };
        exposure * unknown
    };
    let trends: Grid<f64> = lines
        .iter()
        .map(|line| (0..YEARS).map(|year| trend(line, year)).collect())
        .collect();

    // The two spans first: returns are observed for the first only, and its totals are printed.
    let spans = [0..RETURN_YEARS, RETURN_YEARS..YEARS];
    let mut span_totals: Grid<u32> = vec![Vec::new(); lines.len()];
    for kind in 0..KINDS.len() {
        let picked: Vec<usize> = (0..lines.len())
            .filter(|&l| KIND_OF[lines[l].1] == kind)
            .collect();
        let rows: Vec<u32> = picked.iter().map(|&l| line_total(&lines[l])).collect();
        let columns: Vec<u32> = GROUP[group].kinds.iter().map(|span| span[kind]).collect();
        let seed = picked
            .iter()
            .map(|&l| {
                spans
                    .iter()
                    .map(|span| trends[l][span.clone()].iter().sum())
                    .collect()
            })
            .collect();
        for (line, totals) in picked
            .into_iter()
            .zip(fit(seed, &rows, &columns, &mut dice))
        {
            span_totals[line] = totals;
        }
    }
    let mut by_line_and_year: Grid<u32> = vec![Vec::new(); lines.len()];
    for (which, span) in spans.iter().enumerate() {
        let rows: Vec<u32> = span_totals.iter().map(|totals| totals[which]).collect();
        let seed = trends
            .iter()
            .zip(&rows)
            .map(|(trend, &total)| {
                let deviation = 0.02 + 0.5 / f64::from(total / 10 + 1).sqrt();
                trend[span.clone()]
                    .iter()
                    .map(|t| t * dice.factor(deviation))
                    .collect()
            })
            .collect();
        let grid = fit(seed, &rows, &years[span.clone()], &mut dice);
        for (line, counts) in by_line_and_year.iter_mut().zip(grid) {
            line.extend(counts);
        }
    }

    let mut emigrations = Vec::new();
    for (&(education, destination), years) in lines.iter().zip(&by_line_and_year) {
        let rows: Vec<u32> = margin.iter().map(|o| o[education][destination]).collect();
        let seed = exposures
            .iter()
            .enumerate()
            .map(|(origin, lines)| {
                let western = group < DESCENDANTS && WESTERN.contains(&origin);
                let trend = if western {
                    WESTERN_BY_YEAR
                } else {
                    &[(0.0, 1.0)]
                };
                let weigh = |(year, x): (usize, &f64)| x * broken_line(trend, year_number(year));
                lines[education].iter().enumerate().map(weigh).collect()
            })
            .collect();
        let grid = fit(seed, &rows, years, &mut dice);
        for (origin, counts) in origins_of(group).zip(&grid) {
            for (year, &count) in counts.iter().enumerate() {
                let place = Place {
                    group,
                    origin,
                    education,
                    age: 0,
                    year,
                };
                let emigration = Emigration {
                    place,
                    destination,
                    returned_after: None,
                };
                emigrations.extend(std::iter::repeat_n(emigration, count as usize));
            }
        }
    }
    emigrations
}

/// Gives the emigrations of a group their ages, with totals by education, age and year that
/// follow the person-years and the age profile.
fn with_ages(group: usize, emigrations: &mut [Emigration], population: &Population) {
    let mut dice = Dice::named(&format!("ages of {}", GROUPS[group]));
    let exposures = population.exposure_by_age(group);
    for (education, exposures) in exposures.iter().enumerate() {
        let mut by_year = vec![0_u32; YEARS];
        for e in emigrations
            .iter()
            .filter(|e| e.place.education == education)
        {
            by_year[e.place.year] += 1;
        }
        let profile = GROUP[group].age_rates[education];
        let expected: Grid<f64> = (0..AGES)
            .map(|age| {
                let rate = broken_line(profile, f64::from(FIRST_AGE) + age as f64);
                exposures[age]
                    .iter()
                    .map(|exposure| exposure * rate)
                    .collect()
            })
            .collect();
        // Age totals as expected from the years' totals, with the noise of counts that size.
        let year_sums: Vec<f64> = (0..YEARS)
            .map(|y| expected.iter().map(|line| line[y]).sum())
            .collect();
        let weights: Vec<f64> = expected
            .iter()
            .map(|line| {
                let count: f64 = (0..YEARS)
                    .map(|y| {
                        if year_sums[y] > 0.0 {
                            line[y] / year_sums[y] * f64::from(by_year[y])
                        } else {
                            0.0
                        }
                    })
                    .sum();
                count * dice.factor(0.2 / (count + 1.0).sqrt())
            })
            .collect();
        let by_age = apportion(&weights, by_year.iter().sum());
        let seed = expected
            .iter()
            .map(|line| line.iter().map(|x| x * dice.factor(0.06)).collect())
            .collect();
        let grid = fit(seed, &by_age, &by_year, &mut dice);
        let mut ages: Vec<Vec<usize>> = (0..YEARS)
            .map(|year| {
                let mut ages: Vec<usize> = (0..AGES)
                    .flat_map(|age| std::iter::repeat_n(age, grid[age][year] as usize))
                    .collect();
                dice.shuffle(&mut ages);
                ages
            })
            .collect();
        for e in emigrations
            .iter_mut()
            .filter(|e| e.place.education == education)
        {
            if let Some(age) = ages[e.place.year].pop() {
                e.place.age = age;
            }
        }
    }
}

/// Emigrations of 2000-2019 in `part` by `[education][kind]`.
fn followed(part: &[Emigration]) -> Grid<u32> {
    let mut counts = vec![vec![0; KINDS.len()]; EDUCATION.len()];
    for e in part.iter().filter(|e| e.place.year < RETURN_YEARS) {
        counts[e.place.education][e.kind()] += 1;
    }
    counts
}

/// Returned after five years in a group by `[0][education][kind]`.
fn group_return_counts(group: usize, part: &[Emigration]) -> Vec<Grid<u32>> {
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
    vec![returned]
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
                by_column[education][group * KINDS.len() + kind] = counts[0][education][kind];
            }
        }
    }
    let mut counts =
        vec![vec![vec![0_u32; KINDS.len() * DESCENDANTS]; EDUCATION.len()]; ORIGINS.len()];
    for education in 0..EDUCATION.len() {
        let sizes = &sizes[education];
        let rows = origin_return_counts(sizes, education, by_column[education].iter().sum());
        let odds = rake_odds(sizes, &rows, &by_column[education]);
        let grid = super::fit::round_to_totals(&odds, &rows, &by_column[education], &mut dice);
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
