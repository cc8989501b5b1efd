//! The table of methods: names, inputs, outputs, and how they meet the functions.

use super::arguments::{Arguments, InputKind, InputSpec, whole};
use super::{Answer, Method, Value};
use crate::measures::methods::incomplete::{ShareCells, SuppressedCells};
use crate::measures::methods::interval::{RateMethod, rate_interval};
use crate::measures::methods::share::{ShareMethod, share_interval};
use crate::measures::methods::special::{self, beta, gamma, normal, student};
use crate::measures::methods::status::{Cell, Interval, Status};
use crate::measures::methods::{
    compare, cumulative, decompose, funnel, incomplete, lexis, rate, return_cohorts, share,
    standardise, trend,
};

const fn number(name: &'static str) -> InputSpec {
    InputSpec {
        name,
        kind: InputKind::Number,
    }
}

const fn optional(name: &'static str) -> InputSpec {
    InputSpec {
        name,
        kind: InputKind::Optional,
    }
}

const fn list(name: &'static str) -> InputSpec {
    InputSpec {
        name,
        kind: InputKind::List,
    }
}

const fn optional_list(name: &'static str) -> InputSpec {
    InputSpec {
        name,
        kind: InputKind::OptionalList,
    }
}

const fn table(name: &'static str) -> InputSpec {
    InputSpec {
        name,
        kind: InputKind::Table,
    }
}

const fn choice(name: &'static str, words: &'static [&'static str]) -> InputSpec {
    InputSpec {
        name,
        kind: InputKind::Choice(words),
    }
}

const PER: InputSpec = InputSpec {
    name: "per",
    kind: InputKind::Default(1000.0),
};
const CONF: InputSpec = InputSpec {
    name: "conf",
    kind: InputKind::Default(0.95),
};
const LEVEL: InputSpec = InputSpec {
    name: "level",
    kind: InputKind::Default(0.95),
};

const ONE_RATE: &[InputSpec] = &[number("events"), number("exposure"), PER, CONF];
const ONE_RATE_OUT: &[&str] = &["rate", "lower", "upper", "status"];
const ONE_SHARE: &[InputSpec] = &[number("k"), number("n"), CONF];
const ONE_SHARE_OUT: &[&str] = &["share", "lower", "upper", "status"];

/// All methods.
pub(super) const METHODS: &[Method] = &[
    Method {
        name: "rate_point",
        title: "rate from mid-year population or person-years, pooled",
        inputs: &[
            choice("kind", &["midyear_mean", "midyear_given", "person_years"]),
            list("events"),
            optional_list("pop_start"),
            optional_list("pop_end"),
            optional_list("exposure"),
            PER,
        ],
        outputs: &["exposure", "rate", "status"],
        run: rate_point,
    },
    Method {
        name: "rate_ci_garwood",
        title: "rate with exact interval (Garwood)",
        inputs: ONE_RATE,
        outputs: ONE_RATE_OUT,
        run: |a| one_rate(a, RateMethod::Garwood),
    },
    Method {
        name: "rate_ci_midp",
        title: "rate with mid-P interval",
        inputs: ONE_RATE,
        outputs: ONE_RATE_OUT,
        run: |a| one_rate(a, RateMethod::MidP),
    },
    Method {
        name: "rate_ci_byar",
        title: "rate with Byar's interval",
        inputs: ONE_RATE,
        outputs: ONE_RATE_OUT,
        run: |a| one_rate(a, RateMethod::Byar),
    },
    Method {
        name: "share_wilson",
        title: "share with Wilson's interval",
        inputs: ONE_SHARE,
        outputs: ONE_SHARE_OUT,
        run: |a| one_share(a, ShareMethod::Wilson),
    },
    Method {
        name: "share_clopper_pearson",
        title: "share with exact interval (Clopper-Pearson)",
        inputs: ONE_SHARE,
        outputs: ONE_SHARE_OUT,
        run: |a| one_share(a, ShareMethod::ClopperPearson),
    },
    Method {
        name: "share_goodman",
        title: "all shares of one total with simultaneous intervals (Goodman)",
        inputs: &[list("counts"), CONF],
        outputs: ONE_SHARE_OUT,
        run: share_goodman,
    },
    Method {
        name: "share_diff_newcombe",
        title: "difference of two shares (Newcombe)",
        inputs: &[number("k1"), number("n1"), number("k2"), number("n2"), CONF],
        outputs: &["diff", "lower", "upper", "status"],
        run: share_diff,
    },
    Method {
        name: "return_cohorts",
        title: "share returned within a window, complete cohorts only",
        inputs: &[
            list("years"),
            list("emigrated"),
            list("returned"),
            number("last_year"),
            InputSpec {
                name: "window",
                kind: InputKind::Default(5.0),
            },
            CONF,
        ],
        outputs: &["eligible", "k", "n", "share", "lower", "upper", "status"],
        run: returned,
    },
    Method {
        name: "dsr",
        title: "directly standardised rate (Fay-Feuer; Dobson with Byar)",
        inputs: &[list("events"), list("exposure"), list("weights"), PER, CONF],
        outputs: &[
            "rate",
            "ff_lower",
            "ff_upper",
            "dobson_byar_lower",
            "dobson_byar_upper",
            "status",
        ],
        run: direct,
    },
    Method {
        name: "smr",
        title: "ratio observed to expected, indirectly standardised rate",
        inputs: &[
            number("observed"),
            list("exposure"),
            list("ref_events"),
            list("ref_exposure"),
            PER,
            CONF,
        ],
        outputs: &[
            "expected",
            "ratio",
            "exact_lower",
            "exact_upper",
            "byar_lower",
            "byar_upper",
            "indirect_rate",
            "status",
        ],
        run: indirect,
    },
    Method {
        name: "rate_ratio",
        title: "ratio of two rates (conditional exact, mid-P, Wald)",
        inputs: &[number("x1"), number("t1"), number("x2"), number("t2"), CONF],
        outputs: &[
            "ratio",
            "exact_lower",
            "exact_upper",
            "midp_lower",
            "midp_upper",
            "wald_lower",
            "wald_upper",
            "status",
        ],
        run: rate_ratio,
    },
    Method {
        name: "rate_diff",
        title: "difference of two rates (MOVER with score or Garwood limits, Wald)",
        inputs: &[
            number("x1"),
            number("t1"),
            number("x2"),
            number("t2"),
            PER,
            CONF,
        ],
        outputs: &[
            "diff",
            "mover_score_lower",
            "mover_score_upper",
            "mover_garwood_lower",
            "mover_garwood_upper",
            "wald_lower",
            "wald_upper",
            "status",
        ],
        run: rate_diff,
    },
    Method {
        name: "kitagawa",
        title: "gap between two rates: rate effect and composition effect",
        inputs: &[
            list("exposure1"),
            list("exposure2"),
            list("events1"),
            list("events2"),
            PER,
        ],
        outputs: &[
            "rate1",
            "rate2",
            "gap",
            "rate_effect",
            "comp_effect",
            "rate_by",
            "comp_by",
            "status",
        ],
        run: kitagawa,
    },
    Method {
        name: "das_gupta",
        title: "gap between two products of factors",
        inputs: &[table("factors1"), table("factors2")],
        outputs: &["value1", "value2", "gap", "effects", "status"],
        run: das_gupta,
    },
    Method {
        name: "das_gupta_cross",
        title: "gap between two rates with a two-way composition",
        inputs: &[
            table("exposure1"),
            table("exposure2"),
            table("events1"),
            table("events2"),
            PER,
        ],
        outputs: &[
            "rate1",
            "rate2",
            "gap",
            "row_effect",
            "col_effect",
            "rate_effect",
            "status",
        ],
        run: das_gupta_cross,
    },
    Method {
        name: "cumulative",
        title: "chance of at least one emigration over a span of ages",
        inputs: &[list("events"), list("exposure"), list("widths"), CONF],
        outputs: &[
            "sum",
            "se_sum",
            "chance",
            "logdelta_lower",
            "logdelta_upper",
            "delta_lower",
            "delta_upper",
            "gamma_lower",
            "gamma_upper",
            "status",
        ],
        run: cumulative_chance,
    },
    Method {
        name: "lexis",
        title: "exposure and rates by age and calendar year",
        inputs: &[
            choice("kind", &["square", "parallelogram"]),
            table("pop"),
            table("events"),
            PER,
        ],
        outputs: &["exposure", "rate", "rate_by_age", "rate_by_year", "status"],
        run: lexis_table,
    },
    Method {
        name: "trend",
        title: "annual per cent change (Poisson, quasi-Poisson)",
        inputs: &[list("years"), list("events"), list("exposure"), CONF],
        outputs: &[
            "beta",
            "se",
            "apc",
            "lower",
            "upper",
            "dispersion",
            "deviance",
            "quasi_se",
            "quasi_lower",
            "quasi_upper",
            "status",
        ],
        run: annual_change,
    },
    Method {
        name: "funnel_rate",
        title: "funnel limits of a rate",
        inputs: &[
            number("observed"),
            number("exposure"),
            number("target_events"),
            number("target_exposure"),
            PER,
            LEVEL,
        ],
        outputs: &[
            "target_rate",
            "expected",
            "lower_count",
            "upper_count",
            "lower_rate",
            "upper_rate",
            "flag",
            "status",
        ],
        run: funnel_rate,
    },
    Method {
        name: "funnel_share",
        title: "funnel limits of a share",
        inputs: &[
            number("observed"),
            number("n"),
            number("target_k"),
            number("target_n"),
            LEVEL,
        ],
        outputs: &[
            "target_share",
            "lower_share",
            "upper_share",
            "flag",
            "status",
        ],
        run: funnel_share,
    },
    Method {
        name: "heterogeneity",
        title: "test for equal rates (Pearson, likelihood ratio)",
        inputs: &[list("events"), list("exposure"), PER],
        outputs: &[
            "pooled",
            "df",
            "pearson",
            "p_pearson",
            "lr",
            "p_lr",
            "min_expected",
            "small_expected",
            "status",
        ],
        run: heterogeneity,
    },
    Method {
        name: "unknown_bounds",
        title: "bounds of a share when some are of unknown kind",
        inputs: &[
            number("k"),
            number("known"),
            number("unknown"),
            number("q"),
            CONF,
        ],
        outputs: &[
            "rebased",
            "lower",
            "upper",
            "at_q",
            "outer_lower",
            "outer_upper",
            "status",
        ],
        run: unknown_bounds,
    },
    Method {
        name: "suppressed_rate",
        title: "range of a rate with suppressed cells",
        inputs: &[
            number("known_events"),
            number("suppressed_cells"),
            number("each_min"),
            number("each_max"),
            number("exposure"),
            PER,
            CONF,
        ],
        outputs: &[
            "events_min",
            "events_max",
            "rate_min",
            "rate_max",
            "outer_lower",
            "outer_upper",
            "status",
        ],
        run: suppressed_rate,
    },
    Method {
        name: "suppressed_share",
        title: "range of a share with suppressed cells",
        inputs: &[
            number("k_known"),
            number("k_suppressed"),
            number("rest_known"),
            number("rest_suppressed"),
            number("each_min"),
            number("each_max"),
            optional("total"),
            CONF,
        ],
        outputs: &[
            "share_min",
            "share_max",
            "outer_lower",
            "outer_upper",
            "status",
        ],
        run: suppressed_share,
    },
    Method {
        name: "rounding",
        title: "range behind a rounded rate",
        inputs: &[
            InputSpec {
                name: "rate_text",
                kind: InputKind::Decimal,
            },
            InputSpec {
                name: "per",
                kind: InputKind::DefaultDecimal(1000.0),
            },
            InputSpec {
                name: "exposure",
                kind: InputKind::OptionalDecimal,
            },
        ],
        outputs: &["rate_min", "rate_max", "events_min", "events_max", "status"],
        run: rounding,
    },
    Method {
        name: "small_numbers",
        title: "flags for small, suppressed and missing numbers",
        inputs: &[
            choice("kind", &["rate", "share"]),
            optional("events"),
            optional("n"),
            number("suppressed_cells"),
            number("missing_cells"),
        ],
        outputs: &["flags", "point", "ranked"],
        run: small_numbers,
    },
    Method {
        name: "special",
        title: "special functions: tails and quantiles",
        inputs: &[
            choice(
                "fn",
                &[
                    "norm_quantile_upper",
                    "norm_sf",
                    "ln_gamma",
                    "gamma_p",
                    "gamma_q",
                    "gamma_p_inv",
                    "gamma_q_inv",
                    "beta_i",
                    "beta_inv",
                    "chi2_sf",
                    "t_quantile_upper",
                ],
            ),
            optional("a"),
            optional("b"),
            number("p"),
        ],
        outputs: &["value"],
        run: special_function,
    },
];

/// An answer without reservations.
fn ok<const N: usize>(values: [Value; N]) -> Result<Answer, Status> {
    with(Status::Ok, values)
}

fn with<const N: usize>(status: Status, values: [Value; N]) -> Result<Answer, Status> {
    Ok(Answer {
        values: values.into(),
        status,
    })
}

/// Both limits of an interval that may be absent.
fn limits(interval: Option<Interval>) -> [Value; 2] {
    [
        interval.map(|i| i.lower).into(),
        interval.map(|i| i.upper).into(),
    ]
}

/// What rates are multiplied by for display.
fn per(a: &Arguments) -> Result<f64, Status> {
    let per = a.number("per")?;
    if per > 0.0 {
        Ok(per)
    } else {
        Err(Status::Invalid)
    }
}

fn rate_point(a: &Arguments) -> Result<Answer, Status> {
    let per = per(a)?;
    let exposure: Vec<Cell> = if a.word("kind")? == "midyear_mean" {
        let years = a.cells("pop_start")?.iter().zip(a.cells("pop_end")?);
        years
            .map(|pair| match pair {
                (Cell::Number(start), Cell::Number(end)) if start.min(*end) < 0.0 => {
                    Cell::Number(-1.0)
                }
                (Cell::Number(start), Cell::Number(end)) => {
                    Cell::Number(rate::mid_year_population(*start, *end))
                }
                (Cell::Suppressed, _) | (_, Cell::Suppressed) => Cell::Suppressed,
                _ => Cell::Missing,
            })
            .collect()
    } else {
        a.cells("exposure")?.to_vec()
    };
    let events = a.cells("events")?;
    if exposure.len() != events.len() {
        return Err(Status::MissingInput);
    }
    let parts: Vec<(Cell, Cell)> = events.iter().copied().zip(exposure).collect();
    let pooled = rate::pooled(&parts)?;
    let rate = pooled.rate.map(|rate| rate * per);
    with(pooled.status, [pooled.exposure.into(), rate.into()])
}

fn one_rate(a: &Arguments, method: RateMethod) -> Result<Answer, Status> {
    let (x, t, per) = (a.number("events")?, a.number("exposure")?, per(a)?);
    let rate = rate::rate(x, t)?;
    let limits = rate_interval(method, x, t, a.number("conf")?)?.scaled(per);
    ok([
        (rate * per).into(),
        limits.lower.into(),
        limits.upper.into(),
    ])
}

fn one_share(a: &Arguments, method: ShareMethod) -> Result<Answer, Status> {
    let (k, n) = (a.number("k")?, a.number("n")?);
    let limits = share_interval(method, k, n, a.number("conf")?)?;
    ok([
        share::share(k, n)?.into(),
        limits.lower.into(),
        limits.upper.into(),
    ])
}

fn share_goodman(a: &Arguments) -> Result<Answer, Status> {
    let shares = share::goodman(&a.numbers("counts")?, a.number("conf")?)?;
    ok([
        shares.iter().map(|(share, _)| *share).collect(),
        shares.iter().map(|(_, limits)| limits.lower).collect(),
        shares.iter().map(|(_, limits)| limits.upper).collect(),
    ])
}

fn share_diff(a: &Arguments) -> Result<Answer, Status> {
    let [k1, n1, k2, n2] = four(a, ["k1", "n1", "k2", "n2"])?;
    let answer = compare::newcombe(k1, n1, k2, n2, a.number("conf")?)?;
    ok([
        answer.difference.into(),
        answer.interval.lower.into(),
        answer.interval.upper.into(),
    ])
}

fn four(a: &Arguments, names: [&str; 4]) -> Result<[f64; 4], Status> {
    let [first, second, third, fourth] = names;
    Ok([
        a.number(first)?,
        a.number(second)?,
        a.number(third)?,
        a.number(fourth)?,
    ])
}

fn returned(a: &Arguments) -> Result<Answer, Status> {
    let numbers = a.cells("emigrated")?.iter().zip(a.cells("returned")?);
    let cohorts = a
        .numbers("years")?
        .into_iter()
        .zip(numbers)
        .map(|(year, (emigrated, returned))| {
            let (emigrated, returned) = (*emigrated, *returned);
            Ok(return_cohorts::Cohort {
                year: whole(year)?,
                emigrated,
                returned,
            })
        })
        .collect::<Result<Vec<_>, Status>>()?;
    let (last, window) = (a.whole("last_year")?, a.whole("window")?);
    let pool = return_cohorts::return_cohorts(&cohorts, last, window, a.number("conf")?)?;
    let [lower, upper] = limits(pool.share.map(|(_, interval)| interval));
    with(
        pool.status,
        [
            pool.eligible.iter().map(|year| f64::from(*year)).collect(),
            pool.returned.into(),
            pool.emigrated.into(),
            pool.share.map(|(share, _)| share).into(),
            lower,
            upper,
        ],
    )
}

fn direct(a: &Arguments) -> Result<Answer, Status> {
    let per = per(a)?;
    let (events, exposure) = (a.numbers("events")?, a.numbers("exposure")?);
    let answer = standardise::direct(
        &events,
        &exposure,
        &a.numbers("weights")?,
        a.number("conf")?,
    )?;
    let gamma = answer.fay_feuer.scaled(per);
    let [lower, upper] = limits(answer.dobson_byar.map(|interval| interval.scaled(per)));
    with(
        answer.status,
        [
            (answer.rate * per).into(),
            gamma.lower.into(),
            gamma.upper.into(),
            lower,
            upper,
        ],
    )
}

fn indirect(a: &Arguments) -> Result<Answer, Status> {
    let per = per(a)?;
    let reference = a
        .numbers("ref_events")?
        .into_iter()
        .zip(a.numbers("ref_exposure")?);
    let strata: Vec<standardise::Stratum> = a
        .numbers("exposure")?
        .into_iter()
        .zip(reference)
        .map(
            |(exposure, (reference_events, reference_exposure))| standardise::Stratum {
                exposure,
                reference_events,
                reference_exposure,
            },
        )
        .collect();
    let answer = standardise::indirect(a.number("observed")?, &strata, a.number("conf")?)?;
    let [exact_lower, exact_upper] = limits(answer.ratio.map(|ratio| ratio.exact));
    let [byar_lower, byar_upper] = limits(answer.ratio.map(|ratio| ratio.byar));
    with(
        answer.status,
        [
            answer.expected.into(),
            answer.ratio.map(|ratio| ratio.ratio).into(),
            exact_lower,
            exact_upper,
            byar_lower,
            byar_upper,
            answer.ratio.map(|ratio| ratio.indirect_rate * per).into(),
        ],
    )
}

fn rate_ratio(a: &Arguments) -> Result<Answer, Status> {
    let [x1, t1, x2, t2] = four(a, ["x1", "t1", "x2", "t2"])?;
    let answer = compare::rate_ratio(x1, t1, x2, t2, a.number("conf")?)?;
    let [wald_lower, wald_upper] = limits(answer.wald);
    with(
        answer.status,
        [
            answer.ratio.into(),
            answer.exact.lower.into(),
            answer.exact.upper.into(),
            answer.mid_p.lower.into(),
            answer.mid_p.upper.into(),
            wald_lower,
            wald_upper,
        ],
    )
}

fn rate_diff(a: &Arguments) -> Result<Answer, Status> {
    let per = per(a)?;
    let [x1, t1, x2, t2] = four(a, ["x1", "t1", "x2", "t2"])?;
    let answer = compare::rate_difference(x1, t1, x2, t2, a.number("conf")?)?;
    let (score, garwood) = (answer.score.scaled(per), answer.garwood.scaled(per));
    let [wald_lower, wald_upper] = limits(answer.wald.map(|interval| interval.scaled(per)));
    ok([
        (answer.difference * per).into(),
        score.lower.into(),
        score.upper.into(),
        garwood.lower.into(),
        garwood.upper.into(),
        wald_lower,
        wald_upper,
    ])
}

fn kitagawa(a: &Arguments) -> Result<Answer, Status> {
    let per = per(a)?;
    let (exposure1, exposure2) = (a.numbers("exposure1")?, a.numbers("exposure2")?);
    let (events1, events2) = (a.numbers("events1")?, a.numbers("events2")?);
    let answer = decompose::kitagawa(
        decompose::Population {
            exposure: &exposure1,
            events: &events1,
        },
        decompose::Population {
            exposure: &exposure2,
            events: &events2,
        },
    )?;
    ok([
        (answer.rate1 * per).into(),
        (answer.rate2 * per).into(),
        (answer.gap * per).into(),
        (answer.rate_effect * per).into(),
        (answer.composition_effect * per).into(),
        answer.rate_terms.iter().map(|term| term * per).collect(),
        answer
            .composition_terms
            .iter()
            .map(|term| term * per)
            .collect(),
    ])
}

fn das_gupta(a: &Arguments) -> Result<Answer, Status> {
    let answer = decompose::das_gupta(&a.table("factors1")?, &a.table("factors2")?)?;
    ok([
        answer.value1.into(),
        answer.value2.into(),
        answer.gap.into(),
        answer.effects.into_iter().collect(),
    ])
}

fn das_gupta_cross(a: &Arguments) -> Result<Answer, Status> {
    let per = per(a)?;
    let answer = decompose::das_gupta_cross(
        &a.table("exposure1")?,
        &a.table("events1")?,
        &a.table("exposure2")?,
        &a.table("events2")?,
    )?;
    ok([
        (answer.rate1 * per).into(),
        (answer.rate2 * per).into(),
        (answer.gap * per).into(),
        (answer.row_effect * per).into(),
        (answer.column_effect * per).into(),
        (answer.rate_effect * per).into(),
    ])
}

fn cumulative_chance(a: &Arguments) -> Result<Answer, Status> {
    let (events, exposure) = (a.numbers("events")?, a.numbers("exposure")?);
    let answer =
        cumulative::cumulative(&events, &exposure, &a.numbers("widths")?, a.number("conf")?)?;
    let [log_lower, log_upper] = limits(answer.log_delta);
    let [delta_lower, delta_upper] = limits(answer.delta);
    with(
        answer.status,
        [
            answer.sum.into(),
            answer.standard_error.into(),
            answer.chance.into(),
            log_lower,
            log_upper,
            delta_lower,
            delta_upper,
            answer.gamma.lower.into(),
            answer.gamma.upper.into(),
        ],
    )
}

fn lexis_table(a: &Arguments) -> Result<Answer, Status> {
    let per = per(a)?;
    let kind = match a.word("kind")? {
        "square" => lexis::AgeKind::Square,
        _ => lexis::AgeKind::Parallelogram,
    };
    let answer = lexis::lexis(kind, &a.table("pop")?, &a.table("events")?)?;
    let scaled = |rate: Option<f64>| rate.map(|rate| rate * per);
    let rates = answer
        .rate
        .into_iter()
        .map(|row| row.into_iter().map(scaled).collect());
    let exposure = answer
        .exposure
        .into_iter()
        .map(|row| row.into_iter().map(Some).collect());
    ok([
        Value::Table(exposure.collect()),
        Value::Table(rates.collect()),
        answer.rate_by_age.into_iter().map(scaled).collect(),
        answer.rate_by_year.into_iter().map(scaled).collect(),
    ])
}

fn annual_change(a: &Arguments) -> Result<Answer, Status> {
    let numbers = a.cells("events")?.iter().zip(a.cells("exposure")?);
    let series: Vec<trend::Year> = a
        .numbers("years")?
        .into_iter()
        .zip(numbers)
        .map(|(year, (events, exposure))| trend::Year {
            year,
            events: *events,
            exposure: *exposure,
        })
        .collect();
    let answer = trend::trend(&series, a.number("conf")?)?;
    ok([
        answer.slope.into(),
        answer.standard_error.into(),
        answer.change.into(),
        answer.poisson.lower.into(),
        answer.poisson.upper.into(),
        answer.dispersion.into(),
        answer.deviance.into(),
        answer.quasi_standard_error.into(),
        answer.quasi.lower.into(),
        answer.quasi.upper.into(),
    ])
}

fn funnel_rate(a: &Arguments) -> Result<Answer, Status> {
    let per = per(a)?;
    let [observed, exposure, target_events, target_exposure] = four(
        a,
        ["observed", "exposure", "target_events", "target_exposure"],
    )?;
    let answer = funnel::rate(
        observed,
        exposure,
        target_events,
        target_exposure,
        a.number("level")?,
    )?;
    let rate = answer.rate.scaled(per);
    ok([
        (answer.target_rate * per).into(),
        answer.expected.into(),
        answer.count.lower.into(),
        answer.count.upper.into(),
        rate.lower.into(),
        rate.upper.into(),
        answer.position.as_str().into(),
    ])
}

fn funnel_share(a: &Arguments) -> Result<Answer, Status> {
    let [observed, n, target_k, target_n] = four(a, ["observed", "n", "target_k", "target_n"])?;
    let answer = funnel::share(observed, n, target_k, target_n, a.number("level")?)?;
    ok([
        answer.target_share.into(),
        answer.share.lower.into(),
        answer.share.upper.into(),
        answer.position.as_str().into(),
    ])
}

fn heterogeneity(a: &Arguments) -> Result<Answer, Status> {
    let per = per(a)?;
    let answer = compare::heterogeneity(&a.numbers("events")?, &a.numbers("exposure")?)?;
    ok([
        (answer.pooled * per).into(),
        (answer.degrees_of_freedom as f64).into(),
        answer.pearson.into(),
        answer.p_pearson.into(),
        answer.likelihood_ratio.into(),
        answer.p_likelihood_ratio.into(),
        answer.min_expected.into(),
        answer.small_expected.into(),
    ])
}

fn unknown_bounds(a: &Arguments) -> Result<Answer, Status> {
    let [k, known, unknown, q] = four(a, ["k", "known", "unknown", "q"])?;
    let answer = incomplete::unknown_bounds(k, known, unknown, q, a.number("conf")?)?;
    with(
        answer.status,
        [
            answer.rebased.into(),
            answer.bounds.lower.into(),
            answer.bounds.upper.into(),
            answer.at_assumption.into(),
            answer.outer.lower.into(),
            answer.outer.upper.into(),
        ],
    )
}

fn suppressed_rate(a: &Arguments) -> Result<Answer, Status> {
    let per = per(a)?;
    let [known, cells, each_min, each_max] = four(
        a,
        ["known_events", "suppressed_cells", "each_min", "each_max"],
    )?;
    let suppressed = SuppressedCells {
        cells,
        each_min,
        each_max,
    };
    let answer =
        incomplete::suppressed_rate(known, suppressed, a.number("exposure")?, a.number("conf")?)?;
    let [rate_min, rate_max] = limits(answer.range.map(|range| range.rate.scaled(per)));
    let [lower, upper] = limits(answer.range.map(|range| range.outer.scaled(per)));
    with(
        answer.status,
        [
            answer.events_min.into(),
            answer.events_max.into(),
            rate_min,
            rate_max,
            lower,
            upper,
        ],
    )
}

fn suppressed_share(a: &Arguments) -> Result<Answer, Status> {
    let cells = ShareCells {
        k_known: a.number("k_known")?,
        k_suppressed: a.number("k_suppressed")?,
        rest_known: a.number("rest_known")?,
        rest_suppressed: a.number("rest_suppressed")?,
        each_min: a.number("each_min")?,
        each_max: a.number("each_max")?,
        total: a.optional("total")?,
    };
    let answer = incomplete::suppressed_share(cells, a.number("conf")?)?;
    ok([
        answer.share.lower.into(),
        answer.share.upper.into(),
        answer.outer.lower.into(),
        answer.outer.upper.into(),
    ])
}

fn rounding(a: &Arguments) -> Result<Answer, Status> {
    let rate = a.decimal("rate_text")?.ok_or(Status::MissingInput)?;
    let per = a.decimal("per")?.ok_or(Status::MissingInput)?;
    let answer = incomplete::rounding(rate, per, a.decimal("exposure")?)?;
    with(
        answer.status,
        [
            answer.rate_min.into(),
            answer.rate_max.into(),
            answer.events.map(|(least, _)| least).into(),
            answer.events.map(|(_, greatest)| greatest).into(),
        ],
    )
}

fn small_numbers(a: &Arguments) -> Result<Answer, Status> {
    let kind = match a.word("kind")? {
        "share" => incomplete::Kind::Share,
        _ => incomplete::Kind::Rate,
    };
    let flags = incomplete::small_numbers(
        kind,
        a.cell("events")?,
        a.optional("n")?,
        a.number("suppressed_cells")?,
        a.number("missing_cells")?,
    );
    let names: Vec<&str> = flags.names().collect();
    let text = if names.is_empty() {
        "none".to_owned()
    } else {
        names.join(";")
    };
    ok([
        Value::Text(text),
        flags.point().into(),
        flags.ranked().into(),
    ])
}

fn special_function(a: &Arguments) -> Result<Answer, Status> {
    let (first, second, p) = (a.number("a"), a.number("b"), a.number("p")?);
    let value = match a.word("fn")? {
        "norm_quantile_upper" => normal::upper_quantile(p),
        "norm_sf" => Ok(normal::upper_tail(p)),
        "ln_gamma" => special::ln_gamma(p),
        "gamma_p" => gamma::lower_tail(first?, p),
        "gamma_q" => gamma::upper_tail(first?, p),
        "gamma_p_inv" => gamma::lower_quantile(first?, p),
        "gamma_q_inv" => gamma::upper_quantile(first?, p),
        "beta_i" => beta::lower_tail(first?, second?, p),
        "beta_inv" => beta::lower_quantile(first?, second?, p),
        "chi2_sf" => gamma::chi_square_upper_tail(first?, p),
        "t_quantile_upper" => student::upper_quantile(first?, p),
        _ => return Err(Status::Invalid),
    };
    ok([value?.into()])
}
