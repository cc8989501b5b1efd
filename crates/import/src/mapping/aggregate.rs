//! A foreign table brought to the columns of its plan: totals left out, values grouped, quarters
//! added up to years, dropped dimensions summed or replaced by their total.

use std::collections::BTreeSet;

use kernels::{self as loops, Tally};

use crate::formats::long::Dictionary;
use crate::formats::{ForeignDimension, ForeignTable};
use data::cell::Cells;
use data::problem::{Obstacle, Problem, ProblemKind};
use data::{Additive, Additivity, Cell, areas};
use kernels::stable_sort as order;
use vocabulary::ages;
use vocabulary::words::{self, without_marks};

use super::grouping::{Fate, Grouping};
use super::plan::{DimensionPlan, TablePlan, Take};
use super::{roles, rows, spelling, time, totals};

/// A dimension column of the result.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Column name.
    pub name: String,
    /// Codes in the publisher's order.
    pub codes: Vec<String>,
    /// One label a code.
    pub labels: Vec<String>,
    /// How the codes add up.
    pub additive: Additive,
}

/// A table with the columns of its plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Aggregated {
    /// Dimension columns.
    pub columns: Vec<Column>,
    /// Measure columns by name; one cell a key.
    pub measures: Vec<(String, Cells)>,
    /// For each row the place of its codes among all combinations of codes, the last column fastest; in
    /// ascending order.
    pub keys: Vec<u64>,
    /// For each row the first row of the foreign table that it comes from.
    pub origins: Vec<u32>,
    /// For each row whether it has a number that the file marks as a break; empty where none has.
    pub breaks: Vec<bool>,
    /// What happened on the way.
    pub remarks: Vec<Remark>,
}

/// What happened to a table on the way, for the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Categories that add up others were left out of a dimension.
    TotalsLeftOut(String, Vec<String>),
    /// A dimension that is not kept was read from its total.
    TotalUsed(String, String),
    /// A dimension that is not kept was added up.
    AddedUp(String, usize),
    /// Values that a grouping leaves out.
    GroupedOut(String, usize),
    /// Values that are one, spelt in several ways.
    Spelt(String, Vec<String>),
    /// Values that a grouping put together: how many, and in how many groups.
    Grouped(String, usize, usize),
    /// Values that a grouping does not know and that stay as they are.
    Ungrouped(String, Vec<String>),
    /// Quarters or months were added up to years.
    PartsAddedUp(u32),
    /// Of a mean population in quarters or months the mean was taken.
    PartsAveraged,
    /// The same people stand beside each value of a dimension, and are counted once.
    Repeated(String),
    /// Of a stock in quarters or months the one at the turn of the year was taken.
    PartTaken(String),
    /// Years of which parts are missing were left out.
    YearsIncomplete(Vec<String>),
    /// The population of the next 1 January stands in for 31 December, or the other way round.
    TurnOfYear(String),
    /// The last years, in which all is 0 because it has not been counted yet, count as missing.
    YearsUnfinished(Vec<String>),
    /// Values for which only sums over other dimensions have numbers.
    OnlyTotals(String, Vec<String>),
    /// The parts of a dimension do not reach its total: dimension, total, how much is in no part, of how much.
    Rest(String, String, u64, u64),
    /// Regions within others do not reach these, which stand for the whole: dimension.
    RegionsLess(String),
    /// Of a dimension whose values are no parts one counts where nothing is asked of it.
    ValueTaken(String, String),
    /// A population that is projected.
    Projected(String),
    /// Emigrations where nobody lives on either day, which have no rate: how many rows.
    NobodyThere(u64),
    /// The table has nothing that the data set is made of.
    NotUsed,
    /// A population of which nothing says the day was taken for that of 1 January.
    AssumedDay(String),
    /// Years without both ends, for which no rate can be worked out.
    YearsWithoutEnd(Vec<String>),
    /// Years without both ends, for which there is no mid-year population.
    PopulationWithoutEnd(Vec<String>),
    /// One table is limited to some values of a dimension that the other covers whole.
    UnevenSelection(String),
    /// The publisher says that sums over the table make no sense, and there are some.
    SumsDiscouraged,
    /// Emigrations that may count moves within the country.
    MovesWithin(String),
    /// Emigrations that may count moves within the country, by region: sums count those between regions.
    MovesBetween(String),
    /// Numbers were multiplied, because the table is in thousands.
    Scaled(String, u32),
}

/// What becomes of each category of a dimension.
struct Route {
    /// The column, when the dimension is kept.
    column: Option<Column>,
    /// For each category the code of the column it counts to; `None` leaves the row out.
    to: Vec<Option<u32>>,
}

/// In place of a key: the row does not count.
pub(super) const DROPPED: u64 = u64::MAX;

/// More combinations of codes than this are refused. No office comes near it.
const MAX_COMBINATIONS: u64 = 1 << 56;

/// How far apart the places of two combinations are that differ by one code, for each column, and how
/// many combinations there are.
fn steps(columns: &[Column]) -> Option<(Vec<u64>, u64)> {
    let mut steps = vec![0; columns.len()];
    let mut combinations = 1_u64;
    for (step, column) in steps.iter_mut().zip(columns).rev() {
        *step = combinations;
        combinations = combinations.checked_mul(column.codes.len().max(1) as u64)?;
    }
    (combinations < MAX_COMBINATIONS).then_some((steps, combinations))
}

/// Gathers a table by its plan. Columns that are not among `keep` are dropped as well.
pub fn aggregate(
    table: &ForeignTable,
    plan: &TablePlan,
    keep: Option<&[String]>,
) -> Result<Aggregated, Vec<Problem>> {
    let mut gathered = Aggregated::default();
    let mut routes: Vec<(Option<usize>, Vec<Option<u32>>)> = Vec::new();
    for (dimension, plan) in table.dimensions.iter().zip(&plan.dimensions) {
        let kept = !plan.column.is_empty() && keep.is_none_or(|keep| keep.contains(&plan.column));
        let route = route(dimension, plan, kept, &mut gathered.remarks);
        let place = route.column.map(|column| {
            gathered.columns.push(column);
            gathered.columns.len() - 1
        });
        routes.push((place, route.to));
    }
    let Some((steps, combinations)) = steps(&gathered.columns) else {
        let kind = ProblemKind::Obstacle(Obstacle::TooManyCombinations);
        let found = gathered.columns.len().to_string();
        return Err(vec![Problem::of_file(&table.name, kind, found)]);
    };
    let mut keys = vec![0_u64; table.rows];
    for ((place, to), dimension) in routes.iter().zip(&table.dimensions) {
        let step = place.map_or(0, |place| steps[place]);
        let add = to
            .iter()
            .map(|to| to.map_or(DROPPED, |code| u64::from(code) * step));
        let add: Vec<u64> = add.collect();
        if add.iter().any(|add| *add > 0) {
            loops::add_to_keys(&mut keys, &dimension.rows, &add);
        }
    }
    spelling::leave_one_of_each(table, plan, &mut keys)?;
    let order = Order::of(&mut gathered, &keys, combinations);
    if matches!(order, Order::Same | Order::Other) {
        // Nothing was added up where each row stays one.
        let added_up = |remark: &Remark| matches!(remark, Remark::AddedUp(_, parts) if *parts > 1);
        gathered.remarks.retain(|remark| !added_up(remark));
    }
    let slots = table.breaks.iter().map(|row| keys[*row as usize]);
    let slots = slots.filter(|key| *key != DROPPED);
    let slots: Vec<usize> = slots.filter_map(|key| order.slot(&gathered, key)).collect();
    if !slots.is_empty() {
        gathered.breaks = vec![false; gathered.keys.len()];
        slots
            .into_iter()
            .for_each(|slot| gathered.breaks[slot] = true);
    }
    let time_at = plan
        .dimensions
        .iter()
        .position(|plan| plan.column == "year");
    let years = time_at.map(|at| &table.dimensions[at]);
    let moments: Vec<Option<time::Moment>> = years.map_or(Vec::new(), |years| {
        let codes = years.codes.iter();
        let codes: Vec<String> = codes.cloned().collect();
        time::moments(&codes)
    });
    let parts = moments.iter().flatten().map(|moment| moment.parts).max();
    let measures: Vec<(usize, &str, f64)> = plan
        .measures
        .iter()
        .enumerate()
        .filter(|(_, plan)| !plan.column.is_empty())
        .map(|(at, plan)| (at, plan.column.as_str(), plan.scale))
        .collect();
    // Of how many parts of a year each row of the result is made.
    let mut times = vec![1_u32; gathered.keys.len()];
    if let Some(years) = years.filter(|_| parts > Some(1)) {
        for (row, key) in keys.iter().enumerate() {
            if let (Some(slot), Some(moment)) = (
                order.slot(&gathered, *key),
                moments[years.rows[row] as usize],
            ) {
                times[slot] = times[slot].max(moment.parts);
            }
        }
    }
    for (at, name, scale) in &measures {
        let cells = &table.measures[*at].cells;
        // Which periods count: of a stock in quarters only the one at the turn of the year.
        let counts: Vec<bool> = moments
            .iter()
            .map(|moment| moment.is_none_or(|moment| is_turn(name, &moment)))
            .collect();
        let skips = years.filter(|_| counts.contains(&false));
        // Of people who stand once more beside each value of a dimension those beside one of them.
        let repeated = plan.repeated(table, *at);
        let mut is_first: Option<Vec<bool>> = None;
        for place in &repeated {
            if routes[*place].0.is_none() {
                let firsts = is_first.get_or_insert_with(|| vec![true; table.rows]);
                let (beside, _) = rows::keys_beside(table, *place);
                let mut met = BTreeSet::new();
                for row in 0..table.rows {
                    firsts[row] &= keys[row] == DROPPED || met.insert(beside[row]);
                }
                let label = table.dimensions[*place].label.clone();
                gathered.remarks.push(Remark::Repeated(label));
            } else if let Some(column) = routes[*place].0 {
                let of = &mut gathered.columns[column].additive.of_measures;
                for name in roles::MEASURES
                    .into_iter()
                    .filter(|name| roles::is_exposure(name))
                {
                    if !of.iter().any(|(known, _)| known == name) {
                        of.push((name.to_owned(), Additivity::NotParts));
                    }
                }
            }
        }
        let counts = |row: usize| {
            skips.is_none_or(|years| counts[years.rows[row] as usize])
                && is_first.as_ref().is_none_or(|firsts| firsts[row])
        };
        let mut gathered_cells = order.cells(&gathered, &keys, cells, *scale, &counts);
        if table.is_sparse {
            // What a code of each column stands for, and the dropped ones together.
            let taken = |at: usize, code: usize| {
                routes[at].1[code].filter(|_| {
                    Some(at) != time_at || moments[code].is_none_or(|moment| is_turn(name, &moment))
                })
            };
            let complete = complete(table, &routes, &taken, &gathered, &|row| {
                order.slot(&gathered, keys[row]).filter(|_| counts(row))
            });
            let cells = (0..complete.len()).map(|slot| match complete[slot] {
                true => gathered_cells.get(slot),
                false => Cell::Missing,
            });
            gathered_cells = cells.collect();
        }
        if parts > Some(1) && *name == "person_years" && roles::is_mean(&table.measures[*at]) {
            gathered_cells = averaged(&gathered_cells, &|slot| times[slot]);
            gathered.remarks.push(Remark::PartsAveraged);
        }
        gathered.measures.push(((*name).to_owned(), gathered_cells));
    }
    let has_turn = |name: &str| {
        let mut moments = moments.iter().flatten();
        moments.any(|moment| is_turn(name, moment))
    };
    remark_on_parts(&mut gathered, parts.unwrap_or(1), &measures, &has_turn);
    let has_flow = measures.iter().any(|(_, name, _)| roles::is_flow(name));
    if let Some(years) = years.filter(|_| has_flow && parts > Some(1)) {
        let mut met = vec![(0_u64, 0); gathered.keys.len()];
        for (row, key) in keys.iter().enumerate() {
            if let (Some(slot), Some(moment)) = (
                order.slot(&gathered, *key),
                moments[years.rows[row] as usize],
            ) {
                let (parts_met, parts) = &mut met[slot];
                *parts_met |= 1 << moment.part.min(63);
                *parts = moment.parts;
            }
        }
        let whole = met.iter().map(|(met, parts)| met.count_ones() >= *parts);
        gathered.leave_out_parts(&whole.collect::<Vec<bool>>());
        if gathered.keys.is_empty() {
            let kind = ProblemKind::Obstacle(Obstacle::NoWholeYear);
            let found = [years.codes.first(), years.codes.last()]
                .map(|code| code.cloned().unwrap_or_default());
            let problem = Problem::of_file(&table.name, kind, found.join(" … "));
            return Err(vec![problem.in_column(&years.label)]);
        }
    }
    leave_out_unfinished(&mut gathered);
    only_totals(table, plan, &mut gathered);
    turn_of_year(&mut gathered);
    gathered.compact();
    Ok(gathered)
}

/// Sums over the parts of a year as the mean of these.
fn averaged(cells: &Cells, times: &dyn Fn(usize) -> u32) -> Cells {
    let each = (0..cells.len()).map(|slot| match cells.get(slot) {
        Cell::Number(sum) => Cell::Number(sum / f64::from(times(slot))),
        other => other,
    });
    each.collect()
}

/// Fewer events a year than this can have stopped; more of them cannot.
const SURELY_SOME: f64 = 100.0;

/// Offices put 0 into a year that has begun. Where all that happens is 0 in the last years, and a
/// hundred times a year before, it has not been counted yet.
fn leave_out_unfinished(gathered: &mut Aggregated) {
    let Some(at) = gathered.column("year") else {
        return;
    };
    let codes: Vec<u32> = gathered.codes(at).collect();
    let years = gathered.columns[at].codes.clone();
    let mut order: Vec<usize> = (0..years.len()).collect();
    order::sort_by(&mut order, &|one, two| years[*one].cmp(&years[*two]));
    let mut unfinished: Vec<String> = Vec::new();
    for (_, cells) in gathered
        .measures
        .iter_mut()
        .filter(|(name, _)| name == "emigrations")
    {
        let mut sums = vec![0.0; years.len()];
        // What is not given in a year is not 0.
        let mut given = vec![false; years.len()];
        for (row, code) in codes.iter().enumerate() {
            if let Cell::Number(number) = cells.get(row) {
                sums[*code as usize] += number;
                given[*code as usize] = true;
            }
        }
        let empty = order
            .iter()
            .rev()
            .take_while(|year| sums[**year] == 0.0)
            .count();
        let counted = &order[..order.len() - empty];
        let total: f64 = counted.iter().map(|year| sums[*year]).sum();
        if empty == 0 || total < SURELY_SOME * counted.len().max(1) as f64 {
            continue;
        }
        let late: Vec<usize> = order[counted.len()..]
            .iter()
            .copied()
            .filter(|year| given[*year])
            .collect();
        unfinished.extend(late.iter().map(|year| years[*year].clone()));
        let known = |(row, code): (usize, &u32)| match late.contains(&(*code as usize)) {
            true => Cell::Missing,
            false => cells.get(row),
        };
        *cells = codes.iter().enumerate().map(known).collect();
    }
    if !unfinished.is_empty() {
        gathered.remarks.push(Remark::YearsUnfinished(unfinished));
    }
}

/// Tells of values of kept dimensions that have numbers in the table, and none in the result.
fn only_totals(table: &ForeignTable, plan: &TablePlan, gathered: &mut Aggregated) {
    let marked = |codes: &[u32], has: &[bool], count: usize| {
        let mut met = vec![false; count];
        for (code, has) in codes.iter().zip(has) {
            met[*code as usize] |= has;
        }
        met
    };
    let numbers = |all: &[&Cells], rows: usize| -> Vec<bool> {
        let has = |row| {
            all.iter()
                .any(|cells| matches!(cells.get(row), Cell::Number(_)))
        };
        (0..rows).map(has).collect()
    };
    let planned = table.measures.iter().zip(&plan.measures);
    let planned = planned.filter(|(_, plan)| !plan.column.is_empty());
    let planned: Vec<&Cells> = planned.map(|(measure, _)| &measure.cells).collect();
    let in_file = numbers(&planned, table.rows);
    let measures: Vec<&Cells> = gathered.measures.iter().map(|(_, cells)| cells).collect();
    let in_result = numbers(&measures, gathered.keys.len());
    // Where nothing at all is left, that is another matter than which rows have numbers.
    if !in_result.contains(&true) {
        return;
    }
    for (dimension, plan) in table.dimensions.iter().zip(&plan.dimensions) {
        let kept = gathered.column(&plan.column);
        // A year without a number is one that is not complete, and has been told.
        let is_year = plan.column == "year";
        let Some(at) = kept.filter(|_| plan.grouping.is_none() && !is_year) else {
            continue;
        };
        let before = marked(&dimension.rows, &in_file, dimension.codes.len());
        let codes: Vec<u32> = gathered.codes(at).collect();
        let column = &gathered.columns[at];
        let after = marked(&codes, &in_result, column.codes.len());
        let mut known = Dictionary::default();
        for code in &column.codes {
            known.code(code);
        }
        let lost = (0..dimension.codes.len()).filter(|place| {
            let (code, _) = standard(&plan.column, dimension, *place);
            before[*place] && known.find(&code).is_some_and(|code| !after[code as usize])
        });
        let lost: Vec<String> = lost.map(|place| dimension.labels[place].clone()).collect();
        if !lost.is_empty() {
            let remark = Remark::OnlyTotals(dimension.label.clone(), lost);
            gathered.remarks.push(remark);
        }
    }
}

/// For each row of the result whether every combination that counts to it has a row of its own.
fn complete(
    table: &ForeignTable,
    routes: &[(Option<usize>, Vec<Option<u32>>)],
    taken: &dyn Fn(usize, usize) -> Option<u32>,
    gathered: &Aggregated,
    slot: &dyn Fn(usize) -> Option<usize>,
) -> Vec<bool> {
    let mut expected = vec![1_u64; gathered.keys.len()];
    for (at, (place, to)) in routes.iter().enumerate() {
        let codes = (0..to.len()).filter_map(|code| taken(at, code));
        let mut times = vec![0_u64; to.len().max(1)];
        for code in codes {
            times[code as usize] += 1;
        }
        match place {
            Some(place) => {
                for (expected, code) in expected.iter_mut().zip(gathered.codes(*place)) {
                    *expected = expected.saturating_mul(times[code as usize]);
                }
            }
            None => {
                let times: u64 = times.iter().sum();
                for expected in &mut expected {
                    *expected = expected.saturating_mul(times);
                }
            }
        }
    }
    let mut met = vec![0_u64; gathered.keys.len()];
    for slot in (0..table.rows).filter_map(slot) {
        met[slot] += 1;
    }
    let pairs = met.iter().zip(&expected);
    pairs.map(|(met, expected)| met == expected).collect()
}

/// How the rows of a table find the rows of the result.
enum Order {
    /// They are these already, in this order.
    Same,
    /// One of each, in another order.
    Other,
    /// By the key, which has a place for each combination.
    Places(Vec<u32>),
    /// By looking for the key.
    Search,
}

impl Order {
    /// Finds the rows of the result: the keys that are met, in order, and the first row of each.
    fn of(gathered: &mut Aggregated, keys: &[u64], combinations: u64) -> Order {
        let kept = || {
            let rows = keys.iter().enumerate();
            rows.filter(|(_, key)| **key != DROPPED)
        };
        if loops::are_ascending(keys, DROPPED) {
            (gathered.origins, gathered.keys) = kept().map(|(row, key)| (row as u32, *key)).unzip();
            return Order::Same;
        }
        if combinations <= 4 * keys.len() as u64 + 1024 {
            let mut places = vec![u32::MAX; combinations as usize];
            let mut count = 0;
            for (row, key) in kept() {
                let first = &mut places[*key as usize];
                *first = (*first).min(row as u32);
                count += 1;
            }
            for (key, place) in places.iter_mut().enumerate() {
                if *place != u32::MAX {
                    gathered.origins.push(*place);
                    *place = gathered.keys.len() as u32;
                    gathered.keys.push(key as u64);
                }
            }
            return match gathered.keys.len() == count {
                true => Order::Other,
                false => Order::Places(places),
            };
        }
        let rows: Vec<usize> = kept().map(|(row, _)| row).collect();
        let count = rows.len();
        let sorted = order::places(count, &|one, two| keys[rows[one]].cmp(&keys[rows[two]]));
        for row in sorted.into_iter().map(|place| rows[place]) {
            // The first of equal ones comes first.
            if gathered.keys.last() != Some(&keys[row]) {
                gathered.keys.push(keys[row]);
                gathered.origins.push(row as u32);
            }
        }
        match gathered.keys.len() == count {
            true => Order::Other,
            false => Order::Search,
        }
    }

    /// The row of the result that a row with this key counts to.
    fn slot(&self, gathered: &Aggregated, key: u64) -> Option<usize> {
        match self {
            _ if key == DROPPED => None,
            Order::Places(places) => Some(places[key as usize] as usize),
            _ => gathered.keys.binary_search(&key).ok(),
        }
    }

    /// The cells of a measure, summed where several rows count to one.
    fn cells(
        &self,
        gathered: &Aggregated,
        keys: &[u64],
        cells: &Cells,
        scale: f64,
        counts: &dyn Fn(usize) -> bool,
    ) -> Cells {
        if matches!(self, Order::Same | Order::Other) {
            let one = |row: &u32| match cells.get(*row as usize) {
                _ if !counts(*row as usize) => Cell::Missing,
                Cell::Number(number) => Cell::Number(scaled(number, scale)),
                other => other,
            };
            return gathered.origins.iter().map(one).collect();
        }
        let mut tallies = vec![Tally::default(); gathered.keys.len()];
        for (row, key) in keys.iter().enumerate() {
            if let Some(slot) = self.slot(gathered, *key).filter(|_| counts(row)) {
                let (number, state) = cells.get(row).parts();
                tallies[slot].total += scaled(number, scale);
                tallies[slot].states[usize::from(state)] += 1;
            }
        }
        tallies.iter().map(summed).collect()
    }
}

/// The cell of a sum. One cell that is missing or withheld makes the sum so; what cannot exist adds
/// nothing.
fn summed(tally: &Tally) -> Cell {
    let [numbers, missing, suppressed, not_applicable] = tally.states.map(|count| count > 0);
    match () {
        () if missing => Cell::Missing,
        () if suppressed => Cell::Suppressed,
        () if numbers => Cell::Number(tally.total),
        () if not_applicable => Cell::NotApplicable,
        () => Cell::Missing,
    }
}

/// Keeps some of a list.
fn keep<T>(list: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    list.retain(|_| kept.next() == Some(&true));
}

impl Aggregated {
    /// The place of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// The cells of a measure.
    pub fn measure(&self, name: &str) -> Option<&Cells> {
        let (_, cells) = self.measures.iter().find(|(known, _)| known == name)?;
        Some(cells)
    }

    /// How far apart the keys are that differ by one code, for each column.
    pub(super) fn steps(&self) -> Vec<u64> {
        steps(&self.columns).map_or_else(Vec::new, |(steps, _)| steps)
    }

    /// The code of each row in a column.
    pub(super) fn codes(&self, at: usize) -> impl Iterator<Item = u32> {
        let step = self.steps()[at];
        let size = self.columns[at].codes.len().max(1) as u64;
        self.keys.iter().map(move |key| (key / step % size) as u32)
    }

    /// The labels of a row.
    pub(super) fn labels(&self, row: usize) -> Vec<&str> {
        let (key, steps) = (self.keys[row], self.steps());
        let columns = self.columns.iter().zip(steps);
        columns
            .map(|(column, step)| {
                let code = key / step % column.codes.len().max(1) as u64;
                column.labels[code as usize].as_str()
            })
            .collect()
    }

    /// Drops codes that no row has. The keys stay in order.
    pub(super) fn compact(&mut self) {
        let used: Vec<Vec<bool>> = (0..self.columns.len())
            .map(|at| {
                let mut used = vec![false; self.columns[at].codes.len()];
                for code in self.codes(at) {
                    used[code as usize] = true;
                }
                used
            })
            .collect();
        if used.iter().flatten().all(|used| *used) {
            return;
        }
        let old = self.steps();
        let sizes: Vec<u64> = self
            .columns
            .iter()
            .map(|c| c.codes.len().max(1) as u64)
            .collect();
        for (column, used) in self.columns.iter_mut().zip(&used) {
            keep(&mut column.codes, used);
            keep(&mut column.labels, used);
        }
        let new = self.steps();
        // What each code adds to a key now.
        let adds: Vec<Vec<u64>> = used
            .iter()
            .zip(&new)
            .map(|(used, step)| {
                let mut place = 0;
                let add = |used: &bool| {
                    place += u64::from(*used);
                    (place - u64::from(*used)) * step
                };
                used.iter().map(add).collect()
            })
            .collect();
        for key in &mut self.keys {
            let parts = old.iter().zip(&sizes).zip(&adds);
            *key = parts
                .map(|((step, size), add)| add[(*key / step % size) as usize])
                .sum();
        }
    }

    /// Keeps some of the rows.
    pub(super) fn retain(&mut self, rows: &[bool]) {
        keep(&mut self.keys, rows);
        keep(&mut self.origins, rows);
        keep(&mut self.breaks, rows);
        for (_, cells) in &mut self.measures {
            let kept = (0..cells.len()).filter(|row| rows[*row]);
            *cells = kept.map(|row| cells.get(row)).collect();
        }
    }

    /// Leaves out years of which parts are missing everywhere. Where they are missing for some rows only, these
    /// have no number, and so has no sum that they are in.
    fn leave_out_parts(&mut self, whole: &[bool]) {
        if whole.iter().all(|whole| *whole) {
            return;
        }
        let Some(at) = self.column("year") else {
            return self.retain(whole);
        };
        let mut incomplete: Vec<String> = Vec::new();
        let codes: Vec<u32> = self.codes(at).collect();
        let mut is_somewhere = vec![false; self.columns[at].codes.len()];
        for (code, whole) in codes.iter().zip(whole) {
            is_somewhere[*code as usize] |= whole;
            let year = &self.columns[at].codes[*code as usize];
            if !whole && !incomplete.contains(year) {
                incomplete.push(year.clone());
            }
        }
        self.remarks.push(Remark::YearsIncomplete(incomplete));
        for (_, cells) in self
            .measures
            .iter_mut()
            .filter(|(name, _)| roles::is_flow(name))
        {
            let known = |row: usize| match whole[row] {
                true => cells.get(row),
                false => Cell::Missing,
            };
            *cells = (0..cells.len()).map(known).collect();
        }
        let rows = codes.iter().map(|code| is_somewhere[*code as usize]);
        self.retain(&rows.collect::<Vec<bool>>());
    }

    /// Names of the columns.
    pub fn names(&self) -> Vec<String> {
        self.columns
            .iter()
            .map(|column| column.name.clone())
            .collect()
    }
}

/// Whether a period counts for a measure: of a stock only the one at its end of the year.
fn is_turn(measure: &str, moment: &time::Moment) -> bool {
    match measure {
        "population_jan1" => moment.part == 1,
        "population_dec31" => moment.part >= moment.parts,
        _ => true,
    }
}

fn remark_on_parts(
    gathered: &mut Aggregated,
    parts: u32,
    measures: &[(usize, &str, f64)],
    has_turn: &dyn Fn(&str) -> bool,
) {
    for (_, name, scale) in measures {
        if *scale != 1.0 {
            let by = *scale as u32;
            gathered
                .remarks
                .push(Remark::Scaled((*name).to_owned(), by));
        }
        if parts > 1 && !roles::is_flow(name) && has_turn(name) {
            gathered.remarks.push(Remark::PartTaken((*name).to_owned()));
        }
    }
    if parts > 1 && measures.iter().any(|(_, name, _)| roles::is_flow(name)) {
        gathered.remarks.push(Remark::PartsAddedUp(parts));
    }
}

fn route(
    dimension: &ForeignDimension,
    plan: &DimensionPlan,
    kept: bool,
    remarks: &mut Vec<Remark>,
) -> Route {
    let count = dimension.codes.len();
    let grouping = plan.grouping.as_ref().map(Grouping::index);
    let beside_years = match plan.column.as_str() {
        "year" => time::parts_beside_wholes(&dimension.codes),
        _ => Vec::new(),
    };
    let mut groups: Vec<Option<(String, String)>> = Vec::with_capacity(count);
    let mut ungrouped: Vec<String> = Vec::new();
    let mut left_out = 0;
    let mut put_together = 0;
    let mut named = Dictionary::default();
    for place in 0..count {
        let (code, label) = (&dimension.codes[place], &dimension.labels[place]);
        let is_total = plan.leaves_out(place) && (kept || plan.grouping.is_some());
        if is_total || beside_years.get(place) == Some(&true) {
            groups.push(None);
            continue;
        }
        let fate = grouping.as_ref().map(|grouping| grouping.fate(code, label));
        groups.push(match fate {
            Some(Fate::LeftOut) => {
                left_out += 1;
                None
            }
            Some(Fate::Group(group)) => {
                put_together += 1;
                named.code(group);
                Some((group.to_owned(), group.to_owned()))
            }
            Some(Fate::Unknown) => {
                ungrouped.push(label.clone());
                Some(standard(&plan.column, dimension, place))
            }
            None => Some(standard(&plan.column, dimension, place)),
        });
    }
    if left_out > 0 {
        remarks.push(Remark::GroupedOut(dimension.label.clone(), left_out));
    }
    // Names given one by one put nothing together.
    if kept && put_together > named.texts.len() {
        let groups = named.texts.len();
        remarks.push(Remark::Grouped(
            dimension.label.clone(),
            put_together,
            groups,
        ));
    }
    if !ungrouped.is_empty() && kept {
        remarks.push(Remark::Ungrouped(dimension.label.clone(), ungrouped));
    }
    let sums = matches!(plan.take, Take::Sum | Take::Roots) || plan.grouping.is_some();
    let totals: Vec<String> = (0..count)
        .filter(|place| plan.leaves_out(*place) && (kept || sums))
        .map(|place| dimension.labels[place].clone())
        .collect();
    if !totals.is_empty() {
        remarks.push(Remark::TotalsLeftOut(dimension.label.clone(), totals));
    }
    if kept {
        let taken = match plan.take {
            Take::One(one) if !plan.additivity.can_pool() => {
                (one < dimension.codes.len()).then(|| standard(&plan.column, dimension, one))
            }
            _ => None,
        };
        if let Some((_, label)) = taken
            .as_ref()
            .filter(|_| count > 1 && plan.grouping.is_none())
        {
            remarks.push(Remark::ValueTaken(dimension.label.clone(), label.clone()));
        }
        let mut column = Column {
            name: plan.column.clone(),
            additive: Additive {
                codes: plan.additivity,
                whole: taken.map(|(code, _)| code).into_iter().collect(),
                ..Additive::default()
            },
            ..Column::default()
        };
        let mut known = Dictionary::default();
        let to: Vec<Option<u32>> = groups
            .into_iter()
            .map(|group| {
                let (code, label) = group?;
                let place = known.code(&code);
                if place as usize == column.codes.len() {
                    column.codes.push(code);
                    column.labels.push(label);
                }
                Some(place)
            })
            .collect();
        let spelt = spelling::several(dimension, &plan.column, |place| to[place].is_some());
        if !spelt.is_empty() {
            remarks.push(Remark::Spelt(dimension.label.clone(), spelt));
        }
        return Route {
            column: Some(column),
            to,
        };
    }
    let to: Vec<Option<u32>> = match plan.take {
        // A grouping that leaves values out leaves them out of the sum too.
        _ if plan.grouping.is_some() => groups
            .iter()
            .map(|group| group.as_ref().map(|_| 0))
            .collect(),
        Take::One(only) => (0..count)
            .map(|place| (place == only).then_some(0))
            .collect(),
        Take::Sum => (0..count)
            .map(|place| (!plan.totals[place]).then_some(0))
            .collect(),
        Take::Roots => match areas::roots(&totals::values(dimension)) {
            Some(roots) => roots.into_iter().map(|root| root.then_some(0)).collect(),
            None => (0..count)
                .map(|place| (!plan.totals[place]).then_some(0))
                .collect(),
        },
    };
    match plan.take {
        Take::One(only) if plan.grouping.is_none() => {
            let label = dimension.labels.get(only).cloned().unwrap_or_default();
            remarks.push(Remark::TotalUsed(dimension.label.clone(), label));
        }
        _ => {
            let parts = to.iter().flatten().count();
            remarks.push(Remark::AddedUp(dimension.label.clone(), parts));
        }
    }
    Route { column: None, to }
}

/// Code and label in the form of the contract: years and ages as numbers, sexes as m and f. Groups of
/// ages are not part of it; they have one form all the same, so that files can be joined.
pub(super) fn standard(
    column: &str,
    dimension: &ForeignDimension,
    place: usize,
) -> (String, String) {
    let (codes, labels) = (&dimension.codes, &dimension.labels);
    let (code, label) = (&without_marks(&codes[place]), &labels[place]);
    let standard = match column {
        "year" => time::moment(code).map(|moment| moment.year.to_string()),
        "age" => ages::age(code, label).map(|age| age.to_string()),
        "age_group" => ages::ages(code, label).map(|(first, last)| format!("{first}-{last}")),
        "sex" => {
            words::sex(place, codes, labels, [&dimension.name, &dimension.label]).map(str::to_owned)
        }
        _ => None,
    };
    let written = |text: &str| words::composed(text.trim()).into_owned();
    match (standard, column) {
        (Some(year), "year") => (year.clone(), year),
        (Some(code), _) => (code, written(label)),
        (None, _) => (written(code), written(label)),
    }
}

/// A number times its scale; 12.3 thousand persons are 12 300 and no fraction more.
pub fn scaled(number: f64, scale: f64) -> f64 {
    if scale == 1.0 {
        return number;
    }
    let product = number * scale;
    let whole = libm::round(product);
    if libm::fabs(product - whole) < 1e-6 {
        whole
    } else {
        product
    }
}

/// Gives each year both its ends: 31 December is the 1 January of the next year.
fn turn_of_year(gathered: &mut Aggregated) {
    let Some(year_at) = gathered.column("year") else {
        return;
    };
    let (from, to, step) = match (
        gathered.measure("population_jan1").is_some(),
        gathered.measure("population_dec31").is_some(),
    ) {
        (true, false) => ("population_jan1", "population_dec31", 1),
        (false, true) => ("population_dec31", "population_jan1", -1),
        _ => return,
    };
    let years: Vec<Option<i32>> = gathered.columns[year_at]
        .codes
        .iter()
        .map(|code| code.parse().ok())
        .collect();
    let step_of_key = gathered.steps()[year_at] as i64;
    // How far away the key of the year beside each year is.
    let away: Vec<Option<i64>> = years
        .iter()
        .enumerate()
        .map(|(at, year)| {
            let wanted = (*year)?.checked_add(step)?;
            let place = years.iter().position(|known| *known == Some(wanted))?;
            Some((place as i64 - at as i64) * step_of_key)
        })
        .collect();
    let Some(known) = gathered.measure(from) else {
        return;
    };
    let mut finder = Finder::new(&gathered.keys);
    let cells: Cells = gathered
        .keys
        .iter()
        .zip(gathered.codes(year_at))
        .map(|(key, year)| {
            let other = away[year as usize].map(|away| key.wrapping_add_signed(away));
            let row = other.and_then(|other| finder.find(other));
            row.map_or(Cell::Missing, |row| known.get(row))
        })
        .collect();
    gathered.measures.push((to.to_owned(), cells));
    gathered.remarks.push(Remark::TurnOfYear(to.to_owned()));
}

/// Finds keys that are mostly asked for in ascending order.
pub(super) struct Finder<'a> {
    keys: &'a [u64],
    next: usize,
}

impl<'a> Finder<'a> {
    pub(super) fn new(keys: &'a [u64]) -> Finder<'a> {
        Finder { keys, next: 0 }
    }

    /// The row of a key.
    pub(super) fn find(&mut self, key: u64) -> Option<usize> {
        let row = match self.keys.get(self.next) {
            Some(next) if *next == key => self.next,
            _ => self.keys.binary_search(&key).ok()?,
        };
        self.next = row + 1;
        Some(row)
    }
}
