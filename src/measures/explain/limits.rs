//! Formulas of intervals, and the numbers that their letters stand for.

use crate::measures::analysis::comparison::{DifferenceMethod, RatioMethod};
use crate::measures::analysis::cumulative::ChanceMethod;
use crate::measures::analysis::standardised::DirectInterval;
use crate::measures::methods::interval::{RateMethod, rate_interval};
use crate::measures::methods::share::{ShareMethod, share_interval};
use crate::measures::methods::special::{normal, student};
use crate::text::{Lang, explain as words};

use super::code::alpha;
use super::computation::{Computation, Named, Pair, Weighted, Whole};
use super::formula::{Formula, one, s, two, w};
use super::put_in::Letters;

/// How the limits of a number come about.
pub(super) struct Limits {
    /// The formulas.
    pub(super) formula: Formula,
    /// The same with the numbers put in, and what each line comes to.
    pub(super) put_in: Formula,
}

/// The quantile of the normal distribution in an interval of this method: at 1 - α/2, or at
/// 1 - α/2m for m shares that hold together.
pub(super) fn z_of(computation: &Computation) -> Option<f64> {
    let tail = alpha(computation.level()?) / 2.0;
    let tail = match computation {
        Computation::JointShare { counts, .. } => tail / counts.len() as f64,
        _ => tail,
    };
    normal::upper_quantile(tail).ok()
}

/// The quantile of Student's t in the interval of a trend, with its degrees of freedom.
pub(super) fn t_of(level: f64, values: &[Named]) -> Option<(f64, f64)> {
    let df = values.iter().find(|(name, _)| *name == "df")?.1;
    Some((student::upper_quantile(df, alpha(level) / 2.0).ok()?, df))
}

/// Whether the counts of a trend vary more than chance alone would make them.
pub(super) fn is_overdispersed(values: &[Named]) -> bool {
    let mut values = values.iter();
    values.any(|(name, value)| *name == "dispersion" && *value > 1.0)
}

/// The limits of a computation; none for one without.
pub(super) fn limits(computation: &Computation, values: &[Named], lang: Lang) -> Option<Limits> {
    let level = computation.level()?;
    let value = |name: &str| {
        let mut values = values.iter();
        values
            .find(|(known, _)| *known == name)
            .map(|(_, value)| *value)
    };
    let (lower, upper) = (value("lower"), value("upper"));
    let mut put = Letters::new(lang);
    put.set("α", alpha(level));
    if let Some(z) = z_of(computation) {
        put.set("z", z);
        put.shown("z²", put.number(z).to_the(two()));
    }
    for (letter, limit) in [("L", lower), ("U", upper)] {
        if let Some(limit) = limit {
            put.set(letter, limit);
        }
    }
    // At the end of the scale a limit is set: no events, or a control limit that would be negative.
    for (letter, limit) in [("L", lower), ("U", upper)] {
        if limit == Some(0.0) {
            put.fix(letter, 0.0);
        }
    }
    if let (Some(lower), Some(upper)) = (lower, upper) {
        put.ends("L; U", lower, upper);
    }
    // What is shown of a method and needs no numbers, because it stands in the lines above it.
    let mut general = Vec::new();
    let lines = match computation {
        Computation::Rate { of, method, .. } => {
            put.rate("", *of);
            rate_limits(*method, "", ["L", "U"])
        }
        Computation::Share { of, method, .. } => {
            put.share("", *of);
            match method {
                ShareMethod::Wilson => {
                    general.push(proportion());
                    vec![wilson("L; U", "")]
                }
                ShareMethod::ClopperPearson => {
                    if upper == Some(1.0) {
                        put.fix("U", 1.0);
                    }
                    clopper_pearson(["L", "U"], s("k"), s("n").minus(s("k")))
                }
            }
        }
        Computation::JointShare { counts, place, .. } => {
            let k = counts.get(*place).copied().unwrap_or(0.0);
            put.share("", (k, counts.iter().sum()));
            put.set("m", counts.len() as f64);
            general.push(proportion());
            let tail = s("α").over(two().times(s("m")));
            vec![
                wilson("L; U", ""),
                s("z").equals(Formula::function("Φ⁻¹", one().minus(tail))),
                s("m").equals(put.number(counts.len() as f64)),
            ]
        }
        Computation::RateRatio {
            first,
            second,
            method,
            ..
        } => {
            put.rate("₁", *first);
            put.rate("₂", *second);
            let share = |limit: Option<f64>| {
                let odds = limit? * (first.1 / second.1);
                Some(odds / (1.0 + odds))
            };
            match share(lower) {
                Some(share) if share > 0.0 => put.set("p_L", share),
                _ => put.fix("p_L", 0.0),
            }
            match share(upper) {
                Some(share) => put.set("p_U", share),
                None => put.fix("p_U", 1.0),
            }
            if let Some(ratio) = value("value") {
                put.set("RR", ratio);
            }
            if *method == RatioMethod::Wald {
                general.push(s("RR").equals(w(words::ratio(lang))));
            }
            ratio_limits(*method)
        }
        Computation::RateDifference {
            first,
            second,
            method,
            ..
        } => {
            let method = match method {
                DifferenceMethod::Score => RateMethod::Score,
                DifferenceMethod::Garwood => RateMethod::Garwood,
            };
            let mut lines = mover("r");
            for (index, of) in [("₁", first), ("₂", second)] {
                put.rate(index, *of);
                put.set(&format!("r{index}"), of.0 / of.1);
                let limits = rate_interval(method, of.0, of.1, level).ok()?;
                let names = ["l", "u"].map(|letter| format!("{letter}{index}"));
                put.set(&names[0], limits.lower);
                put.set(&names[1], limits.upper);
                if limits.lower == 0.0 {
                    put.fix(&names[0], 0.0);
                }
                put.ends(&names.join("; "), limits.lower, limits.upper);
                lines.extend(rate_limits(method, index, [&names[0], &names[1]]));
            }
            put.set("d", value("value")?);
            general.push(s("r").equals(s("x").over(s("T"))));
            lines
        }
        Computation::ShareDifference { first, second, .. } => {
            let mut lines = mover("p");
            for (index, of) in [("₁", first), ("₂", second)] {
                put.share(index, *of);
                let limits = share_interval(ShareMethod::Wilson, of.0, of.1, level).ok()?;
                let names = ["l", "u"].map(|letter| format!("{letter}{index}"));
                put.set(&names[0], limits.lower);
                put.set(&names[1], limits.upper);
                let both = names.join("; ");
                put.ends(&both, limits.lower, limits.upper);
                lines.push(wilson(&both, index));
            }
            put.set("d", value("value")?);
            general.push(proportion());
            lines
        }
        Computation::Direct {
            strata, interval, ..
        } => {
            let whole: f64 = strata.iter().map(|row| row.2).sum();
            let used = || strata.iter().filter(|row| row.2 > 0.0);
            let weighted = used().map(|(x, t, weight)| (*x, weight / (whole * t)));
            let found = Weights::of(weighted);
            let mut lines = match interval {
                DirectInterval::FayFeuer => {
                    found.put(&mut put, "R");
                    fay_feuer("R", ["L", "U"])
                }
                DirectInterval::DobsonByar => {
                    found.put(&mut put, "R");
                    let events: f64 = used().map(|row| row.0).sum();
                    put.set("O", events);
                    put.set("y", events + 1.0);
                    let z = z_of(computation)?;
                    put.set("b_L", byar_limit(events, z, false));
                    put.set("b_U", byar_limit(events + 1.0, z, true));
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
            if *interval == DirectInterval::FayFeuer {
                lines.push(s("m").equals(Formula::function("max", s("w"))));
            }
            general.push(s("w").equals(s("W").over(s("W").total().times(s("T")))));
            lines
        }
        Computation::Indirect { observed, .. } => {
            put.set("O", *observed);
            put.set("E", value("expected")?);
            vec![
                s("L").equals(gamma("α", s("O")).over(s("E"))),
                s("U").equals(gamma("1 − α", s("O").plus(one())).over(s("E"))),
            ]
        }
        Computation::Cumulative { bands, method, .. } => {
            let chance = |of: Formula| one().minus(Formula::function("exp", of.negative()));
            match method {
                ChanceMethod::LogDelta => {
                    let error = |(x, t, width): &Weighted| width * width * x / (t * t);
                    put.set("S", value("moves")?);
                    put.set("SE", bands.iter().map(error).sum::<f64>().sqrt());
                    let spread = s("z").times(s("SE")).over(s("S"));
                    let times = |power| s("S").times(Formula::function("exp", power));
                    vec![
                        s("L").equals(chance(times(spread.clone().negative()))),
                        s("U").equals(chance(times(spread))),
                        s("SE").equals(Formula::Root(Box::new(
                            s("nᵢ²").times(s("xᵢ").over(s("Tᵢ²"))).total(),
                        ))),
                    ]
                }
                ChanceMethod::Gamma => {
                    Weights::of(bands.iter().map(|(x, t, width)| (*x, width / t)))
                        .put(&mut put, "S");
                    let sum = |limit: f64| -libm::log1p(-limit);
                    for (letter, limit) in [("S_L", lower), ("S_U", upper)] {
                        put.set(letter, sum(limit?));
                    }
                    if lower == Some(0.0) {
                        put.fix("S_L", 0.0);
                    }
                    let mut lines = vec![
                        s("L").equals(chance(s("S_L"))),
                        s("U").equals(chance(s("S_U"))),
                    ];
                    lines.extend(fay_feuer("S", ["S_L", "S_U"]));
                    lines.push(s("v").equals(s("w²").times(s("x")).total()));
                    lines.push(s("m").equals(Formula::function("max", s("w"))));
                    general.push(s("w").equals(s("n").over(s("T"))));
                    lines
                }
            }
        }
        Computation::Trend { years, .. } => {
            let used = years.iter().filter(|row| row.2 > 0.0).count() as f64;
            let letters = [
                ("b", "slope"),
                ("se", "standard_error"),
                ("φ", "dispersion"),
                ("df", "df"),
            ];
            for (letter, name) in letters {
                put.set(letter, value(name)?);
            }
            put.set("n", used);
            if let Some((t, _)) = t_of(level, values) {
                put.set("t", t);
            }
            let spread = if is_overdispersed(values) {
                Formula::Product(vec![s("t"), s("se"), Formula::Root(Box::new(s("φ")))])
            } else {
                s("z").times(s("se"))
            };
            let change = |power: Formula| {
                Formula::number("100").times(Formula::function("exp", power).minus(one()))
            };
            vec![
                s("L").equals(change(s("b").minus(spread.clone()))),
                s("U").equals(change(s("b").plus(spread))),
                s("se").equals(one().over(Formula::Root(Box::new(
                    s("μᵢ").times(s("tᵢ").minus(s("t̄")).to_the(two())).total(),
                )))),
                s("φ").equals(
                    s("xᵢ")
                        .minus(s("μᵢ"))
                        .to_the(two())
                        .over(s("μᵢ"))
                        .total()
                        .over(s("df")),
                ),
                s("df").equals(s("n").minus(two())),
            ]
        }
        Computation::Bounds {
            target,
            known,
            unknown,
            ..
        } => {
            put.set("k", *target);
            put.set("m", *known);
            put.set("u", *unknown);
            general = wilsons();
            let whole = || s("m").plus(s("u"));
            wilson_ends([(s("k"), whole()), (s("k").plus(s("u")), whole())])
        }
        Computation::SuppressedRate {
            known,
            cells,
            each,
            exposure,
            ..
        } => {
            put.suppressed(["x", "c"], (*known, *cells), *each);
            put.set("T", *exposure);
            let end = |letter: &str| s("x").plus(s("c").times(s(letter)));
            vec![
                s("L").equals(gamma("α", end("a")).over(s("T"))),
                s("U").equals(gamma("1 − α", end("b").plus(one())).over(s("T"))),
            ]
        }
        Computation::SuppressedShare {
            known,
            cells,
            each,
            of,
            ..
        } => {
            put.suppressed(["k", "c"], (*known, *cells), *each);
            general = wilsons();
            let end = |letter: &str| s("k").plus(s("c").times(s(letter)));
            match of {
                Whole::Known(whole) => {
                    put.set("n", *whole);
                    let most = Formula::Function("min".to_owned(), vec![end("b"), s("n")]);
                    wilson_ends([(end("a"), s("n")), (most, s("n"))])
                }
                Whole::WithRest { known, cells } => {
                    put.suppressed(["r", "d"], (*known, *cells), *each);
                    let rest = |letter: &str| s("r").plus(s("d").times(s(letter)));
                    let with = |own, other| end(own).plus(rest(other));
                    wilson_ends([(end("a"), with("a", "b")), (end("b"), with("b", "a"))])
                }
            }
        }
        Computation::Funnel {
            of, target, shares, ..
        } => {
            let tail = alpha(level) / 2.0;
            let base = if *shares { "n" } else { "T" };
            put.set(base, of.1);
            put.set(if *shares { "N" } else { "S" }, target.1);
            put.set(if *shares { "K" } else { "X" }, target.0);
            put.set("q₁", tail);
            put.set("q₂", 1.0 - tail);
            let common = target.0 / target.1;
            put.set("μ", if *shares { common } else { common * of.1 });
            for (count, limit) in [("c₁", lower?), ("c₂", upper?)] {
                // The limit lies at most one event below the count that it was moved back from.
                put.set(count, libm::ceil(limit * of.1));
            }
            let limit = |count: &str, q: &str| {
                let above = Formula::function("F", s(count)).minus(s(q));
                let moved = above.over(Formula::function("f", s(count)));
                s(count).minus(moved).over(s(base))
            };
            let middle = if *shares {
                s("K").over(s("N"))
            } else {
                s("T").times(s("X").over(s("S")))
            };
            vec![
                s("L").equals(limit("c₁", "q₁")),
                s("U").equals(limit("c₂", "q₂")),
                s("μ").equals(middle),
            ]
        }
        Computation::Count { .. }
        | Computation::Remainder { .. }
        | Computation::Quotient { .. }
        | Computation::Sum { .. }
        | Computation::Product { .. }
        | Computation::Tally { .. }
        | Computation::Outside { .. }
        | Computation::Highest { .. }
        | Computation::Moves { .. }
        | Computation::Dispersion { .. }
        | Computation::Printed { .. }
        | Computation::SuppressedCount { .. }
        | Computation::Heterogeneity { .. }
        | Computation::Kitagawa { .. }
        | Computation::Cross { .. } => return None,
    };
    // At the end of the scale a limit is set, and the equation of a tail does not hold.
    let mid_p = matches!(
        computation,
        Computation::Rate {
            method: RateMethod::MidP,
            ..
        } | Computation::RateRatio {
            method: RatioMethod::MidP,
            ..
        }
    );
    let at_end = |line: &Formula| {
        let text = line.to_text();
        mid_p
            && (text.starts_with("P(X >") && lower == Some(0.0)
                || text.starts_with("P(X <") && upper.is_none())
    };
    let to_put: Vec<Formula> = lines.iter().filter(|line| !at_end(line)).cloned().collect();
    let mut put_in = put.lines(&to_put);
    if let Computation::Rate {
        method: RateMethod::MidP,
        ..
    } = computation
    {
        put_in.extend(put.results(&["L", "U"]));
    }
    Some(Limits {
        put_in: Formula::Lines(put_in),
        formula: Formula::Lines(lines.into_iter().chain(general).collect()),
    })
}

/// A weighted sum of Poisson counts.
struct Weights {
    sum: f64,
    variance: f64,
    largest: f64,
}

impl Weights {
    /// Counts with their weights.
    fn of(counts: impl Iterator<Item = Pair>) -> Weights {
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

    fn put(&self, put: &mut Letters, sum: &str) {
        put.set(sum, self.sum);
        put.set("v", self.variance);
        put.set("m", self.largest);
        put.shown("m²", put.number(self.largest).to_the(two()));
        put.shown(&format!("{sum}²"), put.number(self.sum).to_the(two()));
    }
}

/// The gamma limits of a weighted sum.
fn fay_feuer(sum: &str, [lower, upper]: [&str; 2]) -> Vec<Formula> {
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
fn byar_limit(count: f64, z: f64, upper: bool) -> f64 {
    let spread = z / (3.0 * count.sqrt()) * if upper { 1.0 } else { -1.0 };
    let root = libm::fmax(0.0, 1.0 - 1.0 / (9.0 * count) + spread);
    count * root * root * root
}

/// The exact limits of a share of two counts.
fn clopper_pearson([lower, upper]: [&str; 2], part: Formula, rest: Formula) -> Vec<Formula> {
    let quantile = |one_count: Formula, other: Formula| {
        let tail = s("α").over(two());
        Formula::Function("B⁻¹".to_owned(), vec![tail, one_count, other.plus(one())])
    };
    vec![
        s(lower).equals(quantile(part.clone(), rest.clone())),
        s(upper).equals(one().minus(quantile(rest, part))),
    ]
}

fn ratio_limits(method: RatioMethod) -> Vec<Formula> {
    let scale = || s("T₂").over(s("T₁"));
    let odds = |p: &str| s(p).over(one().minus(s(p))).times(scale());
    let mut lines = vec![s("L").equals(odds("p_L")), s("U").equals(odds("p_U"))];
    match method {
        RatioMethod::Exact => {
            lines.extend(clopper_pearson(["p_L", "p_U"], s("x₁"), s("x₂")));
            lines
        }
        RatioMethod::MidP => {
            lines.extend([half_tail(">", "₁", s("p_L")), half_tail("<", "₁", s("p_U"))]);
            lines
        }
        RatioMethod::Wald => {
            let root = Formula::Root(Box::new(one().over(s("x₁")).plus(one().over(s("x₂")))));
            let spread = s("z").times(root);
            let times = |power| s("RR").times(Formula::function("exp", power));
            vec![
                s("L").equals(times(spread.clone().negative())),
                s("U").equals(times(spread)),
            ]
        }
    }
}

/// The tail of a mid-P interval: half of the probability of what was counted belongs to it.
fn half_tail(sign: &str, index: &str, at: Formula) -> Formula {
    let tail = |sign: &str| {
        let counted = s(&format!("X {sign} x{index}"));
        Formula::Function("P".to_owned(), vec![counted, at.clone()])
    };
    tail(sign)
        .plus(tail("=").over(two()))
        .equals(s("α").over(two()))
}

/// A gamma quantile.
fn gamma(tail: &str, shape: Formula) -> Formula {
    let tail = match tail {
        "α" => s("α").over(two()),
        _ => one().minus(s("α").over(two())),
    };
    Formula::Function("G⁻¹".to_owned(), vec![tail, shape])
}

/// Byar's limit of a count.
fn byar(count: &str, upper: bool) -> Formula {
    let spread = s("z").over(Formula::number("3").times(Formula::Root(Box::new(s(count)))));
    let centre = one().minus(one().over(Formula::number("9").times(s(count))));
    let inner = if upper {
        centre.plus(spread)
    } else {
        centre.minus(spread)
    };
    s(count).times(inner.to_the(Formula::number("3")))
}

/// Limits of a rate under their names.
fn rate_limits(method: RateMethod, index: &str, [lower, upper]: [&str; 2]) -> Vec<Formula> {
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
                x.clone().plus(s("z²").over(Formula::number("4"))),
            )));
            let both = Formula::PlusMinus(Box::new(x.plus(half)), Box::new(spread)).over(t);
            vec![s(&[lower, upper].join("; ")).equals(both)]
        }
    }
}

/// Wilson's limits under their names.
fn wilson(names: &str, index: &str) -> Formula {
    let of = |letter: &str| s(&format!("{letter}{index}"));
    let square = || s("z²");
    let inner = of("p")
        .times(one().minus(of("p")))
        .over(of("n"))
        .plus(square().over(Formula::number("4").times(s(&format!("n{index}²")))));
    let both = Formula::PlusMinus(
        Box::new(of("p").plus(square().over(two().times(of("n"))))),
        Box::new(s("z").times(Formula::Root(Box::new(inner)))),
    );
    s(names).equals(both.over(one().plus(square().over(of("n")))))
}

/// The interval of a difference from two intervals.
fn mover(letter: &str) -> Vec<Formula> {
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
fn wilson_ends([low, high]: [(Formula, Formula); 2]) -> Vec<Formula> {
    let of =
        |name: &str, (k, n): (Formula, Formula)| Formula::Function(name.to_owned(), vec![k, n]);
    vec![
        s("L").equals(of("Wilson_L", low)),
        s("U").equals(of("Wilson_U", high)),
    ]
}

/// What Wilson's limits are.
fn wilsons() -> Vec<Formula> {
    vec![wilson("Wilson_L(k; n); Wilson_U(k; n)", ""), proportion()]
}

fn proportion() -> Formula {
    s("p").equals(s("k").over(s("n")))
}
