//! The annual per cent change, and how far the counts of the years stray from it.

use crate::arithmetic::limits::{is_overdispersed, student_quantile};
use crate::arithmetic::{
    Arithmetic, Caveat, Column, Derivation, Formula, Label, Letters, Limits, Literal, Named,
    Profile, Script, Table, Unit, Values, Weighted, key, one, s, three, two,
};
use data::Dataset;
use measures::analysis::by_name::{AnalysisRequest, Line, Lines, Missing};
use measures::analysis::trend as of_data;
use stats::trend;
use stats::{Cell, Limit, Status};

use super::arguments::Arguments;
use super::method::{Answer, CONF, Field, Method, OnData, STATUS, list, ok, out};

/// Annual per cent change.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// Calendar year, events, exposure.
    pub years: Vec<Weighted>,
    /// Confidence level.
    pub level: f64,
}

impl Arithmetic for Trend {
    fn profile(&self) -> Profile {
        Profile {
            level: Some(self.level),
            ..Profile::of(METHOD.name)
        }
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        let year = |(year, x, t): &Weighted| trend::Year {
            year: *year,
            events: Cell::Number(*x),
            exposure: Cell::Number(*t),
        };
        let series: Vec<trend::Year> = self.years.iter().map(year).collect();
        let found = trend::trend(&series, self.level)?;
        let limits = if found.dispersion > 1.0 {
            found.quasi
        } else {
            found.poisson
        };
        let mut values = vec![
            ("slope", found.slope),
            ("standard_error", found.standard_error),
            ("df", found.years as f64 - 2.0),
            ("dispersion", found.dispersion),
        ];
        values.extend(three(found.change, limits));
        Ok(values)
    }

    fn derivation(&self, values: Values) -> Derivation {
        let change = Formula::function("exp", s("b")).minus(one());
        let formula = Formula::Lines(vec![
            key("change").equals(Formula::given(100.0).times(change)),
            Formula::function("ln", s("μᵢ")).equals(Formula::Sum(vec![
                s("A"),
                s("b").times(s("tᵢ")),
                Formula::function("ln", s("Tᵢ")),
            ])),
        ]);
        let columns = Column::events_and_exposure(["x", "T"]);
        Derivation::new(Unit::Change, formula)
            .computed("b", values.or_zero("slope"))
            .rows(Table::of_years(columns, &self.years))
    }

    fn limits(&self, level: f64, values: Values, letters: &mut Letters) -> Option<Limits> {
        let used = self.years.iter().filter(|row| row.2 > 0.0).count() as f64;
        let named = [
            ("b", "slope"),
            ("se", "standard_error"),
            ("φ", "dispersion"),
            ("df", "df"),
        ];
        for (letter, name) in named {
            letters.set(letter, values.get(name)?);
        }
        letters.set("n", used);
        if let Some((t, _)) = student_quantile(level, values) {
            letters.set("t", t);
        }
        let spread = if is_overdispersed(values) {
            Formula::Product(vec![s("t"), s("se"), Formula::Root(Box::new(s("φ")))])
        } else {
            s("z").times(s("se"))
        };
        let change = |power: Formula| {
            Formula::given(100.0).times(Formula::function("exp", power).minus(one()))
        };
        let squares = s("μᵢ").times(s("tᵢ").minus(s("t̄")).to_the(two())).total();
        let lines = vec![
            s("L").equals(change(s("b").minus(spread.clone()))),
            s("U").equals(change(s("b").plus(spread))),
            s("se").equals(one().over(Formula::Root(Box::new(squares)))),
            s("φ").equals(chi_square().over(s("df"))),
            s("df").equals(s("n").minus(two())),
        ];
        Some(lines.into())
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        Literal::three_lists(["year", "x", "t"], &self.years)
    }

    fn script(&self) -> Script {
        Script {
            python: r#"# Poisson regression of the events on the year with the exposure as offset, by Newton's method.
points = [(y, a, b) for y, a, b in zip(year, x, t) if b > 0]
years = [y for y, a, b in points]
centre = sum(years) / len(years)
events = math.fsum(a for y, a, b in points)
goal = math.fsum((y - centre) * a for y, a, b in points) / events
slope = 0.0
for _ in range(200):
    weights = [b * math.exp(slope * (y - centre)) for y, a, b in points]
    total = math.fsum(weights)
    mean = math.fsum(w * (y - centre) for w, y in zip(weights, years)) / total
    spread = math.fsum(w * (y - centre - mean) ** 2 for w, y in zip(weights, years)) / total
    step = (goal - mean) / spread
    limit = 20 / (max(years) - min(years))
    slope += max(-limit, min(limit, step))
    if abs(step) < 1e-14:
        break
error = 1 / math.sqrt(events * spread)
fitted = [events * w / total for w in weights]
df = len(points) - 2
dispersion = math.fsum((a - m) ** 2 / m for (y, a, b), m in zip(points, fitted)) / df
if dispersion > 1:  # more variation than Poisson: a wider error, and Student's t
    half = math.sqrt(df / beta_odds(df / 2, 0.5, alpha)) * error * math.sqrt(dispersion)
else:
    half = NormalDist().inv_cdf(1 - alpha / 2) * error
show("slope", slope)
show("standard_error", error)
show("df", df)
show("dispersion", dispersion)
show("value", 100 * math.expm1(slope))
show("lower", 100 * math.expm1(slope - half))
show("upper", 100 * math.expm1(slope + half))
"#,
            r: r#"used <- t > 0
centred <- (year - mean(year[used]))[used]
# As many rounds as the last digits need; glm() then warns that it has not stopped by itself.
fit <- suppressWarnings(
  glm(x[used] ~ centred + offset(log(t[used])), family = poisson,
      control = glm.control(epsilon = 1e-14, maxit = 50)))
slope <- coef(fit)[["centred"]]
error <- sqrt(vcov(fit)["centred", "centred"])
df <- df.residual(fit)
dispersion <- sum(residuals(fit, "pearson")^2) / df
# More variation than Poisson: a wider error, and Student's t.
half <- if (dispersion > 1) {
  qt(alpha / 2, df, lower.tail = FALSE) * error * sqrt(dispersion)
} else {
  qnorm(alpha / 2, lower.tail = FALSE) * error
}
show("slope", slope)
show("standard_error", error)
show("df", df)
show("dispersion", dispersion)
show("value", 100 * expm1(slope))
show("lower", 100 * expm1(slope - half))
show("upper", 100 * expm1(slope + half))
"#,
        }
    }

    fn caveats(&self, values: Values) -> Vec<Caveat> {
        let mut all = Vec::new();
        all.extend(values.get("dispersion").map(Caveat::Dispersion));
        if is_overdispersed(values) {
            all.push(Caveat::Key("overdispersed"));
        }
        all.push(Caveat::Key("trend_straight"));
        all
    }
}

/// Pearson's statistic round a fitted curve.
fn chi_square() -> Formula {
    let square = s("xᵢ").minus(s("μᵢ")).to_the(two());
    square.over(s("μᵢ")).total()
}

/// By how much counts vary more than Poisson round a fitted curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Dispersion {
    /// Calendar year, events, and events on the fitted curve.
    pub years: Vec<Weighted>,
}

impl Arithmetic for Dispersion {
    fn profile(&self) -> Profile {
        Profile::of("dispersion")
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        if self.years.len() < 3 {
            return Err(Status::TooFewYears);
        }
        let squares = self.years.iter().map(|(_, x, m)| (x - m) * (x - m) / m);
        let df = self.years.len() as f64 - 2.0;
        Ok(vec![("value", squares.sum::<f64>() / df)])
    }

    fn derivation(&self, _: Values) -> Derivation {
        let columns = [
            Column::new("x", Label::EVENTS),
            Column {
                computed: true,
                ..Column::new("μ", Label::key("on_curve"))
            },
        ];
        let formula = s("φ").equals(chi_square().over(s("n").minus(two())));
        Derivation::new(Unit::Plain, formula)
            .letter("n", self.years.len() as f64)
            .rows(Table::of_years(columns, &self.years))
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        Literal::three_lists(["year", "x", "fitted"], &self.years)
    }

    fn script(&self) -> Script {
        Script {
            python: r#"df = len(x) - 2
show("value", math.fsum((a - m) ** 2 / m for a, m in zip(x, fitted)) / df)
"#,
            r: r#"df <- length(x) - 2
show("value", sum((x - fitted)^2 / fitted) / df)
"#,
        }
    }

    fn caveats(&self, values: Values) -> Vec<Caveat> {
        match values.get("value").is_some_and(|phi| phi > 1.0) {
            true => vec![Caveat::Key("overdispersed")],
            false => Vec::new(),
        }
    }
}

/// The method.
pub static METHOD: Method = Method {
    name: "trend",
    title: "annual per cent change (Poisson, quasi-Poisson)",
    field: Field::AgesAndYears,
    inputs: &[list("years"), list("events"), list("exposure"), CONF],
    outputs: &[
        out("beta"),
        out("se"),
        out("apc"),
        out("lower"),
        out("upper"),
        out("dispersion"),
        out("deviance"),
        out("quasi_se"),
        out("quasi_lower"),
        out("quasi_upper"),
        STATUS,
    ],
    run: Some(annual_change),
    on_data: Some(OnData {
        about: "annual change in per cent. `without`: years to leave out. The limits allow for \
            over-dispersion. Details: `slope`, `dispersion`, `years`.",
        run: trends,
    }),
    ..Method::NONE
};

fn annual_change(a: &Arguments) -> Result<Answer, Status> {
    let numbers = a.cells("events")?.iter().zip(a.cells("exposure")?);
    let series: Vec<trend::Year> = a
        .numbers("years")?
        .into_iter()
        .zip(numbers)
        .map(|(year, (events, exposure))| trend::Year {
            year,
            events: *events,
            exposure: *exposure,
        })
        .collect();
    let answer = trend::trend(&series, a.number("conf")?)?;
    ok([
        answer.slope.into(),
        answer.standard_error.into(),
        answer.change.into(),
        answer.poisson.lower.into(),
        answer.poisson.upper.into(),
        answer.dispersion.into(),
        answer.deviance.into(),
        answer.quasi_standard_error.into(),
        answer.quasi.lower.into(),
        answer.quasi.upper.into(),
    ])
}

fn trends(dataset: &Dataset, asked: &AnalysisRequest) -> Result<Lines, Missing> {
    let request = of_data::Request {
        by: asked.by.clone(),
        without: asked.without.clone(),
        scope: asked.scope.clone(),
        level: asked.level,
    };
    let found = of_data::trend(dataset, &request)?;
    let rows = found.rows.iter().map(|row| {
        let line = Line {
            key: asked.keyed(&row.key),
            ..Line::default()
        };
        match &row.trend {
            Err(status) => Line {
                status: *status,
                ..line
            },
            Ok(shown) => Line {
                value: Some(shown.change),
                lower: Some(shown.interval.lower),
                upper: Some(Limit::Finite(shown.interval.upper)),
                details: vec![
                    ("slope", Some(shown.trend.slope)),
                    ("dispersion", Some(shown.trend.dispersion)),
                    ("years", Some(shown.trend.years as f64)),
                ],
                ..line
            },
        }
    });
    Ok(Lines {
        rows: rows.collect(),
        table: found.table.clone(),
        notes: found.notes.clone(),
    })
}
