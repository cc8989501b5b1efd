//! A finding in words: verdict, computed value, reason, arithmetic.

use data::Dataset;
use measures::Status;
use measures::source::Lack;
use text::claims as say;
use text::{Lang, number};

use super::claim::{Claim, Measured, Printed, Relation, Unit};
use super::describe::quantity;
use super::inconsistency::{Line, Operator, Token};
use super::labels::Labels;
use super::verdict::{Finding, Hidden, Part, Reason, Verdict};

/// The verdict in a word or two.
pub fn verdict(verdict: &Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::Holds => say::holds(lang),
        Verdict::Differs => say::differs(lang),
        Verdict::NotComputable(_) => say::not_computable(lang),
        Verdict::InconsistentInSource => say::inconsistent(lang),
    }
}

/// What came out: one value, two that were compared, or how many comparisons hold. Empty when
/// nothing was computed.
pub fn computed(claim: &Claim, finding: &Finding, lang: Lang) -> String {
    let whole = |count: usize| number::integer(count as f64, lang);
    if let Some((holding, of)) = finding.members {
        return say::of_origins(lang, &whole(holding), &whole(of));
    }
    match finding.parts.as_slice() {
        [] => String::new(),
        _ if claim.measure == Measured::PeriodBounds => {
            let years: Vec<f64> = finding.parts.iter().filter_map(|p| p.computed).collect();
            let periods: Vec<String> = years
                .chunks(2)
                .map(|bounds| {
                    let bounds: Vec<String> =
                        bounds.iter().map(|year| format!("{year:.0}")).collect();
                    bounds.join("–")
                })
                .collect();
            say::list(lang, &periods, say::and(lang))
        }
        [part] => values(claim, part, lang),
        parts => say::of_comparisons(lang, &whole(finding.holding()), &whole(parts.len())),
    }
}

/// The value of a comparison, and what it is compared with.
fn values(claim: &Claim, part: &Part, lang: Lang) -> String {
    // A bound is compared with what the claim says.
    let bound = match (claim.relation, &claim.value) {
        (Relation::Gt | Relation::Lt, Printed::Number(bound)) => Some(*bound),
        _ => part.against,
    };
    let is_count = matches!(value_unit(claim), Unit::Emigrations | Unit::Persons);
    let usual = match part.computed {
        // People are whole, whatever they are held against.
        Some(count) if is_count && count.fract() == 0.0 => 0,
        _ => decimals(claim),
    };
    let digits = match (part.computed, bound) {
        (Some(one), Some(two)) => number::apart(one, two, usual),
        _ => usual,
    };
    let shown = |value: f64| quantity(value, digits, value_unit(claim), lang);
    match (part.computed.map(shown), part.against.map(shown)) {
        (None, _) => String::new(),
        (Some(value), None) => value,
        (Some(value), Some(other)) => match claim.relation {
            Relation::Increasing | Relation::Decreasing | Relation::StableOrDecreasing => {
                say::course(lang, &other, &value)
            }
            // The one that stands before it is not the next.
            Relation::RanksFirst if part.computed < part.against => {
                say::against(lang, &value, &other)
            }
            Relation::RanksLast if part.computed > part.against => {
                say::against(lang, &value, &other)
            }
            Relation::RanksFirst | Relation::RanksLast | Relation::AmongLargestSingleAreas => {
                say::next_to(lang, &value, &other)
            }
            _ => say::against(lang, &value, &other),
        },
    }
}

/// One comparison of a claim: for whom or when, and what came out. For the comparisons that do
/// not come out as claimed, see [`Finding::failing`].
pub fn part(claim: &Claim, part: &Part, dataset: Option<&Dataset>, lang: Lang) -> String {
    let labels = Labels { dataset, lang };
    let mut at: Vec<(&str, String)> = Vec::new();
    for (dimension, code) in &part.at {
        let code = labels.code(dimension, code);
        match at.iter_mut().find(|(known, _)| known == dimension) {
            // Both sides run through the dimension: this one against that one.
            Some((_, first)) => *first = say::against(lang, first, &code),
            None => at.push((dimension, code)),
        }
    }
    let at: Vec<String> = at.into_iter().map(|(_, code)| code).collect();
    let found = match &part.reason {
        Some(reason) => self::reason(reason, dataset, lang),
        None => values(claim, part, lang),
    };
    if at.is_empty() {
        found
    } else {
        say::said_of(lang, &at.join(", "), &found)
    }
}

/// The unit of the computed values: differences in percentage points and ratios of numbers are
/// claims about percentages and counts.
fn value_unit(claim: &Claim) -> Unit {
    match (claim.measure, claim.unit) {
        (Measured::SpreadOverOrigins, unit) => unit,
        // Two changes are compared, not two levels.
        _ if claim.relation == Relation::TrendSameAs => Unit::PercentagePoints,
        (_, Unit::PercentagePoints) => Unit::Percent,
        (Measured::Persons, Unit::Ratio) => Unit::Persons,
        (_, unit) => unit,
    }
}

/// Digits that show a computed value: at least those of the printed one.
fn decimals(claim: &Claim) -> usize {
    let usual = match (claim.measure, value_unit(claim)) {
        (Measured::Rate, _) => 2,
        (_, Unit::Percent | Unit::PercentagePoints) => 1,
        (Measured::EmigrationsPerPerson, _) => 4,
        (_, Unit::Ratio) => 2,
        (Measured::MeanAnnualCount, _) => 1,
        _ => 0,
    };
    usual.max(claim.decimals)
}

/// Why a claim cannot be held against the data.
pub fn reason(reason: &Reason, dataset: Option<&Dataset>, lang: Lang) -> String {
    let fixed = match reason {
        Reason::NoTable(lacking) => {
            return match lacking.tables.first() {
                Some((table, lacks)) if !lacks.is_empty() => {
                    let mut items: Vec<String> = Vec::new();
                    for lack in lacks {
                        let item = lacking_item(lack, dataset, lang);
                        if !items.contains(&item) {
                            items.push(item);
                        }
                    }
                    let items = say::list(lang, &items, say::and(lang));
                    say::closest_table_lacks(lang, table, &items)
                }
                _ => say::no_table(lang).to_owned(),
            };
        }
        Reason::NoDimension(dimension) => {
            let name = say::dimension(lang, dimension).unwrap_or(dimension);
            return say::lacks(lang, name);
        }
        Reason::NoValue(status) => match status {
            Status::NoExposure => say::no_exposure(lang),
            Status::EventsWithoutExposure => say::events_without_exposure(lang),
            Status::NoDenominator => say::no_denominator(lang),
            Status::MissingInput => say::missing_input(lang),
            Status::SuppressedInput => say::suppressed_input(lang),
            Status::NoCompleteCohort => say::no_complete_cohort(lang),
            _ => say::not_in_table(lang),
        },
        Reason::OnlyRounded => say::only_rounded(lang),
        Reason::Hidden(Hidden::BaseCountryGroups) => say::base_country_groups(lang),
        Reason::Hidden(Hidden::MissingEducation) => say::missing_education(lang),
        Reason::Hidden(Hidden::PartOfOrigin) => say::part_of_origin(lang),
        Reason::Hidden(Hidden::FinerDestinations) => say::finer_destinations(lang),
        Reason::NotANumber => say::not_a_number(lang),
    };
    fixed.to_owned()
}

fn lacking_item(lack: &Lack, dataset: Option<&Dataset>, lang: Lang) -> String {
    let name = |dimension: &str| {
        say::dimension(lang, dimension)
            .unwrap_or(dimension)
            .to_owned()
    };
    match lack {
        Lack::Dimension(dimension) | Lack::Parts(dimension) => name(dimension),
        Lack::Measure(column) => say::column(lang, column).unwrap_or(column).to_owned(),
        Lack::Code { dimension, code } => {
            let label = dataset
                .and_then(|dataset| dataset.label(dimension, code))
                .map_or(code.as_str(), |label| label.name.get(lang));
            say::code_of(lang, label, &name(dimension))
        }
    }
}

/// A line of arithmetic as text.
pub fn arithmetic(line: &Line, lang: Lang) -> String {
    let tokens: Vec<String> = line
        .iter()
        .map(|token| match token {
            Token::Number {
                value,
                decimals,
                unit,
            } => quantity(*value, *decimals, *unit, lang),
            Token::Operator(operator) => match operator {
                Operator::Plus => "+",
                Operator::Minus => "−",
                Operator::Times => "·",
                Operator::DividedBy => "/",
                Operator::Equals => "=",
                Operator::Differs => "≠",
                Operator::Below => "<",
                Operator::Above => ">",
            }
            .to_owned(),
        })
        .collect();
    tokens.join(" ")
}
