//! The ratio of two rates, and one group against another on a data set.

use crate::arithmetic::limits::{clopper_pearson, half_tail};
use crate::arithmetic::{
    Arithmetic, Computation, Derivation, Formula, Letters, Limits, Literal, Named, Pair, Profile,
    Script, Unit, Values, key, one, s,
};
use data::Dataset;
use measures::analysis::by_name::{AnalysisRequest, Line, Lines, Missing, limits};
use measures::analysis::comparison::{self, Compared, Comparison, DifferenceMethod, RatioMethod};
use stats::Status;
use stats::compare;

use super::arguments::Arguments;
use super::method::{
    Answer, CONF, Field, Form, Method, OnData, STATUS, Shown, ends, number, numbers, out, pair,
    with,
};

/// Ratio of two rates.
#[derive(Clone, Debug, PartialEq)]
pub struct RateRatio {
    /// The group.
    pub first: Pair,
    /// The reference.
    pub second: Pair,
    /// How the interval is formed.
    pub method: RatioMethod,
    /// Confidence level.
    pub level: f64,
}

impl Arithmetic for RateRatio {
    fn profile(&self) -> Profile {
        Profile {
            level: Some(self.level),
            letters: match self.method {
                RatioMethod::Exact => &[("p_L", "letter_clopper_pearson")],
                _ => &[],
            },
            least_events: Some(self.first.0.min(self.second.0)),
            is_of_moves: true,
            ..Profile::of(match self.method {
                RatioMethod::Exact => METHOD.name,
                RatioMethod::MidP => "rate_ratio_midp",
                RatioMethod::Wald => "rate_ratio_wald",
            })
        }
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        let ((x1, t1), (x2, t2)) = (self.first, self.second);
        let found = compare::rate_ratio(x1, t1, x2, t2, self.level)?;
        let limits = match self.method {
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
        Ok(values)
    }

    fn derivation(&self, _: Values) -> Derivation {
        let rate = |x: &str, t: &str| s(x).over(s(t));
        let ratio = rate("x₁", "T₁").over(rate("x₂", "T₂"));
        Derivation::new(Unit::Ratio, key("rate_ratio").equals(ratio)).sides(
            ["x", "T"],
            self.first,
            self.second,
        )
    }

    fn limits(&self, _: f64, values: Values, letters: &mut Letters) -> Option<Limits> {
        letters.rate("₁", self.first);
        letters.rate("₂", self.second);
        let share = |limit: Option<f64>| {
            let odds = limit? * (self.first.1 / self.second.1);
            Some(odds / (1.0 + odds))
        };
        match share(values.get("lower")) {
            Some(share) if share > 0.0 => letters.set("p_L", share),
            _ => letters.fix("p_L", 0.0),
        }
        match share(values.get("upper")) {
            Some(share) => letters.set("p_U", share),
            None => letters.fix("p_U", 1.0),
        }
        if let Some(ratio) = values.get("value") {
            letters.set("RR", ratio);
        }
        Some(Limits {
            lines: limits_of(self.method),
            general: match self.method {
                RatioMethod::Wald => vec![s("RR").equals(key("ratio"))],
                _ => Vec::new(),
            },
        })
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        let mut all = Literal::two(["x1", "t1"], self.first);
        all.extend(Literal::two(["x2", "t2"], self.second));
        all
    }

    fn script(&self) -> Script {
        match self.method {
            RatioMethod::Exact => Script {
                python: r#"# Given x1 + x2, the first count is binomial with the odds ratio * t1 / t2.
scale = t2 / t1
if x2 > 0:
    show("value", x1 / x2 * scale)
show("lower", 0 if x1 == 0 else beta_odds(x1, x2 + 1, alpha / 2) * scale)
if x2 > 0:
    show("upper", scale / beta_odds(x2, x1 + 1, alpha / 2))
"#,
                r: r#"# The same limits: poisson.test(c(x1, x2), c(t1, t2), conf.level = 1 - alpha)$conf.int
scale <- t2 / t1
odds <- function(k, rest) {
  p <- qbeta(alpha / 2, k, rest + 1)
  p / qbeta(alpha / 2, rest + 1, k, lower.tail = FALSE)
}
if (x2 > 0) show("value", x1 / x2 * scale)
show("lower", if (x1 == 0) 0 else odds(x1, x2) * scale)
if (x2 > 0) show("upper", scale / odds(x2, x1))
"#,
            },
            RatioMethod::MidP => Script {
                python: r#"scale = t2 / t1

def odds(k, rest):  # half of the probability of the observed count in the tail
    if rest == 0:
        log_p = math.log(alpha) / k
        return math.exp(log_p) / -math.expm1(log_p)
    def tail(o):
        return beta_tails(k + 1, rest, o)[0] + binomial(k, rest, o / (1 + o), 1 / (1 + o)) / 2
    return solve(tail, alpha / 2, k / rest)

if x2 > 0:
    show("value", x1 / x2 * scale)
show("lower", 0 if x1 == 0 else odds(x1, x2) * scale)
if x2 > 0:
    show("upper", scale / odds(x2, x1))
"#,
                r: r#"scale <- t2 / t1
odds <- function(k, rest) { # half of the probability of the observed count in the tail
  if (rest == 0) {
    log_p <- log(alpha) / k
    return(exp(log_p) / -expm1(log_p))
  }
  tail <- function(y) {
    p <- plogis(y)
    log(pbinom(k, k + rest, p, lower.tail = FALSE) + dbinom(k, k + rest, p) / 2) - log(alpha / 2)
  }
  low <- qlogis(qbeta(alpha / 2, k, rest + 1))
  exp(uniroot(tail, c(low, low + 10), tol = 1e-15, extendInt = "upX")$root)
}
if (x2 > 0) show("value", x1 / x2 * scale)
show("lower", if (x1 == 0) 0 else odds(x1, x2) * scale)
if (x2 > 0) show("upper", scale / odds(x2, x1))
"#,
            },
            RatioMethod::Wald => Script {
                python: r#"z = NormalDist().inv_cdf(1 - alpha / 2)
if x2 > 0:
    ratio = (x1 / t1) / (x2 / t2)
    show("value", ratio)
    if x1 > 0:
        spread = math.exp(z * math.sqrt(1 / x1 + 1 / x2))
        show("lower", ratio / spread)
        show("upper", ratio * spread)
"#,
                r: r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
if (x2 > 0) {
  ratio <- (x1 / t1) / (x2 / t2)
  show("value", ratio)
  if (x1 > 0) {
    spread <- exp(z * sqrt(1 / x1 + 1 / x2))
    show("lower", ratio / spread)
    show("upper", ratio * spread)
  }
}
"#,
            },
        }
    }
}

fn limits_of(method: RatioMethod) -> Vec<Formula> {
    let scale = || s("T₂").over(s("T₁"));
    let odds = |p: &str| s(p).over(one().minus(s(p))).times(scale());
    let mut lines = vec![s("L").equals(odds("p_L")), s("U").equals(odds("p_U"))];
    match method {
        RatioMethod::Exact => {
            lines.extend(clopper_pearson(["p_L", "p_U"], s("x₁"), s("x₂")));
            lines
        }
        RatioMethod::MidP => {
            lines.extend([half_tail(">", "₁", s("p_L")), half_tail("<", "₁", s("p_U"))]);
            lines
        }
        RatioMethod::Wald => {
            let root = Formula::Root(Box::new(one().over(s("x₁")).plus(one().over(s("x₂")))));
            let spread = s("z").times(root);
            let times = |power| s("RR").times(Formula::function("exp", power));
            vec![
                s("L").equals(times(spread.clone().negative())),
                s("U").equals(times(spread)),
            ]
        }
    }
}

/// The method.
pub static METHOD: Method = Method {
    name: "rate_ratio",
    title: "ratio of two rates (conditional exact, mid-P, Wald)",
    field: Field::Comparison,
    inputs: &[number("x1"), number("t1"), number("x2"), number("t2"), CONF],
    outputs: &[
        out("ratio"),
        out("exact_lower"),
        out("exact_upper"),
        out("midp_lower"),
        out("midp_upper"),
        out("wald_lower"),
        out("wald_upper"),
        STATUS,
    ],
    run: Some(rate_ratio),
    computation: Some(|a| {
        Ok(Computation::new(RateRatio {
            first: pair(a, ["x1", "t1"])?,
            second: pair(a, ["x2", "t2"])?,
            method: RatioMethod::Exact,
            level: a.number("conf")?,
        }))
    }),
    shown: Some(Shown {
        result: "rate_ratio",
        method: "conditional_exact",
        outputs: ["ratio", "exact_lower", "exact_upper"],
        form: Form::Plain,
    }),
    on_data: Some(OnData {
        about: "each group against `reference`, which has no row of its own. Intervals `exact` (when \
            not given), `midp` or `wald`. Details: `own`, the group's own rate.",
        run: compare_groups,
    }),
};

fn rate_ratio(a: &Arguments) -> Result<Answer, Status> {
    let [x1, t1, x2, t2] = numbers(a, ["x1", "t1", "x2", "t2"])?;
    let answer = compare::rate_ratio(x1, t1, x2, t2, a.number("conf")?)?;
    let [wald_lower, wald_upper] = ends(answer.wald);
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

/// Every group against the reference: a ratio of rates, or a difference of rates or shares.
pub(super) fn compare_groups(dataset: &Dataset, asked: &AnalysisRequest) -> Result<Lines, Missing> {
    let shares = asked.name == "share_diff_newcombe";
    let question = asked.question(shares)?;
    let reference = asked.key("reference", &asked.reference)?.to_vec();
    let mut request = comparison::Request::new(question, reference, asked.level);
    match asked.name.as_str() {
        "rate_ratio" => {
            request.ratio = asked.variant(&[
                ("exact", RatioMethod::Exact),
                ("midp", RatioMethod::MidP),
                ("wald", RatioMethod::Wald),
            ])?;
        }
        "rate_diff" => {
            request.difference = asked.variant(&[
                ("mover_score", DifferenceMethod::Score),
                ("mover_garwood", DifferenceMethod::Garwood),
            ])?;
        }
        _ => asked.variant(&[("newcombe", ())])?,
    }
    let found: Comparison = comparison::comparison(dataset, &request)?;
    let others = found.rows.iter().filter(|row| !row.is_reference);
    let rows = others.map(|row| {
        let line = Line {
            key: asked.keyed(&row.row.key),
            numerator: row.row.numerator,
            denominator: row.row.denominator,
            details: vec![("own", row.row.value)],
            ..Line::default()
        };
        match asked.name.as_str() {
            "rate_ratio" => ratio(line, row),
            _ => difference(line, row),
        }
    });
    Ok(Lines {
        rows: rows.collect(),
        table: found.table.clone(),
        notes: found.notes.clone(),
    })
}

fn ratio(line: Line, row: &Compared) -> Line {
    match &row.ratio {
        Some(Ok(found)) => Line {
            value: found.ratio.finite(),
            lower: found.limits.map(|(lower, _)| lower),
            upper: found.limits.map(|(_, upper)| upper),
            status: found.status,
            ..line
        },
        Some(Err(status)) => Line {
            status: *status,
            ..line
        },
        None => Line {
            status: row.row.status,
            ..line
        },
    }
}

fn difference(line: Line, row: &Compared) -> Line {
    let Some(found) = row.difference else {
        return Line {
            status: row.row.status,
            ..line
        };
    };
    let (lower, upper) = limits(found.interval);
    Line {
        value: found.value,
        lower,
        upper,
        status: found.status,
        ..line
    }
}
