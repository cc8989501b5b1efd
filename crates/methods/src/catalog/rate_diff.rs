//! The difference of two rates.

use crate::arithmetic::limits::{mover, rate_limits};
use crate::arithmetic::{
    Arithmetic, Computation, Derivation, Letters, Limits, Literal, Named, Pair, Profile, Script,
    Unit, Values, key, s, three,
};
use measures::analysis::comparison::DifferenceMethod;
use stats::Status;
use stats::compare;
use stats::interval::{RateMethod, rate_interval};

use super::arguments::Arguments;
use super::method::{
    Answer, CONF, Field, Form, Method, OnData, PER, STATUS, Shown, ends, number, numbers, ok, out,
    pair, per,
};
use super::rate_ratio::compare_groups;

/// Difference of two rates.
#[derive(Clone, Debug, PartialEq)]
pub struct RateDifference {
    /// The group.
    pub first: Pair,
    /// The reference.
    pub second: Pair,
    /// How the interval is formed.
    pub method: DifferenceMethod,
    /// Confidence level.
    pub level: f64,
}

impl Arithmetic for RateDifference {
    fn profile(&self) -> Profile {
        Profile {
            level: Some(self.level),
            least_events: Some(self.first.0.min(self.second.0)),
            is_of_moves: true,
            ..Profile::of(match self.method {
                DifferenceMethod::Score => METHOD.name,
                DifferenceMethod::Garwood => "rate_diff_garwood",
            })
        }
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        let ((x1, t1), (x2, t2)) = (self.first, self.second);
        let found = compare::rate_difference(x1, t1, x2, t2, self.level)?;
        let limits = match self.method {
            DifferenceMethod::Score => found.score,
            DifferenceMethod::Garwood => found.garwood,
        };
        Ok(three(found.difference, limits))
    }

    fn derivation(&self, _: Values) -> Derivation {
        let rate = |x: &str, t: &str| s(x).over(s(t));
        let difference = rate("x₁", "T₁").minus(rate("x₂", "T₂"));
        let formula = key("difference").equals(s("d")).equals(difference);
        Derivation::new(Unit::RatePoints, formula).sides(["x", "T"], self.first, self.second)
    }

    fn limits(&self, level: f64, values: Values, letters: &mut Letters) -> Option<Limits> {
        let method = match self.method {
            DifferenceMethod::Score => RateMethod::Score,
            DifferenceMethod::Garwood => RateMethod::Garwood,
        };
        let mut lines = mover("r");
        for (index, of) in [("₁", self.first), ("₂", self.second)] {
            letters.rate(index, of);
            letters.set(&format!("r{index}"), of.0 / of.1);
            let limits = rate_interval(method, of.0, of.1, level).ok()?;
            let names = ["l", "u"].map(|letter| format!("{letter}{index}"));
            letters.set(&names[0], limits.lower);
            letters.set(&names[1], limits.upper);
            if limits.lower == 0.0 {
                letters.fix(&names[0], 0.0);
            }
            letters.ends(&names.join("; "), limits.lower, limits.upper);
            lines.extend(rate_limits(method, index, [&names[0], &names[1]]));
        }
        letters.set("d", values.get("value")?);
        Some(Limits {
            lines,
            general: vec![s("r").equals(s("x").over(s("T")))],
        })
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        let mut all = Literal::two(["x1", "t1"], self.first);
        all.extend(Literal::two(["x2", "t2"], self.second));
        all
    }

    fn script(&self) -> Script {
        match self.method {
            DifferenceMethod::Score => Script {
                python: r#"z = NormalDist().inv_cdf(1 - alpha / 2)

def limits(x, t):  # score limits of one rate
    upper = x + z * z / 2 + z * math.sqrt(x + z * z / 4)
    return x * x / upper / t, upper / t

r1, r2 = x1 / t1, x2 / t2
(l1, u1), (l2, u2) = limits(x1, t1), limits(x2, t2)
show("value", r1 - r2)
show("lower", r1 - r2 - math.hypot(r1 - l1, u2 - r2))
show("upper", r1 - r2 + math.hypot(u1 - r1, r2 - l2))
"#,
                r: r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
limits <- function(x, t) { # score limits of one rate
  upper <- x + z^2 / 2 + z * sqrt(x + z^2 / 4)
  c(x^2 / upper, upper) / t
}
r1 <- x1 / t1
r2 <- x2 / t2
one <- limits(x1, t1)
two <- limits(x2, t2)
show("value", r1 - r2)
show("lower", r1 - r2 - sqrt((r1 - one[1])^2 + (two[2] - r2)^2))
show("upper", r1 - r2 + sqrt((one[2] - r1)^2 + (r2 - two[1])^2))
"#,
            },
            DifferenceMethod::Garwood => Script {
                python: r#"def limits(x, t):  # exact limits of one rate
    lower = 0 if x == 0 else gamma_low(x, alpha / 2)
    return lower / t, gamma_high(x + 1, alpha / 2) / t

r1, r2 = x1 / t1, x2 / t2
(l1, u1), (l2, u2) = limits(x1, t1), limits(x2, t2)
show("value", r1 - r2)
show("lower", r1 - r2 - math.hypot(r1 - l1, u2 - r2))
show("upper", r1 - r2 + math.hypot(u1 - r1, r2 - l2))
"#,
                r: r#"limits <- function(x, t) # exact limits of one rate
  c(if (x == 0) 0 else qgamma(alpha / 2, x), qgamma(alpha / 2, x + 1, lower.tail = FALSE)) / t
r1 <- x1 / t1
r2 <- x2 / t2
one <- limits(x1, t1)
two <- limits(x2, t2)
show("value", r1 - r2)
show("lower", r1 - r2 - sqrt((r1 - one[1])^2 + (two[2] - r2)^2))
show("upper", r1 - r2 + sqrt((one[2] - r1)^2 + (r2 - two[1])^2))
"#,
            },
        }
    }
}

/// The method.
pub static METHOD: Method = Method {
    name: "rate_diff",
    title: "difference of two rates (MOVER with score or Garwood limits, Wald)",
    field: Field::Comparison,
    inputs: &[
        number("x1"),
        number("t1"),
        number("x2"),
        number("t2"),
        PER,
        CONF,
    ],
    outputs: &[
        out("diff"),
        out("mover_score_lower"),
        out("mover_score_upper"),
        out("mover_garwood_lower"),
        out("mover_garwood_upper"),
        out("wald_lower"),
        out("wald_upper"),
        STATUS,
    ],
    run: Some(rate_diff),
    computation: Some(|a| {
        Ok(Computation::new(RateDifference {
            first: pair(a, ["x1", "t1"])?,
            second: pair(a, ["x2", "t2"])?,
            method: DifferenceMethod::Score,
            level: a.number("conf")?,
        }))
    }),
    shown: Some(Shown {
        result: "rate_difference",
        method: "mover",
        outputs: ["diff", "mover_score_lower", "mover_score_upper"],
        form: Form::PerThousandApart,
    }),
    on_data: Some(OnData {
        about: "the same as a difference. Intervals `mover_score` (when not given) or `mover_garwood`. \
            Details: `own`.",
        run: compare_groups,
    }),
};

fn rate_diff(a: &Arguments) -> Result<Answer, Status> {
    let per = per(a)?;
    let [x1, t1, x2, t2] = numbers(a, ["x1", "t1", "x2", "t2"])?;
    let answer = compare::rate_difference(x1, t1, x2, t2, a.number("conf")?)?;
    let (score, garwood) = (answer.score.scaled(per), answer.garwood.scaled(per));
    let [wald_lower, wald_upper] = ends(answer.wald.map(|interval| interval.scaled(per)));
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
