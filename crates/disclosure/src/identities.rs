//! Everything that must be true of published numbers, as equations of the hidden ones.

use std::collections::{BTreeMap, BTreeSet};

use super::tables::{Cell, Derived, Place, Table};

/// A number that is not published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unknown {
    /// A hidden cell.
    Cell(Place),
    /// What is left of the moves of a row without those who came back: never below zero.
    Rest(Place),
}

/// A sum of unknowns, each with its factor, that equals a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equation {
    /// Positions of unknowns and their factors.
    pub terms: Vec<(usize, i64)>,
    /// What they come to.
    pub value: i64,
}

/// All that an attacker knows of hidden numbers. None is below zero, and all are whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct System {
    /// The unknowns.
    pub unknowns: Vec<Unknown>,
    /// What is known of them.
    pub equations: Vec<Equation>,
    /// Tables whose published sums differ, and by how much.
    pub contradictions: Vec<(usize, usize, i64)>,
}

/// Measures of those who came back, which are part of the moves in their row.
const RETURNED: [&str; 2] = ["returned_5y", "returned"];

/// Collects equations.
struct Collector<'a> {
    tables: &'a [Table],
    places: BTreeMap<Unknown, usize>,
    system: System,
    seen: BTreeSet<(Vec<(usize, i64)>, i64)>,
}

/// Writes down what must be true of the tables.
pub fn identities(tables: &[Table], derived: &[Derived]) -> System {
    let mut collector = Collector {
        tables,
        places: BTreeMap::new(),
        system: System::default(),
        seen: BTreeSet::new(),
    };
    // Every hidden cell is an unknown, also one that no equation holds.
    for (at, table) in tables.iter().enumerate() {
        for (measure, (_, cells)) in table.measures.iter().enumerate() {
            for row in (0..cells.len()).filter(|row| cells[*row] == Cell::Hidden) {
                collector.unknown(Unknown::Cell(Place {
                    table: at,
                    measure,
                    row,
                }));
            }
        }
    }
    for (at, table) in tables.iter().enumerate() {
        collector.within_rows(at, table);
        collector.over_new_year(at, table);
        collector.over_years_since(at, table);
        for (other, second) in tables.iter().enumerate().skip(at + 1) {
            for (name, _) in &table.measures {
                if second.measure(name).is_some() {
                    collector.between(at, other, name, derived);
                }
            }
        }
    }
    collector.system
}

impl Collector<'_> {
    fn unknown(&mut self, unknown: Unknown) -> usize {
        let next = self.system.unknowns.len();
        let place = *self.places.entry(unknown).or_insert(next);
        if place == next {
            self.system.unknowns.push(unknown);
        }
        place
    }

    /// Takes over that a sum of cells is zero. Nothing is known where one of them has no number.
    fn zero(&mut self, cells: &[(Place, i64)], rest: Option<Unknown>) {
        let mut terms: BTreeMap<usize, i64> = BTreeMap::new();
        let mut value = 0;
        for (place, factor) in cells {
            match self.tables[place.table].measures[place.measure].1[place.row] {
                Cell::Number(number) => value -= factor * number,
                Cell::Hidden => {
                    let at = self.unknown(Unknown::Cell(*place));
                    *terms.entry(at).or_default() += factor;
                }
                Cell::Absent => return,
            }
        }
        terms.retain(|_, factor| *factor != 0);
        if terms.is_empty() {
            if let (Some((one, _)), Some((other, _)), None) = (cells.first(), cells.last(), rest)
                && value != 0
            {
                self.system
                    .contradictions
                    .push((one.table, other.table, value));
            }
            return;
        }
        if let Some(rest) = rest {
            let at = self.unknown(rest);
            terms.insert(at, -1);
        }
        let terms: Vec<(usize, i64)> = terms.into_iter().collect();
        if self.seen.insert((terms.clone(), value)) {
            self.system.equations.push(Equation { terms, value });
        }
    }

    /// Within a row: twice the person-years are both populations, and who came back had moved.
    fn within_rows(&mut self, at: usize, table: &Table) {
        let place = |name: &str, row: usize| {
            let measure = table.measure(name)?;
            Some(Place {
                table: at,
                measure,
                row,
            })
        };
        for row in 0..table.rows.len() {
            let ends = ["population_jan1", "population_dec31"].map(|name| place(name, row));
            if let (Some(years), [Some(first), Some(last)]) = (place("person_years", row), ends) {
                self.zero(&[(years, 1), (first, -1), (last, -1)], None);
            }
            for name in RETURNED {
                if let (Some(moves), Some(back)) = (place("emigrations", row), place(name, row)) {
                    self.zero(&[(moves, 1), (back, -1)], Some(Unknown::Rest(back)));
                }
            }
        }
    }

    /// The residents of 31 December are, a year older, those of the next 1 January. Levels of education may
    /// have changed meanwhile.
    fn over_new_year(&mut self, at: usize, table: &Table) {
        let measures = ["population_jan1", "population_dec31"].map(|name| table.measure(name));
        let columns = ["year", "age"].map(|name| table.dimension(name));
        let ([Some(first), Some(last)], [Some(year), Some(age)]) = (measures, columns) else {
            return;
        };
        if table.dimension("education").is_some() {
            return;
        }
        let key = |row: usize, later: i32| -> Option<Vec<String>> {
            let columns = 0..table.dimensions.len();
            let codes = columns.map(|column| {
                let code = table.code(row, column);
                match column == year || column == age {
                    true => Some(code.parse::<i32>().ok()?.checked_add(later)?.to_string()),
                    false => Some(code.to_owned()),
                }
            });
            codes.collect()
        };
        let rows = (0..table.rows.len()).filter_map(|row| Some((key(row, 0)?, row)));
        let rows: BTreeMap<Vec<String>, usize> = rows.collect();
        for row in 0..table.rows.len() {
            if let Some(next) = key(row, 1).and_then(|key| rows.get(&key)) {
                let end = Place {
                    table: at,
                    measure: last,
                    row,
                };
                let start = Place {
                    table: at,
                    measure: first,
                    row: *next,
                };
                self.zero(&[(end, 1), (start, -1)], None);
            }
        }
    }

    /// Those who are followed are the same after any number of years.
    fn over_years_since(&mut self, at: usize, table: &Table) {
        let (Some(since), Some(measure)) =
            (table.dimension("years_since"), table.measure("emigrations"))
        else {
            return;
        };
        let mut first: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
        for row in 0..table.rows.len() {
            let mut key = table.rows[row].clone();
            key.remove(since);
            let before = *first.entry(key).or_insert(row);
            if before != row {
                let place = |row: usize| Place {
                    table: at,
                    measure,
                    row,
                };
                self.zero(&[(place(before), 1), (place(row), -1)], None);
            }
        }
    }

    /// Two tables of one measure have the same sums over what both know, wherever both cover the same.
    fn between(&mut self, one: usize, other: usize, measure: &str, derived: &[Derived]) {
        let (first, second) = (&self.tables[one], &self.tables[other]);
        let Some(common) = common(first, second, derived) else {
            return;
        };
        let (Some(in_first), Some(in_second)) = (first.measure(measure), second.measure(measure))
        else {
            return;
        };
        let mut sums: BTreeMap<Vec<&str>, Vec<(Place, i64)>> = BTreeMap::new();
        for (table, at, measure, factor) in
            [(first, one, in_first, 1), (second, other, in_second, -1)]
        {
            for row in 0..table.rows.len() {
                if let Some(key) = common.key(table, row) {
                    sums.entry(key).or_default().push((
                        Place {
                            table: at,
                            measure,
                            row,
                        },
                        factor,
                    ));
                }
            }
        }
        let both = |cells: &[(Place, i64)]| {
            [one, other]
                .iter()
                .all(|at| cells.iter().any(|(p, _)| p.table == *at))
        };
        let sums: Vec<Vec<(Place, i64)>> = sums.into_values().filter(|cells| both(cells)).collect();
        for cells in sums {
            self.zero(&cells, None);
        }
    }
}

/// How two tables are compared.
struct Common<'a> {
    /// Dimensions of both, with their codes in both.
    keys: Vec<(&'a str, BTreeSet<&'a str>)>,
    /// What else must hold of a row: the codes that count of a dimension.
    only: Vec<(&'a str, BTreeSet<&'a str>)>,
    derived: &'a [Derived],
}

impl<'a> Common<'a> {
    /// The common codes of a row; `None` when it does not count.
    fn key(&self, table: &'a Table, row: usize) -> Option<Vec<&'a str>> {
        for (name, codes) in &self.only {
            if let Some(column) = table.dimension(name)
                && !codes.contains(table.code(row, column))
            {
                return None;
            }
        }
        let keys = self.keys.iter().map(|(name, codes)| {
            let code = code_of(table, row, name, self.derived)?;
            codes.contains(code).then_some(code)
        });
        keys.collect()
    }
}

/// The code of a row in a dimension, its own or one that follows from another.
fn code_of<'a>(
    table: &'a Table,
    row: usize,
    name: &str,
    derived: &'a [Derived],
) -> Option<&'a str> {
    if let Some(column) = table.dimension(name) {
        return Some(table.code(row, column));
    }
    derived.iter().filter(|one| one.to == name).find_map(|one| {
        let fine = table.code(row, table.dimension(&one.from)?);
        let (_, coarse) = one.codes.iter().find(|(from, _)| from == fine)?;
        Some(coarse.as_str())
    })
}

/// The codes that a table has of a dimension, its own or one that follows from another.
fn codes_of<'a>(table: &'a Table, name: &str, derived: &'a [Derived]) -> Option<BTreeSet<&'a str>> {
    if let Some(column) = table.dimension(name) {
        return Some(
            table.dimensions[column]
                .codes
                .iter()
                .map(String::as_str)
                .collect(),
        );
    }
    derived.iter().filter(|one| one.to == name).find_map(|one| {
        let fine = &table.dimensions[table.dimension(&one.from)?].codes;
        // A coarser code is whole only with all of its finer ones.
        let is_whole = |coarse: &str| {
            one.codes
                .iter()
                .filter(|(_, to)| to == coarse)
                .all(|(from, _)| fine.contains(from))
        };
        let coarse = one.codes.iter().map(|(_, to)| to.as_str());
        Some(coarse.filter(|to| is_whole(to)).collect())
    })
}

/// How two tables compare, or `None` when they are of different things.
fn common<'a>(one: &'a Table, other: &'a Table, derived: &'a [Derived]) -> Option<Common<'a>> {
    // The same move stands in as many rows as there are years since.
    let repeats = |table: &Table| table.dimension("years_since").is_some();
    if repeats(one) != repeats(other) {
        return None;
    }
    let mut common = Common {
        keys: Vec::new(),
        only: Vec::new(),
        derived,
    };
    let mut names: Vec<&str> = Vec::new();
    for column in one.dimensions.iter().chain(&other.dimensions) {
        if !names.contains(&column.name.as_str()) {
            names.push(&column.name);
        }
    }
    for name in names {
        match (codes_of(one, name, derived), codes_of(other, name, derived)) {
            (Some(first), Some(second)) => {
                common
                    .keys
                    .push((name, first.intersection(&second).copied().collect()));
            }
            // Summed over in one table: the other one covers some or all of its codes.
            (Some(codes), None) => common
                .only
                .extend(summed(name, &codes, one, other, derived)?),
            (None, Some(codes)) => common
                .only
                .extend(summed(name, &codes, other, one, derived)?),
            (None, None) => {}
        }
    }
    // What neither has as a column must be covered alike.
    let covered = one
        .coverage
        .iter()
        .chain(&other.coverage)
        .map(|(name, _)| name.as_str());
    for name in covered {
        let is_column = |table: &Table| codes_of(table, name, derived).is_some();
        if !is_column(one) && !is_column(other) {
            let set = |table: &'a Table| -> Option<BTreeSet<&'a str>> {
                Some(table.covered(name)?.iter().map(String::as_str).collect())
            };
            if set(one) != set(other) {
                return None;
            }
        }
    }
    Some(common)
}

/// The codes of `from` that are summed over to compare it with `to`, which has no such column.
fn summed<'a>(
    name: &'a str,
    codes: &BTreeSet<&'a str>,
    from: &'a Table,
    to: &'a Table,
    derived: &'a [Derived],
) -> Option<Option<(&'a str, BTreeSet<&'a str>)>> {
    // A coarser dimension that is no column of its own is summed with the finer one.
    let own = from.dimension(name).is_some();
    // The finer dimension is summed within the codes of the coarser one, which are compared.
    let coarser = derived
        .iter()
        .any(|one| one.from == name && to.dimension(&one.to).is_some());
    if !own || coarser {
        return Some(None);
    }
    match to.covered(name) {
        None => Some(None),
        Some(covered) => {
            let covered: BTreeSet<&str> = covered.iter().map(String::as_str).collect();
            covered.is_subset(codes).then_some(Some((name, covered)))
        }
    }
}
