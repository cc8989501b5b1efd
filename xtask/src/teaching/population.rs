//! Residents by group, origin, education, age and year, in whole persons.
//!
//! Age is the age reached on 31 December, so both populations of an (age, year) cell are the
//! same birth cohort, and 31 December of one year is 1 January of the next one age older.

use super::codes::{
    AGES, BACHELOR, COHORTS, DESCENDANTS, EDUCATION, FIRST_AGE, FIRST_YEAR, GROUPS, NO_ORIGIN,
    ORIGIN_GROUPS, ORIGINS, YEARS,
};
use super::dice::Dice;
use super::fit::{Grid, broken_line};
use super::targets::{
    EDUCATION_BY_AGE, EDUCATION_BY_YEAR, GROUP, IMMIGRANTS_BY_AGE, Line, ORIGIN, Residents,
};

/// Where the residents of a cell are counted.
#[derive(Clone, Copy)]
pub struct Place {
    /// Position in [`GROUPS`].
    pub group: usize,
    /// Position in [`ORIGINS`], or [`NO_ORIGIN`].
    pub origin: usize,
    /// Position in [`EDUCATION`].
    pub education: usize,
    /// Age less 18.
    pub age: usize,
    /// Year less 2000.
    pub year: usize,
}

/// Both populations of every cell.
pub struct Population {
    /// `[on 1 January, on 31 December]` by [`Population::at`].
    cells: Vec<[u32; 2]>,
}

impl Population {
    /// Residents of the cell on 1 January and 31 December.
    pub fn at(&self, place: Place) -> [u32; 2] {
        self.cells[index(place)]
    }

    /// Twice the person-years of a group by origin, education and year: whole numbers.
    pub fn exposure_by_origin(&self, group: usize) -> Vec<Grid<f64>> {
        let mut sums = vec![vec![vec![0.0; YEARS]; EDUCATION.len()]; origins_of(group).len()];
        for p in places().filter(|p| p.group == group) {
            sums[p.origin - origins_of(group).start][p.education][p.year] += self.twice_mean(p);
        }
        sums
    }

    /// Twice the person-years of a group by education, age and year: whole numbers.
    pub fn exposure_by_age(&self, group: usize) -> Vec<Grid<f64>> {
        let mut sums = vec![vec![vec![0.0; YEARS]; AGES]; EDUCATION.len()];
        for p in places().filter(|p| p.group == group) {
            sums[p.education][p.age][p.year] += self.twice_mean(p);
        }
        sums
    }

    fn twice_mean(&self, place: Place) -> f64 {
        let [jan1, dec31] = self.at(place);
        f64::from(jan1 + dec31)
    }
}

fn index(p: Place) -> usize {
    (((p.group * (NO_ORIGIN + 1) + p.origin) * EDUCATION.len() + p.education) * AGES + p.age)
        * YEARS
        + p.year
}

/// Origins a group is split by.
pub fn origins_of(group: usize) -> std::ops::Range<usize> {
    if group < ORIGIN_GROUPS {
        0..ORIGINS.len()
    } else {
        NO_ORIGIN..NO_ORIGIN + 1
    }
}

/// Every cell of the register, in a fixed order.
pub fn places() -> impl Iterator<Item = Place> {
    (0..GROUPS.len()).flat_map(|group| {
        origins_of(group).flat_map(move |origin| {
            (0..EDUCATION.len()).flat_map(move |education| {
                (0..AGES).flat_map(move |age| {
                    (0..YEARS).map(move |year| Place {
                        group,
                        origin,
                        education,
                        age,
                        year,
                    })
                })
            })
        })
    })
}

/// Builds the population.
pub fn build() -> Population {
    let mut dice = Dice::named("population");
    let mut population = Population {
        cells: vec![[0; 2]; GROUPS.len() * (NO_ORIGIN + 1) * EDUCATION.len() * AGES * YEARS],
    };
    let entries = entries();
    for group in 0..GROUPS.len() {
        for origin in origins_of(group) {
            for cohort in 0..COHORTS {
                let stocks = stocks(group, origin, cohort, &entries, &mut dice);
                // One draw for both dates of a cell: rounding then never invents a move between
                // the education levels within a year.
                let draw = dice.uniform();
                for (start, pair) in stocks.windows(2).enumerate() {
                    let year = first_year(cohort) + start;
                    let age = year + AGES - 1 - cohort;
                    let share = bachelor_share(group, origin, age, year);
                    let higher = |stock: u32| (f64::from(stock) * share + draw) as u32;
                    for education in 0..EDUCATION.len() {
                        let part = |stock: u32| {
                            let higher = higher(stock).min(stock);
                            let high = if share > 0.0 { higher } else { 0 };
                            if education == BACHELOR {
                                high
                            } else {
                                stock - high
                            }
                        };
                        population.cells[index(Place {
                            group,
                            origin,
                            education,
                            age,
                            year,
                        })] = [part(pair[0]), part(pair[1])];
                    }
                }
            }
        }
    }
    population
}

/// First year (less 2000) a cohort (less 1965) is 18 or older in the data.
pub fn first_year(cohort: usize) -> usize {
    cohort.saturating_sub(AGES - 1)
}

/// Years a cohort is within the ages 18-35.
pub fn observed_years(cohort: usize) -> usize {
    (cohort + 1).min(YEARS) - first_year(cohort)
}

/// Stocks of a cohort on 1 January of each observed year and at the end of the last one.
fn stocks(
    group: usize,
    origin: usize,
    cohort: usize,
    entries: &[Grid<f64>],
    dice: &mut Dice,
) -> Vec<u32> {
    let draw = dice.uniform();
    (0..=observed_years(cohort))
        .map(|step| {
            let year = first_year(cohort) + step;
            let age = year + AGES - 1 - cohort;
            let size = match GROUP[group].residents {
                Residents::Arriving(residents) => arriving(residents, age, year),
                Residents::Cohorts { loss, .. } => {
                    let entry = entries[group][origin - origins_of(group).start][cohort];
                    entry * remaining(loss, age - step, step)
                }
            };
            (size + draw) as u32
        })
        .collect()
}

/// Residents of a group that keeps arriving.
fn arriving(residents: Line, age: usize, year: usize) -> f64 {
    let at = |age: usize| broken_line(IMMIGRANTS_BY_AGE, f64::from(FIRST_AGE) + age as f64);
    let all: f64 = (0..AGES).map(at).sum();
    broken_line(residents, f64::from(FIRST_YEAR) + year as f64) * at(age) / all
}

/// Share of a cohort still resident `steps` years after it was `first_age` (less 18) years old.
fn remaining(loss: f64, first_age: usize, steps: usize) -> f64 {
    // Net losses are largest in the mid twenties and nearly vanish towards 35.
    let shape = [(0.0, 0.5), (4.0, 1.3), (9.0, 1.6), (13.0, 0.8), (17.0, 0.3)];
    (first_age..first_age + steps)
        .map(|age| 1.0 - loss * broken_line(&shape, age as f64))
        .product()
}

/// Person-years of a cohort for each person at entry.
fn years_each(loss: f64, cohort: usize) -> f64 {
    let first_age = first_year(cohort) + AGES - 1 - cohort;
    (0..observed_years(cohort))
        .map(|step| (remaining(loss, first_age, step) + remaining(loss, first_age, step + 1)) / 2.0)
        .sum()
}

/// Cohort sizes at entry, `[group][origin][cohort]`; one line for a group not split by origin.
fn entries() -> Vec<Grid<f64>> {
    let totals: Vec<Vec<f64>> = (0..GROUPS.len()).map(group_entries).collect();
    let descendants: Grid<f64> = by_origin(&totals[..DESCENDANTS], |group, origin| {
        let target = &ORIGIN[origin];
        let part = [target.norwegian_born, 1.0 - target.norwegian_born][group];
        f64::from(target.emigrations) / target.rate * part
    });
    let one_parent = by_origin(&totals[DESCENDANTS..ORIGIN_GROUPS], |_, origin| {
        ORIGIN[origin].one_parent[0]
    });
    let lines = ORIGINS.len();
    let mut entries = vec![
        descendants[..lines].to_vec(),
        descendants[lines..].to_vec(),
        one_parent,
    ];
    entries.extend(
        totals[ORIGIN_GROUPS..]
            .iter()
            .map(|line| vec![line.clone()]),
    );
    entries
}

/// Cohort sizes of one group. They sum to a little less than the persons of the sample table:
/// the rest are people who first live in the country again at a later 1 January.
fn group_entries(group: usize) -> Vec<f64> {
    let Residents::Cohorts { sizes, .. } = GROUP[group].residents else {
        return Vec::new();
    };
    let mut dice = Dice::named(GROUPS[group]);
    let line: Vec<f64> = (0..COHORTS)
        .map(|cohort| broken_line(sizes, 1965.0 + cohort as f64) * dice.factor(0.012))
        .collect();
    let sum: f64 = line.iter().sum();
    line.iter()
        .map(|size| size / sum * f64::from(GROUP[group].persons) * 0.996)
        .collect()
}

/// Splits the cohorts of some groups by origin: scaled in turn to each origin's wanted share of
/// the person-years and to the size of each cohort. Lines are `group * origins + origin`.
fn by_origin(totals: &[Vec<f64>], wanted: impl Fn(usize, usize) -> f64) -> Grid<f64> {
    let origins = ORIGINS.len();
    let first_group = if totals.len() == DESCENDANTS {
        0
    } else {
        DESCENDANTS
    };
    let mut grid: Grid<f64> = (0..totals.len() * origins)
        .map(|line| {
            let growth = ORIGIN[line % origins].growth;
            let knots = [
                (0.0, growth[0]),
                (17.0, growth[1]),
                (28.0, growth[2]),
                (40.0, growth[3]),
            ];
            (0..COHORTS)
                .map(|cohort| broken_line(&knots, cohort as f64))
                .collect()
        })
        .collect();
    let each: Grid<f64> = (0..totals.len())
        .map(|g| match GROUP[first_group + g].residents {
            Residents::Cohorts { loss, .. } => (0..COHORTS).map(|c| years_each(loss, c)).collect(),
            Residents::Arriving(_) => Vec::new(),
        })
        .collect();
    let person_years =
        |g: usize, sizes: &[f64]| sizes.iter().zip(&each[g]).map(|(s, y)| s * y).sum::<f64>();
    let years: f64 = totals
        .iter()
        .enumerate()
        .map(|(g, line)| person_years(g, line))
        .sum();
    let wanted: Vec<f64> = (0..grid.len())
        .map(|line| wanted(line / origins, line % origins))
        .collect();
    let all: f64 = wanted.iter().sum();
    for _ in 0..400 {
        for (line, sizes) in grid.iter_mut().enumerate() {
            let now = person_years(line / origins, sizes);
            let scale = wanted[line] / all * years / now;
            sizes.iter_mut().for_each(|size| *size *= scale);
        }
        for (g, total) in totals.iter().enumerate() {
            for (c, total) in total.iter().enumerate() {
                let lines = g * origins..(g + 1) * origins;
                let now: f64 = grid[lines.clone()].iter().map(|sizes| sizes[c]).sum();
                grid[lines]
                    .iter_mut()
                    .for_each(|sizes| sizes[c] *= total / now);
            }
        }
    }
    grid
}

/// Share with higher education in a cell.
fn bachelor_share(group: usize, origin: usize, age: usize, year: usize) -> f64 {
    let level = if origin == NO_ORIGIN {
        1.0
    } else {
        ORIGIN[origin].education_level
    };
    // Differences between origins are smaller among those with one foreign-born parent.
    let level = if group < DESCENDANTS {
        level
    } else {
        (level + 3.0) / 4.0
    };
    broken_line(EDUCATION_BY_AGE, f64::from(FIRST_AGE) + age as f64)
        * broken_line(EDUCATION_BY_YEAR, f64::from(FIRST_YEAR) + year as f64)
        * GROUP[group].education_level
        * level
}
