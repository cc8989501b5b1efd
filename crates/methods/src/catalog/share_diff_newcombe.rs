//! The difference of two shares of separate groups.

use crate::arithmetic::limits::{mover, proportion, wilson};
use crate::arithmetic::{
    Arithmetic, Computation, Derivation, Letters, Limits, Literal, Named, Pair, Profile, Script,
    Unit, Values, key, s, three,
};
use stats::Status;
use stats::compare;
use stats::share::{ShareMethod, share_interval};

use super::arguments::Arguments;
use super::method::{
    Answer, CONF, Field, Form, Method, OnData, STATUS, Shown, number, numbers, ok, out, pair,
};
use super::rate_ratio::compare_groups;

/// Difference of two shares of separate groups.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareDifference {
    /// The group.
    pub first: Pair,
    /// The reference.
    pub second: Pair,
    /// Confidence level.
    pub level: f64,
}

impl Arithmetic for ShareDifference {
    fn profile(&self) -> Profile {
        Profile {
            level: Some(self.level),
            is_share: true,
            least_events: Some(self.first.0.min(self.second.0)),
            is_of_moves: true,
            ..Profile::of(METHOD.name)
        }
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        let ((k1, n1), (k2, n2)) = (self.first, self.second);
        let found = compare::newcombe(k1, n1, k2, n2, self.level)?;
        Ok(three(found.difference, found.interval))
    }

    fn derivation(&self, _: Values) -> Derivation {
        let share = |k: &str, n: &str| s(k).over(s(n));
        let difference = share("k₁", "n₁").minus(share("k₂", "n₂"));
        let formula = key("difference").equals(s("d")).equals(difference);
        Derivation::new(Unit::SharePoints, formula).sides(["k", "n"], self.first, self.second)
    }

    fn limits(&self, level: f64, values: Values, letters: &mut Letters) -> Option<Limits> {
        let mut lines = mover("p");
        for (index, of) in [("₁", self.first), ("₂", self.second)] {
            letters.share(index, of);
            let limits = share_interval(ShareMethod::Wilson, of.0, of.1, level).ok()?;
            let names = ["l", "u"].map(|letter| format!("{letter}{index}"));
            letters.set(&names[0], limits.lower);
            letters.set(&names[1], limits.upper);
            let both = names.join("; ");
            letters.ends(&both, limits.lower, limits.upper);
            lines.push(wilson(&both, index));
        }
        letters.set("d", values.get("value")?);
        Some(Limits {
            lines,
            general: vec![proportion()],
        })
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        let mut all = Literal::two(["k1", "n1"], self.first);
        all.extend(Literal::two(["k2", "n2"], self.second));
        all
    }

    fn script(&self) -> Script {
        Script {
            python: r#"z = NormalDist().inv_cdf(1 - alpha / 2)
p1, p2 = k1 / n1, k2 / n2
(l1, u1), (l2, u2) = wilson(k1, n1), wilson(k2, n2)
show("value", p1 - p2)
show("lower", p1 - p2 - math.hypot(p1 - l1, u2 - p2))
show("upper", p1 - p2 + math.hypot(u1 - p1, p2 - l2))
"#,
            r: r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
p1 <- k1 / n1
p2 <- k2 / n2
one <- wilson(k1, n1)
two <- wilson(k2, n2)
show("value", p1 - p2)
show("lower", p1 - p2 - sqrt((p1 - one[1])^2 + (two[2] - p2)^2))
show("upper", p1 - p2 + sqrt((one[2] - p1)^2 + (p2 - two[1])^2))
"#,
        }
    }
}

/// The method.
pub static METHOD: Method = Method {
    name: "share_diff_newcombe",
    title: "difference of two shares (Newcombe)",
    field: Field::Comparison,
    inputs: &[number("k1"), number("n1"), number("k2"), number("n2"), CONF],
    outputs: &[out("diff"), out("lower"), out("upper"), STATUS],
    run: Some(share_diff),
    computation: Some(|a| {
        Ok(Computation::new(ShareDifference {
            first: pair(a, ["k1", "n1"])?,
            second: pair(a, ["k2", "n2"])?,
            level: a.number("conf")?,
        }))
    }),
    shown: Some(Shown {
        result: "share_difference",
        method: "newcombe",
        outputs: ["diff", "lower", "upper"],
        form: Form::Points,
    }),
    on_data: Some(OnData {
        about: "the same difference for the share that `of` names. Details: `own`.",
        run: compare_groups,
    }),
};

fn share_diff(a: &Arguments) -> Result<Answer, Status> {
    let [k1, n1, k2, n2] = numbers(a, ["k1", "n1", "k2", "n2"])?;
    let answer = compare::newcombe(k1, n1, k2, n2, a.number("conf")?)?;
    ok([
        answer.difference.into(),
        answer.interval.lower.into(),
        answer.interval.upper.into(),
    ])
}
