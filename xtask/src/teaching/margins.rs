//! Emigrations by group, origin, education and destination over all years: the totals that most
//! printed claims are about, met before years and ages are spread within them.

use super::codes::{BACHELOR, DESCENDANTS, DESTINATIONS, EDUCATION, ORIGIN_GROUPS, ORIGINS};
use super::dice::Dice;
use super::fit::{apportion, fit};
use super::population::Population;
use super::targets::{EDUCATION_BY_DESTINATION, GROUP, ORIGIN};

/// Emigrations 2000-2023 by `[group][origin][education][destination]`; a group not split by
/// origin has one line.
pub type Margins = Vec<Vec<Vec<Vec<u32>>>>;

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
pub fn split_by_education(total: u32, exposure: [f64; 2], ratio: f64) -> [u32; 2] {
    let parts = apportion(&[exposure[0], exposure[1] * ratio], total);
    [parts[0], parts[1]]
}

/// The totals of every group.
pub fn build(population: &Population) -> Margins {
    let mut margins = descendant_margins(population);
    margins.push(one_parent_margins(population));
    for (group, target) in GROUP.iter().enumerate().skip(ORIGIN_GROUPS) {
        let exposures = exposure(population, group)[0];
        let total = target.emigrations.iter().sum();
        let by_education =
            split_by_education(total, exposures, target.education_ratio.unwrap_or(1.0));
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
        let own = ORIGIN[origin].education_ratio;
        let ratio = (GROUP[group].education_ratio.unwrap_or(own) + own) / 2.0;
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
