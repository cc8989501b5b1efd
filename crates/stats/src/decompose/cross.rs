//! Two-way composition: age by education, for instance.

use crate::check;
use crate::status::Status;

/// A gap split in a rate effect and the composition by rows and by columns, per unit of exposure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CrossEffects {
    /// Crude rate of population 1.
    pub rate1: f64,
    /// Crude rate of population 2.
    pub rate2: f64,
    /// rate1 - rate2
    pub gap: f64,
    /// Effect of the composition by rows.
    pub row_effect: f64,
    /// Effect of the composition by columns.
    pub column_effect: f64,
    /// Effect of the rates in the cells.
    pub rate_effect: f64,
}

/// One cell as a product of three factors; A B is its share of exposure, r its rate.
struct Factors {
    a: f64,
    b: f64,
    r: f64,
}

/// Das Gupta's nested decomposition (1993) of a cross-classified population.
///
/// Share of cell ij = A B with A = √(N_ij/N_.j · N_i./N_..), B = √(N_ij/N_i. · N_.j/N_..). Rate
/// effect as Kitagawa over the cells; row effect sum of (r1+r2)/2 (B1+B2)/2 (A1-A2), column effect
/// likewise. An average over A, B and r as three equal factors gives other numbers. An empty cell
/// is `no_exposure_in_stratum`. All four tables (rows of columns) must have the same shape.
pub fn das_gupta_cross(
    exposure1: &[Vec<f64>],
    events1: &[Vec<f64>],
    exposure2: &[Vec<f64>],
    events2: &[Vec<f64>],
) -> Result<CrossEffects, Status> {
    let columns = exposure1.first().map_or(0, Vec::len);
    for table in [exposure1, events1, exposure2, events2] {
        if table.len() != exposure1.len() || table.iter().any(|row| row.len() != columns) {
            return Err(Status::Invalid);
        }
    }
    let (first, second) = (factors(exposure1, events1)?, factors(exposure2, events2)?);
    let pairs = || first.iter().zip(&second);
    let crude = |cells: &[Factors]| cells.iter().map(|c| c.a * c.b * c.r).sum::<f64>();
    let (rate1, rate2) = (
        check::finite(crude(&first))?,
        check::finite(crude(&second))?,
    );
    Ok(CrossEffects {
        rate1,
        rate2,
        gap: rate1 - rate2,
        row_effect: pairs()
            .map(|(p, s)| (p.r + s.r) / 2.0 * (p.b + s.b) / 2.0 * (p.a - s.a))
            .sum(),
        column_effect: pairs()
            .map(|(p, s)| (p.r + s.r) / 2.0 * (p.a + s.a) / 2.0 * (p.b - s.b))
            .sum(),
        rate_effect: pairs()
            .map(|(p, s)| (p.a * p.b + s.a * s.b) / 2.0 * (p.r - s.r))
            .sum(),
    })
}

fn factors(exposure: &[Vec<f64>], events: &[Vec<f64>]) -> Result<Vec<Factors>, Status> {
    for (n, x) in exposure.iter().flatten().zip(events.iter().flatten()) {
        check::count(*x)?;
        if check::amount(*n)? == 0.0 {
            return Err(Status::NoExposureInStratum);
        }
    }
    let rows: Vec<f64> = exposure.iter().map(|row| row.iter().sum()).collect();
    let width = exposure.first().map_or(0, Vec::len);
    let columns: Vec<f64> = (0..width)
        .map(|j| exposure.iter().map(|row| row[j]).sum())
        .collect();
    let total: f64 = rows.iter().sum();
    if total == 0.0 {
        return Err(Status::NoExposure);
    }
    let mut cells = Vec::with_capacity(rows.len() * width);
    for (i, row) in exposure.iter().enumerate() {
        for (j, n) in row.iter().enumerate() {
            cells.push(Factors {
                a: (n / columns[j] * (rows[i] / total)).sqrt(),
                b: (n / rows[i] * (columns[j] / total)).sqrt(),
                r: events[i][j] / n,
            });
        }
    }
    Ok(cells)
}
