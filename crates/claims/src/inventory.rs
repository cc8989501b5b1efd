//! What a data set consists of: its years, ages, groups, origins, periods.

use std::rc::Rc;

use data::Table;
use kernels::stable_sort as order;
use measures::source::NoTable;
use measures::{Measure, Question, Status};

use super::ask::Asker;
use super::claim::{Base, Claim, Measured, Printed, Side};
use super::verdict::Reason;

/// The numbers of a claim about what the data set consists of; `None` for any other claim.
pub(super) fn count(asker: &Asker, claim: &Claim) -> Option<Result<Vec<f64>, Reason>> {
    let side = &claim.selection.left;
    let size = |dimension: &str| Ok(vec![codes(asker, dimension)?.len() as f64]);
    let selected = |dimension: &str| {
        let known = codes(asker, dimension)?;
        let wanted = match side.term(dimension) {
            Some(term) => term.codes.resolve(dimension, asker.dataset),
            None => known.clone(),
        };
        let present = known.iter().filter(|code| wanted.contains(code)).count();
        Ok(vec![present as f64])
    };
    Some(match claim.measure {
        Measured::MinYear => years(asker, claim.base).map(|years| vec![lowest(&years)]),
        Measured::MaxYear => years(asker, claim.base).map(|years| vec![highest(&years)]),
        Measured::MinAge => numbers(asker, "age").map(|ages| vec![lowest(&ages)]),
        Measured::MaxAge => numbers(asker, "age").map(|ages| vec![highest(&ages)]),
        Measured::Ages => size("age"),
        Measured::Years => size("year"),
        Measured::BirthCohorts => cohorts(asker),
        Measured::Groups => selected("group"),
        Measured::EducationLevels => size("education"),
        Measured::OriginGroups => size("origin"),
        Measured::OriginGroupsShownSingly => selected("origin"),
        Measured::DestinationCodes => size("destination"),
        Measured::SeparateDestinationAreas => selected("destination"),
        Measured::Periods => periods(asker).map(|periods| vec![periods.len() as f64]),
        Measured::PeriodBounds => bounds(asker, side),
        Measured::ReturnHorizon => horizon(asker),
        _ => return None,
    })
}

/// The printed numbers, in the order of [`count`].
pub(super) fn printed(claim: &Claim) -> Vec<f64> {
    match &claim.value {
        Printed::Number(number) => vec![*number],
        Printed::Ranges(ranges) => ranges.iter().flat_map(|(from, to)| [*from, *to]).collect(),
        _ => Vec::new(),
    }
}

/// The codes of a dimension: from columns, and from what tables say they cover.
fn codes(asker: &Asker, dimension: &str) -> Result<Vec<String>, Reason> {
    let mut codes = asker.dataset.codes(dimension);
    let tables = asker.dataset.tables.iter().map(|table| &table.coverage);
    for coverage in tables.chain([&asker.dataset.coverage]) {
        for code in coverage.get(dimension).into_iter().flatten() {
            if !codes.contains(code) {
                codes.push(code.clone());
            }
        }
    }
    if codes.is_empty() {
        return Err(Reason::NoDimension(dimension.to_owned()));
    }
    Ok(codes)
}

fn numbers(asker: &Asker, dimension: &str) -> Result<Vec<f64>, Reason> {
    let numbers: Vec<f64> = codes(asker, dimension)?
        .iter()
        .filter_map(|code| code.parse().ok())
        .collect();
    if numbers.is_empty() {
        return Err(Reason::NoDimension(dimension.to_owned()));
    }
    Ok(numbers)
}

fn lowest(numbers: &[f64]) -> f64 {
    numbers.iter().copied().fold(f64::MAX, f64::min)
}

fn highest(numbers: &[f64]) -> f64 {
    numbers.iter().copied().fold(f64::MIN, f64::max)
}

/// The years of the data, or of those emigrations whose return can be known.
fn years(asker: &Asker, base: Base) -> Result<Vec<f64>, Reason> {
    if base != Base::Returns {
        return numbers(asker, "year");
    }
    let by_year = asker.ask(&Question::new(Measure::ReturnShare, ["year"]));
    if let Ok(answer) = by_year.as_ref() {
        let observed: Vec<f64> = answer
            .rows
            .iter()
            .filter(|row| row.status == Status::Ok)
            .filter_map(|row| row.key.first()?.parse().ok())
            .collect();
        if !observed.is_empty() {
            return Ok(observed);
        }
    }
    // Without a column of years the returns tables still say which years they cover.
    let covered: Vec<f64> = return_tables(asker)
        .filter_map(|table| table.coverage.get("year"))
        .flatten()
        .filter_map(|year| year.parse().ok())
        .collect();
    if covered.is_empty() {
        return Err(Reason::NoTable(NoTable { tables: Vec::new() }));
    }
    Ok(covered)
}

/// Birth cohorts follow from year less age.
fn cohorts(asker: &Asker) -> Result<Vec<f64>, Reason> {
    let (years, ages) = (numbers(asker, "year")?, numbers(asker, "age")?);
    let oldest = lowest(&years) - highest(&ages);
    let youngest = highest(&years) - lowest(&ages);
    Ok(vec![youngest - oldest + 1.0])
}

/// The periods, as the measures derive them.
pub(super) fn periods(asker: &Asker) -> Result<Vec<String>, Reason> {
    let asked = asker.ask(&Question::new(Measure::Emigrations, ["period"]));
    let answer = asked.as_ref().as_ref().map_err(Reason::from)?;
    let mut periods: Vec<String> = answer
        .rows
        .iter()
        .filter_map(|row| row.key.first().cloned())
        .collect();
    order::sort_by(&mut periods, &Ord::cmp);
    Ok(periods)
}

/// First and last year of the periods a claim names by their number.
fn bounds(asker: &Asker, side: &Side) -> Result<Vec<f64>, Reason> {
    let periods = periods(asker)?;
    let wanted = side
        .term("period")
        .map(|term| term.codes.resolve("period", asker.dataset))
        .unwrap_or_default();
    let mut bounds: Vec<f64> = Vec::new();
    for number in wanted {
        let place = number.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let years: Option<[f64; 2]> = place
            .and_then(|place| periods.get(place))
            .map(|period| period.split_once('-').unwrap_or((period, period)))
            .and_then(|(from, to)| Some([from.parse().ok()?, to.parse().ok()?]));
        bounds.extend(years.ok_or_else(|| Reason::NoDimension("period".to_owned()))?);
    }
    Ok(bounds)
}

/// Both measures of return are defined at five years, counted or printed.
fn horizon(asker: &Asker) -> Result<Vec<f64>, Reason> {
    if return_tables(asker).next().is_none() {
        return Err(Reason::NoTable(NoTable { tables: Vec::new() }));
    }
    Ok(vec![5.0])
}

/// Tables with returns, counted or printed as shares.
fn return_tables<'a>(asker: &Asker<'a>) -> impl Iterator<Item = &'a Rc<Table>> + use<'a> {
    asker.dataset.tables.iter().filter(|table| {
        ["returned_5y", "return_share_percent"]
            .iter()
            .any(|column| table.measure(column).is_some())
    })
}
