//! A claim in plain words: those of the facts table, or what is measured, where and what is said
//! about it, as a line.

use data::Dataset;
use text::claims as say;
use text::{Lang, number};

use super::claim::{Claim, Measured, Place, Printed, Relation, Tolerance, Unit};
use super::labels::Labels;

/// The claim as a sentence: in the words of the facts table where it has any, else as a line of
/// its fields. Labels come from the data set where it has them.
pub fn sentence(claim: &Claim, dataset: Option<&Dataset>, lang: Lang) -> String {
    if !claim.words.is_empty() {
        return claim.words.get(lang).to_owned();
    }
    let labels = Labels { dataset, lang };
    let line = match &claim.value {
        Printed::Pair(one, other) => {
            say::both_printed(lang, &one.replace('_', " "), &other.replace('_', " "))
        }
        _ => {
            let about = labels.about(claim);
            let mut topic = say::measured(lang, claim.measure.name())
                .unwrap_or_default()
                .to_owned();
            if !about.is_empty() {
                topic += &format!(" ({about})");
            }
            say::said_of(lang, &topic, &printed(claim, lang))
        }
    };
    say::sentence(&line)
}

/// Where in the report the claim is made.
pub fn place(place: Place, lang: Lang) -> String {
    match place {
        Place::Figure(number) => say::figure(lang, &number.to_string()),
        Place::Text => say::running_text(lang).to_owned(),
        Place::Appendix => say::appendix(lang).to_owned(),
    }
}

/// What was printed: a number with its word, or the order that was stated.
pub fn printed(claim: &Claim, lang: Lang) -> String {
    let value = |value: f64| quantity(value, claim.decimals, claim.unit, lang);
    let fixed = |words: &str| words.to_owned();
    match (&claim.value, claim.relation) {
        (Printed::Pair(one, other), _) => disagreeing(claim, one, other, lang),
        (Printed::Number(_) | Printed::Ranges(_), _) => amount(claim, lang),
        (_, Relation::DefinedAs) => fixed(say::definition(lang)),
        (_, Relation::GreaterThan) => fixed(say::higher(lang)),
        (_, Relation::GreaterOrEqual) => fixed(say::at_least_as_high(lang)),
        (_, Relation::NotGreaterThan) => fixed(say::not_higher(lang)),
        (_, Relation::SimilarTo) => match claim.tolerance {
            Tolerance::Absolute(tolerance) => {
                say::at_most(lang, &difference(claim, tolerance, lang))
            }
            Tolerance::Relative(part) => value(part),
        },
        (_, Relation::RanksFirst) => fixed(say::highest(lang)),
        (_, Relation::RanksLast) => fixed(say::lowest(lang)),
        (_, Relation::AmongLargestSingleAreas) => fixed(say::among_four(lang)),
        (_, Relation::Increasing) => fixed(say::rising(lang)),
        (_, Relation::Decreasing) => fixed(say::falling(lang)),
        (_, Relation::StableOrDecreasing) => fixed(say::not_rising(lang)),
        (_, Relation::TrendSameAs) => fixed(say::same_direction(lang)),
        (_, Relation::MostlyFrom) => fixed(say::mostly(lang)),
        _ => fixed(say::few(lang)),
    }
}

/// Two printed values or words.
fn disagreeing(claim: &Claim, one: &str, other: &str, lang: Lang) -> String {
    let shown = |text: &str| {
        let (below, digits) = match text.strip_prefix('<') {
            Some(digits) => (true, digits),
            None => (false, text),
        };
        let value: f64 = digits.parse().ok()?;
        let decimals = digits.split_once('.').map_or(0, |(_, digits)| digits.len());
        let shown = quantity(value, decimals, claim.unit, lang);
        Some(if below {
            say::below(lang, &shown)
        } else {
            shown
        })
    };
    match (shown(one), shown(other)) {
        (Some(one), Some(other)) => say::pair(lang, &one, &other),
        _ => say::two_wordings(lang).to_owned(),
    }
}

/// A printed number or bounds with the word that goes with it.
fn amount(claim: &Claim, lang: Lang) -> String {
    let shown = |value: f64| quantity(value, claim.decimals, claim.unit, lang);
    match &claim.value {
        Printed::Number(number) => {
            let number = shown(*number);
            match claim.relation {
                Relation::Approx => say::about(lang, &number),
                Relation::Gt => say::above(lang, &number),
                Relation::Lt => say::below(lang, &number),
                Relation::Ge => say::at_least(lang, &number),
                Relation::Le | Relation::SumLe => say::at_most(lang, &number),
                _ => number,
            }
        }
        Printed::Ranges(ranges) if claim.measure == Measured::PeriodBounds => {
            let periods: Vec<String> = ranges
                .iter()
                .map(|(from, to)| format!("{from}–{to}"))
                .collect();
            say::list(lang, &periods, say::and(lang))
        }
        Printed::Ranges(ranges) => ranges.first().map_or_else(String::new, |(from, to)| {
            // The unit is said once, after the upper bound.
            let from = match claim.unit {
                Unit::AgeYears => number::integer(*from, lang),
                _ => shown(*from),
            };
            say::between(lang, &from, &shown(*to))
        }),
        _ => String::new(),
    }
}

/// A number in a unit.
pub fn quantity(value: f64, decimals: usize, unit: Unit, lang: Lang) -> String {
    match unit {
        Unit::Percent => number::percent(value / 100.0, decimals, lang),
        Unit::PercentagePoints => say::points(lang, &number::decimal(value, decimals, lang)),
        Unit::AgeYears => say::years_old(lang, &number::decimal(value, decimals, lang)),
        // A calendar year never has a sign between thousands.
        Unit::Year => format!("{value:.0}"),
        _ => number::decimal(value, decimals, lang),
    }
}

/// The largest difference that still counts as similar.
fn difference(claim: &Claim, tolerance: f64, lang: Lang) -> String {
    let decimals = usize::from(tolerance < 1.0);
    match claim.unit {
        Unit::Ratio => number::percent(tolerance, 0, lang),
        unit => quantity(tolerance, decimals, unit, lang),
    }
}
