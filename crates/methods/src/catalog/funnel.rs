//! Funnel limits of a group's rate or share.

use crate::arithmetic::{
    Arithmetic, Derivation, Formula, Label, Letters, Limits, LimitsKind, Literal, Named, Pair,
    Profile, Script, Unit, Values, alpha, key, s, three,
};
use data::Dataset;
use measures::analysis::by_name::{AnalysisRequest, Line, Lines, Missing};
use measures::analysis::{funnel as of_data, parts};
use stats::funnel::{self, Position};
use stats::{Limit, Status};

use super::arguments::Arguments;
use super::method::{
    Answer, Field, LEVEL, Method, OnData, PER, STATUS, number, numbers, ok, out, per,
};

/// Funnel limits of a group's rate or share.
#[derive(Clone, Debug, PartialEq)]
pub struct Funnel {
    /// The group.
    pub of: Pair,
    /// All groups together.
    pub target: Pair,
    /// Whether the pairs are k and n.
    pub shares: bool,
    /// Level of the limits.
    pub level: f64,
}

impl Arithmetic for Funnel {
    fn profile(&self) -> Profile {
        Profile {
            level: Some(self.level),
            limits_kind: LimitsKind::Control,
            letters: match self.shares {
                true => &[("F(c", "letter_funnel_binomial")],
                false => &[],
            },
            is_share: self.shares,
            ..Profile::of(if self.shares { SHARE.name } else { RATE.name })
        }
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        let ((x, size), (k, whole)) = (self.of, self.target);
        let (middle, limits) = if self.shares {
            let found = funnel::share(x, size, k, whole, self.level)?;
            (found.target_share, found.share)
        } else {
            let found = funnel::rate(x, size, k, whole, self.level)?;
            (found.target_rate, found.rate)
        };
        let mut values = vec![("target", middle)];
        values.extend(three(x / size, limits));
        Ok(values)
    }

    fn derivation(&self, _: Values) -> Derivation {
        let (unit, word, own, all) = match self.shares {
            true => (Unit::Share, "share", ["k", "n"], ["K", "N"]),
            false => (Unit::Rate, "rate", ["x", "T"], ["X", "S"]),
        };
        Derivation::new(unit, key(word).equals(s(own[0]).over(s(own[1]))))
            .pair(own, Label::Side(0), self.of)
            .pair(all, Label::key("all_groups"), self.target)
    }

    fn limits(&self, level: f64, values: Values, letters: &mut Letters) -> Option<Limits> {
        let tail = alpha(level) / 2.0;
        let (base, middle, common) = match self.shares {
            true => ("n", s("K").over(s("N")), ["K", "N"]),
            false => ("T", s("T").times(s("X").over(s("S"))), ["X", "S"]),
        };
        letters.set(base, self.of.1);
        letters.set(common[1], self.target.1);
        letters.set(common[0], self.target.0);
        letters.set("q₁", tail);
        letters.set("q₂", 1.0 - tail);
        let share = self.target.0 / self.target.1;
        letters.set(
            "μ",
            if self.shares {
                share
            } else {
                share * self.of.1
            },
        );
        for (count, name) in [("c₁", "lower"), ("c₂", "upper")] {
            // The limit lies at most one event below the count that it was moved back from.
            letters.set(count, libm::ceil(values.get(name)? * self.of.1));
        }
        let limit = |count: &str, q: &str| {
            let above = Formula::function("F", s(count)).minus(s(q));
            let moved = above.over(Formula::function("f", s(count)));
            s(count).minus(moved).over(s(base))
        };
        let lines = vec![
            s("L").equals(limit("c₁", "q₁")),
            s("U").equals(limit("c₂", "q₂")),
            s("μ").equals(middle),
        ];
        Some(lines.into())
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        let (own, target) = match self.shares {
            true => (["k", "n"], ["all_k", "all_n"]),
            false => (["x", "t"], ["all_x", "all_t"]),
        };
        let mut all = Literal::two(own, self.of);
        all.extend(Literal::two(target, self.target));
        all
    }

    fn script(&self) -> Script {
        match self.shares {
            false => Script {
                python: r#"target = all_x / all_t
mean = target * t

def first(holds):  # smallest whole number where the condition holds
    low, high = -1, 1
    while not holds(high):
        high *= 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high

at_most = lambda c: gamma_tails(c + 1, mean)[1]
above = lambda c: gamma_tails(c + 1, mean)[0]
c = first(lambda c: at_most(c) >= alpha / 2)
lower = max(0, c - (at_most(c) - alpha / 2) / poisson(c, mean))
c = first(lambda c: above(c) <= alpha / 2)
upper = max(0, c - (alpha / 2 - above(c)) / poisson(c, mean))
show("target", target)
show("value", x / t)
show("lower", lower / t)
show("upper", upper / t)
"#,
                r: r#"target <- all_x / all_t
mean <- target * t
c <- qpois(alpha / 2, mean)
lower <- max(0, c - (ppois(c, mean) - alpha / 2) / dpois(c, mean))
c <- qpois(alpha / 2, mean, lower.tail = FALSE)
upper <- max(0, c - (alpha / 2 - ppois(c, mean, lower.tail = FALSE)) / dpois(c, mean))
show("target", target)
show("value", x / t)
show("lower", lower / t)
show("upper", upper / t)
"#,
            },
            true => Script {
                python: r#"p, q = all_k / all_n, (all_n - all_k) / all_n

def first(holds):  # smallest whole number from 0 to n where the condition holds
    low, high = -1, n
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high

at_most = lambda c: 1 if c >= n else beta_tails(c + 1, n - c, p / q)[1]
above = lambda c: 0 if c >= n else beta_tails(c + 1, n - c, p / q)[0]
c = first(lambda c: at_most(c) >= alpha / 2)
lower = max(0, c - (at_most(c) - alpha / 2) / binomial(c, n - c, p, q))
c = first(lambda c: above(c) <= alpha / 2)
upper = max(0, c - (alpha / 2 - above(c)) / binomial(c, n - c, p, q))
show("target", p)
show("value", k / n)
show("lower", lower / n)
show("upper", upper / n)
"#,
                r: r#"p <- all_k / all_n
c <- qbinom(alpha / 2, n, p)
lower <- max(0, c - (pbinom(c, n, p) - alpha / 2) / dbinom(c, n, p))
c <- qbinom(alpha / 2, n, p, lower.tail = FALSE)
upper <- max(0, c - (alpha / 2 - pbinom(c, n, p, lower.tail = FALSE)) / dbinom(c, n, p))
show("target", p)
show("value", k / n)
show("lower", lower / n)
show("upper", upper / n)
"#,
            },
        }
    }
}

/// Limits of a rate.
pub static RATE: Method = Method {
    name: "funnel_rate",
    title: "funnel limits of a rate",
    field: Field::ManyGroups,
    inputs: &[
        number("observed"),
        number("exposure"),
        number("target_events"),
        number("target_exposure"),
        PER,
        LEVEL,
    ],
    outputs: &[
        out("target_rate"),
        out("expected"),
        out("lower_count"),
        out("upper_count"),
        out("lower_rate"),
        out("upper_rate"),
        out("flag"),
        STATUS,
    ],
    run: Some(funnel_rate),
    on_data: Some(OnData {
        about: "each group with the limits at its size round the pooled value, at 0.95. Details: \
            `target`, `position` (-1 below, 0 inside, 1 above), and `outer_lower`, `outer_upper`, \
            `outer_position` at 0.998.",
        run: funnels,
    }),
    ..Method::NONE
};

/// Limits of a share.
pub static SHARE: Method = Method {
    name: "funnel_share",
    title: "funnel limits of a share",
    field: Field::ManyGroups,
    inputs: &[
        number("observed"),
        number("n"),
        number("target_k"),
        number("target_n"),
        LEVEL,
    ],
    outputs: &[
        out("target_share"),
        out("lower_share"),
        out("upper_share"),
        out("flag"),
        STATUS,
    ],
    run: Some(funnel_share),
    on_data: Some(OnData {
        about: "the same for the share that `of` names.",
        run: funnels,
    }),
    ..Method::NONE
};

fn funnel_rate(a: &Arguments) -> Result<Answer, Status> {
    let per = per(a)?;
    let [observed, exposure, target_events, target_exposure] = numbers(
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
    let [observed, n, target_k, target_n] = numbers(a, ["observed", "n", "target_k", "target_n"])?;
    let answer = funnel::share(observed, n, target_k, target_n, a.number("level")?)?;
    ok([
        answer.target_share.into(),
        answer.share.lower.into(),
        answer.share.upper.into(),
        answer.position.as_str().into(),
    ])
}

fn funnels(dataset: &Dataset, asked: &AnalysisRequest) -> Result<Lines, Missing> {
    let question = asked.question(asked.name == "funnel_share")?;
    let found = of_data::funnel(dataset, &question)?;
    let side = |position: Position| match position {
        Position::Below => -1.0,
        Position::Inside => 0.0,
        Position::Above => 1.0,
    };
    let rows = found.rows.iter().map(|row| {
        let own = parts(&row.row).ok();
        let limits = row.limits.ok();
        Line {
            key: asked.keyed(&row.row.key),
            numerator: own.map(|(numerator, _)| numerator),
            denominator: own.map(|(_, denominator)| denominator),
            value: row.row.value,
            lower: limits.map(|limits| limits.inner.lower),
            upper: limits.map(|limits| Limit::Finite(limits.inner.upper)),
            status: row.limits.err().unwrap_or(row.row.status),
            details: vec![
                ("target", found.target.value),
                ("position", limits.map(|limits| side(limits.inner_position))),
                ("outer_lower", limits.map(|limits| limits.outer.lower)),
                ("outer_upper", limits.map(|limits| limits.outer.upper)),
                (
                    "outer_position",
                    limits.map(|limits| side(limits.outer_position)),
                ),
            ],
        }
    });
    Ok(Lines {
        rows: rows.collect(),
        table: found.table.clone(),
        notes: found.notes.clone(),
    })
}
