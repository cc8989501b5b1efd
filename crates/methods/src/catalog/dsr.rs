//! The directly standardised rate; on a data set, both ways of standardising.

use crate::arithmetic::limits::{Weights, byar, byar_limit, fay_feuer, normal_quantile};
use crate::arithmetic::{
    Arithmetic, Caveat, Column, Computation, Derivation, Formula, Label, Letters, Limits, Literal,
    Named, Profile, Script, Table, Unit, Values, Weighted, key, one, s, three,
};
use data::Dataset;
use measures::analysis::by_name::{AnalysisRequest, Line, Lines, Missing, limits};
use measures::analysis::standardised::{self, DirectInterval, Standard};
use stats::Status;
use stats::standardise::direct;

use super::arguments::Arguments;
use super::method::{
    Answer, CONF, Field, Form, Method, OnData, PER, STATUS, Shown, ends, list, out, per, with,
};

/// Directly standardised rate; the weight is the standard's exposure.
#[derive(Clone, Debug, PartialEq)]
pub struct Direct {
    /// The strata.
    pub strata: Vec<Weighted>,
    /// How the interval is formed.
    pub interval: DirectInterval,
    /// Confidence level.
    pub level: f64,
}

impl Direct {
    /// The strata that have a weight.
    fn used(&self) -> impl Iterator<Item = &Weighted> {
        self.strata.iter().filter(|row| row.2 > 0.0)
    }
}

impl Arithmetic for Direct {
    fn profile(&self) -> Profile {
        Profile {
            level: Some(self.level),
            least_events: Some(self.strata.iter().map(|row| row.0).sum()),
            is_of_moves: true,
            ..Profile::of(match self.interval {
                DirectInterval::FayFeuer => METHOD.name,
                DirectInterval::DobsonByar => "dsr_dobson",
            })
        }
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        let column = |of: fn(&Weighted) -> f64| self.strata.iter().map(of).collect::<Vec<f64>>();
        let (x, t, weights) = (
            column(|row| row.0),
            column(|row| row.1),
            column(|row| row.2),
        );
        let found = direct(&x, &t, &weights, self.level)?;
        let limits = match self.interval {
            DirectInterval::FayFeuer => Some(found.fay_feuer),
            DirectInterval::DobsonByar => found.dobson_byar,
        };
        Ok(match limits {
            Some(limits) => three(found.rate, limits),
            None => vec![("value", found.rate)],
        })
    }

    fn derivation(&self, _: Values) -> Derivation {
        let weighted = s("Wᵢ").times(s("xᵢ").over(s("Tᵢ"))).total();
        let rate = weighted.over(s("Wᵢ").total());
        let columns = [
            Column::new("x", Label::EVENTS),
            Column::new("T", Label::EXPOSURE),
            Column::new("W", Label::key("standard_exposure")),
        ];
        let formula = key("standardised_rate").equals(s("R")).equals(rate);
        Derivation::new(Unit::Rate, formula)
            .rows(Table::of_strata(columns, &self.strata, |row| row[2] > 0.0))
    }

    fn limits(&self, _: f64, _: Values, letters: &mut Letters) -> Option<Limits> {
        let whole: f64 = self.strata.iter().map(|row| row.2).sum();
        let weighted = self.used().map(|(x, t, weight)| (*x, weight / (whole * t)));
        Weights::of(weighted).put(letters, "R");
        let mut lines = match self.interval {
            DirectInterval::FayFeuer => fay_feuer("R", ["L", "U"]),
            DirectInterval::DobsonByar => {
                let events: f64 = self.used().map(|row| row.0).sum();
                letters.set("O", events);
                letters.set("y", events + 1.0);
                let z = normal_quantile(self)?;
                letters.set("b_L", byar_limit(events, z, false));
                letters.set("b_U", byar_limit(events + 1.0, z, true));
                let limit = |to: &str| {
                    let spread = Formula::Root(Box::new(s("v").over(s("O"))));
                    s("R").plus(spread.times(s(to).minus(s("O"))))
                };
                vec![
                    s("L").equals(limit("b_L")),
                    s("U").equals(limit("b_U")),
                    s("b_L").equals(byar("O", false)),
                    s("b_U").equals(byar("y", true)),
                    s("y").equals(s("O").plus(one())),
                    s("O").equals(s("x").total()),
                ]
            }
        };
        lines.push(s("v").equals(s("w²").times(s("x")).total()));
        if self.interval == DirectInterval::FayFeuer {
            lines.push(s("m").equals(Formula::function("max", s("w"))));
        }
        Some(Limits {
            lines,
            general: vec![s("w").equals(s("W").over(s("W").total().times(s("T"))))],
        })
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        Literal::three_lists(["x", "t", "weight"], &self.strata)
    }

    fn script(&self) -> Script {
        match self.interval {
            DirectInterval::FayFeuer => Script {
                python: r#"used = [(a, w / math.fsum(weight) / b) for a, b, w in zip(x, t, weight) if w > 0]
rate = math.fsum(w * a for a, w in used)
variance = math.fsum(w * w * a for a, w in used)
largest = max(w for a, w in used)
show("value", rate)
if rate > 0:
    show("lower", variance / rate * gamma_low(rate ** 2 / variance, alpha / 2))
else:
    show("lower", 0)
rate, variance = rate + largest, variance + largest ** 2
show("upper", variance / rate * gamma_high(rate ** 2 / variance, alpha / 2))
"#,
                r: r#"used <- weight > 0
w <- weight[used] / sum(weight) / t[used]
rate <- sum(w * x[used])
variance <- sum(w^2 * x[used])
show("value", rate)
show("lower", if (rate > 0) variance / rate * qgamma(alpha / 2, rate^2 / variance) else 0)
rate <- rate + max(w)
variance <- variance + max(w)^2
show("upper", variance / rate * qgamma(alpha / 2, rate^2 / variance, lower.tail = FALSE))
"#,
            },
            DirectInterval::DobsonByar => Script {
                python: r#"z = NormalDist().inv_cdf(1 - alpha / 2)
used = [(a, w / math.fsum(weight) / b) for a, b, w in zip(x, t, weight) if w > 0]
rate = math.fsum(w * a for a, w in used)
events = sum(a for a, w in used)
show("value", rate)
if events > 0:
    scale = math.sqrt(math.fsum(w * w * a for a, w in used) / events)
    show("lower", max(0, rate + scale * (byar(events, -z) - events)))
    show("upper", rate + scale * (byar(events + 1, z) - events))
"#,
                r: r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
used <- weight > 0
w <- weight[used] / sum(weight) / t[used]
events <- sum(x[used])
rate <- sum(w * x[used])
show("value", rate)
if (events > 0) {
  scale <- sqrt(sum(w^2 * x[used]) / events)
  show("lower", max(0, rate + scale * (byar(events, -z) - events)))
  show("upper", rate + scale * (byar(events + 1, z) - events))
}
"#,
            },
        }
    }

    fn caveats(&self, _: Values) -> Vec<Caveat> {
        vec![Caveat::Key("same_standard")]
    }
}

/// The method.
pub static METHOD: Method = Method {
    name: "dsr",
    title: "directly standardised rate (Fay-Feuer; Dobson with Byar)",
    field: Field::Comparison,
    inputs: &[list("events"), list("exposure"), list("weights"), PER, CONF],
    outputs: &[
        out("rate"),
        out("ff_lower"),
        out("ff_upper"),
        out("dobson_byar_lower"),
        out("dobson_byar_upper"),
        STATUS,
    ],
    run: Some(calculate),
    computation: Some(|a| {
        Ok(Computation::new(Direct {
            strata: a.three(["events", "exposure", "weights"])?,
            interval: DirectInterval::FayFeuer,
            level: a.number("conf")?,
        }))
    }),
    shown: Some(Shown {
        result: "standardised",
        method: "fay_feuer",
        outputs: ["rate", "ff_lower", "ff_upper"],
        form: Form::PerThousand,
    }),
    on_data: Some(OnData {
        about: "directly standardised rate of each group. `over`: the dimensions that are made alike \
            (`age` when not given); `standard`: the code of a group, or all groups pooled when not \
            given. Interval `fay_feuer` (when not given) or `dobson_byar`. Numerator and \
            denominator are those of the crude rate. Details: `crude`.",
        run: standardise,
    }),
};

fn calculate(a: &Arguments) -> Result<Answer, Status> {
    let per = per(a)?;
    let (events, exposure) = (a.numbers("events")?, a.numbers("exposure")?);
    let answer = direct(
        &events,
        &exposure,
        &a.numbers("weights")?,
        a.number("conf")?,
    )?;
    let gamma = answer.fay_feuer.scaled(per);
    let [lower, upper] = ends(answer.dobson_byar.map(|interval| interval.scaled(per)));
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

/// Each group made alike with a standard.
pub(super) fn standardise(dataset: &Dataset, asked: &AnalysisRequest) -> Result<Lines, Missing> {
    asked.needs_by()?;
    let standard = match &asked.standard {
        None => Standard::Pooled,
        Some(key) => Standard::Group(asked.key("standard", key)?.to_vec()),
    };
    let interval = match asked.name.as_str() {
        "dsr" => asked.variant(&[
            ("fay_feuer", DirectInterval::FayFeuer),
            ("dobson_byar", DirectInterval::DobsonByar),
        ])?,
        _ => asked.variant(&[("exact", DirectInterval::FayFeuer)])?,
    };
    let found = standardised::standardised(
        dataset,
        &standardised::Request {
            by: asked.by.clone(),
            over: asked.over(),
            standard,
            interval,
            scope: asked.scope.clone(),
            level: asked.level,
        },
    )?;
    let direct = asked.name == "dsr";
    let rows = found.rows.iter().map(|row| {
        let estimate = if direct {
            row.direct
        } else {
            row.observed_expected
        };
        let whole = row.whole.ok();
        let (lower, upper) = limits(estimate.interval);
        Line {
            key: asked.keyed(&row.key),
            numerator: whole.map(|(events, _)| events),
            denominator: match direct {
                true => whole.map(|(_, exposure)| exposure),
                false => row.expected,
            },
            value: estimate.value,
            lower,
            upper,
            status: estimate.status,
            details: match direct {
                true => vec![("crude", row.crude.value)],
                false => vec![
                    ("indirect_rate", row.indirect_rate),
                    ("crude", row.crude.value),
                ],
            },
        }
    });
    Ok(Lines {
        rows: rows.collect(),
        table: found.table,
        notes: found.notes,
    })
}
