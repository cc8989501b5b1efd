//! Carrying out a plan: a data set of the contract, with everything that happened on the way.

use std::borrow::Borrow;
use std::rc::Rc;

use crate::formats::ForeignTable;
use crate::formats::long::Dictionary;
use data::cell::{Cell, Cells};
use data::contract::{self, Domain, measure_domain};
use data::csv_table::{self, RowCells};
use data::dataset::{DimensionLabels, Label};
use data::problem::{Obstacle, Problem, ProblemKind, Problems};
use data::table::{Coverage, FLAG_COLUMNS, Flags, Mark};
use data::{Additivity, Dataset, Dimension, MeasureColumn, Names, Table};
use kernels::stable_sort as order;
use vocabulary::kinds::Kind;
use vocabulary::words::{self, visible};

use super::aggregate::{Aggregated, Remark, aggregate, scaled};
use super::join::{Match, join};
use super::labels;
use super::plan::{Plan, TablePlan, Take};
use super::roles;
use super::saved_mapping::Mapping;

/// What came of a plan.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The data set, as its saved files open; without the remarks, which have no words here.
    pub dataset: Dataset,
    /// What happened on the way, by table.
    pub remarks: Vec<(String, Remark)>,
    /// What matched, when two tables were joined.
    pub matched: Option<Match>,
    /// Whether rates can be worked out.
    pub has_rate: bool,
}

/// Carries out a plan. Either the whole of it works or all its problems are told.
pub fn apply<T: Borrow<ForeignTable>>(tables: &[T], plan: &Plan) -> Result<Outcome, Vec<Problem>> {
    let tables: Vec<&ForeignTable> = tables.iter().map(Borrow::borrow).collect();
    let planned = tables.iter().copied().zip(&plan.tables);
    let planned: Vec<(&ForeignTable, &TablePlan)> = planned.collect();
    let mut problems = Vec::new();
    for (table, plan) in &planned {
        problems.extend(check(table, plan));
    }
    let counts = |plan: &TablePlan| plan.measures.iter().any(|plan| !plan.column.is_empty());
    let used: Vec<(&ForeignTable, &TablePlan)> = planned
        .into_iter()
        .filter(|(_, plan)| counts(plan))
        .collect();
    if used.is_empty() && problems.is_empty() {
        let name = tables.first().map_or("", |table| table.name.as_str());
        problems.push(Problem::of_file(
            name,
            ProblemKind::Obstacle(Obstacle::NoRole),
            "",
        ));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut work = Work::default();
    for table in &tables {
        if !used.iter().any(|(known, _)| std::ptr::eq(*known, *table)) {
            work.note(&table.name, &[Remark::NotUsed]);
        }
    }
    let events = used
        .iter()
        .find(|(_, plan)| plan.measure("emigrations").is_some());
    let exposures = used
        .iter()
        .find(|(_, plan)| plan.measure("emigrations").is_some() && plan.has_exposure())
        .or_else(|| used.iter().find(|(_, plan)| plan.has_exposure()));
    work.versions(&used);
    let open_columns = |(table, plan): (&ForeignTable, &TablePlan)| {
        [open_columns(plan), repeated_columns(table, plan)].concat()
    };
    if let (Some(events), Some(exposures)) = (events, exposures) {
        work.rates(*events, *exposures, &[]);
        if work.problems.is_empty() {
            let open = [open_columns(*events), open_columns(*exposures)].concat();
            for left_out in subsets(&open) {
                work.as_whole(|work| work.rates(*events, *exposures, &left_out));
            }
        }
    }
    for (table, plan) in &used {
        work.own_table(table, plan, &[]);
        work.rests(table, plan);
        for left_out in subsets(&open_columns((*table, *plan))) {
            work.as_whole(|work| work.own_table(table, plan, &left_out));
        }
    }
    if !work.problems.is_empty() {
        return Err(work.problems);
    }
    work.finish(&tables, plan)
}

/// The columns that are kept though their parts do not make up the whole, which is published.
fn open_columns(plan: &TablePlan) -> Vec<String> {
    let open = plan.dimensions.iter().filter(|plan| {
        plan.additivity == Additivity::Incomplete
            && plan.take != Take::Sum
            && plan.grouping.is_none()
            && !plan.with_sums
            && !plan.column.is_empty()
    });
    open.map(|plan| plan.column.clone()).collect()
}

/// The columns that are kept, and beside each value of which the same people stand once more.
fn repeated_columns(table: &ForeignTable, plan: &TablePlan) -> Vec<String> {
    let of_each = (0..plan.measures.len()).flat_map(|at| plan.repeated(table, at));
    let columns = of_each.map(|place| plan.dimensions[place].column.clone());
    columns.filter(|column| !column.is_empty()).collect()
}

/// Every choice of some of these, but not of none. Of many, each alone and all together.
fn subsets(columns: &[String]) -> Vec<Vec<String>> {
    const FEW: usize = 4;
    let mut columns = columns.to_vec();
    let mut distinct: Vec<String> = Vec::new();
    for column in columns.drain(..) {
        if !distinct.contains(&column) {
            distinct.push(column);
        }
    }
    if distinct.len() > FEW {
        let mut some: Vec<Vec<String>> = distinct.iter().map(|one| vec![one.clone()]).collect();
        some.push(distinct);
        return some;
    }
    let chosen = |which: u32| {
        let each = distinct.iter().enumerate();
        each.filter(|(at, _)| which >> at & 1 == 1)
            .map(|(_, column)| column.clone())
            .collect()
    };
    (1..1_u32 << distinct.len()).map(chosen).collect()
}

/// The columns that a plan keeps.
/// The columns that the dimensions of a table become, of those that are kept.
pub fn kept(plan: &TablePlan) -> Vec<String> {
    let columns = plan.dimensions.iter().map(|plan| plan.column.clone());
    columns.filter(|column| !column.is_empty()).collect()
}

/// What can be told before anything is read: a meaning given twice, a number nobody has settled.
fn check(table: &ForeignTable, plan: &TablePlan) -> Vec<Problem> {
    let mut problems = Problems::new(&table.name);
    let dimensions = table.dimensions.iter().zip(&plan.dimensions);
    let measures = table.measures.iter().zip(&plan.measures);
    let named = dimensions
        .map(|(column, plan)| (&column.label, &plan.column))
        .chain(measures.map(|(column, plan)| (&column.label, &plan.column)));
    let mut seen: Vec<&String> = Vec::new();
    for (label, column) in named.filter(|(_, column)| !column.is_empty()) {
        if seen.contains(&column) {
            let kind = ProblemKind::Obstacle(Obstacle::RoleTwice);
            match table.understood.header_line {
                Some(line) => problems.cell(line, label, kind, column),
                None => problems.within(label, kind, column),
            }
        }
        seen.push(column);
    }
    let mut list = problems.into_list();
    if table.ambiguity.is_some()
        && let Err(unsettled) = table.clone().settled()
    {
        list.extend(unsettled);
    }
    list
}

#[derive(Default)]
struct Work {
    tables: Vec<(String, Aggregated)>,
    remarks: Vec<(String, Remark)>,
    matched: Option<Match>,
    has_rate: bool,
    problems: Vec<Problem>,
}

impl Work {
    /// Does something for the whole of dimensions whose parts do not make it up. What happens on the way
    /// has been told of the parts.
    fn as_whole(&mut self, work: impl FnOnce(&mut Work)) {
        let remarks = self.remarks.clone();
        let matched = self.matched.clone();
        work(self);
        self.remarks = remarks;
        self.matched = matched;
    }

    /// The table that rates are worked out from, without some of the columns.
    fn rates(
        &mut self,
        (events, events_plan): (&ForeignTable, &TablePlan),
        (exposures, exposures_plan): (&ForeignTable, &TablePlan),
        left_out: &[String],
    ) {
        let mut joined = if std::ptr::eq(events, exposures) {
            let keep = without(&kept(events_plan), left_out);
            let Some(gathered) = self.aggregate(events, events_plan, keep.as_deref()) else {
                return;
            };
            gathered
        } else {
            let others = kept(exposures_plan);
            let mut shared = kept(events_plan);
            shared.retain(|column| others.contains(column) && !left_out.contains(column));
            // The visitor's own names of the columns that only one of the two has.
            let alone = |table: &ForeignTable, plan: &TablePlan| -> Vec<String> {
                let dimensions = table.dimensions.iter().zip(&plan.dimensions);
                dimensions
                    .filter(|(_, plan)| !plan.column.is_empty() && !shared.contains(&plan.column))
                    .map(|(dimension, _)| dimension.label.clone())
                    .collect()
            };
            let alone_first = alone(events, events_plan);
            let alone_second = alone(exposures, exposures_plan);
            if shared.is_empty() {
                let found = [&alone_first, &alone_second].map(|names| names.join(", "));
                let found = found.join(" / ");
                let problem = Problem::of_file(
                    &events.name,
                    ProblemKind::Obstacle(Obstacle::NothingShared),
                    found,
                );
                self.problems.push(problem);
                return;
            }
            self.uneven(events, events_plan, &shared);
            self.uneven(exposures, exposures_plan, &shared);
            let (Some(first), Some(second)) = (
                self.aggregate(events, events_plan, Some(&shared)),
                self.aggregate(exposures, exposures_plan, Some(&shared)),
            ) else {
                return;
            };
            self.note(&events.name, &first.remarks);
            self.note(&exposures.name, &second.remarks);
            let (mut joined, mut report) = join(&first, &second);
            for column in &mut joined.columns {
                let other = second
                    .columns
                    .iter()
                    .find(|other| other.name == column.name);
                let other = other.map_or(Additivity::Parts, |other| other.additive.codes);
                column.additive.codes = column.additive.codes.max(other);
            }
            report.alone_first = alone_first;
            report.alone_second = alone_second;
            let turned = second
                .remarks
                .iter()
                .filter(|r| matches!(r, Remark::TurnOfYear(_)));
            joined.remarks = turned.cloned().collect();
            let twice: Vec<Problem> = report
                .twice
                .iter()
                .map(|found| {
                    let kind = ProblemKind::Obstacle(Obstacle::MatchedTwice);
                    Problem::of_file(&exposures.name, kind, found)
                })
                .collect();
            if !twice.is_empty() {
                self.problems.extend(twice);
                return;
            }
            if report.both == 0 {
                let names = |column: &str| {
                    let one = label_of(events, events_plan, column);
                    let other = label_of(exposures, exposures_plan, column);
                    match one == other {
                        true => one.to_owned(),
                        false => format!("{one} / {other}"),
                    }
                };
                self.problems.extend(nothing_matched(
                    &exposures.name,
                    &report,
                    (&first, &second),
                    names,
                ));
                return;
            }
            self.matched = Some(report);
            joined
        };
        if std::ptr::eq(events, exposures) {
            let own = joined.remarks.clone();
            self.note(&events.name, &own);
        }
        self.without_end(&exposures.name, &mut joined);
        joined.compact();
        if joined.keys.is_empty() {
            return;
        }
        self.scale(exposures, exposures_plan, &joined);
        self.check(events, events_plan, &joined);
        self.nobody(&exposures.name, &joined);
        self.has_rate = true;
        let name = match self
            .tables
            .iter()
            .filter(|(name, _)| name.starts_with("rates"))
            .count()
        {
            0 => "rates".to_owned(),
            count => format!("rates_{}", count + 1),
        };
        self.tables.push((name, joined));
    }

    /// Tells of emigrations where nobody lives on either day.
    fn nobody(&mut self, file: &str, joined: &Aggregated) {
        let cells = |name: &str| joined.measure(name);
        let (Some(events), Some(first), Some(last)) = (
            cells("emigrations"),
            cells("population_jan1"),
            cells("population_dec31"),
        ) else {
            return;
        };
        let is = |cells: &Cells, row: usize, zero: bool| match cells.get(row) {
            Cell::Number(number) => (number == 0.0) == zero,
            _ => false,
        };
        let rows = (0..joined.keys.len())
            .filter(|row| is(events, *row, false) && is(first, *row, true) && is(last, *row, true));
        let count = rows.count() as u64;
        if count > 0 {
            self.note(file, &[Remark::NobodyThere(count)]);
        }
    }

    /// Tells how much of the published wholes is in no part.
    fn rests(&mut self, table: &ForeignTable, plan: &TablePlan) {
        let open = open_columns(plan);
        for (place, dimension) in table.dimensions.iter().enumerate() {
            let planned = &plan.dimensions[place];
            if !open.contains(&planned.column) {
                continue;
            }
            let remark = match planned.take {
                Take::One(whole) => rest(table, plan, place, whole),
                Take::Roots | Take::Sum => Remark::RegionsLess(dimension.label.clone()),
            };
            self.note(&table.name, &[remark]);
        }
    }

    /// Leaves out years for which the population of one end is nowhere.
    fn without_end(&mut self, file: &str, joined: &mut Aggregated) {
        let without = leave_out_without_end(joined);
        if !without.is_empty() {
            self.note(file, &[Remark::YearsWithoutEnd(without)]);
        }
    }

    /// A selection in one table that the other does not share.
    fn uneven(&mut self, table: &ForeignTable, plan: &TablePlan, shared: &[String]) {
        for (dimension, plan) in table.dimensions.iter().zip(&plan.dimensions) {
            let chosen = match plan.take {
                Take::One(only) => {
                    plan.column.is_empty() && !plan.totals[only] && plan.totals.len() > 1
                }
                Take::Sum | Take::Roots => false,
            };
            let limited = plan
                .grouping
                .as_ref()
                .is_some_and(|grouping| grouping.pairs.iter().any(|(_, group)| group.is_empty()));
            if (chosen || limited) && !shared.contains(&plan.column) {
                self.note(
                    &table.name,
                    &[Remark::UnevenSelection(dimension.label.clone())],
                );
            }
        }
    }

    /// The table by itself, without some of its columns, as far as it tells more than the table of rates.
    fn own_table(&mut self, table: &ForeignTable, plan: &TablePlan, left_out: &[String]) {
        let keep = without(&kept(plan), left_out);
        let Some(mut gathered) = self.aggregate(table, plan, keep.as_deref()) else {
            return;
        };
        let turned = turned(&gathered);
        let has_ends = turned.as_ref().is_some_and(|name| {
            let cells = gathered.measure(name);
            cells.is_some_and(|cells| (0..cells.len()).any(|row| is_number(cells, row)))
        });
        let told = gathered.remarks.iter();
        let told = told.filter(|r| has_ends || !matches!(r, Remark::TurnOfYear(_)));
        let told: Vec<Remark> = told.cloned().collect();
        self.note(&table.name, &told);
        self.note(&table.name, &moves_within(table, plan));
        self.note(&table.name, &assumed_day(table, plan));
        self.note(&table.name, &projected(table, plan));
        let summed = gathered.remarks.iter().any(|remark| {
            matches!(remark, Remark::AddedUp(_, parts) if *parts > 1)
                || matches!(remark, Remark::PartsAddedUp(_))
        });
        if summed && !table.understood.sums_allowed {
            self.note(&table.name, &[Remark::SumsDiscouraged]);
        }
        if gathered.keys.is_empty() {
            // Where each dimension is given beside the totals of the others only, a whole has rows.
            if open_columns(plan).is_empty() {
                let problem = Problem::of_file(&table.name, ProblemKind::NoRows, "");
                self.problems.push(problem);
            }
            return;
        }
        // Rates come from their own table, which leaves out what has no denominator. A population by
        // itself needs both ends of the year as well.
        let is_flow = |name: &str| !name.starts_with("population");
        let planned = |name: &str| plan.measure(name).is_some();
        let stands_alone = has_ends
            && !plan
                .measures
                .iter()
                .any(|plan| roles::is_flow(&plan.column));
        gathered
            .measures
            .retain(|(name, _)| planned(name) || (stands_alone && !is_flow(name)));
        if stands_alone {
            let without = leave_out_without_end(&mut gathered);
            gathered.compact();
            if !without.is_empty() && !self.has_rate {
                let remark = Remark::PopulationWithoutEnd(without);
                self.note(&table.name, &[remark]);
            }
        }
        let flows = gathered.measures.iter().any(|(name, _)| is_flow(name));
        let stocks = gathered.measures.iter().any(|(name, _)| !is_flow(name));
        if flows && stocks && plan.measure("emigrations").is_some() {
            // Who moves in and out within a year is counted in neither population, so by itself one
            // of them does not belong beside the emigrations.
            let mut stocks = gathered.clone();
            stocks.measures.retain(|(name, _)| !is_flow(name));
            gathered.measures.retain(|(name, _)| is_flow(name));
            self.add(table, plan, gathered, "emigrations");
            self.add(table, plan, stocks, "population");
            return;
        }
        let base = match plan.measure("emigrations") {
            Some(_) => "emigrations",
            None => "population",
        };
        self.add(table, plan, gathered, base);
    }

    /// Refuses files with the same columns and measures that tell different things: a question would be answered
    /// from one of them, and nobody has said whether they are parts or versions of each other.
    fn versions(&mut self, used: &[(&ForeignTable, &TablePlan)]) {
        let columns = |plan: &TablePlan| {
            let mut columns = kept(plan);
            order::sort_by(&mut columns, &String::cmp);
            columns
        };
        let measured = |plan: &TablePlan, column: &str| plan.measure(column).is_some();
        for (at, (table, plan)) in used.iter().enumerate() {
            let earlier = used[..at].iter().find(|(_, known)| {
                let mut measures = roles::MEASURES.iter();
                columns(known) == columns(plan)
                    && measures.any(|name| measured(known, name) && measured(plan, name))
            });
            let Some((known, known_plan)) = earlier else {
                continue;
            };
            let (Some(one), Some(two)) = (
                self.aggregate(known, known_plan, None),
                self.aggregate(table, plan, None),
            ) else {
                return;
            };
            let is_same = one.columns == two.columns
                && one.keys == two.keys
                && two
                    .measures
                    .iter()
                    .all(|(name, cells)| one.measure(name).is_none_or(|known| known == cells));
            if !is_same {
                let kind = ProblemKind::Obstacle(Obstacle::SeveralVersions);
                self.problems
                    .push(Problem::of_file(&table.name, kind, &known.name));
            }
        }
    }

    /// Adds a table unless another one tells the same.
    fn add(&mut self, table: &ForeignTable, plan: &TablePlan, gathered: Aggregated, base: &str) {
        self.check(table, plan, &gathered);
        let told = self.tables.iter().any(|(_, known)| {
            let has_measures = gathered
                .measures
                .iter()
                .all(|(name, _)| known.measure(name).is_some());
            known.names() == gathered.names()
                && has_measures
                && known.keys.len() == gathered.keys.len()
        });
        if told {
            return;
        }
        let mut name = base.to_owned();
        let mut number = 2;
        while self.tables.iter().any(|(known, _)| *known == name) {
            name = format!("{base}_{number}");
            number += 1;
        }
        self.tables.push((name, gathered));
    }

    fn aggregate(
        &mut self,
        table: &ForeignTable,
        plan: &TablePlan,
        keep: Option<&[String]>,
    ) -> Option<Aggregated> {
        match aggregate(table, plan, keep) {
            Ok(gathered) => Some(gathered),
            Err(problems) => {
                for problem in problems {
                    if !self.problems.contains(&problem) {
                        self.problems.push(problem);
                    }
                }
                None
            }
        }
    }

    /// The rules of the contract, told of the file that the visitor knows.
    fn check(&mut self, table: &ForeignTable, plan: &TablePlan, gathered: &Aggregated) {
        let mut problems = Problems::new(&table.name);
        for column in &gathered.columns {
            let name = label_of(table, plan, &column.name);
            let is_ordinal = contract::ORDINALS.contains(&column.name.as_str());
            for (code, label) in column.codes.iter().zip(&column.labels) {
                if code.is_empty() {
                    problems.within(name, ProblemKind::CodeMissing, "");
                } else if is_ordinal && !csv_table::is_ordinal(code.as_bytes()) {
                    problems.within(name, ProblemKind::NotAnOrdinal, label);
                }
            }
        }
        let mut read: Vec<(usize, &Cells)> = Vec::new();
        for (name, cells) in &gathered.measures {
            read.extend(RowCells::place(name).map(|place| (place, cells)));
            let Some(at) = plan.measure(name) else {
                continue;
            };
            let is_count = measure_domain(name) == Some(Domain::Count);
            let wrong = |number: f64| match number {
                _ if number < 0.0 => Some(ProblemKind::Negative),
                _ if is_count && libm::trunc(number) != number => Some(ProblemKind::NotWhole),
                _ => None,
            };
            let wrong_cell = |cell: Cell| match cell {
                Cell::Number(number) => Some((number, wrong(number)?)),
                _ => None,
            };
            if (0..cells.len()).all(|row| wrong_cell(cells.get(row)).is_none()) {
                continue;
            }
            // The cells of the file itself tell more than their sums.
            let (scale, label) = (plan.measures[at].scale, &table.measures[at].label);
            let mut told = false;
            for row in 0..table.rows {
                let Cell::Number(number) = table.measures[at].cells.get(row) else {
                    continue;
                };
                let line = table.lines.of_cell(row, at);
                if let (Some(line), Some(kind)) = (line, wrong(scaled(number, scale))) {
                    problems.cell(line, label, kind, number.to_string());
                    told = true;
                }
            }
            for row in (0..cells.len()).filter(|_| !told) {
                if let Some((number, kind)) = wrong_cell(cells.get(row)) {
                    let found = format!("{number} ({})", gathered.labels(row).join(", "));
                    problems.within(label, kind, found);
                }
            }
        }
        let emigrations = plan.measure("emigrations");
        let label = emigrations.map_or("", |at| table.measures[at].label.as_str());
        for row in 0..gathered.keys.len() {
            let mut row_cells = RowCells::default();
            for (place, cells) in &read {
                row_cells.note(*place, cells.get(row));
            }
            let Some((number, kind)) = row_cells.contradiction() else {
                continue;
            };
            let found = format!("{number} ({})", gathered.labels(row).join(", "));
            let origin = gathered.origins[row] as usize;
            match emigrations.and_then(|at| table.lines.of_cell(origin, at)) {
                Some(line) => problems.cell(line, label, kind, found),
                None => problems.within(label, kind, found),
            }
        }
        for problem in problems.into_list() {
            if !self.problems.contains(&problem) {
                self.problems.push(problem);
            }
        }
    }

    /// More emigrations than inhabitants: one of the tables is in thousands.
    fn scale(&mut self, exposures: &ForeignTable, plan: &TablePlan, joined: &Aggregated) {
        let sum = |name: &str| {
            let cells = joined.measure(name);
            let rows = 0..cells.map_or(0, Cells::len);
            rows.fold(0.0, |sum, row| match cells.map(|cells| cells.get(row)) {
                Some(Cell::Number(number)) => sum + number,
                _ => sum,
            })
        };
        let measure = ["person_years", "population_jan1", "population_dec31"]
            .into_iter()
            .find(|name| plan.measure(name).is_some());
        let Some(measure) = measure else { return };
        let (events, base) = (sum("emigrations"), sum(measure));
        if events > base && events > 0.0 {
            let at = plan.measure(measure).unwrap_or(0);
            let found = format!("{events} / {base}");
            let problem = Problem::of_file(
                &exposures.name,
                ProblemKind::Obstacle(Obstacle::ScaleMismatch),
                found,
            )
            .in_column(&exposures.measures[at].label);
            self.problems.push(problem);
        }
    }

    fn note(&mut self, file: &str, remarks: &[Remark]) {
        for remark in remarks {
            let remark = (file.to_owned(), remark.clone());
            if !self.remarks.contains(&remark) {
                self.remarks.push(remark);
            }
        }
    }

    fn finish(self, tables: &[&ForeignTable], plan: &Plan) -> Result<Outcome, Vec<Problem>> {
        let mut dataset = Dataset {
            name: visible(&plan.name).into_owned(),
            title: Names::same(&plan.title),
            source: Names::same(&sources(tables)),
            ..Dataset::default()
        };
        let language = tables
            .first()
            .and_then(|table| table.understood.language.as_deref());
        for (name, gathered) in self.tables {
            let table = table_of(&name, gathered, &mut dataset, language);
            dataset.tables.push(Rc::new(table));
        }
        dataset
            .labels
            .iter_mut()
            .for_each(DimensionLabels::tell_apart);
        dataset.mapping = Mapping::of(tables, plan).write();
        Ok(Outcome {
            dataset,
            remarks: self.remarks,
            matched: self.matched,
            has_rate: self.has_rate,
        })
    }
}

/// The columns that are kept when some are left out; `None` when all are.
fn without(columns: &[String], left_out: &[String]) -> Option<Vec<String>> {
    let rest = columns.iter().filter(|column| !left_out.contains(column));
    (!left_out.is_empty()).then(|| rest.cloned().collect())
}

/// How much of a published whole is in none of its parts, over all rows of the measure that matters most.
fn rest(table: &ForeignTable, plan: &TablePlan, place: usize, whole: usize) -> Remark {
    let dimension = &table.dimensions[place];
    let planned = &plan.dimensions[place];
    let measured = plan.measure("emigrations");
    let measured = measured.or_else(|| {
        plan.measures
            .iter()
            .position(|plan| !plan.column.is_empty())
    });
    let (mut parts, mut all) = (0.0, 0.0);
    // Wholes of other dimensions are made up of the same numbers once more.
    let others = table.dimensions.iter().zip(&plan.dimensions).enumerate();
    let others: Vec<_> = others.filter(|(at, _)| *at != place).collect();
    let counts = |row: usize| {
        others.iter().all(|(_, (dimension, plan))| {
            let code = dimension.rows[row] as usize;
            match plan.take {
                Take::One(one) => code == one,
                Take::Sum | Take::Roots => !plan.totals[code],
            }
        })
    };
    if let Some(at) = measured {
        let scale = plan.measures[at].scale;
        for row in (0..table.rows).filter(|row| counts(*row)) {
            if let Cell::Number(number) = table.measures[at].cells.get(row) {
                let code = dimension.rows[row] as usize;
                match () {
                    () if code == whole => all += scaled(number, scale),
                    () if !planned.totals[code] => parts += scaled(number, scale),
                    () => {}
                }
            }
        }
    }
    let rest = (all - parts).max(0.0);
    let label = dimension.labels.get(whole).cloned().unwrap_or_default();
    Remark::Rest(dimension.label.clone(), label, rest as u64, all as u64)
}

/// Which numbers are of years to come.
fn projected(table: &ForeignTable, plan: &TablePlan) -> Vec<Remark> {
    let planned = table.measures.iter().zip(&plan.measures);
    let used = planned.filter(|(_, plan)| !plan.column.is_empty());
    let projected = used.filter(|(measure, _)| roles::is_projection(table, measure));
    projected
        .map(|(measure, _)| Remark::Projected(measure.label.clone()))
        .collect()
}

/// What is to be known of emigrations that may count moves within the country.
fn moves_within(table: &ForeignTable, plan: &TablePlan) -> Vec<Remark> {
    let Some(at) = plan.measure("emigrations") else {
        return Vec::new();
    };
    let measure = &table.measures[at];
    let label = &measure.label;
    if roles::counted(table, measure) != Some(Kind::OutSomewhere) {
        return Vec::new();
    }
    let mut remarks = vec![Remark::MovesWithin(label.clone())];
    let names = table.dimensions.iter().map(|dimension| &dimension.label);
    let regions = names.filter(|name| words::names_region(name));
    remarks.extend(regions.map(|name| Remark::MovesBetween(name.clone())));
    remarks
}

/// Leaves out the years for which the end that another year lends is nowhere, and gives them.
fn leave_out_without_end(gathered: &mut Aggregated) -> Vec<String> {
    let (Some(name), Some(at)) = (turned(gathered), gathered.column("year")) else {
        return Vec::new();
    };
    let Some(cells) = gathered.measure(&name) else {
        return Vec::new();
    };
    let mut has_end = vec![false; gathered.columns[at].codes.len()];
    for (row, code) in gathered.codes(at).enumerate() {
        has_end[code as usize] |= cells.get(row) != Cell::Missing;
    }
    let codes = gathered.columns[at].codes.iter().zip(&has_end);
    let without: Vec<String> = codes
        .filter(|(_, has_end)| !**has_end)
        .map(|(code, _)| code.clone())
        .collect();
    if !without.is_empty() {
        let rows = gathered.codes(at).map(|code| has_end[code as usize]);
        let rows: Vec<bool> = rows.collect();
        gathered.retain(&rows);
    }
    without
}

/// The end of the year that another year lends.
fn turned(gathered: &Aggregated) -> Option<String> {
    gathered.remarks.iter().find_map(|remark| match remark {
        Remark::TurnOfYear(name) => Some(name.clone()),
        _ => None,
    })
}

fn is_number(cells: &Cells, row: usize) -> bool {
    matches!(cells.get(row), Cell::Number(_))
}

/// A table of the contract, its codes in the order in which its rows have them, as they are when it is
/// written and read again.
fn table_of(
    name: &str,
    gathered: Aggregated,
    dataset: &mut Dataset,
    language: Option<&str>,
) -> Table {
    label(dataset, &gathered, language);
    let mut dimensions = Vec::with_capacity(gathered.columns.len());
    for (at, column) in gathered.columns.iter().enumerate() {
        let mut places = vec![u32::MAX; column.codes.len()];
        let mut codes = Vec::with_capacity(column.codes.len());
        let rows = gathered.codes(at).map(|code| {
            let place = &mut places[code as usize];
            if *place == u32::MAX {
                *place = codes.len() as u32;
                codes.push(column.codes[code as usize].clone());
            }
            *place
        });
        let rows = rows.collect();
        dimensions.push(Dimension {
            name: column.name.clone(),
            codes,
            rows,
            additive: column.additive.clone(),
        });
    }
    let rows = gathered.keys.len();
    let mark = |is_broken: &bool| match is_broken {
        true => Mark::Break.letter().to_string().into_boxed_str(),
        false => Box::default(),
    };
    let flags = (!gathered.breaks.is_empty()).then(|| Flags {
        column: FLAG_COLUMNS[0].to_owned(),
        rows: gathered.breaks.iter().map(mark).collect(),
    });
    let measures = gathered.measures.into_iter();
    Table {
        name: name.to_owned(),
        dimensions,
        measures: measures
            .map(|(name, cells)| MeasureColumn {
                name,
                cells,
                rounding: None,
                perturbed: None,
            })
            .collect(),
        rows,
        coverage: Coverage::default(),
        flags,
        absent_is_zero: false,
        breaks: Vec::new(),
    }
}

/// The publisher's labels, where they say more than the codes. Groups of the contract get the
/// labels of the contract.
fn label(dataset: &mut Dataset, gathered: &Aggregated, language: Option<&str>) {
    for column in &gathered.columns {
        if matches!(column.name.as_str(), "year" | "age") {
            continue;
        }
        let place = dataset
            .labels
            .iter()
            .position(|labels| labels.dimension == column.name);
        let place = place.unwrap_or_else(|| {
            dataset.labels.push(DimensionLabels {
                dimension: column.name.clone(),
                labels: Vec::new(),
            });
            dataset.labels.len() - 1
        });
        let known = &mut dataset.labels[place].labels;
        let mut there = Dictionary::default();
        for label in known.iter() {
            there.code(&label.code);
        }
        for (code, text) in column.codes.iter().zip(&column.labels) {
            if (there.code(code) as usize) < known.len() {
                continue;
            }
            let name = match labels::category(&column.name, code) {
                Some(known) => {
                    let [nb, nn, en] = known.map(str::to_owned);
                    Names { nb, nn, en }
                }
                None => {
                    let mut name = Names::default();
                    *match language {
                        Some("en") => &mut name.en,
                        Some("nn") => &mut name.nn,
                        _ => &mut name.nb,
                    } = text.clone();
                    name
                }
            };
            known.push(Label {
                code: code.clone(),
                name,
                short: Names::default(),
            });
        }
    }
}

/// A few values of a list.
fn few_of(values: &[String]) -> String {
    const SHOWN: usize = 4;
    let more = if values.len() > SHOWN { " …" } else { "" };
    values[..values.len().min(SHOWN)].join(", ") + more
}

fn sources(tables: &[&ForeignTable]) -> String {
    let names: Vec<&str> = tables
        .iter()
        .map(|table| table.name.rsplit('/').next().unwrap_or(&table.name))
        .collect();
    names.join("; ")
}

/// Why two tables have no row in common: the dimensions that have no value in common, each with some
/// values of both tables, or else that their values never go together.
fn nothing_matched(
    file: &str,
    report: &Match,
    (first, second): (&Aggregated, &Aggregated),
    names: impl Fn(&str) -> String,
) -> Vec<Problem> {
    let values = |gathered: &Aggregated, column: &str| -> Vec<String> {
        let at = gathered.column(column);
        at.map_or(Vec::new(), |at| gathered.columns[at].labels.clone())
    };
    let told = |column: &str, name: &str, of: Obstacle| {
        let sides = [first, second].map(|side| few_of(&values(side, column)));
        Problem::of_file(file, ProblemKind::Obstacle(of), sides.join(" / ")).in_column(name)
    };
    let only = |list: &[(String, Vec<String>)], column: &str| {
        let found = list.iter().find(|(name, _)| name == column);
        found.map_or(0, |(_, values)| values.len())
    };
    let apart = report.on.iter().filter(|column| {
        let count = values(first, column).len();
        count > 0 && only(&report.only_first, column) == count
    });
    let problems: Vec<Problem> = apart
        .map(|column| told(column, &names(column), Obstacle::NothingMatched))
        .collect();
    if !problems.is_empty() {
        return problems;
    }
    let all: Vec<String> = report.on.iter().map(|column| names(column)).collect();
    let lists = [&report.only_first, &report.only_second].map(|list| {
        let values = list.iter().flat_map(|(_, values)| values.iter().take(3));
        values.cloned().collect::<Vec<String>>().join(", ")
    });
    let kind = ProblemKind::Obstacle(Obstacle::NeverTogether);
    vec![Problem::of_file(file, kind, lists.join(" / ")).in_column(&all.join(", "))]
}

/// The visitor's name of the dimension that becomes a column.
fn label_of<'a>(table: &'a ForeignTable, plan: &TablePlan, column: &'a str) -> &'a str {
    let mut dimensions = table.dimensions.iter().zip(&plan.dimensions);
    let found = dimensions.find(|(_, plan)| plan.column == column);
    found.map_or(column, |(dimension, _)| dimension.label.as_str())
}

/// Which population was taken for that of 1 January though nothing says so.
fn assumed_day(table: &ForeignTable, plan: &TablePlan) -> Vec<Remark> {
    let Some(at) = plan.measure("population_jan1") else {
        return Vec::new();
    };
    let measure = &table.measures[at];
    match roles::day_of(table, measure) {
        Some(_) => Vec::new(),
        None if plan.measures[at].is_settled => Vec::new(),
        None => vec![Remark::AssumedDay(measure.label.clone())],
    }
}

/// Whether a measure of a plan is one that rates need.
pub fn lacks(plan: &Plan) -> (bool, bool) {
    let has = |wanted: fn(&str) -> bool| {
        plan.tables
            .iter()
            .flat_map(|table| &table.measures)
            .any(|measure| wanted(&measure.column))
    };
    (
        !has(|column| column == "emigrations"),
        !has(roles::is_exposure),
    )
}

/// Why nothing of a data set can be shown: there is a population, but at one end of each year only,
/// and nothing else. `None` when some number remains.
pub fn nothing_to_show(
    tables: &[&ForeignTable],
    plan: &Plan,
    dataset: &Dataset,
) -> Option<Problem> {
    let shows = |table: &Table| {
        let measures = || table.measures.iter();
        let end = |name: &str| measures().find(|m| m.name == name).map(|m| &m.cells);
        let ends = end("population_jan1").zip(end("population_dec31"));
        let has_both = |(jan1, dec31): (&Cells, &Cells)| {
            (0..table.rows).any(|row| is_number(jan1, row) && is_number(dec31, row))
        };
        let mut counted = measures().filter(|m| !m.name.starts_with("population"));
        counted.any(|m| (0..table.rows).any(|row| is_number(&m.cells, row)))
            || ends.is_some_and(has_both)
    };
    if dataset.tables.iter().any(|table| shows(table)) {
        return None;
    }
    let mut planned = tables.iter().zip(&plan.tables);
    let (table, plan) = planned.find(|(_, plan)| plan.has_exposure())?;
    let at = plan
        .measures
        .iter()
        .position(|plan| roles::is_exposure(&plan.column))?;
    let mut dimensions = table.dimensions.iter().zip(&plan.dimensions);
    let periods = dimensions
        .find(|(_, plan)| plan.column == "year")
        .map_or(&[][..], |(dimension, _)| &dimension.codes);
    let found = match periods {
        [] => String::new(),
        [only] => only.clone(),
        [first, .., last] => format!("{first} … {last}"),
    };
    let has_turn = dataset
        .tables
        .iter()
        .flat_map(|table| &table.measures)
        .any(|measure| (0..measure.cells.len()).any(|row| is_number(&measure.cells, row)));
    let told = match has_turn {
        true => Obstacle::OneDate,
        false => Obstacle::NoTurn,
    };
    let problem = Problem::of_file(&table.name, ProblemKind::Obstacle(told), found);
    Some(problem.in_column(&table.measures[at].label))
}
