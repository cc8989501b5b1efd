//! A claim held against a data set.
//!
//! A claim becomes a list of comparisons ([`Part`]). Each is true, false or cannot be made; the
//! verdict follows from them and from how many of them the claim is made for.

use super::ask::{Asker, Grid, Pick, Query, Value, quotient};
use super::claim::{
    Bound, Claim, Codes, GROUPS, Kind, Measured, Over, Printed, Quantifier, Relation, Selection,
    Side, Tolerance, Unit,
};
use super::definition;
use super::inventory;
use super::verdict::{Finding, Hidden, Part, Reason, Verdict};
use kernels::stable_sort as order;

/// Last and first of a trend that differ by less than this part count as stable.
pub const STABLE_WITHIN: f64 = 0.10;

/// How many of the largest single destination areas "among the largest" means.
const LARGEST_AREAS: usize = 4;

/// Room for the last bits of a division, relative.
const ROUNDING_ROOM: f64 = 1e-9;

/// Holds a claim against the data.
pub(super) fn evaluate(asker: &Asker, claim: &Claim) -> Finding {
    let finding = |verdict, parts: Vec<Part>, members| Finding {
        id: claim.id.clone(),
        verdict,
        parts,
        unit: claim.unit,
        members,
        numbers: Vec::new(),
        arithmetic: Vec::new(),
    };
    if claim.kind == Kind::Inconsistency {
        let mut finding = finding(Verdict::InconsistentInSource, Vec::new(), None);
        finding.arithmetic = claim.arithmetic.clone();
        return finding;
    }
    match parts(asker, claim) {
        Err(reason) => finding(Verdict::NotComputable(reason), Vec::new(), None),
        Ok(parts) => {
            let bound = claim.selection.bound.as_ref();
            let (verdict, members) = conclude(&parts, bound, claim.exceptions);
            finding(verdict, parts, members)
        }
    }
}

/// Every comparison of a claim.
fn parts(asker: &Asker, claim: &Claim) -> Result<Vec<Part>, Reason> {
    if let Some(hidden) = hidden(asker, claim) {
        return Err(Reason::Hidden(hidden));
    }
    if claim.relation == Relation::DefinedAs {
        return definition::parts(asker, claim);
    }
    if let Some(example) = claim.selection.left.example {
        let value = definition::worked_example(example);
        return Ok(vec![bounded(claim, Vec::new(), value)]);
    }
    if let Some(found) = inventory::count(asker, claim) {
        let found = found?;
        return Ok(found
            .into_iter()
            .zip(inventory::printed(claim))
            .map(|(found, printed)| Part {
                at: Vec::new(),
                computed: Some(found),
                against: None,
                holds: Some(found == printed),
                reason: None,
            })
            .collect());
    }
    match claim.relation {
        Relation::Increasing | Relation::Decreasing | Relation::StableOrDecreasing => {
            trend(asker, claim)
        }
        Relation::TrendSameAs => same_trend(asker, claim),
        Relation::RanksFirst | Relation::RanksLast | Relation::AmongLargestSingleAreas => {
            rank(asker, claim)
        }
        Relation::SumEq | Relation::SumLe => sum(asker, claim),
        Relation::SimilarTo if claim.selection.right.is_none() => alike(asker, claim),
        _ if claim.selection.right.is_some() => compare(asker, claim),
        _ => {
            let (_, grid) = cells(asker, claim, &claim.selection.left, &[])?;
            Ok(grid
                .into_iter()
                .map(|(at, value)| bounded(claim, at, value))
                .collect())
        }
    }
}

/// What a claim needs that no aggregate table shows.
fn hidden(asker: &Asker, claim: &Claim) -> Option<Hidden> {
    match (claim.measure, claim.relation) {
        (Measured::BaseCountryGroups, _) => Some(Hidden::BaseCountryGroups),
        (Measured::MissingEducationShare, _) => Some(Hidden::MissingEducation),
        (_, Relation::MostlyFrom) => Some(Hidden::PartOfOrigin),
        (_, Relation::Few) => Some(Hidden::FinerDestinations),
        (_, Relation::AmongLargestSingleAreas) => {
            let areas = single_areas(asker).len();
            (areas <= LARGEST_AREAS).then_some(Hidden::FinerDestinations)
        }
        _ => None,
    }
}

/// A comparison with the printed number.
fn bounded(claim: &Claim, at: At, value: Value) -> Part {
    let holds = |value: f64| {
        let room = |printed: f64| claim.tolerance.around(printed) + ROUNDING_ROOM * printed.abs();
        match (&claim.value, claim.relation) {
            (Printed::Number(printed), Relation::Eq | Relation::Approx | Relation::SumEq) => {
                Some((value - printed).abs() <= room(*printed))
            }
            // A strict bound stays strict: only a printed tolerance widens it.
            (Printed::Number(printed), Relation::Gt) => {
                Some(value > printed - claim.tolerance.around(*printed))
            }
            (Printed::Number(printed), Relation::Lt) => {
                Some(value < printed + claim.tolerance.around(*printed))
            }
            (Printed::Number(printed), Relation::Ge) => Some(value >= printed - room(*printed)),
            (Printed::Number(printed), Relation::Le | Relation::SumLe) => {
                Some(value <= printed + room(*printed))
            }
            (Printed::Ranges(ranges), _) => {
                let &(from, to) = ranges.first()?;
                Some(value >= from - room(from) && value <= to + room(to))
            }
            _ => None,
        }
    };
    match value {
        Ok(value) => Part {
            at,
            computed: Some(value),
            against: None,
            holds: holds(value),
            reason: None,
        },
        Err(reason) => unknown(at, reason),
    }
}

fn unknown(at: At, reason: Reason) -> Part {
    Part {
        at,
        computed: None,
        against: None,
        holds: None,
        reason: Some(reason),
    }
}

/// Dimension and code, for each dimension that cells are told apart by.
type At = Vec<(String, String)>;

/// Cells of one side: the dimensions that tell them apart, and the value of each.
type Cells = (Vec<String>, Vec<(At, Value)>);

/// The cells of a side: one for each code of its `each` terms and of the bound set, told apart
/// further by the dimensions of `along`.
fn cells(asker: &Asker, claim: &Claim, side: &Side, along: &[Pick]) -> Result<Cells, Reason> {
    let mut spread: Vec<Pick> = Vec::new();
    let mut pooled: Vec<Pick> = Vec::new();
    if let Some(bound) = bound_of(&claim.selection, side) {
        spread.push(resolved(asker, &bound.dimension, &bound.codes)?);
    }
    for term in &side.terms {
        if along
            .iter()
            .any(|(dimension, _)| *dimension == term.dimension)
        {
            continue;
        }
        let pick = resolved(asker, &term.dimension, &term.codes)?;
        if term.each {
            spread.push(pick);
        } else {
            pooled.push(pick);
        }
    }
    spread.extend(along.iter().cloned());
    let names: Vec<String> = spread.iter().map(|(name, _)| name.clone()).collect();
    let query = Query {
        measured: claim.measure,
        base: claim.base,
        spread,
        pooled,
        exposure: claim.exposure,
    };
    let grid = match claim.measure {
        Measured::GrowthFactor => growth(asker, side, query)?,
        Measured::SpreadOverOrigins => spread_over_origins(asker, side, query)?,
        _ => asker.grid(&query)?,
    };
    let at = |key: Vec<String>| names.iter().cloned().zip(key).collect();
    let cells = grid
        .into_iter()
        .map(|(key, value)| (at(key), value))
        .collect();
    Ok((names, cells))
}

/// The bound set, unless the side names a code of that dimension itself while the other does not.
fn bound_of<'a>(selection: &'a Selection, side: &Side) -> Option<&'a Bound> {
    selection
        .bound
        .as_ref()
        .filter(|bound| side.term(&bound.dimension).is_none())
}

fn resolved(asker: &Asker, dimension: &str, codes: &Codes) -> Result<Pick, Reason> {
    let codes = codes.resolve(dimension, asker.dataset);
    if codes.is_empty() {
        return Err(Reason::NoDimension(dimension.to_owned()));
    }
    Ok((dimension.to_owned(), codes))
}

/// The value in the last years divided by the value in the first; counts of several years are
/// yearly means.
fn growth(asker: &Asker, side: &Side, query: Query) -> Result<Grid, Reason> {
    let (Some((from, to)), Some(measured)) = (&side.growth, side.measure) else {
        return Err(Reason::NotANumber);
    };
    let at = |years: &Codes| {
        let mut query = query.clone();
        query.measured = match measured {
            Measured::Count => Measured::MeanAnnualCount,
            other => other,
        };
        query.pooled.push(resolved(asker, "year", years)?);
        asker.grid(&query)
    };
    let (first, last) = (at(from)?, at(to)?);
    let pairs = last.into_iter().zip(first);
    Ok(pairs
        .map(|((key, last), (_, first))| (key, quotient(last, first)))
        .collect())
}

/// Largest less smallest value over all origins.
fn spread_over_origins(asker: &Asker, side: &Side, query: Query) -> Result<Grid, Reason> {
    let Some(measured) = side.measure else {
        return Err(Reason::NotANumber);
    };
    let mut query = query;
    query.measured = measured;
    query
        .spread
        .push(resolved(asker, "origin", &Codes::AllBut(Vec::new()))?);
    let values: Result<Vec<f64>, Reason> = asker
        .grid(&query)?
        .into_iter()
        .map(|(_, value)| value)
        .collect();
    Ok(vec![(Vec::new(), values.map(|values| range_of(&values)))])
}

fn range_of(values: &[f64]) -> f64 {
    let highest = values.iter().copied().fold(f64::MIN, f64::max);
    let lowest = values.iter().copied().fold(f64::MAX, f64::min);
    (highest - lowest).max(0.0)
}

/// Every cell of the first side with every cell of the second, except that a dimension that both
/// sides run through in the same way has the same code on both.
fn compare(asker: &Asker, claim: &Claim) -> Result<Vec<Part>, Reason> {
    let selection = &claim.selection;
    let Some(right) = &selection.right else {
        return Err(Reason::NotANumber);
    };
    let (_, first) = cells(asker, claim, &selection.left, &[])?;
    let (_, second) = cells(asker, claim, right, &[])?;
    let together: Vec<&str> = selection
        .left
        .terms
        .iter()
        .filter(|term| term.each && right.terms.contains(term))
        .map(|term| term.dimension.as_str())
        .chain(selection.bound.iter().map(|bound| bound.dimension.as_str()))
        .collect();
    let mut parts = Vec::new();
    for (at, left) in &first {
        for (other, right) in &second {
            let same = |dimension: &&str| {
                let code = |at: &At| {
                    at.iter()
                        .find(|(name, _)| name == dimension)
                        .map(|(_, code)| code.clone())
                };
                match (code(at), code(other)) {
                    (Some(here), Some(there)) => here == there,
                    _ => true,
                }
            };
            if !together.iter().all(same) {
                continue;
            }
            let mut place = at.clone();
            place.extend(other.iter().filter(|entry| !at.contains(entry)).cloned());
            parts.push(compared(claim, place, left.clone(), right.clone()));
        }
    }
    Ok(parts)
}

fn compared(claim: &Claim, at: At, left: Value, right: Value) -> Part {
    let (left, right) = match (left, right) {
        (Ok(left), Ok(right)) => (left, right),
        (Err(reason), _) | (_, Err(reason)) => return unknown(at, reason),
    };
    let holds = match claim.relation {
        Relation::GreaterThan => left > right,
        Relation::GreaterOrEqual => left >= right,
        Relation::NotGreaterThan => left <= right,
        _ => similar(claim, left, right),
    };
    Part {
        at,
        computed: Some(left),
        against: Some(right),
        holds: Some(holds),
        reason: None,
    }
}

/// Similar in the unit of the row: a ratio is compared with one, everything else by difference.
fn similar(claim: &Claim, left: f64, right: f64) -> bool {
    let Tolerance::Absolute(tolerance) = claim.tolerance else {
        return (left - right).abs() <= claim.tolerance.around(right);
    };
    let room = tolerance * (1.0 + ROUNDING_ROOM);
    match claim.unit {
        Unit::Ratio => right != 0.0 && (left / right - 1.0).abs() <= room,
        _ => (left - right).abs() <= room,
    }
}

/// One side only: within each code of the later `each` terms, the codes of the first lie close.
fn alike(asker: &Asker, claim: &Claim) -> Result<Vec<Part>, Reason> {
    let (names, cells) = cells(asker, claim, &claim.selection.left, &[])?;
    let Some(first) = names.first() else {
        return Err(Reason::NotANumber);
    };
    let mut parts = Vec::new();
    for (at, values) in series(cells, first) {
        parts.push(match values {
            Err(reason) => unknown(at, reason),
            Ok(values) => {
                let highest = values.iter().copied().fold(f64::MIN, f64::max);
                let lowest = values.iter().copied().fold(f64::MAX, f64::min);
                Part {
                    at,
                    computed: Some(highest),
                    against: Some(lowest),
                    holds: Some(similar(claim, highest, lowest)),
                    reason: None,
                }
            }
        });
    }
    Ok(parts)
}

/// Cells gathered along a dimension, in its order; the rest of the place stays.
fn gathered(cells: Vec<(At, Value)>, along: &str) -> Vec<(At, Vec<Value>)> {
    let mut gathered: Vec<(At, Vec<Value>)> = Vec::new();
    for (mut at, value) in cells {
        at.retain(|(name, _)| name != along);
        match gathered.iter_mut().find(|(known, _)| *known == at) {
            Some((_, values)) => values.push(value),
            None => gathered.push((at, vec![value])),
        }
    }
    gathered
}

/// The same where each number is needed: one that is missing leaves none.
fn series(cells: Vec<(At, Value)>, along: &str) -> Vec<(At, Result<Vec<f64>, Reason>)> {
    let series = gathered(cells, along).into_iter();
    series
        .map(|(at, values)| (at, values.into_iter().collect()))
        .collect()
}

/// The codes a trend of a side runs along.
fn steps(asker: &Asker, side: &Side) -> Result<Pick, Reason> {
    match &side.over {
        Some(Over::ListedOrder) => {
            let term = side.term("origin").ok_or(Reason::NotANumber)?;
            resolved(asker, "origin", &term.codes)
        }
        Some(Over::Dimension(dimension)) => match side.term(dimension) {
            Some(term) => resolved(asker, dimension, &term.codes),
            None if dimension == "period" => Ok((dimension.clone(), inventory::periods(asker)?)),
            None => resolved(asker, dimension, &Codes::AllBut(Vec::new())),
        },
        None => Err(Reason::NotANumber),
    }
}

/// First and last value, and a number with the sign of the least-squares slope.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Course {
    first: f64,
    last: f64,
    slope: f64,
}

impl Course {
    fn of(values: &[f64]) -> Option<Course> {
        let (first, last) = (*values.first()?, *values.last()?);
        let middle = (values.len() as f64 - 1.0) / 2.0;
        // Only the sign is used, so the sum of squares that would scale it is left out.
        let slope = values
            .iter()
            .enumerate()
            .map(|(step, value)| (step as f64 - middle) * value)
            .sum();
        Some(Course { first, last, slope })
    }

    fn rises(self) -> bool {
        self.last > self.first && self.slope > 0.0
    }

    fn falls(self) -> bool {
        self.last < self.first && self.slope < 0.0
    }

    fn stays(self) -> bool {
        (self.last - self.first).abs() <= STABLE_WITHIN * self.first.abs()
    }
}

/// A place and the course there.
type CourseAt = (At, Result<Course, Reason>);

/// The course of a side at each of its places.
fn courses(asker: &Asker, claim: &Claim, side: &Side) -> Result<Vec<CourseAt>, Reason> {
    let along = steps(asker, side)?;
    let (_, cells) = cells(asker, claim, side, std::slice::from_ref(&along))?;
    Ok(series(cells, &along.0)
        .into_iter()
        .map(|(at, values)| {
            let course = values
                .and_then(|values| Course::of(&values).ok_or(Reason::NoDimension(along.0.clone())));
            (at, course)
        })
        .collect())
}

fn trend(asker: &Asker, claim: &Claim) -> Result<Vec<Part>, Reason> {
    let courses = courses(asker, claim, &claim.selection.left)?;
    Ok(courses
        .into_iter()
        .map(|(at, course)| match course {
            Err(reason) => unknown(at, reason),
            Ok(course) => Part {
                at,
                computed: Some(course.last),
                against: Some(course.first),
                holds: Some(match claim.relation {
                    Relation::Increasing => course.rises(),
                    Relation::Decreasing => course.falls(),
                    _ => course.falls() || course.stays(),
                }),
                reason: None,
            },
        })
        .collect())
}

/// Both sides rise, or both fall.
fn same_trend(asker: &Asker, claim: &Claim) -> Result<Vec<Part>, Reason> {
    let Some(right) = &claim.selection.right else {
        return Err(Reason::NotANumber);
    };
    let first = courses(asker, claim, &claim.selection.left)?;
    let second = courses(asker, claim, right)?;
    Ok(first
        .into_iter()
        .zip(second)
        .map(|((at, one), (_, other))| match (one, other) {
            (Err(reason), _) | (_, Err(reason)) => unknown(at, reason),
            (Ok(one), Ok(other)) => Part {
                at,
                computed: Some(one.last - one.first),
                against: Some(other.last - other.first),
                holds: Some((one.rises() && other.rises()) || (one.falls() && other.falls())),
                reason: None,
            },
        })
        .collect())
}

/// Destination codes that are an area of their own.
fn single_areas(asker: &Asker) -> Vec<String> {
    let mut areas = asker.dataset.codes("destination");
    areas.retain(|code| !["origin", "unknown", "other"].contains(&code.as_str()));
    areas
}

/// The codes that compete in a rank.
fn competitors(asker: &Asker, claim: &Claim) -> Result<Pick, Reason> {
    let Some(among) = &claim.selection.left.among else {
        return Ok(("destination".to_owned(), single_areas(asker)));
    };
    let dimension = among.dimension.as_str();
    let mut codes = match (&among.codes, dimension) {
        (Some(codes), _) => codes.resolve(dimension, asker.dataset),
        (None, "group") => GROUPS.iter().map(|code| (*code).to_owned()).collect(),
        (None, _) => asker.dataset.codes(dimension),
    };
    if claim.measure == Measured::RebasedDestinationShare && dimension == "destination" {
        codes.retain(|code| code != "origin" && code != "unknown");
        if among.single_areas_only {
            codes.retain(|code| code != "other");
        }
    }
    if codes.is_empty() {
        return Err(Reason::NoDimension(dimension.to_owned()));
    }
    Ok((dimension.to_owned(), codes))
}

/// The selected code against all others of its dimension.
fn rank(asker: &Asker, claim: &Claim) -> Result<Vec<Part>, Reason> {
    let side = &claim.selection.left;
    let among = competitors(asker, claim)?;
    let subject = side.single(&among.0).ok_or(Reason::NotANumber)?;
    let place = among
        .1
        .iter()
        .position(|code| code == subject)
        .ok_or_else(|| Reason::NoDimension(among.0.clone()))?;
    let (_, cells) = cells(asker, claim, side, std::slice::from_ref(&among))?;
    let of = |(at, values)| ranked(claim.relation, at, values, place);
    Ok(gathered(cells, &among.0).into_iter().map(of).collect())
}

/// The one at a place against all others. One that is beaten stays so whatever is missing; otherwise
/// a missing number leaves it open.
fn ranked(relation: Relation, at: At, values: Vec<Value>, place: usize) -> Part {
    let missing = values.iter().find_map(|value| value.clone().err());
    let Some(Ok(own)) = values.get(place).cloned() else {
        return unknown(at, missing.unwrap_or(Reason::NotANumber));
    };
    let others = values
        .into_iter()
        .enumerate()
        .filter(|(at, _)| *at != place);
    let others: Vec<f64> = others.filter_map(|(_, value)| value.ok()).collect();
    let part = among_others(relation, at, own, others);
    match missing {
        Some(reason) if part.holds == Some(true) => unknown(part.at, reason),
        _ => part,
    }
}

fn among_others(relation: Relation, at: At, own: f64, mut others: Vec<f64>) -> Part {
    order::sort_by(&mut others, &|a, b| b.total_cmp(a));
    let (rival, holds) = match relation {
        Relation::RanksFirst => {
            let rival = others.first().copied();
            (rival, rival.is_none_or(|rival| own > rival))
        }
        Relation::RanksLast => {
            let rival = others.last().copied();
            (rival, rival.is_none_or(|rival| own < rival))
        }
        _ => {
            let rival = others.get(LARGEST_AREAS - 1).copied();
            (rival, rival.is_none_or(|rival| own > rival))
        }
    };
    Part {
        at,
        computed: Some(own),
        against: rival,
        holds: Some(holds),
        reason: None,
    }
}

/// Parts that are named one by one, added up.
fn sum(asker: &Asker, claim: &Claim) -> Result<Vec<Part>, Reason> {
    let mut total = 0.0;
    for side in claim.selection.sides() {
        let mut along: Vec<Pick> = Vec::new();
        for dimension in &side.sum_over {
            along.push(match dimension.as_str() {
                "group" => resolved(asker, "group", &Codes::Everyone)?,
                "period" => (dimension.clone(), inventory::periods(asker)?),
                _ => resolved(asker, dimension, &Codes::AllBut(Vec::new()))?,
            });
        }
        if side.sum_over.is_empty() {
            for term in side.terms.iter().filter(|term| term.dimension != "year") {
                along.push(resolved(asker, &term.dimension, &term.codes)?);
            }
        }
        let (_, cells) = cells(asker, claim, side, &along)?;
        for (_, value) in cells {
            total += value?;
        }
    }
    Ok(vec![bounded(claim, Vec::new(), Ok(total))])
}

/// The verdict over all comparisons: for a bound set member by member, else all of them.
///
/// What cannot be compared leaves the verdict open unless the rest decides it already.
fn conclude(
    parts: &[Part],
    bound: Option<&Bound>,
    exceptions: usize,
) -> (Verdict, Option<(usize, usize)>) {
    let open = || {
        parts
            .iter()
            .find_map(|part| part.reason.clone())
            .unwrap_or(Reason::NotANumber)
    };
    let Some(bound) = bound else {
        let failing = parts
            .iter()
            .filter(|part| part.holds == Some(false))
            .count();
        let unknown = parts.iter().filter(|part| part.holds.is_none()).count();
        let verdict = if parts.is_empty() {
            Verdict::NotComputable(open())
        } else if failing > exceptions {
            Verdict::Differs
        } else if unknown > 0 {
            Verdict::NotComputable(open())
        } else {
            Verdict::Holds
        };
        return (verdict, None);
    };
    let mut members: Vec<(&str, Option<bool>)> = Vec::new();
    for part in parts {
        let code = part
            .at
            .iter()
            .find(|(name, _)| *name == bound.dimension)
            .map_or("", |(_, code)| code.as_str());
        match members.iter_mut().find(|(known, _)| *known == code) {
            Some((_, holds)) => {
                *holds = match (*holds, part.holds) {
                    (Some(false), _) | (_, Some(false)) => Some(false),
                    (Some(true), Some(true)) => Some(true),
                    _ => None,
                };
            }
            None => members.push((code, part.holds)),
        }
    }
    let of = members.len();
    let count = |wanted| members.iter().filter(|(_, holds)| *holds == wanted).count();
    let (holding, unknown) = (count(Some(true)), count(None));
    let enough = |holding: usize| match bound.quantifier {
        Quantifier::Each => holding == of,
        Quantifier::Most => 2 * holding > of,
        Quantifier::Many => 2 * holding >= of,
        Quantifier::Some => holding >= 2,
    };
    let verdict = if of == 0 {
        Verdict::NotComputable(open())
    } else if enough(holding) {
        Verdict::Holds
    } else if enough(holding + unknown) {
        Verdict::NotComputable(open())
    } else {
        Verdict::Differs
    };
    (verdict, Some((holding, of)))
}
