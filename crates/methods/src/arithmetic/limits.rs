//! Formulas of intervals that several methods share, and the numbers that their letters stand for.

use stats::interval::RateMethod;
use stats::special::{normal, student};

use super::formula::{Formula, one, s, two};
use super::letters::Letters;
use super::{Arithmetic, Pair, Values, alpha};

/// The formulas of the limits of a method.
pub struct Limits {
    /// Formulas that the numbers are put in.
    pub lines: Vec<Formula>,
    /// What is shown and needs no numbers, because it stands in the lines above it.
    pub general: Vec<Formula>,
}

impl From<Vec<Formula>> for Limits {
    fn from(lines: Vec<Formula>) -> Limits {
        Limits {
            lines,
            general: Vec::new(),
        }
    }
}

/// How the limits of a number come about.
pub struct LimitsTold {
    /// The formulas.
    pub formula: Formula,
    /// The same with the numbers put in, and what each line comes to.
    pub substituted: Formula,
}

/// The quantile of the normal distribution in an interval: at 1 - α/2, or at 1 - α/2m for m shares
/// that hold together.
pub fn normal_quantile(computation: &dyn Arithmetic) -> Option<f64> {
    let tail = alpha(computation.level()?) / 2.0;
    let tail = match computation.profile().held_together {
        Some(shares) => tail / shares as f64,
        None => tail,
    };
    normal::upper_quantile(tail).ok()
}

/// The quantile of Student's t in the interval of a trend, with its degrees of freedom.
pub fn student_quantile(level: f64, values: Values) -> Option<(f64, f64)> {
    let df = values.get("df")?;
    Some((student::upper_quantile(df, alpha(level) / 2.0).ok()?, df))
}

/// Whether the counts of a trend vary more than chance alone would make them.
pub fn is_overdispersed(values: Values) -> bool {
    values.get("dispersion").is_some_and(|value| value > 1.0)
}

/// The limits of a computation; none for one without.
pub fn limits(computation: &dyn Arithmetic, values: Values) -> Option<LimitsTold> {
    let level = computation.level()?;
    let (lower, upper) = (values.get("lower"), values.get("upper"));
    let mut letters = Letters::default();
    letters.set("α", alpha(level));
    if let Some(z) = normal_quantile(computation) {
        letters.set("z", z);
        letters.shown("z²", Formula::computed(z).to_the(two()));
    }
    for (letter, limit) in [("L", lower), ("U", upper)] {
        if let Some(limit) = limit {
            letters.set(letter, limit);
        }
    }
    // At the end of the scale a limit is set: no events, or a control limit that would be negative.
    for (letter, limit) in [("L", lower), ("U", upper)] {
        if limit == Some(0.0) {
            letters.fix(letter, 0.0);
        }
    }
    if let (Some(lower), Some(upper)) = (lower, upper) {
        letters.ends("L; U", lower, upper);
    }
    let Limits { lines, general } = computation.limits(level, values, &mut letters)?;
    // There the equation of a tail does not hold either.
    let at_end = |line: &Formula| {
        let text = line.to_text();
        text.starts_with("P(X >") && lower == Some(0.0)
            || text.starts_with("P(X <") && upper.is_none()
    };
    let to_put: Vec<Formula> = lines.iter().filter(|line| !at_end(line)).cloned().collect();
    let mut substituted = letters.lines(&to_put);
    let is_named = |line: &Formula| line.to_text().starts_with(['L', 'U']);
    if !lines.iter().any(is_named) {
        substituted.extend(letters.results(&["L", "U"]));
    }
    Some(LimitsTold {
        substituted: Formula::Lines(substituted),
        formula: Formula::Lines(lines.into_iter().chain(general).collect()),
    })
}

/// A weighted sum of Poisson counts.
pub struct Weights {
    sum: f64,
    variance: f64,
    largest: f64,
}

impl Weights {
    /// Counts with their weights.
    pub fn of(counts: impl Iterator<Item = Pair>) -> Weights {
        let mut found = Weights {
            sum: 0.0,
            variance: 0.0,
            largest: 0.0,
        };
        for (x, weight) in counts {
            found.sum += weight * x;
            found.variance += weight * weight * x;
            found.largest = libm::fmax(found.largest, weight);
        }
        found
    }

    /// Its letters; `sum` is that of the sum.
    pub fn put(&self, put: &mut Letters, sum: &str) {
        put.set(sum, self.sum);
        put.set("v", self.variance);
        put.set("m", self.largest);
        put.shown("m²", Formula::computed(self.largest).to_the(two()));
        put.shown(
            &format!("{sum}²"),
            Formula::computed(self.sum).to_the(two()),
        );
    }
}

/// The gamma limits of a weighted sum.
pub fn fay_feuer(sum: &str, [lower, upper]: [&str; 2]) -> Vec<Formula> {
    let shape = || {
        let above = s(sum).plus(s("m")).to_the(two());
        above.over(s("v").plus(s("m²")))
    };
    let square = s(&format!("{sum}²"));
    vec![
        s(lower).equals(s("v").over(s(sum)).times(gamma("α", square.over(s("v"))))),
        s(upper).equals(
            s("v")
                .plus(s("m²"))
                .over(s(sum).plus(s("m")))
                .times(gamma("1 − α", shape())),
        ),
    ]
}

/// Byar's limit of a count; the upper one from one event more.
pub fn byar_limit(count: f64, z: f64, upper: bool) -> f64 {
    let spread = z / (3.0 * count.sqrt()) * if upper { 1.0 } else { -1.0 };
    let root = libm::fmax(0.0, 1.0 - 1.0 / (9.0 * count) + spread);
    count * root * root * root
}

/// The exact limits of a share of two counts.
pub fn clopper_pearson([lower, upper]: [&str; 2], part: Formula, rest: Formula) -> Vec<Formula> {
    let quantile = |one_count: Formula, other: Formula| {
        let tail = s("α").over(two());
        Formula::Function("B⁻¹".to_owned(), vec![tail, one_count, other.plus(one())])
    };
    vec![
        s(lower).equals(quantile(part.clone(), rest.clone())),
        s(upper).equals(one().minus(quantile(rest, part))),
    ]
}

/// The tail of a mid-P interval: half of the probability of what was counted belongs to it.
pub fn half_tail(sign: &str, index: &str, at: Formula) -> Formula {
    let tail = |sign: &str| {
        let counted = s(&format!("X {sign} x{index}"));
        Formula::Function("P".to_owned(), vec![counted, at.clone()])
    };
    tail(sign)
        .plus(tail("=").over(two()))
        .equals(s("α").over(two()))
}

/// A gamma quantile.
pub fn gamma(tail: &str, shape: Formula) -> Formula {
    let tail = match tail {
        "α" => s("α").over(two()),
        _ => one().minus(s("α").over(two())),
    };
    Formula::Function("G⁻¹".to_owned(), vec![tail, shape])
}

/// Byar's limit of a count.
pub fn byar(count: &str, upper: bool) -> Formula {
    let spread = s("z").over(Formula::given(3.0).times(Formula::Root(Box::new(s(count)))));
    let centre = one().minus(one().over(Formula::given(9.0).times(s(count))));
    let inner = if upper {
        centre.plus(spread)
    } else {
        centre.minus(spread)
    };
    s(count).times(inner.to_the(Formula::given(3.0)))
}

/// Limits of a rate under their names.
pub fn rate_limits(method: RateMethod, index: &str, [lower, upper]: [&str; 2]) -> Vec<Formula> {
    let [x, t] = ["x", "T"].map(|letter| s(&format!("{letter}{index}")));
    match method {
        RateMethod::Garwood => vec![
            s(lower).equals(gamma("α", x.clone()).over(t.clone())),
            s(upper).equals(gamma("1 − α", x.plus(one())).over(t)),
        ],
        RateMethod::MidP => vec![
            half_tail(">", index, s(lower).times(t.clone())),
            half_tail("<", index, s(upper).times(t)),
        ],
        RateMethod::Byar => {
            let count = |letter: &str| format!("{letter}{index}");
            vec![
                s(lower).equals(byar(&count("x"), false).over(t.clone())),
                s(upper).equals(byar(&count("y"), true).over(t)),
                s(&count("y")).equals(x.plus(one())),
            ]
        }
        RateMethod::Score => {
            let half = s("z²").over(two());
            let spread = s("z").times(Formula::Root(Box::new(
                x.clone().plus(s("z²").over(Formula::given(4.0))),
            )));
            let both = Formula::PlusMinus(Box::new(x.plus(half)), Box::new(spread)).over(t);
            vec![s(&[lower, upper].join("; ")).equals(both)]
        }
    }
}

/// Wilson's limits under their names.
pub fn wilson(names: &str, index: &str) -> Formula {
    let of = |letter: &str| s(&format!("{letter}{index}"));
    let square = || s("z²");
    let inner = of("p")
        .times(one().minus(of("p")))
        .over(of("n"))
        .plus(square().over(Formula::given(4.0).times(s(&format!("n{index}²")))));
    let both = Formula::PlusMinus(
        Box::new(of("p").plus(square().over(two().times(of("n"))))),
        Box::new(s("z").times(Formula::Root(Box::new(inner)))),
    );
    s(names).equals(both.over(one().plus(square().over(of("n")))))
}

/// The interval of a difference from two intervals.
pub fn mover(letter: &str) -> Vec<Formula> {
    let l = |index: &str| s(&format!("{letter}{index}"));
    let square = |of: Formula| of.to_the(two());
    vec![
        s("L").equals(s("d").minus(Formula::Root(Box::new(
            square(l("₁").minus(s("l₁"))).plus(square(s("u₂").minus(l("₂")))),
        )))),
        s("U").equals(s("d").plus(Formula::Root(Box::new(
            square(s("u₁").minus(l("₁"))).plus(square(l("₂").minus(s("l₂")))),
        )))),
    ]
}

/// Limits that are one of Wilson's each: of which k and n.
pub fn wilson_ends([low, high]: [(Formula, Formula); 2]) -> Vec<Formula> {
    let of =
        |name: &str, (k, n): (Formula, Formula)| Formula::Function(name.to_owned(), vec![k, n]);
    vec![
        s("L").equals(of("Wilson_L", low)),
        s("U").equals(of("Wilson_U", high)),
    ]
}

/// What Wilson's limits are.
pub fn wilsons() -> Vec<Formula> {
    vec![wilson("Wilson_L(k; n); Wilson_U(k; n)", ""), proportion()]
}

/// What p is.
pub fn proportion() -> Formula {
    s("p").equals(s("k").over(s("n")))
}
