//! Are all rates, or all shares, equal?

use crate::arithmetic::{
    Arithmetic, Caveat, Column, Derivation, Formula, Literal, Named, Pair, Profile, Reading,
    Script, Table, Unit, Values, s, two,
};
use data::Dataset;
use measures::analysis::Failure;
use measures::analysis::by_name::{AnalysisRequest, Line, Lines, Missing};
use measures::analysis::comparison::{self, Compared, heterogeneity_of_shares};
use stats::Status;
use stats::compare;

use super::arguments::Arguments;
use super::method::{Answer, Field, Method, OnData, PER, STATUS, list, ok, out, per};

/// Are all rates, or all shares, equal?
#[derive(Clone, Debug, PartialEq)]
pub struct Heterogeneity {
    /// The groups.
    pub groups: Vec<Pair>,
    /// Whether the pairs are k and n.
    pub shares: bool,
}

impl Heterogeneity {
    fn symbols(&self) -> [&'static str; 2] {
        if self.shares { ["k", "n"] } else { ["x", "T"] }
    }

    /// The likelihood ratio with its numbers; a group without events adds nothing to it.
    fn substitution(&self) -> Formula {
        let sums = self.groups.iter();
        let (x, t) = sums.fold((0.0, 0.0), |(x, t), group| (x + group.0, t + group.1));
        let mut terms = Vec::new();
        for (observed, size) in &self.groups {
            if *observed > 0.0 && *size > 0.0 {
                let expected = Formula::Value(x * (size / t), 8);
                let observed = || Formula::given(*observed);
                let times = Formula::function("ln", observed().over(expected));
                terms.push(observed().times(times));
            }
        }
        let sum = Formula::shortened(terms);
        match self.shares {
            // The terms of those who are not in k follow the same pattern.
            true => two().times(Formula::Sum(vec![sum, Formula::text("…")])),
            false => two().times(sum),
        }
    }
}

impl Arithmetic for Heterogeneity {
    fn profile(&self) -> Profile {
        Profile {
            reading: Reading::Test,
            is_share: self.shares,
            ..Profile::of(METHOD.name)
        }
    }

    fn values(&self) -> Result<Vec<Named>, Status> {
        let (x, t): (Vec<f64>, Vec<f64>) = self.groups.iter().copied().unzip();
        let found = match self.shares {
            true => heterogeneity_of_shares(&x, &t)?,
            false => compare::heterogeneity(&x, &t)?,
        };
        Ok(vec![
            ("pooled", found.pooled),
            ("value", found.likelihood_ratio),
            ("df", found.degrees_of_freedom as f64),
            ("p", found.p_likelihood_ratio),
        ])
    }

    fn derivation(&self, _: Values) -> Derivation {
        let symbols = self.symbols();
        let term = |x: &str, e: &str| s(x).times(Formula::function("ln", s(x).over(s(e))));
        let statistic = match self.shares {
            true => {
                let rest = || s("n").minus(s("k"));
                let ratio = rest().over(s("n").minus(s("e")));
                term("k", "e").plus(rest().times(Formula::function("ln", ratio)))
            }
            false => term("x", "e"),
        };
        let pooled = s(symbols[0]).total().over(s(symbols[1]).total());
        let formula = Formula::Lines(vec![
            s("G²").equals(two().times(statistic.total())),
            s("e").equals(s(symbols[1]).times(pooled)),
        ]);
        Derivation::new(Unit::Plain, formula)
            .rows(Table::of_pairs(
                Column::events_and_exposure(symbols),
                &self.groups,
            ))
            .substituted(self.substitution())
    }

    fn literals(&self) -> Vec<(&'static str, Literal)> {
        let names = if self.shares { ["k", "n"] } else { ["x", "t"] };
        Literal::lists(names, &self.groups)
    }

    fn script(&self) -> Script {
        match self.shares {
            false => Script {
                python: r#"groups = [(a, b) for a, b in zip(x, t) if b > 0]
pooled = math.fsum(x) / math.fsum(t)
ratio = 2 * math.fsum(deviance(a, b * pooled) if a > 0 else b * pooled for a, b in groups)
df = len(groups) - 1
show("pooled", pooled)
show("value", ratio)
show("df", df)
show("p", gamma_tails(df / 2, ratio / 2)[1])
"#,
                r: r#"used <- t > 0
x <- x[used]
t <- t[used]
expected <- sum(x) * t / sum(t)
ratio <- 2 * sum(ifelse(x > 0, x * log(x / expected), 0))
show("pooled", sum(x) / sum(t))
show("value", ratio)
show("df", length(x) - 1)
show("p", pchisq(ratio, length(x) - 1, lower.tail = FALSE))
"#,
            },
            true => Script {
                python: r#"groups = [(a, b) for a, b in zip(k, n) if b > 0]
pooled = sum(k) / sum(n)
part = lambda a, e: deviance(a, e) if a > 0 else e
ratio = 2 * math.fsum(part(a, b * pooled) + part(b - a, b * (1 - pooled)) for a, b in groups)
df = len(groups) - 1
show("pooled", pooled)
show("value", ratio)
show("df", df)
show("p", gamma_tails(df / 2, ratio / 2)[1])
"#,
                r: r#"used <- n > 0
k <- k[used]
n <- n[used]
part <- function(a, e) sum(ifelse(a > 0, a * log(a / e), 0))
pooled <- sum(k) / sum(n)
ratio <- 2 * (part(k, n * pooled) + part(n - k, n * (1 - pooled)))
show("pooled", pooled)
show("value", ratio)
show("df", length(k) - 1)
show("p", pchisq(ratio, length(k) - 1, lower.tail = FALSE))
"#,
            },
        }
    }

    fn caveats(&self, _: Values) -> Vec<Caveat> {
        vec![Caveat::Key("size_not_p")]
    }
}

/// The method.
pub static METHOD: Method = Method {
    name: "heterogeneity",
    title: "test for equal rates (Pearson, likelihood ratio)",
    field: Field::Comparison,
    inputs: &[list("events"), list("exposure"), PER],
    outputs: &[
        out("pooled"),
        out("df"),
        out("pearson"),
        out("p_pearson"),
        out("lr"),
        out("p_lr"),
        out("min_expected"),
        out("small_expected"),
        STATUS,
    ],
    run: Some(heterogeneity),
    on_data: Some(OnData {
        about: "are all groups equal? One row with the likelihood ratio G² as `value`. Without `of` it \
            is about rates. Details: `df`, `p`, `pearson`, `p_pearson`, `pooled`, `min_expected`.",
        run: test,
    }),
    ..Method::NONE
};

fn heterogeneity(a: &Arguments) -> Result<Answer, Status> {
    let per = per(a)?;
    let answer = compare::heterogeneity(&a.numbers("events")?, &a.numbers("exposure")?)?;
    ok([
        (answer.pooled * per).into(),
        (answer.degrees_of_freedom as f64).into(),
        answer.pearson.into(),
        answer.p_pearson.into(),
        answer.likelihood_ratio.into(),
        answer.p_likelihood_ratio.into(),
        answer.min_expected.into(),
        answer.small_expected.into(),
    ])
}

fn test(dataset: &Dataset, asked: &AnalysisRequest) -> Result<Lines, Missing> {
    let question = asked.question(asked.of.is_some())?;
    // Any group can be the reference of a test; the first of the answer is.
    let answer = measures::answer(dataset, &question).map_err(Failure::Refused)?;
    let first = answer.rows.first().map(|row| row.key.clone());
    let first = first.ok_or(Failure::NoSuchGroup(Vec::new()))?;
    let request = comparison::Request::new(question, first, asked.level);
    let found = comparison::comparison(dataset, &request)?;
    let sum = |part: fn(&Compared) -> Option<f64>| found.rows.iter().map(part).sum();
    let line = match found.heterogeneity {
        Err(status) => Line {
            status,
            ..Line::default()
        },
        Ok(test) => Line {
            value: Some(test.likelihood_ratio),
            details: vec![
                ("df", Some(test.degrees_of_freedom as f64)),
                ("p", Some(test.p_likelihood_ratio)),
                ("pearson", Some(test.pearson)),
                ("p_pearson", Some(test.p_pearson)),
                ("pooled", Some(test.pooled)),
                ("min_expected", Some(test.min_expected)),
            ],
            ..Line::default()
        },
    };
    Ok(Lines {
        rows: vec![Line {
            numerator: sum(|row| row.row.numerator),
            denominator: sum(|row| row.row.denominator),
            ..line
        }],
        table: found.table,
        notes: found.notes,
    })
}
