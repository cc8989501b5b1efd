//! Definitions: the measures are asked for a value and for its parts, and must agree.

use std::rc::Rc;

use data::cell::Cells;
use data::{Cell, Dataset, Dimension, MeasureColumn, Table};
use measures::{Measure, Question, Status, answer};

use super::ask::{Asker, Grid, Query, Value};
use super::claim::{Base, Claim, GROUPS, Measured, NEW_COUNTRY, Scope};
use super::verdict::{Part, Reason};

/// The rate of a table with one row.
pub(super) fn worked_example((emigrations, person_years): (f64, f64)) -> Value {
    let column = |name: &str, number: f64| MeasureColumn {
        name: name.to_owned(),
        cells: Cells::from_iter([Cell::Number(number)]),
        rounding: None,
        perturbed: None,
    };
    let table = Table {
        name: "example".to_owned(),
        dimensions: Vec::new(),
        measures: vec![
            column("emigrations", emigrations),
            column("person_years", person_years),
        ],
        rows: 1,
        coverage: Default::default(),
        flags: None,
        absent_is_zero: false,
        breaks: Vec::new(),
    };
    let dataset = Dataset {
        tables: vec![Rc::new(table)],
        ..Dataset::default()
    };
    let answer = answer(&dataset, &Question::new(Measure::Rate, []))
        .map_err(|refusal| Reason::from(&refusal))?;
    let row = answer.rows.first().ok_or(Reason::NotANumber)?;
    row.value
        .map(|rate| 100.0 * rate)
        .ok_or(Reason::NoValue(row.status))
}

/// For each group (and year) the value and what its definition gives from the parts.
pub(super) fn parts(asker: &Asker, claim: &Claim) -> Result<Vec<Part>, Reason> {
    let groups: Vec<String> = GROUPS.iter().map(|code| (*code).to_owned()).collect();
    let mut spread = vec![("group".to_owned(), groups)];
    if claim.selection.left.scope == Some(Scope::EachYear) {
        let years = asker.dataset.codes("year");
        if years.is_empty() {
            return Err(Reason::NoDimension("year".to_owned()));
        }
        spread.push(("year".to_owned(), years));
    }
    let query = |measured| Query {
        measured,
        base: Base::Emigrations,
        spread: spread.clone(),
        pooled: Vec::new(),
        exposure: None,
    };
    let grid = |measured| asker.grid(&query(measured));
    let with = |measured, codes: &[&str]| {
        let mut query = query(measured);
        let codes = codes.iter().map(|code| (*code).to_owned()).collect();
        query.pooled.push(("destination".to_owned(), codes));
        asker.grid(&query)
    };
    let (value, above, below, scale) = match claim.measure {
        Measured::Population => {
            let (start, end) = populations(asker, &spread)?;
            let sum = both(&start, &end, |start, end| start + end);
            let twos = sum.iter().map(|(key, _)| (key.clone(), Ok(2.0))).collect();
            (grid(Measured::Population)?, sum, twos, 1.0)
        }
        Measured::Rate => {
            let exposure = if claim.selection.left.scope == Some(Scope::EachYear) {
                Measured::Population
            } else {
                Measured::PersonYears
            };
            let events = grid(Measured::Count)?;
            (grid(Measured::Rate)?, events, grid(exposure)?, 100.0)
        }
        Measured::ReturnShare => {
            let mut base = query(Measured::Count);
            base.base = Base::Returns;
            let back = grid(Measured::ReturnedCount)?;
            (
                grid(Measured::ReturnShare)?,
                back,
                asker.grid(&base)?,
                100.0,
            )
        }
        Measured::RebasedDestinationShare => (
            with(Measured::RebasedDestinationShare, &NEW_COUNTRY[..1])?,
            with(Measured::Count, &NEW_COUNTRY[..1])?,
            with(Measured::Count, &NEW_COUNTRY)?,
            100.0,
        ),
        _ => return Err(Reason::NotANumber),
    };
    let defined = both(&above, &below, |above, below| scale * above / below);
    let names: Vec<String> = spread.into_iter().map(|(name, _)| name).collect();
    Ok(value
        .into_iter()
        .zip(defined)
        .map(|((key, value), (_, defined))| {
            let at = names.iter().cloned().zip(key).collect();
            match (value, defined) {
                (Ok(value), Ok(defined)) => Part {
                    at,
                    computed: Some(value),
                    against: Some(defined),
                    holds: Some((value - defined).abs() <= 1e-9 * defined.abs()),
                    reason: None,
                },
                (Err(reason), _) | (_, Err(reason)) => Part {
                    at,
                    computed: None,
                    against: None,
                    holds: None,
                    reason: Some(reason),
                },
            }
        })
        .collect())
}

fn both(one: &Grid, other: &Grid, of: impl Fn(f64, f64) -> f64) -> Grid {
    one.iter()
        .zip(other)
        .map(|((key, one), (_, other))| {
            let value = match (one, other) {
                (Ok(one), Ok(other)) if other.abs() > 0.0 => Ok(of(*one, *other)),
                (Err(reason), _) | (_, Err(reason)) => Err(reason.clone()),
                _ => Err(Reason::NoValue(Status::NoDenominator)),
            };
            (key.clone(), value)
        })
        .collect()
}

/// The published populations at both ends of the year, straight from a table by group and year:
/// the measures only give their mean.
fn populations(asker: &Asker, spread: &[(String, Vec<String>)]) -> Result<(Grid, Grid), Reason> {
    let names = ["population_jan1", "population_dec31"];
    let table = asker
        .dataset
        .tables
        .iter()
        .filter(|table| names.iter().all(|name| table.measure(name).is_some()))
        .filter(|table| {
            spread
                .iter()
                .all(|(name, _)| table.dimension(name).is_some())
        })
        .min_by_key(|table| table.rows)
        .ok_or_else(|| Reason::NoDimension("year".to_owned()))?;
    let column = |name: &str| -> Grid {
        let (groups, years) = (table.dimension("group"), table.dimension("year"));
        let sizes = [groups, years].map(|column| column.map_or(0, |column| column.codes.len()));
        let mut totals: Vec<Option<f64>> = vec![None; sizes[0] * sizes[1]];
        if let (Some(groups), Some(years), Some(column)) = (groups, years, table.measure(name)) {
            for row in 0..table.rows {
                if let Cell::Number(number) = column.cells.get(row) {
                    let place = groups.rows.get(row) as usize * sizes[1];
                    let total = &mut totals[place + years.rows.get(row) as usize];
                    *total = Some(total.unwrap_or(0.0) + number);
                }
            }
        }
        let place = |column: Option<&Dimension>, code: &String| {
            column?.codes.iter().position(|known| known == code)
        };
        let mut grid = Vec::new();
        for group in &spread[0].1 {
            for year in &spread[1].1 {
                let key = vec![group.clone(), year.clone()];
                let total = place(groups, group)
                    .zip(place(years, year))
                    .and_then(|(group, year)| totals[group * sizes[1] + year])
                    .ok_or(Reason::NoValue(Status::NotInTable));
                grid.push((key, total));
            }
        }
        grid
    };
    Ok((column(names[0]), column(names[1])))
}
