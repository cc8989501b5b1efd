//! The chance of at least one emigration over a span of ages, and the expected number of them.

use crate::arithmetic::limits::{Weights, fay_feuer};
use crate::arithmetic::{
    Arithmetic, Caveat, Column, Derivation, Formula, Label, Letters, Limits, Literal, Named,
    Profile, Script, Table, Unit, Values, Weighted, key, one, s, three,
};
use data::Dataset;
use measures::analysis::by_name::{AnalysisRequest, Line, Lines, Missing, limits};
use measures::analysis::cumulative::{self as chance, ChanceMethod, Rates};
use stats::Status;
use stats::cumulative;

use super::arguments::Arguments;
use super::method::{Answer, CONF, Field, Method, OnData, STATUS, ends, list, out, with};

/// Chance of at least one emigration; the weight is the width of the band of ages.
#[derive(Clone, Debug, PartialEq)]
pub struct Cumulative {
    /// The bands.
    pub bands: Vec<Weighted>,
    /// How the interval is formed.
    pub method: ChanceMethod,
    /// Confidence level.
    pub level: f64,
}

/// One minus the chance of none.
fn chance_of(sum: Formula) -> Formula {
    one().minus(Formula::function("exp", sum.negative()))
}

/// Width times rate, over all ages.
fn rates_over_ages() -> Formula {
    s("nᵢ").times(s("xᵢ").over(s("Tᵢ"))).total()
}

fn table_of(bands: &[Weighted]) -> Table {
    let columns = [
        Column::new("x", Label::EVENTS),
        Column::new("T", Label::EXPOSURE),
        Column::new("n", Label::key("width")),
    ];
    Table::of_strata(columns, bands, |_| true)
}

impl Arithmetic for Cumulative {
    fn profile(&self) -> Profile {
        Profile {
            level: Some(self.level),
            is_of_moves: true,
            caveats_of_typed_in: &["chance_hypothetical"],
            ..Profile::of(match self.method {
                ChanceMethod::LogDelta => METHOD.name,
                ChanceMethod::Gamma => "cumulative_gamma",
            })
        }
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        let column = |of: fn(&Weighted) -> f64| self.bands.iter().map(of).collect::<Vec<f64>>();
        let (x, t, widths) = (
            column(|row| row.0),
            column(|row| row.1),
            column(|row| row.2),
        );
        let found = cumulative::cumulative(&x, &t, &widths, self.level)?;
        let limits = match self.method {
            ChanceMethod::LogDelta => found.log_delta,
            ChanceMethod::Gamma => Some(found.gamma),
        };
        let mut values = vec![("moves", found.sum)];
        match limits {
            Some(limits) => values.extend(three(found.chance, limits)),
            None => values.push(("value", found.chance)),
        }
        Ok(values)
    }

    fn derivation(&self, _: Values) -> Derivation {
        let formula = Formula::Lines(vec![
            key("chance").equals(chance_of(s("S"))),
            s("S").equals(rates_over_ages()),
        ]);
        Derivation::new(Unit::Chance, formula).rows(table_of(&self.bands))
    }

    fn limits(&self, _: f64, values: Values, letters: &mut Letters) -> Option<Limits> {
        match self.method {
            ChanceMethod::LogDelta => {
                let error = |(x, t, width): &Weighted| width * width * x / (t * t);
                letters.set("S", values.get("moves")?);
                letters.set("SE", self.bands.iter().map(error).sum::<f64>().sqrt());
                let spread = s("z").times(s("SE")).over(s("S"));
                let times = |power| s("S").times(Formula::function("exp", power));
                let variance = s("nᵢ²").times(s("xᵢ").over(s("Tᵢ²"))).total();
                let lines = vec![
                    s("L").equals(chance_of(times(spread.clone().negative()))),
                    s("U").equals(chance_of(times(spread))),
                    s("SE").equals(Formula::Root(Box::new(variance))),
                ];
                Some(lines.into())
            }
            ChanceMethod::Gamma => {
                Weights::of(self.bands.iter().map(|(x, t, width)| (*x, width / t)))
                    .put(letters, "S");
                let sum = |limit: f64| -libm::log1p(-limit);
                for (letter, name) in [("S_L", "lower"), ("S_U", "upper")] {
                    letters.set(letter, sum(values.get(name)?));
                }
                if values.get("lower") == Some(0.0) {
                    letters.fix("S_L", 0.0);
                }
                let mut lines = vec![
                    s("L").equals(chance_of(s("S_L"))),
                    s("U").equals(chance_of(s("S_U"))),
                ];
                lines.extend(fay_feuer("S", ["S_L", "S_U"]));
                lines.push(s("v").equals(s("w²").times(s("x")).total()));
                lines.push(s("m").equals(Formula::function("max", s("w"))));
                Some(Limits {
                    lines,
                    general: vec![s("w").equals(s("n").over(s("T")))],
                })
            }
        }
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        Literal::three_lists(["x", "t", "width"], &self.bands)
    }

    fn script(&self) -> Script {
        match self.method {
            ChanceMethod::LogDelta => Script {
                python: r#"z = NormalDist().inv_cdf(1 - alpha / 2)
moves = math.fsum(n * a / b for a, b, n in zip(x, t, width))
error = math.sqrt(math.fsum(n * n * a / b ** 2 for a, b, n in zip(x, t, width)))
show("moves", moves)
show("value", -math.expm1(-moves))
if moves > 0:
    spread = math.exp(z * error / moves)
    show("lower", -math.expm1(-moves / spread))
    show("upper", -math.expm1(-moves * spread))
"#,
                r: r#"z <- qnorm(alpha / 2, lower.tail = FALSE)
moves <- sum(width * x / t)
error <- sqrt(sum(width^2 * x / t^2))
show("moves", moves)
show("value", -expm1(-moves))
if (moves > 0) {
  spread <- exp(z * error / moves)
  show("lower", -expm1(-moves / spread))
  show("upper", -expm1(-moves * spread))
}
"#,
            },
            ChanceMethod::Gamma => Script {
                python: r#"used = [(a, n / b) for a, b, n in zip(x, t, width)]
moves = math.fsum(w * a for a, w in used)
variance = math.fsum(w * w * a for a, w in used)
largest = max(w for a, w in used)
show("moves", moves)
show("value", -math.expm1(-moves))
if moves > 0:
    show("lower", -math.expm1(-variance / moves * gamma_low(moves ** 2 / variance, alpha / 2)))
else:
    show("lower", 0)
moves, variance = moves + largest, variance + largest ** 2
show("upper", -math.expm1(-variance / moves * gamma_high(moves ** 2 / variance, alpha / 2)))
"#,
                r: r#"w <- width / t
moves <- sum(w * x)
variance <- sum(w^2 * x)
show("moves", moves)
show("value", -expm1(-moves))
low <- if (moves > 0) variance / moves * qgamma(alpha / 2, moves^2 / variance) else 0
show("lower", -expm1(-low))
moves <- moves + max(w)
variance <- variance + max(w)^2
high <- variance / moves * qgamma(alpha / 2, moves^2 / variance, lower.tail = FALSE)
show("upper", -expm1(-high))
"#,
            },
        }
    }

    fn caveats(&self, _: Values) -> Vec<Caveat> {
        ["chance_repeats", "chance_no_deaths"]
            .map(Caveat::Key)
            .to_vec()
    }
}

/// Expected number of emigrations; the weight is the width of the band of ages.
#[derive(Clone, Debug, PartialEq)]
pub struct Moves {
    /// The bands.
    pub bands: Vec<Weighted>,
}

impl Arithmetic for Moves {
    fn profile(&self) -> Profile {
        Profile::of("moves")
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        if self.bands.iter().any(|(_, t, _)| *t <= 0.0) {
            return Err(Status::NoExposureInStratum);
        }
        let moves = self.bands.iter().map(|(x, t, width)| width * x / t);
        Ok(vec![("value", moves.sum())])
    }

    fn derivation(&self, _: Values) -> Derivation {
        Derivation::new(Unit::Plain, rates_over_ages()).rows(table_of(&self.bands))
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        Literal::three_lists(["x", "t", "width"], &self.bands)
    }

    fn script(&self) -> Script {
        Script {
            python: r#"show("value", math.fsum(n * a / b for a, b, n in zip(x, t, width)))
"#,
            r: r#"show("value", sum(width * x / t))
"#,
        }
    }

    fn caveats(&self, _: Values) -> Vec<Caveat> {
        vec![Caveat::Key("chance_no_deaths")]
    }
}

/// The method.
pub static METHOD: Method = Method {
    name: "cumulative",
    title: "chance of at least one emigration over a span of ages",
    field: Field::AgesAndYears,
    inputs: &[list("events"), list("exposure"), list("widths"), CONF],
    outputs: &[
        out("sum"),
        out("se_sum"),
        out("chance"),
        out("logdelta_lower"),
        out("logdelta_upper"),
        out("delta_lower"),
        out("delta_upper"),
        out("gamma_lower"),
        out("gamma_upper"),
        STATUS,
    ],
    run: Some(cumulative_chance),
    on_data: Some(OnData {
        about: "the chance of at least one emigration over the ages of the data, under the rates of \
            the period or, with `born`, of a cohort. Details: `expected_moves`.",
        run: chances,
    }),
    ..Method::NONE
};

fn cumulative_chance(a: &Arguments) -> Result<Answer, Status> {
    let (events, exposure) = (a.numbers("events")?, a.numbers("exposure")?);
    let answer =
        cumulative::cumulative(&events, &exposure, &a.numbers("widths")?, a.number("conf")?)?;
    let [log_lower, log_upper] = ends(answer.log_delta);
    let [delta_lower, delta_upper] = ends(answer.delta);
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

fn chances(dataset: &Dataset, asked: &AnalysisRequest) -> Result<Lines, Missing> {
    let rates = match asked.born {
        None => Rates::Period,
        Some(born) => Rates::Cohort { born },
    };
    let found = chance::cumulative(
        dataset,
        &chance::Request {
            by: asked.by.clone(),
            rates,
            scope: asked.scope.clone(),
            level: asked.level,
        },
    )?;
    let rows = found.rows.iter().map(|row| {
        let (lower, upper) = limits(row.chance.interval);
        Line {
            key: asked.keyed(&row.key),
            value: row.chance.value,
            lower,
            upper,
            status: row.chance.status,
            details: vec![("expected_moves", row.expected_moves)],
            ..Line::default()
        }
    });
    Ok(Lines {
        rows: rows.collect(),
        table: found.table.clone(),
        notes: found.notes.clone(),
    })
}
