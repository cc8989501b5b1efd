//! Which table answers a question.
//!
//! Aggregates are published as several tables with different dimensions. The smallest table that
//! has what is asked for answers; if none has, the refusal says what each table lacks.

use std::collections::BTreeMap;
use std::rc::Rc;

use data::{Additivity, Dataset, Dictionary, Table};
use kernels::stable_sort as order;

use super::question::{Filter, OTHERS, Question};

/// How a table knows a dimension of the question.
#[derive(Clone, Debug, PartialEq)]
pub enum Access {
    /// A column, each of its codes mapped to the code of the dimension asked for.
    Column {
        /// Position among the table's dimension columns.
        column: usize,
        /// For each code of the column the code it counts as.
        codes: Vec<String>,
    },
    /// The same code for the whole table.
    Constant(String),
}

/// A table and how it serves a question.
#[derive(Clone, Debug)]
pub struct Source {
    /// The table.
    pub table: Rc<Table>,
    /// How many of its rows are looked at, from the first.
    pub rows: usize,
    /// Access to each dimension that rows are told apart by, in the order of `by`.
    pub by: Vec<Access>,
    /// Filters that have to be applied to columns.
    pub filters: Vec<(Access, Vec<String>)>,
    /// Dimensions of which the table covers only some codes although the question does not ask.
    pub narrower: Vec<(String, Vec<String>)>,
}

/// What a table lacks for a question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// A dimension column.
    Dimension(String),
    /// A measure column.
    Measure(String),
    /// A code of a dimension.
    Code {
        /// The dimension.
        dimension: String,
        /// The code.
        code: String,
    },
    /// A sum over a dimension whose codes are not known to be parts of a whole.
    Parts(String),
}

/// What each table lacks, closest table first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoTable {
    /// Table name and what it lacks.
    pub tables: Vec<(String, Vec<Lack>)>,
}

/// The smallest adequate table for a question that needs some measure columns.
pub fn choose(
    dataset: &Dataset,
    question: &Question,
    measures: &[&str],
) -> Result<Source, NoTable> {
    let mut lacking: Vec<(String, Vec<Lack>)> = Vec::new();
    let mut best: Option<((usize, usize, usize), Source)> = None;
    for table in &dataset.tables {
        match serve(dataset, table, question, measures) {
            Ok(source) => {
                let rank = (
                    source.narrower.len(),
                    left_out(dataset, &source),
                    table.rows,
                );
                if best.as_ref().is_none_or(|(best, _)| rank < *best) {
                    best = Some((rank, source));
                }
            }
            Err(lacks) => lacking.push((table.name.clone(), lacks)),
        }
    }
    match best {
        Some((_, source)) => Ok(source),
        None => {
            order::sort_by(&mut lacking, &|(_, one), (_, two)| {
                one.len().cmp(&two.len())
            });
            Err(NoTable { tables: lacking })
        }
    }
}

/// How many codes a table leaves out of the dimensions that it covers only in part.
fn left_out(dataset: &Dataset, source: &Source) -> usize {
    let narrower = source.narrower.iter();
    let lacking = narrower.map(|(dimension, covered)| {
        let whole = dataset.unordered_codes(dimension).len();
        whole.saturating_sub(covered.len())
    });
    lacking.sum()
}

/// A table of a certain name, when it serves the question.
pub fn of_table(
    dataset: &Dataset,
    name: &str,
    question: &Question,
    measures: &[&str],
) -> Option<Source> {
    serve(dataset, dataset.table(name)?, question, measures).ok()
}

/// What the base of a share lacks: codes of the dimension that the data set names and the table
/// has no rows for. A share of the rest would pass for a share of all.
pub fn lacks_of_base(
    dataset: &Dataset,
    source: &Source,
    place: usize,
    dimension: &str,
) -> Option<Vec<Lack>> {
    let present = Dictionary::of(codes_at(source, place)?);
    let lacks: Vec<Lack> = dataset
        .dimension_labels(dimension)?
        .labels
        .iter()
        .filter(|label| !present.has(&label.code))
        .map(|label| Lack::Code {
            dimension: dimension.to_owned(),
            code: label.code.clone(),
        })
        .collect();
    (!lacks.is_empty()).then_some(lacks)
}

/// Whether the codes of the dimension at a place of `by` make up the whole of some measures.
pub fn makes_up(source: &Source, place: usize, measures: &[&str]) -> bool {
    match source.by.get(place) {
        Some(Access::Column { column, .. }) => {
            let additive = &source.table.dimensions[*column].additive;
            additive.of(measures) == Additivity::Parts
        }
        _ => true,
    }
}

/// What the part of a share lacks: codes asked for that the table does not know. Such a part would
/// pass for none.
pub fn lacks_of_filter(
    source: &Source,
    place: usize,
    dimension: &str,
    wanted: Option<&[String]>,
) -> Option<Vec<Lack>> {
    let present = Dictionary::of(codes_at(source, place)?);
    let lacks: Vec<Lack> = wanted?
        .iter()
        .filter(|code| !present.has(code))
        .map(|code| Lack::Code {
            dimension: dimension.to_owned(),
            code: code.clone(),
        })
        .collect();
    (!lacks.is_empty()).then_some(lacks)
}

/// The codes of the dimension at a place of `by`, those that count together among them.
fn codes_at(source: &Source, place: usize) -> Option<&[String]> {
    Some(match source.by.get(place)? {
        Access::Column { column, codes } if codes.iter().any(|code| code == OTHERS) => {
            &source.table.dimensions[*column].codes
        }
        Access::Column { codes, .. } => codes,
        Access::Constant(code) => std::slice::from_ref(code),
    })
}

/// Every dimension that some table with these measure columns has or can work out.
pub fn dimensions_for(dataset: &Dataset, measures: &[&str]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let has = |table: &&Rc<Table>| measures.iter().all(|name| table.measure(name).is_some());
    for table in dataset.tables.iter().filter(has) {
        let own = table
            .dimensions
            .iter()
            .map(|dimension| dimension.name.as_str());
        for name in own.chain(["destination_kind", "period"]) {
            let known = names.iter().any(|known| known == name)
                || name == "years_since" && !measures.contains(&"returned");
            if !known && (table.dimension(name).is_some() || tells_apart(table, name)) {
                names.push(name.to_owned());
            }
        }
    }
    names
}

/// Whether a dimension that can be worked out from a column says more than which of its codes are unknown.
fn tells_apart(table: &Table, dimension: &str) -> bool {
    match derived(table, dimension, None) {
        Some(Access::Column { codes, .. }) if dimension == "destination_kind" => {
            codes.iter().any(|code| code == "origin")
        }
        found => found.is_some(),
    }
}

/// The codes of a dimension in display order, worked out from another column where no table has it.
pub fn codes_of(dataset: &Dataset, dimension: &str) -> Vec<String> {
    let codes = dataset.codes(dimension);
    if !codes.is_empty() {
        return codes;
    }
    let mut found: Vec<String> = Vec::new();
    for table in &dataset.tables {
        if let Some(Access::Column { codes, .. }) = derived(table, dimension, None) {
            found.extend(codes);
        }
    }
    order::sort_by(&mut found, &String::cmp);
    found.dedup();
    dataset.in_display_order(dimension, found)
}

/// Whether and how a table serves a question.
fn serve(
    dataset: &Dataset,
    table: &Rc<Table>,
    question: &Question,
    measures: &[&str],
) -> Result<Source, Vec<Lack>> {
    let mut lacks = Vec::new();
    for measure in measures {
        if table.measure(measure).is_none() {
            lacks.push(Lack::Measure((*measure).to_owned()));
        }
    }
    let mut by = Vec::new();
    for dimension in &question.by {
        match access(table, dimension, question) {
            Some(access) => by.push(access),
            None => lacks.push(Lack::Dimension(dimension.clone())),
        }
    }
    let mut filters = Vec::new();
    for filter in &question.filter {
        match apply(table, filter, question) {
            Ok(Some(access)) => filters.push((access, filter.codes.clone())),
            Ok(None) => {}
            Err(found) => lacks.extend(found),
        }
    }
    if !lacks.is_empty() {
        return Err(lacks);
    }
    let mut narrower = narrower(dataset, table, question);
    for place in 0..table.dimensions.len() {
        match counting(table, place, question, measures) {
            Ok(None) => {}
            Ok(Some((access, codes, is_taken))) => {
                if is_taken {
                    let name = table.dimensions[place].name.clone();
                    narrower.push((name, codes.clone()));
                }
                filters.push((access, codes));
            }
            Err(lack) => lacks.push(lack),
        }
    }
    if !lacks.is_empty() {
        return Err(lacks);
    }
    Ok(Source {
        table: table.clone(),
        rows: table.rows,
        by,
        filters,
        narrower,
    })
}

/// The codes of a column that count for a question, and whether they are merely the one value taken of
/// several; `None` when all of them do. What would be a sum over codes that are no parts is lacking.
fn counting(
    table: &Table,
    place: usize,
    question: &Question,
    measures: &[&str],
) -> Result<Option<(Access, Vec<String>, bool)>, Lack> {
    let column = &table.dimensions[place];
    let additive = &column.additive;
    let additivity = additive.of(measures);
    let access = || Access::Column {
        column: place,
        codes: column.codes.clone(),
    };
    let lack = || Lack::Parts(column.name.clone());
    let of_parts = || {
        let parts = column.codes.iter().filter(|code| !additive.is_sum(code));
        let parts = || parts.clone().cloned().collect();
        (!additive.sums.is_empty()).then(|| (access(), parts(), false))
    };
    // What follows from the column tells its codes apart only in part.
    let derived = |name: &str| is_derived(table, name, &column.name);
    let asked = |name: &str| name == column.name || derived(name);
    let is_told_apart = question.by.contains(&column.name);
    let filters = || {
        question
            .filter
            .iter()
            .filter(|filter| asked(&filter.dimension))
    };
    if let Some(filter) = question.filter_on(&column.name) {
        let names_sum = filter.codes.iter().any(|code| additive.is_sum(code));
        let pools = !is_told_apart && filter.codes.len() > 1;
        return match pools && (names_sum || !additivity.can_pool()) {
            true => Err(lack()),
            false => Ok(None),
        };
    }
    if is_told_apart {
        return Ok(of_parts());
    }
    if filters().next().is_some() || question.by.iter().any(|name| derived(name)) {
        return match additivity.can_pool() {
            true => Ok(of_parts()),
            false => Err(lack()),
        };
    }
    match additivity {
        Additivity::Parts => Ok(of_parts()),
        Additivity::Unknown | Additivity::NotParts if column.codes.len() == 1 => Ok(None),
        _ if additive.whole.is_empty() => Err(lack()),
        // A published whole is the answer; a value that is merely taken is told.
        _ => Ok(Some((
            access(),
            additive.whole.clone(),
            !additivity.can_pool(),
        ))),
    }
}

/// The column that a dimension follows from, where it can be worked out.
pub fn column_behind(dimension: &str) -> Option<&'static str> {
    match dimension {
        "destination_kind" => Some("destination"),
        "period" => Some("year"),
        _ => None,
    }
}

/// Whether a dimension that is no column follows from one.
fn is_derived(table: &Table, dimension: &str, column: &str) -> bool {
    column_behind(dimension) == Some(column) && table.dimension(dimension).is_none()
}

/// Access to a dimension of a question, where codes that count together have one code.
pub(super) fn access(table: &Table, dimension: &str, question: &Question) -> Option<Access> {
    let mut found = own_access(table, dimension, question)?;
    let together = question.together.as_ref();
    if let Some(together) = together.filter(|together| together.dimension == dimension)
        && let Access::Column { codes, .. } = &mut found
    {
        let others = Dictionary::of(&together.codes);
        let counted = codes.iter_mut().filter(|code| others.has(code));
        counted.for_each(|code| OTHERS.clone_into(code));
    }
    Some(found)
}

/// Access to a dimension, each of its codes by itself: a column, one that can be worked out from another, or a
/// constant.
pub(super) fn own_access(table: &Table, dimension: &str, question: &Question) -> Option<Access> {
    let find = |name: &str| {
        table
            .dimensions
            .iter()
            .position(|column| column.name == name)
    };
    if let Some(column) = find(dimension) {
        return Some(Access::Column {
            column,
            codes: table.dimensions[column].codes.clone(),
        });
    }
    // What is chosen by its name keeps the name under which it was offered.
    let names = question.filter_on(dimension).is_none();
    let behind = column_behind(dimension).filter(|_| names);
    let kept = behind.and_then(|column| question.filter_on(column));
    let kept = kept.map(|filter| filter.codes.as_slice());
    if let Some(access) = derived(table, dimension, kept) {
        return Some(access);
    }
    match table.coverage.get(dimension) {
        Some([code]) => Some(Access::Constant(code.clone())),
        _ => None,
    }
}

/// What the codes of a column count as in a dimension that follows from it, where these are kept of them.
type Derive = fn(&[String], Option<&[String]>) -> Option<Vec<String>>;

/// A dimension that follows from a column: the kind from the destination, the period from the year.
fn derived(table: &Table, dimension: &str, kept: Option<&[String]>) -> Option<Access> {
    let (from, derive): (&str, Derive) = match dimension {
        "destination_kind" => ("destination", kinds_of),
        "period" => ("year", periods_of),
        _ => return None,
    };
    let column = table
        .dimensions
        .iter()
        .position(|column| column.name == from)?;
    Some(Access::Column {
        column,
        codes: derive(&table.dimensions[column].codes, kept)?,
    })
}

/// The kinds of destinations: own or parents' origin, another known country, unknown.
fn kinds_of(destinations: &[String], _: Option<&[String]>) -> Option<Vec<String>> {
    let kind = |destination: &String| match destination.as_str() {
        known @ ("origin" | "unknown") => known.to_owned(),
        _ => "other".to_owned(),
    };
    Some(destinations.iter().map(kind).collect())
}

/// The periods of years: six years each, counted from 2000 as in the report, and named by the first
/// and the last of them that is there, and kept where only some years are.
fn periods_of(years: &[String], kept: Option<&[String]>) -> Option<Vec<String>> {
    let place = |year: i32| (i64::from(year) - 2000).div_euclid(6);
    let kept = kept.map(Dictionary::of);
    let mut ends: BTreeMap<i64, (i32, i32)> = BTreeMap::new();
    let mut numbers = Vec::new();
    for code in years {
        let year: i32 = code.parse().ok()?;
        numbers.push(year);
        if kept.as_ref().is_none_or(|kept| kept.has(code)) {
            let (first, last) = ends.entry(place(year)).or_insert((year, year));
            *first = (*first).min(year);
            *last = (*last).max(year);
        }
    }
    // Years of a period that has none that are kept do not count, by whatever name.
    let name = |year: &i32| match ends.get(&place(*year)) {
        Some((first, last)) if first != last => format!("{first}-{last}"),
        Some((first, _)) => first.to_string(),
        None => year.to_string(),
    };
    Some(numbers.iter().map(name).collect())
}

/// Whether the codes of a dimension are years or stretches of them, which [`span`] reads.
pub fn is_time(dimension: &str) -> bool {
    matches!(dimension, "year" | "period")
}

/// First and last whole number of a code: "18" is 18 to 18, "18-24" is 18 to 24.
pub fn span(code: &str) -> Option<(i32, i32)> {
    let (first, last) = code.split_once(['-', '–']).unwrap_or((code, code));
    let (first, last) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    (first <= last).then_some((first, last))
}

/// How a filter is applied: to a column, not at all (the table covers just that), or it cannot.
fn apply(table: &Table, filter: &Filter, question: &Question) -> Result<Option<Access>, Vec<Lack>> {
    let lack = |code: &String| Lack::Code {
        dimension: filter.dimension.clone(),
        code: code.clone(),
    };
    match own_access(table, &filter.dimension, question) {
        Some(Access::Column { column, codes }) => {
            // Both may be thousands: a link names codes, a file has them.
            let asked = Dictionary::of(&filter.codes);
            let mut known = vec![false; asked.len()];
            for code in &codes {
                if let Some(place) = asked.find(code.as_bytes()) {
                    known[place as usize] = true;
                }
            }
            let is_known = |code: &String| asked.find(code.as_bytes()).map(|at| known[at as usize]);
            let unknown = filter.codes.iter();
            let unknown: Vec<Lack> = unknown
                .filter(|code| is_known(code) != Some(true))
                .map(lack)
                .collect();
            if unknown.is_empty() {
                Ok(Some(Access::Column { column, codes }))
            } else {
                Err(unknown)
            }
        }
        Some(Access::Constant(code)) if filter.codes == [code.as_str()] => Ok(None),
        Some(Access::Constant(_)) => Err(filter.codes.iter().map(lack).collect()),
        None => match table.coverage.get(&filter.dimension) {
            Some(covered) if same_set(covered, &filter.codes) => Ok(None),
            _ => Err(vec![Lack::Dimension(filter.dimension.clone())]),
        },
    }
}

/// Whether all of some codes are among others, however many both are.
fn within(some: &[String], all: &[String]) -> bool {
    let all = Dictionary::of(all);
    some.iter().all(|code| all.has(code))
}

fn same_set(left: &[String], right: &[String]) -> bool {
    within(left, right) && within(right, left)
}

/// Dimensions the question leaves open and the table covers only in part.
fn narrower(dataset: &Dataset, table: &Table, question: &Question) -> Vec<(String, Vec<String>)> {
    let mut narrower = Vec::new();
    let asked = |dimension: &str| question.filter_on(dimension).is_some();
    for (dimension, codes) in table.coverage.iter() {
        let whole = dataset
            .coverage
            .get(dimension)
            .map_or_else(|| dataset.unordered_codes(dimension), <[String]>::to_vec);
        if !asked(dimension) && !within(&whole, codes) {
            narrower.push((dimension.clone(), codes.clone()));
        }
    }
    for column in &table.dimensions {
        if asked(&column.name) {
            continue;
        }
        // What is published of the whole is no narrower than all codes together.
        if !column.additive.whole.is_empty() {
            continue;
        }
        let whole = dataset.unordered_codes(&column.name);
        let codes = Dictionary::of(&column.codes);
        let known = |code: &String| codes.find(code.as_bytes()).is_some();
        if !whole.iter().all(known) {
            let mut some = dataset.codes(&column.name);
            some.retain(known);
            narrower.push((column.name.clone(), some));
        }
    }
    narrower
}
