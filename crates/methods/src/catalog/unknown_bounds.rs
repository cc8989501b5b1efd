//! Bounds of a share when some are of unknown kind.

use crate::arithmetic::limits::{wilson_ends, wilsons};
use crate::arithmetic::{
    Arithmetic, Caveat, Derivation, Label, Letters, Limits, LimitsKind, Literal, Named, Profile,
    Reading, Script, Unit, Values, key, s,
};
use data::Dataset;
use measures::analysis::bounds;
use measures::analysis::by_name::{AnalysisRequest, Line, Lines, Missing};
use stats::incomplete;
use stats::{Limit, Status};

use super::arguments::Arguments;
use super::method::{Answer, CONF, Field, Method, OnData, STATUS, number, numbers, out, with};

/// A share with unknown destinations.
#[derive(Clone, Debug, PartialEq)]
pub struct Bounds {
    /// Count of the target.
    pub target: f64,
    /// Known, the target included.
    pub known: f64,
    /// Unknown.
    pub unknown: f64,
    /// Part of the unknown that is taken to belong to the target.
    pub assumption: f64,
    /// Confidence level.
    pub level: f64,
}

impl Arithmetic for Bounds {
    fn profile(&self) -> Profile {
        Profile {
            level: Some(self.level),
            reading: Reading::InRange { finer: false },
            limits_kind: LimitsKind::Outer,
            is_share: true,
            ..Profile::of(METHOD.name)
        }
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        let (target, known, unknown) = (self.target, self.known, self.unknown);
        let found =
            incomplete::unknown_bounds(target, known, unknown, self.assumption, self.level)?;
        let mut values = vec![("value", found.at_assumption)];
        values.extend(found.rebased.map(|rebased| ("rebased", rebased)));
        values.extend([
            ("lowest", found.bounds.lower),
            ("highest", found.bounds.upper),
            ("lower", found.outer.lower),
            ("upper", found.outer.upper),
        ]);
        Ok(values)
    }

    fn derivation(&self, _: Values) -> Derivation {
        let above = s("k").plus(s("q").times(s("u")));
        let events = || Label::key("events");
        Derivation::new(
            Unit::Share,
            key("share").equals(above.over(s("m").plus(s("u")))),
        )
        .given("k", Label::none(), self.target, Label::EVENTS)
        .given("m", Label::key("known"), self.known, events())
        .given("u", Label::key("unknown"), self.unknown, events())
        .given(
            "q",
            Label::key("assumed_share"),
            self.assumption,
            Label::none(),
        )
    }

    fn limits(&self, _: f64, _: Values, letters: &mut Letters) -> Option<Limits> {
        letters.set("k", self.target);
        letters.set("m", self.known);
        letters.set("u", self.unknown);
        let whole = || s("m").plus(s("u"));
        Some(Limits {
            lines: wilson_ends([(s("k"), whole()), (s("k").plus(s("u")), whole())]),
            general: wilsons(),
        })
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        Literal::singly([
            ("k", self.target),
            ("known", self.known),
            ("unknown", self.unknown),
            ("q", self.assumption),
        ])
    }

    fn script(&self) -> Script {
        Script {
            python: r#"z = NormalDist().inv_cdf(1 - alpha / 2)
n = known + unknown
show("value", (k + q * unknown) / n)
if known > 0:
    show("rebased", k / known)
show("lowest", k / n)
show("highest", (k + unknown) / n)
show("lower", wilson(k, n)[0])
show("upper", wilson(k + unknown, n)[1])
"#,
            r: r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
n <- known + unknown
show("value", (k + q * unknown) / n)
if (known > 0) show("rebased", k / known)
show("lowest", k / n)
show("highest", (k + unknown) / n)
show("lower", wilson(k, n)[1])
show("upper", wilson(k + unknown, n)[2])
"#,
        }
    }

    fn caveats(&self, _: Values) -> Vec<Caveat> {
        ["bounds_no_middle", "rebased_assumes"]
            .map(Caveat::Key)
            .to_vec()
    }
}

/// The method.
pub static METHOD: Method = Method {
    name: "unknown_bounds",
    title: "bounds of a share when some are of unknown kind",
    field: Field::Incomplete,
    inputs: &[
        number("k"),
        number("known"),
        number("unknown"),
        number("q"),
        CONF,
    ],
    outputs: &[
        out("rebased"),
        out("lower"),
        out("upper"),
        out("at_q"),
        out("outer_lower"),
        out("outer_upper"),
        STATUS,
    ],
    run: Some(unknown_bounds),
    on_data: Some(OnData {
        about: "the share to own or parents' country of origin when the part `q` of the unknown went \
            there (0.5 when not given); limits from none to all of them. Details: `known`, \
            `unknown`, `rebased`, `outer_lower`, `outer_upper`.",
        run: unknown,
    }),
    ..Method::NONE
};

fn unknown_bounds(a: &Arguments) -> Result<Answer, Status> {
    let [k, known, unknown, q] = numbers(a, ["k", "known", "unknown", "q"])?;
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

fn unknown(dataset: &Dataset, asked: &AnalysisRequest) -> Result<Lines, Missing> {
    if !(0.0..=1.0).contains(&asked.assumption) {
        let found = asked.assumption.to_string();
        return Err(Missing::Unfit("q", found, "0 to 1".to_owned()));
    }
    let (by, scope) = (asked.by.clone(), asked.scope.clone());
    let request = bounds::Request::to_origin(by, asked.assumption, scope, asked.level);
    let found = bounds::bounds(dataset, &request)?;
    let rows = found.rows.iter().map(|row| {
        let (counts, bounds) = (row.counts.ok(), row.bounds.ok());
        Line {
            key: asked.keyed(&row.key),
            numerator: counts.map(|counts| counts.target),
            denominator: counts.map(|counts| counts.known + counts.unknown),
            value: bounds.map(|bounds| bounds.at_assumption),
            lower: bounds.map(|bounds| bounds.bounds.lower),
            upper: bounds.map(|bounds| Limit::Finite(bounds.bounds.upper)),
            status: match row.bounds {
                Ok(bounds) => bounds.status,
                Err(status) => status,
            },
            details: vec![
                ("known", counts.map(|counts| counts.known)),
                ("unknown", counts.map(|counts| counts.unknown)),
                ("rebased", bounds.and_then(|bounds| bounds.rebased)),
                ("outer_lower", bounds.map(|bounds| bounds.outer.lower)),
                ("outer_upper", bounds.map(|bounds| bounds.outer.upper)),
            ],
        }
    });
    Ok(Lines {
        rows: rows.collect(),
        table: found.table.clone(),
        notes: found.notes.clone(),
    })
}
