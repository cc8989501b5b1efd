//! Explanations of the results of analyses.
//!
//! Each gives the reason when the inputs of the number are not known.

use crate::data::Dataset;
use crate::measures::analysis::bounds::{BoundsRow, ShareBounds};
use crate::measures::analysis::comparison::{Compared, Comparison, DifferenceMethod, RatioMethod};
use crate::measures::analysis::cumulative::{ChanceRow, CumulativeChances, Rates};
use crate::measures::analysis::decomposition::Decomposition;
use crate::measures::analysis::distribution::{Distribution, SharesOfOneTotal};
use crate::measures::analysis::funnel::{Funnel, FunnelRow};
use crate::measures::analysis::standardised::{DirectInterval, Standardised, StandardisedRow};
use crate::measures::analysis::suppressed::{RangeRow, Ranges};
use crate::measures::analysis::trend::{TrendRow, Trends, series};
use crate::measures::methods::{Cell, Status};
use crate::measures::{Measure, Note, Question, Row};
use crate::text::notes::caveats;
use crate::text::{Lang, explain as words, methods as texts, terms};

use super::computation::{Computation, Pair};
use super::describe::explain;
use super::explanation::Explanation;
use super::from_row::Subject;

fn subject<'a>(
    dataset: &'a Dataset,
    table: &'a str,
    by: &'a [String],
    notes: &'a [Note],
    lang: Lang,
) -> Subject<'a> {
    Subject {
        dataset,
        table,
        by,
        notes,
        lang,
    }
}

fn pair(row: &Row) -> Result<Pair, Status> {
    match (row.numerator, row.denominator) {
        (Some(numerator), Some(denominator)) => Ok((numerator, denominator)),
        _ => Err(row.status),
    }
}

fn reference(comparison: &Comparison) -> Result<&Row, Status> {
    let mut rows = comparison.rows.iter();
    rows.find(|row| row.is_reference)
        .map(|row| &row.row)
        .ok_or(Status::NotInTable)
}

/// Ratio of a group's rate to that of the reference.
pub fn of_ratio(
    dataset: &Dataset,
    comparison: &Comparison,
    row: &Compared,
    method: RatioMethod,
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    let computation = Computation::RateRatio {
        first: pair(&row.row)?,
        second: pair(reference(comparison)?)?,
        method,
        level,
    };
    let subject = subject(
        dataset,
        &comparison.table,
        &comparison.by,
        &comparison.notes,
        lang,
    );
    let names = vec![
        subject.name(&row.row.key),
        subject.name(&comparison.reference),
    ];
    let title = words::against(lang, &names[0], &names[1]);
    let mut context = subject.of_rates(title, names);
    if row.overlaps_but_differs {
        context.caveats.push(texts::overlap(lang).to_owned());
    }
    Ok(explain(&computation, &context, lang))
}

/// Difference between a group and the reference, of rates or of shares.
pub fn of_difference(
    dataset: &Dataset,
    question: &Question,
    comparison: &Comparison,
    row: &Compared,
    method: DifferenceMethod,
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    let (first, second) = (pair(&row.row)?, pair(reference(comparison)?)?);
    let computation = if question.measure == Measure::Rate {
        Computation::RateDifference {
            first,
            second,
            method,
            level,
        }
    } else {
        Computation::ShareDifference {
            first,
            second,
            level,
        }
    };
    let subject = subject(
        dataset,
        &comparison.table,
        &comparison.by,
        &comparison.notes,
        lang,
    );
    let names = vec![
        subject.name(&row.row.key),
        subject.name(&comparison.reference),
    ];
    let title = words::against(lang, &names[0], &names[1]);
    let mut context = subject.of_measure(question, title, names);
    if row.overlaps_but_differs {
        context.caveats.push(texts::overlap(lang).to_owned());
    }
    Ok(explain(&computation, &context, lang))
}

/// Test for equal rates or shares of all groups.
pub fn of_heterogeneity(
    dataset: &Dataset,
    question: &Question,
    comparison: &Comparison,
    lang: Lang,
) -> Result<Explanation, Status> {
    let rows = || comparison.rows.iter();
    let groups: Vec<Pair> = rows()
        .map(|row| pair(&row.row))
        .collect::<Result<_, Status>>()?;
    let computation = Computation::Heterogeneity {
        groups,
        shares: question.measure != Measure::Rate,
    };
    let subject = subject(
        dataset,
        &comparison.table,
        &comparison.by,
        &comparison.notes,
        lang,
    );
    let names = rows().map(|row| subject.name(&row.row.key)).collect();
    let title = words::all_groups(lang).to_owned();
    let mut context = subject.of_measure(question, title, names);
    if comparison
        .heterogeneity
        .is_ok_and(|test| test.small_expected)
    {
        context.caveats.push(words::approximate_p(lang).to_owned());
    }
    Ok(explain(&computation, &context, lang))
}

/// A directly standardised rate.
pub fn of_direct(
    dataset: &Dataset,
    standardised: &Standardised,
    row: &StandardisedRow,
    interval: DirectInterval,
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    let strata = row
        .parts
        .iter()
        .zip(&standardised.standard_parts)
        .map(|(part, standard)| {
            let ((x, t), (_, weight)) = ((*part)?, (*standard)?);
            Ok((x, t, weight))
        })
        .collect::<Result<_, Status>>()?;
    let computation = Computation::Direct {
        strata,
        interval,
        level,
    };
    Ok(of_strata(dataset, standardised, row, &computation, lang))
}

/// Observed over expected.
pub fn of_observed_expected(
    dataset: &Dataset,
    standardised: &Standardised,
    row: &StandardisedRow,
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    let strata = row
        .parts
        .iter()
        .zip(&standardised.standard_parts)
        .map(|(part, standard)| {
            let ((_, t), (x, of)) = ((*part)?, (*standard)?);
            Ok((t, x, of))
        })
        .collect::<Result<_, Status>>()?;
    let computation = Computation::Indirect {
        observed: row.whole?.0,
        strata,
        level,
    };
    Ok(of_strata(dataset, standardised, row, &computation, lang))
}

fn of_strata(
    dataset: &Dataset,
    standardised: &Standardised,
    row: &StandardisedRow,
    computation: &Computation,
    lang: Lang,
) -> Explanation {
    let subject = subject(
        dataset,
        &standardised.table,
        &standardised.by,
        &standardised.notes,
        lang,
    );
    let names = standardised
        .strata
        .iter()
        .map(|stratum| name_of(&subject, &standardised.over, stratum))
        .collect();
    let mut context = subject.of_rates(subject.name(&row.key), names);
    if standardised.over.iter().any(|over| over == "education") {
        context.caveats.push(caveats::education(lang).to_owned());
    }
    explain(computation, &context, lang)
}

fn name_of(subject: &Subject, over: &[String], stratum: &[String]) -> String {
    let labels: Vec<String> = over
        .iter()
        .zip(stratum)
        .map(|(dimension, code)| subject.label(dimension, code))
        .collect();
    labels.join(", ")
}

/// The gap between two rates, taken apart.
pub fn of_decomposition(
    dataset: &Dataset,
    decomposition: &Decomposition,
    by: &[String],
    first: &[String],
    second: &[String],
    lang: Lang,
) -> Result<Explanation, Status> {
    let all = |parts: &[Result<Pair, Status>]| parts.iter().copied().collect::<Result<_, Status>>();
    let (one, two): (Vec<Pair>, Vec<Pair>) =
        (all(&decomposition.first)?, all(&decomposition.second)?);
    let computation = match decomposition.labels.as_slice() {
        [_, columns] => Computation::Cross {
            columns: columns.len(),
            first: one,
            second: two,
        },
        _ => Computation::Kitagawa {
            first: one,
            second: two,
        },
    };
    let subject = subject(
        dataset,
        &decomposition.table,
        by,
        &decomposition.notes,
        lang,
    );
    let mut names: Vec<Vec<String>> = vec![Vec::new()];
    for labels in &decomposition.labels {
        let longer = |name: &Vec<String>| {
            let name = name.clone();
            labels.iter().map(move |label| {
                let mut name = name.clone();
                name.push(label.clone());
                name
            })
        };
        names = names.iter().flat_map(longer).collect();
    }
    let names = names
        .iter()
        .map(|stratum| name_of(&subject, &decomposition.over, stratum))
        .collect();
    let title = words::against(lang, &subject.name(first), &subject.name(second));
    let mut context = subject.of_rates(title, names);
    context.factors = decomposition
        .over
        .iter()
        .map(|dimension| terms::dimension(lang, dimension).to_lowercase())
        .collect();
    if decomposition.over.iter().any(|over| over == "education") {
        context.caveats.push(caveats::education(lang).to_owned());
    }
    if decomposition.merged {
        context.caveats.push(texts::ages_merged(lang).to_owned());
    }
    Ok(explain(&computation, &context, lang))
}

/// The chance of at least one emigration.
pub fn of_chance(
    dataset: &Dataset,
    chances: &CumulativeChances,
    row: &ChanceRow,
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    let bands = row
        .parts
        .iter()
        .zip(&chances.bands)
        .map(|(part, (first, last))| {
            let (x, t) = (*part)?;
            Ok((x, t, f64::from(last - first + 1)))
        })
        .collect::<Result<_, Status>>()?;
    let computation = Computation::Cumulative {
        bands,
        method: row.method,
        level,
    };
    let subject = subject(dataset, &chances.table, &chances.by, &chances.notes, lang);
    let names = chances
        .bands
        .iter()
        .map(|(first, last)| {
            if first == last {
                first.to_string()
            } else {
                format!("{first}–{last}")
            }
        })
        .collect();
    let mut context = subject.of_rates(subject.name(&row.key), names);
    let life = match chances.rates {
        Rates::Period => texts::chance_hypothetical(lang),
        Rates::Cohort { .. } => texts::chance_cohort(lang),
    };
    context.caveats.push(life.to_owned());
    let (first, last) = chances.ages;
    context
        .caveats
        .push(texts::chance_widths(lang, first, last, chances.widths));
    Ok(explain(&computation, &context, lang))
}

/// Annual per cent change.
pub fn of_trend(
    dataset: &Dataset,
    trends: &Trends,
    row: &TrendRow,
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    row.trend?;
    let years = series(&row.points)
        .into_iter()
        .filter_map(|year| match (year.events, year.exposure) {
            (Cell::Number(x), Cell::Number(t)) if t > 0.0 => Some((year.year, x, t)),
            _ => None,
        })
        .collect();
    let computation = Computation::Trend { years, level };
    let subject = subject(dataset, &trends.table, &trends.by, &trends.notes, lang);
    let mut context = subject.of_rates(subject.name(&row.key), Vec::new());
    if trends.without == ["2020", "2021"] {
        context
            .caveats
            .push(texts::pandemic_excluded(lang).to_owned());
    }
    Ok(explain(&computation, &context, lang))
}

/// A share with unknown destinations.
pub fn of_bounds(
    dataset: &Dataset,
    bounds: &ShareBounds,
    row: &BoundsRow,
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    let counts = row.counts?;
    let computation = Computation::Bounds {
        target: counts.target,
        known: counts.known,
        unknown: counts.unknown,
        assumption: bounds.assumption,
        level,
    };
    let subject = subject(dataset, &bounds.table, &bounds.by, &bounds.notes, lang);
    let context = subject.context(
        subject.name(&row.key),
        words::to_destination(lang).to_owned(),
        words::all_emigrations(lang).to_owned(),
        Vec::new(),
    );
    Ok(explain(&computation, &context, lang))
}

/// A group in a funnel, with the limits of one level.
pub fn of_funnel(
    dataset: &Dataset,
    question: &Question,
    funnel: &Funnel,
    row: &FunnelRow,
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    let computation = Computation::Funnel {
        of: pair(&row.row)?,
        target: pair(&funnel.target)?,
        shares: question.measure != Measure::Rate,
        level,
    };
    let subject = subject(dataset, &funnel.table, &funnel.by, &funnel.notes, lang);
    let name = subject.name(&row.row.key);
    let mut context = subject.of_measure(question, name.clone(), vec![name]);
    context.caveats.push(texts::funnel_by_chance(
        lang,
        funnel.rows.len(),
        funnel.outside_by_chance,
    ));
    Ok(explain(&computation, &context, lang))
}

/// A rate with suppressed cells.
pub fn of_range(
    dataset: &Dataset,
    ranges: &Ranges,
    row: &RangeRow,
    each: (f64, f64),
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    row.range?;
    let computation = Computation::SuppressedRate {
        known: row.known,
        cells: row.suppressed as f64,
        each,
        exposure: row.exposure?,
        level,
    };
    let subject = subject(dataset, &ranges.table, &ranges.by, &ranges.notes, lang);
    let context = subject.of_rates(subject.name(&row.key), Vec::new());
    Ok(explain(&computation, &context, lang))
}

/// One share of a whole distribution, with its simultaneous interval.
pub fn of_joint_share(
    dataset: &Dataset,
    distribution: &Distribution,
    group: &SharesOfOneTotal,
    place: usize,
    level: f64,
    lang: Lang,
) -> Result<Explanation, Status> {
    let counts = group
        .rows
        .iter()
        .map(|row| Ok(pair(row)?.0))
        .collect::<Result<_, Status>>()?;
    let computation = Computation::JointShare {
        counts,
        place,
        level,
    };
    let subject = subject(
        dataset,
        &distribution.table,
        &distribution.by,
        &distribution.notes,
        lang,
    );
    let names: Vec<String> = group
        .rows
        .iter()
        .map(|row| subject.name(&row.key))
        .collect();
    let title = names.get(place).cloned().unwrap_or_default();
    let context = subject.context(
        title,
        words::events(lang).to_owned(),
        words::all_emigrations(lang).to_owned(),
        names,
    );
    Ok(explain(&computation, &context, lang))
}
