//! A rate, and its intervals.

use crate::arithmetic::limits::rate_limits;
use crate::arithmetic::{
    Arithmetic, Computation, Derivation, Label, Letters, Limits, Literal, Named, Pair, Profile,
    Script, Unit, Values, Word, key, three, w,
};
use stats::interval::{RateMethod, rate_interval};
use stats::rate::{mid_year_population, pooled, rate};
use stats::{Cell, Status};

use super::arguments::Arguments;
use super::method::{
    Answer, CONF, Field, Form, Method, PER, STATUS, Shown, choice, list, number, ok, optional_list,
    out, pair, per, with,
};

/// x/T with an interval.
#[derive(Clone, Debug, PartialEq)]
pub struct Rate {
    /// Events and exposure.
    pub of: Pair,
    /// How the interval is formed.
    pub method: RateMethod,
    /// Confidence level.
    pub level: f64,
}

impl Arithmetic for Rate {
    fn profile(&self) -> Profile {
        Profile {
            measure: POINT.name,
            level: Some(self.level),
            letters: &[("P(X", "letter_poisson")],
            least_events: Some(self.of.0),
            is_of_moves: true,
            ..Profile::of(match self.method {
                RateMethod::Garwood => GARWOOD.name,
                RateMethod::MidP => MID_P.name,
                RateMethod::Byar => BYAR.name,
                RateMethod::Score => "rate_ci_score",
            })
        }
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        let (x, t) = self.of;
        Ok(three(
            rate(x, t)?,
            rate_interval(self.method, x, t, self.level)?,
        ))
    }

    fn derivation(&self, _: Values) -> Derivation {
        let formula = key("rate").equals(w(Word::Events).over(w(Word::Exposure)));
        Derivation::new(Unit::Rate, formula).pair(["x", "T"], Label::none(), self.of)
    }

    fn limits(&self, _: f64, _: Values, letters: &mut Letters) -> Option<Limits> {
        letters.rate("", self.of);
        Some(rate_limits(self.method, "", ["L", "U"]).into())
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        Literal::two(["x", "t"], self.of)
    }

    fn script(&self) -> Script {
        match self.method {
            RateMethod::Garwood => Script {
                python: r#"show("value", x / t)
show("lower", 0 if x == 0 else gamma_low(x, alpha / 2) / t)
show("upper", gamma_high(x + 1, alpha / 2) / t)
"#,
                r: r#"# The same limits: poisson.test(x, t, conf.level = 1 - alpha)$conf.int
show("value", x / t)
show("lower", if (x == 0) 0 else qgamma(alpha / 2, x) / t)
show("upper", qgamma(alpha / 2, x + 1, lower.tail = FALSE) / t)
"#,
            },
            RateMethod::MidP => Script {
                python: r#"# Mean of the exact tail with and without the observed count.
show("value", x / t)
if x == 0:
    show("lower", 0)
    show("upper", -math.log(alpha) / t)
else:
    above = lambda m: gamma_tails(x + 1, m)[0] + poisson(x, m) / 2
    below = lambda m: gamma_tails(x, m)[1] + poisson(x, m) / 2
    show("lower", solve(above, alpha / 2, x) / t)
    show("upper", solve(below, alpha / 2, x) / t)
"#,
                r: r#"# Mean of the exact tail with and without the observed count.
show("value", x / t)
if (x == 0) {
  show("lower", 0)
  show("upper", -log(alpha) / t)
} else {
  above <- function(y) ppois(x, exp(y), lower.tail = FALSE) + dpois(x, exp(y)) / 2
  below <- function(y) ppois(x - 1, exp(y)) + dpois(x, exp(y)) / 2
  root <- function(tail, from, to)
    exp(uniroot(function(y) log(tail(y)) - log(alpha / 2), c(from, to), tol = 1e-15)$root)
  low <- log(qgamma(alpha / 2, x))
  high <- log(qgamma(alpha / 2, x + 1, lower.tail = FALSE))
  show("lower", root(above, low, high) / t)
  show("upper", root(below, low, high) / t)
}
"#,
            },
            RateMethod::Byar => Script {
                python: r#"z = NormalDist().inv_cdf(1 - alpha / 2)
show("value", x / t)
show("lower", 0 if x == 0 else byar(x, -z) / t)
show("upper", byar(x + 1, z) / t)
"#,
                r: r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
show("value", x / t)
show("lower", if (x == 0) 0 else byar(x, -z) / t)
show("upper", byar(x + 1, z) / t)
"#,
            },
            RateMethod::Score => Script {
                python: r#"z = NormalDist().inv_cdf(1 - alpha / 2)
upper = x + z * z / 2 + z * math.sqrt(x + z * z / 4)
show("value", x / t)
show("lower", x * x / upper / t)
show("upper", upper / t)
"#,
                r: r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
upper <- x + z^2 / 2 + z * sqrt(x + z^2 / 4)
show("value", x / t)
show("lower", x^2 / upper / t)
show("upper", upper / t)
"#,
            },
        }
    }
}

/// The rate alone, from several years or groups.
pub static POINT: Method = Method {
    name: "rate_point",
    title: "rate from mid-year population or person-years, pooled",
    field: Field::RatesAndShares,
    inputs: &[
        choice("kind", &["midyear_mean", "midyear_given", "person_years"]),
        list("events"),
        optional_list("pop_start"),
        optional_list("pop_end"),
        optional_list("exposure"),
        PER,
    ],
    outputs: &[out("exposure"), out("rate"), STATUS],
    run: Some(rate_point),
    ..Method::NONE
};

/// The interval of one rate.
const ONE: Method = Method {
    field: Field::RatesAndShares,
    inputs: &[number("events"), number("exposure"), PER, CONF],
    outputs: &[out("rate"), out("lower"), out("upper"), STATUS],
    ..Method::NONE
};

const fn shown(method: &'static str) -> Option<Shown> {
    Some(Shown {
        result: "rate",
        method,
        outputs: ["rate", "lower", "upper"],
        form: Form::PerThousand,
    })
}

/// Exact.
pub static GARWOOD: Method = Method {
    name: "rate_ci_garwood",
    title: "rate with exact interval (Garwood)",
    run: Some(|a| one_rate(a, RateMethod::Garwood)),
    computation: Some(|a| computation(a, RateMethod::Garwood)),
    shown: shown("garwood"),
    ..ONE
};

/// Exact, with half of the probability of what was counted.
pub static MID_P: Method = Method {
    name: "rate_ci_midp",
    title: "rate with mid-P interval",
    run: Some(|a| one_rate(a, RateMethod::MidP)),
    computation: Some(|a| computation(a, RateMethod::MidP)),
    shown: shown("midp"),
    ..ONE
};

/// Byar's approximation.
pub static BYAR: Method = Method {
    name: "rate_ci_byar",
    title: "rate with Byar's interval",
    run: Some(|a| one_rate(a, RateMethod::Byar)),
    computation: Some(|a| computation(a, RateMethod::Byar)),
    shown: shown("byar"),
    ..ONE
};

fn computation(a: &Arguments, method: RateMethod) -> Result<Computation, Status> {
    Ok(Computation::new(Rate {
        of: pair(a, ["events", "exposure"])?,
        method,
        level: a.number("conf")?,
    }))
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
                    Cell::Number(mid_year_population(*start, *end))
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
    let pooled = pooled(&parts)?;
    let rate = pooled.rate.map(|rate| rate * per);
    with(pooled.status, [pooled.exposure.into(), rate.into()])
}

fn one_rate(a: &Arguments, method: RateMethod) -> Result<Answer, Status> {
    let (x, t, per) = (a.number("events")?, a.number("exposure")?, per(a)?);
    let rate = rate(x, t)?;
    let limits = rate_interval(method, x, t, a.number("conf")?)?.scaled(per);
    ok([
        (rate * per).into(),
        limits.lower.into(),
        limits.upper.into(),
    ])
}
