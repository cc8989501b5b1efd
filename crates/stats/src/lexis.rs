//! Age by calendar year tables.

use super::check;
use super::status::Status;

/// Which age the table is by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgeKind {
    /// Age at last birthday: squares that hold two birth cohorts,
    /// T = (P(a, 1 Jan t) + P(a, 1 Jan t+1))/2.
    Square,
    /// Age at the end of the year: parallelograms of one birth cohort,
    /// T = (P(a-1, 1 Jan t) + P(a, 1 Jan t+1))/2.
    Parallelogram,
}

/// Exposure and rates of an age by year table. A cell without exposure has no rate, which is not 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Lexis {
    /// Exposure, a row an age, a column a year.
    pub exposure: Vec<Vec<f64>>,
    /// Rates per unit of exposure in the same shape.
    pub rate: Vec<Vec<Option<f64>>>,
    /// Rates over all years, one an age: sum of events over sum of exposure.
    pub rate_by_age: Vec<Option<f64>>,
    /// Rates over all ages, one a year.
    pub rate_by_year: Vec<Option<f64>>,
}

/// Lexis table from populations at 1 January and events.
///
/// `population` has one column more than `events` (the end of the last year) and, for
/// parallelograms, one row more in front: the age below the first. Other shapes are `invalid`.
///
/// References: Lexis (1875); Carstensen (2007).
pub fn lexis(kind: AgeKind, population: &[Vec<f64>], events: &[Vec<f64>]) -> Result<Lexis, Status> {
    let older = usize::from(kind == AgeKind::Parallelogram);
    let years = events.first().map_or(0, Vec::len);
    if population.len() != events.len() + older
        || events.iter().any(|row| row.len() != years)
        || population.iter().any(|row| row.len() != years + 1)
    {
        return Err(Status::Invalid);
    }
    events.iter().try_for_each(|row| check::counts(row))?;
    population.iter().try_for_each(|row| check::amounts(row))?;
    let exposure: Vec<Vec<f64>> = (0..events.len())
        .map(|a| {
            let (start, end) = (&population[a], &population[a + older]);
            (0..years).map(|y| 0.5 * (start[y] + end[y + 1])).collect()
        })
        .collect();
    let rate = |x: f64, t: f64| if t > 0.0 { Some(x / t) } else { None };
    let column = |table: &[Vec<f64>], y: usize| table.iter().map(|row| row[y]).sum::<f64>();
    let rows = || events.iter().zip(&exposure);
    Ok(Lexis {
        rate: rows()
            .map(|(x, t)| x.iter().zip(t).map(|(x, t)| rate(*x, *t)).collect())
            .collect(),
        rate_by_age: rows()
            .map(|(x, t)| rate(x.iter().sum(), t.iter().sum()))
            .collect(),
        rate_by_year: (0..years)
            .map(|y| rate(column(events, y), column(&exposure, y)))
            .collect(),
        exposure,
    })
}
