//! The gap between two rates as a rate effect and a composition effect.

use crate::arithmetic::{
    Arithmetic, Caveat, Derivation, Formula, Literal, Named, Pair, Profile, Reading, Script, Table,
    Unit, Values, Word, key, s, two, w,
};
use data::Dataset;
use measures::analysis::Ages;
use measures::analysis::by_name::{AnalysisRequest, Line, Lines, Missing};
use measures::analysis::decomposition::{self, Cause};
use stats::Status;
use stats::decompose;

use super::arguments::Arguments;
use super::method::{Answer, Field, Method, OnData, PER, STATUS, list, list_out, ok, out, per};

/// Kitagawa's two effects.
#[derive(Clone, Debug, PartialEq)]
pub struct Kitagawa {
    /// Strata of the first population.
    pub first: Vec<Pair>,
    /// Strata of the second.
    pub second: Vec<Pair>,
}

/// The effect of other rates.
pub(super) const BY_RATES: Word = Word::Key("rates_effect");

impl Arithmetic for Kitagawa {
    fn profile(&self) -> Profile {
        Profile {
            reading: Reading::Effects(vec![
                (Word::Composition(0, false), "composition"),
                (BY_RATES, "rates"),
            ]),
            ..Profile::of(METHOD.name)
        }
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        let (x1, t1): (Vec<f64>, Vec<f64>) = self.first.iter().copied().unzip();
        let (x2, t2): (Vec<f64>, Vec<f64>) = self.second.iter().copied().unzip();
        let population = |exposure, events| decompose::Population { exposure, events };
        let found = decompose::kitagawa(population(&t1, &x1), population(&t2, &x2))?;
        Ok(vec![
            ("rate1", found.rate1),
            ("rate2", found.rate2),
            ("value", found.gap),
            ("composition", found.composition_effect),
            ("rates", found.rate_effect),
        ])
    }

    fn derivation(&self, values: Values) -> Derivation {
        let by_composition = || w(Word::Composition(0, false));
        let change = |letter: &str| s(&format!("{letter}₁")).minus(s(&format!("{letter}₂")));
        let effect = |name: &str| Formula::computed(values.or_zero(name));
        let formula = Formula::Lines(vec![
            key("difference").equals(Formula::Sum(vec![by_composition(), w(BY_RATES)])),
            by_composition().equals(mean(&["r"]).times(change("w")).total()),
            w(BY_RATES).equals(mean(&["w"]).times(change("r")).total()),
            s("r").equals(s("x").over(s("T"))),
            s("w").equals(s("T").over(s("T").total())),
        ]);
        Derivation::new(Unit::RatePoints, formula)
            .rows(Table::of_populations(&self.first, &self.second))
            .substituted(Formula::Sum(vec![effect("composition"), effect("rates")]))
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        Literal::populations(&self.first, &self.second)
    }

    fn script(&self) -> Script {
        Script {
            python: r#"all1, all2 = math.fsum(t1), math.fsum(t2)
strata = [(a / b, b / all1, c / d, d / all2) for a, b, c, d in zip(x1, t1, x2, t2) if b > 0]
rate1, rate2 = math.fsum(x1) / all1, math.fsum(x2) / all2
show("rate1", rate1)
show("rate2", rate2)
show("value", rate1 - rate2)
show("composition", math.fsum((w1 - w2) * (r1 + r2) / 2 for r1, w1, r2, w2 in strata))
show("rates", math.fsum((r1 - r2) * (w1 + w2) / 2 for r1, w1, r2, w2 in strata))
"#,
            r: r#"used <- t1 > 0
r1 <- (x1 / t1)[used]
r2 <- (x2 / t2)[used]
w1 <- (t1 / sum(t1))[used]
w2 <- (t2 / sum(t2))[used]
show("rate1", sum(x1) / sum(t1))
show("rate2", sum(x2) / sum(t2))
show("value", sum(x1) / sum(t1) - sum(x2) / sum(t2))
show("composition", sum((w1 - w2) * (r1 + r2) / 2))
show("rates", sum((r1 - r2) * (w1 + w2) / 2))
"#,
        }
    }

    fn caveats(&self, values: Values) -> Vec<Caveat> {
        of_effects(["composition", "rates"].map(|name| values.or_zero(name)))
    }
}

/// The mean over both populations of a product of letters.
pub(super) fn mean(letters: &[&str]) -> Formula {
    let of = |index: &str| {
        let factor = |letter: &&str| s(&format!("{letter}{index}"));
        match letters {
            [only] => factor(only),
            _ => Formula::Product(letters.iter().map(factor).collect()),
        }
    };
    of("₁").plus(of("₂")).over(two())
}

/// What must be kept in mind with effects.
pub(super) fn of_effects<const N: usize>(effects: [f64; N]) -> Vec<Caveat> {
    let mut all = vec![Caveat::Key("decomposition_not_cause")];
    if effects.iter().any(|effect| *effect > 0.0) && effects.iter().any(|effect| *effect < 0.0) {
        all.push(Caveat::Key("opposite_effects"));
    }
    all
}

/// The method.
pub static METHOD: Method = Method {
    name: "kitagawa",
    title: "gap between two rates: rate effect and composition effect",
    field: Field::Decomposition,
    inputs: &[
        list("exposure1"),
        list("exposure2"),
        list("events1"),
        list("events2"),
        PER,
    ],
    outputs: &[
        out("rate1"),
        out("rate2"),
        out("gap"),
        out("rate_effect"),
        out("comp_effect"),
        list_out("rate_by"),
        list_out("comp_by"),
        STATUS,
    ],
    run: Some(kitagawa),
    on_data: Some(OnData {
        about: "the gap between the rates of `group` and `reference`, taken apart over one dimension \
            (`age` when `over` is not given). One row a `part`: `rate1`, `rate2`, `gap`, \
            `composition_` with the dimension, `rates`.",
        run: decompose_gap,
    }),
    ..Method::NONE
};

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

/// The gap between the rates of two groups, taken apart by one dimension or by two.
pub(super) fn decompose_gap(dataset: &Dataset, asked: &AnalysisRequest) -> Result<Lines, Missing> {
    let first = asked.key("group", &asked.group)?.to_vec();
    let second = asked.key("reference", &asked.reference)?.to_vec();
    let over = asked.over();
    let wanted = match asked.name.as_str() {
        "kitagawa" => 1,
        _ => 2,
    };
    if over.len() != wanted {
        let fits = match wanted {
            1 => "one dimension",
            _ => "two dimensions, as age and education",
        };
        return Err(Missing::Unfit("over", over.join(", "), fits.to_owned()));
    }
    let found = decomposition::decomposition(
        dataset,
        &decomposition::Request {
            by: asked.by.clone(),
            first,
            second,
            over,
            ages: match wanted {
                1 => Ages::Single,
                _ => Ages::MergedAsNeeded,
            },
            scope: asked.scope.clone(),
        },
    )?;
    let part = |name: String, value: f64| Line {
        key: vec![("part".to_owned(), name)],
        value: Some(value),
        ..Line::default()
    };
    let rows = match &found.steps {
        Err(status) => vec![Line {
            key: vec![("part".to_owned(), "gap".to_owned())],
            status: *status,
            ..Line::default()
        }],
        Ok(steps) => {
            let effects = steps.steps.iter().map(|step| match &step.cause {
                Cause::Composition(dimension) => {
                    part(format!("composition_{dimension}"), step.effect)
                }
                Cause::Rates => part("rates".to_owned(), step.effect),
            });
            [
                ("rate1", steps.rate1),
                ("rate2", steps.rate2),
                ("gap", steps.gap),
            ]
            .into_iter()
            .map(|(name, value)| part(name.to_owned(), value))
            .chain(effects)
            .collect()
        }
    };
    Ok(Lines {
        rows,
        table: found.table,
        notes: found.notes,
    })
}
