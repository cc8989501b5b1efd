//! Groups against a reference group: ratio, difference, and whether they differ at all.

use crate::{IntervalMethod, Measure, Note, Question, Row, answer, interval};
use data::Dataset;
use stats::compare::{Heterogeneity, heterogeneity, newcombe, rate_difference, rate_ratio};
use stats::special::gamma;
use stats::{Interval, Limit, Status};

use super::{Estimate, Failure, parts};

/// What is compared with what.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// A rate or share by the dimensions that tell the groups apart.
    pub question: Question,
    /// Key of the group the others are set against.
    pub reference: Vec<String>,
    /// How the intervals of the groups' own numbers are formed.
    pub own: IntervalMethod,
    /// How the interval of the ratio is formed.
    pub ratio: RatioMethod,
    /// How the interval of the difference of rates is formed; shares have one way only.
    pub difference: DifferenceMethod,
    /// Confidence level.
    pub level: f64,
}

impl Request {
    /// A comparison with the default methods.
    pub fn new(question: Question, reference: Vec<String>, level: f64) -> Request {
        Request {
            own: IntervalMethod::default_for(&question.measure),
            question,
            reference,
            ratio: RatioMethod::Exact,
            difference: DifferenceMethod::Score,
            level,
        }
    }
}

/// Interval of a ratio of rates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RatioMethod {
    /// Conditional exact.
    #[default]
    Exact,
    /// Conditional mid-P.
    MidP,
    /// Wald's on the logarithm; only with events in both groups.
    Wald,
}

/// Interval of a difference of rates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DifferenceMethod {
    /// MOVER with score limits.
    #[default]
    Score,
    /// MOVER with Garwood's limits, wider.
    Garwood,
}

/// Ratio of a group's rate to that of the reference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RatioEstimate {
    /// The ratio; unbounded when the reference has no events.
    pub ratio: Limit,
    /// Its limits; absent for Wald's when a group has no events.
    pub limits: Option<(f64, Limit)>,
    /// `ok`, `zero_numerator` or `zero_denominator`.
    pub status: Status,
}

impl RatioEstimate {
    /// Whether the interval leaves out "no difference", a ratio of 1.
    pub fn excludes_equality(&self) -> bool {
        self.limits.is_some_and(|(lower, upper)| {
            lower > 1.0 || matches!(upper, Limit::Finite(upper) if upper < 1.0)
        })
    }
}

/// One group against the reference.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The group's own number.
    pub row: Row,
    /// Its own interval.
    pub interval: Result<Interval, Status>,
    /// Whether this is the reference itself; then there is no comparison.
    pub is_reference: bool,
    /// Ratio to the reference; rates only.
    pub ratio: Option<Result<RatioEstimate, Status>>,
    /// Difference from the reference, in the unit of the measure: a rate per unit of exposure, or
    /// a share (0.05 is five percentage points).
    pub difference: Option<Estimate>,
    /// The two groups' own intervals overlap although the interval of the comparison leaves out
    /// "no difference". Overlapping intervals are not a test: say so here.
    pub overlaps_but_differs: bool,
}

/// The comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The table that answered.
    pub table: String,
    /// The dimensions of the keys.
    pub by: Vec<String>,
    /// Key of the reference.
    pub reference: Vec<String>,
    /// Every group, the reference included, in display order.
    pub rows: Vec<Compared>,
    /// Are all groups equal? With national counts hardly ever: show the size of the differences.
    pub heterogeneity: Result<Heterogeneity, Status>,
    /// Remarks of the answer.
    pub notes: Vec<Note>,
}

/// Compares groups with a reference group.
pub fn comparison(dataset: &Dataset, request: &Request) -> Result<Comparison, Failure> {
    let question = &request.question;
    if !question.measure.is_ratio() || question.by.is_empty() {
        return Err(Failure::NotARatio);
    }
    if let Measure::Share { of } = &question.measure
        && question.by.contains(of)
    {
        return Err(Failure::SameTotal {
            dimension: of.clone(),
        });
    }
    let answer = answer(dataset, question)?;
    let reference = answer
        .rows
        .iter()
        .find(|row| row.key == request.reference)
        .ok_or_else(|| Failure::NoSuchGroup(request.reference.clone()))?;
    let method = request.own;
    let is_rate = question.measure == Measure::Rate;
    let own_reference = interval(reference, method, request.level);
    let rows: Vec<Compared> = answer
        .rows
        .iter()
        .map(|row| {
            let own = interval(row, method, request.level);
            let is_reference = row.key == request.reference;
            let pair = || Ok((parts(row)?, parts(reference)?));
            let ratio = (is_rate && !is_reference).then(|| ratio(pair()?, request));
            let difference = (!is_reference).then(|| {
                let found = pair().and_then(|pair| {
                    if is_rate {
                        difference_of_rates(pair, request)
                    } else {
                        difference_of_shares(pair, request.level)
                    }
                });
                Estimate::from_result(found)
            });
            let overlap = match (own, own_reference) {
                (Ok(own), Ok(other)) => own.lower <= other.upper && other.lower <= own.upper,
                _ => false,
            };
            let differs = match (&ratio, &difference) {
                (Some(Ok(ratio)), _) => ratio.excludes_equality(),
                (None, Some(difference)) => difference
                    .interval
                    .is_some_and(|i| i.lower > 0.0 || i.upper < 0.0),
                _ => false,
            };
            Compared {
                row: row.clone(),
                interval: own,
                is_reference,
                ratio,
                difference,
                overlaps_but_differs: overlap && differs,
            }
        })
        .collect();
    let all: Result<Vec<(f64, f64)>, Status> = answer.rows.iter().map(parts).collect();
    let heterogeneity = all.and_then(|parts| {
        let (numerators, denominators): (Vec<f64>, Vec<f64>) = parts.into_iter().unzip();
        if is_rate {
            heterogeneity(&numerators, &denominators)
        } else {
            heterogeneity_of_shares(&numerators, &denominators)
        }
    });
    Ok(Comparison {
        table: answer.table,
        by: answer.by,
        reference: request.reference.clone(),
        rows,
        heterogeneity,
        notes: answer.notes,
    })
}

type Pair = ((f64, f64), (f64, f64));

fn ratio(((x1, t1), (x2, t2)): Pair, request: &Request) -> Result<RatioEstimate, Status> {
    let found = rate_ratio(x1, t1, x2, t2, request.level)?;
    let limits = match request.ratio {
        RatioMethod::Exact => Some((found.exact.lower, found.exact.upper)),
        RatioMethod::MidP => Some((found.mid_p.lower, found.mid_p.upper)),
        RatioMethod::Wald => found
            .wald
            .map(|wald| (wald.lower, Limit::Finite(wald.upper))),
    };
    Ok(RatioEstimate {
        ratio: found.ratio,
        limits,
        status: found.status,
    })
}

fn difference_of_rates(((x1, t1), (x2, t2)): Pair, request: &Request) -> Result<Estimate, Status> {
    let found = rate_difference(x1, t1, x2, t2, request.level)?;
    let limits = match request.difference {
        DifferenceMethod::Score => found.score,
        DifferenceMethod::Garwood => found.garwood,
    };
    Ok(Estimate::new(found.difference, limits))
}

fn difference_of_shares(((k1, n1), (k2, n2)): Pair, level: f64) -> Result<Estimate, Status> {
    let found = newcombe(k1, n1, k2, n2, level)?;
    Ok(Estimate::new(found.difference, found.interval))
}

/// Are the shares k/n of all groups equal? Both statistics of the two-row table are those of the
/// k plus those of the n - k, each against its expectation n times the pooled share.
///
/// A pooled share of 0 or 1 is `no_events`: nothing can differ.
pub fn heterogeneity_of_shares(k: &[f64], n: &[f64]) -> Result<Heterogeneity, Status> {
    let rest: Vec<f64> = n.iter().zip(k).map(|(n, k)| n - k).collect();
    let (part, others) = (heterogeneity(k, n)?, heterogeneity(&rest, n)?);
    let pearson = part.pearson + others.pearson;
    let likelihood_ratio = part.likelihood_ratio + others.likelihood_ratio;
    let df = part.degrees_of_freedom as f64;
    Ok(Heterogeneity {
        pooled: part.pooled,
        degrees_of_freedom: part.degrees_of_freedom,
        pearson,
        p_pearson: gamma::chi_square_upper_tail(df, pearson)?,
        likelihood_ratio,
        p_likelihood_ratio: gamma::chi_square_upper_tail(df, likelihood_ratio)?,
        min_expected: part.min_expected.min(others.min_expected),
        small_expected: part.small_expected || others.small_expected,
    })
}
