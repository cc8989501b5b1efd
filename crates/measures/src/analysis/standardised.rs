//! Crude and standardised rates side by side.

use crate::{Note, answer::SMALL_EVENTS};
use data::Dataset;
use stats::interval::garwood;
use stats::standardise::{Stratum, direct, indirect};
use stats::{Interval, Status};

use super::strata::{Part, Strata, columns, whole};
use super::{Estimate, Failure, Scope};

/// What is standardised.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The dimensions that tell the groups apart.
    pub by: Vec<String>,
    /// The dimensions whose composition is made equal: age, education, or both.
    pub over: Vec<String>,
    /// Whose composition all groups are given, and whose rates give the expected events.
    pub standard: Standard,
    /// How the interval of a directly standardised rate is formed.
    pub interval: DirectInterval,
    /// The part of the data set.
    pub scope: Scope,
    /// Confidence level.
    pub level: f64,
}

/// The standard population.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Standard {
    /// All groups of the request together.
    #[default]
    Pooled,
    /// One of the groups, by its key.
    Group(Vec<String>),
}

/// Interval of a directly standardised rate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DirectInterval {
    /// Gamma interval of Fay and Feuer.
    #[default]
    FayFeuer,
    /// Dobson's with Byar's limits; none without events.
    DobsonByar,
}

/// Crude and standardised rates of every group.
#[derive(Clone, Debug, PartialEq)]
pub struct Standardised {
    /// The table that answered.
    pub table: String,
    /// The dimensions of the keys.
    pub by: Vec<String>,
    /// The dimensions of the strata.
    pub over: Vec<String>,
    /// The standard used. Show it beside the numbers: they compare only with the same standard.
    pub standard: Standard,
    /// One code for each dimension of `over`, stratum by stratum.
    pub strata: Vec<Vec<String>>,
    /// Events and exposure of the standard; its exposure is the weight of a stratum.
    pub standard_parts: Vec<Result<(f64, f64), Status>>,
    /// The groups.
    pub rows: Vec<StandardisedRow>,
    /// Remarks of the answer.
    pub notes: Vec<Note>,
}

/// One group.
#[derive(Clone, Debug, PartialEq)]
pub struct StandardisedRow {
    /// Key of the group.
    pub key: Vec<String>,
    /// Events and exposure in each stratum, in the order of [`Standardised::strata`].
    pub parts: Vec<Result<(f64, f64), Status>>,
    /// Events and exposure in all.
    pub whole: Result<(f64, f64), Status>,
    /// Crude rate, with Garwood's interval.
    pub crude: Estimate,
    /// Directly standardised rate.
    pub direct: Estimate,
    /// Expected events at the rates of the standard.
    pub expected: Option<f64>,
    /// Observed over expected, with Garwood's limits. Two such ratios do not compare when the
    /// groups' compositions differ.
    pub observed_expected: Estimate,
    /// That ratio times the crude rate of the standard.
    pub indirect_rate: Option<f64>,
    /// Fewer than ten events.
    pub small: bool,
}

/// Standardises the rates of every group.
pub fn standardised(dataset: &Dataset, request: &Request) -> Result<Standardised, Failure> {
    if request.over.is_empty() || request.over.iter().any(|over| request.by.contains(over)) {
        return Err(Failure::Invalid);
    }
    let strata = Strata::ask(dataset, &request.scope, &request.by, &request.over)?;
    let standard: Vec<Part> = match &request.standard {
        Standard::Group(key) => strata.parts[strata.group(key)?].clone(),
        Standard::Pooled => {
            let count = strata.names().len();
            (0..count)
                .map(|stratum| {
                    let of_groups: Vec<Part> =
                        strata.parts.iter().map(|parts| parts[stratum]).collect();
                    whole(&of_groups)
                })
                .collect()
        }
    };
    let rows = strata
        .groups
        .iter()
        .zip(&strata.parts)
        .map(|(key, parts)| row(key, parts, &standard, request))
        .collect();
    Ok(Standardised {
        strata: strata.names(),
        table: strata.answer.table,
        by: request.by.clone(),
        over: request.over.clone(),
        standard: request.standard.clone(),
        standard_parts: standard,
        rows,
        notes: strata.answer.notes,
    })
}

fn row(key: &[String], parts: &[Part], standard: &[Part], request: &Request) -> StandardisedRow {
    let level = request.level;
    let all = whole(parts);
    let crude = all.and_then(|(events, exposure)| {
        let interval = garwood(events, exposure, level)?;
        Ok(Estimate::new(events / exposure, interval))
    });
    let directly = columns(parts).and_then(|(events, exposure)| {
        let (_, weights) = columns(standard)?;
        let rate = direct(&events, &exposure, &weights, level)?;
        let interval: Option<Interval> = match request.interval {
            DirectInterval::FayFeuer => Some(rate.fay_feuer),
            DirectInterval::DobsonByar => rate.dobson_byar,
        };
        Ok(Estimate {
            value: Some(rate.rate),
            interval,
            status: rate.status,
        })
    });
    let indirectly = columns(parts).and_then(|(_, exposure)| {
        let reference = columns(standard)?;
        let strata: Vec<Stratum> = exposure
            .iter()
            .zip(reference.0.iter().zip(&reference.1))
            .map(|(exposure, (events, total))| Stratum {
                exposure: *exposure,
                reference_events: *events,
                reference_exposure: *total,
            })
            .collect();
        indirect(all?.0, &strata, level)
    });
    let (expected, observed_expected, indirect_rate) = match indirectly {
        Err(status) => (None, Estimate::absent(status), None),
        Ok(found) => match found.ratio {
            None => (Some(found.expected), Estimate::absent(found.status), None),
            Some(ratio) => (
                Some(found.expected),
                Estimate::new(ratio.ratio, ratio.exact),
                Some(ratio.indirect_rate),
            ),
        },
    };
    StandardisedRow {
        key: key.to_vec(),
        parts: parts.to_vec(),
        whole: all,
        crude: Estimate::from_result(crude),
        direct: Estimate::from_result(directly),
        expected,
        observed_expected,
        indirect_rate,
        small: all.is_ok_and(|(events, _)| events < SMALL_EVENTS),
    }
}
