//! From a computation to its explanation.

use crate::measures::analysis::comparison::RatioMethod;
use crate::measures::analysis::decomposition::{self, adding_up};
use crate::measures::answer::SMALL_EVENTS;
use crate::measures::methods::incomplete::SMALL_BASE;
use crate::text::methods::MethodText;
use crate::text::{Lang, explain as words, methods as texts, number};

use super::code::alpha;
use super::computation::{Computation, Named};
use super::explanation::{Explanation, IntervalExplanation};
use super::formula::Formula;
use super::limits::{is_overdispersed, limits, t_of, z_of};
use super::reason::reason;
use super::tell::{Teller, Told};

/// What a computation is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Context {
    /// What the number is.
    pub title: String,
    /// What is counted above the line.
    pub events: String,
    /// What it is set against.
    pub exposure: String,
    /// Names of the groups or strata, in the order of the computation.
    pub groups: Vec<String>,
    /// What the groups or strata are, as the heading of a column.
    pub stub: String,
    /// Names of the two populations of a gap.
    pub sides: Vec<String>,
    /// Names of the dimensions a gap is decomposed by, as they stand in a sentence.
    pub factors: Vec<String>,
    /// Caveats of the data, before those of the method.
    pub caveats: Vec<String>,
    /// Where the numbers come from.
    pub sources: Vec<String>,
}

impl Context {
    /// The context of typed-in numbers: the general words, and the method as title.
    pub fn typed_in(computation: &Computation, lang: Lang) -> Context {
        let shares = matches!(
            computation,
            Computation::Share { .. }
                | Computation::JointShare { .. }
                | Computation::ShareDifference { .. }
                | Computation::Bounds { .. }
                | Computation::Heterogeneity { shares: true, .. }
                | Computation::Funnel { shares: true, .. }
        );
        let title = texts::method(lang, computation.measure()).map_or("", |text| text.name);
        let (events, exposure) = if shares {
            (words::to_destination(lang), words::all_emigrations(lang))
        } else {
            (words::events(lang), words::person_years(lang))
        };
        let caveats = match computation {
            Computation::Cumulative { .. } => vec![texts::chance_hypothetical(lang).to_owned()],
            _ => Vec::new(),
        };
        Context {
            title: title.to_owned(),
            events: events.to_owned(),
            exposure: exposure.to_owned(),
            caveats,
            ..Context::default()
        }
    }

    /// The name of the effect of a composition; of two without names, by their letters.
    pub(super) fn composition(&self, place: usize, two: bool, lang: Lang) -> String {
        match self.factors.get(place) {
            Some(factor) => words::composition_by(lang, factor),
            None if !two => words::composition_effect(lang).to_owned(),
            None => {
                let letter = if place == 0 { "A" } else { "B" };
                format!("{} ({letter})", words::composition_effect(lang))
            }
        }
    }
}

/// How a result is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Unit {
    /// Per cent with three significant digits.
    Rate,
    /// Per cent with one decimal.
    Share,
    /// A chance, per cent with one decimal.
    Chance,
    /// Percentage points with three significant digits.
    RatePoints,
    /// Percentage points with one decimal.
    SharePoints,
    /// A ratio with two decimals.
    Ratio,
    /// Per cent a year; the value itself is in per cent.
    Change,
    /// A ratio with one decimal.
    Times,
    /// A number without unit.
    Plain,
    /// A count or an amount, as exact as it is.
    Count,
}

impl Unit {
    /// Decimals that suit a value; the limits use those of the value.
    fn decimals(self, value: f64) -> usize {
        match self {
            Unit::Rate | Unit::RatePoints => number::decimals_for(value * 100.0, 3).clamp(1, 4),
            Unit::Share | Unit::Chance | Unit::SharePoints => 1,
            Unit::Ratio | Unit::Plain => 2,
            Unit::Change | Unit::Times => 1,
            Unit::Count => usize::from(libm::trunc(value) != value),
        }
    }

    fn show(self, value: f64, decimals: usize, lang: Lang) -> String {
        match self {
            Unit::Rate | Unit::Share | Unit::Chance => number::percent(value, decimals, lang),
            Unit::RatePoints | Unit::SharePoints => {
                words::points(lang, &number::decimal(value * 100.0, decimals, lang))
            }
            Unit::Change => words::per_year(lang, &number::percent(value / 100.0, decimals, lang)),
            Unit::Ratio | Unit::Times | Unit::Plain | Unit::Count => {
                number::decimal(value, decimals, lang)
            }
        }
    }

    /// Two values, with a unit of several words said once.
    fn show_range(self, lower: f64, upper: f64, decimals: usize, lang: Lang) -> String {
        let bare = |value: f64| number::decimal(value, decimals, lang);
        match self {
            Unit::RatePoints | Unit::SharePoints => {
                let (lower, upper) = (bare(lower * 100.0), bare(upper * 100.0));
                words::points(lang, &words::from_to(lang, &lower, Some(&upper)))
            }
            Unit::Change => {
                let upper = number::percent(upper / 100.0, decimals, lang);
                words::per_year(lang, &words::from_to(lang, &bare(lower), Some(&upper)))
            }
            _ => {
                let (lower, upper) = (
                    self.show(lower, decimals, lang),
                    self.show(upper, decimals, lang),
                );
                words::from_to(lang, &lower, Some(&upper))
            }
        }
    }
}

/// A number with at most `significant` digits and no zeros at the end.
pub(super) fn digits(value: f64, significant: usize, lang: Lang) -> String {
    let places = significant.saturating_sub(1);
    // Rounding through text is exact; the shortest decimal of the result has no stray digits.
    let rounded: f64 = format!("{:.places$e}", value.abs()).parse().unwrap_or(0.0);
    let plain = rounded.to_string();
    let (_, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = number::integer(libm::trunc(rounded), lang);
    if value < 0.0 && rounded > 0.0 {
        text.insert(0, number::MINUS);
    }
    if !fraction.is_empty() {
        text.push(match lang {
            Lang::Nb | Lang::Nn => ',',
            Lang::En => '.',
        });
        text.push_str(fraction);
    }
    text
}

/// Tells a computation step by step.
pub fn explain(computation: &Computation, context: &Context, lang: Lang) -> Explanation {
    let found = computation.values();
    let values = found.as_deref().unwrap_or_default();
    let value_of = |name: &str| value_in(values, name);
    let text = texts::method(lang, computation.measure());
    let of_interval = texts::method(lang, computation.method());
    let name = text.map_or(computation.measure(), |text| text.name);
    let told = Teller { context, lang }.tell(computation, values);
    let unit = told.unit;
    let value = value_of("value");
    let result = match (&found, value) {
        (Err(status), _) => reason(*status, lang).to_owned(),
        (Ok(_), _) => result(computation, context, values, unit, lang),
    };
    let decimals = value.map_or(2, |value| decimals_of(values, value, unit));
    let unrounded = value.map_or(String::new(), |value| digits(value, 12, lang));
    let rounding = value.map_or(String::new(), |value| {
        let shown = printed_gap(values, unit).unwrap_or(value);
        words::rounded(lang, &unrounded, &unit.show(shown, decimals, lang))
    });
    let interval = interval(computation, values, &told, decimals, of_interval, lang);
    let substitution = match value {
        Some(value) => approximately(told.substitution, value, lang),
        None => told.substitution,
    };
    let mut sources = context.sources.clone();
    for text in [text, of_interval].into_iter().flatten() {
        let source = format!("{}: {}", text.name, text.reference);
        if !text.reference.is_empty() && !sources.contains(&source) {
            sources.push(source);
        }
    }
    let mut caveats = context.caveats.clone();
    for caveat in caveats_of(computation, values, lang) {
        if !caveats.contains(&caveat) {
            caveats.push(caveat);
        }
    }
    Explanation {
        title: context.title.clone(),
        method: name.to_owned(),
        plain: text.map_or("", |text| text.plain).to_owned(),
        exact: text.map_or("", |text| text.exact).to_owned(),
        inputs: told.inputs,
        table: told.table,
        summed: Vec::new(),
        formula: told.formula,
        substitution,
        value,
        result,
        unrounded,
        rounding,
        interval,
        caveats,
        sources,
        computation: computation.clone(),
        lang,
    }
}

/// The value of a name.
fn value_in(values: &[Named], name: &str) -> Option<f64> {
    let found = values.iter().find(|(known, _)| *known == name);
    found.map(|(_, value)| *value)
}

/// The substitution with what it comes to: equal where the digits shown are all there are.
fn approximately(substitution: Formula, value: f64, lang: Lang) -> Formula {
    let shown = digits(value, 12, lang);
    let all = digits(value, 15, lang) == shown;
    let rounded = Formula::number(shown);
    if all {
        substitution.equals(rounded)
    } else {
        Formula::Approximately(Box::new(substitution), Box::new(rounded))
    }
}

/// The result as a reader sees it; some methods have more than one number.
fn result(
    computation: &Computation,
    context: &Context,
    values: &[Named],
    unit: Unit,
    lang: Lang,
) -> String {
    let value_of = |name: &str| value_in(values, name);
    let shown = |name: &str| {
        value_of(name).map_or(words::cannot_be_computed(lang).to_owned(), |value| {
            unit.show(value, unit.decimals(value), lang)
        })
    };
    // The ends of a rounding range need one decimal more than what was rounded.
    let finer = |name: &str| {
        value_of(name).map_or(String::new(), |value| {
            unit.show(value, unit.decimals(value) + 1, lang)
        })
    };
    match computation {
        Computation::Heterogeneity { .. } => {
            let p = value_of("p").unwrap_or(0.0);
            let p = if p < 0.001 {
                format!("< {}", number::decimal(0.001, 3, lang))
            } else {
                number::decimal(p, 3, lang)
            };
            let df = value_of("df").unwrap_or(0.0);
            let degrees = number::integer(df, lang);
            let label = words::p_value(lang);
            format!("G² = {}, df = {degrees}, {label} {p}", shown("value"))
        }
        Computation::Kitagawa { .. } | Computation::Cross { .. } => {
            let names = match computation {
                Computation::Cross { .. } => vec![
                    (context.composition(0, true, lang), "rows"),
                    (context.composition(1, true, lang), "columns"),
                ],
                _ => vec![(context.composition(0, false, lang), "composition")],
            };
            let rates = (words::rates_effect(lang).to_owned(), "rates");
            let parts: Vec<(String, f64)> = names
                .into_iter()
                .chain([rates])
                .filter_map(|(label, name)| Some((label, value_of(name)?)))
                .collect();
            sum_of_effects(values, &parts, unit, lang)
        }
        Computation::Tally { .. } | Computation::Outside { .. } => {
            let of = value_of("of").unwrap_or(0.0);
            words::so_many_of(lang, &shown("value"), &number::integer(of, lang))
        }
        Computation::SuppressedCount { .. }
        | Computation::SuppressedRate { .. }
        | Computation::SuppressedShare { .. } => {
            words::from_to(lang, &shown("lowest"), Some(&shown("highest")))
        }
        Computation::Printed { .. } => {
            let range = words::from_to(lang, &finer("lowest"), Some(&finer("highest")));
            format!("{} ({range})", shown("value"))
        }
        Computation::Bounds { .. } => {
            let range = words::from_to(lang, &shown("lowest"), Some(&shown("highest")));
            format!("{} ({range})", shown("value"))
        }
        _ => shown("value"),
    }
}

/// A gap and its effects, rounded so that they add up as they are printed: the printed gap is the
/// difference of the printed rates, here as on every other place.
fn sum_of_effects(values: &[Named], parts: &[(String, f64)], unit: Unit, lang: Lang) -> String {
    let value_of = |name: &str| value_in(values, name).unwrap_or(0.0);
    let decimals = decimals_of(values, value_of("value"), unit);
    let last_digit = libm::pow(10.0, -(decimals as f64)) / 100.0;
    let effects: Vec<f64> = parts.iter().map(|(_, effect)| *effect).collect();
    let printed = adding_up(value_of("rate1"), value_of("rate2"), &effects, last_digit);
    let show = |value: f64| unit.show(value, decimals, lang);
    let gap = printed_gap(values, unit).unwrap_or(value_of("value"));
    let mut all = vec![format!("{}: {}", words::difference(lang), show(gap))];
    for (place, (label, effect)) in parts.iter().enumerate() {
        let units = printed
            .as_ref()
            .and_then(|printed| printed.effects.get(place));
        let effect = units.map_or(*effect, |units| *units as f64 * last_digit);
        all.push(format!("{label}: {}", show(effect)));
    }
    all.join("; ")
}

/// The decimals of a result; of a decomposition as many as make its numbers add up.
fn decimals_of(values: &[Named], value: f64, unit: Unit) -> usize {
    let value_of = |name: &str| value_in(values, name);
    let least = unit.decimals(value);
    match (value_of("rate1"), value_of("rate2")) {
        (Some(rate1), Some(rate2)) => decomposition::decimals(rate1, rate2, least),
        _ => least,
    }
}

/// The gap of a decomposition as it is printed; none for other computations.
fn printed_gap(values: &[Named], unit: Unit) -> Option<f64> {
    let value_of = |name: &str| value_in(values, name);
    let (rate1, rate2, gap) = (value_of("rate1")?, value_of("rate2")?, value_of("value")?);
    let last_digit = libm::pow(10.0, -(decimals_of(values, gap, unit) as f64)) / 100.0;
    let printed = adding_up(rate1, rate2, &[gap], last_digit)?;
    Some((printed.rate1 - printed.rate2) as f64 * last_digit)
}

fn interval(
    computation: &Computation,
    values: &[Named],
    told: &Told,
    decimals: usize,
    text: Option<MethodText>,
    lang: Lang,
) -> Option<IntervalExplanation> {
    let level = computation.level()?;
    let value_of = |name: &str| value_in(values, name);
    let (lower, upper) = (value_of("lower")?, value_of("upper"));
    let unit = told.unit;
    let decimals = match (value_of("value"), upper) {
        (Some(value), Some(upper)) => telling_apart(&[lower, value, upper], unit, decimals, lang),
        _ => decimals,
    };
    let arithmetic = limits(computation, values, lang)?;
    let between = match upper {
        Some(upper) => unit.show_range(lower, upper, decimals, lang),
        None => words::from_to(lang, &unit.show(lower, decimals, lang), None),
    };
    let percent = digits_of_level(level, lang);
    let (heading, at, sentence) = match computation {
        Computation::Funnel { .. } => (
            words::limits(lang),
            words::at_limits(lang, &percent),
            texts::funnel_do_not_rank(lang),
        ),
        Computation::Bounds { .. }
        | Computation::SuppressedRate { .. }
        | Computation::SuppressedShare { .. } => (
            words::outer_limits(lang),
            words::at_level(lang, &percent),
            texts::complete_register(lang),
        ),
        _ => (
            words::interval(lang),
            words::at_level(lang, &percent),
            texts::complete_register(lang),
        ),
    };
    // Where number and interval are one method, its words stand beside the number.
    let own = text.filter(|_| computation.measure() != computation.method());
    Some(IntervalExplanation {
        heading: heading.to_owned(),
        method: text
            .map_or(computation.method(), |text| text.name)
            .to_owned(),
        plain: own.map_or("", |text| text.plain).to_owned(),
        exact: own.map_or("", |text| text.exact).to_owned(),
        level,
        lower,
        upper,
        limits: format!("{between} ({at})"),
        between,
        letters: letters(&arithmetic.formula.to_text(), computation, values, lang),
        formula: arithmetic.formula,
        substitution: arithmetic.put_in,
        sentence: sentence.to_owned(),
    })
}

/// Decimals with which numbers that differ are written differently: at least `least`, and at most
/// eight more.
fn telling_apart(numbers: &[f64], unit: Unit, least: usize, lang: Lang) -> usize {
    let apart = |decimals: &usize| {
        numbers.windows(2).all(|pair| {
            let [one, two] = [pair[0], pair[1]].map(|value| unit.show(value, *decimals, lang));
            pair[0] == pair[1] || one != two
        })
    };
    (least..=least + 8).find(apart).unwrap_or(least)
}

/// What the letters of an interval formula stand for.
fn letters(formula: &str, computation: &Computation, values: &[Named], lang: Lang) -> Vec<String> {
    let level = computation.level().unwrap_or_default();
    let number = |value: f64| digits(value, 12, lang);
    let percent = digits_of_level(level, lang);
    let mut all = Vec::new();
    let mut say = |letter: &str, meaning: String| {
        if formula.contains(letter) {
            all.push(meaning);
        }
    };
    say("α", words::letter_alpha(lang, &number(alpha(level))));
    let tail = alpha(level) / 2.0;
    if let Some(z) = z_of(computation) {
        let of = match computation {
            Computation::JointShare { counts, .. } => format!("1 − α/(2 · {})", counts.len()),
            _ => number(1.0 - tail),
        };
        say("z", words::letter_z(lang, &number(z), &of, &percent));
    }
    let wide = is_overdispersed(values);
    if let (true, Some((t, df))) = (wide, t_of(level, values)) {
        let [t, of, df] = [t, 1.0 - tail, df].map(number);
        say("t · se", words::letter_t(lang, &t, &of, &df, &percent));
    }
    say("φ", words::letter_dispersion(lang, wide).to_owned());
    say("μᵢ", words::letter_fitted(lang).to_owned());
    say("G⁻¹", words::letter_gamma(lang).to_owned());
    say("B⁻¹", words::letter_beta(lang).to_owned());
    let exact = matches!(
        computation,
        Computation::RateRatio {
            method: RatioMethod::Exact,
            ..
        }
    );
    let of_ratio = match exact {
        true => words::letter_clopper_pearson(lang),
        false => words::letter_binomial(lang),
    };
    say("p_L", of_ratio.to_owned());
    let poisson = matches!(computation, Computation::Rate { .. });
    let counted = match poisson {
        true => words::letter_poisson(lang),
        false => words::letter_of_all(lang),
    };
    say("P(X", counted.to_owned());
    let of_funnel = match computation {
        Computation::Funnel { shares: true, .. } => words::letter_funnel_binomial(lang),
        _ => words::letter_funnel_poisson(lang),
    };
    say("F(c", of_funnel.to_owned());
    all
}

/// "95 %" or "99,8 %".
fn digits_of_level(level: f64, lang: Lang) -> String {
    let whole = libm::round(level * 100.0) / 100.0 == level;
    number::percent(level, if whole { 0 } else { 1 }, lang)
}

/// What must be kept in mind with a method and these inputs.
fn caveats_of(computation: &Computation, values: &[Named], lang: Lang) -> Vec<String> {
    let value_of = |name: &str| value_in(values, name);
    let mut all: Vec<String> = Vec::new();
    let mut say = |text: &str| all.push(text.to_owned());
    let few = |x: f64| x < SMALL_EVENTS;
    let small = match computation {
        Computation::Rate { of, .. } | Computation::Share { of, .. } => few(of.0),
        Computation::RateRatio { first, second, .. }
        | Computation::RateDifference { first, second, .. }
        | Computation::ShareDifference { first, second, .. } => few(first.0) || few(second.0),
        Computation::Direct { strata, .. } => few(strata.iter().map(|row| row.0).sum()),
        Computation::Indirect { observed, .. } => few(*observed),
        _ => false,
    };
    if small {
        say(texts::small_numbers(lang));
    }
    match computation {
        Computation::Share { of, .. } if of.1 < SMALL_BASE => say(texts::small_base(lang)),
        Computation::JointShare { .. } => say(texts::joint_intervals(lang)),
        Computation::Heterogeneity { .. } => say(texts::size_not_p(lang)),
        Computation::Direct { .. } => say(texts::same_standard(lang)),
        Computation::Indirect { .. } => say(texts::observed_expected_alone(lang)),
        Computation::Kitagawa { .. } | Computation::Cross { .. } => {
            say(texts::decomposition_not_cause(lang));
            let effects: Vec<f64> = ["composition", "rows", "columns", "rates"]
                .into_iter()
                .filter_map(value_of)
                .collect();
            let opposite = effects.iter().any(|effect| *effect > 0.0)
                && effects.iter().any(|effect| *effect < 0.0);
            if opposite {
                say(texts::opposite_effects(lang));
            }
        }
        Computation::Moves { .. } => say(texts::chance_no_deaths(lang)),
        Computation::Tally { .. } => say(words::chance_in_comparisons(lang)),
        Computation::Dispersion { .. } if value_of("value").is_some_and(|phi| phi > 1.0) => {
            say(texts::overdispersed(lang));
        }
        Computation::Cumulative { .. } => {
            say(texts::chance_repeats(lang));
            say(texts::chance_no_deaths(lang));
        }
        Computation::Trend { .. } => {
            if let Some(phi) = value_of("dispersion") {
                say(&texts::dispersion(lang, phi));
                if phi > 1.0 {
                    say(texts::overdispersed(lang));
                }
            }
            say(texts::trend_straight(lang));
        }
        Computation::Bounds { .. } => {
            say(texts::bounds_no_middle(lang));
            say(texts::rebased_assumes(lang));
        }
        Computation::SuppressedCount { each, .. }
        | Computation::SuppressedRate { each, .. }
        | Computation::SuppressedShare { each, .. } => {
            say(texts::suppressed_range(lang));
            say(&texts::suppressed_each(lang, each.0, each.1));
        }
        Computation::Printed { .. } => say(texts::rounded_no_interval(lang)),
        _ => {}
    }
    // Families move together, whatever is formed of their moves; a trend says how much that shows.
    let of_moves = matches!(
        computation,
        Computation::Rate { .. }
            | Computation::Share { .. }
            | Computation::JointShare { .. }
            | Computation::RateRatio { .. }
            | Computation::RateDifference { .. }
            | Computation::ShareDifference { .. }
            | Computation::Direct { .. }
            | Computation::Indirect { .. }
            | Computation::Cumulative { .. }
    );
    if of_moves {
        say(texts::independence(lang));
    }
    all
}
