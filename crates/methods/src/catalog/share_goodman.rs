//! All shares of one total, with intervals that hold together.

use crate::arithmetic::limits::{proportion, wilson};
use crate::arithmetic::{
    Arithmetic, Caveat, Derivation, Formula, Label, Letters, Limits, Literal, Named, Profile,
    Script, Unit, Values, key, one, s, three, two,
};
use data::Dataset;
use measures::Measure;
use measures::analysis::by_name::{AnalysisRequest, Line, Lines, Missing, limits};
use measures::analysis::distribution;
use stats::Status;
use stats::share;

use super::arguments::Arguments;
use super::method::{Answer, CONF, Field, Method, OnData, STATUS, list, list_out, ok};

/// All shares of one total, with Goodman's simultaneous intervals; the one at `place` is told.
#[derive(Clone, Debug, PartialEq)]
pub struct JointShare {
    /// Counts of all categories.
    pub counts: Vec<f64>,
    /// The category that is told of.
    pub place: usize,
    /// Confidence level.
    pub level: f64,
}

impl JointShare {
    fn count(&self) -> f64 {
        self.counts.get(self.place).copied().unwrap_or(0.0)
    }
}

impl Arithmetic for JointShare {
    fn profile(&self) -> Profile {
        Profile {
            measure: "share_point",
            level: Some(self.level),
            held_together: Some(self.counts.len()),
            is_share: true,
            is_of_moves: true,
            ..Profile::of(METHOD.name)
        }
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        let all = share::goodman(&self.counts, self.level)?;
        let (value, limits) = all.get(self.place).ok_or(Status::Invalid)?;
        Ok(three(*value, *limits))
    }

    fn derivation(&self, _: Values) -> Derivation {
        let mut told = Derivation::new(Unit::Share, key("share").equals(s("k").over(s("n"))))
            .letter("k", self.count())
            .letter("n", self.counts.iter().sum());
        for (place, count) in self.counts.iter().enumerate() {
            let symbol = if place == self.place { "k" } else { "" };
            told = told.given(symbol, Label::Group(place), *count, Label::EVENTS);
        }
        told
    }

    fn limits(&self, _: f64, _: Values, letters: &mut Letters) -> Option<Limits> {
        let shares = self.counts.len() as f64;
        letters.share("", (self.count(), self.counts.iter().sum()));
        letters.set("m", shares);
        let tail = s("α").over(two().times(s("m")));
        Some(Limits {
            lines: vec![
                wilson("L; U", ""),
                s("z").equals(Formula::function("Φ⁻¹", one().minus(tail))),
                s("m").equals(Formula::computed(shares)),
            ],
            general: vec![proportion()],
        })
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        vec![
            ("counts", Literal::List(self.counts.clone())),
            ("k", Literal::Number(self.count())),
        ]
    }

    fn script(&self) -> Script {
        Script {
            python: r#"# Wilson's interval with the level shared between all categories.
n = sum(counts)
z = NormalDist().inv_cdf(1 - alpha / (2 * len(counts)))
lower, upper = wilson(k, n)
show("value", k / n)
show("lower", lower)
show("upper", upper)
"#,
            r: r#"# Wilson's interval with the level shared between all categories.
n <- sum(counts)
z <- qnorm(alpha / (2 * length(counts)), lower.tail = FALSE)
show("value", k / n)
show("lower", wilson(k, n)[1])
show("upper", wilson(k, n)[2])
"#,
        }
    }

    fn caveats(&self, _: Values) -> Vec<Caveat> {
        vec![Caveat::Key("joint_intervals")]
    }
}

/// The method.
pub static METHOD: Method = Method {
    name: "share_goodman",
    title: "all shares of one total with simultaneous intervals (Goodman)",
    field: Field::RatesAndShares,
    inputs: &[list("counts"), CONF],
    outputs: &[
        list_out("share"),
        list_out("lower"),
        list_out("upper"),
        STATUS,
    ],
    run: Some(share_goodman),
    on_data: Some(OnData {
        about: "the shares of one total with joint intervals; `by` holds `destination` or \
            `destination_kind`.",
        run: goodman,
    }),
    ..Method::NONE
};

fn share_goodman(a: &Arguments) -> Result<Answer, Status> {
    let shares = share::goodman(&a.numbers("counts")?, a.number("conf")?)?;
    ok([
        shares.iter().map(|(share, _)| *share).collect(),
        shares.iter().map(|(_, limits)| limits.lower).collect(),
        shares.iter().map(|(_, limits)| limits.upper).collect(),
    ])
}

fn goodman(dataset: &Dataset, asked: &AnalysisRequest) -> Result<Lines, Missing> {
    let known = ["destination", "destination_kind"];
    let of = asked.by.iter().find(|name| known.contains(&name.as_str()));
    let of = of.ok_or(Missing::Field(
        "by",
        "destination or destination_kind among others",
    ))?;
    let measure = Measure::Share { of: of.clone() };
    let question = asked.scope.question(measure, asked.by.iter().cloned());
    let found = distribution::distribution(dataset, &question, asked.level)?;
    let mut rows = Vec::new();
    for group in &found.groups {
        for (place, row) in group.rows.iter().enumerate() {
            let interval = match &group.intervals {
                Ok(intervals) => Ok(intervals.get(place).copied()),
                Err(status) => Err(*status),
            };
            let (lower, upper) = limits(interval.unwrap_or(None));
            rows.push(Line {
                key: asked.keyed(&row.key),
                numerator: row.numerator,
                denominator: row.denominator,
                value: row.value,
                lower,
                upper,
                status: row.status,
                details: Vec::new(),
            });
        }
    }
    Ok(Lines {
        rows,
        table: found.table,
        notes: found.notes,
    })
}
