//! The emigrations, one by one: a joint table of group, origin, education, age, year and
//! destination, with the return of each. Every published table is counted from this list.

use super::codes::{
    AGES, DESCENDANTS, DESTINATIONS, EDUCATION, FIRST_AGE, FIRST_YEAR, GROUPS, KIND_OF, KINDS,
    RETURN_YEARS, YEARS,
};
use super::dice::Dice;
use super::fit::{Grid, apportion, broken_line, fit};
use super::population::{Place, Population, origins_of};
use super::targets::{GROUP, UNKNOWN_BY_YEAR, WESTERN, WESTERN_BY_YEAR};
use super::{margins, returns};

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

/// Builds the list.
pub fn build(population: &Population) -> Vec<Emigration> {
    let mut emigrations = Vec::new();
    for (group, margin) in margins::build(population).iter().enumerate() {
        let mut part = with_years(group, margin, population);
        with_ages(group, &mut part, population);
        emigrations.append(&mut part);
    }
    returns::mark(&mut emigrations);
    emigrations
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
