//! Whether numbers may be added up over the codes of a dimension, and which codes stand for it where
//! nothing is asked of it.
//!
//! May live here: what a table says of its dimensions, declared or found. May not: how foreign tables
//! come to say it; that is the business of `mapping`.

use super::cell::{Cell, Cells};
use super::contract::{DIMENSIONS, ORDINALS};
use super::dataset::DimensionLabels;
use super::descriptor::Field;
use super::table::{Dimension, Table};
use kernels::stable_sort as order;
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

/// More rows than this are not looked through for a total that only its numbers show.
const ENOUGH: usize = 200_000;

/// So many sums must agree before numbers alone make a total.
const AGREEING: usize = 3;

/// Settles how the dimensions of a table of the contract add up: as its description says, else by what
/// its codes and numbers show. A dimension of the contract has parts unless something shows that it has not.
pub fn settle(table: &mut Table, fields: &[Field], labels: &[DimensionLabels]) {
    for place in 0..table.dimensions.len() {
        let name = table.dimensions[place].name.clone();
        let declared = fields.iter().find(|field| field.name == name);
        let declared = declared.and_then(|field| field.additive.clone());
        let additive = match declared {
            Some(declared) => declared,
            None if ORDINALS.contains(&name.as_str()) => continue,
            None => {
                let labels = labels.iter().find(|known| known.dimension == name);
                found(table, place, labels)
            }
        };
        table.dimensions[place].additive = additive;
    }
}

/// How a dimension adds up, as far as its codes and numbers show it.
fn found(table: &Table, place: usize, labels: Option<&DimensionLabels>) -> Additive {
    let dimension = &table.dimensions[place];
    let mut shown: Vec<&str> = dimension.codes.iter().map(String::as_str).collect();
    for label in labels.iter().flat_map(|known| &known.labels) {
        let given = [&label.name.en, &label.name.nb, &label.name.nn];
        let given = given.into_iter().find(|name| !name.is_empty());
        let place = dimension.codes.iter().position(|code| *code == label.code);
        if let (Some(name), Some(place)) = (given, place) {
            shown[place] = name;
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
        [] => return by_numbers(table, place),
        [only] if shown.len() > 1 => only,
        // A column of nothing but totals is one that says nothing.
        _ if said.len() == shown.len() => return Additive::default(),
        [first, ..] => first,
    };
    let sums: Vec<String> = said.iter().map(|at| dimension.codes[*at].clone()).collect();
    let is_reached = said.len() == 1 && is_reached(table, dimension, total);
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

/// Rows that differ in one dimension alone, one after the other.
fn groups(table: &Table, place: usize) -> Vec<Vec<usize>> {
    let others = || {
        let dimensions = table.dimensions.iter().enumerate();
        dimensions.filter(|(at, _)| *at != place)
    };
    let compare = |one: usize, two: usize| {
        let mut orders = others().map(|(_, other)| other.rows.get(one).cmp(&other.rows.get(two)));
        let differs = orders.find(|order| order.is_ne());
        differs.unwrap_or(std::cmp::Ordering::Equal)
    };
    let sorted = order::places(table.rows, &compare);
    let groups = sorted.chunk_by(|one, two| compare(*one, *two).is_eq());
    groups.map(<[usize]>::to_vec).collect()
}

/// Whether the parts reach a total wherever it is given, and are there wherever it is not.
fn is_reached(table: &Table, dimension: &Dimension, total: usize) -> bool {
    let is_total = |row: &usize| dimension.rows.get(*row) as usize == total;
    let place = table
        .dimensions
        .iter()
        .position(|d| std::ptr::eq(d, dimension));
    let parts = dimension.codes.len() - 1;
    groups(table, place.unwrap_or(0)).iter().all(|rows| {
        let whole = rows.iter().find(|row| is_total(row));
        table.measures.iter().all(|measure| {
            let mut sum = 0.0;
            let mut known = 0;
            for row in rows.iter().filter(|row| !is_total(row)) {
                match measure.cells.get(*row) {
                    Cell::Number(number) => {
                        sum += number;
                        known += 1;
                    }
                    Cell::NotApplicable => known += 1,
                    Cell::Missing | Cell::Suppressed => {}
                }
            }
            match whole.map(|row| measure.cells.get(*row)) {
                Some(Cell::Number(whole)) => {
                    let step = measure.rounding.map_or(0.0, |rounding| rounding.step);
                    let near = NEAR * whole.abs().max(1.0) + step / 2.0 * (known + 1) as f64;
                    (whole - sum).abs() <= near
                }
                // Without a total the parts must all be there to stand for it.
                Some(_) => false,
                None => known == parts,
            }
        })
    })
}

/// A code that is the sum of all others in every row, though nothing says that it is a total.
fn by_numbers(table: &Table, place: usize) -> Additive {
    let dimension = &table.dimensions[place];
    let codes = dimension.codes.len();
    if table.rows > ENOUGH || !(3..=400).contains(&codes) {
        return Additive::default();
    }
    let counted = table.measures.iter().filter(|measure| {
        use super::contract::{Domain, measure_domain};
        measure_domain(&measure.name) != Some(Domain::Percent)
    });
    let counted: Vec<&Cells> = counted.map(|measure| &measure.cells).collect();
    let mut candidates = vec![!counted.is_empty(); codes];
    let mut agreeing = vec![0_usize; codes];
    for rows in groups(table, place) {
        if !candidates.contains(&true) {
            break;
        }
        for cells in &counted {
            let numbers: Vec<(usize, f64)> = rows
                .iter()
                .filter_map(|row| match cells.get(*row) {
                    Cell::Number(number) => Some((dimension.rows.get(*row) as usize, number)),
                    _ => None,
                })
                .collect();
            if numbers.len() < codes {
                // What is not wholly given neither shows a total nor speaks against it.
                continue;
            }
            let sum: f64 = numbers.iter().map(|(_, number)| number).sum();
            let parts = numbers.iter().filter(|(_, number)| *number > 0.0).count();
            for (code, number) in numbers {
                let agrees = (2.0 * number - sum).abs() <= NEAR * sum.abs().max(1.0);
                candidates[code] &= agrees;
                agreeing[code] += usize::from(agrees && parts >= 3);
            }
        }
    }
    let total = (0..codes).find(|code| candidates[*code] && agreeing[*code] >= AGREEING);
    let Some(total) = total else {
        return Additive::default();
    };
    let code = dimension.codes[total].clone();
    Additive {
        codes: match is_reached(table, dimension, total) {
            true => Additivity::Parts,
            false => Additivity::Incomplete,
        },
        of_measures: Vec::new(),
        whole: vec![code.clone()],
        sums: vec![code],
    }
}
