//! Whether numbers may be added up over the codes of a dimension, and which codes stand for it where
//! nothing is asked of it.
//!
//! May live here: what a table says of its dimensions, declared or found. May not: how foreign tables
//! come to say it; that is the business of `mapping`.

use std::cell::OnceCell;

use super::cell::{Cell, Cells};
use super::contract::{DIMENSIONS, ORDINALS};
use super::dataset::DimensionLabels;
use super::descriptor::Field;
use super::dictionary::Dictionary;
use super::table::{Dimension, Table};
use kernels::Texts;
use vocabulary::kinds;
use vocabulary::words::{are_sexes, is_total, is_total_code};

/// Whether numbers may be added up over the codes of a dimension.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Additivity {
    /// The codes make up the whole, each part of it once.
    #[default]
    Parts,
    /// No code counts what another one counts, but together they are less than the whole.
    Incomplete,
    /// Nobody has said.
    Unknown,
    /// The codes are not parts of anything: kinds of measure, units, alternatives.
    NotParts,
}

impl Additivity {
    /// Each of them.
    const ALL: [Additivity; 4] = [
        Additivity::Parts,
        Additivity::Incomplete,
        Additivity::Unknown,
        Additivity::NotParts,
    ];

    /// The word for it in the description of a package.
    pub fn name(self) -> &'static str {
        match self {
            Additivity::Parts => "parts",
            Additivity::Incomplete => "incomplete",
            Additivity::Unknown => "unknown",
            Additivity::NotParts => "not_parts",
        }
    }

    /// The word for it in the JavaScript API, which tells only whether the sum of all codes is the whole.
    pub fn told(self) -> &'static str {
        match self {
            Additivity::Incomplete => Additivity::NotParts.name(),
            other => other.name(),
        }
    }

    /// From its word in the description of a package.
    pub fn from_name(name: &str) -> Option<Additivity> {
        Additivity::ALL.into_iter().find(|one| one.name() == name)
    }

    /// Whether several codes that are asked for together may be added up.
    pub fn can_pool(self) -> bool {
        self <= Additivity::Incomplete
    }
}

/// How the codes of a dimension add up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Additive {
    /// Whether numbers may be added up over the codes.
    pub codes: Additivity,
    /// The same for some measures, where it is otherwise than for the rest.
    pub of_measures: Vec<(String, Additivity)>,
    /// The codes that answer where nothing is asked of the dimension: a published total, or the one value
    /// taken of those that are no parts. Empty: every code that is no sum.
    pub whole: Vec<String>,
    /// Codes that add up others. They never stand beside these.
    pub sums: Vec<String>,
}

impl Additive {
    /// Whether numbers of all these measures may be added up.
    pub fn of(&self, measures: &[&str]) -> Additivity {
        let of_one = |measure: &&str| {
            let own = self.of_measures.iter().find(|(name, _)| name == measure);
            own.map_or(self.codes, |(_, additivity)| *additivity)
        };
        let worst = measures.iter().map(of_one).max();
        worst.unwrap_or(self.codes)
    }

    /// Whether a code adds up others.
    pub fn is_sum(&self, code: &str) -> bool {
        self.sums.iter().any(|sum| sum == code)
    }
}

/// Numbers so far apart are the same: they were added up in another order.
const NEAR: f64 = 1e-6;

/// So many sums must agree before numbers alone make a total.
const AGREEING: usize = 3;

/// Settles how the dimensions of a table of the contract add up: as its description says, else by what
/// its codes and numbers show. A dimension of the contract has parts unless something shows that it has not.
pub fn settle(table: &mut Table, fields: &[Field], labels: &[DimensionLabels]) {
    // Of no use to most tables.
    let sums = OnceCell::new();
    for place in 0..table.dimensions.len() {
        let name = table.dimensions[place].name.clone();
        let declared = fields.iter().find(|field| field.name == name);
        let declared = declared.and_then(|field| field.additive.clone());
        let additive = match declared {
            Some(declared) => declared,
            None if ORDINALS.contains(&name.as_str()) => continue,
            None => {
                let labels = labels.iter().find(|known| known.dimension == name);
                found(table, place, labels, &|| {
                    sums.get_or_init(|| Sums::of(table))
                })
            }
        };
        table.dimensions[place].additive = additive;
    }
}

/// How a dimension adds up, as far as its codes and numbers show it.
fn found<'a>(
    table: &Table,
    place: usize,
    labels: Option<&DimensionLabels>,
    sums: &dyn Fn() -> &'a Sums,
) -> Additive {
    let dimension = &table.dimensions[place];
    let mut shown: Vec<&str> = dimension.codes.iter().map(String::as_str).collect();
    let places = Dictionary::of(&dimension.codes);
    for label in labels.iter().flat_map(|known| &known.labels) {
        let given = [&label.name.en, &label.name.nb, &label.name.nn];
        let given = given.into_iter().find(|name| !name.is_empty());
        if let (Some(name), Some(place)) = (given, places.find(label.code.as_bytes())) {
            shown[place as usize] = name;
        }
    }
    // The dimensions of the contract divide people, whatever words their codes are named by.
    let is_of_contract = DIMENSIONS.contains(&dimension.name.as_str());
    if !is_of_contract && kinds::are_kinds(&dimension.name, &shown) {
        return Additive {
            codes: Additivity::NotParts,
            ..Additive::default()
        };
    }
    let among_sexes = are_sexes(&dimension.codes);
    let says_so = |at: &usize| {
        let code = &dimension.codes[*at];
        is_total_code(code, among_sexes) || is_total(shown[*at]) || is_total(code)
    };
    let said: Vec<usize> = (0..shown.len()).filter(says_so).collect();
    let total = match said[..] {
        [] => return by_numbers(table, place, sums),
        [only] if shown.len() > 1 => only,
        // A column of nothing but totals is one that says nothing.
        _ if said.len() == shown.len() => return Additive::default(),
        [first, ..] => first,
    };
    let is_reached = said.len() == 1 && is_reached(table, place, total, sums());
    let sums: Vec<String> = said.iter().map(|at| dimension.codes[*at].clone()).collect();
    Additive {
        codes: match is_reached {
            true => Additivity::Parts,
            false => Additivity::Incomplete,
        },
        of_measures: Vec::new(),
        whole: vec![dimension.codes[total].clone()],
        sums,
    }
}

/// Rows that differ in one dimension alone belong to one group.
struct Groups {
    /// The rows that were looked at, and the group of each.
    rows: Vec<(u32, u32)>,
    /// More than any number of a group.
    count: usize,
}

/// For each row a sum over its dimensions, from which the part of one of them can be taken away again: rows that agree
/// in all others then have the same. Made once for a table, since each of its dimensions asks for it.
struct Sums {
    of_rows: Vec<u128>,
}

/// Scatters a code of a dimension over so many numbers that two sums are the same by chance nowhere.
pub(crate) fn scattered(place: usize, code: u32) -> u128 {
    let half = |seed: u64| {
        let mut mixed = ((place as u64) << 32 | u64::from(code)).wrapping_add(seed);
        for factor in [0xbf58_476d_1ce4_e5b9, 0x94d0_49bb_1331_11eb] {
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(factor);
        }
        u128::from(mixed ^ (mixed >> 31))
    };
    half(0x9e37_79b9_7f4a_7c15) << 64 | half(0x3c6e_f372_fe94_f82a)
}

impl Sums {
    fn of(table: &Table) -> Sums {
        let mut of_rows = vec![0_u128; table.rows];
        for (place, dimension) in table.dimensions.iter().enumerate() {
            let parts = Sums::parts(place, dimension);
            for (row, sum) in of_rows.iter_mut().enumerate() {
                *sum = sum.wrapping_add(parts[dimension.rows.get(row) as usize]);
            }
        }
        Sums { of_rows }
    }

    /// What each code of a dimension adds.
    fn parts(place: usize, dimension: &Dimension) -> Vec<u128> {
        let codes = 0..dimension.codes.len() as u32;
        codes.map(|code| scattered(place, code)).collect()
    }

    /// What is left of each row without one of the dimensions.
    fn without(&self, place: usize, dimension: &Dimension) -> impl Fn(usize) -> u128 {
        let parts = Sums::parts(place, dimension);
        move |row| self.of_rows[row].wrapping_sub(parts[dimension.rows.get(row) as usize])
    }
}

impl Groups {
    /// The groups of all rows, or those that some rows are in.
    fn of(table: &Table, place: usize, sums: &Sums, some: Option<&[usize]>) -> Groups {
        let left = sums.without(place, &table.dimensions[place]);
        let mut known = Texts::default();
        let mut rows = Vec::new();
        match some {
            Some(some) => {
                // Nearly all rows are in none of them, which the last bits tell.
                let mut ends = vec![false; 1 << 16];
                for row in some {
                    let key = left(*row);
                    ends[usize::from(key as u16)] = true;
                    known.number(&key.to_le_bytes());
                }
                for row in 0..table.rows {
                    let key = left(row);
                    if ends[usize::from(key as u16)] {
                        let group = known.find(&key.to_le_bytes());
                        rows.extend(group.map(|group| (row as u32, group)));
                    }
                }
            }
            None => {
                let all = 0..table.rows;
                rows.extend(all.map(|row| (row as u32, known.number(&left(row).to_le_bytes()))));
            }
        }
        let count = rows.iter().map(|(_, group)| *group as usize + 1).max();
        Groups {
            rows,
            count: count.unwrap_or(0),
        }
    }
}

/// What stands in a group of rows for one measure.
#[derive(Clone, Copy, Default)]
struct Group {
    rows: usize,
    /// The sum of the numbers.
    sum: f64,
    /// How many cells are known: numbers, and those that cannot be.
    known: usize,
    /// How many numbers are above zero.
    positive: usize,
    /// The total, where it has a row.
    total: Option<Cell>,
}

/// Whether the parts reach a total wherever it is given, and are there wherever it is not.
fn is_reached(table: &Table, place: usize, total: usize, sums: &Sums) -> bool {
    let dimension = &table.dimensions[place];
    let parts = dimension.codes.len() - 1;
    let groups = Groups::of(table, place, sums, None);
    table.measures.iter().all(|measure| {
        let mut found = vec![Group::default(); groups.count];
        for (row, group) in &groups.rows {
            let (row, group) = (*row as usize, &mut found[*group as usize]);
            let cell = measure.cells.get(row);
            group.rows += 1;
            match cell {
                _ if dimension.rows.get(row) as usize == total => group.total = Some(cell),
                Cell::Number(number) => {
                    group.sum += number;
                    group.known += 1;
                }
                Cell::NotApplicable => group.known += 1,
                Cell::Missing | Cell::Suppressed => {}
            }
        }
        let step = measure.rounding.map_or(0.0, |rounding| rounding.step);
        let mut found = found.iter().filter(|group| group.rows > 0);
        found.all(|group| match group.total {
            Some(Cell::Number(whole)) => {
                let near = NEAR * whole.abs().max(1.0) + step / 2.0 * (group.known + 1) as f64;
                (whole - group.sum).abs() <= near
            }
            // Without a total the parts must all be there to stand for it.
            Some(_) => false,
            None => group.known == parts,
        })
    })
}

/// The codes that may be the sum of all others, as far as groups of rows show it.
struct Candidates {
    codes: Vec<bool>,
    /// In how many groups of several parts each of them is the sum.
    agreeing: Vec<usize>,
    left: usize,
}

impl Candidates {
    /// Looks at the cells of a measure in groups.
    fn look(&mut self, dimension: &Dimension, cells: &Cells, groups: &Groups) {
        let mut found = vec![Group::default(); groups.count];
        let numbers = || {
            groups
                .rows
                .iter()
                .filter_map(|(row, group)| match cells.get(*row as usize) {
                    Cell::Number(number) => Some((*row as usize, *group as usize, number)),
                    _ => None,
                })
        };
        for (_, group, number) in numbers() {
            let group = &mut found[group];
            group.sum += number;
            group.known += 1;
            group.positive += usize::from(number > 0.0);
        }
        for (row, group, number) in numbers() {
            if self.left == 0 {
                return;
            }
            let group = &found[group];
            if group.known < self.codes.len() {
                // What is not wholly given neither shows a total nor speaks against it.
                continue;
            }
            let code = dimension.rows.get(row) as usize;
            let agrees = (2.0 * number - group.sum).abs() <= NEAR * group.sum.abs().max(1.0);
            if !agrees && std::mem::replace(&mut self.codes[code], false) {
                self.left -= 1;
            }
            self.agreeing[code] += usize::from(agrees && group.positive >= 3);
        }
    }
}

/// A code that is the sum of all others in every row, though nothing says that it is a total.
fn by_numbers<'a>(table: &Table, place: usize, sums: &dyn Fn() -> &'a Sums) -> Additive {
    /// So many groups are looked at first: nearly always they show that there is no total.
    const PROBED: usize = 64;
    let dimension = &table.dimensions[place];
    let codes = dimension.codes.len();
    let counted = table.measures.iter().filter(|measure| {
        use super::contract::{Domain, measure_domain};
        measure_domain(&measure.name) != Some(Domain::Percent)
    });
    let counted: Vec<&Cells> = counted.map(|measure| &measure.cells).collect();
    if codes < 3 || counted.is_empty() {
        return Additive::default();
    }
    let sums = sums();
    let probed: Vec<usize> = (0..table.rows).step_by(table.rows / PROBED + 1).collect();
    let mut candidates = Candidates {
        codes: vec![true; codes],
        agreeing: Vec::new(),
        left: codes,
    };
    for some in [Some(probed.as_slice()), None] {
        let groups = Groups::of(table, place, sums, some);
        candidates.agreeing = vec![0; codes];
        for cells in &counted {
            candidates.look(dimension, cells, &groups);
        }
        if candidates.left == 0 {
            return Additive::default();
        }
    }
    let is_total = |code: &usize| candidates.codes[*code] && candidates.agreeing[*code] >= AGREEING;
    let Some(total) = (0..codes).find(is_total) else {
        return Additive::default();
    };
    let code = dimension.codes[total].clone();
    Additive {
        codes: match is_reached(table, place, total, sums) {
            true => Additivity::Parts,
            false => Additivity::Incomplete,
        },
        of_measures: Vec::new(),
        whole: vec![code.clone()],
        sums: vec![code],
    }
}
