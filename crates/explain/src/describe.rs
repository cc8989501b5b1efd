//! From a computation to its explanation.

use measures::analysis::decomposition::{self, adding_up};
use measures::answer::SMALL_EVENTS;
use methods::arithmetic::limits::{is_overdispersed, limits, normal_quantile, student_quantile};
use methods::arithmetic::{Caveat, Computation, Formula, LimitsKind, Reading, Unit, Values, alpha};
use text::methods::MethodText;
use text::{Lang, explain as words, methods as texts, number};

use super::explanation::{Explanation, IntervalExplanation};
use super::in_words::{Shown, Wording, digits};
use super::reason::reason;

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
        let title = texts::method(lang, computation.measure()).map_or("", |text| text.name);
        let (events, exposure) = match computation.profile().is_share {
            true => (words::to_destination(lang), words::all_emigrations(lang)),
            false => (words::events(lang), words::person_years(lang)),
        };
        let wording = Wording {
            context: &Context::default(),
            lang,
        };
        let caveats = computation.profile().caveats_of_typed_in.iter();
        let caveats = caveats.map(|key| wording.caveat_of(key)).collect();
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

/// Tells a computation step by step.
pub fn explain(computation: &Computation, context: &Context, lang: Lang) -> Explanation {
    let found = computation.values();
    let values = Values(found.as_deref().unwrap_or_default());
    let wording = Wording { context, lang };
    let text = texts::method(lang, computation.measure());
    let of_interval = texts::method(lang, computation.method());
    let name = text.map_or(computation.measure(), |text| text.name);
    let told = computation.derivation(values);
    let unit = told.unit;
    let value = values.get("value");
    let decimals = value.map_or(2, |value| finest(computation, values, value, unit, lang));
    let result = match &found {
        Err(status) => reason(*status, lang).to_owned(),
        Ok(_) => result(
            computation.profile().reading,
            &wording,
            values,
            (unit, decimals),
        ),
    };
    let unrounded = value.map_or(String::new(), |value| digits(value, 12, lang));
    let rounding = value.map_or(String::new(), |value| {
        let shown = printed_gap(values, unit).unwrap_or(value);
        words::rounded(lang, &unrounded, &unit.show(shown, decimals, lang))
    });
    let interval = interval(computation, values, unit, decimals, of_interval, &wording);
    let substitution = wording.formula(&told.substitution());
    let substitution = match value {
        Some(value) => approximately(substitution, value, lang),
        None => substitution,
    };
    let mut sources = context.sources.clone();
    for text in [text, of_interval].into_iter().flatten() {
        let source = format!("{}: {}", text.name, text.reference);
        if !text.reference.is_empty() && !sources.contains(&source) {
            sources.push(source);
        }
    }
    let mut caveats = context.caveats.clone();
    for caveat in caveats_of(computation, values) {
        let caveat = wording.caveat(&caveat);
        if !caveats.contains(&caveat) {
            caveats.push(caveat);
        }
    }
    Explanation {
        title: context.title.clone(),
        method: name.to_owned(),
        plain: text.map_or("", |text| text.plain).to_owned(),
        exact: text.map_or("", |text| text.exact).to_owned(),
        inputs: told
            .inputs
            .iter()
            .map(|input| wording.input(input))
            .collect(),
        table: told.table.as_ref().map(|table| wording.table(table)),
        summed: Vec::new(),
        formula: wording.formula(&told.formula),
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
    reading: Reading,
    wording: &Wording,
    values: Values,
    (unit, decimals): (Unit, usize),
) -> String {
    let lang = wording.lang;
    let with = |name: &str, more: usize| {
        let value = values.get(name)?;
        Some(unit.show(value, unit.decimals(value) + more, lang))
    };
    let shown =
        |name: &str| with(name, 0).unwrap_or_else(|| words::cannot_be_computed(lang).to_owned());
    match reading {
        Reading::Value => match values.get("value") {
            Some(value) => unit.show(value, decimals, lang),
            None => words::cannot_be_computed(lang).to_owned(),
        },
        Reading::Test => {
            let p = values.or_zero("p");
            let p = if p < 0.001 {
                format!("< {}", number::decimal(0.001, 3, lang))
            } else {
                number::decimal(p, 3, lang)
            };
            let degrees = number::integer(values.or_zero("df"), lang);
            let label = words::p_value(lang);
            format!("G² = {}, df = {degrees}, {label} {p}", shown("value"))
        }
        Reading::Effects(effects) => {
            let parts: Vec<(String, f64)> = effects
                .iter()
                .filter_map(|(word, name)| Some((wording.word(word), values.get(name)?)))
                .collect();
            sum_of_effects(values, &parts, unit, lang)
        }
        Reading::OutOf => {
            let of = number::integer(values.or_zero("of"), lang);
            words::so_many_of(lang, &shown("value"), &of)
        }
        Reading::Range => words::from_to(lang, &shown("lowest"), Some(&shown("highest"))),
        Reading::InRange { finer } => {
            let [lowest, highest] = ["lowest", "highest"].map(|name| match finer {
                true => with(name, 1).unwrap_or_default(),
                false => shown(name),
            });
            let range = words::from_to(lang, &lowest, Some(&highest));
            format!("{} ({range})", shown("value"))
        }
    }
}

/// A gap and its effects, rounded so that they add up as they are printed: the printed gap is the
/// difference of the printed rates, here as on every other place.
fn sum_of_effects(values: Values, parts: &[(String, f64)], unit: Unit, lang: Lang) -> String {
    let decimals = decimals_of(values, values.or_zero("value"), unit);
    let last_digit = libm::pow(10.0, -(decimals as f64)) / 100.0;
    let effects: Vec<f64> = parts.iter().map(|(_, effect)| *effect).collect();
    let printed = adding_up(
        values.or_zero("rate1"),
        values.or_zero("rate2"),
        &effects,
        last_digit,
    );
    let show = |value: f64| unit.show(value, decimals, lang);
    let gap = printed_gap(values, unit).unwrap_or(values.or_zero("value"));
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
fn decimals_of(values: Values, value: f64, unit: Unit) -> usize {
    let least = unit.decimals(value);
    match (values.get("rate1"), values.get("rate2")) {
        (Some(rate1), Some(rate2)) => decomposition::decimals(rate1, rate2, least),
        _ => least,
    }
}

/// The decimals of a result and of its limits, if it has any: with as many as tell them apart, so that no number
/// stands on or outside its own limits.
fn finest(computation: &Computation, values: Values, value: f64, unit: Unit, lang: Lang) -> usize {
    let least = decimals_of(values, value, unit);
    match (values.get("lower"), values.get("upper")) {
        (Some(lower), Some(upper)) if computation.level().is_some() => {
            telling_apart(&[lower, value, upper], unit, least, lang)
        }
        _ => least,
    }
}

/// The gap of a decomposition as it is printed; none for other computations.
fn printed_gap(values: Values, unit: Unit) -> Option<f64> {
    let (rate1, rate2, gap) = (
        values.get("rate1")?,
        values.get("rate2")?,
        values.get("value")?,
    );
    let last_digit = libm::pow(10.0, -(decimals_of(values, gap, unit) as f64)) / 100.0;
    let printed = adding_up(rate1, rate2, &[gap], last_digit)?;
    Some((printed.rate1 - printed.rate2) as f64 * last_digit)
}

fn interval(
    computation: &Computation,
    values: Values,
    unit: Unit,
    decimals: usize,
    text: Option<MethodText>,
    wording: &Wording,
) -> Option<IntervalExplanation> {
    let level = computation.level()?;
    let (lower, upper) = (values.get("lower")?, values.get("upper"));
    let lang = wording.lang;
    let arithmetic = limits(&**computation, values)?;
    let formula = wording.formula(&arithmetic.formula);
    let between = match upper {
        Some(upper) => unit.show_range(lower, upper, decimals, lang),
        None => words::from_to(lang, &unit.show(lower, decimals, lang), None),
    };
    let percent = digits_of_level(level, lang);
    let (heading, at, sentence) = match computation.profile().limits_kind {
        LimitsKind::Control => (
            words::limits(lang),
            words::at_limits(lang, &percent),
            texts::funnel_do_not_rank(lang),
        ),
        LimitsKind::Outer => (
            words::outer_limits(lang),
            words::at_level(lang, &percent),
            texts::complete_register(lang),
        ),
        LimitsKind::Confidence => (
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
        letters: letters(&formula.to_text(), computation, values, lang),
        formula,
        substitution: wording.formula(&arithmetic.substituted),
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
fn letters(formula: &str, computation: &Computation, values: Values, lang: Lang) -> Vec<String> {
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
    if let Some(z) = normal_quantile(&**computation) {
        let of = match computation.profile().held_together {
            Some(shares) => format!("1 − α/(2 · {shares})"),
            None => number(1.0 - tail),
        };
        say("z", words::letter_z(lang, &number(z), &of, &percent));
    }
    let wide = is_overdispersed(values);
    if let (true, Some((t, df))) = (wide, student_quantile(level, values)) {
        let [t, of, df] = [t, 1.0 - tail, df].map(number);
        say("t · se", words::letter_t(lang, &t, &of, &df, &percent));
    }
    say("φ", words::letter_dispersion(lang, wide).to_owned());
    let own = computation.profile().letters;
    for (letter, key) in [
        ("μᵢ", "letter_fitted"),
        ("G⁻¹", "letter_gamma"),
        ("B⁻¹", "letter_beta"),
        ("p_L", "letter_binomial"),
        ("P(X", "letter_of_all"),
        ("F(c", "letter_funnel_poisson"),
    ] {
        let own = own.iter().find(|(known, _)| *known == letter);
        let key = own.map_or(key, |(_, key)| key);
        say(letter, words::word(lang, key).unwrap_or(key).to_owned());
    }
    all
}

/// "95 %" or "99,8 %".
fn digits_of_level(level: f64, lang: Lang) -> String {
    let whole = libm::round(level * 100.0) / 100.0 == level;
    number::percent(level, if whole { 0 } else { 1 }, lang)
}

/// What must be kept in mind with a method and these inputs.
fn caveats_of(computation: &Computation, values: Values) -> Vec<Caveat> {
    let mut all = Vec::new();
    let profile = computation.profile();
    if profile
        .least_events
        .is_some_and(|events| events < SMALL_EVENTS)
    {
        all.push(Caveat::Key("small_numbers"));
    }
    all.extend(computation.caveats(values));
    // Families move together, whatever is formed of their moves; a trend says how much that shows.
    if profile.is_of_moves {
        all.push(Caveat::Key("independence"));
    }
    all
}
