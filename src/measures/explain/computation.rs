//! One method with its inputs.

use crate::measures::analysis::comparison::{
    DifferenceMethod, RatioMethod, heterogeneity_of_shares,
};
use crate::measures::analysis::cumulative::ChanceMethod;
use crate::measures::analysis::standardised::DirectInterval;
use crate::measures::methods::compare::{heterogeneity, newcombe, rate_difference, rate_ratio};
use crate::measures::methods::cumulative::cumulative;
use crate::measures::methods::decompose::{Population, das_gupta_cross, kitagawa};
use crate::measures::methods::incomplete::{
    ShareCells, SuppressedCells, suppressed_rate, suppressed_share, unknown_bounds,
};
use crate::measures::methods::interval::{RateMethod, rate_interval};
use crate::measures::methods::rate::rate;
use crate::measures::methods::share::{ShareMethod, goodman, share, share_interval};
use crate::measures::methods::standardise::{Stratum, direct, indirect};
use crate::measures::methods::trend::{Year, trend};
use crate::measures::methods::{Cell, Interval, Status, funnel};

/// Events (or k) and exposure (or n) of one group or stratum.
pub type Pair = (f64, f64);

/// Events and exposure with a weight: the standard's exposure, or a width in years of age.
pub type Weighted = (f64, f64, f64);

/// A named number of a result, with the name that the code prints too.
pub type Named = (&'static str, f64);

/// What a part with suppressed cells is a share of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Whole {
    /// A total that is given.
    Known(f64),
    /// The part together with a rest.
    WithRest {
        /// The sum of the cells of the rest that are given.
        known: f64,
        /// Number of suppressed cells of the rest.
        cells: f64,
    },
}

/// A method with its inputs: all that is needed to redo a number.
#[derive(Clone, Debug, PartialEq)]
pub enum Computation {
    /// A sum that is shown as it is.
    Count {
        /// The sum.
        value: f64,
    },
    /// What is left of a count without a part of it.
    Remainder {
        /// The whole.
        whole: f64,
        /// The part.
        part: f64,
    },
    /// How many times one count is another.
    Quotient {
        /// The count.
        first: f64,
        /// What it is set against.
        second: f64,
    },
    /// The sum of counts.
    Sum {
        /// The counts.
        terms: Vec<f64>,
    },
    /// One number times another.
    Product {
        /// The one.
        first: f64,
        /// The other.
        second: f64,
    },
    /// Of how many pairs the first number is the greater one.
    Tally {
        /// The pairs.
        pairs: Vec<Pair>,
        /// Whether the numbers are read as per cent.
        percent: bool,
    },
    /// How many numbers lie outside their limits.
    Outside {
        /// Number, lower and upper limit.
        cases: Vec<Weighted>,
        /// Whether the numbers are read as per cent.
        percent: bool,
    },
    /// The place at which a number is greatest.
    Highest {
        /// Place and number.
        places: Vec<Pair>,
        /// Whether the numbers are read as per cent.
        percent: bool,
    },
    /// A number of which only a rounded form was published; a share or rate as a fraction of 1.
    Printed {
        /// The rounded number.
        value: f64,
        /// Where the unrounded one lies.
        range: Pair,
    },
    /// x/T with an interval.
    Rate {
        /// Events and exposure.
        of: Pair,
        /// How the interval is formed.
        method: RateMethod,
        /// Confidence level.
        level: f64,
    },
    /// k/n with an interval.
    Share {
        /// k and n.
        of: Pair,
        /// How the interval is formed.
        method: ShareMethod,
        /// Confidence level.
        level: f64,
    },
    /// All shares of one total, with Goodman's simultaneous intervals; the one at `place` is told.
    JointShare {
        /// Counts of all categories.
        counts: Vec<f64>,
        /// The category that is told of.
        place: usize,
        /// Confidence level.
        level: f64,
    },
    /// Ratio of two rates.
    RateRatio {
        /// The group.
        first: Pair,
        /// The reference.
        second: Pair,
        /// How the interval is formed.
        method: RatioMethod,
        /// Confidence level.
        level: f64,
    },
    /// Difference of two rates.
    RateDifference {
        /// The group.
        first: Pair,
        /// The reference.
        second: Pair,
        /// How the interval is formed.
        method: DifferenceMethod,
        /// Confidence level.
        level: f64,
    },
    /// Difference of two shares of separate groups.
    ShareDifference {
        /// The group.
        first: Pair,
        /// The reference.
        second: Pair,
        /// Confidence level.
        level: f64,
    },
    /// Are all rates, or all shares, equal?
    Heterogeneity {
        /// The groups.
        groups: Vec<Pair>,
        /// Whether the pairs are k and n.
        shares: bool,
    },
    /// Directly standardised rate; the weight is the standard's exposure.
    Direct {
        /// The strata.
        strata: Vec<Weighted>,
        /// How the interval is formed.
        interval: DirectInterval,
        /// Confidence level.
        level: f64,
    },
    /// Observed over expected; each stratum has the group's exposure and the standard's events
    /// and exposure.
    Indirect {
        /// Observed events.
        observed: f64,
        /// The strata: exposure of the group, events and exposure of the standard.
        strata: Vec<Weighted>,
        /// Confidence level.
        level: f64,
    },
    /// Kitagawa's two effects.
    Kitagawa {
        /// Strata of the first population.
        first: Vec<Pair>,
        /// Strata of the second.
        second: Vec<Pair>,
    },
    /// Das Gupta's three effects of a cross-classification.
    Cross {
        /// Number of columns; cells run row by row.
        columns: usize,
        /// Cells of the first population.
        first: Vec<Pair>,
        /// Cells of the second.
        second: Vec<Pair>,
    },
    /// Chance of at least one emigration; the weight is the width of the band of ages.
    Cumulative {
        /// The bands.
        bands: Vec<Weighted>,
        /// How the interval is formed.
        method: ChanceMethod,
        /// Confidence level.
        level: f64,
    },
    /// Expected number of emigrations; the weight is the width of the band of ages.
    Moves {
        /// The bands.
        bands: Vec<Weighted>,
    },
    /// By how much counts vary more than Poisson round a fitted curve.
    Dispersion {
        /// Calendar year, events, and events on the fitted curve.
        years: Vec<Weighted>,
    },
    /// Annual per cent change.
    Trend {
        /// Calendar year, events, exposure.
        years: Vec<Weighted>,
        /// Confidence level.
        level: f64,
    },
    /// A share with unknown destinations.
    Bounds {
        /// Count of the target.
        target: f64,
        /// Known, the target included.
        known: f64,
        /// Unknown.
        unknown: f64,
        /// Part of the unknown that is taken to belong to the target.
        assumption: f64,
        /// Confidence level.
        level: f64,
    },
    /// A sum with suppressed cells.
    SuppressedCount {
        /// The sum of the cells that are given.
        known: f64,
        /// Number of suppressed cells.
        cells: f64,
        /// Least and greatest value of each.
        each: (f64, f64),
    },
    /// A share with suppressed cells, in the part or in the rest.
    SuppressedShare {
        /// The sum of the cells of the part that are given.
        known: f64,
        /// Number of suppressed cells of the part.
        cells: f64,
        /// Least and greatest value of each.
        each: (f64, f64),
        /// What the part is a share of.
        of: Whole,
        /// Confidence level of the outer limits.
        level: f64,
    },
    /// A rate with suppressed cells.
    SuppressedRate {
        /// Known events.
        known: f64,
        /// Number of suppressed cells.
        cells: f64,
        /// Least and greatest value of each.
        each: (f64, f64),
        /// Exposure.
        exposure: f64,
        /// Confidence level.
        level: f64,
    },
    /// Funnel limits of a group's rate or share.
    Funnel {
        /// The group.
        of: Pair,
        /// All groups together.
        target: Pair,
        /// Whether the pairs are k and n.
        shares: bool,
        /// Level of the limits.
        level: f64,
    },
}

impl Computation {
    /// The name of the method, as in the table of methods.
    pub fn method(&self) -> &'static str {
        match self {
            Computation::Count { .. } | Computation::Sum { .. } => "count",
            Computation::Remainder { .. } => "remainder",
            Computation::Quotient { .. } => "quotient",
            Computation::Product { .. } => "product",
            Computation::Tally { .. } | Computation::Outside { .. } => "tally",
            Computation::Highest { .. } => "highest",
            Computation::Moves { .. } => "moves",
            Computation::Dispersion { .. } => "dispersion",
            Computation::Printed { .. } => "rounding",
            Computation::Rate { method, .. } => match method {
                RateMethod::Garwood => "rate_ci_garwood",
                RateMethod::MidP => "rate_ci_midp",
                RateMethod::Byar => "rate_ci_byar",
                RateMethod::Score => "rate_ci_score",
            },
            Computation::Share { method, .. } => match method {
                ShareMethod::Wilson => "share_wilson",
                ShareMethod::ClopperPearson => "share_clopper_pearson",
            },
            Computation::JointShare { .. } => "share_goodman",
            Computation::RateRatio { method, .. } => match method {
                RatioMethod::Exact => "rate_ratio",
                RatioMethod::MidP => "rate_ratio_midp",
                RatioMethod::Wald => "rate_ratio_wald",
            },
            Computation::RateDifference { method, .. } => match method {
                DifferenceMethod::Score => "rate_diff",
                DifferenceMethod::Garwood => "rate_diff_garwood",
            },
            Computation::ShareDifference { .. } => "share_diff_newcombe",
            Computation::Heterogeneity { .. } => "heterogeneity",
            Computation::Direct { interval, .. } => match interval {
                DirectInterval::FayFeuer => "dsr",
                DirectInterval::DobsonByar => "dsr_dobson",
            },
            Computation::Indirect { .. } => "smr",
            Computation::Kitagawa { .. } => "kitagawa",
            Computation::Cross { .. } => "das_gupta_cross",
            Computation::Cumulative { method, .. } => match method {
                ChanceMethod::LogDelta => "cumulative",
                ChanceMethod::Gamma => "cumulative_gamma",
            },
            Computation::Trend { .. } => "trend",
            Computation::Bounds { .. } => "unknown_bounds",
            Computation::SuppressedCount { .. } => "suppressed_count",
            Computation::SuppressedRate { .. } => "suppressed_rate",
            Computation::SuppressedShare { .. } => "suppressed_share",
            Computation::Funnel { shares: false, .. } => "funnel_rate",
            Computation::Funnel { shares: true, .. } => "funnel_share",
        }
    }

    /// The name of what is computed, apart from its interval.
    pub fn measure(&self) -> &'static str {
        match self {
            Computation::Rate { .. } => "rate_point",
            Computation::Share { .. } | Computation::JointShare { .. } => "share_point",
            _ => self.method(),
        }
    }

    /// The confidence level, where there is one.
    pub fn level(&self) -> Option<f64> {
        match self {
            Computation::Rate { level, .. }
            | Computation::Share { level, .. }
            | Computation::JointShare { level, .. }
            | Computation::RateRatio { level, .. }
            | Computation::RateDifference { level, .. }
            | Computation::ShareDifference { level, .. }
            | Computation::Direct { level, .. }
            | Computation::Indirect { level, .. }
            | Computation::Cumulative { level, .. }
            | Computation::Trend { level, .. }
            | Computation::Bounds { level, .. }
            | Computation::SuppressedRate { level, .. }
            | Computation::SuppressedShare { level, .. }
            | Computation::Funnel { level, .. } => Some(*level),
            Computation::Count { .. }
            | Computation::Remainder { .. }
            | Computation::Quotient { .. }
            | Computation::Sum { .. }
            | Computation::Product { .. }
            | Computation::Tally { .. }
            | Computation::Outside { .. }
            | Computation::Highest { .. }
            | Computation::Moves { .. }
            | Computation::Dispersion { .. }
            | Computation::Printed { .. }
            | Computation::SuppressedCount { .. }
            | Computation::Heterogeneity { .. }
            | Computation::Kitagawa { .. }
            | Computation::Cross { .. } => None,
        }
    }

    /// Computes it. Every number has a name; a limit without bound has no number and is left out.
    pub fn values(&self) -> Result<Vec<Named>, Status> {
        let three = |value: f64, limits: Interval| {
            vec![
                ("value", value),
                ("lower", limits.lower),
                ("upper", limits.upper),
            ]
        };
        Ok(match self {
            Computation::Count { value } => vec![("value", *value)],
            Computation::Remainder { whole, part } => vec![("value", whole - part)],
            Computation::Quotient { second, .. } if *second == 0.0 => {
                return Err(Status::ZeroDenominator);
            }
            Computation::Quotient { first, second } => vec![("value", first / second)],
            Computation::Sum { terms } => vec![("value", terms.iter().sum())],
            Computation::Product { first, second } => vec![("value", first * second)],
            Computation::Tally { pairs, .. } => {
                let holds = pairs.iter().filter(|(one, two)| one > two);
                vec![("value", holds.count() as f64), ("of", pairs.len() as f64)]
            }
            Computation::Outside { cases, .. } => {
                let outside = cases.iter().filter(|case| is_outside(case));
                vec![
                    ("value", outside.count() as f64),
                    ("of", cases.len() as f64),
                ]
            }
            Computation::Highest { places, .. } => {
                let mut found = *places.first().ok_or(Status::NotInTable)?;
                for place in places {
                    if place.1 > found.1 {
                        found = *place;
                    }
                }
                vec![("value", found.0), ("highest", found.1)]
            }
            Computation::Moves { bands } => {
                if bands.iter().any(|(_, t, _)| *t <= 0.0) {
                    return Err(Status::NoExposureInStratum);
                }
                let moves = bands.iter().map(|(x, t, width)| width * x / t);
                vec![("value", moves.sum())]
            }
            Computation::Dispersion { years } => {
                if years.len() < 3 {
                    return Err(Status::TooFewYears);
                }
                let squares = years.iter().map(|(_, x, m)| (x - m) * (x - m) / m);
                vec![("value", squares.sum::<f64>() / (years.len() as f64 - 2.0))]
            }
            Computation::Printed { value, range } => {
                vec![("value", *value), ("lowest", range.0), ("highest", range.1)]
            }
            Computation::Rate {
                of: (x, t),
                method,
                level,
            } => three(rate(*x, *t)?, rate_interval(*method, *x, *t, *level)?),
            Computation::Share {
                of: (k, n),
                method,
                level,
            } => three(share(*k, *n)?, share_interval(*method, *k, *n, *level)?),
            Computation::JointShare {
                counts,
                place,
                level,
            } => {
                let all = goodman(counts, *level)?;
                let (value, limits) = all.get(*place).ok_or(Status::Invalid)?;
                three(*value, *limits)
            }
            Computation::RateRatio {
                first: (x1, t1),
                second: (x2, t2),
                method,
                level,
            } => {
                let found = rate_ratio(*x1, *t1, *x2, *t2, *level)?;
                let limits = match method {
                    RatioMethod::Exact => Some((found.exact.lower, found.exact.upper.finite())),
                    RatioMethod::MidP => Some((found.mid_p.lower, found.mid_p.upper.finite())),
                    RatioMethod::Wald => found.wald.map(|wald| (wald.lower, Some(wald.upper))),
                };
                let mut values = Vec::new();
                values.extend(found.ratio.finite().map(|ratio| ("value", ratio)));
                if let Some((lower, upper)) = limits {
                    values.push(("lower", lower));
                    values.extend(upper.map(|upper| ("upper", upper)));
                }
                values
            }
            Computation::RateDifference {
                first: (x1, t1),
                second: (x2, t2),
                method,
                level,
            } => {
                let found = rate_difference(*x1, *t1, *x2, *t2, *level)?;
                let limits = match method {
                    DifferenceMethod::Score => found.score,
                    DifferenceMethod::Garwood => found.garwood,
                };
                three(found.difference, limits)
            }
            Computation::ShareDifference {
                first: (k1, n1),
                second: (k2, n2),
                level,
            } => {
                let found = newcombe(*k1, *n1, *k2, *n2, *level)?;
                three(found.difference, found.interval)
            }
            Computation::Heterogeneity { groups, shares } => {
                let (x, t) = columns(groups);
                let found = if *shares {
                    heterogeneity_of_shares(&x, &t)?
                } else {
                    heterogeneity(&x, &t)?
                };
                vec![
                    ("pooled", found.pooled),
                    ("value", found.likelihood_ratio),
                    ("df", found.degrees_of_freedom as f64),
                    ("p", found.p_likelihood_ratio),
                ]
            }
            Computation::Direct {
                strata,
                interval,
                level,
            } => {
                let (x, t, w) = three_columns(strata);
                let found = direct(&x, &t, &w, *level)?;
                let limits = match interval {
                    DirectInterval::FayFeuer => Some(found.fay_feuer),
                    DirectInterval::DobsonByar => found.dobson_byar,
                };
                match limits {
                    Some(limits) => three(found.rate, limits),
                    None => vec![("value", found.rate)],
                }
            }
            Computation::Indirect {
                observed,
                strata,
                level,
            } => {
                let strata: Vec<Stratum> = strata
                    .iter()
                    .map(|(exposure, events, of)| Stratum {
                        exposure: *exposure,
                        reference_events: *events,
                        reference_exposure: *of,
                    })
                    .collect();
                let found = indirect(*observed, &strata, *level)?;
                let ratio = found.ratio.ok_or(found.status)?;
                let mut values = vec![("expected", found.expected)];
                values.extend(three(ratio.ratio, ratio.exact));
                values.push(("indirect_rate", ratio.indirect_rate));
                values
            }
            Computation::Kitagawa { first, second } => {
                let ((x1, t1), (x2, t2)) = (columns(first), columns(second));
                let population = |exposure, events| Population { exposure, events };
                let found = kitagawa(population(&t1, &x1), population(&t2, &x2))?;
                vec![
                    ("rate1", found.rate1),
                    ("rate2", found.rate2),
                    ("value", found.gap),
                    ("composition", found.composition_effect),
                    ("rates", found.rate_effect),
                ]
            }
            Computation::Cross {
                columns: width,
                first,
                second,
            } => {
                let table = |column: &[f64]| -> Vec<Vec<f64>> {
                    let rows = column.chunks((*width).max(1));
                    rows.map(<[f64]>::to_vec).collect()
                };
                let ((x1, t1), (x2, t2)) = (columns(first), columns(second));
                let found = das_gupta_cross(&table(&t1), &table(&x1), &table(&t2), &table(&x2))?;
                vec![
                    ("rate1", found.rate1),
                    ("rate2", found.rate2),
                    ("value", found.gap),
                    ("rows", found.row_effect),
                    ("columns", found.column_effect),
                    ("rates", found.rate_effect),
                ]
            }
            Computation::Cumulative {
                bands,
                method,
                level,
            } => {
                let (x, t, n) = three_columns(bands);
                let found = cumulative(&x, &t, &n, *level)?;
                let limits = match method {
                    ChanceMethod::LogDelta => found.log_delta,
                    ChanceMethod::Gamma => Some(found.gamma),
                };
                let mut values = vec![("moves", found.sum)];
                match limits {
                    Some(limits) => values.extend(three(found.chance, limits)),
                    None => values.push(("value", found.chance)),
                }
                values
            }
            Computation::Trend { years, level } => {
                let series: Vec<Year> = years
                    .iter()
                    .map(|(year, x, t)| Year {
                        year: *year,
                        events: Cell::Number(*x),
                        exposure: Cell::Number(*t),
                    })
                    .collect();
                let found = trend(&series, *level)?;
                let limits = if found.dispersion > 1.0 {
                    found.quasi
                } else {
                    found.poisson
                };
                let mut values = vec![
                    ("slope", found.slope),
                    ("standard_error", found.standard_error),
                    ("df", found.years as f64 - 2.0),
                    ("dispersion", found.dispersion),
                ];
                values.extend(three(found.change, limits));
                values
            }
            Computation::Bounds {
                target,
                known,
                unknown,
                assumption,
                level,
            } => {
                let found = unknown_bounds(*target, *known, *unknown, *assumption, *level)?;
                let mut values = vec![("value", found.at_assumption)];
                values.extend(found.rebased.map(|rebased| ("rebased", rebased)));
                values.extend([
                    ("lowest", found.bounds.lower),
                    ("highest", found.bounds.upper),
                    ("lower", found.outer.lower),
                    ("upper", found.outer.upper),
                ]);
                values
            }
            Computation::SuppressedCount { known, cells, each } => vec![
                ("lowest", known + cells * each.0),
                ("highest", known + cells * each.1),
            ],
            Computation::SuppressedShare {
                known,
                cells,
                each,
                of,
                level,
            } => {
                let (range, outer) = match of {
                    Whole::WithRest {
                        known: rest_known,
                        cells: rest_suppressed,
                    } => {
                        let cells = ShareCells {
                            k_known: *known,
                            k_suppressed: *cells,
                            rest_known: *rest_known,
                            rest_suppressed: *rest_suppressed,
                            each_min: each.0,
                            each_max: each.1,
                            total: None,
                        };
                        let found = suppressed_share(cells, *level)?;
                        ((found.share.lower, found.share.upper), found.outer)
                    }
                    Whole::Known(n) => {
                        let low = known + cells * each.0;
                        let high = (known + cells * each.1).min(*n);
                        let limits = |k| share_interval(ShareMethod::Wilson, k, *n, *level);
                        let outer = Interval {
                            lower: limits(low)?.lower,
                            upper: limits(high)?.upper,
                        };
                        ((share(low, *n)?, share(high, *n)?), outer)
                    }
                };
                vec![
                    ("lowest", range.0),
                    ("highest", range.1),
                    ("lower", outer.lower),
                    ("upper", outer.upper),
                ]
            }
            Computation::SuppressedRate {
                known,
                cells,
                each,
                exposure,
                level,
            } => {
                let cells = SuppressedCells {
                    cells: *cells,
                    each_min: each.0,
                    each_max: each.1,
                };
                let found = suppressed_rate(*known, cells, *exposure, *level)?;
                let range = found.range.ok_or(found.status)?;
                vec![
                    ("events_min", found.events_min),
                    ("events_max", found.events_max),
                    ("lowest", range.rate.lower),
                    ("highest", range.rate.upper),
                    ("lower", range.outer.lower),
                    ("upper", range.outer.upper),
                ]
            }
            Computation::Funnel {
                of: (x, size),
                target: (k, whole),
                shares,
                level,
            } => {
                let (middle, limits) = if *shares {
                    let found = funnel::share(*x, *size, *k, *whole, *level)?;
                    (found.target_share, found.share)
                } else {
                    let found = funnel::rate(*x, *size, *k, *whole, *level)?;
                    (found.target_rate, found.rate)
                };
                let mut values = vec![("target", middle)];
                values.extend(three(x / size, limits));
                values
            }
        })
    }
}

/// Whether a number lies outside its limits.
pub(super) fn is_outside((value, lower, upper): &Weighted) -> bool {
    value < lower || value > upper
}

pub(super) fn columns(pairs: &[Pair]) -> (Vec<f64>, Vec<f64>) {
    pairs.iter().copied().unzip()
}

pub(super) fn three_columns(rows: &[Weighted]) -> (Vec<f64>, Vec<f64>, Vec<f64>) {
    let first = rows.iter().map(|row| row.0).collect();
    let second = rows.iter().map(|row| row.1).collect();
    (first, second, rows.iter().map(|row| row.2).collect())
}
